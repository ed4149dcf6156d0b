//! The only place that names plotters: what charts are drawn with, and the backend that writes what plotters draws as
//! small SVG whose looks the page's style sheet decides.
//!
//! plotters counts in whole pixels, so everything is drawn ten times as large and written with one decimal. A style of
//! plotters has nothing but a colour, so a colour here is the number of an [`Ink`], and an ink is a class: dark mode,
//! forced colours, paper and the plan's own colour need no second drawing. Shapes of one ink that are drawn after each
//! other become one path.

use std::cell::RefCell;
use std::convert::Infallible;
use std::fmt::Write as _;
use std::ops::Range;
use std::rc::Rc;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Drawable, PathElement, PointCollection, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{IntoFont, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use super::scale::Scale;
use super::{Said, metrics};

/// How many of plotters' pixels make one of ours.
const FINE: f64 = 10.0;

/// What something is drawn with: its class, the state that colours it, and the pattern that fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ink {
    /// The class, beginning with `c-`.
    pub class: &'static str,
    /// The state, as in a mark's key.
    pub state: Option<&'static str>,
    /// The id of a pattern of the page.
    pub pattern: Option<&'static str>,
    /// The language of what is written with it, when it is not the page's.
    pub lang: Option<&'static str>,
}

impl Ink {
    pub(super) const fn new(class: &'static str) -> Self {
        Self { class, state: None, pattern: None, lang: None }
    }

    pub(super) const fn state(class: &'static str, state: &'static str) -> Self {
        Self { class, state: Some(state), pattern: None, lang: None }
    }

    pub(super) const fn pattern(pattern: &'static str) -> Self {
        Self { class: "c-pattern", state: None, pattern: Some(pattern), lang: None }
    }
}

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Type {
    /// Its ink.
    pub ink: Ink,
    /// Tenths of a pixel.
    pub size: u32,
    /// Whether it is bold.
    pub bold: bool,
}

impl Type {
    /// What a label is written with unless there is a reason.
    pub(super) const LABEL: Self = Self { ink: Ink::new("c-text"), size: 120, bold: false };
    /// Axes and what stands back.
    pub(super) const MUTED: Self = Self { ink: Ink::new("c-muted"), size: 120, bold: false };
    /// The numbers that matter.
    pub(super) const STRONG: Self = Self { ink: Ink::new("c-text"), size: 120, bold: true };

    /// The same for a text in this language; `None`: in the page's.
    pub(super) const fn in_language(self, lang: Option<&'static str>) -> Self {
        Self { ink: Ink { lang, ..self.ink }, ..self }
    }

    /// Its size in pixels.
    pub(super) fn pixels(self) -> f64 {
        f64::from(self.size) / FINE
    }

    /// The width of a text written so, in pixels.
    pub(super) fn width(self, text: &str) -> f64 {
        metrics::width(text, self.pixels(), self.bold)
    }

    /// The height of a line written so, in pixels.
    pub(super) fn line(self) -> f64 {
        (self.pixels() * 1.25).ceil()
    }
}

/// Which point of a text stands at its place, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    Middle,
    End,
}

/// A finished drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// The width that it was drawn for, in CSS pixels.
    pub width: u32,
    /// Its height at that width, in CSS pixels.
    pub height: u32,
    /// The SVG element.
    pub svg: String,
    /// Whether a text had too little room and ends with an ellipsis.
    pub cut: bool,
}

/// What a chart is drawn on: pixels, from the upper left corner.
pub(super) struct Canvas {
    svg: Rc<RefCell<Svg>>,
    area: DrawingArea<Svg, Shift>,
    width: u32,
    height: u32,
}

impl Canvas {
    /// An empty canvas of so many pixels.
    pub(super) fn new(width: u32, height: u32) -> Self {
        let svg = Rc::new(RefCell::new(Svg::new(width, height)));
        Self { area: DrawingArea::from(&svg), svg, width, height }
    }

    /// A part of the canvas, in pixels, where positions are values on two scales. `y` grows upwards.
    pub(super) fn panel(&self, across: Range<f64>, down: Range<f64>, x: Scale, y: Scale) -> Panel {
        let (left, right, top, bottom) = (fine(across.start), fine(across.end), fine(down.start), fine(down.end));
        let coord = Cartesian2d::new(x, y, (left..right, bottom..top));
        Panel { area: self.area.apply_coord_spec(coord), across, down }
    }

    /// Lines through these points.
    pub(super) fn line(&self, points: &[(f64, f64)], ink: Ink) {
        draw(&self.area, &PathElement::new(points.iter().map(fine_point).collect::<Vec<_>>(), self.style(ink)));
    }

    /// A dot, as large as its ink is wide.
    pub(super) fn dot(&self, at: (f64, f64), ink: Ink) {
        self.line(&[at, at], ink);
    }

    /// A filled shape with these corners.
    pub(super) fn shape(&self, corners: &[(f64, f64)], ink: Ink) {
        draw(&self.area, &Polygon::new(corners.iter().map(fine_point).collect::<Vec<_>>(), self.style(ink)));
    }

    /// A filled rectangle.
    pub(super) fn rect(&self, across: Range<f64>, down: Range<f64>, ink: Ink) {
        let corners = [fine_point(&(across.start, down.start)), fine_point(&(across.end, down.end))];
        draw(&self.area, &Rectangle::new(corners, self.style(ink).filled()));
    }

    /// A text whose capital letters have their middle at `at`.
    pub(super) fn text(&self, text: &str, at: (f64, f64), align: Align, own: Type) {
        let h = match align {
            Align::Start => HPos::Left,
            Align::Middle => HPos::Center,
            Align::End => HPos::Right,
        };
        let mut font = ("sans-serif", f64::from(own.size)).into_font();
        if own.bold {
            font = font.style(FontStyle::Bold);
        }
        let color = self.color(own.ink);
        let style = TextStyle::from(font).color(&color).pos(Pos::new(h, VPos::Center));
        self.area.draw_text(text, &style, fine_point(&at)).expect("our backend cannot fail");
    }

    /// The mark of a state, so large, with its middle at `at`.
    pub(super) fn mark(&self, state: &'static str, at: (f64, f64), size: f64) {
        let ink = self.svg.borrow_mut().ink(Ink::state("c-mark", state));
        draw(&self.area, &Mark { at: fine_point(&at), state, size: fine(size), ink });
    }

    fn color(&self, ink: Ink) -> RGBColor {
        color_of(self.svg.borrow_mut().ink(ink))
    }

    fn style(&self, ink: Ink) -> ShapeStyle {
        ShapeStyle::from(self.color(ink)).stroke_width(1)
    }

    /// Writes it all. `id` must be the page's only one; it names the title and the description.
    pub(super) fn finish(self, id: &str, said: &Said) -> Drawing {
        let own = self.svg.borrow();
        let cut = own.drawn.iter().any(|drawn| matches!(drawn, Drawn::Text { text, .. } if text.ends_with('…')));
        Drawing { width: self.width, height: self.height, svg: own.write(id, said), cut }
    }
}

/// A part of a canvas where positions are values.
pub(super) struct Panel {
    area: DrawingArea<Svg, Cartesian2d<Scale, Scale>>,
    /// Its left and right edge, in pixels.
    pub across: Range<f64>,
    /// Its upper and lower edge, in pixels.
    pub down: Range<f64>,
}

impl Panel {
    /// Where two values stand, in pixels of the canvas.
    pub(super) fn at(&self, point: (f64, f64)) -> (f64, f64) {
        let (x, y) = self.area.map_coordinate(&point);
        (f64::from(x) / FINE, f64::from(y) / FINE)
    }

    /// The values that the axis from left to right names, each with its place in pixels.
    pub(super) fn ticks_across(&self) -> Vec<(f64, f64)> {
        let scale = self.area.as_coord_spec();
        let low = scale.get_y_range().start;
        scale.x_spec().key_points(usize::MAX).into_iter().map(|tick| (tick, self.at((tick, low)).0)).collect()
    }

    /// The values that the axis from below names, each with its place in pixels.
    pub(super) fn ticks_up(&self) -> Vec<(f64, f64)> {
        let scale = self.area.as_coord_spec();
        let low = scale.get_x_range().start;
        scale.y_spec().key_points(usize::MAX).into_iter().map(|tick| (tick, self.at((low, tick)).1)).collect()
    }
}

impl Ranged for Scale {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let (from, to) = (f64::from(limit.0), f64::from(limit.1));
        whole(from + (to - from) * self.share(*value))
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.ticks.iter().copied().take(hint.max_num_points()).collect()
    }

    fn range(&self) -> Range<f64> {
        self.low..self.high
    }
}

fn draw<'a, E>(area: &DrawingArea<Svg, Shift>, element: &'a E)
where
    E: Drawable<Svg>,
    &'a E: PointCollection<'a, BackendCoord>,
{
    let drawn: Result<(), DrawingAreaErrorKind<Infallible>> = area.draw(element);
    drawn.expect("our backend cannot fail");
}

fn fine_point(&(x, y): &(f64, f64)) -> BackendCoord {
    (fine(x), fine(y))
}

fn fine(pixels: f64) -> i32 {
    whole(pixels * FINE)
}

#[expect(clippy::cast_possible_truncation, reason = "a float is cut to the nearest i32 that there is, by definition")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

fn color_of(ink: u8) -> RGBColor {
    RGBColor(0, 0, ink)
}

/// A state's mark: the page has its shape.
struct Mark {
    at: BackendCoord,
    state: &'static str,
    size: i32,
    ink: u8,
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Mark {
    type Point = &'a BackendCoord;
    type IntoIter = std::iter::Once<&'a BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(&self.at)
    }
}

impl Drawable<Svg> for Mark {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        pos: I,
        backend: &mut Svg,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        for (x, y) in pos {
            let half = self.size / 2;
            backend.drawn.push(Drawn::Mark {
                ink: self.ink,
                state: self.state,
                at: (x - half, y - half),
                size: self.size,
            });
        }
        Ok(())
    }
}

// The backend ------------------------------------------------------------------------------------------------------

/// What has been drawn, in the order it was.
enum Drawn {
    Path { ink: u8, data: String, at: BackendCoord },
    Text { ink: u8, align: HPos, size: i32, bold: bool, at: BackendCoord, text: String },
    Mark { ink: u8, state: &'static str, at: BackendCoord, size: i32 },
}

/// plotters' drawing as SVG.
struct Svg {
    size: (u32, u32),
    inks: Vec<Ink>,
    drawn: Vec<Drawn>,
}

impl Svg {
    fn new(width: u32, height: u32) -> Self {
        Self { size: (width, height), inks: Vec::new(), drawn: Vec::new() }
    }

    /// The number of an ink.
    fn ink(&mut self, ink: Ink) -> u8 {
        let n = self.inks.iter().position(|own| *own == ink).unwrap_or_else(|| {
            self.inks.push(ink);
            self.inks.len() - 1
        });
        u8::try_from(n).expect("no chart has more than 256 inks")
    }

    fn path(&mut self, color: BackendColor, points: impl IntoIterator<Item = BackendCoord>, closed: bool) {
        let mut points = points.into_iter();
        let Some(first) = points.next() else { return };
        let ink = color.rgb.2;
        if !matches!(self.drawn.last(), Some(Drawn::Path { ink: own, .. }) if *own == ink) {
            self.drawn.push(Drawn::Path { ink, data: String::new(), at: (0, 0) });
        }
        let Some(Drawn::Path { data, at, .. }) = self.drawn.last_mut() else { return };
        if data.is_empty() {
            data.push('M');
            pair(data, first);
        } else {
            data.push('m');
            pair(data, (first.0 - at.0, first.1 - at.1));
        }
        let mut last = first;
        let mut command = ' ';
        let mut moved = false;
        for next in points {
            let (dx, dy) = (next.0 - last.0, next.1 - last.1);
            last = next;
            let own = match (dx, dy) {
                (0, 0) => continue,
                (_, 0) => 'h',
                (0, _) => 'v',
                _ => 'l',
            };
            moved = true;
            if own != command {
                data.push(own);
                command = own;
            } else if (if own == 'v' { dy } else { dx }) >= 0 {
                data.push(' ');
            }
            match own {
                'h' => tenths(data, dx),
                'v' => tenths(data, dy),
                _ => pair(data, (dx, dy)),
            }
        }
        if !moved {
            // A line to where it is: a round end makes it a dot.
            data.push_str("h0");
        }
        if closed {
            data.push('z');
            last = first;
        }
        *at = last;
    }

    fn write(&self, id: &str, said: &Said) -> String {
        let Said { title, description, lang } = said;
        let (width, height) = self.size;
        let mut out = String::with_capacity(2048);
        let _ = write!(
            out,
            "<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
             aria-labelledby=\"{id}-t\""
        );
        if !description.is_empty() {
            let _ = write!(out, " aria-describedby=\"{id}-d\"");
        }
        let _ = write!(out, "><title id=\"{id}-t\"");
        if let Some(lang) = lang {
            let _ = write!(out, " lang=\"{lang}\"");
        }
        let _ = write!(out, ">{}</title>", Escaped(title));
        if !description.is_empty() {
            let _ = write!(out, "<desc id=\"{id}-d\">{}</desc>", Escaped(description));
        }
        // Texts of one look that follow each other share a group.
        let mut group = None;
        for drawn in &self.drawn {
            let own = match drawn {
                Drawn::Text { ink, align, size, bold, .. } => Some((*ink, anchor(*align), *size, *bold)),
                _ => None,
            };
            if own != group {
                if group.is_some() {
                    out.push_str("</g>");
                }
                if let Some((ink, anchor, size, bold)) = own {
                    self.open(&mut out, "g", ink);
                    if !anchor.is_empty() {
                        let _ = write!(out, " text-anchor=\"{anchor}\"");
                    }
                    if size != 120 {
                        out.push_str(" font-size=\"");
                        tenths(&mut out, size);
                        out.push('"');
                    }
                    if bold {
                        out.push_str(" font-weight=\"700\"");
                    }
                    out.push('>');
                }
                group = own;
            }
            match drawn {
                Drawn::Path { ink, data, .. } => {
                    self.open(&mut out, "path", *ink);
                    let _ = write!(out, " d=\"{data}\"/>");
                }
                Drawn::Text { at, text, .. } => {
                    out.push_str("<text x=\"");
                    tenths(&mut out, at.0);
                    out.push_str("\" y=\"");
                    tenths(&mut out, at.1);
                    let _ = write!(out, "\">{}</text>", Escaped(text));
                }
                Drawn::Mark { ink, state, at, size } => {
                    self.open(&mut out, "use", *ink);
                    let _ = write!(out, " href=\"#m_{state}\"");
                    for (name, value) in [("x", at.0), ("y", at.1), ("width", *size), ("height", *size)] {
                        let _ = write!(out, " {name}=\"");
                        tenths(&mut out, value);
                        out.push('"');
                    }
                    out.push_str("/>");
                }
            }
        }
        if group.is_some() {
            out.push_str("</g>");
        }
        out.push_str("</svg>");
        out
    }

    /// An element's name and looks.
    fn open(&self, out: &mut String, name: &str, ink: u8) {
        let ink = self.inks[usize::from(ink)];
        let _ = write!(out, "<{name} class=\"{}", ink.class);
        if let Some(state) = ink.state {
            let _ = write!(out, " s-{state}");
        }
        out.push('"');
        if let Some(pattern) = ink.pattern {
            let _ = write!(out, " fill=\"url(#{pattern})\"");
        }
        if let Some(lang) = ink.lang {
            let _ = write!(out, " lang=\"{lang}\"");
        }
    }
}

fn anchor(align: HPos) -> &'static str {
    match align {
        HPos::Left => "",
        HPos::Center => "middle",
        HPos::Right => "end",
    }
}

fn pair(out: &mut String, (x, y): BackendCoord) {
    tenths(out, x);
    if y >= 0 {
        out.push(' ');
    }
    tenths(out, y);
}

/// A number of tenths as SVG writes it: `12.3`, `12`, `.3`, `-.3`.
fn tenths(out: &mut String, n: i32) {
    let (whole, rest) = (n.unsigned_abs() / 10, n.unsigned_abs() % 10);
    if n < 0 {
        out.push('-');
    }
    if whole != 0 || rest == 0 {
        digits(out, whole);
    }
    if rest != 0 {
        out.push('.');
        digits(out, rest);
    }
}

/// A number as its digits. A page of charts is thousands of small numbers, and the formatter asks of each how wide and
/// how padded it should be.
fn digits(out: &mut String, n: u32) {
    if n >= 10 {
        digits(out, n / 10);
    }
    out.push(char::from_digit(n % 10, 10).unwrap_or_default());
}

/// Text as XML holds it. What XML cannot hold at all is left out.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What stands as it is, which is nearly all, is written at once.
        let mut rest = self.0;
        while let Some((at, c, text)) = rest.char_indices().find_map(|(at, c)| Some((at, c, instead_of(c)?))) {
            let (before, after) = rest.split_at(at);
            f.write_str(before)?;
            f.write_str(text)?;
            rest = after.get(c.len_utf8()..).unwrap_or_default();
        }
        f.write_str(rest)
    }
}

/// What XML has instead of a character; `None`: it stands as it is.
fn instead_of(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => Some(""),
        _ => None,
    }
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.size.0 * 10, self.size.1 * 10)
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, at: BackendCoord, color: BackendColor) -> Done {
        self.path(color, [at, at], false);
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.path(style.color(), [from, to], false);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.path(style.color(), path, false);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _: bool) -> Done {
        self.path(style.color(), [from, (to.0, from.1), to, (from.0, to.1)], true);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, _: u32, style: &S, _: bool) -> Done {
        self.path(style.color(), [at, at], false);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, corners: I, style: &S) -> Done {
        self.path(style.color(), corners, true);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Done {
        let size = style.size();
        let down = match style.anchor().v_pos {
            VPos::Top => metrics::ASCENT,
            VPos::Center => metrics::CAPITAL / 2.0,
            VPos::Bottom => -metrics::DESCENT,
        };
        self.drawn.push(Drawn::Text {
            ink: style.color().rgb.2,
            align: style.anchor().h_pos,
            size: whole(size),
            bold: matches!(style.style(), FontStyle::Bold),
            at: (at.0, at.1 + whole(size * down)),
            text: text.to_owned(),
        });
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let bold = matches!(style.style(), FontStyle::Bold);
        let up = |value: f64| whole(value.ceil()).unsigned_abs();
        let size = style.size();
        Ok((up(metrics::width(text, size, bold)), up(size * (metrics::ASCENT + metrics::DESCENT))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_escaped_and_a_number_of_tenths_is_short() {
        assert_eq!(Escaped("å <b> & \u{1}c\u{ffff}\n").to_string(), "å &lt;b&gt; &amp; c\n");
        assert_eq!(Escaped("").to_string(), "");
        let tenths = |n| {
            let mut out = String::new();
            super::tenths(&mut out, n);
            out
        };
        assert_eq!([0, 5, -3, 120, -1234, i32::MIN].map(tenths), ["0", ".5", "-.3", "12", "-123.4", "-214748364.8"]);
    }
}
