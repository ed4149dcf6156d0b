//! One finished page as `audit` sees it: its ids, its links, its pictures, its headings.
//!
//! Read by html5gum, which tokenizes as a browser does (WHATWG HTML) without keeping what nobody asked for; it is named in
//! this file only.

use std::collections::BTreeSet;
use std::convert::Infallible;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

use super::names::Names;

/// What was found on a page.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    ids: Names,
    pub(super) double_ids: Vec<String>,
    /// The addresses of everything that it links to or shows.
    pub(super) links: Names,
    pub(super) pictures_without_alt: usize,
    /// The addresses of links that have nothing to read or to hear.
    pub(super) empty_links: Vec<String>,
    /// The level of each heading that lies more than one below the one before, and that one's; 0 before the first.
    pub(super) heading_jumps: Vec<(u8, u8)>,
    /// What it allows itself: its content security policy.
    policy: Option<String>,
    /// The level of the latest heading.
    heading: u8,
}

/// A scan that grows while its page is read.
#[derive(Default)]
struct Growing {
    scan: Scan,
    ids: BTreeSet<String>,
    links: BTreeSet<String>,
}

/// A link that has begun and not ended.
#[derive(Debug)]
struct OpenLink {
    address: String,
    has_name: bool,
}

impl Scan {
    /// Looks through a page.
    pub fn of(html: &str) -> Self {
        let mut found = Growing::default();
        let Ok(()) = Tokenizer::new_with_emitter(Text(html.as_bytes()), Reader::new(&mut found)).finish();
        found.finish()
    }

    /// The page's content security policy; empty when it has none.
    pub fn policy(&self) -> &str {
        self.policy.as_deref().unwrap_or_default()
    }

    /// Whether the page has a place with this id.
    pub(super) fn has(&self, id: &str) -> bool {
        self.ids.has(id)
    }
}

impl Growing {
    fn add(&mut self, tag: &mut Tag) {
        let Self { scan, ids, links } = self;
        if let Some(id) = tag.id.take() {
            if ids.contains(&id) {
                scan.double_ids.push(id);
            } else {
                ids.insert(id);
            }
        }
        // Where a page says that another one is, a reader does not go from here.
        if tag.is_elsewhere {
            tag.links.clear();
        }
        if let [b'h', level @ b'1'..=b'6'] = tag.name[..] {
            let level = level - b'0';
            if level > scan.heading + 1 {
                scan.heading_jumps.push((scan.heading, level));
            }
            scan.heading = level;
        }
        if tag.name == b"meta" && tag.equivalent.eq_ignore_ascii_case("content-security-policy") {
            scan.policy = Some(std::mem::take(&mut tag.content));
        }
        links.extend(tag.links.drain(..));
        scan.pictures_without_alt += usize::from(tag.name == b"img" && tag.alt.is_none());
    }

    fn finish(self) -> Scan {
        Scan { ids: Names::of(&self.ids), links: Names::of(&self.links), ..self.scan }
    }
}

/// Takes what the tokenizer reads, piece by piece, and keeps what a [`Scan`] has.
struct Reader<'a> {
    found: &'a mut Growing,
    tag: Tag,
    attribute: Attribute,
    /// The name of the last start tag: inside a script or a title, only its own end tag counts.
    last_start: Vec<u8>,
    /// The link that is being read.
    link: Option<OpenLink>,
}

impl<'a> Reader<'a> {
    fn new(found: &'a mut Growing) -> Self {
        Self { found, tag: Tag::default(), attribute: Attribute::default(), last_start: Vec::new(), link: None }
    }
}

/// The rest of a page's text, as the tokenizer takes it. Half of a page is markup, so that it is mostly a few letters to
/// the next byte that means something: looking at one after the other finds it sooner than html5gum's own reader, whose
/// search pays for long texts.
struct Text<'a>(&'a [u8]);

impl<'a> Text<'a> {
    /// Takes so many bytes; all of the rest when there are fewer.
    fn take(&mut self, n: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(n.min(self.0.len()));
        self.0 = rest;
        taken
    }
}

impl html5gum::Reader for Text<'_> {
    type Error = Infallible;

    #[inline]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        Ok(self.take(1).first().copied())
    }

    #[inline]
    fn try_read_string(&mut self, wanted: &[u8], case_sensitive: bool) -> Result<bool, Infallible> {
        let is_there = self
            .0
            .get(..wanted.len())
            .is_some_and(|own| own == wanted || (!case_sensitive && own.eq_ignore_ascii_case(wanted)));
        if is_there {
            self.take(wanted.len());
        }
        Ok(is_there)
    }

    #[inline]
    fn read_until<'b>(&'b mut self, wanted: &[u8], _: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        // A bit for each wanted byte that is no letter: a letter is told by one comparison, any other by two.
        let (signs, letters): (u64, bool) =
            wanted.iter().fold(
                (0, false),
                |(signs, letters), &byte| {
                    if byte < 64 { (signs | 1 << byte, letters) } else { (signs, true) }
                },
            );
        let is_wanted = |byte: u8| if byte < 64 { signs >> byte & 1 == 1 } else { letters && wanted.contains(&byte) };
        let n = self.0.iter().position(|byte| is_wanted(*byte)).unwrap_or(self.0.len());
        let chunk = self.take(n.max(1));
        Ok((!chunk.is_empty()).then_some(chunk))
    }
}

/// A tag, as far as it has been read.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    is_end: bool,
    /// Its text alternative.
    alt: Option<String>,
    /// Whether it has a label.
    is_labelled: bool,
    /// The header that it stands for, and what that says.
    equivalent: String,
    content: String,
    is_elsewhere: bool,
    id: Option<String>,
    href: Option<String>,
    links: Vec<String>,
}

/// An attribute, as far as it has been read.
#[derive(Default)]
struct Attribute {
    name: Vec<u8>,
    value: Vec<u8>,
}

impl Tag {
    fn begin(&mut self, is_end: bool) {
        self.name.clear();
        self.links.clear();
        self.is_end = is_end;
        self.alt = None;
        self.is_labelled = false;
        self.equivalent.clear();
        self.content.clear();
        self.is_elsewhere = false;
        self.id = None;
        self.href = None;
    }
}

impl Tag {
    /// Whether it says in words what it is: by its label, or as a picture by its alternative.
    fn says_something(&self) -> bool {
        self.is_labelled || self.alt.as_deref().is_some_and(|alt| !alt.trim().is_empty())
    }
}

impl Reader<'_> {
    fn end_attribute(&mut self) {
        let text = || String::from_utf8_lossy(&self.attribute.value);
        match self.attribute.name.as_slice() {
            b"id" => self.tag.id = Some(text().into_owned()),
            b"href" | b"src" => {
                let text = text();
                let address = text.trim();
                if self.attribute.name == b"href" {
                    self.tag.href = Some(address.to_owned());
                }
                if !self.found.links.contains(address) {
                    self.tag.links.push(address.to_owned());
                }
            }
            b"alt" => self.tag.alt = Some(text().into_owned()),
            b"aria-label" | b"aria-labelledby" => self.tag.is_labelled |= !text().trim().is_empty(),
            b"http-equiv" => self.tag.equivalent = text().into_owned(),
            b"content" => self.tag.content = text().into_owned(),
            b"rel" => self.tag.is_elsewhere |= self.attribute.value == b"canonical",
            _ => {}
        }
        self.attribute.name.clear();
        self.attribute.value.clear();
    }

    fn end_link(&mut self) {
        if let Some(link) = self.link.take().filter(|link| !link.has_name) {
            self.found.scan.empty_links.push(link.address);
        }
    }
}

impl Emitter for Reader<'_> {
    type Token = Infallible;

    // Faults of the markup are another checker's.
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn init_start_tag(&mut self) {
        self.tag.begin(false);
    }

    fn init_end_tag(&mut self) {
        self.tag.begin(true);
    }

    fn push_tag_name(&mut self, piece: &[u8]) {
        self.tag.name.extend_from_slice(piece);
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
    }

    fn push_attribute_name(&mut self, piece: &[u8]) {
        self.attribute.name.extend_from_slice(piece);
    }

    fn push_attribute_value(&mut self, piece: &[u8]) {
        // Most are not kept: told apart by a match, which looks at the length first, not one after the other.
        if let b"id" | b"href" | b"src" | b"rel" | b"alt" | b"aria-label" | b"aria-labelledby" | b"http-equiv"
        | b"content" = self.attribute.name.as_slice()
        {
            self.attribute.value.extend_from_slice(piece);
        }
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        if self.tag.is_end {
            if self.tag.name == b"a" {
                self.end_link();
            }
            return None;
        }
        if self.tag.name == b"a" {
            // A link in a link is none: the first ends where the second begins.
            self.end_link();
            let has_name = self.tag.says_something();
            self.link = self.tag.href.take().map(|address| OpenLink { address, has_name });
        } else if let Some(link) = &mut self.link {
            link.has_name |= self.tag.says_something();
        }
        self.found.add(&mut self.tag);
        self.last_start.clone_from(&self.tag.name);
        // What looks like a tag inside a script is none.
        naive_next_state(&self.tag.name)
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(name.unwrap_or_default());
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.tag.is_end && !self.last_start.is_empty() && self.tag.name == self.last_start
    }

    fn emit_string(&mut self, text: &[u8]) {
        if let Some(link) = &mut self.link {
            link.has_name |= text.iter().any(|byte| !byte.is_ascii_whitespace());
        }
    }

    // Nothing of these is kept.
    fn emit_eof(&mut self) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn emit_current_comment(&mut self) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn set_self_closing(&mut self) {}
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PARTS: &[&str] = &[
        "<a href=",
        "<p id='",
        "<P ID=",
        "<img src=x ",
        "alt",
        "\"",
        "'",
        ">",
        "/>",
        "</",
        "a",
        "x",
        "å",
        "=",
        " ",
        "\n",
        "\r",
        "\r\n",
        "\0",
        "&amp;",
        "&",
        ";",
        "<!--",
        "-->",
        "--!>",
        "<![CDATA[",
        "]]>",
        "]",
        "<script>",
        "</script>",
        "<title>",
        "</title>",
        "<!doctype html>",
        "<h3>",
        "`",
        "<?",
        "<meta http-equiv=content-security-policy content=",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_text_is_taken_as_html5gum_would(parts in prop::collection::vec(prop::sample::select(PARTS), 0..40)) {
            let html = parts.concat();
            let mut found = Growing::default();
            let Ok(()) = Tokenizer::new_with_emitter(html.as_str(), Reader::new(&mut found)).finish();
            prop_assert_eq!(format!("{:?}", Scan::of(&html)), format!("{:?}", found.finish()));
        }
    }

    #[test]
    fn what_a_page_has() {
        let scan = Scan::of(
            "<!doctype html><link rel=canonical href=\"https://a.example/\"><link href=' b.css ' rel=stylesheet>\
             <script>if (a<b) document.write('<a href=c>')</script><!-- <a href=d> --><textarea><a href=e></textarea>\
             <p id=one>&lt;a href=f&gt; <a id=\"one\" href=\"g?x&amp;y#&aring;\">g</a><svg><use href=\"#h\"/></svg>\
             <img src=i alt><img src=j><IMG SRC=k ALT=''>",
        );
        let links: Vec<&str> = scan.links.iter().collect();
        assert_eq!(links, ["#h", "b.css", "g?x&y#å", "i", "j", "k"]);
        assert_eq!(scan.ids.iter().collect::<Vec<_>>(), ["one"]);
        assert_eq!((scan.double_ids, scan.pictures_without_alt), (vec!["one".to_owned()], 1));
    }

    #[test]
    fn a_link_has_something_to_read() {
        let scan = Scan::of(
            "<a href=a> \n</a><a href=b>b</a><a href=c><img src=x alt=C></a><a href=d><img src=x alt=''></a>\
             <a href=e aria-label=E><svg></svg></a><a href=f><span> </span></a><a id=g></a><a href=h><b>h</b></a>",
        );
        assert_eq!(scan.empty_links, ["a", "d", "f"]);
    }

    #[test]
    fn headings_go_down_one_step_at_a_time() {
        let of = |html| Scan::of(html).heading_jumps;
        assert_eq!(of("<h1>1</h1><h2>2</h2><h3>3</h3><h2>2</h2><H3>3</H3><h1>1</h1>"), []);
        assert_eq!(of("<h2>2</h2><h4>4</h4><hr><h6>6</h6>"), [(0, 2), (2, 4), (4, 6)]);
    }
}
