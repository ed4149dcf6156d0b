## Charts over time: timelines, strips and how many report

route-timeline = timeline
timeline-title = Timeline
timeline-see = See all initiatives on a timeline
timeline-today = As of { $date }
part-tertial =
    { $n ->
        [1] Jan–Apr
        [2] May–Aug
       *[3] Sep–Dec
    }
part-quarter = Q{ $n_text }
part-half-year = H{ $n_text }

# The timeline
timeline-none = There are no initiatives yet.
timeline-passed =
    { $way ->
        [ended] { $total ->
            [one] The initiative has ended.
            [2] Both initiatives have ended.
           *[other] All { $total_text } initiatives have ended.
        }
        [none] { $total ->
            [one] One initiative has not ended, and it has not passed any deadline.
            [2] Neither of the two initiatives that have not ended has passed its deadline.
           *[other] None of the { $total_text } initiatives that have not ended has passed its deadline.
        }
        [all] { $total ->
            [one] One initiative has not ended, and it has passed its deadline.
            [2] Both initiatives that have not ended have passed their deadlines.
           *[other] All { $total_text } initiatives that have not ended have passed their deadlines.
        }
       *[some] { $n ->
            [one] One of the { $total_text } initiatives that have not ended has passed its deadline.
           *[other] { $n_text } of the { $total_text } initiatives that have not ended have passed their deadlines.
        }
    }
timeline-moved =
    { $way ->
        [all] { $total ->
            [one] The deadline has been moved.
            [2] The deadline has been moved for both.
           *[other] The deadline has been moved for all { $total_text }.
        }
       *[some] { $n ->
            [one] The deadline has been moved for one of { $total_text } initiatives.
           *[other] The deadline has been moved for { $n_text } of { $total_text } initiatives.
        }
    }
timeline-endless =
    { $n ->
        [one] One has no stated deadline.
       *[other] { $n_text } have no stated deadline.
    }
timeline-description =
    { $n ->
        [one] A bar from the initiative's start to its deadline.
       *[other] A bar for each initiative, { $n_text } in all, from its start to its deadline. The worst state comes first.
    }
timeline-line-end = deadline { $date }
timeline-line-open = ongoing
timeline-line-no-end = deadline not stated
timeline-line-no-start = start not stated
timeline-line-moved =
    { $n ->
        [one] moved once
       *[other] moved { $n_text } times
    }
timeline-no-dates = Start and deadline not stated
timeline-table = The initiatives and their milestones
timeline-what = Initiatives and milestones
timeline-state = State
timeline-former = Earlier deadlines
theme-timeline-order = Each initiative stands under the first goal that it serves. The worst state comes first.

# What the signs mean
timeline-sign-reached = milestone reached
timeline-sign-ahead = milestone ahead
timeline-sign-done = was done
timeline-sign-due = should be done
timeline-sign-late = delay
timeline-sign-moved = moved deadline
timeline-sign-unknown = not stated
timeline-sign-open = no deadline, ongoing

# The activities of an initiative
timeline-whole = The whole initiative
activity-timeline = The activities on a timeline
activity-timeline-description =
    { $n ->
        [one] First the initiative from its start to its deadline, below it its activity.
       *[other] First the initiative from its start to its deadline, below it its { $n_text } activities.
    }
activity-line-done = { $state }, { $date }
activity-line-due = { $state }, due by { $date }
activity-no-date = Date not stated
activity-timeline-ended = No activities remain.
activity-timeline-unknown = Nobody says how far the activities that remain have come.
activity-timeline-caption =
    { $way ->
        [none] { $open ->
            [one] The activity that remains is not overdue.
            [2] Neither of the two activities that remain is overdue.
           *[other] None of the { $open_text } activities that remain is overdue.
        }
        [all] { $open ->
            [one] The activity that remains is overdue by { $days }.
            [2] Both activities that remain are overdue, at most by { $days }.
           *[other] All { $open_text } activities that remain are overdue, at most by { $days }.
        }
       *[some] { $n ->
            [one] One of the { $open_text } activities that remain is overdue, by { $days }.
           *[other] { $n_text } of the { $open_text } activities that remain are overdue, at most by { $days }.
        }
    }
activity-timeline-next = Next comes what is due by { $date }.

# Assessments period by period
strip-title = The reports' assessment period by period
strip-table = The reports' assessment
strip-description =
    { $n ->
        [one] A box for the only period.
       *[other] A box for each period, { $n_text } in all, the oldest first.
    }
strip-missing = No report
strip-period = Period
strip-assessment = Assessment
strip-date = Reported
strip-reports =
    { $way ->
        [none] { $total ->
            [one] There is no report for the only period that has passed.
            [2] There is no report for either of the two periods.
           *[other] There is no report for any of { $total_text } periods.
        }
        [all] { $total ->
            [one] There is a report for the only period concerned.
            [2] There are reports for both periods.
           *[other] There are reports for all { $total_text } periods.
        }
       *[some] { $n ->
            [one] There is a report for one of { $total_text } periods.
           *[other] There are reports for { $n_text } of { $total_text } periods.
        }
    }
strip-latest-reports =
    { $way ->
        [none] There is no report for any of the latest { $total_text } periods.
        [all] There are reports for all of the latest { $total_text } periods.
       *[some] { $n ->
            [one] There is a report for one of the latest { $total_text } periods.
           *[other] There are reports for { $n_text } of the latest { $total_text } periods.
        }
    }
strip-only = The one for { $period } assesses the state as “{ $state }”.
strip-same = The latest { $n_text }, up to { $period }, assess the state as “{ $state }”.
strip-changed = The assessment went from “{ $from }” to “{ $to }” in the latest, for { $period }.

# How many report in time
rate-title = Reports that came in time
rate-description =
    { $n ->
        [one] A column for the only period, from none to all.
       *[other] A column for each period, { $n_text } in all, from none to all. The oldest comes first.
    }
rate-percent = { $n }%
rate-reported = Reports in time
rate-share = Share
rate-nothing = No reports were due
rate-nothing-short = none
rate-none-owed = No reports were due for { $period }.
rate-caption =
    { $way ->
        [open] { $n ->
            [0] { $total ->
                [one] The only report for { $period } has not come in yet.
               *[other] None of { $total_text } reports for { $period } has come in yet.
            }
            [one] { $total ->
                [one] The only report for { $period } has come in.
               *[other] One of { $total_text } reports for { $period } has come in so far.
            }
           *[other] { $n_text } of { $total_text } reports for { $period } have come in so far.
        }
        [none] { $total ->
            [one] The only report for { $period } did not come in time.
           *[other] None of { $total_text } reports for { $period } came in time.
        }
        [all] { $total ->
            [one] The only report for { $period } came in time.
            [2] Both reports for { $period } came in time.
           *[other] All { $total_text } reports for { $period } came in time.
        }
       *[some] { $n ->
            [one] One of { $total_text } reports for { $period } came in time.
           *[other] { $n_text } of { $total_text } reports for { $period } came in time.
        }
    }
rate-compared =
    { $way ->
        [more] That is a larger share than for { $period }, when it was { $n_text } of { $total_text }.
        [less] That is a smaller share than for { $period }, when it was { $n_text } of { $total_text }.
       *[same] That is the same share as for { $period }, when it was { $n_text } of { $total_text }.
    }

# How often a forum meets
rhythm-title = The meetings and the forum's own rhythm
rhythm-description =
    { $n ->
        [one] A dot for the only meeting.
       *[other] A dot for each meeting, { $n_text } in all, on a timeline.
    }
rhythm-met =
    { $n ->
        [one] One meeting is shown, on { $date }.
       *[other] { $n_text } meetings since { $date }.
    }
rhythm-every = The forum is to meet { $every }.
rhythm-longest =
    { $way ->
        [one] It has been { $days } since then.
        [since] It has been { $days } since the latest, longer than between any others.
       *[between] The longest time between two meetings is { $days }.
    }
rhythm-since =
    { $n ->
        [0] latest meeting the same day
        [one] one day since the latest meeting
       *[other] { $n_text } days since the latest meeting
    }
rhythm-sign-meeting = meeting
rhythm-sign-expected = expected at the latest, counted from the meeting before
rhythm-next = Next meeting
rhythm-meeting = Meeting
rhythm-expected = Expected at the latest
rhythm-gap = Days since the meeting before
