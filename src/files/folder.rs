//! Reads a plan's folder from the disk: `content/` and `themes/`, in path order, without following links out of it.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::{File, FileId, Files, Unread, UnreadWhy};

/// The largest input file, in bytes: far more than any page, less than what would exhaust the build.
const LARGEST: u64 = 20 * 1024 * 1024;

/// Reads `content/` and, when it is there, `themes/` below `root`.
///
/// # Errors
/// When `root` or its `content/` is not a folder that can be listed. A single file that can't be read is no error
/// here: it is listed in [`Files::unread`].
pub fn read(root: &Path) -> anyhow::Result<Files> {
    let content = root.join("content");
    if !content.is_dir() {
        bail!(NoContent(root.to_path_buf()));
    }
    let mut found = Vec::new();
    walk(&content, "content", &mut found)?;
    let themes = root.join("themes");
    if themes.is_dir() {
        walk(&themes, "themes", &mut found)?;
    }
    found.sort_by(|a, b| a.0.path.cmp(&b.0.path));
    let mut files = Files::default();
    for (n, (file, problem)) in found.into_iter().enumerate() {
        files.list.push(file);
        if let Some(why) = problem {
            files.unread.push(Unread { file: FileId(u32::try_from(n).context("too many files")?), why });
        }
    }
    Ok(files)
}

/// The folder holds no `content/`.
#[derive(Debug)]
pub struct NoContent(pub std::path::PathBuf);

impl std::fmt::Display for NoContent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} holds no folder content/", self.0.display())
    }
}

impl std::error::Error for NoContent {}

fn walk(folder: &Path, path: &str, found: &mut Vec<(File, Option<UnreadWhy>)>) -> anyhow::Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("could not list {}", folder.display()))?;
        let name = entry.file_name();
        let shown = name.to_string_lossy();
        if is_leftover(&shown) {
            continue;
        }
        let below = format!("{path}/{shown}");
        let problem = |why| (File { path: below.clone(), bytes: Vec::new() }, Some(why));
        if name.to_str().is_none() || shown.chars().any(|c| c.is_control() || c == '\\') {
            found.push(problem(UnreadWhy::Name));
            continue;
        }
        let kind = entry.file_type().with_context(|| format!("could not look at {}", entry.path().display()))?;
        if kind.is_symlink() {
            found.push(problem(UnreadWhy::Link));
        } else if kind.is_dir() {
            walk(&entry.path(), &below, found)?;
        } else if kind.is_file() {
            let size = entry.metadata().map_or(0, |meta| meta.len());
            if size > LARGEST {
                found.push(problem(UnreadWhy::TooBig { limit: LARGEST }));
                continue;
            }
            #[expect(clippy::disallowed_methods, reason = "this is the file that reads")]
            let read = fs::read(entry.path());
            match read {
                Ok(bytes) => found.push((File { path: below, bytes }, None)),
                Err(error) => found.push(problem(UnreadWhy::System(error.to_string()))),
            }
        }
    }
    Ok(())
}

/// What systems and editors leave behind: hidden files, backups and lock files are not content.
fn is_leftover(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name == "Thumbs.db"
        || name == "desktop.ini"
}
