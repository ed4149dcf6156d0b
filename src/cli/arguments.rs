//! The command line in, a [`Request`] out. The one file that names clap; what `--help` says of options stands here, and of
//! what a command does in `help`.
//!
//! Long because it is one table: every command and every option of the program stands here.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};
pub(super) use clap_complete::Shell;
use jiff::civil::Date;

use super::help::{
    ANSWERS, BEGINS, COMES_BACK, COMPLETES, EXAMPLES, FETCHES, GOES, GOES_OUT, KEEPS, LEADS, MANUAL, NEEDS, RENAMES,
    SHOWS, TEACHES, TIDIES, VERIFIES,
};
use crate::model::{Choice as _, Kind, Rhythm};
use crate::words::Language;

/// What the caller wants.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) task: Task,
    pub(super) voice: Voice,
}

/// What to do.
#[derive(Debug)]
pub(super) enum Task {
    /// Run the pipeline, and publish what it gives where that is said.
    Build { input: Input, publication: Option<Publication> },
    /// Hold a published site against its record.
    Verify(Verify),
    /// Show the site in a browser, and every save in it.
    Serve { input: Which, place: Place },
    /// Begin a plan in a folder.
    NewPlan(NewPlan),
    /// Begin a file of the plan in `folder`.
    NewFile { folder: PathBuf, date: Option<Date>, what: What },
    /// Write what a web server is to do with the site.
    Hosting(Hosting),
    /// Tell what the site links to elsewhere.
    Links(Links),
    /// Fill the files of indicators with what Kolada says.
    Kolada(Kolada),
    /// Write the plan as a workbook.
    Export(Export),
    /// Write what was changed in a workbook into the plan's files.
    Import(Import),
    /// Give a thing of the plan another id.
    Rename(Rename),
    /// Put the plan's files in order; `check`: tell which are not, and write nothing.
    Format { folder: PathBuf, check: bool },
    /// Tell what each role owes.
    Todo(Todo),
    /// Write what an editor needs to help with the files of the plan in `folder`.
    Schema { folder: PathBuf, cms: bool },
    /// Tell about a rule, or list them all.
    Explain { code: Option<String> },
    /// Write what lets a shell complete the command line.
    Completions { shell: Shell },
    /// Write the manual: its first page to standard output, or every page to a folder.
    Man { folder: Option<PathBuf> },
}

/// Whose duties are told, and how.
#[derive(Args, Debug)]
pub(super) struct Todo {
    /// The folder that holds content/
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Only what this role owes
    #[arg(long, value_name = "ROLE")]
    pub(super) role: Option<String>,
    /// Of the reports, only those that this period lacks
    #[arg(long, value_name = "PERIOD")]
    pub(super) period: Option<String>,
    /// Write it as text, json, or a letter in Markdown to each role
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "text", hide_possible_values = true)]
    pub(super) format: TodoFormat,
    // No doc comment: its backticks would be shown.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    #[arg(help = "The day that is today [default: today, or that of SOURCE_DATE_EPOCH]")]
    pub(super) date: Option<Date>,
}

/// How duties are told, on standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TodoFormat {
    Text,
    Json,
    Letter,
}

/// What is known of a plan that begins; what is not is asked for.
#[derive(Args, Debug)]
pub(super) struct NewPlan {
    /// The folder that the plan is to lie in
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
    /// Ask nothing: what no option tells gets its default
    #[arg(short, long)]
    pub(super) yes: bool,
    /// Whose plan it is, such as "Exempelby kommun"
    #[arg(long, value_name = "NAME")]
    pub(super) organisation: Option<String>,
    /// What the plan is called
    #[arg(long, value_name = "TITLE")]
    pub(super) title: Option<String>,
    /// The municipality's code, four digits
    #[arg(long, value_name = "CODE")]
    pub(super) municipality_code: Option<String>,
    /// The first year of the plan
    #[arg(long, value_name = "YEAR")]
    pub(super) start: Option<i16>,
    /// The last year of the plan
    #[arg(long, value_name = "YEAR")]
    pub(super) end: Option<i16>,
    /// How often it is reported: month, quarter, tertial, half-year or year
    #[arg(long, value_name = "RHYTHM", value_parser = rhythm)]
    pub(super) every: Option<Rhythm>,
    /// The language that the plan is written in: sv or en
    #[arg(long, value_name = "LANGUAGE", hide_possible_values = true)]
    #[arg(value_parser = PossibleValuesParser::new(Language::tags()))]
    pub(super) language: Option<String>,
    /// Another language of the site; may be given again
    #[arg(long, value_name = "LANGUAGE", hide_possible_values = true)]
    #[arg(value_parser = PossibleValuesParser::new(Language::tags()))]
    pub(super) also: Vec<String>,
    /// The colour of links and marks, such as #1f4e4a
    #[arg(long, value_name = "COLOUR")]
    pub(super) colour: Option<String>,
    /// A function mailbox for questions
    #[arg(long, value_name = "MAILBOX")]
    pub(super) contact: Option<String>,
}

/// A file that an author begins.
#[derive(Debug)]
pub(super) enum What {
    /// A status report on the initiative with this id.
    Report { initiative: String, period: Option<String>, by: Option<String> },
    /// The leadership's review of a period.
    Review { period: Option<String> },
    /// A thing with a name of its own.
    Entity { kind: Kind, title: String, id: Option<String> },
}

/// What the pipeline runs on, and how it is told about.
#[derive(Args, Debug)]
pub(super) struct Input {
    #[command(flatten)]
    pub(super) which: Which,
    /// Show what is wrong as human, json, github, gitlab or sarif
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human", hide_possible_values = true)]
    pub(super) format: Format,
    /// Treat warnings as errors
    #[arg(long)]
    pub(super) deny_warnings: bool,
    /// Refuse to lose what this site, or its manifest.json, has published
    #[arg(long, value_name = "SITE")]
    pub(super) since: Option<PathBuf>,
    /// Tell how long each stage took, and the files and pages that took longest
    #[arg(long)]
    pub(super) timings: bool,
}

/// Where a site goes, and how.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Publication {
    pub(super) goes_to: Destination,
    /// What the record says that the content was taken from.
    pub(super) commit: Option<String>,
}

/// Where a site goes.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Destination {
    /// Into a folder that a web server answers from; `in_place`: file by file.
    Folder { folder: PathBuf, in_place: bool },
    /// Into an archive, with what it was made of; `None`: at [`archive_of`] its day.
    Archive(Option<PathBuf>),
}

/// Which links are told, and how.
#[derive(Args, Debug)]
pub(super) struct Links {
    #[command(flatten)]
    pub(super) which: Which,
    /// Ask the servers whether the pages are still there, and tell what is wrong
    #[arg(long)]
    pub(super) check_external: bool,
    // No doc comment: its brackets would be shown.
    #[arg(long, value_name = "ADDRESS", help = "Only links that begin like this, such as https://www.example.org/")]
    pub(super) only: Option<String>,
    /// Ask servers of the own network, too
    #[arg(long, requires = "check_external")]
    pub(super) private: bool,
    /// Show it as human, json, github, gitlab or sarif
    #[arg(long, value_enum, value_name = "FORMAT", default_value = "human", hide_possible_values = true)]
    pub(super) format: Format,
}

/// What gets another id.
#[derive(Args, Debug)]
pub(super) struct Rename {
    /// What it is and its id, such as goal:school
    #[arg(value_name = "KIND:ID")]
    pub(super) from: String,
    /// Its new id, such as goal:schools
    #[arg(value_name = "KIND:NEW")]
    pub(super) to: String,
    /// The folder that holds content/
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Tell what would change, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// What becomes a workbook.
#[derive(Args, Debug)]
pub(super) struct Export {
    /// The folder that holds content/
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Write it to this file [default: DIR/plan.xlsx]
    #[arg(long, value_name = "FILE")]
    pub(super) xlsx: Option<PathBuf>,
    /// With the reports for this period [default: the latest closed one that lacks some, else the one under way]
    #[arg(long, value_name = "PERIOD")]
    pub(super) period: Option<String>,
    /// Replace the file if it is there, with whatever was changed in it
    #[arg(long)]
    pub(super) force: bool,
    // No doc comment: its backticks would be shown.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    #[arg(help = "The day that is today [default: today, or that of SOURCE_DATE_EPOCH]")]
    pub(super) date: Option<Date>,
}

/// Which workbook comes back, or which list comes for the first time.
#[derive(Args, Debug)]
pub(super) struct Import {
    /// The workbook, or a CSV file
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,
    /// The folder that holds content/
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// Read it as this map says what its columns are; one that is not there is written, to be looked through
    #[arg(long, value_name = "MAP")]
    pub(super) map: Option<PathBuf>,
    /// The sheet that is asked about, or that a map is written for [default: the first one with a table]
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    /// Show line by line what would change, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// What is fetched from Kolada.
#[derive(Args, Debug)]
pub(super) struct Kolada {
    /// The folder that holds content/
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    /// The municipality's code, four digits [default: that of plan.yaml]
    #[arg(long, value_name = "CODE", value_parser = municipality_code)]
    pub(super) municipality: Option<String>,
    /// Only the indicator with this id
    #[arg(long, value_name = "INDICATOR")]
    pub(super) only: Option<String>,
    /// Tell what would change, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Ask here instead of at api.kolada.se: a mirror, for example
    #[arg(long, value_name = "URL", value_parser = address)]
    pub(super) from: Option<String>,
    // No doc comment: its backticks would be shown.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    #[arg(help = "The day that is today [default: today, or that of SOURCE_DATE_EPOCH]")]
    pub(super) date: Option<Date>,
}

/// What a web server is told.
#[derive(Args, Debug)]
pub(super) struct Hosting {
    /// The server: nginx or apache
    #[arg(value_enum, value_name = "SERVER", hide_possible_values = true)]
    pub(super) server: Server,
    #[command(flatten)]
    pub(super) which: Which,
    /// The folder that it answers from [default: DIR/output]
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: Option<PathBuf>,
}

/// A web server with a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Server {
    Nginx,
    Apache,
}

/// What is held against its record.
#[derive(Args, Debug)]
pub(super) struct Verify {
    /// The folder that holds the site, or an archive of it
    #[arg(value_name = "SITE", default_value = "output")]
    pub(super) site: PathBuf,
    /// Hold it against this record, kept elsewhere [default: the manifest.json in SITE]
    #[arg(long, value_name = "FILE")]
    pub(super) manifest: Option<PathBuf>,
}

/// Which site is made.
#[derive(Args, Clone, Debug)]
pub(super) struct Which {
    /// The folder that holds content/
    #[arg(value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    // No doc comment: its backticks would be shown.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    #[arg(help = "Describe the plan as of this day [default: today, or that of SOURCE_DATE_EPOCH]")]
    pub(super) date: Option<Date>,
    /// The site's address, when it is another than the plan's own
    #[arg(long, value_name = "URL", value_parser = address)]
    pub(super) base_url: Option<String>,
    /// Use the look in themes/NAME
    #[arg(long, value_name = "NAME")]
    pub(super) theme: Option<String>,
}

/// Where the site is shown.
#[derive(Args, Debug)]
pub(super) struct Place {
    /// Listen at this address of the machine; others than 127.0.0.1 can be reached by others
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = host)]
    pub(super) host: IpAddr,
    /// Listen at this port, or the first free one after it
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    pub(super) port: u16,
    /// Open the site in the browser
    #[arg(long)]
    pub(super) open: bool,
    /// Let this machine's browser change the plan's files in forms; the address is told with a key
    #[arg(long)]
    pub(super) edit: bool,
    /// Look for changes every second, where the system does not tell of them
    #[arg(long)]
    pub(super) poll: bool,
    /// Let places in files lead to vscode, vscodium, zed or none
    #[arg(long, value_enum, value_name = "EDITOR", default_value = "vscode", hide_possible_values = true)]
    pub(super) editor: Editor,
}

/// What opens a file when its place is chosen in the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Editor {
    Vscode,
    Vscodium,
    Zed,
    None,
}

/// How to speak.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    /// `None`: the plan's language.
    pub(super) language: Option<Language>,
    pub(super) colour: Colour,
    pub(super) loudness: Loudness,
}

/// How much to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Loudness {
    /// Only what is wrong.
    Quiet,
    /// A summary besides.
    Usual,
    /// What changed in the output, too.
    Loud,
}

/// How diagnostics are shown: for people on standard error, for programs on standard output. What they are is told in
/// the help of `--format`, so that each option keeps to a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
    Github,
    Gitlab,
    Sarif,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

/// The request that the process was started with. Ends the process when it asks for help or is not understood.
pub(super) fn parse() -> Request {
    request(Line::parse())
}

const NOTHING_NEW: &str = "name a folder for a new plan, or what is new: framdrift new --help";

/// Makes a public web site of a plan: what is promised, who answers for it, how it really goes
#[derive(Debug, Parser)]
#[command(name = "framdrift", version, after_help = EXAMPLES, arg_required_else_help = true)]
struct Line {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    speech: Speech,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check the content and write the site
    #[command(after_help = format!("{NEEDS}\n\n{GOES}"))]
    Build {
        /// Write the site to this folder [default: DIR/output]
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
        /// Change the folder file by file, where it can't be replaced as a whole
        #[arg(long)]
        in_place: bool,
        /// Write in manifest.json that the content is that of this commit
        #[arg(long, value_name = "ID", value_parser = commit_id)]
        commit: Option<String>,
        #[command(flatten)]
        run: Input,
    },
    /// Show the site in a browser, and every save as soon as it is made
    #[command(after_help = format!("{NEEDS}\n\n{SHOWS}"))]
    Serve {
        #[command(flatten)]
        which: Which,
        #[command(flatten)]
        place: Place,
    },
    /// Check the content and write nothing
    #[command(after_help = NEEDS)]
    Check {
        #[command(flatten)]
        run: Input,
    },
    /// Begin a plan in a folder, or a file of a plan
    #[command(subcommand_required = false, args_conflicts_with_subcommands = true, subcommand_value_name = "WHAT")]
    #[command(subcommand_help_heading = "Or a file of the plan that stands here", disable_help_subcommand = true)]
    #[command(after_help = BEGINS)]
    New {
        #[command(subcommand)]
        what: Option<NewWhat>,
        #[command(flatten)]
        plan: Option<NewPlan>,
    },
    /// List what the site links to elsewhere, and ask whether it is still there
    #[command(after_help = LEADS)]
    Links(Links),
    /// Fetch values of indicators from those who publish them; nothing is fetched by any other command
    #[command(subcommand_value_name = "FROM", subcommand_help_heading = "From", disable_help_subcommand = true)]
    Fetch {
        #[command(subcommand)]
        from: FetchFrom,
    },
    /// Write what nginx or Apache needs to answer with the site, safely
    #[command(after_help = ANSWERS)]
    Hosting(Hosting),
    /// Tell what each role has to do: reports, decisions, answers and data
    Todo(Todo),
    /// Write the plan as a workbook for Excel, with the reports of a period
    #[command(after_help = GOES_OUT)]
    Export(Export),
    /// Write what was changed in such a workbook, or what any list says, into the plan's files, and nothing else
    #[command(after_help = COMES_BACK)]
    Import(Import),
    /// Give a goal, an initiative, a role and so on another id, wherever it is named
    #[command(after_help = RENAMES)]
    Rename(Rename),
    /// Put keys in order and write dates in one way; texts and comments are not touched
    #[command(name = "fmt", after_help = TIDIES)]
    Format {
        /// The folder that holds content/
        #[arg(value_name = "DIR", default_value = ".")]
        folder: PathBuf,
        /// Tell which files are not in order, and write nothing
        #[arg(long)]
        check: bool,
    },
    /// Teach VS Code the plan's files: keys, values and its ids are offered and explained
    #[command(after_help = TEACHES)]
    Schema {
        /// The folder that holds content/
        #[arg(value_name = "DIR", default_value = ".")]
        folder: PathBuf,
        /// Write forms for Sveltia CMS or Decap CMS instead, to DIR/admin/config.yml
        #[arg(long)]
        cms: bool,
    },
    /// Check the content and put the site and all that it is made of into one file, to be kept
    #[command(after_help = KEEPS)]
    Archive {
        /// Write it to this file [default: DIR/archive-YYYY-MM-DD.zip, of the day that it describes]
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Write in manifest.json that the content is that of this commit
        #[arg(long, value_name = "ID", value_parser = commit_id)]
        commit: Option<String>,
        #[command(flatten)]
        run: Input,
    },
    /// Tell whether a site or an archive is as it was published
    #[command(after_help = VERIFIES)]
    Verify(Verify),
    /// Tell what the code of a message means, or list every code
    Explain {
        /// The code, such as FD101
        code: Option<String>,
    },
    /// Write what lets a shell complete the command line, to standard output
    #[command(after_help = COMPLETES)]
    Completions {
        /// The shell: bash, elvish, fish, powershell or zsh
        #[arg(value_enum, value_name = "SHELL", hide_possible_values = true)]
        shell: Shell,
    },
    /// Write the manual for man, to standard output or, every command's page, to a folder
    #[command(after_help = MANUAL)]
    Man {
        /// Write framdrift.1 and a page for each command to this folder
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
}

/// Where values are fetched from.
#[derive(Debug, Subcommand)]
enum FetchFrom {
    /// Kolada, the municipalities' open database of key figures (RKA)
    #[command(after_help = FETCHES)]
    Kolada(Kolada),
}

/// The files that can be begun, by the names that they have in both languages.
#[derive(Debug, Subcommand)]
enum NewWhat {
    /// A status report on an initiative, with what was said last time
    #[command(visible_alias = "rapport")]
    Report {
        /// The initiative's id
        #[arg(value_name = "INITIATIVE")]
        initiative: String,
        /// The period, such as 2026-T2 [default: the latest that lacks its report, else the one under way]
        #[arg(long, value_name = "PERIOD")]
        period: Option<String>,
        /// The role that reports [default: the one that answers for the initiative]
        #[arg(long, value_name = "ROLE")]
        by: Option<String>,
        #[command(flatten)]
        place: NewPlace,
    },
    /// The leadership's review of a period, with the questions that wait for an answer
    #[command(visible_alias = "uppföljning")]
    Review {
        /// The period, such as 2026-T2 [default: the latest that has closed]
        #[arg(value_name = "PERIOD")]
        period: Option<String>,
        #[command(flatten)]
        place: NewPlace,
    },
    /// An initiative
    #[command(visible_alias = "initiativ")]
    Initiative(NewEntity),
    /// A goal
    #[command(visible_alias = "mål")]
    Goal(NewEntity),
    /// A knowledge area
    #[command(visible_alias = "område")]
    Area(NewEntity),
    /// An indicator, and the file of its values
    #[command(visible_alias = "nyckeltal")]
    Indicator(NewEntity),
    /// A forum
    Forum(NewEntity),
    /// An insight: what residents or staff tell
    #[command(visible_alias = "insikt")]
    Insight(NewEntity),
    /// A decision
    #[command(visible_alias = "beslut")]
    Decision(NewEntity),
    /// A free page
    #[command(visible_alias = "sida")]
    Page(NewEntity),
}

#[derive(Args, Debug)]
struct NewEntity {
    /// What it is called
    #[arg(value_name = "TITLE")]
    title: String,
    /// Its id [default: made of the title]
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    #[command(flatten)]
    place: NewPlace,
}

#[derive(Args, Debug)]
struct NewPlace {
    /// The folder that holds content/
    #[arg(long = "in", value_name = "DIR", default_value = ".")]
    folder: PathBuf,
    // No doc comment: its backticks would be shown.
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    #[arg(help = "The day that is today [default: today, or that of SOURCE_DATE_EPOCH]")]
    date: Option<Date>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "Messages")]
struct Speech {
    /// Speak sv or en [default: the plan's language]
    #[arg(long, global = true, value_name = "LANGUAGE", hide_possible_values = true)]
    #[arg(value_parser = PossibleValuesParser::new(Language::tags()))]
    lang_of_messages: Option<String>,
    /// Use colours auto, always or never
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    color: Colour,
    /// Say only what is wrong
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    quiet: bool,
    /// Say also what changed in the output
    #[arg(short, long, global = true)]
    verbose: bool,
}

fn request(line: Line) -> Request {
    let Speech { lang_of_messages, color, quiet, verbose } = line.speech;
    let loudness = match (quiet, verbose) {
        (true, _) => Loudness::Quiet,
        (_, true) => Loudness::Loud,
        _ => Loudness::Usual,
    };
    let language = lang_of_messages.as_deref().and_then(Language::from_tag);
    let task = match line.command {
        Command::Build { run, out, in_place, commit } => {
            let folder = out.unwrap_or_else(|| below(&run.which.folder, "output"));
            let goes_to = Destination::Folder { folder, in_place };
            Task::Build { input: run, publication: Some(Publication { goes_to, commit }) }
        }
        Command::Archive { run, out, commit } => {
            Task::Build { input: run, publication: Some(Publication { goes_to: Destination::Archive(out), commit }) }
        }
        Command::Serve { which, place } => Task::Serve { input: which, place },
        Command::Check { run } => Task::Build { input: run, publication: None },
        Command::New { what, plan } => match (what, plan) {
            (Some(what), _) => file(what),
            (None, Some(plan)) => Task::NewPlan(plan),
            // Neither: the same as an option that is missing.
            (None, None) => Line::command().error(ErrorKind::MissingRequiredArgument, NOTHING_NEW).exit(),
        },
        Command::Links(links) => Task::Links(links),
        Command::Fetch { from: FetchFrom::Kolada(asked) } => Task::Kolada(asked),
        Command::Hosting(hosting) => Task::Hosting(hosting),
        Command::Export(asked) => Task::Export(asked),
        Command::Import(asked) => Task::Import(asked),
        Command::Rename(asked) => Task::Rename(asked),
        Command::Format { folder, check } => Task::Format { folder, check },
        Command::Todo(todo) => Task::Todo(todo),
        Command::Schema { folder, cms } => Task::Schema { folder, cms },
        Command::Verify(asked) => Task::Verify(asked),
        Command::Explain { code } => Task::Explain { code },
        Command::Completions { shell } => Task::Completions { shell },
        Command::Man { out } => Task::Man { folder: out },
    };
    Request { task, voice: Voice { language, colour: color, loudness } }
}

/// What lets a shell complete the command line.
pub(super) fn completions(shell: Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Line::command(), "framdrift", &mut script);
    script
}

/// The pages of the manual: the name of each file and its text, the program's own first.
pub(super) fn manual() -> Vec<(String, String)> {
    fn add(command: clap::Command, name: &str, pages: &mut Vec<(String, String)>) {
        let below: Vec<clap::Command> =
            command.get_subcommands().filter(|own| own.get_name() != "help").cloned().collect();
        // It is known by its whole name, with a hyphen between the words as in the name of its file.
        let command = command.display_name(name.to_owned()).version(env!("CARGO_PKG_VERSION"));
        let mut page = Vec::new();
        let page_of = clap_mangen::Man::new(command).source(concat!("framdrift ", env!("CARGO_PKG_VERSION")));
        page_of.manual("framdrift").render(&mut page).expect("memory takes all that is written to it");
        // What is said below the options has lines of its own.
        let page = String::from_utf8_lossy(&page).replacen(".SH EXTRA\n", ".SH NOTES\n.nf\n", 1);
        let page = page.replacen("\n.SH VERSION\n", "\n.fi\n.SH VERSION\n", 1);
        pages.push((format!("{name}.1"), page));
        for own in below {
            let name = format!("{name}-{}", own.get_name());
            add(own, &name, pages);
        }
    }
    let mut pages = Vec::new();
    let mut all = Line::command().disable_help_subcommand(true);
    all.build();
    add(all, "framdrift", &mut pages);
    pages
}

/// What is to be begun.
fn file(what: NewWhat) -> Task {
    let entity = |kind, NewEntity { title, id, place }| (What::Entity { kind, title, id }, place);
    let (what, NewPlace { folder, date }) = match what {
        NewWhat::Report { initiative, period, by, place } => (What::Report { initiative, period, by }, place),
        NewWhat::Review { period, place } => (What::Review { period }, place),
        NewWhat::Initiative(own) => entity(Kind::Initiative, own),
        NewWhat::Goal(own) => entity(Kind::Goal, own),
        NewWhat::Area(own) => entity(Kind::Area, own),
        NewWhat::Indicator(own) => entity(Kind::Indicator, own),
        NewWhat::Forum(own) => entity(Kind::Forum, own),
        NewWhat::Insight(own) => entity(Kind::Insight, own),
        NewWhat::Decision(own) => entity(Kind::Decision, own),
        NewWhat::Page(own) => entity(Kind::Page, own),
    };
    Task::NewFile { folder, date, what }
}

/// Where an archive of the plan in `folder` goes when nobody says where.
pub(super) fn archive_of(folder: &std::path::Path, date: Date) -> PathBuf {
    below(folder, &format!("archive-{date}.zip"))
}

/// `name` in `folder`, without a needless `./` before it.
pub(super) fn below(folder: &std::path::Path, name: &str) -> PathBuf {
    if folder.as_os_str() == "." { PathBuf::from(name) } else { folder.join(name) }
}

fn commit_id(text: &str) -> Result<String, String> {
    let is_id = (7..=64).contains(&text.len()) && text.chars().all(|c| c.is_ascii_hexdigit());
    is_id
        .then(|| text.to_ascii_lowercase())
        .ok_or_else(|| "write the commit's id, as git rev-parse HEAD tells it".to_owned())
}

fn day(text: &str) -> Result<Date, String> {
    let day = text.parse().ok().filter(|_| text.len() == "YYYY-MM-DD".len());
    day.ok_or_else(|| "write a day of the calendar as year-month-day, such as 2026-03-31".to_owned())
}

fn municipality_code(text: &str) -> Result<String, String> {
    let is_code = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_code.then(|| text.to_owned()).ok_or_else(|| "write the code in four digits, such as 1290".to_owned())
}

fn rhythm(text: &str) -> Result<Rhythm, String> {
    Rhythm::parse(text).ok_or_else(|| "write month, quarter, tertial, half-year or year".to_owned())
}

fn host(text: &str) -> Result<IpAddr, String> {
    if text == "localhost" {
        return Ok(IpAddr::from([127, 0, 0, 1]));
    }
    text.parse()
        .map_err(|_| "write an address in numbers, such as 127.0.0.1, or 0.0.0.0 for all of the machine's".to_owned())
}

fn address(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.starts_with('/') && !host.contains(char::is_whitespace) => {
            Ok(text.to_owned())
        }
        _ => Err("write the whole address, such as https://plan.example.org/".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_holds_together() {
        Line::command().debug_assert();
    }

    #[test]
    fn the_site_goes_below_the_plan() {
        for (line, out) in [
            (["framdrift", "build", "."].as_slice(), "output"),
            (&["framdrift", "build", "plan/"], "plan/output"),
            (&["framdrift", "build", "plan", "--out", "public"], "public"),
        ] {
            let request = request(Line::try_parse_from(line).unwrap());
            let Task::Build { publication: Some(own), .. } = request.task else { panic!("{line:?}") };
            assert_eq!(own.goes_to, Destination::Folder { folder: out.into(), in_place: false }, "{line:?}");
        }
    }

    #[test]
    fn a_day_is_a_day() {
        assert!(day("2026-03-31").is_ok());
        for text in ["2026-02-30", "2026-03", "20260331", "i dag", "2026-03-31T10:00:00"] {
            assert!(day(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_commit_has_an_id() {
        assert_eq!(commit_id("0123ABC").as_deref(), Ok("0123abc"));
        for text in ["", "012345", "HEAD", "0123abg", &"0".repeat(65)] {
            assert!(commit_id(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_has_a_host() {
        assert!(address("https://plan.example.org/sv/").is_ok());
        for text in ["plan.example.org", "https://", "ftp://example.org", "https:///x", "https://a b"] {
            assert!(address(text).is_err(), "{text}");
        }
    }
}
