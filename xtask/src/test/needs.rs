//! What several checks need. Each is made once, when the first check asks for it; a failure is kept as well.

use crate::{
    failure::Done,
    npm,
    setup::{self, Tools},
    site,
};
use std::{cell::OnceCell, path::PathBuf};

#[derive(Default)]
pub(super) struct Needs {
    tools: OnceCell<Done<Tools>>,
    site: OnceCell<Done>,
    package: OnceCell<Done>,
    chromium: OnceCell<Done<PathBuf>>,
}

impl Needs {
    pub(super) fn tools(&self) -> Done<Tools> {
        self.tools.get_or_init(setup::for_building).clone()
    }

    pub(super) fn site(&self) -> Done {
        self.site.get_or_init(|| site::build(&self.tools()?)).clone()
    }

    pub(super) fn package(&self) -> Done {
        self.package.get_or_init(|| npm::build(&self.tools()?)).clone()
    }

    pub(super) fn chromium(&self) -> Done<PathBuf> {
        self.chromium.get_or_init(setup::browser).clone()
    }
}
