//! What a template sees of ways to find: lists by state, what a list can be narrowed by, and the index of everything.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Anchor, Distribution, InitiativeRow, Mark};

/// The states that an initiative can have.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct States {
    /// How many initiatives are in each state, in a sentence.
    pub lead: String,
    /// The same as a bar.
    pub states: Distribution,
    /// Every state, worst first, also those that no initiative is in.
    pub each: Vec<StateRow>,
}

/// A state in a list.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StateRow {
    /// The state.
    pub mark: Mark,
    /// Where its initiatives are listed.
    pub href: String,
    /// What it means.
    pub meaning: String,
    /// "4 initiativ".
    pub count: String,
}

/// The initiatives in a state.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct StateList {
    /// The state.
    pub mark: Mark,
    /// How many initiatives are in it, in a sentence.
    pub lead: String,
    /// What it means.
    pub meaning: String,
    /// They, in alphabetical order.
    pub initiatives: Vec<InitiativeRow>,
    /// How else the initiatives are divided.
    pub facets: Vec<Facet>,
}

/// Something that a list of initiatives can be divided by.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Facet {
    /// `state`, `goal`, `role` or `area`: names the value in a row's [`RowKeys`].
    pub key: &'static str,
    /// What it is called: "Läge".
    pub label: String,
    /// Its own page, where its choices are too many to be listed.
    pub section: Anchor,
    /// Those that occur, each leading to the page that lists its initiatives.
    pub choices: Vec<Choice>,
}

/// A value of a facet.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Choice {
    /// As rows name it.
    pub value: String,
    /// Its name, leading to the page that lists its initiatives.
    pub link: Anchor,
    /// How many initiatives have it.
    pub count: String,
}

/// What a row of a list is found and ordered by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RowKeys {
    /// Its state.
    pub state: &'static str,
    /// Its goals' ids, with a space between them.
    pub goal: String,
    /// Its areas' ids, with a space between them.
    pub area: String,
    /// The id of the role that answers for it; empty when nobody does.
    pub role: String,
    /// The last day of its deadline as `2026-11-23`; empty when it has none.
    pub deadline: String,
    /// The day of its latest report; empty when there is none.
    pub reported: String,
}

/// The search page: an index of everything, and what its script needs.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Search {
    /// How much there is, in a sentence.
    pub lead: String,
    /// Where the index of words is, relative to the page.
    pub index: String,
    /// Every page of the site by its kind.
    pub groups: Vec<SearchGroup>,
}

/// The pages of a kind.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct SearchGroup {
    /// What the kind is called.
    pub title: String,
    /// The pages, in alphabetical order.
    pub links: Vec<Anchor>,
}
