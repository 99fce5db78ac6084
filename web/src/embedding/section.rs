use yew::prelude::*;

use super::{Building, Wish, builder};
use crate::context::{Page, use_page};
use crate::platform;

/// What to copy to have the planner in another page.
#[component]
pub fn Embedding() -> Html {
    let Page { answers, say, .. } = use_page();
    let wish = use_state_eq(Wish::default);
    let site = platform::address("");
    let site = site.strip_suffix("index.html").unwrap_or(&site);
    let snippet = wish.snippet(site, &answers.request);
    let on_copy = {
        let snippet = snippet.clone();
        Callback::from(move |()| {
            let say = say.clone();
            platform::copy(snippet.clone(), move |copied| {
                say.emit(AttrValue::Static(if copied { "Copied." } else { "Copying is not allowed here: the text is shown." }));
            });
        })
    };
    let on_wish = {
        let wish = wish.setter();
        Callback::from(move |next| wish.set(next))
    };
    let address = wish.address(site, &answers.request);
    builder(&Building { wish: *wish, snippet, address, site: site.to_owned(), on_wish, on_copy })
}
