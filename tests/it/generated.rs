//! The plan of any size that `examples/plan.rs` writes: it must be a plan, and always the same.

#[expect(dead_code, reason = "what reads the command line is not called here")]
#[path = "../../examples/plan.rs"]
mod plan;

use framdrift::files::{self, Files};

use super::built::Site;
use plan::{Wanted, write};

/// The day that the plan is made for.
const DAY: &str = "2026-11-23";

fn written(initiatives: usize, long_titles: bool, charts: bool) -> Files {
    let folder = tempfile::tempdir().unwrap();
    let wanted = Wanted { initiatives, periods: 2, charts, long_titles, folder: folder.path().to_owned() };
    write(&wanted).unwrap();
    assert!(write(&wanted).is_err(), "a plan is never written over another");
    files::read(folder.path()).unwrap()
}

#[test]
fn a_generated_plan_is_a_plan() {
    let site = Site::build(&written(23, true, true), DAY, None);
    assert_eq!(site.below("initiativ/").count(), 23);
    assert_eq!(site.below("mal/").count(), 2);
    let texts: Vec<String> = site.below("initiativ/").map(|page| site.text(page)).collect();
    let titles = texts.iter().map(|text| text.lines().next().unwrap().trim_start_matches("# ").chars().count());
    let longest = titles.max().unwrap();
    assert!((400..=560).contains(&longest), "{longest}");
    let charts = site.below("initiativ/").filter(|page| site.html(page).contains("<figure class=\"figure figure-line"));
    assert!(charts.count() >= 2);
}

#[test]
fn a_generated_plan_is_always_the_same() {
    let (first, second) = (written(23, false, false), written(23, false, false));
    let all =
        |files: &Files| files.under("").map(|(_, file)| (file.path.clone(), file.bytes.clone())).collect::<Vec<_>>();
    assert!(all(&first).len() > 60);
    assert_eq!(all(&first), all(&second));
}

/// A drawing that no sheet of paper holds says so, so that its table is printed for it.
#[test]
fn a_long_matrix_is_a_table_on_paper() {
    for (initiatives, is_tall) in [(20, false), (60, true)] {
        let site = Site::build(&written(initiatives, false, false), DAY, None);
        let html = site.html("ansvar/");
        let (_, chains) = html.split_once("<figure class=\"figure figure-chains").expect("the chains are drawn");
        let classes: Vec<&str> = chains.split('"').next().unwrap().split(' ').collect();
        assert_eq!(classes.contains(&"figure-tall"), is_tall, "{classes:?}");
        let (_, after) = chains.split_once("</figure>").unwrap();
        let table = after.trim_start().strip_prefix("<details>").expect("its table comes next");
        assert!(
            table.split_once("</table>").unwrap().0.matches("<tr>").count() > initiatives,
            "a row for each, and a head"
        );
    }
}
