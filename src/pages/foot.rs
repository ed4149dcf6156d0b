//! What every page says of itself: how fresh its facts are, what on it is too old, and how to react to it.

use jiff::civil::Date;

use super::Subject;
use super::context::Context;
use super::data::{Anchor, Fact, Phrase, React, Sentence};
use super::routes::{Route, percent_encoded};
use crate::derive::{FactKind, LatestFact, Reporting, old_assessment};
use crate::model::{AddressPart, AnyKey, Initiative, Key, Period, PlanDate};

/// The latest fact on a page.
#[derive(Clone, Copy, Debug)]
pub(super) struct Latest {
    /// The catalogue key of what kind it is.
    key: &'static str,
    /// Its date; `None` when nothing has been told yet.
    date: Option<PlanDate>,
    /// Its day.
    pub(super) day: Option<Date>,
}

impl Latest {
    fn on(key: &'static str, day: Option<Date>) -> Self {
        Self { key, date: day.map(PlanDate::day), day }
    }
}

impl Context<'_> {
    /// The latest fact on a page; `None` where a page shows none.
    pub(super) fn latest(self, subject: Subject) -> Option<Latest> {
        let (plan, facts) = (self.plan, self.facts);
        let told = |kind: FactKind, fact: Option<LatestFact>| -> Option<Latest> {
            let key = kind_key(fact.map_or(kind, |fact| fact.kind));
            Some(Latest { key, date: fact.map(|fact| fact.date), day: fact.map(|fact| fact.day) })
        };
        let among = |kind, keys: &mut dyn Iterator<Item = AnyKey>| told(kind, LatestFact::among(plan, facts, keys));
        let period = |period: Period| {
            let reports = facts.index.reports_of_period.get(&period).into_iter().flatten();
            Some(Latest::on("fresh-report", reports.map(|&key| plan.reports[key].date).max()))
        };
        match subject {
            Subject::Section(route) => match route {
                Route::Start
                | Route::Initiatives
                | Route::States
                | Route::Timeline
                | Route::Periods
                | Route::Roles
                | Route::Units
                | Route::DecisionsNeeded
                | Route::Obstacles
                | Route::MissingReports
                | Route::News => among(FactKind::Report, &mut plan.initiatives.keys().map(AnyKey::Initiative)),
                Route::Goals | Route::Areas => among(FactKind::Report, &mut plan.goals.keys().map(AnyKey::Goal)),
                Route::Indicators => among(FactKind::Value, &mut plan.indicators.keys().map(AnyKey::Indicator)),
                Route::Forums => among(FactKind::Meeting, &mut plan.forums.keys().map(AnyKey::Forum)),
                Route::Insights => {
                    among(FactKind::Insight, &mut facts.index.insights.iter().map(|&key| AnyKey::Insight(key)))
                }
                Route::Decisions => {
                    among(FactKind::Decision, &mut facts.index.decisions.iter().map(|&key| AnyKey::Decision(key)))
                }
                Route::Statement => Some(Latest::on("fresh-statement", plan.statement.as_ref().map(|own| own.updated))),
                Route::Calculation
                | Route::Quality
                | Route::OpenData
                | Route::Search
                | Route::About
                | Route::Missing => None,
            },
            Subject::Entity(AnyKey::Page(_)) => None,
            Subject::Entity(key) => {
                let kind = match key {
                    AnyKey::Indicator(_) => FactKind::Value,
                    AnyKey::Forum(_) => FactKind::Meeting,
                    _ => FactKind::Report,
                };
                told(kind, LatestFact::of(plan, facts, key))
            }
            Subject::State(state) => {
                let in_it = facts.initiatives.iter().filter(|(_, own)| own.standing.state == state);
                among(FactKind::Report, &mut in_it.map(|(key, _)| AnyKey::Initiative(key)))
            }
            Subject::Period(own) | Subject::News(_, own) => period(own),
        }
    }

    /// The same, to be shown.
    pub(super) fn latest_fact(self, latest: Latest) -> Fact {
        self.fact(latest.key, self.date_item(latest.date))
    }

    /// What on a page is so old that it may no longer hold.
    pub(super) fn outdated(self, subject: Subject) -> Vec<Sentence> {
        let old = match subject {
            Subject::Entity(AnyKey::Initiative(key)) => self.silence(key),
            Subject::Entity(AnyKey::Indicator(key)) => {
                let facts = &self.facts.indicators[key];
                let latest = facts.latest.and_then(|n| self.plan.indicators[key].observations.get(n));
                latest.filter(|_| facts.too_old).map(|latest| {
                    Sentence::from(self.say("outdated-value", &[("date", self.date(latest.date).text.into())]))
                })
            }
            Subject::Entity(AnyKey::Goal(key)) if self.plan.goals[key].replaced_by.is_none() => {
                let date = old_assessment(self.plan, self.facts, key);
                date.map(|date| {
                    let limit = self.days(self.plan.settings.thresholds.assessment_days);
                    let args = [("date", self.date(date).text.into()), ("limit", limit.into())];
                    Sentence::from(self.say("outdated-assessment", &args))
                })
            }
            Subject::Section(Route::Statement) => {
                let is_old = self.facts.statement.as_ref().is_some_and(|facts| facts.is_old);
                self.plan.statement.as_ref().filter(|_| is_old).map(|own| {
                    Sentence::from(self.say("outdated-statement", &[("date", self.day(own.updated).text.into())]))
                })
            }
            _ => None,
        };
        old.into_iter().collect()
    }

    /// That nobody has told how an initiative goes, and who could.
    fn silence(self, key: Key<Initiative>) -> Option<Sentence> {
        let reporting = &self.facts.initiatives[key].reporting;
        let role = self.plan.initiatives[key].accountable.map(|role| self.link(AnyKey::Role(role)));
        let latest = reporting.latest.map(|report| self.plan.reports[report].date);
        let (named, nobody, args) = match (reporting.reporting, latest) {
            (Reporting::Silent, Some(day)) => {
                ("outdated-silent", "outdated-silent-nobody", vec![("date", self.day(day).text.into())])
            }
            (Reporting::Never, _) => ("outdated-never", "outdated-never-nobody", Vec::new()),
            _ => return None,
        };
        Some(match role {
            Some(role) => self.sentence(named, &args, &[("role", role.into())]),
            None => self.say(nobody, &args).into(),
        })
    }

    /// How to react to a page: the plan's form, else its mailbox.
    pub(super) fn react(self, subject: Subject, title: &Phrase) -> Option<React> {
        let key = match subject {
            Subject::Entity(AnyKey::Initiative(_)) => "react-subject-initiative",
            _ => "react-subject",
        };
        let about = percent_encoded(&self.say(key, &[("title", title.text.clone().into())]));
        let url = self.url(self.address);
        let settings = &self.plan.settings;
        if !settings.feedback.is_empty() {
            let address = url.unwrap_or_else(|| format!("/{}", self.address));
            let parts = settings.feedback.iter().map(|part| match part {
                AddressPart::Text(text) => text.clone(),
                AddressPart::Subject => about.clone(),
                AddressPart::Address => percent_encoded(&address),
            });
            let link = Anchor { text: self.word("react-form"), href: parts.collect(), lang: None };
            return Some(React { link, form: true });
        }
        let contact = settings.contact.as_ref()?;
        let mut href = format!("mailto:{contact}?subject={about}");
        if let Some(url) = url {
            href.push_str("&body=");
            href.push_str(&percent_encoded(&self.say("react-body", &[("address", url.into())])));
        }
        Some(React { link: Anchor { text: contact.clone(), href, lang: None }, form: false })
    }
}

/// The catalogue key of what a latest fact is called.
fn kind_key(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Report => "fresh-report",
        FactKind::Value => "fresh-value",
        FactKind::Assessment => "fresh-assessment",
        FactKind::Meeting => "fresh-meeting",
        FactKind::Decision => "fresh-decision",
        FactKind::Insight => "fresh-insight",
    }
}
