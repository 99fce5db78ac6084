//! Does the route table send the service tag `ApiManagement` to the internet?

use super::prelude::*;

pub(super) static QUESTION: Question<Location> = Question {
    field: Field::named("subnet.routeApiManagement"),
    group: Group::LocationDetails,
    label: "Does the route table send ApiManagement to next hop Internet?",
    short: "Route for ApiManagement",
    help: "",
    find_out: &[
        FindOut::Command(
            r#"az network route-table route list -g "$GROUP" --route-table-name "$ROUTES" --query "[?addressPrefix=='ApiManagement'].nextHopType" -o tsv"#,
        ),
        FindOut::Portal("Route table > Routes"),
    ],
    in_links: InLinks::Carried,
    kind: yes_no!(subnet.route_api_management),
    weight: Weight::Location(|case| case.may_be_injected()),
};
