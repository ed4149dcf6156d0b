//! What every page builder needs: the plan, its facts, and how one language says them.

use std::sync::Arc;

use jiff::civil::Date;

use super::data::{Anchor, Day, Fact, Figure, Html, Item, Mark, Phrase, Text, TextPart};
use super::prose::{self, Labels, Options, Piece};
use super::routes::{Base, Route, Routes};
use super::said;
use crate::derive::{Facts, State};
use crate::model::{
    AnyKey, Body, Choice, Entity, Initiative, Key, Link, Mention, Period, Plan, PlanDate, Prose, Role, Text as Written,
};
use crate::words::{Arg, Words};

/// The plan in one language, as seen from one page.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) plan: &'a Plan,
    pub(super) facts: &'a Facts,
    pub(super) words: &'a Words,
    pub(super) routes: &'a Routes,
    pub(super) base: Base<'a>,
    /// The site's address without a slash at its end, when it has one.
    pub(super) base_url: Option<&'a str>,
    /// The address of the page that is being made.
    pub(super) address: &'a str,
}

impl<'a> Context<'a> {
    // Words ----------------------------------------------------------------------------------------------------------

    pub(super) fn word(self, key: &str) -> String {
        self.words.get(key)
    }

    pub(super) fn say(self, key: &str, args: &[(&str, Arg)]) -> String {
        self.words.fill(key, args)
    }

    /// The name of an enumeration's value: `{prefix}-{value}` in the catalogue.
    pub(super) fn choice(self, prefix: &str, choice: impl Choice) -> String {
        self.word(&format!("{prefix}-{}", choice.name().en))
    }

    /// The language of what the plan's editors wrote and nobody can translate here, when it is not the page's.
    pub(super) fn own_lang(self) -> Option<&'static str> {
        let own = self.plan.settings.language;
        (own != self.words.language()).then(|| own.tag())
    }

    /// A text in the page's language, or in the plan's own.
    pub(super) fn phrase(self, text: &Written) -> Phrase {
        let (text, translated) = text.in_language(self.words.language());
        let lang = if translated.is_some() { None } else { self.own_lang() };
        Phrase { text: text.clone(), lang }
    }

    /// A text that has no translations.
    pub(super) fn own(self, text: &str) -> Phrase {
        Phrase { text: text.to_owned(), lang: self.own_lang() }
    }

    /// Running text as markup whose headings begin below `level`; `prefix` keeps its ids apart from others' on the page.
    pub(super) fn text(self, prose: &Written<Arc<Prose>>, level: u8, prefix: &str) -> Option<Text> {
        let (prose, translated) = prose.in_language(self.words.language());
        if prose.is_empty() {
            return None;
        }
        let labels = Labels {
            footnotes: self.word("text-footnotes"),
            back_to_text: self.word("text-back"),
            table: self.word("text-table"),
            done: self.word("text-task-done"),
            not_done: self.word("text-task-open"),
        };
        let options = Options { top: level + 1, id_prefix: prefix, labels: &labels };
        let lang = if translated.is_some() { None } else { self.own_lang() };
        let mut charts = 0;
        let pieces = prose::pieces(prose, &options, &|link: &Link| self.resolve(link));
        let parts = pieces.into_iter().map(|piece| match piece {
            Piece::Html(html) => TextPart { html: Some(Html(html)), figure: None },
            Piece::Chart { of, title } => {
                charts += 1;
                // An underscore: no heading's id has one.
                let Some(figure) = self.placed_figure(of, &format!("{prefix}chart_{charts}")) else {
                    let html = format!("<p>{}</p>", self.word("chart-nothing"));
                    return TextPart { html: Some(Html(html)), figure: None };
                };
                let title = (!title.is_empty()).then(|| Phrase { text: title.to_owned(), lang });
                TextPart { html: None, figure: Some(Figure { title, ..figure }) }
            }
        });
        Some(Text { parts: parts.collect(), lang })
    }

    fn resolve(self, link: &Link) -> Option<String> {
        Some(match link {
            Link::Entity(key, _) if !self.exists(*key) => return None,
            Link::Entity(key, fragment) => {
                let href = self.href(*key);
                match fragment {
                    Some(fragment) => format!("{href}#{fragment}"),
                    None => href,
                }
            }
            // It is shown where it stands.
            Link::Chart(_) => return None,
            Link::File(path) => self.base.relative(self.address, path),
            Link::Fragment(id) => format!("#{id}"),
            Link::Web(address) => address.clone(),
        })
    }

    // Links ----------------------------------------------------------------------------------------------------------

    pub(super) fn href(self, key: AnyKey) -> String {
        self.base.relative(self.address, &self.routes.entity(self.plan, key))
    }

    pub(super) fn section_href(self, route: Route) -> String {
        self.base.relative(self.address, &self.routes.section(route))
    }

    /// A link to a section, named by a catalogue key.
    pub(super) fn section(self, route: Route, key: &str) -> Anchor {
        Anchor { text: self.word(key), href: self.section_href(route), lang: None }
    }

    /// A link to an entity, with its title.
    pub(super) fn link(self, key: AnyKey) -> Anchor {
        let href = self.href(key);
        match self.entity(key) {
            Some(entity) => {
                let title = self.phrase(&entity.title);
                Anchor { text: title.text, href, lang: title.lang }
            }
            None => match key {
                AnyKey::Report(key) => {
                    let report = &self.plan.reports[key];
                    let title = self.phrase(&self.plan.initiatives[report.initiative].entity.title);
                    let period = self.period(report.period);
                    let text = self.say("report-link", &[("initiative", title.text.into()), ("period", period.into())]);
                    // Mostly words of the site's; `link_item` tells which are not.
                    Anchor { text, href, lang: None }
                }
                AnyKey::Review(key) => {
                    let period = self.period(self.plan.reviews[key].period);
                    Anchor { text: self.say("review-link", &[("period", period.into())]), href, lang: None }
                }
                _ => Anchor { text: String::new(), href, lang: None },
            },
        }
    }

    /// The entity behind a key; reports and reviews have none of their own.
    pub(super) fn entity(self, key: AnyKey) -> Option<&'a Entity> {
        entity(self.plan, key)
    }

    /// Whether it is there to be read at the site's date: what is dated later has no page yet.
    pub(super) fn exists(self, key: AnyKey) -> bool {
        let index = &self.facts.index;
        match key {
            AnyKey::Insight(key) => index.insight_exists(self.plan, key),
            AnyKey::Decision(key) => index.decision_exists(self.plan, key),
            AnyKey::Report(key) => {
                let report = &self.plan.reports[key];
                index.reports_of_initiative[report.initiative].contains(&key)
            }
            AnyKey::Review(key) => index.review_of_period.get(&self.plan.reviews[key].period) == Some(&key),
            _ => true,
        }
    }

    /// Links to several, in alphabetical order.
    pub(super) fn links(self, keys: impl IntoIterator<Item = AnyKey>) -> Vec<Anchor> {
        let mut links: Vec<Anchor> = keys.into_iter().map(|key| self.link(key)).collect();
        links.sort_by(|a, b| self.words.formats().compare(&a.text, &b.text));
        links
    }

    /// A link to a reporting period.
    pub(super) fn period_link(self, period: Period) -> Anchor {
        Anchor {
            // It stands alone: as a heading, in a row, after a full stop.
            text: capitalised(&self.period(period)),
            href: self.base.relative(self.address, &self.routes.period(period)),
            lang: None,
        }
    }

    // Items ----------------------------------------------------------------------------------------------------------

    /// "Uppgift saknas".
    pub(super) fn missing(self) -> Item {
        Item { text: self.word("missing"), missing: true, ..Item::default() }
    }

    pub(super) fn item(self, link: Anchor) -> Item {
        let _ = self;
        Item { text: link.text, href: Some(link.href), lang: link.lang, ..Item::default() }
    }

    /// The same for an entity, each part of what it says in its own language.
    pub(super) fn link_item(self, key: AnyKey) -> Item {
        let mut item = self.item(self.link(key));
        if let AnyKey::Report(key) = key {
            let report = &self.plan.reports[key];
            let title = self.phrase(&self.plan.initiatives[report.initiative].entity.title);
            if title.lang.is_some() {
                let period = [("period", self.period(report.period).into())];
                item.pieces = self.sentence("report-link", &period, &[("initiative", title.into())]).pieces;
            }
        }
        item
    }

    pub(super) fn entity_item(self, key: Option<AnyKey>) -> Item {
        key.filter(|key| self.exists(*key)).map_or_else(|| self.missing(), |key| self.link_item(key))
    }

    pub(super) fn role(self, role: Option<Key<Role>>) -> Item {
        self.entity_item(role.map(AnyKey::Role))
    }

    pub(super) fn body(self, body: Body) -> Item {
        self.entity_item(Some(match body {
            Body::Unit(key) => AnyKey::Unit(key),
            Body::Role(key) => AnyKey::Role(key),
        }))
    }

    pub(super) fn mention(self, mention: &Mention) -> Item {
        match mention {
            Mention::Entity(key) if self.exists(*key) => self.link_item(*key),
            Mention::Entity(key) => Item { href: None, ..self.link_item(*key) },
            Mention::Words(text) => self.own_item(text),
        }
    }

    pub(super) fn own_item(self, text: &str) -> Item {
        Item { text: text.to_owned(), lang: self.own_lang(), ..Item::default() }
    }

    pub(super) fn date_item(self, date: Option<PlanDate>) -> Item {
        match date {
            Some(date) => {
                let day = self.date(date);
                let sort = day.iso.is_none().then(|| date.first_day().to_string());
                Item { text: day.text, iso: day.iso, sort, ..Item::default() }
            }
            None => self.missing(),
        }
    }

    /// A fact with one value.
    pub(super) fn fact(self, key: &str, value: Item) -> Fact {
        Fact { label: self.word(key), values: vec![value] }
    }

    /// A fact with several values; "missing" when there are none.
    pub(super) fn facts_of(self, key: &str, values: Vec<Item>) -> Fact {
        let values = if values.is_empty() { vec![self.missing()] } else { values };
        Fact { label: self.word(key), values }
    }

    // Dates ----------------------------------------------------------------------------------------------------------

    pub(super) fn day(self, day: Date) -> Day {
        said::day(self.words, day)
    }

    /// A date with the precision it was given.
    pub(super) fn date(self, date: PlanDate) -> Day {
        said::date(self.words, date)
    }

    /// A reporting period, by the name that the organisation knows it by.
    pub(super) fn period(self, period: Period) -> String {
        said::period(self.words, period)
    }

    /// "för 12 dagar sedan" and the like.
    pub(super) fn days(self, days: u32) -> String {
        self.say("days", &[("n", days.into())])
    }

    // States ---------------------------------------------------------------------------------------------------------

    pub(super) fn state(self, state: State) -> Mark {
        let key = state_key(state);
        Mark { key, word: self.word(&format!("state-{key}")) }
    }

    pub(super) fn state_of(self, initiative: Key<Initiative>) -> Mark {
        self.state(self.facts.initiatives[initiative].standing.state)
    }
}

/// The name of a state in data, classes and catalogue keys.
pub(super) fn state_key(state: State) -> &'static str {
    match state {
        State::Merged => "merged",
        State::Cancelled => "cancelled",
        State::Done => "done",
        State::Paused => "paused",
        State::NoInformation => "no-information",
        State::Delayed => "delayed",
        State::OffTrack => "off-track",
        State::AtRisk => "at-risk",
        State::NotStarted => "not-started",
        State::OnTrack => "on-track",
    }
}

/// The entity behind a key; reports and reviews have none of their own.
pub(super) fn entity(plan: &Plan, key: AnyKey) -> Option<&Entity> {
    Some(match key {
        AnyKey::Area(key) => &plan.areas[key].entity,
        AnyKey::Goal(key) => &plan.goals[key].entity,
        AnyKey::Initiative(key) => &plan.initiatives[key].entity,
        AnyKey::Indicator(key) => &plan.indicators[key].entity,
        AnyKey::Forum(key) => &plan.forums[key].entity,
        AnyKey::Insight(key) => &plan.insights[key].entity,
        AnyKey::Decision(key) => &plan.decisions[key].entity,
        AnyKey::Role(key) => &plan.roles[key].entity,
        AnyKey::Unit(key) => &plan.units[key].entity,
        AnyKey::Page(key) => &plan.pages[key].entity,
        AnyKey::Report(_) | AnyKey::Review(_) => return None,
    })
}

/// With its first letter large.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
