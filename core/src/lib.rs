#![doc = include_str!("../README.md")]

mod capacity;
mod change;
pub mod cite;
pub mod collect;
pub mod decide;
mod domain;
pub mod export;
pub mod facts;
mod findings;
pub mod fleet;
pub mod import;
pub mod link;
mod migration;
mod plan;
pub mod preflight;
pub mod questionnaire;
mod quote;
#[cfg(feature = "wasm")]
pub mod wasm;
mod wording;

pub use capacity::{
    Access, AutoscalePlan, Backup, Capacity, CapacityPlan, ChangeMinutes, CurrentLayout, Failure, IfLost, IpChange, LayoutOption,
    OrderStep, Others, Placement, RegionLoss, RegionNeed, SubnetPlan, SubnetUse, Survivor, Topic, UnitsNeeded, is_of_capacity,
    region_down, zone_down,
};
pub use change::{ChangeId, ChangeSet, PlannedChange, changes_of};
pub use cite::{Disagreement, Side, Source, Statement};
pub use domain::{
    AddressChange, Amount, Autoscale, AutoscaleLimits, Certainty, ClosedPorts, Cloud, Currency, Day, DayError, DnsRecord,
    Exposure, Firewall, GatewayState, Goals, Layout, Location, Minutes, OutOfRange, Owner, PathId, Percent, Phase, PlanRequest,
    PlatformVersion, PortId, Prefix, Price, PriceError, RegionName, RegionNameError, RequestError, Role, Scenario, Scope,
    Severity, Share, Status, Subnet, Text, Tier, Tool, UnitPrice, Units, UpdateTool, UpdatedWith, Verdict, Vip, Vnet, ZoneCount,
    ZoneLayout, ZoneSupport, read_request,
};
pub use findings::{Basis, Finding, Rule, RuleId, rule};
pub use migration::{
    Action, ActionId, BackOut, ChangedBy, Command, CommandId, DnsRecordChange, Downtime, Duration, LaterRetention, Path, Port,
    PortalStep, Retention, Reversible, ScopeByTool, Shell, Span, SpanId, TableRow,
};
pub use plan::{
    Assessment, Flip, LocationPlatform, OpenQuestion, PathSelection, Plan, PlanOptions, PlatformReport, SourceForm, SourceList,
    all_disagreements, all_sources, assess, plan, plan_many, plan_with,
};
pub use questionnaire::{Answer, Field};
