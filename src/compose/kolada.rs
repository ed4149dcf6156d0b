//! What Kolada says of a plan's indicators in, their files with its values in them out.
//!
//! An indicator says in its source which key figure of Kolada it is; a comparison whose series is called by a
//! municipality's code is that municipality's. What editors wrote stays: rows that Kolada knows nothing of, notes, the order
//! of columns, comments. A file with errors is left alone by whoever calls this: what could not be read would be lost.
//! A value that Kolada lacks replaces none.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::fetch::Fetched;
use crate::files::{At, FileId, Files};
use crate::model::fold;
use crate::source::Source;
use crate::source::observations::COLUMNS;
use crate::source::vocabulary as v;
use crate::words::Language;

/// How many key figures are named instead of one that does not exist.
const NEAREST: usize = 5;

/// An indicator whose values are Kolada's.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Its id.
    pub id: String,
    /// The id of its key figure.
    pub figure: At<String>,
    /// What it is called.
    title: String,
    /// The codes of its comparison series.
    pub compared: Vec<String>,
    /// Its own file.
    pub file: FileId,
    /// The file of its values, when there is one.
    pub values: Option<FileId>,
    /// Where its source says when it was fetched last.
    fetched: Option<crate::files::Span>,
}

/// What became of an indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Renewed {
    /// Its id.
    pub id: String,
    /// How many values are new.
    pub added: usize,
    /// How many are as they were.
    pub same: usize,
    /// The values that are others than before.
    pub changed: Vec<Changed>,
}

/// A value that is another than before.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// The comparison series; `None`: its own values.
    pub series: Option<String>,
    /// The year.
    pub year: i16,
    /// As it was written.
    pub before: String,
    /// As it is written now.
    pub now: String,
}

/// The indicators whose values are Kolada's.
pub fn wanted(source: &Source, files: &Files) -> Vec<Wanted> {
    let each = source.indicators.docs.iter().filter_map(|doc| {
        let own = &doc.record.source.as_ref()?.value;
        let series = doc.record.comparisons.iter().filter_map(|own| own.value.series.as_ref());
        let is_code = |own: &&At<String>| own.value.len() == 4 && own.value.bytes().all(|byte| byte.is_ascii_digit());
        Some(Wanted {
            id: doc.id.value.clone(),
            figure: own.kolada_id.clone()?,
            title: doc.record.title.as_ref().map_or_else(String::new, |title| title.value.clone()),
            compared: series.filter(is_code).map(|own| own.value.clone()).collect(),
            file: doc.id.span.file,
            values: files.find(&values_of(&doc.id.value)),
            fetched: own.fetched.as_ref().map(|own| own.span),
        })
    });
    each.collect()
}

/// The files with Kolada's values for a municipality in them (path → text), and what became of each indicator. Key figures
/// that do not exist, and those without a value for the municipality, are reported.
pub fn renewed(
    wanted: &[Wanted],
    (municipality, date): (&str, Date),
    fetched: &Fetched,
    (files, language): (&Files, Language),
    diagnostics: &mut Diagnostics,
) -> (BTreeMap<String, String>, Vec<Renewed>) {
    let mut texts = BTreeMap::new();
    let mut all = Vec::new();
    for own in wanted {
        let figure = own.figure.value.as_str();
        if !fetched.titles.contains_key(figure) {
            let unknown = Diagnostic::new(&code::KOLADA_UNKNOWN, own.figure.span).with("id", figure);
            let near: Vec<String> = alike(figure, &own.title, &fetched.catalogue)
                .into_iter()
                .map(|(id, title)| format!("\n    {id}  {title}"))
                .collect();
            let unknown = unknown.with("near", near.concat());
            diagnostics.report(if near.is_empty() { unknown } else { unknown.hint("near") });
            continue;
        }
        let series = std::iter::once((None, municipality))
            .chain(own.compared.iter().map(|code| (Some(code.as_str()), code.as_str())));
        let mut values = Vec::new();
        for (series, place) in series {
            let years = years(fetched, figure, place);
            if series.is_none() && years.is_empty() {
                diagnostics.report(
                    Diagnostic::new(&code::KOLADA_NOTHING, own.figure.span)
                        .with("id", figure)
                        .with("municipality", municipality),
                );
            }
            values.extend(years.into_iter().map(|(year, value)| Entry { series, year, value }));
        }
        if values.is_empty() {
            continue;
        }
        let path = values_of(&own.id);
        let before = own.values.map(|file| files.text(file)).unwrap_or_default();
        let (text, renewed) = merged(&before, &values, language);
        texts.insert(path, text);
        texts.insert(files.get(own.file).path.clone(), dated(&files.text(own.file), own, date, language));
        all.push(Renewed { id: own.id.clone(), ..renewed });
    }
    texts.retain(|path, text| files.find(path).is_none_or(|file| files.text(file) != *text));
    (texts, all)
}

/// The file of an indicator's values.
fn values_of(id: &str) -> String {
    format!("content/indicators/{id}.csv")
}

/// The values of a key figure for a municipality by year, from the first that there is to the last.
fn years(fetched: &Fetched, figure: &str, place: &str) -> Vec<(i16, Option<f64>)> {
    let own = fetched.values.iter().filter(|own| own.figure == figure && own.place == place);
    let years: BTreeMap<i16, Option<f64>> = own.map(|own| (own.year, own.value)).collect();
    let known = || years.iter().filter(|(_, value)| value.is_some()).map(|(year, _)| *year);
    let (Some(first), Some(last)) = (known().next(), known().next_back()) else { return Vec::new() };
    years.into_iter().filter(|(year, _)| (first..=last).contains(year)).collect()
}

/// The key figures that are most like one that does not exist, the likest first: by its id, and by what the indicator is
/// called.
fn alike<'a>(id: &str, title: &str, catalogue: &'a [(String, String)]) -> Vec<(&'a str, &'a str)> {
    let own = stems(title);
    let mut scored: Vec<(usize, &str, &str)> = catalogue
        .iter()
        .map(|(other, title)| {
            let shared = stems(title).intersection(&own).count() * 2;
            (shared + 3 * usize::from(is_slip(id, other)), other.as_str(), title.as_str())
        })
        .filter(|(score, ..)| *score > 0)
        .collect();
    scored.sort_by_key(|(score, other, _)| (std::cmp::Reverse(*score), *other));
    // One word of many says little beside several.
    let best = scored.first().map_or(0, |(score, ..)| *score);
    let near = scored.into_iter().filter(|(score, other, _)| *score * 2 >= best || is_slip(id, other));
    near.map(|(_, other, title)| (other, title)).take(NEAREST).collect()
}

/// Whether one id is the other with a wrong character, or with two that have changed places.
fn is_slip(id: &str, other: &str) -> bool {
    let pairs = || id.chars().zip(other.chars()).enumerate().filter(|(_, (a, b))| a != b);
    if id.chars().count() != other.chars().count() {
        return false;
    }
    match pairs().collect::<Vec<_>>()[..] {
        [_] => true,
        [(at, first), (next, second)] => next == at + 1 && first == (second.1, second.0),
        _ => false,
    }
}

/// The beginnings of its longer words: forms of one word begin alike.
fn stems(title: &str) -> BTreeSet<String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.chars().count() > 4).map(|word| word.chars().take(6).collect()).collect()
}

/// What is to stand in a file.
#[derive(Clone, Copy, Debug)]
struct Entry<'a> {
    series: Option<&'a str>,
    year: i16,
    value: Option<f64>,
}

/// A file's text with these values in it, and what became of them.
fn merged(before: &str, values: &[Entry<'_>], language: Language) -> (String, Renewed) {
    let plain = before.strip_prefix('\u{feff}').unwrap_or(before);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(plain.as_bytes());
    let mut rows: Vec<Vec<String>> =
        reader.records().filter_map(Result::ok).map(|row| row.iter().map(str::to_owned).collect()).collect();
    let name = |n: usize| COLUMNS.get(n).map_or("", |own| own.in_language(language.tag())).to_owned();
    if rows.is_empty() {
        rows.push(vec![name(0), name(1)]);
    }
    let place = |rows: &[Vec<String>], n: usize| {
        let own = COLUMNS.get(n)?;
        let is_own = |cell: &String| fold(cell) == fold(own.en) || fold(cell) == fold(own.sv);
        rows.first()?.iter().position(is_own)
    };
    let (date_at, value_at) = (place(&rows, 0).unwrap_or(0), place(&rows, 1).unwrap_or(1));
    let mut series_at = place(&rows, 2);
    if series_at.is_none() && values.iter().any(|own| own.series.is_some()) {
        let width = rows.first().map_or(0, Vec::len);
        for (n, row) in rows.iter_mut().enumerate() {
            row.resize(width, String::new());
            row.push(if n == 0 { name(2) } else { String::new() });
        }
        series_at = Some(width);
    }
    let width = rows.first().map_or(0, Vec::len);
    let mut renewed = Renewed::default();
    for own in values {
        let written = own.value.map_or_else(String::new, |value| value.to_string());
        let year = own.year.to_string();
        let cell = |row: &Vec<String>, at: usize| row.get(at).map(|own| own.trim().to_owned()).unwrap_or_default();
        let is_series = |row: &Vec<String>| {
            series_at.map_or_else(String::new, |at| fold(&cell(row, at))) == fold(own.series.unwrap_or_default())
        };
        let found = rows.iter().skip(1).position(|row| is_series(row) && cell(row, date_at) == year).map(|n| n + 1);
        if let Some(row) = found.and_then(|n| rows.get_mut(n)) {
            let before = cell(row, value_at);
            let is_same = before.parse::<f64>().ok() == own.value;
            // What Kolada does not know, an editor may.
            if is_same || own.value.is_none() {
                renewed.same += 1;
                continue;
            }
            if row.len() <= value_at {
                row.resize(width, String::new());
            }
            if let Some(cell) = row.get_mut(value_at) {
                cell.clone_from(&written);
            }
            if before.is_empty() {
                renewed.added += 1;
            } else {
                let series = own.series.map(str::to_owned);
                renewed.changed.push(Changed { series, year: own.year, before, now: written });
            }
            continue;
        }
        let mut row = vec![String::new(); width];
        for (at, text) in [
            (Some(date_at), year.clone()),
            (Some(value_at), written),
            (series_at, own.series.unwrap_or_default().to_owned()),
        ] {
            if let Some(cell) = at.and_then(|at| row.get_mut(at)) {
                *cell = text;
            }
        }
        // After what came before it in its series, or before all of that; a series of its own stands last.
        let mine: Vec<usize> = (1..rows.len()).filter(|n| rows.get(*n).is_some_and(is_series)).collect();
        let earlier = mine.iter().copied().rfind(|n| rows.get(*n).is_some_and(|row| cell(row, date_at) < year));
        let place = earlier.map(|n| n + 1).or(mine.first().copied()).unwrap_or(rows.len());
        rows.insert(place, row);
        renewed.added += 1;
    }
    let ending = if plain.contains("\r\n") { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
    let mut writer = csv::WriterBuilder::new().flexible(true).terminator(ending).from_writer(Vec::new());
    for row in &rows {
        writer.write_record(row).expect("rows of any length can be written to memory");
    }
    let bytes = writer.into_inner().expect("memory takes all that is written to it");
    (String::from_utf8(bytes).expect("it was made of text"), renewed)
}

/// The indicator's own file, whose source says when it was fetched.
fn dated(text: &str, own: &Wanted, date: Date, language: Language) -> String {
    let date = date.to_string();
    let (place, new) = if let Some(span) = own.fetched {
        (span.range(), date)
    } else {
        let fields = (v::DataSource::RECORD.fields)();
        let key = fields.iter().find(|own| own.name.en == "fetched");
        let key = key.map_or("", |own| own.name.in_language(language.tag()));
        let end = own.figure.span.range().end;
        let (before, rest) = (text.get(..end).unwrap_or_default(), text.get(end..).unwrap_or_default());
        let line = before.rsplit('\n').next().unwrap_or_default();
        if line.trim_start().starts_with("kolada_id") {
            // A line of its own, after whatever else stands in this one.
            let end = end + rest.find(['\r', '\n']).unwrap_or(rest.len());
            let newline = if rest.contains("\r\n") { "\r\n" } else { "\n" };
            let indent: String = line.chars().take_while(|c| c.is_whitespace()).collect();
            (end..end, format!("{newline}{indent}{key}: {date}"))
        } else {
            // In braces.
            (end..end, format!(", {key}: {date}"))
        }
    };
    [text.get(..place.start).unwrap_or_default(), &new, text.get(place.end..).unwrap_or_default()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::observe::Unobserved;
    use crate::source;

    fn after(text: &str) -> String {
        let files = Files::from_memory([("content/indicators/a.md".to_owned(), text.as_bytes().to_vec())]);
        let source = source::read(&files, None, &mut Diagnostics::new(), &Unobserved);
        let wanted = wanted(&source, &files);
        dated(text, &wanted[0], Date::constant(2026, 11, 29), Language::ENGLISH)
    }

    #[test]
    fn the_day_stands_where_the_source_is_written() {
        for (before, now) in [
            (
                "---\r\nsource:\r\n  kolada_id: N1 # x\r\n  name: K\r\n---\r\n",
                "---\r\nsource:\r\n  kolada_id: N1 # x\r\n  fetched: 2026-11-29\r\n  name: K\r\n---\r\n",
            ),
            (
                "---\nsource: {name: K, kolada_id: N1}\n---\n",
                "---\nsource: {name: K, kolada_id: N1, fetched: 2026-11-29}\n---\n",
            ),
            (
                "---\nsource:\n  fetched: 2025\n  kolada_id: N1\n---\n",
                "---\nsource:\n  fetched: 2026-11-29\n  kolada_id: N1\n---\n",
            ),
        ] {
            assert_eq!(after(before), now);
        }
    }

    #[test]
    fn an_id_with_a_slip_is_told_from_another() {
        for (a, b, is) in [
            ("N00671", "N00761", true),
            ("N00671", "N00672", true),
            ("N00671", "N00671", false),
            ("N00671", "N00617", true),
            ("N00671", "N01672", false),
            ("N00671", "N0067", false),
        ] {
            assert_eq!(is_slip(a, b), is, "{a} {b}");
        }
    }
}
