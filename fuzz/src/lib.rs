//! What must hold whatever is read: one function a target. `cargo fuzz` feeds them, and so do the program's own tests.

#[path = "../../tests/it/harmless.rs"]
mod harmless;
mod targets;

pub use targets::*;
