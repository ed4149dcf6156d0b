//! `framdrift links`: what is linked to elsewhere is listed, and asked for politely. The servers are this test's own.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use framdrift::audit::Answer;
use framdrift::fetch::{Asking, ask};

const ASKING: Asking =
    Asking { pause: Duration::from_millis(30), patience: Duration::from_millis(500), with_private: true };

/// A web server for as long as the test runs.
struct Server {
    address: String,
    /// What was asked (`HEAD /a`), and when.
    asked: Arc<Mutex<Vec<(String, Instant)>>>,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (own, base) = (Arc::clone(&asked), address.clone());
        std::thread::spawn(move || {
            // One at a time: a client that asks for two things at once waits, and that is seen.
            for stream in listener.incoming() {
                answer(&stream.unwrap(), &base, &own);
            }
        });
        Self { address, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().iter().map(|(what, _)| what.clone()).collect()
    }
}

#[expect(clippy::disallowed_methods, reason = "a server remembers when it was asked")]
fn answer(stream: &TcpStream, base: &str, asked: &Mutex<Vec<(String, Instant)>>) {
    let mut lines = BufReader::new(stream).lines().map_while(Result::ok);
    let Some(first) = lines.next() else { return };
    let headers: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    assert!(
        headers.iter().any(|line| line.to_ascii_lowercase().starts_with("user-agent: framdrift/")),
        "who asks says so: {headers:?}"
    );
    let what = first.rsplit_once(' ').map_or(first.as_str(), |(what, _)| what).to_owned();
    let before = {
        let mut asked = asked.lock().unwrap();
        asked.push((what.clone(), Instant::now()));
        asked.iter().filter(|(own, _)| own.ends_with("/busy")).count()
    };
    let reply = match what.as_str() {
        "HEAD /silent" => {
            // Longer than anybody waits, in a thread of its own: others are answered meanwhile.
            let kept = stream.try_clone().unwrap();
            std::thread::spawn(move || {
                let _ = kept.set_read_timeout(Some(Duration::from_secs(5)));
                let _ = std::io::Read::read(&mut &kept, &mut [0]);
            });
            return;
        }
        "HEAD /busy" if before == 1 => "429 Too Many Requests\r\nRetry-After: 0\r\n".to_owned(),
        "HEAD /here" | "HEAD /busy" | "GET /busy" | "GET /no-head" => "200 OK\r\n".to_owned(),
        "HEAD /no-head" => "405 Method Not Allowed\r\n".to_owned(),
        "HEAD /moved" => "301 Moved Permanently\r\nLocation: /here\r\n".to_owned(),
        "HEAD /lent" => format!("302 Found\r\nLocation: {base}/here\r\n"),
        "HEAD /round" => "302 Found\r\nLocation: /round\r\n".to_owned(),
        "HEAD /door" | "GET /door" => "403 Forbidden\r\n".to_owned(),
        "HEAD /old" | "GET /old" => "410 Gone\r\n".to_owned(),
        _ => "404 Not Found\r\n".to_owned(),
    };
    let _ = write!(&mut &*stream, "HTTP/1.1 {reply}Content-Length: 0\r\nConnection: close\r\n\r\n");
}

#[test]
fn each_address_gets_the_answer_of_its_server() {
    let server = Server::start();
    let paths = ["/busy", "/door", "/here", "/lent", "/moved", "/no-head", "/nothing", "/old", "/round", "/silent"];
    let addresses: Vec<String> = paths.iter().map(|path| server.url(path)).collect();
    let told = Mutex::new(Vec::new());
    let answers =
        ask(addresses.iter().map(String::as_str), ASKING, &|address| told.lock().unwrap().push(address.to_owned()));
    let of = |path: &str| answers[&server.url(path)].clone();
    assert_eq!(of("/here"), Answer::Found);
    assert_eq!(of("/no-head"), Answer::Found, "a server that knows no HEAD is asked for all of it");
    assert_eq!(of("/busy"), Answer::Found, "one that asks for time gets it");
    assert_eq!(of("/lent"), Answer::Found);
    assert_eq!(of("/moved"), Answer::Moved(server.url("/here")));
    assert_eq!((of("/nothing"), of("/old")), (Answer::Gone(404), Answer::Gone(410)));
    assert_eq!(of("/door"), Answer::Status(403));
    assert_eq!(of("/silent"), Answer::Late(0));
    assert!(matches!(of("/round"), Answer::Failed(_)), "{:?}", of("/round"));
    assert_eq!(*told.lock().unwrap(), addresses);

    let asked = server.asked.lock().unwrap();
    let gaps = asked.windows(2).map(|two| two[1].1 - two[0].1);
    assert!(asked.len() > paths.len() && gaps.min().unwrap() >= ASKING.pause.mul_f32(0.8), "{asked:?}");
}

#[test]
fn the_own_network_is_left_alone() {
    let server = Server::start();
    let addresses = [
        server.url("/here"),
        server.address.replace("127.0.0.1", "localhost"),
        server.address.replace("127.0.0.1", "[::ffff:127.0.0.1]"),
    ];
    let answers = ask(addresses.iter().map(String::as_str), Asking { with_private: false, ..ASKING }, &|_| {});
    assert!(answers.values().all(|answer| *answer == Answer::Private), "{answers:?}");
    assert!(server.asked().is_empty());
}

#[expect(clippy::disallowed_methods, reason = "a test sets up its content")]
fn plan(server: &Server) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let text = format!(
        "---\ntitel: Om skolgårdarna\n---\nLäs [rådet]({}), [boken]({}) och [mer]({}#del).\n",
        server.url("/moved"),
        server.url("/nothing"),
        server.url("/here")
    );
    let base = super::root().join("tests/rules/base");
    for (path, text) in [
        ("plan.yaml", std::fs::read_to_string(base.join("plan.yaml")).unwrap()),
        ("organisation.yaml", std::fs::read_to_string(base.join("organisation.yaml")).unwrap()),
        ("accessibility.yaml", std::fs::read_to_string(base.join("accessibility.yaml")).unwrap()),
        ("pages/om.md", text),
    ] {
        let path = folder.path().join("content").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    folder
}

fn call(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
    command.args(arguments).current_dir(folder).env_remove("SOURCE_DATE_EPOCH");
    for name in ["http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env_remove(name);
    }
    command.output().expect("the program can be started")
}

#[test]
fn links_are_listed_with_their_lines_and_nobody_is_asked() {
    let server = Server::start();
    let folder = plan(&server);
    let listed = call(folder.path(), &["links", "--date", "2026-11-23", "--format", "json"]);
    assert_eq!(listed.status.code(), Some(0), "{}", String::from_utf8_lossy(&listed.stderr));
    let listed: Vec<serde_json::Value> = serde_json::from_slice(&listed.stdout).unwrap();
    let places: BTreeMap<&str, &str> =
        listed.iter().filter_map(|own| Some((own["address"].as_str()?, own["places"][0].as_str()?))).collect();
    assert_eq!(places[server.url("/moved").as_str()], "content/pages/om.md:4:13");
    assert_eq!(places["https://www.example.org/tillganglighet"], "content/accessibility.yaml:5:25");
    assert_eq!(places.len(), 4, "what the program links to has no line: {listed:?}");
    let human = call(folder.path(), &["links", "--date", "2026-11-23"]);
    let human = String::from_utf8(human.stdout).unwrap();
    assert!(human.contains(&format!("{}\n  content/pages/om.md:4:", server.url("/here"))), "{human}");
    assert!(server.asked().is_empty());
}

#[test]
fn what_leads_nowhere_is_told_where_it_is_written() {
    let server = Server::start();
    let folder = plan(&server);
    let asked = ["links", "--date", "2026-11-23", "--check-external", "--private"];
    // Those that the program and its theme link to are not this test's to ask.
    let done = call(folder.path(), &[&asked[..], &["--only", &server.address]].concat());
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(1), "{said}");
    for part in [
        "fel[FD910]",
        "content/pages/om.md:4:",
        "servern svarar 404",
        "varning[FD911]",
        "Av 3 länkar",
        "leder 1 ingenstans",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let alone = call(folder.path(), &["links", "--check-external", "--only", &server.address, "--format", "json"]);
    assert_eq!(
        alone.status.code(),
        Some(0),
        "nobody of the own network was asked: {}",
        String::from_utf8_lossy(&alone.stderr)
    );
    assert!(String::from_utf8(alone.stdout).unwrap().contains("FD912"));
}
