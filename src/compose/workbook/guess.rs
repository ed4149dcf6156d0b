//! What somebody's sheet most likely says: headings and values of it in, names of the vocabulary out. Guesses only: they are
//! proposed, and whoever knows the sheet decides.
//!
//! The words are those of action plans, activity lists and follow-ups of Swedish municipalities.

use crate::model::{Choice as _, Name, RowKind, fold};
use crate::source::record::{Field, Shape, nearest_of};
use crate::words::{Language, nearest};

use super::sheets::{Column, Holds, What};

/// What columns are called, by their key in English. Of two keys that a kind has, the first.
const HEADINGS: &[(&str, &[&str])] = &[
    ("id", &["id", "beteckning"]),
    (
        "title",
        &[
            "titel",
            "aktivitet",
            "aktiviteter",
            "åtgärd",
            "åtgärder",
            "insats",
            "insatser",
            "initiativ",
            "projekt",
            "uppdrag",
            "namn",
            "rubrik",
            "benämning",
            "vad",
            "vad ska göras",
            "activity",
            "action",
            "name",
        ],
    ),
    ("summary", &["sammanfattning", "beskrivning", "kort beskrivning", "syfte", "description"]),
    (
        "accountable",
        &[
            "ansvarig",
            "ansvariga",
            "ansvar",
            "huvudansvarig",
            "ägare",
            "ansvarig förvaltning",
            "ansvarig nämnd",
            "ansvarig funktion",
            "ansvarig roll",
            "projektledare",
            "vem",
            "responsible",
            "owner",
        ],
    ),
    ("sponsor", &["beställare", "uppdragsgivare", "projektägare"]),
    ("state", &["status", "läge", "nuläge", "genomförandestatus"]),
    ("assessment", &["status", "läge", "nuläge", "trafikljus", "färg", "prognos"]),
    ("phase", &["status", "fas", "skede", "läge", "nuläge", "genomförandestatus"]),
    ("start", &["start", "startdatum", "startar", "planerad start", "från", "från och med", "startår", "påbörjas"]),
    ("due", &["senast", "klart senast", "klar senast", "slutdatum", "slut", "deadline", "tidplan", "när", "måldatum"]),
    (
        "end",
        &[
            "slut",
            "slutdatum",
            "planerat slut",
            "till",
            "till och med",
            "klart senast",
            "klar senast",
            "deadline",
            "tidplan",
            "när",
            "färdigt",
            "slutår",
        ],
    ),
    ("target", &["måldatum", "målår", "slutdatum", "senast", "när"]),
    ("done_on", &["klar den", "klart datum", "slutfört", "avslutad den"]),
    ("milestone", &["milstolpe", "delmål"]),
    ("goals", &["mål", "målområde", "övergripande mål", "koppling till mål", "bidrar till mål", "goal"]),
    ("initiative", &["initiativ", "projekt", "program", "insats", "aktivitet", "åtgärd"]),
    ("area", &["område", "fokusområde", "målområde", "kunskapsområde", "insatsområde"]),
    ("indicators", &["nyckeltal", "indikator", "indikatorer", "mått"]),
    ("forum", &["forum", "grupp", "styrgrupp"]),
    ("tags", &["etikett", "kategori", "kategorier", "nyckelord", "tagg", "typ"]),
    ("budget.amount", &["budget", "kostnad", "belopp", "kostnad (kr)", "budget (kr)"]),
    ("budget.spent", &["förbrukat", "utfall", "upparbetat"]),
    ("benefit.text", &["nytta", "effekt", "effektmål"]),
    ("next_step", &["nästa steg", "kommande"]),
    ("by", &["ansvarig", "rapporterat av", "rapportör", "av"]),
    ("obstacle.text", &["hinder", "risk", "risker", "problem"]),
    ("date", &["datum", "beslutsdatum", "rapportdatum"]),
    ("body", &["organ", "nämnd", "beslutsinstans", "beslutad av"]),
    ("reference", &["diarienummer", "dnr", "paragraf", "§"]),
    ("url", &["länk", "protokoll"]),
    ("decision", &["beslut"]),
    ("unit", &["enhet", "måttenhet", "förvaltning", "avdelning"]),
    ("kind", &["typ", "slag"]),
    ("mandate", &["mandat", "befogenhet"]),
    ("contact", &["kontakt", "e-post", "mejl", "funktionsbrevlåda"]),
    ("parent", &["överordnad", "tillhör"]),
    ("direction", &["riktning", "önskad riktning"]),
    ("interval", &["intervall", "mätfrekvens", "frekvens", "hur ofta"]),
    ("every", &["intervall", "hur ofta", "möten"]),
    ("source.name", &["källa", "datakälla"]),
    ("baseline.value", &["utgångsvärde", "nollvärde", "startvärde", "utgångsläge"]),
    ("method", &["metod", "så mäter vi"]),
    ("channel", &["kanal", "kontaktväg", "inkommet via"]),
    ("theme", &["tema", "ämne", "kategori"]),
    ("volume", &["antal", "antal ärenden"]),
    ("period", &["period", "månad"]),
    ("response.text", &["svar", "återkoppling"]),
    ("chair", &["ordförande", "sammankallande"]),
    ("members", &["medlemmar", "deltagare"]),
    ("purpose", &["syfte", "uppdrag"]),
    (
        "text",
        &[
            "kommentar",
            "kommentarer",
            "anteckning",
            "anteckningar",
            "notering",
            "övrigt",
            "uppföljning",
            "resultat",
            "vad har hänt",
            "comment",
            "comments",
            "notes",
        ],
    ),
];

/// What values are called, and what they may mean: of a field that has several of the values, the first.
const VALUES: &[(&[&str], &[&str])] = &[
    (
        &[
            "klar",
            "klart",
            "klara",
            "färdig",
            "färdigt",
            "avslutad",
            "avslutat",
            "genomförd",
            "genomfört",
            "slutförd",
            "slutfört",
            "utförd",
            "utfört",
            "uppnådd",
            "uppnått",
            "finished",
            "completed",
        ],
        &["done", "closed", "met"],
    ),
    (&["enligt plan", "pågår enligt plan", "grön", "grönt", "i fas", "green"], &["on-track", "in-progress", "rollout"]),
    (&["gul", "gult", "försenad", "försenat", "viss avvikelse", "yellow"], &["at-risk", "in-progress", "rollout"]),
    (&["röd", "rött", "kritisk", "kritiskt", "stor avvikelse", "red"], &["off-track"]),
    (
        &["pågår", "pågående", "påbörjad", "påbörjat", "igång", "startad", "startat", "under arbete", "started"],
        &["in-progress", "rollout"],
    ),
    (
        &[
            "ej startad",
            "ej startat",
            "ej påbörjad",
            "ej påbörjat",
            "inte påbörjad",
            "inte påbörjat",
            "inte startad",
            "inte startat",
            "planerad",
            "planerat",
            "planeras",
            "kommande",
            "framtida",
            "planned",
        ],
        &["not-started", "planned"],
    ),
    (&["pausad", "vilande", "väntar", "paused"], &["paused", "not-started", "planned"]),
    (
        &["avbruten", "avbrutet", "nedlagd", "nedlagt", "utgår", "utgått", "inställd", "struken"],
        &["cancelled", "closed"],
    ),
    (&["i drift", "förvaltning", "infört"], &["operation", "done"]),
    (&["förslag", "behov"], &["idea"]),
    (&["förstudie", "utredning"], &["planned", "in-progress"]),
    (&["test", "försök", "pilotprojekt"], &["pilot"]),
    (&["mejl", "mail", "e-mejl", "epost"], &["e-mail"]),
    (&["samtal", "ring"], &["phone"]),
    (&["webb", "formulär"], &["e-service"]),
    (&["synpunkter", "klagomål", "felanmälan"], &["comment"]),
    (&["kontor", "sektor"], &["department"]),
    (&["avdelning", "sektion"], &["section"]),
    (&["varje vecka", "veckovis"], &["week"]),
    (&["varje månad", "månadsvis"], &["month"]),
    (&["varje kvartal", "kvartalsvis"], &["quarter"]),
    (&["tertialvis", "varje tertial"], &["tertial"]),
    (&["varje halvår", "halvårsvis"], &["half-year"]),
    (&["varje år", "årligen", "årsvis"], &["year"]),
];

/// Words that turn what stands beside them, as they are compared.
const TURNS: &[&str] = &["ej", "inte", "icke", "annu", "delvis", "snart", "nastan", "not", "nearly", "partly"];

/// A heading as it is compared: its words, with hyphens between them.
fn plain(text: &str) -> String {
    let words =
        text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '§' | '.' | ':')).filter(|own| !own.is_empty());
    fold(&words.collect::<Vec<_>>().join(" ")).trim_matches([':', '.']).to_owned()
}

/// How sure a guess is: the surest is tried first for every heading.
const WAYS: [fn(&str, &Column) -> bool; 4] = [is_name, is_kind, is_word, has_word];

/// Whether the column is called so.
fn is_name(heading: &str, column: &Column) -> bool {
    column.is_called(heading) || column.is_meant(heading)
}

/// Whether it holds what the rows are called, and the heading says what they are.
fn is_kind(heading: &str, column: &Column) -> bool {
    let heading = plain(heading);
    let title = column.spot().filter(|own| own.outer.is_none() && own.field.name.en == "title");
    title.is_some_and(|own| [own.record.name.en, own.record.name.sv].map(fold).contains(&heading))
}

/// Whether one of the surer ways finds it.
fn is_sure(heading: &str, column: &Column) -> bool {
    WAYS.iter().take(3).any(|way| way(heading, column))
}

/// Whether people call it so.
fn is_word(heading: &str, column: &Column) -> bool {
    let heading = plain(heading);
    words_for(column).any(|word| plain(word) == heading)
}

/// Whether what people call it is a part of the heading.
fn has_word(heading: &str, column: &Column) -> bool {
    let heading = format!("-{}-", plain(heading));
    // A word of two letters is a part of too much.
    words_for(column).map(plain).any(|word| word.chars().count() > 3 && heading.contains(&format!("-{word}-")))
}

/// What people call a column.
fn words_for(column: &Column) -> impl Iterator<Item = &'static str> {
    let key = column.key(Language::ENGLISH.tag());
    HEADINGS.iter().filter(move |(own, _)| *own == key).flat_map(|(_, words)| words.iter().copied())
}

/// Where in the table of words a column stands; those that do not come last.
fn rank(column: &Column) -> usize {
    let key = column.key(Language::ENGLISH.tag());
    HEADINGS.iter().position(|(own, _)| *own == key).unwrap_or(HEADINGS.len())
}

/// Which of the columns each heading is, each at most once.
pub(super) fn columns(headings: &[String], columns: &[Column]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; headings.len()];
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|n| columns.get(*n).map_or(usize::MAX, rank));
    for way in WAYS {
        for (heading, place) in headings.iter().zip(0..) {
            if heading.is_empty() || found.get(place).copied().flatten().is_some() {
                continue;
            }
            let is_free = |n: &usize| !found.contains(&Some(*n));
            let own =
                order.iter().copied().find(|n| is_free(n) && columns.get(*n).is_some_and(|own| way(heading, own)));
            if let Some(slot) = found.get_mut(place) {
                *slot = own;
            }
        }
    }
    // What is left may be misspelt.
    for (heading, place) in headings.iter().zip(0..) {
        if heading.is_empty() || found.get(place).copied().flatten().is_some() {
            continue;
        }
        let free = columns.iter().enumerate().filter(|(n, _)| !found.contains(&Some(*n)));
        let names: Vec<(String, usize)> = free
            .flat_map(|(n, own)| Language::all().map(move |language| (fold(&own.key(language.tag())), n)))
            .filter(|(name, _)| name.chars().count() > 3)
            .collect();
        let near = nearest(&plain(heading), names.iter().map(|(name, _)| name.as_str()));
        let near = near.and_then(|near| names.iter().find(|(name, _)| name == near)).map(|(_, n)| *n);
        if let Some(slot) = found.get_mut(place) {
            *slot = near;
        }
    }
    found
}

/// What rows under these headings most likely are, on a sheet of this name.
pub(super) fn kind(sheet: &str, headings: &[String]) -> RowKind {
    let sheet = plain(sheet);
    let score = |kind: RowKind| {
        // Reports need to know their period, which no heading tells.
        let Some(what) = What::of_rows(kind, None) else { return 0 };
        let all = what.all_columns();
        let sure = |heading: &&String| all.iter().any(|own| is_sure(heading, own));
        // Activities belong to something, and another column than that of what they are called says to what.
        let owner = all.iter().position(|own| matches!(own.holds, Holds::Owner));
        if owner.is_some() && !columns(headings, &all).contains(&owner) {
            return 0;
        }
        let matched = headings.iter().filter(sure).count();
        // What must be there says most; what rows are called, something.
        let has = |field: &str| {
            let own = all.iter().find(|own| own.key(Language::ENGLISH.tag()) == field);
            own.is_some_and(|own| headings.iter().any(|heading| is_sure(heading, own)))
        };
        let needed = match kind {
            RowKind::Activity => has("state"),
            RowKind::Initiative => has("accountable") || has("goals"),
            RowKind::Indicator => has("unit") && (has("direction") || has("baseline.value") || has("source.name")),
            RowKind::Insight => has("channel") || has("volume"),
            RowKind::Decision => has("body") && has("date"),
            RowKind::Role => has("mandate"),
            RowKind::Unit => has("parent"),
            RowKind::Forum => has("members") || has("chair"),
            RowKind::Goal => has("indicators"),
            RowKind::Area | RowKind::Report => false,
        };
        let name = [kind.name().sv, kind.name().en].map(fold);
        let is_named = name.iter().any(|name| sheet == *name || sheet.starts_with(&format!("{name}er")));
        matched * 2 + usize::from(needed) * 3 + usize::from(is_named) * 6
    };
    let first = [RowKind::Initiative, RowKind::Goal, RowKind::Activity];
    let all = first.into_iter().chain(RowKind::ALL.iter().map(|(kind, _)| *kind).filter(|kind| !first.contains(kind)));
    let all: Vec<RowKind> = all.collect();
    let best = all.iter().enumerate().max_by_key(|(n, kind)| (score(**kind), std::cmp::Reverse(*n)));
    best.map_or(RowKind::Initiative, |(_, kind)| *kind)
}

/// The value that a text most likely means in a field of few values.
pub(super) fn meaning(field: &Field, text: &str) -> Option<Name> {
    let Shape::Choice(names) = field.shape else { return None };
    let names = names();
    let own = plain(text);
    let by_word = |text: &str| {
        let (_, all) = VALUES.iter().find(|(words, _)| words.iter().any(|word| plain(word) == text))?;
        all.iter().find_map(|value| names.iter().copied().find(|name| name.en == *value))
    };
    let near = || {
        let near = nearest_of(text, &names)?;
        names.iter().copied().find(|name| name.sv == near || name.en == near)
    };
    // A part of it says nothing where another part takes that back.
    let is_whole = own.split('-').any(|word| TURNS.contains(&word));
    by_word(&own).or_else(near).or_else(|| own.split('-').filter(|_| !is_whole).find_map(by_word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(all: &str) -> Vec<String> {
        all.split(" | ").map(str::to_owned).collect()
    }

    fn guessed(all: &str) -> (&'static str, Vec<String>) {
        let headings = headings(all);
        let kind = kind("Aktiviteter", &headings);
        let own = What::of_rows(kind, None).unwrap().all_columns();
        let found = columns(&headings, &own);
        (kind.name().sv, found.into_iter().map(|n| n.map(|n| own[n].key("sv")).unwrap_or_default()).collect())
    }

    #[test]
    fn a_list_of_activities_is_understood() {
        let wanted = |own: &[&str]| own.iter().map(|own| (*own).to_owned()).collect::<Vec<_>>();
        for (all, kind, fields) in [
            (
                "Nr | Aktivitet | Ansvarig | Status | Startdatum | Slutdatum | Kommentar | Mål",
                "initiativ",
                &["", "titel", "ansvarig", "fas", "start", "slut", "text", "mål"][..],
            ),
            (
                "Åtgärd: | Ansvarig nämnd | Planerat slut (år) | Budget (kr) | Beskrivning | Ansvarigg",
                "initiativ",
                &["titel", "ansvarig", "slut", "budget.belopp", "sammanfattning", ""],
            ),
            ("Projekt | Aktivitet | Status | Klart senast", "aktivitet", &["initiativ", "titel", "läge", "senast"]),
            ("Mål | Aktivitet | Vem | När | Status", "initiativ", &["mål", "titel", "ansvarig", "slut", "fas"]),
            ("Nyckeltal | Enhet | Riktning | Källa", "nyckeltal", &["titel", "enhet", "riktning", "källa.namn"]),
            ("id | titel | område | måldatum", "mål", &["id", "titel", "område", "måldatum"]),
        ] {
            assert_eq!(guessed(all), (kind, wanted(fields)), "{all}");
        }
    }

    #[test]
    fn a_value_is_understood_by_what_people_call_it() {
        let field = |what: RowKind, key: &str| {
            let all = What::of_rows(what, None).unwrap().all_columns();
            all.into_iter().find(|own| own.key("en") == key).unwrap().spot().unwrap().field.clone()
        };
        let (phase, state) = (field(RowKind::Initiative, "phase"), field(RowKind::Activity, "state"));
        for (field, text, wanted) in [
            (&state, "Klart", Some("klar")),
            (&state, "Pågår enligt plan", Some("pågår")),
            (&state, "Ej startad", Some("ej-påbörjad")),
            (&state, "Avslutad 2025", Some("klar")),
            (&phase, "Ej påbörjad", Some("planerat")),
            (&phase, "Inte riktigt klart", None),
            (&phase, "Klart", Some("avslutat")),
            (&phase, "Pågående", Some("införande")),
            (&phase, "planerad", Some("planerat")),
            (&phase, "äpple", None),
        ] {
            assert_eq!(meaning(field, text).map(|name| name.sv), wanted, "{text}");
        }
    }
}
