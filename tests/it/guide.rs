//! The guide in `docs/` is one story, and it is lived through: every command is run, every file written and every change made
//! as the reader is told to, in an empty folder and in order.
//!
//! - A block `sh` is run line by line; `sh fel` and `sh fails` must fail.
//! - A block with a path after its language is a file to be written; of `diff` the lines with `-` are to be those with `+`.
//! - A block `console` is not run: it needs the network.
//! - A block `text` after a command is in what it says.

use std::io::{BufRead as _, BufReader};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The day on which the story is lived: 29 November 2026.
const DAY: &str = "1795910400";

/// A block of a page: what stands after the three marks, and its lines.
struct Block {
    info: String,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(info), None) => open = Some(Block { info: info.trim().to_owned(), text: String::new() }),
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block is never closed");
    blocks
}

/// The pages of a guide in the order in which its first page names them.
#[expect(clippy::disallowed_methods, reason = "a test reads the guide")]
fn pages(folder: &str) -> Vec<(String, String)> {
    let folder = super::root().join("docs").join(folder);
    let read =
        |name: &str| std::fs::read_to_string(folder.join(name)).unwrap_or_else(|_| panic!("{name} is not there"));
    let index = read("README.md");
    let mut pages = vec![("README.md".to_owned(), index.clone())];
    for (_, rest) in index.match_indices("](").map(|(at, own)| (at, index.split_at(at + own.len()).1)) {
        let name = rest.split(')').next().unwrap_or_default();
        if !name.contains('/') && name.strip_suffix(".md").is_some() && !pages.iter().any(|(own, _)| own == name) {
            pages.push((name.to_owned(), read(name)));
        }
    }
    let there = std::fs::read_dir(&folder).unwrap().filter_map(|own| own.ok()?.file_name().into_string().ok());
    let lost: Vec<String> =
        there.filter(|name| name.strip_suffix(".md").is_some() && !pages.iter().any(|(own, _)| own == name)).collect();
    assert!(lost.is_empty(), "no page leads to {lost:?}");
    pages
}

/// Somebody who does what the guide says.
struct Reader {
    home: tempfile::TempDir,
    /// Where they stand.
    folder: PathBuf,
    /// What the last command said.
    told: String,
}

impl Reader {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("arbete");
        let tools = home.path().join("bin");
        let reader = Self { folder, told: String::new(), home };
        std::fs::create_dir_all(&reader.folder).unwrap();
        std::fs::create_dir_all(&tools).unwrap();
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_framdrift"), tools.join("framdrift")).unwrap();
        reader
    }

    fn command(&self, line: &str) -> Command {
        let mut command = Command::new("bash");
        command.args(["-c", line]).current_dir(&self.folder).env_clear().stdin(Stdio::null());
        command.env("PATH", format!("{}:/usr/bin:/bin", self.home.path().join("bin").display()));
        command.env("HOME", self.home.path()).env("SOURCE_DATE_EPOCH", DAY).env("LC_ALL", "C.UTF-8");
        command
    }

    /// Runs a line of a block.
    fn run(&mut self, line: &str, may_fail: bool) {
        if let Some(folder) = line.strip_prefix("cd ") {
            self.folder = self.folder.join(folder);
            return;
        }
        if line.starts_with("framdrift serve") {
            return self.serve(line);
        }
        let output = self.command(line).output().unwrap();
        self.told.push_str(&String::from_utf8_lossy(&output.stdout));
        self.told.push_str(&String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.success(), !may_fail, "{line}\n{}", self.told);
    }

    /// Shows the site until it is there; nobody opens a browser.
    fn serve(&mut self, line: &str) {
        let mut command = self.command(&format!("{} --port 0", line.replace(" --open", "")));
        let mut serving = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let told = BufReader::new(serving.stderr.take().unwrap());
        let last = if line.contains("--edit") { "?key=" } else { "http://127.0.0.1:" };
        let mut is_shown = false;
        for said in told.lines().map_while(Result::ok) {
            self.told.push_str(&said);
            is_shown = said.contains("http://127.0.0.1:") && said.contains(last);
            if is_shown {
                break;
            }
        }
        serving.kill().unwrap();
        serving.wait().unwrap();
        assert!(is_shown, "{line} shows nothing");
    }

    #[expect(clippy::disallowed_methods, reason = "a reader reads and writes files")]
    fn write(&self, path: &str, text: &str, is_change: bool) {
        let file = self.folder.join(path);
        if !is_change {
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
            return;
        }
        let side = |mark: char| -> String {
            text.lines().filter_map(|line| line.strip_prefix(mark)).flat_map(|line| [line, "\n"]).collect()
        };
        let before = std::fs::read_to_string(&file).unwrap();
        assert_eq!(before.matches(&side('-')).count(), 1, "{path} does not hold what is to be changed once:\n{text}");
        std::fs::write(file, before.replacen(&side('-'), &side('+'), 1)).unwrap();
    }

    /// Does what a page says.
    fn follow(&mut self, name: &str, page: &str) {
        for block in blocks(page) {
            let (kind, more) = block.info.split_once(' ').unwrap_or((&block.info, ""));
            match (kind, more) {
                ("sh", "" | "fel" | "fails") => {
                    self.told.clear();
                    for line in block.text.lines() {
                        self.run(line, !more.is_empty());
                    }
                }
                ("text", "") => {
                    for line in block.text.lines() {
                        assert!(self.told.contains(line), "{name}: nothing says {line:?}, but:\n{}", self.told);
                    }
                }
                ("diff", path) if !path.is_empty() => self.write(path, &block.text, true),
                (_, path) if !path.is_empty() => self.write(path, &block.text, false),
                // What would build the program, or ask a site that is not there.
                ("console", "") => {}
                other => panic!("{name}: nobody knows what to do with {other:?}"),
            }
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test looks at what came of it")]
fn whoever_follows_the_editors_guide_has_a_site() {
    let mut reader = Reader::new();
    for (name, page) in pages("sv") {
        reader.follow(&name, &page);
    }
    let output = reader.folder.join("output");
    let page = |path: &str| std::fs::read_to_string(output.join(path)).unwrap();
    // Five initiatives, one of which has been renamed, reported and translated.
    let there = std::fs::read_dir(output.join("initiativ")).unwrap().count();
    assert!(there >= 6, "{there}");
    assert!(page("initiativ/folj-ditt-arende/index.html").contains("Leverantören har bara en person"));
    assert!(page("en/initiatives/folj-ditt-arende/index.html").contains("Follow your case"));
    assert!(page("initiativ/digital-post/index.html").contains("digital-brevlada"));
    assert!(page("insikter/svaret-tog-tva-veckor/index.html").contains("Vi provar att visa läget"));
}

#[test]
fn every_page_of_the_other_guide_stands_alone() {
    for (name, page) in pages("en") {
        Reader::new().follow(&name, &page);
    }
}

#[test]
fn every_link_of_the_guide_leads_somewhere() {
    for folder in ["sv", "en"] {
        for (name, page) in pages(folder) {
            for (_, rest) in page.match_indices("](").map(|(at, own)| (at, page.split_at(at + own.len()).1)) {
                let link = rest.split([')', '#']).next().unwrap_or_default();
                let file = super::root().join("docs").join(folder).join(link);
                assert!(link.starts_with("https://") || file.exists(), "{folder}/{name} leads to {link}");
            }
        }
    }
}
