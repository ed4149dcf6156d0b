//! **diag**: what an author should know, told so that it can be acted on.
//!
//! A [`Diagnostic`] is a [`Rule`] broken at a place, with what fills the rule's message. It has no words of its own:
//! they stand in the catalogues of `words` under the rule's code, so that every message exists in every language.
//! [`Diagnostics`] collects all of a run; only reporting makes a [`Rejected`]. Kept out: how a terminal or another
//! program shows them (`cli`).

mod rules;

pub use rules::{RULES, Rule, rule};

use crate::files::{Files, Span};
use crate::model::Name;
use crate::words::{Arg, Words};

pub mod code {
    //! The rules by name.
    pub use super::rules::code::*;
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Stops the build.
    Error,
    /// Lets it build, and is listed.
    Warning,
}

/// What fills a placeholder of a rule's message.
#[derive(Clone, Debug, PartialEq)]
pub enum Fill {
    /// A text, as it is.
    Text(String),
    /// A count: `$name` chooses the plural, `$name_text` is it written out.
    Count(u64),
    /// A word of the message language: a catalogue key.
    Word(&'static str),
    /// A name of the content model, in the message language; by `$name_key`, its English name, the message chooses
    /// article and gender.
    Name(Name),
    /// Several names of the content model, in the message language.
    Names(Vec<Name>),
}

impl From<&str> for Fill {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Fill {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Name> for Fill {
    fn from(name: Name) -> Self {
        Self::Name(name)
    }
}

impl From<u64> for Fill {
    fn from(n: u64) -> Self {
        Self::Count(n)
    }
}

impl From<usize> for Fill {
    fn from(n: usize) -> Self {
        Self::Count(n as u64)
    }
}

/// A rule broken at a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// The rule.
    pub rule: &'static Rule,
    /// Where; `None` when it is nobody's line.
    pub span: Option<Span>,
    /// What fills its message and its hints.
    pub fills: Vec<(&'static str, Fill)>,
    /// Attributes of the rule's message that are shown after it, besides `help`: such as `nearest`.
    pub hints: Vec<&'static str>,
    /// Other places that explain it, each with the attribute of the rule's message that says how.
    pub also: Vec<(Span, &'static str)>,
}

impl Diagnostic {
    /// `rule` was broken at `span`.
    pub fn new(rule: &'static Rule, span: Span) -> Self {
        Self { rule, span: Some(span), fills: Vec::new(), hints: Vec::new(), also: Vec::new() }
    }

    /// `rule` was broken, at no line of anyone's.
    pub fn nowhere(rule: &'static Rule) -> Self {
        Self { rule, span: None, fills: Vec::new(), hints: Vec::new(), also: Vec::new() }
    }

    /// Fills the placeholder `$name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, fill: impl Into<Fill>) -> Self {
        self.fills.push((name, fill.into()));
        self
    }

    /// Adds a hint: an attribute of the rule's message.
    #[must_use]
    pub fn hint(mut self, attribute: &'static str) -> Self {
        self.hints.push(attribute);
        self
    }

    /// Adds the hint `nearest` with the placeholder `$nearest`, when there is a nearest name.
    #[must_use]
    pub fn nearest(self, name: Option<impl Into<Fill>>) -> Self {
        match name {
            Some(name) => self.with("nearest", name).hint("nearest"),
            None => self,
        }
    }

    /// Points at another place, with the attribute of the rule's message that says what is there.
    #[must_use]
    pub fn also(mut self, span: Span, attribute: &'static str) -> Self {
        self.also.push((span, attribute));
        self
    }

    /// The message in a language.
    pub fn message(&self, words: &Words) -> String {
        words.fill(self.rule.code, &self.args(words))
    }

    /// The same in pieces: with each whether it is a text that an author wrote, and so in the author's language.
    pub fn message_in_pieces(&self, words: &Words) -> Vec<(String, bool)> {
        // A character that is for a program's own use inside, so nobody has written it.
        const MARK: char = '\u{fdd0}';
        let marked = |(name, arg): (&'static str, Arg)| match arg {
            Arg::Text(text) if self.fills.iter().any(|(own, fill)| *own == name && matches!(fill, Fill::Text(_))) => {
                (name, Arg::Text(format!("{MARK}{text}{MARK}")))
            }
            other => (name, other),
        };
        let args: Vec<_> = self.args(words).into_iter().map(marked).collect();
        let text = words.fill(self.rule.code, &args);
        let pieces = text.split(MARK).enumerate().map(|(n, piece)| (piece.to_owned(), n % 2 == 1));
        pieces.filter(|(piece, _)| !piece.is_empty()).collect()
    }

    /// Its hints in a language: the nearest name first, then what to write instead.
    pub fn help(&self, words: &Words) -> Vec<String> {
        let args = self.args(words);
        let key = |attribute: &str| format!("{}.{attribute}", self.rule.code);
        let mut lines: Vec<String> = self.hints.iter().map(|hint| words.fill(&key(hint), &args)).collect();
        if words.has(&key("help")) {
            lines.push(words.fill(&key("help"), &args));
        }
        lines
    }

    /// What stands at its other places, in a language.
    pub fn notes(&self, words: &Words) -> Vec<(Span, String)> {
        let args = self.args(words);
        self.also
            .iter()
            .map(|(span, attribute)| (*span, words.fill(&format!("{}.{attribute}", self.rule.code), &args)))
            .collect()
    }

    fn args(&self, words: &Words) -> Vec<(&'static str, Arg)> {
        let tag = words.language().tag();
        self.fills
            .iter()
            .map(|(name, fill)| {
                let arg = match fill {
                    Fill::Text(text) => Arg::Text(text.clone()),
                    Fill::Count(n) => Arg::Count(*n),
                    Fill::Word(key) => Arg::Text(words.get(key)),
                    Fill::Name(name) => Arg::Name { text: name.in_language(tag), key: name.en },
                    Fill::Names(names) if names.is_empty() => Arg::Text(words.get("names-none")),
                    Fill::Names(names) => {
                        let names: Vec<&str> = names.iter().map(|name| name.in_language(tag)).collect();
                        Arg::Text(names.join(", "))
                    }
                };
                (*name, arg)
            })
            .collect()
    }
}

/// Everything that was found in a run.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

/// Proof that a reason was reported for giving something up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rejected(());

impl Diagnostics {
    /// Nothing found yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reports one.
    pub fn report(&mut self, diagnostic: Diagnostic) -> Rejected {
        self.list.push(diagnostic);
        Rejected(())
    }

    /// How many have been reported.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Takes over all that another run of a stage found.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// Those of one rule.
    #[must_use]
    pub fn only(mut self, rule: &Rule) -> Self {
        self.list.retain(|diagnostic| diagnostic.rule == rule);
        self
    }

    /// Whether this rule was broken anywhere.
    pub fn has(&self, rule: &Rule) -> bool {
        self.list.iter().any(|own| own.rule == rule)
    }

    /// Whether an error was found in a file.
    pub fn has_error_in(&self, file: crate::files::FileId) -> bool {
        let in_it = |own: &Diagnostic| own.span.is_some_and(|span| span.file == file);
        self.list.iter().any(|own| own.rule.level == Level::Error && in_it(own))
    }

    /// All of them, in the order in which they were reported.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// How many of a level.
    pub fn count(&self, level: Level) -> usize {
        self.list.iter().filter(|diagnostic| diagnostic.rule.level == level).count()
    }

    /// The codes of a level, in order, each once.
    pub fn codes(&self, level: Level) -> Vec<&'static str> {
        let of_level = self.list.iter().filter(|diagnostic| diagnostic.rule.level == level);
        let codes: std::collections::BTreeSet<&'static str> = of_level.map(|diagnostic| diagnostic.rule.code).collect();
        codes.into_iter().collect()
    }

    /// Whether anything stops the build; then, the proof.
    pub fn rejected(&self) -> Option<Rejected> {
        (self.count(Level::Error) > 0).then_some(Rejected(()))
    }

    /// All of them, ordered by file, place and code; the same said twice is said once.
    pub fn sorted(&self, files: &Files) -> Vec<&Diagnostic> {
        let mut all: Vec<&Diagnostic> = self.list.iter().collect();
        all.sort_by_cached_key(|diagnostic| {
            let place = diagnostic.span.map(|span| (files.get(span.file).path.clone(), span.start));
            (place.is_none(), place, diagnostic.rule.code)
        });
        let mut list: Vec<&Diagnostic> = Vec::with_capacity(all.len());
        for diagnostic in all {
            // Those that are equal stand at one place, so that only the last few need be looked at.
            let at = |own: &Diagnostic| (own.span.map(|span| (span.file, span.start)), own.rule.code);
            if !list.iter().rev().take_while(|own| at(own) == at(diagnostic)).any(|own| *own == diagnostic) {
                list.push(diagnostic);
            }
        }
        list
    }
}
