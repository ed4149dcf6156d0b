//! Texts that mean harm come out harmless: what a browser's parser finds in the HTML is looked at.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use proptest::prelude::*;

use super::tests::written;
use super::{ELEMENTS, OWN};

/// What is wrong with the tags of a page.
#[derive(Default)]
struct Watch {
    open: RefCell<Vec<String>>,
    wrong: RefCell<Vec<String>>,
}

impl TokenSink for Watch {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let Token::TagToken(tag) = token else {
            if matches!(token, Token::CommentToken(_) | Token::DoctypeToken(_)) {
                self.wrong.borrow_mut().push(format!("{token:?}"));
            }
            return TokenSinkResult::Continue;
        };
        let name = tag.name.to_string();
        if !ELEMENTS.iter().chain(OWN).any(|(own, _)| *own == name) {
            self.wrong.borrow_mut().push(format!("<{name}>"));
        }
        for attribute in &tag.attrs {
            let key = attribute.name.local.to_string();
            // Browsers take white space and control characters out of an address before they read its scheme.
            let value = attribute.value.replace(|c: char| c.is_control() || c.is_whitespace(), "").to_lowercase();
            let scheme = ["http:", "https:", "mailto:", "tel:"].iter().any(|scheme| value.starts_with(scheme));
            let inside = value.starts_with(['#', '/']) && !value.starts_with("//") && !value.starts_with("/\\");
            let leads = matches!(key.as_str(), "href" | "src" | "cite");
            if key.starts_with("on") || matches!(key.as_str(), "style" | "srcdoc") || leads && !scheme && !inside {
                self.wrong.borrow_mut().push(format!("{key}={value}"));
            }
        }
        let void = ["br", "hr", "img", "wbr", "col"].contains(&name.as_str());
        match tag.kind {
            TagKind::StartTag if !void => self.open.borrow_mut().push(name.clone()),
            TagKind::EndTag => {
                let open = self.open.borrow_mut().pop();
                if open.as_deref() != Some(&name) {
                    self.wrong.borrow_mut().push(format!("</{name}> after {open:?}"));
                }
            }
            TagKind::StartTag => {}
        }
        match name.as_str() {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "iframe" | "noscript" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }
}

fn harm(html: &str) -> Vec<String> {
    let tokenizer = Tokenizer::new(Watch::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(html));
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    let mut wrong = tokenizer.sink.wrong.take();
    wrong.extend(tokenizer.sink.open.take().into_iter().map(|name| format!("<{name}> never ends")));
    wrong
}

#[test]
fn harm_is_seen() {
    for html in
        ["<script>x</script>", "<p onclick=\"x\">a</p>", "<a href=\"java\tscript:x\">a</a>", "<p>", "</p>", "<!--x-->"]
    {
        assert_ne!(harm(html), [""; 0], "{html}");
    }
}

#[test]
fn known_tricks_do_nothing() {
    for text in [
        "<img src=x onerror=alert(1)>",
        "a <svg><style><!--</style><img src=x onerror=alert(1)>--></style></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "[a](javascript&colon;alert(1)) ![a](javascript:alert(1))",
        "[a](&#x6A;avascript:alert(1)) [b](java&Tab;script:alert(1)) [c](\\javascript:alert(1))",
        "<a href=\"jav&#x0A;ascript:alert(1)\">x</a> <a href=\"\u{1}javascript:x\">y</a>",
        "<javascript:alert(1)>",
        "[a][x]\n\n[x]: <javascript:alert(1)>",
        "[a](https://example.org \"\\\" onclick=x\") ![\" onerror=\"x](/x.png)",
        "```\" onclick=x\n</code><script>\n```",
        "|<script>|a\n|-|-|\n|</table><script>|\"|",
        "</section></div></table><p",
        "<table><a href=https://example.org><tr><td></a>",
        "a[^1]\n\n[^1]: </li></ol></section><script>x</script>",
        "<b title=\"&#0;<script>\">\u{0}</b>",
        "<div title='a`b=c'>x</div>",
        "<form id=x><button formaction=javascript:x>",
        "<base href=//evil.example> <meta http-equiv=refresh content=0> <link rel=stylesheet href=x>",
    ] {
        let html = written(text);
        assert_eq!(harm(&html), [""; 0], "{text}\n{html}");
    }
}

/// Pieces of texts that mean harm.
fn fragment() -> impl Strategy<Value = String> {
    let tag = prop::sample::select(vec![
        "script",
        "style",
        "svg",
        "math",
        "iframe",
        "img",
        "a",
        "b",
        "p",
        "div",
        "table",
        "td",
        "li",
        "details",
        "h2",
        "title",
        "textarea",
        "noscript",
        "template",
        "form",
        "input",
        "select",
        "section",
        "base",
        "object",
        "plaintext",
        "mtext",
        "foreignObject",
        "!--",
        "!DOCTYPE",
        "?xml",
        "![CDATA[",
    ]);
    let attribute = prop::sample::select(vec![
        "",
        " onclick=x",
        " href=javascript:x",
        " href='java\tscript:x'",
        " src=x onerror=x",
        " style=x",
        " class=task",
        " id=x",
        " title='\"><script>'",
        " lang=sv",
        "/",
        " href=\"https://example.org\"",
        " cite=data:x",
        " title=\"",
    ]);
    prop_oneof![
        (tag.clone(), attribute, prop::sample::select(vec![">", "/>", "", ">\n\n", "\n>"]))
            .prop_map(|(tag, attribute, end)| format!("<{tag}{attribute}{end}")),
        tag.prop_map(|tag| format!("</{tag}>")),
        prop::sample::select(vec![
            "[a](javascript:x)",
            "[a](&#106;avascript:x)",
            "![a](data:x)",
            "[a](https://example.org/\"x)",
            "<javascript:x>",
            "\n",
            "\n\n",
            "> ",
            "- ",
            "- [x] ",
            "# ",
            "|a|\n|-|\n|b|\n",
            "`",
            "```\n",
            "*",
            "**",
            "[^1]",
            "\n[^1]: ",
            "-->",
            "]]>",
            "&lt;script&gt;",
            "&",
            "\"",
            "\u{0}",
            "å",
            " ",
            "a",
            "[a](#a)",
            "[<b>](/x.pdf)",
            "    ",
        ])
        .prop_map(str::to_owned),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_harm_does_nothing(parts in prop::collection::vec(fragment(), 0..14)) {
        let html = written(&parts.concat());
        prop_assert_eq!(harm(&html), Vec::<String>::new(), "{}", html);
    }

    #[test]
    fn any_text_is_written(text in "\\PC{0,120}") {
        let html = written(&text);
        prop_assert_eq!(harm(&html), Vec::<String>::new(), "{}", html);
    }
}
