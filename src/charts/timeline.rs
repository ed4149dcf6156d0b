//! The timeline: rows of bars and points against today, grouped by what they serve.
//!
//! A bar runs from the start to the current deadline. What lies between an earlier deadline and the current one is
//! dashed, and each earlier deadline keeps its tick. What nobody knows is never drawn as if somebody did: an end that
//! is unknown fades away after a few pixels, one that is open is an arrow, and a row without either says so in words.
//! A narrow drawing has its words above each bar, a wide one beside it.

use std::ops::Range;

use jiff::civil::Date;

use super::canvas::{Align, Canvas, Drawing, Ink, Type};
use super::labels::{Box, Labels};
use super::scale::{count, whole};
use super::time::{Axis, Time};
use super::{Said, metrics};

/// From this width on, words stand beside the bars.
const BESIDE: f64 = 520.0;
/// The room that diamonds and arrows need beyond the axis, in pixels.
const EDGE: f64 = 14.0;
/// Half the height of a bar, in pixels.
const HALF: f64 = 6.0;
/// Half the height of a diamond, in pixels.
const DIAMOND: f64 = 7.0;
/// The radius of a dot, in pixels.
const DOT: f64 = 4.5;
/// The pieces that a bar fades away in: where each begins and ends, in pixels from the bar.
const FADING: [(f64, f64); 4] = [(0.0, 9.0), (11.0, 17.0), (20.0, 23.0), (27.0, 28.5)];
/// A line of text, in pixels.
const LINE: f64 = 15.0;
/// The place of a mark before a line of text, in pixels.
const MARK: f64 = 18.0;

/// Rows against today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// What it is called.
    pub said: Said,
    /// The days that it shows.
    pub time: Time,
    /// Its rows, by what they serve.
    pub groups: Vec<Group>,
    /// What the signs mean; those that do not occur are left out.
    pub key: Vec<(Sign, String)>,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they serve; without one, nothing stands above them.
    pub title: String,
    /// The rows, the worst first.
    pub rows: Vec<Row>,
}

/// A row: something with a beginning and an end, or with moments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its name.
    pub title: String,
    /// Its state's key, with a mark and a pattern.
    pub state: Option<&'static str>,
    /// The state's word and what else must be said.
    pub line: String,
    /// From when to when.
    pub bar: Option<Bar>,
    /// What stands where a bar would, when nobody knows when it is.
    pub unknown: String,
    /// Its moments.
    pub points: Vec<Point>,
    /// From when to when something is late.
    pub late: Vec<(Date, Date)>,
}

/// From when to when something runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// When it begins.
    pub start: End,
    /// When it ends.
    pub end: End,
    /// The ends that it had before.
    pub former: Vec<Date>,
}

/// An end of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// This day.
    Day(Date),
    /// Nobody says when.
    Unknown,
    /// There is none in sight.
    Open,
}

/// A moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// When.
    pub at: Date,
    /// Whether it has come to pass.
    pub done: bool,
    /// Whether it is a milestone: a diamond, not a dot.
    pub milestone: bool,
}

/// A sign whose meaning is told below the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A milestone that was reached.
    Reached,
    /// A milestone that is ahead.
    Ahead,
    /// A moment that has come to pass.
    Done,
    /// A moment that is to come.
    Due,
    /// The time that something is late.
    Late,
    /// The time from an earlier deadline to the current one.
    Moved,
    /// An end that nobody knows.
    Unknown,
    /// No end in sight.
    Open,
}

/// A row with its words in lines, and its place.
struct Laid<'a> {
    row: &'a Row,
    title: Vec<String>,
    line: Vec<String>,
    /// Where its words begin.
    top: f64,
    /// Where lines from above may cross.
    strip: Range<f64>,
    /// The middle of its bar.
    middle: f64,
}

impl Timeline {
    /// Draws it. `id` must be the page's only one.
    pub fn draw(&self, width: u32, id: &str) -> Drawing {
        let full = f64::from(width);
        let beside = full >= BESIDE;
        let words = if beside { (full * 0.42).min(420.0) } else { full };
        let plot = if beside { words + EDGE + 4.0..full - EDGE } else { EDGE..full - EDGE };
        let axis = Axis::new(&self.time, plot);

        let mut y = axis.height() + 4.0;
        let mut headings: Vec<(String, f64)> = Vec::new();
        let mut rows: Vec<Laid<'_>> = Vec::new();
        for group in &self.groups {
            if !group.title.is_empty() {
                y += 8.0;
                for line in lines(&group.title, full, 2, Type::STRONG) {
                    headings.push((line, y + LINE / 2.0));
                    y += LINE;
                }
                y += 4.0;
            }
            for row in &group.rows {
                let laid = lay(row, y, words, beside);
                y = laid.strip.end;
                rows.push(laid);
            }
        }
        let signs: Vec<&(Sign, String)> = self.key.iter().filter(|(sign, _)| self.shows(*sign)).collect();
        let (key, foot) = lay_key(&signs, full, y + 10.0);
        let height = whole(if key.is_empty() { y + 4.0 } else { foot });

        let canvas = Canvas::new(width, height);
        let mut labels = Labels::new(full, f64::from(height));
        axis.draw(&canvas, &mut labels, 0.0);
        let strips = joined(rows.iter().map(|row| row.strip.clone()));
        for strip in &strips {
            for x in axis.grid() {
                canvas.line(&[(x, strip.start), (x, strip.end)], Ink::new("c-grid"));
            }
        }
        if let Some(x) = axis.today() {
            let head = axis.height();
            canvas.line(&[(x, head - 3.0), (x, head + 4.0)], Ink::new("c-today"));
            for strip in &strips {
                canvas.line(&[(x, strip.start), (x, strip.end)], Ink::new("c-today"));
                labels.keep_off(Box { left: x - 1.0, top: strip.start, right: x + 1.0, bottom: strip.end });
            }
        }
        for (line, middle) in &headings {
            canvas.text(line, (0.0, *middle), Align::Start, Type::STRONG);
        }
        for row in &rows {
            write_words(&canvas, row);
        }
        for row in &rows {
            draw_row(&canvas, &mut labels, &axis, row);
        }
        for (sign, text, (x, middle)) in &key {
            draw_sign(&canvas, *sign, (*x, *middle));
            canvas.text(text, (x + sign.width() + 6.0, *middle), Align::Start, Type::MUTED);
        }
        canvas.finish(id, &self.said)
    }

    /// Whether a sign occurs.
    fn shows(&self, sign: Sign) -> bool {
        let mut rows = self.groups.iter().flat_map(|group| &group.rows);
        let point = |done, milestone| {
            move |row: &Row| row.points.iter().any(|own| (own.done, own.milestone) == (done, milestone))
        };
        let end = |end| move |row: &Row| row.bar.as_ref().is_some_and(|bar| bar.start == end || bar.end == end);
        match sign {
            Sign::Reached => rows.any(point(true, true)),
            Sign::Ahead => rows.any(point(false, true)),
            Sign::Done => rows.any(point(true, false)),
            Sign::Due => rows.any(point(false, false)),
            Sign::Late => rows.any(|row| !row.late.is_empty()),
            Sign::Moved => rows.any(|row| row.bar.as_ref().is_some_and(|bar| !bar.former.is_empty())),
            Sign::Unknown => rows.any(end(End::Unknown)),
            Sign::Open => rows.any(end(End::Open)),
        }
    }
}

fn lines(text: &str, room: f64, most: usize, own: Type) -> Vec<String> {
    let mut lines = metrics::wrap(text, room, most, own.pixels(), own.bold);
    lines.retain(|line| !line.is_empty());
    lines
}

/// Gives a row its place below `top`.
fn lay(row: &Row, top: f64, words: f64, beside: bool) -> Laid<'_> {
    let title = lines(&row.title, words, 2, Type::LABEL);
    let indent = if row.state.is_some() { MARK } else { 0.0 };
    let line = lines(&row.line, words - indent, 2, Type::MUTED);
    let marked = usize::from(row.state.is_some());
    let block = count(title.len() + line.len().max(marked)) * LINE;
    if beside {
        let height = block.max(LINE) + 10.0;
        let strip = top..top + height;
        Laid { row, title, line, top: top + 5.0, middle: top + height / 2.0, strip }
    } else {
        let strip = top + 8.0 + block..top + block + 36.0;
        Laid { row, title, line, top: top + 6.0, middle: strip.start + 13.0, strip }
    }
}

/// Runs that follow each other without a gap as one.
fn joined(strips: impl Iterator<Item = Range<f64>>) -> Vec<Range<f64>> {
    let mut joined: Vec<Range<f64>> = Vec::new();
    for strip in strips {
        match joined.last_mut() {
            Some(last) if (last.end - strip.start).abs() < 0.05 => last.end = strip.end,
            _ => joined.push(strip),
        }
    }
    joined
}

fn write_words(canvas: &Canvas, laid: &Laid<'_>) {
    let mut y = laid.top + LINE / 2.0;
    for line in &laid.title {
        canvas.text(line, (0.0, y), Align::Start, Type::LABEL);
        y += LINE;
    }
    let mut x = 0.0;
    if let Some(state) = laid.row.state {
        canvas.mark(state, (6.5, y), 13.0);
        x = MARK;
    }
    for line in &laid.line {
        canvas.text(line, (x, y), Align::Start, Type::MUTED);
        y += LINE;
    }
}

fn draw_row(canvas: &Canvas, labels: &mut Labels, axis: &Axis<'_>, laid: &Laid<'_>) {
    let Laid { row, middle, .. } = laid;
    let y = *middle;
    if let Some(bar) = &row.bar {
        draw_bar(canvas, axis, row.state, bar, y);
    }
    for (from, to) in &row.late {
        let (from, to) = (axis.at(*from.min(to)), axis.at(*from.max(to)));
        canvas.line(&[(from, y), (to, y)], Ink { state: row.state, ..Ink::new("c-late") });
    }
    // Of two milestones of a day the one that is ahead shows; of an activity's two moments the one that has come.
    let first = row.bar.is_some();
    for done in [first, !first] {
        for point in row.points.iter().filter(|point| point.done == done) {
            draw_point(canvas, (axis.at(point.at), y), *point);
        }
    }
    if row.bar.is_none() && row.points.is_empty() {
        let (start, end) = (axis.across.start, axis.across.end);
        for text in lines(&row.unknown, end - start, 1, Type::MUTED) {
            let today = axis.today().map(|x| ((x + 6.0, y), Align::Start));
            let places = [((start, y), Align::Start)].into_iter().chain(today).chain([((end, y), Align::End)]);
            labels.write(canvas, &text, Type::MUTED, places);
        }
    }
}

/// Draws a bar; nothing when neither end is known.
fn draw_bar(canvas: &Canvas, axis: &Axis<'_>, state: Option<&'static str>, bar: &Bar, y: f64) {
    let ink = |class| Ink { state, ..Ink::new(class) };
    let Range { start: first, end: last } = axis.across;
    let start = match bar.start {
        End::Day(day) => Some(axis.at(day)),
        End::Unknown | End::Open => None,
    };
    let end = match bar.end {
        End::Day(day) => Some(axis.end_of(day)),
        End::Open => Some(last),
        End::Unknown => None,
    };
    let (from, to) = match (start, end) {
        (Some(from), Some(to)) => (from.min(to - 3.0).max(first), to.max(from + 3.0).min(last)),
        (None, Some(to)) => (to, to),
        (Some(from), None) => (from, from),
        (None, None) => return,
    };
    // A bar is solid until the earliest of all its deadlines, and dashed from there to the latest.
    let former: Vec<f64> = bar.former.iter().map(|day| axis.end_of(*day)).collect();
    let lowest = former.iter().copied().fold(to, f64::min);
    let highest = former.iter().copied().fold(to, f64::max);
    let solid = lowest.max(from);
    if solid > from {
        match state {
            Some(state) => canvas.fill(from..solid, y - HALF..y + HALF, state),
            None => canvas.rect(from..solid, y - HALF..y + HALF, ink("c-fill")),
        }
        // A pattern may leave little of the fill at an edge.
        canvas.rect(from..solid, y - HALF..y + HALF, ink("c-edge"));
    }
    if highest > lowest {
        canvas.rect(lowest..highest, y - HALF + 1.0..y + HALF - 1.0, ink("c-slip"));
    }
    if start.is_none() {
        fade(canvas, ink("c-fill"), (from.min(lowest), y), -1.0, first - EDGE + 4.0);
    }
    if end.is_none() {
        fade(canvas, ink("c-fill"), (to, y), 1.0, last + EDGE - 1.0);
    }
    for x in former {
        canvas.line(&[(x, y - HALF - 2.0), (x, y + HALF + 2.0)], ink("c-was"));
    }
    match bar.end {
        End::Day(_) => canvas.line(&[(to, y - HALF - 2.0), (to, y + HALF + 2.0)], ink("c-end")),
        End::Open => {
            canvas.shape(&[(last, y - HALF), (last + 9.0, y), (last, y + HALF)], ink("c-fill"));
        }
        End::Unknown => {}
    }
}

/// A bar that fades away to the left (−1) or the right (1), never beyond `edge`.
fn fade(canvas: &Canvas, ink: Ink, (x, y): (f64, f64), way: f64, edge: f64) {
    for (from, to) in FADING.map(|(from, to)| (x + way * from, x + way * to)) {
        if (to - edge) * way > 0.0 {
            break;
        }
        canvas.rect(from.min(to)..from.max(to), y - HALF..y + HALF, ink);
    }
}

fn draw_point(canvas: &Canvas, at: (f64, f64), point: Point) {
    let ink = Ink::new(if point.done { "c-point" } else { "c-point-open" });
    if point.milestone { diamond(canvas, at, ink) } else { circle(canvas, at, ink) }
}

fn diamond(canvas: &Canvas, (x, y): (f64, f64), ink: Ink) {
    canvas.shape(&[(x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y)], ink);
}

fn circle(canvas: &Canvas, (x, y): (f64, f64), ink: Ink) {
    let corners: Vec<(f64, f64)> = (0..16)
        .map(|n| f64::from(n) * std::f64::consts::TAU / 16.0)
        .map(|turn| (x + DOT * turn.cos(), y + DOT * turn.sin()))
        .collect();
    canvas.shape(&corners, ink);
}

// The key ----------------------------------------------------------------------------------------------------------

impl Sign {
    /// The width of a sign in the key, in pixels.
    fn width(self) -> f64 {
        match self {
            Self::Reached | Self::Ahead | Self::Done | Self::Due => 15.0,
            Self::Late | Self::Moved | Self::Unknown | Self::Open => 26.0,
        }
    }
}

/// A sign, its words, and where it stands.
type Keyed = (Sign, String, (f64, f64));

/// Lays the signs in lines below `top`, each with its words; and tells where the lines end.
fn lay_key(signs: &[&(Sign, String)], full: f64, top: f64) -> (Vec<Keyed>, f64) {
    let mut laid = Vec::new();
    let (mut x, mut y) = (0.0, top);
    for (sign, words) in signs {
        let text = lines(words, full - sign.width() - 6.0, 1, Type::MUTED).concat();
        if text.is_empty() {
            continue;
        }
        let width = sign.width() + 6.0 + Type::MUTED.width(&text);
        if x > 0.0 && x + width > full {
            (x, y) = (0.0, y + 20.0);
        }
        laid.push((*sign, text, (x, y + 10.0)));
        x += width + 20.0;
    }
    (laid, y + 22.0)
}

fn draw_sign(canvas: &Canvas, sign: Sign, (x, y): (f64, f64)) {
    let ink = Ink::new("c-fill");
    let width = sign.width();
    let middle = x + width / 2.0;
    let point = |done, milestone| Point { at: Date::ZERO, done, milestone };
    match sign {
        Sign::Reached => draw_point(canvas, (middle, y), point(true, true)),
        Sign::Ahead => draw_point(canvas, (middle, y), point(false, true)),
        Sign::Done => draw_point(canvas, (middle, y), point(true, false)),
        Sign::Due => draw_point(canvas, (middle, y), point(false, false)),
        Sign::Late => canvas.line(&[(x + 1.0, y), (x + width - 1.0, y)], Ink::new("c-late")),
        Sign::Moved => {
            canvas.rect(x + 2.0..x + width - 2.0, y - HALF + 1.0..y + HALF - 1.0, Ink::new("c-slip"));
            canvas.line(&[(x + 2.0, y - HALF - 2.0), (x + 2.0, y + HALF + 2.0)], Ink::new("c-was"));
            canvas.line(&[(x + width - 2.0, y - HALF - 2.0), (x + width - 2.0, y + HALF + 2.0)], Ink::new("c-end"));
        }
        Sign::Unknown => fade(canvas, ink, (x, y), 1.0, x + 26.0),
        Sign::Open => {
            canvas.rect(x + 1.0..x + 15.0, y - HALF..y + HALF, ink);
            canvas.shape(&[(x + 15.0, y - HALF), (x + 24.0, y), (x + 15.0, y + HALF)], ink);
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::properties::check;
    use super::super::time::any;
    use super::*;

    fn timeline(rows: Vec<Row>) -> Timeline {
        let today = (date(2026, 11, 25), "I dag, 25 november 2026".to_owned());
        let days = [date(2024, 1, 1), date(2027, 12, 31)];
        let key =
            [Sign::Reached, Sign::Ahead, Sign::Done, Sign::Due, Sign::Late, Sign::Moved, Sign::Unknown, Sign::Open];
        Timeline {
            said: any::said(),
            time: Time::holding(days, ["T1", "T2", "T3"].map(str::to_owned).to_vec(), today),
            groups: vec![Group { title: String::new(), rows }],
            key: key.into_iter().map(|sign| (sign, format!("{sign:?}"))).collect(),
        }
    }

    fn row(start: End, end: End) -> Row {
        let bar = Bar { start, end, former: Vec::new() };
        Row { title: "Ett initiativ".to_owned(), state: Some("on-track"), bar: Some(bar), ..Row::default() }
    }

    fn svg(rows: Vec<Row>) -> String {
        let own = timeline(rows);
        check(|width, id| own.draw(width, id)).swap_remove(2).svg
    }

    #[test]
    fn what_nobody_knows_is_not_drawn_as_if_somebody_did() {
        let (start, end) = (End::Day(date(2025, 1, 1)), End::Day(date(2026, 12, 31)));
        let whole = svg(vec![row(start, end)]);
        assert!(whole.contains("c-end") && !whole.contains(">Unknown<") && !whole.contains(">Open<"), "{whole}");
        let no_end = svg(vec![row(start, End::Unknown)]);
        assert!(!no_end.contains("c-end") && no_end.contains(">Unknown<"), "{no_end}");
        let no_start = svg(vec![row(End::Unknown, end)]);
        assert!(no_start.contains("c-end") && no_start.contains(">Unknown<"), "{no_start}");
        let open = svg(vec![row(start, End::Open)]);
        assert!(!open.contains("c-end") && open.contains(">Open<"), "{open}");
        let nothing = Row { bar: None, unknown: "Uppgift saknas".to_owned(), ..row(start, end) };
        let nothing = svg(vec![nothing]);
        assert!(nothing.contains(">Uppgift saknas<") && !nothing.contains("c-fill"), "{nothing}");
    }

    #[test]
    fn a_moved_deadline_is_dashed_from_the_earliest_to_the_latest() {
        let mut moved = row(End::Day(date(2025, 1, 1)), End::Day(date(2027, 6, 30)));
        assert!(!svg(vec![moved.clone()]).contains("c-slip"));
        moved.bar.as_mut().unwrap().former = vec![date(2026, 6, 30), date(2026, 12, 31)];
        let drawn = svg(vec![moved]);
        assert!(drawn.contains("c-slip") && drawn.contains("c-was") && drawn.contains(">Moved<"), "{drawn}");
    }

    #[test]
    fn milestones_are_diamonds_and_other_moments_are_dots() {
        let at = date(2026, 3, 1);
        let points = [(true, true), (false, true), (true, false), (false, false)];
        let points = points.map(|(done, milestone)| Point { at, done, milestone }).to_vec();
        let late = vec![(date(2026, 6, 30), date(2026, 11, 25))];
        let drawn = svg(vec![Row { points, late, ..Row::default() }]);
        for sign in ["Reached", "Ahead", "Done", "Due", "Late"] {
            assert!(drawn.contains(&format!(">{sign}<")), "{sign}: {drawn}");
        }
    }

    #[test]
    fn none_one_three_and_three_hundred_rows_are_drawn() {
        for n in [0, 1, 3, 300] {
            let rows = (0..n).map(|_| row(End::Day(date(2024, 3, 1)), End::Day(date(2026, 12, 31)))).collect();
            svg(rows);
        }
        let title = "Prövning av självbetjäningsplattform ".repeat(15);
        let long = Row { title, ..row(End::Unknown, End::Open) };
        assert!(svg(vec![long]).contains('…'));
    }

    fn end() -> impl Strategy<Value = End> {
        prop_oneof![4 => any::day().prop_map(End::Day), 1 => Just(End::Unknown), 1 => Just(End::Open)]
    }

    fn any_row() -> impl Strategy<Value = Row> {
        let bar = (end(), end(), prop::collection::vec(any::day(), 0..3));
        let bar = bar.prop_map(|(start, end, former)| Bar { start, end, former });
        let point = (any::day(), any::<bool>(), any::<bool>());
        let point = point.prop_map(|(at, done, milestone)| Point { at, done, milestone });
        let state = prop::option::of(prop::sample::select(vec!["on-track", "delayed", "no-information", "overdue"]));
        let words = (any::text(), any::text(), any::text());
        let points = prop::collection::vec(point, 0..4);
        let late = prop::collection::vec((any::day(), any::day()), 0..2);
        (words, state, prop::option::of(bar), points, late).prop_map(
            |((title, line, unknown), state, bar, points, late)| Row { title, state, line, bar, unknown, points, late },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn whatever_is_planned_is_drawn(
            time in any::time(),
            groups in prop::collection::vec((any::text(), prop::collection::vec(any_row(), 0..14)), 0..4),
            words in any::text(),
        ) {
            let groups = groups.into_iter().map(|(title, rows)| Group { title, rows }).collect();
            let signs = [Sign::Reached, Sign::Ahead, Sign::Done, Sign::Due, Sign::Late, Sign::Moved, Sign::Unknown];
            let key = signs.into_iter().chain([Sign::Open]).map(|sign| (sign, words.clone())).collect();
            let own = Timeline { said: any::said(), time, groups, key };
            check(|width, id| own.draw(width, id));
        }
    }
}
