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

    /// Whether it is worked with or to be: neither done, cancelled nor merged.
    pub fn is_ongoing(self) -> bool {
        !matches!(self, Self::Done | Self::Cancelled | Self::Merged)
    }

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

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, on, row};
    use super::*;
    use crate::model::ActivityState::{Cancelled, Done, InProgress, NotStarted};
    use crate::model::Assessment;

    /// A day in 2026-T2, when a report for 2026-T1 is fresh.
    const TODAY: &str = "2026-06-10";

    fn begun() -> Fixture {
        fixture::plan().initiative(|_| ())
    }

    fn on_track() -> Fixture {
        begun().report("2026-T1", Assessment::OnTrack)
    }

    fn found(plan: &Fixture) -> (State, Vec<Reason>) {
        let standing = plan.first(TODAY).standing;
        (standing.state, standing.spoke)
    }

    #[test]
    fn a_fresh_report_says_how_it_is() {
        for (assessment, state) in [
            (Assessment::OnTrack, State::OnTrack),
            (Assessment::AtRisk, State::AtRisk),
            (Assessment::OffTrack, State::OffTrack),
            (Assessment::Paused, State::Paused),
            (Assessment::Done, State::Done),
            (Assessment::Cancelled, State::Cancelled),
        ] {
            let standing = begun().report("2026-T1", assessment).first(TODAY).standing;
            assert_eq!(standing.state, state);
            assert_eq!(standing.spoke, [Reason::DeclaredAssessment { report: row(0) }]);
            assert_eq!((standing.declared, standing.capped_from), (Some(assessment), None));
        }
    }

    #[test]
    fn the_first_that_holds_is_the_state() {
        // Each step adds what comes earlier in F2 to a plan that has all that comes later.
        let step = |plan: Fixture, assessment, edit: fn(&mut Initiative)| {
            let mut plan = plan;
            plan.reports.clear();
            edit(&mut plan.initiatives[0]);
            plan.report("2026-T1", assessment)
        };
        let ahead = step(begun(), Assessment::OnTrack, |it| it.start = Some(on("2026-T3")));
        assert_eq!(found(&ahead), (State::NotStarted, vec![Reason::StartAhead { start: on("2026-T3") }]));
        let late = step(ahead, Assessment::OffTrack, |it| it.end = Some(on("2026-05-31")));
        let end_passed = Reason::EndPassed { deadline: on("2026-05-31"), days: 10, moved_without_report: false };
        assert_eq!(found(&late), (State::Delayed, vec![end_passed]));
        assert_eq!(late.first("2027-06-10").standing.state, State::NoInformation);
        let paused = step(late, Assessment::Paused, |_| ());
        assert_eq!(found(&paused).0, State::Paused);
        assert_eq!(paused.first("2027-06-10").standing.state, State::Paused);
        let closed = step(paused, Assessment::Paused, |it| it.phase = Some(Phase::Closed));
        assert_eq!(found(&closed), (State::Done, vec![Reason::PhaseClosed]));
        let cancelled = step(closed, Assessment::Cancelled, |_| ());
        assert_eq!(found(&cancelled).0, State::Cancelled);
        let merged = step(cancelled, Assessment::Cancelled, |it| it.merged_into = Some(row(0)));
        assert_eq!(found(&merged), (State::Merged, vec![Reason::Merged { into: row(0) }]));
    }

    #[test]
    fn silence_is_no_information_whatever_was_said_last() {
        let plan = begun().report("2025-T3", Assessment::OnTrack);
        assert_eq!(plan.first("2026-09-28").standing.state, State::OnTrack);
        let silent = plan.first("2026-09-29").standing;
        assert_eq!((silent.state, silent.capped_from), (State::NoInformation, Some(State::OnTrack)));
        assert_eq!(silent.spoke, [Reason::Silent { periods: 2 }]);
        assert_eq!(found(&begun()), (State::NoInformation, vec![Reason::NeverReported { periods: 1 }]));
    }

    #[test]
    fn before_the_first_report_is_due_it_is_on_track_only_when_begun() {
        let today = "2026-03-01";
        let state = |plan: &Fixture| plan.first(today).standing;
        assert_eq!(state(&begun()).spoke, [Reason::Begun]);
        let planned = fixture::plan().initiative(|it| it.phase = Some(Phase::Planned));
        assert_eq!((state(&planned).state, state(&planned).spoke), (State::NotStarted, vec![Reason::NotBegun]));
        let active = planned.activity(InProgress, "", |_| ());
        assert_eq!(state(&active).state, State::OnTrack);
        let idea = fixture::plan().initiative(|it| (it.phase, it.start) = (Some(Phase::Idea), None));
        assert_eq!(state(&idea).spoke, [Reason::Idea, Reason::NotBegun]);
    }

    #[test]
    fn a_start_that_passes_with_nothing_begun_is_a_delay() {
        let plan = |state| {
            let plan = fixture::plan().initiative(|it| (it.phase, it.start) = (None, Some(on("2026-04"))));
            plan.activity(state, "", |_| ()).report("2026-T1", Assessment::OnTrack)
        };
        for state in [NotStarted, Cancelled] {
            assert_eq!(found(&plan(state)), (State::Delayed, vec![Reason::NothingBegun { days: 41 }]));
        }
        for state in [InProgress, Done] {
            assert_eq!(found(&plan(state)).0, State::OnTrack);
        }
        // Within an imprecise start it is neither ahead nor passed.
        let within = fixture::plan().initiative(|it| (it.phase, it.start) = (None, Some(on("2026"))));
        assert_eq!(found(&within.report("2026-T1", Assessment::OnTrack)).0, State::OnTrack);
    }

    #[test]
    fn overdue_activities_cap_the_state() {
        // Three that are not overdue keep the share below a third.
        let overdue_since = |due: &str| {
            let open = |plan: Fixture| plan.activity(NotStarted, "", |_| ());
            open(open(open(on_track()))).activity(InProgress, due, |_| ())
        };
        assert_eq!(found(&overdue_since("2026-05-11")).0, State::OnTrack);
        let days = |days, limit| vec![Reason::OverdueActivity { activity: 3, days, limit }];
        assert_eq!(found(&overdue_since("2026-05-10")), (State::AtRisk, days(31, 30)));
        assert_eq!(found(&overdue_since("2026-03-12")), (State::AtRisk, days(90, 30)));
        let capped = overdue_since("2026-03-11");
        assert_eq!(found(&capped), (State::OffTrack, days(91, 90)));
        assert_eq!(capped.first(TODAY).standing.capped_from, Some(State::OnTrack));
    }

    #[test]
    fn a_third_of_the_open_activities_overdue_caps_the_state() {
        let plan = on_track()
            .activity(InProgress, "2026-06-09", |_| ())
            .activity(NotStarted, "2026-12", |_| ())
            .activity(Done, "2026-01", |_| ())
            .activity(NotStarted, "", |_| ());
        assert_eq!(found(&plan), (State::OffTrack, vec![Reason::ShareOverdue { overdue: 1, open: 3 }]));
        assert_eq!(found(&plan.activity(NotStarted, "", |_| ())).0, State::OnTrack);
    }

    #[test]
    fn reports_without_progress_in_a_row_cap_the_state() {
        let still = |plan: Fixture, period| {
            plan.report_with(period, Assessment::OnTrack, |it: &mut Report| it.no_progress = true)
        };
        assert_eq!(found(&still(begun(), "2026-T1")).0, State::OnTrack);
        let twice = still(still(begun(), "2025-T3"), "2026-T1");
        assert_eq!(found(&twice), (State::AtRisk, vec![Reason::NoProgress { reports: 2 }]));
        let broken = still(still(begun(), "2025-T2").report("2025-T3", Assessment::OnTrack), "2026-T1");
        assert_eq!(found(&broken).0, State::OnTrack);
    }

    #[test]
    fn all_rules_that_name_the_state_are_kept() {
        let plan = begun().report("2026-T1", Assessment::OffTrack).activity(InProgress, "2026-01", |_| ());
        let (state, spoke) = found(&plan);
        let rules: Vec<&str> = spoke.iter().map(|reason| reason.rule().id()).collect();
        assert_eq!((state, rules), (State::OffTrack, vec!["F2", "F3", "F3"]));
    }

    #[test]
    fn a_deadline_moved_without_a_report_leaves_it_delayed() {
        let moved = begun().moved("2026-05-20", "2026-05", "2027").report("2026-T1", Assessment::OnTrack);
        let passed = Reason::EndPassed { deadline: on("2026-05"), days: 10, moved_without_report: true };
        assert_eq!(found(&moved), (State::Delayed, vec![passed]));
        assert_eq!(passed.rule(), Rule::F5);
        assert_eq!(moved.report("2026-T2", Assessment::OnTrack).first("2026-09-02").standing.state, State::OnTrack);
    }

    #[test]
    fn a_phase_closed_later_was_not_closed_while_it_still_reported() {
        let plan = fixture::plan().initiative(|it| it.phase = Some(Phase::Closed));
        let plan = plan.report("2026-T1", Assessment::OnTrack).report("2026-T2", Assessment::Done);
        assert_eq!(found(&plan).0, State::OnTrack);
        assert_eq!(plan.first("2026-09-01").standing.spoke.len(), 2);
    }

    #[test]
    fn every_state_has_its_rank() {
        for (rank, state) in State::WORST_FIRST.into_iter().enumerate() {
            assert_eq!(state.rank(), rank);
        }
    }
}
