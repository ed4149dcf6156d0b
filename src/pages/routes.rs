//! Where everything has its address.
//!
//! An address is relative to the site's root and has no leading slash: `initiativ/e-arkiv/`, `en/goals/`, `404.html`.
//! The plan's own language has the root, each other language a folder named after it. The words of the addresses stand
//! in the catalogues (`route-…`), so a new language brings its own.

use std::fmt::Write as _;

use super::context::state_key;
use crate::derive::State;
use crate::model::{AnyKey, Choice as _, Kind, Plan};
use crate::words::{Language, Words};

/// The address of all derived values.
pub(super) const COMPUTED: &str = "berakning.json";

/// The sections of the site that have an address of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Route {
    Start,
    Goals,
    Areas,
    Initiatives,
    States,
    Timeline,
    Indicators,
    Periods,
    Roles,
    Units,
    Forums,
    Insights,
    Decisions,
    DecisionsNeeded,
    Obstacles,
    MissingReports,
    News,
    Calculation,
    Quality,
    OpenData,
    Search,
    About,
    Statement,
    Missing,
}

impl Route {
    /// All that begin an address, so that nothing else may.
    const NAMED: &'static [(Self, &'static str)] = &[
        (Self::Goals, "route-goals"),
        (Self::Areas, "route-areas"),
        (Self::Initiatives, "route-initiatives"),
        (Self::States, "route-states"),
        (Self::Timeline, "route-timeline"),
        (Self::Indicators, "route-indicators"),
        (Self::Periods, "route-periods"),
        (Self::Roles, "route-roles"),
        (Self::Units, "route-units"),
        (Self::Forums, "route-forums"),
        (Self::Insights, "route-insights"),
        (Self::Decisions, "route-decisions"),
        (Self::DecisionsNeeded, "route-decisions-needed"),
        (Self::Obstacles, "route-obstacles"),
        (Self::MissingReports, "route-missing-reports"),
        (Self::News, "route-news"),
        (Self::Calculation, "route-calculation"),
        (Self::Quality, "route-quality"),
        (Self::OpenData, "route-open"),
        (Self::Search, "route-search"),
        (Self::About, "route-about"),
        (Self::Statement, "route-statement"),
    ];
}

/// The addresses of one language's pages.
#[derive(Clone, Debug)]
pub(crate) struct Routes {
    /// `en/`, or nothing for the plan's own language.
    prefix: String,
    words: Vec<(Route, String)>,
    states: Vec<(State, String)>,
}

impl Routes {
    pub(crate) fn new(plan: &Plan, words: &Words) -> Self {
        let own = words.language() == plan.settings.language;
        let prefix = if own { String::new() } else { format!("{}/", words.language().tag()) };
        let sections = Route::NAMED.iter().map(|(route, key)| (*route, words.get(key))).collect();
        let slug = |state| words.get(&format!("slug-state-{}", state_key(state)));
        let states = State::WORST_FIRST.into_iter().map(|state| (state, slug(state))).collect();
        Self { prefix, words: sections, states }
    }

    /// The address of a section.
    pub(crate) fn section(&self, route: Route) -> String {
        let mut address = String::new();
        self.write_section(route, &mut address);
        address
    }

    fn write_section(&self, route: Route, out: &mut String) {
        out.push_str(&self.prefix);
        match route {
            Route::Start => {}
            Route::Missing => out.push_str("404.html"),
            _ => {
                out.push_str(self.words.iter().find(|(own, _)| *own == route).map_or("", |(_, word)| word.as_str()));
                out.push('/');
            }
        }
    }

    /// The address of the list of the initiatives in a state.
    pub(crate) fn state(&self, state: State) -> String {
        let word = self.states.iter().find(|(own, _)| *own == state).map_or("", |(_, word)| word.as_str());
        format!("{}{word}/", self.section(Route::States))
    }

    /// The address of an entity; a report's leads to its place on the initiative's page.
    pub(crate) fn entity(&self, plan: &Plan, key: AnyKey) -> String {
        let id = match key {
            AnyKey::Area(key) => &plan.areas[key].entity.id,
            AnyKey::Goal(key) => &plan.goals[key].entity.id,
            AnyKey::Initiative(key) => &plan.initiatives[key].entity.id,
            AnyKey::Indicator(key) => &plan.indicators[key].entity.id,
            AnyKey::Forum(key) => &plan.forums[key].entity.id,
            AnyKey::Insight(key) => &plan.insights[key].entity.id,
            AnyKey::Decision(key) => &plan.decisions[key].entity.id,
            AnyKey::Role(key) => &plan.roles[key].entity.id,
            AnyKey::Unit(key) => &plan.units[key].entity.id,
            AnyKey::Page(key) => &plan.pages[key].entity.id,
            AnyKey::Review(key) => return self.period(plan.reviews[key].period),
            AnyKey::Report(key) => {
                let report = &plan.reports[key];
                let page = self.entity(plan, AnyKey::Initiative(report.initiative));
                return format!("{page}#{}", report_anchor(report.period));
            }
        };
        self.of_kind(key.kind(), id).expect("all but reports and reviews have a page of their own")
    }

    /// The address of the thing of this kind with this id; `None` when such things have no page of their own.
    pub(crate) fn of_kind(&self, kind: Kind, id: &str) -> Option<String> {
        let route = match kind {
            Kind::Area => Route::Areas,
            Kind::Goal => Route::Goals,
            Kind::Initiative => Route::Initiatives,
            Kind::Indicator => Route::Indicators,
            Kind::Forum => Route::Forums,
            Kind::Insight => Route::Insights,
            Kind::Decision => Route::Decisions,
            Kind::Role => Route::Roles,
            Kind::Unit => Route::Units,
            Kind::Page => Route::Start,
            Kind::Report | Kind::Review => return None,
        };
        // Every link begins here: written at once, not put together.
        let mut address = String::with_capacity(self.prefix.len() + id.len() + 32);
        self.write_section(route, &mut address);
        address.push_str(id);
        address.push('/');
        Some(address)
    }

    /// The kind and the id of the thing that has, or had, its page at this address.
    pub(crate) fn at<'a>(&self, address: &'a str) -> Option<(Kind, &'a str)> {
        let id = address.strip_suffix('/')?.rsplit('/').next()?;
        let kinds = Kind::ALL.iter().map(|(kind, _)| *kind);
        let mut kinds = kinds.filter(|kind| self.of_kind(*kind, id).is_some_and(|own| own == address));
        // What stands at the root may be a language's start page.
        kinds.next().filter(|_| Language::from_tag(id).is_none()).map(|kind| (kind, id))
    }

    /// The address that an entity would have with another id.
    pub(crate) fn with_id(&self, plan: &Plan, key: AnyKey, id: &str) -> String {
        let own = self.entity(plan, key);
        let folder = own.trim_end_matches('/').rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder.is_empty() { format!("{id}/") } else { format!("{folder}/{id}/") }
    }

    /// The address of what happened between two closed periods.
    pub(crate) fn news(&self, from: crate::model::Period, to: crate::model::Period) -> String {
        format!("{}{}/", self.section(Route::News), format!("{from}--{to}").to_lowercase())
    }

    /// The address of a reporting period.
    pub(crate) fn period(&self, period: crate::model::Period) -> String {
        format!("{}{}/", self.section(Route::Periods), period.to_string().to_lowercase())
    }
}

/// The id of a report's place on its initiative's page.
pub(crate) fn report_anchor(period: crate::model::Period) -> String {
    format!("report-{}", period.to_string().to_lowercase())
}

/// How a link names a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Links {
    /// By its folder, `mal/skola/`, as a web server understands it.
    #[default]
    Folders,
    /// By its file, `mal/skola/index.html`, for a site that is opened from a disk.
    Files,
}

/// How pages lead to each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Base<'a> {
    /// The path of the site's root on its host, with a slash at both ends: `/`, or `/agenda/`.
    path: &'a str,
    links: Links,
    /// The site's address, where links are to lead to it from anywhere.
    url: Option<&'a str>,
}

impl<'a> Base<'a> {
    /// The base of a site with this full address, such as `https://example.org/agenda`.
    pub(crate) fn of(base_url: Option<&'a str>) -> String {
        let path = base_url
            .and_then(|url| url.split_once("://"))
            .and_then(|(_, rest)| rest.split_once('/'))
            .map_or("", |(_, path)| path.trim_matches('/'));
        if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
    }

    pub(crate) fn new(path: &'a str, links: Links) -> Self {
        Self { path, links, url: None }
    }

    /// The same, for texts that are read elsewhere: links name the whole address, at `url` (without a slash at its end).
    pub(crate) fn absolute(self, url: &'a str) -> Self {
        Self { url: Some(url), ..self }
    }

    /// What leads from the page at `from` to the site's root: `../` for each folder it lies in. The page for a wrong
    /// address is shown at any depth by a web server, so it names the root by its path.
    pub(crate) fn root(self, from: &str) -> String {
        if from.ends_with("404.html") && self.links == Links::Folders {
            self.path.to_owned()
        } else {
            "../".repeat(from.matches('/').count())
        }
    }

    /// What leads from `from` to `to`, both addresses below the site's root.
    pub(crate) fn relative(self, from: &str, to: &str) -> String {
        if let Some(url) = self.url {
            let mut text = format!("{url}/");
            encode(&mut text, to);
            return text;
        }
        let mut text = self.root(from);
        let (address, fragment) = to.find('#').map_or((to, ""), |at| to.split_at(at));
        let is_folder = address.is_empty() || address.ends_with('/');
        match self.links {
            Links::Files if is_folder => {
                encode(&mut text, address);
                text.push_str("index.html");
                encode(&mut text, fragment);
            }
            Links::Folders if to.is_empty() && text.is_empty() => text.push_str("./"),
            _ => encode(&mut text, to),
        }
        text
    }
}

/// Writes an address as it stands in `href`: what is not an ASCII letter, digit or one of `-._~/#` is percent-encoded.
fn encode(out: &mut String, address: &str) {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'/' | b'#');
    // Mostly all of it is.
    if address.bytes().all(is_plain) {
        return out.push_str(address);
    }
    for byte in address.bytes() {
        if is_plain(byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
}

/// A text as a part of an address: everything but letters, digits and `-._~` as `%XX` (RFC 3986, 2.3).
pub(crate) fn percent_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_lead_to_each_other_wherever_the_site_lies() {
        let base = Base::new("/agenda/", Links::Folders);
        assert_eq!(base.relative("mal/skola/", "initiativ/x/#report-2026-t1"), "../../initiativ/x/#report-2026-t1");
        assert_eq!(base.relative("", ""), "./");
        assert_eq!(base.relative("mal/", ""), "../");
        assert_eq!(base.relative("404.html", "mal/"), "/agenda/mal/");
        assert_eq!(base.relative("en/404.html", ""), "/agenda/");
        assert_eq!(base.relative("", "bild å.png"), "bild%20%C3%A5.png");
        let base = Base::new("/agenda/", Links::Files);
        assert_eq!(base.relative("mal/skola/", "initiativ/x/#report-1"), "../../initiativ/x/index.html#report-1");
        assert_eq!(base.relative("", ""), "index.html");
        assert_eq!(base.relative("mal/", ""), "../index.html");
        assert_eq!(base.relative("en/404.html", "data/plan.json"), "../data/plan.json");
        assert_eq!(Base::of(Some("https://example.org/agenda")), "/agenda/");
        assert_eq!(Base::of(Some("https://example.org")), "/");
        assert_eq!(Base::of(None), "/");
    }
}
