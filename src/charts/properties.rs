//! What holds for every drawing, read back from the finished SVG: it is XML, every text and every point lies inside
//! the frame, no text stands on another, on a mark or on a filled shape, none is under 12 pixels, its looks are
//! classes, and the same value gives the same bytes.

use roxmltree::{Document, Node};

use super::canvas::Drawing;
use super::metrics;

/// The widths that charts are drawn for in tests: the narrowest, one between, a column of text, a page.
pub(super) const WIDTHS: [u32; 4] = [super::NARROW, 413, super::WIDE, 1080];

/// What rounding to a tenth may do.
const HAIR: f64 = 0.15;

/// A box in pixels.
#[derive(Clone, Copy, Debug)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn is_inside(&self, other: &Self) -> bool {
        self.left >= other.left - HAIR
            && self.top >= other.top - HAIR
            && self.right <= other.right + HAIR
            && self.bottom <= other.bottom + HAIR
    }

    fn touches(&self, other: &Self) -> bool {
        self.left + HAIR < other.right
            && other.left + HAIR < self.right
            && self.top + HAIR < other.bottom
            && other.top + HAIR < self.bottom
    }
}

/// Checks a chart at every width, and gives its drawings.
pub(super) fn check(draw: impl Fn(u32, &str) -> Drawing) -> Vec<Drawing> {
    WIDTHS
        .into_iter()
        .map(|width| {
            let drawing = draw(width, "own");
            assert_eq!(drawing, draw(width, "own"), "the same value gives the same bytes");
            assert_eq!(drawing.width, width);
            check_drawing(&drawing);
            drawing
        })
        .collect()
}

fn check_drawing(drawing: &Drawing) {
    let svg = &drawing.svg;
    let document = Document::parse(svg).unwrap_or_else(|error| panic!("{error}\n{svg}"));
    let root = document.root_element();
    let frame = Area { left: 0.0, top: 0.0, right: f64::from(drawing.width), bottom: f64::from(drawing.height) };
    assert_eq!(root.attribute("viewBox"), Some(&*format!("0 0 {} {}", drawing.width, drawing.height)));
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("aria-labelledby"), Some("own-t"));
    let title = root.children().find(|node| node.has_tag_name("title")).expect("a drawing has a title");
    assert!(title.text().is_some_and(|text| !text.is_empty()), "{svg}");

    let mut texts: Vec<(String, Area)> = Vec::new();
    let mut marks: Vec<Area> = Vec::new();
    let mut fills: Vec<Area> = Vec::new();
    for node in root.descendants().filter(Node::is_element) {
        check_looks(node, svg);
        match node.tag_name().name() {
            "text" => {
                let area = text_area(node);
                let text = node.text().unwrap_or_default().to_owned();
                assert!(area.is_inside(&frame), "outside: {text:?} {area:?}\n{svg}");
                texts.push((text, area));
            }
            "use" => {
                let number = |name: &str| node.attribute(name).and_then(|it| it.parse::<f64>().ok()).expect("a number");
                let (left, top) = (number("x"), number("y"));
                let area = Area { left, top, right: left + number("width"), bottom: top + number("height") };
                assert!(area.is_inside(&frame), "a mark outside: {area:?}\n{svg}");
                marks.push(area);
            }
            "path" => {
                for (shape, closed) in shapes(node.attribute("d").expect("a path has data")) {
                    assert!(shape.is_inside(&frame), "a path outside: {shape:?}\n{svg}");
                    if closed && node.attribute("class").is_some_and(|own| own.split(' ').any(|it| it == "c-fill")) {
                        fills.push(shape);
                    }
                }
            }
            "svg" | "title" | "desc" | "g" => {}
            other => panic!("<{other}> has no place in a drawing\n{svg}"),
        }
    }
    for (n, (text, area)) in texts.iter().enumerate() {
        for (other, place) in &texts[..n] {
            assert!(!area.touches(place), "{text:?} on {other:?}\n{svg}");
        }
        assert!(!marks.iter().any(|mark| mark.touches(area)), "{text:?} on a mark\n{svg}");
        assert!(!fills.iter().any(|fill| fill.touches(area)), "{text:?} on a filled shape\n{svg}");
    }
}

/// Looks are classes: the style sheet's, for every colour scheme.
fn check_looks(node: Node<'_, '_>, svg: &str) {
    for attribute in node.attributes() {
        let (name, value) = (attribute.name(), attribute.value());
        match name {
            "class" => {
                let mut classes = value.split(' ');
                let first = classes.next().unwrap_or_default();
                assert!(first == "chart" || first.starts_with("c-"), "{value}\n{svg}");
                assert!(classes.all(|own| own.starts_with("s-") || own.starts_with("c-")), "{value}\n{svg}");
            }
            "fill" => assert!(value.starts_with("url(#h_"), "a fixed colour {value}\n{svg}"),
            "href" => assert!(value.starts_with("#m_"), "{value}\n{svg}"),
            "font-size" => assert!(value.parse::<f64>().is_ok_and(|size| size >= 12.0), "small text\n{svg}"),
            "x" | "y" | "width" | "height" | "d" | "text-anchor" | "font-weight" | "id" | "viewBox" | "role" => {}
            _ if name.starts_with("aria-") => {}
            _ => panic!("{name} has no place in a drawing\n{svg}"),
        }
    }
}

/// The box of a text, from what it and the groups around it say.
fn text_area(node: Node<'_, '_>) -> Area {
    let said = |name: &str| node.ancestors().find_map(|own| own.attribute(name));
    let number = |name: &str| said(name).and_then(|it| it.parse::<f64>().ok());
    let (x, y) = (number("x").expect("a place"), number("y").expect("a place"));
    let size = number("font-size").unwrap_or(12.0);
    let width = metrics::width(node.text().unwrap_or_default(), size, said("font-weight") == Some("700"));
    let left = match said("text-anchor") {
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        _ => x,
    };
    Area { left, top: y - size * metrics::ASCENT, right: left + width, bottom: y + size * metrics::DESCENT }
}

/// The box of each shape of a path, and whether it is closed.
fn shapes(data: &str) -> Vec<(Area, bool)> {
    let mut done: Vec<(Area, bool)> = Vec::new();
    let (mut at, mut begin) = ((0.0, 0.0), (0.0, 0.0));
    let mut rest = data;
    while let Some(command) = rest.chars().next() {
        let after = rest.strip_prefix(command).unwrap_or_default();
        let end = after.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(after.len());
        let (own, next) = after.split_at(end);
        let numbers = numbers(own);
        rest = next;
        let steps: Vec<(f64, f64)> = match command {
            'h' => numbers.iter().map(|&dx| (dx, 0.0)).collect(),
            'v' => numbers.iter().map(|&dy| (0.0, dy)).collect(),
            'M' | 'm' | 'l' => numbers.chunks(2).map(|pair| (pair[0], pair[1])).collect(),
            'z' => {
                done.last_mut().expect("something to close").1 = true;
                at = begin;
                Vec::new()
            }
            other => panic!("{other} in {data}"),
        };
        for (n, (dx, dy)) in steps.into_iter().enumerate() {
            at = if command == 'M' && n == 0 { (dx, dy) } else { (at.0 + dx, at.1 + dy) };
            if n == 0 && matches!(command, 'M' | 'm') {
                begin = at;
                done.push((Area { left: at.0, top: at.1, right: at.0, bottom: at.1 }, false));
            }
            let (area, _) = done.last_mut().expect("a path begins with a move");
            area.left = area.left.min(at.0);
            area.right = area.right.max(at.0);
            area.top = area.top.min(at.1);
            area.bottom = area.bottom.max(at.1);
        }
    }
    done
}

/// The numbers of a path's command: a minus begins one, and so does a space.
fn numbers(text: &str) -> Vec<f64> {
    let apart = text.replace('-', " -");
    apart.split_whitespace().map(|number| number.parse().unwrap_or_else(|_| panic!("{number} in {text}"))).collect()
}

#[test]
fn what_a_path_says_is_read_back() {
    let read = shapes("M10 20h5v-3h-5zm1 1l.5-.5 2 2");
    assert_eq!(format!("{:?}", read[0]), "(Area { left: 10.0, top: 17.0, right: 15.0, bottom: 20.0 }, true)");
    assert_eq!(format!("{:?}", read[1]), "(Area { left: 11.0, top: 20.5, right: 13.5, bottom: 22.5 }, false)");
}
