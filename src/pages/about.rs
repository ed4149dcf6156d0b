//! Pages about the site itself: how it computes, what the plan lacks, and the page for a wrong address.

use super::context::{Context, state_key};
use super::data::{
    Anchor, Calculation, Finding, Item, Missing, Piece, Quality, QualityGroup, RuleCard, Sentence, StateCard,
};
use super::routes::Route;
use crate::derive::{Rule, State};
use crate::diag::{Diagnostics, Level};
use crate::files::Files;
use crate::words::{Arg, Language, Words};

/// A warning of the checks, as the quality page shows it: in the page's language.
#[derive(Clone, Debug)]
pub struct Warning {
    /// The rule's code.
    pub code: &'static str,
    /// The rule in a line.
    pub summary: String,
    /// What is wrong.
    pub message: Sentence,
    /// File and line.
    pub place: Option<String>,
}

impl Warning {
    /// All warnings, in the order of their places, in the language of `words`. What they quote is in the plan's language
    /// `own`.
    pub fn all(diagnostics: &Diagnostics, files: &Files, words: &Words, own: Language) -> Vec<Self> {
        let lang = (own != words.language()).then(|| own.tag());
        let piece = |(text, quoted): (String, bool)| Piece { text, href: None, lang: lang.filter(|_| quoted) };
        diagnostics
            .sorted(files)
            .into_iter()
            .filter(|found| found.rule.level == Level::Warning)
            .map(|found| Self {
                code: found.rule.code,
                summary: words.get(&format!("{}.summary", found.rule.code)),
                message: Sentence { pieces: found.message_in_pieces(words).into_iter().map(piece).collect() },
                place: found.span.map(|span| {
                    let line = files.position(span).line.to_string();
                    let path = files.get(span.file).path.clone();
                    words.fill("quality-place", &[("path", path.into()), ("line", line.into())])
                }),
            })
            .collect()
    }
}

impl Context<'_> {
    /// Every rule in force, with its limits; generated from the values that the build used.
    pub(super) fn calculation(self) -> Calculation {
        let thresholds = &self.plan.settings.thresholds;
        let reporting = &self.plan.settings.reporting;
        let formats = self.words.formats();
        let number = |value: f64, decimals| Arg::Text(formats.number(value, decimals));
        let rhythm = self.choice("rhythm", reporting.every);
        let args: Vec<(&str, Arg)> = vec![
            ("rhythm", rhythm.clone().into()),
            ("grace", reporting.grace_days.into()),
            ("stale", reporting.stale_after.into()),
            ("overdue", thresholds.overdue_days.into()),
            ("long", thresholds.long_overdue_days.into()),
            ("share", number(thresholds.overdue_share * 100.0, 0)),
            ("noprogress", thresholds.no_progress_reports.into()),
            ("inphase", number(thresholds.in_phase, 2)),
            ("partly", number(thresholds.partly, 2)),
            ("age", thresholds.data_age_intervals.into()),
            ("insight", thresholds.insight_days.into()),
            ("rhythmfactor", number(thresholds.forum_rhythm, 1)),
            ("mostly", self.per_cent(thresholds.pulse_mostly)),
            ("half", self.per_cent(thresholds.pulse_partly)),
        ];
        let rules = Rule::ALL
            .into_iter()
            .map(|rule| {
                let id = rule.id();
                let key = format!("rule-{}", id.to_lowercase());
                let text = self.say(&format!("{key}.text"), &args);
                RuleCard {
                    id,
                    title: self.word(&key),
                    paragraphs: text.split("\n\n").map(|part| part.replace('\n', " ")).collect(),
                }
            })
            .collect();
        let limit = |key: &str, value: String| {
            vec![Item { text: self.word(key), ..Item::default() }, Item { text: value, ..Item::default() }]
        };
        let count = |n: u32| formats.count(u64::from(n));
        let per_cent = |share: f64| format!("{}\u{a0}%", formats.number(share * 100.0, 0));
        let limits = vec![
            limit("limit-rhythm", rhythm),
            limit("limit-grace", self.days(reporting.grace_days)),
            limit("limit-stale", count(reporting.stale_after)),
            limit("limit-overdue", self.days(thresholds.overdue_days)),
            limit("limit-long", self.days(thresholds.long_overdue_days)),
            limit("limit-share", per_cent(thresholds.overdue_share)),
            limit("limit-no-progress", count(thresholds.no_progress_reports)),
            limit("limit-in-phase", formats.number(thresholds.in_phase, 2)),
            limit("limit-partly", formats.number(thresholds.partly, 2)),
            limit("limit-age", count(thresholds.data_age_intervals)),
            limit("limit-insight", self.days(thresholds.insight_days)),
            limit("limit-forum", formats.number(thresholds.forum_rhythm, 1)),
            limit("limit-pulse-mostly", per_cent(thresholds.pulse_mostly)),
            limit("limit-pulse-partly", per_cent(thresholds.pulse_partly)),
            limit("limit-role", count(thresholds.role_limit)),
        ];
        let file = |key: &str, path: &str| Anchor {
            text: self.word(key),
            href: self.base.relative(self.address, path),
            lang: None,
        };
        Calculation {
            data: vec![
                file("calculation-data", super::computed::VALUES),
                file("calculation-schema", super::computed::SCHEMA),
            ],
            lead: self.say("calculation-lead", &[("date", self.day(self.facts.calendar.today).text.into())]),
            rules,
            limits: self
                .table("limits", &["limit-name", "limit-value"], &["limit-value"], limits)
                .expect("the table of limits has rows"),
            states: State::WORST_FIRST
                .into_iter()
                .map(|state| StateCard {
                    mark: self.state(state),
                    meaning: self.word(&format!("state-meaning-{}", state_key(state))),
                })
                .collect(),
        }
    }

    pub(super) fn quality(self, warnings: &[Warning]) -> Quality {
        let mut groups: Vec<QualityGroup> = Vec::new();
        for warning in warnings {
            let finding = Finding { message: warning.message.clone(), place: warning.place.clone() };
            match groups.iter_mut().find(|group| group.code == warning.code) {
                Some(group) => group.findings.push(finding),
                None => groups.push(QualityGroup {
                    code: warning.code,
                    title: warning.summary.clone(),
                    findings: vec![finding],
                }),
            }
        }
        groups.sort_by_key(|group| group.code);
        Quality { lead: self.say("quality-lead", &[("n", warnings.len().into())]), groups }
    }

    pub(super) fn wrong_address(self) -> Missing {
        let links: Vec<Anchor> = [
            (Route::Start, "nav-start"),
            (Route::Goals, "goals"),
            (Route::Initiatives, "initiatives"),
            (Route::Roles, "roles-title"),
            (Route::Periods, "periods-title"),
        ]
        .into_iter()
        .map(|(route, key)| self.section(route, key))
        .collect();
        Missing { links }
    }
}
