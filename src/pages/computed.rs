//! `berakning.json`: every derived value with its rule, what it was made from, and what came out, so that anyone can
//! compute it again. `berakning.schema.json` describes it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::derive::{Facts, ForumActivity, InsightState, Outcome, Past, Pulse, Reason, Share, Strength};
use crate::model::{AnyKey, Choice as _, Initiative, Key, Plan};

use super::context::{entity, state_key};

/// All derived values of a plan at one date.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Computed {
    /// The version of this format.
    pub version: u32,
    /// The day that the values hold for.
    pub date: String,
    /// The limits that the rules used.
    pub thresholds: BTreeMap<&'static str, f64>,
    /// F1: the reporting calendar.
    pub calendar: Calendar,
    /// Each initiative.
    pub initiatives: Vec<InitiativeValues>,
    /// F6: each goal.
    pub goals: Vec<GoalValues>,
    /// F7: each indicator.
    pub indicators: Vec<IndicatorValues>,
    /// F8: each insight that exists.
    pub insights: Vec<InsightValues>,
    /// F9: each forum.
    pub forums: Vec<ForumValues>,
    /// The decisions that are waited for.
    pub decisions_needed: Vec<DecisionNeeded>,
    /// F11: the pulse.
    pub pulse: PulseValues,
    /// F11: the pulse on the day that each closed period is told for.
    pub pulse_history: Vec<PeriodValues>,
    /// F12: what happened between closed periods.
    pub changes: Vec<ChangeValues>,
}

/// F1: the plan's reporting periods.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Calendar {
    /// The rule.
    pub rule: &'static str,
    /// Closed periods, oldest first.
    pub closed: Vec<String>,
    /// Days after a period's last day until a report for it is overdue.
    pub grace_days: u32,
    /// The period whose reports are due next.
    pub next_period: Option<String>,
    /// The day on which they are.
    pub next_due: Option<String>,
}

/// What is derived about an initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct InitiativeValues {
    /// Its id.
    pub id: String,
    /// Whether it is neither done, cancelled nor merged.
    pub ongoing: bool,
    /// F1: how it reports.
    pub reporting: ReportingValues,
    /// F2 and F3: its state.
    pub state: StateValues,
    /// F4: its activities.
    pub activities: ActivityValues,
    /// F5: its deadline.
    pub deadline: DeadlineValues,
    /// F10: the seven links of its chain; empty when it has ended.
    pub chain: Vec<LinkValues>,
}

/// F1 of an initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReportingValues {
    /// The rule.
    pub rule: &'static str,
    /// The period of the latest report.
    pub latest_period: Option<String>,
    /// The day of the latest report.
    pub latest_date: Option<String>,
    /// What the latest report names as the next step.
    pub has_next_step: bool,
    /// Whether a report is or was owed for the latest closed period.
    pub owed_latest: bool,
    /// Whether there is one.
    pub reported_latest: bool,
    /// Owed periods after the latest report.
    pub missing: u32,
    /// Those of them whose grace has run out.
    pub overdue: u32,
    /// The result: `exempt`, `reported`, `not-yet-due`, `late`, `silent`, `never`.
    pub result: String,
}

/// F2 and F3 of an initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StateValues {
    /// The rule.
    pub rule: &'static str,
    /// What the latest report said.
    pub declared: Option<&'static str>,
    /// The rules that named the state: rule and reason.
    pub because: Vec<Because>,
    /// The result.
    pub result: &'static str,
}

/// A rule that spoke.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Because {
    /// The rule.
    pub rule: &'static str,
    /// Its reason.
    pub reason: String,
    /// The days, periods or reports that it counted.
    pub counted: Option<u32>,
}

/// F4 of an initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ActivityValues {
    /// The rule.
    pub rule: &'static str,
    /// All but cancelled ones.
    pub total: u32,
    /// Done.
    pub done: u32,
    /// In progress.
    pub in_progress: u32,
    /// Not started.
    pub not_started: u32,
    /// Of an unknown state.
    pub unknown: u32,
    /// Cancelled.
    pub cancelled: u32,
    /// Open and past their due date.
    pub overdue: u32,
}

/// F5 of an initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DeadlineValues {
    /// The rule.
    pub rule: &'static str,
    /// The first deadline.
    pub original: Option<String>,
    /// The one that holds.
    pub current: Option<String>,
    /// The one that the state is judged by.
    pub judged_by: Option<String>,
    /// How many times it was moved.
    pub moved: u32,
    /// Whole months from the first to the one that holds.
    pub months_slipped: Option<i32>,
}

/// F10: a link of a chain.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LinkValues {
    /// The rule.
    pub rule: &'static str,
    /// Which link.
    pub link: &'static str,
    /// Why.
    pub reason: String,
    /// The result: `whole`, `weak`, `broken`.
    pub result: &'static str,
}

/// F6 of a goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GoalValues {
    /// Its id.
    pub id: String,
    /// The rule.
    pub rule: &'static str,
    /// The initiatives that serve it.
    pub initiatives: Vec<String>,
    /// The result: how many are in each state.
    pub delivery: BTreeMap<&'static str, u32>,
    /// How many there are.
    pub total: u32,
    /// The latest declared judgement.
    pub assessment: Option<&'static str>,
}

/// F7 of an indicator.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndicatorValues {
    /// Its id.
    pub id: String,
    /// The rule.
    pub rule: &'static str,
    /// The value that the comparison starts from.
    pub start: Option<f64>,
    /// The latest value.
    pub latest: Option<f64>,
    /// When it was observed.
    pub latest_date: Option<String>,
    /// What was expected then.
    pub expected: Option<f64>,
    /// (latest − start) / (expected − start).
    pub ratio: Option<f64>,
    /// Days since the latest value.
    pub age_days: Option<u32>,
    /// The result.
    pub result: String,
    /// Whether it gets better.
    pub trend: String,
}

/// F8 of an insight.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct InsightValues {
    /// Its id.
    pub id: String,
    /// The rule.
    pub rule: &'static str,
    /// Days that it has waited, or that the answer took.
    pub days: Option<u32>,
    /// The result: `answered`, `open`, `unanswered`.
    pub result: &'static str,
}

/// F9 of a forum.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ForumValues {
    /// Its id.
    pub id: String,
    /// The rule.
    pub rule: &'static str,
    /// The day it last met.
    pub last_met: Option<String>,
    /// Days since then.
    pub days_since: Option<u32>,
    /// How often it should meet.
    pub every: Option<&'static str>,
    /// The result: `active`, `silent`, `never-met`, `cannot-say`.
    pub result: &'static str,
    /// What its next agenda takes up: `initiative:id` or `insight:id`, the most urgent first.
    pub agenda: Vec<String>,
}

/// A decision that is waited for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DecisionNeeded {
    /// The initiative that waits.
    pub initiative: String,
    /// The role that must answer.
    pub by: String,
    /// By when.
    pub before: Option<String>,
    /// Days since that has passed.
    pub overdue: Option<u32>,
}

/// n of N.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Of {
    /// How many.
    pub n: u32,
    /// Of how many.
    pub of: u32,
}

/// F11: the pulse.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PulseValues {
    /// The rule.
    pub rule: &'static str,
    /// Ongoing initiatives whose link `owner` is whole.
    pub owner: Of,
    /// Ongoing initiatives whose link `mandate` is whole.
    pub mandate: Of,
    /// Initiatives reported for the latest closed period, of those that owe or owed a report for it.
    pub reported: Of,
    /// Ongoing initiatives with a next step and current information, of those with a report or an overdue one.
    pub next_step: Of,
    /// Initiatives with an activity in progress, of the ongoing ones that are neither paused nor not started.
    pub under_way: Of,
    /// Forums that are active.
    pub forums: Of,
    /// Insights that are answered.
    pub insights: Of,
    /// Decisions past their date, of those that are waited for.
    pub decisions_overdue: Of,
    /// Ongoing initiatives whose seven links are whole.
    pub chains: Of,
}

/// The pulse of a closed period.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PeriodValues {
    /// The period.
    pub period: String,
    /// The day it is told for.
    pub date: String,
    /// The pulse on that day.
    pub pulse: PulseValues,
}

/// F12: what happened from a closed period to the next.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ChangeValues {
    /// The rule.
    pub rule: &'static str,
    /// The period before.
    pub from: String,
    /// The period after.
    pub to: String,
    /// What kind of change → the initiatives, insights or decisions that changed so.
    pub changed: BTreeMap<&'static str, Vec<String>>,
}

/// The derived values, and the schema that describes them, as JSON.
pub(super) fn files(plan: &Plan, facts: &Facts, past: &Past) -> [(String, String); 2] {
    let json = |value: serde_json::Result<String>| value.expect("plain data is JSON") + "\n";
    let values = json(serde_json::to_string_pretty(&Computed::new(plan, facts, past)));
    let schema = json(serde_json::to_string_pretty(&schemars::schema_for!(Computed)));
    [("berakning.json".to_owned(), values), ("berakning.schema.json".to_owned(), schema)]
}

impl Computed {
    fn new(plan: &Plan, facts: &Facts, past: &Past) -> Self {
        let limits = &plan.settings.thresholds;
        let thresholds = BTreeMap::from([
            ("stale_after", f64::from(plan.settings.reporting.stale_after)),
            ("overdue_days", f64::from(limits.overdue_days)),
            ("long_overdue_days", f64::from(limits.long_overdue_days)),
            ("overdue_share", limits.overdue_share),
            ("no_progress_reports", f64::from(limits.no_progress_reports)),
            ("in_phase", limits.in_phase),
            ("partly", limits.partly),
            ("data_age_intervals", f64::from(limits.data_age_intervals)),
            ("insight_days", f64::from(limits.insight_days)),
            ("forum_rhythm", limits.forum_rhythm),
            ("role_limit", f64::from(limits.role_limit)),
        ]);
        Self {
            version: 1,
            date: facts.calendar.today.to_string(),
            thresholds,
            calendar: Calendar {
                rule: "F1",
                closed: facts.calendar.closed.iter().map(ToString::to_string).collect(),
                grace_days: facts.calendar.grace_days,
                next_period: facts.calendar.next_due.map(|due| due.period.to_string()),
                next_due: facts.calendar.next_due.map(|due| due.date.to_string()),
            },
            initiatives: plan.initiatives.keys().map(|key| initiative(plan, facts, key)).collect(),
            goals: goals(plan, facts),
            indicators: indicators(plan, facts),
            insights: insights(plan, facts),
            forums: forums(plan, facts),
            decisions_needed: facts
                .lists
                .decisions
                .iter()
                .map(|own| DecisionNeeded {
                    initiative: plan.initiatives[own.initiative].entity.id.clone(),
                    by: plan.roles[own.by].entity.id.clone(),
                    before: own.before.map(|date| date.to_string()),
                    overdue: own.overdue,
                })
                .collect(),
            pulse: pulse(&facts.pulse),
            pulse_history: facts
                .history
                .iter()
                .map(|own| PeriodValues {
                    period: own.period.to_string(),
                    date: own.date.to_string(),
                    pulse: pulse(&own.pulse),
                })
                .collect(),
            changes: changes(plan, past),
        }
    }
}

fn initiative(plan: &Plan, facts: &Facts, key: Key<Initiative>) -> InitiativeValues {
    let own = &facts.initiatives[key];
    let latest = own.reporting.latest.map(|key| &plan.reports[key]);
    let counts = &own.activities;
    InitiativeValues {
        id: plan.initiatives[key].entity.id.clone(),
        ongoing: own.is_ongoing(),
        reporting: ReportingValues {
            rule: "F1",
            latest_period: latest.map(|report| report.period.to_string()),
            latest_date: latest.map(|report| report.date.to_string()),
            has_next_step: latest.is_some_and(|report| report.next_step.is_some()),
            owed_latest: own.reporting.owed_latest,
            reported_latest: own.reporting.reported_latest,
            missing: own.reporting.missing,
            overdue: own.reporting.overdue,
            result: name(&own.reporting.reporting),
        },
        state: StateValues {
            rule: "F2",
            declared: own.standing.declared.map(|assessment| assessment.name().en),
            because: own
                .standing
                .spoke
                .iter()
                .map(|reason| Because { rule: reason.rule().id(), reason: name(reason), counted: counted(*reason) })
                .collect(),
            result: state_key(own.standing.state),
        },
        activities: ActivityValues {
            rule: "F4",
            total: counts.total,
            done: counts.done,
            in_progress: counts.in_progress,
            not_started: counts.not_started,
            unknown: counts.unknown,
            cancelled: counts.cancelled,
            overdue: counts.overdue,
        },
        deadline: DeadlineValues {
            rule: "F5",
            original: own.deadline.original.map(|date| date.to_string()),
            current: own.deadline.current.map(|date| date.to_string()),
            judged_by: own.deadline.judged_by.map(|date| date.to_string()),
            moved: own.deadline.moved,
            months_slipped: own.deadline.months_slipped,
        },
        chain: own
            .chain
            .iter()
            .flat_map(|chain| &chain.links)
            .map(|link| LinkValues {
                rule: "F10",
                link: link.kind.id(),
                reason: name(&link.reason),
                result: match link.strength {
                    Strength::Whole => "whole",
                    Strength::Weak => "weak",
                    Strength::Broken => "broken",
                },
            })
            .collect(),
    }
}

/// What a reason counted.
fn counted(reason: Reason) -> Option<u32> {
    match reason {
        Reason::Silent { periods } | Reason::NeverReported { periods } => Some(periods),
        Reason::EndPassed { days, .. } | Reason::NothingBegun { days } | Reason::OverdueActivity { days, .. } => {
            Some(days)
        }
        Reason::ShareOverdue { overdue, .. } => Some(overdue),
        Reason::NoProgress { reports } => Some(reports),
        _ => None,
    }
}

fn goals(plan: &Plan, facts: &Facts) -> Vec<GoalValues> {
    plan.goals
        .iter()
        .map(|(key, goal)| {
            let own = &facts.goals[key];
            let serving = facts.index.initiatives_of_goal[key].iter();
            GoalValues {
                id: goal.entity.id.clone(),
                rule: "F6",
                initiatives: serving.map(|&key| plan.initiatives[key].entity.id.clone()).collect(),
                delivery: own.delivery.present().map(|(state, n)| (state_key(state), n)).collect(),
                total: own.delivery.total,
                assessment: own.assessment.map(|n| goal.assessments[n].verdict.name().en),
            }
        })
        .collect()
}

fn indicators(plan: &Plan, facts: &Facts) -> Vec<IndicatorValues> {
    plan.indicators
        .iter()
        .map(|(key, indicator)| {
            let own = &facts.indicators[key];
            let latest = own.latest.and_then(|n| indicator.observations.get(n));
            IndicatorValues {
                id: indicator.entity.id.clone(),
                rule: "F7",
                start: own.start.map(|(_, value)| value),
                latest: latest.and_then(|row| row.value),
                latest_date: latest.map(|row| row.date.to_string()),
                expected: own.expected,
                ratio: own.ratio,
                age_days: own.age_days,
                result: match own.outcome {
                    Outcome::CannotSay(why) => format!("cannot-say: {}", name(&why)),
                    outcome => name(&outcome),
                },
                trend: name(&own.trend),
            }
        })
        .collect()
}

fn insights(plan: &Plan, facts: &Facts) -> Vec<InsightValues> {
    facts
        .insights
        .iter()
        .filter_map(|(key, own)| {
            let (days, result) = match own.as_ref()?.state {
                InsightState::Answered { after } => (after, "answered"),
                InsightState::Open { days } => (Some(days), "open"),
                InsightState::Unanswered { days } => (Some(days), "unanswered"),
            };
            Some(InsightValues { id: plan.insights[key].entity.id.clone(), rule: "F8", days, result })
        })
        .collect()
}

fn forums(plan: &Plan, facts: &Facts) -> Vec<ForumValues> {
    plan.forums
        .iter()
        .map(|(key, forum)| {
            let own = &facts.forums[key];
            let subject = |about| match about {
                crate::derive::AgendaSubject::Initiative(key) => {
                    format!("initiative:{}", plan.initiatives[key].entity.id)
                }
                crate::derive::AgendaSubject::Insight(key) => format!("insight:{}", plan.insights[key].entity.id),
            };
            ForumValues {
                id: forum.entity.id.clone(),
                rule: "F9",
                last_met: own.last_met.map(|day| day.to_string()),
                days_since: own.days_since,
                every: forum.every.map(|interval| interval.name().en),
                result: match own.activity {
                    ForumActivity::Active => "active",
                    ForumActivity::Silent { .. } => "silent",
                    ForumActivity::NeverMet => "never-met",
                    ForumActivity::CannotSay => "cannot-say",
                },
                agenda: facts.agendas[key].iter().map(|item| subject(item.about)).collect(),
            }
        })
        .collect()
}

fn pulse(own: &Pulse) -> PulseValues {
    let of = |share: Share| Of { n: share.n, of: share.of };
    PulseValues {
        rule: "F11",
        owner: of(own.owner),
        mandate: of(own.mandate),
        reported: of(own.reported),
        next_step: of(own.next_step),
        under_way: of(own.under_way),
        forums: of(own.forums),
        insights: of(own.insights),
        decisions_overdue: of(own.decisions_overdue),
        chains: of(own.chains),
    }
}

fn changes(plan: &Plan, past: &Past) -> Vec<ChangeValues> {
    let id = |key: AnyKey| entity(plan, key).map_or_else(String::new, |entity| entity.id.clone());
    past.between
        .iter()
        .map(|between| {
            let own = &between.changes;
            let shifts = |list: &[crate::derive::Shift]| {
                list.iter().map(|shift| id(AnyKey::Initiative(shift.initiative))).collect::<Vec<String>>()
            };
            let changed = BTreeMap::from([
                ("new", own.new.iter().map(|&key| id(AnyKey::Initiative(key))).collect()),
                ("closed", shifts(&own.closed)),
                ("reopened", shifts(&own.reopened)),
                ("better", shifts(&own.better)),
                ("worse", shifts(&own.worse)),
                ("paused", shifts(&own.paused)),
                ("resumed", shifts(&own.resumed)),
                ("silent", own.newly_silent.iter().map(|&key| id(AnyKey::Initiative(key))).collect()),
                ("moved", own.moved.iter().map(|moved| id(AnyKey::Initiative(moved.initiative))).collect()),
                ("answered", own.answered.iter().map(|&key| id(AnyKey::Insight(key))).collect()),
                ("insights", own.new_insights.iter().map(|&key| id(AnyKey::Insight(key))).collect()),
                ("decided", own.decisions.iter().map(|&key| id(AnyKey::Decision(key))).collect()),
            ]);
            ChangeValues {
                rule: "F12",
                from: between.from.to_string(),
                to: between.to.to_string(),
                changed: changed.into_iter().filter(|(_, list): &(_, Vec<String>)| !list.is_empty()).collect(),
            }
        })
        .collect()
}

/// The name of a variant in data: `OnlyOverdue { … }` → `only-overdue`.
fn name(variant: &impl std::fmt::Debug) -> String {
    let mut name = String::new();
    for c in format!("{variant:?}").chars().take_while(char::is_ascii_alphanumeric) {
        if c.is_ascii_uppercase() && !name.is_empty() {
            name.push('-');
        }
        name.push(c.to_ascii_lowercase());
    }
    name
}
