//! What was said in each period, how many reported, and how often a forum met.

use jiff::civil::Date;

use super::super::context::Context;
use super::super::data::{Column, Figure, Item, Table};
use super::figure;
use crate::charts::{Rate, Reported, Rhythm, Said, Strip, StripCell};
use crate::derive::PeriodPulse;
use crate::model::{Forum, Initiative, Key, Period, Precision, Report, days_between};

/// The most periods that a drawing shows: four years of tertials.
const MOST_PERIODS: usize = 12;
/// The most meetings that a drawing shows.
const MOST_MEETINGS: usize = 36;

impl Context<'_> {
    // An initiative's assessments ------------------------------------------------------------------------------------

    /// What the reports about an initiative said, period by period, and where there was none; `None` before the first.
    pub(in super::super) fn strip_figure(self, key: Key<Initiative>, id: &str) -> Option<Figure> {
        let periods = self.reported_periods(key);
        let cut = periods.len() > MOST_PERIODS;
        let periods = &periods[periods.len().saturating_sub(MOST_PERIODS)..];
        if periods.is_empty() {
            return None;
        }
        let cells = periods.iter().map(|(period, report)| {
            let mark = report.map(|key| self.assessment(self.plan.reports[key].assessment));
            StripCell {
                name: self.short_period(*period).join(" ").trim().to_owned(),
                state: mark.as_ref().map(|mark| mark.key),
                word: mark.map_or_else(|| self.word("strip-missing"), |mark| mark.word),
            }
        });
        let strip = Strip {
            said: Said {
                title: self.word("strip-title"),
                lang: None,
                description: self.say("strip-description", &[("n", periods.len().into())]),
            },
            cells: cells.collect(),
        };
        let rows = periods.iter().rev().map(|(period, report)| {
            let mut cells = vec![self.item(self.period_link(*period))];
            if let Some(report) = report.map(|key| &self.plan.reports[key]) {
                let mark = self.assessment(report.assessment);
                let day = self.day(report.date);
                cells.push(Item { text: mark.word.clone(), mark: Some(mark), ..Item::default() });
                cells.push(Item { text: day.text, iso: day.iso, ..Item::default() });
            } else {
                cells.push(Item { text: self.word("strip-missing"), missing: true, ..Item::default() });
                cells.push(self.nothing());
            }
            cells
        });
        let table = self.table("strip-table", &["strip-period", "strip-assessment", "strip-date"], &[], rows.collect());
        Some(figure("strip", id, self.strip_caption(periods, cut), table, |width, id| strip.draw(width, id)))
    }

    /// The periods that an initiative owed a report for or has one for, oldest first, with their reports.
    fn reported_periods(self, key: Key<Initiative>) -> Vec<(Period, Option<Key<Report>>)> {
        let reports = &self.facts.index.reports_of_initiative[key];
        let owed = self.facts.initiatives[key].reporting.owed;
        let closed = &self.facts.calendar.closed;
        let owed =
            closed.iter().copied().filter(|period| owed.is_some_and(|owed| (owed.first..=owed.last).contains(period)));
        let mut periods: Vec<Period> = owed.chain(reports.iter().map(|&key| self.plan.reports[key].period)).collect();
        periods.sort();
        periods.dedup();
        let report = |period| reports.iter().copied().find(|&key| self.plan.reports[key].period == period);
        periods.into_iter().map(|period| (period, report(period))).collect()
    }

    /// "Rapport finns för 3 av 4 perioder. De 2 senaste, till och med tertial 2 2026, bedömer läget som ”Risk”."
    fn strip_caption(self, periods: &[(Period, Option<Key<Report>>)], cut: bool) -> String {
        let reports: Vec<&Report> =
            periods.iter().filter_map(|(_, report)| report.map(|key| &self.plan.reports[key])).collect();
        let way = match reports.len() {
            0 => "none",
            n if n == periods.len() => "all",
            _ => "some",
        };
        let which = if cut { "strip-latest-reports" } else { "strip-reports" };
        let args = [("way", way.into()), ("n", reports.len().into()), ("total", periods.len().into())];
        let mut text = self.say(which, &args);
        let Some((last, before)) = reports.split_last() else { return text };
        let word = |report: &Report| self.assessment(report.assessment).word;
        let alike = 1 + before.iter().rev().take_while(|own| own.assessment == last.assessment).count();
        let period = ("period", self.period(last.period).into());
        text.push(' ');
        text.push_str(&match before.last() {
            None => self.say("strip-only", &[("state", word(last).into()), period]),
            Some(_) if alike > 1 => {
                self.say("strip-same", &[("n", alike.into()), ("state", word(last).into()), period])
            }
            Some(other) => {
                let args = [("from", word(other).into()), ("to", word(last).into()), period];
                self.say("strip-changed", &args)
            }
        });
        text
    }

    /// A period's name as short as it can be: the part of the year, and the year.
    fn short_period(self, period: Period) -> [String; 2] {
        let date = period.date();
        let year = date.year().to_string();
        match date.precision() {
            Precision::Tertial | Precision::Quarter | Precision::HalfYear => {
                let parts = self.year_parts();
                let part = parts.get(usize::from(date.number().saturating_sub(1))).cloned().unwrap_or_default();
                [part, year]
            }
            Precision::Month => {
                let text = self.words.formats().month(date.first_day());
                [text.replace(&year, "").trim().to_owned(), year]
            }
            _ => [year, String::new()],
        }
    }

    // How many reported ----------------------------------------------------------------------------------------------

    /// How many of the reports that were owed for each period came in time; `None` before the first period has closed.
    pub(in super::super) fn rate_figure(self, id: &str) -> Option<Figure> {
        let history = &self.facts.history;
        let shown = &history[history.len().saturating_sub(MOST_PERIODS)..];
        // Nobody has had anything to report.
        if shown.iter().all(|own| own.pulse.reported.of == 0) {
            return None;
        }
        let percent = |share: f64| {
            let number = self.words.formats().number(share * 100.0, 0);
            self.say("rate-percent", &[("n", number.into())])
        };
        let periods = shown.iter().map(|own| {
            let share = own.pulse.reported;
            let words =
                if share.of == 0 { self.word("rate-nothing-short") } else { format!("{}/{}", share.n, share.of) };
            Reported { name: self.short_period(own.period), n: share.n, of: share.of, words }
        });
        let rate = Rate {
            said: Said {
                title: self.word("rate-title"),
                lang: None,
                description: self.say("rate-description", &[("n", shown.len().into())]),
            },
            periods: periods.collect(),
            axis: [0.0, 0.5, 1.0].map(percent),
        };
        let rows = shown.iter().rev().map(|own| {
            let share = own.pulse.reported;
            let plain = |text: String| Item { text, ..Item::default() };
            let (reported, part) = if share.of == 0 {
                (plain(self.word("rate-nothing")), self.nothing())
            } else {
                let reported = self.say("n-of-n", &[("n", share.n.into()), ("total", share.of.into())]);
                (plain(reported), plain(percent(f64::from(share.n) / f64::from(share.of))))
            };
            vec![self.item(self.period_link(own.period)), reported, part]
        });
        let numeric = ["rate-reported", "rate-share"];
        let table =
            self.table("rate-title", &["strip-period", "rate-reported", "rate-share"], &numeric, rows.collect());
        Some(figure("rate", id, self.rate_caption(shown), table, |width, id| rate.draw(width, id)))
    }

    /// "31 av 34 rapporter för tertial 2 2026 kom in i tid. Det är en större andel än för tertial 1 2026: 28 av 33."
    fn rate_caption(self, shown: &[PeriodPulse]) -> String {
        let Some((last, before)) = shown.split_last() else { return String::new() };
        let share = last.pulse.reported;
        let period = || ("period", self.period(last.period).into());
        if share.of == 0 {
            return self.say("rate-none-owed", &[period()]);
        }
        // While there is grace left, more may come.
        let open = self.facts.calendar.due(last.period).date >= self.facts.calendar.today;
        let way = match (open, share.n) {
            (true, _) => "open",
            (false, 0) => "none",
            (false, n) if n == share.of => "all",
            (false, _) => "some",
        };
        let args = [("way", way.into()), ("n", share.n.into()), ("total", share.of.into()), period()];
        let mut text = self.say("rate-caption", &args);
        let compared = before.iter().rev().find(|own| own.pulse.reported.of > 0).filter(|_| !open);
        if let Some(other) = compared {
            let than = other.pulse.reported;
            let (own, other_share) = (u64::from(share.n) * u64::from(than.of), u64::from(than.n) * u64::from(share.of));
            let way = match own.cmp(&other_share) {
                std::cmp::Ordering::Less => "less",
                std::cmp::Ordering::Equal => "same",
                std::cmp::Ordering::Greater => "more",
            };
            let args = [
                ("way", way.into()),
                ("n", than.n.into()),
                ("total", than.of.into()),
                ("period", self.period(other.period).into()),
            ];
            text.push(' ');
            text.push_str(&self.say("rate-compared", &args));
        }
        text
    }

    // How often a forum met ------------------------------------------------------------------------------------------

    /// A forum's meetings against its own rhythm; `None` when it has not met.
    pub(in super::super) fn rhythm_figure(self, key: Key<Forum>, id: &str) -> Option<Figure> {
        let own = &self.plan.forums[key];
        let facts = &self.facts.forums[key];
        let today = self.facts.calendar.today;
        let mut meetings: Vec<Date> = facts
            .held
            .iter()
            .filter_map(|&n| own.meetings.get(n))
            .map(|meeting| meeting.date.last_day().unwrap_or(today).min(today))
            .collect();
        meetings.sort();
        let meetings = &meetings[meetings.len().saturating_sub(MOST_MEETINGS)..];
        let (first, last) = (*meetings.first()?, *meetings.last()?);
        // A meeting is expected one interval after the one before.
        let expected: Vec<Date> =
            own.every.map(|every| meetings.iter().map(|day| every.after(*day)).collect()).unwrap_or_default();
        let since = days_between(last, today).max(0).unsigned_abs();
        let chart = Rhythm {
            said: Said {
                title: self.word("rhythm-title"),
                lang: None,
                description: self.say("rhythm-description", &[("n", meetings.len().into())]),
            },
            time: self.time([first].into_iter().chain(expected.last().copied())),
            meetings: meetings.to_vec(),
            expected: expected.clone(),
            since: Some(self.say("rhythm-since", &[("n", since.into())])),
            key: ["rhythm-sign-meeting", "rhythm-sign-expected"].map(|key| self.word(key)),
        };
        let gaps: Vec<u32> = meetings.windows(2).map(|pair| days_between(pair[0], pair[1]).unsigned_abs()).collect();
        let mut caption =
            self.say("rhythm-met", &[("n", meetings.len().into()), ("date", self.day(first).text.into())]);
        if let Some(every) = own.every {
            let every = self.choice("interval", every).to_lowercase();
            caption.push(' ');
            caption.push_str(&self.say("rhythm-every", &[("every", every.into())]));
        }
        let longest = gaps.iter().max().copied();
        let (way, days) = match longest {
            None => ("one", since),
            Some(longest) if since > longest => ("since", since),
            Some(longest) => ("between", longest),
        };
        caption.push(' ');
        caption.push_str(&self.say("rhythm-longest", &[("way", way.into()), ("days", self.days(days).into())]));
        let table = self.rhythm_table(meetings, &expected, &gaps);
        Some(figure("rhythm", id, caption, Some(table), |width, id| chart.draw(width, id)))
    }

    /// The meetings, newest first, each with the day on which it was expected; and the one that is expected next.
    fn rhythm_table(self, meetings: &[Date], expected: &[Date], gaps: &[u32]) -> Table {
        let day = |date: Date| {
            let day = self.day(date);
            Item { text: day.text, iso: day.iso, ..Item::default() }
        };
        let or_nothing = |item: Option<Item>| item.unwrap_or_else(|| self.nothing());
        let mut rows = Vec::new();
        if let Some(next) = expected.last() {
            rows.push(vec![self.plain(self.word("rhythm-next")), day(*next), self.nothing()]);
        }
        for (n, met) in meetings.iter().enumerate().rev() {
            let before = n.checked_sub(1);
            rows.push(vec![
                day(*met),
                or_nothing(before.and_then(|n| expected.get(n)).map(|date| day(*date))),
                or_nothing(before.and_then(|n| gaps.get(n)).map(|days| self.count(*days as usize))),
            ]);
        }
        let columns = [("rhythm-meeting", false), ("rhythm-expected", false), ("rhythm-gap", true)];
        let columns = columns.map(|(key, numeric)| Column { text: self.word(key), lang: None, numeric }).to_vec();
        Table { caption: self.word("rhythm-title"), columns, rows }
    }
}
