//! `berakning.json`: every derived value with its rule, what it was made from, and what came out, so that anyone can
//! compute it again. `berakning.schema.json` describes it. They are also the part `derived` of the whole plan's data
//! (`open`), which is made from the same [`Computed`].
//!
//! Comes in: the plan, its facts and its past. Goes out: [`Computed`] as JSON. Only what exists on the day that the
//! values hold for is part of it. Names of values are published words (`names`): lower-case English, the same for ever.

pub mod chain;
pub mod forums;
pub mod indicators;
pub mod initiatives;
pub mod names;
pub mod plan;
pub mod pulse;

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use super::Bytes;
use crate::derive::{Facts, Following, Past};
use crate::model::Plan;

use forums::{ForumValues, InsightCounts, InsightValues, WorkListValues};
use indicators::IndicatorValues;
use initiatives::{InitiativeValues, Initiatives};
use names::Name;
use plan::{
    AreaValues, CalendarValues, DecisionValues, GoalValues, PlanValues, ReviewValues, RoleValues, ThresholdValues,
    UnitValues,
};
use pulse::{ChangeValues, Compared, PeriodValues, PulseValues};

/// All derived values of a plan at one date, and all that they are made from.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct Computed<'a> {
    /// The version of this format.
    pub version: u32,
    /// The day that the values hold for.
    pub date: String,
    /// What the plan says of itself.
    pub plan: PlanValues,
    /// The limits that the rules used.
    pub thresholds: ThresholdValues,
    /// The days that an interval counts as.
    pub intervals: BTreeMap<&'static str, u32>,
    /// F1: the reporting calendar.
    pub calendar: CalendarValues,
    /// The units.
    pub units: Vec<UnitValues>,
    /// The roles.
    pub roles: Vec<RoleValues>,
    /// The knowledge areas.
    pub areas: Vec<AreaValues>,
    /// F6: each goal.
    pub goals: Vec<GoalValues>,
    /// F1 to F5 and F10: each initiative.
    #[schemars(with = "Vec<InitiativeValues>")]
    pub initiatives: Initiatives<'a>,
    /// F7: each indicator.
    pub indicators: Vec<IndicatorValues>,
    /// F8: each insight that exists.
    pub insights: Vec<InsightValues>,
    /// F8: all of them in numbers.
    pub insight_counts: InsightCounts,
    /// F9: each forum.
    pub forums: Vec<ForumValues>,
    /// The decisions that exist, oldest first.
    pub decisions: Vec<DecisionValues>,
    /// The reviews that exist, oldest first.
    pub reviews: Vec<ReviewValues>,
    /// F9: what the leadership has to act on.
    pub work_lists: WorkListValues,
    /// F6: how many initiatives of the plan are in each state that occurs.
    pub states: BTreeMap<&'static str, u32>,
    /// F11: the pulse.
    pub pulse: PulseValues,
    /// F11: how far the plan is followed.
    pub following: Name<Following>,
    /// F11: each closed period that is told, oldest first.
    pub periods: Vec<PeriodValues>,
    /// F12: what happened from each closed period to each later one, as far as they are compared.
    #[schemars(with = "Vec<ChangeValues>")]
    pub changes: Compared<'a>,
}

/// Where the derived values stand on the site.
pub(super) const VALUES: &str = "berakning.json";
/// Where the schema that describes them does.
pub(super) const SCHEMA: &str = "berakning.schema.json";

/// The derived values, and the schema that describes them, as JSON.
pub(super) fn files<'a>(computed: &Arc<Computed<'a>>) -> [(String, Bytes<'a>); 2] {
    let values = Bytes::json(Arc::clone(computed), true);
    let schema = Bytes::json(Arc::new(schemars::schema_for!(Computed<'_>)), true);
    [(VALUES.to_owned(), values), (SCHEMA.to_owned(), schema)]
}

impl<'a> Computed<'a> {
    /// The derived values of a plan.
    pub(super) fn new(plan: &'a Plan, facts: &'a Facts, past: &'a Past) -> Self {
        Self {
            version: 1,
            date: facts.calendar.today.to_string(),
            plan: plan::settings(plan, facts),
            thresholds: plan::thresholds(plan),
            intervals: plan::intervals(),
            calendar: plan::calendar(facts),
            units: plan::units(plan, facts),
            roles: plan::roles(plan, facts),
            areas: plan::areas(plan, facts),
            goals: plan::goals(plan, facts),
            initiatives: Initiatives::new(plan, facts),
            indicators: indicators::indicators(plan, facts),
            insights: forums::insights(plan, facts),
            insight_counts: forums::insight_counts(facts),
            forums: forums::forums(plan, facts),
            decisions: plan::decisions(plan, facts),
            reviews: plan::reviews(plan, facts),
            work_lists: forums::work_lists(plan, facts),
            states: chain::counts(&facts.plan),
            pulse: pulse::pulse(&facts.pulse),
            following: facts.pulse.following(&plan.settings.thresholds).into(),
            periods: pulse::periods(plan, past),
            changes: Compared { plan, between: &past.between },
        }
    }
}
