use apim_plan::facts::disagreements_capacity::ALL as DISAGREEMENTS;
use apim_plan::{Autoscale, Capacity, Finding, Placement, PlanRequest, Role, RuleId, ZoneSupport, zone_down};
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::{
    FailColumn, Loss, Losses, PlaceProps, autoscale_table, capacity_verdict, fails_table, order_of_work, place,
    region_loss_picture, reliability, subnets,
};
use crate::plan::disagreements_among;
use crate::planned::Planned;
use crate::words;

/// The capacity plan as a whole.
pub fn capacity_view(request: &PlanRequest, plan: &Planned, losses: &Losses, on_loss: &Callback<Loss>) -> Html {
    let locations = plan.capacity.locations.as_slice();
    let findings: Vec<&Finding> = plan.findings.iter().filter(|finding| concerns_capacity(finding.rule)).collect();
    let set = request.autoscale.and_then(|autoscale| match autoscale {
        Autoscale::Off => None,
        Autoscale::Limits(limits) => Some(limits),
    });
    let known: Vec<&str> = DISAGREEMENTS.iter().map(|each| each.id).collect();
    html! {
        <>
            { capacity_verdict(request, &findings, plan) }
            for capacity in locations {
                { place(&PlaceProps {
                    capacity,
                    plan,
                    lost: losses.zone(&capacity.name),
                    region_lost: losses.is_lost(&capacity.name),
                    on_lose: zone_switch(capacity, on_loss),
                }) }
            }
            <p class="aside">{ "Filled units carry the peak, outlined ones are spare. Zone numbers are logical: your zone 1 may not be another subscription's." }</p>
            if let Some(loss) = &plan.capacity.region_loss {
                { region_loss_picture(loss, losses.region.as_ref(), &on_loss.reform(Loss::Region), plan) }
            }
            { subnets(locations, plan) }
            if let (Some(capacity), Some(set)) = (locations.first(), set) {
                { autoscale_table(capacity, set, plan) }
            }
            { order_of_work(plan) }
            { disagreements_among(plan, &known) }
            <section class="section" id="fails" aria-labelledby="fails-title">
                <h2 id="fails-title">{ "What fails how" }</h2>
                { fails_table("When a zone is lost", &zone_columns(locations), plan) }
                { fails_table("When a region is lost", &region_columns(locations), plan) }
            </section>
            { reliability(plan) }
        </>
    }
}

/// The planner's rules stand in two parts: those on the migration, then those on units over zones and regions.
fn concerns_capacity(rule: RuleId) -> bool {
    rule >= RuleId::UnevenZoneUnits
}

fn zone_switch(capacity: &Capacity, on_loss: &Callback<Loss>) -> Callback<Option<u32>> {
    let name = capacity.name.clone();
    on_loss.reform(move |zone| Loss::Zone(name.clone(), zone))
}

/// The three layouts side by side, the reader's own among them; others only where the reader has them.
fn zone_columns(locations: &[Capacity]) -> Vec<FailColumn> {
    let can_have_zones = locations.iter().any(|capacity| match capacity.zone_support {
        ZoneSupport::Yes | ZoneSupport::Unknown | ZoneSupport::OnlyAtCreation => true,
        ZoneSupport::No | ZoneSupport::TierLacksZones => false,
    });
    Placement::iter()
        .filter_map(|placement| {
            let yours = locations.iter().any(|capacity| capacity.zone_down == zone_down(placement, capacity.role));
            let (title, always) = match placement {
                Placement::Automatic => ("Automatic", can_have_zones),
                Placement::AutomaticSingle => ("Automatic, one unit", false),
                Placement::AutomaticOpen => ("Automatic, units not known", false),
                Placement::Redundant => ("Zone-redundant", can_have_zones),
                Placement::Zonal => ("Zonal", can_have_zones),
                Placement::Together => ("Without zones", false),
            };
            (yours || always).then(|| FailColumn { title: title.into(), yours, failure: zone_down(placement, Role::Primary) })
        })
        .collect()
}

fn region_columns(locations: &[Capacity]) -> Vec<FailColumn> {
    locations
        .iter()
        .map(|capacity| FailColumn {
            title: AttrValue::from(format!("{}, {}", capacity.display_name, words::role(capacity.role))),
            yours: false,
            failure: capacity.region_down.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_on_the_migration_stay_with_the_migration() {
        use RuleId::{ParallelLacksTrustedBypass, RetiredPlatform, SubnetTooSmall, UnevenZoneUnits, ZonesNamedOnStv1};
        assert!([UnevenZoneUnits, SubnetTooSmall, ZonesNamedOnStv1].into_iter().all(concerns_capacity));
        assert!(![RetiredPlatform, ParallelLacksTrustedBypass].into_iter().any(concerns_capacity));
    }

    async fn rendered(json: &str) -> String {
        let request = apim_plan::read_request(json).unwrap_or_else(|error| unreachable!("{error}"));
        let plan = Planned::new(apim_plan::plan(&request), None);
        let view = capacity_view(&request, &plan, &Losses::default(), &Callback::noop());
        crate::rendered::html(view).await
    }

    #[tokio::test(flavor = "current_thread")]
    async fn the_readers_layout_is_marked_among_the_three() {
        let html = rendered(r#"{"tier":"premium","platform":"stv2","vnet":"none","locations":[{"name":"westeurope","units":3,"zones":{"kind":"redundant","zones":3}}]}"#).await;
        assert!(html.contains("Zone-redundant, yours") && html.contains(">Automatic<") && html.contains(">Zonal<"), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_tier_without_zones_is_not_compared_with_layouts_it_cannot_have() {
        let html = rendered(r#"{"tier":"developer","platform":"stv2","locations":[{"name":"westeurope","units":1}]}"#).await;
        assert!(html.contains("Without zones, yours") && !html.contains("Zone-redundant"), "{html}");
    }
}
