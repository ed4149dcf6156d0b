//! The brand's colour in; colours that can be read, in light and dark, out.
//!
//! A municipality's colour is chosen for a logo, not for text. So it is used as it is where it can be read, and where
//! it can't it is made darker or lighter until it can: the hue stays, and as much of the colourfulness as the screen
//! can show. Readable is WCAG 2.2's success criterion 1.4.3: a contrast of at least 4.5 : 1.
//!
//! Lightness is changed in OKLCH (Björn Ottosson, 2020), where equal steps look equal whatever the hue.

use crate::charts::{Rgb, SheetColours};

/// The contrast that text must have against what lies behind it (WCAG 2.2, 1.4.3, level AA).
pub const READABLE: f64 = 4.5;

/// The colour of a plan that names none: a quiet blue.
pub const DEFAULT: &str = "#1f4f6b";

const WHITE: Colour = Colour { red: 255, green: 255, blue: 255 };
/// Near-black: the text colour of the light scheme, and what lies on a light brand colour.
const INK: Colour = Colour { red: 0x1b, green: 0x1e, blue: 0x20 };
const LIGHT_PAGE: Colour = Colour { red: 0xfe, green: 0xfd, blue: 0xfb };
const DARK_PAGE: Colour = Colour { red: 0x16, green: 0x19, blue: 0x1b };
/// The light scheme's colours of what goes well, may go wrong, goes wrong and can't be said: the stylesheet's `--text-good`,
/// `-warn`, `-bad` and `-still`.
pub(super) const STATES: [Colour; 4] = [
    Colour { red: 0x1c, green: 0x6a, blue: 0x45 },
    Colour { red: 0x8a, green: 0x53, blue: 0x00 },
    Colour { red: 0xa6, green: 0x2b, blue: 0x26 },
    Colour { red: 0x4d, green: 0x59, blue: 0x63 },
];
/// The light scheme's `--text-muted`, `--line` and `--line-strong`.
const MUTED: Colour = Colour { red: 0x54, green: 0x5b, blue: 0x5f };
const LINE: Colour = Colour { red: 0xd9, green: 0xd8, blue: 0xd3 };
const LINE_STRONG: Colour = Colour { red: 0x8b, green: 0x91, blue: 0x8f };
/// Lightness and greatest chroma of the tinted surface.
const LIGHT_TINT: (f64, f64) = (0.967, 0.010);
const DARK_TINT: (f64, f64) = (0.258, 0.014);
/// What links have on a dark page: letters that glow need more than those that are printed.
const GLOWING: f64 = 6.5;
/// How far the lightness moves at a time.
const STEP: f64 = 0.005;

/// An sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour {
    /// Red, 0–255.
    pub red: u8,
    /// Green, 0–255.
    pub green: u8,
    /// Blue, 0–255.
    pub blue: u8,
}

/// The colours of a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Behind everything.
    pub page: Colour,
    /// Behind what is set apart: the page's colour with a breath of the brand's.
    pub tint: Colour,
    /// Links and emphasis: readable on `page` and on `tint`.
    pub accent: Colour,
    /// A surface in the brand's colour.
    pub fill: Colour,
    /// Text on `fill`: white or near-black.
    pub on_fill: Colour,
}

/// A brand's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// For a light screen and for paper.
    pub light: Scheme,
    /// For a dark screen.
    pub dark: Scheme,
    /// Whether the brand's colour could not be read as text on a light page as it is, and was changed there.
    pub corrected: bool,
}

impl Colour {
    /// The colour written `#rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self { red, green, blue })
    }

    /// Red, green and blue.
    pub(super) fn rgb(self) -> Rgb {
        [self.red, self.green, self.blue]
    }

    /// Relative luminance, 0–1 (WCAG 2.2, "relative luminance").
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio, 1–21 (WCAG 2.2, "contrast ratio").
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn linear(self) -> [f64; 3] {
        [self.red, self.green, self.blue].map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        })
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }
}

/// The colours of a brand, written `#rrggbb`; [`DEFAULT`] when there is none or it is no colour.
pub fn palette(brand: Option<&str>) -> Palette {
    let brand = brand
        .and_then(Colour::parse)
        .unwrap_or_else(|| Colour::parse(DEFAULT).expect("the default is written as a colour"));
    let light = scheme(brand, LIGHT_PAGE, LIGHT_TINT, READABLE, -STEP);
    let dark = scheme(brand, DARK_PAGE, DARK_TINT, GLOWING, STEP);
    Palette { light, dark, corrected: light.accent != brand }
}

impl Palette {
    /// The colours as CSS custom properties of the whole page, dark ones for dark screens only.
    pub fn css(&self) -> String {
        format!(
            ":root {{\n{}}}\n@media screen and (prefers-color-scheme: dark) {{\n:root {{\n{}}}\n}}\n",
            self.light.css(),
            self.dark.css()
        )
    }
}

/// The light colours for a drawing that stands alone.
pub(super) fn sheet_colours(palette: &Palette) -> SheetColours {
    let Scheme { page, tint, accent, .. } = palette.light;
    let [good, warn, bad, still] = STATES.map(Colour::rgb);
    let [page, tint, accent, ink] = [page, tint, accent, INK].map(Colour::rgb);
    let [muted, line, line_strong] = [MUTED, LINE, LINE_STRONG].map(Colour::rgb);
    SheetColours { page, tint, accent, ink, muted, line, line_strong, good, warn, bad, still }
}

impl Scheme {
    fn css(&self) -> String {
        format!(
            "  --page: {};\n  --tint: {};\n  --accent: {};\n  --fill: {};\n  --on-fill: {};\n",
            self.page, self.tint, self.accent, self.fill, self.on_fill
        )
    }
}

fn scheme(brand: Colour, page: Colour, tint: (f64, f64), wanted: f64, step: f64) -> Scheme {
    let own = Oklch::of(brand);
    let tint = Oklch { lightness: tint.0, chroma: (own.chroma * 0.15).min(tint.1), hue: own.hue }.shown();
    let readable = |colour: Colour| colour.contrast(page) >= wanted && colour.contrast(tint) >= READABLE;
    let accent = moved(brand, own, step, readable);
    let fits_white = |colour: Colour| colour.contrast(WHITE) >= READABLE;
    let (fill, on_fill) = if !fits_white(brand) && brand.contrast(INK) >= READABLE {
        (brand, INK)
    } else {
        (moved(brand, own, -STEP, fits_white), WHITE)
    };
    Scheme { page, tint, accent, fill, on_fill }
}

/// The colour itself when it is good, else the first that is, `step` by `step` of lightness. Black and white end it.
fn moved(colour: Colour, own: Oklch, step: f64, good: impl Fn(Colour) -> bool) -> Colour {
    if good(colour) {
        return colour;
    }
    let mut tried = own;
    loop {
        tried.lightness = (tried.lightness + step).clamp(0.0, 1.0);
        let shown = tried.shown();
        if good(shown) || tried.lightness <= 0.0 || tried.lightness >= 1.0 {
            return shown;
        }
    }
}

/// A colour by lightness (0–1), chroma and hue (radians), as people see it.
#[derive(Clone, Copy)]
struct Oklch {
    lightness: f64,
    chroma: f64,
    hue: f64,
}

impl Oklch {
    fn of(colour: Colour) -> Self {
        let [red, green, blue] = colour.linear();
        let long = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let medium = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let short = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let lightness = 0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short;
        let a = 1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short;
        let b = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short;
        Self { lightness, chroma: a.hypot(b), hue: b.atan2(a) }
    }

    /// As a screen shows it: with as much of its chroma as sRGB has room for at this lightness and hue.
    fn shown(self) -> Colour {
        let mut chroma = self.chroma;
        loop {
            let parts = self.linear(chroma);
            if chroma < 0.001 || parts.iter().all(|part| (-0.0005..=1.0005).contains(part)) {
                let [red, green, blue] = parts.map(encoded);
                return Colour { red, green, blue };
            }
            chroma *= 0.96;
        }
    }

    fn linear(self, chroma: f64) -> [f64; 3] {
        let (a, b) = (chroma * self.hue.cos(), chroma * self.hue.sin());
        let long = (self.lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b).powi(3);
        let medium = (self.lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b).powi(3);
        let short = (self.lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b).powi(3);
        [
            4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
            -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
            -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
        ]
    }
}

/// A linear part of a colour as sRGB's 0–255.
fn encoded(part: f64) -> u8 {
    let part = part.clamp(0.0, 1.0);
    let part = if part <= 0.003_130_8 { part * 12.92 } else { 1.055 * part.powf(1.0 / 2.4) - 0.055 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 255 by the clamp")]
    let byte = (part * 255.0).round() as u8;
    byte
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The theme's own colours that must be readable on every brand's surfaces: `--name: #rrggbb` of the stylesheet,
    /// first the light ones, then the dark ones.
    fn theme_colours() -> [Vec<(String, Colour)>; 2] {
        let css = include_str!("../../themes/default/assets/style.css");
        let (light, rest) =
            css.split_once("@media screen and (prefers-color-scheme: dark)").expect("it has a dark part");
        let dark = rest.split_once("\n}").expect("the dark part ends").0;
        [light, dark].map(|part| {
            part.lines()
                .filter_map(|line| {
                    let (name, value) = line.trim().strip_prefix("--text-")?.split_once(':')?;
                    Some((name.to_owned(), Colour::parse(value.trim().trim_end_matches(';'))?))
                })
                .collect()
        })
    }

    fn holds(palette: &Palette, theme: &[Vec<(String, Colour)>; 2]) {
        for (scheme, own) in [&palette.light, &palette.dark].into_iter().zip(theme) {
            assert!(scheme.accent.contrast(scheme.page) >= READABLE, "{scheme:?}");
            assert!(scheme.accent.contrast(scheme.tint) >= READABLE, "{scheme:?}");
            assert!(scheme.fill.contrast(scheme.on_fill) >= READABLE, "{scheme:?}");
            assert!(own.len() >= 6, "the stylesheet names its text colours");
            for (name, colour) in own {
                assert!(colour.contrast(scheme.page) >= READABLE, "--text-{name} on {scheme:?}");
                assert!(colour.contrast(scheme.tint) >= READABLE, "--text-{name} on {scheme:?}");
            }
        }
    }

    #[test]
    fn what_is_drawn_without_a_stylesheet_has_its_colours() {
        let [light, _] = theme_colours();
        let named = ["good", "warn", "bad", "still"].map(|name| light.iter().find(|(own, _)| own == name));
        assert_eq!(named.map(|own| own.map(|(_, colour)| *colour)), STATES.map(Some));
        let css = include_str!("../../themes/default/assets/style.css");
        for (name, colour) in [("text-ink", INK), ("text-muted", MUTED), ("line", LINE), ("line-strong", LINE_STRONG)] {
            let first = css.split_once(&format!("--{name}: ")).and_then(|(_, rest)| rest.split(';').next());
            assert_eq!(first, Some(colour.to_string().as_str()), "--{name}");
        }
    }

    #[test]
    fn contrast_is_as_wcag_reckons() {
        assert!((WHITE.contrast(Colour { red: 0, green: 0, blue: 0 }) - 21.0).abs() < 1e-9);
        let grey = Colour::parse("#767676").expect("a colour");
        assert!((grey.contrast(WHITE) - 4.54).abs() < 0.01);
    }

    #[test]
    fn a_colour_survives_oklch() {
        for text in ["#1f4e4a", "#ffcc00", "#ff0000", "#0000ff", "#808080"] {
            let colour = Colour::parse(text).expect("a colour");
            assert_eq!(Oklch::of(colour).shown().to_string(), text);
        }
    }

    #[test]
    fn a_readable_colour_is_kept_and_a_pale_one_is_darkened() {
        let kept = palette(Some("#1f4e4a"));
        assert_eq!((kept.light.accent.to_string().as_str(), kept.corrected), ("#1f4e4a", false));
        assert_eq!(kept.light.on_fill, WHITE);
        let yellow = palette(Some("#ffcc00"));
        assert!(yellow.corrected);
        assert_eq!((yellow.light.fill.to_string().as_str(), yellow.light.on_fill), ("#ffcc00", INK));
        assert_eq!(palette(Some("teal")), palette(None));
    }

    #[test]
    fn the_grid_of_colours_can_be_read() {
        let theme = theme_colours();
        let steps = || (0_u8..=255).step_by(17);
        for red in steps() {
            for green in steps() {
                for blue in steps() {
                    holds(&palette(Some(&Colour { red, green, blue }.to_string())), &theme);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn every_colour_can_be_read(red: u8, green: u8, blue: u8) {
            holds(&palette(Some(&Colour { red, green, blue }.to_string())), &theme_colours());
        }
    }
}
