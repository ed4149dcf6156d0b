//! The page that explains open data: to those who read it in a spreadsheet, and to those who write programs.
//!
//! Comes in: the tables. Goes out: texts, links, tables and examples. The examples are tested: every address, table and
//! column in them exists.

use super::super::Subject;
use super::super::computed::names::Named as _;
use super::super::context::Context;
use super::super::data::{Anchor, Example, Item, OpenData, OpenSection, Sentence, Table as Grid};
use super::super::embed::{self, Form};
use super::super::machine::{escape, licence_url};
use super::super::routes::Route;
use super::catalogue::{JSON_LD, RDF};
use super::{CSVW, PACKAGE, PLAN, SCHEMA, Table, WORKBOOK, csv, excel, series};
use crate::derive::State;
use crate::model::AnyKey;

impl Context<'_> {
    /// The page on open data.
    pub(in crate::pages) fn open_data(self, tables: &[Table<'_>]) -> OpenData {
        let lead = self.say("open-lead", &[("date", self.day(self.facts.calendar.today).text.into())]);
        let mut sections = vec![
            self.open_section("open-read", self.open_reading()),
            OpenSection {
                table: self.open_tables(tables),
                ..self.open_section("open-tables", vec![self.word("open-tables-text").into()])
            },
            self.open_section(
                "open-careful",
                ["open-careful-missing", "open-careful-dates", "open-careful-lists", "open-careful-few"]
                    .map(|key| self.word(key).into())
                    .to_vec(),
            ),
            OpenSection { table: self.open_states(), ..self.open_section("open-states", Vec::new()) },
            self.open_programs(),
            self.open_embed(),
            self.open_section("open-use", self.open_use()),
        ];
        if self.base_url.is_some() {
            sections.insert(1, self.open_follow());
            if self.plan.settings.catalogue.is_some() {
                // Beside what programs read.
                let place = sections.len() - 2;
                sections.insert(place, self.open_catalogue());
            }
        }
        OpenData { lead, sections }
    }

    /// What the page says in running text, to be found by.
    pub(in crate::pages) fn open_texts(self) -> Vec<String> {
        let own = self.open_data(&[]);
        let sections = own.sections.into_iter().flat_map(|section| {
            let texts = section.paragraphs.into_iter().map(|sentence| sentence.text());
            std::iter::once(section.title).chain(texts.collect::<Vec<_>>())
        });
        std::iter::once(own.lead).chain(sections).collect()
    }

    /// The files with a page's facts: the tables that it shows rows of, or an indicator's own series.
    pub(in crate::pages) fn data(self, subject: Subject) -> Vec<Anchor> {
        let file = |key: &str, address: String| {
            let ending = address.rsplit('.').next().unwrap_or_default().to_uppercase();
            let text = self.say("open-file", &[("name", self.word(key).into()), ("format", ending.into())]);
            Anchor { text, href: self.base.relative(self.address, &address), lang: None }
        };
        if let Subject::Entity(AnyKey::Indicator(key)) = subject {
            let id = &self.plan.indicators[key].entity.id;
            let series = ["csv", "json"].map(|ending| file("open-table-observations", series(id, ending)));
            return series.into_iter().chain(self.to_embed(subject)).collect();
        }
        let tables = shown(subject).iter().map(|table| file(&format!("open-table-{table}"), csv(table)));
        tables.chain(self.to_embed(subject)).collect()
    }

    fn open_section(self, title: &str, paragraphs: Vec<Sentence>) -> OpenSection {
        OpenSection { title: self.word(title), paragraphs, links: Vec::new(), table: None, examples: Vec::new() }
    }

    fn open_file(self, key: &str, address: &str) -> Anchor {
        Anchor { text: self.word(key), href: self.base.relative(self.address, address), lang: None }
    }

    fn open_reading(self) -> Vec<Sentence> {
        let workbook = self.open_file("open-workbook", WORKBOOK);
        let origin = self.section(Route::Calculation, "open-read-origin-link");
        vec![
            self.sentence("open-read-workbook", &[], &[("link", workbook.into())]),
            self.word("open-read-filter").into(),
            self.sentence("open-read-origin", &[], &[("link", origin.into())]),
        ]
    }

    /// How to be told what happens.
    fn open_follow(self) -> OpenSection {
        let news = self.section(Route::News, "open-follow-news-link");
        let paragraphs = vec![
            self.word("open-follow-text").into(),
            self.sentence("open-follow-news", &[], &[("link", news.into())]),
            self.word("open-follow-calendar").into(),
            self.word("open-follow-of").into(),
        ];
        let links = self.feeds(Subject::Section(Route::OpenData)).into_iter().map(|feed| feed.link);
        OpenSection { links: links.collect(), ..self.open_section("open-follow", paragraphs) }
    }

    /// Every table with its files.
    fn open_tables(self, tables: &[Table<'_>]) -> Option<Grid> {
        let file = |address: String| Item {
            href: Some(self.base.relative(self.address, &address)),
            text: address.rsplit('/').next().unwrap_or_default().to_owned(),
            ..Item::default()
        };
        let row = |table: &Table<'_>| {
            let count = u64::try_from(table.rows.len()).unwrap_or(u64::MAX);
            vec![
                Item { text: self.word(&format!("open-table-{}", table.name)), ..Item::default() },
                Item { text: self.words.formats().count(count), ..Item::default() },
                // First what most readers open, and on a phone what is seen of the table.
                file(excel(table.name)),
                file(csv(table.name)),
            ]
        };
        self.table(
            "open-table-caption",
            &["open-table-name", "open-table-rows", "open-table-excel", "open-table-plain"],
            &["open-table-rows"],
            tables.iter().map(row).collect(),
        )
    }

    /// What a state is called in the data, and on the site.
    fn open_states(self) -> Option<Grid> {
        let row = |state: State| {
            vec![
                Item { text: state.published().to_owned(), ..Item::default() },
                Item { text: self.state(state).word, mark: Some(self.state(state)), ..Item::default() },
            ]
        };
        self.table(
            "open-states-caption",
            &["open-state-word", "open-state-name"],
            &[],
            State::WORST_FIRST.into_iter().map(row).collect(),
        )
    }

    fn open_programs(self) -> OpenSection {
        let mut paragraphs = vec![self.word("open-code-text").into(), self.word("open-code-describe").into()];
        if self.base_url.is_none() {
            paragraphs.push(self.word("open-example-save").into());
        }
        OpenSection {
            links: vec![
                self.open_file("open-plan", PLAN),
                self.open_file("open-schema", SCHEMA),
                self.open_file("open-csvw", CSVW),
                self.open_file("open-package", PACKAGE),
                self.open_file("open-computed", super::super::computed::VALUES),
            ],
            examples: vec![
                Example { title: self.word("open-example-jq"), code: self.jq() },
                Example { title: self.word("open-example-python"), code: self.python() },
            ],
            ..self.open_section("open-code", paragraphs)
        }
    }

    /// Charts for others' pages.
    fn open_embed(self) -> OpenSection {
        let plan = Subject::Section(Route::Start);
        let address = |form| embed::address(self.plan, self.routes, plan, None, form).and_then(|own| self.url(&own));
        let title = self.say("embed-plan-title", &[("plan", self.phrase(&self.plan.settings.title).text.into())]);
        let title = escape(&title);
        let frame = |url: String| Example {
            title: self.word("open-example-frame"),
            code: format!(
                "<iframe src=\"{url}\"\n  title=\"{title}\"\n  width=\"100%\" height=\"520\" loading=\"lazy\"></iframe>"
            ),
        };
        let picture = |url: String| Example {
            title: self.word("open-example-picture"),
            code: format!("<img src=\"{url}\"\n  alt=\"{title}\" width=\"688\" loading=\"lazy\">"),
        };
        let examples = [address(Form::Frame).map(frame), address(Form::Picture).map(picture)];
        OpenSection {
            links: self.to_embed(plan),
            examples: examples.into_iter().flatten().collect(),
            ..self.open_section(
                "open-embed",
                ["open-embed-frame", "open-embed-picture", "open-embed-where"]
                    .map(|key| self.word(key).into())
                    .to_vec(),
            )
        }
    }

    fn open_catalogue(self) -> OpenSection {
        let links = vec![self.open_file("open-catalogue-rdf", RDF), self.open_file("open-catalogue-json", JSON_LD)];
        OpenSection { links, ..self.open_section("open-catalogue", vec![self.word("open-catalogue-text").into()]) }
    }

    /// The titles of the delayed initiatives.
    fn jq(self) -> String {
        let ask = "jq -r '.initiatives[] | select(.state == \"delayed\") | .title'";
        match self.url(PLAN) {
            Some(url) => format!("curl -s {url} |\n  {ask}"),
            None => format!("{ask} plan.json"),
        }
    }

    /// How many initiatives are in each state.
    fn python(self) -> String {
        let address = csv("initiatives");
        let (library, open) = match self.url(&address) {
            Some(url) => (
                "import csv, io, urllib.request",
                format!(
                    "address = \"{url}\"\nanswer = urllib.request.urlopen(address)\n\
                     file = io.TextIOWrapper(answer, \"utf-8\", newline=\"\")"
                ),
            ),
            None => ("import csv", "file = open(\"initiatives.csv\", encoding=\"utf-8\", newline=\"\")".to_owned()),
        };
        format!(
            "{library}\nfrom collections import Counter\n\n{open}\nstates = Counter(row[\"state\"] for row in \
             csv.DictReader(file))\nfor state, count in states.most_common():\n    print(count, state)"
        )
    }

    fn open_use(self) -> Vec<Sentence> {
        let settings = &self.plan.settings;
        let licence = match licence_url(&settings.licence) {
            Some(href) => {
                let link = Anchor { text: settings.licence.clone(), href, lang: None };
                self.sentence("about-use-licence", &[], &[("link", link.into())])
            }
            None => self.say("about-use-licence", &[("link", settings.licence.as_str().into())]).into(),
        };
        let date = self.day(self.facts.calendar.today).text;
        let names = [("organisation", self.phrase(&settings.organisation)), ("plan", self.phrase(&settings.title))]
            .map(|(name, phrase)| (name, phrase.into()));
        let cite = match self.url("") {
            Some(url) => {
                self.sentence("open-use-cite-address", &[("date", date.into()), ("address", url.into())], &names)
            }
            None => self.sentence("open-use-cite", &[("date", date.into())], &names),
        };
        vec![licence, cite, self.word("open-use-sources").into()]
    }
}

/// The tables that a page shows rows of.
fn shown(subject: Subject) -> &'static [&'static str] {
    match subject {
        Subject::Section(route) => match route {
            Route::Start | Route::News => &["goals", "initiatives", "reports"],
            Route::Goals | Route::Areas => &["goals", "areas"],
            Route::Initiatives | Route::States | Route::MissingReports => &["initiatives"],
            Route::Timeline => &["initiatives", "activities"],
            Route::Indicators => &["indicators", "observations"],
            Route::Periods => &["reports", "reviews"],
            Route::Roles | Route::Units => &["roles", "units"],
            Route::Forums => &["forums", "meetings"],
            Route::Insights => &["insights"],
            Route::Decisions => &["decisions"],
            Route::DecisionsNeeded | Route::Obstacles => &["reports"],
            Route::Calculation
            | Route::Quality
            | Route::OpenData
            | Route::Search
            | Route::About
            | Route::Statement
            | Route::Missing => &[],
        },
        Subject::Period(_) | Subject::News(..) => &["reports", "reviews"],
        Subject::State(_) => &["initiatives"],
        Subject::Entity(key) => match key {
            AnyKey::Area(_) => &["areas", "goals", "insights"],
            AnyKey::Goal(_) => &["goals", "initiatives"],
            AnyKey::Initiative(_) => &["initiatives", "activities", "reports"],
            AnyKey::Indicator(_) => &["observations"],
            AnyKey::Forum(_) => &["forums", "meetings"],
            AnyKey::Insight(_) => &["insights"],
            AnyKey::Decision(_) => &["decisions"],
            AnyKey::Role(_) => &["roles", "initiatives"],
            AnyKey::Unit(_) => &["units", "roles"],
            AnyKey::Report(_) => &["reports"],
            AnyKey::Review(_) => &["reviews"],
            AnyKey::Page(_) => &[],
        },
    }
}
