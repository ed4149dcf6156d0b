//! Forms as plain data in, markup out. The one file that knows the template.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use anyhow::Context as _;
use serde::Serialize;
use serde_json::json;
use tera::{Context, Tera};

use super::Target;
use super::beside::Told;
use super::fields::{Parts, Trouble};
use super::start::Start;
use crate::compose::workbook::Line;
use crate::model::Choice as _;
use crate::serve::{FORMS, Reply, escaped};
use crate::words::Words;

/// How the forms look.
pub(super) const STYLE: &str = include_str!("form.css");
/// What runs in the browser.
pub(super) const SCRIPT: &str = include_str!("form.js");
/// The name of the field of the id of something new.
pub(super) const ID: &str = "framdrift-id";
/// The name of the field that tells which text of the file a form was made of.
pub(super) const MARK: &str = "framdrift-mark";
/// The name of the field with what the file said then.
pub(super) const BASE: &str = "framdrift-base";

/// The form of a file.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Form {
    pub(super) title: String,
    /// Where it is sent to.
    pub(super) action: String,
    /// The file's path; empty when it has none yet.
    pub(super) path: String,
    /// What the file says; empty when it is new.
    pub(super) base: String,
    pub(super) mark: String,
    pub(super) is_new: bool,
    pub(super) is_report: bool,
    /// The id, when the author chooses it.
    pub(super) id: Option<String>,
    pub(super) id_problems: Vec<Trouble>,
    pub(super) parts: Parts,
    /// The text below the front matter, of files that have one.
    pub(super) body: String,
    pub(super) body_problems: Vec<Trouble>,
    /// What was said the last time.
    pub(super) before: Vec<String>,
    /// What is wrong that belongs to no field, with the path of the file when it is another.
    pub(super) above: Vec<(Option<String>, Trouble)>,
}

/// What has just happened.
#[derive(Clone, Debug)]
pub(super) enum News {
    /// It was written; the address of its page.
    Saved(Option<String>),
    /// It was not written, because of what is wrong.
    Refused,
    /// It was not written, because somebody else has saved; what would change if it were.
    Moved(Vec<Line>),
}

/// The address of a form below that of all of them.
pub(super) fn address(target: &Target) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    match target {
        Target::File(path) => query.append_pair("file", path),
        Target::New(kind) => query.append_pair("new", kind.name().en),
        Target::Report(id, period) => {
            query.append_pair("new", "report").append_pair("of", id).append_pair("period", &period.to_string())
        }
        Target::Review(period) => query.append_pair("new", "review").append_pair("period", &period.to_string()),
    };
    format!("?{}", query.finish())
}

static TEMPLATES: LazyLock<Tera> = LazyLock::new(|| {
    let mut tera = Tera::default();
    let all = [
        ("input.html", include_str!("input.html")),
        ("page.html", include_str!("page.html")),
        ("start.html", include_str!("start.html")),
        ("form.html", include_str!("form.html")),
        ("told.html", include_str!("told.html")),
    ];
    tera.add_raw_templates(all).expect("the templates are in the program, and a test fills them");
    tera
});

fn filled(template: &str, words: &Words, title: &str, more: impl Serialize) -> anyhow::Result<String> {
    let mut context = Context::new();
    context.insert("lang", words.language().tag());
    context.insert("title", title);
    context.insert("words", &words.plain());
    context.insert("forms", FORMS);
    context.insert("page", &more);
    TEMPLATES.render(template, &context).context("a form could not be made")
}

/// A page that says something, with what was sent, so that it is not lost.
pub(super) fn told(words: &Words, status: u16, title: &str, text: &str, fields: &[(String, String)]) -> Reply {
    let fields: Vec<_> = fields
        .iter()
        .filter(|(name, value)| !value.trim().is_empty() && !name.starts_with("framdrift-"))
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    let html = filled("told.html", words, title, json!({ "text": text, "fields": fields, "is_open": true }));
    Reply::Page { status, html: html.unwrap_or_else(|error| error.to_string()) }
}

/// The page for those who have no key.
pub(super) fn refusal(words: &Words) -> String {
    let (title, text) = (words.get("forms-refused"), words.get("forms-refused-why"));
    filled("told.html", words, &title, json!({ "text": text, "fields": [], "is_open": false })).unwrap_or(text)
}

/// The first page.
pub(super) fn start(words: &Words, start: &Start) -> anyhow::Result<Reply> {
    let html = filled("start.html", words, &words.get("forms-start"), start)?;
    Ok(Reply::Page { status: 200, html })
}

/// A form.
pub(super) fn form(words: &Words, status: u16, form: &Form, news: Option<News>) -> anyhow::Result<Reply> {
    let news = news.map(|news| match news {
        News::Saved(page) => json!({ "kind": "saved", "page": page }),
        News::Refused => json!({ "kind": "refused" }),
        News::Moved(lines) => {
            let lines: Vec<_> = lines
                .iter()
                .map(|line| match line {
                    Line::Old(text) => json!({ "sign": "−", "text": text }),
                    Line::New(text) => json!({ "sign": "+", "text": text }),
                })
                .collect();
            json!({ "kind": "moved", "lines": lines })
        }
    });
    let html = filled("form.html", words, &form.title, json!({ "form": form, "news": news }))?;
    Ok(Reply::Page { status, html })
}

/// What the script of a form is told of what is being written: what is wrong, field by field, and the page as it becomes.
pub(super) fn checked(words: &Words, told: &Told, page: Option<(String, String)>) -> anyhow::Result<Reply> {
    let beside: BTreeMap<&str, &Vec<Trouble>> = told.beside.iter().map(|(name, own)| (name.as_str(), own)).collect();
    let above: Vec<_> = told.above.iter().map(|(path, own)| json!({ "path": path, "trouble": own })).collect();
    // The page stands in a page of ours, so its own addresses are told where it would be.
    let page = page.map(|(address, html)| match html.split_once("<head>") {
        Some((before, after)) => format!("{before}<head>\n<base href=\"{}\">{after}", escaped(&address)),
        None => html,
    });
    // Without an error, what has no page has none of its own.
    let lacks = page.is_none() && told.has_errors();
    let none = if lacks { words.get("forms-preview-none") } else { String::new() };
    let told = json!({ "beside": beside, "above": above, "page": page, "none": none });
    Ok(Reply::Data(serde_json::to_string(&told).context("what was found could not be written as JSON")?))
}
