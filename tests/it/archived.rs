//! `framdrift archive`: one file that says what it is, is the same each time, and can be read and checked without
//! framdrift's help and years later.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Output};

use html5gum::{Token, Tokenizer};
use sha2::{Digest as _, Sha256};

const PLAN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/liten");
const DAY: &str = "2026-11-23";

fn call(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
    command.args(arguments).current_dir(folder).env_remove("SOURCE_DATE_EPOCH");
    command.output().expect("the program can be started")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// An archive's files: path → bytes.
fn unpacked(archive: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(std::fs::File::open(archive).unwrap()).unwrap();
    let n = zip.len();
    let read = |n| {
        let mut file = zip.by_index(n).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..n).map(read).collect()
}

/// Packs files anew, as somebody with a grudge would.
fn pack(files: &BTreeMap<String, Vec<u8>>, archive: &Path) {
    let mut zip = zip::ZipWriter::new(std::fs::File::create(archive).unwrap());
    for (path, bytes) in files {
        zip.start_file(path.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, bytes).unwrap();
    }
    zip.finish().unwrap();
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
fn an_archive_is_whole_and_the_same_each_time() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.zip", "kept/b.zip"] {
        let done = call(folder.path(), &["archive", PLAN, "--date", DAY, "--commit", "0123abcd", "--out", name]);
        assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    }
    let archive = folder.path().join("a.zip");
    assert_eq!(std::fs::read(&archive).unwrap(), std::fs::read(folder.path().join("kept/b.zip")).unwrap());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");

    let files = unpacked(&archive);
    // Everything that the site was made of, as it is.
    for path in super::files_below(&Path::new(PLAN).join("content")) {
        let below = path.strip_prefix(PLAN).unwrap().to_str().unwrap().replace('\\', "/");
        assert!(files.get(&format!("source/{below}")) == Some(&std::fs::read(&path).unwrap()), "{below}");
    }
    // The record knows all but itself, by sums that any program can count.
    let record: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).unwrap();
    assert_eq!((record["date"].as_str(), record["commit"].as_str()), (Some(DAY), Some("0123abcd")));
    let listed: BTreeSet<&String> = record["files"].as_object().unwrap().keys().collect();
    assert_eq!(listed, files.keys().filter(|path| *path != "manifest.json").collect());
    for (path, entry) in record["files"].as_object().unwrap() {
        let mut sum = String::new();
        for byte in Sha256::digest(&files[path]) {
            write!(sum, "{byte:02x}").unwrap();
        }
        assert_eq!(entry["sha256"].as_str(), Some(sum.as_str()), "{path}");
    }
    let readme = String::from_utf8(files["README.txt"].clone()).unwrap();
    for said in ["23 november 2026", "23 November 2026", "site/index.html", "framdrift verify", "\r\n"] {
        assert!(readme.contains(said), "{readme}");
    }
}

/// A disk has no web server that finds `index.html` in a folder.
#[test]
fn every_link_of_an_archive_leads_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let done = call(folder.path(), &["archive", PLAN, "--date", DAY, "--out", "a.zip"]);
    assert_eq!(done.status.code(), Some(0), "{}", said(&done));
    let files = unpacked(&folder.path().join("a.zip"));
    let mut followed = 0;
    for (path, bytes) in files.iter().filter(|(path, _)| framdrift::audit::is_html(path)) {
        let html = String::from_utf8_lossy(bytes);
        for token in Tokenizer::new(html.as_ref()) {
            let Ok(Token::StartTag(tag)) = token else { continue };
            for (name, value) in &tag.attributes {
                let value = String::from_utf8_lossy(value);
                let is_address = matches!(&name[..], b"href" | b"src") && !value.starts_with('#');
                if !is_address || value.contains(':') {
                    continue;
                }
                assert!(!value.starts_with('/'), "{path}: {value}");
                let mut at: Vec<&str> = path.split('/').collect();
                at.pop();
                let to = value.split('#').next().unwrap();
                for part in to.split('/') {
                    match part {
                        ".." => assert!(at.pop().is_some(), "{path}: {value}"),
                        part => at.push(part),
                    }
                }
                assert!(files.contains_key(&at.join("/")), "{path}: {value} leads to {}", at.join("/"));
                followed += 1;
            }
        }
    }
    assert!(followed > 1000, "{followed} links");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test does what a disk and a stranger do to a file")]
fn what_was_done_to_an_archive_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let archive = folder.path().join("archive-2026-11-23.zip");
    let made = call(folder.path(), &["archive", PLAN, "--date", DAY, "--out", archive.to_str().unwrap()]);
    assert!(said(&made).contains("Arkivet är skrivet"), "{}", said(&made));
    let verify = || call(folder.path(), &["verify", archive.to_str().unwrap(), "--lang-of-messages", "en"]);
    assert_eq!(verify().status.code(), Some(0), "{}", said(&verify()));

    let mut files = unpacked(&archive);
    files.insert("site/index.html".to_owned(), b"All is well.".to_vec());
    files.insert("site/more.html".to_owned(), b"More.".to_vec());
    files.remove("source/content/plan.yaml");
    pack(&files, &archive);
    let wrong = verify();
    assert_eq!(wrong.status.code(), Some(1), "{}", said(&wrong));
    for what in
        ["Changed: site/index.html", "Not in manifest.json: site/more.html", "Missing: source/content/plan.yaml"]
    {
        assert!(said(&wrong).contains(what), "{}", said(&wrong));
    }

    // A disk that goes bad: what is damaged is told, and nothing else happens.
    let done = call(folder.path(), &["archive", PLAN, "--date", DAY, "--out", archive.to_str().unwrap()]);
    assert_eq!(done.status.code(), Some(0), "it is replaced: {}", said(&done));
    let mut bytes = std::fs::read(&archive).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0xff;
    std::fs::write(&archive, &bytes).unwrap();
    assert_eq!(verify().status.code(), Some(1), "{}", said(&verify()));
    std::fs::write(&archive, &bytes[..middle]).unwrap();
    assert_eq!(verify().status.code(), Some(2), "{}", said(&verify()));
    pack(&BTreeMap::from([("a".to_owned(), Vec::new())]), &archive);
    assert!(said(&verify()).contains("manifest.json"), "{}", said(&verify()));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test sets up its content and looks at what is left")]
fn a_plan_that_is_wrong_is_not_kept() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("content")).unwrap();
    std::fs::write(folder.path().join("content/plan.yaml"), "tittel: Plan\n").unwrap();
    std::fs::write(folder.path().join("kept.zip"), "before").unwrap();
    let done = call(folder.path(), &["archive", "--out", "kept.zip"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(said(&done).contains("Inget arkiv skrevs"), "{}", said(&done));
    assert_eq!(std::fs::read(folder.path().join("kept.zip")).unwrap(), b"before");
    let done = call(folder.path(), &["archive", "--out", "content/kept.zip"]);
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
}
