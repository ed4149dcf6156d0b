//! F11: the pulse of a plan: in a few numbers whether it is led and followed, now and at each closed period.
//!
//! Comes in: all that the rules before found at the date. Goes out: [`Pulse`], n of N each, and its history.

use jiff::civil::Date;

use super::chain::LinkKind;
use super::reporting::count;
use super::{Calendar, Facts, ForumFacts, InitiativeFacts, Reporting, Rule, State};
use crate::model::{Period, Plan};

/// n of N.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub n: u32,
    /// Of how many.
    pub of: u32,
}

impl Share {
    /// How many of these hold.
    pub(super) fn count(these: impl IntoIterator<Item = bool>) -> Self {
        let add = |share: Self, holds| Self { n: share.n + u32::from(holds), of: share.of + 1 };
        these.into_iter().fold(Self::default(), add)
    }

    /// Whether all do; of none, all do.
    pub fn is_all(self) -> bool {
        self.n == self.of
    }
}

/// F11: whether the plan is led and followed, at one date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pulse {
    /// Initiatives with exactly one accountable role that is no group, of the ongoing ones.
    pub owner: Share,
    /// Initiatives whose owner or sponsor can decide, of the ongoing ones.
    pub mandate: Share,
    /// Initiatives reported for the latest closed period, of those that owe or owed a report for it.
    pub reported: Share,
    /// Initiatives whose latest report names a next step and that are not silent, of the ongoing ones that have reported
    /// or should have.
    pub next_step: Share,
    /// Initiatives with an activity in progress, of the ongoing ones that are neither paused nor still to start.
    pub under_way: Share,
    /// Active forums, of all.
    pub forums: Share,
    /// Answered insights, of all that exist.
    pub insights: Share,
    /// Decisions waited for past their date, of all that are waited for.
    pub decisions_overdue: Share,
    /// Initiatives whose whole chain holds, of the ongoing ones.
    pub chains: Share,
}

/// The pulse as it was at one closed period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PeriodPulse {
    /// The period.
    pub period: Period,
    /// The day it is told for: see [`Calendar::told_on`].
    pub date: Date,
    /// The pulse on that day.
    pub pulse: Pulse,
}

impl Pulse {
    /// The rule it follows from.
    pub const RULE: Rule = Rule::F11;

    /// The pulse of a plan, from what is known about it.
    pub(super) fn new(plan: &Plan, facts: &Facts) -> Self {
        let initiatives = facts.initiatives.rows();
        let ongoing = || initiatives.iter().filter(|it| it.is_ongoing());
        let owed = initiatives.iter().filter(|it| it.reporting.owed_latest);
        let reports = ongoing().filter(|it| it.reporting.reporting != Reporting::NotYetDue);
        let has_next_step = |it: &InitiativeFacts| {
            it.standing.state != State::NoInformation
                && it.reporting.latest.is_some_and(|key| plan.reports[key].next_step.is_some())
        };
        let works = ongoing().filter(|it| !matches!(it.standing.state, State::Paused | State::NotStarted));
        Self {
            owner: facts.chains.plan.link(LinkKind::Owner).share(),
            mandate: facts.chains.plan.link(LinkKind::Mandate).share(),
            reported: Share::count(owed.map(|it| it.reporting.reported_latest)),
            next_step: Share::count(reports.map(has_next_step)),
            under_way: Share::count(works.map(|it| it.activities.in_progress > 0)),
            forums: Share::count(facts.forums.rows().iter().map(ForumFacts::is_active)),
            insights: Share { n: facts.insight_counts.answered, of: facts.insight_counts.total },
            decisions_overdue: Share { n: facts.lists.decisions_overdue(), of: count(facts.lists.decisions.len()) },
            chains: facts.chains.plan.whole,
        }
    }
}

/// The pulse at each of the latest closed periods, oldest first. `at` gives the pulse on an earlier day.
pub(super) fn history(calendar: &Calendar, own: Pulse, mut at: impl FnMut(Date) -> Pulse) -> Vec<PeriodPulse> {
    let told = |&period: &Period| {
        let date = calendar.told_on(period);
        let pulse = if date == calendar.today { own } else { at(date) };
        PeriodPulse { period, date, pulse }
    };
    calendar.told().iter().map(told).collect()
}
