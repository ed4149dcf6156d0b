//! Knowledge areas and goals, and the chains of things that may not bite their own tail.

use std::collections::BTreeMap;

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::Span;
use crate::model::{Area, Entity, Goal, GoalAssessment, Initiative, Key, Kind, Plan, Table, Unit};
use crate::source::{Doc, Source, vocabulary as v};

use super::ids::Ids;
use super::{Checker, name_of, plain, words};

impl Checker<'_> {
    pub(super) fn area(&mut self, doc: &Doc<v::Area>, entity: Entity) -> Area {
        let forum = self.key_of(doc.record.forum.as_ref(), Kind::Forum);
        Area { entity, forum }
    }

    pub(super) fn goal(&mut self, doc: &Doc<v::Goal>, entity: Entity) -> Goal {
        let record = &doc.record;
        let mut assessments: Vec<GoalAssessment> =
            record.assessments.iter().filter_map(|own| self.goal_assessment(&own.value)).collect();
        assessments.sort_by_key(|assessment| assessment.date);
        let accountable = record.accountable.as_ref().map(|owner| owner.clone().map(|owner| owner.0));
        Goal {
            entity,
            area: self.key_of(record.area.as_ref(), Kind::Area),
            parent: self.key_of(record.parent.as_ref(), Kind::Goal),
            decision: self.key_of(record.decision.as_ref(), Kind::Decision),
            accountable: self.key_of(accountable.as_ref(), Kind::Role),
            indicators: self.keys(&record.indicators, Kind::Indicator),
            target: plain(record.target.as_ref()),
            replaced_by: self.key_of(record.replaced_by.as_ref(), Kind::Goal),
            assessments,
        }
    }

    fn goal_assessment(&mut self, own: &v::GoalAssessment) -> Option<GoalAssessment> {
        let by = self.key_of(own.by.as_ref(), Kind::Role);
        Some(GoalAssessment {
            date: plain(own.date.as_ref())?,
            by: by?,
            verdict: plain(own.verdict.as_ref())?,
            motivation: words(own.motivation.as_ref())?,
        })
    }
}

/// How one thing can lead to another of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Relation {
    Parent,
    ReplacedBy,
    DependsOn,
    MergedInto,
}

/// Where it is written that one thing leads to another of its kind: by their rows.
pub(super) struct Relations(BTreeMap<(Kind, Relation, usize, usize), Span>);

/// Where the source says what stands above, replaces, waits for or is merged into what.
pub(super) fn relations(source: &Source, ids: &Ids) -> Relations {
    let mut found = BTreeMap::new();
    let mut add = |kind: Kind, relation: Relation, from: &str, to: &str, span: Span| {
        if let (Some(from), Some(to)) = (ids.row(kind, from), ids.row(kind, to)) {
            found.entry((kind, relation, from, to)).or_insert(span);
        }
    };
    for doc in &source.goals.docs {
        let own = &doc.record;
        for (relation, to) in [(Relation::Parent, &own.parent), (Relation::ReplacedBy, &own.replaced_by)] {
            if let Some(to) = to {
                add(Kind::Goal, relation, &doc.id.value, &to.value.id, to.span);
            }
        }
    }
    for unit in source.organisation.docs.iter().flat_map(|doc| &doc.record.units) {
        if let (Some(id), Some(to)) = (&unit.value.id, &unit.value.parent) {
            add(Kind::Unit, Relation::Parent, &id.value.0, &to.value.id, to.span);
        }
    }
    for doc in &source.initiatives.docs {
        for to in &doc.record.depends_on {
            add(Kind::Initiative, Relation::DependsOn, &doc.id.value, &to.value.id, to.span);
        }
        if let Some(to) = &doc.record.merged_into {
            add(Kind::Initiative, Relation::MergedInto, &doc.id.value, &to.value.id, to.span);
        }
    }
    Relations(found)
}

/// Reports goals, units and initiatives that stand above, replace, wait for or are merged into themselves, directly
/// or through others.
pub(super) fn check_cycles(plan: &Plan, written: &Relations, diagnostics: &mut Diagnostics) {
    use Relation::{DependsOn, MergedInto, Parent, ReplacedBy};
    let one = |key: Option<Key<_>>| key.into_iter().collect::<Vec<Key<Goal>>>();
    let goals = |relation| Edges { written, kind: Kind::Goal, relation, entity: |goal: &Goal| &goal.entity };
    report_cycle(&plan.goals, &goals(Parent), |goal| one(goal.parent), diagnostics);
    report_cycle(&plan.goals, &goals(ReplacedBy), |goal| one(goal.replaced_by), diagnostics);
    let units = Edges { written, kind: Kind::Unit, relation: Parent, entity: |unit: &Unit| &unit.entity };
    report_cycle(&plan.units, &units, |unit| unit.parent.into_iter().collect(), diagnostics);
    let initiatives =
        |relation| Edges { written, kind: Kind::Initiative, relation, entity: |own: &Initiative| &own.entity };
    report_cycle(&plan.initiatives, &initiatives(DependsOn), |own| own.depends_on.clone(), diagnostics);
    let merged = |own: &Initiative| own.merged_into.into_iter().collect();
    report_cycle(&plan.initiatives, &initiatives(MergedInto), merged, diagnostics);
}

/// What is said about the edges of one relation.
struct Edges<'a, T> {
    written: &'a Relations,
    kind: Kind,
    relation: Relation,
    entity: fn(&T) -> &Entity,
}

/// Depth-first over the edges `next`, without recursion; reports each cycle once, where its first member leads on.
fn report_cycle<T>(
    table: &Table<T>,
    edges: &Edges<'_, T>,
    next: impl Fn(&T) -> Vec<Key<T>>,
    diagnostics: &mut Diagnostics,
) {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        OnPath,
        Done,
    }
    let mut marks = vec![Mark::New; table.len()];
    for start in table.keys() {
        if marks[start.row()] != Mark::New {
            continue;
        }
        let mut path: Vec<(Key<T>, Vec<Key<T>>)> = vec![(start, next(&table[start]))];
        marks[start.row()] = Mark::OnPath;
        while let Some((_, rest)) = path.last_mut() {
            let Some(to) = rest.pop() else {
                if let Some((done, _)) = path.pop() {
                    marks[done.row()] = Mark::Done;
                }
                continue;
            };
            match marks[to.row()] {
                Mark::New => {
                    marks[to.row()] = Mark::OnPath;
                    path.push((to, next(&table[to])));
                }
                Mark::OnPath => {
                    let from = path.iter().position(|(key, _)| *key == to).unwrap_or(0);
                    let mut ring: Vec<Key<T>> = path[from..].iter().map(|(key, _)| *key).collect();
                    ring.push(to);
                    let ids: Vec<&str> = ring.iter().map(|&key| (edges.entity)(&table[key]).id.as_str()).collect();
                    let edge = (edges.kind, edges.relation, ring[0].row(), ring[1].row());
                    let span = edges.written.0.get(&edge).copied().unwrap_or((edges.entity)(&table[to]).span);
                    diagnostics.report(
                        Diagnostic::new(&code::CYCLE, span)
                            .with("kind", name_of(edges.kind))
                            .with("path", ids.join(" → ")),
                    );
                }
                Mark::Done => {}
            }
        }
    }
}
