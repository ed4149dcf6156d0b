//! A folder in, a word whenever something in it may have changed. The one file that names notify.
//!
//! What the system says about a change is a hint of where to look first. Soon after, the whole folder is looked at anew, so
//! that a save by renaming, a folder that was moved and files in a folder that was made a moment ago are all the same.
//! Where the system tells nothing (a network share), the folder is looked at every second.
//!
//! An editor writes a file in several steps. Nobody waits for the last of them with idle hands: the work begins after the
//! first, and what came of it is shown when it has been quiet for a while and nothing has changed since.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::{Look, Turned};

/// How long it must be quiet before the folder is looked at: most of an editor's steps follow each other at once.
const BREATH: Duration = Duration::from_millis(2);
/// How long it must be quiet before what came of it is shown.
const QUIET: Duration = Duration::from_millis(20);
/// For how long words may come before it is no longer waited for quiet.
const LONGEST: Duration = Duration::from_millis(500);
/// When the folder is looked at once more after a change: what was written into a new folder before the system began
/// to watch it is never told.
const ONCE_MORE: Duration = Duration::from_millis(250);
/// How often a folder is looked at that the system tells nothing about.
const POLL: Duration = Duration::from_secs(1);

/// The folders of a plan that are watched.
const WATCHED: [&str; 2] = ["content", "themes"];

/// A watched folder.
pub(super) struct Watch {
    root: PathBuf,
    /// `None`: the folder is looked at every second.
    watcher: Option<RecommendedWatcher>,
    said: Receiver<Said>,
    /// Whether something was said that has not been waited for.
    news: Arc<AtomicBool>,
    /// What the watcher says it by; keeps `said` open without one.
    sender: Sender<Said>,
    is_once_more_due: bool,
    heard: Heard,
}

/// What the system said.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    /// Something below a watched folder changed, at these paths below the plan's folder.
    Inside(Vec<String>),
    /// A watched folder itself came, went or was renamed, or the system lost count.
    Outside,
}

/// What was said since the folder was looked at last.
#[derive(Debug, Default)]
struct Heard {
    paths: BTreeSet<String>,
    /// Whether anything may have changed.
    is_outside: bool,
    /// When the first and the last word came; the first since something was shown.
    times: Option<(Instant, Instant)>,
    is_news: bool,
}

impl Heard {
    #[expect(clippy::disallowed_methods, reason = "how long it is waited for quiet decides when, never what")]
    fn add(&mut self, said: Said) {
        let now = Instant::now();
        self.times = Some((self.times.map_or(now, |(first, _)| first), now));
        self.is_news = true;
        match said {
            Said::Inside(paths) => self.paths.extend(paths),
            Said::Outside => self.is_outside = true,
        }
    }
}

/// Where to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hint {
    /// At these paths below the plan's folder; nothing else is known to have changed.
    Paths(BTreeSet<String>),
    /// Everywhere.
    Everywhere,
}

/// Why a folder is looked at every second.
#[derive(Debug)]
pub enum Why {
    /// The caller wants it.
    Wanted,
    /// It lies on another machine, so that the system isn't told of changes.
    Remote,
    /// The system refused to watch it; its words.
    Refused(String),
}

impl Watch {
    /// Watches the plan's folder. With it comes why it has to be looked at every second, if so.
    pub(super) fn new(root: &Path, look: Look) -> (Self, Option<Why>) {
        // The system names what changed by its real path.
        let root = root.canonicalize().unwrap_or_else(|_| root.to_path_buf());
        let (sender, said) = channel();
        let mut watch = Self {
            root,
            watcher: None,
            said,
            news: Arc::default(),
            sender,
            is_once_more_due: false,
            heard: Heard::default(),
        };
        let why = match look {
            Look::Every => Some(Why::Wanted),
            Look::WhenTold if is_remote(&watch.root) => Some(Why::Remote),
            Look::WhenTold => match watch.begin() {
                Ok(watcher) => {
                    watch.watcher = Some(watcher);
                    None
                }
                Err(error) => Some(Why::Refused(error.to_string())),
            },
        };
        (watch, why)
    }

    fn begin(&self) -> notify::Result<RecommendedWatcher> {
        let sender = self.sender.clone();
        let root = self.root.clone();
        let news = Arc::clone(&self.news);
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            // The other end is gone when the program ends.
            if let Some(said) = said(&event, &root) {
                let _ = sender.send(said);
                news.store(true, Ordering::Relaxed);
            }
        })?;
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in WATCHED.map(|name| self.root.join(name)).iter().filter(|folder| folder.is_dir()) {
            watcher.watch(folder, RecursiveMode::Recursive)?;
        }
        Ok(watcher)
    }

    /// Becomes true when the folder should be looked at again.
    pub(super) fn news(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.news)
    }

    /// Waits until the folder should be looked at, and says where. When it is lost, nobody may tell when it is back.
    pub(super) fn wait(&mut self, turned: Turned) -> Hint {
        let is_lost = turned == Turned::Lost;
        if !self.heard.is_news {
            self.heard.times = None;
            self.wait_for_word(turned == Turned::Interrupted, is_lost);
        }
        // What is said from here on interrupts what is done next; what has been said is taken in.
        self.news.store(false, Ordering::Relaxed);
        while let Ok(said) = self.said.try_recv() {
            self.heard.add(said);
        }
        let is_told = self.heard.is_news && !is_lost;
        if self.heard.is_outside {
            self.renew();
        }
        let Heard { paths, is_outside, is_news, .. } = &mut self.heard;
        *is_news = false;
        let (paths, is_outside) = (std::mem::take(paths), std::mem::take(is_outside));
        if is_told && !is_outside { Hint::Paths(paths) } else { Hint::Everywhere }
    }

    fn wait_for_word(&mut self, is_interrupted: bool, is_lost: bool) {
        let most = match (&self.watcher, is_lost, self.is_once_more_due) {
            // The word that interrupted is on its way, if it is not here.
            _ if is_interrupted => Some(QUIET),
            (None, ..) | (_, true, _) => Some(POLL),
            (.., true) => Some(ONCE_MORE),
            _ => None,
        };
        let first = match most {
            Some(most) => match self.said.recv_timeout(most) {
                Ok(first) => first,
                Err(RecvTimeoutError::Timeout) if is_lost => Said::Outside,
                Err(_) => {
                    // Whoever was interrupted has not waited for so long.
                    self.is_once_more_due &= is_interrupted;
                    return;
                }
            },
            None => self.said.recv().expect("a sender is kept"),
        };
        self.is_once_more_due = true;
        self.hear(first);
    }

    /// Takes in a word, and all that follow it at once.
    fn hear(&mut self, first: Said) {
        self.heard.add(first);
        while !self.is_too_long()
            && let Ok(said) = self.said.recv_timeout(BREATH)
        {
            self.heard.add(said);
        }
    }

    /// Waits until it has been quiet for so long that what was made of the folder can be shown. Says whether something was
    /// said meanwhile: then the folder is to be looked at again before.
    #[expect(clippy::disallowed_methods, reason = "how long it is waited for quiet decides when, never what")]
    pub(super) fn settle(&mut self) -> bool {
        if let Some((_, last)) = self.heard.times
            && !self.is_too_long()
        {
            let left = (last + QUIET).saturating_duration_since(Instant::now());
            if let Ok(said) = self.said.recv_timeout(left) {
                self.hear(said);
                return true;
            }
        }
        self.heard.times = None;
        false
    }

    /// Whether words have come for so long that it is no longer waited for the last.
    fn is_too_long(&self) -> bool {
        self.heard.times.is_some_and(|(first, last)| last.duration_since(first) >= LONGEST)
    }

    /// Watches anew what stands at the watched paths now. What can't be watched is looked for again when the folder
    /// around it changes.
    fn renew(&mut self) {
        let Some(watcher) = &mut self.watcher else { return };
        let paths = WATCHED.map(|name| (self.root.join(name), RecursiveMode::Recursive));
        for (path, mode) in [(self.root.clone(), RecursiveMode::NonRecursive)].into_iter().chain(paths) {
            // Errors: it was not watched, and it is not there.
            let _ = watcher.unwatch(&path);
            if path.is_dir() {
                let _ = watcher.watch(&path, mode);
            }
        }
    }
}

/// What an event means; `None` when it is nothing to us.
fn said(event: &notify::Result<Event>, root: &Path) -> Option<Said> {
    let Ok(event) = event else { return Some(Said::Outside) };
    // Reading is no change; the next build would be one for ever.
    if matches!(event.kind, EventKind::Access(_)) {
        return None;
    }
    if event.need_rescan() || event.paths.is_empty() {
        return Some(Said::Outside);
    }
    let watched = WATCHED.map(|name| root.join(name));
    if event.paths.iter().any(|path| path == root || watched.contains(path)) {
        return Some(Said::Outside);
    }
    // What else lies in the plan's folder is not ours: `output` changes with every build.
    let ours = event.paths.iter().filter(|path| path.parent() != Some(root));
    let paths: Option<Vec<String>> = ours.map(|path| below(path, root)).collect();
    // A path that is no text can't be told.
    let Some(paths) = paths else { return Some(Said::Outside) };
    (!paths.is_empty()).then_some(Said::Inside(paths))
}

/// A path as files have it: below the plan's folder, with `/` between its parts.
fn below(path: &Path, root: &Path) -> Option<String> {
    let parts = path.strip_prefix(root).ok()?.iter().map(|part| part.to_str());
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

/// Whether a folder lies where changes are not told to this system.
#[cfg(target_os = "linux")]
fn is_remote(folder: &Path) -> bool {
    // From statfs(2): NFS, SMB in three ages, 9p (a Windows disk in WSL), FUSE, AFS, Ceph, Coda, a VirtualBox folder.
    const REMOTE: [u64; 10] = [
        0x6969,
        0x517b,
        0xff53_4d42,
        0xfe53_4d42,
        0x0102_1997,
        0x6573_5546,
        0x6b41_4653,
        0x00c3_6400,
        0x7375_7245,
        0x786f_4256,
    ];
    let kind = rustix::fs::statfs(folder).map(|found| u64::try_from(found.f_type).unwrap_or_default());
    kind.is_ok_and(|kind| REMOTE.contains(&(kind & 0xffff_ffff)))
}

#[cfg(windows)]
fn is_remote(folder: &Path) -> bool {
    use std::path::{Component, Prefix};
    matches!(
        folder.components().next(),
        Some(Component::Prefix(prefix)) if matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
    )
}

#[cfg(not(any(target_os = "linux", windows)))]
fn is_remote(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, AccessMode, CreateKind, Flag, ModifyKind, RenameMode};

    fn of(kind: EventKind, paths: &[&str]) -> Option<Said> {
        let event = paths.iter().fold(Event::new(kind), |event, path| event.add_path(Path::new("/plan").join(path)));
        said(&Ok(event), Path::new("/plan"))
    }

    fn inside(paths: &[&str]) -> Said {
        Said::Inside(paths.iter().map(|&path| path.to_owned()).collect())
    }

    /// A whole folder is written file by file: all that is told while the first of it is looked at is one more look.
    #[test]
    fn all_that_is_told_meanwhile_is_looked_at_once() {
        let (mut watch, _) = Watch::new(Path::new("/plan"), Look::Every);
        let sender = watch.sender.clone();
        let say = |path: &str| sender.send(inside(&[path])).unwrap();
        let hint = |paths: &[&str]| Hint::Paths(paths.iter().map(|&path| path.to_owned()).collect());
        say("content/a.md");
        say("content/b.md");
        assert_eq!(watch.wait(Turned::Done), hint(&["content/a.md", "content/b.md"]));
        for path in ["content/c.md", "content/d.md", "content/e.md"] {
            say(path);
        }
        assert!(watch.settle());
        say("content/f.md");
        assert_eq!(
            watch.wait(Turned::Interrupted),
            hint(&["content/c.md", "content/d.md", "content/e.md", "content/f.md"])
        );
        assert!(!watch.settle(), "it has been quiet");
        sender.send(Said::Outside).unwrap();
        assert_eq!(watch.wait(Turned::Done), Hint::Everywhere);
        assert!(!watch.settle());
    }

    #[test]
    fn what_was_read_has_not_changed() {
        let read = EventKind::Access(AccessKind::Open(AccessMode::Any));
        assert_eq!(of(read, &["content/plan.yaml"]), None);
        assert_eq!(of(EventKind::Access(AccessKind::Any), &["content"]), None);
    }

    #[test]
    fn what_lies_beside_the_content_is_not_ours() {
        let made = EventKind::Create(CreateKind::Folder);
        let renamed = EventKind::Modify(ModifyKind::Name(RenameMode::Both));
        assert_eq!(of(renamed, &[".output.framdrift-1", "output"]), None);
        assert_eq!(of(made, &["target"]), None);
        assert_eq!(of(made, &["content/goals"]), Some(inside(&["content/goals"])));
        assert_eq!(of(renamed, &["old", "content"]), Some(Said::Outside));
        assert_eq!(of(renamed, &["draft.md", "content/goals/draft.md"]), Some(inside(&["content/goals/draft.md"])));
        assert_eq!(of(made, &[""]), Some(Said::Outside));
    }

    #[test]
    fn a_system_that_lost_count_is_not_trusted() {
        let lost = Event::new(EventKind::Other).set_flag(Flag::Rescan).add_path("/plan/content/a".into());
        assert_eq!(said(&Ok(lost), Path::new("/plan")), Some(Said::Outside));
        assert_eq!(said(&Err(notify::Error::generic("too many")), Path::new("/plan")), Some(Said::Outside));
    }
}
