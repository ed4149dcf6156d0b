//! Texts with their translations, and what every entity has.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Prose;
use crate::files::Span;
use crate::words::Language;

/// A text in the plan's language, with the translations there are.
#[derive(Clone, Debug, PartialEq)]
pub struct Text<T = String> {
    /// As written in the plan's language.
    pub original: T,
    /// The same in other languages.
    pub translations: BTreeMap<Language, T>,
}

impl<T> Text<T> {
    /// A text without translations.
    pub fn new(original: T) -> Self {
        Self { original, translations: BTreeMap::new() }
    }

    /// The text for a reader of `language`; the language it is in when that is another (`None`: the plan's own).
    pub fn in_language(&self, language: Language) -> (&T, Option<Language>) {
        match self.translations.get(&language) {
            Some(text) => (text, Some(language)),
            None => (&self.original, None),
        }
    }
}

/// What every entity with a page of its own has.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its id: the stem of its file, or the `id` it was given. Lower-case `a-z0-9-`.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// What it is about, in a sentence or two.
    pub summary: Option<Text>,
    /// The text below the front matter. Empty when there is none.
    pub body: Text<Arc<Prose>>,
    /// Ids that it had before.
    pub aliases: Vec<String>,
    /// Where it stands in `content/`.
    pub span: Span,
}
