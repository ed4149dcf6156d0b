//! A built page as someone reads it: the text of its `<main>`, line by line, with as much of its structure as a change
//! should show. `# ` a heading, `- ` an item, `| ` a row, `[text](address)` a link, `{sv}` another language than the
//! page's. Classes and pictures made of lines are the theme's business and left out.

use std::cell::RefCell;
use std::fmt::Write as _;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "article",
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "thead",
    "tr",
    "ul",
];

/// The text of the page's `<main>`.
pub(crate) fn main_text(html: &str) -> String {
    let tokenizer = Tokenizer::new(Reading(RefCell::default()), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    let text = tokenizer.sink.0.into_inner().out;
    let mut lines: Vec<String> = Vec::new();
    let mut before = String::new();
    for line in text.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = if before.is_empty() || line.is_empty() { line } else { format!("{before} {line}") };
        // A mark stands before the first line of what it marks.
        if line.split(' ').all(|word| word == "-" || word.starts_with('{') && word.ends_with('}')) && !line.is_empty() {
            before = line;
        } else if !line.trim_matches(['|', ' ']).is_empty() {
            lines.push(line);
            before.clear();
        }
    }
    lines.join("\n") + "\n"
}

/// The line below the heading `heading`.
pub(crate) fn below<'a>(text: &'a str, heading: &str) -> &'a str {
    let mut lines = text.lines();
    lines.find(|line| line.trim_start_matches(['#', ' ']) == heading && line.starts_with('#'));
    lines.next().unwrap_or_default()
}

#[derive(Default)]
struct State {
    out: String,
    in_main: bool,
    /// How many `<svg>` and `<form>` are open: lines are no text, and a form is for a script.
    skipped: usize,
    /// Where each open link leads.
    links: Vec<String>,
}

struct Reading(RefCell<State>);

impl TokenSink for Reading {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => state.tag(&tag),
            Token::CharacterTokens(text) if state.in_main && state.skipped == 0 => {
                state.out.push_str(&text.replace('\n', " "));
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn write(&mut self, what: std::fmt::Arguments<'_>) {
        self.out.write_fmt(what).expect("a String takes all that is written to it");
    }

    fn tag(&mut self, tag: &Tag) {
        let name = &*tag.name;
        let opens = tag.kind == TagKind::StartTag;
        match name {
            "main" => self.in_main = opens,
            "svg" | "form" if opens => self.skipped += 1,
            "svg" | "form" => self.skipped = self.skipped.saturating_sub(1),
            _ => {}
        }
        if !self.in_main || self.skipped > 0 {
            return;
        }
        let attribute =
            |key: &str| tag.attrs.iter().find(|own| &*own.name.local == key).map(|own| own.value.to_string());
        if BLOCKS.contains(&name) {
            self.out.push('\n');
        }
        match (name, opens) {
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", true) => {
                let level = name.trim_start_matches('h').parse().unwrap_or(1);
                self.write(format_args!("{} ", "#".repeat(level)));
            }
            ("li" | "dd", true) => self.out.push_str("- "),
            ("td" | "th", true) => self.out.push_str(" | "),
            ("br", true) => self.out.push('\n'),
            ("img", true) => self.write(format_args!("![{}]", attribute("alt").unwrap_or_default())),
            ("input", true) => self.out.push_str(if attribute("checked").is_some() { "[x] " } else { "[ ] " }),
            ("a", true) => {
                self.links.push(attribute("href").unwrap_or_default());
                self.out.push('[');
            }
            ("a", false) => {
                let address = self.links.pop().unwrap_or_default();
                self.write(format_args!("]({address})"));
            }
            _ => {}
        }
        if let Some(language) = attribute("lang").filter(|_| opens) {
            self.write(format_args!("{{{language}}} "));
        }
    }
}
