//! The pulse: what makes a plan followed, in numbers, now and at each closed period; and the site's first sentence.

use super::context::Context;
use super::data::{Beat, Column, Item, Mark, Pulse, Table};
use super::routes::Route;
use crate::derive::{self, Following, Share, State, Strength};
use crate::words::Arg;

/// What is measured: the catalogue key, where to read more, and the numbers of a pulse.
type Measure = (&'static str, Option<Route>, fn(&derive::Pulse) -> Share);

const MEASURES: &[Measure] = &[
    ("pulse-owner", Some(Route::Roles), |pulse| pulse.owner),
    ("pulse-mandate", Some(Route::Roles), |pulse| pulse.mandate),
    ("pulse-reported", Some(Route::MissingReports), |pulse| pulse.reported),
    ("pulse-next-step", Some(Route::Initiatives), |pulse| pulse.next_step),
    ("pulse-under-way", Some(Route::Initiatives), |pulse| pulse.under_way),
    ("pulse-forums", Some(Route::Forums), |pulse| pulse.forums),
    ("pulse-insights", Some(Route::Insights), |pulse| pulse.insights),
    ("pulse-decisions", Some(Route::DecisionsNeeded), |pulse| pulse.decisions_overdue),
];

/// The measure of which less is better.
const LATE: &str = "pulse-decisions";

impl Context<'_> {
    /// The pulse now and at each closed period.
    pub(super) fn pulse(self) -> Pulse {
        Pulse { beats: self.beats(&self.facts.pulse), history: self.pulse_history() }
    }

    pub(super) fn beats(self, pulse: &derive::Pulse) -> Vec<Beat> {
        MEASURES
            .iter()
            .filter(|(key, _, share)| *key == LATE || share(pulse).of > 0)
            .map(|(key, route, share)| {
                let share = share(pulse);
                Beat {
                    label: self.word(key),
                    text: self.share_text(key, share),
                    mark: self.health(key, share),
                    link: route.map(|route| self.section(route, key)),
                }
            })
            .collect()
    }

    fn share_text(self, key: &str, share: Share) -> String {
        if key == LATE {
            return self.say("pulse-late", &[("n", share.n.into())]);
        }
        self.say("n-of-n", &[("n", share.n.into()), ("total", share.of.into())])
    }

    /// How well it is, as a mark: all is whole, less than the plan's limit is broken; of what is late, none is whole.
    fn health(self, key: &str, share: Share) -> Mark {
        let partly = self.plan.settings.thresholds.pulse_partly;
        let (mark, word) = if key == LATE {
            if share.n == 0 { ("whole", "pulse-none-late") } else { ("broken", "pulse-some-late") }
        } else {
            match share.strength(partly) {
                Strength::Whole => ("whole", "pulse-all"),
                Strength::Weak => ("weak-link", "pulse-at-least"),
                Strength::Broken => ("broken", "pulse-less-than"),
            }
        };
        Mark { key: mark, word: self.say(word, &[("limit", self.per_cent(partly))]) }
    }

    fn pulse_history(self) -> Option<Table> {
        let history = &self.facts.history;
        if history.is_empty() {
            return None;
        }
        let mut columns = vec![Column { text: self.word("pulse-period"), lang: None, numeric: false }];
        columns.extend(MEASURES.iter().map(|(key, ..)| Column { text: self.word(key), lang: None, numeric: true }));
        let rows = history
            .iter()
            .rev()
            .map(|own| {
                let mut cells = vec![self.item(self.period_link(own.period))];
                cells.extend(MEASURES.iter().map(|(key, _, share)| {
                    let share = share(&own.pulse);
                    if *key != LATE && share.of == 0 {
                        return Item { text: "–".to_owned(), ..Item::default() };
                    }
                    let text = if *key == LATE {
                        self.words.formats().count(u64::from(share.n))
                    } else {
                        self.share_text(key, share)
                    };
                    Item { text, ..Item::default() }
                }));
                cells
            })
            .collect();
        Some(Table { caption: self.word("pulse-history"), columns, rows })
    }

    /// A share as a whole number of per cent, for a message to choose by.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share lies between 0 and 1")]
    pub(super) fn per_cent(self, share: f64) -> Arg {
        let _ = self;
        Arg::Count((share * 100.0).round() as u64)
    }

    /// Is the plan followed? The site's first sentence, computed from the pulse.
    pub(super) fn pulse_sentence(self) -> String {
        let pulse = &self.facts.pulse;
        let states = &self.facts.plan;
        if states.total == 0 {
            return self.word("pulse-sentence-empty");
        }
        let reported = pulse.reported;
        let on_track = states.count(State::OnTrack);
        let ongoing = states.ongoing();
        if ongoing == 0 {
            return self.say("pulse-sentence-ended", &[("n", states.total.into())]);
        }
        let how = match pulse.following(&self.plan.settings.thresholds) {
            Following::Early => "pulse-sentence-early",
            Following::Fully => "pulse-sentence-all",
            Following::Mostly => "pulse-sentence-most",
            Following::Partly => "pulse-sentence-partly",
            Following::Poorly => "pulse-sentence-few",
            Following::NotAtAll => "pulse-sentence-none",
        };
        let args = [
            ("n", reported.n.into()),
            ("total", reported.of.into()),
            ("track", on_track.into()),
            ("ongoing", ongoing.into()),
        ];
        let mut sentence = self.say(how, &args);
        sentence.push(' ');
        sentence.push_str(&self.say("pulse-sentence-track", &args));
        sentence
    }
}
