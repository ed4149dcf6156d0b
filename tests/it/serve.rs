//! The server as it is spoken to, byte by byte: what it answers, what it refuses, and whom it waits for.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use framdrift::queue::Queue;
use framdrift::serve::{Pages, Problem, Scene, Server, Sign, Site};

/// Longer than anything takes: a test that has to wait so long has failed.
const LIMIT: Duration = Duration::from_mins(1);
const HOME: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

const START: &str = "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\
                     <title>Start</title><body>Välkommen</body>";
const NOT_FOUND: &str = "<!doctype html><title>Saknas</title><p>Sidan finns inte.";

/// A server of a small site at `/agenda/`.
struct Served {
    server: Server,
    place: SocketAddr,
}

fn site(start: &str) -> Scene {
    let files = [
        ("index.html", start),
        ("404.html", NOT_FOUND),
        ("en/404.html", "<title>Missing</title>"),
        ("mål/index.html", "<title>Mål</title>"),
        ("data/siffror.csv", "0123456789"),
        ("tom.txt", ""),
        ("assets/style.css", "body {}"),
        ("assets/icon.svg", "<svg/>"),
        ("bild.png", "png"),
    ];
    let files: BTreeMap<_, _> = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into();
    Scene::Site(Arc::new(Site::new(files, "/agenda/")))
}

fn served() -> Served {
    let server = Server::start(HOME, 0, Sign::default(), None, &mut |_, _| {}).unwrap();
    server.show(site(START), Sign::default());
    Served::new(server)
}

/// An answer as it came.
#[derive(Debug)]
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(String::as_str)
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }
}

impl Served {
    fn new(server: Server) -> Self {
        let place = server.url().trim_start_matches("http://").trim_end_matches('/').parse().unwrap();
        Self { server, place }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.place).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        stream.set_write_timeout(Some(LIMIT)).unwrap();
        stream
    }

    /// Sends bytes and takes all that comes back; nothing when the server hangs up.
    fn send(&self, bytes: &[u8]) -> Option<Answer> {
        let mut stream = self.connect();
        // The server may hang up while it is still being spoken to.
        let _ = stream.write_all(bytes);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        let end = all.windows(4).position(|four| four == b"\r\n\r\n")?;
        let (head, body) = all.split_at(end + 4);
        let head = std::str::from_utf8(head).unwrap();
        let mut lines = head.lines();
        let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Some(Answer { status, headers, body: body.to_vec() })
    }

    fn ask(&self, method: &str, target: &str, more: &str) -> Answer {
        let host = self.place;
        let request = format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n");
        self.send(request.as_bytes()).unwrap_or_else(|| panic!("no answer to {method} {target}"))
    }

    fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, "")
    }
}

#[test]
fn a_page_is_sent_with_the_script_and_its_guards() {
    let served = served();
    let answer = served.get("/agenda/");
    assert_eq!(answer.status, 200);
    for (name, value) in [
        ("content-type", "text/html; charset=utf-8"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(answer.header(name), Some(value), "{name}");
    }
    assert!(!answer.headers.keys().any(|name| name.starts_with("access-control")), "{answer:?}");
    assert_eq!(answer.header("content-length"), Some(answer.body.len().to_string().as_str()));
    let page = answer.text();
    assert!(page.contains("Välkommen<script src=\"/__framdrift/live.js\" data-version=\""), "{page}");
    assert!(page.contains("content=\"default-src 'none'; script-src 'self'; connect-src 'self'\""), "{page}");

    let script = served.get("/__framdrift/live.js");
    assert_eq!(script.header("content-type"), Some("text/javascript; charset=utf-8"));
    assert!(script.text().contains("EventSource"));
}

#[test]
fn every_file_has_its_type_and_only_pages_are_changed() {
    let served = served();
    for (path, kind, bytes) in [
        ("data/siffror.csv", "text/csv; charset=utf-8", "0123456789"),
        ("assets/style.css", "text/css; charset=utf-8", "body {}"),
        ("assets/icon.svg", "image/svg+xml", "<svg/>"),
        ("bild.png", "image/png", "png"),
        ("tom.txt", "text/plain; charset=utf-8", ""),
    ] {
        let answer = served.get(&format!("/agenda/{path}"));
        assert_eq!((answer.status, answer.header("content-type"), answer.text()), (200, Some(kind), bytes), "{path}");
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"), "{path}");
    }
}

#[test]
fn a_folder_is_asked_for_with_its_slash() {
    let served = served();
    for (asked, to) in [
        ("/", "/agenda/"),
        ("/agenda", "/agenda/"),
        ("/agenda/m%C3%A5l", "/agenda/m%C3%A5l/"),
        ("/agenda/m%C3%A5l?a=b//c", "/agenda/m%C3%A5l/?a=b//c"),
    ] {
        let answer = served.get(asked);
        assert_eq!((answer.status, answer.header("location")), (307, Some(to)), "{asked}");
    }
    assert!(served.get("/agenda/m%C3%A5l/").text().contains("<title>Mål</title>"));
    assert!(served.get("/agenda/?x=1").text().contains("Välkommen"));
}

#[test]
fn a_wrong_address_gets_the_sites_own_page() {
    let served = served();
    for path in ["/agenda/finns-inte/", "/agenda/data/", "/annat/", "/agenda/index.html/", "/__framdrift/annat"] {
        let answer = served.get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text().contains("Sidan finns inte.") && answer.text().contains("live.js"), "{path}");
    }
    assert!(served.get("/agenda/en/goals/x/").text().contains("<title>Missing</title>"));
}

#[test]
fn no_path_leaves_the_site() {
    let served = served();
    let hostile = [
        "/../Cargo.toml",
        "/../../etc/passwd",
        "/agenda/../Cargo.toml",
        "/agenda/../../Cargo.toml",
        "/agenda/..",
        "/agenda/.",
        "/agenda/./index.html",
        "/agenda/mål/../index.html",
        "/agenda/%2e%2e/index.html",
        "/agenda/%2E%2E/index.html",
        "/agenda/.%2e/index.html",
        "/agenda/%2e%2e%2findex.html",
        "/agenda/..%2findex.html",
        "/agenda/..%2f..%2f..%2fetc%2fpasswd",
        "/agenda/%252e%252e/index.html",
        "/agenda/..%252findex.html",
        "/agenda/..%c0%afindex.html",
        "/agenda/%c0%ae%c0%ae/index.html",
        "/agenda/%e0%80%ae%e0%80%ae/x",
        "/agenda/%uff0e%uff0e/x",
        "/agenda/..\\index.html",
        "/agenda/..%5cindex.html",
        "/agenda/%5c..%5c..%5cCargo.toml",
        "/agenda/mål%5c..%5cindex.html",
        "//etc/passwd",
        "///etc/passwd",
        "/agenda//etc/passwd",
        "/agenda//",
        "/agenda/%2fetc/passwd",
        "/agenda/%2Fetc%2Fpasswd",
        "/C:/Windows/win.ini",
        "/agenda/C:/Windows/win.ini",
        "/agenda/c:%5cWindows%5cwin.ini",
        "/agenda/C%3A/Windows/win.ini",
        "/agenda/c:index.html",
        "/agenda/%5c%5c127.0.0.1%5cc$",
        "/agenda/index.html%00",
        "/agenda/%00/index.html",
        "/agenda/index.html%00.png",
        "/agenda/index.html::$DATA",
        "/agenda/index.html.",
        "/agenda/index.html%20",
        "/agenda/INDEX.HTML",
        "/agenda/%",
        "/agenda/%2",
        "/agenda/%zz",
        "/agenda/%ff",
        "/agenda/index.html%0a",
        "/agenda/index.html%0d%0aSet-Cookie:%20a=b",
        "/agenda/~root/",
        "/agenda/;/../index.html",
        "/agenda/..;/x",
        "/agenda/.git/config",
        "/agenda/.framdrift",
        "/content/plan.yaml",
        "/agenda/content/plan.yaml",
        "/proc/self/environ",
    ];
    assert!(hostile.len() >= 40);
    let start = served.get("/agenda/").body;
    for path in hostile {
        let answer = served.get(path);
        assert!(matches!(answer.status, 400 | 404), "{path}: {answer:?}");
        assert!(answer.body != start && answer.header("set-cookie").is_none(), "{path}: {answer:?}");
    }
    // What is no path at all.
    for target in ["*", "agenda/", "http://evil.example/agenda/", "ftp:x", "127.0.0.1:80"] {
        let answer = served.ask("GET", target, "");
        assert!(matches!(answer.status, 400 | 403 | 404), "{target}: {answer:?}");
    }
}

#[test]
fn another_name_for_this_machine_is_no_name_of_ours() {
    let served = served();
    let port = served.place.port();
    let as_host = |lines: &str| {
        let request = format!("GET /agenda/ HTTP/1.1\r\n{lines}Connection: close\r\n\r\n");
        served.send(request.as_bytes()).map(|answer| answer.status)
    };
    for host in ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"] {
        assert_eq!(as_host(&format!("Host: {host}:{port}\r\n")), Some(200), "{host}");
        assert_eq!(as_host(&format!("Host: {host}\r\n")), Some(403), "{host} without its port");
        assert_eq!(as_host(&format!("Host: {host}:{}\r\n", port ^ 1)), Some(403), "{host}");
    }
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.2", "0.0.0.0", "127.1"]
    {
        assert_eq!(as_host(&format!("Host: {host}:{port}\r\n")), Some(403), "{host}");
        assert_eq!(as_host(&format!("Host: {host}\r\n")), Some(403), "{host}");
    }
    assert_eq!(as_host(""), Some(400));
    assert_eq!(as_host(&format!("Host: localhost:{port}\r\nHost: evil.example\r\n")), Some(403));
    assert_eq!(as_host(&format!("Host: localhost:{port}\r\nHost: 127.0.0.1:{port}\r\n")), Some(400));

    // The script and what it listens to are guarded as the pages are.
    for path in ["/__framdrift/live.js", "/__framdrift/events?page=/"] {
        let request = format!("GET {path} HTTP/1.1\r\nHost: evil.example:{port}\r\nConnection: close\r\n\r\n");
        assert_eq!(served.send(request.as_bytes()).unwrap().status, 403, "{path}");
    }
    let absolute = format!(
        "GET http://evil.example:{port}/agenda/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
        served.place
    );
    assert_eq!(served.send(absolute.as_bytes()).unwrap().status, 403);
}

#[test]
fn another_site_is_not_answered() {
    let served = served();
    let as_origin = |origin: &str| served.ask("GET", "/agenda/", &format!("Origin: {origin}\r\n")).status;
    assert_eq!(as_origin(&format!("http://{}", served.place)), 200);
    let port = served.place.port();
    for origin in ["null", "http://evil.example", "https://127.0.0.1", "http://127.0.0.1", "", "file://"] {
        assert_eq!(as_origin(origin), 403, "{origin}");
    }
    assert_eq!(as_origin(&format!("https://127.0.0.1:{port}")), 403);
    assert_eq!(as_origin(&format!("http://localhost:{port}")), 403, "the name that was not asked for");
}

#[test]
fn only_reading_is_served() {
    let served = served();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"] {
        let answer = served.ask(method, if method == "CONNECT" { "127.0.0.1:80" } else { "/agenda/" }, "");
        assert!(matches!(answer.status, 403 | 405), "{method}: {answer:?}");
        if answer.status == 405 {
            assert_eq!(answer.header("allow"), Some("GET, HEAD"), "{method}");
        }
    }
    let whole = served.get("/agenda/");
    let head = served.ask("HEAD", "/agenda/", "");
    assert_eq!((head.status, head.body.len()), (200, 0));
    for name in ["content-length", "content-type", "cache-control"] {
        assert_eq!(head.header(name), whole.header(name), "{name}");
    }
    assert_eq!(served.ask("HEAD", "/agenda/nix", "").status, 404);
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let served = served();
    let part = |range: &str| served.ask("GET", "/agenda/data/siffror.csv", &format!("Range: {range}\r\n"));
    for (range, told, text) in [
        ("bytes=0-3", "bytes 0-3/10", "0123"),
        ("bytes=8-", "bytes 8-9/10", "89"),
        ("bytes=-3", "bytes 7-9/10", "789"),
        ("bytes=5-500", "bytes 5-9/10", "56789"),
    ] {
        let answer = part(range);
        assert_eq!((answer.status, answer.header("content-range"), answer.text()), (206, Some(told), text), "{range}");
        assert_eq!(answer.header("content-length"), Some(text.len().to_string().as_str()));
    }
    for range in ["bytes=10-", "bytes=-0"] {
        let answer = part(range);
        assert_eq!((answer.status, answer.header("content-range")), (416, Some("bytes */10")), "{range}");
    }
    for range in ["bytes=0-1,4-5", "bytes=4-1", "items=0-1", "bytes"] {
        assert_eq!((part(range).status, part(range).text()), (200, "0123456789"), "{range}");
    }
    let unsure = served.ask("GET", "/agenda/data/siffror.csv", "Range: bytes=0-1\r\nIf-Range: \"x\"\r\n");
    assert_eq!((unsure.status, unsure.text()), (200, "0123456789"));
    let page = served.get("/agenda/");
    let piece = served.ask("GET", "/agenda/", "Range: bytes=5-20\r\n");
    assert_eq!(piece.body, page.body[5..=20]);
}

#[test]
fn before_there_is_a_site_the_page_says_what_is_wrong() {
    let problem = Problem {
        level: "error",
        label: "fel[FD101]".to_owned(),
        message: "Nyckeln <tittel> är okänd.".to_owned(),
        place: None,
        snippet: None,
        help: Vec::new(),
        notes: Vec::new(),
    };
    let sign = Sign { title: "1 fel".to_owned(), lang: "sv".to_owned(), problems: vec![problem], ..Sign::default() };
    let served = Served::new(Server::start(HOME, 0, Sign::default(), None, &mut |_, _| {}).unwrap());
    served.server.show(Scene::Same, sign);
    for path in ["/", "/agenda/", "/agenda/mål"] {
        let answer = served.get(path);
        assert_eq!(answer.status, 503, "{path}");
        assert!(answer.text().contains("fel[FD101]: Nyckeln &lt;tittel&gt; är okänd."), "{}", answer.text());
        assert!(answer.text().contains("live.js"), "{path}");
    }
    served.server.show(site(START), Sign::default());
    assert_eq!(served.get("/agenda/").status, 200);
}

/// What a listening page hears next.
fn next_event(stream: &mut TcpStream) -> serde_json::Value {
    let mut heard = Vec::new();
    let mut byte = [0];
    loop {
        assert_eq!(stream.read(&mut byte).unwrap(), 1, "{}", String::from_utf8_lossy(&heard));
        heard.push(byte[0]);
        if let Some(data) =
            String::from_utf8_lossy(&heard).split("data: ").nth(1).and_then(|rest| rest.split_once("\n\n"))
        {
            return serde_json::from_str(data.0).unwrap();
        }
    }
}

fn listen(served: &Served, page: &str) -> TcpStream {
    let mut stream = served.connect();
    write!(stream, "GET /__framdrift/events?page={page} HTTP/1.1\r\nHost: {}\r\n\r\n", served.place).unwrap();
    stream
}

#[test]
fn a_page_hears_only_of_what_is_on_it() {
    let served = served();
    let mut start = listen(&served, "%2Fagenda%2F");
    let mut goals = listen(&served, "%2Fagenda%2Fm%25C3%25A5l%2F");
    let (first, goals_first) = (next_event(&mut start), next_event(&mut goals));
    assert!(first["sign"].is_null());
    let version = first["version"].as_str().unwrap();
    assert!(served.get("/agenda/").text().contains(&format!("data-version=\"{version}\"")));

    served.server.show(site("<title>Nytt</title>"), Sign::default());
    assert_ne!(next_event(&mut start)["version"], first["version"]);
    assert_eq!(next_event(&mut goals)["version"], goals_first["version"]);

    // The same again for one that comes back after the server was started anew: it is told what is.
    let mut again = listen(&served, "%2Fagenda%2F");
    assert_ne!(next_event(&mut again)["version"], first["version"]);
    assert_eq!(served.get("/__framdrift/events").status, 400);
}

/// Pages that are made when the test says so.
struct Slow(Arc<Queue<String>>);

impl Pages for Slow {
    fn page(&self, n: usize) -> Option<&[u8]> {
        self.0.get(n).map(String::as_bytes)
    }

    fn want(&self, n: usize) {
        self.0.want(n);
    }
}

/// A site with a thousand pages, of which none has been made.
fn growing() -> (Arc<Queue<String>>, Arc<Site>) {
    let queue = Arc::new(Queue::new(1000));
    let given = BTreeMap::from([("assets/style.css".to_owned(), b"body {}".to_vec())]);
    let paths = (0..999).map(|n| format!("{n}/index.html")).chain(["404.html".to_owned()]);
    let site = Site::growing(given, "/", paths, Box::new(Slow(Arc::clone(&queue))));
    (queue, Arc::new(site))
}

fn ask_for(served: &Served, path: &str) -> TcpStream {
    let mut stream = served.connect();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.place).unwrap();
    stream
}

fn whole(mut stream: TcpStream) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_page_that_somebody_waits_for_is_made_first() {
    let served = served();
    let (queue, site) = growing();
    served.server.show(Scene::Site(Arc::clone(&site)), Sign::default());
    // What is there is answered while nothing is made.
    assert_eq!(served.get("/assets/style.css").text(), "body {}");
    let (page, lost) = (ask_for(&served, "/700/"), ask_for(&served, "/no/where"));
    let mut listener = listen(&served, "%2F800%2F");
    // Nobody makes anything before the server has been asked for all three.
    let wanted = || [700, 800].into_iter().all(|n| queue.is_wanted(n));
    while !wanted() {
        std::thread::yield_now();
    }
    let order = Mutex::new(Vec::new());
    let made = |n: usize| format!("<title>{n}</title>");
    let heard = |n: usize| {
        order.lock().unwrap().push(n);
        site.ring();
    };
    // One after the other, so that what is begun first is done first.
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert!(!alone.install(|| queue.work(made, heard, || order.lock().unwrap().len() >= 2)));
    let first: BTreeSet<usize> = order.lock().unwrap().drain(..).take(2).collect();
    assert_eq!(first, BTreeSet::from([700, 800]));
    assert!(whole(page).contains("<title>700</title>"));
    assert!(next_event(&mut listener)["version"].is_string());

    // What there is not is known when everything has been made, and not before.
    assert!(queue.work(made, |_| site.ring(), || false));
    site.complete(BTreeMap::from([("data.json".to_owned(), b"{}".to_vec())]));
    let lost = whole(lost);
    assert!(lost.starts_with("HTTP/1.1 404") && lost.contains("<title>999</title>"), "{lost}");
    assert_eq!(served.get("/data.json").text(), "{}");
}

#[test]
fn who_waits_for_a_page_of_an_old_site_gets_it_from_the_new_one() {
    let served = served();
    let (queue, site) = growing();
    served.server.show(Scene::Site(site), Sign::default());
    let page = ask_for(&served, "/7/");
    while !queue.is_wanted(7) {
        std::thread::yield_now();
    }
    let files = BTreeMap::from([("7/index.html".to_owned(), b"<title>Nytt</title>".to_vec())]);
    served.server.show(Scene::Site(Arc::new(Site::new(files, "/"))), Sign::default());
    assert!(whole(page).contains("<title>Nytt</title>"));
}

#[test]
fn two_hundred_at_once_are_answered() {
    let served = served();
    let mut streams: Vec<TcpStream> = (0..200).map(|_| served.connect()).collect();
    let listeners: Vec<TcpStream> = (0..50).map(|_| listen(&served, "%2Fagenda%2F")).collect();
    for stream in &mut streams {
        write!(stream, "GET /agenda/data/siffror.csv HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.place)
            .unwrap();
    }
    for mut stream in streams {
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        assert!(text.starts_with("HTTP/1.1 200 OK") && text.ends_with("0123456789"), "{text}");
    }
    for mut stream in listeners {
        assert!(next_event(&mut stream)["version"].is_string());
    }
}

#[test]
fn a_slow_client_holds_nobody_up() {
    let served = served();
    // Some say half a line, some say nothing, some ask for much and take nothing.
    let mut slow: Vec<TcpStream> = (0..100).map(|_| served.connect()).collect();
    for (n, stream) in slow.iter_mut().enumerate() {
        match n % 3 {
            0 => stream.write_all(b"GET /agenda/ HT").unwrap(),
            1 => {}
            _ => {
                let one = format!("GET /agenda/ HTTP/1.1\r\nHost: {}\r\n\r\n", served.place);
                stream.write_all(one.repeat(50).as_bytes()).unwrap();
            }
        }
    }
    assert_eq!(served.get("/agenda/").status, 200);
    // The slow one is still answered when it has said what it wants.
    let first = &mut slow[0];
    write!(first, "TP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.place).unwrap();
    let mut text = String::new();
    first.read_to_string(&mut text).unwrap();
    assert!(text.starts_with("HTTP/1.1 200 OK"), "{text}");
}

#[test]
fn a_broken_request_breaks_nothing() {
    let served = served();
    let long = format!("GET /{} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(100_000));
    let many = format!("GET / HTTP/1.1\r\n{}\r\n", "X-A: b\r\n".repeat(5000));
    let host = served.place;
    let smuggled = format!(
        "POST /agenda/ HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n"
    );
    let lengths =
        format!("POST /agenda/ HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde");
    let broken: [&[u8]; 14] = [
        b"",
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHo st: x\r\n\r\n",
        b"GET /\x00 HTTP/1.1\r\nHost: x\r\n\r\n",
        long.as_bytes(),
        many.as_bytes(),
        smuggled.as_bytes(),
        lengths.as_bytes(),
    ];
    for bytes in broken {
        let mut stream = served.connect();
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(std::net::Shutdown::Write);
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        let told = String::from_utf8_lossy(&all);
        assert!(!told.contains("200 OK"), "{}: {told}", String::from_utf8_lossy(bytes));
    }
    for _ in 0..50 {
        let mut stream = served.connect();
        stream.write_all(b"GET /agenda/ HTTP/1.1\r\n").unwrap();
        drop(stream);
        drop(listen(&served, "%2F"));
    }
    assert_eq!(served.get("/agenda/").status, 200);
}

#[test]
fn a_taken_port_is_named_and_the_next_one_tried() {
    let other = TcpListener::bind((HOME, 0)).unwrap();
    let port = other.local_addr().unwrap().port();
    let mut told = Vec::new();
    let server = Server::start(HOME, port, Sign::default(), None, &mut |port, next| told.push((port, next))).unwrap();
    assert_eq!(told[0], (port, port + 1));
    assert!(!server.url().ends_with(&format!(":{port}/")), "{}", server.url());
}

#[test]
fn a_server_that_is_dropped_lets_go() {
    let Served { server, place } = served();
    let served = Served { server, place };
    let mut listening = listen(&served, "%2Fagenda%2F");
    next_event(&mut listening);
    drop(served);
    let mut rest = Vec::new();
    // It ends, in whichever way.
    let _ = listening.read_to_end(&mut rest);
    assert!(TcpStream::connect(place).is_err());
}
