//! Personal data that has no place in a public plan: looked for in everything that editors write, in any field.

use std::collections::BTreeSet;

use crate::diag::{Diagnostic, Diagnostics, code};
use crate::files::{File, FileId, Span};
use crate::model::fold;

/// Mail providers whose addresses belong to persons; of those that end in a dot, in any country.
const PRIVATE_MAIL: &[&str] = &[
    "aol.",
    "bahnhof.se",
    "bostream.nu",
    "bredband.net",
    "bredband2.com",
    "comhem.se",
    "duck.com",
    "fastmail.com",
    "glocalnet.net",
    "gmail.com",
    "gmx.",
    "googlemail.com",
    "hey.com",
    "home.se",
    "hotmail.",
    "icloud.com",
    "live.",
    "mac.com",
    "mail.com",
    "mail.ru",
    "me.com",
    "msn.com",
    "outlook.",
    "ownit.nu",
    "passagen.se",
    "pm.me",
    "proton.me",
    "protonmail.",
    "rocketmail.com",
    "spray.se",
    "swipnet.se",
    "tele2.se",
    "telia.com",
    "tiscali.se",
    "tuta.io",
    "tutanota.com",
    "yahoo.",
    "yandex.com",
    "ymail.com",
    "zoho.com",
];

/// How words begin that a mailbox is named after and a person is not; those of three letters are whole words.
const FUNCTIONS: &[&str] = &[
    "admin",
    "arbet",
    "arkiv",
    "avfall",
    "barn",
    "bibliotek",
    "boka",
    "bygg",
    "center",
    "chef",
    "contact",
    "data",
    "digital",
    "drift",
    "ekonomi",
    "enhet",
    "faktura",
    "forvalt",
    "fraga",
    "fritid",
    "funktion",
    "grupp",
    "halsa",
    "hej",
    "help",
    "hjalp",
    "info",
    "inkop",
    "intern",
    "it",
    "kansli",
    "kommun",
    "kontakt",
    "kultur",
    "kund",
    "ledning",
    "media",
    "miljo",
    "myndighet",
    "namnd",
    "no",
    "office",
    "omsorg",
    "park",
    "plan",
    "post",
    "press",
    "projekt",
    "registr",
    "reply",
    "service",
    "skol",
    "social",
    "stab",
    "stad",
    "stod",
    "styrelse",
    "support",
    "synpunkt",
    "teknik",
    "tillganglig",
    "trafik",
    "utbildning",
    "utveckling",
    "val",
    "vard",
    "vatten",
    "vaxel",
    "verksamhet",
    "web",
    "webb",
];

/// Reports likely personal identity numbers, and e-mail addresses and telephone numbers of persons.
pub(super) fn check(text: &str, file: FileId, phones: &BTreeSet<String>, diagnostics: &mut Diagnostics) {
    personal_numbers(text, file, diagnostics);
    private_mail(text, file, diagnostics);
    private_phones(text, file, phones, diagnostics);
}

/// Swedish personal identity and coordination numbers with a date that may exist and a right check digit (Luhn;
/// Skatteverket, SKV 704): ten digits or twelve, and between the date and the rest a hyphen, a plus, a space or nothing.
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
            let gap = gap(&bytes[at..]);
            match bytes[at] {
                digit @ b'0'..=b'9' => digits.push(u32::from(digit - b'0')),
                _ if gap > 0 && sign.is_none() && matches!(digits.len(), 6 | 8) => {
                    // Only what four digits follow belongs to the number.
                    let four = bytes.get(at + gap..at + gap + 4);
                    if !four.is_some_and(|four| four.iter().all(u8::is_ascii_digit)) {
                        break;
                    }
                    sign = Some(digits.len());
                    at += gap;
                    continue;
                }
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
            10 if sign.is_none() || sign == Some(6) => Some(&digits[..]),
            12 if sign.is_none() || sign == Some(8) => Some(&digits[2..]),
            _ => None,
        };
        let century = digits.len() != 12 || matches!(digits[..2], [1, 8 | 9] | [2, 0]);
        if alone && century && short.is_some_and(is_personal_number) {
            diagnostics.report(Diagnostic::new(&code::PERSONAL_NUMBER, Span::new(file, start..at)));
        }
    }
}

/// How many bytes of what may stand between a number's date and its rest `text` begins with; 0 when it is none of that.
fn gap(text: &[u8]) -> usize {
    let gaps = ["-", "+", " ", "\u{a0}", "\u{2011}", "\u{2013}"];
    gaps.iter().find(|gap| text.starts_with(gap.as_bytes())).map_or(0, |gap| gap.len())
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
        let start = before.len() - before.chars().rev().take_while(|c| own(*c)).map(char::len_utf8).sum::<usize>();
        let after = after.get(1..).unwrap_or_default();
        let host: String = after.chars().take_while(|c| own(*c)).collect();
        let host = host.trim_end_matches('.');
        let name = before.get(start..).unwrap_or_default();
        if !name.is_empty() && (is_private_host(host) || (host.contains('.') && is_a_persons(name))) {
            let end = at + 1 + host.len();
            let address = text.get(start..end).unwrap_or_default();
            let span = Span::new(file, start..end);
            diagnostics.report(Diagnostic::new(&code::PRIVATE_EMAIL, span).with("text", address));
        }
    }
}

fn is_private_host(host: &str) -> bool {
    let host = host.to_lowercase();
    PRIVATE_MAIL.iter().any(|own| {
        host.strip_prefix(own).is_some_and(|rest| {
            if own.ends_with('.') {
                !rest.is_empty() && rest.split('.').all(|part| part.len() <= 3)
            } else {
                rest.is_empty()
            }
        })
    })
}

/// Whether a mailbox is named `first.last`, as those of persons at an organisation are.
fn is_a_persons(name: &str) -> bool {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let parts: Vec<String> = name.split('.').map(fold).collect();
    (2..=3).contains(&parts.len())
        && parts.iter().all(|part| part.chars().all(|c| c.is_alphabetic() || c == '-'))
        && [parts.first(), parts.last()].iter().flatten().all(|part| part.len() >= 2)
        && !parts
            .iter()
            .any(|part| FUNCTIONS.iter().any(|word| part == word || (word.len() > 3 && part.starts_with(word))))
}

/// A Swedish telephone number in a text.
struct Phone {
    start: usize,
    end: usize,
    /// Its digits without the leading zero or the country's number.
    digits: String,
}

impl Phone {
    /// Mobile numbers begin so (the Post and Telecom Authority's numbering plan, series 70, 72, 73, 76 and 79).
    fn is_mobile(&self) -> bool {
        ["70", "72", "73", "76", "79"].iter().any(|series| self.digits.starts_with(series))
    }

    /// The end that switchboards and common lines have.
    fn is_switchboard(&self) -> bool {
        self.digits.ends_with("00")
    }
}

/// Area codes of two and three digits with their zero; all others have four (the same numbering plan).
const SHORT_AREAS: &[&str] = &[
    "08", "011", "013", "016", "018", "019", "021", "023", "026", "031", "033", "035", "036", "040", "042", "044",
    "046", "054", "060", "063", "090",
];

/// The numbers that the plan gives as those of its organisation: in its own files at the top of `content/`.
pub(super) fn declared_phones(texts: &[(FileId, &File)]) -> BTreeSet<String> {
    let top = texts.iter().filter(|(_, File { path, .. })| {
        path.matches('/').count() == 1 && [".yaml", ".yml"].iter().any(|ending| path.ends_with(ending))
    });
    let text = top.filter_map(|(_, file)| std::str::from_utf8(&file.bytes).ok());
    text.flat_map(phones).map(|phone| phone.digits).collect()
}

/// Reports mobile numbers, and those of fixed lines that are neither a switchboard's nor the organisation's own.
fn private_phones(text: &str, file: FileId, own: &BTreeSet<String>, diagnostics: &mut Diagnostics) {
    for phone in phones(text) {
        if phone.is_mobile() || !(phone.is_switchboard() || own.contains(&phone.digits)) {
            let written = text.get(phone.start..phone.end).unwrap_or_default();
            let span = Span::new(file, phone.start..phone.end);
            diagnostics.report(Diagnostic::new(&code::PRIVATE_PHONE, span).with("text", written));
        }
    }
}

/// Mobile numbers and geographic fixed ones, in order: `070-123 45 67`, `+46 (0)70 123 45 67`, `0123-456 78`.
fn phones(text: &str) -> Vec<Phone> {
    let bytes = text.as_bytes();
    let mut found: Vec<Phone> = Vec::new();
    for at in (0..bytes.len()).filter(|at| matches!(bytes[*at], b'0' | b'+')) {
        let before = at.checked_sub(1).map_or(b' ', |n| bytes[n]);
        let alone = !before.is_ascii_alphanumeric() && before < 0x80 && !b"-_/.:=#+&,".contains(&before);
        if alone && found.last().is_none_or(|last| last.end <= at) {
            found.extend(phone_at(text, at));
        }
    }
    found
}

fn phone_at(text: &str, start: usize) -> Option<Phone> {
    let rest = text.get(start..)?;
    let abroad = ["+46", "0046"].iter().find(|own| rest.starts_with(*own)).map(|own| own.len());
    let from = abroad.unwrap_or(1);
    // Without the gap that may follow a country's number, and the zero that some write after it.
    let body = rest.get(from..)?;
    let trimmed = if abroad.is_some() { body.trim_start_matches([' ', '\u{a0}', '-']) } else { body };
    let trimmed = trimmed.strip_prefix("(0)").unwrap_or(trimmed);
    let trimmed = if abroad.is_some() { trimmed.trim_start_matches([' ', '\u{a0}', '-']) } else { trimmed };
    let mut end = start + rest.len() - trimmed.len();
    let mut digits = String::new();
    let mut area = None;
    let mut gap = 0;
    for c in trimmed.chars() {
        if c.is_ascii_digit() {
            if digits.len() == 9 {
                // Another number follows after a gap; without one, this is a longer one.
                if gap == 0 {
                    return None;
                }
                break;
            }
            digits.push(c);
            end += gap + 1;
            gap = 0;
        } else if " \u{a0}-\u{2011}\u{2013}/)".contains(c) && gap < 6 {
            area.get_or_insert(digits.len());
            gap += c.len_utf8();
        } else {
            break;
        }
    }
    let after = text.get(end..)?.chars().next();
    if after.is_some_and(|c| c.is_alphanumeric() || "_=@".contains(c)) {
        return None;
    }
    let phone = Phone { start, end, digits };
    let is_number = if phone.is_mobile() {
        phone.digits.len() == 9
    } else {
        is_geographic(&phone.digits, area.filter(|_| abroad.is_none()), abroad.is_some())
    };
    is_number.then_some(phone)
}

/// Whether digits, without their zero, are a fixed line's number; `area` of them stand before the first gap.
fn is_geographic(digits: &str, area: Option<usize>, is_abroad: bool) -> bool {
    let number = format!("0{digits}");
    let short = SHORT_AREAS.iter().find(|own| number.starts_with(*own)).map(|own| own.len() - 1);
    let own_area = short.unwrap_or(3);
    // 010 and 020 are for organisations, 07 for mobiles and services.
    let is_area = !["010", "020", "07", "00"].iter().any(|series| number.starts_with(series));
    let least = if own_area == 3 { 8 } else { 7 };
    is_area && (least..=9).contains(&digits.len()) && (is_abroad || area == Some(own_area))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Files;

    fn all(files: &Files, diagnostics: &mut Diagnostics) {
        let texts = super::super::texts(files);
        let phones = declared_phones(&texts);
        for (id, file) in texts {
            check(std::str::from_utf8(&file.bytes).unwrap(), id, &phones, diagnostics);
        }
    }

    fn found(text: &str) -> Vec<&'static str> {
        let files = Files::from_memory([("content/a.md", text)]);
        let mut diagnostics = Diagnostics::new();
        all(&files, &mut diagnostics);
        diagnostics.sorted(&files).iter().map(|found| found.rule.code).collect()
    }

    #[test]
    fn personal_numbers_are_found_by_their_check_digit() {
        // Test numbers that the tax agency has set apart.
        for text in [
            "19890201-3286",
            "890201-3286",
            "198902013286",
            "8902013286",
            "890201 3286",
            "19890201 3286",
            "890201\u{2013}3286",
            "890201\u{a0}3286",
            "890261-3283",
            "(890201-3286)",
            "nr 890201-3286.",
            "a,8902013286,b",
        ] {
            assert_eq!(found(text), ["FD701"], "{text}");
        }
        for text in [
            "890201-3287",
            "KS 2024/890201-3286",
            "899901-3286",
            "1 234 567 890",
            "556016-0680",
            "5560160680",
            "2026-01-01 3286",
            "890201 32860",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn private_mail_is_told_from_function_mailboxes() {
        for text in [
            "Skriv till åsa.öst@Gmail.com.",
            "kalle99@hotmail.co.uk",
            "anna.ek@angslunda.example",
            "Anna-Lena.von.Ek2@angslunda.example",
        ] {
            assert_eq!(found(text), ["FD702"], "{text}");
        }
        for text in [
            "Skriv till kontakt@angslunda.example eller @gmail.com",
            "barn.utbildning@angslunda.example",
            "kommunstyrelsen.registrator@angslunda.example",
            "e.arkiv@angslunda.example",
            "sprakpaket@2.1.0",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn telephones_of_persons_are_told_from_those_of_all() {
        for text in [
            "Ring 070-174 06 05.",
            "0701740605",
            "+46 70 174 06 05",
            "+46(0)701740605",
            "0046 70-174 06 05",
            "(070) 174 06 05",
            "08-465 004 04",
            "0980-319 204",
            "031\u{a0}390 06 15",
            "+46 31 390 06 15",
        ] {
            assert_eq!(found(text), ["FD704"], "{text}");
        }
        for text in [
            "0123-456 00",
            "0771-567 567",
            "020-12 34 56",
            "010-123 45 67",
            "112 eller 1177",
            "2026-11-23",
            "01-02-2026",
            "0800-1630",
            "0930-1630",
            "kl. 08-12",
            "0,0701740605",
            "KS 2024-0701740605",
            "https://example.org/0701740605",
            "07017406051",
            "00000000",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
        let files = Files::from_memory([
            ("content/accessibility.yaml", "telefon: 031-390 06 15"),
            ("content/a.md", "Ring 031-3900615 eller +46 31 390 06 15."),
        ]);
        let mut diagnostics = Diagnostics::new();
        all(&files, &mut diagnostics);
        assert!(diagnostics.sorted(&files).is_empty(), "a number of the organisation's own");
    }
}
