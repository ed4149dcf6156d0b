## Charts: what is to be seen in them

theme-figure-table = Show the values in a table
theme-figures = The indicators over time
chart-nothing = There is nothing to show here yet.
chart-dated = { $text } ({ $date })
chart-target = Target { $year }: { $aim }
chart-target-word = target
chart-start-word = baseline
chart-path-column = Path to the target
chart-break = New way of measuring
chart-not-from-zero = the axis begins at { $from }
chart-line-none = There are no values yet.
chart-line =
    { $way ->
        [up] The value rose from { $from } to { $to }
        [down] The value fell from { $from } to { $to }
        [level] The value was the same, { $to }, as at the start, { $from }
       *[one] The only value is { $to }
    }{ $aim ->
        [met] { " " }and meets the target of { $target }.
        [in-phase] { " " }and is on course for the target of { $target }.
        [behind] { " " }but is behind the path to the target of { $target }.
        [wrong-way] . That is the wrong way: the target is { $target }.
        [inside] { " " }and is within the target of { $target }.
        [outside] { " " }but is outside the target of { $target }.
       *[none] .
    }
chart-line-description =
    { $n ->
        [0] No values.
        [one] One value: { $highest }.
       *[other] { $n_text } values. Lowest: { $lowest }. Highest: { $highest }.
    }
chart-line-target = Target: { $target }.
chart-line-others = Compared with { $names }.
