//! Names of fields as the questions have them.

use apim_plan::Answer;
use apim_plan::questionnaire::{QUESTIONNAIRE, Question};

use crate::words;

/// A field such as `tier` or `locations[0].units` as the page calls it.
pub(super) fn field(path: &str) -> String {
    if let Some((place, part)) = location(path) {
        let place = words::place(place);
        return match part {
            "" | "name" => format!("{place} region"),
            part => format!("{place} region, {}", part_of_location(part)),
        };
    }
    let top = path.split(['.', '[']).next().unwrap_or(path);
    question(path).or_else(|| question(top)).map_or_else(|| path.to_owned(), |question| question.short.to_owned())
}

/// A value as its question offers it; as it is written where there is no such question.
pub(super) fn value(path: &str, value: &str) -> String {
    let Some((question, _)) = QUESTIONNAIRE.counted().find(|(question, _)| question.field.path() == path) else {
        return region_or_as_written(path, value);
    };
    let is = |answer: &Answer| serde_json::to_string(answer).is_ok_and(|written| written.trim_matches('"') == value);
    let offered = question.kind.offered();
    offered.iter().find(|(answer, _)| is(answer)).map_or_else(|| value.to_owned(), |(_, label)| (*label).to_owned())
}

fn region_or_as_written(path: &str, value: &str) -> String {
    let region = location(path).filter(|(_, part)| *part == "name").and_then(|_| apim_plan::RegionName::new(value));
    region.map_or_else(|| value.to_owned(), |name| words::region(&name).to_owned())
}

fn question(path: &str) -> Option<&'static Question> {
    QUESTIONNAIRE.questions.iter().copied().find(|question| question.field.path() == path)
}

/// `locations[1].units` is the units of the second one.
fn location(path: &str) -> Option<(usize, &str)> {
    let (place, rest) = path.strip_prefix("locations[")?.split_once(']')?;
    Some((place.parse().ok()?, rest.trim_start_matches('.')))
}

/// The short name of a question about a location. `zones.kind` is part of the answer to `zones`.
fn part_of_location(part: &str) -> String {
    let is = |path: &str| part == path || part.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
    let question = QUESTIONNAIRE.of_location.iter().find(|question| is(question.field.path()));
    question.map_or_else(|| part.to_owned(), |question| words::in_sentence(question.short))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_called_as_the_questions_are() {
        assert_eq!(field("tier"), "Tier");
        assert_eq!(field("goals.surviveZoneLoss"), "Survive a zone outage");
        assert_eq!(field("locations[0].name"), "Primary region");
        assert_eq!(field("locations[1].units"), "Second region, units");
        assert_eq!(field("locations[1].subnet.prefix"), "Second region, subnet size");
        assert_eq!(field("somethingElse"), "somethingElse");
    }

    #[test]
    fn values_are_called_as_the_questions_offer_them() {
        assert_eq!(value("vnet", "internal"), "Internal");
        assert_eq!(value("platform", "stv2.1"), "stv2.1");
        assert_eq!(value("customDomains", "true"), "Yes");
        assert_eq!(value("locations[0].name", "westeurope"), "West Europe");
        assert_eq!(value("locations[0].units", "4"), "4");
    }
}
