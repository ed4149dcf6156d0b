//! Every rule by a case: `tests/rules/CODE-what.txt` holds a tiny site and the diagnostics as they are printed.
//!
//! A case is divided by lines that begin with `===`:
//!
//! - `=== content/goals/skola.md`: a file. After a `|` may stand how it differs from a file of that text: `latin1`
//!   (saved in another encoding), `times 100` (its text so many times), `rows 100` (its last line so many times, with
//!   the row's number for each `#`), `none` (not there, not even the base's), or why it can't be read: `unreadable`,
//!   `too-big`, `link`, `bad-name`.
//! - `=== published content/goals/skola.md`: a file as it was when the site was last published, if it was another then; with
//!   `| none`, it was not there. A case with such files is held against that site.
//! - `=== theme`: the theme that is asked for; its files are `themes/NAME/…`.
//! - `=== date`: the day that the site describes, when it is another than [`TODAY`].
//! - `=== answers`: what servers say of links to other sites, each on a line: the address, then `gone 404`, `no-server`,
//!   `moved` and where to, `status 403`, `late 20`, `private` or `failed` and why.
//! - `=== kolada`: what Kolada says to municipality 1290, each on a line: `figure N1 title` (asked for, and there),
//!   `value N1 1290 2024 7.5`, `other N2 title` (there, and not asked for).
//! - `=== diagnostics`, and if wanted `=== diagnostics en`: what is printed. `UPDATE_EXPECT=1` writes it anew.
//!
//! A case that holds no `plan.yaml`, `organisation.yaml` or `accessibility.yaml` gets that of [`BASE`].
//!
//! A warning about a plan's quality (`FD6xx`) is shown only by the case of its own rule: a tiny goal has no indicator, no
//! initiative and no decision, and to say so in every case would hide what each is about.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use framdrift::audit::{Answer, unreachable};
use framdrift::cli::{Look, Report, human};
use framdrift::compose::kolada::{renewed, wanted};
use framdrift::diag::{Diagnostics, RULES};
use framdrift::fetch::{Fetched, Measured};
use framdrift::files::{Files, Unread, UnreadWhy};
use framdrift::record::{MANIFEST, Manifest, record};
use framdrift::words::{Language, Words};
use framdrift::{Clock, Options};
use rayon::prelude::*;

/// The day of every case that names no other.
const TODAY: &str = "2026-11-23";

const BASE: [(&str, &str); 3] = [
    ("content/accessibility.yaml", include_str!("../rules/base/accessibility.yaml")),
    ("content/plan.yaml", include_str!("../rules/base/plan.yaml")),
    ("content/organisation.yaml", include_str!("../rules/base/organisation.yaml")),
];

/// The words of each language, made once: there are a hundred cases.
static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| Language::all().map(Words::new).collect());

#[test]
fn every_case_reports_what_it_says() {
    let mut paths = super::files_below(&super::root().join("tests/rules"));
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    // It is the test that takes longest and begins among the last.
    let told =
        |path: &PathBuf| check(path).err().map(|problem| format!("{}: {problem}", path.file_name().unwrap().display()));
    let problems: Vec<String> = paths.par_iter().filter_map(told).collect();
    assert!(problems.is_empty(), "\n{}\nUPDATE_EXPECT=1 writes the expected part anew", problems.join("\n"));
}

#[test]
fn the_base_of_the_cases_is_sound() {
    let (files, diagnostics) = run(&Case::parse("=== diagnostics\n"));
    let words = Words::new(Language::ENGLISH);
    assert_eq!(human(&Report::new(&diagnostics, &files, &words, ""), Look::Plain), "");
}

#[test]
fn every_rule_has_a_case() {
    let cases: Vec<String> = super::files_below(&super::root().join("tests/rules"))
        .iter()
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect();
    let lacking: Vec<&str> = RULES
        .iter()
        .map(|rule| rule.code)
        .filter(|code| !cases.iter().any(|case| case.starts_with(&format!("{code}-"))))
        .collect();
    assert!(lacking.is_empty(), "tests/rules/ has no case CODE-what.txt for: {}", lacking.join(" "));
}

/// A case taken apart.
pub(crate) struct Case {
    /// All up to the first `=== diagnostics`, as it stands.
    input: String,
    files: Vec<(String, Kind, String)>,
    /// Those that were others when the site was last published.
    published: Vec<(String, Kind, String)>,
    date: String,
    theme: Option<String>,
    /// What servers say of links to other sites, by address.
    answers: BTreeMap<String, Answer>,
    /// What Kolada says.
    kolada: Option<Fetched>,
    /// Language tag and expected text.
    expected: Vec<(String, String)>,
}

/// What kind of file a section is.
enum Kind {
    Text,
    Latin1,
    Times(usize),
    Rows(usize),
    None,
    Unread(UnreadWhy),
}

impl Case {
    pub(crate) fn parse(text: &str) -> Self {
        let mut case = Self {
            input: String::new(),
            files: Vec::new(),
            published: Vec::new(),
            date: TODAY.to_owned(),
            theme: None,
            answers: BTreeMap::new(),
            kolada: None,
            expected: Vec::new(),
        };
        let mut sections: Vec<(String, String)> = Vec::new();
        for line in text.split_inclusive('\n') {
            if let Some(head) = line.strip_prefix("=== ") {
                sections.push((head.trim().to_owned(), String::new()));
            } else if let Some((_, body)) = sections.last_mut() {
                body.push_str(line);
            }
            if sections.last().is_none_or(|(head, _)| !head.starts_with("diagnostics")) {
                case.input.push_str(line);
            }
        }
        for (head, body) in sections {
            if let Some(language) = head.strip_prefix("diagnostics") {
                let language = language.trim();
                let language = if language.is_empty() { "sv" } else { language };
                case.expected.push((language.to_owned(), body.trim_start_matches('\n').to_owned()));
            } else if head == "date" {
                body.trim().clone_into(&mut case.date);
            } else if head == "answers" {
                case.answers = body.lines().filter_map(|line| line.split_once(' ')).map(answer).collect();
            } else if head == "kolada" {
                case.kolada = Some(fetched(&body));
            } else if head == "theme" {
                case.theme = Some(body.trim().to_owned());
            } else {
                let (path, kind) = head.split_once('|').unwrap_or((&head, ""));
                let (path, files) = match path.strip_prefix("published ") {
                    Some(path) => (path, &mut case.published),
                    None => (path, &mut case.files),
                };
                files.push((path.trim().to_owned(), Kind::parse(kind.trim()), body));
            }
        }
        case
    }

    /// The base's files and those of these lists: what comes later replaces what comes before.
    fn contents(lists: &[&[(String, Kind, String)]]) -> BTreeMap<String, Vec<u8>> {
        let base = BASE.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let mut contents: BTreeMap<String, Vec<u8>> = base.collect();
        for (path, kind, text) in lists.iter().copied().flatten() {
            match kind {
                Kind::None => contents.remove(path),
                _ => contents.insert(path.clone(), kind.bytes(text)),
            };
        }
        contents
    }

    /// The record of the site as it was last published, the day before.
    fn manifest(&self, date: jiff::civil::Date) -> Manifest {
        let files = Files::from_memory(Self::contents(&[&self.files, &self.published]));
        let before = date.yesterday().expect("it is not the first day of all");
        let mut diagnostics = Diagnostics::new();
        let options = Options::at(Clock::Date(before));
        let outcome = framdrift::run(&files, &options, &mut diagnostics, &framdrift::observe::Unobserved);
        let mut outcome = outcome.unwrap_or_else(|_| panic!("what was published could not be: {diagnostics:?}"));
        record(&mut outcome.site, before, None, outcome.reports);
        serde_json::from_slice(&outcome.site[MANIFEST]).expect("the record was just written")
    }
}

/// What Kolada says.
fn fetched(body: &str) -> Fetched {
    let mut fetched = Fetched::default();
    for line in body.lines() {
        let (what, rest) = line.split_once(' ').unwrap_or((line, ""));
        let (id, rest) = rest.split_once(' ').unwrap_or((rest, ""));
        match (what, &rest.split(' ').collect::<Vec<_>>()[..]) {
            ("figure", _) => drop(fetched.titles.insert(id.to_owned(), rest.to_owned())),
            ("other", _) => fetched.catalogue.push((id.to_owned(), rest.to_owned())),
            ("value", [place, year, value]) => fetched.values.push(Measured {
                figure: id.to_owned(),
                place: (*place).to_owned(),
                year: year.parse().expect("a year"),
                value: value.parse().ok(),
            }),
            _ => panic!("Kolada can't say {line:?}"),
        }
    }
    fetched
}

/// An address, and what its server says.
fn answer((address, said): (&str, &str)) -> (String, Answer) {
    let (what, more) = said.split_once(' ').unwrap_or((said, ""));
    let number = || more.parse().unwrap_or_else(|_| panic!("{more:?} is no number"));
    let answer = match what {
        "found" => Answer::Found,
        "gone" => Answer::Gone(number()),
        "no-server" => Answer::NoServer,
        "moved" => Answer::Moved(more.to_owned()),
        "status" => Answer::Status(number()),
        "late" => Answer::Late(number().into()),
        "private" => Answer::Private,
        "failed" => Answer::Failed(more.to_owned()),
        other => panic!("a server can't say {other:?}"),
    };
    (address.to_owned(), answer)
}

impl Kind {
    fn parse(text: &str) -> Self {
        match text {
            "" => Self::Text,
            "latin1" => Self::Latin1,
            "none" => Self::None,
            "unreadable" => Self::Unread(UnreadWhy::System("Permission denied (os error 13)".to_owned())),
            "too-big" => Self::Unread(UnreadWhy::TooBig { limit: 20 * 1024 * 1024 }),
            "link" => Self::Unread(UnreadWhy::Link),
            "bad-name" => Self::Unread(UnreadWhy::Name),
            other => {
                let number = |word: &str| other.strip_prefix(word).and_then(|n| n.trim().parse().ok());
                let kind = number("times").map(Self::Times).or_else(|| number("rows").map(Self::Rows));
                kind.unwrap_or_else(|| panic!("a file can't be {other:?}"))
            }
        }
    }

    fn bytes(&self, text: &str) -> Vec<u8> {
        match self {
            Self::Latin1 => text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1 has the letter")).collect(),
            Self::Times(n) => text.repeat(*n).into_bytes(),
            Self::Rows(n) => {
                let (head, last) = text.trim_end().rsplit_once('\n').unwrap_or(("", text));
                let rows = (1..=*n).map(|row| format!("\n{}", last.replace('#', &row.to_string())));
                std::iter::once(head.to_owned()).chain(rows).collect::<String>().into_bytes()
            }
            Self::Unread(_) => Vec::new(),
            Self::Text | Self::None => text.as_bytes().to_vec(),
        }
    }
}

/// What came of a case.
struct Ran {
    site: Option<BTreeMap<String, Vec<u8>>>,
    files: Files,
    diagnostics: Diagnostics,
}

/// Runs the pipeline on a case, and tells what it found.
fn run(case: &Case) -> (Files, Diagnostics) {
    let ran = run_all(case);
    (ran.files, ran.diagnostics)
}

/// Runs the pipeline on a case.
fn run_all(case: &Case) -> Ran {
    let mut files = Files::from_memory(Case::contents(&[&case.files]));
    for (path, kind, _) in &case.files {
        if let Kind::Unread(why) = kind {
            let file = files.find(path).expect("just put in");
            files.unread.push(Unread { file, why: why.clone() });
        }
    }
    let date = case.date.parse().unwrap_or_else(|_| panic!("{:?} is no day", case.date));
    let since = (!case.published.is_empty()).then(|| case.manifest(date));
    let options = Options { theme: case.theme.clone(), since, ..Options::at(Clock::Date(date)) };
    let mut diagnostics = Diagnostics::new();
    let outcome = framdrift::run(&files, &options, &mut diagnostics, &framdrift::observe::Unobserved);
    if let Ok(outcome) = &outcome {
        unreachable(&outcome.external, &case.answers, &mut diagnostics);
    }
    if let Some(fetched) = &case.kolada {
        let source = framdrift::source::read(&files, None, &mut Diagnostics::new(), &framdrift::observe::Unobserved);
        let wanted = wanted(&source, &files);
        renewed(&wanted, ("1290", date), fetched, (&files, Language::SWEDISH), &mut diagnostics);
    }
    Ran { site: outcome.ok().map(|outcome| outcome.site), files, diagnostics }
}

/// The site of a case, when it is not refused, and what was found.
pub(crate) fn run_case(case: &Case) -> (Option<BTreeMap<String, Vec<u8>>>, Diagnostics) {
    let ran = run_all(case);
    (ran.site, ran.diagnostics)
}

/// What a case of this rule shows of all that was reported.
fn shown(diagnostics: &Diagnostics, files: &Files, code: &str) -> Diagnostics {
    let mut shown = Diagnostics::new();
    for diagnostic in diagnostics.sorted(files) {
        if diagnostic.rule.code == code || !diagnostic.rule.code.starts_with("FD6") {
            shown.report(diagnostic.clone());
        }
    }
    shown
}

#[expect(clippy::disallowed_methods, reason = "a test reads its cases and, when asked to, writes them anew")]
fn check(path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let case = Case::parse(&text);
    let (files, diagnostics) = run(&case);
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let code = name.split('-').next().unwrap_or_default();
    if !diagnostics.sorted(&files).iter().any(|diagnostic| diagnostic.rule.code == code) {
        let reported: Vec<&str> = diagnostics.sorted(&files).iter().map(|diagnostic| diagnostic.rule.code).collect();
        return Err(format!("does not report {code}, but: {}", reported.join(" ")));
    }

    let diagnostics = shown(&diagnostics, &files, code);

    let languages: Vec<&str> = case.expected.iter().map(|(language, _)| language.as_str()).collect();
    let languages = if languages.is_empty() { vec!["sv"] } else { languages };
    let mut now = case.input.clone();
    for language in languages {
        let own = Language::from_tag(language).ok_or_else(|| format!("there is no language {language}"))?;
        let words = WORDS.iter().find(|words| words.language() == own).expect("every language has words");
        let shown = human(&Report::new(&diagnostics, &files, words, ""), Look::Plain);
        let head = if own == Language::SWEDISH { String::new() } else { format!(" {language}") };
        write!(now, "=== diagnostics{head}\n{shown}").expect("a String takes all that is written to it");
    }
    let now = now.trim_end().to_owned() + "\n";
    if now == text {
        return Ok(());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return std::fs::write(path, now).map_err(|error| error.to_string());
    }
    let differs = now.lines().zip(text.lines().chain(std::iter::repeat(""))).find(|(now, before)| now != before);
    let (now, before) = differs.unwrap_or(("(nothing more)", "(more)"));
    Err(format!("differs\n  expected: {before}\n  is:       {now}"))
}
