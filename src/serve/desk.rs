//! The way to the forms in which editors write: who may go it, and what they bring. No network here.
//!
//! What is behind it writes the plan's files, so it is guarded more than pages are. The server stands on this machine only;
//! every request shows a key that is made anew for each run and told in the terminal alone; and what is sent comes from a
//! page of our own. Other programs and other users of the machine don't have the key, and other sites can't send it.

use std::net::IpAddr;

use super::answer::{Answer, Asked, Door, made, text, with};
use crate::host::HTML;

/// Where the forms are.
pub const FORMS: &str = "/__framdrift/edit/";

/// What a page of forms may do: what it sends goes to us, and nobody else shows it.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

/// The most that is sent from a form, in bytes.
pub(super) const LARGEST: usize = 4 * 1024 * 1024;

/// What answers behind the key. It may take its time.
pub trait Desk: Send + Sync {
    /// What is answered to a request.
    fn answer(&self, request: &Request) -> Reply;
}

/// What is asked for or sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The part of the address below [`FORMS`].
    pub path: String,
    /// What stands behind the question mark, decoded, in order.
    pub query: Vec<(String, String)>,
    /// The fields that were sent, decoded, in order; `None` when a page is asked for.
    pub fields: Option<Vec<(String, String)>>,
}

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// A page.
    Page {
        /// The status of HTTP.
        status: u16,
        /// The markup.
        html: String,
    },
    /// JSON for the script of a page.
    Data(String),
    /// What a page is made with: its media type and the text.
    Part(&'static str, &'static str),
    /// The answer is at this address below [`FORMS`].
    Elsewhere(String),
}

/// The forms and their key.
pub struct Office {
    /// What answers.
    pub desk: Box<dyn Desk>,
    /// What has to be shown: letters and digits that nobody can guess.
    pub key: String,
    /// What is said to those who don't have it.
    pub refusal: String,
}

impl std::fmt::Debug for Office {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Office").finish_non_exhaustive()
    }
}

/// What a request to the forms comes to.
#[derive(Debug)]
pub(super) enum Step {
    /// It is answered at once.
    Answer(Answer),
    /// The desk is asked; when something is sent, that is read first.
    Ask(Request, Sends),
}

/// Whether something is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sends {
    Nothing,
    Fields,
}

/// What comes of a request whose host and origin are ours.
pub(super) fn admit(asked: &Asked<'_>, office: &Office, door: Door) -> Step {
    let sends = match asked.method {
        "GET" | "HEAD" => Sends::Nothing,
        "POST" => Sends::Fields,
        _ => return Step::Answer(with(text(405, "Only GET, HEAD and POST."), "allow", "GET, HEAD, POST")),
    };
    let query: Vec<(String, String)> =
        form_urlencoded::parse(asked.query.unwrap_or_default().as_bytes()).into_owned().collect();
    let cookie = cookie(door);
    if let Some((_, key)) = query.iter().find(|(name, _)| name == "key") {
        if !is_same(key, &office.key) || sends == Sends::Fields {
            return Step::Answer(turned_away(office));
        }
        // Out of the address, where it could be seen, and into the browser's own keeping.
        let rest = query.iter().filter(|(name, _)| name != "key");
        let rest: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(rest).finish();
        let place = if rest.is_empty() { asked.path.to_owned() } else { format!("{}?{rest}", asked.path) };
        let held = format!("{cookie}={}; Path={FORMS}; HttpOnly; SameSite=Strict", office.key);
        return Step::Answer(with(with(text(303, "Go on."), "location", &place), "set-cookie", &held));
    }
    let shown = asked.cookies.iter().flat_map(|line| line.split(';')).filter_map(|own| own.trim().split_once('='));
    if !shown.filter(|(name, _)| *name == cookie).any(|(_, key)| is_same(key, &office.key)) {
        return Step::Answer(turned_away(office));
    }
    if sends == Sends::Fields {
        // Browsers tell where something is sent from; it has been seen that what they tell is our own address.
        if asked.origin.is_none() {
            return Step::Answer(text(403, "Where does this come from?"));
        }
        let kind = asked.content_type.unwrap_or_default().split(';').next().unwrap_or_default().trim();
        if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Step::Answer(text(415, "Only fields of a form."));
        }
    }
    let path = asked.path.strip_prefix(FORMS).unwrap_or_default().to_owned();
    Step::Ask(Request { path, query, fields: None }, sends)
}

/// The fields that were sent.
pub(super) fn fields(body: &[u8]) -> Vec<(String, String)> {
    form_urlencoded::parse(body).into_owned().collect()
}

/// What is sent when the desk has answered.
pub(super) fn answered(reply: Reply) -> Answer {
    let answer = match reply {
        Reply::Page { status, html } => made(status, HTML, html.into_bytes()),
        Reply::Data(json) => made(200, "application/json", json.into_bytes()),
        Reply::Part(kind, bytes) => made(200, kind, bytes.as_bytes().to_vec()),
        Reply::Elsewhere(place) => with(text(303, "Go on."), "location", &format!("{FORMS}{place}")),
    };
    // A browser that is to tell nobody where it comes from does not tell us either, and then nothing can be sent.
    with(with(answer, "content-security-policy", POLICY), "referrer-policy", "same-origin")
}

/// What is said to who sends too much, or breaks off.
pub(super) fn unread(is_too_much: bool) -> Answer {
    if is_too_much { text(413, "That is too much.") } else { text(400, "That broke off.") }
}

/// What is sent when the desk has fallen over; why is told in the terminal.
pub(super) fn broken() -> Answer {
    text(500, "That failed. The terminal says why.")
}

fn turned_away(office: &Office) -> Answer {
    with(made(403, HTML, office.refusal.clone().into_bytes()), "content-security-policy", POLICY)
}

/// What the key is called in the browser's keeping, which does not tell ports apart.
fn cookie(door: Door) -> String {
    format!("framdrift-{}", door.port)
}

/// Whether two texts are the same, in a time that does not tell how much of them is.
fn is_same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// Whether forms may be had at this address: only on this machine.
pub fn may_write(address: IpAddr) -> bool {
    address.is_loopback()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Echo;

    impl Desk for Echo {
        fn answer(&self, request: &Request) -> Reply {
            Reply::Data(format!("{request:?}"))
        }
    }

    const DOOR: Door = Door { address: IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), port: 8080 };

    fn office() -> Office {
        Office { desk: Box::new(Echo), key: "abc123".to_owned(), refusal: "no".to_owned() }
    }

    fn asked<'a>(method: &'a str, query: Option<&'a str>, cookies: Vec<&'a str>) -> Asked<'a> {
        Asked { method, path: FORMS, query, cookies, origin: Some(b"http://127.0.0.1:8080"), ..Asked::default() }
    }

    fn status(asked: &Asked<'_>) -> u16 {
        match admit(asked, &office(), DOOR) {
            Step::Answer(answer) => answer.status,
            Step::Ask(..) => 200,
        }
    }

    #[test]
    fn the_key_is_shown_once_and_then_kept() {
        let Step::Answer(answer) = admit(&asked("GET", Some("key=abc123&file=a%26b"), vec![]), &office(), DOOR) else {
            panic!("it goes on elsewhere");
        };
        let header = |name: &str| answer.headers.iter().find(|(own, _)| *own == name).map(|(_, value)| value.as_str());
        assert_eq!(answer.status, 303);
        assert_eq!(header("location"), Some("/__framdrift/edit/?file=a%26b"));
        let kept = "framdrift-8080=abc123; Path=/__framdrift/edit/; HttpOnly; SameSite=Strict";
        assert_eq!(header("set-cookie"), Some(kept));
        assert_eq!(status(&asked("GET", None, vec!["a=b; framdrift-8080=abc123"])), 200);
    }

    #[test]
    fn nobody_without_the_key_comes_in() {
        for (query, cookies) in [
            (None, vec![]),
            (Some("key="), vec![]),
            (Some("key=abc124"), vec!["framdrift-8080=abc123"]),
            (None, vec!["framdrift-8080=abc12"]),
            (None, vec!["framdrift-8080="]),
            (None, vec!["framdrift-8081=abc123"]),
            (None, vec!["xframdrift-8080=abc123"]),
        ] {
            assert_eq!(status(&asked("GET", query, cookies.clone())), 403, "{query:?} {cookies:?}");
        }
        assert_eq!(status(&asked("POST", Some("key=abc123"), vec![])), 403, "a link never sends anything");
    }

    #[test]
    fn only_a_form_of_ours_sends() {
        let held = || vec!["framdrift-8080=abc123"];
        let form = Some("application/x-www-form-urlencoded; charset=UTF-8");
        assert_eq!(status(&Asked { content_type: form, ..asked("POST", None, held()) }), 200);
        assert_eq!(status(&Asked { content_type: form, origin: None, ..asked("POST", None, held()) }), 403);
        assert_eq!(status(&asked("POST", None, held())), 415);
        assert_eq!(status(&Asked { content_type: Some("text/plain"), ..asked("POST", None, held()) }), 415);
        assert_eq!(status(&asked("DELETE", None, held())), 405);
    }

    #[test]
    fn only_this_machine_writes() {
        assert!(may_write([127, 0, 0, 1].into()) && may_write([0, 0, 0, 0, 0, 0, 0, 1].into()));
        assert!(!may_write([0, 0, 0, 0].into()) && !may_write([192, 168, 1, 2].into()));
    }
}
