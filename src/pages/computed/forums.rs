//! F8 and F9 as data: insights, forums with their next agendas, and the leadership's work lists.

use schemars::JsonSchema;
use serde::Serialize;

use super::names::{Name, id, reference};
use crate::derive::{
    AgendaItem, AgendaNeed, AgendaSubject, Facts, ForumActivity, ForumFacts, InsightFacts, InsightState, Reporting,
    Rule, WorkLists,
};
use crate::model::{
    self, AnyKey, Channel, Initiative, Insight, Interval, Key, ObstacleKind, Plan, ResponseState, Trend, Volume,
};

/// F8 of an insight that exists.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct InsightValues {
    /// Its id.
    pub id: String,
    /// The rule.
    pub rule: Name<Rule>,
    /// The time it was told.
    pub period: String,
    /// How it was told.
    pub channel: Option<Name<Channel>>,
    /// How many told it, 5 or more.
    pub volume: Option<u32>,
    /// Whether fewer than 5 told it: then the number is never shown.
    pub under_five: bool,
    /// Where the number is heading.
    pub trend: Option<Name<Trend>>,
    /// The goals it touches.
    pub goals: Vec<String>,
    /// The initiatives that answer to it.
    pub initiatives: Vec<String>,
    /// The forum that works with it.
    pub forum: Option<String>,
    /// Whether a forum or an initiative has it.
    pub routed: bool,
    /// How far the response has come, if there is one.
    pub response: Option<Name<ResponseState>>,
    /// When it was given.
    pub response_date: Option<String>,
    /// Days that it has waited, or that the answer took.
    pub days: Option<u32>,
    /// The result.
    pub result: Name<InsightState>,
}

/// F8: all insights in numbers.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct InsightCounts {
    /// The rule.
    pub rule: Name<Rule>,
    /// How many exist.
    pub total: u32,
    /// Answered.
    pub answered: u32,
    /// Waiting, within the days that an answer may take.
    pub open: u32,
    /// Waiting for longer.
    pub unanswered: u32,
    /// With neither a forum nor an initiative.
    pub unrouted: u32,
    /// How many have told something; insights under 5 not included.
    pub told: u64,
    /// How many insights were told by fewer than 5.
    pub under_five: u32,
}

/// F9 of a forum.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ForumValues {
    /// Its id.
    pub id: String,
    /// The rule.
    pub rule: Name<Rule>,
    /// The areas that it works with, named by it or by them.
    pub areas: Vec<String>,
    /// The roles that take part.
    pub members: Vec<String>,
    /// Whether a role of the contact centre is among them.
    pub contact_centre: bool,
    /// How often it should meet.
    pub every: Option<Name<Interval>>,
    /// When it has met, oldest first.
    pub meetings: Vec<String>,
    /// The day it last met.
    pub last_met: Option<String>,
    /// Days since then.
    pub days_since: Option<u32>,
    /// The day on which it should meet again.
    pub next_expected: Option<String>,
    /// The result.
    pub result: Name<ForumActivity>,
    /// What its next agenda takes up, the most urgent first.
    pub agenda: Vec<AgendaValues>,
}

/// An item of a forum's next agenda.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AgendaValues {
    /// `initiative:id` or `insight:id`.
    pub about: String,
    /// What it needs, the worst first.
    pub needs: Vec<NeedValues>,
}

/// What an item of an agenda needs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct NeedValues {
    /// What.
    pub need: Name<AgendaNeed>,
    /// Days that it has lasted.
    pub days: u32,
}

/// F9: what the leadership has to act on.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct WorkListValues {
    /// The rule.
    pub rule: Name<Rule>,
    /// Decisions that are waited for, the most overdue first.
    pub decisions: Vec<DecisionNeeded>,
    /// Obstacles by kind, the oldest of each kind first.
    pub obstacles: Vec<ObstacleValues>,
    /// Missing reports.
    pub reports: Vec<MissingReportValues>,
}

/// A decision that is waited for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DecisionNeeded {
    /// The initiative that waits.
    pub initiative: String,
    /// The period of the report that asks.
    pub period: String,
    /// The role that must answer.
    pub by: String,
    /// By when.
    pub before: Option<String>,
    /// Days since the report.
    pub days: u32,
    /// Days since `before` has passed.
    pub overdue: Option<u32>,
}

/// An obstacle.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ObstacleValues {
    /// The initiative it is in the way of.
    pub initiative: String,
    /// What kind.
    pub kind: Name<ObstacleKind>,
    /// How many of the latest reports, in a row, name one of this kind.
    pub reports: u32,
    /// The period of the first of them.
    pub since: String,
    /// Days since that was made.
    pub days: u32,
}

/// An initiative with missing reports.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MissingReportValues {
    /// Which.
    pub initiative: String,
    /// How it reports.
    pub reporting: Name<Reporting>,
    /// The first period that is missing.
    pub first: String,
    /// When that was due.
    pub due: String,
    /// How many are missing.
    pub missing: u32,
    /// Those of them whose grace has run out.
    pub overdue: u32,
    /// Days since the first was due.
    pub days: u32,
}

pub(super) fn insights(plan: &Plan, facts: &Facts) -> Vec<InsightValues> {
    facts.index.insights.iter().filter_map(|&key| insight(plan, facts, key)).collect()
}

fn insight(plan: &Plan, facts: &Facts, key: Key<Insight>) -> Option<InsightValues> {
    let own = &plan.insights[key];
    let derived = facts.insights[key].as_ref()?;
    let days = match derived.state {
        InsightState::Answered { after } => after,
        InsightState::Open { days } | InsightState::Unanswered { days } => Some(days),
    };
    let response = own.response.as_ref().filter(|_| derived.response.is_some());
    Some(InsightValues {
        id: own.entity.id.clone(),
        rule: InsightFacts::RULE.into(),
        period: own.period.to_string(),
        channel: own.channel.map(Name::from),
        volume: match own.volume {
            Some(Volume::Count(count)) => Some(count),
            Some(Volume::Few) | None => None,
        },
        under_five: own.volume == Some(Volume::Few),
        trend: own.trend.map(Name::from),
        goals: own.goals.iter().map(|&key| plan.goals[key].entity.id.clone()).collect(),
        initiatives: own.initiatives.iter().map(|&key| plan.initiatives[key].entity.id.clone()).collect(),
        forum: own.forum.map(|key| plan.forums[key].entity.id.clone()),
        routed: derived.routed,
        response: derived.response.map(Name::from),
        response_date: response.and_then(|it| it.on).map(|date| date.to_string()),
        days,
        result: derived.state.into(),
    })
}

pub(super) fn insight_counts(facts: &Facts) -> InsightCounts {
    let own = facts.insight_counts;
    InsightCounts {
        rule: crate::derive::InsightCounts::RULE.into(),
        total: own.total,
        answered: own.answered,
        open: own.open,
        unanswered: own.unanswered,
        unrouted: own.unrouted,
        told: own.told,
        under_five: own.few,
    }
}

pub(super) fn forums(plan: &Plan, facts: &Facts) -> Vec<ForumValues> {
    plan.forums
        .iter()
        .map(|(key, own)| {
            let derived = &facts.forums[key];
            let areas = facts.index.forums_of_area.iter().filter(|(_, forums)| forums.contains(&key));
            ForumValues {
                id: own.entity.id.clone(),
                rule: ForumFacts::RULE.into(),
                areas: areas.map(|(area, _)| plan.areas[area].entity.id.clone()).collect(),
                members: own
                    .chair
                    .iter()
                    .chain(own.members.iter().filter(|&&role| Some(role) != own.chair))
                    .map(|&role| plan.roles[role].entity.id.clone())
                    .collect(),
                contact_centre: derived.contact_centre,
                every: own.every.map(Name::from),
                meetings: derived.held.iter().map(|&n| own.meetings[n].date.to_string()).collect(),
                last_met: derived.last_met.map(|day| day.to_string()),
                days_since: derived.days_since,
                next_expected: derived.next_expected.map(|day| day.to_string()),
                result: derived.activity.into(),
                agenda: facts.agendas[key].iter().map(|item| agenda(plan, item)).collect(),
            }
        })
        .collect()
}

fn agenda(plan: &Plan, item: &AgendaItem) -> AgendaValues {
    let about = match item.about {
        AgendaSubject::Initiative(key) => AnyKey::Initiative(key),
        AgendaSubject::Insight(key) => AnyKey::Insight(key),
    };
    AgendaValues {
        about: reference(plan, about),
        needs: item.needs.iter().map(|&need| NeedValues { need: need.into(), days: need.days() }).collect(),
    }
}

pub(super) fn work_lists(plan: &Plan, facts: &Facts) -> WorkListValues {
    let lists = &facts.lists;
    let initiative = |key: Key<Initiative>| id(plan, AnyKey::Initiative(key));
    let period = |key: Key<model::Report>| plan.reports[key].period.to_string();
    WorkListValues {
        rule: WorkLists::RULE.into(),
        decisions: lists
            .decisions
            .iter()
            .map(|own| DecisionNeeded {
                initiative: initiative(own.initiative),
                period: period(own.report),
                by: plan.roles[own.by].entity.id.clone(),
                before: own.before.map(|date| date.to_string()),
                days: own.days,
                overdue: own.overdue,
            })
            .collect(),
        obstacles: lists
            .obstacles
            .iter()
            .map(|own| ObstacleValues {
                initiative: initiative(own.initiative),
                kind: own.kind.into(),
                reports: own.reports,
                since: own.since.to_string(),
                days: own.days,
            })
            .collect(),
        reports: lists
            .reports
            .iter()
            .map(|own| MissingReportValues {
                initiative: initiative(own.initiative),
                reporting: own.reporting.into(),
                first: own.first.period.to_string(),
                due: own.first.date.to_string(),
                missing: own.missing,
                overdue: own.overdue,
                days: own.days,
            })
            .collect(),
    }
}
