//! One finished page as `audit` sees it: its ids, its links, its pictures.
//!
//! Read by html5gum, which tokenizes as a browser does (WHATWG HTML) without keeping what nobody asked for; it is named in
//! this file only.

use std::collections::BTreeSet;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// What was found on a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Scan {
    pub(super) ids: BTreeSet<String>,
    pub(super) double_ids: Vec<String>,
    /// The addresses of everything that it links to or shows.
    pub(super) links: BTreeSet<String>,
    pub(super) pictures_without_alt: usize,
}

impl Scan {
    pub(super) fn of(html: &str) -> Self {
        let mut scan = Self::default();
        let mut tag = Tag::default();
        let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<()> {
            match event {
                CallbackEvent::OpenStartTag { name } => {
                    tag = Tag { is_picture: name == b"img", ..Tag::default() };
                }
                CallbackEvent::AttributeName { name } => {
                    tag.attribute = Attribute::named(name);
                    tag.has_alt |= tag.attribute == Attribute::Alt;
                }
                CallbackEvent::AttributeValue { value } => tag.take(value),
                CallbackEvent::CloseStartTag { .. } => scan.add(std::mem::take(&mut tag)),
                _ => {}
            }
            None
        });
        // What looks like a tag inside a script is none.
        emitter.naively_switch_states(true);
        Tokenizer::new_with_emitter(html, emitter).for_each(drop);
        scan
    }

    fn add(&mut self, tag: Tag) {
        if let Some(id) = tag.id
            && !self.ids.insert(id.clone())
        {
            self.double_ids.push(id);
        }
        // Where a page says that another one is, a reader does not go from here.
        if !tag.is_elsewhere {
            self.links.extend(tag.links);
        }
        self.pictures_without_alt += usize::from(tag.is_picture && !tag.has_alt);
    }
}

/// A start tag, as far as it has been read.
#[derive(Default)]
struct Tag {
    /// The attribute whose value comes next.
    attribute: Attribute,
    is_picture: bool,
    has_alt: bool,
    is_elsewhere: bool,
    id: Option<String>,
    links: Vec<String>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Attribute {
    Id,
    Address,
    Alt,
    Rel,
    #[default]
    Other,
}

impl Attribute {
    fn named(name: &[u8]) -> Self {
        match name {
            b"id" => Self::Id,
            b"href" | b"src" => Self::Address,
            b"alt" => Self::Alt,
            b"rel" => Self::Rel,
            _ => Self::Other,
        }
    }
}

impl Tag {
    fn take(&mut self, value: &[u8]) {
        let text = || String::from_utf8_lossy(value);
        match self.attribute {
            Attribute::Id => self.id = Some(text().into_owned()),
            Attribute::Address => self.links.push(text().trim().to_owned()),
            Attribute::Rel => self.is_elsewhere = value == b"canonical",
            Attribute::Alt | Attribute::Other => {}
        }
    }
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
