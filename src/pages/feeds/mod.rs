//! Feeds and calendars: what happens in the plan and what is to happen, for whoever wants to be told.
//!
//! Comes in: the plan's events (F12, day by day). Goes out: for the plan as a whole and for each goal, forum and role a
//! feed in each language, as Atom (RFC 4287) and JSON Feed 1.1, below the address of its page. An entry says what
//! happened in full, and says it in the same way however late it is made: its id, its dates and its text depend on
//! nothing that came later. A reader's program knows entries by their ids, so these are `tag:` URIs (RFC 4151), which
//! stay when a page moves. `calendar` tells what is to happen. A site without an address of its own has no feeds: an entry must lead somewhere from anywhere.

mod calendar;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::context::Context;
use super::data::{Anchor, FeedLink, Piece, Sentence};
use super::routes::{Route, Routes, percent_encoded, report_anchor};
use super::{Job, Subject};
use crate::derive::{Event, Facts, Happening, State, events};
use crate::model::{AnyKey, Body, Decision, Entity, Forum, Goal, Initiative, Insight, Key, Plan, Role};
use crate::source::html::escape;
use crate::words::Words;

/// For how long something is told, in days.
const DAYS: i32 = 400;
/// The most entries of the plan's own feed, and of any other: a reader's program remembers the older ones.
const MOST_OF_PLAN: usize = 50;
const MOST: usize = 20;

/// The files of a feed, below its page's address, with their media types.
const FORMATS: [(&str, &str, &str); 2] =
    [("atom.xml", "application/atom+xml", "feed-atom"), ("feed.json", "application/feed+json", "feed-json")];

/// Something that happened, as a feed tells it.
#[derive(Clone, Debug)]
struct Entry {
    id: String,
    url: String,
    title: String,
    /// Markup with full addresses.
    html: String,
    /// When it happened and when its text last changed: RFC 3339.
    published: String,
    updated: String,
    /// What kind of thing it is, in the feed's language.
    category: String,
}

/// A feed about to be written.
struct Feed<'a> {
    /// The address of the page that it belongs to, which is also where it is answered.
    page: String,
    /// Addresses that the page had before.
    before: Vec<String>,
    title: String,
    entries: Vec<&'a Entry>,
}

/// Whose feed it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Owner {
    Plan,
    Goal(Key<Goal>),
    Forum(Key<Forum>),
    Role(Key<Role>),
}

impl Owner {
    fn of(subject: Subject) -> Option<Self> {
        match subject {
            Subject::Section(Route::Start | Route::News | Route::OpenData) => Some(Self::Plan),
            Subject::Entity(AnyKey::Goal(key)) => Some(Self::Goal(key)),
            Subject::Entity(AnyKey::Forum(key)) => Some(Self::Forum(key)),
            Subject::Entity(AnyKey::Role(key)) => Some(Self::Role(key)),
            _ => None,
        }
    }

    fn all(plan: &Plan) -> Vec<Self> {
        let goals = plan.goals.keys().map(Self::Goal);
        let forums = plan.forums.keys().map(Self::Forum);
        let roles = plan.roles.keys().map(Self::Role);
        std::iter::once(Self::Plan).chain(goals).chain(forums).chain(roles).collect()
    }

    fn key(self) -> Option<AnyKey> {
        match self {
            Self::Plan => None,
            Self::Goal(key) => Some(AnyKey::Goal(key)),
            Self::Forum(key) => Some(AnyKey::Forum(key)),
            Self::Role(key) => Some(AnyKey::Role(key)),
        }
    }

    fn page(self, plan: &Plan, routes: &Routes) -> String {
        self.key().map_or_else(|| routes.section(Route::News), |key| routes.entity(plan, key))
    }
}

impl Context<'_> {
    /// The feeds of a page, for programs and for people.
    pub(super) fn feeds(self, subject: Subject) -> Vec<FeedLink> {
        let Some(owner) = Owner::of(subject).filter(|_| self.base_url.is_some()) else { return Vec::new() };
        let (page, name) = (owner.page(self.plan, self.routes), self.feed_title(owner));
        let link = |(file, media_type, key): (&str, &'static str, &str)| FeedLink {
            media_type,
            title: name.clone(),
            link: Anchor {
                text: self.word(key),
                href: self.base.relative(self.address, &format!("{page}{file}")),
                lang: None,
            },
        };
        let calendar = Some((calendar::FILE, "text/calendar", "feed-calendar")).filter(|_| owner.has_calendar());
        FORMATS.into_iter().chain(calendar).map(link).collect()
    }

    fn feed_title(self, owner: Owner) -> String {
        let plan = self.phrase(&self.plan.settings.title).text;
        match owner.key().and_then(|key| self.entity(key)) {
            None => self.say("feed-title", &[("plan", plan.into())]),
            Some(own) => {
                let name = self.phrase(&own.title).text;
                self.say("feed-title-of", &[("name", name.into()), ("plan", plan.into())])
            }
        }
    }
}

/// Every feed of the site in one language: address → content. None where the site has no address.
pub(super) fn files(input: Job<'_>, words: &Words, routes: &Routes) -> Vec<(String, Vec<u8>)> {
    let Job { plan, facts, .. } = input;
    let Some(url) = input.base_url else { return Vec::new() };
    let cx = super::context(input, words, routes, "");
    let cx = Context { base: cx.base.absolute(url), ..cx };
    let all = events(plan, facts, DAYS);
    let circles = Circles::new(plan, facts);
    let calendars = calendar::calendars(cx, facts, &circles, url);
    let told = circles.tell(&all);
    let needed: BTreeSet<usize> = told.values().flatten().copied().collect();
    let entries: BTreeMap<usize, Entry> =
        needed.into_par_iter().map(|n| (n, Teller::new(cx, url).entry(&all[n]))).collect();
    let owners: Vec<Owner> = Owner::all(plan);
    let written = owners.into_par_iter().flat_map_iter(|owner| {
        let before = owner.key().and_then(|key| Some((key, cx.entity(key)?)));
        let before = before.map(|(key, own)| own.aliases.iter().map(|id| routes.with_id(plan, key, id)).collect());
        let feed = Feed {
            page: owner.page(plan, routes),
            before: before.unwrap_or_default(),
            title: cx.feed_title(owner),
            entries: told.get(&owner).into_iter().flatten().map(|n| &entries[n]).collect(),
        };
        let author = cx.phrase(&plan.settings.organisation).text;
        let start = moment(plan, plan.settings.start.first_day());
        let about = write::About {
            url,
            author: &author,
            lang: words.language().tag(),
            start: &start,
            licence: &plan.settings.licence,
        };
        let files = [write::atom(&feed, &about), write::json(&feed, &about)];
        let addresses: Vec<String> = std::iter::once(&feed.page).chain(&feed.before).cloned().collect();
        let calendar = calendars.get(&owner).map(|text| (calendar::FILE, text.clone().into_bytes()));
        let named = FORMATS.map(|(name, ..)| name).into_iter().zip(files).chain(calendar);
        let at = named.flat_map(move |(name, bytes)| {
            addresses.iter().map(|page| (format!("{page}{name}"), bytes.clone())).collect::<Vec<_>>()
        });
        at.collect::<Vec<_>>()
    });
    written.collect()
}

/// When a day begins where the plan is: RFC 3339.
fn moment(plan: &Plan, day: Date) -> String {
    // A plan that got through the checks has a time zone that exists.
    let zone = jiff::tz::TimeZone::get(&plan.settings.timezone).unwrap_or(jiff::tz::TimeZone::UTC);
    let begins = day.to_zoned_datetime(zone);
    begins.map_or_else(|_| format!("{day}T00:00:00Z"), |begins| begins.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
}

/// What each feed is about.
struct Circles<'a> {
    plan: &'a Plan,
    initiatives: BTreeMap<Key<Initiative>, BTreeSet<Owner>>,
    insights: BTreeMap<Key<Insight>, BTreeSet<Owner>>,
    decisions: BTreeMap<Key<Decision>, BTreeSet<Owner>>,
}

impl<'a> Circles<'a> {
    fn new(plan: &'a Plan, facts: &Facts) -> Self {
        let index = &facts.index;
        let (initiatives, insights, decisions) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut own = Self { plan, initiatives, insights, decisions };
        for goal in plan.goals.keys() {
            let owner = Owner::Goal(goal);
            own.add(owner, &index.initiatives_below_goal[goal], &index.insights_of_goal[goal]);
        }
        for (forum, it) in plan.forums.iter() {
            let owner = Owner::Forum(forum);
            own.add(owner, &index.initiatives_of_forum[forum], &index.insights_of_forum[forum]);
            for &area in &it.areas {
                own.add(owner, &index.initiatives_of_area[area], &[]);
                for &goal in &index.goals_of_area[area] {
                    own.add(owner, &[], &index.insights_of_goal[goal]);
                }
            }
        }
        for role in plan.roles.keys() {
            let owner = Owner::Role(role);
            for list in [&index.initiatives_of_role, &index.sponsored_by_role, &index.contributions_of_role] {
                own.add(owner, &list[role], &[]);
            }
        }
        for (key, insight) in plan.insights.iter() {
            let by = insight.response.as_ref().and_then(|response| response.by).map(Owner::Role);
            own.insights.entry(key).or_default().extend(by);
        }
        own.add_decisions(facts);
        own
    }

    fn add(&mut self, owner: Owner, initiatives: &[Key<Initiative>], insights: &[Key<Insight>]) {
        for &key in initiatives {
            self.initiatives.entry(key).or_default().insert(owner);
        }
        for &key in insights {
            self.insights.entry(key).or_default().insert(owner);
        }
    }

    /// A decision concerns those whose initiatives it affects, those that it names, and the role that made it.
    fn add_decisions(&mut self, facts: &Facts) {
        for (key, decision) in self.plan.decisions.iter() {
            let owners = self.decisions.entry(key).or_default();
            owners.extend(Some(decision.body).and_then(|body| match body {
                Body::Role(role) => Some(Owner::Role(role)),
                Body::Unit(_) => None,
            }));
        }
        for (about, keys) in &facts.index.decisions_about {
            let owners: BTreeSet<Owner> = match *about {
                AnyKey::Goal(key) => [Owner::Goal(key)].into(),
                AnyKey::Forum(key) => [Owner::Forum(key)].into(),
                AnyKey::Role(key) => [Owner::Role(key)].into(),
                AnyKey::Initiative(key) => self.initiatives.get(&key).cloned().unwrap_or_default(),
                AnyKey::Insight(key) => self.insights.get(&key).cloned().unwrap_or_default(),
                _ => BTreeSet::new(),
            };
            for key in keys {
                self.decisions.entry(*key).or_default().extend(owners.iter().copied());
            }
        }
    }

    /// Which of the events, by their places and the latest first, each feed tells.
    fn tell(&self, events: &[Event]) -> BTreeMap<Owner, Vec<usize>> {
        let mut told: BTreeMap<Owner, Vec<usize>> = BTreeMap::new();
        let mut add = |owner: Owner, n: usize, most: usize| {
            let list = told.entry(owner).or_default();
            if list.len() < most {
                list.push(n);
            }
        };
        for (n, event) in events.iter().enumerate() {
            add(Owner::Plan, n, MOST_OF_PLAN);
            for owner in self.owners(&event.what) {
                add(owner, n, MOST);
            }
        }
        told
    }

    fn owners(&self, what: &Happening) -> Vec<Owner> {
        let initiative = |key| self.initiatives.get(&key).into_iter().flatten().copied().collect();
        match what {
            Happening::Report(key) => initiative(self.plan.reports[*key].initiative),
            Happening::State { initiative: key, .. } | Happening::Moved { initiative: key, .. } => initiative(*key),
            Happening::Decision(key) => self.decisions.get(key).into_iter().flatten().copied().collect(),
            Happening::Answer(key) => self.insights.get(key).into_iter().flatten().copied().collect(),
            Happening::Review(key) => match self.plan.reviews[*key].body {
                Body::Role(role) => vec![Owner::Role(role)],
                Body::Unit(_) => Vec::new(),
            },
        }
    }
}

/// Tells what happened, in one language.
#[derive(Clone, Copy)]
struct Teller<'a> {
    cx: Context<'a>,
    url: &'a str,
}

impl<'a> Teller<'a> {
    fn new(cx: Context<'a>, url: &'a str) -> Self {
        Self { cx, url }
    }

    fn entry(self, event: &Event) -> Entry {
        let Self { cx, .. } = self;
        let plan = cx.plan;
        let day = event.date;
        let mut updated = day;
        let name = |own: &Entity| cx.phrase(&own.title).text;
        let initiative = |key: Key<Initiative>| {
            (AnyKey::Initiative(key), name(&plan.initiatives[key].entity), first_id(&plan.initiatives[key].entity))
        };
        let mut html = Html::default();
        let (category, id, url, title) = match &event.what {
            Happening::Report(key) => {
                let report = &plan.reports[*key];
                let (own, name, id) = initiative(report.initiative);
                updated = report.corrected.as_ref().map_or(day, |own| own.date.first_day().max(day));
                self.report(report, &mut html);
                let state = cx.assessment(report.assessment).word;
                let args =
                    [("name", name.into()), ("period", cx.period(report.period).into()), ("state", state.into())];
                let anchor = report_anchor(report.period);
                let id = format!("report/{id}/{}", report.period.to_string().to_lowercase());
                ("feed-report", id, format!("{}#{anchor}", cx.href(own)), cx.say("feed-report-title", &args))
            }
            Happening::State { initiative: key, from, to } => {
                let (own, name, id) = initiative(*key);
                html.list(to.spoke.iter().map(|reason| cx.reason(*key, *reason)));
                let category = if to.state == State::NoInformation { "feed-silent" } else { "feed-state" };
                let (from, to) = (cx.state(*from).word, cx.state(to.state).word);
                let args = [("name", name.into()), ("from", from.into()), ("to", to.into())];
                (category, format!("state/{id}/{day}"), cx.href(own), cx.say("feed-state-title", &args))
            }
            Happening::Moved { initiative: key, n } => {
                let (own, name, id) = initiative(*key);
                let moved = &plan.initiatives[*key].deadline_moves[*n];
                let (from, to) = (cx.date(moved.from).text, cx.date(moved.to).text);
                html.paragraph(&cx.say("feed-moved-text", &[("from", from.into()), ("to", to.clone().into())]));
                html.paragraph(&cx.own(&moved.why).text);
                let args = [("name", name.into()), ("to", to.into())];
                ("feed-moved", format!("moved/{id}/{day}"), cx.href(own), cx.say("feed-moved-title", &args))
            }
            Happening::Decision(key) => {
                let own = &plan.decisions[*key];
                let by = cx.body(own.body).text;
                html.paragraph(
                    &cx.say("feed-decision-by", &[("by", by.into()), ("date", cx.date(own.date).text.into())]),
                );
                self.entity(&own.entity, &mut html);
                let title = cx.say("feed-decision-title", &[("name", name(&own.entity).into())]);
                ("feed-decision", format!("decision/{}", first_id(&own.entity)), cx.href(AnyKey::Decision(*key)), title)
            }
            Happening::Answer(key) => {
                let own = &plan.insights[*key];
                if let Some(response) = &own.response {
                    let state = cx.choice("response", response.state);
                    let by = cx.role(response.by).text;
                    html.paragraph(&cx.say("feed-answer-by", &[("state", state.into()), ("by", by.into())]));
                    response.text.iter().for_each(|text| html.paragraph(text));
                }
                let title = cx.say("feed-answer-title", &[("name", name(&own.entity).into())]);
                ("feed-answer", format!("answer/{}", first_id(&own.entity)), cx.href(AnyKey::Insight(*key)), title)
            }
            Happening::Review(key) => {
                let own = &plan.reviews[*key];
                let by = cx.body(own.body).text;
                html.paragraph(
                    &cx.say("feed-review-by", &[("by", by.into()), ("date", cx.date(own.date).text.into())]),
                );
                html.text(cx, &own.text);
                html.list(own.answers.iter().map(|(key, answer)| {
                    let link = cx.link(AnyKey::Initiative(*key));
                    cx.sentence(
                        "feed-review-answer",
                        &[("answer", answer.as_str().into())],
                        &[("initiative", link.into())],
                    )
                }));
                let period = own.period.to_string().to_lowercase();
                let title = cx.say("feed-review-title", &[("period", cx.period(own.period).into())]);
                let url = cx.base.relative("", &cx.routes.period(own.period));
                ("feed-review", format!("review/{period}"), url, title)
            }
        };
        Entry {
            id: self.tag(&id),
            url,
            title,
            html: html.0,
            published: moment(plan, day),
            updated: moment(plan, updated),
            category: cx.word(category),
        }
    }

    /// What a report says, in full.
    fn report(self, report: &crate::model::Report, html: &mut Html) {
        let Self { cx, .. } = self;
        let by = cx.role(Some(report.by)).text;
        html.paragraph(&cx.say("feed-report-by", &[("by", by.into()), ("date", cx.day(report.date).text.into())]));
        if let Some(own) = &report.corrected {
            let date = cx.date(own.date).text;
            html.paragraph(&cx.say("feed-corrected", &[("date", date.into()), ("why", own.why.as_str().into())]));
        }
        html.text(cx, &report.body);
        let mut said = |key: &str, text: &str| html.paragraph(&cx.say(key, &[("text", text.into())]));
        report.next_step.iter().for_each(|text| said("feed-next-step", text));
        report.obstacle.iter().for_each(|own| said("feed-obstacle", &own.text));
        report.decision_needed.iter().for_each(|own| said("feed-question", &own.question));
    }

    fn entity(self, own: &Entity, html: &mut Html) {
        if let Some(summary) = &own.summary {
            html.paragraph(&self.cx.phrase(summary).text);
        }
        html.text(self.cx, &own.body);
    }

    /// A `tag:` URI: who had the site's address when the plan began, and what it is about.
    fn tag(self, what: &str) -> String {
        let (host, path) = home_of(self.cx.plan, self.url);
        let year = self.cx.plan.settings.start.first_day().year();
        let language = self.cx.own_lang().map(|_| format!("/{}", self.cx.words.language().tag())).unwrap_or_default();
        let what = what.split('/').map(percent_encoded).collect::<Vec<_>>().join("/");
        format!("tag:{host},{year}:{path}{what}{language}")
    }
}

/// The host of the plan's own address, and the path below it with a slash at its end; of `url` when it has none.
fn home_of(plan: &Plan, url: &str) -> (String, String) {
    let home = plan.settings.base_url.as_deref().unwrap_or(url);
    let home = home.split_once("://").map_or(home, |(_, home)| home).trim_end_matches('/');
    let (host, path) = home.split_once('/').map_or((home, ""), |(host, path)| (host, path));
    let host = host.split(':').next().unwrap_or(host).to_ascii_lowercase();
    (host, if path.is_empty() { String::new() } else { format!("{path}/") })
}

/// The id that an entity had first: what it is known by to those who have been told of it.
fn first_id(own: &Entity) -> &str {
    own.aliases.first().unwrap_or(&own.id)
}

/// Markup in the making.
#[derive(Default)]
struct Html(String);

impl Html {
    fn paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.0.push_str("<p>");
            escape(text, &mut self.0);
            self.0.push_str("</p>");
        }
    }

    /// Running text; charts stay on the page.
    fn text(&mut self, cx: Context<'_>, prose: &crate::model::Text<std::sync::Arc<crate::model::Prose>>) {
        let text = cx.text(prose, 2, "");
        let parts = text.into_iter().flat_map(|text| text.parts);
        parts.filter_map(|part| part.html).for_each(|html| self.0.push_str(&html.0));
    }

    fn list(&mut self, items: impl Iterator<Item = Sentence>) {
        let mut items = items.peekable();
        if items.peek().is_none() {
            return;
        }
        self.0.push_str("<ul>");
        for item in items {
            self.0.push_str("<li>");
            item.pieces.iter().for_each(|piece| self.piece(piece));
            self.0.push_str("</li>");
        }
        self.0.push_str("</ul>");
    }

    fn piece(&mut self, piece: &Piece) {
        let Some(href) = &piece.href else {
            escape(&piece.text, &mut self.0);
            return;
        };
        self.0.push_str("<a href=\"");
        escape(href, &mut self.0);
        self.0.push_str("\">");
        escape(&piece.text, &mut self.0);
        self.0.push_str("</a>");
    }
}
