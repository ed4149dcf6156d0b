//! Who belongs to whom: each relation of the plan turned round once, so that no page searches.
//!
//! Comes in: the plan and the date. Goes out: [`Index`], lists of keys per entity. What does not exist yet at the date
//! (reports, reviews, decisions, insights) is in none of them. Lists of reports, decisions and insights stand with the
//! oldest first, except an initiative's insights, which stand as it names them; all others are in the order of the plan's
//! table. No list names anybody twice unless the plan's own does.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;
use std::ops;

use jiff::civil::Date;

use super::exists;
use crate::model::{
    AnyKey, Area, Decision, Forum, Goal, Indicator, Initiative, Insight, Key, Mention, Period, Plan, Report, Review,
    Role, Table, Unit,
};

/// One `F` for each entity of kind `T`, found by the entity's key.
pub struct Per<T, F> {
    rows: Vec<F>,
    kind: PhantomData<fn() -> T>,
}

impl<T, F> Per<T, F> {
    /// These, in the order of the table of `T`.
    pub(crate) fn new(rows: Vec<F>) -> Self {
        Self { rows, kind: PhantomData }
    }

    /// All with the key of their entity, in the order of its table.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Key<T>, &F)> + DoubleEndedIterator {
        self.rows.iter().enumerate().map(|(row, facts)| (Key::from_row(row), facts))
    }

    /// All, in the order of their entities' table.
    pub fn rows(&self) -> &[F] {
        &self.rows
    }

    /// All with the key of their entity, to be changed.
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (Key<T>, &mut F)> {
        self.rows.iter_mut().enumerate().map(|(row, facts)| (Key::from_row(row), facts))
    }

    /// What `to` makes of each.
    pub(super) fn map<G>(&self, to: impl FnMut(&F) -> G) -> Per<T, G> {
        Per::new(self.rows.iter().map(to).collect())
    }

    /// How many there are: as many as there are entities.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<T, F> ops::Index<Key<T>> for Per<T, F> {
    type Output = F;

    fn index(&self, key: Key<T>) -> &F {
        &self.rows[key.row()]
    }
}

impl<T, F: Clone> Clone for Per<T, F> {
    fn clone(&self) -> Self {
        Self::new(self.rows.clone())
    }
}

impl<T, F: PartialEq> PartialEq for Per<T, F> {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl<T, F: Eq> Eq for Per<T, F> {}

impl<T, F: fmt::Debug> fmt::Debug for Per<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.rows.fmt(f)
    }
}

/// The relations of a plan, turned round.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    /// The reports about each initiative, by period, oldest first.
    pub reports_of_initiative: Per<Initiative, Vec<Key<Report>>>,
    /// The initiatives that were merged into each initiative.
    pub merged_into_initiative: Per<Initiative, Vec<Key<Initiative>>>,
    /// The initiatives that wait for each initiative.
    pub waiting_for_initiative: Per<Initiative, Vec<Key<Initiative>>>,
    /// The insights that each initiative answers to.
    pub insights_of_initiative: Per<Initiative, Vec<Key<Insight>>>,
    /// The initiatives that serve each goal.
    pub initiatives_of_goal: Per<Goal, Vec<Key<Initiative>>>,
    /// The initiatives that serve each goal or a goal below it.
    pub initiatives_below_goal: Per<Goal, Vec<Key<Initiative>>>,
    /// The goals right below each goal.
    pub goals_of_goal: Per<Goal, Vec<Key<Goal>>>,
    /// The goals that each goal took the place of.
    pub replaced_by_goal: Per<Goal, Vec<Key<Goal>>>,
    /// The insights that touch each goal.
    pub insights_of_goal: Per<Goal, Vec<Key<Insight>>>,
    /// The area of each goal: its own, else that of the nearest goal above it.
    pub area_of_goal: Per<Goal, Option<Key<Area>>>,
    /// The goals of each area.
    pub goals_of_area: Per<Area, Vec<Key<Goal>>>,
    /// The initiatives that serve a goal of each area.
    pub initiatives_of_area: Per<Area, Vec<Key<Initiative>>>,
    /// The forums that work with each area, named by the forum or by the area.
    pub forums_of_area: Per<Area, Vec<Key<Forum>>>,
    /// The goals that each indicator tells about.
    pub goals_of_indicator: Per<Indicator, Vec<Key<Goal>>>,
    /// The initiatives that should move each indicator.
    pub initiatives_of_indicator: Per<Indicator, Vec<Key<Initiative>>>,
    /// The initiatives that each role is accountable for.
    pub initiatives_of_role: Per<Role, Vec<Key<Initiative>>>,
    /// The initiatives that each role sponsors.
    pub sponsored_by_role: Per<Role, Vec<Key<Initiative>>>,
    /// The initiatives that each role contributes to.
    pub contributions_of_role: Per<Role, Vec<Key<Initiative>>>,
    /// The activities that each role answers for by name, as indexes into their initiative's activities.
    pub activities_of_role: Per<Role, Vec<(Key<Initiative>, usize)>>,
    /// The goals that each role is accountable for.
    pub goals_of_role: Per<Role, Vec<Key<Goal>>>,
    /// The forums that each role leads or takes part in.
    pub forums_of_role: Per<Role, Vec<Key<Forum>>>,
    /// What decisions ask of each role, as indexes into their decision's list.
    pub asks_of_role: Per<Role, Vec<(Key<Decision>, usize)>>,
    /// The roles of each unit.
    pub roles_of_unit: Per<Unit, Vec<Key<Role>>>,
    /// The units right below each unit.
    pub units_of_unit: Per<Unit, Vec<Key<Unit>>>,
    /// The initiatives that the roles of each unit are accountable for.
    pub initiatives_of_unit: Per<Unit, Vec<Key<Initiative>>>,
    /// The initiatives that the roles of each unit or of a unit below it are accountable for.
    pub initiatives_below_unit: Per<Unit, Vec<Key<Initiative>>>,
    /// The initiatives that each forum works with, named by the initiative.
    pub initiatives_of_forum: Per<Forum, Vec<Key<Initiative>>>,
    /// The insights that each forum works with.
    pub insights_of_forum: Per<Forum, Vec<Key<Insight>>>,
    /// The goals that each decision stands behind.
    pub goals_of_decision: Per<Decision, Vec<Key<Goal>>>,
    /// The initiatives that each decision stands behind.
    pub initiatives_of_decision: Per<Decision, Vec<Key<Initiative>>>,
    /// The decisions that affect something, by what they affect.
    pub decisions_about: BTreeMap<AnyKey, Vec<Key<Decision>>>,
    /// The decisions that exist, oldest first.
    pub decisions: Vec<Key<Decision>>,
    /// The insights that exist, oldest first.
    pub insights: Vec<Key<Insight>>,
    /// The reports that exist, by the period they are for.
    pub reports_of_period: BTreeMap<Period, Vec<Key<Report>>>,
    /// The reviews that exist, by the period they are of.
    pub review_of_period: BTreeMap<Period, Key<Review>>,
    /// The reviews that answer a question of each initiative, by their period, oldest first.
    pub answers_of_initiative: Per<Initiative, Vec<Key<Review>>>,
    /// Whether a report about each initiative is still to come: one that does not exist yet.
    pub(super) reported_later: Per<Initiative, bool>,
    /// The date.
    today: Date,
}

impl Index {
    /// The relations of `plan` between what exists on `today`.
    pub(super) fn new(plan: &Plan, today: Date) -> Self {
        let initiatives = || plan.initiatives.iter();
        let goals = || plan.goals.iter();

        let mut reports: Vec<Key<Report>> =
            plan.reports.iter().filter(|(_, report)| report.date <= today).map(|(key, _)| key).collect();
        reports.sort_by_key(|&key| (plan.reports[key].period.last_day(), plan.reports[key].date, key));
        let mut decisions: Vec<Key<Decision>> =
            plan.decisions.iter().filter(|(_, decision)| exists(decision.date, today)).map(|(key, _)| key).collect();
        decisions.sort_by_key(|&key| (plan.decisions[key].date, key));
        let mut insights: Vec<Key<Insight>> =
            plan.insights.iter().filter(|(_, insight)| exists(insight.period, today)).map(|(key, _)| key).collect();
        insights.sort_by_key(|&key| (plan.insights[key].period, key));
        let insight_exists = |key: &Key<Insight>| exists(plan.insights[*key].period, today);
        let decision_exists = |key: &Key<Decision>| exists(plan.decisions[*key].date, today);

        let initiatives_of_goal =
            grouped(&plan.goals, initiatives().flat_map(|(key, it)| it.goals.iter().map(move |&goal| (goal, key))));
        let goal_parents: Vec<Option<usize>> = goals().map(|(_, goal)| goal.parent.map(Key::row)).collect();
        let own_areas: Vec<Option<Key<Area>>> = goals().map(|(_, goal)| goal.area).collect();
        let area_of_goal = Per::new(inherited(own_areas, &goal_parents));
        let initiatives_of_area = grouped(
            &plan.areas,
            initiatives().flat_map(|(key, it)| {
                let areas = it.goals.iter().filter_map(|&goal| area_of_goal[goal]);
                areas.map(move |area| (area, key))
            }),
        );

        let initiatives_of_unit = grouped(
            &plan.units,
            initiatives().filter_map(|(key, it)| it.accountable.map(|role| (plan.roles[role].unit, key))),
        );
        let unit_parents: Vec<Option<usize>> = plan.units.iter().map(|(_, unit)| unit.parent.map(Key::row)).collect();

        let mut decisions_about: BTreeMap<AnyKey, Vec<Key<Decision>>> = BTreeMap::new();
        let mut reports_of_period: BTreeMap<Period, Vec<Key<Report>>> = BTreeMap::new();
        let mut review_of_period: BTreeMap<Period, Key<Review>> = BTreeMap::new();
        for &key in &decisions {
            for mention in &plan.decisions[key].affects {
                if let Mention::Entity(entity) = mention {
                    add(decisions_about.entry(*entity).or_default(), key);
                }
            }
        }
        for &key in &reports {
            reports_of_period.entry(plan.reports[key].period).or_default().push(key);
        }
        let mut reported_later = vec![false; plan.initiatives.len()];
        for report in plan.reports.rows().iter().filter(|report| report.date > today) {
            reported_later[report.initiative.row()] = true;
        }
        for (key, review) in plan.reviews.iter().filter(|(_, review)| exists(review.date, today)) {
            review_of_period.insert(review.period, key);
        }

        Self {
            reports_of_initiative: grouped(
                &plan.initiatives,
                reports.iter().map(|&key| (plan.reports[key].initiative, key)),
            ),
            merged_into_initiative: grouped(
                &plan.initiatives,
                initiatives().filter_map(|(key, it)| it.merged_into.map(|into| (into, key))),
            ),
            waiting_for_initiative: grouped(
                &plan.initiatives,
                initiatives().flat_map(|(key, it)| it.depends_on.iter().map(move |&other| (other, key))),
            ),
            insights_of_initiative: Per::new(
                initiatives().map(|(_, it)| it.insights.iter().copied().filter(insight_exists).collect()).collect(),
            ),
            initiatives_below_goal: Per::new(rolled_up(&initiatives_of_goal.rows, &goal_parents)),
            initiatives_of_goal,
            goals_of_goal: grouped(
                &plan.goals,
                goals().filter_map(|(key, goal)| goal.parent.map(|parent| (parent, key))),
            ),
            replaced_by_goal: grouped(
                &plan.goals,
                goals().filter_map(|(key, goal)| goal.replaced_by.map(|other| (other, key))),
            ),
            insights_of_goal: grouped(
                &plan.goals,
                insights.iter().flat_map(|&key| plan.insights[key].goals.iter().map(move |&goal| (goal, key))),
            ),
            goals_of_area: grouped(
                &plan.areas,
                area_of_goal.iter().filter_map(|(key, area)| area.map(|area| (area, key))),
            ),
            area_of_goal,
            initiatives_of_area,
            forums_of_area: forums_of_area(plan),
            goals_of_indicator: grouped(
                &plan.indicators,
                goals().flat_map(|(key, goal)| goal.indicators.iter().map(move |&indicator| (indicator, key))),
            ),
            initiatives_of_indicator: grouped(
                &plan.indicators,
                initiatives().flat_map(|(key, it)| it.indicators.iter().map(move |&indicator| (indicator, key))),
            ),
            initiatives_of_role: grouped(
                &plan.roles,
                initiatives().filter_map(|(key, it)| it.accountable.map(|role| (role, key))),
            ),
            sponsored_by_role: grouped(
                &plan.roles,
                initiatives().filter_map(|(key, it)| it.sponsor.map(|role| (role, key))),
            ),
            contributions_of_role: grouped(
                &plan.roles,
                initiatives().flat_map(|(key, it)| it.contributors.iter().map(move |(role, _)| (*role, key))),
            ),
            activities_of_role: grouped(
                &plan.roles,
                initiatives().flat_map(|(key, it)| {
                    let named = it.activities.iter().enumerate();
                    named.filter_map(move |(n, activity)| activity.accountable.map(|role| (role, (key, n))))
                }),
            ),
            goals_of_role: grouped(
                &plan.roles,
                goals().filter_map(|(key, goal)| goal.accountable.map(|role| (role, key))),
            ),
            forums_of_role: grouped(
                &plan.roles,
                plan.forums.iter().flat_map(|(key, forum)| {
                    forum.chair.into_iter().chain(forum.members.iter().copied()).map(move |role| (role, key))
                }),
            ),
            asks_of_role: grouped(
                &plan.roles,
                decisions.iter().flat_map(|&key| {
                    let asks = plan.decisions[key].asks_for.iter().enumerate();
                    asks.map(move |(n, ask)| (ask.role, (key, n)))
                }),
            ),
            roles_of_unit: grouped(&plan.units, plan.roles.iter().map(|(key, role)| (role.unit, key))),
            units_of_unit: grouped(
                &plan.units,
                plan.units.iter().filter_map(|(key, unit)| unit.parent.map(|parent| (parent, key))),
            ),
            initiatives_below_unit: Per::new(rolled_up(&initiatives_of_unit.rows, &unit_parents)),
            initiatives_of_unit,
            initiatives_of_forum: grouped(
                &plan.forums,
                initiatives().filter_map(|(key, it)| it.forum.map(|forum| (forum, key))),
            ),
            insights_of_forum: grouped(
                &plan.forums,
                insights.iter().filter_map(|&key| plan.insights[key].forum.map(|forum| (forum, key))),
            ),
            goals_of_decision: grouped(
                &plan.decisions,
                goals().filter_map(|(key, goal)| goal.decision.filter(decision_exists).map(|it| (it, key))),
            ),
            initiatives_of_decision: grouped(
                &plan.decisions,
                initiatives().filter_map(|(key, it)| it.decision.filter(decision_exists).map(|it| (it, key))),
            ),
            decisions_about,
            decisions,
            insights,
            reports_of_period,
            answers_of_initiative: grouped(
                &plan.initiatives,
                review_of_period
                    .values()
                    .flat_map(|&key| plan.reviews[key].answers.iter().map(move |(it, _)| (*it, key))),
            ),
            review_of_period,
            reported_later: Per::new(reported_later),
            today,
        }
    }

    /// Whether a decision exists at the date of this index.
    pub(crate) fn decision_exists(&self, plan: &Plan, decision: Key<Decision>) -> bool {
        exists(plan.decisions[decision].date, self.today)
    }

    /// Whether an insight has come in by today.
    pub(crate) fn insight_exists(&self, plan: &Plan, insight: Key<Insight>) -> bool {
        exists(plan.insights[insight].period, self.today)
    }
}

/// The forums of each area, in the order of their table.
fn forums_of_area(plan: &Plan) -> Per<Area, Vec<Key<Forum>>> {
    let named_by_forum = plan.forums.iter().flat_map(|(key, forum)| forum.areas.iter().map(move |&area| (area, key)));
    let named_by_area = plan.areas.iter().filter_map(|(key, area)| area.forum.map(|forum| (key, forum)));
    let mut lists = grouped(&plan.areas, named_by_forum.chain(named_by_area));
    for list in &mut lists.rows {
        list.sort_unstable();
        list.dedup();
    }
    lists
}

/// For each owner the items that name it, in the order given.
fn grouped<T, U: PartialEq>(owners: &Table<T>, pairs: impl Iterator<Item = (Key<T>, U)>) -> Per<T, Vec<U>> {
    let mut lists: Vec<Vec<U>> = owners.keys().map(|_| Vec::new()).collect();
    for (owner, item) in pairs {
        add(&mut lists[owner.row()], item);
    }
    Per::new(lists)
}

/// Adds an item unless it was added just before: an entity that names another twice does so in one go.
fn add<U: PartialEq>(list: &mut Vec<U>, item: U) {
    if list.last() != Some(&item) {
        list.push(item);
    }
}

/// Each node's list with those of all nodes below it, in order and without repetition. Nodes that lie above each other
/// in a circle only get what comes from outside it.
fn rolled_up<U: Copy + Ord>(own: &[Vec<U>], parents: &[Option<usize>]) -> Vec<Vec<U>> {
    let mut lists = own.to_vec();
    for node in leaves_first(parents) {
        lists[node].sort_unstable();
        lists[node].dedup();
        if let Some(parent) = parents[node] {
            let below = lists[node].clone();
            lists[parent].extend(below);
        }
    }
    for list in &mut lists {
        list.sort_unstable();
        list.dedup();
    }
    lists
}

/// Each node's own value, else that of the nearest node above it that has one.
fn inherited<V: Copy>(mut values: Vec<Option<V>>, parents: &[Option<usize>]) -> Vec<Option<V>> {
    let mut order = leaves_first(parents);
    order.reverse();
    for node in order {
        values[node] = values[node].or_else(|| parents[node].and_then(|parent| values[parent]));
    }
    values
}

/// The nodes of a forest, each after all that lie below it. Nodes in a circle, which a checked plan lacks, are left out.
fn leaves_first(parents: &[Option<usize>]) -> Vec<usize> {
    let mut waiting_for = vec![0_usize; parents.len()];
    for parent in parents.iter().flatten() {
        waiting_for[*parent] += 1;
    }
    let mut order: Vec<usize> = (0..parents.len()).filter(|&node| waiting_for[node] == 0).collect();
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        next += 1;
        if let Some(parent) = parents[node] {
            waiting_for[parent] -= 1;
            if waiting_for[parent] == 0 {
                order.push(parent);
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_roll_up_and_values_are_inherited_down() {
        // 2 is above 1, which is above 0; 3 stands alone.
        let parents = [Some(1), Some(2), None, None];
        let own = [vec![7, 8], vec![8], vec![], vec![9]];
        assert_eq!(rolled_up(&own, &parents), [vec![7, 8], vec![7, 8], vec![7, 8], vec![9]]);
        assert_eq!(inherited(vec![None, None, Some('a'), None], &parents), [Some('a'), Some('a'), Some('a'), None]);
    }

    #[test]
    fn a_circle_ends() {
        let parents = [Some(1), Some(0), Some(0)];
        assert_eq!(rolled_up(&[vec![1], vec![2], vec![3]], &parents), [vec![1, 3], vec![2], vec![3]]);
        assert_eq!(inherited::<u8>(vec![None, None, None], &parents), [None, None, None]);
    }
}
