//! F12 day by day: what has happened in a plan, each thing on its day.
//!
//! Comes in: the plan, and the calendar of today. Goes out: [`Event`]s. What happened on a day depends on nothing that
//! came after it, so an event is told in the same way however late it is.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::Date;
use rayon::prelude::*;

use super::reporting::Reports;
use super::{Activities, Deadline, Facts, Freshness, Standing, State};
use crate::model::{Decision, Initiative, Insight, Key, Plan, PlanDate, Report, ResponseState, Review};

/// Something that happened on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day; of a date that is less precise, its first.
    pub date: Date,
    /// What happened.
    pub what: Happening,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// A report came.
    Report(Key<Report>),
    /// An initiative got another state; without current information it has gone silent.
    State {
        /// Which.
        initiative: Key<Initiative>,
        /// Before.
        from: State,
        /// After, and why.
        to: Standing,
    },
    /// A deadline was moved.
    Moved {
        /// Which.
        initiative: Key<Initiative>,
        /// Which of the moves of its deadline, from 0.
        n: usize,
    },
    /// A decision was made.
    Decision(Key<Decision>),
    /// An insight was answered.
    Answer(Key<Insight>),
    /// The leadership reviewed a period.
    Review(Key<Review>),
}

/// What has happened during the last `days` days until the day of `facts`, the latest first.
pub fn events(plan: &Plan, facts: &Facts, days: i32) -> Vec<Event> {
    let today = facts.calendar.today;
    let from = today.checked_sub(days.days()).unwrap_or(Date::MIN).max(plan.settings.start.first_day());
    let is_within = |date: Date| from <= date && date <= today;
    let on = |date: Date, what: Happening| Some(Event { date, what }).filter(|event| is_within(event.date));
    let dated = |date: PlanDate, what: Happening| on(date.first_day(), what);
    let reports = plan.reports.iter().filter_map(|(key, own)| on(own.date, Happening::Report(key)));
    let decisions = plan.decisions.iter().filter_map(|(key, own)| dated(own.date, Happening::Decision(key)));
    let reviews = plan.reviews.iter().filter_map(|(key, own)| dated(own.date, Happening::Review(key)));
    let answers = plan.insights.iter().filter_map(|(key, own)| {
        let response = own.response.as_ref().filter(|own| own.state != ResponseState::Received)?;
        dated(response.on?, Happening::Answer(key))
    });
    let moves = plan.initiatives.iter().flat_map(|(initiative, own)| {
        let moves = own.deadline_moves.iter().enumerate();
        moves.filter_map(move |(n, own)| dated(own.date, Happening::Moved { initiative, n }))
    });
    let mut events: Vec<Event> = reports.chain(decisions).chain(reviews).chain(answers).chain(moves).collect();
    let keys: Vec<Key<Initiative>> = plan.initiatives.keys().collect();
    events.par_extend(keys.into_par_iter().flat_map_iter(|key| Course::new(plan, facts, key).turns(from, today)));
    events.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.what.order().cmp(&b.what.order())));
    events
}

impl Happening {
    /// The order of what happens on one day: what readers wait for most comes first, then as in the plan.
    fn order(&self) -> (u8, usize, usize) {
        match self {
            Self::Decision(key) => (0, key.row(), 0),
            Self::Review(key) => (1, key.row(), 0),
            Self::State { initiative, .. } => (2, initiative.row(), 0),
            Self::Moved { initiative, n } => (3, initiative.row(), *n),
            Self::Report(key) => (4, key.row(), 0),
            Self::Answer(key) => (5, key.row(), 0),
        }
    }
}

/// An initiative, as it was on any day.
struct Course<'a> {
    plan: &'a Plan,
    facts: &'a Facts,
    key: Key<Initiative>,
    /// All reports about it, by period, oldest first.
    reports: Vec<Key<Report>>,
}

impl<'a> Course<'a> {
    fn new(plan: &'a Plan, facts: &'a Facts, key: Key<Initiative>) -> Self {
        // Those of today and before; a later one is not known yet.
        Self { plan, facts, key, reports: facts.index.reports_of_initiative[key].clone() }
    }

    /// Where it stood on `day`.
    fn on(&self, day: Date) -> Standing {
        let Self { plan, facts, key, reports } = self;
        let initiative = &plan.initiatives[*key];
        let known: Vec<Key<Report>> = reports.iter().copied().filter(|&key| plan.reports[key].date <= day).collect();
        let more_to_come = known.len() < reports.len() || facts.index.reported_later[*key];
        let reports = Reports::of(plan, &known, more_to_come);
        let calendar = facts.calendar.earlier(&plan.settings, day);
        let activities = Activities::new(initiative, day);
        let deadline = Deadline::new(initiative, &reports, day);
        let reporting = Freshness::new(initiative, &reports, &activities, &calendar, plan.settings.reporting);
        Standing::new(initiative, &reports, reporting, &activities, &deadline, &plan.settings.thresholds, day)
    }

    /// The days after `from`, until `to`, on which it got another state.
    fn turns(&self, from: Date, to: Date) -> Vec<Event> {
        let mut events = Vec::new();
        let mut before = self.on(from).state;
        for date in self.candidates().range((std::ops::Bound::Excluded(from), std::ops::Bound::Included(to))) {
            let now = self.on(*date);
            if now.state != before {
                let what = Happening::State { initiative: self.key, from: before, to: now.clone() };
                events.push(Event { date: *date, what });
                before = now.state;
            }
        }
        events
    }

    /// Every day on which its state can change: on any other, F1 to F5 come to the same as on the day before.
    fn candidates(&self) -> BTreeSet<Date> {
        let Self { plan, facts, key, reports } = self;
        let (initiative, thresholds) = (&plan.initiatives[*key], &plan.settings.thresholds);
        let mut days: BTreeSet<Date> = reports.iter().map(|&key| plan.reports[key].date).collect();
        let after = |day: Date, more: u32| day.checked_add(i64::from(more).saturating_add(1).days()).ok();
        let mut dates: Vec<(PlanDate, &[u32])> = Vec::new();
        let overdue = [0, thresholds.overdue_days, thresholds.long_overdue_days];
        dates.extend(initiative.start.iter().chain(&initiative.end).map(|date| (*date, &[0][..])));
        dates.extend(
            initiative.deadline_moves.iter().flat_map(|own| [own.date, own.from, own.to]).map(|date| (date, &[0][..])),
        );
        for activity in &initiative.activities {
            let own = [activity.due, activity.done_on];
            dates.extend(own.into_iter().flatten().map(|date| (date, &overdue[..])));
        }
        for (date, late) in dates {
            days.insert(date.first_day());
            days.extend(
                date.last_day().into_iter().flat_map(|last| late.iter().filter_map(move |&more| after(last, more))),
            );
        }
        for period in facts.calendar.periods() {
            days.extend(
                [after(period.last_day(), 0), after(facts.calendar.due(*period).date, 0)].into_iter().flatten(),
            );
        }
        days
    }
}

#[cfg(test)]
mod tests {
    use super::super::derive;
    use super::super::fixture::{self, Fixture, day, on};
    use super::*;
    use crate::model::ActivityState::{Done, InProgress, NotStarted};
    use crate::model::Assessment::{AtRisk, OnTrack};

    /// Every kind of thing that can turn a state.
    fn eventful() -> Fixture {
        fixture::plan()
            .initiative(|it| (it.start, it.end) = (Some(on("2025-T2")), Some(on("2026-06"))))
            .activity(NotStarted, "2025-10", |_| ())
            .activity(InProgress, "2026-01-15", |_| ())
            .activity(Done, "2025-06", |it| it.done_on = Some(on("2025-07-02")))
            .moved("2026-05-20", "2026-03", "2026-06")
            .report("2025-T2", OnTrack)
            .report("2025-T3", AtRisk)
            .initiative(|it| it.start = Some(on("2025-11")))
            .initiative(|it| it.end = Some(on("2025-W50")))
            .report("2025-T3", OnTrack)
    }

    #[test]
    fn a_state_turns_on_the_day_that_it_does() {
        let plan = eventful().build();
        let facts = derive(&plan, day("2026-12-31"));
        let mut turned = 0;
        for key in plan.initiatives.keys() {
            let course = Course::new(&plan, &facts, key);
            let mut date = day("2025-01-01");
            let mut expected = Vec::new();
            while let Ok(next) = date.tomorrow()
                && next <= day("2026-12-31")
            {
                let (before, after) = (course.on(date).state, course.on(next).state);
                assert_eq!(after, derive(&plan, next).initiatives[key].standing.state, "{next}");
                if before != after {
                    expected.push((next, before, after));
                }
                date = next;
            }
            let events = course.turns(day("2025-01-01"), day("2026-12-31"));
            let told: Vec<(Date, State, State)> = events
                .iter()
                .filter_map(|event| match &event.what {
                    Happening::State { from, to, .. } => Some((event.date, *from, to.state)),
                    _ => None,
                })
                .collect();
            assert_eq!(told, expected);
            turned += told.len();
        }
        assert!(turned > 8, "{turned} turns are too few to tell");
    }

    #[test]
    fn what_has_happened_does_not_change() {
        let plan = eventful().decision("2026-02", |_| ()).build();
        let until = |today: &str| events(&plan, &derive(&plan, day(today)), 400);
        let early = until("2026-03-01");
        let late = until("2026-08-01");
        assert!(early.len() > 5);
        let known: Vec<&Event> = late.iter().filter(|event| event.date <= day("2026-03-01")).collect();
        assert!(known.iter().all(|event| early.contains(event)), "{known:#?}\n{early:#?}");
        assert!(known.len() > 5 && late.windows(2).all(|two| two[0].date >= two[1].date));
    }
}
