//! Diagnostics for other programs: JSON, the workflow commands of GitHub Actions, GitLab's Code Quality, and SARIF 2.1.0.
//!
//! Lines and columns count from 1, columns in characters (Unicode code points); an end is the place just after. What
//! is about a file as a whole has no line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::report::{Place, Report};
use crate::diag::{Diagnostic, Level, Rule};
use crate::files::Span;
use crate::record::sha256;

/// A list of objects with `code`, `level`, `message`, `help`, `file`, `line`, `column`, `end_line`, `end_column` and
/// `notes`; what is not known is `null`.
pub fn json(report: &Report<'_>) -> String {
    let list: Vec<Value> = report
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let mut object = Map::new();
            object.insert("code".to_owned(), diagnostic.rule.code.into());
            object.insert("level".to_owned(), level(diagnostic.rule).into());
            object.insert("message".to_owned(), diagnostic.message(report.words).into());
            object.insert("help".to_owned(), diagnostic.help(report.words).into());
            object.extend(json_place(diagnostic.span.map(|span| report.place(span))));
            let notes = diagnostic.notes(report.words).into_iter().map(|(span, text)| {
                let mut note = json_place(Some(report.place(span)));
                note.insert("message".to_owned(), text.into());
                Value::Object(note)
            });
            object.insert("notes".to_owned(), notes.collect());
            Value::Object(object)
        })
        .collect();
    pretty(&list.into())
}

fn json_place(place: Option<Place>) -> Map<String, Value> {
    let lines = place.as_ref().and_then(|place| place.lines);
    let value = |n: Option<usize>| n.map_or(Value::Null, Value::from);
    [
        ("file", place.map_or(Value::Null, |place| place.path.into())),
        ("line", value(lines.map(|(start, _)| start.line))),
        ("column", value(lines.map(|(start, _)| start.column))),
        ("end_line", value(lines.map(|(_, end)| end.line))),
        ("end_column", value(lines.map(|(_, end)| end.column))),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into_iter()
    .collect()
}

/// A workflow command a line, which GitHub shows beside the line of the file in a pull request.
pub fn github(report: &Report<'_>) -> String {
    let mut text = String::new();
    for diagnostic in &report.diagnostics {
        let mut properties = Vec::new();
        if let Some(place) = diagnostic.span.map(|span| report.place(span)) {
            properties.push(("file", place.path));
            if let Some((start, end)) = place.lines {
                properties.push(("line", start.line.to_string()));
                properties.push(("endLine", end.line.to_string()));
                properties.push(("col", start.column.to_string()));
                // GitHub takes an end column only on the line of the start.
                if start.line == end.line {
                    properties.push(("endColumn", end.column.to_string()));
                }
            }
        }
        properties.push(("title", diagnostic.rule.code.to_owned()));
        let properties: Vec<String> =
            properties.iter().map(|(name, value)| format!("{name}={}", github_property(value))).collect();
        let message = github_data(&message_with_help(diagnostic, report));
        writeln!(text, "::{} {}::{message}", level(diagnostic.rule), properties.join(","))
            .expect("a String takes all that is written to it");
    }
    text
}

fn github_data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn github_property(text: &str) -> String {
    github_data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A report of GitLab's Code Quality: what it shows beside the line of the file in a merge request. What is about no file
/// is shown at `content/plan.yaml`, since it has no place for what is nowhere.
pub fn gitlab(report: &Report<'_>) -> String {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let list = report.diagnostics.iter().map(|diagnostic| {
        let place = diagnostic.span.map(|span| report.place(span));
        let path = place.as_ref().map_or("content/plan.yaml", |place| place.path.as_str());
        let line = place.as_ref().and_then(|place| place.lines).map_or(1, |(start, _)| start.line);
        let message = diagnostic.message(report.words);
        // The same finding is the same when lines above it have come or gone; two that are alike are two.
        let what = format!("{} {path} {message}", diagnostic.rule.code);
        let count = seen.entry(what.clone()).or_default();
        *count += 1;
        json!({
            "description": format!("{}: {}", diagnostic.rule.code, message_with_help(diagnostic, report)),
            "check_name": diagnostic.rule.code,
            "fingerprint": sha256(format!("{what} {count}").as_bytes()),
            "severity": if diagnostic.rule.level == Level::Error { "blocker" } else { "minor" },
            "location": { "path": path, "lines": { "begin": line } },
        })
    });
    pretty(&list.collect::<Vec<Value>>().into())
}

/// A SARIF 2.1.0 log with the rules that were broken.
pub fn sarif(report: &Report<'_>) -> String {
    let mut rules: Vec<&'static Rule> = report.diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    rules.sort_by_key(|rule| rule.code);
    rules.dedup();
    let results: Vec<Value> = report
        .diagnostics
        .iter()
        .map(|diagnostic| {
            let mut result = json!({
                "ruleId": diagnostic.rule.code,
                "ruleIndex": rules.iter().position(|rule| *rule == diagnostic.rule),
                "level": level(diagnostic.rule),
                "message": { "text": message_with_help(diagnostic, report) },
                "locations": diagnostic.span.iter().map(|span| json!({
                    "physicalLocation": physical_location(*span, report),
                })).collect::<Vec<Value>>(),
            });
            let notes = diagnostic.notes(report.words);
            if !notes.is_empty() {
                result["relatedLocations"] = notes
                    .into_iter()
                    .enumerate()
                    .map(|(n, (span, text))| {
                        json!({
                            "id": n,
                            "physicalLocation": physical_location(span, report),
                            "message": { "text": text },
                        })
                    })
                    .collect();
            }
            result
        })
        .collect();
    let rules: Vec<Value> = rules.into_iter().map(|rule| sarif_rule(rule, report)).collect();
    pretty(&json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "framdrift",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "language": report.words.language().tag(),
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn sarif_rule(rule: &Rule, report: &Report<'_>) -> Value {
    let text = |attribute: &str| report.words.get(&format!("{}.{attribute}", rule.code));
    json!({
        "id": rule.code,
        "shortDescription": { "text": text("summary") },
        "fullDescription": { "text": text("explain") },
        "help": { "text": text("explain") },
        "defaultConfiguration": { "level": level(rule) },
    })
}

fn physical_location(span: Span, report: &Report<'_>) -> Value {
    let place = report.place(span);
    let mut location = json!({ "artifactLocation": { "uri": uri(&place.path) } });
    if let Some((start, end)) = place.lines {
        location["region"] = json!({
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        });
    }
    location
}

/// A path as a URI reference: what may not stand in one is percent-encoded.
pub(super) fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            write!(uri, "%{byte:02X}").expect("a String takes all that is written to it");
        }
    }
    uri
}

fn message_with_help(diagnostic: &Diagnostic, report: &Report<'_>) -> String {
    let mut lines = vec![diagnostic.message(report.words)];
    lines.extend(diagnostic.help(report.words));
    lines.join("\n")
}

fn level(rule: &Rule) -> &'static str {
    match rule.level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn github_commands_cannot_be_broken_out_of() {
        assert_eq!(github_data("50 %\r\n::error::"), "50 %25%0D%0A::error::");
        assert_eq!(github_property("a,b:c%"), "a%2Cb%3Ac%25");
    }

    #[test]
    fn a_path_is_a_uri() {
        assert_eq!(uri("plan/content/a b/mål#1.md"), "plan/content/a%20b/m%C3%A5l%231.md");
    }
}
