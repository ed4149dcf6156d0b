//! Pages about the site itself: what it is, how it computes, what the plan lacks, and the page for a wrong address.

use std::collections::BTreeMap;

use super::Subject;
use super::context::{Context, state_key};
use super::data::{
    About, AboutSection, Anchor, Calculation, Fact, Finding, Item, Missing, Piece, Quality, QualityGroup, RuleCard,
    Sentence, StateCard,
};
use super::machine::licence_url;
use super::routes::Route;
use crate::derive::{Rule, State};
use crate::diag::{Diagnostic, Diagnostics, Level};
use crate::files::{Files, Span};
use crate::model::{AccessibilityLaw, AnyKey, Removal, Removed};
use crate::words::Arg;

/// The codes of the rules about personal data begin so.
const PRIVACY: &str = "FD7";

impl Context<'_> {
    /// Who publishes the site, how its facts get there and how to react. What an editor wants to say besides stands on a
    /// free page, which is linked to.
    pub(super) fn about(self) -> About {
        let settings = &self.plan.settings;
        let organisation = self.phrase(&settings.organisation);
        let mut sections = vec![self.about_publisher(), self.about_facts(), self.about_contact(), self.about_privacy()];
        sections.extend(self.about_accessibility());
        sections.push(self.about_use());
        let version = env!("CARGO_PKG_VERSION");
        sections.push(AboutSection {
            paragraphs: vec![Sentence::from(self.say("about-program-text", &[("version", version.into())]))],
            ..self.about_section("about-program")
        });
        let pages = self.plan.pages.iter().filter(|(_, page)| page.menu);
        let links: Vec<Anchor> = pages.map(|(key, _)| self.link(AnyKey::Page(key))).collect();
        if !links.is_empty() {
            sections.push(AboutSection { links, ..self.about_section("about-more") });
        }
        if !self.plan.removed.is_empty() {
            sections.push(self.about_removed());
        }
        About { lead: self.say("about-lead", &[("organisation", organisation.text.into())]), sections }
    }

    fn about_section(self, key: &str) -> AboutSection {
        AboutSection { title: self.word(key), facts: Vec::new(), paragraphs: Vec::new(), links: Vec::new() }
    }

    /// What has been removed, the latest first: also files, which can't say so themselves.
    fn about_removed(self) -> AboutSection {
        let mut removed: Vec<&Removal> = self.plan.removed.iter().collect();
        removed.sort_by_key(|own| std::cmp::Reverse(own.date));
        let item = |own: &Removal| {
            let title = self.phrase(&own.title);
            let address = match &own.what {
                Removed::Thing(kind, id) => self.routes.of_kind(*kind, id),
                Removed::Page(address) => Some(address.clone()),
                Removed::File(_) => None,
            };
            let title = match address {
                Some(to) => {
                    Anchor { text: title.text, href: self.base.relative(self.address, &to), lang: title.lang }.into()
                }
                None => title.into(),
            };
            let date = [("date", self.day(own.date).text.into())];
            self.sentence("about-removed-item", &date, &[("title", title), ("why", self.phrase(&own.why).into())])
        };
        let mut paragraphs = vec![self.word("about-removed-text").into()];
        paragraphs.extend(removed.into_iter().map(item));
        AboutSection { paragraphs, ..self.about_section("about-removed") }
    }

    fn about_publisher(self) -> AboutSection {
        let settings = &self.plan.settings;
        let start = self.date(settings.start).text;
        let years = [("start", start.into()), ("end", self.date(settings.end).text.into())];
        let mut facts = vec![
            self.fact("theme-publisher", Item::of(self.phrase(&settings.organisation))),
            self.fact("about-plan", Item::of(self.phrase(&settings.title))),
            self.fact("about-plan-period", Item { text: self.say("about-plan-years", &years), ..Item::default() }),
            self.fact("about-owner", self.role(settings.owner)),
            self.fact("decision", self.entity_item(settings.decision.map(AnyKey::Decision))),
        ];
        if let Some(url) = self.base_url {
            facts.push(self.fact("about-address", Item { text: url.to_owned(), ..Item::default() }));
        }
        AboutSection { facts, ..self.about_section("about-who") }
    }

    fn about_facts(self) -> AboutSection {
        let calendar = &self.facts.calendar;
        let today = self.day(calendar.today);
        let mut facts: Vec<Fact> =
            vec![self.fact("about-published", Item { text: today.text, iso: today.iso, ..Item::default() })];
        facts.extend(self.latest(Subject::Section(Route::Start)).map(|latest| self.latest_fact(latest)));
        if let Some(due) = calendar.next_due {
            let args = [("date", self.day(due.date).text.into()), ("period", self.period(due.period).into())];
            let text = self.say("about-next-report-value", &args);
            facts.push(self.fact("about-next-report", Item { text, ..Item::default() }));
        }
        let rhythm = self.choice("rhythm", self.plan.settings.reporting.every);
        let calculation = self.section(Route::Calculation, "about-computed-link");
        let quality = self.section(Route::Quality, "about-missing-link");
        AboutSection {
            facts,
            paragraphs: vec![
                Sentence::from(self.say("about-reports", &[("rhythm", rhythm.into()), ("grace", self.grace().into())])),
                self.sentence("about-computed", &[], &[("link", calculation.into())]),
                self.sentence("about-missing", &[], &[("link", quality.into())]),
            ],
            ..self.about_section("about-facts")
        }
    }

    fn about_contact(self) -> AboutSection {
        let subject = Subject::Section(Route::About);
        let react = self.react(subject, &super::title(self, subject));
        let text = if react.is_some() { "about-contact-text" } else { "about-no-contact" };
        let mut paragraphs = vec![Sentence::from(self.word(text))];
        if react.is_some() && self.plan.settings.accessibility_law == AccessibilityLaw::Sweden {
            paragraphs.push(self.word("about-public-record").into());
        }
        AboutSection {
            paragraphs,
            links: react.into_iter().map(|react| react.link).collect(),
            ..self.about_section("about-contact")
        }
    }

    /// True of every page: the theme's content policy lets nothing else in.
    fn about_privacy(self) -> AboutSection {
        let texts = [self.word("about-no-cookies"), self.word("about-no-third"), self.word("about-logs")];
        AboutSection {
            paragraphs: texts.into_iter().map(Sentence::from).collect(),
            ..self.about_section("about-privacy")
        }
    }

    /// The statement, or that there is none; nothing where no law asks for one.
    fn about_accessibility(self) -> Option<AboutSection> {
        let sentence = if self.facts.statement.is_some() {
            let link = self.section(Route::Statement, "about-statement-link");
            self.sentence("about-statement", &[], &[("link", link.into())])
        } else if self.plan.settings.accessibility_law == AccessibilityLaw::None {
            return None;
        } else {
            self.sentence(
                "about-no-statement",
                &[],
                &[("link", self.section(Route::Quality, "about-missing-link").into())],
            )
        };
        Some(AboutSection { paragraphs: vec![sentence], ..self.about_section("about-accessibility") })
    }

    fn about_use(self) -> AboutSection {
        let licence = self.plan.settings.licence.as_str();
        let licence = match licence_url(licence) {
            Some(href) => {
                let link = Anchor { text: licence.to_owned(), href, lang: None };
                self.sentence("about-use-licence", &[], &[("link", link.into())])
            }
            None => Sentence::from(self.say("about-use-licence", &[("link", licence.into())])),
        };
        let data = self.section(Route::OpenData, "open-title");
        AboutSection {
            paragraphs: vec![licence, self.sentence("about-use-data", &[], &[("link", data.into())])],
            ..self.about_section("about-use")
        }
    }

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
            ("assessment", self.days(thresholds.assessment_days).into()),
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
            limit("limit-assessment", self.days(thresholds.assessment_days)),
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
                self.section(Route::OpenData, "open-title"),
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

    /// The checks' warnings by rule, in the order of their places. What they quote is in the plan's language. What is said
    /// about personal data is left out: the site must not spread what it warns of.
    pub(super) fn quality(self, found: &Diagnostics, files: &Files) -> Quality {
        let own = self.plan.settings.language;
        let lang = (own != self.words.language()).then(|| own.tag());
        let piece = |(text, quoted): (String, bool)| Piece { text, href: None, lang: lang.filter(|_| quoted) };
        let place = |span: Span| {
            let line = files.position(span).line.to_string();
            let path = files.get(span.file).path.clone();
            self.say("quality-place", &[("path", path.into()), ("line", line.into())])
        };
        let is_told = |own: &Diagnostic| own.rule.level == Level::Warning && !own.rule.code.starts_with(PRIVACY);
        let mut groups: BTreeMap<&'static str, Vec<Finding>> = BTreeMap::new();
        for warning in found.sorted(files).into_iter().filter(|own| is_told(own)) {
            let pieces = warning.message_in_pieces(self.words).into_iter().map(piece).collect();
            let finding = Finding { message: Sentence { pieces }, place: warning.span.map(place) };
            groups.entry(warning.rule.code).or_default().push(finding);
        }
        let n: usize = groups.values().map(Vec::len).sum();
        let group = |(code, findings): (&'static str, Vec<Finding>)| QualityGroup {
            code,
            title: self.word(&format!("{code}.summary")),
            findings,
        };
        Quality { lead: self.say("quality-lead", &[("n", n.into())]), groups: groups.into_iter().map(group).collect() }
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
