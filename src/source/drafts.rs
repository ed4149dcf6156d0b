//! What is marked `draft: true`: taken out of what is published, and found again for what may not refer to it.

use std::collections::{BTreeMap, BTreeSet};

use crate::files::{FileId, Span};
use crate::model::Kind;

use super::{Doc, Folder, Source};

/// The drafts that were left out: by kind and id, where each stands. A report is known as `period/initiative`.
pub type Drafts = BTreeMap<(Kind, String), Span>;

macro_rules! each_folder {
    ($source:ident, $do:ident) => {
        $do!($source.areas, Kind::Area);
        $do!($source.goals, Kind::Goal);
        $do!($source.initiatives, Kind::Initiative);
        $do!($source.indicators, Kind::Indicator);
        $do!($source.forums, Kind::Forum);
        $do!($source.insights, Kind::Insight);
        $do!($source.decisions, Kind::Decision);
        $do!($source.reports, Kind::Report);
        $do!($source.reviews, Kind::Review);
        $do!($source.pages, Kind::Page);
    };
}

impl Source {
    /// The files that are marked as drafts, and those of the initiatives that a draft of a report is about.
    pub fn draft_files(&self) -> BTreeSet<FileId> {
        let mut found = BTreeSet::new();
        macro_rules! collect {
            ($folder:expr, $kind:expr) => {
                for doc in $folder.docs.iter().filter(|doc| is_true(doc.record.draft.as_ref())) {
                    found.insert(doc.id.span.file);
                }
            };
        }
        each_folder!(self, collect);
        let drafts = self.reports.docs.iter().filter(|doc| is_true(doc.record.draft.as_ref()));
        let about: BTreeSet<&str> = drafts.map(|doc| doc.id.value.as_str()).collect();
        let initiatives = self.initiatives.docs.iter().filter(|doc| about.contains(doc.id.value.as_str()));
        found.extend(initiatives.map(|doc| doc.id.span.file));
        found
    }

    /// Takes the drafts out, with their translations and observations, and notes them in [`Source::drafts`].
    pub fn leave_out_drafts(&mut self) {
        let mut drafts = Drafts::new();
        macro_rules! leave_out {
            ($folder:expr, $kind:expr) => {
                leave_out(&mut $folder, $kind, |record| is_true(record.draft.as_ref()), &mut drafts);
            };
        }
        each_folder!(self, leave_out);
        self.observations.retain(|(id, _)| !drafts.contains_key(&(Kind::Indicator, id.value.clone())));
        self.drafts = drafts;
    }
}

fn is_true(value: Option<&crate::files::At<bool>>) -> bool {
    value.is_some_and(|own| own.value)
}

fn leave_out<R, T>(folder: &mut Folder<R, T>, kind: Kind, is_draft: impl Fn(&R) -> bool, drafts: &mut Drafts) {
    folder.docs.retain(|doc| {
        let is_draft = is_draft(&doc.record);
        if is_draft {
            drafts.insert((kind, name(doc)), doc.id.span);
        }
        !is_draft
    });
    folder.translations.retain(|doc| !drafts.contains_key(&(kind, name(doc))));
}

fn name<R>(doc: &Doc<R>) -> String {
    match &doc.folder {
        Some(period) => format!("{period}/{}", doc.id.value),
        None => doc.id.value.clone(),
    }
}
