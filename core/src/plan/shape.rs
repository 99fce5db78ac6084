//! What a plan is made of. The names are the contract's: they are only ever added to.
//!
//! Every statement carries the citations it rests on, written as their ids; the
//! plan's `sources` say page, heading, date and the day we read it.

use serde::Serialize;

use super::actions::ActionId;
use crate::cite::{Citation, Sources, citation_id};
pub use crate::cite::{Disagreement, Side};
use crate::model::{
    AddressChange, Certainty, Exposure, Layout, Minutes, Owner, PathId, Phase, PlanRequest, PlatformVersion, RegionName, Role,
    Scenario, Scope, Status, Text, Tool, Verdict, Vip, Vnet, ZoneSupport,
};
use crate::questionnaire::{Answer, Field};
use crate::rules::Finding;

/// The whole answer to a request.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// The instance's name as given; it only fills in titles and commands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// One sentence that says what to do.
    pub headline: Text,
    /// Which platform the instance runs on.
    pub platform: PlatformReport,
    /// What the plan is about.
    pub status: Status,
    /// The best path; `null` when none is needed, none is open, or the answers cannot tell yet.
    pub recommended: Option<PathId>,
    /// Every path: the recommended one first, those ruled out last.
    pub paths: Vec<Path>,
    /// The downtime and retention table, row for row as the page on migrating injected instances has it.
    pub table: Vec<TableRow>,
    /// The ports the network must admit; empty when the instance is not injected.
    pub ports: Vec<Port>,
    /// Units over zones and regions.
    pub capacity: CapacityPlan,
    /// What stands in the way, what may suffer, and what is good to know: gravest first.
    pub findings: Vec<Finding>,
    /// Questions without an answer, and whether an answer could change the plan.
    pub open_questions: Vec<OpenQuestion>,
    /// The smallest changes of an answer that would change the recommendation.
    pub flips: Vec<Flip>,
    /// Where pages contradict each other on something that this plan uses.
    pub disagreements: Vec<Disagreement>,
    /// Every citation that the plan refers to, grouped by page.
    #[serde(serialize_with = "sources")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Source>"))]
    pub sources: Vec<Source>,
    /// The answers that this is the plan for, as they were understood: from them alone it can be made again.
    pub request: PlanRequest,
}

/// The decision without the work: what a list of many instances shows of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// What the plan is about.
    pub status: Status,
    /// The best path.
    pub recommended: Option<PathId>,
    /// Minutes without a gateway on it; `null` without a path or a figure.
    pub downtime_minutes: Option<Minutes>,
    /// Minutes on a temporary address.
    pub temporary_address_minutes: Option<Minutes>,
    /// How long the old compute stays by the primary pages.
    pub retention_minutes: Option<Minutes>,
    /// The shortest figure of any page in force.
    pub plan_for_minutes: Option<Minutes>,
    /// What becomes of the public address; `null` without a path.
    pub public_vip: Option<AddressChange>,
    /// How many blockers the plan has.
    pub blockers: u32,
}

/// A sentence and the citations it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// A full sentence in our own words.
    pub text: Text,
    /// Ids of citations; empty when it restates the reader's own answer.
    pub sources: Sources,
}

/// Which platform the instance runs on, and how we know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlatformReport {
    /// The platform; `null` when nothing points anywhere.
    pub version: Option<PlatformVersion>,
    /// How sure that is.
    pub certainty: Certainty,
    /// Why.
    pub because: Vec<Statement>,
    /// The same for each location.
    pub locations: Vec<LocationPlatform>,
}

/// The platform of one location.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LocationPlatform {
    /// The region.
    pub name: RegionName,
    /// The platform, the instance's where the location has none of its own.
    pub version: Option<PlatformVersion>,
    /// How sure that is.
    pub certainty: Certainty,
}

/// One way from stv1 to stv2.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Path {
    /// Which way.
    pub id: PathId,
    /// Its name as a heading.
    pub title: &'static str,
    /// What the plan says of it.
    pub verdict: Verdict,
    /// Why.
    pub reasons: Vec<Statement>,
    /// What it takes from the gateway.
    pub downtime: Downtime,
    /// How long the old compute stays.
    pub retention: Retention,
    /// How long domains, locations and CA certificates cannot be changed; `null` where no page says.
    pub lock_minutes: Option<Minutes>,
    /// Where the lock's length stands.
    pub lock_sources: Sources,
    /// How long the whole run takes.
    pub duration_minutes: Duration,
    /// What becomes of the public address.
    pub public_vip: AddressChange,
    /// What becomes of the private address.
    pub private_vip: AddressChange,
    /// Where it stands what becomes of the addresses.
    pub address_sources: Sources,
    /// What it is carried out with; empty = with whatever builds instances at the reader's.
    pub tools: &'static [Tool],
    /// Where it stands what it can be carried out with.
    pub tool_sources: Sources,
    /// How much one run moves, by tool.
    pub scope: ScopeByTool,
    /// `false`, or the way back.
    pub reversible: Reversible,
    /// What to do, in order.
    pub actions: Vec<Action>,
    /// When what happens, counted from the start of the run.
    pub timeline: Vec<Span>,
    /// Commands to copy.
    pub commands: Vec<Command>,
}

/// What a path takes from the gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Downtime {
    /// Minutes without a gateway; `null` where the pages give no figure.
    pub minutes: Option<Minutes>,
    /// Minutes during which traffic is served from a temporary address.
    pub temporary_address_minutes: Option<Minutes>,
    /// What else can cut clients off, and until when.
    pub exposed_until: Vec<Exposure>,
    /// Where it stands.
    pub sources: Sources,
}

/// How long the stv1 compute stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Retention {
    /// By the primary pages: 0 = not kept, `null` = no figure.
    pub minutes: Option<Minutes>,
    /// By a setting, where a page says so.
    pub extendable_to_minutes: Option<Minutes>,
    /// What later revisions say.
    pub later_pages: Vec<LaterRetention>,
    /// The shortest figure of any page in force: DNS and firewall work must fit in it.
    pub plan_for_minutes: Option<Minutes>,
    /// Where it stands.
    pub sources: Sources,
}

/// What a later revision says of retention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LaterRetention {
    /// By default.
    pub minutes: Option<Minutes>,
    /// By a setting.
    pub extendable_to_minutes: Option<Minutes>,
    /// Which revision.
    #[serde(serialize_with = "citation_id")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub source: &'static Citation,
}

/// How long the whole run takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Duration {
    /// About so many minutes a run; `null` where the pages give no figure.
    pub typical: Option<Minutes>,
    /// The shortest figure of a page that gives a range.
    pub from: Option<Minutes>,
    /// The longest figure of a page that gives a range.
    pub to: Option<Minutes>,
    /// How many runs one after another the path needs in the given locations.
    pub runs: u32,
    /// Still updating after so many minutes: ask support.
    pub support_after: Option<Minutes>,
    /// Where it stands.
    pub sources: Sources,
}

/// How much one run moves; a tool that cannot carry out the path is absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScopeByTool {
    /// By the REST interface.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest: Option<Scope>,
    /// In the portal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portal: Option<Scope>,
}

/// Whether there is a way back once the run has succeeded. Written as `false` or as the way back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reversible {
    /// There is none.
    No,
    /// There is one.
    By(Text),
}

impl Serialize for Reversible {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::No => serializer.serialize_bool(false),
            Self::By(way) => serializer.serialize_str(way),
        }
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Reversible {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Reversible".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Whether there is a way back once the run has succeeded: `false`, or the way back.",
            "anyOf": [{ "const": false }, { "type": "string" }]
        })
    }
}

/// Something that somebody has to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Action {
    /// Which action; kebab-case.
    pub id: ActionId,
    /// When.
    pub phase: Phase,
    /// Who.
    pub owner: Owner,
    /// Where, when it concerns one location only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<RegionName>,
    /// What to do: a full sentence.
    pub text: Text,
    /// Why, or how, where the sentence alone is not enough.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Text>,
    /// The minute of the timeline by which it must be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_minute: Option<Minutes>,
    /// Where it stands.
    pub sources: Sources,
}

/// Something that lasts, on the clock of one run: minute 0 is its start.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// What it is.
    pub id: SpanId,
    /// In words.
    pub label: Text,
    /// Its first minute.
    pub from_minute: Minutes,
    /// The minute it ends; `null` = it does not, or no page says.
    pub to_minute: Option<Minutes>,
}

/// The kinds of spans of a timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum SpanId {
    /// The old compute carries the traffic.
    OldCompute,
    /// The old compute is kept beside the new one, for as long as every page in force grants.
    OldComputeKept,
    /// The old compute may still be there: by an older page, or by a setting.
    OldComputePerhaps,
    /// The new compute is being built.
    NewComputeBuild,
    /// The new compute answers.
    NewCompute,
    /// Traffic is served from the temporary address.
    TemporaryAddress,
    /// The gateway is away.
    Downtime,
    /// Domains, locations and CA certificates cannot be changed.
    Lock,
    /// The reader's DNS change: from the decision until clients follow.
    DnsChange,
    /// The last minute by which clients must have followed DNS: zero length.
    DnsDeadline,
    /// Clients that still follow the old address find nobody there.
    ClientsAtRisk,
}

/// A command to copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Command {
    /// Which command.
    pub id: CommandId,
    /// What it does, as a heading.
    pub title: Text,
    /// Bash, with the reader's names quoted in, or placeholders in angle brackets.
    pub text: Text,
    /// Why it is written as it is; what it cannot undo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where its form stands.
    pub sources: Sources,
}

/// The commands of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum CommandId {
    /// Reads the addresses that Azure has set aside.
    ReadPrecreatedIps,
    /// Starts the migration.
    Migrate,
    /// Follows the status.
    Watch,
    /// Checks platform, addresses and network status.
    Verify,
}

/// A row of the downtime and retention table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TableRow {
    /// Network mode: external or internal.
    pub vnet: Vnet,
    /// Address kept or not.
    pub vip: Vip,
    /// Minutes without a gateway.
    pub downtime_minutes: Minutes,
    /// Minutes on a temporary address; 0 = none.
    pub temporary_address_minutes: Minutes,
    /// How long the old compute stays by the primary page.
    pub retention_minutes: Minutes,
    /// What later revisions say of that.
    pub later_pages: Vec<LaterRetention>,
    /// How long the configuration is locked.
    pub lock_minutes: Minutes,
    /// The row has the request's network mode.
    pub current: bool,
    /// Where it stands.
    pub sources: Sources,
}

/// A rule that the network security group must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Port {
    /// `in`, `out` or `inOut`.
    pub direction: crate::facts::ports::Direction,
    /// Service tag that the traffic comes from.
    pub source: &'static str,
    /// Service tag that it goes to.
    pub destination: &'static str,
    /// Port numbers and ranges.
    pub ports: &'static str,
    /// `TCP` or `UDP`.
    pub protocol: &'static str,
    /// What it is for.
    pub purpose: &'static str,
    /// The service does not work without it.
    pub required: bool,
    /// What must be known about it here; empty when nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where it stands.
    pub sources: Sources,
}

/// A question without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OpenQuestion {
    /// Which question.
    pub field: Field,
    /// Some answer to it would change the plan.
    pub matters: bool,
    /// Some answer to it, alone, would change the recommended path.
    pub decides: bool,
}

/// A change of answers that would change the recommendation.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Flip {
    /// The answers to change: field → value.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, Answer>"))]
    pub change: Vec<(Field, Answer)>,
    /// What would be recommended then.
    pub recommended: Option<PathId>,
    /// In words: if, then.
    pub text: Text,
}

/// A citation, written out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// What statements refer to.
    pub id: &'static str,
    /// The id of the page's revision, shared by the citations from it.
    pub page: &'static str,
    /// The page's title.
    pub title: &'static str,
    /// The heading on the page.
    pub heading: &'static str,
    /// What stands there, in our words.
    pub says: &'static str,
    /// Where the page is published.
    pub url: &'static str,
    /// The page's own date.
    pub dated: &'static str,
    /// The day we read it.
    pub checked: &'static str,
    /// One of the five primary pages.
    pub baseline: bool,
}

impl From<&'static Citation> for Source {
    fn from(citation: &'static Citation) -> Self {
        let page = citation.page;
        Self {
            id: citation.id,
            page: page.id,
            title: page.title,
            heading: citation.heading,
            says: citation.says,
            url: page.url,
            dated: page.dated,
            checked: page.checked,
            baseline: page.baseline,
        }
    }
}

/// A source by its id, for formats that no person reads: their readers have the list of all sources.
#[derive(Serialize)]
struct SourceId(&'static str);

fn sources<S: serde::Serializer>(sources: &[Source], serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        sources.serialize(serializer)
    } else {
        serializer.collect_seq(sources.iter().map(|source| SourceId(source.id)))
    }
}

/// Units over zones and regions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CapacityPlan {
    /// One sentence that says what to run.
    pub headline: Text,
    /// One for each location of the request, in its order.
    pub locations: Vec<Capacity>,
    /// What losing a region means; `null` with fewer than two locations.
    pub region_loss: Option<RegionLoss>,
    /// The steps from here to the recommended layouts, the migration among them; empty when nothing has to change.
    pub order: Vec<OrderStep>,
    /// How often addresses change in that order.
    pub address_changes: u32,
    /// What to avoid on the way.
    pub avoid: Vec<Statement>,
    /// What one step could do instead of two; `null` when there is no such step.
    pub at_once: Option<Statement>,
    /// What holds of the instance whatever its layout: faults, backup, maintenance, service level.
    pub reliability: Vec<Topic>,
}

/// A topic of reliability and what to know about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Topic {
    /// Stable id; kebab-case.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What to know.
    pub statements: Vec<Statement>,
}

/// A step of the order of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OrderStep {
    /// What to do.
    pub text: Text,
    /// How long it takes, in words; absent where it is up to the reader.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takes: Option<Text>,
    /// The instance has other addresses afterwards.
    pub changes_addresses: bool,
    /// Where it stands.
    pub sources: Sources,
}

/// The capacity of one location.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Capacity {
    /// The region, normalised.
    pub name: RegionName,
    /// The region as people write it; the normalised name for a region not in the list.
    pub display_name: Text,
    /// Primary or secondary.
    pub role: Role,
    /// Whether the location can have zones.
    pub zone_support: ZoneSupport,
    /// Where that stands.
    pub zone_support_sources: Sources,
    /// Which of the four cases of the page on availability zones it is.
    pub scenario: Scenario,
    /// What it has now.
    pub current: CurrentLayout,
    /// How many units carry the peak, and how that is known.
    pub units_needed: Option<UnitsNeeded>,
    /// Every layout that tier and region allow, the recommended one first.
    pub options: Vec<LayoutOption>,
    /// How to get to the recommended layout in the portal.
    pub steps: Vec<Statement>,
    /// What happens when a zone is lost.
    pub zone_down: Failure,
    /// What happens when the region is lost.
    pub region_down: Failure,
    /// The corrected autoscale limits; `null` without autoscale and in secondary locations.
    pub autoscale: Option<AutoscalePlan>,
    /// What the change does to addresses.
    pub ip: IpChange,
    /// How long a change of zones takes.
    pub change_minutes: ChangeMinutes,
    /// What a change of zones takes from the gateway.
    pub gateway_downtime_minutes: Minutes,
    /// Where that stands.
    pub gateway_downtime_sources: Sources,
    /// Room in the subnet; `null` when not injected.
    pub subnet: Option<SubnetPlan>,
}

/// The layout a location has now, as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CurrentLayout {
    /// `null` when not stated.
    pub layout: Option<Layout>,
    /// How many zones; `null` for automatic, whose zones nobody sees.
    pub zones: Option<u32>,
    /// `null` when not stated.
    pub units: Option<u32>,
    /// Tier and region allow it and the zones share it evenly; `null` when the region is unknown.
    pub valid: Option<bool>,
    /// `null` where it cannot be said.
    pub units_per_zone: Option<u32>,
    /// What certainly serves after losing the fullest zone; `null` for automatic.
    pub surviving_units: Option<u32>,
}

/// How many units carry the peak load.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct UnitsNeeded {
    /// So many.
    pub units: u32,
    /// How that is known.
    pub because: Statement,
}

/// A layout that tier and region allow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct LayoutOption {
    /// Which layout.
    pub layout: Layout,
    /// How many zones; `null` for automatic.
    pub zones: Option<u32>,
    /// How many units it takes.
    pub units: u32,
    /// `null` for automatic.
    pub units_per_zone: Option<u32>,
    /// What certainly serves after losing the fullest zone; `null` for automatic.
    pub surviving_units: Option<u32>,
    /// Whether it meets the goal; `null` without one, and for automatic, which promises nothing.
    pub meets_goal: Option<bool>,
    /// What the plan says of it.
    pub verdict: Verdict,
    /// Units more (or fewer) than now; `null` when the present number is not known.
    pub extra_units: Option<i32>,
    /// Why.
    pub reason: Statement,
}

/// What happens when a zone or a region is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// For which layout this holds; `null` where there are no zones, and for the loss of a region.
    pub layout: Option<Layout>,
    /// Who notices, and who acts.
    pub detection: Text,
    /// What becomes of requests in flight.
    pub active_requests: Text,
    /// What becomes of configuration, cache and counters.
    pub data: Text,
    /// How long the gateway is away, and what else is.
    pub downtime: Text,
    /// Where traffic goes.
    pub rerouting: Text,
    /// How it comes back.
    pub failback: Text,
    /// How to try it out.
    pub test: Text,
    /// Where it stands.
    pub sources: Sources,
}

/// Autoscale limits that fit the layout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct AutoscalePlan {
    /// The limits as given fit already.
    pub valid: bool,
    /// Corrected.
    pub minimum: u32,
    /// Corrected.
    pub maximum: u32,
    /// Corrected.
    pub step: u32,
    /// Why.
    pub because: Statement,
}

/// What a change of zones does to addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IpChange {
    /// The public address changes.
    pub public_changes: bool,
    /// The private address changes.
    pub private_changes: bool,
    /// A Standard public IP resource must be given.
    pub public_ip_required: bool,
    /// Where it stands.
    pub sources: Sources,
}

/// How long a change of zones takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ChangeMinutes {
    /// At least.
    pub from: Minutes,
    /// At most, by the baseline.
    pub to: Minutes,
    /// A later revision says it may take longer.
    pub or_more: bool,
    /// Where it stands.
    pub sources: Sources,
}

/// Room in the subnet of a location.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SubnetPlan {
    /// Addresses that the present units use.
    pub addresses_needed: u32,
    /// Addresses of the subnet that Azure does not keep; `null` when the prefix is not known.
    pub usable: Option<u32>,
    /// Whether they fit; `null` when it cannot be said.
    pub fits: Option<bool>,
    /// The smallest subnet that holds them: the longest prefix.
    pub smallest_prefix: Option<u32>,
    /// With a second copy beside the first.
    pub during_migration: SubnetUse,
    /// With the units of the recommended option.
    pub after: SubnetUse,
    /// Where the arithmetic stands.
    pub sources: Sources,
}

/// What a subnet must hold at one time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SubnetUse {
    /// Addresses needed.
    pub addresses_needed: u32,
    /// Whether they fit; `null` when it cannot be said.
    pub fits: Option<bool>,
}

/// What losing each region means for the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegionLoss {
    /// One for each location.
    pub if_lost: Vec<IfLost>,
    /// Units now, over all locations; locations that do not say count as one.
    pub units_total: u32,
    /// Units over all locations that make the loss of any one region harmless.
    pub units_for_any_loss: u32,
    /// The same, region by region.
    pub regions: Vec<RegionNeed>,
    /// Where it stands.
    pub sources: Sources,
}

/// What one region needs, whichever other one is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RegionNeed {
    /// The region.
    pub name: RegionName,
    /// Units it has; one that does not say counts as one.
    pub units: u32,
    /// Units it needs.
    pub units_for_any_loss: u32,
}

/// What losing one region means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct IfLost {
    /// The region that is lost.
    pub name: RegionName,
    /// The others.
    pub survivors: Vec<Survivor>,
}

/// A region that goes on when another is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Survivor {
    /// The region.
    pub name: RegionName,
    /// Units it needs for its own peak and its part of the lost region's.
    pub units_to_carry: u32,
    /// Units it has.
    pub units: u32,
    /// They are enough.
    pub enough: bool,
}

fn as_map<S: serde::Serializer>(change: &[(Field, Answer)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(change.iter().map(|(field, answer)| (field.path(), answer)))
}
