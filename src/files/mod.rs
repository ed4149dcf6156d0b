//! **files**: a folder in, every input's bytes out.
//!
//! Comes in: the folder that holds `content/` and, optionally, `themes/`. Goes out: [`Files`], all inputs in path
//! order, each with a [`FileId`] that a [`Span`] can point into. This is the only stage that reads the disk.
//! Kept out: what the bytes mean. A file that can't be read is not lost: it is listed in [`Files::unread`], so that
//! its siblings are still read and checked.

mod folder;

pub use folder::{Folder, NoContent, one, read};

use std::ops::Range;
use std::sync::Arc;

/// Which file, as an index into [`Files`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

impl FileId {
    /// Its index.
    pub fn number(self) -> usize {
        self.0 as usize
    }
}

/// A place in a file: a half-open range of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// First byte after the end.
    pub end: u32,
}

impl Span {
    /// The bytes `range` of `file`. Files are limited to far less than 4 GiB, so positions fit.
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        let clamp = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: clamp(range.start), end: clamp(range.end) }
    }

    /// The very start of a file: where a problem of the file as a whole is shown.
    pub fn top(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }

    /// The same place as a range of bytes.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place where its author wrote it.
#[derive(Clone, Debug, PartialEq)]
pub struct At<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub span: Span,
}

impl<T> At<T> {
    /// A value at a place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Another value at the same place.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> At<U> {
        At { value: f(self.value), span: self.span }
    }
}

/// One input file.
#[derive(Clone, Debug)]
pub struct File {
    /// Path below the plan's folder with `/` between its parts, for example `content/goals/skola.md`.
    pub path: String,
    /// Its content, byte for byte. The same allocation from one reading of a folder to the next means the same content.
    pub bytes: Arc<Vec<u8>>,
}

/// An input that could not be taken in.
#[derive(Clone, Debug)]
pub struct Unread {
    /// Where a diagnostic about it points: an empty stand-in file of that name.
    pub file: FileId,
    /// Why.
    pub why: UnreadWhy,
}

/// Why an input could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadWhy {
    /// The system said no; its words.
    System(String),
    /// Larger than the limit, in bytes.
    TooBig {
        /// The limit.
        limit: u64,
    },
    /// A symbolic link: what it leads to may lie outside the plan.
    Link,
    /// Its name is not UTF-8 or has a control character or a backslash in it.
    Name,
}

/// Every input of a build, ordered by path.
#[derive(Clone, Debug, Default)]
pub struct Files {
    list: Vec<File>,
    /// Inputs that could not be taken in.
    pub unread: Vec<Unread>,
}

/// A position as people count: line and column from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl Files {
    /// Inputs given as path and content: for tests and for content that never was on a disk.
    pub fn from_memory<P: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let mut list: Vec<File> =
            files.into_iter().map(|(path, bytes)| File { path: path.into(), bytes: Arc::new(bytes.into()) }).collect();
        list.sort_by(|a, b| a.path.cmp(&b.path));
        Self { list, unread: Vec::new() }
    }

    /// All files with their ids, in path order.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.list.iter().enumerate().map(|(n, file)| (FileId(u32::try_from(n).unwrap_or(u32::MAX)), file))
    }

    /// The files whose path begins with `folder`, in path order.
    pub fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (FileId, &'a File)> {
        let start = self.list.partition_point(|file| file.path.as_str() < folder);
        self.iter().skip(start).take_while(move |(_, file)| file.path.starts_with(folder))
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.list.len()
    }

    /// One file.
    pub fn get(&self, id: FileId) -> &File {
        &self.list[id.0 as usize]
    }

    /// The file at exactly this path.
    pub fn find(&self, path: &str) -> Option<FileId> {
        let n = self.list.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some(FileId(u32::try_from(n).unwrap_or(u32::MAX)))
    }

    /// A file's text for showing: bytes that are not UTF-8 become U+FFFD.
    pub fn text(&self, id: FileId) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.get(id).bytes)
    }

    /// Line and column where a span begins.
    pub fn position(&self, span: Span) -> Position {
        position_in(&self.get(span.file).bytes, span.start as usize)
    }

    /// Line and column just after a span's end.
    pub fn end_position(&self, span: Span) -> Position {
        position_in(&self.get(span.file).bytes, span.end as usize)
    }
}

fn position_in(bytes: &[u8], at: usize) -> Position {
    let before = &bytes[..at.min(bytes.len())];
    let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |n| n + 1);
    let line = before.split(|&b| b == b'\n').count();
    // A character is every byte that does not continue one.
    let column = before[line_start..].iter().filter(|&&b| b & 0xC0 != 0x80).count() + 1;
    Position { line, column }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let files = Files::from_memory([("content/a.md", "ett\nå: två\n")]);
        let id = files.find("content/a.md").expect("just put in");
        assert_eq!(files.position(Span::new(id, 8..9)), Position { line: 2, column: 4 });
        assert_eq!(files.position(Span::top(id)), Position { line: 1, column: 1 });
    }

    #[test]
    fn a_folder_is_a_run_of_paths() {
        let files = Files::from_memory([("content/goals/b.md", ""), ("content/a.md", ""), ("content/goals/a.md", "")]);
        let paths: Vec<&str> = files.under("content/goals/").map(|(_, file)| file.path.as_str()).collect();
        assert_eq!(paths, ["content/goals/a.md", "content/goals/b.md"]);
    }
}
