//! F11 and F12 as data: the pulse, where everything stood at each closed period, and what happened in between.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::names::{Name, id};
use crate::derive::{Between, Facts, InsightState, Past, Pulse, Rule, Share, Shift, State};
use crate::model::{AnyKey, Initiative, Key, Plan};

/// n of N.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Of {
    /// How many.
    pub n: u32,
    /// Of how many.
    pub of: u32,
}

impl From<Share> for Of {
    fn from(share: Share) -> Self {
        Self { n: share.n, of: share.of }
    }
}

/// F11: the pulse.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PulseValues {
    /// The rule.
    pub rule: Name<Rule>,
    /// Ongoing initiatives whose link `owner` is whole.
    pub owner: Of,
    /// Ongoing initiatives whose link `mandate` is whole.
    pub mandate: Of,
    /// Initiatives reported for the latest closed period, of those that owe or owed a report for it.
    pub reported: Of,
    /// Ongoing initiatives with a next step and current information, of those with a report or an overdue one.
    pub next_step: Of,
    /// Initiatives with an activity in progress, of the ongoing ones that are neither paused nor not started.
    pub under_way: Of,
    /// Forums that are active.
    pub forums: Of,
    /// Insights that are answered.
    pub insights: Of,
    /// Decisions past their date, of those that are waited for.
    pub decisions_overdue: Of,
    /// Ongoing initiatives whose seven links are whole.
    pub chains: Of,
}

/// A closed period, as everything stood on the day that it is told for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PeriodValues {
    /// The period.
    pub period: String,
    /// The day it is told for.
    pub date: String,
    /// F11: the pulse on that day.
    pub pulse: PulseValues,
    /// F2: the state of each initiative.
    pub states: BTreeMap<String, Name<State>>,
    /// F5: the deadline of each initiative that has one.
    pub deadlines: BTreeMap<String, String>,
    /// F5: how many times it had been moved, where it had.
    pub moved: BTreeMap<String, u32>,
    /// F8: each insight that existed.
    pub insights: BTreeMap<String, Name<InsightState>>,
}

/// F12 for each two closed periods that are compared. As with the initiatives, the values are made when they are written.
#[derive(Clone, Copy, Debug)]
pub struct Compared<'a> {
    pub(super) plan: &'a Plan,
    pub(super) between: &'a [Between],
}

impl Serialize for Compared<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.between.iter().map(|between| changes(self.plan, between)))
    }
}

/// F12: what happened from a closed period to a later one.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ChangeValues {
    /// The rule.
    pub rule: Name<Rule>,
    /// The period before.
    pub from: String,
    /// The period after.
    pub to: String,
    /// Initiatives whose start has come.
    pub new: Vec<String>,
    /// Initiatives that have been done, cancelled or merged.
    pub closed: Vec<String>,
    /// Initiatives that were, and go on again.
    pub reopened: Vec<String>,
    /// Initiatives with a better state.
    pub better: Vec<String>,
    /// Initiatives with a worse state.
    pub worse: Vec<String>,
    /// Initiatives that have been paused.
    pub paused: Vec<String>,
    /// Initiatives that were paused and go on.
    pub resumed: Vec<String>,
    /// Initiatives that are now without current information.
    pub newly_silent: Vec<String>,
    /// Initiatives whose deadline has moved.
    pub moved: Vec<String>,
    /// Insights that exist now and did not.
    pub new_insights: Vec<String>,
    /// Insights that have been answered.
    pub answered: Vec<String>,
    /// Decisions that exist now and did not.
    pub decisions: Vec<String>,
    /// How many reports exist now and did not.
    pub reports: usize,
}

pub(super) fn pulse(own: &Pulse) -> PulseValues {
    PulseValues {
        rule: Pulse::RULE.into(),
        owner: own.owner.into(),
        mandate: own.mandate.into(),
        reported: own.reported.into(),
        next_step: own.next_step.into(),
        under_way: own.under_way.into(),
        forums: own.forums.into(),
        insights: own.insights.into(),
        decisions_overdue: own.decisions_overdue.into(),
        chains: own.chains.into(),
    }
}

pub(super) fn periods(plan: &Plan, past: &Past) -> Vec<PeriodValues> {
    past.periods
        .iter()
        .map(|own| {
            let Facts { initiatives, insights, .. } = &own.facts;
            let initiative = |key| id(plan, AnyKey::Initiative(key));
            PeriodValues {
                period: own.period.to_string(),
                date: own.facts.calendar.today.to_string(),
                pulse: pulse(&own.facts.pulse),
                states: initiatives.iter().map(|(key, it)| (initiative(key), it.standing.state.into())).collect(),
                deadlines: initiatives
                    .iter()
                    .filter_map(|(key, it)| Some((initiative(key), it.deadline.current?.to_string())))
                    .collect(),
                moved: initiatives
                    .iter()
                    .filter(|(_, it)| it.deadline.moved > 0)
                    .map(|(key, it)| (initiative(key), it.deadline.moved))
                    .collect(),
                insights: insights
                    .iter()
                    .filter_map(|(key, it)| Some((id(plan, AnyKey::Insight(key)), it.as_ref()?.state.into())))
                    .collect(),
            }
        })
        .collect()
}

fn changes(plan: &Plan, between: &Between) -> ChangeValues {
    let own = &between.changes;
    let initiative = |key: Key<Initiative>| id(plan, AnyKey::Initiative(key));
    let shifts = |list: &[Shift]| list.iter().map(|shift| initiative(shift.initiative)).collect();
    ChangeValues {
        rule: crate::derive::Changes::RULE.into(),
        from: between.from.to_string(),
        to: between.to.to_string(),
        new: own.new.iter().map(|&key| initiative(key)).collect(),
        closed: shifts(&own.closed),
        reopened: shifts(&own.reopened),
        better: shifts(&own.better),
        worse: shifts(&own.worse),
        paused: shifts(&own.paused),
        resumed: shifts(&own.resumed),
        newly_silent: own.newly_silent.iter().map(|&key| initiative(key)).collect(),
        moved: own.moved.iter().map(|moved| initiative(moved.initiative)).collect(),
        new_insights: own.new_insights.iter().map(|&key| id(plan, AnyKey::Insight(key))).collect(),
        answered: own.answered.iter().map(|&key| id(plan, AnyKey::Insight(key))).collect(),
        decisions: own.decisions.iter().map(|&key| id(plan, AnyKey::Decision(key))).collect(),
        reports: own.reports.len(),
    }
}
