//! F8: whether what residents and staff told has been answered.
//!
//! Comes in: the insights that exist, their responses and the date. Goes out: [`InsightFacts`] and [`InsightCounts`].
//! How many told it stays in the plan, where a number under 5 is never kept.

use jiff::civil::Date;

use super::{Rule, exists};
use crate::model::{Insight, ResponseState, Volume, days_between};

/// F8 of one insight that exists at the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InsightFacts {
    /// Whether it has been answered.
    pub state: InsightState,
    /// How far the response has come, when it exists at the date.
    pub response: Option<ResponseState>,
    /// Whether it has reached anybody: a forum or an initiative.
    pub routed: bool,
}

/// Whether an insight has been answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InsightState {
    /// It has a response other than `received`.
    Answered {
        /// Days from the last day of its period until the response; 0 when it came before that day. None when the
        /// response has no date.
        after: Option<u32>,
    },
    /// It waits for a response, within the days that it may take.
    Open {
        /// Days since the last day of its period.
        days: u32,
    },
    /// It has waited longer than it may.
    Unanswered {
        /// Days since the last day of its period.
        days: u32,
    },
}

impl InsightFacts {
    /// The rule it follows from.
    pub const RULE: Rule = Rule::F8;

    /// What is known about an insight on `today`; `None` when it does not exist yet.
    pub(super) fn new(insight: &Insight, insight_days: u32, today: Date) -> Option<Self> {
        if !exists(insight.period, today) {
            return None;
        }
        let response = insight.response.as_ref().filter(|it| it.on.is_none_or(|on| exists(on, today)));
        let told = insight.period.last_day();
        let state = match response {
            Some(it) if it.state != ResponseState::Received => InsightState::Answered {
                after: it.on.and_then(|on| Some(days_between(told?, on.last_day()?).max(0).unsigned_abs())),
            },
            _ => match insight.period.days_overdue(today) {
                days if days > insight_days => InsightState::Unanswered { days },
                days => InsightState::Open { days },
            },
        };
        Some(Self {
            state,
            response: response.map(|it| it.state),
            routed: insight.forum.is_some() || !insight.initiatives.is_empty(),
        })
    }

    /// Whether it has been answered.
    pub fn is_answered(&self) -> bool {
        matches!(self.state, InsightState::Answered { .. })
    }

    /// Days that it has been unanswered: since the last day of its period, once that is longer than it may take.
    pub fn unanswered(&self) -> Option<u32> {
        match self.state {
            InsightState::Unanswered { days } => Some(days),
            InsightState::Answered { .. } | InsightState::Open { .. } => None,
        }
    }
}

/// F8 of several insights, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InsightCounts {
    /// How many exist: the sum of answered, open and unanswered.
    pub total: u32,
    /// Answered.
    pub answered: u32,
    /// Waiting, within the days that a response may take.
    pub open: u32,
    /// Waiting for longer.
    pub unanswered: u32,
    /// With neither a forum nor an initiative.
    pub unrouted: u32,
    /// How many have told something, as far as it is counted; insights under 5 not included.
    pub told: u64,
    /// How many insights were told by fewer than 5.
    pub few: u32,
}

impl InsightCounts {
    /// The rule they follow from.
    pub const RULE: Rule = Rule::F8;

    /// The numbers of these insights.
    pub(super) fn of<'a>(insights: impl IntoIterator<Item = (&'a Insight, &'a InsightFacts)>) -> Self {
        let mut counts = Self::default();
        for (insight, facts) in insights {
            counts.total += 1;
            *match facts.state {
                InsightState::Answered { .. } => &mut counts.answered,
                InsightState::Open { .. } => &mut counts.open,
                InsightState::Unanswered { .. } => &mut counts.unanswered,
            } += 1;
            counts.unrouted += u32::from(!facts.routed);
            match insight.volume {
                Some(Volume::Count(count)) => counts.told += u64::from(count),
                Some(Volume::Few) => counts.few += 1,
                None => {}
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, row};
    use super::*;
    use InsightState::{Answered, Open, Unanswered};
    use ResponseState::{Declined, Done, InForum, Received, TakenUp};

    fn told() -> Fixture {
        fixture::plan().insight("2026-T1", |_| ())
    }

    fn state(plan: &Fixture, today: &str) -> Option<InsightState> {
        plan.facts(today).insights[row(0)].map(|it| it.state)
    }

    #[test]
    fn the_days_run_from_the_last_day_of_its_period() {
        assert_eq!(state(&told(), "2025-12-31"), None);
        assert_eq!(state(&told(), "2026-01-01"), Some(Open { days: 0 }));
        assert_eq!(state(&told(), "2026-04-30"), Some(Open { days: 0 }));
        assert_eq!(state(&told(), "2026-06-29"), Some(Open { days: 60 }));
        assert_eq!(state(&told(), "2026-06-30"), Some(Unanswered { days: 61 }));
        let mut patient = told();
        patient.settings.thresholds.insight_days = 61;
        assert_eq!(state(&patient, "2026-06-30"), Some(Open { days: 61 }));
    }

    #[test]
    fn received_is_no_answer_and_no_is_one() {
        let response = |response| state(&told().response(response, "2026-05-10"), "2026-07-30");
        assert_eq!(response(Received), Some(Unanswered { days: 91 }));
        for answer in [InForum, TakenUp, Declined, Done] {
            assert_eq!(response(answer), Some(Answered { after: Some(10) }));
        }
    }

    #[test]
    fn a_later_response_does_not_exist_yet_and_one_without_a_date_holds() {
        let plan = told().response(Done, "2026-07-15");
        let before = plan.facts("2026-07-14").insights[row(0)].unwrap();
        assert_eq!((before.response, before.unanswered()), (None, Some(75)));
        assert_eq!(state(&plan, "2026-07-15"), Some(Answered { after: Some(76) }));
        assert_eq!(state(&told().response(Done, ""), "2026-01-01"), Some(Answered { after: None }));
        assert_eq!(state(&told().response(Done, "2026-02"), "2026-06-01"), Some(Answered { after: Some(0) }));
    }

    #[test]
    fn small_numbers_are_part_of_no_sum() {
        let plan = told()
            .insight("2026-01", |it| (it.volume, it.forum) = (Some(Volume::Count(40)), Some(row(0))))
            .response(TakenUp, "")
            .insight("2026-02", |it| (it.volume, it.initiatives) = (Some(Volume::Few), vec![row(0)]))
            .insight("2026-05", |it| it.volume = Some(Volume::Count(5)))
            .insight("2026-07", |it| it.volume = Some(Volume::Count(900)));
        let plan = plan.forum(|it| it.areas.clear()).initiative(|_| ());
        let counts = plan.facts("2026-06-30").insight_counts;
        let expected = InsightCounts { total: 4, answered: 1, open: 1, unanswered: 2, unrouted: 2, told: 45, few: 1 };
        assert_eq!(counts, expected);
    }
}
