//! F7 as data: each indicator with what it should do and what has been observed.

use schemars::JsonSchema;
use serde::Serialize;

use super::names::Name;
use crate::derive::{Facts, IndicatorFacts, Outcome, Rule, Trend, WhyNot};
use crate::model::{Aim, Direction, Interval, Level, Plan, Target};

/// F7 of an indicator.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct IndicatorValues {
    /// Its id.
    pub id: String,
    /// The rule.
    pub rule: Name<Rule>,
    /// Which way is better.
    pub direction: Name<Direction>,
    /// What it measures.
    pub level: Option<Name<Level>>,
    /// Decimals that its values are shown with, and its trend is judged by.
    pub decimals: u8,
    /// How often it is measured.
    pub interval: Option<Name<Interval>>,
    /// The value it started from.
    pub baseline: Option<PointValues>,
    /// Dated targets, oldest first.
    pub targets: Vec<TargetValues>,
    /// When the series was broken, as far as that has happened, oldest first.
    pub breaks: Vec<String>,
    /// The observations that exist, oldest first; without a value: data are missing.
    pub observations: Vec<PointValues>,
    /// The day that the comparison starts from.
    pub start_date: Option<String>,
    /// The value that it starts from.
    pub start: Option<f64>,
    /// The latest value.
    pub latest: Option<f64>,
    /// When it was observed.
    pub latest_date: Option<String>,
    /// What was expected then.
    pub expected: Option<f64>,
    /// (latest − start) / (expected − start); of a band, the share of the start's distance to it that has been covered.
    pub ratio: Option<f64>,
    /// Days since the latest value.
    pub age_days: Option<u32>,
    /// The result.
    pub result: Name<Outcome>,
    /// Why nothing can be said.
    pub why: Option<Name<WhyNot>>,
    /// Whether it gets better.
    pub trend: Name<Trend>,
}

/// A value at a date.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct PointValues {
    /// When.
    pub date: String,
    /// The value.
    pub value: Option<f64>,
}

/// Where an indicator should be at a date: at a value, or within a band.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct TargetValues {
    /// When.
    pub date: String,
    /// The value.
    pub value: Option<f64>,
    /// The lowest value inside the band.
    pub low: Option<f64>,
    /// The highest value inside the band.
    pub high: Option<f64>,
}

pub(super) fn indicators(plan: &Plan, facts: &Facts) -> Vec<IndicatorValues> {
    let today = facts.calendar.today;
    plan.indicators
        .iter()
        .map(|(key, own)| {
            let derived = &facts.indicators[key];
            let latest = derived.latest.and_then(|n| own.observations.get(n));
            IndicatorValues {
                id: own.entity.id.clone(),
                rule: IndicatorFacts::RULE.into(),
                direction: own.direction.into(),
                level: own.level.map(Name::from),
                decimals: own.decimals,
                interval: own.interval.map(Name::from),
                baseline: own.baseline.map(|it| PointValues { date: it.date.to_string(), value: Some(it.value) }),
                targets: own.targets.iter().map(target).collect(),
                breaks: own
                    .breaks
                    .iter()
                    .filter(|it| it.date.first_day() <= today)
                    .map(|it| it.date.to_string())
                    .collect(),
                observations: own
                    .observations
                    .iter()
                    .take(derived.known)
                    .map(|it| PointValues { date: it.date.to_string(), value: it.value })
                    .collect(),
                start_date: derived.start.map(|(day, _)| day.to_string()),
                start: derived.start.map(|(_, value)| value),
                latest: latest.and_then(|row| row.value),
                latest_date: latest.map(|row| row.date.to_string()),
                expected: derived.expected,
                ratio: derived.ratio,
                age_days: derived.age_days,
                result: derived.outcome.into(),
                why: match derived.outcome {
                    Outcome::CannotSay(why) => Some(why.into()),
                    _ => None,
                },
                trend: derived.trend.into(),
            }
        })
        .collect()
}

fn target(own: &Target) -> TargetValues {
    let date = own.date.to_string();
    match own.aim {
        Aim::Value(value) => TargetValues { date, value: Some(value), low: None, high: None },
        Aim::Band { low, high } => TargetValues { date, value: None, low: Some(low), high: Some(high) },
    }
}
