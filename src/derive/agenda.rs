//! F9: what a forum should take up at its next meeting.
//!
//! Comes in: the work lists, the states of the initiatives and the insights. Goes out: for each forum its agenda, worst
//! and oldest first, each thing once with all its reasons.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Facts, InitiativeFacts, InsightFacts, Per, Reason, Reporting, Rule, WorkLists};
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
pub(super) fn agendas(plan: &Plan, facts: &Facts) -> Per<Forum, Vec<AgendaItem>> {
    let Facts { index, initiatives, insights, lists, .. } = facts;
    let needs = needs(initiatives, insights, lists);
    let mut areas: Vec<Vec<Key<Area>>> = vec![Vec::new(); plan.forums.len()];
    for (area, forums) in index.forums_of_area.iter() {
        for forum in forums {
            areas[forum.row()].push(area);
        }
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

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, obstacle, on, question, row};
    use super::*;
    use crate::model::Assessment::{AtRisk, Done, OnTrack};
    use crate::model::ResponseState;

    const TODAY: &str = "2026-06-10";

    /// A plan with one forum, its area and a goal in it.
    fn plan() -> Fixture {
        fixture::plan().area().goal(|it| it.area = Some(row(0))).forum(|_| ())
    }

    /// Adds an initiative of the goal.
    fn with(plan: Fixture) -> Fixture {
        plan.initiative(|it| it.goals = vec![row(0)])
    }

    fn subjects(plan: &Fixture) -> Vec<AgendaSubject> {
        plan.facts(TODAY).agendas[row(0)].iter().map(|item| item.about).collect()
    }

    fn initiative(n: usize) -> AgendaSubject {
        AgendaSubject::Initiative(row(n))
    }

    #[test]
    fn it_holds_each_kind_of_need_worst_first() {
        let plan = with(plan()).report_with("2026-T1", OnTrack, |it| it.decision_needed = Some(question("2026-08")));
        let plan = with(plan).report("2025-T3", OnTrack);
        let plan = plan.insight("2026-03", |it| it.goals = vec![row(0)]);
        let plan = with(plan).report_with("2026-T1", AtRisk, |it| it.obstacle = Some(obstacle(ObstacleKind::Law)));
        let plan = with(plan).report("2026-T1", OnTrack);
        let plan = with(plan).moved("2026-05-02", "2026-05", "2026-05").report("2026-T1", OnTrack);
        let plan = with(plan);
        let plan = with(plan).report_with("2026-T1", OnTrack, |it| it.decision_needed = Some(question("2026-06-01")));
        let agenda = plan.facts(TODAY).agendas[row(0)].clone();
        let needs: Vec<(AgendaSubject, AgendaNeed)> = agenda.iter().map(|item| (item.about, item.needs[0])).collect();
        let (by, latest) = (row(0), |of: usize| plan.facts(TODAY).initiatives[row(of)].reporting.latest.unwrap());
        assert_eq!(
            needs,
            [
                (
                    initiative(6),
                    AgendaNeed::DecisionOverdue { report: latest(6), by, before: on("2026-06-01"), days: 9 }
                ),
                (initiative(5), AgendaNeed::NeverReported { periods: 1, days: 13 }),
                (initiative(4), AgendaNeed::Delayed { days: 10 }),
                (
                    initiative(2),
                    AgendaNeed::Blocked { report: latest(2), kind: ObstacleKind::Law, reports: 1, days: 40 }
                ),
                (AgendaSubject::Insight(row(0)), AgendaNeed::InsightUnanswered { days: 71 }),
                (initiative(1), AgendaNeed::ReportLate { periods: 1, days: 13 }),
                (initiative(0), AgendaNeed::Decision { report: latest(0), by, before: Some(on("2026-08")), days: 40 }),
            ]
        );
    }

    #[test]
    fn each_thing_stands_once_with_all_it_needs() {
        let plan = with(with(plan())).report_with("2026-T1", AtRisk, |it| {
            (it.obstacle, it.decision_needed) = (Some(obstacle(ObstacleKind::Law)), Some(question("2026-06-01")));
        });
        let mut plan = plan;
        (plan.initiatives[1].forum, plan.initiatives[0].phase) = (Some(row(0)), Some(crate::model::Phase::Closed));
        let agenda = plan.facts(TODAY).agendas[row(0)].clone();
        assert_eq!(agenda.len(), 1);
        assert_eq!(agenda[0].needs.iter().map(|need| need.rank()).collect::<Vec<_>>(), [0, 3]);
    }

    #[test]
    fn among_equals_the_oldest_comes_first_and_the_next_decision() {
        let ask =
            |plan, before| with(plan).report_with("2026-T1", OnTrack, |it| it.decision_needed = Some(question(before)));
        assert_eq!(
            subjects(&["", "2026-09", "2026-07", "2026-05", "2026-04-30"].into_iter().fold(plan(), ask)),
            [initiative(4), initiative(3), initiative(2), initiative(1), initiative(0)]
        );
    }

    #[test]
    fn it_is_the_forums_own_and_its_areas_matters() {
        let fresh = with(plan()).report("2026-T1", OnTrack);
        assert_eq!(subjects(&fresh), []);
        // Named by the forum's name only; of another area; done.
        let plan = plan().area().goal(|it| it.area = Some(row(1)));
        let plan = plan.initiative(|it| it.forum = Some(row(0)));
        let plan = plan.initiative(|it| it.goals = vec![row(1)]);
        let plan = with(plan).report("2026-T1", Done);
        let plan = plan.insight("2026-03", |it| it.forum = Some(row(0)));
        let plan = plan.insight("2026-03", |_| ());
        let plan = plan.insight("2026-03", |it| it.forum = Some(row(0))).response(ResponseState::TakenUp, "");
        assert_eq!(subjects(&plan), [initiative(0), AgendaSubject::Insight(row(0))]);
        let mut named_by_area = plan;
        named_by_area.areas[1].forum = Some(row(0));
        assert_eq!(subjects(&named_by_area).len(), 3);
    }
}
