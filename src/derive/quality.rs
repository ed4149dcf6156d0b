//! What the date shows to be weak in a plan: warnings for the site's public quality page.
//!
//! Comes in: the plan and its facts. Goes out: diagnostics at the file that tells of the matter. What needs no date is
//! `check`'s. Kept out: what an initiative's own page says anyway, such as that it is late.

use super::{Facts, ForumActivity};
use crate::diag::{Diagnostic, Diagnostics, code};
use crate::model::{Choice as _, Entity, Plan};

/// Reports silent sponsors and forums, forums that lack the contact centre, and decisions and answers that are late.
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
}

fn title(entity: &Entity) -> &str {
    &entity.title.original
}
