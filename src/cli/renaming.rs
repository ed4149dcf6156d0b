//! `framdrift rename`: a thing of the plan gets another id.

use std::process::ExitCode;

use anyhow::bail;

use super::arguments::{Loudness, Rename, Voice};
use super::human::text;
use super::terminal::{Terminal, Tone};
use super::{CONTENT, Look, Report, human, plan_language, prefix};
use crate::compose::rename::{Refused, Renamed, named, rename as renamed};
use crate::model::{Choice as _, Kind};
use crate::publish;
use crate::words::{Arg, Language, Words};

/// Gives a thing another id, and tells what changes.
pub(super) fn rename(
    asked: &Rename,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let files = crate::files::read(&asked.folder)?;
    let own = plan_language(&files).unwrap_or(Language::SWEDISH);
    *language = voice.language.unwrap_or(own);
    let words = Words::new(*language);
    let Some((kind, from)) = named(&asked.from) else {
        bail!(words.fill("cli-rename-form", &[("text", text(&asked.from))]));
    };
    // The kind need not be said twice, but if it is, it must be the same.
    let to = match named(&asked.to) {
        Some((other, to)) if other == kind => to,
        None if !asked.to.contains(':') => asked.to.as_str(),
        _ => bail!(words.fill("cli-rename-form", &[("text", text(&asked.to))])),
    };
    let what = |id: &str| text(&format!("{}:{id}", kind_name(kind, &words)));
    let done = match renamed(&files, kind, from, to, own) {
        Ok(done) => done,
        Err(Refused::Kind) => bail!(words.fill("cli-rename-kind", &[("kind", text(kind_name(kind, &words)))])),
        Err(Refused::NoId) => bail!(words.fill("cli-rename-no-id", &[("id", text(to))])),
        Err(Refused::Taken) => bail!(words.fill("cli-rename-taken", &[("what", what(to))])),
        Err(Refused::Unknown(near)) => {
            let key = if near.is_some() { "cli-rename-near" } else { "cli-rename-unknown" };
            bail!(words.fill(key, &[("what", what(from)), ("near", what(&near.unwrap_or_default()))]))
        }
        Err(Refused::Worse(after, found)) => {
            let report = Report::new(&found, &after, &words, prefix(&asked.folder));
            terminal.tell(&human(&report, Look::Coloured));
            terminal.line(Tone::Bad, &words.get("cli-rename-worse"));
            return Ok(ExitCode::from(CONTENT));
        }
    };
    if voice.loudness > Loudness::Quiet {
        tell(&done, &words, terminal, &prefix(&asked.folder));
    }
    if !asked.dry_run {
        let moved = done.moved.iter().map(|(old, new)| (old.as_str(), new.as_str()));
        let texts = done.texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
        publish::change(&asked.folder, moved, texts)?;
    }
    if voice.loudness > Loudness::Quiet {
        let key = if asked.dry_run { "cli-rename-dry" } else { "cli-rename-done" };
        terminal.line(Tone::Good, &words.fill(key, &[("old", what(from)), ("new", what(to))]));
    }
    Ok(ExitCode::SUCCESS)
}

/// The files that change, and where.
fn tell(done: &Renamed, words: &Words, terminal: Terminal, before: &str) {
    for (old, new) in &done.moved {
        terminal.line(Tone::Plain, &format!("{before}{old} → {before}{new}"));
    }
    for (path, lines) in &done.lines {
        let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
        let args = [
            ("path", text(&format!("{before}{path}"))),
            ("n", Arg::from(lines.len())),
            ("lines", Arg::from(lines.join(", "))),
        ];
        terminal.line(Tone::Plain, &words.fill("cli-rename-changed", &args));
    }
}

fn kind_name(kind: Kind, words: &Words) -> &'static str {
    kind.name().in_language(words.language().tag())
}
