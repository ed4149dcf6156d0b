//! The recipes that a new plan gets for GitHub and GitLab: every line of theirs is run, in a folder with nothing but the plan.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// A new plan in a folder of its own.
fn plan() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
    let new = command.args(["new", "plan", "--yes"]).current_dir(folder.path()).output().unwrap();
    assert!(new.status.success(), "{}", String::from_utf8_lossy(&new.stderr));
    folder
}

#[expect(clippy::disallowed_methods, reason = "a test reads what was written")]
fn recipe(folder: &Path, path: &str) -> (String, Value) {
    let text = std::fs::read_to_string(folder.join("plan").join(path)).unwrap();
    let value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
    (text, value)
}

/// A machine as the forge gives it: a home of its own, and a `cargo` that has the program ready instead of building it for
/// minutes. It takes no other question.
#[expect(clippy::disallowed_methods, reason = "a test sets up its machine")]
fn machine(folder: &Path) -> String {
    use std::os::unix::fs::PermissionsExt as _;
    let tools = folder.join("tools");
    std::fs::create_dir_all(folder.join("home")).unwrap();
    std::fs::create_dir_all(&tools).unwrap();
    let cargo = format!(
        "#!/bin/sh\nset -eu\n[ \"$1 $2 $3 $4 $5 $6\" = \"install framdrift --version {} --locked --root\" ]\n\
         mkdir -p \"$7/bin\"\nln -s \"{}\" \"$7/bin/framdrift\"\n",
        env!("CARGO_PKG_VERSION"),
        env!("CARGO_BIN_EXE_framdrift")
    );
    std::fs::write(tools.join("cargo"), cargo).unwrap();
    std::fs::set_permissions(tools.join("cargo"), std::fs::Permissions::from_mode(0o755)).unwrap();
    format!("{}:/usr/bin:/bin", tools.display())
}

/// Runs a script as the forge does, and gives what it printed.
fn run(folder: &Path, path: &str, script: &str, environment: &[(&str, &str)]) -> String {
    let mut command = Command::new("bash");
    command.args(["-e", "-o", "pipefail", "-c", script]).current_dir(folder.join("plan")).env_clear();
    command.env("PATH", path).env("HOME", folder.join("home")).envs(environment.iter().copied());
    let output = command.output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{script}\n{told}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
fn what_github_runs_works() {
    let folder = plan();
    let (text, workflow) = recipe(folder.path(), ".github/workflows/plan.yml");
    let path = machine(folder.path());
    let more = folder.path().join("github-path");
    std::fs::write(&more, "").unwrap();
    let version = workflow["env"]["FRAMDRIFT"].as_str().unwrap();
    let mut ran = 0;
    for step in workflow["jobs"]["build"]["steps"].as_array().unwrap() {
        let Some(script) = step["run"].as_str() else { continue };
        let added = std::fs::read_to_string(&more).unwrap();
        let path = added.lines().fold(path.clone(), |path, own| format!("{own}:{path}"));
        let environment =
            [("FRAMDRIFT", version), ("GITHUB_SHA", "0123456789abcdef"), ("GITHUB_PATH", more.to_str().unwrap())];
        run(folder.path(), &path, script, &environment);
        ran += 1;
    }
    assert_eq!(ran, 3);
    let site = folder.path().join("plan/site");
    assert!(site.join("index.html").exists());
    assert!(std::fs::read_to_string(site.join("manifest.json")).unwrap().contains("0123456789abcdef"));
    // Least rights, and pinned: a tag can be moved, a commit can't.
    assert_eq!(workflow["permissions"], serde_json::json!({ "contents": "read" }));
    assert_eq!(
        workflow["jobs"]["publish"]["permissions"],
        serde_json::json!({ "pages": "write", "id-token": "write" })
    );
    for line in text.lines().filter_map(|line| line.split_once("uses: ")).map(|(_, own)| own) {
        let (_, commit) = line.split_once('@').unwrap();
        let (commit, tag) = commit.split_once(" # v").unwrap_or_else(|| panic!("{line} does not say its version"));
        assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()) && !tag.is_empty(), "{line}");
    }
    assert!(workflow["on"]["schedule"][0]["cron"].is_string(), "silence shows every night");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
fn what_gitlab_runs_works() {
    let folder = plan();
    let (_, pipeline) = recipe(folder.path(), ".gitlab-ci.yml");
    let path = machine(folder.path());
    let lines = |own: &Value| -> Vec<String> {
        own.as_array().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
    };
    let version = pipeline["variables"]["FRAMDRIFT"].as_str().unwrap();
    for job in ["check", "pages"] {
        let script =
            [lines(&pipeline["default"]["before_script"]), lines(&pipeline[job]["script"])].concat().join("\n");
        run(folder.path(), &path, &script, &[("FRAMDRIFT", version), ("CI_COMMIT_SHA", "0123456789abcdef")]);
        for kept in pipeline[job]["artifacts"]["paths"].as_array().unwrap() {
            assert!(folder.path().join("plan").join(kept.as_str().unwrap()).join("index.html").exists(), "{job}");
        }
    }
    let report = std::fs::read_to_string(folder.path().join("plan/code-quality.json")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&report).unwrap(), serde_json::json!([]), "a new plan has nothing wrong");
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test breaks its plan")]
fn what_is_wrong_is_shown_beside_its_line() {
    let folder = plan();
    let file = folder.path().join("plan/content/plan.yaml");
    let text = std::fs::read_to_string(&file).unwrap() + "tittel: x\ntittl: x\n";
    std::fs::write(&file, text).unwrap();
    let check = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_framdrift"));
        let output =
            command.args(["check", "--format", "gitlab"]).current_dir(folder.path().join("plan")).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        serde_json::from_slice::<Vec<Value>>(&output.stdout).unwrap()
    };
    let found = check();
    assert_eq!(found.len(), 2, "{found:?}");
    for own in &found {
        assert_eq!((&own["severity"], &own["location"]["path"]), (&"blocker".into(), &"content/plan.yaml".into()));
        assert!(own["location"]["lines"]["begin"].as_u64().unwrap() > 10, "{own}");
        assert_eq!(own["fingerprint"].as_str().unwrap().len(), 64);
    }
    assert_ne!(found[0]["fingerprint"], found[1]["fingerprint"]);
    // A line above it changes where it is, and not what it is.
    let text = format!("# En rad.\n{}", std::fs::read_to_string(&file).unwrap());
    std::fs::write(&file, text).unwrap();
    let again = check();
    assert_eq!(found[0]["fingerprint"], again[0]["fingerprint"]);
    assert_ne!(found[0]["location"], again[0]["location"]);
}
