//! **queue**: pieces of work that don't depend on each other, done in parallel, what somebody waits for first.
//!
//! Comes in: how many pieces there are, and what is done to one. Goes out: what came of each, in their order, however
//! they were done. The work can be interrupted and gone on with: what is done stays done. Kept out: what the pieces are.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

/// Pieces of work and what came of those that are done.
#[derive(Debug)]
pub struct Queue<T> {
    done: Vec<OnceLock<T>>,
    /// Which pieces somebody has begun with in this round.
    taken: Vec<AtomicBool>,
    /// How many have been come to when nobody waited.
    next: AtomicUsize,
    first: End,
    /// What somebody waits for, the last wish first.
    wanted: Mutex<Vec<usize>>,
}

/// Where pieces are begun with.
#[derive(Clone, Copy, Debug)]
enum End {
    First,
    Last,
}

impl<T: Send + Sync> Queue<T> {
    /// As many pieces of work, none of them done.
    pub fn new(pieces: usize) -> Self {
        Self::beginning_at(End::First, pieces)
    }

    /// The same, of which the last piece is the first to be begun with.
    pub fn from_last(pieces: usize) -> Self {
        Self::beginning_at(End::Last, pieces)
    }

    fn beginning_at(first: End, pieces: usize) -> Self {
        Self {
            first,
            done: std::iter::repeat_with(OnceLock::new).take(pieces).collect(),
            taken: std::iter::repeat_with(AtomicBool::default).take(pieces).collect(),
            next: AtomicUsize::new(0),
            wanted: Mutex::default(),
        }
    }

    /// What came of a piece, when it is done.
    pub fn get(&self, piece: usize) -> Option<&T> {
        self.done.get(piece)?.get()
    }

    /// What came of each piece, in their order; `None` where it is not done.
    pub fn all(&self) -> impl Iterator<Item = Option<&T>> {
        self.done.iter().map(OnceLock::get)
    }

    /// Somebody waits for this piece: it is the next to be begun with.
    pub fn want(&self, piece: usize) {
        if self.done.get(piece).is_some_and(|done| done.get().is_none()) && !self.is_wanted(piece) {
            self.wanted().push(piece);
        }
    }

    /// Whether somebody waits for this piece and nobody has begun with it.
    pub fn is_wanted(&self, piece: usize) -> bool {
        self.wanted().contains(&piece)
    }

    fn wanted(&self) -> MutexGuard<'_, Vec<usize>> {
        // Nothing that can panic is done with it.
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does what is not done yet, in parallel, until everything is done or `is_interrupted` says so; says whether
    /// everything is done. Pieces are begun with in order, but for those that somebody waits for. After each,
    /// `heard` is told its number.
    pub fn work(
        &self,
        work: impl Fn(usize) -> T + Sync,
        heard: impl Fn(usize) + Sync,
        is_interrupted: impl Fn() -> bool + Sync,
    ) -> bool {
        for (taken, done) in self.taken.iter().zip(&self.done) {
            taken.store(done.get().is_some(), Ordering::Relaxed);
        }
        self.next.store(0, Ordering::Relaxed);
        rayon::scope(|scope| {
            for _ in 0..rayon::current_num_threads() {
                scope.spawn(|_| {
                    while !is_interrupted()
                        && let Some(piece) = self.take()
                    {
                        // Nobody else has taken it in this round, and rounds don't overlap.
                        let _ = self.done[piece].set(work(piece));
                        heard(piece);
                    }
                });
            }
        });
        self.done.iter().all(|done| done.get().is_some())
    }

    /// What came of all pieces, in their order; `None` when one is not done.
    pub fn into_done(self) -> Option<Vec<T>> {
        self.done.into_iter().map(OnceLock::into_inner).collect()
    }

    fn take(&self) -> Option<usize> {
        loop {
            let wanted = self.wanted().pop();
            let next = || match (self.first, self.next.fetch_add(1, Ordering::Relaxed)) {
                (End::First, n) => Some(n),
                (End::Last, n) => self.taken.len().checked_sub(n + 1),
            };
            let piece = wanted.or_else(next)?;
            if !self.taken.get(piece)?.swap(true, Ordering::Relaxed) {
                return Some(piece);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_done_once_and_stands_at_its_place() {
        let queue = Queue::new(1000);
        let times: Vec<AtomicUsize> = std::iter::repeat_with(AtomicUsize::default).take(1000).collect();
        let heard = AtomicUsize::new(0);
        let square = |n: usize| {
            times[n].fetch_add(1, Ordering::Relaxed);
            n * n
        };
        let count = |_| {
            heard.fetch_add(1, Ordering::Relaxed);
        };
        assert!(queue.work(square, count, || false));
        assert!(times.iter().all(|times| times.load(Ordering::Relaxed) == 1));
        assert_eq!(heard.load(Ordering::Relaxed), 1000);
        assert_eq!(queue.get(7), Some(&49));
        assert_eq!(queue.into_done().unwrap(), (0..1000).map(|n| n * n).collect::<Vec<_>>());
    }

    #[test]
    fn what_somebody_waits_for_comes_first() {
        let queue = Queue::new(100);
        queue.want(70);
        queue.want(80);
        queue.want(1000);
        let order = Mutex::new(Vec::new());
        let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
        one.install(|| queue.work(|n| n, |n| order.lock().unwrap().push(n), || false));
        assert_eq!(order.into_inner().unwrap()[..4], [80, 70, 0, 1]);

        let queue = Queue::from_last(100);
        queue.want(70);
        let order = Mutex::new(Vec::new());
        assert!(one.install(|| queue.work(|n| n, |n| order.lock().unwrap().push(n), || false)));
        assert_eq!(order.into_inner().unwrap()[..3], [70, 99, 98]);
    }

    #[test]
    fn work_that_was_interrupted_goes_on_where_it_stopped() {
        let queue = Queue::new(100);
        let done = AtomicUsize::new(0);
        let count = |_| {
            done.fetch_add(1, Ordering::Relaxed);
        };
        assert!(!queue.work(|n| n, count, || done.load(Ordering::Relaxed) >= 10));
        let first = done.load(Ordering::Relaxed);
        assert!((10..100).contains(&first), "{first}");
        assert!(queue.work(|n| n, count, || false));
        assert_eq!(done.load(Ordering::Relaxed), 100);
    }
}
