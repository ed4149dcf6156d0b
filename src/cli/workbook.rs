//! `framdrift export` and `framdrift import`: the plan as a workbook, and back.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::bail;

use super::arguments::{self, Export, Import, Loudness, Voice};
use super::terminal::{Terminal, Tone};
use super::{CONTENT, Look, Report, beginning, clock, human, plan_language, prefix, refuse_inside_content};
use crate::compose::Desk;
use crate::compose::workbook::{self, BadCell, Imported, Left, Line, Refused, Why, difference};
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

/// Writes what was changed in a workbook into the plan's files.
pub(super) fn import(
    asked: &Import,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let files = crate::files::read(&asked.folder)?;
    let own = plan_language(&files).unwrap_or(Language::SWEDISH);
    *language = voice.language.unwrap_or(own);
    let words = Words::new(*language);
    let book = crate::files::one(&asked.file)?;
    let file = || text(&asked.file.display().to_string());
    let before = prefix(&asked.folder);
    let done = match workbook::import(&files, &book, &Words::new(own)) {
        Ok(done) => done,
        Err(Refused::Unread(reason)) => {
            bail!(words.fill("cli-import-unread", &[("file", file()), ("reason", text(&reason))]))
        }
        Err(Refused::Foreign) => bail!(words.fill("cli-import-foreign", &[("file", file())])),
        Err(Refused::Cells(bad)) => {
            for own in &bad {
                terminal.line(Tone::Plain, &cell(own, &words, &before));
            }
            terminal.line(Tone::Bad, &words.fill("cli-import-bad", &[("n", Arg::from(bad.len()))]));
            return Ok(ExitCode::from(CONTENT));
        }
        Err(Refused::Worse(after, found)) => {
            let report = Report::new(&found, &after, &words, before);
            terminal.tell(&human(&report, Look::Coloured));
            terminal.line(Tone::Bad, &words.get("cli-import-worse"));
            return Ok(ExitCode::from(CONTENT));
        }
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

/// What is wrong with a cell.
fn cell(own: &BadCell, words: &Words, before: &str) -> String {
    let path = |path: &str| [("path", text(&format!("{before}{path}")))];
    let why = match &own.why {
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
    };
    format!("{}: {why}", place(&own.sheet, &own.cell))
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
    }
}

/// A cell as programs of workbooks name it.
fn place(sheet: &str, cell: &str) -> String {
    let sheet = human::harmless(sheet);
    let is_word = sheet.chars().all(|c| c.is_alphanumeric() || c == '_');
    if is_word { format!("{sheet}!{cell}") } else { format!("'{sheet}'!{cell}") }
}

fn text(text: &str) -> Arg {
    Arg::from(human::harmless(text))
}
