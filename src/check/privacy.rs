//! Personal data that has no place in a public plan: looked for in everything that editors write, in any field.

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{FileId, Files, Span};

/// Mail providers whose addresses belong to persons.
const PRIVATE_MAIL: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.se",
    "outlook.com",
    "live.se",
    "live.com",
    "yahoo.com",
    "yahoo.se",
    "icloud.com",
    "me.com",
    "telia.com",
    "bredband.net",
    "comhem.se",
    "protonmail.com",
    "proton.me",
];

/// Reports likely personal identity numbers, private e-mail addresses, and titles of roles that look like names.
pub(super) fn check(files: &Files, diagnostics: &mut Diagnostics) {
    for (id, file) in files.under("content/") {
        let written = [".md", ".yaml", ".yml", ".csv"].iter().any(|ending| file.path.ends_with(ending));
        if written && let Ok(text) = std::str::from_utf8(&file.bytes) {
            personal_numbers(text, id, diagnostics);
            private_mail(text, id, diagnostics);
        }
    }
}

/// Swedish personal identity and coordination numbers, `YYMMDD-NNNN` or `YYYYMMDDNNNN`, with a date that may exist and
/// a right check digit (Luhn; Skatteverket, SKV 704).
fn personal_numbers(text: &str, file: FileId, diagnostics: &mut Diagnostics) {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        let mut digits = Vec::new();
        let mut sign = None;
        while at < bytes.len() {
            match bytes[at] {
                digit @ b'0'..=b'9' => digits.push(u32::from(digit - b'0')),
                b'-' | b'+' if sign.is_none() && matches!(digits.len(), 6 | 8) => sign = Some(digits.len()),
                _ => break,
            }
            at += 1;
        }
        // A number inside a word or an address, such as a registration number, is none.
        let before = start.checked_sub(1).map_or(b' ', |n| bytes[n]);
        let after = bytes.get(at).copied().unwrap_or(b' ');
        let alone = !before.is_ascii_alphanumeric()
            && !b"-_/.=".contains(&before)
            && !after.is_ascii_alphanumeric()
            && !b"-_/=".contains(&after);
        let short = match digits.len() {
            10 if sign == Some(6) => Some(&digits[..]),
            12 if sign.is_none() || sign == Some(8) => Some(&digits[2..]),
            _ => None,
        };
        let century = digits.len() != 12 || matches!(digits[..2], [1, 8 | 9] | [2, 0]);
        if alone && century && short.is_some_and(is_personal_number) {
            diagnostics.report(Diagnostic::new(&code::PERSONAL_NUMBER, Span::new(file, start..at)));
        }
    }
}

/// Whether ten digits have a month, a day (of a coordination number: plus 60) and a check digit that fit.
fn is_personal_number(digits: &[u32]) -> bool {
    let month = digits[2] * 10 + digits[3];
    let day = digits[4] * 10 + digits[5];
    let day = if day > 60 { day - 60 } else { day };
    let sum: u32 = digits
        .iter()
        .enumerate()
        .map(|(n, digit)| {
            let product = if n % 2 == 0 { digit * 2 } else { *digit };
            product / 10 + product % 10
        })
        .sum();
    (1..=12).contains(&month) && (1..=31).contains(&day) && sum.is_multiple_of(10)
}

fn private_mail(text: &str, file: FileId, diagnostics: &mut Diagnostics) {
    for (at, _) in text.match_indices('@') {
        let own = |c: char| c.is_alphanumeric() || ".-_+%".contains(c);
        let (before, after) = text.split_at(at);
        let name = before.len() - before.chars().rev().take_while(|c| own(*c)).map(char::len_utf8).sum::<usize>();
        let after = after.get(1..).unwrap_or_default();
        let host: String = after.chars().take_while(|c| own(*c)).collect();
        let host = host.trim_end_matches('.');
        if name < at && PRIVATE_MAIL.contains(&host.to_lowercase().as_str()) {
            let end = at + 1 + host.len();
            let address = text.get(name..end).unwrap_or_default();
            diagnostics.report(Diagnostic::new(&code::PRIVATE_EMAIL, Span::new(file, name..end)).with("text", address));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> usize {
        let files = Files::from_memory([("content/a.md", text)]);
        let mut diagnostics = Diagnostics::new();
        check(&files, &mut diagnostics);
        diagnostics.sorted(&files).len()
    }

    #[test]
    fn personal_numbers_are_found_by_their_check_digit() {
        // Test numbers that the tax agency has set apart.
        for text in ["19890201-3286", "890201-3286", "198902013286", "(890201-3286)", "nr 890201-3286."] {
            assert_eq!(found(text), 1, "{text}");
        }
        for text in ["890201-3287", "KS 2024/890201-3286", "899901-3286", "8902013286", "1 234 567 890", "556016-0680"]
        {
            assert_eq!(found(text), 0, "{text}");
        }
    }

    #[test]
    fn private_mail_is_told_from_function_mailboxes() {
        assert_eq!(found("Skriv till åsa.öst@Gmail.com."), 1);
        assert_eq!(found("Skriv till kontakt@angslunda.example eller @gmail.com"), 0);
    }
}
