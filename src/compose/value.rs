//! A value of the plan as the text of a cell, the same however it was written; and back, as it is written in a file.

use jiff::civil::Date;

use crate::model::{Name, PlanDate, Precision, fold};
use crate::source::record::{Field, Shape};
use crate::source::yaml::{Node, Tree};
use crate::words::Language;

const YES: Name = Name { en: "yes", sv: "ja" };
const NO: Name = Name { en: "no", sv: "nej" };
const ONGOING: Name = Name { en: "ongoing", sv: "löpande" };
const UNKNOWN: Name = Name { en: "unknown", sv: "okänt" };

/// What stands between the values of a list.
const BETWEEN: &str = "; ";

/// What stands in a cell of a workbook.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A number.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// A day.
    Day(Date),
    /// Something that the program of the workbook could not work out.
    Broken,
}

/// The names that a field's values can have, where they are few.
pub fn names(field: &Field) -> Option<Vec<Name>> {
    match field.shape {
        Shape::Bool => Some(vec![YES, NO]),
        Shape::Choice(names) => Some(names()),
        _ => None,
    }
}

/// A value in the one way in which a cell has it.
pub fn canonical(text: &str, field: &Field, language: Language) -> String {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    let name = match field.shape {
        Shape::Bool => match fold(text).as_str() {
            "true" | "yes" | "ja" => Some(YES),
            "false" | "no" | "nej" => Some(NO),
            _ => None,
        },
        Shape::Date => match text.parse::<PlanDate>() {
            Ok(date) if date.precision() == Precision::Ongoing => Some(ONGOING),
            Ok(date) => return date.to_string(),
            Err(_) => matches!(fold(text).as_str(), "unknown" | "okant").then_some(UNKNOWN),
        },
        Shape::Choice(names) => {
            let own = fold(text);
            names().into_iter().find(|name| fold(name.en) == own || fold(name.sv) == own)
        }
        Shape::Number | Shape::Count => return number(text).map_or_else(|| text.to_owned(), |own| own.to_string()),
        Shape::Reference(kind) => {
            let own = text.split_once(':').filter(|(own, _)| fold(own) == kind);
            return own.map_or(text, |(_, id)| id.trim()).to_owned();
        }
        _ => None,
    };
    name.map_or_else(|| text.to_owned(), |name| name.in_language(language.tag()).to_owned())
}

/// A number as people write it: with spaces between thousands, and with a comma.
pub fn number(text: &str) -> Option<f64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace('\u{2212}', "-");
    let plain = if plain.contains('.') { plain } else { plain.replace(',', ".") };
    let is_digits = plain.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E'));
    plain.parse::<f64>().ok().filter(|own| is_digits && own.is_finite())
}

/// The values that a node of a file has, in the one way; those of a list that are empty too.
pub fn items_of(node: &Node, field: &Field, language: Language) -> Vec<String> {
    let one = std::slice::from_ref(node);
    let items = if let Tree::List(items) = &node.value { items.as_slice() } else { one };
    let text = |item: &Node| match &item.value {
        Tree::Number(own, _) if matches!(field.shape, Shape::Number | Shape::Count) => own.to_string(),
        Tree::Number(_, text) | Tree::Text(text) => canonical(text, field, language),
        Tree::Bool(own) => canonical(if *own { "true" } else { "false" }, field, language),
        Tree::Nothing | Tree::List(_) | Tree::Map(_) => String::new(),
    };
    items.iter().map(text).collect()
}

/// The text of a cell that holds these values.
pub fn joined(items: &[String]) -> String {
    let item = |own: &String| {
        if own.contains([';', '\n']) || own.starts_with('"') {
            format!("\"{}\"", own.replace('"', "\"\""))
        } else {
            own.clone()
        }
    };
    items.iter().filter(|own| !own.is_empty()).map(item).collect::<Vec<_>>().join(BETWEEN)
}

/// The values in the text of a cell: between semicolons or on lines of their own, and in quotes where one has such in it.
pub fn split(text: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut quoted = false;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let Some(item) = items.last_mut() else { break };
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => {
                rest.next();
                item.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if item.trim().is_empty() => {
                item.clear();
                quoted = true;
            }
            ';' | '\n' if !quoted => items.push(String::new()),
            c => item.push(c),
        }
    }
    items.into_iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

/// The text of a cell for a field, from the values that it has.
pub fn text_of(items: &[String], field: &Field) -> String {
    // More than one where only one can be is an author's mistake, and told by those who check it.
    let is_list = field.many || items.len() > 1;
    if is_list { joined(items) } else { items.first().cloned().unwrap_or_default() }
}

/// The values in the text of a cell, in the one way.
pub fn items_in(text: &str, field: &Field, language: Language) -> Vec<String> {
    let text = text.replace("\r\n", "\n");
    let items = if field.many { split(&text) } else { vec![text] };
    let items = items.iter().map(|item| canonical(item, field, language));
    items.filter(|item| !item.is_empty()).collect()
}

/// What a cell says, as a text.
pub fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.replace("\r\n", "\n").trim().to_owned(),
        Cell::Number(number) => number.to_string(),
        Cell::Truth(true) => "true".to_owned(),
        Cell::Truth(false) => "false".to_owned(),
        Cell::Day(day) => day.to_string(),
        Cell::Broken => String::new(),
    }
}

/// A value as it is written in a file whose keys are in `own`, from how the workbook of a plan in `language` has it. A
/// value that takes the place of another is in that one's language.
pub fn written(text: &str, field: &Field, (language, own): (Language, Language), before: Option<&str>) -> String {
    if matches!(field.shape, Shape::Bool)
        && before.is_some_and(|before| matches!(fold(before).as_str(), "true" | "false"))
    {
        return if text == YES.in_language(language.tag()) { "true" } else { "false" }.to_owned();
    }
    let known = match field.shape {
        Shape::Date => vec![ONGOING, UNKNOWN],
        _ => names(field).unwrap_or_default(),
    };
    let Some(name) = known.iter().find(|name| name.in_language(language.tag()) == text) else { return text.to_owned() };
    let before = before.map(fold).unwrap_or_default();
    let is = |other: fn(&Name) -> &'static str| known.iter().any(|own| fold(other(own)) == before);
    match (is(|own| own.sv), is(|own| own.en)) {
        (true, false) => name.sv,
        (false, true) => name.en,
        _ => name.in_language(own.tag()),
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_in_a_cell_is_read_back() {
        for items in [vec!["a"], vec!["a", "b c"], vec!["a; b", "\"c\" d", "e\nf"], vec!["5 \" x"]] {
            let items: Vec<String> = items.into_iter().map(str::to_owned).collect();
            assert_eq!(split(&joined(&items)), items);
        }
        assert_eq!(split(" a ;b\n\nc; "), ["a", "b", "c"]);
        assert_eq!(joined(&["a".to_owned(), String::new(), "b".to_owned()]), "a; b");
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, wanted) in [("1 250 000", 1_250_000.0), ("12,5", 12.5), ("0.95", 0.95), ("\u{2212}3", -3.0)] {
            assert_eq!(number(text), Some(wanted), "{text}");
        }
        for text in ["", "tolv", "inf", "nan", "1,2,3", "5 %"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
