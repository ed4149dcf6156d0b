//! A theme's name in, its templates and assets out: the plan's own files over the built-in ones, file by file.
//!
//! Three layers, the first that has a file wins: `themes/NAME/` of the plan's folder, `themes/default/` of the plan's
//! folder, and the theme that the program carries. The two lower ones have the prefix `default/` in the engine, so that
//! a theme's `base.html` can extend `default/base.html` and change one block of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use include_dir::{Dir, include_dir};

use super::engine::{BUILT_IN, Engine, Trouble};
use crate::diag::{Diagnostic, Diagnostics, Rejected, code};
use crate::files::{FileId, Files, Span};
use crate::words::nearest;

/// The theme that the program carries.
pub(super) static CARRIED: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The name of the built-in theme.
pub const DEFAULT: &str = "default";

/// A theme, ready for use.
pub(super) struct Theme {
    pub(super) engine: Arc<Engine>,
    /// Path below the site's root → content.
    pub(super) assets: BTreeMap<String, Vec<u8>>,
    /// Template → where it comes from.
    origins: BTreeMap<String, Origin>,
}

/// The templates that were parsed last, and what came of it: the same templates are not parsed once more.
#[derive(Default)]
pub(super) struct Memo(Option<Parsed>);

/// Templates, as name and source, and their engine.
struct Parsed {
    templates: Vec<(String, String)>,
    engine: Arc<Engine>,
}

impl Memo {
    /// The engine of these templates, given as name and source.
    fn engine(&mut self, templates: &[(String, &str)]) -> Result<Arc<Engine>, Vec<Trouble>> {
        let is_same = |known: &[(String, String)]| {
            known.len() == templates.len()
                && known.iter().zip(templates).all(|((name, text), own)| *name == own.0 && text == own.1)
        };
        if let Some(known) = self.0.as_ref().filter(|known| is_same(&known.templates)) {
            return Ok(Arc::clone(&known.engine));
        }
        let engine = Arc::new(Engine::new(templates)?);
        let templates = templates.iter().map(|(name, text)| (name.clone(), (*text).to_owned())).collect();
        self.0 = Some(Parsed { templates, engine: Arc::clone(&engine) });
        Ok(engine)
    }
}

/// Where a template comes from.
struct Origin {
    /// The path that a message shows.
    path: String,
    /// The plan's own file, when it is one.
    file: Option<FileId>,
}

/// Takes a theme in: reports a name that is none, templates that can't be parsed, and files that nothing uses. With a memo,
/// templates that are as the last time are not parsed again.
pub(super) fn load(
    name: &str,
    files: &Files,
    memo: Option<&mut Memo>,
    diagnostics: &mut Diagnostics,
) -> Result<Theme, Rejected> {
    let names = names(files);
    if !names.contains(name) {
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        return Err(diagnostics.report(
            Diagnostic::nowhere(&code::UNKNOWN_THEME)
                .with("name", name)
                .with("names", all.join(", "))
                .nearest(nearest(name, all.iter().copied())),
        ));
    }
    let mut sources: BTreeMap<String, (Origin, &str)> = BTreeMap::new();
    let mut assets: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for (path, bytes) in carried() {
        match std::str::from_utf8(bytes) {
            Ok(text) if is_template(path) => {
                let origin = Origin { path: format!("themes/{DEFAULT}/{path}"), file: None };
                sources.insert(format!("{BUILT_IN}{path}"), (origin, text));
            }
            _ => {
                assets.insert(path.to_owned(), bytes.to_vec());
            }
        }
    }
    let built_in: BTreeSet<String> = carried().map(|(path, _)| path.to_owned()).collect();
    let mut unused: Vec<(FileId, String)> = Vec::new();
    let layers: &[(&str, &str)] =
        if name == DEFAULT { &[(DEFAULT, BUILT_IN)] } else { &[(DEFAULT, BUILT_IN), (name, "")] };
    for (layer, prefix) in layers {
        let folder = format!("themes/{layer}/");
        let own: Vec<FileId> = files.under(&folder).map(|(id, _)| id).collect();
        for id in own {
            let file = files.get(id);
            let path = file.path.get(folder.len()..).unwrap_or_default().to_owned();
            if path.starts_with("assets/") {
                assets.insert(path, file.bytes.to_vec());
            } else if is_template(&path) {
                let Ok(text) = std::str::from_utf8(&file.bytes) else {
                    diagnostics.report(Diagnostic::new(&code::NOT_UTF8, Span::top(id)));
                    continue;
                };
                if !built_in.contains(&path) {
                    unused.push((id, path.clone()));
                }
                let origin = Origin { path: file.path.clone(), file: Some(id) };
                sources.insert(format!("{prefix}{path}"), (origin, text));
            } else if !is_note(&path) {
                let near = nearest(&path, built_in.iter().map(String::as_str)).map(str::to_owned);
                diagnostics
                    .report(Diagnostic::new(&code::UNKNOWN_THEME_FILE, Span::top(id)).with("file", path).nearest(near));
            }
        }
    }
    // A template of one's own is used when another one names it or when it holds components, which are found by name.
    for (id, path) in unused {
        let used = sources.iter().any(|(own, (_, text))| {
            let itself = own.trim_start_matches(BUILT_IN) == path;
            if itself {
                text.contains("{% component") || text.contains("{%- component")
            } else {
                names_template(text, &path)
            }
        });
        if !used {
            let near = nearest(&path, built_in.iter().map(String::as_str)).map(str::to_owned);
            diagnostics
                .report(Diagnostic::new(&code::UNKNOWN_THEME_FILE, Span::top(id)).with("file", path).nearest(near));
        }
    }
    let templates: Vec<(String, &str)> = sources.iter().map(|(name, (_, text))| (name.clone(), *text)).collect();
    let engine = match memo {
        Some(memo) => memo.engine(&templates),
        None => Engine::new(&templates).map(Arc::new),
    };
    let origins = sources.into_iter().map(|(name, (origin, _))| (name, origin)).collect();
    match engine {
        Ok(engine) => Ok(Theme { engine, assets, origins }),
        Err(troubles) => {
            let mut rejected = None;
            for trouble in &troubles {
                let diagnostic = located(&code::TEMPLATE_SYNTAX, trouble, &origins, files);
                rejected = Some(diagnostics.report(diagnostic));
            }
            Err(rejected.expect("an engine that fails says why"))
        }
    }
}

impl Theme {
    /// A diagnostic about trouble in one of the theme's templates.
    pub(super) fn located(&self, rule: &'static crate::diag::Rule, trouble: &Trouble, files: &Files) -> Diagnostic {
        located(rule, trouble, &self.origins, files)
    }
}

/// `rule` broken where the trouble is: a place in the plan's own file; for a built-in template the message says where.
fn located(
    rule: &'static crate::diag::Rule,
    trouble: &Trouble,
    origins: &BTreeMap<String, Origin>,
    files: &Files,
) -> Diagnostic {
    let own = |template: &str| origins.get(template).and_then(|origin| origin.file);
    let at = |id: FileId, line, column| {
        let at = offset(&files.get(id).bytes, line, column);
        Span::new(id, at..at)
    };
    // Trouble in a built-in component is shown where the plan's own template called it.
    let span = match own(&trouble.template) {
        Some(id) => {
            Some(trouble.range().map_or_else(|| at(id, trouble.line, trouble.column), |range| Span::new(id, range)))
        }
        None => trouble.callers.iter().find_map(|(template, line, column)| Some(at(own(template)?, *line, *column))),
    };
    let origin = origins.get(&trouble.template);
    let path = origin.map_or(trouble.template.as_str(), |origin| origin.path.as_str());
    // A place of the plan's own is shown with the message.
    let place = if trouble.line == 0 || span.is_some() {
        path.to_owned()
    } else {
        format!("{path}:{}:{}", trouble.line, trouble.column)
    };
    span.map_or_else(|| Diagnostic::nowhere(rule), |span| Diagnostic::new(rule, span))
        .with("place", place)
        .with("message", trouble.message.as_str())
}

/// The byte where a line and a column begin; the file's first when they are not known.
fn offset(bytes: &[u8], line: usize, column: usize) -> usize {
    let text = String::from_utf8_lossy(bytes);
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let row = text.get(before..).unwrap_or_default();
    before + row.chars().take(column.saturating_sub(1)).map(char::len_utf8).sum::<usize>()
}

/// The themes that there are: the built-in one and every folder of the plan's `themes/`.
fn names(files: &Files) -> BTreeSet<String> {
    files
        .under("themes/")
        .filter_map(|(_, file)| {
            let (name, _) = file.path.strip_prefix("themes/")?.split_once('/')?;
            Some(name.to_owned())
        })
        .chain([DEFAULT.to_owned()])
        .collect()
}

/// Every file that the program carries: path below the theme's folder, and content.
fn carried() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    fn walk(dir: &'static Dir<'static>, found: &mut Vec<(&'static str, &'static [u8])>) {
        found.extend(dir.files().filter_map(|file| Some((file.path().to_str()?, file.contents()))));
        for below in dir.dirs() {
            walk(below, found);
        }
    }
    let mut found = Vec::new();
    walk(&CARRIED, &mut found);
    found.sort_unstable();
    found.into_iter()
}

fn is_template(path: &str) -> bool {
    !path.starts_with("assets/") && [".html", ".svg", ".xml"].iter().any(|ending| path.ends_with(ending))
}

/// Files that a theme may hold for people only.
fn is_note(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    matches!(ending, "md" | "txt") || matches!(stem, "LICENSE" | "COPYING")
}

fn names_template(text: &str, path: &str) -> bool {
    text.contains(&format!("\"{path}\"")) || text.contains(&format!("'{path}'"))
}
