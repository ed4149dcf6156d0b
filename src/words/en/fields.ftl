# What each key of the content's files means: in new files, in the editor's help and in the guide. A key without a line
# of its own has that of the key's name alone.

field-title = The name, as it should stand on the site.
field-summary = What it is, in a sentence or two.
field-id = Short name that other files refer to: small letters a–z, digits and hyphens.
field-aliases = Ids that it had before. The old address leads here.
field-draft = Write yes for a draft: framdrift serve shows it, and it is not published.
field-date = The day, as year-month-day.
field-decision = The decision behind it.
field-accountable = The one role that answers for it; never a person.
field-forum = The forum that works with it.

field-plan-title = What the plan is called.
field-plan-summary = What it is about, in a sentence or two.
field-plan-organisation = Whose plan it is.
field-plan-municipality-code = The municipality's four-digit code.
field-plan-period = When it holds.
field-plan-language = The language it is written in.
field-plan-languages = The other languages of the site.
field-plan-base-url = The site's address.
field-plan-decision = The decision that adopted it.
field-plan-owner = The role that answers for it.
field-plan-contact = A function mailbox for questions.
field-plan-feedback = A form for feedback; {"{"}subject{"}"} and {"{"}address{"}"} in it are filled with the page's heading and address.
field-plan-accessibility-law = The law on accessible digital services that the site must follow: sweden when left out.
field-plan-reporting = How often it is reported.
field-plan-timezone = The IANA time zone, such as Europe/Stockholm.
field-plan-licence = SPDX id of the licence of the published facts.
field-plan-catalogue = Makes a catalogue of the data that dataportal.se can fetch. The value says what kind of organisation you are.
field-plan-brand = Colour and logo.
field-plan-labels = Words of the interface that the plan replaces by its own.
field-plan-thresholds = Limits of the derivation rules.
field-plan-notice = A sentence shown on every page.

field-period-start = Its first day.
field-period-end = Its last day.

field-reporting-every = The length of a period.
field-reporting-first = The first period that is reported, such as 2025-T2; the plan's own first when left out.
field-reporting-grace = How long after a period's end a report is still in time, such as 4w.
field-reporting-stale-after = Periods without a report after which an initiative is silent.

field-brand-colour = The accent colour, #rrggbb.
field-brand-logo = A picture below content/static/.
field-brand-image = A picture below content/static/ for when pages are shared: PNG or JPEG, preferably 1200 × 630 pixels.

field-thresholds-overdue-days = Days overdue after which one activity caps the state at at-risk (30).
field-thresholds-long-overdue-days = Days overdue after which one activity caps the state at off-track (90).
field-thresholds-overdue-share = Share of the open activities that, when overdue, caps the state at off-track (0.333).
field-thresholds-no-progress-reports = Reports without progress in a row that cap the state at at-risk (2).
field-thresholds-in-phase = Ratio from which an indicator is in phase (0.95).
field-thresholds-partly = Ratio from which an indicator is partly in phase (0.60).
field-thresholds-data-age-intervals = Intervals after which data are too old to judge by (2).
field-thresholds-insight-days = Days without a response after which an insight is unanswered (60).
field-thresholds-assessment-days = Days after which the latest assessment of a goal may no longer hold (365).
field-thresholds-role-limit = Ongoing initiatives above which a role answers for too much (5).
field-thresholds-forum-rhythm = Multiples of its own rhythm within which a forum must meet (1.5).
field-thresholds-pulse-mostly = Share of the reports due from which the plan is said to be followed for the most part (0.75).
field-thresholds-pulse-partly = Share from which it is said to be followed in part, and below which a measure of the pulse is broken (0.5).

field-organisation-units = Councils, committees, departments, sections, companies and outsiders.
field-organisation-roles = Roles, never persons.

field-unit-title = What it is called.
field-unit-summary = What it does.
field-unit-kind = What kind of unit.
field-unit-parent = The unit above it.

field-role-title = What it is called.
field-role-summary = What it answers for.
field-role-unit = The unit it belongs to.
field-role-kind = What kind of role.
field-role-mandate = What it may do about what it answers for.
field-role-mandate-source = Where the mandate is written down; required when it decides.
field-role-contact = A function mailbox.

field-area-title = What it is called.
field-area-summary = What it is about.
field-area-forum = The forum that works with it.

field-goal-title = What it is called.
field-goal-summary = What it means, in a sentence or two.
field-goal-area = The knowledge area it belongs to.
field-goal-parent = The goal above it.
field-goal-decision = The decision behind it.
field-goal-accountable = The role that answers for it.
field-goal-indicators = The indicators that tell whether it is reached.
field-goal-target = When it should be reached.
field-goal-replaced-by = The goal that took its place.
field-goal-assessments = Declared judgements.

field-assessment-date = When.
field-assessment-by = The role that judges.
field-assessment-verdict = The judgement.
field-assessment-motivation = Why.

field-initiative-title = What it is called.
field-initiative-summary = What it gives, in at most 300 characters.
field-initiative-goals = The goals it serves.
field-initiative-accountable = The one role that answers for it.
field-initiative-sponsor = A role that can decide, and stands behind it.
field-initiative-contributors = Other roles that take part.
field-initiative-phase = How far from idea to everyday it has come.
field-initiative-start = When it starts.
field-initiative-end = Its current deadline.
field-initiative-ongoing = Whether it has no end.
field-initiative-deadline-moves = How its deadline was moved.
field-initiative-activities = Its activities.
field-initiative-indicators = The indicators it should move.
field-initiative-depends-on = The initiatives it waits for.
field-initiative-merged-into = The initiative it was merged into.
field-initiative-decision = The decision behind it.
field-initiative-insights = The insights it answers to.
field-initiative-forum = The forum that works with it.
field-initiative-budget = Its budget.
field-initiative-benefit = Its benefit.
field-initiative-tags = Free labels.

field-contributor-role = The role.
field-contributor-does = What it does.

field-deadline-move-date = When it was moved.
field-deadline-move-from = The deadline before.
field-deadline-move-to = The deadline after.
field-deadline-move-why = Why.
field-deadline-move-decision = The decision to move it.

field-activity-id = Its id, unique within the initiative.
field-activity-title = What is to be done.
field-activity-state = How far it has come.
field-activity-due = When it should be done.
field-activity-done-on = When it was done; required when it is done. unknown when the source does not tell.
field-activity-accountable = The role that answers for it, when another than the initiative's.
field-activity-milestone = Whether it is a milestone.

field-budget-amount = The amount.
field-budget-currency = ISO 4217 code; SEK when left out.
field-budget-year = The year it is for.
field-budget-spent = What has been spent of it.

field-benefit-for = Whom it is for.
field-benefit-text = In words.
field-benefit-value = As an amount.
field-benefit-unit = The amount's unit.
field-benefit-by = When it should show.

field-indicator-title = What it is called.
field-indicator-summary = What it measures.
field-indicator-unit = The unit of its values.
field-indicator-decimals = Decimals to show.
field-indicator-level = Effect, output or input.
field-indicator-direction = Which way is better.
field-indicator-baseline = The value it started from.
field-indicator-targets = Dated targets.
field-indicator-interval = How often it is measured.
field-indicator-source = Where the numbers come from.
field-indicator-method = How they are made.
field-indicator-breaks = Breaks in the series.
field-indicator-comparisons = What comparison series are called.

field-baseline-date = When.
field-baseline-value = What.

field-target-date = When.
field-target-value = The value to reach.
field-target-low = The lowest value inside the band.
field-target-high = The highest value inside the band.

field-source-name = Whose they are.
field-source-url = Where they are published.
field-source-licence = Under which licence.
field-source-kolada-id = Their id in Kolada.
field-source-fetched = The day on which they were fetched from there. Written by “framdrift fetch kolada”.

field-series-break-date = From when.
field-series-break-why = Why.

field-comparison-series = The series as the data name it.
field-comparison-title = As the site names it.

field-forum-title = What it is called.
field-forum-summary = What it is, in a sentence or two.
field-forum-areas = Its knowledge areas.
field-forum-purpose = What it is for.
field-forum-chair = The role that leads it.
field-forum-members = The roles that take part; at least two.
field-forum-every = How often it meets.
field-forum-reports-to = The unit or role it reports to.
field-forum-charter = Its terms of reference.
field-forum-meetings = Its meetings.

field-meeting-date = When.
field-meeting-took-up = What it took up: insight:ID, or words.
field-meeting-decided = What it decided: initiative:ID, or words.
field-meeting-link = Its minutes.

field-insight-title = What it is called.
field-insight-summary = What they tell, in a sentence or two.
field-insight-period = The time it was told.
field-insight-channel = How it was told.
field-insight-theme = What it is about.
field-insight-volume = How many told it: 5 or more, or <5.
field-insight-trend = Where the number is heading.
field-insight-goals = The goals it touches.
field-insight-initiatives = The initiatives that answer to it.
field-insight-forum = The forum that works with it.
field-insight-response = The answer.

field-response-state = How far it has come.
field-response-text = In words.
field-response-by = The role that answers.
field-response-on = When.

field-decision-title = What it is called.
field-decision-summary = What was decided, in a sentence or two.
field-decision-body = The unit or role that decided.
field-decision-date = When.
field-decision-reference = Registration number and paragraph.
field-decision-url = Where the minutes are published.
field-decision-affects = What it concerns: goal:ID, initiative:ID, or words.
field-decision-asks-for = What it asks for.

field-directive-what = What.
field-directive-role = Of whom.
field-directive-by = By when.

field-report-by = The role that reports.
field-report-date = The day it was written.
field-report-assessment = Its judgement.
field-report-no-progress = Whether nothing has come further since the last report.
field-report-next-step = What comes next; required unless done or cancelled.
field-report-obstacle = What is in the way; required when at risk, off track or paused.
field-report-decision-needed = A decision that it waits for.
field-report-forecast-end = When it is now expected to be done.
field-report-evidence = What shows it.
field-report-corrected = When and why the report was corrected.

field-obstacle-kind = What kind.
field-obstacle-text = In words.

field-decision-needed-question = The question.
field-decision-needed-by = The role that must answer it.
field-decision-needed-before = By when.

field-evidence-title = What it is called.
field-evidence-url = Where it is.

field-correction-date = When.
field-correction-why = Why.

field-removed-items-removed = What has been removed.
field-removed-item-what = What it was: kind and id, such as initiative:e-arkiv, or the address of a page or a file, such as /report.pdf.
field-removed-item-title = What it was called.
field-removed-item-date = When it was removed.
field-removed-item-why = Why it was removed.
field-removed-item-instead = What to read instead: kind and id.

field-review-date = When it was made.
field-review-body = The unit or role that made it.
field-review-reference = Registration number and paragraph.
field-review-covers = The initiatives it covers; all that reported when left out.
field-review-answers = Its answers to the reports' questions.

field-answer-initiative = The initiative that asked.
field-answer-answer = The answer.

field-page-title = What it is called.
field-page-summary = What it is about.
field-page-menu = Whether the foot of every page links to it.

field-accessibility-statement-organisation = Whose site it is; the plan's organisation when left out.
field-accessibility-statement-service = What the site is called; the plan's title when left out.
field-accessibility-statement-service-url = Where the site is; the plan's address when left out.
field-accessibility-statement-compliance = How well it follows the law.
field-accessibility-statement-shortcomings = What does not follow the law; required unless it follows it fully.
field-accessibility-statement-disproportionate = What the organisation, by section 12 of the law, has judged too burdensome to adapt.
field-accessibility-statement-outside-the-law = What the law, by its section 9, does not cover.
field-accessibility-statement-assessed = The day on which the site was last assessed.
field-accessibility-statement-updated = The day on which the statement was last gone through.
field-accessibility-statement-published = The day on which the site was published.
field-accessibility-statement-method = How it was tested.
field-accessibility-statement-method-text = The same in words.
field-accessibility-statement-audit-report = The address of the report of the test.
field-accessibility-statement-form = The address of an accessible form for telling of shortcomings and asking for content in another form.
field-accessibility-statement-email = A function mailbox for the same.
field-accessibility-statement-phone = A telephone number for the same.
field-accessibility-statement-response-time = How soon an answer comes, such as "inom två arbetsdagar".
field-accessibility-statement-supervision = The authority that supervises the law, when it is another than framdrift knows of.
field-accessibility-statement-standard = The standard that the site was assessed by, when it is another than the one in force.

field-shortcoming-id = Its id, for translations.
field-shortcoming-situation = The situation in which it is met.
field-shortcoming-description = What does not work.
field-shortcoming-place = Where on the site.
field-shortcoming-wcag = The success criteria of WCAG that it fails, such as 1.1.1.
field-shortcoming-reason = Why it is so.
field-shortcoming-alternative = What to do instead.
field-shortcoming-fix-by = When it will be mended at the latest.

field-content-id = Its id, for translations.
field-content-content = What it is.
field-content-assessment = How it was judged; required of what is too burdensome to adapt.

field-supervision-authority = What it is called.
field-supervision-url = Where to complain to it.

field-translation-organisation = Whose site it is.
field-translation-service = What the site is called.
field-translation-method-text = How it was tested, in words.
field-translation-response-time = How soon an answer comes.
field-translation-authority = The authority that supervises the law.
field-translation-shortcomings = Shortcomings by id.
field-translation-disproportionate = What is too burdensome, by id.
field-translation-outside-the-law = What the law does not cover, by id.
field-translation-id = Its id.
field-translation-description = What does not work.
field-translation-place = Where on the site.
field-translation-reason = Why it is so.
field-translation-alternative = What to do instead.
field-translation-title = The title.
field-translation-summary = The summary.
field-translation-removed = What has been removed, each with what it was.
field-translation-what = What it was, written as in the original.
field-translation-why = Why it was removed, in the other language.
field-translation-notice = The sentence shown on every page.
field-translation-labels = Words of the interface that the plan replaces by its own.
field-translation-units = Units by id.
field-translation-roles = Roles by id.

field-observation-date = When it holds: a day, a month, a period or a year.
field-observation-value = The value. Leave it empty when it is not known.
field-observation-series = The series that it is compared with. Leave it empty for the plan's own.
field-observation-note = A note that is shown beside the value.
field-observation-preliminary = Whether the value may still change.
field-values = What was measured, and when.

field-map-sheet = The sheet that is to be taken in.
field-map-heading-row = The row in which the headings stand.
field-map-kind = What each row is.
field-map-period = The period that the reports are about, such as 2026-T2.
field-map-columns = To the left the column’s heading, to the right what it is in the plan. A column with nothing to the right is not read. Without a column that is “id”, an id is made of the title.
field-map-values = What is in the list but not in the plan: to the left as it is written, to the right what it means. Write “empty” to the right if the cell is to count as empty. Everything must have an answer.
field-map-defaults = What all new rows get where the list has nothing. What stands here must be filled in.
