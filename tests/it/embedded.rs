//! Charts for others' pages: each stands alone, says whose numbers it shows and for what day, and needs nothing that is
//! not in it.

use std::collections::BTreeSet;

use roxmltree::Document;

use super::built::{SAMPLE, Site, TINY};

/// The charts of a site, without the ending of their file: `embed/plan`.
fn charts(site: &Site) -> Vec<&str> {
    site.files.keys().filter(|path| path.starts_with("embed/")).filter_map(|path| path.strip_suffix(".svg")).collect()
}

#[test]
fn whatever_has_a_chart_can_be_shown_elsewhere() {
    for (site, name) in [(&*SAMPLE, "the sample"), (&*TINY, "the tiny plan")] {
        let shown: BTreeSet<&str> = charts(site).into_iter().collect();
        let series = site.files.keys().filter_map(|path| path.strip_prefix("data/indicators/")?.strip_suffix(".csv"));
        let mut wanted = BTreeSet::from(["embed/plan".to_owned(), "embed/en/plan".to_owned()]);
        wanted.extend(series.flat_map(|id| [format!("embed/indicators/{id}"), format!("embed/en/indicators/{id}")]));
        assert!(wanted.iter().map(String::as_str).eq(shown.iter().copied()), "{name}: {shown:?} is not {wanted:?}");
        for chart in shown {
            assert!(site.files.contains_key(&format!("{chart}/index.html")), "{name} has no page {chart}");
        }
    }
}

#[test]
fn a_picture_holds_all_that_it_is_drawn_with() {
    for chart in charts(&SAMPLE) {
        let text = SAMPLE.file(&format!("{chart}.svg"));
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{chart}: {error}"));
        let ids: BTreeSet<&str> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        let mut texts = String::new();
        for node in document.descendants() {
            let name = node.tag_name().name();
            assert!(!matches!(name, "script" | "style" | "image" | "foreignObject"), "{chart} has a {name}");
            for attribute in node.attributes() {
                let own = attribute.value();
                let inner = if attribute.name() == "href" {
                    own.strip_prefix('#')
                } else {
                    own.strip_prefix("url(#").and_then(|own| own.strip_suffix(')'))
                };
                let leads = attribute.name() == "href" || own.contains("url(");
                assert!(!leads || inner.is_some_and(|id| ids.contains(id)), "{chart} looks for {own}");
            }
            if name == "text" {
                texts.push_str(node.text().unwrap_or_default());
                texts.push(' ');
            }
        }
        let (source, day) = if chart.starts_with("embed/en/") {
            ("Source: ", "The facts hold for")
        } else {
            ("Källa: ", "Uppgifterna gäller")
        };
        assert!(texts.contains(source) && texts.contains(day), "{chart} says: {texts}");
        assert!(texts.contains("https://framdrift.example/"), "{chart} says: {texts}");
    }
}

#[test]
fn a_page_for_a_frame_leads_out_of_it() {
    for chart in charts(&SAMPLE) {
        let page = SAMPLE.file(&format!("{chart}/index.html"));
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{chart} is to be found by itself");
        assert!(!page.contains("<nav") && !page.contains("<script src"), "{chart} has more than a chart");
        let links: Vec<&str> = page.split("<a ").skip(1).filter_map(|own| own.split('>').next()).collect();
        assert!(!links.is_empty(), "{chart} does not lead to the plan");
        for link in links {
            assert!(link.contains("target=\"_top\""), "{chart} would show the site in the frame: {link}");
        }
        let (source, day) = if chart.starts_with("embed/en/") {
            ("Source: ", "The facts hold for")
        } else {
            ("Källa: ", "Uppgifterna gäller")
        };
        assert!(page.contains(source) && page.contains(day), "{chart} does not say whose numbers they are");
    }
}

#[test]
fn what_a_chart_shows_is_what_its_page_shows() {
    for (chart, page) in [
        ("embed/plan", "index.html"),
        ("embed/indicators/bredband-1gbit", "nyckeltal/bredband-1gbit/index.html"),
        ("embed/en/indicators/bredband-1gbit", "en/indicators/bredband-1gbit/index.html"),
    ] {
        let page = SAMPLE.file(page);
        let captions = page.split("<figcaption>").skip(1).filter_map(|own| own.split("</figcaption>").next());
        let finding = captions.map(str::trim).find(|own| SAMPLE.file(&format!("{chart}/index.html")).contains(own));
        let finding = finding.unwrap_or_else(|| panic!("{chart} shows something else than its page"));
        assert!(SAMPLE.file(&format!("{chart}.svg")).contains(finding), "{chart}.svg does not say: {finding}");
    }
}

#[test]
fn the_page_on_open_data_shows_how() {
    let page = SAMPLE.file("oppna-data/index.html");
    let shown = page.split("src=&quot;").skip(1).filter_map(|own| own.split("&quot;").next());
    let files: Vec<String> = shown
        .filter_map(|url| url.strip_prefix("https://framdrift.example/"))
        .map(|path| if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() })
        .collect();
    assert_eq!(files, ["embed/plan/index.html", "embed/plan.svg"]);
    assert!(files.iter().all(|path| SAMPLE.files.contains_key(path)));
}
