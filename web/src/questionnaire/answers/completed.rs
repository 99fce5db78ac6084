//! What a description leaves open. Pure.

use apim_plan::{Goals, Location, PlanRequest, Subnet};

/// A description, and where it says nothing, what was answered before: none says what its owner can accept.
///
/// Of its locations none is missing, so that one of before goes unless it is still to be added.
pub(super) fn completed(described: &PlanRequest, answered: &PlanRequest) -> PlanRequest {
    let mut request = described.clone();
    macro_rules! keep {
        ($into:expr, $from:expr, $($field:ident)+) => {
            $(if $into.$field.is_none() {
                $into.$field.clone_from(&$from.$field);
            })+
        };
    }
    keep!(request, answered, name resource_group subscription_id cloud tier platform created_on updated_on updated_with vnet);
    keep!(request, answered, custom_domains custom_domain_record dns_change_minutes firewall ip_dependencies modify_instance);
    keep!(request, answered, downtime_allowed non_business_hours validate_first new_subnet return_to_original_subnet);
    keep!(request, answered, key_vault_blocked special_vnet_conditions self_hosted_gateways autoscale);
    if let Some(before) = &answered.goals {
        let goals = request.goals.get_or_insert_with(Goals::default);
        keep!(goals, before, survive_zone_loss survive_region_loss);
    }
    if request.locations.is_empty() {
        request.locations.clone_from(&answered.locations);
        return request;
    }
    for before in &answered.locations {
        let Some(location) = request.locations.iter_mut().find(|location| location.name == before.name) else {
            if before.new == Some(true) {
                request.locations.push(Location::clone(before));
            }
            continue;
        };
        keep!(location, before, units units_needed zones platform public_ip capacity_percent target_percent share precreated_ip);
        if let Some(before) = &before.subnet {
            let subnet = location.subnet.get_or_insert_with(Subnet::default);
            keep!(subnet, before, prefix available_addresses other_instances delegated locked network_security_group);
            keep!(subnet, before, service_endpoints);
        }
    }
    request
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects by failing")]
mod tests {
    use apim_plan::PlanRequest;

    use super::completed;

    /// An answer to everything.
    const ALL: &str = r#"{"name":"orders","resourceGroup":"rg","subscriptionId":"1","cloud":"global","tier":"premium",
        "platform":"stv1","createdOn":"2019-01-01","updatedOn":"2020-01-01","updatedWith":{"tool":"api","apiVersion":"2021-08-01"},
        "vnet":"internal","customDomains":true,"customDomainRecord":"a","dnsChangeMinutes":25,"firewall":"rules",
        "ipDependencies":true,"modifyInstance":true,"downtimeAllowed":false,"nonBusinessHours":true,"validateFirst":true,
        "newSubnet":true,"returnToOriginalSubnet":true,"keyVaultBlocked":false,"specialVnetConditions":false,
        "selfHostedGateways":true,"autoscale":false,"goals":{"surviveZoneLoss":true,"surviveRegionLoss":true},
        "locations":[{"name":"westeurope","units":2,"unitsNeeded":2,"zones":{"kind":"zonal"},"platform":"stv1","publicIp":true,
        "capacityPercent":50,"targetPercent":60,"share":100,"precreatedIp":"20.1.2.3","subnet":{"prefix":27,
        "availableAddresses":9,"otherInstances":0,"delegated":false,"locked":false,"networkSecurityGroup":true,
        "serviceEndpoints":true}}]}"#;

    fn read(json: &str) -> PlanRequest {
        apim_plan::read_request(json).expect("a request")
    }

    /// A field that is new and was forgotten here fails this.
    #[test]
    fn nothing_that_was_answered_is_lost_to_a_description_that_does_not_say_it() {
        let all = read(ALL);
        let fields = serde_json::to_value(&all).expect("JSON");
        // But for `asOf`, which the page never has.
        assert_eq!(fields.as_object().map(serde_json::Map::len), Some(27), "every field is answered above");
        assert_eq!(completed(&PlanRequest::default(), &all), all);
        assert_eq!(completed(&read(r#"{"locations":[{"name":"West Europe"}]}"#), &all), all);
    }

    #[test]
    fn what_a_description_says_counts() {
        let all = read(ALL);
        let other =
            read(&ALL.replace("premium", "developer").replace("\"units\":2", "\"units\":1").replace("\"rg\"", "\"group\""));
        assert_eq!(completed(&all, &other), all);
    }

    #[test]
    fn a_region_that_is_still_to_be_added_cannot_be_described_yet() {
        let before = read(r#"{"locations":[{"name":"westeurope"},{"name":"eastus"},{"name":"northeurope","new":true}]}"#);
        let after = completed(&read(r#"{"locations":[{"name":"westeurope"}]}"#), &before);
        let names: Vec<_> = after.locations.iter().map(|location| location.name.to_string()).collect();
        assert_eq!(names, ["westeurope", "northeurope"]);
    }
}
