//! **search**: what the pages of a language say, in; an index that a browser searches without asking anyone, out.
//!
//! Comes in: [`Document`]s. Goes out: [`index`], a small JSON file. Words of one stem are one entry, with every form that
//! the documents use, so that a browser needs no stemmer of its own: it looks the reader's word up among the forms, and
//! takes the nearest form where there is none. The stems are Snowball's (Martin Porter, <https://snowballstem.org>).
//! Kept out: what a page's texts are (`pages`), and the search itself (the theme's script).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use icu_normalizer::ComposingNormalizerBorrowed;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use rust_stemmers::{Algorithm, Stemmer};
use serde::{Serialize, Serializer};

use crate::words::Language;

/// The longest word that is kept whole, in characters: what is longer is no word that anyone types.
const LONGEST: usize = 60;
/// The greatest weight of a word in a document.
const HEAVIEST: u32 = 9;

/// A page as the search sees it.
#[derive(Clone, Debug)]
pub struct Document {
    /// Where it is, relative to the search page.
    pub href: String,
    /// Its heading.
    pub title: String,
    /// The heading's language, when it is not the search page's.
    pub lang: Option<&'static str>,
    /// What kind of page it is, as an index into the kinds.
    pub kind: usize,
    /// Where what it is about stands, in a word; or nothing.
    pub note: String,
    /// What it is about, in a sentence; or nothing.
    pub summary: String,
    /// The sentence's language, when it is not the search page's.
    pub summary_lang: Option<&'static str>,
    /// What it is found by.
    pub fields: Vec<Field>,
}

/// A text that a document is found by.
#[derive(Clone, Debug)]
pub struct Field {
    /// The text.
    pub text: String,
    /// Its language: tells how its words are inflected.
    pub language: Language,
    /// How much each of its words says about the document: 1 for running text.
    pub weight: u32,
}

/// The file. Arrays rather than objects: a reader of it is a script that has been told their order.
#[derive(Serialize)]
struct Index<'a> {
    /// What kinds of pages are called.
    kinds: &'a [String],
    /// Address, heading, its language or nothing, kind, note, summary, its language or nothing.
    documents: Vec<(&'a str, &'a str, &'a str, usize, &'a str, &'a str, &'a str)>,
    words: Words<'a>,
}

/// The words by their stems, each with all its forms.
struct Words<'a>(BTreeMap<Cow<'a, str>, Vec<Form<'a>>>);

/// A form of a word, and where it is found.
type Form<'a> = (&'a str, &'a [Found]);

/// A document that a form is found in, and how much it weighs there.
type Found = (u32, u32);

/// The forms that documents use, by their language: where each is found, in the documents' order.
type Forms = BTreeMap<Language, BTreeMap<String, Vec<Found>>>;

/// How many documents are read at a time. Their texts together would take as much memory as the plan.
const BATCH: usize = 256;

/// The index of some documents as JSON. `kinds` names their kinds.
pub fn index(documents: impl IntoIterator<Item = Document>, kinds: &[String]) -> String {
    let mut documents = documents.into_iter();
    let (mut heads, mut forms): (Vec<Document>, Forms) = (Vec::new(), Forms::new());
    loop {
        let mut batch: Vec<Document> = documents.by_ref().take(BATCH).collect();
        if batch.is_empty() {
            break;
        }
        let read: Vec<Vec<(Language, String, u32)>> = batch.par_iter().map(forms_of).collect();
        for (n, own) in (heads.len()..).zip(read) {
            let n = u32::try_from(n).unwrap_or(u32::MAX);
            for (language, form, weight) in own {
                forms.entry(language).or_default().entry(form).or_default().push((n, weight));
            }
        }
        for document in &mut batch {
            document.fields = Vec::new();
        }
        heads.append(&mut batch);
    }
    let index = Index { kinds, documents: heads.iter().map(head).collect(), words: Words::of(&forms) };
    serde_json::to_string(&index).expect("texts and numbers are always JSON")
}

fn head(own: &Document) -> (&str, &str, &str, usize, &str, &str, &str) {
    let lang = own.lang.unwrap_or_default();
    let summary_lang = own.summary_lang.unwrap_or_default();
    (&own.href, &own.title, lang, own.kind, &own.note, &own.summary, summary_lang)
}

impl<'a> Words<'a> {
    /// The forms by their stems.
    fn of(forms: &'a Forms) -> Self {
        let mut words: BTreeMap<Cow<'a, str>, Vec<Form<'a>>> = BTreeMap::new();
        for (language, forms) in forms {
            let stemmer = algorithm(language.tag()).map(Stemmer::create);
            for (form, found) in forms {
                // Snowball leaves "skolan" and "skolans" as they are, where "skola", "skolor" and "skolorna" have one stem. A
                // shorter form that is a word of the site's own tells that the rest is an ending; "organ" stays.
                let is_word = |own: &&str| own.ends_with('a') && forms.contains_key(*own);
                let shorter = ["ns", "n"].into_iter().filter_map(|ending| form.strip_suffix(ending)).find(is_word);
                let shorter = shorter.filter(|_| *language == Language::SWEDISH).unwrap_or(form);
                let stem = stemmer.as_ref().map_or(Cow::Borrowed(form.as_str()), |own| own.stem(shorter));
                words.entry(stem).or_default().push((form, found));
            }
        }
        Self(words)
    }
}

/// A list with an entry for each word: its forms with spaces between them; then, for each document that has one of them,
/// how many documents it stands after the one before (the first: after the beginning) and how much the word weighs in it,
/// 1–9.
impl Serialize for Words<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.values().map(|own| entry(own)))
    }
}

fn entry(own: &[Form<'_>]) -> (String, Vec<u32>) {
    let forms: BTreeSet<&str> = own.iter().map(|(form, _)| *form).collect();
    let mut all: Vec<Found> = own.iter().flat_map(|(_, found)| found.iter().copied()).collect();
    all.sort_unstable();
    let mut before = 0;
    let mut found = Vec::with_capacity(2 * all.len());
    for same in all.chunk_by(|a, b| a.0 == b.0) {
        let document = same[0].0;
        let weight: u32 = same.iter().map(|(_, weight)| weight).sum();
        // Twice as often is not twice as much: a step for each doubling.
        let weight = (u32::BITS - weight.leading_zeros()).clamp(1, HEAVIEST);
        found.extend([document - before, weight]);
        before = document;
    }
    (forms.into_iter().collect::<Vec<_>>().join(" "), found)
}

/// The words of a document as they stand: language, form, and the sum of their weights.
fn forms_of(document: &Document) -> Vec<(Language, String, u32)> {
    let texts: Vec<(&Field, String)> = document.fields.iter().map(|field| (field, folded(&field.text))).collect();
    // Most words of a document are there more than once: only what is kept is copied.
    let mut words: Vec<(Language, &str, u32)> =
        texts.iter().flat_map(|(field, text)| forms(text).map(|form| (field.language, form, field.weight))).collect();
    words.sort_unstable();
    let same = words.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
    let summed = same.filter_map(|same| {
        let (language, form, _) = same.first()?;
        Some((*language, (*form).to_owned(), same.iter().map(|(.., weight)| weight).sum()))
    });
    summed.collect()
}

/// A text composed (Unicode's normalisation form C), in lower case.
fn folded(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).to_lowercase()
}

/// The words of a folded text: runs of letters and digits. A letter alone is none; a digit is.
fn forms(text: &str) -> impl Iterator<Item = &str> {
    let is_word = |form: &&str| match form.chars().take(LONGEST + 1).count() {
        0 => false,
        1 => form.starts_with(char::is_numeric),
        n => n <= LONGEST,
    };
    text.split(|c: char| !c.is_alphanumeric()).filter(is_word)
}

/// How a language's words are inflected; `None` where nobody has written it down, and then each form is a word.
fn algorithm(tag: &str) -> Option<Algorithm> {
    Some(match tag {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    fn document(texts: &[(&str, Language, u32)]) -> Document {
        let field =
            |&(text, language, weight): &(&str, Language, u32)| Field { text: text.to_owned(), language, weight };
        Document {
            href: "a/".to_owned(),
            title: "A".to_owned(),
            lang: None,
            kind: 0,
            note: String::new(),
            summary: String::new(),
            summary_lang: None,
            fields: texts.iter().map(field).collect(),
        }
    }

    /// Forms → documents and weights.
    fn words(documents: &[Document]) -> BTreeMap<String, Vec<(u64, u64)>> {
        let json: Value = serde_json::from_str(&index(documents.iter().cloned(), &[])).expect("it is JSON");
        let entry = |entry: &Value| {
            let numbers: Vec<u64> = entry[1].as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
            let mut at = 0;
            let found = numbers.chunks(2).map(|pair| {
                at += pair[0];
                (at, pair[1])
            });
            (entry[0].as_str().unwrap_or_default().to_owned(), found.collect())
        };
        json["words"].as_array().into_iter().flatten().map(entry).collect()
    }

    #[test]
    fn forms_of_a_word_are_one() {
        let (sv, en) = (Language::SWEDISH, Language::ENGLISH);
        let documents = [
            document(&[("Åtgärder för skolan", sv, 1), ("åtgärderna", sv, 8)]),
            document(&[("En A\u{30a}tga\u{308}rd i skolorna, ett organ, en skola, skolans", sv, 1)]),
            document(&[("Schools report weekly", en, 1), ("reporting, reports", en, 1)]),
        ];
        let words = words(&documents);
        assert_eq!(words["åtgärd åtgärder åtgärderna"], [(0, 4), (1, 1)]);
        assert_eq!(words["skola skolan skolans skolorna"], [(0, 1), (1, 2)]);
        assert_eq!(words["organ"], [(1, 1)]);
        assert_eq!(words["report reporting reports"], [(2, 2)]);
        assert!(!words.contains_key("a"), "{words:?}");
    }

    #[test]
    fn numbers_and_parts_of_compounds_are_words() {
        let words = words(&[document(&[("E-arkiv: KS 2026/123, § 7", Language::SWEDISH, 1)])]);
        assert_eq!(words.keys().map(String::as_str).collect::<Vec<_>>(), ["123", "2026", "7", "arkiv", "ks"]);
    }

    proptest! {
        #[test]
        fn every_word_leads_to_its_documents(texts in proptest::collection::vec("[a-zåäö0-9 .,-]{0,40}", 0..6)) {
            let documents: Vec<Document> =
                texts.iter().map(|text| document(&[(text, Language::SWEDISH, 1)])).collect();
            let words = words(&documents);
            for (n, text) in texts.iter().enumerate() {
                for form in forms(&folded(text)) {
                    let found = words.iter().find(|(own, _)| own.split(' ').any(|own| own == form));
                    let (_, found) = found.expect("the word is there");
                    prop_assert!(found.iter().any(|(document, weight)| *document == n as u64 && (1..=9).contains(weight)));
                }
            }
            for (own, found) in &words {
                let forms: Vec<&str> = own.split(' ').collect();
                for (document, _) in found {
                    let text = usize::try_from(*document).ok().and_then(|n| texts.get(n)).expect("it is a document");
                    prop_assert!(super::forms(&folded(text)).any(|form| forms.contains(&form)));
                }
            }
        }
    }
}
