//! The program as it is called: arguments, exit codes, what goes to which stream, and what happens to the output.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const PLAN: &str = include_str!("../rules/base/plan.yaml");
const ORGANISATION: &str = include_str!("../rules/base/organisation.yaml");
const STATEMENT: &str = include_str!("../rules/base/accessibility.yaml");

/// A plan in a folder of its own.
struct Plan {
    folder: TempDir,
}

impl Plan {
    /// One that can be built.
    fn sound() -> Self {
        let plan = Self { folder: tempfile::tempdir().unwrap() };
        plan.put("content/plan.yaml", PLAN);
        plan.put("content/organisation.yaml", ORGANISATION);
        plan.put("content/accessibility.yaml", STATEMENT);
        plan
    }

    /// One with an unknown key.
    fn broken() -> Self {
        let plan = Self::sound();
        plan.put("content/plan.yaml", &format!("{PLAN}tittel: Åtgärder\n"));
        plan
    }

    #[expect(clippy::disallowed_methods, reason = "a test sets up its content")]
    fn put(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Calls the program in the plan's folder.
    fn call(&self, arguments: &[&str]) -> Answer {
        call(self.folder.path(), arguments, &[])
    }
}

struct Answer {
    code: Option<i32>,
    out: String,
    err: String,
}

fn call(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Answer {
    let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
    for variable in ["SOURCE_DATE_EPOCH", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
        command.env_remove(variable);
    }
    let done = command
        .args(arguments)
        .current_dir(folder)
        .envs(environment.iter().copied())
        .output()
        .expect("the program can be started");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
    Answer { code: done.status.code(), out: text(done.stdout), err: text(done.stderr) }
}

/// Every file below a folder with its bytes.
#[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    super::files_below(folder).into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

#[test]
fn a_sound_plan_is_built_and_nothing_else_is_said() {
    let plan = Plan::sound();
    let answer = plan.call(&["build", "--date", "2026-11-23"]);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    assert_eq!(answer.out, "");
    assert!(answer.err.contains("Webbplatsen är byggd"), "{}", answer.err);
    assert!(answer.err.contains("23 november 2026"), "{}", answer.err);
    assert!(plan.path("output/.framdrift").is_file());

    let again = plan.call(&["build", "--date", "2026-11-23", "--verbose"]);
    assert_eq!(again.code, Some(0), "{}", again.err);
    assert!(again.err.contains("Skrivna filer: 0,"), "{}", again.err);
}

#[test]
fn nothing_is_lost_of_what_was_published() {
    let plan = Plan::sound();
    plan.put("content/goals/skola.md", "---\ntitel: Trygg skola\n---\n");
    assert_eq!(plan.call(&["build"]).code, Some(0));
    std::fs::copy(plan.path("output/manifest.json"), plan.path("kept.json")).unwrap();
    std::fs::remove_file(plan.path("content/goals/skola.md")).unwrap();
    let before = tree(&plan.path("output"));
    for since in ["kept.json", "output"] {
        let lost = plan.call(&["build", "--since", since]);
        assert_eq!(lost.code, Some(1), "{}", lost.err);
        assert!(lost.err.contains("/mal/skola/") && lost.err.contains("vad: mål:skola"), "{}", lost.err);
        assert_eq!(tree(&plan.path("output")), before);
        assert_eq!(plan.call(&["check", "--since", since]).code, Some(1));
    }
    assert_eq!(plan.call(&["build", "--since", "nowhere.json"]).code, Some(2));
    let removed = "borttaget:\n- vad: mål:skola\n  titel: Trygg skola\n  datum: 2026-03-01\n  varför: Det är nått.\n";
    plan.put("content/removed.yaml", removed);
    let told = plan.call(&["build", "--since", "kept.json"]);
    assert_eq!(told.code, Some(0), "{}", told.err);
}

#[test]
fn a_site_can_be_held_against_its_record() {
    let plan = Plan::sound();
    assert_eq!(plan.call(&["build", "--date", "2026-11-23", "--commit", "0123abcd"]).code, Some(0));
    let right = plan.call(&["verify"]);
    assert_eq!(right.code, Some(0), "{}", right.err);
    for said in ["23 november 2026", "framdrift 0.", "0123abcd"] {
        assert!(right.err.contains(said), "{}", right.err);
    }
    let record = std::fs::copy(plan.path("output/manifest.json"), plan.path("kept.json"));
    assert!(record.is_ok());
    // Everything that was published is listed, but for the record itself and the marker.
    let text = tree(&plan.path("output")).remove(&plan.path("output/manifest.json")).unwrap();
    let json: Value = serde_json::from_slice(&text).unwrap();
    let listed: Vec<&String> = json["files"].as_object().unwrap().keys().collect();
    assert_eq!(listed.len() + 2, tree(&plan.path("output")).len());

    plan.put("output/index.html", "Allt går bra.");
    plan.put("output/more/extra.html", "x");
    std::fs::remove_file(plan.path("output/404.html")).unwrap();
    let wrong = plan.call(&["verify", "output", "--lang-of-messages", "en"]);
    assert_eq!(wrong.code, Some(1), "{}", wrong.err);
    let told =
        ["Missing: 404.html", "Changed: index.html", "Not in manifest.json: more/extra.html", "published: 3 files."];
    for said in told {
        assert!(wrong.err.contains(said), "{}", wrong.err);
    }
    // Whoever changes the site may change its record, too.
    plan.put("output/manifest.json", "{\"program\": \"x\", \"date\": \"y\", \"files\": {}}");
    assert_eq!(plan.call(&["verify", "output", "--manifest", "kept.json"]).code, Some(1));
    plan.put(
        "output/manifest.json",
        "{\"program\": \"x\", \"date\": \"y\", \"files\": {\"../plan\": {\"size\": 1, \"sha256\": \"\"}}}",
    );
    assert_eq!(plan.call(&["verify", "output"]).code, Some(2));
    assert_eq!(plan.call(&["verify", "content"]).code, Some(2), "there is no record");
}

#[test]
fn a_server_is_told_how_to_answer() {
    let plan = Plan::sound();
    let nginx = plan.call(&["hosting", "nginx", "--base-url", "https://a.example/plan/", "--out", "/srv/plan/"]);
    assert_eq!(nginx.code, Some(0), "{}", nginx.err);
    for said in ["location ^~ /plan/ {", "alias \"/srv/plan/\";", "script-src 'self'", "error_page 404 /plan/404.html;"]
    {
        assert!(nginx.out.contains(said), "{}", nginx.out);
    }
    let apache = plan.call(&["hosting", "apache"]);
    let folder = format!("DocumentRoot \"{}\"", plan.path("output").display());
    assert!(apache.out.contains(&folder), "{folder}: {}", apache.out);
    let broken = Plan::broken().call(&["hosting", "nginx"]);
    assert_eq!((broken.code, broken.out.as_str()), (Some(1), ""), "{}", broken.err);
    assert!(broken.err.contains("tittel"), "{}", broken.err);
}

#[test]
fn the_site_goes_where_it_is_told() {
    let plan = Plan::sound();
    let parent = plan.folder.path().parent().unwrap();
    let name = plan.folder.path().file_name().unwrap().to_str().unwrap();
    let out = plan.path("elsewhere/site");
    let answer = call(parent, &["build", name, "--out", out.to_str().unwrap()], &[]);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    assert!(out.join(".framdrift").is_file() && !plan.path("output").exists());
}

#[test]
fn an_error_in_the_content_leaves_the_output_untouched() {
    let plan = Plan::sound();
    assert_eq!(plan.call(&["build"]).code, Some(0));
    let before = tree(&plan.path("output"));
    plan.put("content/plan.yaml", &format!("{PLAN}tittel: Åtgärder\n"));
    let answer = plan.call(&["build"]);
    assert_eq!(answer.code, Some(1));
    assert!(answer.err.contains("--> content/plan.yaml:9:1"), "{}", answer.err);
    assert!(answer.err.ends_with("1 fel i 1 fil. Webbplatsen byggdes inte; output/ är orörd.\n"), "{}", answer.err);
    assert_eq!(tree(&plan.path("output")), before);
}

#[test]
fn check_writes_nothing() {
    for (plan, code) in [(Plan::sound(), 0), (Plan::broken(), 1)] {
        let before = tree(plan.folder.path());
        let answer = plan.call(&["check"]);
        assert_eq!(answer.code, Some(code), "{}", answer.err);
        assert_eq!(tree(plan.folder.path()), before);
    }
}

#[test]
fn warnings_can_be_denied() {
    let plan = Plan::sound();
    plan.put("content/goals/skola.md", "---\ntitel: Trygg skola\n---\n");
    let lenient = plan.call(&["build"]);
    assert_eq!(lenient.code, Some(0), "{}", lenient.err);
    assert!(lenient.err.contains("varning[FD601]"), "{}", lenient.err);
    let before = tree(&plan.path("output"));
    plan.put("content/goals/halsa.md", "---\ntitel: God hälsa\n---\n");
    let strict = plan.call(&["build", "--deny-warnings"]);
    assert_eq!(strict.code, Some(1), "{}", strict.err);
    assert!(strict.err.contains("--deny-warnings"), "{}", strict.err);
    assert_eq!(tree(&plan.path("output")), before);
}

#[test]
fn json_is_a_list_with_places_in_characters() {
    let plan = Plan::broken();
    plan.put("content/plan.yaml", "titel: Åäö\nspråk: sv\norganisation: Ö\nperiod: { start: 2024, slut: i vår }\n");
    let answer = plan.call(&["check", "--format", "json"]);
    assert_eq!(answer.code, Some(1));
    let list: Value = serde_json::from_str(&answer.out).expect("JSON");
    let first = &list.as_array().expect("a list")[0];
    assert_eq!(first["code"], "FD105");
    assert_eq!(first["level"], "error");
    assert_eq!(first["file"], "content/plan.yaml");
    assert_eq!(
        [&first["line"], &first["column"], &first["end_line"], &first["end_column"]].map(Value::as_u64),
        [Some(4), Some(30), Some(4), Some(35)]
    );
    assert!(first["message"].as_str().unwrap().contains("i vår"));
    assert!(first["help"][0].is_string() && first["notes"].is_array());

    let sound = Plan::sound().call(&["check", "--format", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&sound.out).expect("JSON"), Value::Array(Vec::new()));
}

#[test]
fn a_note_says_where_the_other_place_is() {
    let plan = Plan::broken();
    plan.put("content/plan.yaml", &format!("{PLAN}titel: Igen\n"));
    let list: Value = serde_json::from_str(&plan.call(&["check", "--format", "json"]).out).expect("JSON");
    assert_eq!(list[0]["code"], "FD018");
    assert_eq!(list[0]["notes"][0]["line"], 1);
    let log: Value = serde_json::from_str(&plan.call(&["check", "--format", "sarif"]).out).expect("JSON");
    let related = &log["runs"][0]["results"][0]["relatedLocations"][0];
    assert_eq!(related["physicalLocation"]["region"]["startLine"], 1);
}

#[test]
fn sarif_holds_the_rules_and_where_they_were_broken() {
    let plan = Plan::broken();
    plan.put("content/initiatives/lugn & ro.md", "x");
    let answer = plan.call(&["check", "--format", "sarif"]);
    assert_eq!(answer.code, Some(1));
    let log: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rules[index][text]["text"].is_string(), "{text}");
        }
        let place = &result["locations"][0]["physicalLocation"];
        assert!(!place["artifactLocation"]["uri"].as_str().unwrap().contains(' '), "{place}");
    }
    assert!(run["results"].as_array().unwrap().iter().any(|result| {
        let place = &result["locations"][0]["physicalLocation"];
        place["artifactLocation"]["uri"] == "content/plan.yaml" && place["region"]["startLine"] == 9
    }));
}

#[test]
fn github_gets_a_command_a_line() {
    let answer = Plan::broken().call(&["check", "--format", "github", "-q"]);
    assert_eq!(answer.code, Some(1));
    let start = "::error file=content/plan.yaml,line=9,endLine=9,col=1,endColumn=7,title=FD101::Nyckeln ”tittel”";
    assert!(answer.out.starts_with(start), "{}", answer.out);
    assert_eq!(answer.out.lines().count(), 1);
    assert_eq!(answer.err, "");
}

#[test]
fn places_are_named_from_where_the_caller_stands() {
    let plan = Plan::broken();
    let parent = plan.folder.path().parent().unwrap();
    let name = plan.folder.path().file_name().unwrap().to_str().unwrap();
    let answer = call(parent, &["check", name], &[]);
    assert!(answer.err.contains(&format!("--> {name}/content/plan.yaml:9:1")), "{}", answer.err);
}

#[test]
fn messages_are_in_the_plans_language_or_the_one_asked_for() {
    let plan = Plan::broken();
    assert!(plan.call(&["check"]).err.contains("fel[FD101]"));
    assert!(plan.call(&["check", "--lang-of-messages", "en"]).err.contains("error[FD101]"));
    plan.put("content/plan.yaml", "titel: [\nlanguage: \"en\" # as said\n");
    let answer = plan.call(&["check"]);
    assert!(answer.err.contains("error[FD011]"), "{}", answer.err);
    assert_eq!(plan.call(&["check", "--lang-of-messages", "tlh"]).code, Some(2));
}

#[test]
fn the_day_is_told_by_option_or_environment() {
    let plan = Plan::sound();
    // 2026-01-01, 12:00 UTC
    let epoch = [("SOURCE_DATE_EPOCH", "1767268800")];
    let answer = call(plan.folder.path(), &["check"], &epoch);
    assert!(answer.err.contains("1 januari 2026"), "{}", answer.err);
    let answer = call(plan.folder.path(), &["check", "--date", "2025-03-31"], &epoch);
    assert!(answer.err.contains("31 mars 2025"), "{}", answer.err);
    let answer = call(plan.folder.path(), &["check"], &[("SOURCE_DATE_EPOCH", "i går")]);
    assert_eq!(answer.code, Some(2));
    assert!(answer.err.contains("SOURCE_DATE_EPOCH"), "{}", answer.err);
    assert_eq!(plan.call(&["check", "--date", "2026-02-30"]).code, Some(2));
}

#[test]
fn colours_are_for_those_who_want_them() {
    let plan = Plan::broken();
    let coloured = |arguments: &[&str], environment: &[(&str, &str)]| {
        call(plan.folder.path(), arguments, environment).err.contains('\u{1b}')
    };
    assert!(!coloured(&["check"], &[]), "a pipe is no terminal");
    assert!(coloured(&["check", "--color", "always"], &[]));
    assert!(coloured(&["check"], &[("CLICOLOR_FORCE", "1")]));
    assert!(!coloured(&["check"], &[("NO_COLOR", "1")]));
    assert!(!coloured(&["check", "--color", "never"], &[("CLICOLOR_FORCE", "1")]));
}

#[test]
fn quiet_says_only_what_is_wrong() {
    assert_eq!(Plan::sound().call(&["build", "-q"]).err, "");
    let answer = Plan::broken().call(&["build", "-q"]);
    assert!(answer.err.contains("fel[FD101]") && !answer.err.contains("Webbplatsen"), "{}", answer.err);
    assert_eq!(Plan::sound().call(&["build", "-q", "-v"]).code, Some(2));
}

#[test]
fn each_stage_is_timed() {
    let answer = Plan::sound().call(&["build", "--timings", "-q"]);
    let stages = ["files: ", "source: ", "pages: ", "audit: ", "publish: "];
    let parts = ["– page: ", "– render: ", "– audit: ", "– record: ", "– publish: "];
    for told in stages.into_iter().chain(parts) {
        assert_eq!(answer.err.lines().filter(|line| line.starts_with(told)).count(), 1, "{told}: {}", answer.err);
    }
}

#[test]
fn a_folder_without_content_is_told_what_it_lacks() {
    let folder = tempfile::tempdir().unwrap();
    let answer = call(folder.path(), &["build"], &[]);
    assert_eq!(answer.code, Some(2));
    for word in ["content/plan.yaml", "content/organisation.yaml", "titel:"] {
        assert!(answer.err.contains(word), "{word}: {}", answer.err);
    }
    let english = call(folder.path(), &["build", "--lang-of-messages", "en"], &[]);
    assert!(english.err.contains("title:"), "{}", english.err);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn the_plan_that_a_newcomer_is_shown_can_be_built() {
    for language in ["sv", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let shown = call(folder.path(), &["build", "--lang-of-messages", language], &[]).err;
        let plan = Plan { folder };
        let mut path = None;
        let mut text = String::new();
        for line in shown.lines().chain(["  content/end"]) {
            if let Some(next) = line.strip_prefix("  content/") {
                if let Some(path) = path.replace(format!("content/{next}")) {
                    plan.put(&path, &std::mem::take(&mut text));
                }
            } else if let Some(line) = line.strip_prefix("      ") {
                text.push_str(line);
                text.push('\n');
            }
        }
        let answer = plan.call(&["build"]);
        assert_eq!(answer.code, Some(0), "{}", answer.err);
    }
}

#[test]
fn a_folder_of_someone_elses_is_left_alone() {
    let plan = Plan::sound();
    plan.put("output/photo.jpg", "mine");
    let before = tree(&plan.path("output"));
    let answer = plan.call(&["build"]);
    assert_eq!(answer.code, Some(2));
    assert!(answer.err.contains("photo.jpg"), "{}", answer.err);
    assert_eq!(tree(&plan.path("output")), before);
    // What is wrong in the content is told first.
    plan.put("content/plan.yaml", &format!("{PLAN}tittel: Åtgärder\n"));
    let broken = plan.call(&["build"]);
    assert_eq!(broken.code, Some(1), "{}", broken.err);
    plan.put("content/plan.yaml", PLAN);

    let inside = plan.call(&["build", "--out", "content/site"]);
    assert_eq!(inside.code, Some(2));
    assert!(!plan.path("content/site").exists());
}

#[test]
fn help_is_enough_to_begin() {
    let folder = tempfile::tempdir().unwrap();
    let help = |arguments: &[&str]| {
        let answer = call(folder.path(), arguments, &[]);
        assert_eq!(answer.code, Some(0));
        answer.out
    };
    let whole = help(&["--help"]);
    for word in ["serve", "build", "check", "explain", "Examples:", "Exit codes:", "--out"] {
        assert!(whole.contains(word), "{word} in {whole}");
    }
    let common = ["--date", "--base-url", "--theme", "--format", "--deny-warnings", "--timings"];
    let speech = ["--lang-of-messages", "--color", "--quiet", "--verbose", "-q", "-v"];
    let words = ["content/plan.yaml", "content/organisation.yaml", "json", "sarif", "github", "SOURCE_DATE_EPOCH"];
    let shown = help(&["serve", "--help"]);
    let own = ["--host", "127.0.0.1", "--port", "8080", "--open", "--poll", "--editor", "vscode", "Ctrl-C"];
    for word in ["--date", "--base-url", "--theme"].iter().chain(&speech).chain(&own) {
        assert!(shown.contains(word), "{word} in {shown}");
    }
    for (command, own) in [("build", ["--out", "DIR/output"].as_slice()), ("check", &["DIR"])] {
        let text = help(&[command, "--help"]);
        for word in common.iter().chain(&speech).chain(&words).chain(own) {
            assert!(text.contains(word), "{word} in {text}");
        }
    }
}

#[test]
fn a_slip_on_the_command_line_is_2() {
    let plan = Plan::sound();
    let answer = plan.call(&["build", "--deny-warning"]);
    assert_eq!(answer.code, Some(2));
    assert!(answer.err.contains("--deny-warnings"), "{}", answer.err);
    for arguments in [
        ["bild"].as_slice(),
        &[],
        &["build", "--format", "xml"],
        &["build", "--base-url", "example.org"],
        &["serve", "--host", "example.org"],
        &["serve", "--port", "70000"],
    ] {
        assert_eq!(plan.call(arguments).code, Some(2), "{arguments:?}");
    }
}

#[test]
fn a_rule_is_explained() {
    let plan = Plan::sound();
    for code in ["FD101", "fd101", "101"] {
        let answer = plan.call(&["explain", code]);
        assert_eq!(answer.code, Some(0), "{}", answer.err);
        assert!(answer.out.starts_with("FD101: En nyckel är okänd.\n"), "{}", answer.out);
    }
    assert!(plan.call(&["explain", "FD101", "--lang-of-messages", "en"]).out.starts_with("FD101: A key is unknown.\n"));
    let unknown = plan.call(&["explain", "FD1O1"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (Some(2), ""));
    assert!(unknown.err.contains("FD101"), "{}", unknown.err);
}

#[test]
fn every_rule_is_listed() {
    let answer = Plan::sound().call(&["explain"]);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    assert_eq!(answer.out.lines().count(), framdrift::diag::RULES.len());
}

#[test]
fn a_shell_completes_every_command() {
    let folder = tempfile::tempdir().unwrap();
    for (shell, command) in [("bash", "archive"), ("zsh", "archive"), ("fish", "archive"), ("powershell", "archive")] {
        let answer = call(folder.path(), &["completions", shell], &[]);
        assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""), "{shell}");
        assert!(answer.out.contains(command) && answer.out.contains("since"), "{shell}: {}", answer.out);
    }
    let script = call(folder.path(), &["completions", "bash"], &[]).out;
    let ask =
        "COMP_WORDS=(framdrift arch); COMP_CWORD=1; _framdrift framdrift arch framdrift; echo \"${COMPREPLY[@]}\"";
    let bash = Command::new("bash").args(["-c", &format!("{script}\n{ask}")]).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&bash.stdout).trim(), "archive", "{}", String::from_utf8_lossy(&bash.stderr));
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
fn the_manual_has_a_page_for_each_command() {
    let folder = tempfile::tempdir().unwrap();
    let answer = call(folder.path(), &["man", "--out", "man1"], &[]);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    let page = |name: &str| std::fs::read_to_string(folder.path().join("man1").join(name)).unwrap();
    let first = page("framdrift.1");
    assert_eq!(call(folder.path(), &["man"], &[]).out, first);
    let named: Vec<&str> = first.lines().filter_map(|line| line.strip_suffix("(1)")).collect();
    assert!(named.len() > 10, "{named:?}");
    for name in named {
        let name = name.replace('\\', "");
        let text = page(&format!("{name}.1"));
        assert!(text.contains(&format!(".TH {name} 1")) && text.contains(".SH SYNOPSIS"), "{text}");
    }
    assert!(page("framdrift-new-report.1").contains(r"\fBframdrift new report\fR"));
}
