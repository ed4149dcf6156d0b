//! F10: the chain of responsibility: whether an initiative is decided, owned, needed, worked with and followed up.
//!
//! Comes in: what the plan declares about an initiative, what F1, F4 and F9 found, and the reviews that exist. Goes out:
//! [`Chain`], seven links, each with its reason and where it can be mended; and [`ChainCounts`], how many of how many.

use super::forum::ForumActivity;
use super::lists::{self, Answer};
use super::{Activities, Calendar, ForumFacts, Index, InitiativeFacts, Per, Reporting, Rule, Share};
use crate::model::{
    AnyKey, Area, Decision, Forum, Goal, Indicator, Initiative, Insight, Interval, Key, Level, Mandate, Period, Plan,
    Report, Review, Role, Unit, is_collective,
};

/// The seven links of the chain, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LinkKind {
    /// A decision stands behind it.
    Direction,
    /// Exactly one role is accountable, not a group.
    Owner,
    /// The owner, or a sponsor, can decide.
    Mandate,
    /// It answers to an insight or an outcome.
    Need,
    /// An active forum works with it.
    Forum,
    /// Something is under way or done as planned.
    Activity,
    /// It is reported, and the leadership follows it up.
    FollowUp,
}

impl LinkKind {
    /// All, in order.
    pub const ALL: [Self; 7] =
        [Self::Direction, Self::Owner, Self::Mandate, Self::Need, Self::Forum, Self::Activity, Self::FollowUp];

    /// Its id, as published.
    pub fn id(self) -> &'static str {
        match self {
            Self::Direction => "direction",
            Self::Owner => "owner",
            Self::Mandate => "mandate",
            Self::Need => "need",
            Self::Forum => "forum",
            Self::Activity => "activity",
            Self::FollowUp => "follow-up",
        }
    }
}

/// Whether a link holds. The worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// It is missing.
    Broken,
    /// It is there, but does not hold all the way.
    Weak,
    /// It holds.
    Whole,
}

/// One link of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Which.
    pub kind: LinkKind,
    /// Whether it holds.
    pub strength: Strength,
    /// Why.
    pub reason: LinkReason,
    /// What to edit to mend it; `None` when it is whole.
    pub mend: Option<Mend>,
}

/// Why a link is whole, weak or broken, with what its sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkReason {
    /// Direction, whole: this decision stands behind the initiative.
    Decided(Key<Decision>),
    /// Direction, weak: this decision stands behind one of its goals, but none behind itself.
    GoalDecided(Key<Goal>, Key<Decision>),
    /// Direction, weak: only the decision that adopted the plan stands behind it.
    PlanDecided(Key<Decision>),
    /// Direction, broken.
    NoDecision,
    /// Owner, whole: this role is accountable.
    OneOwner(Key<Role>),
    /// Owner, weak: the accountable role is a group.
    CollectiveOwner(Key<Role>),
    /// Owner, broken.
    NoOwner,
    /// Mandate, whole: the accountable role can decide.
    OwnerDecides(Key<Role>),
    /// Mandate, whole: the sponsor can decide.
    SponsorDecides(Key<Role>),
    /// Mandate, weak: the accountable role can propose, and there is no sponsor.
    OwnerProposes(Key<Role>),
    /// Mandate, broken: the accountable role can neither decide nor propose, and there is no sponsor.
    OwnerCannotDecide(Key<Role>),
    /// Mandate, broken: there is neither an accountable role nor a sponsor.
    NobodyDecides,
    /// Need, whole: it answers to this insight, the latest of them.
    AnswersInsight(Key<Insight>),
    /// Need, whole: it should move this outcome indicator.
    MovesOutcome(Key<Indicator>),
    /// Need, weak: it should move this indicator, which tells of no outcome.
    MovesNoOutcome(Key<Indicator>),
    /// Need, weak: one of its goals has this outcome indicator, which the initiative does not name.
    GoalHasOutcome(Key<Goal>, Key<Indicator>),
    /// Need, broken.
    NoNeed,
    /// Forum, whole: this forum works with it, and is active.
    ActiveForum(Key<Forum>),
    /// Forum, weak: this forum has stopped meeting.
    SilentForum {
        /// Which.
        forum: Key<Forum>,
        /// Days since its last meeting.
        days: u32,
        /// How often it should meet.
        every: Interval,
    },
    /// Forum, weak: this forum has not met.
    ForumNeverMet(Key<Forum>),
    /// Forum, weak: this forum has met, but does not say how often it should.
    ForumWithoutRhythm(Key<Forum>),
    /// Forum, broken.
    NoForum,
    /// Activity, whole: this one, as an index into its activities, is in progress and not overdue.
    UnderWay(usize),
    /// Activity, whole: activities are done and none is overdue.
    DoneAsPlanned {
        /// How many are done.
        done: u32,
        /// Of how many.
        total: u32,
    },
    /// Activity, weak: this one is overdue by more than `limit` days.
    LongOverdue {
        /// Which, as an index into its activities.
        activity: usize,
        /// Days since its due date.
        days: u32,
        /// The days that were exceeded.
        limit: u32,
    },
    /// Activity, weak: nothing is in progress in time, and this one is overdue.
    OnlyOverdue {
        /// Which, as an index into its activities.
        activity: usize,
        /// Days since its due date.
        days: u32,
    },
    /// Activity, weak: nothing has started, and nothing is due yet.
    NothingStarted {
        /// How many there are.
        total: u32,
    },
    /// Activity, weak: nobody tells how far its activities have come.
    ActivitiesUnknown {
        /// How many there are.
        total: u32,
    },
    /// Activity, broken.
    NoActivity,
    /// Follow-up, whole: it has reported, and this review covers it.
    FollowedUp(Key<Review>),
    /// Follow-up, whole: it has reported, this review covers it, and this decision answers what it asked.
    AnsweredByDecision(Key<Review>, Key<Decision>),
    /// Follow-up, weak: it has reported, but its question in this report has no answer.
    QuestionUnanswered(Key<Review>, Key<Report>),
    /// Follow-up, weak: it has reported, but this review does not cover it.
    NotCovered(Key<Review>),
    /// Follow-up, weak: it has reported, but nobody has reviewed this period.
    NotReviewed(Period),
    /// Follow-up, weak: it has reported, but no period is old enough to be reviewed.
    NothingToReview,
    /// Follow-up, weak: it owes no report yet.
    NotYetDue,
    /// Follow-up, broken: its reports are late, silent or never made.
    NotReported {
        /// How it reports.
        reporting: Reporting,
        /// Periods whose reports are overdue.
        periods: u32,
    },
}

/// What to edit, or write, to mend a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mend {
    /// The file of the initiative.
    Initiative(Key<Initiative>),
    /// The role in the organisation's file.
    Role(Key<Role>),
    /// The file of the indicator.
    Indicator(Key<Indicator>),
    /// The file of the forum.
    Forum(Key<Forum>),
    /// A report about the initiative, for this period; `None` while no period is closed.
    NewReport(Key<Initiative>, Option<Period>),
    /// A review of this period; `None` while none is old enough.
    NewReview(Option<Period>),
    /// This review.
    Review(Key<Review>),
}

impl LinkReason {
    /// The link it is about.
    pub fn kind(self) -> LinkKind {
        self.place().0
    }

    /// How far the link holds.
    pub fn strength(self) -> Strength {
        self.place().1
    }

    fn place(self) -> (LinkKind, Strength) {
        use LinkKind::{Activity, Direction, FollowUp, Forum, Mandate, Need, Owner};
        use Strength::{Broken, Weak, Whole};
        match self {
            Self::Decided(_) => (Direction, Whole),
            Self::GoalDecided(..) | Self::PlanDecided(_) => (Direction, Weak),
            Self::NoDecision => (Direction, Broken),
            Self::OneOwner(_) => (Owner, Whole),
            Self::CollectiveOwner(_) => (Owner, Weak),
            Self::NoOwner => (Owner, Broken),
            Self::OwnerDecides(_) | Self::SponsorDecides(_) => (Mandate, Whole),
            Self::OwnerProposes(_) => (Mandate, Weak),
            Self::OwnerCannotDecide(_) | Self::NobodyDecides => (Mandate, Broken),
            Self::AnswersInsight(_) | Self::MovesOutcome(_) => (Need, Whole),
            Self::MovesNoOutcome(_) | Self::GoalHasOutcome(..) => (Need, Weak),
            Self::NoNeed => (Need, Broken),
            Self::ActiveForum(_) => (Forum, Whole),
            Self::SilentForum { .. } | Self::ForumNeverMet(_) | Self::ForumWithoutRhythm(_) => (Forum, Weak),
            Self::NoForum => (Forum, Broken),
            Self::UnderWay(_) | Self::DoneAsPlanned { .. } => (Activity, Whole),
            Self::LongOverdue { .. }
            | Self::OnlyOverdue { .. }
            | Self::NothingStarted { .. }
            | Self::ActivitiesUnknown { .. } => (Activity, Weak),
            Self::NoActivity => (Activity, Broken),
            Self::FollowedUp(_) | Self::AnsweredByDecision(..) => (FollowUp, Whole),
            Self::QuestionUnanswered(..)
            | Self::NotCovered(_)
            | Self::NotReviewed(_)
            | Self::NothingToReview
            | Self::NotYetDue => (FollowUp, Weak),
            Self::NotReported { .. } => (FollowUp, Broken),
        }
    }

    /// What mends the link of `initiative`.
    fn mend(self, initiative: Key<Initiative>, latest: Option<Period>) -> Mend {
        match self {
            Self::CollectiveOwner(role) => Mend::Role(role),
            Self::MovesNoOutcome(indicator) => Mend::Indicator(indicator),
            Self::SilentForum { forum, .. } | Self::ForumNeverMet(forum) | Self::ForumWithoutRhythm(forum) => {
                Mend::Forum(forum)
            }
            Self::QuestionUnanswered(review, _) | Self::NotCovered(review) => Mend::Review(review),
            Self::NotReviewed(period) => Mend::NewReview(Some(period)),
            Self::NothingToReview => Mend::NewReview(None),
            Self::NotYetDue | Self::NotReported { .. } => Mend::NewReport(initiative, latest),
            _ => Mend::Initiative(initiative),
        }
    }
}

/// F10 of one ongoing initiative: its links, in the order of [`LinkKind::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The links.
    pub links: [Link; 7],
}

impl Chain {
    /// The rule it follows from.
    pub const RULE: Rule = Rule::F10;

    /// The chain of an initiative; `None` when it is done, cancelled or merged.
    pub(super) fn new(
        plan: &Plan,
        index: &Index,
        forums: &Per<Forum, ForumFacts>,
        reviewed: &Reviewed,
        key: Key<Initiative>,
        facts: &InitiativeFacts,
    ) -> Option<Self> {
        if !facts.is_ongoing() {
            return None;
        }
        let reasons = [
            direction(plan, index, key),
            owner(plan, key),
            mandate(plan, key),
            need(plan, index, key),
            forum(plan, index, forums, key),
            activity(&facts.activities, plan.settings.thresholds.long_overdue_days),
            follow_up(plan, index, reviewed, key, facts),
        ];
        let links = reasons.map(|reason| {
            let (kind, strength) = reason.place();
            let mend = (strength != Strength::Whole).then(|| reason.mend(key, reviewed.latest));
            Link { kind, strength, reason, mend }
        });
        Some(Self { links })
    }

    /// The link of this kind.
    pub fn link(&self, kind: LinkKind) -> Link {
        self.links[kind as usize]
    }

    /// Whether every link is whole.
    pub fn is_whole(&self) -> bool {
        self.links.iter().all(|link| link.strength == Strength::Whole)
    }
}

fn direction(plan: &Plan, index: &Index, key: Key<Initiative>) -> LinkReason {
    let initiative = &plan.initiatives[key];
    let decided = |named: Option<Key<Decision>>, about: AnyKey| {
        let named = named.filter(|it| index.decision_exists(plan, *it));
        named.or_else(|| index.decisions_about.get(&about)?.first().copied())
    };
    if let Some(decision) = decided(initiative.decision, AnyKey::Initiative(key)) {
        return LinkReason::Decided(decision);
    }
    let of_goal = |&goal: &Key<Goal>| Some((goal, decided(plan.goals[goal].decision, AnyKey::Goal(goal))?));
    if let Some((goal, decision)) = initiative.goals.iter().find_map(of_goal) {
        return LinkReason::GoalDecided(goal, decision);
    }
    let of_plan = plan.settings.decision.filter(|it| index.decision_exists(plan, *it));
    of_plan.map_or(LinkReason::NoDecision, LinkReason::PlanDecided)
}

fn owner(plan: &Plan, key: Key<Initiative>) -> LinkReason {
    match plan.initiatives[key].accountable {
        Some(role) if is_collective(&plan.roles[role].entity.title.original) => LinkReason::CollectiveOwner(role),
        Some(role) => LinkReason::OneOwner(role),
        None => LinkReason::NoOwner,
    }
}

fn mandate(plan: &Plan, key: Key<Initiative>) -> LinkReason {
    let initiative = &plan.initiatives[key];
    let owner = initiative.accountable.map(|role| (role, plan.roles[role].mandate));
    let sponsor = initiative.sponsor.filter(|&role| plan.roles[role].mandate == Mandate::Decides);
    match (owner, sponsor) {
        (Some((role, Mandate::Decides)), _) => LinkReason::OwnerDecides(role),
        (_, Some(role)) => LinkReason::SponsorDecides(role),
        (Some((role, Mandate::Proposes)), None) => LinkReason::OwnerProposes(role),
        (Some((role, Mandate::CarriesOut | Mandate::None)), None) => LinkReason::OwnerCannotDecide(role),
        (None, None) => LinkReason::NobodyDecides,
    }
}

fn need(plan: &Plan, index: &Index, key: Key<Initiative>) -> LinkReason {
    let initiative = &plan.initiatives[key];
    let is_outcome = |indicator: &Key<Indicator>| plan.indicators[*indicator].level == Some(Level::Outcome);
    let insights = &index.insights_of_initiative[key];
    if let Some(&insight) = insights.iter().max_by_key(|&&it| (plan.insights[it].period, it)) {
        return LinkReason::AnswersInsight(insight);
    }
    if let Some(&indicator) = initiative.indicators.iter().find(|it| is_outcome(it)) {
        return LinkReason::MovesOutcome(indicator);
    }
    if let Some(&indicator) = initiative.indicators.first() {
        return LinkReason::MovesNoOutcome(indicator);
    }
    let of_goal = |&goal: &Key<Goal>| Some((goal, *plan.goals[goal].indicators.iter().find(|it| is_outcome(it))?));
    let of_goal = initiative.goals.iter().find_map(of_goal);
    of_goal.map_or(LinkReason::NoNeed, |(goal, indicator)| LinkReason::GoalHasOutcome(goal, indicator))
}

fn forum(plan: &Plan, index: &Index, forums: &Per<Forum, ForumFacts>, key: Key<Initiative>) -> LinkReason {
    let initiative = &plan.initiatives[key];
    let areas = initiative.goals.iter().filter_map(|&goal| index.area_of_goal[goal]);
    let of_areas = areas.flat_map(|area| index.forums_of_area[area].iter().copied());
    let own = initiative.forum.into_iter().chain(of_areas);
    if let Some(active) = own.clone().find(|&forum| forums[forum].is_active()) {
        return LinkReason::ActiveForum(active);
    }
    let mut own = own;
    let Some(forum) = own.next() else { return LinkReason::NoForum };
    match forums[forum].activity {
        ForumActivity::Active => LinkReason::ActiveForum(forum),
        ForumActivity::Silent { days, every } => LinkReason::SilentForum { forum, days, every },
        ForumActivity::NeverMet => LinkReason::ForumNeverMet(forum),
        ForumActivity::CannotSay => LinkReason::ForumWithoutRhythm(forum),
    }
}

fn activity(activities: &Activities, limit: u32) -> LinkReason {
    let total = activities.total;
    let most_overdue = activities.most_overdue();
    if total == 0 {
        return LinkReason::NoActivity;
    }
    if let Some((activity, days)) = most_overdue.filter(|(_, days)| *days > limit) {
        return LinkReason::LongOverdue { activity, days, limit };
    }
    if let Some(activity) = activities.each.iter().position(|it| it.is_under_way()) {
        return LinkReason::UnderWay(activity);
    }
    match most_overdue {
        Some((activity, days)) => LinkReason::OnlyOverdue { activity, days },
        None if activities.done > 0 => LinkReason::DoneAsPlanned { done: activities.done, total },
        None if activities.open > 0 => LinkReason::NothingStarted { total },
        None => LinkReason::ActivitiesUnknown { total },
    }
}

fn follow_up(
    plan: &Plan,
    index: &Index,
    reviewed: &Reviewed,
    key: Key<Initiative>,
    facts: &InitiativeFacts,
) -> LinkReason {
    let (reporting, periods) = (facts.reporting.reporting, facts.reporting.overdue);
    match reporting {
        Reporting::Reported => {}
        Reporting::NotYetDue => return LinkReason::NotYetDue,
        Reporting::Late | Reporting::Silent | Reporting::Never | Reporting::Exempt => {
            return LinkReason::NotReported { reporting, periods };
        }
    }
    let Some(period) = reviewed.period else { return LinkReason::NothingToReview };
    let Some(review) = reviewed.review else { return LinkReason::NotReviewed(period) };
    if !reviewed.covered[key] {
        return LinkReason::NotCovered(review);
    }
    let reports = &index.reports_of_initiative[key];
    let report = reports.iter().rev().find(|&&it| plan.reports[it].period == period);
    match report.filter(|&&it| plan.reports[it].decision_needed.is_some()) {
        None => LinkReason::FollowedUp(review),
        Some(&report) => match lists::answer(plan, index, report) {
            Some(Answer::Review(_)) => LinkReason::FollowedUp(review),
            Some(Answer::Decision(decision)) => LinkReason::AnsweredByDecision(review, decision),
            None => LinkReason::QuestionUnanswered(review, report),
        },
    }
}

/// The review that the chain looks for at the date.
pub(super) struct Reviewed {
    /// The latest closed period.
    latest: Option<Period>,
    /// The period that should have been reviewed.
    period: Option<Period>,
    /// The review of it.
    review: Option<Key<Review>>,
    /// Which initiatives it covers.
    covered: Per<Initiative, bool>,
}

impl Reviewed {
    /// The latest closed period that has a review, unless a later one has no grace left.
    pub(super) fn new(plan: &Plan, index: &Index, calendar: &Calendar) -> Self {
        let has_review = |period: &&Period| index.review_of_period.contains_key(*period);
        let early = calendar.closed.iter().skip(calendar.overdue()).rfind(has_review);
        let period = early.or_else(|| calendar.closed.get(calendar.overdue().checked_sub(1)?)).copied();
        let review = period.and_then(|period| index.review_of_period.get(&period).copied());
        let mut covered = vec![false; plan.initiatives.len()];
        if let Some((period, own)) = period.zip(review.map(|review| &plan.reviews[review])) {
            let answered = own.answers.iter().map(|(initiative, _)| initiative);
            let reported = index.reports_of_period.get(&period).into_iter().flatten().map(|&key| &plan.reports[key]);
            let in_time = |day| own.date.last_day().is_none_or(|last| day <= last);
            let reported = reported.filter(|report| in_time(report.date)).map(|report| &report.initiative);
            match &own.covers {
                Some(covers) => covers.iter().chain(answered).for_each(|it| covered[it.row()] = true),
                None => reported.chain(answered).for_each(|it| covered[it.row()] = true),
            }
        }
        Self { latest: calendar.latest(), period, review, covered: Per::new(covered) }
    }
}

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
    /// Of the initiatives that serve a goal of each area.
    pub areas: Per<Area, ChainCounts>,
    /// Of the initiatives that serve each goal.
    pub goals: Per<Goal, ChainCounts>,
    /// Of the initiatives that the roles of each unit or of a unit below it are accountable for.
    pub units: Per<Unit, ChainCounts>,
    /// Of the initiatives that each role is accountable for.
    pub roles: Per<Role, ChainCounts>,
}

impl Chains {
    /// How the chains of all initiatives hold.
    pub(super) fn new(index: &Index, initiatives: &Per<Initiative, InitiativeFacts>) -> Self {
        let of =
            |keys: &[Key<Initiative>]| ChainCounts::of(keys.iter().filter_map(|&key| initiatives[key].chain.as_ref()));
        Self {
            plan: ChainCounts::of(initiatives.rows().iter().filter_map(|facts| facts.chain.as_ref())),
            areas: index.initiatives_of_area.map(|keys| of(keys)),
            goals: index.initiatives_of_goal.map(|keys| of(keys)),
            units: index.initiatives_below_unit.map(|keys| of(keys)),
            roles: index.initiatives_of_role.map(|keys| of(keys)),
        }
    }
}
