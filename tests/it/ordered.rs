//! `framdrift fmt`: keys in order and dates in one way, and nothing else.

use std::collections::BTreeMap;

use framdrift::compose::{self, Begin, format};
use framdrift::files::Files;
use framdrift::model::Rhythm;
use framdrift::words::{Language, Words};

use super::built::{REAL_FOLDER, SAMPLE_FOLDER, TINY_FOLDER, plan};

fn changed(files: &[(String, Vec<u8>)]) -> BTreeMap<String, String> {
    format::of(&Files::from_memory(files.to_vec()))
}

#[test]
fn what_is_in_order_stays() {
    for folder in [SAMPLE_FOLDER, TINY_FOLDER, REAL_FOLDER] {
        assert_eq!(changed(&plan(folder)).keys().collect::<Vec<_>>(), [""; 0], "{folder:?}");
    }
    for language in Language::all() {
        let begin = Begin {
            title: "Plan".to_owned(),
            organisation: "Exempelby kommun".to_owned(),
            municipality_code: Some("1290".to_owned()),
            start: 2026,
            end: 2029,
            every: Rhythm::Tertial,
            language,
            languages: Vec::new(),
            colour: Some("#1f4e4a".to_owned()),
            contact: "agenda@example.org".to_owned(),
            today: jiff::civil::date(2026, 11, 29),
        };
        let new = compose::plan(&begin, &Words::new(language));
        let new: Vec<(String, Vec<u8>)> = new.into_iter().map(|own| (own.path, own.text.into_bytes())).collect();
        assert_eq!(changed(&new).keys().collect::<Vec<_>>(), [""; 0], "a new plan in {language:?}");
    }
}

/// The text with the first key of its front matter, and what belongs to it, below the last; `None` when it has no two.
fn turned(text: &str) -> Option<String> {
    let front = text.strip_prefix("---\n")?;
    let (front, body) = front.split_once("\n---\n")?;
    let lines: Vec<&str> = front.lines().collect();
    let is_key = |line: &&str| line.starts_with(char::is_alphabetic);
    let second = 1 + lines.iter().skip(1).position(is_key)?;
    lines.first().filter(|line| is_key(line))?;
    let (first, rest) = lines.split_at(second);
    Some(format!("---\n{}\n{}\n---\n{body}", rest.join("\n"), first.join("\n")))
}

#[test]
fn what_was_turned_comes_back_byte_for_byte() {
    let files = plan(SAMPLE_FOLDER);
    let mut count = 0;
    let mixed: Vec<(String, Vec<u8>)> = files
        .iter()
        .map(|(path, bytes)| {
            let new = std::str::from_utf8(bytes).ok().and_then(turned);
            count += usize::from(new.is_some());
            (path.clone(), new.map_or_else(|| bytes.clone(), String::into_bytes))
        })
        .collect();
    assert!(count > 100, "{count}");
    let back = changed(&mixed);
    assert!(back.len() > 100, "{}", back.len());
    for (path, text) in back {
        let (_, before) = files.iter().find(|(own, _)| *own == path).unwrap();
        assert_eq!(text.as_bytes(), before, "{path}");
    }
}
