//! YAML in, a tree whose every key and value has its place out. The one file that names the YAML libraries.
//!
//! Two readers on purpose: a **gate** on parser events goes first, in one pass, and lets through only what a plan can
//! need (bounded size, depth and number of values; no aliases, tags, merge keys or second documents; unique keys).
//! It knows places. Then `serde_yaml` says what each plain scalar is (text, number, yes/no, nothing). Without the
//! gate, a 0.2 MB file of aliases takes gigabytes and `{a: ` twenty thousand times takes quadratic time.

use std::collections::BTreeMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span as Marks, StrInput};
use serde_yaml::Value;

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{At, FileId, Span};

/// The largest YAML text, in bytes.
pub const LARGEST: usize = 2 * 1024 * 1024;
/// The deepest nesting of lists and maps.
pub const DEEPEST: usize = 64;
/// The most values in a file.
pub const MOST_VALUES: usize = 200_000;

/// A value and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub value: Tree,
    /// Where it stands.
    pub span: Span,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// Nothing was written, or `null` or `~`.
    Nothing,
    /// `true` or `false`.
    Bool(bool),
    /// A number, with the text it was written as: an id or a title may look like one.
    Number(f64, String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values, in the order written.
    Map(Vec<(At<String>, Node)>),
}

/// Reads one YAML document: `text`, which stands at byte `offset` of `file`. Reports what is wrong and then gives
/// `None`; an empty document is [`Tree::Nothing`].
pub fn read(text: &str, file: FileId, offset: usize, diagnostics: &mut Diagnostics) -> Option<Node> {
    let place = |range: std::ops::Range<usize>| Span::new(file, range.start + offset..range.end + offset);
    if text.len() > LARGEST {
        diagnostics
            .report(Diagnostic::new(&code::YAML_TOO_BIG, place(0..0)).with("limit", (LARGEST / 1024 / 1024) as u64));
        return None;
    }
    let mut gate = Gate { text, offset, file, bytes: ByteOf::new(text), values: 0, broken: false, diagnostics };
    let mut node = gate.document()?;
    if gate.broken {
        return None;
    }
    match serde_yaml::from_str::<Value>(text) {
        Ok(value) if agree(&mut node, &value) => Some(node),
        Ok(_) => {
            // The two readers differ on what the file says: refuse rather than guess.
            diagnostics.report(Diagnostic::new(&code::YAML_SYNTAX, node.span).with("problem", "ambiguous YAML"));
            None
        }
        Err(error) => {
            let at = error.location().map_or(0, |location| location.index().min(text.len()));
            diagnostics.report(
                Diagnostic::new(&code::YAML_SYNTAX, place(at..at)).with("problem", plain_problem(&error.to_string())),
            );
            None
        }
    }
}

/// Where each character begins, in bytes: the parser counts characters, places are bytes.
struct ByteOf {
    /// `None` when every character is one byte.
    starts: Option<Vec<u32>>,
    len: usize,
}

impl ByteOf {
    fn new(text: &str) -> Self {
        let starts = (!text.is_ascii())
            .then(|| text.char_indices().map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX)).collect());
        Self { starts, len: text.len() }
    }

    fn byte(&self, character: usize) -> usize {
        match &self.starts {
            None => character.min(self.len),
            Some(starts) => starts.get(character).map_or(self.len, |&at| at as usize),
        }
    }
}

struct Gate<'a> {
    text: &'a str,
    offset: usize,
    file: FileId,
    bytes: ByteOf,
    values: usize,
    /// A problem was reported that leaves the rest readable.
    broken: bool,
    diagnostics: &'a mut Diagnostics,
}

type Events<'a> = Parser<'a, StrInput<'a>>;

impl<'a> Gate<'a> {
    fn span(&self, marks: Marks) -> Span {
        let start = self.bytes.byte(marks.start.index());
        let end = self.bytes.byte(marks.end.index()).max(start);
        // A block's end mark stands before the next key: white space is not part of a value.
        let end = self.text.get(start..end).map_or(end, |text| start + text.trim_end().len());
        Span::new(self.file, start + self.offset..end + self.offset)
    }

    /// The place of a scalar without what follows its quotes: the parser counts a comment behind them in.
    fn closed(&self, span: Span, style: ScalarStyle) -> Span {
        let quote = match style {
            ScalarStyle::SingleQuoted => '\'',
            ScalarStyle::DoubleQuoted => '"',
            _ => return span,
        };
        let start = span.range().start - self.offset;
        let inner = self.text.get(start..span.range().end - self.offset).and_then(|own| own.strip_prefix(quote));
        let mut rest = inner.unwrap_or_default().char_indices().peekable();
        while let Some((at, c)) = rest.next() {
            let is_pair = quote == '\'' && rest.peek().is_some_and(|(_, next)| *next == quote);
            if c == quote && !is_pair {
                let end = start + 1 + at + 1;
                return Span::new(self.file, start + self.offset..end + self.offset);
            }
            if (c == quote) || (quote == '"' && c == '\\') {
                rest.next();
            }
        }
        span
    }

    fn refuse(&mut self, diagnostic: Diagnostic) -> Option<Node> {
        self.diagnostics.report(diagnostic);
        None
    }

    /// The whole text: one document, or none.
    fn document(&mut self) -> Option<Node> {
        let mut events = Parser::new_from_str(self.text);
        let mut node = None;
        loop {
            let (event, marks) = self.next(&mut events)?;
            match event {
                Event::DocumentStart(_) if node.is_some() => {
                    return self.refuse(Diagnostic::new(&code::YAML_SEVERAL, self.span(marks)));
                }
                Event::DocumentStart(_) => {
                    let first = self.next(&mut events)?;
                    node = Some(self.node(first, &mut events, 0)?);
                }
                Event::StreamEnd => {
                    let nothing = Node { value: Tree::Nothing, span: Span::new(self.file, self.offset..self.offset) };
                    return Some(node.unwrap_or(nothing));
                }
                _ => {}
            }
        }
    }

    fn next(&mut self, events: &mut Events<'a>) -> Option<(Event<'a>, Marks)> {
        match events.next()? {
            Ok(event) => Some(event),
            Err(error) => {
                let at = self.bytes.byte(error.marker().index());
                let span = Span::new(self.file, at + self.offset..at + self.offset);
                let problem = plain_problem(error.info());
                self.diagnostics.report(Diagnostic::new(&code::YAML_SYNTAX, span).with("problem", problem));
                None
            }
        }
    }

    fn node(&mut self, (event, marks): (Event<'a>, Marks), events: &mut Events<'a>, depth: usize) -> Option<Node> {
        let span = self.span(marks);
        self.values += 1;
        if self.values > MOST_VALUES {
            let limit = MOST_VALUES as u64;
            return self.refuse(Diagnostic::new(&code::YAML_TOO_MANY, span).with("limit", limit));
        }
        let (anchor, tag) = match &event {
            Event::Alias(_) => (1, false),
            Event::Scalar(_, _, anchor, tag) | Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) => {
                (*anchor, tag.is_some())
            }
            _ => (0, false),
        };
        if anchor > 0 {
            return self.refuse(Diagnostic::new(&code::YAML_ALIAS, span));
        }
        if tag {
            return self.refuse(Diagnostic::new(&code::YAML_TAG, span));
        }
        if depth > DEEPEST {
            return self.refuse(Diagnostic::new(&code::YAML_TOO_DEEP, span).with("limit", DEEPEST as u64));
        }
        match event {
            Event::Scalar(text, style, ..) => {
                // Whether a plain scalar is a number or a yes/no is for serde_yaml to say; until then it is text.
                let value = if style == ScalarStyle::Plain && (text == "~" || text.is_empty()) {
                    Tree::Nothing
                } else {
                    Tree::Text(text.into_owned())
                };
                Some(Node { value, span: self.closed(span, style) })
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                loop {
                    let (event, marks) = self.next(events)?;
                    if let Event::SequenceEnd = event {
                        let end = self.span(marks).end.max(span.end);
                        let end = items.last().map_or(end, |last: &Node| last.span.end.max(span.end));
                        return Some(Node { value: Tree::List(items), span: Span { end, ..span } });
                    }
                    items.push(self.node((event, marks), events, depth + 1)?);
                }
            }
            Event::MappingStart(..) => self.map(span, events, depth),
            _ => self.refuse(Diagnostic::new(&code::YAML_SYNTAX, span).with("problem", "unexpected end")),
        }
    }

    fn map(&mut self, span: Span, events: &mut Events<'a>, depth: usize) -> Option<Node> {
        let mut entries: Vec<(At<String>, Node)> = Vec::new();
        let mut seen: BTreeMap<String, Span> = BTreeMap::new();
        loop {
            let (event, marks) = self.next(events)?;
            if let Event::MappingEnd = event {
                let end = entries.last().map_or(span.end, |(_, last)| last.span.end.max(span.end));
                return Some(Node { value: Tree::Map(entries), span: Span { end, ..span } });
            }
            let key = self.node((event, marks), events, depth + 1)?;
            let text = match key.value {
                Tree::Text(text) => text,
                Tree::Nothing => "~".to_owned(),
                _ => return self.refuse(Diagnostic::new(&code::YAML_KEY, key.span)),
            };
            if text == "<<" {
                return self.refuse(Diagnostic::new(&code::YAML_MERGE, key.span));
            }
            if let Some(&first) = seen.get(&text) {
                self.broken = true;
                self.diagnostics.report(
                    Diagnostic::new(&code::YAML_DUPLICATE, key.span).with("key", text.as_str()).also(first, "first"),
                );
            }
            seen.insert(text.clone(), key.span);
            let first = self.next(events)?;
            let value = self.node(first, events, depth + 1)?;
            entries.push((At::new(text, key.span), value));
        }
    }
}

/// Gives each plain scalar the type that `serde_yaml` sees. False when the two trees differ.
fn agree(node: &mut Node, value: &Value) -> bool {
    match (&mut node.value, value) {
        (Tree::List(items), Value::Sequence(values)) => {
            items.len() == values.len() && items.iter_mut().zip(values).all(|(item, value)| agree(item, value))
        }
        (Tree::Map(entries), Value::Mapping(values)) => {
            entries.len() == values.len()
                && entries.iter_mut().zip(values).all(|((_, item), (_, value))| agree(item, value))
        }
        (Tree::Text(text), Value::String(string)) => text == string,
        (Tree::Nothing, Value::Null) => true,
        (Tree::Nothing, Value::String(string)) => {
            node.value = Tree::Text(string.clone());
            string.is_empty()
        }
        (Tree::Text(_), Value::Null) => {
            node.value = Tree::Nothing;
            true
        }
        (Tree::Text(_), Value::Bool(b)) => {
            node.value = Tree::Bool(*b);
            true
        }
        (Tree::Text(text), Value::Number(number)) => {
            let text = std::mem::take(text);
            // `.nan` and `.inf` are texts to us: no amount of a plan is either. And no zero has a sign.
            node.value = match number.as_f64() {
                Some(number) if number.is_finite() => Tree::Number(number + 0.0, text),
                _ => Tree::Text(text),
            };
            true
        }
        _ => false,
    }
}

/// The parser's words, without the position that the diagnostic shows better.
fn plain_problem(problem: &str) -> String {
    problem.split(" at line ").next().unwrap_or(problem).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;

    #[test]
    fn a_place_ends_where_its_quotes_do() {
        let text = "a: 'x''y' # 'c'\nb: \"y\\\"z\" # \"d\"\n'c': [ 'å' , \"ö\" ] # e\nd: z # f\ne: [g, 'h' # i\n  ]\n";
        let files = Files::from_memory([("content/plan.yaml", text)]);
        let file = files.find("content/plan.yaml").unwrap();
        let node = read(text, file, 0, &mut Diagnostics::new()).unwrap();
        let Tree::Map(entries) = &node.value else { panic!("{node:?}") };
        let items = |node: &Node| match &node.value {
            Tree::List(items) => items.iter().map(|item| item.span).collect(),
            _ => vec![node.span],
        };
        let places: Vec<&str> =
            entries.iter().flat_map(|(_, value)| items(value)).map(|span| text.get(span.range()).unwrap()).collect();
        assert_eq!(places, ["'x''y'", "\"y\\\"z\"", "'å'", "\"ö\"", "z", "g", "'h'"]);
    }
}
