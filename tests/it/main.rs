//! What an author and a caller see, and what keeps the house: every test that is not a stage's own.

#![expect(clippy::unwrap_used, reason = "a test that can't be set up has nothing to say")]

mod again;
mod archived;
mod asked;
mod bars;
mod beginning;
mod book;
mod built;
mod catalogue;
mod cli;
mod closed;
mod computed;
mod corpus;
mod editing;
mod embedded;
mod exercised;
mod exported;
mod figures;
mod find;
mod folder;
mod followed;
mod fuzzed;
mod generated;
mod guide;
mod harmless;
mod hostile;
mod imported;
#[cfg(unix)]
mod interrupted;
mod kept;
mod kolada;
mod lost;
mod machine;
mod mapped;
mod open;
mod ordered;
mod owed;
mod properties;
mod reading;
mod recipes;
mod renamed;
mod recomputed;
mod rules;
mod schema;
mod serve;
mod serving;
mod sites;
mod tidy;

use std::path::{Path, PathBuf};

/// The repository's root.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below `folder`, in order of path.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(folder) = waiting.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let path = entry.path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}
