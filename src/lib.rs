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
//! | [`queue`] | pieces of work | what came of them, what is waited for first |
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
//! | [`record`](mod@record) | the finished site | what is in it, and what was published before and is not |
//! | [`host`] | the finished site | how a web server should answer with it |
//! | [`publish`] | site and folder | nothing: the folder is replaced as a whole |
//! | [`fetch`] | addresses | what servers answer; only when somebody asks for it |
//! | [`serve`] | what builds a site, and a folder to watch | nothing: the newest site is answered from memory |
//! | [`compose`] | a plan, and what an author wants to write | the file that they begin with |
//! | [`forms`] | what is asked for and written in a browser | pages with forms, and the plan's files changed |
//! | [`cli`] | arguments | an exit code |
//!
//! [`run`] is the whole of it between reading the disk ([`files::read`]) and writing it ([`publish::publish`]); [`cli`]
//! is what calls the three. [`serve`] is the same with the drafts, in a loop, and the pages are made in the order in
//! which they are asked for ([`Making`]); it never touches what is published. Nothing between them reads a file, the clock, the environment or chance: the same input
//! gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use observe::Observer;

pub mod observe;
pub mod queue;
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
pub mod record;
pub mod host;
pub mod publish;
pub mod fetch;
pub mod serve;
pub mod compose;
pub mod forms;
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
    /// What was published before: what of it would be lost is reported.
    pub since: Option<record::Manifest>,
    /// How pages lead to each other.
    pub links: pages::Links,
}

impl Options {
    /// The options of a run that is told nothing but what day it is.
    pub fn at(clock: Clock) -> Self {
        Self { clock, base_url: None, theme: None, since: None, links: pages::Links::Folders }
    }
}

/// What tells which day it is: the plan's time zone is not known before the plan is read.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// This day.
    Date(jiff::civil::Date),
    /// The day that it is at this instant where the plan is.
    Instant(jiff::Timestamp),
}

/// Who a site is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody: without the drafts.
    Public,
    /// Those who write it: with the drafts. What could not be published because it refers to a draft is reported all the
    /// same.
    Editors,
}

/// What a run that was not rejected gives.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The site: path, with `/` between its parts → bytes.
    pub site: BTreeMap<String, Vec<u8>>,
    /// The day it describes.
    pub date: jiff::civil::Date,
    /// The reports of its plan, as the record of it tells them.
    pub reports: BTreeMap<String, record::Reported>,
    /// What a reader of an archive is told first, in each of its languages.
    pub introductions: Vec<String>,
    /// How a web server should answer with it.
    pub host: host::Host,
    /// What it links to elsewhere.
    pub external: Vec<audit::External>,
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
    let accepted = accept(files, options, Audience::Public, None, diagnostics, observer)?;
    observer.stage("pages");
    let making = Making::new(&accepted, files, None, diagnostics)?;
    let queue = queue::Queue::new(making.addresses().len());
    observer.pieces(making.addresses().len());
    let (data, _) = rayon::join(|| making.data(), || queue.work(|n| making.page(n, observer), |_| {}, || false));
    observer.stage("audit");
    let mut site = making.finish(data, &queue, diagnostics)?;
    let host = making.host(&queue);
    let external = making.external(&queue, files);
    let pages = queue.into_done().unwrap_or_default();
    let paths = making.addresses().map(render::file_of);
    site.extend(paths.zip(pages).filter_map(|(path, page)| Some((path, page.text.ok()?.into_bytes()))));
    let reports = record::reports(&accepted.plan, files);
    if let Some(before) = &options.since {
        observer.stage("record");
        making.hold_against(before, &site, &reports, diagnostics);
        diagnostics.rejected().map_or(Ok(()), Err)?;
    }
    Ok(Outcome { site, date: accepted.date, reports, introductions: accepted.introductions(), host, external })
}

/// A plan without an error, and what was derived from it: all that a site is made of.
pub struct Accepted {
    plan: model::Plan,
    facts: derive::Facts,
    past: derive::Past,
    words: pages::Languages,
    warnings: BTreeMap<&'static str, Vec<pages::Warning>>,
    base_url: Option<String>,
    links: pages::Links,
    theme: String,
    palette: pages::brand::Palette,
    /// The day that the site describes.
    pub date: jiff::civil::Date,
    draft_files: BTreeSet<files::FileId>,
}

/// What came of steps that depend on nothing but their input, by that input: a run that is given what the last one
/// remembered does only what is new, and gives the same.
#[derive(Default)]
pub struct Memo {
    source: source::Memo,
    check: check::Memo,
    /// Of the check of what is published, where there are drafts.
    published: check::Memo,
    words: pages::Memo,
    theme: render::Memo,
}

/// Runs the stages that can refuse a plan for what its author wrote.
///
/// # Errors
/// When something was reported that stops the build.
pub fn accept(
    files: &files::Files,
    options: &Options,
    audience: Audience,
    mut memo: Option<&mut Memo>,
    diagnostics: &mut diag::Diagnostics,
    observer: &dyn Observer,
) -> Result<Accepted, diag::Rejected> {
    observer.stage("source");
    let mut source = source::read(files, memo.as_mut().map(|memo| &mut memo.source), diagnostics, observer);
    let draft_files = source.draft_files();
    match audience {
        Audience::Public => source.leave_out_drafts(),
        Audience::Editors if draft_files.is_empty() => {}
        Audience::Editors => {
            let mut published = source.clone();
            published.leave_out_drafts();
            let mut found = diag::Diagnostics::new();
            // Whether it is rejected is told by what it found.
            let _ = check::check(published, files, memo.as_mut().map(|memo| &mut memo.published), &mut found);
            diagnostics.extend(found.only(&diag::code::DRAFT_REFERENCE));
        }
    }
    observer.stage("check");
    let plan = check::check(source, files, memo.as_mut().map(|memo| &mut memo.check), diagnostics)?;
    let date = options.clock.date(&plan.settings.timezone);
    observer.stage("derive");
    let (facts, past) = derive::derive_with_past(&plan, date);
    derive::quality(&plan, &facts, diagnostics);
    let words = pages::languages(&plan, memo.map(|memo| &mut memo.words));
    let own = plan.settings.language;
    let warnings =
        words.iter().map(|(tag, words)| (*tag, pages::Warning::all(diagnostics, files, words, own))).collect();
    let base_url = options.base_url.as_deref().or(plan.settings.base_url.as_deref());
    let base_url = base_url.map(|url| url.trim_end_matches('/').to_owned());
    if base_url.is_none()
        && let Some(catalogue) = &plan.settings.catalogue
    {
        diagnostics.report(check::catalogue_without_address(catalogue.span));
        diagnostics.rejected().map_or(Ok(()), Err)?;
    }
    let palette = pages::brand::palette(plan.settings.colour.as_deref());
    let theme = options.theme.clone().unwrap_or_else(|| render::DEFAULT_THEME.to_owned());
    let links = options.links;
    Ok(Accepted { plan, facts, past, words, warnings, base_url, links, theme, palette, date, draft_files })
}

impl Accepted {
    /// What a reader of an archive is told first, in each of its languages, the plan's own first.
    fn introductions(&self) -> Vec<String> {
        let Self { plan, date, base_url, .. } = self;
        let introduction = |words: &words::Words| record::introduction(plan, *date, base_url.as_deref(), words);
        self.languages().map(introduction).collect()
    }

    /// The words of each of its languages, the plan's own first.
    fn languages(&self) -> impl Iterator<Item = &words::Words> {
        let own = self.plan.settings.language;
        let (first, others): (Vec<_>, Vec<_>) = self.words.values().partition(|words| words.language() == own);
        first.into_iter().chain(others)
    }
}

/// A site in the making: what is left is page after page, in any order.
pub struct Making<'a> {
    accepted: &'a Accepted,
    maker: pages::Maker<'a>,
    press: render::Press<'a>,
}

/// A page that has been made.
#[derive(Debug)]
pub struct Made {
    /// Its text.
    pub text: Result<String, render::Unfilled>,
    /// What it links to and is linked to by.
    /// `None`: it is no page but a picture.
    scan: Option<audit::Scan>,
    /// What the site map says of it.
    listed: Option<pages::Listed>,
}

impl<'a> Making<'a> {
    /// Gets everything ready.
    ///
    /// # Errors
    /// When the theme can't be used; that is reported.
    pub fn new(
        accepted: &'a Accepted,
        files: &'a files::Files,
        memo: Option<&mut Memo>,
        diagnostics: &mut diag::Diagnostics,
    ) -> Result<Self, diag::Rejected> {
        let Accepted { plan, facts, past, words, warnings, base_url, links, theme, palette, .. } = accepted;
        let input = pages::Input { plan, facts, past, words, base_url: base_url.as_deref(), links: *links, warnings };
        let maker = pages::Maker::new(input);
        let press = render::Press::new(
            render::Input { theme, palette, files },
            &maker.sites(),
            words,
            memo.map(|memo| &mut memo.theme),
            diagnostics,
        )?;
        Ok(Self { accepted, maker, press })
    }

    /// The addresses of all pages; a page is asked for by its place here.
    pub fn addresses(&self) -> impl ExactSizeIterator<Item = &str> {
        self.maker.addresses()
    }

    /// The path of the site's root on its host, with a slash at both ends.
    pub fn root(&self) -> &str {
        self.maker.root()
    }

    /// The addresses of the pages that show a draft.
    pub fn drafts(&self) -> BTreeSet<String> {
        let origins = self.maker.origins().into_iter();
        origins.filter(|(_, span)| self.accepted.draft_files.contains(&span.file)).map(|(address, _)| address).collect()
    }

    /// The number and the address of the page in the plan's own language that is made of a file.
    pub fn page_of(&self, file: files::FileId) -> Option<(usize, &str)> {
        let others: Vec<String> =
            self.accepted.languages().skip(1).map(|words| words.language().tag().to_owned() + "/").collect();
        let sources = self.sources();
        let is_own = |address: &str| !others.iter().any(|tag| address.starts_with(tag.as_str()));
        let mut all = self.addresses().enumerate();
        all.find(|(_, address)| is_own(address) && sources.get(*address) == Some(&file))
    }

    /// The address of each page that has a file of its own, and that file.
    pub fn sources(&self) -> BTreeMap<String, files::FileId> {
        let origins = self.maker.origins();
        let mut pages: BTreeMap<files::FileId, usize> = BTreeMap::new();
        for span in origins.values() {
            *pages.entry(span.file).or_default() += 1;
        }
        // A page in each language is made of one file; more than those are of many things in it.
        let most = self.accepted.words.len();
        let own = origins.into_iter().map(|(address, span)| (address, span.file));
        own.filter(|(_, file)| pages[file] <= most).collect()
    }

    /// The files that are taken as they are: path → bytes.
    pub fn given(&self) -> BTreeMap<String, Vec<u8>> {
        self.press.files()
    }

    /// Makes a page.
    ///
    /// # Panics
    /// When there is no such page.
    pub fn page(&self, n: usize, observer: &dyn Observer) -> Made {
        observe::piece(observer, &format!("/{}", self.maker.address(n)), || {
            let page = observe::part(observer, "page", || self.maker.page(n));
            let text = observe::part(observer, "render", || self.press.fill(&page));
            let markup = text.as_deref().ok().filter(|_| audit::is_html(&render::file_of(self.maker.address(n))));
            let scan = observe::part(observer, "audit", || markup.map(audit::Scan::of));
            Made { text, scan, listed: pages::Listed::of(&page) }
        })
    }

    /// The files that are made of the plan as a whole: path → bytes.
    pub fn data(&self) -> BTreeMap<String, Vec<u8>> {
        self.maker.files()
    }

    /// All files that are no pages (path → bytes), once every page and the `data` have been made; looks through the
    /// finished site.
    ///
    /// # Errors
    /// When a page could not be made, or something was reported that stops the build.
    ///
    /// # Panics
    /// When a page has not been made.
    pub fn finish(
        &self,
        data: BTreeMap<String, Vec<u8>>,
        pages: &queue::Queue<Made>,
        diagnostics: &mut diag::Diagnostics,
    ) -> Result<BTreeMap<String, Vec<u8>>, diag::Rejected> {
        let made: Vec<(&str, &Made)> = self
            .addresses()
            .enumerate()
            .map(|(n, address)| (address, pages.get(n).expect("every page has been made")))
            .collect();
        let unfilled = made.iter().filter_map(|(address, made)| Some((*address, made.text.as_ref().err()?)));
        self.press.report(unfilled, diagnostics)?;
        let mut files = self.given();
        let listed: Vec<pages::Listed> = made.iter().filter_map(|(_, made)| made.listed.clone()).collect();
        files.extend(data);
        files.extend(self.maker.site_map(&listed));
        for (path, bytes) in self.host(pages).files(self.security().as_ref()) {
            // What the plan has of its own is what its host is to read.
            files.entry(path).or_insert(bytes);
        }

        let uploaded: BTreeMap<&str, audit::Scan> = files
            .iter()
            .filter(|(path, _)| audit::is_html(path))
            .map(|(path, bytes)| (path.as_str(), audit::Scan::of(&String::from_utf8_lossy(bytes))))
            .collect();
        let paths: Vec<String> = made.iter().map(|(address, _)| render::file_of(address)).collect();
        let mut all: BTreeMap<&str, Option<&audit::Scan>> =
            files.keys().map(|path| (path.as_str(), uploaded.get(path.as_str()))).collect();
        // A file of the plan never replaces a page.
        all.extend(paths.iter().zip(&made).map(|(path, (_, made))| (path.as_str(), made.scan.as_ref())));
        let (pages, headings) = (self.maker.origins(), self.maker.headings());
        let origins = audit::Origins { pages: &pages, headings: &headings };
        audit::audit(&all, &origins, self.root(), diagnostics);
        for removal in self.maker.still_there() {
            diagnostics.report(check::still_there(&removal.what, removal.span));
        }
        diagnostics.rejected().map_or(Ok(files), Err)
    }

    /// How a web server should answer with the site, once every page has been made.
    ///
    /// # Panics
    /// When a page has not been made.
    pub fn host(&self, pages: &queue::Queue<Made>) -> host::Host {
        let made = (0..self.addresses().len()).map(|n| pages.get(n).expect("every page has been made"));
        let policies: BTreeSet<&str> = made.filter_map(|made| made.scan.as_ref()).map(audit::Scan::policy).collect();
        let paths: Vec<String> = self.addresses().map(render::file_of).collect();
        let policy = host::Policy::of(policies);
        host::Host::new(
            self.root(),
            paths.iter().map(String::as_str),
            &self.maker.open_data(),
            &[pages::EMBED],
            &policy,
        )
    }

    /// What the pages link to elsewhere, once every page has been made.
    ///
    /// # Panics
    /// When a page has not been made.
    pub fn external(&self, pages: &queue::Queue<Made>, files: &files::Files) -> Vec<audit::External> {
        let scan = |(n, address)| Some((address, pages.get(n).expect("every page has been made").scan.as_ref()?));
        audit::external(self.addresses().enumerate().filter_map(scan), self.accepted.base_url.as_deref(), files)
    }

    /// Whom to tell of a weakness, when the plan says whom to ask.
    fn security(&self) -> Option<host::Security<'_>> {
        let Accepted { plan, base_url, date, .. } = self.accepted;
        let contact = plan.settings.contact.as_deref()?;
        let languages = self.accepted.languages().map(|words| words.language().tag()).collect();
        Some(host::Security { contact, languages, base_url: base_url.as_deref(), date: *date })
    }

    /// Reports what was published before and would be lost with this site.
    fn hold_against(
        &self,
        before: &record::Manifest,
        site: &BTreeMap<String, Vec<u8>>,
        reports: &BTreeMap<String, record::Reported>,
        diagnostics: &mut diag::Diagnostics,
    ) {
        let paths = site.keys().map(String::as_str).collect();
        let Accepted { plan, date, .. } = self.accepted;
        let next = record::Next { plan, maker: &self.maker, paths: &paths, reports, date: *date };
        record::lost(before, next, diagnostics);
    }
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
