//! F2 and F3: where an initiative stands in one word, and which rules say so.
//!
//! Comes in: the initiative, its reports, and what F1, F4 and F5 found. Goes out: [`Standing`]. Every rule that has
//! something to say names a state; the first of them in the order of [`State`] holds, and all who named it are kept.

use jiff::civil::Date;

use super::reporting::Reports;
use super::{Activities, Deadline, Freshness, Reporting, Rule};
use crate::model::{Assessment, Initiative, Key, Phase, PlanDate, Report, Thresholds};

/// The one public word for where an initiative stands, in the order of F2: the first that holds is the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Merged into another.
    Merged,
    /// Cancelled.
    Cancelled,
    /// Done.
    Done,
    /// Paused.
    Paused,
    /// There is no current information.
    NoInformation,
    /// Its end has passed, or its start has and nothing has begun.
    Delayed,
    /// Deviates from the plan.
    OffTrack,
    /// At risk.
    AtRisk,
    /// Not started.
    NotStarted,
    /// As planned.
    OnTrack,
}

impl State {
    /// All, from what is worst to what is best, with what is no longer worked with last. Silence comes first: no bad
    /// news is worse than none.
    pub const WORST_FIRST: [Self; 10] = [
        Self::NoInformation,
        Self::Delayed,
        Self::OffTrack,
        Self::AtRisk,
        Self::Paused,
        Self::NotStarted,
        Self::OnTrack,
        Self::Done,
        Self::Cancelled,
        Self::Merged,
    ];

    /// Its place in [`State::WORST_FIRST`], from 0.
    pub fn rank(self) -> usize {
        match self {
            Self::NoInformation => 0,
            Self::Delayed => 1,
            Self::OffTrack => 2,
            Self::AtRisk => 3,
            Self::Paused => 4,
            Self::NotStarted => 5,
            Self::OnTrack => 6,
            Self::Done => 7,
            Self::Cancelled => 8,
            Self::Merged => 9,
        }
    }
}

impl From<Assessment> for State {
    /// The state that a report alone would give.
    fn from(assessment: Assessment) -> Self {
        match assessment {
            Assessment::OnTrack => Self::OnTrack,
            Assessment::AtRisk => Self::AtRisk,
            Assessment::OffTrack => Self::OffTrack,
            Assessment::Paused => Self::Paused,
            Assessment::Done => Self::Done,
            Assessment::Cancelled => Self::Cancelled,
        }
    }
}

/// Why an initiative has its state: a rule that spoke, with what its sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Merged into this initiative.
    Merged {
        /// Which.
        into: Key<Initiative>,
    },
    /// The latest report says so.
    DeclaredAssessment {
        /// That report.
        report: Key<Report>,
    },
    /// Its phase is closed.
    PhaseClosed,
    /// It has stopped reporting.
    Silent {
        /// Periods whose reports are overdue.
        periods: u32,
    },
    /// It has never reported.
    NeverReported {
        /// Periods whose reports are overdue.
        periods: u32,
    },
    /// Its deadline has passed.
    EndPassed {
        /// The deadline it is judged by.
        deadline: PlanDate,
        /// Days since that deadline's last day.
        days: u32,
        /// Whether that is not the current deadline, which was set without a report.
        moved_without_report: bool,
    },
    /// Its start has passed, and nothing has begun.
    NothingBegun {
        /// Days since the start's last day.
        days: u32,
    },
    /// The activity that is most overdue is so by too much.
    OverdueActivity {
        /// Which, as an index into the initiative's activities.
        activity: usize,
        /// Days since its due date's last day.
        days: u32,
        /// The days that were exceeded.
        limit: u32,
    },
    /// Too many of the open activities are overdue.
    ShareOverdue {
        /// Overdue ones.
        overdue: u32,
        /// Open ones.
        open: u32,
    },
    /// The latest reports in a row are without progress.
    NoProgress {
        /// How many.
        reports: u32,
    },
    /// Its start is ahead.
    StartAhead {
        /// The start.
        start: PlanDate,
    },
    /// An idea with neither start nor end, of which nothing has begun.
    Idea,
    /// There is no report, none is overdue, and nothing has begun.
    NotBegun,
    /// There is no report, none is overdue, and something has begun.
    Begun,
}

impl Reason {
    /// The rule that spoke.
    pub fn rule(self) -> Rule {
        match self {
            Self::Silent { .. } | Self::NeverReported { .. } => Rule::F1,
            Self::OverdueActivity { .. } | Self::ShareOverdue { .. } | Self::NoProgress { .. } => Rule::F3,
            Self::EndPassed { moved_without_report: true, .. } => Rule::F5,
            Self::Merged { .. }
            | Self::DeclaredAssessment { .. }
            | Self::PhaseClosed
            | Self::EndPassed { .. }
            | Self::NothingBegun { .. }
            | Self::StartAhead { .. }
            | Self::Idea
            | Self::NotBegun
            | Self::Begun => Rule::F2,
        }
    }
}

/// F2 and F3 of one initiative: where it stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The derived state.
    pub state: State,
    /// The rules that name this state; at least one.
    pub spoke: Vec<Reason>,
    /// What the latest report said.
    pub declared: Option<Assessment>,
    /// The state that the latest report alone would give, when the rules came to another.
    pub capped_from: Option<State>,
}

impl Standing {
    /// The rule it follows from. What a single [`Reason`] follows from: its own.
    pub const RULE: Rule = Rule::F2;

    /// Where an initiative stands on `today`.
    pub(super) fn new(
        initiative: &Initiative,
        reports: &Reports<'_>,
        reporting: Freshness,
        activities: &Activities,
        deadline: &Deadline,
        thresholds: &Thresholds,
        today: Date,
    ) -> Self {
        let latest = reports.latest();
        let mut named: Vec<(State, Reason)> = Vec::new();
        if let Some(into) = initiative.merged_into {
            named.push((State::Merged, Reason::Merged { into }));
        }
        if let Some((report, it)) = latest {
            named.push((it.assessment.into(), Reason::DeclaredAssessment { report }));
        }
        if is_closed(initiative, reports) {
            named.push((State::Done, Reason::PhaseClosed));
        }
        let periods = reporting.overdue;
        match reporting.reporting {
            Reporting::Silent => named.push((State::NoInformation, Reason::Silent { periods })),
            Reporting::Never => named.push((State::NoInformation, Reason::NeverReported { periods })),
            Reporting::Exempt | Reporting::Reported | Reporting::NotYetDue | Reporting::Late => {}
        }

        let begun = has_begun(initiative, activities);
        if let Some(end) = deadline.judged_by.filter(|end| end.has_passed(today)) {
            let moved_without_report = deadline.judged_by != deadline.current;
            let days = end.days_overdue(today);
            named.push((State::Delayed, Reason::EndPassed { deadline: end, days, moved_without_report }));
        }
        match initiative.start {
            Some(start) if start.has_passed(today) && !begun => {
                named.push((State::Delayed, Reason::NothingBegun { days: start.days_overdue(today) }));
            }
            Some(start) if start.first_day() > today => {
                named.push((State::NotStarted, Reason::StartAhead { start }));
            }
            _ if is_idea_without_dates(initiative, activities) => named.push((State::NotStarted, Reason::Idea)),
            _ => {}
        }
        named.extend(caps(reports, activities, thresholds));
        if latest.is_none() {
            named.push(if begun { (State::OnTrack, Reason::Begun) } else { (State::NotStarted, Reason::NotBegun) });
        }

        let state = named.iter().map(|(state, _)| *state).min().unwrap_or(State::NotStarted);
        let declared = latest.map(|(_, report)| report.assessment);
        Self {
            state,
            spoke: named.into_iter().filter(|(other, _)| *other == state).map(|(_, reason)| reason).collect(),
            declared,
            capped_from: declared.map(State::from).filter(|&said| said != state),
        }
    }
}

/// F3: the best states that the activities and the reports without progress allow.
fn caps(reports: &Reports<'_>, activities: &Activities, thresholds: &Thresholds) -> Vec<(State, Reason)> {
    let mut caps = Vec::new();
    if let Some((activity, days)) = activities.most_overdue() {
        let reason = |limit| Reason::OverdueActivity { activity, days, limit };
        if days > thresholds.long_overdue_days {
            caps.push((State::OffTrack, reason(thresholds.long_overdue_days)));
        } else if days > thresholds.overdue_days {
            caps.push((State::AtRisk, reason(thresholds.overdue_days)));
        }
    }
    let (overdue, open) = (activities.overdue, activities.open);
    if overdue > 0 && f64::from(overdue) / f64::from(open) >= thresholds.overdue_share {
        caps.push((State::OffTrack, Reason::ShareOverdue { overdue, open }));
    }
    let without_progress = reports.without_progress();
    if without_progress > 0 && without_progress >= thresholds.no_progress_reports {
        caps.push((State::AtRisk, Reason::NoProgress { reports: without_progress }));
    }
    caps
}

/// How an initiative has come to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// Merged into another.
    Merged,
    /// The latest report says cancelled or done.
    Reported,
    /// Its phase is closed, without such a report.
    Closed,
}

/// How an initiative has come to its end; `None` while it goes on.
pub(super) fn ending(initiative: &Initiative, reports: &Reports<'_>) -> Option<Ending> {
    let said = reports.latest().map(|(_, report)| report.assessment);
    if initiative.merged_into.is_some() {
        Some(Ending::Merged)
    } else if matches!(said, Some(Assessment::Cancelled | Assessment::Done)) {
        Some(Ending::Reported)
    } else {
        is_closed(initiative, reports).then_some(Ending::Closed)
    }
}

/// Whether its phase is closed. While it is still to report it is not: it was closed later.
fn is_closed(initiative: &Initiative, reports: &Reports<'_>) -> bool {
    initiative.phase == Some(Phase::Closed) && !reports.more_to_come
}

/// Whether an activity is in progress or done, or the phase is one in which something is.
fn has_begun(initiative: &Initiative, activities: &Activities) -> bool {
    let under_way = match initiative.phase {
        Some(Phase::Pilot | Phase::Rollout | Phase::Operation | Phase::Closed) => true,
        Some(Phase::Idea | Phase::Planned) | None => false,
    };
    under_way || activities.begun()
}

/// Whether it is an idea that nobody has dated or begun: it owes no reports, and has not started.
pub(super) fn is_idea_without_dates(initiative: &Initiative, activities: &Activities) -> bool {
    initiative.phase == Some(Phase::Idea)
        && initiative.start.is_none()
        && initiative.end.is_none()
        && !has_begun(initiative, activities)
}
