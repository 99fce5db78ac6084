//! What the migration half of a plan is made of. The names are the contract's: they are only ever added to.

use serde::Serialize;

use super::account::ChangedBy;
use super::actions::ActionId;
use crate::cite::{Citation, Sources, Statement, citation_id};
use crate::domain::{
    AddressChange, Exposure, Minutes, Owner, PathId, Phase, PortId, RegionName, Scope, Text, Tool, Verdict, Vip, Vnet,
};

/// One way from stv1 to stv2.
#[derive(Debug, Clone, PartialEq, Serialize)]
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
    /// How long stv1 compute is retained.
    pub retention: Retention,
    /// How long domains, locations and CA certificates cannot be changed; `null` where no page says.
    pub lock_minutes: Option<Minutes>,
    /// Where the lock's length stands.
    pub lock_sources: Sources,
    /// How long the migration takes.
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
    /// How much one migration covers, by tool.
    pub scope: ScopeByTool,
    /// `false`, or the way back.
    pub reversible: Reversible,
    /// What to do, in order.
    pub actions: Vec<Action>,
    /// When what happens, counted from the start of the run.
    pub timeline: Vec<Span>,
    /// Until when a failed migration rolls back automatically, and what can still be done later; `null` when ruled out.
    pub back_out: Option<BackOut>,
    /// The same migration in the portal; empty where the portal can't do it.
    pub portal_steps: Vec<PortalStep>,
    /// Every host name that the path moves.
    pub dns_records: Vec<DnsRecordChange>,
    /// Commands to copy.
    pub commands: Vec<Command>,
}

/// How to back out of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BackOut {
    /// Until this minute a failed migration leaves the instance on stv1 by itself; `null` where there is no such minute.
    pub until_minute: Option<Minutes>,
    /// What can still be done after it: full sentences, in order of time.
    pub after: Vec<Statement>,
}

/// A step in the Azure portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PortalStep {
    /// What to select: a full sentence.
    pub text: Text,
    /// Where it is documented.
    pub sources: Sources,
}

/// A host name that the path moves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DnsRecordChange {
    /// The location whose gateway answers to it; `null` where no region is given.
    pub location: Option<RegionName>,
    /// The host name.
    pub name: String,
    /// The DNS zone that holds it.
    pub zone: Text,
    /// `A` or `CNAME`; `A or CNAME` while that is not answered.
    #[serde(rename = "type")]
    pub record_type: &'static str,
    /// What it points at now.
    pub now: Text,
    /// What it points at afterwards.
    pub then: Text,
    /// Who changes it.
    pub changed_by: ChangedBy,
    /// The minute by which clients must have followed; `null` where the platform changes it or no page gives a figure.
    pub due_minute: Option<Minutes>,
}

/// The shell of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, serde::Deserialize, strum::EnumIter, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Shell {
    /// Bash, as in Cloud Shell.
    Bash,
    /// PowerShell 7.
    Powershell,
}

/// The gateway downtime of a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Downtime {
    /// Minutes of gateway downtime; `null` if not documented.
    pub minutes: Option<Minutes>,
    /// Minutes during which traffic is served from a temporary address.
    pub temporary_address_minutes: Option<Minutes>,
    /// What else can make the gateway unreachable for clients, and until when.
    pub exposed_until: Vec<Exposure>,
    /// Where it stands.
    pub sources: Sources,
}

/// How long stv1 compute is retained.
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

/// How long the migration takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Duration {
    /// Minutes of one migration, about; `null` if not documented.
    pub typical: Option<Minutes>,
    /// The shortest figure of a page that gives a range.
    pub from: Option<Minutes>,
    /// The longest figure of a page that gives a range.
    pub to: Option<Minutes>,
    /// How many migrations the path needs in the given locations.
    pub runs: u32,
    /// Still updating after so many minutes: ask support.
    pub support_after: Option<Minutes>,
    /// Where it stands.
    pub sources: Sources,
}

/// How much one migration covers; a tool that cannot carry out the path is absent.
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

/// Whether a completed migration can be rolled back. Written as `false` or as the rollback.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reversible {
    /// It can't.
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
            "description": "Whether a completed migration can be rolled back: `false`, or how.",
            "anyOf": [{ "const": false }, { "type": "string" }]
        })
    }
}

/// A step of the checklist.
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
    /// stv1 compute serves live traffic.
    OldCompute,
    /// stv1 compute is retained, for as long as every revision in force states.
    OldComputeKept,
    /// stv1 compute may be retained: by an earlier revision, or by a setting.
    OldComputePerhaps,
    /// stv2 compute is created.
    NewComputeBuild,
    /// stv2 compute serves traffic.
    NewCompute,
    /// Traffic is served from the temporary address.
    TemporaryAddress,
    /// The gateway is unavailable.
    Downtime,
    /// The return to the original subnet: a second migration.
    Return,
    /// Domains, locations and CA certificates cannot be changed.
    Lock,
    /// The reader's DNS change: from the decision until clients follow.
    DnsChange,
    /// The last minute by which clients must have followed DNS: zero length.
    DnsDeadline,
    /// Clients that still use the old VIP reach no gateway.
    ClientsAtRisk,
}

/// A command to copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Command {
    /// Which command.
    pub id: CommandId,
    /// For which shell it is written.
    pub shell: Shell,
    /// What it does, as a heading.
    pub title: Text,
    /// The text, with the reader's names quoted in, or placeholders in angle brackets.
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
    /// Reads the precreated IP addresses.
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
    /// Minutes of gateway downtime.
    pub downtime_minutes: Minutes,
    /// Minutes on a temporary address; 0 = none.
    pub temporary_address_minutes: Minutes,
    /// How long stv1 compute is retained by the primary page.
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
    /// Its name, stable: what `closedPorts` of a subnet lists.
    pub id: PortId,
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
