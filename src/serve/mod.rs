//! **serve**: what builds a site and a folder to watch in, the newest site at an address of this machine out.
//!
//! Whenever something in the folder changes, it is built anew, and pages that are open in a browser show it by
//! themselves. When it can't be built, the last good site stays and every page says what is wrong. Kept out: how a site
//! is built and how a terminal is told (`cli` gives both), what stands in the forms in which editors write (`forms`), and the
//! folder that is published: this stage writes no file.
//!
//! The parts: [`Server`] answers from memory; `answer` says what, `path` which file an address means, `page` what is
//! put into a page, `desk` who may write, `watch` when to build; `live.js` is what runs in the browser.

mod answer;
mod desk;
mod http;
mod page;
mod path;
mod watch;

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use anyhow::Context as _;
use serde::Serialize;

pub use desk::{Desk, FORMS, Office, Reply, Request, may_write};
pub use http::Server;
pub use path::{Found, resolve};
pub use watch::{Hint, Why};

/// What a caller wants.
#[derive(Clone, Debug)]
pub struct Options {
    /// The plan's folder.
    pub folder: PathBuf,
    /// Where to stand.
    pub address: IpAddr,
    /// The port, or the first of the ports to try; 0: any.
    pub port: u16,
    /// When to look at the folder.
    pub look: Look,
}

/// When to look at a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// When the system tells that something changed; every second where it tells nothing.
    WhenTold,
    /// Every second.
    Every,
}

/// What the one at the terminal should know.
#[derive(Debug)]
pub enum News<'a> {
    /// Somebody else has this port; the next one is tried.
    PortTaken {
        /// The port.
        port: u16,
        /// The next one.
        next: u16,
    },
    /// The site is here.
    Open {
        /// Its address on this machine.
        url: &'a str,
    },
    /// Editors write here.
    Forms {
        /// The address on this machine, with the key.
        url: &'a str,
    },
    /// The folder is looked at every second.
    Polling(&'a Why),
}

/// How many open pages are made before all others.
const OPEN: usize = 4;

/// A site that can be shown, whole or while its pages are still being made.
pub struct Site {
    /// What was there from the beginning: path → bytes.
    given: BTreeMap<String, Vec<u8>>,
    /// The pages' paths, and each one's number.
    paths: BTreeMap<String, usize>,
    pages: Box<dyn Pages>,
    /// What comes when all pages have been made: path → bytes.
    rest: OnceLock<BTreeMap<String, Vec<u8>>>,
    /// Rings when a page has been made.
    bell: http::Bell,
    /// The pages that were answered last, the latest at the end.
    answered: Mutex<Vec<String>>,
    root: String,
    /// A hash of what the theme adds to every page.
    assets: u64,
    /// Which pages show a draft, and the words that say so, for the script; empty when none does.
    drafts: String,
    /// Which pages have a form, when there are forms.
    forms: FormLinks,
}

/// The links from pages to forms.
#[derive(Clone, Debug, Default)]
pub struct FormLinks {
    /// The address of a page, below the root → that of the form of what it is about, below [`FORMS`].
    pub pages: BTreeMap<String, String>,
    /// The language of the words.
    pub lang: String,
    /// What stands in the link.
    pub text: String,
}

/// What marks drafts.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Drafts {
    /// The addresses of the pages that show one, below the root.
    pub pages: BTreeSet<String>,
    /// The language of the words.
    pub lang: String,
    /// What stands on such a page.
    pub here: String,
    /// What stands beside a link to one.
    pub there: String,
}

/// Pages that are made one after the other.
pub trait Pages: Send + Sync {
    /// The page, by its number, when it has been made.
    fn page(&self, n: usize) -> Option<&[u8]>;
    /// Somebody waits for this page.
    fn want(&self, n: usize);
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site").field("root", &self.root).field("pages", &self.paths.len()).finish_non_exhaustive()
    }
}

/// None at all.
struct NoPages;

impl Pages for NoPages {
    fn page(&self, _: usize) -> Option<&[u8]> {
        None
    }

    fn want(&self, _: usize) {}
}

impl Site {
    /// A site of these files (path with `/` between its parts → bytes), whose address begins with the path `root`: `/`,
    /// or `/agenda/`.
    pub fn new(files: BTreeMap<String, Vec<u8>>, root: &str) -> Self {
        let site = Self::growing(files, root, [], Box::new(NoPages));
        site.complete(BTreeMap::new());
        site
    }

    /// A site whose pages are still being made: so far, it has the files `given`. `paths` are those of its `pages`, in the
    /// order of their numbers. Who asks for a page that has not been made waits for it; who asks for anything else that is
    /// not there waits until it is complete.
    pub fn growing(
        given: BTreeMap<String, Vec<u8>>,
        root: &str,
        paths: impl IntoIterator<Item = String>,
        pages: Box<dyn Pages>,
    ) -> Self {
        Self {
            assets: page::assets(given.iter()),
            given,
            paths: paths.into_iter().enumerate().map(|(n, path)| (path, n)).collect(),
            pages,
            rest: OnceLock::new(),
            bell: http::Bell::default(),
            answered: Mutex::default(),
            root: root.to_owned(),
            drafts: String::new(),
            forms: FormLinks::default(),
        }
    }

    /// A page has been made: whoever waits for it has it now.
    pub fn ring(&self) {
        self.bell.ring();
    }

    /// All pages have been made, and these are the other files: path → bytes. What is at none of the paths now does not
    /// exist.
    pub fn complete(&self, rest: BTreeMap<String, Vec<u8>>) {
        // It is complete once.
        let _ = self.rest.set(rest);
        self.bell.ring();
    }

    /// The same with its drafts marked.
    #[must_use]
    pub fn with_drafts(mut self, mut drafts: Drafts) -> Self {
        drafts.pages = drafts.pages.into_iter().map(|address| format!("{}{address}", self.root)).collect();
        if !drafts.pages.is_empty() {
            self.drafts = serde_json::to_string(&drafts).expect("texts and lists can be written as JSON");
        }
        self
    }

    /// The same with links to forms.
    #[must_use]
    pub fn with_forms(mut self, forms: FormLinks) -> Self {
        self.forms = forms;
        self
    }

    /// The link to the form of what the page in a file is about, for the script; empty when there is none.
    fn form_of(&self, path: &str) -> String {
        let address = path.strip_suffix("index.html").unwrap_or(path);
        let Some(place) = self.forms.pages.get(address) else { return String::new() };
        let FormLinks { lang, text, .. } = &self.forms;
        serde_json::json!({ "href": format!("{FORMS}{place}"), "lang": lang, "text": text }).to_string()
    }

    /// The number of the page in the file at a path.
    pub fn number(&self, path: &str) -> Option<usize> {
        self.paths.get(path).copied()
    }

    fn has(&self, path: &str) -> bool {
        self.paths.contains_key(path)
            || self.given.contains_key(path)
            || self.rest.get().is_some_and(|rest| rest.contains_key(path))
    }

    /// The file at a path, if there is one and, when it is a page, it has been made.
    fn file(&self, path: &str) -> Option<&[u8]> {
        match self.paths.get(path) {
            Some(&n) => self.pages.page(n),
            None => self.given.get(path).or_else(|| self.rest.get()?.get(path)).map(Vec::as_slice),
        }
    }

    /// A page is answered: somebody has it open.
    fn note(&self, path: &str) {
        let mut answered = self.answered();
        answered.retain(|own| own != path);
        answered.push(path.to_owned());
        let most = answered.len().saturating_sub(OPEN);
        answered.drain(..most);
    }

    /// The pages that are open in browsers, as far as is known from the site that they show: they will be asked for in a
    /// moment, and what takes longest should not have been begun with by then.
    fn expect(&self, before: &Self) {
        for path in before.answered().iter() {
            self.waits_for(path);
            self.note(path);
        }
    }

    fn answered(&self) -> MutexGuard<'_, Vec<String>> {
        // Nothing that can panic is done with it.
        self.answered.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether all of it is there.
    fn is_complete(&self) -> bool {
        self.rest.get().is_some()
    }

    /// Says that somebody waits for a file, when it is a page that has not been made; whether it is one.
    fn waits_for(&self, path: &str) -> bool {
        let waits = self.paths.get(path).filter(|&&n| self.pages.page(n).is_none());
        if let Some(&n) = waits {
            self.pages.want(n);
        }
        waits.is_some()
    }
}

/// What is to be shown besides a sign.
#[derive(Debug)]
pub enum Scene {
    /// What is shown already.
    Same,
    /// This site.
    Site(Arc<Site>),
    /// No site.
    Empty,
}

/// What is shown.
#[derive(Clone, Debug, Default)]
struct Shown {
    /// The last site that could be built, or is being built.
    site: Option<Arc<Site>>,
    /// What is said on pages.
    sign: Sign,
}

/// What is said on every page about the last build, besides the site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sign {
    /// The language of all the words here.
    pub lang: String,
    /// How much is wrong, or that there is no site yet.
    pub title: String,
    /// What the page behind it shows.
    pub note: String,
    /// The word on what hides it.
    pub hide: String,
    /// What is wrong; nothing: the sign is not shown.
    pub problems: Vec<Problem>,
}

/// Something that is wrong, as it is told in the terminal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// `error` or `warning`.
    pub level: &'static str,
    /// Its level in words and its rule's code.
    pub label: String,
    /// The message.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
    /// The lines that it is about, with the place marked.
    pub snippet: Option<String>,
    /// What to write instead.
    pub help: Vec<String>,
    /// What stands at other places.
    pub notes: Vec<(String, Place)>,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Path, line and column.
    pub text: String,
    /// An address that opens an editor there.
    pub link: Option<String>,
}

impl Shown {
    /// What the script of a page is told: what the page is now, if there is a site, and what is wrong.
    fn event(&self, version: Option<&str>) -> String {
        #[derive(Serialize)]
        struct Event<'a> {
            version: Option<&'a str>,
            sign: Option<&'a Sign>,
        }
        let sign = Some(&self.sign).filter(|sign| !sign.problems.is_empty());
        serde_json::to_string(&Event { version, sign }).expect("texts and lists can be written as JSON")
    }

    /// The page that stands at every address before there is a site.
    fn waiting(&self) -> String {
        let Sign { lang, title, note, problems, .. } = &self.sign;
        let list: Vec<String> = problems
            .iter()
            .map(|problem| {
                let place = problem.place.as_ref().map_or("", |place| place.text.as_str());
                let snippet = problem.snippet.as_deref().unwrap_or_default();
                let text = [problem.label.as_str(), ": ", &problem.message, "\n", place, "\n", snippet].concat();
                format!("<pre>{}</pre>\n", escaped(&text))
            })
            .collect();
        let list = list.concat();
        // With something wrong, the sign itself says how much.
        let (title, note) = if problems.is_empty() { (title.as_str(), note.as_str()) } else { (note.as_str(), "") };
        let [lang, title, note] = [lang, title, note].map(escaped);
        format!(
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
             <style>body {{ font: 1.125rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; \
             padding: 0 1rem }} pre {{ overflow-x: auto }}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
             <p>{note}</p>\n<noscript>\n{list}</noscript>\n</main>\n</body>\n</html>\n"
        )
    }
}

/// A text as markup has it, between tags or in the quotes of an attribute.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// When the folder should be looked at, and built.
pub struct Moment<'a> {
    /// Where to look.
    pub hint: Hint,
    news: &'a AtomicBool,
    watch: &'a mut watch::Watch,
}

impl<'a> Moment<'a> {
    /// Becomes true when the folder has changed again: what is being done is to be left off.
    pub fn news(&self) -> &'a AtomicBool {
        self.news
    }

    /// To be called before anything is shown: waits until the one who writes has finished. Says whether the folder has
    /// changed again meanwhile: then nothing is to be shown, but the folder to be looked at again.
    pub fn settle(&mut self) -> bool {
        self.watch.settle()
    }
}

/// How things stand after a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turned {
    /// What the folder holds is shown.
    Done,
    /// It was interrupted by a change in the folder.
    Interrupted,
    /// The folder could not be read: it is looked for every second.
    Lost,
}

/// Shows the plan's site and keeps it up to date until the process is told to stop. `first` is said until the first
/// build is done; in the `office`, if there is one, editors write; `turn` looks at the folder and builds it at each
/// [`Moment`]; `tell` is told what the one at the terminal should know.
///
/// # Errors
/// When the system does not let it answer where it should.
pub fn serve(
    options: &Options,
    first: Sign,
    office: Option<Office>,
    mut turn: impl FnMut(&Server, &mut Moment<'_>) -> Turned + Send + 'static,
    mut tell: impl FnMut(News<'_>),
) -> anyhow::Result<()> {
    let key = office.as_ref().map(|office| office.key.clone());
    let mut taken = |port, next| tell(News::PortTaken { port, next });
    let server = Server::start(options.address, options.port, first, office, &mut taken)?;
    let url = server.url();
    tell(News::Open { url: &url });
    if let Some(key) = key {
        tell(News::Forms { url: &format!("{}{FORMS}?key={key}", url.trim_end_matches('/')) });
    }
    // Watched before it is read, so that no change falls between the two.
    let (mut watch, why) = watch::Watch::new(&options.folder, options.look);
    if let Some(why) = &why {
        tell(News::Polling(why));
    }
    let (hold, done) = http::done();
    let builder = std::thread::Builder::new()
        .name("builder".to_owned())
        .spawn(move || {
            let _hold = hold;
            let news = watch.news();
            let mut hint = Hint::Everywhere;
            loop {
                let turned = turn(&server, &mut Moment { hint, news: &news, watch: &mut watch });
                hint = watch.wait(turned);
            }
        })
        .context("could not start a thread")?;
    http::wait_for_stop(done)?;
    // It never ends but by a panic, whose message has been shown. Otherwise it ends with the process: it may be in the
    // middle of a build, and writes nothing.
    if builder.is_finished()
        && let Err(panic) = builder.join()
    {
        std::panic::resume_unwind(panic);
    }
    Ok(())
}
