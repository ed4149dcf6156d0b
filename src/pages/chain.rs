//! The chain of responsibility: seven links per initiative, rolled up, and as a matrix.

use super::context::Context;
use super::data::{Anchor, Chain, ChainMatrix, ChainRow, Chains, Item, Link, LinkCount, Mark, Sentence};
use super::routes::Route;
use crate::derive::{self, LinkKind, LinkReason, Mend, Reporting, Strength};
use crate::model::{self, AnyKey, Initiative, Key};
use crate::words::Arg;

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
                .map(|(n, link)| {
                    let reason = self.link_reason(key, link.reason);
                    Link {
                        number: n + 1,
                        name: self.link_name(link.kind),
                        mark: self.strength(link.strength),
                        id: link.kind.id(),
                        mend: self.mend(key, *link, &reason),
                        reason,
                    }
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

    /// Why a link holds or does not, with a link to what it rests on.
    fn link_reason(self, initiative: Key<Initiative>, reason: LinkReason) -> Sentence {
        let entity =
            |key: &str, name: &'static str, about: AnyKey| self.sentence(key, &[], &[(name, self.link(about).into())]);
        let role = |key: &str, role| entity(key, "role", AnyKey::Role(role));
        let indicator = |key: &str, indicator| entity(key, "indicator", AnyKey::Indicator(indicator));
        let activity = |key: &str, activity: usize, days: Option<u32>| {
            let activities = &self.plan.initiatives[initiative].activities;
            let title = self.own(activities.get(activity).map_or("", |activity| activity.title.as_str()));
            let link = Anchor { text: title.text, href: "#work".to_owned(), lang: title.lang };
            let days: Vec<_> = days.map(|days| ("days", days.into())).into_iter().collect();
            self.sentence(key, &days, &[("activity", link.into())])
        };
        let period = |key: &str, period| {
            // It stands inside a sentence, so without the large first letter of a period that stands alone.
            let link = Anchor { text: self.period(period), ..self.period_link(period) };
            self.sentence(key, &[], &[("period", link.into())])
        };
        let review = |key: &str, review: Key<model::Review>| period(key, self.plan.reviews[review].period);
        let plain = |key: &str| Sentence::from(self.word(key));
        let count = |key: &str, args: &[(&str, Arg)]| Sentence::from(self.say(key, args));
        match reason {
            LinkReason::Decided(key) => entity("link-decided", "decision", AnyKey::Decision(key)),
            LinkReason::GoalDecided(goal, _) => entity("link-goal-decided", "goal", AnyKey::Goal(goal)),
            LinkReason::PlanDecided(key) => entity("link-plan-decided", "decision", AnyKey::Decision(key)),
            LinkReason::NoDecision => plain("link-no-decision"),
            LinkReason::OneOwner(key) => role("link-one-owner", key),
            LinkReason::CollectiveOwner(key) => role("link-collective-owner", key),
            LinkReason::NoOwner => plain("link-no-owner"),
            LinkReason::OwnerDecides(key) => role("link-owner-decides", key),
            LinkReason::SponsorDecides(key) => role("link-sponsor-decides", key),
            LinkReason::OwnerProposes(key) => role("link-owner-proposes", key),
            LinkReason::OwnerCannotDecide(key) => role("link-owner-cannot-decide", key),
            LinkReason::NobodyDecides => plain("link-nobody-decides"),
            LinkReason::AnswersInsight(key) => entity("link-answers-insight", "insight", AnyKey::Insight(key)),
            LinkReason::MovesOutcome(key) => indicator("link-moves-outcome", key),
            LinkReason::MovesNoOutcome(key) => indicator("link-moves-no-outcome", key),
            LinkReason::GoalHasOutcome(_, key) => indicator("link-goal-has-outcome", key),
            LinkReason::NoNeed => plain("link-no-need"),
            LinkReason::ActiveForum(key) => entity("link-active-forum", "forum", AnyKey::Forum(key)),
            LinkReason::SilentForum { forum, days, every } => {
                let every = self.choice("interval", every).to_lowercase();
                let args = [("days", days.into()), ("every", every.into())];
                self.sentence("link-silent-forum", &args, &[("forum", self.link(AnyKey::Forum(forum)).into())])
            }
            LinkReason::ForumNeverMet(key) => entity("link-forum-never-met", "forum", AnyKey::Forum(key)),
            LinkReason::ForumWithoutRhythm(key) => entity("link-forum-without-rhythm", "forum", AnyKey::Forum(key)),
            LinkReason::NoForum => plain("link-no-forum"),
            LinkReason::UnderWay(n) => activity("link-under-way", n, None),
            LinkReason::DoneAsPlanned { done, total } => {
                count("link-done-as-planned", &[("n", done.into()), ("total", total.into())])
            }
            LinkReason::Stalled { activity: n, days, .. } => activity("link-stalled", n, Some(days)),
            LinkReason::LongOverdue { activity: n, days, .. } | LinkReason::OnlyOverdue { activity: n, days } => {
                activity("link-overdue", n, Some(days))
            }
            LinkReason::NothingStarted { .. } => plain("link-nothing-started"),
            LinkReason::ActivitiesUnknown { .. } => plain("link-activities-unknown"),
            LinkReason::NoActivity => plain("link-no-activity"),
            LinkReason::FollowedUp(key) | LinkReason::AnsweredByDecision(key, _) => review("link-followed-up", key),
            LinkReason::QuestionUnanswered(key, _) => review("link-question-unanswered", key),
            LinkReason::NotCovered(key) => review("link-not-covered", key),
            LinkReason::NotReviewed(own) => period("link-not-reviewed", own),
            LinkReason::NothingToReview => plain("link-nothing-to-review"),
            LinkReason::NotYetDue => plain("link-not-yet-due"),
            LinkReason::NotReported { reporting: Reporting::Never, .. } => plain("link-never-reported"),
            LinkReason::NotReported { periods, .. } => count("link-not-reported", &[("n", periods.into())]),
        }
    }

    /// Where a link that does not hold can be mended; `None` when its sentence leads there already.
    fn mend(self, initiative: Key<Initiative>, link: derive::Link, reason: &Sentence) -> Option<Anchor> {
        let here = |place: &str, key: &str| Anchor { text: self.word(key), href: place.to_owned(), lang: None };
        let anchor = match link.mend? {
            Mend::Initiative(_) => match link.kind {
                LinkKind::Direction => self.section(Route::Decisions, "mend-decisions"),
                LinkKind::Owner | LinkKind::Mandate => here("#facts", "mend-facts"),
                LinkKind::Need if reason.leads_to().is_some() => here("#facts", "mend-facts"),
                LinkKind::Need => self.section(Route::Insights, "mend-insights"),
                LinkKind::Forum => {
                    let goals = &self.plan.initiatives[initiative].goals;
                    match goals.iter().find_map(|&goal| self.facts.index.area_of_goal[goal]) {
                        Some(area) => self.link(AnyKey::Area(area)),
                        None => self.section(Route::Forums, "mend-forums"),
                    }
                }
                LinkKind::Activity => here("#work", "mend-activities"),
                LinkKind::FollowUp => here("#reports", "mend-reports"),
            },
            Mend::Role(role) => self.link(AnyKey::Role(role)),
            Mend::Indicator(indicator) => self.link(AnyKey::Indicator(indicator)),
            Mend::Forum(forum) => self.link(AnyKey::Forum(forum)),
            Mend::NewReport(..) => here("#reports", "mend-reports"),
            Mend::NewReview(Some(period)) => self.period_link(period),
            Mend::NewReview(None) => self.section(Route::Periods, "mend-reviews"),
            Mend::Review(review) => self.link(AnyKey::Review(review)),
        };
        (reason.leads_to() != Some(&anchor.href)).then_some(anchor)
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

    /// A link as a cell of the matrix; one that does not hold leads to why.
    fn chain_cell(self, initiative: Key<Initiative>, link: derive::Link) -> Item {
        let mark = self.strength(link.strength);
        let holds = link.strength == Strength::Whole;
        let href = (!holds).then(|| format!("{}#link-{}", self.href(AnyKey::Initiative(initiative)), link.kind.id()));
        Item { text: mark.word.clone(), mark: Some(mark), href, ..Item::default() }
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
                    cells: chain.links.iter().map(|link| self.chain_cell(key, *link)).collect(),
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
        let links: Vec<String> = LinkKind::ALL.into_iter().map(|kind| self.link_name(kind)).collect();
        let rows: Vec<ChainRow> = rows.into_iter().map(|(_, _, row)| row).collect();
        let figure = self.chain_figure(&links, &rows, "chart_links");
        Some(ChainMatrix { caption: self.word("chain-matrix"), links, rows, figure })
    }
}
