//! The workbook of a plan, as somebody sees it who opens it in another program, changes it and saves it.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::LazyLock;

use calamine::{Data, Reader as _, Xlsx};
use framdrift::compose::workbook::{BadCell, Imported, Line, Refused, difference, export, import};
use framdrift::files::Files;
use framdrift::model::{Period, PlanDate, Rhythm};
use framdrift::words::{Language, Words};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use super::built::{REAL_FOLDER, SAMPLE_FOLDER, plan};

/// A plan of the repository.
pub(crate) fn files(folder: &str) -> Files {
    Files::from_memory(plan(folder))
}

/// The words of its language.
pub(crate) fn words(folder: &str) -> Words {
    Words::new(if folder == REAL_FOLDER { Language::ENGLISH } else { Language::SWEDISH })
}

/// The period with this name.
pub(crate) fn period(text: &str) -> Period {
    let date: PlanDate = text.parse().unwrap();
    Period::of(date, if text.contains('T') { Rhythm::Tertial } else { Rhythm::Year }).unwrap()
}

/// Its workbook, with the reports of a period.
pub(crate) fn book_of(files: &Files, folder: &str) -> Vec<u8> {
    let period = period(if folder == REAL_FOLDER { "2020" } else { "2026-T2" });
    export(files, &words(folder), Some(period), jiff::civil::date(2024, 1, 1)).bytes
}

/// The cells of a workbook, sheet by sheet.
#[derive(Clone)]
pub(crate) struct Book {
    pub(crate) sheets: Vec<(String, Vec<Vec<Data>>)>,
}

impl Book {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
        let sheets = book.sheet_names().into_iter().map(|name| {
            let range = book.worksheet_range(&name).unwrap();
            let rows = range.rows().map(<[Data]>::to_vec).collect();
            (name, rows)
        });
        Self { sheets: sheets.collect() }
    }

    pub(crate) fn of(files: &Files, folder: &str) -> Self {
        Self::read(&book_of(files, folder))
    }

    /// That of the sample plan, made once.
    pub(crate) fn sample() -> Self {
        static SAMPLE: LazyLock<Book> = LazyLock::new(|| Book::of(&files(SAMPLE_FOLDER), SAMPLE_FOLDER));
        SAMPLE.clone()
    }

    pub(crate) fn sheet(&mut self, name: &str) -> &mut Vec<Vec<Data>> {
        let own = self.sheets.iter_mut().find(|(own, _)| own == name);
        own.map_or_else(|| panic!("there is no sheet {name}"), |(_, rows)| rows)
    }

    pub(crate) fn column(&mut self, sheet: &str, header: &str) -> usize {
        let own = self.sheet(sheet)[0].iter().position(|own| *own == *header);
        own.unwrap_or_else(|| panic!("{sheet} has no {header}"))
    }

    /// The row of an id; of an activity `initiative/id`.
    pub(crate) fn row(&mut self, sheet: &str, id: &str) -> usize {
        let is_own = |row: &Vec<Data>| match id.split_once('/') {
            Some((owner, id)) => row[0] == *owner && row[1] == *id,
            None => row[0] == *id,
        };
        self.sheet(sheet).iter().position(is_own).unwrap_or_else(|| panic!("{sheet} has no {id}"))
    }

    pub(crate) fn set(&mut self, sheet: &str, id: &str, header: &str, new: impl Into<Data>) -> &mut Self {
        let (row, column) = (self.row(sheet, id), self.column(sheet, header));
        self.sheet(sheet)[row][column] = new.into();
        self
    }

    pub(crate) fn get(&mut self, sheet: &str, id: &str, header: &str) -> String {
        let (row, column) = (self.row(sheet, id), self.column(sheet, header));
        self.sheet(sheet)[row][column].to_string()
    }

    /// A new row with these cells.
    pub(crate) fn add(&mut self, sheet: &str, cells: &[(&str, &str)]) -> &mut Self {
        let width = self.sheet(sheet)[0].len();
        let mut row = vec![Data::Empty; width];
        for (header, text) in cells {
            row[self.column(sheet, header)] = Data::String((*text).to_owned());
        }
        self.sheet(sheet).push(row);
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
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
                        Data::Error(_) => {
                            let formula = Formula::new("=1/0").set_result("#DIV/0!");
                            sheet.write_formula(n, at, formula).unwrap();
                        }

                        other => panic!("{other:?}"),
                    }
                }
            }
        }
        book.save_to_buffer().unwrap()
    }

    pub(crate) fn import(&self, files: &Files, folder: &str) -> Result<Imported, Refused> {
        import(files, &self.bytes(), &words(folder))
    }
}

/// The name of a cell in a row and a column, from 0.
pub(crate) fn name(row: usize, column: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n).unwrap());
    let first = (column >= 26).then(|| letter(column / 26 - 1));
    format!("{}{}{}", first.map(String::from).unwrap_or_default(), letter(column % 26), row + 1)
}

/// A cell of text.
pub(crate) fn text(text: &str) -> Data {
    Data::String(text.to_owned())
}

/// The lines that change, file by file.
pub(crate) fn lines(files: &Files, done: &Imported) -> BTreeMap<String, Vec<Line>> {
    let each = |(path, after): (&String, &String)| {
        let before = files.find(path).map(|file| files.text(file).into_owned()).unwrap_or_default();
        (path.clone(), difference(&before, after))
    };
    done.changed.iter().chain(&done.added).map(each).collect()
}

/// A line that is gone.
pub(crate) fn old(text: &str) -> Line {
    Line::Old(text.to_owned())
}

/// A line that is new.
pub(crate) fn new(text: &str) -> Line {
    Line::New(text.to_owned())
}

/// The plan's files after that.
pub(crate) fn after(files: &Files, done: &Imported) -> Files {
    let mut all: BTreeMap<String, Vec<u8>> =
        files.iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec())).collect();
    all.extend(done.changed.iter().chain(&done.added).map(|(path, text)| (path.clone(), text.clone().into_bytes())));
    Files::from_memory(all)
}

/// The cells that were refused.
pub(crate) fn bad(done: Result<Imported, Refused>) -> Vec<BadCell> {
    match done {
        Err(Refused::Cells(bad)) => bad,
        other => panic!("{other:?}"),
    }
}
