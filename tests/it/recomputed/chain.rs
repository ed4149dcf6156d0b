//! F10 computed again: the seven links of each chain.

use jiff::civil::Date;
use serde_json::Value;

use super::values::{day, first_day, last_day, list, text_of};
use super::{Values, count_state, each, is_idea_without_dates, is_open};

impl Values {
    pub(super) fn chain(&self, own: &Value) -> Vec<(&'static str, &'static str)> {
        vec![
            self.direction(own),
            self.owner(own),
            self.mandate(own),
            self.need(own),
            self.works_with(own),
            self.activity(own),
            self.follow_up(own),
        ]
    }

    /// Whether a decision that exists affects this.
    fn is_affected(&self, reference: &str) -> bool {
        self.list("decisions").iter().any(|decision| list(decision, "affects").iter().any(|it| it == reference))
    }

    fn goals_of<'a>(&'a self, own: &'a Value) -> impl Iterator<Item = &'a Value> {
        list(own, "goals").iter().filter_map(|id| self.find("goals", id))
    }

    fn direction(&self, own: &Value) -> (&'static str, &'static str) {
        let decided = |it: &Value, kind: &str| {
            !it["decision"].is_null() || self.is_affected(&format!("{kind}:{}", text_of(it, "id")))
        };
        if decided(own, "initiative") {
            ("decided", "whole")
        } else if self.goals_of(own).any(|goal| decided(goal, "goal")) {
            ("goal-decided", "weak")
        } else if !self.all["plan"]["decision"].is_null() {
            ("plan-decided", "weak")
        } else {
            ("no-decision", "broken")
        }
    }

    fn owner(&self, own: &Value) -> (&'static str, &'static str) {
        match self.find("roles", &own["accountable"]) {
            Some(role) if role["is_group"] == true => ("collective-owner", "weak"),
            Some(_) => ("one-owner", "whole"),
            None => ("no-owner", "broken"),
        }
    }

    fn mandate(&self, own: &Value) -> (&'static str, &'static str) {
        let mandate = |role: &Value| self.find("roles", role).map(|role| text_of(role, "mandate"));
        match (mandate(&own["accountable"]), mandate(&own["sponsor"])) {
            (Some("decides"), _) => ("owner-decides", "whole"),
            (_, Some("decides")) => ("sponsor-decides", "whole"),
            (Some("proposes"), _) => ("owner-proposes", "weak"),
            (Some(_), _) => ("owner-cannot-decide", "broken"),
            (None, _) => ("nobody-decides", "broken"),
        }
    }

    fn need(&self, own: &Value) -> (&'static str, &'static str) {
        let is_outcome = |id: &Value| self.find("indicators", id).is_some_and(|it| it["level"] == "outcome");
        let indicators = list(own, "indicators");
        if !list(own, "insights").is_empty() {
            ("answers-insight", "whole")
        } else if indicators.iter().any(is_outcome) {
            ("moves-outcome", "whole")
        } else if !indicators.is_empty() {
            ("moves-no-outcome", "weak")
        } else if self
            .goals_of(own)
            .any(|goal| goal["outcomes"].as_object().unwrap().keys().any(|id| is_outcome(&Value::from(id.as_str()))))
        {
            ("goal-has-outcome", "weak")
        } else {
            ("no-need", "broken")
        }
    }

    fn works_with(&self, own: &Value) -> (&'static str, &'static str) {
        let areas = self.goals_of(own).filter_map(|goal| self.find("areas", &goal["area"]));
        let of_areas = areas.flat_map(|area| list(area, "forums").iter());
        let forums: Vec<&str> = std::iter::once(&own["forum"])
            .filter(|forum| !forum.is_null())
            .chain(of_areas)
            .map(|id| self.forum(self.find("forums", id).unwrap()))
            .collect();
        match forums.first() {
            _ if forums.contains(&"active") => ("active-forum", "whole"),
            Some(&"silent") => ("silent-forum", "weak"),
            Some(&"never-met") => ("forum-never-met", "weak"),
            Some(_) => ("forum-without-rhythm", "weak"),
            None => ("no-forum", "broken"),
        }
    }

    fn activity(&self, own: &Value) -> (&'static str, &'static str) {
        let overdue = |it: &Value| is_open(it) && self.has_passed(&it["due"]);
        let most = each(own).filter(|it| overdue(it)).map(|it| self.days_since(&it["due"])).max();
        let in_progress = count_state(own, "in-progress");
        if each(own).all(|it| it["state"] == "cancelled") {
            ("no-activity", "broken")
        } else if most.is_some_and(|days| f64::from(days) > self.limit("long_overdue_days")) {
            if in_progress == 0 { ("stalled", "broken") } else { ("long-overdue", "weak") }
        } else if each(own).any(|it| it["state"] == "in-progress" && !overdue(it)) {
            ("under-way", "whole")
        } else if most.is_some() {
            ("only-overdue", "weak")
        } else if count_state(own, "done") > 0 {
            ("done-as-planned", "whole")
        } else if each(own).any(is_open) {
            ("nothing-started", "weak")
        } else {
            ("activities-unknown", "weak")
        }
    }

    fn follow_up(&self, own: &Value) -> (&'static str, &'static str) {
        match self.reporting(own) {
            "reported" => {}
            "not-yet-due" => return ("not-yet-due", "weak"),
            _ => return ("not-reported", "broken"),
        }
        let review = |period: &Value| self.list("reviews").iter().find(|review| review["period"] == period["period"]);
        let due = |period: &&Value| review(period).is_some() || day(period, "review_due") < self.today;
        let Some(period) = self.closed().iter().rfind(due) else { return ("nothing-to-review", "weak") };
        let report = list(own, "reports").iter().find(|report| report["period"] == period["period"]);
        let owes = !is_idea_without_dates(own)
            && own["start"].as_str().is_none_or(|start| first_day(start) <= day(period, "last_day"));
        let covered = review(period).is_some_and(|review| {
            let made = last_day(text_of(review, "date")).unwrap_or(Date::MAX);
            let listed = match review["covers"].as_array() {
                Some(covers) => covers.contains(&own["id"]),
                None => report.is_some_and(|report| day(report, "date") <= made),
            };
            listed || list(review, "answers").contains(&own["id"])
        });
        if !covered && report.is_none() && !owes {
            return ("nothing-to-review", "weak");
        }
        if review(period).is_none() {
            return ("not-reviewed", "weak");
        }
        if !covered {
            return ("not-covered", "weak");
        }
        match report.filter(|report| !report["decision_needed"].is_null()) {
            None => ("followed-up", "whole"),
            Some(report) => self.answer(own, report),
        }
    }

    /// What answers a report's question: a review of its period or a later one, or a decision after it.
    pub(super) fn answer(&self, own: &Value, report: &Value) -> (&'static str, &'static str) {
        let made = day(report, "date");
        let reviewed = self.list("reviews").iter().any(|review| {
            first_day(text_of(review, "period")) >= first_day(text_of(report, "period"))
                && last_day(text_of(review, "date")).is_none_or(|last| last >= made)
                && list(review, "answers").contains(&own["id"])
        });
        let id = text_of(own, "id");
        let about = [format!("initiative:{id}"), format!("report:{}/{id}", text_of(report, "period"))];
        let decided = self.list("decisions").iter().any(|decision| {
            let concerns = own["decision"] == decision["id"]
                || list(decision, "affects").iter().any(|it| about.iter().any(|about| it == about.as_str()));
            concerns && first_day(text_of(decision, "date")) > made
        });
        match (reviewed, decided) {
            (true, _) => ("followed-up", "whole"),
            (_, true) => ("answered-by-decision", "whole"),
            _ => ("question-unanswered", "weak"),
        }
    }
}
