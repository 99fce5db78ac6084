//! Compares what a migration changed with what its path should change.

use serde::Serialize;

use crate::domain::{AddressChange, Location, PathId, PlanRequest, PlatformVersion, RegionName, Status, Text, ZoneLayout};
use crate::plan::plan;

use super::shape::{Imported, LocationExtras};

/// A description from before the migration, compared with one from after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The path that was checked; `null` if it is not known, or if nothing should change.
    pub path: Option<PathId>,
    /// The most serious verdict of all lines.
    pub verdict: CheckVerdict,
    /// The result as one sentence.
    pub headline: Text,
    /// What was compared, the instance first, then location by location.
    pub lines: Vec<ComparisonCheck>,
}

/// One thing that was compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Check"))]
#[serde(rename_all = "camelCase")]
pub struct ComparisonCheck {
    /// What was compared.
    pub subject: Subject,
    /// The location; absent for the instance as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<RegionName>,
    /// What was expected, as a sentence.
    pub expected: Text,
    /// The value in the first description; absent if it is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// The value in the second description; absent if it is not stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Whether the expectation is met.
    pub verdict: CheckVerdict,
}

/// Whether an expectation is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CheckVerdict {
    /// It is met.
    AsPlanned,
    /// One of the descriptions does not state the value.
    NotStated,
    /// It is not met.
    NotAsPlanned,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Subject {
    /// The name of the instance.
    Name,
    /// `provisioningState`.
    State,
    /// `platformVersion`.
    Platform,
    /// The tier.
    Tier,
    /// The network mode.
    Vnet,
    /// The custom domains.
    Hosts,
    /// Whether endpoints are blocked.
    Endpoints,
    /// Whether the location exists.
    Location,
    /// Its units.
    Units,
    /// Its zones.
    Zones,
    /// Its public IP addresses.
    PublicAddress,
    /// Its precreated IP address.
    PrecreatedAddress,
    /// Its private IP addresses.
    PrivateAddress,
    /// Its subnet.
    Subnet,
    /// Whether its gateway is enabled.
    Gateway,
}

impl From<PlanRequest> for Imported {
    /// Answers without a description: everything else is not stated.
    fn from(request: PlanRequest) -> Self {
        Self { request, ..Self::default() }
    }
}

/// Compares the description from after a migration with the one from before.
///
/// `path` is the path that was used; if absent, the one that the planner
/// recommends for the first description. Without either, an instance that had
/// nothing to migrate should stay as it is, and for any other instance only the
/// platform is compared, not its addresses. What neither description states is
/// not compared.
pub fn compare(before: &Imported, after: &Imported, path: Option<PathId>) -> Report {
    let plan = plan(&before.request);
    let path = path.or(plan.recommended);
    let taken = plan.paths.iter().find(|known| Some(known.id) == path);
    let moves = match plan.status {
        Status::Migrated | Status::NotAffected => path.is_some(),
        Status::Migrate | Status::Unknown => true,
    };
    let stays = if moves { None } else { Some(AddressChange::Kept) };
    let (public, private) = taken.map_or((stays, stays), |path| (Some(path.public_vip), Some(path.private_vip)));
    let mut comparison = Comparison { lines: Vec::new(), path, moves, public, private };
    comparison.instance(before, after);
    comparison.locations(before, after);

    let verdict = comparison.lines.iter().map(|line| line.verdict).max().unwrap_or(CheckVerdict::NotStated);
    Report { path, verdict, headline: headline(&comparison.lines, verdict), lines: comparison.lines }
}

fn headline(lines: &[ComparisonCheck], verdict: CheckVerdict) -> Text {
    let all = lines.len();
    let count = |verdict| lines.iter().filter(|line| line.verdict == verdict).count();
    match verdict {
        CheckVerdict::AsPlanned => format!("All {all} checks are as planned.").into(),
        CheckVerdict::NotStated if all == 0 => "The two descriptions have no properties in common to compare.".into(),
        CheckVerdict::NotStated => {
            format!("{} of {all} checks are as planned; the descriptions do not state the rest.", count(CheckVerdict::AsPlanned))
                .into()
        }
        CheckVerdict::NotAsPlanned => match count(CheckVerdict::NotAsPlanned) {
            1 => format!("1 of {all} checks is not as planned.").into(),
            wrong => format!("{wrong} of {all} checks are not as planned.").into(),
        },
    }
}

struct Comparison {
    lines: Vec<ComparisonCheck>,
    path: Option<PathId>,
    /// Whether the platform should change.
    moves: bool,
    /// The expected change of addresses; `None` without a path.
    public: Option<AddressChange>,
    private: Option<AddressChange>,
}

impl Comparison {
    /// Adds a line, unless neither side states the value. `holds` is called only if both sides do.
    fn note(
        &mut self,
        subject: Subject,
        location: Option<&RegionName>,
        expected: impl Into<Text>,
        (before, after): (Option<String>, Option<String>),
        holds: impl FnOnce(&str, &str) -> bool,
    ) {
        let verdict = match (&before, &after) {
            (None, None) => return,
            (Some(before), Some(after)) => judged(holds(before, after)),
            (Some(_), None) | (None, Some(_)) => CheckVerdict::NotStated,
        };
        self.push(subject, location, expected.into(), before, after, verdict);
    }

    fn push(
        &mut self,
        subject: Subject,
        location: Option<&RegionName>,
        expected: Text,
        before: Option<String>,
        after: Option<String>,
        verdict: CheckVerdict,
    ) {
        self.lines.push(ComparisonCheck { subject, location: location.cloned(), expected, before, after, verdict });
    }

    fn instance(&mut self, before: &Imported, after: &Imported) {
        let names = (before.request.name.clone(), after.request.name.clone());
        if self.path == Some(PathId::SideBySide) {
            self.note(Subject::Name, None, "The second instance has another name.", names, |before, after| {
                !before.eq_ignore_ascii_case(after)
            });
        } else {
            self.note(Subject::Name, None, "Both descriptions are of the same instance.", names, same);
        }
        let after_state = after.extras.provisioning_state.as_deref();
        if let Some(state) = after_state {
            let before = before.extras.provisioning_state.as_deref().map(str::to_owned);
            let verdict = judged(state == "Succeeded");
            self.push(Subject::State, None, "The operation succeeded.".into(), before, Some(state.to_owned()), verdict);
        }
        self.platform(None, before.request.platform, after.request.platform);
        let tier = |imported: &Imported| imported.request.tier.map(|tier| tier.title().to_owned());
        self.note(Subject::Tier, None, "The tier is unchanged.", (tier(before), tier(after)), same);

        let vnet = |imported: &Imported| imported.request.vnet.map(|vnet| <&str>::from(vnet).to_owned());
        if self.path == Some(PathId::InjectIntoVnet) {
            self.note(
                Subject::Vnet,
                None,
                "The instance is injected in a virtual network.",
                (vnet(before), vnet(after)),
                |_, after| after != "none",
            );
        } else {
            self.note(Subject::Vnet, None, "The network mode is unchanged.", (vnet(before), vnet(after)), same);
        }
        self.hosts(before, after);
        if let Some(blocked) = after.extras.endpoints_blocked {
            let word = |blocked: bool| if blocked { "blocked".to_owned() } else { "open".to_owned() };
            let before = before.extras.endpoints_blocked.map(word);
            self.push(
                Subject::Endpoints,
                None,
                "The endpoints are not blocked.".into(),
                before,
                Some(word(blocked)),
                judged(!blocked),
            );
        }
    }

    /// The platform is the purpose of a migration, so there is a line even if neither side states it.
    fn platform(&mut self, location: Option<&RegionName>, before: Option<PlatformVersion>, after: Option<PlatformVersion>) {
        let word = |version: Option<PlatformVersion>| version.map(|version| version.as_str().to_owned());
        let (expected, verdict) = if self.moves {
            let verdict = after.map_or(CheckVerdict::NotStated, |version| judged(version.is_stv2()));
            ("The platform is stv2 or stv2.1.", verdict)
        } else {
            let verdict = if before.is_some() && after.is_some() { judged(before == after) } else { CheckVerdict::NotStated };
            ("The platform is unchanged.", verdict)
        };
        self.push(Subject::Platform, location, expected.into(), word(before), word(after), verdict);
    }

    fn hosts(&mut self, before: &Imported, after: &Imported) {
        let custom = |imported: &Imported| {
            let mut names: Vec<_> =
                imported.extras.hosts.iter().filter(|host| host.custom).filter_map(|host| host.name.as_deref()).collect();
            names.sort_unstable();
            names.dedup();
            (!names.is_empty()).then(|| names.join(", "))
        };
        let (before_names, mut after_names) = (custom(before), custom(after));
        if before_names.is_none() && after_names.is_none() {
            return;
        }
        // If other names are listed, a missing name is removed, not "not stated".
        if after_names.is_none() && !after.extras.hosts.is_empty() {
            after_names = Some("default host names only".to_owned());
        }
        self.note(Subject::Hosts, None, "Every custom domain is unchanged.", (before_names, after_names), |before, after| {
            before.split(", ").all(|name| after.split(", ").any(|other| name.eq_ignore_ascii_case(other)))
        });
    }

    fn locations(&mut self, before: &Imported, after: &Imported) {
        let extras_of = |imported: &Imported, index: usize| imported.extras.locations.get(index).cloned().unwrap_or_default();
        for (index, location) in before.request.locations.iter().enumerate() {
            let found = after.request.locations.iter().position(|other| other.name == location.name);
            let name = Some(&location.name);
            let Some((found, other)) = found.and_then(|found| Some((found, after.request.locations.get(found)?))) else {
                let there = Some("present".to_owned());
                let gone = (!after.request.locations.is_empty()).then(|| "missing".to_owned());
                self.note(Subject::Location, name, "The location still exists.", (there, gone), |_, _| false);
                continue;
            };
            if location.platform.is_some() || other.platform.is_some() {
                self.platform(name, location.platform, other.platform);
            }
            self.layout(location, other);
            let (before, after) = (extras_of(before, index), extras_of(after, found));
            self.addresses(location, &before, &after);
            self.subnet(&location.name, &before, &after);
            let gateway =
                |extras: &LocationExtras| extras.gateway_disabled.map(|off| if off { "disabled" } else { "enabled" }.to_owned());
            self.note(
                Subject::Gateway,
                name,
                "The gateway is enabled or disabled as before.",
                (gateway(&before), gateway(&after)),
                same,
            );
        }
        for location in &after.request.locations {
            let known = before.request.locations.iter().any(|other| other.name == location.name);
            if !known && !before.request.locations.is_empty() {
                let words = (Some("missing".to_owned()), Some("present".to_owned()));
                self.note(Subject::Location, Some(&location.name), "No location is added.", words, |_, _| false);
            }
        }
    }

    fn layout(&mut self, before: &Location, after: &Location) {
        let units = |location: &Location| location.units.map(|units| units.get().to_string());
        self.note(Subject::Units, Some(&before.name), "The units are unchanged.", (units(before), units(after)), same);
        let zones = |location: &Location| {
            location.zones.map(|layout| match layout {
                ZoneLayout::Automatic {} => "automatic".to_owned(),
                ZoneLayout::Zonal {} => "one zone".to_owned(),
                ZoneLayout::Redundant { zones } => format!("{} zones", zones.get()),
            })
        };
        if self.path == Some(PathId::EnableZoneRedundancy) {
            let after = zones(after);
            let verdict = after.as_ref().map_or(CheckVerdict::NotStated, |after| judged(after != "automatic"));
            self.push(Subject::Zones, Some(&before.name), "Zones are selected.".into(), zones(before), after, verdict);
        } else {
            self.note(Subject::Zones, Some(&before.name), "The zones are unchanged.", (zones(before), zones(after)), same);
        }
    }

    fn addresses(&mut self, location: &Location, before: &LocationExtras, after: &LocationExtras) {
        let name = Some(&location.name);
        for (subject, change, before, after) in [
            (Subject::PublicAddress, self.public, &before.public_ips, &after.public_ips),
            (Subject::PrivateAddress, self.private, &before.private_ips, &after.private_ips),
        ] {
            let public = subject == Subject::PublicAddress;
            let (before, after) = (listed(before), listed(after));
            let Some(change) = change else {
                let verdict = if before.is_some() && before == after { CheckVerdict::AsPlanned } else { CheckVerdict::NotStated };
                if before.is_some() || after.is_some() {
                    let expected = if public {
                        "Without a path, no change of the public VIP is expected or ruled out."
                    } else {
                        "Without a path, no change of the private VIP is expected or ruled out."
                    };
                    self.push(subject, name, expected.into(), before, after, verdict);
                }
                continue;
            };
            match change {
                AddressChange::Kept => {
                    let expected = if public { "The public VIP is preserved." } else { "The private VIP is preserved." };
                    self.note(subject, name, expected, (before, after), same_set);
                }
                AddressChange::Changes | AddressChange::ChangesTwice | AddressChange::New => {
                    let expected = if public { "The public VIP is new." } else { "The private VIP is new." };
                    self.note(subject, name, expected, (before, after), |before, after| !shared(before, after));
                }
                AddressChange::Appears => {
                    let expected = if public { "The instance has a public VIP." } else { "The instance has a private VIP." };
                    let verdict = if after.is_some() { CheckVerdict::AsPlanned } else { CheckVerdict::NotStated };
                    self.push(subject, name, expected.into(), before, after, verdict);
                }
                AddressChange::NotUsed => {}
            }
        }
        // The precreated address is used only if the address changes once.
        if self.public == Some(AddressChange::Changes) && location.precreated_ip.is_some() {
            let words = (location.precreated_ip.clone(), listed(&after.public_ips));
            let expected = "The public VIP is the precreated IP address.";
            self.note(Subject::PrecreatedAddress, name, expected, words, shared);
        }
    }

    fn subnet(&mut self, name: &RegionName, before: &LocationExtras, after: &LocationExtras) {
        let words = (before.subnet.clone(), after.subnet.clone());
        match self.path {
            Some(PathId::NewSubnetKeep48h) => {
                self.note(Subject::Subnet, Some(name), "The location is in another subnet.", words, |before, after| {
                    !before.eq_ignore_ascii_case(after)
                });
            }
            Some(PathId::NewSubnetReturn) => {
                self.note(Subject::Subnet, Some(name), "The location is in its original subnet.", words, same);
            }
            Some(PathId::InjectIntoVnet | PathId::SideBySide | PathId::EnableZoneRedundancy) => {}
            Some(
                PathId::SameSubnetPreserveVip | PathId::SameSubnetNewVip | PathId::InPlacePreserveVip | PathId::InPlaceNewVip,
            )
            | None => self.note(Subject::Subnet, Some(name), "The subnet is unchanged.", words, same),
        }
    }
}

const fn judged(holds: bool) -> CheckVerdict {
    if holds { CheckVerdict::AsPlanned } else { CheckVerdict::NotAsPlanned }
}

fn same(before: &str, after: &str) -> bool {
    before.eq_ignore_ascii_case(after)
}

fn listed(addresses: &[String]) -> Option<String> {
    (!addresses.is_empty()).then(|| addresses.join(", "))
}

/// Whether both lists have an address in common.
fn shared(before: &str, after: &str) -> bool {
    before.split(", ").any(|address| after.split(", ").any(|other| address == other))
}

fn same_set(before: &str, after: &str) -> bool {
    let within = |some: &str, others: &str| some.split(", ").all(|address| others.split(", ").any(|other| address == other));
    within(before, after) && within(after, before)
}
