//! Initiatives, and the start page that shows how they go.

use super::context::Context;
use super::data::{Column, Fact, Initiative, Item, Mark, Start, Table};
use super::routes::Route;
use crate::derive::{DueState, Past, Reason, State};
use crate::model::{self, ActivityState, AnyKey, Choice as _, Key, Report};

/// The most initiatives that the start page names as needing attention.
const MOST_ATTENTION: usize = 8;
/// The most reports that the start page shows.
const MOST_REPORTS: usize = 5;

impl Context<'_> {
    pub(super) fn start(self, past: &Past) -> Start {
        let troubled = |state| matches!(state, State::NoInformation | State::Delayed | State::OffTrack | State::AtRisk);
        let states = self.drawn_states(&self.facts.plan, "chart_states");
        let mut attention = self.initiative_rows(
            self.facts.initiatives.iter().filter(|(_, facts)| troubled(facts.standing.state)).map(|(key, _)| key),
        );
        attention.truncate(MOST_ATTENTION);
        let mut reports: Vec<Key<Report>> = self.facts.index.reports_of_period.values().flatten().copied().collect();
        reports.sort_by_key(|&key| (std::cmp::Reverse(self.plan.reports[key].date), key));
        reports.truncate(MOST_REPORTS);
        Start {
            lead: self.pulse_sentence(),
            pulse: self.pulse(),
            since: past.since.as_ref().map(|changes| self.changes(changes)),
            work_lists: self.work_lists(),
            news: self.section(Route::News, "news-all"),
            summary: self.plan.settings.summary.as_ref().map(|summary| self.phrase(summary)),
            states,
            reporting: self.reporting_sentence(),
            rate: self.rate_figure("rate"),
            next: self.next_sentence(),
            attention,
            all_initiatives: self.section(Route::Initiatives, "initiatives-all"),
            goals: self.goal_rows(self.plan.goals.keys()),
            reports: reports.into_iter().map(|key| self.report_card(key)).collect(),
        }
    }

    pub(super) fn initiative(self, key: Key<model::Initiative>) -> Initiative {
        let own = &self.plan.initiatives[key];
        let facts = &self.facts.initiatives[key];
        let standing = &facts.standing;
        let (reporting, reporting_sentence) = self.freshness(key);
        let latest = facts.reporting.latest.map(|key| &self.plan.reports[key]);
        let declared = match (standing.capped_from, latest) {
            (Some(_), Some(report)) => {
                let args = [
                    ("date", self.day(report.date).text.into()),
                    ("state", self.assessment(report.assessment).word.into()),
                ];
                Some(self.say("declared-differs", &args))
            }
            _ => None,
        };
        let ended = matches!(standing.state, State::Done | State::Cancelled | State::Merged);
        let current = latest.filter(|_| !ended);
        let mut reports = self.facts.index.reports_of_initiative[key].clone();
        reports.reverse();
        Initiative {
            chain: self.chain(key),
            mark: self.state(standing.state),
            reasons: standing.spoke.iter().map(|&reason| self.reason(key, reason)).collect(),
            declared,
            reporting,
            reporting_sentence,
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            next_step: current.and_then(|report| report.next_step.as_ref()).map(|text| self.own(text)),
            obstacle: current.and_then(|report| report.obstacle.as_ref()).map(|own| self.obstacle(own)),
            decision_needed: facts.reporting.latest.filter(|_| !ended).and_then(|key| self.question(key)),
            facts: self.initiative_facts(key),
            activities_sentence: self.activities_sentence(key),
            activities: self.activities(key),
            timeline: self.activity_figure(key, "timeline"),
            moves_sentence: self.moves_sentence(key),
            moves: self.moves(key),
            body: self.text(&own.entity.body, 2, ""),
            indicators: own.indicators.iter().map(|&key| self.indicator_row(key)).collect(),
            insights: self.links(self.facts.index.insights_of_initiative[key].iter().map(|&key| AnyKey::Insight(key))),
            strip: self.strip_figure(key, "strip"),
            reports: reports.into_iter().map(|key| self.report_card(key)).collect(),
        }
    }

    fn initiative_facts(self, key: Key<model::Initiative>) -> Vec<Fact> {
        let own = &self.plan.initiatives[key];
        let mut accountable = self.role(own.accountable);
        if let Some(role) = own.accountable {
            accountable.note = Some(self.choice("mandate", self.plan.roles[role].mandate));
        }
        let mut facts = vec![self.fact("accountable", accountable)];
        if own.sponsor.is_some() {
            facts.push(self.fact("sponsor", self.role(own.sponsor)));
        }
        if !own.contributors.is_empty() {
            let contributors = own.contributors.iter().map(|(role, does)| Item {
                note: does.clone(),
                note_lang: self.own_lang(),
                ..self.role(Some(*role))
            });
            facts.push(self.facts_of("contributors", contributors.collect()));
        }
        let goals = own.goals.iter().map(|&goal| self.item(self.link(AnyKey::Goal(goal)))).collect();
        facts.push(self.facts_of("goals", goals));
        facts.push(self.fact(
            "phase",
            match own.phase {
                Some(phase) => Item { text: self.choice("phase", phase), ..Item::default() },
                None => self.missing(),
            },
        ));
        facts.push(self.fact("start", self.date_item(own.start)));
        facts.push(self.fact("deadline", self.deadline(key)));
        if let Some(forecast) = self.facts.initiatives[key].deadline.forecast_end {
            facts.push(self.fact("forecast", self.date_item(Some(forecast))));
        }
        facts.push(self.fact("decision", self.entity_item(own.decision.map(AnyKey::Decision))));
        facts.push(self.fact("forum", self.entity_item(own.forum.map(AnyKey::Forum))));
        if let Some(budget) = &own.budget {
            facts.push(self.fact("budget", self.budget(budget)));
        }
        if let Some(benefit) = &own.benefit {
            facts.push(self.fact("benefit", self.benefit(benefit)));
        }
        let links = |keys: &[Key<model::Initiative>]| -> Vec<Item> {
            keys.iter()
                .map(|&key| Item { mark: Some(self.state_of(key)), ..self.item(self.link(AnyKey::Initiative(key))) })
                .collect()
        };
        if !own.depends_on.is_empty() {
            facts.push(self.facts_of("depends-on", links(&own.depends_on)));
        }
        let waiting = &self.facts.index.waiting_for_initiative[key];
        if !waiting.is_empty() {
            facts.push(self.facts_of("waited-for-by", links(waiting)));
        }
        if let Some(into) = own.merged_into {
            facts.push(self.facts_of("merged-into", links(&[into])));
        }
        let merged = &self.facts.index.merged_into_initiative[key];
        if !merged.is_empty() {
            facts.push(self.facts_of("merged-here", links(merged)));
        }
        if !own.tags.is_empty() {
            facts.push(self.facts_of("tags", own.tags.iter().map(|tag| self.own_item(tag)).collect()));
        }
        facts
    }

    fn budget(self, budget: &model::Budget) -> Item {
        let formats = self.words.formats();
        let amount = formats.number(budget.amount, 0);
        let currency = if budget.currency == "SEK" { self.word("currency-sek") } else { budget.currency.clone() };
        let mut text = format!("{amount}\u{a0}{currency}");
        if let Some(year) = budget.year {
            text = self.say("budget-year", &[("amount", text.into()), ("year", self.date(year).text.into())]);
        }
        let note = budget.spent.map(|spent| {
            let spent = format!("{}\u{a0}{currency}", formats.number(spent, 0));
            self.say("budget-spent", &[("amount", spent.into())])
        });
        Item { text, note, ..Item::default() }
    }

    fn benefit(self, benefit: &model::Benefit) -> Item {
        let mut notes = Vec::new();
        if let Some(group) = benefit.group {
            notes.push(self.choice("benefit", group));
        }
        if let Some(value) = benefit.value {
            let decimals = u8::from(value.fract() != 0.0);
            let number = self.words.formats().number(value, decimals);
            notes.push(match &benefit.unit {
                Some(unit) => format!("{number}\u{a0}{unit}"),
                None => number,
            });
        }
        if let Some(by) = benefit.by {
            notes.push(self.say("by-date", &[("date", self.date(by).text.into())]));
        }
        Item { note: (!notes.is_empty()).then(|| notes.join(", ")), ..self.own_item(&benefit.text) }
    }

    fn activities(self, key: Key<model::Initiative>) -> Option<Table> {
        let own = &self.plan.initiatives[key];
        let counts = &self.facts.initiatives[key].activities;
        let rows = own
            .activities
            .iter()
            .zip(&counts.each)
            .map(|(activity, facts)| {
                let mut name = self.own_item(&activity.title);
                if activity.milestone {
                    name.note = Some(self.word("milestone"));
                }
                let state = match (facts.state, facts.due) {
                    (_, DueState::Overdue { days }) => {
                        let mark = Mark { key: "overdue", word: self.word("activity-overdue") };
                        Item {
                            text: mark.word.clone(),
                            note: Some(self.days(days)),
                            mark: Some(mark),
                            ..Item::default()
                        }
                    }
                    (ActivityState::Unknown, _) => self.missing(),
                    (state, _) => {
                        let mark = Mark { key: state.name().en, word: self.choice("activity", state) };
                        Item { text: mark.word.clone(), mark: Some(mark), ..Item::default() }
                    }
                };
                let done = match facts.state {
                    ActivityState::Done => self.date_item(activity.done_on),
                    _ => Item { text: self.word("not-yet"), ..Item::default() },
                };
                let accountable = self.role(activity.accountable.or(own.accountable));
                vec![name, state, self.date_item(activity.due), done, accountable]
            })
            .collect();
        let columns = ["activity", "activity-state", "activity-due", "activity-done-on", "accountable"];
        self.table("activities", &columns, &[], rows)
    }

    fn moves_sentence(self, key: Key<model::Initiative>) -> Option<String> {
        let facts = &self.facts.initiatives[key].deadline;
        if facts.moved == 0 {
            return None;
        }
        let months = facts.months_slipped?;
        let which = match months {
            0 => "moves-same",
            1.. => "moves-later",
            _ => "moves-earlier",
        };
        Some(self.say(which, &[("n", facts.moved.into()), ("months", months.unsigned_abs().into())]))
    }

    fn moves(self, key: Key<model::Initiative>) -> Option<Table> {
        let today = self.facts.calendar.today;
        let rows = self.plan.initiatives[key]
            .deadline_moves
            .iter()
            .filter(|own| own.date.first_day() <= today)
            .map(|own| {
                let mut why = self.own_item(&own.why);
                if let Some(decision) = own.decision {
                    let link = self.link(AnyKey::Decision(decision));
                    why.note = Some(link.text);
                    why.note_lang = link.lang;
                }
                vec![self.date_item(Some(own.date)), self.date_item(Some(own.from)), self.date_item(Some(own.to)), why]
            })
            .collect();
        self.table("moves", &["moves-date", "moves-from", "moves-to", "moves-why"], &[], rows)
    }

    /// A table with the caption and column headings of these catalogue keys; `None` without rows.
    pub(super) fn table(
        self,
        caption: &str,
        columns: &[&str],
        numeric: &[&str],
        rows: Vec<Vec<Item>>,
    ) -> Option<Table> {
        (!rows.is_empty()).then(|| Table {
            caption: self.word(caption),
            columns: columns
                .iter()
                .map(|key| Column { text: self.word(key), lang: None, numeric: numeric.contains(key) })
                .collect(),
            rows,
        })
    }

    /// The first reason that is not just what the report says: for a description.
    pub(super) fn first_reason(self, key: Key<model::Initiative>) -> Option<String> {
        let spoke = &self.facts.initiatives[key].standing.spoke;
        spoke
            .iter()
            .find(|reason| !matches!(reason, Reason::DeclaredAssessment { .. }))
            .map(|&reason| self.reason(key, reason).text())
    }
}
