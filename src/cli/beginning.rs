//! `framdrift new`: asks what a new plan needs to know, and writes the files that an author begins with.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use jiff::civil::Date;

use super::arguments::{NewPlan, Voice, What};
use super::report::Report;
use super::terminal::{Terminal, Tone};
use super::{CONTENT, Look, Speaker, human, prefix};
use crate::Options;
use crate::compose::schema::{self, SETTINGS};
use crate::compose::{self, Begin, Desk, NewFile};
use crate::diag::Diagnostics;
use crate::files::Files;
use crate::model::{Choice as _, Period, PlanDate, Rhythm};
use crate::observe::Unobserved;
use crate::publish::{self, Exists};
use crate::source::value::{is_id, slug};
use crate::words::{Arg, Language, Words, nearest};

/// So many years does a plan hold when nobody says.
const YEARS: i16 = 4;

/// Begins a plan.
pub(super) fn plan(
    known: NewPlan,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    *language = voice.language.or_else(|| tag(known.language.as_deref()?)).unwrap_or(Language::SWEDISH);
    let words = Words::new(*language);
    let folder = known.folder.clone();
    if folder.join("content").exists() {
        bail!(words.fill("cli-new-plan-exists", &[("folder", Arg::from(folder.display().to_string()))]));
    }
    if !known.yes && !io::stdin().is_terminal() {
        bail!(words.get("cli-new-nobody"));
    }
    let today = today(&super::clock(None)?);
    let begin = Asking { words: &words, terminal, silent: known.yes }.all(known, today)?;
    let own = Words::new(begin.language);
    let files = compose::plan(&begin, &own);

    // What was answered is judged as everything else: by building it.
    let content = Files::from_memory(files.iter().map(|own| (own.path.clone(), own.text.clone())).collect::<Vec<_>>());
    let mut diagnostics = Diagnostics::new();
    let options = Options::at(crate::Clock::Date(today));
    if crate::rehearse(&content, &options, &mut diagnostics, &Unobserved).is_err() {
        let report = Report::new(&diagnostics, &content, &words, prefix(&folder));
        terminal.tell(&human(&report, Look::Coloured));
        terminal.line(Tone::Bad, &words.get("cli-new-nothing"));
        return Ok(ExitCode::from(CONTENT));
    }
    // A folder may have settings of its own for its editors and for Git.
    let new = files.iter().filter(|own| own.path.starts_with("content/") || !folder.join(&own.path).exists());
    write(&folder, new, &words, terminal, voice)?;
    let args = [("folder", Arg::from(folder.display().to_string()))];
    Speaker { words: &words, terminal, loudness: voice.loudness }.say(Tone::Good, &words.fill("cli-new-plan", &args));
    Ok(ExitCode::SUCCESS)
}

/// Begins a file of a plan.
pub(super) fn file(
    folder: &Path,
    date: Option<Date>,
    what: &What,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let clock = super::clock(date)?;
    let files = crate::files::read(folder)?;
    let own = super::plan_language(&files).unwrap_or(Language::SWEDISH);
    *language = voice.language.unwrap_or(own);
    let words = Words::new(*language);
    let mut diagnostics = Diagnostics::new();
    let Ok(desk) = Desk::new(&files, |timezone| clock.date(timezone), &mut diagnostics) else {
        let report = Report::new(&diagnostics, &files, &words, prefix(folder));
        terminal.tell(&human(&report, Look::Coloured));
        terminal.line(Tone::Bad, &words.get("cli-new-nothing"));
        return Ok(ExitCode::from(CONTENT));
    };
    // What stands in the file is the plan's, so it is in the plan's language.
    let own = Words::new(desk.plan().settings.language);
    if let What::Report { initiative, .. } = what
        && desk.initiative(initiative).is_none()
        && let Some(file) = files.find(&format!("content/initiatives/{initiative}.md"))
    {
        // It is there, and what is wrong with it is known.
        let wrong = Desk::wrong(&files, file);
        let report = Report::new(&wrong, &files, &words, prefix(folder));
        terminal.tell(&human(&report, Look::Coloured));
        terminal.line(Tone::Bad, &words.fill("cli-new-broken", &[("id", Arg::from(initiative.as_str()))]));
        return Ok(ExitCode::from(CONTENT));
    }
    let new = Asked { desk: &desk, words: &words, own: &own }.files(what)?;
    write(folder, &new, &words, terminal, voice)?;
    let hint = match what {
        What::Report { .. } => "cli-new-file-report",
        _ => "cli-new-file-other",
    };
    Speaker { words: &words, terminal, loudness: voice.loudness }.say(Tone::Plain, &words.get(hint));
    Ok(ExitCode::SUCCESS)
}

/// Writes what an editor needs.
pub(super) fn schema(
    folder: &Path,
    cms: bool,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let files = crate::files::read(folder)?;
    let own = super::plan_language(&files).unwrap_or(Language::SWEDISH);
    *language = voice.language.unwrap_or(own);
    let words = Words::new(*language);
    let speaker = Speaker { words: &words, terminal, loudness: voice.loudness };
    let mut diagnostics = Diagnostics::new();
    let clock = super::clock(None)?;
    let desk = Desk::new(&files, |timezone| clock.date(timezone), &mut diagnostics);
    if cms {
        let periods = desk.as_ref().map_or_else(|_| Vec::new(), Desk::reported);
        let config = compose::cms::config(&Words::new(own), &periods);
        return write(folder, [&config], &words, terminal, voice).map(|()| ExitCode::SUCCESS);
    }
    // Ids are offered as far as the plan holds; what each key means does not depend on it.
    let made = match desk {
        Ok(desk) => desk.schemas(&Words::new(own)),
        Err(_) => schema::schemas(&Words::new(own), &|_| Vec::new()),
    };
    let (settings, schemas): (Vec<NewFile>, Vec<NewFile>) = made.into_iter().partition(|own| own.path == SETTINGS);
    let texts = schemas.iter().map(|own| (own.path.as_str(), own.text.as_str()));
    let written = match publish::renew(folder, texts, schema::MARK) {
        Ok(written) => written,
        Err(error) => return Err(told(error, &words)),
    };
    let place = prefix(folder) + schema::FOLDER;
    let args = [("folder", Arg::from(place)), ("n", Arg::from(written))];
    speaker.say(Tone::Good, &words.fill("cli-schema", &args));
    for own in settings {
        if !folder.join(&own.path).exists() {
            write(folder, [&own], &words, terminal, voice)?;
        } else if written > 0 {
            speaker.say(Tone::Plain, &words.fill("cli-schema-settings", &[("text", Arg::from(own.text))]));
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Writes the files and tells of each.
fn write<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = &'a NewFile>,
    words: &Words,
    terminal: Terminal,
    voice: Voice,
) -> anyhow::Result<()> {
    let files: Vec<&NewFile> = files.into_iter().collect();
    let done = publish::add(folder, files.iter().map(|own| (own.path.as_str(), own.text.as_str())));
    if let Err(error) = done {
        return Err(told(error, words));
    }
    let speaker = Speaker { words, terminal, loudness: voice.loudness };
    for own in files {
        let path = prefix(folder) + &own.path;
        speaker.say(Tone::Good, &words.fill("cli-new-written", &[("path", Arg::from(path))]));
    }
    Ok(())
}

/// The error in the reader's words, when it is that a file exists.
fn told(error: anyhow::Error, words: &Words) -> anyhow::Error {
    let Some(Exists(path)) = error.downcast_ref() else { return error };
    let path = path.strip_prefix(".").unwrap_or(path).display().to_string();
    anyhow::Error::msg(words.fill("cli-new-exists", &[("path", Arg::from(path))]))
}

/// The files that were asked for.
struct Asked<'a> {
    desk: &'a Desk,
    /// Those of the messages.
    words: &'a Words,
    /// Those of the plan.
    own: &'a Words,
}

impl Asked<'_> {
    fn files(&self, what: &What) -> anyhow::Result<Vec<NewFile>> {
        let Self { desk, words, own } = *self;
        Ok(match what {
            What::Report { initiative, period, by } => {
                let Some(key) = desk.initiative(initiative) else {
                    bail!(unknown(desk, words, "initiative", initiative));
                };
                if let Some(by) = by
                    && !desk.ids("role").contains(by)
                {
                    bail!(unknown(desk, words, "role", by));
                }
                let period = match period {
                    Some(period) => self::period(desk, words, period)?,
                    None => desk.period(key).with_context(|| words.get("cli-new-no-period"))?,
                };
                vec![desk.report(own, key, period, by.as_deref())]
            }
            What::Review { period } => {
                let latest = desk.facts().calendar.latest();
                let period = match period {
                    Some(period) => self::period(desk, words, period)?,
                    None => latest.with_context(|| words.get("cli-new-no-review"))?,
                };
                vec![desk.review(own, period)]
            }
            What::Entity { kind, title, id } => {
                let id = id.clone().unwrap_or_else(|| slug(title));
                if !is_id(&id) {
                    bail!(words.fill("cli-new-id", &[("id", Arg::from(id))]));
                }
                desk.entity(own, *kind, &id, title)
            }
        })
    }
}

/// A period of the plan's rhythm.
pub(super) fn period(desk: &Desk, words: &Words, text: &str) -> anyhow::Result<Period> {
    let every = desk.plan().settings.reporting.every;
    let period = text.parse::<PlanDate>().ok().and_then(|date| Period::of(date, every));
    period.with_context(|| {
        let today = Period::containing(desk.facts().calendar.today, every);
        let args = [("text", Arg::from(text.to_owned())), ("example", Arg::from(today.to_string()))];
        words.fill("cli-new-period", &args)
    })
}

/// What is said of an id that nothing of this kind has.
pub(super) fn unknown(desk: &Desk, words: &Words, kind: &str, id: &str) -> String {
    let ids = desk.ids(kind);
    let near = nearest(id, ids.iter().map(String::as_str));
    let args = [("id", Arg::from(id.to_owned())), ("near", Arg::from(near.unwrap_or_default().to_owned()))];
    let hint = if near.is_some() { "cli-new-near".to_owned() } else { format!("cli-new-none-{kind}") };
    format!("{} {}", words.fill(&format!("cli-new-unknown-{kind}"), &args), words.fill(&hint, &args))
}

/// Asks what a new plan needs to know.
struct Asking<'a> {
    words: &'a Words,
    terminal: Terminal,
    /// Ask nothing.
    silent: bool,
}

impl Asking<'_> {
    fn all(&self, known: NewPlan, today: Date) -> anyhow::Result<Begin> {
        let language = known.language.as_deref().and_then(tag);
        let organisation =
            self.ask(known.organisation, "organisation", &self.words.get("cli-ask-organisation.default"), some)?;
        let title = self.ask(known.title, "title", &self.words.get("cli-ask-title.default"), some)?;
        let code = self.ask(known.municipality_code, "code", "", code)?;
        let year = |text: &str| text.parse().ok().filter(|year| (1900..2200).contains(year));
        let start: i16 = self.ask(known.start, "start", &today.year().to_string(), year)?;
        let end: i16 = self
            .ask(known.end, "end", &(start + YEARS - 1).to_string(), |text| year(text).filter(|end| *end >= start))?;
        let tertial = Rhythm::Tertial.name().in_language(self.words.language().tag());
        let every = self.ask(known.every, "rhythm", tertial, Rhythm::parse)?;
        let language = self.ask(language, "language", self.words.language().tag(), tag)?;
        let also = known.also.iter().filter_map(|own| tag(own)).collect::<Vec<_>>();
        let also = if also.is_empty() { self.ask(None, "languages", "", tags)? } else { also };
        let colour = self.ask(known.colour, "colour", "", colour)?;
        let contact = self.ask(known.contact, "contact", &self.words.get("cli-ask-contact.default"), mailbox)?;
        Ok(Begin {
            title,
            organisation,
            municipality_code: Some(code).filter(|own| !own.is_empty()),
            start,
            end,
            every,
            language,
            languages: also.into_iter().filter(|own| *own != language).collect(),
            colour: Some(colour).filter(|own| !own.is_empty()),
            contact,
            today,
        })
    }

    /// The answer to a question: `known`, or what is written, until `read` understands it. An empty line is `default`.
    fn ask<T>(
        &self,
        known: Option<T>,
        key: &str,
        default: &str,
        read: impl Fn(&str) -> Option<T>,
    ) -> anyhow::Result<T> {
        if let Some(known) = known {
            return Ok(known);
        }
        let question = self.words.get(&format!("cli-ask-{key}"));
        loop {
            let written = if self.silent {
                String::new()
            } else {
                let offered = if default.is_empty() { String::new() } else { format!(" [{default}]") };
                self.terminal.tell(&format!("{question}{offered}: "));
                let mut line = String::new();
                if io::stdin().lock().read_line(&mut line)? == 0 {
                    bail!(self.words.get("cli-new-nothing"));
                }
                line
            };
            let written = written.trim();
            if let Some(answer) = read(if written.is_empty() { default } else { written }) {
                return Ok(answer);
            }
            let help = self.words.get(&format!("cli-ask-{key}.help"));
            if self.silent {
                bail!(help);
            }
            self.terminal.line(Tone::Bad, &help);
        }
    }
}

fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn code(text: &str) -> Option<String> {
    let is_code = text.len() == 4 && text.bytes().all(|own| own.is_ascii_digit());
    (is_code || text.is_empty()).then(|| text.to_owned())
}

fn colour(text: &str) -> Option<String> {
    let is_hex = |own: &str| own.len() == 6 && own.bytes().all(|own| own.is_ascii_hexdigit());
    (text.is_empty() || text.strip_prefix('#').is_some_and(is_hex)).then(|| text.to_owned())
}

fn mailbox(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let is_whole = !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace);
    is_whole.then(|| text.to_owned())
}

fn tag(text: &str) -> Option<Language> {
    Language::from_tag(text)
}

fn tags(text: &str) -> Option<Vec<Language>> {
    text.split([',', ' ']).filter(|own| !own.is_empty()).map(tag).collect()
}

/// The day that it is where this program runs: a new plan has no time zone yet.
fn today(clock: &crate::Clock) -> Date {
    match clock {
        crate::Clock::Date(date) => *date,
        crate::Clock::Instant(instant) => jiff::tz::TimeZone::system().to_datetime(*instant).date(),
    }
}
