//! Files that are published as they are: only of kinds that can't carry a script into the site, and only what they say
//! that they are.
//!
//! An editor's account may be stolen. What lies in `content/static/` is answered from the site's own address, so a page
//! or a drawing with a script there could do all that the site's own pages may. What must be there as it is, whatever it
//! is, belongs to the theme. Drawings are read by roxmltree, which is named in this file only.

use std::collections::BTreeMap;

use roxmltree::{Document, Node, ParsingOptions};

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{FileId, Files, Span};

/// Endings of what may be uploaded, and how such a file begins, when it has a beginning of its own.
const KINDS: &[(&str, Start)] = &[
    ("avif", Start::At(4, &[b"ftyp"])),
    ("csv", Start::Any),
    ("docx", Start::At(0, &[b"PK"])),
    ("geojson", Start::Any),
    ("gif", Start::At(0, &[b"GIF8"])),
    ("ico", Start::At(0, &[&[0, 0, 1, 0]])),
    ("ics", Start::Any),
    ("jpeg", Start::At(0, &[&[0xff, 0xd8, 0xff]])),
    ("jpg", Start::At(0, &[&[0xff, 0xd8, 0xff]])),
    ("json", Start::Any),
    ("m4a", Start::At(4, &[b"ftyp"])),
    ("md", Start::Any),
    ("mp3", Start::At(0, &[b"ID3", &[0xff, 0xfb], &[0xff, 0xf3], &[0xff, 0xf2], &[0xff, 0xfa]])),
    ("mp4", Start::At(4, &[b"ftyp"])),
    ("odp", Start::At(0, &[b"PK"])),
    ("ods", Start::At(0, &[b"PK"])),
    ("odt", Start::At(0, &[b"PK"])),
    ("ogg", Start::At(0, &[b"OggS"])),
    ("pdf", Start::At(0, &[b"%PDF-"])),
    ("png", Start::At(0, &[b"\x89PNG\r\n\x1a\n"])),
    ("pptx", Start::At(0, &[b"PK"])),
    ("svg", Start::Drawing),
    ("txt", Start::Any),
    ("vtt", Start::At(0, &[b"WEBVTT", b"\xef\xbb\xbfWEBVTT"])),
    ("webm", Start::At(0, &[&[0x1a, 0x45, 0xdf, 0xa3]])),
    ("webmanifest", Start::Any),
    ("webp", Start::At(8, &[b"WEBP"])),
    ("woff", Start::At(0, &[b"wOFF"])),
    ("woff2", Start::At(0, &[b"wOF2"])),
    ("xlsx", Start::At(0, &[b"PK"])),
    ("zip", Start::At(0, &[b"PK"])),
];

/// Files without an ending that a host asks for.
const NAMES: &[&str] = &["CNAME"];

/// How a file begins.
#[derive(Clone, Copy)]
enum Start {
    /// In any way: text, which browsers don't take for anything else.
    Any,
    /// With one of these, after so many bytes.
    At(usize, &'static [&'static [u8]]),
    /// As an SVG drawing, which is looked through.
    Drawing,
}

/// The most pixels of a picture: a browser needs four bytes for each, whatever the file's size.
const MOST_PIXELS: usize = 40_000_000;

/// From this size on, in kB, a picture keeps a reader with a phone waiting.
const HEAVY_KB: usize = 1_000;

/// Reports files of `content/static/` that may not be published.
pub(super) fn check(files: &Files, uploads: &BTreeMap<String, FileId>, diagnostics: &mut Diagnostics) {
    for (path, id) in uploads {
        // What could not be read has been reported.
        if files.unread.iter().any(|unread| unread.file == *id) {
            continue;
        }
        let bytes = &files.get(*id).bytes;
        let name = path.rsplit('/').next().unwrap_or(path);
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
        let Some((_, start)) = KINDS.iter().find(|(own, _)| *own == ending) else {
            if !NAMES.contains(&name) {
                let known: Vec<&str> = KINDS.iter().map(|(ending, _)| *ending).collect();
                let report = Diagnostic::new(&code::UPLOAD_KIND, Span::top(*id)).with("path", path.as_str());
                diagnostics.report(report.with("known", known.join(", ")));
            }
            continue;
        };
        match start {
            Start::Any => {}
            Start::At(at, beginnings) => {
                let rest = bytes.get(*at..).unwrap_or_default();
                if !beginnings.iter().any(|own| rest.starts_with(own)) {
                    let report = Diagnostic::new(&code::UPLOAD_CONTENT, Span::top(*id));
                    diagnostics.report(report.with("path", path.as_str()).with("ending", ending.as_str()));
                    continue;
                }
            }
            Start::Drawing => drawing(bytes, *id, diagnostics),
        }
        picture(path, bytes, ending == "svg", *id, diagnostics);
    }
}

/// Reports a picture that is too large for those who are to see it.
fn picture(path: &str, bytes: &[u8], is_drawing: bool, id: FileId, diagnostics: &mut Diagnostics) {
    let size = imagesize::blob_size(bytes).map(|size| (size.width, size.height)).ok();
    if let Some((width, height)) = size.filter(|(width, height)| width.saturating_mul(*height) > MOST_PIXELS) {
        let report = Diagnostic::new(&code::PICTURE_TOO_LARGE, Span::top(id)).with("path", path);
        let report = report.with("width", width.to_string()).with("height", height.to_string());
        diagnostics.report(report.with("most", (MOST_PIXELS / 1_000_000).to_string()));
    } else if (size.is_some() || is_drawing) && bytes.len() > HEAVY_KB * 1000 {
        let report = Diagnostic::new(&code::PICTURE_HEAVY, Span::top(id)).with("path", path);
        diagnostics.report(report.with("size", (bytes.len() / 1000).to_string()).with("limit", HEAVY_KB.to_string()));
    }
}

const SVG: &str = "http://www.w3.org/2000/svg";
/// Name spaces whose elements do something in a browser, besides SVG's own.
const ACTIVE: &[&str] = &["http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];

/// SVG's elements that draw, explain, or move what is drawn (SVG 2, SVG Animations 2, Filter Effects 1).
const ELEMENTS: &[&str] = &[
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "set",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
];

/// What a document type may declare: more elements, attributes and text than stand in the drawing.
const DECLARATIONS: &[&str] = &["<!ENTITY", "<!ATTLIST", "<!ELEMENT", "<!NOTATION"];

/// Reports a drawing that could run a script or ask others for something, and what is none.
fn drawing(bytes: &[u8], id: FileId, diagnostics: &mut Diagnostics) {
    let mut no_drawing = |at: usize, why: String| {
        let span = Span::new(id, at..at);
        diagnostics.report(Diagnostic::new(&code::NO_DRAWING, span).with("why", why));
    };
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return no_drawing(error.valid_up_to(), "UTF-8".to_owned()),
    };
    // Read as another encoding, the same bytes would say something else.
    let declaration = text.trim_start_matches('\u{feff}').split("?>").next().filter(|own| own.starts_with("<?xml"));
    let is_encoded = declaration.is_some_and(|own| own.contains("encoding") && !own.to_lowercase().contains("utf-8"));
    if is_encoded {
        return no_drawing(0, "UTF-8".to_owned());
    }
    let options = ParsingOptions { allow_dtd: true, nodes_limit: 500_000, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(text, options) {
        Ok(document) => document,
        Err(error) => {
            let at = offset(text, error.pos());
            return no_drawing(at, error.to_string());
        }
    };
    if document.root_element().tag_name().namespace() != Some(SVG) || document.root_element().tag_name().name() != "svg"
    {
        return no_drawing(document.root_element().range().start, format!("<svg xmlns=\"{SVG}\">"));
    }
    let mut active = |range: std::ops::Range<usize>, what: String| {
        // The beginning of an element says enough.
        let line = text.get(range.clone()).and_then(|own| own.lines().next()).map_or(0, str::len);
        let span = Span::new(id, range.start..range.start + line.min(range.len()).min(200));
        diagnostics.report(Diagnostic::new(&code::ACTIVE_DRAWING, span).with("what", what));
    };
    for declaration in DECLARATIONS {
        if let Some(at) = text.find(declaration) {
            active(at..at + declaration.len(), (*declaration).to_owned());
        }
    }
    for node in document.descendants() {
        if let Some(instruction) = node.pi().filter(|own| own.target.eq_ignore_ascii_case("xml-stylesheet")) {
            active(node.range(), format!("<?{}", instruction.target));
        }
        if node.is_element() {
            element(node, &mut active);
        }
    }
}

/// Tells of an element that does more than draw.
fn element(node: Node<'_, '_>, active: &mut dyn FnMut(std::ops::Range<usize>, String)) {
    let name = node.tag_name().name();
    match node.tag_name().namespace() {
        Some(SVG) if !ELEMENTS.contains(&name) => return active(node.range(), format!("<{name}>")),
        Some(own) if ACTIVE.contains(&own) => return active(node.range(), format!("<{name}>")),
        _ => {}
    }
    if name == "style" {
        let styles: String = node.descendants().filter_map(|own| own.is_text().then(|| own.text()).flatten()).collect();
        if asks_elsewhere(&styles) {
            active(node.range(), "<style>".to_owned());
        }
    }
    for attribute in node.attributes() {
        let (own, value) = (attribute.name().to_ascii_lowercase(), attribute.value());
        let wrong = match own.as_str() {
            "href" | "src" => !is_harmless_address(value, name == "a"),
            "base" | "ping" => true,
            "attributename" => ["href", "src", "style"].contains(&value.rsplit(':').next().unwrap_or(value).trim()),
            _ => own.starts_with("on") || asks_elsewhere(value),
        };
        if wrong {
            active(attribute.range(), attribute.name().to_owned());
        }
    }
}

/// Whether an address leads to a part of the drawing, to a picture in it or, when it is a link, out on the web.
fn is_harmless_address(address: &str, is_link: bool) -> bool {
    let address = address.trim().to_ascii_lowercase();
    let pictures = ["data:image/png;", "data:image/jpeg;", "data:image/jpg;", "data:image/gif;", "data:image/webp;"];
    address.is_empty()
        || address.starts_with('#')
        || pictures.iter().any(|own| address.starts_with(own))
        || (is_link && ["https://", "http://", "mailto:"].iter().any(|own| address.starts_with(own)))
}

/// Whether styles ask for something that is not in the drawing.
fn asks_elsewhere(styles: &str) -> bool {
    // An escape or a comment in the middle of a word hides it from the rest of this.
    let plain = styles.to_ascii_lowercase();
    let addresses = plain.split("url(").skip(1).any(|rest| {
        let address = rest.trim_start().trim_start_matches(['"', '\'']);
        !is_harmless_address(address.split([')', '"', '\'']).next().unwrap_or_default(), false)
    });
    let hides = plain.contains('\\') && (plain.contains('(') || plain.contains('@'));
    addresses || hides || ["@import", "image-set(", "expression(", "javascript:"].iter().any(|own| plain.contains(own))
}

/// A row and a column, from 1, as a place in `text`.
fn offset(text: &str, place: roxmltree::TextPos) -> usize {
    let line = text.split_inclusive('\n').nth(place.row as usize - 1).unwrap_or_default();
    let start = text.split_inclusive('\n').take(place.row as usize - 1).map(str::len).sum::<usize>();
    start + line.char_indices().nth(place.col as usize - 1).map_or(line.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, bytes: impl Into<Vec<u8>>) -> Vec<(&'static str, String)> {
        let files = Files::from_memory([(format!("content/static/{path}"), bytes.into())]);
        let uploads: BTreeMap<String, FileId> = files.iter().map(|(id, _)| (path.to_owned(), id)).collect();
        let mut diagnostics = Diagnostics::new();
        check(&files, &uploads, &mut diagnostics);
        let found = diagnostics.sorted(&files).into_iter();
        let text = |found: &Diagnostic| {
            files.text(found.span.unwrap().file).get(found.span.unwrap().range()).unwrap_or_default().to_owned()
        };
        found.map(|found| (found.rule.code, text(found))).collect()
    }

    fn svg(inside: &str) -> String {
        format!(
            "<svg xmlns=\"{SVG}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">\n{inside}\n</svg>"
        )
    }

    #[test]
    fn what_could_run_a_script_is_refused_where_it_stands() {
        for (inside, place) in [
            ("<script>alert(1)</script>", "<script>alert(1)</script>"),
            ("<g onload='alert(1)'/>", "onload='alert(1)'"),
            ("<g ONLOAD='alert(1)'/>", "ONLOAD='alert(1)'"),
            ("<a href='javascript:alert(1)'><text>x</text></a>", "href='javascript:alert(1)'"),
            ("<a xlink:href=' java\nscript:alert(1)'/>", "xlink:href=' java"),
            ("<use href='https://x.example/a.svg#b'/>", "href='https://x.example/a.svg#b'"),
            ("<use href='data:image/svg+xml;base64,AA'/>", "href='data:image/svg+xml;base64,AA'"),
            ("<image href='https://x.example/a.png'/>", "href='https://x.example/a.png'"),
            ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "<foreignObject>"),
            ("<set attributeName='href' to='javascript:alert(1)'/>", "attributeName='href'"),
            ("<animate attributeName='xlink:href' values='x'/>", "attributeName='xlink:href'"),
            ("<style>@import 'https://x.example/a.css';</style>", "<style>@import"),
            ("<style>g{fill:url(https://x.example/)}</style>", "<style>g{fill:url"),
            ("<style>g{fill:\\75rl(https://x.example/)}</style>", "<style>g{fill:\\75rl"),
            ("<g style='fill:url(//x.example/a)'/>", "style='fill:url(//x.example/a)'"),
            ("<g xml:base='https://x.example/'/>", "xml:base='https://x.example/'"),
            ("<h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script>", "<h:script"),
            ("<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'/>", "<m:math"),
            ("<handler type='application/ecmascript'/>", "<handler"),
            ("<iframe src='x'/>", "<iframe"),
        ] {
            let found = found("a.svg", svg(inside));
            assert!(!found.is_empty(), "{inside}");
            assert_eq!(found[0].0, "FD053", "{inside}");
            assert!(found[0].1.starts_with(place.lines().next().unwrap()), "{inside}: {found:?}");
        }
        for before in [
            "<?xml-stylesheet type='text/xsl' href='x.xsl'?>",
            "<!DOCTYPE svg [<!ENTITY x '<g/>'>]>",
            "<!DOCTYPE svg PUBLIC 'a>b' 'c' [<!ATTLIST svg onload CDATA 'alert(1)'>]>",
        ] {
            assert_eq!(found("a.svg", before.to_owned() + &svg(""))[0].0, "FD053", "{before}");
        }
    }

    #[test]
    fn what_draws_may_be_published() {
        for inside in [
            "<title>Å</title><path d='M0 0' style='fill:#fff'/><use xlink:href='#a'/>",
            "<defs><linearGradient id='a'/><style>.b{fill:url(#a);font:12px serif}</style></defs>",
            "<g fill='url(\"#a\")' clip-path='url(#c)'/><image href='data:image/png;base64,AA'/>",
            "<a href='https://example.org/'><text>Läs mer</text></a>",
            "<metadata><r xmlns='http://example.org/rdf'><f/></r></metadata><animate attributeName='r' to='1'/>",
        ] {
            assert!(found("a.svg", svg(inside)).is_empty(), "{inside}");
        }
        let head = "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'x.dtd'>\n";
        assert!(found("a.svg", head.to_owned() + &svg("")).is_empty());
    }

    #[test]
    fn what_is_no_drawing_is_told() {
        for bytes in [
            "<svg/>",
            "<html xmlns='http://www.w3.org/1999/xhtml'/>",
            "not a drawing",
            "<svg xmlns='http://www.w3.org/2000/svg'>",
            "<?xml version='1.0' encoding='ISO-2022-JP'?><svg xmlns='http://www.w3.org/2000/svg'/>",
        ] {
            assert_eq!(found("a.svg", bytes)[0].0, "FD054", "{bytes}");
        }
        assert_eq!(found("a.svg", b"\xff\xfe<\0s\0".as_slice())[0].0, "FD054");
        let many = format!("<svg xmlns='{SVG}'>{}</svg>", "<g/>".repeat(500_001));
        assert_eq!(found("a.svg", many)[0].0, "FD054");
    }

    #[test]
    fn only_known_kinds_may_be_published() {
        for path in
            ["a.html", "a.HTM", "a.xhtml", "a.js", "a.mjs", "a.css", "a.xml", "a.svgz", "a", "_headers", "a.exe"]
        {
            assert_eq!(found(path, "x")[0].0, "FD051", "{path}");
        }
        for path in ["a.txt", "b/a.CSV", "CNAME", "a.json"] {
            assert!(found(path, "<script>").is_empty(), "{path}");
        }
        for path in ["a.png", "a.jpg", "a.pdf", "a.docx", "a.webp", "a.gif"] {
            assert_eq!(found(path, "<!doctype html><script>")[0].0, "FD052", "{path}");
        }
        assert!(found("a.pdf", "%PDF-1.7").is_empty());
        let endings: Vec<&str> = KINDS.iter().map(|(ending, _)| *ending).collect();
        assert!(endings.is_sorted());
    }

    #[test]
    fn a_picture_has_a_limit() {
        let gif = |width: u16, height: u16, more: usize| {
            [b"GIF89a".as_slice(), &width.to_le_bytes(), &height.to_le_bytes(), &vec![0; more]].concat()
        };
        assert!(found("a.gif", gif(4000, 3000, 900_000)).is_empty());
        assert_eq!(found("a.gif", gif(40_000, 40_000, 10))[0].0, "FD055");
        assert_eq!(found("a.gif", gif(400, 300, 1_100_000))[0].0, "FD056");
    }
}
