//! Markdown in, typed blocks with the place of every link out. The one file that names pulldown-cmark.
//!
//! `CommonMark` with tables, footnotes, strikethrough and task lists. Everything that can be told from the text alone is
//! told here: addresses of no known form, pictures without words, headings that skip a level, links to headings that
//! aren't there. Kept out: whether links out of the text lead anywhere (`check`).

mod footnotes;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Alignment, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{At, FileId, Span};
use crate::model::{Align, Block, Inline, Item, LinkUse, Prose, words_of};
use crate::words::nearest;

use super::destination::{self, Problem};
use super::html::{Dropped, screen};
use super::value::slug;

pub use super::destination::{Destination, SCHEMES};
use footnotes::Notes;

/// A link as its author wrote it, and where.
pub type Written = At<Destination>;

/// The deepest nesting of lists, quotations, emphasis and so on, each counted. What is written from texts calls itself
/// this deep.
pub const DEEPEST: usize = 32;

/// The id of a heading that has neither letters nor digits.
const NAMELESS: &str = "section";

/// Ids of the built-in theme on pages that show a text: a heading "Activities" gets another.
const TAKEN: &[&str] = &[
    "activities",
    "asks",
    "chain",
    "content",
    "divided",
    "facts",
    "goals-units",
    "moves",
    "observations",
    "reports",
    "work",
];

/// Reads `text`, which stands at byte `offset` of `file`.
pub fn read(text: &str, file: FileId, offset: usize, diagnostics: &mut Diagnostics) -> Prose<Written> {
    read_with(destination::read, text, file, offset, diagnostics)
}

/// What is made of an address.
type Judge = fn(&str, LinkUse) -> Result<Destination, Problem>;

fn read_with(judge: Judge, text: &str, file: FileId, offset: usize, diagnostics: &mut Diagnostics) -> Prose<Written> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut reading = Reading {
        text,
        file,
        offset,
        diagnostics,
        judge,
        open: vec![Frame::new(What::Root, 0..0)],
        skipped: 0,
        ids: TAKEN.iter().map(|id| ((*id).to_owned(), 2)).collect(),
        heading: None,
        literal: None,
        fragments: Vec::new(),
        unknown: Vec::new(),
        notes: Notes::default(),
        charts: Vec::new(),
        raw_open: Vec::new(),
        raw_ended: false,
        too_deep: false,
    };
    for (event, at) in Parser::new_ext(text, options).into_offset_iter() {
        reading.event(event, at);
    }
    reading.finish()
}

/// Something that has begun and not ended, with what it holds so far.
struct Frame {
    what: What,
    at: Range<usize>,
    blocks: Vec<Block<Written>>,
    /// Running text that stands directly in it: of an item of a tight list, that has come since its last block.
    inlines: Vec<Inline<Written>>,
}

enum What {
    Root,
    Paragraph,
    Heading(u8),
    Quote,
    Code { language: Option<String>, text: String },
    Html(RawBlock),
    List { start: Option<u64>, tight: bool, items: Vec<Item<Written>> },
    Item { task: Option<bool> },
    Footnote { label: String },
    Table { columns: Vec<Align>, head: Vec<Vec<Inline<Written>>>, rows: Vec<Vec<Vec<Inline<Written>>>> },
    Row(Vec<Vec<Inline<Written>>>),
    Cell,
    Emphasis,
    Strong,
    Strike,
    Link { address: String, title: Option<String> },
    Image { address: String, title: Option<String> },
}

/// A block of raw HTML, whose lines may have lost the marks of what they stand in.
#[derive(Default)]
struct RawBlock {
    text: String,
    /// Where each line begins: in `text`, and in the source.
    lines: Vec<(usize, usize)>,
}

impl RawBlock {
    fn place(&self, at: Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let line = self.lines.iter().rev().find(|(own, _)| *own <= at);
            line.map_or(at, |(own, source)| source + (at - own))
        };
        place(at.start)..place(at.end)
    }
}

impl Frame {
    fn new(what: What, at: Range<usize>) -> Self {
        Self { what, at, blocks: Vec::new(), inlines: Vec::new() }
    }

    fn add_block(&mut self, block: Block<Written>) {
        self.close_line();
        self.blocks.push(block);
    }

    /// Running text that stands directly in a block is a paragraph of a tight list.
    fn close_line(&mut self) {
        if !self.inlines.is_empty() {
            let mut inlines = std::mem::take(&mut self.inlines);
            trim(&mut inlines);
            self.blocks.push(Block::Paragraph(inlines));
        }
    }

    fn add_text(&mut self, text: &str) {
        if let Some(Inline::Text(before)) = self.inlines.last_mut() {
            before.push_str(text);
        } else {
            self.inlines.push(Inline::Text(text.to_owned()));
        }
    }

    fn into_blocks(mut self) -> Vec<Block<Written>> {
        self.close_line();
        self.blocks.shrink_to_fit();
        self.blocks
    }
}

/// Gives back what was only taken to grow: most running text is in one piece, where a list takes room for four, and all
/// texts of a plan are held until they have been checked.
fn trim(inlines: &mut Vec<Inline<Written>>) {
    inlines.shrink_to_fit();
    for inline in inlines {
        if let Inline::Text(text) = inline {
            text.shrink_to_fit();
        }
    }
}

struct Reading<'a, 'd> {
    text: &'a str,
    file: FileId,
    offset: usize,
    diagnostics: &'d mut Diagnostics,
    judge: Judge,
    open: Vec<Frame>,
    /// How many elements are open below one that is too deep.
    skipped: usize,
    /// The ids that are taken, each with the number that its next namesake may try.
    ids: BTreeMap<String, u32>,
    /// The heading before: its level and place.
    heading: Option<(u8, Span)>,
    /// A run of source that is shown letter for letter: where `[^1]` may stand that refers to nothing.
    literal: Option<Range<usize>>,
    /// Links to headings of the text.
    fragments: Vec<(String, Span)>,
    /// What looks like a reference to a footnote that there isn't.
    unknown: Vec<(String, Span)>,
    notes: Notes,
    /// Charts that do not stand alone, as far as is known.
    charts: Vec<Span>,
    /// The elements of raw HTML that are open, and where each was opened.
    raw_open: Vec<(String, Span)>,
    /// They were too many: no more raw HTML is taken in.
    raw_ended: bool,
    /// Too deep a nesting has been reported.
    too_deep: bool,
}

impl Reading<'_, '_> {
    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        if self.skipped > 0 {
            match event {
                Event::Start(_) => self.skipped += 1,
                Event::End(_) => self.skipped -= 1,
                _ => {}
            }
            return;
        }
        if !matches!(event, Event::Text(_)) {
            self.close_literal();
        }
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            // Mathematics is off.
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, at),
            Event::Code(text) => self.inline(Inline::Code(text.into_string())),
            Event::Html(raw) => self.html(&raw, at),
            Event::InlineHtml(raw) => self.inline_html(&raw, at),
            Event::FootnoteReference(label) => {
                let label = self.notes.refer(&label);
                self.inline(Inline::Footnote(label, 0));
            }
            Event::SoftBreak => self.inline(Inline::SoftBreak),
            Event::HardBreak => self.inline(Inline::HardBreak),
            Event::Rule => self.top().add_block(Block::Rule),
            Event::TaskListMarker(done) => {
                let item = self.open.iter_mut().rev().find_map(|frame| match &mut frame.what {
                    What::Item { task } => Some(task),
                    _ => None,
                });
                if let Some(task) = item {
                    *task = Some(done);
                }
            }
        }
    }

    fn top(&mut self) -> &mut Frame {
        self.open.last_mut().expect("the root never ends")
    }

    fn inline(&mut self, inline: Inline<Written>) {
        self.top().inlines.push(inline);
    }

    fn span(&self, at: Range<usize>) -> Span {
        let end = self.text.get(at.clone()).map_or(at.end, |text| at.start + text.trim_end().len());
        Span::new(self.file, at.start + self.offset..end + self.offset)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.report(diagnostic);
    }

    fn start(&mut self, tag: Tag<'_>, at: Range<usize>) {
        if self.open.len() > DEEPEST {
            self.skipped = 1;
            self.report_depth(self.span(at));
            return;
        }
        let title = |title: &str| (!title.trim().is_empty()).then(|| title.to_owned());
        let what = match tag {
            Tag::Paragraph => {
                self.mark_loose();
                What::Paragraph
            }
            Tag::Heading { level, .. } => What::Heading(level as u8),
            Tag::BlockQuote(_) => What::Quote,
            Tag::CodeBlock(kind) => {
                let info = if let CodeBlockKind::Fenced(info) = &kind { info.split_whitespace().next() } else { None };
                What::Code { language: info.map(str::to_owned), text: String::new() }
            }
            Tag::HtmlBlock => What::Html(RawBlock::default()),
            Tag::List(start) => What::List { start, tight: true, items: Vec::new() },
            Tag::Item => What::Item { task: None },
            Tag::FootnoteDefinition(label) => What::Footnote { label: label.into_string() },
            Tag::Table(columns) => {
                let columns = columns.into_iter().map(align).collect();
                What::Table { columns, head: Vec::new(), rows: Vec::new() }
            }
            Tag::TableHead | Tag::TableRow => What::Row(Vec::new()),
            Tag::TableCell => What::Cell,
            Tag::Emphasis => What::Emphasis,
            Tag::Strong => What::Strong,
            Tag::Strikethrough => What::Strike,
            Tag::Link { link_type, dest_url, title: own, .. } => {
                let address =
                    if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.into_string() };
                What::Link { address, title: title(&own) }
            }
            Tag::Image { dest_url, title: own, .. } => {
                What::Image { address: dest_url.into_string(), title: title(&own) }
            }
            Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_)
            | Tag::Superscript
            | Tag::Subscript => unreachable!("these extensions are off"),
        };
        self.open.push(Frame::new(what, at));
    }

    /// A paragraph is told of only where items stand apart.
    fn mark_loose(&mut self) {
        if let [.., list, item] = self.open.as_mut_slice()
            && matches!(item.what, What::Item { .. })
            && let What::List { tight, .. } = &mut list.what
        {
            *tight = false;
        }
    }

    fn report_depth(&mut self, span: Span) {
        if !self.too_deep {
            self.too_deep = true;
            self.report(Diagnostic::new(&code::TEXT_TOO_DEEP, span).with("limit", DEEPEST));
        }
    }

    fn end(&mut self, tag: TagEnd) {
        let frame = self.open.pop().expect("what ends has begun");
        let Frame { what, at, blocks, mut inlines } = frame;
        trim(&mut inlines);
        match what {
            What::Root => unreachable!("the root never ends"),
            What::Paragraph => self.end_paragraph(inlines),
            What::Heading(level) => self.end_heading(level, inlines, at),
            What::Code { language, text } => self.top().add_block(Block::Code { language, text }),
            What::Html(raw) => self.end_html(raw, at),
            What::List { start, tight, items } => self.top().add_block(Block::List { start, tight, items }),
            What::Quote => {
                let blocks = Frame { what: What::Quote, at, blocks, inlines }.into_blocks();
                self.top().add_block(Block::Quote(blocks));
            }
            What::Item { task } => {
                let blocks = Frame { what: What::Root, at, blocks, inlines }.into_blocks();
                if let What::List { items, .. } = &mut self.top().what {
                    items.push(Item { task, blocks });
                }
            }
            What::Footnote { label } => {
                let blocks = Frame { what: What::Root, at: at.clone(), blocks, inlines }.into_blocks();
                self.end_footnote(label, blocks, at.start);
            }
            What::Table { columns, head, rows } => self.top().add_block(Block::Table { columns, head, rows }),
            What::Row(cells) => {
                if let What::Table { head, rows, .. } = &mut self.top().what {
                    if tag == TagEnd::TableHead { *head = cells } else { rows.push(cells) }
                }
            }
            What::Cell => {
                if let What::Row(cells) = &mut self.top().what {
                    cells.push(inlines);
                }
            }
            What::Emphasis => self.inline(Inline::Emphasis(inlines)),
            What::Strong => self.inline(Inline::Strong(inlines)),
            What::Strike => self.inline(Inline::Strike(inlines)),
            What::Link { address, title } => self.end_link(&address, title, inlines, at),
            What::Image { address, title } => self.end_image(&address, title, &inlines, at),
        }
    }

    fn text(&mut self, text: &str, at: Range<usize>) {
        if let What::Code { text: own, .. } = &mut self.top().what {
            push_lines(own, text);
            return;
        }
        self.top().add_text(text);
        let as_written = self.text.get(at.clone()) == Some(text);
        match &mut self.literal {
            Some(run) if as_written && run.end == at.start => run.end = at.end,
            _ => {
                self.close_literal();
                self.literal = as_written.then_some(at);
            }
        }
    }

    /// Looks through a run of plain text for footnotes that refer to nothing: they stay text.
    fn close_literal(&mut self) {
        let Some(run) = self.literal.take() else { return };
        let text = self.text.get(run.clone()).unwrap_or_default();
        let escaped = self.text.get(..run.start).is_some_and(|before| before.ends_with('\\'));
        for (from, _) in text.match_indices("[^").filter(|(from, _)| *from > 0 || !escaped) {
            let rest = text.get(from + 2..).unwrap_or_default();
            let Some(label) = rest.split(']').next().filter(|label| label.len() < rest.len()) else { continue };
            if label.is_empty() || label.contains(|c: char| c.is_whitespace() || c == '[') {
                continue;
            }
            let start = run.start + from;
            self.unknown.push((label.to_owned(), self.span(start..start + label.len() + 3)));
        }
    }

    fn html(&mut self, raw: &str, at: Range<usize>) {
        if let What::Html(block) = &mut self.top().what {
            block.lines.push((block.text.len(), at.start));
            push_lines(&mut block.text, raw);
        } else {
            self.inline_html(raw, at);
        }
    }

    fn inline_html(&mut self, raw: &str, at: Range<usize>) {
        let block = RawBlock { text: raw.to_owned(), lines: vec![(0, at.start)] };
        if self.admit(&block, &at) {
            let span = self.span(at);
            self.inline(Inline::Html(At::new(block.text, span)));
        }
    }

    fn end_html(&mut self, block: RawBlock, at: Range<usize>) {
        if self.admit(&block, &at) {
            let span = self.span(at);
            self.top().add_block(Block::Html(At::new(block.text, span)));
        }
    }

    /// Whether raw HTML is taken in; reports what of it won't be shown, and elements that nest too deep.
    fn admit(&mut self, block: &RawBlock, at: &Range<usize>) -> bool {
        if self.raw_ended {
            return false;
        }
        let screened = screen(&block.text);
        for Dropped { what, at, hint } in screened.dropped {
            let mut diagnostic = Diagnostic::new(&code::HTML_DROPPED, self.span(block.place(at))).with("what", what);
            diagnostic.hints.extend(hint);
            self.report(diagnostic);
        }
        for (name, opens) in screened.nesting {
            if opens {
                self.raw_open.push((name, self.span(at.clone())));
            } else if let Some(n) = self.raw_open.iter().rposition(|(own, _)| *own == name) {
                self.raw_open.remove(n);
            }
            if self.raw_open.len() > DEEPEST {
                self.report_depth(self.span(at.clone()));
                self.raw_ended = true;
                return false;
            }
        }
        true
    }

    fn end_heading(&mut self, level: u8, content: Vec<Inline<Written>>, at: Range<usize>) {
        let span = self.span(at);
        let text = words_of(&content);
        if text.is_empty() {
            self.report(Diagnostic::new(&code::EMPTY_HEADING, span));
            return;
        }
        if let Some((before, place)) = self.heading
            && level > before + 1
        {
            let marks = |level: u8| "#".repeat(usize::from(level));
            self.report(
                Diagnostic::new(&code::HEADING_JUMP, span)
                    .with("written", marks(level))
                    .with("expected", marks(before + 1))
                    .also(place, "before"),
            );
        }
        self.heading = Some((level, span));
        let id = self.unique_id(slug(&text));
        self.top().add_block(Block::Heading { level, id, content, span });
    }

    fn unique_id(&mut self, slug: String) -> String {
        let slug = if slug.is_empty() { NAMELESS.to_owned() } else { slug };
        let Some(&next) = self.ids.get(&slug) else {
            self.ids.insert(slug.clone(), 2);
            return slug;
        };
        let mut n = next;
        let mut id = format!("{slug}-{n}");
        while self.ids.contains_key(&id) {
            n += 1;
            id = format!("{slug}-{n}");
        }
        self.ids.insert(slug, n + 1);
        self.ids.insert(id.clone(), 2);
        id
    }

    fn end_link(&mut self, address: &str, title: Option<String>, content: Vec<Inline<Written>>, at: Range<usize>) {
        let span = self.span(at.clone());
        if words_of(&content).is_empty() {
            self.report(Diagnostic::new(&code::EMPTY_LINK, span).with("address", address));
        }
        let to = self.destination(address, LinkUse::Link, at);
        if let Destination::Fragment(id) = &to.value {
            self.fragments.push((id.clone(), to.span));
        }
        self.inline(Inline::Link { to, title, content });
    }

    /// Charts that stand alone in a paragraph are blocks of their own.
    fn end_paragraph(&mut self, inlines: Vec<Inline<Written>>) {
        let is_chart = |inline: &Inline<Written>| {
            matches!(inline, Inline::Image { from, .. }
                if matches!(from.value, Destination::Entity(..) | Destination::Chart(_)))
        };
        let is_break = |inline: &Inline<Written>| matches!(inline, Inline::SoftBreak | Inline::HardBreak);
        let alone = inlines.iter().all(|inline| is_chart(inline) || is_break(inline));
        if self.open.len() > 1 || !alone || !inlines.iter().any(is_chart) {
            self.top().add_block(Block::Paragraph(inlines));
            return;
        }
        for inline in inlines {
            if let Inline::Image { from, alt, .. } = inline {
                self.charts.pop();
                self.top().add_block(Block::Chart { of: from, title: alt });
            }
        }
    }

    fn end_image(&mut self, address: &str, title: Option<String>, content: &[Inline<Written>], at: Range<usize>) {
        let alt = words_of(content);
        let span = self.span(at.clone());
        let from = self.destination(address, LinkUse::Image, at);
        match from.value {
            Destination::Entity(..) | Destination::Chart(_) => self.charts.push(span),
            // Meant as a chart: it needs no words, and what is wrong with it has been told.
            Destination::Refused if destination::is_of_plan(address) => {}
            _ if alt.is_empty() => self.report(Diagnostic::new(&code::NO_ALT, span).with("address", address)),
            _ => {}
        }
        self.inline(Inline::Image { from, size: None, title, alt });
    }

    /// What an address leads to, at the place of the address itself when it stands as it is in the link's source.
    fn destination(&mut self, address: &str, used: LinkUse, at: Range<usize>) -> Written {
        let source = self.text.get(at.clone()).unwrap_or_default();
        let own = source.rfind(address).filter(|_| !address.is_empty());
        let span = self.span(own.map_or(at.clone(), |n| at.start + n..at.start + n + address.len()));
        let destination = (self.judge)(address, used).unwrap_or_else(|problem| {
            let Problem { rule, hint, nearest } = problem;
            let mut diagnostic = Diagnostic::new(rule, span).with("address", visible(address)).nearest(nearest);
            diagnostic.hints.extend(hint);
            self.report(diagnostic);
            Destination::Refused
        });
        At::new(destination, span)
    }

    fn end_footnote(&mut self, label: String, blocks: Vec<Block<Written>>, start: usize) {
        let span = self.span(start..start + label.len() + 3);
        if let Some(first) = self.notes.define(&label, blocks, span) {
            self.report(Diagnostic::new(&code::FOOTNOTE_TWICE, span).with("label", label).also(first, "first"));
        }
    }

    fn finish(mut self) -> Prose<Written> {
        self.close_literal();
        let root = self.open.pop().expect("the root never ends");
        let mut prose = Prose { blocks: root.into_blocks(), footnotes: Vec::new() };
        for (label, span) in std::mem::take(&mut self.unknown) {
            let near = nearest(&label, self.notes.labels()).map(str::to_owned);
            self.report(Diagnostic::new(&code::UNKNOWN_FOOTNOTE, span).with("label", label).nearest(near));
        }
        for (label, span) in self.notes.number(&mut prose) {
            self.report(Diagnostic::new(&code::UNUSED_FOOTNOTE, span).with("label", label));
        }
        for span in std::mem::take(&mut self.charts) {
            self.report(Diagnostic::new(&code::CHART_IN_TEXT, span));
        }
        for (name, span) in std::mem::take(&mut self.raw_open) {
            self.report(Diagnostic::new(&code::HTML_UNCLOSED, span).with("name", name));
        }
        let ids: BTreeSet<&str> = prose.heading_ids().into_iter().collect();
        for (id, span) in std::mem::take(&mut self.fragments) {
            if !ids.contains(id.as_str()) {
                let slugged = slug(&id);
                let near = ids.get(slugged.as_str()).copied().or_else(|| nearest(&id, ids.iter().copied()));
                let near = near.map(str::to_owned);
                self.report(Diagnostic::new(&code::TEXT_FRAGMENT, span).with("fragment", id).nearest(near));
            }
        }
        prose
    }
}

fn align(column: Alignment) -> Align {
    match column {
        Alignment::None | Alignment::Left => Align::Start,
        Alignment::Center => Align::Centre,
        Alignment::Right => Align::End,
    }
}

/// Adds lines, each ended by a line feed alone.
fn push_lines(to: &mut String, text: &str) {
    if text.contains('\r') {
        to.push_str(&text.replace("\r\n", "\n").replace('\r', "\n"));
    } else {
        to.push_str(text);
    }
}

/// An address for a message: what can't be seen is shown as U+FFFD.
fn visible(address: &str) -> String {
    address.chars().map(|c| if destination::is_hidden(c) { '\u{fffd}' } else { c }).collect()
}

/// Reads a text whose addresses stay as they are written, for tests of what is made of the rest.
#[cfg(test)]
pub(crate) fn read_any_address(text: &str) -> Prose<Written> {
    let files = crate::files::Files::from_memory([("content/x.md", "")]);
    let file = files.find("content/x.md").expect("just put in");
    read_with(|address, _| Ok(Destination::Web(address.to_owned())), text, file, 0, &mut Diagnostics::new())
}

#[cfg(test)]
mod tests;
