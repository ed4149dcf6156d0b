//! What a client asked in, what it is answered out; no network here.
//!
//! Everything is answered from the site in memory. The rules stand in order: who asks, how, for what.

use std::fmt::Write as _;
use std::net::IpAddr;
use std::ops::Range;
use std::sync::Arc;

use super::page::{self, EVENTS_PATH, SCRIPT, SCRIPT_PATH};
use super::path::{Found, decoded, resolve};
use super::{Shown, Site};
use crate::host::{HTML, media_type};

/// A request, as far as it matters.
#[derive(Clone, Debug, Default)]
pub(super) struct Asked<'a> {
    pub(super) method: &'a str,
    /// The path as it was sent.
    pub(super) path: &'a str,
    pub(super) query: Option<&'a str>,
    /// Every host that the client says it means: the header's, and the address's own if it has one.
    pub(super) hosts: Vec<&'a [u8]>,
    pub(super) origin: Option<&'a [u8]>,
    pub(super) range: Option<&'a str>,
    /// What the browser keeps for us.
    pub(super) cookies: Vec<&'a str>,
    pub(super) content_type: Option<&'a str>,
}

/// What is answered, besides the headers that every answer has.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Body,
}

/// What follows the headers.
#[derive(Debug)]
pub(super) enum Body {
    /// Bytes that were made for this answer.
    Made(Vec<u8>),
    /// A part of a file of the site.
    Part { site: Arc<Site>, path: String, range: Range<usize> },
    /// What is shown on the page at this path, now and whenever it changes.
    Events { page: String },
}

impl Body {
    /// In bytes; `None` when nobody knows.
    pub(super) fn length(&self) -> Option<usize> {
        match self {
            Self::Made(bytes) => Some(bytes.len()),
            Self::Part { range, .. } => Some(range.len()),
            Self::Events { .. } => None,
        }
    }
}

/// The headers of every answer. No other site is let in by them, nothing is kept, and nothing is taken for what it is
/// not.
pub(super) const HEADERS: &[(&str, &str)] = &[
    ("cache-control", "no-store"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-resource-policy", "same-origin"),
];

/// Where the server stands: what a client may call it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Door {
    pub(super) address: IpAddr,
    pub(super) port: u16,
}

impl Door {
    /// Whether a client that means this host means us. Another site can give its own name our address (DNS rebinding);
    /// then its name stands here. It can't give itself a number.
    pub(super) fn is_called(self, host: &[u8]) -> bool {
        let Ok(host) = std::str::from_utf8(host) else { return false };
        let (name, port) = match host.rsplit_once(':') {
            Some((name, port)) if !port.contains(']') => (name, port),
            _ => (host, "80"),
        };
        if port.parse() != Ok(self.port) || port.starts_with(['+', '0']) {
            return false;
        }
        if name.eq_ignore_ascii_case("localhost") {
            return true;
        }
        let number: Option<IpAddr> = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            Some(name) => name.parse().ok().map(IpAddr::V6),
            None => name.parse().ok().map(IpAddr::V4),
        };
        number.is_some_and(|number| number.is_loopback() || number == self.address || self.address.is_unspecified())
    }
}

/// Answers a request from what is shown now; `None` when it is about a page that is still being made, which is then made
/// next.
pub(super) fn answer(asked: &Asked<'_>, shown: &Shown, door: Door) -> Option<Answer> {
    stranger(asked, door).or_else(|| refusal(asked)).or_else(|| allowed(asked, shown))
}

/// What is answered to one who means another host, or comes from another site.
pub(super) fn stranger(asked: &Asked<'_>, door: Door) -> Option<Answer> {
    let host = match asked.hosts.as_slice() {
        [] => return Some(text(400, "This request names no host.")),
        hosts if !hosts.iter().all(|host| door.is_called(host)) => {
            return Some(text(403, "This server answers only by its own address."));
        }
        hosts if hosts.windows(2).any(|pair| !pair[0].eq_ignore_ascii_case(pair[1])) => {
            return Some(text(400, "This request names two hosts."));
        }
        hosts => hosts[0],
    };
    if let Some(origin) = asked.origin
        && !origin.strip_prefix(b"http://").is_some_and(|own| own.eq_ignore_ascii_case(host))
    {
        return Some(text(403, "This server answers no other site."));
    }
    None
}

/// What is answered to one who wants more than to read.
fn refusal(asked: &Asked<'_>) -> Option<Answer> {
    if !matches!(asked.method, "GET" | "HEAD") {
        return Some(with(text(405, "Only GET and HEAD."), "allow", "GET, HEAD"));
    }
    None
}

fn allowed(asked: &Asked<'_>, shown: &Shown) -> Option<Answer> {
    match asked.path {
        SCRIPT_PATH => Some(made(200, "text/javascript; charset=utf-8", SCRIPT.into())),
        EVENTS_PATH => {
            let page = asked.query.and_then(|query| query.strip_prefix("page=")).and_then(decoded);
            let Some(page) = page.and_then(|page| String::from_utf8(page).ok()) else {
                return Some(text(400, "Which page?"));
            };
            Some(Answer {
                status: 200,
                headers: vec![("content-type", "text/event-stream".to_owned())],
                body: Body::Events { page },
            })
        }
        path => from_site(asked, path, shown),
    }
}

fn from_site(asked: &Asked<'_>, path: &str, shown: &Shown) -> Option<Answer> {
    let Some(site) = &shown.site else {
        let page = page::live(shown.waiting().as_bytes(), WAITING, "", "");
        return Some(with(made(503, HTML, page), "content-security-policy", WAITING_POLICY));
    };
    Some(match find(path, site)? {
        Found::File(path) => file(asked, site, path),
        Found::Elsewhere(to) => {
            let query = asked.query.map_or_else(String::new, |query| format!("?{query}"));
            with(text(307, "See the other address."), "location", &format!("{}{query}", encoded(&to)))
        }
        Found::Nothing(below) => missing(site, &below.unwrap_or_default()),
        Found::Refused => text(400, "No file can have this address."),
    })
}

/// What a path means; `None` when that, or the page that it means, is not there yet.
fn find(path: &str, site: &Site) -> Option<Found> {
    let found = resolve(path, &site.root, |path| site.has(path));
    let waits = match &found {
        Found::File(path) => site.waits_for(path),
        Found::Nothing(_) if !site.is_complete() => true,
        Found::Nothing(below) => {
            missing_page(site, below.as_deref().unwrap_or_default()).is_some_and(|path| site.waits_for(&path))
        }
        Found::Elsewhere(_) | Found::Refused => false,
    };
    (!waits).then_some(found)
}

/// The version of the page that stands there before there is a site.
const WAITING: &str = "";

/// What the page that stands there before there is a site may do.
const WAITING_POLICY: &str =
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/// What the script of the page at this path is told; `None` when the page is still being made.
pub(super) fn event(path: &str, shown: &Shown) -> Option<String> {
    let Some(site) = &shown.site else { return Some(shown.event(None)) };
    let version = match find(path, site)? {
        Found::File(path) => page::version(site, &path),
        Found::Elsewhere(to) => format!("to {to}"),
        Found::Nothing(below) => missing_version(site, &below.unwrap_or_default()),
        Found::Refused => "refused".to_owned(),
    };
    Some(shown.event(Some(&version)))
}

fn file(asked: &Asked<'_>, site: &Arc<Site>, path: String) -> Answer {
    let media_type = media_type(&path);
    let bytes = site.file(&path).unwrap_or_default();
    let body = if media_type == HTML {
        site.note(&path);
        Body::Made(page::live(bytes, &page::version(site, &path), &site.drafts, &site.form_of(&path)))
    } else {
        let range = 0..bytes.len();
        Body::Part { site: Arc::clone(site), path, range }
    };
    let length = body.length().unwrap_or_default();
    let whole = Answer {
        status: 200,
        headers: vec![("content-type", media_type.to_owned()), ("accept-ranges", "bytes".to_owned())],
        body,
    };
    let wanted = asked.range.filter(|_| asked.method == "GET").map_or(Wanted::Whole, |range| wanted(range, length));
    match wanted {
        Wanted::Whole => whole,
        Wanted::Part(part) => {
            let told = format!("bytes {}-{}/{length}", part.start, part.end - 1);
            let body = match whole.body {
                Body::Made(mut bytes) => {
                    bytes.truncate(part.end);
                    Body::Made(bytes.split_off(part.start))
                }
                Body::Part { site, path, .. } => Body::Part { site, path, range: part },
                events @ Body::Events { .. } => events,
            };
            with(Answer { status: 206, headers: whole.headers, body }, "content-range", &told)
        }
        Wanted::Beyond => with(text(416, "The file is shorter."), "content-range", &format!("bytes */{length}")),
    }
}

/// What a `Range` header asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wanted {
    Whole,
    /// Never empty.
    Part(Range<usize>),
    Beyond,
}

/// One range is given; several, and what is no range, are the whole file, as the standard lets a server choose.
fn wanted(header: &str, length: usize) -> Wanted {
    let Some((unit, spec)) = header.split_once('=') else { return Wanted::Whole };
    let Some((first, last)) = spec.trim().split_once('-') else { return Wanted::Whole };
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !unit.trim().eq_ignore_ascii_case("bytes") || !is_number(first) || !is_number(last) {
        return Wanted::Whole;
    }
    // A number that is too large to be held is beyond every file.
    let number = |text: &str| text.parse().unwrap_or(usize::MAX);
    match (first, last) {
        ("", "") => Wanted::Whole,
        ("", last) if number(last) == 0 || length == 0 => Wanted::Beyond,
        ("", last) => Wanted::Part(length - number(last).min(length)..length),
        (first, last) if !last.is_empty() && number(last) < number(first) => Wanted::Whole,
        (first, _) if number(first) >= length => Wanted::Beyond,
        (first, "") => Wanted::Part(number(first)..length),
        (first, last) => Wanted::Part(number(first)..number(last).saturating_add(1).min(length)),
    }
}

/// The site's own page for wrong addresses: that of the nearest folder that has one.
fn missing(site: &Site, below: &str) -> Answer {
    match missing_page(site, below) {
        Some(path) => {
            let html = site.file(&path).unwrap_or_default();
            made(404, HTML, page::live(html, &missing_version(site, below), &site.drafts, ""))
        }
        None => text(404, "There is no such page."),
    }
}

fn missing_page(site: &Site, below: &str) -> Option<String> {
    let mut folder = below;
    loop {
        folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = if folder.is_empty() { "404.html".to_owned() } else { format!("{folder}/404.html") };
        if site.has(&path) {
            return Some(path);
        }
        if folder.is_empty() {
            return None;
        }
    }
}

fn missing_version(site: &Site, below: &str) -> String {
    format!("missing {}", missing_page(site, below).map_or_else(String::new, |path| page::version(site, &path)))
}

/// An address as a header may hold it.
fn encoded(address: &str) -> String {
    let mut text = String::with_capacity(address.len());
    for byte in address.bytes() {
        // What the address has been sent with stays as it is; control characters have been refused.
        if byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte) {
            text.push(char::from(byte));
        } else {
            write!(text, "%{byte:02X}").expect("a String takes all that is written to it");
        }
    }
    text
}

pub(super) fn made(status: u16, media_type: &str, bytes: Vec<u8>) -> Answer {
    Answer { status, headers: vec![("content-type", media_type.to_owned())], body: Body::Made(bytes) }
}

/// What is answered when the server stops before there is an answer.
pub(super) fn stopping() -> Answer {
    text(503, "The server stops.")
}

pub(super) fn text(status: u16, line: &str) -> Answer {
    made(status, "text/plain; charset=utf-8", format!("{line}\n").into_bytes())
}

pub(super) fn with(mut answer: Answer, name: &'static str, value: &str) -> Answer {
    answer.headers.push((name, value.to_owned()));
    answer
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_are_ours() {
        let door = Door { address: [127, 0, 0, 1].into(), port: 8080 };
        for own in ["127.0.0.1:8080", "localhost:8080", "LocalHost:8080", "[::1]:8080", "127.0.0.2:8080"] {
            assert!(door.is_called(own.as_bytes()), "{own}");
        }
        let others = [
            "evil.example",
            "evil.example:8080",
            "127.0.0.1",
            "127.0.0.1:80",
            "127.0.0.1:08080",
            "127.0.0.1:+8080",
            "localhost.:8080",
            "localhost.evil.example:8080",
            "127.0.0.1.evil.example:8080",
            "192.168.1.2:8080",
            "",
            ":8080",
            "[::1]",
            "::1:8080",
            "[127.0.0.1]:8080",
            "127.1:8080",
            "0x7f000001:8080",
            "2130706433:8080",
            "127.0.0.1:8080:8080",
            "a@127.0.0.1:8080",
            "0.0.0.0:8080",
            "127.0.0.1:8080 ",
            "127.0.0.1:8080/",
        ];
        for other in others {
            assert!(!door.is_called(other.as_bytes()), "{other}");
        }
        assert!(Door { port: 80, ..door }.is_called(b"localhost"));
        let open = Door { address: [0, 0, 0, 0].into(), port: 8080 };
        assert!(open.is_called(b"192.168.1.2:8080") && !open.is_called(b"evil.example:8080"));
        let named = Door { address: [192, 168, 1, 2].into(), port: 8080 };
        assert!(named.is_called(b"192.168.1.2:8080") && !named.is_called(b"192.168.1.3:8080"));
    }

    #[test]
    fn a_range_is_a_part_of_the_file() {
        for (header, expected) in [
            ("bytes=0-0", Wanted::Part(0..1)),
            ("bytes=2-", Wanted::Part(2..10)),
            ("Bytes = 2-400", Wanted::Part(2..10)),
            ("bytes=-3", Wanted::Part(7..10)),
            ("bytes=-30", Wanted::Part(0..10)),
            ("bytes=0-99999999999999999999999", Wanted::Part(0..10)),
            ("bytes=10-", Wanted::Beyond),
            ("bytes=99999999999999999999999-", Wanted::Beyond),
            ("bytes=-0", Wanted::Beyond),
            ("bytes=3-2", Wanted::Whole),
            ("bytes=0-1,3-4", Wanted::Whole),
            ("bytes=-", Wanted::Whole),
            ("bytes=a-b", Wanted::Whole),
            ("bytes", Wanted::Whole),
            ("lines=0-1", Wanted::Whole),
        ] {
            assert_eq!(wanted(header, 10), expected, "{header}");
        }
        assert_eq!(wanted("bytes=0-", 0), Wanted::Beyond);
        assert_eq!(wanted("bytes=-1", 0), Wanted::Beyond);
    }

    #[test]
    fn an_address_fits_in_a_header() {
        assert_eq!(encoded("/mål/a%20b/"), "/m%C3%A5l/a%20b/");
    }
}
