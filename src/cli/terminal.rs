//! The one file that prints, but for the line that goes away again (`progress`). Names anstream and anstyle.

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use super::arguments::Colour;

/// Standard output and standard error, with or without colours.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terminal {
    choice: ColorChoice,
}

/// How a line is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Good,
    Bad,
    Plain,
}

impl Terminal {
    pub(super) fn new(colour: Colour) -> Self {
        let choice = match colour {
            Colour::Auto => ColorChoice::Auto,
            Colour::Always => ColorChoice::Always,
            Colour::Never => ColorChoice::Never,
        };
        Self { choice }
    }

    /// What the caller asked for, on standard output. A reader that has seen enough is no error.
    pub(super) fn answer(self, text: &str) -> anyhow::Result<()> {
        let mut stream = AutoStream::new(io::stdout(), self.choice).lock();
        match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(anyhow::Error::new(error).context("could not write to standard output"))
            }
            _ => Ok(()),
        }
    }

    /// Text with escape codes of its own, on standard error.
    pub(super) fn tell(self, text: &str) {
        let mut stream = AutoStream::new(io::stderr(), self.choice).lock();
        // Where nobody listens there is nobody to tell that either.
        let _ = stream.write_all(text.as_bytes()).and_then(|()| stream.flush());
    }

    /// A line on standard error.
    pub(super) fn line(self, tone: Tone, text: &str) {
        let style = match tone {
            Tone::Good => Style::new().bold().fg_color(Some(AnsiColor::Green.into())),
            Tone::Bad => Style::new().bold().fg_color(Some(AnsiColor::Red.into())),
            Tone::Plain => Style::new(),
        };
        self.tell(&format!("{style}{text}{style:#}\n"));
    }
}
