//! How wide a text is: the advance widths of Arial, which Helvetica, Liberation Sans and Arimo share to the unit, and
//! which charts therefore ask for.
//!
//! The numbers are facts of those fonts (their `hmtx` tables, as Liberation Sans 2.1 has them), in 2048ths of an em.
//! Kerning, which only ever makes a text narrower by a hair, is left out. What the tables lack (an ideograph, an emoji)
//! counts as a whole em, so that a label may get too much room but never too little.

/// The height of a line above its baseline, in em: what no letter of the tables rises above but a stacked accent.
pub(super) const ASCENT: f64 = 0.905;
/// The depth of a line below its baseline, in em.
pub(super) const DESCENT: f64 = 0.212;
/// The height of a capital letter, in em.
pub(super) const CAPITAL: f64 = 0.688;

const UNITS: f64 = 2048.0;

/// The width of a text in pixels, at a font size in pixels.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    pixels(units(text, bold), size)
}

fn pixels(units: u32, size: f64) -> f64 {
    f64::from(units) * size / UNITS
}

fn units(text: &str, bold: bool) -> u32 {
    text.chars().map(|c| u32::from(advance(c, bold))).sum()
}

fn advance(c: char, bold: bool) -> u16 {
    let table = if bold { BOLD } else { REGULAR };
    let code = c as usize;
    let found = match code {
        0x20..=0x7e => table[0].get(code - 0x20),
        0xa0..=0x17f => table[1].get(code - 0xa0),
        _ => None,
    };
    match (c, bold) {
        _ if found.is_some() => found.copied().unwrap_or_default(),
        // The narrow spaces: the fonts lack them, and browsers take them from another.
        ('\u{2009}' | '\u{202f}', _) => 410,
        ('\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{300}'..='\u{36f}', _) => 0,
        ('\u{2013}' | '\u{20ac}', _) => 1139,
        ('\u{2018}' | '\u{2019}', false) => 455,
        ('\u{2018}' | '\u{2019}', true) => 569,
        ('\u{2010}' | '\u{2011}', _) | ('\u{201c}' | '\u{201d}', false) => 682,
        ('\u{201c}' | '\u{201d}', true) => 1024,
        ('\u{2022}', _) => 717,
        ('\u{2212}', _) => 1196,
        ('\u{2264}' | '\u{2265}', _) => 1124,
        _ => 2048,
    }
}

/// Breaks a text into lines of at most `room` pixels: at spaces, after hyphens and slashes, and inside a word that is
/// wider than a whole line. What does not go into `lines` lines ends with an ellipsis.
pub(super) fn wrap(text: &str, room: f64, lines: usize, size: f64, bold: bool) -> Vec<String> {
    let fits = |line: &str| width(line.trim_end(), size, bold) <= room;
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    // The line so far, in units, so that no letter is measured twice.
    let mut taken = 0;
    for piece in pieces(text) {
        let word = piece.trim_end();
        let together = taken + units(word, bold);
        // Where only spaces follow, those before them count no more.
        if if word.is_empty() { fits(&line) } else { pixels(together, size) <= room } {
            line.push_str(piece);
            taken = together + units(piece.strip_prefix(word).unwrap_or_default(), bold);
            continue;
        }
        if !line.is_empty() {
            done.push(std::mem::take(&mut line));
        }
        for c in piece.chars() {
            // The hyphen that shows where the word was broken needs its place too.
            if !line.is_empty() && !fits(&format!("{line}{c}-")) && !fits(piece) {
                line.push('-');
                done.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
        taken = units(&line, bold);
    }
    done.push(line);
    let mut done: Vec<String> = done.into_iter().map(|line| line.trim().to_owned()).collect();
    if done.len() > lines {
        done.truncate(lines);
        if let Some(last) = done.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}…")) {
                last.pop();
            }
            let kept = last.trim_end_matches([' ', '-', ',', '–']).len();
            last.truncate(kept);
            last.push('…');
        }
    }
    done
}

/// A text in pieces that a line may end after.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '\t', '\n', '-', '/'])
}

/// The regular face.
const REGULAR: [&[u16]; 2] = [
    // U+0020 to U+007E
    &[
        569, 569, 727, 1139, 1139, 1821, 1366, 391, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139, 1139,
        1139, 1139, 1139, 1139, 1139, 1139, 569, 569, 1196, 1196, 1196, 1139, 2079, 1366, 1366, 1479, 1479, 1366, 1251,
        1593, 1479, 569, 1024, 1366, 1139, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366,
        1366, 1251, 569, 569, 569, 961, 1139, 682, 1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455, 1024, 455,
        1706, 1139, 1139, 1139, 1139, 682, 1024, 569, 1139, 1024, 1479, 1024, 1024, 1024, 684, 532, 684, 1196,
    ],
    // U+00A0 to U+017F
    &[
        569, 682, 1139, 1139, 1139, 1139, 532, 1139, 682, 1509, 758, 1139, 1196, 682, 1509, 1131, 819, 1124, 682, 682,
        682, 1180, 1100, 569, 682, 682, 748, 1139, 1708, 1708, 1708, 1251, 1366, 1366, 1366, 1366, 1366, 1366, 2048,
        1479, 1366, 1366, 1366, 1366, 569, 569, 569, 569, 1479, 1479, 1593, 1593, 1593, 1593, 1593, 1196, 1593, 1479,
        1479, 1479, 1479, 1366, 1366, 1251, 1139, 1139, 1139, 1139, 1139, 1139, 1821, 1024, 1139, 1139, 1139, 1139,
        569, 569, 569, 569, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1124, 1251, 1139, 1139, 1139, 1139, 1024, 1139,
        1024, 1366, 1139, 1366, 1139, 1366, 1139, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1259, 1479,
        1139, 1366, 1139, 1366, 1139, 1366, 1139, 1366, 1139, 1366, 1139, 1593, 1139, 1593, 1139, 1593, 1139, 1593,
        1139, 1479, 1139, 1479, 1139, 569, 569, 569, 569, 569, 569, 569, 455, 569, 569, 1505, 909, 1024, 455, 1366,
        1024, 1024, 1139, 455, 1139, 455, 1139, 597, 1139, 684, 1139, 455, 1479, 1139, 1479, 1139, 1479, 1139, 1237,
        1481, 1139, 1593, 1139, 1593, 1139, 1593, 1139, 2048, 1933, 1479, 682, 1479, 682, 1479, 682, 1366, 1024, 1366,
        1024, 1366, 1024, 1366, 1024, 1251, 569, 1251, 768, 1251, 569, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139,
        1479, 1139, 1479, 1139, 1933, 1479, 1366, 1024, 1366, 1251, 1024, 1251, 1024, 1251, 1024, 455,
    ],
];

/// The bold face.
const BOLD: [&[u16]; 2] = [
    // U+0020 to U+007E
    &[
        569, 682, 971, 1139, 1139, 1821, 1479, 487, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139, 1139,
        1139, 1139, 1139, 1139, 1139, 1139, 682, 682, 1196, 1196, 1196, 1251, 1997, 1479, 1479, 1479, 1479, 1366, 1251,
        1593, 1479, 569, 1139, 1479, 1251, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366,
        1366, 1251, 682, 569, 682, 1196, 1139, 682, 1139, 1251, 1139, 1251, 1139, 682, 1251, 1251, 569, 569, 1139, 569,
        1821, 1251, 1251, 1251, 1251, 797, 1139, 682, 1251, 1139, 1593, 1139, 1139, 1024, 797, 573, 797, 1196,
    ],
    // U+00A0 to U+017F
    &[
        569, 682, 1139, 1139, 1139, 1139, 573, 1139, 682, 1509, 758, 1139, 1196, 682, 1509, 1131, 819, 1124, 682, 682,
        682, 1180, 1139, 569, 682, 682, 748, 1139, 1708, 1708, 1708, 1251, 1479, 1479, 1479, 1479, 1479, 1479, 2048,
        1479, 1366, 1366, 1366, 1366, 569, 569, 569, 569, 1479, 1479, 1593, 1593, 1593, 1593, 1593, 1196, 1593, 1479,
        1479, 1479, 1479, 1366, 1366, 1251, 1139, 1139, 1139, 1139, 1139, 1139, 1821, 1139, 1139, 1139, 1139, 1139,
        569, 569, 569, 569, 1251, 1251, 1251, 1251, 1251, 1251, 1251, 1124, 1251, 1251, 1251, 1251, 1251, 1139, 1251,
        1139, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1472, 1479,
        1251, 1366, 1139, 1366, 1139, 1366, 1139, 1366, 1139, 1366, 1139, 1593, 1251, 1593, 1251, 1593, 1251, 1593,
        1251, 1479, 1251, 1479, 1251, 569, 569, 569, 569, 569, 569, 569, 569, 569, 569, 1607, 1139, 1139, 569, 1479,
        1139, 1139, 1251, 569, 1251, 569, 1251, 789, 1251, 981, 1251, 569, 1479, 1251, 1479, 1251, 1479, 1251, 1451,
        1481, 1251, 1593, 1251, 1593, 1251, 1593, 1251, 2048, 1933, 1479, 797, 1479, 797, 1479, 797, 1366, 1139, 1366,
        1139, 1366, 1139, 1366, 1139, 1251, 682, 1251, 981, 1251, 682, 1479, 1251, 1479, 1251, 1479, 1251, 1479, 1251,
        1479, 1251, 1479, 1251, 1933, 1593, 1366, 1139, 1366, 1251, 1024, 1251, 1024, 1251, 1024, 569,
    ],
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        // 2 × 1139 units of 2048: two digits.
        assert!((width("86", 12.0, false) - 13.35).abs() < 0.01);
        assert_eq!(width("å", 10.0, false).to_bits(), width("a", 10.0, false).to_bits());
        assert!(width("Ängslunda", 12.0, true) > width("Ängslunda", 12.0, false));
        assert!((width("統", 12.0, false) - 12.0).abs() < 1e-9);
    }

    /// The lines of a text, each tried as a whole: what [`wrap`] says with less measuring.
    fn plainly(text: &str, room: f64, size: f64, bold: bool) -> Vec<String> {
        let fits = |line: &str| width(line.trim_end(), size, bold) <= room;
        let mut done = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            if fits(&format!("{line}{piece}")) {
                line.push_str(piece);
                continue;
            }
            if !line.is_empty() {
                done.push(std::mem::take(&mut line));
            }
            for c in piece.chars() {
                if !line.is_empty() && !fits(&format!("{line}{c}-")) && !fits(piece) {
                    line.push('-');
                    done.push(std::mem::take(&mut line));
                }
                line.push(c);
            }
        }
        done.push(line);
        done.into_iter().map(|line| line.trim().to_owned()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_line_is_as_long_as_if_it_were_tried(text in "[a-dåW /\\-\t\u{a0}統]{0,40}", room in 0.0..200.0_f64, bold in any::<bool>()) {
            prop_assert_eq!(wrap(&text, room, usize::MAX, 12.0, bold), plainly(&text, room, 12.0, bold));
        }
    }

    #[test]
    fn no_line_is_wider_than_its_room() {
        let text = "Medborgarnas självbetjäningsplattformsutvecklingsprojekt i Ängslunda kommun och Ö-vik";
        for room in [40.0, 70.0, 120.0, 400.0] {
            let lines = wrap(text, room, 99, 12.0, false);
            assert!(lines.iter().all(|line| width(line, 12.0, false) <= room), "{room}: {lines:?}");
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            assert_eq!(letters(&lines.concat()), letters(text), "nothing is lost");
        }
        let two = wrap(text, 120.0, 2, 12.0, false);
        assert_eq!(two.len(), 2);
        assert!(two.iter().all(|line| width(line, 12.0, false) <= 120.0) && two[1].ends_with('…'), "{two:?}");
        assert_eq!(wrap("", 10.0, 3, 12.0, false), [""]);
        assert_eq!(wrap("Mål", 100.0, 1, 12.0, false), ["Mål"]);
    }
}
