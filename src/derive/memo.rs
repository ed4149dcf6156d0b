//! What was derived the last time: it holds for every plan in which all that is read here is the same.
//!
//! Comes in: the plan and the date. Goes out: [`Derived`], the one from before when it still holds. No fact tells a text or
//! a place, so that a plan whose texts alone have changed has the same facts. What is compared names every field of the
//! plan: a new one has to be said to be read or not.

use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::{Facts, Past, derive_with_past};
use crate::model::{
    Activity, Area, Ask, DeadlineMove, Decision, DecisionNeeded, Entity, Forum, Goal, GoalAssessment, Indicator,
    Initiative, Insight, Meeting, Plan, Report, Response, Review, Role, Settings, Shortcoming, Statement, Table,
    Target, Unit,
};

/// The facts of a day with the history of the plan until then.
#[derive(Clone, Debug)]
pub struct Derived {
    /// The facts of the day.
    pub facts: Facts,
    /// The closed periods until then.
    pub past: Past,
}

/// What was derived the last time, and what it follows from.
#[derive(Debug, Default)]
pub struct Memo(Option<(Arc<Plan>, Date, Arc<Derived>)>);

/// [`derive_with_past`], or with a memo what came of it the last time when that is the same.
pub fn derive_again(plan: &Arc<Plan>, today: Date, memo: Option<&mut Memo>) -> Arc<Derived> {
    let known = memo.as_ref().and_then(|memo| memo.0.as_ref());
    let known = known.filter(|(own, day, _)| *day == today && reads_the_same(own, plan));
    let anew = || {
        let (facts, past) = derive_with_past(plan, today);
        Arc::new(Derived { facts, past })
    };
    let derived = known.map_or_else(anew, |(_, _, derived)| Arc::clone(derived));
    if let Some(memo) = memo {
        let before = memo.0.replace((Arc::clone(plan), today, Arc::clone(&derived)));
        // It may be large, and nobody has to wait until it is gone.
        rayon::spawn(|| drop(before));
    }
    derived
}

/// Whether all that facts follow from is the same in both plans.
pub(super) fn reads_the_same(one: &Plan, other: &Plan) -> bool {
    let Plan {
        settings,
        units,
        roles,
        areas,
        goals,
        initiatives,
        indicators,
        forums,
        insights,
        decisions,
        reports,
        reviews,
        pages: _,
        heading_links: _,
        statement,
        removed: _,
        static_files: _,
    } = one;
    let statement = match (statement, &other.statement) {
        (Some(one), Some(other)) => same_statement(one, other),
        (one, other) => one.is_none() && other.is_none(),
    };
    statement
        && same_settings(settings, &other.settings)
        && rows(units, &other.units, same_unit)
        && rows(roles, &other.roles, same_role)
        && rows(areas, &other.areas, same_area)
        && rows(goals, &other.goals, same_goal)
        && rows(forums, &other.forums, same_forum)
        && rows(decisions, &other.decisions, same_decision)
        && rows(reviews, &other.reviews, same_review)
        && rows(indicators, &other.indicators, same_indicator)
        && rows(insights, &other.insights, same_insight)
        && rows(initiatives, &other.initiatives, same_initiative)
        && rows(reports, &other.reports, same_report)
}

/// Whether two tables have as many rows, and each is the same as its counterpart.
fn rows<T: Send + Sync>(one: &Table<T>, other: &Table<T>, same: fn(&T, &T) -> bool) -> bool {
    let same = |(one, other): (&Arc<T>, &Arc<T>)| Arc::ptr_eq(one, other) || same(one, other);
    one.len() == other.len() && one.rows().par_iter().zip(other.rows()).all(same)
}

/// Whether two lists are as long, and each is the same as its counterpart.
fn each<T>(one: &[T], other: &[T], same: fn(&T, &T) -> bool) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
}

/// The same where both or neither are there.
fn maybe<T>(one: Option<&T>, other: Option<&T>, same: fn(&T, &T) -> bool) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => same(one, other),
        (one, other) => one.is_none() && other.is_none(),
    }
}

fn same_entity(one: &Entity, other: &Entity) -> bool {
    let Entity { id, title: _, summary: _, body: _, aliases: _, span: _ } = one;
    *id == other.id
}

fn same_settings(one: &Settings, other: &Settings) -> bool {
    let Settings {
        title: _,
        summary: _,
        organisation: _,
        municipality_code: _,
        start,
        end,
        language: _,
        languages: _,
        base_url: _,
        decision,
        owner,
        contact: _,
        feedback: _,
        accessibility_law,
        reporting,
        timezone: _,
        licence: _,
        catalogue: _,
        colour: _,
        logo: _,
        image: _,
        notice: _,
        labels: _,
        thresholds,
        span: _,
    } = one;
    (start, end, decision, owner) == (&other.start, &other.end, &other.decision, &other.owner)
        && (accessibility_law, reporting, thresholds) == (&other.accessibility_law, &other.reporting, &other.thresholds)
}

fn same_unit(one: &Unit, other: &Unit) -> bool {
    let Unit { entity, kind, parent } = one;
    same_entity(entity, &other.entity) && (kind, parent) == (&other.kind, &other.parent)
}

fn same_role(one: &Role, other: &Role) -> bool {
    let Role { entity, unit, kind, mandate, mandate_source: _, contact: _ } = one;
    same_entity(entity, &other.entity)
        // A title tells whether a role is a group.
        && entity.title.original == other.entity.title.original
        && (unit, kind, mandate) == (&other.unit, &other.kind, &other.mandate)
}

fn same_area(one: &Area, other: &Area) -> bool {
    let Area { entity, forum } = one;
    same_entity(entity, &other.entity) && *forum == other.forum
}

fn same_goal(one: &Goal, other: &Goal) -> bool {
    let Goal { entity, area, parent, decision, accountable, indicators, target, replaced_by, assessments } = one;
    same_entity(entity, &other.entity)
        && (area, parent, decision, accountable) == (&other.area, &other.parent, &other.decision, &other.accountable)
        && (indicators, target, replaced_by) == (&other.indicators, &other.target, &other.replaced_by)
        && each(assessments, &other.assessments, same_assessment)
}

fn same_assessment(one: &GoalAssessment, other: &GoalAssessment) -> bool {
    let GoalAssessment { date, by, verdict, motivation: _ } = one;
    (date, by, verdict) == (&other.date, &other.by, &other.verdict)
}

fn same_initiative(one: &Initiative, other: &Initiative) -> bool {
    let Initiative {
        entity,
        goals,
        accountable,
        sponsor,
        contributors,
        phase,
        start,
        end,
        ongoing,
        deadline_moves,
        activities,
        indicators,
        depends_on,
        merged_into,
        decision,
        insights,
        forum,
        budget: _,
        benefit: _,
        tags: _,
    } = one;
    same_entity(entity, &other.entity)
        && (goals, accountable, sponsor) == (&other.goals, &other.accountable, &other.sponsor)
        && each(contributors, &other.contributors, |(one, _), (other, _)| one == other)
        && (phase, start, end, ongoing) == (&other.phase, &other.start, &other.end, &other.ongoing)
        && each(deadline_moves, &other.deadline_moves, same_move)
        && each(activities, &other.activities, same_activity)
        && (indicators, depends_on, merged_into) == (&other.indicators, &other.depends_on, &other.merged_into)
        && (decision, insights, forum) == (&other.decision, &other.insights, &other.forum)
}

fn same_move(one: &DeadlineMove, other: &DeadlineMove) -> bool {
    let DeadlineMove { date, from, to, why: _, decision } = one;
    (date, from, to, decision) == (&other.date, &other.from, &other.to, &other.decision)
}

fn same_activity(one: &Activity, other: &Activity) -> bool {
    let Activity { id, title: _, state, due, done_on, accountable, milestone, span: _ } = one;
    (id, state, due) == (&other.id, &other.state, &other.due)
        && (done_on, accountable, milestone) == (&other.done_on, &other.accountable, &other.milestone)
}

fn same_indicator(one: &Indicator, other: &Indicator) -> bool {
    let Indicator {
        entity,
        unit: _,
        decimals,
        level,
        direction,
        baseline,
        targets,
        interval,
        source: _,
        method: _,
        breaks,
        comparisons: _,
        observations,
        compared: _,
    } = one;
    same_entity(entity, &other.entity)
        && (decimals, level, direction) == (&other.decimals, &other.level, &other.direction)
        && (baseline, interval) == (&other.baseline, &other.interval)
        && each(targets, &other.targets, Target::eq)
        && each(breaks, &other.breaks, |one, other| one.date == other.date)
        && each(observations, &other.observations, |one, other| {
            (one.date, one.value, one.preliminary) == (other.date, other.value, other.preliminary)
        })
}

fn same_forum(one: &Forum, other: &Forum) -> bool {
    let Forum { entity, areas, purpose: _, chair, members, every, reports_to, charter: _, meetings } = one;
    same_entity(entity, &other.entity)
        && (areas, chair, members) == (&other.areas, &other.chair, &other.members)
        && (every, reports_to) == (&other.every, &other.reports_to)
        && each(meetings, &other.meetings, same_meeting)
}

fn same_meeting(one: &Meeting, other: &Meeting) -> bool {
    let Meeting { date, took_up, decided, link: _ } = one;
    (date, took_up, decided) == (&other.date, &other.took_up, &other.decided)
}

fn same_insight(one: &Insight, other: &Insight) -> bool {
    let Insight { entity, period, channel, theme: _, volume, trend, goals, initiatives, forum, response } = one;
    same_entity(entity, &other.entity)
        && (period, channel, volume, trend) == (&other.period, &other.channel, &other.volume, &other.trend)
        && (goals, initiatives, forum) == (&other.goals, &other.initiatives, &other.forum)
        && maybe(response.as_ref(), other.response.as_ref(), same_response)
}

fn same_response(one: &Response, other: &Response) -> bool {
    let Response { state, text: _, by, on } = one;
    (state, by, on) == (&other.state, &other.by, &other.on)
}

fn same_decision(one: &Decision, other: &Decision) -> bool {
    let Decision { entity, body, date, reference: _, url: _, affects, asks_for } = one;
    same_entity(entity, &other.entity)
        && (body, date, affects) == (&other.body, &other.date, &other.affects)
        && each(asks_for, &other.asks_for, same_ask)
}

fn same_ask(one: &Ask, other: &Ask) -> bool {
    let Ask { what: _, role, by } = one;
    (role, by) == (&other.role, &other.by)
}

fn same_report(one: &Report, other: &Report) -> bool {
    let Report {
        period,
        initiative,
        by,
        date,
        assessment,
        no_progress,
        body: _,
        next_step,
        obstacle,
        decision_needed,
        forecast_end,
        evidence: _,
        corrected,
        span: _,
    } = one;
    (period, initiative, by, date) == (&other.period, &other.initiative, &other.by, &other.date)
        && (assessment, no_progress) == (&other.assessment, &other.no_progress)
        && (next_step, forecast_end, corrected) == (&other.next_step, &other.forecast_end, &other.corrected)
        && maybe(obstacle.as_ref(), other.obstacle.as_ref(), |one, other| one.kind == other.kind)
        && maybe(decision_needed.as_ref(), other.decision_needed.as_ref(), same_question)
}

fn same_question(one: &DecisionNeeded, other: &DecisionNeeded) -> bool {
    let DecisionNeeded { question: _, by, before } = one;
    (by, before) == (&other.by, &other.before)
}

fn same_review(one: &Review, other: &Review) -> bool {
    let Review { period, date, body, reference: _, covers, answers, text: _, span: _ } = one;
    (period, date, body, covers) == (&other.period, &other.date, &other.body, &other.covers)
        && each(answers, &other.answers, |(one, _), (other, _)| one == other)
}

fn same_statement(one: &Statement, other: &Statement) -> bool {
    (one.assessed, one.updated, one.published) == (other.assessed, other.updated, other.published)
        && each(&one.shortcomings, &other.shortcomings, same_shortcoming)
}

fn same_shortcoming(one: &Shortcoming, other: &Shortcoming) -> bool {
    one.fix_by == other.fix_by
}
