# Flöden: det som händer, för den som prenumererar
theme-feeds = Följ det som händer
feed-atom = Flöde (Atom)
feed-json = Flöde (JSON Feed)
feed-calendar = Kalender (ICS)
feed-title = Det som händer i { $plan }
feed-title-of = { $name } – { $plan }

feed-report = Lägesrapport
feed-report-title = { $name }, rapport för { $period }: { $state }
feed-report-by = Rapporterat av { $by } den { $date }.
feed-corrected = Rapporten rättades den { $date }: { $why }
feed-next-step = Nästa steg: { $text }
feed-obstacle = Hinder: { $text }
feed-question = Behöver beslut: { $text }
feed-state = Nytt läge
feed-state-title = { $name }: { $to } (var { $from })
feed-silent = Tyst
feed-moved = Flyttat slutdatum
feed-moved-title = { $name }: slutet är flyttat till { $to }
feed-moved-text = Slutet är flyttat från { $from } till { $to }.
feed-decision = Beslut
feed-decision-title = Beslut: { $name }
feed-decision-by = Beslutat av { $by }, { $date }.
feed-answer = Svar
feed-answer-title = Svar på ”{ $name }”
feed-answer-by = Läge: { $state }. Svarar: { $by }.
feed-review = Uppföljning
feed-review-title = Ledningens uppföljning av { $period }
feed-review-by = Uppföljning av { $by }, { $date }.
feed-review-answer = { $initiative }: { $answer }

# Kalendrar: det som ska hända
calendar-end = Slutdatum
calendar-end-title = Ska vara klart: { $name }
calendar-milestone = Milstolpe
calendar-milestone-title = Milstolpe: { $name }
calendar-of = { $what } ({ $name })
calendar-meeting = Möte
calendar-meeting-title = Möte: { $name }
calendar-reports = Lägesrapporter
calendar-reports-title = Sista dag för lägesrapporter: { $name }
calendar-review = Uppföljning
calendar-review-title = Ledningens uppföljning ska vara klar: { $name }
calendar-imprecise = Planen anger inte någon dag, bara { $date }.
