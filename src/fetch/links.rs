//! Asks whether the pages are there that a site links to. Politely: one host is asked one thing at a time, with a pause
//! between, for as little as it takes, and when it asks for more time it gets it.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use super::client::{Client, Method, Reply};
use crate::audit::Answer;

/// How many hosts are asked at the same time.
const AT_ONCE: usize = 8;
/// How often one is led on from an address before that is enough.
const STEPS: usize = 5;
/// The longest that a host may ask us to wait, in seconds.
const LONGEST_WAIT: u64 = 60;

/// How to ask.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    /// The pause between two questions to one host.
    pub pause: Duration,
    /// How long an answer is waited for.
    pub patience: Duration,
    /// Whether addresses of the network that the program runs in are asked, too.
    pub with_private: bool,
}

impl Default for Asking {
    fn default() -> Self {
        Self { pause: Duration::from_secs(1), patience: Duration::from_secs(20), with_private: false }
    }
}

/// Asks for each address (`https://…` or `http://…`), and gives what was answered. `told` is called after each.
pub fn ask<'a>(
    addresses: impl IntoIterator<Item = &'a str>,
    asking: Asking,
    told: &(dyn Fn(&str) + Sync),
) -> BTreeMap<String, Answer> {
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(host(address)).or_default().push(address);
    }
    let client = Client::new(asking.patience, asking.with_private);
    let waiting = Mutex::new(hosts.into_values());
    let answers = Mutex::new(BTreeMap::new());
    let next = || waiting.lock().expect("nobody panics with it").next();
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(addresses) = next() {
                    for (n, address) in addresses.into_iter().enumerate() {
                        if n > 0 {
                            wait(asking.pause);
                        }
                        let answer = follow(&client, address, asking);
                        answers.lock().expect("nobody panics with it").insert(address.to_owned(), answer);
                        told(address);
                    }
                }
            });
        }
    });
    answers.into_inner().expect("nobody panicked with it")
}

/// The host of an address, in lower case, with its port.
fn host(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase()
}

/// Asks for an address and for those that it leads on to.
fn follow(client: &Client, address: &str, asking: Asking) -> Answer {
    let mut at = address.to_owned();
    // Whether every step so far was for good.
    let mut for_good = true;
    for step in 0..=STEPS {
        if step > 0 {
            wait(asking.pause);
        }
        let (status, location) = match patiently(client, &at, asking) {
            Reply::Answered { status, location, .. } => (status, location),
            Reply::NoServer if step == 0 => return Answer::NoServer,
            Reply::NoServer => return Answer::Failed(format!("{at}: no such server")),
            Reply::Late => return Answer::Late(asking.patience.as_secs()),
            Reply::Private => return Answer::Private,
            Reply::Failed(reason) => return Answer::Failed(reason),
        };
        let to = location.as_deref().and_then(|to| joined(&at, to));
        match (status, to) {
            (200..=299, _) if for_good && step > 0 => return Answer::Moved(at),
            (200..=299, _) => return Answer::Found,
            (301 | 308, Some(to)) => at = to,
            (302 | 303 | 307, Some(to)) => {
                for_good = false;
                at = to;
            }
            (404 | 410, _) => return Answer::Gone(status),
            _ => return Answer::Status(status),
        }
    }
    Answer::Failed(format!("{address}: it leads on more than {STEPS} times"))
}

/// Asks whether something is there: for its head first, for all of it where a server does not know the other question,
/// and once more when it asks for time.
fn patiently(client: &Client, address: &str, asking: Asking) -> Reply {
    let first = client.ask(Method::Head, address);
    match first {
        Reply::Answered { status: 429 | 503, retry_after: Some(seconds), .. } if seconds <= LONGEST_WAIT => {
            wait(Duration::from_secs(seconds).max(asking.pause));
            client.ask(Method::Get, address)
        }
        Reply::Answered { status: 400..=499 | 501, .. } => {
            wait(asking.pause);
            client.ask(Method::Get, address)
        }
        other => other,
    }
}

/// Lets time pass: nobody sends anything.
pub(super) fn wait(time: Duration) {
    let (_sender, receiver) = std::sync::mpsc::channel::<()>();
    let _ = receiver.recv_timeout(time);
}

/// Where `to` leads from the page at `at` (RFC 3986, 5.2); `None` when that is no page on the web.
fn joined(at: &str, to: &str) -> Option<String> {
    let to = to.split('#').next().unwrap_or(to);
    if to.starts_with("https://") || to.starts_with("http://") {
        return Some(to.to_owned());
    }
    let (scheme, rest) = at.split_once("://")?;
    if to.starts_with("//") {
        return Some(format!("{scheme}:{to}"));
    }
    // Anything else with a scheme is no page.
    if to.split(['/', '?']).next().is_some_and(|first| first.contains(':')) {
        return None;
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    if to.starts_with('/') {
        return Some(format!("{scheme}://{authority}{to}"));
    }
    let path = rest.strip_prefix(authority).unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = folder.split('/').collect();
    let (path, query) = to.find('?').map_or((to, ""), |at| to.split_at(at));
    for part in path.split('/') {
        match part {
            ".." if parts.len() > 1 => drop(parts.pop()),
            "." | ".." => {}
            part => parts.push(part),
        }
    }
    Some(format!("{scheme}://{authority}/{}{query}", parts.join("/").trim_start_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_may_say_where_in_several_ways() {
        let from = "https://a.example/b/c?d=e";
        for (to, wanted) in [
            ("https://b.example/x#y", Some("https://b.example/x")),
            ("//b.example/x", Some("https://b.example/x")),
            ("/x/?q", Some("https://a.example/x/?q")),
            ("x", Some("https://a.example/b/x")),
            ("../x/./y?z=../", Some("https://a.example/x/y?z=../")),
            ("../../../x", Some("https://a.example/x")),
            ("javascript:alert(1)", None),
            ("mailto:a@b.example", None),
        ] {
            assert_eq!(joined(from, to).as_deref(), wanted, "{to}");
        }
        assert_eq!(joined("https://a.example", "x").as_deref(), Some("https://a.example/x"));
        assert_eq!(host("HTTPS://A.Example:8080?x"), "a.example:8080");
    }
}
