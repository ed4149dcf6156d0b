//! F6: delivery as a distribution of states, and what is known about a goal.
//!
//! Comes in: the initiatives' states, the indicators' outcomes, the declared assessments. Goes out: [`Distribution`] and
//! [`GoalFacts`]. Delivery, outcome and assessment stand side by side; none is computed from another.

use jiff::civil::Date;

use super::{Index, IndicatorFacts, Outcome, Per, Rule, State, exists};
use crate::model::{Goal, Indicator, Initiative, Key};

/// How many of some initiatives have which state. Never a mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// Every state with its count, also 0, in the order of [`State::WORST_FIRST`].
    pub counts: [(State, u32); State::WORST_FIRST.len()],
    /// How many initiatives there are: the sum of the counts.
    pub total: u32,
}

impl Distribution {
    /// The rule it follows from.
    pub const RULE: Rule = Rule::F6;

    /// The distribution of these states.
    pub fn of(states: impl IntoIterator<Item = State>) -> Self {
        let mut distribution = Self { counts: State::WORST_FIRST.map(|state| (state, 0)), total: 0 };
        for state in states {
            distribution.counts[state.rank()].1 += 1;
            distribution.total += 1;
        }
        distribution
    }

    /// How many have this state.
    pub fn count(&self, state: State) -> u32 {
        self.counts[state.rank()].1
    }

    /// The states that occur, worst first, with their counts.
    pub fn present(&self) -> impl Iterator<Item = (State, u32)> {
        self.counts.iter().copied().filter(|(_, count)| *count > 0)
    }

    /// How many lack current information.
    pub fn missing(&self) -> u32 {
        self.count(State::NoInformation)
    }

    /// How many are cancelled.
    pub fn cancelled(&self) -> u32 {
        self.count(State::Cancelled)
    }

    /// How many are worked with or to be: neither done, cancelled nor merged.
    pub fn ongoing(&self) -> u32 {
        self.counts.iter().filter(|(state, _)| state.is_ongoing()).map(|(_, count)| count).sum()
    }

    /// Whether there are no initiatives.
    pub fn is_empty(&self) -> bool {
        self.total == 0
    }
}

/// F6 of one goal: three scales with three owners.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalFacts {
    /// Delivery: the states of the initiatives that serve it.
    pub delivery: Distribution,
    /// The same with the initiatives of the goals below it, each counted once.
    pub delivery_below: Distribution,
    /// Outcome: its indicators, in the order it names them.
    pub outcomes: Vec<(Key<Indicator>, Outcome)>,
    /// Assessment: the latest that exists, as an index into the goal's assessments.
    pub assessment: Option<usize>,
}

impl GoalFacts {
    /// The rule they follow from.
    pub const RULE: Rule = Rule::F6;

    /// What is known about a goal on `today`. `of` gives the distribution of some initiatives.
    pub(super) fn new(
        key: Key<Goal>,
        goal: &Goal,
        index: &Index,
        of: &impl Fn(&[Key<Initiative>]) -> Distribution,
        indicators: &Per<Indicator, IndicatorFacts>,
        today: Date,
    ) -> Self {
        Self {
            delivery: of(&index.initiatives_of_goal[key]),
            delivery_below: of(&index.initiatives_below_goal[key]),
            outcomes: goal.indicators.iter().map(|&it| (it, indicators[it].outcome)).collect(),
            assessment: goal.assessments.iter().rposition(|it| exists(it.date, today)),
        }
    }
}

/// F6 of one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFacts {
    /// The states of the initiatives that its own roles are accountable for.
    pub direct: Distribution,
    /// The same with the roles of the units below it.
    pub below: Distribution,
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, on, row};
    use super::*;
    use crate::derive::WhyNot;
    use crate::model::{Assessment, Direction, GoalAssessment, Verdict};

    #[test]
    fn a_distribution_names_every_state_and_adds_up() {
        let states = [State::OnTrack, State::NoInformation, State::OnTrack, State::Cancelled];
        let found = Distribution::of(states);
        assert_eq!((found.total, found.missing(), found.cancelled(), found.ongoing()), (4, 1, 1, 3));
        assert_eq!(
            found.present().collect::<Vec<_>>(),
            [(State::NoInformation, 1), (State::OnTrack, 2), (State::Cancelled, 1)]
        );
        assert!(Distribution::of([]).is_empty());
    }

    #[test]
    fn goals_areas_units_and_roles_count_the_same_initiatives() {
        // Goal 1 lies below goal 0, which has the area; unit 1 below unit 0. Initiative 0 serves both goals.
        let plan = fixture::plan()
            .unit(|it| it.parent = Some(row(0)))
            .role(|it| it.unit = row(1))
            .area()
            .goal(|it| it.area = Some(row(0)))
            .goal(|it| it.parent = Some(row(0)))
            .initiative(|it| it.goals = vec![row(0), row(1), row(0)])
            .report("2026-T1", Assessment::OnTrack)
            .initiative(|it| (it.goals, it.accountable) = (vec![row(1)], Some(row(1))))
            .initiative(|it| it.accountable = None);
        let facts = plan.facts("2026-06-10");
        let (on_track, unknown) = (State::OnTrack, State::NoInformation);
        assert_eq!(facts.plan, Distribution::of([on_track, unknown, unknown]));
        assert_eq!(facts.goals[row(0)].delivery, Distribution::of([on_track]));
        assert_eq!(facts.goals[row(0)].delivery_below, Distribution::of([on_track, unknown]));
        assert_eq!(facts.goals[row(1)].delivery, Distribution::of([on_track, unknown]));
        assert_eq!(facts.areas[row(0)], Distribution::of([on_track, unknown]));
        assert_eq!(facts.units[row(0)].direct, Distribution::of([on_track]));
        assert_eq!(facts.units[row(0)].below, Distribution::of([on_track, unknown]));
        assert_eq!(facts.units[row(1)].below, Distribution::of([unknown]));
        assert_eq!(facts.roles[row(1)], Distribution::of([unknown]));
        assert_eq!(facts.index.goals_of_area[row(0)], [row(0), row(1)]);
    }

    #[test]
    fn outcome_and_assessment_are_the_goals_own() {
        let assessed =
            |date: &str, verdict| GoalAssessment { date: on(date), by: row(0), verdict, motivation: String::new() };
        let plan = fixture::plan().indicator(Direction::Up, |_| ()).goal(|it| {
            it.indicators = vec![row(0)];
            it.assessments =
                vec![assessed("2025-12-01", Verdict::Expected), assessed("2026-12-01", Verdict::ExpectedPartly)];
        });
        let goal = |today: &str| plan.facts(today).goals[row(0)].clone();
        assert_eq!(goal("2025-11-30").assessment, None);
        assert_eq!(goal("2026-11-30").assessment, Some(0));
        assert_eq!(goal("2026-12-01").assessment, Some(1));
        assert_eq!(goal("2026-12-01").outcomes, [(row(0), Outcome::CannotSay(WhyNot::NoTarget))]);
        assert!(goal("2026-12-01").delivery.is_empty());
    }
}
