//! What Markdown becomes, and what is told about it.

use proptest::prelude::*;

use super::*;
use crate::diag::Level;
use crate::files::Files;
use crate::model::{Footnote, Kind};
use crate::words::{Language, Words};

thread_local! {
    /// Words are dear to make.
    static WORDS: Vec<Words> = Language::all().map(Words::new).collect();
}

/// The text, and its problems: code, hints, the source that each points at, and other places.
fn read_all(text: &str) -> (Prose<Written>, Vec<String>) {
    let before = "---\n---\n";
    let files = Files::from_memory([("content/x.md", format!("{before}{text}"))]);
    let file = files.find("content/x.md").expect("just put in");
    let mut diagnostics = Diagnostics::new();
    let prose = read(text, file, before.len(), &mut diagnostics);
    let place = |span: Span| files.text(file).get(span.range()).expect("within the text").to_owned();
    let mut told = Vec::new();
    for diagnostic in diagnostics.sorted(&files) {
        WORDS.with(|all| {
            for words in all {
                let _ = (diagnostic.message(words), diagnostic.help(words), diagnostic.notes(words));
            }
        });
        let mut line = diagnostic.rule.code.to_owned();
        for hint in &diagnostic.hints {
            let near = diagnostic.fills.iter().find_map(|(name, fill)| match fill {
                crate::diag::Fill::Text(text) if *name == "nearest" && *hint == "nearest" => Some(text.as_str()),
                _ => None,
            });
            line.extend([" ", near.unwrap_or(hint)]);
        }
        line.extend([" [", &place(diagnostic.span.expect("a place")), "]"]);
        for (span, what) in &diagnostic.also {
            line.extend([" ", what, " [", &place(*span), "]"]);
        }
        told.push(line);
    }
    (prose, told)
}

fn problems(text: &str) -> Vec<String> {
    read_all(text).1
}

fn words(text: &str) -> Inline<Written> {
    Inline::Text(text.to_owned())
}

fn paragraph(text: &str) -> Block<Written> {
    Block::Paragraph(vec![words(text)])
}

#[test]
fn a_link_knows_where_it_is_written() {
    let (prose, told) = read_all("Se [målet](mål:skola \"Titel\") och [webben][w].\n\n[w]: https://example.org/å\n");
    assert_eq!(told, [""; 0]);
    let Some(Block::Paragraph(content)) = prose.blocks.first() else { panic!("no paragraph") };
    let links: Vec<(&Destination, usize, usize)> = content
        .iter()
        .filter_map(|inline| match inline {
            Inline::Link { to, .. } => Some((&to.value, to.span.start as usize, to.span.end as usize)),
            _ => None,
        })
        .collect();
    let goal = Destination::Entity(Kind::Goal, "skola".to_owned(), None);
    let web = Destination::Web("https://example.org/å".to_owned());
    // The second is a reference: its address stands elsewhere, and the place is that of the link.
    assert_eq!(links, [(&goal, 20, 30), (&web, 44, 55)]);
}

#[test]
fn refused_links_are_told_once_and_kept_as_refused() {
    let (prose, told) = read_all("[a](javascript:x) [b](&#106;avascript:x) [c](<java&#9;script:x>) <javascript:x>\n");
    assert_eq!(
        told,
        [
            "FD405 [javascript:x]",
            "FD405 [[b](&#106;avascript:x)]",
            "FD405 hidden [[c](<java&#9;script:x>)]",
            "FD405 [javascript:x]"
        ]
    );
    prose.visit(&mut |part| {
        if let crate::model::Part::Inline(Inline::Link { to, .. }) = part {
            assert_eq!(to.value, Destination::Refused);
        }
    });
    assert_eq!(problems("[a](skola.md) [b](www.boras.se)"), ["FD411 page [skola.md]", "FD411 web [www.boras.se]"]);
    assert_eq!(problems("[a](initativ:skola)"), ["FD405 initiativ:skola [initativ:skola]"]);
    assert_eq!(problems("[](mål:skola)"), ["FD410 [[](mål:skola)]"]);
    assert_eq!(problems("<namn@example.org> <https://example.org>"), [""; 0]);
}

#[test]
fn pictures_need_words_and_lie_in_the_plan() {
    assert_eq!(problems("![](bilder/x.png)"), ["FD404 [![](bilder/x.png)]"]);
    assert_eq!(problems("![En karta](https://example.org/x.png)"), ["FD412 [https://example.org/x.png]"]);
    let (prose, told) = read_all("![En *karta* över `A`](bilder/x.png \"T\")");
    assert_eq!(told, [""; 0]);
    let span = Span { start: 32, end: 44, ..prose_image(&prose).0.span };
    assert_eq!(prose_image(&prose), (&At::new(Destination::File("bilder/x.png".to_owned()), span), "En karta över A"));
}

fn prose_image(prose: &Prose<Written>) -> (&Written, &str) {
    let mut found = None;
    prose.visit(&mut |part| {
        if let crate::model::Part::Inline(Inline::Image { from, alt, .. }) = part {
            found = Some((from, alt.as_str()));
        }
    });
    found.expect("a picture")
}

#[test]
fn headings_have_ids_of_their_own() {
    let (prose, told) = read_all(
        "# Vad händer?\n\n## Så är det\n\n## Så är det\n\n## Så är det 2\n\n## Så är det\n\n## …\n\n[a](#sa-ar-det-2)",
    );
    assert_eq!(told, [""; 0]);
    assert_eq!(
        prose.heading_ids(),
        ["vad-hander", "sa-ar-det", "sa-ar-det-2", "sa-ar-det-2-2", "sa-ar-det-3", "section"]
    );
    assert_eq!(
        problems("## A\n\n#### B\n\n# C\n\n##\n\n[x](#Så) [y](#b2)\n\n# Så\n"),
        ["FD407 [#### B] before [## A]", "FD415 [##]", "FD402 sa [#Så]", "FD402 b [#b2]"]
    );
}

#[test]
fn footnotes_come_in_the_order_of_their_references() {
    let (prose, told) = read_all("A[^två] b[^ETT] c[^två].\n\n[^ett]: Ett.[^tre]\n[^två]: Två.\n[^tre]: Tre.\n");
    assert_eq!(told, [""; 0]);
    let note = |blocks, references| Footnote { blocks, references };
    let one = Block::Paragraph(vec![words("Ett."), Inline::Footnote(2, 1)]);
    assert_eq!(
        prose.footnotes,
        [note(vec![paragraph("Två.")], 2), note(vec![one], 1), note(vec![paragraph("Tre.")], 1)]
    );
    let Some(Block::Paragraph(content)) = prose.blocks.first() else { panic!("no paragraph") };
    let references: Vec<&Inline<Written>> =
        content.iter().filter(|inline| matches!(inline, Inline::Footnote(..))).collect();
    assert_eq!(references, [&Inline::Footnote(0, 1), &Inline::Footnote(1, 1), &Inline::Footnote(0, 2)]);
}

#[test]
fn footnotes_that_lead_nowhere_are_told() {
    assert_eq!(
        problems("A[^kälal], `[^kod]`, \\[^nej], x[^ y] och [^kalla].\n\n[^källa]: K.\n[^KÄLLA]: L.\n"),
        ["FD409 källa [[^kälal]]", "FD409 källa [[^kalla]]", "FD413 [[^källa]]", "FD414 [[^KÄLLA]] first [[^källa]]",]
    );
    assert_eq!(read_all("A[^b].").0.blocks, [paragraph("A[^b].")]);
}

#[test]
fn lists_keep_how_they_stand() {
    let (prose, told) = read_all("1. a\n\n   b\n2. c\n\n- [x] gjort\n- [ ] inte\n  - under\n");
    assert_eq!(told, [""; 0]);
    let item = |task, blocks| Item { task, blocks };
    let under = Block::List { start: None, tight: true, items: vec![item(None, vec![paragraph("under")])] };
    assert_eq!(
        prose.blocks,
        [
            Block::List {
                start: Some(1),
                tight: false,
                items: vec![item(None, vec![paragraph("a"), paragraph("b")]), item(None, vec![paragraph("c")])],
            },
            Block::List {
                start: None,
                tight: true,
                items: vec![
                    item(Some(true), vec![paragraph("gjort")]),
                    item(Some(false), vec![paragraph("inte"), under]),
                ],
            },
        ]
    );
}

#[test]
fn tables_keep_their_columns() {
    let (prose, told) = read_all("| År | Antal |\n|----|------:|\n| *2024* | 3 |\n");
    assert_eq!(told, [""; 0]);
    assert_eq!(
        prose.blocks,
        [Block::Table {
            columns: vec![Align::Start, Align::End],
            head: vec![vec![words("År")], vec![words("Antal")]],
            rows: vec![vec![vec![Inline::Emphasis(vec![words("2024")])], vec![words("3")]]],
        }]
    );
}

#[test]
fn dropped_html_is_told_where_it_stands() {
    assert_eq!(
        problems("> <div\n> onclick=\"x\">\n> <script>a</script>\n> </div>\n\nå <b class=x>b</b> <!-- minns -->\n"),
        ["FD406 [<div\n> onclick=\"x\">]", "FD406 [<script>]", "FD406 [<b class=x>]"]
    );
    assert_eq!(
        problems("a <b>b</i> <p>c <u>d</u>\n\n<div><ul><li>e\n</div>\n"),
        ["FD416 [<b>]", "FD416 [<div><ul><li>e\n</div>]"]
    );
    let (prose, _) = read_all("> <div>\n> a\r\n> </div>\n");
    let Some(Block::Quote(blocks)) = prose.blocks.first() else { panic!("no quotation") };
    let Some(Block::Html(raw)) = blocks.first() else { panic!("no raw HTML") };
    assert_eq!(raw.value, "<div>\na\n</div>\n");
}

#[test]
fn nesting_has_an_end() {
    for text in [
        ">".repeat(10_000),
        "- ".repeat(5_000) + "a",
        "*a ".repeat(5_000) + &"b*".repeat(5_000),
        "<div>\n\n".repeat(5_000),
        "a <b><i>".repeat(5_000),
    ] {
        let told = problems(&text);
        assert_eq!(told.iter().filter(|line| line.starts_with("FD408")).count(), 1, "{told:?}");
    }
    for text in ["[".repeat(20_000), "![".repeat(20_000), "<p>\n\n".repeat(100), "[^a]".repeat(5_000)] {
        assert!(!problems(&text).iter().any(|line| line.starts_with("FD408")));
    }
    let deep = "> ".repeat(DEEPEST - 1) + "a";
    assert_eq!(problems(&deep), [""; 0]);
    assert_eq!(problems(&format!("> {deep}")).len(), 1);
}

#[test]
fn line_ends_of_any_system_are_one() {
    let (prose, _) = read_all("```js x\r\na\r\nb\r\n```\r\n");
    assert_eq!(prose.blocks, [Block::Code { language: Some("js".to_owned()), text: "a\nb\n".to_owned() }]);
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        let _ = read_all(&text);
    }

    #[test]
    fn any_marks_are_read(text in "(\\[\\^?|\\]|\\(|\\)|[a-c]|å|\n|\r\n|\t|    |> |- |1\\. |\\* |#+ |`+|~~|\\*+|_|<!--|<[a-z/]{0,4}|>|\\||-{1,3}|:|!|\\\\|&[a-z#0-9]{0,3};|\\[\\^a\\]:? ?|- \\[x\\] |\u{0}){0,60}") {
        let (prose, _) = read_all(&text);
        let mut diagnostics = Diagnostics::new();
        let files = Files::from_memory([("content/x.md", "")]);
        let again = read(&text, files.find("content/x.md").expect("just put in"), 8, &mut diagnostics);
        prop_assert_eq!(prose, again);
        prop_assert_eq!(diagnostics.count(Level::Error) > 0, diagnostics.rejected().is_some());
    }
}
