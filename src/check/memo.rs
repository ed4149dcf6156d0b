//! What came of steps that look at one file alone: a file that is the same is not looked through once more, and a text
//! whose links lead where they led is not made once more.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diag::Diagnostics;
use crate::files::{File, FileId};
use crate::model::{Link, Prose};
use crate::source::markdown::Written;

/// What was found and made the last time, by the file.
#[derive(Debug, Default)]
pub struct Memo {
    texts: BTreeMap<FileId, Resolved>,
    looks: BTreeMap<FileId, Looked>,
    /// The organisation's own telephone numbers: what is found in a file depends on them.
    phones: BTreeSet<String>,
}

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

impl Memo {
    /// What a text became the last time. It still is that if every link leads where it led.
    pub(super) fn text(&self, file: FileId, written: &Arc<Prose<Written>>) -> Option<&Resolved> {
        self.texts.get(&file).filter(|known| Arc::ptr_eq(&known.written, written))
    }

    /// Remembers what a text became. `links`: each of it; `None`: it depends on more than where they lead.
    pub(super) fn keep_text(
        &mut self,
        file: FileId,
        written: Arc<Prose<Written>>,
        links: Option<Vec<(Written, Link)>>,
        prose: &Arc<Prose>,
    ) {
        match links {
            Some(links) => self.texts.insert(file, Resolved { written, links, prose: Arc::clone(prose) }),
            None => self.texts.remove(&file),
        };
    }

    /// What is found in files depends on these telephone numbers from now on.
    pub(super) fn begin(&mut self, phones: &BTreeSet<String>) {
        if self.phones != *phones {
            self.phones.clone_from(phones);
            self.looks.clear();
        }
    }

    /// What was found in a file, if it has been looked through.
    pub(super) fn look(&self, id: FileId, file: &File) -> Option<Diagnostics> {
        let known = self.looks.get(&id).filter(|known| Arc::ptr_eq(&known.bytes, &file.bytes))?;
        Some(known.found.clone())
    }

    /// Remembers what was found in a file.
    pub(super) fn keep_look(&mut self, id: FileId, file: &File, found: &Diagnostics) {
        self.looks.insert(id, Looked { bytes: Arc::clone(&file.bytes), found: found.clone() });
    }

    /// Forgets what no file has any longer; `files`: how many there are.
    pub(super) fn forget(&mut self, files: usize) {
        let is_there = |id: &FileId| id.number() < files;
        self.texts.retain(|id, _| is_there(id));
        self.looks.retain(|id, _| is_there(id));
    }
}
