//! How fresh what is told of something is: the day of its latest fact.
//!
//! Comes in: the plan and its facts. Goes out: [`LatestFact`]. A fact is what somebody told at a time: a report, a value,
//! a judgement, a meeting, an answer, a decision. When a file was saved says nothing.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Facts;
use crate::model::{AnyKey, Goal, Initiative, Key, Plan, PlanDate};

/// What kind of fact it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// A status report.
    Report,
    /// A measured value.
    Value,
    /// A declared judgement of a goal.
    Assessment,
    /// A forum's meeting.
    Meeting,
    /// A decision.
    Decision,
    /// An insight, or the answer to one.
    Insight,
}

/// The latest fact about something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LatestFact {
    /// What kind.
    pub kind: FactKind,
    /// Its date, as precise as it was told.
    pub date: PlanDate,
    /// Its day; of an imprecise date the last day that it may mean, at the latest today.
    pub day: Date,
}

impl LatestFact {
    fn new(kind: FactKind, date: PlanDate, facts: &Facts) -> Self {
        Self { kind, date, day: known(date, facts) }
    }

    /// The latest fact about an entity; `None` when nothing has been told, or when it is no such thing.
    pub fn of(plan: &Plan, facts: &Facts, key: AnyKey) -> Option<Self> {
        let index = &facts.index;
        let goals = |goals: &[Key<Goal>]| latest(goals.iter().map(|&goal| Self::of_goal(plan, facts, goal)));
        match key {
            AnyKey::Initiative(key) => Self::reported(plan, facts, &[key]),
            AnyKey::Goal(key) => Self::of_goal(plan, facts, key),
            AnyKey::Area(key) => goals(&index.goals_of_area[key]),
            AnyKey::Role(key) => Self::reported(plan, facts, &index.initiatives_of_role[key]),
            AnyKey::Unit(key) => Self::reported(plan, facts, &index.initiatives_below_unit[key]),
            AnyKey::Indicator(key) => {
                let latest = facts.indicators[key].latest.and_then(|n| plan.indicators[key].observations.get(n))?;
                Some(Self::new(FactKind::Value, latest.date, facts))
            }
            AnyKey::Forum(key) => {
                let held = facts.forums[key].held.last();
                held.map(|&n| Self::new(FactKind::Meeting, plan.forums[key].meetings[n].date, facts))
            }
            AnyKey::Insight(key) => {
                let own = &plan.insights[key];
                let answered = own.response.as_ref().and_then(|response| response.on);
                let answered = answered.filter(|on| on.first_day() <= facts.calendar.today);
                Some(Self::new(FactKind::Insight, answered.unwrap_or(own.period), facts))
            }
            AnyKey::Decision(key) => Some(Self::new(FactKind::Decision, plan.decisions[key].date, facts)),
            AnyKey::Report(_) | AnyKey::Review(_) | AnyKey::Page(_) => None,
        }
    }

    /// The latest of several.
    pub fn among(plan: &Plan, facts: &Facts, keys: impl IntoIterator<Item = AnyKey>) -> Option<Self> {
        latest(keys.into_iter().map(|key| Self::of(plan, facts, key)))
    }

    /// The latest report about any of these initiatives.
    fn reported(plan: &Plan, facts: &Facts, initiatives: &[Key<Initiative>]) -> Option<Self> {
        let reports = initiatives.iter().flat_map(|&key| &facts.index.reports_of_initiative[key]);
        let day = reports.map(|&report| plan.reports[report].date).max()?;
        Some(Self::new(FactKind::Report, PlanDate::day(day), facts))
    }

    /// A goal is told of by its initiatives' reports, its indicators' values and its judgements.
    fn of_goal(plan: &Plan, facts: &Facts, key: Key<Goal>) -> Option<Self> {
        let reported = Self::reported(plan, facts, &facts.index.initiatives_of_goal[key]);
        let measured = Self::among(plan, facts, plan.goals[key].indicators.iter().map(|&key| AnyKey::Indicator(key)));
        let assessed = latest_assessment(plan, facts, key);
        let assessed = assessed.map(|date| Self::new(FactKind::Assessment, date, facts));
        latest([reported, measured, assessed])
    }
}

/// The latest of those that there are.
fn latest(facts: impl IntoIterator<Item = Option<LatestFact>>) -> Option<LatestFact> {
    facts.into_iter().flatten().max_by_key(|fact| (fact.day, fact.kind))
}

/// F6: the date of a goal's latest judgement, when it is older than the plan lets it be: then it may no longer hold.
pub fn old_assessment(plan: &Plan, facts: &Facts, key: Key<Goal>) -> Option<PlanDate> {
    let date = latest_assessment(plan, facts, key)?;
    let limit = i64::from(plan.settings.thresholds.assessment_days);
    (known(date, facts).saturating_add(limit.days()) < facts.calendar.today).then_some(date)
}

fn latest_assessment(plan: &Plan, facts: &Facts, key: Key<Goal>) -> Option<PlanDate> {
    facts.goals[key].assessment.map(|n| plan.goals[key].assessments[n].date)
}

/// The last day that a date may mean, as far as it has come.
fn known(date: PlanDate, facts: &Facts) -> Date {
    date.last_day().unwrap_or(Date::MAX).min(facts.calendar.today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::derive::fixture::{on, plan, row};
    use crate::model::{Assessment, GoalAssessment, Verdict};

    #[test]
    fn a_goal_is_as_fresh_as_the_latest_that_was_told_of_it() {
        let assessed =
            |date| GoalAssessment { date: on(date), by: row(0), verdict: Verdict::Met, motivation: String::new() };
        let own = plan()
            .goal(|goal| goal.assessments.push(assessed("2026-03-02")))
            .initiative(|initiative| initiative.goals.push(row(0)))
            .report("2025-T3", Assessment::OnTrack);
        let latest = |today| {
            let latest = LatestFact::of(&own.build(), &own.facts(today), AnyKey::Goal(row(0)));
            latest.map(|own| (own.day.to_string(), own.kind))
        };
        assert_eq!(latest("2025-12-31"), None);
        assert_eq!(latest("2026-02-01"), Some(("2026-01-01".to_owned(), FactKind::Report)));
        assert_eq!(latest("2026-11-23"), Some(("2026-03-02".to_owned(), FactKind::Assessment)));
        let old = |plan: &Plan, today| old_assessment(plan, &own.facts(today), row(0));
        assert_eq!(old(&own.build(), "2027-03-02"), None);
        assert_eq!(old(&own.build(), "2027-03-03"), Some(on("2026-03-02")));
        // A plan says itself how long a judgement holds.
        let mut strict = own.build();
        strict.settings.thresholds.assessment_days = 30;
        assert_eq!(old(&strict, "2026-04-01"), None);
        assert_eq!(old(&strict, "2026-04-02"), Some(on("2026-03-02")));
    }
}
