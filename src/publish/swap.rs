//! Puts a site that is whole and on the disk in the place of the one before.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::beside::Beside;
use super::folder::Found;
use super::settle_folder;

/// How two folders change places.
type Exchange<'a> = &'a dyn Fn(&Path, &Path) -> io::Result<()>;

/// Puts the new site beside `folder` in its place; `before` is what was there when it was looked at. When something has
/// come to the folder since then that framdrift did not put there, the old one is put back.
pub(super) fn swap(folder: &Path, before: &Found, beside: &Beside) -> anyhow::Result<()> {
    swap_by(&exchange, folder, before, beside)
}

/// The same, by another way of changing places.
pub(super) fn swap_by(exchange: Exchange<'_>, folder: &Path, before: &Found, beside: &Beside) -> anyhow::Result<()> {
    let new = beside.new_site();
    let parent = folder.parent().unwrap_or(folder);
    let context = || {
        format!(
            "could not put the new site in place of {} (a mounted folder can't be replaced: publish to one inside it)",
            folder.display()
        )
    };
    if !before.exists {
        fs::rename(&new, folder).with_context(context)?;
        settle_folder(parent);
        return Ok(());
    }
    let old = exchange_or_move(exchange, folder, &new, &beside.old_site()).with_context(context)?;
    let foreign = Found::in_folder(&old).and_then(|found| found.refuse_foreign(folder));
    if let Err(foreign) = foreign {
        let back = if old == new {
            exchange(folder, &new)
        } else {
            fs::rename(folder, &new).and_then(|()| fs::rename(&old, folder))
        };
        return match back {
            Ok(()) => Err(foreign),
            // Nothing is lost: what somebody put there stays in the old site, which is not removed while it holds it.
            Err(error) => Err(foreign).with_context(|| format!("the new site is in place, but {error}")),
        };
    }
    settle_folder(parent);
    Ok(())
}

/// Lets two folders change places or, where there is no such step, moves the old one to `old`. Says where the old one is.
fn exchange_or_move(exchange: Exchange<'_>, folder: &Path, new: &Path, old: &Path) -> io::Result<PathBuf> {
    match exchange(folder, new) {
        Ok(()) => Ok(new.to_path_buf()),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {
            two_renames(folder, new, old).map(|()| old.to_path_buf())
        }
        Err(error) => Err(error),
    }
}

/// Lets two folders change places in one step; `Unsupported` where the system or the file system has no such step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(folder: &Path, new: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    // On some systems two of these are one number.
    let lacking = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP];
    renameat_with(CWD, folder, CWD, new, RenameFlags::EXCHANGE)
        .map_err(|error| if lacking.contains(&error) { io::ErrorKind::Unsupported.into() } else { error.into() })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_folder: &Path, _new: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Moves the old folder away and the new one in; moves the old one back if that fails.
fn two_renames(folder: &Path, new: &Path, old: &Path) -> io::Result<()> {
    fs::rename(folder, old)?;
    fs::rename(new, folder).inspect_err(|_| {
        // Nothing better can be done if this fails too: the old site is whole, in `old`, and the next run moves it back.
        let _ = fs::rename(old, folder);
    })
}
