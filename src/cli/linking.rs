//! `framdrift links`: what the site links to elsewhere, and whether it is still there.

use std::process::ExitCode;

use serde::Serialize;

use super::arguments::{Format, Links, Loudness, Voice};
use super::terminal::{Terminal, Tone};
use super::{CONTENT, Look, Report, clock, github, gitlab, human, json, plan_language, prefix, sarif};
use crate::audit::{External, unreachable};
use crate::diag::{Diagnostics, Level};
use crate::fetch::{Asking, ask};
use crate::files::{Files, Span};
use crate::observe::Unobserved;
use crate::words::{Arg, Language, Words};

/// Makes the site for what it links to, and tells it or asks for it.
pub(super) fn links(
    asked: &Links,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let which = &asked.which;
    let files = crate::files::read(&which.folder)?;
    *language = voice.language.or_else(|| plan_language(&files)).unwrap_or(Language::SWEDISH);
    let words = Words::new(*language);
    let options = crate::Options {
        base_url: which.base_url.clone(),
        theme: which.theme.clone(),
        ..crate::Options::at(clock(which.date)?)
    };
    let before = prefix(&which.folder);
    let mut diagnostics = Diagnostics::new();
    let outcome = crate::rehearse(&files, &options, &mut diagnostics, &Unobserved);
    let Ok(outcome) = outcome else {
        show(&Report::new(&diagnostics, &files, &words, before), asked.format, terminal)?;
        return Ok(ExitCode::from(CONTENT));
    };
    let only = asked.only.as_deref().unwrap_or_default();
    let all: Vec<External> = outcome.external.into_iter().filter(|own| own.address.starts_with(only)).collect();
    if !asked.check_external {
        let listed: Vec<Listed<'_>> = all.iter().map(|own| Listed::of(own, &files, &before)).collect();
        terminal.answer(&match asked.format {
            Format::Json => serde_json::to_string_pretty(&listed)? + "\n",
            _ => listed.iter().map(|own| own.text(&words)).collect(),
        })?;
        return Ok(ExitCode::SUCCESS);
    }

    let asking = Asking { with_private: asked.private, ..Asking::default() };
    let told = |address: &str| {
        if voice.loudness == Loudness::Loud {
            terminal.line(Tone::Plain, &human::harmless(address));
        }
    };
    let answers = ask(all.iter().map(|own| own.address.as_str()), asking, &told);
    let mut found = Diagnostics::new();
    unreachable(&all, &answers, &mut found);
    let report = Report::new(&found, &files, &words, before);
    show(&report, asked.format, terminal)?;
    let errors = report.count(Level::Error);
    if voice.loudness > Loudness::Quiet {
        let count = |n: usize| Arg::from(words.fill("cli-links", &[("n", Arg::from(n))]));
        let (tone, key) = if errors > 0 { (Tone::Bad, "cli-links-gone") } else { (Tone::Good, "cli-links-there") };
        let gone = answers.values().filter(|own| own.is_gone()).count();
        let unsure = answers.values().filter(|own| own.is_unsure()).count();
        let args = [("links", count(answers.len())), ("gone", Arg::from(gone)), ("unsure", Arg::from(unsure))];
        terminal.line(tone, &words.fill(key, &args));
    }
    Ok(if errors > 0 { ExitCode::from(CONTENT) } else { ExitCode::SUCCESS })
}

fn show(report: &Report<'_>, format: Format, terminal: Terminal) -> anyhow::Result<()> {
    match format {
        Format::Human => terminal.tell(&human(report, Look::Coloured)),
        Format::Json => terminal.answer(&json(report))?,
        Format::Github => terminal.answer(&github(report))?,
        Format::Gitlab => terminal.answer(&gitlab(report))?,
        Format::Sarif => terminal.answer(&sarif(report))?,
    }
    Ok(())
}

/// An address as it is listed.
#[derive(Serialize)]
struct Listed<'a> {
    address: &'a str,
    /// `content/goals/a.md:12:5`.
    places: Vec<String>,
    pages: &'a [String],
}

impl<'a> Listed<'a> {
    fn of(external: &'a External, files: &Files, before: &str) -> Self {
        let place = |span: &Span| {
            let at = files.position(*span);
            format!("{before}{}:{}:{}", files.get(span.file).path, at.line, at.column)
        };
        let places = external.places.iter().map(place).collect();
        Self { address: &external.address, places, pages: &external.pages }
    }

    fn text(&self, words: &Words) -> String {
        let mut lines = vec![human::harmless(self.address)];
        lines.extend(self.places.iter().map(|place| format!("  {}", human::harmless(place))));
        if self.places.is_empty() {
            let page = self.pages.first().map_or("", String::as_str);
            let args = [("page", Arg::from(format!("/{page}"))), ("n", Arg::from(self.pages.len()))];
            lines.push(format!("  {}", words.fill("cli-links-of-theme", &args)));
        }
        lines.join("\n") + "\n"
    }
}
