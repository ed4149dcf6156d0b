//! The one client of all that is asked, and the one file that names ureq: who we are, how long we wait, and which
//! addresses are asked at all.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use ureq::config::Config;
use ureq::http::{Response, Uri};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Body, Error};

/// Who asks: a server's owner who wonders can find out.
const NAME: &str = concat!("framdrift/", env!("CARGO_PKG_VERSION"), " (+https://crates.io/crates/framdrift)");

/// The most that is read of one answer.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What came of a request.
#[derive(Debug)]
pub(super) enum Reply {
    /// The server answered.
    Answered {
        status: u16,
        /// Where it says that one should go instead.
        location: Option<String>,
        /// In how many seconds it says that one may ask again.
        retry_after: Option<u64>,
    },
    NoServer,
    Late,
    Private,
    Failed(String),
}

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    /// Whether it is there.
    Head,
    /// All of it.
    Get,
}

/// A client that follows no redirection by itself and waits for no answer longer than this. `with_private`: addresses of
/// the network that it runs in are asked, too.
#[derive(Debug)]
pub(super) struct Client(Agent);

impl Client {
    pub(super) fn new(patience: Duration, with_private: bool) -> Self {
        let config = Agent::config_builder()
            .user_agent(NAME)
            .timeout_global(Some(patience))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .build();
        // A proxy is asked to resolve the names; it stands in the network itself.
        let with_private = with_private || config.proxy().is_some();
        Self(Agent::with_parts(
            config,
            DefaultConnector::new(),
            Outward { with_private, all: DefaultResolver::default() },
        ))
    }

    /// Whether something is there, and what its server says of it.
    pub(super) fn ask(&self, method: Method, address: &str) -> Reply {
        let request = match method {
            Method::Head => self.0.head(address),
            Method::Get => self.0.get(address),
        };
        request.call().map_or_else(Reply::from, |answer| Reply::from(&answer))
    }

    /// What is there: at most [`MOST_BYTES`]. Nothing when the reply says so.
    pub(super) fn read(&self, address: &str) -> (Reply, Vec<u8>) {
        let mut answer = match self.0.get(address).call() {
            Ok(answer) => answer,
            Err(error) => return (error.into(), Vec::new()),
        };
        let reply = Reply::from(&answer);
        match answer.body_mut().with_config().limit(MOST_BYTES).read_to_vec() {
            Ok(bytes) => (reply, bytes),
            Err(error) => (error.into(), Vec::new()),
        }
    }
}

impl From<&Response<Body>> for Reply {
    fn from(answer: &Response<Body>) -> Self {
        let header = |name: &str| Some(answer.headers().get(name)?.to_str().ok()?.trim().to_owned());
        Self::Answered {
            status: answer.status().as_u16(),
            location: header("location"),
            retry_after: header("retry-after").and_then(|text| text.parse().ok()),
        }
    }
}

impl From<Error> for Reply {
    fn from(error: Error) -> Self {
        match error {
            Error::HostNotFound => Self::NoServer,
            Error::Timeout(_) => Self::Late,
            Error::Other(error) if error.is::<IsPrivate>() => Self::Private,
            error => Self::Failed(error.to_string()),
        }
    }
}

/// Finds the addresses of a name, and none in the network that the program runs in: who can write a link could otherwise
/// have a build machine ask its neighbours.
#[derive(Debug)]
struct Outward {
    with_private: bool,
    all: DefaultResolver,
}

impl Resolver for Outward {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.all.resolve(uri, config, timeout)?;
        if !self.with_private && found.iter().any(|address| is_private(address.ip())) {
            return Err(Error::Other(Box::new(IsPrivate)));
        }
        Ok(found)
    }
}

#[derive(Debug)]
struct IsPrivate;

impl std::fmt::Display for IsPrivate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an address of the own network")
    }
}

impl std::error::Error for IsPrivate {}

/// Whether an address leads to no server on the internet (IANA's registries of special-purpose addresses).
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => is_private_v4(v4),
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or_else(|| is_private_v6(v6), is_private_v4),
    }
}

fn is_private_v4(v4: Ipv4Addr) -> bool {
    let [a, b, ..] = v4.octets();
    let is_shared = a == 100 && (64..128).contains(&b);
    v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_multicast() || is_shared || a == 0 || a >= 240
}

fn is_private_v6(v6: Ipv6Addr) -> bool {
    v6.is_loopback() || v6.is_unspecified() || v6.is_unique_local() || v6.is_unicast_link_local() || v6.is_multicast()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_network_is_told_from_the_internet() {
        for own in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.0.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "ff02::1",
        ] {
            assert!(is_private(own.parse().unwrap()), "{own}");
        }
        for public in ["193.10.0.1", "100.128.0.1", "8.8.8.8", "2001:6b0::1", "::ffff:8.8.8.8"] {
            assert!(!is_private(public.parse().unwrap()), "{public}");
        }
    }
}
