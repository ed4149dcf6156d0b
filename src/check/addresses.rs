//! Addresses that two things would share on the site.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, code};
use crate::files::Span;
use crate::words::Language;

use super::Checker;

/// Files at the site's root that framdrift makes, and folders that it fills.
const OWN: &[&str] = &[
    "index.html",
    "404.html",
    "sitemap.xml",
    "robots.txt",
    "manifest.json",
    "berakning.json",
    "berakning.schema.json",
    "assets",
    "data",
    "datasets",
];

impl Checker<'_> {
    /// Reports free pages, by their ids and aliases, and files of `content/static/` whose address the site itself uses.
    pub(super) fn addresses(&mut self, pages: &[(String, Span)]) {
        let mut taken: BTreeSet<String> = OWN.iter().map(|own| (*own).to_owned()).collect();
        for language in Language::all() {
            taken.insert(language.tag().to_owned());
            taken.extend(language.addresses().map(str::to_owned));
        }
        for (id, span) in pages.iter().filter(|(id, _)| taken.contains(id)) {
            self.report(Diagnostic::new(&code::ADDRESS_TAKEN, *span).with("address", format!("/{id}/")));
        }
        taken.extend(pages.iter().map(|(id, _)| id.clone()));
        let found: Vec<_> = self
            .base
            .static_files
            .iter()
            .filter(|(path, _)| path.split('/').next().is_some_and(|first| taken.contains(first)))
            .map(|(path, file)| (path.clone(), *file))
            .collect();
        for (path, file) in found {
            self.report(Diagnostic::new(&code::ADDRESS_TAKEN, Span::top(file)).with("address", format!("/{path}")));
        }
    }
}
