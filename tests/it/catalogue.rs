//! The catalogue of open data: read by a library that is not ours, it says all that DCAT-AP-SE 3.0.1 asks for.

use std::collections::BTreeSet;

use oxrdf::vocab::rdf;
use oxrdf::{Graph, NamedNodeRef, NamedOrBlankNodeRef, TermRef, Triple};

use framdrift::files::Files;

use super::built::{SAMPLE, SAMPLE_FOLDER, Site, TINY, TODAY, plan};

const DCAT: &str = "http://www.w3.org/ns/dcat#";
const DCTERMS: &str = "http://purl.org/dc/terms/";
const FOAF: &str = "http://xmlns.com/foaf/0.1/";
const VCARD: &str = "http://www.w3.org/2006/vcard/ns#";
const ADDRESS: &str = "https://framdrift.example";

/// Class, property, and how many times at least and at most: what the specification calls mandatory, and what it allows
/// once only of what we say.
const CARDINALITY: &[(&str, &str, &str, &str, usize, usize)] = &[
    (DCAT, "Catalog", DCTERMS, "title", 1, usize::MAX),
    (DCAT, "Catalog", DCTERMS, "description", 1, usize::MAX),
    (DCAT, "Catalog", DCTERMS, "publisher", 1, 1),
    (DCAT, "Catalog", DCTERMS, "modified", 0, 1),
    (DCAT, "Catalog", FOAF, "homepage", 0, 1),
    (DCAT, "Catalog", DCTERMS, "license", 1, 1),
    (DCAT, "Catalog", DCAT, "dataset", 1, usize::MAX),
    (DCAT, "Dataset", DCTERMS, "title", 1, usize::MAX),
    (DCAT, "Dataset", DCTERMS, "description", 1, usize::MAX),
    (DCAT, "Dataset", DCTERMS, "publisher", 1, 1),
    (DCAT, "Dataset", DCAT, "contactPoint", 1, 1),
    (DCAT, "Dataset", DCTERMS, "temporal", 1, 1),
    (DCAT, "Dataset", DCTERMS, "accessRights", 1, 1),
    (DCAT, "Distribution", DCTERMS, "title", 1, usize::MAX),
    (DCAT, "Distribution", DCAT, "accessURL", 1, 1),
    (DCAT, "Distribution", DCTERMS, "format", 1, 1),
    (DCAT, "Distribution", DCTERMS, "license", 1, 1),
    (DCAT, "Distribution", "http://data.europa.eu/r5r/", "availability", 1, 1),
    (FOAF, "Agent", FOAF, "name", 1, usize::MAX),
    (FOAF, "Agent", DCTERMS, "type", 1, 1),
    (VCARD, "Organization", VCARD, "fn", 1, usize::MAX),
    (VCARD, "Organization", VCARD, "hasEmail", 1, 1),
];

fn catalogue(site: &Site, path: &str) -> Graph {
    let parsed = oxrdfxml::RdfXmlParser::new().for_slice(site.file(path).as_bytes());
    parsed.collect::<Result<Graph, _>>().unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn named(vocabulary: &str, name: &str) -> oxrdf::NamedNode {
    oxrdf::NamedNode::new(format!("{vocabulary}{name}")).unwrap()
}

/// The things of a class.
fn things<'g>(graph: &'g Graph, class: NamedNodeRef<'g>) -> Vec<NamedOrBlankNodeRef<'g>> {
    graph.subjects_for_predicate_object(rdf::TYPE, class).collect()
}

#[test]
fn it_says_all_that_is_asked_for() {
    let graph = catalogue(&SAMPLE, "datasets/dcat");
    for &(class_of, class, property_of, property, least, most) in CARDINALITY {
        let (class_node, property_node) = (named(class_of, class), named(property_of, property));
        let things = things(&graph, class_node.as_ref());
        assert!(!things.is_empty(), "no {class}");
        for thing in things {
            let count = graph.objects_for_subject_predicate(thing, property_node.as_ref()).count();
            assert!((least..=most).contains(&count), "{thing} has {count} {property}");
        }
    }
}

#[test]
fn every_text_for_people_says_its_language() {
    let graph = catalogue(&SAMPLE, "datasets/dcat.rdf");
    let texts = [(DCTERMS, "title"), (DCTERMS, "description"), (DCAT, "keyword"), (FOAF, "name"), (VCARD, "fn")];
    for (vocabulary, property) in texts {
        let property = named(vocabulary, property);
        let mut languages = BTreeSet::new();
        for triple in graph.triples_for_predicate(property.as_ref()) {
            let TermRef::Literal(text) = triple.object else { panic!("{triple} is no text") };
            languages.insert(text.language().unwrap_or_else(|| panic!("{triple} has no language")));
        }
        assert!(languages.iter().eq(&["en", "sv"]), "{property} is in {languages:?}");
    }
}

#[test]
fn whatever_it_names_is_there() {
    let graph = catalogue(&SAMPLE, "datasets/dcat");
    let mut files = BTreeSet::new();
    for triple in &graph {
        let TermRef::NamedNode(node) = triple.object else { continue };
        let Some(own) = node.as_str().strip_prefix(ADDRESS) else { continue };
        if own.contains('#') {
            assert!(graph.triples_for_subject(node).next().is_some(), "nothing is said of {node}");
            continue;
        }
        let path = own.trim_start_matches('/');
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        assert!(SAMPLE.files.contains_key(&file), "{node} leads nowhere");
        files.insert(file);
    }
    // Every table is among them.
    for table in SAMPLE.files.keys().filter_map(|path| path.strip_suffix("-excel.csv")) {
        assert!(files.contains(&format!("{table}.csv")), "{table} is not in the catalogue");
    }
}

#[test]
fn it_is_the_same_in_every_form() {
    assert_eq!(SAMPLE.file("datasets/dcat"), SAMPLE.file("datasets/dcat.rdf"));
    let parsed = oxjsonld::JsonLdParser::new().for_slice(SAMPLE.file("datasets/dcat.jsonld").as_bytes());
    let json: Graph = parsed.map(|quad| Triple::from(quad.expect("it is JSON-LD"))).collect();
    let (xml, json): (BTreeSet<String>, BTreeSet<String>) = (
        catalogue(&SAMPLE, "datasets/dcat").iter().map(|own| own.to_string()).collect(),
        json.iter().map(|own| own.to_string()).collect(),
    );
    assert!(xml.len() > 100);
    assert_eq!(xml, json);
}

#[test]
fn there_is_none_that_nobody_asked_for() {
    assert!(!TINY.files.keys().any(|path| path.starts_with("datasets/")));
    assert!(SAMPLE.file("oppna-data/index.html").contains("../datasets/dcat.rdf"));
    assert!(!TINY.file("oppna-data/index.html").contains("datasets/"));
}

#[test]
fn a_municipality_is_told_by_its_code_and_name() {
    let files = plan(SAMPLE_FOLDER).into_iter().map(|(path, bytes)| {
        let mut text = String::from_utf8_lossy(&bytes).into_owned();
        if path == "content/plan.yaml" {
            text.push_str("\nkommunkod: \"1290\"\n");
            return (path, text.into_bytes());
        }
        (path, bytes)
    });
    let site = Site::build(&Files::from_memory(files), TODAY, None);
    let graph = catalogue(&site, "datasets/dcat");
    let place = named(DCTERMS, "Location");
    let [place] = things(&graph, place.as_ref())[..] else { panic!("there is one place") };
    let said = |property: &oxrdf::NamedNode| {
        let TermRef::Literal(text) = graph.object_for_subject_predicate(place, property.as_ref())? else { return None };
        Some(text.value().to_owned())
    };
    assert_eq!(said(&named(DCTERMS, "identifier")).as_deref(), Some("1290"));
    let label = oxrdf::NamedNode::new("http://www.w3.org/2000/01/rdf-schema#label").unwrap();
    assert_eq!(said(&label).as_deref(), Some("Kristianstad"));
    let spatial = named(DCTERMS, "spatial");
    assert_eq!(graph.triples_for_predicate(spatial.as_ref()).count(), 2, "the catalogue's and that of its data");
}
