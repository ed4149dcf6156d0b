//! The accessibility statement: what the law on accessible digital services wants known about the site.
//!
//! Fields and their order follow the Swedish agency's statement (MDFFS 2019:2, section 6). What the law demands to be
//! said is worded in `pages`; here are the facts only.

use jiff::civil::Date;

use super::{Compliance, PlanDate, TestMethod, Text, UseSituation};
use crate::files::Span;

/// What `accessibility.yaml` says.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Whose site it is; `None`: the plan's organisation.
    pub organisation: Option<Text>,
    /// What the site is called; `None`: the plan's title.
    pub service: Option<Text>,
    /// Where the site is; `None`: the plan's address.
    pub service_url: Option<String>,
    /// How well it follows the law. Never fully while something does not.
    pub compliance: Compliance,
    /// What does not follow the law.
    pub shortcomings: Vec<Shortcoming>,
    /// What is too burdensome to adapt (section 12): what, and how it was judged.
    pub burdens: Vec<(Text, Text)>,
    /// What the law does not cover (section 9).
    pub outside: Vec<Text>,
    /// The day of the assessment, not after `updated`.
    pub assessed: Date,
    /// The day on which the statement was last gone through.
    pub updated: Date,
    /// The day on which the site was published.
    pub published: Option<Date>,
    /// How it was tested.
    pub method: TestMethod,
    /// The same in words.
    pub method_text: Option<Text>,
    /// The report of the test.
    pub audit_report: Option<String>,
    /// An accessible form for telling of shortcomings.
    pub form: String,
    /// A function mailbox for the same.
    pub email: String,
    /// A telephone number for the same.
    pub phone: Option<String>,
    /// How soon an answer comes.
    pub response_time: Option<Text>,
    /// The authority that supervises the law and the address for complaints; `None`: the one known to do so.
    pub supervision: Option<(Text, String)>,
    /// The standard that it was assessed by; `None`: the one in force.
    pub standard: Option<String>,
    /// Where the file begins.
    pub span: Span,
}

/// Something on the site that does not follow the law.
#[derive(Clone, Debug)]
pub struct Shortcoming {
    /// The situation in which it is met.
    pub situation: UseSituation,
    /// What does not work.
    pub description: Text,
    /// Where on the site.
    pub place: Option<Text>,
    /// The success criteria of WCAG that it fails, such as `1.1.1`.
    pub wcag: Vec<String>,
    /// Why it is so.
    pub reason: Option<Text>,
    /// What to do instead.
    pub alternative: Option<Text>,
    /// When it will be mended at the latest.
    pub fix_by: Option<PlanDate>,
    /// Where it is written.
    pub span: Span,
}
