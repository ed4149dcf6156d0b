//! The accessibility statement: whether what it claims agrees with what it lists.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diag::{Diagnostic, Fill, code};
use crate::files::{At, Span};
use crate::model::{AccessibilityLaw, Choice as _, Compliance, Name, PlanDate, Shortcoming, Statement, Text};
use crate::source::value::Id;
use crate::source::{Folder, vocabulary as v};
use crate::words::Language;

use super::{Checker, plain, words};

/// How many success criteria each guideline of WCAG 2.2 has; those of 2.1 are among them.
const CRITERIA: &[(&str, u8)] = &[
    ("1.1", 1),
    ("1.2", 9),
    ("1.3", 6),
    ("1.4", 13),
    ("2.1", 4),
    ("2.2", 6),
    ("2.3", 3),
    ("2.4", 13),
    ("2.5", 8),
    ("3.1", 6),
    ("3.2", 6),
    ("3.3", 9),
    ("4.1", 3),
];

/// What is translated of a statement, by language.
type Translations = Vec<(Language, v::StatementTranslation)>;

impl Checker<'_> {
    /// The statement of `accessibility.yaml`; `None` when there is none, or when it can't be made of what was written.
    pub(super) fn statement(
        &mut self,
        folder: Folder<v::Statement, v::StatementTranslation>,
        law: Option<AccessibilityLaw>,
    ) -> Option<Statement> {
        let doc = folder.docs.into_iter().next();
        let mut translations = Translations::new();
        for translation in folder.translations {
            let Some(language) = self.translation_language(&translation) else { continue };
            if doc.is_none() {
                self.nothing_to_translate("accessibility", v::Statement::RECORD.name, translation.id.span);
            }
            translations.push((language, Arc::unwrap_or_clone(translation).record));
        }
        let doc = doc?;
        let record = &doc.record;
        if law == Some(AccessibilityLaw::None) {
            self.report(Diagnostic::new(&code::STATEMENT_WITHOUT_LAW, doc.id.span));
        }
        self.translated_items(record, &translations);
        self.claim(record);
        let shortcomings = self.shortcomings(&record.shortcomings, &translations);
        let burdens = self.burdens(&record.burdens, &translations);
        let outside = record
            .outside
            .iter()
            .filter_map(|own| content(&own.value, &translations, |own| &own.outside, |own| own.content.as_ref()))
            .collect();
        let assessed = record.assessed.as_ref().and_then(|date| self.exact_day(date));
        let updated = record.updated.as_ref().and_then(|date| self.exact_day(date));
        let published = record.published.as_ref().and_then(|date| self.exact_day(date));
        self.in_order(record.assessed.as_ref(), assessed, updated);
        let service_url = self.address(record.service_url.as_ref());
        let audit_report = self.address(record.audit_report.as_ref());
        let form = self.address(record.form.as_ref());
        let email = self.mailbox(record.email.as_ref());
        let supervision = record.supervision.as_ref().and_then(|own| {
            let url = self.address(own.value.url.as_ref());
            Some((text(own.value.authority.as_ref(), &translations, |own| own.authority.as_ref())?, url?))
        });
        Some(Statement {
            organisation: text(record.organisation.as_ref(), &translations, |own| own.organisation.as_ref()),
            service: text(record.service.as_ref(), &translations, |own| own.service.as_ref()),
            service_url,
            compliance: plain(record.compliance.as_ref())?,
            shortcomings,
            burdens,
            outside,
            assessed: assessed?,
            updated: updated?,
            published,
            method: plain(record.method.as_ref())?,
            method_text: text(record.method_text.as_ref(), &translations, |own| own.method_text.as_ref()),
            audit_report,
            form: form?,
            email: email?,
            phone: words(record.phone.as_ref()),
            response_time: text(record.response_time.as_ref(), &translations, |own| own.response_time.as_ref()),
            supervision,
            standard: words(record.standard.as_ref()),
            span: doc.id.span,
        })
    }

    /// A site that lists faults does not follow the law fully, and one that follows it partly has something to list.
    fn claim(&mut self, record: &v::Statement) {
        let Some(compliance) = &record.compliance else { return };
        let first = record.shortcomings.first().map(|own| own.span);
        let first = first.or_else(|| record.burdens.first().map(|own| own.span));
        let value = compliance.value;
        match (value, first) {
            (Compliance::Fully, Some(first)) => {
                let n = record.shortcomings.len() + record.burdens.len();
                let claimed = Diagnostic::new(&code::FULL_WITH_SHORTCOMINGS, compliance.span).with("n", n);
                self.report(claimed.also(first, "first"));
            }
            (Compliance::Partly | Compliance::Not, None) => {
                let claimed = Diagnostic::new(&code::NO_SHORTCOMINGS, compliance.span);
                self.report(claimed.with("compliance", value.name()));
            }
            _ => {}
        }
    }

    /// A statement can't have been gone through before the assessment that it tells of.
    fn in_order(&mut self, written: Option<&At<PlanDate>>, assessed: Option<Date>, updated: Option<Date>) {
        if let (Some(written), Some(assessed), Some(updated)) = (written, assessed, updated)
            && assessed > updated
        {
            self.report(
                Diagnostic::new(&code::ASSESSED_AFTER_UPDATE, written.span)
                    .with("assessed", assessed.to_string())
                    .with("updated", updated.to_string()),
            );
        }
    }

    fn shortcomings(&mut self, list: &[At<v::Shortcoming>], translations: &Translations) -> Vec<Shortcoming> {
        let mut all = Vec::new();
        for own in list {
            let record = &own.value;
            for criterion in &record.wcag {
                if !is_criterion(&criterion.value) {
                    self.report(
                        Diagnostic::new(&code::UNKNOWN_CRITERION, criterion.span)
                            .with("text", criterion.value.as_str()),
                    );
                }
            }
            let text = |own: Option<&At<String>>, of: fn(&v::ShortcomingTranslation) -> Option<&At<String>>| {
                text(own, translations, |all| {
                    let same =
                        |own: &&At<v::ShortcomingTranslation>| same_id(own.value.id.as_ref(), record.id.as_ref());
                    all.shortcomings.iter().find(same).and_then(|own| of(&own.value))
                })
            };
            let (Some(situation), Some(description)) =
                (plain(record.situation.as_ref()), text(record.description.as_ref(), |own| own.description.as_ref()))
            else {
                continue;
            };
            all.push(Shortcoming {
                situation,
                description,
                place: text(record.place.as_ref(), |own| own.place.as_ref()),
                wcag: record.wcag.iter().map(|own| own.value.clone()).collect(),
                reason: text(record.reason.as_ref(), |own| own.reason.as_ref()),
                alternative: text(record.alternative.as_ref(), |own| own.alternative.as_ref()),
                fix_by: plain(record.fix_by.as_ref()),
                span: own.span,
            });
        }
        all
    }

    fn burdens(&mut self, list: &[At<v::StatementContent>], translations: &Translations) -> Vec<(Text, Text)> {
        let mut all = Vec::new();
        for own in list {
            let what = content(&own.value, translations, |own| &own.burdens, |own| own.content.as_ref());
            let why = content(&own.value, translations, |own| &own.burdens, |own| own.assessment.as_ref());
            if why.is_none() {
                self.report(
                    Diagnostic::new(&code::MISSING_KEY, own.span)
                        .with("key", Name { en: "assessment", sv: "bedömning" })
                        .with("record", v::StatementContent::RECORD.name),
                );
            }
            all.extend(what.zip(why));
        }
        all
    }

    /// Reports translations of what the statement does not list.
    fn translated_items(&mut self, record: &v::Statement, translations: &Translations) {
        let shortcomings = ids(&record.shortcomings, |own| own.id.as_ref());
        let burdens = ids(&record.burdens, |own| own.id.as_ref());
        let outside = ids(&record.outside, |own| own.id.as_ref());
        for (_, own) in translations {
            let translated = ids(&own.shortcomings, |own| own.id.as_ref());
            self.each_is_listed(v::Shortcoming::RECORD.name, &shortcomings, &translated);
            let content = v::StatementContent::RECORD.name;
            self.each_is_listed(content, &burdens, &ids(&own.burdens, |own| own.id.as_ref()));
            self.each_is_listed(content, &outside, &ids(&own.outside, |own| own.id.as_ref()));
        }
    }

    fn each_is_listed(&mut self, name: Name, listed: &[&At<Id>], translated: &[&At<Id>]) {
        for id in translated.iter().filter(|id| !listed.iter().any(|own| own.value == id.value)) {
            self.nothing_to_translate(&id.value.0, name, id.span);
        }
    }

    fn nothing_to_translate(&mut self, id: &str, name: Name, span: Span) {
        let translation = Diagnostic::new(&code::TRANSLATION_WITHOUT_ORIGINAL, span);
        self.report(translation.with("id", id).with("kind", Fill::Name(name)));
    }
}

/// The ids of those items that have one.
fn ids<T>(list: &[At<T>], id: fn(&T) -> Option<&At<Id>>) -> Vec<&At<Id>> {
    list.iter().filter_map(|own| id(&own.value)).collect()
}

/// A text with its translations.
fn text(
    own: Option<&At<String>>,
    translations: &Translations,
    of: impl Fn(&v::StatementTranslation) -> Option<&At<String>>,
) -> Option<Text> {
    let mut text = Text::new(words(own)?);
    for (language, translation) in translations {
        if let Some(own) = words(of(translation)) {
            text.translations.insert(*language, own);
        }
    }
    Some(text)
}

/// A text of an item that has an id, with its translations from the list of items that `list` gives.
fn content(
    item: &v::StatementContent,
    translations: &Translations,
    list: fn(&v::StatementTranslation) -> &Vec<At<v::StatementContent>>,
    of: fn(&v::StatementContent) -> Option<&At<String>>,
) -> Option<Text> {
    text(of(item), translations, |all| {
        let same = |own: &&At<v::StatementContent>| same_id(own.value.id.as_ref(), item.id.as_ref());
        list(all).iter().find(same).and_then(|own| of(&own.value))
    })
}

fn same_id(one: Option<&At<Id>>, other: Option<&At<Id>>) -> bool {
    one.zip(other).is_some_and(|(one, other)| one.value == other.value)
}

/// Whether WCAG 2.2 has a success criterion of this number.
fn is_criterion(text: &str) -> bool {
    text.rsplit_once('.').is_some_and(|(guideline, number)| {
        let last = CRITERIA.iter().find(|(own, _)| *own == guideline).map_or(0, |(_, last)| *last);
        number.parse().is_ok_and(|n: u8| (1..=last).contains(&n) && n.to_string() == number)
    })
}

#[cfg(test)]
mod tests {
    use super::is_criterion;

    #[test]
    fn a_criterion_is_one_of_wcag() {
        for own in ["1.1.1", "1.4.13", "2.4.11", "2.5.8", "4.1.3"] {
            assert!(is_criterion(own), "{own}");
        }
        for other in ["1.1", "1.1.2", "1.1.0", "1.1.01", "5.1.1", "1.4.14", "kontrast", ""] {
            assert!(!is_criterion(other), "{other}");
        }
    }
}
