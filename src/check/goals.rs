//! Knowledge areas and goals, and the chains of things that may not bite their own tail.

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::Span;
use crate::model::{Area, Entity, Goal, GoalAssessment, Key, Kind, Plan, Table};
use crate::source::{Doc, vocabulary as v};

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

/// Reports goals, units and initiatives that stand above, replace, wait for or are merged into themselves, directly
/// or through others.
pub(super) fn check_cycles(plan: &Plan, diagnostics: &mut Diagnostics) {
    let one = |key: Option<Key<_>>| key.into_iter().collect::<Vec<Key<Goal>>>();
    let goal = |goal: &Goal| (goal.entity.id.clone(), goal.entity.span);
    report_cycle(&plan.goals, Kind::Goal, |goal| one(goal.parent), goal, diagnostics);
    report_cycle(&plan.goals, Kind::Goal, |goal| one(goal.replaced_by), goal, diagnostics);
    let unit = |unit: &crate::model::Unit| (unit.entity.id.clone(), unit.entity.span);
    report_cycle(&plan.units, Kind::Unit, |unit| unit.parent.into_iter().collect(), unit, diagnostics);
    let initiative = |own: &crate::model::Initiative| (own.entity.id.clone(), own.entity.span);
    report_cycle(&plan.initiatives, Kind::Initiative, |own| own.depends_on.clone(), initiative, diagnostics);
    report_cycle(
        &plan.initiatives,
        Kind::Initiative,
        |own| own.merged_into.into_iter().collect(),
        initiative,
        diagnostics,
    );
}

/// Depth-first over the edges `next`, without recursion; reports each cycle once, at its first member.
fn report_cycle<T>(
    table: &Table<T>,
    kind: Kind,
    next: impl Fn(&T) -> Vec<Key<T>>,
    name: impl Fn(&T) -> (String, Span),
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
                    let mut ids: Vec<String> = path[from..].iter().map(|(key, _)| name(&table[*key]).0).collect();
                    let (first, span) = name(&table[to]);
                    ids.push(first);
                    diagnostics.report(
                        Diagnostic::new(&code::CYCLE, span).with("kind", name_of(kind)).with("path", ids.join(" → ")),
                    );
                }
                Mark::Done => {}
            }
        }
    }
}
