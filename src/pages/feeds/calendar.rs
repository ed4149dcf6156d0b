//! Calendars (RFC 5545): what is to happen and when, for the plan as a whole and for each forum and role.
//!
//! Every date of a plan is a day or more, so every event lasts whole days and is the same in every time zone. A date that
//! is less precise than a day is a span, and the event says so. Its UID is made of what it is about and not of when it
//! is, so that a deadline that moves moves in the reader's calendar, too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Circles, DAYS, Owner, first_id, home_of};
use crate::derive::{Facts, Reporting};
use crate::model::{ActivityState, AnyKey, Body, Initiative, Key, Period, PlanDate, Precision};
use crate::pages::context::Context;
use crate::pages::routes::{Route, percent_encoded};

/// The file, below its page's address.
pub(super) const FILE: &str = "calendar.ics";
/// How many reporting periods ahead are told.
const AHEAD: usize = 12;

/// An event as a calendar has it.
struct Event {
    owners: Vec<Owner>,
    /// What it is about: the part of its UID before `@`.
    about: String,
    summary: String,
    description: Option<String>,
    /// The page that it is told of on.
    url: String,
    first: Date,
    last: Date,
    /// How many times its date has been changed.
    sequence: u32,
    /// The day on which that was last done, or the plan began.
    stamp: Date,
    category: &'static str,
}

/// Every calendar of the plan in one language, by whose it is; the address of each file is another's business.
pub(super) fn calendars(cx: Context<'_>, facts: &Facts, circles: &Circles<'_>, url: &str) -> BTreeMap<Owner, String> {
    let plan = cx.plan;
    let mut events = Maker { cx, facts, circles, events: Vec::new() }.all();
    events.sort_by(|a, b| (a.first, &a.about).cmp(&(b.first, &b.about)));
    let mut written: BTreeMap<Owner, String> = BTreeMap::new();
    for owner in Owner::all(plan).into_iter().filter(|owner| owner.has_calendar()) {
        let page = owner.page(plan, cx.routes);
        let mut lines = Lines::default();
        lines.put("BEGIN", "VCALENDAR");
        lines.put("VERSION", "2.0");
        lines.put("PRODID", concat!("-//framdrift//framdrift ", env!("CARGO_PKG_VERSION"), "//EN"));
        lines.put("CALSCALE", "GREGORIAN");
        for name in ["NAME", "X-WR-CALNAME"] {
            lines.text(name, &cx.feed_title(owner));
        }
        lines.put("URL", &format!("{url}/{page}"));
        lines.put("SOURCE;VALUE=URI", &format!("{url}/{page}{FILE}"));
        lines.put("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        for event in events.iter().filter(|event| owner == Owner::Plan || event.owners.contains(&owner)) {
            event.write(cx, &mut lines, url);
        }
        lines.put("END", "VCALENDAR");
        written.insert(owner, lines.0);
    }
    written
}

impl Event {
    fn write(&self, cx: Context<'_>, lines: &mut Lines, url: &str) {
        let day = |date: Date| date.strftime("%Y%m%d").to_string();
        let language = cx.own_lang().map(|_| format!("/{}", cx.words.language().tag())).unwrap_or_default();
        lines.put("BEGIN", "VEVENT");
        lines.put("UID", &format!("{}{language}@{}", self.about, home_of(cx.plan, url).0));
        lines.put("DTSTAMP", &format!("{}T000000Z", day(self.stamp)));
        lines.put("SEQUENCE", &self.sequence.to_string());
        lines.put("DTSTART;VALUE=DATE", &day(self.first));
        // The end is the first day after it.
        lines.put("DTEND;VALUE=DATE", &day(self.last.tomorrow().unwrap_or(self.last)));
        lines.text("SUMMARY", &self.summary);
        self.description.iter().for_each(|text| lines.text("DESCRIPTION", text));
        lines.text("CATEGORIES", &cx.word(&format!("calendar-{}", self.category)));
        lines.put("URL", &self.url);
        // It takes nobody's time.
        lines.put("TRANSP", "TRANSPARENT");
        lines.put("END", "VEVENT");
    }
}

struct Maker<'a> {
    cx: Context<'a>,
    facts: &'a Facts,
    circles: &'a Circles<'a>,
    events: Vec<Event>,
}

impl Maker<'_> {
    fn all(mut self) -> Vec<Event> {
        let plan = self.cx.plan;
        for (key, initiative) in plan.initiatives.iter() {
            if self.facts.initiatives[key].is_ongoing() {
                self.deadlines(key, initiative);
            }
        }
        for (forum, own) in plan.forums.iter() {
            let name = self.cx.phrase(&own.entity.title).text;
            for meeting in &own.meetings {
                let about = format!("meeting/{}/{}", first_id(&own.entity), meeting.date.to_string().to_lowercase());
                let key = AnyKey::Forum(forum);
                self.add(vec![Owner::Forum(forum)], &about, "meeting", &name, (meeting.date, self.cx.href(key)));
            }
        }
        self.reporting();
        self.events
    }

    /// When an initiative is to be done, and its milestones.
    fn deadlines(&mut self, key: Key<Initiative>, initiative: &Initiative) {
        let (cx, facts) = (self.cx, &self.facts.initiatives[key]);
        let owners: Vec<Owner> = self.circles.initiatives.get(&key).into_iter().flatten().copied().collect();
        let (id, name) = (first_id(&initiative.entity), cx.phrase(&initiative.entity.title).text);
        let url = cx.href(AnyKey::Initiative(key));
        if let Some(date) = facts.deadline.current {
            let from = self.events.len();
            self.add(owners.clone(), &format!("end/{id}"), "end", &name, (date, url.clone()));
            let moved = initiative.deadline_moves.iter().rfind(|own| own.date.first_day() <= self.facts.calendar.today);
            for event in self.events.iter_mut().skip(from) {
                event.sequence = facts.deadline.moved;
                event.stamp = moved.map_or(event.stamp, |own| own.date.first_day());
            }
        }
        for (activity, own) in initiative.activities.iter().zip(&facts.activities.each) {
            let is_over = matches!(own.state, ActivityState::Done | ActivityState::Cancelled);
            let Some(due) = activity.due.filter(|_| activity.milestone && !is_over) else { continue };
            let text =
                cx.say("calendar-of", &[("what", cx.own(&activity.title).text.into()), ("name", name.as_str().into())]);
            let about = format!("milestone/{id}/{}", activity.id);
            self.add(owners.clone(), &about, "milestone", &text, (due, url.clone()));
        }
    }

    /// When reports and reviews are due.
    fn reporting(&mut self) {
        let (cx, calendar, plan) = (self.cx, &self.facts.calendar, self.cx.plan);
        let today = calendar.today;
        let every = plan.settings.reporting.every;
        let end = plan.settings.end.last_day().unwrap_or(Date::MAX);
        let first_ahead = calendar
            .latest()
            .map_or_else(|| Period::containing(plan.settings.start.first_day().max(today), every), Period::next);
        let ahead = std::iter::successors(Some(first_ahead), |period| Some(period.next()));
        let ahead = ahead.take(AHEAD).take_while(|period| period.first_day() <= end);
        let periods: Vec<Period> = calendar.periods().iter().copied().chain(ahead).collect();
        let is_reporting = |(key, _): &(Key<Initiative>, &Initiative)| {
            self.facts.initiatives[*key].reporting.reporting != Reporting::Exempt
        };
        let reporters: BTreeSet<Owner> = plan
            .initiatives
            .iter()
            .filter(is_reporting)
            .filter_map(|(_, own)| own.accountable)
            .map(Owner::Role)
            .collect();
        let reporters: Vec<Owner> = reporters.into_iter().collect();
        let reviewer =
            self.facts.index.review_of_period.values().next_back().and_then(|&key| match plan.reviews[key].body {
                Body::Role(role) => Some(Owner::Role(role)),
                Body::Unit(_) => None,
            });
        for period in periods {
            let (name, id) = (cx.period(period), period.to_string().to_lowercase());
            let section = cx.section_href(Route::Periods);
            let day = |date: Date| date.to_string().parse::<PlanDate>().ok();
            if let Some(due) = day(calendar.due(period).date) {
                self.add(reporters.clone(), &format!("reports/{id}"), "reports", &name, (due, section.clone()));
            }
            if let Some(due) = day(calendar.review_due(period)) {
                let owners = reviewer.into_iter().collect();
                self.add(owners, &format!("review/{id}"), "review", &name, (due, section));
            }
        }
    }

    /// An event of a kind about something, unless it is long past.
    fn add(&mut self, owners: Vec<Owner>, about: &str, kind: &'static str, name: &str, at: (PlanDate, String)) {
        let (cx, (date, url)) = (self.cx, at);
        let oldest = self.facts.calendar.today.checked_sub(DAYS.days()).unwrap_or(Date::MIN);
        let Some(last) = date.last_day().filter(|last| *last >= oldest) else { return };
        let about = about.split('/').map(percent_encoded).collect::<Vec<_>>().join("/");
        let when = || cx.say("calendar-imprecise", &[("date", cx.date(date).text.into())]);
        self.events.push(Event {
            owners,
            about,
            summary: cx.say(&format!("calendar-{kind}-title"), &[("name", name.into())]),
            description: (date.precision() != Precision::Day).then(when),
            url,
            first: date.first_day(),
            last,
            sequence: 0,
            stamp: cx.plan.settings.start.first_day(),
            category: kind,
        });
    }
}

/// Lines as RFC 5545 wants them: with CRLF, and none longer than 75 bytes.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// A property that says something to programs.
    fn put(&mut self, name: &str, value: &str) {
        let mut room = 75;
        for c in format!("{name}:{value}").chars() {
            if c.len_utf8() > room {
                // A line that begins with a space goes on with the one before.
                self.0.push_str("\r\n ");
                room = 74;
            }
            room -= c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }

    /// One that says something to people.
    fn text(&mut self, name: &str, text: &str) {
        let mut escaped = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => {
                    let _ = write!(escaped, "\\{c}");
                }
                '\n' => escaped.push_str("\\n"),
                c if c.is_control() => {}
                c => escaped.push(c),
            }
        }
        self.put(name, &escaped);
    }
}

impl Owner {
    /// Whether there is a calendar for it: a goal has no days of its own.
    pub(super) fn has_calendar(self) -> bool {
        !matches!(self, Self::Goal(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &format!("{}; a, b\\c\nd", "å".repeat(60)));
        assert!(lines.0.ends_with("\r\n"));
        for line in lines.0.trim_end_matches("\r\n").split("\r\n") {
            assert!(line.len() <= 75 && line.len() > 20, "{line:?}");
        }
        let unfolded = lines.0.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{}\\; a\\, b\\\\c\\nd\r\n", "å".repeat(60)));
    }
}
