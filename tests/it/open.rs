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

/// The page on open data of a site, in its own language and in English when there is more than one.
fn explained(site: &Site) -> Vec<&str> {
    let pages: Vec<&str> = ["oppna-data/", "open-data/", "en/open-data/"]
        .into_iter()
        .filter(|own| site.pages().any(|page| page == *own))
        .collect();
    assert!(!pages.is_empty(), "no page explains the data");
    pages
}

#[test]
fn a_page_leads_to_every_file_and_tells_how_many_rows_it_has() {
    for (name, site) in sites() {
        for page in explained(site) {
            let (html, text) = (site.html(page), site.text(page));
            let files = site.files.keys().filter(|path| {
                path.starts_with("data/") && !path.starts_with("data/indicators/") || path.as_str() == "berakning.json"
            });
            for file in files {
                assert!(html.contains(&format!("/{file}\"")), "{name}: {page} does not lead to {file}");
            }
            let plan = json(site, "data/plan.json");
            for (table, rows) in tables(&plan) {
                let row = text.lines().find(|line| line.contains(&format!("[{table}.csv]"))).unwrap();
                let told: String = row.split('|').nth(2).unwrap().chars().filter(char::is_ascii_digit).collect();
                assert_eq!(told, rows.len().to_string(), "{name} {page}: {row}");
            }
            let states = json(site, "data/plan.schema.json");
            let states = &states["$defs"]["initiatives-row"]["properties"]["state"]["enum"];
            for state in states.as_array().unwrap() {
                let state = state.as_str().unwrap();
                assert!(text.contains(&format!("\n| {state} | ")), "{name}: {page} does not explain {state}");
            }
        }
    }
}

/// What an example names exists: its addresses, and the tables, columns and words that it asks for.
#[test]
fn the_examples_ask_for_what_exists() {
    for (name, site) in sites() {
        for page in explained(site) {
            let html = site.html(page);
            let examples: Vec<String> = html
                .split("<pre ")
                .skip(1)
                .map(|own| own.split("<code>").nth(1).unwrap().split("</code>").next().unwrap())
                .map(|own| {
                    own.replace("&quot;", "\"").replace("&#x27;", "'").replace("&#39;", "'").replace("&amp;", "&")
                })
                .collect();
            // Those in HTML are looked at where charts for others are.
            let (shown, examples): (Vec<String>, Vec<String>) =
                examples.into_iter().partition(|own| own.starts_with("&lt;"));
            assert!(shown.len() == 2 || !site.files.contains_key("sitemap.xml"), "{name} {page}");
            assert_eq!(examples.len(), 2, "{name} {page}");
            for example in &examples {
                let files: Vec<&str> = example
                    .split(|c: char| c.is_whitespace() || "\"'()".contains(c))
                    .filter(|word| word.rsplit_once('.').is_some_and(|(_, ending)| ["csv", "json"].contains(&ending)))
                    .collect();
                assert_eq!(files.len(), 1, "{name} {page}: {example}");
                let file = files[0].rsplit('/').next().unwrap();
                assert!(site.files.contains_key(&format!("data/{file}")), "{name} {page}: {example}");
                if let Some((_, address)) = files[0].split_once("://") {
                    let path = address.split_once('/').unwrap().1;
                    assert!(path.ends_with(&format!("data/{file}")), "{name} {page}: {address}");
                }
            }
            let (jq, python) = (&examples[0], &examples[1]);
            let ask = jq.split('\'').nth(1).unwrap();
            assert_eq!(ask, ".initiatives[] | select(.state == \"delayed\") | .title", "the schema is asked for these");
            let schema = json(site, "data/plan.schema.json");
            let row = &schema["$defs"]["initiatives-row"]["properties"];
            assert!(row["title"].is_object(), "{name}");
            assert!(row["state"]["enum"].as_array().unwrap().iter().any(|state| state == "delayed"), "{name}");
            assert!(python.contains("row[\"state\"]"), "{name}: {python}");
            assert!(python.lines().all(|line| !line.starts_with(' ') || line.starts_with("    ")), "{python}");
        }
    }
}

/// A number as the site writes it, as a number; `None` when it is none.
fn read(text: &str) -> Option<f64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{202f}').collect();
    plain.replace('\u{2212}', "-").replace(',', ".").parse().ok()
}

/// The table on an indicator's page has the values of its download, and no others.
#[test]
fn the_table_of_an_indicator_is_its_download() {
    let mut compared = 0;
    for (name, site) in sites() {
        let plan = json(site, "data/plan.json");
        let english = plan["language"] == "en";
        for indicator in plan["indicators"].as_array().unwrap() {
            let id = indicator["id"].as_str().unwrap();
            let page = site.pages().find(|own| own.ends_with(&format!("/{id}/")) && !own.starts_with("en/")).unwrap();
            let text = site.text(page);
            let decimals = usize::try_from(indicator["decimals"].as_u64().unwrap()).unwrap();
            // As they are shown: with the indicator's decimals.
            let shown = |value: f64| format!("{value:.decimals$}").parse::<f64>().unwrap();
            let own = json(site, &format!("data/indicators/{id}.json"));
            let mut expected: Vec<f64> = own["observations"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|own| own["series"].is_null())
                .filter_map(|own| own["value"].as_f64())
                .map(shown)
                .collect();
            let mut told: Vec<f64> = text
                .lines()
                .filter_map(|line| line.strip_prefix("| "))
                .filter_map(|line| {
                    let cell = line.split(" | ").nth(1)?;
                    let cell = if english { cell.replace(',', "") } else { cell.to_owned() };
                    read(&cell)
                })
                .collect();
            expected.sort_by(f64::total_cmp);
            told.sort_by(f64::total_cmp);
            assert_eq!(told, expected, "{name} {page}");
            compared += expected.len();
        }
    }
    assert!(compared >= 80, "{compared} values were compared");
}

/// The lists of the site have a row for each row of their download, with what it says.
#[test]
fn the_lists_say_what_their_downloads_say() {
    for (name, site) in [("sample", &SAMPLE), ("tiny", &TINY)] {
        let words: BTreeMap<String, String> = site
            .text("oppna-data/")
            .lines()
            .filter_map(|line| line.strip_prefix("| ")?.split_once(" | "))
            .map(|(word, said)| (word.to_owned(), said.to_owned()))
            .collect();
        let (header, rows) = csv(site.file("data/initiatives.csv"), b',');
        let at = |column: &str| header.iter().position(|own| own == column).unwrap();
        for row in &rows {
            let text = site.text(&format!("initiativ/{}/", row[at("id")]));
            let said = super::reading::below(&text, "Läge");
            assert_eq!(words[&row[at("state")]], said, "{name} {}", row[at("id")]);
            assert!(text.contains(&row[at("title")]), "{name} {}", row[at("id")]);
        }
        for (table, page) in [
            ("goals", "mal/"),
            ("indicators", "nyckeltal/"),
            ("forums", "forum/"),
            ("insights", "insikter/"),
            ("decisions", "beslut/"),
            ("initiatives", "initiativ/"),
        ] {
            let (header, rows) = csv(site.file(&format!("data/{table}.csv")), b',');
            let id = header.iter().position(|own| own == "id").unwrap();
            let text = site.text(page);
            let listed: BTreeSet<&str> = text
                .split(&format!("](../{page}"))
                .skip(1)
                .filter_map(|rest| rest.split(['/', ')', '#']).next())
                .filter(|id| !id.is_empty())
                .collect();
            let told: BTreeSet<&str> = rows.iter().map(|row| row[id].as_str()).collect();
            assert_eq!(told.difference(&listed).collect::<Vec<_>>(), Vec::<&&str>::new(), "{name}: {page} lacks rows");
            assert_eq!(listed.difference(&told).collect::<Vec<_>>(), Vec::<&&str>::new(), "{name}: {table} lacks rows");
        }
    }
}

/// Every page that shows facts leads to them as data; what it leads to has a row for the page's own entity.
#[test]
fn each_page_leads_to_its_own_data() {
    for (name, site) in sites() {
        let kinds = ["goal", "initiative", "indicator", "forum", "insight", "decision", "role", "unit", "area"];
        let lists = ["start", "goals", "initiatives", "indicators", "forums", "insights", "decisions", "roles"];
        let mut entities = 0;
        for page in site.pages() {
            let html = site.html(page);
            let kind = html.split("data-page=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
            let foot = html.split("foot-facts").nth(1).unwrap_or_default();
            let files: Vec<&str> = foot
                .split("href=\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .filter_map(|href| href.trim_start_matches("../").strip_prefix("data/"))
                .collect();
            if lists.contains(&kind) || kinds.contains(&kind) {
                assert!(!files.is_empty(), "{name}: {page} leads to no data");
            }
            for file in &files {
                assert!(site.files.contains_key(&format!("data/{file}")), "{name}: {page} leads to data/{file}");
            }
            if kinds.contains(&kind) && kind != "indicator" {
                let id = page.trim_end_matches('/').rsplit('/').next().unwrap();
                let (header, rows) = csv(site.file(&format!("data/{}", files[0])), b',');
                let at = header.iter().position(|own| own == "id").unwrap();
                assert!(rows.iter().any(|row| row[at] == id), "{name}: {} has no row for {page}", files[0]);
                entities += 1;
            }
        }
        assert!(entities > 10, "{name}: {entities}");
    }
}
