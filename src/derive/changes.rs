//! F12: what has happened between two dates.
//!
//! Comes in: the facts of the same plan at both. Goes out: [`Changes`]: what is new, closed, better, worse, moved,
//! newly silent, answered.

use jiff::civil::Date;

use super::{Facts, Rule, State};
use crate::model::{Decision, Initiative, Insight, Key, Plan, PlanDate, Report};

/// What has happened after one date, until and with another. Initiatives stand in the order of the plan's table;
/// insights, decisions and reports with the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The earlier date.
    pub from: Date,
    /// The later date.
    pub to: Date,
    /// Initiatives whose start has come. One without a start is never new: its dates do not tell.
    pub new: Vec<Key<Initiative>>,
    /// Initiatives that have been done, cancelled or merged.
    pub closed: Vec<Shift>,
    /// Initiatives that were, and go on again.
    pub reopened: Vec<Shift>,
    /// Ongoing initiatives with a better state, also those with information again after none.
    pub better: Vec<Shift>,
    /// Ongoing initiatives with a worse state, except those newly silent.
    pub worse: Vec<Shift>,
    /// Initiatives that have been paused: neither better nor worse.
    pub paused: Vec<Shift>,
    /// Initiatives that were paused and go on.
    pub resumed: Vec<Shift>,
    /// Ongoing initiatives that were not silent, and are now without current information.
    pub newly_silent: Vec<Key<Initiative>>,
    /// Initiatives whose deadline has moved.
    pub moved: Vec<MovedDeadline>,
    /// Insights that exist now and did not.
    pub new_insights: Vec<Key<Insight>>,
    /// Insights that have been answered.
    pub answered: Vec<Key<Insight>>,
    /// Decisions that exist now and did not.
    pub decisions: Vec<Key<Decision>>,
    /// Reports that exist now and did not.
    pub reports: Vec<Key<Report>>,
}

/// An initiative with another state than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Which.
    pub initiative: Key<Initiative>,
    /// Before.
    pub from: State,
    /// After.
    pub to: State,
}

/// An initiative with another deadline than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedDeadline {
    /// Which.
    pub initiative: Key<Initiative>,
    /// The deadline before.
    pub from: Option<PlanDate>,
    /// The deadline after.
    pub to: Option<PlanDate>,
    /// How many times it moved in between.
    pub times: u32,
}

impl Changes {
    /// The rule they follow from.
    pub const RULE: Rule = Rule::F12;

    /// Whether nothing has happened.
    pub fn is_empty(&self) -> bool {
        let shifts = [&self.closed, &self.reopened, &self.better, &self.worse, &self.paused, &self.resumed];
        shifts.iter().all(|list| list.is_empty())
            && self.new.is_empty()
            && self.newly_silent.is_empty()
            && self.moved.is_empty()
            && self.new_insights.is_empty()
            && self.answered.is_empty()
            && self.decisions.is_empty()
            && self.reports.is_empty()
    }
}

/// What has happened in `plan` between the dates of two of its facts.
pub fn changes(plan: &Plan, before: &Facts, after: &Facts) -> Changes {
    let (from, to) = (before.calendar.today, after.calendar.today);
    let since = |date: Date| from < date && date <= to;
    let mut changes = Changes {
        from,
        to,
        new: Vec::new(),
        closed: Vec::new(),
        reopened: Vec::new(),
        better: Vec::new(),
        worse: Vec::new(),
        paused: Vec::new(),
        resumed: Vec::new(),
        newly_silent: Vec::new(),
        moved: Vec::new(),
        new_insights: Vec::new(),
        answered: Vec::new(),
        decisions: Vec::new(),
        reports: Vec::new(),
    };
    for (key, initiative) in plan.initiatives.iter() {
        let (old, now) = (&before.initiatives[key], &after.initiatives[key]);
        let shift = Shift { initiative: key, from: old.standing.state, to: now.standing.state };
        let is_new = initiative.start.is_some_and(|start| since(start.first_day()));
        if is_new {
            changes.new.push(key);
        }
        changes.sort(shift, is_new);
        let times = now.deadline.moved.saturating_sub(old.deadline.moved);
        if times > 0 {
            changes.moved.push(MovedDeadline {
                initiative: key,
                from: old.deadline.current,
                to: now.deadline.current,
                times,
            });
        }
    }
    for &key in &after.index.insights {
        let was = before.insights[key];
        if was.is_none() {
            changes.new_insights.push(key);
        }
        let is_answered = after.insights[key].is_some_and(|it| it.is_answered());
        if is_answered && !was.is_some_and(|it| it.is_answered()) {
            changes.answered.push(key);
        }
    }
    let decisions = after.index.decisions.iter().copied();
    changes.decisions = decisions.filter(|&key| since(plan.decisions[key].date.first_day())).collect();
    let mut reports: Vec<Key<Report>> =
        plan.reports.iter().filter(|(_, report)| since(report.date)).map(|(key, _)| key).collect();
    reports.sort_by_key(|&key| (plan.reports[key].date, key));
    changes.reports = reports;
    changes
}

impl Changes {
    /// Puts a shift into the list it belongs to.
    fn sort(&mut self, shift: Shift, is_new: bool) {
        let list = match (shift.from, shift.to) {
            (from, to) if from == to => return,
            (from, to) if from.is_ongoing() && !to.is_ongoing() => &mut self.closed,
            (_, to) if !to.is_ongoing() => return,
            (from, _) if !from.is_ongoing() => &mut self.reopened,
            (_, State::NoInformation) => {
                self.newly_silent.push(shift.initiative);
                return;
            }
            _ if is_new => return,
            (_, State::Paused) => &mut self.paused,
            (State::Paused, _) => &mut self.resumed,
            (from, to) if to.rank() > from.rank() => &mut self.better,
            _ => &mut self.worse,
        };
        list.push(shift);
    }
}
