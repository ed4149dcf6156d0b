//! The entities of a plan: what its editors declare.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::{
    AccessibilityLaw, ActivityState, Assessment, BenefitFor, Channel, Direction, Entity, Interval, Key, Kind, Level,
    Mandate, ObstacleKind, Period, Phase, PlanDate, PublisherType, ResponseState, Rhythm, RoleKind, Table, Text, Trend,
    UnitKind, Verdict,
};
use crate::files::{At, Span};
use crate::words::Language;

/// A checked plan: everything that was declared, and nothing else.
#[derive(Clone, Debug)]
pub struct Plan {
    /// What `plan.yaml` says.
    pub settings: Settings,
    /// Councils, committees, departments, sections, companies and outsiders.
    pub units: Table<Unit>,
    /// Roles with their mandate; never persons.
    pub roles: Table<Role>,
    /// Knowledge areas.
    pub areas: Table<Area>,
    /// Goals.
    pub goals: Table<Goal>,
    /// Initiatives.
    pub initiatives: Table<Initiative>,
    /// Indicators.
    pub indicators: Table<Indicator>,
    /// Forums.
    pub forums: Table<Forum>,
    /// Insights.
    pub insights: Table<Insight>,
    /// Decisions.
    pub decisions: Table<Decision>,
    /// Status reports, by period and then by initiative.
    pub reports: Table<Report>,
    /// Reviews, oldest first.
    pub reviews: Table<Review>,
    /// Free pages.
    pub pages: Table<FreePage>,
    /// Where running text links to a heading of another page.
    pub heading_links: Vec<HeadingLink>,
    /// The accessibility statement.
    pub statement: Option<super::Statement>,
    /// What was published once and has been removed, in the order that it was written in.
    pub removed: Vec<super::Removal>,
    /// Files that are copied as they are: path on the site (without a leading `/`) → their source.
    pub static_files: BTreeMap<String, crate::files::FileId>,
}

/// A unit or a role: whoever a decision or a review comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// A unit.
    Unit(Key<Unit>),
    /// A role.
    Role(Key<Role>),
}

/// A reference to an entity of any kind that has an address on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AnyKey {
    /// A knowledge area.
    Area(Key<Area>),
    /// A goal.
    Goal(Key<Goal>),
    /// An initiative.
    Initiative(Key<Initiative>),
    /// An indicator.
    Indicator(Key<Indicator>),
    /// A forum.
    Forum(Key<Forum>),
    /// An insight.
    Insight(Key<Insight>),
    /// A decision.
    Decision(Key<Decision>),
    /// A report.
    Report(Key<Report>),
    /// A review.
    Review(Key<Review>),
    /// A role.
    Role(Key<Role>),
    /// A unit.
    Unit(Key<Unit>),
    /// A free page.
    Page(Key<FreePage>),
}

impl AnyKey {
    /// What kind of thing it leads to.
    pub fn kind(self) -> Kind {
        match self {
            Self::Area(_) => Kind::Area,
            Self::Goal(_) => Kind::Goal,
            Self::Initiative(_) => Kind::Initiative,
            Self::Indicator(_) => Kind::Indicator,
            Self::Forum(_) => Kind::Forum,
            Self::Insight(_) => Kind::Insight,
            Self::Decision(_) => Kind::Decision,
            Self::Report(_) => Kind::Report,
            Self::Review(_) => Kind::Review,
            Self::Role(_) => Kind::Role,
            Self::Unit(_) => Kind::Unit,
            Self::Page(_) => Kind::Page,
        }
    }
}

/// Something that a meeting took up or a decision affects: an entity, or words.
#[derive(Clone, Debug, PartialEq)]
pub enum Mention {
    /// An entity of the plan.
    Entity(AnyKey),
    /// Something else, in words.
    Words(String),
}

/// A link in running text to a heading on an entity's page. Whether that is there shows on the finished page only.
#[derive(Clone, Debug)]
pub struct HeadingLink {
    /// Whose page.
    pub to: AnyKey,
    /// The heading's id.
    pub heading: String,
    /// Where the link is written.
    pub span: Span,
}

/// What `plan.yaml` says.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What the plan is called.
    pub title: Text,
    /// What it is about.
    pub summary: Option<Text>,
    /// Whose plan it is.
    pub organisation: Text,
    /// The municipality's four-digit code.
    pub municipality_code: Option<String>,
    /// When it begins to hold.
    pub start: PlanDate,
    /// When it ceases to hold.
    pub end: PlanDate,
    /// The language it is written in.
    pub language: Language,
    /// All languages of the site, the plan's own first.
    pub languages: Vec<Language>,
    /// The site's address, without a slash at its end.
    pub base_url: Option<String>,
    /// The decision that adopted it.
    pub decision: Option<Key<Decision>>,
    /// The role that answers for it.
    pub owner: Option<Key<Role>>,
    /// A function mailbox.
    pub contact: Option<String>,
    /// The address of a form for feedback, with gaps to be filled; empty when there is none.
    pub feedback: Vec<AddressPart>,
    /// The law on accessible digital services that the site must follow.
    pub accessibility_law: AccessibilityLaw,
    /// How often it is reported.
    pub reporting: Reporting,
    /// The IANA time zone whose midnight begins a day.
    pub timezone: String,
    /// SPDX id of the licence of the published facts.
    pub licence: String,
    /// What a catalogue of the open data says of who publishes it, and where that is written, when there is to be one.
    pub catalogue: Option<At<PublisherType>>,
    /// The brand's colour, `#rrggbb`.
    pub colour: Option<String>,
    /// The logo's path on the site.
    pub logo: Option<String>,
    /// The picture that stands beside a page when it is shared.
    pub image: Option<Picture>,
    /// A sentence shown on every page.
    pub notice: Option<Text>,
    /// Words of the interface that the plan replaces: catalogue key → word.
    pub labels: BTreeMap<String, String>,
    /// Limits of the rules.
    pub thresholds: Thresholds,
    /// Where the file begins.
    pub span: Span,
}

/// A part of an address that is filled in for each page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressPart {
    /// As it is.
    Text(String),
    /// The heading of the page.
    Subject,
    /// The address of the page.
    Address,
}

/// A picture of the plan's whose kind and size are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its path on the site.
    pub path: String,
    /// Its media type, such as `image/png`.
    pub media_type: &'static str,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
}

/// The plan's reporting rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reporting {
    /// How often.
    pub every: Rhythm,
    /// The first period that is reported; `None`: the plan's own first.
    pub first: Option<Period>,
    /// Days after a period's end within which a report is in time.
    pub grace_days: u32,
    /// Periods without a report after which an initiative is silent.
    pub stale_after: u32,
}

impl Default for Reporting {
    fn default() -> Self {
        Self { every: Rhythm::Tertial, first: None, grace_days: 28, stale_after: 2 }
    }
}

/// The limits that the derivation rules use. Defaults as in the content model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// F3: days overdue after which one activity caps the state at at-risk.
    pub overdue_days: u32,
    /// F3: days overdue after which one activity caps the state at off-track.
    pub long_overdue_days: u32,
    /// F3: the share of open activities that, when overdue, caps the state at off-track; above 0, at most 1.
    pub overdue_share: f64,
    /// F3: reports without progress in a row that cap the state at at-risk.
    pub no_progress_reports: u32,
    /// F7: the ratio from which an indicator is in phase.
    pub in_phase: f64,
    /// F7: the ratio from which it is partly in phase.
    pub partly: f64,
    /// F7: intervals after which an indicator's latest observation is too old to judge by.
    pub data_age_intervals: u32,
    /// F8: days without a response after which an insight is unanswered.
    pub insight_days: u32,
    /// F6: days after which the latest assessment of a goal is too old to hold.
    pub assessment_days: u32,
    /// Ongoing initiatives above which a role answers for too much.
    pub role_limit: u32,
    /// F9: multiples of its own rhythm within which a forum must meet to be active.
    pub forum_rhythm: f64,
    /// F11: the share of the reports due from which the plan is followed for the most part; above 0, at most 1.
    pub pulse_mostly: f64,
    /// F11: the share from which the plan is followed in part, and below which a measure of the pulse is broken.
    pub pulse_partly: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            overdue_days: 30,
            long_overdue_days: 90,
            overdue_share: 1.0 / 3.0,
            no_progress_reports: 2,
            in_phase: 0.95,
            partly: 0.60,
            data_age_intervals: 2,
            insight_days: 60,
            assessment_days: 365,
            role_limit: 5,
            forum_rhythm: 1.5,
            pulse_mostly: 0.75,
            pulse_partly: 0.5,
        }
    }
}

/// A unit of the organisation, or outside it.
#[derive(Clone, Debug)]
pub struct Unit {
    /// Id, title and so on.
    pub entity: Entity,
    /// What kind.
    pub kind: UnitKind,
    /// The unit above it.
    pub parent: Option<Key<Unit>>,
}

/// A role, with its mandate.
#[derive(Clone, Debug)]
pub struct Role {
    /// Id, title and so on.
    pub entity: Entity,
    /// The unit it belongs to.
    pub unit: Key<Unit>,
    /// What kind.
    pub kind: RoleKind,
    /// What it may do.
    pub mandate: Mandate,
    /// Where its mandate is written down.
    pub mandate_source: Option<String>,
    /// A function mailbox.
    pub contact: Option<String>,
}

/// A knowledge area.
#[derive(Clone, Debug)]
pub struct Area {
    /// Id, title and so on.
    pub entity: Entity,
    /// The forum that works with it.
    pub forum: Option<Key<Forum>>,
}

/// A goal.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Id, title and so on.
    pub entity: Entity,
    /// The knowledge area it belongs to.
    pub area: Option<Key<Area>>,
    /// The goal above it.
    pub parent: Option<Key<Goal>>,
    /// The decision behind it.
    pub decision: Option<Key<Decision>>,
    /// The role that answers for it.
    pub accountable: Option<Key<Role>>,
    /// The indicators that tell whether it is reached.
    pub indicators: Vec<Key<Indicator>>,
    /// When it should be reached.
    pub target: Option<PlanDate>,
    /// The goal that took its place.
    pub replaced_by: Option<Key<Goal>>,
    /// Declared judgements, oldest first.
    pub assessments: Vec<GoalAssessment>,
}

/// A declared judgement of a goal.
#[derive(Clone, Debug)]
pub struct GoalAssessment {
    /// When.
    pub date: PlanDate,
    /// By whom.
    pub by: Key<Role>,
    /// The judgement.
    pub verdict: Verdict,
    /// Why.
    pub motivation: String,
}

/// An initiative.
#[derive(Clone, Debug)]
pub struct Initiative {
    /// Id, title and so on.
    pub entity: Entity,
    /// The goals it serves; at least one.
    pub goals: Vec<Key<Goal>>,
    /// The one role that answers for it.
    pub accountable: Option<Key<Role>>,
    /// A role that can decide, and stands behind it.
    pub sponsor: Option<Key<Role>>,
    /// Other roles that take part, and what they do.
    pub contributors: Vec<(Key<Role>, Option<String>)>,
    /// How far from idea to everyday.
    pub phase: Option<Phase>,
    /// When it starts.
    pub start: Option<PlanDate>,
    /// Its current deadline.
    pub end: Option<PlanDate>,
    /// Whether it has no end.
    pub ongoing: bool,
    /// How its deadline was moved, oldest first.
    pub deadline_moves: Vec<DeadlineMove>,
    /// Its activities, in the order written.
    pub activities: Vec<Activity>,
    /// The indicators it should move.
    pub indicators: Vec<Key<Indicator>>,
    /// The initiatives it waits for.
    pub depends_on: Vec<Key<Initiative>>,
    /// The initiative it was merged into.
    pub merged_into: Option<Key<Initiative>>,
    /// The decision behind it.
    pub decision: Option<Key<Decision>>,
    /// The insights it answers to, named here or by the insight.
    pub insights: Vec<Key<Insight>>,
    /// The forum that works with it.
    pub forum: Option<Key<Forum>>,
    /// Its budget.
    pub budget: Option<Budget>,
    /// Its benefit.
    pub benefit: Option<Benefit>,
    /// Free labels.
    pub tags: Vec<String>,
}

/// A moved deadline.
#[derive(Clone, Debug)]
pub struct DeadlineMove {
    /// When it was moved.
    pub date: PlanDate,
    /// The deadline before.
    pub from: PlanDate,
    /// The deadline after.
    pub to: PlanDate,
    /// Why.
    pub why: String,
    /// The decision to move it.
    pub decision: Option<Key<Decision>>,
}

/// An activity of an initiative.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Its id, unique within the initiative.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// How far it has come.
    pub state: ActivityState,
    /// When it should be done.
    pub due: Option<PlanDate>,
    /// When it was done. `None` for what is not done, and for what is done at a time that the source does not know.
    pub done_on: Option<PlanDate>,
    /// The role that answers for it, when another than the initiative's.
    pub accountable: Option<Key<Role>>,
    /// Whether it is a milestone.
    pub milestone: bool,
    /// Where it is written.
    pub span: Span,
}

/// What an initiative may cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Budget {
    /// The amount, in `currency`.
    pub amount: f64,
    /// ISO 4217 code.
    pub currency: String,
    /// The year it is for.
    pub year: Option<PlanDate>,
    /// What has been spent of it.
    pub spent: Option<f64>,
}

/// What an initiative should give.
#[derive(Clone, Debug, PartialEq)]
pub struct Benefit {
    /// Whom it is for.
    pub group: Option<BenefitFor>,
    /// In words.
    pub text: String,
    /// As an amount.
    pub value: Option<f64>,
    /// The amount's unit.
    pub unit: Option<String>,
    /// When it should show.
    pub by: Option<PlanDate>,
}

/// An indicator: what it measures and its observations.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Id, title and so on.
    pub entity: Entity,
    /// The unit of its values.
    pub unit: String,
    /// Decimals to show.
    pub decimals: u8,
    /// Effect, output or input.
    pub level: Option<Level>,
    /// Which way is better.
    pub direction: Direction,
    /// The value it started from.
    pub baseline: Option<Baseline>,
    /// Dated targets, oldest first.
    pub targets: Vec<Target>,
    /// How often it is measured.
    pub interval: Option<Interval>,
    /// Where the numbers come from.
    pub source: Option<DataSource>,
    /// How they are made.
    pub method: Option<String>,
    /// Breaks in the series, oldest first.
    pub breaks: Vec<SeriesBreak>,
    /// Names of comparison series: as in the data → as shown.
    pub comparisons: Vec<(String, String)>,
    /// Its own observations, oldest first; a missing value is kept.
    pub observations: Vec<Observation>,
    /// The comparison series' observations: series → oldest first.
    pub compared: BTreeMap<String, Vec<Observation>>,
}

/// The value an indicator started from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Baseline {
    /// When.
    pub date: PlanDate,
    /// What.
    pub value: f64,
}

/// Where an indicator should be at a date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// When.
    pub date: PlanDate,
    /// Where.
    pub aim: Aim,
}

/// A value to reach or a band to stay within.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Aim {
    /// A value.
    Value(f64),
    /// From low to high, both included.
    Band {
        /// Lowest value inside.
        low: f64,
        /// Highest value inside.
        high: f64,
    },
}

/// Where numbers come from.
#[derive(Clone, Debug, PartialEq)]
pub struct DataSource {
    /// Whose they are.
    pub name: String,
    /// Where they are published.
    pub url: Option<String>,
    /// Under which licence.
    pub licence: Option<String>,
    /// Their id in Kolada.
    pub kolada_id: Option<String>,
    /// When they were fetched from there.
    pub fetched: Option<PlanDate>,
}

/// A break in a series: what stands before it can't be compared with what stands after.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesBreak {
    /// From when.
    pub date: PlanDate,
    /// Why.
    pub why: String,
}

/// One observation.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// When.
    pub date: PlanDate,
    /// The value; `None` is "data missing", never 0.
    pub value: Option<f64>,
    /// A note.
    pub note: Option<String>,
    /// Whether it may still change.
    pub preliminary: bool,
    /// Where it is written.
    pub span: Span,
}

/// A forum that works with one or more knowledge areas.
#[derive(Clone, Debug)]
pub struct Forum {
    /// Id, title and so on.
    pub entity: Entity,
    /// Its knowledge areas; at least one.
    pub areas: Vec<Key<Area>>,
    /// What it is for.
    pub purpose: String,
    /// The role that leads it.
    pub chair: Option<Key<Role>>,
    /// The roles that take part.
    pub members: Vec<Key<Role>>,
    /// How often it meets.
    pub every: Option<Interval>,
    /// To whom it reports.
    pub reports_to: Option<Body>,
    /// Its terms of reference.
    pub charter: Option<String>,
    /// Its meetings, oldest first.
    pub meetings: Vec<Meeting>,
}

/// A forum's meeting.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// When.
    pub date: PlanDate,
    /// What it took up.
    pub took_up: Vec<Mention>,
    /// What it decided.
    pub decided: Vec<Mention>,
    /// Its minutes.
    pub link: Option<String>,
}

/// What residents or staff tell the municipality.
#[derive(Clone, Debug)]
pub struct Insight {
    /// Id, title and so on.
    pub entity: Entity,
    /// The time it was told.
    pub period: PlanDate,
    /// How.
    pub channel: Option<Channel>,
    /// What it is about.
    pub theme: Option<String>,
    /// How many told it.
    pub volume: Option<Volume>,
    /// Where the number is heading.
    pub trend: Option<Trend>,
    /// The goals it touches.
    pub goals: Vec<Key<Goal>>,
    /// The initiatives that answer to it, named here or by the initiative.
    pub initiatives: Vec<Key<Initiative>>,
    /// The forum that works with it.
    pub forum: Option<Key<Forum>>,
    /// The answer.
    pub response: Option<Response>,
}

/// How many told an insight. A number under 5 is never kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Volume {
    /// This many; 5 or more.
    Count(u32),
    /// Fewer than 5.
    Few,
}

/// The answer to an insight.
#[derive(Clone, Debug)]
pub struct Response {
    /// How far it has come.
    pub state: ResponseState,
    /// In words.
    pub text: Option<String>,
    /// By whom.
    pub by: Option<Key<Role>>,
    /// When.
    pub on: Option<PlanDate>,
}

/// A decision or directive.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Id, title and so on.
    pub entity: Entity,
    /// Who decided.
    pub body: Body,
    /// When.
    pub date: PlanDate,
    /// Registration number, paragraph.
    pub reference: Option<String>,
    /// Where its minutes are published.
    pub url: Option<String>,
    /// What it concerns.
    pub affects: Vec<Mention>,
    /// What it asks for.
    pub asks_for: Vec<Ask>,
}

/// What a decision asks a role for.
#[derive(Clone, Debug)]
pub struct Ask {
    /// What.
    pub what: String,
    /// Of whom.
    pub role: Key<Role>,
    /// By when.
    pub by: Option<PlanDate>,
}

/// A status report: an initiative, as its role sees it, at the end of a period. A public record.
#[derive(Clone, Debug)]
pub struct Report {
    /// The period it is for.
    pub period: Period,
    /// The initiative it is about.
    pub initiative: Key<Initiative>,
    /// Who reports.
    pub by: Key<Role>,
    /// When.
    pub date: Date,
    /// Its judgement.
    pub assessment: Assessment,
    /// Whether nothing has come further since the last one.
    pub no_progress: bool,
    /// The text.
    pub body: Text<Arc<super::Prose>>,
    /// What comes next.
    pub next_step: Option<String>,
    /// What is in the way.
    pub obstacle: Option<Obstacle>,
    /// A decision that it waits for.
    pub decision_needed: Option<DecisionNeeded>,
    /// When it is now expected to be done.
    pub forecast_end: Option<PlanDate>,
    /// What shows it.
    pub evidence: Vec<Evidence>,
    /// When and why it was corrected.
    pub corrected: Option<Correction>,
    /// Where it begins.
    pub span: Span,
}

/// What is in an initiative's way.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    /// What kind.
    pub kind: ObstacleKind,
    /// In words.
    pub text: String,
}

/// A decision that an initiative waits for.
#[derive(Clone, Debug)]
pub struct DecisionNeeded {
    /// The question.
    pub question: String,
    /// Who must answer it.
    pub by: Key<Role>,
    /// By when.
    pub before: Option<PlanDate>,
}

/// Something that shows what a report says.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub url: String,
}

/// An open correction of a published report.
#[derive(Clone, Debug, PartialEq)]
pub struct Correction {
    /// When.
    pub date: PlanDate,
    /// Why.
    pub why: String,
}

/// What the leadership did with a period's reports.
#[derive(Clone, Debug)]
pub struct Review {
    /// The period.
    pub period: Period,
    /// When it was made.
    pub date: PlanDate,
    /// By whom.
    pub body: Body,
    /// Registration number, paragraph.
    pub reference: Option<String>,
    /// The initiatives it covers; `None`: all that reported.
    pub covers: Option<Vec<Key<Initiative>>>,
    /// Its answers to the reports' questions.
    pub answers: Vec<(Key<Initiative>, String)>,
    /// What it says.
    pub text: Text<Arc<super::Prose>>,
    /// Where it begins.
    pub span: Span,
}

/// A free page.
#[derive(Clone, Debug)]
pub struct FreePage {
    /// Id, title and so on.
    pub entity: Entity,
    /// Whether the foot of every page links to it.
    pub menu: bool,
}
