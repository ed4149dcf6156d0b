//! `framdrift completions` and `framdrift man`: the command line for shells, and for those who read manuals.

use std::path::Path;
use std::process::ExitCode;

use super::arguments;
use super::terminal::Terminal;
use crate::publish;

/// Writes what lets a shell complete the command line.
pub(super) fn completions(shell: arguments::Shell, terminal: Terminal) -> anyhow::Result<ExitCode> {
    terminal.answer(&String::from_utf8_lossy(&arguments::completions(shell)))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the manual: its first page to standard output, or every page to a folder.
pub(super) fn man(folder: Option<&Path>, terminal: Terminal) -> anyhow::Result<ExitCode> {
    let pages = arguments::manual();
    match folder {
        None => terminal.answer(pages.first().map_or("", |(_, text)| text))?,
        Some(folder) => {
            publish::renew(folder, pages.iter().map(|(name, text)| (name.as_str(), text.as_str())), "framdrift")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}
