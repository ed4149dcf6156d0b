//! The address of a link or picture as Markdown gives it in, what it leads to out, or why it may not stand.
//!
//! An address is let through only when it has one of the known forms; everything else is refused. So there is no list
//! of dangerous schemes to keep: `javascript:`, however it is spelt, has none of the forms. Kept out: whether what it
//! leads to exists (`check`).

use crate::diag::{Rule, code};
use crate::model::{Choice as _, Kind, LinkUse, PlanChart};
use crate::words::nearest;

use super::value::mention;

/// Where a link is meant to lead.
#[derive(Clone, Debug, PartialEq)]
pub enum Destination {
    /// `initiative:id`, perhaps with a `#fragment`: a thing of the plan.
    Entity(Kind, String, Option<String>),
    /// `chart:states`: a chart of the whole plan.
    Chart(PlanChart),
    /// `#id`: a heading of the same text.
    Fragment(String),
    /// `/bilder/x.png` or `bilder/x.png`: a file below `content/static/`, without the slash.
    File(String),
    /// An address with an allowed scheme (http, https, mailto, tel), as written.
    Web(String),
    /// Anything that may not be linked to; it has been reported, and what it says is shown without a link.
    Refused,
}

/// The schemes that a link may have.
pub const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// The kinds of things that there is a chart of.
const CHARTED: &[Kind] =
    &[Kind::Indicator, Kind::Goal, Kind::Area, Kind::Role, Kind::Unit, Kind::Initiative, Kind::Forum];

/// Ends of addresses that are more likely a web site than a file.
const TOP_DOMAINS: &[&str] = &["se", "com", "org", "net", "eu", "nu", "fi", "no", "dk", "info", "gov"];

/// Why an address may not stand.
#[derive(Debug, PartialEq)]
pub(super) struct Problem {
    /// The rule it breaks.
    pub(super) rule: &'static Rule,
    /// A further hint: an attribute of the rule's message.
    pub(super) hint: Option<&'static str>,
    /// What may have been meant.
    pub(super) nearest: Option<String>,
}

/// What `written` leads to: an address after Markdown's own escapes and character references were undone.
pub(super) fn read(written: &str, used: LinkUse) -> Result<Destination, Problem> {
    let address = written.trim_matches(' ');
    if address.chars().any(is_hidden) {
        return Err(scheme("hidden"));
    }
    let found = classify(address)?;
    match (used, &found) {
        (LinkUse::Link, Destination::Chart(_)) => {
            Err(Problem { rule: &code::NO_CHART, hint: Some("link"), nearest: None })
        }
        (LinkUse::Image, Destination::Entity(kind, ..)) if !CHARTED.contains(kind) => {
            Err(Problem { rule: &code::NO_CHART, hint: None, nearest: None })
        }
        (LinkUse::Image, Destination::File(_) | Destination::Entity(..) | Destination::Chart(_))
        | (LinkUse::Link, _) => Ok(found),
        (LinkUse::Image | LinkUse::Chart, _) => Err(Problem { rule: &code::IMAGE_ADDRESS, hint: None, nearest: None }),
    }
}

fn classify(address: &str) -> Result<Destination, Problem> {
    if address.is_empty() || address == "#" {
        return Err(form("empty"));
    }
    if let Some(fragment) = address.strip_prefix('#') {
        return Ok(Destination::Fragment(decoded(fragment).unwrap_or_else(|| fragment.to_owned())));
    }
    if address.starts_with("//") {
        return Err(scheme("protocol"));
    }
    let (before, fragment) = match address.split_once('#') {
        Some((before, fragment)) => (before, (!fragment.is_empty()).then(|| fragment.to_owned())),
        None => (address, None),
    };
    let plain = decoded(before).unwrap_or_else(|| before.to_owned());
    if let Some((kind, id)) = mention(&plain) {
        return Ok(Destination::Entity(kind, id.to_owned(), fragment));
    }
    let head = address.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((start, _)) = head.split_once(':') else {
        return file(address);
    };
    if let Some((_, name)) = plain.split_once(':').filter(|(kind, _)| is_chart(kind)) {
        return PlanChart::parse(name).map(Destination::Chart).ok_or_else(|| {
            let all = PlanChart::ALL.iter().flat_map(|(_, name)| [name.sv, name.en]);
            let near = nearest(name, all).map(|near| format!("{start}:{near}"));
            Problem { rule: &code::NO_CHART, hint: None, nearest: near }
        });
    }
    if is_web(address) {
        return Ok(Destination::Web(address.to_owned()));
    }
    if SCHEMES.contains(&start.to_lowercase().as_str()) {
        return Err(form("incomplete"));
    }
    let kinds = Kind::ALL.iter().flat_map(|(_, name)| [name.en, name.sv]);
    let meant = plain.split_once(':').and_then(|(start, rest)| Some((nearest(start, kinds)?, rest.trim())));
    let meant = meant.filter(|(_, rest)| !rest.is_empty() && !rest.starts_with('/'));
    Err(Problem {
        rule: &code::BAD_SCHEME,
        hint: None,
        nearest: meant.map(|(kind, rest)| format!("{kind}:{}", rest.replace(' ', "-"))),
    })
}

/// Whether an address names something of the plan, or a chart, rather than a file or a place on the web.
pub(super) fn is_of_plan(address: &str) -> bool {
    address.split_once(':').is_some_and(|(kind, _)| Kind::parse(kind).is_some() || is_chart(kind))
}

fn is_chart(kind: &str) -> bool {
    [PlanChart::NAME.en, PlanChart::NAME.sv].contains(&kind.trim().to_lowercase().as_str())
}

/// Whether `address` is a whole address with one of the [`SCHEMES`] and no character that can't be seen.
pub(crate) fn is_web(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once(':') else { return false };
    let scheme = scheme.to_ascii_lowercase();
    let whole = match scheme.as_str() {
        "http" | "https" => {
            rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with(['/', '\\', '?', '#']))
        }
        _ => !rest.is_empty(),
    };
    whole && SCHEMES.contains(&scheme.as_str()) && !address.chars().any(is_hidden)
}

/// A path without a scheme: a file of the plan when it has an extension, else something that has another form.
fn file(address: &str) -> Result<Destination, Problem> {
    if address.contains('\\') {
        return Err(form("backslash"));
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = decoded(path).filter(|path| !path.contains('\\') && !path.chars().any(is_hidden));
    let path = path.ok_or_else(|| scheme("hidden"))?;
    let mut parts: Vec<&str> = Vec::new();
    let mut climbed = false;
    for part in path.split('/').map(str::trim) {
        match part {
            "" | "." => {}
            ".." => climbed |= parts.pop().is_none(),
            part => parts.push(part),
        }
    }
    // Editors' previews want `../static/x.png`, as the file lies in the folder.
    if climbed && parts.first() == Some(&"static") {
        parts.remove(0);
    }
    let (first, last) = (parts.first().copied().unwrap_or_default(), parts.last().copied().unwrap_or_default());
    let extension = last.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, extension)| extension);
    if parts.len() == 1 && first.contains('@') {
        return Err(form("mail"));
    }
    let domain = first.rsplit_once('.').is_some_and(|(_, end)| TOP_DOMAINS.contains(&end.to_lowercase().as_str()));
    if !path.starts_with('/') && (domain || first.to_lowercase().starts_with("www.")) {
        return Err(form("web"));
    }
    match extension {
        Some(extension) if extension.eq_ignore_ascii_case("md") => Err(form("page")),
        Some(extension) if !extension.is_empty() && extension.chars().all(char::is_alphanumeric) => {
            if address.contains(['?', '#']) {
                return Err(form("tail"));
            }
            Ok(Destination::File(parts.join("/")))
        }
        _ => Err(form("page")),
    }
}

fn scheme(hint: &'static str) -> Problem {
    Problem { rule: &code::BAD_SCHEME, hint: Some(hint), nearest: None }
}

fn form(hint: &'static str) -> Problem {
    Problem { rule: &code::LINK_FORM, hint: Some(hint), nearest: None }
}

/// Characters that have no place in an address: they can't be seen, and browsers take some of them away.
pub(super) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// `text` with `%20` and its like undone; none when that is no UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let digit = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        if byte == b'%'
            && let (Some(high), Some(low)) = (digit(ahead.next()), digit(ahead.next()))
        {
            bytes.push(high * 16 + low);
            rest = ahead;
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(address: &str) -> Result<Destination, (&'static str, Option<&'static str>)> {
        read(address, LinkUse::Link).map_err(|problem| (problem.rule.code, problem.hint))
    }

    #[test]
    fn each_form_leads_to_its_kind() {
        let entity = |kind, id: &str, fragment: Option<&str>| {
            Ok(Destination::Entity(kind, id.to_owned(), fragment.map(str::to_owned)))
        };
        assert_eq!(link("initiative:e-tjanst"), entity(Kind::Initiative, "e-tjanst", None));
        assert_eq!(link("mål:skola#varför"), entity(Kind::Goal, "skola", Some("varför")));
        assert_eq!(link("m%C3%A5l:skola"), entity(Kind::Goal, "skola", None));
        assert_eq!(link("report:2026-T1/skola"), entity(Kind::Report, "2026-T1/skola", None));
        assert_eq!(link("#vad-händer"), Ok(Destination::Fragment("vad-händer".to_owned())));
        for (address, path) in [
            ("/bilder/karta.png", "bilder/karta.png"),
            ("bilder/karta.png", "bilder/karta.png"),
            ("../static/bilder/min%20karta.png", "bilder/min karta.png"),
            ("./a/../../../b.pdf", "b.pdf"),
            ("static/x.png", "static/x.png"),
        ] {
            assert_eq!(link(address), Ok(Destination::File(path.to_owned())), "{address}");
        }
        for address in ["https://example.org/a?b#c", "HTTP://example.org", "mailto:a@example.org", "tel:+46701234567"] {
            assert_eq!(link(address), Ok(Destination::Web(address.to_owned())), "{address}");
        }
    }

    #[test]
    fn what_has_no_known_form_is_refused() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "ftp://example.org/x.pdf",
            "file:///etc/passwd",
            "java%73cript:alert(1)",
        ] {
            assert_eq!(link(address), Err(("FD405", None)), "{address}");
        }
        for address in
            ["java\tscript:alert(1)", "\u{1}javascript:alert(1)", "java\nscript:x", "\u{200b}x.png", "a%0a.png"]
        {
            assert_eq!(link(address), Err(("FD405", Some("hidden"))), "{address:?}");
        }
        assert_eq!(link("//example.org/x.js"), Err(("FD405", Some("protocol"))));
        for (address, hint) in [
            ("", "empty"),
            ("#", "empty"),
            ("bilder\\karta.png", "backslash"),
            ("/\\example.org", "backslash"),
            ("/mal/skola/", "page"),
            ("../goals/skola.md", "page"),
            ("skola", "page"),
            ("javascript%3Aalert(1)", "page"),
            ("www.boras.se/skola", "web"),
            ("boras.se", "web"),
            ("info@boras.se", "mail"),
            ("https:example.org", "incomplete"),
            ("http:///x", "incomplete"),
            ("mailto:", "incomplete"),
            ("beslut.pdf#page=3", "tail"),
        ] {
            assert_eq!(link(address), Err(("FD411", Some(hint))), "{address}");
        }
    }

    #[test]
    fn a_slip_in_the_kind_is_understood() {
        let problem = read("initativ:skola", LinkUse::Link).expect_err("no such kind");
        assert_eq!((problem.rule.code, problem.nearest.as_deref()), ("FD405", Some("initiativ:skola")));
    }

    #[test]
    fn a_picture_is_a_file_of_the_plan() {
        assert!(read("bilder/x.png", LinkUse::Image).is_ok());
        for address in ["https://example.org/x.png", "#x"] {
            assert_eq!(read(address, LinkUse::Image).expect_err("no file").rule.code, "FD412", "{address}");
        }
    }

    #[test]
    fn a_chart_is_of_something_that_there_is_one_of() {
        let chart = |address| read(address, LinkUse::Image).map_err(|problem| (problem.rule.code, problem.nearest));
        assert_eq!(chart("nyckeltal:x"), Ok(Destination::Entity(Kind::Indicator, "x".to_owned(), None)));
        assert_eq!(chart("diagram:läge"), Ok(Destination::Chart(PlanChart::States)));
        assert_eq!(chart("chart:States"), Ok(Destination::Chart(PlanChart::States)));
        assert_eq!(chart("diagram:lägen"), Err(("FD417", Some("diagram:läge".to_owned()))));
        assert_eq!(chart("beslut:x"), Err(("FD417", None)));
        let link = read("diagram:läge", LinkUse::Link).expect_err("it is shown, not followed");
        assert_eq!((link.rule.code, link.hint), ("FD417", Some("link")));
    }
}
