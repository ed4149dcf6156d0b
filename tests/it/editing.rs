//! `framdrift serve --edit` as a browser meets it, and as those do who are not meant to: what a form sends is in the file,
//! and nobody without the key, and no other site, can send anything.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::process::Command;

use super::serving::{LIMIT, Served, page};

/// A plan that is shown with forms, and the way to them.
struct Desk {
    served: Served,
    key: String,
}

/// An answer: its status, its head and what follows.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

impl Answer {
    /// The value of a field that nobody sees.
    fn hidden(&self, name: &str) -> String {
        let own = self.body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_default();
        own.split('"').next().unwrap_or_default().replace("&#x27;", "'").replace("&quot;", "\"")
    }
}

fn encoded(text: &str) -> String {
    text.bytes().fold(String::new(), |all, byte| all + &format!("%{byte:02X}"))
}

impl Desk {
    fn open() -> Self {
        let served = Served::start_with(&page("Ett"), &["--edit"]);
        let key = served.wait_for("key=").split("key=").nth(1).unwrap().split(' ').next().unwrap().to_owned();
        served.wait_for("Webbplatsen är byggd");
        Self { served, key }
    }

    /// Sends a request with these headers as they are.
    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut stream = TcpStream::connect(&self.served.place).unwrap();
        stream.set_read_timeout(Some(LIMIT)).unwrap();
        let headers = headers.iter().fold(String::new(), |all, (name, value)| all + &format!("{name}: {value}\r\n"));
        let length = body.len();
        let _ = write!(
            stream,
            "{method} {path} HTTP/1.1\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        );
        let mut text = Vec::new();
        // Whoever is turned away in the middle of sending may find the line broken.
        let _ = stream.read_to_end(&mut text);
        let text = String::from_utf8_lossy(&text).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|own| own.parse().ok()).unwrap_or_default();
        Answer { status, head: head.to_lowercase(), body: body.to_owned() }
    }

    fn cookie(&self) -> String {
        let port = self.served.place.rsplit(':').next().unwrap();
        format!("framdrift-{port}={}", self.key)
    }

    /// What a browser gets that has been let in.
    fn get(&self, query: &str) -> Answer {
        let place = &self.served.place;
        self.ask("GET", &format!("/__framdrift/edit/{query}"), &[("Host", place), ("Cookie", &self.cookie())], "")
    }

    /// What a browser sends that has been let in.
    fn send(&self, query: &str, fields: &[(&str, &str)]) -> Answer {
        let place = &self.served.place;
        let origin = format!("http://{place}");
        let body: Vec<String> =
            fields.iter().map(|(name, own)| format!("{}={}", encoded(name), encoded(own))).collect();
        let headers = [
            ("Host", place.as_str()),
            ("Origin", &origin),
            ("Cookie", &self.cookie()),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ];
        self.ask("POST", &format!("/__framdrift/edit/{query}"), &headers, &body.join("&"))
    }

    #[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.served.path(path)).unwrap()
    }
}

const FORM: &str = "?file=content/pages/sida.md";
const PATH: &str = "content/pages/sida.md";

#[test]
fn what_a_form_sends_is_in_the_file() {
    let desk = Desk::open();
    let form = desk.get(FORM);
    assert_eq!(form.status, 200);
    assert!(
        form.head.contains("frame-ancestors 'none'") && form.head.contains("cache-control: no-store"),
        "{}",
        form.head
    );
    assert_eq!(form.hidden("framdrift-base"), page("Ett"));
    let mark = form.hidden("framdrift-mark");
    let saved = desk.send(FORM, &[("title", "Två: nu"), ("framdrift-mark", &mark)]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert!(
        saved.head.contains("location: /__framdrift/edit/?file=content%2fpages%2fsida.md&saved=1"),
        "{}",
        saved.head
    );
    assert_eq!(desk.text(PATH), page("\"Två: nu\""));
    desk.served.wait_for("Webbplatsen är byggd");
    let shown = desk.served.get("/sida/");
    assert!(shown.contains("<h1>Två: nu</h1>") && shown.contains("data-form="), "{shown}");
}

#[test]
fn nobody_writes_without_the_key_or_from_elsewhere() {
    let desk = Desk::open();
    let place = desk.served.place.clone();
    let (host, cookie) = (("Host", place.as_str()), desk.cookie());
    let cookie = ("Cookie", cookie.as_str());
    let own = format!("http://{place}");
    let own = ("Origin", own.as_str());
    let kind = ("Content-Type", "application/x-www-form-urlencoded");
    let post =
        |headers: &[(&str, &str)]| desk.ask("POST", &format!("/__framdrift/edit/{FORM}"), headers, "title=X").status;
    let keyed = format!("/__framdrift/edit/{FORM}&key={}", desk.key);
    assert_eq!(post(&[host, own, kind]), 403, "no key");
    assert_eq!(post(&[host, own, kind, ("Cookie", "framdrift-1=x")]), 403, "another key");
    assert_eq!(post(&[host, cookie, kind]), 403, "nobody knows where it comes from");
    assert_eq!(post(&[host, cookie, kind, ("Origin", "null")]), 403, "it comes from nowhere");
    assert_eq!(post(&[host, cookie, kind, ("Origin", "http://evil.example")]), 403, "it comes from another site");
    assert_eq!(post(&[("Host", "evil.example"), cookie, own, kind]), 403, "it means another host");
    assert_eq!(post(&[host, cookie, own, ("Content-Type", "text/plain")]), 415, "any page can send that");
    assert_eq!(desk.ask("POST", &keyed, &[host, own, kind], "title=X").status, 403, "a link never sends");
    assert_eq!(desk.ask("PUT", &format!("/__framdrift/edit/{FORM}"), &[host, own, cookie], "").status, 405);
    let much = format!("title={}", "x".repeat(5 * 1024 * 1024));
    let too_much = desk.ask("POST", &format!("/__framdrift/edit/{FORM}"), &[host, own, cookie, kind], &much).status;
    assert!(too_much == 413 || too_much == 0, "{too_much}");
    assert_eq!(desk.text(PATH), page("Ett"));
    // No page of the site says what the key is.
    assert!(!desk.served.get("/sida/").contains(&desk.key));
}

#[test]
fn only_files_that_have_a_form_are_reached() {
    let desk = Desk::open();
    desk.served.put("content/static/bild.txt", "x");
    for path in
        ["../secret", "content/../plan.yaml", "/etc/passwd", "content/static/bild.txt", "content", "", "plan.yaml"]
    {
        assert_eq!(desk.get(&format!("?file={}", encoded(path))).status, 404, "{path}");
        let sent = desk.send(&format!("?file={}", encoded(path)), &[("title", "Det jag skrev")]);
        assert_eq!(sent.status, 404, "{path}");
        assert!(sent.body.contains("Det jag skrev"), "what was sent is not lost");
    }
    assert_eq!(desk.get("?new=secret").status, 404);
    assert_eq!(desk.get("?new=report&of=saknas&period=2026-T2").status, 404);
    let outside = desk.send("?new=page", &[("title", "X"), ("framdrift-id", "../../x")]);
    assert_eq!(outside.status, 422);
    assert!(!desk.served.path("x.md").exists() && !desk.served.path("content/x.md").exists());
}

#[test]
fn what_is_shown_in_a_form_is_text() {
    let desk = Desk::open();
    let hostile = "\"'><script>alert(1)</script></textarea>{{ words }}";
    let text = format!("---\ntitel: {}\n---\n{hostile}\n", serde_json::to_string(hostile).unwrap());
    desk.served.put(PATH, &text);
    desk.served.wait_for("FD");
    for answer in [desk.get(FORM), desk.get(""), desk.send(FORM, &[("title", ""), ("framdrift-body", hostile)])] {
        assert!(answer.body.contains("alert(1)"), "it is shown: {}", answer.body);
        assert!(!answer.body.contains("<script>alert"), "{}", answer.body);
        assert!(!answer.body.contains("</textarea>{{"), "{}", answer.body);
    }
    assert_eq!(desk.text(PATH), text);
}

#[test]
fn a_change_that_gives_an_error_is_not_written() {
    let desk = Desk::open();
    let mark = desk.get(FORM).hidden("framdrift-mark");
    let refused = desk.send(FORM, &[("title", " "), ("framdrift-body", "Min text"), ("framdrift-mark", &mark)]);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Min text") && refused.body.contains("note refused"));
    let beside = refused.body.split("id=\"t-title\"").nth(1).unwrap().split("</div>").next().unwrap();
    assert!(beside.contains("class=\"error\""), "{beside}");
    assert_eq!(desk.text(PATH), page("Ett"));
    // An error that stood there before is not the form's to answer for.
    desk.served.put("content/pages/annan.md", "---\ntitell: X\n---\n");
    let saved = desk.send(FORM, &[("title", "Två"), ("framdrift-mark", &mark)]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(desk.text(PATH), page("Två"));
}

#[test]
fn what_somebody_else_has_saved_is_never_written_over() {
    let desk = Desk::open();
    let form = desk.get(FORM);
    let theirs = "---\ntitel: Deras # viktigt\n---\nText.\n";
    desk.served.put(PATH, theirs);
    let (base, mark) = (form.hidden("framdrift-base"), form.hidden("framdrift-mark"));
    let sent = |mark: &str| {
        let fields =
            [("title", "Ett"), ("framdrift-body", "Min text."), ("framdrift-base", &base), ("framdrift-mark", mark)];
        desk.send(FORM, &fields)
    };
    let moved = sent(&mark);
    assert_eq!(moved.status, 409);
    assert_eq!(desk.text(PATH), theirs);
    assert!(moved.body.contains("value=\"Deras\"") && moved.body.contains("Min text."), "both are shown");
    // The form that came back holds both, and is saved as it is.
    let mark = moved.hidden("framdrift-mark");
    let saved = desk.send(FORM, &[("title", "Deras"), ("framdrift-body", "Min text."), ("framdrift-mark", &mark)]);
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!(desk.text(PATH), theirs.replace("Text.", "Min text."));
}

#[test]
fn two_who_begin_the_same_thing_do_not_hide_each_other() {
    let desk = Desk::open();
    let fields = [("title", "En ny sida"), ("framdrift-body", "Min text.")];
    assert_eq!(desk.send("?new=page", &fields).status, 303);
    let first = desk.text("content/pages/en-ny-sida.md");
    assert_eq!(first, "---\ntitel: En ny sida\n---\nMin text.\n");
    let second = desk.send("?new=page", &[("title", "En ny sida"), ("framdrift-body", "En annan text.")]);
    assert_eq!(second.status, 422);
    assert!(second.body.contains("En annan text.") && second.body.contains("en-ny-sida finns redan"));
    assert_eq!(desk.text("content/pages/en-ny-sida.md"), first);
}

#[test]
fn forms_are_for_this_machine_only() {
    let done = Command::new(env!("CARGO_BIN_EXE_framdrift"))
        .args(["serve", "--edit", "--host", "0.0.0.0", "--port", "0"])
        .arg(super::root())
        .output()
        .unwrap();
    let told = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(2));
    assert!(told.contains("0.0.0.0") && told.contains("--edit") && !told.contains("http://"), "{told}");
    // Without being asked for there are none.
    let served = Served::start(&[]);
    assert!(served.get("/__framdrift/edit/").starts_with("HTTP/1.1 404"));
}
