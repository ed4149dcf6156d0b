//! The closed periods as they were, and what has happened between them: F11 and F12 over time.
//!
//! Comes in: the plan and today. Goes out: [`Past`]. Each closed period is derived anew for the day it is told for, so
//! that its page stays the same however late it is built.

use jiff::civil::Date;

use super::{Changes, Facts, PeriodFacts, changes, closed_periods, derive};
use crate::model::{Period, Plan};

/// What happened from a closed period to the next.
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
    /// What happened from each of them to the next, oldest first.
    pub between: Vec<Between>,
    /// What has happened since the day of the latest review, else since that of the latest closed period; `None` before
    /// there is either.
    pub since: Option<Changes>,
}

impl Past {
    /// The history of `plan` until `today`, whose facts are `facts`.
    pub fn new(plan: &Plan, facts: &Facts, today: Date) -> Self {
        let periods = closed_periods(plan, today);
        let between = periods
            .windows(2)
            .map(|pair| Between {
                from: pair[0].period,
                to: pair[1].period,
                changes: changes(plan, &pair[0].facts, &pair[1].facts),
            })
            .collect();
        let reviews = facts.index.review_of_period.values();
        let reviewed = reviews.filter_map(|&key| plan.reviews[key].date.last_day()).filter(|day| *day < today).max();
        let since = match reviewed {
            Some(day) => Some(changes(plan, &derive(plan, day), facts)),
            None => periods.last().map(|last| changes(plan, &last.facts, facts)),
        };
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
}
