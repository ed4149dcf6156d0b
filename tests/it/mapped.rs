//! `framdrift import` of a list that somebody else made: a sheet or a CSV file, read by a map.

use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

use calamine::Data;
use framdrift::compose::workbook::{
    Draft, Given, Imported, Left, NoTable, Refused, Why, given, import_mapped, import_own,
};
use framdrift::diag::Diagnostics;
use framdrift::files::Files;
use framdrift::model::{Choice as _, RowKind};
use framdrift::observe::Unobserved;
use framdrift::words::{Language, Words};
use framdrift::{Clock, Options};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::book::{Book, after, bad, files, lines, new, old, words};
use super::built::{SAMPLE_FOLDER, TINY_FOLDER, TODAY, plan};

/// The words of a plan in Swedish, made once.
static SWEDISH: LazyLock<Words> = LazyLock::new(|| Words::new(Language::SWEDISH));

fn swedish() -> &'static Words {
    &SWEDISH
}

fn csv(text: &str) -> Given {
    given("plan.csv", text.as_bytes()).unwrap()
}

fn mapped(files: &Files, list: &Given, map: &str) -> Result<Imported, Refused> {
    import_mapped(files, list, ("karta.yaml", map.as_bytes()), swedish())
}

/// What comes of a list that is right.
fn fine(done: Result<Imported, Refused>) -> Imported {
    match done {
        Ok(done) => done,
        Err(Refused::Worse(_, found, _) | Refused::Map(_, found)) => panic!("{found:?}"),
        Err(other) => panic!("{other:?}"),
    }
}

/// What is said of the cells that are refused: `A1: …`.
fn told(done: Result<Imported, Refused>) -> Vec<String> {
    let words = swedish();
    let said = |why: &Why| match why {
        Why::Rule(found) => {
            format!("{} {}", found.message(words), found.help(words).first().cloned().unwrap_or_default())
        }
        other => format!("{other:?}"),
    };
    bad(done).iter().map(|own| format!("{}!{}: {}", own.sheet, own.cell, said(&own.why))).collect()
}

/// What is wrong with a map: `line:column code what`.
fn wrong(done: Result<Imported, Refused>) -> Vec<String> {
    let Err(Refused::Map(map, found)) = done else { panic!("{done:?}") };
    let words = swedish();
    let each = |own: &&framdrift::diag::Diagnostic| {
        let place = map.position(own.span.unwrap());
        let first = own.help(words).first().cloned().unwrap_or_default();
        format!("{}:{} {} {} {first}", place.line, place.column, own.rule.code, own.message(words))
    };
    found.sorted(&map).iter().map(each).collect()
}

/// The errors of a plan, and the number of its files.
fn built(files: &Files) -> Vec<String> {
    let mut found = Diagnostics::new();
    let done = framdrift::run(files, &Options::at(Clock::Date(TODAY.parse().unwrap())), &mut found, &Unobserved);
    let words = swedish();
    if done.is_ok() { Vec::new() } else { found.iter().map(|own| own.message(words)).collect() }
}

/// An action plan as an officer has it: a title above, a note below, cells that are merged, dates of three kinds.
fn action_plan() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Läs mig").unwrap().write_string(0, 0, "Version 3").unwrap();
    let sheet = book.add_worksheet().set_name("Handlingsplan 2026").unwrap();
    let (plain, day) = (Format::new(), Format::new().set_num_format("yyyy-mm-dd"));
    sheet.merge_range(0, 0, 0, 7, "Handlingsplan för skolgårdarna", &plain).unwrap();
    let headings = ["Nr", "Aktivitet ", "Ansvarig", "Status", "Start-\ndatum", "Klart senast", "Kommentar", "Mål"];
    for (at, text) in (0..).zip(headings) {
        sheet.write_string(3, at, text).unwrap();
    }
    sheet.merge_range(4, 7, 5, 7, "Trygg skola", &plain).unwrap();
    sheet.merge_range(6, 0, 6, 7, "Område: inne", &plain).unwrap();
    let rows = [
        (
            4,
            "Måla hagar på gården",
            "Rektor",
            "Pågår enligt plan",
            "2026-03",
            "31/12-26",
            "Färgen är beställd.\nVi väntar.",
        ),
        (5, "Fler bollar", "Anna Andersson", "Klart", "", "Q2 2026", ""),
        (7, "Läxhjälp på biblioteket", "rektor", "Ej påbörjad", "1 mars 2027", "2027", "-"),
    ];
    for (row, title, who, state, start, end, comment) in rows {
        sheet.write_number(row, 0, f64::from(row - 3)).unwrap();
        for (at, text) in (1..).zip([title, who, state, start, end, comment]) {
            if !text.is_empty() {
                sheet.write_string(row, at, text).unwrap();
            }
        }
    }
    sheet.write_datetime_with_format(5, 4, ExcelDateTime::from_ymd(2026, 2, 1).unwrap(), &day).unwrap();
    sheet.write_string(7, 7, "trygg-skola").unwrap();
    sheet.write_string(10, 1, "Beslutad av nämnden").unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn an_ugly_sheet_becomes_a_plan_that_builds() {
    let (files, list) = (files(TINY_FOLDER), given("lista.xlsx", &action_plan()).unwrap());
    assert!(!list.is_own());
    let draft = Draft::new(&files, &list, swedish(), Some("Handlingsplan 2026"), None).unwrap();
    assert_eq!(draft.kind, RowKind::Initiative);
    let map = draft.text("lista.xlsx", swedish());
    expect_test::expect_file!["expected/map.yaml"].assert_eq(&map);
    // Everything that nobody has answered is told at once, and nothing is guessed of people.
    assert_eq!(
        told(mapped(&files, &list, &map)),
        [
            "Handlingsplan 2026!C6: Det finns ingen roll med id ”Anna Andersson”. Ett id är filens namn utan ändelse. Enheter och roller har sina id i organisation.yaml."
        ]
    );
    let map = map.replace("\"Anna Andersson\":", "\"Anna Andersson\": rektor");
    let done = fine(mapped(&files, &list, &map));
    let written: Vec<&str> = done.added.keys().map(String::as_str).collect();
    assert_eq!(
        written,
        [
            "content/initiatives/fler-bollar.md",
            "content/initiatives/laxhjalp-pa-biblioteket.md",
            "content/initiatives/mala-hagar-pa-garden.md"
        ]
    );
    assert_eq!(
        done.added["content/initiatives/mala-hagar-pa-garden.md"],
        "---\ntitel: Måla hagar på gården\nmål: [trygg-skola]\nansvarig: rektor\nfas: införande\nstart: 2026-03\nslut: 2026-12-31\n---\nFärgen är beställd.\nVi väntar.\n"
    );
    assert_eq!(
        done.added["content/initiatives/fler-bollar.md"],
        "---\ntitel: Fler bollar\nmål: [trygg-skola]\nansvarig: rektor\nfas: avslutat\nstart: 2026-02-01\nslut: 2026-Q2\n---\n"
    );
    // What was not read is told.
    let sheet = || "Handlingsplan 2026".to_owned();
    let row = |cell: &str, text: &str| Left::Row(sheet(), cell.to_owned(), text.to_owned());
    assert_eq!(
        done.left,
        [
            Left::Sheet("Läs mig".to_owned()),
            Left::Column(sheet(), "A4".to_owned(), "Nr".to_owned()),
            row("A7", "Område: inne"),
            row("B11", "Beslutad av nämnden"),
        ]
    );
    let now = after(&files, &done);
    assert_eq!(built(&now), [""; 0]);
    // The same list once more says nothing new.
    let again = fine(mapped(&now, &list, &map));
    assert!(again.changed.is_empty() && again.added.is_empty(), "{again:?}");
}

const MAP: &str = "typ: initiativ\nkolumner:\n  Aktivitet: titel\n  Ansvarig: ansvarig\n  Status: fas\n  Slut: slut\n  Mål: mål\n  Budget: budget.belopp\n  Etikett: etiketter\n";

#[test]
fn a_row_changes_what_has_its_name_and_nothing_else() {
    let files = files(TINY_FOLDER);
    let list = |rows: &str| csv(&format!("Aktivitet;Ansvarig;Status;Slut;Mål;Budget;Etikett\n{rows}"));
    let path = "content/initiatives/kompisbankar.md";
    // By what it is called, or by its id; what is empty takes nothing away.
    let rows = "kompisbänkar på skolgården;Rektor;;;;;\n";
    let done = fine(mapped(&files, &list(rows), MAP));
    assert!(done.changed[path].contains("titel: kompisbänkar på skolgården\n"), "{done:?}");
    let rows = "Kompisbänkar på skolgården;Kommundirektör;Drift;T3 2026;trygg-skola;40 500,50 kr;skolgård, rast\n";
    let done = fine(mapped(&files, &list(rows), MAP));
    assert_eq!(
        lines(&files, &done)[path],
        [
            old("ansvarig: rektor"),
            new("ansvarig: kommundirektor"),
            old("fas: införande"),
            new("fas: drift"),
            old("  belopp: 40000"),
            new("  belopp: 40500.5"),
            old("etiketter: [skolgård]"),
            new("etiketter: [skolgård, rast]"),
        ]
    );
    assert_eq!(done.changed.len() + done.added.len(), 1);
    let map = MAP.replace("  Aktivitet: titel", "  Aktivitet: id");
    let done = mapped(&files, &list("Kompisbankar;rektor;Drift;;;;\n"), &map).unwrap();
    assert_eq!(lines(&files, &done)[path], [old("fas: införande"), new("fas: drift")]);
}

#[test]
fn what_the_plan_does_not_know_is_told_cell_by_cell() {
    let files = files(TINY_FOLDER);
    let list = csv(
        "Aktivitet;Ansvarig;Status;Slut;Mål;Budget;Etikett\nEtt;rektron;Klart;3/1/2026;trygg skola, annat;mycket;\nTvå;Rektor;drifft;snart;;;\n;rektor;pilot;;trygg-skola;;\nEtt;rektor;pilot;;trygg-skola;;\n",
    );
    let found = told(mapped(&files, &list, MAP));
    let wanted = [
        ("B2", "Det finns ingen roll med id ”rektron”. Menade du ”rektor”?"),
        ("C2", "”Klart” är inget av de värden som går att välja här. Menade du ”avslutat”?"),
        ("D2", "Unclear"),
        ("E2", "Det finns inget mål med id"),
        ("F2", "Här ska det stå ett tal"),
        ("C3", "”drifft” är inget av de värden som går att välja här. Menade du ”drift”?"),
        ("D3", "”snart” är inte skrivet som ett datum."),
        ("E3", "Här saknas ”mål”, som ett initiativ måste ha."),
        ("A4", "Här saknas ”titel”, som ett initiativ måste ha."),
        ("A5", "Twice(\"A2\")"),
    ];
    assert_eq!(found.len(), wanted.len(), "{found:#?}");
    for (own, (cell, said)) in found.iter().zip(wanted) {
        assert!(own.starts_with(&format!("plan.csv!{cell}: {said}")), "{own} is not {cell}: {said}");
    }
    // Activities have to belong to something.
    let activities = csv("Aktivitet;Status\nEtt;klar\nTvå;klar\n");
    let found = told(mapped(&files, &activities, "typ: aktivitet\nkolumner: {Aktivitet: titel, Status: läge}\n"));
    assert!(found.len() == 1 && found[0].contains("NoField(Name { en: \"initiative\""), "{found:#?}");
    let activities = csv("Projekt;Aktivitet;Status\nRastvärdarna;Ett;klar\n");
    let draft = Draft::new(&files, &activities, swedish(), None, None).unwrap();
    let near: Vec<_> = draft.values.iter().map(|own| (own.written.as_str(), own.near.as_deref())).collect();
    assert_eq!(near, [("Rastvärdarna", Some("rastvardar"))]);
    // What they mean is said in the map; an answer that is missing is none.
    let map = format!(
        "{MAP}värden:\n  ansvarig:\n    rektron: rektor\n  fas:\n    klart: avslutat\n    Drifft: tomt\n  slut:\n    3/1/2026: 2026-01-03\n    snart:\n  mål:\n    annat: trygg-skola\n  budget.belopp:\n    mycket: 1000000\nförval:\n  mål: Trygg skola\n"
    );
    let found = told(mapped(&files, &list, &map));
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found[0].starts_with("plan.csv!D3: ”snart”"), "{found:#?}");
    // Without a column for it, it is told once.
    let found = told(mapped(
        &files,
        &csv("Aktivitet;Ansvarig\nEtt;rektor\nTvå;rektor\n"),
        "typ: initiativ\nkolumner: {Aktivitet: titel}\n",
    ));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("plan.csv!A1: NoField(Name { en: \"goals\""), "{found:#?}");
}

#[test]
fn a_map_with_mistakes_names_line_and_column() {
    let files = files(TINY_FOLDER);
    let list = csv("Aktivitet;Ansvarig;Ansvarig\nEtt;rektor;x\n");
    let found = wrong(mapped(
        &files,
        &list,
        "typ: initiativv\nkolumer: x\nkolumner:\n  Aktivitett: titel\n  Aktivitet: titlel\n",
    ));
    assert_eq!(
        found,
        [
            "1:6 FD104 ”initiativv” är inget av de värden som går att välja här. Menade du ”initiativ”?",
            "2:1 FD101 Nyckeln ”kolumer” finns inte för kartan. Menade du ”kolumner”?",
        ]
    );
    let map = "typ: initiativ\nrubrikrad: 7\nkolumner: {}\n";
    assert!(wrong(mapped(&files, &list, map))[0].starts_with("2:12 FD104 ”7”"));
    let map = "blad: Blad1\ntyp: initiativ\nkolumner: {}\n";
    assert!(wrong(mapped(&files, &list, map))[0].starts_with("1:7 FD104 ”Blad1”"));
    assert!(
        wrong(mapped(&files, &list, "typ: rapport\nkolumner: {}\n"))[0].starts_with("1:6 FD102 Här saknas ”period”")
    );
    let map = "typ: initiativ\nkolumner:\n  Aktivitett: titel\n  Aktivitet: titlel\n  Ansvarig: ansvarig\n  B: ansvarig\n  C: Ansvarig\nvärden:\n  fass: {a: b}\nförval: {måll: x}\n";
    assert_eq!(
        wrong(mapped(&files, &list, map)).iter().map(|own| own.split(" är").next().unwrap()).collect::<Vec<_>>(),
        [
            "3:3 FD104 ”Aktivitett”",
            "4:14 FD104 ”titlel”",
            // Two columns are called so: each is named by its letter.
            "5:3 FD104 ”Ansvarig”",
            "7:6 FD018 Nyckeln ”Ansvarig” står två gånger. Behåll en av dem. Hör båda värdena hit skriver du dem som en lista under samma nyckel.",
            "9:3 FD104 ”fass”",
            "10:10 FD104 ”måll”",
        ]
    );
    // What values mean is held against the plan, too.
    let map = "typ: initiativ\nkolumner: {Aktivitet: titel, B: ansvarig}\nvärden:\n  ansvarig: {x: rektron}\n  fas: {y: klar}\nförval: {mål: trygg}\n";
    let found = wrong(mapped(&files, &list, map));
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found[0].starts_with("4:17 FD201") && found[0].ends_with("Menade du ”rektor”?"), "{found:#?}");
    assert!(found[1].starts_with("5:12 FD104") && found[2].starts_with("6:15 FD201"), "{found:#?}");
    assert!(wrong(mapped(&files, &list, "kolumner: [\n"))[0].contains("FD011"));
    assert!(wrong(mapped(&files, &list, ""))[0].contains("FD006"));
    let done = import_mapped(&files, &list, ("karta.yaml", b"typ: \xff"), swedish());
    assert_eq!(wrong(done)[0].split(' ').take(2).collect::<Vec<_>>(), ["1:6", "FD005"]);
    // English keys are as good.
    let map = "kind: initiative\ncolumns: {Aktivitet: title, B: accountable}\ndefaults: {goals: trygg-skola}\n";
    assert_eq!(fine(mapped(&files, &list, map)).added.len(), 1);
}

#[test]
fn activities_and_reports_come_in_the_same_way() {
    let files = files(TINY_FOLDER);
    let list = csv(
        "Projekt;Aktivitet;Status;Klart senast;Klar den\nRASTVÄRDAR;Köpa västar;Klart;Q1 2026;2026-02-03\nkompisbankar;Bygga fyra bänkar;Klart;;5/11-26\n",
    );
    let draft = Draft::new(&files, &list, swedish(), None, None).unwrap();
    assert_eq!(draft.kind, RowKind::Activity);
    let map = draft.text("lista.csv", swedish());
    let done = fine(mapped(&files, &list, &map));
    let found = lines(&files, &done);
    assert_eq!(
        found["content/initiatives/kompisbankar.md"],
        [old("    läge: pågår"), new("    läge: klar"), new("    klar_den: 2026-11-05")]
    );
    let item = [
        "  - id: kopa-vastar",
        "    titel: Köpa västar",
        "    läge: klar",
        "    senast: 2026-Q1",
        "    klar_den: 2026-02-03",
    ];
    let own = &found["content/initiatives/rastvardar.md"];
    assert!(item.iter().all(|line| own.contains(&new(line))), "{own:?}");

    let list = csv("Initiativ;Läge;Kommentar;Nästa steg\nKompisbänkar på skolgården;Grönt;Allt är byggt.;Invigning\n");
    let map = "typ: rapport\nperiod: 2026-T3\nkolumner: {Initiativ: initiativ, Läge: bedömning, Kommentar: text, Nästa steg: nästa_steg}\nvärden: {bedömning: {grönt: enligt-plan}}\nförval: {av: rektor, datum: 2026-12-20}\n";
    let done = fine(mapped(&files, &list, map));
    assert_eq!(
        done.added["content/reports/2026-T3/kompisbankar.md"],
        "---\nav: rektor\ndatum: 2026-12-20\nbedömning: enligt-plan\nnästa_steg: Invigning\n---\nAllt är byggt.\n"
    );
}

#[test]
fn csv_is_read_as_excel_saves_it() {
    let files = files(TINY_FOLDER);
    let text = "Åtgärd;Ansvarig;Budget\nFärre köer – nu;Rektor;\"12 500,50\"\n";
    let map = "typ: initiativ\nkolumner: {Åtgärd: titel, Ansvarig: ansvarig, Budget: budget.belopp}\nförval: {mål: trygg-skola}\n";
    let narrow: Vec<u8> =
        text.chars().map(|c| if c == '–' { 0x96 } else { u8::try_from(u32::from(c)).unwrap() }).collect();
    let wide = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
        "\u{feff}".encode_utf16().chain(text.encode_utf16()).flat_map(unit).collect()
    };
    for bytes in [
        text.as_bytes().to_vec(),
        format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes(),
        narrow,
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        text.replace(';', "\t").into_bytes(),
        text.replace(';', ",").into_bytes(),
        format!("sep=;\r\n{text}").into_bytes(),
    ] {
        let done = fine(mapped(&files, &given("plan.csv", &bytes).unwrap(), map));
        assert_eq!(
            done.added["content/initiatives/farre-koer-nu.md"],
            "---\ntitel: Färre köer – nu\nmål: [trygg-skola]\nansvarig: rektor\nbudget:\n  belopp: 12500.5\n---\n"
        );
    }
    let refused = |name: &str, bytes: &[u8]| given(name, bytes).map(drop).unwrap_err();
    assert!(matches!(refused("a.csv", b"a;b\n\"c;d\n"), Refused::NoTable(NoTable::OpenQuote(1))));
    assert!(matches!(refused("a.csv", &[0, 1, 2]), Refused::NoTable(NoTable::NoText)));
    assert!(matches!(refused("a.xls", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Refused::Old));
    assert!(matches!(refused("a.xlsx", b"a;b\n"), Refused::Unread(_)));
    assert!(Draft::new(&files, &csv(""), swedish(), None, None).is_none());
    assert!(matches!(mapped(&files, &csv("a;b\n"), map), Err(Refused::Foreign)));
}

#[test]
fn a_csv_with_the_plans_own_headings_needs_no_map() {
    let files = files(SAMPLE_FOLDER);
    let mut book = Book::sample();
    book.set("Initiativ", "e-arkiv", "fas", super::book::text("pilot"));
    // As Excel saves a sheet as CSV.
    let mut writer = csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(vec![]);
    let shown = |cell: &Data| match cell {
        Data::Float(own) => own.to_string().replace('.', ","),
        other => other.to_string(),
    };
    for row in book.sheet("Initiativ") {
        writer.write_record(row.iter().map(shown)).unwrap();
    }
    let list = given("plan.csv", &writer.into_inner().unwrap()).unwrap();
    assert!(list.is_own());
    let done = import_own(&files, &list, &words(SAMPLE_FOLDER)).unwrap();
    assert_eq!(lines(&files, &done)["content/initiatives/e-arkiv.md"], [old("fas: planerat"), new("fas: pilot")]);
    assert_eq!(done.changed.len() + done.added.len(), 1);
    // Empty cells take nothing away, for a CSV file does not remember what it was made of.
    let list = csv("id;titel;ansvarig;fas\ne-arkiv;;;\n");
    assert!(list.is_own());
    let done = import_own(&files, &list, &words(SAMPLE_FOLDER)).unwrap();
    assert_eq!(done, Imported::default());
    // Its kind is told by its columns, and where they do not tell, by somebody.
    assert!(!csv("id;titel\nx;X\n").is_own() && !csv("id;titel;ansvarig;fas;prio\nx;X;;;\n").is_own());
    assert!(given("Mål.csv", b"id;titel\nx;X\n").unwrap().is_own());
    let found = bad(import_own(&files, &csv("id;titel;ansvarig;fas\ne-arkiv;;;planerad\n"), &words(SAMPLE_FOLDER)));
    assert_eq!((found[0].sheet.as_str(), found[0].cell.as_str()), ("plan.csv", "D2"));
}

fn call(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
    command.current_dir(folder).args(arguments).stdin(std::process::Stdio::null()).output().unwrap()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test sets up its content and looks at what was written")]
fn on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    for (path, bytes) in plan(TINY_FOLDER) {
        let path = at.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let rows =
        "Aktivitet;Ansvarig;Status;Mål\nFler bollar;Rektor;Klart;Trygg skola\nNya mål;Rektor;Klart;Trygg skola\n";
    std::fs::write(at.join("lista.csv"), rows).unwrap();
    let said = |output: &Output| String::from_utf8_lossy(&output.stderr).into_owned();
    // Nobody is there to answer.
    let done = call(at, &["import", "lista.csv"]);
    assert_eq!(done.status.code(), Some(2), "{}", said(&done));
    for line in ["  B   Ansvarig   ansvarig\n", "  framdrift import lista.csv --map lista.karta.yaml\n"] {
        assert!(said(&done).contains(line), "{}", said(&done));
    }
    let arguments = ["import", "lista.csv", "--map", "lista.karta.yaml"];
    let shown = call(at, &[&arguments[..], &["--dry-run"]].concat());
    assert!(shown.status.success() && !at.join("lista.karta.yaml").exists());
    let done = call(at, &arguments);
    assert!(done.status.success() && said(&done).contains("Inget annat skrevs"), "{}", said(&done));
    let map = std::fs::read_to_string(at.join("lista.karta.yaml")).unwrap();
    assert_eq!(map, String::from_utf8(shown.stdout).unwrap());
    // What is said of several cells is said once.
    let emptied = map.replace("\"Klart\": \"avslutat\"", "\"Klart\":");
    std::fs::write(at.join("lista.karta.yaml"), emptied).unwrap();
    let done = call(at, &arguments);
    assert_eq!(done.status.code(), Some(1), "{}", said(&done));
    assert!(
        said(&done).contains("lista.csv!C2, C3: ”Klart” är inget") && said(&done).contains("skriv i kartan"),
        "{}",
        said(&done)
    );
    std::fs::write(at.join("lista.karta.yaml"), map.replace("fas #", "fass #")).unwrap();
    let done = call(at, &arguments);
    assert!(done.status.code() == Some(1) && said(&done).contains("lista.karta.yaml:"), "{}", said(&done));
    std::fs::write(at.join("lista.karta.yaml"), map).unwrap();
    let dry = call(at, &[&arguments[..], &["--dry-run"]].concat());
    assert!(String::from_utf8_lossy(&dry.stdout).contains("+ titel: Fler bollar\n"), "{}", said(&dry));
    assert!(!at.join("content/initiatives/fler-bollar.md").exists());
    let done = call(at, &arguments);
    assert!(done.status.success() && said(&done).contains("2 filer skrevs"), "{}", said(&done));
    let done = call(at, &arguments);
    assert!(done.status.success() && said(&done).contains("Planen säger redan samma sak"), "{}", said(&done));
    // What only the whole plan can tell is told of the row, too.
    let rows = "Aktivitet;Ansvarig;Status;Mål;Start;Slut\nBakvänt;Rektor;drift;Trygg skola;2027;2026\n";
    std::fs::write(at.join("fel.csv"), rows).unwrap();
    assert!(call(at, &["import", "fel.csv", "--map", "fel.yaml"]).status.success());
    let done = call(at, &["import", "fel.csv", "--map", "fel.yaml"]);
    let row = "content/initiatives/bakvant.md kommer från raden vid fel.csv!A2.";
    assert!(done.status.code() == Some(1) && said(&done).contains(row), "{}", said(&done));
    let done = call(at, &["import", "lista.csv", "--map", "content/karta.yaml"]);
    assert!(done.status.code() == Some(2) && !at.join("content/karta.yaml").exists(), "{}", said(&done));
    // Of a workbook each sheet has a map of its own.
    std::fs::write(at.join("lista.xlsx"), action_plan()).unwrap();
    let sheet = |name: &str| call(at, &["import", "lista.xlsx", "--sheet", name, "--map", "blad.yaml"]);
    let done = sheet("Handlingsplan");
    assert!(done.status.code() == Some(2) && said(&done).contains("Handlingsplan 2026"), "{}", said(&done));
    let done = sheet("Handlingsplan 2026");
    assert!(done.status.success() && at.join("blad.yaml").exists(), "{}", said(&done));
    let done = sheet("Handlingsplan 2026");
    assert!(done.status.code() == Some(2) && said(&done).contains("Utelämna --sheet"), "{}", said(&done));
    for (name, bytes, why) in [
        ("a.csv", &b"a;b\nc;\"d\n"[..], "rad 2"),
        ("b.csv", &[0u8][..], "varken"),
        ("c.xls", &[0xd0, 0xcf, 0x11, 0xe0], "äldre format"),
        ("d.csv", b"x\n", "ingen annan tabell"),
    ] {
        std::fs::write(at.join(name), bytes).unwrap();
        let done = call(at, &["import", name]);
        assert!(done.status.code() == Some(2) && said(&done).contains(why), "{}", said(&done));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_some_list_or_none(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let files = Files::from_memory(plan(TINY_FOLDER));
        if let Ok(list) = given("x.csv", &bytes) {
            let _ = Draft::new(&files, &list, swedish(), None, None).map(|draft| draft.text("x.csv", swedish()));
            let _ = import_own(&files, &list, swedish());
        }
        let _ = import_mapped(&files, &csv("a;b\nc;d\n"), ("karta.yaml", &bytes), swedish());
    }

    #[test]
    fn a_proposed_map_can_be_read(
        text in "([\\PC&&[^\"]]{0,6};){1,4}\n(([\\PC&&[^\"]]{0,8}|\"[ \\PC\n]{0,6}\"|1/3-26|1/3/26|Klart|rektor);){1,4}\n(x;){1,4}\n",
        kind in 0..11usize,
    ) {
        let files = Files::from_memory(plan(TINY_FOLDER));
        let Ok(list) = given("x.csv", text.as_bytes()) else { return Ok(()) };
        let (kind, _) = RowKind::ALL[kind];
        let Some(mut draft) = Draft::new(&files, &list, swedish(), None, Some(kind)) else { return Ok(()) };
        draft.period = "2026-T3".parse().ok();
        let map = draft.text("x.csv", swedish());
        if let Err(Refused::Map(source, found)) = mapped(&files, &list, &map) {
            let found: Vec<String> = found.sorted(&source).iter().map(|own| own.message(swedish())).collect();
            prop_assert!(false, "{found:?}\n{map}");
        }
    }
}
