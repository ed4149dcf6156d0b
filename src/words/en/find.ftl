## Words for finding: lists by state, filters and search.

# Addresses
route-states = states
route-search = search
slug-state-merged = merged
slug-state-cancelled = cancelled
slug-state-done = done
slug-state-paused = paused
slug-state-no-information = no-information
slug-state-delayed = delayed
slug-state-off-track = off-track
slug-state-at-risk = at-risk
slug-state-not-started = not-started
slug-state-on-track = on-track

# Initiatives by state
states-title = The initiatives’ states
state-list-merged = Merged initiatives
state-list-cancelled = Cancelled initiatives
state-list-done = Initiatives that are done
state-list-paused = Paused initiatives
state-list-no-information = Initiatives without current information
state-list-delayed = Delayed initiatives
state-list-off-track = Initiatives that are off track
state-list-at-risk = Initiatives at risk
state-list-not-started = Initiatives that have not started
state-list-on-track = Initiatives on track
state-lead-merged = { $n ->
    [0] No initiative has been merged into another.
    [one] One initiative has been merged into another.
   *[other] { $n_text } initiatives have been merged into others.
}
state-lead-cancelled = { $n ->
    [0] No initiative is cancelled.
    [one] One initiative is cancelled.
   *[other] { $n_text } initiatives are cancelled.
}
state-lead-done = { $n ->
    [0] No initiative is done.
    [one] One initiative is done.
   *[other] { $n_text } initiatives are done.
}
state-lead-paused = { $n ->
    [0] No initiative is paused.
    [one] One initiative is paused.
   *[other] { $n_text } initiatives are paused.
}
state-lead-no-information = { $n ->
    [0] No initiative lacks current information.
    [one] One initiative lacks current information.
   *[other] { $n_text } initiatives lack current information.
}
state-lead-delayed = { $n ->
    [0] No initiative is delayed.
    [one] One initiative is delayed.
   *[other] { $n_text } initiatives are delayed.
}
state-lead-off-track = { $n ->
    [0] No initiative is off track.
    [one] One initiative is off track.
   *[other] { $n_text } initiatives are off track.
}
state-lead-at-risk = { $n ->
    [0] No initiative is at risk.
    [one] One initiative is at risk.
   *[other] { $n_text } initiatives are at risk.
}
state-lead-not-started = { $n ->
    [0] Every initiative has started.
    [one] One initiative has not started.
   *[other] { $n_text } initiatives have not started.
}
state-lead-on-track = { $n ->
    [0] No initiative is on track.
    [one] One initiative is on track.
   *[other] { $n_text } initiatives are on track.
}
state-count = { $n ->
    [0] No initiative
    [one] One initiative
   *[other] { $n_text } initiatives
}
theme-every-state = Every state

# The list divided and filtered
facet-goal = Goal
goals-all = All goals
areas-all = All areas
roles-all = All roles
theme-divided = The initiatives divided
theme-divided-see = See the list divided
theme-filter = Filter the list
theme-filter-text = Words in the list
theme-filter-all = All
theme-order = Order
theme-order-worst = Most pressing first
theme-order-name = Name, A–Z
theme-order-deadline = Due, earliest first
theme-order-reported = Longest since a report
theme-filter-clear = Show all
theme-filter-none = Nothing in the list fits what you have chosen.
filter-shown = { $total ->
    [one] Shows { $n } of one initiative.
   *[other] Shows { $n } of { $total_text } initiatives.
}
theme-rows-shown = Shows { "{" }n{ "}" } of { "{" }total{ "}" }.

# Search
search-title = Search
search-lead = { $n ->
    [one] The site has one page to find.
   *[other] The site has { $n_text } pages to find.
}
search-pages = Overviews and other pages
kind-initiative = Initiative
kind-goal = Goal
kind-indicator = Indicator
kind-period = Follow-up
kind-page = Page
theme-search = Search the site
theme-search-label = What are you looking for?
theme-search-private = The search runs in your own browser. What you write is sent nowhere.
theme-search-hits = Results: { "{" }n{ "}" }
theme-search-none = Nothing on the site answers to that. Try another word, or look in the index below.
theme-search-instead = “{ "{" }written{ "}" }” is not on the site. These are results for “{ "{" }found{ "}" }”.
theme-search-failed = The search could not fetch its register. Look in the index below.
theme-search-more = Show more results
theme-search-index = Everything on the site
