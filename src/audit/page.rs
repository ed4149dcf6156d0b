//! One finished page as `audit` sees it: its ids, its links, its pictures.
//!
//! Read by html5gum, which tokenizes as a browser does (WHATWG HTML) without keeping what nobody asked for; it is named in
//! this file only.

use std::collections::BTreeSet;
use std::convert::Infallible;

use html5gum::{Emitter, Error, State, Tokenizer, naive_next_state};

/// What was found on a page.
#[derive(Clone, Debug, Default)]
pub struct Scan {
    pub(super) ids: BTreeSet<String>,
    pub(super) double_ids: Vec<String>,
    /// The addresses of everything that it links to or shows.
    pub(super) links: BTreeSet<String>,
    pub(super) pictures_without_alt: usize,
}

impl Scan {
    /// Looks through a page.
    pub fn of(html: &str) -> Self {
        let mut scan = Self::default();
        let reader =
            Reader { scan: &mut scan, tag: Tag::default(), attribute: Attribute::default(), last_start: Vec::new() };
        let Ok(()) = Tokenizer::new_with_emitter(html, reader).finish();
        scan
    }

    fn add(&mut self, tag: &mut Tag) {
        if let Some(id) = tag.id.take() {
            if self.ids.contains(&id) {
                self.double_ids.push(id);
            } else {
                self.ids.insert(id);
            }
        }
        // Where a page says that another one is, a reader does not go from here.
        if tag.is_elsewhere {
            tag.links.clear();
        }
        self.links.extend(tag.links.drain(..));
        self.pictures_without_alt += usize::from(tag.name == b"img" && !tag.has_alt);
    }
}

/// Takes what the tokenizer reads, piece by piece, and keeps what a [`Scan`] has.
struct Reader<'a> {
    scan: &'a mut Scan,
    tag: Tag,
    attribute: Attribute,
    /// The name of the last start tag: inside a script or a title, only its own end tag counts.
    last_start: Vec<u8>,
}

/// A tag, as far as it has been read.
#[derive(Default)]
struct Tag {
    name: Vec<u8>,
    is_end: bool,
    has_alt: bool,
    is_elsewhere: bool,
    id: Option<String>,
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
        self.has_alt = false;
        self.is_elsewhere = false;
        self.id = None;
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
                if !self.scan.links.contains(address) {
                    self.tag.links.push(address.to_owned());
                }
            }
            b"alt" => self.tag.has_alt = true,
            b"rel" => self.tag.is_elsewhere |= self.attribute.value == b"canonical",
            _ => {}
        }
        self.attribute.name.clear();
        self.attribute.value.clear();
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
        if matches!(self.attribute.name.as_slice(), b"id" | b"href" | b"src" | b"rel") {
            self.attribute.value.extend_from_slice(piece);
        }
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_attribute();
        if self.tag.is_end {
            return None;
        }
        self.scan.add(&mut self.tag);
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

    // Nothing of these is kept.
    fn emit_eof(&mut self) {}
    fn emit_string(&mut self, _: &[u8]) {}
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
    use super::*;

    #[test]
    fn what_a_page_has() {
        let scan = Scan::of(
            "<!doctype html><link rel=canonical href=\"https://a.example/\"><link href=' b.css ' rel=stylesheet>\
             <script>if (a<b) document.write('<a href=c>')</script><!-- <a href=d> --><textarea><a href=e></textarea>\
             <p id=one>&lt;a href=f&gt; <a id=\"one\" href=\"g?x&amp;y#&aring;\">g</a><svg><use href=\"#h\"/></svg>\
             <img src=i alt><img src=j><IMG SRC=k ALT=''>",
        );
        let links: Vec<&str> = scan.links.iter().map(String::as_str).collect();
        assert_eq!(links, ["#h", "b.css", "g?x&y#å", "i", "j", "k"]);
        assert_eq!(scan.ids.iter().collect::<Vec<_>>(), ["one"]);
        assert_eq!((scan.double_ids, scan.pictures_without_alt), (vec!["one".to_owned()], 1));
    }
}
