//! The sentences that are computed: states, reasons, reporting. Right for none, one, several and all.

use super::context::{Context, state_key};
use super::data::{Anchor, Distribution, Mark, Part, Phrase, Piece, Sentence};
use crate::derive::{self, Reason, Reporting, State};
use crate::model::{AnyKey, Assessment, Choice as _, Initiative, Key};
use crate::words::Arg;

impl From<String> for Sentence {
    /// A sentence that is all the page's own.
    fn from(text: String) -> Self {
        Self { pieces: vec![Piece { text, href: None, lang: None }] }
    }
}

impl From<Anchor> for Piece {
    fn from(anchor: Anchor) -> Self {
        Self { text: anchor.text, href: Some(anchor.href), lang: anchor.lang }
    }
}

impl From<Phrase> for Piece {
    fn from(phrase: Phrase) -> Self {
        Self { text: phrase.text, href: None, lang: phrase.lang }
    }
}

impl Sentence {
    /// Where its first link leads.
    pub(super) fn leads_to(&self) -> Option<&String> {
        self.pieces.iter().find_map(|piece| piece.href.as_ref())
    }

    /// What it says, without links and languages.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }
}

impl Context<'_> {
    /// A message with pieces in some of its placeholders, each in its own language and perhaps a link.
    pub(super) fn sentence(self, key: &str, args: &[(&str, Arg)], pieces: &[(&'static str, Piece)]) -> Sentence {
        // Characters that are for a program's own use inside, so nobody has written them.
        let place = |n: usize| char::from_u32(0xFDD0 + u32::try_from(n).unwrap_or(0)).unwrap_or('\u{fdd0}');
        let mut all = args.to_vec();
        all.extend(pieces.iter().enumerate().map(|(n, (name, _))| (*name, Arg::Text(place(n).to_string()))));
        let text = self.say(key, &all);
        let mut sentence = Sentence::default();
        let mut rest = text.as_str();
        let is_place = |c: char| (0..pieces.len()).any(|n| place(n) == c);
        while let Some((before, after)) = rest.split_once(is_place) {
            let at = rest.chars().nth(before.chars().count());
            sentence.pieces.extend(own_words(before));
            let piece = (0..pieces.len()).find(|&n| Some(place(n)) == at);
            sentence.pieces.extend(piece.map(|n| pieces[n].1.clone()));
            rest = after;
        }
        sentence.pieces.extend(own_words(rest));
        sentence
    }

    /// A distribution of states, with its sentence.
    pub(super) fn distribution(self, states: &derive::Distribution) -> Distribution {
        let parts = states
            .present()
            .map(|(state, count)| self.part(self.state(state), count as usize, states.total as usize))
            .collect();
        Distribution { total: states.total as usize, parts, sentence: self.states_sentence(states), figure: None }
    }

    pub(super) fn part(self, mark: Mark, count: usize, total: usize) -> Part {
        Part { mark, count, text: self.say("n-of-n", &[("n", count.into()), ("total", total.into())]) }
    }

    /// "Av 28 initiativ går 9 enligt plan, 4 saknar aktuell information och 1 är försenat."
    pub(super) fn states_sentence(self, states: &derive::Distribution) -> String {
        let total = ("total", Arg::from(states.total));
        let all = states.present().next().filter(|(_, count)| *count == states.total);
        match (states.total, all) {
            (0, _) => self.word("states-none"),
            (1, Some((state, _))) => self.say("states-one", &[("state", self.state(state).word.into())]),
            (_, Some((state, _))) => self.say(&format!("states-all-{}", state_key(state)), &[total]),
            _ => {
                let first = self.say("states-first", &[("n", states.count(State::OnTrack).into()), total]);
                let others: Vec<String> = states
                    .present()
                    .filter(|(state, _)| *state != State::OnTrack)
                    .map(|(state, count)| self.states_part(state, count))
                    .collect();
                let mut all = vec![first];
                all.extend(others);
                format!("{}.", self.list(&all))
            }
        }
    }

    /// "4 är försenade".
    pub(super) fn states_part(self, state: State, count: u32) -> String {
        self.say(&format!("states-part-{}", state_key(state)), &[("n", count.into())])
    }

    /// "a, b och c".
    pub(super) fn list(self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let first = first.join(", ");
                self.say("list-and", &[("first", first.into()), ("last", last.as_str().into())])
            }
        }
    }

    /// The assessments of some reports, as a distribution.
    pub(super) fn assessments(self, assessments: &[Assessment]) -> Distribution {
        let total = assessments.len();
        let worst_first = [
            Assessment::OffTrack,
            Assessment::AtRisk,
            Assessment::Paused,
            Assessment::OnTrack,
            Assessment::Done,
            Assessment::Cancelled,
        ];
        let parts = worst_first
            .into_iter()
            .map(|assessment| (assessment, assessments.iter().filter(|own| **own == assessment).count()))
            .filter(|(_, count)| *count > 0)
            .map(|(assessment, count)| self.part(self.assessment(assessment), count, total))
            .collect();
        let on_track = assessments.iter().filter(|own| **own == Assessment::OnTrack).count();
        let sentence = match total {
            0 => self.word("assessments-none"),
            1 => {
                let state = assessments.first().map_or_else(String::new, |own| self.assessment(*own).word);
                self.say("assessments-one", &[("state", state.into())])
            }
            _ => self.say("assessments-sentence", &[("n", on_track.into()), ("total", total.into())]),
        };
        Distribution { total, parts, sentence, figure: None }
    }

    pub(super) fn assessment(self, assessment: Assessment) -> Mark {
        let key = assessment.name().en;
        Mark { key, word: self.word(&format!("state-{key}")) }
    }

    /// Why an initiative has its state.
    pub(super) fn reason(self, initiative: Key<Initiative>, reason: Reason) -> Sentence {
        let own = &self.plan.initiatives[initiative];
        let plain = match reason {
            Reason::Merged { into } => {
                let other = self.link(AnyKey::Initiative(into));
                return self.sentence("reason-merged", &[], &[("other", other.into())]);
            }
            Reason::DeclaredAssessment { report } => {
                let report = &self.plan.reports[report];
                let date = self.day(report.date).text;
                let state = self.assessment(report.assessment).word;
                self.say("reason-declared", &[("date", date.into()), ("state", state.into())])
            }
            Reason::PhaseClosed => self.word("reason-phase-closed"),
            Reason::Silent { periods } => self.say("reason-silent", &[("n", periods.into())]),
            Reason::NeverReported { periods } => self.say("reason-never", &[("n", periods.into())]),
            Reason::EndPassed { deadline, days, moved_without_report } => {
                let key = if moved_without_report { "reason-end-moved" } else { "reason-end-passed" };
                let deadline = self.date(deadline).text;
                self.say(key, &[("deadline", deadline.into()), ("days", days.into())])
            }
            Reason::NothingBegun { days } => self.say("reason-nothing-begun", &[("days", days.into())]),
            Reason::OverdueActivity { activity, days, limit } => {
                let title = own.activities.get(activity).map_or("", |activity| activity.title.as_str());
                let args = [("days", days.into()), ("limit", limit.into())];
                return self.sentence("reason-overdue-activity", &args, &[("activity", self.own(title).into())]);
            }
            Reason::ShareOverdue { overdue, open } => {
                self.say("reason-share-overdue", &[("overdue", overdue.into()), ("open", open.into())])
            }
            Reason::NoProgress { reports } => self.say("reason-no-progress", &[("n", reports.into())]),
            Reason::StartAhead { start } => self.say("reason-start-ahead", &[("start", self.date(start).text.into())]),
            Reason::Idea => self.word("reason-idea"),
            Reason::NotBegun => self.word("reason-not-begun"),
            Reason::Begun => self.word("reason-begun"),
        };
        plain.into()
    }

    /// How fresh an initiative's reporting is, as a mark and as a sentence.
    pub(super) fn freshness(self, initiative: Key<Initiative>) -> (Mark, String) {
        let freshness = &self.facts.initiatives[initiative].reporting;
        let key = match freshness.reporting {
            Reporting::Exempt => "exempt",
            Reporting::Reported => "reported",
            Reporting::NotYetDue => "not-due",
            Reporting::Late => "late",
            Reporting::Silent => "silent",
            Reporting::Never => "never",
        };
        let latest = freshness.latest.map(|key| &self.plan.reports[key]);
        let date = latest.map_or_else(|| self.word("missing"), |report| self.day(report.date).text);
        let period = freshness.period.map_or_else(|| self.word("missing"), |period| self.period(period));
        let sentence = self.say(
            &format!("reporting-{key}-sentence"),
            &[("date", date.into()), ("period", period.into()), ("n", freshness.overdue.into())],
        );
        // What owes nothing has one mark, whether it owes nothing yet or no longer.
        let mark = if key == "exempt" { "not-due" } else { key };
        (Mark { key: mark, word: self.word(&format!("reporting-{key}")) }, sentence)
    }

    /// "7 av 12 aktiviteter är klara."
    pub(super) fn activities_sentence(self, initiative: Key<Initiative>) -> String {
        let counts = &self.facts.initiatives[initiative].activities;
        if counts.each.is_empty() {
            return self.word("activities-none");
        }
        let mut sentence = self.say("activities-done", &[("n", counts.done.into()), ("total", counts.total.into())]);
        for (key, n) in [
            ("activities-overdue", counts.overdue),
            ("activities-unknown", counts.unknown),
            ("activities-cancelled", counts.cancelled),
        ] {
            if n > 0 {
                sentence.push(' ');
                sentence.push_str(&self.say(key, &[("n", n.into())]));
            }
        }
        sentence
    }

    /// How many of the reports that are owed for the latest closed period have come.
    pub(super) fn reporting_sentence(self) -> Option<String> {
        let period = self.facts.calendar.latest()?;
        let owed = || self.facts.initiatives.rows().iter().filter(|facts| facts.reporting.owed_latest);
        let total = owed().count();
        if total == 0 {
            return None;
        }
        let n = owed().filter(|facts| facts.reporting.reported_latest).count();
        let period = ("period", Arg::from(self.period(period)));
        Some(self.say("reports-in", &[("n", n.into()), ("total", total.into()), period]))
    }

    /// When the next reports are due.
    pub(super) fn next_sentence(self) -> Option<String> {
        let due = self.facts.calendar.next_due?;
        let args = [("date", self.day(due.date).text.into()), ("period", self.period(due.period).into())];
        Some(self.say("next-due", &args))
    }
}

/// Words of the page itself, when there are any.
fn own_words(text: &str) -> Option<Piece> {
    (!text.is_empty()).then(|| Piece { text: text.to_owned(), href: None, lang: None })
}
