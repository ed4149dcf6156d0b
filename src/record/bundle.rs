//! What an archive of a site holds: the site as it is read from a disk, all that it was made of, and a record of both.

use std::collections::BTreeMap;

use super::{MANIFEST, Reported, record};
use crate::files::Files;
use crate::model::Plan;
use crate::words::{Arg, Words};

/// The folder of the site in an archive.
const SITE: &str = "site";
/// The folder of what it was made of.
const SOURCE: &str = "source";
/// What tells a reader what it all is. In ASCII, as archives of authorities want their names.
const README: &str = "README.txt";

/// What an archive says of its site, besides what the site says itself.
#[derive(Clone, Debug)]
pub struct Origin {
    /// The day that the site describes.
    pub date: jiff::civil::Date,
    /// The commit that the content was taken from, where the caller named one.
    pub commit: Option<String>,
    /// The reports of its plan.
    pub reports: BTreeMap<String, Reported>,
    /// What the plan is, in each of its languages.
    pub introductions: Vec<String>,
}

/// What a reader is told first of an archive with the site of this plan, in one language.
pub fn introduction(plan: &Plan, date: jiff::civil::Date, base_url: Option<&str>, words: &Words) -> String {
    let settings = &plan.settings;
    let text = |text: &crate::model::Text| text.in_language(words.language()).0.to_owned();
    let args = [
        ("title", Arg::from(text(&settings.title))),
        ("organisation", Arg::from(text(&settings.organisation))),
        ("date", Arg::from(words.formats().day(date))),
        ("licence", Arg::from(settings.licence.clone())),
        ("program", Arg::from(super::program())),
    ];
    let mut parts = vec![words.fill("archive-about", &args)];
    parts.extend(base_url.map(|url| words.fill("archive-address", &[("url", Arg::from(format!("{url}/")))])));
    parts.extend(["archive-site", "archive-source", "archive-manifest"].map(|key| words.get(key)));
    parts.push(words.fill("archive-licence", &args));
    parts.join("\n\n")
}

/// Everything that an archive of `site` holds: path → bytes. `files` are what it was made of.
pub fn bundle(mut site: BTreeMap<String, Vec<u8>>, files: &Files, origin: Origin) -> BTreeMap<String, Vec<u8>> {
    let Origin { date, commit, reports, introductions } = origin;
    record(&mut site, date, commit.as_deref(), reports.clone());
    let mut all: BTreeMap<String, Vec<u8>> =
        site.into_iter().map(|(path, bytes)| (format!("{SITE}/{path}"), bytes)).collect();
    all.extend(files.iter().map(|(_, file)| (format!("{SOURCE}/{}", file.path), file.bytes.to_vec())));
    let rule = format!("\n\n{}\n\n", "-".repeat(72));
    // A system that opens it may know no other line end.
    let readme = (introductions.join(&rule) + "\n").replace('\n', "\r\n");
    all.insert(README.to_owned(), readme.into_bytes());
    record(&mut all, date, commit.as_deref(), reports);
    debug_assert!(all.contains_key(MANIFEST), "an archive has its record");
    all
}
