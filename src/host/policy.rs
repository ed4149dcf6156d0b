//! What all pages of a site together allow themselves, as a content security policy (CSP 3) for a whole host.
//!
//! Each page says in its own head what it needs. A server's header holds besides, and the stricter of the two counts; so
//! the header allows what any of the pages needs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Directives that fall back on another one when they are missing are those that say what may be fetched.
const FETCH: &str = "-src";
const DEFAULT: &str = "default-src";
const NONE: &str = "'none'";

/// What the pages of a site allow themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Directive → sources; empty when a page does not say what it needs.
    directives: BTreeMap<String, BTreeSet<String>>,
}

impl Policy {
    /// The policy that allows what any of these do.
    pub fn of<'a>(policies: impl IntoIterator<Item = &'a str>) -> Self {
        let all: Vec<BTreeMap<String, BTreeSet<String>>> = policies.into_iter().map(parse).collect();
        // A page without a policy may do anything, and one that can't be written into a server's file is as good as none.
        let is_sound = |own: &BTreeMap<String, BTreeSet<String>>| {
            !own.is_empty()
                && own.iter().all(|(name, sources)| is_plain(name) && sources.iter().all(|own| is_plain(own)))
        };
        if !all.iter().all(is_sound) {
            return Self::default();
        }
        let names: BTreeSet<&String> = all.iter().flat_map(BTreeMap::keys).collect();
        let joined = |name: &String| {
            let mut sources = BTreeSet::new();
            for own in &all {
                let fallback = || own.get(DEFAULT).filter(|_| name.ends_with(FETCH));
                // What a page does not limit, nothing limits.
                sources.extend(own.get(name).or_else(fallback)?.iter().cloned());
            }
            if sources.len() > 1 {
                sources.remove(NONE);
            }
            Some((name.clone(), sources))
        };
        Self { directives: names.into_iter().filter_map(joined).collect() }
    }
}

/// The header's value; empty when the pages do not say what they need.
impl fmt::Display for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // What the others fall back on is read first.
        let mut directives: Vec<_> = self.directives.iter().collect();
        directives.sort_by_key(|(name, _)| *name != DEFAULT);
        for (n, (name, sources)) in directives.into_iter().enumerate() {
            let between = if n == 0 { "" } else { "; " };
            write!(f, "{between}{name}")?;
            sources.iter().try_for_each(|source| write!(f, " {source}"))?;
        }
        Ok(())
    }
}

fn parse(policy: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut directives = BTreeMap::new();
    for directive in policy.split(';') {
        let mut words = directive.split_ascii_whitespace();
        if let Some(name) = words.next() {
            // Of two with one name the first counts.
            directives.entry(name.to_ascii_lowercase()).or_insert_with(|| words.map(str::to_owned).collect());
        }
    }
    directives
}

/// Whether a word means nothing else in a server's file.
fn is_plain(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"'*:/.-_=+?&%~@".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(policies: &[&str]) -> String {
        Policy::of(policies.iter().copied()).to_string()
    }

    #[test]
    fn the_header_allows_what_any_page_needs() {
        let page = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'";
        let search = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'";
        assert_eq!(
            joined(&[page, search]),
            "default-src 'none'; base-uri 'none'; img-src 'self'; script-src 'self'; style-src 'self'"
        );
        assert_eq!(
            joined(&["default-src 'self'", "default-src 'none'; img-src https://a.example"]),
            "default-src 'self'; img-src 'self' https://a.example"
        );
    }

    #[test]
    fn a_page_that_says_nothing_is_not_broken() {
        for policies in [&["default-src 'none'", ""][..], &[], &["img-src $a"], &["img-src \"a\""]] {
            assert_eq!(joined(policies), "", "{policies:?}");
        }
    }
}
