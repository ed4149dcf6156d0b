# Feeds: what happens, for those who subscribe
theme-feeds = Follow what happens
feed-atom = Feed (Atom)
feed-json = Feed (JSON Feed)
feed-calendar = Calendar (ICS)
feed-title = What happens in { $plan }
feed-title-of = { $name } – { $plan }

feed-report = Status report
feed-report-title = { $name }, report for { $period }: { $state }
feed-report-by = Reported by { $by } on { $date }.
feed-corrected = The report was corrected on { $date }: { $why }
feed-next-step = Next step: { $text }
feed-obstacle = Obstacle: { $text }
feed-question = Needs a decision: { $text }
feed-state = New state
feed-state-title = { $name }: { $to } (was { $from })
feed-silent = Silent
feed-moved = Moved deadline
feed-moved-title = { $name }: the end has been moved to { $to }
feed-moved-text = The end has been moved from { $from } to { $to }.
feed-decision = Decision
feed-decision-title = Decision: { $name }
feed-decision-by = Decided by { $by }, { $date }.
feed-answer = Answer
feed-answer-title = Answer to “{ $name }”
feed-answer-by = State: { $state }. Answers: { $by }.
feed-review = Review
feed-review-title = The leadership's review of { $period }
feed-review-by = Review by { $by }, { $date }.
feed-review-answer = { $initiative }: { $answer }

# Calendars: what is to happen
calendar-end = Deadline
calendar-end-title = Is to be done: { $name }
calendar-milestone = Milestone
calendar-milestone-title = Milestone: { $name }
calendar-of = { $what } ({ $name })
calendar-meeting = Meeting
calendar-meeting-title = Meeting: { $name }
calendar-reports = Status reports
calendar-reports-title = Last day for status reports: { $name }
calendar-review = Review
calendar-review-title = The leadership's review is to be done: { $name }
calendar-imprecise = The plan names no day, only { $date }.
