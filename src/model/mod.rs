//! **model**: the types of a valid plan.
//!
//! A value of these types can't be wrong in itself: a reference ([`Key`]) leads somewhere, a date exists, a number is
//! finite, a choice is one of its values. They know the [`Span`](crate::files::Span) they came from, so that a problem
//! found late still points at a line in `content/`. Kept out: YAML, paths, HTML, wording, and everything that is
//! computed (that is `derive`'s).
//!
//! The enumerations (`choice.rs`) and dates (`date.rs`) are also the vocabulary that `source` reads with; so this
//! stage stands before it.

mod choice;
mod collective;
mod date;
mod municipality;
mod plan;
mod prose;
mod removal;
mod statement;
mod table;
mod text;

pub use choice::*;
pub use collective::is_collective;
pub use date::{DateProblem, Period, PlanDate, Precision, days_between};
pub use municipality::{municipalities, municipality};
pub use plan::*;
pub use prose::*;
pub use removal::*;
pub use statement::*;
pub use table::{Key, Table};
pub use text::{Entity, Text};
