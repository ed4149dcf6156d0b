//! `framdrift export` and `framdrift import`: the plan as a workbook, and back.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use indexmap::IndexMap;

use super::arguments::{self, Export, Import, Loudness, Voice};
use super::human::text;
use super::mapping::{List, Questions, argument};
use super::terminal::{Terminal, Tone};
use super::{CONTENT, FAILED, Look, Report, beginning, clock, human, plan_language, prefix, refuse_inside_content};
use crate::compose::Desk;
use crate::compose::workbook::{self, BadCell, Imported, Left, Line, NoTable, Refused, Why, difference};
use crate::diag::{Diagnostics, code};
use crate::files::Files;
use crate::publish::{self, Exists};
use crate::words::{Arg, Language, Words};

/// Writes the plan as a workbook.
pub(super) fn export(
    asked: &Export,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let clock = clock(asked.date)?;
    let files = crate::files::read(&asked.folder)?;
    let own = plan_language(&files).unwrap_or(Language::SWEDISH);
    *language = voice.language.unwrap_or(own);
    let words = Words::new(*language);
    let mut diagnostics = Diagnostics::new();
    let Ok(desk) = Desk::new(&files, |timezone| clock.date(timezone), &mut diagnostics) else {
        let report = Report::new(&diagnostics, &files, &words, prefix(&asked.folder));
        terminal.tell(&human(&report, Look::Coloured));
        terminal.line(Tone::Bad, &words.get("cli-checked-broken"));
        return Ok(ExitCode::from(CONTENT));
    };
    let period = match &asked.period {
        Some(period) => Some(beginning::period(&desk, &words, period)?),
        None => desk.gathered(),
    };
    let place = asked.xlsx.clone().unwrap_or_else(|| arguments::below(&asked.folder, "plan.xlsx"));
    refuse_inside_content(&asked.folder, &place)?;
    let created = desk.plan().settings.start.first_day();
    let book = workbook::export(&files, &Words::new(own), period, created);
    for path in &book.left_out {
        let path = text(&format!("{}{path}", prefix(&asked.folder)));
        terminal.line(Tone::Bad, &words.fill("cli-export-left-out", &[("path", path)]));
    }
    let file = || text(&place.display().to_string());
    if let Err(error) = publish::put(&place, &book.bytes, asked.force) {
        if error.downcast_ref::<Exists>().is_some() {
            bail!(words.fill("cli-export-exists", &[("file", file())]));
        }
        return Err(error);
    }
    if voice.loudness > Loudness::Quiet {
        let mut line = words.fill("cli-export-done", &[("file", file())]);
        if let Some(period) = period {
            let period = [("period", text(&period.to_string()))];
            let _ = write!(line, " {}", words.fill("cli-export-reports", &period));
        }
        terminal.line(Tone::Good, &line);
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes what was changed in a workbook, or what a list says, into the plan's files.
pub(super) fn import(
    asked: &Import,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let files = crate::files::read(&asked.folder)?;
    let own = plan_language(&files).unwrap_or(Language::SWEDISH);
    *language = voice.language.unwrap_or(own);
    let (words, own) = (Words::new(*language), Words::new(own));
    let bytes = crate::files::one(&asked.file)?;
    let before = prefix(&asked.folder);
    let name = asked.file.file_name().unwrap_or_default().to_string_lossy();
    let refused = |why: Refused, has_map: bool| {
        let Import { file, .. } = asked;
        Refusal { words: &words, terminal, before: &before, file, has_map }.told(why)
    };
    let given = match workbook::given(&name, &bytes) {
        Ok(given) => given,
        Err(why) => return refused(why, false),
    };
    let list = List {
        files: &files,
        given: &given,
        path: &asked.file,
        folder: &asked.folder,
        sheet: asked.sheet.as_deref(),
        own: &own,
        words: &words,
    };
    let is_own = asked.map.is_none() && asked.sheet.is_none() && given.is_own();
    let done = match &asked.map {
        Some(place) if !place.exists() => return propose(list, place, asked.dry_run, terminal),
        Some(_) if asked.sheet.is_some() => bail!(words.get("cli-map-has-sheet")),
        Some(place) => {
            let shown = place.display().to_string();
            workbook::import_mapped(&files, &given, (&shown, &crate::files::one(place)?), &own)
        }
        None if is_own => workbook::import_own(&files, &given, &own),
        None => match answered(list, terminal)? {
            Ok((name, map)) => workbook::import_mapped(&files, &given, (&name, map.as_bytes()), &own),
            Err(code) => return Ok(code),
        },
    };
    let done = match done {
        Ok(done) => done,
        Err(why) => return refused(why, !is_own),
    };
    for own in &done.left {
        terminal.line(Tone::Plain, &left(own, &words));
    }
    if asked.dry_run {
        terminal.answer(&shown(&done, &files, &words, &before))?;
    } else {
        publish::add(&asked.folder, done.added.iter().map(|(path, text)| (path.as_str(), text.as_str())))?;
        let changed = done.changed.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        publish::change(&asked.folder, [], changed)?;
    }
    if voice.loudness > Loudness::Quiet {
        if !asked.dry_run {
            for path in done.changed.keys().chain(done.added.keys()) {
                terminal.line(Tone::Plain, &named(&done, path, &words, &before));
            }
        }
        let key = if asked.dry_run { "cli-import-dry" } else { "cli-import-done" };
        let n = done.changed.len() + done.added.len();
        terminal.line(Tone::Good, &words.fill(key, &[("n", Arg::from(n))]));
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes a map with what can be guessed; only shows it when nothing is to be written.
fn propose(list: List<'_>, place: &Path, dry_run: bool, terminal: Terminal) -> anyhow::Result<ExitCode> {
    let words = list.words;
    let map = list.draft()?.text(&list.name(), list.own);
    if dry_run {
        terminal.answer(&map)?;
        return Ok(ExitCode::SUCCESS);
    }
    refuse_inside_content(list.folder, place)?;
    publish::put(place, map.as_bytes(), false)?;
    let args = [("map", text(&place.display().to_string()))];
    terminal.line(Tone::Good, &words.fill("cli-map-written", &args));
    Ok(ExitCode::SUCCESS)
}

/// A map of what somebody answers on a terminal: what it is called, and what it says; or the exit code, where nobody is.
fn answered(list: List<'_>, terminal: Terminal) -> anyhow::Result<Result<(String, String), ExitCode>> {
    let words = list.words;
    let draft = list.draft()?;
    if !io::stdin().is_terminal() {
        terminal.tell(&list.told(&draft));
        return Ok(Err(ExitCode::from(FAILED)));
    }
    let mut say = |tone: Tone, text: &str| match text.strip_suffix('\n') {
        Some(line) => terminal.line(tone, line),
        None => terminal.tell(text),
    };
    let (draft, place) = Questions { list, answers: io::stdin().lock(), say: &mut say }.all()?;
    let map = draft.text(&list.name(), list.own);
    let Some(place) = place else { return Ok(Ok((words.get("cli-map-answers"), map))) };
    refuse_inside_content(list.folder, &place)?;
    // The answers are kept before anything can go wrong with them.
    publish::put(&place, map.as_bytes(), false)?;
    terminal.line(Tone::Good, &words.fill("cli-map-kept", &[("map", Arg::from(argument(&place)))]));
    Ok(Ok((place.display().to_string(), map)))
}

/// An import that was refused.
struct Refusal<'a> {
    words: &'a Words,
    terminal: Terminal,
    before: &'a str,
    file: &'a Path,
    has_map: bool,
}

impl Refusal<'_> {
    /// Says why.
    fn told(&self, why: Refused) -> anyhow::Result<ExitCode> {
        let (words, terminal) = (self.words, self.terminal);
        let file = || ("file", text(&self.file.display().to_string()));
        match why {
            Refused::Unread(reason) => bail!(words.fill("cli-import-unread", &[file(), ("reason", text(&reason))])),
            Refused::NoTable(NoTable::NoText) => bail!(words.fill("cli-import-no-text", &[file()])),
            Refused::NoTable(NoTable::TooLarge) => bail!(words.fill("cli-import-too-large", &[file()])),
            Refused::NoTable(NoTable::OpenQuote(row)) => {
                let row = (row + 1).to_string();
                bail!(words.fill("cli-import-open-quote", &[file(), ("row", Arg::from(row))]))
            }
            Refused::Old => bail!(words.fill("cli-import-old", &[file()])),
            Refused::Foreign => bail!(words.fill("cli-import-foreign", &[file()])),
            Refused::Cells(bad) => {
                for line in cells(&bad, words, self.before) {
                    terminal.line(Tone::Plain, &line);
                }
                let key = if self.has_map { "cli-import-bad-map" } else { "cli-import-bad" };
                terminal.line(Tone::Bad, &words.fill(key, &[("n", Arg::from(bad.len()))]));
            }
            Refused::Map(map, found) => {
                terminal.tell(&human(&Report::new(&found, &map, words, ""), Look::Coloured));
                terminal.line(Tone::Bad, &words.get("cli-map-wrong"));
            }
            Refused::Worse(after, found, rows) => {
                terminal.tell(&human(&Report::new(&found, &after, words, self.before), Look::Coloured));
                // Who works with the sheet looks for the row, not for the file.
                let concerned: BTreeSet<&String> =
                    found.iter().filter_map(|own| Some(&after.get(own.span?.file).path)).collect();
                for (path, (sheet, cell)) in rows.iter().filter(|(path, _)| concerned.contains(path)) {
                    let path = text(&format!("{}{path}", self.before));
                    let args = [("path", path), ("cell", Arg::from(place(sheet, cell)))];
                    terminal.line(Tone::Plain, &words.fill("cli-import-worse-row", &args));
                }
                terminal.line(Tone::Bad, &words.get("cli-import-worse"));
            }
        }
        Ok(ExitCode::from(CONTENT))
    }
}

/// A file that changes, or is new.
fn named(done: &Imported, path: &str, words: &Words, before: &str) -> String {
    let shown = human::harmless(&format!("{before}{path}"));
    if done.added.contains_key(path) { words.fill("cli-import-new", &[("path", Arg::from(shown))]) } else { shown }
}

/// What changes, line by line.
fn shown(done: &Imported, files: &Files, words: &Words, before: &str) -> String {
    let mut text = String::new();
    for (path, after) in done.changed.iter().chain(&done.added) {
        let old = files.find(path).map(|file| files.text(file)).unwrap_or_default();
        let _ = writeln!(text, "{}", named(done, path, words, before));
        for line in difference(&old, after) {
            let (sign, line) = match &line {
                Line::Old(line) => ('-', line),
                Line::New(line) => ('+', line),
            };
            let _ = writeln!(text, "{}", format!("{sign} {}", human::harmless(line)).trim_end());
        }
        text.push('\n');
    }
    text
}

/// What is wrong with cells, each thing once with all the cells that it is said of.
fn cells(bad: &[BadCell], words: &Words, before: &str) -> Vec<String> {
    let mut found: IndexMap<(&str, String), Vec<String>> = IndexMap::new();
    for own in bad {
        found.entry((&own.sheet, why(own, words, before))).or_default().push(own.cell.clone());
    }
    let line = |((sheet, why), cells): ((&str, String), Vec<String>)| {
        format!("{}: {why}", place(sheet, &workbook::shown(&cells, words)))
    };
    found.into_iter().map(line).collect()
}

/// What is wrong with a cell.
fn why(own: &BadCell, words: &Words, before: &str) -> String {
    let path = |path: &str| [("path", text(&format!("{before}{path}")))];
    match &own.why {
        Why::Rule(found) => {
            // What to write in a file when a key is missing is no help in a workbook.
            let help = if *found.rule == code::MISSING_KEY { Vec::new() } else { found.help(words) };
            let lines = std::iter::once(found.message(words)).chain(help);
            lines.map(|line| human::harmless(&line)).collect::<Vec<_>>().join(" ")
        }
        Why::NoId(None) => words.get("cli-import-no-id"),
        Why::NoId(Some(near)) => words.fill("cli-import-near-id", &[("near", text(near))]),
        Why::NoColumn(column) => words.fill("cli-import-no-column", &[("column", text(column))]),
        Why::Twice(cell) => words.fill("cli-import-twice", &[("cell", text(cell))]),
        Why::Broken => words.get("cli-import-broken"),
        Why::Moved(now) if now.is_empty() => words.get("cli-import-moved-empty"),
        Why::Moved(now) => words.fill("cli-import-moved", &[("now", text(now))]),
        Why::Gone(id) => words.fill("cli-import-gone", &[("id", text(id))]),
        Why::TooLong => words.get("cli-import-too-long"),
        Why::Unread(own) => words.fill("cli-import-unread-file", &path(own)),
        Why::Unwritable(own) => words.fill("cli-import-unwritable", &path(own)),
        Why::Unclear(one, other) => {
            let dates = [("one", Arg::from(one.to_string())), ("other", Arg::from(other.to_string()))];
            words.fill("cli-import-unclear", &dates)
        }
        Why::NoField(field, record) => {
            let tag = words.language().tag();
            let record = Arg::Name { text: record.in_language(tag), key: record.en };
            words.fill("cli-import-no-field", &[("field", Arg::from(field.in_language(tag))), ("record", record)])
        }
    }
}

/// What was not read.
fn left(own: &Left, words: &Words) -> String {
    match own {
        Left::Sheet(sheet) => words.fill("cli-import-left-sheet", &[("sheet", text(sheet))]),
        Left::Column(sheet, cell, column) => {
            let args = [("cell", Arg::from(place(sheet, cell))), ("column", text(column))];
            words.fill("cli-import-left-column", &args)
        }
        Left::Older(sheet, cells) => {
            let args = [("sheet", text(sheet)), ("cells", Arg::from(cells.join(", ")))];
            words.fill("cli-import-left-older", &args)
        }
        Left::Gone(sheet, cell, id) => {
            words.fill("cli-import-left-gone", &[("cell", Arg::from(place(sheet, cell))), ("id", text(id))])
        }
        Left::Row(sheet, cell, own) => {
            words.fill("cli-import-left-row", &[("cell", Arg::from(place(sheet, cell))), ("text", text(own))])
        }
    }
}

/// A cell as programs of workbooks name it.
fn place(sheet: &str, cell: &str) -> String {
    let sheet = human::harmless(sheet);
    let is_word = sheet.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '.'));
    if is_word { format!("{sheet}!{cell}") } else { format!("'{sheet}'!{cell}") }
}
