//! `framdrift fmt`: the plan's files are put in order.

use std::path::Path;
use std::process::ExitCode;

use super::arguments::{Loudness, Voice};
use super::terminal::{Terminal, Tone};
use super::{CONTENT, plan_language, prefix};
use crate::compose::format;
use crate::publish;
use crate::words::{Arg, Language, Words};

/// Puts the plan's files in order and tells which have changed, or which would.
pub(super) fn format(
    folder: &Path,
    check: bool,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let files = crate::files::read(folder)?;
    *language = voice.language.or_else(|| plan_language(&files)).unwrap_or(Language::SWEDISH);
    let words = Words::new(*language);
    let changed = format::of(&files);
    if !check {
        publish::change(folder, [], changed.iter().map(|(path, text)| (path.as_str(), text.as_str())))?;
    }
    if voice.loudness > Loudness::Quiet || check {
        for path in changed.keys() {
            terminal.line(Tone::Plain, &format!("{}{path}", prefix(folder)));
        }
    }
    if voice.loudness > Loudness::Quiet {
        let key = if check { "cli-fmt-check" } else { "cli-fmt-done" };
        let tone = if check && !changed.is_empty() { Tone::Bad } else { Tone::Good };
        terminal.line(tone, &words.fill(key, &[("n", Arg::from(changed.len()))]));
    }
    Ok(if check && !changed.is_empty() { ExitCode::from(CONTENT) } else { ExitCode::SUCCESS })
}
