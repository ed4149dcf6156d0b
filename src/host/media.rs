//! The name of a file in, its media type out.

use crate::pages::WITHOUT_ENDING;

/// The media type of what a file with this path on the site holds: by its ending, if it has one.
pub fn media_type(path: &str) -> &'static str {
    if let Some((_, media_type)) = WITHOUT_ENDING.iter().find(|(own, _)| *own == path) {
        return media_type;
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    TYPES.iter().find(|(own, _)| *own == ending).map_or("application/octet-stream", |(_, name)| name)
}

/// Ending → media type. What is text is UTF-8: that is how framdrift writes it.
pub(super) const TYPES: &[(&str, &str)] = &[
    ("atom", "application/atom+xml"),
    ("avif", "image/avif"),
    ("css", "text/css; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("geojson", "application/geo+json"),
    ("gif", "image/gif"),
    ("htm", HTML),
    ("html", HTML),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar; charset=utf-8"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jsonld", "application/ld+json"),
    ("md", "text/markdown; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("pdf", "application/pdf"),
    ("png", "image/png"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("rdf", "application/rdf+xml"),
    ("rss", "application/rss+xml"),
    ("svg", "image/svg+xml"),
    ("ttl", "text/turtle; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("vtt", "text/vtt; charset=utf-8"),
    ("webm", "video/webm"),
    ("webmanifest", "application/manifest+json"),
    ("webp", "image/webp"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
    ("yaml", "application/yaml"),
    ("yml", "application/yaml"),
    ("zip", "application/zip"),
];

/// The type of a page.
pub const HTML: &str = "text/html; charset=utf-8";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_tells_the_type() {
        assert_eq!(media_type("a/index.html"), HTML);
        assert_eq!(media_type("a.b/Bild.PNG"), "image/png");
        for unknown in ["png", "a.png/b", "a.", "a.unknown"] {
            assert_eq!(media_type(unknown), "application/octet-stream", "{unknown}");
        }
        assert_eq!(media_type("datasets/dcat"), media_type("datasets/dcat.rdf"));
        assert!(TYPES.is_sorted());
    }
}
