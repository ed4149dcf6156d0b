//! Counts by name, as bars: obstacles, decisions that are waited for, missing reports, insights.

use std::cmp::Reverse;

use super::super::context::Context;
use super::super::data::{Figure, Item, Table};
use super::{figure, said};
use crate::charts::{Ages, Bar, BarPart, Bars, Span};
use crate::derive::InsightState;
use crate::model::{Insight, Key, Role};
use crate::words::Arg;

/// How many bars the text alternative tells of; the table has all.
const TOLD: usize = 6;
/// How many names a sentence holds.
const NAMED: usize = 3;
/// How many spans an age histogram has before the last, which is open.
const SPANS: u32 = 6;

/// What is counted under one name.
struct Group {
    name: String,
    /// The name as it stands in the table.
    item: Item,
    n: usize,
    /// The most days that one of them has lasted.
    days: u32,
    parts: Vec<(&'static str, usize, String)>,
    /// Whether it has a name at all: what has none stands last and is never the most common.
    named: bool,
}

/// Which names have the most.
struct Lead {
    shape: &'static str,
    names: Vec<String>,
    n: usize,
    total: usize,
}

impl Lead {
    /// Of groups with the most first.
    fn of(groups: &[Group]) -> Self {
        let total = groups.iter().map(|own| own.n).sum();
        let holders = || groups.iter().filter(|own| own.named);
        let n = holders().map(|own| own.n).max().unwrap_or(0);
        let names: Vec<String> = holders().filter(|own| own.n == n).map(|own| own.name.clone()).collect();
        let shape = match names.len() {
            1 if n == total => "only",
            1 => "top",
            ties if ties * n == total => "equal",
            _ => "tie",
        };
        Self { shape, names, n, total }
    }
}

impl Context<'_> {
    /// Obstacles by kind, the most common first; `None` with less than two.
    pub(in super::super) fn obstacles_figure(self, id: &str) -> Option<Figure> {
        let mut groups: Vec<Group> = Vec::new();
        for own in &self.facts.lists.obstacles {
            let name = self.choice("obstacle", own.kind);
            self.put(&mut groups, Item { text: name, ..Item::default() }, own.days);
        }
        self.sort(&mut groups);
        let days = groups.iter().map(|own| own.days).max().unwrap_or(0);
        let chart = self.bars(["chart-obstacles-title", "chart-obstacles-unit"], &groups, |own| {
            self.say("chart-obstacles-note", &[("n", own.n.into()), ("days", own.days.into())])
        });
        let columns =
            [("chart-obstacles-kind", false), ("chart-column-count", true), ("chart-obstacles-oldest-column", true)];
        let rows = groups.iter().map(|own| vec![own.item.clone(), self.count(own.n), self.count(own.days as usize)]);
        let table = self.values(self.word("chart-obstacles-title"), &columns, rows.collect());
        // In a sentence a kind begins with a small letter.
        for own in &mut groups {
            own.name = own.name.to_lowercase();
        }
        self.bars_figure(id, &groups, &chart, table, ("chart-obstacles", &[("days", days.into())]))
    }

    /// Questions that wait for a decision, by the role that must answer; `None` with less than two.
    pub(in super::super) fn decisions_figure(self, id: &str) -> Option<Figure> {
        let mut groups: Vec<Group> = Vec::new();
        for own in &self.facts.lists.decisions {
            let group = self.put(&mut groups, self.role(Some(own.by)), own.days);
            let state = if own.overdue.is_some() { "overdue" } else { "not-due" };
            add_part(group, state);
        }
        for own in &mut groups {
            order_parts(own, &["overdue", "not-due"]);
            for (state, _, word) in &mut own.parts {
                let key = if *state == "overdue" { "chart-decisions-overdue" } else { "chart-decisions-waiting" };
                *word = self.word(key);
            }
        }
        self.sort(&mut groups);
        let chart = self.bars(["chart-decisions-title", "chart-decisions-unit"], &groups, |_| String::new());
        let columns = [
            ("role", false),
            ("chart-column-count", true),
            ("chart-decisions-overdue-column", true),
            ("chart-decisions-waiting-column", true),
        ];
        let table = self.parts_table("chart-decisions-title", &columns, &groups, &["overdue", "not-due"]);
        let overdue = ("overdue", Arg::from(self.facts.lists.decisions_overdue()));
        self.bars_figure(id, &groups, &chart, table, ("chart-decisions", &[overdue]))
    }

    /// Initiatives without a current report, by the role that is accountable; `None` with less than two.
    pub(in super::super) fn missing_figure(self, id: &str) -> Option<Figure> {
        let mut groups: Vec<Group> = Vec::new();
        for own in self.facts.lists.reports.iter().filter(|own| own.overdue > 0) {
            self.put(&mut groups, self.accountable(own.role), own.days);
        }
        self.sort(&mut groups);
        let days = groups.iter().map(|own| own.days).max().unwrap_or(0);
        let chart = self.bars(["chart-missing-title", "chart-missing-unit"], &groups, |own| {
            self.say("chart-missing-note", &[("n", own.n.into()), ("days", own.days.into())])
        });
        let columns = [("role", false), ("chart-column-count", true), ("chart-missing-oldest-column", true)];
        let rows = groups.iter().map(|own| vec![own.item.clone(), self.count(own.n), self.count(own.days as usize)]);
        let table = self.values(self.word("chart-missing-title"), &columns, rows.collect());
        self.bars_figure(id, &groups, &chart, table, ("chart-missing", &[("days", days.into())]))
    }

    fn accountable(self, role: Option<Key<Role>>) -> Item {
        match role {
            Some(_) => self.role(role),
            None => Item { text: self.word("no-accountable"), ..Item::default() },
        }
    }

    /// Insights by theme and by period, and how long those without an answer have waited.
    pub(in super::super) fn insight_figures(self) -> Vec<Figure> {
        [
            self.themes_figure("chart_themes"),
            self.insight_periods_figure("chart_periods"),
            self.ages_figure("chart_ages"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What insights are about.
    pub(super) fn themes_figure(self, id: &str) -> Option<Figure> {
        let mut groups: Vec<Group> = Vec::new();
        for &key in &self.facts.index.insights {
            let theme = self.plan.insights[key].theme.as_ref();
            let item = theme.map(|theme| self.own_item(theme));
            let named = item.is_some();
            let item = item.unwrap_or_else(|| Item { text: self.word("chart-themes-none"), ..Item::default() });
            let group = self.put(&mut groups, item, 0);
            group.named = named;
            self.add_insight(group, key);
        }
        if !groups.iter().any(|own| own.named) {
            return None;
        }
        self.sort(&mut groups);
        let unanswered = ("unanswered", Arg::from(self.facts.insight_counts.unanswered));
        self.insights_bars(id, groups, ["chart-themes-title", "theme"], ("chart-themes", &[unanswered]))
    }

    /// The latest period last, as time runs.
    fn insight_periods_figure(self, id: &str) -> Option<Figure> {
        let mut keys = self.facts.index.insights.clone();
        keys.sort_by_key(|&key| (self.plan.insights[key].period.first_day(), self.plan.insights[key].period));
        let mut groups: Vec<Group> = Vec::new();
        for key in keys {
            let group = self.put(&mut groups, self.date_item(Some(self.plan.insights[key].period)), 0);
            self.add_insight(group, key);
        }
        // One period is no course of time.
        (groups.len() > 1).then_some(())?;
        let heads = ["chart-insights-periods-title", "insight-period"];
        self.insights_bars(id, groups, heads, ("chart-insights-periods", &[]))
    }

    fn add_insight(self, group: &mut Group, key: Key<Insight>) {
        let Some(facts) = self.facts.insights[key] else { return };
        add_part(
            group,
            match facts.state {
                InsightState::Answered { .. } => "whole",
                InsightState::Open { .. } => "weak-link",
                InsightState::Unanswered { .. } => "broken",
            },
        );
    }

    fn insights_bars(
        self,
        id: &str,
        mut groups: Vec<Group>,
        [title, head]: [&str; 2],
        caption: (&str, &[(&str, Arg)]),
    ) -> Option<Figure> {
        let states = ["broken", "weak-link", "whole"];
        for own in &mut groups {
            order_parts(own, &states);
            for (state, n, word) in &mut own.parts {
                let key = match *state {
                    "broken" => "chart-insight-unanswered",
                    "weak-link" => "chart-insight-open",
                    _ => "chart-insight-answered",
                };
                *word = self.say(key, &[("n", (*n).into())]);
            }
        }
        let chart = self.bars([title, "chart-insights-unit"], &groups, |_| String::new());
        let columns = [
            (head, false),
            ("chart-column-count", true),
            ("insight-word-unanswered", true),
            ("insight-word-open", true),
            ("insight-word-answered", true),
        ];
        let table = self.parts_table(title, &columns, &groups, &states);
        self.bars_figure(id, &groups, &chart, table, caption)
    }

    /// How long the insights without an answer have waited; `None` with less than two.
    fn ages_figure(self, id: &str) -> Option<Figure> {
        let waits: Vec<(u32, bool)> = self
            .facts
            .index
            .insights
            .iter()
            .filter_map(|&key| match self.facts.insights[key]?.state {
                InsightState::Answered { .. } => None,
                InsightState::Open { days } => Some((days, false)),
                InsightState::Unanswered { days } => Some((days, true)),
            })
            .collect();
        if waits.len() < 2 {
            return None;
        }
        let limit = self.plan.settings.thresholds.insight_days;
        let oldest = waits.iter().map(|(days, _)| *days).max().unwrap_or(0);
        let late = waits.iter().filter(|(_, late)| *late).count();
        let formats = self.words.formats();
        let days = |days: u32| formats.count(u64::from(days));
        let spans = spans(limit, oldest).into_iter().map(|(from, to)| {
            let n = waits.iter().filter(|(days, _)| *days >= from && to.is_none_or(|to| *days <= to)).count();
            Span {
                label: match to {
                    Some(to) if from == to => days(to),
                    Some(to) => format!("{}–{}", days(from), days(to)),
                    None => self.say("chart-ages-over", &[("days", from.saturating_sub(1).into())]),
                },
                count: u32::try_from(n).unwrap_or(u32::MAX),
                text: formats.count(n as u64),
                state: if from > limit { "broken" } else { "weak-link" },
            }
        });
        let spans: Vec<Span> = spans.collect();
        let before = spans.iter().filter(|span| span.state == "weak-link").count();
        let share = match late {
            0 => "none",
            n if n == waits.len() => "all",
            _ => "some",
        };
        let caption = self.say(
            "chart-ages",
            &[("share", share.into()), ("n", late.into()), ("total", waits.len().into()), ("days", oldest.into())],
        );
        let rows = spans.iter().map(|span| {
            let text = |text: &str| Item { text: text.to_owned(), ..Item::default() };
            vec![text(&span.label), text(&span.text)]
        });
        let columns = [("chart-ages-column", false), ("chart-column-count", true)];
        let table = self.values(self.word("chart-ages-title"), &columns, rows.collect());
        let told: Vec<(String, String)> = spans.iter().map(|span| (span.label.clone(), span.text.clone())).collect();
        let chart = Ages {
            said: said(self.word("chart-ages-title"), self.told(&told)),
            unit: self.word("chart-ages-unit"),
            spans,
            limit: Some((before, self.say("chart-ages-limit", &[("n", limit.into())]))),
            axis: self.word("chart-ages-axis"),
        };
        Some(figure("ages", id, caption, Some(table), |width, id| chart.draw(width, id)))
    }

    // Bars -----------------------------------------------------------------------------------------------------------

    /// Counts one more under a name.
    fn put(self, groups: &mut Vec<Group>, item: Item, days: u32) -> &mut Group {
        let _ = self;
        let place = groups.iter().position(|own| own.item == item).unwrap_or_else(|| {
            groups.push(Group { name: item.text.clone(), item, n: 0, days: 0, parts: Vec::new(), named: true });
            groups.len() - 1
        });
        let group = &mut groups[place];
        group.n += 1;
        group.days = group.days.max(days);
        group
    }

    /// The most first, those alike in alphabetical order, and last what has no name.
    fn sort(self, groups: &mut [Group]) {
        groups.sort_by(|a, b| {
            let own = |it: &Group| (!it.named, Reverse(it.n));
            own(a).cmp(&own(b)).then_with(|| self.words.formats().compare(&a.name, &b.name))
        });
    }

    fn bars(self, [title, unit]: [&str; 2], groups: &[Group], note: impl Fn(&Group) -> String) -> Bars {
        let told: Vec<(String, String)> = groups.iter().map(|own| (own.name.clone(), self.count(own.n).text)).collect();
        let part = |(state, n, word): &(&'static str, usize, String)| BarPart {
            state,
            value: value(*n),
            text: self.count(*n).text,
            word: word.clone(),
        };
        Bars {
            said: said(self.word(title), self.told(&told)),
            unit: self.word(unit),
            bars: groups
                .iter()
                .map(|own| Bar {
                    name: own.name.clone(),
                    value: value(own.n),
                    text: self.count(own.n).text,
                    note: note(own),
                    parts: own.parts.iter().map(part).collect(),
                })
                .collect(),
        }
    }

    /// One thing is no chart: the list below says it.
    fn bars_figure(
        self,
        id: &str,
        groups: &[Group],
        chart: &Bars,
        table: Table,
        (caption, more): (&str, &[(&str, Arg)]),
    ) -> Option<Figure> {
        let lead = Lead::of(groups);
        if lead.total < 2 {
            return None;
        }
        let mut args = vec![
            ("shape", lead.shape.into()),
            ("names", self.few(&lead.names).into()),
            ("n", lead.n.into()),
            ("total", lead.total.into()),
        ];
        args.extend(more.iter().cloned());
        Some(figure("bars", id, self.say(caption, &args), Some(table), |width, id| chart.draw(width, id)))
    }

    /// A row for each group: its count, and that of each of its parts.
    fn parts_table(self, caption: &str, columns: &[(&str, bool)], groups: &[Group], states: &[&str]) -> Table {
        let row = |own: &Group| {
            let part = |state: &&str| own.parts.iter().find(|(it, ..)| it == state).map_or(0, |(_, n, _)| *n);
            let counts = std::iter::once(own.n).chain(states.iter().map(part));
            std::iter::once(own.item.clone()).chain(counts.map(|n| self.count(n))).collect()
        };
        self.values(self.word(caption), columns, groups.iter().map(row).collect())
    }

    /// "3 staplar: Mandat: 4, Resurser: 2 och Juridik: 1."
    fn told(self, bars: &[(String, String)]) -> String {
        let named: Vec<String> = bars
            .iter()
            .take(TOLD)
            .map(|(name, value)| {
                self.say("chart-bar", &[("name", name.as_str().into()), ("value", value.as_str().into())])
            })
            .collect();
        let list = self.and_more(&named, bars.len());
        self.say("chart-bars-description", &[("n", bars.len().into()), ("list", list.into())])
    }

    /// "a, b, c och 4 till".
    pub(super) fn few(self, names: &[String]) -> String {
        // One more is named rather than counted.
        let shown = if names.len() <= NAMED + 1 { names } else { &names[..NAMED] };
        self.and_more(shown, names.len())
    }

    fn and_more(self, shown: &[String], all: usize) -> String {
        if shown.len() == all {
            return self.list(shown);
        }
        self.say("chart-bars-more", &[("list", shown.join(", ").into()), ("n", (all - shown.len()).into())])
    }
}

fn add_part(group: &mut Group, state: &'static str) {
    match group.parts.iter_mut().find(|(own, ..)| *own == state) {
        Some((_, n, _)) => *n += 1,
        None => group.parts.push((state, 1, String::new())),
    }
}

fn order_parts(group: &mut Group, states: &[&str]) {
    group.parts.sort_by_key(|(own, ..)| states.iter().position(|state| state == own));
}

fn value(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// Spans of days from 0 on, with the limit between two of them, until the oldest; the last may be open.
fn spans(limit: u32, oldest: u32) -> Vec<(u32, Option<u32>)> {
    let step = match limit {
        0 => 30,
        _ if limit.is_multiple_of(2) => limit / 2,
        _ => limit,
    };
    let first = if limit == 0 { 0 } else { step };
    let mut spans = Vec::new();
    let mut from = 0;
    for n in 0..SPANS {
        let to = first.saturating_add(step.saturating_mul(n));
        spans.push((from, Some(to)));
        from = to.saturating_add(1);
        // The limit is seen even where nothing has passed it.
        if oldest <= to && to > limit {
            return spans;
        }
    }
    spans.push((from, None));
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, n: usize) -> Group {
        let item = Item { text: name.to_owned(), ..Item::default() };
        Group { name: name.to_owned(), item, n, days: 0, parts: Vec::new(), named: name != "-" }
    }

    #[test]
    fn who_has_the_most_is_told_as_it_is() {
        let lead = |counts: &[(&str, usize)]| {
            let groups: Vec<Group> = counts.iter().map(|(name, n)| group(name, *n)).collect();
            let lead = Lead::of(&groups);
            format!("{} {} {}/{}", lead.shape, lead.names.join("+"), lead.n, lead.total)
        };
        assert_eq!(lead(&[("a", 3)]), "only a 3/3");
        assert_eq!(lead(&[("a", 3), ("b", 2)]), "top a 3/5");
        assert_eq!(lead(&[("a", 2), ("b", 2), ("c", 1)]), "tie a+b 2/5");
        assert_eq!(lead(&[("a", 2), ("b", 2)]), "equal a+b 2/4");
        // What has no name is counted, but is not the most common.
        assert_eq!(lead(&[("a", 2), ("-", 7)]), "top a 2/9");
        assert_eq!(lead(&[("a", 2), ("b", 2), ("-", 1)]), "tie a+b 2/5");
    }

    #[test]
    fn the_limit_lies_between_two_spans() {
        let shown = |limit, oldest| {
            let span = |(from, to): (u32, Option<u32>)| to.map_or(format!("{from}–"), |to| format!("{from}–{to}"));
            spans(limit, oldest).into_iter().map(span).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(60, 10), "0–30 31–60 61–90");
        assert_eq!(shown(60, 120), "0–30 31–60 61–90 91–120");
        assert_eq!(shown(60, 500), "0–30 31–60 61–90 91–120 121–150 151–180 181–");
        assert_eq!(shown(45, 50), "0–45 46–90");
        assert_eq!(shown(1, 3), "0–1 2–2 3–3");
        assert_eq!(shown(0, 10), "0–0 1–30");
        assert_eq!(shown(0, 400), "0–0 1–30 31–60 61–90 91–120 121–150 151–");
    }
}
