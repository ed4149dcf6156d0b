//! The plan as data: its rhythm, the limits in force, its organisation, goals, decisions and reviews.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::chain::{GroupValues, group};
use super::names::{Name, id, reference};
use crate::derive::{Calendar, Facts, GoalFacts, Outcome, Rule};
use crate::model::{
    AnyKey, Body, Choice as _, Interval, Mandate, Mention, Plan, Rhythm, RoleKind, UnitKind, Verdict, is_collective,
};

/// What the plan says of itself, as far as a rule looks at it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PlanValues {
    /// When it begins to hold.
    pub start: String,
    /// When it ceases to.
    pub end: String,
    /// The decision that adopted it, if that exists.
    pub decision: Option<String>,
    /// The role that answers for it.
    pub owner: Option<String>,
    /// How often it is reported.
    pub every: Name<Rhythm>,
    /// The first period that is reported, when it is not the plan's own first.
    pub first: Option<String>,
    /// Days after a period's last day until a report for it is overdue, and as many again until it should have been
    /// reviewed.
    pub grace_days: u32,
    /// Periods without a report after which an initiative is silent.
    pub stale_after: u32,
}

/// The limits that the rules use, by the keys that editors write.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ThresholdValues {
    /// F3: days overdue after which one activity caps the state at at-risk.
    pub overdue_days: u32,
    /// F3 and F10: days overdue after which one activity caps the state at off-track.
    pub long_overdue_days: u32,
    /// F3: the share of the open activities that, when overdue, caps the state at off-track.
    pub overdue_share: f64,
    /// F3: reports without progress in a row that cap the state at at-risk.
    pub no_progress_reports: u32,
    /// F7: the ratio from which an indicator is in phase.
    pub in_phase: f64,
    /// F7: the ratio from which it is partly in phase.
    pub partly: f64,
    /// F7: intervals after which the latest value is too old.
    pub data_age_intervals: u32,
    /// F8: days without an answer after which an insight is unanswered.
    pub insight_days: u32,
    /// F6: days after which the latest assessment of a goal may no longer hold.
    pub assessment_days: u32,
    /// Ongoing initiatives above which a role answers for too much.
    pub role_limit: u32,
    /// F9: multiples of its own interval within which a forum must meet.
    pub forum_rhythm: f64,
    /// F11: the share of the reports due from which the plan is followed for the most part.
    pub pulse_mostly: f64,
    /// F11: the share from which it is followed in part, and below which a measure is broken.
    pub pulse_partly: f64,
}

/// F1 and F10: the plan's reporting periods.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CalendarValues {
    /// The rule.
    pub rule: Name<Rule>,
    /// Closed periods, oldest first.
    pub closed: Vec<PeriodDays>,
    /// The period whose reports are due next.
    pub next_period: Option<String>,
    /// The day on which they are.
    pub next_due: Option<String>,
    /// F10: the latest closed period that has a review, or should have one by now.
    pub review_period: Option<String>,
    /// F10: whether it has one.
    pub reviewed: bool,
}

/// A closed period.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PeriodDays {
    /// The period.
    pub period: String,
    /// Its first day.
    pub first_day: String,
    /// Its last day.
    pub last_day: String,
    /// The last day on which a report for it is in time.
    pub due: String,
    /// The last day on which a review of it is.
    pub review_due: String,
    /// F11: the day that the period is told for.
    pub told_on: String,
}

/// A unit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct UnitValues {
    /// Its id.
    pub id: String,
    /// What kind.
    pub kind: Name<UnitKind>,
    /// The unit above it.
    pub parent: Option<String>,
    /// The initiatives that its roles or those of the units below it answer for.
    pub initiatives: GroupValues,
}

/// A role.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct RoleValues {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Its unit.
    pub unit: String,
    /// What kind.
    pub kind: Name<RoleKind>,
    /// What it may do.
    pub mandate: Name<Mandate>,
    /// F10: whether its title names a group.
    pub is_group: bool,
    /// The initiatives that it answers for.
    pub initiatives: GroupValues,
    /// How many of them go on.
    pub ongoing: u32,
    /// Whether that is more than the limit `role_limit`.
    pub overloaded: bool,
}

/// A knowledge area.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AreaValues {
    /// Its id.
    pub id: String,
    /// The forums that work with it, named by it or by them.
    pub forums: Vec<String>,
    /// The initiatives that serve its goals.
    pub initiatives: GroupValues,
}

/// F6 of a goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GoalValues {
    /// Its id.
    pub id: String,
    /// The rule.
    pub rule: Name<Rule>,
    /// The goal above it.
    pub parent: Option<String>,
    /// The area it lies in: its own, or that of the nearest goal above it.
    pub area: Option<String>,
    /// The decision it names, if that exists.
    pub decision: Option<String>,
    /// The role that answers for it.
    pub accountable: Option<String>,
    /// Delivery: the initiatives that serve it.
    pub delivery: GroupValues,
    /// Delivery with the initiatives of the goals below it, each counted once: how many are in each state.
    pub delivery_below: BTreeMap<&'static str, u32>,
    /// Outcome: its indicators with what came out for each.
    pub outcomes: BTreeMap<String, Name<Outcome>>,
    /// Assessment: its declared judgements that exist, oldest first.
    pub assessments: Vec<AssessmentValues>,
}

/// A declared judgement of a goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct AssessmentValues {
    /// When.
    pub date: String,
    /// By which role.
    pub by: String,
    /// The judgement.
    pub verdict: Name<Verdict>,
}

/// A decision that exists.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct DecisionValues {
    /// Its id.
    pub id: String,
    /// When it was made.
    pub date: String,
    /// The unit or role that made it: `unit:id` or `role:id`.
    pub body: String,
    /// What it affects, as far as that is part of the plan: `initiative:id`, `goal:id`.
    pub affects: Vec<String>,
}

/// A review that exists.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReviewValues {
    /// The period that it is of.
    pub period: String,
    /// When it was made.
    pub date: String,
    /// The unit or role that made it: `unit:id` or `role:id`.
    pub body: String,
    /// The initiatives that it lists; null: all that had reported.
    pub covers: Option<Vec<String>>,
    /// The initiatives whose questions it answers.
    pub answers: Vec<String>,
}

pub(super) fn settings(plan: &Plan, facts: &Facts) -> PlanValues {
    let own = &plan.settings;
    PlanValues {
        start: own.start.to_string(),
        end: own.end.to_string(),
        decision: own
            .decision
            .filter(|key| facts.index.decisions.contains(key))
            .map(|key| plan.decisions[key].entity.id.clone()),
        owner: own.owner.map(|key| plan.roles[key].entity.id.clone()),
        every: own.reporting.every.into(),
        first: own.reporting.first.map(|period| period.to_string()),
        grace_days: own.reporting.grace_days,
        stale_after: own.reporting.stale_after,
    }
}

pub(super) fn thresholds(plan: &Plan) -> ThresholdValues {
    let limits = &plan.settings.thresholds;
    ThresholdValues {
        overdue_days: limits.overdue_days,
        long_overdue_days: limits.long_overdue_days,
        overdue_share: limits.overdue_share,
        no_progress_reports: limits.no_progress_reports,
        in_phase: limits.in_phase,
        partly: limits.partly,
        data_age_intervals: limits.data_age_intervals,
        insight_days: limits.insight_days,
        assessment_days: limits.assessment_days,
        role_limit: limits.role_limit,
        forum_rhythm: limits.forum_rhythm,
        pulse_mostly: limits.pulse_mostly,
        pulse_partly: limits.pulse_partly,
    }
}

/// The days that an interval counts as, by its name.
pub(super) fn intervals() -> BTreeMap<&'static str, u32> {
    Interval::ALL.iter().map(|(interval, name)| (name.en, interval.days())).collect()
}

pub(super) fn calendar(facts: &Facts) -> CalendarValues {
    let own = &facts.calendar;
    CalendarValues {
        rule: Calendar::RULE.into(),
        closed: own
            .closed
            .iter()
            .map(|&period| PeriodDays {
                period: period.to_string(),
                first_day: period.first_day().to_string(),
                last_day: period.last_day().to_string(),
                due: own.due(period).date.to_string(),
                review_due: own.review_due(period).to_string(),
                told_on: own.told_on(period).to_string(),
            })
            .collect(),
        next_period: own.next_due.map(|due| due.period.to_string()),
        next_due: own.next_due.map(|due| due.date.to_string()),
        review_period: facts.reviewed.period.map(|period| period.to_string()),
        reviewed: facts.reviewed.review.is_some(),
    }
}

pub(super) fn units(plan: &Plan, facts: &Facts) -> Vec<UnitValues> {
    let unit = |(key, own): (crate::model::Key<crate::model::Unit>, &crate::model::Unit)| UnitValues {
        id: own.entity.id.clone(),
        kind: own.kind.into(),
        parent: own.parent.map(|key| plan.units[key].entity.id.clone()),
        initiatives: group(
            plan,
            &facts.index.initiatives_below_unit[key],
            &facts.units[key].below,
            &facts.chains.units[key],
        ),
    };
    plan.units.iter().map(unit).collect()
}

pub(super) fn roles(plan: &Plan, facts: &Facts) -> Vec<RoleValues> {
    plan.roles
        .iter()
        .map(|(key, own)| {
            let ongoing = facts.roles[key].ongoing();
            RoleValues {
                id: own.entity.id.clone(),
                title: own.entity.title.original.clone(),
                unit: plan.units[own.unit].entity.id.clone(),
                kind: own.kind.into(),
                mandate: own.mandate.into(),
                is_group: is_collective(&own.entity.title.original),
                initiatives: group(
                    plan,
                    &facts.index.initiatives_of_role[key],
                    &facts.roles[key],
                    &facts.chains.roles[key],
                ),
                ongoing,
                overloaded: ongoing > plan.settings.thresholds.role_limit,
            }
        })
        .collect()
}

pub(super) fn areas(plan: &Plan, facts: &Facts) -> Vec<AreaValues> {
    plan.areas
        .iter()
        .map(|(key, own)| AreaValues {
            id: own.entity.id.clone(),
            forums: facts.index.forums_of_area[key].iter().map(|&key| plan.forums[key].entity.id.clone()).collect(),
            initiatives: group(
                plan,
                &facts.index.initiatives_of_area[key],
                &facts.areas[key],
                &facts.chains.areas[key],
            ),
        })
        .collect()
}

pub(super) fn goals(plan: &Plan, facts: &Facts) -> Vec<GoalValues> {
    plan.goals
        .iter()
        .map(|(key, own)| {
            let derived = &facts.goals[key];
            let known = derived.assessment.map_or(0, |latest| latest + 1);
            GoalValues {
                id: own.entity.id.clone(),
                rule: GoalFacts::RULE.into(),
                parent: own.parent.map(|key| plan.goals[key].entity.id.clone()),
                area: facts.index.area_of_goal[key].map(|key| plan.areas[key].entity.id.clone()),
                decision: own
                    .decision
                    .filter(|key| facts.index.decisions.contains(key))
                    .map(|key| plan.decisions[key].entity.id.clone()),
                accountable: own.accountable.map(|key| plan.roles[key].entity.id.clone()),
                delivery: group(
                    plan,
                    &facts.index.initiatives_of_goal[key],
                    &derived.delivery,
                    &facts.chains.goals[key],
                ),
                delivery_below: super::chain::counts(&derived.delivery_below),
                outcomes: derived
                    .outcomes
                    .iter()
                    .map(|&(key, outcome)| (plan.indicators[key].entity.id.clone(), outcome.into()))
                    .collect(),
                assessments: own
                    .assessments
                    .iter()
                    .take(known)
                    .map(|it| AssessmentValues {
                        date: it.date.to_string(),
                        by: plan.roles[it.by].entity.id.clone(),
                        verdict: it.verdict.into(),
                    })
                    .collect(),
            }
        })
        .collect()
}

pub(super) fn decisions(plan: &Plan, facts: &Facts) -> Vec<DecisionValues> {
    let affected = |mention: &Mention| match mention {
        Mention::Entity(key) => Some(reference(plan, *key)),
        Mention::Words(_) => None,
    };
    facts
        .index
        .decisions
        .iter()
        .map(|&key| {
            let own = &plan.decisions[key];
            DecisionValues {
                id: own.entity.id.clone(),
                date: own.date.to_string(),
                body: body(plan, own.body),
                affects: own.affects.iter().filter_map(affected).collect(),
            }
        })
        .collect()
}

pub(super) fn reviews(plan: &Plan, facts: &Facts) -> Vec<ReviewValues> {
    let initiative = |key| id(plan, AnyKey::Initiative(key));
    facts
        .index
        .review_of_period
        .values()
        .map(|&key| {
            let own = &plan.reviews[key];
            ReviewValues {
                period: own.period.to_string(),
                date: own.date.to_string(),
                body: body(plan, own.body),
                covers: own.covers.as_ref().map(|keys| keys.iter().map(|&key| initiative(key)).collect()),
                answers: own.answers.iter().map(|&(key, _)| initiative(key)).collect(),
            }
        })
        .collect()
}

fn body(plan: &Plan, body: Body) -> String {
    let key = match body {
        Body::Unit(key) => AnyKey::Unit(key),
        Body::Role(key) => AnyKey::Role(key),
    };
    reference(plan, key)
}
