## Diagram över tid: tidslinjer, remsor och hur många som rapporterar

route-timeline = tidslinje
timeline-title = Tidslinje
timeline-see = Se alla initiativ på en tidslinje
timeline-today = Läget { $date }
part-tertial = T{ $n_text }
part-quarter = K{ $n_text }
part-half-year = H{ $n_text }

# Tidslinjen
timeline-none = Det finns inga initiativ än.
timeline-passed =
    { $way ->
        [ended] { $total ->
            [one] Initiativet är avslutat.
            [2] Båda initiativen är avslutade.
           *[other] Alla { $total_text } initiativ är avslutade.
        }
        [none] { $total ->
            [one] Ett initiativ är inte avslutat, och det har inte passerat något slutdatum.
            [2] Inget av de två initiativ som inte är avslutade har passerat sitt slutdatum.
           *[other] Inget av de { $total_text } initiativ som inte är avslutade har passerat sitt slutdatum.
        }
        [all] { $total ->
            [one] Ett initiativ är inte avslutat, och det har passerat sitt slutdatum.
            [2] Båda initiativen som inte är avslutade har passerat sitt slutdatum.
           *[other] Alla { $total_text } initiativ som inte är avslutade har passerat sitt slutdatum.
        }
       *[some] { $n ->
            [one] Ett av de { $total_text } initiativ som inte är avslutade har passerat sitt slutdatum.
           *[other] { $n_text } av de { $total_text } initiativ som inte är avslutade har passerat sitt slutdatum.
        }
    }
timeline-moved =
    { $way ->
        [all] { $total ->
            [one] Slutdatumet är flyttat.
            [2] Slutdatumet är flyttat för båda.
           *[other] Slutdatumet är flyttat för alla { $total_text }.
        }
       *[some] { $n ->
            [one] Slutdatumet är flyttat för ett av { $total_text } initiativ.
           *[other] Slutdatumet är flyttat för { $n_text } av { $total_text } initiativ.
        }
    }
timeline-endless =
    { $n ->
        [one] Ett saknar slutdatum.
       *[other] { $n_text } saknar slutdatum.
    }
timeline-description =
    { $n ->
        [one] En stapel från initiativets start till dess slutdatum.
       *[other] En stapel för varje initiativ, { $n_text } i allt, från start till slutdatum. Det som har det sämsta läget står överst.
    }
timeline-line-end = slut { $date }
timeline-line-open = pågår löpande
timeline-line-no-end = slutdatum saknas
timeline-line-no-start = startdatum saknas
timeline-line-moved =
    { $n ->
        [one] flyttat en gång
       *[other] flyttat { $n_text } gånger
    }
timeline-no-dates = Start- och slutdatum saknas
timeline-table = Initiativen och deras milstolpar
timeline-what = Initiativ och milstolpar
timeline-state = Läge
timeline-former = Tidigare slutdatum
theme-timeline-order = Varje initiativ står under det första mål som det bidrar till. Det sämsta läget står överst.

# Vad tecknen betyder
timeline-sign-reached = milstolpe som är nådd
timeline-sign-ahead = milstolpe som återstår
timeline-sign-done = blev klart
timeline-sign-due = ska vara klart
timeline-sign-late = försening
timeline-sign-moved = flyttat slutdatum
timeline-sign-unknown = uppgift saknas
timeline-sign-open = inget slutdatum, pågår löpande

# Ett initiativs aktiviteter
timeline-whole = Hela initiativet
activity-timeline = Aktiviteterna på en tidslinje
activity-timeline-description =
    { $n ->
        [one] Överst initiativet från start till slutdatum, därunder dess aktivitet.
       *[other] Överst initiativet från start till slutdatum, därunder dess { $n_text } aktiviteter.
    }
activity-line-done = { $state } { $date }
activity-line-due = { $state }, klart senast { $date }
activity-no-date = Datum saknas
activity-timeline-ended = Inga aktiviteter återstår.
activity-timeline-unknown = Det saknas uppgift om hur långt de aktiviteter som återstår har kommit.
activity-timeline-caption =
    { $way ->
        [none] { $open ->
            [one] Den aktivitet som återstår är inte försenad.
           *[other] Ingen av de { $open_text } aktiviteter som återstår är försenad.
        }
        [all] { $open ->
            [one] Den aktivitet som återstår är försenad med { $days }.
            [2] Båda aktiviteterna som återstår är försenade, som längst { $days }.
           *[other] Alla { $open_text } aktiviteter som återstår är försenade, som längst { $days }.
        }
       *[some] { $n ->
            [one] En av de { $open_text } aktiviteter som återstår är försenad, med { $days }.
           *[other] { $n_text } av de { $open_text } aktiviteter som återstår är försenade, som längst { $days }.
        }
    }
activity-timeline-next = Närmast på tur är det som ska vara klart senast { $date }.

# Bedömningar period för period
strip-title = Rapporternas bedömning period för period
strip-table = Rapporternas bedömning
strip-description =
    { $n ->
        [one] En ruta för den enda perioden.
       *[other] En ruta för varje period, { $n_text } i allt, den äldsta först.
    }
strip-missing = Rapport saknas
strip-period = Period
strip-assessment = Bedömning
strip-date = Rapporterat
strip-reports =
    { $way ->
        [none] { $total ->
            [one] Rapport saknas för den enda period som har gått.
            [2] Rapport saknas för båda perioderna.
           *[other] Rapport saknas för alla { $total_text } perioder.
        }
        [all] { $total ->
            [one] Rapport finns för den enda period som gäller.
            [2] Rapport finns för båda perioderna.
           *[other] Rapport finns för alla { $total_text } perioder.
        }
       *[some] { $n ->
            [one] Rapport finns för en av { $total_text } perioder.
           *[other] Rapport finns för { $n_text } av { $total_text } perioder.
        }
    }
strip-latest-reports =
    { $way ->
        [none] Rapport saknas för alla de { $total_text } senaste perioderna.
        [all] Rapport finns för alla de { $total_text } senaste perioderna.
       *[some] { $n ->
            [one] Rapport finns för en av de { $total_text } senaste perioderna.
           *[other] Rapport finns för { $n_text } av de { $total_text } senaste perioderna.
        }
    }
strip-only = Den för { $period } bedömer läget som ”{ $state }”.
strip-same = De { $n_text } senaste, till och med { $period }, bedömer läget som ”{ $state }”.
strip-changed = Bedömningen gick från ”{ $from }” till ”{ $to }” i den senaste, för { $period }.

# Hur många som rapporterar i tid
rate-title = Rapporter som kom i tid
rate-description =
    { $n ->
        [one] En stapel för den enda perioden, från noll till alla.
       *[other] En stapel för varje period, { $n_text } i allt, från noll till alla. Den äldsta står först.
    }
rate-percent = { $n } %
rate-reported = Rapporter i tid
rate-share = Andel
rate-nothing = Inga rapporter skulle lämnas
rate-nothing-short = inga
rate-none-owed = För { $period } skulle inga rapporter lämnas.
rate-caption =
    { $way ->
        [open] { $n ->
            [0] { $total ->
                [one] Den enda rapporten för { $period } har inte kommit in än.
               *[other] Ingen av { $total_text } rapporter för { $period } har kommit in än.
            }
            [one] { $total ->
                [one] Den enda rapporten för { $period } har kommit in.
               *[other] En av { $total_text } rapporter för { $period } har kommit in hittills.
            }
           *[other] { $n_text } av { $total_text } rapporter för { $period } har kommit in hittills.
        }
        [none] { $total ->
            [one] Den enda rapporten för { $period } kom inte in i tid.
           *[other] Ingen av { $total_text } rapporter för { $period } kom in i tid.
        }
        [all] { $total ->
            [one] Den enda rapporten för { $period } kom in i tid.
            [2] Båda rapporterna för { $period } kom in i tid.
           *[other] Alla { $total_text } rapporter för { $period } kom in i tid.
        }
       *[some] { $n ->
            [one] En av { $total_text } rapporter för { $period } kom in i tid.
           *[other] { $n_text } av { $total_text } rapporter för { $period } kom in i tid.
        }
    }
rate-compared =
    { $way ->
        [more] Det är en större andel än för { $period }, då det var { $n_text } av { $total_text }.
        [less] Det är en mindre andel än för { $period }, då det var { $n_text } av { $total_text }.
       *[same] Det är samma andel som för { $period }, då det var { $n_text } av { $total_text }.
    }

# Hur ofta ett forum möts
rhythm-title = Mötena och forumets egen rytm
rhythm-description =
    { $n ->
        [one] En prick för det enda mötet.
       *[other] En prick för varje möte, { $n_text } i allt, på en tidslinje.
    }
rhythm-met =
    { $n ->
        [one] Ett möte visas, det den { $date }.
       *[other] { $n_text } möten sedan { $date }.
    }
rhythm-every = Forumet ska mötas { $every }.
rhythm-longest =
    { $way ->
        [one] Det har gått { $days } sedan dess.
        [since] Sedan det senaste har det gått { $days }, längre än mellan några andra.
       *[between] Som längst har det gått { $days } mellan två möten.
    }
rhythm-since =
    { $n ->
        [0] senaste mötet samma dag
        [one] en dag sedan senaste mötet
       *[other] { $n_text } dagar sedan senaste mötet
    }
rhythm-sign-meeting = möte
rhythm-sign-expected = väntat senast, räknat från mötet före
rhythm-next = Nästa möte
rhythm-meeting = Möte
rhythm-expected = Väntat senast
rhythm-gap = Dagar sedan mötet före
