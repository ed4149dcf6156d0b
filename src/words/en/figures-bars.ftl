## Charts: bars and matrices

# What bars count
chart-initiatives = { $n ->
    [one] One initiative
   *[other] { $n_text } initiatives
}
chart-reports = { $n ->
    [one] One report
   *[other] { $n_text } reports
}
chart-bars-description = { $n ->
    [one] One bar: { $list }.
   *[other] { $n_text } bars: { $list }.
}
chart-bars-more = { $list } and { $n_text } more
chart-bar = { $name }: { $value }
chart-column-state = State
chart-column-assessment = Assessment
chart-column-count = Count

# States
chart-states-title = The initiatives by state
chart-states-none = None of the { $total_text } initiatives is delayed, off track, at risk or without current information.
chart-states-one = One of { $total_text } initiatives needs attention. Its state is: { $state }.
chart-states-same = { $n_text } of { $total_text } initiatives need attention, { $n ->
    [2] both
   *[other] all
} in the state “{ $state }”.
chart-states-several = { $n_text } of { $total_text } initiatives need attention: { $parts }.
chart-states-every = { $total ->
    [2] Both initiatives
   *[other] All { $total_text } initiatives
} need attention: { $parts }.
chart-assessments-title = The reports by assessment

# Obstacles
chart-obstacles-title = The obstacles by kind
chart-obstacles-unit = Number of initiatives with the obstacle
chart-obstacles-kind = Kind of obstacle
chart-obstacles-oldest-column = Oldest, number of days
chart-obstacles = { $shape ->
    [only] { $total ->
        [2] Both obstacles
       *[other] All { $total_text } obstacles
    } are of the same kind: { $names }.
    [equal] The { $total_text } obstacles are evenly spread, { $n_text } of each kind: { $names }.
    [tie] The most common obstacles are { $names }, with { $n_text } each of { $total_text }.
   *[top] The most common obstacle is { $names }, with { $n_text } of { $total_text }.
} { $days ->
    [0] { $total ->
        [2] Both
       *[other] All
    } were reported today.
    [one] The oldest was first reported yesterday.
   *[other] The oldest was first reported { $days_text } days ago.
}
chart-obstacles-note = { $n ->
    [one] { $days ->
        [0] reported today
        [one] reported yesterday
       *[other] reported { $days_text } days ago
    }
   *[other] { $days ->
        [0] { $n ->
            [2] both
           *[other] all
        } reported today
        [one] the oldest reported yesterday
       *[other] the oldest reported { $days_text } days ago
    }
}

# Questions that wait for a decision
chart-decisions-title = Questions that wait for a decision, by role
chart-decisions-unit = Number of questions that wait
chart-decisions = { $shape ->
    [only] { $total ->
        [2] Both questions
       *[other] All { $total_text } questions
    } wait for the same role: { $names }.
    [equal] The { $total_text } questions are evenly spread, { $n_text } each: { $names }.
    [tie] The roles that most questions wait for are { $names }: { $n_text } each of { $total_text }.
   *[top] The role that most questions wait for is { $names }: { $n_text } of { $total_text }.
} { $overdue ->
    [0] None of the { $total_text } questions has passed its last day.
    [one] One of the { $total_text } questions has passed its last day.
   *[other] { $overdue_text } of the { $total_text } questions have passed their last day.
}
chart-decisions-overdue = past the last day
chart-decisions-waiting = in time
chart-decisions-overdue-column = Past the last day
chart-decisions-waiting-column = In time

# Missing reports
chart-missing-title = Initiatives that lack a current report, by who is accountable
chart-missing-unit = Number of initiatives that lack a current report
chart-missing-oldest-column = Oldest, number of days late
chart-missing = { $shape ->
    [only] { $total ->
        [2] Both initiatives
       *[other] All { $total_text } initiatives
    } that lack a current report are here: { $names }.
    [equal] The { $total_text } initiatives that lack a current report are evenly spread, { $n_text } each: { $names }.
    [tie] The largest numbers of initiatives that lack a current report, { $n_text } each of { $total_text }, are here: { $names }.
   *[top] The largest number of initiatives that lack a current report is here: { $names }, { $n_text } of { $total_text }.
} { $days ->
    [one] The report that is latest was due yesterday.
   *[other] The report that is latest was due { $days_text } days ago.
}
chart-missing-note = { $n ->
    [one] { $days ->
        [one] one day late
       *[other] { $days_text } days late
    }
   *[other] { $days ->
        [one] at most one day late
       *[other] at most { $days_text } days late
    }
}

# Insights
chart-themes-title = The insights by theme
chart-themes-none = No theme
chart-insights-unit = Number of insights
chart-insights-periods-title = The insights by period
chart-themes = { $shape ->
    [only] { $total ->
        [2] Both insights
       *[other] All { $total_text } insights
    } have the same theme: { $names }.
    [equal] The { $total_text } insights are evenly spread, { $n_text } for each theme: { $names }.
    [tie] The most common themes are { $names }, with { $n_text } each of { $total_text } insights.
   *[top] The most common theme is { $names }, with { $n_text } of { $total_text } insights.
} { $unanswered ->
    [0] No insight is unanswered.
    [one] One of { $total_text } is unanswered.
   *[other] { $unanswered_text } of { $total_text } are unanswered.
}
chart-insights-periods = { $shape ->
    [only] { $total ->
        [2] Both insights
       *[other] All { $total_text } insights
    } are from the same period: { $names }.
    [equal] The { $total_text } insights are evenly spread, { $n_text } from each period: { $names }.
    [tie] The periods with most insights are { $names }, with { $n_text } each of { $total_text }.
   *[top] The period with most insights is { $names }: { $n_text } of { $total_text }.
}
chart-insight-answered = { $n ->
    [one] answered
   *[other] answered
}
chart-insight-open = { $n ->
    [one] waits for an answer
   *[other] wait for an answer
}
chart-insight-unanswered = { $n ->
    [one] unanswered
   *[other] unanswered
}
chart-ages-title = How long the insights have waited for an answer
chart-ages-unit = Number of insights without an answer
chart-ages-axis = days without an answer
chart-ages-column = Days without an answer
chart-ages-over = over { $days_text }
chart-ages-limit = { $n ->
    [one] After one day the insight counts as unanswered
   *[other] After { $n_text } days the insight counts as unanswered
}
chart-ages = { $share ->
    [none] None of { $total_text } insights without an answer has waited so long that it counts as unanswered.
    [all] { $total ->
        [2] Both insights
       *[other] All { $total_text } insights
    } without an answer have waited so long that they count as unanswered.
   *[some] { $n ->
        [one] One of { $total_text } insights without an answer has waited so long that it counts as unanswered.
       *[other] { $n_text } of { $total_text } insights without an answer have waited so long that they count as unanswered.
    }
} { $days ->
    [0] { $total ->
        [one] It is new today.
        [2] Both are new today.
       *[other] All are new today.
    }
    [one] The oldest has waited for one day.
   *[other] The oldest has waited for { $days_text } days.
}

# Matrices
chart-matrix-description = { $rows ->
    [one] One row
   *[other] { $rows_text } rows
} and { $columns ->
    [one] one column
   *[other] { $columns_text } columns
}: { $heads }.
chart-chains-title = The links of the chain of responsibility for each initiative
chart-chains = { $shape ->
    [none] { $total ->
        [one] No link is broken in the chain.
       *[other] No link is broken in any of the { $total_text } chains.
    }
    [single] This is broken in the chain: { $names }.
    [equal] All links are broken equally often: in { $n_text } of { $total_text } chains each.
    [tie] The links that are broken most often are { $names }, in { $n_text } of { $total_text } chains each.
   *[top] The link that is broken most often is { $names }: in { $n_text } of { $total_text } chains.
}
chart-goals-units-title = How many initiatives each unit answers for within each goal
chart-goals-units = { $share ->
    [none] { $total ->
        [one] The goal has at least one initiative that a unit answers for.
       *[other] Each of the { $total_text } goals has at least one initiative that a unit answers for.
    }
    [all] { $total ->
        [one] The goal has no initiative that a unit answers for.
       *[other] None of the { $total_text } goals has an initiative that a unit answers for.
    }
   *[some] { $n ->
        [one] One of { $total_text } goals has no initiative that a unit answers for.
       *[other] { $n_text } of { $total_text } goals have no initiative that a unit answers for.
    }
}
chart-unit-goals = { $share ->
    [all] { $total ->
        [one] The unit's initiatives serve the plan's only goal.
        [2] The unit's initiatives serve both of the plan's goals.
       *[other] The unit's initiatives serve all of the plan's { $total_text } goals.
    }
   *[some] { $n ->
        [one] The unit's initiatives serve one of the plan's { $total_text } goals.
       *[other] The unit's initiatives serve { $n_text } of the plan's { $total_text } goals.
    }
}
theme-chain-table = Show the chains in a table, with links to why a link does not hold
theme-goal-table = Show the counts in a table
theme-unit-goals = Goals that the unit works towards
