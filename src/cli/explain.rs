//! A rule's code in, its long text out.

use std::fmt::Write as _;

use crate::diag::{Level, RULES, Rule, code, rule};
use crate::source::html::{ATTRIBUTES, ELEMENTS};
use crate::words::{Arg, Words, nearest};

use super::report::level_word;

/// The text of the rule with this code; of an unknown one, what may have been meant.
pub(super) fn one(written: &str, words: &Words) -> Result<String, String> {
    // `101` is as good as `FD101`.
    let found = rule(written).or_else(|| rule(&format!("FD{}", written.trim())));
    let Some(found) = found else { return Err(unknown(written, words)) };
    let level = match found.level {
        Level::Error => "cli-level-error",
        Level::Warning => "cli-level-warning",
    };
    let level = words.fill(level, &[("code", Arg::from(found.code))]);
    let text = |attribute: &str| words.get(&format!("{}.{attribute}", found.code));
    let mut long = text("explain");
    if found == &code::HTML_DROPPED {
        write!(long, "\n\n{}\n{}", words.get("cli-safe-list"), safe_list()).expect("a String takes all");
    }
    Ok(format!("{}: {}\n\n{long}\n\n{level}\n", found.code, text("summary")))
}

/// The HTML that a text may hold, from the list that the reader itself goes by.
fn safe_list() -> String {
    let elements = ELEMENTS.iter().map(|(name, own)| match own {
        [] => (*name).to_owned(),
        own => format!("{name} ({})", own.join(", ")),
    });
    let mut lines = vec![String::from(" ")];
    for element in elements.chain([format!("+ {}", ATTRIBUTES.join(", "))]) {
        let line = lines.last_mut().expect("there is a first line");
        if line.chars().count() + element.chars().count() > 100 {
            lines.push(format!("  {element}"));
        } else {
            line.push(' ');
            line.push_str(&element);
        }
    }
    lines.join("\n")
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
