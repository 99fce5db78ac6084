//! Short ways to write where an answer is.

/// The [`Lens`](super::Lens) to a field of the same name.
///
/// `at!(downtime_allowed)` is a field that holds the answer itself; `at!(units as Units)` one that holds a bounded number;
/// `at!(tier, Tier)` one that holds a word of a vocabulary. `goals.survive_zone_loss` is a field of an optional part,
/// which is taken away when nothing is left in it.
macro_rules! at {
    ($field:ident) => {
        Lens { get: |of| Option::clone(&of.$field), put: |of, answer| of.$field = answer }
    };
    ($field:ident as $bounded:ty) => {
        Lens { get: |of| of.$field.map(<$bounded>::get), put: |of, answer| of.$field = answer.and_then(<$bounded>::new) }
    };
    ($field:ident, $words:ty) => {
        Lens {
            get: |of| of.$field.map(<&'static str>::from),
            put: |of, answer| of.$field = answer.and_then($crate::questionnaire::kind::word::<$words>),
        }
    };
    ($part:ident.$field:ident) => {
        Lens {
            get: |of| of.$part.and_then(|part| part.$field),
            put: |of, answer| {
                let mut part = of.$part.unwrap_or_default();
                part.$field = answer;
                of.$part = (part != Default::default()).then_some(part);
            },
        }
    };
    ($part:ident.$field:ident as $bounded:ty) => {
        Lens {
            get: |of| of.$part.and_then(|part| part.$field).map(<$bounded>::get),
            put: |of, answer| {
                let mut part = of.$part.unwrap_or_default();
                part.$field = answer.and_then(<$bounded>::new);
                of.$part = (part != Default::default()).then_some(part);
            },
        }
    };
}

/// Yes or no, labelled so.
macro_rules! yes_no {
    ($($at:tt)+) => {
        Kind::YesNo(YesNo { at: $crate::questionnaire::at!($($at)+), yes: "Yes", no: "No", gist: Gist::ShortNameIfYes })
    };
}

/// The [`Effect`](super::Effect) of an answer on which nothing else depends.
macro_rules! wish {
    ($field:ident = $answer:expr) => {
        Effect::Wish(|answers| Some(Answers { $field: Some($answer), ..*answers }))
    };
}

pub(crate) use {at, wish, yes_no};
