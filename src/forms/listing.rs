//! What a plan has, kind by kind: a title and a file for each. Read from the files one by one, so that a mistake in one of
//! them hides no other.

use std::collections::BTreeMap;

use crate::compose::KINDS;
use crate::compose::place::{Place, Rows, Spot, found, organisation};
use crate::compose::value::items_of;
use crate::files::{FileId, Files};
use crate::model::{Choice as _, Kind};
use crate::source::record::Record;
use crate::source::yaml::Node;
use crate::source::{front_matter_of, vocabulary as v};
use crate::words::{Language, Words};

/// Something of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Own {
    pub(super) id: String,
    pub(super) title: String,
    /// Its file.
    pub(super) path: String,
}

/// What a plan has.
#[derive(Clone, Debug, Default)]
pub(super) struct Listing {
    /// The English name of a kind → what there is of it, by title.
    kinds: BTreeMap<&'static str, Vec<Own>>,
}

impl Listing {
    /// Of these files, in the order of the language of `words`.
    pub(super) fn of_files(files: &Files, words: &Words) -> Self {
        let language = words.language();
        let mut kinds: BTreeMap<&'static str, Vec<Own>> = BTreeMap::new();
        for (kind, folder) in KINDS {
            let folder = format!("content/{folder}/");
            let own = kinds.entry(kind.name().en).or_default();
            for (file, found) in files.under(&folder) {
                let name = found.path.strip_prefix(&folder).and_then(|own| own.strip_suffix(".md"));
                let Some(id) = name.filter(|own| !own.contains(['.', '/'])) else { continue };
                let title = title_of(files, file, language).unwrap_or_else(|| id.to_owned());
                own.push(Own { id: id.to_owned(), title, path: found.path.clone() });
            }
        }
        if let Some(file) = organisation(files)
            && let Some((root, _)) = front_matter_of(&files.text(file), file)
        {
            for (kind, list) in [(Kind::Role, "roles"), (Kind::Unit, "units")] {
                let rows = Rows { file: &v::Organisation::RECORD, list: Some(list) };
                let items = (0..).map_while(|n| Place::Item(rows, n).of(&root));
                let own = items.filter_map(|item| {
                    let id = text_in(item, rows.record(), "id", language)?;
                    let title = text_in(item, rows.record(), "title", language).unwrap_or_else(|| id.clone());
                    Some(Own { id, title, path: files.get(file).path.clone() })
                });
                kinds.insert(kind.name().en, own.collect());
            }
        }
        for own in kinds.values_mut() {
            own.sort_by(|a, b| words.formats().compare(&a.title, &b.title).then_with(|| a.id.cmp(&b.id)));
        }
        Self { kinds }
    }

    /// What there is of a kind.
    pub(super) fn all(&self, kind: &str) -> &[Own] {
        self.kinds.get(kind).map_or(&[], Vec::as_slice)
    }

    /// The ids and titles that a reference to this kind can choose among.
    pub(super) fn of(&self, kind: &str) -> Vec<(&str, &str)> {
        let kinds: &[&str] = if self.kinds.contains_key(kind) { &[kind] } else { &["unit", "role"] };
        kinds.iter().flat_map(|kind| self.all(kind)).map(|own| (own.id.as_str(), own.title.as_str())).collect()
    }

    /// The title of something.
    pub(super) fn title(&self, kind: &str, id: &str) -> Option<&str> {
        self.of(kind).into_iter().find(|(own, _)| *own == id).map(|(_, title)| title)
    }
}

fn title_of(files: &Files, file: FileId, language: Language) -> Option<String> {
    let text = files.text(file);
    let (root, _) = front_matter_of(&text, file)?;
    text_in(&root, &v::Page::RECORD, "title", language)
}

/// The text of a field, if it has one.
pub(super) fn text_in(record: &Node, of: &'static Record, name: &str, language: Language) -> Option<String> {
    let field = (of.fields)().into_iter().find(|own| own.name.en == name)?;
    let spot = Spot { record: of, outer: None, field };
    let items = items_of(found(record, &spot)?, &spot.field, language);
    items.into_iter().next().filter(|own| !own.is_empty())
}
