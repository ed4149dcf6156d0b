//! Diagnostics for people: the message, the lines it is about with the place marked, and what to write instead. The
//! one file that names annotate-snippets.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Level as Grade, Origin, Renderer, Snippet};

use super::report::{Report, is_whole_file, level_word};
use crate::diag::{Diagnostic, Level};
use crate::files::Span;
use crate::words::Arg;

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Letters only.
    Plain,
    /// With the escape codes of a terminal.
    Coloured,
}

/// All diagnostics of a report, an empty line after each.
pub fn human(report: &Report<'_>, look: Look) -> String {
    let renderer = match look {
        Look::Plain => Renderer::plain(),
        Look::Coloured => Renderer::styled(),
    };
    let mut text = String::new();
    for diagnostic in &report.diagnostics {
        // The renderer pads some lines with spaces.
        for line in renderer.render(&[group(diagnostic, report)]).lines() {
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text.push('\n');
    }
    text
}

fn group<'a>(diagnostic: &Diagnostic, report: &Report<'_>) -> Group<'a> {
    let word = |key: &str| report.words.get(key);
    let grade = match diagnostic.rule.level {
        Level::Error => Grade::ERROR,
        Level::Warning => Grade::WARNING,
    };
    let title = grade
        .with_name(word(level_word(diagnostic.rule.level)))
        .primary_title(harmless(&diagnostic.message(report.words)))
        .id(diagnostic.rule.code);
    let mut group = Group::with_title(title);
    let (near, far) = notes(diagnostic, report);
    if let Some(span) = diagnostic.span {
        group = group.element(cause(report, span, &near));
    }
    for (span, text) in far {
        let text = harmless(&text);
        group = if is_whole_file(span) {
            let text = format!("{}: {text}", harmless(&report.path(span)));
            group.element(Grade::NOTE.with_name(word("cli-note")).message(text))
        } else {
            group.element(snippet(report, span.file, &[(span, AnnotationKind::Context, Some(text))]))
        };
    }
    for help in diagnostic.help(report.words) {
        group = group.element(Grade::HELP.with_name(word("cli-help")).message(wrapped(&harmless_lines(&help))));
    }
    group
}

/// The lines that a diagnostic is about with the place marked, without a heading; `None` when it is about no line.
pub(super) fn picture(diagnostic: &Diagnostic, report: &Report<'_>) -> Option<String> {
    let span = diagnostic.span.filter(|span| !is_whole_file(*span))?;
    let (near, _) = notes(diagnostic, report);
    let text = Renderer::plain().render(&[Group::with_level(Grade::ERROR).element(cause(report, span, &near))]);
    // Above and below the lines the renderer draws its own edge, and the path, which is told in another way here.
    let lines: Vec<&str> = text.lines().skip(1).map(str::trim_end).filter(|line| line.trim() != "|").collect();
    Some(lines.join("\n"))
}

type Note = (Span, String);

/// What explains a diagnostic, in two: what stands beside its place in the same file, and all else.
fn notes(diagnostic: &Diagnostic, report: &Report<'_>) -> (Vec<Note>, Vec<Note>) {
    diagnostic.notes(report.words).into_iter().partition(|(span, _)| {
        let beside = diagnostic.span.filter(|own| own.file == span.file && !is_whole_file(*own));
        beside.is_some() && !is_whole_file(*span)
    })
}

/// The place of a diagnostic with the notes that stand in the same file; of a file as a whole, only its path.
fn cause<'a>(report: &Report<'_>, span: Span, notes: &[Note]) -> Element<'a> {
    if is_whole_file(span) {
        return Origin::path(harmless(&report.path(span))).into();
    }
    let mut marks = vec![(span, AnnotationKind::Primary, None)];
    marks.extend(notes.iter().map(|(span, text)| (*span, AnnotationKind::Context, Some(harmless(text)))));
    snippet(report, span.file, &marks).into()
}

type Mark = (Span, AnnotationKind, Option<String>);

fn snippet<'a>(report: &Report<'_>, file: crate::files::FileId, marks: &[Mark]) -> Snippet<'a, Annotation<'a>> {
    let file = report.files.get(file);
    let ranges: Vec<Range<usize>> = marks.iter().map(|(span, ..)| span.range()).collect();
    let excerpt = excerpt(&file.bytes, &ranges);
    let mut snippet = Snippet::source(excerpt.text)
        .line_start(excerpt.line)
        .path(harmless(&format!("{}{}", report.prefix, file.path)));
    for ((_, kind, label), range) in marks.iter().zip(excerpt.ranges) {
        snippet = snippet.annotation(kind.span(range).label(label.clone()));
    }
    snippet
}

/// Some lines of a file.
#[derive(Debug, PartialEq)]
struct Excerpt {
    text: String,
    /// The number of the first line.
    line: usize,
    /// The places to mark, in `text`.
    ranges: Vec<Range<usize>>,
}

/// The lines that hold `ranges`. A place of several lines is marked on its first only: where it begins is what matters.
/// Bytes that are no text become U+FFFD, and places move with them.
fn excerpt(bytes: &[u8], ranges: &[Range<usize>]) -> Excerpt {
    let line_end = |at: usize| bytes.iter().skip(at).position(|&b| b == b'\n').map_or(bytes.len(), |n| at + n);
    let clipped: Vec<Range<usize>> = ranges
        .iter()
        .map(|range| {
            let start = range.start.min(bytes.len());
            let end = line_end(start);
            let end = if bytes[start..end].ends_with(b"\r") { end - 1 } else { end };
            start..range.end.clamp(start, end)
        })
        .collect();
    let first = clipped.iter().map(|range| range.start).min().unwrap_or_default();
    let last = clipped.iter().map(|range| range.end).max().unwrap_or_default();
    let start = bytes[..first].iter().rposition(|&b| b == b'\n').map_or(0, |n| n + 1);
    let line = bytes[..start].split(|&b| b == b'\n').count();

    let mut cuts: Vec<usize> = clipped.iter().flat_map(|range| [range.start, range.end]).collect();
    cuts.push(line_end(last));
    cuts.sort_unstable();
    cuts.dedup();
    let mut text = String::new();
    let mut moved = vec![(start, 0)];
    let mut at = start;
    for cut in cuts {
        text.push_str(&String::from_utf8_lossy(&bytes[at..cut]).replace(['\r', '\u{feff}'], ""));
        moved.push((cut, text.len()));
        at = cut;
    }
    let place = |byte: usize| moved.iter().rfind(|(from, _)| *from == byte).map_or(0, |(_, to)| *to);
    let ranges = clipped.iter().map(|range| place(range.start)..place(range.end)).collect();
    Excerpt { text, line, ranges }
}

/// A text in lines that a terminal shows whole; a word that is longer stays whole. A line that is indented is something
/// to be written as it stands, and keeps its spaces.
fn wrapped(text: &str) -> String {
    let mut parts: Vec<String> = Vec::new();
    let mut runs_on = false;
    for line in text.lines() {
        let is_running = !line.starts_with(' ');
        match parts.last_mut().filter(|_| is_running && runs_on) {
            Some(part) => *part = format!("{part} {line}"),
            None => parts.push(line.to_owned()),
        }
        runs_on = is_running;
    }
    let wrap = |part: &String| if part.starts_with(' ') { part.clone() } else { wrapped_line(part) };
    parts.iter().map(wrap).collect::<Vec<_>>().join("\n")
}

fn wrapped_line(text: &str) -> String {
    let mut lines = String::new();
    let mut width = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if width > 0 && width + 1 + length > HELP_WIDTH {
            lines.push('\n');
            width = 0;
        } else if width > 0 {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += length;
    }
    lines
}

/// The longest line of help, in characters.
const HELP_WIDTH: usize = 90;

/// A text in which nothing can move the cursor, change colours or turn the direction of writing: it may hold what
/// anyone wrote in a file. Line breaks become spaces.
pub(super) fn harmless(text: &str) -> String {
    let strange = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars()
        .map(|c| match c {
            '\n' | '\t' => ' ',
            c if strange(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// The same, to be put into a message.
pub(super) fn text(text: &str) -> Arg {
    Arg::from(harmless(text))
}

/// The same, line by line.
pub(super) fn harmless_lines(text: &str) -> String {
    text.lines().map(|line| harmless(line) + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Diagnostics, code};
    use crate::files::Files;
    use crate::words::{Language, Words};
    use expect_test::{Expect, expect};

    fn check(text: &[u8], marked: &str, expected: &Expect) {
        let files = Files::from_memory([("content/plan.yaml", text)]);
        let id = files.find("content/plan.yaml").unwrap();
        let start = text.windows(marked.len()).position(|part| part == marked.as_bytes()).unwrap();
        let mut diagnostics = Diagnostics::new();
        diagnostics
            .report(Diagnostic::new(&code::DATE_FORM, Span::new(id, start..start + marked.len())).with("text", marked));
        let words = Words::new(Language::SWEDISH);
        let shown = human(&Report::new(&diagnostics, &files, &words, "plan/"), Look::Plain);
        let lines: Vec<&str> = shown.lines().skip(1).take_while(|line| !line.contains("hjälp")).collect();
        expected.assert_eq(&(lines.join("\n") + "\n"));
    }

    #[test]
    fn columns_hold_after_letters_with_rings_and_dots() {
        check(
            "språk: sv\nåtgärd på väg: räksmörgås # ö\n".as_bytes(),
            "räksmörgås",
            &expect![[r"
             --> plan/content/plan.yaml:2:16
              |
            2 | åtgärd på väg: räksmörgås # ö
              |                ^^^^^^^^^^
              |
        "]],
        );
    }

    #[test]
    fn columns_hold_after_tabs_and_wide_characters() {
        check(
            "\ta:\t日本 x\n".as_bytes(),
            "x",
            &expect![[r"
             --> plan/content/plan.yaml:1:8
              |
            1 |     a:    日本 x
              |                ^
              |
        "]],
        );
    }

    #[test]
    fn lines_of_windows_and_bytes_that_are_no_text() {
        check(
            b"\xef\xbb\xbfa: 1\r\nb: \xff\xfe nu\r\nc: 2\r\n",
            "nu",
            &expect![[r"
             --> plan/content/plan.yaml:2:7
              |
            2 | b: �� nu
              |       ^^
              |
        "]],
        );
    }

    #[test]
    fn a_long_place_is_marked_on_its_first_line() {
        check(
            b"a:\n  - b\n  - c\nd: 1\n",
            "- b\n  - c",
            &expect![[r"
             --> plan/content/plan.yaml:2:3
              |
            2 |   - b
              |   ^^^
              |
        "]],
        );
    }

    #[test]
    fn a_long_line_is_cut_round_the_place() {
        let line = format!("a: {} mitt i {}\n", "ordet ".repeat(60), "ordet ".repeat(60));
        check(
            line.as_bytes(),
            "mitt i",
            &expect![[r"
             --> plan/content/plan.yaml:1:365
              |
            1 | ... ordet ordet ordet ordet ordet ordet ordet ordet ordet ordet  mitt i ordet ordet ordet ordet ordet ordet ordet ordet ordet ordet o...
              |                                                                  ^^^^^^
              |
        "]],
        );
    }

    #[test]
    fn an_empty_place_is_a_point() {
        let found = excerpt(b"a: 1\nb", &[6..6, 5..6]);
        assert_eq!(found, Excerpt { text: "b".to_owned(), line: 2, ranges: vec![1..1, 0..1] });
    }

    #[test]
    fn what_someone_wrote_cannot_steer_the_terminal() {
        assert_eq!(harmless("a\u{1b}[31mb\nc\u{202e}d"), "a\u{fffd}[31mb c\u{fffd}d");
    }
}
