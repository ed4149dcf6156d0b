//! The path of an address in, the file of the site that it means out. Nothing is looked up anywhere but among the
//! site's own files, and what could mean a place outside of them is refused before that.

/// What a path means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A file of the site, by its path.
    File(String),
    /// Something at another address: the path to go to.
    Elsewhere(String),
    /// Nothing; the path below the site's root, or outside of the site when `None`.
    Nothing(Option<String>),
    /// No path that a site can have.
    Refused,
}

/// What `asked`, the path of an address as it was sent, means for a site below `root` (`/`, or `/agenda/`, as an
/// address has it).
pub fn resolve(asked: &str, root: &str, has: impl Fn(&str) -> bool) -> Found {
    let Some(path) = plain(asked) else { return Found::Refused };
    if let Some(below) = plain(root).and_then(|root| path.strip_prefix(&root).map(str::to_owned)) {
        let file = if below.is_empty() || below.ends_with('/') { format!("{below}index.html") } else { below.clone() };
        if has(&file) {
            return Found::File(file);
        }
        if !below.is_empty() && !below.ends_with('/') && has(&format!("{below}/index.html")) {
            return Found::Elsewhere(format!("{asked}/"));
        }
        return Found::Nothing(Some(below));
    }
    // Whoever types the address of the server means the site.
    if path == "/" || Some(format!("{path}/")) == plain(root) {
        return Found::Elsewhere(root.to_owned());
    }
    Found::Nothing(None)
}

/// The path with its `%` codes decoded, once; `None` when it is none that leads to a file of a site.
fn plain(asked: &str) -> Option<String> {
    let path = String::from_utf8(decoded(asked)?).ok()?;
    let below = path.strip_prefix('/')?;
    let below = below.strip_suffix('/').unwrap_or(below);
    // A slash that was sent as a code is part of a name, and no name of ours has one.
    let is_fine = path.matches('/').count() == asked.matches('/').count()
        && !path.chars().any(|c| c.is_control() || c == '\\')
        && (path == "/" || below.split('/').all(is_name));
    is_fine.then_some(path)
}

/// Whether it can be the name of a file: `..` and `C:` name other places.
fn is_name(part: &str) -> bool {
    let drive = part.as_bytes().get(1) == Some(&b':') && part.starts_with(|c: char| c.is_ascii_alphabetic());
    !part.is_empty() && part != "." && part != ".." && !drive
}

/// Decodes `%41` and the like, once; `None` when a code is broken off.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let value = digit()? * 16 + digit()?;
        bytes.push(u8::try_from(value).ok()?);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FILES: &[&str] = &["index.html", "404.html", "mål/index.html", "mål/en fil.csv", "a/b/index.html", "c:d"];

    fn found(asked: &str, root: &str) -> Found {
        resolve(asked, root, |path| FILES.contains(&path))
    }

    fn file(path: &str) -> Found {
        Found::File(path.to_owned())
    }

    fn elsewhere(path: &str) -> Found {
        Found::Elsewhere(path.to_owned())
    }

    #[test]
    fn an_address_means_a_file() {
        assert_eq!(found("/", "/"), file("index.html"));
        assert_eq!(found("/index.html", "/"), file("index.html"));
        assert_eq!(found("/m%C3%A5l/en%20fil.csv", "/"), file("mål/en fil.csv"));
        assert_eq!(found("/mål/", "/"), file("mål/index.html"));
        assert_eq!(found("/m%c3%a5l", "/"), elsewhere("/m%c3%a5l/"));
        assert_eq!(found("/a", "/"), Found::Nothing(Some("a".to_owned())));
        assert_eq!(found("/a/b/index.html/", "/"), Found::Nothing(Some("a/b/index.html/".to_owned())));
    }

    #[test]
    fn a_site_below_a_path_has_nothing_beside_it() {
        assert_eq!(found("/", "/agenda/"), elsewhere("/agenda/"));
        assert_eq!(found("/agenda", "/agenda/"), elsewhere("/agenda/"));
        assert_eq!(found("/agenda/", "/agenda/"), file("index.html"));
        assert_eq!(found("/%61genda/a/b", "/agenda/"), elsewhere("/%61genda/a/b/"));
        assert_eq!(found("/mål/", "/agenda/"), Found::Nothing(None));
        assert_eq!(found("/agendan/", "/agenda/"), Found::Nothing(None));
        assert_eq!(found("/m%C3%A5l/mål/", "/m%c3%a5l/"), file("mål/index.html"));
    }

    #[test]
    fn what_leads_out_is_refused() {
        for asked in ["", "a", "//", "//a", "/a//b", "/../a", "/a/..", "/%2e%2e/", "/a%2fb", "/%00", "/a\\b", "/C:/x"] {
            assert_eq!(found(asked, "/"), Found::Refused, "{asked}");
        }
        for asked in ["/%", "/%4", "/%4g", "/%+1", "/%ff", "/%c0%ae", "*", "http://evil.example/"] {
            assert_eq!(found(asked, "/"), Found::Refused, "{asked}");
        }
        // Decoded once: what is still a code is a name.
        assert_eq!(found("/%252e%252e/x", "/"), Found::Nothing(Some("%2e%2e/x".to_owned())));
    }

    proptest! {
        /// Whatever is asked, a file of the site is what is looked for, and never one outside.
        #[test]
        fn nothing_outside_is_looked_for(asked in hostile(), root in "(/|/agenda/|/å b/)") {
            let looked = std::cell::RefCell::new(Vec::new());
            let found = resolve(&asked, &root, |path| { looked.borrow_mut().push(path.to_owned()); path.len() % 2 == 0 });
            for path in looked.borrow().iter() {
                prop_assert!(!path.starts_with('/'), "{}", path);
                prop_assert!(!path.chars().any(|c| c.is_control() || c == '\\'), "{:?}", path);
                prop_assert!(path.split('/').all(|part| !part.is_empty() && part != "." && part != ".."), "{}", path);
                prop_assert!(std::path::Path::new(path).is_relative());
            }
            match found {
                Found::File(path) => prop_assert!(looked.borrow().contains(&path)),
                // A browser takes `//name/` for another host.
                Found::Elsewhere(to) => prop_assert!(to.starts_with('/') && !to.starts_with("//") && to.ends_with('/')),
                Found::Nothing(_) | Found::Refused => {}
            }
        }

        /// An address that is made of a file's name leads to that file.
        #[test]
        fn a_file_is_found_by_its_name(parts in prop::collection::vec("[a-zåäö %?#.+]{1,6}", 1..4)) {
            prop_assume!(parts.iter().all(|part| part != "." && part != ".."));
            let name = parts.join("/");
            let asked: String = name.bytes().map(|byte| if byte == b'/' { "/".to_owned() } else { format!("%{byte:02x}") })
                .collect();
            prop_assert_eq!(resolve(&format!("/agenda/{asked}"), "/agenda/", |path| path == name), Found::File(name.clone()));
        }
    }

    fn hostile() -> impl Strategy<Value = String> {
        let pieces =
            ["/", "..", ".", "%2e", "%2f", "%5c", "\\", "%00", "a", "index.html", "%c3%a5", "C:", "%25", "%", "agenda"];
        let piece = prop_oneof![prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), "\\PC{0,3}"];
        prop::collection::vec(piece, 0..9).prop_map(|pieces| format!("/{}", pieces.concat()))
    }
}
