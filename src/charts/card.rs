//! The picture that stands for a plan where its pages are shared: a mark for each initiative, worst first, in the shape
//! and colour of its state. Without words, so that it says the same in every language; what it says is told beside it.
//!
//! Shapes are drawn large by plotters' bitmap backend, which is named in this file only, and made small: that smooths
//! their edges.

use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend};
use plotters_bitmap::BitMapBackend;

/// The picture's width in pixels: what services that show shared pages ask for.
pub const WIDTH: u32 = 1200;
/// Its height in pixels.
pub const HEIGHT: u32 = 630;

/// The band in the brand's colour along the top, in pixels.
const BAND: u32 = 36;
/// What is kept free along the edges, in pixels.
const MARGIN: u32 = 84;
/// The widest room of a mark, in pixels.
const WIDEST: u32 = 150;
/// The most marks; of more initiatives, each mark stands for several.
const MOST: u32 = 1000;
/// How many times larger shapes are drawn than they are shown.
const FINE: u32 = 6;

/// An sRGB colour.
pub type Rgb = [u8; 3];

/// The colours of the picture.
#[derive(Clone, Copy, Debug)]
pub struct CardColours {
    /// Behind everything.
    pub page: Rgb,
    /// The band.
    pub brand: Rgb,
    /// What goes well.
    pub good: Rgb,
    /// What may go wrong.
    pub warn: Rgb,
    /// What goes wrong.
    pub bad: Rgb,
    /// What can't be said, or has not begun.
    pub still: Rgb,
}

/// Draws the picture as PNG. `states` are the states' keys with how many initiatives have them, in the order in which they
/// are drawn.
pub fn card(states: &[(&'static str, u32)], colours: &CardColours) -> Vec<u8> {
    let mut picture = Picture { pixels: colours.page.repeat((WIDTH * HEIGHT) as usize) };
    for y in 0..BAND {
        for x in 0..WIDTH {
            picture.blend(x, y, colours.brand, 255);
        }
    }
    let states = few(states);
    let total: u32 = states.iter().map(|(_, count)| count).sum();
    let (room, across) = room(total);
    let side = room * 7 / 10;
    let top = BAND + MARGIN * 2 / 3;
    let mut place = 0;
    for (state, count) in states {
        let stencil = stencil(state, side);
        let colour = colour(state, colours);
        for n in place..place + count {
            let (left, above) = (MARGIN + n % across * room, top + n / across * room);
            for (at, &cover) in (0..).zip(&stencil) {
                picture.blend(left + at % side, above + at / side, colour, cover);
            }
        }
        place += count;
    }
    picture.png()
}

/// At most [`MOST`] in all, in the same proportions, and at least one of each that there is.
fn few(states: &[(&'static str, u32)]) -> Vec<(&'static str, u32)> {
    let present = states.iter().copied().filter(|(_, count)| *count > 0);
    let total: u64 = states.iter().map(|(_, count)| u64::from(*count)).sum();
    let share = |count: u32| u32::try_from(u64::from(count) * u64::from(MOST) / total.max(1)).unwrap_or(MOST).max(1);
    present.map(|(state, count)| (state, if total > u64::from(MOST) { share(count) } else { count })).collect()
}

/// The widest room, in pixels, in which so many marks fit, and how many of them stand beside each other.
fn room(total: u32) -> (u32, u32) {
    let (width, height) = (WIDTH - 2 * MARGIN, HEIGHT - BAND - MARGIN);
    let fits = |room: &u32| (width / room) * (height / room) >= total;
    let room = (8..=WIDEST).rev().find(fits).unwrap_or(8);
    (room, width / room)
}

fn colour(state: &str, colours: &CardColours) -> Rgb {
    match state {
        "on-track" | "done" => colours.good,
        "at-risk" => colours.warn,
        "delayed" | "off-track" => colours.bad,
        _ => colours.still,
    }
}

struct Picture {
    /// Row by row, three bytes a pixel.
    pixels: Vec<u8>,
}

impl Picture {
    /// Lays a colour over a pixel; `cover` is how much of it is covered, 0–255.
    fn blend(&mut self, x: u32, y: u32, colour: Rgb, cover: u8) {
        let at = ((y * WIDTH + x) * 3) as usize;
        let Some(pixel) = self.pixels.get_mut(at..at + 3).filter(|_| x < WIDTH && cover > 0) else { return };
        for (own, new) in pixel.iter_mut().zip(colour) {
            let mixed = (u32::from(*own) * u32::from(255 - cover) + u32::from(new) * u32::from(cover) + 127) / 255;
            *own = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
    }

    fn png(&self) -> Vec<u8> {
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().expect("a picture of this size can be written to memory");
        writer.write_image_data(&self.pixels).expect("there are as many pixels as the picture has");
        writer.finish().expect("memory takes all that is written to it");
        file
    }
}

/// White covers, black does not.
#[derive(Clone, Copy)]
struct Cover(bool);

impl BackendStyle for Cover {
    fn color(&self) -> BackendColor {
        let level = if self.0 { 255 } else { 0 };
        BackendColor { alpha: 1.0, rgb: (level, level, level) }
    }
}

/// How much of each pixel of a square, row by row, the shape of a state covers.
fn stencil(state: &str, side: u32) -> Vec<u8> {
    let large = side * FINE;
    let mut pixels = vec![0; (large * large * 3) as usize];
    {
        let backend = BitMapBackend::with_buffer(&mut pixels, (large, large));
        Shape { backend, large: f64::from(large) }.draw(state);
    }
    let sample = |x: u32, y: u32| u32::from(pixels.get(((y * large + x) * 3) as usize).copied().unwrap_or(0));
    let mean = |x: u32, y: u32| {
        let inside = (0..FINE * FINE).map(|n| sample(x * FINE + n % FINE, y * FINE + n / FINE));
        u8::try_from(inside.sum::<u32>() / (FINE * FINE)).unwrap_or(u8::MAX)
    };
    (0..side * side).map(|n| mean(n % side, n / side)).collect()
}

struct Shape<'a> {
    backend: BitMapBackend<'a>,
    large: f64,
}

impl Shape<'_> {
    /// Coordinates are shares of the side, from the upper left.
    fn draw(mut self, state: &str) {
        match state {
            "on-track" => {
                self.box_of((0.0, 0.0), (1.0, 1.0), true);
                self.box_of((0.18, 0.44), (0.56, 0.56), false);
                self.area(&[(0.52, 0.24), (0.84, 0.5), (0.52, 0.76)], false);
            }
            "done" => {
                self.round(0.5, true);
                self.area(&[(0.22, 0.52), (0.32, 0.42), (0.44, 0.54), (0.7, 0.28), (0.8, 0.38), (0.44, 0.74)], false);
            }
            "at-risk" => self.area(&[(0.5, 0.02), (1.0, 0.98), (0.0, 0.98)], true),
            "off-track" => {
                self.box_of((0.0, 0.0), (1.0, 1.0), true);
                self.box_of((0.42, 0.16), (0.58, 0.6), false);
                self.box_of((0.42, 0.7), (0.58, 0.84), false);
            }
            "delayed" => {
                self.round(0.5, true);
                self.box_of((0.44, 0.16), (0.56, 0.56), false);
                self.box_of((0.44, 0.44), (0.76, 0.56), false);
            }
            "not-started" => {
                self.round(0.5, true);
                self.round(0.38, false);
            }
            "paused" => {
                self.box_of((0.12, 0.0), (0.4, 1.0), true);
                self.box_of((0.6, 0.0), (0.88, 1.0), true);
            }
            "cancelled" => {
                self.area(&[(0.02, 0.18), (0.18, 0.02), (0.98, 0.82), (0.82, 0.98)], true);
                self.area(&[(0.82, 0.02), (0.98, 0.18), (0.18, 0.98), (0.02, 0.82)], true);
            }
            "merged" => self.area(&[(0.1, 0.0), (0.95, 0.5), (0.1, 1.0), (0.4, 0.5)], true),
            // No information, and whatever else there may be.
            _ => {
                self.round(0.5, true);
                self.round(0.38, false);
                self.round(0.2, true);
            }
        }
    }

    fn at(&self, (x, y): (f64, f64)) -> BackendCoord {
        #[expect(clippy::cast_possible_truncation, reason = "a share of a side of some hundred pixels")]
        let place = |share: f64| (share * (self.large - 1.0)).round() as i32;
        (place(x), place(y))
    }

    fn box_of(&mut self, from: (f64, f64), to: (f64, f64), covers: bool) {
        let (from, to) = (self.at(from), self.at(to));
        // Drawing to memory can't fail.
        self.backend.draw_rect(from, to, &Cover(covers), true).ok();
    }

    fn area(&mut self, corners: &[(f64, f64)], covers: bool) {
        let corners: Vec<BackendCoord> = corners.iter().map(|&corner| self.at(corner)).collect();
        self.backend.fill_polygon(corners, &Cover(covers)).ok();
    }

    /// A disc in the middle.
    fn round(&mut self, radius: f64, covers: bool) {
        let centre = self.at((0.5, 0.5));
        let radius = self.at((radius, 0.0)).0.unsigned_abs();
        self.backend.draw_circle(centre, radius, &Cover(covers), true).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLOURS: CardColours = CardColours {
        page: [254, 253, 251],
        brand: [31, 78, 74],
        good: [28, 106, 69],
        warn: [138, 83, 0],
        bad: [166, 43, 38],
        still: [77, 89, 99],
    };

    /// The picture's pixels.
    fn pixels(states: &[(&'static str, u32)]) -> Vec<Rgb> {
        let file = card(states, &COLOURS);
        let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("it is a PNG");
        let mut bytes = vec![0; reader.output_buffer_size().expect("its size is known")];
        let info = reader.next_frame(&mut bytes).expect("it has a picture");
        assert_eq!((info.width, info.height), (WIDTH, HEIGHT));
        bytes.chunks_exact(3).map(|rgb| [rgb[0], rgb[1], rgb[2]]).collect()
    }

    fn count(pixels: &[Rgb], colour: Rgb) -> usize {
        pixels.iter().filter(|own| **own == colour).count()
    }

    #[test]
    fn each_initiative_is_a_mark_in_its_states_colour() {
        let one = pixels(&[("on-track", 1)]);
        let two = pixels(&[("off-track", 0), ("on-track", 2)]);
        assert!(count(&one, COLOURS.good) > 5_000);
        // Apart from the smoothed edges.
        assert_eq!(count(&two, COLOURS.good), 2 * count(&one, COLOURS.good));
        assert_eq!(count(&two, COLOURS.bad), 0);
        assert_eq!(count(&one, COLOURS.brand), (WIDTH * BAND) as usize);
        assert_eq!(count(&pixels(&[]), COLOURS.page), (WIDTH * (HEIGHT - BAND)) as usize);
    }

    #[test]
    fn however_many_they_keep_inside_the_margins() {
        for n in [1, 3, 28, 300, 1000, 100_000] {
            let pixels = pixels(&[("no-information", n / 3), ("at-risk", n / 3), ("done", n - n / 3 * 2)]);
            let is_empty = |x: u32, y: u32| pixels[(y * WIDTH + x) as usize] == COLOURS.page;
            for y in BAND..HEIGHT {
                assert!((0..MARGIN).chain(WIDTH - MARGIN..WIDTH).all(|x| is_empty(x, y)), "{n}: {y}");
            }
            assert!((HEIGHT - 20..HEIGHT).all(|y| (0..WIDTH).all(|x| is_empty(x, y))), "{n}");
        }
    }

    #[test]
    fn states_of_one_colour_differ_in_shape() {
        let groups: [&[&str]; 3] = [
            &["on-track", "done"],
            &["delayed", "off-track"],
            &["no-information", "not-started", "paused", "cancelled", "merged"],
        ];
        for group in groups {
            for (n, a) in group.iter().enumerate() {
                for b in &group[n + 1..] {
                    let (one, other) = (stencil(a, 40), stencil(b, 40));
                    let differ = one.iter().zip(&other).filter(|(x, y)| x.abs_diff(**y) > 128).count();
                    assert!(differ > 100, "{a} and {b} differ in {differ} pixels of 1600");
                }
            }
        }
    }
}
