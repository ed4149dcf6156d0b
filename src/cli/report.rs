//! What was found, ready to be shown: the diagnostics in order, with their words and with places as people and other
//! programs name them.

use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::files::{Files, Position, Span};
use crate::words::Words;

/// The diagnostics of a run with what it takes to show them.
pub struct Report<'a> {
    /// In order of file and place.
    pub diagnostics: Vec<&'a Diagnostic>,
    /// What they point into.
    pub files: &'a Files,
    /// The language they are told in.
    pub words: &'a Words,
    /// What stands before a file's path: the plan's folder as the caller named it, with a slash; empty when it is here.
    pub prefix: String,
}

/// A place as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// The file's path from where the program was started.
    pub(super) path: String,
    /// Where in it; `None` when it is about the file as a whole.
    pub(super) lines: Option<(Position, Position)>,
}

impl<'a> Report<'a> {
    /// All of `diagnostics`, told by `words`.
    pub fn new(diagnostics: &'a Diagnostics, files: &'a Files, words: &'a Words, prefix: impl Into<String>) -> Self {
        Self { diagnostics: diagnostics.sorted(files), files, words, prefix: prefix.into() }
    }

    /// How many of a level.
    pub fn count(&self, level: Level) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.rule.level == level).count()
    }

    /// How many files have something to mend.
    pub fn files_concerned(&self) -> usize {
        let mut files: Vec<_> = self.diagnostics.iter().filter_map(|diagnostic| Some(diagnostic.span?.file)).collect();
        files.sort_unstable();
        files.dedup();
        files.len()
    }

    /// A file's path from where the program was started.
    pub(super) fn path(&self, span: Span) -> String {
        format!("{}{}", self.prefix, self.files.get(span.file).path)
    }

    pub(super) fn place(&self, span: Span) -> Place {
        let lines = (!is_whole_file(span)).then(|| (self.files.position(span), self.files.end_position(span)));
        Place { path: self.path(span), lines }
    }
}

/// Whether a place stands for a file as a whole ([`Span::top`]).
pub(super) fn is_whole_file(span: Span) -> bool {
    span.start == 0 && span.end == 0
}

/// The catalogue key of a level's name.
pub(super) fn level_word(level: Level) -> &'static str {
    match level {
        Level::Error => "cli-error",
        Level::Warning => "cli-warning",
    }
}
