//! The chain matrix and goals by units, as drawings.

use super::super::context::Context;
use super::super::data::{ChainRow, Figure, GoalMatrixRow, Item};
use super::{figure, said};
use crate::charts::{Cell, Matrix, MatrixRow};
use crate::derive::Strength;
use crate::words::Arg;

/// What the sentence of a matrix of goals and units tells.
pub(in super::super) enum GoalsSaid {
    /// How many of all goals have no initiative that a unit answers for.
    Unserved,
    /// How many of the plan's goals one unit works towards.
    Served,
}

impl Context<'_> {
    /// The rows of the chain matrix as a drawing. `id` must be the page's only one.
    pub(in super::super) fn chain_figure(self, heads: &[String], rows: &[ChainRow], id: &str) -> Figure {
        let row = |own: &ChainRow| MatrixRow {
            name: own.initiative.text.clone(),
            cells: own
                .cells
                .iter()
                .map(|cell| cell.mark.as_ref().map_or(Cell::Empty, |mark| Cell::State(mark.key)))
                .collect(),
            end: own.whole.clone(),
        };
        let key = [Strength::Whole, Strength::Weak, Strength::Broken].map(|strength| {
            let mark = self.strength(strength);
            (mark.key, mark.word)
        });
        let chart = Matrix {
            said: said(self.word("chart-chains-title"), self.matrix_description(rows.len(), heads)),
            columns: heads.to_vec(),
            rows: rows.iter().map(row).collect(),
            key: key.to_vec(),
        };
        figure("chains", id, self.chains_caption(heads, rows.len()), None, |width, id| chart.draw(width, id))
    }

    /// "Den länk som oftast är bruten är uppföljning: i 9 av 22 kedjor."
    fn chains_caption(self, heads: &[String], total: usize) -> String {
        let links = &self.facts.chains.plan.links;
        let n = links.iter().map(|link| link.broken).max().unwrap_or(0);
        let most = links.iter().zip(heads).filter(|(link, _)| link.broken == n);
        let names: Vec<String> = most.map(|(_, name)| name.to_lowercase()).collect();
        let shape = match names.len() {
            _ if n == 0 => "none",
            _ if total == 1 => "single",
            1 => "top",
            all if all == links.len() => "equal",
            _ => "tie",
        };
        let args =
            [("shape", shape.into()), ("names", self.few(&names).into()), ("n", n.into()), ("total", Arg::from(total))];
        self.say("chart-chains", &args)
    }

    /// Goals by units as a drawing, each row with its counts. `id` must be the page's only one.
    pub(in super::super) fn goals_figure(
        self,
        heads: &[String],
        rows: &[(GoalMatrixRow, Vec<usize>)],
        tells: &GoalsSaid,
        id: &str,
    ) -> Figure {
        let cell = |(n, own): (&usize, &Item)| match u32::try_from(*n).unwrap_or(u32::MAX) {
            0 => Cell::Empty,
            n => Cell::Count { n, text: own.text.clone() },
        };
        let chart = Matrix {
            said: said(self.word("chart-goals-units-title"), self.matrix_description(rows.len(), heads)),
            columns: heads.to_vec(),
            rows: rows
                .iter()
                .map(|(own, counts)| MatrixRow {
                    name: own.goal.text.clone(),
                    cells: counts.iter().zip(&own.counts).map(cell).collect(),
                    end: String::new(),
                })
                .collect(),
            key: Vec::new(),
        };
        let served = rows.iter().filter(|(_, counts)| counts.iter().any(|n| *n > 0)).count();
        let (key, n, total) = match tells {
            GoalsSaid::Unserved => ("chart-goals-units", rows.len() - served, rows.len()),
            GoalsSaid::Served => ("chart-unit-goals", served, self.plan.goals.len()),
        };
        let share = match n {
            0 => "none",
            n if n == total => "all",
            _ => "some",
        };
        let caption = self.say(key, &[("share", share.into()), ("n", n.into()), ("total", total.into())]);
        figure("goals-units", id, caption, None, |width, id| chart.draw(width, id))
    }

    fn matrix_description(self, rows: usize, heads: &[String]) -> String {
        let args = [("rows", rows.into()), ("columns", heads.len().into()), ("heads", self.few(heads).into())];
        self.say("chart-matrix-description", &args)
    }
}
