//! **render**: pages as data and a theme in, the site's files out.
//!
//! Comes in: [`Input`]. Goes out: an ordered map from path to bytes with every page, the theme's assets and the plan's
//! static files. A template sees `page`, `site` and `words` and nothing else, so that a theme can't compute what a rule
//! should have computed. Pages are filled in parallel and collected in order: same input, same bytes.
//! Kept out: files that no theme shapes (feeds, site map, downloads), and whether links lead anywhere (`audit`).

mod engine;
mod theme;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::diag::{Diagnostic, Diagnostics, Rejected, code};
use crate::files::Files;
use crate::observe::{self, Observer};
use crate::pages::brand::Palette;
use crate::pages::data;
use crate::words::Words;

use engine::{Shared, Trouble};
pub use theme::DEFAULT as DEFAULT_THEME;

/// The stylesheet that the brand's colours are put at the head of.
const STYLESHEET: &str = "assets/style.css";

/// All that a site is made of.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The pages, in all languages.
    pub pages: &'a [data::Page],
    /// What the pages of a language share, by the language's tag.
    pub sites: &'a BTreeMap<&'static str, data::Site>,
    /// The words of each language, by its tag.
    pub words: &'a BTreeMap<&'static str, Words>,
    /// The theme's name: [`DEFAULT_THEME`], or a folder of the plan's `themes/`.
    pub theme: &'a str,
    /// The brand's colours.
    pub palette: &'a Palette,
    /// The plan's folder: its own themes and its static files.
    pub files: &'a Files,
}

/// Fills every page's template. A file of the plan never replaces a page.
///
/// # Errors
/// When the theme is unknown (FD803), a template can't be parsed (FD801) or can't be filled (FD802): all are reported.
///
/// # Panics
/// When a page's language has no entry in `sites` or `words`.
pub fn render(
    input: &Input<'_>,
    diagnostics: &mut Diagnostics,
    observer: &dyn Observer,
) -> Result<BTreeMap<String, Vec<u8>>, Rejected> {
    let theme = theme::load(input.theme, input.files, diagnostics)?;
    let shared: BTreeMap<&str, (Shared, Shared)> = input
        .sites
        .iter()
        .map(|(tag, site)| {
            let words = input.words.get(tag).expect("every language of the site has words");
            (*tag, (Shared::new(site), Shared::new(&words.plain())))
        })
        .collect();
    observer.pieces(input.pages.len());
    let filled: Vec<Result<String, Vec<Trouble>>> = input
        .pages
        .par_iter()
        .map(|page| {
            let (site, words) = shared.get(page.lang).expect("every page's language is a language of the site");
            observe::piece(observer, &format!("/{}", page.address), || {
                theme.engine.fill(&format!("{}.html", page.template), page, site, words)
            })
        })
        .collect();

    let mut site: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (_, file) in input.files.under("content/static/") {
        if let Some(path) = file.path.strip_prefix("content/static/") {
            site.insert(path.to_owned(), file.bytes.clone());
        }
    }
    for (path, bytes) in &theme.assets {
        let bytes = if path == STYLESHEET {
            [input.palette.css().as_bytes(), bytes.as_slice()].concat()
        } else {
            bytes.clone()
        };
        site.insert(path.clone(), bytes);
    }
    let mut failures: BTreeMap<Trouble, Vec<&str>> = BTreeMap::new();
    for (page, result) in input.pages.iter().zip(filled) {
        match result {
            Ok(text) => {
                site.insert(file_of(&page.address), text.into_bytes());
            }
            Err(troubles) => {
                for trouble in troubles {
                    failures.entry(trouble).or_default().push(&page.address);
                }
            }
        }
    }
    // The same line of a template often fails for many pages: it is told once, with one of them, in the
    // plan's own language if there is one.
    let mut rejected = None;
    for (trouble, pages) in &failures {
        let diagnostic: Diagnostic = theme
            .located(&code::TEMPLATE_FAILS, trouble, input.files)
            .with("page", format!("/{}", pages.iter().min_by_key(|page| page.matches('/').count()).unwrap_or(&"")))
            .with("pages", pages.len());
        rejected = Some(diagnostics.report(diagnostic));
    }
    rejected.map_or(Ok(site), Err)
}

/// The file that answers an address: `initiativ/e-arkiv/` → `initiativ/e-arkiv/index.html`.
fn file_of(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() }
}
