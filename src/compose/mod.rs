//! **compose**: a plan and what an author wants to write in, the file that they begin with out.
//!
//! What is known is filled in (who answers, what was said last time, what is not done yet), what must be said is asked
//! for, and what may be said is explained. Keys, values and explanations are in the plan's language and come from the
//! vocabulary and the catalogues, so that a new key is in every new file. Nothing is written here: `cli` does that, and
//! never over a file that exists. Kept out: what is right and wrong about what they write (`check`).

pub mod cms;
pub mod edit;
pub mod format;
pub mod kolada;
pub mod place;
mod plan;
mod recipes;
pub mod rename;
pub mod schema;
mod sheet;
pub mod value;
pub mod workbook;

use jiff::civil::Date;

use crate::check;
use crate::derive::{Facts, derive};
use crate::diag::{Diagnostic, Diagnostics, Level, Rejected, code};
use crate::files::{FileId, Files};
use crate::model::{ActivityState, Choice as _, Initiative, Key, Kind, Period, Plan};
use crate::observe::Unobserved;
use crate::pages::said;
use crate::source::record::Record;
use crate::source::{self, vocabulary as v};
use crate::words::{Arg, Words};

pub use plan::{Begin, plan};
pub use recipes::recipes;
use sheet::{Group, Known, Sheet};
pub use sheet::{Ids, is_long, label, meaning};

/// Of more periods than so, the oldest are past editing.
const FEW_PERIODS: usize = 4;

/// So many times files with errors are left out, and what refers to them, until the rest holds.
const ROUNDS: usize = 8;

/// A file to begin with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its path below the plan's folder, with `/` between its parts.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// The kinds of files that an author can begin, each with the folder of `content/` that it lies in.
pub const KINDS: &[(Kind, &str)] = &[
    (Kind::Area, "areas"),
    (Kind::Goal, "goals"),
    (Kind::Initiative, "initiatives"),
    (Kind::Indicator, "indicators"),
    (Kind::Forum, "forums"),
    (Kind::Insight, "insights"),
    (Kind::Decision, "decisions"),
    (Kind::Page, "pages"),
];

/// A plan as far as it holds, and where it stands today: what an author builds on.
#[derive(Clone, Debug)]
pub struct Desk {
    plan: Plan,
    facts: Facts,
    left_out: usize,
}

impl Desk {
    /// Reads a plan. Somebody else's mistake hinders nobody: files with errors are left out, and what refers to them,
    /// as long as `plan.yaml` and `organisation.yaml` hold. `today`: the day that it is in a time zone of this name.
    ///
    /// # Errors
    /// When they do not; what is wrong is in `diagnostics`.
    pub fn new(
        files: &Files,
        today: impl FnOnce(&str) -> Date,
        diagnostics: &mut Diagnostics,
    ) -> Result<Self, Rejected> {
        let mut rest = files.clone();
        for _ in 0..ROUNDS {
            let mut found = Diagnostics::new();
            let source = source::read(&rest, None, &mut found, &Unobserved);
            let checked = check::check(source, &rest, None, &mut found);
            if let Ok(plan) = checked {
                let facts = derive(&plan, today(&plan.settings.timezone));
                let left_out = files.iter().count() - rest.iter().count();
                return Ok(Self { plan, facts, left_out });
            }
            let wrong = found.sorted(&rest).into_iter().filter(|own| own.rule.level == Level::Error);
            let wrong: Vec<&str> = wrong.filter_map(|own| Some(rest.get(own.span?.file).path.as_str())).collect();
            let is_single = |path: &str| path.matches('/').count() > 1;
            if wrong.is_empty() || !wrong.iter().all(|path| is_single(path)) {
                break;
            }
            let kept = rest.iter().filter(|(_, file)| !wrong.contains(&file.path.as_str()));
            rest =
                Files::from_memory(kept.map(|(_, file)| (file.path.clone(), file.bytes.to_vec())).collect::<Vec<_>>());
        }
        let source = source::read(files, None, diagnostics, &Unobserved);
        check::check(source, files, None, diagnostics).map(|_| unreachable!("it was rejected before"))
    }

    /// What is wrong in one of a plan's files, so that it is left out.
    pub fn wrong(files: &Files, file: FileId) -> Diagnostics {
        let mut found = Diagnostics::new();
        let source = source::read(files, None, &mut found, &Unobserved);
        // Whether it is rejected is told by what it found.
        let _ = check::check(source, files, None, &mut found);
        let mut wrong = Diagnostics::new();
        for own in found.sorted(files).into_iter().filter(|own| own.rule.level == Level::Error) {
            if own.span.is_some_and(|span| span.file == file) {
                wrong.report(own.clone());
            }
        }
        wrong
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Where it stands.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// How many files were left out.
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    fn today(&self) -> Date {
        self.facts.calendar.today
    }

    /// The periods that have reports, and the one that is to have them next, the latest first.
    pub fn reported(&self) -> Vec<String> {
        let own = self.plan.reports.rows().iter().map(|own| own.period);
        let mut all: Vec<Period> = own.chain(self.facts.calendar.current).collect();
        all.sort_by_key(|period| std::cmp::Reverse(period.first_day()));
        all.dedup();
        all.into_iter().take(FEW_PERIODS).map(|period| period.to_string()).collect()
    }

    /// The initiative with this id.
    pub fn initiative(&self, id: &str) -> Option<Key<Initiative>> {
        self.plan.initiatives.iter().find(|(_, own)| own.entity.id == id).map(|(key, _)| key)
    }

    /// The period that reports are gathered for: the latest closed one while somebody owes one for it, else the one under
    /// way.
    pub fn gathered(&self) -> Option<Period> {
        let calendar = &self.facts.calendar;
        let is_owed = self.plan.initiatives.iter().any(|(key, _)| self.facts.initiatives[key].reporting.missing > 0);
        calendar.latest().filter(|_| is_owed).or(calendar.current).or_else(|| calendar.latest())
    }

    /// The ids of a kind, in their order.
    pub fn ids(&self, kind: &str) -> Vec<String> {
        let plan = &self.plan;
        let units = || plan.units.rows().iter().map(|own| &own.entity);
        let roles = || plan.roles.rows().iter().map(|own| &own.entity);
        let entities: Vec<&crate::model::Entity> = match kind {
            "area" => plan.areas.rows().iter().map(|own| &own.entity).collect(),
            "goal" => plan.goals.rows().iter().map(|own| &own.entity).collect(),
            "initiative" => plan.initiatives.rows().iter().map(|own| &own.entity).collect(),
            "indicator" => plan.indicators.rows().iter().map(|own| &own.entity).collect(),
            "forum" => plan.forums.rows().iter().map(|own| &own.entity).collect(),
            "insight" => plan.insights.rows().iter().map(|own| &own.entity).collect(),
            "decision" => plan.decisions.rows().iter().map(|own| &own.entity).collect(),
            "unit" => units().collect(),
            "role" => roles().collect(),
            _ => units().chain(roles()).collect(),
        };
        entities.into_iter().map(|own| own.id.clone()).collect()
    }

    /// The period that an initiative should report for now: the latest closed one while its report is missing, else the
    /// one under way.
    pub fn period(&self, initiative: Key<Initiative>) -> Option<Period> {
        let calendar = &self.facts.calendar;
        let reported = |period: Period| {
            let reports = self.plan.reports.rows().iter();
            reports.into_iter().any(|own| own.initiative == initiative && own.period == period)
        };
        let latest = calendar.latest().filter(|period| !reported(*period));
        latest.or(calendar.current).or_else(|| calendar.latest())
    }

    /// A status report to fill in. `by`: the role that reports, when it is another than the one that answers.
    pub fn report(&self, words: &Words, key: Key<Initiative>, period: Period, by: Option<&str>) -> NewFile {
        let own = &self.plan.initiatives[key];
        let ids = |kind: &str| self.ids(kind);
        let mut sheet = Sheet::new(words, &ids);
        sheet.line("---");
        let about = [
            ("initiative", Arg::from(own.entity.title.original.clone())),
            ("period", Arg::from(said::period(words, period))),
            ("date", Arg::from(words.formats().day(self.facts.calendar.due(period).date))),
        ];
        sheet.explain(&words.fill("new-report-about", &about));
        for line in self.said_before(words, key, period) {
            sheet.explain(&line);
        }
        let role = own.accountable.map(|role| self.plan.roles[role].entity.id.clone());
        let by = by.map(str::to_owned).or(role);
        let by = by.map(|by| ("by", Known::Plain(by)));
        let known: Group =
            by.into_iter().chain([("date", Known::Plain(self.today().to_string())), ("draft", Known::Skip)]).collect();
        sheet.record(&v::Report::RECORD, &known, &["next_step"]);
        sheet.line("");
        sheet.explain(&words.get("new-report-text"));
        sheet.line("---");
        NewFile { path: format!("content/reports/{period}/{}.md", own.entity.id), text: sheet.text() }
    }

    /// What was told about an initiative before a period, and what of it is not done.
    pub(crate) fn said_before(&self, words: &Words, key: Key<Initiative>, period: Period) -> Vec<String> {
        let own = &self.plan.initiatives[key];
        let tag = words.language().tag();
        let mut lines = Vec::new();
        let reports = self.facts.index.reports_of_initiative[key].iter().map(|&key| &self.plan.reports[key]);
        match reports.rev().find(|report| report.period < period) {
            Some(last) => {
                let args = [
                    ("period", Arg::from(said::period(words, last.period))),
                    ("assessment", Arg::from(last.assessment.name().in_language(tag).to_owned())),
                ];
                lines.push(words.fill("new-report-before", &args));
                if let Some(next) = &last.next_step {
                    lines.push(words.fill("new-report-next", &[("text", Arg::from(next.clone()))]));
                }
                if let Some(needed) = &last.decision_needed {
                    lines.push(words.fill("new-report-asked", &[("text", Arg::from(needed.question.clone()))]));
                }
            }
            None => lines.push(words.get("new-report-first")),
        }
        let open = own.activities.iter();
        let open = open.filter(|own| !matches!(own.state, ActivityState::Done | ActivityState::Cancelled));
        let open: Vec<String> = open
            .map(|activity| {
                let state = activity.state.name().in_language(tag);
                let due = activity.due.map(|due| format!(", {}", said::date(words, due).text)).unwrap_or_default();
                format!("{} ({state}{due})", activity.title)
            })
            .collect();
        if !open.is_empty() {
            lines.push(words.fill("new-report-open", &[("activities", Arg::from(open.join("; ")))]));
        }
        lines
    }

    /// The schemas of the content's files, with this plan's ids, and the editor's settings that lead to them.
    pub fn schemas(&self, words: &Words) -> Vec<NewFile> {
        schema::schemas(words, &|kind| self.ids(kind))
    }

    /// The leadership's review of a period.
    pub fn review(&self, words: &Words, period: Period) -> NewFile {
        let ids = |kind: &str| self.ids(kind);
        let mut sheet = Sheet::new(words, &ids);
        sheet.line("---");
        sheet.explain(&words.fill("new-review-about", &[("period", Arg::from(said::period(words, period)))]));
        let waiting = self.facts.lists.decisions.iter();
        let waiting = waiting.filter(|own| self.plan.reports[own.report].period <= period);
        for own in waiting {
            let Some(needed) = &self.plan.reports[own.report].decision_needed else { continue };
            let id = self.plan.initiatives[own.initiative].entity.id.clone();
            let args = [("initiative", Arg::from(id)), ("question", Arg::from(needed.question.clone()))];
            sheet.explain(&words.fill("new-review-asked", &args));
        }
        let known = vec![("date", Known::Plain(self.today().to_string())), ("draft", Known::Skip)];
        sheet.record(&v::Review::RECORD, &known, &[]);
        sheet.line("---");
        NewFile { path: format!("content/reviews/{period}.md"), text: sheet.text() }
    }

    /// A new thing of one of [`KINDS`] with this id and title; of an indicator the file of its values, too.
    pub fn entity(&self, words: &Words, kind: Kind, id: &str, title: &str) -> Vec<NewFile> {
        let folder = KINDS.iter().find(|(own, _)| *own == kind).map_or("pages", |(_, folder)| folder);
        let (record, needed): (&Record, &[&str]) = match kind {
            Kind::Area => (&v::Area::RECORD, &["summary"]),
            Kind::Goal => (&v::Goal::RECORD, &["summary", "area", "accountable", "indicators", "target"]),
            Kind::Initiative => {
                (&v::Initiative::RECORD, &["summary", "accountable", "phase", "start", "end", "activities", "decision"])
            }
            Kind::Indicator => {
                (&v::Indicator::RECORD, &["summary", "level", "direction", "baseline", "targets", "interval", "source"])
            }
            Kind::Forum => (&v::Forum::RECORD, &["summary", "chair", "members", "every", "reports_to"]),
            Kind::Insight => (&v::Insight::RECORD, &["summary", "channel", "theme", "goals", "forum"]),
            Kind::Decision => (&v::Decision::RECORD, &["summary", "reference", "affects"]),
            _ => (&v::Page::RECORD, &["summary"]),
        };
        let mut known = vec![("title", Known::Text(title.to_owned()))];
        match kind {
            Kind::Decision => known.push(("date", Known::Plain(self.today().to_string()))),
            Kind::Insight => {
                let period = self.facts.calendar.current.or_else(|| self.facts.calendar.latest());
                known.extend(period.map(|period| ("period", Known::Plain(period.to_string()))));
            }
            _ => {}
        }
        let ids = |kind: &str| self.ids(kind);
        let mut sheet = Sheet::new(words, &ids);
        sheet.line("---");
        sheet.record(record, &known, needed);
        sheet.line("");
        sheet.explain(&words.get("new-text"));
        sheet.line("---");
        let mut files = vec![NewFile { path: format!("content/{folder}/{id}.md"), text: sheet.text() }];
        if kind == Kind::Indicator {
            files.push(NewFile { path: format!("content/{folder}/{id}.csv"), text: heads(words) });
        }
        files
    }
}

/// The errors that a plan has after a change and did not have before, when it has more of them than before.
fn worse(before: &Files, after: &Files) -> Option<Diagnostics> {
    let wrong = |files: &Files| {
        let mut found = Diagnostics::new();
        let source = source::read(files, None, &mut found, &Unobserved);
        // What everybody sees can't lead to what they do not.
        if !source.draft_files().is_empty() {
            let (mut published, mut refers) = (source.clone(), Diagnostics::new());
            published.leave_out_drafts();
            let _ = check::check(published, files, None, &mut refers);
            found.extend(refers.only(&code::DRAFT_REFERENCE));
        }
        // What it is rejected for is in what was found.
        let _ = check::check(source, files, None, &mut found);
        found
    };
    let found = wrong(after);
    if found.count(Level::Error) == 0 {
        return None;
    }
    let old = wrong(before);
    if found.count(Level::Error) <= old.count(Level::Error) {
        return None;
    }
    let added = added((&old, before), (&found, after));
    let all = || found.sorted(after).into_iter().filter(|own| own.rule.level == Level::Error).collect();
    let mut told = Diagnostics::new();
    for own in if added.is_empty() { all() } else { added } {
        told.report(own.clone());
    }
    Some(told)
}

/// The errors that were found in files and not in those before, whatever line they stand on.
pub(crate) fn added<'a>(before: (&Diagnostics, &Files), after: (&'a Diagnostics, &Files)) -> Vec<&'a Diagnostic> {
    fn path<'f>(files: &'f Files, own: &Diagnostic) -> Option<&'f str> {
        own.span.map(|span| files.get(span.file).path.as_str())
    }
    let is_old = |own: &Diagnostic| {
        before
            .0
            .iter()
            .any(|old| old.rule == own.rule && old.fills == own.fills && path(before.1, old) == path(after.1, own))
    };
    let all = after.0.sorted(after.1).into_iter();
    all.filter(|own| own.rule.level == Level::Error && !is_old(own)).collect()
}

/// The first line of a file of values.
pub(crate) fn heads(words: &Words) -> String {
    let names = source::observations::COLUMNS.iter().map(|name| name.in_language(words.language().tag()));
    names.collect::<Vec<_>>().join(",") + "\n"
}
