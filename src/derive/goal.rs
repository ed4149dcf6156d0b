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
        self.total - self.count(State::Done) - self.count(State::Cancelled) - self.count(State::Merged)
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
