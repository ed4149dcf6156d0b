//! What no file of a site may do, whatever was written in the plan: run a script of anybody's, ask another host for
//! anything, lie outside of the site's folder.

use std::collections::BTreeMap;
use std::path::Path;
use std::str::FromStr as _;

use html5gum::{Token, Tokenizer};

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

/// Says what a file of the site (path → bytes) could do besides showing something.
pub(crate) fn harmless(site: &BTreeMap<String, Vec<u8>>) -> Result<(), String> {
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
