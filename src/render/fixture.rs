//! Pages to try a theme on: each kind of page full of everything, and each with as little as it can have.
//!
//! Long because it fills every field of `pages::data` by hand, so that a new field is not forgotten here.

mod about;
mod bare;
mod find;
mod follow;

use std::collections::BTreeMap;

use crate::pages::data::{
    Alternate, Anchor, Answer, Area, Assessment, Calculation, Column, Content, Day, Decision, Distribution, Fact,
    Figure, Finding, Forum, Free, Goal, GoalGroup, GoalRow, Goals, Html, Indicator, IndicatorGroup, IndicatorRow,
    Indicators, Initiative, InitiativeRow, Initiatives, Insight, Item, Listing, Mark, Meeting, Missing, ObstacleCard,
    Page, Part, Period, PeriodRow, Periods, Phrase, Piece, Quality, QualityGroup, Question, QuestionCard, ReportCard,
    ResponseCard, ReviewCard, Role, Roles, RuleCard, Section, Site, SmallFigure, Start, StateCard, Table, Text,
    TextPart, Timeline, TimelineGroup, Unit,
};
use crate::words::{Language, Words};

const LONG: &str = "Utvecklingsarbete kring förvaltningsövergripande informationssäkerhetsklassificering, \
ärendehanteringssystem och e-arkivering i enlighet med kommunstyrelsens beslut om samordnad \
verksamhetsutveckling, digitalisering och effektivisering av socialtjänstens, utbildningsförvaltningens och \
samhällsbyggnadsförvaltningens gemensamma myndighetsutövning samt invånarnas möjlighet att följa sina ärenden \
från ansökan till beslut utan att behöva kontakta kontaktcenter, oavsett om de har e-legitimation eller inte, \
med full tillgänglighet enligt lagen om tillgänglighet till digital offentlig service";

/// What both languages' pages share.
pub(super) fn sites() -> BTreeMap<&'static str, Site> {
    let site = |lang: Option<&'static str>| Site {
        title: Phrase { text: "En enklare kommun – digital agenda för Ängslunda 2024–2027".to_owned(), lang },
        organisation: Phrase { text: "Ängslunda kommun".to_owned(), lang },
        notice: Some(phrase("Ängslunda kommun och alla siffror här är påhittade.")),
        date: day("2026-11-23", "23 november 2026"),
        licence: "CC0-1.0".to_owned(),
        logo: None,
        version: "0.1.0",
    };
    let bare = Site { notice: None, ..site(Some("sv")) };
    BTreeMap::from([("sv", site(None)), ("en", bare)])
}

/// The words of both languages.
pub(super) fn words() -> BTreeMap<&'static str, Words> {
    Language::all().map(|language| (language.tag(), Words::new(language))).collect()
}

/// Swedish pages with everything, English pages with as little as can be.
pub(super) fn pages() -> Vec<Page> {
    let mut pages: Vec<Page> =
        full().into_iter().map(|(address, title, content)| page("sv", address, title, content)).collect();
    pages.extend(bare::pages().into_iter().map(|(address, content)| page("en", address, "A page", content)));
    pages
}

fn page(lang: &'static str, address: &str, title: &str, content: Content) -> Page {
    let prefix = if lang == "sv" { "" } else { "en/" };
    let address = format!("{prefix}{address}");
    // What answers an unknown address is shown at any depth: its links begin at the site's root.
    let root = if address == "404.html" { "/".to_owned() } else { "../".repeat(address.matches('/').count()) };
    let start = matches!(content, Content::Start(_));
    let full = lang == "sv";
    let kind = serde_json::to_value(&content).expect("data")["kind"].as_str().expect("it has a kind").to_owned();
    let home = if start { "./".to_owned() } else { format!("{root}{prefix}") };
    let sections = [
        ("Mål", "mal"),
        ("Initiativ", "initiativ"),
        ("Nyckeltal", "nyckeltal"),
        ("Uppföljning", "uppfoljning"),
        ("Ansvar", "ansvar"),
        ("Forum", "forum"),
        ("Insikter", "insikter"),
        ("Beslut", "beslut"),
    ];
    Page {
        canonical: full.then(|| format!("https://framdrift.example/{address}")),
        alternates: if full {
            vec![Alternate {
                lang: "en",
                name: "English".to_owned(),
                href: format!("{root}en/"),
                url: Some("https://framdrift.example/en/".to_owned()),
            }]
        } else {
            vec![]
        },
        breadcrumbs: if start {
            vec![]
        } else {
            vec![anchor("Start", &home), anchor("Initiativ", &format!("{root}initiativ/"))]
        },
        navigation: sections
            .iter()
            .map(|(text, folder)| Section {
                text: (*text).to_owned(),
                href: format!("{root}{folder}/"),
                current: address.strip_prefix(folder).map(|rest| if rest == "/" { "page" } else { "true" }),
            })
            .collect(),
        search: Section {
            text: "Sök".to_owned(),
            href: format!("{root}sok/"),
            current: address.ends_with("sok/").then_some("page"),
        },
        footer: if full {
            vec![
                anchor("Så räknar vi", &format!("{root}sa-raknar-vi/")),
                anchor("Kvalitet", &format!("{root}kvalitet/")),
            ]
        } else {
            vec![]
        },
        hidden: address == "404.html",
        latest: (!start).then(|| about::latest(full)),
        data: if full { vec![anchor("Initiativ (CSV)", "../../data/initiatives.csv")] } else { vec![] },
        feeds: if full && start { about::feeds() } else { vec![] },
        untranslated: (!full && !start).then(about::untranslated),
        outdated: if full && !start { about::outdated() } else { vec![] },
        react: if full { Some(about::react()) } else { (!start).then(about::form) },
        meta: about::meta(full),
        template: Box::leak(kind.into_boxed_str()),
        lang,
        root,
        home,
        title: phrase(title),
        description: "Vad kommunen har lovat, hur långt den har kommit och vem som svarar för vad.".to_owned(),
        address,
        content,
    }
}

fn phrase(text: &str) -> Phrase {
    Phrase { text: text.to_owned(), lang: None }
}

fn english(text: &str) -> Phrase {
    Phrase { text: text.to_owned(), lang: Some("en") }
}

fn anchor(text: &str, href: &str) -> Anchor {
    Anchor { text: text.to_owned(), href: if href.is_empty() { "./".to_owned() } else { href.to_owned() }, lang: None }
}

fn day(iso: &str, text: &str) -> Day {
    Day { iso: Some(iso.to_owned()), text: text.to_owned() }
}

fn mark(key: &'static str, word: &str) -> Mark {
    Mark { key, word: word.to_owned() }
}

fn item(text: &str) -> Item {
    Item { text: text.to_owned(), ..Item::default() }
}

fn role(text: &str) -> Item {
    Item { href: Some("../".to_owned()), ..item(text) }
}

fn dated(iso: &str, text: &str) -> Item {
    Item { iso: Some(iso.to_owned()), ..item(text) }
}

fn absent() -> Item {
    Item { missing: true, ..item("Uppgift saknas") }
}

fn text(html: &str) -> Text {
    Text { parts: vec![TextPart { html: Some(Html(html.to_owned())), figure: None }], lang: None }
}

fn body() -> Text {
    text(
        "<h3>Vad</h3>\n<p>Den som har ett ärende hos kommunen ska kunna logga in och se fyra saker: att ansökan har kommit in, vem som har den, vad som händer härnäst och när beslutet väntas. Läs mer hos <a href=\"https://www.digg.se/\">Digg</a>.</p>\n<ul>\n<li>Inget ärendeslag öppnas innan kontaktcenter har prövat det.</li>\n<li>Texterna ska vara begripliga.</li>\n</ul>\n<h3>Varför</h3>\n<blockquote><p>Var är mitt ärende?</p></blockquote>\n<h4>Så här frågar de</h4>\n<p>Det är den vanligaste frågan till kontaktcenter.</p>",
    )
}

fn distribution() -> Distribution {
    let part = |key, word, count: usize| Part { mark: mark(key, word), count, text: format!("{count} av 28") };
    Distribution {
        total: 28,
        parts: vec![
            part("off-track", "Avviker från planen", 1),
            part("delayed", "Försenat", 4),
            part("no-information", "Ingen aktuell uppgift", 3),
            part("at-risk", "Risk för avvikelse", 5),
            part("paused", "Pausat", 2),
            part("not-started", "Inte påbörjat", 2),
            part("on-track", "Enligt plan", 8),
            part("done", "Klart", 2),
            part("cancelled", "Avbrutet", 1),
        ],
        sentence: "9 av 28 initiativ är försenade, avviker eller saknar aktuell uppgift.".to_owned(),
        figure: None,
    }
}

fn nothing() -> Distribution {
    Distribution { total: 0, parts: vec![], sentence: "Inga initiativ finns än.".to_owned(), figure: None }
}

fn initiative_row(key: &'static str, word: &str, title: &str) -> InitiativeRow {
    InitiativeRow {
        link: anchor(title, "../initiativ/mina-sidor/"),
        mark: mark(key, word),
        reason: Some(
            "Slutdatum 30 september 2026 har passerat och 3 av 7 aktiviteter är inte klara.".to_owned().into(),
        ),
        summary: Some(phrase(
            "En inloggad sida där invånare och företag ser sina ärenden, får meddelanden och kan komplettera utan att ringa.",
        )),
        accountable: role("Digitaliseringschef"),
        deadline: Item { note: Some("flyttat 1 gång, 6 månader".to_owned()), ..dated("2027-06-30", "30 juni 2027") },
        reported: dated("2026-10-02", "2 oktober 2026"),
        activities: "4 av 7 aktiviteter klara".to_owned(),
        goals: vec![
            anchor("Du kan göra hela ärendet digitalt", "../mal/a/"),
            anchor("Den som hör av sig får svar direkt", "../mal/b/"),
        ],
        keys: None,
    }
}

fn bare_row() -> InitiativeRow {
    InitiativeRow {
        reason: None,
        summary: None,
        accountable: absent(),
        deadline: absent(),
        reported: absent(),
        goals: vec![],
        keys: None,
        ..initiative_row("no-information", "Ingen aktuell uppgift", LONG)
    }
}

fn rows() -> Vec<InitiativeRow> {
    vec![
        initiative_row("delayed", "Försenat", "Mina sidor där du ser var ditt ärende är"),
        bare_row(),
        initiative_row("at-risk", "Risk för avvikelse", "E-tjänst för bygglov"),
        initiative_row("on-track", "Enligt plan", "Återkoppling inom två dagar"),
    ]
}

fn indicator_row(key: &'static str, word: &str, title: &str) -> IndicatorRow {
    IndicatorRow {
        link: anchor(title, "../nyckeltal/svarstid/"),
        mark: mark(key, word),
        latest: Item { note: Some("tertial 2 2026".to_owned()), ..item("5,5 minuter") },
        target: Item { note: Some("31 december 2027".to_owned()), ..item("3,0 minuter") },
        trend: mark("improving", "Minskar, vilket är bra"),
        arrow: "down",
        spark: Some(Html(figure("spark-andel").narrow.0)),
    }
}

fn indicators() -> Vec<IndicatorRow> {
    vec![
        indicator_row("partly", "Delvis på väg", "Svarstid i telefon"),
        IndicatorRow {
            latest: absent(),
            target: absent(),
            trend: mark("unknown", "Kan inte sägas"),
            arrow: "none",
            spark: None,
            ..indicator_row("cannot-say", "Kan inte sägas", "Andel e-tjänster som går att göra hela vägen")
        },
    ]
}

fn goal_row() -> GoalRow {
    GoalRow {
        link: anchor("Den som hör av sig får svar direkt eller vet när svaret kommer", "../mal/svar-direkt/"),
        summary: Some(phrase(
            "Fler frågor ska lösas vid första kontakten, och ingen ska behöva undra om någon har sett frågan.",
        )),
        accountable: role("Kontaktcenterchef"),
        delivery: Distribution { parts: distribution().parts.into_iter().take(4).collect(), ..distribution() },
        outcome: indicators(),
        assessment: Item {
            note: Some("9 juni 2026".to_owned()),
            mark: Some(mark("expected", "Väntas uppfyllas")),
            ..item("Väntas uppfyllas")
        },
    }
}

fn bare_goal() -> GoalRow {
    GoalRow {
        summary: None,
        accountable: absent(),
        delivery: nothing(),
        outcome: vec![],
        assessment: absent(),
        ..goal_row()
    }
}

fn question() -> QuestionCard {
    QuestionCard {
        question: phrase(
            "Ska anslutningen av socialförvaltningens system betalas av förvaltningen eller av digitaliseringsbudgeten?",
        ),
        by: role("Kommundirektör"),
        before: Item { note: Some("passerat med 12 dagar".to_owned()), ..dated("2026-11-11", "11 november 2026") },
    }
}

fn obstacle() -> ObstacleCard {
    ObstacleCard { kind: "Beroende".to_owned(), text: phrase("Leverantören kan inte bygga om kopplingen före mars.") }
}

fn report() -> ReportCard {
    ReportCard {
        link: anchor("Mina sidor där du ser var ditt ärende är", "../initiativ/mina-sidor/#rapport-2026-t2"),
        anchor: "rapport-2026-t2".to_owned(),
        period: anchor("Tertial 2 2026", "../uppfoljning/2026-t2/"),
        mark: mark("at-risk", "Risk för avvikelse"),
        date: day("2026-10-02", "2 oktober 2026"),
        by: role("Digitaliseringschef"),
        no_progress: false,
        body: Some(text(
            "<p>Bygglovsärenden visas sedan mars. 4 200 har loggat in. Förskolans kö visas i december om testet går väl.</p>",
        )),
        next_step: Some(phrase("Pröva köplatsen med tjugo vårdnadshavare i november.")),
        obstacle: Some(obstacle()),
        decision_needed: Some(question()),
        forecast: Some(Day { iso: Some("2027-09".to_owned()), text: "september 2027".to_owned() }),
        evidence: vec![anchor("Statistik över inloggningar", "https://framdrift.example/statistik")],
        corrected: Some("Rättad 12 oktober 2026: antalet inloggningar var 4 200, inte 42 000.".to_owned().into()),
    }
}

fn bare_report() -> ReportCard {
    ReportCard {
        anchor: "rapport-2026-t1".to_owned(),
        period: anchor("Tertial 1 2026", "../uppfoljning/2026-t1/"),
        mark: mark("on-track", "Enligt plan"),
        no_progress: true,
        body: None,
        next_step: None,
        obstacle: None,
        decision_needed: None,
        forecast: None,
        evidence: vec![],
        corrected: None,
        ..report()
    }
}

fn facts() -> Vec<Fact> {
    let fact = |label: &str, values| Fact { label: label.to_owned(), values };
    vec![
        fact("Ansvarig", vec![role("Digitaliseringschef")]),
        fact("Uppdragsgivare", vec![absent()]),
        fact(
            "Medverkar",
            vec![
                Item { note: Some("Testar med invånare.".to_owned()), ..role("Kontaktcenterchef") },
                Item { lang: Some("en"), ..item("IT manager") },
                Item {
                    pieces: vec![
                        about::piece("Report on ", None),
                        Piece { lang: Some("sv"), ..about::piece("e-arkivet", None) },
                    ],
                    ..role("Report on e-arkivet")
                },
            ],
        ),
        fact("Slutdatum", vec![dated("2027-06-30", "30 juni 2027")]),
        fact("Fas", vec![item("Införande")]),
        fact("Budget 2026", vec![item("3 200 000 kr, förbrukat 2 150 000 kr")]),
    ]
}

/// A chart with the least that a drawing has.
fn figure(id: &str) -> Figure {
    let drawn = |suffix: &str, width: u32| {
        let id = format!("{id}-{suffix}");
        Html(format!(
            "<svg class=\"chart\" viewBox=\"0 0 {width} 80\" width=\"{width}\" height=\"80\" role=\"img\" \
             aria-labelledby=\"{id}-t\"><title id=\"{id}-t\">Andel som är klara</title>\
             <path class=\"c-line\" d=\"M4 60l40-20 40 10\"/></svg>"
        ))
    };
    Figure {
        id: id.to_owned(),
        kind: "line",
        title: Some(phrase("Så många har fått fiber")),
        caption: "Värdet ökade från 64 % (2020) till 86 % (2025).".to_owned(),
        narrow: drawn("n", 288),
        wide: Some(drawn("w", 640)),
        cut: true,
        tall: true,
        height: 300,
        table: Some(table()),
    }
}

fn table() -> Table {
    let column = |text: &str, numeric: bool| Column { text: text.to_owned(), lang: numeric.then_some("en"), numeric };
    Table {
        caption: "Aktiviteter i tidsordning".to_owned(),
        columns: vec![
            column("Aktivitet", false),
            column("Läge", false),
            column("Senast", false),
            column("Klar", false),
            column("Count", true),
        ],
        rows: vec![
            vec![
                item("Upphandla plattformen och teckna avtal"),
                Item { mark: Some(mark("done", "Klar")), ..item("Klar") },
                dated("2025-05-30", "2025-05-30"),
                dated("2025-05-28", "2025-05-28"),
                item("1 234,5"),
            ],
            vec![
                role("Öppna inloggning och säker inkorg"),
                Item { mark: Some(mark("overdue", "Försenad")), ..item("Försenad") },
                Item { note: Some("försenad 12 dagar".to_owned()), ..dated("2026-11-11", "2026-11-11") },
                absent(),
                absent(),
            ],
        ],
    }
}

fn every_state() -> Vec<StateCard> {
    [
        "on-track",
        "at-risk",
        "off-track",
        "delayed",
        "not-started",
        "paused",
        "done",
        "cancelled",
        "merged",
        "no-information",
        "in-progress",
        "overdue",
        "met",
        "in-phase",
        "partly",
        "weak",
        "wrong-way",
        "cannot-say",
        "not-met",
        "expected",
        "expected-partly",
        "not-expected",
        "improving",
        "worsening",
        "unchanged",
        "unknown",
        "reported",
        "late",
        "silent",
        "never",
        "whole",
        "weak-link",
        "broken",
        "not-due",
    ]
    .into_iter()
    .map(|key| StateCard {
        mark: mark(key, key),
        meaning: "Allt som skulle vara klart är klart, och den senaste rapporten säger att resten följer planen."
            .to_owned(),
    })
    .collect()
}

fn full() -> Vec<(&'static str, &'static str, Content)> {
    let summary = || {
        Some(phrase(
            "Här visar Ängslunda kommun vad vi har lovat att göra med digitaliseringen, hur långt vi har kommit och vem som svarar för vad. Vi visar också det som är försenat och det vi inte vet.",
        ))
    };
    let links = || {
        vec![
            anchor("Den som hör av sig får svar direkt", "../mal/a/"),
            Anchor { lang: Some("en"), ..anchor("Open data", "../mal/b/") },
        ]
    };
    let lead = || "19 av 28 initiativ följer planen, 4 är försenade och 3 saknar aktuell rapport.".to_owned();
    let listing = || Listing { lead: lead(), table: Some(table()), figures: vec![figure("values")] };
    vec![
        (
            "",
            "En enklare kommun – digital agenda för Ängslunda 2024–2027",
            Content::Start(Start {
                pulse: follow::pulse(),
                since: Some(follow::changes()),
                news: anchor("Allt som har hänt", "nytt/"),
                work_lists: vec![anchor("2 behöver beslut", "behover-beslut/")],
                lead: lead(),
                summary: summary(),
                states: distribution(),
                reporting: Some("25 av 28 initiativ är rapporterade för tertial 2 2026.".to_owned()),
                rate: Some(figure("rate")),
                next: Some("Nästa rapporter ska lämnas senast 28 januari 2027.".to_owned()),
                attention: rows(),
                all_initiatives: anchor("Alla 28 initiativ", "initiativ/"),
                goals: vec![goal_row(), bare_goal()],
                reports: vec![report(), bare_report()],
            }),
        ),
        (
            "mal/",
            "Mål",
            Content::Goals(Goals {
                lead: lead(),
                groups: vec![
                    GoalGroup {
                        area: Some(anchor("Service och kontakt", "../omrade/service/")),
                        goals: vec![goal_row(), bare_goal()],
                    },
                    GoalGroup { area: None, goals: vec![goal_row()] },
                ],
            }),
        ),
        (
            "mal/svar-direkt/",
            "Den som hör av sig får svar direkt eller vet när svaret kommer",
            Content::Goal(Goal {
                chains: Some(follow::chains()),
                summary: summary(),
                delivery: distribution(),
                outcome: indicators(),
                figures: vec![SmallFigure {
                    link: anchor("Andel som är klara", "../"),
                    mark: mark("partly", "En bit efter"),
                    figure: Figure { wide: None, ..figure("values") },
                }],
                assessments: vec![Assessment {
                    mark: mark("expected-partly", "Väntas delvis uppfyllas"),
                    date: day("2026-06-09", "9 juni 2026"),
                    by: role("Kommundirektör"),
                    motivation: phrase(
                        "Väntetiden minskar och fler frågor löses direkt. Återkopplingen från förvaltningarna är fortfarande ojämn.",
                    ),
                }],
                body: Some(body()),
                facts: facts(),
                initiatives: rows(),
                subgoals: links(),
            }),
        ),
        (
            "omrade/service/",
            "Service och kontakt",
            Content::Area(Area {
                summary: summary(),
                body: Some(body()),
                facts: facts(),
                goals: vec![goal_row()],
                states: distribution(),
                initiatives: rows(),
            }),
        ),
        (
            "initiativ/",
            "Initiativ",
            Content::Initiatives(Initiatives {
                states: distribution(),
                timeline: anchor("Tidslinje", "../tidslinje/"),
                initiatives: vec![find::row(), initiative_row("done", "Klart", "E-arkiv")],
                facets: find::facets(),
                shown: "Visar {n} av 2 initiativ.".to_owned(),
            }),
        ),
        ("lage/", "Lägen", find::states()),
        ("lage/forsenat/", "Försenade initiativ", find::state()),
        ("sok/", "Sök", find::search()),
        (
            "tidslinje/",
            "Tidslinje",
            Content::Timeline(Timeline {
                lead: lead(),
                groups: vec![TimelineGroup {
                    goal: anchor("Svar direkt", "../mal/svar-direkt/"),
                    figures: vec![figure("goal-1-1"), figure("goal-1-2")],
                }],
            }),
        ),
        (
            "initiativ/mina-sidor/",
            "Mina sidor där du ser var ditt ärende är",
            Content::Initiative(initiative(summary())),
        ),
        (
            "initiativ/langt/",
            LONG,
            Content::Initiative(Initiative { next_step: None, ..initiative(Some(english("An English summary"))) }),
        ),
        (
            "nyckeltal/",
            "Nyckeltal",
            Content::Indicators(Indicators {
                lead: lead(),
                groups: vec![IndicatorGroup { title: "Effekt".to_owned(), indicators: indicators() }],
            }),
        ),
        (
            "nyckeltal/svarstid/",
            "Svarstid i telefon",
            Content::Indicator(Indicator {
                mark: mark("partly", "Delvis på väg"),
                sentence: "Senaste värdet är 5,5 minuter. På vägen mot målet skulle det ha varit 4,1 minuter."
                    .to_owned(),
                trend: mark("improving", "Minskar, vilket är bra"),
                arrow: "down",
                summary: summary(),
                facts: facts(),
                figure: Some(figure("values")),
                method: Some(phrase("Medelväntetid i växelns kö under kontorstid.")),
                breaks: vec![phrase("2025-01-01: ny telefonväxel.")],
                body: Some(body()),
                goals: links(),
                initiatives: links(),
            }),
        ),
        (
            "uppfoljning/",
            "Uppföljning",
            Content::Periods(Periods {
                links: vec![anchor("2 behöver beslut", "behover-beslut/")],
                lead: lead(),
                rate: Some(figure("rate")),
                periods: vec![
                    PeriodRow {
                        link: anchor("Tertial 2 2026", "2026-t2/"),
                        sentence: "25 av 28 rapporter är lämnade.".to_owned(),
                        review: absent(),
                    },
                    PeriodRow {
                        link: anchor("Tertial 1 2026", "2026-t1/"),
                        sentence: "28 av 28 rapporter är lämnade.".to_owned(),
                        review: dated("2026-06-09", "9 juni 2026"),
                    },
                ],
            }),
        ),
        (
            "uppfoljning/2026-t2/",
            "Tertial 2 2026",
            Content::Period(Period {
                standing: follow::standing(true),
                lead: lead(),
                due: day("2026-09-28", "28 september 2026"),
                assessments: distribution(),
                reports: vec![report(), bare_report()],
                late: vec![bare_report()],
                lacking: vec![bare_row()],
                review: Some(ReviewCard {
                    facts: facts(),
                    body: Some(body()),
                    answers: vec![Answer {
                        initiative: anchor("Mina sidor", "../"),
                        question: Some(question().question),
                        answer: phrase("Digitaliseringsbudgeten betalar."),
                    }],
                }),
                previous: Some(anchor("Tertial 1 2026", "../2026-t1/")),
                next: None,
            }),
        ),
        (
            "ansvar/",
            "Ansvar",
            Content::Roles(Roles {
                chain_matrix: Some(follow::matrix()),
                chains: Some(follow::chains()),
                goal_matrix: Some(follow::goal_matrix()),
                lead: lead(),
                roles: table(),
                units: Table { caption: "Enheter".to_owned(), ..table() },
            }),
        ),
        (
            "ansvar/digitaliseringschef/",
            "Digitaliseringschef",
            Content::Role(Role {
                gaps: vec!["Rollen saknar mandat för ett initiativ.".to_owned()],
                duties: vec![
                    Item {
                        note: Some("senast 28 september 2026, passerade för 59 dagar sedan".to_owned()),
                        ..role(LONG)
                    },
                    role("Lägg in nya värden för Svarstid i telefon."),
                ],
                chains: Some(follow::chains()),
                summary: summary(),
                facts: facts(),
                states: distribution(),
                initiatives: rows(),
                sponsored: rows(),
                goals: links(),
                asks: vec![role("Redovisa kostnaden"), absent()],
                questions: vec![Question { initiative: anchor("E-arkiv", "../"), card: question() }],
                forums: links(),
            }),
        ),
        (
            "enhet/kommunstyrelsen/",
            "Kommunstyrelsen",
            Content::Unit(Unit {
                chains: Some(follow::chains()),
                summary: summary(),
                facts: facts(),
                states: Distribution { figure: Some(figure("states")), ..distribution() },
                goals: Some(follow::goal_matrix()),
                roles: links(),
                initiatives: rows(),
                decisions: links(),
            }),
        ),
        ("forum/", "Forum", Content::Forums(listing())),
        (
            "forum/serviceforum/",
            "Serviceforum",
            Content::Forum(Forum {
                activity: mark("whole", "Aktivt"),
                activity_sentence: "Möttes senast 14 oktober 2026.".to_owned(),
                agenda: follow::agenda(),
                summary: summary(),
                purpose: phrase("Att göra det lättare att få kontakt med kommunen."),
                facts: facts(),
                charter: Some(phrase("Forumet bereder, beslutar inte.")),
                body: Some(body()),
                meetings: vec![Meeting {
                    date: day("2026-10-14", "14 oktober 2026"),
                    took_up: vec![item("Läget i Mina sidor"), role("Insikt")],
                    decided: vec![item("Fler testpersoner")],
                    minutes: Some("https://framdrift.example/moten/1".to_owned()),
                }],
                rhythm: Some(figure("rhythm")),
                initiatives: rows(),
                insights: links(),
            }),
        ),
        ("insikter/", "Insikter", Content::Insights(listing())),
        (
            "insikter/var-ar-mitt-arende/",
            "Jag vet inte om ni har fått min ansökan",
            Content::Insight(Insight {
                mark: Some(mark("broken", "Obesvarad")),
                sentence: Some("Öppen i 80 dagar utan svar.".to_owned()),
                summary: summary(),
                facts: facts(),
                body: Some(body()),
                response: Some(ResponseCard {
                    state: "Tas om hand".to_owned(),
                    text: Some(phrase("Mina sidor visar läget.")),
                    by: Some(role("Kontaktcenterchef")),
                    date: Some(day("2026-03-03", "3 mars 2026")),
                }),
                initiatives: rows(),
            }),
        ),
        ("beslut/", "Beslut", Content::Decisions(listing())),
        (
            "beslut/kf/",
            "Digital agenda 2024–2027",
            Content::Decision(Decision {
                summary: summary(),
                facts: facts(),
                body: Some(body()),
                affects: vec![role("Mina sidor")],
                asks: Some(table()),
            }),
        ),
        (
            "om/",
            "Om",
            Content::Free(Free {
                summary: summary(),
                body: Some(Text { lang: Some("en"), ..text("<h2>Vad</h2>\n<p>Text.</p>") }),
            }),
        ),
        (
            "sa-raknar-vi/",
            "Så räknar vi",
            Content::Calculation(Calculation {
                lead: lead(),
                rules: vec![RuleCard {
                    id: "F3",
                    title: "Enligt plan ska förtjänas".to_owned(),
                    paragraphs: vec![
                        "En aktivitet som är mer än 30 dagar sen gör att läget blir risk för avvikelse.".to_owned(),
                    ],
                }],
                limits: table(),
                states: every_state(),
                data: vec![anchor("Alla värden som data", "berakning.json")],
            }),
        ),
        ("oppna-data/", "Öppna data", about::open()),
        ("om-webbplatsen/", "Om webbplatsen", about::about()),
        ("tillganglighetsredogorelse/", "Tillgänglighet för agendan", about::statement()),
        (
            "kvalitet/",
            "Kvalitet",
            Content::Quality(Quality {
                lead: lead(),
                groups: vec![QualityGroup {
                    code: "FD601",
                    title: "Mål utan nyckeltal".to_owned(),
                    findings: vec![Finding {
                        message: "Målet saknar nyckeltal.".to_owned().into(),
                        place: Some("content/goals/digital-delaktighet.md:1".to_owned()),
                    }],
                }],
            }),
        ),
        ("behover-beslut/", "Behöver beslut", Content::WorkList(follow::work())),
        ("nytt/", "Vad har hänt", Content::News(follow::news())),
        ("nytt/2026-t2/", "Vad hände under tertial 2 2026", Content::NewsBetween(follow::between(true))),
        (
            "404.html",
            "Sidan finns inte",
            Content::Missing(Missing { links: vec![anchor("Start", "/"), anchor("Alla initiativ", "/initiativ/")] }),
        ),
    ]
}

fn initiative(summary: Option<Phrase>) -> Initiative {
    Initiative {
        chain: Some(follow::chain()),
        mark: mark("at-risk", "Risk för avvikelse"),
        reasons: vec![
            "En aktivitet är mer än 30 dagar sen.".to_owned().into(),
            "Två rapporter i rad säger att inget har hänt.".to_owned().into(),
        ],
        declared: Some("Senaste rapporten säger: enligt plan.".to_owned()),
        reporting: mark("reported", "Rapporterat"),
        reporting_sentence: "Senast rapporterat 2 oktober 2026, för tertial 2 2026.".to_owned(),
        summary,
        next_step: Some(phrase("Pröva köplatsen med tjugo vårdnadshavare i november.")),
        obstacle: Some(obstacle()),
        decision_needed: Some(question()),
        facts: facts(),
        activities_sentence: "4 av 7 aktiviteter är klara.".to_owned(),
        activities: Some(table()),
        timeline: Some(figure("timeline")),
        moves_sentence: Some("Slutdatum har flyttats 1 gång, sammanlagt 6 månader.".to_owned()),
        moves: Some(Table { caption: "Så har slutdatum flyttats".to_owned(), ..table() }),
        body: Some(body()),
        indicators: indicators(),
        insights: vec![anchor("Jag vet inte om ni har fått min ansökan", "../")],
        strip: Some(figure("strip")),
        reports: vec![report(), bare_report()],
    }
}
