//! Ways to find an initiative: a page per state, and what the list of all of them is divided by.
//!
//! Each value of a facet has a page of its own, so that nothing needs a script; a theme's script may narrow the list by
//! the same values where it stands.

use super::context::{Context, state_key};
use super::data::{Anchor, Choice, Facet, InitiativeRow, Initiatives, RowKeys, StateList, StateRow, States};
use super::routes::Route;
use crate::derive::State;
use crate::model::{AnyKey, Initiative, Key};

impl Context<'_> {
    pub(super) fn initiatives(self) -> Initiatives {
        let total = self.plan.initiatives.len();
        let row = |key| InitiativeRow { keys: Some(self.row_keys(key)), ..self.initiative_row(key) };
        Initiatives {
            states: self.drawn_states(&self.facts.plan, "chart_states"),
            timeline: self.section(Route::Timeline, "timeline-see"),
            initiatives: self.worst_first(self.plan.initiatives.keys()).into_iter().map(row).collect(),
            facets: self.facets(),
            shown: self.say("filter-shown", &[("n", "{n}".into()), ("total", total.into())]),
        }
    }

    pub(super) fn states(self) -> States {
        let counts = &self.facts.plan;
        States {
            lead: self.states_sentence(counts),
            states: self.drawn_states(counts, "chart_states"),
            each: State::WORST_FIRST
                .into_iter()
                .map(|state| StateRow {
                    mark: self.state(state),
                    href: self.state_link(state).href,
                    meaning: self.state_meaning(state),
                    count: self.say("state-count", &[("n", counts.count(state).into())]),
                })
                .collect(),
        }
    }

    pub(super) fn state_list(self, state: State) -> StateList {
        let has = |key: &Key<Initiative>| self.facts.initiatives[*key].standing.state == state;
        StateList {
            mark: self.state(state),
            lead: self.state_lead(state),
            meaning: self.state_meaning(state),
            initiatives: self.initiative_rows(self.plan.initiatives.keys().filter(has)),
            facets: self.facets(),
        }
    }

    /// How many of all are in a state: "4 av 42 initiativ är försenade."
    pub(super) fn state_lead(self, state: State) -> String {
        let counts = &self.facts.plan;
        let args = [("n", counts.count(state).into()), ("total", counts.total.into())];
        self.say(&format!("state-lead-{}", state_key(state)), &args)
    }

    pub(super) fn state_link(self, state: State) -> Anchor {
        Anchor {
            text: self.state(state).word,
            href: self.base.relative(self.address, &self.routes.state(state)),
            lang: None,
        }
    }

    fn state_meaning(self, state: State) -> String {
        self.word(&format!("state-meaning-{}", state_key(state)))
    }

    /// What the initiatives are divided by, as far as it divides them.
    fn facets(self) -> Vec<Facet> {
        let (plan, index) = (self.plan, &self.facts.index);
        let states = self.facts.plan.present().map(|(state, count)| Choice {
            value: self.state(state).key.to_owned(),
            link: self.state_link(state),
            count: self.words.formats().count(u64::from(count)),
        });
        let goals = plan.goals.iter().map(|(key, goal)| {
            self.choice_of(AnyKey::Goal(key), &goal.entity.id, index.initiatives_of_goal[key].len())
        });
        let areas = plan.areas.iter().map(|(key, area)| {
            self.choice_of(AnyKey::Area(key), &area.entity.id, index.initiatives_of_area[key].len())
        });
        let roles = plan.roles.iter().map(|(key, role)| {
            self.choice_of(AnyKey::Role(key), &role.entity.id, index.initiatives_of_role[key].len())
        });
        let facet = |key, label, section: Anchor, choices| Facet { key, label: self.word(label), section, choices };
        let mut facets = vec![
            facet("state", "theme-state", self.section(Route::States, "states-title"), states.collect()),
            facet("goal", "facet-goal", self.section(Route::Goals, "goals-all"), self.in_order(goals)),
            facet("area", "area", self.section(Route::Goals, "areas-all"), self.in_order(areas)),
            facet("role", "accountable", self.section(Route::Roles, "roles-all"), self.in_order(roles)),
        ];
        facets.retain(|facet| facet.choices.len() > 1);
        facets
    }

    fn choice_of(self, key: AnyKey, id: &str, count: usize) -> Option<Choice> {
        let count = (count > 0).then(|| self.words.formats().count(count as u64))?;
        Some(Choice { value: id.to_owned(), link: self.link(key), count })
    }

    /// In alphabetical order.
    fn in_order(self, choices: impl Iterator<Item = Option<Choice>>) -> Vec<Choice> {
        let mut choices: Vec<Choice> = choices.flatten().collect();
        choices.sort_by(|a, b| self.words.formats().compare(&a.link.text, &b.link.text));
        choices
    }

    fn row_keys(self, key: Key<Initiative>) -> RowKeys {
        let (plan, index) = (self.plan, &self.facts.index);
        let own = &plan.initiatives[key];
        let facts = &self.facts.initiatives[key];
        let mut areas: Vec<&str> = own
            .goals
            .iter()
            .filter_map(|&goal| Some(plan.areas[index.area_of_goal[goal]?].entity.id.as_str()))
            .collect();
        areas.sort_unstable();
        areas.dedup();
        let goals: Vec<&str> = own.goals.iter().map(|&goal| plan.goals[goal].entity.id.as_str()).collect();
        let deadline = facts.deadline.current.and_then(crate::model::PlanDate::last_day);
        let reported = facts.reporting.latest.map(|report| plan.reports[report].date);
        RowKeys {
            state: self.state_of(key).key,
            goal: goals.join(" "),
            area: areas.join(" "),
            role: own.accountable.map_or_else(String::new, |role| plan.roles[role].entity.id.clone()),
            deadline: deadline.map_or_else(String::new, |day| day.to_string()),
            reported: reported.map_or_else(String::new, |day| day.to_string()),
        }
    }
}
