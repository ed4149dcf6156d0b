//! F10: the chain of responsibility: whether an initiative is decided, owned, needed, worked with and followed up.
//!
//! Comes in: what the plan declares about an initiative, what F1, F4 and F9 found, and the reviews that exist. Goes out:
//! [`Chain`], seven links, each with its reason and where it can be mended. How many hold is counted in `chains`.

use super::forum::ForumActivity;
use super::lists::{self, Answer};
use super::{Activities, ActivityFacts, Calendar, ForumFacts, Index, InitiativeFacts, Per, Reporting, Rule};
use crate::model::{
    AnyKey, Decision, Forum, Goal, Indicator, Initiative, Insight, Interval, Key, Level, Mandate, Period, Plan, Report,
    Review, Role, is_collective,
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
    /// Activity, broken: nothing is in progress, and this one is overdue by more than `limit` days.
    Stalled {
        /// Which, as an index into its activities.
        activity: usize,
        /// Days since its due date.
        days: u32,
        /// The days that were exceeded.
        limit: u32,
    },
    /// Activity, weak: something is in progress, but this one is overdue by more than `limit` days.
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
    /// Follow-up, weak: it has reported, but for no period that should have been reviewed by now.
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
    /// A review of this period; `None` while none is closed.
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
            Self::NoActivity | Self::Stalled { .. } => (Activity, Broken),
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
            Self::NothingToReview => Mend::NewReview(latest),
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
        if activities.in_progress == 0 {
            return LinkReason::Stalled { activity, days, limit };
        }
        return LinkReason::LongOverdue { activity, days, limit };
    }
    if let Some(activity) = activities.each.iter().position(ActivityFacts::is_under_way) {
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
    let reports = &index.reports_of_initiative[key];
    let report = reports.iter().rev().find(|&&it| plan.reports[it].period == period);
    let owes = facts.reporting.owed.is_some_and(|owed| owed.first <= period);
    if !reviewed.covered[key] && report.is_none() && !owes {
        return LinkReason::NothingToReview;
    }
    let Some(review) = reviewed.review else { return LinkReason::NotReviewed(period) };
    if !reviewed.covered[key] {
        return LinkReason::NotCovered(review);
    }
    match report.filter(|&&it| plan.reports[it].decision_needed.is_some()) {
        None => LinkReason::FollowedUp(review),
        Some(&report) => match lists::answer(plan, index, report) {
            Some(Answer::Review(_)) => LinkReason::FollowedUp(review),
            Some(Answer::Decision(decision)) => LinkReason::AnsweredByDecision(review, decision),
            None => LinkReason::QuestionUnanswered(review, report),
        },
    }
}

/// F10: the review that the chains look for at the date.
#[derive(Clone, Debug)]
pub struct Reviewed {
    /// The latest closed period.
    pub latest: Option<Period>,
    /// The latest closed period that has a review, or should have one by now.
    pub period: Option<Period>,
    /// The review of it.
    pub review: Option<Key<Review>>,
    /// Which initiatives it covers.
    pub covered: Per<Initiative, bool>,
}

impl Reviewed {
    /// The latest closed period that has a review or should have had one by now.
    pub(super) fn new(plan: &Plan, index: &Index, calendar: &Calendar) -> Self {
        let counts = |period: &&Period| {
            index.review_of_period.contains_key(*period) || calendar.review_due(**period) < calendar.today
        };
        let period = calendar.closed.iter().rfind(counts).copied();
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

#[cfg(test)]
mod tests {
    use super::super::fixture::{self, Fixture, on, question, row};
    use super::*;
    use crate::derive::Share;
    use crate::model::ActivityState::{Cancelled, Done, InProgress, NotStarted, Unknown};
    use crate::model::Assessment::{self, OnTrack};
    use crate::model::{Direction, Mention};
    use Strength::{Broken, Weak, Whole};

    /// A day in 2026-T2. Reports for 2026-T1 were due on 28 May.
    const TODAY: &str = "2026-06-10";

    /// The link of the first initiative, as its reason and strength.
    fn link(plan: &Fixture, kind: LinkKind) -> (LinkReason, Strength) {
        link_on(TODAY, plan, kind)
    }

    /// The same on a day. What mends it is there unless it is whole.
    fn link_on(today: &str, plan: &Fixture, kind: LinkKind) -> (LinkReason, Strength) {
        let found = plan.first(today).chain.expect("an ongoing initiative has a chain").link(kind);
        assert_eq!((found.kind, found.reason.kind()), (kind, kind));
        assert_eq!(found.strength, found.reason.strength());
        assert_eq!(found.mend.is_none(), found.strength == Whole);
        (found.reason, found.strength)
    }

    fn one(edit: impl FnOnce(&mut Initiative)) -> Fixture {
        fixture::plan().initiative(edit)
    }

    #[test]
    fn direction_is_a_decision_on_itself_its_goal_or_the_plan() {
        let direction = |plan: &Fixture| link(plan, LinkKind::Direction);
        let plan = one(|it| it.goals = vec![row(0), row(1)]).goal(|_| ()).goal(|_| ());
        let plan = plan.decision("2026-06-10", |_| ()).decision("2026-06-11", |_| ());
        assert_eq!(direction(&plan), (LinkReason::NoDecision, Broken));

        let mut of_plan = plan;
        of_plan.settings.decision = Some(row(0));
        assert_eq!(direction(&of_plan), (LinkReason::PlanDecided(row(0)), Weak));
        let mut of_goal = of_plan;
        of_goal.goals[1].decision = Some(row(0));
        assert_eq!(direction(&of_goal), (LinkReason::GoalDecided(row(1), row(0)), Weak));
        let affects = |entity| vec![Mention::Entity(entity)];
        let mut about_goal = of_goal.clone();
        (about_goal.goals[1].decision, about_goal.decisions[0].affects) = (None, affects(AnyKey::Goal(row(0))));
        assert_eq!(direction(&about_goal), (LinkReason::GoalDecided(row(0), row(0)), Weak));

        let mut later = of_goal.clone();
        later.initiatives[0].decision = Some(row(1));
        assert_eq!(direction(&later), (LinkReason::GoalDecided(row(1), row(0)), Weak));
        let mut own = of_goal.clone();
        own.initiatives[0].decision = Some(row(0));
        assert_eq!(direction(&own), (LinkReason::Decided(row(0)), Whole));
        let mut about = of_goal;
        about.decisions[0].affects = affects(AnyKey::Initiative(row(0)));
        assert_eq!(direction(&about), (LinkReason::Decided(row(0)), Whole));
    }

    #[test]
    fn owner_is_one_role_and_no_group() {
        let owner = |plan: &Fixture| link(plan, LinkKind::Owner);
        assert_eq!(owner(&one(|_| ())), (LinkReason::OneOwner(row(0)), Whole));
        assert_eq!(owner(&one(|it| it.accountable = None)), (LinkReason::NoOwner, Broken));
        let mut group = one(|_| ());
        group.roles[0].entity.title.original = "Alla nämnder".to_owned();
        assert_eq!(owner(&group), (LinkReason::CollectiveOwner(row(0)), Weak));
        assert_eq!(group.first(TODAY).chain.unwrap().link(LinkKind::Owner).mend, Some(Mend::Role(row(0))));
    }

    #[test]
    fn mandate_is_the_owners_or_the_sponsors() {
        let found = |owner: Option<Mandate>, sponsor: Option<Mandate>| {
            let plan = fixture::plan()
                .role(|it| it.mandate = owner.unwrap_or(Mandate::None))
                .role(|it| it.mandate = sponsor.unwrap_or(Mandate::None));
            let plan = plan.initiative(|it| {
                (it.accountable, it.sponsor) = (owner.map(|_| row(1)), sponsor.map(|_| row(2)));
            });
            link(&plan, LinkKind::Mandate)
        };
        let decides = Some(Mandate::Decides);
        assert_eq!(found(decides, decides), (LinkReason::OwnerDecides(row(1)), Whole));
        assert_eq!(found(Some(Mandate::CarriesOut), decides), (LinkReason::SponsorDecides(row(2)), Whole));
        assert_eq!(found(None, decides), (LinkReason::SponsorDecides(row(2)), Whole));
        assert_eq!(found(Some(Mandate::Proposes), None), (LinkReason::OwnerProposes(row(1)), Weak));
        for mandate in [Mandate::CarriesOut, Mandate::None] {
            assert_eq!(found(Some(mandate), None), (LinkReason::OwnerCannotDecide(row(1)), Broken));
            assert_eq!(found(Some(mandate), Some(mandate)), (LinkReason::OwnerCannotDecide(row(1)), Broken));
        }
        assert_eq!(found(None, None), (LinkReason::NobodyDecides, Broken));
    }

    #[test]
    fn need_is_an_insight_or_an_outcome() {
        let need = |plan: &Fixture| link(plan, LinkKind::Need);
        let indicators = |plan: Fixture| {
            let level = |level| move |it: &mut Indicator| it.level = Some(level);
            plan.indicator(Direction::Up, level(Level::Output)).indicator(Direction::Up, level(Level::Outcome))
        };
        let with = |edit: fn(&mut Initiative)| indicators(one(edit)).goal(|it| it.indicators = vec![row(0), row(1)]);
        assert_eq!(need(&with(|_| ())), (LinkReason::NoNeed, Broken));
        assert_eq!(need(&with(|it| it.goals = vec![row(0)])), (LinkReason::GoalHasOutcome(row(0), row(1)), Weak));
        let output = with(|it| (it.goals, it.indicators) = (vec![row(0)], vec![row(0)]));
        assert_eq!(need(&output), (LinkReason::MovesNoOutcome(row(0)), Weak));
        let outcome = with(|it| it.indicators = vec![row(0), row(1)]);
        assert_eq!(need(&outcome), (LinkReason::MovesOutcome(row(1)), Whole));
        let told = one(|it| it.insights = vec![row(1), row(0), row(2)]);
        let told = told.insight("2026-01", |_| ()).insight("2026-02", |_| ()).insight("2026-07", |_| ());
        assert_eq!(need(&told), (LinkReason::AnswersInsight(row(1)), Whole));
        let later = one(|it| it.insights = vec![row(0)]).insight("2026-07", |_| ());
        assert_eq!(need(&later), (LinkReason::NoNeed, Broken));
    }

    #[test]
    fn forum_is_an_active_one_of_its_own_or_its_areas() {
        let forum = |plan: &Fixture| link(plan, LinkKind::Forum);
        let plan = || one(|it| it.goals = vec![row(0)]).area().area().goal(|it| it.area = Some(row(0)));
        assert_eq!(forum(&plan()), (LinkReason::NoForum, Broken));
        assert_eq!(forum(&plan().forum(|it| it.areas = vec![row(1)]).met("2026-06-01")).0, LinkReason::NoForum);
        assert_eq!(forum(&plan().forum(|_| ())), (LinkReason::ForumNeverMet(row(0)), Weak));
        let unsaid = plan().forum(|it| it.every = None).met("2026-06-01");
        assert_eq!(forum(&unsaid), (LinkReason::ForumWithoutRhythm(row(0)), Weak));
        let silent = plan().forum(|_| ()).met("2025-06-10");
        let reason = LinkReason::SilentForum { forum: row(0), days: 365, every: Interval::Quarter };
        assert_eq!(forum(&silent), (reason, Weak));
        assert_eq!(silent.first(TODAY).chain.unwrap().link(LinkKind::Forum).mend, Some(Mend::Forum(row(0))));
        let active = silent.clone().forum(|_| ()).met("2026-06-01");
        assert_eq!(forum(&active), (LinkReason::ActiveForum(row(1)), Whole));
        let mut own = silent.forum(|it| it.areas.clear()).met("2026-06-01");
        own.initiatives[0].forum = Some(row(1));
        assert_eq!(forum(&own), (LinkReason::ActiveForum(row(1)), Whole));
    }

    #[test]
    fn activity_is_something_under_way_or_done_as_planned() {
        let activity = |plan: &Fixture| link(plan, LinkKind::Activity);
        let with = |state, due: &str| one(|_| ()).activity(state, due, |_| ());
        assert_eq!(activity(&one(|_| ())), (LinkReason::NoActivity, Broken));
        assert_eq!(activity(&with(Cancelled, "2026-05")), (LinkReason::NoActivity, Broken));
        assert_eq!(activity(&with(Unknown, "2026-05")), (LinkReason::ActivitiesUnknown { total: 1 }, Weak));
        assert_eq!(activity(&with(NotStarted, "2026-07")), (LinkReason::NothingStarted { total: 1 }, Weak));
        for state in [NotStarted, InProgress] {
            let overdue = LinkReason::OnlyOverdue { activity: 0, days: 10 };
            assert_eq!(activity(&with(state, "2026-05")), (overdue, Weak));
        }
        for due in ["2026-07", ""] {
            assert_eq!(activity(&with(InProgress, due)), (LinkReason::UnderWay(0), Whole));
        }
        let done = with(Done, "2026-01");
        let also = |state, due: &str| activity(&done.clone().activity(state, due, |_| ()));
        assert_eq!(activity(&done), (LinkReason::DoneAsPlanned { done: 1, total: 1 }, Whole));
        assert_eq!(also(NotStarted, "2026-07"), (LinkReason::DoneAsPlanned { done: 1, total: 2 }, Whole));
        assert_eq!(also(NotStarted, "2026-05"), (LinkReason::OnlyOverdue { activity: 1, days: 10 }, Weak));
        assert_eq!(also(InProgress, "2026-07"), (LinkReason::UnderWay(1), Whole));

        let late = |due: &str| activity(&with(InProgress, "").activity(NotStarted, due, |_| ()));
        assert_eq!(late("2026-03-12"), (LinkReason::UnderWay(0), Whole));
        assert_eq!(late("2026-03-11"), (LinkReason::LongOverdue { activity: 1, days: 91, limit: 90 }, Weak));
        let stopped = |due: &str| activity(&with(NotStarted, due));
        assert_eq!(stopped("2026-03-11"), (LinkReason::Stalled { activity: 0, days: 91, limit: 90 }, Broken));
        assert_eq!(stopped("2026-03-12"), (LinkReason::OnlyOverdue { activity: 0, days: 90 }, Weak));
    }

    #[test]
    fn follow_up_is_a_fresh_report_that_a_review_answers() {
        let follow_up = |plan: &Fixture| link_on("2026-06-26", plan, LinkKind::FollowUp);
        let reported = || one(|_| ()).report("2026-T1", OnTrack);
        let (period, review) = (fixture::plan().facts(TODAY).calendar.latest().unwrap(), row(0));

        let never = LinkReason::NotReported { reporting: Reporting::Never, periods: 1 };
        assert_eq!(follow_up(&one(|_| ())), (never, Broken));
        let mend = one(|_| ()).first(TODAY).chain.unwrap().link(LinkKind::FollowUp).mend;
        assert_eq!(mend, Some(Mend::NewReport(row(0), Some(period))));
        let late = LinkReason::NotReported { reporting: Reporting::Late, periods: 1 };
        assert_eq!(follow_up(&one(|_| ()).report("2025-T3", OnTrack)), (late, Broken));
        let ahead = one(|it| it.start = Some(on("2026-T3")));
        assert_eq!(follow_up(&ahead), (LinkReason::NotYetDue, Weak));
        let mut young = reported();
        young.settings.start = on("2026-T2");
        assert_eq!(follow_up(&young), (LinkReason::NothingToReview, Weak));

        assert_eq!(follow_up(&reported()), (LinkReason::NotReviewed(period), Weak));
        let old = reported().review("2025-T3", "2026-02-01", |_| ());
        assert_eq!(follow_up(&old), (LinkReason::NotReviewed(period), Weak));
        let ahead_of_us = reported().review("2026-T1", "2026-06-27", |_| ());
        assert_eq!(follow_up(&ahead_of_us), (LinkReason::NotReviewed(period), Weak));
        let with = |edit: fn(&mut Review)| reported().review("2026-T1", "2026-06-09", edit);
        assert_eq!(follow_up(&with(|_| ())), (LinkReason::FollowedUp(review), Whole));
        let others = with(|it| it.covers = Some(Vec::new()));
        assert_eq!(follow_up(&others), (LinkReason::NotCovered(review), Weak));
        let named = with(|it| it.covers = Some(vec![row(0)]));
        assert_eq!(follow_up(&named), (LinkReason::FollowedUp(review), Whole));
        let reported_after = reported().review("2026-T1", "2026-04-30", |_| ());
        assert_eq!(follow_up(&reported_after), (LinkReason::NotCovered(review), Weak));
    }

    #[test]
    fn follow_up_answers_the_question_that_was_asked() {
        let follow_up = |plan: &Fixture| link(plan, LinkKind::FollowUp);
        let asked = |edit: fn(&mut Review)| {
            one(|_| ()).report_with("2026-T1", OnTrack, |it| it.decision_needed = Some(question(""))).review(
                "2026-T1",
                "2026-06-09",
                edit,
            )
        };
        let unanswered = asked(|_| ());
        assert_eq!(follow_up(&unanswered), (LinkReason::QuestionUnanswered(row(0), row(0)), Weak));
        let answered = asked(|it| (it.covers, it.answers) = (Some(Vec::new()), vec![(row(0), String::new())]));
        assert_eq!(follow_up(&answered), (LinkReason::FollowedUp(row(0)), Whole));
        let affects = vec![Mention::Entity(AnyKey::Initiative(row(0)))];
        let decided = unanswered.decision("2026-05-20", |it| it.affects = affects);
        assert_eq!(follow_up(&decided), (LinkReason::AnsweredByDecision(row(0), row(0)), Whole));
    }

    #[test]
    fn a_review_has_as_long_as_the_reports_had() {
        // Reports for 2025-T3 are due on 28 January, and a review of them on 25 February; of 2026-T1 on 25 June.
        let plan = one(|it| it.start = Some(on("2025-T3"))).report("2025-T3", OnTrack);
        let reason = |plan: &Fixture, today: &str| link_on(today, plan, LinkKind::FollowUp).0;
        let third = plan.facts("2026-02-25").calendar.latest().unwrap();
        assert_eq!(reason(&plan, "2026-02-25"), LinkReason::NothingToReview);
        assert_eq!(reason(&plan, "2026-02-26"), LinkReason::NotReviewed(third));

        let plan = plan.report("2026-T1", OnTrack).review("2025-T3", "2026-02-17", |_| ());
        assert_eq!(reason(&plan, "2026-02-16"), LinkReason::NothingToReview);
        assert_eq!(reason(&plan, "2026-02-17"), LinkReason::FollowedUp(row(0)));
        assert_eq!(reason(&plan, "2026-06-25"), LinkReason::FollowedUp(row(0)));
        assert_eq!(reason(&plan, "2026-06-26"), LinkReason::NotReviewed(third.next()));
        // A review that comes early counts at once.
        let early = plan.review("2026-T1", "2026-05-20", |it| it.covers = Some(Vec::new()));
        assert_eq!(reason(&early, "2026-05-19"), LinkReason::FollowedUp(row(0)));
        assert_eq!(reason(&early, "2026-05-20"), LinkReason::NotCovered(row(1)));
    }

    #[test]
    fn what_has_ended_has_no_chain_and_counts_nowhere() {
        let plan = one(|_| ()).report("2026-T1", Assessment::Done).initiative(|_| ());
        let plan = plan.report("2026-T1", Assessment::Cancelled).initiative(|it| it.merged_into = Some(row(3)));
        let plan = plan.initiative(|_| ()).report("2026-T1", Assessment::Paused);
        let facts = plan.facts(TODAY);
        let chains: Vec<bool> = facts.initiatives.rows().iter().map(|it| it.chain.is_some()).collect();
        assert_eq!(chains, [false, false, false, true]);
        let counts = &facts.chains.plan;
        assert_eq!(counts.whole, Share { n: 0, of: 1 });
        assert_eq!(counts.link(LinkKind::Owner).share(), Share { n: 1, of: 1 });
        let direction = counts.link(LinkKind::Direction);
        assert_eq!((direction.whole, direction.weak, direction.broken), (0, 0, 1));
        assert_eq!((&facts.chains.units[row(0)], &facts.chains.roles[row(0)]), (counts, counts));
    }

    #[test]
    fn a_chain_can_be_whole() {
        let plan = fixture::plan()
            .area()
            .goal(|it| it.area = Some(row(0)))
            .forum(|_| ())
            .met("2026-06-01")
            .insight("2026-01", |_| ())
            .decision("2026-01-10", |_| ())
            .initiative(|it| {
                (it.goals, it.insights, it.decision) = (vec![row(0)], vec![row(0)], Some(row(0)));
            })
            .activity(InProgress, "2026-09", |_| ())
            .report("2026-T1", OnTrack)
            .review("2026-T1", "2026-06-09", |_| ());
        let facts = plan.facts(TODAY);
        assert!(facts.initiatives[row(0)].chain.as_ref().unwrap().is_whole());
        assert_eq!(facts.chains.goals[row(0)].whole, Share { n: 1, of: 1 });
        assert_eq!(facts.chains.areas[row(0)], facts.chains.plan);
    }
}
