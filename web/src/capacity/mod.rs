//! The capacity plan: units over zones and regions, and what a loss leaves of them.

mod autoscale;
mod fails;
#[cfg(test)]
mod fixture;
pub mod geometry;
mod location_plan;
mod losses;
mod options;
mod order;
mod page;
mod parts;
mod phrases;
mod region_loss;
mod reliability;
mod subnets;
mod verdict;
mod view;
mod zone_picture;

pub use autoscale::{AutoscaleTable, AutoscaleTableProps};
pub use fails::{FailColumn, FailsTable, FailsTableProps};
pub use location_plan::{LocationPlan, LocationPlanProps};
pub use losses::{Loss, Losses};
pub use order::{OrderOfWork, OrderOfWorkProps};
pub use page::CapacityPage;
pub use region_loss::{RegionLossPicture, RegionLossPictureProps};
pub use reliability::{Reliability, ReliabilityProps};
pub use subnets::{Subnets, SubnetsProps};
pub use verdict::{CapacityVerdict, CapacityVerdictProps};
pub use view::{CapacityView, CapacityViewProps};
pub use zone_picture::{ZonePicture, ZonePictureProps};
