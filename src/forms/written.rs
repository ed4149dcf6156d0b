//! What was sent from a form in, the text of the file out: only what says something else than before is written, and
//! everything else in the file stays as it is.

use std::collections::BTreeMap;

use super::fields::{self, Filled, GONE, Trouble, Troubles, lists, name};
use crate::compose::edit::Page;
use crate::compose::place::{Place, Rows, Spot, spots};
use crate::compose::value::number;
use crate::diag::{Diagnostic, Fill, code};
use crate::files::{FileId, Span};
use crate::source::record::{Record, Shape};
use crate::source::{body, front_matter_of};
use crate::words::{Language, Words};

/// The name of the field of the text below the front matter.
pub(super) const BODY: &str = "framdrift-body";

/// What a form sent, as it was understood.
pub(super) fn understood(record: &'static Record, fields: &[(String, String)], language: Language) -> Filled {
    let mut filled = Filled::default();
    let sent = |name: &str| -> Option<Vec<&str>> {
        let own: Vec<&str> = fields.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str()).collect();
        (!own.is_empty()).then_some(own)
    };
    let mut take = |name: String, spot: &Spot| {
        if let Some(values) = sent(&name) {
            filled.fields.insert(name, fields::sent(&values, &spot.field, language));
        }
    };
    for spot in spots(record) {
        take(name(&spot), &spot);
    }
    let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for list in lists(record) {
        let before = format!("{}.", list.name.en);
        let mut keys: Vec<String> = Vec::new();
        for (name, _) in fields {
            if let Some((key, _)) = name.strip_prefix(&before).and_then(|rest| rest.split_once('.'))
                && !keys.iter().any(|own| own == key)
            {
                keys.push(key.to_owned());
            }
        }
        let own = Rows { file: record, list: Some(list.name.en) };
        let all = spots(own.record());
        keys.retain(|key| {
            for spot in &all {
                take(format!("{before}{key}.{}", name(spot)), spot);
            }
            let is_said = |name: &str| sent(name).is_some_and(|own| own.iter().any(|own| !own.trim().is_empty()));
            // A record that was offered, and left empty, is none.
            !key.starts_with('+') || all.iter().any(|spot| is_said(&format!("{before}{key}.{}", name(spot))))
        });
        rows.insert(list.name.en.to_owned(), keys);
    }
    for (name, value) in fields.iter().filter(|(name, value)| name.ends_with(".-") && !value.is_empty()) {
        filled.fields.insert(name.clone(), vec![value.clone()]);
    }
    filled.rows = rows;
    if let Some(text) = sent(BODY) {
        filled.fields.insert(BODY.to_owned(), vec![text.concat().replace("\r\n", "\n").trim().to_owned()]);
    }
    filled
}

/// What was sent, as it is to be held against a file that somebody else has changed meanwhile: what the one who sent it has
/// changed since `base`, and for the rest what the file says `now`. Of a list that both have changed, what was sent holds.
pub(super) fn merged(sent: &Filled, base: &Filled, now: &Filled) -> Filled {
    let mut merged = sent.clone();
    let is_listed = |name: &str| name.split_once('.').is_some_and(|(list, _)| sent.rows.contains_key(list));
    let part = |filled: &Filled, list: &str| -> (Vec<String>, BTreeMap<String, Vec<String>>) {
        let before = format!("{list}.");
        let fields = filled.fields.iter().filter(|(name, own)| name.starts_with(&before) && !own.is_empty());
        let fields = fields.map(|(name, own)| (name.clone(), own.clone())).collect();
        (filled.rows.get(list).cloned().unwrap_or_default(), fields)
    };
    for (name, values) in &mut merged.fields {
        if !is_listed(name) && values.as_slice() == base.get(name) {
            *values = now.get(name).to_vec();
        }
    }
    for list in sent.rows.keys() {
        if part(sent, list) == part(base, list) {
            let before = format!("{list}.");
            merged.fields.retain(|name, _| !name.starts_with(&before));
            let own = now.fields.iter().filter(|(name, _)| name.starts_with(&before));
            merged.fields.extend(own.map(|(name, own)| (name.clone(), own.clone())));
            merged.rows.insert(list.clone(), now.rows.get(list).cloned().unwrap_or_default());
        }
    }
    merged
}

/// What a field has that can't be written in it, whatever else the plan says.
pub(super) fn impossible(record: &'static Record, filled: &Filled, file: FileId, words: &Words) -> Troubles {
    let mut troubles = Troubles::new();
    let mut judge = |name: String, spot: &Spot| {
        let expected = match spot.field.shape {
            Shape::Number => "type-number",
            Shape::Count => "type-count",
            _ => return,
        };
        let is_fine = |own: &String| match number(own) {
            Some(own) => expected == "type-number" || (own >= 0.0 && own.fract() == 0.0),
            None => false,
        };
        if !filled.get(&name).iter().all(is_fine) {
            let wrong = Diagnostic::new(&code::WRONG_TYPE, Span::top(file));
            let wrong = wrong.with("expected", Fill::Word(expected)).with("found", Fill::Word("type-text"));
            troubles.entry(name).or_default().push(trouble(&wrong, words));
        }
    };
    for spot in spots(record) {
        judge(name(&spot), &spot);
    }
    for (list, keys) in &filled.rows {
        for key in keys {
            for spot in spots(of_list(record, list).record()) {
                judge(format!("{list}.{key}.{}", name(&spot)), &spot);
            }
        }
    }
    troubles
}

/// What a form shows of something that is told.
pub(super) fn trouble(own: &Diagnostic, words: &Words) -> Trouble {
    let level = if own.rule.level == crate::diag::Level::Error { "error" } else { "warning" };
    // What to write in a file when a key is missing is no help in a form.
    let help = if *own.rule == code::MISSING_KEY { Vec::new() } else { own.help(words) };
    Trouble { level, text: own.message(words), help }
}

/// The list of a record with this name.
fn of_list(record: &'static Record, name: &str) -> Rows {
    let list = lists(record).into_iter().find(|own| own.name.en == name).map(|own| own.name.en);
    Rows { file: record, list }
}

/// A file that is written.
pub(super) struct Sheet<'a> {
    pub(super) record: &'static Record,
    pub(super) file: FileId,
    /// The language of the plan.
    pub(super) language: Language,
    pub(super) filled: &'a Filled,
}

impl Sheet<'_> {
    fn page<'a>(&self, text: &'a str) -> Page<'a> {
        Page { text, file: self.file, language: self.language }
    }

    /// The text of a new file.
    pub(super) fn begun(&self, has_body: bool) -> Result<String, Vec<String>> {
        let said = |name: &str| self.filled.get(name).to_vec();
        let values: Vec<(Spot, Vec<String>)> =
            spots(self.record).into_iter().map(|spot| (spot.clone(), said(&name(&spot)))).collect();
        let values: Vec<(Spot, Vec<String>)> = values.into_iter().filter(|(_, own)| !own.is_empty()).collect();
        let body = if has_body { said(BODY).concat() } else { String::new() };
        let text = self.page("").new_file(&values, &body);
        let text = if has_body { text } else { text.trim_start_matches("---\n").replace("\n---\n", "\n") };
        self.with_rows(text)
    }

    /// The text of a file that is there, as it becomes; otherwise the fields that can't be written without touching anything
    /// else.
    pub(super) fn changed(&self, text: &str) -> Result<String, Vec<String>> {
        let Some((root, _)) = front_matter_of(text, self.file) else { return Err(vec![BODY.to_owned()]) };
        let before = fields::read(self.record, &root, self.language);
        let mut now = text.to_owned();
        let mut stuck = Vec::new();
        let mut set = |name: String, rows: Rows, place: Place, spot: &Spot| {
            let Some(new) = self.filled.fields.get(&name) else { return };
            let old = before.get(&name);
            let new = if fields::is_set(&spot.field) { in_order(new, old) } else { new.clone() };
            if new != old {
                match self.page(&now).set(rows, place, spot, &new) {
                    Some(text) => now = text,
                    None => stuck.push(name),
                }
            }
        };
        for spot in spots(self.record) {
            set(name(&spot), Rows { file: self.record, list: None }, Place::Top, &spot);
        }
        for (list, keys) in &self.filled.rows {
            let rows = of_list(self.record, list);
            for key in keys {
                let Some(n) = place_in(key) else { continue };
                for spot in spots(rows.record()) {
                    set(format!("{list}.{key}.{}", name(&spot)), rows, Place::Item(rows, n), &spot);
                }
            }
        }
        for (list, keys) in &self.filled.rows {
            let rows = of_list(self.record, list);
            let mut gone: Vec<usize> =
                keys.iter().filter(|key| self.is_gone(list, key)).filter_map(|key| place_in(key)).collect();
            gone.sort_unstable_by_key(|n| std::cmp::Reverse(*n));
            for n in gone {
                match self.page(&now).remove(rows, n) {
                    Some(text) => now = text,
                    None => stuck.push(list.clone()),
                }
            }
        }
        if let Some(new) = self.filled.fields.get(BODY) {
            let old = body(&now, self.file).replace("\r\n", "\n");
            let new = new.concat();
            if new != old.trim() {
                match self.page(&now).with_body(&new) {
                    Some(text) => now = text,
                    None => stuck.push(BODY.to_owned()),
                }
            }
        }
        if !stuck.is_empty() {
            return Err(stuck);
        }
        self.with_rows(now)
    }

    fn is_gone(&self, list: &str, key: &str) -> bool {
        !self.filled.get(&format!("{list}.{key}.{GONE}")).is_empty()
    }

    /// The text with the records that are new.
    fn with_rows(&self, mut text: String) -> Result<String, Vec<String>> {
        for (list, keys) in &self.filled.rows {
            let rows = of_list(self.record, list);
            for key in keys.iter().filter(|key| key.starts_with('+') && !self.is_gone(list, key)) {
                let said = |spot: &Spot| self.filled.get(&format!("{list}.{key}.{}", name(spot))).to_vec();
                let values = spots(rows.record()).into_iter().map(|spot| (spot.clone(), said(&spot)));
                let values: Vec<(Spot, Vec<String>)> = values.filter(|(_, own)| !own.is_empty()).collect();
                text = self.page(&text).add(rows, &values).ok_or_else(|| vec![list.clone()])?;
            }
        }
        Ok(text)
    }
}

/// The place of a record that is in the file. A plus sign before a number is no part of it: it marks a record that is new.
fn place_in(key: &str) -> Option<usize> {
    key.parse().ok().filter(|_| !key.starts_with('+'))
}

/// What was chosen, in the order that stood before; what is new comes last.
fn in_order(new: &[String], old: &[String]) -> Vec<String> {
    let kept = old.iter().filter(|own| new.contains(own));
    kept.chain(new.iter().filter(|own| !old.contains(own))).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;
    use crate::source::vocabulary as v;

    const FILE: &str = "---\n# Först\ntitel: Ett  # namnet\nmål: [a, b]\naktiviteter:\n  - id: x\n    titel: X\n    läge: klar\n    klar_den: 2026-01-02  # äntligen\n  - {id: y, titel: Y, läge: pågår}\nbudget: {belopp: 5}\n---\nText.\n";

    fn any() -> FileId {
        let files = Files::from_memory([("content/initiatives/i.md", FILE)]);
        files.iter().next().map(|(file, _)| file).expect("it is there")
    }

    fn changed(sent: &[(&str, &str)]) -> String {
        let sent: Vec<(String, String)> =
            sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let record = &v::Initiative::RECORD;
        let filled = understood(record, &sent, Language::SWEDISH);
        let sheet = Sheet { record, file: any(), language: Language::SWEDISH, filled: &filled };
        sheet.changed(FILE).expect("it can be written")
    }

    #[test]
    fn what_says_the_same_is_not_touched() {
        assert_eq!(changed(&[]), FILE);
        let same = [
            ("title", "Ett"),
            ("goals", ""),
            ("goals", "b"),
            ("goals", "a"),
            ("activities.0.state", "klar"),
            ("activities.1.title", " Y "),
            ("budget.amount", "5,0"),
            ("activities.+0.title", ""),
            (BODY, "Text.\r\n"),
        ];
        assert_eq!(changed(&same), FILE);
    }

    #[test]
    fn one_change_is_one_change() {
        for (sent, old, new) in [
            (&[("title", "Två: tre")][..], "Ett  #", "\"Två: tre\"  #"),
            (&[("goals", "c"), ("goals", "b")], "[a, b]", "[b, c]"),
            (&[("activities.0.done_on", "2026-T1")], "2026-01-02", "2026-T1"),
            (&[("activities.1.state", "klar")], "läge: pågår", "läge: klar"),
            (&[(BODY, "Text.\r\n\r\nMer.")], "Text.\n", "Text.\n\nMer.\n"),
            (&[("budget.amount", "5,5")], "belopp: 5", "belopp: 5.5"),
            (&[("budget.amount", "")], "budget: {belopp: 5}\n", ""),
            (&[("activities.0.title", "X"), ("activities.0.-", "1")], FILE_ROW, ""),
        ] {
            assert_eq!(changed(sent), FILE.replacen(old, new, 1), "{sent:?}");
        }
    }

    #[test]
    fn what_two_have_changed_is_kept_of_both() {
        let read = |text: &str| {
            let (root, _) = front_matter_of(text, any()).expect("it can be read");
            fields::read(&v::Initiative::RECORD, &root, Language::SWEDISH)
        };
        let base = read(FILE);
        let theirs = read(&FILE.replace("titel: Ett", "titel: Deras").replace("titel: Y", "titel: Deras"));
        let mine = read(&FILE.replace("belopp: 5", "belopp: 6"));
        let both = merged(&mine, &base, &theirs);
        assert_eq!(both.get("title"), ["Deras"]);
        assert_eq!(both.get("budget.amount"), ["6"]);
        assert_eq!(both.get("activities.1.title"), ["Deras"]);
        let mine = read(&FILE.replace("titel: Ett", "titel: Mitt").replace("titel: X", "titel: Mitt"));
        let both = merged(&mine, &base, &theirs);
        assert_eq!(both.get("title"), ["Mitt"], "of what both have changed, what was sent holds");
        assert_eq!(
            (both.get("activities.0.title"), both.get("activities.1.title")),
            (&["Mitt".to_owned()][..], &["Y".to_owned()][..])
        );
        assert_eq!(merged(&base, &base, &theirs), theirs);
    }

    const FILE_ROW: &str = "  - id: x\n    titel: X\n    läge: klar\n    klar_den: 2026-01-02  # äntligen\n";

    #[test]
    fn a_record_more_says_what_was_sent() {
        let new = changed(&[
            ("activities.0.done_on", "2026-01-02"),
            ("activities.+1.id", "z"),
            ("activities.+1.title", "Z"),
            ("activities.+1.state", ""),
            ("activities.+1.state", "pågår"),
            ("activities.+1.done_on", ""),
        ]);
        let row = "  - id: z\n    titel: Z\n    läge: pågår\n";
        assert_eq!(new, FILE.replace("budget:", &format!("{row}budget:")));
    }

    /// What a browser sends of a form in which nobody has changed anything.
    fn unchanged(record: &'static Record, filled: &Filled, body: &str) -> Vec<(String, String)> {
        let mut sent = vec![(BODY.to_owned(), body.replace('\n', "\r\n"))];
        for (name, values) in &filled.fields {
            sent.push((name.clone(), String::new()));
            let spots = spots(record).into_iter().chain(lists(record).into_iter().flat_map(|list| {
                let before = list.name.en;
                let rows = Rows { file: record, list: Some(before) };
                spots(rows.record()).into_iter().map(move |spot| Spot { record: spot.record, ..spot })
            }));
            let last = name.rsplit('.').next().unwrap_or(name);
            let is_lines = spots.into_iter().any(|spot| spot.field.name.en == last && fields::is_lines(&spot.field));
            if is_lines {
                sent.push((name.clone(), values.join("\r\n")));
            } else {
                sent.extend(values.iter().map(|value| (name.clone(), value.replace('\n', "\r\n"))));
            }
        }
        sent
    }

    #[test]
    fn a_form_that_is_sent_as_it_came_changes_no_byte_of_any_plan() {
        let mut n = 0;
        for folder in ["content", "tests/sites"] {
            let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
            let plans: Vec<std::path::PathBuf> = if folder == "content" {
                vec![root.to_owned()]
            } else {
                crate::forms::tests::folders(&root.join(folder))
            };
            for plan in plans {
                let files = crate::files::read(&plan).expect("a plan can be read");
                let language = crate::source::language_of(&files).unwrap_or(Language::SWEDISH);
                for (file, own) in files.iter() {
                    let Some(record) = own.path.strip_prefix("content/").and_then(crate::source::layout::record_of)
                    else {
                        continue;
                    };
                    let text = files.text(file);
                    let Some((root, _)) = front_matter_of(&text, file) else { continue };
                    let before = fields::read(record, &root, language);
                    let below = if own.path.strip_suffix(".md").is_some() { body(&text, file) } else { "" };
                    let mut sent = unchanged(record, &before, below);
                    if below.is_empty() {
                        sent.retain(|(name, _)| name != BODY);
                    }
                    let filled = understood(record, &sent, language);
                    let sheet = Sheet { record, file, language, filled: &filled };
                    assert_eq!(sheet.changed(&text).as_deref(), Ok(&*text), "{} of {}", own.path, plan.display());
                    n += 1;
                }
            }
        }
        assert!(n > 200, "{n} files");
    }
}
