//! **check**: what authors wrote in, a plan that can't be wrong in itself out, or the proof that it was rejected.
//!
//! Every reference is resolved to a [`Key`], every fact is held against the others. All that is
//! wrong is reported, in one run: an entity that can't be made is left out and the others are still checked. Kept out:
//! whether YAML and Markdown can be read (`source`), and anything that depends on today's date (`derive`).

mod addresses;
mod goals;
mod hidden;
mod ids;
mod indicators;
mod initiatives;
mod links;
mod memo;
mod organisation;
mod privacy;
mod quality;
mod records;
mod removals;
mod settings;
mod statement;
mod uploads;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics, Fill, Rejected, code};
use crate::files::{At, File, FileId, Files, Span};
use crate::model::{Entity, FreePage, HeadingLink, Key, Kind, Plan, Prose, Table, Text};
use crate::source::value::{MentionText, To};
use crate::source::{Doc, Folder, Source, vocabulary as v};
use crate::words::{Language, nearest};

use ids::Ids;
pub use memo::Memo;
use memo::{Frame, Looks, Made, Row, Rows, Texts};
pub(crate) use removals::still_there;
pub(crate) use settings::catalogue_without_address;

/// Checks what was written and makes the plan of it. With a memo, what looks at one file alone is only done for files that
/// are not as the last time.
///
/// # Errors
/// When anything of level error was reported, here or by an earlier stage.
pub fn check(
    source: Source,
    files: &Files,
    memo: Option<&mut Memo>,
    diagnostics: &mut Diagnostics,
) -> Result<Plan, Rejected> {
    let static_files: BTreeMap<_, _> = source.static_files.iter().cloned().collect();
    let (ids, mut known) = frame(&source, files, memo, diagnostics);
    let ids = &*ids;
    let written = goals::relations(&source, ids);
    if let Some(memo) = &mut known {
        memo.texts.forget(files.count());
        memo.reported.forget(files.count());
    }
    each_text(files, known.as_mut().map(|memo| &mut memo.looks), diagnostics);
    let (texts, mut made, reported) = match known {
        Some(Memo { texts, made, reported, reports, .. }) => (Some(texts), Some(made), Some((reported, reports))),
        None => (None, None, None),
    };
    let (reported, reports) = reported.unzip();
    uploads::check(files, &static_files, diagnostics);
    quality::check(&source, ids, diagnostics);

    let base = Base { ids, files, static_files: &static_files };
    let mut checker = Checker { base, heading_links: Vec::new(), languages: Vec::new(), memo: texts, diagnostics };
    let pages: Vec<(String, Span)> = source
        .pages
        .docs
        .iter()
        .flat_map(|doc| {
            let aliases = doc.record.aliases.iter().map(|alias| (alias.value.0.clone(), alias.span));
            std::iter::once((doc.id.value.clone(), doc.id.span)).chain(aliases)
        })
        .chain(removed_pages(&source))
        .collect();
    checker.addresses(&pages);
    let settings = checker.settings(source.plan);
    let law = settings.as_ref().map(|settings| settings.accessibility_law);
    let has_statement = !source.statement.docs.is_empty();
    let statement = checker.statement(source.statement, law);
    let rhythm = settings.as_ref().map(|settings| settings.reporting.every);
    // Most of a plan's files are reports, and nothing else is made of them here.
    let mut found = Diagnostics::new();
    let languages = checker.languages.clone();
    let mut beside = Checker { base, heading_links: Vec::new(), languages, memo: reported, diagnostics: &mut found };
    let reported = || (beside.reports(source.reports, rhythm, reports), beside.reviews(source.reviews, rhythm));
    let others = || {
        let (units, roles) = checker.organisation(source.organisation);
        let areas = checker.each(source.areas, made.as_mut().map(|own| &mut own.areas), |checker, doc, entity| {
            Some(checker.area(doc, entity))
        });
        let goals = checker.each(source.goals, made.as_mut().map(|own| &mut own.goals), |checker, doc, entity| {
            Some(checker.goal(doc, entity))
        });
        let observations = checker.observations(source.observations);
        // They follow from their observations, too.
        let indicators = checker.each(source.indicators, None, |checker, doc, entity| {
            let rows = observations.get(&doc.id.value).map_or(&[][..], |rows| rows);
            checker.indicator(doc, entity, rows)
        });
        let forums = checker.each(source.forums, made.as_mut().map(|own| &mut own.forums), Checker::forum);
        let insights = checker.each(source.insights, made.as_mut().map(|own| &mut own.insights), Checker::insight);
        let decisions = checker.each(source.decisions, made.as_mut().map(|own| &mut own.decisions), Checker::decision);
        let initiatives =
            checker.each(source.initiatives, made.as_mut().map(|own| &mut own.initiatives), |checker, doc, entity| {
                checker.initiative(doc, entity, &roles)
            });
        let pages = checker.each(source.pages, made.as_mut().map(|own| &mut own.pages), |_, doc, entity| {
            Some(FreePage { entity, menu: plain(doc.record.menu.as_ref()).unwrap_or(false) })
        });
        let removed = checker.removals(source.removed);
        (units, roles, areas, goals, indicators, forums, insights, decisions, initiatives, pages, removed)
    };
    let (others, (reports, reviews)) = rayon::join(others, reported);
    let (units, roles, areas, goals, indicators, forums, insights, decisions, initiatives, pages, removed) = others;
    let heading_links = [checker.heading_links, beside.heading_links].concat();
    checker.diagnostics.extend(found);

    let made = (|| {
        let mut plan = Plan {
            settings: settings?,
            units: whole(units)?,
            roles: whole(roles)?,
            areas: whole(areas)?,
            goals: whole(goals)?,
            initiatives: whole(initiatives)?,
            indicators: whole(indicators)?,
            forums: whole(forums)?,
            insights: whole(insights)?,
            decisions: whole(decisions)?,
            reports: whole(reports)?,
            reviews: whole(reviews)?,
            pages: whole(pages)?,
            heading_links,
            statement: if has_statement { Some(statement?) } else { None },
            removed,
            static_files: static_files.clone(),
        };
        initiatives::link_insights(&mut plan);
        Some(plan)
    })();
    if let Some(plan) = &made {
        goals::check_cycles(plan, &written, checker.diagnostics);
    }
    match (checker.diagnostics.rejected(), made) {
        (Some(rejected), _) => Err(rejected),
        (None, Some(plan)) => Ok(plan),
        (None, None) => unreachable!("an entity is only left out after an error was reported"),
    }
}

/// The ids of what was written, with what is remembered: what was made of documents is forgotten when what they are checked
/// against is not what it was.
fn frame<'m>(
    source: &Source,
    files: &Files,
    mut memo: Option<&'m mut Memo>,
    diagnostics: &mut Diagnostics,
) -> (Arc<Ids>, Option<&'m mut Memo>) {
    let frame = memo.as_ref().and_then(|memo| memo.frame.as_ref()).filter(|frame| frame.holds(source, files));
    if let Some(frame) = frame {
        return (Arc::clone(&frame.ids), memo);
    }
    let before = diagnostics.len();
    let ids = Arc::new(Ids::collect(source, diagnostics));
    records::one_report_each(&source.reports.docs, &ids, diagnostics);
    let is_sound = diagnostics.len() == before;
    if let Some(memo) = &mut memo {
        memo.frame = is_sound.then(|| Frame::new(source, files, Arc::clone(&ids)));
        (memo.made, memo.reports) = (Made::default(), Rows::default());
    }
    (ids, memo)
}

/// Free pages that have been removed: they keep their addresses.
fn removed_pages(source: &Source) -> impl Iterator<Item = (String, Span)> {
    let all = source.removed.docs.iter().flat_map(|doc| &doc.record.removed);
    all.filter_map(|own| match own.value.what.as_ref().map(|what| (&what.value, what.span)) {
        Some((MentionText::Reference(Kind::Page, id), span)) => Some((id.clone(), span)),
        _ => None,
    })
}

/// The files of text that editors write or upload.
fn texts(files: &Files) -> Vec<(FileId, &File)> {
    let is_written =
        |path: &str| [".md", ".yaml", ".yml", ".csv", ".txt", ".json"].iter().any(|own| path.ends_with(own));
    files.under("content/").filter(|(_, file)| is_written(&file.path)).collect()
}

/// Looks through each text by itself; what is found is reported in the files' order.
fn each_text(files: &Files, mut memo: Option<&mut Looks>, diagnostics: &mut Diagnostics) {
    let texts = texts(files);
    let phones = privacy::declared_phones(&texts);
    if let Some(memo) = &mut memo {
        memo.begin(&phones, files.count());
    }
    let known = memo.as_deref();
    let look = |&(id, file): &(FileId, &File)| {
        if let Some(found) = known.and_then(|memo| memo.get(id, file)) {
            return (found, false);
        }
        let mut found = Diagnostics::new();
        // That another file is no text is reported when it is read.
        if let Ok(text) = std::str::from_utf8(&file.bytes) {
            privacy::check(text, id, &phones, &mut found);
            hidden::check(id, text, &mut found);
        }
        (found, true)
    };
    // Whether it is new stands beside what was found.
    let found: Vec<(Diagnostics, bool)> = texts.par_iter().map(look).collect();
    for ((id, file), (found, is_new)) in texts.into_iter().zip(found) {
        if let Some(memo) = memo.as_mut().filter(|_| is_new) {
            memo.keep(id, file, &found);
        }
        diagnostics.extend(found);
    }
}

/// The table, when none of its rows is missing.
fn whole<T>(rows: Entities<T>) -> Option<Table<T>> {
    rows.into_iter().collect::<Option<Vec<Arc<T>>>>().map(Table::new)
}

/// What came of documents, in their order; `None` where no entity can be made.
type Entities<T> = Vec<Option<Arc<T>>>;

/// A translation of a document.
type Translation<T> = (Language, Arc<Doc<T>>);

/// The translations of a kind's texts, by the id of what they translate.
type Translated<T> = BTreeMap<String, Vec<Translation<T>>>;

/// What checking one entity needs of the others.
#[derive(Clone, Copy)]
struct Base<'a> {
    ids: &'a Ids,
    files: &'a Files,
    /// Path below `content/static/` → file.
    static_files: &'a BTreeMap<String, FileId>,
}

/// Makes entities of what was written.
struct Checker<'a> {
    base: Base<'a>,
    /// Links to headings that have been resolved so far.
    heading_links: Vec<HeadingLink>,
    /// The languages of the plan; empty until its settings are checked.
    languages: Vec<Language>,
    memo: Option<&'a mut Texts>,
    diagnostics: &'a mut Diagnostics,
}

impl Checker<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.report(diagnostic);
    }

    /// Makes an entity of each document of a folder, in the folder's order, or takes what was made of it in `rows`.
    fn each<R: Titled, T>(
        &mut self,
        folder: Folder<R>,
        mut rows: Option<&mut Rows<R, v::Translation, T>>,
        make: impl Fn(&mut Self, &Doc<R>, Entity) -> Option<T>,
    ) -> Entities<T> {
        let mut translations = self.translations(R::KIND, folder.translations);
        let each = folder.docs.into_iter().enumerate().map(|(row, doc)| {
            let own = translations.remove(&doc.id.value).unwrap_or_default();
            self.once(row, doc, own, rows.as_deref_mut(), |checker, doc, own| {
                let entity = checker.entity(doc, own);
                make(checker, doc, entity?)
            })
        });
        each.collect()
    }

    /// What `make` makes of a document and its translations; or what it made the last time, when nothing was wrong and they
    /// are the same. `rows` are those of the same frame.
    fn once<R, X, T>(
        &mut self,
        row: usize,
        mut doc: Arc<Doc<R>>,
        translations: Vec<Translation<X>>,
        rows: Option<&mut Rows<R, X, T>>,
        make: impl FnOnce(&mut Self, &mut Arc<Doc<R>>, &[Translation<X>]) -> Option<T>,
    ) -> Option<Arc<T>> {
        let Some(rows) = rows else { return make(self, &mut doc, &translations).map(Arc::new) };
        if let Some(known) = rows.get(row, &doc, &translations) {
            self.heading_links.extend(known.heading_links.iter().cloned());
            return Some(Arc::clone(&known.entity));
        }
        let (links, found) = (self.heading_links.len(), self.diagnostics.len());
        let entity = make(self, &mut doc, &translations).map(Arc::new);
        let sound = entity.as_ref().filter(|_| self.diagnostics.len() == found);
        let known = sound.map(Arc::clone).map(|entity| {
            let heading_links = self.heading_links[links..].to_vec();
            Row { doc, translations, entity, heading_links }
        });
        rows.keep(row, known);
        entity
    }

    /// The translations of a kind by id; reports those without an original or of a language that the plan lacks.
    fn translations<T>(&mut self, kind: Kind, docs: Vec<Arc<Doc<T>>>) -> Translated<T> {
        let mut found = Translated::new();
        for doc in docs {
            let Some(language) = self.translation_language(&doc) else { continue };
            let id = match &doc.folder {
                Some(period) => format!("{period}/{}", doc.id.value),
                None => doc.id.value.clone(),
            };
            // A file stands beside its original, so it has the id that this has now.
            if !self.base.ids.is_current(kind, &id) {
                let near = self.base.ids.nearest(kind, &id);
                self.report(
                    Diagnostic::new(&code::TRANSLATION_WITHOUT_ORIGINAL, doc.id.span)
                        .with("id", id)
                        .with("kind", name_of(kind))
                        .nearest(near),
                );
                continue;
            }
            found.entry(id).or_default().push((language, doc));
        }
        found
    }

    /// The language of a translation's file name, when it is one of the plan's.
    fn translation_language<T>(&mut self, doc: &Doc<T>) -> Option<Language> {
        let tag = doc.language.as_deref().unwrap_or_default();
        let Some(language) = Language::from_tag(tag) else {
            let known = Language::tags().join(", ");
            self.report(Diagnostic::new(&code::UNKNOWN_LANGUAGE, doc.id.span).with("tag", tag).with("known", known));
            return None;
        };
        let why = match self.languages.as_slice() {
            [own, ..] if *own == language => "own",
            [] => return Some(language),
            all if all.contains(&language) => return Some(language),
            _ => "unlisted",
        };
        self.report(Diagnostic::new(&code::TRANSLATION_LANGUAGE, doc.id.span).with("tag", tag).hint(why));
        None
    }

    /// What every entity has. The body is taken out of the document.
    fn entity<R: Titled>(
        &mut self,
        doc: &mut Arc<Doc<R>>,
        translations: &[Translation<v::Translation>],
    ) -> Option<Entity> {
        let body = self.texts(doc, translations);
        let mut title = doc.record.title().map(Text::new);
        let mut summary = doc.record.summary().map(Text::new);
        for (language, translation) in translations {
            if let (Some(title), Some(own)) = (&mut title, &translation.record.title) {
                title.translations.insert(*language, own.value.clone());
            }
            if let (Some(summary), Some(own)) = (&mut summary, &translation.record.summary) {
                summary.translations.insert(*language, own.value.clone());
            }
        }
        let aliases = doc.record.aliases().iter().map(|alias| alias.value.0.clone()).collect();
        Some(Entity { id: doc.id.value.clone(), title: title?, summary, body, aliases, span: doc.id.span })
    }

    /// The text of a document with its translations. The document's is taken out of it, if nobody else has it.
    fn texts<R, T>(&mut self, doc: &mut Arc<Doc<R>>, translations: &[Translation<T>]) -> Text<Arc<Prose>> {
        let body = Arc::get_mut(doc).map(|own| std::mem::take(&mut own.body));
        let body = body.unwrap_or_else(|| Arc::clone(&doc.body));
        let mut text = Text::new(self.prose(doc.id.span.file, body));
        for (language, translation) in translations {
            let words = self.prose(translation.id.span.file, Arc::clone(&translation.body));
            if !words.is_empty() {
                text.translations.insert(*language, words);
            }
        }
        text
    }

    /// The key that a reference leads to, or a report that it leads nowhere.
    fn key<R, T>(&mut self, reference: &At<To<R>>, kind: Kind) -> Option<Key<T>> {
        let id = &reference.value.id;
        if let Some(row) = self.base.ids.row(kind, id) {
            return Some(Key::from_row(row));
        }
        self.unknown_reference(kind, id, reference.span);
        None
    }

    /// As [`Checker::key`], of a reference that may be missing.
    fn key_of<R, T>(&mut self, reference: Option<&At<To<R>>>, kind: Kind) -> Option<Key<T>> {
        reference.and_then(|reference| self.key(reference, kind))
    }

    /// The keys of a list of references, each once, in the order written.
    fn keys<R, T>(&mut self, references: &[At<To<R>>], kind: Kind) -> Vec<Key<T>> {
        let mut keys = Vec::new();
        for reference in references {
            if let Some(key) = self.key(reference, kind)
                && !keys.contains(&key)
            {
                keys.push(key);
            }
        }
        keys
    }

    fn unknown_reference(&mut self, kind: Kind, id: &str, span: Span) {
        if self.is_draft(kind, id, span) {
            return;
        }
        let near = nearest(id, self.base.ids.all(kind)).map(str::to_owned);
        self.report(
            Diagnostic::new(&code::UNKNOWN_REFERENCE, span).with("kind", name_of(kind)).with("id", id).nearest(near),
        );
    }

    /// Whether something refers to a draft, which is reported: what is published can't lead to what is not.
    fn is_draft(&mut self, kind: Kind, id: &str, span: Span) -> bool {
        let Some(draft) = self.base.ids.draft(kind, id) else { return false };
        self.report(Diagnostic::new(&code::DRAFT_REFERENCE, span).with("id", id).also(draft, "draft"));
        true
    }

    /// A web address that may be linked to, or a report of why it may not.
    fn address(&mut self, address: Option<&At<String>>) -> Option<String> {
        let address = address?;
        let text = address.value.trim();
        let ok = ["https://", "http://"].iter().any(|scheme| {
            text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
                && text.len() > scheme.len()
        }) && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>\\^`{|}".contains(c));
        if !ok {
            self.report(Diagnostic::new(&code::BAD_ADDRESS, address.span).with("text", text));
            return None;
        }
        Some(text.to_owned())
    }

    /// A mailbox that can be written to, or a report of why it can't.
    fn mailbox(&mut self, mailbox: Option<&At<String>>) -> Option<String> {
        let mailbox = mailbox?;
        let text = mailbox.value.trim();
        let ok = text.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty()
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
                && !host.contains('@')
        }) && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "\"<>()[],;:\\?&#%".contains(c));
        if !ok {
            self.report(Diagnostic::new(&code::BAD_MAILBOX, mailbox.span).with("text", text));
            return None;
        }
        Some(text.to_owned())
    }

    /// A number between two others, both included, or a report that it is not.
    fn within(&mut self, key: crate::model::Name, number: &At<f64>, low: f64, high: f64) -> bool {
        let ok = (low..=high).contains(&number.value);
        if !ok {
            // As it is written in YAML: with a decimal point in every language.
            let expected = format!("{low}–{high}");
            let mut diagnostic =
                Diagnostic::new(&code::OUT_OF_RANGE, number.span).with("key", key).with("expected", expected);
            if high <= 1.0 {
                diagnostic = diagnostic.hint("share");
            }
            self.report(diagnostic);
        }
        ok
    }
}

/// What a decision is taken by and a forum reports to: units and roles share one name space.
pub(crate) const UNIT_OR_ROLE: crate::model::Name = crate::model::Name { en: "unit or role", sv: "enhet eller roll" };

/// A kind's own name, to be written in the message's language.
fn name_of(kind: Kind) -> Fill {
    use crate::model::Choice as _;
    Fill::Name(kind.name())
}

/// The value that was written, without its place.
fn plain<T: Clone>(value: Option<&At<T>>) -> Option<T> {
    value.map(|value| value.value.clone())
}

/// A text that was written and is not empty.
fn words(value: Option<&At<String>>) -> Option<String> {
    value.map(|value| value.value.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A record whose entity has a title of its own.
trait Titled {
    const KIND: Kind;
    fn title(&self) -> Option<String>;
    fn summary(&self) -> Option<String>;
    fn aliases(&self) -> &[At<crate::source::value::Id>];
}

macro_rules! titled {
    ($($record:ident)*) => {$(
        impl Titled for v::$record {
            const KIND: Kind = Kind::$record;

            fn title(&self) -> Option<String> {
                words(self.title.as_ref())
            }

            fn summary(&self) -> Option<String> {
                words(self.summary.as_ref())
            }

            fn aliases(&self) -> &[At<crate::source::value::Id>] {
                &self.aliases
            }
        }
    )*};
}

titled! { Area Goal Initiative Indicator Forum Insight Decision Page }
