//! An indicator over time.

use std::collections::BTreeSet;

use super::super::context::Context;
use super::super::data::{Column, Figure, Html, Item, SmallFigure, Table};
use super::figure;
use crate::charts::{Line, Point, Said, Series, Target};
use crate::derive::Outcome;
use crate::model::{Aim, AnyKey, Indicator, Key, Observation, PlanDate};

impl<'a> Context<'a> {
    /// An indicator's values over time; `None` before there are any. `id` must be the page's only one.
    pub(in super::super) fn indicator_figure(self, key: Key<Indicator>, id: &str) -> Option<Figure> {
        if self.own_values(key).is_empty() && self.compared_values(key).is_empty() {
            return None;
        }
        let chart = self.line(key);
        let table = self.line_table(key);
        Some(figure("line", id, self.line_caption(key), Some(table), |width, id| chart.draw(width, id)))
    }

    /// The same as one of several small ones, without those that have no values.
    pub(in super::super) fn small_figures(self, keys: &[Key<Indicator>]) -> Vec<SmallFigure> {
        let small = |&key: &Key<Indicator>| {
            let id = &self.plan.indicators[key].entity.id;
            let figure = self.indicator_figure(key, &format!("figure-{id}"))?;
            Some(SmallFigure {
                link: self.link(AnyKey::Indicator(key)),
                mark: self.outcome(self.facts.indicators[key].outcome),
                figure: Figure { wide: None, ..figure },
            })
        };
        keys.iter().filter_map(small).collect()
    }

    /// Which way it has gone, to stand in a list; `None` with less than two values.
    pub(in super::super) fn spark(self, key: Key<Indicator>) -> Option<Html> {
        if self.own_values(key).iter().filter(|row| row.value.is_some()).count() < 2 {
            return None;
        }
        let mut spark = self.line(key).spark();
        spark.said.title = self.line_caption(key);
        spark.said.lang = None;
        spark.said.description.clear();
        Some(Html(spark.draw(&format!("spark-{}", self.plan.indicators[key].entity.id)).svg))
    }

    /// The observations that exist.
    fn own_values(self, key: Key<Indicator>) -> &'a [Observation] {
        let observations = &self.plan.indicators[key].observations;
        observations.get(..self.facts.indicators[key].known).unwrap_or(observations)
    }

    /// The observations of each comparison series that exist, with the series' name.
    fn compared_values(self, key: Key<Indicator>) -> Vec<(&'a str, &'a [Observation])> {
        let own = &self.plan.indicators[key];
        let today = self.facts.calendar.today;
        let named = |series: &'a String| {
            let title = own.comparisons.iter().find(|(id, _)| id == series);
            title.map_or(series.as_str(), |(_, title)| title.as_str())
        };
        let known = |rows: &'a [Observation]| &rows[..rows.partition_point(|row| row.date.first_day() <= today)];
        let all = own.compared.iter().map(|(series, rows)| (named(series), known(rows)));
        all.filter(|(_, rows)| !rows.is_empty()).collect()
    }

    fn line(self, key: Key<Indicator>) -> Line<'a> {
        let own = &self.plan.indicators[key];
        let facts = &self.facts.indicators[key];
        let points = |rows: &[Observation]| {
            let point = |row: &Observation| {
                Some(Point {
                    date: row.date.last_day()?,
                    value: row.value,
                    label: row.value.map_or_else(String::new, |value| self.amount(own, value)),
                    preliminary: row.preliminary,
                })
            };
            rows.iter().filter_map(point).collect::<Vec<_>>()
        };
        let targets = own.targets.iter().filter_map(|target| {
            let (low, high) = match target.aim {
                Aim::Value(value) => (value, value),
                Aim::Band { low, high } => (low, high),
            };
            let year = target.date.year().to_string();
            let aim = self.aim(own, target.aim).text;
            let label = self.say("chart-target", &[("year", year.into()), ("aim", aim.into())]);
            Some(Target { date: target.date.last_day()?, low, high, label })
        });
        let title = self.phrase(&own.entity.title);
        let organisation = self.phrase(&self.plan.settings.organisation);
        Line {
            said: Said { title: title.text, lang: title.lang, description: self.line_description(key) },
            unit: own.unit.clone(),
            own: Series { name: organisation.text, lang: organisation.lang, points: points(self.own_values(key)) },
            others: self
                .compared_values(key)
                .into_iter()
                .map(|(name, rows)| Series { name: name.to_owned(), lang: self.own_lang(), points: points(rows) })
                .collect(),
            step: own.interval.map(crate::model::Interval::days),
            path: facts.path.clone(),
            targets: targets.collect(),
            breaks: own.breaks.iter().map(|own| own.date.first_day()).collect(),
            break_word: self.word("chart-break"),
            not_from_zero: self.say("chart-not-from-zero", &[("from", "{}".into())]),
            formats: self.words.formats(),
        }
    }

    /// The first and the latest value that may be compared: both after the latest break.
    fn line_ends(self, key: Key<Indicator>) -> (Option<&'a Observation>, Option<&'a Observation>) {
        let own = &self.plan.indicators[key];
        let facts = &self.facts.indicators[key];
        let since = facts.latest_break.and_then(|n| own.breaks.get(n)).map(|own| own.date.first_day());
        let valued = self.own_values(key).iter().filter(|row| row.value.is_some());
        let comparable = |row: &&Observation| since.is_none_or(|day| row.date.first_day() >= day);
        let latest = facts.latest.and_then(|n| own.observations.get(n));
        (valued.clone().find(comparable), latest)
    }

    /// "Värdet ökade från 64 % (2020) till 86 % (2025), men ligger efter vägen mot målet 98 % (31 december 2027)."
    fn line_caption(self, key: Key<Indicator>) -> String {
        let own = &self.plan.indicators[key];
        let facts = &self.facts.indicators[key];
        let (Some(first), Some(latest)) = self.line_ends(key) else { return self.word("chart-line-none") };
        let (Some(from), Some(to)) = (first.value, latest.value) else { return self.word("chart-line-none") };
        let formats = self.words.formats();
        // As it is shown: 0.04 and 0.01 are both 0.0, and nothing has changed.
        let way = match (formats.number(from, own.decimals) == formats.number(to, own.decimals), from < to) {
            _ if first.date == latest.date => "one",
            (true, _) => "level",
            (false, true) => "up",
            (false, false) => "down",
        };
        let target = facts.band.map_or_else(
            || own.targets.last().map(|target| (target.aim, Some(target.date))),
            |(low, high)| Some((Aim::Band { low, high }, None)),
        );
        let (aim, aimed) = match (facts.outcome, target) {
            (Outcome::CannotSay(_), _) | (_, None) => ("none", String::new()),
            (outcome, Some((aim, date))) => {
                let text = self.aim(own, aim).text;
                let text = match date {
                    Some(date) => self.dated(text, date),
                    None => text,
                };
                (aim_key(outcome, facts.band.is_some()), text)
            }
        };
        let dated = |row: &Observation, value: f64| self.dated(self.amount(own, value), row.date);
        let args = [
            ("way", way.into()),
            ("from", dated(first, from).into()),
            ("to", dated(latest, to).into()),
            ("aim", aim.into()),
            ("target", aimed.into()),
        ];
        self.say("chart-line", &args)
    }

    fn line_description(self, key: Key<Indicator>) -> String {
        let own = &self.plan.indicators[key];
        let valued: Vec<(&Observation, f64)> =
            self.own_values(key).iter().filter_map(|row| Some((row, row.value?))).collect();
        let dated = |(row, value): &(&Observation, f64)| self.dated(self.amount(own, *value), row.date);
        let lowest = valued.iter().min_by(|a, b| a.1.total_cmp(&b.1)).map(dated).unwrap_or_default();
        let highest = valued.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(dated).unwrap_or_default();
        let mut text = self.say(
            "chart-line-description",
            &[("n", valued.len().into()), ("lowest", lowest.into()), ("highest", highest.into())],
        );
        for target in &own.targets {
            let target = self.dated(self.aim(own, target.aim).text, target.date);
            text.push(' ');
            text.push_str(&self.say("chart-line-target", &[("target", target.into())]));
        }
        let others: Vec<String> = self.compared_values(key).iter().map(|(name, _)| (*name).to_owned()).collect();
        if !others.is_empty() {
            text.push(' ');
            text.push_str(&self.say("chart-line-others", &[("names", self.list(&others).into())]));
        }
        text
    }

    /// "86 % (2025)".
    fn dated(self, text: String, date: PlanDate) -> String {
        self.say("chart-dated", &[("text", text.into()), ("date", self.date(date).text.into())])
    }

    /// Every value that is drawn, newest first: own, compared, expected and targets.
    fn line_table(self, key: Key<Indicator>) -> Table {
        let own = &self.plan.indicators[key];
        let facts = &self.facts.indicators[key];
        let compared = self.compared_values(key);
        let known = self.own_values(key);
        let mut dates: BTreeSet<PlanDate> = BTreeSet::new();
        dates.extend(known.iter().map(|row| row.date));
        dates.extend(compared.iter().flat_map(|(_, rows)| rows.iter().map(|row| row.date)));
        dates.extend(own.targets.iter().map(|target| target.date));
        let noted = known.iter().any(|row| row.note.is_some() || row.preliminary);
        // The path begins somewhere: usually at a value that is there already.
        let start = facts.path.first().filter(|(day, _)| !dates.iter().any(|date| date.last_day() == Some(*day)));
        dates.extend(start.map(|(day, _)| PlanDate::day(*day)));

        let column = |text: String, numeric: bool| Column { text, lang: None, numeric };
        let mut columns = vec![column(self.word("observation-date"), false)];
        let value = self.say("observation-value", &[("unit", own.unit.as_str().into())]);
        columns.push(column(value, true));
        columns.extend(compared.iter().map(|(name, _)| Column {
            text: (*name).to_owned(),
            lang: self.own_lang(),
            numeric: true,
        }));
        let aims = !own.targets.is_empty();
        if aims {
            columns.push(column(self.word("chart-path-column"), true));
        }
        if noted {
            columns.push(column(self.word("observation-note"), false));
        }
        let rows = dates.iter().rev().map(|date| {
            let observed = known.iter().find(|row| row.date == *date);
            let mut cells = vec![self.date_item(Some(*date)), self.observed(own, observed)];
            cells
                .extend(compared.iter().map(|(_, rows)| self.observed(own, rows.iter().find(|row| row.date == *date))));
            if aims {
                cells.push(self.aimed(key, *date));
            }
            if noted {
                cells.push(self.note(observed));
            }
            cells
        });
        Table { caption: self.word("observations"), rows: rows.collect(), columns }
    }

    fn observed(self, own: &Indicator, row: Option<&Observation>) -> Item {
        match row {
            None => self.nothing(),
            Some(Observation { value: Some(value), .. }) => {
                Item { text: self.words.formats().number(*value, own.decimals), ..Item::default() }
            }
            Some(_) => self.missing(),
        }
    }

    /// A target, or where the path begins.
    fn aimed(self, key: Key<Indicator>, date: PlanDate) -> Item {
        let own = &self.plan.indicators[key];
        let number = |value: f64| self.words.formats().number(value, own.decimals);
        if let Some(target) = own.targets.iter().find(|target| target.date == date) {
            let text = match target.aim {
                Aim::Value(value) => number(value),
                Aim::Band { low, high } => format!("{}–{}", number(low), number(high)),
            };
            return Item { text, note: Some(self.word("chart-target-word")), ..Item::default() };
        }
        match self.facts.indicators[key].path.first() {
            Some((day, value)) if date.last_day() == Some(*day) => {
                Item { text: number(*value), note: Some(self.word("chart-start-word")), ..Item::default() }
            }
            _ => self.nothing(),
        }
    }

    fn note(self, row: Option<&Observation>) -> Item {
        let mut item = match row {
            Some(Observation { note: Some(note), .. }) => self.own_item(note),
            Some(Observation { preliminary: true, .. }) => Item::default(),
            _ => self.nothing(),
        };
        if row.is_some_and(|row| row.preliminary) {
            item.note = Some(self.word("preliminary"));
        }
        item
    }
}

fn aim_key(outcome: Outcome, band: bool) -> &'static str {
    match (outcome, band) {
        (Outcome::Met | Outcome::InPhase, true) => "inside",
        (Outcome::Partly | Outcome::Weak | Outcome::WrongWay, true) => "outside",
        (Outcome::Met, false) => "met",
        (Outcome::InPhase, false) => "in-phase",
        (Outcome::Partly | Outcome::Weak, false) => "behind",
        (Outcome::WrongWay, false) => "wrong-way",
        (Outcome::CannotSay(_), _) => "none",
    }
}
