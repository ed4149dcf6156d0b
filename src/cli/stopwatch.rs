//! How long things take: each stage, and each file and page where that is asked for. Tells the progress bar, too.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::progress::Bar;
use crate::observe::Observer;

/// Measures a run.
#[derive(Debug, Default)]
pub(super) struct Stopwatch {
    /// Whether pieces are measured too.
    is_thorough: bool,
    bar: Option<Bar>,
    times: Mutex<Times>,
}

#[derive(Debug, Default)]
struct Times {
    stages: Vec<(&'static str, Duration)>,
    running: Option<(&'static str, Instant)>,
    pieces: BTreeMap<String, Duration>,
    /// What the parts of the pieces took of the processors, by the stage that they are of and their name.
    parts: BTreeMap<(&'static str, &'static str), Duration>,
}

impl Stopwatch {
    /// `is_thorough`: each file and page is measured, not only each stage.
    pub(super) fn new(is_thorough: bool) -> Self {
        Self { is_thorough, ..Self::default() }
    }

    /// From now on, this bar shows how far it has come.
    pub(super) fn show(&mut self, bar: Bar) {
        self.bar = Some(bar);
    }

    /// The running stage is over, and nothing begins.
    pub(super) fn end(&self) {
        self.times().end();
        if let Some(bar) = &self.bar {
            bar.clear();
        }
    }

    /// The stages that are over, in their order. One that was gone on with after another is told once, where it ended.
    pub(super) fn stages(&self) -> Vec<(&'static str, Duration)> {
        self.times().stages.clone()
    }

    /// The pieces that took longest, slowest first, with the time that all stages worked on each.
    pub(super) fn slowest(&self, most: usize) -> Vec<(String, Duration)> {
        let mut pieces: Vec<_> = self.times().pieces.iter().map(|(name, time)| (name.clone(), *time)).collect();
        pieces.sort_by_key(|(_, time)| std::cmp::Reverse(*time));
        pieces.truncate(most);
        pieces
    }

    /// The parts of a stage's pieces, with what share of the work each was, in percent.
    pub(super) fn parts(&self, stage: &str) -> Vec<(&'static str, f64)> {
        let times = self.times();
        let parts: Vec<_> = times.parts.iter().filter(|((of, _), _)| *of == stage).collect();
        let all: f64 = parts.iter().map(|(_, time)| time.as_secs_f64()).sum();
        parts
            .into_iter()
            .map(|((_, name), time)| (*name, 100.0 * (time.as_secs_f64() / all.max(f64::MIN_POSITIVE))))
            .collect()
    }

    fn times(&self) -> MutexGuard<'_, Times> {
        // A piece that panicked left nothing half done here.
        self.times.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Times {
    fn end(&mut self) {
        if let Some((stage, start)) = self.running.take() {
            let before = self.stages.iter().position(|(name, _)| *name == stage);
            let before = before.map_or(Duration::ZERO, |at| self.stages.remove(at).1);
            self.stages.push((stage, before + start.elapsed()));
        }
    }
}

impl Observer for Stopwatch {
    #[expect(clippy::disallowed_methods, reason = "cli is the rim: it may measure time")]
    fn stage(&self, name: &'static str) {
        let mut times = self.times();
        times.end();
        times.running = Some((name, Instant::now()));
        if let Some(bar) = &self.bar {
            bar.stage(name);
        }
    }

    fn pieces(&self, count: usize) {
        if let Some(bar) = &self.bar {
            bar.expect(count);
        }
    }

    #[expect(clippy::disallowed_methods, reason = "cli is the rim: it may measure time")]
    fn part(&self, name: &'static str, work: &mut dyn FnMut()) {
        if !self.is_thorough {
            return work();
        }
        let start = Instant::now();
        work();
        let time = start.elapsed();
        let mut times = self.times();
        if let Some((stage, _)) = times.running {
            *times.parts.entry((stage, name)).or_default() += time;
        }
    }

    #[expect(clippy::disallowed_methods, reason = "cli is the rim: it may measure time")]
    fn piece(&self, name: &str, work: &mut dyn FnMut()) {
        if self.is_thorough {
            let start = Instant::now();
            work();
            let time = start.elapsed();
            *self.times().pieces.entry(name.to_owned()).or_default() += time;
        } else {
            work();
        }
        if let Some(bar) = &self.bar {
            bar.step();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_and_pieces_are_added_up() {
        let watch = Stopwatch::new(true);
        watch.stage("publish");
        watch.stage("pages");
        watch.piece("/a/", &mut || {});
        watch.piece("/b/", &mut || std::thread::yield_now());
        watch.part("drawing", &mut || std::thread::yield_now());
        watch.stage("render");
        watch.piece("/a/", &mut || {});
        watch.stage("publish");
        watch.end();
        let stages: Vec<&str> = watch.stages().into_iter().map(|(name, _)| name).collect();
        assert_eq!(stages, ["pages", "render", "publish"]);
        assert_eq!(watch.parts("pages"), [("drawing", 100.0)]);
        assert_eq!(watch.parts("render"), []);
        let slowest = watch.slowest(10);
        assert_eq!(slowest.len(), 2, "a page is one piece, whatever is done to it: {slowest:?}");
        assert!(slowest[0].1 >= slowest[1].1);
        assert_eq!(watch.slowest(1), slowest[..1]);

        let watch = Stopwatch::new(false);
        let mut done = 0;
        watch.piece("/a/", &mut || done += 1);
        assert_eq!((done, watch.slowest(10).len()), (1, 0));
    }
}
