//! What a reader of a text gets.

use expect_test::{Expect, expect};

use super::*;
use crate::diag::Diagnostics;
use crate::files::Files;
use crate::source::markdown::{Destination, read};

pub(super) fn labels() -> Labels {
    Labels {
        footnotes: "Fotnoter".to_owned(),
        back_to_text: "Tillbaka till texten".to_owned(),
        table: "Tabell".to_owned(),
        done: "Klart".to_owned(),
        not_done: "Inte klart".to_owned(),
    }
}

/// A text as `check` would give it on, when everything it links to is there.
pub(super) fn checked(text: &str) -> Prose<Link> {
    let files = Files::from_memory([("content/x.md", text)]);
    let file = files.find("content/x.md").expect("just put in");
    let mut prose = read(text, file, 0, &mut Diagnostics::new()).try_map(&mut |link, _| match link.value {
        Destination::Entity(_, id, _) => Some(Link::File(format!("plan/{id}"))),
        Destination::Chart(chart) => Some(Link::Chart(chart)),
        Destination::Fragment(id) => Some(Link::Fragment(id)),
        Destination::File(path) => Some(Link::File(path)),
        Destination::Web(address) => Some(Link::Web(address)),
        Destination::Refused => None,
    });
    prose.fill_sizes(&mut |_| Some((640, 480)));
    prose
}

/// A text without charts as HTML.
pub(super) fn html(prose: &Prose<Link>, options: &Options<'_>, resolve: &dyn Fn(&Link) -> Option<String>) -> String {
    match &pieces(prose, options, resolve)[..] {
        [] => String::new(),
        [Piece::Html(html)] => html.clone(),
        more => panic!("a text without charts is one piece: {more:?}"),
    }
}

pub(super) fn written(text: &str) -> String {
    let labels = labels();
    let options = Options { top: 2, id_prefix: "r1-", labels: &labels };
    html(&checked(text), &options, &|link| match link {
        Link::File(path) => Some(format!("/{path}")),
        _ => None,
    })
}

#[expect(clippy::needless_pass_by_value, reason = "as `expect!` gives it")]
fn check(text: &str, expected: Expect) {
    expected.assert_eq(&written(text));
}

#[test]
fn headings_follow_the_page() {
    check(
        "## Vad\n\n#### Hur & varför\n\n[Upp](#vad) <https://example.org/å?a&b>\n",
        expect![[r##"
        <h2 id="r1-vad">Vad</h2>
        <h4 id="r1-hur-varfor">Hur &amp; varför</h4>
        <p><a href="#r1-vad">Upp</a> <a href="https://example.org/%C3%A5?a&amp;b" rel="noopener">https://example.org/å?a&amp;b</a></p>
    "##]],
    );
}

#[test]
fn lists_and_tasks() {
    check(
        "- a\n- b\n  1. c\n\n3. d\n\n   e\n\n- [x] gjort *allt*\n- [ ] inte\n",
        expect![[r#"
        <ul>
        <li>a</li>
        <li>b
        <ol>
        <li>c</li>
        </ol></li>
        </ul>
        <ol start="3">
        <li><p>d</p>
        <p>e</p>
        </li>
        </ol>
        <ul>
        <li class="task"><span class="task-mark" role="img" aria-label="Klart">☑︎</span> gjort <em>allt</em></li>
        <li class="task"><span class="task-mark" role="img" aria-label="Inte klart">☐︎</span> inte</li>
        </ul>
    "#]],
    );
    check(
        "- [x] gjort\n\n- [ ]\n\n  ---\n",
        expect![[r#"
        <ul>
        <li class="task"><p><span class="task-mark" role="img" aria-label="Klart">☑︎</span> gjort</p>
        </li>
        <li class="task"><span class="task-mark" role="img" aria-label="Inte klart">☐︎</span> </li>
        </ul>
        <hr>
    "#]],
    );
}

#[test]
fn tables_scroll_and_have_a_name() {
    check(
        "| År | *Antal* | |\n|:-:|--:|---|\n| 2024 | 3 | a\\|b |\n",
        expect![[r#"
        <div class="table-scroll" role="region" tabindex="0" aria-label="Tabell: År, Antal">
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-centre">År</th>
        <th scope="col" class="align-end"><em>Antal</em></th>
        <td></td>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-centre">2024</td>
        <td class="align-end">3</td>
        <td>a|b</td>
        </tr>
        </tbody>
        </table>
        </div>
    "#]],
    );
}

#[test]
fn footnotes_lead_there_and_back() {
    check(
        "A[^a] b[^b] c[^a] [d[^b]](/d.pdf).\n\n[^a]: Ett *ord*.\n[^b]: Två:\n\n    - x\n",
        expect![[r##"
        <p>A<sup class="note-reference" id="r1-ref_1_1"><a href="#r1-note_1" role="doc-noteref" aria-describedby="r1-notes_">1</a></sup> b<sup class="note-reference" id="r1-ref_2_1"><a href="#r1-note_2" role="doc-noteref" aria-describedby="r1-notes_">2</a></sup> c<sup class="note-reference" id="r1-ref_1_2"><a href="#r1-note_1" role="doc-noteref" aria-describedby="r1-notes_">1</a></sup> [d<sup class="note-reference" id="r1-ref_2_2"><a href="#r1-note_2" role="doc-noteref" aria-describedby="r1-notes_">2</a></sup>](/d.pdf).</p>
        <section class="footnotes" role="doc-endnotes" aria-labelledby="r1-notes_">
        <h2 id="r1-notes_">Fotnoter</h2>
        <ol>
        <li id="r1-note_1">
        <p>Ett <em>ord</em>. <a href="#r1-ref_1_1" class="note-back" role="doc-backlink" aria-label="Tillbaka till texten 1.1">↩︎</a> <a href="#r1-ref_1_2" class="note-back" role="doc-backlink" aria-label="Tillbaka till texten 1.2">↩︎</a></p>
        </li>
        <li id="r1-note_2">
        <p>Två:</p>
        <ul>
        <li>x</li>
        </ul>
        <p> <a href="#r1-ref_2_1" class="note-back" role="doc-backlink" aria-label="Tillbaka till texten 2.1">↩︎</a> <a href="#r1-ref_2_2" class="note-back" role="doc-backlink" aria-label="Tillbaka till texten 2.2">↩︎</a></p>
        </li>
        </ol>
        </section>
    "##]],
    );
}

#[test]
fn pictures_and_code_and_lines() {
    check(
        "![En <karta>](/bilder/min%20karta.png \"Titel\")  \n~~nej~~ `a<b`\n\n```rust ignore\nlet a = \"<b>\";\n```\n\n---\n\n> q\n",
        expect![[r#"
            <p><img src="/bilder/min%20karta.png" alt="En" width="640" height="480" title="Titel" loading="lazy" decoding="async"><br>
            <s>nej</s> <code>a&lt;b</code></p>
            <pre tabindex="0"><code class="language-rust">let a = &quot;&lt;b&gt;&quot;;
            </code></pre>
            <hr>
            <blockquote>
            <p>q</p>
            </blockquote>
        "#]],
    );
}

#[test]
fn raw_html_is_cut_down_and_mended() {
    check(
        "# R\n\n<details><summary>Mer</summary>\n\n*text* <b class=task onclick=x>fet</i> <h2 id=x>h</h2>\n\n<script>x()</script>\n\n- [x] a\n\n<a href=\"https://example.org\">ut</a> [in](#r) [fil](/x.pdf) <input disabled>\n\n| a |\n|--:|\n| b |\n",
        expect![[r##"
            <h2 id="r1-r">R</h2>
            <details><summary>Mer</summary>

            <p><em>text</em> <b>fet h</b></p><b>


            <ul>
            <li class="task"><span class="task-mark" role="img" aria-label="Klart">☑︎</span> a</li>
            </ul>
            <p><a href="https://example.org" rel="noopener">ut</a> <a href="#r1-r">in</a> <a href="/x.pdf">fil</a> </p>
            <div class="table-scroll" role="region" tabindex="0" aria-label="Tabell: a">
            <table>
            <thead>
            <tr>
            <th scope="col" class="align-end">a</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td class="align-end">b</td>
            </tr>
            </tbody>
            </table>
            </div>
            </b></details>"##]],
    );
}

#[test]
fn plain_text_is_what_it_says() {
    let prose = checked(
        "# R\n\nA[^1] *b*\n`c` <b>d</b> ![alt](/x.png)\n\n- e\n- f\n\n|g|h|\n|-|-|\n|i|j|\n\n<p>k</p>\n\n[^1]: note\n",
    );
    assert_eq!(plain_text(&prose), "R\nA b c d alt\ne\nf\ng h\ni j\nnote");
}
