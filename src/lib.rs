//! **framdrift**: a static site generator for public progress reports.
//!
//! Editors write Markdown and YAML about goals, initiatives, activities, roles, forums, insights, indicators, decisions
//! and status reports. framdrift checks them, computes where the plan really stands, and writes a static site.
//!
//! # One pipeline, one direction
//!
//! Each module below is a stage. Their order here is the order of the pipeline **and the import rule**: a stage uses
//! only what stands above it. A `tidy` test reads this file and holds the house to it.

pub mod files;
pub mod words;
pub mod model;
pub mod diag;
pub mod source;
pub mod check;
pub mod derive;
pub mod pages;
