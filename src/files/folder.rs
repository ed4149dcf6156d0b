//! Reads a plan's folder from the disk: `content/` and `themes/`, in path order, without following links out of it.

use std::collections::BTreeMap;
use std::fs::{self, DirEntry, Metadata};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

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
    let mut folder = Folder::new(root);
    folder.refresh()?;
    Ok(folder.files)
}

/// The bytes of one file, wherever it is; a larger one than an input may be is refused.
///
/// # Errors
/// When it can't be read.
#[expect(clippy::disallowed_methods, reason = "files is what reads")]
pub fn one(path: &Path) -> anyhow::Result<Vec<u8>> {
    let told = || format!("could not read {}", path.display());
    if fs::metadata(path).with_context(told)?.len() > LARGEST {
        bail!("{} is larger than {} MB", path.display(), LARGEST / 1024 / 1024);
    }
    fs::read(path).with_context(told)
}

/// A plan's folder that is read again and again. What the disk says is as before is not read once more.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    files: Files,
    stamps: BTreeMap<String, Stamp>,
}

impl Folder {
    /// The folder that holds `content/`; nothing of it is read yet.
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_path_buf(), files: Files::default(), stamps: BTreeMap::new() }
    }

    /// What was read last.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Reads what has changed; says whether anything has.
    ///
    /// # Errors
    /// As [`read`]. Nothing is known of the folder then, and the next time it is read as a whole.
    pub fn refresh(&mut self) -> anyhow::Result<bool> {
        let Files { list, unread } = std::mem::take(&mut self.files);
        let unread_before: Vec<(String, UnreadWhy)> =
            unread.into_iter().map(|own| (list[own.file.0 as usize].path.clone(), own.why)).collect();
        let mut stamps = std::mem::take(&mut self.stamps);
        let earlier = list
            .into_iter()
            .map(|file| {
                let stamp = stamps.remove(&file.path);
                (file.path, (file.bytes, stamp))
            })
            .collect();

        let content = self.root.join("content");
        if !content.is_dir() {
            bail!(NoContent(self.root.clone()));
        }
        let mut walk = Walk { earlier, found: Vec::new(), has_changed: false };
        walk.folder(&content, "content")?;
        let themes = self.root.join("themes");
        if themes.is_dir() {
            walk.folder(&themes, "themes")?;
        }
        let Walk { earlier, mut found, mut has_changed } = walk;
        has_changed |= !earlier.is_empty();
        found.sort_by(|a, b| a.file.path.cmp(&b.file.path));
        let mut unread_now = Vec::new();
        for (n, Found { file, problem, stamp }) in found.into_iter().enumerate() {
            if let Some(stamp) = stamp {
                self.stamps.insert(file.path.clone(), stamp);
            }
            if let Some(why) = problem {
                let id = FileId(u32::try_from(n).context("too many files")?);
                unread_now.push((file.path.clone(), why.clone()));
                self.files.unread.push(Unread { file: id, why });
            }
            self.files.list.push(file);
        }
        Ok(has_changed || unread_now != unread_before)
    }
}

/// What the disk says of a file besides its content.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    identity: (u64, i64, i64),
    /// Read twice with the same stamp. A clock that ticks slowly gives two saves one stamp; so the first time, the
    /// stamp isn't trusted.
    is_settled: bool,
}

impl Stamp {
    fn new(meta: &Metadata) -> Self {
        Self { length: meta.len(), modified: meta.modified().ok(), identity: identity(meta), is_settled: false }
    }
}

/// Which file it is and when anything about it last changed, where the system tells.
#[cfg(unix)]
fn identity(meta: &Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (meta.ino(), meta.ctime(), meta.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, i64, i64) {
    (0, 0, 0)
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

/// A file that the walk came upon.
struct Found {
    file: File,
    problem: Option<UnreadWhy>,
    stamp: Option<Stamp>,
}

/// A walk through a folder.
struct Walk {
    /// What the last walk found and this one has not come to: path → bytes and stamp.
    earlier: BTreeMap<String, (Arc<Vec<u8>>, Option<Stamp>)>,
    found: Vec<Found>,
    has_changed: bool,
}

impl Walk {
    fn folder(&mut self, folder: &Path, path: &str) -> anyhow::Result<()> {
        let entries = fs::read_dir(folder).with_context(|| format!("could not list {}", folder.display()))?;
        for entry in entries {
            let entry = entry.with_context(|| format!("could not list {}", folder.display()))?;
            let name = entry.file_name();
            let shown = name.to_string_lossy();
            if is_leftover(&shown) {
                continue;
            }
            let below = format!("{path}/{shown}");
            if name.to_str().is_none() || shown.chars().any(|c| c.is_control() || c == '\\') {
                self.problem(below, UnreadWhy::Name);
                continue;
            }
            let kind = entry.file_type().with_context(|| format!("could not look at {}", entry.path().display()))?;
            if kind.is_symlink() {
                self.problem(below, UnreadWhy::Link);
            } else if kind.is_dir() {
                self.folder(&entry.path(), &below)?;
            } else if kind.is_file() {
                self.file(&entry, below);
            }
        }
        Ok(())
    }

    fn problem(&mut self, path: String, why: UnreadWhy) {
        self.keep(path, Vec::new(), Some(why), None);
    }

    fn file(&mut self, entry: &DirEntry, path: String) {
        let meta = entry.metadata();
        if meta.as_ref().is_ok_and(|meta| meta.len() > LARGEST) {
            self.problem(path, UnreadWhy::TooBig { limit: LARGEST });
            return;
        }
        let mut stamp = meta.ok().map(|meta| Stamp::new(&meta));
        if let Some((bytes, Some(before))) = self.earlier.get_mut(&path)
            && let Some(stamp) = &mut stamp
        {
            let is_same = Stamp { is_settled: before.is_settled, ..stamp.clone() } == *before;
            if is_same && before.is_settled {
                let (bytes, before) = (std::mem::take(bytes), before.clone());
                self.earlier.remove(&path);
                self.found.push(Found { file: File { path, bytes }, problem: None, stamp: Some(before) });
                return;
            }
            stamp.is_settled = is_same;
        }
        #[expect(clippy::disallowed_methods, reason = "this is the file that reads")]
        let read = fs::read(entry.path());
        match read {
            Ok(bytes) => self.keep(path, bytes, None, stamp),
            Err(error) => self.problem(path, UnreadWhy::System(error.to_string())),
        }
    }

    /// Takes in what was found at a path, and notes whether it is new.
    fn keep(&mut self, path: String, bytes: Vec<u8>, problem: Option<UnreadWhy>, stamp: Option<Stamp>) {
        let same = self.earlier.remove(&path).map(|(before, _)| before).filter(|before| **before == bytes);
        self.has_changed |= same.is_none();
        let bytes = same.unwrap_or_else(|| Arc::new(bytes));
        self.found.push(Found { file: File { path, bytes }, problem, stamp });
    }
}

/// What systems and editors leave behind: hidden files, backups and lock files are not content.
fn is_leftover(name: &str) -> bool {
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || name == "Thumbs.db"
        || name == "desktop.ini"
}
