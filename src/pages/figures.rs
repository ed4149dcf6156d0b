//! Charts on pages: what is drawn, the sentence that tells what is to be seen, and the table with every value.
//!
//! A chart of `charts` becomes a [`Figure`]: drawn twice, for a phone and for a column of text. Kept out: how it is
//! drawn (`charts`), and what is true (`derive`).

mod bars;
mod indicator;
mod matrices;
mod states;
mod strips;
mod timeline;

use jiff::civil::Date;

pub(super) use matrices::GoalsSaid;

use super::context::Context;
use super::data::{Column, Figure, Html, Item, Table, WorkList};
use crate::charts::{Drawing, NARROW, Said, Time, WIDE};
use crate::model::{AnyKey, Link, PlanChart, Rhythm};

impl Context<'_> {
    /// The chart that a text asks for; `None` when there is nothing to draw yet.
    pub(super) fn placed_figure(self, of: &Link, id: &str) -> Option<Figure> {
        match of {
            Link::Entity(key, _) if !self.exists(*key) => None,
            Link::Entity(key, _) => match *key {
                AnyKey::Indicator(key) => self.indicator_figure(key, id),
                AnyKey::Initiative(key) => self.activity_figure(key, id),
                AnyKey::Forum(key) => self.rhythm_figure(key, id),
                AnyKey::Goal(key) => self.drawn_states(&self.facts.goals[key].delivery, id).figure,
                AnyKey::Area(key) => self.drawn_states(&self.facts.areas[key], id).figure,
                AnyKey::Role(key) => self.drawn_states(&self.facts.roles[key], id).figure,
                AnyKey::Unit(key) => self.drawn_states(&self.facts.units[key].below, id).figure,
                _ => None,
            },
            Link::Chart(chart) => match chart {
                PlanChart::States => self.drawn_states(&self.facts.plan, id).figure,
                PlanChart::Reporting => self.rate_figure(id),
                PlanChart::Obstacles => self.obstacles_figure(id),
                PlanChart::Decisions => self.decisions_figure(id),
                PlanChart::MissingReports => self.missing_figure(id),
                PlanChart::Insights => self.themes_figure(id),
            },
            _ => None,
        }
    }

    /// A table of the values that a chart draws; the keys of its columns' heads, and whether they hold numbers.
    fn values(self, caption: String, columns: &[(&str, bool)], rows: Vec<Vec<Item>>) -> Table {
        let columns =
            columns.iter().map(|(key, numeric)| Column { text: self.word(key), lang: None, numeric: *numeric });
        Table { caption, columns: columns.collect(), rows }
    }
}

impl WorkList {
    /// The list with its figure.
    pub(super) fn with(self, figure: Option<Figure>) -> Self {
        Self { figures: figure.into_iter().collect(), ..self }
    }
}

/// The height that a drawing of [`WIDE`] may have on a sheet of A4 beside what it shows, when it is 145 mm wide there.
const SHEET: u32 = 1060;

/// What a drawing is called and how it is described, in the page's language.
fn said(title: String, description: String) -> Said {
    Said { title, lang: None, description }
}

/// A figure of a chart that draws itself for a width under an id. `id` must be the page's only one.
fn figure(
    kind: &'static str,
    id: &str,
    caption: String,
    table: Option<Table>,
    draw: impl Fn(u32, &str) -> Drawing,
) -> Figure {
    let drawn = |width, suffix: &str| draw(width, &format!("{id}-{suffix}"));
    let wide = drawn(WIDE, "w");
    Figure {
        kind,
        title: None,
        caption,
        narrow: Html(drawn(NARROW, "n").svg),
        cut: wide.cut,
        tall: wide.height > SHEET,
        height: wide.height,
        wide: Some(Html(wide.svg)),
        table,
        id: id.to_owned(),
    }
}

impl Context<'_> {
    /// A cell where there is nothing to say.
    fn nothing(self) -> Item {
        self.plain(self.word("not-yet"))
    }

    /// A cell with a text and nothing else.
    fn plain(self, text: String) -> Item {
        let _ = self;
        Item { text, ..Item::default() }
    }

    /// The axis for these days and today, divided as the plan is reported.
    fn time(self, days: impl IntoIterator<Item = Date>) -> Time {
        let today = self.facts.calendar.today;
        let words = self.say("timeline-today", &[("date", self.day(today).text.into())]);
        Time::holding(days, self.year_parts(), (today, words))
    }

    /// What the periods within a year are called: tertials, quarters, half-years. Months are too many for an axis.
    fn year_parts(self) -> Vec<String> {
        let (key, n) = match self.plan.settings.reporting.every {
            Rhythm::Tertial => ("part-tertial", 3_u32),
            Rhythm::Quarter => ("part-quarter", 4),
            Rhythm::HalfYear => ("part-half-year", 2),
            Rhythm::Month | Rhythm::Year => return Vec::new(),
        };
        (1..=n).map(|n| self.say(key, &[("n", n.into())])).collect()
    }
}
