//! Running text as HTML: typed blocks in, HTML that is safe by construction out. The one file that names ammonia.
//!
//! Every tag below is written here and every text is escaped, so a text of plain Markdown needs no sanitiser. One that
//! holds raw HTML does: its raw pieces are cut down to the safe list, and then the whole is parsed, cut down to what
//! the list and this file write, and written anew, so that tags that do not pair up can't harm the page around.

use crate::model::{Align, Block, Footnote, Inline, Item, Link, Part, Prose, words_of};
use crate::source::html::{ATTRIBUTES, ELEMENTS, escape, screen};
use crate::source::markdown::SCHEMES;

/// How a text is written.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The level that the text's own highest heading gets, from 1: one more than that of the heading it stands below.
    /// The others follow, down to 6.
    pub top: u8,
    /// Begins every id in the text, so that several texts can stand on one page. Empty, or of letters, digits and
    /// hyphens, beginning with a letter.
    pub id_prefix: &'a str,
    /// The words that are not the author's.
    pub labels: &'a Labels,
}

/// The words that a text needs besides its own, in the language of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// The heading of the footnotes.
    pub footnotes: String,
    /// The name of a link from a footnote to where it is referred to; its number follows.
    pub back_to_text: String,
    /// The name of a table; its columns follow.
    pub table: String,
    /// A task that is done.
    pub done: String,
    /// A task that is not.
    pub not_done: String,
}

/// Writes a text as HTML.
///
/// `resolve` gives the address of an entity or a file, percent-encoded; where it gives none, what the link says is
/// shown without it. Links within the text and out on the web are written without asking it.
///
/// A chart is not written: it is a piece of its own between those of markup, for the page to draw.
pub fn pieces<'a>(
    prose: &'a Prose<Link>,
    options: &Options<'_>,
    resolve: &dyn Fn(&Link) -> Option<String>,
) -> Vec<Piece<'a>> {
    let mut writer = Writer {
        out: String::new(),
        options,
        resolve,
        highest: prose.highest_heading().unwrap_or(1),
        in_link: false,
        mark: None,
    };
    let raw = prose.has_html();
    let mut pieces = Vec::new();
    let end = |writer: &mut Writer<'_>, pieces: &mut Vec<Piece<'a>>| {
        let out = std::mem::take(&mut writer.out);
        if !out.is_empty() {
            pieces.push(Piece::Html(if raw { sanitised(&out) } else { out }));
        }
    };
    for block in &prose.blocks {
        if let Block::Chart { of, title } = block {
            end(&mut writer, &mut pieces);
            pieces.push(Piece::Chart { of, title });
        } else {
            writer.blocks(std::slice::from_ref(block), false);
        }
    }
    writer.footnotes(&prose.footnotes);
    end(&mut writer, &mut pieces);
    pieces
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// Markup that is safe by construction.
    Html(String),
    /// A chart, and what its author calls it, or nothing.
    Chart {
        /// What of.
        of: &'a Link,
        /// Its name.
        title: &'a str,
    },
}

/// What a text says, for search and descriptions: a line for each block, footnotes last, without raw HTML.
pub fn plain_text<L>(prose: &Prose<L>) -> String {
    let mut lines: Vec<String> = Vec::new();
    prose.visit(&mut |part| {
        let Part::Block(block) = part else { return };
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => lines.push(words_of(content)),
            Block::Code { text, .. } => lines.push(text.trim_end().to_owned()),
            Block::Chart { title, .. } => lines.push(title.clone()),
            Block::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    lines.push(row.iter().map(|cell| words_of(cell)).collect::<Vec<_>>().join(" "));
                }
            }
            Block::Quote(_) | Block::List { .. } | Block::Rule | Block::Html(_) => {}
        }
    });
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

struct Writer<'a> {
    out: String,
    options: &'a Options<'a>,
    resolve: &'a dyn Fn(&Link) -> Option<String>,
    /// The level of the text's highest heading.
    highest: u8,
    /// Whether a link is open: one can't stand in another.
    in_link: bool,
    /// The mark of a task that is to stand before the words of its item.
    mark: Option<bool>,
}

impl Writer<'_> {
    fn raw(&mut self, html: &str) {
        self.out.push_str(html);
    }

    fn text(&mut self, text: &str) {
        escape(text, &mut self.out);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.raw(" ");
        self.raw(name);
        self.raw("=\"");
        self.text(value);
        self.raw("\"");
    }

    /// An id of the text. Those of this file hold an underscore, which those of headings never do.
    fn id(&self, own: &str) -> String {
        format!("{}{own}", self.options.id_prefix)
    }

    /// Blocks; in a `tight` list, paragraphs are bare.
    fn blocks(&mut self, blocks: &[Block<Link>], tight: bool) {
        for block in blocks {
            if !matches!(block, Block::Paragraph(_)) {
                self.write_mark();
            }
            match block {
                Block::Paragraph(content) => {
                    self.raw(if tight { "" } else { "<p>" });
                    self.write_mark();
                    self.inlines(content);
                    self.raw(if tight { "\n" } else { "</p>\n" });
                }
                Block::Heading { level, id, content, .. } => self.heading(*level, id, content),
                Block::Quote(blocks) => {
                    self.raw("<blockquote>\n");
                    self.blocks(blocks, false);
                    self.raw("</blockquote>\n");
                }
                Block::Code { language, text } => {
                    // Wide lines scroll, and whoever has no mouse must be able to scroll them.
                    self.raw("<pre tabindex=\"0\"><code");
                    if let Some(language) = language {
                        self.attribute("class", &format!("language-{language}"));
                    }
                    self.raw(">");
                    self.text(text);
                    self.raw("</code></pre>\n");
                }
                Block::List { start, tight, items } => self.list(*start, *tight, items),
                Block::Table { columns, head, rows } => self.table(columns, head, rows),
                // A chart stands between the pieces, never in one.
                Block::Chart { title, .. } => self.text(title),
                Block::Rule => self.raw("<hr>\n"),
                Block::Html(raw) => {
                    self.raw(&screen(&raw.value).kept);
                    self.raw("\n");
                }
            }
        }
    }

    fn heading(&mut self, level: u8, id: &str, content: &[Inline<Link>]) {
        let level = self.level(level);
        self.raw(&format!("<h{level}"));
        let id = self.id(id);
        self.attribute("id", &id);
        self.raw(">");
        self.inlines(content);
        self.raw(&format!("</h{level}>\n"));
    }

    /// The level on the page of what the text calls `level`.
    fn level(&self, level: u8) -> u8 {
        level.saturating_sub(self.highest).saturating_add(self.options.top).clamp(1, 6)
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &[Item<Link>]) {
        let name = if start.is_some() { "ol" } else { "ul" };
        self.raw("<");
        self.raw(name);
        if let Some(start) = start.filter(|start| *start != 1) {
            self.attribute("start", &start.to_string());
        }
        self.raw(">\n");
        for item in items {
            self.raw(if item.task.is_some() { "<li class=\"task\">" } else { "<li>" });
            self.mark = item.task;
            self.blocks(&item.blocks, tight);
            self.write_mark();
            if self.out.ends_with('\n') && tight {
                self.out.pop();
            }
            self.raw("</li>\n");
        }
        self.raw("</");
        self.raw(name);
        self.raw(">\n");
    }

    /// The mark of a task as a picture with a name: it is no control, so it must not look like one to anyone.
    fn write_mark(&mut self) {
        let Some(done) = self.mark.take() else { return };
        let labels = self.options.labels;
        let (label, sign) = if done { (&labels.done, "\u{2611}") } else { (&labels.not_done, "\u{2610}") };
        self.raw("<span class=\"task-mark\" role=\"img\"");
        self.attribute("aria-label", label);
        self.raw(">");
        self.raw(sign);
        // Text, not emoji.
        self.raw("\u{fe0e}</span> ");
    }

    /// A table in a part of the page that scrolls by itself when it is too wide, by keyboard too.
    fn table(&mut self, columns: &[Align], head: &[Vec<Inline<Link>>], rows: &[Vec<Vec<Inline<Link>>>]) {
        let names: Vec<String> = head.iter().map(|cell| words_of(cell)).filter(|name| !name.is_empty()).collect();
        let label = match names.join(", ") {
            names if names.is_empty() => self.options.labels.table.clone(),
            names => format!("{}: {names}", self.options.labels.table),
        };
        self.raw("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"");
        self.attribute("aria-label", &label);
        self.raw(">\n<table>\n<thead>\n");
        self.row(columns, head, true);
        self.raw("</thead>\n");
        if !rows.is_empty() {
            self.raw("<tbody>\n");
            for row in rows {
                self.row(columns, row, false);
            }
            self.raw("</tbody>\n");
        }
        self.raw("</table>\n</div>\n");
    }

    fn row(&mut self, columns: &[Align], cells: &[Vec<Inline<Link>>], head: bool) {
        self.raw("<tr>\n");
        for (n, cell) in cells.iter().enumerate() {
            // An empty header would be read out as one.
            let name = if head && !cell.is_empty() { "th" } else { "td" };
            self.raw("<");
            self.raw(name);
            if name == "th" {
                self.raw(" scope=\"col\"");
            }
            match columns.get(n) {
                Some(Align::Centre) => self.raw(" class=\"align-centre\""),
                Some(Align::End) => self.raw(" class=\"align-end\""),
                Some(Align::Start) | None => {}
            }
            self.raw(">");
            self.inlines(cell);
            self.raw("</");
            self.raw(name);
            self.raw(">\n");
        }
        self.raw("</tr>\n");
    }

    fn inlines(&mut self, inlines: &[Inline<Link>]) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.text(text),
                Inline::Code(text) => {
                    self.raw("<code>");
                    self.text(text);
                    self.raw("</code>");
                }
                Inline::Emphasis(content) => self.wrapped("em", content),
                Inline::Strong(content) => self.wrapped("strong", content),
                Inline::Strike(content) => self.wrapped("s", content),
                Inline::Link { to, title, content } => self.link(to, title.as_deref(), content),
                Inline::Image { from, size, title, alt } => self.image(from, *size, title.as_deref(), alt),
                Inline::Footnote(note, reference) => self.reference(note + 1, *reference),
                Inline::SoftBreak => self.raw("\n"),
                Inline::HardBreak => self.raw("<br>\n"),
                Inline::Html(raw) => self.raw(&screen(&raw.value).kept),
            }
        }
    }

    fn wrapped(&mut self, name: &str, content: &[Inline<Link>]) {
        self.raw(&format!("<{name}>"));
        self.inlines(content);
        self.raw(&format!("</{name}>"));
    }

    fn address(&self, link: &Link) -> Option<String> {
        match link {
            Link::Web(address) => Some(address.clone()),
            Link::Fragment(id) => Some(format!("#{}", self.id(id))),
            Link::Entity(..) | Link::Chart(_) | Link::File(_) => (self.resolve)(link),
        }
    }

    fn link(&mut self, to: &Link, title: Option<&str>, content: &[Inline<Link>]) {
        let Some(address) = self.address(to).filter(|_| !self.in_link) else {
            self.inlines(content);
            return;
        };
        self.raw("<a");
        self.attribute("href", &encoded(&address));
        if let Some(title) = title {
            self.attribute("title", title);
        }
        if matches!(to, Link::Web(address) if address.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("http")))
        {
            self.raw(" rel=\"noopener\"");
        }
        self.raw(">");
        self.in_link = true;
        self.inlines(content);
        self.in_link = false;
        self.raw("</a>");
    }

    fn image(&mut self, from: &Link, size: Option<(u32, u32)>, title: Option<&str>, alt: &str) {
        let Some(address) = self.address(from) else {
            self.text(alt);
            return;
        };
        self.raw("<img");
        self.attribute("src", &encoded(&address));
        self.attribute("alt", alt);
        if let Some((width, height)) = size {
            self.attribute("width", &width.to_string());
            self.attribute("height", &height.to_string());
        }
        if let Some(title) = title {
            self.attribute("title", title);
        }
        self.raw(" loading=\"lazy\" decoding=\"async\">");
    }

    /// A reference to footnote `note`, the `reference`th; both from 1.
    fn reference(&mut self, note: usize, reference: usize) {
        self.raw("<sup class=\"note-reference\"");
        let id = self.id(&format!("ref_{note}_{reference}"));
        self.attribute("id", &id);
        self.raw(">");
        if self.in_link {
            self.raw(&note.to_string());
        } else {
            let target = self.id(&format!("note_{note}"));
            self.raw("<a");
            self.attribute("href", &format!("#{target}"));
            self.raw(" role=\"doc-noteref\"");
            let heading = self.id("notes_");
            self.attribute("aria-describedby", &heading);
            self.raw(&format!(">{note}</a>"));
        }
        self.raw("</sup>");
    }

    fn footnotes(&mut self, notes: &[Footnote<Link>]) {
        if notes.is_empty() {
            return;
        }
        let heading = self.id("notes_");
        let level = self.options.top.clamp(1, 6);
        self.raw("<section class=\"footnotes\" role=\"doc-endnotes\"");
        self.attribute("aria-labelledby", &heading);
        self.raw(&format!(">\n<h{level}"));
        self.attribute("id", &heading);
        self.raw(">");
        let labels = self.options.labels;
        self.text(&labels.footnotes);
        self.raw(&format!("</h{level}>\n<ol>\n"));
        for (n, note) in notes.iter().enumerate() {
            let n = n + 1;
            self.raw("<li");
            let id = self.id(&format!("note_{n}"));
            self.attribute("id", &id);
            self.raw(">\n");
            self.blocks(&note.blocks, false);
            let own_line = !matches!(note.blocks.last(), Some(Block::Paragraph(_)));
            if own_line {
                self.raw("<p>");
            } else {
                // The links back stand at the end of its last paragraph.
                self.out.truncate(self.out.len() - "</p>\n".len());
            }
            for reference in 1..=note.references {
                self.back_link(n, reference, note.references > 1);
            }
            self.raw("</p>\n</li>\n");
        }
        self.raw("</ol>\n</section>\n");
    }

    fn back_link(&mut self, note: usize, reference: usize, several: bool) {
        let which = if several { format!("{note}.{reference}") } else { note.to_string() };
        let target = self.id(&format!("ref_{note}_{reference}"));
        self.raw(" <a");
        self.attribute("href", &format!("#{target}"));
        self.raw(" class=\"note-back\" role=\"doc-backlink\"");
        let label = format!("{} {which}", self.options.labels.back_to_text);
        self.attribute("aria-label", &label);
        self.raw(">\u{21a9}\u{fe0e}</a>");
    }
}

/// An address with everything percent-encoded that may not stand in one. What is encoded already stays.
fn encoded(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.+!*'(),%#@?=;:/&$~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.extend([byte >> 4, byte & 15].map(|digit| char::from(b"0123456789ABCDEF"[usize::from(digit)])));
        }
    }
    out
}

/// What this file writes and raw HTML may not: elements, each with its attributes.
const OWN: &[(&str, &[&str])] = &[
    ("a", &["href", "rel", "role", "class", "aria-label", "aria-describedby"]),
    ("code", &["class"]),
    ("div", &["class", "role", "tabindex", "aria-label"]),
    ("h1", &["id"]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("img", &["src", "alt", "width", "height", "loading", "decoding"]),
    ("li", &["class", "id"]),
    ("section", &["class", "role", "aria-labelledby"]),
    ("span", &["class", "role", "aria-label"]),
    ("sup", &["class", "id"]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
];

/// HTML parsed, cut down to the safe list and [`OWN`], and written anew.
fn sanitised(html: &str) -> String {
    let elements = || ELEMENTS.iter().chain(OWN);
    let attributes = |name: &str| {
        elements().filter(|(own, _)| *own == name).flat_map(|(_, attributes)| attributes.iter().copied()).collect()
    };
    ammonia::Builder::empty()
        .tags(elements().map(|(name, _)| *name).collect())
        .tag_attributes(elements().map(|(name, _)| (*name, attributes(name))).collect())
        .generic_attributes(ATTRIBUTES.iter().copied().collect())
        .url_schemes(SCHEMES.iter().copied().collect())
        .link_rel(None)
        .clean(html)
        .to_string()
}

#[cfg(test)]
mod commonmark;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tests;
