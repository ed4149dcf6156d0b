//! Small plans for the tests of this stage, built in one chain of calls. Each call adds one thing with ordinary values
//! and lets the test change what it is about.
//!
//! The plan runs 2025 to 2028 and reports every tertial, with 28 days of grace and silence after 2 periods.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{Facts, InitiativeFacts, derive};
use crate::files::{Files, Span};
use crate::model::{
    AccessibilityLaw, Activity, ActivityState, Area, Assessment, Body, DeadlineMove, Decision, DecisionNeeded,
    Direction, Entity, Forum, Goal, Indicator, Initiative, Insight, Interval, Key, Mandate, Meeting, Observation,
    Obstacle, ObstacleKind, Period, Phase, Plan, PlanDate, Report, Reporting, Response, ResponseState, Review, Role,
    RoleKind, Settings, Table, Text, Thresholds, Unit, UnitKind,
};
use crate::words::Language;

/// A plan in the making.
#[derive(Clone, Debug)]
pub(super) struct Fixture {
    pub(super) settings: Settings,
    pub(super) units: Vec<Unit>,
    pub(super) roles: Vec<Role>,
    pub(super) areas: Vec<Area>,
    pub(super) goals: Vec<Goal>,
    pub(super) initiatives: Vec<Initiative>,
    pub(super) indicators: Vec<Indicator>,
    pub(super) forums: Vec<Forum>,
    pub(super) insights: Vec<Insight>,
    pub(super) decisions: Vec<Decision>,
    pub(super) reports: Vec<Report>,
    pub(super) reviews: Vec<Review>,
}

/// A plan with a unit, a role in it, and nothing else.
pub(super) fn plan() -> Fixture {
    let settings = Settings {
        title: Text::new("Planen".to_owned()),
        summary: None,
        organisation: Text::new("Kommunen".to_owned()),
        municipality_code: None,
        start: on("2025"),
        end: on("2028"),
        language: Language::SWEDISH,
        languages: vec![Language::SWEDISH],
        base_url: None,
        decision: None,
        owner: None,
        contact: None,
        feedback: Vec::new(),
        accessibility_law: AccessibilityLaw::Sweden,
        reporting: Reporting::default(),
        timezone: "Europe/Stockholm".to_owned(),
        licence: "CC0-1.0".to_owned(),
        catalogue: None,
        colour: None,
        logo: None,
        image: None,
        notice: None,
        labels: BTreeMap::new(),
        thresholds: Thresholds::default(),
        span: span(),
    };
    let empty = Fixture {
        settings,
        units: Vec::new(),
        roles: Vec::new(),
        areas: Vec::new(),
        goals: Vec::new(),
        initiatives: Vec::new(),
        indicators: Vec::new(),
        forums: Vec::new(),
        insights: Vec::new(),
        decisions: Vec::new(),
        reports: Vec::new(),
        reviews: Vec::new(),
    };
    empty.unit(|_| ()).role(|_| ())
}

impl Fixture {
    pub(super) fn unit(mut self, edit: impl FnOnce(&mut Unit)) -> Self {
        let mut unit = Unit { entity: entity(), kind: UnitKind::Department, parent: None };
        edit(&mut unit);
        self.units.push(unit);
        self
    }

    /// A role of the first unit.
    pub(super) fn role(mut self, edit: impl FnOnce(&mut Role)) -> Self {
        let mut role = Role {
            entity: entity(),
            unit: row(0),
            kind: RoleKind::Operations,
            mandate: Mandate::Decides,
            mandate_source: None,
            contact: None,
        };
        edit(&mut role);
        self.roles.push(role);
        self
    }

    pub(super) fn area(mut self) -> Self {
        self.areas.push(Area { entity: entity(), forum: None });
        self
    }

    pub(super) fn goal(mut self, edit: impl FnOnce(&mut Goal)) -> Self {
        let mut goal = Goal {
            entity: entity(),
            area: None,
            parent: None,
            decision: None,
            accountable: None,
            indicators: Vec::new(),
            target: None,
            replaced_by: None,
            assessments: Vec::new(),
        };
        edit(&mut goal);
        self.goals.push(goal);
        self
    }

    /// An initiative in rollout since the beginning of 2026, without an end, that the first role is accountable for.
    pub(super) fn initiative(mut self, edit: impl FnOnce(&mut Initiative)) -> Self {
        let mut initiative = Initiative {
            entity: entity(),
            goals: Vec::new(),
            accountable: Some(row(0)),
            sponsor: None,
            contributors: Vec::new(),
            phase: Some(Phase::Rollout),
            start: Some(on("2026")),
            end: None,
            ongoing: false,
            deadline_moves: Vec::new(),
            activities: Vec::new(),
            indicators: Vec::new(),
            depends_on: Vec::new(),
            merged_into: None,
            decision: None,
            insights: Vec::new(),
            forum: None,
            budget: None,
            benefit: None,
            tags: Vec::new(),
        };
        edit(&mut initiative);
        self.initiatives.push(initiative);
        self
    }

    /// An activity of the last initiative.
    pub(super) fn activity(mut self, state: ActivityState, due: &str, edit: impl FnOnce(&mut Activity)) -> Self {
        let mut activity = Activity {
            id: String::new(),
            title: String::new(),
            state,
            due: (!due.is_empty()).then(|| on(due)),
            done_on: None,
            accountable: None,
            milestone: false,
            span: span(),
        };
        edit(&mut activity);
        self.initiatives.last_mut().expect("an initiative comes first").activities.push(activity);
        self
    }

    /// A move of the last initiative's deadline, which becomes its end.
    pub(super) fn moved(mut self, date: &str, from: &str, to: &str) -> Self {
        let initiative = self.initiatives.last_mut().expect("an initiative comes first");
        initiative.end = Some(on(to));
        initiative.deadline_moves.push(DeadlineMove {
            date: on(date),
            from: on(from),
            to: on(to),
            why: String::new(),
            decision: None,
        });
        self
    }

    /// A report about the last initiative, made the day after the period.
    pub(super) fn report(self, period: &str, assessment: Assessment) -> Self {
        self.report_with(period, assessment, |_| ())
    }

    pub(super) fn report_with(mut self, period: &str, assessment: Assessment, edit: impl FnOnce(&mut Report)) -> Self {
        let period = Period::of(on(period), self.settings.reporting.every).expect("a period of the plan's rhythm");
        let mut report = Report {
            period,
            initiative: row(self.initiatives.len() - 1),
            by: row(0),
            date: period.last_day().tomorrow().unwrap_or(Date::MAX),
            assessment,
            no_progress: false,
            body: Text::new(Arc::default()),
            next_step: None,
            obstacle: None,
            decision_needed: None,
            forecast_end: None,
            evidence: Vec::new(),
            corrected: None,
            span: span(),
        };
        edit(&mut report);
        self.reports.push(report);
        self
    }

    /// An indicator without baseline, targets and observations.
    pub(super) fn indicator(mut self, direction: Direction, edit: impl FnOnce(&mut Indicator)) -> Self {
        let mut indicator = Indicator {
            entity: entity(),
            unit: "%".to_owned(),
            decimals: 0,
            level: None,
            direction,
            baseline: None,
            targets: Vec::new(),
            interval: None,
            source: None,
            method: None,
            breaks: Vec::new(),
            comparisons: Vec::new(),
            observations: Vec::new(),
            compared: BTreeMap::new(),
        };
        edit(&mut indicator);
        self.indicators.push(indicator);
        self
    }

    /// A forum of the first area that meets every quarter, led by the first role.
    pub(super) fn forum(mut self, edit: impl FnOnce(&mut Forum)) -> Self {
        let mut forum = Forum {
            entity: entity(),
            areas: vec![row(0)],
            purpose: String::new(),
            chair: Some(row(0)),
            members: Vec::new(),
            every: Some(Interval::Quarter),
            reports_to: None,
            charter: None,
            meetings: Vec::new(),
        };
        edit(&mut forum);
        self.forums.push(forum);
        self
    }

    /// A meeting of the last forum.
    pub(super) fn met(mut self, date: &str) -> Self {
        let meeting = Meeting { date: on(date), took_up: Vec::new(), decided: Vec::new(), link: None };
        self.forums.last_mut().expect("a forum comes first").meetings.push(meeting);
        self
    }

    /// An insight that has reached nobody.
    pub(super) fn insight(mut self, period: &str, edit: impl FnOnce(&mut Insight)) -> Self {
        let mut insight = Insight {
            entity: entity(),
            period: on(period),
            channel: None,
            theme: None,
            volume: None,
            trend: None,
            goals: Vec::new(),
            initiatives: Vec::new(),
            forum: None,
            response: None,
        };
        edit(&mut insight);
        self.insights.push(insight);
        self
    }

    /// A response to the last insight; an empty date is none.
    pub(super) fn response(mut self, state: ResponseState, date: &str) -> Self {
        let response = Response { state, text: None, by: None, on: (!date.is_empty()).then(|| on(date)) };
        self.insights.last_mut().expect("an insight comes first").response = Some(response);
        self
    }

    /// A decision by the first unit that nothing names.
    pub(super) fn decision(mut self, date: &str, edit: impl FnOnce(&mut Decision)) -> Self {
        let mut decision = Decision {
            entity: entity(),
            body: Body::Unit(row(0)),
            date: on(date),
            reference: None,
            url: None,
            affects: Vec::new(),
            asks_for: Vec::new(),
        };
        edit(&mut decision);
        self.decisions.push(decision);
        self
    }

    /// A review by the first unit of all that reported, without answers.
    pub(super) fn review(mut self, period: &str, date: &str, edit: impl FnOnce(&mut Review)) -> Self {
        let period = Period::of(on(period), self.settings.reporting.every).expect("a period of the plan's rhythm");
        let mut review = Review {
            period,
            date: on(date),
            body: Body::Unit(row(0)),
            reference: None,
            covers: None,
            answers: Vec::new(),
            text: Text::new(Arc::default()),
            span: span(),
        };
        edit(&mut review);
        self.reviews.push(review);
        self
    }

    /// The plan as it has become.
    pub(super) fn build(&self) -> Plan {
        let mut reports = self.reports.clone();
        reports.sort_by_key(|report| (report.period, report.initiative));
        Plan {
            settings: self.settings.clone(),
            units: Table::of(self.units.clone()),
            roles: Table::of(self.roles.clone()),
            areas: Table::of(self.areas.clone()),
            goals: Table::of(self.goals.clone()),
            initiatives: Table::of(self.initiatives.clone()),
            indicators: Table::of(self.indicators.clone()),
            forums: Table::of(self.forums.clone()),
            insights: Table::of(self.insights.clone()),
            decisions: Table::of(self.decisions.clone()),
            reports: Table::of(reports),
            reviews: Table::of(self.reviews.clone()),
            pages: Table::default(),
            heading_links: Vec::new(),
            statement: None,
            removed: Vec::new(),
            static_files: BTreeMap::new(),
        }
    }

    /// Its facts on a day.
    pub(super) fn facts(&self, today: &str) -> Facts {
        derive(&self.build(), day(today))
    }

    /// The facts of its first initiative on a day.
    pub(super) fn first(&self, today: &str) -> InitiativeFacts {
        self.facts(today).initiatives[row(0)].clone()
    }
}

/// The key of a row.
pub(super) fn row<T>(row: usize) -> Key<T> {
    Key::from_row(row)
}

/// A date of any precision.
pub(super) fn on(text: &str) -> PlanDate {
    text.parse().unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

/// A day.
pub(super) fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|problem| panic!("{text}: {problem}"))
}

/// A question to the first role; an empty date is none.
pub(super) fn question(before: &str) -> DecisionNeeded {
    let before = (!before.is_empty()).then(|| on(before));
    DecisionNeeded { question: String::new(), by: row(0), before }
}

/// An obstacle.
pub(super) fn obstacle(kind: ObstacleKind) -> Obstacle {
    Obstacle { kind, text: String::new() }
}

/// Observations; NaN stands for a missing value.
pub(super) fn observed(values: &[(&str, f64)]) -> Vec<Observation> {
    values
        .iter()
        .map(|&(date, value)| Observation {
            date: on(date),
            value: (!value.is_nan()).then_some(value),
            note: None,
            preliminary: false,
            span: span(),
        })
        .collect()
}

/// A place in no particular file.
pub(super) fn span() -> Span {
    let files = Files::from_memory([("content/plan.yaml", "")]);
    Span::top(files.find("content/plan.yaml").expect("just put in"))
}

pub(super) fn entity() -> Entity {
    Entity {
        id: String::new(),
        title: Text::new(String::new()),
        summary: None,
        body: Text::new(Arc::default()),
        aliases: Vec::new(),
        span: span(),
    }
}
