//! What each role owes, in words: on the role's page, and for those who are told of it elsewhere.

use super::context::Context;
use super::data::{Anchor, Item, Phrase};
use super::routes::{Base, Links, Routes};
use crate::derive::{Duty, Facts, Task};
use crate::model::{AnyKey, Key, Period, Plan, PlanDate, Role};
use crate::words::Words;

/// A role, or nobody, with what it owes.
#[derive(Clone, Debug)]
pub struct Owing {
    /// The role; `None`: what no role answers for.
    pub role: Option<Key<Role>>,
    /// Its name, or what is said of nobody.
    pub name: String,
    /// Its mailbox.
    pub contact: Option<String>,
    /// The address of its page, where the site has one.
    pub url: Option<String>,
    /// What it owes, the longest overdue first.
    pub owed: Vec<Owed>,
}

/// Something that is owed.
#[derive(Clone, Debug)]
pub struct Owed {
    /// What, in a sentence.
    pub text: String,
    /// The day it is due, or its last.
    pub due: Option<PlanDate>,
    /// Days since then; 0 when it has not passed.
    pub overdue: u32,
    /// When, in words; empty when nobody said.
    pub when: String,
    /// `report`, `decision`, `answer` or `data`.
    pub kind: &'static str,
    /// The id of the initiative, insight or indicator that it is about.
    pub id: String,
    /// The first and the last period that lack their report, of reports.
    pub periods: Option<(Period, Period)>,
    /// The command that begins what is owed, or the file to write in.
    pub fix: String,
    /// The address of the page that it is about, where the site has one.
    pub url: Option<String>,
}

/// Everything that is owed, by role in the order of `organisation.yaml`, last what nobody answers for. Who owes nothing
/// is left out.
pub fn owed(plan: &Plan, facts: &Facts, words: &Words, base_url: Option<&str>) -> Vec<Owing> {
    let root = Base::of(base_url);
    let routes = Routes::new(plan, words);
    let cx =
        Context { plan, facts, words, routes: &routes, base: Base::new(&root, Links::Folders), base_url, address: "" };
    let roles = plan.roles.iter().map(|(key, role)| (Some((key, role)), facts.duties.of(key)));
    roles
        .chain([(None, facts.duties.of_nobody.as_slice())])
        .filter(|(_, duties)| !duties.is_empty())
        .map(|(role, duties)| Owing {
            role: role.map(|(key, _)| key),
            name: role.map_or_else(|| cx.word("no-accountable"), |(_, role)| cx.phrase(&role.entity.title).text),
            contact: role.and_then(|(_, role)| role.contact.clone()),
            url: role.and_then(|(key, _)| cx.url(&routes.entity(plan, AnyKey::Role(key)))),
            owed: duties.iter().map(|duty| cx.owed(duty)).collect(),
        })
        .collect()
}

impl Context<'_> {
    /// What a role owes, for its page.
    pub(super) fn duties(self, role: Key<Role>) -> Vec<Item> {
        let item = |duty: &Duty| {
            let (key, n, link, text) = self.duty(duty);
            let period = self.period_of(duty);
            let args = [("n", n.into()), ("period", period.into())];
            let sentence = match text {
                Some(text) => self.sentence(key, &args, &[("what", link.into()), ("text", text.into())]),
                None => self.sentence(key, &args, &[("what", link.into())]),
            };
            let note = Some(self.when(duty)).filter(|when| !when.is_empty());
            let text = sentence.pieces.iter().map(|piece| piece.text.as_str()).collect();
            Item { text, pieces: sentence.pieces, note, ..Item::default() }
        };
        self.facts.duties.of(role).iter().map(item).collect()
    }

    fn owed(self, duty: &Duty) -> Owed {
        let (key, n, link, text) = self.duty(duty);
        let mut args = vec![("n", n.into()), ("period", self.period_of(duty).into()), ("what", link.text.into())];
        args.extend(text.map(|text| ("text", text.text.into())));
        let (kind, about, id, periods, fix) = match duty.task {
            Task::Report(own) => {
                let id = &self.plan.initiatives[own.initiative].entity.id;
                let last = self.facts.calendar.latest().unwrap_or(own.first.period);
                let periods = Some((own.first.period, last));
                ("report", AnyKey::Initiative(own.initiative), id, periods, format!("framdrift new report {id}"))
            }
            Task::Decision(own) => {
                let id = &self.plan.initiatives[own.initiative].entity.id;
                let period = self.plan.reports[own.report].period;
                ("decision", AnyKey::Initiative(own.initiative), id, None, format!("content/reports/{period}/{id}.md"))
            }
            Task::Answer(own) => {
                let id = &self.plan.insights[own].entity.id;
                ("answer", AnyKey::Insight(own), id, None, format!("content/insights/{id}.md"))
            }
            Task::Data(own) => {
                let id = &self.plan.indicators[own].entity.id;
                ("data", AnyKey::Indicator(own), id, None, format!("content/indicators/{id}.csv"))
            }
        };
        Owed {
            text: self.say(key, &args),
            due: duty.due,
            overdue: duty.overdue,
            when: self.when(duty),
            kind,
            id: id.clone(),
            periods,
            fix,
            url: self.url(&self.routes.entity(self.plan, about)),
        }
    }

    /// The sentence's key, how many of it, what it is about, and what is asked.
    fn duty(self, duty: &Duty) -> (&'static str, u32, Anchor, Option<Phrase>) {
        match duty.task {
            Task::Report(own) => ("duty-report", own.missing, self.link(AnyKey::Initiative(own.initiative)), None),
            Task::Decision(own) => {
                let question = self.plan.reports[own.report].decision_needed.as_ref();
                let question = question.map(|needed| self.own(&needed.question));
                ("duty-decision", 1, self.link(AnyKey::Initiative(own.initiative)), question)
            }
            Task::Answer(own) => ("duty-answer", 1, self.link(AnyKey::Insight(own)), None),
            Task::Data(own) => ("duty-data", 1, self.link(AnyKey::Indicator(own)), None),
        }
    }

    fn period_of(self, duty: &Duty) -> String {
        match duty.task {
            Task::Report(own) => self.period(own.first.period),
            _ => String::new(),
        }
    }

    /// By when, and for how long it has passed.
    fn when(self, duty: &Duty) -> String {
        let Some(due) = duty.due else { return String::new() };
        let by = self.say("by-date", &[("date", self.date(due).text.into())]);
        if duty.overdue == 0 { by } else { format!("{by}, {}", self.passed(duty.overdue)) }
    }
}
