//! What lets a plan build but makes it a weaker one: listed on the site's public quality page.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::model::{Kind, is_collective};
use crate::source::{Source, vocabulary as v};

use super::Ids;

/// Reports goals, roles, insights and areas that lack what would make them work.
pub(super) fn check(source: &Source, ids: &Ids, diagnostics: &mut Diagnostics) {
    // By row, as a reference may name an id that its goal had before.
    let served: BTreeSet<usize> = source
        .initiatives
        .docs
        .iter()
        .flat_map(|doc| &doc.record.goals)
        .filter_map(|goal| ids.row(Kind::Goal, &goal.value.id))
        .collect();
    for (row, doc) in source.goals.docs.iter().enumerate() {
        let v::Goal { title, indicators, decision, replaced_by, .. } = &doc.record;
        let name = title.as_ref().map_or(doc.id.value.as_str(), |title| title.value.as_str());
        if replaced_by.is_some() {
            continue;
        }
        if indicators.is_empty() {
            diagnostics.report(Diagnostic::new(&code::GOAL_WITHOUT_INDICATOR, doc.id.span).with("goal", name));
        }
        if !served.contains(&row) {
            diagnostics.report(Diagnostic::new(&code::GOAL_WITHOUT_INITIATIVE, doc.id.span).with("goal", name));
        }
        if decision.is_none() {
            diagnostics.report(Diagnostic::new(&code::GOAL_WITHOUT_DECISION, doc.id.span).with("goal", name));
        }
    }
    // Only Swedish writes titles with small letters, so that two capitalised words in a row are most likely a name.
    let swedish = source
        .plan
        .docs
        .first()
        .and_then(|doc| doc.record.language.as_ref())
        .is_some_and(|language| language.value.eq_ignore_ascii_case("sv"));
    for role in source.organisation.docs.iter().flat_map(|doc| &doc.record.roles) {
        let Some(title) = &role.value.title else { continue };
        if is_collective(&title.value) {
            diagnostics.report(Diagnostic::new(&code::COLLECTIVE_OWNER, title.span).with("role", title.value.as_str()));
        }
        if swedish && looks_like_a_name(&title.value) {
            diagnostics.report(Diagnostic::new(&code::PERSONAL_NAME, title.span).with("text", title.value.as_str()));
        }
    }
    let answered: BTreeSet<usize> = source
        .initiatives
        .docs
        .iter()
        .flat_map(|doc| &doc.record.insights)
        .filter_map(|insight| ids.row(Kind::Insight, &insight.value.id))
        .collect();
    for (row, doc) in source.insights.docs.iter().enumerate() {
        let taken_up = !doc.record.initiatives.is_empty() || answered.contains(&row);
        if doc.record.forum.is_none() && !taken_up {
            let name = doc.record.title.as_ref().map_or(doc.id.value.as_str(), |title| title.value.as_str());
            diagnostics.report(Diagnostic::new(&code::UNROUTED_INSIGHT, doc.id.span).with("insight", name));
        }
    }
    let cared_for: BTreeSet<usize> = source
        .forums
        .docs
        .iter()
        .flat_map(|doc| &doc.record.areas)
        .filter_map(|area| ids.row(Kind::Area, &area.value.id))
        .collect();
    for (row, doc) in source.areas.docs.iter().enumerate() {
        if doc.record.forum.is_none() && !cared_for.contains(&row) {
            let name = doc.record.title.as_ref().map_or(doc.id.value.as_str(), |title| title.value.as_str());
            diagnostics.report(Diagnostic::new(&code::AREA_WITHOUT_FORUM, doc.id.span).with("area", name));
        }
    }
}

/// Whether two words in a row are capitalised: "Anna Ek", but not "Chef för HR" or "VA-chef".
fn looks_like_a_name(title: &str) -> bool {
    let words: Vec<bool> = title
        .split_whitespace()
        .map(|word| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.clone().next().is_some()
                && letters.all(char::is_lowercase)
        })
        .collect();
    words.windows(2).any(|pair| pair == [true, true])
}

#[cfg(test)]
mod tests {
    use super::looks_like_a_name;

    #[test]
    fn names_are_told_from_titles() {
        assert!(looks_like_a_name("Anna Ek"));
        assert!(looks_like_a_name("it-chef Åsa Öst"));
        for title in ["Chef för Kontaktcenter", "HR-chef", "Digitaliseringsstrateg", "Chef IT och HR"] {
            assert!(!looks_like_a_name(title), "{title}");
        }
    }
}
