//! What a template sees of the site itself: who publishes it, how accessible it is, and what stands in a page's head.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Anchor, Fact, Html, Item, Phrase, Sentence};

/// What stands in a page's head for search engines and for services where pages are shared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Meta {
    /// The page's address in every language of the site, its own first; then that for readers of no such language,
    /// as `x-default`. Empty when the plan has no address.
    pub languages: Vec<LanguageAddress>,
    /// The language as such services write it: `sv_SE`.
    pub locale: String,
    /// The picture that is shown beside the page, when the plan has one and an address.
    pub picture: Option<SharedPicture>,
    /// The page as linked data (schema.org): goes into `<script type="application/ld+json">`, which no browser runs.
    /// Nothing in it can end the element.
    pub json_ld: Html,
    /// The day of the page's latest fact, for the site map: `2026-10-02`.
    pub modified: Option<String>,
}

/// The page's address in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LanguageAddress {
    /// BCP 47 tag of the language, or `x-default`.
    pub lang: &'static str,
    /// The full address.
    pub url: String,
}

/// The picture that is shown beside a shared page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SharedPicture {
    /// Its full address.
    pub url: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows, in words.
    pub alt: String,
}

/// How to react to a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct React {
    /// A form, or a letter to a mailbox: what it is about is filled in.
    pub link: Anchor,
    /// Whether it is a form on the web.
    pub form: bool,
}

/// About the site itself.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct About {
    /// What the site is.
    pub lead: String,
    /// Its parts, each under a heading.
    pub sections: Vec<AboutSection>,
}

/// A part of the page about the site.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AboutSection {
    /// Its heading.
    pub title: String,
    /// Its facts.
    pub facts: Vec<Fact>,
    /// Its text: each sentence a paragraph.
    pub paragraphs: Vec<Sentence>,
    /// Where to read more.
    pub links: Vec<Anchor>,
}

/// The accessibility statement, in the order that the supervising authority has set.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Statement {
    /// Who is behind the site, and what the page is for.
    pub lead: String,
    /// What it is about: the site's name, leading there.
    pub service: Fact,
    /// How accessible the site is, in a sentence.
    pub how: String,
    /// Ways to ask for something in another form: form, mailbox, telephone, how soon an answer comes.
    pub ways: Vec<Fact>,
    /// The form for telling of shortcomings.
    pub form: Anchor,
    /// The authority that supervises the law.
    pub authority: Phrase,
    /// What it does, and where to complain: follows its name.
    pub supervision: Sentence,
    /// How well the site follows the law, in the words of the law.
    pub compliance: String,
    /// Against which standard it was assessed.
    pub standard: String,
    /// What does not follow the law, by the situation in which it is met.
    pub shortcomings: Vec<Shortcomings>,
    /// What was judged too burdensome to adapt.
    pub burdens: Vec<Burden>,
    /// What the law does not cover.
    pub outside: Vec<Phrase>,
    /// How the site was tested, in a sentence.
    pub tested: String,
    /// More about that.
    pub tested_text: Option<Phrase>,
    /// The report of the test.
    pub audit: Option<Anchor>,
    /// When it was assessed, gone through and published.
    pub dates: Vec<Fact>,
}

/// What does not follow the law in a situation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Shortcomings {
    /// The situation: "Problem vid användning utan synförmåga".
    pub title: String,
    /// What does not work.
    pub items: Vec<ShortcomingCard>,
}

/// Something that does not follow the law.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ShortcomingCard {
    /// What does not work.
    pub description: Phrase,
    /// Where, what to do instead, why, by which criterion, and by when it will be mended.
    pub facts: Vec<Fact>,
}

/// Something that was judged too burdensome to adapt.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Burden {
    /// What.
    pub content: Phrase,
    /// How it was judged.
    pub assessment: Phrase,
}

impl Item {
    /// A text in another language than the page's, or in its own.
    pub(crate) fn of(phrase: Phrase) -> Self {
        Self { text: phrase.text, lang: phrase.lang, ..Self::default() }
    }
}
