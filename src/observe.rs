//! **observe**: what a run tells the one that started it, while it runs.
//!
//! Comes in: the beginnings of stages and their pieces of work, a file or a page each. Goes out: nothing, so that who
//! listens cannot change what is made. The stages look at no clock: who listens does (the rim measures time and
//! shows how far a build has come).

/// Who is told. It hears from many threads at once.
pub trait Observer: Sync {
    /// A stage begins.
    fn stage(&self, name: &'static str) {
        let _ = name;
    }

    /// The running stage is going to work through this many more pieces.
    fn pieces(&self, count: usize) {
        let _ = count;
    }

    /// Does a part of a piece of work, exactly once. `name` is the same for the parts that are alike.
    fn part(&self, name: &'static str, work: &mut dyn FnMut()) {
        let _ = name;
        work();
    }

    /// Does a piece of work of the running stage, exactly once. `name` is a file's path in the plan's folder, or a page's
    /// address with a slash before it.
    fn piece(&self, name: &str, work: &mut dyn FnMut()) {
        let _ = name;
        work();
    }
}

/// Nobody listens.
#[derive(Clone, Copy, Debug)]
pub struct Unobserved;

impl Observer for Unobserved {}

/// Does a piece of work, and gives what it gives.
pub(crate) fn piece<T>(observer: &dyn Observer, name: &str, work: impl FnOnce() -> T) -> T {
    once(work, |work| observer.piece(name, work))
}

/// Does a part of a piece of work, and gives what it gives.
pub(crate) fn part<T>(observer: &dyn Observer, name: &'static str, work: impl FnOnce() -> T) -> T {
    once(work, |work| observer.part(name, work))
}

fn once<T>(work: impl FnOnce() -> T, observed: impl FnOnce(&mut dyn FnMut())) -> T {
    let (mut work, mut done) = (Some(work), None);
    observed(&mut || {
        if let Some(work) = work.take() {
            done = Some(work());
        }
    });
    // One that forgot to do it would lose a page.
    done.or_else(|| work.take().map(|work| work())).expect("what was not done by the observer is done here")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_done_once_whatever_the_observer_does() {
        struct Forgetful;
        impl Observer for Forgetful {
            fn piece(&self, _: &str, _: &mut dyn FnMut()) {}
        }
        struct Eager;
        impl Observer for Eager {
            fn piece(&self, _: &str, work: &mut dyn FnMut()) {
                work();
                work();
            }
        }
        for observer in [&Unobserved as &dyn Observer, &Forgetful, &Eager] {
            let mut times = 0;
            assert_eq!(
                piece(observer, "x", || {
                    times += 1;
                    7
                }),
                7
            );
            assert_eq!(times, 1);
        }
    }
}
