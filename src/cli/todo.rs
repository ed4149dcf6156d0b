//! `framdrift todo`: what each role owes, as text, as JSON, or as a letter to each.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use serde_json::{Value, json};

use super::arguments::{Todo, TodoFormat, Voice};
use super::report::Report;
use super::terminal::{Terminal, Tone};
use super::{CONTENT, Look, human, prefix};
use crate::compose::Desk;
use crate::diag::Diagnostics;
use crate::model::{Period, Plan};
use crate::pages::{self, Owing};
use crate::words::{Arg, Language, Words};

/// Tells what is owed.
pub(super) fn todo(
    asked: &Todo,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let clock = super::clock(asked.date)?;
    let files = crate::files::read(&asked.folder)?;
    *language = voice.language.or_else(|| super::plan_language(&files)).unwrap_or(Language::SWEDISH);
    let words = Words::new(*language);
    let mut diagnostics = Diagnostics::new();
    let Ok(desk) = Desk::new(&files, |timezone| clock.date(timezone), &mut diagnostics) else {
        let report = Report::new(&diagnostics, &files, &words, prefix(&asked.folder));
        terminal.tell(&human(&report, Look::Coloured));
        terminal.line(Tone::Bad, &words.get("cli-checked-broken"));
        return Ok(ExitCode::from(CONTENT));
    };
    if desk.left_out() > 0 {
        terminal.line(Tone::Bad, &words.fill("cli-todo-left-out", &[("n", Arg::from(desk.left_out()))]));
    }
    let plan = desk.plan();
    let mut all = pages::owed(plan, desk.facts(), &words, plan.settings.base_url.as_deref());
    if let Some(role) = &asked.role {
        let key = plan.roles.iter().find(|(_, own)| own.entity.id == *role).map(|(key, _)| key);
        let Some(key) = key else { bail!(super::beginning::unknown(&desk, &words, "role", role)) };
        all.retain(|own| own.role == Some(key));
    }
    if let Some(period) = &asked.period {
        let period = super::beginning::period(&desk, &words, period)?;
        of_period(&mut all, period);
    }
    let day = words.formats().day(desk.facts().calendar.today);
    let told = match asked.format {
        TodoFormat::Text => text(&all, &words),
        TodoFormat::Json => machine(&all, plan)?,
        TodoFormat::Letter => letters(&all, plan, &words, &day),
    };
    terminal.answer(&told)?;
    Ok(ExitCode::SUCCESS)
}

/// Leaves of the reports only those that this period lacks.
fn of_period(all: &mut Vec<Owing>, period: Period) {
    for own in all.iter_mut() {
        own.owed.retain(|owed| owed.periods.is_none_or(|(first, last)| first <= period && period <= last));
        for owed in own.owed.iter_mut().filter(|owed| owed.periods.is_some()) {
            let _ = write!(owed.fix, " --period {period}");
        }
    }
    all.retain(|own| !own.owed.is_empty());
}

fn text(all: &[Owing], words: &Words) -> String {
    let mut text = String::new();
    for own in all {
        let _ = writeln!(text, "{}", own.name);
        for owed in &own.owed {
            let _ = writeln!(text, "  {}", owed.text);
            for line in [&owed.when, &owed.fix].into_iter().filter(|line| !line.is_empty()) {
                let _ = writeln!(text, "    {line}");
            }
        }
        text.push('\n');
    }
    if all.is_empty() {
        let _ = writeln!(text, "{}", words.get("cli-todo-nothing"));
    }
    text
}

fn machine(all: &[Owing], plan: &Plan) -> anyhow::Result<String> {
    let roles: Vec<Value> = all
        .iter()
        .map(|own| {
            let owed: Vec<Value> = own
                .owed
                .iter()
                .map(|owed| {
                    json!({
                        "kind": owed.kind,
                        "text": owed.text,
                        "due": owed.due.map(|due| due.to_string()),
                        "overdue_days": owed.overdue,
                        "first_period": owed.periods.map(|(first, _)| first.to_string()),
                        "last_period": owed.periods.map(|(_, last)| last.to_string()),
                        "fix": owed.fix,
                        "url": owed.url,
                    })
                })
                .collect();
            json!({
                "role": own.role.map(|key| plan.roles[key].entity.id.as_str()),
                "name": own.name,
                "contact": own.contact,
                "url": own.url,
                "owed": owed,
            })
        })
        .collect();
    let text = serde_json::to_string_pretty(&roles).context("the list can't be written as JSON")?;
    Ok(text + "\n")
}

/// A letter to each role, ready to be sent: a line between two.
fn letters(all: &[Owing], plan: &Plan, words: &Words, day: &str) -> String {
    let title = plan.settings.title.in_language(words.language()).0;
    let letter = |own: &Owing| {
        let mut text = String::new();
        if let Some(contact) = &own.contact {
            let _ = writeln!(text, "{}", words.fill("cli-letter-to", &[("contact", Arg::from(contact.clone()))]));
        }
        let args = [
            ("plan", Arg::from(title.clone())),
            ("role", Arg::from(own.name.clone())),
            ("date", Arg::from(day.to_owned())),
        ];
        let _ = writeln!(text, "{}\n", words.fill("cli-letter-subject", &args));
        let lead = if own.role.is_some() { "cli-letter-lead" } else { "cli-letter-nobody" };
        let _ = writeln!(text, "{}\n", words.fill(lead, &args));
        for owed in &own.owed {
            let when = if owed.when.is_empty() { String::new() } else { format!(" ({})", owed.when) };
            let link = owed.url.as_ref().map(|url| format!(" <{url}>")).unwrap_or_default();
            let _ = writeln!(text, "- {}{when}{link}", marked_down(&owed.text));
        }
        if let Some(url) = &own.url {
            let _ = writeln!(text, "\n{} <{url}>", words.get("cli-letter-more"));
        }
        text
    };
    let letters: Vec<String> = all.iter().map(letter).collect();
    if letters.is_empty() { words.get("cli-todo-nothing") + "\n" } else { letters.join("\n---\n\n") }
}

/// A text as it stands, in Markdown.
fn marked_down(text: &str) -> String {
    let mut marked = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            marked.push('\\');
        }
        marked.push(if c == '\n' { ' ' } else { c });
    }
    marked
}
