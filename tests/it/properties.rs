//! What holds for every date, slug and YAML text, not just for those that we thought of.

use framdrift::diag::Diagnostics;
use framdrift::files::Files;
use framdrift::model::{Period, PlanDate, Rhythm};
use framdrift::source::value::{is_id, slug};
use framdrift::source::yaml::{self, Node, Tree};
use jiff::civil::Date;
use proptest::prelude::*;

/// Days that plans speak of, and some that they don't.
fn day() -> impl Strategy<Value = Date> {
    (1i16..=9998, 1i8..=12, 1i8..=31)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day).ok())
}

fn rhythm() -> impl Strategy<Value = Rhythm> {
    prop_oneof![
        Just(Rhythm::Month),
        Just(Rhythm::Quarter),
        Just(Rhythm::Tertial),
        Just(Rhythm::HalfYear),
        Just(Rhythm::Year)
    ]
}

/// Texts of dates in each form, most of them dates that exist.
fn date_text() -> impl Strategy<Value = String> {
    (1000i16..=9999, 0u8..=60, 0u8..=32, 0usize..8).prop_map(|(year, n, day, form)| match form {
        0 => format!("{year}"),
        1 => format!("{year}-H{n}"),
        2 => format!("{year}-Q{n}"),
        3 => format!("{year}-T{n}"),
        4 => format!("{year}-{n:02}"),
        5 => format!("{year}-W{n:02}"),
        6 => format!("{year}-v{n}"),
        _ => format!("{year}-{n:02}-{day:02}"),
    })
}

proptest! {
    #[test]
    fn any_text_is_a_date_or_not(text in "\\PC{0,20}") {
        let _ = text.parse::<PlanDate>();
    }

    #[test]
    fn a_date_is_a_run_of_days_and_is_written_as_it_is_read(text in date_text()) {
        if let Ok(date) = text.parse::<PlanDate>() {
            let last = date.last_day().expect("only an ongoing date has no last day");
            prop_assert!(date.first_day() <= last);
            prop_assert!(date.first_day() <= date.middle() && date.middle() <= last);
            prop_assert_eq!(date.to_string().parse::<PlanDate>(), Ok(date));
            prop_assert_eq!(date.days_overdue(last), 0);
            prop_assert!(!date.has_passed(last));
        }
    }

    #[test]
    fn the_order_of_dates_is_one_order(a in date_text(), b in date_text(), c in date_text()) {
        let dates: Vec<PlanDate> = [a, b, c].iter().filter_map(|text| text.parse().ok()).collect();
        if let [a, b, c] = dates[..] {
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            if a <= b && b <= c {
                prop_assert!(a <= c);
            }
            if a.is_before(b) {
                prop_assert!(a < b && !b.is_before(a));
            }
        }
    }

    #[test]
    fn every_day_lies_in_one_period_and_periods_have_no_gaps(day in day(), rhythm in rhythm()) {
        let period = Period::containing(day, rhythm);
        prop_assert!(period.first_day() <= day && day <= period.last_day());
        prop_assert_eq!(period.next().previous(), period);
        prop_assert_eq!(period.last_day().tomorrow().ok(), Some(period.next().first_day()));
        prop_assert_eq!(Period::of(period.date(), rhythm), Some(period));
        prop_assert_eq!(Period::containing(period.last_day(), rhythm), period);
    }

    #[test]
    fn a_slug_is_an_id_and_its_own_slug(text in "\\PC{0,60}") {
        let made = slug(&text);
        prop_assert!(made.is_empty() || made.len() > 100 || is_id(&made), "{made}");
        prop_assert_eq!(slug(&made), made);
    }

    #[test]
    fn swedish_words_make_readable_slugs(words in prop::collection::vec("[a-zåäöé]{1,8}", 1..5)) {
        let made = slug(&words.join(" – "));
        prop_assert_eq!(made.split('-').count(), words.len());
        prop_assert_eq!(made.len(), words.join("-").chars().count());
    }

    #[test]
    fn any_text_is_yaml_or_a_problem(text in "[-:{}\\[\\], \\n#'\"&*!|>%@`a0~?å]{0,60}") {
        let files = Files::from_memory([("content/plan.yaml", text.clone())]);
        let file = files.find("content/plan.yaml").expect("just put in");
        let mut diagnostics = Diagnostics::new();
        let read = yaml::read(&text, file, 0, &mut diagnostics);
        prop_assert_eq!(read.is_none(), diagnostics.rejected().is_some());
        if let Some(node) = read {
            within(&node, text.len())?;
        }
    }

    /// The gate and `serde_yaml` read the same scalars from what an editor may write.
    #[test]
    fn scalars_are_read_as_serde_yaml_reads_them(
        entries in prop::collection::btree_map("[a-zåäö]{1,6}", "[a-zåäö0-9 .:'-]{0,12}", 0..6)
    ) {
        let lines: Vec<String> = entries.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        let text = lines.concat();
        let files = Files::from_memory([("content/plan.yaml", text.clone())]);
        let file = files.find("content/plan.yaml").expect("just put in");
        let read = yaml::read(&text, file, 0, &mut Diagnostics::new());
        let other: Option<serde_yaml::Value> = serde_yaml::from_str(&text).ok();
        if let (Some(node), Some(other)) = (read, other) {
            prop_assert!(same(&node, &other), "{text:?}: {node:?} {other:?}");
        }
    }
}

/// Every place lies in the text, and a value's within its parent's.
fn within(node: &Node, length: usize) -> Result<(), TestCaseError> {
    prop_assert!(node.span.start <= node.span.end);
    prop_assert!(node.span.range().end <= length);
    match &node.value {
        Tree::List(items) => items.iter().try_for_each(|item| within(item, length)),
        Tree::Map(entries) => entries.iter().try_for_each(|(key, value)| {
            prop_assert!(key.span.range().end <= length);
            within(value, length)
        }),
        _ => Ok(()),
    }
}

fn same(node: &Node, other: &serde_yaml::Value) -> bool {
    match (&node.value, other) {
        (Tree::Nothing, serde_yaml::Value::Null) => true,
        (Tree::Bool(a), serde_yaml::Value::Bool(b)) => a == b,
        (Tree::Number(a, _), serde_yaml::Value::Number(b)) => b.as_f64() == Some(*a),
        (Tree::Text(a), serde_yaml::Value::String(b)) => a == b,
        // An infinite number is a text to us.
        (Tree::Text(_), serde_yaml::Value::Number(b)) => !b.as_f64().is_some_and(f64::is_finite),
        (Tree::List(a), serde_yaml::Value::Sequence(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Tree::Map(a), serde_yaml::Value::Mapping(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((_, a), (_, b))| same(a, b))
        }
        _ => false,
    }
}
