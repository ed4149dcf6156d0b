//! What has happened since: between two closed periods, and since the latest review.

use super::context::Context;
use super::data::{ChangeGroup, Changes, Item, News, NewsBetween, NewsUntil};
use super::routes::Route;
use crate::derive::{self, Between, Past, Shift};
use crate::model::{AnyKey, Initiative, Key};

impl Context<'_> {
    pub(super) fn news(self, past: &Past) -> News {
        let mut periods: Vec<NewsUntil> = Vec::new();
        for (n, own) in past.between.iter().enumerate() {
            let link = self.news_item(own);
            match periods.last_mut() {
                Some(row) if past.between[n - 1].to == own.to => row.since.push(link),
                _ => periods.push(NewsUntil { until: self.period(own.to), since: vec![link] }),
            }
        }
        periods.reverse();
        News { lead: self.word("news-lead"), since: past.since.as_ref().map(|changes| self.changes(changes)), periods }
    }

    /// A link to what happened since one period, seen from another, with how much it was.
    fn news_item(self, own: &Between) -> Item {
        let text = self.say("news-since", &[("period", self.period(own.from).into())]);
        let note = self.say("news-count", &[("n", own.changes.count().into())]);
        let href = self.base.relative(self.address, &self.routes.news(own.from, own.to));
        Item { text, href: Some(href), note: Some(note), ..Item::default() }
    }

    pub(super) fn news_between(self, past: &Past, own: &Between) -> NewsBetween {
        let others = past.between.iter().filter(|it| it.to == own.to && it.from != own.from);
        NewsBetween {
            from: self.period_link(own.from),
            to: self.period_link(own.to),
            changes: self.changes(&own.changes),
            others: others.map(|it| self.news_item(it)).collect(),
            all: self.section(Route::News, "news-all"),
        }
    }

    /// Changes by kind, what needs attention first.
    pub(super) fn changes(self, own: &derive::Changes) -> Changes {
        let shifts = |list: &[Shift]| -> Vec<Item> { list.iter().map(|shift| self.shift(*shift)).collect() };
        let initiatives = |list: &[Key<Initiative>]| -> Vec<Item> {
            list.iter().map(|&key| self.item(self.link(AnyKey::Initiative(key)))).collect()
        };
        let others = |list: Vec<AnyKey>| -> Vec<Item> { list.into_iter().map(|key| self.link_item(key)).collect() };
        let moved = own
            .moved
            .iter()
            .map(|moved| {
                let date = |date: Option<crate::model::PlanDate>| {
                    date.map_or_else(|| self.word("missing"), |date| self.date(date).text)
                };
                let note =
                    self.say("change-moved", &[("from", date(moved.from).into()), ("to", date(moved.to).into())]);
                Item { note: Some(note), ..self.item(self.link(AnyKey::Initiative(moved.initiative))) }
            })
            .collect();
        let all: [(&'static str, Vec<Item>); 11] = [
            ("silent", initiatives(&own.newly_silent)),
            ("worse", shifts(&own.worse)),
            ("moved", moved),
            ("paused", shifts(&own.paused)),
            ("better", shifts(&own.better)),
            ("closed", shifts(&own.closed)),
            ("resumed", own.resumed.iter().chain(&own.reopened).map(|shift| self.shift(*shift)).collect()),
            ("new", initiatives(&own.new)),
            ("answered", others(own.answered.iter().map(|&key| AnyKey::Insight(key)).collect())),
            ("insights", others(own.new_insights.iter().map(|&key| AnyKey::Insight(key)).collect())),
            ("decided", others(own.decisions.iter().map(|&key| AnyKey::Decision(key)).collect())),
        ];
        let groups: Vec<ChangeGroup> = all
            .into_iter()
            .filter(|(_, items)| !items.is_empty())
            .map(|(key, items)| ChangeGroup {
                key,
                title: self.say(&format!("change-{key}-title"), &[("n", items.len().into())]),
                items,
            })
            .collect();
        let lead = self.say(
            "changes-lead",
            &[
                ("from", self.day(own.from).text.into()),
                ("to", self.day(own.to).text.into()),
                ("reports", own.reports.len().into()),
                ("n", own.count().into()),
            ],
        );
        Changes { lead, groups }
    }

    fn shift(self, shift: Shift) -> Item {
        let note = self.say(
            "change-state",
            &[("from", self.state(shift.from).word.into()), ("to", self.state(shift.to).word.into())],
        );
        Item {
            mark: Some(self.state(shift.to)),
            note: Some(note),
            ..self.item(self.link(AnyKey::Initiative(shift.initiative)))
        }
    }
}
