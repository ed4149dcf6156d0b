//! How many of N are in each state, as a bar.

use super::super::context::Context;
use super::super::data::{Distribution, Figure, Item};
use super::{figure, said};
use crate::charts::{Share, Shares};
use crate::derive::{self, State};

/// What needs someone's attention.
const TROUBLED: [State; 4] = [State::NoInformation, State::Delayed, State::OffTrack, State::AtRisk];

impl Context<'_> {
    /// A distribution of states with its bar. `id` must be the page's only one; a heading's never has a `_`.
    pub(in super::super) fn drawn_states(self, states: &derive::Distribution, id: &str) -> Distribution {
        let own = self.distribution(states);
        let caption = self.states_caption(states);
        let all = self.say("chart-initiatives", &[("n", states.total.into())]);
        self.with_bar(own, id, caption, ["chart-states-title", "chart-column-state"], all)
    }

    /// A distribution of assessments with its bar. `id` must be the page's only one.
    pub(in super::super) fn drawn_assessments(self, own: Distribution, id: &str) -> Distribution {
        let caption = own.sentence.clone();
        let all = self.say("chart-reports", &[("n", own.total.into())]);
        self.with_bar(own, id, caption, ["chart-assessments-title", "chart-column-assessment"], all)
    }

    /// One is no distribution: a sentence says it.
    fn with_bar(
        self,
        own: Distribution,
        id: &str,
        caption: String,
        [title, column]: [&str; 2],
        all: String,
    ) -> Distribution {
        if own.total < 2 {
            return own;
        }
        let chart = Shares {
            said: said(self.word(title), own.sentence.clone()),
            all,
            parts: own
                .parts
                .iter()
                .map(|part| Share {
                    state: part.mark.key,
                    word: part.mark.word.clone(),
                    count: u32::try_from(part.count).unwrap_or(u32::MAX),
                    text: part.text.clone(),
                })
                .collect(),
        };
        let rows = own.parts.iter().map(|part| {
            let mark = Item { text: part.mark.word.clone(), mark: Some(part.mark.clone()), ..Item::default() };
            vec![mark, Item { text: part.text.clone(), ..Item::default() }]
        });
        let columns = [(column, false), ("chart-column-count", true)];
        let table = self.values(own.sentence.clone(), &columns, rows.collect());
        let drawn: Figure = figure("shares", id, caption, Some(table), |width, id| chart.draw(width, id));
        Distribution { figure: Some(drawn), ..own }
    }

    /// "16 av 42 initiativ behöver uppmärksamhet: 5 saknar aktuell information, 4 är försenade och ett är …"
    fn states_caption(self, states: &derive::Distribution) -> String {
        let present: Vec<(State, u32)> =
            TROUBLED.into_iter().map(|state| (state, states.count(state))).filter(|(_, count)| *count > 0).collect();
        let troubled: u32 = present.iter().map(|(_, count)| count).sum();
        let args = |key: &'static str, text: String| {
            [("n", troubled.into()), ("total", states.total.into()), (key, text.into())]
        };
        match present[..] {
            // All in one state: nothing is to be told apart.
            _ if states.present().count() < 2 => self.states_sentence(states),
            [] => self.say("chart-states-none", &[("total", states.total.into())]),
            [(state, 1)] => self.say("chart-states-one", &args("state", self.state(state).word)),
            [(state, _)] => self.say("chart-states-same", &args("state", self.state(state).word)),
            _ => {
                let parts: Vec<String> =
                    present.iter().map(|(state, count)| self.states_part(*state, *count)).collect();
                let key = if troubled == states.total { "chart-states-every" } else { "chart-states-several" };
                self.say(key, &args("parts", self.list(&parts)))
            }
        }
    }
}
