//! **fetch**: addresses in, what servers answer out.
//!
//! The one stage that asks others for anything, and only when somebody says so: what is built never depends on it. Kept
//! out: what the answers mean (`audit`), and when to ask (`cli`).

mod client;
mod kolada;
mod links;

pub use kolada::{Fetched, KOLADA, Measured, Trouble, kolada};
pub use links::{Asking, ask};
