//! Which ids there are, and in which row of its table each stands.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{At, Span};
use crate::model::{Choice as _, Kind};
use crate::source::value::Id;
use crate::source::{Doc, Drafts, Source};
use crate::words::nearest;

use super::name_of;

/// The ids of a plan by kind. Reports are known as `period/initiative`, reviews by their period.
#[derive(Debug, Default)]
pub(super) struct Ids {
    rows: BTreeMap<Kind, BTreeMap<String, (usize, Span)>>,
    aliases: BTreeMap<Kind, BTreeMap<String, (usize, Span)>>,
    drafts: Drafts,
}

impl Ids {
    /// Collects all ids; reports those that are taken twice, and aliases that are ids or aliases already.
    pub(super) fn collect(source: &Source, diagnostics: &mut Diagnostics) -> Self {
        let mut ids = Self { drafts: source.drafts.clone(), ..Self::default() };
        ids.docs(Kind::Area, &source.areas.docs, diagnostics);
        ids.docs(Kind::Goal, &source.goals.docs, diagnostics);
        ids.docs(Kind::Initiative, &source.initiatives.docs, diagnostics);
        ids.docs(Kind::Indicator, &source.indicators.docs, diagnostics);
        ids.docs(Kind::Forum, &source.forums.docs, diagnostics);
        ids.docs(Kind::Insight, &source.insights.docs, diagnostics);
        ids.docs(Kind::Decision, &source.decisions.docs, diagnostics);
        ids.docs(Kind::Report, &source.reports.docs, diagnostics);
        ids.docs(Kind::Review, &source.reviews.docs, diagnostics);
        ids.docs(Kind::Page, &source.pages.docs, diagnostics);
        for organisation in &source.organisation.docs {
            for (row, unit) in organisation.record.units.iter().enumerate() {
                ids.listed(Kind::Unit, unit.value.id.as_ref(), row, unit.span, diagnostics);
            }
            for (row, role) in organisation.record.roles.iter().enumerate() {
                ids.listed(Kind::Role, role.value.id.as_ref(), row, role.span, diagnostics);
            }
        }
        ids.units_are_not_roles(diagnostics);
        ids.collect_aliases(source, diagnostics);
        ids
    }

    fn docs<R>(&mut self, kind: Kind, docs: &[Arc<Doc<R>>], diagnostics: &mut Diagnostics) {
        for (row, doc) in docs.iter().enumerate() {
            let id = match &doc.folder {
                Some(period) => format!("{period}/{}", doc.id.value),
                None => doc.id.value.clone(),
            };
            self.add(kind, id, row, doc.id.span, diagnostics);
        }
    }

    fn listed(&mut self, kind: Kind, id: Option<&At<Id>>, row: usize, span: Span, diagnostics: &mut Diagnostics) {
        // A missing id has been reported; the row is kept under a name that no reference can have.
        let (id, span) = id.map_or_else(|| (format!("#{row}"), span), |id| (id.value.0.clone(), id.span));
        self.add(kind, id, row, span, diagnostics);
    }

    fn add(&mut self, kind: Kind, id: String, row: usize, span: Span, diagnostics: &mut Diagnostics) {
        let rows = self.rows.entry(kind).or_default();
        if let Some((_, first)) = rows.get(&id) {
            diagnostics.report(
                Diagnostic::new(&code::DUPLICATE_ID, span)
                    .with("kind", name_of(kind))
                    .with("id", id.as_str())
                    .also(*first, "first"),
            );
            return;
        }
        rows.insert(id, (row, span));
    }

    /// A decision is taken by "a unit or a role": their ids share one name space.
    fn units_are_not_roles(&self, diagnostics: &mut Diagnostics) {
        let (Some(units), Some(roles)) = (self.rows.get(&Kind::Unit), self.rows.get(&Kind::Role)) else { return };
        for (id, (_, span)) in roles {
            if let Some((_, first)) = units.get(id).filter(|_| !id.starts_with('#')) {
                diagnostics.report(
                    Diagnostic::new(&code::DUPLICATE_ID, *span)
                        .with("kind", name_of(Kind::Unit))
                        .with("id", id.as_str())
                        .also(*first, "first"),
                );
            }
        }
    }

    fn collect_aliases(&mut self, source: &Source, diagnostics: &mut Diagnostics) {
        macro_rules! aliases {
            ($($kind:ident $folder:ident),*) => {$(
                for (row, doc) in source.$folder.docs.iter().enumerate() {
                    self.add_aliases(Kind::$kind, row, &doc.record.aliases, diagnostics);
                }
            )*};
        }
        aliases!(
            Area areas, Goal goals, Initiative initiatives, Indicator indicators, Forum forums, Insight insights,
            Decision decisions, Page pages
        );
        for organisation in &source.organisation.docs {
            for (row, unit) in organisation.record.units.iter().enumerate() {
                self.add_aliases(Kind::Unit, row, &unit.value.aliases, diagnostics);
            }
            for (row, role) in organisation.record.roles.iter().enumerate() {
                self.add_aliases(Kind::Role, row, &role.value.aliases, diagnostics);
            }
        }
    }

    fn add_aliases(&mut self, kind: Kind, row: usize, aliases: &[At<Id>], diagnostics: &mut Diagnostics) {
        for alias in aliases {
            let id = &alias.value.0;
            let own = self.rows.get(&kind).and_then(|rows| rows.get(id)).map(|(_, span)| *span);
            let other = self.aliases.get(&kind).and_then(|aliases| aliases.get(id)).map(|(_, span)| *span);
            if let Some(first) = own.or(other) {
                diagnostics.report(
                    Diagnostic::new(&code::ALIAS_TAKEN, alias.span).with("id", id.as_str()).also(first, "first"),
                );
                continue;
            }
            self.aliases.entry(kind).or_default().insert(id.clone(), (row, alias.span));
        }
    }

    /// The row of an id, or of one that it had before, in its kind's table.
    pub(super) fn row(&self, kind: Kind, id: &str) -> Option<usize> {
        let own = self.rows.get(&kind).and_then(|rows| rows.get(id));
        let before = || self.aliases.get(&kind).and_then(|aliases| aliases.get(id));
        own.or_else(before).map(|(row, _)| *row)
    }

    /// Whether something has this id now, not only before.
    pub(super) fn is_current(&self, kind: Kind, id: &str) -> bool {
        self.rows.get(&kind).is_some_and(|rows| rows.contains_key(id))
    }

    /// The nearest id, for what must name a thing by the id that it has now: that of the thing that had `id` before,
    /// else the one most like it.
    pub(super) fn nearest(&self, kind: Kind, id: &str) -> Option<String> {
        let now = self.row(kind, id).and_then(|row| {
            self.rows.get(&kind).into_iter().flatten().find(|(_, (own, _))| *own == row).map(|(id, _)| id.as_str())
        });
        now.or_else(|| nearest(id, self.all(kind))).map(str::to_owned)
    }

    /// Where the draft of this kind and id stands, if it is one that was left out.
    pub(super) fn draft(&self, kind: Kind, id: &str) -> Option<Span> {
        self.drafts.get(&(kind, id.to_owned())).copied()
    }

    /// All ids of a kind.
    pub(super) fn all(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.rows.get(&kind).into_iter().flatten().map(|(id, _)| id.as_str())
    }

    /// The kinds that have this id: for a link that names the wrong one.
    pub(super) fn kinds_with(&self, id: &str) -> Vec<Kind> {
        Kind::ALL.iter().map(|(kind, _)| *kind).filter(|kind| self.row(*kind, id).is_some()).collect()
    }
}
