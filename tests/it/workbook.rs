//! `framdrift export` and `framdrift import`: a plan becomes a workbook, and what somebody changed in it comes back, and
//! nothing else.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::{Command, Output};

use calamine::{Data, Reader as _, Xlsx};
use framdrift::compose::workbook::{BadCell, Imported, Left, Line, Refused, Why, difference, export, import};
use framdrift::files::Files;
use framdrift::model::{Period, PlanDate, Rhythm};
use framdrift::words::{Language, Words};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use super::built::{REAL_FOLDER, SAMPLE_FOLDER, TINY_FOLDER, plan};

fn files(folder: &str) -> Files {
    Files::from_memory(plan(folder))
}

fn words(folder: &str) -> Words {
    Words::new(if folder == REAL_FOLDER { Language::ENGLISH } else { Language::SWEDISH })
}

fn period(text: &str) -> Period {
    let date: PlanDate = text.parse().unwrap();
    Period::of(date, if text.contains('T') { Rhythm::Tertial } else { Rhythm::Year }).unwrap()
}

fn book_of(files: &Files, folder: &str) -> Vec<u8> {
    let period = period(if folder == REAL_FOLDER { "2020" } else { "2026-T2" });
    export(files, &words(folder), Some(period), jiff::civil::date(2024, 1, 1)).bytes
}

/// The cells of a workbook, sheet by sheet.
#[derive(Clone)]
struct Book {
    sheets: Vec<(String, Vec<Vec<Data>>)>,
}

impl Book {
    fn read(bytes: &[u8]) -> Self {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
        let sheets = book.sheet_names().into_iter().map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let rows = range.rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        });
        Self { sheets: sheets.collect() }
    }

    fn of(files: &Files, folder: &str) -> Self {
        Self::read(&book_of(files, folder))
    }

    fn sheet(&mut self, name: &str) -> &mut Vec<Vec<Data>> {
        let own = self.sheets.iter_mut().find(|(own, _)| own == name);
        own.map_or_else(|| panic!("there is no sheet {name}"), |(_, rows)| rows)
    }

    fn column(&mut self, sheet: &str, header: &str) -> usize {
        let own = self.sheet(sheet)[0].iter().position(|own| *own == *header);
        own.unwrap_or_else(|| panic!("{sheet} has no {header}"))
    }

    /// The row of an id; of an activity `initiative/id`.
    fn row(&mut self, sheet: &str, id: &str) -> usize {
        let is_own = |row: &Vec<Data>| match id.split_once('/') {
            Some((owner, id)) => row[0] == *owner && row[1] == *id,
            None => row[0] == *id,
        };
        self.sheet(sheet).iter().position(is_own).unwrap_or_else(|| panic!("{sheet} has no {id}"))
    }

    fn set(&mut self, sheet: &str, id: &str, header: &str, new: impl Into<Data>) -> &mut Self {
        let (row, column) = (self.row(sheet, id), self.column(sheet, header));
        self.sheet(sheet)[row][column] = new.into();
        self
    }

    /// A new row with these cells.
    fn add(&mut self, sheet: &str, cells: &[(&str, &str)]) -> &mut Self {
        let width = self.sheet(sheet)[0].len();
        let mut row = vec![Data::Empty; width];
        for (header, text) in cells {
            row[self.column(sheet, header)] = Data::String((*text).to_owned());
        }
        self.sheet(sheet).push(row);
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        for (name, rows) in &self.sheets {
            let sheet = book.add_worksheet().set_name(name).unwrap();
            for (n, row) in (0..).zip(rows) {
                for (at, cell) in (0..).zip(row) {
                    match cell {
                        Data::Empty => {}
                        Data::String(text) if text.is_empty() => {}
                        Data::String(text) => drop(sheet.write_string(n, at, text).unwrap()),
                        Data::Float(number) => drop(sheet.write_number(n, at, *number).unwrap()),
                        Data::Bool(own) => drop(sheet.write_boolean(n, at, *own).unwrap()),
                        Data::DateTimeIso(day) => {
                            let day = ExcelDateTime::parse_from_str(day).unwrap();
                            let format = Format::new().set_num_format("yyyy-mm-dd");
                            sheet.write_datetime_with_format(n, at, &day, &format).unwrap();
                        }
                        Data::Error(_) => drop(
                            sheet
                                .write_formula(n, at, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!"))
                                .unwrap(),
                        ),
                        other => panic!("{other:?}"),
                    }
                }
            }
        }
        book.save_to_buffer().unwrap()
    }

    fn import(&self, files: &Files, folder: &str) -> Result<Imported, Refused> {
        import(files, &self.bytes(), &words(folder))
    }
}

/// The name of a cell in a row and a column, from 0.
fn name(row: usize, column: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n).unwrap());
    let first = (column >= 26).then(|| letter(column / 26 - 1));
    format!("{}{}{}", first.map(String::from).unwrap_or_default(), letter(column % 26), row + 1)
}

fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

/// The lines that change, file by file.
fn lines(files: &Files, done: &Imported) -> BTreeMap<String, Vec<Line>> {
    let each = |(path, after): (&String, &String)| {
        let before = files.find(path).map(|file| files.text(file).into_owned()).unwrap_or_default();
        (path.clone(), difference(&before, after))
    };
    done.changed.iter().chain(&done.added).map(each).collect()
}

fn old(text: &str) -> Line {
    Line::Old(text.to_owned())
}

fn new(text: &str) -> Line {
    Line::New(text.to_owned())
}

/// The plan's files after that.
fn after(files: &Files, done: &Imported) -> Files {
    let mut all: BTreeMap<String, Vec<u8>> =
        files.iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec())).collect();
    all.extend(done.changed.iter().chain(&done.added).map(|(path, text)| (path.clone(), text.clone().into_bytes())));
    Files::from_memory(all)
}

fn bad(done: Result<Imported, Refused>) -> Vec<BadCell> {
    match done {
        Err(Refused::Cells(bad)) => bad,
        other => panic!("{other:?}"),
    }
}

#[test]
fn there_and_back_again_changes_nothing() {
    for folder in [SAMPLE_FOLDER, TINY_FOLDER, REAL_FOLDER] {
        let files = files(folder);
        let book = book_of(&files, folder);
        assert_eq!(import(&files, &book, &words(folder)).unwrap(), Imported::default(), "{folder}");
        // Saved by another program, and without what the workbook remembers.
        let mut other = Book::read(&book);
        assert_eq!(other.import(&files, folder).unwrap(), Imported::default(), "{folder}");
        other.sheets.retain(|(name, _)| name != "framdrift");
        assert_eq!(other.import(&files, folder).unwrap(), Imported::default(), "{folder}");
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let files = files(SAMPLE_FOLDER);
    assert!(book_of(&files, SAMPLE_FOLDER) == book_of(&files, SAMPLE_FOLDER));
}

/// A part of a workbook.
fn part(book: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn cells_offer_what_can_stand_in_them() {
    let files = files(SAMPLE_FOLDER);
    let book = book_of(&files, SAMPLE_FOLDER);
    let sheets = part(&book, "xl/workbook.xml");
    let names: Vec<&str> = sheets.split("<sheet name=\"").skip(1).map(|own| own.split('"').next().unwrap()).collect();
    let wanted = [
        "Områden",
        "Mål",
        "Initiativ",
        "Aktiviteter",
        "Nyckeltal",
        "Forum",
        "Insikter",
        "Beslut",
        "Roller",
        "Enheter",
        "Rapporter 2026-T2",
        "Listor",
        "framdrift",
    ];
    assert_eq!(names, wanted);
    assert!(sheets.contains("name=\"Listor\" sheetId=\"12\" state=\"hidden\""), "{sheets}");
    assert!(sheets.contains("name=\"framdrift\" sheetId=\"13\" state=\"veryHidden\""), "{sheets}");
    let mut cells = Book::read(&book);
    let initiatives = part(&book, "xl/worksheets/sheet3.xml");
    for (header, kind, first) in
        [("ansvarig", "warning", "arbetsutskottet"), ("mål", "warning", "arenden-hela-vagen"), ("fas", "", "idé")]
    {
        let column = char::from(b'A' + u8::try_from(cells.column("Initiativ", header)).unwrap());
        let rule = initiatives.split("<dataValidation ").find(|own| own.contains(&format!("sqref=\"{column}2:")));
        let rule = rule.unwrap_or_else(|| panic!("nothing is offered for {header}"));
        assert!(
            rule.contains("type=\"list\"") && rule.contains(&format!("errorStyle=\"{kind}\"")) != kind.is_empty(),
            "{rule}"
        );
        let list = rule.split("'Listor'!$").nth(1).unwrap();
        let letter = list.chars().next().unwrap();
        let place = usize::from(u8::try_from(letter).unwrap() - b'A');
        assert_eq!(cells.sheet("Listor")[1][place].to_string(), first);
    }
    // A header that stays, with a filter, and a note of what each column is for.
    for own in ["state=\"frozen\"", "<autoFilter ref=\"A1:", "<col min=\"1\" max=\"1\" width="] {
        assert!(initiatives.contains(own), "{own}");
    }
    let notes = part(&book, "xl/comments3.xml");
    assert!(notes.contains("Målen som initiativet ska bidra till."), "{notes}");
    assert_eq!(notes.matches("<comment ").count(), cells.sheet("Initiativ")[0].len());
}

/// A cell, and the line that changes.
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
    for (sheet, id, header, cell, path, before, now) in changes {
        let done = Book::of(&files, SAMPLE_FOLDER).set(sheet, id, header, cell).import(&files, SAMPLE_FOLDER);
        let done = done.unwrap_or_else(|error| panic!("{header}: {error:?}"));
        let wanted = BTreeMap::from([(path.to_owned(), vec![old(before), new(now)])]);
        assert_eq!(lines(&files, &done), wanted, "{sheet} {id} {header}");
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
fn a_key_comes_at_its_place_and_goes_with_its_line() {
    let files = files(SAMPLE_FOLDER);
    let arkiv = "content/initiatives/e-arkiv.md";
    let one = |sheet: &str, id: &str, header: &str, value: &str| {
        let done = Book::of(&files, SAMPLE_FOLDER).set(sheet, id, header, text(value)).import(&files, SAMPLE_FOLDER);
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
    let mut book = Book::of(&files, SAMPLE_FOLDER);
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
    for (sheet, id, header, cell, said) in [
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
    ] {
        let mut book = Book::of(&files, SAMPLE_FOLDER);
        let (row, column) = (book.row(sheet, id), book.column(sheet, header));
        let found = bad(book.set(sheet, id, header, cell.clone()).import(&files, SAMPLE_FOLDER));
        let [BadCell { sheet: own, cell: place, why: Why::Rule(rule) }] = &found[..] else { panic!("{found:?}") };
        let name = name(row, column);
        assert_eq!((own.as_str(), place), (sheet, &name));
        let told = format!("{} {}", rule.message(&words), rule.help(&words).join(" "));
        assert!(told.contains(said), "{header} {cell:?}: {told}");
    }
    // All of them are told at once; what is right beside them waits.
    let mut book = Book::of(&files, SAMPLE_FOLDER);
    book.set("Initiativ", "e-arkiv", "titel", text("Annat")).set("Mål", "svar-direkt", "område", text("x"));
    book.set("Roller", "it-chef", "mandat", text("allt")).set(
        "Initiativ",
        "e-arkiv",
        "start",
        Data::Error(calamine::CellErrorType::Div0),
    );
    let mut found: Vec<String> = bad(book.import(&files, SAMPLE_FOLDER)).iter().map(|own| own.sheet.clone()).collect();
    found.sort();
    assert_eq!(found, ["Initiativ", "Mål", "Roller"]);
}

#[test]
fn rows_are_told_apart_by_their_ids() {
    let files = files(SAMPLE_FOLDER);
    let why = |change: &dyn Fn(&mut Book)| {
        let mut book = Book::of(&files, SAMPLE_FOLDER);
        change(&mut book);
        bad(book.import(&files, SAMPLE_FOLDER)).into_iter().map(|own| (own.cell, own.why)).collect::<Vec<_>>()
    };
    let rows = Book::of(&files, SAMPLE_FOLDER).sheet("Mål").len();
    let cell = |n: usize| format!("A{n}");
    let own = why(&|book| {
        book.add("Mål", &[("titel", "Ett nytt mål")]);
    });
    assert_eq!(own, [(cell(rows + 1), Why::NoId(Some("ett-nytt-mal".to_owned())))]);
    let own = why(&|book| {
        book.add("Mål", &[("id", "svar-direkt"), ("titel", "X")]);
    });
    let mut book = Book::of(&files, SAMPLE_FOLDER);
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
    let mut book = Book::of(&files, SAMPLE_FOLDER);
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
    let mut book = Book::of(&files, SAMPLE_FOLDER);
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
    let mut book = Book::of(&files, SAMPLE_FOLDER);
    book.set("Rapporter 2026-T2", &lacks, "text", text("Bara text."));
    let found = bad(book.import(&files, SAMPLE_FOLDER));
    assert_eq!(found.len(), 3, "{found:?}");
}

#[test]
fn rows_and_columns_that_are_missing_take_nothing_away() {
    let files = files(SAMPLE_FOLDER);
    let mut book = Book::of(&files, SAMPLE_FOLDER);
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
        let mut book = Book::of(&files, SAMPLE_FOLDER);
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
    let mut book = Book::of(&files, SAMPLE_FOLDER);
    let done = book.import(&fewer, SAMPLE_FOLDER).unwrap();
    assert!(done.added.is_empty() && matches!(&done.left[..], [Left::Gone(..)]), "{done:?}");
    book.set("Mål", "farre-system", "titel", text("Annat"));
    assert!(matches!(&bad(book.import(&fewer, SAMPLE_FOLDER))[..], [BadCell { why: Why::Gone(_), .. }]));
}

#[test]
fn what_would_break_the_plan_is_refused() {
    let files = files(SAMPLE_FOLDER);
    // Every cell is right by itself.
    let mut book = Book::of(&files, SAMPLE_FOLDER);
    let found = book.set("Initiativ", "e-arkiv", "slut", text("2020")).import(&files, SAMPLE_FOLDER);
    let Err(Refused::Worse(after, found)) = found else { panic!("{found:?}") };
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

fn call(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
    command.current_dir(folder).args(arguments).env("SOURCE_DATE_EPOCH", "1795000000").output().unwrap()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test sets up its content and looks at what was written")]
fn on_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in plan(TINY_FOLDER) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let told = |output: &Output| String::from_utf8_lossy(&output.stderr).into_owned();
    let made = call(folder.path(), &["export"]);
    assert_eq!(made.status.code(), Some(0), "{}", told(&made));
    assert!(told(&made).contains("plan.xlsx") && told(&made).contains("2026-T2"), "{}", told(&made));
    let again = call(folder.path(), &["export"]);
    assert!(again.status.code() == Some(2) && told(&again).contains("finns redan"), "{}", told(&again));
    assert_eq!(call(folder.path(), &["export", "--force"]).status.code(), Some(0));
    let place = folder.path().join("plan.xlsx");
    let file = folder.path().join("content/goals/trygg-skola.md");
    let before = std::fs::read_to_string(&file).unwrap();
    let mut book = Book::read(&std::fs::read(&place).unwrap());
    book.set("Mål", "trygg-skola", "måldatum", text("2028"));
    std::fs::write(&place, book.bytes()).unwrap();

    let dry = call(folder.path(), &["import", "plan.xlsx", "--dry-run"]);
    assert_eq!(dry.status.code(), Some(0), "{}", told(&dry));
    let shown = "content/goals/trygg-skola.md\n- måldatum: 2027\n+ måldatum: 2028\n\n";
    assert_eq!(String::from_utf8_lossy(&dry.stdout), shown);
    assert!(told(&dry).contains("En fil skulle skrivas. Inget skrevs."), "{}", told(&dry));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before);

    let done = call(folder.path(), &["import", "plan.xlsx"]);
    assert!(done.status.code() == Some(0) && told(&done).contains("En fil skrevs."), "{}", told(&done));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before.replace("måldatum: 2027", "måldatum: 2028"));

    assert_eq!(call(folder.path(), &["export", "--force"]).status.code(), Some(0));
    let mut book = Book::read(&std::fs::read(&place).unwrap());
    book.set("Mål", "trygg-skola", "ansvarig", text("rektorn")).set("Mål", "trygg-skola", "titel", text("X"));
    book.set("Rapporter 2026-T2", "rastvardar", "bedömning", text("ris"));
    std::fs::write(&place, book.bytes()).unwrap();
    let wrong = call(folder.path(), &["import", "plan.xlsx"]);
    assert_eq!(wrong.status.code(), Some(1), "{}", told(&wrong));
    let cell = format!("Mål!{}2: ", char::from(b'A' + u8::try_from(book.column("Mål", "ansvarig")).unwrap()));
    assert!(told(&wrong).contains(&cell) && told(&wrong).contains("Menade du ”rektor”?"), "{}", told(&wrong));
    assert!(told(&wrong).contains("'Rapporter 2026-T2'!D") && told(&wrong).contains("”risk”"), "{}", told(&wrong));
    let english = call(folder.path(), &["import", "plan.xlsx", "--lang-of-messages", "en"]);
    assert!(told(&english).contains("Did you mean “rektor”?"), "{}", told(&english));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), before.replace("måldatum: 2027", "måldatum: 2028"));
}
