//! **cli**: arguments in, an exit code out: 0 fine, 1 the content has errors, 2 we failed.
//!
//! The rim of the program: the one stage that looks at the clock and the environment, that measures time and that talks
//! to people. Kept out: what is right and wrong about content; that has been said when it comes here.

mod arguments;
mod beginning;
mod editing;
mod explain;
mod fetching;
mod formatting;
mod help;
mod hosting;
mod human;
mod linking;
mod machine;
mod manual;
mod mapping;
mod progress;
mod renaming;
mod report;
mod serving;
mod stopwatch;
mod terminal;
mod todo;
mod verifying;
mod workbook;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, bail};
use jiff::Timestamp;

pub use human::{Look, human};
pub use machine::{github, gitlab, json, sarif};
pub use report::Report;

use crate::diag::{Diagnostics, Level};
use crate::files::{Files, NoContent};
use crate::observe::{Observer as _, part};
use crate::pages::{Bytes, Links};
use crate::publish::{Published, Staging, Way, archive, recorded, restore};
use crate::record::{Entry, MANIFEST, Origin, bundle, manifest};
use crate::source::language_of as plan_language;
use crate::words::{Arg, Language, Words};
use arguments::{Destination, Format, Input, Loudness, Publication, Task, Voice};
use progress::Bar;
use stopwatch::Stopwatch;
use terminal::{Terminal, Tone};

/// The content has errors.
const CONTENT: u8 = 1;
/// We could not do our work.
const FAILED: u8 = 2;
/// How many of the slowest files and pages are told.
const SLOWEST: usize = 10;

/// Does what the process was started for.
pub fn main() -> ExitCode {
    let request = arguments::parse();
    let terminal = Terminal::new(request.voice.colour);
    let mut language = request.voice.language.unwrap_or(Language::SWEDISH);
    let done = match request.task {
        Task::Build { input, publication } => {
            build(&input, publication.as_ref(), request.voice, terminal, &mut language)
        }
        Task::Serve { input, place } => serving::serve(input, &place, request.voice, terminal, &mut language),
        Task::NewPlan(plan) => beginning::plan(plan, request.voice, terminal, &mut language),
        Task::NewFile { folder, date, what } => {
            beginning::file(&folder, date, &what, request.voice, terminal, &mut language)
        }
        Task::Links(asked) => linking::links(&asked, request.voice, terminal, &mut language),
        Task::Hosting(asked) => hosting::hosting(&asked, request.voice, terminal, &mut language),
        Task::Kolada(asked) => fetching::kolada(&asked, request.voice, terminal, &mut language),
        Task::Format { folder, check } => formatting::format(&folder, check, request.voice, terminal, &mut language),
        Task::Export(asked) => workbook::export(&asked, request.voice, terminal, &mut language),
        Task::Import(asked) => workbook::import(&asked, request.voice, terminal, &mut language),
        Task::Rename(asked) => renaming::rename(&asked, request.voice, terminal, &mut language),
        Task::Todo(todo) => todo::todo(&todo, request.voice, terminal, &mut language),
        Task::Schema { folder, cms } => beginning::schema(&folder, cms, request.voice, terminal, &mut language),
        Task::Verify(asked) => verifying::verify(&asked, request.voice, terminal),
        Task::Completions { shell } => manual::completions(shell, terminal),
        Task::Man { folder } => manual::man(folder.as_deref(), terminal),
        Task::Explain { code } => explain(code.as_deref(), request.voice, terminal),
    };
    done.unwrap_or_else(|error| {
        tell_failure(&error, &Words::new(language), terminal);
        ExitCode::from(FAILED)
    })
}

/// Runs the pipeline on a folder, tells what it found, and publishes it when it is told where. Sets `language` to that of the messages
/// as soon as it is known.
fn build(
    input: &Input,
    publication: Option<&Publication>,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    let which = &input.which;
    let clock = clock(which.date)?;
    let goes_to = publication.map(|publication| &publication.goes_to);
    if let Some(Destination::Folder { folder: out, .. } | Destination::Archive(Some(out))) = goes_to {
        refuse_inside_content(&which.folder, out)?;
    }
    if let Some(Destination::Folder { folder, .. }) = goes_to {
        restore(folder)?;
    }
    let mut watch = Stopwatch::new(input.timings);
    watch.stage("files");
    let files = crate::files::read(&which.folder)?;
    *language = voice.language.or_else(|| plan_language(&files)).unwrap_or(Language::SWEDISH);
    let words = Words::new(*language);
    if voice.loudness != Loudness::Quiet {
        watch.show(Bar::new(&words));
    }

    let mut diagnostics = Diagnostics::new();
    let since = input.since.as_deref().map(recorded).transpose()?;
    let options = crate::Options {
        since,
        base_url: which.base_url.clone(),
        theme: which.theme.clone(),
        links: match goes_to {
            Some(Destination::Archive(_)) => Links::Files,
            _ => Links::Folders,
        },
        ..crate::Options::at(clock)
    };
    let built = match goes_to {
        None => {
            let seen = crate::rehearse(&files, &options, &mut diagnostics, &watch);
            seen.map(Built::Seen).map_err(crate::Stop::from)
        }
        Some(Destination::Archive(file)) => {
            let held = crate::run(&files, &options, &mut diagnostics, &watch);
            held.map(|outcome| Built::Held { file: file.as_deref(), outcome }).map_err(crate::Stop::from)
        }
        Some(Destination::Folder { folder, in_place }) => {
            let way = if *in_place { Way::InPlace } else { Way::Whole };
            stage(&files, &options, folder, way, &mut diagnostics, &watch)
        }
    };
    watch.end();

    let report = Report::new(&diagnostics, &files, &words, prefix(&which.folder));
    match input.format {
        Format::Human => terminal.tell(&human(&report, Look::Coloured)),
        Format::Json => terminal.answer(&json(&report))?,
        Format::Github => terminal.answer(&github(&report))?,
        Format::Gitlab => terminal.answer(&gitlab(&report))?,
        Format::Sarif => terminal.answer(&sarif(&report))?,
    }
    let speaker = Speaker { words: &words, terminal, loudness: voice.loudness };

    // Held against the warnings only now, though some may have been there before the first page: what the pages, the audit
    // and the record find is told together with them, so that an author sees all that there is to mend in one run.
    let is_denied = input.deny_warnings && report.count(Level::Warning) > 0;
    let commit = publication.and_then(|publication| publication.commit.as_deref());
    let code = match built {
        Err(crate::Stop::Failed(error)) => return Err(error),
        Ok(built) if report.count(Level::Error) == 0 && !is_denied => {
            match built {
                Built::Seen(outcome) => speaker.sound(&report, pages(&outcome), &day(&outcome, &words)),
                Built::Staged { staging, folder, outcome } => {
                    watch.stage("publish");
                    let (pages, date) = (pages(&outcome), day(&outcome, &words));
                    let record = manifest(outcome.site, outcome.date, commit, outcome.reports);
                    staging.put(MANIFEST, &record)?;
                    let published = staging.finish()?;
                    watch.end();
                    speaker.built(&report, pages, &date, folder, published);
                }
                Built::Held { file, outcome } => {
                    watch.stage("publish");
                    let (pages, date) = (pages(&outcome), day(&outcome, &words));
                    let named = || arguments::archive_of(&which.folder, outcome.date);
                    let file = file.map_or_else(named, Path::to_path_buf);
                    let origin = Origin {
                        date: outcome.date,
                        commit: commit.map(str::to_owned),
                        reports: outcome.reports,
                        introductions: outcome.introductions,
                    };
                    archive(&bundle(outcome.site, &files, origin), &file, outcome.date)?;
                    watch.end();
                    speaker.archived(&report, pages, &date, &file);
                }
            }
            ExitCode::SUCCESS
        }
        rejected => {
            speaker.not_built(&report, goes_to, rejected.is_ok() && report.count(Level::Error) == 0);
            ExitCode::from(CONTENT)
        }
    };
    if input.timings {
        speaker.timings(&watch);
    }
    Ok(code)
}

/// A site that was made to its end, and where it is.
enum Built<'a> {
    /// Nowhere: it was looked through.
    Seen(crate::Outcome<()>),
    /// In memory, for an archive.
    Held { file: Option<&'a Path>, outcome: crate::Outcome },
    /// On its way to a folder. When this is dropped the folder is as it was.
    Staged { staging: Box<Staging>, folder: &'a Path, outcome: crate::Outcome<Entry> },
}

/// Makes the site of a plan without errors beside what is published.
fn stage<'a>(
    files: &Files,
    options: &crate::Options,
    folder: &'a Path,
    way: Way,
    diagnostics: &mut Diagnostics,
    watch: &Stopwatch,
) -> Result<Built<'a>, crate::Stop<anyhow::Error>> {
    let accepted = crate::accept(files, options, crate::Audience::Public, None, diagnostics, watch)?;
    watch.stage("publish");
    let staging = Staging::begin(folder, way).map_err(crate::Stop::Failed)?;
    let put = |path: &str, bytes: &[u8]| {
        let entry = part(watch, "record", || Entry::of(bytes));
        part(watch, "publish", || staging.put(path, bytes)).map(|()| entry)
    };
    let keep = |path: &str, bytes: Bytes<'_>| match bytes {
        Bytes::Held(bytes) => put(path, &bytes),
        Bytes::Made(make) => put(path, &make()),
        Bytes::Written(write) => staging.write(path, |out| Entry::written(out, &write)),
    };
    let outcome = crate::make(&accepted, files, options, keep, diagnostics, watch)?;
    Ok(Built::Staged { staging: Box::new(staging), folder, outcome })
}

/// How many pages a site has.
fn pages<T>(outcome: &crate::Outcome<T>) -> usize {
    outcome.site.keys().filter(|path| has_ending(path, "html")).count()
}

/// The day that a site describes, in words.
fn day<T>(outcome: &crate::Outcome<T>, words: &Words) -> String {
    words.formats().day(outcome.date)
}

fn explain(code: Option<&str>, voice: Voice, terminal: Terminal) -> anyhow::Result<ExitCode> {
    // The plan that the caller stands in, if any, says which language they read.
    let plan = || crate::files::read(Path::new(".")).ok().and_then(|files| plan_language(&files));
    let words = Words::new(voice.language.or_else(plan).unwrap_or(Language::SWEDISH));
    let Some(code) = code else {
        terminal.answer(&explain::all(&words))?;
        return Ok(ExitCode::SUCCESS);
    };
    match explain::one(code, &words) {
        Ok(text) => {
            terminal.answer(&text)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(text) => {
            terminal.tell(&human::harmless_lines(&text));
            Ok(ExitCode::from(FAILED))
        }
    }
}

/// What tells the day: `--date`, else `SOURCE_DATE_EPOCH`, else the clock.
#[expect(clippy::disallowed_methods, reason = "cli is the rim: it may look at the clock and the environment")]
fn clock(date: Option<jiff::civil::Date>) -> anyhow::Result<crate::Clock> {
    if let Some(date) = date {
        return Ok(crate::Clock::Date(date));
    }
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else {
        return Ok(crate::Clock::Instant(Timestamp::now()));
    };
    let instant = epoch.trim().parse().ok().and_then(|seconds| Timestamp::from_second(seconds).ok());
    let instant = instant.with_context(|| {
        format!("SOURCE_DATE_EPOCH is {epoch:?}, which is not a number of seconds since 1970-01-01")
    })?;
    Ok(crate::Clock::Instant(instant))
}

/// A site in the content would be content the next time.
fn refuse_inside_content(folder: &Path, out: &Path) -> anyhow::Result<()> {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    for input in ["content", "themes"] {
        if absolute(out).starts_with(absolute(&folder.join(input))) {
            bail!("the site can't be written to {}, inside {input}/: choose another folder with --out", out.display());
        }
    }
    Ok(())
}

/// What stands before a path of `folder` when it is shown.
fn prefix(folder: &Path) -> String {
    shown_folder(&arguments::below(folder, ""))
}

/// A folder's name with a slash after it; nothing for the one that the program was started in.
fn shown_folder(folder: &Path) -> String {
    let name = folder.display().to_string();
    if name.is_empty() || name.ends_with('/') { name } else { name + "/" }
}

fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
}

fn tell_failure(error: &anyhow::Error, words: &Words, terminal: Terminal) {
    if let Some(NoContent(folder)) = error.downcast_ref() {
        let folder = if folder.as_os_str() == "." { here() } else { folder.clone() };
        let folder = folder.display().to_string();
        terminal.line(Tone::Bad, &words.fill("cli-no-content", &[("folder", Arg::from(folder))]));
        terminal.line(Tone::Plain, &words.get("cli-no-content.help"));
        return;
    }
    terminal.line(Tone::Bad, &words.get("cli-failed"));
    terminal.line(Tone::Plain, &human::harmless(&error.to_string()));
    for cause in error.chain().skip(1) {
        let cause = human::harmless(&cause.to_string());
        terminal.line(Tone::Plain, &words.fill("cli-cause", &[("cause", Arg::from(cause))]));
    }
}

/// The folder that the program was started in.
fn here() -> PathBuf {
    std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."))
}

/// Says what came of it.
struct Speaker<'a> {
    words: &'a Words,
    terminal: Terminal,
    loudness: Loudness,
}

impl Speaker<'_> {
    fn count(&self, key: &str, n: usize) -> String {
        self.words.fill(key, &[("n", Arg::from(n))])
    }

    /// A line, unless only what is wrong is wanted.
    fn say(&self, tone: Tone, text: &str) {
        if self.loudness > Loudness::Quiet {
            self.terminal.line(tone, text);
        }
    }

    /// The last line: what was found, and what became of the site.
    fn summary(&self, tone: Tone, report: &Report<'_>, key: &str, args: &[(&str, Arg)]) {
        self.close(tone, report, &self.words.fill(key, args), true);
    }

    /// The same with the words given; `with_hint`: where to read more is said before it.
    fn close(&self, tone: Tone, report: &Report<'_>, line: &str, with_hint: bool) {
        if self.loudness == Loudness::Quiet {
            return;
        }
        let first = report.diagnostics.iter().min_by_key(|diagnostic| diagnostic.rule.level);
        if let Some(first) = first.filter(|_| with_hint) {
            let code = [("code", Arg::from(first.rule.code))];
            self.terminal.line(Tone::Plain, &self.words.fill("cli-explain-hint", &code));
        }
        let parts: Vec<String> = self.found(report).into_iter().chain([line.to_owned()]).collect();
        self.terminal.line(tone, &parts.join(" "));
    }

    /// How much is wrong; `None` when nothing is.
    fn found(&self, report: &Report<'_>) -> Option<String> {
        let (errors, warnings) = (report.count(Level::Error), report.count(Level::Warning));
        let what = match (errors, warnings) {
            (0, 0) => return None,
            (_, 0) => self.count("cli-errors", errors),
            (0, _) => self.count("cli-warnings", warnings),
            _ => {
                let errors = self.count("cli-errors", errors);
                let warnings = self.count("cli-warnings", warnings);
                self.words.fill("cli-both", &[("errors", Arg::from(errors)), ("warnings", Arg::from(warnings))])
            }
        };
        let what = ("what", Arg::from(what));
        Some(match report.files_concerned() {
            0 => self.words.fill("cli-found-nowhere", &[what]),
            files => self.words.fill("cli-found", &[what, ("files", Arg::from(self.count("cli-files", files)))]),
        })
    }

    fn not_built(&self, report: &Report<'_>, goes_to: Option<&Destination>, only_denied: bool) {
        let key = match (goes_to, only_denied) {
            (Some(Destination::Folder { .. }), false) => "cli-not-built",
            (Some(Destination::Folder { .. }), true) => "cli-denied",
            (Some(Destination::Archive(_)), false) => "cli-not-archived",
            (Some(Destination::Archive(_)), true) => "cli-archive-denied",
            (None, false) => "cli-checked-broken",
            (None, true) => "cli-checked-denied",
        };
        let folder = match goes_to {
            Some(Destination::Folder { folder, .. }) => shown_folder(folder),
            _ => String::new(),
        };
        self.summary(Tone::Bad, report, key, &[("folder", Arg::from(folder))]);
    }

    fn sound(&self, report: &Report<'_>, pages: usize, date: &str) {
        let pages = self.count("cli-pages", pages);
        self.summary(Tone::Good, report, "cli-checked", &[("pages", Arg::from(pages)), ("date", Arg::from(date))]);
    }

    fn built(&self, report: &Report<'_>, pages: usize, date: &str, out: &Path, published: Published) {
        if self.loudness == Loudness::Loud {
            let Published { written, unchanged, removed } = published;
            let args = [("written", written), ("unchanged", unchanged), ("removed", removed)];
            let args = args.map(|(name, n)| (name, Arg::from(n)));
            self.terminal.line(Tone::Plain, &self.words.fill("cli-changes", &args));
        }
        let pages = self.count("cli-pages", pages);
        let folder = shown_folder(out);
        let args = [("pages", Arg::from(pages)), ("folder", Arg::from(folder)), ("date", Arg::from(date))];
        self.summary(Tone::Good, report, "cli-built", &args);
    }

    fn archived(&self, report: &Report<'_>, pages: usize, date: &str, file: &Path) {
        let pages = self.count("cli-pages", pages);
        let file = human::harmless(&file.display().to_string());
        let args = [("pages", Arg::from(pages)), ("file", Arg::from(file)), ("date", Arg::from(date))];
        self.summary(Tone::Good, report, "cli-archived", &args);
    }

    /// How long each stage took, and the files and pages that took longest; asked for, so said even when quiet.
    fn timings(&self, watch: &Stopwatch) {
        let line = |name: &str, time: Duration| {
            let time = self.words.formats().number(time.as_secs_f64() * 1000.0, 1);
            let args = [("what", Arg::from(name)), ("milliseconds", Arg::from(time))];
            self.terminal.line(Tone::Plain, &self.words.fill("cli-time", &args));
        };
        for (stage, time) in watch.stages() {
            line(stage, time);
            for (part, share) in watch.parts(stage) {
                let share = self.words.formats().number(share, 0);
                let args = [("what", Arg::from(part)), ("share", Arg::from(share))];
                self.terminal.line(Tone::Plain, &self.words.fill("cli-time-part", &args));
            }
        }
        let slowest = watch.slowest(SLOWEST);
        if !slowest.is_empty() {
            self.terminal.line(Tone::Plain, &self.words.get("cli-slowest"));
        }
        for (name, time) in slowest {
            line(&human::harmless(&name), time);
        }
    }
}
