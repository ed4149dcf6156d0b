//! F9: whether a forum meets as often as it says.
//!
//! Comes in: a forum with its meetings, and the date. Goes out: [`ForumFacts`]. What it should take up next is in
//! `agenda`.

use jiff::civil::Date;

use super::{Rule, exists};
use crate::model::{Forum, Interval, Plan, RoleKind, days_between};

/// F9 of one forum.
#[derive(Clone, Debug, PartialEq)]
pub struct ForumFacts {
    /// Whether it meets as it should.
    pub activity: ForumActivity,
    /// The meetings that have been held, oldest first, as indexes into the forum's list.
    pub held: Vec<usize>,
    /// The day of the last one; of an imprecise date the last day that it may mean, at the latest today.
    pub last_met: Option<Date>,
    /// Days since then.
    pub days_since: Option<u32>,
    /// The day on which it should meet again by its own rhythm; it may have passed. None when it has never met or states
    /// no rhythm.
    pub next_expected: Option<Date>,
    /// Whether a role of the contact centre leads it or takes part.
    pub contact_centre: bool,
}

/// Whether a forum meets as it should.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForumActivity {
    /// It has met within the allowed multiple of its own interval.
    Active,
    /// It has met, but longer ago than that.
    Silent {
        /// Days since the last meeting.
        days: u32,
        /// How often it should meet.
        every: Interval,
    },
    /// It has not met as far as is told.
    NeverMet,
    /// It has met, but does not say how often it should.
    CannotSay,
}

impl ForumFacts {
    /// The rule it follows from.
    pub const RULE: Rule = Rule::F9;

    /// How a forum meets, as known on `today`.
    pub(super) fn new(plan: &Plan, forum: &Forum, today: Date) -> Self {
        let held: Vec<usize> = (0..forum.meetings.len()).filter(|&n| exists(forum.meetings[n].date, today)).collect();
        let met = |n: &usize| forum.meetings[*n].date.last_day().unwrap_or(today).min(today);
        let last_met = held.iter().map(met).max();
        let days_since = last_met.map(|day| days_between(day, today).max(0).unsigned_abs());
        let activity = match (days_since, forum.every) {
            (None, _) => ForumActivity::NeverMet,
            (Some(_), None) => ForumActivity::CannotSay,
            (Some(days), Some(every)) => {
                let allowed = plan.settings.thresholds.forum_rhythm * f64::from(every.days());
                if f64::from(days) <= allowed { ForumActivity::Active } else { ForumActivity::Silent { days, every } }
            }
        };
        let mut roles = forum.chair.iter().chain(&forum.members);
        Self {
            activity,
            held,
            last_met,
            days_since,
            next_expected: last_met.zip(forum.every).map(|(day, every)| every.after(day)),
            contact_centre: roles.any(|&role| plan.roles[role].kind == RoleKind::ContactCentre),
        }
    }

    /// Whether it meets as it should.
    pub fn is_active(&self) -> bool {
        self.activity == ForumActivity::Active
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, day, row};
    use super::*;

    fn found(plan: &Fixture, today: &str) -> ForumFacts {
        plan.facts(today).forums[row(0)].clone()
    }

    #[test]
    fn it_is_active_within_one_and_a_half_of_its_own_rhythm() {
        // A quarter counts 92 days, so it may be 138 days between meetings.
        let plan = fixture::plan().area().forum(|_| ()).met("2025-11-04").met("2026-02-03");
        assert_eq!(found(&plan, "2026-06-21").activity, ForumActivity::Active);
        let silent = found(&plan, "2026-06-22");
        assert_eq!(silent.activity, ForumActivity::Silent { days: 139, every: Interval::Quarter });
        assert_eq!((silent.days_since, silent.next_expected), (Some(139), Some(day("2026-05-03"))));
        let mut strict = plan;
        strict.settings.thresholds.forum_rhythm = 1.0;
        assert!(!found(&strict, "2026-06-21").is_active());
    }

    #[test]
    fn a_later_meeting_is_not_held_yet() {
        let plan = fixture::plan().area().forum(|_| ()).met("2025-11-04").met("2026-02-03");
        let before = found(&plan, "2026-02-02");
        assert_eq!((before.held, before.last_met), (vec![0], Some(day("2025-11-04"))));
        assert_eq!(found(&plan, "2026-02-03").held, [0, 1]);
        assert_eq!(found(&plan, "2025-11-03").activity, ForumActivity::NeverMet);
        assert_eq!(found(&plan, "2025-11-03").next_expected, None);
        let vague = fixture::plan().area().forum(|_| ()).met("2026-02");
        assert_eq!(found(&vague, "2026-02-10").last_met, Some(day("2026-02-10")));
        assert_eq!(found(&vague, "2026-03-10").last_met, Some(day("2026-02-28")));
    }

    #[test]
    fn without_a_rhythm_nobody_can_say() {
        let plan = fixture::plan().area().forum(|it| it.every = None).met("2026-02-03");
        assert_eq!(found(&plan, "2030-01-01").activity, ForumActivity::CannotSay);
        assert_eq!(found(&plan, "2026-01-01").activity, ForumActivity::NeverMet);
    }

    #[test]
    fn the_contact_centre_takes_part_as_chair_or_member() {
        let plan = fixture::plan().role(|it| it.kind = RoleKind::ContactCentre).area();
        let with = |edit: fn(&mut Forum)| found(&plan.clone().forum(edit), "2026-01-01").contact_centre;
        assert!(!with(|_| ()));
        assert!(with(|it| it.chair = Some(row(1))));
        assert!(with(|it| it.members = vec![row(0), row(1)]));
    }
}
