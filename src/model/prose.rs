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
}

/// Where a checked link leads.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// An entity of the plan, and an optional fragment on its page.
    Entity(super::AnyKey, Option<String>),
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

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkUse {
    /// To follow.
    Link,
    /// To show a picture.
    Image,
}

impl<L> Prose<L> {
    /// Placeholder until the Markdown reader lands.
    pub fn try_map<M>(self, _map: &mut impl FnMut(L, LinkUse) -> Option<M>) -> Prose<M> {
        Prose::default()
    }
}
