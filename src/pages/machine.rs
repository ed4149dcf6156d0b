//! Pages as programs read them: the head for search engines and services where pages are shared, linked data in the
//! vocabulary of schema.org, and the site map.
//!
//! Addresses here are full ones, so without an address of its own a site says less and never something wrong.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::brand::{Colour, STATES, palette};
use super::context::{Context, state_key};
use super::data::{Alternate, Html, LanguageAddress, Meta, Page, Phrase, SharedPicture};
use super::open;
use super::routes::{COMPUTED, Route};
use super::{Bytes, Job, SITE_MAP, Subject, computed};
use crate::charts::{CARD_HEIGHT, CARD_WIDTH, CardColours, card};
use crate::derive::Facts;
use crate::model::{AnyKey, Indicator, Key, Plan};

/// Addresses of licences that have a page of their own; of others the SPDX list has one.
const LICENCES: &[(&str, &str)] = &[
    ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
    ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
];

/// The address of the picture that is drawn of a plan without one of its own.
pub(super) const PICTURE: &str = "assets/plan.png";

/// The data of the plan as a whole, and what programs read about the site, one after another.
pub(super) fn files(input: Job<'_>) -> impl Iterator<Item = (String, Bytes<'_>)> {
    let mut files: Vec<(String, Bytes<'_>)> = Vec::new();
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    if let Some(base) = input.base_url {
        let _ = write!(robots, "\nSitemap: {base}/{SITE_MAP}\n");
        if input.plan.settings.image.is_none() {
            files.push((PICTURE.to_owned(), picture(input.plan, input.facts).into()));
        }
    }
    files.push(("robots.txt".to_owned(), robots.into()));
    let computed = Arc::new(computed::Computed::new(input.plan, input.facts, input.past));
    files.extend(computed::files(&computed));
    let open = std::iter::once_with(move || open::files(input, computed));
    files.into_iter().chain(open.flatten())
}

/// That picture: a mark for each initiative, in the site's light colours.
pub(super) fn picture(plan: &Plan, facts: &Facts) -> Vec<u8> {
    let light = palette(plan.settings.colour.as_deref()).light;
    let [good, warn, bad, still] = STATES.map(Colour::rgb);
    let colours = CardColours { page: light.page.rgb(), brand: light.fill.rgb(), good, warn, bad, still };
    let states: Vec<(&'static str, u32)> =
        facts.plan.present().map(|(state, count)| (state_key(state), count)).collect();
    card(&states, &colours)
}

/// What is known of a page when its head is made.
pub(super) struct Head<'a> {
    pub(super) subject: Subject,
    pub(super) title: &'a Phrase,
    pub(super) description: &'a str,
    /// The same page in other languages.
    pub(super) alternates: &'a [Alternate],
    /// Names and addresses of the pages above it, from the start page.
    pub(super) way: &'a [(String, String)],
    /// The day of its latest fact.
    pub(super) latest: Option<Date>,
}

impl Context<'_> {
    /// The full address of what has this address on the site, when the site has one.
    pub(super) fn url(self, address: &str) -> Option<String> {
        self.base_url.map(|base| format!("{base}/{address}"))
    }

    /// What stands in a page's head for programs.
    pub(super) fn meta(self, head: &Head<'_>) -> Meta {
        let mut languages: Vec<LanguageAddress> = Vec::new();
        if let Some(url) = self.url(self.address).filter(|_| !head.alternates.is_empty()) {
            languages.push(LanguageAddress { lang: self.words.language().tag(), url });
            let others = head.alternates.iter().filter_map(|own| Some((own.lang, own.url.clone()?)));
            languages.extend(others.map(|(lang, url)| LanguageAddress { lang, url }));
            let own = self.plan.settings.language.tag();
            let default = languages.iter().find(|language| language.lang == own).map(|language| language.url.clone());
            languages.extend(default.map(|url| LanguageAddress { lang: "x-default", url }));
        }
        let picture = match &self.plan.settings.image {
            Some(own) => self.url(&own.path).map(|url| SharedPicture {
                url,
                media_type: own.media_type,
                width: own.width,
                height: own.height,
                alt: self.phrase(&self.plan.settings.title).text,
            }),
            None => self.url(PICTURE).map(|url| SharedPicture {
                url,
                media_type: "image/png",
                width: CARD_WIDTH,
                height: CARD_HEIGHT,
                alt: self.states_sentence(&self.facts.plan),
            }),
        };
        Meta {
            languages,
            locale: self.word("language-locale"),
            picture,
            json_ld: embedded(&json!({ "@context": "https://schema.org", "@graph": self.graph(head) })),
            modified: head.latest.map(|day| day.to_string()),
        }
    }

    /// The page, the site it is part of, who publishes it, the way to it, and the data that it shows.
    fn graph(self, head: &Head<'_>) -> Vec<Value> {
        let mut graph = vec![self.organisation(), self.website()];
        if head.subject == Subject::Section(Route::Missing) {
            return graph;
        }
        graph.push(self.web_page(head));
        if let Some(url) = self.url(self.address).filter(|_| !head.way.is_empty()) {
            let here = (head.title.text.clone(), url.clone());
            let above = head.way.iter().filter_map(|(name, address)| Some((name.clone(), self.url(address)?)));
            let steps = above
                .chain([here])
                .enumerate()
                .map(|(n, (name, item))| json!({ "@type": "ListItem", "position": n + 1, "name": name, "item": item }));
            let id = format!("{url}#way");
            graph.push(json!({ "@type": "BreadcrumbList", "@id": id, "itemListElement": steps.collect::<Vec<_>>() }));
        }
        graph.extend(match head.subject {
            Subject::Entity(AnyKey::Indicator(key)) => self.series(key, head),
            Subject::Section(Route::Calculation) => Some(self.computed()),
            Subject::Section(Route::OpenData) => Some(self.whole_plan()),
            _ => None,
        });
        graph
    }

    /// A thing that others on the site refer to: with its address as its name, when the site has one.
    fn thing(self, kind: &str, id: &str) -> Map<String, Value> {
        let mut thing = Map::from_iter([("@type".to_owned(), kind.into())]);
        if let Some(id) = self.url(id) {
            thing.insert("@id".to_owned(), id.into());
        }
        thing
    }

    /// A reference to a thing of the site, or the thing's name where it has no address.
    fn refer(self, kind: &str, id: &str, name: &str) -> Value {
        match self.url(id) {
            Some(id) => json!({ "@id": id }),
            None => json!({ "@type": kind, "name": name }),
        }
    }

    fn publisher(self) -> Value {
        self.refer("Organization", "#organisation", &self.phrase(&self.plan.settings.organisation).text)
    }

    fn organisation(self) -> Value {
        let settings = &self.plan.settings;
        let mut own = self.thing("Organization", "#organisation");
        own.insert("name".to_owned(), self.phrase(&settings.organisation).text.into());
        if let Some(contact) = &settings.contact {
            own.insert("email".to_owned(), contact.as_str().into());
        }
        if let Some(logo) = settings.logo.as_ref().and_then(|logo| self.url(logo)) {
            own.insert("logo".to_owned(), logo.into());
        }
        own.into()
    }

    fn website(self) -> Value {
        let settings = &self.plan.settings;
        let mut own = self.thing("WebSite", "#site");
        own.insert("name".to_owned(), self.phrase(&settings.title).text.into());
        if let Some(summary) = &settings.summary {
            own.insert("description".to_owned(), self.phrase(summary).text.into());
        }
        if let Some(url) = self.url("") {
            own.insert("url".to_owned(), url.into());
        }
        let languages: Vec<&str> = settings.languages.iter().map(|language| language.tag()).collect();
        own.insert("inLanguage".to_owned(), languages.into());
        own.insert("publisher".to_owned(), self.publisher());
        if let Some(licence) = licence_url(&settings.licence) {
            own.insert("license".to_owned(), licence.into());
        }
        own.into()
    }

    fn web_page(self, head: &Head<'_>) -> Value {
        let mut own = self.thing("WebPage", self.address);
        own.insert("name".to_owned(), head.title.text.as_str().into());
        own.insert("description".to_owned(), head.description.into());
        own.insert("inLanguage".to_owned(), self.words.language().tag().into());
        let site = self.refer("WebSite", "#site", &self.phrase(&self.plan.settings.title).text);
        own.insert("isPartOf".to_owned(), site);
        if let Some(url) = self.url(self.address) {
            if !head.way.is_empty() {
                own.insert("breadcrumb".to_owned(), json!({ "@id": format!("{url}#way") }));
            }
            own.insert("url".to_owned(), url.into());
        }
        if let Some(day) = head.latest {
            own.insert("dateModified".to_owned(), day.to_string().into());
        }
        own.into()
    }

    /// What every set of data has.
    fn dataset(self, name: String, description: String) -> Map<String, Value> {
        let mut own = self.thing("Dataset", &format!("{}#data", self.address));
        own.insert("name".to_owned(), name.into());
        own.insert("description".to_owned(), description.into());
        own.insert("inLanguage".to_owned(), self.words.language().tag().into());
        own.insert("isAccessibleForFree".to_owned(), true.into());
        own.insert("publisher".to_owned(), self.publisher());
        if let Some(url) = self.url(self.address) {
            own.insert("url".to_owned(), url.into());
        }
        own
    }

    /// An indicator's observations; `None` before there are any.
    fn series(self, key: Key<Indicator>, head: &Head<'_>) -> Option<Value> {
        let indicator = &self.plan.indicators[key];
        let known = indicator.observations.get(..self.facts.indicators[key].known)?;
        let (first, last) = known.first().zip(known.last())?;
        let settings = &self.plan.settings;
        let mut description = self.say(
            "dataset-indicator-description",
            &[
                ("title", head.title.text.clone().into()),
                ("organisation", self.phrase(&settings.organisation).text.into()),
                ("plan", self.phrase(&settings.title).text.into()),
            ],
        );
        if let Some(summary) = &indicator.entity.summary {
            description = format!("{} {description}", self.phrase(summary).text);
        }
        let mut own = self.dataset(head.title.text.clone(), description);
        let day = |date: crate::model::PlanDate| date.last_day().unwrap_or(date.first_day());
        let span = format!("{}/{}", first.date.first_day(), day(last.date));
        own.insert("temporalCoverage".to_owned(), span.into());
        let variable = json!({ "@type": "PropertyValue", "name": head.title.text, "unitText": indicator.unit });
        own.insert("variableMeasured".to_owned(), variable);
        if let Some(method) = &indicator.method {
            own.insert("measurementTechnique".to_owned(), method.as_str().into());
        }
        // Whoever's numbers they are, says under which licence; the plan can't.
        let licence = match &indicator.source {
            None => Some(settings.licence.as_str()),
            Some(source) => {
                own.insert("creator".to_owned(), json!({ "@type": "Organization", "name": source.name }));
                if let Some(url) = &source.url {
                    own.insert("isBasedOn".to_owned(), url.as_str().into());
                }
                source.licence.as_deref()
            }
        };
        if let Some(licence) = licence.and_then(licence_url) {
            own.insert("license".to_owned(), licence.into());
        }
        if let Some(day) = head.latest {
            own.insert("dateModified".to_owned(), day.to_string().into());
        }
        let id = &indicator.entity.id;
        let file = |kind, ending| (kind, open::series(id, ending));
        self.distribute(&mut own, [file("text/csv", "csv"), file("application/json", "json")]);
        Some(own.into())
    }

    /// `berakning.json`.
    fn computed(self) -> Value {
        let settings = &self.plan.settings;
        let name = self.say("dataset-computed", &[("plan", self.phrase(&settings.title).text.into())]);
        let mut own = self.dataset(name, self.word("dataset-computed-description"));
        own.insert("dateModified".to_owned(), self.facts.calendar.today.to_string().into());
        own.insert("creator".to_owned(), self.publisher());
        if let Some(licence) = licence_url(&settings.licence) {
            own.insert("license".to_owned(), licence.into());
        }
        self.distribute(&mut own, [("application/json", COMPUTED.to_owned())]);
        own.into()
    }

    /// The whole plan's data.
    fn whole_plan(self) -> Value {
        let settings = &self.plan.settings;
        let name = self.say("dataset-plan", &[("plan", self.phrase(&settings.title).text.into())]);
        let mut own = self.dataset(name, self.word("dataset-plan-description"));
        own.insert("dateModified".to_owned(), self.facts.calendar.today.to_string().into());
        own.insert("creator".to_owned(), self.publisher());
        let end = settings.end.last_day().unwrap_or(settings.end.first_day());
        own.insert("temporalCoverage".to_owned(), format!("{}/{end}", settings.start.first_day()).into());
        if let Some(licence) = licence_url(&settings.licence) {
            own.insert("license".to_owned(), licence.into());
        }
        let workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        let whole = [("application/json", open::PLAN.to_owned()), (workbook, open::WORKBOOK.to_owned())];
        self.distribute(&mut own, whole.into_iter().chain(open::TABLES.map(|name| ("text/csv", open::csv(name)))));
        own.into()
    }

    /// Says where the files of a set of data are, each with its media type; nothing on a site without an address.
    fn distribute(self, dataset: &mut Map<String, Value>, files: impl IntoIterator<Item = (&'static str, String)>) {
        let file = |(kind, address): (&str, String)| {
            let url = self.url(&address)?;
            Some(json!({ "@type": "DataDownload", "encodingFormat": kind, "contentUrl": url }))
        };
        let files: Vec<Value> = files.into_iter().filter_map(file).collect();
        if !files.is_empty() {
            dataset.insert("distribution".to_owned(), files.into());
        }
    }
}

/// The address of a licence's text by its SPDX id; `None` when it can't be one.
pub(super) fn licence_url(id: &str) -> Option<String> {
    if let Some((_, url)) = LICENCES.iter().find(|(own, _)| own.eq_ignore_ascii_case(id)) {
        return Some((*url).to_owned());
    }
    let is_id = !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.+".contains(&b));
    is_id.then(|| format!("https://spdx.org/licenses/{id}.html"))
}

/// JSON as it may stand in an element of HTML: nothing in it ends the element, begins a comment or breaks a line.
fn embedded(value: &Value) -> Html {
    let text = value.to_string();
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // They stand in texts only, where JSON knows them by their number too.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(safe, "\\u{:04x}", u32::from(c));
            }
            other => safe.push(other),
        }
    }
    Html(safe)
}

/// What is kept of a page that may be found when the page itself has been written.
#[derive(Clone, Debug)]
pub struct Listed {
    address: String,
    url: Option<String>,
    modified: Option<String>,
    languages: Vec<LanguageAddress>,
}

impl Listed {
    /// Of this page; `None` when it is not to be found.
    pub fn of(page: &Page) -> Option<Self> {
        (!page.hidden).then(|| Self {
            address: page.address.clone(),
            url: page.canonical.clone(),
            modified: page.meta.modified.clone(),
            languages: page.meta.languages.clone(),
        })
    }
}

/// `sitemap.xml`: every page that may be found, with its other languages and the day of its latest fact.
pub(super) fn sitemap(mut pages: Vec<&Listed>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    pages.sort_by_key(|page| &page.address);
    for Listed { url, modified, languages, .. } in pages {
        let Some(own) = url else { continue };
        let _ = write!(xml, "<url><loc>{}</loc>", escape(own));
        if let Some(day) = modified {
            let _ = write!(xml, "<lastmod>{day}</lastmod>");
        }
        for LanguageAddress { lang, url } in languages {
            let _ = write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{lang}\" href=\"{}\"/>", escape(url));
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    xml
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_embedded_json_ends_its_element() {
        let hostile = json!({ "name": "</script><script>alert(1)</script><!-- & \u{2028}" });
        let Html(text) = embedded(&hostile);
        assert!(!text.contains(['<', '>', '&', '\u{2028}']), "{text}");
        assert_eq!(serde_json::from_str::<Value>(&text).expect("it is still JSON"), hostile);
    }

    #[test]
    fn a_licence_has_an_address() {
        assert_eq!(licence_url("cc0-1.0").as_deref(), Some("https://creativecommons.org/publicdomain/zero/1.0/"));
        assert_eq!(licence_url("ODbL-1.0").as_deref(), Some("https://spdx.org/licenses/ODbL-1.0.html"));
        assert_eq!(licence_url("Fri att använda"), None);
    }
}
