use std::rc::Rc;

use apim_plan::import::{ImportError, Imported};

/// What reading a description gave.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Outcome {
    /// Nothing was read yet.
    #[default]
    Waiting,
    /// It could not be read; the text stays where it is.
    Refused(Rc<ImportError>),
    /// Instances were found in it, or none at all.
    Read(Rc<[Imported]>),
}
