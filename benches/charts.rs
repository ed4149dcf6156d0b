//! Indicator charts: ours against the SVG backend that plotters brings, in time and in bytes, in one run.
//!
//! `cargo bench --bench charts`. The same twelve values, axis, path and target are drawn by both on one thread. Compare
//! the two columns with each other, not with another day's: machines differ.

use divan::{Bencher, black_box};
use framdrift::charts::{Line, NARROW, Point, Said, Series, Target, WIDE};
use framdrift::words::{Language, Words};
use jiff::civil::{Date, date};
use plotters::prelude::*;
use plotters_svg::SVGBackend;

#[expect(clippy::print_stdout, reason = "a benchmark tells what it measured")]
fn main() {
    let words = Words::new(Language::SWEDISH);
    let ours: Vec<usize> = [NARROW, WIDE]
        .into_iter()
        .flat_map(|width| (0..40).map(move |n| (n, width)))
        .map(|(n, width)| chart(n, &words).draw(width, "c").svg.len())
        .collect();
    let theirs: Vec<usize> = (0..40).map(|n| with_their_backend(&values(n)).len()).collect();
    let mean = |all: &[usize]| all.iter().sum::<usize>() / all.len();
    println!("bytes a chart, on average: ours {}, plotters' own backend {}", mean(&ours), mean(&theirs));
    divan::main();
}

/// Twelve values a chart, each chart with values of its own.
fn values(n: u32) -> Vec<(Date, f64)> {
    let value = |i: u32| 40.0 + f64::from((i * 7 + n * 13) % 17) + f64::from(i) * 2.5;
    (0..12).map(|i| (date(2014 + i16::try_from(i).unwrap_or(0), 12, 31), value(i))).collect()
}

fn chart(n: u32, words: &Words) -> Line<'_> {
    let points = values(n).into_iter().map(|(date, value)| Point {
        date,
        value: Some(value),
        label: format!("{}\u{a0}%", words.formats().number(value, 1)),
        preliminary: false,
    });
    Line {
        said: Said {
            title: "Hushåll som kan få bredband".to_owned(),
            lang: None,
            description: "12 mätvärden. Lägst: 40 % (2014). Högst: 80 % (2025). Mål: 98 % (2027).".to_owned(),
        },
        unit: "%".to_owned(),
        own: Series { name: "Ängslunda kommun".to_owned(), lang: None, points: points.collect() },
        others: Vec::new(),
        step: Some(366),
        path: vec![(date(2014, 12, 31), 40.0), (date(2027, 12, 31), 98.0)],
        targets: vec![Target { date: date(2027, 12, 31), low: 98.0, high: 98.0, label: "Mål 2027: 98 %".to_owned() }],
        breaks: Vec::new(),
        break_word: "Nytt sätt att mäta".to_owned(),
        not_from_zero: "axeln börjar på {}".to_owned(),
        formats: words.formats(),
    }
}

#[divan::bench]
fn ours(bencher: Bencher<'_, '_>) {
    let words = Words::new(Language::SWEDISH);
    let line = chart(3, &words);
    bencher.bench(|| black_box(&line).draw(WIDE, "c"));
}

#[divan::bench]
fn plotters_own_backend(bencher: Bencher<'_, '_>) {
    let values = values(3);
    bencher.bench(|| with_their_backend(black_box(&values)));
}

/// The same values as plotters draws them without a backend of ours.
fn with_their_backend(values: &[(Date, f64)]) -> String {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (WIDE, 300)).into_drawing_area();
        let year = |day: Date| f64::from(day.year()) + 1.0;
        let mut chart = ChartBuilder::on(&area)
            .x_label_area_size(24)
            .y_label_area_size(40)
            .build_cartesian_2d(2015.0..2028.0, 0.0..100.0)
            .expect("it has room");
        chart.configure_mesh().x_labels(8).y_labels(6).draw().expect("it draws to memory");
        let points: Vec<(f64, f64)> = values.iter().map(|(day, value)| (year(*day), *value)).collect();
        chart.draw_series([PathElement::new(vec![(2015.0, 40.0), (2028.0, 98.0)], BLACK)]).expect("it draws to memory");
        chart.draw_series([PathElement::new(points.clone(), BLUE.stroke_width(2))]).expect("it draws to memory");
        chart.draw_series(points.iter().map(|at| Circle::new(*at, 3, BLUE.filled()))).expect("it draws to memory");
        let label = |at: (f64, f64), text: &str| Text::new(text.to_owned(), at, ("sans-serif", 12).into_font());
        let last = points.last().copied().unwrap_or_default();
        chart.draw_series([label(last, "80 %"), label((2024.0, 98.0), "Mål 2027: 98 %")]).expect("it draws to memory");
        area.present().expect("it draws to memory");
    }
    svg
}
