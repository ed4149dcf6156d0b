//! Pages as programs and those who react meet them: linked data, sharing, the site map, and the way to an answer.

use std::collections::BTreeSet;

use framdrift::diag::Diagnostics;
use framdrift::files::Files;
use framdrift::{Clock, Options};
use serde_json::Value;

use super::built::{REAL, SAMPLE, Site, TODAY, plan};
use super::reading::main_text;

/// The site of these files.
fn build(content: Vec<(String, Vec<u8>)>, date: &str) -> Site {
    Site::build(&Files::from_memory(content), date, None)
}

/// A plan with one goal, and with these lines in `plan.yaml`.
fn tiny(lines: &str, more: &[(&str, &[u8])]) -> Vec<(String, Vec<u8>)> {
    let text = format!(
        "title: \"</script><b>A plan\"\norganisation: Lillby & co\nlanguage: en\nperiod: {{ start: 2026, end: 2027 }}\n{lines}"
    );
    let goal = "---\ntitle: A \"goal\" </script>\n---\n";
    let mut content = vec![
        ("content/plan.yaml".to_owned(), text.into_bytes()),
        ("content/goals/a.md".to_owned(), goal.as_bytes().to_vec()),
    ];
    content.extend(more.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())));
    content
}

/// The linked data of a page, read as a program reads it: from the element's start to the first end of a script.
fn linked(path: &str, html: &str) -> Vec<Value> {
    // What runs is a file of the theme's.
    let runs =
        |script: &&str| script.starts_with(" src=\"") && script.contains("assets/") && script.contains(" defer>");
    let mut found = html.split("<script").skip(1).filter(|script| !runs(script));
    let Some(element) = found.next() else { return Vec::new() };
    assert!(found.next().is_none(), "{path} has several scripts");
    let text = element.strip_prefix(" type=\"application/ld+json\">").unwrap_or_else(|| panic!("{path} runs a script"));
    let text = text.split("</script").next().unwrap();
    let data: Value = serde_json::from_str(text).unwrap_or_else(|problem| panic!("{path}: {problem}\n{text}"));
    assert_eq!(data["@context"], "https://schema.org", "{path}");
    data["@graph"].as_array().unwrap().clone()
}

fn types(graph: &[Value]) -> Vec<&str> {
    graph.iter().map(|thing| thing["@type"].as_str().unwrap()).collect()
}

/// Every text in some JSON that stands under a key for addresses.
fn addresses(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Array(list) => list.iter().for_each(|item| addresses(item, found)),
        Value::Object(fields) => {
            for (key, field) in fields {
                match field.as_str() {
                    Some(text) if ["@id", "url", "item", "contentUrl", "logo"].contains(&key.as_str()) => {
                        found.push(text.to_owned());
                    }
                    _ => addresses(field, found),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn linked_data_of_every_page_can_be_read_and_leads_to_what_is_there() {
    let site = &*SAMPLE;
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    for (path, html) in site.ending(".html") {
        let graph = linked(path, html);
        if super::sites::is_gone(html) && !path.ends_with("404.html") {
            assert!(graph.is_empty(), "{path} has moved or is gone");
            continue;
        }
        assert_eq!(types(&graph)[..2], ["Organization", "WebSite"], "{path}");
        let mut all = Vec::new();
        for thing in &graph {
            addresses(thing, &mut all);
        }
        for url in all {
            let address = url.strip_prefix("https://framdrift.example/").unwrap_or_else(|| panic!("{path}: {url}"));
            let address = address.split('#').next().unwrap();
            let file = if address.is_empty() || address.ends_with('/') {
                format!("{address}index.html")
            } else {
                address.to_owned()
            };
            assert!(site.files.contains_key(&file), "{path} names {url}, which is not there");
        }
        kinds.extend(types(&graph).into_iter().map(str::to_owned));
        let datasets = graph.iter().filter(|thing| thing["@type"] == "Dataset");
        for dataset in datasets {
            assert!(dataset["description"].as_str().unwrap().chars().count() >= 50, "{path}: {dataset}");
        }
    }
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    assert_eq!(kinds, ["BreadcrumbList", "Dataset", "Organization", "WebPage", "WebSite"]);
    let of = |path: &str| linked(path, site.file(path));
    let indicator = of("nyckeltal/svarstid-telefon/index.html");
    let data = indicator.iter().find(|thing| thing["@type"] == "Dataset").unwrap();
    assert_eq!(data["variableMeasured"]["unitText"], "minuter");
    let computed = of("sa-raknar-vi/index.html");
    let data = computed.iter().find(|thing| thing["@type"] == "Dataset").unwrap();
    assert_eq!(data["distribution"][0]["contentUrl"], "https://framdrift.example/berakning.json");
}

#[test]
fn nothing_that_editors_write_gets_out_of_the_head() {
    let site = build(tiny("base_url: https://www.example.org/plan\n", &[]), TODAY);
    for (path, html) in site.markup() {
        let graph = linked(path, html);
        assert_eq!(graph[1]["name"], "</script><b>A plan", "{path}");
        let head = html.split("</head>").next().unwrap();
        assert!(!head.contains("<b>"), "{path}: {head}");
    }
    let html = site.file("goals/a/index.html");
    assert!(html.contains("<meta property=\"og:title\" content=\"A &quot;goal&quot; &lt;/script&gt;\">"), "{html}");
}

#[test]
fn a_site_without_an_address_names_none() {
    let site = build(tiny("", &[]), TODAY);
    assert!(!site.files.contains_key("sitemap.xml"));
    for (path, html) in site.ending(".html") {
        let mut all = Vec::new();
        for thing in linked(path, html) {
            addresses(&thing, &mut all);
        }
        assert!(all.is_empty(), "{path}: {all:?}");
        for part in ["og:url", "og:image", "rel=\"canonical\"", "hreflang"] {
            assert!(!html.contains(part), "{path} has {part}");
        }
        assert_eq!(html.contains("og:title"), !html.contains("noindex"), "{path}");
    }
}

/// The beginning of a PNG of this size: as much as tells what it is.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x02\0\0\0\0\0\0\0");
    bytes
}

#[test]
fn a_plan_without_a_picture_gets_one_drawn() {
    let html = std::str::from_utf8(&SAMPLE.files["initiativ/e-arkiv/index.html"]).unwrap();
    let address = "<meta property=\"og:image\" content=\"https://framdrift.example/assets/plan.png\">";
    assert!(html.contains(address), "{html}");
    let said = html.split("og:image:alt\" content=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(said.starts_with("Av 33 initiativ går 9 enligt plan"), "{said}");
    let file = &SAMPLE.files["assets/plan.png"];
    assert_eq!(file.get(..16), png(1200, 630).get(..16));
    assert_eq!(file.get(16..24), png(1200, 630).get(16..24), "its size is what the page says");
    let unknown = build(tiny("", &[]), "2026-11-23");
    assert!(!unknown.files.contains_key("assets/plan.png"), "without an address nobody can be told where it is");
}

#[test]
fn a_shared_page_has_the_plans_picture() {
    let lines = "base_url: https://www.example.org/plan\nbrand: { image: share.png }\n";
    let site = build(tiny(lines, &[("content/static/share.png", &png(1200, 630))]), TODAY);
    let html = site.file("index.html");
    for part in [
        "<meta property=\"og:image\" content=\"https://www.example.org/plan/share.png\">",
        "<meta property=\"og:image:width\" content=\"1200\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ] {
        assert!(html.contains(part), "{part}\n{html}");
    }
    assert!(!site.files.contains_key("assets/plan.png"), "nobody asks for the drawn one");
    let told = |bytes: &[u8]| {
        let files = Files::from_memory(tiny(lines, &[("content/static/share.png", bytes)]));
        let options = Options::at(Clock::Date(TODAY.parse().unwrap()));
        let mut diagnostics = Diagnostics::new();
        assert!(framdrift::run(&files, &options, &mut diagnostics, &framdrift::observe::Unobserved).is_err());
        let words = framdrift::words::Words::new(framdrift::words::Language::ENGLISH);
        let all = diagnostics.sorted(&files);
        let found = all.iter().find(|found| found.rule.code == "FD124").expect("the picture is told of");
        found.help(&words)[0].clone()
    };
    assert_eq!(told(&png(599, 630)), "It is 599 × 630 pixels. It should be at least 600 × 315.");
    assert_eq!(told(&[png(1200, 630), vec![0; 700 * 1024]].concat()), "It is larger than 600 kB.");
}

#[test]
fn a_logo_of_pixels_has_enough_of_them() {
    let lines = "brand: { logo: logo.png }\n";
    let site = build(tiny(lines, &[("content/static/logo.png", &png(240, 80))]), TODAY);
    // The organisation's name stands beside it, in the same link.
    assert!(site.html("goals/").contains("<img src=\"../logo.png\" alt=\"\" height=\"40\" class=\"logo\">"));
    let files = Files::from_memory(tiny(lines, &[("content/static/logo.png", &png(240, 79))]));
    let options = Options::at(Clock::Date(TODAY.parse().unwrap()));
    let mut diagnostics = Diagnostics::new();
    assert!(framdrift::run(&files, &options, &mut diagnostics, &framdrift::observe::Unobserved).is_err());
    let words = framdrift::words::Words::new(framdrift::words::Language::ENGLISH);
    let found = diagnostics.sorted(&files).into_iter().find(|found| found.rule.code == "FD126");
    let help = found.expect("the logo is told of").help(&words);
    assert_eq!(help[0], "It is 240 × 79 pixels. It should be at least 80 high.");
}

#[test]
fn the_site_map_lists_what_may_be_found_with_its_languages() {
    let site = &*SAMPLE;
    let map = site.file("sitemap.xml");
    let pages: Vec<&str> = map.lines().filter(|line| line.starts_with("<url>")).collect();
    let found = pages_that_may_be_found(site);
    assert_eq!(pages.len(), found);
    let own =
        pages.iter().find(|line| line.contains("<loc>https://framdrift.example/nyckeltal/svarstid-telefon/")).unwrap();
    assert!(own.contains("<lastmod>2026-08-31</lastmod>"), "{own}");
    for lang in ["sv", "en", "x-default"] {
        assert!(own.contains(&format!("hreflang=\"{lang}\"")), "{own}");
    }
    assert!(site.file("robots.txt").contains("Sitemap: https://framdrift.example/sitemap.xml"));
}

fn pages_that_may_be_found(site: &Site) -> usize {
    site.ending(".html").filter(|(_, html)| !html.contains("content=\"noindex\"")).count()
}

/// Where the foot of a page leads who wants to react to it.
fn react(html: &str) -> String {
    let foot = html.split("class=\"foot-react\"").nth(1).unwrap_or_default();
    let href = foot.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    href.replace("&amp;", "&")
}

#[test]
fn every_page_leads_to_somebody_who_answers() {
    let sample = &*SAMPLE;
    for (path, html) in sample.markup() {
        assert!(react(html).starts_with("mailto:digitalagenda@angslunda.example?subject="), "{path}: {}", react(html));
    }
    let html = sample.file("initiativ/e-arkiv/index.html");
    assert_eq!(
        react(html),
        "mailto:digitalagenda@angslunda.example?subject=Om%20initiativet%20%E2%80%9DE-arkiv%20f%C3%B6r%20hela%20kommunen\
         %E2%80%9D&body=Det%20g%C3%A4ller%20sidan%20https%3A%2F%2Fframdrift.example%2Finitiativ%2Fe-arkiv%2F"
    );
    let lines =
        "feedback: \"https://www.example.org/tell?about={subject}&page={address}&from=plan\"\ncontact: a@example.org\n";
    let site = build(tiny(lines, &[]), TODAY);
    let html = site.file("goals/index.html");
    assert_eq!(
        react(html),
        "https://www.example.org/tell?about=About%20%E2%80%9CGoals%E2%80%9D&page=%2Fgoals%2F&from=plan"
    );
    let nobody = build(tiny("", &[]), TODAY);
    assert_eq!(react(nobody.file("goals/index.html")), "");
}

// the accessibility statement

const STATEMENT: &str = "tillganglighetsredogorelse/index.html";

/// The statement of a tiny plan on a day.
fn statement(date: &str) -> Option<String> {
    let facts = include_bytes!("../rules/base/accessibility.yaml");
    let site = build(tiny("", &[("content/accessibility.yaml", facts)]), date);
    let address = "accessibility-statement/";
    site.pages().any(|page| page == address).then(|| site.text(address))
}

#[test]
fn the_statement_has_the_authoritys_headings_in_its_order() {
    let text = main_text(SAMPLE.file(STATEMENT));
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with('#') && !line.starts_with("####")).collect();
    assert_eq!(
        headings,
        [
            "# Tillgänglighet för den digitala agendans webbplats",
            "## Hur tillgänglig är webbplatsen?",
            "## Vad kan du göra om du inte kan använda delar av webbplatsen?",
            "## Rapportera brister i webbplatsens tillgänglighet",
            "## Tillsyn",
            "## Teknisk information om webbplatsens tillgänglighet",
            "## Innehåll som inte är tillgängligt",
            "### Bristande förenlighet med lagkraven",
            "## Hur vi testat webbplatsen",
        ]
    );
    assert!(text.contains("delvis förenlig med lagen om tillgänglighet till digital offentlig service"), "{text}");
    assert_eq!(text.matches("](https://www.angslunda.example/tillganglighet)").count(), 2, "{text}");
}

#[test]
fn the_statement_follows_the_day() {
    let before = statement("2026-12-31").unwrap();
    assert!(before.contains("Digg,") && before.contains("](https://www.digg.se/tdosanmalan)"), "{before}");
    assert!(!before.contains("May be out of date"), "{before}");
    let after = statement("2027-11-01").unwrap();
    assert!(after.contains("Swedish Post and Telecom Authority") && !after.contains("digg"), "{after}");
    assert!(after.contains("The statement was last gone through 20 October 2026."), "{after}");
    assert_eq!(statement("2026-10-19"), None, "nobody had gone through the site yet");
}

#[test]
fn every_page_leads_to_the_statement_and_none_is_invented() {
    let site = &*SAMPLE;
    for (path, html) in site.markup() {
        let address = if path.starts_with("en/") { "accessibility-statement/" } else { "tillganglighetsredogorelse/" };
        let foot = html.split("class=\"foot-links\"").nth(1).unwrap_or_else(|| panic!("{path} has no foot"));
        // The statement's own page leads to itself.
        assert!(foot.contains(address) || foot.contains("href=\"./\""), "{path}: {foot}");
    }
    let without: Vec<_> = plan("").into_iter().filter(|(path, _)| !path.contains("accessibility")).collect();
    let site = build(without, TODAY);
    assert!(!site.files.contains_key(STATEMENT));
    let text = |path: &str| main_text(site.file(path));
    assert!(text("kvalitet/index.html").contains("Webbplatsen saknar tillgänglighetsredogörelse."));
    assert!(text("om-webbplatsen/index.html").contains("Webbplatsen har ingen tillgänglighetsredogörelse"));
    // Where the law does not apply, nothing is missing.
    for (path, html) in REAL.ending(".html") {
        assert!(!html.contains("ccessibility"), "{path} speaks of a law that does not apply");
    }
}
