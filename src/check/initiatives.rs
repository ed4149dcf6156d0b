//! Initiatives with their activities and moved deadlines.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, code};
use crate::files::{At, Span};
use crate::model::{
    Activity, ActivityState, Benefit, Budget, Choice as _, DeadlineMove, Entity, Initiative, Key, Kind, Mandate, Name,
    Plan, PlanDate, Precision, Role,
};
use crate::source::value::DoneOn;
use crate::source::{Doc, vocabulary as v};

use super::{Checker, plain, words};

/// The longest summary of an initiative, in characters.
const LONGEST_SUMMARY: usize = 300;

impl Checker<'_> {
    pub(super) fn initiative(
        &mut self,
        doc: &Doc<v::Initiative>,
        entity: Entity,
        roles: &[Option<Arc<Role>>],
    ) -> Option<Initiative> {
        let record = &doc.record;
        if let Some(summary) = &record.summary {
            self.length(summary);
        }
        if let (Some(start), Some(end)) = (&record.start, &record.end) {
            self.order(start.value, end);
        }
        let ongoing = plain(record.ongoing.as_ref()).unwrap_or(false)
            || record.end.as_ref().is_some_and(|end| end.value.precision() == Precision::Ongoing);
        if let (true, Some(end)) = (ongoing, &record.end)
            && end.value.precision() != Precision::Ongoing
        {
            self.report(Diagnostic::new(&code::ONGOING_WITH_END, end.span));
        }
        let mut deadline_moves: Vec<DeadlineMove> =
            record.deadline_moves.iter().filter_map(|own| self.deadline_move(&own.value)).collect();
        deadline_moves.sort_by_key(|own| own.date);
        self.moves_agree(record, &deadline_moves, doc.id.span);

        let accountable = record.accountable.as_ref().map(|owner| owner.clone().map(|owner| owner.0));
        let accountable: Option<Key<Role>> = self.key_of(accountable.as_ref(), Kind::Role);
        let sponsor: Option<Key<Role>> = self.key_of(record.sponsor.as_ref(), Kind::Role);
        self.sponsor_can_decide(record, sponsor, roles);
        self.has_mandate(record, &entity, accountable, sponsor, roles);

        let goals = self.keys(&record.goals, Kind::Goal);
        let activities = self.activities(&record.activities);
        Some(Initiative {
            goals,
            accountable,
            sponsor,
            contributors: record
                .contributors
                .iter()
                .filter_map(|own| {
                    let role = self.key_of(own.value.role.as_ref(), Kind::Role)?;
                    Some((role, words(own.value.does.as_ref())))
                })
                .collect(),
            phase: plain(record.phase.as_ref()),
            start: plain(record.start.as_ref()),
            end: plain(record.end.as_ref()).filter(|end| end.precision() != Precision::Ongoing),
            ongoing,
            deadline_moves,
            activities: activities?,
            indicators: self.keys(&record.indicators, Kind::Indicator),
            depends_on: self.keys(&record.depends_on, Kind::Initiative),
            merged_into: self.key_of(record.merged_into.as_ref(), Kind::Initiative),
            decision: self.key_of(record.decision.as_ref(), Kind::Decision),
            insights: self.keys(&record.insights, Kind::Insight),
            forum: self.key_of(record.forum.as_ref(), Kind::Forum),
            budget: record.budget.as_ref().and_then(|own| budget(&own.value)),
            benefit: record.benefit.as_ref().and_then(|own| benefit(&own.value)),
            tags: record.tags.iter().map(|tag| tag.value.clone()).filter(|tag| !tag.is_empty()).collect(),
            entity,
        })
    }

    fn length(&mut self, summary: &At<String>) {
        let length = summary.value.chars().count();
        if length > LONGEST_SUMMARY {
            self.report(
                Diagnostic::new(&code::TOO_LONG, summary.span)
                    .with("key", Name { en: "summary", sv: "sammanfattning" })
                    .with("limit", LONGEST_SUMMARY)
                    .with("length", length),
            );
        }
    }

    fn order(&mut self, start: PlanDate, end: &At<PlanDate>) {
        if end.value.is_before(start) {
            self.report(
                Diagnostic::new(&code::END_BEFORE_START, end.span)
                    .with("start", start.to_string())
                    .with("end", end.value.to_string()),
            );
        }
    }

    fn deadline_move(&mut self, own: &v::DeadlineMove) -> Option<DeadlineMove> {
        let decision = self.key_of(own.decision.as_ref(), Kind::Decision);
        Some(DeadlineMove {
            date: plain(own.date.as_ref())?,
            from: plain(own.from.as_ref())?,
            to: plain(own.to.as_ref())?,
            why: words(own.why.as_ref())?,
            decision,
        })
    }

    /// The moves form a chain, and the last leads to the deadline that holds now.
    fn moves_agree(&mut self, record: &v::Initiative, moves: &[DeadlineMove], top: Span) {
        for pair in moves.windows(2) {
            if pair[0].to != pair[1].from {
                let span = record
                    .deadline_moves
                    .iter()
                    .filter_map(|own| own.value.from.as_ref())
                    .find(|from| from.value == pair[1].from)
                    .map_or(top, |from| from.span);
                self.report(
                    Diagnostic::new(&code::DEADLINE_MOVES, span)
                        .with("expected", pair[0].to.to_string())
                        .with("found", pair[1].from.to_string()),
                );
            }
        }
        let Some(last) = moves.last() else { return };
        let Some(end) = &record.end else {
            // A deadline that was moved is still a deadline: without it the moves lead nowhere.
            if !plain(record.ongoing.as_ref()).unwrap_or(false) {
                let span = record.deadline_moves.last().map_or(top, |own| own.span);
                self.report(
                    Diagnostic::new(&code::DEADLINE_MOVES, span)
                        .with("expected", last.to.to_string())
                        .with("found", "–"),
                );
            }
            return;
        };
        if last.to != end.value {
            self.report(
                Diagnostic::new(&code::DEADLINE_MOVES, end.span)
                    .with("expected", last.to.to_string())
                    .with("found", end.value.to_string()),
            );
        }
    }

    fn sponsor_can_decide(&mut self, record: &v::Initiative, sponsor: Option<Key<Role>>, roles: &[Option<Arc<Role>>]) {
        let (Some(written), Some(key)) = (&record.sponsor, sponsor) else { return };
        if let Some(Some(role)) = roles.get(key.row())
            && role.mandate != Mandate::Decides
        {
            self.report(
                Diagnostic::new(&code::SPONSOR_CANNOT_DECIDE, written.span)
                    .with("role", role.entity.title.original.as_str()),
            );
        }
    }

    /// Someone must answer for it, and the one who does, or a sponsor, must be able to decide.
    fn has_mandate(
        &mut self,
        record: &v::Initiative,
        entity: &Entity,
        accountable: Option<Key<Role>>,
        sponsor: Option<Key<Role>>,
        roles: &[Option<Arc<Role>>],
    ) {
        let title = entity.title.original.as_str();
        let Some(written) = &record.accountable else {
            self.report(Diagnostic::new(&code::NO_OWNER, entity.span).with("initiative", title));
            return;
        };
        let Some(Some(role)) = accountable.and_then(|key| roles.get(key.row())) else { return };
        if role.mandate != Mandate::Decides && sponsor.is_none() {
            self.report(
                Diagnostic::new(&code::MANDATE_GAP, written.span)
                    .with("initiative", title)
                    .with("role", role.entity.title.original.as_str()),
            );
        }
    }

    fn activities(&mut self, written: &[At<v::Activity>]) -> Option<Vec<Activity>> {
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        for own in written {
            let Some(id) = &own.value.id else { continue };
            if let Some(span) = first.get(id.value.0.as_str()) {
                self.report(
                    Diagnostic::new(&code::DUPLICATE_ID, id.span)
                        .with("kind", Name { en: "activity", sv: "aktivitet" })
                        .with("id", id.value.0.as_str())
                        .also(*span, "first"),
                );
            } else {
                first.insert(&id.value.0, id.span);
            }
        }
        let all: Vec<Option<Activity>> = written.iter().map(|own| self.activity(own)).collect();
        all.into_iter().collect()
    }

    fn activity(&mut self, own: &At<v::Activity>) -> Option<Activity> {
        let record = &own.value;
        let title = words(record.title.as_ref()).unwrap_or_default();
        match (&record.state, &record.done_on) {
            (Some(state), None) if state.value == ActivityState::Done => {
                self.report(Diagnostic::new(&code::DONE_WITHOUT_DATE, state.span).with("activity", title.as_str()));
            }
            (Some(state), Some(done_on)) if state.value != ActivityState::Done => {
                self.report(
                    Diagnostic::new(&code::DONE_ON_BUT_NOT_DONE, done_on.span)
                        .with("activity", title.as_str())
                        .with("state", state.value.name()),
                );
            }
            _ => {}
        }
        let accountable = record.accountable.as_ref().map(|owner| owner.clone().map(|owner| owner.0));
        let accountable = self.key_of(accountable.as_ref(), Kind::Role);
        Some(Activity {
            id: record.id.as_ref()?.value.0.clone(),
            title: Some(title).filter(|title| !title.is_empty())?,
            state: plain(record.state.as_ref())?,
            due: plain(record.due.as_ref()),
            done_on: match record.done_on.as_ref().map(|done_on| done_on.value) {
                Some(DoneOn::Date(date)) => Some(date),
                Some(DoneOn::Unknown) | None => None,
            },
            accountable,
            milestone: plain(record.milestone.as_ref()).unwrap_or(false),
            span: own.span,
        })
    }
}

fn budget(own: &v::Budget) -> Option<Budget> {
    Some(Budget {
        amount: plain(own.amount.as_ref())?,
        currency: words(own.currency.as_ref()).unwrap_or_else(|| "SEK".to_owned()),
        year: plain(own.year.as_ref()),
        spent: plain(own.spent.as_ref()),
    })
}

fn benefit(own: &v::Benefit) -> Option<Benefit> {
    Some(Benefit {
        group: plain(own.group.as_ref()),
        text: words(own.text.as_ref())?,
        value: plain(own.value.as_ref()),
        unit: words(own.unit.as_ref()),
        by: plain(own.by.as_ref()),
    })
}

/// An insight and an initiative that name each other are linked both ways, whichever of them says so.
pub(super) fn link_insights(plan: &mut Plan) {
    let by_insights: Vec<_> = plan
        .insights
        .iter()
        .flat_map(|(insight, own)| own.initiatives.iter().map(move |&initiative| (insight, initiative)))
        .collect();
    let by_initiatives: Vec<_> = plan
        .initiatives
        .iter()
        .flat_map(|(initiative, own)| own.insights.iter().map(move |&insight| (insight, initiative)))
        .collect();
    for (insight, initiative) in by_insights {
        if !plan.initiatives[initiative].insights.contains(&insight) {
            plan.initiatives.edit(initiative).insights.push(insight);
        }
    }
    for (insight, initiative) in by_initiatives {
        if !plan.insights[insight].initiatives.contains(&initiative) {
            plan.insights.edit(insight).initiatives.push(initiative);
        }
    }
}
