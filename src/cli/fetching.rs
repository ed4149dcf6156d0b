//! `framdrift fetch`: what others publish, into the files of the indicators that it belongs to.

use std::collections::BTreeSet;
use std::process::ExitCode;

use anyhow::bail;

use super::arguments::{Kolada, Loudness, Voice};
use super::terminal::{Terminal, Tone};
use super::{CONTENT, Look, Report, clock, human, plan_language, prefix};
use crate::compose::kolada::{Renewed, Wanted, renewed, wanted};
use crate::diag::{Diagnostics, Level};
use crate::fetch::{Asking, KOLADA, Trouble, kolada as ask};
use crate::files::FileId;
use crate::model::municipality;
use crate::observe::Unobserved;
use crate::publish;
use crate::words::{Arg, Language, Words};

/// Fetches the values of indicators from Kolada, tells what becomes of them, and writes it.
pub(super) fn kolada(
    asked: &Kolada,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let files = crate::files::read(&asked.folder)?;
    let own = plan_language(&files).unwrap_or(Language::SWEDISH);
    *language = voice.language.unwrap_or(own);
    let words = Words::new(*language);
    let mut read = Diagnostics::new();
    let source = crate::source::read(&files, None, &mut read, &Unobserved);
    let mut all: Vec<Wanted> = wanted(&source, &files);
    if all.is_empty() {
        bail!(words.get("cli-kolada-none"));
    }
    if let Some(only) = &asked.only {
        all.retain(|own| own.id == *only);
        if all.is_empty() {
            bail!(words.fill("cli-kolada-only", &[("id", Arg::from(only.as_str()))]));
        }
    }
    // What is wrong elsewhere in the plan is check's to tell.
    let mut found = Diagnostics::new();
    let concerns = |own: &Wanted, file: FileId| own.file == file || own.values == Some(file);
    for wrong in read.sorted(&files).into_iter().filter(|own| own.rule.level == Level::Error) {
        if wrong.span.is_some_and(|span| all.iter().any(|own| concerns(own, span.file))) {
            found.report(wrong.clone());
        }
    }
    all.retain(|own| !read.has_error_in(own.file) && !own.values.is_some_and(|file| read.has_error_in(file)));

    let plan = source.plan.docs.first().map(|doc| &doc.record);
    let code = asked.municipality.clone().or_else(|| Some(plan?.municipality_code.as_ref()?.value.clone()));
    let Some(code) = code else { bail!(words.get("cli-kolada-code")) };
    // The codes of regions and of the country begin so.
    if municipality(&code).is_none() && !code.starts_with("00") {
        bail!(words.fill("cli-kolada-municipality", &[("code", Arg::from(code))]));
    }
    let timezone = plan.and_then(|plan| plan.timezone.as_ref()).map_or("Europe/Stockholm", |own| own.value.as_str());
    let date = clock(asked.date)?.date(timezone);

    let figures: BTreeSet<String> = all.iter().map(|own| own.figure.value.clone()).collect();
    let compared = all.iter().flat_map(|own| own.compared.iter().cloned());
    let places: BTreeSet<String> = compared.chain([code.clone()]).collect();
    let from = asked.from.as_deref().unwrap_or(KOLADA).trim_end_matches('/');
    let asking = Asking { with_private: asked.from.is_some(), ..Asking::default() };
    let told = |address: &str| {
        if voice.loudness == Loudness::Loud {
            terminal.line(Tone::Plain, &human::harmless(address));
        }
    };
    let fetched = match ask(from, &figures, &places, asking, &told) {
        Ok(fetched) => fetched,
        Err(trouble) => bail!(in_words(trouble, &words)),
    };

    let (texts, done) = renewed(&all, (&code, date), &fetched, (&files, own), &mut found);
    if voice.loudness > Loudness::Quiet {
        for own in &done {
            tell(own, &words, terminal);
        }
    }
    let report = Report::new(&found, &files, &words, prefix(&asked.folder));
    terminal.tell(&human(&report, Look::Coloured));
    if !asked.dry_run {
        publish::change(&asked.folder, [], texts.iter().map(|(path, text)| (path.as_str(), text.as_str())))?;
    }
    if voice.loudness > Loudness::Quiet {
        let key = if asked.dry_run { "cli-kolada-dry" } else { "cli-kolada-written" };
        terminal.line(Tone::Good, &words.fill(key, &[("n", Arg::from(texts.len()))]));
    }
    Ok(if report.count(Level::Error) > 0 { ExitCode::from(CONTENT) } else { ExitCode::SUCCESS })
}

/// What became of an indicator, and which values are others than before.
fn tell(own: &Renewed, words: &Words, terminal: Terminal) {
    let args = [
        ("id", Arg::from(own.id.as_str())),
        ("added", Arg::from(own.added)),
        ("changed", Arg::from(own.changed.len())),
        ("same", Arg::from(own.same)),
    ];
    terminal.line(Tone::Plain, &words.fill("cli-kolada-renewed", &args));
    for changed in &own.changed {
        let mut args = vec![
            ("year", Arg::from(changed.year.to_string())),
            ("before", Arg::from(human::harmless(&changed.before))),
            ("now", Arg::from(changed.now.as_str())),
        ];
        let text = match &changed.series {
            None => words.fill("cli-kolada-changed", &args),
            Some(series) => {
                args.push(("series", Arg::from(series.as_str())));
                words.fill("cli-kolada-changed-of", &args)
            }
        };
        terminal.line(Tone::Plain, &format!("  {text}"));
    }
}

/// Why nothing came, in the reader's words; what a server said may hold anything.
fn in_words(trouble: Trouble, words: &Words) -> String {
    let text = |text: String| Arg::from(human::harmless(&text));
    match trouble {
        Trouble::Unreached(reason) => words.fill("cli-kolada-unreached", &[("reason", text(reason))]),
        Trouble::Status(status, address) => {
            let args = [("status", Arg::from(status.to_string())), ("address", text(address))];
            words.fill("cli-kolada-status", &args)
        }
        Trouble::Unread(address, reason) => {
            words.fill("cli-kolada-unread", &[("address", text(address)), ("reason", text(reason))])
        }
    }
}
