//! **words**: a language in, its words, numbers, dates and alphabetical order out.
//!
//! Each language has one folder of Fluent catalogues (`diagnostics.ftl` for messages, `cli.ftl` for the terminal, all
//! others for pages), embedded in the program. A language is added by adding its folder and a row in `CATALOGUES`; a
//! test checks that it says everything that Swedish says. Kept out: what is said when; the stages that speak decide
//! that.
//!
//! Fluent is named in this file only, ICU4X in `formats.rs` only.

mod formats;

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

pub use formats::Formats;

/// The embedded catalogues: language tag, then the texts that make up its one catalogue.
const CATALOGUES: &[(&str, &[&str])] = &[
    (
        "sv",
        &[
            include_str!("sv/site.ftl"),
            include_str!("sv/follow.ftl"),
            include_str!("sv/figures.ftl"),
            include_str!("sv/figures-time.ftl"),
            include_str!("sv/figures-bars.ftl"),
            include_str!("sv/about.ftl"),
            include_str!("sv/find.ftl"),
            include_str!("sv/open.ftl"),
            include_str!("sv/feeds.ftl"),
            include_str!("sv/diagnostics.ftl"),
            include_str!("sv/fields.ftl"),
            include_str!("sv/compose.ftl"),
            include_str!("sv/forms.ftl"),
            include_str!("sv/cli.ftl"),
        ],
    ),
    (
        "en",
        &[
            include_str!("en/site.ftl"),
            include_str!("en/follow.ftl"),
            include_str!("en/figures.ftl"),
            include_str!("en/figures-time.ftl"),
            include_str!("en/figures-bars.ftl"),
            include_str!("en/about.ftl"),
            include_str!("en/find.ftl"),
            include_str!("en/open.ftl"),
            include_str!("en/feeds.ftl"),
            include_str!("en/diagnostics.ftl"),
            include_str!("en/fields.ftl"),
            include_str!("en/compose.ftl"),
            include_str!("en/forms.ftl"),
            include_str!("en/cli.ftl"),
        ],
    ),
];

/// A language that framdrift can speak: one that has a catalogue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(usize);

impl Language {
    /// Swedish.
    pub const SWEDISH: Self = Self(0);
    /// English.
    pub const ENGLISH: Self = Self(1);

    /// Every language with a catalogue, Swedish first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..CATALOGUES.len()).map(Self)
    }

    /// The language with this BCP 47 tag, such as `sv`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        CATALOGUES.iter().position(|(own, _)| own.eq_ignore_ascii_case(tag.trim())).map(Self)
    }

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        CATALOGUES[self.0].0
    }

    /// The words of the site's own addresses in this language: the catalogue's `route-…`, which are plain words. Read
    /// from the text, as making the whole of [`Words`] for them would be the slowest part of a check.
    pub fn addresses(self) -> impl Iterator<Item = &'static str> {
        let texts: &'static [&'static str] = CATALOGUES[self.0].1;
        texts
            .iter()
            .flat_map(|text| text.lines())
            .filter(|line| line.starts_with("route-"))
            .filter_map(|line| line.split_once(" = "))
            .map(|(_, word)| word.trim())
    }

    /// The tags of all languages, for a message that lists them.
    pub fn tags() -> Vec<&'static str> {
        CATALOGUES.iter().map(|(tag, _)| *tag).collect()
    }
}

impl std::fmt::Debug for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

/// What fills a placeholder of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A text, placed as it is.
    Text(String),
    /// A count: chooses the plural form as `$name`, and is placed, written as the language writes it, as `$name_text`.
    Count(u64),
    /// A name of the content model.
    Name {
        /// In the message's language; placed as `$name`.
        text: &'static str,
        /// In English; by `$name_key` a message chooses article and gender.
        key: &'static str,
    },
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<u32> for Arg {
    fn from(count: u32) -> Self {
        Self::Count(u64::from(count))
    }
}

impl From<u64> for Arg {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

/// One language's words, numbers, dates and order, ready for use.
pub struct Words {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    formats: Formats,
    keys: Vec<String>,
    /// Each message's own lines as shipped.
    sources: BTreeMap<&'static str, &'static str>,
}

/// A replacement for a word that its author must mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelProblem {
    /// No message has this key; the nearest that exists.
    UnknownKey {
        /// The nearest.
        nearest: Option<String>,
    },
    /// The text is not a Fluent pattern, or asks for something that the message is not given.
    BadPattern,
}

impl Words {
    /// The language's words as the program ships them.
    pub fn new(language: Language) -> Self {
        let tag = language.tag().parse().expect("the tags of CATALOGUES are valid");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        let mut sources = BTreeMap::new();
        for text in CATALOGUES[language.0].1 {
            let resource = FluentResource::try_new((*text).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("the {} catalogue does not parse: {errors:?}", language.tag()));
            for (key, source) in messages(text) {
                keys.push(key.to_owned());
                sources.insert(key, source);
            }
            bundle
                .add_resource(resource)
                .unwrap_or_else(|errors| panic!("the {} catalogue repeats a key: {errors:?}", language.tag()));
        }
        Self { language, bundle, formats: Formats::new(language.tag()), keys, sources }
    }

    /// Replaces words by a plan's own. A bad replacement changes nothing and is given back with its key.
    pub fn replace<'a>(&mut self, labels: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<(String, LabelProblem)> {
        let mut problems = Vec::new();
        for (key, text) in labels {
            if !self.has(key) {
                let nearest = nearest(key, self.keys.iter().map(String::as_str)).map(str::to_owned);
                problems.push((key.to_owned(), LabelProblem::UnknownKey { nearest }));
                continue;
            }
            let single = text.replace(['\n', '\r'], " ");
            let fits = match FluentResource::try_new(format!("{key} = {single}\n")) {
                Ok(resource) if asks_only_for(&single, self.pattern_source(key)) => {
                    self.bundle.add_resource_overriding(resource);
                    true
                }
                _ => false,
            };
            if !fits {
                problems.push((key.to_owned(), LabelProblem::BadPattern));
            }
        }
        problems
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// How the language writes numbers and dates and orders names.
    pub fn formats(&self) -> &Formats {
        &self.formats
    }

    /// Whether there is a message with this key (`key` or `key.attribute`).
    pub fn has(&self, key: &str) -> bool {
        match key.split_once('.') {
            None => self.bundle.get_message(key).is_some_and(|message| message.value().is_some()),
            Some((key, attribute)) => {
                self.bundle.get_message(key).is_some_and(|message| message.get_attribute(attribute).is_some())
            }
        }
    }

    /// Every key of the catalogue, in its order.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// The words of a message that has no placeholders.
    pub fn get(&self, key: &str) -> String {
        self.fill(key, &[])
    }

    /// The words of a message (`key` or `key.attribute`), with its placeholders filled.
    ///
    /// # Panics
    /// When the catalogue lacks the key or the message asks for something it was not given: both are bugs of ours
    /// that the tests look for, and a page that prints `{$name}` would be worse.
    pub fn fill(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let tag = self.language.tag();
        let pattern = match key.split_once('.') {
            None => self.bundle.get_message(key).and_then(|message| message.value()),
            Some((key, attribute)) => self
                .bundle
                .get_message(key)
                .and_then(|message| message.get_attribute(attribute))
                .map(|attribute| attribute.value()),
        };
        let pattern = pattern.unwrap_or_else(|| panic!("the {tag} catalogue lacks {key}"));
        let mut filled = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => filled.set(*name, FluentValue::from(text.as_str())),
                Arg::Count(count) => {
                    filled.set(*name, FluentValue::from(*count));
                    filled.set(format!("{name}_text"), FluentValue::from(self.formats.count(*count)));
                }
                Arg::Name { text, key } => {
                    filled.set(*name, FluentValue::from(*text));
                    // A variant's name in Fluent has no spaces.
                    filled.set(format!("{name}_key"), FluentValue::from(key.replace([' ', '_'], "-")));
                }
            }
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned();
        assert!(errors.is_empty(), "{tag} {key}: {errors:?}");
        text
    }

    /// Every message without placeholders, for templates: key with `-` and `.` as `_` → words.
    pub fn plain(&self) -> BTreeMap<String, String> {
        self.keys
            .iter()
            .filter(|key| !self.pattern_source(key).contains('$'))
            .map(|key| (key.replace(['-', '.'], "_"), self.get(key)))
            .collect()
    }

    /// The source text of a message's own pattern as shipped.
    fn pattern_source(&self, key: &str) -> &'static str {
        let head = key.split('.').next().unwrap_or(key);
        self.sources.get(head).copied().unwrap_or_default()
    }
}

/// The messages of a catalogue, in order: the key, which is what begins a line and stands before ` =`, and the lines
/// from there to the next that is neither indented nor blank.
fn messages(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut open: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !line.starts_with([' ', '\n', '}']) {
            if let Some((key, from)) = open.take() {
                found.push((key, text.get(from..at).unwrap_or_default()));
            }
            open = line.split_once(" =").map(|(key, _)| (key, at)).filter(|(key, _)| is_key(key));
        }
        at += line.len();
    }
    found.extend(open.map(|(key, from)| (key, text.get(from..).unwrap_or_default())));
    found
}

fn is_key(text: &str) -> bool {
    let plain = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    plain && text.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// Whether `pattern` has nothing in braces but placeholders `{ $name }` that `allowed` has too.
fn asks_only_for(pattern: &str, allowed: &str) -> bool {
    fn name(text: &str) -> &str {
        text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-').next().unwrap_or_default()
    }
    let known: Vec<&str> = allowed.split('$').skip(1).map(name).collect();
    pattern.split('{').skip(1).all(|placeable| {
        let own = placeable.trim_start().strip_prefix('$');
        own.is_some_and(|own| {
            let name = name(own);
            let ends = own.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('}'));
            ends && known.contains(&name)
        })
    })
}

/// The name most like `written`, if one is near enough that it may be what was meant: at most a third of its letters
/// differ (Damerau-Levenshtein distance on characters; å, ä and ö differ from a and o by half a letter).
pub fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written: Vec<char> = written.to_lowercase().chars().collect();
    let limit = (written.len() * 2).div_ceil(3).max(2);
    names
        .into_iter()
        .map(|name| (distance(&written, &name.to_lowercase().chars().collect::<Vec<_>>()), name))
        .filter(|(distance, _)| *distance <= limit)
        .min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)))
        .map(|(_, name)| name)
}

/// Optimal string alignment distance in half letters.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).map(|n| n * 2).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![(i + 1) * 2];
        for (j, &y) in b.iter().enumerate() {
            let mut best = (above[j] + swap_cost(x, y)).min(above[j + 1] + 2).min(row[j] + 2);
            if i > 0 && j > 0 && x == b[j - 1] && a[i - 1] == y {
                best = best.min(before[j - 1] + 2);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

fn swap_cost(x: char, y: char) -> usize {
    if x == y {
        0
    } else if bare(x) == bare(y) {
        1
    } else {
        2
    }
}

/// A letter without its ring or dots; `-`, `_` and space are one.
fn bare(c: char) -> char {
    match c {
        'å' | 'ä' | 'à' | 'á' => 'a',
        'ö' | 'ø' => 'o',
        'é' | 'è' | 'ë' => 'e',
        'ü' => 'u',
        '-' | ' ' => '_',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_near() {
        let names = ["accountable", "ansvarig", "activities", "mål"];
        assert_eq!(nearest("ansvaring", names), Some("ansvarig"));
        assert_eq!(nearest("acountable", names), Some("accountable"));
        assert_eq!(nearest("mal", names), Some("mål"));
        assert_eq!(nearest("aktviitets", names), None);
        assert_eq!(nearest("banan", names), None);
    }

    #[test]
    fn every_language_says_what_swedish_says() {
        let swedish = Words::new(Language::SWEDISH);
        for language in Language::all() {
            let words = Words::new(language);
            let lacks: Vec<&String> = swedish.keys().iter().filter(|key| !words.has(key)).collect();
            assert!(lacks.is_empty(), "{language:?} lacks {lacks:?}");
            let extra: Vec<&String> = words.keys().iter().filter(|key| !swedish.has(key)).collect();
            assert!(extra.is_empty(), "{language:?} has {extra:?} that Swedish lacks");
            for key in swedish.keys() {
                assert_eq!(
                    attributes(swedish.pattern_source(key)),
                    attributes(words.pattern_source(key)),
                    "{language:?} {key}"
                );
            }
        }
    }

    /// The attributes of a message and the placeholders of the whole of it.
    fn attributes(source: &str) -> (Vec<&str>, std::collections::BTreeSet<String>) {
        let names = source
            .lines()
            .filter_map(|line| line.trim_start().strip_prefix('.')?.split_once(" =").map(|(name, _)| name))
            .collect();
        let placeholders = source
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).collect::<String>())
            .map(|name| name.trim_end_matches("_text").to_owned())
            .collect();
        (names, placeholders)
    }

    #[test]
    fn a_plan_may_use_its_own_words() {
        let mut words = Words::new(Language::SWEDISH);
        let problems = words.replace([("activities", "Åtgärder"), ("activites", "x"), ("goals", "{ $n }")]);
        assert_eq!(words.get("activities"), "Åtgärder");
        for text in ["{ goals }", "{ -goals }", "{ NUMBER(1) }", "{ $", "{", "}", "", "{ $n.x }", "{ $to }"] {
            let problems = words.replace([("n-of-n", text)]);
            assert!(matches!(&problems[..], [(_, LabelProblem::BadPattern)]), "{text}: {problems:?}");
        }
        assert_eq!(words.replace([("n-of-n", "{ $n_text } / { $total_text }")]), []);
        assert_eq!(
            problems,
            [
                ("activites".to_owned(), LabelProblem::UnknownKey { nearest: Some("activities".to_owned()) }),
                ("goals".to_owned(), LabelProblem::BadPattern),
            ]
        );
    }
}
