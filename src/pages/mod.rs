//! **pages**: the plan, its facts and the languages' words in; pages as plain data out.
//!
//! Here numbers become words: a template only places what it is given ([`data`]). Kept out: the markup around the
//! content (the theme's), and anything that a rule should compute from facts (`derive`).

mod about;
pub mod brand;
mod bytes;
mod chain;
pub mod computed;
mod context;
pub mod data;
mod duties;
mod embed;
mod figures;
mod feeds;
mod find;
mod follow;
mod foot;
mod goals;
mod gone;
mod indicators;
mod initiatives;
mod lists;
mod machine;
mod news;
mod open;
mod periods;
pub mod prose;
mod pulse;
mod records;
mod roles;
pub(crate) mod routes;
pub(crate) mod said;
mod search;
mod sentences;
mod statement;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::derive::{Facts, Past, State};
use crate::diag::Diagnostics;
use crate::files::{Files, Span};
use crate::model::{AnyKey, Kind, Period, Plan, Removal, Removed};
use crate::words::{Language, Words};

pub use bytes::{Bytes, Make, Writing};
use context::Context;
use data::{Alternate, Content, Page, Phrase, Section, Site};
pub use duties::{Owed, Owing, owed};
pub use machine::Listed;
pub use routes::Links;
use routes::{Base, Route, Routes};

/// What pages are made from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What was derived from it.
    pub facts: &'a Facts,
    /// Its closed periods as they were.
    pub past: &'a Past,
    /// The words of each of its languages, by its tag.
    pub words: &'a BTreeMap<&'static str, Words>,
    /// The site's address without a slash at its end, when it has one.
    pub base_url: Option<&'a str>,
    /// How pages lead to each other.
    pub links: Links,
    /// What the checks found, for everyone to see.
    pub found: &'a Diagnostics,
    /// The files that it was found in.
    pub files: &'a Files,
}

/// The input, and what is made of it once for all pages.
#[derive(Clone, Copy)]
struct Job<'a> {
    plan: &'a Plan,
    facts: &'a Facts,
    past: &'a Past,
    words: &'a BTreeMap<&'static str, Words>,
    base_url: Option<&'a str>,
    base: Base<'a>,
    found: &'a Diagnostics,
    files: &'a Files,
}

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Subject {
    Section(Route),
    Entity(AnyKey),
    Period(Period),
    /// The initiatives in a state.
    State(State),
    /// What happened from one closed period to another.
    News(Period, Period),
}

/// The folder with charts that any site may show in a frame, with a slash at the end.
pub const EMBED: &str = embed::FOLDER;

/// Files without an ending that tells what they are: address → media type.
pub const WITHOUT_ENDING: &[(&str, &str)] = &[(open::DCAT, "application/rdf+xml")];

/// The folder with the data itself.
const DATA: &str = "data/";
/// The folder with a catalogue of it.
const DATASETS: &str = "datasets/";

/// The address of the site map.
const SITE_MAP: &str = "sitemap.xml";

/// A page that is to be made.
#[derive(Clone, Debug)]
struct Piece {
    address: String,
    /// Which of the languages.
    language: usize,
    subject: Subject,
    standing: Standing,
}

/// How a page stands to its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It is about it.
    Own,
    /// It is where its entity was before, and says where that is now.
    Moved,
    /// It is its chart, for somebody else's page.
    Embedded(embed::Form),
    /// It is where something was that has been removed, in this place of the plan's list, and says so; its subject is the section.
    Removed(usize),
}

/// Makes the pages of a site, one by one and in any order: no page needs another one.
pub struct Maker<'a> {
    input: Input<'a>,
    /// The path of the site's root on its host.
    root: String,
    subjects: Vec<Subject>,
    /// The addresses in each language, in the languages' order.
    routes: Vec<Routes>,
    pieces: Vec<Piece>,
}

impl<'a> Maker<'a> {
    /// Finds out which pages the site has.
    pub fn new(input: Input<'a>) -> Self {
        let mut maker = Self {
            input,
            root: Base::of(input.base_url),
            subjects: Vec::new(),
            routes: input.words.values().map(|words| Routes::new(input.plan, words)).collect(),
            pieces: Vec::new(),
        };
        maker.subjects = subjects(maker.job());
        let now = |language, &subject| {
            let address = address(input.plan, &maker.routes[language], subject);
            Piece { address, language, subject, standing: Standing::Own }
        };
        let mut pieces = Vec::new();
        for language in 0..maker.routes.len() {
            pieces.extend(maker.subjects.iter().map(|subject| now(language, subject)));
            pieces.extend(embed::pieces(input.plan, &maker.routes[language], language));
            pieces.extend(gone::moved(input.plan, &maker.routes[language], language, &maker.subjects));
        }
        let mut taken: BTreeSet<String> = pieces.iter().map(|piece: &Piece| piece.address.clone()).collect();
        // One page may be said to be removed in two ways: by what it was about, and by its address.
        let removed = gone::removed(input.plan, &maker.routes).into_iter();
        pieces.extend(removed.filter(|piece| taken.insert(piece.address.clone())));
        // Pages of lists grow with the plan: begun with last, they would be waited for.
        pieces.sort_by_key(|piece| matches!(piece.subject, Subject::Entity(_)));
        maker.pieces = pieces;
        maker
    }

    /// The addresses of all pages; a page is asked for by its place here. What takes longest comes first.
    pub fn addresses(&self) -> impl ExactSizeIterator<Item = &str> {
        self.pieces.iter().map(|piece| piece.address.as_str())
    }

    /// The address of one page.
    ///
    /// # Panics
    /// When there is no such page.
    pub fn address(&self, n: usize) -> &str {
        &self.pieces[n].address
    }

    /// Makes one page.
    ///
    /// # Panics
    /// When there is no such page.
    pub fn page(&self, n: usize) -> Page {
        let piece = &self.pieces[n];
        let words = self.words(piece.language);
        let routes = &self.routes[piece.language];
        let cx = context(self.job(), words, routes, &piece.address);
        match piece.standing {
            Standing::Own => page(cx, self.job(), &self.routes, piece),
            Standing::Moved => gone::moved_page(cx, piece),
            Standing::Embedded(form) => cx.embedded(piece, form),
            Standing::Removed(n) => {
                gone::removed_page(cx, self.job(), &self.routes, piece, &self.input.plan.removed[n])
            }
        }
    }

    /// What is said to have been removed and has a page of its own on the site.
    pub fn still_there(&self) -> impl Iterator<Item = &'a Removal> {
        let is_removed = |own: &&Piece| matches!(own.standing, Standing::Removed(_));
        let there: BTreeSet<&str> =
            self.pieces.iter().filter(|own| !is_removed(own)).map(|own| own.address.as_str()).collect();
        let removed = self.input.plan.removed.iter();
        removed.filter(move |own| matches!(&own.what, Removed::Page(address) if there.contains(address.as_str())))
    }

    /// The kind and the id of the thing that has, or had, a page at this address.
    pub fn thing_at<'t>(&self, address: &'t str) -> Option<(Kind, &'t str)> {
        self.routes.iter().find_map(|routes| routes.at(address))
    }

    /// What the pages of each language share, by its tag.
    pub fn sites(&self) -> BTreeMap<&'static str, Site> {
        let each = self.input.words.values().zip(&self.routes);
        each.map(|(words, routes)| (words.language().tag(), site(context(self.job(), words, routes, "")))).collect()
    }

    /// Files that are no pages: address and content, each address once. They are made as they are asked for, and those as
    /// large as the whole plan not before they are written.
    pub fn files(&self) -> impl Iterator<Item = (String, Bytes<'_>)> {
        let own = self.input.plan.settings.language;
        let languages = || self.input.words.values().zip(&self.routes);
        let search = languages().map(move |(words, routes)| {
            let page = routes.section(Route::Search);
            let address = search::index_of(&page);
            let index = move || context(self.job(), words, routes, &page).search_index(&self.subjects).into_bytes();
            (address, Bytes::made(index))
        });
        let feeds = languages().flat_map(|(words, routes)| feeds::files(self.job(), words, routes));
        let feeds = feeds.map(|(address, bytes)| (address, bytes.into()));
        let catalogue = std::iter::once_with(move || {
            let mut languages: Vec<(&Words, &Routes)> = languages().collect();
            languages.sort_by_key(|(words, _)| words.language() != own);
            let languages: Vec<Context> =
                languages.into_iter().map(|(words, routes)| context(self.job(), words, routes, "")).collect();
            open::catalogue(&languages)
        });
        let catalogue = catalogue.flatten().map(|(address, bytes)| (address, bytes.into()));
        machine::files(self.job()).chain(search).chain(feeds).chain(catalogue)
    }

    /// The site map with its address, where the site has one. `pages` are what it says of the pages.
    pub fn site_map(&self, pages: Vec<&Listed>) -> Option<(String, Vec<u8>)> {
        self.input.base_url.map(|_| (SITE_MAP.to_owned(), machine::sitemap(pages).into_bytes()))
    }

    /// Where in `content/` the entity of a page stands, by the page's address.
    pub fn origins(&self) -> BTreeMap<String, Span> {
        let mut origins = BTreeMap::new();
        for Piece { address, subject, standing, .. } in &self.pieces {
            if let Subject::Entity(key) = *subject
                && *standing == Standing::Own
                && let Some(entity) = context::entity(self.input.plan, key)
            {
                origins.insert(address.clone(), entity.span);
            }
        }
        origins
    }

    /// Where in `content/` a heading of a page is linked to, by the page's address and the heading's id.
    pub fn headings(&self) -> BTreeMap<(String, String), Vec<Span>> {
        let plan = self.input.plan;
        let mut headings: BTreeMap<(String, String), Vec<Span>> = BTreeMap::new();
        for routes in &self.routes {
            for link in &plan.heading_links {
                let to = (routes.entity(plan, link.to), link.heading.clone());
                headings.entry(to).or_default().push(link.span);
            }
        }
        headings
    }

    /// The path of the site's root on its host, with a slash at both ends.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// The folders with open data, with a slash at the end.
    pub fn open_data(&self) -> Vec<&'static str> {
        let has_catalogue = self.input.base_url.is_some() && self.input.plan.settings.catalogue.is_some();
        std::iter::once(DATA).chain(has_catalogue.then_some(DATASETS)).collect()
    }

    fn job(&self) -> Job<'_> {
        let Input { plan, facts, past, words, base_url, links, found, files } = self.input;
        Job { plan, facts, past, words, base_url, base: Base::new(&self.root, links), found, files }
    }

    fn words(&self, language: usize) -> &'a Words {
        self.input.words.values().nth(language).expect("a piece is in a language of the site")
    }
}

fn subjects(input: Job<'_>) -> Vec<Subject> {
    let Job { plan, facts, past, .. } = input;
    let sections = [
        Route::Start,
        Route::Goals,
        Route::Initiatives,
        Route::States,
        Route::Timeline,
        Route::Indicators,
        Route::Periods,
        Route::Roles,
        Route::Forums,
        Route::Insights,
        Route::Decisions,
        Route::DecisionsNeeded,
        Route::Obstacles,
        Route::MissingReports,
        Route::News,
        Route::Calculation,
        Route::Quality,
        Route::OpenData,
        Route::Search,
        Route::About,
        Route::Missing,
    ];
    let mut subjects: Vec<Subject> = sections.into_iter().map(Subject::Section).collect();
    subjects.extend(State::WORST_FIRST.map(Subject::State));
    subjects.extend(facts.statement.iter().map(|_| Subject::Section(Route::Statement)));
    let mut add = |keys: &mut dyn Iterator<Item = AnyKey>| subjects.extend(keys.map(Subject::Entity));
    add(&mut plan.areas.keys().map(AnyKey::Area));
    add(&mut plan.goals.keys().map(AnyKey::Goal));
    add(&mut plan.initiatives.keys().map(AnyKey::Initiative));
    add(&mut plan.indicators.keys().map(AnyKey::Indicator));
    add(&mut plan.roles.keys().map(AnyKey::Role));
    add(&mut plan.units.keys().map(AnyKey::Unit));
    add(&mut plan.forums.keys().map(AnyKey::Forum));
    add(&mut facts.index.insights.iter().map(|&key| AnyKey::Insight(key)));
    add(&mut facts.index.decisions.iter().map(|&key| AnyKey::Decision(key)));
    add(&mut plan.pages.keys().map(AnyKey::Page));
    subjects.extend(Context::all_periods(facts).into_iter().map(Subject::Period));
    subjects.extend(past.between.iter().map(|own| Subject::News(own.from, own.to)));
    subjects
}

fn context<'a>(input: Job<'a>, words: &'a Words, routes: &'a Routes, address: &'a str) -> Context<'a> {
    Context { plan: input.plan, facts: input.facts, words, routes, base: input.base, base_url: input.base_url, address }
}

fn address(plan: &Plan, routes: &Routes, subject: Subject) -> String {
    match subject {
        Subject::Section(route) => routes.section(route),
        Subject::Entity(key) => routes.entity(plan, key),
        Subject::Period(period) => routes.period(period),
        Subject::State(state) => routes.state(state),
        Subject::News(from, to) => routes.news(from, to),
    }
}

fn page(cx: Context<'_>, input: Job<'_>, routes: &[Routes], piece: &Piece) -> Page {
    let Piece { address: own, subject, .. } = piece;
    let subject = *subject;
    let (template, content) = content(cx, input, subject);
    let title = title(cx, subject);
    let alternates: Vec<Alternate> = input
        .words
        .values()
        .zip(routes)
        .filter(|(words, _)| words.language() != cx.words.language() && subject != Subject::Section(Route::Missing))
        .map(|(words, routes)| {
            let to = address(input.plan, routes, subject);
            Alternate {
                lang: words.language().tag(),
                name: words.get("language-name"),
                href: cx.base.relative(own, &to),
                url: input.base_url.map(|base| format!("{base}/{to}")),
            }
        })
        .collect();
    let description = description(cx, subject, &title);
    let latest = cx.latest(subject);
    let way = way(cx, subject);
    let meta = cx.meta(&machine::Head {
        subject,
        title: &title,
        description: &description,
        alternates: &alternates,
        way: &way,
        latest: latest.and_then(|latest| latest.day),
    });
    Page {
        template,
        lang: cx.words.language().tag(),
        root: cx.base.root(own),
        home: cx.section_href(Route::Start),
        description,
        canonical: cx.url(own),
        untranslated: untranslated(cx, input, subject, &alternates),
        alternates,
        breadcrumbs: breadcrumbs(cx, way),
        latest: latest.map(|latest| cx.latest_fact(latest)),
        data: cx.data(subject),
        feeds: cx.feeds(subject),
        outdated: cx.outdated(subject),
        react: cx.react(subject, &title),
        meta,
        navigation: navigation(cx, subject),
        search: search(cx, subject),
        footer: footer(cx),
        hidden: subject == Subject::Section(Route::Missing),
        title,
        content,
        address: own.to_owned(),
    }
}

/// A page that stands beside the site's own: it is led to from elsewhere, and nothing leads on from it but what its
/// template and content say.
fn aside(
    cx: Context<'_>,
    address: &str,
    title: Phrase,
    description: String,
    (template, content): (&'static str, Content),
) -> Page {
    Page {
        template,
        lang: cx.words.language().tag(),
        root: cx.base.root(address),
        home: cx.section_href(Route::Start),
        react: None,
        latest: None,
        data: Vec::new(),
        feeds: Vec::new(),
        untranslated: None,
        outdated: Vec::new(),
        meta: data::Meta { locale: cx.word("language-locale"), ..data::Meta::default() },
        canonical: None,
        alternates: Vec::new(),
        breadcrumbs: Vec::new(),
        navigation: Vec::new(),
        search: search(cx, Subject::Section(Route::Missing)),
        footer: Vec::new(),
        hidden: true,
        description,
        title,
        content,
        address: address.to_owned(),
    }
}

/// What an entity's page says when its name or its text is not in the page's language.
fn untranslated(
    cx: Context<'_>,
    input: Job<'_>,
    subject: Subject,
    alternates: &[Alternate],
) -> Option<data::Untranslated> {
    let Subject::Entity(key) = subject else { return None };
    let own = cx.own_lang()?;
    let entity = cx.entity(key)?;
    let language = cx.words.language();
    let lacks_body = !entity.body.original.is_empty() && entity.body.in_language(language).1.is_none();
    if entity.title.in_language(language).1.is_some() && !lacks_body {
        return None;
    }
    let original = alternates.iter().find(|alternate| alternate.lang == own)?;
    let link = data::Anchor {
        text: input.words.get(own)?.get("read-original"),
        href: original.href.clone(),
        lang: Some(original.lang),
    };
    Some(data::Untranslated { text: cx.word(&format!("untranslated-{own}")), link })
}

fn content(cx: Context<'_>, input: Job<'_>, subject: Subject) -> (&'static str, Content) {
    match subject {
        Subject::Section(route) => match route {
            Route::Start => ("start", Content::Start(cx.start(input.past))),
            Route::DecisionsNeeded => {
                ("work-list", Content::WorkList(cx.decisions_needed().with(cx.decisions_figure("chart_bars"))))
            }
            Route::Obstacles => {
                ("work-list", Content::WorkList(cx.obstacles().with(cx.obstacles_figure("chart_bars"))))
            }
            Route::MissingReports => {
                ("work-list", Content::WorkList(cx.missing_reports().with(cx.missing_figure("chart_bars"))))
            }
            Route::News => ("news", Content::News(cx.news(input.past))),
            Route::Goals | Route::Areas => ("goals", Content::Goals(cx.goals())),
            Route::Initiatives => ("initiatives", Content::Initiatives(cx.initiatives())),
            Route::States => ("states", Content::States(cx.states())),
            Route::Timeline => ("timeline", Content::Timeline(cx.timeline())),
            Route::Indicators => ("indicators", Content::Indicators(cx.indicators())),
            Route::Periods => ("periods", Content::Periods(cx.periods(input.past))),
            Route::Roles | Route::Units => ("roles", Content::Roles(cx.roles())),
            Route::Forums => ("forums", Content::Forums(cx.forums())),
            Route::Insights => ("insights", Content::Insights(cx.insights())),
            Route::Decisions => ("decisions", Content::Decisions(cx.decisions())),
            Route::Calculation => ("calculation", Content::Calculation(cx.calculation())),
            Route::Quality => ("quality", Content::Quality(cx.quality(input.found, input.files))),
            Route::OpenData => ("open-data", Content::OpenData(cx.open_data(&open::tables(cx.plan, cx.facts)))),
            Route::Search => ("search", Content::Search(cx.search(&subjects(input)))),
            Route::About => ("about", Content::About(cx.about())),
            Route::Statement => ("statement", Content::Statement(cx.statement())),
            Route::Missing => ("missing", Content::Missing(cx.wrong_address())),
        },
        Subject::Period(period) => {
            // A closed period is told as it was: nothing that came later shows.
            let then = Context { facts: input.past.facts(period).unwrap_or(cx.facts), ..cx };
            ("period", Content::Period(then.period_page(cx.facts, input.past, period)))
        }
        Subject::State(state) => ("state", Content::State(cx.state_list(state))),
        Subject::News(from, to) => {
            let between = input.past.between(from, to).expect("a subject for each pair of closed periods");
            ("news-between", Content::NewsBetween(cx.news_between(input.past, between)))
        }
        Subject::Entity(key) => match key {
            AnyKey::Area(key) => ("area", Content::Area(cx.area(key))),
            AnyKey::Goal(key) => ("goal", Content::Goal(cx.goal(key))),
            AnyKey::Initiative(key) => ("initiative", Content::Initiative(cx.initiative(key))),
            AnyKey::Indicator(key) => ("indicator", Content::Indicator(cx.indicator(key))),
            AnyKey::Forum(key) => ("forum", Content::Forum(cx.forum(key))),
            AnyKey::Insight(key) => ("insight", Content::Insight(cx.insight(key))),
            AnyKey::Decision(key) => ("decision", Content::Decision(cx.decision(key))),
            AnyKey::Role(key) => ("role", Content::Role(cx.role_page(key))),
            AnyKey::Unit(key) => ("unit", Content::Unit(cx.unit_page(key))),
            AnyKey::Page(key) => ("free", Content::Free(cx.free(key))),
            AnyKey::Report(_) | AnyKey::Review(_) => {
                unreachable!("reports and reviews have their place on other pages")
            }
        },
    }
}

/// The section that the things of a kind belong to.
fn section_of_kind(kind: Kind) -> Route {
    match kind {
        Kind::Area | Kind::Goal => Route::Goals,
        Kind::Initiative | Kind::Report => Route::Initiatives,
        Kind::Indicator => Route::Indicators,
        Kind::Forum => Route::Forums,
        Kind::Insight => Route::Insights,
        Kind::Decision => Route::Decisions,
        Kind::Role | Kind::Unit => Route::Roles,
        Kind::Review => Route::Periods,
        Kind::Page => Route::Start,
    }
}

/// The section that a page belongs to, and the catalogue key of its name.
fn section_of(subject: Subject) -> (Route, &'static str) {
    let route = match subject {
        Subject::Section(route) => route,
        Subject::Period(_) => Route::Periods,
        Subject::State(_) => Route::States,
        Subject::News(..) => Route::News,
        Subject::Entity(key) => section_of_kind(key.kind()),
    };
    let key = match route {
        Route::Start => "nav-start",
        Route::Goals | Route::Areas => "goals",
        Route::Initiatives => "initiatives",
        Route::States => "states-title",
        Route::Timeline => "timeline-title",
        Route::Indicators => "indicators",
        Route::Periods => "periods-title",
        Route::Roles | Route::Units => "roles-title",
        Route::Forums => "forums",
        Route::Insights => "insights",
        Route::Decisions => "decisions",
        Route::DecisionsNeeded => "decisions-needed-title",
        Route::Obstacles => "obstacles-title",
        Route::MissingReports => "missing-reports-title",
        Route::News => "news-title",
        Route::Calculation => "calculation-title",
        Route::Quality => "quality-title",
        Route::OpenData => "open-title",
        Route::Search => "search-title",
        Route::About => "about-title",
        Route::Statement => "statement",
        Route::Missing => "not-found-title",
    };
    (route, key)
}

fn title(cx: Context<'_>, subject: Subject) -> Phrase {
    match subject {
        Subject::Section(Route::Start) => cx.phrase(&cx.plan.settings.title),
        Subject::Section(Route::Statement) => Phrase { text: cx.statement_title(), lang: None },
        Subject::Section(_) => Phrase { text: cx.word(section_of(subject).1), lang: None },
        Subject::Period(period) => {
            Phrase { text: cx.say("period-title", &[("period", cx.period(period).into())]), lang: None }
        }
        Subject::State(state) => {
            let text = cx.word(&format!("state-list-{}", cx.state(state).key));
            Phrase { text, lang: None }
        }
        Subject::News(from, to) => {
            let text = cx.say("news-between", &[("from", cx.period(from).into()), ("to", cx.period(to).into())]);
            Phrase { text, lang: None }
        }
        Subject::Entity(key) => {
            cx.entity(key).map_or_else(|| Phrase { text: String::new(), lang: None }, |own| cx.phrase(&own.title))
        }
    }
}

fn description(cx: Context<'_>, subject: Subject, title: &Phrase) -> String {
    let plan = cx.phrase(&cx.plan.settings.title).text;
    match subject {
        Subject::Section(Route::Start) => cx.pulse_sentence(),
        Subject::Section(Route::About) => cx.say("about-description", &[("plan", plan.into())]),
        Subject::Section(Route::Statement) => cx.statement_description(),
        Subject::Section(Route::OpenData) => cx.say("open-description", &[("plan", plan.into())]),
        Subject::State(state) => cx.state_lead(state),
        Subject::Entity(AnyKey::Initiative(key)) => {
            let state = cx.state_of(key).word;
            let mut text =
                cx.say("initiative-description", &[("title", title.text.clone().into()), ("state", state.into())]);
            if let Some(reason) = cx.first_reason(key) {
                text.push(' ');
                text.push_str(&reason);
            }
            text
        }
        Subject::Entity(key) => match cx.entity(key).and_then(|own| own.summary.as_ref()) {
            Some(summary) => cx.phrase(summary).text,
            None => cx.say("page-description", &[("title", title.text.clone().into()), ("plan", plan.into())]),
        },
        _ => cx.say("page-description", &[("title", title.text.clone().into()), ("plan", plan.into())]),
    }
}

/// The pages above a page, from the start page: names and addresses.
fn way(cx: Context<'_>, subject: Subject) -> Vec<(String, String)> {
    if matches!(subject, Subject::Section(Route::Start | Route::Missing)) {
        return Vec::new();
    }
    let section = |route: Route, key: &str| (cx.word(key), cx.routes.section(route));
    let mut way = vec![section(Route::Start, "nav-start")];
    let (route, key) = section_of(subject);
    if matches!(route, Route::DecisionsNeeded | Route::Obstacles | Route::MissingReports | Route::News) {
        way.push(section(Route::Periods, "periods-title"));
    }
    if matches!(route, Route::Timeline | Route::States) {
        way.push(section(Route::Initiatives, "initiatives"));
    }
    if !matches!(subject, Subject::Section(_)) && route != Route::Start {
        way.push(section(route, key));
    }
    way
}

fn breadcrumbs(cx: Context<'_>, way: Vec<(String, String)>) -> Vec<data::Anchor> {
    let link = |(text, address): (String, String)| data::Anchor {
        text,
        href: cx.base.relative(cx.address, &address),
        lang: None,
    };
    way.into_iter().map(link).collect()
}

fn navigation(cx: Context<'_>, subject: Subject) -> Vec<Section> {
    let here = section_of(subject).0;
    [
        (Route::Start, "nav-start"),
        (Route::Goals, "goals"),
        (Route::Initiatives, "initiatives"),
        (Route::Indicators, "indicators"),
        (Route::Roles, "roles-title"),
        (Route::Periods, "periods-title"),
        (Route::Forums, "forums"),
        (Route::Insights, "insights"),
        (Route::Decisions, "decisions"),
    ]
    .into_iter()
    .map(|(route, key)| {
        let current = if subject == Subject::Section(route) {
            Some("page")
        } else if here == route && route != Route::Start {
            Some("true")
        } else {
            None
        };
        Section { text: cx.word(key), href: cx.section_href(route), current }
    })
    .collect()
}

fn search(cx: Context<'_>, subject: Subject) -> Section {
    let current = (subject == Subject::Section(Route::Search)).then_some("page");
    Section { text: cx.word("search-title"), href: cx.section_href(Route::Search), current }
}

fn footer(cx: Context<'_>) -> Vec<data::Anchor> {
    let mut links: Vec<data::Anchor> =
        cx.plan.pages.iter().filter(|(_, page)| page.menu).map(|(key, _)| cx.link(AnyKey::Page(key))).collect();
    links.push(cx.section(Route::Timeline, "timeline-title"));
    links.push(cx.section(Route::About, "about-title"));
    links.push(cx.section(Route::Calculation, "calculation-title"));
    links.push(cx.section(Route::Quality, "quality-title"));
    links.push(cx.section(Route::OpenData, "open-title"));
    links.extend(cx.facts.statement.as_ref().map(|_| cx.section(Route::Statement, "statement")));
    links
}

fn site(cx: Context<'_>) -> Site {
    let settings = &cx.plan.settings;
    Site {
        title: cx.phrase(&settings.title),
        organisation: cx.phrase(&settings.organisation),
        notice: settings.notice.as_ref().map(|notice| cx.phrase(notice)),
        date: cx.day(cx.facts.calendar.today),
        licence: settings.licence.clone(),
        logo: settings.logo.clone(),
        version: env!("CARGO_PKG_VERSION"),
    }
}

/// The words of each of a site's languages, by its tag. The same allocation means the same words.
pub type Languages = Arc<BTreeMap<&'static str, Words>>;

/// The words of the last time, and what they follow from.
#[derive(Default)]
pub struct Memo(Option<(Wording, Languages)>);

/// What the words of a site follow from.
#[derive(Clone, PartialEq)]
struct Wording {
    languages: Vec<Language>,
    /// The plan's own language.
    own: Language,
    /// The plan's own words, by the keys of the program's.
    labels: BTreeMap<String, String>,
}

/// The languages of a plan's site by their tags, each with its words: the plan's own words replace the program's in its
/// language. With a memo, words that are as the last time are not read again.
pub fn languages(plan: &Plan, memo: Option<&mut Memo>) -> Languages {
    let settings = &plan.settings;
    let wording =
        Wording { languages: settings.languages.clone(), own: settings.language, labels: settings.labels.clone() };
    let known = memo.as_ref().and_then(|memo| memo.0.as_ref());
    if let Some((_, words)) = known.filter(|(known, _)| *known == wording) {
        return Arc::clone(words);
    }
    let of = |&language: &Language| {
        let mut words = Words::new(language);
        if language == wording.own {
            words.replace(wording.labels.iter().map(|(key, text)| (key.as_str(), text.as_str())));
        }
        (language.tag(), words)
    };
    let words: Languages = Arc::new(wording.languages.iter().map(of).collect());
    if let Some(memo) = memo {
        memo.0 = Some((wording, Arc::clone(&words)));
    }
    words
}
