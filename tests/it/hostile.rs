//! Whatever an author does to a plan, framdrift gives a site or says what is wrong. It never panics.

use framdrift::diag::{Diagnostics, Level};
use framdrift::files::Files;
use framdrift::{Clock, Options};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Values that editors, spreadsheets and slips leave behind.
const VALUES: &[&str] = &[
    "",
    "\"\"",
    "\" \"",
    "~",
    "null",
    "[]",
    "{}",
    "[~]",
    "[[]]",
    "- x",
    "ja",
    "nej",
    "0",
    "-1",
    "1e999",
    ".nan",
    "99999999999999999999",
    "2026",
    "0000",
    "9999-12-31",
    "2026-02-30",
    "2026-T4",
    "2026-W53",
    "löpande",
    "skola",
    "trygg-skola",
    "kompisbankar",
    "rastvardar",
    "kommunstyrelsen",
    "kommundirektor",
    "rektor, kommundirektor",
    "\"<5\"",
    "<5",
    "\"{ $n }\"",
    "\"mål:trygg-skola\"",
    "\"report:2026-T1/kompisbankar\"",
    "\"report:2026-T9/x\"",
    "https://example.org/a b",
    "javascript:alert(1)",
    "\"#ffffff\"",
    "klar",
    "pågår",
    "okänt",
    "risk",
    "klart",
    "avbrutet",
    "2w",
    "0d",
    "en",
    "sv",
    "xx",
    "å",
    "\u{0}",
    "\u{feff}",
    "\u{202e}x",
    "'",
    "\"",
    "{a: b}",
    "|",
    ">",
    "*a",
    "&a b",
    "!t x",
];

/// Names of files that are there or might be.
const NAMES: &[&str] = &[
    "content/plan.yaml",
    "content/plan.yml",
    "content/plan.en.yaml",
    "content/organisation.yml",
    "content/goals/bankar.md",
    "content/goals/trygg-skola.sv.md",
    "content/goals/trygg-skola.xx.md",
    "content/goals/lugn-skola.en.md",
    "content/initiatives/bankar.en.md",
    "content/reports/2026-T2/bankar.md",
    "content/reports/2026-T2/rastvardar.md",
    "content/reports/2026-T3/kompisbankar.md",
    "content/reports/2019-T1/kompisbankar.md",
    "content/reports/x/kompisbankar.md",
    "content/reviews/2027-T1.md",
    "content/reviews/x.md",
    "content/indicators/bankar.csv",
    "content/pages/mal.md",
    "content/pages/index.md",
    "content/static/index.html",
    "content/static/mal/x.txt",
    "content/static/om/index.html",
    "content/.dold",
    "themes/default/base.html",
    "themes/default/x.html",
    "content/pages/404.html.md",
    "content/areas/å.md",
];

/// One thing that someone does to a plan.
#[derive(Clone, Debug)]
enum Slip {
    DeleteLine(Index, Index),
    DoubleLine(Index, Index),
    SwapLines(Index, Index, Index),
    Value(Index, Index, &'static str),
    Key(Index, Index, &'static str),
    Indent(Index, Index, usize),
    Cut(Index, Index),
    Empty(Index),
    Delete(Index),
    Copy(Index, &'static str),
    Append(Index, String),
}

fn slip() -> impl Strategy<Value = Slip> {
    let any = any::<Index>;
    prop_oneof![
        4 => (any(), any()).prop_map(|(file, line)| Slip::DeleteLine(file, line)),
        2 => (any(), any()).prop_map(|(file, line)| Slip::DoubleLine(file, line)),
        1 => (any(), any(), any()).prop_map(|(file, a, b)| Slip::SwapLines(file, a, b)),
        6 => (any(), any(), select(VALUES)).prop_map(|(file, line, value)| Slip::Value(file, line, value)),
        1 => (any(), any(), select(VALUES)).prop_map(|(file, line, key)| Slip::Key(file, line, key)),
        1 => (any(), any(), 0usize..6).prop_map(|(file, line, n)| Slip::Indent(file, line, n)),
        1 => (any(), any()).prop_map(|(file, at)| Slip::Cut(file, at)),
        1 => any().prop_map(Slip::Empty),
        2 => any().prop_map(Slip::Delete),
        2 => (any(), select(NAMES)).prop_map(|(file, name)| Slip::Copy(file, name)),
        2 => (any(), "[#>*_`\\[\\](){}!|<^~:. \\n\\-a-zåäö0-9/\"&;]{0,60}").prop_map(|(file, text)| Slip::Append(file, text)),
    ]
}

impl Slip {
    fn happen(&self, plan: &mut Vec<(String, String)>) {
        match self {
            Self::DeleteLine(file, line) => lines(plan, *file, |lines| drop(lines.remove(line.index(lines.len())))),
            Self::DoubleLine(file, line) => lines(plan, *file, |lines| {
                let n = line.index(lines.len());
                lines.insert(n, lines[n].clone());
            }),
            Self::SwapLines(file, a, b) => lines(plan, *file, |lines| {
                let (a, b) = (a.index(lines.len()), b.index(lines.len()));
                lines.swap(a, b);
            }),
            Self::Value(file, line, value) => lines(plan, *file, |lines| {
                let n = line.index(lines.len());
                let line = &mut lines[n];
                if let Some((key, _)) = line.split_once(": ") {
                    *line = format!("{key}: {value}");
                } else if let Some((indent, _)) = line.split_once("- ") {
                    *line = format!("{indent}- {value}");
                } else {
                    let mut fields: Vec<&str> = line.split(',').collect();
                    fields[0] = value;
                    *line = fields.join(",");
                }
            }),
            Self::Key(file, line, key) => lines(plan, *file, |lines| {
                let n = line.index(lines.len());
                let line = &mut lines[n];
                *line = format!("{key}: {}", line.split_once(": ").map_or("", |(_, value)| value));
            }),
            Self::Indent(file, line, depth) => lines(plan, *file, |lines| {
                let n = line.index(lines.len());
                let line = &mut lines[n];
                *line = format!("{}{}", " ".repeat(*depth), line.trim_start());
            }),
            Self::Cut(file, at) => {
                let n = file.index(plan.len());
                let text = &mut plan[n].1;
                let keep = at.index(text.chars().count() + 1);
                *text = text.chars().take(keep).collect();
            }
            Self::Empty(file) => {
                let n = file.index(plan.len());
                plan[n].1.clear();
            }
            Self::Delete(file) => drop(plan.remove(file.index(plan.len()))),
            Self::Copy(file, name) => {
                let text = plan[file.index(plan.len())].1.clone();
                plan.retain(|(own, _)| own != name);
                plan.push(((*name).to_owned(), text));
            }
            Self::Append(file, text) => {
                let n = file.index(plan.len());
                plan[n].1.push_str(text);
            }
        }
    }
}

fn lines(plan: &mut [(String, String)], file: Index, change: impl FnOnce(&mut Vec<String>)) {
    let text = &mut plan[file.index(plan.len())].1;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if !lines.is_empty() {
        change(&mut lines);
        *text = lines.join("\n") + "\n";
    }
}

/// The plan that uses every key there is.
fn plan() -> Vec<(String, String)> {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    super::built::plan(super::built::TINY_FOLDER).into_iter().map(|(path, bytes)| (path, text(bytes))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(40) })]

    #[test]
    fn any_plan_gives_a_site_or_an_error(slips in prop::collection::vec(slip(), 1..6), day in -400i64..800) {
        let mut plan = plan();
        for slip in &slips {
            slip.happen(&mut plan);
        }
        let files = Files::from_memory(plan);
        let date = jiff::civil::date(2026, 11, 23).saturating_add(jiff::Span::new().days(day));
        let options = Options::at(Clock::Date(date));
        let mut diagnostics = Diagnostics::new();
        let outcome = framdrift::run(&files, &options, &mut diagnostics, &framdrift::observe::Unobserved);
        prop_assert_eq!(outcome.is_err(), diagnostics.count(Level::Error) > 0);
        // Every message can be written, in every language.
        for language in framdrift::words::Language::all() {
            let words = framdrift::words::Words::new(language);
            for found in diagnostics.sorted(&files) {
                prop_assert!(!found.message(&words).is_empty());
                let _ = (found.help(&words), found.notes(&words));
            }
        }
    }
}
