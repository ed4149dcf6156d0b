//! A drawing that stands alone: with what it is called above it and where it comes from below, for a page of somebody
//! else's or for print.
//!
//! There is no style sheet there, so what a drawing is drawn with is written into it, in the light scheme's colours:
//! programs that lay out newspapers know no more of SVG than that. Marks and patterns are still the page's (`themes/`).

use std::borrow::Cow;
use std::fmt::Write as _;

use super::Said;
use super::canvas::{Align, Canvas, Ink, Type};
use super::card::Rgb;
use super::flow::Block;
use super::scale::whole;

/// The colours of a drawing that stands alone.
#[derive(Clone, Copy, Debug)]
pub struct SheetColours {
    /// Behind everything.
    pub page: Rgb,
    /// Behind what is set apart.
    pub tint: Rgb,
    /// What the plan's own values are drawn with.
    pub accent: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Text that stands back.
    pub muted: Rgb,
    /// A line of a grid.
    pub line: Rgb,
    /// An axis.
    pub line_strong: Rgb,
    /// What goes well.
    pub good: Rgb,
    /// What may go wrong.
    pub warn: Rgb,
    /// What goes wrong.
    pub bad: Rgb,
    /// What can't be said, or has not begun.
    pub still: Rgb,
}

/// What stands around a drawing.
#[derive(Clone, Copy, Debug)]
pub struct Sheet<'a> {
    /// What it is called, and how it is described.
    pub said: &'a Said,
    /// What is to be seen, in a sentence.
    pub finding: &'a str,
    /// The SVG of a [`Drawing`](super::Drawing) with its width and height; none when there is nothing to draw.
    pub drawing: Option<(&'a str, u32, u32)>,
    /// Where it comes from and what day it holds for; each begins a line.
    pub sources: &'a [String],
    /// What it is drawn with.
    pub colours: &'a SheetColours,
}

/// A sheet, laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Laid {
    /// Its width, in CSS pixels.
    pub width: u32,
    /// Its height, in CSS pixels.
    pub height: u32,
    /// SVG elements that stand in it one after the other.
    pub svg: String,
}

/// What is kept free along the edges, in pixels.
const MARGIN: f64 = 24.0;
/// The air between the parts, in pixels.
const APART: f64 = 14.0;
/// What it is called.
const TITLE: Type = Type { ink: Ink::new("c-text"), size: 180, bold: true };
/// What is to be seen.
const FINDING: Type = Type { ink: Ink::new("c-text"), size: 140, bold: false };

impl Sheet<'_> {
    /// Lays it out around a drawing, or in the width of a column.
    pub fn lay_out(&self) -> Laid {
        let inner = self.drawing.map_or(super::WIDE, |(_, width, _)| width);
        let room = f64::from(inner);
        let title = Block::new(&self.said.title, room, TITLE.in_language(self.said.lang));
        let finding = Block::new(self.finding, room, FINDING);
        let sources: Vec<Block> = self.sources.iter().map(|own| Block::new(own, room, Type::MUTED)).collect();
        let mut y = MARGIN;
        let mut next = |height: f64, apart: f64| {
            let own = y;
            y += height + if height > 0.0 { apart } else { 0.0 };
            own
        };
        let title_at = next(title.height(), APART / 2.0);
        let finding_at = next(finding.height(), APART);
        let drawn_at = next(self.drawing.map_or(0.0, |(_, _, height)| f64::from(height)), APART);
        let sources_at: Vec<f64> = sources.iter().map(|own| next(own.height(), 2.0)).collect();
        let (width, height) = (whole(room + 2.0 * MARGIN), whole(y + MARGIN - 2.0));

        let canvas = Canvas::new(width, height);
        title.write(&canvas, (MARGIN, title_at), Align::Start);
        finding.write(&canvas, (MARGIN, finding_at), Align::Start);
        for (own, at) in sources.iter().zip(sources_at) {
            own.write(&canvas, (MARGIN, at), Align::Start);
        }
        let mut svg = String::new();
        svg.push_str(&self.colours.plain(drawn(&canvas.finish("sheet", self.said).svg)));
        if let Some((drawing, ..)) = self.drawing {
            let _ = write!(svg, "<g transform=\"translate({MARGIN} {})\">", whole(drawn_at));
            svg.push_str(&self.colours.plain(&self.colours.with_halos(drawn(drawing))));
            svg.push_str("</g>");
        }
        Laid { width, height, svg }
    }
}

/// What is drawn in a chart's SVG element: all of it but its title and its description, which the sheet has.
fn drawn(svg: &str) -> &str {
    let inner = svg.split_once('>').map_or("", |(_, rest)| rest);
    let inner = inner.strip_suffix("</svg>").unwrap_or(inner);
    ["</desc>", "</title>"].into_iter().find_map(|end| inner.split_once(end)).map_or(inner, |(_, own)| own)
}

impl SheetColours {
    /// Elements of a chart with what their classes mean written into them. A text holds no `<`, so each is a tag.
    fn plain(&self, svg: &str) -> String {
        let mut plain = String::with_capacity(svg.len() * 2);
        for (n, part) in svg.split('<').enumerate() {
            if n > 0 {
                plain.push('<');
            }
            let Some((name, rest)) = part.split_once(" class=\"").filter(|(name, _)| !name.contains('>')) else {
                plain.push_str(part);
                continue;
            };
            let (classes, rest) = rest.split_once('"').unwrap_or((rest, ""));
            plain.push_str(name);
            for (attribute, value) in self.look(classes) {
                // What the element says of itself counts.
                if !rest.split('>').next().unwrap_or_default().contains(&format!(" {attribute}=\"")) {
                    let _ = write!(plain, " {attribute}=\"{value}\"");
                }
            }
            // SVG 1.1, for those who know nothing newer.
            plain.push_str(&if name == "use" { rest.replacen(" href=", " xlink:href=", 1) } else { rest.to_owned() });
        }
        plain
    }

    /// Groups of texts with the same texts below them, in lines of the page's colour: what a label lies on is set off from
    /// its letters. On a page the style sheet says so, in words that other programs do not know.
    fn with_halos(&self, svg: &str) -> String {
        let [red, green, blue] = self.page;
        let mut own = String::with_capacity(svg.len() * 2);
        for (n, part) in svg.split("<g class=\"").enumerate() {
            if n > 0 {
                let (group, rest) = part.split_once("</g>").unwrap_or((part, ""));
                let (classes, texts) = group.split_once('"').unwrap_or((group, ""));
                let _ = write!(
                    own,
                    "<g fill=\"none\" stroke=\"#{red:02x}{green:02x}{blue:02x}\" stroke-width=\"3\"{texts}</g>\
                     <g class=\"{classes}\"{texts}</g>{rest}"
                );
            } else {
                own.push_str(part);
            }
        }
        own
    }

    /// What a chart's classes look like: the rules of the default theme's style sheet for them.
    fn look(&self, classes: &str) -> Vec<(&'static str, Cow<'static, str>)> {
        let mut classes = classes.split(' ');
        let class = classes.next().unwrap_or_default();
        let second = classes.next();
        let colour = |[red, green, blue]: Rgb| Cow::from(format!("#{red:02x}{green:02x}{blue:02x}"));
        let state = || {
            colour(match second.unwrap_or_default() {
                "s-on-track" | "s-done" => self.good,
                "s-at-risk" => self.warn,
                "s-delayed" | "s-off-track" => self.bad,
                _ => self.still,
            })
        };
        let none = || ("fill", Cow::from("none"));
        let line = |ink: Rgb, width: &'static str, more: &[(&'static str, &'static str)]| {
            let more = more.iter().map(|(name, value)| (*name, Cow::from(*value)));
            let own = [none(), ("stroke", colour(ink)), ("stroke-width", width.into())];
            own.into_iter().chain(more).collect::<Vec<_>>()
        };
        let round = ("stroke-linecap", "round");
        match class {
            "c-text" => vec![("fill", colour(self.ink))],
            "c-muted" => vec![("fill", colour(self.muted))],
            "c-fill" | "c-mark" => vec![("fill", state())],
            "c-axis" => line(self.line_strong, "1", &[]),
            "c-grid" => line(self.line, "1", &[]),
            "c-line" => line(self.accent, "2.5", &[]),
            "c-path" => line(self.muted, "1.5", &[("stroke-dasharray", "2 4"), round]),
            "c-break" => line(self.muted, "1", &[("stroke-dasharray", "4 3")]),
            "c-dot" => line(self.accent, "7", &[round]),
            "c-hole" => line(self.page, "4", &[round]),
            "c-target" => line(self.ink, "9", &[round]),
            "c-other" if second == Some("c-even") => line(self.line_strong, "5", &[round]),
            "c-other" => line(self.still, "5", &[round]),
            "c-band" => {
                vec![
                    ("fill", colour(self.tint)),
                    ("stroke", colour(self.line_strong)),
                    ("stroke-dasharray", "3 3".into()),
                ]
            }
            "c-empty" => vec![("fill", colour(self.tint)), ("stroke", colour(self.line_strong))],
            // A pattern says itself what fills it.
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::super::{Share, Shares, WIDE};
    use super::*;

    const COLOURS: SheetColours = SheetColours {
        page: [255; 3],
        tint: [0xee; 3],
        accent: [1, 2, 3],
        ink: [0; 3],
        muted: [0x55; 3],
        line: [0xdd; 3],
        line_strong: [0x88; 3],
        good: [0, 0x80, 0],
        warn: [0x80, 0x60, 0],
        bad: [0xa0, 0, 0],
        still: [0x66; 3],
    };

    fn laid(title: &str) -> Laid {
        let said = Said { title: title.to_owned(), lang: None, description: "Beskrivet.".to_owned() };
        let part = |state, count| Share { state, word: state.to_owned(), count, text: format!("{count} av 9") };
        let parts = vec![part("delayed", 2), part("on-track", 7)];
        let drawing = Shares { said: said.clone(), all: "9 initiativ".to_owned(), parts }.draw(WIDE, "x");
        let sources = ["Källa: Lillby.".to_owned(), "https://lillby.example/".to_owned()];
        let sheet = Sheet {
            said: &said,
            finding: "Två av nio är försenade.",
            drawing: Some((&drawing.svg, drawing.width, drawing.height)),
            sources: &sources,
            colours: &COLOURS,
        };
        sheet.lay_out()
    }

    #[test]
    fn nothing_in_it_waits_for_a_style_sheet() {
        let laid = laid("Läget");
        assert!(!laid.svg.contains("class="), "{}", laid.svg);
        let spaces = "xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
        let document = format!("<svg {spaces}>{}</svg>", laid.svg);
        let document = Document::parse(&document).expect("it is XML");
        for node in document.descendants().filter(|node| matches!(node.tag_name().name(), "path" | "use" | "text")) {
            let looks = node.ancestors().any(|own| own.has_attribute("fill"));
            assert!(looks, "{:?} is drawn with nothing", node.tag_name());
        }
        assert!(laid.svg.contains("fill=\"#a00000\"") && laid.svg.contains("fill=\"url(#h_stripes)\""), "{}", laid.svg);
    }

    #[test]
    fn it_holds_all_that_stands_around_the_drawing() {
        let laid = laid("Ett namn: a < b & \"c\" class=\"c-text\"");
        for text in ["a &lt; b &amp; \"c\" class=\"c-text\"", "Två av nio", "Källa: Lillby.", "https://lillby.example/"]
        {
            assert!(laid.svg.contains(text), "{text} in {}", laid.svg);
        }
        assert!(laid.width == WIDE + 48 && laid.height > 150);
    }

    #[test]
    fn every_ink_of_these_charts_is_known() {
        for source in [include_str!("line.rs"), include_str!("shares.rs")] {
            for (_, rest) in
                source.match_indices("Ink::new(\"").map(|(at, own)| (at, source.split_at(at + own.len()).1))
            {
                let class = rest.split('"').next().unwrap_or_default();
                assert!(!COLOURS.look(class).is_empty(), "{class}");
            }
        }
    }
}
