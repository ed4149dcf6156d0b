//! `framdrift hosting`: what a web server is to do with the site.

use std::process::ExitCode;

use anyhow::Context as _;

use super::arguments::{self, Hosting, Server, Voice};
use super::terminal::Terminal;
use super::{CONTENT, Look, Report, clock, human, plan_language, prefix};
use crate::diag::Diagnostics;
use crate::observe::Unobserved;
use crate::words::{Language, Words};

/// Makes the site, for what its pages allow themselves, and writes what the server includes.
pub(super) fn hosting(
    asked: &Hosting,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let which = &asked.which;
    let files = crate::files::read(&which.folder)?;
    *language = voice.language.or_else(|| plan_language(&files)).unwrap_or(Language::SWEDISH);
    let options = crate::Options {
        base_url: which.base_url.clone(),
        theme: which.theme.clone(),
        ..crate::Options::at(clock(which.date)?)
    };
    let mut diagnostics = Diagnostics::new();
    let Ok(outcome) = crate::rehearse(&files, &options, &mut diagnostics, &Unobserved) else {
        let words = Words::new(*language);
        let report = Report::new(&diagnostics, &files, &words, prefix(&which.folder));
        terminal.tell(&human(&report, Look::Coloured));
        return Ok(ExitCode::from(CONTENT));
    };
    let folder = asked.out.clone().unwrap_or_else(|| arguments::below(&which.folder, "output"));
    let folder =
        std::path::absolute(&folder).with_context(|| format!("could not find out where {} is", folder.display()))?;
    let folder = folder.to_string_lossy();
    let folder = folder.trim_end_matches('/');
    terminal.answer(&match asked.server {
        Server::Nginx => outcome.host.nginx(folder),
        Server::Apache => outcome.host.apache(folder),
    })?;
    Ok(ExitCode::SUCCESS)
}
