//! A feed as Atom (RFC 4287) and as JSON Feed 1.1.
//!
//! Both are a handful of elements around texts that are ready; what a library would add is dates and markup of its own.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::{Entry, FORMATS, Feed};

/// What every feed of a site says of itself.
pub(super) struct About<'a> {
    /// The site's address, without a slash at its end.
    pub(super) url: &'a str,
    pub(super) author: &'a str,
    pub(super) lang: &'static str,
    /// When the plan began: what a feed without entries says of its age.
    pub(super) start: &'a str,
    /// SPDX.
    pub(super) licence: &'a str,
}

/// The feed as Atom.
pub(super) fn atom(feed: &Feed<'_>, about: &About<'_>) -> Vec<u8> {
    let About { url, lang, start, .. } = about;
    let page = format!("{url}/{}", feed.page);
    let own = format!("{page}{}", FORMATS[0].0);
    let updated = feed.entries.iter().map(|entry| entry.updated.as_str()).max().unwrap_or(start);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n"
    );
    element(&mut xml, "id", &own);
    element(&mut xml, "title", &feed.title);
    element(&mut xml, "updated", updated);
    let _ = writeln!(xml, "<author><name>{}</name></author>", text(about.author));
    link(&mut xml, "self", FORMATS[0].1, &own);
    link(&mut xml, "alternate", "text/html", &page);
    element(&mut xml, "rights", about.licence);
    let _ = writeln!(xml, "<generator version=\"{0}\">framdrift</generator>", env!("CARGO_PKG_VERSION"));
    for Entry { id, url, title, html, published, updated, category } in &feed.entries {
        xml.push_str("<entry>\n");
        element(&mut xml, "id", id);
        element(&mut xml, "title", title);
        link(&mut xml, "alternate", "text/html", url);
        element(&mut xml, "published", published);
        element(&mut xml, "updated", updated);
        let _ = writeln!(xml, "<category term=\"{}\"/>", text(category));
        let _ = writeln!(xml, "<content type=\"html\">{}</content>\n</entry>", text(html));
    }
    xml.push_str("</feed>\n");
    xml.into_bytes()
}

fn element(xml: &mut String, name: &str, content: &str) {
    let _ = writeln!(xml, "<{name}>{}</{name}>", text(content));
}

fn link(xml: &mut String, rel: &str, media_type: &str, href: &str) {
    let _ = writeln!(xml, "<link rel=\"{rel}\" type=\"{media_type}\" href=\"{}\"/>", text(href));
}

/// A text as XML has it; characters that XML lacks are left out.
fn text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(c),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// The feed as JSON Feed.
pub(super) fn json(feed: &Feed<'_>, about: &About<'_>) -> Vec<u8> {
    let page = format!("{}/{}", about.url, feed.page);
    let item = |entry: &&Entry| {
        json!({
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "content_html": entry.html,
            "date_published": entry.published,
            "date_modified": entry.updated,
            "tags": [entry.category],
        })
    };
    let mut own = Map::new();
    let mut put = |key: &str, value: Value| drop(own.insert(key.to_owned(), value));
    put("version", "https://jsonfeed.org/version/1.1".into());
    put("title", feed.title.as_str().into());
    put("home_page_url", page.as_str().into());
    put("feed_url", format!("{page}{}", FORMATS[1].0).into());
    put("language", about.lang.into());
    put("authors", json!([{ "name": about.author }]));
    put("items", feed.entries.iter().map(item).collect());
    let mut bytes = serde_json::to_vec_pretty(&Value::Object(own)).expect("texts are JSON");
    bytes.push(b'\n');
    bytes
}
