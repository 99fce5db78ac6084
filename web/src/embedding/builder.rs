use std::rc::Rc;

use apim_plan::PlanRequest;
use strum::IntoEnumIterator;
use yew::prelude::*;

use super::address::{EmbedTheme, EmbedView};
use super::recipes::RECIPES;
use super::snippet::{Form, Preset, Wish};
use crate::platform;
use crate::ui::{Sign, icon, use_say};

/// Properties of [`Builder`].
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct BuilderProps {
    /// The address of this site up to its folder, with the slash at its end.
    pub site: AttrValue,
    /// The answers on this page.
    pub request: Rc<PlanRequest>,
}

/// Chooses what to show in another page, and gives the text to copy.
#[component]
pub fn Builder(props: &BuilderProps) -> Html {
    let BuilderProps { site, request } = props;
    let (chosen, say) = (use_state_eq(Wish::default), use_say());
    let wish = *chosen;
    let on_wish = {
        let chosen = chosen.setter();
        Callback::from(move |next| chosen.set(next))
    };
    let snippet = wish.snippet(site, request);
    let address = wish.address(site, request);
    let on_copy = {
        let snippet = snippet.clone();
        Callback::from(move |_: MouseEvent| platform::copy(snippet.clone(), say.copied("Copied.")))
    };
    let radio = |name: &'static str, title: &'static str, value: Wish| {
        html! {
            <label>
                <input type="radio" {name} checked={value == wish} onchange={on_wish.reform(move |_: Event| value)} />
                <span>{ title }</span>
            </label>
        }
    };
    let group = |name: &'static str, legend: &'static str, options: Vec<(&'static str, Wish)>| {
        html! {
            <fieldset class="q" data-embed={name}>
                <legend class="q__label">{ legend }</legend>
                <div class="seg">{ for options.into_iter().map(|(title, value)| radio(name, title, value)) }</div>
            </fieldset>
        }
    };
    let themes = [None, Some(EmbedTheme::Light), Some(EmbedTheme::Dark)];
    html! {
        <section class="section" id="embedding" tabindex="-1" aria-labelledby="embedding-title">
            <h2 id="embedding-title">{ "Embed in a page" }</h2>
            <p class="lead">{ "The planner runs in the reader's browser and sends nothing. Select what to show, copy the text, and paste it as described below." }</p>
            <div class="builder">
                { group("embed-view", "Show", EmbedView::iter().map(|view| (view_title(view), Wish { view, ..wish })).collect()) }
                { group("embed-form", "As", Form::iter().map(|form| (form.title(), Wish { form, ..wish })).collect()) }
                { group("embed-preset", "Answers", Preset::iter().map(|preset| (preset_title(preset), Wish { preset, ..wish })).collect()) }
                { group("embed-theme", "Colours", themes.map(|theme| (theme_title(theme, wish.form), Wish { theme, ..wish })).into()) }
            </div>
            <p class="aside builder__means">{ wish.form.means() }{ " " }{ if wish.view == EmbedView::Doctor { DOCTOR } else { "" } }</p>
            <div class="command command--embed">
                <div class="command__head">
                    <h3>{ "Paste this" }</h3>
                    <button type="button" class="btn btn--small" data-embed="copy" onclick={on_copy}>
                        { icon(Sign::Copy) }{ "Copy" }
                    </button>
                </div>
                <pre tabindex="0" role="group" aria-label="Text to paste"><code data-embed="snippet">{ snippet }</code></pre>
                <p class="command__note"><a href={address} target="_blank" rel="noopener" data-embed="look">{ "Open the preview" }</a></p>
            </div>
            <h3 class="phase">{ "Where to paste it" }</h3>
            <dl class="recipes">
                for recipe in &RECIPES {
                    <div data-recipe={recipe.host}>
                        <dt>{ recipe.host }</dt>
                        <dd>
                            { recipe.how }
                            if let Some(line) = recipe.line(site) {
                                <pre tabindex="0" role="group" aria-label={format!("Line for {}", recipe.host)}><code>{ line }</code></pre>
                            }
                        </dd>
                        <dd class="recipes__form">
                            if recipe.form == wish.form {
                                <span class="tag tag--yours">{ recipe.form.title() }</span>
                            } else {
                                <button
                                    type="button"
                                    class="btn btn--small"
                                    aria-label={format!("Use the form for {}: {}", recipe.host, recipe.form.title())}
                                    onclick={on_wish.reform(move |_: MouseEvent| Wish { form: recipe.form, ..wish })}
                                >
                                    { recipe.form.title() }
                                </button>
                            }
                        </dd>
                    </div>
                }
            </dl>
            <h3 class="phase">{ "If the page stays empty" }</h3>
            <p>{ "Embed the doctor at the same position: select Doctor under Show. The doctor shows what the wiki allows and which policy line to request. If the wiki allows no frames of other sites, attach " }<a href="planner.html" download="planner.html">{ "planner.html" }</a>{ ", the whole tool in one file, and frame the attachment. If no frame is allowed, use the table." }</p>
        </section>
    }
}

const DOCTOR: &str = "The doctor shows, inside the wiki, what the wiki allows and which line to request.";

const fn view_title(view: EmbedView) -> &'static str {
    match view {
        EmbedView::Tool => "Whole tool",
        EmbedView::Plan => "Plan",
        EmbedView::Table => "Table",
        EmbedView::Capacity => "Capacity",
        EmbedView::Doctor => "Doctor",
    }
}

const fn preset_title(preset: Preset) -> &'static str {
    match preset {
        Preset::Present => "Current answers, without names",
        Preset::Empty => "None",
    }
}

const fn theme_title(theme: Option<EmbedTheme>, form: Form) -> &'static str {
    match theme {
        // A frame by itself does not see the page around it.
        None if matches!(form, Form::Element) => "Same as the wiki",
        None => "Same as the system",
        Some(EmbedTheme::Light) => "Light",
        Some(EmbedTheme::Dark) => "Dark",
    }
}
