//! Raw HTML in Markdown: what of it is shown, and what is dropped.
//!
//! Comes in: a piece of raw HTML as its author wrote it. Goes out: the same with only what the safe list allows, and
//! each thing that was dropped with its place. The list has what a text may need and Markdown lacks; it has no
//! headings, ids or classes, because the outline, the addresses and the look of a page are the site's. Kept out:
//! whether tags pair up, which may take several pieces; the whole text is mended when it is written.

use std::cell::{Cell, RefCell};
use std::ops::Range;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::destination::is_web;

/// The safe list: the elements that raw HTML may have, each with the attributes that it may have besides
/// [`ATTRIBUTES`].
pub const ELEMENTS: &[(&str, &[&str])] = &[
    ("a", &["href"]),
    ("abbr", &[]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &["cite"]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("dd", &[]),
    ("del", &["cite", "datetime"]),
    ("details", &["open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("hr", &[]),
    ("i", &[]),
    ("ins", &["cite", "datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("ol", &["start", "reversed"]),
    ("p", &[]),
    ("pre", &[]),
    ("q", &["cite"]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("small", &[]),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    ("wbr", &[]),
];

/// The attributes that every element of the safe list may have.
pub const ATTRIBUTES: &[&str] = &["dir", "lang", "title"];

/// Elements that hold nothing and have no end tag.
const VOID: &[&str] = &["br", "col", "hr", "wbr"];

/// Elements whose end tag may be left out, so that one that is still open says nothing of how deep a text is.
const SELF_CLOSING: &[&str] =
    &["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt"];

/// Something in raw HTML that is not shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Dropped {
    /// What: `<script>` or, of an attribute, `<p onclick>`.
    pub what: String,
    /// Where in the piece.
    pub at: Range<usize>,
    /// What to write instead: an attribute of the rule's message.
    pub hint: Option<&'static str>,
}

/// A piece of raw HTML with only what the safe list allows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screened {
    /// What is left: tags of the safe list, and escaped text.
    pub kept: String,
    /// What is not.
    pub dropped: Vec<Dropped>,
    /// The kept tags that open (`true`) or close an element which must be closed.
    pub(super) nesting: Vec<(String, bool)>,
}

/// Takes away from `raw` what the safe list does not allow. Comments go without a word: they are not meant to be seen.
pub fn screen(raw: &str) -> Screened {
    let sink =
        Sink { raw, at: Cell::new(0), from: Cell::new(0), skipping: RefCell::default(), done: RefCell::default() };
    let tokenizer = Tokenizer::new(sink, TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() });
    let queue = BufferQueue::default();
    // One character at a time, because tokens carry no place: each ends where the tokenizer has come when it gives it.
    for (at, c) in raw.char_indices() {
        tokenizer.sink.at.set(at + c.len_utf8());
        queue.push_back(StrTendril::from_char(c));
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    tokenizer.sink.finish()
}

struct Sink<'a> {
    raw: &'a str,
    /// How far the tokenizer has read.
    at: Cell<usize>,
    /// Where the token that it is reading begins.
    from: Cell<usize>,
    /// The element whose content is being dropped with it.
    skipping: RefCell<Option<String>>,
    done: RefCell<Screened>,
}

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut next = TokenSinkResult::Continue;
        match token {
            Token::CharacterTokens(text) => {
                if self.skipping.borrow().is_none() {
                    escape(&text, &mut self.done.borrow_mut().kept);
                }
            }
            Token::TagToken(tag) => next = self.tag(&tag),
            Token::DoctypeToken(_) => self.drop("<!DOCTYPE>".to_owned(), None),
            // `<?php` and `<![CDATA[` become comments too, but whoever writes them means them to be seen.
            Token::CommentToken(_) if !self.source().starts_with("<!--") => {
                self.drop(first_word(self.source()), None);
            }
            Token::CommentToken(_) | Token::NullCharacterToken => {}
            // These are no tokens of the text: they don't say how far it has come.
            Token::ParseError(_) | Token::EOFToken => return next,
        }
        self.from.set(self.at.get());
        next
    }
}

impl Sink<'_> {
    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let name = &*tag.name;
        if self.skipping.borrow().is_some() {
            if tag.kind == TagKind::EndTag && self.skipping.borrow().as_deref() == Some(name) {
                self.skipping.take();
            }
            return TokenSinkResult::Continue;
        }
        let element = ELEMENTS.iter().find(|(own, _)| *own == name);
        match (tag.kind, element) {
            (TagKind::StartTag, Some((_, own))) => self.open(tag, own),
            (TagKind::StartTag, None) => return self.refuse(name),
            (TagKind::EndTag, Some(_)) if !VOID.contains(&name) => {
                let done = &mut *self.done.borrow_mut();
                done.kept.push_str("</");
                done.kept.push_str(name);
                done.kept.push('>');
                done.nesting.push((name.to_owned(), false));
            }
            (TagKind::EndTag, _) => {}
        }
        TokenSinkResult::Continue
    }

    fn open(&self, tag: &Tag, own: &[&str]) {
        let name = &*tag.name;
        let mut attributes = String::new();
        for attribute in &tag.attrs {
            let key = &*attribute.name.local;
            let hint = match key {
                "href" | "cite" if own.contains(&key) && !is_web(&attribute.value) => Some("link"),
                _ if own.contains(&key) || ATTRIBUTES.contains(&key) => {
                    attributes.push(' ');
                    attributes.push_str(key);
                    attributes.push_str("=\"");
                    escape(&attribute.value, &mut attributes);
                    attributes.push('"');
                    continue;
                }
                _ => None,
            };
            self.drop(format!("<{name} {key}>"), hint);
        }
        let done = &mut *self.done.borrow_mut();
        if name == "a" {
            if !attributes.contains(" href=") {
                return;
            }
            attributes.push_str(" rel=\"noopener\"");
        }
        done.kept.push('<');
        done.kept.push_str(name);
        done.kept.push_str(&attributes);
        done.kept.push('>');
        if !VOID.contains(&name) && !SELF_CLOSING.contains(&name) {
            done.nesting.push((name.to_owned(), true));
        }
    }

    /// Drops an element that is not on the list; one whose content is no text for readers goes with its content.
    fn refuse(&self, name: &str) -> TokenSinkResult<()> {
        let hint = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some("heading"),
            "img" | "image" | "picture" => Some("image"),
            _ => None,
        };
        self.drop(format!("<{name}>"), hint);
        let raw = match name {
            "script" => RawKind::ScriptData,
            "style" | "xmp" | "iframe" | "noembed" | "noframes" => RawKind::Rawtext,
            "title" | "textarea" => RawKind::Rcdata,
            _ => return TokenSinkResult::Continue,
        };
        self.skipping.replace(Some(name.to_owned()));
        TokenSinkResult::RawData(raw)
    }

    /// Where the token that has just been read begins.
    fn start(&self) -> usize {
        let start = self.from.get();
        // A `<` that also ended the text before it has been counted with that.
        let begins = |at: usize| self.raw.get(at..).is_some_and(|rest| rest.starts_with('<'));
        if !begins(start) && start > 0 && begins(start - 1) { start - 1 } else { start }
    }

    /// What is left of the piece from there.
    fn source(&self) -> &str {
        self.raw.get(self.start()..).unwrap_or_default()
    }

    fn drop(&self, what: String, hint: Option<&'static str>) {
        let at = self.start()..self.at.get();
        self.done.borrow_mut().dropped.push(Dropped { what, at, hint });
    }

    /// What came out; a tag that never ends is dropped too.
    fn finish(&self) -> Screened {
        if self.skipping.borrow().is_none() && self.from.get() < self.raw.len() {
            self.drop(first_word(self.source()), Some("unfinished"));
        }
        self.done.take()
    }
}

/// The beginning of a piece, to name it by.
fn first_word(raw: &str) -> String {
    raw.chars().take_while(|c| !c.is_whitespace()).take(20).collect()
}

/// Writes `text` so that it is text in HTML, in an element and in a quoted attribute. Control characters, which HTML
/// may not have, are left out.
pub fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dropped(raw: &str) -> Vec<(String, String)> {
        let place = |dropped: &Dropped| raw.get(dropped.at.clone()).expect("a place in the piece").to_owned();
        screen(raw).dropped.iter().map(|dropped| (dropped.what.clone(), place(dropped))).collect()
    }

    #[test]
    fn what_the_list_allows_is_kept() {
        let raw = "<details open><summary lang=en>A &amp; B</summary>x < y<br/></details>";
        let screened = screen(raw);
        assert_eq!(screened.kept, "<details open=\"\"><summary lang=\"en\">A &amp; B</summary>x &lt; y<br></details>");
        assert_eq!(screened.dropped, []);
        assert_eq!(screen("a <!-- minns --> b").kept, "a  b");
    }

    /// A piece, what is dropped of it and where, and what is kept.
    type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

    #[test]
    fn what_is_dropped_is_told_with_its_place() {
        let tag = "<p onclick='x(\"<\")' class=a>";
        let cases: &[Case<'_>] = &[
            ("å <script>if (a < b) {}</script> slut", &[("<script>", "<script>")], "å  slut"),
            ("a<<font color=red>b</font>", &[("<font>", "<font color=red>")], "a&lt;b"),
            (tag, &[("<p onclick>", tag), ("<p class>", tag)], "<p>"),
            ("<h2>Rubrik</h2>", &[("<h2>", "<h2>")], "Rubrik"),
            ("<img src=x onerror=y>", &[("<img>", "<img src=x onerror=y>")], ""),
            ("&amp<svg/onload=x>", &[("<svg>", "<svg/onload=x>")], "&amp;"),
            ("<div", &[("<div", "<div")], ""),
            ("<style>p { }", &[("<style>", "<style>")], ""),
            ("å <?php echo ?>", &[("<?php", "<?php echo ?>")], "å "),
            ("<!DOCTYPE html>a", &[("<!DOCTYPE>", "<!DOCTYPE html>")], "a"),
        ];
        for (raw, expected, kept) in cases {
            let found = dropped(raw);
            let found: Vec<(&str, &str)> = found.iter().map(|(what, at)| (what.as_str(), at.as_str())).collect();
            assert_eq!(found, *expected, "{raw}");
            assert_eq!(screen(raw).kept, *kept, "{raw}");
        }
    }

    #[test]
    fn a_raw_link_leads_out_or_nowhere() {
        assert_eq!(
            screen("<a href='https://example.org/?a&amp;b' onclick=x>").kept,
            "<a href=\"https://example.org/?a&amp;b\" rel=\"noopener\">"
        );
        for address in ["javascript:x", "java&#9;script:x", "&#x6a;avascript:x", " javascript:x", "//x", "/x", "mål:x"]
        {
            let screened = screen(&format!("<a href=\"{address}\">"));
            assert_eq!(screened.kept, "", "{address}");
            assert_eq!(screened.dropped.first().and_then(|dropped| dropped.hint), Some("link"), "{address}");
        }
    }
}
