//! The capacity plan: units over zones and regions, and what a loss leaves of them.

mod autoscale;
mod fails;
#[cfg(test)]
mod fixture;
pub mod geometry;
mod losses;
mod options;
mod order;
mod page;
mod parts;
mod phrases;
mod place;
mod region_loss;
mod reliability;
mod subnets;
mod verdict;
mod view;
mod zone_picture;

pub use autoscale::autoscale_table;
pub use fails::{FailColumn, fails_table};
pub use losses::{Loss, Losses};
pub use options::options_table;
pub use order::order_of_work;
pub use page::CapacityPage;
pub use place::{PlaceProps, place};
pub use region_loss::region_loss_picture;
pub use reliability::reliability;
pub use subnets::subnets;
pub use verdict::capacity_verdict;
pub use view::capacity_view;
pub use zone_picture::{ZonePictureProps, zone_picture};
