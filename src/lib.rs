//! **framdrift**: a static site generator for public progress reports.
//!
//! Editors write Markdown and YAML about goals, initiatives, activities, roles, forums, insights, indicators, decisions
//! and status reports. framdrift checks them, computes where the plan really stands, and writes a static site.
//!
//! # One pipeline, one direction
//!
//! Each module below is a stage. Their order here is the order of the pipeline **and the import rule**: a stage uses
//! only what stands above it. A `tidy` test reads this file and holds the house to it.
//!
//! | stage | takes | gives |
//! |---|---|---|
//! | [`observe`] | – | who is told how far a run has come |
//! | [`files`] | a folder | every input's bytes, and places in them |
//! | [`words`] | a language | its words, numbers, dates and alphabetical order |
//! | [`model`] | – | the types of a valid plan |
//! | [`diag`] | – | the register of rules, and what is told to authors |
//! | [`source`] | files | what authors wrote, file by file, every value with its place |
//! | [`check`] | source | a plan that can't be wrong in itself, or the proof that it was rejected |
//! | [`derive`](mod@derive) | a plan and a date | facts: where the plan really stands |
//! | [`charts`] | values with their words | drawings |
//! | [`search`] | what the pages say | an index that a browser searches |
//! | [`pages`] | plan, facts, words | every page as plain data, in every language |
//! | [`render`] | pages and a theme | the site's files |
//! | [`audit`] | the finished site | what is wrong with it, told where it comes from in `content/` |
//! | [`publish`] | site and folder | nothing: the folder is replaced as a whole |
//! | [`serve`] | what builds a site, and a folder to watch | nothing: the newest site is answered from memory |
//! | [`compose`] | a plan, and what an author wants to write | the file that they begin with |
//! | [`cli`] | arguments | an exit code |
//!
//! [`run`] is the whole of it between reading the disk ([`files::read`]) and writing it ([`publish::publish`]); [`cli`]
//! is what calls the three. [`serve`] is [`preview`], which is `run` with the drafts, in a loop; it never touches what
//! is published. Nothing between them reads a file, the clock, the environment or chance: the same input
//! gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use observe::Observer;

pub mod observe;
pub mod files;
pub mod words;
pub mod model;
pub mod diag;
pub mod source;
pub mod check;
pub mod derive;
pub mod charts;
pub mod search;
pub mod pages;
pub mod render;
pub mod audit;
pub mod publish;
pub mod serve;
pub mod compose;
pub mod cli;

/// What a run is told besides the content.
#[derive(Clone, Debug)]
pub struct Options {
    /// What tells which day the site describes.
    pub clock: Clock,
    /// The site's address, when it is another than the plan's own.
    pub base_url: Option<String>,
    /// The theme in `themes/`; `None`: the built-in one.
    pub theme: Option<String>,
}

/// What tells which day it is: the plan's time zone is not known before the plan is read.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// This day.
    Date(jiff::civil::Date),
    /// The day that it is at this instant where the plan is.
    Instant(jiff::Timestamp),
}

/// What a run that was not rejected gives.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The site: path, with `/` between its parts → bytes.
    pub site: BTreeMap<String, Vec<u8>>,
    /// The path of its root on its host, with a slash at both ends: `/`, or `/agenda/`.
    pub root: String,
    /// The addresses of the pages that show a draft, below the root.
    pub drafts: BTreeSet<String>,
    /// The day it describes.
    pub date: jiff::civil::Date,
}

/// Runs the stages between the files and the finished site, in order. Everything that an author should know is
/// reported in `diagnostics`; `observer` is told what is being done.
///
/// # Errors
/// When something was reported that stops the build.
pub fn run(
    files: &files::Files,
    options: &Options,
    diagnostics: &mut diag::Diagnostics,
    observer: &dyn Observer,
) -> Result<Outcome, diag::Rejected> {
    observer.stage("source");
    let mut source = source::read(files, diagnostics, observer);
    source.leave_out_drafts();
    make(source, files, options, diagnostics, observer)
}

/// As [`run`], with the drafts in the site, too: for those who write them. What could not be published because it
/// refers to a draft is reported all the same.
///
/// # Errors
/// As [`run`].
pub fn preview(
    files: &files::Files,
    options: &Options,
    diagnostics: &mut diag::Diagnostics,
    observer: &dyn Observer,
) -> Result<Outcome, diag::Rejected> {
    observer.stage("source");
    let source = source::read(files, diagnostics, observer);
    if !source.draft_files().is_empty() {
        let mut published = source.clone();
        published.leave_out_drafts();
        let mut found = diag::Diagnostics::new();
        // Whether it is rejected is told by what it found.
        let _ = check::check(published, files, &mut found);
        diagnostics.extend(found.only(&diag::code::DRAFT_REFERENCE));
    }
    make(source, files, options, diagnostics, observer)
}

/// The stages after the files have been read, in order.
fn make(
    source: source::Source,
    files: &files::Files,
    options: &Options,
    diagnostics: &mut diag::Diagnostics,
    observer: &dyn Observer,
) -> Result<Outcome, diag::Rejected> {
    observer.stage("check");
    let draft_files = source.draft_files();
    let plan = check::check(source, files, diagnostics)?;
    let date = options.clock.date(&plan.settings.timezone);
    observer.stage("derive");
    let facts = derive::derive(&plan, date);
    let past = derive::Past::new(&plan, &facts, date);
    derive::quality(&plan, &facts, diagnostics);
    observer.stage("pages");
    let words = pages::languages(&plan);
    let own = plan.settings.language;
    let warnings =
        words.iter().map(|(tag, words)| (*tag, pages::Warning::all(diagnostics, files, words, own))).collect();
    let base_url = options.base_url.as_deref().or(plan.settings.base_url.as_deref());
    let base_url = base_url.map(|url| url.trim_end_matches('/'));
    let input = pages::Input { plan: &plan, facts: &facts, past: &past, words: &words, base_url, warnings: &warnings };
    let made = pages::pages(input, observer);
    let palette = pages::brand::palette(plan.settings.colour.as_deref());
    observer.stage("render");
    let theme = options.theme.as_deref().unwrap_or(render::DEFAULT_THEME);
    let input =
        render::Input { pages: &made.pages, sites: &made.sites, words: &words, theme, palette: &palette, files };
    let mut site = render::render(&input, diagnostics, observer)?;
    site.extend(made.files);
    observer.stage("audit");
    let origins = audit::Origins { pages: &made.origins, headings: &made.headings };
    audit::audit(&site, &origins, &made.root, diagnostics, observer);
    if let Some(rejected) = diagnostics.rejected() {
        return Err(rejected);
    }
    let drafts = made.origins.iter().filter(|(_, span)| draft_files.contains(&span.file));
    let drafts = drafts.map(|(address, _)| address.clone()).collect();
    Ok(Outcome { site, root: made.root, drafts, date })
}

impl Clock {
    /// The day that it is in the time zone of this name.
    fn date(self, timezone: &str) -> jiff::civil::Date {
        match self {
            Self::Date(date) => date,
            // A plan that got through the checks has a time zone that exists.
            Self::Instant(instant) => {
                jiff::tz::TimeZone::get(timezone).unwrap_or(jiff::tz::TimeZone::UTC).to_datetime(instant).date()
            }
        }
    }
}
