//! What came of steps that look at one file alone: a file that is the same is not looked through once more, and a text
//! whose links lead where they led is not made once more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diag::Diagnostics;
use crate::files::{File, FileId};
use crate::model::{Link, Prose};
use crate::source::markdown::Written;

/// What was found and made the last time, in parts that are used at the same time.
#[derive(Debug, Default)]
pub struct Memo {
    pub(super) looks: Looks,
    /// The texts of reports and reviews.
    pub(super) reported: Texts,
    /// All other texts.
    pub(super) texts: Texts,
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
