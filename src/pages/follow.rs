//! The leadership's three work lists and the forums' next agendas.

use super::context::Context;
use super::data::{Agenda, AgendaItem, Item, Mark, Phrase, Sentence, WorkGroup, WorkItem, WorkList};
use super::routes::Route;
use crate::derive::{self, AgendaNeed, AgendaSubject, ForumActivity, InsightState};
use crate::model::{self, AnyKey, Forum, Insight, Key};

impl Context<'_> {
    /// Behöver beslut: the questions that wait for a decision, the most overdue first.
    pub(super) fn decisions_needed(self) -> WorkList {
        let lists = &self.facts.lists;
        let items: Vec<WorkItem> = lists.decisions.iter().map(|waiting| self.decision_item(waiting)).collect();
        let lead = self
            .say("decisions-needed-lead", &[("n", items.len().into()), ("overdue", lists.decisions_overdue().into())]);
        one_group(lead, items)
    }

    fn decision_item(self, waiting: &derive::DecisionWaiting) -> WorkItem {
        let question = self.plan.reports[waiting.report].decision_needed.as_ref();
        let mut date = self.date_item(waiting.before);
        if let Some(days) = waiting.overdue {
            date.note = Some(self.passed(days));
        }
        WorkItem {
            initiative: self.link(AnyKey::Initiative(waiting.initiative)),
            mark: self.state_of(waiting.initiative),
            text: self.own(question.map_or("", |needed| needed.question.as_str())),
            by: self.fact("work-decides", self.role(Some(waiting.by))),
            date: self.fact("work-before", date),
        }
    }

    /// Hinder: what is in the way, by kind, the oldest of each kind first.
    pub(super) fn obstacles(self) -> WorkList {
        let mut groups: Vec<(model::ObstacleKind, Vec<WorkItem>)> = Vec::new();
        for own in &self.facts.lists.obstacles {
            let item = self.obstacle_item(own);
            match groups.last_mut() {
                Some((kind, items)) if *kind == own.kind => items.push(item),
                _ => groups.push((own.kind, vec![item])),
            }
        }
        // What is most in the way comes first.
        groups.sort_by_key(|(_, items)| std::cmp::Reverse(items.len()));
        let n = self.facts.lists.obstacles.len();
        WorkList {
            lead: self.say("obstacles-lead", &[("n", n.into())]),
            empty: n == 0,
            figures: Vec::new(),
            groups: groups
                .into_iter()
                .map(|(kind, items)| WorkGroup {
                    title: Some(Phrase { text: self.choice("obstacle", kind), lang: None }),
                    items,
                })
                .collect(),
        }
    }

    fn obstacle_item(self, own: &derive::ObstacleFacts) -> WorkItem {
        let report = &self.plan.reports[own.report];
        let text = report.obstacle.as_ref().map_or("", |obstacle| obstacle.text.as_str());
        let note = (own.reports > 1).then(|| self.say("in-reports", &[("n", own.reports.into())]));
        WorkItem {
            initiative: self.link(AnyKey::Initiative(own.initiative)),
            mark: self.state_of(own.initiative),
            text: self.own(text),
            by: self.fact("accountable", self.role(self.plan.initiatives[own.initiative].accountable)),
            date: self.fact("work-since", Item { note, ..self.item(self.period_link(own.since)) }),
        }
    }

    /// Saknar aktuell rapport: by unit, the oldest first.
    pub(super) fn missing_reports(self) -> WorkList {
        let overdue: Vec<&derive::MissingReport> =
            self.facts.lists.reports.iter().filter(|own| own.overdue > 0).collect();
        let mut groups: Vec<WorkGroup> = Vec::new();
        for own in &overdue {
            let title = match own.unit {
                Some(unit) => self.phrase(&self.plan.units[unit].entity.title),
                None => Phrase { text: self.word("no-accountable"), lang: None },
            };
            let first = self.period(own.first.period);
            let due = self.day(own.first.date);
            let item = WorkItem {
                initiative: self.link(AnyKey::Initiative(own.initiative)),
                mark: self.state_of(own.initiative),
                text: Phrase {
                    text: self.say("missing-report", &[("n", own.overdue.into()), ("period", first.into())]),
                    lang: None,
                },
                by: self.fact("accountable", self.role(own.role)),
                date: self.fact(
                    "work-due",
                    Item { text: due.text, iso: due.iso, note: Some(self.passed(own.days)), ..Item::default() },
                ),
            };
            match groups.iter_mut().find(|group| group.title.as_ref() == Some(&title)) {
                Some(group) => group.items.push(item),
                None => groups.push(WorkGroup { title: Some(title), items: vec![item] }),
            }
        }
        groups.sort_by(|a, b| {
            let order = self.words.formats();
            let name = |group: &WorkGroup| group.title.as_ref().map_or_else(String::new, |title| title.text.clone());
            order.compare(&name(a), &name(b))
        });
        let total = self.facts.initiatives.rows().iter().filter(|own| own.reporting.owed_latest).count();
        let lead = self.say("missing-reports-lead", &[("n", overdue.len().into()), ("total", total.into())]);
        WorkList { lead, empty: overdue.is_empty(), groups, figures: Vec::new() }
    }

    /// Whether a forum meets as it should, as a mark and as a sentence.
    pub(super) fn forum_activity(self, forum: Key<Forum>) -> (Mark, String) {
        let facts = &self.facts.forums[forum];
        let (key, sentence) = match facts.activity {
            ForumActivity::Active => {
                let days = facts.days_since.unwrap_or(0);
                ("whole", self.say("forum-active", &[("days", days.into())]))
            }
            ForumActivity::Silent { days, every } => {
                let every = self.choice("interval", every).to_lowercase();
                ("broken", self.say("forum-silent", &[("days", days.into()), ("every", every.into())]))
            }
            ForumActivity::NeverMet => ("broken", self.word("forum-never-met")),
            ForumActivity::CannotSay => ("weak-link", self.word("forum-no-rhythm")),
        };
        let word = match facts.activity {
            ForumActivity::Active => self.word("forum-word-active"),
            ForumActivity::Silent { .. } | ForumActivity::NeverMet => self.word("forum-word-silent"),
            ForumActivity::CannotSay => self.word("forum-word-unknown"),
        };
        (Mark { key, word }, sentence)
    }

    /// Whether a forum meets as it should, in a list.
    pub(super) fn forum_state(self, forum: Key<Forum>) -> Item {
        let (mark, _) = self.forum_activity(forum);
        Item { text: mark.word.clone(), mark: Some(mark), ..Item::default() }
    }

    /// Links to the three work lists, each with how many it holds.
    pub(super) fn work_lists(self) -> Vec<super::data::Anchor> {
        let missing = self.facts.lists.reports.iter().filter(|own| own.overdue > 0).count();
        [
            (Route::DecisionsNeeded, "decisions-needed-link", self.facts.lists.decisions.len()),
            (Route::Obstacles, "obstacles-link", self.facts.lists.obstacles.len()),
            (Route::MissingReports, "missing-reports-link", missing),
        ]
        .into_iter()
        .map(|(route, key, n)| super::data::Anchor {
            text: self.say(key, &[("n", n.into())]),
            href: self.section_href(route),
            lang: None,
        })
        .collect()
    }

    /// A forum's next agenda, as its areas need it.
    pub(super) fn agenda(self, forum: Key<Forum>) -> Agenda {
        let items: Vec<AgendaItem> = self.facts.agendas[forum].iter().map(|item| self.agenda_item(item)).collect();
        let today = self.facts.calendar.today;
        let expected = match self.facts.forums[forum].next_expected {
            Some(day) => {
                let shown = self.day(day);
                let late = derive_days(day, today);
                let note = (late > 0).then(|| self.passed(late));
                Item { text: shown.text, iso: shown.iso, note, ..Item::default() }
            }
            None => self.missing(),
        };
        Agenda { lead: self.say("agenda-lead", &[("n", items.len().into())]), expected, items }
    }

    fn agenda_item(self, item: &derive::AgendaItem) -> AgendaItem {
        let reasons = item.needs.iter().map(|need| self.need_reason(*need)).collect();
        let need = item.needs.first().map_or_else(String::new, |need| self.word(need_key(*need)));
        match item.about {
            AgendaSubject::Initiative(key) => AgendaItem {
                link: self.link(AnyKey::Initiative(key)),
                mark: Some(self.state_of(key)),
                reasons,
                need,
                accountable: self.role(self.plan.initiatives[key].accountable),
            },
            AgendaSubject::Insight(key) => {
                let by = self.plan.insights[key].response.as_ref().and_then(|response| response.by);
                AgendaItem {
                    link: self.link(AnyKey::Insight(key)),
                    mark: None,
                    reasons,
                    need,
                    accountable: self.role(by),
                }
            }
        }
    }

    fn need_reason(self, need: AgendaNeed) -> Sentence {
        let question = |report: Key<model::Report>| {
            let needed = self.plan.reports[report].decision_needed.as_ref();
            ("question", self.own(needed.map_or("", |own| own.question.as_str())).into())
        };
        let plain = match need {
            AgendaNeed::DecisionOverdue { report, days, .. } => {
                return self.sentence("need-decision-overdue", &[("days", days.into())], &[question(report)]);
            }
            AgendaNeed::Decision { report, before, .. } => {
                return match before.map(|before| ("date", self.date(before).text.into())) {
                    Some(date) => self.sentence("need-decision-before", &[date], &[question(report)]),
                    None => self.sentence("need-decision", &[], &[question(report)]),
                };
            }
            AgendaNeed::Blocked { report, kind, reports, .. } => {
                let text = self.plan.reports[report].obstacle.as_ref().map_or("", |own| own.text.as_str());
                let kind = self.choice("obstacle", kind).to_lowercase();
                let args = [("kind", kind.into()), ("n", reports.into())];
                return self.sentence("need-blocked", &args, &[("text", self.own(text).into())]);
            }
            AgendaNeed::Silent { periods, .. } => self.say("reason-silent", &[("n", periods.into())]),
            AgendaNeed::NeverReported { periods, .. } => self.say("reason-never", &[("n", periods.into())]),
            AgendaNeed::Delayed { days } => self.say("need-delayed", &[("days", days.into())]),
            AgendaNeed::InsightUnanswered { days } => self.say("insight-unanswered", &[("days", days.into())]),
            AgendaNeed::ReportLate { .. } => self.word("need-report-late"),
        };
        plain.into()
    }

    /// Whether an insight has been answered, as a mark and as a sentence.
    pub(super) fn insight_state(self, insight: Key<Insight>) -> Option<(Mark, String)> {
        let facts = self.facts.insights[insight]?;
        let (key, sentence) = match facts.state {
            InsightState::Answered { after: Some(days) } => {
                ("whole", self.say("insight-answered", &[("days", days.into())]))
            }
            InsightState::Answered { after: None } => ("whole", self.word("insight-answered-undated")),
            InsightState::Open { days } => ("weak-link", self.say("insight-open", &[("days", days.into())])),
            InsightState::Unanswered { days } => ("broken", self.say("insight-unanswered", &[("days", days.into())])),
        };
        let word = match facts.state {
            InsightState::Answered { .. } => self.word("insight-word-answered"),
            InsightState::Open { .. } => self.word("insight-word-open"),
            InsightState::Unanswered { .. } => self.word("insight-word-unanswered"),
        };
        Some((Mark { key, word }, sentence))
    }
}

fn one_group(lead: String, items: Vec<WorkItem>) -> WorkList {
    let empty = items.is_empty();
    let groups = if empty { Vec::new() } else { vec![WorkGroup { title: None, items }] };
    WorkList { lead, empty, groups, figures: Vec::new() }
}

/// Days from `day` until `today`; 0 when it is ahead.
fn derive_days(day: jiff::civil::Date, today: jiff::civil::Date) -> u32 {
    model::days_between(day, today).max(0).unsigned_abs()
}

/// What an item of an agenda needs from the forum.
fn need_key(need: AgendaNeed) -> &'static str {
    match need {
        AgendaNeed::DecisionOverdue { .. } | AgendaNeed::Decision { .. } => "needs-decision",
        AgendaNeed::Silent { .. } | AgendaNeed::NeverReported { .. } => "needs-information",
        AgendaNeed::Delayed { .. } => "needs-new-plan",
        AgendaNeed::Blocked { .. } => "needs-way",
        AgendaNeed::InsightUnanswered { .. } => "needs-answer",
        AgendaNeed::ReportLate { .. } => "needs-report",
    }
}
