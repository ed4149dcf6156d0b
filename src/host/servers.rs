//! The same for servers that have a file of their own: what an administrator includes in it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::media::TYPES;
use super::{Host, OPEN, POLICY};

/// Media types of texts: sent packed.
const PACKED: &[&str] = &[
    "application/atom+xml",
    "application/feed+json",
    "application/geo+json",
    "application/json",
    "application/ld+json",
    "application/rdf+xml",
    "application/xml",
    "image/svg+xml",
    "text/calendar",
    "text/css",
    "text/csv",
    "text/html",
    "text/javascript",
    "text/plain",
];

impl Host {
    /// What nginx is to do, when the site lies in `folder`: to be included in its server block.
    pub fn nginx(&self, folder: &str) -> String {
        let Self { root, .. } = self;
        let packed = PACKED.iter().filter(|name| **name != "text/html").copied().collect::<Vec<_>>().join(" ");
        let mut text = head("nginx", "Include it in the server block of the site: include framdrift.conf;");
        let _ = write!(
            text,
            "location ^~ {root} {{\n    alias {};\n    index index.html;\n    default_type application/octet-stream;\n    \
             gzip on;\n    gzip_vary on;\n    gzip_types {packed};\n    types {{\n",
            quoted(&format!("{folder}/"))
        );
        for (media_type, endings) in types() {
            let _ = writeln!(text, "        {media_type} {};", endings.join(" "));
        }
        text.push_str("    }\n    charset utf-8;\n    charset_types ");
        let _ = writeln!(text, "{};", charset_types().join(" "));
        text.push_str(&self.nginx_headers("    ", false, false));
        for language in &self.languages {
            if language.is_empty() {
                let _ = writeln!(text, "    error_page 404 {root}404.html;");
                continue;
            }
            // What stands in an outer block counts no longer where an inner one has any of its kind.
            let _ = writeln!(
                text,
                "    location ^~ {root}{language} {{\n        alias {};\n        error_page 404 {root}{language}404.html;\n    }}",
                quoted(&format!("{folder}/{language}"))
            );
        }
        for open in &self.open {
            let _ = writeln!(
                text,
                "    location ^~ {root}{open} {{\n        alias {};\n{}    }}",
                quoted(&format!("{folder}/{open}")),
                self.nginx_headers("        ", true, false)
            );
        }
        for framed in &self.framed {
            let _ = writeln!(
                text,
                "    location ^~ {root}{framed} {{\n        alias {};\n{}    }}",
                quoted(&format!("{folder}/{framed}")),
                self.nginx_headers("        ", false, true)
            );
        }
        for (path, media_type) in self.without_ending() {
            let _ = writeln!(
                text,
                "    location = {root}{path} {{\n        alias {};\n        types {{ }}\n        default_type {media_type};\n{}    }}",
                quoted(&format!("{folder}/{path}")),
                self.nginx_headers("        ", true, false)
            );
        }
        let _ = writeln!(text, "    location = {root}.framdrift {{\n        return 404;\n    }}\n}}");
        text
    }

    fn nginx_headers(&self, indent: &str, is_open: bool, is_framed: bool) -> String {
        let mut text = String::new();
        for (name, value) in self.headers(is_framed) {
            let _ = writeln!(text, "{indent}add_header {name} \"{value}\" always;");
        }
        if is_open {
            let _ = writeln!(text, "{indent}add_header {} \"{}\" always;", OPEN.0, OPEN.1);
        }
        text
    }

    /// What Apache is to do, when the site lies in `folder`: to be included in its virtual host.
    pub fn apache(&self, folder: &str) -> String {
        let Self { root, .. } = self;
        let mut text = head(
            "apache",
            "Include it in the virtual host of the site: Include framdrift.conf\n# It needs mod_alias, mod_dir, mod_headers, mod_mime and mod_deflate.",
        );
        if root == "/" {
            let _ = writeln!(text, "DocumentRoot {}", quoted(folder));
        } else {
            let _ = writeln!(text, "Alias {} {}", quoted(root), quoted(&format!("{folder}/")));
        }
        let _ = writeln!(
            text,
            "<Directory {}>\n    Require all granted\n    AllowOverride None\n    Options None\n    DirectoryIndex index.html\n    \
             AddDefaultCharset Off",
            quoted(folder)
        );
        for (media_type, endings) in types() {
            let is_text = charset_types().contains(&media_type) || media_type == "text/html";
            let charset = if is_text { ";charset=utf-8" } else { "" };
            let endings: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
            let _ = writeln!(text, "    AddType {media_type}{charset} {}", endings.join(" "));
        }
        let _ = writeln!(text, "    AddOutputFilterByType DEFLATE {}", PACKED.join(" "));
        for (name, value) in self.headers(false) {
            let _ = writeln!(text, "    Header always set {name} \"{value}\"");
        }
        text.push_str("    <Files \".framdrift\">\n        Require all denied\n    </Files>\n</Directory>\n");
        for language in &self.languages {
            let _ = writeln!(
                text,
                "<Location {}>\n    ErrorDocument 404 {root}{language}404.html\n    ErrorDocument 403 {root}{language}404.html\n</Location>",
                quoted(&format!("{root}{language}"))
            );
        }
        for open in &self.open {
            let path = quoted(&format!("{root}{open}"));
            let _ = writeln!(text, "<Location {path}>\n    Header always set {} \"{}\"\n</Location>", OPEN.0, OPEN.1);
        }
        for framed in &self.framed {
            let path = quoted(&format!("{root}{framed}"));
            let _ = writeln!(text, "<Location {path}>");
            // None is set when the pages do not say what they need: then what was said above is taken back.
            match self.headers(true).iter().find(|(name, _)| *name == POLICY) {
                Some((name, value)) => {
                    let _ = writeln!(text, "    Header always set {name} \"{value}\"");
                }
                None => {
                    let _ = writeln!(text, "    Header always unset {POLICY}");
                }
            }
            text.push_str("</Location>\n");
        }
        for (path, media_type) in self.without_ending() {
            let path = quoted(&format!("{root}{path}"));
            let _ = writeln!(text, "<Location {path}>\n    ForceType {media_type}\n</Location>");
        }
        text
    }
}

fn head(server: &str, how: &str) -> String {
    format!(
        "# How {server} should answer with this site. Made by framdrift {}: make it anew when the program, the theme or\n\
         # the languages have changed, with: framdrift hosting {server}\n#\n# {how}\n#\n\
         # Once every page of the host is reached by https, say so to browsers, in the server's own file:\n\
         # Strict-Transport-Security: max-age=31536000\n\n",
        env!("CARGO_PKG_VERSION")
    )
}

/// Media types, without what they say of letters, with the endings that have them.
fn types() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut types: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (ending, media_type) in TYPES {
        types.entry(bare(media_type)).or_default().push(ending);
    }
    types
}

/// The media types of texts that a server must say are UTF-8; of pages every server knows.
fn charset_types() -> Vec<&'static str> {
    let texts = TYPES.iter().filter(|(_, media_type)| media_type.contains("charset")).map(|(_, own)| bare(own));
    let mut texts: Vec<&str> = texts.filter(|own| *own != "text/html").collect();
    texts.sort_unstable();
    texts.dedup();
    texts
}

fn bare(media_type: &'static str) -> &'static str {
    media_type.split(';').next().unwrap_or(media_type)
}

/// A path as both servers read it.
fn quoted(path: &str) -> String {
    format!("\"{}\"", path.replace('\\', "\\\\").replace('"', "\\\""))
}
