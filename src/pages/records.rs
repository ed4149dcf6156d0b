//! Forums, insights, decisions and free pages.

use std::cmp::Reverse;

use super::context::Context;
use super::data::{Decision, Forum, Free, Insight, Item, Listing, Meeting, ResponseCard};
use super::periods::reference_unbroken;
use crate::derive::InsightState;
use crate::model::{self, AnyKey, Choice as _, Key, Volume};

impl Context<'_> {
    pub(super) fn forums(self) -> Listing {
        let total = self.plan.forums.len();
        let mut rows: Vec<Vec<Item>> = self
            .plan
            .forums
            .iter()
            .map(|(key, own)| {
                let today = self.facts.calendar.today;
                let met = own.meetings.iter().rev().find(|meeting| meeting.date.first_day() <= today);
                let areas = self.links(own.areas.iter().map(|&key| AnyKey::Area(key)));
                let areas: Vec<String> = areas.into_iter().map(|link| link.text).collect();
                vec![
                    self.item(self.link(AnyKey::Forum(key))),
                    Item { text: self.list(&areas), ..Item::default() },
                    self.interval(own.every),
                    self.date_item(met.map(|meeting| meeting.date)),
                    self.forum_state(key),
                ]
            })
            .collect();
        rows.sort_by(|a, b| self.words.formats().compare(&a[0].text, &b[0].text));
        Listing {
            figures: Vec::new(),
            lead: self.say("forums-lead", &[("n", total.into())]),
            table: self.table("forums", &["forum", "areas", "forum-every", "forum-latest", "forum-state"], &[], rows),
        }
    }

    fn interval(self, interval: Option<model::Interval>) -> Item {
        match interval {
            Some(interval) => Item { text: self.choice("interval", interval), ..Item::default() },
            None => self.missing(),
        }
    }

    pub(super) fn forum(self, key: Key<model::Forum>) -> Forum {
        let own = &self.plan.forums[key];
        let index = &self.facts.index;
        let today = self.facts.calendar.today;
        let items = |links: Vec<super::data::Anchor>| links.into_iter().map(|link| self.item(link)).collect();
        let reports_to = match own.reports_to {
            Some(body) => self.body(body),
            None => self.missing(),
        };
        let (activity, activity_sentence) = self.forum_activity(key);
        Forum {
            activity,
            activity_sentence,
            agenda: self.agenda(key),
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            purpose: self.own(&own.purpose),
            facts: vec![
                self.facts_of("areas", items(self.links(own.areas.iter().map(|&key| AnyKey::Area(key))))),
                self.fact("chair", self.role(own.chair)),
                self.facts_of("members", items(self.links(own.members.iter().map(|&key| AnyKey::Role(key))))),
                self.fact("forum-every", self.interval(own.every)),
                self.fact("reports-to", reports_to),
            ],
            charter: own.charter.as_ref().map(|text| self.own(text)),
            body: self.text(&own.entity.body, 2, ""),
            meetings: own
                .meetings
                .iter()
                .rev()
                .filter(|meeting| meeting.date.first_day() <= today)
                .map(|meeting| Meeting {
                    date: self.date(meeting.date),
                    took_up: meeting.took_up.iter().map(|own| self.mention(own)).collect(),
                    decided: meeting.decided.iter().map(|own| self.mention(own)).collect(),
                    minutes: meeting.link.clone(),
                })
                .collect(),
            rhythm: self.rhythm_figure(key, "rhythm"),
            initiatives: self.initiative_rows(index.initiatives_of_forum[key].iter().copied()),
            insights: self.links(index.insights_of_forum[key].iter().map(|&key| AnyKey::Insight(key))),
        }
    }

    pub(super) fn insights(self) -> Listing {
        // What nobody has answered comes first, the longest wait before the others; then the newest.
        let wait = |key: Key<model::Insight>| self.facts.insights[key].map(|facts| facts.state);
        let mut keys: Vec<Key<model::Insight>> = self.facts.index.insights.iter().rev().copied().collect();
        keys.sort_by_key(|&key| match wait(key) {
            Some(InsightState::Unanswered { days }) => (0, Reverse(days)),
            Some(InsightState::Open { days }) => (1, Reverse(days)),
            Some(InsightState::Answered { .. }) | None => (2, Reverse(0)),
        });
        let rows = keys.into_iter().map(|key| self.insight_row(key)).collect();
        let counts = &self.facts.insight_counts;
        Listing {
            figures: self.insight_figures(),
            lead: self.say(
                "insights-lead",
                &[
                    ("n", counts.answered.into()),
                    ("total", counts.total.into()),
                    ("unanswered", counts.unanswered.into()),
                ],
            ),
            table: self.table(
                "insights",
                &["insight", "response", "volume", "theme", "insight-period", "forum", "theme-initiative"],
                &["volume"],
                rows,
            ),
        }
    }

    /// An insight's way: who told it, where it went, and what came of it.
    fn insight_row(self, key: Key<model::Insight>) -> Vec<Item> {
        let own = &self.plan.insights[key];
        let mut volume = self.volume(own.volume);
        volume.note = own.trend.map(|trend| self.choice("volume-trend", trend).to_lowercase());
        let initiative = self.entity_item(own.initiatives.first().map(|&key| AnyKey::Initiative(key)));
        let others = own.initiatives.len().saturating_sub(1);
        let note = (others > 0).then(|| self.say("and-others", &[("n", others.into())]));
        let facts = self.facts.insights[key];
        let answered = own.response.as_ref().and_then(|response| response.on).map(|on| self.date(on).text);
        let state = facts.and_then(|facts| match facts.state {
            InsightState::Open { days } | InsightState::Unanswered { days } => Some(self.days(days)),
            InsightState::Answered { .. } => answered,
        });
        vec![
            self.item(self.link(AnyKey::Insight(key))),
            match self.insight_state(key) {
                Some((mark, _)) => Item { text: mark.word.clone(), mark: Some(mark), note: state, ..Item::default() },
                None => self.missing(),
            },
            volume,
            own.theme.as_ref().map_or_else(|| self.missing(), |theme| self.own_item(theme)),
            self.date_item(Some(own.period)),
            self.entity_item(own.forum.map(AnyKey::Forum)),
            Item { note, ..initiative },
        ]
    }

    /// How many told it. A number under 5 is never printed.
    fn volume(self, volume: Option<Volume>) -> Item {
        match volume {
            Some(Volume::Count(count)) => self.count(count as usize),
            Some(Volume::Few) => Item { text: self.word("volume-few"), ..Item::default() },
            None => self.missing(),
        }
    }

    pub(super) fn insight(self, key: Key<model::Insight>) -> Insight {
        let own = &self.plan.insights[key];
        let choice = |prefix: &str, name: Option<&str>| match name {
            Some(name) => Item { text: self.word(&format!("{prefix}-{name}")), ..Item::default() },
            None => self.missing(),
        };
        let today = self.facts.calendar.today;
        let goals = self.links(own.goals.iter().map(|&key| AnyKey::Goal(key)));
        let (mark, sentence) = self.insight_state(key).unzip();
        Insight {
            mark,
            sentence,
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            facts: vec![
                self.fact("insight-period", self.date_item(Some(own.period))),
                self.fact("channel", choice("channel", own.channel.map(|own| own.name().en))),
                self.fact("theme", own.theme.as_ref().map_or_else(|| self.missing(), |theme| self.own_item(theme))),
                self.fact("volume", self.volume(own.volume)),
                self.fact("volume-trend", choice("volume-trend", own.trend.map(|own| own.name().en))),
                self.fact("forum", self.entity_item(own.forum.map(AnyKey::Forum))),
                self.facts_of("goals", goals.into_iter().map(|link| self.item(link)).collect()),
            ],
            body: self.text(&own.entity.body, 2, ""),
            response: own.response.as_ref().filter(|own| own.on.is_none_or(|on| on.first_day() <= today)).map(|own| {
                ResponseCard {
                    state: self.choice("response", own.state),
                    text: own.text.as_ref().map(|text| self.own(text)),
                    by: own.by.map(|role| self.role(Some(role))),
                    date: own.on.map(|on| self.date(on)),
                }
            }),
            initiatives: self.initiative_rows(own.initiatives.iter().copied()),
        }
    }

    pub(super) fn decisions(self) -> Listing {
        let keys = &self.facts.index.decisions;
        let rows = keys
            .iter()
            .rev()
            .map(|&key| {
                let own = &self.plan.decisions[key];
                vec![
                    self.item(self.link(AnyKey::Decision(key))),
                    self.date_item(Some(own.date)),
                    self.body(own.body),
                    self.reference(own.reference.as_deref()),
                ]
            })
            .collect();
        Listing {
            figures: Vec::new(),
            lead: self.say("decisions-lead", &[("n", keys.len().into())]),
            table: self.table("decisions", &["decision", "decision-date", "decision-body", "reference"], &[], rows),
        }
    }

    fn reference(self, reference: Option<&str>) -> Item {
        reference.map_or_else(|| self.missing(), |reference| self.own_item(&reference_unbroken(reference)))
    }

    pub(super) fn decision(self, key: Key<model::Decision>) -> Decision {
        let own = &self.plan.decisions[key];
        let index = &self.facts.index;
        let mut facts = vec![
            self.fact("decision-body", self.body(own.body)),
            self.fact("decision-date", self.date_item(Some(own.date))),
            self.fact("reference", self.reference(own.reference.as_deref())),
        ];
        if let Some(url) = &own.url {
            let minutes = Item { text: self.word("minutes"), href: Some(url.clone()), ..Item::default() };
            facts.push(self.fact("minutes-label", minutes));
        }
        let mut behind = self.links(index.goals_of_decision[key].iter().map(|&key| AnyKey::Goal(key)));
        behind.extend(self.links(index.initiatives_of_decision[key].iter().map(|&key| AnyKey::Initiative(key))));
        if !behind.is_empty() {
            facts.push(self.facts_of("stands-behind", behind.into_iter().map(|link| self.item(link)).collect()));
        }
        let asks = own
            .asks_for
            .iter()
            .map(|ask| vec![self.own_item(&ask.what), self.role(Some(ask.role)), self.date_item(ask.by)])
            .collect();
        Decision {
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            facts,
            body: self.text(&own.entity.body, 2, ""),
            affects: own.affects.iter().map(|own| self.mention(own)).collect(),
            asks: self.table("asks", &["ask-what", "role", "ask-by"], &[], asks),
        }
    }

    pub(super) fn free(self, key: Key<model::FreePage>) -> Free {
        let own = &self.plan.pages[key];
        Free {
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            body: self.text(&own.entity.body, 1, ""),
        }
    }
}
