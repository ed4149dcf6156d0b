//! Links in running text: each leads to something of the plan, to a file of it, or out on the web.

use std::sync::Arc;

use crate::diag::{Diagnostic, code};
use crate::files::{FileId, Span};
use crate::model::{AnyKey, HeadingLink, Key, Kind, Link, LinkUse, Prose};
use crate::source::markdown::{Destination, Written};

use super::{Checker, name_of};

impl Checker<'_> {
    /// A text with its links resolved; what leads nowhere is reported, and shown as words.
    pub(super) fn prose(&mut self, file: FileId, written: Arc<Prose<Written>>) -> Arc<Prose> {
        if self.memo.is_none() {
            return Arc::new(self.resolved(Arc::unwrap_or_clone(written), &mut |_, _| {}));
        }
        if let Some(known) = self.known(file, &written) {
            return known;
        }
        let mut links = Some(Vec::new());
        let prose = self.resolved((*written).clone(), &mut |link, to| match to {
            // The size of a picture is that of its file now.
            None | Some(Link::File(_)) => links = None,
            Some(to) => links.iter_mut().for_each(|links| links.push((link.clone(), to.clone()))),
        });
        let prose = Arc::new(prose);
        if let Some(memo) = &mut self.memo {
            memo.keep(file, written, links, &prose);
        }
        prose
    }

    /// What a text became the last time, if it is the same and every link leads where it led.
    fn known(&mut self, file: FileId, written: &Arc<Prose<Written>>) -> Option<Arc<Prose>> {
        let known = self.memo.as_ref()?.get(file, written)?;
        let is_same = |(link, to): &(Written, Link)| match (&link.value, to) {
            (Destination::Entity(kind, id, _), Link::Entity(to, _)) => self.find(*kind, id) == Some(*to),
            // Where all others lead is written in the text.
            _ => true,
        };
        if !known.links.iter().all(is_same) {
            return None;
        }
        for (link, to) in &known.links {
            if let Link::Entity(to, Some(heading)) = to {
                self.heading_links.push(HeadingLink { to: *to, heading: heading.clone(), span: link.span });
            }
        }
        Some(Arc::clone(&known.prose))
    }

    /// A text with its links resolved; `seen` is told each link, and where it leads.
    fn resolved(&mut self, written: Prose<Written>, seen: &mut dyn FnMut(&Written, Option<&Link>)) -> Prose {
        let mut prose = written.try_map(&mut |link: Written, _: LinkUse| {
            let to = self.link(link.clone());
            seen(&link, to.as_ref());
            to
        });
        prose.fill_sizes(&mut |link| match link {
            Link::File(path) => {
                let file = self.base.static_files.get(path)?;
                let size = imagesize::blob_size(&self.base.files.get(*file).bytes).ok()?;
                Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
            }
            _ => None,
        });
        prose
    }

    fn link(&mut self, link: Written) -> Option<Link> {
        match link.value {
            Destination::Entity(kind, id, fragment) => {
                let to = self.text_key(kind, &id, link.span)?;
                if let Some(heading) = fragment.clone() {
                    self.heading_links.push(HeadingLink { to, heading, span: link.span });
                }
                Some(Link::Entity(to, fragment))
            }
            Destination::File(path) => self.static_file(&path, link.span).then_some(Link::File(path)),
            Destination::Chart(chart) => Some(Link::Chart(chart)),
            Destination::Fragment(id) => Some(Link::Fragment(id)),
            Destination::Web(address) => Some(Link::Web(address)),
            Destination::Refused => None,
        }
    }

    /// The key of a kind and an id, or a report that there is none.
    pub(super) fn any_key(&mut self, kind: Kind, id: &str, span: Span) -> Option<AnyKey> {
        let key = self.find(kind, id);
        if key.is_none() {
            self.unknown_reference(kind, id, span);
        }
        key
    }

    /// The same for a link in running text, where the kind may be the slip.
    fn text_key(&mut self, kind: Kind, id: &str, span: Span) -> Option<AnyKey> {
        if let Some(key) = self.find(kind, id) {
            return Some(key);
        }
        if self.is_draft(kind, id, span) {
            return None;
        }
        let diagnostic = Diagnostic::new(&code::TEXT_LINK, span).with("kind", name_of(kind)).with("id", id);
        let diagnostic = match self.base.ids.kinds_with(id).first() {
            Some(other) => diagnostic.with("other", name_of(*other)).hint("elsewhere"),
            None => diagnostic.nearest(self.base.ids.nearest(kind, id)),
        };
        self.report(diagnostic);
        None
    }

    fn find(&self, kind: Kind, id: &str) -> Option<AnyKey> {
        let row = self.base.ids.row(kind, id)?;
        Some(match kind {
            Kind::Area => AnyKey::Area(Key::from_row(row)),
            Kind::Goal => AnyKey::Goal(Key::from_row(row)),
            Kind::Initiative => AnyKey::Initiative(Key::from_row(row)),
            Kind::Indicator => AnyKey::Indicator(Key::from_row(row)),
            Kind::Forum => AnyKey::Forum(Key::from_row(row)),
            Kind::Insight => AnyKey::Insight(Key::from_row(row)),
            Kind::Decision => AnyKey::Decision(Key::from_row(row)),
            Kind::Report => AnyKey::Report(Key::from_row(row)),
            Kind::Review => AnyKey::Review(Key::from_row(row)),
            Kind::Role => AnyKey::Role(Key::from_row(row)),
            Kind::Unit => AnyKey::Unit(Key::from_row(row)),
            Kind::Page => AnyKey::Page(Key::from_row(row)),
        })
    }
}
