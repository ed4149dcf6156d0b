//! Converts the United States Federal Data Strategy 2020 Action Plan, with its published progress, into content.
//!
//! `cargo run --example us_federal_data_strategy -- INPUT.yaml OUTPUT_DIR`
//!
//! Comes in: one YAML file that holds the plan as it was published. Goes out: `OUTPUT_DIR/content/` and
//! `OUTPUT_DIR/LICENCE.md`, the same bytes for the same input. What the file lacks is left out, never filled in, so
//! that the site shows it as missing; what has no field of its own stands in the text of its initiative. A field or a
//! value that this program does not know stops it: nothing may fall away unseen.

#![expect(clippy::disallowed_methods, reason = "a tool beside the pipeline reads and writes its own files")]

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result, bail, ensure};
use framdrift::source::value::slug;
use serde::{Deserialize, Serialize};

/// The longest summary of an initiative, in characters.
const SUMMARY_LIMIT: usize = 300;
/// What a table says where the file has nothing.
const MISSING: &str = "not in the source file";
/// The repository waives its rights worldwide through CC0 1.0; the file itself says "public domain".
const LICENCE: &str = "CC0-1.0";

/// The file: a plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    organisation: String,
    title: String,
    language: String,
    kind: String,
    source: Origin,
    adopted: Option<String>,
    last_updated: String,
    period: String,
    completeness: String,
    goals: Vec<Goal>,
    unmatched_progress: Vec<serde_yaml::Value>,
}

/// Where the plan was published.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Origin {
    url: String,
    repository: String,
    commit: String,
    paths: Vec<String>,
    licence: String,
}

/// A group of actions.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Goal {
    id: String,
    title: String,
    text: String,
    initiatives: Vec<Action>,
}

/// An action.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Action {
    id: String,
    title: String,
    text: String,
    responsible: Option<String>,
    start: Option<String>,
    end: Option<String>,
    status: Option<String>,
    activities: Vec<Milestone>,
    indicators: Vec<serde_yaml::Value>,
}

/// A milestone of an action.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Milestone {
    id: String,
    title: String,
    text: Option<String>,
    responsible: Option<String>,
    start: Option<String>,
    end: Option<String>,
    end_text: Option<String>,
    original_end: Option<String>,
    original_end_text: Option<String>,
    measurement: Option<String>,
    reporting: Option<String>,
    requirement: Option<String>,
    status: Option<String>,
    status_date: Option<String>,
    status_comment: Option<String>,
    status_value: Option<String>,
    next_step: Option<String>,
}

/// `plan.yaml`, all but the reporting rhythm, which stands below a comment.
#[derive(Serialize)]
struct PlanFile<'a> {
    title: &'a str,
    organisation: &'a str,
    period: PeriodField<'a>,
    language: &'a str,
    /// The Swedish law does not cover a federal government, and what covers it asks for no statement of this kind.
    accessibility_law: &'a str,
    licence: &'a str,
    notice: String,
}

/// When a plan holds.
#[derive(Serialize)]
struct PeriodField<'a> {
    start: &'a str,
    end: &'a str,
}

/// `organisation.yaml`.
#[derive(Serialize)]
struct OrganisationFile {
    units: Vec<UnitField>,
}

/// A unit.
#[derive(Serialize)]
struct UnitField {
    id: String,
    title: &'static str,
    kind: &'static str,
}

/// The front matter of a goal, an initiative or a page.
#[derive(Default, Serialize)]
struct FrontMatter<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    goals: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    activities: Vec<ActivityField<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    menu: Option<bool>,
}

/// An activity.
#[derive(Serialize)]
struct ActivityField<'a> {
    id: String,
    title: &'a str,
    state: State,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    done_on: Option<&'static str>,
    milestone: bool,
}

/// The states that the published status classes come to.
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum State {
    /// `status-complete`.
    Done,
    /// `status-partial-complete` and `status-in-progress`.
    InProgress,
    /// No class.
    Unknown,
}

/// What a name in the column of responsible parties stands for.
enum Party {
    /// A unit, with the name that the plan spells out, if it does. Its kind is chosen here; the plan has none.
    Unit { title: &'static str, kind: &'static str },
    /// A role, or several bodies or people at once. The plan gives no mandate, so no role is made of it.
    NoUnit,
}

/// A council, committee or community of practice.
const fn committee(title: &'static str) -> Party {
    Party::Unit { title, kind: "committee" }
}

/// An agency or an office.
const fn agency(title: &'static str) -> Party {
    Party::Unit { title, kind: "department" }
}

/// Every name that stands in the column of responsible parties, alone or beside others.
const PARTIES: [(&str, Party); 16] = [
    ("OMB", agency("OMB")),
    ("GSA", agency("General Services Administration (GSA)")),
    (
        "Office of Government Information Services of the National Archives",
        agency("Office of Government Information Services of the National Archives"),
    ),
    ("Census Bureau", agency("Census Bureau")),
    ("NCES", agency("National Center for Education Statistics (NCES)")),
    ("CDO Council", committee("CDO Council")),
    ("ICSP", committee("Interagency Council on Statistical Policy (ICSP)")),
    ("FCSM", committee("Federal Committee on Statistical Methodology (FCSM)")),
    ("FGDC", committee("Federal Geographic Data Committee (FGDC)")),
    (
        "Getting Payments Right Executive Steering Committee",
        committee("Getting Payments Right Executive Steering Committee"),
    ),
    ("CAP Goal 8 Executive Steering Committee", committee("CAP Goal 8 Executive Steering Committee")),
    (
        "Financial Data Transformation Executive Steering Committee",
        committee("Financial Data Transformation Executive Steering Committee"),
    ),
    (
        "CIO Council Federal Technology Investment Management Community of Practice",
        committee("CIO Council Federal Technology Investment Management Community of Practice"),
    ),
    ("SAOGI at OMB", Party::NoUnit),
    ("CDOs", Party::NoUnit),
    ("FGDC NGDA Lead Covered Agencies", Party::NoUnit),
];

fn main() -> Result<()> {
    let mut arguments = env::args_os().skip(1);
    let (Some(input), Some(output), None) = (arguments.next(), arguments.next(), arguments.next()) else {
        bail!("usage: us_federal_data_strategy INPUT.yaml OUTPUT_DIR");
    };
    let text = fs::read_to_string(&input).with_context(|| format!("reading {}", Path::new(&input).display()))?;
    let plan: Plan = serde_yaml::from_str(&text).context("the input is not the plan in its known form")?;
    let counts = convert(&plan, Path::new(&output))?;
    writeln!(
        io::stdout(),
        "{} goals, {} initiatives, {} milestones: {} done, {} in progress, {} without a status",
        plan.goals.len(),
        counts.actions,
        counts.milestones,
        counts.done,
        counts.in_progress,
        counts.no_state.len(),
    )?;
    Ok(())
}

/// Writes the whole content of `plan` below `output`.
fn convert(plan: &Plan, output: &Path) -> Result<Counts> {
    ensure!(plan.adopted.is_none(), "the plan now says when it was adopted, which has no place here yet");
    ensure!(plan.unmatched_progress.is_empty(), "there is progress that belongs to no milestone");
    let content = output.join("content");
    let (organisation, no_units) = organisation(plan)?;
    let mut counts = Counts { no_units, units: organisation.units.len(), ..Counts::default() };
    write(
        &content.join("organisation.yaml"),
        &format!(
            "# No roles: a role has a mandate, and the source names none.\n{}",
            serde_yaml::to_string(&organisation)?
        ),
    )?;
    for goal in &plan.goals {
        let goal_id = slug(&goal.title);
        let front = FrontMatter { title: &goal.title, summary: summary(&goal.text), ..FrontMatter::default() };
        let body = body(&goal.text, &mut counts);
        write_markdown(&content.join("goals").join(format!("{goal_id}.md")), &front, &body)?;
        for action in &goal.initiatives {
            let (id, front, body) = initiative(action, &goal_id, &mut counts)
                .with_context(|| format!("group {}, action {}", goal.id, action.id))?;
            write_markdown(&content.join("initiatives").join(format!("{id}.md")), &front, &body)?;
        }
    }
    write(&content.join("plan.yaml"), &plan_file(plan, &counts)?)?;
    let front = FrontMatter {
        title: "About this conversion",
        summary: Some("What was converted into what, and what the source file lacks.".to_owned()),
        menu: Some(true),
        ..FrontMatter::default()
    };
    write_markdown(&content.join("pages/about-this-conversion.md"), &front, &about(plan, &counts)?)?;
    write(&output.join("LICENCE.md"), &licence(plan))?;
    Ok(counts)
}

/// What was met on the way: every number that the page about the conversion tells.
#[derive(Default)]
struct Counts {
    actions: usize,
    no_summary: Vec<String>,
    action_start: usize,
    action_end: usize,
    milestones: usize,
    due: usize,
    due_in_words: usize,
    revised: Vec<String>,
    responsible: usize,
    value: usize,
    done: usize,
    in_progress: usize,
    no_state: Vec<String>,
    other_words: Vec<String>,
    status_dates: BTreeSet<String>,
    units: usize,
    no_units: Vec<String>,
    figures: usize,
    back_links: usize,
}

/// The units that the milestones name as responsible, and the names that are no unit.
fn organisation(plan: &Plan) -> Result<(OrganisationFile, Vec<String>)> {
    let milestones = || plan.goals.iter().flat_map(|goal| &goal.initiatives).flat_map(|action| &action.activities);
    let names: BTreeSet<String> =
        milestones().filter_map(|milestone| milestone.responsible.as_deref()).flat_map(names).collect();
    if let Some(name) = names.iter().find(|name| PARTIES.iter().all(|(known, _)| known != name)) {
        bail!("responsible is `{name}`, which is not among the known names");
    }
    let mut units = Vec::new();
    let mut no_units = Vec::new();
    for (name, party) in PARTIES.iter().filter(|(name, _)| names.contains(*name)) {
        match party {
            Party::Unit { title, kind } => {
                let spelled_out = |text: &str| text.contains(title);
                let in_texts = plan.goals.iter().any(|goal| {
                    spelled_out(&goal.text) || goal.initiatives.iter().any(|action| spelled_out(&action.text))
                });
                ensure!(title == name || in_texts, "the plan does not spell out {name} as `{title}`");
                units.push(UnitField { id: slug(name), title, kind });
            }
            Party::NoUnit => no_units.push((*name).to_owned()),
        }
    }
    Ok((OrganisationFile { units }, no_units))
}

/// The names in a cell such as `GSA with CDO Council and ICSP`.
fn names(cell: &str) -> Vec<String> {
    [", and ", " and ", " with "]
        .iter()
        .fold(cell.to_owned(), |cell, joint| cell.replace(joint, ", "))
        .split(", ")
        .map(|name| name.strip_prefix("the ").unwrap_or(name).to_owned())
        .collect()
}

/// `plan.yaml`.
fn plan_file(plan: &Plan, counts: &Counts) -> Result<String> {
    let file = PlanFile {
        title: &plan.title,
        organisation: &plan.organisation,
        period: PeriodField { start: &plan.period, end: &plan.period },
        language: &plan.language,
        accessibility_law: "none",
        licence: LICENCE,
        notice: format!(
            "This is a conversion of a public-domain plan, made to test framdrift and not published by the United \
             States government: {}, plan as of {}, progress as of {}.",
            plan.source.url,
            plan.last_updated,
            dates(counts),
        ),
    };
    Ok(format!(
        "{}# The source names no reporting rhythm. The plan is for one year and all its published statuses are from {},\n\
         # so a year is the only period that it supports. It gives neither grace nor limits, so none stand here.\n\
         reporting:\n  every: year\n",
        serde_yaml::to_string(&file)?,
        dates(counts),
    ))
}

/// The days that the statuses are from.
fn dates(counts: &Counts) -> String {
    counts.status_dates.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// An action as an initiative: its id, its front matter and its text.
fn initiative<'a>(action: &'a Action, goal: &str, counts: &mut Counts) -> Result<(String, FrontMatter<'a>, String)> {
    ensure!(action.responsible.is_none(), "the action now has a responsible party, which has no place here yet");
    ensure!(action.status.is_none(), "the action now has a status, which has no place here yet");
    ensure!(action.indicators.is_empty(), "the action now has indicators, which have no place here yet");
    let summary = summary(&action.text);
    counts.actions += 1;
    counts.action_start += usize::from(action.start.is_some());
    counts.action_end += usize::from(action.end.is_some());
    if summary.is_none() {
        counts.no_summary.push(action.id.clone());
    }
    let mut activities = Vec::new();
    for milestone in &action.activities {
        count(milestone, counts);
        let state = state(milestone).with_context(|| format!("milestone {}", milestone.id))?;
        match state {
            State::Done => counts.done += 1,
            State::InProgress => counts.in_progress += 1,
            State::Unknown => counts.no_state.push(milestone.id.clone()),
        }
        activities.push(ActivityField {
            id: format!("m{}", slug(&milestone.id)),
            title: &milestone.title,
            state,
            due: milestone.end.as_deref(),
            done_on: (state == State::Done).then_some("unknown"),
            milestone: true,
        });
    }
    let mut text = format!("## What the plan says\n\n{}", body(&action.text, counts));
    write!(text, "\n## Milestones as published\n\n{}", table(&action.activities, &PLANNED))?;
    write!(text, "\n## Progress as published\n\n{}", table(&action.activities, &PROGRESS))?;
    let front = FrontMatter {
        title: &action.title,
        summary,
        goals: vec![goal.to_owned()],
        start: action.start.as_deref(),
        end: action.end.as_deref(),
        activities,
        menu: None,
    };
    Ok((initiative_id(action)?, front, text))
}

/// What the page about the conversion tells of a milestone.
fn count(milestone: &Milestone, counts: &mut Counts) {
    counts.milestones += 1;
    counts.due += usize::from(milestone.end.is_some());
    counts.due_in_words += usize::from(milestone.end.is_none() && milestone.end_text.is_some());
    counts.responsible += usize::from(milestone.responsible.is_some());
    counts.value += usize::from(milestone.status_value.is_some());
    counts.status_dates.extend(milestone.status_date.clone());
    if milestone.original_end.is_some() {
        counts.revised.push(milestone.id.clone());
    }
    let partial = milestone.status.as_deref() == Some("status-partial-complete");
    let says_so = |comment: &String| comment.contains("partially COMPLETED");
    if partial && !milestone.status_comment.as_ref().is_some_and(says_so) {
        counts.other_words.push(milestone.id.clone());
    }
}

/// The state that a milestone's status class comes to.
fn state(milestone: &Milestone) -> Result<State> {
    Ok(match milestone.status.as_deref() {
        None => State::Unknown,
        Some("status-complete") => State::Done,
        Some("status-partial-complete" | "status-in-progress") => State::InProgress,
        Some(other) => bail!("`{other}` is not among the known status classes"),
    })
}

/// `action-01-identify-data-needs`: the number, and at most six words of the title. From the third on, they end where
/// the title begins to tell what the action is for.
fn initiative_id(action: &Action) -> Result<String> {
    let number: u32 = action.id.parse().context("the action has no number")?;
    let mut words = Vec::new();
    for word in action.title.split_whitespace() {
        let word = slug(word);
        match word.as_str() {
            "to" | "for" | "into" | "that" if words.len() > 2 => break,
            "a" | "an" | "and" | "for" | "into" | "of" | "that" | "the" | "to" => {}
            _ => words.push(word),
        }
    }
    words.truncate(6);
    Ok(format!("action-{number:02}-{}", words.join("-")))
}

/// As many whole sentences from the start of the first paragraph as fit; `None` when not even one does.
fn summary(text: &str) -> Option<String> {
    let paragraph = text.split("\n\n").next()?.replace('*', "");
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let mut summary = None;
    for end in 1..=words.len() {
        let (before, after) = words.split_at(end);
        let so_far = before.join(" ");
        if so_far.chars().count() > SUMMARY_LIMIT {
            break;
        }
        if before.last().is_some_and(|word| ends_sentence(word, after.first().copied())) {
            summary = Some(so_far);
        }
    }
    summary
}

/// Whether a sentence ends with `word`: not after an abbreviation such as `U.S.`.
fn ends_sentence(word: &str, next: Option<&str>) -> bool {
    let Some(stem) = word.strip_suffix('.') else { return false };
    next.is_none_or(|next| next.starts_with(char::is_uppercase) && !stem.contains('.'))
}

/// The source's own Markdown, without what its page left behind: figures whose picture is missing, and links upwards.
fn body(text: &str, counts: &mut Counts) -> String {
    let mut body = String::new();
    for paragraph in text.split("\n\n").map(str::trim_end) {
        let figure = paragraph.strip_prefix('!').filter(|title| title.starts_with(char::is_alphabetic));
        if paragraph == "Back to top" {
            counts.back_links += 1;
            continue;
        }
        if !body.is_empty() {
            body.push('\n');
        }
        if let Some(title) = figure {
            counts.figures += 1;
            body.push_str("*A figure stands here in the source: ");
            body.push_str(&escaped(title));
            body.push('*');
        } else {
            body.push_str(paragraph);
        }
        body.push('\n');
    }
    body
}

/// A column of a table of milestones: its heading, and what stands in it.
type Column = (&'static str, fn(&Milestone) -> Option<&str>);

/// What was planned. The first column, the milestone's number, is common to both tables.
const PLANNED: [Column; 9] = [
    ("Title", |milestone| Some(&milestone.title)),
    ("Description", |milestone| milestone.text.as_deref()),
    ("Start", |milestone| milestone.start.as_deref()),
    ("Target date", |milestone| milestone.end_text.as_deref()),
    ("Target date before it was revised", |milestone| milestone.original_end_text.as_deref()),
    ("Measurement", |milestone| milestone.measurement.as_deref()),
    ("Reporting", |milestone| milestone.reporting.as_deref()),
    ("Requirement", |milestone| milestone.requirement.as_deref()),
    ("Responsible", |milestone| milestone.responsible.as_deref()),
];

/// What was told of it.
const PROGRESS: [Column; 5] = [
    ("Status class", |milestone| milestone.status.as_deref()),
    ("Status as of", |milestone| milestone.status_date.as_deref()),
    ("Status text", |milestone| milestone.status_comment.as_deref()),
    ("Number", |milestone| milestone.status_value.as_deref()),
    ("Next step", |milestone| milestone.next_step.as_deref()),
];

/// A table of the milestones; a column in which none of them has anything is left out.
fn table(milestones: &[Milestone], columns: &[Column]) -> String {
    let columns: Vec<&Column> =
        columns.iter().filter(|(_, cell)| milestones.iter().any(|milestone| cell(milestone).is_some())).collect();
    let headings = columns.iter().map(|(heading, _)| (*heading).to_owned());
    let mut table = row(std::iter::once("Milestone".to_owned()).chain(headings));
    table.push_str(&row(std::iter::repeat_n("---".to_owned(), columns.len() + 1)));
    for milestone in milestones {
        let cells = columns.iter().map(|(_, cell)| cell(milestone).map_or_else(|| MISSING.to_owned(), escaped));
        table.push_str(&row(std::iter::once(milestone.id.clone()).chain(cells)));
    }
    table
}

/// A row of a table.
fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "))
}

/// Plain text as Markdown on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if r"\`*_[]<>|~&#!".contains(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Numbers in a list, or a word for none.
fn listed(ids: &[String]) -> String {
    if ids.is_empty() { "none".to_owned() } else { ids.join(", ") }
}

/// The page that says what was converted into what, and what is missing.
fn about(plan: &Plan, counts: &Counts) -> Result<String> {
    let Counts { actions, milestones, .. } = counts;
    let with_state = counts.done + counts.in_progress;
    let mut text = format!(
        "This site shows a real plan as a program converted it, to test framdrift. It is no service of the United States \
         government. The plan is at [{url}]({url}); the texts come from [its repository]({repository}) at commit \
         `{commit}` ({paths}). The plan was last updated {updated}.\n\n\
         A gap here is a gap in the file that was converted, and not necessarily in what was published. That file says of \
         itself: {kind}. {completeness}\n",
        url = plan.source.url,
        repository = plan.source.repository,
        commit = plan.source.commit,
        paths = plan.source.paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(" and "),
        updated = plan.last_updated,
        kind = escaped(&plan.kind),
        completeness = escaped(&plan.completeness),
    );
    write!(
        text,
        "\n## What became what\n\n\
         | In the source | Here | How many |\n| --- | --- | --- |\n\
         | Groups of actions | Goals | {goals} |\n\
         | Actions | Initiatives | {actions} |\n\
         | Milestones | Activities | {milestones} |\n\
         | Status class `status-complete` | Done, on an unknown day | {done} |\n\
         | Status class `status-partial-complete` or `status-in-progress` | In progress | {in_progress} |\n\
         | No status class | Not stated | {no_state} |\n\
         | Target date | The activity's due date | {due} of {milestones} |\n\
         | Bodies named as responsible | Units; their kind was chosen in the conversion | {units} |\n\
         | Measurement, reporting, requirement, responsible party, status text, number and next step | Tables in the \
         initiative's text, word for word | {milestones} |\n",
        goals = plan.goals.len(),
        done = counts.done,
        in_progress = counts.in_progress,
        no_state = counts.no_state.len(),
        due = counts.due,
        units = counts.units,
    )?;
    write!(
        text,
        "\n## What the source file has, and what it lacks\n\n\
         | Fact | How many have it |\n| --- | --- |\n\
         | Action with a responsible party | 0 of {actions} |\n\
         | Action with a start | {start} of {actions} |\n\
         | Action with a deadline | {end} of {actions} |\n\
         | Action with a status | 0 of {actions} |\n\
         | Milestone with a target date | {due} of {milestones} |\n\
         | Milestone with a target in words only | {words} of {milestones} |\n\
         | Milestone with a responsible party | {responsible} of {milestones} |\n\
         | Milestone with a status | {with_state} of {milestones} |\n\
         | Milestone with a number | {value} of {milestones} |\n\
         | Completed milestone with the day it was completed | 0 of {done} |\n\
         | Indicators, decisions, forums, insights, status reports, reviews | none |\n",
        start = counts.action_start,
        end = counts.action_end,
        due = counts.due,
        words = counts.due_in_words,
        responsible = counts.responsible,
        value = counts.value,
        done = counts.done,
    )?;
    write!(
        text,
        "\n## Where the conversion had to choose\n\n\
         - The file has no status for these milestones: {no_state}. No state was made up for them: it is shown as not \
         stated.\n\
         - These milestones have the class of partial completion, but their text does not say that they are partially \
         completed: {other}. They are shown as in progress, as the class says. The text stands in the table.\n\
         - The target dates of these milestones were revised: {revised}. The file does not say when or why, so no moved \
         deadline is declared. Both dates stand in the table.\n\
         - A role needs a mandate, and the file names none. So there are no roles, and nobody is shown as accountable. \
         These responsible parties are a role or several at once, and became no unit: {no_units}.\n\
         - A summary is whole sentences from the start of the text, at most {SUMMARY_LIMIT} characters. These actions \
         begin with a longer one, or with a list, and have no summary: {no_summary}.\n\
         - The numbers stand without a unit: the file gives none.\n\
         - The progress page is no status report in framdrift's sense, since nobody answers for it by role. No report was \
         made up.\n\
         - {figures} figures are named in the text without their picture. {back_links} links back to the top of the page \
         were taken out.\n",
        no_state = listed(&counts.no_state),
        other = listed(&counts.other_words),
        revised = listed(&counts.revised),
        no_units = listed(&counts.no_units),
        no_summary = listed(&counts.no_summary),
        figures = counts.figures,
        back_links = counts.back_links,
    )?;
    Ok(text)
}

/// `LICENCE.md`.
fn licence(plan: &Plan) -> String {
    let Origin { url, repository, commit, licence, .. } = &plan.source;
    format!(
        "# Licence\n\n\
         The texts below `content/` are from the {title}, a work of the United States government in the public domain. \
         The source file states its licence as \"{licence}\". The repository's contribution guide also waives copyright \
         and related rights worldwide through {LICENCE}.\n\n\
         - Source: <{url}>\n\
         - Repository: <{repository}>\n\
         - Commit: `{commit}`\n\n\
         They were converted by `examples/us_federal_data_strategy.rs`; `content/pages/about-this-conversion.md` tells how. \
         The conversion is no publication of the United States government.\n",
        title = plan.title,
    )
}

/// Writes a Markdown file.
fn write_markdown(path: &Path, front: &FrontMatter<'_>, body: &str) -> Result<()> {
    write(path, &format!("---\n{}---\n\n{body}", serde_yaml::to_string(front)?))
}

/// Writes a file, and the folders above it.
fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}
