//! What a template sees: the typed contract between framdrift and a theme.
//!
//! Every text is ready to be placed: numbers, dates and words are in the page's language, addresses are relative to
//! the page. A field of type [`Html`] is safe markup; everything else is text that the template engine escapes.
//! `themes/README.md` is generated from these types and their comments.
//!
//! Long because it is the one contract: what a theme may rely on is read from top to bottom, and in one place.

mod about;
mod embed;
mod figure;
mod find;
mod follow;
mod open;

use schemars::JsonSchema;
use serde::Serialize;

pub use about::*;
pub use embed::*;
pub use figure::*;
pub use find::*;
pub use follow::*;
pub use open::*;

/// One page: what every page has, and its own content.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Page {
    /// The address below the site's root, without a leading slash: `initiativ/e-arkiv/`, or a file: `404.html`.
    pub address: String,
    /// The template that shows it, without the ending `.html`: `initiative`.
    pub template: &'static str,
    /// BCP 47 tag of the page's language.
    pub lang: &'static str,
    /// What leads from this page to the site's root: `../../`, empty on the start page.
    pub root: String,
    /// What leads to the start page in the page's language.
    pub home: String,
    /// The page's heading.
    pub title: Phrase,
    /// One sentence for search engines and for sharing.
    pub description: String,
    /// The full address, when the plan has one.
    pub canonical: Option<String>,
    /// The same page in the site's other languages.
    pub alternates: Vec<Alternate>,
    /// The way here from the start page, without this page itself. Empty on the start page.
    pub breadcrumbs: Vec<Anchor>,
    /// The site's main sections.
    pub navigation: Vec<Section>,
    /// The search page.
    pub search: Section,
    /// Links of the foot of the page.
    pub footer: Vec<Anchor>,
    /// Whether search engines should leave it out.
    pub hidden: bool,
    /// The day of the latest fact on the page, and what kind of fact it is; `None` where no facts are shown.
    pub latest: Option<Fact>,
    /// The files with the page's facts as data; none where it shows no facts.
    pub data: Vec<Anchor>,
    /// Where whoever wants to be told what happens can subscribe to it; none where nothing can be.
    pub feeds: Vec<FeedLink>,
    /// That what editors have written on the page is in another language, with a link to the page in that language.
    pub untranslated: Option<Untranslated>,
    /// What on the page is so old that it may no longer hold, each in a sentence.
    pub outdated: Vec<Sentence>,
    /// How to react to the page.
    pub react: Option<React>,
    /// What stands in the page's head for programs.
    pub meta: Meta,
    /// What the page shows of its own.
    pub content: Content,
}

/// Where a page that is not translated can be read in the language that it was written in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Untranslated {
    /// That it is not translated, in a sentence in the page's language.
    pub text: String,
    /// A link to the page in the language that it was written in, in that language: its `lang` is for `hreflang` too.
    pub link: Anchor,
}

/// What every page of a language shares.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Site {
    /// The plan's name.
    pub title: Phrase,
    /// Who publishes it.
    pub organisation: Phrase,
    /// A sentence shown on every page.
    pub notice: Option<Phrase>,
    /// The day that the site speaks of.
    pub date: Day,
    /// The licence of the published facts, as an SPDX id.
    pub licence: String,
    /// The logo's address below the site's root.
    pub logo: Option<String>,
    /// The program's version.
    pub version: &'static str,
}

/// A page's own content, by its kind.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[expect(clippy::large_enum_variant, reason = "pages are made once and then only read; a box would buy nothing")]
pub enum Content {
    /// The start page.
    Start(Start),
    /// All goals.
    Goals(Goals),
    /// A goal.
    Goal(Goal),
    /// A knowledge area.
    Area(Area),
    /// All initiatives.
    Initiatives(Initiatives),
    /// An initiative.
    Initiative(Initiative),
    /// The states that an initiative can have.
    States(States),
    /// The initiatives in a state.
    State(StateList),
    /// All initiatives against today.
    Timeline(Timeline),
    /// All indicators.
    Indicators(Indicators),
    /// An indicator.
    Indicator(Indicator),
    /// All reporting periods.
    Periods(Periods),
    /// The reports of a period.
    Period(Period),
    /// Who answers for what.
    Roles(Roles),
    /// A role.
    Role(Role),
    /// A unit.
    Unit(Unit),
    /// All forums.
    Forums(Listing),
    /// A forum.
    Forum(Forum),
    /// All insights.
    Insights(Listing),
    /// An insight.
    Insight(Insight),
    /// All decisions.
    Decisions(Listing),
    /// A decision.
    Decision(Decision),
    /// A free page.
    Free(Free),
    /// How the site computes.
    Calculation(Calculation),
    /// What the plan lacks.
    Quality(Quality),
    /// How to take the plan away as data.
    OpenData(OpenData),
    /// An index of everything, and the search.
    Search(Search),
    /// About the site itself.
    About(About),
    /// The accessibility statement.
    Statement(Statement),
    /// A work list of the leadership: decisions needed, obstacles, missing reports.
    WorkList(WorkList),
    /// What has happened since.
    News(News),
    /// What happened between two closed periods.
    NewsBetween(NewsBetween),
    /// No such page.
    Missing(Missing),
    /// The page has moved: its entity has another id now.
    Moved(Moved),
    /// What stood here has been removed.
    Removed(Removed),
    /// A chart to be shown on somebody else's page.
    Embed(Embed),
    /// A chart as a file of its own.
    Sheet(Sheet),
}

// What pages are made of ---------------------------------------------------------------------------------------------

/// Safe markup, to be placed as it is: `{{ body | safe }}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Html(pub String);

/// A text that may be in another language than the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Phrase {
    /// The text.
    pub text: String,
    /// Its language, when it is not the page's: for `lang`.
    pub lang: Option<&'static str>,
}

/// Running text that may be in another language than the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Text {
    /// Its parts, in order.
    pub parts: Vec<TextPart>,
    /// The language of its markup, when it is not the page's: for `lang`. Its charts speak the page's.
    pub lang: Option<&'static str>,
}

/// A part of running text: markup or a chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TextPart {
    /// The markup.
    pub html: Option<Html>,
    /// The chart.
    pub figure: Option<Figure>,
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Anchor {
    /// What it says.
    pub text: String,
    /// Where it leads.
    pub href: String,
    /// The language of what it says, when it is not the page's.
    pub lang: Option<&'static str>,
}

/// A link to the page in another language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Alternate {
    /// BCP 47 tag of the language.
    pub lang: &'static str,
    /// The language's own name for itself.
    pub name: String,
    /// Where it leads, relative to the page.
    pub href: String,
    /// The full address, when the plan has one.
    pub url: Option<String>,
}

/// A section of the site in the navigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Section {
    /// What it is called.
    pub text: String,
    /// Where it leads.
    pub href: String,
    /// `page` when it is this page, `true` when this page lies in it: for `aria-current`.
    pub current: Option<&'static str>,
}

/// A date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Day {
    /// Machine-readable, for `datetime`: `2026-11-23`. None where HTML has no form for it (a tertial, a half-year).
    pub iso: Option<String>,
    /// As people write it: `23 november 2026`, `tertial 2 2026`.
    pub text: String,
}

/// A state with its mark: always a shape and a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Mark {
    /// Which of the marks: names the symbol and the class.
    /// Initiatives: `on-track`, `at-risk`, `off-track`, `delayed`, `not-started`, `paused`, `done`, `cancelled`,
    /// `merged`, `no-information`. Links, forums and answers: `whole`, `weak-link`, `broken`. Activities:
    /// `not-started`, `in-progress`, `done`, `cancelled`, `overdue`.
    /// Indicators: `met`, `in-phase`, `partly`, `weak`, `wrong-way`, `cannot-say`. Goals: `met`, `partly`, `not-met`,
    /// `expected`, `expected-partly`, `not-expected`, `cannot-say`. Trends: `improving`, `worsening`, `unchanged`,
    /// `unknown`. Reporting: `reported`, `late`, `silent`, `never`, `not-due`.
    pub key: &'static str,
    /// In words.
    pub word: String,
}

/// How many of N are in each state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Distribution {
    /// All of them.
    pub total: usize,
    /// The states that occur, worst first.
    pub parts: Vec<Part>,
    /// The finding in a sentence.
    pub sentence: String,
    /// The same as a bar, where it stands on a page of its own and there are several.
    pub figure: Option<Figure>,
}

/// One state's share of a distribution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Part {
    /// The state.
    pub mark: Mark,
    /// How many.
    pub count: usize,
    /// "3 av 28".
    pub text: String,
}

/// A named fact: a row of a description list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What holds; at least one, and then `missing` when nothing is known.
    pub values: Vec<Item>,
}

/// A piece of text that may lead somewhere, be a date, or say that something is missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Item {
    /// The text.
    pub text: String,
    /// The same in pieces, when only a part of it leads somewhere or is in another language than the page's; else none.
    pub pieces: Vec<Piece>,
    /// Where it leads.
    pub href: Option<String>,
    /// Its language, when it is not the page's.
    pub lang: Option<&'static str>,
    /// The state it names.
    pub mark: Option<Mark>,
    /// The date it is, machine-readable.
    pub iso: Option<String>,
    /// What it is ordered by in a table, where that is not its date or its text.
    pub sort: Option<String>,
    /// Whether it says that the fact is missing.
    pub missing: bool,
    /// More, in small print: "försenad 12 dagar".
    pub note: Option<String>,
    /// The note's language, when it is not the page's.
    pub note_lang: Option<&'static str>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; each has one cell per column, the first names the row.
    pub rows: Vec<Vec<Item>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Column {
    /// Its heading.
    pub text: String,
    /// The language of the heading, when it is not the page's.
    pub lang: Option<&'static str>,
    /// Whether it holds numbers: they stand to the right.
    pub numeric: bool,
}

/// An initiative in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct InitiativeRow {
    /// Its name, leading to its page.
    pub link: Anchor,
    /// Its state.
    pub mark: Mark,
    /// Why it is in that state, in a sentence.
    pub reason: Option<Sentence>,
    /// What it gives.
    pub summary: Option<Phrase>,
    /// The role that answers for it.
    pub accountable: Item,
    /// Its deadline.
    pub deadline: Item,
    /// When it was last reported.
    pub reported: Item,
    /// "7 av 12 aktiviteter klara".
    pub activities: String,
    /// The goals it serves.
    pub goals: Vec<Anchor>,
    /// What it is found and ordered by; only where the list is the page's own subject.
    pub keys: Option<RowKeys>,
}

/// A goal in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GoalRow {
    /// Its name, leading to its page.
    pub link: Anchor,
    /// What it means.
    pub summary: Option<Phrase>,
    /// The role that answers for it.
    pub accountable: Item,
    /// Delivery: its initiatives' states.
    pub delivery: Distribution,
    /// Outcome: its indicators.
    pub outcome: Vec<IndicatorRow>,
    /// Assessment: the latest declared judgement.
    pub assessment: Item,
}

/// An indicator in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct IndicatorRow {
    /// Its name, leading to its page.
    pub link: Anchor,
    /// How it stands against its path.
    pub mark: Mark,
    /// The latest value with its unit and date: "31 dagar".
    pub latest: Item,
    /// The final target.
    pub target: Item,
    /// Where it went, and whether that is good: key is the judgement, word says both.
    pub trend: Mark,
    /// Where the value went: `up`, `down`, `level`, or `none` when it can't be said.
    pub arrow: &'static str,
    /// Which way it has gone, drawn small: an SVG element. Only where a list of indicators is the page's own subject.
    pub spark: Option<Html>,
}

/// A report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReportCard {
    /// The initiative it is about, leading to the report on the initiative's page.
    pub link: Anchor,
    /// The id of the place on its page.
    pub anchor: String,
    /// The period it is for.
    pub period: Anchor,
    /// What it judges.
    pub mark: Mark,
    /// When it was written.
    pub date: Day,
    /// Who reports.
    pub by: Item,
    /// Whether nothing had come further.
    pub no_progress: bool,
    /// Its text.
    pub body: Option<Text>,
    /// What comes next.
    pub next_step: Option<Phrase>,
    /// What is in the way.
    pub obstacle: Option<ObstacleCard>,
    /// The decision that it waits for.
    pub decision_needed: Option<QuestionCard>,
    /// When it was expected to be done.
    pub forecast: Option<Day>,
    /// What shows it.
    pub evidence: Vec<Anchor>,
    /// "Rättad 3 mars 2026: …".
    pub corrected: Option<Sentence>,
}

/// What is in an initiative's way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ObstacleCard {
    /// What kind, in a word.
    pub kind: String,
    /// In words.
    pub text: Phrase,
}

/// A question that waits for a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct QuestionCard {
    /// The question.
    pub question: Phrase,
    /// Who must answer it.
    pub by: Item,
    /// By when; with a note when that has passed.
    pub before: Item,
}

// Pages --------------------------------------------------------------------------------------------------------------

/// The start page: how it goes, in ten seconds.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Start {
    /// How the plan stands, in one computed sentence.
    pub lead: String,
    /// What the plan is about.
    pub summary: Option<Phrase>,
    /// How many initiatives are in each state.
    pub states: Distribution,
    /// How many were reported for the latest closed period, in a sentence.
    pub reporting: Option<String>,
    /// How many reported in time, period by period.
    pub rate: Option<Figure>,
    /// What happens next: the next day that reports are due.
    pub next: Option<String>,
    /// The initiatives that most need someone's attention, worst first.
    pub attention: Vec<InitiativeRow>,
    /// A link to all of them.
    pub all_initiatives: Anchor,
    /// The goals.
    pub goals: Vec<GoalRow>,
    /// The latest reports, newest first.
    pub reports: Vec<ReportCard>,
    /// The pulse: what makes a plan followed, in numbers.
    pub pulse: Pulse,
    /// What has happened since the latest review.
    pub since: Option<Changes>,
    /// A link to all that has happened.
    pub news: Anchor,
    /// Links to the leadership's work lists, with how many there are in each.
    pub work_lists: Vec<Anchor>,
}

/// All goals.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Goals {
    /// How many there are and how they are judged, in a sentence.
    pub lead: String,
    /// The goals by knowledge area; the group without an area last.
    pub groups: Vec<GoalGroup>,
}

/// The goals of a knowledge area.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct GoalGroup {
    /// The area, when they have one.
    pub area: Option<Anchor>,
    /// The goals.
    pub goals: Vec<GoalRow>,
}

/// A goal: three scales side by side, never derived from each other.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Goal {
    /// What it means.
    pub summary: Option<Phrase>,
    /// Delivery: do we do what we said? Its initiatives' states.
    pub delivery: Distribution,
    /// Outcome: does it get better? Its indicators.
    pub outcome: Vec<IndicatorRow>,
    /// The same over time.
    pub figures: Vec<SmallFigure>,
    /// Assessment: what is the verdict? Declared judgements, newest first.
    pub assessments: Vec<Assessment>,
    /// What the plan says of it.
    pub body: Option<Text>,
    /// Its facts.
    pub facts: Vec<Fact>,
    /// Its initiatives, worst first.
    pub initiatives: Vec<InitiativeRow>,
    /// The goals below it.
    pub subgoals: Vec<Anchor>,
    /// The chains of its initiatives, rolled up.
    pub chains: Option<Chains>,
}

/// A declared judgement of a goal.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Assessment {
    /// The judgement.
    pub mark: Mark,
    /// When.
    pub date: Day,
    /// By whom.
    pub by: Item,
    /// Why.
    pub motivation: Phrase,
}

/// A knowledge area.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Area {
    /// What it is about.
    pub summary: Option<Phrase>,
    /// More about it.
    pub body: Option<Text>,
    /// Its facts.
    pub facts: Vec<Fact>,
    /// Its goals.
    pub goals: Vec<GoalRow>,
    /// How the initiatives of its goals stand.
    pub states: Distribution,
    /// They, worst first.
    pub initiatives: Vec<InitiativeRow>,
}

/// All initiatives.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Initiatives {
    /// How many are in each state.
    pub states: Distribution,
    /// A link to all of them against today.
    pub timeline: Anchor,
    /// All of them, worst first.
    pub initiatives: Vec<InitiativeRow>,
    /// What they can be divided by.
    pub facets: Vec<Facet>,
    /// "Visar {n} av 42 initiativ": how many a filter leaves, with `{n}` where the number stands.
    pub shown: String,
}

/// An initiative.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Initiative {
    /// Its state.
    pub mark: Mark,
    /// Why it is in that state: which rules spoke, each in a sentence.
    pub reasons: Vec<Sentence>,
    /// What the latest report judged, when the rules say otherwise: a sentence.
    pub declared: Option<String>,
    /// How fresh its reporting is.
    pub reporting: Mark,
    /// The same in a sentence.
    pub reporting_sentence: String,
    /// What it gives.
    pub summary: Option<Phrase>,
    /// What comes next, from the latest report.
    pub next_step: Option<Phrase>,
    /// What is in the way, from the latest report.
    pub obstacle: Option<ObstacleCard>,
    /// The decision that it waits for, from the latest report.
    pub decision_needed: Option<QuestionCard>,
    /// Its facts: who answers, phase, start, deadline and so on.
    pub facts: Vec<Fact>,
    /// "7 av 12 aktiviteter är klara."
    pub activities_sentence: String,
    /// Its activities.
    pub activities: Option<Table>,
    /// Its activities and its deadlines against today; `None` without activities.
    pub timeline: Option<Figure>,
    /// How its deadline was moved, in a sentence.
    pub moves_sentence: Option<String>,
    /// Its moved deadlines.
    pub moves: Option<Table>,
    /// What the plan says of it.
    pub body: Option<Text>,
    /// Its indicators.
    pub indicators: Vec<IndicatorRow>,
    /// The insights it answers to.
    pub insights: Vec<Anchor>,
    /// What its reports said, period by period; `None` before the first is owed.
    pub strip: Option<Figure>,
    /// Its reports, newest first.
    pub reports: Vec<ReportCard>,
    /// Its chain of responsibility; none when it has ended.
    pub chain: Option<Chain>,
}

/// All indicators.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Indicators {
    /// How many go the right way, in a sentence.
    pub lead: String,
    /// By what they measure: effect, output, input, not told.
    pub groups: Vec<IndicatorGroup>,
}

/// Indicators that measure the same kind of thing.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct IndicatorGroup {
    /// What they measure.
    pub title: String,
    /// The indicators.
    pub indicators: Vec<IndicatorRow>,
}

/// An indicator.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Indicator {
    /// How it stands against its path.
    pub mark: Mark,
    /// The same in a sentence, with the values that it rests on.
    pub sentence: String,
    /// Where it went, and whether that is good.
    pub trend: Mark,
    /// Where the value went: `up`, `down`, `level`, or `none`.
    pub arrow: &'static str,
    /// What it measures.
    pub summary: Option<Phrase>,
    /// Its facts: latest, baseline, targets, source, age of the data.
    pub facts: Vec<Fact>,
    /// Its values over time; `None` before there are any.
    pub figure: Option<Figure>,
    /// How it is made.
    pub method: Option<Phrase>,
    /// Breaks in the series, each in a sentence.
    pub breaks: Vec<Phrase>,
    /// More about it.
    pub body: Option<Text>,
    /// The goals it tells about.
    pub goals: Vec<Anchor>,
    /// The initiatives that should move it.
    pub initiatives: Vec<Anchor>,
}

/// All reporting periods.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Periods {
    /// How the plan is reported, in a sentence.
    pub lead: String,
    /// Links to the leadership's work lists and to what has happened.
    pub links: Vec<Anchor>,
    /// How many reported in time, period by period.
    pub rate: Option<Figure>,
    /// The periods, newest first.
    pub periods: Vec<PeriodRow>,
}

/// A reporting period in a list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct PeriodRow {
    /// Its name, leading to its page.
    pub link: Anchor,
    /// How many reports there are of those that were due, in a sentence.
    pub sentence: String,
    /// The review of it.
    pub review: Item,
}

/// The reports of a period.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Period {
    /// How many were reported of those that were due, in a sentence.
    pub lead: String,
    /// When the reports were due.
    pub due: Day,
    /// How the reports judge their initiatives.
    pub assessments: Distribution,
    /// The reports, by state and name.
    pub reports: Vec<ReportCard>,
    /// The initiatives whose report is missing.
    pub lacking: Vec<InitiativeRow>,
    /// The reports that came after the day when they were due.
    pub late: Vec<ReportCard>,
    /// The leadership's review of the period.
    pub review: Option<ReviewCard>,
    /// The period before.
    pub previous: Option<Anchor>,
    /// The period after.
    pub next: Option<Anchor>,
    /// Where the plan stood on the day that the period is told for.
    pub standing: Standing,
}

/// What the leadership did with a period's reports.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ReviewCard {
    /// Its facts: who, when, reference.
    pub facts: Vec<Fact>,
    /// What it says.
    pub body: Option<Text>,
    /// Its answers to the reports' questions.
    pub answers: Vec<Answer>,
}

/// A review's answer.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Answer {
    /// The initiative that asked.
    pub initiative: Anchor,
    /// What it asked.
    pub question: Option<Phrase>,
    /// The answer.
    pub answer: Phrase,
}

/// Who answers for what.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Roles {
    /// How many initiatives have one accountable role, in a sentence.
    pub lead: String,
    /// All roles with their mandate and what they answer for.
    pub roles: Table,
    /// All units with what they answer for.
    pub units: Table,
    /// The chains of all initiatives: initiative by link.
    pub chain_matrix: Option<ChainMatrix>,
    /// The same, rolled up.
    pub chains: Option<Chains>,
    /// Goals by units.
    pub goal_matrix: Option<GoalMatrix>,
}

/// A role.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Role {
    /// What it answers for.
    pub summary: Option<Phrase>,
    /// Its facts: unit, kind, mandate and its source, mailbox.
    pub facts: Vec<Fact>,
    /// How its initiatives stand.
    pub states: Distribution,
    /// The initiatives it answers for, worst first.
    pub initiatives: Vec<InitiativeRow>,
    /// The initiatives it stands behind as sponsor.
    pub sponsored: Vec<InitiativeRow>,
    /// The goals it answers for.
    pub goals: Vec<Anchor>,
    /// What decisions ask it for.
    pub asks: Vec<Item>,
    /// The questions that wait for its decision.
    pub questions: Vec<Question>,
    /// The forums it takes part in.
    pub forums: Vec<Anchor>,
    /// What is wanting: no mandate where it answers for something, too much to answer for; each in a sentence.
    pub gaps: Vec<String>,
    /// What it owes, the longest overdue first: reports, decisions, answers and data.
    pub duties: Vec<Item>,
    /// The chains of its initiatives, rolled up.
    pub chains: Option<Chains>,
}

/// A question that waits for a role's decision.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Question {
    /// The initiative that asks.
    pub initiative: Anchor,
    /// The question.
    pub card: QuestionCard,
}

/// A unit.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Unit {
    /// What it does.
    pub summary: Option<Phrase>,
    /// Its facts: kind, unit above, units below.
    pub facts: Vec<Fact>,
    /// How its initiatives stand, those of units below it included.
    pub states: Distribution,
    /// Its roles.
    pub roles: Vec<Anchor>,
    /// The initiatives its roles answer for, worst first.
    pub initiatives: Vec<InitiativeRow>,
    /// The decisions it has taken, newest first.
    pub decisions: Vec<Anchor>,
    /// The chains of its initiatives, rolled up.
    pub chains: Option<Chains>,
    /// The goals that it works towards, by the units below it.
    pub goals: Option<GoalMatrix>,
}

/// A list that is a table.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Listing {
    /// What it shows, in a sentence.
    pub lead: String,
    /// The list; `None` when there is nothing to show, and then `lead` says so.
    pub table: Option<Table>,
    /// What is to be seen in it.
    pub figures: Vec<Figure>,
}

/// A forum.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Forum {
    /// What it is.
    pub summary: Option<Phrase>,
    /// What it is for.
    pub purpose: Phrase,
    /// Its facts: chair, members, rhythm, areas, whom it reports to.
    pub facts: Vec<Fact>,
    /// Its terms of reference.
    pub charter: Option<Phrase>,
    /// More about it.
    pub body: Option<Text>,
    /// Its meetings, newest first.
    pub meetings: Vec<Meeting>,
    /// Its meetings against its own rhythm; `None` when it has not met.
    pub rhythm: Option<Figure>,
    /// The initiatives it works with.
    pub initiatives: Vec<InitiativeRow>,
    /// The insights it works with.
    pub insights: Vec<Anchor>,
    /// Whether it meets as it should.
    pub activity: Mark,
    /// The same in a sentence.
    pub activity_sentence: String,
    /// Its next agenda.
    pub agenda: Agenda,
}

/// A forum's meeting.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Meeting {
    /// When.
    pub date: Day,
    /// What it took up.
    pub took_up: Vec<Item>,
    /// What it decided.
    pub decided: Vec<Item>,
    /// Its minutes.
    pub minutes: Option<String>,
}

/// An insight.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Insight {
    /// What residents or staff tell.
    pub summary: Option<Phrase>,
    /// Its facts: period, channel, theme, volume, trend, forum.
    pub facts: Vec<Fact>,
    /// More about it.
    pub body: Option<Text>,
    /// How far the answer has come, and the answer.
    pub response: Option<ResponseCard>,
    /// The initiatives that answer to it.
    pub initiatives: Vec<InitiativeRow>,
    /// Whether it has been answered.
    pub mark: Option<Mark>,
    /// The same in a sentence.
    pub sentence: Option<String>,
}

/// The answer to an insight.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ResponseCard {
    /// How far it has come, in words.
    pub state: String,
    /// The answer.
    pub text: Option<Phrase>,
    /// By whom.
    pub by: Option<Item>,
    /// When.
    pub date: Option<Day>,
}

/// A decision.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Decision {
    /// What was decided.
    pub summary: Option<Phrase>,
    /// Its facts: who, when, reference, minutes.
    pub facts: Vec<Fact>,
    /// More about it.
    pub body: Option<Text>,
    /// What it concerns.
    pub affects: Vec<Item>,
    /// What it asks for.
    pub asks: Option<Table>,
}

/// A free page.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Free {
    /// What it is about.
    pub summary: Option<Phrase>,
    /// Its text.
    pub body: Option<Text>,
}

/// How the site computes: every rule, with the limits in force.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Calculation {
    /// What the page is for.
    pub lead: String,
    /// The rules.
    pub rules: Vec<RuleCard>,
    /// The limits in force.
    pub limits: Table,
    /// What each state means.
    pub states: Vec<StateCard>,
    /// Links to all derived values with what they are made from, as data, and to their schema.
    pub data: Vec<Anchor>,
}

/// A rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct RuleCard {
    /// Its id: `F3`.
    pub id: &'static str,
    /// What it is about.
    pub title: String,
    /// What it says.
    pub paragraphs: Vec<String>,
}

/// What a state means.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StateCard {
    /// The state.
    pub mark: Mark,
    /// What it means.
    pub meaning: String,
}

/// What the plan lacks: the checks' warnings, for everyone to see.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Quality {
    /// How many there are, in a sentence.
    pub lead: String,
    /// The warnings by rule.
    pub groups: Vec<QualityGroup>,
}

/// The warnings of a rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct QualityGroup {
    /// The rule's code.
    pub code: &'static str,
    /// The rule, in a line.
    pub title: String,
    /// Each warning: what and where.
    pub findings: Vec<Finding>,
}

/// A warning.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Finding {
    /// What is wrong.
    pub message: Sentence,
    /// File and line.
    pub place: Option<String>,
}

/// No such page.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Missing {
    /// Where to go instead.
    pub links: Vec<Anchor>,
}

/// The page has moved: its entity has another id now.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Moved {
    /// Where to.
    pub to: Anchor,
}

/// What stood here has been removed.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Removed {
    /// When.
    pub date: Day,
    /// Why.
    pub why: Phrase,
    /// What to read instead.
    pub instead: Option<Anchor>,
}
