//! Writes a plan of any size, the same for the same numbers: to look at pages with few or many things, and to measure.
//!
//! `cargo run --release --example plan -- [--initiatives N] [--periods N] [--charts] [--long-titles] OUTPUT_DIR`
//!
//! Goes out: `OUTPUT_DIR/content/` with N initiatives of about 300 words with a table and links, a tenth as many goals
//! and indicators, a report for most initiatives in each of the last `--periods` periods, and areas, units, roles, forums,
//! insights and decisions in proportion. `--charts` puts an indicator's chart into every tenth initiative's text;
//! `--long-titles` makes titles of up to 560 characters. Build it with `--date 2026-11-23`. Kept out: chance. Names and
//! texts are put together by counting.

#![expect(clippy::disallowed_methods, reason = "a tool beside the pipeline writes its own files")]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use framdrift::source::value::slug;

/// The periods that reports are due for on the day that the plan is made for, latest first.
const PERIODS: &[(&str, &str)] =
    &[("2026-T2", "2026-09-2"), ("2026-T1", "2026-05-2"), ("2025-T3", "2026-01-2"), ("2025-T2", "2025-09-2")];

const VERBS: &[&str] = &["Förenkla", "Samla", "Visa", "Förkorta vägen till", "Skriv om", "Öppna", "Säkra"];
const SERVICES: &[&str] = &[
    "ansökan om bygglov",
    "beskedet om förskoleplats",
    "bokningen av lokaler",
    "felanmälan av gator och parker",
    "kommunens protokoll",
    "kontakten med hemtjänsten",
    "skolvalet",
    "statistiken om luft och vatten",
    "stödet till föreningar",
    "svaren om färdtjänst",
    "tillsynen av livsmedel",
    "väntetiden i telefon",
    "yttrandena över detaljplaner",
];
const PLACES: &[&str] = &[
    "Aspö",
    "Björkvik",
    "Dalby",
    "Ekeby",
    "Fagerhult",
    "Granbo",
    "Hagby",
    "Kilen",
    "Lunda",
    "Mossen",
    "Norrby",
    "Rönnäs",
    "Sjövik",
    "Torpa",
    "Udden",
    "Vreta",
    "Ålund",
    "Ängstorp",
    "Österby",
];
const SENTENCES: &[&str] = &[
    "Den som hör av sig ska få ett svar som går att förstå, oavsett vem som svarar.",
    "Arbetet börjar med att lyssna på samtalen till kontaktcenter under en vanlig vecka.",
    "Tre av fyra frågor gäller samma sak, och det är den som ska lösas först.",
    "Handläggarna har själva ritat det nya flödet och prövat det med tjugo ärenden.",
    "Det gamla systemet stängs först när ingen behöver det längre.",
    "Vi mäter väntetiden före och efter, så att det syns om det blir bättre.",
    "Förvaltningen avsätter två dagar i veckan för arbetet, och den tiden får inte tas till annat.",
    "Blanketten på papper finns kvar för den som vill ha den.",
    "Allt som publiceras ska gå att läsa på en telefon och med en skärmläsare.",
    "Det som inte fungerar berättar vi om här, också när det är vårt eget fel.",
    "Nämnden får en kort redovisning varje tertial och kan då ändra riktning.",
    "Avtalet med leverantören går ut nästa år och behöver förnyas i tid.",
    "Erfarenheterna från grannkommunen visar att utbildningen tar längre tid än tekniken.",
    "Risken är att två arbetssätt lever sida vid sida längre än någon har tänkt.",
];
const THEMES: &[&str] = &["Telefon", "Webbplatsen", "Blanketter", "Öppettider", "Besked"];
const STATES: &[&str] = &["enligt-plan", "enligt-plan", "risk", "enligt-plan", "avviker", "enligt-plan", "pausat"];

/// What is to be written.
pub(crate) struct Wanted {
    pub(crate) initiatives: usize,
    pub(crate) periods: usize,
    pub(crate) charts: bool,
    pub(crate) long_titles: bool,
    pub(crate) folder: PathBuf,
}

fn main() -> Result<()> {
    write(&wanted(env::args().skip(1))?)
}

/// Writes the plan. Fails when there is one in the folder already.
pub(crate) fn write(wanted: &Wanted) -> Result<()> {
    let content = wanted.folder.join("content");
    ensure!(!content.exists(), "{} is there already; nothing is written over", content.display());
    let counts = Counts::of(wanted.initiatives);
    let out = Out { content };
    out.write("plan.yaml", &plan(wanted))?;
    out.write("organisation.yaml", &organisation(&counts))?;
    for n in 0..counts.areas {
        out.entity("areas", &area_id(n), &format!("titel: {}\nforum: forum-{}", quoted(&area(n)), n + 1), &text(n, 3))?;
        out.entity("forums", &format!("forum-{}", n + 1), &forum(n, &counts), &text(n, 2))?;
    }
    for n in 0..counts.goals {
        out.entity("goals", &format!("mal-{}", n + 1), &goal(n, wanted, &counts), &text(n, 3))?;
        out.entity("indicators", &format!("tal-{}", n + 1), &indicator(n), &text(n, 2))?;
        out.write(&format!("indicators/tal-{}.csv", n + 1), &observations(n))?;
        out.entity("insights", &format!("insikt-{}", n + 1), &insight(n, &counts), &text(n, 2))?;
    }
    for n in 0..counts.decisions {
        out.entity("decisions", &format!("beslut-{}", n + 1), &decision(n), &text(n, 2))?;
    }
    for n in 0..wanted.initiatives {
        out.entity("initiatives", &initiative_id(n), &initiative(n, wanted, &counts), &body(n, wanted, &counts))?;
        for (period, day) in PERIODS.iter().take(wanted.periods) {
            // One in nine forgets.
            if n % 9 != period.len() % 9 + usize::from(n % 2 == 0) {
                let report = report(n, day, &counts);
                out.entity(&format!("reports/{period}"), &initiative_id(n), &report, &text(n + day.len(), 4))?;
            }
        }
    }
    Ok(())
}

fn wanted(mut words: impl Iterator<Item = String>) -> Result<Wanted> {
    let mut wanted = Wanted { initiatives: 300, periods: 2, charts: false, long_titles: false, folder: PathBuf::new() };
    while let Some(word) = words.next() {
        let mut number = || -> Result<usize> {
            let value = words.next().with_context(|| format!("{word} wants a number"))?;
            value.parse().with_context(|| format!("{word} {value}: no number"))
        };
        match word.as_str() {
            "--initiatives" => wanted.initiatives = number()?,
            "--periods" => wanted.periods = number()?,
            "--charts" => wanted.charts = true,
            "--long-titles" => wanted.long_titles = true,
            _ if word.starts_with('-') => bail!("unknown option {word}"),
            _ => wanted.folder = PathBuf::from(word),
        }
    }
    ensure!(!wanted.folder.as_os_str().is_empty(), "name the folder to write to");
    ensure!(wanted.periods <= PERIODS.len(), "--periods: at most {}", PERIODS.len());
    Ok(wanted)
}

/// How many there are of each kind.
struct Counts {
    goals: usize,
    areas: usize,
    units: usize,
    roles: usize,
    decisions: usize,
    initiatives: usize,
}

impl Counts {
    fn of(initiatives: usize) -> Self {
        Self {
            goals: (initiatives / 10).max(1),
            areas: (initiatives / 100).clamp(1, 12),
            units: (initiatives / 60).clamp(1, 24),
            roles: (initiatives / 12).clamp(2, 120),
            decisions: (initiatives / 50).max(1),
            initiatives,
        }
    }
}

/// A folder that is written to.
struct Out {
    content: PathBuf,
}

impl Out {
    fn write(&self, path: &str, text: &str) -> Result<()> {
        let path = self.content.join(path);
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        fs::write(&path, text).with_context(|| path.display().to_string())
    }

    fn entity(&self, folder: &str, id: &str, front: &str, text: &str) -> Result<()> {
        self.write(&format!("{folder}/{id}.md"), &format!("---\n{}\n---\n{text}", front.trim_end()))
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn pick<'a>(list: &[&'a str], n: usize) -> &'a str {
    list[n % list.len()]
}

fn area(n: usize) -> String {
    let names = ["Service och kontakt", "Välfärd och lärande", "Bygga och bo", "Öppenhet och data", "Trygg grund"];
    let round = n / names.len();
    if round == 0 { names[n].to_owned() } else { format!("{} {}", names[n % names.len()], round + 1) }
}

fn area_id(n: usize) -> String {
    format!("omrade-{}", n + 1)
}

/// What an initiative does, for whom and in which round: unlike all others.
fn title(n: usize) -> String {
    let verb = pick(VERBS, n);
    let service = pick(SERVICES, n / VERBS.len());
    let place = pick(PLACES, n / VERBS.len() / SERVICES.len());
    let round = n / VERBS.len() / SERVICES.len() / PLACES.len();
    if round == 0 {
        format!("{verb} {service} i {place}")
    } else {
        format!("{verb} {service} i {place}, etapp {}", round + 1)
    }
}

fn initiative_id(n: usize) -> String {
    format!("{}-{}", slug(&title(n)), n + 1)
}

/// A title of up to 560 characters.
fn lengthened(title: &str, n: usize) -> String {
    let clauses = [
        "med ett gemensamt arbetssätt för alla förvaltningar och bolag",
        "så att den som inte har e-legitimation kan göra samma ärende på samma tid",
        "i enlighet med kommunfullmäktiges beslut om förvaltningsövergripande informationssäkerhetsklassificering",
        "med en öppen redovisning av vad det kostar, vad det ger och vad som återstår",
        "och med start i de verksamheter som har flest frågor till kontaktcenter",
        "under förutsättning att samarbetet med grannkommunerna om ärendehanteringssystem och e-arkivering fortsätter",
    ];
    let mut long = title.to_owned();
    for clause in clauses.iter().cycle().skip(n % clauses.len()).take(clauses.len()) {
        if long.chars().count() + clause.chars().count() + 2 > 560 {
            break;
        }
        let _ = write!(long, ", {clause}");
    }
    long
}

/// Paragraphs of three sentences.
fn text(n: usize, sentences: usize) -> String {
    let mut text = String::new();
    for i in 0..sentences {
        text.push_str(pick(SENTENCES, n * 5 + i * 3));
        text.push_str(if i % 3 == 2 { "\n\n" } else { " " });
    }
    format!("{}\n", text.trim_end())
}

fn plan(wanted: &Wanted) -> String {
    let title = "Provkommunens digitala agenda 2025–2027";
    let title = if wanted.long_titles { lengthened(title, 0) } else { title.to_owned() };
    format!(
        "titel: {}\n\
         sammanfattning: \"En plan som är gjord för att pröva hur webbplatsen klarar mycket och lite.\"\n\
         organisation: Provkommunen\nperiod:\n  start: 2025-01-01\n  slut: 2027-12-31\nspråk: sv\n\
         kontakt: agenda@provkommunen.example\nrapportering:\n  intervall: tertial\n  första: 2025-T2\n\
         tillgänglighetslag: ingen\n",
        quoted(&title)
    )
}

fn organisation(counts: &Counts) -> String {
    let mut text = "enheter:\n  - id: kommunstyrelsen\n    titel: Kommunstyrelsen\n    typ: nämnd\n".to_owned();
    for n in 0..counts.units {
        let _ = write!(
            text,
            "  - id: enhet-{0}\n    titel: Förvaltning {0}\n    typ: förvaltning\n    överordnad: kommunstyrelsen\n",
            n + 1
        );
    }
    text.push_str("roller:\n");
    for n in 0..counts.roles {
        let kind = if n == 1 { "kontaktcenter" } else { "verksamhet" };
        let mandate = if n % 3 == 0 { "beslutar" } else { "föreslår" };
        let _ = write!(
            text,
            "  - id: roll-{0}\n    titel: Chef {0}\n    enhet: enhet-{1}\n    typ: {kind}\n    mandat: {mandate}\n",
            n + 1,
            n % counts.units + 1
        );
        if mandate == "beslutar" {
            let _ = writeln!(text, "    mandatkälla: Delegationsordningen, punkt {}", n + 1);
        }
    }
    text
}

fn role(n: usize, counts: &Counts) -> String {
    format!("roll-{}", n % counts.roles + 1)
}

fn forum(n: usize, counts: &Counts) -> String {
    format!(
        "titel: Forum för {}\nområden: [{}]\nsyfte: \"Se till att behov leder till att något ändras.\"\nordförande: {}\nledamöter: [roll-1, roll-2]\n\
         intervall: månad\nmöten:\n  - datum: 2026-11-0{}\n    tog_upp:\n      - initiative:{}",
        area(n).to_lowercase(),
        area_id(n),
        role(n, counts),
        n % 9 + 1,
        initiative_id(n % counts.initiatives.max(1))
    )
}

fn goal(n: usize, wanted: &Wanted, counts: &Counts) -> String {
    let title = format!("{} ska gå fortare och vara lättare, mål {}", capital(pick(SERVICES, n)), n + 1);
    let title = if wanted.long_titles { lengthened(&title, n) } else { title };
    format!(
        "titel: {}\nsammanfattning: {}\nområde: {}\nbeslut: beslut-1\nansvarig: {}\nnyckeltal: [tal-{}]\nmåldatum: 2027-12-31\n\
         bedömningar:\n  - datum: 2026-06-09\n    av: {}\n    utfall: delvis\n    motivering: {}",
        quoted(&title),
        quoted(pick(SENTENCES, n + 1)),
        area_id(n % counts.areas),
        role(n, counts),
        n + 1,
        role(0, counts),
        quoted(pick(SENTENCES, n + 5))
    )
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn indicator(n: usize) -> String {
    format!(
        "titel: Dagar till svar, serie {0}\nsammanfattning: \"Medianen av antalet dagar från fråga till svar.\"\n\
         enhet: dagar\ndecimaler: 0\nriktning: ner\nutgångsläge:\n  datum: 2024\n  värde: {1}\nmålvärden:\n\
         \x20 - datum: 2027-12-31\n    värde: {2}\nintervall: kvartal\nkälla:\n  namn: Provkommunens ärendesystem\n\
         metod: \"Räknas varje kvartal på alla ärenden som har avslutats.\"",
        n + 1,
        30 + n % 17,
        10 + n % 7
    )
}

fn observations(n: usize) -> String {
    let mut text = "datum,värde\n2024-12-31,".to_owned();
    let _ = writeln!(text, "{}", 30 + n % 17);
    for (i, quarter) in ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"].iter().enumerate()
    {
        let _ = writeln!(text, "{quarter},{}", 30 + n % 17 - (i * (1 + n % 3)).min(18) + (n + i) % 4);
    }
    text
}

fn insight(n: usize, counts: &Counts) -> String {
    let answered = "svar:\n  läge: åtgärdad\n  text: \"Vi har börjat, och det här initiativet svarar på frågan.\"\n  av: roll-1\n  datum: 2026-09-15";
    format!(
        "titel: \"Varför är det så svårt att få svar om {}, fråga {}?\"\nsammanfattning: {}\nperiod: 2026-T2\nkanal: telefon\n\
         tema: {}\nantal: {}\nmål: [mal-{}]\ninitiativ: [{}]\nforum: forum-{}\n{}",
        pick(SERVICES, n),
        n + 1,
        quoted(pick(SENTENCES, n + 2)),
        pick(THEMES, n),
        7 + n * 13 % 400,
        n % counts.goals + 1,
        initiative_id(n * 10 % counts.initiatives.max(1)),
        n % counts.areas + 1,
        if n.is_multiple_of(3) { answered } else { "" }
    )
}

fn decision(n: usize) -> String {
    format!(
        "titel: Beslut {0} om den digitala agendan\nsammanfattning: {1}\norgan: kommunstyrelsen\ndatum: 2025-0{2}-1{3}\n\
         diarienummer: \"KS 2025/00{4} § {0}\"",
        n + 1,
        quoted(pick(SENTENCES, n + 3)),
        n % 9 + 1,
        n % 9,
        100 + n % 900
    )
}

fn initiative(n: usize, wanted: &Wanted, counts: &Counts) -> String {
    let title = if wanted.long_titles { lengthened(&title(n), n) } else { title(n) };
    let second = if counts.goals > 1 { format!(", mal-{}", (n + 1) % counts.goals + 1) } else { String::new() };
    let mut front = format!(
        "titel: {}\nsammanfattning: {}\nmål: [mal-{}{second}]\nansvarig: {}\nuppdragsgivare: roll-1\nfas: införande\n\
         start: 2025-0{}-01\nslut: 202{}-1{}-30\n",
        quoted(&title),
        quoted(pick(SENTENCES, n)),
        n % counts.goals + 1,
        role(n, counts),
        n % 9 + 1,
        if n % 7 == 3 { 5 } else { 7 },
        n % 2
    );
    let _ = writeln!(front, "nyckeltal: [tal-{}]\nbeslut: beslut-{}", n % counts.goals + 1, n % counts.decisions + 1);
    front.push_str("aktiviteter:\n");
    for (i, (what, due)) in [
        ("Kartlägg frågorna", "2025-10-31"),
        ("Pröva med tjugo ärenden", "2026-06-30"),
        ("Inför i hela kommunen", "2027-06-30"),
    ]
    .iter()
    .enumerate()
    {
        let state = match (i, n % 5) {
            (1, 2) | (2, 4) => "pågår",
            (0 | 1, _) => "klar",
            _ => "ej-påbörjad",
        };
        let _ = writeln!(front, "  - id: a{}\n    titel: {what}\n    läge: {state}\n    senast: {due}", i + 1);
        if state == "klar" {
            let _ = writeln!(front, "    klar_den: {due}");
        }
    }
    front
}

/// About 300 words with headings, a list, a table and links.
fn body(n: usize, wanted: &Wanted, counts: &Counts) -> String {
    let other = initiative_id((n + 1) % counts.initiatives);
    let mut text = text(n, 9);
    let _ = write!(
        text,
        "\n## Så gör vi\n\n- Se [nästa initiativ](initiative:{other}).\n- Målet är [mål {0}](goal:mal-{0}).\n- Läs om \
         [kommuners öppna data](https://www.dataportal.se/).\n\n| Steg | Vem | Klart |\n| --- | --- | --- |\n",
        n % counts.goals + 1
    );
    for (step, when) in [("Lyssna", "våren 2025"), ("Pröva", "hösten 2025"), ("Inför", "2026"), ("Följ upp", "2027")]
    {
        let _ = writeln!(text, "| {step} | Chef {} | {when} |", n % counts.roles + 1);
    }
    text.push_str("\n## Vad vi har lärt oss\n\n");
    text.push_str(&self::text(n + 3, 9));
    if wanted.charts && n.is_multiple_of(10) {
        let _ = write!(text, "\n![](nyckeltal:tal-{})\n", n % counts.goals + 1);
    }
    text
}

fn report(n: usize, day: &str, counts: &Counts) -> String {
    let state = pick(STATES, n);
    let mut front = format!(
        "av: {}\ndatum: {day}{}\nbedömning: {state}\nnästa_steg: {}\n",
        role(n, counts),
        n % 8,
        quoted(pick(SENTENCES, n + 4))
    );
    if state != "enligt-plan" {
        let _ = write!(front, "hinder:\n  typ: resurser\n  text: {}\n", quoted(pick(SENTENCES, n + 6)));
    }
    front
}
