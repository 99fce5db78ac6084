//! The short names of the questions as titles in a JSON Schema: forms are made of them.

use schemars::Schema;
use serde_json::Value;

use super::{AUTOSCALE_LIMITS, Kind, Questionnaire};

impl Questionnaire<'_> {
    /// Gives each property of a request in this schema the short name of its question as title.
    pub fn title(&self, schema: &mut Schema) {
        let mut parts = Vec::new();
        for question in self.questions {
            put(schema, &["PlanRequest", "Goals"], question.field.path(), question.short);
            if matches!(question.kind, Kind::Autoscale(_)) {
                parts.extend(AUTOSCALE_LIMITS.iter().map(|(key, label, _)| (*key, *label)));
            }
        }
        for question in self.of_location {
            put(schema, &["Location", "Subnet"], question.field.path(), question.short);
        }
        for (key, label) in parts {
            put(schema, &["AutoscaleLimits"], key, label);
        }
    }
}

/// A property is in the first of these shapes, or, behind a point, in the second.
fn put(schema: &mut Schema, shapes: &[&str], path: &str, title: &str) {
    let (shape, key) = match path.rsplit_once('.') {
        Some((_, key)) => (shapes.get(1), key),
        None => (shapes.first(), path),
    };
    let Some(shape) = shape else { return };
    let is_root = schema.get("title").and_then(Value::as_str) == Some(shape);
    let root = schema.ensure_object();
    let properties = if is_root {
        root.get_mut("properties")
    } else {
        root.get_mut("$defs").and_then(|shapes| shapes.get_mut(shape)).and_then(|shape| shape.get_mut("properties"))
    };
    let property = properties.and_then(|properties| properties.get_mut(key)).and_then(Value::as_object_mut);
    if let Some(property) = property {
        property.insert("title".to_owned(), Value::String(title.to_owned()));
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use super::*;
    use crate::domain::PlanRequest;
    use crate::questionnaire::QUESTIONNAIRE;

    #[test]
    fn every_property_of_a_request_that_is_a_question_has_its_short_name_as_title() {
        let mut schema = schemars::SchemaGenerator::default().into_root_schema_for::<PlanRequest>();
        QUESTIONNAIRE.title(&mut schema);
        let schema = schema.to_value();
        let title = |pointer: String| {
            let property = schema.pointer(&pointer).expect("a property");
            property.get("title").and_then(Value::as_str).map(str::to_owned)
        };
        for question in QUESTIONNAIRE.questions {
            let path = question.field.path();
            let pointer = match path.split_once('.') {
                Some((_, key)) => format!("/$defs/Goals/properties/{key}"),
                None => format!("/properties/{path}"),
            };
            assert_eq!(title(pointer).as_deref(), Some(question.short), "{path}");
        }
        for question in QUESTIONNAIRE.of_location {
            let path = question.field.path();
            let pointer = match path.split_once('.') {
                Some((_, key)) => format!("/$defs/Subnet/properties/{key}"),
                None => format!("/$defs/Location/properties/{path}"),
            };
            assert_eq!(title(pointer).as_deref(), Some(question.short), "{path}");
        }
        assert_eq!(title("/$defs/AutoscaleLimits/properties/minimum".to_owned()).as_deref(), Some("Minimum"));
    }
}
