//! F10 as data: each link with its reason and what it rests on, and chains rolled up.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::super::context::state_key;
use super::names::{Name, reference};
use super::pulse::Of;
use crate::derive::{Chain, ChainCounts, Distribution, LinkKind, LinkReason, Rule, Strength};
use crate::model::{AnyKey, Initiative, Key, Plan};

/// F10: a link of a chain.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct LinkValues {
    /// The rule.
    pub rule: Name<Rule>,
    /// Which link.
    pub link: Name<LinkKind>,
    /// Why.
    pub reason: Name<LinkReason>,
    /// What the reason rests on: the decision, role, insight, indicator, forum, activity, review or report. An activity
    /// as `activity:initiative/id`, a period as `period:2026-T2`.
    pub rests_on: Vec<String>,
    /// Days since the forum last met, or that the activity is overdue.
    pub days: Option<u32>,
    /// Overdue periods, or activities that are done or not started.
    pub count: Option<u32>,
    /// The result.
    pub result: Name<Strength>,
}

/// F6 and F10 of the initiatives of a goal, an area, a unit or a role.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct GroupValues {
    /// The initiatives that count.
    pub initiatives: Vec<String>,
    /// F6: how many are in each state that occurs.
    pub states: BTreeMap<&'static str, u32>,
    /// F6: how many there are.
    pub total: u32,
    /// F10: the links of the ongoing ones that are whole, of how many.
    pub links: BTreeMap<&'static str, Of>,
    /// F10: the chains of the ongoing ones of which every link is whole, of how many.
    pub chains: Of,
}

/// The links of a chain.
pub(super) fn links(plan: &Plan, initiative: Key<Initiative>, chain: &Chain) -> Vec<LinkValues> {
    let link = |link: &crate::derive::Link| {
        let (days, count) = measures(link.reason);
        LinkValues {
            rule: Chain::RULE.into(),
            link: link.kind.into(),
            reason: link.reason.into(),
            rests_on: rests_on(plan, initiative, link.reason),
            days,
            count,
            result: link.strength.into(),
        }
    };
    chain.links.iter().map(link).collect()
}

/// What a reason counts: days, and other things.
fn measures(reason: LinkReason) -> (Option<u32>, Option<u32>) {
    match reason {
        LinkReason::SilentForum { days, .. }
        | LinkReason::Stalled { days, .. }
        | LinkReason::LongOverdue { days, .. }
        | LinkReason::OnlyOverdue { days, .. } => (Some(days), None),
        LinkReason::DoneAsPlanned { done, .. } => (None, Some(done)),
        LinkReason::NothingStarted { total } | LinkReason::ActivitiesUnknown { total } => (None, Some(total)),
        LinkReason::NotReported { periods, .. } => (None, Some(periods)),
        _ => (None, None),
    }
}

fn rests_on(plan: &Plan, initiative: Key<Initiative>, reason: LinkReason) -> Vec<String> {
    let own = &plan.initiatives[initiative];
    let activity = |n: usize| {
        let activity = own.activities.get(n);
        vec![format!("activity:{}/{}", own.entity.id, activity.map_or("", |activity| activity.id.as_str()))]
    };
    let keys = match reason {
        LinkReason::Decided(decision) | LinkReason::PlanDecided(decision) => vec![AnyKey::Decision(decision)],
        LinkReason::GoalDecided(goal, decision) => vec![AnyKey::Goal(goal), AnyKey::Decision(decision)],
        LinkReason::OneOwner(role)
        | LinkReason::CollectiveOwner(role)
        | LinkReason::OwnerDecides(role)
        | LinkReason::SponsorDecides(role)
        | LinkReason::OwnerProposes(role)
        | LinkReason::OwnerCannotDecide(role) => vec![AnyKey::Role(role)],
        LinkReason::AnswersInsight(insight) => vec![AnyKey::Insight(insight)],
        LinkReason::MovesOutcome(indicator) | LinkReason::MovesNoOutcome(indicator) => {
            vec![AnyKey::Indicator(indicator)]
        }
        LinkReason::GoalHasOutcome(goal, indicator) => vec![AnyKey::Goal(goal), AnyKey::Indicator(indicator)],
        LinkReason::ActiveForum(forum)
        | LinkReason::SilentForum { forum, .. }
        | LinkReason::ForumNeverMet(forum)
        | LinkReason::ForumWithoutRhythm(forum) => vec![AnyKey::Forum(forum)],
        LinkReason::UnderWay(n)
        | LinkReason::Stalled { activity: n, .. }
        | LinkReason::LongOverdue { activity: n, .. }
        | LinkReason::OnlyOverdue { activity: n, .. } => return activity(n),
        LinkReason::FollowedUp(review) | LinkReason::NotCovered(review) => vec![AnyKey::Review(review)],
        LinkReason::AnsweredByDecision(review, decision) => vec![AnyKey::Review(review), AnyKey::Decision(decision)],
        LinkReason::QuestionUnanswered(review, report) => vec![AnyKey::Review(review), AnyKey::Report(report)],
        LinkReason::NotReviewed(period) => return vec![format!("period:{period}")],
        LinkReason::NoDecision
        | LinkReason::NoOwner
        | LinkReason::NobodyDecides
        | LinkReason::NoNeed
        | LinkReason::NoForum
        | LinkReason::DoneAsPlanned { .. }
        | LinkReason::NothingStarted { .. }
        | LinkReason::ActivitiesUnknown { .. }
        | LinkReason::NoActivity
        | LinkReason::NothingToReview
        | LinkReason::NotYetDue
        | LinkReason::NotReported { .. } => Vec::new(),
    };
    keys.into_iter().map(|key| reference(plan, key)).collect()
}

/// Some initiatives, with their states and their chains in numbers.
pub(super) fn group(
    plan: &Plan,
    initiatives: &[Key<Initiative>],
    states: &Distribution,
    chains: &ChainCounts,
) -> GroupValues {
    GroupValues {
        initiatives: initiatives.iter().map(|&key| plan.initiatives[key].entity.id.clone()).collect(),
        states: counts(states),
        total: states.total,
        links: chains.links.iter().map(|link| (link.kind.id(), link.share().into())).collect(),
        chains: chains.whole.into(),
    }
}

/// How many are in each state that occurs.
pub(super) fn counts(states: &Distribution) -> BTreeMap<&'static str, u32> {
    states.present().map(|(state, n)| (state_key(state), n)).collect()
}
