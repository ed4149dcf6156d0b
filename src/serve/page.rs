//! A page of the site in, the page as it is served out: with the script that shows the next save, and with a policy
//! that lets that script run. Only what is sent is changed; no file ever holds it.

use std::hash::{DefaultHasher, Hasher as _};
use std::ops::Range;

use super::{Site, escaped};

/// Where the script is answered.
pub(super) const SCRIPT_PATH: &str = "/__framdrift/live.js";
/// Where the script listens.
pub(super) const EVENTS_PATH: &str = "/__framdrift/events";
/// The script.
pub(super) const SCRIPT: &str = include_str!("live.js");

/// A page with the script in it. `version` is what the page is now, `drafts` what the script is to mark, `form` the link to
/// the form of what the page is about.
pub(super) fn live(html: &[u8], version: &str, drafts: &str, form: &str) -> Vec<u8> {
    let data = |name: &str, own: &str| {
        if own.is_empty() { String::new() } else { format!(" data-{name}=\"{}\"", escaped(own)) }
    };
    let (drafts, form) = (data("drafts", drafts), data("form", form));
    let script = format!("<script src=\"{SCRIPT_PATH}\" data-version=\"{version}\"{drafts}{form}></script>\n");
    let end = last_place(html, b"</body").unwrap_or(html.len());
    let mut page = Vec::with_capacity(html.len() + script.len() + 100);
    let mut at = 0;
    for (range, policy) in policies(html.get(..end).unwrap_or_default()) {
        page.extend_from_slice(html.get(at..range.start).unwrap_or_default());
        page.extend_from_slice(loosened(&policy).as_bytes());
        at = range.end;
    }
    page.extend_from_slice(html.get(at..end).unwrap_or_default());
    page.extend_from_slice(script.as_bytes());
    page.extend_from_slice(html.get(end..).unwrap_or_default());
    page
}

/// A Content-Security-Policy that also lets a script of this host run and listen to it.
fn loosened(policy: &str) -> String {
    let mut directives: Vec<(String, Vec<&str>)> = Vec::new();
    for directive in policy.split(';') {
        let mut words = directive.split_ascii_whitespace();
        let Some(name) = words.next() else { continue };
        directives.push((name.to_ascii_lowercase(), words.collect()));
    }
    let sources = |name: &str| directives.iter().find(|(own, _)| own == name).map(|(_, sources)| sources.clone());
    let base = sources("default-src");
    let mut wanted = Vec::new();
    // What a page does not limit is allowed already.
    if let Some(scripts) = sources("script-src-elem").or_else(|| sources("script-src")).or_else(|| base.clone()) {
        let name = if sources("script-src-elem").is_some() { "script-src-elem" } else { "script-src" };
        wanted.push((name, scripts));
    }
    if let Some(connections) = sources("connect-src").or(base) {
        wanted.push(("connect-src", connections));
    }
    for (name, mut sources) in wanted {
        sources.retain(|source| !source.eq_ignore_ascii_case("'none'"));
        if !sources.contains(&"'self'") {
            sources.push("'self'");
        }
        directives.retain(|(own, _)| own != name);
        directives.push((name.to_owned(), sources));
    }
    let texts: Vec<String> = directives
        .into_iter()
        .map(|(name, sources)| std::iter::once(name.as_str()).chain(sources).collect::<Vec<_>>().join(" "))
        .collect();
    texts.join("; ")
}

/// Where in a page a policy stands, and what it says.
fn policies(html: &[u8]) -> Vec<(Range<usize>, String)> {
    tags(html)
        .filter(|tag| tag.name(html).eq_ignore_ascii_case(b"meta"))
        .filter(|tag| {
            let kind = tag.attribute(html, b"http-equiv").and_then(|range| html.get(range));
            kind.is_some_and(|kind| kind.trim_ascii().eq_ignore_ascii_case(b"content-security-policy"))
        })
        .filter_map(|tag| {
            let range = tag.attribute(html, b"content")?;
            let policy = String::from_utf8(html.get(range.clone())?.to_vec()).ok()?;
            // A policy that has to spell its quotes as codes is none that we know how to change.
            (!policy.contains('&')).then_some((range, policy))
        })
        .collect()
}

/// What a page is now, as a word: it is another when the page's own bytes, a picture or script in it, or anything of
/// the theme's is another.
pub(super) fn version(site: &Site, path: &str) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write_u64(site.assets);
    hasher.write(site.drafts.as_bytes());
    let html = site.file(path).unwrap_or_default();
    hasher.write(html);
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    for tag in tags(html) {
        let name = tag.name(html);
        if ![b"img".as_slice(), b"script", b"source"].iter().any(|own| name.eq_ignore_ascii_case(own)) {
            continue;
        }
        let source = tag.attribute(html, b"src").and_then(|range| html.get(range));
        if let Some(bytes) = source.and_then(|source| site.file(&from(folder, std::str::from_utf8(source).ok()?)?)) {
            hasher.write(bytes);
        }
    }
    format!("{:016x}", hasher.finish())
}

/// The path that a relative address in a page of `folder` means.
fn from(folder: &str, address: &str) -> Option<String> {
    let address = address.split(['?', '#']).next().unwrap_or_default();
    let address = String::from_utf8(super::path::decoded(address)?).ok()?;
    if address.starts_with('/') || address.contains(':') {
        return None;
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            ".." => {
                parts.pop()?;
            }
            "." | "" => {}
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

/// A hash of everything of the theme's.
pub(super) fn assets<'a>(files: impl Iterator<Item = (&'a String, &'a Vec<u8>)>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (path, bytes) in files.filter(|(path, _)| path.starts_with("assets/")) {
        hasher.write(path.as_bytes());
        hasher.write_usize(bytes.len());
        hasher.write(bytes);
    }
    hasher.finish()
}

/// A start tag: the bytes between `<` and `>`.
#[derive(Clone, Debug)]
struct Tag(Range<usize>);

/// The start tags of a page, comments aside. Good enough for pages that a theme wrote: what is missed is not refreshed
/// by itself, and a policy that is missed keeps the script out.
fn tags(html: &[u8]) -> impl Iterator<Item = Tag> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = html.get(at..)?;
            let open = at + rest.iter().position(|&byte| byte == b'<')?;
            if html.get(open..)?.starts_with(b"<!--") {
                at = open + place(html.get(open..)?, b"-->")? + 3;
                continue;
            }
            let mut quote = None;
            let length = html.get(open..)?.iter().position(|&byte| {
                match quote {
                    None if byte == b'"' || byte == b'\'' => quote = Some(byte),
                    Some(own) if own == byte => quote = None,
                    _ => {}
                }
                quote.is_none() && byte == b'>'
            });
            // A quote in running text, after a stray `<`, is never closed.
            let Some(length) = length else {
                at = open + 1;
                continue;
            };
            let is_tag = html.get(open + 1).is_some_and(u8::is_ascii_alphabetic);
            at = if is_tag { open + length + 1 } else { open + 1 };
            if is_tag {
                return Some(Tag(open + 1..open + length));
            }
        }
    })
}

impl Tag {
    fn name<'a>(&self, html: &'a [u8]) -> &'a [u8] {
        let tag = html.get(self.0.clone()).unwrap_or_default();
        tag.split(|byte| !byte.is_ascii_alphanumeric()).next().unwrap_or_default()
    }

    /// Where the value of an attribute stands.
    fn attribute(&self, html: &[u8], wanted: &[u8]) -> Option<Range<usize>> {
        let mut at = self.0.start + self.name(html).len();
        let end = self.0.end;
        let until = |at: usize, stop: &dyn Fn(u8) -> bool| {
            html.get(at..end).and_then(|rest| rest.iter().position(|&byte| stop(byte))).map_or(end, |n| at + n)
        };
        while at < end {
            let start = until(at, &|byte| !byte.is_ascii_whitespace() && byte != b'/');
            let name_end = until(start, &|byte| byte.is_ascii_whitespace() || byte == b'=');
            let equals = until(name_end, &|byte| !byte.is_ascii_whitespace());
            let value = if html.get(equals) == Some(&b'=') && equals < end {
                let value = until(equals + 1, &|byte| !byte.is_ascii_whitespace());
                match html.get(value).copied() {
                    Some(quote @ (b'"' | b'\'')) if value < end => value + 1..until(value + 1, &|byte| byte == quote),
                    _ => value..until(value, &|byte| byte.is_ascii_whitespace()),
                }
            } else {
                name_end..name_end
            };
            if start < name_end && html.get(start..name_end)?.eq_ignore_ascii_case(wanted) {
                return Some(value);
            }
            at = value.end.max(name_end).max(start) + 1;
        }
        None
    }
}

fn place(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn last_place(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).rposition(|window| window.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn served(html: &str) -> String {
        String::from_utf8(live(html.as_bytes(), "v", "", "")).unwrap()
    }

    const ADDED: &str = "<script src=\"/__framdrift/live.js\" data-version=\"v\"></script>\n";

    #[test]
    fn the_script_stands_last_in_the_body() {
        assert_eq!(served("<body>a</BODY></html>"), format!("<body>a{ADDED}</BODY></html>"));
        assert_eq!(served("<p>a"), format!("<p>a{ADDED}"));
        assert_eq!(served(""), ADDED);
    }

    #[test]
    fn the_policy_lets_the_script_run_and_listen() {
        for (policy, loose) in [
            (
                "default-src 'none'; style-src 'self'",
                "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'",
            ),
            ("script-src 'self' https://a.example", "script-src 'self' https://a.example"),
            ("SCRIPT-SRC 'none';", "script-src 'self'"),
            (
                "default-src https:; connect-src 'none'",
                "default-src https:; script-src https: 'self'; connect-src 'self'",
            ),
            ("script-src 'none'; script-src-elem 'none'", "script-src 'none'; script-src-elem 'self'"),
            ("img-src 'self'", "img-src 'self'"),
        ] {
            assert_eq!(loosened(policy), loose);
        }
    }

    #[test]
    fn the_policy_is_found_however_it_is_written() {
        for (before, after) in [
            ("<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">"),
            ("<META content='", "' http-equiv = content-security-policy />"),
            (
                "<!-- <meta> ' --><p title=\"a>b\">1 < 2 & 'x</p><meta name=a http-equiv=\"content-security-policy\"\ncontent=\"",
                "\">",
            ),
        ] {
            let page = served(&format!("{before}default-src 'self'{after}</body>").replace("'self''", "x'"));
            assert!(page.contains("script-src"), "{page}");
        }
        let untouched = "<!--<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">-->";
        assert_eq!(served(untouched), format!("{untouched}{ADDED}"));
    }

    #[test]
    fn the_built_in_theme_lets_the_script_run() {
        let html = include_str!("../../themes/default/base.html");
        assert_eq!(policies(html.as_bytes()).len(), 1);
        assert!(served(html).contains("; script-src 'self'; connect-src 'self'\">"));
    }

    #[test]
    fn a_version_follows_all_that_a_page_shows() {
        let files = |picture: &str, style: &str, page: &str| {
            let files = [
                ("a/index.html", page),
                ("bild.png", picture),
                ("other.png", "o"),
                ("assets/style.css", style),
                ("data.json", picture),
            ];
            Site::new(files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into(), "/")
        };
        let page = "<p>x</p><img alt src=../bild.png>";
        let first = version(&files("1", "1", page), "a/index.html");
        assert_eq!(first, version(&files("1", "1", page), "a/index.html"));
        for (picture, style, page) in [("2", "1", page), ("1", "2", page), ("1", "1", "<p>y</p>")] {
            assert_ne!(first, version(&files(picture, style, page), "a/index.html"));
        }
        let without = |picture: &str| version(&files(picture, "1", "<p>x</p>"), "a/index.html");
        assert_eq!(without("1"), without("2"), "what a page does not show is nothing to it");
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_served(bytes in prop::collection::vec(prop::sample::select(b"<>!-'\"= /metahp-quivcons \xff".to_vec()), 0..80)) {
            let page = live(&bytes, "v", "", "");
            prop_assert!(place(&page, SCRIPT_PATH.as_bytes()).is_some());
        }
    }
}
