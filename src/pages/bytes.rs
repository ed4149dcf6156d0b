//! What a file of the site holds that is no page: bytes, or what writes them.

use std::borrow::Cow;
use std::io::{self, BufWriter, Write};
use std::sync::Arc;

use serde::Serialize;

/// What a file of the site holds.
pub enum Bytes<'a> {
    /// These bytes.
    Held(Cow<'a, [u8]>),
    /// What this makes when it is asked for, as a whole.
    Made(Make<'a>),
    /// What this writes, the same each time. A file as large as the plan is held by nobody who only passes it on.
    Written(Writing<'a>),
}

/// What makes a file.
pub type Make<'a> = Box<dyn FnOnce() -> Vec<u8> + Send + Sync + 'a>;

/// What writes a file, from any thread.
pub type Writing<'a> = Box<dyn Fn(&mut dyn Write) -> io::Result<()> + Send + Sync + 'a>;

impl<'a> Bytes<'a> {
    /// A file that is made when it is asked for, as a whole.
    pub(super) fn made(make: impl FnOnce() -> Vec<u8> + Send + Sync + 'a) -> Self {
        Self::Made(Box::new(make))
    }

    /// A value as JSON, with a line break at its end.
    pub(super) fn json<T: Serialize + Send + Sync + 'a>(value: Arc<T>, is_pretty: bool) -> Self {
        Self::Written(Box::new(move |out| {
            let mut out = BufWriter::with_capacity(1 << 16, out);
            if is_pretty {
                serde_json::to_writer_pretty(&mut out, &*value)?;
            } else {
                serde_json::to_writer(&mut out, &*value)?;
            }
            out.write_all(b"\n")?;
            out.flush()
        }))
    }

    /// Its bytes.
    pub fn into_bytes(self) -> Vec<u8> {
        match self {
            Self::Held(bytes) => bytes.into_owned(),
            Self::Made(make) => make(),
            Self::Written(write) => {
                let mut bytes = Vec::new();
                write(&mut bytes).expect("memory takes what is written to it");
                // Whoever asks for it may keep it for long.
                bytes.shrink_to_fit();
                bytes
            }
        }
    }
}

impl From<Vec<u8>> for Bytes<'_> {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Held(Cow::Owned(bytes))
    }
}

impl From<String> for Bytes<'_> {
    fn from(text: String) -> Self {
        text.into_bytes().into()
    }
}
