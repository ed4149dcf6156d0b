//! What holds for every plan, tried on plans made by chance.

use jiff::ToSpan as _;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::fixture::{self, Fixture, on, row};
use super::{Reporting, State, derive};
use crate::model::{
    ActivityState, Aim, Assessment, Baseline, Direction, Interval, Period, Phase, PlanDate, Rhythm, SeriesBreak, Target,
};

/// A day near enough to matter to the fixture's plan.
fn near_day() -> impl Strategy<Value = Date> {
    (0..365 * 6).prop_map(|days: i32| Date::constant(2024, 1, 1).saturating_add(days.days()))
}

/// A date of some precision near the plan.
fn near_date() -> BoxedStrategy<PlanDate> {
    let parts = ["", "-H1", "-H2", "-Q1", "-Q4", "-T1", "-T2", "-T3", "-02", "-11", "-W01", "-W40", "-06-15"];
    (2024..2030, select(parts.to_vec())).prop_map(|(year, part)| on(&format!("{year}{part}"))).boxed()
}

/// A date from the beginning to the end of time.
fn any_date() -> BoxedStrategy<PlanDate> {
    let ends = ["0000", "0001-01-01", "0001-W01", "9998-W52", "9999", "9999-12-31", "ongoing"];
    prop_oneof![near_date(), select(ends.to_vec()).prop_map(on)].boxed()
}

fn any_day() -> impl Strategy<Value = Date> {
    let ends = [Date::MIN, Date::constant(1, 1, 1), Date::constant(9999, 12, 31), Date::MAX];
    prop_oneof![near_day(), select(ends.to_vec())]
}

fn one_of<C: crate::model::Choice + std::fmt::Debug>() -> impl Strategy<Value = C> {
    select(C::ALL.iter().map(|(value, _)| *value).collect::<Vec<C>>())
}

/// An initiative with dates of this kind, and reports about it.
fn with_initiative(plan: Fixture, dates: BoxedStrategy<PlanDate>) -> impl Strategy<Value = Fixture> {
    let facts = (option::of(one_of::<Phase>()), option::of(dates.clone()), option::of(dates.clone()), any::<bool>());
    let activities = vec((one_of::<ActivityState>(), option::of(dates.clone()), option::of(dates.clone())), 0..6);
    let moves = vec((dates.clone(), dates), 0..4);
    let reports = vec((near_day(), near_day(), one_of::<Assessment>(), any::<bool>()), 0..8);
    (facts, activities, moves, reports).prop_map(
        move |((phase, start, end, ongoing), activities, mut moves, reports)| {
            let mut plan = plan.clone().initiative(|it| {
                (it.phase, it.start, it.end, it.ongoing) = (phase, start, end, ongoing);
            });
            for (state, due, done_on) in activities {
                plan = plan.activity(state, "", |it| (it.due, it.done_on) = (due, done_on));
            }
            // As in a checked plan: moves in order, each from where the one before led.
            moves.sort_by_key(|(date, _)| *date);
            for (date, to) in moves {
                let from = plan.initiatives.last().and_then(|it| it.end).unwrap_or(on("2026"));
                plan = plan.moved(&date.to_string(), &from.to_string(), &to.to_string());
            }
            let every = plan.settings.reporting.every;
            let mut seen = Vec::new();
            for (in_period, date, assessment, no_progress) in reports {
                let period = Period::containing(in_period, every);
                if !seen.contains(&period) {
                    seen.push(period);
                    plan = plan.report_with(&period.to_string(), assessment, |it| {
                        (it.date, it.no_progress) = (date, no_progress);
                    });
                }
            }
            plan
        },
    )
}

fn indicator() -> impl Strategy<Value = Fixture> {
    let value = prop_oneof![-100.0..100.0, select(vec![0.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE])];
    let aim = prop_oneof![
        value.clone().prop_map(Aim::Value),
        (value.clone(), value.clone()).prop_map(|(one, other)| Aim::Band { low: one, high: other }),
    ];
    (
        (one_of::<Direction>(), option::of(one_of::<Interval>()), any::<u8>()),
        option::of((any_date(), value.clone())),
        vec((any_date(), aim), 0..4),
        vec(any_date(), 0..3),
        vec((any_date(), option::of(value)), 0..8),
    )
        .prop_map(|((direction, interval, decimals), baseline, targets, breaks, observations)| {
            fixture::plan().indicator(direction, |it| {
                (it.interval, it.decimals) = (interval, decimals);
                it.baseline = baseline.map(|(date, value)| Baseline { date, value });
                it.targets = targets.into_iter().map(|(date, aim)| Target { date, aim }).collect();
                it.targets.sort_by_key(|target| target.date);
                it.breaks = breaks.into_iter().map(|date| SeriesBreak { date, why: String::new() }).collect();
                it.observations = fixture::observed(&vec![("2025", 0.0); observations.len()]);
                for (to, (date, value)) in it.observations.iter_mut().zip(observations) {
                    (to.date, to.value) = (date, value);
                }
                it.observations.sort_by_key(|observation| observation.date);
            })
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn moving_a_deadline_without_a_report_never_improves_the_state(
        plan in with_initiative(fixture::plan(), near_date()),
        moved_on in near_day(),
        to in near_date(),
        today in near_day(),
        only_the_deadline_decides in any::<bool>(),
    ) {
        let mut plan = plan;
        if only_the_deadline_decides {
            (plan.settings.reporting.stale_after, plan.initiatives[0].phase) = (100, Some(Phase::Rollout));
            plan.initiatives[0].activities.clear();
            for report in &mut plan.reports {
                (report.assessment, report.no_progress) = (Assessment::OnTrack, false);
            }
        }
        let period = Period::containing(moved_on, plan.settings.reporting.every);
        plan.reports.retain(|report| report.period != period);
        let initiative = &plan.initiatives[0];
        let Some(end) = initiative.end else { return Ok(()) };
        if initiative.deadline_moves.last().is_some_and(|last| last.date > PlanDate::day(moved_on)) {
            return Ok(());
        }
        let moved = plan.clone().moved(&moved_on.to_string(), &end.to_string(), &to.to_string());
        let state = |plan: &Fixture| derive(&plan.build(), today).initiatives[row(0)].standing.state;
        prop_assert!(state(&moved).rank() <= state(&plan).rank());
    }

    #[test]
    fn a_report_for_the_latest_period_never_lowers_freshness(
        plan in with_initiative(fixture::plan(), near_date()),
        assessment in one_of::<Assessment>(),
        today in near_day(),
    ) {
        let mut plan = plan;
        let Some(latest) = derive(&plan.build(), today).calendar.latest() else { return Ok(()) };
        plan.reports.retain(|report| report.period != latest);
        let before = derive(&plan.build(), today).initiatives[row(0)].reporting;
        let reported = plan.report_with(&latest.to_string(), assessment, |it| it.date = today);
        let after = derive(&reported.build(), today).initiatives[row(0)].reporting;
        // What had ended owes again when it reports anew.
        prop_assert!(after.reporting <= before.reporting.max(Reporting::Reported));
        prop_assert!(after.missing <= before.missing && after.reported_latest);
    }

    #[test]
    fn counts_add_up_and_the_state_has_a_reason(
        plan in with_initiative(fixture::plan(), near_date()).prop_flat_map(|plan| with_initiative(plan, near_date())),
        today in near_day(),
    ) {
        let facts = derive(&plan.build(), today);
        prop_assert_eq!(facts.plan.total, 2);
        prop_assert_eq!(facts.plan.counts.iter().map(|(_, count)| count).sum::<u32>(), facts.plan.total);
        prop_assert_eq!(&facts.units[row(0)].below, &facts.plan);
        prop_assert_eq!(&facts.roles[row(0)], &facts.plan);
        for (_, it) in facts.initiatives.iter() {
            let counts = &it.activities;
            prop_assert_eq!(counts.total, counts.done + counts.open + counts.unknown);
            prop_assert_eq!((counts.total + counts.cancelled) as usize, counts.each.len());
            prop_assert!(counts.overdue + counts.without_date <= counts.open);
            prop_assert!(!it.standing.spoke.is_empty());
            prop_assert!(it.reporting.overdue <= it.reporting.missing);
            let unknown = matches!(it.reporting.reporting, Reporting::Silent | Reporting::Never);
            prop_assert!(unknown || it.standing.state != State::NoInformation);
            prop_assert_eq!(it.standing.capped_from, it.standing.declared.map(State::from).filter(|said| *said != it.standing.state));
        }
    }

    #[test]
    fn what_comes_later_changes_nothing_now(
        plan in with_initiative(fixture::plan(), near_date()),
        today in near_day(),
    ) {
        let mut plan = plan;
        // Whether a phase is closed yet is told by the reports to come.
        if plan.initiatives[0].phase == Some(Phase::Closed) {
            plan.initiatives[0].phase = None;
        }
        let mut cut = plan.clone();
        cut.reports.retain(|report| report.date <= today);
        let initiative = &mut cut.initiatives[0];
        if let Some(later) = initiative.deadline_moves.iter().position(|it| it.date.first_day() > today) {
            initiative.end = Some(initiative.deadline_moves[later].from);
            initiative.deadline_moves.truncate(later);
        }
        let whole = derive(&plan.build(), today).initiatives[row(0)].standing.state;
        prop_assert_eq!(whole, derive(&cut.build(), today).initiatives[row(0)].standing.state);
    }

    #[test]
    fn no_plan_panics(
        plan in with_initiative(fixture::plan(), any_date()),
        start in any_date(),
        end in any_date(),
        every in one_of::<Rhythm>(),
        grace in prop_oneof![0..100_u32, Just(u32::MAX)],
        stale in 0..3_u32,
        today in any_day(),
    ) {
        let mut plan = plan;
        (plan.settings.start, plan.settings.end) = (start, end);
        (plan.settings.reporting.every, plan.settings.reporting.grace_days) = (every, grace);
        plan.settings.reporting.stale_after = stale;
        let facts = derive(&plan.build(), today);
        prop_assert!(!facts.initiatives[row(0)].standing.spoke.is_empty());
    }

    #[test]
    fn no_indicator_panics_or_gives_what_is_no_number(plan in indicator(), today in any_day()) {
        let facts = derive(&plan.build(), today).indicators[row(0)].clone();
        prop_assert!(facts.ratio.is_none_or(f64::is_finite));
        prop_assert!(facts.path.is_sorted_by(|(one, _), (other, _)| one < other));
    }
}
