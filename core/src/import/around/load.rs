//! Autoscale settings, the Capacity metric and the network status.

use super::super::node::Node;
use super::super::words;
use super::network::shown;
use super::value::{ResourceView, numbers};
use super::{Reference, joined, reference_of};
use crate::domain::{AutoscaleLimits, Percent, RegionName, Text, Units};

/// An autoscale setting.
#[derive(Debug)]
pub(super) struct AutoscaleResource {
    pub(super) target: Reference,
    pub(super) name: Option<String>,
    pub(super) group: Option<String>,
    pub(super) enabled: bool,
    /// The widest limits of its profiles; `None` if they can't be read.
    pub(super) limits: Option<AutoscaleLimits>,
    pub(super) at: String,
    /// The position of the profiles.
    pub(super) from: String,
}

impl AutoscaleResource {
    /// `None` without a target.
    pub(super) fn read(own: Option<&Reference>, node: &Node<'_>, at: &str) -> Option<Self> {
        let view = ResourceView(node);
        let target = view.get("targetResourceUri").or_else(|| view.get("targetResourceId"))?;
        let enabled = view.get("enabled").is_none_or(|enabled| match enabled.plain().0 {
            Node::Bool(enabled) => *enabled,
            other => other.text().and_then(words::switch).unwrap_or(true),
        });
        let key = if view.has("profiles") { "profiles" } else { "profile" };
        let profiles = view.get(key).map(Node::items).unwrap_or_default();
        let limit = |profile: &Node<'_>, name: &str| {
            let capacity = profile.get("capacity")?.items().first()?;
            numbers(capacity.get(name)?).and_then(Units::new)
        };
        let minimum = profiles.iter().filter_map(|profile| limit(profile, "minimum")).min();
        let maximum = profiles.iter().filter_map(|profile| limit(profile, "maximum")).max();
        let rules = profiles.iter().filter_map(|profile| profile.get("rules").or_else(|| profile.get("rule")));
        let steps = rules.flat_map(Node::items).filter_map(|rule| {
            let action = rule.get("scaleAction")?.items().first()?;
            let adds = action.get("direction")?.text()?.eq_ignore_ascii_case("Increase");
            numbers(action.get("value")?).filter(|_| adds).and_then(Units::new)
        });
        let step = steps.max();
        let limits = minimum.zip(maximum).filter(|(minimum, maximum)| minimum <= maximum);
        let limits = limits
            .and_then(|(minimum, maximum)| Some(AutoscaleLimits { minimum, maximum, step: step.or_else(|| Units::new(1))? }));
        Some(Self {
            target: reference_of(target)?,
            group: own.and_then(Reference::whole).and_then(group_of),
            name: own.and_then(shown),
            enabled,
            limits,
            from: joined(at, &view.path(key)),
            at: at.to_owned(),
        })
    }
}

/// The resource group of an id in lower case.
pub(super) fn group_of(id: &str) -> Option<String> {
    let mut parts = id.split('/').skip_while(|part| *part != "resourcegroups").skip(1);
    parts.next().and_then(words::name).map(str::to_owned)
}

/// The peak of the Capacity metric of one instance.
#[derive(Debug)]
pub(super) struct LoadReading {
    pub(super) of: Reference,
    /// The peak in each location; without a name, if the metric was not split by location.
    pub(super) peaks: Vec<(Option<RegionName>, Percent, String)>,
}

impl LoadReading {
    /// `None` for another metric.
    pub(super) fn read(node: &Node<'_>, at: &str) -> Option<Self> {
        let name = node.get("name")?;
        let name = name.get("value").unwrap_or(name).text()?;
        if !name.eq_ignore_ascii_case("Capacity") {
            return None;
        }
        let id = node.get("id")?.text()?;
        let end = id.to_ascii_lowercase().find("/providers/microsoft.insights/")?;
        let of = Reference::of_id(id.get(..end)?)?;
        let series = node.get("timeseries").map(Node::items).unwrap_or_default();
        let peaks = series.iter().enumerate().filter_map(|(index, series)| {
            let labels = series.get("metadatavalues").map(Node::items).unwrap_or_default();
            let region = labels.iter().find_map(|label| {
                let name = label.get("name")?;
                let named = name.get("value").unwrap_or(name).text()?;
                if named.eq_ignore_ascii_case("location") { words::region(label.get("value")?.text()?) } else { None }
            });
            let mut peak: f64 = 0.0;
            for point in series.get("data").map(Node::items).unwrap_or_default() {
                let value = point.get("maximum").filter(|value| !value.is_blank()).or_else(|| point.get("average"));
                peak = peak.max(value.and_then(Node::number).unwrap_or_default());
            }
            let percent = (1..=100_u32).find(|percent| f64::from(*percent) >= peak).or(Some(100));
            let percent = percent.filter(|_| peak > 0.0).and_then(Percent::new)?;
            Some((region, percent, joined(at, &format!("timeseries[{index}]"))))
        });
        Some(Self { of, peaks: peaks.collect() })
    }
}

/// The network status of one location.
#[derive(Debug)]
pub(super) struct StatusReading {
    /// The instance; `None` if the answer of REST stands alone.
    pub(super) of: Option<Reference>,
    pub(super) region: Option<RegionName>,
    pub(super) dependencies: Vec<(Text, bool, bool)>,
    pub(super) key_vault: Option<bool>,
    pub(super) at: String,
}

impl StatusReading {
    pub(super) fn read(of: Option<Reference>, node: &Node<'_>, at: &str) -> Option<Self> {
        let status = node.get("networkStatus").unwrap_or(node);
        let entries = status.get("connectivityStatus")?.items();
        let mut dependencies = Vec::new();
        let mut key_vault = None;
        for entry in entries {
            let Some(state) = entry.get("status").and_then(Node::text) else { continue };
            let (reached, failed) = (state.eq_ignore_ascii_case("success"), state.eq_ignore_ascii_case("failure"));
            if !reached && !failed {
                continue;
            }
            let kind = entry.get("resourceType").and_then(Node::text).and_then(words::name).unwrap_or("another dependency");
            let name = entry.get("name").and_then(Node::text).unwrap_or_default();
            let optional = matches!(entry.get("isOptional").map(|node| node.plain().0), Some(Node::Bool(true)));
            if kind.to_ascii_lowercase().contains("vault") || name.to_ascii_lowercase().contains(".vault.") {
                key_vault = Some(key_vault.unwrap_or(true) && reached);
            }
            dependencies.push((Text::from(kind.to_owned()), reached, optional));
        }
        Some(Self {
            of,
            region: node.get("location").and_then(Node::text).and_then(words::region),
            dependencies,
            key_vault,
            at: at.to_owned(),
        })
    }
}
