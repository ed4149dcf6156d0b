//! A whole plan to begin with: small, true of nobody yet, and sound.

use jiff::civil::Date;

use super::NewFile;
use super::sheet::{Group, Known, Sheet};
use crate::model::{
    ActivityState, Choice, Compliance, Direction, Interval, Level, Mandate, Phase, Rhythm, RoleKind, TestMethod,
    UnitKind, UseSituation,
};
use crate::source::record::Record;
use crate::source::value::slug;
use crate::source::vocabulary as v;
use crate::words::{Language, Words};

/// What a new plan is told about itself.
#[derive(Clone, Debug)]
pub struct Begin {
    /// What it is called.
    pub title: String,
    /// Whose it is.
    pub organisation: String,
    /// The municipality's code, four digits.
    pub municipality_code: Option<String>,
    /// Its first year.
    pub start: i16,
    /// Its last year.
    pub end: i16,
    /// How often it is reported.
    pub every: Rhythm,
    /// The language that it is written in.
    pub language: Language,
    /// The other languages of the site.
    pub languages: Vec<Language>,
    /// The brand's colour, `#rrggbb`.
    pub colour: Option<String>,
    /// A function mailbox for questions.
    pub contact: String,
    /// The day on which it is begun.
    pub today: Date,
}

/// The files of a new plan, `words` in its language: what they say is an example, and says so.
pub fn plan(begin: &Begin, words: &Words) -> Vec<NewFile> {
    let start = Start { begin, words, tag: words.language().tag() };
    let mut files = vec![start.settings(), start.organisation(), start.statement()];
    files.extend([start.area(), start.goal(), start.initiative(), start.forum(), start.decision()]);
    files.extend(start.indicator());
    files.extend(super::schema::schemas(words, &|kind| start.ids(kind)));
    files.extend(super::recipes(words));
    files.push(NewFile { path: ".gitignore".to_owned(), text: "/output/\n/archive-*.zip\n".to_owned() });
    files.push(NewFile { path: ".editorconfig".to_owned(), text: EDITOR.to_owned() });
    files
}

/// How editors should write: what a Swedish text needs to arrive whole.
const EDITOR: &str = "\
root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true
indent_style = space
indent_size = 2
";

/// What leads an editor of YAML to the schema of a file in `content/`.
fn modeline(name: &str) -> String {
    format!("# yaml-language-server: $schema=../{}/{name}.json\n", super::schema::FOLDER)
}

struct Start<'a> {
    begin: &'a Begin,
    words: &'a Words,
    tag: &'static str,
}

impl Start<'_> {
    fn say(&self, key: &str) -> String {
        self.words.get(key)
    }

    fn text(&self, key: &str) -> Known {
        Known::Text(self.say(key))
    }

    /// The id of what is called this.
    fn id(&self, key: &str) -> String {
        slug(&self.say(key))
    }

    fn refer(&self, key: &str) -> Known {
        Known::Plain(self.id(key))
    }

    fn choice(&self, choice: impl Choice) -> Known {
        Known::Plain(choice.name().in_language(self.tag).to_owned())
    }

    fn day(&self) -> Known {
        Known::Plain(self.begin.today.to_string())
    }

    fn last_day(&self) -> Known {
        Known::Plain(format!("{:04}-12-31", self.begin.end))
    }

    /// What the plan begins with of a kind.
    fn ids(&self, kind: &str) -> Vec<String> {
        let units = ["start-unit-board", "start-unit-office"];
        let roles = ["start-role-director", "start-role-digital", "start-role-contact"];
        let keys: Vec<&str> = match kind {
            "area" => vec!["start-area"],
            "goal" => vec!["start-goal"],
            "initiative" => vec!["start-initiative"],
            "indicator" => vec!["start-indicator"],
            "forum" => vec!["start-forum"],
            "decision" => vec!["start-decision"],
            "unit" => units.to_vec(),
            "role" => roles.to_vec(),
            "insight" => Vec::new(),
            _ => [units.as_slice(), &roles].concat(),
        };
        keys.into_iter().map(|key| self.id(key)).collect()
    }

    fn sheet(&self, about: &str, record: &Record, known: &Group) -> String {
        let ids = |kind: &str| self.ids(kind);
        let mut sheet = Sheet::new(self.words, &ids);
        sheet.explain(&self.say(about));
        sheet.record(record, known, &[]);
        sheet.text()
    }

    /// An entity's file, named by what it is called, with a text below.
    fn entity(&self, folder: &str, name: &str, record: &Record, known: &Group) -> NewFile {
        let front = self.sheet(&format!("start-about-{folder}"), record, known);
        let body = self.say(&format!("start-{folder}-body"));
        let path = format!("content/{folder}/{}.md", self.id(name));
        NewFile { path, text: format!("---\n{front}---\n{body}\n") }
    }

    fn settings(&self) -> NewFile {
        let begin = self.begin;
        let year = |year: i16, rest: &str| Known::Plain(format!("{year:04}-{rest}"));
        let mut known: Group = vec![
            ("title", Known::Text(begin.title.clone())),
            ("organisation", Known::Text(begin.organisation.clone())),
            ("period", Known::Group(vec![("start", year(begin.start, "01-01")), ("end", year(begin.end, "12-31"))])),
            ("language", Known::Plain(begin.language.tag().to_owned())),
            ("contact", Known::Plain(begin.contact.clone())),
            ("decision", self.refer("start-decision")),
            ("owner", self.refer("start-role-director")),
            ("reporting", Known::Group(vec![("every", self.choice(begin.every)), ("first", self.first_period())])),
            ("notice", self.text("start-notice")),
        ];
        if !begin.languages.is_empty() {
            let tags = begin.languages.iter().map(|language| language.tag().to_owned()).collect();
            known.push(("languages", Known::List(tags)));
        }
        if let Some(code) = &begin.municipality_code {
            known.push(("municipality_code", Known::Text(code.clone())));
        }
        if let Some(colour) = &begin.colour {
            known.push(("brand", Known::Group(vec![("colour", Known::Text(colour.clone()))])));
        }
        known.extend([("labels", Known::Skip), ("accessibility_law", Known::Skip), ("catalogue", Known::Skip)]);
        let text = modeline("plan") + &self.sheet("start-about-plan", &v::Plan::RECORD, &known);
        NewFile { path: "content/plan.yaml".to_owned(), text }
    }

    /// The period that the plan is begun in: nobody owes a report for what was before.
    fn first_period(&self) -> Known {
        Known::Plain(crate::model::Period::containing(self.begin.today, self.begin.every).to_string())
    }

    fn organisation(&self) -> NewFile {
        let unit = |key: &str, kind: UnitKind, parent: Option<&str>| -> Group {
            let mut group = vec![("id", self.refer(key)), ("title", self.text(key)), ("kind", self.choice(kind))];
            group.extend(parent.map(|parent| ("parent", self.refer(parent))));
            group
        };
        let role = |key: &str, kind: RoleKind, mandate: Mandate| -> Group {
            let mut group = vec![
                ("id", self.refer(key)),
                ("title", self.text(key)),
                ("unit", self.refer("start-unit-office")),
                ("kind", self.choice(kind)),
                ("mandate", self.choice(mandate)),
            ];
            if mandate == Mandate::Decides {
                group.push(("mandate_source", self.text("start-mandate-source")));
            }
            group
        };
        let known = vec![
            (
                "units",
                Known::Groups(vec![
                    unit("start-unit-board", UnitKind::Committee, None),
                    unit("start-unit-office", UnitKind::Department, Some("start-unit-board")),
                ]),
            ),
            (
                "roles",
                Known::Groups(vec![
                    role("start-role-director", RoleKind::Management, Mandate::Decides),
                    role("start-role-digital", RoleKind::DigitalLead, Mandate::Proposes),
                    role("start-role-contact", RoleKind::ContactCentre, Mandate::CarriesOut),
                ]),
            ),
        ];
        let ids = |kind: &str| self.ids(kind);
        let mut sheet = Sheet::new(self.words, &ids);
        sheet.explain(&self.say("start-about-organisation"));
        sheet.teach(&v::Unit::RECORD, &["kind", "parent"]);
        sheet.teach(&v::Role::RECORD, &["kind", "mandate", "mandate_source"]);
        sheet.record(&v::Organisation::RECORD, &known, &[]);
        let text = modeline("organisation") + &sheet.text();
        NewFile { path: "content/organisation.yaml".to_owned(), text }
    }

    /// Nobody has tested the site, and that is what it says.
    fn statement(&self) -> NewFile {
        let shortcoming = vec![
            ("situation", self.choice(UseSituation::WithoutVision)),
            ("description", self.text("start-shortcoming")),
        ];
        let known = vec![
            ("compliance", self.choice(Compliance::Not)),
            ("shortcomings", Known::Groups(vec![shortcoming])),
            ("assessed", self.day()),
            ("updated", self.day()),
            ("method", self.choice(TestMethod::Estimate)),
            ("form", Known::Plain("https://www.example.org/".to_owned())),
            ("email", Known::Plain(self.begin.contact.clone())),
        ];
        let text = modeline("accessibility") + &self.sheet("start-about-accessibility", &v::Statement::RECORD, &known);
        NewFile { path: "content/accessibility.yaml".to_owned(), text }
    }

    fn area(&self) -> NewFile {
        let known = vec![
            ("title", self.text("start-area")),
            ("summary", self.text("start-area-summary")),
            ("forum", self.refer("start-forum")),
        ];
        self.entity("areas", "start-area", &v::Area::RECORD, &known)
    }

    fn goal(&self) -> NewFile {
        let known = vec![
            ("title", self.text("start-goal")),
            ("summary", self.text("start-goal-summary")),
            ("area", self.refer("start-area")),
            ("decision", self.refer("start-decision")),
            ("accountable", self.refer("start-role-director")),
            ("indicators", Known::List(vec![self.id("start-indicator")])),
            ("target", self.last_day()),
        ];
        self.entity("goals", "start-goal", &v::Goal::RECORD, &known)
    }

    fn initiative(&self) -> NewFile {
        let activity = vec![
            ("id", self.refer("start-activity")),
            ("title", self.text("start-activity")),
            ("state", self.choice(ActivityState::InProgress)),
            ("due", self.last_day()),
        ];
        let known = vec![
            ("title", self.text("start-initiative")),
            ("summary", self.text("start-initiative-summary")),
            ("goals", Known::List(vec![self.id("start-goal")])),
            ("accountable", self.refer("start-role-digital")),
            ("sponsor", self.refer("start-role-director")),
            ("phase", self.choice(Phase::Planned)),
            ("start", self.day()),
            ("end", self.last_day()),
            ("activities", Known::Groups(vec![activity])),
            ("decision", self.refer("start-decision")),
            ("forum", self.refer("start-forum")),
        ];
        self.entity("initiatives", "start-initiative", &v::Initiative::RECORD, &known)
    }

    fn forum(&self) -> NewFile {
        let roles = ["start-role-director", "start-role-digital", "start-role-contact"];
        let known = vec![
            ("title", self.text("start-forum")),
            ("areas", Known::List(vec![self.id("start-area")])),
            ("purpose", self.text("start-forum-purpose")),
            ("chair", self.refer("start-role-digital")),
            ("members", Known::List(roles.map(|role| self.id(role)).to_vec())),
            ("reports_to", self.refer("start-role-director")),
        ];
        self.entity("forums", "start-forum", &v::Forum::RECORD, &known)
    }

    fn decision(&self) -> NewFile {
        let known = vec![
            ("title", self.text("start-decision")),
            ("body", self.refer("start-unit-board")),
            ("date", self.day()),
        ];
        self.entity("decisions", "start-decision", &v::Decision::RECORD, &known)
    }

    fn indicator(&self) -> [NewFile; 2] {
        let known = vec![
            ("title", self.text("start-indicator")),
            ("summary", self.text("start-indicator-summary")),
            ("unit", Known::Text("%".to_owned())),
            ("level", self.choice(Level::Outcome)),
            ("direction", self.choice(Direction::Up)),
            ("interval", self.choice(Interval::Year)),
            ("source", Known::Group(vec![("name", Known::Text(self.begin.organisation.clone()))])),
        ];
        let file = self.entity("indicators", "start-indicator", &v::Indicator::RECORD, &known);
        // One value, which says that it is an example.
        let row = format!("{},40,,{},{}\n", self.begin.start - 1, self.say("start-value"), self.say("new-yes"));
        let values = NewFile { path: file.path.replace(".md", ".csv"), text: super::heads(self.words) + &row };
        [file, values]
    }
}
