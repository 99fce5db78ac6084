//! Where in the panel each question is asked.

use apim_plan::Field;

/// A part of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seat {
    /// Open, and an answer can change the verdict.
    Decides,
    /// Answered, and another answer could change the verdict.
    Answered,
    /// The rest, by topic.
    Details,
}

/// A question that is asked, in the light of the other answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Asked {
    /// Which question.
    pub field: Field,
    /// It has an answer.
    pub is_answered: bool,
    /// It was answered here, "Not sure" included.
    pub is_seen: bool,
    /// An answer can change the verdict while it is open; once it is answered, another one could.
    pub can_decide: bool,
}

/// More questions at a time would be a form again.
pub(super) const MOST: usize = 4;

/// The seat of each question.
///
/// A question keeps its seat while the reader is at it (`touched`): its controls would lose the focus. It moves when another one is
/// answered. Questions that the reader left open on purpose come after those that were never looked at.
pub(super) fn seats(asked: &[Asked], before: &[(Field, Seat)], touched: Option<Field>) -> Vec<(Field, Seat)> {
    let mut open: Vec<&Asked> = asked.iter().filter(|each| each.can_decide && !each.is_answered).collect();
    open.sort_by_key(|each| each.is_seen);
    let first: Vec<Field> = open.into_iter().take(MOST).map(|each| each.field).collect();
    let seat = |each: &Asked| {
        let held = (touched == Some(each.field)).then(|| before.iter().find(|(field, _)| *field == each.field)).flatten();
        match held {
            Some((_, seat)) => *seat,
            None if first.contains(&each.field) => Seat::Decides,
            None if each.is_answered && each.can_decide => Seat::Answered,
            None => Seat::Details,
        }
    };
    asked.iter().map(|each| (each.field, seat(each))).collect()
}

#[cfg(test)]
mod tests {
    use apim_plan::Field;

    use super::{Asked, MOST, Seat, seats};

    const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

    fn open(name: &'static str) -> Asked {
        Asked { field: Field::named(name), is_answered: false, is_seen: false, can_decide: true }
    }

    fn of(seat: Seat, all: &[(Field, Seat)]) -> Vec<&'static str> {
        all.iter().filter(|(_, each)| *each == seat).map(|(field, _)| field.path()).collect()
    }

    #[test]
    fn at_most_four_are_asked_at_a_time_and_the_others_wait_among_the_details() {
        let asked = NAMES.map(open);
        let all = seats(&asked, &[], None);
        assert_eq!(of(Seat::Decides, &all), ["a", "b", "c", "d"]);
        assert_eq!(of(Seat::Details, &all), ["e", "f"]);
        assert_eq!(MOST, 4);
    }

    #[test]
    fn a_question_stays_while_the_reader_is_at_it_and_moves_with_the_next_answer() {
        let mut asked = NAMES.map(open);
        let before = seats(&asked, &[], None);
        let [a, b, ..] = &mut asked;
        (a.is_answered, a.is_seen) = (true, true);
        let touched = a.field;
        let then = seats(&[*a, *b], &before, Some(touched));
        assert_eq!(of(Seat::Decides, &then), ["a", "b"]);
        let later = seats(&[*a, *b], &then, Some(b.field));
        assert_eq!(of(Seat::Answered, &later), ["a"]);
        assert_eq!(of(Seat::Decides, &later), ["b"]);
    }

    #[test]
    fn what_was_left_open_on_purpose_comes_last() {
        let mut asked = NAMES.map(open);
        let [a, ..] = &mut asked;
        a.is_seen = true;
        let all = seats(&asked, &[], None);
        assert_eq!(of(Seat::Decides, &all), ["b", "c", "d", "e"]);
    }

    #[test]
    fn what_cannot_decide_is_a_detail_whether_answered_or_not() {
        let detail = |is_answered| Asked { can_decide: false, is_answered, ..open("a") };
        for each in [detail(true), detail(false)] {
            assert_eq!(of(Seat::Details, &seats(&[each], &[], None)), ["a"]);
        }
    }
}
