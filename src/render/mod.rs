//! **render**: pages as data and a theme in, the site's files out.
//!
//! Comes in: [`Input`], and page after page. Goes out: the text of each, the theme's assets and the plan's static files. A
//! template sees `page`, `site` and `words` and nothing else, so that a theme can't compute what a rule should have
//! computed. No page's text depends on another's: same input, same bytes.
//! Kept out: files that no theme shapes (feeds, site map, downloads), and whether links lead anywhere (`audit`).

mod engine;
mod sprite;
mod theme;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod readme;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, Diagnostics, Rejected, code};
use crate::files::Files;
use crate::pages::brand::Palette;
use crate::pages::{Languages, data};

use engine::{Shared, Trouble};
use sprite::Sprite;
pub use theme::DEFAULT as DEFAULT_THEME;
use theme::Theme;

/// The stylesheet that the brand's colours are put at the head of.
const STYLESHEET: &str = "assets/style.css";

/// The template with the marks and the patterns that pages' drawings refer to. Where it is the same whatever the page is,
/// a page gets those of them that it refers to.
const SPRITE: &str = "sprite.html";

/// What a theme is taken from.
#[derive(Clone, Copy)]
pub struct Input<'a> {
    /// The theme's name: [`DEFAULT_THEME`], or a folder of the plan's `themes/`.
    pub theme: &'a str,
    /// The brand's colours.
    pub palette: &'a Palette,
    /// The plan's folder: its own themes and its static files.
    pub files: &'a Files,
}

/// A theme that is ready to be filled with pages, from several threads.
pub struct Press<'a> {
    theme: Theme,
    sprite: Option<Sprite>,
    shared: BTreeMap<&'static str, (Shared, Shared)>,
    palette: &'a Palette,
    files: &'a Files,
}

/// The words without placeholders of each language, by its tag.
type Plain = BTreeMap<&'static str, Shared>;

/// What the theme and the words became the last time.
#[derive(Default)]
pub struct Memo {
    theme: theme::Memo,
    words: Option<(Languages, Plain)>,
}

/// Why a page's template could not be filled.
#[derive(Clone, Debug)]
pub struct Unfilled(Vec<Trouble>);

impl<'a> Press<'a> {
    /// Takes the theme in; with a memo, a theme that is as the last time is not parsed again. `sites` is what the pages of a
    /// language share, by the language's tag, and `words` are its words.
    ///
    /// # Errors
    /// When the theme is unknown (FD803) or a template can't be parsed (FD801): all are reported.
    ///
    /// # Panics
    /// When a language of `sites` has no entry in `words`.
    pub fn new(
        input: Input<'a>,
        sites: &BTreeMap<&'static str, data::Site>,
        words: &Languages,
        mut memo: Option<&mut Memo>,
        diagnostics: &mut Diagnostics,
    ) -> Result<Self, Rejected> {
        let theme = theme::load(input.theme, input.files, memo.as_mut().map(|memo| &mut memo.theme), diagnostics)?;
        let words = plain(words, memo.map(|memo| &mut memo.words));
        let shared = sites
            .iter()
            .map(|(tag, site)| {
                let words = words.get(tag).expect("every language of the site has words");
                (*tag, (Shared::new(site), words.clone()))
            })
            .collect();
        let sprite = theme.engine.constant(SPRITE).and_then(Sprite::new);
        Ok(Self { theme, sprite, shared, palette: input.palette, files: input.files })
    }

    /// Fills a page's template. The page is dropped before there is a text: both of a long list take tens of megabytes.
    ///
    /// # Errors
    /// When it can't be filled.
    ///
    /// # Panics
    /// When the page's language is none of the site's.
    pub fn fill(&self, page: data::Page) -> Result<String, Unfilled> {
        let (site, words) = self.shared.get(page.lang).expect("every page's language is a language of the site");
        let ending = if page.template.contains('.') { "" } else { ".html" };
        let template = format!("{}{ending}", page.template);
        let text = self.theme.engine.fill(&template, page, site, words).map_err(Unfilled)?;
        Ok(match &self.sprite {
            Some(sprite) => sprite.trimmed(text),
            None => text,
        })
    }

    /// The files that are taken as they are: the plan's static files and the theme's assets.
    pub fn files(&self) -> BTreeMap<String, Cow<'_, [u8]>> {
        let mut site = BTreeMap::new();
        for (_, file) in self.files.under("content/static/") {
            if let Some(path) = file.path.strip_prefix("content/static/") {
                site.insert(path.to_owned(), Cow::Borrowed(file.bytes.as_slice()));
            }
        }
        for (path, bytes) in &self.theme.assets {
            let bytes = if path == STYLESHEET {
                Cow::Owned([self.palette.css().as_bytes(), bytes.as_slice()].concat())
            } else {
                Cow::Borrowed(bytes.as_slice())
            };
            site.insert(path.clone(), bytes);
        }
        site
    }

    /// Reports what could not be filled (FD802), given with the addresses of the pages. The same line of a template often
    /// fails for many pages: it is told once, with one of them, in the plan's own language if there is one.
    ///
    /// # Errors
    /// When anything could not be filled.
    pub fn report<'b>(
        &self,
        unfilled: impl Iterator<Item = (&'b str, &'b Unfilled)>,
        diagnostics: &mut Diagnostics,
    ) -> Result<(), Rejected> {
        let mut failures: BTreeMap<&Trouble, Vec<&str>> = BTreeMap::new();
        for (address, Unfilled(troubles)) in unfilled {
            for trouble in troubles {
                failures.entry(trouble).or_default().push(address);
            }
        }
        let mut rejected = None;
        for (trouble, pages) in &failures {
            let page = pages.iter().min_by_key(|page| (page.matches('/').count(), **page)).unwrap_or(&"");
            let diagnostic: Diagnostic = self
                .theme
                .located(&code::TEMPLATE_FAILS, trouble, self.files)
                .with("page", format!("/{page}"))
                .with("pages", pages.len());
            rejected = Some(diagnostics.report(diagnostic));
        }
        rejected.map_or(Ok(()), Err)
    }
}

/// The words that templates see, by the language's tag. With a memo, the same words are not gone through once more.
fn plain(words: &Languages, memo: Option<&mut Option<(Languages, Plain)>>) -> Plain {
    let known = memo.as_ref().and_then(|memo| memo.as_ref());
    if let Some((_, plain)) = known.filter(|(known, _)| Arc::ptr_eq(known, words)) {
        return plain.clone();
    }
    let plain: Plain = words.iter().map(|(tag, words)| (*tag, Shared::new(&words.plain()))).collect();
    if let Some(memo) = memo {
        *memo = Some((Arc::clone(words), plain.clone()));
    }
    plain
}

/// The file that answers an address: `initiativ/e-arkiv/` → `initiativ/e-arkiv/index.html`.
pub fn file_of(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() }
}
