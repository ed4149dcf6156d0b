//! F7: how an indicator stands to what was expected of it, and where it is heading.
//!
//! Comes in: an indicator with its baseline, targets, breaks and observations, and the date. Goes out:
//! [`IndicatorFacts`]. The outcome and the trend are two answers to two questions, and neither is made from the other.

use jiff::civil::Date;

use super::{Rule, exists};
use crate::model::{Aim, Direction, Indicator, Observation, Target, Thresholds, days_between};

/// How an indicator stands to its targets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The final target holds.
    Met,
    /// As far as expected, or as good as.
    InPhase,
    /// A good part of the way that was expected.
    Partly,
    /// Some of the way that was expected, or none.
    Weak,
    /// Further from the target than at the start.
    WrongWay,
    /// It can't be said.
    CannotSay(WhyNot),
}

/// Why an indicator's outcome can't be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyNot {
    /// Neither way is better.
    NoDirection,
    /// There is no dated target.
    NoTarget,
    /// There is no observation with a value.
    NoObservation,
    /// The latest value is too old.
    TooOld,
    /// There is no baseline.
    NoBaseline,
    /// Nothing has been measured after the start.
    OneObservation,
    /// No change was expected by the latest value's day.
    ExpectedIsBaseline,
}

/// Whether the last two values are good news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trend {
    /// Better than before.
    Improving,
    /// As before.
    Unchanged,
    /// Worse than before.
    Worsening,
    /// Not known: fewer than two values, or nobody has said which way is better.
    Unknown,
}

/// Where the value went, good or bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arrow {
    /// Higher than before.
    Up,
    /// Lower than before.
    Down,
    /// As before, as shown with the indicator's decimals.
    Level,
}

/// F7 of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorFacts {
    /// How it stands to its targets.
    pub outcome: Outcome,
    /// Whether it is getting better.
    pub trend: Trend,
    /// Where the value went between the last two values; `None` with fewer than two since the latest break.
    pub arrow: Option<Arrow>,
    /// How many of its observations exist: the first so many.
    pub known: usize,
    /// The latest observation with a value, as an index into its observations.
    pub latest: Option<usize>,
    /// The one with a value before it, since the latest break.
    pub previous: Option<usize>,
    /// Whether the newest observation is a missing value.
    pub newest_is_missing: bool,
    /// The day and value that the comparison starts from: the baseline, or the first value after the latest break.
    pub start: Option<(Date, f64)>,
    /// What was expected on the latest value's day. Of a band: the value inside it that is nearest to the latest.
    /// `None` unless there is a value after the start.
    pub expected: Option<f64>,
    /// The share of the expected change that has happened; 1 is as expected, below 0 the wrong way.
    pub ratio: Option<f64>,
    /// The expected path: the start, then each target after it. Empty without a start, a target or a direction, and for
    /// a band.
    pub path: Vec<(Date, f64)>,
    /// The band in force, lowest and highest value inside. Only for an indicator that should stay within one.
    pub band: Option<(f64, f64)>,
    /// Whether the series has been broken between the baseline and the latest value.
    pub broken_since_baseline: bool,
    /// The latest break up to the latest value, as an index into its breaks.
    pub latest_break: Option<usize>,
    /// Days since the latest value's last day; 0 while that is ahead. `None` without a value.
    pub age_days: Option<u32>,
    /// Days after which a value is too old. `None` when nobody has said how often it is measured.
    pub age_limit_days: Option<u32>,
    /// Whether the latest value is too old.
    pub too_old: bool,
}

impl IndicatorFacts {
    /// The rule they follow from.
    pub const RULE: Rule = Rule::F7;

    /// What is known about an indicator on `today`.
    pub(super) fn new(indicator: &Indicator, thresholds: &Thresholds, today: Date) -> Self {
        let series = Series::new(indicator, today);
        let targets = Targets::new(indicator);
        let start = series.start(indicator);
        let path = targets.path(start);
        let latest = series.latest.and_then(|n| series.point(n));
        let band = latest.and_then(|(day, _)| targets.band_on(day));

        let since_start = start.zip(latest).filter(|((from, _), (to, _))| from < to);
        let compared = since_start.and_then(|((_, from), (day, value))| match band {
            Some(band) => Some(compared_with_band(from, value, band)),
            None => targets.expected(&path, day).map(|expected| compared_with_path(from, value, expected)),
        });

        let age_days = latest.map(|(day, _)| days_between(day, today).max(0).unsigned_abs());
        let age_limit_days = indicator.interval.map(|it| it.days().saturating_mul(thresholds.data_age_intervals));
        let too_old = age_days.zip(age_limit_days).is_some_and(|(age, limit)| age > limit);

        let outcome = match latest {
            _ if indicator.direction == Direction::None => Outcome::CannotSay(WhyNot::NoDirection),
            _ if targets.points.is_empty() => Outcome::CannotSay(WhyNot::NoTarget),
            None => Outcome::CannotSay(WhyNot::NoObservation),
            Some(_) if too_old => Outcome::CannotSay(WhyNot::TooOld),
            Some(latest) if targets.met(latest) => Outcome::Met,
            Some((_, value)) if band.is_some_and(|band| distance(value, band) <= 0.0) => Outcome::InPhase,
            Some((_, value)) => match (start, compared) {
                (None, _) => Outcome::CannotSay(WhyNot::NoBaseline),
                (_, None) => Outcome::CannotSay(WhyNot::OneObservation),
                (Some((_, from)), Some(compared)) => judged(indicator.direction, from, value, compared, thresholds),
            },
        };
        // Two old values tell where it went then, not where it is going.
        let step = series.previous.and_then(|n| series.point(n)).zip(latest);
        let now = step.filter(|_| !too_old);
        Self {
            outcome,
            trend: now.map_or(Trend::Unknown, |((_, from), (_, to))| trend(indicator, band, from, to)),
            arrow: step.map(|((_, from), (_, to))| arrow(from, to, indicator.decimals)),
            known: series.known.len(),
            latest: series.latest,
            previous: series.previous,
            newest_is_missing: series.known.last().is_some_and(|it| it.value.is_none()),
            start,
            expected: compared.map(|it| it.expected),
            ratio: compared.and_then(|it| it.ratio),
            path,
            band,
            broken_since_baseline: series.broken_since_baseline(indicator),
            latest_break: series.latest_break,
            age_days,
            age_limit_days,
            too_old,
        }
    }
}

/// The observations that exist, and the latest that count.
struct Series<'a> {
    known: &'a [Observation],
    latest: Option<usize>,
    previous: Option<usize>,
    /// The latest break up to the latest value.
    latest_break: Option<usize>,
    /// Its first day.
    break_day: Option<Date>,
}

impl<'a> Series<'a> {
    fn new(indicator: &'a Indicator, today: Date) -> Self {
        let all = &indicator.observations;
        let known = &all[..all.iter().take_while(|it| exists(it.date, today)).count()];
        let valued = |n: &usize| point(&known[*n]).is_some();
        let latest = (0..known.len()).rev().find(valued);
        let latest_day = latest.and_then(|n| point(&known[n])).map(|(day, _)| day);
        let latest_break = indicator
            .breaks
            .iter()
            .rposition(|it| exists(it.date, today) && latest_day.is_some_and(|day| it.date.first_day() <= day));
        let break_day = latest_break.map(|n| indicator.breaks[n].date.first_day());
        let mut series = Self { known, latest, previous: None, latest_break, break_day };
        series.previous = latest.and_then(|n| (0..n).rev().find(valued)).filter(|&n| series.is_unbroken(n));
        series
    }

    /// An observation's day and value.
    fn point(&self, n: usize) -> Option<(Date, f64)> {
        point(&self.known[n])
    }

    /// Whether an observation can be compared with the latest: no break has begun after its last day.
    fn is_unbroken(&self, n: usize) -> bool {
        let day = self.point(n).map(|(day, _)| day);
        self.break_day.is_none_or(|broken| day.is_some_and(|day| day >= broken))
    }

    fn broken_since_baseline(&self, indicator: &Indicator) -> bool {
        let baseline = indicator.baseline.and_then(|it| it.date.last_day());
        baseline.zip(self.break_day).is_some_and(|(day, broken)| day < broken)
    }

    /// Where the comparison starts: the baseline, or the first value after a break since then.
    fn start(&self, indicator: &Indicator) -> Option<(Date, f64)> {
        let baseline = indicator.baseline?;
        if self.broken_since_baseline(indicator) {
            (0..self.known.len()).filter(|&n| self.is_unbroken(n)).find_map(|n| self.point(n))
        } else {
            Some((baseline.date.last_day()?, baseline.value))
        }
    }
}

/// The day and value of an observation that has both.
fn point(observation: &Observation) -> Option<(Date, f64)> {
    observation.date.last_day().zip(observation.value)
}

/// The targets that have a day, in order, and what to do with them.
struct Targets {
    direction: Direction,
    /// Day, lowest and highest value that is good enough on it; without a band both are the same.
    points: Vec<(Date, f64, f64)>,
}

impl Targets {
    fn new(indicator: &Indicator) -> Self {
        let bounds = |it: &Target| {
            let (low, high) = match (it.aim, indicator.direction) {
                (Aim::Value(value), _) => (value, value),
                (Aim::Band { low, .. }, Direction::Up) => (low, low),
                (Aim::Band { high, .. }, Direction::Down) => (high, high),
                (Aim::Band { low, high }, Direction::Within | Direction::None) => (low, high),
            };
            Some((it.date.last_day()?, low, high))
        };
        Self { direction: indicator.direction, points: indicator.targets.iter().filter_map(bounds).collect() }
    }

    /// Whether a value holds the final target.
    fn met(&self, (day, value): (Date, f64)) -> bool {
        self.points.last().is_some_and(|&(last, low, high)| match self.direction {
            Direction::Up => value >= low,
            Direction::Down => value <= high,
            Direction::Within => day >= last && distance(value, (low, high)) <= 0.0,
            Direction::None => false,
        })
    }

    /// The band in force on a day; only where a band is asked for.
    fn band_on(&self, day: Date) -> Option<(f64, f64)> {
        if self.direction != Direction::Within {
            return None;
        }
        let in_force = self.points.iter().rfind(|(from, ..)| *from <= day).or(self.points.first());
        in_force.map(|&(_, low, high)| (low, high))
    }

    /// The straight lines from the start through the targets after it.
    fn path(&self, start: Option<(Date, f64)>) -> Vec<(Date, f64)> {
        let Some(start) = start.filter(|_| matches!(self.direction, Direction::Up | Direction::Down)) else {
            return Vec::new();
        };
        if self.points.is_empty() {
            return Vec::new();
        }
        let mut path = vec![start];
        for &(day, value, _) in &self.points {
            if path.last().is_some_and(|(before, _)| *before < day) {
                path.push((day, value));
            }
        }
        path
    }

    /// The value on `path` that was expected on `day`, which is after the path's first.
    fn expected(&self, path: &[(Date, f64)], day: Date) -> Option<f64> {
        let next = path.partition_point(|(other, _)| *other < day);
        match (path.get(next.checked_sub(1)?), path.get(next)) {
            (Some(&(from, low)), Some(&(to, high))) => {
                let way = f64::from(days_between(from, day)) / f64::from(days_between(from, to));
                Some(low + (high - low) * way)
            }
            _ => self.points.last().map(|&(_, value, _)| value),
        }
    }
}

/// A value beside what was expected of it.
#[derive(Clone, Copy)]
struct Compared {
    expected: f64,
    /// None when no change was expected.
    ratio: Option<f64>,
}

fn compared_with_path(start: f64, value: f64, expected: f64) -> Compared {
    Compared { expected, ratio: Some((value - start) / (expected - start)).filter(|ratio| ratio.is_finite()) }
}

/// The ratio is the share of the way into the band.
fn compared_with_band(start: f64, value: f64, band: (f64, f64)) -> Compared {
    let (before, now) = (distance(start, band), distance(value, band));
    let ratio = Some((before - now) / before).filter(|ratio| ratio.is_finite());
    Compared { expected: if value < band.0 { band.0 } else { band.1.min(value) }, ratio }
}

/// The outcome of a value that does not hold the final target and is not inside its band.
fn judged(direction: Direction, start: f64, value: f64, compared: Compared, thresholds: &Thresholds) -> Outcome {
    let against = match direction {
        Direction::Up => compared.expected < start,
        Direction::Down => compared.expected > start,
        Direction::Within | Direction::None => false,
    };
    if against {
        let good = if direction == Direction::Up { value >= compared.expected } else { value <= compared.expected };
        return if good { Outcome::InPhase } else { Outcome::WrongWay };
    }
    let within = direction == Direction::Within;
    match compared.ratio {
        // The start was inside the band, and the value is not.
        None if within => Outcome::WrongWay,
        None => Outcome::CannotSay(WhyNot::ExpectedIsBaseline),
        Some(ratio) if ratio >= thresholds.in_phase && !within => Outcome::InPhase,
        Some(ratio) if ratio >= thresholds.partly => Outcome::Partly,
        Some(ratio) if ratio >= 0.0 => Outcome::Weak,
        Some(_) => Outcome::WrongWay,
    }
}

/// How far outside a band a value is; 0 inside.
fn distance(value: f64, (low, high): (f64, f64)) -> f64 {
    (low - value).max(value - high).max(0.0)
}

/// Whether a step is good news.
fn trend(indicator: &Indicator, band: Option<(f64, f64)>, from: f64, to: f64) -> Trend {
    let step = match (indicator.direction, band) {
        (Direction::Up, _) => arrow(from, to, indicator.decimals),
        (Direction::Down, _) => arrow(to, from, indicator.decimals),
        (Direction::Within, Some(band)) => arrow(distance(to, band), distance(from, band), indicator.decimals),
        (Direction::Within, None) | (Direction::None, _) => return Trend::Unknown,
    };
    match step {
        Arrow::Up => Trend::Improving,
        Arrow::Level => Trend::Unchanged,
        Arrow::Down => Trend::Worsening,
    }
}

/// Where a value went, as a reader sees it with so many decimals.
fn arrow(from: f64, to: f64, decimals: u8) -> Arrow {
    let scale = 10_f64.powi(i32::from(decimals.min(15)));
    let (from, to) = ((from * scale).round(), (to * scale).round());
    match from.partial_cmp(&to) {
        Some(std::cmp::Ordering::Less) => Arrow::Up,
        Some(std::cmp::Ordering::Greater) => Arrow::Down,
        Some(std::cmp::Ordering::Equal) | None => Arrow::Level,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::super::fixture::{day, observed, on};
    use super::*;
    use crate::model::{Baseline, Interval, SeriesBreak};

    const MISSING: f64 = f64::NAN;

    #[expect(clippy::unnecessary_wraps, reason = "it fills an optional field")]
    fn from(date: &str, value: f64) -> Option<Baseline> {
        Some(Baseline { date: on(date), value })
    }

    fn aim(date: &str, value: f64) -> Target {
        Target { date: on(date), aim: Aim::Value(value) }
    }

    fn band(date: &str, low: f64, high: f64) -> Target {
        Target { date: on(date), aim: Aim::Band { low, high } }
    }

    fn broken(date: &str) -> SeriesBreak {
        SeriesBreak { date: on(date), why: String::new() }
    }

    /// The facts at the end of 2027 of an indicator that one test changes.
    fn facts(direction: Direction, edit: impl FnOnce(&mut Indicator)) -> IndicatorFacts {
        fixture::plan().indicator(direction, edit).facts("2027-12-31").indicators.rows()[0].clone()
    }

    /// From 50 at the end of 2024 to 90 at the end of 2028: 10 a year, but for the leap day of 2028.
    fn to_ninety(values: &[(&str, f64)]) -> IndicatorFacts {
        facts(Direction::Up, |it| {
            (it.baseline, it.targets) = (from("2024", 50.0), vec![aim("2028", 90.0)]);
            it.observations = observed(values);
        })
    }

    #[test]
    fn the_value_is_compared_with_what_was_expected_on_its_day() {
        for (value, outcome) in [
            (95.0, Outcome::Met),
            (90.0, Outcome::Met),
            (70.0, Outcome::InPhase),
            (69.0, Outcome::InPhase),
            (68.9, Outcome::Partly),
            (62.1, Outcome::Partly),
            (61.9, Outcome::Weak),
            (50.0, Outcome::Weak),
            (49.0, Outcome::WrongWay),
        ] {
            let found = to_ninety(&[("2025", 55.0), ("2026", value)]);
            assert_eq!(found.outcome, outcome, "{value}");
            assert!(found.expected.is_some_and(|expected| (expected - 69.986).abs() < 0.001), "{:?}", found.expected);
        }
        assert_eq!(to_ninety(&[]).path, [(day("2024-12-31"), 50.0), (day("2028-12-31"), 90.0)]);
    }

    #[test]
    fn down_is_the_same_the_other_way() {
        for (value, outcome, trend) in [
            (8.0, Outcome::InPhase, Trend::Improving),
            (9.5, Outcome::Weak, Trend::Worsening),
            (11.0, Outcome::WrongWay, Trend::Worsening),
            (6.0, Outcome::Met, Trend::Improving),
        ] {
            let found = facts(Direction::Down, |it| {
                (it.baseline, it.targets) = (from("2024", 10.0), vec![aim("2028", 6.0)]);
                it.observations = observed(&[("2025", 9.0), ("2026", value)]);
            });
            assert_eq!((found.outcome, found.trend), (outcome, trend), "{value}");
        }
    }

    #[test]
    fn the_path_runs_through_the_targets_and_stays_at_the_last() {
        let found = |values: &[(&str, f64)]| {
            facts(Direction::Up, |it| {
                it.baseline = from("2024-12-31", 0.0);
                it.targets = vec![aim("2025-12-31", 10.0), aim("2026-12-31", 50.0)];
                it.observations = observed(values);
            })
        };
        assert_eq!(found(&[("2025-12-31", 10.0)]).expected, Some(10.0));
        assert_eq!(found(&[("2026-07-01", 10.0)]).expected, Some(10.0 + 40.0 * 182.0 / 365.0));
        let after = found(&[("2027-06-30", 40.0)]);
        assert_eq!((after.expected, after.ratio, after.outcome), (Some(50.0), Some(0.8), Outcome::Partly));
    }

    #[test]
    fn what_cannot_be_said_has_its_reason() {
        let whole = |it: &mut Indicator| {
            (it.baseline, it.targets) = (from("2024", 50.0), vec![aim("2028", 90.0)]);
            it.observations = observed(&[("2025", 55.0), ("2026", 60.0)]);
        };
        let why = |direction, edit: fn(&mut Indicator)| {
            let found = facts(direction, |it| {
                whole(it);
                edit(it);
            });
            match found.outcome {
                Outcome::CannotSay(why) => Some(why),
                _ => None,
            }
        };
        assert_eq!(why(Direction::Up, |_| ()), None);
        assert_eq!(why(Direction::None, |_| ()), Some(WhyNot::NoDirection));
        assert_eq!(why(Direction::Up, |it| it.targets.clear()), Some(WhyNot::NoTarget));
        assert_eq!(why(Direction::Up, |it| it.targets = vec![aim("ongoing", 1.0)]), Some(WhyNot::NoTarget));
        assert_eq!(why(Direction::Up, |it| it.observations.clear()), Some(WhyNot::NoObservation));
        assert_eq!(
            why(Direction::Up, |it| it.observations = observed(&[("2026", MISSING)])),
            Some(WhyNot::NoObservation)
        );
        assert_eq!(why(Direction::Up, |it| it.baseline = None), Some(WhyNot::NoBaseline));
        assert_eq!(
            why(Direction::Up, |it| it.observations = observed(&[("2024", 50.0)])),
            Some(WhyNot::OneObservation)
        );
        // One value after the baseline can be compared with it.
        assert_eq!(why(Direction::Up, |it| it.observations = observed(&[("2026", 55.0)])), None);
        assert_eq!(why(Direction::Up, |it| it.targets.insert(0, aim("2027", 50.0))), Some(WhyNot::ExpectedIsBaseline));
        assert_eq!(why(Direction::Up, |it| it.interval = Some(Interval::Quarter)), Some(WhyNot::TooOld));
        // A target that holds needs no baseline.
        assert_eq!(why(Direction::Up, |it| (it.baseline, it.targets) = (None, vec![aim("2028", 60.0)])), None);
    }

    #[test]
    fn age_runs_from_the_values_last_day() {
        let found = |today: &str| {
            let plan = fixture::plan().indicator(Direction::Up, |it| {
                it.interval = Some(Interval::Year);
                it.observations = observed(&[("2025", 1.0), ("2026", MISSING), ("2027", 3.0)]);
            });
            plan.facts(today).indicators.rows()[0].clone()
        };
        let missing = found("2026-12-31");
        assert_eq!((missing.latest, missing.known, missing.newest_is_missing), (Some(0), 2, true));
        assert_eq!((missing.age_days, missing.age_limit_days, missing.too_old), (Some(365), Some(732), false));
        let preliminary = found("2027-02-01");
        assert_eq!((preliminary.latest, preliminary.age_days), (Some(2), Some(0)));
        assert!(!found("2030-01-01").too_old);
        assert!(found("2030-01-02").too_old);
    }

    #[test]
    fn within_a_band_is_in_phase_and_met_once_it_is_the_final_one() {
        let outcome = |start: f64, values: &[(&str, f64)]| {
            let found = facts(Direction::Within, |it| {
                it.baseline = from("2024", start);
                it.targets = vec![band("2025", 10.0, 20.0), band("2026", 12.0, 18.0)];
                it.observations = observed(values);
            });
            assert!(found.path.is_empty());
            found.outcome
        };
        assert_eq!(outcome(30.0, &[("2025-06", 20.0)]), Outcome::InPhase);
        assert_eq!(outcome(30.0, &[("2025", 11.0)]), Outcome::InPhase);
        assert_eq!(outcome(30.0, &[("2026", 18.0)]), Outcome::Met);
        assert_eq!(outcome(30.0, &[("2026", 18.1)]), Outcome::Partly);
        assert_eq!(outcome(30.0, &[("2026", 28.0)]), Outcome::Weak);
        assert_eq!(outcome(30.0, &[("2026", 31.0)]), Outcome::WrongWay);
        assert_eq!(outcome(15.0, &[("2026", 19.0)]), Outcome::WrongWay);
        let trend = |from, to| {
            let found = facts(Direction::Within, |it| {
                it.targets = vec![band("2028", 10.0, 20.0)];
                it.observations = observed(&[("2025", from), ("2026", to)]);
            });
            (found.trend, found.arrow)
        };
        assert_eq!(trend(11.0, 19.0), (Trend::Unchanged, Some(Arrow::Up)));
        assert_eq!(trend(30.0, 25.0), (Trend::Improving, Some(Arrow::Down)));
        assert_eq!(trend(15.0, 25.0), (Trend::Worsening, Some(Arrow::Up)));
    }

    #[test]
    fn after_a_break_the_comparison_starts_anew() {
        let found = |values: &[(&str, f64)]| {
            facts(Direction::Up, |it| {
                (it.baseline, it.targets) = (from("2024", 50.0), vec![aim("2028-12-31", 90.0)]);
                it.breaks = vec![broken("2026-01")];
                it.observations = observed(values);
            })
        };
        let before = found(&[("2025-06-30", 52.0), ("2025-12-31", 60.0)]);
        assert_eq!((before.broken_since_baseline, before.trend), (false, Trend::Improving));
        let first = found(&[("2025-12-31", 60.0), ("2026-12-31", 70.0)]);
        assert_eq!(first.outcome, Outcome::CannotSay(WhyNot::OneObservation));
        assert_eq!((first.broken_since_baseline, first.trend, first.arrow), (true, Trend::Unknown, None));
        let second = found(&[("2025-12-31", 60.0), ("2026-12-31", 70.0), ("2027-12-31", 75.0)]);
        assert_eq!(second.start, Some((day("2026-12-31"), 70.0)));
        assert_eq!((second.outcome, second.trend, second.previous), (Outcome::Weak, Trend::Improving, Some(1)));
    }

    #[test]
    fn a_step_too_small_to_show_is_none() {
        let step = |decimals, direction| {
            let found = facts(direction, |it| {
                it.decimals = decimals;
                it.observations = observed(&[("2025", 70.1), ("2026", MISSING), ("2026-12", 70.3)]);
            });
            (found.trend, found.arrow)
        };
        assert_eq!(step(0, Direction::Up), (Trend::Unchanged, Some(Arrow::Level)));
        assert_eq!(step(1, Direction::Up), (Trend::Improving, Some(Arrow::Up)));
        assert_eq!(step(1, Direction::Down), (Trend::Worsening, Some(Arrow::Up)));
        assert_eq!(step(1, Direction::None), (Trend::Unknown, Some(Arrow::Up)));
    }

    #[test]
    fn targets_against_the_direction_never_make_bad_news_good() {
        let outcome = |value| {
            facts(Direction::Up, |it| {
                it.baseline = from("2024", 80.0);
                it.targets = vec![aim("2026", 70.0), aim("2028", 90.0)];
                it.observations = observed(&[("2026", value)]);
            })
            .outcome
        };
        assert_eq!(outcome(60.0), Outcome::WrongWay);
        assert_eq!(outcome(75.0), Outcome::InPhase);
    }
}
