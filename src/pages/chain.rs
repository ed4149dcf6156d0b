//! The chain of responsibility: seven links per initiative, rolled up, and as a matrix.

use super::context::Context;
use super::data::{Anchor, Chain, ChainMatrix, ChainRow, Chains, Link, LinkCount, Mark};
use crate::derive::{self, LinkKind, LinkReason, Mend, Reporting, Strength};
use crate::model::{self, AnyKey, Initiative, Key};

impl Context<'_> {
    /// The seven links of an initiative; `None` when it has ended.
    pub(super) fn chain(self, key: Key<Initiative>) -> Option<Chain> {
        let chain = self.facts.initiatives[key].chain.as_ref()?;
        let whole = chain.links.iter().filter(|link| link.strength == Strength::Whole).count();
        let broken = chain.links.iter().filter(|link| link.strength == Strength::Broken).count();
        Some(Chain {
            sentence: self.say("chain-sentence", &[("n", whole.into()), ("broken", broken.into())]),
            links: chain
                .links
                .iter()
                .enumerate()
                .map(|(n, link)| Link {
                    number: n + 1,
                    name: self.link_name(link.kind),
                    mark: self.strength(link.strength),
                    reason: self.link_reason(key, link.reason),
                    mend: link.mend.and_then(|mend| self.mend(mend)),
                })
                .collect(),
        })
    }

    fn link_name(self, kind: LinkKind) -> String {
        self.word(&format!("link-{}", kind.id()))
    }

    pub(super) fn strength(self, strength: Strength) -> Mark {
        let key = match strength {
            Strength::Whole => "whole",
            Strength::Weak => "weak-link",
            Strength::Broken => "broken",
        };
        Mark { key, word: self.word(&format!("strength-{key}")) }
    }

    fn title(self, key: AnyKey) -> crate::words::Arg {
        self.link(key).text.into()
    }

    fn activity_title(self, initiative: Key<Initiative>, activity: usize) -> crate::words::Arg {
        let activities = &self.plan.initiatives[initiative].activities;
        activities.get(activity).map_or("", |activity| activity.title.as_str()).into()
    }

    fn link_reason(self, initiative: Key<Initiative>, reason: LinkReason) -> String {
        let role = |role| self.title(AnyKey::Role(role));
        let forum = |forum| self.title(AnyKey::Forum(forum));
        let period = |review: Key<model::Review>| self.period(self.plan.reviews[review].period).into();
        match reason {
            LinkReason::Decided(decision) => {
                self.say("link-decided", &[("decision", self.title(AnyKey::Decision(decision)))])
            }
            LinkReason::GoalDecided(goal, _) => {
                self.say("link-goal-decided", &[("goal", self.title(AnyKey::Goal(goal)))])
            }
            LinkReason::PlanDecided(_) => self.word("link-plan-decided"),
            LinkReason::NoDecision => self.word("link-no-decision"),
            LinkReason::OneOwner(key) => self.say("link-one-owner", &[("role", role(key))]),
            LinkReason::CollectiveOwner(key) => self.say("link-collective-owner", &[("role", role(key))]),
            LinkReason::NoOwner => self.word("link-no-owner"),
            LinkReason::OwnerDecides(key) => self.say("link-owner-decides", &[("role", role(key))]),
            LinkReason::SponsorDecides(key) => self.say("link-sponsor-decides", &[("role", role(key))]),
            LinkReason::OwnerProposes(key) => self.say("link-owner-proposes", &[("role", role(key))]),
            LinkReason::OwnerCannotDecide(key) => self.say("link-owner-cannot-decide", &[("role", role(key))]),
            LinkReason::NobodyDecides => self.word("link-nobody-decides"),
            LinkReason::AnswersInsight(key) => {
                self.say("link-answers-insight", &[("insight", self.title(AnyKey::Insight(key)))])
            }
            LinkReason::MovesOutcome(key) => {
                self.say("link-moves-outcome", &[("indicator", self.title(AnyKey::Indicator(key)))])
            }
            LinkReason::MovesNoOutcome(key) => {
                self.say("link-moves-no-outcome", &[("indicator", self.title(AnyKey::Indicator(key)))])
            }
            LinkReason::GoalHasOutcome(_, key) => {
                self.say("link-goal-has-outcome", &[("indicator", self.title(AnyKey::Indicator(key)))])
            }
            LinkReason::NoNeed => self.word("link-no-need"),
            LinkReason::ActiveForum(key) => self.say("link-active-forum", &[("forum", forum(key))]),
            LinkReason::SilentForum { forum: key, days, every } => {
                let every = self.choice("interval", every).to_lowercase();
                self.say("link-silent-forum", &[("forum", forum(key)), ("days", days.into()), ("every", every.into())])
            }
            LinkReason::ForumNeverMet(key) => self.say("link-forum-never-met", &[("forum", forum(key))]),
            LinkReason::ForumWithoutRhythm(key) => self.say("link-forum-without-rhythm", &[("forum", forum(key))]),
            LinkReason::NoForum => self.word("link-no-forum"),
            LinkReason::UnderWay(activity) => {
                self.say("link-under-way", &[("activity", self.activity_title(initiative, activity))])
            }
            LinkReason::DoneAsPlanned { done, total } => {
                self.say("link-done-as-planned", &[("n", done.into()), ("total", total.into())])
            }
            LinkReason::LongOverdue { activity, days, .. } | LinkReason::OnlyOverdue { activity, days } => self
                .say("link-overdue", &[("activity", self.activity_title(initiative, activity)), ("days", days.into())]),
            LinkReason::NothingStarted { .. } => self.word("link-nothing-started"),
            LinkReason::ActivitiesUnknown { .. } => self.word("link-activities-unknown"),
            LinkReason::NoActivity => self.word("link-no-activity"),
            LinkReason::FollowedUp(review) | LinkReason::AnsweredByDecision(review, _) => {
                self.say("link-followed-up", &[("period", period(review))])
            }
            LinkReason::QuestionUnanswered(review, _) => {
                self.say("link-question-unanswered", &[("period", period(review))])
            }
            LinkReason::NotCovered(review) => self.say("link-not-covered", &[("period", period(review))]),
            LinkReason::NotReviewed(own) => self.say("link-not-reviewed", &[("period", self.period(own).into())]),
            LinkReason::NothingToReview => self.word("link-nothing-to-review"),
            LinkReason::NotYetDue => self.word("link-not-yet-due"),
            LinkReason::NotReported { reporting: Reporting::Never, .. } => self.word("link-never-reported"),
            LinkReason::NotReported { periods, .. } => self.say("link-not-reported", &[("n", periods.into())]),
        }
    }

    /// Where a link can be mended, or seen. What is mended in the initiative itself needs no link from its own page.
    fn mend(self, mend: Mend) -> Option<Anchor> {
        match mend {
            Mend::Initiative(_) | Mend::NewReport(..) | Mend::NewReview(None) => None,
            Mend::Role(role) => Some(self.link(AnyKey::Role(role))),
            Mend::Indicator(indicator) => Some(self.link(AnyKey::Indicator(indicator))),
            Mend::Forum(forum) => Some(self.link(AnyKey::Forum(forum))),
            Mend::NewReview(Some(period)) => Some(self.period_link(period)),
            Mend::Review(review) => Some(self.link(AnyKey::Review(review))),
        }
    }

    /// Chains rolled up: n of N for each link.
    pub(super) fn chains(self, counts: &derive::ChainCounts) -> Option<Chains> {
        if counts.whole.of == 0 {
            return None;
        }
        let share = |n: u32, of: u32| self.say("n-of-n", &[("n", n.into()), ("total", of.into())]);
        Some(Chains {
            sentence: self.say("chains-sentence", &[("n", counts.whole.n.into()), ("total", counts.whole.of.into())]),
            links: counts
                .links
                .iter()
                .map(|link| {
                    let total = link.whole + link.weak + link.broken;
                    LinkCount {
                        name: self.link_name(link.kind),
                        text: share(link.whole, total),
                        whole: link.whole as usize,
                        weak: link.weak as usize,
                        broken: link.broken as usize,
                        total: total as usize,
                    }
                })
                .collect(),
        })
    }

    /// The chains of all ongoing initiatives, those with the most broken links first.
    pub(super) fn chain_matrix(self) -> Option<ChainMatrix> {
        let mut rows: Vec<(usize, usize, ChainRow)> = self
            .facts
            .initiatives
            .iter()
            .filter_map(|(key, facts)| {
                let chain = facts.chain.as_ref()?;
                let count = |strength| chain.links.iter().filter(|link| link.strength == strength).count();
                let row = ChainRow {
                    initiative: self.link(AnyKey::Initiative(key)),
                    marks: chain.links.iter().map(|link| self.strength(link.strength)).collect(),
                    whole: self.say("n-of-n", &[("n", count(Strength::Whole).into()), ("total", 7_u32.into())]),
                };
                Some((count(Strength::Broken), count(Strength::Weak), row))
            })
            .collect();
        if rows.is_empty() {
            return None;
        }
        rows.sort_by(|a, b| {
            let order = self.words.formats();
            (b.0, b.1).cmp(&(a.0, a.1)).then_with(|| order.compare(&a.2.initiative.text, &b.2.initiative.text))
        });
        Some(ChainMatrix {
            caption: self.word("chain-matrix"),
            links: LinkKind::ALL.into_iter().map(|kind| self.link_name(kind)).collect(),
            rows: rows.into_iter().map(|(_, _, row)| row).collect(),
        })
    }
}
