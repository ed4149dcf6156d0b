//! Initiatives against today, goal by goal; and the activities of one.

use jiff::civil::Date;

use super::super::context::Context;
use super::super::data::{self, Column, Figure, Item, Mark, Table, TimelineGroup};
use super::figure;
use crate::charts::timeline::{Bar, End, Group, Point, Row, Sign};
use crate::charts::{Said, Time, Timeline};
use crate::derive::{ActivityFacts, DueState};
use crate::model::{Activity, ActivityState, AnyKey, Choice as _, Goal, Initiative, Key, PlanDate};

/// The most initiatives in one drawing: more have no room on a sheet of paper.
const MOST_ROWS: usize = 20;

impl Context<'_> {
    /// All initiatives, each under the first goal that it names.
    pub(in super::super) fn timeline(self) -> data::Timeline {
        let all: Vec<Key<Initiative>> = self.plan.initiatives.keys().collect();
        let time = self.timeline_days(&all);
        let mut goals: Vec<(Key<Goal>, data::Anchor)> =
            self.plan.goals.keys().map(|key| (key, self.link(AnyKey::Goal(key)))).collect();
        goals.sort_by(|a, b| self.words.formats().compare(&a.1.text, &b.1.text));
        let groups = goals.into_iter().enumerate().filter_map(|(n, (goal, link))| {
            let serves = |key: &Key<Initiative>| self.plan.initiatives[*key].goals.first() == Some(&goal);
            let keys = self.worst_first(all.iter().copied().filter(serves));
            let figures: Vec<Figure> = keys
                .chunks(MOST_ROWS)
                .enumerate()
                .map(|(part, keys)| self.timeline_figure(goal, keys, &time, &format!("goal-{}-{}", n + 1, part + 1)))
                .collect();
            (!figures.is_empty()).then_some(TimelineGroup { goal: link, figures })
        });
        data::Timeline { lead: self.timeline_caption(&all), groups: groups.collect() }
    }

    /// The same days for every goal: the plan's own, and all that is drawn.
    fn timeline_days(self, keys: &[Key<Initiative>]) -> Time {
        let settings = &self.plan.settings;
        let plan = [Some(settings.start.first_day()), settings.end.last_day()];
        let rows: Vec<Row> = keys.iter().map(|&key| self.initiative_bar(key)).collect();
        self.time(plan.into_iter().flatten().chain(rows.iter().flat_map(days)))
    }

    fn timeline_figure(self, goal: Key<Goal>, keys: &[Key<Initiative>], time: &Time, id: &str) -> Figure {
        let title = self.phrase(&self.plan.goals[goal].entity.title);
        let rows: Vec<Row> = keys.iter().map(|&key| self.initiative_bar(key)).collect();
        let chart = Timeline {
            said: Said {
                title: title.text,
                lang: title.lang,
                description: self.say("timeline-description", &[("n", rows.len().into())]),
            },
            time: time.clone(),
            groups: vec![Group { title: String::new(), rows }],
            key: self.signs(&[Sign::Reached, Sign::Ahead, Sign::Moved, Sign::Unknown, Sign::Open]),
        };
        let caption = self.timeline_caption(keys);
        figure("timeline", id, caption, Some(self.timeline_table(keys)), |width, id| chart.draw(width, id))
    }

    /// "2 av de 5 initiativ som inte är avslutade har passerat sitt slutdatum."
    fn timeline_caption(self, keys: &[Key<Initiative>]) -> String {
        let today = self.facts.calendar.today;
        let facts = |key: &Key<Initiative>| &self.facts.initiatives[*key];
        let deadline = |key: &Key<Initiative>| facts(key).deadline.current;
        let ongoing: Vec<Key<Initiative>> = keys.iter().copied().filter(|key| facts(key).is_ongoing()).collect();
        let passed = ongoing.iter().filter(|key| deadline(key).is_some_and(|date| date.has_passed(today))).count();
        let (way, total) = match (passed, ongoing.len()) {
            (_, 0) if keys.is_empty() => return self.word("timeline-none"),
            (_, 0) => ("ended", keys.len()),
            (0, total) => ("none", total),
            (n, total) if n == total => ("all", total),
            (_, total) => ("some", total),
        };
        let mut text =
            self.say("timeline-passed", &[("way", way.into()), ("n", passed.into()), ("total", total.into())]);
        let moved = keys.iter().filter(|key| facts(key).deadline.moved > 0).count();
        let endless = |key: &&Key<Initiative>| deadline(key).is_none() && !self.plan.initiatives[**key].ongoing;
        let endless = ongoing.iter().filter(endless).count();
        let way = if moved == keys.len() { "all" } else { "some" };
        let all = keys.len().into();
        if moved > 0 {
            text.push(' ');
            text.push_str(&self.say("timeline-moved", &[("way", way.into()), ("n", moved.into()), ("total", all)]));
        }
        if endless > 0 {
            text.push(' ');
            text.push_str(&self.say("timeline-endless", &[("n", endless.into())]));
        }
        text
    }

    /// An initiative with its milestones, as a row.
    fn initiative_bar(self, key: Key<Initiative>) -> Row {
        let own = &self.plan.initiatives[key];
        let facts = &self.facts.initiatives[key];
        let state = self.state_of(key);
        let milestones = own.activities.iter().zip(&facts.activities.each).filter(|(activity, _)| activity.milestone);
        let (bar, unknown) = self.bar(key);
        Row {
            title: self.phrase(&own.entity.title).text,
            state: Some(state.key),
            line: if bar.is_some() { self.bar_line(key, &state.word) } else { state.word },
            bar,
            unknown,
            points: milestones.filter_map(|(activity, facts)| milestone(activity, *facts)).collect(),
            late: Vec::new(),
        }
    }

    /// From when to when an initiative runs; or, when nobody knows either, that nobody does.
    fn bar(self, key: Key<Initiative>) -> (Option<Bar>, String) {
        let own = &self.plan.initiatives[key];
        let facts = &self.facts.initiatives[key].deadline;
        let start = match own.start {
            Some(date) if date.last_day().is_some() => End::Day(date.first_day()),
            _ => End::Unknown,
        };
        let end = match facts.current {
            Some(date) => date.last_day().map_or(End::Open, End::Day),
            None if own.ongoing => End::Open,
            None => End::Unknown,
        };
        if start == End::Unknown && end == End::Unknown {
            return (None, self.word("timeline-no-dates"));
        }
        let current = facts.current.and_then(PlanDate::last_day);
        let former = self.former_deadlines(key).into_iter().filter_map(PlanDate::last_day);
        let former = former.filter(|day| Some(*day) != current).collect();
        (Some(Bar { start, end, former }), String::new())
    }

    /// "Försenat, slut 31 augusti 2026, flyttat en gång"
    fn bar_line(self, key: Key<Initiative>, state: &str) -> String {
        let own = &self.plan.initiatives[key];
        let facts = &self.facts.initiatives[key].deadline;
        let end = match facts.current.filter(|date| date.last_day().is_some()) {
            Some(date) => self.say("timeline-line-end", &[("date", self.date(date).text.into())]),
            None if own.ongoing || facts.current.is_some() => self.word("timeline-line-open"),
            None => self.word("timeline-line-no-end"),
        };
        let mut parts = vec![state.to_owned(), end];
        if facts.moved > 0 {
            parts.push(self.say("timeline-line-moved", &[("n", facts.moved.into())]));
        }
        if own.start.is_none() {
            parts.push(self.word("timeline-line-no-start"));
        }
        parts.join(", ")
    }

    /// The deadlines that were moved, oldest first.
    fn former_deadlines(self, key: Key<Initiative>) -> Vec<PlanDate> {
        let today = self.facts.calendar.today;
        let moves = &self.plan.initiatives[key].deadline_moves;
        moves.iter().filter(|own| own.date.first_day() <= today).map(|own| own.from).collect()
    }

    /// What the signs of a timeline mean.
    fn signs(self, signs: &[Sign]) -> Vec<(Sign, String)> {
        let word = |sign: &Sign| match sign {
            Sign::Reached => self.word("timeline-sign-reached"),
            Sign::Ahead => self.word("timeline-sign-ahead"),
            Sign::Done => self.word("timeline-sign-done"),
            Sign::Due => self.word("timeline-sign-due"),
            Sign::Late => self.word("timeline-sign-late"),
            Sign::Moved => self.word("timeline-sign-moved"),
            Sign::Unknown => self.word("timeline-sign-unknown"),
            Sign::Open => self.word("timeline-sign-open"),
        };
        signs.iter().map(|sign| (*sign, word(sign))).collect()
    }

    /// A row for each initiative, and below it one for each of its milestones.
    fn timeline_table(self, keys: &[Key<Initiative>]) -> Table {
        let columns = ["timeline-what", "timeline-state", "start", "timeline-former", "deadline", "activity-done-on"];
        let mut rows = Vec::new();
        for &key in keys {
            let own = &self.plan.initiatives[key];
            let facts = &self.facts.initiatives[key];
            let former: Vec<String> = self.former_deadlines(key).into_iter().map(|date| self.date(date).text).collect();
            let former = if former.is_empty() { self.nothing() } else { self.plain(self.list(&former)) };
            let mark = self.state_of(key);
            rows.push(vec![
                self.item(self.link(AnyKey::Initiative(key))),
                Item { text: mark.word.clone(), mark: Some(mark), ..Item::default() },
                self.date_item(own.start),
                former,
                Item { note: None, ..self.deadline(key) },
                self.nothing(),
            ]);
            let milestones = own.activities.iter().zip(&facts.activities.each).filter(|(own, _)| own.milestone);
            rows.extend(milestones.map(|(activity, facts)| {
                let name = Item { note: Some(self.word("milestone")), ..self.own_item(&activity.title) };
                let done =
                    if facts.state == ActivityState::Done { self.date_item(activity.done_on) } else { self.nothing() };
                let state = self.activity_mark(*facts);
                let state = state.map_or_else(
                    || self.missing(),
                    |mark| Item { text: mark.word.clone(), mark: Some(mark), ..Item::default() },
                );
                vec![name, state, self.nothing(), self.nothing(), self.date_item(activity.due), done]
            }));
        }
        let columns = columns.iter().map(|key| Column { text: self.word(key), lang: None, numeric: false }).collect();
        Table { caption: self.word("timeline-table"), columns, rows }
    }

    /// How far an activity has come; `None` when nobody says.
    fn activity_mark(self, facts: ActivityFacts) -> Option<Mark> {
        match (facts.state, facts.due) {
            (_, DueState::Overdue { .. }) => Some(Mark { key: "overdue", word: self.word("activity-overdue") }),
            (ActivityState::Unknown, _) => None,
            (state, _) => Some(Mark { key: state.name().en, word: self.choice("activity", state) }),
        }
    }

    // One initiative ---------------------------------------------------------------------------------------------------

    /// The activities of an initiative below its own row; `None` when it has none. The page has their dates in tables.
    pub(in super::super) fn activity_figure(self, key: Key<Initiative>, id: &str) -> Option<Figure> {
        let own = &self.plan.initiatives[key];
        let each = &self.facts.initiatives[key].activities.each;
        if own.activities.is_empty() {
            return None;
        }
        let whole = Row { title: self.word("timeline-whole"), points: Vec::new(), ..self.initiative_bar(key) };
        let activities = own.activities.iter().zip(each).map(|(activity, facts)| self.activity_row(activity, *facts));
        let rows: Vec<Row> = std::iter::once(whole).chain(activities).collect();
        let signs = [Sign::Reached, Sign::Ahead, Sign::Done, Sign::Due, Sign::Late, Sign::Moved, Sign::Unknown];
        let time = self.time(rows.iter().flat_map(days).collect::<Vec<_>>());
        let chart = Timeline {
            said: Said {
                title: self.word("activity-timeline"),
                lang: None,
                description: self.say("activity-timeline-description", &[("n", own.activities.len().into())]),
            },
            time,
            groups: vec![Group { title: String::new(), rows }],
            key: self.signs(&[&signs[..], &[Sign::Open]].concat()),
        };
        Some(figure("timeline", id, self.activity_caption(key), None, |width, id| chart.draw(width, id)))
    }

    fn activity_row(self, activity: &Activity, facts: ActivityFacts) -> Row {
        let mark = self.activity_mark(facts);
        let today = self.facts.calendar.today;
        let due = activity.due.and_then(PlanDate::last_day);
        let done = activity.done_on.filter(|_| facts.state == ActivityState::Done);
        let done_day = done.and_then(PlanDate::last_day);
        let (word, key) = match mark {
            Some(mark) => (mark.word, mark.key),
            None => (self.word("missing"), "unknown"),
        };
        let dated = |key: &str, date: PlanDate| {
            self.say(key, &[("state", word.as_str().into()), ("date", self.date(date).text.into())])
        };
        let line = match (done, activity.due) {
            (Some(date), _) => dated("activity-line-done", date),
            (None, Some(date)) if facts.state != ActivityState::Done => dated("activity-line-due", date),
            _ => word.clone(),
        };
        let point = |at, done| Point { at, done, milestone: activity.milestone };
        let mut points: Vec<Point> = due.map(|day| point(day, false)).into_iter().collect();
        points.extend(done_day.map(|day| point(day, true)));
        let late = match (facts.due, due, done_day) {
            (DueState::Overdue { .. }, Some(due), _) => Some((due, today)),
            (DueState::Done, Some(due), Some(done)) if done > due => Some((due, done)),
            _ => None,
        };
        Row {
            title: activity.title.clone(),
            state: Some(key),
            line,
            bar: None,
            unknown: self.word("activity-no-date"),
            points,
            late: late.into_iter().collect(),
        }
    }

    /// "2 av de 5 aktiviteter som återstår är försenade, som längst 45 dagar. Nästa ska vara klar senast 1 mars 2027."
    fn activity_caption(self, key: Key<Initiative>) -> String {
        let own = &self.plan.initiatives[key];
        let counts = &self.facts.initiatives[key].activities;
        let late = |facts: &ActivityFacts| match facts.due {
            DueState::Overdue { days } => Some(days),
            _ => None,
        };
        let longest = counts.each.iter().filter_map(late).max().unwrap_or(0);
        let way = match (counts.overdue, counts.open) {
            (_, 0) if counts.unknown > 0 => return self.word("activity-timeline-unknown"),
            (_, 0) => return self.word("activity-timeline-ended"),
            (0, _) => "none",
            (overdue, open) if overdue == open => "all",
            _ => "some",
        };
        let args = [
            ("way", way.into()),
            ("n", counts.overdue.into()),
            ("open", counts.open.into()),
            ("days", self.days(longest).into()),
        ];
        let mut text = self.say("activity-timeline-caption", &args);
        let next = own.activities.iter().zip(&counts.each).filter(|(_, facts)| facts.due == DueState::Due);
        let next = next.filter_map(|(activity, _)| activity.due).min_by_key(|date| date.last_day());
        if let Some(date) = next {
            text.push(' ');
            text.push_str(&self.say("activity-timeline-next", &[("date", self.date(date).text.into())]));
        }
        text
    }
}

/// A milestone at the day when it was reached or should be; `None` when it has none, or was cancelled.
fn milestone(activity: &Activity, facts: ActivityFacts) -> Option<Point> {
    let done = facts.state == ActivityState::Done;
    let at = if done { activity.done_on.or(activity.due) } else { activity.due };
    let at = at.and_then(PlanDate::last_day).filter(|_| facts.state != ActivityState::Cancelled)?;
    Some(Point { at, done, milestone: true })
}

/// The days that a row names.
fn days(row: &Row) -> Vec<Date> {
    let mut days: Vec<Date> = row.points.iter().map(|point| point.at).collect();
    if let Some(bar) = &row.bar {
        days.extend(&bar.former);
        days.extend([bar.start, bar.end].into_iter().filter_map(|end| match end {
            End::Day(day) => Some(day),
            End::Unknown | End::Open => None,
        }));
    }
    days
}
