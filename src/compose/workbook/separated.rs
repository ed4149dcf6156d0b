//! A CSV file in, what stands in its cells out, as a spreadsheet program shows them.
//!
//! Excel saves CSV as the computer is set up: in Sweden with semicolons, and in Windows-1252 or UTF-8 by what was chosen.
//! Nothing in the file tells, so the encoding and the separator are found out from the bytes. With `read` the part that
//! knows a format; what a cell means is told by others.

use super::read::{Grid, MOST_CELLS};
use super::value::Cell;

/// What can stand between the cells of a row; of two that fit as well, the first.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];
/// The most columns that a sheet of Excel has.
const MOST_COLUMNS: usize = 16_384;
/// The separator is found out from so many rows.
const TRIED: usize = 50;
/// Stands on a line of its own below the last one: where it is not found again, a quotation mark was never closed. A
/// character that is for a program's own use inside, so nobody has written it.
const END: &str = "\u{fdd0}";

/// The characters of the bytes 80 to 9F in Windows-1252; those below and above are those of Unicode. The index
/// windows-1252 of the Encoding Standard (WHATWG, <https://encoding.spec.whatwg.org/index-windows-1252.txt>).
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Why a text can't be read as CSV.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTable {
    /// It is no text.
    NoText,
    /// A quotation mark in this row, from 0, is never closed.
    OpenQuote(u32),
    /// It has too many cells.
    TooLarge,
}

/// The cells of a CSV file.
///
/// # Errors
/// When it has none that can be trusted.
pub(super) fn read(bytes: &[u8]) -> Result<Grid, NoTable> {
    let text = text_of(bytes).ok_or(NoTable::NoText)?;
    // One way to end a line, so that an empty one is told from the end of the one above.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    // The first line may tell Excel what stands between the cells; it is not shown.
    let told = text.split_once('\n').and_then(|(first, rest)| match first.trim().as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', own] if own.is_ascii() => Some((*own, rest)),
        _ => None,
    });
    let (separator, text) = told.unwrap_or_else(|| (separator(&text), &text));
    let mut grid = Grid::new();
    let mut last = None;
    let (mut is_whole, mut is_wide) = (false, false);
    for_each(&format!("{text}\n{END}"), separator, |row, cells| {
        is_whole = cells.len() == 1 && cells.get(0) == Some(END);
        if is_whole {
            return true;
        }
        last = Some(row);
        is_wide |= cells.len() > MOST_COLUMNS;
        for (column, cell) in (0..).zip(cells) {
            if !cell.trim().is_empty() {
                grid.insert((row, column), Cell::Text(cell.to_owned()));
            }
        }
        grid.len() <= MOST_CELLS && !is_wide
    });
    if grid.len() > MOST_CELLS || is_wide {
        return Err(NoTable::TooLarge);
    }
    if is_whole { Ok(grid) } else { Err(NoTable::OpenQuote(last.unwrap_or_default())) }
}

/// The text that bytes are, whatever it was saved as; `None` when they are no text.
fn text_of(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok()?,
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes)?,
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| narrow(*byte)).collect(),
        },
    };
    // No text has such characters, and every file of another kind has some.
    let is_strange = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}');
    (!text.contains(is_strange) && !text.contains(END)).then_some(text)
}

/// UTF-16.
fn wide(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Option<String> {
    let (units, []) = bytes.as_chunks::<2>() else { return None };
    char::decode_utf16(units.iter().map(|own| unit(*own))).collect::<Result<String, _>>().ok()
}

/// A character of Windows-1252.
fn narrow(byte: u8) -> char {
    let own = byte.checked_sub(0x80).and_then(|at| WINDOWS_1252.get(usize::from(at)));
    own.copied().unwrap_or(char::from(byte))
}

/// The separator by which most rows have as many cells.
fn separator(text: &str) -> u8 {
    let fit = |separator: u8| {
        let mut widths = Vec::new();
        for_each(text, separator, |_, cells| {
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                widths.push(cells.len());
            }
            widths.len() < TRIED
        });
        let same = |width: usize| widths.iter().filter(|own| **own == width).count();
        widths.iter().filter(|width| **width > 1).map(|width| (same(*width), *width)).max().unwrap_or_default()
    };
    let best = SEPARATORS.iter().enumerate().max_by_key(|(n, own)| (fit(**own), std::cmp::Reverse(*n)));
    best.map_or(b';', |(_, own)| *own)
}

/// Calls `each` with every row, as a spreadsheet program numbers it (from 0), until it says no.
fn for_each(text: &str, separator: u8, mut each: impl FnMut(u32, &csv::StringRecord) -> bool) {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut row = 0u32;
    // The text is UTF-8 and in memory, and rows may have any length: nothing can go wrong but our own doing.
    while reader.read_record(&mut record).expect("any text is some CSV") {
        // The reader passes over empty lines; a spreadsheet program shows them.
        let start = record.position().map_or(0, |own| usize::try_from(own.byte()).unwrap_or_default());
        let rest = text.as_bytes().get(start..).unwrap_or_default();
        let empty = rest.iter().take_while(|byte| **byte == b'\n').count();
        row = row.saturating_add(u32::try_from(empty).unwrap_or(u32::MAX));
        if !each(row, &record) {
            return;
        }
        row = row.saturating_add(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(bytes: &[u8]) -> Vec<((u32, u32), String)> {
        let each = |(place, cell): (&(u32, u32), &Cell)| match cell {
            Cell::Text(text) => (*place, text.clone()),
            other => panic!("{other:?}"),
        };
        read(bytes).unwrap().iter().map(each).collect()
    }

    fn wanted(cells: &[(u32, u32, &str)]) -> Vec<((u32, u32), String)> {
        cells.iter().map(|(row, column, text)| ((*row, *column), (*text).to_owned())).collect()
    }

    #[test]
    fn it_is_read_whatever_it_was_saved_as() {
        let text = "Åtgärd;Kostnad\r\nÖppna;\"1 250,5\"\r\n";
        let own = wanted(&[(0, 0, "Åtgärd"), (0, 1, "Kostnad"), (1, 0, "Öppna"), (1, 1, "1 250,5")]);
        let old: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = [0xff, 0xfe].into_iter().chain(units.iter().flat_map(|own| own.to_le_bytes())).collect();
        let big: Vec<u8> = [0xfe, 0xff].into_iter().chain(units.iter().flat_map(|own| own.to_be_bytes())).collect();
        for bytes in [text.as_bytes(), format!("\u{feff}{text}").as_bytes(), &old, &little, &big] {
            assert_eq!(cells(bytes), own);
        }
        assert_eq!(cells(b"\x93Klart\x94 \x96 \x80"), wanted(&[(0, 0, "“Klart” – €")]));
        for bytes in [&b"PK\x03\x04\0\0"[..], &[0xff, 0xfe, 0x41], &[0xff, 0xfe, 0x00, 0xd8], b"\xef\xbb\xbf\xff"] {
            assert_eq!(read(bytes), Err(NoTable::NoText), "{bytes:?}");
        }
    }

    #[test]
    fn the_separator_is_the_one_that_makes_a_table() {
        for (text, first) in [
            ("a;b\nc, d, e;f\n", "a"),
            ("a,b\n\"c; d\",e\n", "a"),
            ("a\tb\nc, d\te; f\n", "a"),
            ("sep=|\na|b;c\n", "a"),
            ("a, b och c\n", "a"),
            ("a\nb\n", "a"),
            (";;\na;b;c\n1,5;2,5;3,5\n", "a"),
        ] {
            let own = cells(text.as_bytes());
            assert_eq!(own.first().map(|(_, own)| own.as_str()), Some(first), "{text}");
        }
    }

    #[test]
    fn rows_are_numbered_as_they_are_shown() {
        let own = cells(b"\n\na;b\r\n\r\n\"c\nd\";e\n;;\nf;g\n\n");
        let all = [(2, 0, "a"), (2, 1, "b"), (4, 0, "c\nd"), (4, 1, "e"), (6, 0, "f"), (6, 1, "g")];
        assert_eq!(own, wanted(&all));
        assert_eq!(cells(b""), []);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_told() {
        assert_eq!(read(b"a;b\nc;\"d\ne;f\n"), Err(NoTable::OpenQuote(1)));
        assert!(read(b"a;b\nc;5 \" x\n").is_ok());
    }
}
