//! How far a long build has come, on a line that goes away. Names indicatif.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::words::Words;

/// A build that is done before this needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is drawn anew, at most, a second.
const HERTZ: u8 = 10;

/// The stages that take time, and the words for what they do.
const STAGES: &[(&str, &str)] = &[
    ("source", "cli-doing-source"),
    ("check", "cli-doing-check"),
    ("derive", "cli-doing-derive"),
    ("pages", "cli-doing-pages"),
    ("audit", "cli-doing-audit"),
    ("publish", "cli-doing-publish"),
];

/// A line on standard error that tells the stage and how much of it is done; none where standard error is no terminal.
#[derive(Debug)]
pub(super) struct Bar {
    line: ProgressBar,
    words: BTreeMap<&'static str, String>,
    start: Instant,
    is_shown: AtomicBool,
}

impl Bar {
    #[expect(clippy::disallowed_methods, reason = "cli is the rim: it may measure time")]
    pub(super) fn new(words: &Words) -> Self {
        Self {
            line: ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()),
            words: STAGES.iter().map(|&(stage, key)| (stage, words.get(key))).collect(),
            start: Instant::now(),
            is_shown: AtomicBool::new(false),
        }
    }

    pub(super) fn stage(&self, name: &str) {
        self.line.set_style(style("{msg} …"));
        self.line.set_message(self.words.get(name).cloned().unwrap_or_default());
        self.line.reset();
        self.show();
    }

    /// This many more pieces are coming.
    pub(super) fn expect(&self, count: usize) {
        self.line.set_style(style("{msg} {bar:30} {pos}/{len}"));
        self.line.set_length(count as u64);
    }

    pub(super) fn step(&self) {
        self.line.inc(1);
        self.show();
    }

    pub(super) fn clear(&self) {
        self.line.finish_and_clear();
    }

    /// Brings it out once the build turns out to be long.
    fn show(&self) {
        if !self.is_shown.load(Ordering::Relaxed)
            && self.start.elapsed() > PATIENCE
            && !self.is_shown.swap(true, Ordering::Relaxed)
        {
            self.line.set_draw_target(ProgressDrawTarget::stderr_with_hz(HERTZ));
        }
    }
}

fn style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).expect("these templates are ours").progress_chars("━╸ ")
}
