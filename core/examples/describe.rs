//! Prints what the npm package is made of beside the module: JSON Schemas, and how old the rules are.

use apim_plan::facts::sources;
use apim_plan::fleet::{Fleet, FleetOptions};
use apim_plan::import::{Imported, Report};
use apim_plan::questionnaire::QUESTIONNAIRE;
use apim_plan::{Assessment, Plan, PlanOptions, PlanRequest};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema};
use serde_json::json;

fn main() {
    let mut request = read::<PlanRequest>();
    QUESTIONNAIRE.title(&mut request);
    let newest = |date: fn(&apim_plan::cite::Page) -> &'static str| sources::ALL.iter().map(|page| date(page)).max();
    let description = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "rules": { "checkedOn": newest(|page| page.checked), "newestPage": newest(|page| page.dated) },
        "in": { "request": request, "fleetOptions": read::<FleetOptions>(), "planOptions": read::<PlanOptions>() },
        "out": {
            "plan": written::<Plan>(),
            "assessment": written::<Assessment>(),
            "imported": written::<Imported>(),
            "fleet": written::<Fleet>(),
            "report": written::<Report>(),
        },
    });
    println!("{description}");
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
