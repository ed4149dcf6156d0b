//! One run at a time publishes to a folder: the next one waits.
//!
//! The lock is an empty file beside the folder. The system lets go of it when its process ends, however it ends, so a
//! killed run holds nobody up.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

/// A lock that is held until this is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// `None` where the file system can't lock.
    held: Option<File>,
}

impl Lock {
    /// Waits until nobody else holds the lock at `path`, and takes it.
    pub(super) fn take(path: &Path) -> anyhow::Result<Self> {
        loop {
            let file = open(path).with_context(|| format!("could not make the file {}", path.display()))?;
            let about = file.metadata().with_context(|| format!("could not look at {}", path.display()))?;
            if !about.is_file() || about.len() > 0 {
                bail!("{} was not made by framdrift, which needs that name: move it away", path.display());
            }
            if file.lock().is_err() {
                return Ok(Self { path: path.to_path_buf(), held: None });
            }
            // Who held it before may have removed the file: then another one is the lock by now.
            if is_at(&about, path) {
                return Ok(Self { path: path.to_path_buf(), held: Some(file) });
            }
        }
    }

    /// Whether no other run can be at work, so that what lies beside the folder is nobody's.
    pub(super) fn is_held(&self) -> bool {
        self.held.is_some()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while it is held: whoever waits for it sees that it is gone. Elsewhere than on Unix that can't be seen.
        if cfg!(unix) && self.held.is_some() {
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(unix)]
fn open(path: &Path) -> std::io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt as _;

    // Neither through a link that somebody laid there, nor waiting for the other end of a pipe.
    let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
    File::options().write(true).create(true).truncate(false).custom_flags(flags.cast_signed()).open(path)
}

#[cfg(not(unix))]
fn open(path: &Path) -> std::io::Result<File> {
    File::options().write(true).create(true).truncate(false).open(path)
}

#[cfg(unix)]
fn is_at(about: &fs::Metadata, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    fs::symlink_metadata(path).is_ok_and(|now| (now.dev(), now.ino()) == (about.dev(), about.ino()))
}

#[cfg(not(unix))]
fn is_at(_: &fs::Metadata, _: &Path) -> bool {
    true
}
