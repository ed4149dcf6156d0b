# What the program says in the terminal, besides the messages of diagnostics.ftl.

cli-error = error
cli-warning = warning
cli-note = see also
cli-help = help

cli-errors =
    { $n ->
        [one] { $n_text } error
        *[other] { $n_text } errors
    }
cli-warnings =
    { $n ->
        [one] { $n_text } warning
        *[other] { $n_text } warnings
    }
cli-files =
    { $n ->
        [one] { $n_text } file
        *[other] { $n_text } files
    }
cli-pages =
    { $n ->
        [one] { $n_text } page
        *[other] { $n_text } pages
    }
cli-both = { $errors } and { $warnings }
cli-found = { $what } in { $files }.
cli-found-nowhere = { $what }.
cli-not-built = The site was not built; { $folder } is untouched.
cli-denied = The site was not built, since --deny-warnings accepts no warnings; { $folder } is untouched.
cli-built = The site is built: { $pages } in { $folder }, as of { $date }.
cli-not-archived = No archive was written, since the site could not be built.
cli-archive-denied = No archive was written, since --deny-warnings accepts no warnings.
cli-archived = The archive is written: { $pages } with their sources in { $file }, as of { $date }.
cli-checked = The content is sound: it makes { $pages }, as of { $date }.
cli-checked-denied = The content can be built, but --deny-warnings accepts no warnings.
cli-checked-broken = The content cannot be built yet.
cli-explain-hint = Read more about a rule with “framdrift explain { $code }”.
cli-changes = Files written: { $written_text }, unchanged: { $unchanged_text }, removed: { $removed_text }.
cli-time = { $what }: { $milliseconds } ms
cli-time-part = – { $what }: { $share }% of the work
cli-slowest = Slowest, all stages together:
cli-doing-source = Reading the content
cli-doing-check = Checking the content
cli-doing-derive = Computing where the plan stands
cli-doing-pages = Writing the pages
cli-doing-audit = Auditing the site
cli-doing-publish = Publishing

cli-failed = That did not work:
cli-cause = cause: { $cause }

cli-no-content = There is no folder named content in { $folder }.
    .help =
        Go to the folder that holds the plan, or write its name after the command. A new plan is begun by framdrift new
        FOLDER. The smallest plan is two files:

          content/plan.yaml
              title: Digital agenda
              organisation: Exampleby municipality
              period:
                start: 2024
                end: 2027
              language: en

          content/organisation.yaml
              units:
                - id: executive-board
                  title: Executive board
                  kind: committee
              roles:
                - id: chief-executive
                  title: Chief executive
                  unit: executive-board
                  kind: management
                  mandate: proposes

cli-unknown-rule = There is no rule { $code }.
    .nearest = Did you mean { $nearest }?
    .help = Write “framdrift explain” to see every rule.
cli-level-error = { $code } is an error: the site is not built until it is mended.
cli-level-warning = { $code } is a warning: the site is built all the same.

# framdrift verify

cli-verify-right = The site is as it was published: { $files }, as of { $date }, made by { $program }.
cli-verify-commit = The content is that of commit { $commit }.
cli-verify-wrong = Not as when the site was published: { $files }.
cli-verify-changed = Changed: { $path }
cli-verify-missing = Missing: { $path }
cli-verify-unlisted = Not in manifest.json: { $path }

# framdrift links

cli-links =
    { $n ->
        [one] { $n_text } link
        *[other] { $n_text } links
    }
cli-links-there = Of { $links } to other sites none leads wrong, but { $unsure_text } could not be checked.
cli-links-gone = Of { $links } to other sites { $gone_text } lead nowhere, and { $unsure_text } could not be checked.
cli-links-of-theme =
    { $n ->
        [one] the program or the theme, on the page { $page }
        *[other] the program or the theme, on { $n_text } pages, such as { $page }
    }

# framdrift archive: README.txt

archive-about =
    { $title }
    { $organisation }

    This is a copy of the website as it was on { $date }, and of all that
    it is made of.
archive-address = The website's address was { $url }
archive-site =
    site/
    The website. Open site/index.html in a browser; neither a network nor a
    web server is needed. Searching is the one thing that does not work
    without a web server: the search page is an index of everything instead.
    In site/data/ the whole plan is given as tables (CSV, JSON and XLSX).
archive-source =
    source/
    The sources: text files in Markdown, YAML and CSV, pictures and other
    files, and the look if the plan has one of its own. All texts are in
    UTF-8.
archive-manifest =
    manifest.json
    A list of all files in the archive with their size in bytes and their
    checksum (SHA-256). With it, anybody can check that nothing has been
    changed. The program framdrift does so with the command
    framdrift verify ARCHIVE.zip
archive-licence =
    Licence of the content: { $licence }
    Made by: { $program }

# framdrift serve

cli-serving = The site is shown at { $url } and follows what you save. Ctrl-C ends it.
cli-serving-forms = Write in the plan at { $url } – the address holds on this machine only, and until you stop.
cli-form = Edit
cli-serving-edit-host = Forms can be shown on this machine only, not at { $address }. Leave out --host or --edit.
cli-serving-reachable = Anyone who reaches { $address } over the network can read the site, and what is not published yet, too.
cli-serving-taken = Port { $port } is taken; trying { $next }.
cli-serving-polling = Looking for changes every second.
    .remote = The content lies on another machine, which does not tell when a file changes.
    .refused = The system cannot tell when a file changes: { $why }
cli-serving-no-browser = The browser could not be opened: { $why }
cli-serving-built = The site is built: { $pages }, as of { $date } ({ $seconds } s).
cli-serving-old = The site could not be built; the last one that could is shown.
cli-serving-none = The site could not be built, so there is none to show yet.
cli-serving-back = The content can be read again.
cli-serving-stopped = Stopped.

# The sign on a page that is served

cli-sign-begins = The site is being built
    .note = The page is shown as soon as it is ready.
cli-sign-lost = The content cannot be read
cli-sign-old = The page shows the last that could be built.
cli-sign-none = The site is shown when this is mended.
cli-sign-hide = Hide
cli-draft = Draft
cli-draft-here = Draft: seen only here, and not published
cli-sign-more =
    { $n ->
        [one] { $n_text } more is in the terminal.
        *[other] { $n_text } more are in the terminal.
    }

# Under the explanation of FD406
cli-safe-list = Allowed elements, with their attributes, and last the attributes that all may have:

cli-new-written = New file: { $path }
cli-new-file-report = Fill in the assessment and the next step. framdrift check tells what is missing.
cli-new-file-other = Fill in what is missing. framdrift check tells what it is.
cli-new-plan = The plan is in { $folder }. This is what it looks like: framdrift serve { $folder } --open
cli-new-plan-exists = There is a plan in { $folder } already. It has not been touched.
cli-new-exists = The file { $path } is there already. It has not been touched.
cli-new-nothing = No file was written.
cli-new-nobody = There is nobody here to answer questions. Tell what the plan needs to know by options, and add --yes: framdrift new --help
cli-new-no-period = The plan has no period to report for yet. Tell which by --period.
cli-new-no-review = No period has closed yet. Write which one the review is of: framdrift new review 2026-T3.
cli-new-period = “{ $text }” is no period of this plan. Write, for example, { $example }.
cli-new-id = “{ $id }” can't be an id. Write one by --id: small letters a–z, digits and hyphens.
cli-new-unknown-initiative = There is no initiative with the id “{ $id }”.
cli-new-unknown-role = There is no role with the id “{ $id }”.
cli-new-near = Did you mean “{ $near }”?
cli-new-broken = The initiative “{ $id }” has errors that must be mended first. They stand above.
cli-new-none-initiative = An id is the file's name without .md.
cli-new-none-role = The ids of roles stand in content/organisation.yaml.

cli-ask-organisation = Whose plan is it?
    .default = Example Town
    .help = Write the organisation's name.
cli-ask-title = What is the plan called?
    .default = Digital agenda
    .help = Write the plan's name.
cli-ask-code = Swedish municipality code, four digits (leave empty if it is no municipality)
    .help = Write four digits, such as 1290.
cli-ask-start = The plan's first year
    .help = Write a year, such as 2026.
cli-ask-end = The plan's last year
    .help = Write a year that is not before the first.
cli-ask-rhythm = How often is it reported (month, quarter, tertial, half-year, year)?
    .help = Write month, quarter, tertial, half-year or year.
cli-ask-language = The language that the plan is written in (sv, en)
    .help = Write sv or en.
cli-ask-languages = More languages of the site (leave empty for none)
    .help = Write sv or en, or leave it empty.
cli-ask-colour = Colour, such as #1f4e4a (leave empty for framdrift's own)
    .help = Write # and six characters 0–9 and a–f.
cli-ask-contact = Function mailbox for questions
    .default = digitalagenda@example.org
    .help = Write a whole address, such as digitalagenda@example.org.

cli-todo-nothing = Nothing waits.
cli-todo-left-out = { $n ->
    [one] One file has errors and is not counted: framdrift check tells what is wrong.
   *[other] { $n_text } files have errors, or refer to one that has, and are not counted: framdrift check tells what is wrong.
}
cli-letter-to = To: { $contact }
cli-letter-subject = Subject: To do in { $plan }
cli-letter-lead =
    Hello,

    This waits for you as { $role }, as of { $date }:
cli-letter-nobody = Nobody answers for this, as of { $date }:
cli-letter-more = All that the role answers for:

cli-schema = { $n ->
    [0] The schemas in { $folder } are right already.
   *[other] The schemas are in { $folder }. Run this again when the plan has new roles, goals and so on.
}
cli-schema-settings = .vscode/settings.json is there already and has not been touched. This leads VS Code to the schemas:
    { $text }

# Kolada
cli-kolada-none = No indicator of the plan has an id in Kolada. Write kolada_id below source in the indicator's file.
cli-kolada-only = No indicator with the id { $id } has an id in Kolada.
cli-kolada-code = The plan does not say which municipality it is of. Write municipality_code in plan.yaml, or name it with --municipality.
cli-kolada-municipality = There is no municipality with the code { $code }.
cli-kolada-unreached = Kolada could not be reached. { $reason }
cli-kolada-status = Kolada answers { $status } at { $address }.
cli-kolada-unread = Kolada answers something that can't be read at { $address }: { $reason }
cli-kolada-renewed =
    { $id }: { $added ->
        [0] no new values
        [one] one new value
       *[other] { $added_text } new values
    }, { $changed ->
        [0] none changed
        [one] one changed
       *[other] { $changed_text } changed
    }, { $same_text } as before
cli-kolada-changed = { $year }: { $before } → { $now }
cli-kolada-changed-of = { $year }, { $series }: { $before } → { $now }
cli-kolada-written =
    { $n ->
        [0] No file had to be changed.
        [one] One file was changed. Look at it, and save it in the plan's history.
       *[other] { $n_text } files were changed. Look at them, and save them in the plan's history.
    }
cli-kolada-dry =
    { $n ->
        [0] No file would be changed.
        [one] One file would be changed. Nothing was written.
       *[other] { $n_text } files would be changed. Nothing was written.
    }

# Another id
cli-rename-form = “{ $text }” is not a kind and an id. Write for example “goal:school” and then “goal:schools”.
cli-rename-kind = What is of the kind “{ $kind }” has no id of its own to change.
cli-rename-no-id = “{ $id }” is no id. An id has lower-case letters a–z, digits, and hyphens between the words.
cli-rename-taken = There is a “{ $what }” already.
cli-rename-unknown = There is no “{ $what }” in the plan.
cli-rename-near = There is no “{ $what }” in the plan. Did you mean “{ $near }”?
cli-rename-worse = Nothing was changed, since the plan would have the errors above.
cli-rename-changed = { $path }: { $n ->
    [one] line { $lines }
   *[other] lines { $lines }
}
cli-rename-done = “{ $old }” is now called “{ $new }”. The old id stays as an alias, so that old links lead right.
cli-rename-dry = “{ $old }” would be called “{ $new }”. Nothing was written.

# Order in the files
cli-fmt-done =
    { $n ->
        [0] Every file is in order already.
        [one] Keys and dates of one file were put in order.
       *[other] Keys and dates of { $n_text } files were put in order.
    }
cli-fmt-check =
    { $n ->
        [0] Every file is in order.
        [one] One file is not in order. Run “framdrift fmt”.
       *[other] { $n_text } files are not in order. Run “framdrift fmt”.
    }

# Workbook
cli-export-done = The plan is a workbook in { $file }.
cli-export-reports = The reports are those for { $period }.
cli-export-exists = { $file } is there already and has not been touched. First take in what was changed in it: framdrift import. Then replace it with --force, or choose another file with --xlsx.
cli-export-left-out = { $path } can’t be read and is not in it. framdrift check tells what is wrong.
cli-import-unread = { $file } can’t be read as a workbook: { $reason }
cli-import-foreign = { $file } has no sheet of the plan, and no other table. Make a workbook with framdrift export.
cli-import-old = { $file } was saved in an older format, or has a password. Save it as an Excel workbook (.xlsx) without a password.
cli-import-no-text = { $file } is no workbook (.xlsx), and no text with commas, semicolons or tabs between its columns.
cli-import-open-quote = { $file } has a quotation mark in row { $row } that is never closed.
cli-import-too-large = { $file } has too many cells.
cli-import-no-id = The row has no id.
cli-import-near-id = The row has no id. Write for example “{ $near }”.
cli-import-no-column = The sheet has no column “{ $column }”.
cli-import-twice = The same id stands in { $cell } already.
cli-import-broken = The spreadsheet program could not work out a value here.
cli-import-moved = The plan has got another value since the workbook was made: “{ $now }”. Make a new workbook and change that.
cli-import-moved-empty = The plan has lost its value here since the workbook was made. Make a new workbook and change that.
cli-import-gone = “{ $id }” is no longer in the plan. Take the row away.
cli-import-too-long = The text is longer than a cell can be. Change it in the plan’s file.
cli-import-unread-file = { $path } is there but can’t be read. framdrift check tells what is wrong.
cli-import-unwritable = This can’t be changed in { $path } without changing something else there. Change it by hand.
cli-import-unclear = The date may be { $one } or { $other }. Write it with the year first.
cli-import-no-field = No column is “{ $field }”, which { a-record } must have. Name the column in the map, or a value for all new rows under “defaults”.
cli-import-bad =
    { $n ->
        [one] Nothing was written. Mend the cell and try again.
       *[other] Nothing was written. Mend the { $n_text } cells and try again.
    }
cli-import-bad-map =
    { $n ->
        [one] Nothing was written. Mend the cell, or write in the map what it means, and try again.
       *[other] Nothing was written. Mend the { $n_text } cells, or write in the map what they mean, and try again.
    }
cli-import-worse-row = { $path } comes from the row at { $cell }.
cli-import-worse = Nothing was written, since the plan would have the errors above.
cli-import-left-sheet = The sheet “{ $sheet }” is not of the plan and was not read.
cli-import-left-column = { $cell }: The column “{ $column }” is not of the plan and was not read.
cli-import-left-older = { $sheet }: The plan has got other values since the workbook was made, and they stay. They are those of { $cells }.
cli-import-left-gone = { $cell }: “{ $id }” is no longer in the plan, so the row was not read.
cli-import-left-row = { $cell }: The row has only the text “{ $text }” and was not read.
cli-import-new = { $path } (new)
cli-import-done =
    { $n ->
        [0] The plan says the same already. Nothing was written.
        [one] One file was written. Look at it, and save it in the plan’s history.
       *[other] { $n_text } files were written. Look at them, and save them in the plan’s history.
    }
cli-import-dry =
    { $n ->
        [0] The plan says the same already.
        [one] One file would be written. Nothing was written.
       *[other] { $n_text } files would be written. Nothing was written.
    }

# A list that is read by a map
cli-map-nobody = { $file } does not come from framdrift export, and nobody is here to answer questions about it. Each row is probably of the kind { $kind }, and the columns are probably these:
cli-map-unread = (not read)
cli-map-how = The command below writes that as a map. Look through it, and then run the same command again:
cli-map-written = The map is in { $map }. Look through it and run the same command again. Nothing else was written.
cli-map-kept = The answers are in { $map }. Take in a new version of the list with --map { $map }.
cli-map-answers = the answers
cli-map-wrong = Nothing was written. Mend the map and try again.
cli-map-begin = { $file } does not come from framdrift export. Answer some questions, and it can be taken in. Return accepts what stands in brackets.
cli-map-sheet = Which sheet is to be taken in ({ $sheets })?
cli-map-kind = What is each row ({ $kinds })?
cli-map-period = Which period are the reports about?
    .help = Write a period, such as 2026-T2.
cli-map-columns = What is each column in the plan? Write ? to see what there is, and - for a column that is not to be read.
cli-map-column = { $letters } “{ $name }” ({ $examples })
cli-map-empty-column = { $letters } “{ $name }” (empty)
cli-map-taken = “{ $field }” is column { $letters } already.
cli-map-near = There is no “{ $written }”. Did you mean “{ $near }”?
cli-map-choose = There is no “{ $written }”. Choose one of these: { $known }
cli-map-id = No column is the id, so an id is made of the title.
cli-map-default = The list lacks “{ $field }”, which { a-record } must have. What are all new rows to get?
cli-map-values = This is in the list but not in the plan. What does it mean? Write ? to see what there is, and - to leave the cell empty.
cli-map-value = “{ $written }” as { $field } ({ $cells })
cli-map-answer = Write an answer, or stop with Ctrl-C.
cli-map-save = Keep the answers as a map, and you need not give them next time. The file’s name, or - not to keep them
cli-map-has-sheet = The map says already which sheet is to be taken in. Leave --sheet out, or give the map another name.
cli-map-exists = { $file } is there already. Choose another name.
cli-map-stopped = There were no more answers. Nothing was written.
