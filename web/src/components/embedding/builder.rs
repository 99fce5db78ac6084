use strum::IntoEnumIterator;
use yew::prelude::*;

use super::recipes::RECIPES;
use super::snippet::{Form, Preset, Wish};
use crate::components::{Sign, icon};
use crate::share::embed::{EmbedTheme, EmbedView};

/// What an [`EmbedBuilder`] offers.
#[derive(Debug, Clone, PartialEq, Properties)]
pub struct EmbedBuilderProps {
    /// What is wished so far.
    pub wish: Wish,
    /// The text to copy.
    pub snippet: AttrValue,
    /// The address of the page that says what a host allows.
    pub doctor: AttrValue,
    /// Something else is wished.
    pub on_wish: Callback<Wish>,
    /// The text is to be copied.
    pub on_copy: Callback<()>,
}

/// Chooses what to show in another page, and gives the text to copy.
#[component]
pub fn EmbedBuilder(props: &EmbedBuilderProps) -> Html {
    let wish = props.wish;
    html! {
        <section class="section" id="embedding" aria-labelledby="embedding-title">
            <h2 id="embedding-title">{ "Take it into a wiki" }</h2>
            <p class="lead">{ "The planner runs in a frame and sends nothing anywhere. The element grows with its content; the frame works where scripts are not allowed; the address is for editors that ask for one." }</p>
            <div class="builder">
                { choice(props, "embed-view", "Show", EmbedView::iter().filter(|view| *view != EmbedView::Doctor).map(|view| (view_title(view), Wish { view, ..wish })).collect()) }
                { choice(props, "embed-preset", "Answers", Preset::iter().map(|preset| (preset_title(preset), Wish { preset, ..wish })).collect()) }
                { choice(props, "embed-theme", "Colours", [None, Some(EmbedTheme::Light), Some(EmbedTheme::Dark)].into_iter().map(|theme| (theme_title(theme), Wish { theme, ..wish })).collect()) }
                { choice(props, "embed-form", "Form", Form::iter().map(|form| (form.title(), Wish { form, ..wish })).collect()) }
            </div>
            <div class="commands">
                <div class="command">
                    <div class="command__head">
                        <h3>{ "Paste this" }</h3>
                        <button type="button" class="btn btn--small" data-embed="copy" onclick={props.on_copy.reform(|_: MouseEvent| ())}>
                            { icon(Sign::Copy) }{ "Copy" }
                        </button>
                    </div>
                    <pre tabindex="0" aria-label="Text to paste"><code data-embed="snippet">{ &props.snippet }</code></pre>
                </div>
            </div>
            <h3 class="phase">{ "Where it goes" }</h3>
            <dl class="topics">
                for recipe in &RECIPES {
                    <div><dt>{ recipe.host }{ " " }<span class="tag">{ recipe.form.title() }</span></dt><dd>{ recipe.how }</dd></div>
                }
            </dl>
            <p class="aside">
                { "If the place stays empty, the wiki forbids frames from here: its policy needs this site under frame-src. If something else does not work, embed " }
                <a href={&props.doctor} target="_blank" rel="noopener">{ "the page that looks around" }</a>
                { " in the same place: it says what the wiki allows and which line to ask for." }
            </p>
        </section>
    }
}

fn choice(props: &EmbedBuilderProps, name: &'static str, legend: &'static str, options: Vec<(&'static str, Wish)>) -> Html {
    html! {
        <fieldset class="q">
            <legend class="q__label">{ legend }</legend>
            <div class="seg">
                for (title, wish) in options {
                    <label>
                        <input type="radio" {name} checked={wish == props.wish} onchange={props.on_wish.reform(move |_: Event| wish)} />
                        <span>{ title }</span>
                    </label>
                }
            </div>
        </fieldset>
    }
}

const fn view_title(view: EmbedView) -> &'static str {
    match view {
        EmbedView::Tool => "Whole tool",
        EmbedView::Plan => "Plan",
        EmbedView::Table => "Table",
        EmbedView::Capacity => "Capacity",
        EmbedView::Doctor => "A look around",
    }
}

const fn preset_title(preset: Preset) -> &'static str {
    match preset {
        Preset::Present => "Those of now",
        Preset::Empty => "None",
    }
}

const fn theme_title(theme: Option<EmbedTheme>) -> &'static str {
    match theme {
        None => "As the system",
        Some(EmbedTheme::Light) => "Light",
        Some(EmbedTheme::Dark) => "Dark",
    }
}
