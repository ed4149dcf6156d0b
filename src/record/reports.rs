//! What was published of each report, in so few words that it can be told whether it says the same later.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::sha256;
use crate::files::Files;
use crate::model::{Choice as _, Plan, Report};

/// A published report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// SHA-256 of what it says, in hexadecimal. How it is laid out does not count.
    pub sha256: String,
    /// The roles that it names: who reported, and who must answer its question. Beside the rest, since a role may get
    /// another id.
    pub roles: Vec<String>,
    /// When and why it was corrected.
    pub corrected: Option<(String, String)>,
}

/// The reports of a plan, by period and initiative with a slash between.
pub fn reports(plan: &Plan, files: &Files) -> BTreeMap<String, Reported> {
    let all: Vec<&Report> = plan.reports.iter().map(|(_, report)| report).collect();
    all.into_par_iter().map(|report| (name(plan, report), reported(plan, files, report))).collect()
}

/// A report's period and initiative.
pub(super) fn name(plan: &Plan, report: &Report) -> String {
    format!("{}/{}", report.period, plan.initiatives[report.initiative].entity.id)
}

fn reported(plan: &Plan, files: &Files, report: &Report) -> Reported {
    let Report { date, assessment, no_progress, next_step, obstacle, decision_needed, forecast_end, evidence, .. } =
        report;
    // The text as it was written: what is made of it may look otherwise with the next version of the program.
    let text = files.text(report.span.file);
    let text: Vec<&str> = crate::source::body(&text, report.span.file).split_whitespace().collect();
    let question = decision_needed.as_ref();
    let says = json!([
        date.to_string(),
        assessment.name().en,
        no_progress,
        text.join(" "),
        next_step,
        obstacle.as_ref().map(|own| (own.kind.name().en, &own.text)),
        question.map(|own| (&own.question, own.before.map(|before| before.to_string()))),
        forecast_end.map(|end| end.to_string()),
        evidence.iter().map(|own| (&own.title, &own.url)).collect::<Vec<_>>(),
    ]);
    let roles = std::iter::once(report.by).chain(question.map(|own| own.by));
    Reported {
        sha256: sha256(says.to_string().as_bytes()),
        roles: roles.map(|role| plan.roles[role].entity.id.clone()).collect(),
        corrected: report.corrected.as_ref().map(|own| (own.date.to_string(), own.why.clone())),
    }
}
