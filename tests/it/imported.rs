//! `framdrift import`: what somebody changed in a workbook comes back, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use calamine::Data;
use framdrift::compose::workbook::{BadCell, Imported, Left, Line, Refused, Why, export, import};
use framdrift::files::Files;
use framdrift::words::{Language, Words};
use rust_xlsxwriter::Workbook;

use super::book::{Book, after, bad, files, lines, name, new, old, text, words};
use super::built::{SAMPLE_FOLDER, TINY_FOLDER, plan};

type Change = (&'static str, &'static str, &'static str, Data, &'static str, &'static str, &'static str);

#[test]
fn a_changed_cell_changes_one_line() {
    let files = files(SAMPLE_FOLDER);
    let arkiv = "content/initiatives/e-arkiv.md";
    let org = "content/organisation.yaml";
    let changes: Vec<Change> = vec![
        (
            "Initiativ",
            "e-arkiv",
            "titel",
            text("E-arkiv: för alla"),
            arkiv,
            "titel: E-arkiv för hela kommunen",
            "titel: \"E-arkiv: för alla\"",
        ),
        (
            "Initiativ",
            "e-arkiv",
            "titel",
            text("E-arkiv för alla"),
            arkiv,
            "titel: E-arkiv för hela kommunen",
            "titel: E-arkiv för alla",
        ),
        ("Initiativ", "e-arkiv", "ansvarig", text("it-chef"), arkiv, "ansvarig: kanslichef", "ansvarig: it-chef"),
        (
            "Initiativ",
            "e-arkiv",
            "mål",
            text("data-till-nytta"),
            arkiv,
            "mål: [saker-och-samlad-drift, data-till-nytta]",
            "mål: [data-till-nytta]",
        ),
        (
            "Initiativ",
            "e-arkiv",
            "mål",
            text("saker-och-samlad-drift; svar-direkt"),
            arkiv,
            "mål: [saker-och-samlad-drift, data-till-nytta]",
            "mål: [saker-och-samlad-drift, svar-direkt]",
        ),
        ("Initiativ", "e-arkiv", "fas", text("Pilot"), arkiv, "fas: planerat", "fas: pilot"),
        ("Initiativ", "e-arkiv", "start", text("2024-t3"), arkiv, "start: 2024-10-01", "start: 2024-T3"),
        (
            "Initiativ",
            "e-arkiv",
            "start",
            Data::DateTimeIso("2024-10-31".to_owned()),
            arkiv,
            "start: 2024-10-01",
            "start: 2024-10-31",
        ),
        (
            "Initiativ",
            "e-arkiv",
            "budget: belopp",
            Data::Float(812_500.5),
            arkiv,
            "  belopp: 800000",
            "  belopp: 812500.5",
        ),
        (
            "Initiativ",
            "e-arkiv",
            "budget: förbrukat",
            text("70 000,5"),
            arkiv,
            "  förbrukat: 60000",
            "  förbrukat: 70000.5",
        ),
        ("Initiativ", "e-arkiv", "budget: år", Data::Float(2027.0), arkiv, "  år: 2026", "  år: 2027"),
        (
            "Initiativ",
            "e-arkiv",
            "etiketter",
            text("arkiv; a, b; 7"),
            arkiv,
            "etiketter: [arkiv, information]",
            "etiketter: [arkiv, \"a, b\", \"7\"]",
        ),
        ("Aktiviteter", "e-arkiv/avtal", "läge", text("pågår"), arkiv, "    läge: ej-påbörjad", "    läge: pågår"),
        (
            "Aktiviteter",
            "e-arkiv/avtal",
            "milstolpe",
            Data::Bool(false),
            arkiv,
            "    milstolpe: ja",
            "    milstolpe: nej",
        ),
        (
            "Nyckeltal",
            "bredband-1gbit",
            "decimaler",
            Data::Float(2.0),
            "content/indicators/bredband-1gbit.md",
            "decimaler: 0",
            "decimaler: 2",
        ),
        ("Roller", "it-chef", "typ", text("stöd"), org, "    typ: it", "    typ: stöd"),
        (
            "Enheter",
            "kontaktcenter",
            "överordnad",
            text("kommunstyrelsen"),
            org,
            "    överordnad: kommunledningsforvaltningen",
            "    överordnad: kommunstyrelsen",
        ),
        (
            "Rapporter 2026-T2",
            "e-arkiv",
            "hinder: typ",
            text("resurser"),
            "content/reports/2026-T2/e-arkiv.md",
            "  typ: beroende",
            "  typ: resurser",
        ),
        (
            "Rapporter 2026-T2",
            "e-arkiv",
            "nästa_steg",
            text("Vänta \"lite\"."),
            "content/reports/2026-T2/e-arkiv.md",
            "nästa_steg: \"Ta fram ett eget alternativ till mars 2027.\"",
            "nästa_steg: \"Vänta \\\"lite\\\".\"",
        ),
        (
            "Rapporter 2026-T2",
            "e-arkiv",
            "text",
            text("Inget nytt."),
            "content/reports/2026-T2/e-arkiv.md",
            "Ett av de tre gamla systemen går inte längre att starta utan leverantörens hjälp. Kopiorna är kontrollerade och läsbara.",
            "Inget nytt.",
        ),
    ];
    // As many at once as are of different cells.
    let mut left = changes;
    while !left.is_empty() {
        let (mut book, mut taken, mut later) = (Book::sample(), BTreeSet::new(), Vec::new());
        let mut wanted: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (sheet, id, header, cell, path, before, now) in left {
            if taken.insert((sheet, id, header)) {
                book.set(sheet, id, header, cell);
                wanted.entry(path.to_owned()).or_default().extend([format!("- {before}"), format!("+ {now}")]);
            } else {
                later.push((sheet, id, header, cell, path, before, now));
            }
        }
        left = later;
        let found = lines(&files, &book.import(&files, SAMPLE_FOLDER).unwrap());
        let shown = |line: &Line| match line {
            Line::Old(line) => format!("- {line}"),
            Line::New(line) => format!("+ {line}"),
        };
        for (path, lines) in &found {
            assert_eq!(lines.iter().map(shown).collect::<BTreeSet<_>>(), wanted[path], "{path}");
            assert_eq!(lines.len(), wanted[path].len(), "{path}");
        }
        assert_eq!(found.len(), wanted.len());
    }
}

#[test]
fn files_stay_in_their_own_language_and_style() {
    let initiative = "---\r\ntitle: A # a note\r\n# Why these.\r\ngoals:\r\n  - g # the first\r\n  - h\r\nphase: idea\r\nbudget: {amount: 5, currency: SEK} # kr\r\nactivities:\r\n- {id: x, title: B, state: done, done_on: 2026-01-02}\r\nsummary: >-\r\n  Text\r\n  folded\r\n---\r\nBody: x\r\n";
    let mut all = plan(TINY_FOLDER);
    for (path, own) in
        [("initiatives/a", initiative), ("goals/g", "---\ntitel: G\n---\n"), ("goals/h", "---\ntitel: H\n---\n")]
    {
        all.push((format!("content/{path}.md"), own.as_bytes().to_vec()));
    }
    let files = Files::from_memory(all);
    let path = "content/initiatives/a.md";
    let change = |change: &dyn Fn(&mut Book)| {
        let mut book = Book::of(&files, TINY_FOLDER);
        change(&mut book);
        let done = book.import(&files, TINY_FOLDER).unwrap();
        assert!(!done.changed[path].replace("\r\n", "").contains('\n'), "{:?}", done.changed);
        lines(&files, &done).remove(path).unwrap()
    };
    let one = |header: &str, value: &str| {
        change(&|book| {
            book.set("Initiativ", "a", header, text(value));
        })
    };
    assert_eq!(one("fas", "drift"), [old("phase: idea"), new("phase: operation")]);
    assert_eq!(one("titel", "Å"), [old("title: A # a note"), new("title: Å # a note")]);
    assert_eq!(one("mål", "g; trygg-skola; h"), [new("  - trygg-skola"),][..].to_vec());
    assert_eq!(one("mål", "g"), [old("  - h")]);
    assert_eq!(one("mål", "trygg-skola; h"), [old("  - g # the first"), new("  - trygg-skola # the first")]);
    assert_eq!(one("start", "2026"), [new("start: 2026")]);
    assert_eq!(one("löpande", "ja"), [new("ongoing: yes")]);
    let budget = "budget: {amount: 5, currency: SEK} # kr";
    assert_eq!(one("budget: belopp", "6"), [old(budget), new("budget: {amount: 6, currency: SEK} # kr")]);
    assert_eq!(one("budget: valuta", ""), [old(budget), new("budget: {amount: 5} # kr")]);
    assert_eq!(one("budget: år", "2026"), [old(budget), new("budget: {amount: 5, currency: SEK, year: 2026} # kr")]);
    assert_eq!(one("sammanfattning", "Kort: x"), [old("  Text"), old("  folded"), new("  Kort: x")]);
    assert_eq!(one("sammanfattning", ""), [old("summary: >-"), old("  Text"), old("  folded")]);
    let activity = "- {id: x, title: B, state: done, done_on: 2026-01-02}";
    let own = change(&|book| {
        book.set("Aktiviteter", "a/x", "klar_den", text("okänt"));
    });
    assert_eq!(own, [old(activity), new("- {id: x, title: B, state: done, done_on: unknown}")]);
    let own = change(&|book| {
        book.add("Aktiviteter", &[("initiativ", "a"), ("id", "y"), ("titel", "C"), ("läge", "pågår")]);
    });
    assert_eq!(own, [new("- id: y"), new("  title: C"), new("  state: in-progress")]);
}

#[test]
fn what_is_not_filled_in_yet_is_filled_in_there() {
    let goal = "\u{feff}---\ntitle: 'A''s' # one\nsummary: \"\" # two\narea: # three\nindicators: [] # four\naliases:\n# five\n- a-1\n---\n\nText.";
    let insight = "---\ntitel: X\nperiod: ~ # six\nsvar: # seven\nmål: [\n  trygg-skola, # eight\n]\nalias: [b-1, b-2,\n  b-3]\n---\n";
    let mut all = plan(TINY_FOLDER);
    all.push(("content/goals/a.md".to_owned(), goal.as_bytes().to_vec()));
    all.push(("content/insights/b.md".to_owned(), insight.as_bytes().to_vec()));
    // The last line of a file need not end.
    for (_, bytes) in all.iter_mut().filter(|(path, _)| path == "content/organisation.yaml") {
        *bytes = bytes.trim_ascii_end().to_vec();
    }
    let files = Files::from_memory(all);
    let change = |change: &dyn Fn(&mut Book)| {
        let mut book = Book::of(&files, TINY_FOLDER);
        change(&mut book);
        lines(&files, &book.import(&files, TINY_FOLDER).unwrap())
    };
    let goal = |header: &str, value: &str| {
        change(&|book| {
            book.set("Mål", "a", header, text(value));
        })["content/goals/a.md"]
            .clone()
    };
    assert_eq!(goal("titel", "B's"), [old("title: 'A''s' # one"), new("title: 'B''s' # one")]);
    assert_eq!(goal("sammanfattning", "C"), [old("summary: \"\" # two"), new("summary: \"C\" # two")]);
    assert_eq!(goal("område", "skola"), [old("area: # three"), new("area: skola # three")]);
    assert_eq!(goal("nyckeltal", "trivsel"), [old("indicators: [] # four"), new("indicators: [trivsel] # four")]);
    assert_eq!(goal("alias", "a-0; a-1"), [new("- a-0")]);
    assert_eq!(goal("alias", "a-1; a-2"), [new("- a-2")]);
    assert_eq!(goal("alias", ""), [old("aliases:"), old("# five"), old("- a-1")]);
    let own = change(&|book| {
        book.set("Insikter", "b", "period", text("2026")).set("Insikter", "b", "svar: läge", text("avböjd"));
        book.set("Insikter", "b", "alias", text("b-1; b-4; b-3"));
    });
    let wanted = [
        old("period: ~ # six"),
        new("period: 2026 # six"),
        new("  läge: avböjd"),
        old("alias: [b-1, b-2,"),
        new("alias: [b-1, b-4,"),
    ];
    assert_eq!(own["content/insights/b.md"], wanted);
    let own = change(&|book| {
        book.add(
            "Roller",
            &[("id", "c"), ("titel", "C"), ("enhet", "kommunstyrelsen"), ("typ", "it"), ("mandat", "inget")],
        );
    });
    let role = ["  - id: c", "    titel: C", "    enhet: kommunstyrelsen", "    typ: it", "    mandat: inget"];
    assert_eq!(own["content/organisation.yaml"], role.map(new));
    // A comment between values that change places would be lost.
    let mut book = Book::of(&files, TINY_FOLDER);
    let found = bad(book.set("Insikter", "b", "mål", text("trygg-skola; a")).import(&files, TINY_FOLDER));
    assert!(matches!(&found[..], [BadCell { why: Why::Unwritable(path), .. }] if path == "content/insights/b.md"));
}

#[test]
fn a_key_comes_at_its_place_and_goes_with_its_line() {
    let files = files(SAMPLE_FOLDER);
    let arkiv = "content/initiatives/e-arkiv.md";
    let one = |sheet: &str, id: &str, header: &str, value: &str| {
        let done = Book::sample().set(sheet, id, header, text(value)).import(&files, SAMPLE_FOLDER);
        (done.as_ref().unwrap().clone(), lines(&files, &done.unwrap()))
    };
    let (done, found) = one("Initiativ", "e-arkiv", "löpande", "nej");
    assert_eq!(found[arkiv], [new("löpande: nej")]);
    assert!(done.changed[arkiv].contains("slut: 2027-09-30\nlöpande: nej\nflyttade_slutdatum:\n"));
    let (done, found) = one("Aktiviteter", "e-arkiv/forstudie", "ansvarig", "it-chef");
    assert_eq!(found[arkiv], [new("    ansvarig: it-chef")]);
    assert!(done.changed[arkiv].contains("    klar_den: 2025-12-18\n    ansvarig: it-chef\n  - id: avtal\n"));
    let (done, found) = one("Initiativ", "e-arkiv", "nytta: text", "Det går\natt läsa.");
    assert_eq!(found[arkiv], [new("nytta:"), new("  text: |"), new("    Det går"), new("    att läsa.")]);
    assert!(done.changed[arkiv].contains("  förbrukat: 60000\nnytta:\n"));
    let (_, found) = one("Initiativ", "e-arkiv", "forum", "");
    assert_eq!(found[arkiv], [old("forum: styrgrupp-digitalisering")]);
    let (_, found) = one("Initiativ", "e-arkiv", "etiketter", " ");
    assert_eq!(found[arkiv], [old("etiketter: [arkiv, information]")]);
    let (_, found) = one("Aktiviteter", "e-arkiv/avtal", "milstolpe", "");
    assert_eq!(found[arkiv], [old("    milstolpe: ja")]);
    // The last key of a record takes the record with it.
    let mut book = Book::sample();
    for header in ["belopp", "valuta", "år", "förbrukat"] {
        book.set("Initiativ", "e-arkiv", &format!("budget: {header}"), Data::Empty);
    }
    let done = book.import(&files, SAMPLE_FOLDER).unwrap();
    let budget = ["budget:", "  belopp: 800000", "  valuta: SEK", "  år: 2026", "  förbrukat: 60000"];
    assert_eq!(lines(&files, &done)[arkiv], budget.map(old));
}

#[test]
fn a_bad_cell_is_named_and_nothing_is_written() {
    let files = files(SAMPLE_FOLDER);
    let words = Words::new(Language::SWEDISH);
    let cells = [
        ("Initiativ", "e-arkiv", "fas", text("planerad"), "Menade du ”planerat”?"),
        ("Initiativ", "e-arkiv", "mål", text("data-till-nytta; svar-dirket"), "Menade du ”svar-direkt”?"),
        ("Initiativ", "e-arkiv", "ansvarig", text("kansli-chef"), "Menade du ”kanslichef”?"),
        ("Initiativ", "e-arkiv", "ansvarig", text("kanslichef; it-chef"), "flera ansvariga"),
        ("Initiativ", "e-arkiv", "slut", text("nästa år"), "inte skrivet som ett datum"),
        ("Initiativ", "e-arkiv", "slut", text("2027-02-30"), "finns inte i kalendern"),
        ("Initiativ", "e-arkiv", "budget: belopp", text("mycket"), "Här ska det stå ett tal"),
        ("Initiativ", "e-arkiv", "löpande", text("kanske"), "ja eller nej"),
        ("Initiativ", "e-arkiv", "titel", text(""), "Här saknas ”titel”"),
        ("Initiativ", "e-arkiv", "alias", text("E Arkiv"), "duger inte som id"),
        ("Aktiviteter", "e-arkiv/avtal", "läge", text("klart"), "Menade du ”klar”?"),
        ("Beslut", "kf-digital-agenda", "organ", text("kommunfullmäktige"), "Menade du ”kommunfullmaktige”?"),
        ("Insikter", "utan-e-legitimation", "antal", text("3"), "5"),
        ("Rapporter 2026-T2", "e-arkiv", "hinder: text", text(""), "Här saknas ”text”"),
    ];
    // As many at once as are of different cells: all of them are told.
    let mut left: Vec<_> = cells.into_iter().collect();
    while !left.is_empty() {
        let (mut book, mut wanted, mut later) = (Book::sample(), BTreeMap::new(), Vec::new());
        for (sheet, id, header, cell, said) in left {
            let place = (sheet.to_owned(), name(book.row(sheet, id), book.column(sheet, header)));
            if let std::collections::btree_map::Entry::Vacant(entry) = wanted.entry(place) {
                entry.insert(said);
                book.set(sheet, id, header, cell);
            } else {
                later.push((sheet, id, header, cell, said));
            }
        }
        left = later;
        // What is right beside them waits.
        book.set("Initiativ", "chattbot", "titel", text("Annat"));
        for own in bad(book.import(&files, SAMPLE_FOLDER)) {
            let said = wanted.remove(&(own.sheet.clone(), own.cell.clone()));
            let (Some(said), Why::Rule(rule)) = (said, &own.why) else { panic!("{own:?}") };
            let told = format!("{} {}", rule.message(&words), rule.help(&words).join(" "));
            assert!(told.contains(said), "{own:?}: {told}");
        }
        assert!(wanted.is_empty(), "{wanted:?}");
    }
    let mut book = Book::sample();
    let broken = Data::Error(calamine::CellErrorType::Div0);
    let found = bad(book.set("Initiativ", "e-arkiv", "start", broken).import(&files, SAMPLE_FOLDER));
    assert!(matches!(&found[..], [BadCell { why: Why::Broken, .. }]), "{found:?}");
}

#[test]
fn rows_are_told_apart_by_their_ids() {
    let files = files(SAMPLE_FOLDER);
    let why = |change: &dyn Fn(&mut Book)| {
        let mut book = Book::sample();
        change(&mut book);
        bad(book.import(&files, SAMPLE_FOLDER)).into_iter().map(|own| (own.cell, own.why)).collect::<Vec<_>>()
    };
    let rows = Book::sample().sheet("Mål").len();
    let cell = |n: usize| format!("A{n}");
    let own = why(&|book| {
        book.add("Mål", &[("titel", "Ett nytt mål")]);
    });
    assert_eq!(own, [(cell(rows + 1), Why::NoId(Some("ett-nytt-mal".to_owned())))]);
    let own = why(&|book| {
        book.add("Mål", &[("id", "svar-direkt"), ("titel", "X")]);
    });
    let mut book = Book::sample();
    assert_eq!(own, [(cell(rows + 1), Why::Twice(cell(book.row("Mål", "svar-direkt") + 1)))]);
    for (sheet, cells) in [
        ("Mål", [("id", "Nytt Mål"), ("titel", "X")]),
        ("Aktiviteter", [("initiativ", "e-akriv"), ("id", "x")]),
        ("Rapporter 2026-T2", [("initiativ", "e-akriv"), ("text", "x")]),
    ] {
        let own = why(&|book| {
            book.add(sheet, &cells);
        });
        assert!(matches!(&own[..], [(_, Why::Rule(_))]), "{own:?}");
    }
    let own = why(&|book| book.sheet("Mål")[0][0] = text("nummer"));
    assert_eq!(own, [("A1".to_owned(), Why::NoColumn("id".to_owned()))]);
}

#[test]
fn a_new_row_is_something_new() {
    let files = files(SAMPLE_FOLDER);
    let mut book = Book::sample();
    book.add(
        "Mål",
        &[("id", "nytt-mal"), ("titel", "Ett: nytt"), ("område", "data-och-ai"), ("nyckeltal", "nytt-tal")],
    );
    book.add(
        "Nyckeltal",
        &[("id", "nytt-tal"), ("titel", "Tal"), ("enhet", "%"), ("källa: namn", "Vi"), ("källa: licens", "CC0-1.0")],
    );
    book.add(
        "Initiativ",
        &[
            ("id", "nytt"),
            ("titel", "Nytt"),
            ("mål", "nytt-mal; svar-direkt"),
            ("ansvarig", "ny-roll"),
            ("slut", "2027"),
        ],
    );
    book.add("Aktiviteter", &[("initiativ", "nytt"), ("id", "a"), ("titel", "Börja"), ("läge", "ej-påbörjad")]);
    book.add(
        "Aktiviteter",
        &[("initiativ", "nytt"), ("id", "b"), ("titel", "Sluta"), ("läge", "ej-påbörjad"), ("milstolpe", "ja")],
    );
    book.add(
        "Aktiviteter",
        &[("initiativ", "e-arkiv"), ("id", "sist"), ("titel", "Det sista"), ("läge", "ej-påbörjad")],
    );
    book.add(
        "Roller",
        &[("id", "ny-roll"), ("titel", "Ny roll"), ("enhet", "kontaktcenter"), ("typ", "stöd"), ("mandat", "föreslår")],
    );
    book.add(
        "Rapporter 2026-T2",
        &[
            ("initiativ", "nytt"),
            ("av", "ny-roll"),
            ("datum", "2026-09-20"),
            ("bedömning", "enligt-plan"),
            ("nästa_steg", "Börja."),
            ("text", "Vi har\n\nbörjat."),
        ],
    );
    let done = book.import(&files, SAMPLE_FOLDER).unwrap();
    assert_eq!(
        done.added["content/goals/nytt-mal.md"],
        "---\ntitel: \"Ett: nytt\"\nområde: data-och-ai\nnyckeltal: [nytt-tal]\n---\n"
    );
    assert_eq!(
        done.added["content/indicators/nytt-tal.md"],
        "---\ntitel: Tal\nenhet: \"%\"\nkälla:\n  namn: Vi\n  licens: CC0-1.0\n---\n"
    );
    assert!(done.added["content/indicators/nytt-tal.csv"].starts_with("datum,värde"));
    assert_eq!(
        done.added["content/initiatives/nytt.md"],
        "---\ntitel: Nytt\nmål: [nytt-mal, svar-direkt]\nansvarig: ny-roll\nslut: 2027\naktiviteter:\n  - id: a\n    titel: Börja\n    läge: ej-påbörjad\n  - id: b\n    titel: Sluta\n    läge: ej-påbörjad\n    milstolpe: ja\n---\n"
    );
    assert_eq!(
        done.added["content/reports/2026-T2/nytt.md"],
        "---\nav: ny-roll\ndatum: 2026-09-20\nbedömning: enligt-plan\nnästa_steg: Börja.\n---\nVi har\n\nbörjat.\n"
    );
    let found = lines(&files, &done);
    let item = ["  - id: sist", "    titel: Det sista", "    läge: ej-påbörjad"];
    assert_eq!(found["content/initiatives/e-arkiv.md"], item.map(new));
    let role =
        ["  - id: ny-roll", "    titel: Ny roll", "    enhet: kontaktcenter", "    typ: stöd", "    mandat: föreslår"];
    assert_eq!(found["content/organisation.yaml"], role.map(new));
    assert_eq!((done.added.len(), done.changed.len()), (5, 2));
    // Taken in once more it says nothing new.
    let now = after(&files, &done);
    assert_eq!(book.import(&now, SAMPLE_FOLDER).unwrap(), Imported::default());
}

#[test]
fn a_report_is_written_where_there_was_none() {
    let files = files(SAMPLE_FOLDER);
    let mut book = Book::sample();
    let lacks = book.sheet("Rapporter 2026-T2").iter().find(|row| row[1] == Data::Empty).unwrap()[0].to_string();
    for (header, own) in [
        ("av", "it-chef"),
        ("datum", "2026-09-30"),
        ("bedömning", "risk"),
        ("nästa_steg", "Vänta."),
        ("hinder: typ", "juridik"),
        ("hinder: text", "Lagen"),
        ("text", "Så är det."),
    ] {
        book.set("Rapporter 2026-T2", &lacks, header, text(own));
    }
    let done = book.import(&files, SAMPLE_FOLDER).unwrap();
    let path = format!("content/reports/2026-T2/{lacks}.md");
    let wanted = "---\nav: it-chef\ndatum: 2026-09-30\nbedömning: risk\nnästa_steg: Vänta.\nhinder:\n  typ: juridik\n  text: Lagen\n---\nSå är det.\n";
    assert_eq!(done.added, BTreeMap::from([(path, wanted.to_owned())]));
    // What it must have is told cell by cell.
    let mut book = Book::sample();
    book.set("Rapporter 2026-T2", &lacks, "text", text("Bara text."));
    let found = bad(book.import(&files, SAMPLE_FOLDER));
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn rows_and_columns_that_are_missing_take_nothing_away() {
    let files = files(SAMPLE_FOLDER);
    let mut book = Book::sample();
    book.sheet("Mål").truncate(3);
    for row in book.sheet("Initiativ") {
        row.truncate(4);
        row.push(Data::Empty);
    }
    book.sheet("Initiativ")[0][4] = text("Kommentar");
    book.sheets.retain(|(name, _)| name != "Forum");
    book.sheets.push(("Blad1".to_owned(), vec![vec![text("x")]]));
    let done = book.import(&files, SAMPLE_FOLDER).unwrap();
    assert!(done.changed.is_empty() && done.added.is_empty());
    let comment = Left::Column("Initiativ".to_owned(), "E1".to_owned(), "Kommentar".to_owned());
    assert_eq!(done.left, [comment, Left::Sheet("Blad1".to_owned())]);
}

#[test]
fn what_the_plan_has_got_since_is_not_lost() {
    let files = files(SAMPLE_FOLDER);
    let change = |header: &str, own: &str| {
        let mut book = Book::sample();
        book.set("Initiativ", "e-arkiv", header, text(own));
        book
    };
    // Two are sent out, and both come back.
    let (mut first, second) = (change("titel", "Ett"), change("fas", "pilot"));
    let now = after(&files, &first.import(&files, SAMPLE_FOLDER).unwrap());
    let done = second.import(&now, SAMPLE_FOLDER).unwrap();
    assert_eq!(lines(&now, &done)["content/initiatives/e-arkiv.md"], [old("fas: planerat"), new("fas: pilot")]);
    let cell = format!("B{}", first.row("Initiativ", "e-arkiv") + 1);
    assert_eq!(done.left, [Left::Older("Initiativ".to_owned(), vec![cell.clone()])]);
    // The same taken in again is nothing new; another value for the same cell is for an editor to choose.
    assert_eq!(first.import(&now, SAMPLE_FOLDER).unwrap(), Imported::default());
    let found = bad(change("titel", "Två").import(&now, SAMPLE_FOLDER));
    assert_eq!(found, [BadCell { sheet: "Initiativ".to_owned(), cell, why: Why::Moved("Ett".to_owned()) }]);
    // What was taken away in the plan does not come back by itself.
    let mut all = plan(SAMPLE_FOLDER);
    all.retain(|(path, _)| path != "content/goals/farre-system.md" && path != "content/goals/farre-system.en.md");
    let fewer = Files::from_memory(all);
    let mut book = Book::sample();
    let done = book.import(&fewer, SAMPLE_FOLDER).unwrap();
    assert!(done.added.is_empty() && matches!(&done.left[..], [Left::Gone(..)]), "{done:?}");
    book.set("Mål", "farre-system", "titel", text("Annat"));
    assert!(matches!(&bad(book.import(&fewer, SAMPLE_FOLDER))[..], [BadCell { why: Why::Gone(_), .. }]));
}

#[test]
fn what_would_break_the_plan_is_refused() {
    let files = files(SAMPLE_FOLDER);
    // Every cell is right by itself.
    let mut book = Book::sample();
    let found = book.set("Initiativ", "e-arkiv", "slut", text("2020")).import(&files, SAMPLE_FOLDER);
    let Err(Refused::Worse(after, found, rows)) = found else { panic!("{found:?}") };
    let cell = format!("A{}", book.row("Initiativ", "e-arkiv") + 1);
    assert_eq!(rows["content/initiatives/e-arkiv.md"], ("Initiativ".to_owned(), cell));
    let all = found.sorted(&after);
    assert!(
        !all.is_empty() && all.iter().all(|own| after.get(own.span.unwrap().file).path.ends_with("e-arkiv.md")),
        "{all:?}"
    );
    assert!(matches!(import(&files, b"PK no", &words(SAMPLE_FOLDER)), Err(Refused::Unread(_))));
    let mut book = Workbook::new();
    book.add_worksheet().write_string(0, 0, "id").unwrap();
    let other = import(&files, &book.save_to_buffer().unwrap(), &words(SAMPLE_FOLDER));
    assert!(matches!(other, Err(Refused::Foreign)));
}

#[test]
fn a_file_with_errors_is_left_alone() {
    let mut all = plan(TINY_FOLDER);
    all.push(("content/goals/trasigt.md".to_owned(), b"---\ntitel: [\n---\n".to_vec()));
    let files = Files::from_memory(all);
    let exported = export(&files, &words(TINY_FOLDER), None, jiff::civil::date(2024, 1, 1));
    assert_eq!(exported.left_out, ["content/goals/trasigt.md"]);
    let mut book = Book::read(&exported.bytes);
    assert_eq!(book.import(&files, TINY_FOLDER).unwrap(), Imported::default());
    book.add("Mål", &[("id", "trasigt"), ("titel", "X")]);
    assert!(matches!(&bad(book.import(&files, TINY_FOLDER))[..], [BadCell { why: Why::Unread(_), .. }]));
}

/// What any text may hold.
const TEXTS: &[&str] = &[
    "Å: b # c",
    "'d' \"e\" \\ f",
    "- g",
    "[h]",
    "{i}: j",
    "ja",
    "2026",
    "null",
    "~",
    "k\nl\n\n  m",
    "? n",
    "# o",
    "! p",
    "* q",
    "& r",
    "| s",
    "> t",
    "% u",
    "@ v",
    "` w",
    "_x0041_",
    "=1+1",
    "y;z",
    "\"å; ä",
    "---",
    "...",
    "<<",
    "0x10",
    "1_000",
    "12:30",
    "ö:",
];

#[test]
fn any_text_comes_back_as_it_was() {
    let mut all = plan(TINY_FOLDER);
    for n in 0..TEXTS.len() {
        let text = format!("---\ntitle: \"x\"\nsummary: x\naliases: [a{n}] # b\n---\n");
        all.push((format!("content/areas/t{n}.md"), text.into_bytes()));
        let text = "---\ntitle: >\n  x\n  y\nsummary: 'x'\nperiod: 2026\ntheme: |-\n  x\n---\n";
        all.push((format!("content/insights/t{n}.md"), text.as_bytes().to_vec()));
    }
    let files = Files::from_memory(all);
    let mut book = Book::of(&files, TINY_FOLDER);
    let cells = [
        ("Områden", "titel"),
        ("Områden", "sammanfattning"),
        ("Insikter", "titel"),
        ("Insikter", "sammanfattning"),
        ("Insikter", "tema"),
        ("Insikter", "svar: text"),
    ];
    for (n, own) in TEXTS.iter().enumerate() {
        for (sheet, header) in cells {
            book.set(sheet, &format!("t{n}"), header, text(own));
        }
        book.set("Insikter", &format!("t{n}"), "svar: läge", text("mottagen"));
        let tags = format!("etikett {n}; \"{}\"", own.replace('"', "\"\""));
        book.add(
            "Initiativ",
            &[("id", &format!("t{n}")), ("titel", own), ("mål", "trygg-skola"), ("etiketter", &tags)],
        );
    }
    let done = book.import(&files, TINY_FOLDER).unwrap();
    let now = after(&files, &done);
    let mut back = Book::of(&now, TINY_FOLDER);
    for (n, own) in TEXTS.iter().enumerate() {
        for (sheet, header) in cells.into_iter().chain([("Initiativ", "titel")]) {
            assert_eq!(back.get(sheet, &format!("t{n}"), header), *own, "{sheet} {header}");
        }
        assert!(done.changed[&format!("content/areas/t{n}.md")].contains(&format!("\naliases: [a{n}] # b\n---\n")));
    }
    assert_eq!(book.import(&now, TINY_FOLDER).unwrap(), Imported::default());
}

#[test]
fn every_cell_can_be_cleared_and_written_again() {
    let files = files(TINY_FOLDER);
    let book = Book::of(&files, TINY_FOLDER);
    let mut cleared = 0;
    for (sheet, rows) in book.sheets.iter().filter(|(name, _)| name != "Listor" && name != "framdrift") {
        let each = (1..rows.len()).flat_map(|n| (0..rows[n].len()).map(move |at| (n, at)));
        let mut tried = BTreeSet::new();
        for (n, at) in each.filter(|(n, at)| rows[*n][*at] != Data::Empty) {
            // One of each column will do.
            if !tried.insert(at) {
                continue;
            }
            let mut less = book.clone();
            less.sheet(sheet)[n][at] = Data::Empty;
            let done = match less.import(&files, TINY_FOLDER) {
                Ok(done) => done,
                // The id, or what must be there.
                Err(Refused::Cells(bad)) => {
                    assert!(bad.iter().all(|own| matches!(own.why, Why::Rule(_) | Why::NoId(_))), "{bad:?}");
                    continue;
                }
                Err(Refused::Worse(..)) => continue,
                Err(other) => panic!("{other:?}"),
            };
            cleared += 1;
            let now = after(&files, &done);
            let mut more = Book::of(&now, TINY_FOLDER);
            more.sheet(sheet)[n][at].clone_from(&rows[n][at]);
            let back = more.import(&now, TINY_FOLDER);
            let back = back.unwrap_or_else(|error| panic!("{sheet} {:?}: {error:?}", rows[n][at]));
            let again = after(&now, &back);
            assert!(Book::of(&again, TINY_FOLDER).sheets == book.sheets, "{sheet} {:?}", rows[n][at]);
        }
    }
    assert!(cleared > 60, "{cleared}");
}
