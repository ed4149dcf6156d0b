//! Open data: every form of a table says the same, what describes the forms is true, and others can read them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use serde_json::Value;

use super::built::{REAL, SAMPLE, SAMPLE_FOLDER, Site, TINY};

/// Every site, with a name.
fn sites() -> [(&'static str, &'static Site); 3] {
    [("sample", &SAMPLE), ("tiny", &TINY), ("real", &REAL)]
}

fn json(site: &Site, path: &str) -> Value {
    serde_json::from_str(site.file(path)).unwrap_or_else(|problem| panic!("{path}: {problem}"))
}

/// A file of CSV: its header and its rows.
fn csv(text: &str, delimiter: u8) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    (header, reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect())
}

/// A value of JSON as it should stand in CSV.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Number(number) => number.as_f64().unwrap().to_string(),
        Value::Bool(truth) => truth.to_string(),
        Value::Array(list) => list.iter().map(|own| own.as_str().unwrap()).collect::<Vec<_>>().join(" | "),
        Value::Object(_) => panic!("a table has no objects in it: {value}"),
    }
}

/// The tables of `plan.json`: name → rows.
fn tables(plan: &Value) -> BTreeMap<&str, &Vec<Value>> {
    plan.as_object().unwrap().iter().filter_map(|(name, own)| Some((name.as_str(), own.as_array()?))).collect()
}

/// A schema that is compiled, to look at a value.
fn validate(schema: Value, part: &str, value: &Value) -> Result<(), String> {
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("https://framdrift.example/schema.json", schema).unwrap();
    let index = compiler.compile(&format!("https://framdrift.example/schema.json{part}"), &mut schemas).unwrap();
    schemas.validate(value, index).map_err(|problem| format!("{problem:#}"))
}

#[test]
fn the_plan_is_as_its_schema_says() {
    let earlier = Site::of(SAMPLE_FOLDER, "2026-06-15");
    for (name, site) in sites().into_iter().chain([("sample, earlier", &earlier)]) {
        let schema = json(site, "data/plan.schema.json");
        let mut plan = json(site, "data/plan.json");
        if let Err(problem) = validate(schema.clone(), "", &plan) {
            panic!("{name} is not as its schema says: {problem}");
        }
        assert_eq!(plan["derived"], json(site, "berakning.json"), "the derived values stand in two files");
        assert!(tables(&plan).len() > 10, "{name} has tables");
        plan["initiatives"][0]["state"] = "splendid".into();
        assert!(validate(schema.clone(), "", &plan).is_err(), "the schema lets any state through");
        plan["initiatives"][0]["state"] = "done".into();
        assert!(validate(schema.clone(), "", &plan).is_ok());
        plan["derived"]["initiatives"][0]["unheard_of"] = Value::Null;
        assert!(validate(schema, "", &plan).is_err(), "the schema lets anything through");
    }
}

#[test]
fn every_form_of_a_table_says_the_same() {
    for (name, site) in sites() {
        let plan = json(site, "data/plan.json");
        let book = Cursor::new(site.files["data/plan.xlsx"].as_slice());
        let mut book: Xlsx<_> = open_workbook_from_rs(book).unwrap();
        let sheets: BTreeSet<String> = book.sheet_names().into_iter().collect();
        let tables = tables(&plan);
        let named: BTreeSet<String> = tables.keys().map(|own| (*own).to_owned()).chain(["about".to_owned()]).collect();
        assert_eq!(sheets, named, "{name}: a sheet for each table");
        for (table, rows) in tables {
            let text = site.file(&format!("data/{table}.csv"));
            assert!(!text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{name} {table}");
            let (header, plain_rows) = csv(text, b',');
            let excel = site.file(&format!("data/{table}-excel.csv")).strip_prefix('\u{feff}').unwrap();
            let (excel_header, excel_rows) = csv(excel, b';');
            assert_eq!(header, excel_header);
            assert_eq!((plain_rows.len(), excel_rows.len()), (rows.len(), rows.len()), "{name} {table}");
            let sheet = book.worksheet_range(table).unwrap();
            let first: Vec<String> = sheet.rows().next().unwrap().iter().map(ToString::to_string).collect();
            assert_eq!(first, header, "{name} {table}");
            for (n, row) in rows.iter().enumerate() {
                let row = row.as_object().unwrap();
                assert_eq!(row.keys().collect::<BTreeSet<_>>(), header.iter().collect(), "{name} {table}");
                for (at, column) in header.iter().enumerate() {
                    let place = format!("{name} {table} {n} {column}");
                    let (value, own) = (&row[column], plain(&row[column]));
                    // CSV has one way to write a line's end.
                    assert_eq!(plain_rows[n][at], own, "{place}");
                    let for_excel = match value {
                        Value::Number(_) => own.replace('.', ","),
                        Value::String(_) | Value::Array(_) if own.starts_with(['=', '+', '-', '@']) => {
                            format!("'{own}")
                        }
                        _ => own.clone(),
                    };
                    assert_eq!(excel_rows[n][at], for_excel, "{place}");
                    match (sheet.get((n + 1, at)).unwrap_or(&Data::Empty), value) {
                        (Data::Empty, _) => assert_eq!(own, "", "{place}"),
                        (Data::Float(cell), Value::Number(number)) => {
                            assert_eq!(Some(*cell), number.as_f64(), "{place}");
                        }
                        (Data::Bool(cell), Value::Bool(truth)) => assert_eq!(cell, truth, "{place}"),
                        (Data::DateTime(day), Value::String(text)) => {
                            let (year, month, day, ..) = day.to_ymd_hms_milli();
                            assert_eq!(&format!("{year:04}-{month:02}-{day:02}"), text, "{place}");
                        }
                        (Data::String(cell), Value::String(_) | Value::Array(_)) => assert_eq!(cell, &own, "{place}"),
                        (cell, value) => panic!("{place}: {cell:?} is not {value}"),
                    }
                }
            }
        }
    }
}

/// What describes the tables names every file, and each of its columns; every reference leads to a row.
#[test]
fn what_describes_the_tables_is_true() {
    for (name, site) in sites() {
        let plan = json(site, "data/plan.json");
        let csvw = json(site, "data/csv-metadata.json");
        let package = json(site, "data/datapackage.json");
        let described = csvw["tables"].as_array().unwrap();
        let resources = package["resources"].as_array().unwrap();
        assert_eq!((described.len(), resources.len()), (tables(&plan).len(), tables(&plan).len()));
        for (own, resource) in described.iter().zip(resources) {
            let path = own["url"].as_str().unwrap();
            assert_eq!(resource["path"], path);
            let (header, rows) = csv(site.file(&format!("data/{path}")), b',');
            let columns = own["tableSchema"]["columns"].as_array().unwrap();
            let fields = resource["schema"]["fields"].as_array().unwrap();
            assert_eq!(columns.iter().map(|own| own["titles"].as_str().unwrap()).collect::<Vec<_>>(), header);
            assert_eq!(fields.iter().map(|own| own["name"].as_str().unwrap()).collect::<Vec<_>>(), header);
            for (at, column) in columns.iter().enumerate() {
                let is_list = column.get("separator").is_some();
                let required = column["required"].as_bool().unwrap();
                assert!(is_list || !required || rows.iter().all(|row| !row[at].is_empty()), "{name} {path} {column}");
            }
            let keys = own["tableSchema"].get("foreignKeys").and_then(Value::as_array);
            for key in keys.into_iter().flatten() {
                let at = header.iter().position(|own| *own == key["columnReference"]).unwrap();
                let to = key["reference"]["resource"].as_str().unwrap();
                let (_, targets) = csv(site.file(&format!("data/{to}")), b',');
                let ids: BTreeSet<&str> = targets.iter().map(|row| row[0].as_str()).collect();
                for row in rows.iter().filter(|row| !row[at].is_empty()) {
                    assert!(ids.contains(row[at].as_str()), "{name} {path}: {} is not in {to}", row[at]);
                }
            }
            let key = own["tableSchema"].get("primaryKey").and_then(Value::as_array);
            if let Some(key) = key {
                let at: Vec<usize> =
                    key.iter().map(|key| header.iter().position(|own| own == key.as_str().unwrap()).unwrap()).collect();
                let told: BTreeSet<Vec<&str>> =
                    rows.iter().map(|row| at.iter().map(|at| row[*at].as_str()).collect()).collect();
                assert_eq!(told.len(), rows.len(), "{name} {path}: the key tells rows apart");
            }
        }
    }
}

/// An indicator's series is what the whole plan says of it, and its page leads there.
#[test]
fn each_indicator_has_its_series() {
    for (name, site) in sites() {
        let plan = json(site, "data/plan.json");
        let schema = json(site, "data/plan.schema.json");
        for (row, derived) in
            plan["indicators"].as_array().unwrap().iter().zip(plan["derived"]["indicators"].as_array().unwrap())
        {
            let id = row["id"].as_str().unwrap();
            let own = json(site, &format!("data/indicators/{id}.json"));
            assert_eq!((&own["indicator"], &own["derived"]), (row, derived), "{name} {id}");
            validate(schema.clone(), "#/$defs/indicators-row", &own["indicator"]).unwrap();
            let observations: Vec<&Value> =
                plan["observations"].as_array().unwrap().iter().filter(|own| own["indicator"] == id).collect();
            assert_eq!(own["observations"].as_array().unwrap().iter().collect::<Vec<_>>(), observations, "{name} {id}");
            let page = site.pages().find(|own| own.ends_with(&format!("/{id}/")) && !own.starts_with("en/")).unwrap();
            for ending in ["csv", "json"] {
                let link = format!("data/indicators/{id}.{ending}\"");
                assert!(site.html(page).contains(&link), "{name}: {page} does not lead to its data");
            }
            let (header, rows) = csv(site.file(&format!("data/indicators/{id}.csv")), b',');
            let as_json: Vec<Vec<String>> =
                observations.iter().map(|own| header.iter().map(|column| plain(&own[column])).collect()).collect();
            assert_eq!(rows, as_json, "{name} {id}");
        }
    }
}

/// The same plan on the same day gives the same bytes, the workbook's too.
#[test]
fn data_are_the_same_each_time() {
    let again = Site::of(SAMPLE_FOLDER, super::built::TODAY);
    let own = |site: &Site| -> BTreeMap<String, Vec<u8>> {
        site.files.iter().filter(|(path, _)| path.starts_with("data/")).map(|(k, v)| (k.clone(), v.clone())).collect()
    };
    assert!(own(&SAMPLE).len() > 30);
    assert!(own(&SAMPLE) == own(&again), "the data differ from build to build");
}
