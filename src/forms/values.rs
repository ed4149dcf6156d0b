//! The values of an indicator as a form, and what was written in it back in their file of CSV: a row that nobody has changed
//! stays byte for byte.

use std::ops::Range;

use super::fields::{Filled, GONE};
use crate::compose::value::canonical;
use crate::files::FileId;
use crate::model::Name;
use crate::source::observations::{COLUMNS, Cells, cells};
use crate::source::record::{Field, Record, Shape};
use crate::words::Language;

/// A file of values: rows, and nothing else.
pub(super) static VALUES: Record = Record {
    name: Name { en: "values", sv: "mätvärden" },
    doc: "The values of an indicator.",
    fields: || {
        let shape = Shape::Record(&OBSERVATION);
        let name = Name { en: ROWS, sv: "värden" };
        vec![Field { name, doc: "What was measured, and when.", required: false, many: true, shape }]
    },
};

/// A row: a field for each column.
static OBSERVATION: Record = Record {
    name: Name { en: "observation", sv: "mätvärde" },
    doc: "A value at a time.",
    fields: || {
        let shapes = [Shape::Date, Shape::Number, Shape::Text, Shape::Text, Shape::Bool];
        let fields = COLUMNS.iter().zip(shapes).enumerate();
        fields.map(|(n, (name, shape))| Field { name: *name, doc: "", required: n == 0, many: false, shape }).collect()
    },
};

/// The list of rows.
const ROWS: &str = "values";

/// Whether a file holds the values of an indicator.
pub(super) fn is_values(path: &str) -> bool {
    path.strip_prefix("content/indicators/")
        .is_some_and(|name| !name.contains('/') && name.strip_suffix(".csv").is_some())
}

/// What a file says, as a form has it; `None` when it is no table.
pub(super) fn read(text: &str, file: FileId, language: Language) -> Option<Filled> {
    let cells = cells(text, file)?;
    let fields = (OBSERVATION.fields)();
    let mut filled = Filled::default();
    let mut keys = Vec::new();
    for (n, row) in cells.rows.iter().enumerate() {
        keys.push(n.to_string());
        for (field, column) in fields.iter().zip(0..) {
            let own = place_of(&cells, column).and_then(|at| row.fields.get(at));
            let text = own.map_or_else(String::new, |(text, _)| canonical(&spoken(field, text), field, language));
            let values = Some(text).filter(|text| !text.is_empty());
            filled.fields.insert(name(&n.to_string(), field), values.into_iter().collect());
        }
    }
    filled.rows.insert(ROWS.to_owned(), keys);
    Some(filled)
}

/// Yes and no as a form has them: a table may have a cross, or a digit.
fn spoken(field: &Field, text: &str) -> String {
    match (field.shape, text.trim()) {
        (Shape::Bool, "x" | "X" | "1") => "true".to_owned(),
        (Shape::Bool, "0") => "false".to_owned(),
        (_, text) => text.to_owned(),
    }
}

fn name(key: &str, field: &Field) -> String {
    format!("{ROWS}.{key}.{}", field.name.en)
}

/// Which field of a row a column is.
fn place_of(cells: &Cells, column: usize) -> Option<usize> {
    cells.columns.iter().position(|own| *own == column)
}

/// The text of the file with what was sent.
pub(super) fn changed(text: &str, file: FileId, sent: &Filled, language: Language) -> Option<String> {
    let before = read(text, file, language)?;
    let cells = cells(text, file)?;
    let fields = (OBSERVATION.fields)();
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let keys = sent.rows.get(ROWS).map_or(&[] as &[String], Vec::as_slice);
    let is_gone = |key: &str| !sent.get(&format!("{ROWS}.{key}.{GONE}")).is_empty();
    let value = |key: &str, field: &Field| sent.get(&name(key, field)).concat();
    // A column that nothing stood in so far comes behind the others.
    let is_said = |field: &Field| keys.iter().any(|key| !is_gone(key) && !value(key, field).is_empty());
    let more: Vec<usize> = (fields.iter().zip(0..))
        .filter(|(field, column)| place_of(&cells, *column).is_none() && is_said(field))
        .map(|(_, column)| column)
        .collect();
    let columns: Vec<usize> = cells.columns.iter().chain(&more).copied().collect();
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    if !more.is_empty() {
        let heads = more.iter().map(|column| COLUMNS[*column].in_language(language.tag()));
        let heads = heads.fold(String::new(), |all, head| all + "," + head);
        edits.push((cells.header.end..cells.header.end, heads));
    }
    for (n, row) in cells.rows.iter().enumerate() {
        let key = n.to_string();
        let is_sent = keys.contains(&key);
        if is_sent && is_gone(&key) {
            let end = text.get(row.place.end..)?.find('\n').map_or(text.len(), |at| row.place.end + at + 1);
            edits.push((row.place.start..end, String::new()));
            continue;
        }
        for (field, column) in fields.iter().zip(0..) {
            let name = name(&key, field);
            let Some(new) = sent.fields.get(&name).filter(|new| is_sent && new.as_slice() != before.get(&name)) else {
                continue;
            };
            if let Some((_, place)) = place_of(&cells, column).and_then(|at| row.fields.get(at)) {
                edits.push((place.clone(), quoted(&new.concat())));
            }
        }
        if !more.is_empty() {
            let behind = more.iter().map(|column| format!(",{}", quoted(&value(&key, &fields[*column]))));
            edits.push((row.place.end..row.place.end, behind.collect()));
        }
    }
    let new = keys.iter().filter(|key| key.starts_with('+') && !is_gone(key));
    let new = new.map(|key| {
        let row: Vec<String> = columns.iter().map(|column| quoted(&value(key, &fields[*column]))).collect();
        format!("{}{newline}", row.join(","))
    });
    let new: String = new.collect();
    let mut after = crate::compose::format::replaced(text, edits);
    if !new.is_empty() {
        if !after.ends_with('\n') {
            after.push_str(newline);
        }
        after.push_str(&new);
    }
    Some(after)
}

/// A text as a field of a table.
fn quoted(text: &str) -> String {
    let text = text.replace(['\r', '\n'], " ");
    if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// The name of the field that stands at a place.
pub(super) fn name_at(text: &str, file: FileId, at: usize) -> Option<String> {
    let cells = cells(text, file)?;
    let n = cells.rows.iter().position(|row| row.place.start <= at && at <= row.place.end)?;
    let row = cells.rows.get(n)?;
    let column = row.fields.iter().rposition(|(_, place)| place.start <= at).unwrap_or(0);
    let field = (OBSERVATION.fields)().into_iter().nth(*cells.columns.get(column)?)?;
    Some(name(&n.to_string(), &field))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;
    use crate::forms::written::understood;

    fn any() -> FileId {
        let files = Files::from_memory([("content/indicators/i.csv", "")]);
        files.iter().next().map(|(file, _)| file).expect("it is there")
    }

    fn after(text: &str, sent: &[(&str, &str)]) -> String {
        let sent: Vec<(String, String)> =
            sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let filled = understood(&VALUES, &sent, Language::SWEDISH);
        changed(text, any(), &filled, Language::SWEDISH).expect("it is a table")
    }

    const FILE: &str = "datum,värde,anmärkning\n2024, 1.50 ,\"a, b\"\n\n2025,2,\n";

    #[test]
    fn what_is_changed_is_one_field() {
        assert_eq!(after(FILE, &[]), FILE);
        assert_eq!(after(FILE, &[("values.0.value", "1,5"), ("values.0.note", "a, b"), ("values.1.note", "")]), FILE);
        assert_eq!(after(FILE, &[("values.0.value", "1,6")]), FILE.replace("1.50", "1.6"));
        assert_eq!(after(FILE, &[("values.1.note", "c \"d\"")]), FILE.replace("2025,2,", "2025,2,\"c \"\"d\"\"\""));
        assert_eq!(
            after(FILE, &[("values.0.date", "2024"), ("values.0.-", "1")]),
            FILE.replace("2024, 1.50 ,\"a, b\"\n", "")
        );
    }

    #[test]
    fn a_row_more_comes_last() {
        let row = [("values.+1.date", "2026-T1"), ("values.+1.value", "3,25"), ("values.+1.note", "")];
        assert_eq!(after(FILE, &row), format!("{FILE}2026-T1,3.25,\n"));
        assert_eq!(read("datum;värde\n2024;1\n", any(), Language::SWEDISH), None, "no table that is understood");
        assert_eq!(after("value,date\r\n1,2024", &row), "value,date\r\n1,2024\r\n3.25,2026-T1\r\n");
    }

    #[test]
    fn a_column_more_is_every_rows() {
        let row = [
            ("values.0.date", "2024"),
            ("values.0.preliminary", ""),
            ("values.1.date", "2025"),
            ("values.1.preliminary", "ja"),
        ];
        let wanted = "datum,värde,anmärkning,preliminär\n2024, 1.50 ,\"a, b\",\n\n2025,2,,ja\n";
        assert_eq!(after(FILE, &row), wanted);
    }

    #[test]
    fn a_place_is_a_field() {
        let at = |wanted: &str| name_at(FILE, any(), FILE.find(wanted).expect("it is there"));
        assert_eq!(at("1.50").as_deref(), Some("values.0.value"));
        assert_eq!(at("2025").as_deref(), Some("values.1.date"));
        assert_eq!(at("datum"), None);
    }

    #[test]
    fn a_form_that_is_sent_as_it_came_changes_no_byte_of_any_file() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut n = 0;
        for plan in crate::forms::tests::folders(&root.join("tests/sites")).into_iter().chain([root.to_owned()]) {
            let files = crate::files::read(&plan).expect("a plan can be read");
            for (file, own) in files.iter().filter(|(_, own)| is_values(&own.path)) {
                let text = files.text(file);
                let filled = read(&text, file, Language::SWEDISH).expect("it is a table");
                assert_eq!(changed(&text, file, &filled, Language::SWEDISH).as_deref(), Some(&*text), "{}", own.path);
                n += 1;
            }
        }
        assert!(n > 10, "{n} files");
    }
}
