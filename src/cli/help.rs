//! What `--help` says below the options of each command.

pub(super) const EXAMPLES: &str = "\
Examples:
  framdrift serve --open              show the site of ./content in the browser, and every save
  framdrift check                     tell what is wrong in ./content, write nothing
  framdrift build                     write the site of ./content to ./output
  framdrift build plan --out public   write the site of plan/content to ./public
  framdrift new plan                  begin a plan in ./plan
  framdrift new report e-arkiv        begin a status report on the initiative e-arkiv
  framdrift todo --format letter      write to each role what it has to do
  framdrift archive                   put the site of ./content and all it is made of into one file, to be kept
  framdrift explain FD101             tell what a message's code means, with an example

Exit codes:
  0  all is well
  1  the content has errors, or warnings with --deny-warnings; nothing was written
  2  framdrift could not do its work: a wrong option, a missing folder, a full disk";

pub(super) const NEEDS: &str = "\
What DIR must hold:
  content/plan.yaml           title, organisation, period and language of the plan
  content/organisation.yaml   its units and roles
  content/goals/, initiatives/, reports/2026-T2/ and so on: one file for each
  themes/NAME/                your own look, if you have one";

pub(super) const GOES: &str = "\
Where the site goes:
  To DIR/output, or the folder that --out names. It is replaced as a whole, and only when all went well. A folder
  that holds anything that framdrift did not put there is left alone.

  A mounted folder, or one whose parent you may not write in, can't be replaced. With --in-place only the files that
  have changed are replaced, one by one: pages after what they need, removals last.

  What is public stays public: with --since, an address that the site in use has and this one would lack is an error, and
  so is a published report that says something else without saying that it was corrected. SITE is a folder with the
  site, or its manifest.json, fetched from the web.

What is wrong is told on standard error; json, github, gitlab and sarif go to standard output.";

pub(super) const SHOWS: &str = "\
What is shown:
  The site of what DIR holds now, from memory; DIR/output is left alone. Save a file, and the browser shows the change.
  When the site can't be built, the last one stays and the page says what is wrong and where. Choose a place in a file
  and your editor opens there. Ctrl-C ends it.

  Files with the line \"draft: true\" or \"utkast: true\" are shown here and marked; build leaves them out.

  On a network share the system does not tell of changes, so framdrift looks for them every second. It does so anywhere
  with --poll.";

pub(super) const BEGINS: &str = "\
Examples:
  framdrift new plan                                begin a plan in ./plan: what it needs to know is asked for
  framdrift new report e-arkiv                      a status report on the initiative e-arkiv, in ./content
  framdrift new initiative \"Svar på vanliga frågor\"

The files tell in comments what each line means. A file that exists is never touched.";

pub(super) const TEACHES: &str = "\
What is written:
  DIR/.vscode/framdrift/   a JSON Schema for each kind of file, in the plan's language and with its ids
  DIR/.vscode/settings.json  what leads VS Code to them, unless there is such a file already

Plan, organisation and accessibility statement are YAML files: VS Code helps with them when the extension YAML by Red
Hat is installed. For the other files the schemas are for programs that read front matter. Run it again when the plan
has new roles, goals and so on.";

pub(super) const ANSWERS: &str = "\
What is written:
  To standard output, what the server includes in its own file: where the site lies, media types, the page for a wrong
  address in each language, and headers that let a browser do no more for a page than the page needs.

  Hosts that read such headers from the site find them there, in _headers, and whom to tell of a weakness in
  .well-known/security.txt; both only where the site has a host of its own.

Examples:
  framdrift hosting nginx --out /srv/plan > /etc/nginx/snippets/framdrift.conf
  framdrift hosting apache --out /srv/plan > /etc/apache2/conf-available/framdrift.conf";

pub(super) const LEADS: &str = "\
What is told:
  Every address on other sites that the site links to, and where in content/ it is written; with --format json as a list
  of {address, places, pages}. Nothing is asked of anybody.

  With --check-external each server is asked whether the page is still there, one question a second to each host, and
  what is wrong is told as in framdrift check: what is gone, what has moved, and what could not be found out.

Exit codes:
  0  all is well, or nothing worse than a warning
  1  the content has errors, or a link leads nowhere
  2  framdrift could not do its work";

pub(super) const FETCHES: &str = "\
What is fetched:
  The yearly values, for women and men together, of each indicator with a kolada_id in its source. A comparison whose
  series is called by a municipality's code, such as \"1280\", or \"0000\" for the country, is fetched with it.

What is written:
  content/indicators/ID.csv, and in ID.md the day on which it was fetched. What Kolada does not know stays as it is; what
  it lacks is missing, not 0. Look at what has changed, and commit it: builds never ask Kolada.

Exit codes:
  0  all is well, or nothing worse than a warning
  1  Kolada does not have what an indicator asks for; the others were written
  2  framdrift could not do its work";

pub(super) const KEEPS: &str = "\
What is kept:
  site/          the site; open site/index.html in a browser: its links lead from file to file, without a web server
  source/        content/ and themes/, as they were
  manifest.json  every file with its size and SHA-256, for framdrift verify FILE
  README.txt     what it is, for a reader who knows nothing of it

The same content, day and version of framdrift give the same file. A file that is there is replaced.";

pub(super) const VERIFIES: &str = "\
What is told:
  manifest.json lists every file of a site with its size and SHA-256, and says which day the site describes and by what
  it was made. Files that have changed, that are missing and that are not listed are told.

  Whoever can change the site can change its manifest.json, too. Keep a copy of it where others can't write, and hold
  the site against that one with --manifest.

Exit codes:
  0  the site is as it was published
  1  it is not
  2  it could not be read";

pub(super) const COMPLETES: &str = "\
Examples:
  framdrift completions bash > /usr/share/bash-completion/completions/framdrift
  framdrift completions zsh > ~/.zfunc/_framdrift     with ~/.zfunc in fpath
  framdrift completions fish > ~/.config/fish/completions/framdrift.fish
  framdrift completions powershell >> $PROFILE";

pub(super) const MANUAL: &str = "\
Examples:
  framdrift man | man -l -
  framdrift man --out /usr/local/share/man/man1";

pub(super) const RENAMES: &str = "\
What changes:
  The names of its files, every place that names it (keys, links in texts, reports), and nothing else. The old id stays as
  an alias, so that what was published still leads to it. What would give the plan an error is refused.

  Kinds: area, goal, initiative, indicator, forum, insight, decision, page, role and unit, or what they are called in
  Swedish.

Examples:
  framdrift rename goal:skola goal:skolan
  framdrift rename roll:it-chef roll:digitaliseringschef --dry-run";

pub(super) const TIDIES: &str = "\
What changes:
  Keys come in the order in which framdrift new writes them, and dates are written as 2026-09-01, 2026-T2, 2026-Q3 and so
  on. A comment goes with the key below it; one with an empty line below it stays. What is in brackets stays as it is, and
  so does a file that would say anything else afterwards.

Exit codes:
  0  every file is in order now
  1  with --check: some are not
  2  framdrift could not do its work";

pub(super) const GOES_OUT: &str = "\
What is written:
  A sheet for each kind of thing: areas, goals, initiatives, activities, indicators, forums, insights, decisions, roles and
  units, and one for the reports of a period with a row for each initiative. Lists of values stand in one cell, with
  semicolons between them. Choices, roles, goals and so on are offered where they can stand, and a note on each header says
  what the column is for. What is a list of more than values, such as the meetings of a forum, is not in it.

  The same content gives the same bytes. A file that is there is left alone without --force: somebody may have changed it.

Examples:
  framdrift export
  framdrift export plan --xlsx rapporter.xlsx --period 2026-T2";

pub(super) const COMES_BACK: &str = "\
What is written:
  Only cells that were changed, in the places where their values stand. Comments, texts and the language of keys stay. A
  key that was not there comes at its place, and a cell that was cleared takes its key away. A new row becomes a new file, or
  a new item of a list. A row that is missing takes nothing away. Columns and sheets of your own are not read.

  A cell that can't be right is told by its name, such as Initiativ!D14, and so is one that has another value in the plan by
  now. Then, and when the plan would have an error that it has not now, nothing at all is written.

A list of your own:
  Any sheet, and CSV as Excel saves it, can be read by a map: a file that says which column is what, and what the values
  mean that the plan does not know. On a terminal framdrift asks, proposes an answer to each question and keeps the answers
  as a map. Elsewhere name a map that is not there yet: it is written with what can be guessed, for you to look through. A
  row becomes something new, or changes what has its id or its name; an empty cell takes nothing away.

Examples:
  framdrift import plan.xlsx --dry-run
  framdrift import plan.xlsx
  framdrift import activities.csv --map activities.map.yaml
  framdrift import plans.xlsx --sheet Goals --map goals.map.yaml

Exit codes:
  0  all is well
  1  a cell, the map, or what would come of the plan, is wrong; nothing was written
  2  framdrift could not do its work";
