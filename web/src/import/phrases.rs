//! Names of fields as the questions have them.

use apim_plan::Answer;

use crate::words::{self, Question};

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
    question(path).or_else(|| question(top)).map_or_else(|| path.to_owned(), |question| question.words().short.to_owned())
}

/// A value as its question offers it; as it is written where there is no such question.
pub(super) fn value(path: &str, value: &str) -> String {
    let Some(Question::Counted(field)) = question(path) else {
        return region_or_as_written(path, value);
    };
    let is = |answer: Answer| serde_json::to_string(&answer).is_ok_and(|written| written.trim_matches('"') == value);
    words::choices(field)
        .iter()
        .find(|choice| is(choice.value))
        .map_or_else(|| value.to_owned(), |choice| choice.label.to_owned())
}

fn region_or_as_written(path: &str, value: &str) -> String {
    let region = location(path).filter(|(_, part)| *part == "name").and_then(|_| apim_plan::RegionName::new(value));
    region.map_or_else(|| value.to_owned(), |name| words::region(&name).to_owned())
}

fn question(name: &str) -> Option<Question> {
    let id = format!("q-{}", name.replace('.', "-"));
    Question::all().find(|question| question.id() == id)
}

/// `locations[1].units` is the units of the second one.
fn location(path: &str) -> Option<(usize, &str)> {
    let (place, rest) = path.strip_prefix("locations[")?.split_once(']')?;
    Some((place.parse().ok()?, rest.trim_start_matches('.')))
}

fn part_of_location(part: &str) -> &str {
    match part {
        "unitsNeeded" => "units for the peak",
        "publicIp" => "public IP resource",
        "capacityPercent" => "measured capacity",
        "targetPercent" => "load to aim for",
        "precreatedIp" => "address set aside",
        "new" => "not there yet",
        "subnet.prefix" => "subnet size",
        "subnet.availableAddresses" => "free addresses",
        "subnet.otherInstances" => "others in the subnet",
        "subnet.delegated" => "subnet delegated",
        "subnet.locked" => "subnet locked",
        "subnet.networkSecurityGroup" => "security group",
        "subnet.serviceEndpoints" => "service endpoints",
        "zones" | "zones.kind" | "zones.zones" => "zones",
        part => part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_called_as_the_questions_are() {
        assert_eq!(field("tier"), "Tier");
        assert_eq!(field("goals.surviveZoneLoss"), "Survive a zone");
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
