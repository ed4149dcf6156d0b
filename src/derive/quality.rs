//! What the date shows to be weak in a plan: warnings for the site's public quality page.
//!
//! Comes in: the plan and its facts. Goes out: diagnostics at the file that tells of the matter. What needs no date is
//! `check`'s. Kept out: what an initiative's own page says anyway, such as that it is late.

use super::{Facts, ForumActivity};
use crate::diag::{Diagnostic, Diagnostics, code};
use crate::model::{AccessibilityLaw, Choice as _, Entity, Plan};

/// Reports silent sponsors and forums, forums that lack the contact centre, decisions and answers that are late, and an
/// accessibility statement that is missing or old.
pub fn quality(plan: &Plan, facts: &Facts, diagnostics: &mut Diagnostics) {
    let days = |days: u32| u64::from(days);
    for (key, initiative) in facts.initiatives.iter() {
        let own = &plan.initiatives[key];
        if let Some(sponsor) = own.sponsor.filter(|_| initiative.reporting.is_silent()) {
            diagnostics.report(
                Diagnostic::new(&code::SILENT_SPONSOR, own.entity.span)
                    .with("initiative", title(&own.entity))
                    .with("role", title(&plan.roles[sponsor].entity))
                    .with("n", days(initiative.reporting.overdue)),
            );
        }
    }
    for (key, forum) in facts.forums.iter() {
        let own = &plan.forums[key];
        let about = |rule| Diagnostic::new(rule, own.entity.span).with("forum", title(&own.entity));
        let insights = &facts.index.insights_of_forum[key];
        if !insights.is_empty() && !forum.contact_centre {
            diagnostics.report(about(&code::FORUM_WITHOUT_CONTACT_CENTRE).with("n", insights.len()));
        }
        match (forum.activity, own.every) {
            (ForumActivity::Silent { days: since, every }, _) => {
                diagnostics.report(about(&code::SILENT_FORUM).with("n", days(since)).with("every", every.name()));
            }
            (ForumActivity::NeverMet, Some(every)) => {
                diagnostics.report(about(&code::FORUM_NEVER_MET).with("every", every.name()));
            }
            _ => {}
        }
    }
    for it in &facts.lists.decisions {
        let Some(overdue) = it.overdue else { continue };
        diagnostics.report(
            Diagnostic::new(&code::DECISION_OVERDUE, plan.reports[it.report].span)
                .with("initiative", title(&plan.initiatives[it.initiative].entity))
                .with("role", title(&plan.roles[it.by].entity))
                .with("n", days(overdue)),
        );
    }
    for (key, insight) in facts.insights.iter() {
        let Some(unanswered) = insight.and_then(|it| it.unanswered()) else { continue };
        let own = &plan.insights[key];
        diagnostics.report(
            Diagnostic::new(&code::UNANSWERED_INSIGHT, own.entity.span)
                .with("insight", title(&own.entity))
                .with("n", days(unanswered)),
        );
    }
    statement(plan, facts, diagnostics);
}

/// A site that the law covers has a statement, and the statement is gone through every year.
fn statement(plan: &Plan, facts: &Facts, diagnostics: &mut Diagnostics) {
    match (&plan.statement, &facts.statement) {
        (None, _) if plan.settings.accessibility_law == AccessibilityLaw::None => {}
        (None, _) => {
            diagnostics.report(Diagnostic::new(&code::NO_STATEMENT, plan.settings.span));
        }
        (Some(own), None) => {
            let ahead = Diagnostic::new(&code::STATEMENT_AHEAD, own.span).with("date", own.updated.to_string());
            diagnostics.report(ahead);
        }
        (Some(own), Some(facts)) => {
            if facts.is_old {
                let old = Diagnostic::new(&code::OLD_STATEMENT, own.span);
                diagnostics.report(old.with("n", u64::from(facts.months)));
            }
            for shortcoming in facts.overdue.iter().map(|&n| &own.shortcomings[n]) {
                let Some(by) = shortcoming.fix_by else { continue };
                diagnostics.report(
                    Diagnostic::new(&code::SHORTCOMING_OVERDUE, shortcoming.span)
                        .with("what", shortcoming.description.original.as_str())
                        .with("date", by.to_string()),
                );
            }
        }
    }
}

fn title(entity: &Entity) -> &str {
    &entity.title.original
}
