//! The derived values computed again from `berakning.json` alone, with nothing of framdrift's: the rules as the page
//! "Så räknar vi" and the documentation of `derive` tell them, written down a second time as plainly as possible.

mod chain;
mod indicator;
mod values;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde_json::Value;

use values::{count, day, days, first_day, last_day, list, text_of};

/// All values of a plan.
pub(crate) struct Values {
    all: Value,
    today: Date,
}

impl Values {
    pub(crate) fn read(text: &str) -> Self {
        let all: Value = serde_json::from_str(text).unwrap();
        let today = text_of(&all, "date").parse().unwrap();
        Self { all, today }
    }

    /// Computes everything again and compares it with what is published.
    pub(crate) fn compute_again(&self) {
        for own in self.list("initiatives") {
            let id = text_of(own, "id");
            self.activities(own);
            Self::deadline(own);
            assert_eq!(own["reporting"]["result"], self.reporting(own), "F1 {id}");
            assert_eq!(own["state"]["result"], self.state(own), "F2 {id}");
            let ongoing = !["done", "cancelled", "merged"].contains(&self.state(own));
            assert_eq!(own["ongoing"], ongoing, "{id}");
            let links: Vec<(&str, &str)> =
                list(own, "chain").iter().map(|link| (text_of(link, "reason"), text_of(link, "result"))).collect();
            let expected = if ongoing { self.chain(own) } else { Vec::new() };
            assert_eq!(links, expected, "F10 {id}");
        }
        self.goals();
        for own in self.list("indicators") {
            self.indicator(own);
        }
        for own in self.list("insights") {
            assert_eq!(own["result"], self.insight(own), "F8 {}", own["id"]);
        }
        for own in self.list("forums") {
            assert_eq!(own["result"], self.forum(own), "F9 {}", own["id"]);
        }
        self.pulse();
        for own in self.list("changes") {
            self.changes(own);
        }
    }

    // What the rest reads -----------------------------------------------------------------------------------------------

    fn list(&self, key: &str) -> &[Value] {
        list(&self.all, key)
    }

    /// The one of this list with this id.
    fn find(&self, key: &str, id: &Value) -> Option<&Value> {
        self.list(key).iter().find(|own| own["id"] == *id)
    }

    fn limit(&self, key: &str) -> f64 {
        self.all["thresholds"][key].as_f64().unwrap()
    }

    /// Days since the last day of a date; 0 when it has not passed.
    fn days_since(&self, date: &Value) -> i32 {
        date.as_str().and_then(last_day).map_or(0, |last| days(last, self.today).max(0))
    }

    fn has_passed(&self, date: &Value) -> bool {
        self.days_since(date) > 0
    }

    fn closed(&self) -> &[Value] {
        list(&self.all["calendar"], "closed")
    }

    // F1 ----------------------------------------------------------------------------------------------------------------

    fn reporting(&self, own: &Value) -> &'static str {
        let latest = list(own, "reports").last();
        let said = latest.map(|report| text_of(report, "assessment"));
        if !own["merged_into"].is_null()
            || matches!(said, Some("done" | "cancelled"))
            || own["phase"].as_str() == Some("closed")
        {
            return "exempt";
        }
        let begins = own["start"].as_str().map(first_day);
        let overdue = self
            .closed()
            .iter()
            .filter(|_| !is_idea_without_dates(own))
            .filter(|period| begins.is_none_or(|begins| day(period, "last_day") >= begins))
            .filter(|period| {
                let reported = latest.and_then(|report| last_day(text_of(report, "period")));
                reported.is_none_or(|reported| day(period, "last_day") > reported)
            })
            .filter(|period| day(period, "due") < self.today)
            .count() as u64;
        assert_eq!(own["reporting"]["overdue"], overdue, "{}", own["id"]);
        match (latest, overdue) {
            (Some(_), 0) => "reported",
            (None, 0) => "not-yet-due",
            (None, _) => "never",
            (Some(_), n) if n >= self.all["plan"]["stale_after"].as_u64().unwrap() => "silent",
            (Some(_), _) => "late",
        }
    }

    // F2 and F3 -----------------------------------------------------------------------------------------------------------

    fn state(&self, own: &Value) -> &'static str {
        let reports = list(own, "reports");
        let said = reports.last().map(|report| text_of(report, "assessment"));
        let reporting = self.reporting(own);
        let start = &own["start"];
        let in_progress = count_state(own, "in-progress");
        let begun = has_begun(own);
        let ahead = start.as_str().is_some_and(|start| first_day(start) > self.today);
        let (best_at_risk, best_off_track) = self.caps(own);
        assert_eq!(own["activities"]["in_progress"], in_progress);
        if !own["merged_into"].is_null() {
            "merged"
        } else if said == Some("cancelled") {
            "cancelled"
        } else if said == Some("done") || own["phase"] == "closed" {
            "done"
        } else if said == Some("paused") {
            "paused"
        } else if matches!(reporting, "silent" | "never") {
            "no-information"
        } else if self.has_passed(&own["deadline"]["judged_by"]) || (self.has_passed(start) && !begun) {
            "delayed"
        } else if said == Some("off-track") || best_off_track {
            "off-track"
        } else if said == Some("at-risk") || best_at_risk {
            "at-risk"
        } else if ahead || is_idea_without_dates(own) || (said.is_none() && !begun) {
            "not-started"
        } else {
            "on-track"
        }
    }

    /// Whether the activities and the reports without progress allow at-risk at best, and off-track at best.
    fn caps(&self, own: &Value) -> (bool, bool) {
        let open = count(each(own).filter(|it| is_open(it)));
        let overdue: Vec<i32> =
            each(own).filter(|it| is_open(it)).map(|it| self.days_since(&it["due"])).filter(|days| *days > 0).collect();
        let most = f64::from(overdue.iter().copied().max().unwrap_or(0));
        let in_a_row = count(list(own, "reports").iter().rev().take_while(|report| report["no_progress"] == true));
        let at_risk = most > self.limit("overdue_days")
            || (in_a_row > 0 && f64::from(in_a_row) >= self.limit("no_progress_reports"));
        let share = f64::from(count(&overdue)) / f64::from(open.max(1));
        let off_track =
            most > self.limit("long_overdue_days") || (!overdue.is_empty() && share >= self.limit("overdue_share"));
        (at_risk, off_track)
    }

    // F4 and F5 -----------------------------------------------------------------------------------------------------------

    fn activities(&self, own: &Value) {
        let counts = &own["activities"];
        for state in ["done", "in-progress", "not-started", "unknown", "cancelled"] {
            assert_eq!(counts[state.replace('-', "_")], count_state(own, state), "{} {state}", own["id"]);
        }
        assert_eq!(counts["total"], each(own).filter(|it| it["state"] != "cancelled").count() as u64);
        for it in each(own) {
            let overdue = Some(self.days_since(&it["due"])).filter(|days| is_open(it) && *days > 0);
            assert_eq!(it["days_overdue"].as_i64(), overdue.map(i64::from), "{} {}", own["id"], it["id"]);
        }
        let overdue = each(own).filter(|it| !it["days_overdue"].is_null()).count() as u64;
        assert_eq!(counts["overdue"], overdue, "{}", own["id"]);
    }

    fn deadline(own: &Value) {
        let deadline = &own["deadline"];
        let moves = list(deadline, "moves");
        let (current, id) = (&deadline["current"], &own["id"]);
        let original = moves.first().map_or(current, |first| &first["from"]);
        assert_eq!(deadline["original"], *original, "{id}");
        assert_eq!(deadline["moved"], moves.len() as u64, "{id}");
        let last = |date: &Value| date.as_str().and_then(last_day);
        let months = |day: Date| {
            f64::from(day.year()) * 12.0
                + f64::from(day.month())
                + f64::from(day.day()) / f64::from(day.days_in_month())
        };
        let slipped = last(original).zip(last(current)).map(|(from, to)| (months(to) - months(from)).round());
        assert_eq!(deadline["months_slipped"].as_f64(), slipped, "{id}");

        // A move counts once there is a report for the period in which it was made.
        let reported = |it: &Value| {
            let (from, to) = (first_day(text_of(it, "date")), last(&it["date"]).unwrap());
            list(own, "reports").iter().any(|report| {
                let period = text_of(report, "period");
                first_day(period) <= to && from <= last_day(period).unwrap()
            })
        };
        let latest = moves.iter().rposition(reported);
        let unreported = &moves[latest.map_or(0, |n| n + 1)..];
        let mut candidates = vec![current];
        if !unreported.is_empty() {
            candidates.push(latest.map_or(original, |n| &moves[n]["to"]));
            candidates.extend(unreported.iter().flat_map(|it| [&it["from"], &it["to"]]));
        }
        let earliest = candidates.into_iter().filter_map(last).min();
        assert_eq!(last(&deadline["judged_by"]), earliest, "{id}");
    }

    // F6 ----------------------------------------------------------------------------------------------------------------

    fn goals(&self) {
        for goal in self.list("goals") {
            let mut states: BTreeMap<&str, u64> = BTreeMap::new();
            for own in self.list("initiatives").iter().filter(|own| list(own, "goals").contains(&goal["id"])) {
                *states.entry(self.state(own)).or_default() += 1;
            }
            let delivery = &goal["delivery"];
            assert_eq!(delivery["states"], serde_json::json!(states), "{}", goal["id"]);
            assert_eq!(delivery["total"], states.values().sum::<u64>(), "{}", goal["id"]);
        }
        let mut states: BTreeMap<&str, u64> = BTreeMap::new();
        for own in self.list("initiatives") {
            *states.entry(self.state(own)).or_default() += 1;
        }
        assert_eq!(self.all["states"], serde_json::json!(states));
        for role in self.list("roles") {
            let answers = self.list("initiatives").iter().filter(|own| own["accountable"] == role["id"]);
            let ongoing = count(answers.filter(|own| own["ongoing"] == true));
            assert_eq!(role["ongoing"], ongoing, "{}", role["id"]);
            assert_eq!(role["overloaded"], f64::from(ongoing) > self.limit("role_limit"), "{}", role["id"]);
        }
    }

    // F8 and F9 -----------------------------------------------------------------------------------------------------------

    fn insight(&self, own: &Value) -> &'static str {
        let waited = self.days_since(&own["period"]);
        match own["response"].as_str() {
            Some(response) if response != "received" => "answered",
            _ if f64::from(waited) > self.limit("insight_days") => "unanswered",
            _ => "open",
        }
    }

    fn forum(&self, own: &Value) -> &'static str {
        let met = |date: &Value| date.as_str().and_then(last_day).unwrap_or(self.today).min(self.today);
        let Some(last) = list(own, "meetings").iter().map(met).max() else { return "never-met" };
        let Some(every) = own["every"].as_str() else { return "cannot-say" };
        let allowed = self.limit("forum_rhythm") * self.all["intervals"][every].as_f64().unwrap();
        if f64::from(days(last, self.today)) <= allowed { "active" } else { "silent" }
    }

    // F11 ---------------------------------------------------------------------------------------------------------------

    fn pulse(&self) {
        let of =
            |these: Vec<bool>| serde_json::json!({ "n": these.iter().filter(|it| **it).count(), "of": these.len() });
        let pulse = &self.all["pulse"];
        let ongoing: Vec<&Value> = self.list("initiatives").iter().filter(|it| it["ongoing"] == true).collect();
        let chains: Vec<_> = ongoing.iter().map(|it| self.chain(it)).collect();
        assert_eq!(pulse["owner"], of(chains.iter().map(|links| links[1].1 == "whole").collect()));
        assert_eq!(pulse["mandate"], of(chains.iter().map(|links| links[2].1 == "whole").collect()));
        let whole = chains.iter().map(|links| links.iter().all(|link| link.1 == "whole"));
        assert_eq!(pulse["chains"], of(whole.collect()));
        let owed = self.list("initiatives").iter().filter(|it| it["reporting"]["owed_latest"] == true);
        let reported: Vec<bool> = owed.map(|it| self.has_reported_latest(it)).collect();
        assert_eq!(pulse["reported"], of(reported.clone()));
        let due = ongoing.iter().filter(|it| self.reporting(it) != "not-yet-due");
        let next_step = due.map(|it| {
            let latest = list(it, "reports").last();
            self.state(it) != "no-information" && latest.is_some_and(|report| report["next_step"] == true)
        });
        assert_eq!(pulse["next_step"], of(next_step.collect()));
        let works = ongoing.iter().filter(|it| !["paused", "not-started"].contains(&self.state(it)));
        assert_eq!(pulse["under_way"], of(works.map(|it| count_state(it, "in-progress") > 0).collect()));
        let forums = self.list("forums").iter().map(|it| self.forum(it) == "active");
        assert_eq!(pulse["forums"], of(forums.collect()));
        let insights = self.list("insights").iter().map(|it| self.insight(it) == "answered");
        assert_eq!(pulse["insights"], of(insights.collect()));
        let waiting = ongoing.iter().filter_map(|it| {
            let report = list(it, "reports").last()?;
            let asked = !report["decision_needed"].is_null() && self.answer(it, report).0 == "question-unanswered";
            asked.then(|| self.has_passed(&report["decision_needed"]["before"]))
        });
        assert_eq!(pulse["decisions_overdue"], of(waiting.collect()));
        let n = f64::from(count(reported.iter().filter(|it| **it)));
        let all = f64::from(count(&reported));
        let following = match n {
            _ if all == 0.0 => "early",
            _ if n >= all => "fully",
            0.0 => "not-at-all",
            _ if n >= self.limit("pulse_mostly") * all => "mostly",
            _ if n >= self.limit("pulse_partly") * all => "partly",
            _ => "poorly",
        };
        assert_eq!(self.all["following"], following);
    }

    fn has_reported_latest(&self, own: &Value) -> bool {
        let latest = self.closed().last().map(|period| day(period, "last_day"));
        let reported = list(own, "reports").last().and_then(|report| last_day(text_of(report, "period")));
        reported.zip(latest).is_some_and(|(reported, latest)| reported >= latest)
    }

    // F12 ---------------------------------------------------------------------------------------------------------------

    fn changes(&self, own: &Value) {
        const BETTER: [&str; 6] = ["no-information", "delayed", "off-track", "at-risk", "not-started", "on-track"];
        let period = |name: &Value| self.list("periods").iter().find(|it| it["period"] == *name).unwrap();
        let (before, after) = (period(&own["from"]), period(&own["to"]));
        let (from, to) = (day(before, "date"), day(after, "date"));
        let since = |date: &Value| date.as_str().map(first_day).is_some_and(|day| from < day && day <= to);
        let mut found: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for it in self.list("initiatives") {
            let id = text_of(it, "id");
            let is_new = since(&it["start"]);
            if is_new {
                found.entry("new").or_default().push(id);
            }
            let (old, now) = (text_of(&before["states"], id), text_of(&after["states"], id));
            let ended = |state: &str| ["done", "cancelled", "merged"].contains(&state);
            let rank = |state: &str| BETTER.iter().position(|own| *own == state);
            let kind = match (old, now) {
                _ if old == now => None,
                _ if !ended(old) && ended(now) => Some("closed"),
                _ if ended(now) => None,
                _ if ended(old) => Some("reopened"),
                (_, "no-information") => Some("newly_silent"),
                _ if is_new => None,
                (_, "paused") => Some("paused"),
                ("paused", _) => Some("resumed"),
                _ if rank(now) > rank(old) => Some("better"),
                _ => Some("worse"),
            };
            if let Some(kind) = kind {
                found.entry(kind).or_default().push(id);
            }
            let moved = |period: &Value| period["moved"][id].as_u64().unwrap_or(0);
            if moved(after) > moved(before) {
                found.entry("moved").or_default().push(id);
            }
        }
        for it in self.list("insights") {
            let id = text_of(it, "id");
            let (was, is) = (&before["insights"][id], &after["insights"][id]);
            if was.is_null() && !is.is_null() {
                found.entry("new_insights").or_default().push(id);
            }
            if *was != "answered" && *is == "answered" {
                found.entry("answered").or_default().push(id);
            }
        }
        for it in self.list("decisions").iter().filter(|it| since(&it["date"])) {
            found.entry("decisions").or_default().push(text_of(it, "id"));
        }
        for kind in [
            "new",
            "closed",
            "reopened",
            "better",
            "worse",
            "paused",
            "resumed",
            "newly_silent",
            "moved",
            "new_insights",
            "answered",
            "decisions",
        ] {
            let published: Vec<&str> = list(own, kind).iter().map(|id| id.as_str().unwrap()).collect();
            let found = found.get(kind).cloned().unwrap_or_default();
            assert_eq!(published, found, "F12 {kind} {} {}", own["from"], own["to"]);
        }
        let reports = self.list("initiatives").iter().flat_map(|it| list(it, "reports"));
        assert_eq!(own["reports"], reports.filter(|report| since(&report["date"])).count() as u64);
    }
}

// Of an initiative ------------------------------------------------------------------------------------------------------

fn each(own: &Value) -> impl Iterator<Item = &Value> {
    list(&own["activities"], "each").iter()
}

fn is_open(activity: &Value) -> bool {
    ["not-started", "in-progress"].contains(&text_of(activity, "state"))
}

fn count_state(own: &Value, state: &str) -> u32 {
    count(each(own).filter(|it| it["state"] == state))
}

fn has_begun(own: &Value) -> bool {
    matches!(own["phase"].as_str(), Some("pilot" | "rollout" | "operation" | "closed"))
        || count_state(own, "in-progress") + count_state(own, "done") > 0
}

fn is_idea_without_dates(own: &Value) -> bool {
    let end = &own["deadline"]["current"];
    own["phase"] == "idea" && own["start"].is_null() && end.is_null() && !has_begun(own)
}
