//! Forums, insights, decisions, reports, reviews and free pages.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{Diagnostic, Diagnostics, Fill, code};
use crate::files::{At, Span};
use crate::model::{
    Ask, Assessment, Body, Choice as _, Correction, Decision, DecisionNeeded, Entity, Evidence, Forum, Initiative,
    Insight, Key, Kind, Meeting, Mention, Obstacle, Period, PlanDate, Precision, Report, Response, Review, Rhythm,
};
use crate::source::value::{MentionText, To};
use crate::source::{Doc, Folder, vocabulary as v};

use super::ids::Ids;
use super::memo::Rows;
use super::{Checker, Entities, Translation, UNIT_OR_ROLE, name_of, plain, words};

impl Checker<'_> {
    pub(super) fn forum(&mut self, doc: &Doc<v::Forum>, entity: Entity) -> Option<Forum> {
        let record = &doc.record;
        let members = self.keys(&record.members, Kind::Role);
        if members.len() < 2 {
            let span = record.members.first().map_or(entity.span, |member| member.span);
            self.report(Diagnostic::new(&code::TOO_FEW_MEMBERS, span));
        }
        let mut meetings: Vec<Meeting> = record.meetings.iter().filter_map(|own| self.meeting(&own.value)).collect();
        meetings.sort_by_key(|meeting| meeting.date);
        Some(Forum {
            areas: self.keys(&record.areas, Kind::Area),
            purpose: words(record.purpose.as_ref())?,
            chair: self.key_of(record.chair.as_ref(), Kind::Role),
            members,
            every: plain(record.every.as_ref()),
            reports_to: record.reports_to.as_ref().and_then(|to| self.body(to)),
            charter: words(record.charter.as_ref()),
            meetings,
            entity,
        })
    }

    fn meeting(&mut self, own: &v::Meeting) -> Option<Meeting> {
        Some(Meeting {
            took_up: self.mentions(&own.took_up),
            decided: self.mentions(&own.decided),
            link: self.address(own.link.as_ref()),
            date: plain(own.date.as_ref())?,
        })
    }

    /// The unit or role that a reference leads to.
    fn body(&mut self, reference: &At<To<v::UnitOrRole>>) -> Option<Body> {
        let id = &reference.value.id;
        if let Some(row) = self.base.ids.row(Kind::Unit, id) {
            return Some(Body::Unit(Key::from_row(row)));
        }
        if let Some(row) = self.base.ids.row(Kind::Role, id) {
            return Some(Body::Role(Key::from_row(row)));
        }
        let all = self.base.ids.all(Kind::Unit).chain(self.base.ids.all(Kind::Role));
        let near = crate::words::nearest(id, all).map(str::to_owned);
        self.report(
            Diagnostic::new(&code::UNKNOWN_REFERENCE, reference.span)
                .with("kind", UNIT_OR_ROLE)
                .with("id", id.as_str())
                .nearest(near),
        );
        None
    }

    fn mentions(&mut self, written: &[At<MentionText>]) -> Vec<Mention> {
        written
            .iter()
            .filter_map(|own| match &own.value {
                MentionText::Words(text) => (!text.is_empty()).then(|| Mention::Words(text.clone())),
                MentionText::Reference(kind, id) => self.any_key(*kind, id, own.span).map(Mention::Entity),
            })
            .collect()
    }

    pub(super) fn insight(&mut self, doc: &Doc<v::Insight>, entity: Entity) -> Option<Insight> {
        let record = &doc.record;
        let response = match &record.response {
            None => None,
            Some(own) => {
                let by = self.key_of(own.value.by.as_ref(), Kind::Role);
                plain(own.value.state.as_ref()).map(|state| Response {
                    state,
                    text: words(own.value.text.as_ref()),
                    by,
                    on: plain(own.value.on.as_ref()),
                })
            }
        };
        Some(Insight {
            period: plain(record.period.as_ref())?,
            channel: plain(record.channel.as_ref()),
            theme: words(record.theme.as_ref()),
            volume: record.volume.as_ref().map(|volume| volume.value.0),
            trend: plain(record.trend.as_ref()),
            goals: self.keys(&record.goals, Kind::Goal),
            initiatives: self.keys(&record.initiatives, Kind::Initiative),
            forum: self.key_of(record.forum.as_ref(), Kind::Forum),
            response,
            entity,
        })
    }

    pub(super) fn decision(&mut self, doc: &Doc<v::Decision>, entity: Entity) -> Option<Decision> {
        let record = &doc.record;
        let body = record.body.as_ref().and_then(|body| self.body(body));
        let asks_for = record
            .asks_for
            .iter()
            .filter_map(|own| {
                let role = self.key_of(own.value.role.as_ref(), Kind::Role);
                Some(Ask { what: words(own.value.what.as_ref())?, role: role?, by: plain(own.value.by.as_ref()) })
            })
            .collect();
        Some(Decision {
            body: body?,
            date: plain(record.date.as_ref())?,
            reference: words(record.reference.as_ref()),
            url: self.address(record.url.as_ref()),
            affects: self.mentions(&record.affects),
            asks_for,
            entity,
        })
    }

    /// The reports, by period and then by initiative.
    pub(super) fn reports(
        &mut self,
        folder: Folder<v::Report, v::TextTranslation>,
        rhythm: Option<Rhythm>,
        mut rows: Option<&mut Rows<v::Report, v::TextTranslation, Report>>,
    ) -> Entities<Report> {
        let mut translations = self.translations(Kind::Report, folder.translations);
        let each = folder.docs.into_iter().enumerate().map(|(row, doc)| {
            let translated = if translations.is_empty() { None } else { translations.remove(&name_of_report(&doc)) };
            self.once(row, doc, translated.unwrap_or_default(), rows.as_deref_mut(), |checker, doc, translated| {
                checker.one_report(doc, translated, rhythm)
            })
        });
        each.collect()
    }

    fn one_report(
        &mut self,
        doc: &mut Arc<Doc<v::Report>>,
        translated: &[Translation<v::TextTranslation>],
        rhythm: Option<Rhythm>,
    ) -> Option<Report> {
        let empty = doc.body.is_empty();
        let body = self.texts(doc, translated);
        let period = self.period(doc.folder.as_deref().unwrap_or_default(), doc.id.span, rhythm);
        let initiative: To<v::Initiative> = To::new(doc.id.value.clone());
        let initiative: Option<Key<Initiative>> = self.key(&At::new(initiative, doc.id.span), Kind::Initiative);
        let record = &doc.record;
        self.report_is_complete(record, empty, doc.id.span);
        let date = record.date.as_ref().and_then(|date| self.exact_day(date));
        if let (Some(period), Some(day), Some(written)) = (period, date, &record.date)
            && day < period.first_day()
        {
            self.report(Diagnostic::new(&code::REPORT_BEFORE_PERIOD, written.span).with("period", period.to_string()));
        }
        let by = self.key_of(record.by.as_ref(), Kind::Role);
        let decision_needed = record.decision_needed.as_ref().and_then(|own| {
            let by = self.key_of(own.value.by.as_ref(), Kind::Role);
            Some(DecisionNeeded {
                question: words(own.value.question.as_ref())?,
                by: by?,
                before: plain(own.value.before.as_ref()),
            })
        });
        let evidence: Vec<Evidence> = record
            .evidence
            .iter()
            .filter_map(|own| {
                let url = self.address(own.value.url.as_ref());
                Some(Evidence { title: words(own.value.title.as_ref())?, url: url? })
            })
            .collect();
        Some(Report {
            period: period?,
            initiative: initiative?,
            by: by?,
            date: date?,
            assessment: plain(record.assessment.as_ref())?,
            no_progress: plain(record.no_progress.as_ref()).unwrap_or(false),
            body,
            next_step: words(record.next_step.as_ref()),
            obstacle: record.obstacle.as_ref().and_then(|own| {
                Some(Obstacle { kind: plain(own.value.kind.as_ref())?, text: words(own.value.text.as_ref())? })
            }),
            decision_needed,
            forecast_end: plain(record.forecast_end.as_ref()),
            evidence,
            corrected: record.corrected.as_ref().and_then(|own| {
                Some(Correction { date: plain(own.value.date.as_ref())?, why: words(own.value.why.as_ref())? })
            }),
            span: doc.id.span,
        })
    }

    /// What a report must say depends on its assessment.
    fn report_is_complete(&mut self, record: &v::Report, empty: bool, top: Span) {
        let no_progress = plain(record.no_progress.as_ref()).unwrap_or(false);
        if empty && !no_progress {
            self.report(Diagnostic::new(&code::NO_TEXT, top));
        }
        let Some(assessment) = &record.assessment else { return };
        let ended = matches!(assessment.value, Assessment::Done | Assessment::Cancelled);
        if !ended && words(record.next_step.as_ref()).is_none() {
            self.report(
                Diagnostic::new(&code::NO_NEXT_STEP, assessment.span).with("assessment", assessment.value.name()),
            );
        }
        let hindered = matches!(assessment.value, Assessment::AtRisk | Assessment::OffTrack | Assessment::Paused);
        if hindered && record.obstacle.is_none() {
            self.report(
                Diagnostic::new(&code::NO_OBSTACLE, assessment.span).with("assessment", assessment.value.name()),
            );
        }
    }

    /// A date that must be a day, or a report that it is none.
    pub(super) fn exact_day(&mut self, date: &At<PlanDate>) -> Option<Date> {
        if date.value.precision() == Precision::Day {
            return Some(date.value.first_day());
        }
        self.report(Diagnostic::new(&code::NOT_A_DAY, date.span).with("text", date.value.to_string()));
        None
    }

    /// The period that a folder or file is named after, when it is one of the plan's rhythm.
    fn period(&mut self, name: &str, span: Span, rhythm: Option<Rhythm>) -> Option<Period> {
        let rhythm = rhythm?;
        let period = name.parse().ok().and_then(|date| Period::of(date, rhythm));
        if period.is_none_or(|period| period.to_string() != name) {
            self.report(
                Diagnostic::new(&code::BAD_PERIOD, span).with("text", name).with("rhythm", Fill::Name(rhythm.name())),
            );
            return None;
        }
        period
    }

    /// The reviews, oldest first.
    pub(super) fn reviews(
        &mut self,
        folder: Folder<v::Review, v::TextTranslation>,
        rhythm: Option<Rhythm>,
    ) -> Entities<Review> {
        let mut translations = self.translations(Kind::Review, folder.translations);
        let mut reviews = Vec::new();
        for mut doc in folder.docs {
            let translated = translations.remove(&doc.id.value).unwrap_or_default();
            let text = self.texts(&mut doc, &translated);
            let record = &doc.record;
            let period = self.period(&doc.id.value, doc.id.span, rhythm);
            let body = record.body.as_ref().and_then(|body| self.body(body));
            let covers = (!record.covers.is_empty()).then(|| self.keys(&record.covers, Kind::Initiative));
            let answers = record
                .answers
                .iter()
                .filter_map(|own| {
                    let initiative = self.key_of(own.value.initiative.as_ref(), Kind::Initiative);
                    Some((initiative?, words(own.value.answer.as_ref())?))
                })
                .collect();
            reviews.push((|| {
                Some(Arc::new(Review {
                    period: period?,
                    date: plain(record.date.as_ref())?,
                    body: body?,
                    reference: words(record.reference.as_ref()),
                    covers,
                    answers,
                    text,
                    span: doc.id.span,
                }))
            })());
        }
        reviews
    }
}

/// What a report is known as.
fn name_of_report(doc: &Doc<v::Report>) -> String {
    format!("{}/{}", doc.folder.as_deref().unwrap_or_default(), doc.id.value)
}

/// Reports the second of two files of a period that are about the same initiative: one of them may be named by an id that
/// the initiative had before.
pub(super) fn one_report_each(docs: &[Arc<Doc<v::Report>>], ids: &Ids, diagnostics: &mut Diagnostics) {
    let mut first: BTreeMap<(&str, usize), Span> = BTreeMap::new();
    for doc in docs {
        let period = doc.folder.as_deref().unwrap_or_default();
        if let Some(initiative) = ids.row(Kind::Initiative, &doc.id.value)
            && let Some(first) = first.insert((period, initiative), doc.id.span)
        {
            diagnostics.report(
                Diagnostic::new(&code::DUPLICATE_ID, doc.id.span)
                    .with("kind", name_of(Kind::Report))
                    .with("id", name_of_report(doc))
                    .also(first, "first"),
            );
        }
    }
}
