//! What came of the last check: a file that is the same is not looked through once more, a text whose links lead where they
//! led is not made once more, and neither is what is made of a document that is the same, as long as all that it is
//! checked against is.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diag::Diagnostics;
use crate::files::{File, FileId, Files};
use crate::model::{Area, Decision, Forum, FreePage, Goal, HeadingLink, Initiative, Insight, Link, Prose, Report};
use crate::source::markdown::Written;
use crate::source::{Doc, Source, vocabulary as v};

use super::Translation;
use super::ids::Ids;

/// What was found and made the last time, in parts that are used at the same time.
#[derive(Debug, Default)]
pub struct Memo {
    pub(super) looks: Looks,
    /// The texts of reports and reviews.
    pub(super) reported: Texts,
    /// All other texts.
    pub(super) texts: Texts,
    pub(super) frame: Option<Frame>,
    pub(super) reports: Rows<v::Report, v::TextTranslation, Report>,
    /// What was made of all other documents.
    pub(super) made: Made,
}

/// All that entities are checked against, besides their own documents: nothing was wrong with it.
#[derive(Debug)]
pub(super) struct Frame {
    /// Its plan, its organisation and the ids of all that it has count.
    source: Source,
    static_files: Vec<Arc<Vec<u8>>>,
    pub(super) ids: Arc<Ids>,
}

/// What was made of documents, in the same frame.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub(super) areas: Rows<v::Area, v::Translation, Area>,
    pub(super) goals: Rows<v::Goal, v::Translation, Goal>,
    pub(super) forums: Rows<v::Forum, v::Translation, Forum>,
    pub(super) insights: Rows<v::Insight, v::Translation, Insight>,
    pub(super) decisions: Rows<v::Decision, v::Translation, Decision>,
    pub(super) initiatives: Rows<v::Initiative, v::Translation, Initiative>,
    pub(super) pages: Rows<v::Page, v::Translation, FreePage>,
}

/// What was made of a kind's documents, in their order; `None` where something was wrong.
#[derive(Debug)]
pub(super) struct Rows<R, X, T>(Vec<Option<Row<R, X, T>>>);

/// What was made of a document and its translations.
#[derive(Debug)]
pub(super) struct Row<R, X, T> {
    pub(super) doc: Arc<Doc<R>>,
    pub(super) translations: Vec<Translation<X>>,
    pub(super) entity: Arc<T>,
    /// The links to headings in its texts.
    pub(super) heading_links: Vec<HeadingLink>,
}

/// What was found in files.
#[derive(Debug, Default)]
pub(super) struct Looks {
    files: BTreeMap<FileId, Looked>,
    /// The organisation's own telephone numbers: what is found in a file depends on them.
    phones: BTreeSet<String>,
}

/// What texts became, by their files.
#[derive(Debug, Default)]
pub(super) struct Texts(BTreeMap<FileId, Resolved>);

/// A text with its links resolved, and all that this follows from.
#[derive(Debug)]
pub(super) struct Resolved {
    /// The text as written. The same allocation means the same text.
    written: Arc<Prose<Written>>,
    /// Each link of it in reading order, and where it leads.
    pub(super) links: Vec<(Written, Link)>,
    pub(super) prose: Arc<Prose>,
}

/// What was found in a file.
#[derive(Debug)]
struct Looked {
    bytes: Arc<Vec<u8>>,
    found: Diagnostics,
}

impl Frame {
    /// The frame of what was written, whose `ids` have been collected.
    pub(super) fn new(source: &Source, files: &Files, ids: Arc<Ids>) -> Self {
        Self { source: source.clone(), static_files: static_files(source, files).cloned().collect(), ids }
    }

    /// Whether the frame of what is written now is this one.
    pub(super) fn holds(&self, source: &Source, files: &Files) -> bool {
        let own = &self.source;
        macro_rules! have_the_same_ids {
            ($($folder:ident),*) => {
                true $(&& same_ids(&own.$folder.docs, &source.$folder.docs, |one, other| one.aliases == other.aliases))*
            };
        }
        own.drafts == source.drafts
            && same(&own.plan.docs, &source.plan.docs)
            && same(&own.organisation.docs, &source.organisation.docs)
            && same(&own.organisation.translations, &source.organisation.translations)
            && own.static_files == source.static_files
            && self.static_files.iter().zip(static_files(source, files)).all(|(own, other)| Arc::ptr_eq(own, other))
            && have_the_same_ids!(areas, goals, initiatives, indicators, forums, insights, decisions, pages)
            && same_ids(&own.reports.docs, &source.reports.docs, |_, _| true)
            && same_ids(&own.reviews.docs, &source.reviews.docs, |_, _| true)
    }
}

/// What the files hold that are copied as they are.
fn static_files<'a>(source: &'a Source, files: &'a Files) -> impl Iterator<Item = &'a Arc<Vec<u8>>> {
    source.static_files.iter().map(|(_, file)| &files.get(*file).bytes)
}

/// Whether these are the very same documents.
fn same<R>(one: &[Arc<Doc<R>>], other: &[Arc<Doc<R>>]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| Arc::ptr_eq(one, other))
}

/// Whether documents have the same ids in the same order, and `also` holds for those that are not the very same.
fn same_ids<R>(one: &[Arc<Doc<R>>], other: &[Arc<Doc<R>>], also: fn(&R, &R) -> bool) -> bool {
    let same = |(one, other): (&Arc<Doc<R>>, &Arc<Doc<R>>)| {
        Arc::ptr_eq(one, other)
            || (&one.id, &one.folder) == (&other.id, &other.folder) && also(&one.record, &other.record)
    };
    one.len() == other.len() && one.iter().zip(other).all(same)
}

impl<R, X, T> Default for Rows<R, X, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<R, X, T> Rows<R, X, T> {
    /// What was made of this document, if it is the same with the same translations.
    pub(super) fn get(&self, row: usize, doc: &Arc<Doc<R>>, translations: &[Translation<X>]) -> Option<&Row<R, X, T>> {
        let known = self.0.get(row)?.as_ref()?;
        let same = |(one, other): (&Translation<X>, &Translation<X>)| one.0 == other.0 && Arc::ptr_eq(&one.1, &other.1);
        let is_same = Arc::ptr_eq(&known.doc, doc)
            && known.translations.len() == translations.len()
            && known.translations.iter().zip(translations).all(same);
        is_same.then_some(known)
    }

    /// Remembers what was made of a document.
    pub(super) fn keep(&mut self, row: usize, made: Option<Row<R, X, T>>) {
        if self.0.len() <= row {
            self.0.resize_with(row + 1, || None);
        }
        self.0[row] = made;
    }
}

impl Texts {
    /// What a text became the last time. It still is that if every link leads where it led.
    pub(super) fn get(&self, file: FileId, written: &Arc<Prose<Written>>) -> Option<&Resolved> {
        self.0.get(&file).filter(|known| Arc::ptr_eq(&known.written, written))
    }

    /// Remembers what a text became. `links`: each of it; `None`: it depends on more than where they lead.
    pub(super) fn keep(
        &mut self,
        file: FileId,
        written: Arc<Prose<Written>>,
        links: Option<Vec<(Written, Link)>>,
        prose: &Arc<Prose>,
    ) {
        match links {
            Some(links) => self.0.insert(file, Resolved { written, links, prose: Arc::clone(prose) }),
            None => self.0.remove(&file),
        };
    }

    /// Forgets what no file has any longer; `files`: how many there are.
    pub(super) fn forget(&mut self, files: usize) {
        self.0.retain(|id, _| id.number() < files);
    }
}

impl Looks {
    /// What is found in files depends on these telephone numbers from now on; `files`: how many there are.
    pub(super) fn begin(&mut self, phones: &BTreeSet<String>, files: usize) {
        if self.phones != *phones {
            self.phones.clone_from(phones);
            self.files.clear();
        }
        self.files.retain(|id, _| id.number() < files);
    }

    /// What was found in a file, if it has been looked through.
    pub(super) fn get(&self, id: FileId, file: &File) -> Option<Diagnostics> {
        let known = self.files.get(&id).filter(|known| Arc::ptr_eq(&known.bytes, &file.bytes))?;
        Some(known.found.clone())
    }

    /// Remembers what was found in a file.
    pub(super) fn keep(&mut self, id: FileId, file: &File, found: &Diagnostics) {
        self.files.insert(id, Looked { bytes: Arc::clone(&file.bytes), found: found.clone() });
    }
}
