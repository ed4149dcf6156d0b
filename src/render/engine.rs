//! The template engine: named templates and values in, markup or the place of the trouble out.
//!
//! Tera is named in this file only. Kept out: where templates come from, and what is told about the trouble.

use std::ops::Range;

use serde::Serialize;
use tera::{Context, ErrorKind, Kwargs, State, Tera, Value};

use crate::pages::routes::percent_encoded;

/// Templates below this prefix are found without it too, when no other has the name.
pub(super) const BUILT_IN: &str = "default/";

/// Parsed templates, ready to be filled from several threads.
pub(super) struct Engine(Tera);

/// A value that many pages share: turned into the engine's form once.
#[derive(Clone)]
pub(super) struct Shared(Value);

impl Shared {
    pub(super) fn new(value: &impl Serialize) -> Self {
        Self(Value::from_serializable(value))
    }
}

/// What is wrong with a template, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Trouble {
    /// The template's name; empty when the trouble is no single template's.
    pub(super) template: String,
    /// Line, from 1; 0 when it is not known.
    pub(super) line: usize,
    /// Column in characters, from 1.
    pub(super) column: usize,
    /// What is wrong, in the engine's words (English).
    pub(super) message: String,
    /// The bytes of the template that it is about, when they are known.
    pub(super) bytes: Option<(usize, usize)>,
    /// Where the component that it is in was called, innermost first: template, line and column.
    pub(super) callers: Vec<(String, usize, usize)>,
}

impl Trouble {
    /// The same as a range.
    pub(super) fn range(&self) -> Option<Range<usize>> {
        self.bytes.map(|(start, end)| start..end)
    }
}

impl Engine {
    /// Parses templates given as name and source, and looks that all they refer to is there.
    ///
    /// # Errors
    /// Every template that can't be parsed; or, when all can, every reference that leads nowhere.
    pub(super) fn new(templates: &[(String, &str)]) -> Result<Self, Vec<Trouble>> {
        let mut tera = empty();
        let Err(error) = tera.add_raw_templates(templates.iter().map(|(name, text)| (name.as_str(), *text))) else {
            return Ok(Self(tera));
        };
        let mut troubles: Vec<Trouble> = templates
            .iter()
            .filter_map(|(name, text)| empty().add_raw_template(name, text).err())
            .filter(|error| matches!(error.kind(), ErrorKind::SyntaxError(_)))
            .flat_map(|error| troubles(&error))
            .collect();
        if troubles.is_empty() {
            troubles = self::troubles(&error);
        }
        Err(troubles)
    }

    /// Fills a template with `page`, `site` and `words`: they are all that it sees.
    pub(super) fn fill(
        &self,
        template: &str,
        page: impl Serialize,
        site: &Shared,
        words: &Shared,
    ) -> Result<String, Vec<Trouble>> {
        let mut context = Context::new();
        context.insert_value("page", Value::from_serializable(&page));
        drop(page);
        context.insert_value("site", site.0.clone());
        context.insert_value("words", words.0.clone());
        self.0.render(template, &context).map_err(|error| troubles(&error))
    }

    /// What a template makes of nothing; `None` when it asks for something, or is not there.
    pub(super) fn constant(&self, template: &str) -> Option<String> {
        if !self.0.get_template_variables(template).ok()?.is_empty() {
            return None;
        }
        self.0.render(template, &Context::new()).ok()
    }
}

fn empty() -> Tera {
    let mut tera = Tera::default();
    tera.set_fallback_prefixes([BUILT_IN]).expect("there are no templates yet");
    tera.autoescape_on([".html", ".svg", ".xml"]);
    tera.register_filter("urlencode", |text: &str, _: Kwargs, _: &State<'_>| percent_encoded(text));
    tera
}

fn troubles(error: &tera::Error) -> Vec<Trouble> {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let span = report.span();
            vec![Trouble {
                template: report.filename().to_owned(),
                line: span.start_line,
                column: span.start_col + 1,
                message: report.message().to_owned(),
                bytes: Some((span.range.start, span.range.end.max(span.range.start))),
                callers: error.to_string().lines().filter_map(caller).collect(),
            }]
        }
        ErrorKind::MissingParent { current, .. } => vec![nowhere(current, error)],
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => vec![nowhere(tpl, error)],
        _ => {
            let text = error.to_string();
            let found: Vec<Trouble> = text.split("\n\n").filter_map(reported).collect();
            if found.is_empty() { vec![nowhere("", error)] } else { found }
        }
    }
}

fn nowhere(template: &str, error: &tera::Error) -> Trouble {
    Trouble {
        template: template.to_owned(),
        line: 0,
        column: 0,
        message: error.to_string(),
        bytes: None,
        callers: vec![],
    }
}

/// References that lead nowhere come as text only: `error: MESSAGE`, then `--> TEMPLATE:LINE:COLUMN`.
fn reported(report: &str) -> Option<Trouble> {
    let mut lines = report.lines();
    let message = lines.next()?.strip_prefix("error: ")?;
    let (template, line, column) = place(lines.next()?.trim_start().strip_prefix("--> ")?)?;
    Some(Trouble { template, line, column, message: message.to_owned(), bytes: None, callers: vec![] })
}

/// Callers come as text only: `note: called from TEMPLATE:LINE:COLUMN`.
fn caller(line: &str) -> Option<(String, usize, usize)> {
    place(line.strip_prefix("note: called from ")?)
}

/// `TEMPLATE:LINE:COLUMN`.
fn place(text: &str) -> Option<(String, usize, usize)> {
    let mut parts = text.rsplitn(3, ':');
    let column = parts.next()?.parse().ok()?;
    let line = parts.next()?.parse().ok()?;
    Some((parts.next()?.to_owned(), line, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_encoded() {
        assert_eq!(percent_encoded("Läget: 3 & 4"), "L%C3%A4get%3A%203%20%26%204");
    }

    #[test]
    fn every_bad_template_is_told_with_its_place() {
        let bad = [("a.html".to_owned(), "å {% if %}"), ("b.html".to_owned(), "{{ x ")];
        let Err(troubles) = Engine::new(&bad) else { panic!("they can't be parsed") };
        let places: Vec<_> = troubles.iter().map(|t| (t.template.as_str(), t.line)).collect();
        assert_eq!(places, [("a.html", 1), ("b.html", 1)]);
        let lost = [("a.html".to_owned(), "\nå {{ <nothing /> }}{{ 1 | nix }}")];
        let Err(troubles) = Engine::new(&lost) else { panic!("they lead nowhere") };
        let places: Vec<_> = troubles.iter().map(|t| (t.template.as_str(), t.line, t.column)).collect();
        assert_eq!(places, [("a.html", 2, 6), ("a.html", 2, 27)]);
    }
}
