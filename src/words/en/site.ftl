## The words of pages. Every key exists in all languages. `$n` chooses the form, `$n_text` is the number written out.

language-name = English

# Addresses. Changing them moves pages.
route-goals = goals
route-areas = areas
route-initiatives = initiatives
route-indicators = indicators
route-periods = follow-up
route-roles = responsibility
route-units = units
route-forums = forums
route-insights = insights
route-decisions = decisions
route-calculation = how-we-calculate
route-quality = quality

# Headings and labels
nav-start = Status
goals = Goals

## Words of the default theme
theme-skip = Skip to content
theme-navigation = Main menu
theme-breadcrumbs = You are here
theme-languages = Languages
theme-about-site = About this site
theme-react-heading = Tell us about this page
theme-react = Is something wrong, or do you have a question? Write to us.
theme-publisher = Published by
theme-date = Published, as things stood on
theme-licence = Licence of the facts
theme-made-with = Made with
theme-missing = Not reported
theme-facts = Facts
theme-state = State
theme-states = How the initiatives are going
theme-count = Count
theme-reporting = Reporting
theme-attention = What needs attention
theme-latest-reports = Latest status reports
theme-initiatives = Initiatives
theme-all-initiatives = All initiatives
theme-no-initiatives = No initiatives
theme-no-goals = No goals
theme-goals-without-area = Goals without an area
theme-subgoals = Goals below this one
theme-delivery = Delivery
theme-delivery-question = Do we do what we said?
theme-outcome = Outcome
theme-outcome-question = Is it getting better?
theme-assessment = Assessment
theme-assessment-question = Will we reach the goal?
theme-not-assessed = Not assessed yet
theme-accountable = Accountable
theme-deadline = Due by
theme-reported = Last reported
theme-serves = Serves
theme-indicators = Indicators
theme-no-indicators = No indicators
theme-latest = Latest value
theme-target = Target
theme-trend = Trend
theme-observations = Measurements
theme-no-observations = No measurements
theme-method = How we measure
theme-tells-about = Goals that the indicator measures
theme-moved-by = Initiatives that should move the indicator
theme-next-step = Next step
theme-obstacle = Obstacle
theme-decision-needed = Needs a decision
theme-answered-by = To be answered by
theme-answered-before = no later than
theme-no-progress = Nothing new has happened since the last report.
theme-forecast = Expected to be done
theme-evidence = Evidence
theme-moves = Moved deadlines
theme-reports = Status reports
theme-no-reports = No status report yet
theme-answers-to = Insights that the initiative answers to
theme-periods = Reporting periods
theme-previous = Previous period:
theme-next = Next period:
theme-due = Reports due by
theme-assessments = How the initiatives are judged
theme-lacking = Report missing
theme-review = Review
theme-answer = Answer
theme-roles = Roles
theme-units = Committees, departments and other units
theme-answers-for = Accountable for
theme-sponsors = Sponsor of
theme-waits-for-role = Questions waiting for a decision
theme-asked-by-decisions = Tasks given in decisions
theme-forums = Forums
theme-purpose = Purpose
theme-meetings = Meetings
theme-no-meetings = No meetings reported
theme-took-up = Took up
theme-decided = Concluded
theme-minutes = Notes
theme-minutes-from = Notes from the meeting on
theme-insights = Insights
theme-response = Our answer
theme-no-response = No answer yet
theme-answered-by-initiatives = Initiatives that answer to the insight
theme-decisions = Decisions
theme-asks-for = Tasks in the decision
theme-affects = The decision concerns
theme-about-goal = About the goal
theme-about-area = About the area
theme-about-initiative = About the initiative
theme-about-indicator = About the indicator
theme-about-forum = About the forum
theme-about-insight = About the insight
theme-about-decision = About the decision
theme-meanings = What the states mean
theme-rules = The rules
theme-limits = The limits
theme-recompute = Do the sums yourself
theme-recompute-text = All that the rules look at and all that they come to is there as data. With the rules above, anyone can compute every number on the site again.
calculation-data = All values and what they are made from (JSON)
calculation-schema = Description of the data (JSON Schema)
open-plan = The whole plan (JSON)
open-schema = Description of the whole plan’s data (JSON Schema)
open-workbook = The whole plan as a workbook (XLSX)
open-csvw = Description of the tables in CSV (CSV on the Web)
open-package = Description of the tables in CSV (Data Package)
open-series = The values as data
theme-no-page = It may have moved, or the address may be wrong.
theme-instead = Look here instead
initiatives = Initiatives
initiatives-all = All initiatives
indicators = Indicators
periods-title = Follow-up
roles-title = Responsibility
forums = Forums
insights = Insights
decisions = Decisions
calculation-title = How we calculate
quality-title = Quality of the plan
not-found-title = This page does not exist

not-yet = –
moved-title = “{ $title }” has moved
moved-description = This page has moved to “{ $title }”.
moved-lead = The page is now here:
removed-title = “{ $title }” has been removed
removed-description = “{ $title }” is no longer in the plan. This page says when and why it was removed.
removed-lead = The page was removed on
removed-instead = Read instead:
missing = Not stated
never-reported = Never reported
accountable = Accountable
sponsor = Sponsor
contributors = Contributors
area = Area
areas = Areas
forum = Forum
goal-target = To be reached
goal-parent = Part of the goal
goal-replaced-by = Replaced by
assessment-missing = Not assessed
decision = Decision
phase = Phase
start = Start
deadline = End
deadline-moved = { $n ->
    [one] moved once
   *[other] moved { $n_text } times
}
forecast = Forecast end
budget = Budget
budget-year = { $amount } ({ $year })
budget-spent = { $amount } spent
benefit = Benefit
by-date = by { $date }
depends-on = Waits for
waited-for-by = Others that wait for it
merged-into = Merged into
merged-here = Has taken over
tags = Tags
currency-sek = SEK
milestone = milestone
activities = Activities
activity = Activity
activity-state = State
activity-due = Due
activity-done-on = Done
activity-overdue = Overdue
moves = Moved deadlines
moves-date = Moved
moves-from = From
moves-to = To
moves-why = Why
role = Role
roles = Roles
role-kind = Kind of role
unit = Unit
units = Units
unit-kind = Kind of unit
unit-parent = Part of
unit-below = Units below
mandate = Mandate
mandate-source = Mandate laid down in
contact = Contact
troubled = Needs attention
latest-value = Latest value
baseline = Baseline
targets = Targets
direction = Good direction
interval = Measured
data-age = Age of the data
source-fetched = fetched { $date }
data-too-old = too old to judge by
source = Source
preliminary = preliminary
observations = Observations
observation-date = Time
observation-value = Value ({ $unit })
observation-note = Note
series-break = From { $date } the values can't be compared with earlier ones: { $why }
chair = Chair
members = Members
forum-every = Meets
forum-latest = Latest meeting
reports-to = Reports to
insight = Insight
insight-period = When
theme = Theme
volume = Number
volume-few = fewer than 5
volume-trend = Trend
channel = Channel
response = Response
response-none = No response yet
decision-date = Date
decision-body = Decided by
reference = Reference
minutes = The minutes
minutes-label = Minutes
stands-behind = Stands behind
asks = Directives in the decision
ask-what = Directive
ask-by = By
review-by = Made by
review-date = Date
review-scope = Covers
review-covers = { $total ->
    [one] { $n ->
        [0] not the initiative that reported
       *[other] the only initiative that reported
    }
   *[other] { $n_text } of { $total_text } initiatives that reported
}
review-answered = Questions answered
review-missing = Not reviewed yet
reviewed-on = Reviewed { $date }
review-link = The review of { $period }
report-link = Report on { $initiative }, { $period }
period-title = Status reports for { $period }
corrected = Corrected { $date }: { $why }

# Dates
date-week = week { $n }, { $year }
date-quarter = quarter { $n } of { $year }
date-tertial = { $n ->
    [1] January–April { $year }
    [2] May–August { $year }
   *[other] September–December { $year }
}
period-tertial = { $n ->
    [1] January–April { $year }
    [2] May–August { $year }
   *[other] September–December { $year }
}
date-first-half = the first half of { $year }
date-second-half = the second half of { $year }
date-ongoing = ongoing
days = { $n ->
    [one] 1 day
   *[other] { $n_text } days
}
weeks = { $n ->
    [one] one week
   *[other] { $n_text } weeks
}
passed-days-ago = { $days ->
    [one] passed yesterday
   *[other] passed { $days_text } days ago
}

# Counts and lists
n-of-n = { $n_text } of { $total_text }
list-and = { $first } and { $last }

# States of initiatives
state-merged = Merged
state-cancelled = Cancelled
state-done = Done
state-paused = Paused
state-no-information = No current information
state-delayed = Delayed
state-off-track = Off track
state-at-risk = At risk
state-not-started = Not started
state-on-track = On track

state-meaning-merged = The initiative has become part of another and is followed up there.
state-meaning-cancelled = The work is cancelled and will not be resumed.
state-meaning-done = The work is done.
state-meaning-paused = The work is on hold, and the report says why.
state-meaning-no-information = No report has come in for so long that we do not know how it is going.
state-meaning-delayed = The end date has passed, or the work should have begun but has not.
state-meaning-off-track = The work is not going as planned, and the plan will not hold unless something changes.
state-meaning-at-risk = Something threatens the plan.
state-meaning-not-started = The work is to begin later.
state-meaning-on-track = The latest report says that the work is going as planned, and nothing in the facts says otherwise.

states-none = There are no initiatives here.
states-one = There is one initiative here, and its state is: { $state }.
states-first = { $n ->
    [0] Of { $total_text } initiatives, none is on track
    [one] Of { $total_text } initiatives, one is on track
   *[other] Of { $total_text } initiatives, { $n_text } are on track
}
states-part-merged = { $n ->
    [one] one has been merged into another
   *[other] { $n_text } have been merged into others
}
states-part-cancelled = { $n ->
    [one] one is cancelled
   *[other] { $n_text } are cancelled
}
states-part-done = { $n ->
    [one] one is done
   *[other] { $n_text } are done
}
states-part-paused = { $n ->
    [one] one is paused
   *[other] { $n_text } are paused
}
states-part-no-information = { $n ->
    [one] one lacks current information
   *[other] { $n_text } lack current information
}
states-part-delayed = { $n ->
    [one] one is delayed
   *[other] { $n_text } are delayed
}
states-part-off-track = { $n ->
    [one] one is off track
   *[other] { $n_text } are off track
}
states-part-at-risk = { $n ->
    [one] one is at risk
   *[other] { $n_text } are at risk
}
states-part-not-started = { $n ->
    [one] one has not started
   *[other] { $n_text } have not started
}
states-all-merged = { $total ->
    [2] Both initiatives
   *[other] All { $total_text } initiatives
} have been merged into others.
states-all-cancelled = { $total ->
    [2] Both initiatives
   *[other] All { $total_text } initiatives
} are cancelled.
states-all-done = { $total ->
    [2] Both initiatives
   *[other] All { $total_text } initiatives
} are done.
states-all-paused = { $total ->
    [2] Both initiatives
   *[other] All { $total_text } initiatives
} are paused.
states-all-no-information = { $total ->
    [2] Neither of the two initiatives
   *[other] None of { $total_text } initiatives
} has current information.
states-all-delayed = { $total ->
    [2] Both initiatives
   *[other] All { $total_text } initiatives
} are delayed.
states-all-off-track = { $total ->
    [2] Both initiatives
   *[other] All { $total_text } initiatives
} are off track.
states-all-at-risk = { $total ->
    [2] Both initiatives
   *[other] All { $total_text } initiatives
} are at risk.
states-all-not-started = { $total ->
    [2] Neither of the two initiatives
   *[other] None of { $total_text } initiatives
} has started.
states-all-on-track = { $total ->
    [2] Both initiatives
   *[other] All { $total_text } initiatives
} are on track.

# Why an initiative has its state
reason-merged = It has become part of “{ $other }”.
reason-declared = The report of { $date } says: { $state }.
reason-phase-closed = The initiative is closed.
reason-silent = { $n ->
    [one] The latest report has not come in.
   *[other] The latest { $n_text } reports have not come in.
}
reason-never = { $n ->
    [one] No report has come in, though one should have.
   *[other] No report has come in, though { $n_text } should have.
}
reason-end-passed = { $days ->
    [one] The end date, { $deadline }, passed yesterday.
   *[other] The end date, { $deadline }, passed { $days_text } days ago.
}
reason-end-moved = { $days ->
    [one] The end date was moved without a report. The old one, { $deadline }, passed yesterday.
   *[other] The end date was moved without a report. The old one, { $deadline }, passed { $days_text } days ago.
}
reason-nothing-begun = { $days ->
    [one] The work should have begun yesterday, but nothing has been started.
   *[other] The work should have begun { $days_text } days ago, but nothing has been started.
}
reason-overdue-activity = { $days ->
    [one] The activity “{ $activity }” is one day overdue; the limit is { $limit_text } days.
   *[other] The activity “{ $activity }” is { $days_text } days overdue; the limit is { $limit_text } days.
}
reason-share-overdue = { $open ->
    [one] The only activity that remains is overdue.
   *[other] { $overdue ->
        [one] One of the { $open_text } activities that remain is overdue.
       *[other] { $overdue_text } of the { $open_text } activities that remain are overdue.
    }
}
reason-no-progress = { $n ->
    [one] The latest report says that nothing new has happened.
   *[other] The latest { $n_text } reports say that nothing new has happened.
}
reason-start-ahead = The work is to begin { $start }.
reason-idea = It is an idea, still without dates.
reason-not-begun = Nothing has been started, and no report has been due yet.
reason-begun = The work is under way, and no report has been due yet.
declared-differs = The report of { $date } says: { $state }. The facts on this page say otherwise.

# Reporting
reporting-exempt = No longer reports
reporting-reported = Reported
reporting-late = The report is late
reporting-silent = Has gone silent
reporting-never = Never reported
reporting-not-due = Nothing to report yet
reporting-exempt-sentence = The initiative has ended and is no longer reported.
reporting-reported-sentence = Last reported { $date }, for { $period }.
reporting-late-sentence = Last reported { $date }, for { $period }. { $n ->
    [one] The report for the period after that has not come in on time.
   *[other] The { $n_text } reports after that have not come in on time.
}
reporting-silent-sentence = Last reported { $date }, for { $period }. { $n ->
    [one] The report for the period after that has not come in.
   *[other] Since then { $n_text } reports are missing.
}
reporting-never-sentence = Reports are missing from the start.
reporting-not-due-sentence = No report has been due yet.
reports-in = { $total ->
    [one] { $n ->
        [0] The only status report for { $period } has not come in.
       *[other] The only status report for { $period } has come in.
    }
   *[other] { $n ->
        [0] None of the { $total_text } status reports for { $period } has come in.
        [one] One of the { $total_text } status reports for { $period } has come in.
       *[other] { $n_text } of the { $total_text } status reports for { $period } have come in.
    }
}
next-due = The next reports are due { $date }, for { $period }.
assessments-none = No status report has come in, so nobody has judged how it is going.
assessments-one = The only report says: { $state }.
assessments-sentence = { $n ->
    [0] Of { $total_text } reports, none says that the work is on track.
    [one] Of { $total_text } reports, one says that the work is on track.
   *[other] Of { $total_text } reports, { $n_text } say that the work is on track.
}
period-none = No status report was due for the period, and none has come in.
period-sentence = { $total ->
    [one] { $n ->
        [0] The only report has not come in.
       *[other] The only report has come in.
    }
   *[other] { $n ->
        [0] None of { $total_text } reports has come in.
        [one] One of { $total_text } reports has come in.
       *[other] { $n_text } of { $total_text } reports have come in.
    }
}
period-early = { $n ->
    [one] The period is under way. One report has come in early.
   *[other] The period is under way. { $n_text } reports have come in early.
}
periods-lead = Whoever is accountable for an initiative reports every { $rhythm }, within { $grace } of the period’s end. The leadership follows up what the reports say.
rhythm-month = month
rhythm-quarter = quarter
rhythm-tertial = four months
rhythm-half-year = half-year
rhythm-year = year

# Activities
activity-not-started = Not started
activity-in-progress = In progress
activity-done = Done
activity-cancelled = Cancelled
activities-none = No activities have been entered.
activities-none-short = No activities
activities-done-short = { $n_text } of { $total_text } activities done
activities-done = { $total ->
    [0] No activities apply any longer.
    [one] { $n ->
        [0] The only activity is not done.
       *[other] The only activity is done.
    }
   *[other] { $n ->
        [0] None of { $total_text } activities is done.
        [one] One of { $total_text } activities is done.
       *[other] { $n_text } of { $total_text } activities are done.
    }
}
activities-overdue = { $n ->
    [one] One is overdue.
   *[other] { $n_text } are overdue.
}
activities-unknown = { $n ->
    [one] For one the state is not stated.
   *[other] For { $n_text } the state is not stated.
}
activities-cancelled = { $n ->
    [one] One is cancelled and not counted.
   *[other] { $n_text } are cancelled and not counted.
}
moves-later = { $n ->
    [one] The end date has been moved once and is now { $months ->
        [one] one month
       *[other] { $months_text } months
    } later than the first.
   *[other] The end date has been moved { $n_text } times and is now { $months ->
        [one] one month
       *[other] { $months_text } months
    } later than the first.
}
moves-earlier = { $n ->
    [one] The end date has been moved once and is now { $months ->
        [one] one month
       *[other] { $months_text } months
    } earlier than the first.
   *[other] The end date has been moved { $n_text } times and is now { $months ->
        [one] one month
       *[other] { $months_text } months
    } earlier than the first.
}
moves-same = { $n ->
    [one] The end date has been moved once, by less than a month.
   *[other] The end date has been moved { $n_text } times and lies near the first.
}

# Phases
phase-idea = Idea
phase-planned = Planned
phase-pilot = Pilot
phase-rollout = Being introduced
phase-operation = In operation
phase-closed = Closed

# Assessments of goals
verdict-met = Met
verdict-partly = Partly met
verdict-not-met = Not met
verdict-expected = Expected to be met
verdict-expected-partly = Expected to be partly met
verdict-not-expected = Not expected to be met

# Indicators
outcome-met = Target reached
outcome-in-phase = In phase
outcome-partly = Some way behind
outcome-weak = Far behind
outcome-wrong-way = Going the wrong way
outcome-cannot-say = Cannot be judged
outcome-sentence-path = The value for { $date } is { $value }. To be in phase with the target it should have been { $expected }.
outcome-sentence-met = The value for { $date } is { $value }, and the target is reached.
outcome-sentence-inside = The value for { $date } is { $value } and lies within { $expected }, which is the target.
outcome-sentence-outside = The value for { $date } is { $value } and lies outside { $expected }, which is the target.
why-no-direction = Cannot be judged: nobody has said which way the value should go.
why-no-target = Cannot be judged: there is no target.
why-no-observation = Cannot be judged: there is no value yet.
why-too-old = Cannot be judged: the latest value is too old.
why-no-baseline = Cannot be judged: there is no baseline.
why-one-observation = Cannot be judged: nothing has been measured after the baseline.
why-expected-is-baseline = Cannot be judged: no change was expected yet.
trend-improving = Getting better
trend-unchanged = Unchanged
trend-worsening = Getting worse
trend-unknown = Unknown
arrow-up = Rising
arrow-down = Falling
arrow-level = Unchanged
arrow-none = Unknown
level-outcome = Outcomes: what gets better for people
level-output = Outputs: what we do
level-input = Inputs: what we put in
level-unknown = Other indicators
direction-up = Higher is better
direction-down = Lower is better
direction-within = Should stay within a range
direction-none = Neither way is better
interval-week = Every week
interval-two-weeks = Every second week
interval-month = Every month
interval-two-months = Every second month
interval-quarter = Every quarter
interval-tertial = Every four months
interval-half-year = Every half-year
interval-year = Every year
interval-two-years = Every second year

# Roles and units
mandate-decides = Decides
mandate-proposes = Proposes
mandate-carries-out = Carries out
mandate-none = Has no mandate
role-political = Political
role-management = Management
role-operations = Operations
role-contact-centre = Contact centre
role-digital-lead = Leads the digitalisation
role-it = IT
role-support = Support
unit-council = Elected council
unit-committee = Committee or board
unit-department = Department
unit-section = Section of a department
unit-company = Company
unit-external = Outside the organisation
roles-none = There are no initiatives to be accountable for yet.
roles-lead = { $total ->
    [one] { $owned ->
        [0] The plan’s only initiative has no accountable role.
       *[other] The plan’s only initiative has an accountable role.
    } { $mandated ->
        [0] Neither the accountable role nor a sponsor can decide on it.
       *[other] The accountable role, or a sponsor, can decide on it.
    }
   *[other] { $owned ->
        [0] None of { $total_text } initiatives has an accountable role.
        [one] One of { $total_text } initiatives has an accountable role.
       *[other] { $owned_text } of { $total_text } initiatives have an accountable role.
    } { $mandated ->
        [0] For none of them can the accountable role, or a sponsor, decide.
        [one] For one of them the accountable role, or a sponsor, can decide.
       *[other] For { $mandated_text } of them the accountable role, or a sponsor, can decide.
    }
}

# Obstacles, benefits, insights
obstacle-mandate = Mandate
obstacle-resources = Resources
obstacle-skills = Skills
obstacle-technology = Technology
obstacle-procurement = Procurement
obstacle-law = Law
obstacle-dependency = Dependency
obstacle-buy-in = Buy-in
obstacle-priority = Priority
benefit-residents = for residents
benefit-staff = for staff
benefit-cost = for costs
channel-phone = Telephone
channel-e-mail = E-mail
channel-chat = Chat
channel-visit = Visit
channel-e-service = E-service
channel-comment = Comment
channel-staff = Staff
volume-trend-rising = Rising
volume-trend-steady = Steady
volume-trend-falling = Falling
volume-trend-unknown = Unknown
response-received = Received
response-in-forum = Taken up by a forum
response-taken-up = Being dealt with
response-declined = Declined
response-done = Dealt with

# Leads
goals-lead = { $n ->
    [0] The plan has no goals yet.
    [one] The plan has one goal. { $assessed ->
        [0] It has not been assessed yet.
       *[other] It has been assessed.
    }
   *[other] The plan has { $n_text } goals. { $assessed ->
        [0] None of them has been assessed yet.
        [one] One of them has been assessed.
       *[other] { $assessed_text } of them have been assessed.
    }
}
indicators-lead = { $total ->
    [0] The plan has no indicators yet.
    [one] The plan has one indicator.
   *[other] Of { $total_text } indicators, { $n_text } are in phase or have reached their target. { $unknown ->
        [0] All can be judged.
        [one] One cannot be judged.
       *[other] { $unknown_text } cannot be judged.
    }
}
forums-lead = { $n ->
    [0] The plan has no forums yet.
    [one] One forum turns needs into action.
   *[other] { $n_text } forums turn needs into action.
}
insights-lead = { $total ->
    [0] No insights have been entered yet.
    [one] One insight has come from residents and staff.
   *[other] { $total_text } insights have come from residents and staff. { $n_text } of them have been answered. { $unanswered ->
        [0] None has waited too long.
        [one] One has waited too long.
       *[other] { $unanswered_text } have waited too long.
    }
}
decisions-lead = { $n ->
    [0] No decisions have been entered yet.
    [one] One decision stands behind the plan.
   *[other] { $n_text } decisions stand behind the plan.
}
quality-lead = { $n ->
    [0] framdrift finds nothing wanting in the plan.
    [one] One thing would make the plan stronger. It is listed here for everyone to see.
   *[other] { $n_text } things would make the plan stronger. They are listed here for everyone to see.
}
quality-place = { $path }, line { $line }
calculation-lead = The states on this site are computed from what has been reported, and no report can make a state better than the facts show. This is how it was done for { $date }.
initiative-description = { $title }. State: { $state }.
page-description = { $title } in { $plan }.

# Running text
text-footnotes = Footnotes
text-back = Back to the text
text-table = Table
text-task-done = Done
text-task-open = Not done

# How we calculate
rule-f1 = Reporting
    .text =
    Every initiative is reported once every { $rhythm }. The report is due { $grace ->
        [one] one day
       *[other] { $grace_text } days
    } after the end of the period. Only reports count: that someone saved a file or changed a text does not make the facts fresher.

    An initiative is “reported” when no report is late. When a report is missing after it was due, it is “late”. When { $stale ->
        [one] one report is
       *[other] { $stale_text } reports in a row are
    } missing it has “gone silent”. Initiatives that are done, cancelled or merged report no more. Paused ones do.
rule-f2 = State
    .text =
    Every initiative has one state. The first in this order that holds applies: merged, cancelled, done, paused, no current information, delayed, off track, at risk, not started, on track.

    There is no current information when the initiative has gone silent, or has never been reported though it should have been. It is delayed when its end date has passed, or when the work should have begun but nothing has been started.
rule-f3 = “On track” must be earned
    .text =
    A report alone cannot make a state better than what the activities show. When an activity is more than { $overdue_text } days overdue, the state is at best “at risk”. When one is more than { $long_text } days overdue, or at least { $share } per cent of the activities that remain are overdue, it is at best “off track”.

    When { $noprogress ->
        [one] one report says
       *[other] { $noprogress_text } reports in a row say
    } that nothing new has happened, the state is at best “at risk”. The page always says which rule decided.
rule-f4 = Activities
    .text = We write “7 of 12 activities done”, never a percentage. Cancelled activities are named apart and not counted.
rule-f5 = End date
    .text =
    We show the first end date, the one that holds now, how many times it has been moved and how many months that makes.

    A moved end date does not improve the state unless a report for the same period has come in too.
rule-f6 = Goals
    .text =
    A goal is judged in three ways that are kept apart. Delivery is how many of its initiatives have which state. The outcome is its indicators. The assessment is what the role that answers for the goal says itself.

    None of them is computed from the others, and we never compute a mean. An assessment older than { $assessment } may no longer hold, and the goal’s page then says so.
rule-f7 = Indicators
    .text =
    From the baseline we draw a straight line to the targets. The latest value is compared with where it should have been on the same day. When it has gone at least { $inphase } of the way the indicator is “in phase”, at least { $partly } “some way behind”, otherwise “far behind”. When it has gone backwards it is “going the wrong way”.

    It cannot be judged without a baseline, a target or at least two values, or when the latest value is older than { $age ->
        [one] one interval of measurement
       *[other] { $age_text } intervals of measurement
    }.
limits = Limits in force in this plan
limit-name = Limit
limit-value = Value
limit-rhythm = Reported every
limit-grace = Time allowed for a report
limit-stale = Missing reports before an initiative has gone silent
limit-overdue = An overdue activity means at risk after
limit-long = An overdue activity means off track after
limit-share = Share of overdue activities that means off track
limit-no-progress = Reports in a row without progress that mean at risk
limit-in-phase = Indicators in phase from
limit-partly = Indicators some way behind from
limit-age = Intervals before a value is too old
