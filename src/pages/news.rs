//! What has happened since: between two closed periods, and since the latest review.

use super::context::Context;
use super::data::{ChangeGroup, Changes, Item, News, NewsBetween};
use crate::derive::{self, Between, Past, Shift};
use crate::model::{AnyKey, Initiative, Key, Period};

impl Context<'_> {
    /// A link to what happened until a closed period.
    fn news_link(self, period: Period) -> super::data::Anchor {
        super::data::Anchor {
            text: self.say("news-until", &[("period", self.period(period).into())]),
            href: self.base.relative(self.address, &self.routes.news(period)),
            lang: None,
        }
    }

    pub(super) fn news(self, past: &Past) -> News {
        let mut periods: Vec<_> = past.between.iter().map(|own| self.news_link(own.to)).collect();
        periods.reverse();
        News { lead: self.word("news-lead"), since: past.since.as_ref().map(|changes| self.changes(changes)), periods }
    }

    pub(super) fn news_between(self, own: &Between) -> NewsBetween {
        NewsBetween {
            from: self.period_link(own.from),
            to: self.period_link(own.to),
            changes: self.changes(&own.changes),
        }
    }

    /// Changes by kind, what needs attention first.
    pub(super) fn changes(self, own: &derive::Changes) -> Changes {
        let shifts = |list: &[Shift]| -> Vec<Item> { list.iter().map(|shift| self.shift(*shift)).collect() };
        let initiatives = |list: &[Key<Initiative>]| -> Vec<Item> {
            list.iter().map(|&key| self.item(self.link(AnyKey::Initiative(key)))).collect()
        };
        let others =
            |list: Vec<AnyKey>| -> Vec<Item> { list.into_iter().map(|key| self.item(self.link(key))).collect() };
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
                ("n", groups.iter().map(|group| group.items.len()).sum::<usize>().into()),
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
