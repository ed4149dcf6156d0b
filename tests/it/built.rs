//! Sites that more than one test looks at, each built once: to build one is most of what the tests of a whole site cost.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use framdrift::diag::{Diagnostics, Level};
use framdrift::files::Files;
use framdrift::{Clock, Options};

use super::reading::main_text;

/// The day of the sample plan and of the tiny one.
pub(crate) const TODAY: &str = "2026-11-23";

/// The repository itself is the sample plan.
pub(crate) const SAMPLE_FOLDER: &str = "";
/// A plan of two goals that uses every key there is.
pub(crate) const TINY_FOLDER: &str = "tests/sites/liten";
/// A plan that exists, in English.
pub(crate) const REAL_FOLDER: &str = "tests/sites/us-federal-data-strategy-2020";
/// The day of the real plan.
pub(crate) const REAL_DAY: &str = "2021-02-01";

/// The sample plan on its day.
pub(crate) static SAMPLE: LazyLock<Site> = LazyLock::new(|| Site::of(SAMPLE_FOLDER, TODAY));
/// The tiny plan on its day.
pub(crate) static TINY: LazyLock<Site> = LazyLock::new(|| Site::of(TINY_FOLDER, TODAY));
/// The real plan on its day.
pub(crate) static REAL: LazyLock<Site> = LazyLock::new(|| Site::of(REAL_FOLDER, REAL_DAY));

/// A built site.
pub(crate) struct Site {
    /// Path → content.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// The codes of the warnings that were given.
    pub(crate) warnings: BTreeSet<&'static str>,
}

/// Whether a file is no chart for somebody else's page.
fn is_of_the_site(path: &str) -> bool {
    !path.starts_with("embed/")
}

impl Site {
    /// The site of a plan in the repository.
    pub(crate) fn of(folder: &str, date: &str) -> Self {
        Self::build(&Files::from_memory(plan(folder)), date, None)
    }

    /// The same at another address than its own.
    pub(crate) fn at(folder: &str, date: &str, url: &str) -> Self {
        let options = Options { base_url: Some(url.to_owned()), ..Options::at(Clock::Date(date.parse().unwrap())) };
        Self::with(&Files::from_memory(plan(folder)), date, &options)
    }

    /// The site of these files, which have no errors.
    pub(crate) fn build(files: &Files, date: &str, theme: Option<&str>) -> Self {
        let options = Options { theme: theme.map(str::to_owned), ..Options::at(Clock::Date(date.parse().unwrap())) };
        Self::with(files, date, &options)
    }

    fn with(files: &Files, date: &str, options: &Options) -> Self {
        let date: jiff::civil::Date = date.parse().unwrap();
        let mut diagnostics = Diagnostics::new();
        let outcome = framdrift::run(files, options, &mut diagnostics, &framdrift::observe::Unobserved);
        let (errors, warnings): (Vec<_>, Vec<_>) =
            diagnostics.sorted(files).into_iter().partition(|found| found.rule.level == Level::Error);
        assert!(errors.is_empty(), "{errors:?}");
        let outcome = outcome.unwrap_or_else(|_| panic!("nothing was reported"));
        assert_eq!(outcome.date, date);
        Self { files: outcome.site, warnings: warnings.into_iter().map(|found| found.rule.code).collect() }
    }

    /// A file's text.
    pub(crate) fn file(&self, path: &str) -> &str {
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("there is no {path}"));
        std::str::from_utf8(bytes).unwrap()
    }

    /// The page at an address.
    pub(crate) fn html(&self, address: &str) -> &str {
        self.file(&format!("{address}index.html"))
    }

    /// What a reader of `<main>` reads.
    pub(crate) fn text(&self, address: &str) -> String {
        main_text(self.html(address))
    }

    /// The addresses of the pages below `folder`, not its own.
    pub(crate) fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> {
        self.pages().filter(move |page| page.starts_with(folder) && *page != folder)
    }

    /// The addresses of all pages.
    pub(crate) fn pages(&self) -> impl Iterator<Item = &str> {
        self.files.keys().filter(|path| is_of_the_site(path)).filter_map(|path| path.strip_suffix("index.html"))
    }

    /// The pages that are read on the site, with their markup: those with an address and those without.
    pub(crate) fn markup(&self) -> impl Iterator<Item = (&str, &str)> {
        self.ending(".html").filter(|(path, _)| is_of_the_site(path))
    }

    /// The files whose path ends so, with their text.
    pub(crate) fn ending(&self, ending: &str) -> impl Iterator<Item = (&str, &str)> {
        self.files
            .iter()
            .filter(move |(path, _)| path.ends_with(ending))
            .map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()))
    }
}

/// The files of a plan in the repository.
#[expect(clippy::disallowed_methods, reason = "a test reads the plan that it builds")]
pub(crate) fn plan(folder: &str) -> Vec<(String, Vec<u8>)> {
    let folder = super::root().join(folder);
    super::files_below(&folder.join("content"))
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&folder).unwrap().components();
            let name = name.map(|part| part.as_os_str().to_str().unwrap()).collect::<Vec<_>>().join("/");
            (name, std::fs::read(path).unwrap())
        })
        .collect()
}
