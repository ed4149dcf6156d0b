//! Files into a folder of an author's: new ones, where nothing that is there is touched, and those that are to be written
//! anew.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;

/// A file that was to be new is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exists(pub PathBuf);

impl std::fmt::Display for Exists {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} exists", self.0.display())
    }
}

impl std::error::Error for Exists {}

/// Writes new files (path below `folder` with `/` between its parts, text), and the folders that they need. All or none:
/// what was written before one fails is taken away again.
///
/// # Errors
/// [`Exists`] when a file is there; otherwise when the system refuses.
pub fn add<'a>(folder: &Path, files: impl IntoIterator<Item = (&'a str, &'a str)>) -> anyhow::Result<()> {
    let mut written: Vec<PathBuf> = Vec::new();
    for (path, text) in files {
        let path = folder.join(path);
        if let Err(error) = add_one(&path, text) {
            for path in &written {
                // What can't be taken away stays: it is whole, and the error is told.
                let _ = fs::remove_file(path);
            }
            return Err(error);
        }
        written.push(path);
    }
    Ok(())
}

/// Writes files that framdrift has written before and knows by `mark`, which is in each. What is as it was is left alone.
///
/// # Errors
/// [`Exists`] when a file is there that lacks the mark; it and those after it are as they were. Otherwise when the system
/// refuses.
#[expect(clippy::disallowed_methods, reason = "publish owns the file, so it may read what it wrote there")]
pub fn renew<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, &'a str)>,
    mark: &str,
) -> anyhow::Result<usize> {
    let mut written = 0;
    for (path, text) in files {
        let path = folder.join(path);
        match fs::read_to_string(&path) {
            Ok(old) if old == text => continue,
            Ok(old) if !old.contains(mark) => return Err(Exists(path).into()),
            Ok(_) => replace(&path, text.as_bytes())?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => add_one(&path, text)?,
            Err(_) => return Err(Exists(path).into()),
        }
        written += 1;
    }
    Ok(written)
}

/// Changes files that an author keeps and has seen what becomes of: `moved` are paths that get another name, `texts` what
/// stands in files by the path that they have then (below `folder`, with `/` between its parts). All texts are written beside
/// their places before the first file is touched.
///
/// # Errors
/// When the system refuses.
pub fn change<'a>(
    folder: &Path,
    moved: impl IntoIterator<Item = (&'a str, &'a str)>,
    texts: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> anyhow::Result<()> {
    let moved: Vec<(PathBuf, PathBuf)> =
        moved.into_iter().map(|(old, new)| (folder.join(old), folder.join(new))).collect();
    let mut ready = Vec::new();
    for (path, text) in texts {
        let path = folder.join(path);
        let told = || format!("could not write {}", path.display());
        let mut own = beside(&path).with_context(told)?;
        own.write_all(text.as_bytes()).and_then(|()| own.as_file().sync_all()).with_context(told)?;
        ready.push((own, path));
    }
    for (old, new) in &moved {
        fs::rename(old, new).with_context(|| format!("could not move {} to {}", old.display(), new.display()))?;
    }
    for (own, path) in ready {
        own.persist(&path).with_context(|| format!("could not write {}", path.display()))?;
    }
    Ok(())
}

/// Writes a file that somebody asked for at this path, and the folders that it needs. `instead`: in the place of one that is
/// there.
///
/// # Errors
/// [`Exists`] when a file is there that is not to be replaced; otherwise when the system refuses.
pub fn put(path: &Path, bytes: &[u8], instead: bool) -> anyhow::Result<()> {
    if path.exists() && !instead {
        return Err(Exists(path.to_path_buf()).into());
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).with_context(|| format!("could not make the folder {}", parent.display()))?;
    }
    replace(path, bytes)
}

/// Writes beside a file and takes its place in one step.
fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let told = || format!("could not write {}", path.display());
    let mut beside = beside(path).with_context(told)?;
    beside.write_all(bytes).and_then(|()| beside.as_file().sync_all()).with_context(told)?;
    beside.persist(path).map(|_| ()).with_context(told)
}

/// A new file beside the one at `path`, with its rights, or those of a new file when there is none; it is gone when it is
/// not given the other's place.
pub(super) fn beside(path: &Path) -> io::Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".framdrift-");
    let before = fs::metadata(path).map(|found| found.permissions()).ok();
    #[cfg(unix)]
    if before.is_none() {
        use std::os::unix::fs::PermissionsExt as _;
        // What the system's mask leaves of it is what any new file gets.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let made = builder.tempfile_in(folder)?;
    if let Some(before) = before {
        made.as_file().set_permissions(before)?;
    }
    Ok(made)
}

fn add_one(path: &Path, text: &str) -> anyhow::Result<()> {
    let told = || format!("could not write {}", path.display());
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).with_context(told)?;
    }
    let mut file = match File::create_new(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Err(Exists(path.to_path_buf()).into()),
        Err(error) => return Err(anyhow::Error::new(error).context(told())),
    };
    let done = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
    if done.is_err() {
        let _ = fs::remove_file(path);
    }
    done.with_context(told)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "the tests look at what was written")]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_is_renewed() {
        let folder = tempfile::tempdir().unwrap();
        let renew = |text: &str| renew(folder.path(), [("a/b.json", text)], "MARK");
        assert_eq!(renew("MARK 1").unwrap(), 1);
        assert_eq!(renew("MARK 1").unwrap(), 0);
        assert_eq!(renew("MARK 2").unwrap(), 1);
        fs::write(folder.path().join("a/b.json"), "mine").unwrap();
        let error = renew("MARK 3").unwrap_err();
        assert_eq!(error.downcast_ref(), Some(&Exists(folder.path().join("a/b.json"))));
        assert_eq!(fs::read_to_string(folder.path().join("a/b.json")).unwrap(), "mine");
    }

    #[test]
    fn nothing_that_is_there_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        add(folder.path(), [("a/b.md", "mine")]).unwrap();
        let error = add(folder.path(), [("a/new.md", "new"), ("a/b.md", "theirs")]).unwrap_err();
        assert_eq!(error.downcast_ref(), Some(&Exists(folder.path().join("a/b.md"))));
        assert_eq!(fs::read_to_string(folder.path().join("a/b.md")).unwrap(), "mine");
        assert!(!folder.path().join("a/new.md").exists());
    }
}
