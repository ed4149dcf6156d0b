//! `framdrift import` of somebody else's list: asks what its columns and values are, with a guess for each, and keeps the
//! answers as a map; or, where nobody can answer, tells how a map is made.

use std::fmt::Write as _;
use std::io::BufRead;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use super::human::{self, text};
use super::terminal::Tone;
use crate::compose::workbook::{Draft, EMPTY, Given, shown};
use crate::diag::Diagnostic;
use crate::files::Files;
use crate::model::{Choice as _, Period, PlanDate, RowKind};
use crate::words::{Arg, Words, nearest};

/// The answer that leaves something out.
const NOTHING: &str = "-";
/// The answer that shows what can be answered.
const HELP: &str = "?";

/// A list, and the plan that it is for.
#[derive(Clone, Copy)]
pub(super) struct List<'a> {
    pub(super) files: &'a Files,
    pub(super) given: &'a Given,
    /// Its path.
    pub(super) path: &'a Path,
    /// The plan's folder.
    pub(super) folder: &'a Path,
    /// The sheet that was asked for.
    pub(super) sheet: Option<&'a str>,
    /// Those of the plan.
    pub(super) own: &'a Words,
    /// Those of the messages.
    pub(super) words: &'a Words,
}

impl List<'_> {
    /// What can be guessed of it.
    pub(super) fn draft(&self) -> anyhow::Result<Draft> {
        let names = self.given.names();
        if let Some(sheet) = self.sheet.filter(|own| !names.contains(own)) {
            bail!(near(sheet, names.into_iter(), self.words));
        }
        self.draft_of(self.sheet, None)
    }

    fn draft_of(&self, sheet: Option<&str>, kind: Option<RowKind>) -> anyhow::Result<Draft> {
        let file = || text(&self.path.display().to_string());
        let draft = Draft::new(self.files, self.given, self.own, sheet, kind);
        draft.with_context(|| self.words.fill("cli-import-foreign", &[("file", file())]))
    }

    /// Its name.
    pub(super) fn name(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Where its map goes when nobody says where: beside it.
    pub(super) fn map(&self) -> PathBuf {
        self.path.with_extension(self.own.get("map-ending"))
    }

    /// What is said where nobody can answer: what each column seems to be, and how a map is made.
    pub(super) fn told(&self, draft: &Draft) -> String {
        let words = self.words;
        let kind = draft.kind.name().in_language(words.language().tag());
        let args = [("file", text(&self.path.display().to_string())), ("kind", Arg::from(kind))];
        let mut lines = words.fill("cli-map-nobody", &args) + "\n";
        let longest = draft.columns.iter().map(|own| own.name.chars().count()).max().unwrap_or_default();
        for own in &draft.columns {
            let field = own.field.clone().unwrap_or_else(|| words.get("cli-map-unread"));
            let gap = " ".repeat(longest - own.name.chars().count());
            let _ = writeln!(lines, "  {:3} {}{gap}  {field}", own.letters, human::harmless(&own.name));
        }
        let is_here = self.folder == Path::new(".");
        let folder = if is_here { String::new() } else { format!(" {}", argument(self.folder)) };
        let _ = writeln!(lines, "{}", words.get("cli-map-how"));
        let _ = writeln!(lines, "  framdrift import {}{folder} --map {}", argument(self.path), argument(&self.map()));
        lines
    }
}

/// Somebody who is asked.
pub(super) struct Questions<'a, R> {
    pub(super) list: List<'a>,
    pub(super) answers: R,
    /// Takes what is said: a line that ends, or a question that does not.
    pub(super) say: &'a mut dyn FnMut(Tone, &str),
}

impl<R: BufRead> Questions<'_, R> {
    /// What the list is, and where the answers are to be kept, if they are.
    pub(super) fn all(mut self) -> anyhow::Result<(Draft, Option<PathBuf>)> {
        let List { files, given, own, words, .. } = self.list;
        let file = [("file", text(&self.list.path.display().to_string()))];
        self.line(Tone::Plain, &words.fill("cli-map-begin", &file));
        let sheet = self.sheet()?;
        let guess = self.list.draft_of(Some(&sheet), None)?;
        let kind = self.kind(guess.kind)?;
        let mut draft = self.list.draft_of(Some(&sheet), Some(kind))?;
        if kind == RowKind::Report {
            let example = |text: &str| period(text).ok_or_else(|| words.get("cli-map-period.help"));
            draft.period = Some(self.ask(&words.get("cli-map-period"), ("", &[]), example)?);
        }
        self.columns(&mut draft)?;
        draft.look(files, given, own);
        let id = draft.field("id", own);
        if id.is_some() && !draft.columns.iter().any(|column| column.field == id) {
            self.line(Tone::Plain, &words.get("cli-map-id"));
        }
        self.defaults(&mut draft)?;
        self.values(&mut draft)?;
        let place = self.place()?;
        Ok((draft, place))
    }

    fn line(&mut self, tone: Tone, text: &str) {
        (self.say)(tone, &format!("{text}\n"));
    }

    /// The answer to a question, asked until `read` understands it. An empty line is `default`, and a question mark shows
    /// `help`.
    fn ask<T>(
        &mut self,
        question: &str,
        (default, help): (&str, &[String]),
        mut read: impl FnMut(&str) -> Result<T, String>,
    ) -> anyhow::Result<T> {
        loop {
            let offered = match default {
                "" if question.ends_with('?') => String::new(),
                "" => ":".to_owned(),
                _ => format!(" [{default}]:"),
            };
            (self.say)(Tone::Plain, &format!("{question}{offered} "));
            let mut line = String::new();
            if self.answers.read_line(&mut line)? == 0 {
                bail!(self.list.words.get("cli-map-stopped"));
            }
            let written = line.trim();
            if written == HELP && !help.is_empty() {
                for own in help {
                    self.line(Tone::Plain, &format!("  {}", human::harmless(own)));
                }
                continue;
            }
            match read(if written.is_empty() { default } else { written }) {
                Ok(answer) => return Ok(answer),
                Err(help) => self.line(Tone::Bad, &help),
            }
        }
    }

    /// Which sheet; asked where there are several.
    fn sheet(&mut self) -> anyhow::Result<String> {
        let words = self.list.words;
        let names: Vec<String> = self.list.given.names().into_iter().map(str::to_owned).collect();
        let first = self.list.sheet.map(str::to_owned).or_else(|| names.first().cloned()).unwrap_or_default();
        if names.len() < 2 || self.list.sheet.is_some() {
            return Ok(first);
        }
        let all = names.iter().map(|own| human::harmless(own)).collect::<Vec<_>>().join(", ");
        let question = words.fill("cli-map-sheet", &[("sheets", Arg::from(all))]);
        let known = |text: &str| {
            let own = names.iter().find(|own| own.as_str() == text);
            own.cloned().ok_or_else(|| near(text, names.iter().map(String::as_str), words))
        };
        self.ask(&question, (&first, &names), known)
    }

    /// What the rows are.
    fn kind(&mut self, guess: RowKind) -> anyhow::Result<RowKind> {
        let words = self.list.words;
        let tag = words.language().tag();
        let all: Vec<&str> = RowKind::ALL.iter().map(|(_, name)| name.in_language(tag)).collect();
        let question = words.fill("cli-map-kind", &[("kinds", Arg::from(all.join(", ")))]);
        let known = |text: &str| RowKind::parse(text).ok_or_else(|| near(text, all.iter().copied(), words));
        self.ask(&question, (guess.name().in_language(tag), &[]), known)
    }

    /// What each column is.
    fn columns(&mut self, draft: &mut Draft) -> anyhow::Result<()> {
        let List { own, words, .. } = self.list;
        let fields = draft.fields(own);
        let help: Vec<String> = fields.iter().map(|(key, about)| format!("{key}: {about}")).collect();
        self.line(Tone::Plain, &words.get("cli-map-columns"));
        for n in 0..draft.columns.len() {
            let Some(column) = draft.columns.get(n).cloned() else { break };
            let taken: Vec<(String, String)> = (draft.columns.iter().take(n))
                .filter_map(|other| Some((other.field.clone()?, other.letters.clone())))
                .collect();
            let args = [
                ("letters", Arg::from(column.letters.as_str())),
                ("name", text(&column.name)),
                ("examples", text(&column.examples.join("; "))),
            ];
            let key = if column.examples.is_empty() { "cli-map-empty-column" } else { "cli-map-column" };
            let guess = column.field.clone().filter(|own| !taken.iter().any(|(field, _)| field == own));
            let read = |written: &str| {
                if written == NOTHING {
                    return Ok(None);
                }
                let known = fields.iter().map(|(key, _)| key.as_str());
                let field = draft.field(written, own).ok_or_else(|| near(written, known, words))?;
                let Some((_, letters)) = taken.iter().find(|(other, _)| *other == field) else {
                    return Ok(Some(field));
                };
                let args = [("field", text(&field)), ("letters", Arg::from(letters.as_str()))];
                Err(words.fill("cli-map-taken", &args))
            };
            let default = guess.as_deref().unwrap_or(NOTHING);
            let field = self.ask(&words.fill(key, &args), (default, &help), read)?;
            if let Some(column) = draft.columns.get_mut(n) {
                column.field = field;
            }
        }
        Ok(())
    }

    /// What all new rows get that must have what the list has not.
    fn defaults(&mut self, draft: &mut Draft) -> anyhow::Result<()> {
        let (list, words) = (self.list, self.list.words);
        for n in 0..draft.defaults.len() {
            let Some((key, None)) = draft.defaults.get(n).cloned() else { continue };
            let kind =
                Arg::Name { text: draft.kind.name().in_language(words.language().tag()), key: draft.kind.name().en };
            let question = words.fill("cli-map-default", &[("field", text(&key)), ("record", kind)]);
            let choices = draft.choices(&key).to_vec();
            let answer = self.ask(&question, ("", &choices), |written| list.judged(draft, &key, written))?;
            if let Some((_, value)) = draft.defaults.get_mut(n) {
                *value = Some(answer);
            }
        }
        Ok(())
    }

    /// What values mean that the plan does not know.
    fn values(&mut self, draft: &mut Draft) -> anyhow::Result<()> {
        let list = self.list;
        let List { own, words, .. } = list;
        if !draft.values.is_empty() {
            self.line(Tone::Plain, &words.get("cli-map-values"));
        }
        for n in 0..draft.values.len() {
            let Some(value) = draft.values.get(n).cloned() else { break };
            let args = [
                ("written", text(&value.written)),
                ("field", text(&value.field)),
                ("cells", Arg::from(shown(&value.cells, words))),
            ];
            let mut question = words.fill("cli-map-value", &args);
            if let Some((one, other)) = &value.either {
                let dates = [("one", Arg::from(one.as_str())), ("other", Arg::from(other.as_str()))];
                question = format!("{question}: {}", words.fill("map-either", &dates));
            }
            let guess = value.meaning.clone().or(value.near.clone()).unwrap_or_default();
            let read = |written: &str| match written {
                NOTHING => Ok(EMPTY.in_language(own.language().tag()).to_owned()),
                _ => list.judged(draft, &value.field, written),
            };
            let answer = self.ask(&question, (&guess, draft.choices(&value.field)), read)?;
            if let Some(value) = draft.values.get_mut(n) {
                value.meaning = Some(answer);
            }
        }
        Ok(())
    }

    /// Where the answers are kept.
    fn place(&mut self) -> anyhow::Result<Option<PathBuf>> {
        let words = self.list.words;
        let default = self.list.map().display().to_string();
        self.ask(&words.get("cli-map-save"), (&default, &[]), |written| match written {
            NOTHING => Ok(None),
            _ if Path::new(written).exists() => Err(words.fill("cli-map-exists", &[("file", text(written))])),
            _ => Ok(Some(PathBuf::from(written))),
        })
    }
}

impl List<'_> {
    /// A value that can stand in a field, or what is wrong with it.
    fn judged(&self, draft: &Draft, field: &str, written: &str) -> Result<String, String> {
        if written.is_empty() {
            return Err(self.words.get("cli-map-answer"));
        }
        match draft.problem(self.files, self.given, self.own, (field, written)) {
            Some(found) => Err(told(&found, self.words)),
            None => Ok(written.to_owned()),
        }
    }
}

/// A path as an argument of a command.
pub(super) fn argument(path: &Path) -> String {
    let path = human::harmless(&path.display().to_string());
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path }
}

/// What a diagnostic says, on one line.
fn told(found: &Diagnostic, words: &Words) -> String {
    let lines = std::iter::once(found.message(words)).chain(found.help(words));
    lines.map(|line| human::harmless(&line)).collect::<Vec<_>>().join(" ")
}

/// What is said of a text that is none of those that are known.
fn near<'a>(written: &str, known: impl Iterator<Item = &'a str> + Clone, words: &Words) -> String {
    if let Some(near) = nearest(written, known.clone()) {
        return words.fill("cli-map-near", &[("written", text(written)), ("near", text(near))]);
    }
    let known = known.collect::<Vec<_>>().join(", ");
    words.fill("cli-map-choose", &[("written", text(written)), ("known", text(&known))])
}

/// A period, of whatever rhythm.
fn period(text: &str) -> Option<PlanDate> {
    let date: PlanDate = text.parse().ok()?;
    Period::named(date).map(|_| date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::workbook::given;
    use crate::words::Language;

    /// What comes of a list when these lines are answered, and what was said.
    fn asked(list: &str, answers: &str) -> (anyhow::Result<(Draft, Option<PathBuf>)>, String) {
        let plan = [
            ("content/plan.yaml", "titel: P\norganisation: O\nperiod: {start: 2026, slut: 2029}\nspråk: sv\n"),
            (
                "content/organisation.yaml",
                "enheter: [{id: ks, titel: Styrelsen, typ: nämnd}]\nroller: [{id: it-chef, titel: IT-chef, enhet: ks, typ: it, mandat: genomför}]\n",
            ),
            ("content/goals/trygg.md", "---\ntitel: En trygg skola\n---\n"),
        ];
        let (files, words) = (Files::from_memory(plan), Words::new(Language::SWEDISH));
        let given = given("lista.csv", list.as_bytes()).ok().unwrap();
        let (path, folder) = (Path::new("lista.csv"), Path::new("."));
        let sheet = None;
        let list = List { files: &files, given: &given, path, folder, sheet, own: &words, words: &words };
        let mut said = String::new();
        let mut say = |_: Tone, text: &str| said.push_str(text);
        let done = Questions { list, answers: answers.as_bytes(), say: &mut say }.all();
        (done, said)
    }

    const LIST: &str = "Nr;Aktivitet;Ansvarig;Status;Slut\n1;Lås;IT-chef;Klart;1/3/2026\n2;Ljus;Anna;Klart;2027\n";

    #[test]
    fn a_list_is_asked_about_until_all_is_known() {
        // Return takes what is offered; what can't be is asked again.
        let answers = "\n?\n\n\n\n\n\n?\ntrygga\ntrygg\nAnna Andersson\nit-chef\n\n2026-03-01\n\n";
        let (done, said) = asked(LIST, answers);
        let (draft, place) = done.unwrap();
        let fields: Vec<&str> = draft.columns.iter().map(|own| own.field.as_deref().unwrap_or("-")).collect();
        assert_eq!(fields, ["-", "titel", "ansvarig", "fas", "slut"], "{said}");
        assert_eq!(draft.defaults, [("mål".to_owned(), Some("trygg".to_owned()))]);
        let values: Vec<(&str, Option<&str>)> =
            draft.values.iter().map(|own| (own.written.as_str(), own.meaning.as_deref())).collect();
        assert_eq!(values, [("Anna", Some("it-chef")), ("Klart", Some("avslutat")), ("1/3/2026", Some("2026-03-01"))]);
        assert_eq!(place, Some(PathBuf::from("lista.karta.yaml")));
        for line in [
            "A ”Nr” (1; 2) [-]: ",
            "  titel: Vad initiativet heter.\n",
            "Listan saknar ”mål”, som ett initiativ måste ha. Vad ska alla nya rader få? ",
            "  trygg\n",
            "Menade du ”trygg”?",
            "”Anna” som ansvarig (C3): ",
            "Det finns ingen roll med id ”Anna Andersson”.",
            "”Klart” som fas (D2, D3) [avslutat]: ",
            "”1/3/2026” som slut (E2): 2026-03-01 eller 2026-01-03? ",
            "[lista.karta.yaml]: ",
        ] {
            assert!(said.contains(line), "{line}\n{said}");
        }
    }

    #[test]
    fn what_is_left_out_is_not_read() {
        let answers = "aktivitet\nid\n\n-\n\nsenast\ninitiativ\n\n-\n";
        let list = "Nr;Aktivitet;Vem;Status;Slut\n1;Lås;IT;Pågår;1/3/2026\n";
        let (done, said) = asked(list, answers);
        // There is no initiative that they could belong to.
        assert!(
            done.unwrap_err().to_string().contains("Svaren tog slut") && said.contains("Listan saknar ”initiativ”"),
            "{said}"
        );
        let answers = "insikt\nid\ntitel\n-\nkanal\nkanal\n-\n2026\ntelefon\n-\n";
        let (done, said) = asked("Nr;Vad;Vem;Status;Slut\n1;Lås;IT;Pågår;1/3/2026\n", answers);
        let (draft, place) = done.unwrap_or_else(|error| panic!("{error}\n{said}"));
        assert!(said.contains("”kanal” är redan kolumn D.") && place.is_none(), "{said}");
        assert_eq!(draft.kind, RowKind::Insight);
    }

    #[test]
    fn a_question_without_an_answer_ends_it() {
        for answers in ["", "initiativ\n", "x\n", "initiativ\n\n\n\n\n\n"] {
            let (done, _) = asked(LIST, answers);
            assert!(done.unwrap_err().to_string().contains("Inget skrevs"), "{answers:?}");
        }
    }
}
