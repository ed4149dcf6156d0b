//! **host**: a finished site in, how a web server should answer with it out.
//!
//! A site is files; what a server says besides them is its own. Here stands what it should say: the media type of each
//! file, and headers that let a browser do no more for a page than the page needs. It is written for hosts that read it
//! from the site (`_headers`), and for nginx and Apache. Who has found a weakness is told whom to tell (`security.txt`).
//! Kept out: what a server does (`serve` is one, and answers by the same table of media types).

mod media;
mod policy;
mod servers;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::pages::WITHOUT_ENDING;
pub use media::{HTML, media_type};
pub use policy::Policy;

/// The path of the headers in a site, for hosts that look there: Netlify, Cloudflare Pages and others.
pub const HEADERS: &str = "_headers";
/// The path of whom to tell of a weakness (RFC 9116).
pub const SECURITY: &str = ".well-known/security.txt";

/// For how many days it holds: a site that is no longer built must not promise that anybody answers.
const SECURITY_DAYS: i32 = 180;

/// What every answer says besides what it is. Nothing is taken for what it is not, no other site learns where a reader
/// came from or may work in its pages, and nothing is used that the pages do not need.
const ALWAYS: &[(&str, &str)] = &[
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    // A page is asked for anew, and sent anew when it has changed.
    ("Cache-Control", "no-cache"),
];

/// The header that says what a page may do.
const POLICY: &str = "Content-Security-Policy";
/// What it says of pages that no other site may show in a frame; a page can't say that of itself.
const UNFRAMED: &str = "frame-ancestors 'none'";

/// What answers with open data say: a page of anybody's may read them.
const OPEN: (&str, &str) = ("Access-Control-Allow-Origin", "*");

/// How a web server should answer with a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// The path of the site's root on its host, with a slash at both ends.
    root: String,
    /// The folders with a page for a wrong address, below the root: empty for the root's own.
    languages: Vec<String>,
    /// The folders with open data, below the root, with a slash at the end.
    open: Vec<&'static str>,
    /// The folders with what other sites may show in frames, in the same way.
    framed: Vec<&'static str>,
    /// The addresses below the root that no other site may show so: each with a slash at the end, or the start page.
    unframed: BTreeSet<String>,
    /// What every page allows itself.
    policy: String,
}

impl Host {
    /// How a server should answer with the site that has these paths, when what its pages allow themselves is `policy`.
    pub fn new<'a>(
        root: &str,
        paths: impl IntoIterator<Item = &'a str>,
        open: &[&'static str],
        framed: &[&'static str],
        policy: &Policy,
    ) -> Self {
        let (mut languages, mut unframed) = (BTreeSet::new(), BTreeSet::new());
        for path in paths {
            languages.extend(path.strip_suffix("404.html").map(str::to_owned));
            let folder = path.split_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
            if !framed.contains(&folder.as_str()) {
                unframed.insert(folder);
            }
        }
        Self {
            root: root.to_owned(),
            // The root first: what is said later of a folder in it counts there.
            languages: languages.into_iter().collect(),
            open: open.to_vec(),
            framed: framed.to_vec(),
            unframed,
            policy: policy.to_string(),
        }
    }

    /// What every answer says; `policy` is for pages that other sites may show in frames, or not.
    fn headers(&self, is_framed: bool) -> Vec<(&'static str, String)> {
        let policies = [Some(self.policy.as_str()), (!is_framed).then_some(UNFRAMED)];
        let policy: Vec<&str> = policies.into_iter().flatten().filter(|own| !own.is_empty()).collect();
        let policy = Some((POLICY, policy.join("; "))).filter(|(_, own)| !own.is_empty());
        policy.into_iter().chain(ALWAYS.iter().map(|(name, value)| (*name, (*value).to_owned()))).collect()
    }

    /// The files that a host reads from the site: path → bytes. It looks for them at the root of the host only.
    pub fn files(&self, security: Option<&Security<'_>>) -> BTreeMap<String, Vec<u8>> {
        if self.root != "/" {
            return BTreeMap::new();
        }
        let mut files = BTreeMap::from([(HEADERS.to_owned(), self.headers_file().into_bytes())]);
        files.extend(security.map(|security| (SECURITY.to_owned(), security.text().into_bytes())));
        files
    }

    /// The headers as hosts read them from the site.
    fn headers_file(&self) -> String {
        let mut text = String::from("/*\n");
        for (name, value) in self.headers(true) {
            let _ = writeln!(text, "  {name}: {value}");
        }
        // All that is said of an address counts, and of two policies the stricter: so it is said where it holds.
        for folder in &self.unframed {
            let all = if folder.is_empty() { "" } else { "*" };
            let _ = writeln!(text, "/{folder}{all}\n  {POLICY}: {UNFRAMED}");
        }
        for folder in &self.open {
            let _ = writeln!(text, "/{folder}*\n  {}: {}", OPEN.0, OPEN.1);
        }
        for (path, media_type) in self.without_ending() {
            let _ = writeln!(text, "/{path}\n  Content-Type: {media_type}");
        }
        text
    }

    /// The files of the site whose names do not tell what they are: path → media type.
    fn without_ending(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        WITHOUT_ENDING.iter().copied().filter(|(path, _)| self.open.iter().any(|folder| path.starts_with(folder)))
    }
}

/// Whom to tell of a weakness.
#[derive(Clone, Debug)]
pub struct Security<'a> {
    /// A mailbox.
    pub contact: &'a str,
    /// The tags of the languages that it answers in.
    pub languages: Vec<&'a str>,
    /// The site's address, without a slash at its end.
    pub base_url: Option<&'a str>,
    /// The day that the site describes.
    pub date: Date,
}

impl Security<'_> {
    fn text(&self) -> String {
        let expires = self.date.checked_add(SECURITY_DAYS.days()).unwrap_or(Date::MAX);
        let mut text = format!(
            "Contact: mailto:{}\nExpires: {expires}T00:00:00Z\nPreferred-Languages: {}\n",
            self.contact,
            self.languages.join(", ")
        );
        if let Some(url) = self.base_url {
            let _ = writeln!(text, "Canonical: {url}/{SECURITY}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(root: &str) -> Host {
        let policy = Policy::of(["default-src 'none'; img-src 'self'"]);
        Host::new(
            root,
            ["404.html", "en/404.html", "index.html", "plan/a/index.html", "embed/x/index.html"],
            &["data/"],
            &["embed/"],
            &policy,
        )
    }

    #[test]
    fn a_host_finds_the_headers_in_the_site() {
        let security = Security {
            contact: "a@b.example",
            languages: vec!["sv", "en"],
            base_url: None,
            date: Date::constant(2026, 11, 23),
        };
        let files = host("/").files(Some(&security));
        let text = |path: &str| String::from_utf8(files[path].clone()).unwrap();
        assert!(text(HEADERS).starts_with("/*\n  Content-Security-Policy: default-src 'none'; img-src 'self'\n"));
        // Whatever is no chart for others: the start page, and each folder.
        let unframed: Vec<String> = text(HEADERS)
            .split_once("\n/\n")
            .into_iter()
            .flat_map(|(_, rest)| format!("/\n{rest}").lines().map(str::to_owned).collect::<Vec<_>>())
            .take(6)
            .collect();
        let policy = "  Content-Security-Policy: frame-ancestors 'none'";
        assert_eq!(unframed, ["/", policy, "/en/*", policy, "/plan/*", policy]);
        assert!(text(HEADERS).ends_with("/data/*\n  Access-Control-Allow-Origin: *\n"));
        assert_eq!(
            text(SECURITY),
            "Contact: mailto:a@b.example\nExpires: 2027-05-22T00:00:00Z\nPreferred-Languages: sv, en\n"
        );
        assert!(host("/").files(None).keys().eq([HEADERS]));
        // A host looks for neither below its root.
        assert!(host("/agenda/").files(Some(&security)).is_empty());
    }

    #[test]
    fn a_server_is_told_where_the_site_lies() {
        let nginx = host("/agenda/").nginx("/srv/plan \"a\"");
        assert!(nginx.contains("location ^~ /agenda/ {") && nginx.contains(r#"alias "/srv/plan \"a\"/";"#), "{nginx}");
        assert!(nginx.contains("error_page 404 /agenda/en/404.html;"), "{nginx}");
        let apache = host("/agenda/").apache("/srv/plan");
        assert!(apache.contains("Alias \"/agenda/\" \"/srv/plan/\""), "{apache}");
        assert!(host("/").apache("/srv/plan").contains("DocumentRoot \"/srv/plan\""));
    }
}
