//! A rule's code in, its long text out.

use std::fmt::Write as _;

use crate::diag::{Level, RULES, Rule, rule};
use crate::words::{Arg, Words, nearest};

use super::report::level_word;

/// The text of the rule with this code; of an unknown one, what may have been meant.
pub(super) fn one(code: &str, words: &Words) -> Result<String, String> {
    // `101` is as good as `FD101`.
    let found = rule(code).or_else(|| rule(&format!("FD{}", code.trim())));
    let Some(found) = found else { return Err(unknown(code, words)) };
    let level = match found.level {
        Level::Error => "cli-level-error",
        Level::Warning => "cli-level-warning",
    };
    let level = words.fill(level, &[("code", Arg::from(found.code))]);
    let text = |attribute: &str| words.get(&format!("{}.{attribute}", found.code));
    Ok(format!("{}: {}\n\n{}\n\n{level}\n", found.code, text("summary"), text("explain")))
}

fn unknown(code: &str, words: &Words) -> String {
    let mut text = words.fill("cli-unknown-rule", &[("code", Arg::from(code))]);
    if let Some(near) = nearest(&code.to_uppercase(), RULES.iter().map(|rule| rule.code)) {
        text.push('\n');
        text.push_str(&words.fill("cli-unknown-rule.nearest", &[("nearest", Arg::from(near))]));
    }
    format!("{text}\n{}\n", words.get("cli-unknown-rule.help"))
}

/// Every rule on a line: code, level and summary.
pub(super) fn all(words: &Words) -> String {
    let level = |rule: &Rule| words.get(level_word(rule.level));
    let width = RULES.iter().map(|rule| level(rule).chars().count()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in RULES {
        let summary = words.get(&format!("{}.summary", rule.code));
        writeln!(text, "{}  {:width$}  {summary}", rule.code, level(rule))
            .expect("a String takes all that is written to it");
    }
    text
}
