//! Entities of one kind in a table, and keys into it: a reference that can't dangle.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Index;
use std::sync::Arc;

/// A reference to an entity of kind `T` of the same plan.
pub struct Key<T> {
    row: u32,
    kind: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// The row of its table, from 0.
    pub fn row(self) -> usize {
        self.row as usize
    }

    /// The key of a row. It is for the stage that fills the tables; a row that the table lacks is a bug.
    pub(crate) fn from_row(row: usize) -> Self {
        Self { row: u32::try_from(row).expect("a plan has fewer than 2³² entities"), kind: PhantomData }
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.row == other.row
    }
}

impl<T> Eq for Key<T> {}

impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.row.cmp(&other.row)
    }
}

impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.row.hash(state);
    }
}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.row)
    }
}

/// All entities of one kind, in the order of their ids. They are shared with tables of the same plan at other times.
#[derive(Clone, Debug)]
pub struct Table<T> {
    rows: Vec<Arc<T>>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T> Table<T> {
    /// A table of these rows.
    pub(crate) fn new(rows: Vec<Arc<T>>) -> Self {
        Self { rows }
    }

    /// A table of rows that nobody else has.
    #[cfg(test)]
    pub(crate) fn of(rows: Vec<T>) -> Self {
        Self::new(rows.into_iter().map(Arc::new).collect())
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All of them with their keys.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Key<T>, &T)> + DoubleEndedIterator {
        self.rows.iter().enumerate().map(|(row, entity)| (Key::from_row(row), &**entity))
    }

    /// All keys.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = Key<T>> + DoubleEndedIterator + use<T> {
        (0..self.rows.len()).map(Key::from_row)
    }

    /// All of them.
    pub fn rows(&self) -> &[Arc<T>] {
        &self.rows
    }
}

impl<T: Clone> Table<T> {
    /// One of them, to be finished by the stage that makes it: one of this table's own.
    pub(crate) fn edit(&mut self, key: Key<T>) -> &mut T {
        Arc::make_mut(&mut self.rows[key.row()])
    }
}

impl<T> Index<Key<T>> for Table<T> {
    type Output = T;

    fn index(&self, key: Key<T>) -> &T {
        &self.rows[key.row()]
    }
}
