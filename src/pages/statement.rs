//! The accessibility statement: what the law wants said, in the order that the supervising authority has set.
//!
//! Facts come from `accessibility.yaml`, who supervises the law and by which standard from `derive`; the words are the
//! catalogues'. How well the site follows the law is said in the words of the law.

use super::context::Context;
use super::data::{Anchor, Burden, Fact, Item, Phrase, ShortcomingCard, Shortcomings, Statement};
use crate::derive::StatementFacts;
use crate::model::{self, Choice as _, Compliance, UseSituation};

impl Context<'_> {
    /// The statement and what the date tells of it.
    ///
    /// # Panics
    /// When there is none: it has a page only when there is one.
    fn stated(&self) -> (&model::Statement, &StatementFacts) {
        let own = self.plan.statement.as_ref().zip(self.facts.statement.as_ref());
        own.expect("the page of the statement is made only when there is one")
    }

    /// What the site is called in the statement.
    fn service(self) -> Phrase {
        self.phrase(self.stated().0.service.as_ref().unwrap_or(&self.plan.settings.title))
    }

    pub(super) fn statement_title(self) -> String {
        self.say("statement-title", &[("service", self.service().text.into())])
    }

    pub(super) fn statement_description(self) -> String {
        self.say("statement-description", &[("service", self.service().text.into())])
    }

    pub(super) fn statement(self) -> Statement {
        let (own, facts) = self.stated();
        let organisation = self.phrase(own.organisation.as_ref().unwrap_or(&self.plan.settings.organisation));
        let url = own.service_url.clone().or_else(|| self.url(""));
        let known = own.shortcomings.len() + own.burdens.len();
        let how = match own.compliance {
            Compliance::Fully => self.word("statement-how-fully"),
            Compliance::Partly => self.say("statement-how-partly", &[("n", known.into())]),
            Compliance::Not => self.say("statement-how-not", &[("n", known.into())]),
        };
        let compliance = match own.compliance {
            Compliance::Fully => self.word("statement-fully"),
            Compliance::Partly => self.word("statement-partly"),
            Compliance::Not => self.word("statement-not"),
        };
        let (authority, complaints) = if let Some((authority, url)) = &own.supervision {
            (self.phrase(authority), url.as_str())
        } else {
            let text = self.word(&format!("supervisor-{}", facts.supervisor.key));
            (Phrase { text, lang: None }, facts.supervisor.complaints)
        };
        let complain =
            Anchor { text: self.word("statement-supervision-link"), href: complaints.to_owned(), lang: None };
        let standard = own.standard.as_deref().unwrap_or(facts.standard);
        Statement {
            lead: self.say("statement-lead", &[("organisation", organisation.text.into())]),
            service: self.fact("statement-service", Item { href: url, ..Item::of(self.service()) }),
            how,
            ways: self.ways(own),
            form: Anchor { text: self.word("statement-form-link"), href: own.form.clone(), lang: None },
            authority,
            supervision: self.sentence("statement-supervision", &[], &[("link", complain.into())]),
            compliance,
            standard: self.say("statement-standard", &[("standard", standard.into())]),
            shortcomings: self.shortcomings(own, facts),
            burdens: own
                .burdens
                .iter()
                .map(|(content, assessment)| Burden {
                    content: self.phrase(content),
                    assessment: self.phrase(assessment),
                })
                .collect(),
            outside: own.outside.iter().map(|content| self.phrase(content)).collect(),
            tested: self.choice("tested", own.method),
            tested_text: own.method_text.as_ref().map(|text| self.phrase(text)),
            audit: own.audit_report.as_ref().map(|href| Anchor {
                text: self.word("statement-audit"),
                href: href.clone(),
                lang: None,
            }),
            dates: self.statement_dates(own),
        }
    }

    fn ways(self, own: &model::Statement) -> Vec<Fact> {
        let link = |text: String, href: String| Item { text, href: Some(href), ..Item::default() };
        let mut ways = vec![
            self.fact("statement-form", link(self.word("statement-form-link"), own.form.clone())),
            self.fact("statement-email", link(own.email.clone(), format!("mailto:{}", own.email))),
        ];
        if let Some(phone) = &own.phone {
            let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            ways.push(self.fact("statement-phone", link(phone.clone(), format!("tel:{digits}"))));
        }
        if let Some(time) = &own.response_time {
            ways.push(self.fact("statement-response", Item::of(self.phrase(time))));
        }
        ways
    }

    /// By situation, in the order of the standard; a situation in which nothing is wrong is left out.
    fn shortcomings(self, own: &model::Statement, facts: &StatementFacts) -> Vec<Shortcomings> {
        let mut groups = Vec::new();
        for (situation, _) in UseSituation::ALL {
            let met = own.shortcomings.iter().enumerate().filter(|(_, own)| own.situation == *situation);
            let items: Vec<ShortcomingCard> =
                met.map(|(n, own)| self.shortcoming(own, facts.overdue.contains(&n))).collect();
            if !items.is_empty() {
                groups.push(Shortcomings { title: self.choice("situation", *situation), items });
            }
        }
        groups
    }

    fn shortcoming(self, own: &model::Shortcoming, is_overdue: bool) -> ShortcomingCard {
        let mut facts = Vec::new();
        let mut add = |key: &str, text: Option<&model::Text>| {
            facts.extend(text.map(|text| self.fact(key, Item::of(self.phrase(text)))));
        };
        add("shortcoming-place", own.place.as_ref());
        add("shortcoming-alternative", own.alternative.as_ref());
        add("shortcoming-reason", own.reason.as_ref());
        if !own.wcag.is_empty() {
            let item = Item { text: self.list(&own.wcag), ..Item::default() };
            facts.push(self.fact("shortcoming-criteria", item));
        }
        let mut by = self.date_item(own.fix_by);
        if let Some(date) = own.fix_by.filter(|_| is_overdue) {
            let days = date.days_overdue(self.facts.calendar.today);
            by.note = Some(self.say("passed-days-ago", &[("days", days.into())]));
        }
        facts.push(self.fact("shortcoming-fix-by", by));
        ShortcomingCard { description: self.phrase(&own.description), facts }
    }

    fn statement_dates(self, own: &model::Statement) -> Vec<Fact> {
        let day = |key: &str, day: jiff::civil::Date| {
            let day = self.day(day);
            self.fact(key, Item { text: day.text, iso: day.iso, ..Item::default() })
        };
        let mut dates = vec![day("statement-assessed", own.assessed), day("statement-updated", own.updated)];
        dates.extend(own.published.map(|published| day("statement-published", published)));
        dates
    }
}
