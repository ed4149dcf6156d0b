//! Hostile inputs, one a file in `tests/hostile/`: what an account that was stolen, or a caller to the contact centre,
//! could send. Each is refused or shown, as its file says; what is shown can't run a script, ask another host for
//! anything or leave the site's folder. `.ci/hostile.mjs` opens the same in a browser.

use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr as _;

use framdrift::diag::{Diagnostics, Level};
use html5gum::{Token, Tokenizer};
use rayon::prelude::*;

use super::rules::{Case, run_case};

/// Elements that no page of ours has. The theme's own scripts are looked at one by one.
const NEVER: &[&str] = &[
    "applet",
    "base",
    "embed",
    "frame",
    "frameset",
    "iframe",
    "marquee",
    "math",
    "noembed",
    "object",
    "plaintext",
    "style",
    "template",
    "xmp",
];

/// Attributes that hold an address.
const ADDRESSES: &[&str] =
    &["action", "background", "cite", "data", "formaction", "href", "poster", "src", "srcset", "xlink:href"];

#[test]
fn what_is_hostile_is_refused_or_does_no_harm() {
    let paths = super::files_below(&super::root().join("tests/hostile"));
    assert!(paths.len() >= 100, "there are {} hostile inputs", paths.len());
    let problems: Vec<String> = paths
        .par_iter()
        .filter_map(|path| check(path).err().map(|why| format!("{}: {why}", path.file_name().unwrap().display())))
        .collect();
    assert!(problems.is_empty(), "\n{}\nUPDATE_EXPECT=1 writes the outcomes anew", problems.join("\n"));
}

#[expect(clippy::disallowed_methods, reason = "a test reads its cases and, when asked to, writes them anew")]
fn check(path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let (input, outcome) = text.split_once("=== outcome\n").ok_or("has no outcome")?;
    let (site, diagnostics) = run_case(&Case::parse(input));
    if let Some(site) = &site {
        harmless(site)?;
    }
    let now = match &site {
        Some(_) => "shown".to_owned(),
        None => format!("refused {}", codes(&diagnostics)),
    };
    if outcome.trim() == now {
        return Ok(());
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        return std::fs::write(path, format!("{input}=== outcome\n{now}\n")).map_err(|error| error.to_string());
    }
    Err(format!("expected: {}, is: {now}", outcome.trim()))
}

/// The codes of the errors, each once.
fn codes(diagnostics: &Diagnostics) -> String {
    diagnostics.codes(Level::Error).join(" ")
}

/// Whether no file of the site can do more than show something.
fn harmless(site: &BTreeMap<String, Vec<u8>>) -> Result<(), String> {
    for (path, bytes) in site {
        let part_is_bad = |part: &str| part.is_empty() || part == "." || part == "..";
        if path.starts_with('/') || path.contains(['\\', '\0']) || path.split('/').any(part_is_bad) {
            return Err(format!("the site has the path {path:?}"));
        }
        if Path::new(path).extension().is_none_or(|ending| ending != "html") {
            continue;
        }
        let html = String::from_utf8_lossy(bytes);
        let mut in_script = false;
        for token in Tokenizer::new(html.as_ref()) {
            let Ok(token) = token;
            let tag = match token {
                Token::StartTag(tag) => tag,
                Token::String(text) if in_script => {
                    // Linked data is the one thing that stands in a script; it must be just that.
                    let text = String::from_utf8_lossy(&text).into_owned();
                    serde_json::Value::from_str(&text).map_err(|error| format!("{path}: a script says {error}"))?;
                    continue;
                }
                _ => {
                    in_script = false;
                    continue;
                }
            };
            let name = String::from_utf8_lossy(&tag.name).into_owned();
            let attributes: BTreeMap<String, String> = tag
                .attributes
                .iter()
                .map(|(name, value)| {
                    (String::from_utf8_lossy(name).into_owned(), String::from_utf8_lossy(value).into_owned())
                })
                .collect();
            let told = || format!("{path}: <{name} {attributes:?}>");
            if NEVER.contains(&name.as_str()) {
                return Err(told());
            }
            in_script = false;
            if name == "script" {
                let is_data = attributes.get("type").is_some_and(|own| own == "application/ld+json");
                let is_ours =
                    attributes.get("src").is_some_and(|own| own.trim_start_matches("../").starts_with("assets/"));
                if !is_data && !is_ours {
                    return Err(told());
                }
                in_script = is_data;
            }
            let refreshes =
                attributes.get("http-equiv").is_some_and(|own| !own.eq_ignore_ascii_case("content-security-policy"));
            let is_active = attributes.keys().any(|own| own.starts_with("on") || own == "srcdoc" || own == "style");
            if (name == "meta" && refreshes && !path_is_moved(&attributes)) || is_active {
                return Err(told());
            }
            for (_, address) in attributes.iter().filter(|(own, _)| ADDRESSES.contains(&own.as_str())) {
                let plain: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
                let scheme = plain.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
                let scheme = scheme.filter(|own| own.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c)));
                if scheme.is_some_and(|own| !["http", "https", "mailto", "tel"].contains(&own.as_str())) {
                    return Err(told());
                }
                let loads = ["img", "script", "link", "source", "video", "audio"].contains(&name.as_str());
                let is_elsewhere = plain.starts_with("//") || plain.contains("://");
                let is_head = attributes.get("rel").is_some_and(|own| own != "stylesheet" && own != "icon");
                if loads && is_elsewhere && !is_head {
                    return Err(told());
                }
            }
        }
    }
    Ok(())
}

/// Whether a page only leads on to another one of the site.
fn path_is_moved(attributes: &BTreeMap<String, String>) -> bool {
    let content = attributes.get("content").map(String::as_str).unwrap_or_default();
    attributes.get("http-equiv").is_some_and(|own| own.eq_ignore_ascii_case("refresh"))
        && content.split_once("url=").is_some_and(|(_, to)| !to.contains(':') && !to.starts_with("//"))
}
