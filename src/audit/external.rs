//! What a site links to elsewhere: where in `content/` it is written, and what the answers of those servers mean for it.
//! Asking them is `fetch`'s.

use std::collections::{BTreeMap, BTreeSet};

use super::Scan;
use crate::diag::{Diagnostic, Diagnostics, Fill, code};
use crate::files::{Files, Span};

/// An address elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct External {
    /// The whole address, without what stands after `#`.
    pub address: String,
    /// Where it is written in `content/`; empty when the program or the theme wrote it.
    pub places: Vec<Span>,
    /// The pages that it is on, by address.
    pub pages: Vec<String>,
}

/// What a server said of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// There is a page.
    Found,
    /// There is one, at another address, for good.
    Moved(String),
    /// There is none: the status of the answer.
    Gone(u16),
    /// There is no server of that name.
    NoServer,
    /// Nobody knows: the status of the answer, such as one that asks who you are.
    Status(u16),
    /// No answer within so many seconds.
    Late(u64),
    /// The address is one of the network that the program runs in, and was not asked.
    Private,
    /// Nobody knows, for this reason in the system's words.
    Failed(String),
}

impl Answer {
    /// Whether there is no such page.
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Gone(_) | Self::NoServer)
    }

    /// Whether nobody knows.
    pub fn is_unsure(&self) -> bool {
        matches!(self, Self::Status(_) | Self::Late(_) | Self::Private | Self::Failed(_))
    }
}

/// All addresses elsewhere that these pages (address, what is on it) link to, in order. `own` is the site's address.
pub fn external<'a>(
    pages: impl IntoIterator<Item = (&'a str, &'a Scan)>,
    own: Option<&str>,
    files: &Files,
) -> Vec<External> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (page, scan) in pages {
        for link in scan.links.iter() {
            let link = link.split('#').next().unwrap_or(link);
            if is_elsewhere(link, own) {
                found.entry(link).or_default().insert(page);
            }
        }
    }
    let mut places = written(&found.keys().copied().collect(), files);
    let all = found.into_iter().map(|(address, pages)| External {
        address: address.to_owned(),
        places: places.remove(address).unwrap_or_default(),
        pages: pages.into_iter().map(str::to_owned).collect(),
    });
    all.collect()
}

/// Whether a link leads to another site on the web.
fn is_elsewhere(link: &str, own: Option<&str>) -> bool {
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| link.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme)));
    let is_own =
        own.and_then(|own| link.strip_prefix(own)).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    is_web && !is_own
}

/// Where in `content/` these addresses are written.
fn written<'a>(addresses: &BTreeSet<&'a str>, files: &Files) -> BTreeMap<&'a str, Vec<Span>> {
    let mut places: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for (id, _) in files.under("content/") {
        let text = files.text(id);
        for (start, _) in text.match_indices("http") {
            let rest = text.get(start..).unwrap_or_default();
            let end = rest.find(|c: char| c.is_whitespace() || "<>\"'`|#".contains(c)).unwrap_or(rest.len());
            let mut written = rest.get(..end).unwrap_or_default();
            // What stands after an address in a text, such as a bracket or a full stop, may be a part of it or not.
            while !written.is_empty() {
                if let Some(address) = addresses.get(written) {
                    places.entry(address).or_default().push(Span::new(id, start..start + written.len()));
                    break;
                }
                let Some(last) = written.chars().last().filter(|c| !c.is_alphanumeric() && *c != '/') else { break };
                written = written.get(..written.len() - last.len_utf8()).unwrap_or_default();
            }
        }
    }
    places
}

/// Reports the addresses that can't be reached any more, where they are written.
pub fn unreachable(external: &[External], answers: &BTreeMap<String, Answer>, diagnostics: &mut Diagnostics) {
    for External { address, places, pages } in external {
        let Some(answer) = answers.get(address) else { continue };
        let status = |status: &u16| ("status", Fill::from(status.to_string()));
        let (rule, fills) = match answer {
            Answer::Found => continue,
            Answer::Moved(to) => (&code::EXTERNAL_MOVED, vec![("to", Fill::from(to.as_str()))]),
            Answer::Gone(own) => (&code::EXTERNAL_GONE, vec![("why", "status".into()), status(own)]),
            Answer::NoServer => (&code::EXTERNAL_GONE, vec![("why", "server".into()), ("status", "".into())]),
            Answer::Status(own) => (&code::EXTERNAL_UNKNOWN, vec![("why", "status".into()), status(own)]),
            Answer::Late(seconds) => {
                (&code::EXTERNAL_UNKNOWN, vec![("why", "late".into()), ("seconds", (*seconds).into())])
            }
            Answer::Private => (&code::EXTERNAL_UNKNOWN, vec![("why", "private".into())]),
            Answer::Failed(reason) => {
                (&code::EXTERNAL_UNKNOWN, vec![("why", "failed".into()), ("reason", reason.as_str().into())])
            }
        };
        let filled = |mut diagnostic: Diagnostic| {
            // A message that chooses among its words needs all that any of them says.
            for (name, fill) in [("status", Fill::from("")), ("seconds", Fill::Count(0)), ("reason", Fill::from(""))] {
                if rule.code == code::EXTERNAL_UNKNOWN.code && !fills.iter().any(|(own, _)| *own == name) {
                    diagnostic = diagnostic.with(name, fill);
                }
            }
            for (name, fill) in &fills {
                diagnostic = diagnostic.with(name, fill.clone());
            }
            diagnostic.with("link", address.as_str())
        };
        for place in places {
            diagnostics.report(filled(Diagnostic::new(rule, *place)));
        }
        if places.is_empty() {
            let page = pages.first().map_or("", String::as_str);
            diagnostics.report(filled(Diagnostic::nowhere(rule)).with("page", format!("/{page}")).hint("page"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_where_it_is_written() {
        let text = "---\nurl: https://a.example/x?y=1&z=2\n---\n[A](https://a.example/x?y=1&z=2#del) och (https://b.example/b_(c)).\n";
        let files = Files::from_memory([("content/goals/a.md", text)]);
        let page = Scan::of(
            "<a href='https://a.example/x?y=1&amp;z=2'>A</a><a href='https://a.example/x?y=1&amp;z=2#del'>A</a>\
             <a href='https://b.example/b_(c)'>B</a><a href='HTTP://c.example'>C</a><a href='mailto:a@b.example'>D</a>\
             <a href='../'>E</a><a href='https://plan.example/mal/'>F</a><a href='https://plan.example.org/'>G</a>",
        );
        let found = external([("mal/a/", &page)], Some("https://plan.example"), &files);
        let file = files.find("content/goals/a.md").unwrap();
        let told: Vec<(&str, Vec<(usize, usize)>)> = found
            .iter()
            .map(|own| {
                let at = |span: &Span| (files.position(*span).line, files.position(*span).column);
                assert!(own.places.iter().all(|span| span.file == file && own.pages == ["mal/a/"]));
                (own.address.as_str(), own.places.iter().map(at).collect())
            })
            .collect();
        assert_eq!(
            told,
            [
                ("HTTP://c.example", vec![]),
                ("https://a.example/x?y=1&z=2", vec![(2, 6), (4, 5)]),
                ("https://b.example/b_(c)", vec![(4, 43)]),
                ("https://plan.example.org/", vec![]),
            ]
        );
    }
}
