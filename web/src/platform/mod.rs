//! What the browser offers: the only layer that knows it.
//!
//! Everything here may be denied by the browser or by the page that embeds this one; each function says what
//! happens then, and none of them panics.

mod address;
mod clipboard;
mod clock;
mod elements;
mod fields;
mod files;
mod host;
mod keys;
mod paper;
mod sight;
mod storage;
mod theme;

use wasm_bindgen_futures::spawn_local;

pub use address::{
    address, fragment, go, go_to, is_own_step, on_fragment, on_links_out, on_links_within, set_fragment, set_title, site_origin,
};
pub use clipboard::{copy, has_clipboard, on_pasted_text};
pub use clock::{PendingCall, Soon, after, soon, time_zone, today, utc};
pub use elements::{Watch, close_popover, element, focus, on_first_touch, on_height, on_opener, open_popover, reveal};
pub use fields::{choose, chosen, ticked, typed, write};
pub use files::{download, json_for_people, on_dropped_file, read_chosen_bytes, read_chosen_file};
pub use host::{HostPage, HostSays, has_origin, host_origin, is_framed, on_host, tell_height_of, tell_hello};
pub use keys::{choose_nth, focus_next, on_key};
pub use paper::{on_print, print};
pub use sight::Sight;
pub use storage::{can_store, store_answers, store_ticks, stored_answers, stored_ticks};
pub use theme::{Theme, set_theme, show_theme, theme};

/// Runs something that has to wait.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    spawn_local(future);
}
