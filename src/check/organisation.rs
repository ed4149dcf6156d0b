//! Units and roles.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, code};
use crate::files::{At, Span};
use crate::model::{Entity, Kind, Mandate, Role, Text, Unit};
use crate::source::value::Id;
use crate::source::{Folder, vocabulary as v};
use crate::words::Language;

use super::{Checker, Entities, name_of, plain, words};

type Names = BTreeMap<(Kind, String), Vec<(Language, v::NameTranslation)>>;

impl Checker<'_> {
    /// Units and roles of `organisation.yaml`, in the order written.
    pub(super) fn organisation(
        &mut self,
        folder: Folder<v::Organisation, v::OrganisationTranslation>,
    ) -> (Entities<Unit>, Entities<Role>) {
        let mut names = Names::new();
        for doc in folder.translations {
            let Some(language) = self.translation_language(&doc) else { continue };
            let record = Arc::unwrap_or_clone(doc).record;
            for (kind, list) in [(Kind::Unit, record.units), (Kind::Role, record.roles)] {
                for translation in list {
                    self.name_translation(kind, language, translation, &mut names);
                }
            }
        }
        let mut units = Vec::new();
        let mut roles = Vec::new();
        for doc in folder.docs {
            for unit in &doc.record.units {
                units.push(self.unit(unit, &mut names).map(Arc::new));
            }
            for role in &doc.record.roles {
                roles.push(self.role(role, &mut names).map(Arc::new));
            }
        }
        (units, roles)
    }

    fn name_translation(
        &mut self,
        kind: Kind,
        language: Language,
        translation: At<v::NameTranslation>,
        names: &mut Names,
    ) {
        let Some(id) = &translation.value.id else { return };
        if !self.base.ids.is_current(kind, &id.value.0) {
            let near = self.base.ids.nearest(kind, &id.value.0);
            self.report(
                Diagnostic::new(&code::TRANSLATION_WITHOUT_ORIGINAL, id.span)
                    .with("id", id.value.0.as_str())
                    .with("kind", name_of(kind))
                    .nearest(near),
            );
            return;
        }
        names.entry((kind, id.value.0.clone())).or_default().push((language, translation.value));
    }

    fn unit(&mut self, unit: &At<v::Unit>, names: &mut Names) -> Option<Unit> {
        let record = &unit.value;
        let parent = self.key_of(record.parent.as_ref(), Kind::Unit);
        let entity = entity(
            Named {
                kind: Kind::Unit,
                id: record.id.as_ref(),
                title: record.title.as_ref(),
                summary: record.summary.as_ref(),
                aliases: &record.aliases,
                span: unit.span,
            },
            names,
        );
        Some(Unit { entity: entity?, kind: plain(record.kind.as_ref())?, parent })
    }

    fn role(&mut self, role: &At<v::Role>, names: &mut Names) -> Option<Role> {
        let record = &role.value;
        let unit = self.key_of(record.unit.as_ref(), Kind::Unit);
        let mandate = plain(record.mandate.as_ref());
        let mandate_source = words(record.mandate_source.as_ref());
        let contact = self.mailbox(record.contact.as_ref());
        let title = words(record.title.as_ref()).unwrap_or_default();
        if mandate == Some(Mandate::Decides) && mandate_source.is_none() {
            let span = record.mandate.as_ref().map_or(role.span, |mandate| mandate.span);
            self.report(Diagnostic::new(&code::MANDATE_SOURCE, span).with("role", title));
        }
        let entity = entity(
            Named {
                kind: Kind::Role,
                id: record.id.as_ref(),
                title: record.title.as_ref(),
                summary: record.summary.as_ref(),
                aliases: &record.aliases,
                span: role.span,
            },
            names,
        );
        Some(Role {
            entity: entity?,
            unit: unit?,
            kind: plain(record.kind.as_ref())?,
            mandate: mandate?,
            mandate_source,
            contact,
        })
    }
}

/// What a unit and a role have in common.
#[derive(Clone, Copy)]
struct Named<'a> {
    kind: Kind,
    id: Option<&'a At<Id>>,
    title: Option<&'a At<String>>,
    summary: Option<&'a At<String>>,
    aliases: &'a [At<Id>],
    span: Span,
}

fn entity(own: Named<'_>, names: &mut Names) -> Option<Entity> {
    let id = own.id?.value.0.clone();
    let mut title = Text::new(words(own.title)?);
    let mut summary = words(own.summary).map(Text::new);
    for (language, translation) in names.remove(&(own.kind, id.clone())).unwrap_or_default() {
        if let Some(own) = translation.title {
            title.translations.insert(language, own.value);
        }
        if let (Some(summary), Some(own)) = (&mut summary, translation.summary) {
            summary.translations.insert(language, own.value);
        }
    }
    let aliases = own.aliases.iter().map(|alias| alias.value.0.clone()).collect();
    Some(Entity { id, title, summary, body: Text::new(Arc::default()), aliases, span: own.span })
}
