//! A closed period's pages, as they are rendered: whatever is written later, they stay the same.

use std::fmt::Write as _;
use std::sync::LazyLock;

use framdrift::diag::Diagnostics;
use framdrift::files::Files;
use framdrift::{Clock, Options};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// The pages of closed periods, and of what happened between them, whose content is told for 28 May 2026 or before.
const PAGES: [&str; 3] = ["uppfoljning/2025-t3/", "uppfoljning/2026-t1/", "nytt/2025-t3--2026-t1/"];

/// A day after the one that 2026-T1 is told for.
fn later() -> impl Strategy<Value = String> {
    (6..=11_u8, 1..=28_u8).prop_map(|(month, day)| format!("2026-{month:02}-{day:02}"))
}

/// A report for 2026-T2, as YAML.
fn report() -> impl Strategy<Value = String> {
    let judged = select(vec!["enligt-plan", "risk", "avviker", "pausat", "klart", "avbrutet"]);
    (later(), judged, any::<bool>(), any::<bool>()).prop_map(|(date, judged, nothing_new, asks)| {
        let mut text = format!("---\nav: rektor\ndatum: {date}\nbedömning: {judged}\n");
        if nothing_new {
            text.push_str("inget_nytt: ja\n");
        }
        if !matches!(judged, "klart" | "avbrutet") {
            text.push_str("nästa_steg: Fortsätta\n");
        }
        if matches!(judged, "risk" | "avviker" | "pausat") {
            text.push_str("hinder: {typ: resurser, text: Det saknas pengar}\n");
        }
        if asks {
            text.push_str("behöver_beslut: {fråga: Får vi pengar?, av: kommundirektor, senast: 2026-11-01}\n");
        }
        text + "---\nSå gick det.\n"
    })
}

/// All that is written after the periods are told.
#[derive(Clone, Debug)]
struct Later {
    reports: [Option<String>; 2],
    review: Option<(String, bool)>,
    decision: Option<(String, &'static str)>,
    insight: Option<String>,
    answer: Option<(String, &'static str)>,
    meetings: Vec<String>,
    observations: Vec<(u8, u8)>,
    moved: Option<String>,
    done: Option<String>,
    assessed: Option<String>,
}

fn anything_later() -> impl Strategy<Value = Later> {
    let affected = select(vec!["initiative:bankar", "initiative:vardar", "goal:skola", "report:2026-T1/bankar"]);
    let answers = select(vec!["mottagen", "i-forum", "tas-om-hand", "avböjd", "åtgärdad"]);
    (
        [option::of(report()), option::of(report())],
        option::of((later(), any::<bool>())),
        option::of((later(), affected)),
        option::of(later()),
        option::of((later(), answers)),
        vec(later(), 0..3),
        vec((6..=11_u8, any::<u8>()), 0..3),
        option::of(later()),
        option::of(later()),
        option::of(later()),
    )
        .prop_map(|(reports, review, decision, insight, answer, meetings, observations, moved, done, assessed)| {
            Later { reports, review, decision, insight, answer, meetings, observations, moved, done, assessed }
        })
}

/// A plan with two initiatives and all that goes with them, as known on 28 May 2026, and what came later.
fn content(later: Option<&Later>) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = Vec::new();
    let mut put = |path: &str, text: String| files.push((format!("content/{path}"), text));
    put(
        "plan.yaml",
        "titel: Barnens agenda\norganisation: Lillby\nspråk: sv\nperiod: {start: 2025-09, slut: 2027}\nbeslut: ks-1\n\
         rapportering: {intervall: tertial, första: 2025-T3, frist: 4v}\n"
            .to_owned(),
    );
    put(
        "organisation.yaml",
        "enheter:\n  - {id: ks, titel: Kommunstyrelsen, typ: nämnd}\n  - {id: skola, titel: Skolan, typ: förvaltning}\n\
         roller:\n  - {id: kommundirektor, titel: Kommundirektör, enhet: ks, typ: ledning, mandat: beslutar, \
         mandatkälla: Instruktion}\n  - {id: rektor, titel: Rektor, enhet: skola, typ: verksamhet, mandat: föreslår}\n"
            .to_owned(),
    );
    put("areas/skola.md", "---\ntitel: Skola\nforum: skolforum\n---\n".to_owned());
    let mut goal = "---\ntitel: Trygg skola\nområde: skola\nansvarig: rektor\nnyckeltal: [trivsel]\nbedömningar:\n  \
                    - {datum: 2026-03-01, av: rektor, utfall: väntas-uppfyllas, motivering: Det går bra}\n"
        .to_owned();
    if let Some(date) = later.and_then(|it| it.assessed.as_ref()) {
        let _ = writeln!(goal, "  - {{datum: {date}, av: rektor, utfall: väntas-ej, motivering: Nej}}");
    }
    put("goals/skola.md", goal + "---\n");
    put(
        "indicators/trivsel.md",
        "---\ntitel: Trivsel\nenhet: \"%\"\nnivå: effekt\nriktning: upp\nintervall: månad\nutgångsläge: {datum: 2025-09, \
         värde: 60}\nmålvärden:\n  - {datum: 2027-12, värde: 90}\n---\n"
            .to_owned(),
    );
    let mut rows = "datum,värde\n2025-09,60\n2026-02,66\n2026-04,64\n".to_owned();
    let mut observed: Vec<(u8, u8)> = later.map_or_else(Vec::new, |it| it.observations.clone());
    observed.sort_unstable();
    observed.dedup_by_key(|(month, _)| *month);
    for (month, value) in observed {
        let _ = writeln!(rows, "2026-{month:02},{value}");
    }
    put("indicators/trivsel.csv", rows);
    let mut forum = "---\ntitel: Skolforum\nområden: [skola]\nsyfte: Samråd\nordförande: kommundirektor\nledamöter: \
                     [kommundirektor, rektor]\nintervall: kvartal\nmöten:\n  - datum: 2026-02-10\n"
        .to_owned();
    let mut met: Vec<String> = later.map_or_else(Vec::new, |it| it.meetings.clone());
    met.sort_unstable();
    met.dedup();
    for date in met {
        let _ = writeln!(forum, "  - datum: {date}");
    }
    put("forums/skolforum.md", forum + "---\n");
    let mut insight = "---\ntitel: Ensam på rasten\nperiod: 2026-01\nantal: 40\nmål: [skola]\ninitiativ: [bankar]\n\
                       forum: skolforum\n"
        .to_owned();
    if let Some((date, state)) = later.and_then(|it| it.answer.as_ref()) {
        let _ = writeln!(insight, "svar: {{läge: {state}, text: Vi hör er, av: rektor, datum: {date}}}");
    }
    put("insights/ensam.md", insight + "---\n");
    if let Some(date) = later.and_then(|it| it.insight.as_ref()) {
        put("insights/ny.md", format!("---\ntitel: Ny fråga\nperiod: {date}\nmål: [skola]\n---\n"));
    }
    put(
        "decisions/ks-1.md",
        "---\ntitel: Agendan antas\norgan: ks\ndatum: 2025-06-01\npåverkar: [\"goal:skola\"]\n---\n".to_owned(),
    );
    if let Some((date, affects)) = later.and_then(|it| it.decision.as_ref()) {
        put(
            "decisions/ks-2.md",
            format!("---\ntitel: Nytt beslut\norgan: ks\ndatum: {date}\npåverkar: [\"{affects}\"]\n---\n"),
        );
    }
    let done = match later.and_then(|it| it.done.as_ref()) {
        Some(date) => format!("läge: klar, klar_den: {date}"),
        None => "läge: pågår".to_owned(),
    };
    let end = match later.and_then(|it| it.moved.as_ref()) {
        Some(date) => format!(
            "slut: 2027-03-31\nflyttade_slutdatum:\n  - {{datum: {date}, från: 2026-12-31, till: 2027-03-31, varför: Virket}}"
        ),
        None => "slut: 2026-12-31".to_owned(),
    };
    put(
        "initiatives/bankar.md",
        format!(
            "---\ntitel: Bänkar\nmål: [skola]\nansvarig: rektor\nuppdragsgivare: kommundirektor\nfas: införande\nstart: \
             2025-10-01\n{end}\naktiviteter:\n  - {{id: rita, titel: Rita, läge: klar, senast: 2026-01-31, klar_den: \
             2026-02-10}}\n  - {{id: bygga, titel: Bygga, senast: 2026-04-30, {done}}}\n---\n"
        ),
    );
    put(
        "initiatives/vardar.md",
        "---\ntitel: Vuxna på rasten\nmål: [skola]\nansvarig: rektor\nstart: 2026-02-01\nlöpande: ja\nnyckeltal: \
         [trivsel]\n---\n"
            .to_owned(),
    );
    let told = |date: &str, judged: &str, more: &str| {
        format!("---\nav: rektor\ndatum: {date}\nbedömning: {judged}\nnästa_steg: Bygga\n{more}---\nDet går framåt.\n")
    };
    let asks = "hinder: {typ: resurser, text: Virket är dyrt}\nbehöver_beslut: {fråga: Får vi köpa virke?, av: \
                kommundirektor, senast: 2026-05-20}\n";
    put("reports/2025-T3/bankar.md", told("2026-01-15", "enligt-plan", ""));
    put("reports/2026-T1/bankar.md", told("2026-05-12", "risk", asks));
    put("reviews/2025-T3.md", "---\ndatum: 2026-02-20\norgan: ks\n---\nVi har läst.\n".to_owned());
    if let Some(later) = later {
        for (name, text) in ["bankar", "vardar"].into_iter().zip(&later.reports) {
            if let Some(text) = text {
                put(&format!("reports/2026-T2/{name}.md"), text.clone());
            }
        }
        if let Some((date, answers)) = &later.review {
            let answers = if *answers { "svar:\n  - {initiativ: bankar, svar: Ja}\n" } else { "" };
            put("reviews/2026-T2.md", format!("---\ndatum: {date}\norgan: ks\n{answers}---\nVi har läst igen.\n"));
        }
    }
    files
}

/// The main part of each of [`PAGES`], as HTML.
fn built(later: Option<&Later>) -> Vec<String> {
    let files = Files::from_memory(content(later));
    let options = Options::at(Clock::Date("2026-12-10".parse().unwrap()));
    let mut diagnostics = Diagnostics::new();
    let Ok(outcome) = framdrift::run(&files, &options, &mut diagnostics, &framdrift::observe::Unobserved) else {
        panic!("{:?}", diagnostics.sorted(&files));
    };
    let main = |address: &&str| {
        let html = std::str::from_utf8(&outcome.site[&format!("{address}index.html")]).unwrap();
        let (_, main) = html.split_once("<main").unwrap();
        main.split_once("</main>").unwrap().0.to_owned()
    };
    PAGES.iter().map(main).collect()
}

/// The same when nothing came later.
static PLAIN: LazyLock<Vec<String>> = LazyLock::new(|| built(None));

proptest! {
    // Each builds a whole site.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 16, ..ProptestConfig::default() })]

    #[test]
    fn the_pages_of_a_closed_period_do_not_depend_on_what_comes_later(later in anything_later()) {
        for ((page, before), after) in PAGES.iter().zip(PLAIN.iter()).zip(&built(Some(&later))) {
            prop_assert_eq!(before, after, "{}", page);
        }
    }
}
