//! `CommonMark`'s own examples, through reading and writing.
//!
//! They come with the package of the Markdown parser, as tests of its own, and are taken from there: so they are those
//! of the version that the parser follows, and no copy of them has to be kept here.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;
use std::process::Command;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::Options;
use super::tests::html;
use super::tests::{checked, labels};
use crate::model::{Link, Prose};
use crate::source::markdown::{Destination, read_any_address};

/// Why an example comes out otherwise than `CommonMark` has it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Why {
    /// Only for its addresses: with every address let through as it is written, it agrees.
    Address,
    /// Raw HTML that is not on the safe list is dropped, and told about.
    Dropped,
    /// Comments are left out.
    Comment,
    /// Raw HTML that does not pair up, or leaves out tags that it may leave out, is mended.
    Mended,
    /// A heading without words is left out.
    EmptyHeading,
}

/// Every example that comes out otherwise.
const DIFFERENT: &[(Why, &[usize])] = &[
    (
        Why::Dropped,
        &[
            21, 31, 150, 152, 153, 154, 159, 162, 163, 164, 169, 170, 171, 172, 173, 176, 178, 180, 181, 182, 187, 201,
            344, 475, 476, 477, 491, 524, 536, 613, 614, 615, 616, 617, 627, 628, 629, 630, 631, 642, 643,
        ],
    ),
    (Why::Comment, &[177, 179, 183, 308, 309, 625, 626]),
    (Why::Mended, &[148, 149, 151, 155, 160, 165, 174, 175, 184, 190, 191, 494, 623]),
    (Why::EmptyHeading, &[79]),
    (
        Why::Address,
        &[
            22, 23, 32, 33, 192, 193, 194, 195, 196, 198, 200, 202, 203, 204, 205, 206, 214, 215, 216, 217, 218, 404,
            419, 422, 433, 473, 474, 482, 483, 484, 485, 486, 487, 489, 492, 495, 496, 498, 499, 500, 502, 503, 504,
            505, 506, 507, 509, 510, 512, 514, 515, 516, 517, 518, 519, 520, 521, 522, 527, 528, 529, 530, 531, 532,
            533, 534, 535, 539, 540, 541, 542, 543, 544, 549, 550, 553, 554, 555, 556, 557, 558, 559, 560, 561, 562,
            564, 565, 566, 567, 568, 569, 570, 571, 572, 573, 574, 575, 576, 577, 578, 580, 581, 582, 583, 584, 585,
            586, 587, 588, 589, 591, 593, 596, 598, 599, 601,
        ],
    ),
];

struct Example {
    markdown: String,
    html: String,
}

/// The examples, in the order of their numbers from 1.
#[expect(clippy::disallowed_methods, reason = "a test's own data, not content")]
fn examples() -> Vec<Example> {
    let path = parser_package().join("tests/suite/spec.rs");
    let source = std::fs::read_to_string(&path).expect("the parser's package holds the examples as tests");
    // Each is a function with two raw strings: the Markdown, then the HTML.
    let mut strings = source
        .split("r##\"")
        .skip(1)
        .map(|rest| rest.split_once("\"##").map(|(text, _)| text.to_owned()).expect("a raw string ends"));
    let mut examples = Vec::new();
    while let (Some(markdown), Some(html)) = (strings.next(), strings.next()) {
        examples.push(Example { markdown, html });
    }
    examples
}

/// The folder of the Markdown parser's package, as cargo knows it.
fn parser_package() -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", "host-tuple"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).expect("cargo gives JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let manifest = packages.iter().find(|package| package["name"] == "pulldown-cmark").expect("a dependency of ours");
    let manifest = manifest["manifest_path"].as_str().expect("each package has a manifest");
    PathBuf::from(manifest).parent().expect("a manifest lies in a folder").to_path_buf()
}

fn written(prose: &Prose<Link>) -> String {
    let labels = labels();
    let options = Options { top: prose.highest_heading().unwrap_or(1), id_prefix: "", labels: &labels };
    let html = html(prose, &options, &|link| match link {
        Link::File(path) => Some(format!("/{path}")),
        _ => None,
    });
    // That it can be reached with the keyboard is ours.
    html.replace("<pre tabindex=\"0\">", "<pre>")
}

fn any_address(markdown: &str) -> Prose<Link> {
    read_any_address(markdown).try_map(&mut |link, _| match link.value {
        Destination::Web(address) => Some(Link::Web(address)),
        _ => None,
    })
}

#[test]
fn the_examples_come_out_as_they_should() {
    let examples = examples();
    assert_eq!(examples.len(), 652);
    let mut different = Vec::new();
    for (n, example) in examples.iter().enumerate() {
        let expected = normal(&example.html);
        if normal(&written(&checked(&example.markdown))) == expected {
            continue;
        }
        let known = DIFFERENT.iter().find(|(why, numbers)| *why != Why::Address && numbers.contains(&(n + 1)));
        let any = normal(&written(&any_address(&example.markdown)));
        if any == expected {
            different.push((Why::Address, n + 1));
        } else if let Some((why, _)) = known {
            different.push((*why, n + 1));
        } else {
            panic!("example {}\n{}\nexpected\n{expected}\ngot\n{any}", n + 1, example.markdown);
        }
    }
    for (why, numbers) in DIFFERENT {
        let found: Vec<usize> = different.iter().filter(|(own, _)| own == why).map(|(_, n)| *n).collect();
        assert_eq!(found, *numbers, "{why:?}");
    }
    assert_eq!(different.len(), DIFFERENT.iter().map(|(_, numbers)| numbers.len()).sum::<usize>());
}

/// HTML with everything taken out that makes no difference to a reader, as `CommonMark`'s own tests do it, and what we
/// add to every heading, link out and picture.
fn normal(html: &str) -> String {
    let tokenizer = Tokenizer::new(Normal::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.out.take().trim().to_owned()
}

#[derive(Default)]
struct Normal {
    out: RefCell<String>,
    after_block: Cell<bool>,
    in_pre: Cell<bool>,
}

const BLOCKS: &[&str] = &[
    "blockquote",
    "body",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "script",
    "section",
    "style",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

const OURS: &[(&str, &str)] = &[
    ("h1", "id"),
    ("h2", "id"),
    ("h3", "id"),
    ("h4", "id"),
    ("h5", "id"),
    ("h6", "id"),
    ("a", "rel"),
    ("img", "loading"),
    ("img", "decoding"),
    ("img", "width"),
    ("img", "height"),
];

impl TokenSink for Normal {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::CharacterTokens(text) => {
                for c in text.chars() {
                    let c = if c.is_ascii_whitespace() && !self.in_pre.get() { ' ' } else { c };
                    let out = &mut *self.out.borrow_mut();
                    let drop = c == ' ' && !self.in_pre.get() && (self.after_block.get() || out.ends_with(' '));
                    if !drop {
                        out.push(c);
                        self.after_block.set(false);
                    }
                }
            }
            Token::TagToken(tag) => self.tag(&tag),
            Token::CommentToken(text) => self.out.borrow_mut().extend(["<!--", &text, "-->"]),
            other => self.out.borrow_mut().push_str(&match other {
                Token::DoctypeToken(_) => "<!DOCTYPE>".to_owned(),
                _ => String::new(),
            }),
        }
        TokenSinkResult::Continue
    }
}

impl Normal {
    fn tag(&self, tag: &Tag) {
        let name = &*tag.name;
        let out = &mut *self.out.borrow_mut();
        let block = BLOCKS.contains(&name);
        if block && !self.in_pre.get() {
            out.truncate(out.trim_end().len());
        }
        let mut attributes: Vec<String> = tag
            .attrs
            .iter()
            .filter(|attribute| !OURS.contains(&(name, &*attribute.name.local)))
            .map(|attribute| format!(" {}={:?}", attribute.name.local, &*attribute.value))
            .collect();
        attributes.sort();
        let slash = if tag.kind == TagKind::EndTag { "/" } else { "" };
        out.extend(["<", slash, name, &attributes.concat(), ">"]);
        self.after_block.set(block);
        if name == "pre" {
            self.in_pre.set(tag.kind == TagKind::StartTag);
        }
    }
}
