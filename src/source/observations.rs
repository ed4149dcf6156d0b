//! An indicator's CSV in, its observations with their places out. The one file that names the CSV reader.
//!
//! Commas between the columns, a full stop in numbers, UTF-8. Spreadsheets set up for Swedish write semicolons and
//! decimal commas instead; that is not guessed at, because `1,234` may be either, but it is told in plain words. Kept
//! out: whether there is an indicator, and what its series are called (`check`).

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diag::{Diagnostic, Diagnostics, Fill, code};
use crate::files::{At, FileId, Span};
use crate::model::{Name, PlanDate, Precision, fold};

use super::record::{nearest_of, read_date};

/// The most rows in a file.
pub const MOST_ROWS: usize = 100_000;

/// One row of observations.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// When.
    pub date: At<PlanDate>,
    /// The value; `None` is "data missing".
    pub value: Option<f64>,
    /// The comparison series; `None`: the indicator itself.
    pub series: Option<At<String>>,
    /// A note.
    pub note: Option<String>,
    /// Whether it may still change.
    pub preliminary: bool,
    /// The whole row.
    pub span: Span,
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Date,
    Value,
    Series,
    Note,
    Preliminary,
}

/// The columns' names.
pub const COLUMNS: &[Name] = &[
    Name { en: "date", sv: "datum" },
    Name { en: "value", sv: "värde" },
    Name { en: "series", sv: "serie" },
    Name { en: "note", sv: "anmärkning" },
    Name { en: "preliminary", sv: "preliminär" },
];

/// The columns, in the order of their names.
const ORDER: &[Column] = &[Column::Date, Column::Value, Column::Series, Column::Note, Column::Preliminary];

/// Reads the rows of `text`; reports every row that can't be read and goes on with the next.
pub fn read(text: &str, file: FileId, diagnostics: &mut Diagnostics) -> Vec<Row> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let offset = text.len() - plain.len();
    if plain.trim().is_empty() {
        diagnostics.report(Diagnostic::new(&code::EMPTY_FILE, Span::top(file)));
        return Vec::new();
    }
    let mut reading = Reading { text: plain, file, offset, diagnostics, columns: BTreeMap::new(), width: 0 };
    reading.rows()
}

/// What stands in a file, field by field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cells {
    /// The column of each field of a row, as its place in [`COLUMNS`].
    pub columns: Vec<usize>,
    /// The bytes of the first row, which names the columns.
    pub header: Range<usize>,
    /// The rows that hold anything.
    pub rows: Vec<CellRow>,
}

/// A row, field by field.
#[derive(Clone, Debug, PartialEq)]
pub struct CellRow {
    /// What each field says, and its bytes in the file.
    pub fields: Vec<(String, Range<usize>)>,
    /// The bytes of the row, without what ends the line.
    pub place: Range<usize>,
}

/// What stands in a file, right or wrong; `None` when its columns can't be told or a row has another number of fields.
pub fn cells(text: &str, file: FileId) -> Option<Cells> {
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let offset = text.len() - plain.len();
    // What is wrong with it was reported when it was read.
    let mut silent = Diagnostics::new();
    let mut reading =
        Reading { text: plain, file, offset, diagnostics: &mut silent, columns: BTreeMap::new(), width: 0 };
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(plain.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut cells = Cells::default();
    let moved = |at: &Range<usize>| at.start + offset..at.end + offset;
    let mut is_first = true;
    while reader.read_record(&mut record).ok()? {
        let end = usize::try_from(reader.position().byte()).ok()?;
        let start = usize::try_from(record.position()?.byte()).ok()?;
        let fields = reading.fields(&record, start..end)?;
        if std::mem::take(&mut is_first) {
            let is_known = reading.header(&fields) && reading.columns.len() == fields.values.len();
            let column = |n| reading.columns.iter().find(|(_, own)| **own == n).map(|(column, _)| *column as usize);
            cells.columns = (0..fields.values.len()).map(column).collect::<Option<_>>().filter(|_| is_known)?;
            cells.header = moved(&fields.at);
            continue;
        }
        if fields.values.iter().all(|(value, _)| value.trim().is_empty()) {
            continue;
        }
        if fields.values.len() != cells.columns.len() || cells.rows.len() >= MOST_ROWS {
            return None;
        }
        let values = fields.values.iter().map(|(value, at)| (value.trim().to_owned(), moved(at))).collect();
        cells.rows.push(CellRow { fields: values, place: moved(&fields.at) });
    }
    (!is_first).then_some(cells)
}

/// A record: its fields with the place of each, quotes and all, and its own.
struct Fields {
    values: Vec<(String, Range<usize>)>,
    at: Range<usize>,
}

/// Where in a field a character stands.
#[derive(Clone, Copy, PartialEq)]
enum Quoting {
    /// At its beginning.
    Before,
    /// In one without quotation marks.
    Bare,
    /// Between its quotation marks.
    Within,
    /// After a quotation mark that closes it, unless another follows.
    After,
}

struct Reading<'a, 'd> {
    text: &'a str,
    file: FileId,
    offset: usize,
    diagnostics: &'d mut Diagnostics,
    /// Which field holds which column.
    columns: BTreeMap<Column, usize>,
    /// The number of fields of the header.
    width: usize,
}

impl Reading<'_, '_> {
    fn span(&self, at: &Range<usize>) -> Span {
        Span::new(self.file, at.start + self.offset..at.end + self.offset)
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.report(diagnostic);
    }

    fn rows(&mut self) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        let mut seen: BTreeMap<(Option<String>, PlanDate), Span> = BTreeMap::new();
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(self.text.as_bytes());
        let mut record = csv::StringRecord::new();
        let mut count = 0;
        let mut header = true;
        loop {
            // The text is UTF-8 and in memory, and rows may have any length: nothing can go wrong but our own doing.
            let more = reader.read_record(&mut record).expect("any text is some CSV");
            if !more {
                return rows;
            }
            let end = usize::try_from(reader.position().byte()).unwrap_or(self.text.len());
            let start = record.position().map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
            let Some(fields) = self.fields(&record, start..end) else { return rows };
            if std::mem::take(&mut header) {
                if !self.header(&fields) {
                    return rows;
                }
                continue;
            }
            // Spreadsheets leave rows of nothing below the last.
            if fields.values.iter().all(|(value, _)| value.trim().is_empty()) {
                continue;
            }
            count += 1;
            if count > MOST_ROWS {
                self.report(Diagnostic::new(&code::CSV_TOO_MANY, self.span(&fields.at)).with("limit", MOST_ROWS));
                return rows;
            }
            let Some(row) = self.row(&fields) else { continue };
            let key = (row.series.as_ref().map(|series| fold(&series.value)), row.date.value);
            if let Some(first) = seen.get(&key) {
                let shown = row.date.value.to_string();
                let twice = Diagnostic::new(&code::CSV_TWICE, row.date.span).with("date", shown).also(*first, "first");
                self.report(twice);
                continue;
            }
            seen.insert(key, row.date.span);
            rows.push(row);
        }
    }

    /// The record with its places. The reader knows where a record stands but not its fields, so they are looked for;
    /// none, and a report, when a quotation mark is never closed and has taken the rest of the file with it.
    fn fields(&mut self, record: &csv::StringRecord, within: Range<usize>) -> Option<Fields> {
        let text = self.text.get(within.clone()).unwrap_or_default();
        let start = within.start + (text.len() - text.trim_start_matches(['\r', '\n']).len());
        let text = text.trim_matches(['\r', '\n']);
        let mut values = Vec::with_capacity(record.len());
        let mut at = start;
        let mut state = Quoting::Before;
        let mut places: Vec<Range<usize>> = Vec::new();
        for (n, c) in text.char_indices() {
            state = match (state, c) {
                (Quoting::Before | Quoting::Bare | Quoting::After, ',') => {
                    places.push(at..start + n);
                    at = start + n + 1;
                    Quoting::Before
                }
                (Quoting::Within, '"') => Quoting::After,
                (Quoting::Before | Quoting::After, '"') | (Quoting::Within, _) => Quoting::Within,
                _ => Quoting::Bare,
            };
        }
        places.push(at..start + text.len());
        if state == Quoting::Within {
            self.report(Diagnostic::new(&code::CSV_OPEN_QUOTE, self.span(&(at..at + 1))));
            return None;
        }
        for (n, value) in record.iter().enumerate() {
            let place = places.get(n).cloned().unwrap_or(start..start + text.len());
            let own = self.text.get(place.clone()).unwrap_or_default();
            let begin = place.start + (own.len() - own.trim_start().len());
            values.push((value.to_owned(), begin..(place.start + own.trim_end().len()).max(begin)));
        }
        Some(Fields { values, at: start..start + text.len() })
    }

    /// Reads the header; whether it has the columns that there must be.
    fn header(&mut self, fields: &Fields) -> bool {
        self.width = fields.values.len();
        let line = self.text.get(fields.at.clone()).unwrap_or_default();
        let separator = match (line.contains(','), line.contains(';'), line.contains('\t')) {
            (false, true, _) => Some("semicolon"),
            (false, false, true) => Some("tab"),
            _ => None,
        };
        if separator.is_none() {
            for (n, (written, at)) in fields.values.iter().enumerate() {
                self.column(n, written, at, &fields.values);
            }
        }
        let missing: Vec<Name> = ORDER
            .iter()
            .zip(COLUMNS)
            .take(2)
            .filter(|(column, _)| !self.columns.contains_key(column))
            .map(|(_, name)| *name)
            .collect();
        if missing.is_empty() {
            return true;
        }
        let mut diagnostic =
            Diagnostic::new(&code::CSV_NO_COLUMN, self.span(&fields.at)).with("columns", Fill::Names(missing));
        diagnostic.hints.extend(separator);
        self.report(diagnostic);
        false
    }

    fn column(&mut self, n: usize, written: &str, at: &Range<usize>, all: &[(String, Range<usize>)]) {
        let folded = fold(written);
        let found = COLUMNS.iter().position(|name| fold(name.en) == folded || fold(name.sv) == folded);
        let Some(column) = found.and_then(|found| ORDER.get(found)) else {
            self.report(
                Diagnostic::new(&code::CSV_COLUMN, self.span(at))
                    .with("column", written.trim())
                    .with("known", Fill::Names(COLUMNS.to_vec()))
                    .nearest(nearest_of(written.trim(), COLUMNS)),
            );
            return;
        };
        if let Some(&first) = self.columns.get(column) {
            let mut diagnostic = Diagnostic::new(&code::CSV_COLUMN_TWICE, self.span(at)).with("column", written.trim());
            if let Some((_, first)) = all.get(first) {
                diagnostic = diagnostic.also(self.span(first), "first");
            }
            self.report(diagnostic);
            return;
        }
        self.columns.insert(*column, n);
    }

    fn row(&mut self, fields: &Fields) -> Option<Row> {
        let found = fields.values.len();
        if found != self.width {
            let diagnostic = Diagnostic::new(&code::CSV_FIELDS, self.span(&fields.at))
                .with("found", found)
                .with("expected", self.width);
            self.report(if found > self.width { diagnostic.hint("comma") } else { diagnostic });
            return None;
        }
        let field = |column| {
            let n: &usize = self.columns.get(&column)?;
            fields.values.get(*n).map(|(value, at)| (value.trim(), at.clone()))
        };
        let (date, date_at) = field(Column::Date)?;
        let (value, value_at) = field(Column::Value)?;
        let series = field(Column::Series).filter(|(series, _)| !series.is_empty());
        let note = field(Column::Note).map(|(note, _)| note.to_owned()).filter(|note| !note.is_empty());
        let preliminary = field(Column::Preliminary);
        let date = self.date(date, &date_at);
        let value = self.value(value, &value_at);
        let preliminary = preliminary.map_or(Some(false), |(text, at)| self.preliminary(text, &at));
        Some(Row {
            date: date?,
            value: value?,
            series: series.map(|(series, at)| At::new(series.to_owned(), self.span(&at))),
            note,
            preliminary: preliminary?,
            span: self.span(&fields.at),
        })
    }

    fn date(&mut self, text: &str, at: &Range<usize>) -> Option<At<PlanDate>> {
        let span = self.span(at);
        let date = read_date(text, span, self.diagnostics)?;
        if date.precision() == Precision::Ongoing {
            self.report(Diagnostic::new(&code::DATE_FORM, span).with("text", text));
            return None;
        }
        Some(At::new(date, span))
    }

    /// The value, `Some(None)` when the field is empty.
    #[expect(clippy::option_option, reason = "a value that can't be read is not one that is missing")]
    fn value(&mut self, text: &str, at: &Range<usize>) -> Option<Option<f64>> {
        if text.is_empty() {
            return Some(None);
        }
        let number = number(text);
        if number.is_none() {
            let mut diagnostic = Diagnostic::new(&code::CSV_NUMBER, self.span(at)).with("text", text);
            diagnostic.hints.extend(why_no_number(text));
            self.report(diagnostic);
        }
        number.map(Some)
    }

    fn preliminary(&mut self, text: &str, at: &Range<usize>) -> Option<bool> {
        match fold(text).as_str() {
            "yes" | "ja" | "x" | "true" | "1" => Some(true),
            "" | "no" | "nej" | "false" | "0" => Some(false),
            _ => {
                self.report(Diagnostic::new(&code::CSV_BOOL, self.span(at)).with("text", text));
                None
            }
        }
    }
}

/// A finite number in digits, with a full stop before its decimals; `−` is as good as `-`, and no zero has a sign.
fn number(text: &str) -> Option<f64> {
    let plain = text.replace('\u{2212}', "-");
    let digits = plain.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b));
    plain.parse().ok().filter(|number: &f64| digits && number.is_finite()).map(|number| number + 0.0)
}

/// The hint that tells what may be meant by what is no number.
fn why_no_number(text: &str) -> Option<&'static str> {
    let bare = text.replace([' ', '\u{a0}', '\u{202f}', '%'], "");
    if !text.contains(|c: char| c.is_ascii_digit()) {
        Some("missing")
    } else if number(&bare).is_some() {
        Some("bare")
    } else if number(&bare.replace(',', ".")).is_some() {
        Some("decimal")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;
    use crate::words::{Language, Words};

    fn file() -> FileId {
        Files::from_memory([("content/indicators/x.csv", "")]).iter().next().expect("just put in").0
    }

    /// The rows as text, and the problems with the source that they point at.
    fn read_all(text: &str) -> (Vec<String>, Vec<String>) {
        let mut diagnostics = Diagnostics::new();
        let rows = read(text, file(), &mut diagnostics);
        let rows = rows.iter().map(|row| {
            let series = row.series.as_ref().map_or("", |series| series.value.as_str());
            let note = row.note.as_deref().unwrap_or("");
            format!("{} {:?} {series} {note} {}", row.date.value, row.value, row.preliminary)
        });
        let rows = rows.collect();
        let files = Files::from_memory([("content/indicators/x.csv", text)]);
        let found = diagnostics.sorted(&files).into_iter().map(|diagnostic| {
            let place = text.get(diagnostic.span.expect("a place").range()).expect("within the text");
            for words in Language::all().map(Words::new).filter(|words| words.has(diagnostic.rule.code)) {
                let _ = (diagnostic.message(&words), diagnostic.help(&words), diagnostic.notes(&words));
            }
            let hints = diagnostic.hints.join(" ");
            format!("{} {hints} [{place}]", diagnostic.rule.code)
        });
        (rows, found.collect())
    }

    #[test]
    fn no_zero_has_a_sign() {
        let (rows, problems) = read_all("datum,värde\n2024,-0\n2025,\u{2212}0.0\n");
        assert_eq!(problems, [""; 0]);
        assert_eq!(rows, ["2024 Some(0.0)   false", "2025 Some(0.0)   false"]);
    }

    #[test]
    fn rows_are_read_in_either_language_and_any_order() {
        let (rows, problems) = read_all(
            "\u{feff}Värde,datum,preliminär,serie,anmärkning\r\n12.5,2024,,,\r\n\"-3\",2025-T1,Ja,Riket,\"a, \"\"b\"\"\"\r\n,2025-01-31,nej,,saknas\r\n,,,,\r\n",
        );
        assert_eq!(problems, [""; 0]);
        assert_eq!(
            rows,
            ["2024 Some(12.5)   false", "2025-T1 Some(-3.0) Riket a, \"b\" true", "2025-01-31 None  saknas false"]
        );
    }

    #[test]
    fn each_problem_points_at_its_field() {
        let header = "date,value,series,note,preliminary\n";
        for (row, problem) in [
            ("2024,\"12,5\",,,", "FD503 decimal [\"12,5\"]"),
            ("2024, 12 % ,,,", "FD503 bare [12 %]"),
            ("2024,1 200,å,,", "FD503 bare [1 200]"),
            ("å,1,,,", "FD105  [å]"),
            ("2024-13,1,,,", "FD106  [2024-13]"),
            ("löpande,1,,,", "FD105  [löpande]"),
            ("2024,uppgift saknas,,,", "FD503 missing [uppgift saknas]"),
            ("2024,NaN,,,", "FD503 missing [NaN]"),
            ("2024,1e999,,,", "FD503  [1e999]"),
            ("2024,12,5,,,", "FD505 comma [2024,12,5,,,]"),
            ("2024,12", "FD505  [2024,12]"),
            ("2024,1,,å \"b\",kanske", "FD509  [kanske]"),
            ("2024,1,,\"å, ,kanske\n2025,2,,,", "FD511  [\"]"),
        ] {
            let (rows, problems) = read_all(&format!("{header}2023,1,,,\n{row}\n"));
            assert_eq!(problems, [problem], "{row}");
            assert_eq!(rows, ["2023 Some(1.0)   false"], "{row}");
        }
    }

    #[test]
    fn the_same_date_twice_in_a_series_is_told() {
        let (rows, problems) = read_all("date,value,series\n2024,1,\n2024,1,Riket\n\n2024,2,riket\n2024-01,1,\n");
        assert_eq!(problems, ["FD504  [2024]"]);
        assert_eq!(rows.len(), 3);
    }

    #[test]
    fn a_header_must_have_date_and_value() {
        for (text, expected) in [
            ("date;value\n2024;1\n", &["FD502 semicolon [date;value]"][..]),
            ("datum\tvärde\n2024\t1\n", &["FD502 tab [datum\tvärde]"]),
            ("datm,värde,date,Datum\n2024,1,2024,2024\n", &["FD501 nearest [datm]", "FD510  [Datum]"]),
            ("date\n2024\n", &["FD502  [date]"]),
            (" \n", &["FD006  []"]),
        ] {
            assert_eq!(read_all(text).1, expected, "{text}");
        }
    }

    #[test]
    fn too_many_rows_are_too_many() {
        let mut text = "date,value\n".to_owned();
        for _ in 0..=MOST_ROWS {
            text.push_str("2024,x\n");
        }
        let mut diagnostics = Diagnostics::new();
        assert!(read(&text, file(), &mut diagnostics).is_empty());
        assert_eq!(diagnostics.count(crate::diag::Level::Error), MOST_ROWS + 1);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_text_is_read(text in "[date,vlu\\n\r\"; 0-9å.-]{0,80}", tail in "\\PC{0,40}") {
            for text in [format!("date,value\n{text}"), format!("{text}{tail}")] {
                let mut diagnostics = Diagnostics::new();
                for row in read(&text, file(), &mut diagnostics) {
                    proptest::prop_assert!(text.get(row.span.range()).is_some());
                    proptest::prop_assert!(text.get(row.date.span.range()).is_some());
                }
                // What is refused is told at its place, and so is what it is held against.
                for own in diagnostics.iter() {
                    let place = own.span.and_then(|span| text.get(span.range()));
                    proptest::prop_assert!(place.is_some(), "{own:?}");
                    proptest::prop_assert!(own.also.iter().all(|(span, _)| text.get(span.range()).is_some()), "{own:?}");
                }
            }
        }
    }
}
