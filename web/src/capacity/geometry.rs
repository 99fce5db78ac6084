//! Where things lie in the pictures of the capacity plan. Widths are percent of
//! the picture, so that it may stretch; heights are pixels.

use std::fmt;

use crate::words;

/// A length along a picture, in percent of its width. Written as SVG wants it: `16.8%`.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Percent(f64);

impl Percent {
    /// The whole width.
    pub const FULL: Self = Self(100.0);

    /// `part` of `whole`, never beyond the picture.
    pub fn of(part: u32, whole: u32) -> Self {
        if whole == 0 { Self::default() } else { Self((f64::from(part) / f64::from(whole) * 100.0).min(100.0)) }
    }

    /// The bare number.
    pub const fn get(self) -> f64 {
        self.0
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&words::percent(self.0))
    }
}

/// A stretch of a bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// Its left edge.
    pub from: Percent,
    /// Its width.
    pub width: Percent,
}

impl Stretch {
    fn between(from: f64, to: f64) -> Self {
        Self { from: Percent(from), width: Percent((to - from).max(0.0)) }
    }
}

/// The bar of units that serve, and the mark of what the peak needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Serves {
    /// One block for each unit, or one for all that serve and one for all that do not.
    pub blocks: Vec<ServesBlock>,
    /// Where the peak's need is reached.
    pub need: Option<NeedMark>,
}

/// A part of that bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ServesBlock {
    /// Where it lies.
    pub at: Stretch,
    /// It does not serve.
    pub lost: bool,
}

/// The mark of the peak's need.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NeedMark {
    /// Where it stands.
    pub at: Percent,
    /// Which way its label goes so that it stays in the picture.
    pub anchor: Anchor,
}

/// What of a label stands at its point: a value of SVG's `text-anchor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Anchor {
    /// Its first letter.
    Start,
    /// Its middle.
    Middle,
    /// Its last letter.
    End,
}

/// Beyond so many, units are too narrow to be told apart.
const SINGLE_UNITS: u32 = 40;

/// Lays out `units`, of which the first `serving` serve, against the peak's `need`.
pub fn serves(units: u32, serving: u32, need: Option<u32>) -> Serves {
    let scale = units.max(need.unwrap_or(0)).max(1);
    let serving = serving.min(units);
    let pitch = 100.0 / f64::from(scale);
    let gap = if scale > SINGLE_UNITS { 0.0 } else { (pitch * 0.15).min(0.8) };
    let block = |from: u32, to: u32, lost| ServesBlock {
        at: Stretch::between(f64::from(from) * pitch, f64::from(to) * pitch - if to == scale { 0.0 } else { gap }),
        lost,
    };
    let blocks = if scale > SINGLE_UNITS {
        [block(0, serving, false), block(serving, units, true)].into_iter().filter(|block| block.at.width.get() > 0.0).collect()
    } else {
        (0..units).map(|unit| block(unit, unit + 1, unit >= serving)).collect()
    };
    let need = need.map(|need| {
        let at = if need == scale { 100.0 } else { (f64::from(need) * pitch - gap / 2.0).max(0.0) };
        let anchor = match at {
            ..20.0 => Anchor::Start,
            80.0.. => Anchor::End,
            _ => Anchor::Middle,
        };
        NeedMark { at: Percent(at), anchor }
    });
    Serves { blocks, need }
}

/// The units of one zone, stacked.
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    /// The height of the whole, in pixels.
    pub height: u32,
    /// One block for each unit; one block for all where they are too many to draw.
    pub blocks: Vec<StackBlock>,
}

/// One unit in a stack.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StackBlock {
    /// Across the zone.
    pub across: Stretch,
    /// Its upper edge, in pixels.
    pub top: u32,
    /// Its height, in pixels.
    pub height: u32,
}

/// Stacks the units of a zone: one column while there are few, then more beside each other.
pub fn stack(units: u32) -> Stack {
    const GAP: u32 = 4;
    const ROWS: u32 = 4;
    const COLUMNS: u32 = 8;
    if units == 0 {
        return Stack { height: 0, blocks: Vec::new() };
    }
    let columns = units.div_ceil(ROWS);
    if columns > COLUMNS {
        let whole = StackBlock { across: Stretch::between(0.0, 100.0), top: 0, height: 96 };
        return Stack { height: 96, blocks: vec![whole] };
    }
    let rows = units.div_ceil(columns);
    let height = match rows {
        1 | 2 => 32,
        _ => 22,
    };
    let pitch = 100.0 / f64::from(columns);
    let gap = if columns == 1 { 0.0 } else { 4.0 };
    let blocks = (0..units)
        .map(|unit| {
            let (row, column) = (unit / columns, unit % columns);
            let from = f64::from(column) * pitch;
            let to = from + pitch - if column + 1 == columns { 0.0 } else { gap };
            StackBlock { across: Stretch::between(from, to), top: row * (height + GAP), height }
        })
        .collect();
    Stack { height: rows * (height + GAP) - GAP, blocks }
}

/// The row of units beside a number. Its widths are pixels: it stands in a line of text.
#[derive(Debug, Clone, PartialEq)]
pub struct UnitRow {
    /// The width of the whole.
    pub width: f64,
    /// From left to right.
    pub blocks: Vec<UnitRowBlock>,
}

/// A unit in a row, or several where single ones would be too narrow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitRowBlock {
    /// Its left edge.
    pub left: f64,
    /// Its width.
    pub width: f64,
    /// It does not carry the peak.
    pub spare: bool,
}

/// Lays out a row of `units`, of which the first `carrying` carry the peak.
pub fn unit_row(units: u32, carrying: u32) -> UnitRow {
    const LONGEST: f64 = 96.0;
    const GAP: f64 = 2.0;
    let carrying = carrying.min(units);
    let pitch = (LONGEST / f64::from(units.max(1))).min(10.0);
    let block = |from: u32, to: u32, gap: f64, spare: bool| UnitRowBlock {
        left: tenth(f64::from(from) * pitch),
        width: tenth(f64::from(to - from) * pitch - gap),
        spare,
    };
    let blocks: Vec<_> = if pitch < 2.0 * GAP {
        [(0, carrying, false), (carrying, units, true)]
            .into_iter()
            .filter(|(from, to, _)| from < to)
            .map(|(from, to, spare)| block(from, to, 0.0, spare))
            .collect()
    } else {
        (0..units).map(|unit| block(unit, unit + 1, GAP, unit >= carrying)).collect()
    };
    let width = blocks.last().map_or(0.0, |last| last.left + last.width);
    UnitRow { width: tenth(width), blocks }
}

/// To a tenth of a pixel.
fn tenth(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

/// The addresses of a subnet: used, needed by a second copy, kept by Azure, and those that are too many.
#[derive(Debug, Clone, PartialEq)]
pub struct Gauge {
    /// What Azure keeps: to the right of the limit.
    pub kept: Stretch,
    /// The first copy, as far as the limit.
    pub first: Stretch,
    /// The second copy, as far as the limit.
    pub second: Option<Stretch>,
    /// What lies beyond the limit.
    pub over: Option<Stretch>,
    /// The last address that can be used.
    pub limit: Percent,
}

/// Lays out `first` and `second` addresses in a subnet of `usable` and `kept` ones.
pub fn gauge(usable: u32, kept: u32, first: u32, second: u32) -> Gauge {
    let needed = first + second;
    let whole = (usable + kept).max(needed);
    let at = |address: u32| Percent::of(address, whole).get();
    Gauge {
        kept: Stretch::between(at(usable), at(usable + kept)),
        first: Stretch::between(0.0, at(first.min(usable))),
        second: (second > 0 && first < usable).then(|| Stretch::between(at(first), at(needed.min(usable)))),
        over: (needed > usable).then(|| Stretch::between(at(usable), at(needed))),
        limit: Percent::of(usable, whole),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(stretch: Stretch) -> (f64, f64) {
        (stretch.from.get(), stretch.from.get() + stretch.width.get())
    }

    #[test]
    fn six_units_of_which_four_serve_are_six_blocks_and_the_need_stands_after_the_fourth() {
        let bar = serves(6, 4, Some(4));
        assert_eq!(bar.blocks.iter().map(|block| block.lost).collect::<Vec<_>>(), [false, false, false, false, true, true]);
        let fourth = bar.blocks.get(3).map(|block| ends(block.at).1);
        let fifth = bar.blocks.get(4).map(|block| ends(block.at).0);
        let need = bar.need.map(|need| need.at.get());
        assert!(fourth < need && need < fifth, "{fourth:?} {need:?} {fifth:?}");
    }

    #[test]
    fn blocks_never_overlap_and_never_leave_the_picture() {
        for units in 0..=100 {
            for serving in 0..=units {
                for need in [None, Some(1), Some(units), Some(units + 3), Some(200)] {
                    let bar = serves(units, serving, need);
                    let mut last = 0.0;
                    for block in &bar.blocks {
                        let (from, to) = ends(block.at);
                        assert!(from >= last - 1e-9 && to >= from && to <= 100.0 + 1e-9, "{units} {serving} {need:?}: {bar:?}");
                        last = to;
                    }
                    assert!(bar.need.is_none_or(|need| (0.0..=100.0).contains(&need.at.get())));
                }
            }
        }
    }

    #[test]
    fn a_need_beyond_all_units_leaves_room_for_what_is_missing() {
        let bar = serves(2, 2, Some(4));
        assert_eq!(bar.need.map(|need| (need.at, need.anchor)), Some((Percent::FULL, Anchor::End)));
        assert!(bar.blocks.last().is_some_and(|block| ends(block.at).1 <= 50.0));
    }

    #[test]
    fn many_units_are_two_blocks() {
        assert_eq!(serves(90, 60, Some(50)).blocks.len(), 2);
        assert_eq!(serves(90, 90, Some(50)).blocks.len(), 1);
    }

    #[test]
    fn a_stack_holds_every_unit_it_can_draw() {
        for units in 1..=32 {
            let stack = stack(units);
            assert_eq!(stack.blocks.len(), units as usize);
            for block in &stack.blocks {
                assert!(block.top + block.height <= stack.height);
                assert!(ends(block.across).1 <= 100.0 + 1e-9);
            }
        }
        assert_eq!(stack(33).blocks.len(), 1);
        assert_eq!(stack(0).height, 0);
    }

    #[test]
    fn units_of_a_stack_do_not_lie_on_each_other() {
        for units in 1..=32 {
            let blocks = stack(units).blocks;
            for (at, one) in blocks.iter().enumerate() {
                for other in blocks.iter().skip(at + 1) {
                    let beside = ends(one.across).1 <= ends(other.across).0 || ends(other.across).1 <= ends(one.across).0;
                    assert!(beside || one.top + one.height <= other.top, "{units}: {one:?} {other:?}");
                }
            }
        }
    }

    #[test]
    fn a_row_tells_carrying_from_spare_units() {
        let row = unit_row(6, 4);
        assert_eq!(row.blocks.iter().filter(|block| block.spare).count(), 2);
        assert!((row.width - 58.0).abs() < 1e-9);
    }

    #[test]
    fn a_row_is_never_longer_than_a_line_can_take() {
        for units in 0..=1000 {
            assert!(unit_row(units, units / 2).width <= 96.0);
        }
    }

    #[test]
    fn a_second_copy_that_does_not_fit_goes_over_the_limit() {
        // A /28 has 11 usable addresses; 3 units in two copies want 14.
        let gauge = gauge(11, 5, 7, 7);
        assert_eq!(gauge.limit.to_string(), "68.75%");
        assert_eq!(gauge.first.width.to_string(), "43.75%");
        assert_eq!(gauge.second.map(|second| second.width.to_string()).as_deref(), Some("25%"));
        assert_eq!(gauge.over.map(|over| over.width.to_string()).as_deref(), Some("18.75%"));
    }

    #[test]
    fn a_gauge_stretches_when_more_is_needed_than_the_subnet_has() {
        let gauge = gauge(3, 5, 20, 20);
        assert_eq!(gauge.second, None);
        assert!(gauge.over.is_some_and(|over| (ends(over).1 - 100.0).abs() < 1e-9));
    }

    #[test]
    fn percents_are_short() {
        assert_eq!(Percent::of(1, 3).to_string(), "33.33%");
        assert_eq!(Percent::of(1, 2).to_string(), "50%");
        assert_eq!(Percent::of(0, 0).to_string(), "0%");
    }
}
