//! Characters that nobody sees: those that turn the direction of what follows them, and those without any width.
//!
//! A title with one of them shows something else than it says: `gpj.exe` reads as `exe.jpg`, and two titles that look
//! the same are not. Looked for in everything that editors write, also where it is written as an escape of YAML or HTML.
//! Where they belong to a script, as in Arabic, Persian or an emoji, they are let be.

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{FileId, Span};

/// Reports characters that nobody sees.
pub(super) fn check(file: FileId, text: &str, diagnostics: &mut Diagnostics) {
    // Few texts have any: all of them lie outside of what Swedish is written with, or behind an escape.
    if text.bytes().any(|byte| matches!(byte, 0xd8 | 0xe1..=0xe3 | 0xef | 0xf3 | b'\\' | b'&')) {
        in_text(text, file, diagnostics);
    }
}

/// What a character does that nobody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Overrides the direction, whatever the script.
    Overrides,
    /// Says something about the direction: right where a script is written from the right.
    Directs,
    /// Joins or parts letters: right in some scripts, and in emoji.
    Joins,
    /// Has no width, and no business in a text.
    Empty,
}

fn kind(c: char) -> Option<Kind> {
    Some(match c {
        '\u{202d}' | '\u{202e}' => Kind::Overrides,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' => Kind::Directs,
        '\u{200c}' | '\u{200d}' => Kind::Joins,
        '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{feff}' => {
            Kind::Empty
        }
        '\u{ffa0}' | '\u{e0000}'..='\u{e007f}' => Kind::Empty,
        _ => return None,
    })
}

fn in_text(text: &str, file: FileId, diagnostics: &mut Diagnostics) {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let from_right = line.chars().any(is_from_right);
        let mut before = ' ';
        let mut rest = 0;
        while let Some(ahead) = line.get(rest..).filter(|ahead| !ahead.is_empty()) {
            let next = ahead.chars().next().unwrap_or_default();
            let (is, length) = escaped(ahead).unwrap_or((next, next.len_utf8()));
            // A mark at the very beginning says how the file is encoded.
            let is_mark = is == '\u{feff}' && start + rest == 0;
            let wrong = kind(is).filter(|_| !is_mark).is_some_and(|kind| match kind {
                Kind::Overrides | Kind::Empty => !is_flag(is, before),
                Kind::Directs => !from_right,
                Kind::Joins => before.is_ascii() || ('\u{c0}'..='\u{24f}').contains(&before),
            });
            if wrong {
                let span = Span::new(file, start + rest..start + rest + length);
                let hint =
                    if kind(is) == Some(Kind::Empty) || kind(is) == Some(Kind::Joins) { "empty" } else { "turns" };
                let code = format!("U+{:04X}", u32::from(is));
                diagnostics.report(Diagnostic::new(&code::HIDDEN_CHARACTER, span).with("code", code).hint(hint));
            }
            before = is;
            rest += length;
        }
        start += line.len();
    }
}

/// Whether a tag follows an emoji or another tag, as in the flags of Scotland and Wales.
fn is_flag(c: char, before: char) -> bool {
    let is_tag = |c: char| ('\u{e0020}'..='\u{e007f}').contains(&c);
    is_tag(c) && (is_tag(before) || before == '\u{1f3f4}')
}

fn is_from_right(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}') && kind(c).is_none()
}

/// The named characters of HTML that nobody sees.
const NAMED: &[(&str, char)] = &[
    ("&ZeroWidthSpace;", '\u{200b}'),
    ("&NegativeVeryThinSpace;", '\u{200b}'),
    ("&NegativeThinSpace;", '\u{200b}'),
    ("&NegativeMediumSpace;", '\u{200b}'),
    ("&NegativeThickSpace;", '\u{200b}'),
    ("&NoBreak;", '\u{2060}'),
    ("&zwnj;", '\u{200c}'),
    ("&zwj;", '\u{200d}'),
    ("&lrm;", '\u{200e}'),
    ("&rlm;", '\u{200f}'),
];

/// The character that an escape at the beginning of `text` stands for, and the escape's length in bytes.
fn escaped(text: &str) -> Option<(char, usize)> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    if let Some(rest) = text.strip_prefix('\\') {
        let length = match rest.chars().next()? {
            'u' => 4,
            'U' => 8,
            _ => return None,
        };
        return Some((number(rest.get(1..=length)?, 16)?, length + 2));
    }
    if let Some(rest) = text.strip_prefix("&#") {
        let end = rest.find(';').filter(|end| *end <= 9)?;
        let digits = rest.get(..end)?;
        let c = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => number(digits, 16),
            None => number(digits, 10),
        };
        return Some((c?, end + 3));
    }
    let (name, c) = NAMED.iter().find(|(name, _)| text.starts_with(name))?;
    Some((*c, name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let files = crate::files::Files::from_memory([("content/goals/a.md", text)]);
        let mut diagnostics = Diagnostics::new();
        for (id, file) in crate::check::texts(&files) {
            check(id, std::str::from_utf8(&file.bytes).unwrap(), &mut diagnostics);
        }
        diagnostics
            .sorted(&files)
            .iter()
            .map(|found| text.get(found.span.unwrap().range()).unwrap().to_owned())
            .collect()
    }

    #[test]
    fn what_nobody_sees_is_found_however_it_is_written() {
        for (text, hidden) in [
            ("titel: Sk\u{202e}ola", "\u{202e}"),
            ("titel: \"Sk\\u202Eola\"", "\\u202E"),
            ("titel: \"Sk\\U0000200Bola\"", "\\U0000200B"),
            ("Sk&#x202e;ola", "&#x202e;"),
            ("Sk&#8203;ola", "&#8203;"),
            ("Sk&ZeroWidthSpace;ola", "&ZeroWidthSpace;"),
            ("Skola\u{200b}", "\u{200b}"),
            ("Sko\u{200d}la", "\u{200d}"),
            ("Skola \u{2066}x", "\u{2066}"),
            ("Skola \u{feff}x", "\u{feff}"),
            ("Skola\u{e0041}", "\u{e0041}"),
            ("مدرسة \u{202e}x", "\u{202e}"),
        ] {
            assert_eq!(found(text), [hidden], "{text:?}");
        }
    }

    #[test]
    fn what_a_script_needs_is_let_be() {
        for text in [
            "\u{feff}titel: Skola",
            "Skol\u{ad}gård, 5\u{a0}%, 1\u{202f}234",
            "مدرسة\u{200f} (skola)",
            "می\u{200c}خواهم",
            "👩\u{200d}🏫 lärare",
            "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
            "&amp; &nbsp; &#229; C:\\users \\u00e5",
        ] {
            assert!(found(text).is_empty(), "{text:?}");
        }
    }
}
