//! What holds for every plan, tried on plans made by chance: as many as `PROPTEST_CASES` says, else 256 for each.

use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::fixture::{self, Fixture, obstacle, on, question, row};
use super::memo::reads_the_same;
use super::{Facts, Reporting, Share, State, changes, closed_periods, derive, derive_with_past, quality};
use crate::diag::Diagnostics;
use crate::model::{
    ActivityState, Aim, AnyKey, Assessment, Baseline, DeadlineMove, Direction, Entity, Interval, Mandate, Meeting,
    Mention, ObstacleKind, Period, Phase, Plan, PlanDate, Prose, Response, ResponseState, Rhythm, RoleKind,
    SeriesBreak, Table, Target, Text, Volume,
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

/// A plan with three initiatives of two goals in one of two areas, and all that F8 to F12 look at.
fn followed(dates: BoxedStrategy<PlanDate>) -> impl Strategy<Value = Fixture> {
    let plan = Just(fixture::plan());
    let one = dates.clone();
    let plan = plan.prop_flat_map(move |plan| with_initiative(plan, one.clone()));
    let one = dates.clone();
    let plan = plan.prop_flat_map(move |plan| with_initiative(plan, one.clone()));
    let one = dates.clone();
    let plan = plan.prop_flat_map(move |plan| with_initiative(plan, one.clone()));
    let roles = vec((one_of::<Mandate>(), one_of::<RoleKind>()), 3);
    let owners = vec((option::of(0..4_usize), option::of(0..4_usize)), 3);
    let forums = vec((option::of(one_of::<Interval>()), vec(dates.clone(), 0..6), 0..4_usize), 0..3);
    let response = option::of((one_of::<ResponseState>(), option::of(dates.clone())));
    let insights = vec((dates.clone(), response, option::of(5..50_u32), 0..9_usize), 0..6);
    let decisions = vec((dates.clone(), 0..7_usize), 0..5);
    let reviews = vec((near_day(), dates, any::<bool>(), vec(0..3_usize, 0..3)), 0..5);
    let asks = vec((option::of(near_date()), option::of(one_of::<ObstacleKind>()), any::<bool>()), 1..6);
    let rest = (roles, owners, forums, insights, decisions, reviews, asks);
    (plan, rest).prop_map(|(mut plan, (roles, owners, forums, insights, decisions, reviews, asks))| {
        for (mandate, kind) in roles {
            plan = plan.role(|it| (it.mandate, it.kind) = (mandate, kind));
        }
        plan = plan.area().area().goal(|it| it.area = Some(row(0))).goal(|it| it.parent = Some(row(0)));
        for (n, (owner, sponsor)) in owners.into_iter().enumerate() {
            let it = &mut plan.initiatives[n];
            (it.accountable, it.sponsor, it.goals) = (owner.map(row), sponsor.map(row), vec![row(n % 2)]);
        }
        for (every, mut meetings, area) in forums {
            meetings.sort();
            plan = plan.forum(|it| (it.every, it.areas) = (every, vec![row(area % 2)]));
            for date in meetings {
                plan = plan.met(&date.to_string());
            }
            if area > 1 {
                let forum = row(plan.forums.len() - 1);
                plan.initiatives[area % 3].forum = Some(forum);
            }
        }
        for (period, response, volume, place) in insights {
            let (forums, own) = (plan.forums.len(), row(plan.insights.len()));
            plan = plan.insight(&period.to_string(), |it| {
                it.volume = Some(volume.map_or(Volume::Few, Volume::Count));
                it.goals = vec![row(place % 2)];
                it.forum = Some(row(place)).filter(|_| place < forums);
                it.initiatives = if place > 5 { vec![row(place - 6)] } else { Vec::new() };
            });
            if place > 5 {
                plan.initiatives[place - 6].insights.push(own);
            }
            if let Some((state, date)) = response {
                plan = plan.response(state, &date.map_or_else(String::new, |it| it.to_string()));
            }
        }
        for (date, about) in decisions {
            let own = row(plan.decisions.len());
            plan = plan.decision(&date.to_string(), |it| {
                let initiative = Mention::Entity(AnyKey::Initiative(row(about)));
                it.affects = Some(initiative).filter(|_| about < 3).into_iter().collect();
            });
            match about {
                0..3 => {}
                3..6 => plan.initiatives[about - 3].decision = Some(own),
                _ => plan.goals[0].decision = Some(own),
            }
        }
        for (in_period, date, covers, answers) in reviews {
            let period = Period::containing(in_period, plan.settings.reporting.every);
            if plan.reviews.iter().all(|it| it.period != period) {
                plan = plan.review(&period.to_string(), &date.to_string(), |it| {
                    it.covers = covers.then(|| vec![row(0)]);
                    it.answers = answers.into_iter().map(|n| (row(n), String::new())).collect();
                });
            }
        }
        for (report, (before, kind, next)) in plan.reports.iter_mut().zip(asks.into_iter().cycle()) {
            report.decision_needed = before.map(|before| question(&before.to_string()));
            report.obstacle = kind.map(obstacle);
            report.next_step = next.then(String::new);
        }
        plan
    })
}

/// The rows of a table, to be changed.
fn owned<T: Clone>(table: &Table<T>) -> Vec<T> {
    table.iter().map(|(_, row)| row.clone()).collect()
}

/// The plan with other texts and places.
fn with_other_texts(plan: &Plan) -> Plan {
    let other = || "Något annat".to_owned();
    let entity = |own: &mut Entity| {
        (own.title, own.summary) = (Text::new(other()), Some(Text::new(other())));
        (own.aliases, own.body) = (vec![other()], Text::new(Arc::new(Prose::default())));
    };
    let mut plan = plan.clone();
    let (mut initiatives, mut insights) = (owned(&plan.initiatives), owned(&plan.insights));
    let (mut goals, mut reports) = (owned(&plan.goals), owned(&plan.reports));
    for it in &mut initiatives {
        entity(&mut it.entity);
        it.tags.push(other());
        it.deadline_moves.iter_mut().for_each(|own| own.why = other());
        it.activities.iter_mut().for_each(|own| own.title = other());
        it.contributors.iter_mut().for_each(|own| own.1 = Some(other()));
    }
    for it in &mut insights {
        entity(&mut it.entity);
        it.theme = Some(other());
        it.response.iter_mut().for_each(|own| own.text = Some(other()));
    }
    for it in &mut goals {
        entity(&mut it.entity);
        it.assessments.iter_mut().for_each(|own| own.motivation = other());
    }
    for it in &mut reports {
        it.obstacle.iter_mut().for_each(|own| own.text = other());
        it.decision_needed.iter_mut().for_each(|own| own.question = other());
    }
    plan.settings.title = Text::new(other());
    (plan.initiatives, plan.insights) = (Table::of(initiatives), Table::of(insights));
    (plan.goals, plan.reports) = (Table::of(goals), Table::of(reports));
    plan
}

/// The plan with all that may come after a day.
fn with_later(plan: &Plan, today: Date, days: i32) -> Plan {
    let later = today.saturating_add(days.days());
    let on = PlanDate::day(later);
    let mut plan = plan.clone();
    let every = plan.settings.reporting.every;
    let mut initiatives = owned(&plan.initiatives);
    let mut insights = owned(&plan.insights);
    let mut forums = owned(&plan.forums);
    let mut reports = owned(&plan.reports);
    let mut decisions = owned(&plan.decisions);
    let mut reviews = owned(&plan.reviews);

    let (decision, insight) = (row(decisions.len()), row(insights.len()));
    let more = fixture::plan().initiative(|_| ()).insight(&on.to_string(), |it| it.goals = vec![row(0)]);
    let more = more.decision(&on.to_string(), |_| ()).forum(|_| ()).build();
    for (n, it) in initiatives.iter_mut().enumerate() {
        it.decision = it.decision.or(Some(decision));
        it.insights.push(insight);
        if let Some(from) = it.end {
            it.deadline_moves.push(DeadlineMove { date: on, from, to: on, why: String::new(), decision: None });
            it.end = Some(on);
        }
        for activity in it.activities.iter_mut().filter(|it| it.state == ActivityState::InProgress) {
            (activity.state, activity.done_on) = (ActivityState::Done, Some(on));
        }
        let seen = Period::containing(today, every);
        for period in [seen.previous(), seen, seen.next()] {
            if reports.iter().all(|it| (it.initiative, it.period) != (row(n), period)) {
                let report = fixture::plan().initiative(|_| ()).report(&period.to_string(), Assessment::AtRisk);
                let mut report = report.reports[0].clone();
                (report.initiative, report.date) = (row(n), later);
                (report.decision_needed, report.obstacle) = (Some(question("2020")), Some(obstacle(ObstacleKind::Law)));
                reports.push(report);
            }
            if n == 0 && reviews.iter().all(|it| it.period != period) {
                let answers = vec![(row(0), String::new()), (row(1), String::new())];
                let review = fixture::plan().review(&period.to_string(), &on.to_string(), |it| it.answers = answers);
                reviews.extend(review.reviews);
            }
        }
    }
    for it in insights.iter_mut().filter(|it| it.response.is_none()) {
        it.response = Some(Response { state: ResponseState::Done, text: None, by: None, on: Some(on) });
    }
    for it in &mut forums {
        it.meetings.push(Meeting { date: on, took_up: Vec::new(), decided: Vec::new(), link: None });
    }
    let affects = (0..initiatives.len()).map(|n| Mention::Entity(AnyKey::Initiative(row(n)))).collect();
    decisions.extend(owned(&more.decisions));
    decisions.last_mut().expect("just put in").affects = affects;
    insights.extend(owned(&more.insights));
    insights.last_mut().expect("just put in").initiatives = (0..initiatives.len()).map(row).collect();
    plan.settings.decision = plan.settings.decision.or(Some(decision));
    (plan.initiatives, plan.insights) = (Table::of(initiatives), Table::of(insights));
    (plan.forums, plan.reports) = (Table::of(forums), Table::of(reports));
    (plan.decisions, plan.reviews) = (Table::of(decisions), Table::of(reviews));
    plan
}

/// Whether a share is one, and of no more than there are.
fn adds_up(share: Share, of: u32) -> bool {
    share.n <= share.of && share.of <= of
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn texts_make_no_difference_and_what_is_said_to_be_the_same_has_the_same_facts(
        plan in followed(near_date()),
        today in near_day(),
        days in 1..400_i32,
    ) {
        let plan = plan.build();
        let other = with_other_texts(&plan);
        prop_assert!(reads_the_same(&plan, &other));
        prop_assert_eq!(format!("{:?}", derive(&plan, today)), format!("{:?}", derive(&other, today)));
        prop_assert!(!reads_the_same(&plan, &with_later(&plan, today, days)));
    }

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

    #[test]
    fn what_is_added_later_changes_nothing_before(
        plan in followed(near_date()),
        today in near_day(),
        days in 1..400_i32,
    ) {
        let mut plan = plan;
        // Whether a phase is closed yet is told by the reports to come.
        for it in plan.initiatives.iter_mut().filter(|it| it.phase == Some(Phase::Closed)) {
            it.phase = None;
        }
        let plan = plan.build();
        let later = with_later(&plan, today, days);
        let (facts, again) = (derive(&plan, today), derive(&later, today));
        let known = plan.insights.len();
        prop_assert_eq!(&facts.initiatives, &again.initiatives);
        prop_assert_eq!(&facts.goals, &again.goals);
        prop_assert_eq!(facts.insights.rows(), &again.insights.rows()[..known]);
        prop_assert_eq!(again.insights.rows()[known], None);
        prop_assert_eq!(facts.insight_counts, again.insight_counts);
        prop_assert_eq!(&facts.forums, &again.forums);
        prop_assert_eq!(&facts.agendas, &again.agendas);
        prop_assert_eq!(&facts.lists, &again.lists);
        prop_assert_eq!(&facts.chains, &again.chains);
        prop_assert_eq!(&facts.history, &again.history);
        prop_assert_eq!(facts.pulse, again.pulse);
        prop_assert_eq!((&facts.plan, &facts.units, &facts.roles), (&again.plan, &again.units, &again.roles));
        let index = |facts: Facts| {
            let it = facts.index;
            (it.reports_of_initiative, it.insights_of_initiative, it.answers_of_initiative, it.decisions, it.insights,
             it.decisions_about, it.reports_of_period, it.review_of_period)
        };
        prop_assert_eq!(index(facts), index(again));
        // So what a closed period tells stays as it was.
        let (periods, again) = (closed_periods(&plan, today), closed_periods(&later, today));
        for (one, other) in periods.iter().zip(&again) {
            prop_assert_eq!(&one.facts.initiatives, &other.facts.initiatives);
            prop_assert_eq!(&one.facts.history, &other.facts.history);
        }
    }

    #[test]
    fn all_that_is_counted_adds_up(plan in followed(near_date()), before in near_day(), today in near_day()) {
        let plan = plan.build();
        let facts = derive(&plan, today);
        let (ongoing, all) = (facts.plan.ongoing(), facts.plan.total);
        for counts in [&facts.chains.plan].into_iter().chain(facts.chains.goals.rows()) {
            prop_assert!(adds_up(counts.whole, ongoing));
            prop_assert!(counts.links.iter().all(|link| link.share().of == counts.whole.of));
        }
        prop_assert_eq!(facts.chains.plan.whole.of, ongoing);
        prop_assert_eq!(&facts.chains.units[row(0)], &super::ChainCounts::of(
            plan.initiatives.iter().filter(|(_, it)| it.accountable.is_some())
                .filter_map(|(key, _)| facts.initiatives[key].chain.as_ref())
        ));
        let pulse = facts.pulse;
        prop_assert_eq!((pulse.owner.of, pulse.mandate.of, pulse.chains.of), (ongoing, ongoing, ongoing));
        prop_assert!([pulse.owner, pulse.mandate, pulse.next_step, pulse.under_way].iter().all(|it| adds_up(*it, ongoing)));
        prop_assert!(adds_up(pulse.reported, all) && adds_up(pulse.decisions_overdue, ongoing));
        prop_assert_eq!(pulse.forums.of as usize, plan.forums.len());
        let told = facts.insight_counts;
        prop_assert_eq!(told.total, told.answered + told.open + told.unanswered);
        prop_assert_eq!(told.total as usize, facts.index.insights.len());
        prop_assert_eq!(facts.history.len(), facts.calendar.closed.len());
        prop_assert!(facts.lists.decisions.is_sorted_by_key(|it| it.overdue.is_none()));
        for agenda in facts.agendas.rows() {
            let mut about: Vec<_> = agenda.iter().map(|item| item.about).collect();
            about.sort_unstable();
            prop_assert!(about.is_sorted_by(|one, other| one < other), "each thing once");
            prop_assert!(agenda.iter().all(|item| !item.needs.is_empty()));
        }
        for (_, it) in facts.initiatives.iter() {
            prop_assert_eq!(it.chain.is_some(), it.is_ongoing());
            for link in it.chain.iter().flat_map(|chain| &chain.links) {
                prop_assert_eq!(link.mend.is_none(), link.strength == super::Strength::Whole);
            }
        }

        let earlier = derive(&plan, before.min(today));
        let found = changes(&plan, &earlier, &facts);
        let lists = [&found.closed, &found.reopened, &found.better, &found.worse, &found.paused, &found.resumed];
        let mut shifted: Vec<_> = lists.into_iter().flatten().map(|shift| shift.initiative).collect();
        shifted.extend(&found.newly_silent);
        shifted.sort_unstable();
        prop_assert!(shifted.is_sorted_by(|one, other| one < other), "each initiative in one list");
        let gone = earlier.plan.ongoing() + u32::try_from(found.reopened.len()).unwrap();
        prop_assert_eq!(gone, ongoing + u32::try_from(found.closed.len()).unwrap());
        prop_assert!(changes(&plan, &facts, &facts).is_empty());
    }

    #[test]
    fn what_is_derived_together_is_as_if_derived_alone(plan in followed(near_date()), today in near_day()) {
        let plan = plan.build();
        let (facts, past) = derive_with_past(&plan, today);
        prop_assert_eq!(format!("{facts:?}"), format!("{:?}", derive(&plan, today)));
        for own in &past.periods {
            let alone = derive(&plan, own.facts.calendar.today);
            prop_assert_eq!(alone.pulse, own.facts.pulse);
            prop_assert_eq!(&alone.history, &own.facts.history);
        }
        if let Some(since) = &past.since {
            let alone = changes(&plan, &derive(&plan, since.from), &facts);
            prop_assert_eq!(format!("{since:?}"), format!("{alone:?}"));
        }
    }

    #[test]
    fn no_plan_that_is_followed_panics(plan in followed(any_date()), rhythm in 0.0..f64::MAX, today in any_day()) {
        let mut plan = plan;
        plan.settings.thresholds.forum_rhythm = rhythm;
        let plan = plan.build();
        let facts = derive(&plan, today);
        let mut diagnostics = Diagnostics::new();
        quality(&plan, &facts, &mut diagnostics);
        let periods = closed_periods(&plan, today);
        prop_assert!(periods.iter().all(|it| changes(&plan, &it.facts, &facts).from <= today));
    }
}
