## Charts: bars and matrices

# Vad staplarna räknar
chart-initiatives = { $n ->
    [one] Ett initiativ
   *[other] { $n_text } initiativ
}
chart-reports = { $n ->
    [one] En rapport
   *[other] { $n_text } rapporter
}
chart-bars-description = { $n ->
    [one] En stapel: { $list }.
   *[other] { $n_text } staplar: { $list }.
}
chart-bars-more = { $list } och { $n_text } till
chart-bar = { $name }: { $value }
chart-column-state = Läge
chart-column-assessment = Bedömning
chart-column-count = Antal

# Lägen
chart-states-title = Initiativen efter läge
chart-states-none = Inget av de { $total_text } initiativen är försenat, avviker från planen, riskerar att avvika eller saknar aktuell information.
chart-states-one = Ett av { $total_text } initiativ behöver uppmärksamhet. Dess läge är: { $state }.
chart-states-same = { $n_text } av { $total_text } initiativ behöver uppmärksamhet, { $n ->
    [2] båda
   *[other] alla
} med läget ”{ $state }”.
chart-states-several = { $n_text } av { $total_text } initiativ behöver uppmärksamhet: { $parts }.
chart-states-every = { $total ->
    [2] Båda initiativen
   *[other] Alla { $total_text } initiativ
} behöver uppmärksamhet: { $parts }.
chart-assessments-title = Rapporterna efter bedömning

# Hinder
chart-obstacles-title = Hindren efter slag
chart-obstacles-unit = Antal initiativ med hindret
chart-obstacles-kind = Slags hinder
chart-obstacles-oldest-column = Äldst, antal dagar
chart-obstacles = { $shape ->
    [only] { $total ->
        [2] Båda hindren
       *[other] Alla { $total_text } hinder
    } är av samma slag: { $names }.
    [equal] De { $total_text } hindren är jämnt fördelade, { $n_text } av varje slag: { $names }.
    [tie] De vanligaste hindren är { $names }, med { $n_text } vardera av { $total_text }.
   *[top] Det vanligaste hindret är { $names }, med { $n_text } av { $total_text }.
} { $days ->
    [0] { $total ->
        [2] Båda
       *[other] Alla
    } är rapporterade i dag.
    [one] Det äldsta rapporterades första gången i går.
   *[other] Det äldsta rapporterades första gången för { $days_text } dagar sedan.
}
chart-obstacles-note = { $n ->
    [one] { $days ->
        [0] rapporterat i dag
        [one] rapporterat i går
       *[other] rapporterat för { $days_text } dagar sedan
    }
   *[other] { $days ->
        [0] { $n ->
            [2] båda
           *[other] alla
        } rapporterade i dag
        [one] det äldsta rapporterat i går
       *[other] det äldsta rapporterat för { $days_text } dagar sedan
    }
}

# Frågor som väntar på beslut
chart-decisions-title = Frågor som väntar på beslut, efter roll
chart-decisions-unit = Antal frågor som väntar
chart-decisions = { $shape ->
    [only] { $total ->
        [2] Båda frågorna
       *[other] Alla { $total_text } frågor
    } väntar på samma roll: { $names }.
    [equal] De { $total_text } frågorna är jämnt fördelade, { $n_text } var: { $names }.
    [tie] Flest frågor, { $n_text } vardera av { $total_text }, väntar på { $names }.
   *[top] Flest frågor väntar på { $names }: { $n_text } av { $total_text }.
} { $overdue ->
    [0] Ingen av de { $total_text } frågorna har passerat sin sista dag.
    [one] En av de { $total_text } frågorna har passerat sin sista dag.
   *[other] { $overdue_text } av de { $total_text } frågorna har passerat sin sista dag.
}
chart-decisions-overdue = har passerat sin dag
chart-decisions-waiting = inom tid
chart-decisions-overdue-column = Har passerat sin dag
chart-decisions-waiting-column = Inom tid

# Rapporter som saknas
chart-missing-title = Initiativ som saknar aktuell rapport, efter ansvarig
chart-missing-unit = Antal initiativ som saknar aktuell rapport
chart-missing-oldest-column = Äldst, antal dagar sen
chart-missing = { $shape ->
    [only] { $total ->
        [2] Båda initiativen
       *[other] Alla { $total_text } initiativ
    } som saknar aktuell rapport finns här: { $names }.
    [equal] De { $total_text } initiativ som saknar aktuell rapport är jämnt fördelade, { $n_text } var: { $names }.
    [tie] Flest initiativ som saknar aktuell rapport, { $n_text } vardera av { $total_text }, finns här: { $names }.
   *[top] Flest initiativ som saknar aktuell rapport finns här: { $names }, { $n_text } av { $total_text }.
} { $days ->
    [one] Den rapport som är mest sen skulle ha kommit i går.
   *[other] Den rapport som är mest sen skulle ha kommit för { $days_text } dagar sedan.
}
chart-missing-note = { $n ->
    [one] { $days ->
        [one] en dag sen
       *[other] { $days_text } dagar sen
    }
   *[other] { $days ->
        [one] som mest en dag sen
       *[other] som mest { $days_text } dagar sen
    }
}

# Insikter
chart-themes-title = Insikterna efter tema
chart-themes-none = Utan tema
chart-insights-unit = Antal insikter
chart-insights-periods-title = Insikterna efter period
chart-themes = { $shape ->
    [only] { $total ->
        [2] Båda insikterna
       *[other] Alla { $total_text } insikter
    } har samma tema: { $names }.
    [equal] De { $total_text } insikterna är jämnt fördelade, { $n_text } för varje tema: { $names }.
    [tie] De vanligaste temana är { $names }, med { $n_text } vardera av { $total_text } insikter.
   *[top] Det vanligaste temat är { $names }, med { $n_text } av { $total_text } insikter.
} { $unanswered ->
    [0] Ingen insikt är obesvarad.
    [one] En av { $total_text } är obesvarad.
   *[other] { $unanswered_text } av { $total_text } är obesvarade.
}
chart-insights-periods = { $shape ->
    [only] { $total ->
        [2] Båda insikterna
       *[other] Alla { $total_text } insikter
    } är från samma period: { $names }.
    [equal] De { $total_text } insikterna är jämnt fördelade, { $n_text } från varje period: { $names }.
    [tie] Flest insikter är från { $names }, med { $n_text } vardera av { $total_text }.
   *[top] Flest insikter är från { $names }: { $n_text } av { $total_text }.
}
chart-insight-answered = { $n ->
    [one] besvarad
   *[other] besvarade
}
chart-insight-open = { $n ->
    [one] väntar på svar
   *[other] väntar på svar
}
chart-insight-unanswered = { $n ->
    [one] obesvarad
   *[other] obesvarade
}
chart-ages-title = Hur länge insikterna har väntat på svar
chart-ages-unit = Antal insikter utan svar
chart-ages-axis = dagar utan svar
chart-ages-column = Dagar utan svar
chart-ages-over = över { $days_text }
chart-ages-limit = { $n ->
    [one] Efter en dag räknas insikten som obesvarad
   *[other] Efter { $n_text } dagar räknas insikten som obesvarad
}
chart-ages = { $share ->
    [none] Ingen av { $total_text } insikter utan svar har väntat så länge att den räknas som obesvarad.
    [all] { $total ->
        [2] Båda insikterna
       *[other] Alla { $total_text } insikter
    } utan svar har väntat så länge att de räknas som obesvarade.
   *[some] { $n ->
        [one] En av { $total_text } insikter utan svar har väntat så länge att den räknas som obesvarad.
       *[other] { $n_text } av { $total_text } insikter utan svar har väntat så länge att de räknas som obesvarade.
    }
} { $days ->
    [0] { $total ->
        [one] Den är ny i dag.
        [2] Båda är nya i dag.
       *[other] Alla är nya i dag.
    }
    [one] Den äldsta har väntat i en dag.
   *[other] Den äldsta har väntat i { $days_text } dagar.
}

# Matriser
chart-matrix-description = { $rows ->
    [one] En rad
   *[other] { $rows_text } rader
} och { $columns ->
    [one] en kolumn
   *[other] { $columns_text } kolumner
}: { $heads }.
chart-chains-title = Ansvarskedjans länkar för varje initiativ
chart-chains = { $shape ->
    [none] { $total ->
        [one] Ingen länk är bruten i kedjan.
       *[other] Ingen länk är bruten i någon av de { $total_text } kedjorna.
    }
    [single] Det här är brutet i kedjan: { $names }.
    [equal] Alla länkar är brutna lika ofta: i { $n_text } av { $total_text } kedjor var.
    [tie] De länkar som oftast är brutna är { $names }, i { $n_text } av { $total_text } kedjor var.
   *[top] Den länk som oftast är bruten är { $names }: i { $n_text } av { $total_text } kedjor.
}
chart-goals-units-title = Hur många initiativ varje enhet svarar för inom varje mål
chart-goals-units = { $share ->
    [none] { $total ->
        [one] Målet har minst ett initiativ som en enhet svarar för.
       *[other] Vart och ett av de { $total_text } målen har minst ett initiativ som en enhet svarar för.
    }
    [all] { $total ->
        [one] Målet har inget initiativ som någon enhet svarar för.
       *[other] Inget av de { $total_text } målen har något initiativ som en enhet svarar för.
    }
   *[some] { $n ->
        [one] Ett av { $total_text } mål har inget initiativ som någon enhet svarar för.
       *[other] { $n_text } av { $total_text } mål har inget initiativ som någon enhet svarar för.
    }
}
chart-unit-goals = { $share ->
    [all] { $total ->
        [one] Enhetens initiativ gäller planens enda mål.
        [2] Enhetens initiativ gäller planens båda mål.
       *[other] Enhetens initiativ gäller alla planens { $total_text } mål.
    }
   *[some] { $n ->
        [one] Enhetens initiativ gäller ett av planens { $total_text } mål.
       *[other] Enhetens initiativ gäller { $n_text } av planens { $total_text } mål.
    }
}
theme-chain-table = Visa kedjorna i en tabell, med länkar till varför en länk inte håller
theme-goal-table = Visa antalen i en tabell
theme-unit-goals = Mål som enheten arbetar mot
