//! Charts for somebody else's page: how the plan stands, and each indicator, as a small page to be shown in a frame and as
//! a picture. Each says whose numbers they are and what day they hold for, since nothing around it does.
//!
//! Comes in: the plan and its facts. Goes out: pages and files below `embed/`, in every language, at addresses that
//! stay. They are in English whatever the language, as those of the data are.

use super::brand::{palette, sheet_colours};
use super::context::Context;
use super::data::{self, Anchor, Content, Figure, Html, Page, Phrase};
use super::routes::{Route, Routes};
use super::{Piece, Standing, Subject, aside};
use crate::charts::{Laid, Said, Sheet, WIDE};
use crate::model::{AnyKey, Plan};

/// The folder of all charts for others.
pub(super) const FOLDER: &str = "embed/";

/// In what form a chart is given away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A page to be shown in a frame.
    Frame,
    /// An SVG file.
    Picture,
}

impl Form {
    const ALL: [Self; 2] = [Self::Frame, Self::Picture];
}

/// What can be shown elsewhere: how the plan stands, and each indicator.
pub(super) fn subjects(plan: &Plan) -> impl Iterator<Item = Subject> {
    let indicators = plan.indicators.keys().map(|key| Subject::Entity(AnyKey::Indicator(key)));
    std::iter::once(Subject::Section(Route::Start)).chain(indicators)
}

/// The address of a chart; `None` of what has none. `id` is the indicator's, when it is another than its own.
pub(super) fn address(plan: &Plan, routes: &Routes, subject: Subject, id: Option<&str>, form: Form) -> Option<String> {
    let name = match subject {
        Subject::Section(Route::Start) => "plan".to_owned(),
        Subject::Entity(AnyKey::Indicator(key)) => {
            format!("indicators/{}", id.unwrap_or(&plan.indicators[key].entity.id))
        }
        _ => return None,
    };
    let ending = match form {
        Form::Frame => "/",
        Form::Picture => ".svg",
    };
    Some(format!("{FOLDER}{}{name}{ending}", routes.section(Route::Start)))
}

/// All of them in a language. Whoever shows an indicator by an id that it had before goes on showing it.
pub(super) fn pieces(plan: &Plan, routes: &Routes, language: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for subject in subjects(plan) {
        let aliases = match subject {
            Subject::Entity(AnyKey::Indicator(key)) => &plan.indicators[key].entity.aliases[..],
            _ => &[],
        };
        let ids = std::iter::once(None).chain(aliases.iter().map(|id| Some(id.as_str())));
        pieces.extend(ids.flat_map(|id| Form::ALL.map(|form| (id, form))).filter_map(|(id, form)| {
            let address = address(plan, routes, subject, id, form)?;
            Some(Piece { address, language, subject, standing: Standing::Embedded(form) })
        }));
    }
    pieces
}

/// A chart with all that is said around it.
struct Shown {
    title: Phrase,
    figure: Option<Figure>,
    finding: String,
    sources: Vec<String>,
    more: Anchor,
}

impl Context<'_> {
    /// The page or the picture of a chart.
    pub(super) fn embedded(self, piece: &Piece, form: Form) -> Page {
        let shown = self.shown(piece.subject);
        let (title, description) = (shown.title.clone(), shown.finding.clone());
        let canonical = self.url(&super::address(self.plan, self.routes, piece.subject));
        let (template, content) = match form {
            Form::Frame => ("embed", Content::Embed(shown.frame())),
            Form::Picture => ("sheet.svg", Content::Sheet(self.picture(shown, canonical.clone()))),
        };
        Page { canonical, ..aside(self, &piece.address, title, description, (template, content)) }
    }

    fn shown(self, subject: Subject) -> Shown {
        let settings = &self.plan.settings;
        let (plan, organisation) = (self.phrase(&settings.title).text, self.phrase(&settings.organisation).text);
        let mut said = vec![
            ("plan", plan.clone().into()),
            ("organisation", organisation.into()),
            ("date", self.day(self.facts.calendar.today).text.into()),
        ];
        let Subject::Entity(AnyKey::Indicator(key)) = subject else {
            let figure = self.drawn_states(&self.facts.plan, "chart").figure;
            let states = || self.states_sentence(&self.facts.plan);
            return Shown {
                title: Phrase { text: self.say("embed-plan-title", &said), lang: None },
                finding: figure.as_ref().map_or_else(states, |own| own.caption.clone()),
                figure,
                sources: vec![self.say("embed-source", &said), self.say("embed-date", &said)],
                more: self.section(Route::Start, "embed-more-plan"),
            };
        };
        let indicator = &self.plan.indicators[key];
        let figure = self.indicator_figure(key, "chart");
        let source = match &indicator.source {
            Some(source) => {
                said.push(("source", source.name.as_str().into()));
                self.say("embed-source-of", &said)
            }
            None => self.say("embed-source", &said),
        };
        let nothing = || self.word("theme-no-observations");
        Shown {
            title: self.phrase(&indicator.entity.title),
            finding: figure.as_ref().map_or_else(nothing, |own| own.caption.clone()),
            figure,
            sources: vec![source, self.say("embed-date", &said)],
            more: Anchor { text: self.word("embed-more-indicator"), lang: None, ..self.link(AnyKey::Indicator(key)) },
        }
    }

    /// What leads from a page to its chart as a picture and as a page for a frame; nothing when it has none.
    pub(super) fn to_embed(self, subject: Subject) -> Vec<Anchor> {
        let link = |(form, key): (Form, &str)| {
            let to = address(self.plan, self.routes, subject, None, form)?;
            Some(Anchor { text: self.word(key), href: self.base.relative(self.address, &to), lang: None })
        };
        [(Form::Picture, "embed-picture"), (Form::Frame, "embed-frame")].into_iter().filter_map(link).collect()
    }

    fn picture(self, shown: Shown, canonical: Option<String>) -> data::Sheet {
        let colours = sheet_colours(&palette(self.plan.settings.colour.as_deref()));
        let said = Said { title: shown.title.text, lang: shown.title.lang, description: String::new() };
        let sources: Vec<String> = shown.sources.into_iter().chain(canonical).collect();
        let drawing = shown.figure.as_ref().and_then(|own| Some((own.wide.as_ref()?.0.as_str(), WIDE, own.height)));
        let sheet = Sheet { said: &said, finding: &shown.finding, drawing, sources: &sources, colours: &colours };
        let Laid { width, height, svg } = sheet.lay_out();
        let paper = palette(self.plan.settings.colour.as_deref()).light.page.to_string();
        data::Sheet { width, height, description: shown.finding, paper, drawing: Html(svg) }
    }
}

impl Shown {
    fn frame(self) -> data::Embed {
        let nothing = self.figure.is_none().then_some(self.finding);
        data::Embed { figure: self.figure, nothing, sources: self.sources, more: self.more }
    }
}
