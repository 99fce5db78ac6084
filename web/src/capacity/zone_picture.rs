use apim_plan::{Capacity, Layout};
use yew::prelude::*;

use super::Loss;
use super::geometry::{self, Stack};
use super::parts::switch;
use super::phrases;
use crate::planned::PlanPart;
use crate::ui::{Sign, icon};

/// Properties of [`ZonePicture`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct ZonePictureProps {
    /// The location.
    pub capacity: PlanPart<Capacity>,
    /// The zone that is lost, counted from one.
    pub lost: Option<u32>,
    /// The whole region is lost.
    pub region_lost: bool,
    /// Another zone is to be lost, or none.
    pub on_loss: Callback<Loss>,
}

/// The units of a location over its zones in the recommended layout, and what is left of them when a zone is lost.
///
/// The picture is for the eye; its caption says the same in words, and says it again when the switch is turned.
#[component]
pub fn ZonePicture(props: &ZonePictureProps) -> Html {
    let Some(capacity) = props.capacity.get() else {
        return Html::default();
    };
    let on_lose = {
        let name = capacity.name.clone();
        props.on_loss.reform(move |zone| Loss::Zone(name.clone(), zone))
    };
    let shown = Shown::of(capacity);
    let name = &capacity.display_name;
    let remains = shown.remains(props.lost, props.region_lost);
    let choices = shown.choices();
    html! {
        <figure class="zonepic" aria-label={format!("{name}, {}", shown.title())} data-zones={capacity.name.to_string()}>
            if choices.len() > 1 {
                <fieldset class="lose">
                    <legend class="sr">{ format!("Zone outage in {name}") }</legend>
                    <span class="lose__label" aria-hidden="true">{ "Zone outage" }</span>
                    { switch("seg", &format!("lose-{}", capacity.name), choices, &props.lost, &on_lose) }
                </fieldset>
            }
            <div class="zones" aria-hidden="true">{ zones(&shown, props) }</div>
            <div class="serves">
                { bar(&shown, remains, capacity) }
                <figcaption class="serves__text" aria-live="polite">{ caption(&shown, remains, capacity, props) }</figcaption>
            </div>
        </figure>
    }
}

/// The layout in the picture: the recommended one, or the present one where nothing can be recommended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shown {
    layout: Option<Layout>,
    zones: Option<u32>,
    units: Option<u32>,
    per_zone: Option<u32>,
}

/// How many units go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Remains {
    /// All of them.
    All,
    /// So many.
    Units(u32),
    /// The number is not visible.
    NotTold,
}

impl Shown {
    fn of(capacity: &Capacity) -> Self {
        let current = &capacity.current;
        capacity.options.first().map_or(
            Self { layout: current.layout, zones: current.zones, units: current.units, per_zone: current.units_per_zone },
            |best| Self { layout: Some(best.layout), zones: best.zones, units: Some(best.units), per_zone: best.units_per_zone },
        )
    }

    fn title(&self) -> String {
        self.layout.map_or_else(|| "no zones".to_owned(), |layout| phrases::layout(layout, self.zones))
    }

    /// The zones that are seen: none where the platform chooses them, or where there are none.
    fn seen(&self) -> u32 {
        match self.layout {
            Some(Layout::Redundant) => self.zones.unwrap_or_default(),
            Some(Layout::Zonal) => 1,
            Some(Layout::Automatic) | None => 0,
        }
    }

    fn choices(&self) -> Vec<(AttrValue, Option<u32>)> {
        let zones = match self.layout {
            // One of the zones that are not visible: which one makes no difference.
            Some(Layout::Automatic) => vec![("any".into(), Some(1))],
            Some(Layout::Redundant | Layout::Zonal) => {
                (1..=self.seen()).map(|zone| (AttrValue::from(zone.to_string()), Some(zone))).collect()
            }
            None => Vec::new(),
        };
        std::iter::once(("none".into(), None)).chain(zones).collect()
    }

    fn remains(&self, lost: Option<u32>, region_lost: bool) -> Remains {
        if region_lost {
            return Remains::Units(0);
        }
        match (lost, self.layout) {
            (None, _) | (_, None) => Remains::All,
            (Some(_), Some(Layout::Automatic)) => Remains::NotTold,
            (Some(_), Some(Layout::Zonal)) => Remains::Units(0),
            (Some(zone), Some(Layout::Redundant)) if zone > self.seen() => Remains::All,
            (Some(_), Some(Layout::Redundant)) => match (self.units, self.per_zone) {
                (Some(units), Some(per_zone)) => Remains::Units(units.saturating_sub(per_zone)),
                _ => Remains::NotTold,
            },
        }
    }
}

fn zones(shown: &Shown, props: &ZonePictureProps) -> Html {
    let Some(units) = shown.units else {
        return html! { <div class="zone zone--wide"><p class="zone__name">{ "Units not known" }</p></div> };
    };
    if shown.seen() == 0 {
        let name = match shown.layout {
            Some(Layout::Automatic) => "Zones selected by Azure",
            Some(Layout::Redundant | Layout::Zonal) | None => "No zones",
        };
        return html! { <div class="zone zone--wide">{ zone(name, units, props.region_lost, props.lost.is_some()) }</div> };
    }
    let per_zone = shown.per_zone.unwrap_or(units);
    html! {
        for number in 1..=shown.seen() {
            <div class={classes!("zone", (props.region_lost || props.lost == Some(number)).then_some("is-lost"))} data-zone={number.to_string()}>
                { zone(&format!("Zone {number}"), per_zone, props.region_lost || props.lost == Some(number), false) }
            </div>
        }
    }
}

/// Head and units of a zone. Doubtful units are outlined: they may be lost.
fn zone(name: &str, units: u32, lost: bool, doubtful: bool) -> Html {
    let Stack { height, blocks } = geometry::stack(units);
    let class = if lost {
        "unit unit--lost"
    } else if doubtful {
        "unit unit--doubtful"
    } else {
        "unit"
    };
    let single = blocks.len() == 1 && units > 1;
    html! {
        <>
            <p class="zone__name">
                { name.to_owned() }
                if lost {
                    { icon(Sign::X) }
                }
            </p>
            <svg class="zone__units" height={height.to_string()} width="100%">
                for block in blocks {
                    <rect {class} x={block.across.from.to_string()} y={block.top.to_string()} width={block.across.width.to_string()} height={block.height.to_string()} rx="3"/>
                }
                if single {
                    <text x="50%" y={(height / 2).to_string()} dy="4" text-anchor="middle">{ phrases::units(units) }</text>
                }
            </svg>
        </>
    }
}

fn bar(shown: &Shown, remains: Remains, capacity: &Capacity) -> Html {
    let Some(units) = shown.units else {
        return Html::default();
    };
    let serving = match remains {
        Remains::All => units,
        Remains::Units(serving) => serving,
        // No promise is drawn as a serving unit.
        Remains::NotTold => 0,
    };
    let need = capacity.units_needed.as_ref().map(|needed| needed.units);
    let geometry::Serves { blocks, need: mark } = geometry::serves(units, serving, need);
    let lost = if remains == Remains::NotTold { "serves__doubtful" } else { "serves__lost" };
    html! {
        <svg class="serves__bar" aria-hidden="true">
            for block in blocks {
                <rect class={block.lost.then_some(lost)} x={block.at.from.to_string()} y="4" width={block.at.width.to_string()} height="12" rx="2"/>
            }
            if let Some(mark) = mark {
                <line class="serves__need" x1={mark.at.to_string()} x2={mark.at.to_string()} y1="0" y2="22"/>
                <text x={mark.at.to_string()} y="34" text-anchor={<&str>::from(mark.anchor)}>
                    { format!("needed at peak: {}", need.unwrap_or_default()) }
                </text>
            }
        </svg>
    }
}

fn caption(shown: &Shown, remains: Remains, capacity: &Capacity, props: &ZonePictureProps) -> Html {
    let Some(units) = shown.units else {
        return html! { <p>{ "The number of units is not known." }</p> };
    };
    let need = capacity.units_needed.as_ref().map(|needed| needed.units);
    let serving = match remains {
        Remains::All => units,
        Remains::Units(serving) => serving,
        Remains::NotTold => {
            return html! { <p><b>{ format!("Not documented: how many of {} remain.", phrases::units(units)) }</b>{ " Downtime: " }{ lower(&capacity.zone_down.downtime) }</p> };
        }
    };
    let compared = need.map(|need| phrases::against_need(serving, need));
    let lost = match (props.region_lost, props.lost) {
        (true, _) => Some("The region is unavailable.".to_owned()),
        (false, Some(_)) if remains != Remains::All => Some(capacity.zone_down.active_requests.to_string()),
        (false, _) => None,
    };
    html! {
        <p>
            <b>{ format!("{serving} of {} serve", phrases::units(units)) }</b>
            { compared.map_or_else(|| ".".to_owned(), |compared| format!(", {compared}.")) }
            if let Some(lost) = lost {
                { format!(" {lost}") }
            }
        </p>
    }
}

/// The sentence as it goes on behind a colon.
fn lower(sentence: &str) -> String {
    let mut signs = sentence.chars();
    signs.next().map(|first| first.to_lowercase().chain(signs).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{laid_out, planned, west_europe};
    use super::*;

    async fn caption_of(capacity: Capacity, lost: Option<u32>, region_lost: bool) -> String {
        let html = rendered(capacity, lost, region_lost).await;
        let caption = html.split_once("<figcaption").and_then(|(_, rest)| rest.split_once('>'));
        caption.map(|(_, caption)| caption.replace("</figcaption></div></figure>", "")).unwrap_or_default()
    }

    async fn rendered(capacity: Capacity, lost: Option<u32>, region_lost: bool) -> String {
        let capacity = planned(capacity).part(|plan| plan.capacity.locations.first());
        crate::rendered::html(html! { <ZonePicture {capacity} {lost} {region_lost} on_loss={Callback::noop()} /> }).await
    }

    #[tokio::test(flavor = "current_thread")]
    async fn shows_the_units_of_each_zone_and_hatches_those_of_the_lost_one() {
        insta::assert_snapshot!(rendered(west_europe(), Some(2), false).await.replace("><", ">\n<"));
    }

    #[tokio::test(flavor = "current_thread")]
    async fn counts_what_is_left_against_the_need() {
        insta::assert_snapshot!(caption_of(west_europe(), None, false).await, @"<p><b>6 of 6 units serve</b>, two more than needed at peak.</p>");
        insta::assert_snapshot!(caption_of(west_europe(), Some(2), false).await, @"<p><b>4 of 6 units serve</b>, exactly the units needed at peak. Requests in progress there fail.</p>");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_zonal_layout_has_nothing_left() {
        let zonal = laid_out(Layout::Zonal, Some(1), 4, Some(0));
        insta::assert_snapshot!(caption_of(zonal, Some(1), false).await, @"<p><b>0 of 4 units serve</b>, four fewer than needed at peak. Requests in progress there fail.</p>");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_automatic_layout_promises_no_number() {
        let automatic = laid_out(Layout::Automatic, None, 4, None);
        insta::assert_snapshot!(caption_of(automatic, Some(1), false).await, @"<p><b>Not documented: how many of 4 units remain.</b> Downtime: the gateway stays available.</p>");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_lost_region_has_nothing_left_whatever_its_zones() {
        insta::assert_snapshot!(caption_of(west_europe(), Some(2), true).await, @"<p><b>0 of 6 units serve</b>, four fewer than needed at peak. The region is unavailable.</p>");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn without_zones_there_is_no_switch() {
        let capacity = Capacity { options: Vec::new(), ..west_europe() };
        let html = rendered(capacity, None, false).await;
        assert!(!html.contains("Zone outage"), "{html}");
        assert!(html.contains("4 of 4 units serve"), "{html}");
    }
}
