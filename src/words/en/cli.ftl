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
cli-checked = The content is sound: it makes { $pages }, as of { $date }.
cli-checked-denied = The content can be built, but --deny-warnings accepts no warnings.
cli-checked-broken = The content cannot be built yet.
cli-explain-hint = Read more about a rule with “framdrift explain { $code }”.
cli-changes = Files written: { $written_text }, unchanged: { $unchanged_text }, removed: { $removed_text }.
cli-time = { $what }: { $milliseconds } ms
cli-slowest = Slowest, all stages together:
cli-doing-source = Reading the content
cli-doing-check = Checking the content
cli-doing-derive = Computing where the plan stands
cli-doing-pages = Writing the pages
cli-doing-render = Filling the templates
cli-doing-audit = Auditing the site
cli-doing-publish = Publishing

cli-failed = That did not work:
cli-cause = cause: { $cause }

cli-no-content = There is no folder named content in { $folder }.
    .help =
        Go to the folder that holds the plan, or write its name after the command. A plan begins with two files:

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

# framdrift serve

cli-serving = The site is shown at { $url } and follows what you save. Ctrl-C ends it.
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
