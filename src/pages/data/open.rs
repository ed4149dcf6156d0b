//! What a template sees of the page on open data.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Anchor, Sentence, Table};

/// Open data: how to take the whole plan away.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OpenData {
    /// What the page is for.
    pub lead: String,
    /// Its parts.
    pub sections: Vec<OpenSection>,
}

/// A part of the page on open data.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct OpenSection {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub paragraphs: Vec<Sentence>,
    /// Files to download.
    pub links: Vec<Anchor>,
    /// A table.
    pub table: Option<Table>,
    /// Programs that read the data.
    pub examples: Vec<Example>,
}

/// A program that reads the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Example {
    /// What it tells, and with which language.
    pub title: String,
    /// The program.
    pub code: String,
}
