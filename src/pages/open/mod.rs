//! Open data: the whole plan as anyone may take it away, at addresses that stay.
//!
//! Comes in: the plan, its facts and all derived values. Goes out: files below `data/`
//! and `datasets/`. Every one of them is written
//! from the same tables (`table`, filled by `entities`), so that no two can differ:
//!
//! | file | what |
//! |---|---|
//! | `data/plan.json` | every table, and every derived value; `data/plan.schema.json` describes it |
//! | `data/NAME.csv`, `data/NAME-excel.csv` | a table as programs read it, and as Excel does |
//! | `data/csv-metadata.json`, `data/datapackage.json` | what describes the tables |
//! | `data/plan.xlsx` | every table as a sheet |
//! | `datasets/dcat`, `datasets/dcat.rdf`, `datasets/dcat.jsonld` | a catalogue of all that, where the plan asks for one |
//! | `data/indicators/ID.json`, `data/indicators/ID.csv` | an indicator's series |
//!
//! Names of tables and columns are published words: lower-case English, the same for ever. `page` explains it
//! all to people.

mod catalogue;
mod describe;
mod entities;
mod page;
mod separated;
mod table;
mod workbook;

use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::computed::Computed;
use super::computed::indicators::IndicatorValues;
use super::{Bytes, Job};
use crate::derive::Facts;
use crate::model::Plan;
use table::Row;

pub(super) use catalogue::{DCAT, files as catalogue};
pub(super) use entities::{TABLES, tables};
pub(super) use table::Table;

/// The version of the format of the JSON files.
const VERSION: u32 = 1;

/// The address of the whole plan as JSON.
pub(super) const PLAN: &str = "data/plan.json";
/// The address of what describes that.
pub(super) const SCHEMA: &str = "data/plan.schema.json";
/// The address of the workbook.
pub(super) const WORKBOOK: &str = "data/plan.xlsx";
/// The address of what describes the tables as CSV on the Web.
pub(super) const CSVW: &str = "data/csv-metadata.json";
/// The address of what describes them as a Data Package.
pub(super) const PACKAGE: &str = "data/datapackage.json";

/// The address of a table as CSV.
pub(super) fn csv(table: &str) -> String {
    format!("data/{table}.csv")
}

/// The address of a table as CSV for Excel.
pub(super) fn excel(table: &str) -> String {
    format!("data/{table}-excel.csv")
}

/// The address of an indicator's series, with this ending.
pub(super) fn series(id: &str, ending: &str) -> String {
    format!("data/indicators/{id}.{ending}")
}

/// All files of open data, one after another.
pub(super) fn files<'a>(input: Job<'a>, computed: Arc<Computed<'a>>) -> impl Iterator<Item = (String, Bytes<'a>)> {
    let Job { plan, facts, base_url, .. } = input;
    let tables: Arc<[Table<'a>]> = tables(plan, facts).into();
    let described = |value| Bytes::json(Arc::new(value), true);
    let whole = Whole { plan, computed: Arc::clone(&computed), base_url, tables: Arc::clone(&tables) };
    let about = about(plan, &computed, base_url);
    let book = Arc::clone(&tables);
    let mut files = vec![
        (SCHEMA.to_owned(), described(describe::schema(&tables))),
        (CSVW.to_owned(), described(describe::csvw(&plan.settings, base_url, &tables))),
        (PACKAGE.to_owned(), described(describe::package(plan, base_url, &computed.date, &tables))),
        (PLAN.to_owned(), Bytes::json(Arc::new(whole), false)),
        (WORKBOOK.to_owned(), Bytes::made(move || workbook::workbook(&about, &book, facts.calendar.today))),
    ];
    for n in 0..tables.len() {
        let (plain, for_excel) = (Arc::clone(&tables), Arc::clone(&tables));
        files.push((csv(tables[n].name), Bytes::made(move || separated::plain(&plain[n]))));
        files.push((excel(tables[n].name), Bytes::made(move || separated::excel(&for_excel[n]))));
    }
    let series = std::iter::once_with(move || all_series(plan, facts, &computed, &tables)).flatten();
    files.into_iter().chain(series.map(|(address, bytes)| (address, bytes.into())))
}

/// Each indicator's series.
fn all_series(plan: &Plan, facts: &Facts, computed: &Computed<'_>, tables: &[Table<'_>]) -> Vec<(String, Vec<u8>)> {
    let declared = tables.iter().find(|table| table.name == "indicators").expect("there is a table of indicators");
    let each = plan.indicators.keys().zip(&declared.rows).zip(&computed.indicators).collect::<Vec<_>>();
    each.into_par_iter()
        .flat_map_iter(|((key, row), derived)| {
            let observations = entities::series(plan, facts, key);
            let own = Series {
                version: VERSION,
                date: &computed.date,
                indicator: Row { columns: declared.columns, cells: row },
                observations: &observations,
                derived,
            };
            let (as_json, as_csv) = (json(&own, true), separated::plain(&observations));
            // Whoever fetches it by an id that it had before goes on getting it.
            let ids = std::iter::once(&derived.id).chain(&plan.indicators[key].entity.aliases);
            let files = |id: &String| [(series(id, "json"), as_json.clone()), (series(id, "csv"), as_csv.clone())];
            ids.flat_map(files).collect::<Vec<_>>()
        })
        .collect()
}

fn json(value: &impl Serialize, pretty: bool) -> Vec<u8> {
    let written = if pretty { serde_json::to_vec_pretty(value) } else { serde_json::to_vec(value) };
    let mut bytes = written.expect("plain data is JSON");
    bytes.push(b'\n');
    bytes
}

/// What the workbook says of itself.
fn about(plan: &Plan, computed: &Computed<'_>, base_url: Option<&str>) -> Vec<(String, String)> {
    let settings = &plan.settings;
    let mut own = vec![
        ("title", settings.title.original.clone()),
        ("organisation", settings.organisation.original.clone()),
        ("date", computed.date.clone()),
        ("licence", settings.licence.clone()),
    ];
    own.extend(base_url.map(|url| ("url", format!("{url}/"))));
    own.into_iter().map(|(label, text)| (label.to_owned(), text)).collect()
}

/// `plan.json`.
struct Whole<'a> {
    plan: &'a Plan,
    computed: Arc<Computed<'a>>,
    base_url: Option<&'a str>,
    tables: Arc<[Table<'a>]>,
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let settings = &self.plan.settings;
        let mut own = serializer.serialize_map(None)?;
        own.serialize_entry("version", &VERSION)?;
        own.serialize_entry("date", &self.computed.date)?;
        own.serialize_entry("title", &settings.title.original)?;
        own.serialize_entry("organisation", &settings.organisation.original)?;
        own.serialize_entry("municipality_code", &settings.municipality_code)?;
        own.serialize_entry("start", &settings.start.to_string())?;
        own.serialize_entry("end", &settings.end.to_string())?;
        own.serialize_entry("language", settings.language.tag())?;
        own.serialize_entry("licence", &settings.licence)?;
        own.serialize_entry("url", &self.base_url.map(|url| format!("{url}/")))?;
        for table in &*self.tables {
            own.serialize_entry(table.name, table)?;
        }
        own.serialize_entry("derived", &*self.computed)?;
        own.end()
    }
}

/// An indicator's series: its row of the table of indicators, its observations and what is derived from them, each as
/// in `plan.json`.
#[derive(Serialize)]
struct Series<'a> {
    version: u32,
    date: &'a str,
    indicator: Row<'a>,
    observations: &'a Table<'a>,
    derived: &'a IndicatorValues,
}
