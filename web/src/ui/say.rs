use yew::prelude::*;

/// Says something by the page's own polite live region: what a press of a button did.
#[derive(Debug, Clone, PartialEq)]
pub struct Say(Callback<AttrValue>);

impl Say {
    /// Says it.
    pub fn say(&self, text: impl Into<AttrValue>) {
        self.0.emit(text.into());
    }

    /// Says whether a text was copied.
    pub fn copied(&self, done: &'static str) -> impl FnOnce(bool) + 'static {
        self.either(done, "Copying is not allowed here: copy the text that is shown.")
    }

    /// The same, for a text that names what was copied.
    pub fn copied_as(&self, done: String) -> impl FnOnce(bool) + 'static {
        let say = self.clone();
        move |is_done| say.say(if is_done { done } else { "Copying is not allowed here: the text is shown.".to_owned() })
    }

    /// Says whether something was done.
    pub fn either(&self, done: &'static str, denied: &'static str) -> impl FnOnce(bool) + 'static {
        let say = self.clone();
        move |is_done| say.say(if is_done { done } else { denied })
    }
}

/// What is said now, and a way to say something else.
#[hook]
pub fn use_saying() -> (AttrValue, Say) {
    let said = use_state_eq(AttrValue::default);
    let say = use_callback((), {
        let said = said.setter();
        move |text, ()| said.set(text)
    });
    ((*said).clone(), Say(say))
}

/// A way to say something.
///
/// # Panics
/// Outside of the application, which provides it.
#[hook]
#[expect(clippy::expect_used, reason = "a view outside of the application is a mistake in this crate, not in its input")]
pub fn use_say() -> Say {
    use_context().expect("views are inside the application")
}
