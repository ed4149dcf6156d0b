//! The first page of the forms: what is owed, what can be begun, and all that there is.

use serde::Serialize;

use super::listing::Listing;
use super::page::address;
use super::{Target, period_of};
use crate::compose::{Desk as Plan, KINDS};
use crate::files::Files;
use crate::model::{Choice as _, Period};
use crate::pages::{self, Owed};
use crate::source::layout::{FILES, record_of};
use crate::words::Words;

/// The first page.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Start {
    title: String,
    /// Who owes what.
    owed: Vec<Owing>,
    begin: Vec<Link>,
    groups: Vec<Group>,
    /// Whether the plan as a whole can't be read, so that nobody knows what is owed.
    is_broken: bool,
}

/// What a role owes.
#[derive(Clone, Debug, Serialize)]
struct Owing {
    name: String,
    owed: Vec<Link>,
}

#[derive(Clone, Debug, Serialize)]
struct Link {
    text: String,
    note: String,
    href: String,
}

/// Files of a kind.
#[derive(Clone, Debug, Serialize)]
struct Group {
    title: String,
    links: Vec<Link>,
}

/// What of a plan that there is one file of has a form, by the name of that file without its ending; translations aside.
pub(super) fn single(stem: &str) -> Option<&'static str> {
    FILES.iter().find(|(_, path, _)| path.strip_suffix(".yaml") == Some(stem)).map(|(kind, ..)| *kind)
}

/// The first page of a plan; without `plan` nobody knows what is owed.
pub(super) fn start(files: &Files, plan: Option<&Plan>, listing: &Listing, words: &Words) -> Start {
    let owed = plan.map(|plan| owed(files, plan, words)).unwrap_or_default();
    let begin = KINDS.iter().map(|(kind, _)| {
        let text = words.get(&format!("forms-new-{}", kind.name().en));
        Link { text, note: String::new(), href: address(&Target::New(*kind)) }
    });
    let review = plan.and_then(|plan| plan.facts().calendar.latest());
    let review = review.filter(|period| files.find(&format!("content/reviews/{period}.md")).is_none()).map(|period| {
        let text = format!("{} {period}", words.get("forms-new-review"));
        Link { text, note: String::new(), href: address(&Target::Review(period)) }
    });
    Start {
        title: plan.map_or_else(String::new, |plan| plan.plan().settings.title.original.clone()),
        owed,
        begin: begin.chain(review).collect(),
        groups: groups(files, listing, words),
        is_broken: plan.is_none(),
    }
}

fn owed(files: &Files, plan: &Plan, words: &Words) -> Vec<Owing> {
    let link = |own: Owed| {
        let target = match own.kind {
            "report" => {
                let initiative = plan.initiative(&own.id);
                let period =
                    initiative.and_then(|key| plan.period(key)).or_else(|| own.periods.map(|(first, _)| first));
                period.map(|period| Target::Report(own.id.clone(), period))
            }
            _ => files.find(&own.fix).map(|_| Target::File(own.fix.clone())),
        };
        Link { text: own.text, note: own.when, href: target.as_ref().map(address).unwrap_or_default() }
    };
    let all = pages::owed(plan.plan(), plan.facts(), words, None);
    all.into_iter().map(|own| Owing { name: own.name, owed: own.owed.into_iter().map(link).collect() }).collect()
}

fn groups(files: &Files, listing: &Listing, words: &Words) -> Vec<Group> {
    let kind = |kind: &str| words.get(&format!("forms-all-{kind}"));
    let file =
        |path: &str, text: String, note: String| Link { text, note, href: address(&Target::File(path.to_owned())) };
    let mut groups = Vec::new();
    for (own, _) in KINDS {
        let name = own.name().en;
        let links = listing.all(name).iter().map(|own| file(&own.path, own.title.clone(), String::new()));
        groups.push(Group { title: kind(name), links: links.collect() });
    }
    let values = listing.all("indicator").iter().filter_map(|own| {
        let path = format!("{}.csv", own.path.strip_suffix(".md")?);
        files.find(&path).map(|_| file(&path, own.title.clone(), String::new()))
    });
    groups.push(Group { title: kind("values"), links: values.collect() });
    // The latest first.
    let mut reports: Vec<(String, &str, &str)> = Vec::new();
    for (_, own) in files.under("content/reports/") {
        let below = own.path.strip_prefix("content/reports/").and_then(|own| own.strip_suffix(".md"));
        if let Some((period, id)) = below.and_then(|own| own.split_once('/')).filter(|(_, id)| !id.contains('.')) {
            let title = listing.title("initiative", id).unwrap_or(id).to_owned();
            reports.push((title, period, &own.path));
        }
    }
    let day = |period: &str| period_of(period).map(Period::first_day);
    reports.sort_by(|a, b| day(b.1).cmp(&day(a.1)).then_with(|| words.formats().compare(&a.0, &b.0)));
    let links = reports.into_iter().map(|(title, period, path)| file(path, title, period.to_owned())).collect();
    groups.push(Group { title: kind("report"), links });
    let reviews = files.under("content/reviews/").filter_map(|(_, own)| {
        let period = own.path.strip_prefix("content/reviews/")?.strip_suffix(".md")?;
        (!period.contains('.')).then(|| file(&own.path, period.to_owned(), String::new()))
    });
    groups.push(Group { title: kind("review"), links: reviews.collect() });
    let singles =
        ["content/plan.yaml", "content/organisation.yaml", "content/accessibility.yaml", "content/removed.yaml"];
    let singles = singles.iter().filter(|path| files.find(path).is_some()).map(|path| {
        let stem = path.trim_start_matches("content/").trim_end_matches(".yaml");
        let text = single(stem).map_or_else(|| stem.to_owned(), |kind| words.get(&format!("forms-kind-{kind}")));
        file(path, text, String::new())
    });
    groups.push(Group { title: kind("plan"), links: singles.collect() });
    let translated = files.iter().filter_map(|(_, own)| {
        let below = own.path.strip_prefix("content/")?;
        let name = below.rsplit('/').next().unwrap_or(below);
        (name.matches('.').count() > 1 && record_of(below).is_some())
            .then(|| file(&own.path, below.to_owned(), String::new()))
    });
    groups.push(Group { title: kind("translation"), links: translated.collect() });
    groups.retain(|group| !group.links.is_empty());
    groups
}
