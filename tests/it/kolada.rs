//! `framdrift fetch kolada`: the values of Kolada come into the files of the indicators, and nothing else is lost. The server
//! is this test's own; it answers in the shapes of Kolada's API, version 3, with numbers that nobody measured.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};

/// Kolada for as long as the test runs.
struct Kolada {
    address: String,
    /// The paths that were asked for.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Kolada {
    /// One that knows these key figures, and these values: figure, place, year, value.
    fn start(figures: &'static [(&str, &str)], values: &'static [(&str, &str, u16, Option<f64>)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/v3", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (base, own) = (address.clone(), Arc::clone(&asked));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let stream = stream.unwrap();
                let path = path_of(&stream);
                own.lock().unwrap().push(path.clone());
                let busy = own.lock().unwrap().iter().filter(|own| **own == path).count() == 1;
                // Asked for the first time, it asks for time.
                let (status, body) = if busy && path.contains("/data/") {
                    ("429 Too Many Requests\r\nRetry-After: 0", String::new())
                } else {
                    ("200 OK", answer(&path, &base, figures, values))
                };
                let length = body.len();
                let _ = write!(
                    &mut &stream,
                    "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
                );
            }
        });
        Self { address, asked }
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn path_of(stream: &TcpStream) -> String {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let first = lines.next().unwrap_or_default();
    // All of the question is read before it is answered.
    assert!(
        lines
            .take_while(|line| !line.is_empty())
            .any(|line| line.to_ascii_lowercase().starts_with("user-agent: framdrift/"))
    );
    first.split(' ').nth(1).unwrap_or_default().to_owned()
}

/// What Kolada answers: two values on each page.
fn answer(path: &str, base: &str, figures: &[(&str, &str)], values: &[(&str, &str, u16, Option<f64>)]) -> String {
    let (path, page) = path.split_once("?page=").map_or((path, 1), |(path, page)| (path, page.parse().unwrap()));
    let parts: Vec<&str> = path.split('/').collect();
    let has = |ids: &str, id: &str| ids.split(',').any(|own| own == id);
    let all: Vec<String> = match parts[..] {
        ["", "v3", "kpi", ids] => figures
            .iter()
            .filter(|(id, _)| has(ids, id))
            .map(|(id, title)| format!("{{\"id\": \"{id}\", \"title\": \"{title}\", \"municipality_type\": \"K\"}}"))
            .collect(),
        ["", "v3", "kpi?per_page=5000"] => {
            figures.iter().map(|(id, title)| format!("{{\"id\": \"{id}\", \"title\": \"{title}\"}}")).collect()
        }
        ["", "v3", "data", "kpi", ids, "municipality", places] => {
            assert!(ids.split(',').count() <= 25 && places.split(',').count() <= 25, "{path}");
            values
                .iter()
                .filter(|(id, place, ..)| has(ids, id) && has(places, place))
                .map(|(id, place, year, value)| {
                    let value = value.map_or("null".to_owned(), |value| value.to_string());
                    let cell = |gender: &str, value: &str| {
                        format!("{{\"count\": 1, \"gender\": \"{gender}\", \"status\": \"\", \"value\": {value}}}")
                    };
                    format!(
                        "{{\"kpi\": \"{id}\", \"municipality\": \"{place}\", \"period\": {year}, \"values\": [{}, {}]}}",
                        cell("K", "1.0"),
                        cell("T", &value)
                    )
                })
                .collect()
        }
        _ => panic!("nobody should ask for {path}"),
    };
    let shown: Vec<&str> = all.iter().skip((page - 1) * 2).take(2).map(String::as_str).collect();
    let more = all.len() > page * 2;
    // The one name is in its documents, the other in its answers.
    let name = if page % 2 == 1 { "next_url" } else { "next_page" };
    let next = if more {
        format!("\"{base}{}?page={}\"", path.trim_start_matches("/v3"), page + 1)
    } else {
        "null".to_owned()
    };
    format!("{{\"count\": {}, \"values\": [{}], \"{name}\": {next}}}", shown.len(), shown.join(","))
}

#[expect(clippy::disallowed_methods, reason = "a test sets up its content")]
fn plan(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let base = super::root().join("tests/rules/base");
    for name in ["plan.yaml", "organisation.yaml", "accessibility.yaml"] {
        let to = folder.path().join("content").join(name);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(base.join(name), to).unwrap();
    }
    for (path, text) in files {
        let path = folder.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn fetch(folder: &Path, from: &str, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
    command.args(["fetch", "kolada"]).arg(folder).args(["--from", from, "--date", "2026-11-29"]).args(more);
    command.env_remove("SOURCE_DATE_EPOCH").output().unwrap()
}

#[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
fn text(folder: &Path, path: &str) -> String {
    std::fs::read_to_string(folder.join("content").join(path)).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const FIGURES: &[(&str, &str)] = &[("N00671", "Nöjd med bemötandet via telefoni"), ("N00003", "Personalkostnader")];
const VALUES: &[(&str, &str, u16, Option<f64>)] = &[
    ("N00671", "1290", 2019, None),
    ("N00671", "1290", 2020, Some(64.0)),
    ("N00671", "1290", 2021, None),
    ("N00671", "1290", 2022, Some(70.5)),
    ("N00671", "1290", 2023, Some(71.25)),
    ("N00671", "1290", 2024, None),
    ("N00671", "0000", 2022, Some(68.0)),
];

const INDICATOR: &str = "---
titel: Nöjdhet i telefon   # som i enkäten
enhet: index
nivå: effekt
riktning: upp
källa:
  namn: Kolada (RKA)
  kolada_id: \"N00671\" # servicemätningen
jämförelser:
  - serie: \"0000\"
    titel: Riket
---
Text.
";

#[test]
fn what_editors_wrote_stays_and_what_kolada_knows_comes() {
    let kolada = Kolada::start(FIGURES, VALUES);
    let csv = "datum,värde,anmärkning\n2018,60,\"egen, mätning\"\n2020,63.5,\n2024,72,preliminärt\n";
    let folder = plan(&[("indicators/nojda.md", INDICATOR), ("indicators/nojda.csv", csv)]);
    let output = fetch(folder.path(), &kolada.address, &["--municipality", "1290"]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(
        text(folder.path(), "indicators/nojda.csv"),
        "datum,värde,anmärkning,serie\n2018,60,\"egen, mätning\",\n2020,64,,\n2021,,,\n2022,70.5,,\n2023,71.25,,\n\
         2024,72,preliminärt,\n2022,68,,0000\n"
    );
    let expected = INDICATOR.replace("servicemätningen\n", "servicemätningen\n  hämtad: 2026-11-29\n");
    assert_eq!(text(folder.path(), "indicators/nojda.md"), expected);
    let told = said(&output);
    assert!(
        told.contains("nojda: 4 nya värden, ett ändrat, 0 som förut") && told.contains("2020: 63.5 → 64"),
        "{told}"
    );
    assert!(told.contains("2 filer ändrades"), "{told}");
    // What it asked for time for, it got; and each page was asked for.
    let data: Vec<String> = kolada.asked().into_iter().filter(|own| own.contains("/data/")).collect();
    let pages = |page: &str| data.iter().filter(|own| own.ends_with(page)).count();
    assert_eq!((pages("municipality/0000,1290"), pages("?page=2"), pages("?page=4")), (2, 2, 2), "{data:?}");

    // Once more, nothing is new, and the plan is sound.
    let output = fetch(folder.path(), &kolada.address, &["--municipality", "1290"]);
    assert!(said(&output).contains("inga nya värden, inga ändrade, 5 som förut"), "{}", said(&output));
    assert!(said(&output).contains("Inga filer behövde ändras."), "{}", said(&output));
    let check = Command::new(env!("CARGO_BIN_EXE_framdrift")).arg("check").arg(folder.path()).output().unwrap();
    assert!(check.status.success(), "{}", said(&check));
}

#[test]
fn a_file_that_is_not_there_is_made_and_a_day_is_replaced() {
    let kolada = Kolada::start(FIGURES, VALUES);
    let indicator = INDICATOR.replace("  namn:", "  hämtad: 2025-01-02\n  namn:").replace("\"0000\"", "riket");
    let folder = plan(&[("indicators/nojda.md", &indicator)]);
    let before = fetch(folder.path(), &kolada.address, &["--municipality", "1290", "--dry-run"]);
    assert!(said(&before).contains("2 filer skulle ändras. Inget skrevs."), "{}", said(&before));
    assert!(!folder.path().join("content/indicators/nojda.csv").exists());
    let output = fetch(folder.path(), &kolada.address, &["--municipality", "1290", "--lang-of-messages", "en"]);
    assert!(said(&output).contains("nojda: 4 new values, none changed, 0 as before"), "{}", said(&output));
    assert_eq!(text(folder.path(), "indicators/nojda.csv"), "datum,värde\n2020,64\n2021,\n2022,70.5\n2023,71.25\n");
    assert_eq!(text(folder.path(), "indicators/nojda.md"), indicator.replace("2025-01-02", "2026-11-29"));
}

#[test]
fn a_key_figure_that_is_gone_is_an_error_and_the_others_come() {
    let kolada = Kolada::start(FIGURES, VALUES);
    let gone = INDICATOR.replace("N00671", "N00617");
    let csv = "datum,värde\n2018,60\n";
    let folder = plan(&[
        ("indicators/borta.md", &gone),
        ("indicators/borta.csv", csv),
        ("indicators/nojda.md", INDICATOR),
        ("indicators/trasig.md", INDICATOR),
        ("indicators/trasig.csv", "datum;värde\n2020;63,5\n"),
    ]);
    let output = fetch(folder.path(), &kolada.address, &["--municipality", "1290"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    let told = said(&output);
    assert!(told.contains("FD913") && told.contains("borta.md:8:14"), "{told}");
    assert!(told.contains("N00671  Nöjd med bemötandet via telefoni") && !told.contains("N00003"), "{told}");
    assert_eq!(text(folder.path(), "indicators/borta.csv"), csv);
    assert_eq!(text(folder.path(), "indicators/borta.md"), gone);
    // A file that can't be read is left as it is.
    assert!(told.contains("trasig.csv"), "{told}");
    assert_eq!(text(folder.path(), "indicators/trasig.csv"), "datum;värde\n2020;63,5\n");
    assert!(text(folder.path(), "indicators/nojda.csv").contains("\n2023,71.25,\n"));
}

#[test]
fn at_most_25_ids_are_asked_for_at_a_time() {
    const MANY: &[(&str, &str)] = &[
        ("N01", "a"),
        ("N02", "a"),
        ("N03", "a"),
        ("N04", "a"),
        ("N05", "a"),
        ("N06", "a"),
        ("N07", "a"),
        ("N08", "a"),
        ("N09", "a"),
        ("N10", "a"),
        ("N11", "a"),
        ("N12", "a"),
        ("N13", "a"),
        ("N14", "a"),
        ("N15", "a"),
        ("N16", "a"),
        ("N17", "a"),
        ("N18", "a"),
        ("N19", "a"),
        ("N20", "a"),
        ("N21", "a"),
        ("N22", "a"),
        ("N23", "a"),
        ("N24", "a"),
        ("N25", "a"),
        ("N26", "a"),
        ("N27", "a"),
    ];
    let kolada = Kolada::start(MANY, &[]);
    let figures = MANY.iter().map(|(id, _)| (*id).to_owned()).collect();
    let asking = framdrift::fetch::Asking {
        pause: std::time::Duration::from_millis(1),
        with_private: true,
        ..framdrift::fetch::Asking::default()
    };
    let places = ["1290".to_owned()].into();
    let fetched = framdrift::fetch::kolada(&kolada.address, &figures, &places, asking, &|_| {}).unwrap();
    assert_eq!(fetched.titles.len(), 27);
    let data: Vec<usize> = kolada
        .asked()
        .iter()
        .filter_map(|own| Some(own.strip_prefix("/v3/data/kpi/")?.split('/').next()?.split(',').count()))
        .collect();
    assert_eq!(data, [25, 25, 2, 2], "each is asked for twice: the first time it asks for time");
}

#[test]
fn what_is_wrong_with_the_question_is_told() {
    let folder = plan(&[("indicators/nojda.md", INDICATOR)]);
    for (more, wanted) in [
        (&["--municipality", "9999"][..], "ingen kommun med koden 9999"),
        (&["--municipality", "1290", "--only", "annat"], "Inget nyckeltal med id annat"),
        (&[], "Planen säger inte vilken kommun"),
        (&["--municipality", "1290"], "Kolada gick inte att nå"),
    ] {
        // Nobody listens there.
        let output = fetch(folder.path(), "http://127.0.0.1:9", more);
        assert_eq!(output.status.code(), Some(2), "{more:?}: {}", said(&output));
        assert!(said(&output).contains(wanted), "{more:?}: {}", said(&output));
    }
}
