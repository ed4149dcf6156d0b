//! F10: how many chains of responsibility are whole, and how their links hold.
//!
//! Comes in: the chains of the ongoing initiatives. Goes out: [`ChainCounts`] and [`Chains`]: n of N of the plan, and of
//! each area, goal, unit and role.

use super::chain::{Chain, LinkKind, Strength};
use super::{Index, InitiativeFacts, Per, Rule, Share};
use crate::model::{Area, Goal, Initiative, Key, Role, Unit};

/// How many of some chains are whole, and how their links hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainCounts {
    /// Each link, in the order of [`LinkKind::ALL`].
    pub links: [LinkCounts; 7],
    /// Chains of which every link is whole, of all: the initiatives that are not done, cancelled or merged.
    pub whole: Share,
}

/// How one link holds in several chains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkCounts {
    /// Which.
    pub kind: LinkKind,
    /// Whole in how many.
    pub whole: u32,
    /// Weak in how many.
    pub weak: u32,
    /// Broken in how many.
    pub broken: u32,
}

impl LinkCounts {
    /// In how many it is whole, of how many.
    pub fn share(&self) -> Share {
        Share { n: self.whole, of: self.whole + self.weak + self.broken }
    }
}

impl ChainCounts {
    /// The rule they follow from.
    pub const RULE: Rule = Rule::F10;

    /// The counts of these chains.
    pub fn of<'a>(chains: impl IntoIterator<Item = &'a Chain>) -> Self {
        let none = |kind| LinkCounts { kind, whole: 0, weak: 0, broken: 0 };
        let mut counts = Self { links: LinkKind::ALL.map(none), whole: Share { n: 0, of: 0 } };
        for chain in chains {
            counts.whole.of += 1;
            counts.whole.n += u32::from(chain.is_whole());
            for (to, link) in counts.links.iter_mut().zip(chain.links) {
                *match link.strength {
                    Strength::Whole => &mut to.whole,
                    Strength::Weak => &mut to.weak,
                    Strength::Broken => &mut to.broken,
                } += 1;
            }
        }
        counts
    }

    /// The link of this kind.
    pub fn link(&self, kind: LinkKind) -> LinkCounts {
        self.links[kind as usize]
    }
}

/// F10: how the chains of the ongoing initiatives hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chains {
    /// Of the plan.
    pub plan: ChainCounts,
    /// Of the initiatives that serve a goal of each area. This and what follows: nothing in the facts of a closed period.
    pub areas: Per<Area, ChainCounts>,
    /// Of the initiatives that serve each goal.
    pub goals: Per<Goal, ChainCounts>,
    /// Of the initiatives that the roles of each unit or of a unit below it are accountable for.
    pub units: Per<Unit, ChainCounts>,
    /// Of the initiatives that each role is accountable for.
    pub roles: Per<Role, ChainCounts>,
}

impl Chains {
    /// How the chains of the plan hold, and nothing else.
    pub(super) fn of_plan(initiatives: &Per<Initiative, InitiativeFacts>) -> Self {
        Self {
            plan: ChainCounts::of(initiatives.rows().iter().filter_map(|facts| facts.chain.as_ref())),
            areas: Per::new(Vec::new()),
            goals: Per::new(Vec::new()),
            units: Per::new(Vec::new()),
            roles: Per::new(Vec::new()),
        }
    }

    /// How the chains of all initiatives hold.
    pub(super) fn new(index: &Index, initiatives: &Per<Initiative, InitiativeFacts>) -> Self {
        let of =
            |keys: &[Key<Initiative>]| ChainCounts::of(keys.iter().filter_map(|&key| initiatives[key].chain.as_ref()));
        Self {
            areas: index.initiatives_of_area.map(|keys| of(keys)),
            goals: index.initiatives_of_goal.map(|keys| of(keys)),
            units: index.initiatives_below_unit.map(|keys| of(keys)),
            roles: index.initiatives_of_role.map(|keys| of(keys)),
            ..Self::of_plan(initiatives)
        }
    }
}
