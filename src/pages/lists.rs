//! Things as they stand in lists: an initiative, a goal, an indicator, a report.

use super::context::Context;
use super::data::{GoalRow, IndicatorRow, InitiativeRow, Item, Mark, ObstacleCard, Phrase, QuestionCard, ReportCard};
use super::routes::report_anchor;
use crate::derive::{self, Arrow, Outcome, Trend};
use crate::model::{AnyKey, Assessment, Direction, Goal, Indicator, Initiative, Key, Obstacle, Report, Verdict};

impl Context<'_> {
    /// Initiatives worst first, those in the same state in alphabetical order.
    pub(super) fn initiative_rows(self, keys: impl IntoIterator<Item = Key<Initiative>>) -> Vec<InitiativeRow> {
        self.worst_first(keys).into_iter().map(|key| self.initiative_row(key)).collect()
    }

    /// Initiatives worst first, those in the same state in alphabetical order.
    pub(super) fn worst_first(self, keys: impl IntoIterator<Item = Key<Initiative>>) -> Vec<Key<Initiative>> {
        let mut keys: Vec<(usize, Phrase, Key<Initiative>)> = keys
            .into_iter()
            .map(|key| {
                let title = self.phrase(&self.plan.initiatives[key].entity.title);
                (self.facts.initiatives[key].standing.state.rank(), title, key)
            })
            .collect();
        keys.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| self.words.formats().compare(&a.1.text, &b.1.text)));
        keys.into_iter().map(|(_, _, key)| key).collect()
    }

    pub(super) fn initiative_row(self, key: Key<Initiative>) -> InitiativeRow {
        let own = &self.plan.initiatives[key];
        let facts = &self.facts.initiatives[key];
        // What the latest report says itself needs no reason beside it: the mark is the reason.
        let reason = facts
            .standing
            .spoke
            .iter()
            .find(|reason| !matches!(reason, crate::derive::Reason::DeclaredAssessment { .. }))
            .map(|reason| self.reason(key, *reason));
        let counts = &facts.activities;
        let activities = if counts.each.is_empty() {
            self.word("activities-none-short")
        } else {
            self.say("activities-done-short", &[("n", counts.done.into()), ("total", counts.total.into())])
        };
        InitiativeRow {
            link: self.link(AnyKey::Initiative(key)),
            mark: self.state_of(key),
            reason,
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            accountable: self.role(own.accountable),
            deadline: self.deadline(key),
            reported: self.reported(key),
            activities,
            goals: own.goals.iter().map(|&goal| self.link(AnyKey::Goal(goal))).collect(),
            keys: None,
        }
    }

    /// The current deadline, with a note when it has been moved or has passed.
    pub(super) fn deadline(self, key: Key<Initiative>) -> Item {
        let own = &self.plan.initiatives[key];
        let facts = &self.facts.initiatives[key].deadline;
        let Some(current) = facts.current else {
            return if own.ongoing {
                Item { text: self.word("date-ongoing"), ..Item::default() }
            } else {
                self.missing()
            };
        };
        let mut item = self.date_item(Some(current));
        if facts.moved > 0 {
            item.note = Some(self.say("deadline-moved", &[("n", facts.moved.into())]));
        }
        item
    }

    /// The day of the latest report.
    pub(super) fn reported(self, key: Key<Initiative>) -> Item {
        match self.facts.initiatives[key].reporting.latest {
            Some(report) => {
                let report = &self.plan.reports[report];
                let day = self.day(report.date);
                Item { text: day.text, iso: day.iso, ..Item::default() }
            }
            None => Item { text: self.word("never-reported"), missing: true, ..Item::default() },
        }
    }

    pub(super) fn goal_row(self, key: Key<Goal>) -> GoalRow {
        let own = &self.plan.goals[key];
        let facts = &self.facts.goals[key];
        GoalRow {
            link: self.link(AnyKey::Goal(key)),
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            accountable: self.role(own.accountable),
            delivery: self.distribution(&facts.delivery),
            outcome: own.indicators.iter().map(|&key| self.indicator_row(key)).collect(),
            assessment: match facts.assessment.and_then(|n| own.assessments.get(n)) {
                Some(assessment) => {
                    let mark = self.verdict(assessment.verdict);
                    let date = self.date(assessment.date);
                    Item { text: mark.word.clone(), note: Some(date.text), mark: Some(mark), ..Item::default() }
                }
                None => Item { text: self.word("assessment-missing"), missing: true, ..Item::default() },
            },
        }
    }

    pub(super) fn goal_rows(self, keys: impl IntoIterator<Item = Key<Goal>>) -> Vec<GoalRow> {
        let mut rows: Vec<GoalRow> = keys.into_iter().map(|key| self.goal_row(key)).collect();
        rows.sort_by(|a, b| self.words.formats().compare(&a.link.text, &b.link.text));
        rows
    }

    pub(super) fn verdict(self, verdict: Verdict) -> Mark {
        use crate::model::Choice as _;
        Mark { key: verdict.name().en, word: self.choice("verdict", verdict) }
    }

    pub(super) fn indicator_row(self, key: Key<Indicator>) -> IndicatorRow {
        let own = &self.plan.indicators[key];
        let facts = &self.facts.indicators[key];
        let latest = match facts.latest.and_then(|n| own.observations.get(n)) {
            Some(observation) => {
                let date = self.date(observation.date);
                let value = self.value(own, observation.value);
                Item { note: Some(date.text), ..value }
            }
            None => self.missing(),
        };
        IndicatorRow {
            link: self.link(AnyKey::Indicator(key)),
            mark: self.outcome(facts.outcome),
            latest,
            target: match own.targets.last() {
                Some(target) => {
                    let date = self.date(target.date).text;
                    Item { note: Some(date), ..self.aim(own, target.aim) }
                }
                None => self.missing(),
            },
            trend: self.trend(own, facts.trend, facts.arrow),
            arrow: arrow_key(facts.arrow),
            spark: None,
        }
    }

    /// A value with its unit, or "missing".
    pub(super) fn value(self, indicator: &Indicator, value: Option<f64>) -> Item {
        match value {
            Some(value) => Item { text: self.amount(indicator, value), ..Item::default() },
            None => self.missing(),
        }
    }

    /// A value with its unit: `31 dagar`, `58,3 %`.
    pub(super) fn amount(self, indicator: &Indicator, value: f64) -> String {
        let number = self.words.formats().number(value, indicator.decimals);
        // A number and its unit are not parted at the end of a line.
        format!("{number}\u{a0}{}", indicator.unit)
    }

    pub(super) fn aim(self, indicator: &Indicator, aim: crate::model::Aim) -> Item {
        let text = match aim {
            crate::model::Aim::Value(value) => self.amount(indicator, value),
            crate::model::Aim::Band { low, high } => {
                let low = self.words.formats().number(low, indicator.decimals);
                format!("{low}–{}", self.amount(indicator, high))
            }
        };
        Item { text, ..Item::default() }
    }

    pub(super) fn outcome(self, outcome: Outcome) -> Mark {
        let key = match outcome {
            Outcome::Met => "met",
            Outcome::InPhase => "in-phase",
            Outcome::Partly => "partly",
            Outcome::Weak => "weak",
            Outcome::WrongWay => "wrong-way",
            Outcome::CannotSay(_) => "cannot-say",
        };
        Mark { key, word: self.word(&format!("outcome-{key}")) }
    }

    /// The word says where the value went and whether that is good.
    pub(super) fn trend(self, indicator: &Indicator, trend: Trend, arrow: Option<Arrow>) -> Mark {
        let key = match trend {
            Trend::Improving => "improving",
            Trend::Unchanged => "unchanged",
            Trend::Worsening => "worsening",
            Trend::Unknown => "unknown",
        };
        let word = match (indicator.direction, arrow) {
            // Nobody has said which way is better: say only where it went.
            (Direction::None, Some(_)) => self.word(&format!("arrow-{}", arrow_key(arrow))),
            _ => self.word(&format!("trend-{key}")),
        };
        Mark { key, word }
    }

    pub(super) fn report_card(self, key: Key<Report>) -> ReportCard {
        let report = &self.plan.reports[key];
        let initiative = AnyKey::Initiative(report.initiative);
        let anchor = report_anchor(report.period);
        let title = self.link(initiative);
        let prefix = format!("{anchor}-{}-", self.plan.initiatives[report.initiative].entity.id);
        ReportCard {
            link: super::data::Anchor { href: self.href(AnyKey::Report(key)), ..title },
            anchor,
            period: self.period_link(report.period),
            mark: self.assessment(report.assessment),
            date: self.day(report.date),
            by: self.role(Some(report.by)),
            no_progress: report.no_progress,
            body: self.text(&report.body, 3, &prefix),
            next_step: report.next_step.as_ref().map(|text| self.own(text)),
            obstacle: report.obstacle.as_ref().map(|obstacle| self.obstacle(obstacle)),
            decision_needed: self.question(key),
            forecast: report.forecast_end.map(|date| self.date(date)),
            evidence: report
                .evidence
                .iter()
                .map(|own| super::data::Anchor {
                    text: own.title.clone(),
                    href: own.url.clone(),
                    lang: self.own_lang(),
                })
                .collect(),
            corrected: report.corrected.as_ref().map(|own| {
                let date = self.date(own.date).text;
                self.sentence("corrected", &[("date", date.into())], &[("why", self.own(&own.why).into())])
            }),
        }
    }

    /// Reports, those that judge worst first.
    pub(super) fn report_cards(self, keys: &[Key<Report>]) -> Vec<ReportCard> {
        let rank = |assessment| match assessment {
            Assessment::OffTrack => 0,
            Assessment::AtRisk => 1,
            Assessment::Paused => 2,
            Assessment::OnTrack => 3,
            Assessment::Done => 4,
            Assessment::Cancelled => 5,
        };
        let mut cards: Vec<(i32, ReportCard)> =
            keys.iter().map(|&key| (rank(self.plan.reports[key].assessment), self.report_card(key))).collect();
        cards.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| self.words.formats().compare(&a.1.link.text, &b.1.link.text)));
        cards.into_iter().map(|(_, card)| card).collect()
    }

    pub(super) fn obstacle(self, obstacle: &Obstacle) -> ObstacleCard {
        ObstacleCard { kind: self.choice("obstacle", obstacle.kind), text: self.own(&obstacle.text) }
    }

    /// The question of a report, with the one who must answer it: when it was answered, or that its day has passed.
    pub(super) fn question(self, key: Key<Report>) -> Option<QuestionCard> {
        let needed = self.plan.reports[key].decision_needed.as_ref()?;
        let mut before = self.date_item(needed.before);
        let answered = derive::answer(self.plan, &self.facts.index, key).map(|answer| match answer {
            derive::Answer::Review(review) => self.plan.reviews[review].date,
            derive::Answer::Decision(decision) => self.plan.decisions[decision].date,
        });
        let today = self.facts.calendar.today;
        before.note = match (answered, needed.before) {
            (Some(date), _) => Some(self.say("answered-on", &[("date", self.date(date).text.into())])),
            (None, Some(before)) if before.has_passed(today) => Some(self.passed(before.days_overdue(today))),
            _ => None,
        };
        Some(QuestionCard { question: self.own(&needed.question), by: self.role(Some(needed.by)), before })
    }

    /// "passerade för 12 dagar sedan".
    pub(super) fn passed(self, days: u32) -> String {
        self.say("passed-days-ago", &[("days", days.into())])
    }
}

pub(super) fn arrow_key(arrow: Option<Arrow>) -> &'static str {
    match arrow {
        Some(Arrow::Up) => "up",
        Some(Arrow::Down) => "down",
        Some(Arrow::Level) => "level",
        None => "none",
    }
}
