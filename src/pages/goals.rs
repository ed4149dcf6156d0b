//! Goals and knowledge areas.

use super::context::Context;
use super::data::{Area, Assessment, Goal, GoalGroup, Goals};
use crate::model::{self, AnyKey, Key};

impl Context<'_> {
    pub(super) fn goals(self) -> Goals {
        let plan = self.plan;
        let mut areas: Vec<(String, Key<model::Area>)> =
            plan.areas.iter().map(|(key, area)| (self.phrase(&area.entity.title).text, key)).collect();
        areas.sort_by(|a, b| self.words.formats().compare(&a.0, &b.0));
        let mut groups: Vec<GoalGroup> = areas
            .into_iter()
            .filter(|(_, area)| !self.facts.index.goals_of_area[*area].is_empty())
            .map(|(_, area)| GoalGroup {
                area: Some(self.link(AnyKey::Area(area))),
                goals: self.goal_rows(self.facts.index.goals_of_area[area].iter().copied()),
            })
            .collect();
        let homeless: Vec<Key<model::Goal>> =
            plan.goals.keys().filter(|&goal| self.facts.index.area_of_goal[goal].is_none()).collect();
        if !homeless.is_empty() {
            groups.push(GoalGroup { area: None, goals: self.goal_rows(homeless) });
        }
        let assessed = self.facts.goals.rows().iter().filter(|facts| facts.assessment.is_some()).count();
        let lead = self.say("goals-lead", &[("n", plan.goals.len().into()), ("assessed", assessed.into())]);
        Goals { lead, groups }
    }

    pub(super) fn goal(self, key: Key<model::Goal>) -> Goal {
        let own = &self.plan.goals[key];
        let facts = &self.facts.goals[key];
        let row = self.goal_row(key);
        let known = facts.assessment.map_or(0, |n| n + 1);
        let mut list = vec![
            self.fact("accountable", self.role(own.accountable)),
            self.fact("goal-target", self.date_item(own.target)),
            self.fact("decision", self.entity_item(own.decision.map(AnyKey::Decision))),
        ];
        if let Some(area) = self.facts.index.area_of_goal[key] {
            list.insert(0, self.fact("area", self.item(self.link(AnyKey::Area(area)))));
        }
        if let Some(parent) = own.parent {
            list.push(self.fact("goal-parent", self.item(self.link(AnyKey::Goal(parent)))));
        }
        if let Some(other) = own.replaced_by {
            list.push(self.fact("goal-replaced-by", self.item(self.link(AnyKey::Goal(other)))));
        }
        Goal {
            summary: row.summary,
            delivery: self.drawn_states(&facts.delivery, "chart_delivery"),
            outcome: row.outcome,
            figures: self.small_figures(&own.indicators),
            assessments: own.assessments[..known]
                .iter()
                .rev()
                .map(|assessment| Assessment {
                    mark: self.verdict(assessment.verdict),
                    date: self.date(assessment.date),
                    by: self.role(Some(assessment.by)),
                    motivation: self.own(&assessment.motivation),
                })
                .collect(),
            body: self.text(&own.entity.body, 2, ""),
            facts: list,
            initiatives: self.initiative_rows(self.facts.index.initiatives_of_goal[key].iter().copied()),
            chains: self.chains(&self.facts.chains.goals[key]),
            subgoals: self.links(self.facts.index.goals_of_goal[key].iter().map(|&key| AnyKey::Goal(key))),
        }
    }

    pub(super) fn area(self, key: Key<model::Area>) -> Area {
        let own = &self.plan.areas[key];
        let forums = self.links(self.facts.index.forums_of_area[key].iter().map(|&key| AnyKey::Forum(key)));
        Area {
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            body: self.text(&own.entity.body, 2, ""),
            facts: vec![self.facts_of("forum", forums.into_iter().map(|link| self.item(link)).collect())],
            goals: self.goal_rows(self.facts.index.goals_of_area[key].iter().copied()),
            states: self.drawn_states(&self.facts.areas[key], "chart_states"),
            initiatives: self.initiative_rows(self.facts.index.initiatives_of_area[key].iter().copied()),
        }
    }
}
