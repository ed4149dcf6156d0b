//! Charts on finished pages: what is drawn is in the table beside it.

use super::built::SAMPLE;

/// A chart of indicators has a dot for each value of its table, and each value it names is one of them.
#[test]
fn a_chart_and_its_table_agree() {
    let mut seen = 0;
    for (path, html) in SAMPLE.ending("index.html") {
        for figure in html.split("<figure class=\"figure figure-line").skip(1) {
            let figure = figure.split("</figure>").next().unwrap();
            let (drawings, table) = figure.split_once("<table>").expect("a line has its table");
            let cells = cells(table);
            let values = cells.iter().filter(|cell| is_number(cell)).count();
            for svg in drawings.split("<svg").skip(1) {
                let svg = svg.split("</svg>").next().unwrap();
                // A comparison stands in the key too where there is no room beside its end.
                let narrow = svg.contains("viewBox=\"0 0 288 ");
                let others = table.split("</thead>").next().unwrap().matches("<th ").count();
                let drawn = dots(svg, "c-dot") + dots(svg, "c-other") + dots(svg, "c-other c-even");
                let targets = dots(svg, "c-target");
                assert!(drawn > 0, "{path}");
                assert!(drawn + targets <= values + if narrow { others } else { 0 }, "{path}: {drawn} {values}");
                for said in texts(svg) {
                    let said = said.split_once('>').unwrap().1.split("</text>").next().unwrap();
                    let number = said.rsplit(": ").next().unwrap().split('\u{a0}').next().unwrap().trim();
                    let number = number.rsplit(' ').next().unwrap();
                    let known =
                        number.split('–').all(|part| cells.iter().any(|cell| cell.split('–').any(|own| own == part)));
                    assert!(!is_number(number) || known, "{path}: the chart says “{said}”, the table has {cells:?}");
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 30, "charts were seen: {seen}");
}

/// What charts over time draw: each meeting, period, share and deadline stands in the table.
#[test]
fn a_chart_over_time_and_its_table_agree() {
    let mut seen = [0; 4];
    for (path, html) in SAMPLE.ending("index.html").filter(|(path, _)| !path.starts_with("en/")) {
        for (n, kind) in ["rhythm", "strip", "rate", "timeline"].into_iter().enumerate() {
            for figure in html.split(&format!("<figure class=\"figure figure-{kind}")).skip(1) {
                let figure = figure.split("</figure>").next().unwrap();
                // The activities of an initiative have their tables on the page.
                let (drawings, table) = figure.split_once("<table>").unwrap_or((figure, html));
                let rows = table.matches("<tr>").count() - 1;
                for svg in drawings.split("<svg").skip(1).filter(|svg| svg.contains("class=\"chart\"")) {
                    let svg = svg.split("</svg>").next().unwrap();
                    match kind {
                        // One dot stands in the key; the table has the meeting that is expected, too.
                        "rhythm" => {
                            let expected = table.matches("Nästa möte").count();
                            assert_eq!(dots(svg, "c-dot") - 1, rows - expected, "{path}");
                        }
                        "strip" => {
                            assert_eq!(svg.matches("<use").count() + closed(svg, "c-gap"), rows, "{path}");
                        }
                        "rate" => {
                            for share in texts(svg).filter_map(|text| text.split_once('>')?.1.split('<').next()) {
                                let said = share.replace('/', " av ");
                                assert!(table.contains(&format!(">{said}<")), "{path}: {said}");
                            }
                        }
                        _ => {
                            for line in svg.split(", slut ").skip(1) {
                                let date = line.split([',', '<', '…']).next().unwrap();
                                assert!(html.contains(&format!(">{date}")), "{path}: {date}");
                            }
                        }
                    }
                    seen[n] += 1;
                }
            }
        }
    }
    assert!(seen.iter().all(|seen| *seen >= 4), "charts were seen: {seen:?}");
}

/// How many closed shapes of a class a drawing has.
fn closed(svg: &str, class: &str) -> usize {
    let paths = svg.split("<path class=\"").filter(|path| path.split('"').next() == Some(class));
    paths.map(|path| path.split('>').next().unwrap_or_default().matches('z').count()).sum()
}

/// The texts of a table's cells, without what is in small print.
fn cells(table: &str) -> Vec<String> {
    let body = table.split_once("</thead>").expect("a table has a head").1;
    let cell = |cell: &str| {
        let text = cell.split_once('>').map_or("", |(_, text)| text);
        let text = text.split(['<']).next().unwrap_or_default();
        text.trim().to_owned()
    };
    body.split("<td").skip(1).map(cell).collect()
}

fn is_number(text: &str) -> bool {
    let digits = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{202f}' | '\u{2212}' | '–');
    !text.is_empty() && text.chars().all(digits) && text.chars().any(|c| c.is_ascii_digit())
}

/// What a drawing says beside its axes.
fn texts(svg: &str) -> impl Iterator<Item = &str> {
    let groups = svg.split("<g class=\"c-text\"").skip(1).filter_map(|group| group.split("</g>").next());
    groups.flat_map(|group| group.split("<text").skip(1))
}

/// How many dots of a class a drawing has.
fn dots(svg: &str, class: &str) -> usize {
    let paths = svg.split("<path class=\"").filter(|path| path.split('"').next() == Some(class));
    paths.map(|path| path.split('>').next().unwrap_or_default().matches("h0").count()).sum()
}
