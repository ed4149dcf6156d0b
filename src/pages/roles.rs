//! Roles and units: who answers for what, and with which mandate.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::data::{GoalMatrix, GoalMatrixRow, Item, Question, Role, Roles, Unit};
use super::figures::GoalsSaid;
use crate::derive::State;
use crate::model::{self, AnyKey, Body, Key, Mandate};

impl Context<'_> {
    pub(super) fn roles(self) -> Roles {
        let plan = self.plan;
        let total = plan.initiatives.len();
        let owned = plan.initiatives.rows().iter().filter(|own| own.accountable.is_some()).count();
        let decides =
            |role: Option<Key<model::Role>>| role.is_some_and(|role| plan.roles[role].mandate == Mandate::Decides);
        let mandated =
            plan.initiatives.rows().iter().filter(|own| decides(own.accountable) || decides(own.sponsor)).count();
        let lead = if total == 0 {
            self.word("roles-none")
        } else {
            self.say("roles-lead", &[("owned", owned.into()), ("mandated", mandated.into()), ("total", total.into())])
        };
        let mut roles: Vec<(String, Vec<Item>)> = plan
            .roles
            .iter()
            .map(|(key, role)| {
                let link = self.link(AnyKey::Role(key));
                let row = vec![
                    self.item(link.clone()),
                    self.item(self.link(AnyKey::Unit(role.unit))),
                    Item { text: self.choice("mandate", role.mandate), ..Item::default() },
                    self.count(self.facts.index.goals_of_role[key].len()),
                    self.count(self.facts.index.initiatives_of_role[key].len()),
                    self.count(troubled(&self.facts.roles[key])),
                ];
                (link.text, row)
            })
            .collect();
        roles.sort_by(|a, b| self.words.formats().compare(&a.0, &b.0));
        let mut units: Vec<(String, Vec<Item>)> = plan
            .units
            .iter()
            .map(|(key, unit)| {
                let link = self.link(AnyKey::Unit(key));
                let row = vec![
                    self.item(link.clone()),
                    Item { text: self.choice("unit", unit.kind), ..Item::default() },
                    self.count(self.facts.units[key].below.total as usize),
                    self.count(troubled(&self.facts.units[key].below)),
                ];
                (link.text, row)
            })
            .collect();
        units.sort_by(|a, b| self.words.formats().compare(&a.0, &b.0));
        let rows = |list: Vec<(String, Vec<Item>)>| list.into_iter().map(|(_, row)| row).collect();
        let empty =
            |caption: &str| super::data::Table { caption: self.word(caption), columns: Vec::new(), rows: Vec::new() };
        let numeric = ["goals", "initiatives", "troubled"];
        let columns = ["role", "unit", "mandate", "goals", "initiatives", "troubled"];
        Roles {
            lead,
            chain_matrix: self.chain_matrix(),
            chains: self.chains(&self.facts.chains.plan),
            goal_matrix: self.goal_matrix(),
            roles: self.table("roles", &columns, &numeric, rows(roles)).unwrap_or_else(|| empty("roles")),
            units: self
                .table("units", &["unit", "unit-kind", "initiatives", "troubled"], &numeric, rows(units))
                .unwrap_or_else(|| empty("units")),
        }
    }

    pub(super) fn count(self, n: usize) -> Item {
        Item { text: self.words.formats().count(n as u64), ..Item::default() }
    }

    pub(super) fn role_page(self, key: Key<model::Role>) -> Role {
        let own = &self.plan.roles[key];
        let index = &self.facts.index;
        let source = match &own.mandate_source {
            Some(source) => self.own_item(&super::periods::reference_unbroken(source)),
            None => self.missing(),
        };
        let mut facts = vec![
            self.fact("unit", self.item(self.link(AnyKey::Unit(own.unit)))),
            self.fact("role-kind", Item { text: self.choice("role", own.kind), ..Item::default() }),
            self.fact("mandate", Item { text: self.choice("mandate", own.mandate), ..Item::default() }),
        ];
        if own.mandate == Mandate::Decides || own.mandate_source.is_some() {
            facts.push(self.fact("mandate-source", source));
        }
        facts.push(self.fact(
            "contact",
            match &own.contact {
                Some(contact) => {
                    Item { text: contact.clone(), href: Some(format!("mailto:{contact}")), ..Item::default() }
                }
                None => self.missing(),
            },
        ));
        let questions = self
            .facts
            .lists
            .decisions
            .iter()
            .filter(|waiting| waiting.by == key)
            .filter_map(|waiting| {
                let initiative = self.link(AnyKey::Initiative(waiting.initiative));
                Some(Question { initiative, card: self.question(waiting.report)? })
            })
            .collect();
        Role {
            gaps: self.gaps(key),
            duties: self.duties(key),
            chains: self.chains(&self.facts.chains.roles[key]),
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            facts,
            states: self.drawn_states(&self.facts.roles[key], "chart_states"),
            initiatives: self.initiative_rows(index.initiatives_of_role[key].iter().copied()),
            sponsored: self.initiative_rows(index.sponsored_by_role[key].iter().copied()),
            goals: self.links(index.goals_of_role[key].iter().map(|&key| AnyKey::Goal(key))),
            asks: index.asks_of_role[key]
                .iter()
                .map(|&(decision, n)| {
                    let ask = &self.plan.decisions[decision].asks_for[n];
                    let link = self.link(AnyKey::Decision(decision));
                    let note = match ask.by {
                        Some(by) => {
                            let by = self.say("by-date", &[("date", self.date(by).text.into())]);
                            format!("{}, {by}", link.text)
                        }
                        None => link.text.clone(),
                    };
                    Item { href: Some(link.href), note: Some(note), ..self.own_item(&ask.what) }
                })
                .collect(),
            questions,
            forums: self.links(index.forums_of_role[key].iter().map(|&key| AnyKey::Forum(key))),
        }
    }

    /// What is wanting with a role: it can't decide about what it answers for, or answers for too much.
    fn gaps(self, key: Key<model::Role>) -> Vec<String> {
        let own = &self.plan.roles[key];
        let ongoing: Vec<Key<model::Initiative>> = self.facts.index.initiatives_of_role[key]
            .iter()
            .copied()
            .filter(|&initiative| self.facts.initiatives[initiative].is_ongoing())
            .collect();
        let mut gaps = Vec::new();
        let alone = ongoing.iter().filter(|&&initiative| self.plan.initiatives[initiative].sponsor.is_none()).count();
        if own.mandate != Mandate::Decides && alone > 0 {
            gaps.push(self.say("gap-mandate", &[("n", alone.into())]));
        }
        let limit = self.plan.settings.thresholds.role_limit as usize;
        if ongoing.len() > limit {
            gaps.push(self.say("gap-load", &[("n", ongoing.len().into()), ("limit", limit.into())]));
        }
        gaps
    }

    /// Goals by units: how many initiatives each unit answers for towards each goal, empty cells visible.
    fn goal_matrix(self) -> Option<GoalMatrix> {
        let units = self.plan.units.keys().filter(|&unit| !self.facts.index.initiatives_of_unit[unit].is_empty());
        let goals = self.plan.goals.keys();
        self.goals_by_units(units.collect(), goals.collect(), &GoalsSaid::Unserved)
    }

    /// The goals that a unit works towards, by itself and the units below it.
    fn unit_goals(self, key: Key<model::Unit>) -> Option<GoalMatrix> {
        let index = &self.facts.index;
        let mut below = vec![key];
        let mut next = 0;
        while let Some(&unit) = below.get(next) {
            below.extend(
                index.units_of_unit[unit].iter().copied().filter(|own| !below.contains(own)).collect::<Vec<_>>(),
            );
            next += 1;
        }
        let own: BTreeSet<_> = index.initiatives_below_unit[key].iter().copied().collect();
        let goals = self.plan.goals.keys();
        let goals = goals.filter(|&goal| index.initiatives_of_goal[goal].iter().any(|it| own.contains(it)));
        let units = below.into_iter().filter(|&unit| !index.initiatives_of_unit[unit].is_empty());
        self.goals_by_units(units.collect(), goals.collect(), &GoalsSaid::Served)
    }

    /// Both in alphabetical order; `None` where one of them is empty.
    fn goals_by_units(
        self,
        units: Vec<Key<model::Unit>>,
        goals: Vec<Key<model::Goal>>,
        tells: &GoalsSaid,
    ) -> Option<GoalMatrix> {
        if units.is_empty() || goals.is_empty() {
            return None;
        }
        let order = self.words.formats();
        // Each name is made once, not once a comparison.
        let mut units: Vec<(String, Key<model::Unit>)> =
            units.into_iter().map(|key| (self.link(AnyKey::Unit(key)).text, key)).collect();
        let mut goals: Vec<(String, Key<model::Goal>)> =
            goals.into_iter().map(|key| (self.link(AnyKey::Goal(key)).text, key)).collect();
        units.sort_by(|a, b| order.compare(&a.0, &b.0));
        goals.sort_by(|a, b| order.compare(&a.0, &b.0));
        let unit_of = |initiative: Key<model::Initiative>| {
            self.plan.initiatives[initiative].accountable.map(|role| self.plan.roles[role].unit)
        };
        let rows = goals.into_iter().map(|(_, goal)| {
            let mut serving: BTreeMap<Key<model::Unit>, usize> = BTreeMap::new();
            for unit in self.facts.index.initiatives_of_goal[goal].iter().filter_map(|&key| unit_of(key)) {
                *serving.entry(unit).or_default() += 1;
            }
            let numbers: Vec<usize> =
                units.iter().map(|(_, unit)| serving.get(unit).copied().unwrap_or_default()).collect();
            let count = |n: &usize| match *n {
                0 => Item { text: self.word("matrix-none"), missing: true, ..Item::default() },
                n => self.count(n),
            };
            let counts = numbers.iter().map(count).collect();
            (GoalMatrixRow { goal: self.link(AnyKey::Goal(goal)), counts }, numbers)
        });
        let rows: Vec<(GoalMatrixRow, Vec<usize>)> = rows.collect();
        let (heads, units): (Vec<String>, Vec<Key<model::Unit>>) = units.into_iter().unzip();
        Some(GoalMatrix {
            figure: self.goals_figure(&heads, &rows, tells, "chart_goals"),
            caption: self.word("goal-matrix"),
            units: units.into_iter().map(|unit| self.link(AnyKey::Unit(unit))).collect(),
            rows: rows.into_iter().map(|(row, _)| row).collect(),
        })
    }

    pub(super) fn unit_page(self, key: Key<model::Unit>) -> Unit {
        let own = &self.plan.units[key];
        let index = &self.facts.index;
        let below = self.links(index.units_of_unit[key].iter().map(|&key| AnyKey::Unit(key)));
        let mut facts = vec![self.fact("unit-kind", Item { text: self.choice("unit", own.kind), ..Item::default() })];
        if let Some(parent) = own.parent {
            facts.push(self.fact("unit-parent", self.item(self.link(AnyKey::Unit(parent)))));
        }
        if !below.is_empty() {
            facts.push(self.facts_of("unit-below", below.into_iter().map(|link| self.item(link)).collect()));
        }
        Unit {
            chains: self.chains(&self.facts.chains.units[key]),
            summary: own.entity.summary.as_ref().map(|summary| self.phrase(summary)),
            facts,
            states: self.drawn_states(&self.facts.units[key].below, "chart_states"),
            goals: self.unit_goals(key),
            roles: self.links(index.roles_of_unit[key].iter().map(|&key| AnyKey::Role(key))),
            initiatives: self.initiative_rows(index.initiatives_below_unit[key].iter().copied()),
            decisions: index
                .decisions
                .iter()
                .rev()
                .filter(|&&decision| self.plan.decisions[decision].body == Body::Unit(key))
                .map(|&decision| self.link(AnyKey::Decision(decision)))
                .collect(),
        }
    }
}

/// How many need someone's attention.
fn troubled(states: &crate::derive::Distribution) -> usize {
    [State::NoInformation, State::Delayed, State::OffTrack, State::AtRisk]
        .into_iter()
        .map(|state| states.count(state) as usize)
        .sum()
}
