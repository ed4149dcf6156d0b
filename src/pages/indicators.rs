//! Indicators.

use super::context::Context;
use super::data::{Fact, Indicator, IndicatorGroup, IndicatorRow, Indicators, Item};
use super::lists::arrow_key;
use crate::derive::{Outcome, WhyNot};
use crate::model::{self, AnyKey, Choice as _, Key, Level};

impl Context<'_> {
    pub(super) fn indicators(self) -> Indicators {
        let total = self.plan.indicators.len();
        let good = self
            .facts
            .indicators
            .rows()
            .iter()
            .filter(|facts| matches!(facts.outcome, Outcome::Met | Outcome::InPhase))
            .count();
        let unknown =
            self.facts.indicators.rows().iter().filter(|facts| matches!(facts.outcome, Outcome::CannotSay(_))).count();
        let lead =
            self.say("indicators-lead", &[("total", total.into()), ("n", good.into()), ("unknown", unknown.into())]);
        let levels = [Some(Level::Outcome), Some(Level::Output), Some(Level::Input), None];
        let groups = levels
            .into_iter()
            .map(|level| {
                let mut indicators: Vec<_> = self
                    .plan
                    .indicators
                    .iter()
                    .filter(|(_, own)| own.level == level)
                    .map(|(key, _)| IndicatorRow { spark: self.spark(key), ..self.indicator_row(key) })
                    .collect();
                indicators.sort_by(|a, b| self.words.formats().compare(&a.link.text, &b.link.text));
                let title = match level {
                    Some(level) => self.choice("level", level),
                    None => self.word("level-unknown"),
                };
                IndicatorGroup { title, indicators }
            })
            .filter(|group| !group.indicators.is_empty())
            .collect();
        Indicators { lead, groups }
    }

    pub(super) fn indicator(self, key: Key<model::Indicator>) -> Indicator {
        let own = &self.plan.indicators[key];
        let facts = &self.facts.indicators[key];
        let index = &self.facts.index;
        Indicator {
            mark: self.outcome(facts.outcome),
            sentence: self.outcome_sentence(key),
            trend: self.trend(own, facts.trend, facts.arrow),
            arrow: arrow_key(facts.arrow),
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            facts: self.indicator_facts(key),
            figure: self.indicator_figure(key, "values"),
            method: own.method.as_ref().map(|text| self.own(text)),
            breaks: own
                .breaks
                .iter()
                .map(|own| {
                    let date = self.date(own.date).text;
                    let text = self.say("series-break", &[("date", date.into()), ("why", own.why.as_str().into())]);
                    super::data::Phrase { text, lang: self.own_lang() }
                })
                .collect(),
            body: self.text(&own.entity.body, 2, ""),
            goals: self.links(index.goals_of_indicator[key].iter().map(|&key| AnyKey::Goal(key))),
            initiatives: self.links(index.initiatives_of_indicator[key].iter().map(|&key| AnyKey::Initiative(key))),
        }
    }

    /// How it stands, with the values that it rests on.
    fn outcome_sentence(self, key: Key<model::Indicator>) -> String {
        let own = &self.plan.indicators[key];
        let facts = &self.facts.indicators[key];
        if let Outcome::CannotSay(why) = facts.outcome {
            let key = match why {
                WhyNot::NoDirection => "why-no-direction",
                WhyNot::NoTarget => "why-no-target",
                WhyNot::NoObservation => "why-no-observation",
                WhyNot::TooOld => "why-too-old",
                WhyNot::NoBaseline => "why-no-baseline",
                WhyNot::OneObservation => "why-one-observation",
                WhyNot::ExpectedIsBaseline => "why-expected-is-baseline",
            };
            return self.word(key);
        }
        let Some(latest) = facts.latest.and_then(|n| own.observations.get(n)) else {
            return self.word("why-no-observation");
        };
        let value = latest.value.map_or_else(String::new, |value| self.amount(own, value));
        let date = self.date(latest.date).text;
        let args = |expected: String| [("value", value.into()), ("date", date.into()), ("expected", expected.into())];
        match (facts.band, facts.expected) {
            (Some((low, high)), _) => {
                let band = self.aim(own, model::Aim::Band { low, high }).text;
                let inside = latest.value.is_some_and(|value| (low..=high).contains(&value));
                self.say(if inside { "outcome-sentence-inside" } else { "outcome-sentence-outside" }, &args(band))
            }
            (None, Some(expected)) => {
                self.say("outcome-sentence-path", &args(self.expected(own, facts.outcome, latest.value, expected)))
            }
            (None, None) => self.say("outcome-sentence-met", &args(String::new())),
        }
    }

    /// The expected value. When it differs from the value, it is also written so that it does.
    fn expected(self, own: &model::Indicator, outcome: Outcome, value: Option<f64>, expected: f64) -> String {
        let formats = self.words.formats();
        let behind = matches!(outcome, Outcome::Partly | Outcome::Weak | Outcome::WrongWay);
        let as_value = value.map(|value| formats.number(value, own.decimals));
        let differs = |decimals: &u8| !behind || Some(formats.number(expected, *decimals)) != as_value;
        let decimals = (own.decimals..own.decimals + 4).find(differs).unwrap_or(own.decimals);
        formats.number(expected, decimals)
    }

    fn indicator_facts(self, key: Key<model::Indicator>) -> Vec<Fact> {
        let own = &self.plan.indicators[key];
        let facts = &self.facts.indicators[key];
        let row = self.indicator_row(key);
        let mut latest = row.latest;
        if let Some(observation) = facts.latest.and_then(|n| own.observations.get(n))
            && observation.preliminary
        {
            let date = latest.note.take().unwrap_or_default();
            latest.note = Some(format!("{date}, {}", self.word("preliminary")));
        }
        let baseline = match own.baseline {
            Some(baseline) => {
                Item { note: Some(self.date(baseline.date).text), ..self.value(own, Some(baseline.value)) }
            }
            None => self.missing(),
        };
        let targets = own
            .targets
            .iter()
            .map(|target| Item { note: Some(self.date(target.date).text), ..self.aim(own, target.aim) })
            .collect();
        let mut age = match facts.age_days {
            Some(days) => Item { text: self.days(days), ..Item::default() },
            None => self.missing(),
        };
        if facts.too_old {
            age.note = Some(self.word("data-too-old"));
        }
        let source = match &own.source {
            None => self.missing(),
            Some(source) => {
                let fetched =
                    source.fetched.map(|date| self.say("source-fetched", &[("date", self.date(date).text.into())]));
                let notes: Vec<String> = source.licence.iter().cloned().chain(fetched).collect();
                let note = (!notes.is_empty()).then(|| notes.join(", "));
                Item { href: source.url.clone(), note, ..self.own_item(&source.name) }
            }
        };
        let choice = |prefix: &str, name: Option<&'static str>| match name {
            Some(name) => Item { text: self.word(&format!("{prefix}-{name}")), ..Item::default() },
            None => self.missing(),
        };
        let series = |ending: &str| {
            let address = super::open::series(&own.entity.id, ending);
            let href = Some(self.base.relative(self.address, &address));
            Item { text: ending.to_uppercase(), href, ..Item::default() }
        };
        vec![
            self.fact("latest-value", latest),
            self.fact("baseline", baseline),
            self.facts_of("targets", targets),
            self.fact("direction", choice("direction", Some(own.direction.name().en))),
            self.fact("interval", choice("interval", own.interval.map(|interval| interval.name().en))),
            self.fact("data-age", age),
            self.fact("source", source),
            self.facts_of("open-series", ["csv", "json"].map(series).to_vec()),
        ]
    }
}
