//! Prints what the npm package needs besides the module: JSON Schemas, and the rules with the age of their sources.

use apim_plan::collect::CollectOptions;
use apim_plan::facts::sources;
use apim_plan::fleet::{Fleet, FleetOptions};
use apim_plan::import::{Imported, Report};
use apim_plan::link::Decoded;
use apim_plan::preflight::Preflight;
use apim_plan::questionnaire::QUESTIONNAIRE;
use apim_plan::{Assessment, Plan, PlanOptions, PlanRequest, RuleId, rule};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::{Value, json};
use strum::IntoEnumIterator;

fn main() {
    let mut request = read::<PlanRequest>();
    QUESTIONNAIRE.title(&mut request);
    let newest = |date: fn(&apim_plan::cite::Page) -> &'static str| sources::ALL.iter().map(|page| date(page)).max();
    let description = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "rules": {
            "checkedOn": newest(|page| page.checked),
            "newestPage": newest(|page| if page.dated.is_undated() { "" } else { page.dated.day() }),
            "list": RuleId::iter().map(listed).collect::<Vec<_>>(),
        },
        "in": { "request": request, "fleetOptions": read::<FleetOptions>(), "planOptions": read::<PlanOptions>(), "collectOptions": read::<CollectOptions>() },
        "out": {
            "plan": written::<Plan>(),
            "assessment": written::<Assessment>(),
            "imported": written::<Imported>(),
            "fleet": written::<Fleet>(),
            "report": written::<Report>(),
            "preflight": written::<Preflight>(),
            "decoded": written::<Decoded>(),
        },
    });
    println!("{description}");
}

/// A rule as the reference shows it.
fn listed(id: RuleId) -> Value {
    let rule = rule(id);
    let sources: Vec<_> = rule.because.iter().map(|citation| citation.id).collect();
    let (id, basis): (&str, &str) = (id.into(), rule.basis.into());
    json!({ "id": id, "severity": rule.severity, "finds": rule.finds, "basis": basis, "sources": sources })
}

/// Of what JavaScript hands in.
fn read<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_deserialize().with_transform(plain()).into_generator().into_root_schema_for::<T>()
}

/// Of what JavaScript gets.
fn written<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().with_transform(plain()).into_generator().into_root_schema_for::<T>()
}

/// Leaves out the formats that are Rust's own names: validators refuse a schema for a format they have not heard of.
fn plain() -> RecursiveTransform<fn(&mut Schema)> {
    RecursiveTransform(|schema| {
        if schema.get("format").is_some_and(|format| format != "date") {
            let _ = schema.remove("format");
        }
    })
}
