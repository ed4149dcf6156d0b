//! What lets a forge check and publish a plan by itself: on every proposal, on every change, and every night, so that silence
//! shows. Versions are pinned, and nothing gets more rights than it needs.

use super::NewFile;
use crate::words::Words;

/// GitHub Actions; what stands in braces of ours is filled in.
const GITHUB: &str = r#"# ⟦about⟧
# ⟦github⟧
name: plan

on:
  pull_request:
  push:
    branches: [main]
  # ⟦nightly⟧
  schedule:
    - cron: "17 3 * * *"
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: ${{ github.workflow }}-${{ github.ref }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

env:
  FRAMDRIFT: "⟦version⟧"

jobs:
  build:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
      - uses: actions/cache@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3
        with:
          path: ~/.framdrift
          key: framdrift-${{ env.FRAMDRIFT }}-${{ runner.os }}-${{ runner.arch }}
      - name: ⟦install⟧
        run: |
          test -x ~/.framdrift/bin/framdrift || cargo install framdrift --version "$FRAMDRIFT" --locked --root ~/.framdrift
          echo ~/.framdrift/bin >> "$GITHUB_PATH"
      - name: ⟦check⟧
        run: framdrift check --format github
      - name: ⟦build⟧
        run: framdrift build --quiet --commit "$GITHUB_SHA" --out site
      - name: ⟦preview⟧
        uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2
        with:
          name: site
          path: site
          retention-days: 14
      - if: github.ref == 'refs/heads/main' && github.event_name != 'pull_request'
        uses: actions/upload-pages-artifact@56afc609e74202658d3ffba0e8f6dda462b719fa # v3.0.1
        with:
          path: site

  publish:
    if: github.ref == 'refs/heads/main' && github.event_name != 'pull_request'
    needs: build
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
"#;

/// GitLab CI.
const GITLAB: &str = r#"# ⟦about⟧
# ⟦gitlab⟧
default:
  image: rust:⟦rust⟧-slim-bookworm
  interruptible: true
  timeout: 30 minutes
  cache:
    key: framdrift-$FRAMDRIFT
    paths: [.framdrift/]
  before_script:
    # ⟦install⟧
    - test -x .framdrift/bin/framdrift || cargo install framdrift --version "$FRAMDRIFT" --locked --root .framdrift
    - export PATH="$PWD/.framdrift/bin:$PATH"

variables:
  FRAMDRIFT: "⟦version⟧"

workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH

# ⟦check⟧
check:
  script:
    - framdrift check --format gitlab > code-quality.json
    - framdrift build --quiet --commit "$CI_COMMIT_SHA" --out preview
  artifacts:
    when: always
    expire_in: 2 weeks
    paths: [preview]
    reports:
      codequality: code-quality.json

# ⟦nightly-gitlab⟧
pages:
  needs: [check]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  interruptible: false
  script:
    - framdrift build --quiet --commit "$CI_COMMIT_SHA" --out public
  artifacts:
    paths: [public]
"#;

/// The oldest Rust that the program can be built with: it is what the recipes use.
const RUST: &str = env!("CARGO_PKG_RUST_VERSION");

/// The recipes, with comments in the language of `words`.
pub fn recipes(words: &Words) -> Vec<NewFile> {
    let filled = |recipe: &str| {
        let mut parts = recipe.split(['⟦', '⟧']);
        let mut text = parts.next().unwrap_or_default().to_owned();
        while let (Some(name), Some(rest)) = (parts.next(), parts.next()) {
            text.push_str(&match name {
                "version" => env!("CARGO_PKG_VERSION").to_owned(),
                "rust" => RUST.to_owned(),
                key => words.get(&format!("recipe-{key}")),
            });
            text.push_str(rest);
        }
        text
    };
    vec![
        NewFile { path: ".github/workflows/plan.yml".to_owned(), text: filled(GITHUB) },
        NewFile { path: ".gitlab-ci.yml".to_owned(), text: filled(GITLAB) },
    ]
}
