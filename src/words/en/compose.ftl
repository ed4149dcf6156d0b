# What stands in new files: explanations, and the texts of a new plan.

new-optional = This may be here, too. Take away the # before a line to use it.
new-choose = Choose: { $values }.
new-ids = There are: { $ids }.
new-no-ids = There is none yet.
new-date = Write a day (2026-03-31), a month (2026-03) or a period (2026-T1).
new-yes = yes

new-report-about = Status report on “{ $initiative }” for { $period }. It is in time until { $date }.
new-report-before = The last report, { $period }: { $assessment }.
new-report-next = The next step was then: { $text }
new-report-asked = A decision was needed then: { $text }
new-report-first = This is the first report on the initiative.
new-report-open = Not done yet: { $activities }.
new-report-text = Write the report below the line: what has happened, and what does it mean to those whom it is for? A few sentences will do.
new-text = The text of the page goes below the line.

new-review-about = The leadership’s review of { $period }: what was taken up, and what the answer was. The text goes below the last line of hyphens.
new-review-asked = Waits for an answer, { $initiative }: { $question }

start-about-plan = The plan’s own file. What stands after # explains and is not shown on the site.
start-about-organisation = Units and roles. A role is never a person: it is still there when somebody leaves.
start-about-accessibility = The facts of the accessibility statement. The law requires that they are true. Change them when the site has been tested, and replace the link to the form.
start-about-areas = A knowledge area: what belongs together, and what one forum works with.
start-about-goals = A goal. Write what will be better for somebody, not what you will do.
start-about-initiatives = An initiative: work that shall reach one or more goals. A new file is made by: framdrift new initiative "Name".
start-about-forums = A forum: here what residents and staff tell becomes action.
start-about-decisions = A decision. Replace the date and the body by the right ones, and link to the minutes.
start-about-indicators = An indicator. Its values are written in the file of the same name that ends in .csv, one on each line.

start-notice = The plan is being prepared. What it says is an example.
start-unit-board = Executive board
start-unit-office = Executive office
start-role-director = Chief executive
start-role-digital = Head of digitalisation
start-role-contact = Head of the contact centre
start-mandate-source = The executive board’s scheme of delegation
start-shortcoming = We have not tested the site yet and do not know which shortcomings it has.
start-area = Service and contact
start-area-summary = How residents and businesses get help and answers.
start-areas-body = Replace this by your own text about the area.
start-goal = Whoever needs us gets help without detours
start-goal-summary = An answer, or a finished errand, at the first contact.
start-goals-body = Replace this by your own text about the goal.
start-initiative = Answers to the most common questions
start-initiative-summary = The questions that most people ask get an answer that is easy to find and understand.
start-initiatives-body =
    {"##"} What
    Write what is to be done.

    {"##"} Why
    Write what it should lead to, and for whom.
start-activity = Find out which questions are the most common
start-forum = Forum for service and contact
start-forum-purpose = See to it that what residents tell changes something, and that somebody answers for it.
start-forums-body = Replace this by how the forum works.
start-decision = Digital agenda
start-decisions-body = Replace this by what was decided.
start-indicator = Questions that are answered at the first contact
start-indicator-summary = The share of questions to the contact centre that get a complete answer at once.
start-indicators-body = Replace this by how you measure.
start-value = An example

# Recipes for GitHub and GitLab: comments and names of steps
recipe-about = Checks the plan on every proposal, and publishes it on every change and every night.
recipe-github = Choose “GitHub Actions” as the source under Settings → Pages. If you do not use GitHub, take this file away.
recipe-gitlab = If you do not use GitLab, take this file away.
recipe-nightly = Every night, so that it shows when nobody reports.
recipe-nightly-gitlab = Add a schedule for every night under Build → Pipeline schedules, so that it shows when nobody reports.
recipe-install = Install framdrift
recipe-check = Check the plan
recipe-build = Build the site
recipe-preview = Keep a preview

# Forms for Sveltia CMS and Decap CMS
cms-about =
    Forms of the plan for Sveltia CMS or Decap CMS. Made by framdrift schema --cms.
    Fill in repo. A new period needs a new file: take this one away and run the command again.
cms-reports = Status reports { $period }
    .about = Reports are begun with “framdrift new report”. Here they are filled in and changed.
cms-initiatives = Initiatives
cms-goals = Goals
cms-areas = Knowledge areas
cms-indicators = Indicators
cms-forums = Forums
cms-insights = Insights
cms-decisions = Decisions
cms-reviews = Reviews
cms-pages = Pages
cms-settings = The plan
cms-plan = About the plan
cms-organisation = Units and roles
cms-accessibility = The accessibility statement
cms-body = Text
cms-date = Write a day (2026-03-31), a month (2026-03), a period (2026-T1) or “ongoing”.
cms-days = Write weeks or days, such as 4w or 28d.
# The plan as a workbook: the names of the sheets, and what stands beside the columns
sheet-area = Areas
sheet-goal = Goals
sheet-initiative = Initiatives
sheet-activity = Activities
sheet-indicator = Indicators
sheet-forum = Forums
sheet-insight = Insights
sheet-decision = Decisions
sheet-role = Roles
sheet-unit = Units
sheet-reports = Reports
sheet-lists = Lists
sheet-owner = The initiative that the activity belongs to.
sheet-reported = The initiative that the report is about.
sheet-id = Do not change an id here. A row with a new id becomes something new in the plan.
sheet-body = The text of the report: what has happened, and what does it mean to those whom it is for?
sheet-required = Must be there.
sheet-several = Write semicolons between several.
sheet-choose = Choose one of the values in the list.
sheet-unknown = It is not in the plan, unless it is new on another sheet.
# A map of somebody else’s list: what it explains
map-about = A map to take in { $file } with framdrift import. Look through it, mend what is not right and run the same command again. Add --dry-run to see what would be written.
map-sheet = --sheet gives a map of another sheet.
map-fields = There are: { $fields }.
map-text = The text of the page.
map-near = nearest: { $near }
map-either = { $one } or { $other }?
map-cells = { $cells } and { $n_text } more
map-ending = map.yaml
