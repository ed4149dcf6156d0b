//! What has been removed: whether it is gone, and can be told of at the address that it had.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::{Diagnostic, Fill, code};
use crate::files::{At, Span};
use crate::model::{AnyKey, Choice as _, Kind, Removal, Removed, Text};
use crate::source::value::MentionText;
use crate::source::{Folder, vocabulary as v};

use super::{Checker, words};

impl Checker<'_> {
    /// What `removed.yaml` lists.
    pub(super) fn removals(&mut self, folder: Folder<v::Removals, v::RemovalsTranslation>) -> Vec<Removal> {
        let mut translations = Vec::new();
        for doc in folder.translations {
            if let Some(language) = self.translation_language(&doc) {
                translations.extend(Arc::unwrap_or_clone(doc).record.removed.into_iter().map(|own| (language, own)));
            }
        }
        let written: Vec<_> =
            folder.docs.into_iter().flat_map(|doc| Arc::unwrap_or_clone(doc).record.removed).collect();
        let mut seen = BTreeSet::new();
        let mut removals = Vec::new();
        for own in &written {
            let Some(what) = own.value.what.as_ref() else { continue };
            let Some(removed) = self.removed(what) else { continue };
            if !seen.insert(removed.clone()) {
                self.report(still_there(&removed, what.span).hint("twice"));
                continue;
            }
            let text = |written: Option<&At<String>>, of: fn(&v::RemovalTranslation) -> Option<&At<String>>| {
                let mut text = Text::new(words(written)?);
                for (language, own) in &translations {
                    let same = own.value.what.as_ref().is_some_and(|own| own.value == what.value);
                    if let Some(own) = words(of(&own.value)).filter(|_| same) {
                        text.translations.insert(*language, own);
                    }
                }
                Some(text)
            };
            let title = text(own.value.title.as_ref(), |own| own.title.as_ref());
            let why = text(own.value.why.as_ref(), |own| own.why.as_ref());
            let date = own.value.date.as_ref().and_then(|date| self.exact_day(date));
            let instead = own.value.instead.as_ref().and_then(|to| self.instead(to));
            if let (Some(title), Some(why), Some(date)) = (title, why, date) {
                removals.push(Removal { what: removed, title, date, why, instead, span: what.span });
            }
        }
        for (_, own) in &translations {
            let Some(what) = &own.value.what else { continue };
            let is_it = |own: &At<v::Removal>| own.value.what.as_ref().is_some_and(|own| own.value == what.value);
            if !written.iter().any(is_it) {
                let text = match &what.value {
                    MentionText::Reference(_, id) => id.as_str(),
                    MentionText::Words(text) => text.as_str(),
                };
                let translation = Diagnostic::new(&code::TRANSLATION_WITHOUT_ORIGINAL, what.span);
                self.report(translation.with("id", text).with("kind", Fill::Name(v::Removal::RECORD.name)));
            }
        }
        removals
    }

    /// What was removed, when it is something that can be and is gone.
    fn removed(&mut self, what: &At<MentionText>) -> Option<Removed> {
        let removed = match &what.value {
            MentionText::Reference(Kind::Review, _) => None,
            MentionText::Reference(kind, id) => Some(Removed::Thing(*kind, id.clone())),
            MentionText::Words(text) => {
                text.strip_prefix('/').filter(|path| is_address(path)).map(|path| match path.strip_suffix('/') {
                    Some(_) => Removed::Page(path.to_owned()),
                    None => Removed::File(path.to_owned()),
                })
            }
        };
        let Some(removed) = removed else {
            let text = match &what.value {
                MentionText::Reference(kind, id) => format!("{}:{id}", kind.name().sv),
                MentionText::Words(text) => text.clone(),
            };
            self.report(Diagnostic::new(&code::BAD_REMOVAL, what.span).with("text", text));
            return None;
        };
        let is_there = match &removed {
            Removed::Thing(kind, id) => self.base.ids.row(*kind, id).is_some(),
            Removed::File(path) => self.base.static_files.contains_key(path),
            // Which pages there are is known when the site is made.
            Removed::Page(_) => false,
        };
        if is_there {
            self.report(still_there(&removed, what.span));
            return None;
        }
        Some(removed)
    }

    fn instead(&mut self, to: &At<MentionText>) -> Option<AnyKey> {
        match &to.value {
            MentionText::Reference(kind, id) => self.any_key(*kind, id, to.span),
            MentionText::Words(text) => {
                self.report(Diagnostic::new(&code::BAD_REMOVAL, to.span).with("text", text.as_str()));
                None
            }
        }
    }
}

/// What is said to be removed is a part of the site.
pub(crate) fn still_there(removed: &Removed, span: Span) -> Diagnostic {
    let text = match removed {
        Removed::Thing(kind, id) => format!("{}:{id}", kind.name().sv),
        Removed::Page(path) | Removed::File(path) => format!("/{path}"),
    };
    Diagnostic::new(&code::STILL_THERE, span).with("what", text)
}

/// Whether this is the address of something on a site, without the slash before it.
fn is_address(path: &str) -> bool {
    let path = path.strip_suffix('/').unwrap_or(path);
    !path.contains(|c: char| c == '\\' || c.is_control())
        && path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'))
}
