//! `framdrift export`: a plan becomes a workbook that offers what can stand in it; and the way there and back on the command
//! line.

use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::{Command, Output};

use framdrift::compose::workbook::{Imported, import};

use super::book::{Book, book_of, files, text, words};
use super::built::{REAL_FOLDER, SAMPLE_FOLDER, TINY_FOLDER, plan};

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
