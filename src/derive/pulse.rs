//! F11: the pulse of a plan: in a few numbers whether it is led and followed, now and at each closed period.
//!
//! Comes in: all that the rules before found at the date. Goes out: [`Pulse`], n of N each, and its history.

use jiff::civil::Date;

use super::chain::{LinkKind, Strength};
use super::reporting::count;
use super::{Calendar, Facts, ForumFacts, InitiativeFacts, Reporting, Rule, State};
use crate::model::{Period, Plan, Thresholds};

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

    /// Whether at least this share does; of none, it does.
    pub fn is_at_least(self, share: f64) -> bool {
        f64::from(self.n) >= share * f64::from(self.of)
    }

    /// How well a measure of the pulse is, of which more is better: whole when all do, broken below the share `partly`.
    pub fn strength(self, partly: f64) -> Strength {
        match self {
            _ if self.n >= self.of => Strength::Whole,
            _ if self.is_at_least(partly) => Strength::Weak,
            _ => Strength::Broken,
        }
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

/// How far a plan is followed, in a word: by the reports for the latest closed period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Following {
    /// Nobody has had to report yet.
    Early,
    /// All have reported.
    Fully,
    /// At least the share `pulse_mostly`.
    Mostly,
    /// At least the share `pulse_partly`.
    Partly,
    /// Some.
    Poorly,
    /// None.
    NotAtAll,
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

    /// How far the plan is followed.
    pub fn following(&self, thresholds: &Thresholds) -> Following {
        match self.reported {
            Share { of: 0, .. } => Following::Early,
            reported if reported.is_all() => Following::Fully,
            Share { n: 0, .. } => Following::NotAtAll,
            reported if reported.is_at_least(thresholds.pulse_mostly) => Following::Mostly,
            reported if reported.is_at_least(thresholds.pulse_partly) => Following::Partly,
            _ => Following::Poorly,
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

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, day, on, question, row};
    use super::super::{as_of_period, closed_periods};
    use super::*;
    use crate::model::ActivityState::InProgress;
    use crate::model::Assessment::{AtRisk, Done, OnTrack, Paused};
    use crate::model::{Mandate, ResponseState};

    fn share(n: u32, of: u32) -> Share {
        Share { n, of }
    }

    /// Reports with a next step from 2025-T3 on; one initiative is done in 2026-T1, one paused, one still to start.
    fn plan() -> Fixture {
        let plan = fixture::plan().role(|it| it.mandate = Mandate::None).area().forum(|_| ()).met("2026-02-03");
        let plan = plan.forum(|_| ()).insight("2026-02", |_| ()).response(ResponseState::Done, "2026-06-01");
        let plan = plan.insight("2026-03", |_| ());
        let next = |plan: Fixture, period, assessment, date: &str| {
            plan.report_with(period, assessment, |it| {
                (it.next_step, it.date) = (Some(String::new()), day(date));
            })
        };
        let plan = plan.initiative(|it| it.start = Some(on("2025-T3"))).activity(InProgress, "", |_| ());
        let plan = next(next(plan, "2025-T3", OnTrack, "2026-01-10"), "2026-T1", OnTrack, "2026-05-10");
        let plan = plan.initiative(|it| (it.accountable, it.start) = (None, Some(on("2025-T3"))));
        let plan = next(plan, "2025-T3", OnTrack, "2026-01-10").report_with("2026-T1", AtRisk, |it| {
            (it.date, it.decision_needed) = (day("2026-06-02"), Some(question("2026-06-08")));
        });
        let plan = next(plan.initiative(|_| ()), "2026-T1", Done, "2026-05-10");
        let plan = next(plan.initiative(|it| it.accountable = Some(row(1))), "2026-T1", Paused, "2026-05-10");
        plan.initiative(|it| (it.start, it.phase) = (Some(on("2027")), None))
    }

    #[test]
    fn each_is_n_of_those_it_concerns() {
        let facts = plan().facts("2026-06-10");
        let expected = Pulse {
            owner: share(3, 4),
            mandate: share(2, 4),
            reported: share(4, 4),
            next_step: share(2, 3),
            under_way: share(1, 2),
            forums: share(1, 2),
            insights: share(1, 2),
            decisions_overdue: share(1, 1),
            chains: share(0, 4),
        };
        assert_eq!(facts.pulse, expected);
        assert!(facts.pulse.reported.is_all() && !facts.pulse.owner.is_all());
    }

    #[test]
    fn the_plan_says_from_which_share_it_is_followed() {
        let following = |n, of, thresholds: &Thresholds| {
            let reported = share(n, of);
            Pulse { reported, ..Pulse::default() }.following(thresholds)
        };
        let usual = Thresholds::default();
        for (n, of, expected) in [
            (0, 0, Following::Early),
            (0, 4, Following::NotAtAll),
            (1, 4, Following::Poorly),
            (2, 4, Following::Partly),
            (3, 4, Following::Mostly),
            (4, 4, Following::Fully),
        ] {
            assert_eq!(following(n, of, &usual), expected, "{n} of {of}");
        }
        let strict = Thresholds { pulse_mostly: 0.9, pulse_partly: 0.6, ..usual };
        assert_eq!((following(2, 4, &strict), following(3, 4, &strict)), (Following::Poorly, Following::Partly));
        assert_eq!(share(2, 4).strength(0.5), Strength::Weak);
        assert_eq!(share(2, 4).strength(0.6), Strength::Broken);
        assert_eq!((share(4, 4).strength(0.5), share(0, 0).strength(0.5)), (Strength::Whole, Strength::Whole));
    }

    #[test]
    fn its_history_is_told_on_the_last_day_in_time() {
        let plan = plan();
        let facts = plan.facts("2026-06-10");
        let told: Vec<_> = facts.history.iter().map(|it| (it.period.to_string(), it.date, it.pulse.reported)).collect();
        let then = |period: &str, date, reported| (period.to_owned(), day(date), reported);
        assert_eq!(
            told,
            [
                then("2025-T1", "2025-05-28", share(0, 0)),
                then("2025-T2", "2025-09-28", share(0, 0)),
                then("2025-T3", "2026-01-28", share(2, 2)),
                // The report of 2 June did not exist.
                then("2026-T1", "2026-05-28", share(3, 4)),
            ]
        );
        assert_eq!(facts.history[3].pulse, plan.facts("2026-05-28").pulse);
        // Within the grace the latest is told for today.
        let within = plan.facts("2026-05-12");
        let last = within.history.last().unwrap();
        assert_eq!((last.date, last.pulse), (day("2026-05-12"), within.pulse));
    }

    #[test]
    fn a_closed_period_is_told_alike_for_itself_and_among_all() {
        let mut fast = plan();
        fast.settings.reporting.grace_days = 200;
        for plan in [plan(), fast] {
            let plan = plan.build();
            let today = day("2026-11-23");
            let periods = closed_periods(&plan, today);
            assert_eq!(periods.len(), 5);
            for it in &periods {
                let alone = as_of_period(&plan, it.period, today);
                assert_eq!((alone.pulse, &alone.history), (it.facts.pulse, &it.facts.history));
                assert_eq!(alone.calendar, it.facts.calendar);
                assert_eq!(alone.initiatives, it.facts.initiatives);
            }
        }
    }

    #[test]
    fn without_anything_there_is_nothing_to_count() {
        let facts = fixture::plan().facts("2026-06-10");
        assert_eq!(facts.pulse, Pulse::default());
        assert_eq!(facts.history.len(), 4);
        let mut long = fixture::plan();
        (long.settings.start, long.settings.end) = (on("1926"), on("2026"));
        assert_eq!(long.facts("2027-01-01").history.len(), 120);
    }
}
