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
//! | [`record`](mod@record) | the site's files, one by one | what is in it, and what was published before and is not |
//! | [`host`] | the finished site | how a web server should answer with it |
//! | [`publish`] | the site's files, one by one, and a folder | nothing: the folder is replaced as a whole |
//! | [`fetch`] | addresses | what servers answer; only when somebody asks for it |
//! | [`serve`] | what builds a site, and a folder to watch | nothing: the newest site is answered from memory |
//! | [`compose`] | a plan, and what an author wants to write | the file that they begin with |
//! | [`forms`] | what is asked for and written in a browser | pages with forms, and the plan's files changed |
//! | [`cli`] | arguments | an exit code |
//!
//! [`accept`] and [`make`] are the whole of it between reading the disk ([`files::read`]) and writing it
//! ([`publish::Staging`]); [`cli`] is what calls them. A file's bytes go to where they are kept as soon as they have been
//! made, on the thread that made them, and are not held after that: the site is put in place, or thrown away, when the
//! audit has seen all of it. [`run`] keeps them in memory, and [`rehearse`] nowhere. [`serve`] is the same with the drafts,
//! in a loop, and the pages are made in the order in which they are asked for ([`Making`]); it never touches what is
//! published. Nothing between them reads a file, the clock, the environment or chance: the same input gives the same
//! bytes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::sync::{Arc, OnceLock};

use observe::Observer;
use rayon::prelude::*;

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

/// What a run that was not rejected gives; `T` is what came of a file where it was kept.
#[derive(Clone, Debug)]
pub struct Outcome<T = Vec<u8>> {
    /// The site: path, with `/` between its parts → bytes, or what is left of them.
    pub site: BTreeMap<String, T>,
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

/// Why a site was not made to its end.
#[derive(Debug)]
pub enum Stop<E> {
    /// Something was reported that stops the build.
    Rejected(diag::Rejected),
    /// A file could not be kept.
    Failed(E),
}

impl<E> From<diag::Rejected> for Stop<E> {
    fn from(rejected: diag::Rejected) -> Self {
        Self::Rejected(rejected)
    }
}

/// Runs the stages between the files and the finished site, in order, and gives the site. Everything that an author
/// should know is reported in `diagnostics`; `observer` is told what is being done.
///
/// # Errors
/// When something was reported that stops the build.
pub fn run(
    files: &files::Files,
    options: &Options,
    diagnostics: &mut diag::Diagnostics,
    observer: &dyn Observer,
) -> Result<Outcome, diag::Rejected> {
    run_with(files, options, |_, bytes| bytes.into_bytes(), diagnostics, observer)
}

/// The same for what is told of it: the files are made and looked through, and none is kept.
///
/// # Errors
/// When something was reported that stops the build.
pub fn rehearse(
    files: &files::Files,
    options: &Options,
    diagnostics: &mut diag::Diagnostics,
    observer: &dyn Observer,
) -> Result<Outcome<()>, diag::Rejected> {
    run_with(files, options, |_, _| (), diagnostics, observer)
}

fn run_with<T: Send + Sync>(
    files: &files::Files,
    options: &Options,
    keep: impl Fn(&str, pages::Bytes<'_>) -> T + Sync,
    diagnostics: &mut diag::Diagnostics,
    observer: &dyn Observer,
) -> Result<Outcome<T>, diag::Rejected> {
    let accepted = accept(files, options, Audience::Public, None, diagnostics, observer)?;
    let keep = |path: &str, bytes: pages::Bytes<'_>| Ok::<_, Infallible>(keep(path, bytes));
    make(&accepted, files, options, keep, diagnostics, observer).map_err(|stop| match stop {
        Stop::Rejected(rejected) => rejected,
        Stop::Failed(never) => match never {},
    })
}

/// Makes the site of a plan. Each file is given to `keep` with its path once, as soon as it is there and on the thread
/// that made it; what comes of that stands in the outcome. A site of which something was kept may still be rejected: then
/// it is not to be shown to anybody. After the first file that can't be kept no more are made.
///
/// # Errors
/// When something was reported that stops the build, and when a file could not be kept.
pub fn make<T: Send + Sync, E: Send + Sync>(
    accepted: &Accepted,
    files: &files::Files,
    options: &Options,
    keep: impl Fn(&str, pages::Bytes<'_>) -> Result<T, E> + Sync,
    diagnostics: &mut diag::Diagnostics,
    observer: &dyn Observer,
) -> Result<Outcome<T>, Stop<E>> {
    observer.stage("pages");
    let making = Making::new(accepted, files, None, diagnostics)?;
    let failed = OnceLock::new();
    let keep = |path: &str, bytes: pages::Bytes<'_>| {
        if failed.get().is_some() {
            return None;
        }
        match keep(path, bytes) {
            Ok(kept) => Some(kept),
            Err(error) => {
                // The first trouble is told: what comes after it is likely to be the same.
                let _ = failed.set(error);
                None
            }
        }
    };
    let keep_other = |(path, bytes): (String, pages::Bytes<'_>)| {
        let scan = match &bytes {
            pages::Bytes::Held(bytes) => scan_of(&path, bytes),
            // What is made of the plan as a whole is no page.
            pages::Bytes::Made(_) | pages::Bytes::Written(_) => None,
        };
        let kept = keep(&path, bytes);
        (path, (scan, kept))
    };
    let queue = queue::Queue::new(making.addresses().len());
    observer.pieces(making.addresses().len());
    let paths: BTreeSet<String> = making.addresses().map(render::file_of).collect();
    let keep_data = || -> Others<Option<T>> {
        let data = making.maker.files().take_while(|_| failed.get().is_none());
        let data = data.filter(|(path, _)| !paths.contains(path));
        data.map(keep_other).collect()
    };
    let (mut others, _) = rayon::join(keep_data, || {
        let page = |n| {
            making.page_with(n, observer, |path, text| {
                let scan = making.scan(n, &text, observer);
                (keep(path, text.into()), scan)
            })
        };
        queue.work(page, |_| {}, || failed.get().is_some())
    });
    if failed.get().is_none() {
        let rest = making.rest(|path| others.contains_key(path) || paths.contains(path), &queue);
        let rest = rest.into_par_iter().map(|(path, bytes)| (path, pages::Bytes::Held(bytes)));
        others.par_extend(rest.map(keep_other));
    }
    if let Some(error) = failed.into_inner() {
        return Err(Stop::Failed(error));
    }
    observer.stage("audit");
    let scans = others.iter().map(|(path, (scan, _))| (path.as_str(), scan.as_ref())).collect();
    making.audit(scans, &queue, diagnostics)?;
    let host = making.host(&queue);
    let external = making.external(&queue, files);
    let pages = queue.into_done().unwrap_or_default();
    let pages =
        making.addresses().map(render::file_of).zip(pages).filter_map(|(path, page)| Some((path, page.text.ok()??)));
    let others = others.into_iter().filter_map(|(path, (_, kept))| Some((path, kept?)));
    let site: BTreeMap<String, T> = pages.chain(others).collect();
    let reports = record::reports(&accepted.plan, files);
    if let Some(before) = &options.since {
        observer.stage("record");
        making.hold_against(before, &site.keys().map(String::as_str).collect(), &reports, diagnostics);
        diagnostics.rejected().map_or(Ok(()), Err)?;
    }
    Ok(Outcome { site, date: accepted.date, reports, introductions: accepted.introductions(), host, external })
}

/// Files that are no pages of the plan's: what was found on those that are HTML all the same, and what came of each where
/// it was kept.
type Others<T> = BTreeMap<String, (Option<audit::Scan>, T)>;

/// What is on a file that is no page of the plan's, when it is HTML.
fn scan_of(path: &str, bytes: &[u8]) -> Option<audit::Scan> {
    audit::is_html(path).then(|| audit::Scan::of(&String::from_utf8_lossy(bytes)))
}

/// A plan without an error, and what was derived from it: all that a site is made of.
pub struct Accepted {
    plan: Arc<model::Plan>,
    derived: Arc<derive::Derived>,
    words: pages::Languages,
    /// What was found in it.
    found: diag::Diagnostics,
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
    derive: derive::Memo,
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
    let plan = Arc::new(check::check(source, files, memo.as_mut().map(|memo| &mut memo.check), diagnostics)?);
    let date = options.clock.date(&plan.settings.timezone);
    observer.stage("derive");
    let derived = derive::derive_again(&plan, date, memo.as_mut().map(|memo| &mut memo.derive));
    derive::quality(&plan, &derived.facts, diagnostics);
    let found = diagnostics.clone();
    let words = pages::languages(&plan, memo.map(|memo| &mut memo.words));
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
    Ok(Accepted { plan, derived, words, found, base_url, links, theme, palette, date, draft_files })
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

/// A page that has been made; `T` is its text, or what came of that where it was kept.
#[derive(Debug)]
pub struct Made<T = Arc<str>> {
    /// Its text.
    pub text: Result<T, render::Unfilled>,
    /// What it links to and is linked to by.
    /// `None`: it is no page but a picture.
    scan: Option<Arc<audit::Scan>>,
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
        let Accepted { plan, derived, words, found, base_url, links, theme, palette, .. } = accepted;
        let derive::Derived { facts, past } = &**derived;
        let base_url = base_url.as_deref();
        let input = pages::Input { plan, facts, past, words, base_url, links: *links, found, files };
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
        if self.accepted.draft_files.is_empty() {
            return BTreeSet::new();
        }
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
        owned(self.press.files())
    }

    /// The path of the file of a page.
    ///
    /// # Panics
    /// When there is no such page.
    pub fn path(&self, n: usize) -> String {
        render::file_of(self.maker.address(n))
    }

    /// Makes a page. When it says what it said `before`, it is not held twice, nor looked through once more.
    ///
    /// # Panics
    /// When there is no such page.
    pub fn page(&self, n: usize, before: Option<&Made>, observer: &dyn Observer) -> Made {
        let before = before.and_then(|own| Some((own.text.as_ref().ok()?, own.scan.as_ref())));
        self.page_with(n, observer, |_, text| match before {
            Some((known, scan)) if **known == *text => (Arc::clone(known), scan.cloned()),
            _ => {
                let scan = self.scan(n, &text, observer);
                (Arc::from(text), scan)
            }
        })
    }

    /// Makes a page, and does this to its text: it is told the path of the page's file, and gives what is kept of it and
    /// what is on it.
    fn page_with<T>(
        &self,
        n: usize,
        observer: &dyn Observer,
        keep: impl FnOnce(&str, String) -> (T, Option<Arc<audit::Scan>>),
    ) -> Made<T> {
        observe::piece(observer, &format!("/{}", self.maker.address(n)), || {
            let page = observe::part(observer, "page", || self.maker.page(n));
            let listed = pages::Listed::of(&page);
            let text = observe::part(observer, "render", || self.press.fill(page));
            let path = self.path(n);
            let (text, scan) = text
                .map(|text| keep(&path, text))
                .map_or_else(|unfilled| (Err(unfilled), None), |(text, scan)| (Ok(text), scan));
            Made { text, scan, listed }
        })
    }

    /// What is on a page, when it is HTML.
    fn scan(&self, n: usize, text: &str, observer: &dyn Observer) -> Option<Arc<audit::Scan>> {
        let is_html = audit::is_html(&self.path(n));
        is_html.then(|| observe::part(observer, "audit", || Arc::new(audit::Scan::of(text))))
    }

    /// The files that are made of the plan as a whole: path → bytes.
    pub fn data(&self) -> BTreeMap<String, Vec<u8>> {
        let files: Vec<(String, pages::Bytes<'_>)> = self.maker.files().collect();
        files.into_par_iter().map(|(path, bytes)| (path, bytes.into_bytes())).collect()
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
        let paths: BTreeSet<String> = self.addresses().map(render::file_of).collect();
        let mut files: BTreeMap<String, Cow<'_, [u8]>> =
            data.into_iter().map(|(path, bytes)| (path, Cow::Owned(bytes))).collect();
        files.retain(|path, _| !paths.contains(path));
        files.extend(self.rest(|path| files.contains_key(path) || paths.contains(path), pages));
        let scans: Vec<_> = files.iter().map(|(path, bytes)| (path.as_str(), scan_of(path, bytes))).collect();
        let scans = scans.iter().map(|(path, scan)| (*path, scan.as_ref())).collect();
        self.audit(scans, pages, diagnostics)?;
        Ok(owned(files))
    }

    /// The files that are neither pages nor data, at paths that are not taken: the site map, what is taken as it is, and
    /// what a host reads. Once every page has been made.
    fn rest<T: Send + Sync>(
        &self,
        is_taken: impl Fn(&str) -> bool,
        pages: &queue::Queue<Made<T>>,
    ) -> BTreeMap<String, Cow<'_, [u8]>> {
        let mut rest = self.press.files();
        let listed = made(pages).filter_map(|made| made.listed.as_ref()).collect();
        rest.extend(self.maker.site_map(listed).map(|(path, bytes)| (path, Cow::Owned(bytes))));
        for (path, bytes) in self.host(pages).files(self.security().as_ref()) {
            // What the plan has of its own is what its host is to read.
            rest.entry(path).or_insert(Cow::Owned(bytes));
        }
        rest.retain(|path, _| !is_taken(path));
        rest
    }

    /// Looks through the finished site: `others` are the files that are no pages, with what is on those that are HTML all
    /// the same.
    fn audit<T: Send + Sync>(
        &self,
        others: BTreeMap<&str, Option<&audit::Scan>>,
        pages: &queue::Queue<Made<T>>,
        diagnostics: &mut diag::Diagnostics,
    ) -> Result<(), diag::Rejected> {
        let unfilled = self.addresses().zip(made(pages));
        let unfilled = unfilled.filter_map(|(address, made)| Some((address, made.text.as_ref().err()?)));
        self.press.report(unfilled, diagnostics)?;
        let paths: Vec<String> = self.addresses().map(render::file_of).collect();
        let scans = paths.iter().zip(made(pages)).map(|(path, made)| (path.as_str(), made.scan.as_deref()));
        let mut all = others;
        all.extend(scans);
        let (pages, headings) = (self.maker.origins(), self.maker.headings());
        let origins = audit::Origins { pages: &pages, headings: &headings };
        audit::audit(&all, &origins, self.root(), diagnostics);
        for removal in self.maker.still_there() {
            diagnostics.report(check::still_there(&removal.what, removal.span));
        }
        diagnostics.rejected().map_or(Ok(()), Err)
    }

    /// How a web server should answer with the site, once every page has been made.
    ///
    /// # Panics
    /// When a page has not been made.
    pub fn host<T: Send + Sync>(&self, pages: &queue::Queue<Made<T>>) -> host::Host {
        let scans = made(pages).filter_map(|made| made.scan.as_deref());
        let policies: BTreeSet<&str> = scans.map(audit::Scan::policy).collect();
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
    pub fn external<T: Send + Sync>(
        &self,
        pages: &queue::Queue<Made<T>>,
        files: &files::Files,
    ) -> Vec<audit::External> {
        let scans = self.addresses().zip(made(pages));
        let scans = scans.filter_map(|(address, made)| Some((address, made.scan.as_deref()?)));
        audit::external(scans, self.accepted.base_url.as_deref(), files)
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
        paths: &BTreeSet<&str>,
        reports: &BTreeMap<String, record::Reported>,
        diagnostics: &mut diag::Diagnostics,
    ) {
        let Accepted { plan, date, .. } = self.accepted;
        let next = record::Next { plan, maker: &self.maker, paths, reports, date: *date };
        record::lost(before, next, diagnostics);
    }
}

/// The pages of a site in their order, once every page has been made.
fn made<T: Send + Sync>(pages: &queue::Queue<Made<T>>) -> impl Iterator<Item = &Made<T>> {
    pages.all().map(|made| made.expect("every page has been made"))
}

/// The same files as bytes of their own.
fn owned(files: BTreeMap<String, Cow<'_, [u8]>>) -> BTreeMap<String, Vec<u8>> {
    files.into_iter().map(|(path, bytes)| (path, bytes.into_owned())).collect()
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
