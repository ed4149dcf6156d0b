//! F1 to F5 as data: each initiative with all that its rules look at, and what they came to.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::chain::{LinkValues, links};
use super::names::{Name, reference};
use crate::derive::{DueState, Facts, Freshness, Reason, Reporting, Rule, Standing, State};
use crate::model::{self, ActivityState, AnyKey, Assessment, Initiative, Key, ObstacleKind, Phase, Plan};

/// An initiative: what it declares, and what is derived from that.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct InitiativeValues {
    /// Its id.
    pub id: String,
    /// The goals it serves.
    pub goals: Vec<String>,
    /// The role that answers for it.
    pub accountable: Option<String>,
    /// The role that stands behind it.
    pub sponsor: Option<String>,
    /// How far it has come from idea to everyday. Null also while it is closed but a report about it is still to come:
    /// then it was closed later.
    pub phase: Option<Name<Phase>>,
    /// When it starts, with the precision that is known: `2026`, `2026-H1`, `2026-Q3`, `2026-T2`, `2026-03`, `2026-W12`,
    /// `2026-03-31` or `ongoing`. So are all dates here that are not said to be days.
    pub start: Option<String>,
    /// The initiative it was merged into.
    pub merged_into: Option<String>,
    /// The decision it names, if that exists.
    pub decision: Option<String>,
    /// The forum it names.
    pub forum: Option<String>,
    /// The indicators it should move.
    pub indicators: Vec<String>,
    /// The insights it answers to, those that exist.
    pub insights: Vec<String>,
    /// Its reports that exist, by period, oldest first.
    pub reports: Vec<ReportValues>,
    /// Whether it is neither done, cancelled nor merged.
    pub ongoing: bool,
    /// F1: how it reports.
    pub reporting: ReportingValues,
    /// F2 and F3: its state.
    pub state: StateValues,
    /// F4: its activities.
    pub activities: ActivityCounts,
    /// F5: its deadline.
    pub deadline: DeadlineValues,
    /// F10: the seven links of its chain; empty when it has ended.
    pub chain: Vec<LinkValues>,
}

/// Each initiative. Its values are made when they are written: those of all at once would take more than half of what the
/// plan does.
#[derive(Clone, Debug)]
pub struct Initiatives<'a> {
    plan: &'a Plan,
    facts: &'a Facts,
    /// Those that a report is still to come about.
    to_come: BTreeSet<Key<Initiative>>,
}

impl<'a> Initiatives<'a> {
    /// Those of a plan.
    pub(super) fn new(plan: &'a Plan, facts: &'a Facts) -> Self {
        let later = plan.reports.rows().iter().filter(|report| report.date > facts.calendar.today);
        Self { plan, facts, to_come: later.map(|report| report.initiative).collect() }
    }
}

impl Serialize for Initiatives<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.plan.initiatives.keys().map(|key| self.values(key)))
    }
}

impl Initiatives<'_> {
    /// All that is known about an initiative.
    fn values(&self, key: Key<Initiative>) -> InitiativeValues {
        let Self { plan, facts, ref to_come } = *self;
        let own = &plan.initiatives[key];
        let derived = &facts.initiatives[key];
        let role = |role: Option<Key<model::Role>>| role.map(|key| plan.roles[key].entity.id.clone());
        let closed_later = own.phase == Some(Phase::Closed) && to_come.contains(&key);
        InitiativeValues {
            id: own.entity.id.clone(),
            goals: own.goals.iter().map(|&key| plan.goals[key].entity.id.clone()).collect(),
            accountable: role(own.accountable),
            sponsor: role(own.sponsor),
            phase: own.phase.filter(|_| !closed_later).map(Name::from),
            start: own.start.map(|date| date.to_string()),
            merged_into: own.merged_into.map(|key| plan.initiatives[key].entity.id.clone()),
            decision: own
                .decision
                .filter(|key| facts.index.decisions.contains(key))
                .map(|key| plan.decisions[key].entity.id.clone()),
            forum: own.forum.map(|key| plan.forums[key].entity.id.clone()),
            indicators: own.indicators.iter().map(|&key| plan.indicators[key].entity.id.clone()).collect(),
            insights: facts.index.insights_of_initiative[key]
                .iter()
                .map(|&key| plan.insights[key].entity.id.clone())
                .collect(),
            reports: facts.index.reports_of_initiative[key].iter().map(|&key| report(plan, facts, key)).collect(),
            ongoing: derived.is_ongoing(),
            reporting: reporting(plan, &derived.reporting),
            state: state(plan, key, &derived.standing),
            activities: activities(plan, facts, key),
            deadline: deadline(facts, own, key),
            chain: derived.chain.as_ref().map_or_else(Vec::new, |chain| links(plan, key, chain)),
        }
    }
}

/// A report.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReportValues {
    /// The period it is for.
    pub period: String,
    /// The day it was made.
    pub date: String,
    /// What it judges.
    pub assessment: Name<Assessment>,
    /// Whether it says that nothing has come further.
    pub no_progress: bool,
    /// Whether it names a next step.
    pub next_step: bool,
    /// The kind of obstacle that it names.
    pub obstacle: Option<Name<ObstacleKind>>,
    /// The decision that it asks for.
    pub decision_needed: Option<QuestionValues>,
    /// When it expects the initiative to be done.
    pub forecast_end: Option<String>,
}

/// A decision that a report asks for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct QuestionValues {
    /// The role that must answer.
    pub by: String,
    /// By when.
    pub before: Option<String>,
    /// What has answered it: `review:2026-T2` or `decision:id`.
    pub answered_by: Option<String>,
}

/// F1 of an initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReportingValues {
    /// The rule.
    pub rule: Name<Rule>,
    /// The period of the latest report.
    pub latest_period: Option<String>,
    /// The day of the latest report.
    pub latest_date: Option<String>,
    /// Whether the latest report names a next step.
    pub has_next_step: bool,
    /// The first closed period that it owes or owed a report for.
    pub owed_from: Option<String>,
    /// The last one.
    pub owed_to: Option<String>,
    /// Whether a report is or was owed for the latest closed period.
    pub owed_latest: bool,
    /// Whether there is one.
    pub reported_latest: bool,
    /// Owed periods after the latest report.
    pub missing: u32,
    /// Those of them whose grace has run out.
    pub overdue: u32,
    /// The result.
    pub result: Name<Reporting>,
}

/// F2 and F3 of an initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct StateValues {
    /// The rule.
    pub rule: Name<Rule>,
    /// What the latest report said.
    pub declared: Option<Name<Assessment>>,
    /// The rules that named the state; at least one.
    pub because: Vec<Because>,
    /// The result.
    pub result: Name<State>,
}

/// A rule that spoke.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Because {
    /// The rule.
    pub rule: Name<Rule>,
    /// Its reason.
    pub reason: Name<Reason>,
    /// What it looked at: the report, the other initiative, or the activity as `activity:initiative/id`.
    pub rests_on: Option<String>,
    /// The date it looked at: the deadline that was judged by, or the start.
    pub date: Option<String>,
    /// The days, periods, reports or activities that it counted.
    pub counted: Option<u32>,
    /// The days that were exceeded.
    pub limit: Option<u32>,
}

/// F4 of an initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ActivityCounts {
    /// The rule.
    pub rule: Name<Rule>,
    /// Each activity.
    pub each: Vec<ActivityValues>,
    /// All but cancelled ones.
    pub total: u32,
    /// Done.
    pub done: u32,
    /// In progress.
    pub in_progress: u32,
    /// Not started.
    pub not_started: u32,
    /// Of an unknown state.
    pub unknown: u32,
    /// Cancelled.
    pub cancelled: u32,
    /// Open and past their due date.
    pub overdue: u32,
}

/// An activity.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ActivityValues {
    /// Its id, unique within the initiative.
    pub id: String,
    /// How far it had come on the day that the values hold for: what was done later was in progress.
    pub state: Name<ActivityState>,
    /// When it should be done.
    pub due: Option<String>,
    /// When it was done.
    pub done_on: Option<String>,
    /// The role that answers for it, when another than the initiative's.
    pub accountable: Option<String>,
    /// Whether it is a milestone.
    pub milestone: bool,
    /// F4: days since its due date, while it is open.
    pub days_overdue: Option<u32>,
}

/// F5 of an initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DeadlineValues {
    /// The rule.
    pub rule: Name<Rule>,
    /// Whether it is declared to have no end.
    pub ongoing: bool,
    /// The moves that exist, oldest first.
    pub moves: Vec<MoveValues>,
    /// The first deadline.
    pub original: Option<String>,
    /// The one that holds.
    pub current: Option<String>,
    /// The one that the state is judged by.
    pub judged_by: Option<String>,
    /// How many times it was moved.
    pub moved: u32,
    /// Whole months from the first to the one that holds.
    pub months_slipped: Option<i32>,
}

/// A move of a deadline.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct MoveValues {
    /// When it was made.
    pub date: String,
    /// The deadline before.
    pub from: String,
    /// The deadline after.
    pub to: String,
}

fn report(plan: &Plan, facts: &Facts, key: Key<model::Report>) -> ReportValues {
    let own = &plan.reports[key];
    ReportValues {
        period: own.period.to_string(),
        date: own.date.to_string(),
        assessment: own.assessment.into(),
        no_progress: own.no_progress,
        next_step: own.next_step.is_some(),
        obstacle: own.obstacle.as_ref().map(|obstacle| obstacle.kind.into()),
        decision_needed: own.decision_needed.as_ref().map(|needed| QuestionValues {
            by: plan.roles[needed.by].entity.id.clone(),
            before: needed.before.map(|date| date.to_string()),
            answered_by: crate::derive::answer(plan, &facts.index, key).map(|answer| {
                let key = match answer {
                    crate::derive::Answer::Review(review) => AnyKey::Review(review),
                    crate::derive::Answer::Decision(decision) => AnyKey::Decision(decision),
                };
                reference(plan, key)
            }),
        }),
        forecast_end: own.forecast_end.map(|date| date.to_string()),
    }
}

fn reporting(plan: &Plan, own: &Freshness) -> ReportingValues {
    let latest = own.latest.map(|key| &plan.reports[key]);
    ReportingValues {
        rule: Freshness::RULE.into(),
        latest_period: latest.map(|report| report.period.to_string()),
        latest_date: latest.map(|report| report.date.to_string()),
        has_next_step: latest.is_some_and(|report| report.next_step.is_some()),
        owed_from: own.owed.map(|owed| owed.first.to_string()),
        owed_to: own.owed.map(|owed| owed.last.to_string()),
        owed_latest: own.owed_latest,
        reported_latest: own.reported_latest,
        missing: own.missing,
        overdue: own.overdue,
        result: own.reporting.into(),
    }
}

fn state(plan: &Plan, key: Key<Initiative>, own: &Standing) -> StateValues {
    StateValues {
        rule: Standing::RULE.into(),
        declared: own.declared.map(Name::from),
        because: own.spoke.iter().map(|&reason| because(plan, key, reason)).collect(),
        result: own.state.into(),
    }
}

fn because(plan: &Plan, key: Key<Initiative>, reason: Reason) -> Because {
    let own = &plan.initiatives[key];
    let mut because = Because {
        rule: reason.rule().into(),
        reason: reason.into(),
        rests_on: None,
        date: None,
        counted: None,
        limit: None,
    };
    match reason {
        Reason::Merged { into } => because.rests_on = Some(reference(plan, AnyKey::Initiative(into))),
        Reason::DeclaredAssessment { report } => because.rests_on = Some(reference(plan, AnyKey::Report(report))),
        Reason::Silent { periods } | Reason::NeverReported { periods } => because.counted = Some(periods),
        Reason::EndPassed { deadline, days, .. } => {
            because.date = Some(deadline.to_string());
            because.counted = Some(days);
        }
        Reason::NothingBegun { days } => {
            because.date = own.start.map(|date| date.to_string());
            because.counted = Some(days);
        }
        Reason::OverdueActivity { activity, days, limit } => {
            let id = own.activities.get(activity).map_or("", |activity| activity.id.as_str());
            because.rests_on = Some(format!("activity:{}/{id}", own.entity.id));
            because.counted = Some(days);
            because.limit = Some(limit);
        }
        Reason::ShareOverdue { overdue, .. } => because.counted = Some(overdue),
        Reason::NoProgress { reports } => because.counted = Some(reports),
        Reason::StartAhead { start } => because.date = Some(start.to_string()),
        Reason::PhaseClosed | Reason::Idea | Reason::NotBegun | Reason::Begun => {}
    }
    because
}

fn activities(plan: &Plan, facts: &Facts, key: Key<Initiative>) -> ActivityCounts {
    let counts = &facts.initiatives[key].activities;
    let today = facts.calendar.today;
    let each = plan.initiatives[key].activities.iter().zip(&counts.each);
    ActivityCounts {
        rule: crate::derive::Activities::RULE.into(),
        each: each
            .map(|(own, derived)| ActivityValues {
                id: own.id.clone(),
                state: derived.state.into(),
                due: own.due.map(|date| date.to_string()),
                done_on: own.done_on.filter(|date| date.first_day() <= today).map(|date| date.to_string()),
                accountable: own.accountable.map(|role| plan.roles[role].entity.id.clone()),
                milestone: own.milestone,
                days_overdue: match derived.due {
                    DueState::Overdue { days } => Some(days),
                    _ => None,
                },
            })
            .collect(),
        total: counts.total,
        done: counts.done,
        in_progress: counts.in_progress,
        not_started: counts.not_started,
        unknown: counts.unknown,
        cancelled: counts.cancelled,
        overdue: counts.overdue,
    }
}

fn deadline(facts: &Facts, own: &model::Initiative, key: Key<Initiative>) -> DeadlineValues {
    let derived = &facts.initiatives[key].deadline;
    let today = facts.calendar.today;
    let made = own.deadline_moves.iter().filter(|it| it.date.first_day() <= today);
    DeadlineValues {
        rule: crate::derive::Deadline::RULE.into(),
        ongoing: own.ongoing,
        moves: made
            .map(|it| MoveValues { date: it.date.to_string(), from: it.from.to_string(), to: it.to.to_string() })
            .collect(),
        original: derived.original.map(|date| date.to_string()),
        current: derived.current.map(|date| date.to_string()),
        judged_by: derived.judged_by.map(|date| date.to_string()),
        moved: derived.moved,
        months_slipped: derived.months_slipped,
    }
}
