//! The targets of `fuzz/` with a little random input each: that they run, and that nothing is found at once. To look for
//! longer is `cargo fuzz`'s work.

use proptest::prelude::*;

#[expect(unreachable_pub, reason = "the fuzzer's crate gives them to its targets")]
#[path = "../../fuzz/src/targets.rs"]
mod targets;

use super::harmless;

proptest! {
    #[test]
    fn a_date(text in "[0-9]{1,4}[-QTHWv0-9]{0,6}|\\PC{0,12}") {
        targets::date(&text);
    }

    #[test]
    fn a_request(text in "/?([%a-f0-9./\\\\:å]|%2e|%2f|data/plan\\.json|agenda){0,20}") {
        targets::request(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn map(
        beginning in "typ: (initiativ|aktivitet|rapport\nperiod: 2026-T2)\n(rubrikrad: 1\n)?",
        columns in "kolumner:\n(  Aktivitet: (titel|id)\n)?(  Ansvarig: (ansvarig)?\n)?(  C: fas\n)?(  Slut: (slut|start)\n)?(  Mål: (mål|etiketter)\n)?(  (F|Budget): (budget\\.belopp)?\n)?",
        values in "(värden:\n(  fas:\n    (Klart|[a-zå0-9]{1,6}): (drift|[a-zå0-9]{0,4})\n)?(  ansvarig:\n    Rektor: (skolchef|tomt)?\n)?)?",
        defaults in "(förval:\n(  mål: [a-zå]{0,4}\n)?(  fas: (drift|tomt)\n)?(  start: (2026|[0-9-]{1,8})\n)?)?",
        noise in "([\\PC\n]{1,2}|\\PC{1,8})?",
        at in any::<prop::sample::Index>(),
    ) {
        let map = [beginning, columns, values, defaults].concat();
        targets::map(&map);
        let places: Vec<usize> = map.char_indices().map(|(n, _)| n).chain([map.len()]).collect();
        let (before, after) = map.split_at(*at.get(&places));
        targets::map(&[before, &noise, after].concat());
    }
}

proptest! {
    // Each makes a site.
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn front_matter(kind in 0u8..12, text in "(---\n)?([a-zå]{1,8}: ?[\\PC&&[^\n]]{0,10}\n){0,4}(---\n)?\\PC{0,20}") {
        targets::front_matter(&format!("{}{text}", char::from(kind)));
    }

    #[test]
    fn observations(rows in "(datum|date|år)[,;](värde|value)\n([0-9T-]{4,8}[,;]\"?[-0-9.,<=]{0,8}\"?\n){0,5}") {
        targets::observations(&rows);
    }

    #[test]
    fn markdown(text in "([#>*_`!|<&\\[\\]()~: \n-]|a|å|<b>|</p>|<script>|javascript:|mål:){0,60}") {
        targets::markdown(&text);
    }

    #[test]
    fn a_plan(text in "(=== content/(goals|reports|pages|static|x)(/2026-T1)?/[a-z]{1,3}\\.(md|csv|svg|yaml)\n[a-z<>:\n -]{0,40}\n){0,3}") {
        targets::plan(&text);
    }
}
