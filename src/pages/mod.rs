//! **pages**: the plan, its facts and a language in; pages as plain data out.
//!
//! Here numbers become words: a template only places what it is given ([`data`]). Kept out: markup of the page around
//! the content (the theme's), and anything computed from facts that a rule should compute (`derive`).

pub mod brand;
pub mod data;
pub mod prose;
