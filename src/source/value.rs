//! Values of the vocabulary that have a form of their own.

use std::marker::PhantomData;

use super::record::{Reader, Shape, Value, text_of};
use super::vocabulary as v;
use super::yaml::{Node, Tree};
use crate::diag::{Diagnostic, code};
use crate::files::At;
use crate::model::{Choice as _, Kind, PlanDate, Volume, fold};

/// An id: lower-case slug, `a-z0-9-`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Id(pub String);

impl Value for Id {
    const SHAPE: Shape = Shape::Slug;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = text_of(node, reader, "type-id")?;
        if is_id(text) {
            return Some(Self(text.to_owned()));
        }
        reader.report(
            Diagnostic::new(&code::BAD_ID, node.span).with("id", text).nearest(Some(slug(text)).filter(|id| is_id(id))),
        );
        None
    }
}

/// Whether a text is an id: `a-z0-9-`, no hyphen first, last or doubled.
pub fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 100
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

/// A text as a slug: lower case, å ä → a, ö → o, é → e, everything else that is no letter or digit becomes one hyphen.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = match c {
            'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' | 'æ' => 'a',
            'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' => 'o',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'ü' | 'ú' | 'ù' | 'û' => 'u',
            'í' | 'ì' | 'î' | 'ï' => 'i',
            'ñ' => 'n',
            'ç' => 'c',
            other => other,
        };
        if c.is_ascii_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// A reference by id to a record of kind `R`.
#[derive(Debug)]
pub struct To<R> {
    /// The id.
    pub id: String,
    kind: PhantomData<fn() -> R>,
}

impl<R> Clone for To<R> {
    fn clone(&self) -> Self {
        Self { id: self.id.clone(), kind: PhantomData }
    }
}

impl<R> To<R> {
    /// A reference to this id.
    pub fn new(id: String) -> Self {
        Self { id, kind: PhantomData }
    }
}

/// What a reference can lead to.
pub(crate) trait Referable {
    const KIND: &'static str;
}

macro_rules! referable {
    ($($record:ident $kind:literal),* $(,)?) => {
        $(impl Referable for v::$record { const KIND: &'static str = $kind; })*
    };
}

referable! {
    Area "area", Goal "goal", Initiative "initiative", Indicator "indicator", Forum "forum", Insight "insight",
    Decision "decision", Role "role", Unit "unit", UnitOrRole "unit or role",
}

impl<R: Referable> Value for To<R> {
    const SHAPE: Shape = Shape::Reference(R::KIND);

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = text_of(node, reader, "type-id")?.trim();
        // `goal:skola` where only goals can stand is forgiven.
        let id = text.split_once(':').filter(|(kind, _)| fold(kind) == R::KIND).map_or(text, |(_, id)| id.trim());
        Some(Self { id: id.to_owned(), kind: PhantomData })
    }
}

/// The one role that answers for something. Two are an error of their own: shared responsibility is nobody's.
#[derive(Clone, Debug)]
pub struct Owner(pub To<v::Role>);

impl Value for Owner {
    const SHAPE: Shape = Shape::Reference("role");

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = match &node.value {
            Tree::Text(text) => text.as_str(),
            _ => "",
        };
        let several = match &node.value {
            Tree::List(items) if items.len() == 1 => return Self::read(&items[0], reader),
            Tree::List(items) => !items.is_empty(),
            _ => text.contains([',', ';', '/', '&']) || text.contains(" och ") || text.contains(" and "),
        };
        if several {
            reader.report(Diagnostic::new(&code::SEVERAL_OWNERS, node.span));
            return None;
        }
        To::read(node, reader).map(Self)
    }
}

/// When an activity was done; `unknown` when the source does not tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DoneOn {
    /// At this date.
    Date(PlanDate),
    /// It is done; when, the source does not tell.
    Unknown,
}

impl Value for DoneOn {
    const SHAPE: Shape = Shape::Date;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        if let Tree::Text(text) = &node.value
            && matches!(fold(text).as_str(), "unknown" | "okant")
        {
            return Some(Self::Unknown);
        }
        PlanDate::read(node, reader).map(Self::Date)
    }
}

/// A length of time in days: `4w` (weeks, also `4v`) or `28d`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days(pub u32);

impl Value for Days {
    const SHAPE: Shape = Shape::Form("type-days");

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = text_of(node, reader, "type-days")?;
        let text = fold(text);
        let number: String = text.chars().take_while(char::is_ascii_digit).collect();
        let unit = text.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches('-');
        let days = number.parse::<u32>().ok().filter(|&n| n <= 1000).and_then(|n| match unit {
            "w" | "v" | "week" | "weeks" | "vecka" | "veckor" => Some(n * 7),
            "d" | "day" | "days" | "dag" | "dagar" => Some(n),
            _ => None,
        });
        if days.is_none() {
            reader.wrong_type(node, "type-days");
        }
        days.map(Self)
    }
}

/// How many told an insight: a whole number from 5, or `<5`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VolumeText(pub Volume);

impl Value for VolumeText {
    const SHAPE: Shape = Shape::Form("type-volume");

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = text_of(node, reader, "type-volume")?.replace([' ', '\u{a0}', '\u{202f}'], "");
        if text == "<5" {
            return Some(Self(Volume::Few));
        }
        match text.parse::<u32>() {
            Ok(count) if count >= 5 => Some(Self(Volume::Count(count))),
            Ok(_) => {
                reader.report(Diagnostic::new(&code::SMALL_NUMBER, node.span));
                None
            }
            Err(_) => {
                reader.wrong_type(node, "type-volume");
                None
            }
        }
    }
}

/// Something that a meeting took up or a decision affects: `kind:id`, or words.
#[derive(Clone, Debug, PartialEq)]
pub enum MentionText {
    /// A reference, as kind and id.
    Reference(Kind, String),
    /// Words.
    Words(String),
}

impl Value for MentionText {
    const SHAPE: Shape = Shape::Form("type-mention");

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let text = text_of(node, reader, "type-mention")?.trim();
        Some(match mention(text) {
            Some((kind, id)) => Self::Reference(kind, id.to_owned()),
            None => Self::Words(text.to_owned()),
        })
    }
}

/// `kind:id` taken apart, when `kind` is one that content can refer to and nothing but an id follows.
pub fn mention(text: &str) -> Option<(Kind, &str)> {
    let (kind, id) = text.split_once(':')?;
    let plain = !id.is_empty() && !id.contains(char::is_whitespace) && !id.starts_with('/');
    Kind::parse(kind).filter(|_| plain).map(|kind| (kind, id))
}

/// The keys of a node with their values, or a report that it has none.
fn entries_of<'n>(node: &'n Node, reader: &mut Reader<'_>) -> Option<&'n [(At<String>, Node)]> {
    if let Tree::Map(entries) = &node.value {
        return Some(entries);
    }
    reader.wrong_type(node, "type-map");
    None
}

/// Keys and texts that the author chooses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WordMap(pub Vec<(At<String>, At<String>)>);

impl Value for WordMap {
    const SHAPE: Shape = Shape::Words;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let entries = entries_of(node, reader)?;
        let mut words = Vec::new();
        for (key, value) in entries {
            if let Some(text) = String::read(value, reader) {
                words.push((key.clone(), At::new(text, value.span)));
            }
        }
        Some(Self(words))
    }
}

/// Texts that the author chooses, each with what it is in the plan; `None`: nothing was written behind it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Headings(pub Vec<(At<String>, Option<At<String>>)>);

impl Value for Headings {
    const SHAPE: Shape = Shape::Words;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let entries = entries_of(node, reader)?;
        let text = |value: &Node, reader: &mut Reader<'_>| match value.value {
            Tree::Nothing => None,
            _ => String::read(value, reader).filter(|text| !text.is_empty()).map(|text| At::new(text, value.span)),
        };
        Some(Self(entries.iter().map(|(key, value)| (key.clone(), text(value, reader))).collect()))
    }
}

/// Keys of the plan, each with what texts mean there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Meanings(pub Vec<(At<String>, Headings)>);

impl Value for Meanings {
    const SHAPE: Shape = Shape::Words;

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let entries = entries_of(node, reader)?;
        let mut all = Vec::new();
        for (key, value) in entries.iter().filter(|(_, value)| value.value != Tree::Nothing) {
            all.extend(Headings::read(value, reader).map(|own| (key.clone(), own)));
        }
        Some(Self(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_fold_swedish_letters() {
        assert_eq!(slug("E-tjänst för bygglov – år 2"), "e-tjanst-for-bygglov-ar-2");
        assert_eq!(slug("Åäö ÅÄÖ"), "aao-aao");
        assert_eq!(slug("…"), "");
        assert!(is_id("e-tjanst-2") && !is_id("E-tjänst") && !is_id("-a") && !is_id("a--b") && !is_id(""));
    }

    #[test]
    fn a_mention_is_a_kind_and_an_id() {
        assert_eq!(mention("mål:skola"), Some((Kind::Goal, "skola")));
        assert_eq!(mention("report:2026-T1/skola"), Some((Kind::Report, "2026-T1/skola")));
        assert_eq!(mention("Beslut: vi väntar"), None);
        assert_eq!(mention("https://example.org"), None);
    }
}
