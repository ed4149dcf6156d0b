//! A site that is being published: begun with, given its files as they are made, and put in place when all are there.
//!
//! No file of the site is changed before that. Dropped, it leaves the folder and what is around it as they were.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Context as _, bail};

use super::beside::{self, Beside};
use super::filling::Filling;
use super::folder::{Found, discard};
use super::lock::Lock;
use super::{LOCK, Place, Published, STAGING, Way, complete, in_place, swap};

/// A site on its way to a folder. No other run publishes to the folder meanwhile.
#[derive(Debug)]
pub struct Staging {
    // Dropped in this order: what was written is removed before another run may look.
    filling: Filling,
    /// Whether a file could not be put.
    has_failed: AtomicBool,
    room: Room,
    place: Place,
    _claims: Vec<Claim>,
}

/// Where the new files lie until all of them are there.
#[derive(Debug)]
enum Room {
    Beside(Beside),
    Inside(Inside),
}

/// [`STAGING`], removed when this is dropped.
#[derive(Debug)]
struct Inside(PathBuf);

impl Drop for Inside {
    fn drop(&mut self) {
        discard(&self.0);
    }
}

/// A folder, and a lock in it that is held until this is dropped.
#[derive(Debug)]
struct Claim {
    // Dropped in this order: the lock is a file in the folder.
    lock: Lock,
    _made: Made,
}

impl Claim {
    /// How often a folder may go away before that is taken for a refusal: once for each run that is rejected meanwhile.
    const TRIES: usize = 100;

    /// Makes a folder where it is not there, waits until nobody else holds the lock at `path` in it, and takes it.
    ///
    /// Who held it may have made the folder, and removes it again when its site is rejected: then it is made anew.
    fn take(folder: &Path, path: &Path) -> anyhow::Result<Self> {
        for _ in 1..Self::TRIES {
            match Self::once(folder, path) {
                Err(_) if !folder.exists() => {}
                done => return done,
            }
        }
        Self::once(folder, path)
    }

    fn once(folder: &Path, path: &Path) -> anyhow::Result<Self> {
        let made = Made::folder(folder)?;
        Ok(Self { lock: Lock::take(path)?, _made: made })
    }
}

/// Folders that were not there, the lowest first. Removed when this is dropped, while nothing is in them: those that
/// another run waits in stay, be it rejected or not.
#[derive(Debug)]
struct Made(Vec<PathBuf>);

impl Made {
    /// Makes a folder and those above it.
    fn folder(folder: &Path) -> anyhow::Result<Self> {
        let made = Self(folder.ancestors().take_while(|above| !above.exists()).map(Path::to_path_buf).collect());
        fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
        Ok(made)
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for folder in &self.0 {
            let _ = fs::remove_dir(folder);
        }
    }
}

impl Staging {
    /// Begins to publish to `folder`, which is made when it is not there. Waits for another run that publishes to it, and
    /// clears up what one that was interrupted has left.
    ///
    /// # Errors
    /// When the folder holds something that framdrift did not put there, and when the system refuses.
    pub fn begin(folder: &Path, way: Way) -> anyhow::Result<Self> {
        let place = Place::of(folder)?;
        match way {
            Way::Whole => Self::whole(place),
            Way::InPlace => Self::in_place(place),
        }
    }

    fn whole(place: Place) -> anyhow::Result<Self> {
        let claim = Claim::take(&place.parent, &place.beside("lock"))?;
        beside::recover(&place, &claim.lock);
        let before = Found::in_folder(&place.folder)?;
        before.refuse_foreign(&place.folder)?;
        let beside = Beside::make(&place)?;
        let filling = Filling::begin(beside.new_site(), &place.folder, before, Way::Whole)?;
        Ok(Self {
            filling,
            has_failed: AtomicBool::new(false),
            room: Room::Beside(beside),
            place,
            _claims: vec![claim],
        })
    }

    fn in_place(place: Place) -> anyhow::Result<Self> {
        // Held where it can be had: the next run may be one that replaces the folder.
        let outer = Claim::take(&place.parent, &place.beside("lock")).ok();
        if let Some(claim) = &outer {
            beside::recover(&place, &claim.lock);
        }
        let folder = place.folder.as_path();
        // Looked at before anything is written to it, and again when nobody else does.
        Found::in_folder(folder)?.refuse_foreign(folder)?;
        let inner = Claim::take(folder, &folder.join(LOCK))?;
        let before = Found::in_folder(folder)?;
        before.refuse_foreign(folder)?;
        let inside = Inside(folder.join(STAGING));
        // What another run was interrupted with.
        discard(&inside.0);
        let filling = Filling::begin(inside.0.clone(), folder, before, Way::InPlace)?;
        // The inner one is let go of first: its folder may be one that was made in the outer one's.
        let claims = std::iter::once(inner).chain(outer).collect();
        Ok(Self { filling, has_failed: AtomicBool::new(false), room: Room::Inside(inside), place, _claims: claims })
    }

    /// Takes a file of the site: `path` with `/` between its parts. From any thread, and each file once.
    ///
    /// # Errors
    /// When the path could lead out of the folder, and when the system refuses. Then the site can't be finished.
    pub fn put(&self, path: &str, bytes: &[u8]) -> anyhow::Result<()> {
        self.filling.put(path, bytes).inspect_err(|_| self.has_failed.store(true, Ordering::Relaxed))
    }

    /// The same for a file that `write` writes, each time the same; gives what that gives. It is held nowhere.
    ///
    /// # Errors
    /// The same.
    pub fn write<T>(&self, path: &str, write: impl Fn(&mut dyn Write) -> io::Result<T>) -> anyhow::Result<T> {
        self.filling.write(path, write).inspect_err(|_| self.has_failed.store(true, Ordering::Relaxed))
    }

    /// Makes the folder hold exactly the files that were put.
    ///
    /// # Errors
    /// When something has come to the folder that framdrift did not put there, or in place, when a file that was to stay
    /// there has been changed or removed, and when the system refuses. The folder is then as it was; in place, it may have
    /// some of the new files.
    pub fn finish(self) -> anyhow::Result<Published> {
        let folder = self.place.folder.as_path();
        if self.has_failed.into_inner() {
            bail!("the site for {} is not whole", folder.display());
        }
        let filled = self.filling.close();
        match self.room {
            Room::Beside(beside) => {
                let published = complete(&filled, folder)?;
                swap::swap(folder, &filled.before, &beside)?;
                Ok(published)
            }
            Room::Inside(_inside) => in_place::finish(&filled, folder),
        }
    }
}
