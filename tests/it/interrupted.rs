//! Publishing by the program itself, whatever happens to it: killed at any moment, out of space, without permission, or
//! two at once. The folder holds the old site or the new one, whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Permissions};
use std::hash::{BuildHasher as _, RandomState};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use tempfile::TempDir;

const BASE: [(&str, &str); 3] = [
    ("accessibility.yaml", include_str!("../rules/base/accessibility.yaml")),
    ("plan.yaml", include_str!("../rules/base/plan.yaml")),
    ("organisation.yaml", include_str!("../rules/base/organisation.yaml")),
];

/// Files that each plan has besides its pages: so many that a good part of a run is spent on publishing.
const MANY: usize = 300;

/// Who is nobody on every system.
const NOBODY: u32 = 65534;

/// A file below a folder → its bytes.
type Tree = BTreeMap<String, Vec<u8>>;

/// Two plans, and the folder that both are published to.
struct Place {
    folder: TempDir,
    /// What the folder holds when one of the plans is in it.
    whole: [Tree; 2],
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, few) in [("a", 0), ("b", MANY / 2)] {
            let content = folder.path().join(name).join("content");
            let uploads = content.join("static/f");
            fs::create_dir_all(&uploads).unwrap();
            for (path, text) in BASE {
                write(&content.join(path), text.as_bytes());
            }
            for n in few..few + MANY {
                write(&uploads.join(format!("{n}.txt")), format!("{} of {name}", n / 3).as_bytes());
            }
            let own = content.join("static/own");
            fs::create_dir(&own).unwrap();
            write(&own.join(format!("{name}.txt")), &vec![b'x'; 300_000]);
        }
        let mut place = Self { folder, whole: [Tree::new(), Tree::new()] };
        for (n, plan) in ["a", "b"].into_iter().enumerate() {
            let done = place.build(plan, "sites/first", &[]).output().unwrap();
            assert!(done.status.success(), "{}", text(&done));
            place.whole[n] = tree(&place.path("sites/first"));
        }
        assert_ne!(place.whole[0], place.whole[1]);
        place
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn build(&self, plan: &str, out: &str, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
        command.current_dir(self.folder.path());
        command.args(["build", plan, "--date", "2026-11-23", "--out", out]).args(more);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command
    }

    /// Which of the plans the folder holds; it must be one of them as a whole.
    fn holds(&self, out: &str) -> usize {
        let found = tree(&self.path(out));
        let is = self.whole.iter().position(|whole| *whole == found);
        is.unwrap_or_else(|| {
            let of = |whole: &Tree| found.iter().filter(|(path, bytes)| whole.get(*path) == Some(*bytes)).count();
            panic!("{} files: {} of a, {} of b", found.len(), of(&self.whole[0]), of(&self.whole[1]))
        })
    }

    /// What lies beside the folder, by name.
    fn beside(&self, out: &str) -> BTreeSet<String> {
        let parent = self.path(out).parent().unwrap().to_path_buf();
        fs::read_dir(parent).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }
}

#[expect(clippy::disallowed_methods, reason = "a test sets up its content")]
fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).unwrap();
}

#[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
fn tree(folder: &Path) -> Tree {
    let below = |path: &Path| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    super::files_below(folder).into_iter().map(|path| (below(&path), fs::read(&path).unwrap())).collect()
}

fn text(done: &Output) -> String {
    String::from_utf8_lossy(&done.stderr).into_owned()
}

/// Lets the program run for so long, and kills it. Says whether it had ended by itself.
fn kill_after(mut child: Child, time: Duration) -> bool {
    // Nobody sends anything: the moment is what is tested.
    let (_sender, nothing) = mpsc::channel::<()>();
    let _ = nothing.recv_timeout(time);
    let ended = child.try_wait().unwrap().is_some();
    let _ = child.kill();
    child.wait().unwrap();
    ended
}

/// Moments all over a run, at random, with more of them where it publishes.
fn moments(n: u64) -> impl Iterator<Item = f64> {
    let chance = RandomState::new();
    (0..n).map(move |n| {
        let part = f64::from(u32::try_from(chance.hash_one(n) % 10_000).unwrap()) / 10_000.0;
        if n % 4 == 0 { part } else { 0.4 + 0.65 * part }
    })
}

/// How long a run takes that changes everything: the least of a few.
fn time_of(run: impl Fn(&str) -> Command) -> Duration {
    let times = ["b", "a", "b", "a"].map(|plan| {
        #[expect(clippy::disallowed_methods, reason = "a test that interrupts a run must know how long it takes")]
        let start = std::time::Instant::now();
        assert!(run(plan).status().unwrap().success());
        start.elapsed()
    });
    times.into_iter().min().unwrap()
}

#[test]
fn killed_at_any_moment_it_leaves_a_whole_site() {
    let place = Place::new();
    let out = "sites/first";
    let mut met = BTreeMap::<&str, u32>::new();
    // How long a run takes is another thing on a machine that has begun on something else: then it is measured anew.
    for _ in 0..6 {
        let whole = time_of(|plan| place.build(plan, out, &[]));
        for (n, moment) in moments(28).enumerate() {
            let before = place.holds(out);
            let plan = ["b", "a"][before];
            let ended = kill_after(place.build(plan, out, &[]).spawn().unwrap(), whole.mul_f64(moment));
            let has_changed = place.holds(out) != before;
            let left = place.beside(out).len() > 1;
            assert!(!ended || has_changed, "run {n} ended by itself without publishing");
            *met.entry(match (ended, has_changed, left) {
                (true, ..) => "ended before it was killed",
                (_, true, _) => "killed after the change",
                (_, false, true) => "killed while publishing",
                (_, false, false) => "killed before that",
            })
            .or_default() += 1;
        }
        if met.contains_key("killed while publishing") {
            break;
        }
    }
    assert!(met.contains_key("killed while publishing"), "the moments are badly chosen: {met:?}");
    // The next run needs no help, and clears up.
    assert!(place.build("a", out, &[]).status().unwrap().success());
    assert_eq!(place.holds(out), 0);
    assert_eq!(place.beside(out), BTreeSet::from(["first".to_owned()]));
}

#[test]
fn killed_in_place_it_leaves_whole_files_and_the_next_run_goes_on() {
    let place = Place::new();
    let out = "sites/first";
    let whole = time_of(|plan| place.build(plan, out, &["--in-place"]));
    for moment in moments(8) {
        let before = usize::from(place.path(out).join("own/b.txt").exists());
        let plan = ["b", "a"][before];
        kill_after(place.build(plan, out, &["--in-place"]).spawn().unwrap(), whole.mul_f64(moment));
        for (path, bytes) in tree(&place.path(out)) {
            let is_own = path == ".framdrift" || path == ".framdrift-lock" || path.starts_with(".framdrift-new/");
            assert!(is_own || place.whole.iter().any(|whole| whole.get(&path) == Some(&bytes)), "half: {path}");
        }
        let index = |tree: &Tree| tree.get("index.html").cloned();
        assert!(
            place.whole.iter().any(|whole| index(whole) == index(&tree(&place.path(out)))),
            "there is a start page"
        );
        assert!(place.build(plan, out, &["--in-place"]).status().unwrap().success());
        assert_eq!(place.holds(out), 1 - before);
    }
    assert_eq!(place.beside(out), BTreeSet::from(["first".to_owned()]));
}

#[test]
fn two_at_once_leave_the_site_of_one() {
    let place = Place::new();
    for (n, more) in [&[][..], &[], &["--in-place"], &[], &["--in-place"]].into_iter().enumerate() {
        let runs = ["a", "b", "a"].map(|plan| place.build(plan, "sites/first", more).spawn().unwrap());
        for run in runs {
            let done = run.wait_with_output().unwrap();
            assert!(done.status.success(), "round {n}: {}", text(&done));
        }
        place.holds("sites/first");
        assert_eq!(place.beside("sites/first"), BTreeSet::from(["first".to_owned()]));
    }
}

/// The system's own limit on a file's size stands in for a full disk, which takes a mount: `.ci/full-disk` has that.
#[test]
fn what_does_not_fit_changes_nothing() {
    let place = Place::new();
    for more in [&[][..], &["--in-place"]] {
        let program = place.build("a", "sites/first", more);
        let before = place.holds("sites/first");
        assert_eq!(before, 1);
        let mut limited = Command::new("sh");
        // The limit is told as an error then, not as a signal that kills.
        limited.args(["-c", "trap '' XFSZ; ulimit -f 400; exec \"$0\" \"$@\""]);
        limited.arg(program.get_program()).args(program.get_args()).current_dir(place.folder.path());
        let done = limited.output().unwrap();
        assert_eq!(done.status.code(), Some(2), "{}", text(&done));
        assert!(text(&done).contains("own/a.txt"), "{}", text(&done));
        assert_eq!(place.holds("sites/first"), 1);
        assert_eq!(place.beside("sites/first"), BTreeSet::from(["first".to_owned()]));
    }
}

#[test]
fn without_permission_nothing_is_changed() {
    let place = Place::new();
    let open = |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    // The superuser may write anywhere, so that the program is run as somebody else then: nobody.
    let is_root = fs::metadata(place.folder.path()).unwrap().uid() == 0;
    let program = place.path("framdrift");
    fs::copy(env!("CARGO_BIN_EXE_framdrift"), &program).unwrap();
    open(&program, 0o755);
    open(place.folder.path(), 0o755);
    if is_root {
        chown(place.path("sites"), Some(NOBODY), Some(NOBODY)).unwrap();
        let mut waiting = vec![place.path("sites/first")];
        while let Some(path) = waiting.pop() {
            chown(&path, Some(NOBODY), Some(NOBODY)).unwrap();
            if path.is_dir() {
                waiting.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            }
        }
    }
    let run = |more: &[&str]| {
        let mut command = Command::new(&program);
        command.current_dir(place.folder.path());
        command.args(["build", "a", "--date", "2026-11-23", "--out", "sites/first"]).args(more);
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output().unwrap()
    };
    let sites = place.path("sites");
    let site = place.path("sites/first");

    // Neither the folder nor the one above it may be written to.
    open(&site, 0o555);
    open(&sites, 0o555);
    for more in [&[][..], &["--in-place"]] {
        let done = run(more);
        assert_eq!(done.status.code(), Some(2), "{}", text(&done));
        assert!(text(&done).contains("denied"), "{}", text(&done));
        assert_eq!(place.holds("sites/first"), 1);
    }
    // The folder itself may not.
    open(&sites, 0o755);
    for more in [&[][..], &["--in-place"]] {
        let done = run(more);
        assert_eq!(done.status.code(), Some(2), "{}", text(&done));
        assert_eq!(place.holds("sites/first"), 1);
        assert_eq!(place.beside("sites/first"), BTreeSet::from(["first".to_owned()]));
    }
    // The folder may, but not the one above it: that is what --in-place is for.
    open(&site, 0o755);
    open(&sites, 0o555);
    assert_eq!(run(&[]).status.code(), Some(2));
    assert_eq!(place.holds("sites/first"), 1);
    let done = run(&["--in-place"]);
    assert!(done.status.success(), "{}", text(&done));
    assert_eq!(place.holds("sites/first"), 0);
    open(&sites, 0o755);
}
