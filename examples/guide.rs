//! Writes the sample plan with the editors' guide as pages of it: framdrift shows how framdrift is used.
//!
//! `cargo run --example guide -- OUTPUT_DIR`, in the repository's root. Comes in: `content/` and `docs/sv/`. Goes out:
//! `OUTPUT_DIR/content/`. A page of the guide becomes a free page: its heading is the title, what stands first below it the
//! summary, and links between the pages and pictures lead where they lie in the plan.

#![expect(clippy::disallowed_methods, reason = "a tool beside the pipeline writes its own files")]

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

fn main() -> Result<()> {
    let out =
        std::env::args().nth(1).context("name the folder to write to: cargo run --example guide -- OUTPUT_DIR")?;
    let out = Path::new(&out);
    ensure!(!out.exists(), "{} exists", out.display());
    copy(Path::new("content"), &out.join("content"))?;
    copy(Path::new("docs/bilder"), &out.join("content/static/guidebilder"))?;
    for entry in fs::read_dir("docs/sv")? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).context("a page has a name")?;
        let text = fs::read_to_string(&path)?;
        fs::write(out.join("content/pages").join(format!("{}.md", id(name))), page(&text, name == "README"))?;
    }
    Ok(())
}

/// The id of a page of the guide: `guide` is the first.
fn id(name: &str) -> String {
    if name == "README" { "guide".to_owned() } else { format!("guide-{name}") }
}

/// A page of the guide as a free page of a plan.
fn page(text: &str, is_first: bool) -> String {
    let (title, body) = text.strip_prefix("# ").and_then(|text| text.split_once('\n')).unwrap_or(("Guide", text));
    let menu = if is_first { "meny: ja\n" } else { "" };
    let mut parts = body.split("](");
    let mut linked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (to, rest) = part.split_once(')').unwrap_or((part, ""));
        linked.extend(["](", &address(to), ")", rest]);
    }
    format!("---\ntitel: \"{title}\"\n{menu}---\n{}", linked.trim_start())
}

/// Where a link of the guide leads in the plan; what is no page of it is read where the program's source is.
fn address(to: &str) -> String {
    if let Some(picture) = to.strip_prefix("../bilder/") {
        return format!("/guidebilder/{picture}");
    }
    match to.strip_suffix(".md") {
        Some(name) if !name.contains('/') => format!("sida:{}", id(name)),
        _ => "https://crates.io/crates/framdrift".to_owned(),
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let to = to.join(path.file_name().context("a file has a name")?);
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, to)?;
        }
    }
    Ok(())
}
