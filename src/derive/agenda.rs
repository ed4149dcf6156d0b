//! F9: what a forum should take up at its next meeting.
//!
//! Comes in: the work lists, the states of the initiatives and the insights. Goes out: for each forum its agenda, worst
//! and oldest first, each thing once with all its reasons.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Index, InitiativeFacts, InsightFacts, Per, Reason, Reporting, Rule, WorkLists};
use crate::model::{Area, Forum, Initiative, Insight, Key, ObstacleKind, Plan, PlanDate, Report, Role};

/// Something that a forum should take up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem {
    /// What.
    pub about: AgendaSubject,
    /// What it needs, the worst first; at least one.
    pub needs: Vec<AgendaNeed>,
}

/// What an item of an agenda is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgendaSubject {
    /// An initiative.
    Initiative(Key<Initiative>),
    /// An insight.
    Insight(Key<Insight>),
}

/// What an item of an agenda needs, with what its sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaNeed {
    /// A decision, past its date.
    DecisionOverdue {
        /// The report that asks.
        report: Key<Report>,
        /// Who must answer.
        by: Key<Role>,
        /// By when.
        before: PlanDate,
        /// Days since then.
        days: u32,
    },
    /// Information: it has stopped reporting.
    Silent {
        /// Periods whose reports are overdue.
        periods: u32,
        /// Days since the first of them was due.
        days: u32,
    },
    /// Information: it has never reported.
    NeverReported {
        /// Periods whose reports are overdue.
        periods: u32,
        /// Days since the first of them was due.
        days: u32,
    },
    /// A new plan: its deadline, or its start with nothing begun, has passed (F2 delayed).
    Delayed {
        /// Days since then.
        days: u32,
    },
    /// That an obstacle is removed.
    Blocked {
        /// The report that tells of it.
        report: Key<Report>,
        /// What kind.
        kind: ObstacleKind,
        /// How many of the latest reports, in a row, name an obstacle of this kind.
        reports: u32,
        /// Days since the first of them.
        days: u32,
    },
    /// An answer: the insight has waited longer than it may.
    InsightUnanswered {
        /// Days since the last day of its period.
        days: u32,
    },
    /// The report that is late.
    ReportLate {
        /// Periods whose reports are overdue.
        periods: u32,
        /// Days since the first of them was due.
        days: u32,
    },
    /// A decision, its date not passed or none given.
    Decision {
        /// The report that asks.
        report: Key<Report>,
        /// Who must answer.
        by: Key<Role>,
        /// By when.
        before: Option<PlanDate>,
        /// Days since the report.
        days: u32,
    },
}

impl AgendaItem {
    /// The rule it follows from.
    pub const RULE: Rule = Rule::F9;
}

impl AgendaNeed {
    /// Its place among the needs, from the worst.
    fn rank(self) -> usize {
        match self {
            Self::DecisionOverdue { .. } => 0,
            Self::Silent { .. } | Self::NeverReported { .. } => 1,
            Self::Delayed { .. } => 2,
            Self::Blocked { .. } => 3,
            Self::InsightUnanswered { .. } => 4,
            Self::ReportLate { .. } => 5,
            Self::Decision { .. } => 6,
        }
    }

    /// How many days it has lasted.
    pub fn days(self) -> u32 {
        match self {
            Self::DecisionOverdue { days, .. }
            | Self::Silent { days, .. }
            | Self::NeverReported { days, .. }
            | Self::Delayed { days }
            | Self::Blocked { days, .. }
            | Self::InsightUnanswered { days }
            | Self::ReportLate { days, .. }
            | Self::Decision { days, .. } => days,
        }
    }

    /// From the worst: by rank; decisions that are not overdue by their date, all else the longest first.
    fn order(self) -> (usize, Option<Date>, Reverse<u32>) {
        let date = match self {
            Self::Decision { before, .. } => Some(before.and_then(PlanDate::last_day).unwrap_or(Date::MAX)),
            _ => None,
        };
        (self.rank(), date, Reverse(self.days()))
    }
}

/// The next agenda of each forum.
pub(super) fn agendas(
    plan: &Plan,
    index: &Index,
    initiatives: &Per<Initiative, InitiativeFacts>,
    insights: &Per<Insight, Option<InsightFacts>>,
    lists: &WorkLists,
) -> Per<Forum, Vec<AgendaItem>> {
    let needs = needs(initiatives, insights, lists);
    let mut areas: Vec<Vec<Key<Area>>> = vec![Vec::new(); plan.forums.len()];
    for (area, forums) in index.forums_of_area.iter() {
        forums.iter().for_each(|forum| areas[forum.row()].push(area));
    }
    let agenda = |forum: Key<Forum>| {
        let areas = &areas[forum.row()];
        let own = index.initiatives_of_forum[forum].iter();
        let of_areas = areas.iter().flat_map(|&area| &index.initiatives_of_area[area]);
        let worked_with = own.chain(of_areas).map(|&key| AgendaSubject::Initiative(key));
        let goals = areas.iter().flat_map(|&area| &index.goals_of_area[area]);
        let told = index.insights_of_forum[forum].iter().chain(goals.flat_map(|&goal| &index.insights_of_goal[goal]));
        let mut subjects: Vec<AgendaSubject> = worked_with
            .chain(told.map(|&key| AgendaSubject::Insight(key)))
            .filter(|it| needs.contains_key(it))
            .collect();
        subjects.sort_unstable();
        subjects.dedup();
        let mut items: Vec<AgendaItem> =
            subjects.into_iter().map(|about| AgendaItem { about, needs: needs[&about].clone() }).collect();
        items.sort_by_key(|item| (item.needs.first().map(|need| need.order()), Reverse(item.needs.len()), item.about));
        items
    };
    Per::new(plan.forums.keys().map(agenda).collect())
}

/// What needs something, and what: the worst need first.
fn needs(
    initiatives: &Per<Initiative, InitiativeFacts>,
    insights: &Per<Insight, Option<InsightFacts>>,
    lists: &WorkLists,
) -> BTreeMap<AgendaSubject, Vec<AgendaNeed>> {
    let mut needs: BTreeMap<AgendaSubject, Vec<AgendaNeed>> = BTreeMap::new();
    let mut add = |about, need| needs.entry(about).or_default().push(need);
    for it in &lists.decisions {
        let (report, by) = (it.report, it.by);
        let need = match it.before.zip(it.overdue) {
            Some((before, days)) => AgendaNeed::DecisionOverdue { report, by, before, days },
            None => AgendaNeed::Decision { report, by, before: it.before, days: it.days },
        };
        add(AgendaSubject::Initiative(it.initiative), need);
    }
    for it in &lists.reports {
        let (periods, days) = (it.overdue, it.days);
        let need = match it.reporting {
            Reporting::Silent => AgendaNeed::Silent { periods, days },
            Reporting::Never => AgendaNeed::NeverReported { periods, days },
            Reporting::Late => AgendaNeed::ReportLate { periods, days },
            Reporting::Exempt | Reporting::Reported | Reporting::NotYetDue => continue,
        };
        add(AgendaSubject::Initiative(it.initiative), need);
    }
    for it in &lists.obstacles {
        let need = AgendaNeed::Blocked { report: it.report, kind: it.kind, reports: it.reports, days: it.days };
        add(AgendaSubject::Initiative(it.initiative), need);
    }
    for (key, facts) in initiatives.iter() {
        let days = facts.standing.spoke.iter().filter_map(|reason| match *reason {
            Reason::EndPassed { days, .. } | Reason::NothingBegun { days } => Some(days),
            _ => None,
        });
        if let Some(days) = days.max() {
            add(AgendaSubject::Initiative(key), AgendaNeed::Delayed { days });
        }
    }
    for (key, facts) in insights.iter() {
        if let Some(days) = facts.and_then(|facts| facts.unanswered()) {
            add(AgendaSubject::Insight(key), AgendaNeed::InsightUnanswered { days });
        }
    }
    for list in needs.values_mut() {
        list.sort_by_key(|need| need.order());
    }
    needs
}
