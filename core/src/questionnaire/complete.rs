//! What a description leaves open.

use super::Questionnaire;
use crate::domain::PlanRequest;

impl Questionnaire<'_> {
    /// A description, and where it says nothing, what was answered before: no description says what its owner can accept.
    ///
    /// A location that the description does not have is gone, unless it is still to be added.
    #[must_use]
    pub fn completed(&self, described: &PlanRequest, answered: &PlanRequest) -> PlanRequest {
        let mut request = described.clone();
        for question in self.questions.iter().filter(|question| !question.kind.is_answered(described)) {
            question.kind.put(&mut request, question.kind.get(answered));
        }
        if described.locations.is_empty() {
            return request;
        }
        for before in &answered.locations {
            let Some(location) = request.locations.iter_mut().find(|location| location.name == before.name) else {
                if before.new == Some(true) {
                    request.locations.push(before.clone());
                }
                continue;
            };
            let is_described_as_new = location.new;
            for question in self.of_location {
                if !question.kind.is_answered(location) {
                    question.kind.put(location, question.kind.get(before));
                }
            }
            // What can be described exists, whatever was planned before.
            location.new = is_described_as_new;
        }
        request
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use crate::domain::PlanRequest;
    use crate::questionnaire::QUESTIONNAIRE;

    fn read(json: &str) -> PlanRequest {
        crate::read_request(json).expect("a request")
    }

    fn completed(described: &PlanRequest, answered: &PlanRequest) -> PlanRequest {
        QUESTIONNAIRE.completed(described, answered)
    }

    #[test]
    fn what_a_description_says_counts() {
        let mine =
            read(r#"{"tier":"developer","resourceGroup":"rg","locations":[{"name":"westeurope","units":1,"unitsNeeded":3}]}"#);
        let described = read(r#"{"tier":"premium","locations":[{"name":"West Europe","units":2}]}"#);
        let both =
            read(r#"{"tier":"premium","resourceGroup":"rg","locations":[{"name":"westeurope","units":2,"unitsNeeded":3}]}"#);
        assert_eq!(completed(&described, &mine), both);
    }

    #[test]
    fn a_region_that_is_still_to_be_added_cannot_be_described_yet() {
        let before = read(r#"{"locations":[{"name":"westeurope"},{"name":"eastus"},{"name":"northeurope","new":true}]}"#);
        let after = completed(&read(r#"{"locations":[{"name":"westeurope"}]}"#), &before);
        let names: Vec<_> = after.locations.iter().map(|location| location.name.to_string()).collect();
        assert_eq!(names, ["westeurope", "northeurope"]);
    }

    #[test]
    fn a_region_that_is_described_is_no_longer_to_be_added() {
        let before = read(r#"{"locations":[{"name":"westeurope","new":true,"unitsNeeded":2}]}"#);
        let after = completed(&read(r#"{"locations":[{"name":"westeurope"}]}"#), &before);
        assert_eq!(after, read(r#"{"locations":[{"name":"westeurope","unitsNeeded":2}]}"#));
    }
}
