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
        self.count() == 0 && self.reports.is_empty()
    }

    /// How many things have changed; that a report has come changes nothing in itself.
    pub fn count(&self) -> usize {
        let shifts = [&self.closed, &self.reopened, &self.better, &self.worse, &self.paused, &self.resumed];
        shifts.iter().map(|list| list.len()).sum::<usize>()
            + self.new.len()
            + self.newly_silent.len()
            + self.moved.len()
            + self.new_insights.len()
            + self.answered.len()
            + self.decisions.len()
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

#[cfg(test)]
mod tests {
    use super::super::derive;
    use super::super::fixture::{self, Fixture, day, on, row};
    use super::*;
    use crate::model::Assessment::{self, AtRisk, Cancelled, Done, OffTrack, OnTrack, Paused};
    use crate::model::{Phase, ResponseState};

    fn between(plan: &Fixture, before: &str, after: &str) -> Changes {
        let plan = plan.build();
        changes(&plan, &derive(&plan, day(before)), &derive(&plan, day(after)))
    }

    /// An initiative that reported one thing for 2025-T3 and another for 2026-T1, seen in January and in May.
    fn said(before: Assessment, after: Assessment) -> Changes {
        let plan = fixture::plan().initiative(|it| it.start = Some(on("2025")));
        between(&plan.report("2025-T3", before).report("2026-T1", after), "2026-01-20", "2026-05-20")
    }

    fn shift(from: State, to: State) -> Vec<Shift> {
        vec![Shift { initiative: row(0), from, to }]
    }

    #[test]
    fn a_shift_stands_in_one_list() {
        let (on_track, at_risk, off_track) = (State::OnTrack, State::AtRisk, State::OffTrack);
        assert_eq!(said(OffTrack, AtRisk).better, shift(off_track, at_risk));
        assert_eq!(said(OnTrack, AtRisk).worse, shift(on_track, at_risk));
        assert_eq!(said(AtRisk, Done).closed, shift(at_risk, State::Done));
        assert_eq!(said(Cancelled, OnTrack).reopened, shift(State::Cancelled, on_track));
        assert_eq!(said(OffTrack, Paused).paused, shift(off_track, State::Paused));
        assert_eq!(said(Paused, OffTrack).resumed, shift(State::Paused, off_track));
        for (before, after) in [(OffTrack, Paused), (Paused, OffTrack), (AtRisk, Done), (Cancelled, OnTrack)] {
            let found = said(before, after);
            assert!(found.better.is_empty() && found.worse.is_empty());
        }
        let same = said(AtRisk, AtRisk);
        assert_eq!((same.better, same.worse, same.reports), (vec![], vec![], vec![row(1)]));
        assert!(said(Done, Cancelled).closed.is_empty());
    }

    #[test]
    fn silence_is_its_own_change_and_its_end_is_better() {
        let plan = fixture::plan().initiative(|it| it.start = Some(on("2025"))).report("2025-T2", OnTrack);
        let silent = between(&plan, "2026-01-20", "2026-06-10");
        assert_eq!((&silent.newly_silent, silent.worse.len()), (&vec![row(0)], 0));
        assert!(between(&plan, "2026-06-10", "2026-09-20").is_empty());
        let back = between(&plan.report("2026-T2", AtRisk), "2026-06-10", "2026-09-20");
        assert_eq!(back.better, shift(State::NoInformation, State::AtRisk));
    }

    #[test]
    fn what_starts_in_between_is_new_and_nothing_else() {
        let plan = fixture::plan().initiative(|it| (it.start, it.phase) = (Some(on("2026-T2")), Some(Phase::Planned)));
        let plan = plan.activity(crate::model::ActivityState::InProgress, "", |_| ());
        let found = between(&plan, "2026-04-30", "2026-05-01");
        assert_eq!((found.new, found.better), (vec![row(0)], vec![]));
        assert_eq!(between(&plan, "2026-05-01", "2026-05-02").new, []);
        let undated = fixture::plan().initiative(|it| it.start = None);
        assert!(between(&undated, "2025-01-01", "2025-02-01").is_empty());
    }

    #[test]
    fn moves_answers_decisions_and_insights_are_those_in_between() {
        let plan = fixture::plan()
            .initiative(|_| ())
            .moved("2026-02-10", "2026", "2027-H1")
            .moved("2026-03-10", "2027-H1", "2027")
            .insight("2025-T3", |_| ())
            .response(ResponseState::Received, "2025-12-01")
            .insight("2025-T3", |_| ())
            .response(ResponseState::Done, "2026-03-01")
            .insight("2026-02", |_| ())
            .decision("2026-04-01", |_| ())
            .decision("2026-02-01", |_| ())
            .decision("2026-01-01", |_| ());
        let found = between(&plan, "2026-01-20", "2026-04-20");
        let moved = MovedDeadline { initiative: row(0), from: Some(on("2026")), to: Some(on("2027")), times: 2 };
        assert_eq!(found.moved, [moved]);
        assert_eq!((found.new_insights, found.answered), (vec![row(2)], vec![row(1)]));
        assert_eq!(found.decisions, [row(1), row(0)]);
        assert_eq!((found.from, found.to), (day("2026-01-20"), day("2026-04-20")));
        assert!(between(&plan, "2026-04-20", "2026-04-20").is_empty());
    }
}
