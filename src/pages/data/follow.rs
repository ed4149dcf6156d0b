//! What a template sees of who leads and whether the plan is followed: chain, pulse, agendas, work lists, changes.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Anchor, Day, Distribution, Fact, Figure, IndicatorRow, Item, Mark, Phrase, Table};

/// The chain of responsibility of an initiative: seven links.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Chain {
    /// How many links hold, in a sentence.
    pub sentence: String,
    /// The links, from the decision to the follow-up.
    pub links: Vec<Link>,
}

/// A link of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Link {
    /// Its number, from 1.
    pub number: usize,
    /// What it is: "Beslut", "Ansvarig" and so on.
    pub name: String,
    /// Whether it holds: key `whole`, `weak-link` or `broken`.
    pub mark: Mark,
    /// The end of its place's id on the initiative's page: `link-{id}`.
    pub id: &'static str,
    /// Why, in one plain sentence with a link to what it rests on.
    pub reason: Sentence,
    /// Where it can be mended, unless the sentence leads there.
    pub mend: Option<Anchor>,
}

/// A sentence that the site has made, with what editors wrote in it: a title may be in another language than the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Sentence {
    /// What it is made of, spaces and all: to be placed one after the other.
    pub pieces: Vec<Piece>,
}

/// A feed: what happens, for a reader's program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct FeedLink {
    /// Its media type.
    pub media_type: &'static str,
    /// What it is called.
    pub title: String,
    /// The file, by the name of its format.
    pub link: Anchor,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Where it leads.
    pub href: Option<String>,
    /// Its language, when it is not the page's.
    pub lang: Option<&'static str>,
}

/// How many of N chains have a link whole, weak or broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LinkCount {
    /// What the link is.
    pub name: String,
    /// How many are whole: "18 av 22".
    pub text: String,
    /// Whole ones.
    pub whole: usize,
    /// Weak ones.
    pub weak: usize,
    /// Broken ones.
    pub broken: usize,
    /// All of them.
    pub total: usize,
}

/// The chains of several initiatives, rolled up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Chains {
    /// How many chains are whole, in a sentence.
    pub sentence: String,
    /// Each link.
    pub links: Vec<LinkCount>,
}

/// The chains of all initiatives as a matrix: initiative by link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChainMatrix {
    /// What it shows.
    pub caption: String,
    /// The names of the links, short enough for a column.
    pub links: Vec<String>,
    /// A row for each initiative, those with the most broken links first.
    pub rows: Vec<ChainRow>,
    /// The same as a drawing, without links.
    pub figure: Figure,
}

/// A row of the chain matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChainRow {
    /// The initiative.
    pub initiative: Anchor,
    /// One cell for each link. Its mark's key is `whole`, `weak-link` or `broken`; what does not hold leads to why.
    pub cells: Vec<Item>,
    /// "5 av 7".
    pub whole: String,
}

/// The pulse: what makes a plan followed, in numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Pulse {
    /// Its measures now.
    pub beats: Vec<Beat>,
    /// Its measures at each closed period, newest first; `None` before the first has closed.
    pub history: Option<Table>,
}

/// A measure of the pulse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Beat {
    /// What is counted.
    pub label: String,
    /// "18 av 22", or a plain count where there is no N.
    pub text: String,
    /// Whether all is well: key `whole`, `weak-link` or `broken`.
    pub mark: Mark,
    /// Where to read more.
    pub link: Option<Anchor>,
}

/// What has happened between two dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Changes {
    /// Between which days, and how much, in a sentence.
    pub lead: String,
    /// Each kind of change that there was, the most important first.
    pub groups: Vec<ChangeGroup>,
}

/// Changes of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeGroup {
    /// What kind: `worse`, `silent`, `moved`, `better`, `closed`, `new`, `answered`, `decided`.
    pub key: &'static str,
    /// The same in words, with how many.
    pub title: String,
    /// Each change: what, and in the note how.
    pub items: Vec<Item>,
}

/// All that has happened: since the latest review, and between any two closed periods.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct News {
    /// What the page shows.
    pub lead: String,
    /// Since the latest review, or since the latest closed period.
    pub since: Option<Changes>,
    /// Closed periods with a closed period before them, newest first.
    pub periods: Vec<NewsUntil>,
}

/// What happened until a closed period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NewsUntil {
    /// The period.
    pub until: String,
    /// Links to what had happened since each period before it, the latest first; in the note how many changes.
    pub since: Vec<Item>,
}

/// What happened between two closed periods.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct NewsBetween {
    /// The period before.
    pub from: Anchor,
    /// The period after.
    pub to: Anchor,
    /// What happened.
    pub changes: Changes,
    /// Links to what had happened until the same period since others before it.
    pub others: Vec<Item>,
    /// A link to every pair of periods.
    pub all: Anchor,
}

/// A forum's next meeting, as its areas need it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Agenda {
    /// What it is, or that there is nothing to take up.
    pub lead: String,
    /// When the next meeting is expected by the forum's own rhythm.
    pub expected: Item,
    /// What to take up, the most urgent first.
    pub items: Vec<AgendaItem>,
}

/// An item of a forum's next agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AgendaItem {
    /// The initiative or insight.
    pub link: Anchor,
    /// Its state, of an initiative.
    pub mark: Option<Mark>,
    /// Why it is on the agenda, each reason in a sentence.
    pub reasons: Vec<Sentence>,
    /// What it needs from the forum.
    pub need: String,
    /// Who answers for it.
    pub accountable: Item,
}

/// A work list of the leadership.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WorkList {
    /// How many there are, in a sentence; good news when there are none.
    pub lead: String,
    /// Whether there are none.
    pub empty: bool,
    /// The list by group: by kind of obstacle, by unit; one group without a title when it has none.
    pub groups: Vec<WorkGroup>,
    /// What is to be seen in it, where it has a page of its own.
    pub figures: Vec<Figure>,
}

/// A group of a work list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct WorkGroup {
    /// What its items share.
    pub title: Option<Phrase>,
    /// Its items, the most urgent first.
    pub items: Vec<WorkItem>,
}

/// An item of a work list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WorkItem {
    /// The initiative.
    pub initiative: Anchor,
    /// Its state.
    pub mark: Mark,
    /// The question, the obstacle, or what is missing.
    pub text: Phrase,
    /// Who decides, or who reports: the label says which.
    pub by: Fact,
    /// By when, or since when; with a note on how late it is.
    pub date: Fact,
}

/// Goals by units: how many initiatives each unit answers for towards each goal, empty cells visible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GoalMatrix {
    /// What it shows.
    pub caption: String,
    /// The units.
    pub units: Vec<Anchor>,
    /// A row for each goal.
    pub rows: Vec<GoalMatrixRow>,
    /// The same as a drawing, without links.
    pub figure: Figure,
}

/// A row of the matrix of goals and units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GoalMatrixRow {
    /// The goal.
    pub goal: Anchor,
    /// One count for each unit; empty where it has none.
    pub counts: Vec<Item>,
}

/// Where the plan stood when a period's reports were due.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Standing {
    /// The day it speaks of.
    pub date: Day,
    /// The states of the initiatives on that day.
    pub states: Distribution,
    /// The pulse on that day.
    pub beats: Vec<Beat>,
    /// What had changed since the period before.
    pub changes: Option<Changes>,
    /// The decisions that were needed.
    pub decisions: WorkList,
    /// The obstacles that were in the way.
    pub obstacles: WorkList,
    /// The indicators as they were known.
    pub indicators: Vec<IndicatorRow>,
}
