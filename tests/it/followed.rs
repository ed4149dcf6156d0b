//! Feeds: what a reader's program asks of them (RFC 4287, JSON Feed 1.1), that pages lead to them, and that what has been
//! told once is told in the same way ever after.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{Token, Tokenizer};
use roxmltree::{Document, Node};
use serde_json::Value;

use super::built::{SAMPLE, SAMPLE_FOLDER, Site, TINY, TINY_FOLDER, TODAY};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const ADDRESS: &str = "https://framdrift.example";

/// The feeds of a site, without the ending of their file.
fn feeds(site: &Site) -> Vec<&str> {
    site.files.keys().filter_map(|path| path.strip_suffix("atom.xml")).collect()
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> &'a str {
    let found: Vec<Node<'_, '_>> = node.children().filter(|own| own.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "one {name} in {:?}", node.tag_name());
    found[0].text().unwrap_or_default()
}

fn link<'a>(node: Node<'a, 'a>, rel: &str) -> &'a str {
    let links = node.children().filter(|own| own.has_tag_name((ATOM, "link")));
    links.filter(|own| own.attribute("rel") == Some(rel)).find_map(|own| own.attribute("href")).unwrap()
}

/// The entries of a feed: id → everything that it says.
fn entries(site: &Site, feed: &str) -> BTreeMap<String, String> {
    let text = site.file(&format!("{feed}atom.xml"));
    let document = Document::parse(text).unwrap();
    let own = document.root_element().children().filter(|own| own.has_tag_name((ATOM, "entry")));
    own.map(|own| (child(own, "id").to_owned(), text.get(own.range()).unwrap().to_owned())).collect()
}

/// Whether a time is one of RFC 3339, at the beginning of a day in Stockholm.
fn is_moment(text: &str) -> bool {
    let is_parsed = text.parse::<jiff::Timestamp>().is_ok();
    is_parsed && (text.ends_with("T00:00:00+01:00") || text.ends_with("T00:00:00+02:00"))
}

/// The address on the site of what a full address leads to, and the place on the page.
fn inside<'a>(site: &Site, url: &'a str) -> (String, Option<&'a str>) {
    let below = url.strip_prefix(ADDRESS).unwrap_or_else(|| panic!("{url} is not on the site")).trim_start_matches('/');
    let (path, place) = below.split_once('#').map_or((below, None), |(path, place)| (path, Some(place)));
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    assert!(site.files.contains_key(&file), "{url} leads nowhere");
    (file, place)
}

#[test]
fn a_feed_is_what_programs_expect() {
    let mut seen = BTreeSet::new();
    for feed in feeds(&SAMPLE).into_iter().filter(|feed| is_at_home(feed)) {
        let text = SAMPLE.file(&format!("{feed}atom.xml"));
        let document = Document::parse(text).unwrap_or_else(|error| panic!("{feed}: {error}"));
        let root = document.root_element();
        assert!(root.has_tag_name((ATOM, "feed")));
        let lang = root.attribute(("http://www.w3.org/XML/1998/namespace", "lang")).unwrap();
        assert_eq!(lang, if feed.starts_with("en/") { "en" } else { "sv" });
        assert_eq!(child(root, "id"), link(root, "self"));
        assert_eq!(link(root, "self"), format!("{ADDRESS}/{feed}atom.xml"));
        inside(&SAMPLE, link(root, "alternate"));
        assert!(!child(root, "title").is_empty() && is_moment(child(root, "updated")));
        assert!(root.children().any(|own| own.has_tag_name((ATOM, "author"))));

        let json: Value = serde_json::from_str(SAMPLE.file(&format!("{feed}feed.json"))).unwrap();
        assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
        assert_eq!((json["title"].as_str(), json["language"].as_str()), (Some(child(root, "title")), Some(lang)));
        assert_eq!(json["feed_url"].as_str().unwrap(), format!("{ADDRESS}/{feed}feed.json"));
        let items = json["items"].as_array().unwrap();

        let own: Vec<Node<'_, '_>> = root.children().filter(|own| own.has_tag_name((ATOM, "entry"))).collect();
        assert_eq!(own.len(), items.len());
        assert!(own.len() <= 50);
        let mut ids = BTreeSet::new();
        let mut before = "9999";
        for (entry, item) in own.into_iter().zip(items) {
            let (id, published, updated) = (child(entry, "id"), child(entry, "published"), child(entry, "updated"));
            assert!(id.starts_with("tag:framdrift.example,2024:") && ids.insert(id), "{feed}: {id}");
            assert!(is_moment(published) && is_moment(updated) && published <= updated, "{id}: {published} {updated}");
            assert!(published <= before, "the latest comes first");
            before = published;
            let (file, place) = inside(&SAMPLE, link(entry, "alternate"));
            assert!(place.is_none_or(|id| SAMPLE.file(&file).contains(&format!("id=\"{id}\""))), "{id}");
            let html = child(entry, "content");
            assert!(!html.is_empty(), "{id} says nothing");
            for token in Tokenizer::new(html) {
                let Ok(Token::StartTag(tag)) = token else { continue };
                for (_, value) in tag.attributes.iter().filter(|(name, _)| matches!(&name[..], b"href" | b"src")) {
                    let value = String::from_utf8_lossy(value);
                    assert!(value.contains(':') || value.starts_with('#'), "{id}: {value} leads nowhere from a reader");
                }
            }
            for (key, wanted) in
                [("id", id), ("date_published", published), ("date_modified", updated), ("content_html", html)]
            {
                assert_eq!(item[key].as_str(), Some(wanted), "{id}: {key}");
            }
            seen.insert(id.split(':').nth(2).unwrap().split('/').next().unwrap().to_owned());
        }
    }
    let all = ["answer", "decision", "moved", "report", "review", "state"];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), all, "the sample shows everything that can happen");
}

#[test]
fn pages_lead_to_their_feeds() {
    for (page, feed) in [
        ("index.html", "nytt/"),
        ("nytt/index.html", "nytt/"),
        ("oppna-data/index.html", "nytt/"),
        ("mal/data-till-nytta/index.html", "mal/data-till-nytta/"),
        ("forum/serviceforum/index.html", "forum/serviceforum/"),
        ("ansvar/it-chef/index.html", "ansvar/it-chef/"),
        ("en/responsibility/it-chef/index.html", "en/responsibility/it-chef/"),
    ] {
        let root = "../".repeat(page.matches('/').count());
        let html = SAMPLE.file(page);
        for (media_type, file) in [("application/atom+xml", "atom.xml"), ("application/feed+json", "feed.json")] {
            let head = format!("<link rel=\"alternate\" type=\"{media_type}\" title=\"");
            assert!(html.contains(&head), "{page}");
            assert_eq!(
                html.matches(&format!("href=\"{root}{feed}{file}\"")).count() / 2,
                1,
                "{page}: for programs and people"
            );
            assert!(SAMPLE.files.contains_key(&format!("{feed}{file}")));
        }
    }
    assert!(!SAMPLE.file("initiativ/e-arkiv/index.html").contains("atom+xml"));
    // A site without an address can't be told of from elsewhere.
    assert!(feeds(&TINY).is_empty() && !TINY.file("index.html").contains("atom+xml"));
}

#[test]
fn a_feed_tells_of_its_own() {
    let role = entries(&SAMPLE, "ansvar/it-chef/");
    let about: BTreeSet<&str> = role.keys().filter_map(|id| id.split('/').nth(1)).collect();
    assert!(about.contains("e-underskrift") && !about.contains("bredband-landsbygd"), "{about:?}");
    let all = entries(&SAMPLE, "nytt/");
    assert!(all.len() == 50 && role.len() <= 20);
    assert!(role.iter().filter(|(id, _)| all.contains_key(*id)).all(|(id, text)| all[id] == *text));
}

/// The lines of a calendar, unfolded: name with its parameters → value.
fn lines(text: &str) -> Vec<(String, String)> {
    assert!(text.ends_with("\r\n") && text.matches('\n').count() == text.matches("\r\n").count(), "lines end in CRLF");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is longer than 75 bytes");
    let unfolded = text.replace("\r\n ", "");
    let split = |line: &str| line.split_once(':').map(|(name, value)| (name.to_owned(), value.to_owned())).unwrap();
    unfolded.split_terminator("\r\n").map(split).collect()
}

/// The events of a calendar: UID → its other properties.
fn planned(site: &Site, path: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let lines = lines(site.file(path));
    assert_eq!(lines.first().map(|(name, value)| (name.as_str(), value.as_str())), Some(("BEGIN", "VCALENDAR")));
    for wanted in ["VERSION", "PRODID", "NAME", "URL", "REFRESH-INTERVAL;VALUE=DURATION"] {
        assert!(lines.iter().any(|(name, _)| name == wanted), "{path} lacks {wanted}");
    }
    let mut events = BTreeMap::new();
    for event in lines.split(|(name, value)| (name.as_str(), value.as_str()) == ("BEGIN", "VEVENT")).skip(1) {
        let end = event.iter().position(|(name, value)| (name.as_str(), value.as_str()) == ("END", "VEVENT")).unwrap();
        let own: BTreeMap<String, String> = event.iter().take(end).cloned().collect();
        assert_eq!(own.len(), end, "no property twice: {event:?}");
        let before = events.insert(own["UID"].clone(), own);
        assert!(before.is_none(), "{path}: a UID twice");
    }
    events
}

#[test]
fn a_calendar_says_what_is_to_happen_and_how_surely() {
    let events = planned(&SAMPLE, "nytt/calendar.ics");
    let kinds: BTreeSet<&str> = events.keys().filter_map(|uid| uid.split('/').next()).collect();
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["end", "meeting", "milestone", "reports", "review"]);
    for (uid, event) in &events {
        assert!(uid.ends_with("@framdrift.example"), "{uid}");
        let day = |name: &str| jiff::civil::Date::strptime("%Y%m%d", &event[name]).unwrap();
        let (first, after) = (day("DTSTART;VALUE=DATE"), day("DTEND;VALUE=DATE"));
        assert!(first < after, "{uid} lasts a day at least");
        let is_span = first.tomorrow().unwrap() != after;
        assert_eq!(is_span, event.contains_key("DESCRIPTION"), "{uid}: a span says that it is one");
        assert!(event["DTSTAMP"].ends_with("T000000Z") && event["DTSTAMP"].len() == 16, "{uid}");
        assert_eq!(event["TRANSP"], "TRANSPARENT");
        inside(&SAMPLE, &event["URL"]);
    }
    // Two tertials are closed in 2026; the third is reported by the end of January.
    let reports = &events["reports/2026-t3@framdrift.example"];
    assert_eq!(
        (reports["DTSTART;VALUE=DATE"].as_str(), reports["DTEND;VALUE=DATE"].as_str()),
        ("20270128", "20270129")
    );
}

#[test]
fn a_date_that_is_no_day_is_a_span_that_says_so() {
    let events = planned(&Site::at(TINY_FOLDER, TODAY, ADDRESS), "nytt/calendar.ics");
    let end = &events["end/bankar@framdrift.example"];
    assert_eq!((end["DTSTART;VALUE=DATE"].as_str(), end["DTEND;VALUE=DATE"].as_str()), ("20260901", "20270101"));
    assert_eq!(end["DESCRIPTION"], "Planen anger inte någon dag\\, bara september–december 2026.");
}

#[test]
fn a_deadline_that_moves_keeps_its_place_in_the_readers_calendar() {
    let moved = "end/mina-sidor@framdrift.example";
    let before = Site::of(SAMPLE_FOLDER, "2026-06-08");
    let (before, after) = (planned(&before, "nytt/calendar.ics"), planned(&SAMPLE, "nytt/calendar.ics"));
    assert_ne!(before[moved]["DTSTART;VALUE=DATE"], after[moved]["DTSTART;VALUE=DATE"]);
    let number = |event: &BTreeMap<String, String>| event["SEQUENCE"].parse::<u32>().unwrap();
    assert!(number(&before[moved]) < number(&after[moved]));
    assert_eq!(after[moved]["DTSTAMP"], "20260609T000000Z");
    // What has not changed is said in the same way on another day.
    let same = before.iter().filter(|(uid, event)| after.get(*uid) == Some(event)).count();
    assert!(same > 20, "{same}");
}

#[test]
fn a_calendar_is_its_owners() {
    let role = planned(&SAMPLE, "ansvar/it-chef/calendar.ics");
    assert!(
        role.contains_key("end/e-underskrift@framdrift.example")
            && !role.contains_key("end/bredband-landsbygd@framdrift.example")
    );
    assert!(role.keys().any(|uid| uid.starts_with("reports/")) && !role.keys().any(|uid| uid.starts_with("meeting/")));
    let forum = planned(&SAMPLE, "forum/serviceforum/calendar.ics");
    assert!(forum.keys().any(|uid| uid.starts_with("meeting/serviceforum/")));
    assert!(forum.keys().all(|uid| !uid.starts_with("meeting/") || uid.starts_with("meeting/serviceforum/")));
    let english = planned(&SAMPLE, "en/forums/serviceforum/calendar.ics");
    assert_eq!(forum.len(), english.len());
    assert!(english.keys().all(|uid| uid.ends_with("/en@framdrift.example")), "a reader may have both");
    assert!(!SAMPLE.files.contains_key("mal/data-till-nytta/calendar.ics"));
}

/// Whether a feed is that of the page at its address, not of one that has been there.
fn is_at_home(feed: &str) -> bool {
    let page = format!("{feed}index.html");
    !(SAMPLE.files.contains_key(&page) && SAMPLE.file(&page).contains("http-equiv=\"refresh\""))
}

/// Whoever subscribed by an id that a goal had before goes on being told.
#[test]
fn a_feed_stays_at_the_addresses_that_it_had() {
    let (_, moved): (Vec<&str>, Vec<&str>) = feeds(&SAMPLE).into_iter().partition(|feed| is_at_home(feed));
    assert!(!moved.is_empty(), "the sample has a goal that had another id");
    for feed in moved {
        let text = SAMPLE.file(&format!("{feed}atom.xml"));
        let own = Document::parse(text).unwrap();
        let to = link(own.root_element(), "self").strip_prefix(ADDRESS).unwrap().trim_start_matches('/').to_owned();
        assert_ne!(to, format!("{feed}atom.xml"));
        assert_eq!(SAMPLE.file(&to), text);
    }
}

#[test]
fn what_has_been_told_is_told_in_the_same_way() {
    let until = |date: &str| {
        let site = Site::of(SAMPLE_FOLDER, date);
        let of = |feed: &str| entries(&site, feed);
        [of("nytt/"), of("en/news/"), of("ansvar/kommundirektor/")]
    };
    let late = [entries(&SAMPLE, "nytt/"), entries(&SAMPLE, "en/news/"), entries(&SAMPLE, "ansvar/kommundirektor/")];
    for date in ["2026-10-15", "2026-09-20"] {
        let mut same = 0;
        for (early, late) in until(date).into_iter().zip(&late) {
            let day = |text: &str| text.split_once("<published>").unwrap().1.split('T').next().unwrap().to_owned();
            for (id, text) in late.iter().filter(|(_, text)| day(text).as_str() <= date) {
                if let Some(before) = early.get(id) {
                    assert_eq!(before, text, "{id} on {date}");
                    same += 1;
                }
            }
            // Nothing is told that later has not happened.
            let oldest = late.values().map(|text| day(text)).min().unwrap();
            let gone: Vec<&String> = early
                .iter()
                .filter(|(id, text)| day(text) > oldest && !late.contains_key(*id))
                .map(|(id, _)| id)
                .collect();
            assert!(gone.is_empty(), "{gone:?}");
        }
        assert!(same > 40, "{same} are too few to tell");
    }
}
