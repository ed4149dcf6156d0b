//! F9: whether a forum meets as often as it says.
//!
//! Comes in: a forum with its meetings, and the date. Goes out: [`ForumFacts`]. What it should take up next is in
//! `agenda`.

use jiff::ToSpan as _;
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
            next_expected: last_met
                .zip(forum.every)
                .map(|(day, every)| day.saturating_add(i64::from(every.days()).days())),
            contact_centre: roles.any(|&role| plan.roles[role].kind == RoleKind::ContactCentre),
        }
    }

    /// Whether it meets as it should.
    pub fn is_active(&self) -> bool {
        self.activity == ForumActivity::Active
    }
}
