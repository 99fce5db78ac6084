//! Parts of the page: properties in, HTML out.

pub mod capacity;
