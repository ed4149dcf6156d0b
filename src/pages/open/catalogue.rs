//! A catalogue of the open data for sites that collect such catalogues: DCAT-AP-SE 3.0.1, which dataportal.se reads,
//! as RDF/XML and as JSON-LD.
//!
//! Comes in: the plan in each of its languages, and the tables. Goes out: three files with one and the same graph.
//! There is one set of data, the plan, and each of its files is a distribution of it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use oxrdf::vocab::{rdf, xsd};
use oxrdf::{Literal, NamedNode, NamedOrBlankNode, Term, Triple};
use oxrdfxml::RdfXmlSerializer;
use serde_json::{Map, Value, json};

use super::super::context::Context;
use super::super::machine::licence_url;
use super::super::routes::Route;
use super::{PLAN, SCHEMA, TABLES, WORKBOOK, csv};
use crate::model::{PublisherType, municipality};
use crate::words::Language;

/// The address where dataportal.se looks for it; it has no ending.
pub(in crate::pages) const DCAT: &str = "datasets/dcat";
/// The same with an ending.
pub(in crate::pages) const RDF: &str = "datasets/dcat.rdf";
/// The same as JSON-LD.
pub(in crate::pages) const JSON_LD: &str = "datasets/dcat.jsonld";

/// The media type of a workbook.
const EXCEL: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// The vocabularies, by the prefixes that they are known by.
const VOCABULARIES: &[(&str, &str)] = &[
    ("adms", "http://purl.org/adms/publishertype/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("eu", "http://publications.europa.eu/resource/authority/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// The files of the catalogue; none when the plan does not ask for one, or has no address. `languages` are the plan's,
/// its own first.
pub(in crate::pages) fn files(languages: &[Context<'_>]) -> Vec<(String, Vec<u8>)> {
    let Some(cx) = languages.first() else { return Vec::new() };
    let (Some(base), Some(publisher)) = (cx.base_url, &cx.plan.settings.catalogue) else { return Vec::new() };
    let mut catalogue = Catalogue { base, languages, graph: Vec::new() };
    catalogue.describe(publisher.value);
    let xml = rdf_xml(&catalogue.graph);
    let json = super::json(&json_ld(&catalogue.graph), true);
    vec![(DCAT.to_owned(), xml.clone()), (RDF.to_owned(), xml), (JSON_LD.to_owned(), json)]
}

/// A graph in the making.
struct Catalogue<'a> {
    base: &'a str,
    languages: &'a [Context<'a>],
    graph: Vec<Triple>,
}

/// What is said of a thing: property → value.
type About = Vec<(&'static str, Term)>;

impl Catalogue<'_> {
    fn describe(&mut self, publisher: PublisherType) {
        let own = self.languages[0];
        let settings = &own.plan.settings;
        let today = date(own.facts.calendar.today);
        let publisher_id = self.id("publisher");
        let place = settings.municipality_code.as_ref().map(|code| (self.id("place"), code));
        let licence = licence_url(&settings.licence).map(|url| web(&plain_creative_commons(&url)));
        let spatial = place.iter().map(|(id, _)| ("dcterms:spatial", id.clone()));
        let licensed = || licence.iter().map(|licence| ("dcterms:license", licence.clone()));
        let spoken =
            || self.languages.iter().filter_map(|cx| Some(("dcterms:language", language(cx.words.language())?)));

        let mut catalogue = self.in_each("dcterms:title", |cx| cx.catalogue_word("catalogue-title"));
        catalogue.extend(self.in_each("dcterms:description", |cx| cx.catalogue_word("catalogue-description")));
        catalogue.push(("dcterms:publisher", publisher_id.clone()));
        catalogue.push(("dcterms:modified", today.clone()));
        catalogue.push(("foaf:homepage", web(&format!("{}/", self.base))));
        catalogue.extend(licensed().chain(spatial.clone()).chain(spoken()));
        catalogue.push(("dcat:themeTaxonomy", web(&full("eu:data-theme"))));
        catalogue.push(("dcat:dataset", self.id("plan")));

        let mut dataset = self.in_each("dcterms:title", |cx| cx.catalogue_word("dataset-plan"));
        dataset.extend(self.in_each("dcterms:description", |cx| {
            let own = cx.word("dataset-plan-description");
            let summary = cx.plan.settings.summary.as_ref().map(|summary| cx.phrase(summary).text);
            summary.map_or(own.clone(), |summary| format!("{summary} {own}"))
        }));
        dataset.push(("dcterms:publisher", publisher_id.clone()));
        for cx in self.languages {
            let words = cx.word("catalogue-keywords");
            let tag = cx.words.language().tag();
            dataset.extend(words.split(',').map(|word| ("dcat:keyword", said(word.trim(), tag))));
        }
        dataset.push(("dcat:theme", web(&full("eu:data-theme/GOVE"))));
        dataset.extend(settings.contact.iter().map(|_| ("dcat:contactPoint", self.id("contact"))));
        dataset.push(("dcterms:temporal", self.id("period")));
        dataset.extend(spatial.chain(spoken()));
        dataset.push(("dcterms:accessRights", web(&full("eu:access-right/PUBLIC"))));
        dataset.push(("dcterms:modified", today));
        let page = own.routes.section(Route::OpenData);
        dataset.push(("dcat:landingPage", web(&format!("{}/{page}", self.base))));

        let mut distributions = vec![
            self.distribution("json", (PLAN, "application/json"), |cx| cx.word("open-plan")),
            self.distribution("xlsx", (WORKBOOK, EXCEL), |cx| cx.word("open-workbook")),
        ];
        distributions[0].1.push(("dcterms:conformsTo", web(&format!("{}/{SCHEMA}", self.base))));
        for table in TABLES {
            let name = |cx: &Context<'_>| {
                let name = cx.word(&format!("open-table-{table}"));
                cx.say("open-file", &[("name", name.into()), ("format", "CSV".into())])
            };
            distributions.push(self.distribution(table, (&csv(table), "text/csv"), name));
        }
        for (id, about) in &mut distributions {
            about.extend(licensed());
            dataset.push(("dcat:distribution", id.clone()));
        }

        let mut agent = self.in_each("foaf:name", |cx| cx.phrase(&cx.plan.settings.organisation).text);
        agent.push(("dcterms:type", web(&full(kind_of(publisher)))));
        let contact = settings.contact.as_ref().map(|mailbox| {
            let mut about = self.in_each("vcard:fn", |cx| cx.phrase(&cx.plan.settings.organisation).text);
            about.push(("vcard:hasEmail", web(&format!("mailto:{mailbox}"))));
            about
        });
        let mut period = vec![("dcat:startDate", date(settings.start.first_day()))];
        period.extend(settings.end.last_day().map(|day| ("dcat:endDate", date(day))));

        self.add(&self.id("catalogue"), "dcat:Catalog", catalogue);
        self.add(&publisher_id, "foaf:Agent", agent);
        self.add(&self.id("plan"), "dcat:Dataset", dataset);
        if let Some(contact) = contact {
            self.add(&self.id("contact"), "vcard:Organization", contact);
        }
        self.add(&self.id("period"), "dcterms:PeriodOfTime", period);
        if let Some((id, code)) = place {
            let mut about = vec![("dcterms:identifier", Literal::from(code.as_str()).into())];
            about.extend(municipality(code).map(|name| ("rdfs:label", said(name, "sv"))));
            self.add(&id, "dcterms:Location", about);
        }
        for (id, about) in distributions {
            self.add(&id, "dcat:Distribution", about);
        }
    }

    /// What is said of one file.
    fn distribution(&self, name: &str, file: (&str, &str), title: impl Fn(&Context<'_>) -> String) -> (Term, About) {
        let (address, media_type) = file;
        let url = web(&format!("{}/{address}", self.base));
        let mut about = self.in_each("dcterms:title", title);
        about.push(("dcat:accessURL", url.clone()));
        about.push(("dcat:downloadURL", url));
        about.push(("dcterms:format", Literal::from(media_type).into()));
        about.push(("dcatap:availability", web(&full("eu:planned-availability/STABLE"))));
        (self.id(&format!("plan-{name}")), about)
    }

    /// A property in each language of the site. What is not translated is said once, in the language that it is in.
    fn in_each(&self, property: &'static str, text: impl Fn(&Context<'_>) -> String) -> About {
        let mut about: About = Vec::new();
        let mut texts: Vec<String> = Vec::new();
        for cx in self.languages {
            let text = text(cx);
            if !texts.contains(&text) {
                about.push((property, said(&text, cx.words.language().tag())));
                texts.push(text);
            }
        }
        about
    }

    /// The id of a thing of the catalogue.
    fn id(&self, name: &str) -> Term {
        web(&format!("{}/{DCAT}#{name}", self.base))
    }

    fn add(&mut self, id: &Term, kind: &str, about: About) {
        let Term::NamedNode(id) = id else { unreachable!("things of the catalogue have addresses") };
        self.graph.push(Triple::new(id.clone(), rdf::TYPE, NamedNode::new_unchecked(full(kind))));
        let about = about
            .into_iter()
            .map(|(property, value)| Triple::new(id.clone(), NamedNode::new_unchecked(full(property)), value));
        self.graph.extend(about);
    }
}

impl Context<'_> {
    fn catalogue_word(&self, key: &str) -> String {
        let settings = &self.plan.settings;
        let (plan, organisation) = (self.phrase(&settings.title).text, self.phrase(&settings.organisation).text);
        self.say(key, &[("plan", plan.into()), ("organisation", organisation.into())])
    }
}

/// `dcat:Catalog` written out.
fn full(short: &str) -> String {
    let (prefix, name) = short.split_once(':').expect("a name in a vocabulary has a prefix");
    let vocabulary = VOCABULARIES.iter().find(|(own, _)| *own == prefix).expect("its vocabulary is listed");
    format!("{}{name}", vocabulary.1)
}

/// An address. Those of the plan have been checked; the others stand here.
fn web(address: &str) -> Term {
    NamedNode::new_unchecked(address).into()
}

fn said(text: &str, language: &str) -> Term {
    Literal::new_language_tagged_literal_unchecked(text, language).into()
}

fn date(day: Date) -> Term {
    Literal::new_typed_literal(day.to_string(), xsd::DATE).into()
}

/// The licences of Creative Commons are named by their addresses without the s of https: compared letter by letter, the
/// other address is unknown.
fn plain_creative_commons(url: &str) -> String {
    url.strip_prefix("https://creativecommons.org/")
        .map_or_else(|| url.to_owned(), |rest| format!("http://creativecommons.org/{rest}"))
}

/// A language as the EU's list names it.
fn language(language: Language) -> Option<Term> {
    let code = match language.tag() {
        "sv" => "SWE",
        "en" => "ENG",
        _ => return None,
    };
    Some(web(&full(&format!("eu:language/{code}"))))
}

fn kind_of(publisher: PublisherType) -> &'static str {
    match publisher {
        PublisherType::Municipality => "adms:LocalAuthority",
        PublisherType::Region => "adms:RegionalAuthority",
        PublisherType::Authority => "adms:NationalAuthority",
        PublisherType::Company => "adms:Company",
        PublisherType::Association => "adms:NonProfitOrganisation",
    }
}

fn rdf_xml(graph: &[Triple]) -> Vec<u8> {
    // What stands for values only needs no prefix.
    let named = VOCABULARIES.iter().filter(|(prefix, _)| !["adms", "eu", "xsd"].contains(prefix));
    let serializer = named.fold(RdfXmlSerializer::new(), |serializer, (prefix, address)| {
        serializer.with_prefix(*prefix, *address).expect("the addresses of vocabularies are valid")
    });
    let mut writer = serializer.for_writer(Vec::new());
    for triple in graph {
        writer.serialize_triple(triple).expect("writing to memory does not fail");
    }
    let mut bytes = writer.finish().expect("writing to memory does not fail");
    bytes.push(b'\n');
    bytes
}

/// JSON-LD 1.1 with a context, flattened: a list of things, each with what is said of it.
fn json_ld(graph: &[Triple]) -> Value {
    let short = |address: &str| {
        let vocabulary = VOCABULARIES.iter().find_map(|(prefix, own)| Some((prefix, address.strip_prefix(own)?)));
        vocabulary.map_or_else(|| address.to_owned(), |(prefix, name)| format!("{prefix}:{name}"))
    };
    let mut things: Vec<Map<String, Value>> = Vec::new();
    for Triple { subject, predicate, object } in graph {
        let NamedOrBlankNode::NamedNode(subject) = subject else {
            unreachable!("things of the catalogue have addresses")
        };
        let id = Value::from(subject.as_str());
        if things.last().and_then(|thing| thing.get("@id")) != Some(&id) {
            things.push(Map::from_iter([("@id".to_owned(), id)]));
        }
        let thing = things.last_mut().expect("there is one now");
        let (property, value) = match object {
            Term::NamedNode(kind) if predicate.as_ref() == rdf::TYPE => {
                ("@type".to_owned(), short(kind.as_str()).into())
            }
            Term::NamedNode(node) => (short(predicate.as_str()), json!({ "@id": node.as_str() })),
            Term::Literal(literal) => {
                let value = literal.value();
                let value = match (literal.language(), literal.datatype()) {
                    (Some(language), _) => json!({ "@language": language, "@value": value }),
                    (None, xsd::STRING) => json!(value),
                    (None, kind) => json!({ "@type": short(kind.as_str()), "@value": value }),
                };
                (short(predicate.as_str()), value)
            }
            Term::BlankNode(_) => unreachable!("things of the catalogue have addresses"),
        };
        // A property with several values has a list of them.
        match thing.get_mut(&property) {
            None => {
                thing.insert(property, value);
            }
            Some(Value::Array(list)) => list.push(value),
            Some(first) => *first = json!([first.take(), value]),
        }
    }
    let context: BTreeMap<&str, &str> = VOCABULARIES.iter().copied().collect();
    json!({ "@context": context, "@graph": things })
}
