//! The closed periods as they were, and what has happened between them: F11 and F12 over time.
//!
//! Comes in: the plan and today. Goes out: [`Past`]. Each closed period is derived anew for the day it is told for, so
//! that its page stays the same however late it is built.

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Calendar, Changes, Facts, PeriodFacts, at, changes, closed_periods};
use crate::model::{Period, Plan};

/// How many periods two of them may lie apart to be compared: eight years of tertials. Comparing any two of more would
/// grow with their square, and a pair that has once been compared has to stay.
pub(super) const APART: usize = 24;

/// What happened from one closed period to another.
#[derive(Clone, Debug)]
pub struct Between {
    /// The period before.
    pub from: Period,
    /// The period after.
    pub to: Period,
    /// What happened between the days for which they are told.
    pub changes: Changes,
}

/// A plan's history.
#[derive(Clone, Debug)]
pub struct Past {
    /// Each closed period with the facts of the day it is told for, oldest first.
    pub periods: Vec<PeriodFacts>,
    /// What happened between any two of them at most 24 periods apart: by the later, oldest first, then by the earlier,
    /// latest first.
    pub between: Vec<Between>,
    /// What has happened since the day of the latest review, else since that of the latest closed period; `None` before
    /// there is either.
    pub since: Option<Changes>,
}

impl Past {
    /// The history of `plan` until `today`, whose facts are `facts`.
    pub fn new(plan: &Plan, facts: &Facts, today: Date) -> Self {
        Self::of(plan, closed_periods(plan, today), facts, today)
    }

    /// The same, with the closed periods until `today` already derived.
    pub(super) fn of(plan: &Plan, periods: Vec<PeriodFacts>, facts: &Facts, today: Date) -> Self {
        let pairs: Vec<(&PeriodFacts, &PeriodFacts)> = (0..periods.len())
            .flat_map(|to| (to.saturating_sub(APART)..to).rev().map(move |from| (from, to)))
            .map(|(from, to)| (&periods[from], &periods[to]))
            .collect();
        let between = || {
            let changes = |(from, to): (&PeriodFacts, &PeriodFacts)| Between {
                from: from.period,
                to: to.period,
                changes: changes(plan, &from.facts, &to.facts),
            };
            pairs.into_par_iter().map(changes).collect()
        };
        let reviews = facts.index.review_of_period.values();
        let reviewed = reviews.filter_map(|&key| plan.reviews[key].date.last_day()).filter(|day| *day < today).max();
        let since = || match reviewed {
            Some(day) => Some(changes(plan, &at(plan, Calendar::new(&plan.settings, day)), facts)),
            None => periods.last().map(|last| changes(plan, &last.facts, facts)),
        };
        let (between, since) = rayon::join(between, since);
        Self { periods, between, since }
    }

    /// The facts of the day for which a closed period is told.
    pub fn facts(&self, period: Period) -> Option<&Facts> {
        self.periods.iter().find(|own| own.period == period).map(|own| &own.facts)
    }

    /// What happened from the period before until this one.
    pub fn until(&self, period: Period) -> Option<&Between> {
        self.between.iter().find(|own| own.to == period)
    }

    /// What happened between these two.
    pub fn between(&self, from: Period, to: Period) -> Option<&Between> {
        self.between.iter().find(|own| (own.from, own.to) == (from, to))
    }
}
