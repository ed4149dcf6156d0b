//! **audit**: the finished site in, what is wrong with it out.
//!
//! What every page's author believed is checked on what readers will get: links and the places they lead to, ids,
//! alternatives for pictures, words for links, headings. A finding points at the entity whose page it is on, so that even a slip of the theme
//! leads somewhere in `content/`. Kept out: what can be told from the source alone (`source`, `check`).

mod external;
mod names;
mod page;

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use rayon::prelude::*;

use crate::diag::{Diagnostic, Diagnostics, Fill, Rule, code};
use crate::files::{FileId, Span};

pub use external::{Answer, External, external, unreachable};
pub use page::Scan;

/// Where in `content/` things of the site come from.
#[derive(Clone, Copy, Debug)]
pub struct Origins<'a> {
    /// Pages, by address.
    pub pages: &'a BTreeMap<String, Span>,
    /// Links to a heading, by the address of its page and its id.
    pub headings: &'a BTreeMap<(String, String), Vec<Span>>,
}

/// Reports dead links and fragments, double ids, pictures without alternatives, links without words and headings that
/// skip a level. `files` are the paths of all files of
/// the site, with what was found on those that are pages; `root` is the path of the site's root on its host, with a slash
/// at both ends.
pub fn audit(files: &BTreeMap<&str, Option<&Scan>>, origins: &Origins<'_>, root: &str, diagnostics: &mut Diagnostics) {
    // The plan's own language has the root and the others a folder each: what is wrong in all is told of the first.
    let mut pages: Vec<(&str, &Scan)> = files.iter().filter_map(|(path, scan)| Some((*path, (*scan)?))).collect();
    pages.sort_by_key(|(path, _)| path.matches('/').count());
    // Asked for once a link: found by hash.
    let files: IndexMap<&str, Option<&Scan>> = files.iter().map(|(path, scan)| (*path, *scan)).collect();
    let dead: Vec<Vec<Dead<'_>>> = pages.par_iter().map(|(path, scan)| dead_links(path, scan, &files, root)).collect();
    let mut found = Found { origins, told: BTreeSet::new(), diagnostics };
    for ((path, scan), dead) in pages.into_iter().zip(dead) {
        found.page(path, scan, dead);
    }
}

/// A link that leads nowhere.
struct Dead<'a> {
    link: &'a str,
    /// The file that is there, and what it does not have; `None` when there is no such file.
    fragment: Option<(String, String)>,
}

/// The dead links of the page at `path`; `files` are the site's, with what those that are pages have.
fn dead_links<'a>(path: &str, scan: &'a Scan, files: &IndexMap<&str, Option<&Scan>>, root: &str) -> Vec<Dead<'a>> {
    let mut dead = Vec::new();
    for link in scan.links.iter() {
        match follow(path, link, root) {
            Target::Elsewhere => {}
            Target::Outside => dead.push(Dead { link, fragment: None }),
            Target::Inside { path: to, fragment } => match (files.get(to.as_str()), fragment) {
                (None, _) => dead.push(Dead { link, fragment: None }),
                (Some(Some(scan)), Some(fragment)) if !fragment.is_empty() && !scan.has(&fragment) => {
                    dead.push(Dead { link, fragment: Some((to, fragment)) });
                }
                _ => {}
            },
        }
    }
    dead
}

/// What was found so far.
struct Found<'a> {
    origins: &'a Origins<'a>,
    /// Code, place and what it is about: an entity's page in another language is likely to have the same fault.
    told: BTreeSet<(&'static str, FileId, u32, String)>,
    diagnostics: &'a mut Diagnostics,
}

impl Found<'_> {
    fn page(&mut self, path: &str, scan: &Scan, dead: Vec<Dead<'_>>) {
        for id in &scan.double_ids {
            self.report(&code::DOUBLE_ID, path, id, &[("id", id.as_str().into())]);
        }
        for n in 0..scan.pictures_without_alt {
            self.report(&code::IMAGE_WITHOUT_ALT, path, &n.to_string(), &[]);
        }
        for link in &scan.empty_links {
            self.report(
                &code::LINK_WITHOUT_WORDS,
                path,
                link.trim_start_matches("../"),
                &[("link", link.as_str().into())],
            );
        }
        // One that an author wrote has been told of where it stands, and may be shown on any page.
        let is_told = self.diagnostics.has(&code::HEADING_JUMP);
        for (above, level) in scan.heading_jumps.iter().filter(|_| !is_told) {
            let about = format!("{above} {level}");
            let count = |n: u8| Fill::Count(n.into());
            let fill = [("above", count(*above)), ("next", count(above + 1)), ("level", count(*level))];
            self.report(&code::PAGE_HEADING_JUMP, path, &about, &fill);
        }
        for Dead { link, fragment } in dead {
            if let Some((to, fragment)) = fragment {
                self.dead_fragment(path, link, &to, fragment);
            } else {
                let tail = link.trim_start_matches("../");
                self.report(&code::DEAD_LINK, path, tail, &[("link", (*link).into())]);
            }
        }
    }

    /// Reports a link to a heading that is not on the page at `to`: where it is written, if that is known.
    fn dead_fragment(&mut self, path: &str, link: &str, to: &str, fragment: String) {
        let own = self.origins.pages.get(address_of(path));
        let heading = (address_of(to).to_owned(), fragment);
        let written = self.origins.headings.get(&heading).map_or(&[][..], Vec::as_slice);
        let is_here = |span: &&Span| own.is_none_or(|own| own.file == span.file);
        let here: Vec<Span> = written.iter().filter(is_here).copied().collect();
        let fill = &[("link", (*link).into())][..];
        if here.is_empty() {
            // A text that stands on other pages than that of its file, or a slip of the theme.
            self.report_at(&code::DEAD_FRAGMENT, path, written.first().or(own), &heading.1, fill);
        }
        for span in &here {
            self.report_at(&code::DEAD_FRAGMENT, path, Some(span), &heading.1, fill);
        }
    }

    fn report(&mut self, rule: &'static Rule, path: &str, about: &str, fill: &[(&'static str, Fill)]) {
        self.report_at(rule, path, self.origins.pages.get(address_of(path)), about, fill);
    }

    fn report_at(
        &mut self,
        rule: &'static Rule,
        path: &str,
        origin: Option<&Span>,
        about: &str,
        fill: &[(&'static str, Fill)],
    ) {
        let address = address_of(path);
        if let Some(span) = origin
            && !self.told.insert((rule.code, span.file, span.start, about.to_owned()))
        {
            return;
        }
        let mut diagnostic = origin.map_or_else(|| Diagnostic::nowhere(rule), |span| Diagnostic::new(rule, *span));
        diagnostic = diagnostic.with("page", format!("/{address}"));
        for (name, text) in fill {
            diagnostic = diagnostic.with(name, text.clone());
        }
        self.diagnostics.report(diagnostic);
    }
}

/// The address of a page, by its path.
fn address_of(path: &str) -> &str {
    path.strip_suffix("index.html").unwrap_or(path)
}

/// Whether a browser shows the file at this path as a page.
pub fn is_html(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("html"))
}

/// Where a link leads.
#[derive(Debug, PartialEq, Eq)]
enum Target {
    /// Out on the web, or to a mailbox.
    Elsewhere,
    /// Above the site's root.
    Outside,
    /// To a file of the site.
    Inside { path: String, fragment: Option<String> },
}

/// Follows `link` from the page at `from`, as a browser would, on a host where the site lies at `root`.
fn follow(from: &str, link: &str, root: &str) -> Target {
    let (link, fragment) = match link.split_once('#') {
        Some((link, fragment)) => (link, Some(percent_decoded(fragment))),
        None => (link, None),
    };
    let link = link.split_once('?').map_or(link, |(link, _)| link);
    let scheme = link.split_once(':').is_some_and(|(scheme, _)| !scheme.contains('/'));
    if scheme || link.starts_with("//") {
        return Target::Elsewhere;
    }
    if link.is_empty() {
        return Target::Inside { path: from.to_owned(), fragment };
    }
    let (mut parts, below): (Vec<&str>, &str) = match (link.strip_prefix(root), link.starts_with('/')) {
        (Some(below), true) => (Vec::new(), below),
        (None, true) => return Target::Outside,
        _ => (from.split('/').collect(), link),
    };
    parts.pop();
    let decoded = percent_decoded(below);
    for part in decoded.split('/') {
        match part {
            "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Target::Outside;
                }
            }
            part => parts.push(part),
        }
    }
    // `a/..` and `a/.` are folders though they don't end in a slash.
    if matches!(decoded.rsplit('/').next(), Some("." | "..")) {
        parts.push("");
    }
    let mut path = parts.join("/");
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    Target::Inside { path, fragment }
}

/// `%C3%A5` → `å`; what is no such escape stays.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let hex = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        match (byte, hex(ahead.next()), hex(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                bytes.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_followed_as_a_browser_does() {
        let inside = |path: &str, fragment: Option<&str>| Target::Inside {
            path: path.to_owned(),
            fragment: fragment.map(str::to_owned),
        };
        let from = "mal/skola/index.html";
        let at_root = |from, link| follow(from, link, "/");
        assert_eq!(at_root(from, "../../initiativ/x/"), inside("initiativ/x/index.html", None));
        assert_eq!(at_root(from, "#a%20b"), inside(from, Some("a b")));
        assert_eq!(at_root(from, "./"), inside("mal/skola/index.html", None));
        assert_eq!(at_root(from, "../.."), inside("index.html", None));
        assert_eq!(at_root(from, "/data/plan.json"), inside("data/plan.json", None));
        assert_eq!(at_root(from, "bild%C3%A5.png?v=1"), inside("mal/skola/bildå.png", None));
        assert_eq!(at_root(from, "../../../"), Target::Outside);
        assert_eq!(at_root(from, "https://example.org/x"), Target::Elsewhere);
        assert_eq!(at_root(from, "mailto:a@b.example"), Target::Elsewhere);
        assert_eq!(at_root("index.html", "./"), inside("index.html", None));
        assert_eq!(follow(from, "/agenda/mal/", "/agenda/"), inside("mal/index.html", None));
        assert_eq!(follow(from, "/mal/", "/agenda/"), Target::Outside);
    }

    #[test]
    fn what_is_dead_double_or_unnamed_is_found() {
        let start = Scan::of("<a href='a/#x'>1</a><a href='a/#y'>2</a><a href='b/'>3</a><img src='p.png'>");
        let other = Scan::of("<h1 id=x>A</h1><p id=x>B</p>");
        let site = BTreeMap::from([("index.html", Some(&start)), ("a/index.html", Some(&other)), ("p.png", None)]);
        let mut diagnostics = Diagnostics::new();
        audit(&site, &Origins { pages: &BTreeMap::new(), headings: &BTreeMap::new() }, "/", &mut diagnostics);
        let files = crate::files::Files::default();
        let codes: Vec<&str> = diagnostics.sorted(&files).iter().map(|found| found.rule.code).collect();
        assert_eq!(codes, ["FD901", "FD902", "FD903", "FD904"]);
    }
}
