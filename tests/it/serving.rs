//! `framdrift serve` as an editor meets it: a file is saved, and the page is another; a mistake is made, and the last
//! good page stays. The program runs as it is called; a test waits for what it says, never for the clock.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

const PLAN: &str = include_str!("../rules/base/plan.yaml");
const ORGANISATION: &str = include_str!("../rules/base/organisation.yaml");
const STATEMENT: &str = include_str!("../rules/base/accessibility.yaml");

/// Longer than anything takes: a test that has to wait so long has failed.
pub(super) const LIMIT: Duration = Duration::from_mins(2);

/// A plan in a folder of its own, and the program that shows it.
pub(super) struct Served {
    folder: TempDir,
    child: Child,
    /// What the program says, line by line.
    said: Receiver<String>,
    pub(super) place: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It has ended already where the test is about that.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[expect(clippy::disallowed_methods, reason = "a test sets up its content")]
fn write(path: PathBuf, text: &str) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

pub(super) fn page(title: &str) -> String {
    format!("---\ntitel: {title}\n---\nText.\n")
}

impl Served {
    /// A sound plan with one free page, shown; the first build is done.
    pub(super) fn start(arguments: &[&str]) -> Self {
        let served = Self::start_with(&page("Ett"), arguments);
        served.wait_for("Webbplatsen är byggd");
        served
    }

    pub(super) fn start_with(text: &str, arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in [
            ("plan.yaml", PLAN),
            ("organisation.yaml", ORGANISATION),
            ("accessibility.yaml", STATEMENT),
            ("pages/sida.md", text),
        ] {
            write(folder.path().join("content").join(path), text);
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_framdrift"))
            .args(["serve", "--port", "0", "--date", "2026-11-23"])
            .args(arguments)
            .current_dir(folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (sender, said) = channel();
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        std::thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut served = Self { folder, child, said, place: String::new() };
        let place = served.wait_for("http://").split("http://").nth(1).unwrap().split('/').next().unwrap().to_owned();
        served.place = place;
        served
    }

    /// The next line with these words.
    pub(super) fn wait_for(&self, words: &str) -> String {
        let mut before = Vec::new();
        loop {
            match self.said.recv_timeout(LIMIT) {
                Ok(line) if line.contains(words) => return line,
                Ok(line) => before.push(line),
                Err(problem) => panic!("{problem}: not said: {words}; but:\n{}", before.join("\n")),
            }
        }
    }

    pub(super) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(super) fn put(&self, path: &str, text: &str) {
        write(self.path(path), text);
    }

    pub(super) fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.place).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.place).unwrap();
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    /// What a page that is open in a browser hears.
    fn listen(&self, path: &str) -> Listener {
        let mut stream = TcpStream::connect(&self.place).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        write!(stream, "GET /__framdrift/events?page={path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.place).unwrap();
        Listener { lines: BufReader::new(stream).lines() }
    }
}

struct Listener {
    lines: std::io::Lines<BufReader<TcpStream>>,
}

impl Listener {
    fn next(&mut self) -> Value {
        let mut data = self.lines.by_ref().map(|line| line.expect("something is told within the limit"));
        let data = data.find_map(|line| line.strip_prefix("data: ").map(str::to_owned));
        serde_json::from_str(&data.expect("the server goes on")).expect("JSON")
    }

    /// Goes on to what fits.
    fn until(&mut self, fits: impl Fn(&Value) -> bool) -> Value {
        loop {
            let news = self.next();
            if fits(&news) {
                return news;
            }
        }
    }
}

#[test]
fn a_save_is_shown() {
    let served = Served::start(&[]);
    let mut page_of = served.listen("/sida/");
    let first = page_of.next();
    assert!(served.get("/sida/").contains("<h1>Ett</h1>"));

    served.put("content/pages/sida.md", &page("Två"));
    let second = page_of.until(|news| news["version"] != first["version"]);
    assert!(second["sign"].is_null());
    assert!(served.get("/sida/").contains("<h1>Två</h1>"));
    assert!(!served.path("output").exists(), "serve writes no file");
}

#[test]
fn a_save_by_renaming_is_shown() {
    let served = Served::start(&[]);
    let mut page_of = served.listen("/sida/");
    let mut before = page_of.next();
    // Three editors: a file beside it renamed over it; the old one put away first; a hidden file with a swap file.
    for (n, title) in ["Två", "Tre", "Fyra"].iter().enumerate() {
        let path = served.path("content/pages/sida.md");
        let beside = served.path(["content/pages/sida.md~", "content/pages/.sida.md.swp", "content/pages/4913~"][n]);
        if n == 1 {
            std::fs::rename(&path, served.path("content/pages/.sida.md.bak")).unwrap();
        }
        write(beside.clone(), &page(title));
        std::fs::rename(&beside, &path).unwrap();
        before = page_of.until(|news| news["version"] != before["version"] && news["sign"].is_null());
        // In between, the page may have been away.
        if !served.get("/sida/").contains(title) {
            before = page_of.until(|news| news["version"] != before["version"]);
        }
        assert!(served.get("/sida/").contains(&format!("<h1>{title}</h1>")), "{title}");
    }
}

#[test]
fn a_folder_that_is_moved_in_or_away_is_noticed() {
    let served = Served::start(&[]);
    let mut goal = served.listen("/mal/skola/");
    let missing = goal.next();
    assert!(served.get("/mal/skola/").starts_with("HTTP/1.1 404"));

    // A whole folder at once, made elsewhere, with folders in it.
    write(served.path("elsewhere/goals/skola.md"), &page("Trygg skola"));
    std::fs::rename(served.path("elsewhere/goals"), served.path("content/goals")).unwrap();
    let there = goal.until(|news| news["version"] != missing["version"]);
    assert!(served.get("/mal/skola/").contains("Trygg skola"));

    // What is in it is followed from now on.
    served.put("content/goals/skola.md", &page("Tryggare skola"));
    let changed = goal.until(|news| news["version"] != there["version"]);
    assert!(served.get("/mal/skola/").contains("Tryggare skola"));

    std::fs::rename(served.path("content/goals"), served.path("elsewhere/goals")).unwrap();
    goal.until(|news| news["version"] != changed["version"]);
    assert!(served.get("/mal/skola/").starts_with("HTTP/1.1 404"));

    // A file in a folder that was made a moment before.
    served.put("content/goals/ny/fel.md", "");
    served.wait_for("content/goals/ny/fel.md");
}

#[test]
fn the_whole_content_can_be_put_away_and_back() {
    let served = Served::start(&[]);
    let mut start = served.listen("/");
    start.next();
    std::fs::rename(served.path("content"), served.path("away")).unwrap();
    start.until(|news| news["sign"]["title"] == "Innehållet går inte att läsa");
    assert!(served.get("/sida/").contains("<h1>Ett</h1>"), "the last good site stays");

    served.put("away/pages/sida.md", &page("Två"));
    std::fs::rename(served.path("away"), served.path("content")).unwrap();
    start.until(|news| news["sign"].is_null());
    assert!(served.get("/sida/").contains("<h1>Två</h1>"));

    // The folder that is there now is another, and it is followed too.
    let mut page_of = served.listen("/sida/");
    let before = page_of.next();
    served.put("content/pages/sida.md", &page("Tre"));
    page_of.until(|news| news["version"] != before["version"]);
}

#[test]
fn a_thousand_files_at_once_are_few_builds() {
    let served = Served::start(&[]);
    // As git does it: the files are there when the next command is given, one by one.
    for n in 0..1000 {
        served.put(&format!("content/static/dokument/{}/{n}.txt", n % 10), "text");
    }
    // Built when all of them are there; whatever was built before saw a part.
    let mut last = served.listen("/dokument/9/999.txt");
    last.until(|news| news["version"].as_str().is_some_and(|version| !version.starts_with("missing")));
    assert!(served.get("/dokument/0/0.txt").ends_with("text"));

    // One change more, so that all that was said before has been said.
    served.put("content/pages/sida.md", "---\ntitel: [\n---\n");
    let mut builds = 0;
    loop {
        let line = served.said.recv_timeout(LIMIT).unwrap();
        builds += usize::from(line.contains("Webbplatsen är byggd"));
        if line.contains("fel[") {
            break;
        }
    }
    // One that is interrupted is none.
    assert!(builds <= 10, "{builds} builds");
    served.put("content/pages/sida.md", "---\ntitel: Ett\n---\nText.\n");
    while !served.said.recv_timeout(LIMIT).unwrap().contains("Webbplatsen är byggd") {}
}

#[test]
fn a_mistake_leaves_the_last_good_site_and_is_told() {
    let served = Served::start(&[]);
    let mut page_of = served.listen("/sida/");
    let good = page_of.next();
    served.put("content/pages/sida.md", "---\ntitel: Ett\ntitell: Två\n---\nText.\n");
    let bad = page_of.until(|news| !news["sign"].is_null());
    assert_eq!(bad["version"], good["version"], "the page itself is as it was");
    assert!(served.get("/sida/").contains("<h1>Ett</h1>"));

    let sign = &bad["sign"];
    assert_eq!(sign["lang"], "sv");
    assert_eq!(sign["title"], "1 fel i 1 fil");
    let problem = &sign["problems"][0];
    assert_eq!((&problem["level"], &problem["label"]), (&"error".into(), &"fel[FD101]".into()));
    assert_eq!(problem["place"]["text"], "content/pages/sida.md:3:1");
    let link = problem["place"]["link"].as_str().unwrap();
    assert!(link.starts_with("vscode://file/") && link.ends_with("/content/pages/sida.md:3:1"), "{link}");
    assert_eq!(problem["snippet"], "3 | titell: Två\n  | ^^^^^^");
    // The same words as in the terminal.
    let told = served.wait_for("fel[FD101]");
    assert_eq!(told, format!("fel[FD101]: {}", problem["message"].as_str().unwrap()));
    served.wait_for(&format!("--> {}", problem["place"]["text"].as_str().unwrap()));
    served.wait_for("den senaste som gick visas");

    served.put("content/pages/sida.md", &page("Två"));
    let mended = page_of.until(|news| news["sign"].is_null());
    assert_ne!(mended["version"], good["version"]);
    assert!(served.get("/sida/").contains("<h1>Två</h1>"));
}

#[test]
fn who_begins_with_a_mistake_sees_it_in_the_browser() {
    let served = Served::start_with("---\ntitell: Ett\n---\n", &["--editor", "none"]);
    served.wait_for("finns ingen att visa än");
    let page_of = served.get("/vad-som-helst/");
    assert!(page_of.starts_with("HTTP/1.1 503") && page_of.contains("fel[FD101]"), "{page_of}");
    let mut start = served.listen("/");
    let news = start.next();
    assert!(news["version"].is_null());
    let place = &news["sign"]["problems"][0]["place"];
    assert!(place["text"].is_string() && place["link"].is_null(), "{place}");

    served.put("content/pages/sida.md", &page("Ett"));
    start.until(|news| news["version"].is_string() && news["sign"].is_null());
    assert!(served.get("/sida/").contains("<h1>Ett</h1>"));
}

#[test]
fn where_nothing_is_told_it_is_looked_for() {
    let served = Served::start(&["--poll"]);
    let mut page_of = served.listen("/sida/");
    let first = page_of.next();
    served.put("content/pages/sida.md", &page("Två"));
    page_of.until(|news| news["version"] != first["version"]);
    assert!(served.get("/sida/").contains("<h1>Två</h1>"));
}

#[test]
fn a_site_below_a_path_is_shown_there() {
    let served = Served::start(&["--base-url", "https://exempelby.example/agenda"]);
    assert!(served.get("/").contains("location: /agenda/\r\n"));
    assert!(served.get("/agenda/sida/").contains("<h1>Ett</h1>"));
    assert!(served.get("/sida/").starts_with("HTTP/1.1 404"));
}

#[cfg(unix)]
#[test]
fn it_stops_when_it_is_told_to() {
    for signal in ["INT", "TERM"] {
        let mut served = Served::start(&[]);
        // A page that listens does not hold it back.
        let mut start = served.listen("/");
        start.next();
        let id = served.child.id().to_string();
        assert!(Command::new("kill").args(["-s", signal, &id]).status().unwrap().success());
        assert_eq!(served.child.wait().unwrap().code(), Some(0), "{signal}");
        served.wait_for("Avslutat.");
    }
}

#[test]
fn a_folder_without_content_is_told_before_anything_is_served() {
    let folder = tempfile::tempdir().unwrap();
    let done =
        Command::new(env!("CARGO_BIN_EXE_framdrift")).args(["serve", "--port", "0"]).current_dir(&folder).output();
    let done = done.unwrap();
    assert_eq!(done.status.code(), Some(2));
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(told.contains("content/plan.yaml") && !told.contains("http://127"), "{told}");
}

#[test]
fn others_are_let_in_only_when_it_is_asked_for_and_it_is_said() {
    let served = Served::start_with(&page("Ett"), &["--host", "0.0.0.0"]);
    assert!(served.place.starts_with("127.0.0.1:"), "{}", served.place);
    served.wait_for("varning: Den som når 0.0.0.0 över nätet");
    served.put("content/pages/sida.md", "---\ntitell: Ett\n---\n");
    let mut start = served.listen("/");
    let news = start.until(|news| !news["sign"].is_null());
    // A browser on another machine has no use for where our files lie.
    assert!(news["sign"]["problems"][0]["place"]["link"].is_null(), "{news}");
}

#[test]
fn a_draft_is_shown_and_marked_and_not_published() {
    let served = Served::start(&[]);
    let mut goal = served.listen("/mal/skola/");
    let missing = goal.next();
    served.put("content/goals/skola.md", "---\ntitel: Trygg skola\nutkast: true\n---\n");
    let shown = goal.until(|news| news["version"] != missing["version"]);
    let text = served.get("/mal/skola/");
    assert!(
        text.contains("<h1>Trygg skola</h1>") && text.contains(" data-drafts=\"{&quot;pages&quot;:[&quot;/mal/skola/")
    );

    let done = Command::new(env!("CARGO_BIN_EXE_framdrift"))
        .args(["build", "--date", "2026-11-23"])
        .current_dir(served.folder.path())
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(0));
    assert!(served.path("output/index.html").is_file() && !served.path("output/mal/skola").exists());

    // What would break the next build is told now.
    served.put("content/pages/sida.md", "---\ntitel: Ett\n---\nSe [målet](goal:skola).\n");
    let broken = goal.until(|news| !news["sign"].is_null());
    assert_eq!(broken["sign"]["problems"][0]["label"], "fel[FD209]");
    served.put("content/pages/sida.md", "---\ntitel: Ett\nutkast: true\n---\nSe [målet](goal:skola).\n");
    goal.until(|news| news["sign"].is_null());

    served.put("content/goals/skola.md", &page("Trygg skola"));
    goal.until(|news| news["version"] != shown["version"] && news["sign"].is_null());
    assert!(!served.get("/mal/skola/").contains("/mal/skola/&quot;"), "it is no draft any more");
}
