//! Takes a Markdown file apart: the YAML between its two `---` lines, and the text below.

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{FileId, Span};

/// The two parts of a file and where they begin in it.
pub(super) struct Parts<'a> {
    pub(super) yaml: &'a str,
    pub(super) yaml_offset: usize,
    pub(super) body: &'a str,
    pub(super) body_offset: usize,
}

/// The parts of `text`; reports a front matter that is missing or never ends.
pub(super) fn split<'a>(text: &'a str, file: FileId, diagnostics: &mut Diagnostics) -> Option<Parts<'a>> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let rest = text.get(start..).unwrap_or_default();
    if rest.trim().is_empty() {
        diagnostics.report(Diagnostic::new(&code::EMPTY_FILE, Span::top(file)));
        return None;
    }
    let mut at = start;
    let mut yaml_offset = None;
    for line in rest.split_inclusive('\n') {
        let is_fence = line.trim_end() == "---";
        let next = at + line.len();
        match yaml_offset {
            None if is_fence => yaml_offset = Some(next),
            None => {
                let end = at + line.trim_end().len();
                diagnostics.report(Diagnostic::new(&code::NO_FRONT_MATTER, Span::new(file, at..end)));
                return None;
            }
            Some(yaml_offset) if is_fence => {
                return Some(Parts {
                    yaml: text.get(yaml_offset..at).unwrap_or_default(),
                    yaml_offset,
                    body: text.get(next..).unwrap_or_default(),
                    body_offset: next,
                });
            }
            Some(_) => {}
        }
        at = next;
    }
    diagnostics.report(Diagnostic::new(&code::OPEN_FRONT_MATTER, Span::new(file, start..start + 3)));
    None
}
