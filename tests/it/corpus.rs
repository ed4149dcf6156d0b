//! Hostile inputs, one a file in `tests/hostile/`: what an account that was stolen, or a caller to the contact centre,
//! could send. Each is refused or shown, as its file says; what is shown can't run a script, ask another host for
//! anything or leave the site's folder. `.ci/hostile.mjs` opens the same in a browser.

use std::path::Path;

use framdrift::diag::{Diagnostics, Level};
use rayon::prelude::*;

use super::harmless::harmless;
use super::rules::{Case, run_case};

#[test]
fn what_is_hostile_is_refused_or_does_no_harm() {
    let paths = super::files_below(&super::root().join("tests/hostile"));
    assert!(paths.len() >= 100, "there are {} hostile inputs", paths.len());
    let problems: Vec<String> = paths
        .par_iter()
        .filter_map(|path| check(path).err().map(|why| format!("{}: {why}", path.file_name().unwrap().display())))
        .collect();
    assert!(problems.is_empty(), "\n{}\nUPDATE_EXPECT=1 writes the outcomes anew", problems.join("\n"));
}

#[expect(clippy::disallowed_methods, reason = "a test reads its cases and, when asked to, writes them anew")]
fn check(path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let (input, outcome) = text.split_once("=== outcome\n").ok_or("has no outcome")?;
    let (site, diagnostics) = run_case(&Case::parse(input));
    if let Some(site) = &site {
        harmless(site)?;
    }
    let now = match &site {
        Some(_) => "shown".to_owned(),
        None => format!("refused {}", codes(&diagnostics)),
    };
    if outcome.trim() == now {
        return Ok(());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return std::fs::write(path, format!("{input}=== outcome\n{now}\n")).map_err(|error| error.to_string());
    }
    Err(format!("expected: {}, is: {now}", outcome.trim()))
}

/// The codes of the errors, each once.
fn codes(diagnostics: &Diagnostics) -> String {
    diagnostics.codes(Level::Error).join(" ")
}
