//! `framdrift serve`: runs the pipeline whenever the content changes, tells the terminal what came of it, and makes of
//! it what the browser shows: the site, and a sign with the same diagnostics as in the terminal.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use anyhow::bail;

use super::arguments::{Editor, Loudness, Place, Voice, Which};
use super::report::{self, Report, level_word};
use super::terminal::{Terminal, Tone};
use super::{Look, Speaker, Stopwatch, human, machine, prefix, tell_failure};
use crate::diag::{Diagnostic, Diagnostics, Level, Rejected};
use crate::files::{Files, Folder, NoContent, Span};
use crate::forms;
use crate::observe::{Observer as _, Unobserved};
use crate::queue::Queue;
use crate::serve::{self, Drafts, FormLinks, Hint, Moment, News, Problem, Scene, Server, Sign, Site, Turned, Why};
use crate::words::{Arg, Language, Words};

/// The most that a sign lists: who has more to mend begins with the first.
const MOST: usize = 50;

/// Shows the site until the process is told to stop. Sets `language` to that of the messages as soon as it is known.
pub(super) fn serve(
    which: Which,
    place: &Place,
    voice: Voice,
    terminal: Terminal,
    language: &mut Language,
) -> anyhow::Result<ExitCode> {
    // A folder without content, and a date that is none, are told before there is a server.
    super::clock(which.date)?;
    let mut folder = Folder::new(&which.folder);
    folder.refresh()?;
    *language = voice.language.or_else(|| super::plan_language(folder.files())).unwrap_or(Language::SWEDISH);
    let words = Arc::new(Words::new(*language));

    let say = |tone, text: &str| {
        if voice.loudness > Loudness::Quiet {
            terminal.line(tone, text);
        }
    };
    let tell = |news: News<'_>| match news {
        News::PortTaken { port, next } => {
            let args = [("port", Arg::from(port.to_string())), ("next", Arg::from(next.to_string()))];
            say(Tone::Plain, &words.fill("cli-serving-taken", &args));
        }
        News::Open { url } => {
            say(Tone::Good, &words.fill("cli-serving", &[("url", Arg::from(url))]));
            if !place.host.is_loopback() {
                let address = place.host.to_string();
                let warning = words.fill("cli-serving-reachable", &[("address", Arg::from(address))]);
                terminal.line(Tone::Bad, &format!("{}: {warning}", words.get("cli-warning")));
            }
            if place.open
                && let Err(error) = open(url)
            {
                let why = Arg::from(error.to_string());
                terminal.line(Tone::Bad, &words.fill("cli-serving-no-browser", &[("why", why)]));
            }
        }
        News::Forms { url } => {
            say(Tone::Good, &words.fill("cli-serving-forms", &[("url", Arg::from(url))]));
        }
        News::Polling(why) => {
            match why {
                Why::Wanted => {}
                Why::Remote => say(Tone::Plain, &words.get("cli-serving-polling.remote")),
                Why::Refused(why) => {
                    let why = Arg::from(human::harmless(why));
                    say(Tone::Plain, &words.fill("cli-serving-polling.refused", &[("why", why)]));
                }
            }
            say(Tone::Plain, &words.get("cli-serving-polling"));
        }
    };

    let options = serve::Options {
        folder: which.folder.clone(),
        address: place.host,
        port: place.port,
        look: if place.poll { serve::Look::Every } else { serve::Look::WhenTold },
    };
    let first = Sign {
        title: words.get("cli-sign-begins"),
        note: words.get("cli-sign-begins.note"),
        ..sign(&words, Vec::new())
    };
    // A link of another machine's browser would name a file of that machine.
    let editor = if place.host.is_loopback() { place.editor } else { Editor::None };
    let has_forms = place.edit;
    let links =
        Links { editor, has_forms, root: std::path::absolute(&which.folder).unwrap_or_else(|_| which.folder.clone()) };
    if place.edit && !serve::may_write(place.host) {
        bail!(words.fill("cli-serving-edit-host", &[("address", Arg::from(place.host.to_string()))]));
    }
    let office = if place.edit { Some(super::editing::office(&which, voice, &words)?) } else { None };
    let mut rounds = Rounds {
        folder,
        which,
        voice,
        terminal,
        words: Arc::clone(&words),
        links,
        is_due: true,
        memo: crate::Memo::default(),
        good: None,
        ready: None,
        work: None,
        is_refused: false,
        is_lost: false,
        told: String::new(),
    };
    serve::serve(&options, first, office, move |server, moment| rounds.turn(server, moment), tell)?;
    say(Tone::Plain, &words.get("cli-serving-stopped"));
    Ok(ExitCode::SUCCESS)
}

/// What goes from one build to the next.
struct Rounds {
    folder: Folder,
    which: Which,
    voice: Voice,
    terminal: Terminal,
    /// The words of the messages: those of the plan's language, and when it can't be read, the last one's.
    words: Arc<Words>,
    links: Links,
    /// Whether the folder is to be checked even if nothing in it is new.
    is_due: bool,
    memo: crate::Memo,
    /// The last site that was made to the end.
    good: Option<Good>,
    /// What the folder holds now has been checked, and is to be shown when the one who writes has finished.
    ready: Option<Ready>,
    /// The site that is being made.
    work: Option<Arc<Work>>,
    /// Whether what the folder holds now was refused.
    is_refused: bool,
    is_lost: bool,
    /// What was told last about what is wrong: it is not told again while it is the same.
    told: String,
}

/// What came of checking what the folder held at a time.
struct Ready {
    files: Files,
    accepted: Result<crate::Accepted, Rejected>,
    diagnostics: Diagnostics,
    watch: Stopwatch,
}

/// A site in the making, from what the folder held at a time.
struct Work {
    files: Files,
    accepted: crate::Accepted,
    /// What was found before the first page.
    diagnostics: Diagnostics,
    watch: Stopwatch,
    /// Its pages, and the site that shows them; once it is known which pages there are.
    made: OnceLock<(Arc<Queue<crate::Made>>, Arc<Site>)>,
}

/// A site that was made to the end.
#[derive(Clone)]
struct Good {
    site: Arc<Site>,
    pages: Arc<Queue<crate::Made>>,
}

impl Good {
    /// The page in the file at this path.
    fn page(&self, path: &str) -> Option<&crate::Made> {
        self.pages.get(self.site.number(path)?)
    }
}

/// The pages of a site that are made when somebody asks for them, or in their turn.
struct Printed(Arc<Queue<crate::Made>>);

impl serve::Pages for Printed {
    fn page(&self, n: usize) -> Option<&[u8]> {
        // One that could not be made is waited for until the whole site has failed, and the last good one is back.
        self.0.get(n)?.text.as_deref().ok().map(str::as_bytes)
    }

    fn want(&self, n: usize) {
        self.0.want(n);
    }
}

impl Rounds {
    /// Looks at the folder, and makes and shows the site if anything is new. It leaves off when it is interrupted, and goes
    /// on the next time.
    fn turn(&mut self, server: &Server, moment: &mut Moment<'_>) -> Turned {
        let looked = match &moment.hint {
            // What was lost is looked for everywhere.
            Hint::Paths(paths) if !self.is_lost => self.folder.refresh_at(paths),
            _ => self.folder.refresh(),
        };
        let done = match looked {
            Ok(is_new) if self.is_due || self.is_lost || is_new => self.prepare(),
            Ok(_) => Ok(()),
            Err(error) => Err(error),
        };
        if let Err(error) = &done {
            self.ready = None;
            self.lost(error, server);
        } else if self.ready.is_some() && moment.settle() {
            return Turned::Interrupted;
        } else if let Some(ready) = self.ready.take() {
            self.begin(ready, server);
        }
        let turned = match self.work.clone() {
            Some(work) => self.go_on(&work, server, moment.news()),
            None => Turned::Done,
        };
        if done.is_err() { Turned::Lost } else { turned }
    }

    /// Checks what the folder holds now.
    fn prepare(&mut self) -> anyhow::Result<()> {
        self.is_due = true;
        let clock = super::clock(self.which.date)?;
        let files = self.folder.files();
        let watch = Stopwatch::new(false);
        watch.stage("build");
        let mut diagnostics = Diagnostics::new();
        let options = crate::Options {
            base_url: self.which.base_url.clone(),
            theme: self.which.theme.clone(),
            ..crate::Options::at(clock)
        };
        let accepted = crate::accept(
            files,
            &options,
            crate::Audience::Editors,
            Some(&mut self.memo),
            &mut diagnostics,
            &Unobserved,
        );
        self.ready = Some(Ready { files: files.clone(), accepted, diagnostics, watch });
        self.is_due = false;
        Ok(())
    }

    /// Begins with a new site when what the folder holds is sound; when it is not, what is being made or was made last stays.
    fn begin(&mut self, ready: Ready, server: &Server) {
        let Ready { files, accepted, diagnostics, watch } = ready;
        let language = self.voice.language.or_else(|| super::plan_language(&files));
        if let Some(language) = language.filter(|language| *language != self.words.language()) {
            self.words = Arc::new(Words::new(language));
        }
        if std::mem::replace(&mut self.is_lost, false) && self.voice.loudness > Loudness::Quiet {
            self.terminal.line(Tone::Good, &self.words.get("cli-serving-back"));
        }
        self.is_refused = accepted.is_err();
        if let Ok(accepted) = accepted {
            self.work = Some(Arc::new(Work { files, accepted, diagnostics, watch, made: OnceLock::new() }));
        } else {
            self.refused(&files, &diagnostics, Scene::Same, server);
        }
    }

    /// Goes on with a site: shows it at once, and makes page after page, first those that somebody waits for.
    fn go_on(&mut self, work: &Arc<Work>, server: &Server, news: &AtomicBool) -> Turned {
        let is_interrupted = || news.load(Ordering::Relaxed);
        let Work { files, accepted, watch, made, .. } = &**work;
        let words = Arc::clone(&self.words);
        let mut diagnostics = work.diagnostics.clone();
        let Ok(making) = crate::Making::new(accepted, files, Some(&mut self.memo), &mut diagnostics) else {
            return self.failed(files, &diagnostics, server);
        };
        let (queue, site) = made.get_or_init(|| {
            // What is quick comes first: the next change is not to wait for what takes long.
            let queue = Arc::new(Queue::from_last(making.addresses().len()));
            let drafts = Drafts {
                pages: making.drafts(),
                lang: words.language().tag().to_owned(),
                here: words.get("cli-draft-here"),
                there: words.get("cli-draft"),
            };
            let paths = making.addresses().map(crate::render::file_of);
            let pages = Box::new(Printed(Arc::clone(&queue)));
            let mut site = Site::growing(making.given(), making.root(), paths, pages).with_drafts(drafts);
            if self.links.has_forms {
                let pages = making.sources().into_iter();
                let pages = pages.map(|(page, file)| (page, forms::address(&files.get(file).path))).collect();
                let (lang, text) = (words.language().tag().to_owned(), words.get("cli-form"));
                site = site.with_forms(FormLinks { pages, lang, text });
            }
            let site = Arc::new(site);
            server.show(Scene::Site(Arc::clone(&site)), sign(&words, Vec::new()));
            (queue, site)
        });
        let before = self.good.clone();
        let page = |n| {
            let before = before.as_ref().and_then(|good| good.page(&making.path(n)));
            making.page(n, before, &Unobserved)
        };
        let is_done = queue.work(page, |_| site.ring(), is_interrupted);
        if !is_done || is_interrupted() {
            return Turned::Interrupted;
        }
        let Ok(rest) = making.finish(making.data(), queue, &mut diagnostics) else {
            return self.failed(files, &diagnostics, server);
        };
        site.complete(rest);
        watch.end();
        self.good = Some(Good { site: Arc::clone(site), pages: Arc::clone(queue) });
        self.work = None;
        if self.is_refused || self.is_lost {
            // What is wrong with what came after it has been told.
            return Turned::Done;
        }
        let pages = making.addresses().filter(|address| super::has_ending(&crate::render::file_of(address), "html"));
        let speaker = Speaker { words: &words, terminal: self.terminal, loudness: self.voice.loudness };
        let seconds = watch.stages().iter().map(|(_, time)| time.as_secs_f64()).sum();
        let args = [
            ("pages", Arg::from(speaker.count("cli-pages", pages.count()))),
            ("date", Arg::from(words.formats().day(accepted.date))),
            ("seconds", Arg::from(words.formats().number(seconds, 1))),
        ];
        let line = words.fill("cli-serving-built", &args);
        let report = Report::new(&diagnostics, files, &words, prefix(&self.which.folder));
        self.tell(&report, &words, Tone::Good, &line);
        Turned::Done
    }

    /// A site could not be made to the end: the last good one is shown again.
    fn failed(&mut self, files: &Files, diagnostics: &Diagnostics, server: &Server) -> Turned {
        self.work = None;
        let scene = self.good.as_ref().map_or(Scene::Empty, |good| Scene::Site(Arc::clone(&good.site)));
        self.refused(files, diagnostics, scene, server);
        Turned::Done
    }

    /// Tells what stops the site from being made, in the terminal and on every page.
    fn refused(&mut self, files: &Files, diagnostics: &Diagnostics, scene: Scene, server: &Server) {
        self.is_refused = true;
        let words = Arc::clone(&self.words);
        let speaker = Speaker { words: &words, terminal: self.terminal, loudness: self.voice.loudness };
        let report = Report::new(diagnostics, files, &words, prefix(&self.which.folder));
        let problems = problems(&report, &self.links);
        let left = report.diagnostics.len().saturating_sub(problems.len());
        let title = speaker.found(&report).unwrap_or_default();
        let mut note = self.note(&words);
        if left > 0 {
            note = format!("{note} {}", speaker.count("cli-sign-more", left));
        }
        let sign = Sign { title: title.trim_end_matches('.').to_owned(), note, ..sign(&words, problems) };
        server.show(scene, sign);
        let line = words.get(if self.has_site() { "cli-serving-old" } else { "cli-serving-none" });
        self.tell(&report, &words, Tone::Bad, &line);
    }

    /// Tells the terminal what was found, if it is new, and how it went.
    fn tell(&mut self, report: &Report<'_>, words: &Words, tone: Tone, line: &str) {
        let speaker = Speaker { words, terminal: self.terminal, loudness: self.voice.loudness };
        let told = human(report, Look::Coloured);
        let is_new = told != self.told;
        if is_new {
            self.terminal.tell(&told);
        }
        speaker.close(tone, report, line, is_new);
        self.told = told;
    }

    /// Whether anything is shown behind a sign.
    fn has_site(&self) -> bool {
        self.good.is_some() || self.work.is_some()
    }

    /// The folder can't be read: that is told once, however often it is tried.
    fn lost(&mut self, error: &anyhow::Error, server: &Server) {
        if std::mem::replace(&mut self.is_lost, true) {
            return;
        }
        let words = Arc::clone(&self.words);
        let message = match error.downcast_ref() {
            Some(NoContent(folder)) => {
                let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.clone()).display().to_string();
                words.fill("cli-no-content", &[("folder", Arg::from(folder))])
            }
            None => error.chain().map(ToString::to_string).collect::<Vec<_>>().join(": "),
        };
        let problem = Problem {
            level: "error",
            label: words.get("cli-error"),
            message: human::harmless(&message),
            place: None,
            snippet: None,
            help: Vec::new(),
            notes: Vec::new(),
        };
        let title = words.get("cli-sign-lost");
        server.show(Scene::Same, Sign { title, note: self.note(&words), ..sign(&words, vec![problem]) });
        tell_failure(error, &words, self.terminal);
        self.told = String::new();
    }

    /// What stands behind the sign.
    fn note(&self, words: &Words) -> String {
        words.get(if self.has_site() { "cli-sign-old" } else { "cli-sign-none" })
    }
}

fn sign(words: &Words, problems: Vec<Problem>) -> Sign {
    Sign {
        lang: words.language().tag().to_owned(),
        title: String::new(),
        note: String::new(),
        hide: words.get("cli-sign-hide"),
        problems,
    }
}

/// The diagnostics of a report, what stops the build first.
fn problems(report: &Report<'_>, links: &Links) -> Vec<Problem> {
    let mut all = report.diagnostics.clone();
    all.sort_by_key(|diagnostic| diagnostic.rule.level);
    all.into_iter().take(MOST).map(|diagnostic| problem(diagnostic, report, links)).collect()
}

fn problem(diagnostic: &Diagnostic, report: &Report<'_>, links: &Links) -> Problem {
    let place = |span: Span| links.place(span, report);
    let words = report.words;
    Problem {
        level: match diagnostic.rule.level {
            Level::Error => "error",
            Level::Warning => "warning",
        },
        label: format!("{}[{}]", words.get(level_word(diagnostic.rule.level)), diagnostic.rule.code),
        message: human::harmless(&diagnostic.message(words)),
        place: diagnostic.span.map(place),
        snippet: human::picture(diagnostic, report),
        help: diagnostic.help(words).iter().map(|text| human::harmless(text)).collect(),
        notes: diagnostic.notes(words).into_iter().map(|(span, text)| (human::harmless(&text), place(span))).collect(),
    }
}

/// How a place becomes an address that opens an editor there.
#[derive(Debug)]
struct Links {
    editor: Editor,
    /// Whether pages lead to forms.
    has_forms: bool,
    /// The plan's folder, from the root of the disk.
    root: PathBuf,
}

impl Links {
    fn place(&self, span: Span, report: &Report<'_>) -> serve::Place {
        let report::Place { path, lines } = report.place(span);
        let start = lines.map(|(start, _)| start);
        let text = start.map_or(path.clone(), |start| format!("{path}:{}:{}", start.line, start.column));
        let (line, column) = start.map_or((1, 1), |start| (start.line, start.column));
        let file = self.root.join(&report.files.get(span.file).path);
        serve::Place { text: human::harmless(&text), link: link(self.editor, &file, line, column) }
    }
}

fn link(editor: Editor, file: &Path, line: usize, column: usize) -> Option<String> {
    let scheme = match editor {
        Editor::Vscode => "vscode",
        Editor::Vscodium => "vscodium",
        Editor::Zed => "zed",
        Editor::None => return None,
    };
    // A path that is not text can't be told by an address.
    let path = file.to_str()?.replace('\\', "/");
    let path = machine::uri(path.trim_start_matches('/'));
    Some(format!("{scheme}://file/{path}:{line}:{column}"))
}

/// Opens an address with what the system opens addresses with.
fn open(url: &str) -> std::io::Result<()> {
    let program = if cfg!(windows) {
        "explorer"
    } else if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(program);
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_opens_the_editor() {
        let file = Path::new("/plan å/content/a b.md");
        let address = "vscode://file/plan%20%C3%A5/content/a%20b.md:3:7";
        assert_eq!(link(Editor::Vscode, file, 3, 7).as_deref(), Some(address));
        assert_eq!(link(Editor::None, file, 3, 7), None);
    }
}
