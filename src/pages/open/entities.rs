//! The plan's entities as tables: what is declared, and beside it what was derived from that.
//!
//! Only what exists on the day that the facts hold for is part of them. What has no value is missing, never 0.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::computed::names::{Named, id, reference};
use super::super::context::entity;
use super::table::{Cell, Column, Kind, Table};
use crate::derive::{Facts, ForumActivity, InsightState, Outcome, Reporting, State, Trend};
use crate::model::{
    self, AnyKey, Assessment, Body, Channel, Direction, Entity, Interval, Key, Level, Mandate, Mention, ObstacleKind,
    Phase, Plan, ResponseState, RoleKind, UnitKind, Verdict, Volume,
};
use crate::words::Language;

const ID: Column = Column::new("id", Kind::Text, "Its id, the same for ever.").required();
const TITLE: Column = Column::new("title", Kind::Text, "What it is called.").required();
const SUMMARY: Column = Column::new("summary", Kind::Text, "What it is about, in a sentence or two.");

/// The names of an enumeration's values.
fn names<T: Named>() -> Vec<&'static str> {
    T::names()
}

const UNITS: &[Column] = &[
    ID,
    TITLE,
    Column::new("kind", Kind::Word(names::<UnitKind>), "What kind of unit it is.").required(),
    Column::new("parent", Kind::Text, "The unit above it.").to("units"),
];

const ROLES: &[Column] = &[
    ID,
    TITLE,
    Column::new("unit", Kind::Text, "The unit it belongs to.").required().to("units"),
    Column::new("kind", Kind::Word(names::<RoleKind>), "What kind of role it is.").required(),
    Column::new("mandate", Kind::Word(names::<Mandate>), "What it may do.").required(),
    Column::new("mandate_source", Kind::Text, "Where its mandate is written down."),
    Column::new("contact", Kind::Text, "A function mailbox."),
    Column::new("initiatives", Kind::Whole, "The initiatives that it answers for.").required(),
];

const AREAS: &[Column] =
    &[ID, TITLE, SUMMARY, Column::new("forums", Kind::List, "The forums that work with it.").to("forums")];

const GOALS: &[Column] = &[
    ID,
    TITLE,
    SUMMARY,
    Column::new("area", Kind::Text, "The knowledge area it lies in.").to("areas"),
    Column::new("parent", Kind::Text, "The goal above it.").to("goals"),
    Column::new("decision", Kind::Text, "The decision behind it.").to("decisions"),
    Column::new("accountable", Kind::Text, "The role that answers for it.").to("roles"),
    Column::new("indicators", Kind::List, "The indicators that tell whether it is reached.").to("indicators"),
    Column::new("target", Kind::Date, "When it should be reached."),
    Column::new("replaced_by", Kind::Text, "The goal that took its place.").to("goals"),
    Column::new("initiatives", Kind::Whole, "The initiatives that serve it.").required(),
    Column::new("verdict", Kind::Word(names::<Verdict>), "The latest declared judgement of it."),
    Column::new("verdict_date", Kind::Date, "When that was made."),
    Column::new("verdict_by", Kind::Text, "The role that made it.").to("roles"),
    Column::new("verdict_motivation", Kind::Text, "Why."),
];

const INITIATIVES: &[Column] = &[
    ID,
    TITLE,
    SUMMARY,
    Column::new("state", Kind::Word(names::<State>), "Where it stands, as derived (rules F2 and F3).").required(),
    Column::new("reporting", Kind::Word(names::<Reporting>), "How it reports (rule F1).").required(),
    Column::new("assessment", Kind::Word(names::<Assessment>), "What its latest report judged."),
    Column::new("latest_report", Kind::Day, "The day of its latest report."),
    Column::new("goals", Kind::List, "The goals it serves.").to("goals"),
    Column::new("accountable", Kind::Text, "The role that answers for it.").to("roles"),
    Column::new("sponsor", Kind::Text, "The role that can decide, and stands behind it.").to("roles"),
    Column::new("phase", Kind::Word(names::<Phase>), "How far it has come from idea to everyday."),
    Column::new("start", Kind::Date, "When it starts."),
    Column::new("original_end", Kind::Date, "Its first deadline (rule F5)."),
    Column::new("end", Kind::Date, "The deadline that holds (rule F5)."),
    Column::new("times_moved", Kind::Whole, "How many times its deadline was moved.").required(),
    Column::new("activities", Kind::Whole, "Its activities (rule F4).").required(),
    Column::new("activities_done", Kind::Whole, "Those of them that are done.").required(),
    Column::new("activities_cancelled", Kind::Whole, "Those that are cancelled.").required(),
    Column::new("activities_overdue", Kind::Whole, "Those that are overdue.").required(),
    Column::new("indicators", Kind::List, "The indicators it should move.").to("indicators"),
    Column::new("depends_on", Kind::List, "The initiatives it waits for.").to("initiatives"),
    Column::new("merged_into", Kind::Text, "The initiative it was merged into.").to("initiatives"),
    Column::new("decision", Kind::Text, "The decision behind it.").to("decisions"),
    Column::new("insights", Kind::List, "The insights it answers to.").to("insights"),
    Column::new("forum", Kind::Text, "The forum that works with it.").to("forums"),
    Column::new("budget", Kind::Number, "What it may cost."),
    Column::new("budget_spent", Kind::Number, "What has been spent of that."),
    Column::new("budget_currency", Kind::Text, "The currency of both, as in ISO 4217."),
    Column::new("benefit", Kind::Text, "What it should give."),
    Column::new("tags", Kind::List, "Free labels."),
];

const ACTIVITIES: &[Column] = &[
    Column::new("initiative", Kind::Text, "Its initiative.").required().to("initiatives"),
    Column::new("id", Kind::Text, "Its id, unique within the initiative.").required(),
    TITLE,
    Column::new("state", Kind::Word(names::<model::ActivityState>), "How far it has come.").required(),
    Column::new("due", Kind::Date, "When it should be done."),
    Column::new("done_on", Kind::Date, "When it was done."),
    Column::new("accountable", Kind::Text, "The role that answers for it, when another than the initiative's.")
        .to("roles"),
    Column::new("milestone", Kind::Truth, "Whether it is a milestone.").required(),
];

const INDICATORS: &[Column] = &[
    ID,
    TITLE,
    SUMMARY,
    Column::new("unit", Kind::Text, "The unit of its values.").required(),
    Column::new("decimals", Kind::Whole, "The decimals that its values are shown with.").required(),
    Column::new("level", Kind::Word(names::<Level>), "What it measures."),
    Column::new("direction", Kind::Word(names::<Direction>), "Which way is better.").required(),
    Column::new("interval", Kind::Word(names::<Interval>), "How often it is measured."),
    Column::new("baseline_date", Kind::Date, "When it started."),
    Column::new("baseline", Kind::Number, "The value it started from."),
    Column::new("latest_date", Kind::Date, "When its latest value was observed."),
    Column::new("latest", Kind::Number, "That value."),
    Column::new("expected", Kind::Number, "What was expected then (rule F7)."),
    Column::new("outcome", Kind::Word(names::<Outcome>), "How it stands (rule F7).").required(),
    Column::new("trend", Kind::Word(names::<Trend>), "Whether it gets better.").required(),
    Column::new("source", Kind::Text, "Whose numbers they are."),
    Column::new("source_url", Kind::Text, "Where they were published."),
    Column::new("source_licence", Kind::Text, "Under which licence."),
    Column::new("kolada_id", Kind::Text, "Its id in Kolada."),
    Column::new("source_fetched", Kind::Date, "When its numbers were fetched from there."),
    Column::new("method", Kind::Text, "How the numbers are made."),
];

/// The columns of observations, which those of one indicator share.
pub(super) const OBSERVATIONS: &[Column] = &[
    Column::new("indicator", Kind::Text, "The indicator.").required().to("indicators"),
    Column::new("series", Kind::Text, "The series that it is compared with; missing: its own."),
    Column::new("date", Kind::Date, "When it was observed.").required(),
    Column::new("value", Kind::Number, "The value; missing: data are missing, which is never 0."),
    Column::new("preliminary", Kind::Truth, "Whether it may still change.").required(),
    Column::new("note", Kind::Text, "A note."),
];

const FORUMS: &[Column] = &[
    ID,
    TITLE,
    Column::new("purpose", Kind::Text, "What it is for.").required(),
    Column::new("areas", Kind::List, "The knowledge areas it works with.").required().to("areas"),
    Column::new("chair", Kind::Text, "The role that leads it.").to("roles"),
    Column::new("members", Kind::List, "The roles that take part.").to("roles"),
    Column::new("every", Kind::Word(names::<Interval>), "How often it meets."),
    Column::new("activity", Kind::Word(names::<ForumActivity>), "Whether it does (rule F9).").required(),
    Column::new("reports_to", Kind::Text, "To whom it reports: unit:id or role:id."),
];

const MEETINGS: &[Column] = &[
    Column::new("forum", Kind::Text, "Whose meeting it is.").required().to("forums"),
    Column::new("date", Kind::Date, "When.").required(),
    Column::new("took_up", Kind::List, "What it took up: kind:id, or words."),
    Column::new("decided", Kind::List, "What it decided: kind:id, or words."),
    Column::new("link", Kind::Text, "Its minutes."),
];

const INSIGHTS: &[Column] = &[
    ID,
    TITLE,
    SUMMARY,
    Column::new("period", Kind::Date, "The time it was told.").required(),
    Column::new("channel", Kind::Word(names::<Channel>), "How it was told."),
    Column::new("theme", Kind::Text, "What it is about."),
    Column::new("volume", Kind::Whole, "How many told it. Missing also when they were fewer than five."),
    Column::new("fewer_than_five", Kind::Truth, "Whether they were fewer than five."),
    Column::new("goals", Kind::List, "The goals it touches.").to("goals"),
    Column::new("initiatives", Kind::List, "The initiatives that answer to it.").to("initiatives"),
    Column::new("forum", Kind::Text, "The forum that works with it.").to("forums"),
    Column::new("state", Kind::Word(names::<InsightState>), "Whether it is answered (rule F8).").required(),
    Column::new("response", Kind::Word(names::<ResponseState>), "How far the answer has come."),
    Column::new("response_text", Kind::Text, "The answer."),
    Column::new("response_by", Kind::Text, "The role that gave it.").to("roles"),
    Column::new("response_on", Kind::Date, "When."),
];

const DECISIONS: &[Column] = &[
    ID,
    TITLE,
    SUMMARY,
    Column::new("body", Kind::Text, "Who decided: unit:id or role:id.").required(),
    Column::new("date", Kind::Date, "When.").required(),
    Column::new("reference", Kind::Text, "Registration number, paragraph."),
    Column::new("url", Kind::Text, "Where its minutes are published."),
    Column::new("affects", Kind::List, "What it concerns: kind:id, or words."),
];

const REPORTS: &[Column] = &[
    Column::new("period", Kind::Date, "The period it is for.").required(),
    Column::new("initiative", Kind::Text, "The initiative it is about.").required().to("initiatives"),
    Column::new("by", Kind::Text, "The role that reports.").required().to("roles"),
    Column::new("date", Kind::Day, "When.").required(),
    Column::new("assessment", Kind::Word(names::<Assessment>), "What it judges.").required(),
    Column::new("no_progress", Kind::Truth, "Whether it says that nothing has come further.").required(),
    Column::new("next_step", Kind::Text, "What comes next."),
    Column::new("obstacle", Kind::Word(names::<ObstacleKind>), "The kind of obstacle in the way."),
    Column::new("obstacle_text", Kind::Text, "The obstacle."),
    Column::new("question", Kind::Text, "The decision that it asks for."),
    Column::new("question_to", Kind::Text, "The role that must answer.").to("roles"),
    Column::new("question_before", Kind::Date, "By when."),
    Column::new("forecast_end", Kind::Date, "When it expects the initiative to be done."),
    Column::new("corrected", Kind::Date, "When it was corrected."),
    Column::new("corrected_why", Kind::Text, "Why."),
];

const REVIEWS: &[Column] = &[
    Column::new("period", Kind::Date, "The period that it is of.").required(),
    Column::new("date", Kind::Date, "When it was made.").required(),
    Column::new("body", Kind::Text, "Who made it: unit:id or role:id.").required(),
    Column::new("reference", Kind::Text, "Registration number, paragraph."),
    Column::new("covers", Kind::List, "The initiatives that it lists; none: all that had reported.").to("initiatives"),
    Column::new("answers", Kind::List, "The initiatives whose questions it answers.").to("initiatives"),
];

/// The names of the tables, in the order that they are published in.
pub(in crate::pages) const TABLES: [&str; 14] = [
    "goals",
    "initiatives",
    "activities",
    "reports",
    "indicators",
    "observations",
    "insights",
    "decisions",
    "reviews",
    "forums",
    "meetings",
    "areas",
    "roles",
    "units",
];

/// Every table, in the order that they are published in.
pub(in crate::pages) fn tables<'a>(plan: &'a Plan, facts: &'a Facts) -> Vec<Table<'a>> {
    let own = Tables { plan, facts, language: plan.settings.language };
    let observations = plan.indicators.keys().flat_map(|key| own.observations(key)).collect();
    vec![
        table("goals", "The plan's goals.", GOALS, &["id"], own.goals()),
        table("initiatives", "The plan's initiatives.", INITIATIVES, &["id"], own.initiatives()),
        table("activities", "The initiatives' activities.", ACTIVITIES, &["initiative", "id"], own.activities()),
        table("reports", "The status reports.", REPORTS, &["period", "initiative"], own.reports()),
        table("indicators", "The indicators.", INDICATORS, &["id"], own.indicators()),
        table("observations", "The indicators' observations.", OBSERVATIONS, &[], observations),
        table("insights", "What residents and staff tell.", INSIGHTS, &["id"], own.insights()),
        table("decisions", "Decisions and directives.", DECISIONS, &["id"], own.decisions()),
        table("reviews", "The leadership's reviews.", REVIEWS, &["period"], own.reviews()),
        table("forums", "The forums.", FORUMS, &["id"], own.forums()),
        table("meetings", "The meetings that the forums have held.", MEETINGS, &[], own.meetings()),
        table("areas", "The knowledge areas.", AREAS, &["id"], own.areas()),
        table("roles", "The roles, with their mandate; never persons.", ROLES, &["id"], own.roles()),
        table("units", "The units of the organisation, or outside it.", UNITS, &["id"], own.units()),
    ]
}

/// The table of one indicator's observations.
pub(super) fn series<'a>(plan: &'a Plan, facts: &'a Facts, key: Key<model::Indicator>) -> Table<'a> {
    let own = Tables { plan, facts, language: plan.settings.language };
    let rows = own.observations(key).collect();
    table("observations", "The indicator's observations.", OBSERVATIONS, &[], rows)
}

fn table<'a>(
    name: &'static str,
    about: &'static str,
    columns: &'static [Column],
    key: &'static [&'static str],
    rows: Vec<Box<[Cell<'a>]>>,
) -> Table<'a> {
    debug_assert!(rows.iter().all(|row| row.len() == columns.len()), "{name}: a row has a value for each column");
    Table { name, about, columns, key, rows }
}

fn word<T: Named>(value: Option<T>) -> Cell<'static> {
    Cell::text(value.map(|value| value.published()))
}

/// What the tables are made from.
#[derive(Clone, Copy)]
struct Tables<'a> {
    plan: &'a Plan,
    facts: &'a Facts,
    language: Language,
}

impl<'a> Tables<'a> {
    fn id_of(self, key: AnyKey) -> Cow<'a, str> {
        match entity(self.plan, key) {
            Some(entity) => Cow::Borrowed(&entity.id),
            None => Cow::Owned(id(self.plan, key)),
        }
    }

    fn id(self, key: Option<AnyKey>) -> Cell<'a> {
        Cell::text(key.map(|key| self.id_of(key)))
    }

    fn role(self, key: Option<Key<model::Role>>) -> Cell<'a> {
        self.id(key.map(AnyKey::Role))
    }

    fn ids(self, keys: impl IntoIterator<Item = AnyKey>) -> Cell<'a> {
        Cell::List(keys.into_iter().map(|key| self.id_of(key)).collect())
    }

    fn mentions(self, mentions: &'a [Mention]) -> Cell<'a> {
        let mention = |own: &'a Mention| match own {
            Mention::Entity(key) => Cow::Owned(reference(self.plan, *key)),
            Mention::Words(words) => Cow::Borrowed(words.as_str()),
        };
        Cell::List(mentions.iter().map(mention).collect())
    }

    fn body(self, body: Body) -> Cell<'a> {
        let key = match body {
            Body::Unit(key) => AnyKey::Unit(key),
            Body::Role(key) => AnyKey::Role(key),
        };
        Cell::Text(reference(self.plan, key).into())
    }

    /// The decision, when it exists.
    fn decision(self, key: Option<Key<model::Decision>>) -> Cell<'a> {
        let key = key.filter(|key| self.plan.decisions[*key].date.first_day() <= self.facts.calendar.today);
        self.id(key.map(AnyKey::Decision))
    }

    fn head(self, entity: &'a Entity) -> [Cell<'a>; 3] {
        let title = entity.title.in_language(self.language).0;
        let summary = entity.summary.as_ref().map(|own| own.in_language(self.language).0.as_str());
        [Cell::Text(entity.id.as_str().into()), Cell::Text(title.as_str().into()), Cell::text(summary)]
    }

    /// Without the summary.
    fn name(self, entity: &'a Entity) -> [Cell<'a>; 2] {
        let [id, title, _] = self.head(entity);
        [id, title]
    }

    fn units(self) -> Vec<Box<[Cell<'a>]>> {
        let row = |own: &'a Arc<model::Unit>| {
            let rest = [word(Some(own.kind)), self.id(own.parent.map(AnyKey::Unit))];
            self.name(&own.entity).into_iter().chain(rest).collect()
        };
        self.plan.units.rows().iter().map(row).collect()
    }

    fn roles(self) -> Vec<Box<[Cell<'a>]>> {
        let mut answers = vec![0; self.plan.roles.len()];
        for role in self.plan.initiatives.rows().iter().filter_map(|own| own.accountable) {
            answers[role.row()] += 1;
        }
        let row = |(key, own): (Key<model::Role>, &'a model::Role)| {
            let rest = [
                self.id(Some(AnyKey::Unit(own.unit))),
                word(Some(own.kind)),
                word(Some(own.mandate)),
                Cell::text(own.mandate_source.as_deref()),
                Cell::text(own.contact.as_deref()),
                Cell::Whole(answers[key.row()]),
            ];
            self.name(&own.entity).into_iter().chain(rest).collect()
        };
        self.plan.roles.iter().map(row).collect()
    }

    fn areas(self) -> Vec<Box<[Cell<'a>]>> {
        let row = |(key, own): (Key<model::Area>, &'a model::Area)| {
            let forums = self.facts.index.forums_of_area[key].iter().map(|&key| AnyKey::Forum(key));
            self.head(&own.entity).into_iter().chain([self.ids(forums)]).collect()
        };
        self.plan.areas.iter().map(row).collect()
    }

    fn goals(self) -> Vec<Box<[Cell<'a>]>> {
        let index = &self.facts.index;
        let row = |(key, own): (Key<model::Goal>, &'a model::Goal)| {
            let verdict = self.facts.goals[key].assessment.and_then(|latest| own.assessments.get(latest));
            let rest = [
                self.id(index.area_of_goal[key].map(AnyKey::Area)),
                self.id(own.parent.map(AnyKey::Goal)),
                self.decision(own.decision),
                self.role(own.accountable),
                self.ids(own.indicators.iter().map(|&key| AnyKey::Indicator(key))),
                Cell::date(own.target),
                self.id(own.replaced_by.map(AnyKey::Goal)),
                Cell::Whole(i64::try_from(index.initiatives_of_goal[key].len()).unwrap_or(i64::MAX)),
                word(verdict.map(|own| own.verdict)),
                Cell::date(verdict.map(|own| own.date)),
                self.role(verdict.map(|own| own.by)),
                Cell::text(verdict.map(|own| own.motivation.as_str())),
            ];
            self.head(&own.entity).into_iter().chain(rest).collect()
        };
        self.plan.goals.iter().map(row).collect()
    }

    fn initiatives(self) -> Vec<Box<[Cell<'a>]>> {
        let index = &self.facts.index;
        let today = self.facts.calendar.today;
        // As in the derived values: what is closed while a report about it is still to come was closed later.
        let to_come: BTreeSet<Key<model::Initiative>> =
            self.plan.reports.rows().iter().filter(|own| own.date > today).map(|own| own.initiative).collect();
        let row = |(key, own): (Key<model::Initiative>, &'a model::Initiative)| {
            let derived = &self.facts.initiatives[key];
            let latest = derived.reporting.latest.map(|key| &self.plan.reports[key]);
            let closed_later = own.phase == Some(Phase::Closed) && to_come.contains(&key);
            let counts = &derived.activities;
            let rest = [
                word(Some(derived.standing.state)),
                word(Some(derived.reporting.reporting)),
                word(latest.map(|report| report.assessment)),
                latest.map_or(Cell::Missing, |report| Cell::Day(report.date)),
                self.ids(own.goals.iter().map(|&key| AnyKey::Goal(key))),
                self.role(own.accountable),
                self.role(own.sponsor),
                word(own.phase.filter(|_| !closed_later)),
                Cell::date(own.start),
                Cell::date(derived.deadline.original),
                Cell::date(derived.deadline.current),
                Cell::count(derived.deadline.moved),
                Cell::count(counts.total),
                Cell::count(counts.done),
                Cell::count(counts.cancelled),
                Cell::count(counts.overdue),
                self.ids(own.indicators.iter().map(|&key| AnyKey::Indicator(key))),
                self.ids(own.depends_on.iter().map(|&key| AnyKey::Initiative(key))),
                self.id(own.merged_into.map(AnyKey::Initiative)),
                self.decision(own.decision),
                self.ids(index.insights_of_initiative[key].iter().map(|&key| AnyKey::Insight(key))),
                self.id(own.forum.map(AnyKey::Forum)),
                Cell::number(own.budget.as_ref().map(|own| own.amount)),
                Cell::number(own.budget.as_ref().and_then(|own| own.spent)),
                Cell::text(own.budget.as_ref().map(|own| own.currency.as_str())),
                Cell::text(own.benefit.as_ref().map(|own| own.text.as_str())),
                Cell::List(own.tags.iter().map(|tag| tag.as_str().into()).collect()),
            ];
            self.head(&own.entity).into_iter().chain(rest).collect()
        };
        self.plan.initiatives.iter().map(row).collect()
    }

    fn activities(self) -> Vec<Box<[Cell<'a>]>> {
        let today = self.facts.calendar.today;
        let of = |(key, own): (Key<model::Initiative>, &'a model::Initiative)| {
            let each = own.activities.iter().zip(&self.facts.initiatives[key].activities.each);
            each.map(move |(activity, derived)| {
                Box::from([
                    Cell::Text(own.entity.id.as_str().into()),
                    Cell::Text(activity.id.as_str().into()),
                    Cell::Text(activity.title.as_str().into()),
                    word(Some(derived.state)),
                    Cell::date(activity.due),
                    Cell::date(activity.done_on.filter(|date| date.first_day() <= today)),
                    self.role(activity.accountable),
                    Cell::Truth(activity.milestone),
                ])
            })
        };
        self.plan.initiatives.iter().flat_map(of).collect()
    }

    fn reports(self) -> Vec<Box<[Cell<'a>]>> {
        let today = self.facts.calendar.today;
        let row = |own: &'a Arc<model::Report>| {
            let (obstacle, question) = (own.obstacle.as_ref(), own.decision_needed.as_ref());
            let corrected = own.corrected.as_ref().filter(|own| own.date.first_day() <= today);
            Box::from([
                Cell::Text(own.period.to_string().into()),
                self.id(Some(AnyKey::Initiative(own.initiative))),
                self.role(Some(own.by)),
                Cell::Day(own.date),
                word(Some(own.assessment)),
                Cell::Truth(own.no_progress),
                Cell::text(own.next_step.as_deref()),
                word(obstacle.map(|own| own.kind)),
                Cell::text(obstacle.map(|own| own.text.as_str())),
                Cell::text(question.map(|own| own.question.as_str())),
                self.role(question.map(|own| own.by)),
                Cell::date(question.and_then(|own| own.before)),
                Cell::date(own.forecast_end),
                Cell::date(corrected.map(|own| own.date)),
                Cell::text(corrected.map(|own| own.why.as_str())),
            ])
        };
        self.plan.reports.rows().iter().filter(|own| own.date <= today).map(row).collect()
    }

    fn indicators(self) -> Vec<Box<[Cell<'a>]>> {
        let row = |(key, own): (Key<model::Indicator>, &'a model::Indicator)| {
            let derived = &self.facts.indicators[key];
            let latest = derived.latest.and_then(|n| own.observations.get(n));
            let source = own.source.as_ref();
            let rest = [
                Cell::Text(own.unit.as_str().into()),
                Cell::Whole(own.decimals.into()),
                word(own.level),
                word(Some(own.direction)),
                word(own.interval),
                Cell::date(own.baseline.map(|own| own.date)),
                Cell::number(own.baseline.map(|own| own.value)),
                Cell::date(latest.map(|own| own.date)),
                Cell::number(latest.and_then(|own| own.value)),
                Cell::number(derived.expected),
                word(Some(derived.outcome)),
                word(Some(derived.trend)),
                Cell::text(source.map(|own| own.name.as_str())),
                Cell::text(source.and_then(|own| own.url.as_deref())),
                Cell::text(source.and_then(|own| own.licence.as_deref())),
                Cell::text(source.and_then(|own| own.kolada_id.as_deref())),
                Cell::date(source.and_then(|own| own.fetched)),
                Cell::text(own.method.as_deref()),
            ];
            self.head(&own.entity).into_iter().chain(rest).collect()
        };
        self.plan.indicators.iter().map(row).collect()
    }

    /// An indicator's own observations, and then those that it is compared with.
    fn observations(self, key: Key<model::Indicator>) -> impl Iterator<Item = Box<[Cell<'a>]>> + use<'a> {
        let own = &self.plan.indicators[key];
        let today = self.facts.calendar.today;
        let known = own.observations.get(..self.facts.indicators[key].known).unwrap_or_default();
        let compared = own.compared.iter().flat_map(move |(series, rows)| {
            rows.iter().filter(move |row| row.date.first_day() <= today).map(move |row| (Some(series.as_str()), row))
        });
        known.iter().map(|row| (None, row)).chain(compared).map(|(series, row)| {
            Box::from([
                Cell::Text(own.entity.id.as_str().into()),
                Cell::text(series),
                Cell::Date(row.date),
                Cell::number(row.value),
                Cell::Truth(row.preliminary),
                Cell::text(row.note.as_deref()),
            ])
        })
    }

    fn forums(self) -> Vec<Box<[Cell<'a>]>> {
        let row = |(key, own): (Key<model::Forum>, &'a model::Forum)| {
            let rest = [
                Cell::Text(own.purpose.as_str().into()),
                self.ids(own.areas.iter().map(|&key| AnyKey::Area(key))),
                self.role(own.chair),
                self.ids(own.members.iter().map(|&key| AnyKey::Role(key))),
                word(own.every),
                word(Some(self.facts.forums[key].activity)),
                own.reports_to.map_or(Cell::Missing, |body| self.body(body)),
            ];
            self.name(&own.entity).into_iter().chain(rest).collect()
        };
        self.plan.forums.iter().map(row).collect()
    }

    fn meetings(self) -> Vec<Box<[Cell<'a>]>> {
        let of = |(key, own): (Key<model::Forum>, &'a model::Forum)| {
            let held = self.facts.forums[key].held.iter().filter_map(|&n| own.meetings.get(n));
            held.map(move |meeting| {
                Box::from([
                    Cell::Text(own.entity.id.as_str().into()),
                    Cell::Date(meeting.date),
                    self.mentions(&meeting.took_up),
                    self.mentions(&meeting.decided),
                    Cell::text(meeting.link.as_deref()),
                ])
            })
        };
        self.plan.forums.iter().flat_map(of).collect()
    }

    fn insights(self) -> Vec<Box<[Cell<'a>]>> {
        let row = |&key: &Key<model::Insight>| {
            let own = &self.plan.insights[key];
            let derived = self.facts.insights[key].as_ref();
            // As long as it does not exist on the day, it is not told.
            let response = own.response.as_ref().filter(|_| derived.is_some_and(|own| own.response.is_some()));
            let rest = [
                Cell::Date(own.period),
                word(own.channel),
                Cell::text(own.theme.as_deref()),
                match own.volume {
                    Some(Volume::Count(count)) => Cell::count(count),
                    Some(Volume::Few) | None => Cell::Missing,
                },
                own.volume.map_or(Cell::Missing, |volume| Cell::Truth(volume == Volume::Few)),
                self.ids(own.goals.iter().map(|&key| AnyKey::Goal(key))),
                self.ids(own.initiatives.iter().map(|&key| AnyKey::Initiative(key))),
                self.id(own.forum.map(AnyKey::Forum)),
                word(derived.map(|own| own.state)),
                word(response.map(|own| own.state)),
                Cell::text(response.and_then(|own| own.text.as_deref())),
                self.role(response.and_then(|own| own.by)),
                Cell::date(response.and_then(|own| own.on)),
            ];
            self.head(&own.entity).into_iter().chain(rest).collect()
        };
        self.facts.index.insights.iter().map(row).collect()
    }

    fn decisions(self) -> Vec<Box<[Cell<'a>]>> {
        let row = |&key: &Key<model::Decision>| {
            let own = &self.plan.decisions[key];
            let rest = [
                self.body(own.body),
                Cell::Date(own.date),
                Cell::text(own.reference.as_deref()),
                Cell::text(own.url.as_deref()),
                self.mentions(&own.affects),
            ];
            self.head(&own.entity).into_iter().chain(rest).collect()
        };
        self.facts.index.decisions.iter().map(row).collect()
    }

    fn reviews(self) -> Vec<Box<[Cell<'a>]>> {
        let row = |&key: &Key<model::Review>| {
            let own = &self.plan.reviews[key];
            let covers = own.covers.iter().flatten().map(|&key| AnyKey::Initiative(key));
            Box::from([
                Cell::Text(own.period.to_string().into()),
                Cell::Date(own.date),
                self.body(own.body),
                Cell::text(own.reference.as_deref()),
                self.ids(covers),
                self.ids(own.answers.iter().map(|&(key, _)| AnyKey::Initiative(key))),
            ])
        };
        self.facts.index.review_of_period.values().map(row).collect()
    }
}
