//! One finished page as `audit` sees it: its ids, its links, its pictures.

use std::cell::RefCell;
use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

/// What was found on a page.
#[derive(Clone, Debug, Default)]
pub(super) struct Scan {
    pub(super) ids: BTreeSet<String>,
    pub(super) double_ids: Vec<String>,
    /// The addresses of everything that it links to or shows.
    pub(super) links: BTreeSet<String>,
    pub(super) pictures_without_alt: usize,
}

impl Scan {
    pub(super) fn of(html: &str) -> Self {
        let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(html));
        // Nothing runs a script here, so the tokenizer never stops for one.
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.into_inner()
    }
}

struct Sink(RefCell<Scan>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
        if tag.kind != TagKind::StartTag {
            return TokenSinkResult::Continue;
        }
        let mut scan = self.0.borrow_mut();
        let mut alt = false;
        // Where a page says that another one is, a reader does not go from here.
        let elsewhere = tag.attrs.iter().any(|own| &*own.name.local == "rel" && &*own.value == "canonical");
        for attribute in &tag.attrs {
            let value = attribute.value.to_string();
            match &*attribute.name.local {
                "id" if scan.ids.contains(&value) => scan.double_ids.push(value),
                "id" => {
                    scan.ids.insert(value);
                }
                "href" | "src" if !elsewhere => {
                    scan.links.insert(value.trim().to_owned());
                }
                "alt" => alt = true,
                _ => {}
            }
        }
        if &*tag.name == "img" && !alt {
            scan.pictures_without_alt += 1;
        }
        TokenSinkResult::Continue
    }
}
