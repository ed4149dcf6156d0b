//! What each role owes: reports, decisions, answers and data.
//!
//! Comes in: the plan and its facts today. Goes out: [`Duties`]. Nothing is judged here that F1, F7, F8 or F9 has not
//! judged already; what is new is whose it is.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{DecisionWaiting, Facts, InsightState, MissingReport, Per, Rule};
use crate::model::{Indicator, Insight, Key, Plan, PlanDate, Role};

/// Everything that is owed.
#[derive(Clone, Debug, Default)]
pub struct Duties {
    of_role: Option<Per<Role, Vec<Duty>>>,
    /// What no role answers for: the longest overdue first.
    pub of_nobody: Vec<Duty>,
}

/// Something that is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// What.
    pub task: Task,
    /// By when; `None` when nobody said.
    pub due: Option<PlanDate>,
    /// Days since `due` passed; 0 when it has not.
    pub overdue: u32,
}

/// What can be owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// Reports of an initiative, by the role that is accountable for it.
    Report(MissingReport),
    /// An answer to a report's question, by the role that it asks.
    Decision(DecisionWaiting),
    /// An answer to an insight: by the role that has begun to answer, else the chair of its forum, else the role that is
    /// accountable for the first of its ongoing initiatives.
    Answer(Key<Insight>),
    /// New values of an indicator whose latest are too old to judge by: by the role that is accountable for the first
    /// goal that names it, else for the first initiative.
    Data(Key<Indicator>),
}

impl Duties {
    /// The rule that says who owes what.
    pub const RULE: Rule = Rule::F9;

    /// What is owed on the day of `facts`.
    pub(super) fn new(plan: &Plan, facts: &Facts) -> Self {
        let today = facts.calendar.today;
        let mut all: Vec<(Option<Key<Role>>, Duty)> = Vec::new();
        for own in &facts.lists.reports {
            all.push((own.role, Duty::new(Task::Report(*own), Some(PlanDate::day(own.first.date)), today)));
        }
        for own in &facts.lists.decisions {
            all.push((Some(own.by), Duty::new(Task::Decision(*own), own.before, today)));
        }
        for &key in &facts.index.insights {
            all.extend(answer(plan, facts, key, today));
        }
        for (key, own) in facts.indicators.iter().filter(|(_, own)| own.too_old) {
            let over = own.age_days.unwrap_or(0).saturating_sub(own.age_limit_days.unwrap_or(0));
            let due = PlanDate::day(today.saturating_sub(i64::from(over).days()));
            let goal = facts.index.goals_of_indicator[key].iter().find_map(|&goal| plan.goals[goal].accountable);
            let mut initiatives = facts.index.initiatives_of_indicator[key].iter();
            let role = goal.or_else(|| initiatives.find_map(|&own| plan.initiatives[own].accountable));
            all.push((role, Duty::new(Task::Data(key), Some(due), today)));
        }
        // What has no date has waited for nobody's date: it comes last. Else the earliest date is the most urgent.
        all.sort_by_key(|(_, own)| {
            (own.due.and_then(PlanDate::last_day).is_none(), own.due.and_then(PlanDate::last_day))
        });
        let mut of_role: Vec<Vec<Duty>> = vec![Vec::new(); plan.roles.len()];
        let mut of_nobody = Vec::new();
        for (role, duty) in all {
            match role {
                Some(role) => of_role[role.row()].push(duty),
                None => of_nobody.push(duty),
            }
        }
        Self { of_role: Some(Per::new(of_role)), of_nobody }
    }

    /// What a role owes: the longest overdue first, what has no date last.
    pub fn of(&self, role: Key<Role>) -> &[Duty] {
        self.of_role.as_ref().map_or(&[], |all| &all[role])
    }
}

impl Duty {
    fn new(task: Task, due: Option<PlanDate>, today: Date) -> Self {
        Self { task, due, overdue: due.map_or(0, |due| due.days_overdue(today)) }
    }
}

/// The answer that an insight waits for, and who owes it.
fn answer(plan: &Plan, facts: &Facts, key: Key<Insight>, today: Date) -> Option<(Option<Key<Role>>, Duty)> {
    let own = &plan.insights[key];
    if matches!(facts.insights[key]?.state, InsightState::Answered { .. }) {
        return None;
    }
    let days = i64::from(plan.settings.thresholds.insight_days.min(366 * 1000)).days();
    let due = own.period.last_day().map(|told| PlanDate::day(told.saturating_add(days)));
    let begun = own.response.as_ref().and_then(|response| response.by);
    let chair = own.forum.and_then(|forum| plan.forums[forum].chair);
    let mut ongoing = own.initiatives.iter().filter(|&&own| facts.initiatives[own].is_ongoing());
    let role = begun.or(chair).or_else(|| ongoing.find_map(|&own| plan.initiatives[own].accountable));
    Some((role, Duty::new(Task::Answer(key), due, today)))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, observed, question, row};
    use super::*;
    use crate::model::Assessment::OnTrack;
    use crate::model::{Direction, ResponseState};

    /// A day on which reports for 2026-T1 are overdue since 29 May.
    const TODAY: &str = "2026-06-10";

    fn owed(plan: &fixture::Fixture, role: usize) -> Vec<(Task, u32)> {
        plan.facts(TODAY).duties.of(row(role)).iter().map(|own| (own.task, own.overdue)).collect()
    }

    #[test]
    fn each_owes_what_is_theirs_the_longest_overdue_first() {
        let plan = fixture::plan()
            .role(|_| ())
            .initiative(|it| it.accountable = Some(row(1)))
            .initiative(|_| ())
            .report_with("2026-T1", OnTrack, |it| it.decision_needed = Some(question("2026-04-30")));
        let facts = plan.facts(TODAY);
        let by = plan.build().reports.rows()[0].decision_needed.as_ref().unwrap().by;
        let reports: Vec<_> = facts.duties.of(row(1)).iter().map(|own| own.task).collect();
        assert!(matches!(reports[..], [Task::Report(own)] if own.initiative == row(0)), "{reports:?}");
        assert_eq!(facts.duties.of(row(1))[0].overdue, facts.lists.reports[0].days);
        let asked = facts.duties.of(by).iter().find(|own| matches!(own.task, Task::Decision(_))).unwrap();
        assert_eq!(asked.overdue, 41);
    }

    #[test]
    fn an_insight_is_answered_by_who_began_else_the_chair_else_the_initiative() {
        let told = |forum: bool| {
            let plan = fixture::plan().role(|_| ()).role(|_| ()).area();
            let plan = plan.forum(|it| it.chair = Some(row(1))).initiative(|it| it.accountable = Some(row(0)));
            plan.insight("2026-01", move |it| {
                it.forum = forum.then(|| row(0));
                it.initiatives = vec![row(0)];
            })
        };
        let answers = |plan: &fixture::Fixture, role| {
            owed(plan, role).iter().any(|(task, overdue)| *task == Task::Answer(row(0)) && *overdue > 0)
        };
        assert!(answers(&told(true), 1) && !answers(&told(true), 0));
        assert!(answers(&told(false), 0));
        let begun = told(true).response(ResponseState::Received, "2026-02-01");
        let by = begun.insights[0].response.as_ref().unwrap().by;
        assert_eq!(by.map(|by| answers(&begun, by.row())), by.map(|_| true));
        let answered = told(true).response(ResponseState::Declined, "2026-02-01");
        assert!((0..3).all(|role| !answers(&answered, role)));
    }

    #[test]
    fn old_values_are_owed_by_the_goal_that_needs_them_else_by_nobody() {
        let plan = fixture::plan().role(|_| ()).indicator(Direction::Up, |it| {
            it.interval = Some(crate::model::Interval::Month);
            it.observations = observed(&[("2025-01-01", 1.0)]);
        });
        let nobody = plan.facts(TODAY).duties.of_nobody;
        assert!(matches!(nobody[..], [Duty { task: Task::Data(_), overdue: 1.., .. }]), "{nobody:?}");
        let plan = plan.goal(|it| {
            it.accountable = Some(row(1));
            it.indicators = vec![row(0)];
        });
        assert_eq!(owed(&plan, 1).len(), 1);
    }
}
