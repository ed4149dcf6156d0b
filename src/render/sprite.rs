//! A theme's sheet of symbols and patterns, of which each page gets those that it refers to.
//!
//! Comes in: the sheet as the theme has it, and a page with all of it in. Goes out: the page without what nobody on it
//! refers to. A part is a symbol, a pattern or the like that has a line to itself and an `id` as its first attribute; all
//! else stays. Without this, the sheet is a quarter of an average page.

use std::collections::BTreeMap;
use std::ops::Range;

/// Elements that show nothing where they stand, and may be left out.
const HIDDEN: [&str; 8] =
    ["clipPath", "filter", "linearGradient", "marker", "mask", "pattern", "radialGradient", "symbol"];

/// The sheet, and its parts.
pub(super) struct Sprite {
    text: String,
    parts: Vec<Part>,
    /// A part's place among them, by its id.
    by_id: BTreeMap<String, usize>,
    /// The parts that the rest of the sheet refers to.
    always: Vec<usize>,
}

/// A part of the sheet.
struct Part {
    /// Its line in the sheet.
    line: Range<usize>,
    /// What it refers to in turn.
    needs: Vec<usize>,
}

impl Sprite {
    /// `None`: nothing in the sheet can be left out.
    pub(super) fn new(text: String) -> Option<Self> {
        let mut parts = Vec::new();
        let mut by_id = BTreeMap::new();
        let mut others = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            match id_of(line.trim()).filter(|id| !by_id.contains_key(*id)) {
                Some(id) => {
                    by_id.insert(id.to_owned(), parts.len());
                    parts.push(Part { line: at..at + line.len(), needs: Vec::new() });
                }
                None => others.push(line),
            }
            at += line.len();
        }
        let named = |line| references(line).filter_map(|id| by_id.get(id).copied()).collect();
        for part in &mut parts {
            part.needs = named(text.get(part.line.clone()).unwrap_or_default());
        }
        let always = others.into_iter().flat_map(|line| -> Vec<usize> { named(line) }).collect();
        (!parts.is_empty()).then_some(Self { text, parts, by_id, always })
    }

    /// The page without the parts of the sheet that it does not refer to.
    pub(super) fn trimmed(&self, page: String) -> String {
        let Some((before, after)) = self.around(&page) else { return page };
        let mut is_used = vec![false; self.parts.len()];
        let named = references(before).chain(references(after)).filter_map(|id| self.by_id.get(id).copied());
        let mut open: Vec<usize> = named.chain(self.always.iter().copied()).collect();
        while let Some(n) = open.pop() {
            if !std::mem::replace(&mut is_used[n], true) {
                open.extend(&self.parts[n].needs);
            }
        }
        let unused = || self.parts.iter().zip(&is_used).filter(|(_, is_used)| !**is_used).map(|(part, _)| &part.line);
        let mut trimmed = String::with_capacity(page.len() - unused().map(ExactSizeIterator::len).sum::<usize>());
        trimmed.push_str(before);
        let mut at = 0;
        for line in unused() {
            trimmed.push_str(self.text.get(at..line.start).unwrap_or_default());
            at = line.end;
        }
        trimmed.push_str(self.text.get(at..).unwrap_or_default());
        trimmed.push_str(after);
        trimmed
    }

    /// What stands before and after the sheet on a page; `None` when it is not there.
    fn around<'a>(&self, page: &'a str) -> Option<(&'a str, &'a str)> {
        // The first line tells nearly always; a long needle would have to be prepared for each page.
        let head = self.text.lines().next().filter(|head| !head.is_empty())?;
        page.match_indices(head)
            .find_map(|(at, _)| Some((page.get(..at)?, page.get(at..)?.strip_prefix(self.text.as_str())?)))
    }
}

/// The id of the element that is all of this line: `<symbol id="m_done" …>…</symbol>`.
fn id_of(line: &str) -> Option<&str> {
    let (name, rest) = line.strip_prefix('<')?.split_once(" id=\"")?;
    let (id, rest) = rest.split_once('"')?;
    let ends = line.strip_suffix('>')?.strip_suffix(name)?.strip_suffix("</")?;
    // Another element after it would go with it.
    let is_one = !ends.contains(&format!("</{name}")) && !rest.contains(&format!("<{name}"));
    (HIDDEN.contains(&name) && is_one && !id.is_empty() && id.bytes().all(is_of_id)).then_some(id)
}

/// Everything in a text that may refer to an id: what follows a `#`, in whatever way the attribute is written.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('#').filter_map(|(at, _)| {
        let rest = text.get(at + 1..)?;
        let end = rest.bytes().position(|byte| !is_of_id(byte)).unwrap_or(rest.len());
        rest.get(..end).filter(|id| !id.is_empty())
    })
}

fn is_of_id(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-'
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = "<svg>\n<symbol id=\"m_a\"><path/></symbol>\n<symbol id=\"m_b\"><use href=\"#m_c\"/></symbol>\n\
                         <symbol id=\"m_c\"></symbol>\n<pattern id=\"h_d\"></pattern>\n<title>Alla</title>\n</svg>\n";

    fn trimmed(before: &str, after: &str) -> String {
        let page = Sprite::new(SHEET.to_owned()).unwrap().trimmed([before, SHEET, after].concat());
        let page = page.strip_prefix(before).unwrap().strip_suffix(after).unwrap();
        page.split("id=\"").skip(1).map(|part| part.split('"').next().unwrap()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_page_gets_what_it_refers_to() {
        assert_eq!(trimmed("<p>", "<p>"), "");
        assert_eq!(trimmed("", "<use href=\"#m_a\"/>"), "m_a");
        assert_eq!(trimmed("<rect fill=\"url(#h_d)\"/>", "<use href='#m_a'/>"), "m_a h_d");
        assert_eq!(trimmed("", "<use href=#m_a>"), "m_a");
        assert_eq!(trimmed("", "<use href=\"#m_ab\"/><a href=\"b/#m_a-b\">"), "");
        assert_eq!(trimmed("", "<use href=\"#m_b\"/>"), "m_b m_c", "what is referred to by what is used is used");
    }

    #[test]
    fn all_else_stays() {
        let sprite = Sprite::new(SHEET.to_owned()).unwrap();
        assert_eq!(sprite.trimmed(format!("å{SHEET}ö")), "å<svg>\n<title>Alla</title>\n</svg>\nö");
        assert_eq!(sprite.trimmed("no sheet #m_a".to_owned()), "no sheet #m_a");
        for sheet in [
            "",
            "<svg></svg>",
            "<symbol id=\"a\"></symbol><symbol id=\"b\"></symbol>\n",
            "<symbol id=\"a\">\n</symbol>\n",
            "<symbol class=\"x\" id=\"a\"></symbol>\n",
            "<symbol id=\"a\"></g>\n",
            "<mask id=\"a\"></mask><mask></mask>\n",
            "<g id=\"a\">\n<path id=\"b\"></path>\n</g>\n",
            "<rect id=\"a\"></rect>\n<title id=\"b\"></title>\n",
        ] {
            assert!(Sprite::new(sheet.to_owned()).is_none(), "{sheet}");
        }
        let needed = "<symbol id=\"a\">\n<use href=\"#b\"/>\n</symbol>\n<symbol id=\"b\"></symbol>\n";
        assert_eq!(Sprite::new(needed.to_owned()).unwrap().trimmed(needed.to_owned()), needed, "its own rest needs it");
        let twice = "<symbol id=\"a\"></symbol>\n<symbol id=\"a\"></symbol>\n";
        assert_eq!(Sprite::new(twice.to_owned()).unwrap().trimmed(twice.to_owned()), "<symbol id=\"a\"></symbol>\n");
    }
}
