## Charts: what is to be seen in them

theme-figure-table = Visa värdena i en tabell
theme-figures = Nyckeltalen över tid
chart-nothing = Här finns inget att visa ännu.
chart-dated = { $text } ({ $date })
chart-target = Mål { $year }: { $aim }
chart-target-word = mål
chart-start-word = utgångsläge
chart-path-column = Vägen mot målet
chart-break = Nytt sätt att mäta
chart-not-from-zero = axeln börjar på { $from }
chart-line-none = Det finns inga mätvärden ännu.
chart-line =
    { $way ->
        [up] Värdet ökade från { $from } till { $to }
        [down] Värdet minskade från { $from } till { $to }
        [level] Värdet var lika högt, { $to }, som vid starten, { $from }
       *[one] Det enda mätvärdet är { $to }
    }{ $aim ->
        [met] { " " }och når målet { $target }.
        [in-phase] { " " }och är i fas med målet { $target }.
        [behind] { " " }men ligger efter vägen mot målet { $target }.
        [wrong-way] . Det är åt fel håll: målet är { $target }.
        [inside] { " " }och ligger inom målet { $target }.
        [outside] { " " }men ligger utanför målet { $target }.
       *[none] .
    }
chart-line-description =
    { $n ->
        [0] Inga mätvärden.
        [one] Ett mätvärde: { $highest }.
       *[other] { $n_text } mätvärden. Lägst: { $lowest }. Högst: { $highest }.
    }
chart-line-target = Mål: { $target }.
chart-line-others = Jämförs med { $names }.
