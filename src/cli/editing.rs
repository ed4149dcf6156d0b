//! `framdrift serve --edit`: the forms in which editors write, with what makes pages of what they write.

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::Context as _;

use super::arguments::{Voice, Which};
use crate::diag::Diagnostics;
use crate::files::Files;
use crate::forms::{self, Forms, Press, Printed};
use crate::observe::Unobserved;
use crate::serve::Office;
use crate::words::Words;

/// The forms of a plan and their key, which is another each time.
pub(super) fn office(which: &Which, voice: Voice, words: &Words) -> anyhow::Result<Office> {
    let date = which.date;
    let today = Box::new(move |timezone: &str| {
        // The clock has been looked at before, and could be.
        super::clock(date).map_or_else(|_| jiff::civil::Date::default(), |clock| clock.date(timezone))
    });
    let press = Box::new(Trial { which: which.clone(), memo: crate::Memo::default() });
    let folder: PathBuf = which.folder.clone();
    Ok(Office {
        desk: Box::new(Forms::new(folder, voice.language, today, press)),
        key: key()?,
        refusal: forms::refusal(words),
    })
}

/// Letters and digits that nobody can guess.
fn key() -> anyhow::Result<String> {
    let mut bytes = [0; 24];
    getrandom::fill(&mut bytes).context("the system gives no random numbers")?;
    let mut key = String::new();
    for byte in bytes {
        write!(key, "{byte:02x}").expect("a String takes all that is written to it");
    }
    Ok(key)
}

/// Makes a page of files that have not been saved yet.
struct Trial {
    which: Which,
    memo: crate::Memo,
}

impl Press for Trial {
    fn print(&mut self, files: &Files, path: &str) -> Printed {
        let mut diagnostics = Diagnostics::new();
        let page = self.page(files, path, &mut diagnostics);
        Printed { diagnostics, page }
    }
}

/// The file whose page shows what this one says: a report stands on the page of its initiative, values on that of their
/// indicator.
fn shown_at(path: &str) -> String {
    if let Some(values) = path.strip_suffix(".csv") {
        return format!("{values}.md");
    }
    let report = path.strip_prefix("content/reports/").and_then(|own| own.split_once('/'));
    report.map_or_else(|| path.to_owned(), |(_, name)| format!("content/initiatives/{name}"))
}

impl Trial {
    fn page(&mut self, files: &Files, path: &str, diagnostics: &mut Diagnostics) -> Option<(String, String)> {
        let clock = super::clock(self.which.date).ok()?;
        let options = crate::Options {
            base_url: self.which.base_url.clone(),
            theme: self.which.theme.clone(),
            ..crate::Options::at(clock)
        };
        let editors = crate::Audience::Editors;
        let accepted = crate::accept(files, &options, editors, Some(&mut self.memo), diagnostics, &Unobserved).ok()?;
        // What is wrong with a theme is told where the site is built.
        let making = crate::Making::new(&accepted, files, Some(&mut self.memo), &mut Diagnostics::new()).ok()?;
        // What all pages show is seen on the first.
        let start = || making.addresses().enumerate().find(|(_, address)| address.is_empty());
        let own = making.page_of(files.find(&shown_at(path))?);
        let (n, address) = own.or_else(|| (path == "content/plan.yaml").then(start).flatten())?;
        let html = making.page(n, None, &Unobserved).text.ok()?;
        Some((format!("{}{address}", making.root()), html.to_string()))
    }
}
