//! `framdrift verify`: is what lies in a folder or an archive what was once published?

use std::process::ExitCode;

use super::arguments::{Loudness, Verify, Voice};
use super::terminal::{Terminal, Tone};
use super::{CONTENT, human};
use crate::publish::{Fault, verify as compare};
use crate::words::{Arg, Language, Words};

/// Holds a folder or an archive against its record, and tells what is not as it says.
pub(super) fn verify(asked: &Verify, voice: Voice, terminal: Terminal) -> anyhow::Result<ExitCode> {
    let words = Words::new(voice.language.unwrap_or(Language::SWEDISH));
    let (manifest, faults) = compare(&asked.site, asked.manifest.as_deref())?;
    for (path, fault) in &faults {
        let key = match fault {
            Fault::Changed => "cli-verify-changed",
            Fault::Missing => "cli-verify-missing",
            Fault::Unlisted => "cli-verify-unlisted",
        };
        terminal.line(Tone::Bad, &words.fill(key, &[("path", Arg::from(human::harmless(path)))]));
    }
    let count = |n: usize| words.fill("cli-files", &[("n", Arg::from(n))]);
    if !faults.is_empty() {
        let args = [("n", Arg::from(faults.len())), ("files", Arg::from(count(faults.len())))];
        terminal.line(Tone::Bad, &words.fill("cli-verify-wrong", &args));
        return Ok(ExitCode::from(CONTENT));
    }
    if voice.loudness != Loudness::Quiet {
        let date =
            manifest.date.parse().map_or_else(|_| human::harmless(&manifest.date), |day| words.formats().day(day));
        let args = [
            ("files", Arg::from(count(manifest.files.len()))),
            ("date", Arg::from(date)),
            ("program", Arg::from(human::harmless(&manifest.program))),
        ];
        terminal.line(Tone::Good, &words.fill("cli-verify-right", &args));
        if let Some(commit) = &manifest.commit {
            let commit = Arg::from(human::harmless(commit));
            terminal.line(Tone::Plain, &words.fill("cli-verify-commit", &[("commit", commit)]));
        }
    }
    Ok(ExitCode::SUCCESS)
}
