## Words for those who lead: work lists, forums, the chain, the pulse and what has happened.

# Addresses
route-decisions-needed = decisions-needed
route-obstacles = obstacles
route-missing-reports = missing-reports
route-news = news

# Work lists
decisions-needed-title = Decisions needed
obstacles-title = Obstacles
missing-reports-title = Missing reports
decisions-needed-lead = { $n ->
    [0] No decisions are waiting. The leadership has answered what it has been asked.
    [one] One question is waiting for a decision. { $overdue ->
        [0] Its last day has not passed.
       *[other] Its last day has passed.
    }
   *[other] { $n_text } questions are waiting for a decision. { $overdue ->
        [0] None of them has passed its last day.
        [one] One of them has passed its last day.
       *[other] { $overdue_text } of them have passed their last day.
    }
}
obstacles-lead = { $n ->
    [0] No obstacles have been reported.
    [one] One initiative has reported an obstacle.
   *[other] { $n_text } initiatives have reported obstacles.
}
missing-reports-lead = { $n ->
    [0] No report is late.
    [one] One of { $total_text } initiatives that should report lacks a current report.
   *[other] { $n_text } of { $total_text } initiatives that should report lack a current report.
}
missing-report = { $n ->
    [one] The report for { $period } is missing.
   *[other] { $n_text } reports are missing, from { $period } on.
}
and-others = { $n ->
    [one] and one more
   *[other] and { $n_text } more
}
work-decides = To be decided by
work-before = Before
work-since = In the way since
work-due = Was due
in-reports = { $n ->
    [one] in one report
   *[other] in { $n_text } reports in a row
}
no-accountable = Without an accountable role

# Forums
forum-word-active = Active
forum-word-silent = Has gone silent
forum-word-unknown = Cannot be said
forum-active = { $days ->
    [0] The forum meets today.
    [one] The forum met yesterday.
   *[other] The forum met { $days_text } days ago, as it should.
}
forum-silent = { $days ->
    [one] The forum should meet { $every } but last met yesterday.
   *[other] The forum should meet { $every } but has not met for { $days_text } days.
}
forum-never-met = No meeting has been recorded.
forum-no-rhythm = Nobody has said how often the forum should meet.
agenda-title = Next agenda
agenda-lead = { $n ->
    [0] Nothing is waiting for the forum. Everything in its areas is reported, decided and answered.
    [one] One matter is waiting for the forum. It has been computed from what is reported.
   *[other] { $n_text } matters are waiting for the forum, the most urgent first. They have been computed from what is reported.
}
agenda-expected = Should meet by
needs-decision = Needs a decision
needs-information = Needs a status report
needs-new-plan = Needs a new plan
needs-way = Needs help with an obstacle
needs-answer = Needs an answer
needs-report = Needs a report that is late
need-decision-overdue = { $days ->
    [one] The question “{ $question }” should have been decided yesterday.
   *[other] The question “{ $question }” should have been decided { $days_text } days ago.
}
need-decision-before = The question “{ $question }” is to be decided by { $date }.
need-decision = The question “{ $question }” is waiting for an answer.
need-delayed = { $days ->
    [one] The plan slipped yesterday.
   *[other] The plan slipped { $days_text } days ago.
}
need-blocked = { $n ->
    [one] Obstacle, { $kind }: { $text }
   *[other] Obstacle in { $n_text } reports in a row, { $kind }: { $text }
}
need-report-late = The latest report is late.

# Insights
insight-word-answered = Answered
insight-word-open = Waiting for an answer
insight-word-unanswered = Unanswered
insight-answered = { $days ->
    [0] The answer came at once.
    [one] The answer came after one day.
   *[other] The answer came after { $days_text } days.
}
insight-answered-undated = The insight has been answered.
insight-open = { $days ->
    [0] The insight is new and is waiting for an answer.
    [one] The insight has waited one day for an answer.
   *[other] The insight has waited { $days_text } days for an answer.
}
insight-unanswered = { $days ->
    [one] The insight has been without an answer for one day.
   *[other] The insight has been without an answer for { $days_text } days.
}

# Links to the work lists
decisions-needed-link = { $n ->
    [0] No questions are waiting for a decision
    [one] One question is waiting for a decision
   *[other] { $n_text } questions are waiting for a decision
}
obstacles-link = { $n ->
    [0] No obstacles have been reported
    [one] One initiative has an obstacle
   *[other] { $n_text } initiatives have obstacles
}
missing-reports-link = { $n ->
    [0] No report is missing
    [one] One initiative lacks a current report
   *[other] { $n_text } initiatives lack a current report
}
forum-state = State

# The chain of responsibility
chain-matrix = The chain of responsibility of each initiative
link-direction = Decision
link-owner = Owner
link-mandate = Mandate
link-need = Need
link-forum = Forum
link-activity = Activity
link-follow-up = Follow-up
strength-whole = Holds
strength-weak-link = Weak
strength-broken = Broken
chain-sentence = { $n ->
    [0] None of the seven links of the chain holds
    [one] One of the seven links of the chain holds
    [7] All seven links of the chain hold
   *[other] { $n_text } of the seven links of the chain hold
}{ $broken ->
    [0] .
    [one] , and one is broken.
   *[other] , and { $broken_text } are broken.
}
chains-sentence = { $total ->
    [one] { $n ->
        [0] The only initiative that has not ended has no chain in which every link holds.
       *[other] The only initiative that has not ended has a chain in which every link holds.
    }
   *[other] { $n ->
        [0] None of the { $total_text } initiatives that have not ended has a chain in which every link holds.
        [one] One of the { $total_text } initiatives that have not ended has a chain in which every link holds.
       *[other] { $n_text } of the { $total_text } initiatives that have not ended have a chain in which every link holds.
    }
}
link-decided = “{ $decision }” stands behind the initiative.
link-goal-decided = The goal “{ $goal }” has been decided, but not the initiative itself.
link-plan-decided = “{ $decision }” adopted the plan, but neither the initiative nor its goals have been decided.
link-no-decision = No decision stands behind the initiative.
link-one-owner = { $role } alone is accountable.
link-collective-owner = “{ $role }” is a group. What is everybody’s responsibility easily becomes nobody’s.
link-no-owner = Nobody is named as accountable.
link-owner-decides = { $role } is accountable and can decide.
link-sponsor-decides = { $role } is the sponsor and can decide.
link-owner-proposes = { $role } can propose but not decide, and there is no sponsor.
link-owner-cannot-decide = { $role } cannot decide, and there is no sponsor.
link-nobody-decides = Neither an accountable role nor a sponsor is named.
link-answers-insight = The initiative answers to “{ $insight }”.
link-moves-outcome = The effect should show in “{ $indicator }”.
link-moves-no-outcome = The initiative is measured by “{ $indicator }”, which shows no outcome.
link-goal-has-outcome = The goal is measured by “{ $indicator }”, but the initiative does not name it.
link-no-need = Neither an insight nor an indicator shows that the initiative is needed.
link-active-forum = { $forum } works with the initiative.
link-silent-forum = { $forum } should meet { $every } but has not for { $days ->
    [one] one day
   *[other] { $days_text } days
}.
link-forum-never-met = { $forum } has recorded no meeting.
link-forum-without-rhythm = { $forum } has not said how often it should meet.
link-no-forum = No forum works with the initiative.
link-under-way = “{ $activity }” is under way.
link-done-as-planned = { $n ->
    [one] One of { $total_text } activities is done, and none is overdue.
   *[other] { $n_text } of { $total_text } activities are done, and none is overdue.
}
mend-decisions = All decisions
mend-facts = Facts about the initiative
mend-insights = All insights
mend-forums = All forums
mend-activities = The initiative’s activities
mend-reports = The initiative’s reports
mend-reviews = Follow-up
link-stalled = { $days ->
    [one] Nothing is in progress, and “{ $activity }” is one day overdue.
   *[other] Nothing is in progress, and “{ $activity }” is { $days_text } days overdue.
}
link-overdue = { $days ->
    [one] “{ $activity }” is one day overdue.
   *[other] “{ $activity }” is { $days_text } days overdue.
}
link-nothing-started = Nothing has been started yet.
link-activities-unknown = Nobody says how far the activities have come.
link-no-activity = No activities have been planned.
link-followed-up = The initiative has been reported, and the leadership has reviewed { $period }.
link-question-unanswered = The report’s question got no answer in the review of { $period }.
link-not-covered = The review of { $period } did not cover the initiative.
link-not-reviewed = The initiative has been reported, but the leadership has not reviewed { $period }.
link-nothing-to-review = The initiative has been reported, but no period has been reviewed yet.
link-not-yet-due = No report has been due yet.
link-never-reported = The initiative has never been reported.
link-not-reported = { $n ->
    [one] The latest report has not come in.
   *[other] The latest { $n_text } reports have not come in.
}
gap-mandate = { $n ->
    [one] The role is accountable for one initiative that it cannot decide about and that has no sponsor.
   *[other] The role is accountable for { $n_text } initiatives that it cannot decide about and that have no sponsor.
}
gap-load = The role is accountable for { $n_text } ongoing initiatives. More than { $limit_text } is much for one role.
goal-matrix = Number of initiatives by goal and unit
matrix-none = –

# The pulse
pulse-owner = Have an owner
pulse-mandate = Can decide
pulse-reported = Have reported
pulse-next-step = Know the next step
pulse-under-way = Have something under way
pulse-forums = Forums that meet
pulse-insights = Insights answered
pulse-decisions = Late decisions
pulse-late = { $n ->
    [0] none
   *[other] { $n_text }
}
pulse-period = Period
pulse-history = The pulse at each closed period
pulse-sentence-empty = The plan has no initiatives yet, so there is nothing to follow.
pulse-sentence-ended = { $n ->
    [one] The plan’s only initiative has ended.
    [2] Both initiatives of the plan have ended.
   *[other] All { $n_text } initiatives of the plan have ended.
}
pulse-sentence-early = The plan is new, and nobody has had to report yet.
pulse-sentence-all = { $total ->
    [one] The plan is followed: the only initiative due to report has done so.
    [2] The plan is followed: both initiatives due to report have done so.
   *[other] The plan is followed: all { $total_text } initiatives due to report have done so.
}
pulse-sentence-most = The plan is largely followed: { $n ->
    [one] one of the { $total_text } initiatives due to report has done so.
   *[other] { $n_text } of the { $total_text } initiatives due to report have done so.
}
pulse-sentence-partly = The plan is partly followed: { $n ->
    [one] one of the { $total_text } initiatives due to report has done so.
   *[other] { $n_text } of the { $total_text } initiatives due to report have done so.
}
pulse-sentence-few = The plan is poorly followed: only { $n ->
    [one] one of the { $total_text } initiatives due to report has done so.
   *[other] { $n_text } of the { $total_text } initiatives due to report have done so.
}
pulse-sentence-none = The plan has not been reported: { $total ->
    [one] the only initiative due to report has not done so.
    [2] neither of the two initiatives due to report has done so.
   *[other] none of the { $total_text } initiatives due to report has done so.
}
pulse-sentence-track = { $ongoing ->
    [one] { $track ->
        [0] The initiative that is under way or to come is not on track.
       *[other] The initiative that is under way or to come is on track.
    }
   *[other] { $track ->
        [0] Of the { $ongoing_text } that have not ended, none is on track.
        [one] Of the { $ongoing_text } that have not ended, one is on track.
       *[other] Of the { $ongoing_text } that have not ended, { $track_text } are on track.
    }
}

# What has happened
news-title = What has happened since last time?
news-between = What happened from { $from } to { $to }?
news-since = Since { $period }
news-count = { $n ->
    [0] no changes
    [one] one change
   *[other] { $n_text } changes
}
theme-between-periods = Between two periods
theme-until = Until
theme-other-periods = Compare with another period
news-lead = What is new, done, better or worse since the leadership’s latest review. Further down you can compare closed periods.
changes-lead = { $n ->
    [0] Nothing in the plan changed between { $from } and { $to }.
    [one] One thing changed between { $from } and { $to }.
   *[other] { $n_text } things changed between { $from } and { $to }.
} { $reports ->
    [0] No reports came in.
    [one] One report came in.
   *[other] { $reports_text } reports came in.
}
change-state = from { $from } to { $to }
change-moved = from { $from } to { $to }
change-silent-title = { $n ->
    [one] One initiative has gone silent
   *[other] { $n_text } initiatives have gone silent
}
change-worse-title = { $n ->
    [one] One initiative is worse
   *[other] { $n_text } initiatives are worse
}
change-moved-title = { $n ->
    [one] One end date has been moved
   *[other] { $n_text } end dates have been moved
}
change-paused-title = { $n ->
    [one] One initiative has been paused
   *[other] { $n_text } initiatives have been paused
}
change-better-title = { $n ->
    [one] One initiative is better
   *[other] { $n_text } initiatives are better
}
change-closed-title = { $n ->
    [one] One initiative has ended
   *[other] { $n_text } initiatives have ended
}
change-resumed-title = { $n ->
    [one] One initiative has been resumed
   *[other] { $n_text } initiatives have been resumed
}
change-new-title = { $n ->
    [one] One new initiative
   *[other] { $n_text } new initiatives
}
change-answered-title = { $n ->
    [one] One insight has been answered
   *[other] { $n_text } insights have been answered
}
change-insights-title = { $n ->
    [one] One new insight
   *[other] { $n_text } new insights
}
change-decided-title = { $n ->
    [one] One new decision
   *[other] { $n_text } new decisions
}

# The default theme
theme-pulse = The pulse: is the plan followed?
theme-since = What has happened since
theme-changes = What happened
theme-chain = The chain of responsibility
theme-link = Link
theme-holds = Holds
theme-initiative = Initiative
theme-goal = Goal
theme-goals-units = Goals and units
theme-stood = Where the plan stood on
theme-good-news = Nothing to do here right now
theme-from-period = From
theme-to-period = To
theme-gaps = What is wanting

# How we calculate, continued
rule-f8 = Insights
    .text =
    An insight is answered when somebody has taken it up, declined it or dealt with it, or when a forum works with it. That it has been received is no answer. After { $insight ->
        [one] one day
       *[other] { $insight_text } days
    } without an answer it is unanswered.

    When fewer than five people have told us, we never show the number.
rule-f9 = Forums, agendas and work lists
    .text =
    A forum is active when it has met within { $rhythmfactor } times its own interval. Otherwise it has gone silent.

    The forum’s next agenda is computed from its areas: first decisions that are late, then initiatives that have gone silent, plans that have slipped, obstacles, unanswered insights, late reports, and last the decisions that can still be made in time.

    The leadership’s work lists look at the latest report of each ongoing initiative. A question waits for a decision until a review or a later decision answers it.

    What a role has to do is the reports that are missing about what it answers for, the questions that wait for its decision, the insights that nobody has answered, and the indicators whose values have become too old.
rule-f10 = The chain of responsibility
    .text =
    Each ongoing initiative has seven links. Decision: a decision stands behind it. Owner: one single role answers for it. Mandate: the accountable role, or a sponsor, can decide. Need: it answers to an insight or to an indicator that shows an outcome. Forum: an active forum works with it. Activity: something is under way or done as planned. Follow-up: it has been reported, and the leadership’s latest review covers it and answers its question.

    A link holds, is weak or is broken, and the page says why. A chain holds when all seven links do.
rule-f11 = The pulse
    .text =
    The pulse counts how many have an owner, can decide, have reported, know the next step and have something under way, how many forums meet, how many insights have been answered and how many decisions are late.

    The next step is counted among those that have reported or should have. Paused initiatives and those not started are left out when we ask whether something is under way, and an overdue activity can be under way too.

    For each closed period we show the pulse as it was on the day when the reports were due. What came in later does not change it.

    The first sentence of the start page says that the plan is followed when all who should have reported have done so. When at least { $mostly_text } per cent have, the plan is largely followed, and when at least { $half_text } per cent have, it is partly followed. A measure that holds for less than { $half_text } per cent is marked as broken.
rule-f12 = What has happened
    .text =
    We compare the states on two days. An initiative is better when its state has come nearer to “on track” and worse when it has gone further from it. To pause is neither better nor worse. An initiative is new when its start has come in between.
limit-assessment = The assessment of a goal may no longer hold after
limit-insight = An insight is unanswered after
limit-forum = A forum is active within so many times its interval
limit-pulse-mostly = The plan is largely followed from a share of reports of
limit-pulse-partly = The plan is partly followed from a share of reports of
limit-role = A role has a lot to carry with more ongoing initiatives than
answered-on = answered { $date }
period-besides = { $n ->
    [one] Besides, one initiative has reported that did not have to.
   *[other] Besides, { $n_text } initiatives have reported that did not have to.
}
news-all = All that has happened
theme-late = Came in after the last day
pulse-all = all
pulse-at-least = { $limit ->
    [50] at least half, but not all
   *[other] at least { $limit_text } per cent, but not all
}
pulse-less-than = { $limit ->
    [50] less than half
   *[other] less than { $limit_text } per cent
}
pulse-none-late = none are late
pulse-some-late = there are late decisions

# What a role has to do
theme-duties = To do
duty-report = { $n ->
    [one] Status report for { $period }: { $what }
   *[other] { $n_text } status reports, from { $period } on: { $what }
}
duty-decision = Decision for { $what }: { $text }
duty-answer = Answer to the insight: { $what }
duty-data = New values of { $what }
