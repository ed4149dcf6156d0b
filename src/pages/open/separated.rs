//! Tables as CSV (RFC 4180): as programs read it, and as Excel does on a Swedish computer.

use super::table::{Cell, Table};

/// As programs read it: commas, a decimal point, ISO dates, UTF-8 without a mark.
pub(super) fn plain(table: &Table<'_>) -> Vec<u8> {
    written(table, b',', Vec::new(), Cell::plain)
}

/// As Excel opens it on a double-click: semicolons, a decimal comma, the mark that tells it that this is UTF-8, and no
/// text that it would take for a formula.
pub(super) fn excel(table: &Table<'_>) -> Vec<u8> {
    written(table, b';', "\u{feff}".as_bytes().to_vec(), |cell| match cell {
        Cell::Number(_) => cell.plain().replace('.', ","),
        Cell::Text(_) | Cell::List(_) => guarded(cell.plain()),
        _ => cell.plain(),
    })
}

/// A text that no spreadsheet takes for a formula: what begins like one gets an apostrophe before it.
fn guarded(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{text}")
    } else {
        text
    }
}

fn written<'a>(table: &Table<'a>, delimiter: u8, before: Vec<u8>, text: impl Fn(&Cell<'a>) -> String) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(before);
    let why = "a row has a value for each column, and memory takes what is written to it";
    writer.write_record(table.columns.iter().map(|column| column.name)).expect(why);
    for row in &table.rows {
        writer.write_record(row.iter().map(&text)).expect(why);
    }
    writer.into_inner().expect(why)
}

#[cfg(test)]
mod tests {
    use super::super::table::{Column, Kind};
    use super::*;

    const COLUMNS: &[Column] =
        &[Column::new("text", Kind::Text, "A text."), Column::new("number", Kind::Number, "A number.")];

    fn table(rows: Vec<Vec<Cell<'static>>>) -> Table<'static> {
        Table {
            name: "test",
            about: "A test.",
            columns: COLUMNS,
            key: &[],
            rows: rows.into_iter().map(Vec::into_boxed_slice).collect(),
        }
    }

    #[test]
    fn each_reader_gets_its_own_marks() {
        let own = table(vec![
            vec![Cell::Text("Å, ä; \"ö\"".into()), Cell::Number(-1234.5)],
            vec![Cell::Missing, Cell::Missing],
        ]);
        assert_eq!(
            String::from_utf8(plain(&own)).expect("UTF-8"),
            "text,number\r\n\"Å, ä; \"\"ö\"\"\",-1234.5\r\n,\r\n"
        );
        assert_eq!(
            String::from_utf8(excel(&own)).expect("UTF-8"),
            "\u{feff}text;number\r\n\"Å, ä; \"\"ö\"\"\";-1234,5\r\n;\r\n"
        );
    }

    #[test]
    fn excel_gets_no_formula_and_programs_get_the_text_as_it_is() {
        for text in ["=1+1", "+46 155", "-ja", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1"] {
            let own = table(vec![vec![Cell::Text(text.into()), Cell::Number(-1.0)]]);
            let read = |bytes: &[u8], delimiter: u8| {
                let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
                let row = reader.records().next().expect("there is a row").expect("it is CSV");
                (row[0].to_owned(), row[1].to_owned())
            };
            assert_eq!(read(&plain(&own), b','), (text.to_owned(), "-1".to_owned()));
            assert_eq!(read(&excel(&own), b';'), (format!("'{text}"), "-1".to_owned()), "a number stays one");
        }
        let list = table(vec![vec![Cell::List(["=1".into(), "2".into()].into()), Cell::Missing]]);
        assert!(String::from_utf8(excel(&list)).expect("UTF-8").contains("'=1 | 2"));
    }
}
