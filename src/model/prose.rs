//! Running text as typed blocks: what Markdown becomes, and what HTML is written from.

use crate::files::{At, Span};

/// A run of Markdown. `L` is where its links lead: as written, or resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct Prose<L = super::Link> {
    /// Its blocks, in order.
    pub blocks: Vec<Block<L>>,
    /// Its footnotes, in the order in which they are first referred to.
    pub footnotes: Vec<Footnote<L>>,
}

impl<L> Default for Prose<L> {
    fn default() -> Self {
        Self { blocks: Vec::new(), footnotes: Vec::new() }
    }
}

impl<L> Prose<L> {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The same text with other links. Where `f` gives none, a link is only what it says and a picture is only its
    /// alternative text. In reading order, footnotes last.
    #[must_use]
    pub fn try_map<M>(self, f: &mut impl FnMut(L, LinkUse) -> Option<M>) -> Prose<M> {
        let blocks = map_blocks(self.blocks, f);
        let footnotes = self
            .footnotes
            .into_iter()
            .map(|note| Footnote { blocks: map_blocks(note.blocks, f), references: note.references })
            .collect();
        Prose { blocks, footnotes }
    }

    /// Tells every picture its size, as far as `size` knows it.
    pub fn fill_sizes(&mut self, size: &mut impl FnMut(&L) -> Option<(u32, u32)>) {
        let mut fill = |inline: &mut Inline<L>| {
            if let Inline::Image { from, size: own, .. } = inline {
                *own = size(from);
            }
        };
        each_inline_mut(&mut self.blocks, &mut fill);
        for note in &mut self.footnotes {
            each_inline_mut(&mut note.blocks, &mut fill);
        }
    }

    /// Whether there is raw HTML in it.
    pub fn has_html(&self) -> bool {
        let mut found = false;
        self.visit(&mut |part| found |= matches!(part, Part::Block(Block::Html(_)) | Part::Inline(Inline::Html(_))));
        found
    }

    /// Its headings' ids, in reading order, those in footnotes last.
    pub fn heading_ids(&self) -> Vec<&str> {
        let mut ids = Vec::new();
        self.visit(&mut |part| {
            if let Part::Block(Block::Heading { id, .. }) = part {
                ids.push(id.as_str());
            }
        });
        ids
    }

    /// The level of its highest heading, when it has one.
    pub fn highest_heading(&self) -> Option<u8> {
        let mut highest = None;
        self.visit(&mut |part| {
            if let Part::Block(Block::Heading { level, .. }) = part {
                highest = Some(highest.map_or(*level, |other: u8| other.min(*level)));
            }
        });
        highest
    }

    /// What it says without its markup, each block and each cell of a table on a line of its own, footnotes last.
    pub fn text(&self) -> String {
        let mut text = String::new();
        for blocks in std::iter::once(&self.blocks).chain(self.footnotes.iter().map(|note| &note.blocks)) {
            add_text(blocks, &mut text);
        }
        text
    }

    /// Shows `seen` every block and inline, in reading order, footnotes last.
    pub fn visit<'a>(&'a self, seen: &mut impl FnMut(Part<'a, L>)) {
        visit_blocks(&self.blocks, seen);
        for note in &self.footnotes {
            visit_blocks(&note.blocks, seen);
        }
    }
}

/// What a link is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkUse {
    /// To be followed.
    Link,
    /// To show a picture.
    Image,
    /// To show a chart.
    Chart,
}

/// A part of a text, as [`Prose::visit`] comes to it: before what it holds.
#[derive(Debug)]
pub enum Part<'a, L> {
    /// A block.
    Block(&'a Block<L>),
    /// A piece of running text.
    Inline(&'a Inline<L>),
}

/// Where a checked link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// An entity of the plan, and an optional fragment on its page.
    Entity(super::AnyKey, Option<String>),
    /// A chart of the whole plan; only for a chart.
    Chart(super::PlanChart),
    /// A file of the plan, by its path on the site without a leading `/`.
    File(String),
    /// A heading on the same page, by its id.
    Fragment(String),
    /// Out on the web, or a mail or telephone address: as written.
    Web(String),
}

/// A footnote.
#[derive(Clone, Debug, PartialEq)]
pub struct Footnote<L> {
    /// What it says.
    pub blocks: Vec<Block<L>>,
    /// How many times the text refers to it; at least 1.
    pub references: usize,
}

/// A block.
#[derive(Clone, Debug, PartialEq)]
pub enum Block<L> {
    /// A paragraph.
    Paragraph(Vec<Inline<L>>),
    /// A heading. The level is as written, from 1.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its id, unique within the text.
        id: String,
        /// What it says.
        content: Vec<Inline<L>>,
        /// Where.
        span: Span,
    },
    /// A quotation.
    Quote(Vec<Block<L>>),
    /// Code, with the language it was marked with.
    Code {
        /// The info string's first word.
        language: Option<String>,
        /// The code.
        text: String,
    },
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Whether its items stand without blank lines between them.
        tight: bool,
        /// Its items.
        items: Vec<Item<L>>,
    },
    /// A table.
    Table {
        /// Each column's alignment.
        columns: Vec<Align>,
        /// Its head.
        head: Vec<Vec<Inline<L>>>,
        /// Its rows.
        rows: Vec<Vec<Vec<Inline<L>>>>,
    },
    /// A chart, drawn from the plan.
    Chart {
        /// What of: an entity, or a chart of the whole plan.
        of: L,
        /// What its author calls it, or nothing.
        title: String,
    },
    /// A thematic break.
    Rule,
    /// Raw HTML, as written: never shown unless it has been through the sanitiser.
    Html(At<String>),
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<L> {
    /// Of a task list: whether it is ticked.
    pub task: Option<bool>,
    /// What it holds.
    pub blocks: Vec<Block<L>>,
}

/// How a column of a table is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// As the language runs.
    Start,
    /// Centred.
    Centre,
    /// At the end: numbers.
    End,
}

/// A piece of running text.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline<L> {
    /// Words.
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline<L>>),
    /// Strong emphasis.
    Strong(Vec<Inline<L>>),
    /// Struck out.
    Strike(Vec<Inline<L>>),
    /// A link.
    Link {
        /// Where it leads.
        to: L,
        /// Its title.
        title: Option<String>,
        /// What it says.
        content: Vec<Inline<L>>,
    },
    /// A picture.
    Image {
        /// Where it is.
        from: L,
        /// Its width and height in pixels, when the file tells.
        size: Option<(u32, u32)>,
        /// Its title.
        title: Option<String>,
        /// What it shows, in words.
        alt: String,
    },
    /// A reference to a footnote, as an index into [`Prose::footnotes`], and which of its references it is, from 1.
    Footnote(usize, usize),
    /// A line break in the source: white space.
    SoftBreak,
    /// A line break meant as one.
    HardBreak,
    /// Raw HTML, as written: never shown unless it has been through the sanitiser.
    Html(At<String>),
}

/// What running text says, with the alternative texts of its pictures and without the numbers of its footnotes.
pub fn words_of<L>(inlines: &[Inline<L>]) -> String {
    let mut words = String::new();
    add_words(inlines, &mut words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn add_words<L>(inlines: &[Inline<L>], words: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Image { alt: text, .. } => words.push_str(text),
            Inline::Emphasis(content)
            | Inline::Strong(content)
            | Inline::Strike(content)
            | Inline::Link { content, .. } => add_words(content, words),
            Inline::SoftBreak | Inline::HardBreak => words.push(' '),
            Inline::Footnote(..) | Inline::Html(_) => {}
        }
    }
}

// Texts are nested to a depth that `source` limits, so these may call themselves.

fn add_text<L>(blocks: &[Block<L>], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => add_words(content, text),
            Block::Quote(blocks) => add_text(blocks, text),
            Block::List { items, .. } => items.iter().for_each(|item| add_text(&item.blocks, text)),
            Block::Table { head, rows, .. } => {
                for cell in head.iter().chain(rows.iter().flatten()) {
                    add_words(cell, text);
                    text.push('\n');
                }
            }
            Block::Code { text: own, .. } | Block::Chart { title: own, .. } => text.push_str(own),
            // What stands between its tags.
            Block::Html(raw) => {
                let between = raw.value.split('<').filter_map(|part| part.split_once('>').map(|(_, text)| text));
                between.for_each(|own| text.push_str(own));
            }
            Block::Rule => {}
        }
        text.push('\n');
    }
}

fn map_blocks<L, M>(blocks: Vec<Block<L>>, f: &mut impl FnMut(L, LinkUse) -> Option<M>) -> Vec<Block<M>> {
    blocks
        .into_iter()
        .map(|block| match block {
            Block::Paragraph(content) => Block::Paragraph(map_inlines(content, f)),
            Block::Heading { level, id, content, span } => {
                Block::Heading { level, id, content: map_inlines(content, f), span }
            }
            Block::Quote(blocks) => Block::Quote(map_blocks(blocks, f)),
            Block::Code { language, text } => Block::Code { language, text },
            Block::List { start, tight, items } => {
                let items = items
                    .into_iter()
                    .map(|item| Item { task: item.task, blocks: map_blocks(item.blocks, f) })
                    .collect();
                Block::List { start, tight, items }
            }
            Block::Table { columns, head, rows } => {
                let mut cells = |row: Vec<Vec<Inline<L>>>| row.into_iter().map(|cell| map_inlines(cell, f)).collect();
                Block::Table { columns, head: cells(head), rows: rows.into_iter().map(cells).collect() }
            }
            Block::Chart { of, title } => match f(of, LinkUse::Chart) {
                Some(of) => Block::Chart { of, title },
                None => Block::Paragraph(vec![Inline::Text(title)]),
            },
            Block::Rule => Block::Rule,
            Block::Html(raw) => Block::Html(raw),
        })
        .collect()
}

fn map_inlines<L, M>(inlines: Vec<Inline<L>>, f: &mut impl FnMut(L, LinkUse) -> Option<M>) -> Vec<Inline<M>> {
    let mut mapped = Vec::with_capacity(inlines.len());
    for inline in inlines {
        mapped.push(match inline {
            Inline::Text(text) => Inline::Text(text),
            Inline::Code(text) => Inline::Code(text),
            Inline::Emphasis(content) => Inline::Emphasis(map_inlines(content, f)),
            Inline::Strong(content) => Inline::Strong(map_inlines(content, f)),
            Inline::Strike(content) => Inline::Strike(map_inlines(content, f)),
            Inline::Link { to, title, content } => {
                let Some(to) = f(to, LinkUse::Link) else {
                    mapped.extend(map_inlines(content, f));
                    continue;
                };
                Inline::Link { to, title, content: map_inlines(content, f) }
            }
            Inline::Image { from, size, title, alt } => match f(from, LinkUse::Image) {
                Some(from) => Inline::Image { from, size, title, alt },
                None => Inline::Text(alt),
            },
            Inline::Footnote(note, reference) => Inline::Footnote(note, reference),
            Inline::SoftBreak => Inline::SoftBreak,
            Inline::HardBreak => Inline::HardBreak,
            Inline::Html(raw) => Inline::Html(raw),
        });
    }
    mapped
}

fn visit_blocks<'a, L>(blocks: &'a [Block<L>], seen: &mut impl FnMut(Part<'a, L>)) {
    for block in blocks {
        seen(Part::Block(block));
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => visit_inlines(content, seen),
            Block::Quote(blocks) => visit_blocks(blocks, seen),
            Block::List { items, .. } => items.iter().for_each(|item| visit_blocks(&item.blocks, seen)),
            Block::Table { head, rows, .. } => {
                head.iter().chain(rows.iter().flatten()).for_each(|cell| visit_inlines(cell, seen));
            }
            Block::Code { .. } | Block::Chart { .. } | Block::Rule | Block::Html(_) => {}
        }
    }
}

fn visit_inlines<'a, L>(inlines: &'a [Inline<L>], seen: &mut impl FnMut(Part<'a, L>)) {
    for inline in inlines {
        seen(Part::Inline(inline));
        if let Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strike(content)
        | Inline::Link { content, .. } = inline
        {
            visit_inlines(content, seen);
        }
    }
}

/// Shows `seen` every piece of running text, in reading order, and lets it be changed.
pub(crate) fn each_inline_mut<L>(blocks: &mut [Block<L>], seen: &mut impl FnMut(&mut Inline<L>)) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => each_of_mut(content, seen),
            Block::Quote(blocks) => each_inline_mut(blocks, seen),
            Block::List { items, .. } => items.iter_mut().for_each(|item| each_inline_mut(&mut item.blocks, seen)),
            Block::Table { head, rows, .. } => {
                head.iter_mut().chain(rows.iter_mut().flatten()).for_each(|cell| each_of_mut(cell, seen));
            }
            Block::Code { .. } | Block::Chart { .. } | Block::Rule | Block::Html(_) => {}
        }
    }
}

fn each_of_mut<L>(inlines: &mut [Inline<L>], seen: &mut impl FnMut(&mut Inline<L>)) {
    for inline in inlines {
        seen(inline);
        if let Inline::Emphasis(content)
        | Inline::Strong(content)
        | Inline::Strike(content)
        | Inline::Link { content, .. } = inline
        {
            each_of_mut(content, seen);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_leads_nowhere_is_only_what_it_says() {
        let link = |to, content| Inline::Link { to, title: None, content };
        let image = |from| Inline::Image { from, size: None, title: None, alt: "en karta".to_owned() };
        let text = |text: &str| Inline::Text(text.to_owned());
        let prose = Prose {
            blocks: vec![Block::Paragraph(vec![
                link(1, vec![Inline::Emphasis(vec![text("bra")]), link(2, vec![text("!")])]),
                image(3),
                image(4),
            ])],
            footnotes: Vec::new(),
        };
        let mut uses = Vec::new();
        let mapped = prose.try_map(&mut |link: u8, used| {
            uses.push((link, used));
            link.is_multiple_of(2).then(|| link.to_string())
        });
        let expected: Vec<Inline<String>> = vec![
            Inline::Emphasis(vec![Inline::Text("bra".to_owned())]),
            Inline::Link { to: "2".to_owned(), title: None, content: vec![Inline::Text("!".to_owned())] },
            Inline::Text("en karta".to_owned()),
            Inline::Image { from: "4".to_owned(), size: None, title: None, alt: "en karta".to_owned() },
        ];
        assert_eq!(mapped.blocks, [Block::Paragraph(expected)]);
        assert_eq!(uses, [(1, LinkUse::Link), (2, LinkUse::Link), (3, LinkUse::Image), (4, LinkUse::Image)]);
    }
}
