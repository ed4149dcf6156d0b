//! **source**: files in, what their authors wrote out, file by file and with the place of every value.
//!
//! No file looks at another here, so they are read in parallel and a broken one never hides another's problems. A
//! record that lacks what it must have, or whose values can't be read, is reported and still given on, with what could
//! be read: `check` goes on with it, so that one run finds everything. Kept out: whether references lead anywhere and
//! whether facts agree (`check`).

mod destination;
mod drafts;
mod front_matter;
pub mod html;
pub mod layout;
pub mod markdown;
pub mod observations;
pub mod record;
mod references;
pub mod value;
pub mod vocabulary;
pub mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{At, File, FileId, Files, Span, UnreadWhy};
use crate::model::{Prose, fold};
use crate::observe::{self, Observer};
use crate::words::{Language, nearest};

pub use drafts::Drafts;
use markdown::Written;
use observations::Row;
use record::{Reader, Value};
pub use references::{Reference, references};
use vocabulary as v;

/// A file that holds one record, and the text below it.
#[derive(Clone, Debug)]
pub struct Doc<R> {
    /// The file's stem (of a report: the initiative's id). Its place is the top of the file.
    pub id: At<String>,
    /// The language of a translation; `None`: the plan's own.
    pub language: Option<String>,
    /// The folder below the entity's own: the period of a report.
    pub folder: Option<String>,
    /// What the front matter, or the whole YAML file, says.
    pub record: R,
    /// The text below the front matter.
    pub body: Arc<Prose<Written>>,
}

/// A kind of entity: its files, and the translations beside them. They are shared with who remembers them ([`Memo`]).
#[derive(Clone, Debug)]
pub struct Folder<R, T = v::Translation> {
    /// The entities, in path order.
    pub docs: Vec<Arc<Doc<R>>>,
    /// Their translations, in path order.
    pub translations: Vec<Arc<Doc<T>>>,
}

impl<R, T> Default for Folder<R, T> {
    fn default() -> Self {
        Self { docs: Vec::new(), translations: Vec::new() }
    }
}

/// What authors wrote.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// `plan.yaml`.
    pub plan: Folder<v::Plan, v::PlanTranslation>,
    /// `organisation.yaml`.
    pub organisation: Folder<v::Organisation, v::OrganisationTranslation>,
    /// `accessibility.yaml`.
    pub statement: Folder<v::Statement, v::StatementTranslation>,
    /// `removed.yaml`.
    pub removed: Folder<v::Removals, v::RemovalsTranslation>,
    /// `areas/`.
    pub areas: Folder<v::Area>,
    /// `goals/`.
    pub goals: Folder<v::Goal>,
    /// `initiatives/`.
    pub initiatives: Folder<v::Initiative>,
    /// `indicators/`.
    pub indicators: Folder<v::Indicator>,
    /// The observations in `indicators/<id>.csv`: id and rows.
    pub observations: Vec<(At<String>, Arc<[Row]>)>,
    /// `forums/`.
    pub forums: Folder<v::Forum>,
    /// `insights/`.
    pub insights: Folder<v::Insight>,
    /// `decisions/`.
    pub decisions: Folder<v::Decision>,
    /// `reports/<period>/`.
    pub reports: Folder<v::Report, v::TextTranslation>,
    /// `reviews/`.
    pub reviews: Folder<v::Review, v::TextTranslation>,
    /// `pages/`.
    pub pages: Folder<v::Page>,
    /// `static/`: path below it, and the file.
    pub static_files: Vec<(String, FileId)>,
    /// What was left out.
    pub drafts: Drafts,
}

/// What one file turned out to hold.
#[derive(Clone)]
enum Piece {
    Plan(Arc<Doc<v::Plan>>),
    PlanTranslation(Arc<Doc<v::PlanTranslation>>),
    Organisation(Arc<Doc<v::Organisation>>),
    OrganisationTranslation(Arc<Doc<v::OrganisationTranslation>>),
    Statement(Arc<Doc<v::Statement>>),
    StatementTranslation(Arc<Doc<v::StatementTranslation>>),
    Removals(Arc<Doc<v::Removals>>),
    RemovalsTranslation(Arc<Doc<v::RemovalsTranslation>>),
    Area(Arc<Doc<v::Area>>),
    Goal(Arc<Doc<v::Goal>>),
    Initiative(Arc<Doc<v::Initiative>>),
    Indicator(Arc<Doc<v::Indicator>>),
    Observations(At<String>, Arc<[Row]>),
    Forum(Arc<Doc<v::Forum>>),
    Insight(Arc<Doc<v::Insight>>),
    Decision(Arc<Doc<v::Decision>>),
    Report(Arc<Doc<v::Report>>),
    Review(Arc<Doc<v::Review>>),
    Page(Arc<Doc<v::Page>>),
    Translation(Place, Arc<Doc<v::Translation>>),
    TextTranslation(Place, Arc<Doc<v::TextTranslation>>),
    Static(String, FileId),
    Nothing,
}

/// The folders of `content/` that hold one file per entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Areas,
    Goals,
    Initiatives,
    Indicators,
    Forums,
    Insights,
    Decisions,
    Reports,
    Reviews,
    Pages,
}

const PLACES: &[(&str, Place)] = &[
    ("areas", Place::Areas),
    ("goals", Place::Goals),
    ("initiatives", Place::Initiatives),
    ("indicators", Place::Indicators),
    ("forums", Place::Forums),
    ("insights", Place::Insights),
    ("decisions", Place::Decisions),
    ("reports", Place::Reports),
    ("reviews", Place::Reviews),
    ("pages", Place::Pages),
];

/// What files turned out to hold: one that is the same as the last time is not read once more.
#[derive(Default)]
pub struct Memo {
    /// By the file's path.
    files: BTreeMap<String, Remembered>,
}

/// What a file turned out to hold, and the input that this follows from.
struct Remembered {
    id: FileId,
    bytes: Arc<Vec<u8>>,
    piece: Piece,
    found: Diagnostics,
}

impl Memo {
    /// What this file holds, if it has been read before.
    fn recall(&self, id: FileId, file: &File) -> Option<(Piece, Diagnostics)> {
        let known = self.files.get(&file.path)?;
        // Places are in it, so it must be the same file by its number, too.
        let is_same = known.id == id && (Arc::ptr_eq(&known.bytes, &file.bytes) || known.bytes == file.bytes);
        is_same.then(|| (known.piece.clone(), known.found.clone()))
    }
}

/// Reads every file of `content/`; reports all that can't be read or isn't what it should be. With a memo, what is as the
/// last time is not read again, and what it was given is remembered for the next time.
pub fn read(
    files: &Files,
    mut memo: Option<&mut Memo>,
    diagnostics: &mut Diagnostics,
    observer: &dyn Observer,
) -> Source {
    for unread in &files.unread {
        diagnostics.report(unread_problem(Span::top(unread.file), &unread.why));
    }
    let skip: BTreeSet<FileId> = files.unread.iter().map(|unread| unread.file).collect();
    let inputs: Vec<(FileId, &File)> = files.under("content/").filter(|(id, _)| !skip.contains(id)).collect();
    observer.pieces(inputs.len());
    let known = memo.as_deref();
    let read = |&(id, file): &(FileId, &File)| {
        let mut own = Diagnostics::new();
        let piece = piece(id, file, &mut own);
        (piece, own)
    };
    // Whether it is new stands beside what was found.
    let pieces: Vec<((Piece, Diagnostics), bool)> = inputs
        .par_iter()
        .map(|input| {
            observe::piece(observer, &input.1.path, || match known.and_then(|memo| memo.recall(input.0, input.1)) {
                Some(known) => (known, false),
                None => (read(input), true),
            })
        })
        .collect();
    if let Some(memo) = &mut memo {
        for ((id, file), ((piece, found), _)) in inputs.iter().zip(&pieces).filter(|(_, (_, is_new))| *is_new) {
            let bytes = Arc::clone(&file.bytes);
            let new = Remembered { id: *id, bytes, piece: piece.clone(), found: found.clone() };
            memo.files.insert(file.path.clone(), new);
        }
        if memo.files.len() > inputs.len() {
            let paths: BTreeSet<&str> = inputs.iter().map(|(_, file)| file.path.as_str()).collect();
            memo.files.retain(|path, _| paths.contains(path.as_str()));
        }
    }
    let mut source = Source::default();
    for ((piece, own), _) in pieces {
        diagnostics.extend(own);
        source.add(piece);
    }
    keep_first(&mut source.plan.docs, files, diagnostics);
    keep_first(&mut source.organisation.docs, files, diagnostics);
    keep_first(&mut source.statement.docs, files, diagnostics);
    keep_first(&mut source.removed.docs, files, diagnostics);
    source
}

/// Of `plan.yaml` and `plan.yml` only one can hold; reports the other.
fn keep_first<R>(docs: &mut Vec<Arc<Doc<R>>>, files: &Files, diagnostics: &mut Diagnostics) {
    for doc in docs.drain(docs.len().min(1)..) {
        let path = files.get(doc.id.span.file).path.trim_start_matches("content/");
        diagnostics.report(Diagnostic::new(&code::UNKNOWN_FILE, doc.id.span).with("path", path).hint("twice"));
    }
}

impl Source {
    fn add(&mut self, piece: Piece) {
        match piece {
            Piece::Plan(doc) => self.plan.docs.push(doc),
            Piece::PlanTranslation(doc) => self.plan.translations.push(doc),
            Piece::Organisation(doc) => self.organisation.docs.push(doc),
            Piece::OrganisationTranslation(doc) => self.organisation.translations.push(doc),
            Piece::Statement(doc) => self.statement.docs.push(doc),
            Piece::StatementTranslation(doc) => self.statement.translations.push(doc),
            Piece::Removals(doc) => self.removed.docs.push(doc),
            Piece::RemovalsTranslation(doc) => self.removed.translations.push(doc),
            Piece::Area(doc) => self.areas.docs.push(doc),
            Piece::Goal(doc) => self.goals.docs.push(doc),
            Piece::Initiative(doc) => self.initiatives.docs.push(doc),
            Piece::Indicator(doc) => self.indicators.docs.push(doc),
            Piece::Observations(id, rows) => self.observations.push((id, rows)),
            Piece::Forum(doc) => self.forums.docs.push(doc),
            Piece::Insight(doc) => self.insights.docs.push(doc),
            Piece::Decision(doc) => self.decisions.docs.push(doc),
            Piece::Report(doc) => self.reports.docs.push(doc),
            Piece::Review(doc) => self.reviews.docs.push(doc),
            Piece::Page(doc) => self.pages.docs.push(doc),
            Piece::Translation(place, doc) => match place {
                Place::Areas => self.areas.translations.push(doc),
                Place::Goals => self.goals.translations.push(doc),
                Place::Initiatives => self.initiatives.translations.push(doc),
                Place::Indicators => self.indicators.translations.push(doc),
                Place::Forums => self.forums.translations.push(doc),
                Place::Insights => self.insights.translations.push(doc),
                Place::Decisions => self.decisions.translations.push(doc),
                Place::Pages => self.pages.translations.push(doc),
                Place::Reports | Place::Reviews => unreachable!("their translations are texts without a title"),
            },
            Piece::TextTranslation(Place::Reports, doc) => self.reports.translations.push(doc),
            Piece::TextTranslation(_, doc) => self.reviews.translations.push(doc),
            Piece::Static(path, id) => self.static_files.push((path, id)),
            Piece::Nothing => {}
        }
    }
}

fn unread_problem(span: Span, why: &UnreadWhy) -> Diagnostic {
    match why {
        UnreadWhy::System(problem) => Diagnostic::new(&code::UNREADABLE, span).with("problem", problem.as_str()),
        UnreadWhy::TooBig { limit } => Diagnostic::new(&code::FILE_TOO_BIG, span).with("limit", limit / 1024 / 1024),
        UnreadWhy::Link => Diagnostic::new(&code::SYMLINK, span),
        UnreadWhy::Name => Diagnostic::new(&code::FILE_NAME, span),
    }
}

fn piece(id: FileId, file: &File, diagnostics: &mut Diagnostics) -> Piece {
    let path = file.path.strip_prefix("content/").unwrap_or(&file.path);
    if let Some(below) = path.strip_prefix("static/") {
        return Piece::Static(below.to_owned(), id);
    }
    let Ok(text) = std::str::from_utf8(&file.bytes) else {
        let at = file.bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
        diagnostics.report(Diagnostic::new(&code::NOT_UTF8, Span::new(id, at..at + 1)));
        return Piece::Nothing;
    };
    let input = Input { id, text, path };
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        [name] => input.top_level(name, diagnostics),
        [folder, name] => match PLACES.iter().find(|(own, _)| *own == folder) {
            Some((_, Place::Reports)) | None => input.unknown_place(diagnostics),
            Some((_, place)) => input.entity(*place, None, name, diagnostics),
        },
        ["reports", period, name] => input.entity(Place::Reports, Some(period), name, diagnostics),
        _ => input.unknown_place(diagnostics),
    }
}

/// One file as `piece` sees it.
struct Input<'a> {
    id: FileId,
    text: &'a str,
    path: &'a str,
}

impl Input<'_> {
    /// The file stands where framdrift looks for nothing: most often a slip in a name.
    fn unknown_place(&self, diagnostics: &mut Diagnostics) -> Piece {
        let first = self.path.split('/').next().unwrap_or_default();
        let known = PLACES.iter().map(|(name, _)| *name).chain([
            "static",
            "plan.yaml",
            "organisation.yaml",
            "accessibility.yaml",
            "removed.yaml",
        ]);
        diagnostics.report(
            Diagnostic::new(&code::UNKNOWN_FILE, Span::top(self.id))
                .with("path", self.path)
                .nearest(nearest(first, known).filter(|near| *near != first)),
        );
        Piece::Nothing
    }

    fn top_level(&self, name: &str, diagnostics: &mut Diagnostics) -> Piece {
        let Some(stem) = name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")) else {
            return self.unknown_place(diagnostics);
        };
        let (stem, language) = split_language(stem);
        match (stem, language.is_some()) {
            ("plan", false) => self.yaml(language, diagnostics).map_or(Piece::Nothing, Piece::Plan),
            ("plan", true) => self.yaml(language, diagnostics).map_or(Piece::Nothing, Piece::PlanTranslation),
            ("organisation", false) => self.yaml(language, diagnostics).map_or(Piece::Nothing, Piece::Organisation),
            ("organisation", true) => {
                self.yaml(language, diagnostics).map_or(Piece::Nothing, Piece::OrganisationTranslation)
            }
            ("accessibility", false) => self.yaml(language, diagnostics).map_or(Piece::Nothing, Piece::Statement),
            ("accessibility", true) => {
                self.yaml(language, diagnostics).map_or(Piece::Nothing, Piece::StatementTranslation)
            }
            ("removed", false) => self.yaml(language, diagnostics).map_or(Piece::Nothing, Piece::Removals),
            ("removed", true) => self.yaml(language, diagnostics).map_or(Piece::Nothing, Piece::RemovalsTranslation),
            _ => self.unknown_place(diagnostics),
        }
    }

    /// A whole file of YAML.
    fn yaml<R: Value + Default>(&self, language: Option<&str>, diagnostics: &mut Diagnostics) -> Option<Arc<Doc<R>>> {
        let text = self.text.strip_prefix('\u{feff}').unwrap_or(self.text);
        let offset = self.text.len() - text.len();
        let record = self.record(text, offset, diagnostics)?;
        Some(self.doc("plan", language, None, record, Prose::default()))
    }

    fn record<R: Value + Default>(&self, yaml: &str, offset: usize, diagnostics: &mut Diagnostics) -> Option<R> {
        let node = yaml::read(yaml, self.id, offset, diagnostics)?;
        Some(R::read(&node, &mut Reader { diagnostics }).unwrap_or_default())
    }

    fn doc<R>(
        &self,
        stem: &str,
        language: Option<&str>,
        folder: Option<&str>,
        record: R,
        body: Prose<Written>,
    ) -> Arc<Doc<R>> {
        Arc::new(Doc {
            id: At::new(stem.to_owned(), Span::top(self.id)),
            language: language.map(str::to_owned),
            folder: folder.map(str::to_owned),
            record,
            body: Arc::new(body),
        })
    }

    fn entity(&self, place: Place, folder: Option<&str>, name: &str, diagnostics: &mut Diagnostics) -> Piece {
        if place == Place::Indicators
            && let Some(stem) = name.strip_suffix(".csv")
        {
            let rows = observations::read(self.text, self.id, diagnostics);
            return Piece::Observations(At::new(stem.to_owned(), Span::top(self.id)), rows.into());
        }
        let Some(stem) = name.strip_suffix(".md") else {
            return self.unknown_place(diagnostics);
        };
        let (stem, language) = split_language(stem);
        if place != Place::Reviews && !value::is_id(stem) {
            let better = value::slug(stem);
            diagnostics.report(
                Diagnostic::new(&code::BAD_FILE_ID, Span::top(self.id))
                    .with("id", stem)
                    .nearest(Some(better).filter(|better| value::is_id(better))),
            );
        }
        if language.is_some() {
            return match place {
                Place::Reports | Place::Reviews => self
                    .markdown(stem, language, folder, diagnostics)
                    .map_or(Piece::Nothing, |doc| Piece::TextTranslation(place, doc)),
                _ => self
                    .markdown(stem, language, folder, diagnostics)
                    .map_or(Piece::Nothing, |doc| Piece::Translation(place, doc)),
            };
        }
        macro_rules! read {
            ($piece:expr) => {
                self.markdown(stem, None, folder, diagnostics).map_or(Piece::Nothing, $piece)
            };
        }
        match place {
            Place::Areas => read!(Piece::Area),
            Place::Goals => read!(Piece::Goal),
            Place::Initiatives => read!(Piece::Initiative),
            Place::Indicators => read!(Piece::Indicator),
            Place::Forums => read!(Piece::Forum),
            Place::Insights => read!(Piece::Insight),
            Place::Decisions => read!(Piece::Decision),
            Place::Reports => read!(Piece::Report),
            Place::Reviews => read!(Piece::Review),
            Place::Pages => read!(Piece::Page),
        }
    }

    /// A file of front matter and Markdown.
    fn markdown<R: Value + Default>(
        &self,
        stem: &str,
        language: Option<&str>,
        folder: Option<&str>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Arc<Doc<R>>> {
        let parts = front_matter::split(self.text, self.id, diagnostics)?;
        let body = markdown::read(parts.body, self.id, parts.body_offset, diagnostics);
        let record = self.record(parts.yaml, parts.yaml_offset, diagnostics)?;
        Some(self.doc(stem, language, folder, record, body))
    }
}

/// The text below the front matter of a Markdown file; all of it where there is no front matter.
pub fn body(text: &str, file: FileId) -> &str {
    // What is wrong with it was reported when it was read.
    front_matter::split(text, file, &mut Diagnostics::new()).map_or(text, |parts| parts.body)
}

/// `skola.en` → `skola` and `en`. An id has no dot, so what follows one is a language.
fn split_language(stem: &str) -> (&str, Option<&str>) {
    match stem.rsplit_once('.') {
        Some((stem, language)) => (stem, Some(language)),
        None => (stem, None),
    }
}

/// The front matter of a Markdown file, or all of a YAML file, as a tree, and where it ends: at the line that closes it, or
/// at the end of the file. `None` when it can't be read.
pub fn front_matter_of(text: &str, file: FileId) -> Option<(yaml::Node, usize)> {
    // What is wrong with it was reported when it was read.
    let mut silent = Diagnostics::new();
    if let Some(parts) = front_matter::split(text, file, &mut silent) {
        let end = parts.yaml_offset + parts.yaml.len();
        return Some((yaml::read(parts.yaml, file, parts.yaml_offset, &mut silent)?, end));
    }
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    Some((yaml::read(plain, file, text.len() - plain.len(), &mut silent)?, text.len()))
}

/// The language that `plan.yaml` says it is in, found even where the file is not valid: messages need it.
pub fn language_of(files: &Files) -> Option<Language> {
    let id = files.find("content/plan.yaml").or_else(|| files.find("content/plan.yml"))?;
    files.text(id).trim_start_matches('\u{feff}').lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        let is_language = matches!(fold(key).as_str(), "language" | "sprak") && !line.starts_with(' ');
        let value = value.split(" #").next().unwrap_or_default().trim().trim_matches(['"', '\'']);
        Language::from_tag(value).filter(|_| is_language)
    })
}
