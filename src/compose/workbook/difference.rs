//! Which lines of a text are others than before.

/// More lines than so many are not held against each other one by one.
const MOST: usize = 4_000;

/// A line that is gone, or new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// It was there.
    Old(String),
    /// It is there now.
    New(String),
}

/// The lines that differ between two texts, in their order.
pub fn difference(before: &str, after: &str) -> Vec<Line> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    let first = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let left = old.len().min(new.len()) - first;
    let last = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count().min(left);
    let old = old.get(first..old.len() - last).unwrap_or_default();
    let new = new.get(first..new.len() - last).unwrap_or_default();
    let mut lines = Vec::new();
    let mut tell = |old: &[&str], new: &[&str]| {
        lines.extend(old.iter().map(|own| Line::Old((*own).to_owned())));
        lines.extend(new.iter().map(|own| Line::New((*own).to_owned())));
    };
    if old.len() > MOST || new.len() > MOST {
        tell(old, new);
        return lines;
    }
    // How many lines the rests from here and there share.
    let width = new.len() + 1;
    let mut shared = vec![0u32; (old.len() + 1) * width];
    let at = |i: usize, j: usize| i * width + j;
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            shared[at(i, j)] = if old[i] == new[j] {
                shared[at(i + 1, j + 1)] + 1
            } else {
                shared[at(i + 1, j)].max(shared[at(i, j + 1)])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if j >= new.len() || (i < old.len() && shared[at(i + 1, j)] >= shared[at(i, j + 1)]) {
            tell(&old[i..=i], &[]);
            i += 1;
        } else {
            tell(&[], &new[j..=j]);
            j += 1;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_told() {
        let lines = difference("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n");
        let old = |text: &str| Line::Old(text.to_owned());
        let new = |text: &str| Line::New(text.to_owned());
        assert_eq!(lines, [old("b"), new("x"), new("e")]);
        assert_eq!(difference("a\n", "a\n"), []);
        assert_eq!(difference("", "a\nb\n"), [new("a"), new("b")]);
        assert_eq!(difference("a\nb\na\n", "b\na\n"), [old("a")]);
    }
}
