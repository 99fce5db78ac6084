//! `planner.html`: the whole tool in one file, for a disk, an attachment, or a host that allows nothing else.

use crate::{
    failure::{Done, During},
    process,
    step::Step,
};
use std::{fs, path::Path, process::Command};

/// Written beside the finished site, from its files.
pub(crate) const NAME: &str = "planner.html";

/// Writes the file. Node has the compressor and the digest that it takes.
pub(crate) fn build(step: Step, site: &Path) -> Done {
    step.say("putting it into one file");
    let mut assemble = Command::new("node");
    assemble.arg(crate::workspace().join("xtask/site/single.mjs")).arg(site);
    process::log(step, &mut assemble)?;
    let file = site.join(NAME);
    let length = fs::metadata(&file).during(format_args!("read {}", file.display()))?.len();
    step.say(format_args!("{NAME}: {} kB", length / 1000));
    Ok(())
}
