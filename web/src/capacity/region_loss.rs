use apim_plan::{IfLost, RegionLoss, RegionName};
use yew::prelude::*;

use super::parts::switch;
use super::{Loss, geometry, phrases};
use crate::plan::cites;
use crate::planned::{Marks, PlanPart};
use crate::words;

/// Properties of [`RegionLossPicture`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct RegionLossPictureProps {
    /// What the loss of each region leaves.
    pub losses: PlanPart<RegionLoss>,
    /// The region that is lost.
    pub lost: Option<RegionName>,
    /// Another region is to be lost, or none.
    pub on_loss: Callback<Loss>,
    /// The numbers of the sources.
    pub marks: Marks,
}

/// Which regions carry the traffic of a lost one, and whether their units are enough.
#[component]
pub fn RegionLossPicture(props: &RegionLossPictureProps) -> Html {
    let RegionLossPictureProps { losses, lost, on_loss, marks } = props;
    let Some(losses) = losses.get() else {
        return Html::default();
    };
    let on_lose = on_loss.reform(Loss::Region);
    let choices = std::iter::once(("none".into(), None))
        .chain(losses.if_lost.iter().map(|case| (words::region(&case.name).to_owned().into(), Some(case.name.clone()))))
        .collect();
    let case = lost.as_ref().and_then(|lost| losses.if_lost.iter().find(|case| case.name == *lost));
    html! {
        <section class="section" id="region-loss" aria-labelledby="region-loss-title">
            <h2 id="region-loss-title">{ "Region outage" }</h2>
            <p class="lead">
                { total(losses) }
                { cites(&losses.sources, marks) }
            </p>
            <fieldset class="lose lose--region">
                <legend class="sr">{ "Region outage" }</legend>
                <span class="lose__label" aria-hidden="true">{ "Region outage" }</span>
                { switch("chips", "lose-region", choices, lost, &on_lose) }
            </fieldset>
            <div aria-live="polite">
                if let Some(case) = case {
                    { survivors(case) }
                } else {
                    { overview(losses) }
                }
            </div>
        </section>
    }
}

fn total(loss: &RegionLoss) -> String {
    let (now, enough) = (loss.units_total, loss.units_for_any_loss);
    match enough.checked_sub(now) {
        None | Some(0) => {
            format!("{} in all are enough for the outage of any one region; you have {now}.", phrases::units(enough))
        }
        Some(more) => {
            format!("You have {} in all. {enough} are enough for the outage of any one region: {more} more.", phrases::units(now))
        }
    }
}

/// One sentence for each region that may be lost, and what each region needs for the loss of any other.
fn overview(loss: &RegionLoss) -> Html {
    html! {
        <>
            <ul class="losses">
                for case in &loss.if_lost {
                    <li class={(!enough(case)).then_some("is-short")}>{ sentence(case) }</li>
                }
            </ul>
            <ul class="gauge gauge--regions" aria-label="Units for the outage of any other region">
                for need in &loss.regions {
                    { row(&need.name, need.units, need.units_for_any_loss) }
                }
            </ul>
        </>
    }
}

fn enough(case: &IfLost) -> bool {
    case.survivors.iter().all(|survivor| survivor.enough)
}

fn sentence(case: &IfLost) -> String {
    let short: Vec<String> = case
        .survivors
        .iter()
        .filter(|survivor| !survivor.enough)
        .map(|survivor| {
            format!("{} by {}", words::region(&survivor.name), survivor.units_to_carry.saturating_sub(survivor.units))
        })
        .collect();
    let lost = words::region(&case.name);
    if short.is_empty() {
        format!("{lost} unavailable: the other regions serve the load.")
    } else {
        format!("{lost} unavailable: short in {}.", phrases::and(&short))
    }
}

fn survivors(case: &IfLost) -> Html {
    html! {
        <>
            <p class="losses__line"><b>{ sentence(case) }</b></p>
            <ul class="gauge gauge--regions" aria-label="Units of the other regions">
                for survivor in &case.survivors {
                    { row(&survivor.name, survivor.units, survivor.units_to_carry) }
                }
            </ul>
        </>
    }
}

/// The units a region has, those that are missing, and the mark of what it must carry.
fn row(name: &RegionName, has: u32, needs: u32) -> Html {
    let geometry::Serves { blocks, need } = geometry::serves(has.max(needs), has, Some(needs));
    let short = needs.checked_sub(has).filter(|short| *short > 0);
    html! {
        <li class={short.map(|_| "is-short")}>
            <span>{ words::region(name).to_owned() }</span>
            <svg class="serves__bar serves__bar--plain" aria-hidden="true">
                for block in blocks {
                    <rect class={block.lost.then_some("serves__lost")} x={block.at.from.to_string()} y="3" width={block.at.width.to_string()} height="12" rx="2"/>
                }
                if let Some(need) = need {
                    <line class="serves__need" x1={need.at.to_string()} x2={need.at.to_string()} y1="0" y2="18"/>
                }
            </svg>
            <span class="num">{ short.map_or_else(|| format!("{has} of {needs}"), |short| format!("{has} of {needs}, {short} short")) }</span>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use apim_plan::cite::Sources;
    use apim_plan::{PlanRequest, RegionNeed, Survivor};

    use super::super::fixture::region;
    use super::*;
    use crate::planned::Planned;

    fn loss() -> RegionLoss {
        let survivor =
            |name, units_to_carry, units| Survivor { name: region(name), units_to_carry, units, enough: units >= units_to_carry };
        RegionLoss {
            if_lost: vec![
                IfLost { name: region("westeurope"), survivors: vec![survivor("northeurope", 6, 3)] },
                IfLost { name: region("northeurope"), survivors: vec![survivor("westeurope", 6, 6)] },
            ],
            regions: vec![
                RegionNeed { name: region("westeurope"), units: 6, units_for_any_loss: 6 },
                RegionNeed { name: region("northeurope"), units: 3, units_for_any_loss: 6 },
            ],
            units_total: 9,
            units_for_any_loss: 12,
            sources: Sources::NONE,
        }
    }

    async fn rendered(lost: Option<&str>) -> String {
        let mut plan = apim_plan::plan(&PlanRequest::default());
        plan.sources = apim_plan::SourceList::default();
        plan.capacity.region_loss = Some(loss());
        let plan = Planned::new(plan, None);
        let losses = plan.part(|plan| plan.capacity.region_loss.as_ref());
        let picture = html! {
            <RegionLossPicture {losses} lost={lost.map(region)} on_loss={Callback::noop()} marks={plan.marks().clone()} />
        };
        crate::rendered::html(picture).await.replace("><", ">\n<")
    }

    #[tokio::test(flavor = "current_thread")]
    async fn says_for_each_region_whether_the_others_carry_it() {
        let html = rendered(None).await;
        assert!(html.contains("You have 9 units in all. 12 are enough for the outage of any one region: 3 more."), "{html}");
        assert!(html.contains("West Europe unavailable: short in North Europe by 3."), "{html}");
        assert!(html.contains("North Europe unavailable: the other regions serve the load."), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_lost_region_shows_what_the_survivors_lack() {
        insta::assert_snapshot!(rendered(Some("westeurope")).await);
    }
}
