//! Texts in order, each of them once, in one piece of memory: what is kept of each page of a site, until all are there.

use std::collections::BTreeSet;

/// What stands after each text. No attribute of a page holds it: a tokenizer takes it for U+FFFD.
const END: char = '\0';

/// Texts in order, each of them once. None of them has the character NUL.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    /// Each followed by [`END`].
    texts: Box<str>,
    /// Where each begins.
    starts: Box<[u32]>,
}

impl Names {
    /// What is kept of a set. A text that has the character NUL, or lies beyond four gigabytes, is left out.
    pub(super) fn of(set: &BTreeSet<String>) -> Self {
        let kept = || set.iter().filter(|text| !text.contains(END));
        let mut texts = String::with_capacity(kept().map(|text| text.len() + 1).sum());
        let mut starts = Vec::with_capacity(set.len());
        for text in kept() {
            let Ok(start) = u32::try_from(texts.len()) else { break };
            starts.push(start);
            texts.push_str(text);
            texts.push(END);
        }
        Self { texts: texts.into_boxed_str(), starts: starts.into_boxed_slice() }
    }

    /// Whether this text is one of them.
    pub(super) fn has(&self, text: &str) -> bool {
        self.starts.binary_search_by(|start| self.at(*start).cmp(text)).is_ok()
    }

    /// The texts in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.starts.iter().map(|start| self.at(*start))
    }

    fn at(&self, start: u32) -> &str {
        let rest = usize::try_from(start).ok().and_then(|start| self.texts.get(start..)).unwrap_or_default();
        rest.split(END).next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn names_are_the_set_that_they_were_made_of(set in prop::collection::btree_set("[a-c#å/]{0,4}", 0..30), other in "[a-c#å/]{0,4}") {
            let names = Names::of(&set);
            prop_assert_eq!(names.iter().count(), set.len());
            prop_assert!(names.iter().eq(set.iter().map(String::as_str)));
            prop_assert_eq!(names.has(&other), set.contains(&other));
            prop_assert!(set.iter().all(|own| names.has(own)));
        }
    }
}
