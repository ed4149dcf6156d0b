//! The JSON Schemas that editors read, held by an independent validator against the sample, a plan in English, a new plan
//! and files that are wrong.

use std::collections::BTreeMap;
use std::path::Path;

use framdrift::compose::schema::schema;
use framdrift::source::layout::FILES;
use framdrift::words::{Language, Words};
use serde_json::Value;

/// The schemas in a language, compiled.
struct Compiled {
    schemas: boon::Schemas,
    by_name: BTreeMap<&'static str, boon::SchemaIndex>,
}

impl Compiled {
    fn new(language: Language) -> Self {
        let words = Words::new(language);
        let ids = |kind: &str| if kind == "role" { vec!["skolchef".to_owned()] } else { Vec::new() };
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        let mut by_name = BTreeMap::new();
        for (name, _, record) in FILES {
            let address = format!("https://framdrift.example/{name}.json");
            compiler.add_resource(&address, schema(record, &words, &ids)).unwrap();
            by_name.insert(
                *name,
                compiler.compile(&address, &mut schemas).map_err(|problem| problem.to_string()).unwrap(),
            );
        }
        Self { schemas, by_name }
    }

    /// What is wrong with a file of `content/`; `None` when nothing is, or when it has no schema.
    fn wrong(&self, path: &str, text: &str) -> Option<String> {
        let name = kind(path)?;
        let yaml = if is_markdown(path) { text.split("---\n").nth(1)? } else { text };
        let value: Value = serde_yaml::from_str(yaml).expect(path);
        let value = if value.is_null() { serde_json::json!({}) } else { value };
        self.schemas.validate(&value, self.by_name[name]).err().map(|problem| format!("{path}: {problem:#}"))
    }
}

fn is_markdown(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|own| own == "md")
}

/// The schema of a file of `content/`.
fn kind(path: &str) -> Option<&'static str> {
    let path = path.strip_prefix("content/")?;
    let name = Path::new(path).file_name()?.to_str()?;
    let is_translation = name.matches('.').count() > 1;
    FILES.iter().map(|(own, files, _)| (*own, *files)).find_map(|(own, files)| {
        let fits = match (path.split_once('/'), files.split_once('/')) {
            (None, None) => match files.split_once(".*.") {
                Some((stem, _)) => is_translation && name.starts_with(stem),
                None => files == path,
            },
            (Some((folder, _)), Some((own, _))) => {
                let is_text = matches!(folder, "reports" | "reviews");
                let fits = if is_translation { own == "*" && !is_text } else { own == folder };
                fits && is_markdown(path)
            }
            _ => false,
        };
        fits.then_some(own)
    })
}

fn files(folder: &Path) -> Vec<(String, String)> {
    super::files_below(&folder.join("content"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|own| own == "md" || own == "yaml"))
        .map(|path| {
            let own = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            #[expect(clippy::disallowed_methods, reason = "a test reads content")]
            let text = std::fs::read_to_string(&path).unwrap();
            (own, text)
        })
        .collect()
}

#[test]
fn what_is_right_is_accepted_in_either_language() {
    for language in Language::all() {
        let compiled = Compiled::new(language);
        let mut seen: Vec<&str> = Vec::new();
        for folder in [".", "tests/sites/us-federal-data-strategy-2020"] {
            for (path, text) in files(&super::root().join(folder)) {
                seen.extend(kind(&path));
                assert_eq!(compiled.wrong(&path, &text), None, "{language:?}");
            }
        }
        for (name, ..) in FILES {
            assert!(seen.contains(name), "no file tries the schema {name}");
        }
    }
}

#[test]
fn what_the_reader_refuses_is_refused() {
    let compiled = Compiled::new(Language::SWEDISH);
    let mut tried = 0;
    for path in super::files_below(&super::root().join("tests/rules")) {
        let case = path.file_name().unwrap().to_str().unwrap();
        if !["FD101", "FD103", "FD104", "FD105", "FD107", "FD102-no-title"].iter().any(|own| case.starts_with(own)) {
            continue;
        }
        #[expect(clippy::disallowed_methods, reason = "a test reads the cases")]
        let text = std::fs::read_to_string(&path).unwrap();
        let files = text.split("=== ").filter(|part| part.starts_with("content/"));
        let wrong = files.filter_map(|part| {
            let (path, text) = part.split_once('\n')?;
            compiled.wrong(path.split('|').next()?.trim(), text)
        });
        assert!(wrong.count() > 0, "{case}: the schema lets it through");
        tried += 1;
    }
    assert!(tried >= 7, "{tried} cases");
}

#[test]
fn slips_are_refused_and_ways_of_writing_are_not() {
    let compiled = Compiled::new(Language::SWEDISH);
    let report = |yaml: &str| compiled.wrong("content/reports/2026-T1/x.md", &format!("---\n{yaml}---\n"));
    let sound = "av: skolchef\ndatum: 2026-05-12\nbedömning: enligt-plan\n";
    assert_eq!(report(sound), None);
    for right in [
        "AV: skolchef\nDatum: 2026-05-12\nbedomning: Enligt plan\ninget_nytt: JA\n"
            .replace("AV", "av")
            .replace("Datum", "datum"),
        sound.replace("skolchef", "role:skolchef"),
        format!("{sound}hinder:\n  typ: resurser\n  text: \"x\"\n"),
        format!("{sound}prognos_slut: 2027-T1\n"),
        format!("{sound}underlag:\n  titel: x\n  länk: https://example.org\n"),
        "by: skolchef\ndate: 2026-05-12\nassessment: on-track\n".to_owned(),
    ] {
        assert_eq!(report(&right), None, "{right}");
    }
    for wrong in [
        sound.replace("av: skolchef\n", ""),
        sound.replace("skolchef", "Skolchefen"),
        sound.replace("2026-05-12", "2026-13-12"),
        sound.replace("2026-05-12", "i maj"),
        sound.replace("enligt-plan", "grön"),
        format!("{sound}hinder: mycket\n"),
        format!("{sound}hinder:\n  typ: resurser\n"),
        format!("{sound}nästa: x\n"),
    ] {
        assert!(report(&wrong).is_some(), "{wrong}");
    }
}

#[test]
fn every_key_is_explained_and_its_own_ids_are_offered() {
    for language in Language::all() {
        let words = Words::new(language);
        for (name, _, record) in FILES {
            let schema = schema(record, &words, &|_| vec!["e-arkiv".to_owned()]);
            for (key, field) in schema["properties"].as_object().unwrap() {
                assert!(!field["description"].as_str().unwrap_or_default().is_empty(), "{name}: {key}");
            }
        }
        let report = schema(FILES.iter().find(|own| own.0 == "report").unwrap().2, &words, &|_| vec!["x".to_owned()]);
        let by = if language == Language::SWEDISH { "av" } else { "by" };
        assert_eq!(report["properties"][by]["anyOf"][0]["enum"][0], "x");
    }
}

#[test]
fn the_editor_is_led_to_them_and_nothing_of_its_owner_is_touched() {
    let folder = tempfile::tempdir().unwrap();
    let call = |arguments: &[&str]| {
        let done = std::process::Command::new(env!("CARGO_BIN_EXE_framdrift"))
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    };
    #[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
    let text = |path: &str| std::fs::read_to_string(folder.path().join("p").join(path)).unwrap();
    assert_eq!(call(&["new", "p", "--yes"]).0, Some(0));
    let settings: Value = serde_json::from_str(&text(".vscode/settings.json")).unwrap();
    for (schema, files) in settings["yaml.schemas"].as_object().unwrap() {
        assert!(folder.path().join("p").join(schema).exists(), "{schema}");
        assert!(files.as_str().unwrap().starts_with("content/"));
    }
    let first = text("content/plan.yaml").lines().next().unwrap().to_owned();
    assert_eq!(first, "# yaml-language-server: $schema=../.vscode/framdrift/plan.json");
    assert!(text(".vscode/framdrift/goal.json").contains("kommundirektor"));

    let (code, said) = call(&["schema", "p"]);
    assert!(code == Some(0) && said.contains("stämmer redan"), "{said}");
    assert_eq!(call(&["new", "forum", "Nytt forum", "--in", "p"]).0, Some(0));
    let path = folder.path().join("p/.vscode/framdrift/goal.json");
    #[expect(clippy::disallowed_methods, reason = "a test sets up a file of its owner's")]
    std::fs::write(&path, "{}").unwrap();
    let (code, said) = call(&["schema", "p"]);
    assert!(code == Some(2) && said.contains("goal.json finns redan"), "{said}");
    assert_eq!(text(".vscode/framdrift/goal.json"), "{}");
}

#[test]
fn the_forms_of_a_cms_hold_every_key_and_lead_to_what_is_there() {
    for language in Language::all() {
        let words = Words::new(language);
        let config = framdrift::compose::cms::config(&words, &["2026-T3".to_owned()]);
        let config: Value = serde_yaml::from_str(&config.text).unwrap();
        let collections = config["collections"].as_array().unwrap();
        let named = |name: &Value| collections.iter().find(|own| own["name"] == *name);
        let mut relations = 0;
        let mut all = vec![&config];
        while let Some(own) = all.pop() {
            match own {
                Value::Array(items) => all.extend(items),
                Value::Object(entries) => {
                    if own["widget"] == "relation" {
                        relations += 1;
                        let to = named(&own["collection"]).unwrap_or_else(|| panic!("{own} leads nowhere"));
                        let file = to["files"].as_array().map(|all| all.iter().any(|file| file["name"] == own["file"]));
                        assert_ne!(file, Some(false), "{own} leads to no file");
                    }
                    all.extend(entries.values());
                }
                _ => {}
            }
        }
        assert!(relations > 20, "{relations}");
        for (kind, collection) in [("goal", "goals"), ("initiative", "initiatives"), ("report", "reports-2026-t3")] {
            let record = FILES.iter().find(|own| own.0 == kind).unwrap().2;
            let fields = named(&collection.into()).unwrap()["fields"].as_array().unwrap();
            let own: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
            let mut wanted: Vec<&str> =
                (record.fields)().iter().map(|field| field.name.in_language(language.tag())).collect();
            wanted.push("body");
            assert_eq!(own, wanted, "{kind}");
        }
    }
}
