//! Pages at addresses that something had before: it has got another id, or it has been removed. Nothing that has been
//! published leads nowhere.

use super::context::{self, Context};
use super::data::{self, Alternate, Content, Page, Phrase};
use super::routes::{Route, Routes};
use super::{
    Job, Piece, Standing, Subject, aside, breadcrumbs, footer, navigation, search, section_of, section_of_kind, way,
};
use crate::model::{Plan, Removal, Removed};
use crate::words::Words;

/// The pages at addresses that entities had before.
pub(super) fn moved(plan: &Plan, routes: &Routes, language: usize, subjects: &[Subject]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for &subject in subjects {
        let Subject::Entity(key) = subject else { continue };
        let Some(entity) = context::entity(plan, key) else { continue };
        pieces.extend(entity.aliases.iter().map(|alias| {
            let address = routes.with_id(plan, key, alias);
            Piece { address, language, subject, standing: Standing::Moved }
        }));
    }
    pieces
}

/// The pages at addresses of what has been removed: in each language where it had one.
pub(super) fn removed(plan: &Plan, routes: &[Routes]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (n, removal) in plan.removed.iter().enumerate() {
        let standing = Standing::Removed(n);
        match &removal.what {
            Removed::Thing(kind, id) => {
                let subject = Subject::Section(section_of_kind(*kind));
                let addresses = routes.iter().map(|routes| routes.of_kind(*kind, id)).enumerate();
                let piece = |(language, address)| Some(Piece { address: address?, language, subject, standing });
                pieces.extend(addresses.filter_map(piece));
            }
            Removed::Page(address) => {
                // The plan's own language has the root, and so all that stands in no other's folder.
                let is_in = |routes: &Routes| address.starts_with(&routes.section(Route::Start));
                let inner = routes.iter().enumerate().filter(|(_, routes)| is_in(routes));
                let inner = inner.max_by_key(|(_, routes)| routes.section(Route::Start).len());
                let language = inner.map_or(0, |(language, _)| language);
                pieces.push(Piece {
                    address: address.clone(),
                    language,
                    subject: Subject::Section(Route::Start),
                    standing,
                });
            }
            Removed::File(_) => {}
        }
    }
    pieces
}

/// The page at the address of something that has been removed: it says when, why and what to read instead.
pub(super) fn removed_page(cx: Context<'_>, input: Job<'_>, all: &[Routes], piece: &Piece, removal: &Removal) -> Page {
    let Piece { address: own, subject, .. } = piece;
    let name = cx.phrase(&removal.title);
    let title = Phrase { text: cx.say("removed-title", &[("title", name.text.clone().into())]), lang: None };
    let alternates = match &removal.what {
        Removed::Thing(kind, id) => {
            let others = input.words.values().zip(all).filter(|(words, _)| words.language() != cx.words.language());
            let alternate = |(words, routes): (&Words, &Routes)| {
                let to = routes.of_kind(*kind, id)?;
                let (lang, name) = (words.language().tag(), words.get("language-name"));
                Some(Alternate { lang, name, href: cx.base.relative(own, &to), url: None })
            };
            others.filter_map(alternate).collect()
        }
        _ => Vec::new(),
    };
    let content = Content::Removed(data::Removed {
        date: cx.day(removal.date),
        why: cx.phrase(&removal.why),
        instead: removal.instead.map(|key| cx.link(key)),
    });
    let description = cx.say("removed-description", &[("title", name.text.into())]);
    Page {
        react: cx.react(*subject, &title),
        alternates,
        breadcrumbs: breadcrumbs(cx, removed_way(cx, *subject)),
        navigation: navigation(cx, Subject::Section(Route::Missing)),
        search: search(cx, *subject),
        footer: footer(cx),
        ..aside(cx, own, title, description, ("removed", content))
    }
}

/// The pages above one that has been removed: the section that it stood in is among them.
fn removed_way(cx: Context<'_>, section: Subject) -> Vec<(String, String)> {
    let (route, key) = section_of(section);
    let mut way = way(cx, section);
    way.push((cx.word(key), cx.routes.section(route)));
    way
}

/// The page at an address that an entity had before: it says where the entity is now.
pub(super) fn moved_page(cx: Context<'_>, piece: &Piece) -> Page {
    let Piece { address: old, subject, .. } = piece;
    let Subject::Entity(key) = *subject else { unreachable!("only an entity has had another address") };
    let to = cx.link(key);
    let title = Phrase { text: cx.say("moved-title", &[("title", to.text.clone().into())]), lang: None };
    let description = cx.say("moved-description", &[("title", to.text.clone().into())]);
    Page {
        react: cx.react(*subject, &title),
        canonical: cx.url(&cx.routes.entity(cx.plan, key)),
        breadcrumbs: breadcrumbs(cx, way(cx, *subject)),
        navigation: navigation(cx, Subject::Section(Route::Missing)),
        search: search(cx, *subject),
        footer: footer(cx),
        ..aside(cx, old, title, description, ("moved", Content::Moved(data::Moved { to })))
    }
}
