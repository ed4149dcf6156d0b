//! The search page: an index of everything for those without a script, and what a script searches.

use std::sync::Arc;

use super::Subject;
use super::context::Context;
use super::data::{Anchor, Phrase, Search, SearchGroup};
use super::routes::Route;
use crate::model::{AnyKey, Entity, Mention, Prose, Text as Written};
use crate::search::{Document, Field, index};
use crate::words::Language;

/// The file of the index, in the folder of the search page.
const INDEX: &str = "index.json";

/// What words say about a page: its heading, what it is about in short, running text.
const HEADING: u32 = 64;
const SHORT: u32 = 12;
const RUNNING: u32 = 1;

/// A kind of page: the catalogue keys of what one of it is called, and of what all of them are called.
const KINDS: &[(&str, &str)] = &[
    ("kind-initiative", "initiatives"),
    ("kind-goal", "goals"),
    ("area", "areas"),
    ("kind-indicator", "indicators"),
    ("insight", "insights"),
    ("forum", "forums"),
    ("decision", "decisions"),
    ("role", "roles"),
    ("unit", "units"),
    ("kind-period", "periods-title"),
    ("kind-page", "search-pages"),
];

/// The kind of a page, as an index into [`KINDS`]; `None` for what nobody looks for.
fn kind(subject: Subject) -> Option<usize> {
    Some(match subject {
        Subject::Section(Route::Missing | Route::Search) | Subject::News(..) => return None,
        Subject::Entity(AnyKey::Initiative(_) | AnyKey::Report(_)) => 0,
        Subject::Entity(AnyKey::Goal(_)) => 1,
        Subject::Entity(AnyKey::Area(_)) => 2,
        Subject::Entity(AnyKey::Indicator(_)) => 3,
        Subject::Entity(AnyKey::Insight(_)) => 4,
        Subject::Entity(AnyKey::Forum(_)) => 5,
        Subject::Entity(AnyKey::Decision(_)) => 6,
        Subject::Entity(AnyKey::Role(_)) => 7,
        Subject::Entity(AnyKey::Unit(_)) => 8,
        Subject::Period(_) | Subject::Entity(AnyKey::Review(_)) => 9,
        Subject::Section(_) | Subject::State(_) | Subject::Entity(AnyKey::Page(_)) => 10,
    })
}

/// The address of the index of the search page at this address.
pub(super) fn index_of(page: &str) -> String {
    format!("{page}{INDEX}")
}

impl Context<'_> {
    /// Every page by its kind.
    pub(super) fn search(self, subjects: &[Subject]) -> Search {
        let mut groups: Vec<SearchGroup> =
            KINDS.iter().map(|(_, title)| SearchGroup { title: self.word(title), links: Vec::new() }).collect();
        for &subject in subjects {
            let Some(kind) = kind(subject) else { continue };
            let title = super::title(self, subject);
            let href = self.base.relative(self.address, &super::address(self.plan, self.routes, subject));
            groups[kind].links.push(Anchor { text: title.text, href, lang: title.lang });
        }
        groups.retain(|group| !group.links.is_empty());
        for group in &mut groups {
            group.links.sort_by(|a, b| self.words.formats().compare(&a.text, &b.text));
        }
        let total: usize = groups.iter().map(|group| group.links.len()).sum();
        Search { lead: self.say("search-lead", &[("n", total.into())]), index: INDEX.to_owned(), groups }
    }

    /// The index that a script searches. The context is the search page's.
    pub(super) fn search_index(self, subjects: &[Subject]) -> String {
        let documents = subjects.iter().filter_map(|&subject| {
            let kind = kind(subject)?;
            let title = super::title(self, subject);
            let (note, summary) = self.hit(subject, &title);
            let own = self.words.language();
            let heading = if title.lang.is_some() { self.plan.settings.language } else { own };
            let mut texts = Texts { context: self, fields: Vec::new() };
            texts.add(&title.text, heading, HEADING);
            match subject {
                Subject::Entity(key) => texts.add_entity(key),
                Subject::Period(period) => {
                    if let Some(&review) = self.facts.index.review_of_period.get(&period) {
                        texts.add_review(review);
                    }
                }
                Subject::State(state) => texts.add(&self.state_lead(state), own, SHORT),
                Subject::Section(route) => {
                    for text in self.section_texts(route) {
                        texts.add(&text, own, RUNNING);
                    }
                }
                Subject::News(..) => {}
            }
            Some(Document {
                href: self.base.relative(self.address, &super::address(self.plan, self.routes, subject)),
                title: title.text,
                lang: title.lang,
                kind,
                note,
                summary: summary.text,
                summary_lang: summary.lang,
                fields: texts.fields,
            })
        });
        let kinds: Vec<String> = KINDS.iter().map(|(one, _)| self.word(one)).collect();
        index(documents, &kinds)
    }
}

impl Context<'_> {
    /// The running text of a section that has one: the others are lists of what has pages of its own.
    fn section_texts(self, route: Route) -> Vec<String> {
        match route {
            Route::About => {
                let own = self.about();
                let paragraphs = own.sections.into_iter().flat_map(|section| {
                    let texts = section.paragraphs.into_iter().map(|sentence| sentence.text());
                    std::iter::once(section.title).chain(texts.collect::<Vec<_>>())
                });
                std::iter::once(own.lead).chain(paragraphs).collect()
            }
            Route::Statement => {
                let own = self.statement();
                let shortcomings = own.shortcomings.into_iter().flat_map(|own| own.items);
                let mut texts = vec![own.lead, own.how, own.compliance, own.standard, own.tested];
                texts.extend(shortcomings.map(|own| own.description.text));
                texts.extend(own.burdens.into_iter().map(|own| own.content.text));
                texts.extend(own.outside.into_iter().map(|own| own.text));
                texts
            }
            Route::OpenData => self.open_texts(),
            Route::Calculation => {
                let own = self.calculation();
                let rules = own.rules.into_iter().flat_map(|rule| std::iter::once(rule.title).chain(rule.paragraphs));
                let states = own.states.into_iter().map(|state| state.meaning);
                std::iter::once(own.lead).chain(rules).chain(states).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What stands beside a heading among the results: how it goes, and what it is about.
    fn hit(self, subject: Subject, title: &Phrase) -> (String, Phrase) {
        let summary = match subject {
            Subject::Entity(key) => self.entity(key).and_then(|own| own.summary.as_ref()).map(|own| self.phrase(own)),
            _ => Some(Phrase { text: super::description(self, subject, title), lang: None }),
        };
        let note = match subject {
            Subject::Entity(AnyKey::Initiative(key)) => self.state_of(key).word,
            _ => String::new(),
        };
        (note, summary.unwrap_or(Phrase { text: String::new(), lang: None }))
    }
}

/// What a page is found by, as it is gathered.
struct Texts<'a> {
    context: Context<'a>,
    fields: Vec<Field>,
}

impl Texts<'_> {
    fn add(&mut self, text: &str, language: Language, weight: u32) {
        if !text.is_empty() {
            self.fields.push(Field { text: text.to_owned(), language, weight });
        }
    }

    /// A text that has no translations.
    fn add_own(&mut self, text: &str, weight: u32) {
        self.add(text, self.context.plan.settings.language, weight);
    }

    fn add_all<'t>(&mut self, texts: impl IntoIterator<Item = &'t String>) {
        for text in texts {
            self.add_own(text, RUNNING);
        }
    }

    /// A text in the page's language, or in the plan's own.
    fn add_written(&mut self, text: &Written, weight: u32) {
        let (text, language) = text.in_language(self.context.words.language());
        self.add(text, language.unwrap_or(self.context.plan.settings.language), weight);
    }

    fn add_prose(&mut self, prose: &Written<Arc<Prose>>) {
        let (prose, language) = prose.in_language(self.context.words.language());
        self.add(&prose.text(), language.unwrap_or(self.context.plan.settings.language), RUNNING);
    }

    fn add_mentions(&mut self, mentions: &[Mention]) {
        for mention in mentions {
            if let Mention::Words(text) = mention {
                self.add_own(text, RUNNING);
            }
        }
    }

    fn add_entity(&mut self, key: AnyKey) {
        let Some(Entity { summary, body, .. }) = self.context.entity(key) else { return };
        if let Some(summary) = summary {
            self.add_written(summary, SHORT);
        }
        self.add_prose(body);
        let (plan, facts) = (self.context.plan, self.context.facts);
        let today = facts.calendar.today;
        match key {
            AnyKey::Initiative(key) => {
                let own = &plan.initiatives[key];
                own.tags.iter().for_each(|tag| self.add_own(tag, SHORT));
                self.add_all(own.activities.iter().map(|activity| &activity.title));
                self.add_all(own.benefit.iter().map(|benefit| &benefit.text));
                let moves = own.deadline_moves.iter().filter(|own| own.date.first_day() <= today);
                self.add_all(moves.map(|own| &own.why));
                for &report in &facts.index.reports_of_initiative[key] {
                    let report = &plan.reports[report];
                    self.add_prose(&report.body);
                    self.add_all(&report.next_step);
                    self.add_all(report.obstacle.iter().map(|own| &own.text));
                    self.add_all(report.decision_needed.iter().map(|own| &own.question));
                    self.add_all(report.evidence.iter().map(|own| &own.title));
                }
            }
            AnyKey::Goal(key) => {
                let own = &plan.goals[key];
                let known = facts.goals[key].assessment.map_or(0, |n| n + 1);
                self.add_all(own.assessments[..known].iter().map(|own| &own.motivation));
            }
            AnyKey::Indicator(key) => {
                let own = &plan.indicators[key];
                self.add_all(&own.method);
                self.add_all(own.source.iter().map(|own| &own.name));
            }
            AnyKey::Forum(key) => {
                let own = &plan.forums[key];
                self.add_own(&own.purpose, SHORT);
                for meeting in own.meetings.iter().filter(|own| own.date.first_day() <= today) {
                    self.add_mentions(&meeting.took_up);
                    self.add_mentions(&meeting.decided);
                }
            }
            AnyKey::Insight(key) => {
                let own = &plan.insights[key];
                own.theme.iter().for_each(|theme| self.add_own(theme, SHORT));
                let answered = own.response.iter().filter(|own| own.on.is_none_or(|on| on.first_day() <= today));
                self.add_all(answered.filter_map(|own| own.text.as_ref()));
            }
            AnyKey::Decision(key) => {
                let own = &plan.decisions[key];
                own.reference.iter().for_each(|reference| self.add_own(reference, SHORT));
                self.add_mentions(&own.affects);
                self.add_all(own.asks_for.iter().map(|ask| &ask.what));
            }
            AnyKey::Role(key) => self.add_all(&plan.roles[key].mandate_source),
            AnyKey::Area(_) | AnyKey::Unit(_) | AnyKey::Page(_) | AnyKey::Report(_) | AnyKey::Review(_) => {}
        }
    }

    fn add_review(&mut self, key: crate::model::Key<crate::model::Review>) {
        let own = &self.context.plan.reviews[key];
        self.add_prose(&own.text);
        self.add_all(own.answers.iter().map(|(_, answer)| answer));
        self.add_all(&own.reference);
    }
}
