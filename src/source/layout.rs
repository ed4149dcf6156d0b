//! Which file of `content/` holds which record: a path in, what stands there out.

use super::record::Record;
use super::vocabulary as v;

/// Each kind of file: what it is called in English, the files below `content/`, and what they hold.
pub const FILES: &[(&str, &str, &Record)] = &[
    ("plan", "plan.yaml", &v::Plan::RECORD),
    ("organisation", "organisation.yaml", &v::Organisation::RECORD),
    ("accessibility", "accessibility.yaml", &v::Statement::RECORD),
    ("removed", "removed.yaml", &v::Removals::RECORD),
    ("plan-translation", "plan.*.yaml", &v::PlanTranslation::RECORD),
    ("organisation-translation", "organisation.*.yaml", &v::OrganisationTranslation::RECORD),
    ("accessibility-translation", "accessibility.*.yaml", &v::StatementTranslation::RECORD),
    ("removed-translation", "removed.*.yaml", &v::RemovalsTranslation::RECORD),
    ("area", "areas/*.md", &v::Area::RECORD),
    ("goal", "goals/*.md", &v::Goal::RECORD),
    ("initiative", "initiatives/*.md", &v::Initiative::RECORD),
    ("indicator", "indicators/*.md", &v::Indicator::RECORD),
    ("forum", "forums/*.md", &v::Forum::RECORD),
    ("insight", "insights/*.md", &v::Insight::RECORD),
    ("decision", "decisions/*.md", &v::Decision::RECORD),
    ("report", "reports/*/*.md", &v::Report::RECORD),
    ("review", "reviews/*.md", &v::Review::RECORD),
    ("page", "pages/*.md", &v::Page::RECORD),
    ("translation", "*/*.*.md", &v::Translation::RECORD),
];

/// What a file below `content/` holds; `None` where no record stands. A translation holds less than what it translates,
/// whatever kind that is.
pub fn record_of(path: &str) -> Option<&'static Record> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_translation = name.matches('.').count() > 1;
    if is_translation && path.contains('/') {
        return name.strip_suffix(".md").map(|_| &v::Translation::RECORD);
    }
    let path = path.strip_suffix(".yml").map_or_else(|| path.to_owned(), |stem| format!("{stem}.yaml"));
    let fits = |pattern: &str| {
        let (own, wanted): (Vec<&str>, Vec<&str>) = (path.split('/').collect(), pattern.split('/').collect());
        own.len() == wanted.len() && own.iter().zip(&wanted).all(|(own, wanted)| fits_part(own, wanted))
    };
    let mut own = FILES.iter().filter(|(_, pattern, _)| pattern.contains(".*.") == is_translation);
    own.find(|(_, pattern, _)| fits(pattern)).map(|(.., record)| *record)
}

/// Whether a part of a path fits a pattern in which `*` is anything.
fn fits_part(own: &str, pattern: &str) -> bool {
    match pattern.split_once('*') {
        None => own == pattern,
        Some((before, after)) => {
            own.len() > before.len() + after.len() && own.starts_with(before) && own.ends_with(after)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_tells_what_stands_there() {
        for (path, wanted) in [
            ("plan.yaml", "plan"),
            ("plan.yml", "plan"),
            ("plan.en.yaml", "translation"),
            ("goals/skola.md", "goal"),
            ("goals/skola.en.md", "translation"),
            ("reports/2026-T1/skola.md", "report"),
            ("reports/2026-T1/skola.en.md", "translation"),
        ] {
            assert_eq!(record_of(path).map(|own| own.name.en), Some(wanted), "{path}");
        }
        for path in ["indicators/a.csv", "static/x.md", "goals/a/b.md", "readme.md"] {
            assert!(record_of(path).is_none(), "{path}");
        }
    }
}
