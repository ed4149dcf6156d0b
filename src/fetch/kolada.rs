//! Kolada, the municipalities' open database of key figures (RKA): ids of key figures and codes of municipalities in,
//! their values out, by its API, version 3.
//!
//! It answers in pages of `{count, values, next_url}` (`next_page` in some of its documents), takes at most 25 ids in a
//! request, and answers 429 when it is asked too fast. A value that is null is missing; it is never 0.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use serde::Deserialize;

use super::client::{Client, Reply};
use super::links::{Asking, wait};

/// Where it is.
pub const KOLADA: &str = "https://api.kolada.se/v3";

/// The most ids that it takes in one request.
const IDS: usize = 25;
/// How often one thing is asked for before that is enough.
const TRIES: u32 = 6;
/// The longest that it may ask us to wait, in seconds.
const LONGEST_WAIT: u64 = 120;
/// The most pages of one answer: more than it can have.
const PAGES: usize = 1000;

/// What Kolada said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fetched {
    /// The key figures that were asked for and exist: id → what it is called.
    pub titles: BTreeMap<String, String>,
    /// Their values: one for each key figure, municipality and year.
    pub values: Vec<Measured>,
    /// All key figures that exist; asked for only when one that was asked for does not.
    pub catalogue: Vec<(String, String)>,
}

/// A value of a key figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// The key figure's id.
    pub figure: String,
    /// The code of the municipality or region; `0000` is the country.
    pub place: String,
    /// The year that it holds for.
    pub year: i16,
    /// For all, women and men together; `None`: missing.
    pub value: Option<f64>,
}

/// Why nothing could be fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No answer in time, or no server: the system's words.
    Unreached(String),
    /// It answered with this status.
    Status(u16, String),
    /// It answered with something else than was expected at this address, for this reason.
    Unread(String, String),
}

/// Asks for key figures and municipalities. `told` is called with each address that is asked.
///
/// # Errors
/// When Kolada can't be reached, or answers with something that can't be understood.
pub fn kolada(
    from: &str,
    figures: &BTreeSet<String>,
    places: &BTreeSet<String>,
    asking: Asking,
    told: &dyn Fn(&str),
) -> Result<Fetched, Trouble> {
    let asker = Asker { client: Client::new(asking.patience, asking.with_private), from, asking, told };
    let mut fetched = Fetched::default();
    for ids in chunks(figures) {
        let known: Vec<Figure> = asker.all(&format!("{from}/kpi/{}", ids.join(",")))?;
        fetched.titles.extend(known.into_iter().filter(|own| figures.contains(&own.id)).map(|own| (own.id, own.title)));
    }
    let known: BTreeSet<String> = fetched.titles.keys().cloned().collect();
    for ids in chunks(&known) {
        for places in chunks(places) {
            let address = format!("{from}/data/kpi/{}/municipality/{}", ids.join(","), places.join(","));
            fetched.values.extend(asker.all::<Row>(&address)?.into_iter().map(Measured::from));
        }
    }
    if known.len() < figures.len() {
        let all: Vec<Figure> = asker.all(&format!("{from}/kpi?per_page=5000"))?;
        fetched.catalogue = all.into_iter().map(|own| (own.id, own.title)).collect();
    }
    Ok(fetched)
}

fn chunks(ids: &BTreeSet<String>) -> Vec<Vec<&str>> {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    ids.chunks(IDS).map(<[&str]>::to_vec).collect()
}

/// A part of an answer.
#[derive(Deserialize)]
struct Part<T> {
    values: Vec<T>,
    #[serde(default)]
    next_url: Option<String>,
    #[serde(default)]
    next_page: Option<String>,
}

#[derive(Deserialize)]
struct Figure {
    id: String,
    title: String,
}

#[derive(Deserialize)]
struct Row {
    kpi: String,
    municipality: String,
    period: i16,
    values: Vec<Cell>,
}

#[derive(Deserialize)]
struct Cell {
    /// `T`: all together; `K` women, `M` men.
    #[serde(default)]
    gender: String,
    value: Option<f64>,
}

impl From<Row> for Measured {
    fn from(row: Row) -> Self {
        let value = row.values.iter().find(|own| own.gender == "T").and_then(|own| own.value);
        Self { figure: row.kpi, place: row.municipality, year: row.period, value }
    }
}

struct Asker<'a> {
    client: Client,
    from: &'a str,
    asking: Asking,
    told: &'a dyn Fn(&str),
}

impl Asker<'_> {
    /// All pages of an answer.
    fn all<T: serde::de::DeserializeOwned>(&self, address: &str) -> Result<Vec<T>, Trouble> {
        let mut all = Vec::new();
        let mut next = Some(address.to_owned());
        for _ in 0..PAGES {
            let Some(address) = next else { return Ok(all) };
            let bytes = self.ask(&address)?;
            let part: Part<T> =
                serde_json::from_slice(&bytes).map_err(|error| Trouble::Unread(address.clone(), error.to_string()))?;
            all.extend(part.values);
            next = part.next_url.or(part.next_page).filter(|own| !own.is_empty());
            // What it answers must not lead us to another host.
            if let Some(to) = next.as_ref().filter(|own| !own.starts_with(self.from)) {
                return Err(Trouble::Unread(address, format!("the next page is elsewhere: {to}")));
            }
        }
        Err(Trouble::Unread(address.to_owned(), format!("more than {PAGES} pages")))
    }

    /// One answer; when it asks for time it gets it, longer each time.
    fn ask(&self, address: &str) -> Result<Vec<u8>, Trouble> {
        (self.told)(address);
        let mut pause = self.asking.pause;
        for attempt in 1..=TRIES {
            let (reply, body) = self.client.read(address);
            match reply {
                Reply::Answered { status: 200, .. } => return Ok(body),
                Reply::Answered { status: 429 | 500..=599, retry_after, .. } if attempt < TRIES => {
                    let asked = retry_after.map_or(pause, Duration::from_secs);
                    wait(asked.max(pause).min(Duration::from_secs(LONGEST_WAIT)));
                    pause *= 2;
                }
                Reply::Answered { status, .. } => return Err(Trouble::Status(status, address.to_owned())),
                Reply::NoServer => return Err(Trouble::Unreached(format!("{address}: no such server"))),
                Reply::Late => return Err(Trouble::Unreached(format!("{address}: no answer"))),
                Reply::Private => return Err(Trouble::Unreached(format!("{address}: an address of the own network"))),
                Reply::Failed(reason) => return Err(Trouble::Unreached(format!("{address}: {reason}"))),
            }
        }
        unreachable!("the last try gives an answer or an error")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_value_is_not_nothing() {
        let text = r#"{"count": 3, "next_page": null, "values": [
            {"kpi": "N1", "municipality": "1290", "period": 2024, "values": [
                {"count": 1, "gender": "K", "status": "", "value": 1.5},
                {"count": 1, "gender": "T", "status": "", "value": 2.25}]},
            {"kpi": "N1", "municipality": "1290", "period": 2025, "values": [
                {"count": 1, "gender": "T", "status": "Missing", "value": null}]},
            {"kpi": "N1", "municipality": "1290", "period": 2026, "values": []}]}"#;
        let part: Part<Row> = serde_json::from_str(text).unwrap();
        let values: Vec<Option<f64>> = part.values.into_iter().map(|own| Measured::from(own).value).collect();
        assert_eq!(values, [Some(2.25), None, None]);
    }
}
