use apim_plan::facts::network::KEPT_BY_AZURE;
use apim_plan::{Capacity, SubnetPlan, SubnetUse};
use yew::prelude::*;

use super::geometry::{self, Stretch};
use super::phrases;
use crate::plan::cites;
use crate::planned::{Marks, PlanPart};

/// Properties of [`Subnets`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct SubnetsProps {
    /// The regions.
    pub locations: PlanPart<Vec<Capacity>>,
    /// The numbers of the sources.
    pub marks: Marks,
}

/// Addresses in each subnet: now, while the instance is there twice, and afterwards.
#[component]
pub fn Subnets(props: &SubnetsProps) -> Html {
    let SubnetsProps { locations, marks } = props;
    let locations = locations.get().map(Vec::as_slice).unwrap_or_default();
    let subnets: Vec<_> =
        locations.iter().filter_map(|capacity| capacity.subnet.as_ref().map(|subnet| (capacity, subnet))).collect();
    let Some((_, first)) = subnets.first() else {
        return Html::default();
    };
    let migrates = subnets.iter().any(|(_, subnet)| subnet.during_migration.is_some());
    html! {
        <section class="section" id="subnets" aria-labelledby="subnets-title">
            <h2 id="subnets-title">{ "Room in the subnets" }</h2>
            <p class="lead">
                { format!("Azure reserves {KEPT_BY_AZURE} IP addresses of each subnet.") }
                if migrates {
                    { " During a migration in the same subnet, a second copy of the instance exists." }
                }
                { cites(&first.sources, marks) }
            </p>
            <div class="gauge">
                for (capacity, subnet) in subnets {
                    <div data-subnet={capacity.name.to_string()}>
                        <h3>{ &*capacity.display_name }{ " " }<span class="num">{ size(subnet) }</span></h3>
                        <ul>
                            { use_row(&now(capacity), subnet, subnet.addresses_needed, 0, fits_now(subnet)) }
                            if let Some(during) = subnet.during_migration {
                                { use_row("During the migration", subnet, subnet.addresses_needed, second(subnet, during), during.fits) }
                            }
                            { use_row(&after(capacity), subnet, subnet.after.addresses_needed, 0, subnet.after.fits) }
                        </ul>
                        if let Some(prefix) = subnet.smallest_prefix {
                            <p class="aside">{ format!("The smallest prefix that fits now, during and after the migration: /{prefix}.") }</p>
                        }
                    </div>
                }
            </div>
            <ul class="key">
                { key("gauge__used", "first copy") }
                { key("gauge__copy", "second copy") }
                { key("gauge__azure", "reserved by Azure") }
                { key("gauge__over", "not available") }
            </ul>
        </section>
    }
}

fn size(subnet: &SubnetPlan) -> String {
    match subnet.usable {
        Some(usable) => format!("{usable} usable of {}", usable + KEPT_BY_AZURE),
        None => "size not known".to_owned(),
    }
}

fn now(capacity: &Capacity) -> String {
    capacity.current.units.map_or_else(|| "Now".to_owned(), |units| format!("Now, {}", phrases::units(units)))
}

fn after(capacity: &Capacity) -> String {
    capacity.options.first().map_or_else(|| "After".to_owned(), |best| format!("After, {}", phrases::units(best.units)))
}

/// What the second copy takes: both copies less the first.
fn second(subnet: &SubnetPlan, during: SubnetUse) -> u32 {
    during.addresses_needed.saturating_sub(subnet.addresses_needed)
}

/// Whether the present units fit beside what others use; `None` where that is not known.
fn fits_now(subnet: &SubnetPlan) -> Option<bool> {
    let free = subnet.usable?.checked_sub(subnet.used_by_others?);
    Some(free.is_some_and(|free| subnet.addresses_needed <= free))
}

fn use_row(label: &str, subnet: &SubnetPlan, first: u32, second: u32, fits: Option<bool>) -> Html {
    let needed = first + second;
    let says = match (subnet.usable, fits) {
        (Some(usable), None) => format!("{needed} of {usable}, other resources not known"),
        (Some(usable), Some(_)) => format!("{needed} of {usable}"),
        (None, _) => format!("{needed} needed"),
    };
    html! {
        <li class={(fits == Some(false)).then_some("is-short")}>
            <span>{ label.to_owned() }</span>
            { subnet.usable.map(|usable| picture(usable, first, second)).unwrap_or_default() }
            <span class="num">
                { says }
                if fits == Some(false) {
                    <span class="sr">{ ", too many" }</span>
                }
            </span>
        </li>
    }
}

fn picture(usable: u32, first: u32, second: u32) -> Html {
    let gauge = geometry::gauge(usable, KEPT_BY_AZURE, first, second);
    let rect = |class: &'static str, at: Stretch| {
        html! { <rect {class} x={at.from.to_string()} width={at.width.to_string()} height="18"/> }
    };
    html! {
        <svg aria-hidden="true">
            <rect class="gauge__track" width="100%" height="18" rx="2"/>
            { rect("gauge__azure", gauge.kept) }
            { rect("gauge__used", gauge.first) }
            { gauge.second.map(|at| rect("gauge__copy", at)).unwrap_or_default() }
            { gauge.over.map(|at| rect("gauge__over", at)).unwrap_or_default() }
            <line class="gauge__limit" x1={gauge.limit.to_string()} x2={gauge.limit.to_string()} y1="-1" y2="19"/>
        </svg>
    }
}

fn key(class: &'static str, says: &'static str) -> Html {
    html! {
        <li><svg class="key__box" width="22" height="12" aria-hidden="true"><rect {class} width="22" height="12" rx="2"/></svg>{ says }</li>
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{planned, west_europe};
    use super::*;

    async fn rendered(subnet: Option<SubnetPlan>) -> String {
        let plan = planned(Capacity { subnet, ..west_europe() });
        let locations = plan.part(|plan| Some(&plan.capacity.locations));
        let page = html! { <Subnets {locations} marks={plan.marks().clone()} /> };
        crate::rendered::html(page).await.replace("><", ">\n<")
    }

    #[tokio::test(flavor = "current_thread")]
    async fn draws_now_during_and_after() {
        insta::assert_snapshot!(rendered(west_europe().subnet).await);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn says_in_words_that_there_is_no_room() {
        let tight = west_europe().subnet.map(|subnet| SubnetPlan {
            usable: Some(11),
            during_migration: Some(SubnetUse { addresses_needed: 18, fits: Some(false) }),
            ..subnet
        });
        let html = rendered(tight).await;
        assert!(html.contains("18 of 11<span class=\"sr\">, too many</span>"), "{html}");
        assert_eq!(html.matches("class=\"is-short\"").count(), 1, "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_subnet_of_unknown_size_has_numbers_and_no_gauge() {
        let html = rendered(west_europe().subnet.map(|subnet| SubnetPlan { usable: None, fits: None, ..subnet })).await;
        assert!(html.contains("9 needed") && !html.contains("gauge__limit"), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_instance_without_subnets_has_no_such_section() {
        assert_eq!(rendered(None).await, "");
    }
}
