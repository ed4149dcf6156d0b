//! **derive**: where the plan really stands at one date.
//!
//! Comes in: a [`Plan`] and a date. Goes out: [`Facts`], pure data, every value with the [`Rule`] it follows from and
//! the inputs that a reader needs to compute it again. Nothing here can fail, and nothing here is declared: what editors
//! say stays in [`Plan`]. Kept out: wording, languages, HTML, the clock.
//!
//! # The date
//!
//! A build for an earlier date sees the plan as far as its dates tell what was known then. Something **exists** once the
//! first day that its date may mean has come. Later reports, moves of a deadline, observations, breaks in a series,
//! assessments of goals, decisions, reviews, meetings, insights and responses to them do not exist yet; an activity that
//! was done later was in progress (done at an unknown time: it is done). What has no date holds as declared: who is
//! accountable, phase, start, merges, relations, activities that are not done. One exception: a phase `closed` does not hold yet while a report
//! about the initiative is still to come. A date **has passed** when the last day that it may mean is before today.
//!
//! # The rules
//!
//! **F1 Reporting.** The plan's periods are those of its rhythm that lie, at least in part, between its start and its
//! end, from the first that is reported. A period is *closed* when its last day is before today; a report for it is
//! *due* until the grace has run out, that many days after its last day. An initiative *owes* a report for each closed period that ends on or after the
//! first day of its start; without a start, for every closed period of the plan. Merged, cancelled and done initiatives
//! owe no more; paused ones do. An idea with neither start nor end, of which nothing has begun, owes none. The latest
//! report is the one for the latest period; it speaks for all periods before it. The *missing* periods are the owed
//! ones after the latest report; the *overdue* ones are those of them whose grace has run out.
//! - `exempt`: merged, cancelled or done.
//! - `reported`: there is a report, and no period is overdue.
//! - `not yet due`: there is no report, and no period is overdue.
//! - `never`: there is no report, and at least one period is overdue.
//! - `silent`: there is a report, and at least `stale_after` periods are overdue.
//! - `late`: there is a report, and fewer periods are overdue.
//!
//! **F2 State.** The first that holds, in this order: *merged* (into another); *cancelled* (the latest report says so);
//! *done* (the latest report says so, or the phase is closed); *paused* (the latest report says so); *no information*
//! (F1 `silent` or `never`); *delayed* (the deadline that F5 judges by has passed, or the start has passed and nothing
//! has begun); *off-track* and *at-risk* (the latest report says so, or F3 does); *not started* (the start's first day is
//! ahead; or it is an idea with neither start nor end, of which nothing has begun; or F1 is `not yet due` and nothing has
//! begun); *on-track* (the latest report says so; or F1 is `not yet due` and something has begun). *Something has begun*
//! when an activity is in progress or done, or when the phase is pilot, rollout, operation or closed. Every reason for
//! the state that holds is kept, and what the latest report said stands beside.
//!
//! **F3 On-track must be earned.** *At-risk* at best: an activity overdue by more than `overdue_days`, or the latest
//! `no_progress_reports` reports in a row without progress. *Off-track* at best: an activity overdue by more than
//! `long_overdue_days`, or at least the share `overdue_share` of the open activities overdue (by a day or more).
//!
//! **F4 Activities.** Counts, never a percentage. Cancelled ones are counted apart and are not part of the total.
//! *Open* is what is not started or in progress; one whose state nobody tells counts in the total only; *overdue* is open
//! with a due date that has passed.
//!
//! **F5 Deadline.** The original is the first move's `from`, the current one what the moves that exist have led to.
//! *Months slipped* runs between the last days of both, rounded to whole months. A move is *reported* when there is a
//! report for the period in which it was made. The state is judged by the current deadline when the latest move is
//! reported; otherwise by the earliest deadline since (and with) the one that the latest reported move led to, or the
//! original when none is reported. So no number of unreported moves, back or forth, ever improves a state.
//!
//! **F6 Delivery.** Of a goal, an area, a unit, a role, the plan: how many initiatives have which state, of how many;
//! never a mean. A goal's outcome is the list of its indicators' outcomes; its assessment is the latest declared one.
//! An assessment older than `assessment_days` days may no longer hold, and the goal's page says so.
//! A goal without an area lies in that of the nearest goal above it.
//!
//! **F7 Indicator.** A value, a baseline and a target count at the last day of their date. The expected path runs
//! straight from the baseline through the targets and stays at the last one. The value is compared with what was
//! expected *on its own day*, not today: ratio = (latest − start) / (expected − start). The start is the baseline; after a
//! break in the series, the first value after the latest break. The first that holds:
//! `cannot say` (no direction; no target; no observation with a value; too old: more than `data_age_intervals` of its
//! intervals since its last day); `met` (the final target holds); `cannot say` (no baseline; one observation: nothing
//! measured after the start; expected = start); then by the ratio `in phase`, `partly`, `weak`, `wrong way` (below 0).
//! Where the targets go against the direction the ratio says nothing: at least as good as expected is `in phase`, else
//! `wrong way`.
//! An indicator that should stay *within* a band has no path. The band in force is that of the latest target whose day
//! has come by the value's day, else the first. Inside it is `in phase`, and `met` when it is the final one and its day
//! has come. Outside it, ratio = the share of the start's distance to the band that has been covered, at best `partly`;
//! `wrong way` when the start was inside.
//! *Trend* and *arrow* compare the last two values after the latest break, as shown with the indicator's decimals; of
//! values that are too old there is no trend.
//!
//! **F8 Insight.** The days run from the last day of the insight's period. It is *answered* when a response exists whose
//! state is another than `received`: that something was received is no answer; that a forum works with it, that it was
//! taken up, declined or done is. A response without a date holds as declared. Without an answer it is *open*, and
//! *unanswered* once more than `insight_days` days have gone. It is *routed* when a forum or an initiative has it. A
//! volume under 5 is never kept as a number, and is part of no sum.
//!
//! **F9 Forum.** A meeting is held once its date exists. A forum is *active* when no more days have gone since its last
//! meeting than `forum_rhythm` times its own interval, else *silent*; *never met* when no meeting is held; *cannot say*
//! when it has met but states no interval. It is expected to meet again one interval of the calendar after its last
//! meeting. For being active an interval counts as the days of its longest kind: a month 31, a quarter 92, a tertial
//! 123, a year 366.
//! Three *work lists* look at the latest report of each ongoing initiative (one that is neither done, cancelled nor
//! merged):
//! - *Decisions waited for*: its question, unless a review of its period or a later one, not made before the report,
//!   has an answer for the initiative, or a decision that the initiative names, or that affects the initiative or the
//!   report, is dated after the report. It is *overdue* when the day it is needed by has passed.
//! - *Obstacles*: its obstacle, as old as the first of the latest reports in a row that name an obstacle of that kind.
//! - *Missing reports*: those that F1 calls missing, as old as the day on which the first was due.
//!
//! A role's *duties* are the missing reports of what it is accountable for, the decisions that are waited for from it,
//! the insights that F8 does not call answered (of the role that has begun to answer, else of the chair of the insight's
//! forum, else of the role accountable for the first of its ongoing initiatives; due `insight_days` after its period),
//! and the indicators whose data F7 calls too old (of the role accountable for the first goal that names it, else for
//! the first initiative; due on the day they became so). The longest overdue comes first.
//!
//! A forum's *next agenda* holds the ongoing initiatives that name the forum or serve a goal of its areas, and the
//! insights that name the forum or touch a goal of its areas, when they need something. The needs, the worst first: a
//! decision that is overdue; information, when F1 says `silent` or `never`; a new plan, when F2 says *delayed*; that an
//! obstacle is removed; an answer, when F8 says *unanswered*; a report that is `late`; a decision that is not overdue.
//! Among equals that which has lasted longest comes first, and of decisions that are not overdue the one needed first.
//! Each thing stands there once, by its worst need, with all of them.
//!
//! **F10 Chain.** Each ongoing initiative has seven links. Done, cancelled and merged ones have no chain: nothing can be
//! mended there any more.
//! 1. *Direction*: whole when a decision that exists is named by the initiative or affects it; weak when that is true
//!    of one of its goals only, or of the plan only; else broken.
//! 2. *Owner*: whole when one role is accountable; weak when that role's title names a group ("all", "the
//!    departments"); else broken.
//! 3. *Mandate*: whole when the accountable role or the sponsor decides; weak when the accountable role proposes; else
//!    broken.
//! 4. *Need*: whole when it answers to an insight that exists or names an outcome indicator; weak when it names other
//!    indicators only, or when only one of its goals has an outcome indicator; else broken.
//! 5. *Forum*: whole when an active forum (F9) works with it: its own, or one of its goals' areas; weak when none of
//!    them is active; broken when there is none.
//! 6. *Activity*: broken without activities, cancelled ones not counted, and when one is overdue by more than
//!    `long_overdue_days` while nothing is in progress. Else weak when one is overdue by more than that; whole when one
//!    is in progress and not overdue, or when some are done and none is overdue; else weak.
//! 7. *Follow-up*: broken when F1 is `late`, `silent` or `never`; weak when it is `not yet due`. Else whole when the
//!    review covers it and its question for that period, if any, is answered as in F9; else weak. *The review* is that
//!    of the latest closed period that has one, or should have: a review is due as many days after the reports were due
//!    as they had grace. It covers the initiatives it lists (without a list, all that had reported by its date) and
//!    those it answers.
//!
//! A chain is whole when all seven links are.
//!
//! **F11 Pulse.** n of N: *one owner*, *mandate* and *whole chain*: links 2 and 3 and chains of F10 that are whole, of
//! the ongoing initiatives; *reported*: for the latest closed period, of the initiatives that owe or owed a report for
//! it; *next step*: the latest report names one and F2 is not *no information*, of the ongoing initiatives that are not
//! `not yet due`; *under way*: an activity is in progress, of the ongoing initiatives that are neither paused nor not
//! started; *forums*: active, of all; *insights*: answered, of all that exist; *decisions*: overdue, of those waited
//! for. Its *history* tells it for each closed period, as it was on the last day on which a report for the period was in
//! time (today, while that day is ahead). What came later does not change it. The latest 120 periods have a history.
//! The plan is *followed* when all who should have reported have; *for the most part* from the share `pulse_mostly`, *in
//! part* from the share `pulse_partly`, else *poorly*, and *not at all* when nobody has. Of any other measure of which
//! more is better, all is whole, and less than the share `pulse_partly` is broken.
//!
//! **F12 Changes.** Between the facts of two dates. *New*: an initiative whose start's first day has come in between;
//! without a start the dates do not tell. *Closed* and *reopened*: it has ceased to be ongoing, or is so again. *Newly
//! silent*: F2 has become *no information*. *Paused* and *resumed*: F2 has become *paused*, or was; it is neither
//! better nor worse to pause. *Better* and *worse*: among all other ongoing ones that are not new, F2 has come
//! nearer the end or the beginning of: no information, delayed, off-track, at-risk, not started, on-track. *Moved*: the
//! deadline was moved in between. *Answered*: F8 has become so. *Decisions*, *reports* and *insights* are new when they
//! exist now and did not.
//!
//! The order of the files: `reporting` F1, `state` F2 and F3, `activities` F4, `deadline` F5, `goal` F6, `indicator` F7,
//! `insight` F8, `forum`, `lists`, `duties` and `agenda` F9, `chain` and `chains` F10, `pulse` F11, `changes` and `events` F12; `quality` warns.

mod activities;
mod agenda;
mod chain;
mod chains;
mod changes;
mod deadline;
mod duties;
mod events;
#[cfg(test)]
mod fixture;
mod forum;
mod goal;
mod index;
mod indicator;
mod insight;
mod latest;
mod past;
mod lists;
mod memo;
#[cfg(test)]
mod properties;
mod pulse;
mod quality;
mod reporting;
mod state;
mod statement;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use self::reporting::Reports;
use crate::model::{Area, Forum, Goal, Indicator, Initiative, Insight, Key, Period, Plan, PlanDate, Role, Unit};

pub use activities::{Activities, ActivityFacts, DueState};
pub use agenda::{AgendaItem, AgendaNeed, AgendaSubject};
pub use chain::{Chain, Link, LinkKind, LinkReason, Mend, Reviewed, Strength};
pub use chains::{ChainCounts, Chains, LinkCounts};
pub use changes::{Changes, MovedDeadline, Shift, changes};
pub use deadline::Deadline;
pub use duties::{Duties, Duty, Task};
pub use events::{Event, Happening, events};
pub use forum::{ForumActivity, ForumFacts};
pub use goal::{Distribution, GoalFacts, UnitFacts};
pub use index::{Index, Per};
pub use indicator::{Arrow, IndicatorFacts, Outcome, Trend, WhyNot};
pub use insight::{InsightCounts, InsightFacts, InsightState};
pub use latest::{FactKind, LatestFact, old_assessment};
pub use lists::{Answer, DecisionWaiting, MissingReport, ObstacleFacts, WorkLists, answer};
pub use memo::{Derived, Memo, derive_again};
pub use past::{Between, Past};
pub use pulse::{Following, PeriodPulse, Pulse, Share};
pub use quality::quality;
pub use reporting::{Calendar, Freshness, Owed, ReportDue, Reporting};
pub use state::{Reason, Standing, State};
pub use statement::{StatementFacts, Supervisor};

/// A rule that a derived value follows from. What each says: the documentation of this module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Reporting of an initiative.
    F1,
    /// State of an initiative.
    F2,
    /// On-track must be earned.
    F3,
    /// Counts of activities.
    F4,
    /// Deadline.
    F5,
    /// Delivery and outcome.
    F6,
    /// Indicator.
    F7,
    /// Insight.
    F8,
    /// Forum, its agenda and the work lists.
    F9,
    /// The chain of responsibility.
    F10,
    /// The pulse.
    F11,
    /// Changes between two dates.
    F12,
}

impl Rule {
    /// All, in order.
    pub const ALL: [Self; 12] = [
        Self::F1,
        Self::F2,
        Self::F3,
        Self::F4,
        Self::F5,
        Self::F6,
        Self::F7,
        Self::F8,
        Self::F9,
        Self::F10,
        Self::F11,
        Self::F12,
    ];

    /// Its id, as published: `F1`.
    pub fn id(self) -> &'static str {
        match self {
            Self::F1 => "F1",
            Self::F2 => "F2",
            Self::F3 => "F3",
            Self::F4 => "F4",
            Self::F5 => "F5",
            Self::F6 => "F6",
            Self::F7 => "F7",
            Self::F8 => "F8",
            Self::F9 => "F9",
            Self::F10 => "F10",
            Self::F11 => "F11",
            Self::F12 => "F12",
        }
    }
}

/// Everything that is derived from a plan at one date.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The date they hold for, and the plan's reporting periods around it.
    pub calendar: Calendar,
    /// Who belongs to whom, so that nobody has to search.
    pub index: Index,
    /// Each initiative.
    pub initiatives: Per<Initiative, InitiativeFacts>,
    /// Each goal.
    pub goals: Per<Goal, GoalFacts>,
    /// Each indicator.
    pub indicators: Per<Indicator, IndicatorFacts>,
    /// The states of all initiatives of the plan.
    pub plan: Distribution,
    /// For each area, the states of the initiatives that serve its goals.
    pub areas: Per<Area, Distribution>,
    /// For each unit, the states of the initiatives that its roles are accountable for.
    pub units: Per<Unit, UnitFacts>,
    /// For each role, the states of the initiatives that it is accountable for.
    pub roles: Per<Role, Distribution>,
    /// Each insight; `None` when it does not exist yet.
    pub insights: Per<Insight, Option<InsightFacts>>,
    /// All insights that exist, in numbers.
    pub insight_counts: InsightCounts,
    /// Each forum.
    pub forums: Per<Forum, ForumFacts>,
    /// For each forum what it should take up next, worst and oldest first; nothing in the facts of a closed period.
    pub agendas: Per<Forum, Vec<AgendaItem>>,
    /// The accessibility statement; `None` when there is none yet.
    pub statement: Option<StatementFacts>,
    /// What the leadership has to act on.
    pub lists: WorkLists,
    /// What each role owes; nothing in the facts of a closed period.
    pub duties: Duties,
    /// The review that the chains look for.
    pub reviewed: Reviewed,
    /// How the chains of responsibility hold.
    pub chains: Chains,
    /// Whether the plan is led and followed, in a few numbers.
    pub pulse: Pulse,
    /// The same at each closed period, oldest first.
    pub history: Vec<PeriodPulse>,
}

/// What is derived about one initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct InitiativeFacts {
    /// F1: whether it reports as it should.
    pub reporting: Freshness,
    /// F2 and F3: where it stands, and why.
    pub standing: Standing,
    /// F4: how many of its activities are done.
    pub activities: Activities,
    /// F5: how its deadline has moved.
    pub deadline: Deadline,
    /// F10: its chain of responsibility; `None` when it is done, cancelled or merged.
    pub chain: Option<Chain>,
}

impl InitiativeFacts {
    /// Whether it is worked with or to be: neither done, cancelled nor merged.
    pub fn is_ongoing(&self) -> bool {
        self.standing.state.is_ongoing()
    }
}

/// All facts of `plan` as they are known on `today`.
pub fn derive(plan: &Plan, today: Date) -> Facts {
    let mut facts = at(plan, Calendar::new(&plan.settings, today));
    facts.history = history(plan, &facts, &[]);
    let now = Now::new(plan, &facts);
    facts.with(now)
}

/// The same together with the history of the plan. Its closed periods tell what `today`'s facts say of them, so that each
/// of their days is derived once.
pub fn derive_with_past(plan: &Plan, today: Date) -> (Facts, Past) {
    let day = || at(plan, Calendar::new(&plan.settings, today));
    let (periods, mut facts) = rayon::join(|| closed_periods(plan, today), day);
    facts.history = history(plan, &facts, &periods);
    let (now, past) = rayon::join(|| Now::new(plan, &facts), || Past::of(plan, periods, &facts, today));
    (facts.with(now), past)
}

/// The history of the pulse until the day of these facts, when these of the closed periods are known.
fn history(plan: &Plan, facts: &Facts, known: &[PeriodFacts]) -> Vec<PeriodPulse> {
    let calendar = &facts.calendar;
    let earlier = |date| {
        let known = known.iter().rfind(|own| own.facts.calendar.today == date);
        known.map_or_else(|| at(plan, calendar.earlier(&plan.settings, date)).pulse, |own| own.facts.pulse)
    };
    pulse::history(calendar, facts.pulse, earlier)
}

/// What nobody asks of a day that has been.
struct Now {
    agendas: Per<Forum, Vec<AgendaItem>>,
    duties: Duties,
    chains: Chains,
}

impl Now {
    /// What follows from all other facts of a day.
    fn new(plan: &Plan, facts: &Facts) -> Self {
        Self {
            agendas: agenda::agendas(plan, facts),
            duties: Duties::new(plan, facts),
            chains: Chains::new(&facts.index, &facts.initiatives),
        }
    }
}

impl Facts {
    fn with(self, now: Now) -> Self {
        let Now { agendas, duties, chains } = now;
        Self { agendas, duties, chains, ..self }
    }
}

/// All facts of `plan` as they are told for a closed period: as they were known on [`Calendar::told_on`] it. Only what
/// existed then counts, so that the same comes out whenever it is built again.
pub fn as_of_period(plan: &Plan, period: Period, today: Date) -> Facts {
    derive(plan, Calendar::new(&plan.settings, today).told_on(period))
}

/// A closed period with all that is told for it.
#[derive(Clone, Debug)]
pub struct PeriodFacts {
    /// The period.
    pub period: Period,
    /// The facts of [`as_of_period`], but for what is asked of today only: duties, agendas, and chains but the plan's.
    pub facts: Facts,
}

/// Each closed period on `today` that has a history, oldest first, with its [facts](PeriodFacts::facts), at the cost of
/// deriving each once.
pub fn closed_periods(plan: &Plan, today: Date) -> Vec<PeriodFacts> {
    let calendar = Calendar::new(&plan.settings, today);
    let dates: BTreeSet<Date> = calendar.told().iter().map(|&period| calendar.told_on(period)).collect();
    let mut days: BTreeMap<Date, Facts> =
        dates.into_par_iter().map(|date| (date, at(plan, calendar.earlier(&plan.settings, date)))).collect();
    // Those before a period have been derived on the very days that its history needs.
    let pulses: BTreeMap<Date, Pulse> = days.iter().map(|(date, facts)| (*date, facts.pulse)).collect();
    let earlier =
        |date| pulses.get(&date).copied().unwrap_or_else(|| at(plan, calendar.earlier(&plan.settings, date)).pulse);
    let mut periods: Vec<PeriodFacts> = Vec::new();
    for &period in calendar.told() {
        let facts = match days.remove(&calendar.told_on(period)) {
            Some(mut facts) => {
                facts.history = pulse::history(&facts.calendar, facts.pulse, earlier);
                Some(facts)
            }
            // Told on the same day as the one before.
            None => periods.last().map(|last| last.facts.clone()),
        };
        periods
            .push(PeriodFacts { period, facts: facts.expect("a day is derived before the first period told on it") });
    }
    periods
}

/// The facts on the day of a calendar, without their history and what is asked of today only ([`Now`]).
fn at(plan: &Plan, calendar: Calendar) -> Facts {
    let today = calendar.today;
    let index = Index::new(plan, today);
    let thresholds = &plan.settings.thresholds;
    let mut initiatives: Per<Initiative, InitiativeFacts> = Per::new(
        plan.initiatives
            .iter()
            .map(|(key, initiative)| {
                let reports = Reports::new(plan, &index, key);
                let activities = Activities::new(initiative, today);
                let deadline = Deadline::new(initiative, &reports, today);
                let reporting = Freshness::new(initiative, &reports, &activities, &calendar, plan.settings.reporting);
                let standing =
                    Standing::new(initiative, &reports, reporting, &activities, &deadline, thresholds, today);
                InitiativeFacts { reporting, standing, activities, deadline, chain: None }
            })
            .collect(),
    );
    let indicators: Per<Indicator, IndicatorFacts> = Per::new(
        plan.indicators.rows().iter().map(|indicator| IndicatorFacts::new(indicator, thresholds, today)).collect(),
    );
    let insights: Per<Insight, Option<InsightFacts>> =
        Per::new(plan.insights.rows().iter().map(|it| InsightFacts::new(it, thresholds.insight_days, today)).collect());
    let forums: Per<Forum, ForumFacts> =
        Per::new(plan.forums.rows().iter().map(|forum| ForumFacts::new(plan, forum, today)).collect());
    let reviewed = Reviewed::new(plan, &index, &calendar);
    for (key, facts) in initiatives.iter_mut() {
        facts.chain = Chain::new(plan, &index, &forums, &reviewed, key, facts);
    }
    let lists = WorkLists::new(plan, &index, &calendar, &initiatives);

    let of = |keys: &[Key<Initiative>]| Distribution::of(keys.iter().map(|&key| initiatives[key].standing.state));
    let mut facts = Facts {
        goals: Per::new(
            plan.goals.iter().map(|(key, goal)| GoalFacts::new(key, goal, &index, &of, &indicators, today)).collect(),
        ),
        plan: Distribution::of(initiatives.rows().iter().map(|facts| facts.standing.state)),
        areas: index.initiatives_of_area.map(|keys| of(keys)),
        units: Per::new(
            plan.units
                .keys()
                .map(|key| UnitFacts {
                    direct: of(&index.initiatives_of_unit[key]),
                    below: of(&index.initiatives_below_unit[key]),
                })
                .collect(),
        ),
        roles: index.initiatives_of_role.map(|keys| of(keys)),
        insight_counts: InsightCounts::of(
            plan.insights.rows().iter().zip(insights.rows()).filter_map(|(it, facts)| Some((&**it, facts.as_ref()?))),
        ),
        agendas: Per::new(Vec::new()),
        chains: Chains::of_plan(&initiatives),
        reviewed,
        statement: StatementFacts::new(plan, today),
        pulse: Pulse::default(),
        duties: Duties::default(),
        history: Vec::new(),
        calendar,
        index,
        initiatives,
        indicators,
        insights,
        forums,
        lists,
    };
    facts.pulse = Pulse::new(plan, &facts);
    facts
}

/// Whether something of this date exists on `today`: the first day that it may mean has come.
fn exists(date: PlanDate, today: Date) -> bool {
    date.first_day() <= today
}
