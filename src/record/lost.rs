//! What has been published and would be gone with the next site, or would say something else in silence.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::reports::name;
use super::{MANIFEST, Manifest, Reported};
use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::Span;
use crate::model::{Choice as _, Entity, Kind, Plan, Removed};
use crate::pages::Maker;
use crate::words::Language;

/// What a site is held against its predecessor with.
#[derive(Clone, Copy)]
pub struct Next<'a> {
    /// The plan that the site is made of.
    pub plan: &'a Plan,
    /// What made its pages.
    pub maker: &'a Maker<'a>,
    /// The paths of its files.
    pub paths: &'a BTreeSet<&'a str>,
    /// Its reports.
    pub reports: &'a BTreeMap<String, Reported>,
    /// The day that it describes.
    pub date: Date,
}

/// Files that are a part of how the site works rather than of what it says.
const MEANS: &[&str] = &["assets/", "robots.txt", "sitemap.xml", MANIFEST];

/// Reports what the site recorded in `before` had and the next one lacks without saying why, and reports that changed
/// in silence.
pub fn lost(before: &Manifest, next: Next<'_>, diagnostics: &mut Diagnostics) {
    addresses(before, next, diagnostics);
    let Next { plan, reports, date, .. } = next;
    let now: BTreeMap<String, Span> =
        plan.reports.iter().map(|(_, report)| (name(plan, report), report.span)).collect();
    for (old, reported) in &before.reports {
        let Some((period, initiative)) = old.split_once('/') else { continue };
        let current = current_id(plan.initiatives.iter().map(|(_, own)| &own.entity), initiative);
        let current = format!("{period}/{}", current.unwrap_or(initiative));
        let told = |diagnostic: Diagnostic| {
            diagnostic.with("initiative", initiative).with("period", period).with("date", date.to_string())
        };
        if let (Some(new), Some(span)) = (reports.get(&current), now.get(&current)) {
            if !is_open(plan, reported, new, &before.date) {
                diagnostics.report(told(Diagnostic::new(&code::REPORT_CHANGED, *span)));
            }
            continue;
        }
        let removed =
            |kind: Kind, id: &str| plan.removed.iter().any(|own| own.what == Removed::Thing(kind, id.to_owned()));
        let is_said = removed(Kind::Report, old) || removed(Kind::Report, &current);
        if !is_said && !removed(Kind::Initiative, initiative) {
            diagnostics.report(told(Diagnostic::nowhere(&code::REPORT_GONE)));
        }
    }
}

/// Whether a report says the same as before, or says that it does not.
fn is_open(plan: &Plan, old: &Reported, new: &Reported, published: &str) -> bool {
    let role = |id: &String| {
        current_id(plan.roles.iter().map(|(_, own)| &own.entity), id).map_or_else(|| id.clone(), str::to_owned)
    };
    if old.sha256 == new.sha256 && old.roles.iter().map(role).eq(new.roles.iter().cloned()) {
        return true;
    }
    // A second correction of the same day says the same day.
    new.corrected.as_ref().is_some_and(|own| Some(own) != old.corrected.as_ref() || own.0.as_str() >= published)
}

/// The id that the thing with this id has now.
fn current_id<'a>(mut all: impl Iterator<Item = &'a Entity>, id: &str) -> Option<&'a str> {
    all.find(|own| own.id == id || own.aliases.iter().any(|alias| alias == id)).map(|own| own.id.as_str())
}

/// Reports each address that would lead nowhere. Of a thing with a page in several languages, the first.
fn addresses(before: &Manifest, next: Next<'_>, diagnostics: &mut Diagnostics) {
    let Next { plan, maker, paths, date, .. } = next;
    let mut told = BTreeSet::new();
    // A thing's pages first: the files and the charts that belong to it are told of with them.
    let (mut pages, files): (Vec<_>, Vec<_>) = before
        .files
        .keys()
        .map(String::as_str)
        .partition(|path| crate::audit::is_html(path) && !path.starts_with(crate::pages::EMBED));
    let gone = |path: &&str| !paths.contains(path) && !MEANS.iter().any(|own| path.starts_with(own));
    // Those of the plan's own language lie least deep, and are the ones that are named.
    pages.sort_by_key(|path| path.matches('/').count());
    for path in pages.into_iter().filter(gone) {
        let address = path.strip_suffix("index.html").unwrap_or(path);
        let thing = maker.thing_at(address);
        if let Some((kind, id)) = thing
            && !told.insert((kind, id))
        {
            continue;
        }
        diagnostics.report(disappears(plan, address, thing, date));
    }
    for path in files.into_iter().filter(gone) {
        let is_told = told.iter().any(|(_, id)| belongs_to(path, id));
        let is_removed = plan.removed.iter().any(|own| match &own.what {
            Removed::Thing(_, id) => belongs_to(path, id),
            Removed::File(file) => file == path,
            Removed::Page(address) => path.starts_with(address.as_str()),
        });
        if !is_told && !is_removed {
            diagnostics.report(disappears(plan, path, None, date));
        }
    }
}

/// Whether a file belongs to the thing with this id: one of its folders, or it itself without its ending, is called so.
fn belongs_to(path: &str, id: &str) -> bool {
    path.split('/').any(|part| part.split('.').next() == Some(id))
}

fn disappears(plan: &Plan, address: &str, thing: Option<(Kind, &str)>, date: Date) -> Diagnostic {
    let what = match thing {
        Some((kind, id)) if plan.settings.language == Language::SWEDISH => format!("{}:{id}", kind.name().sv),
        Some((kind, id)) => format!("{}:{id}", kind.name().en),
        None => format!("/{address}"),
    };
    let lost = Diagnostic::nowhere(&code::LOST_ADDRESS)
        .with("address", address)
        .with("what", what)
        .with("date", date.to_string());
    match thing {
        Some((_, id)) => lost.with("id", id).hint("renamed"),
        None => lost,
    }
}
