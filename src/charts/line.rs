//! An indicator over time: its values, the path it was expected to take, its targets, and others to compare with.

use jiff::civil::{Date, date};

use super::canvas::{Align, Canvas, Drawing, Ink, Panel, Type};
use super::labels::{Labels, spread};
use super::scale::{Scale, count, day, whole, years};
use super::{Said, metrics};
use crate::words::Formats;

/// A chart of an indicator.
#[derive(Clone)]
pub struct Line<'a> {
    /// Its title and description.
    pub said: Said,
    /// What the values are counted in: `%`, `dagar`.
    pub unit: String,
    /// The indicator's own values.
    pub own: Series,
    /// Other series to compare with.
    pub others: Vec<Series>,
    /// Days after which the next value is expected; a longer wait is a gap in the line.
    pub step: Option<u32>,
    /// The path that was expected, from the start through the targets.
    pub path: Vec<(Date, f64)>,
    /// The targets, in order.
    pub targets: Vec<Target>,
    /// Days on which the way of measuring changed: the line is broken there.
    pub breaks: Vec<Date>,
    /// The word for such a day.
    pub break_word: String,
    /// How the axis says that it does not begin at zero: the text with `{}` for where it begins.
    pub not_from_zero: String,
    /// How numbers are written.
    pub formats: &'a Formats,
}

/// Values of one kind, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// Whose they are.
    pub name: String,
    /// The language of the name, when it is not the page's.
    pub lang: Option<&'static str>,
    /// The values.
    pub points: Vec<Point>,
}

/// A value and its day.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The day that it counts for: the last that its date may mean.
    pub date: Date,
    /// The value; none when it is missing.
    pub value: Option<f64>,
    /// The value in words.
    pub label: String,
    /// Whether it may still change.
    pub preliminary: bool,
}

/// A value to reach, or a band to stay within, at a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The day.
    pub date: Date,
    /// The lowest value that reaches it.
    pub low: f64,
    /// The highest; the same for a value.
    pub high: f64,
    /// What stands beside it: `Mål 2027: 98 %`.
    pub label: String,
}

const GRID: Ink = Ink::new("c-grid");
const AXIS: Ink = Ink::new("c-axis");
const BAND: Ink = Ink::new("c-band");
const PATH: Ink = Ink::new("c-path");
const OTHER: Ink = Ink::new("c-other");
const OTHER_EVEN: Ink = Ink::new("c-other c-even");
const OWN: Ink = Ink::new("c-line");
const DOT: Ink = Ink::new("c-dot");
const HOLE: Ink = Ink::new("c-hole");
const TARGET: Ink = Ink::new("c-target");
const BREAK: Ink = Ink::new("c-break");

/// From what width on there is room for names beside the lines.
const ROOMY: u32 = 480;
/// The column of names beside the lines.
const NAMES: f64 = 132.0;

impl Line<'_> {
    /// Draws it for a width in CSS pixels. `id` must be the page's only one.
    pub fn draw(&self, width: u32, id: &str) -> Drawing {
        let roomy = width >= ROOMY;
        let wide = f64::from(width);
        let line = Type::LABEL.line();
        let rows = if roomy || self.others.is_empty() { Vec::new() } else { self.rows(wide) };
        let scale = self.values(if roomy { 6 } else { 5 });
        let unit = self.unit_line(&scale, wide);
        let top = count(unit.len() + rows.len()) * line + 10.0;
        let plot = if roomy { 240.0 } else { 190.0 };
        let height = top + plot + line + 9.0;
        let canvas = Canvas::new(width, whole(height));
        let mut labels = Labels::new(wide, height.ceil());

        let mut y = line / 2.0;
        for text in &unit {
            labels.write(&canvas, text, Type::MUTED, [((0.0, y), Align::Start)]);
            y += line;
        }
        for row in &rows {
            if let Some(ink) = row.ink {
                self.swatch(&canvas, ink, (7.0, y));
            }
            labels.write(&canvas, &row.text, Type::LABEL.in_language(row.lang), [((18.0, y), Align::Start)]);
            y += line;
        }

        let numbers: Vec<String> =
            scale.ticks.iter().map(|tick| self.formats.number(*tick, decimals(&scale))).collect();
        let left = numbers.iter().map(|text| Type::MUTED.width(text)).fold(0.0, f64::max) + 8.0;
        let named = roomy && !self.others.is_empty();
        let panel = |right: f64| {
            let (time, years) = self.time(right - left - 12.0);
            (canvas.panel(left + 6.0..right - 6.0, top..top + plot, time, scale.clone()), years, right)
        };
        let (panel, years, right) = match panel(wide - 24.0) {
            (own, ..) if named && !self.has_room(&own, wide) => panel(wide - NAMES - 14.0),
            roomy => roomy,
        };
        self.axes(&canvas, &mut labels, &panel, &numbers, &years, (left, right));
        self.marks(&canvas, &mut labels, &panel, right);
        if named && self.has_room(&panel, wide) {
            self.names_beside(&canvas, &mut labels, &panel);
        } else if named {
            self.names(&canvas, &mut labels, &panel, (right + 8.0, wide));
        } else {
            self.ends(&canvas, &mut labels, &panel);
        }
        self.target_labels(&canvas, &mut labels, &panel);
        canvas.finish(id, &self.said)
    }

    /// The same as a sparkline.
    pub fn spark(&self) -> super::Spark {
        let dated = |run: Vec<(&Point, f64)>| run.into_iter().map(|(point, value)| (point.date, value)).collect();
        let aim = self.targets.last().filter(|own| own.low >= own.high);
        super::Spark {
            said: self.said.clone(),
            runs: self.runs().into_iter().map(dated).collect(),
            target: aim.map(|own| (own.date, own.low)),
        }
    }

    /// All that must lie on the axis from below.
    fn values(&self, most: usize) -> Scale {
        let series = std::iter::once(&self.own).chain(&self.others);
        let all = || {
            let points = series.clone().flat_map(|own| own.points.iter().filter_map(|point| point.value));
            points
                .chain(self.path.iter().map(|(_, value)| *value))
                .chain(self.targets.iter().flat_map(|own| [own.low, own.high]))
        };
        let low = all().fold(f64::INFINITY, f64::min);
        let high = all().fold(f64::NEG_INFINITY, f64::max);
        // Where zero is near, the axis begins there; elsewhere the line would be pressed flat.
        let zero = low >= 0.0 && low <= high * 0.5;
        Scale::round(all(), zero, most)
    }

    /// What the values are counted in, and where the axis begins when that is not zero.
    fn unit_line(&self, scale: &Scale, wide: f64) -> Vec<String> {
        let mut text = self.unit.clone();
        if scale.low > 0.0 || scale.high < 0.0 {
            let from = self.formats.number(scale.low, decimals(scale));
            if !text.is_empty() {
                text.push_str(" · ");
            }
            text.push_str(&self.not_from_zero.replace("{}", &from));
        }
        if text.is_empty() { Vec::new() } else { metrics::wrap(&text, wide, 2, 12.0, false) }
    }

    /// The axis of time, and the years that it names with the place in days where their number stands.
    fn time(&self, room: f64) -> (Scale, Vec<(f64, String)>) {
        let series = std::iter::once(&self.own).chain(&self.others);
        let days: Vec<Date> = series
            .flat_map(|own| own.points.iter().map(|point| point.date))
            .chain(self.path.iter().map(|(date, _)| *date))
            .chain(self.targets.iter().map(|own| own.date))
            .collect();
        let (Some(first), Some(last)) = (days.iter().min().copied(), days.iter().max().copied()) else {
            return (Scale::plain(0.0, 1.0), Vec::new());
        };
        let most = whole(room / (Type::MUTED.width("2000") + 14.0)).max(1) as usize;
        let ends_of_years = days.iter().all(|own| (own.month(), own.day()) == (12, 31));
        if ends_of_years {
            // A value a year: the year's number stands right below its value.
            let (from, to) = (day(first), day(last));
            let (from, to) = if from < to { (from, to) } else { (from - 183.0, to + 183.0) };
            let ends = |year: Date| date(year.year(), 12, 31);
            let named: Vec<(f64, String)> =
                years(first, last, most).into_iter().map(|year| (day(ends(year)), year.year().to_string())).collect();
            (Scale::plain(from, to).naming(named.iter().map(|(at, _)| *at).collect()), named)
        } else {
            // Values within years: the year's number stands in the middle of its days.
            let (from, to) = (date(first.year(), 1, 1), date(last.year(), 12, 31));
            let starts = years(from, to, most);
            let named = starts.iter().map(|year| (day(*year) + 182.0, year.year().to_string())).collect();
            let ticks = years(from, to, usize::MAX).into_iter().map(day).collect();
            (Scale::plain(day(from), day(to) + 1.0).naming(ticks), named)
        }
    }

    fn axes(
        &self,
        canvas: &Canvas,
        labels: &mut Labels,
        panel: &Panel,
        numbers: &[String],
        years: &[(f64, String)],
        (left, right): (f64, f64),
    ) {
        let (top, bottom) = (panel.down.start, panel.down.end);
        let ticks = panel.ticks_up();
        for (_, y) in &ticks {
            canvas.line(&[(left, *y), (right, *y)], if (*y - bottom).abs() < 0.5 { AXIS } else { GRID });
        }
        for (_, x) in panel.ticks_across() {
            canvas.line(&[(x, bottom), (x, bottom + 4.0)], AXIS);
        }
        for ((_, y), text) in ticks.iter().zip(numbers) {
            labels.write(canvas, text, Type::MUTED, [((left - 6.0, *y), Align::End)]);
        }
        let low = panel.ticks_up().first().map_or(0.0, |(value, _)| *value);
        for (at, text) in years {
            let x = panel.at((*at, low)).0;
            let y = bottom + 15.0;
            labels.write(canvas, text, Type::MUTED, [((x, y), Align::Middle), ((0.0, y), Align::Start)]);
        }
        for own in &self.breaks {
            let x = panel.at((day(*own), low)).0;
            canvas.line(&[(x, top), (x, bottom)], BREAK);
            labels.rather_off(&[(x, top), (x, bottom)]);
            let sides = [((x + 4.0, top + 7.0), Align::Start), ((x - 4.0, top + 7.0), Align::End)];
            labels.write(canvas, &self.break_word, Type::MUTED, sides);
        }
    }

    fn marks(&self, canvas: &Canvas, labels: &mut Labels, panel: &Panel, right: f64) {
        self.bands(canvas, panel, right);
        let path: Vec<(f64, f64)> = self.path.iter().map(|(date, value)| panel.at((day(*date), *value))).collect();
        if path.len() > 1 {
            canvas.line(&path, PATH);
            labels.rather_off(&path);
        }
        for (n, series) in self.others.iter().enumerate() {
            for at in places(panel, series) {
                canvas.dot(at, other(n));
                labels.rather_off(&[at]);
            }
        }
        for run in self.runs() {
            let run: Vec<(f64, f64)> = run.into_iter().map(|point| place(panel, point)).collect();
            if run.len() > 1 {
                canvas.line(&run, OWN);
            }
            labels.rather_off(&run);
        }
        let known = || self.own.points.iter().filter_map(|point| Some((point, place(panel, (point, point.value?)))));
        for (_, at) in known() {
            canvas.dot(at, DOT);
        }
        for (_, at) in known().filter(|(point, _)| point.preliminary) {
            canvas.dot(at, HOLE);
        }
        for target in self.targets.iter().filter(|own| own.low >= own.high) {
            let at = panel.at((day(target.date), target.low));
            canvas.dot(at, TARGET);
            labels.rather_off(&[(at.0 - 4.0, at.1), (at.0 + 4.0, at.1)]);
        }
        for target in self.targets.iter().filter(|own| own.low >= own.high) {
            canvas.dot(panel.at((day(target.date), target.low)), HOLE);
        }
    }

    fn target_labels(&self, canvas: &Canvas, labels: &mut Labels, panel: &Panel) {
        for target in self.targets.iter().rev() {
            let (x, y) = panel.at((day(target.date), target.high));
            let line = Type::STRONG.line();
            if target.low < target.high {
                // A band's word stands in it, at its upper edge, or else at its lower.
                let low = panel.at((day(target.date), target.low)).1;
                let rows = [y + line * 0.7, low - line * 0.7, y - line * 0.7, low + line * 0.7];
                let (left, right) = (panel.across.start, panel.across.end);
                let places = rows.into_iter().flat_map(|y| [((left, y), Align::Start), ((right, y), Align::End)]);
                labels.write(canvas, &target.label, Type::STRONG, places);
                continue;
            }
            let up = [y - line, y + line, y - 2.0 * line, y + 2.0 * line];
            let places = up
                .into_iter()
                .flat_map(|y| [((x + 8.0, y), Align::End), ((x, y), Align::Middle), ((x - 8.0, y), Align::End)]);
            let beside = [((x + 10.0, y), Align::Start), ((x - 10.0, y), Align::End)];
            labels.write(canvas, &target.label, Type::STRONG, beside.into_iter().chain(places));
        }
    }

    /// The bands to stay within: each from its day until the next, the first from the beginning.
    fn bands(&self, canvas: &Canvas, panel: &Panel, right: f64) {
        let is_band = |own: &&Target| own.low < own.high;
        for (n, own) in self.targets.iter().enumerate().filter(|(_, own)| is_band(own)) {
            let begins = |own: &Target| panel.at((day(own.date), own.low)).0;
            let from = if n == 0 { panel.across.start - 6.0 } else { begins(own) };
            let to = self.targets.get(n + 1).map_or(right, begins);
            let (bottom, top) = (panel.at((day(own.date), own.low)).1, panel.at((day(own.date), own.high)).1);
            canvas.rect(from..to, top..bottom, BAND);
        }
    }

    /// The own values in runs that a line may join: without missing ones, long waits and changes of measuring between.
    fn runs(&self) -> Vec<Vec<(&Point, f64)>> {
        let mut runs: Vec<Vec<(&Point, f64)>> = Vec::new();
        let mut joined: Option<&Point> = None;
        for point in &self.own.points {
            let Some(value) = point.value else {
                joined = None;
                continue;
            };
            let holds = joined.is_some_and(|last| {
                let waited = day(point.date) - day(last.date);
                let long = self.step.is_some_and(|step| waited > f64::from(step) * 1.6);
                !long && !self.breaks.iter().any(|own| last.date < *own && *own <= point.date)
            });
            match runs.last_mut() {
                Some(run) if holds => run.push((point, value)),
                _ => runs.push(vec![(point, value)]),
            }
            joined = Some(point);
        }
        runs
    }

    /// The first and the last value beside their points, and every one when there is room for them.
    fn ends(&self, canvas: &Canvas, labels: &mut Labels, panel: &Panel) {
        let known: Vec<_> =
            self.own.points.iter().filter_map(|point| Some((point, place(panel, (point, point.value?))))).collect();
        let around = |(x, y): (f64, f64)| {
            let line = Type::STRONG.line();
            [
                ((x, y - line + 1.0), Align::Middle),
                ((x, y + line - 1.0), Align::Middle),
                ((x + 9.0, y), Align::Start),
                ((x - 9.0, y), Align::End),
                ((x + 6.0, y - line + 2.0), Align::Start),
                ((x + 6.0, y + line - 2.0), Align::Start),
                ((x - 6.0, y - line + 2.0), Align::End),
                ((x - 6.0, y + line - 2.0), Align::End),
            ]
        };
        let Some(((last, at), rest)) = known.split_last() else { return };
        labels.write(canvas, &last.label, Type::STRONG, around(*at));
        if let Some((first, at)) = rest.first() {
            labels.write(canvas, &first.label, Type::LABEL, around(*at));
        }
    }

    /// Whether the name and the latest value of each series fit in a line after its end.
    fn has_room(&self, panel: &Panel, wide: f64) -> bool {
        self.said_ends(panel).iter().all(|((x, _), text, _)| x + 9.0 + Type::STRONG.width(text) <= wide)
    }

    /// The end of each series, with its name and latest value, and the language of the name.
    fn said_ends(&self, panel: &Panel) -> Vec<((f64, f64), String, Option<&'static str>)> {
        let series = std::iter::once(&self.own).chain(&self.others);
        let said = |own| end(panel, own).map(|(point, at)| (at, format!("{} {}", own.name, point.label), own.lang));
        series.filter_map(said).collect()
    }

    /// The same, each in a line after its end.
    fn names_beside(&self, canvas: &Canvas, labels: &mut Labels, panel: &Panel) {
        let ends = self.said_ends(panel);
        let line = Type::LABEL.line();
        // The own series' name stands on the side of its line where the expected path is not.
        let above = self.path.last().is_none_or(|(_, aim)| {
            self.own.points.iter().rev().find_map(|point| point.value).is_some_and(|value| value > *aim)
        });
        let off = |n: usize| if n > 0 || self.path.is_empty() { 0.0 } else { line * if above { -0.6 } else { 0.6 } };
        let wanted: Vec<f64> = ends.iter().enumerate().map(|(n, ((_, y), ..))| y + off(n)).collect();
        let heights = vec![line; ends.len()];
        let rows = spread(&wanted, &heights, panel.down.start - 8.0, panel.down.end + 8.0);
        for ((n, ((x, _), text, lang)), y) in ends.iter().enumerate().zip(rows) {
            let own = if n == 0 { Type::STRONG } else { Type::LABEL };
            labels.write(canvas, text, own.in_language(*lang), [((x + 9.0, y), Align::Start)]);
        }
    }

    /// The name and the latest value of each series in a column beside the axis.
    fn names(&self, canvas: &Canvas, labels: &mut Labels, panel: &Panel, (from, to): (f64, f64)) {
        let room = to - from;
        let line = Type::LABEL.line();
        let mut ends = Vec::new();
        for (n, series) in std::iter::once(&self.own).chain(&self.others).enumerate() {
            let Some((point, at)) = end(panel, series) else { continue };
            let own = if n == 0 { Type::STRONG } else { Type::LABEL };
            let name = metrics::wrap(&series.name, room, 3, own.pixels(), own.bold);
            let mut lines: Vec<(String, Type)> =
                name.into_iter().map(|text| (text, own.in_language(series.lang))).collect();
            lines.push((point.label.clone(), Type::STRONG));
            ends.push((at, lines));
        }
        let wanted: Vec<f64> = ends.iter().map(|((_, y), _)| *y).collect();
        let heights: Vec<f64> = ends.iter().map(|(_, lines)| count(lines.len()) * line + 6.0).collect();
        let (top, bottom) = (panel.down.start - 8.0, panel.down.end + 20.0);
        for (((at, lines), middle), height) in ends.iter().zip(spread(&wanted, &heights, top, bottom)).zip(&heights) {
            let mut y = middle - (height - 6.0) / 2.0 + line / 2.0;
            if (middle - at.1).abs() > line {
                canvas.line(&[(at.0 + 7.0, at.1), (from - 3.0, middle)], GRID);
            }
            for (text, own) in lines {
                labels.write(canvas, text, *own, [((from, y), Align::Start)]);
                y += line;
            }
        }
    }

    /// The names and latest values of the series, a line each, where there is no room beside their ends.
    fn rows(&self, wide: f64) -> Vec<Row> {
        let mut rows = Vec::new();
        for (n, series) in std::iter::once(&self.own).chain(&self.others).enumerate() {
            let last = series.points.iter().rev().find(|point| point.value.is_some());
            let text = match last {
                Some(point) => format!("{}: {}", series.name, point.label),
                None => series.name.clone(),
            };
            for (line, text) in metrics::wrap(&text, wide - 18.0, 3, 12.0, false).into_iter().enumerate() {
                let ink = if n == 0 { DOT } else { other(n - 1) };
                rows.push(Row { ink: (line == 0).then_some(ink), text, lang: series.lang });
            }
        }
        rows
    }

    fn swatch(&self, canvas: &Canvas, ink: Ink, (x, y): (f64, f64)) {
        let _ = self;
        if ink == DOT {
            canvas.line(&[(x - 7.0, y), (x + 7.0, y)], OWN);
        }
        canvas.dot((x, y), ink);
    }
}

/// A line of the key.
struct Row {
    ink: Option<Ink>,
    text: String,
    lang: Option<&'static str>,
}

/// How many decimals tell the steps of a scale apart.
fn decimals(scale: &Scale) -> u8 {
    let [first, second, ..] = scale.ticks[..] else { return 0 };
    let step = (second - first).abs();
    (0..6).find(|n| ((step * 10_f64.powi(i32::from(*n))).fract() - 0.5).abs() > 0.499).unwrap_or(6)
}

fn other(n: usize) -> Ink {
    if n.is_multiple_of(2) { OTHER } else { OTHER_EVEN }
}

fn place(panel: &Panel, (point, value): (&Point, f64)) -> (f64, f64) {
    panel.at((day(point.date), value))
}

fn places(panel: &Panel, series: &Series) -> Vec<(f64, f64)> {
    series.points.iter().filter_map(|point| Some(place(panel, (point, point.value?)))).collect()
}

fn end<'a>(panel: &Panel, series: &'a Series) -> Option<(&'a Point, (f64, f64))> {
    let point = series.points.iter().rev().find(|point| point.value.is_some())?;
    Some((point, place(panel, (point, point.value?))))
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan as _;
    use proptest::prelude::*;

    use super::super::properties::check;
    use super::*;
    use crate::words::{Language, Words};

    fn said() -> Said {
        Said { title: "Andel".to_owned(), lang: None, description: "Två <mätvärden> & ett mål.".to_owned() }
    }

    fn line<'a>(words: &'a Words, unit: &str, own: Vec<Point>) -> Line<'a> {
        Line {
            said: said(),
            unit: unit.to_owned(),
            own: Series { name: "Ängslunda kommun".to_owned(), lang: None, points: own },
            others: Vec::new(),
            step: Some(366),
            path: Vec::new(),
            targets: Vec::new(),
            breaks: Vec::new(),
            break_word: "Nytt sätt att mäta".to_owned(),
            not_from_zero: "axeln börjar på {}".to_owned(),
            formats: words.formats(),
        }
    }

    fn point(words: &Words, unit: &str, date: Date, value: Option<f64>) -> Point {
        let label = value.map_or_else(String::new, |value| format!("{}\u{a0}{unit}", words.formats().number(value, 1)));
        Point { date, value, label, preliminary: false }
    }

    /// How many dots of a class a drawing has.
    fn dots(svg: &str, class: &str) -> usize {
        let paths = svg.split("<path class=\"").filter(|path| path.split('"').next() == Some(class));
        paths.map(|path| path.split('>').next().unwrap_or_default().matches("h0").count()).sum()
    }

    #[test]
    fn nothing_and_next_to_nothing_is_drawn() {
        let words = Words::new(Language::SWEDISH);
        check(|width, id| line(&words, "", Vec::new()).draw(width, id));
        for value in [0.0, 1.0, -7.5, 10_000_000.0, 0.001, -1e-9] {
            let one = point(&words, "kr", date(2025, 12, 31), Some(value));
            for drawing in check(|width, id| line(&words, "kr", vec![one.clone()]).draw(width, id)) {
                assert_eq!(dots(&drawing.svg, "c-dot"), 1);
                assert!(drawing.svg.contains(&one.label), "{}", drawing.svg);
            }
        }
    }

    #[test]
    fn a_line_is_broken_where_nothing_was_measured() {
        let words = Words::new(Language::SWEDISH);
        let year = |year, value| point(&words, "%", date(year, 12, 31), value);
        let mut own = line(&words, "%", vec![year(2019, Some(1.0)), year(2020, None), year(2021, Some(2.0))]);
        assert_eq!(own.runs().len(), 2, "a missing value");
        own.own.points.remove(1);
        assert_eq!(own.runs().len(), 2, "a year without a row");
        own.step = None;
        assert_eq!(own.runs().len(), 1, "nobody has said how often it is measured");
        own.breaks.push(date(2020, 6, 1));
        assert_eq!(own.runs().len(), 2, "a new way of measuring");
    }

    #[test]
    fn an_axis_that_does_not_begin_at_zero_says_so() {
        let words = Words::new(Language::SWEDISH);
        let years = |low: f64, high: f64| {
            let ends = [(2024, low), (2025, high)];
            let points = ends.map(|(year, value)| point(&words, "%", date(year, 12, 31), Some(value)));
            line(&words, "%", points.to_vec()).draw(super::super::NARROW, "c").svg
        };
        assert!(years(61.0, 64.0).contains("axeln börjar på 61"));
        assert!(!years(20.0, 64.0).contains("axeln börjar"));
    }

    prop_compose! {
        fn points()(
            start in 1990_i16..2050,
            step in 20_i32..800,
            values in prop::collection::vec(prop::option::weighted(0.9, -1.0e7..1.0e7_f64), 0..24),
            scale in 0_i32..8,
            preliminary in any::<bool>(),
        ) -> Vec<(Date, Option<f64>, bool)> {
            let first = date(start, 12, 31);
            let last = values.len();
            let small = 10_f64.powi(-scale);
            values.into_iter().enumerate().map(|(n, value)| {
                let days = i32::try_from(n).unwrap_or(0) * step;
                (first.saturating_add(days.days()), value.map(|value| value * small), preliminary && n + 1 == last)
            }).collect()
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 200, ..ProptestConfig::default() })]

        #[test]
        fn whatever_was_measured_is_drawn(
            own in points(),
            others in prop::collection::vec(("[A-Za-zåäöÅÄÖ -]{1,60}", points()), 0..4),
            aims in prop::collection::vec((2000_i16..2060, -100.0..100.0_f64, 0.0..40.0_f64), 0..4),
            breaks in prop::collection::vec(1990_i16..2060, 0..3),
            name in "[A-Za-zåäöÅÄÖ ]{1,60}",
            unit in "(|%|kr|timmar per vecka|[a-zåäö ]{1,40})",
        ) {
            let words = Words::new(Language::SWEDISH);
            let series = |name: String, points: Vec<(Date, Option<f64>, bool)>| Series {
                name,
                lang: None,
                points: points.into_iter().map(|(date, value, preliminary)| {
                    Point { preliminary, ..point(&words, &unit, date, value) }
                }).collect(),
            };
            let mut chart = line(&words, &unit, Vec::new());
            chart.own = series(name, own);
            chart.others = others.into_iter().map(|(name, points)| series(name, points)).collect();
            chart.targets = aims.iter().map(|(year, low, more)| Target {
                date: date(*year, 12, 31),
                low: *low,
                high: if *more > 20.0 { low + more } else { *low },
                label: format!("Mål {year}: {}", words.formats().number(*low, 1)),
            }).collect();
            chart.targets.sort_by_key(|own| own.date);
            chart.path = chart.targets.iter().map(|own| (own.date, own.low)).collect();
            chart.breaks = breaks.into_iter().map(|year| date(year, 1, 1)).collect();
            chart.breaks.sort();
            let measured = chart.own.points.iter().filter(|point| point.value.is_some()).count();
            let key = |width| usize::from(width < ROOMY && !chart.others.is_empty());
            for drawing in check(|width, id| chart.draw(width, id)) {
                prop_assert_eq!(dots(&drawing.svg, "c-dot"), measured + key(drawing.width), "a dot for each value");
            }
            let spark = chart.spark();
            prop_assert_eq!(spark.draw("own"), spark.draw("own"));
        }
    }
}
