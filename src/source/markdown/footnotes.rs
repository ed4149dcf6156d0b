//! Footnotes as they are met in, footnotes in the order in which a reader meets them out.

use std::collections::BTreeMap;

use super::Written;
use crate::files::Span;
use crate::model::{Block, Footnote, Inline, Prose, each_inline_mut};

/// The footnotes of a text that is being read.
#[derive(Default)]
pub(super) struct Notes {
    /// The labels that are referred to, each with the number that stands in an [`Inline::Footnote`] until the end.
    referred: BTreeMap<String, usize>,
    defined: BTreeMap<String, Definition>,
}

struct Definition {
    blocks: Vec<Block<Written>>,
    span: Span,
    used: bool,
}

impl Notes {
    /// The number of a label that is referred to. Upper and lower case are the same.
    pub(super) fn refer(&mut self, label: &str) -> usize {
        let next = self.referred.len();
        *self.referred.entry(label.to_lowercase()).or_insert(next)
    }

    /// Takes in a footnote; where the first is, when there already is one with this label.
    pub(super) fn define(&mut self, label: &str, blocks: Vec<Block<Written>>, span: Span) -> Option<Span> {
        let label = label.to_lowercase();
        if let Some(first) = self.defined.get(&label) {
            return Some(first.span);
        }
        self.defined.insert(label, Definition { blocks, span, used: false });
        None
    }

    /// The labels of all footnotes.
    pub(super) fn labels(&self) -> impl Iterator<Item = &str> {
        self.defined.keys().map(String::as_str)
    }

    /// Gives the text its footnotes in the order in which they are first referred to, those of footnotes after those
    /// of the text, and tells each reference which it is. The label and place of each that nothing refers to.
    pub(super) fn number(&mut self, prose: &mut Prose<Written>) -> Vec<(String, Span)> {
        let mut order = Order { places: vec![None; self.referred.len()], ..Order::default() };
        order.number(&mut prose.blocks);
        let labels: BTreeMap<usize, &String> = self.referred.iter().map(|(label, n)| (*n, label)).collect();
        let mut next = 0;
        while let Some(label) = order.labels.get(next) {
            let definition = labels.get(label).and_then(|label| self.defined.get_mut(*label));
            // There is none when it stood too deep in the text, which has been reported.
            let mut blocks = definition.map_or_else(Vec::new, |definition| {
                definition.used = true;
                std::mem::take(&mut definition.blocks)
            });
            order.number(&mut blocks);
            prose.footnotes.push(Footnote { blocks, references: 0 });
            next += 1;
        }
        for (note, count) in prose.footnotes.iter_mut().zip(order.counts) {
            note.references = count;
        }
        let unused = std::mem::take(&mut self.defined).into_iter().filter(|(_, definition)| !definition.used);
        unused.map(|(label, definition)| (label, definition.span)).collect()
    }
}

/// The order in which footnotes are first referred to.
#[derive(Default)]
struct Order {
    /// Of each label's number: its place in the order.
    places: Vec<Option<usize>>,
    /// The labels' numbers, in the order.
    labels: Vec<usize>,
    /// How many times each is referred to, in the order.
    counts: Vec<usize>,
}

impl Order {
    fn number(&mut self, blocks: &mut [Block<Written>]) {
        each_inline_mut(blocks, &mut |inline| {
            let Inline::Footnote(note, reference) = inline else { return };
            let place = *self.places[*note].get_or_insert_with(|| {
                self.labels.push(*note);
                self.counts.push(0);
                self.labels.len() - 1
            });
            self.counts[place] += 1;
            (*note, *reference) = (place, self.counts[place]);
        });
    }
}
