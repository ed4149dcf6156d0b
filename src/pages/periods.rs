//! Reporting periods: what was reported, what is missing, and the leadership's review.

use std::collections::BTreeSet;

use super::context::Context;
use super::data::{Answer, Item, Period, PeriodRow, Periods, ReviewCard, Standing};
use super::routes::Route;
use crate::derive::{Facts, Past, Reporting};
use crate::model::{self, AnyKey, Initiative, Key};

impl<'a> Context<'a> {
    /// The periods that have a page: all closed ones, and a later one that has a report already.
    pub(super) fn all_periods(facts: &Facts) -> Vec<model::Period> {
        let mut periods = facts.calendar.closed.clone();
        periods.extend(facts.index.reports_of_period.keys().copied());
        periods.extend(facts.index.review_of_period.keys().copied());
        periods.sort();
        periods.dedup();
        periods
    }

    pub(super) fn periods(self, past: &Past) -> Periods {
        let rhythm = self.choice("rhythm", self.plan.settings.reporting.every);
        let lead = self.say("periods-lead", &[("rhythm", rhythm.into()), ("grace", self.grace().into())]);
        let mut periods: Vec<PeriodRow> = Self::all_periods(self.facts)
            .into_iter()
            .map(|period| PeriodRow {
                link: self.period_link(period),
                // A closed period is told as it was, here as on its own page.
                sentence: Context { facts: past.facts(period).unwrap_or(self.facts), ..self }.period_sentence(period),
                review: match self.facts.index.review_of_period.get(&period) {
                    Some(&review) => {
                        let date = self.date(self.plan.reviews[review].date);
                        Item {
                            text: self.say("reviewed-on", &[("date", date.text.into())]),
                            iso: date.iso,
                            ..Item::default()
                        }
                    }
                    None => Item { text: self.word("review-missing"), missing: true, ..Item::default() },
                },
            })
            .collect();
        periods.reverse();
        let mut links = self.work_lists();
        links.push(self.section(Route::News, "news-title"));
        Periods { lead, links, rate: self.rate_figure("rate"), periods }
    }

    /// How long after a period's end a report is in time: in weeks, when it is whole weeks.
    pub(super) fn grace(self) -> String {
        let days = self.plan.settings.reporting.grace_days;
        let weeks = days / 7;
        if days.is_multiple_of(7) && weeks > 0 { self.say("weeks", &[("n", weeks.into())]) } else { self.days(days) }
    }

    /// The initiatives that owe or owed a report for a period.
    fn owing(self, period: model::Period) -> impl Iterator<Item = Key<Initiative>> {
        let facts = self.facts;
        facts.initiatives.iter().filter_map(move |(key, own)| {
            let owed = own.reporting.owed?;
            (owed.first.first_day() <= period.first_day() && period.last_day() <= owed.last.last_day()).then_some(key)
        })
    }

    fn reported_in(self, period: model::Period) -> Vec<Key<Initiative>> {
        let reports = self.facts.index.reports_of_period.get(&period).map_or(&[][..], Vec::as_slice);
        reports.iter().map(|&key| self.plan.reports[key].initiative).collect()
    }

    fn period_sentence(self, period: model::Period) -> String {
        let reported = self.reported_in(period);
        if !self.facts.calendar.closed.contains(&period) && !reported.is_empty() {
            return self.say("period-early", &[("n", reported.len().into())]);
        }
        let mut owed: Vec<Key<Initiative>> = self.owing(period).collect();
        owed.extend(&reported);
        owed.sort();
        owed.dedup();
        if owed.is_empty() {
            return self.word("period-none");
        }
        // The same numbers as in the pulse, where the period is the one that it tells of.
        let share = self.facts.pulse.reported;
        let (n, total) = if self.facts.calendar.latest() == Some(period) {
            (share.n as usize, share.of as usize)
        } else {
            (reported.len(), owed.len())
        };
        let mut sentence = self.say("period-sentence", &[("n", n.into()), ("total", total.into())]);
        if reported.len() > n {
            sentence.push(' ');
            sentence.push_str(&self.say("period-besides", &[("n", (reported.len() - n).into())]));
        }
        sentence
    }

    /// The page of a period. `self` tells of the day that the period is told for; `now` of today, for the review, which
    /// is made later.
    pub(super) fn period_page(self, now: &Facts, past: &Past, period: model::Period) -> Period {
        let all = Self::all_periods(now);
        let place = all.iter().position(|own| *own == period).unwrap_or(0);
        let keys = self.facts.index.reports_of_period.get(&period).map_or(&[][..], Vec::as_slice);
        let assessments: Vec<model::Assessment> = keys.iter().map(|&key| self.plan.reports[key].assessment).collect();
        let reported: BTreeSet<Key<Initiative>> = self.reported_in(period).into_iter().collect();
        let in_time: BTreeSet<Key<model::Report>> = keys.iter().copied().collect();
        let late: Vec<Key<model::Report>> = now
            .index
            .reports_of_period
            .get(&period)
            .into_iter()
            .flatten()
            .copied()
            .filter(|key| !in_time.contains(key))
            .collect();
        let lacking = self
            .owing(period)
            .filter(|key| !reported.contains(key))
            .filter(|&key| self.facts.initiatives[key].reporting.reporting != Reporting::Exempt);
        Period {
            lead: self.period_sentence(period),
            due: self.day(self.facts.calendar.due(period).date),
            assessments: self.drawn_assessments(self.assessments(&assessments), "chart_assessments"),
            reports: self.report_cards(keys),
            lacking: self.initiative_rows(lacking),
            late: self.report_cards(&late),
            standing: Standing {
                date: self.day(self.facts.calendar.today),
                states: self.drawn_states(&self.facts.plan, "chart_states"),
                beats: self.beats(&self.facts.pulse),
                changes: past.until(period).map(|between| self.changes(&between.changes)),
                decisions: self.decisions_needed(),
                obstacles: self.obstacles(),
                indicators: self.plan.indicators.keys().map(|key| self.indicator_row(key)).collect(),
            },
            review: now.index.review_of_period.get(&period).map(|&key| Context { facts: now, ..self }.review(key)),
            previous: place.checked_sub(1).map(|n| self.period_link(all[n])),
            next: all.get(place + 1).map(|&period| self.period_link(period)),
        }
    }

    /// Whether a review covered all that was reported: n of N.
    fn review_scope(self, own: &model::Review) -> Item {
        let reported: Vec<Key<Initiative>> = self.reports_by(own).map(|report| report.initiative).collect();
        let covered = match &own.covers {
            Some(keys) => reported.iter().filter(|key| keys.contains(key)).count(),
            None => reported.len(),
        };
        let text = self.say("review-covers", &[("n", covered.into()), ("total", reported.len().into())]);
        Item { text, ..Item::default() }
    }

    /// The reports for the period of a review that had come when it was made.
    fn reports_by(self, own: &model::Review) -> impl Iterator<Item = &'a model::Report> {
        let last = own.date.last_day().unwrap_or(jiff::civil::Date::MAX);
        let keys = self.facts.index.reports_of_period.get(&own.period).map_or(&[][..], Vec::as_slice);
        keys.iter().map(move |&key| &self.plan.reports[key]).filter(move |report| report.date <= last)
    }

    /// How many of the reports' questions a review answered; `None` when nobody asked.
    fn review_answers(self, own: &model::Review) -> Option<Item> {
        let asked: Vec<Key<Initiative>> = self
            .reports_by(own)
            .filter(|report| report.decision_needed.is_some())
            .map(|report| report.initiative)
            .collect();
        if asked.is_empty() {
            return None;
        }
        let answered = asked.iter().filter(|key| own.answers.iter().any(|(answer, _)| answer == *key)).count();
        let text = self.say("n-of-n", &[("n", answered.into()), ("total", asked.len().into())]);
        Some(Item { text, ..Item::default() })
    }

    fn review(self, key: Key<model::Review>) -> ReviewCard {
        let own = &self.plan.reviews[key];
        let mut facts = vec![
            self.fact("review-by", self.body(own.body)),
            self.fact("review-date", self.date_item(Some(own.date))),
            self.fact(
                "reference",
                match &own.reference {
                    Some(reference) => self.own_item(&reference_unbroken(reference)),
                    None => self.missing(),
                },
            ),
        ];
        facts.push(self.fact("review-scope", self.review_scope(own)));
        if let Some(answered) = self.review_answers(own) {
            facts.push(self.fact("review-answered", answered));
        }
        ReviewCard {
            facts,
            body: self.text(&own.text, 2, "review-"),
            answers: own
                .answers
                .iter()
                .map(|(initiative, answer)| {
                    let question = self.facts.index.reports_of_initiative[*initiative]
                        .iter()
                        .map(|&key| &self.plan.reports[key])
                        .find(|report| report.period == own.period)
                        .and_then(|report| report.decision_needed.as_ref());
                    Answer {
                        initiative: self.link(AnyKey::Initiative(*initiative)),
                        question: question.map(|needed| self.own(&needed.question)),
                        answer: self.own(answer),
                    }
                })
                .collect(),
        }
    }
}

/// A registration number is not parted at the end of a line, and nothing parts § from what follows it.
pub(super) fn reference_unbroken(reference: &str) -> String {
    let mut text = reference.replace("§ ", "§\u{a0}");
    for series in ["Dnr ", "dnr ", "KS ", "KF "] {
        text = text.replace(series, &series.replace(' ', "\u{a0}"));
    }
    text
}
