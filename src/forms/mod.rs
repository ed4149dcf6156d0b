//! **forms**: a request to a form in a browser in, a page with the form out, and what was written in it in the plan's files.
//!
//! For those who edit without an editor of text. A form is made of the vocabulary, so that a new key is in it by itself; it
//! shows beside each field what is wrong, and the page as it becomes. What is saved changes only what was changed: comments,
//! order and text stay as they are. Nothing is written over what somebody else has saved meanwhile, and nothing that gives the
//! plan an error that it did not have. Kept out: who may come here, and the network (`serve`); how a plan becomes pages (that
//! is given by `cli`).
//!
//! The parts: `listing` is what the plan has, `fields` makes a form of a record, `written` makes a text of what was sent,
//! `values` does both with an indicator's values, `beside` finds the field that something is wrong with, `page` makes markup.

mod beside;
mod fields;
mod listing;
mod page;
mod start;
mod values;
mod written;

use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::Context as _;
use jiff::civil::Date;

use crate::compose::workbook::difference;
use crate::compose::{Desk as Plan, KINDS, added, heads};
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::files::{FileId, Files, Folder};
use crate::model::{Choice as _, Kind, Period, PlanDate};
use crate::pages::said;
use crate::publish::{self, Exists};
use crate::record::sha256;
use crate::serve::{Desk, Reply, Request};
use crate::source::layout::record_of;
use crate::source::record::Record;
use crate::source::value::{is_id, slug};
use crate::source::{body, front_matter_of};
use crate::words::{Arg, Language, Words};

use beside::Told;
use fields::{Filled, Trouble, Troubles};
use listing::Listing;
use written::{BODY, Sheet};

/// What a plan's files become.
pub trait Press: Send {
    /// Checks the files as they would be, and makes the page of the one at this path.
    fn print(&mut self, files: &Files, path: &str) -> Printed;
}

/// What came of files.
#[derive(Clone, Debug, Default)]
pub struct Printed {
    /// What was found in them.
    pub diagnostics: Diagnostics,
    /// The page of a file, when there is one: its address on this host and its markup.
    pub page: Option<(String, String)>,
}

/// What day it is in a time zone of this name.
pub type Today = Box<dyn Fn(&str) -> Date + Send + Sync>;

/// The forms of a plan in a folder.
pub struct Forms {
    folder: PathBuf,
    /// The language of the forms; `None`: the plan's.
    language: Option<Language>,
    today: Today,
    state: Mutex<State>,
}

/// What one request leaves to the next. Who holds it is alone with the files.
struct State {
    folder: Folder,
    press: Box<dyn Press>,
}

/// What a form is about.
#[derive(Clone, Debug, PartialEq)]
enum Target {
    /// A file that is there, by its path.
    File(String),
    /// Something new of a kind that has a file each.
    New(Kind),
    /// A report on an initiative for a period.
    Report(String, Period),
    /// The leadership's review of a period.
    Review(Period),
}

/// A request for something that there is not.
struct Nothing;

impl Forms {
    /// The forms of the plan in `folder`.
    pub fn new(folder: PathBuf, language: Option<Language>, today: Today, press: Box<dyn Press>) -> Self {
        let state = Mutex::new(State { folder: Folder::new(&folder), press });
        Self { folder, language, today, state }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Whoever fell over while holding it has left the files whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn answered(&self, request: &Request) -> anyhow::Result<Reply> {
        match request.path.as_str() {
            "form.css" => return Ok(Reply::Part("text/css; charset=utf-8", page::STYLE)),
            "form.js" => return Ok(Reply::Part("text/javascript; charset=utf-8", page::SCRIPT)),
            _ => {}
        }
        let mut state = self.state();
        state.folder.refresh()?;
        let files = state.folder.files().clone();
        let own = crate::source::language_of(&files).unwrap_or(Language::SWEDISH);
        let words = Words::new(self.language.unwrap_or(own));
        let mut desk = Bench {
            forms: self,
            state: &mut state,
            files: &files,
            language: own,
            words: &words,
            plan: OnceCell::new(),
        };
        if !request.path.is_empty() {
            return Ok(desk.missing());
        }
        let find = |name: &str| request.query.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
        if find("file").is_none() && find("new").is_none() {
            return desk.start();
        }
        let Ok(target) = desk.target(&find) else {
            let (title, why) = (words.get("forms-missing"), words.get("forms-missing-why"));
            return Ok(page::told(&words, 404, &title, &why, request.fields.as_deref().unwrap_or_default()));
        };
        match &request.fields {
            None => desk.form(&target, find("saved").is_some()),
            Some(fields) if find("check").is_some() => desk.check(&target, fields),
            Some(fields) => desk.save(&target, fields),
        }
    }
}

impl Desk for Forms {
    fn answer(&self, request: &Request) -> Reply {
        match self.answered(request) {
            Ok(reply) => reply,
            Err(error) => {
                let words = Words::new(self.language.unwrap_or(Language::SWEDISH));
                let reason = error.chain().map(ToString::to_string).collect::<Vec<_>>().join(": ");
                let fields = request.fields.as_deref().unwrap_or_default();
                page::told(&words, 500, &words.get("forms-failed"), &reason, fields)
            }
        }
    }
}

/// What is said to those who have no key, in a language.
pub fn refusal(words: &Words) -> String {
    page::refusal(words)
}

/// The address of the form of the file at this path, below that of all forms.
pub fn address(path: &str) -> String {
    page::address(&Target::File(path.to_owned()))
}

/// Where a request is worked on.
struct Bench<'a> {
    forms: &'a Forms,
    state: &'a mut State,
    files: &'a Files,
    /// The language of the plan.
    language: Language,
    words: &'a Words,
    /// The plan as far as it holds, once somebody has asked for it.
    plan: OnceCell<Option<Plan>>,
}

/// A form, and what stands in it.
struct Draft {
    record: &'static Record,
    path: String,
    /// What the file says; empty when it is new.
    base: String,
    /// What tells whether it still does.
    mark: String,
    filled: Filled,
    has_body: bool,
    /// The id of something new, and whether the author chooses it.
    id: Option<String>,
    told: Told,
}

/// What came of what was sent.
struct Tried {
    text: String,
    told: Told,
    /// Whether it gives the plan an error that it did not have.
    is_worse: bool,
    page: Option<(String, String)>,
}

impl Bench<'_> {
    fn missing(&self) -> Reply {
        page::told(self.words, 404, &self.words.get("forms-missing"), &self.words.get("forms-missing-why"), &[])
    }

    fn plan(&self) -> Option<&Plan> {
        let read = || Plan::new(self.files, |timezone| (self.forms.today)(timezone), &mut Diagnostics::new()).ok();
        self.plan.get_or_init(read).as_ref()
    }

    fn start(&self) -> anyhow::Result<Reply> {
        let listing = Listing::of_files(self.files, self.words);
        let start = start::start(self.files, self.plan(), &listing, self.words);
        page::start(self.words, &start)
    }

    /// What an address is about.
    fn target<'q>(&self, find: &impl Fn(&str) -> Option<&'q str>) -> Result<Target, Nothing> {
        if let Some(path) = find("file") {
            let is_one = self.files.find(path).is_some() && record(path).is_some();
            return is_one.then(|| Target::File(path.to_owned())).ok_or(Nothing);
        }
        let period = || find("period").and_then(period_of);
        match find("new") {
            Some("report") => {
                let id = find("of").filter(|id| self.files.find(&format!("content/initiatives/{id}.md")).is_some());
                let own = self.plan().and_then(|plan| plan.period(plan.initiative(id?)?));
                Ok(Target::Report(id.ok_or(Nothing)?.to_owned(), period().or(own).ok_or(Nothing)?))
            }
            Some("review") => {
                let own = self.plan().and_then(|plan| plan.facts().calendar.latest());
                Ok(Target::Review(period().or(own).ok_or(Nothing)?))
            }
            Some(kind) => {
                let kind = KINDS.iter().find(|(own, _)| own.name().en == kind).ok_or(Nothing)?;
                Ok(Target::New(kind.0))
            }
            None => Err(Nothing),
        }
    }

    /// The path of the file that is written.
    fn path(target: &Target, id: &str) -> String {
        match target {
            Target::File(path) => path.clone(),
            Target::Report(initiative, period) => format!("content/reports/{period}/{initiative}.md"),
            Target::Review(period) => format!("content/reviews/{period}.md"),
            Target::New(kind) => {
                let folder = KINDS.iter().find(|(own, _)| own == kind).map_or("pages", |(_, own)| own);
                format!("content/{folder}/{id}.md")
            }
        }
    }

    /// A form as it is before anything is written in it.
    fn draft(&self, target: &Target) -> Result<Draft, Nothing> {
        let any = self.files.iter().next().map(|(file, _)| file).ok_or(Nothing)?;
        let path = Self::path(target, "x");
        // What somebody else has begun meanwhile is gone on with; something new with a name of its own is not begun yet.
        if let Some(file) = self.files.find(&path).filter(|_| !matches!(target, Target::New(_))) {
            let text = self.text_of(file).ok_or(Nothing)?;
            let record = record(&path).ok_or(Nothing)?;
            let filled = self.filled(&path, record, file, &text).ok_or(Nothing)?;
            let has_body = is_markdown(&path);
            let mark = sha256(text.as_bytes());
            return Ok(Draft { record, path, base: text, mark, filled, has_body, id: None, told: Told::default() });
        }
        let own = Words::new(self.language);
        let begun = match (self.plan(), target) {
            (Some(plan), Target::Report(id, period)) => {
                plan.initiative(id).map(|key| plan.report(&own, key, *period, None).text)
            }
            (Some(plan), Target::Review(period)) => Some(plan.review(&own, *period).text),
            (Some(plan), Target::New(kind)) => plan.entity(&own, *kind, "x", "").into_iter().next().map(|own| own.text),
            _ => None,
        };
        let record = record(&path).ok_or(Nothing)?;
        let root = begun.as_deref().and_then(|text| front_matter_of(text, any));
        let filled = root.map(|(root, _)| fields::read(record, &root, self.language)).unwrap_or_default();
        // What is offered empty is not there yet.
        let rows = filled.rows.keys().map(|list| (list.clone(), Vec::new())).collect();
        let id = matches!(target, Target::New(_)).then(String::new);
        let filled = Filled { rows, ..filled };
        let (base, mark) = (String::new(), String::new());
        Ok(Draft { record, path, base, mark, filled, has_body: true, id, told: Told::default() })
    }

    /// What a text of a file says, as a form has it; `None` when it can't be read.
    fn filled(&self, path: &str, record: &'static Record, file: FileId, text: &str) -> Option<Filled> {
        if values::is_values(path) {
            return values::read(text, file, self.language);
        }
        let (root, _) = front_matter_of(text, file)?;
        let mut filled = fields::read(record, &root, self.language);
        if is_markdown(path) {
            let text = body(text, file).replace("\r\n", "\n").trim().to_owned();
            filled.fields.insert(BODY.to_owned(), vec![text]);
        }
        Some(filled)
    }

    /// The text of a file that is there with what was sent; otherwise the fields that can't be written.
    fn changed(&self, draft: &Draft, file: FileId, text: &str) -> Result<String, Vec<String>> {
        if values::is_values(&draft.path) {
            return values::changed(text, file, &draft.filled, self.language).ok_or_else(Vec::new);
        }
        let sheet = Sheet { record: draft.record, file, language: self.language, filled: &draft.filled };
        sheet.changed(text)
    }

    /// The text of a file; `None` when it is none that can be shown in a form.
    fn text_of(&self, file: FileId) -> Option<String> {
        let own = self.files.get(file);
        let is_read = !self.files.unread.iter().any(|own| own.file == file);
        String::from_utf8(own.bytes.to_vec()).ok().filter(|_| is_read)
    }

    /// A form as it is asked for.
    fn form(&mut self, target: &Target, is_saved: bool) -> anyhow::Result<Reply> {
        let Ok(mut draft) = self.draft(target) else { return Ok(self.unreadable(target)) };
        let printed = self.state.press.print(self.files, &draft.path);
        if let Some(file) = self.files.find(&draft.path) {
            let found = printed.diagnostics.sorted(self.files);
            let found = found.into_iter().filter(|own| own.span.is_some_and(|span| span.file == file));
            draft.told = beside::told(found, (self.files, file, draft.record), self.words);
        }
        let news = is_saved.then(|| page::News::Saved(printed.page.as_ref().map(|(address, _)| address.clone())));
        self.shown(target, &draft, 200, news)
    }

    /// A file that no form can show: it has to be mended as a text first.
    fn unreadable(&self, target: &Target) -> Reply {
        let path = Self::path(target, "x");
        let why = self.words.fill("forms-unreadable-why", &[("path", Arg::from(path))]);
        page::told(self.words, 422, &self.words.get("forms-unreadable"), &why, &[])
    }

    fn shown(&self, target: &Target, draft: &Draft, status: u16, news: Option<page::News>) -> anyhow::Result<Reply> {
        let listing = Listing::of_files(self.files, self.words);
        let maker = fields::Maker {
            words: self.words,
            language: self.language,
            listing: &listing,
            filled: &draft.filled,
            troubles: &draft.told.beside,
        };
        let report = draft.path.strip_prefix("content/reports/").and_then(|own| own.strip_suffix(".md"));
        let report = report.and_then(|own| own.split_once('/'));
        let before = report.and_then(|(period, id)| self.before(id, period_of(period)?)).unwrap_or_default();
        let form = page::Form {
            title: self.title(target, draft, &listing),
            action: page::address(target),
            path: if draft.id.is_some() { String::new() } else { draft.path.clone() },
            base: draft.base.clone(),
            mark: draft.mark.clone(),
            is_new: draft.mark.is_empty(),
            is_report: report.is_some(),
            id: draft.id.clone(),
            id_problems: draft.told.beside.get(page::ID).cloned().unwrap_or_default(),
            parts: maker.parts(draft.record, draft.has_body),
            body: draft.filled.get(BODY).concat(),
            body_problems: draft.told.beside.get(BODY).cloned().unwrap_or_default(),
            before,
            above: draft.told.above.clone(),
        };
        page::form(self.words, status, &form, news)
    }

    /// What was said in the report before one.
    fn before(&self, id: &str, period: Period) -> Option<Vec<String>> {
        let plan = self.plan()?;
        Some(plan.said_before(self.words, plan.initiative(id)?, period))
    }

    fn title(&self, target: &Target, draft: &Draft, listing: &Listing) -> String {
        let label = |kind: &str| self.words.get(&format!("forms-kind-{kind}"));
        let said = |period: &str| {
            period_of(period).map_or_else(|| period.to_owned(), |period| said::period(self.words, period))
        };
        let report = |id: &str, period: &str| {
            let title = listing.title("initiative", id).unwrap_or(id);
            format!("{}, {}: {title}", label("report"), said(period))
        };
        let review = |period: &str| format!("{}, {}", label("review"), said(period));
        match target {
            Target::New(kind) => self.words.get(&format!("forms-new-{}", kind.name().en)),
            Target::Report(id, period) => report(id, &period.to_string()),
            Target::Review(period) => review(&period.to_string()),
            Target::File(path) => {
                let below = path.strip_prefix("content/").unwrap_or(path);
                let (stem, _) = below.rsplit_once('.').unwrap_or((below, ""));
                if let Some(id) = stem.strip_prefix("indicators/").filter(|_| values::is_values(path)) {
                    return format!("{}: {}", label("values"), listing.title("indicator", id).unwrap_or(id));
                }
                if let Some((period, id)) = stem.strip_prefix("reports/").and_then(|own| own.split_once('/')) {
                    return report(id, period);
                }
                match draft.filled.get("title").first() {
                    Some(title) => title.clone(),
                    None => match stem.strip_prefix("reviews/") {
                        Some(period) => review(period),
                        None => start::single(stem).map_or_else(|| stem.to_owned(), label),
                    },
                }
            }
        }
    }

    /// What becomes of the plan with what was sent; otherwise what is to be mended in the form first.
    fn tried(&mut self, draft: &Draft) -> Result<Tried, Told> {
        let any = self.files.iter().next().map(|(file, _)| file);
        let file = self.files.find(&draft.path);
        let Some(some) = file.or(any) else { return Err(Told::default()) };
        let beside = written::impossible(draft.record, &draft.filled, some, self.words);
        if !beside.is_empty() {
            return Err(Told { beside, ..Told::default() });
        }
        let sheet = Sheet { record: draft.record, file: some, language: self.language, filled: &draft.filled };
        let text = match file {
            Some(file) => {
                let old = self.text_of(file).unwrap_or_default();
                self.changed(draft, file, &old)
            }
            None => sheet.begun(draft.has_body),
        };
        let text = text.map_err(|stuck| {
            let unwritable = || Trouble { level: "error", text: self.words.get("forms-stuck"), help: Vec::new() };
            let beside: Troubles = stuck.into_iter().map(|name| (name, vec![unwritable()])).collect();
            Told { beside, ..Told::default() }
        })?;
        let after = self.with(&draft.path, &text);
        let Some(own) = after.find(&draft.path) else { return Err(Told::default()) };
        let printed = self.state.press.print(&after, &draft.path);
        let added = if printed.diagnostics.count(Level::Error) == 0 {
            Vec::new()
        } else {
            let before = self.state.press.print(self.files, &draft.path).diagnostics;
            added((&before, self.files), (&printed.diagnostics, &after))
        };
        // What was wrong in other files before is for their own forms to say.
        let is_told = |one: &&Diagnostic| {
            one.span.is_some_and(|span| span.file == own) || added.iter().any(|new| std::ptr::eq(*new, *one))
        };
        let told = printed.diagnostics.sorted(&after).into_iter().filter(is_told);
        let told = beside::told(told, (&after, own, draft.record), self.words);
        let is_worse = !added.is_empty();
        Ok(Tried { text, told, is_worse, page: printed.page })
    }

    /// The files with another text at a path.
    fn with(&self, path: &str, text: &str) -> Files {
        let mut all: std::collections::BTreeMap<String, Vec<u8>> =
            self.files.iter().map(|(_, file)| (file.path.clone(), file.bytes.to_vec())).collect();
        if let Some(values) = values_beside(path).filter(|values| !all.contains_key(values)) {
            all.insert(values, heads(&Words::new(self.language)).into_bytes());
        }
        all.insert(path.to_owned(), text.as_bytes().to_vec());
        Files::from_memory(all)
    }

    /// The form with what was sent in it.
    fn sent(&self, target: &Target, fields: &[(String, String)]) -> Result<Draft, Nothing> {
        let mut draft = self.draft(target)?;
        let find = |name: &str| fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.trim());
        draft.filled = written::understood(draft.record, fields, self.language);
        if draft.id.is_some() {
            let title = draft.filled.get("title").concat();
            let id = find(page::ID).filter(|id| !id.is_empty()).map_or_else(|| slug(&title), str::to_owned);
            draft.path = Self::path(target, &id);
            draft.id = Some(id);
        }
        Ok(draft)
    }

    /// What is wrong with the id of something new.
    fn id_problem(&self, draft: &Draft) -> Option<Trouble> {
        let id = draft.id.as_ref()?;
        let text = if !is_id(id) {
            self.words.get("forms-id-bad")
        } else if self.files.find(&draft.path).is_some() {
            self.words.fill("forms-id-taken", &[("id", Arg::from(id.clone()))])
        } else {
            return None;
        };
        Some(Trouble { level: "error", text, help: Vec::new() })
    }

    /// Says what would become of what is being written.
    fn check(&mut self, target: &Target, fields: &[(String, String)]) -> anyhow::Result<Reply> {
        let Ok(draft) = self.sent(target, fields) else { return Ok(self.missing()) };
        let problem = self.id_problem(&draft);
        // Until it has a name of its own it is tried under one that nothing has.
        let draft =
            if problem.is_some() { Draft { path: Self::path(target, "framdrift-new"), ..draft } } else { draft };
        let (mut told, shown) = match self.tried(&draft) {
            Ok(tried) => (tried.told, tried.page),
            Err(told) => (told, None),
        };
        if let Some(problem) = problem.filter(|_| !draft.filled.get("title").is_empty()) {
            told.beside.entry(page::ID.to_owned()).or_default().push(problem);
        }
        page::checked(self.words, &told, shown)
    }

    /// Somebody else has saved since the form was made of `base`: what both have changed is put together, and shown before
    /// it is written.
    fn moved(&self, target: &Target, mut draft: Draft, base: &str) -> anyhow::Result<Reply> {
        let now = self.draft(target).ok();
        let mut lines = Vec::new();
        if let (Some(now), Some(file)) = (now, self.files.find(&draft.path)) {
            if let Some(base) = self.filled(&draft.path, draft.record, file, base) {
                draft.filled = written::merged(&draft.filled, &base, &now.filled);
            }
            lines =
                self.changed(&draft, file, &now.base).map(|after| difference(&now.base, &after)).unwrap_or_default();
        }
        self.shown(target, &draft, 409, Some(page::News::Moved(lines)))
    }

    /// Writes what was sent, when it may be.
    fn save(&mut self, target: &Target, fields: &[(String, String)]) -> anyhow::Result<Reply> {
        let Ok(mut draft) = self.sent(target, fields) else { return Ok(self.missing()) };
        let find = |name: &str| fields.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str());
        if let Some(problem) = self.id_problem(&draft) {
            draft.told.beside.insert(page::ID.to_owned(), vec![problem]);
            return self.shown(target, &draft, 422, Some(page::News::Refused));
        }
        let mark = find(page::MARK).unwrap_or_default();
        if mark != draft.mark {
            return self.moved(target, draft, &find(page::BASE).unwrap_or_default().replace("\r\n", "\n"));
        }
        let tried = match self.tried(&draft) {
            Ok(tried) => tried,
            Err(told) => {
                draft.told = told;
                return self.shown(target, &draft, 422, Some(page::News::Refused));
            }
        };
        if tried.is_worse {
            draft.told = tried.told;
            return self.shown(target, &draft, 422, Some(page::News::Refused));
        }
        let path = draft.path.as_str();
        if draft.mark.is_empty() {
            let values = values_beside(path).filter(|values| self.files.find(values).is_none());
            let values = values.map(|values| (values, heads(&Words::new(self.language))));
            let new = values.iter().map(|(path, text)| (path.as_str(), text.as_str()));
            if let Err(error) = publish::add(&self.forms.folder, [(path, tried.text.as_str())].into_iter().chain(new)) {
                // It has come since we looked.
                return if error.is::<Exists>() {
                    self.shown(target, &draft, 409, Some(page::News::Moved(Vec::new())))
                } else {
                    Err(error)
                };
            }
        } else {
            let there =
                crate::files::one(&self.forms.folder.join(path)).with_context(|| format!("could not read {path}"))?;
            if sha256(&there) != draft.mark {
                // It has been changed since we looked.
                return self.shown(target, &draft, 409, Some(page::News::Moved(Vec::new())));
            }
            publish::change(&self.forms.folder, [], [(path, tried.text.as_str())])?;
        }
        Ok(Reply::Elsewhere(format!("{}&saved=1", page::address(&Target::File(path.to_owned())))))
    }
}

/// Where the values of an indicator stand, from where the rest of it does.
fn values_beside(path: &str) -> Option<String> {
    let stem = path.strip_prefix("content/indicators/")?.strip_suffix(".md")?;
    (!stem.contains('.')).then(|| format!("content/indicators/{stem}.csv"))
}

fn is_markdown(path: &str) -> bool {
    path.strip_suffix(".md").is_some()
}

/// What a file of the plan holds; `None` where no form can be made of it.
fn record(path: &str) -> Option<&'static Record> {
    let below = path.strip_prefix("content/")?;
    if values::is_values(path) { Some(&values::VALUES) } else { record_of(below) }
}

/// The period that a name of a folder or file means.
fn period_of(text: &str) -> Option<Period> {
    let date: PlanDate = text.parse().ok()?;
    Period::named(date).filter(|own| own.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The plans below a folder.
    pub(super) fn folders(root: &std::path::Path) -> Vec<PathBuf> {
        let all = std::fs::read_dir(root).expect("it is there").flatten().map(|own| own.path());
        let mut all: Vec<PathBuf> = all.filter(|own| own.join("content/plan.yaml").exists()).collect();
        all.sort();
        all
    }
}
