## Orden för den som leder: arbetslistor, forum, kedjan, pulsen och vad som har hänt.

# Adresser
route-decisions-needed = behover-beslut
route-obstacles = hinder
route-missing-reports = saknar-rapport
route-news = nytt

# Arbetslistor
decisions-needed-title = Behöver beslut
obstacles-title = Hinder
missing-reports-title = Saknar aktuell rapport
decisions-needed-lead = { $n ->
    [0] Inga beslut väntar. Ledningen har svarat på det den har fått frågor om.
    [one] En fråga väntar på beslut. { $overdue ->
        [0] Dess sista dag har inte passerat.
       *[other] Dess sista dag har passerat.
    }
   *[other] { $n_text } frågor väntar på beslut. { $overdue ->
        [0] Ingen av dem har passerat sin sista dag.
        [one] En av dem har passerat sin sista dag.
       *[other] { $overdue_text } av dem har passerat sin sista dag.
    }
}
obstacles-lead = { $n ->
    [0] Inga hinder är rapporterade.
    [one] Ett initiativ har rapporterat ett hinder.
   *[other] { $n_text } initiativ har rapporterat hinder.
}
missing-reports-lead = { $n ->
    [0] Ingen rapport är sen.
    [one] Ett av { $total_text } initiativ som ska rapportera saknar aktuell rapport.
   *[other] { $n_text } av { $total_text } initiativ som ska rapportera saknar aktuell rapport.
}
missing-report = { $n ->
    [one] Rapporten för { $period } saknas.
   *[other] { $n_text } rapporter saknas, från och med { $period }.
}
and-others = { $n ->
    [one] och ett till
   *[other] och { $n_text } till
}
work-decides = Avgörs av
work-before = Senast
work-since = I vägen sedan
work-due = Skulle ha kommit senast
in-reports = { $n ->
    [one] i en rapport
   *[other] i { $n_text } rapporter i rad
}
no-accountable = Utan ansvarig

# Forum
forum-word-active = Aktivt
forum-word-silent = Har tystnat
forum-word-unknown = Går inte att säga
forum-active = { $days ->
    [0] Forumet träffas i dag.
    [one] Forumet träffades i går.
   *[other] Forumet träffades för { $days_text } dagar sedan, som det ska.
}
forum-silent = { $days ->
    [one] Forumet ska träffas { $every } men träffades senast i går.
   *[other] Forumet ska träffas { $every } men har inte träffats på { $days_text } dagar.
}
forum-never-met = Inget möte är redovisat.
forum-no-rhythm = Det är inte sagt hur ofta forumet ska träffas.
agenda-title = Nästa dagordning
agenda-lead = { $n ->
    [0] Inget väntar på forumet. Allt i dess områden är rapporterat, beslutat och besvarat.
    [one] En fråga väntar på forumet. Den har räknats fram ur det som är rapporterat.
   *[other] { $n_text } frågor väntar på forumet, den mest brådskande först. De har räknats fram ur det som är rapporterat.
}
agenda-expected = Bör träffas senast
needs-decision = Behöver ett beslut
needs-information = Behöver en lägesrapport
needs-new-plan = Behöver en ny plan
needs-way = Behöver hjälp med ett hinder
needs-answer = Behöver ett svar
needs-report = Behöver en rapport som är sen
need-decision-overdue = { $days ->
    [one] Frågan ”{ $question }” skulle ha avgjorts i går.
   *[other] Frågan ”{ $question }” skulle ha avgjorts för { $days_text } dagar sedan.
}
need-decision-before = Frågan ”{ $question }” ska avgöras senast { $date }.
need-decision = Frågan ”{ $question }” väntar på svar.
need-delayed = { $days ->
    [one] Planen sprack i går.
   *[other] Planen sprack för { $days_text } dagar sedan.
}
need-blocked = { $n ->
    [one] Hinder, { $kind }: { $text }
   *[other] Hinder i { $n_text } rapporter i rad, { $kind }: { $text }
}
need-report-late = Den senaste rapporten är sen.

# Insikter
insight-word-answered = Besvarad
insight-word-open = Väntar på svar
insight-word-unanswered = Obesvarad
insight-answered = { $days ->
    [0] Svaret kom direkt.
    [one] Svaret kom efter en dag.
   *[other] Svaret kom efter { $days_text } dagar.
}
insight-answered-undated = Insikten är besvarad.
insight-open = { $days ->
    [0] Insikten är ny och väntar på svar.
    [one] Insikten har väntat på svar i en dag.
   *[other] Insikten har väntat på svar i { $days_text } dagar.
}
insight-unanswered = { $days ->
    [one] Insikten har varit utan svar i en dag.
   *[other] Insikten har varit utan svar i { $days_text } dagar.
}

# Länkar till arbetslistorna
decisions-needed-link = { $n ->
    [0] Inga frågor väntar på beslut
    [one] En fråga väntar på beslut
   *[other] { $n_text } frågor väntar på beslut
}
obstacles-link = { $n ->
    [0] Inga hinder är rapporterade
    [one] Ett initiativ har hinder
   *[other] { $n_text } initiativ har hinder
}
missing-reports-link = { $n ->
    [0] Ingen rapport saknas
    [one] Ett initiativ saknar aktuell rapport
   *[other] { $n_text } initiativ saknar aktuell rapport
}
forum-state = Läge

# Ansvarskedjan
chain-matrix = Ansvarskedjan för varje initiativ
link-direction = Beslut
link-owner = Ansvarig
link-mandate = Mandat
link-need = Behov
link-forum = Forum
link-activity = Aktivitet
link-follow-up = Uppföljning
strength-whole = Håller
strength-weak-link = Svag
strength-broken = Bruten
chain-sentence = { $n ->
    [0] Ingen av kedjans sju länkar håller
    [one] En av kedjans sju länkar håller
    [7] Alla sju länkar i kedjan håller
   *[other] { $n_text } av kedjans sju länkar håller
}{ $broken ->
    [0] .
    [one] , och en är bruten.
   *[other] , och { $broken_text } är brutna.
}
chains-sentence = { $total ->
    [one] { $n ->
        [0] Det enda initiativ som inte är avslutat har ingen kedja där alla länkar håller.
       *[other] Det enda initiativ som inte är avslutat har en kedja där alla länkar håller.
    }
   *[other] { $n ->
        [0] Inget av de { $total_text } initiativ som inte är avslutade har en kedja där alla länkar håller.
        [one] Ett av de { $total_text } initiativ som inte är avslutade har en kedja där alla länkar håller.
       *[other] { $n_text } av de { $total_text } initiativ som inte är avslutade har en kedja där alla länkar håller.
    }
}
link-decided = ”{ $decision }” ligger bakom initiativet.
link-goal-decided = Målet ”{ $goal }” är beslutat, men inte initiativet självt.
link-plan-decided = Planen är beslutad genom ”{ $decision }”, men varken initiativet eller dess mål.
link-no-decision = Inget beslut ligger bakom initiativet.
link-one-owner = { $role } är ensam ansvarig.
link-collective-owner = ”{ $role }” är en grupp. Det allas ansvar är blir lätt ingens.
link-no-owner = Ingen är utpekad som ansvarig.
link-owner-decides = { $role } är ansvarig och kan besluta.
link-sponsor-decides = { $role } är uppdragsgivare och kan besluta.
link-owner-proposes = { $role } kan föreslå men inte besluta, och uppdragsgivare saknas.
link-owner-cannot-decide = { $role } kan inte besluta, och uppdragsgivare saknas.
link-nobody-decides = Varken ansvarig eller uppdragsgivare är utpekad.
link-answers-insight = Initiativet svarar på ”{ $insight }”.
link-moves-outcome = Effekten ska synas i ”{ $indicator }”.
link-moves-no-outcome = Initiativet mäts med ”{ $indicator }”, som inte visar någon effekt.
link-goal-has-outcome = Målet mäts med ”{ $indicator }”, men initiativet nämner det inte.
link-no-need = Varken en insikt eller ett nyckeltal visar att initiativet behövs.
link-active-forum = { $forum } arbetar med initiativet.
link-silent-forum = { $forum } ska träffas { $every } men har inte gjort det på { $days ->
    [one] en dag
   *[other] { $days_text } dagar
}.
link-forum-never-met = { $forum } har inte redovisat något möte.
link-forum-without-rhythm = { $forum } har inte sagt hur ofta det ska träffas.
link-no-forum = Inget forum arbetar med initiativet.
link-under-way = ”{ $activity }” pågår.
link-done-as-planned = { $n ->
    [one] En av { $total_text } aktiviteter är klar, och ingen är försenad.
   *[other] { $n_text } av { $total_text } aktiviteter är klara, och ingen är försenad.
}
mend-decisions = Alla beslut
mend-facts = Fakta om initiativet
mend-insights = Alla insikter
mend-forums = Alla forum
mend-activities = Initiativets aktiviteter
mend-reports = Initiativets lägesrapporter
mend-reviews = Uppföljning
link-stalled = { $days ->
    [one] Inget pågår, och ”{ $activity }” skulle ha varit klar i går.
   *[other] Inget pågår, och ”{ $activity }” skulle ha varit klar för { $days_text } dagar sedan.
}
link-overdue = { $days ->
    [one] ”{ $activity }” är en dag försenad.
   *[other] ”{ $activity }” är { $days_text } dagar försenad.
}
link-nothing-started = Inget är påbörjat än.
link-activities-unknown = Det är inte sagt hur långt aktiviteterna har kommit.
link-no-activity = Inga aktiviteter är planerade.
link-followed-up = Initiativet är rapporterat, och ledningen har följt upp { $period }.
link-question-unanswered = Rapportens fråga fick inget svar i uppföljningen av { $period }.
link-not-covered = Uppföljningen av { $period } tog inte upp initiativet.
link-not-reviewed = Initiativet är rapporterat, men ledningen har inte följt upp { $period }.
link-nothing-to-review = Initiativet är rapporterat, men ingen period har följts upp än.
link-not-yet-due = Ingen rapport har behövts än.
link-never-reported = Initiativet har aldrig rapporterats.
link-not-reported = { $n ->
    [one] Den senaste rapporten har inte kommit in.
   *[other] De { $n_text } senaste rapporterna har inte kommit in.
}
gap-mandate = { $n ->
    [one] Rollen ansvarar för ett initiativ som den inte kan besluta om, och som saknar uppdragsgivare.
   *[other] Rollen ansvarar för { $n_text } initiativ som den inte kan besluta om, och som saknar uppdragsgivare.
}
gap-load = Rollen ansvarar för { $n_text } pågående initiativ. Fler än { $limit_text } är mycket för en roll.
goal-matrix = Antal initiativ per mål och enhet
matrix-none = –

# Pulsen
pulse-owner = Har en ansvarig
pulse-mandate = Kan besluta
pulse-reported = Har rapporterat
pulse-next-step = Vet nästa steg
pulse-under-way = Har något på gång
pulse-forums = Forum som träffas
pulse-insights = Besvarade insikter
pulse-decisions = Sena beslut
pulse-late = { $n ->
    [0] inga
   *[other] { $n_text }
}
pulse-period = Period
pulse-history = Pulsen vid varje avslutad period
pulse-sentence-empty = Planen har inga initiativ än, så det finns inget att följa.
pulse-sentence-ended = { $n ->
    [one] Planens enda initiativ är avslutat.
    [2] Båda initiativen i planen är avslutade.
   *[other] Alla { $n_text } initiativ i planen är avslutade.
}
pulse-sentence-early = Planen är ny, och ingen har behövt rapportera än.
pulse-sentence-all = { $total ->
    [one] Planen följs: det enda initiativ som skulle rapportera har gjort det.
    [2] Planen följs: båda initiativen som skulle rapportera har gjort det.
   *[other] Planen följs: alla { $total_text } initiativ som skulle rapportera har gjort det.
}
pulse-sentence-most = Planen följs till stor del: { $n ->
    [one] ett
   *[other] { $n_text }
} av { $total_text } initiativ som skulle rapportera har gjort det.
pulse-sentence-partly = Planen följs delvis: { $n ->
    [one] ett
   *[other] { $n_text }
} av { $total_text } initiativ som skulle rapportera har gjort det.
pulse-sentence-few = Planen följs dåligt: bara { $n ->
    [one] ett
   *[other] { $n_text }
} av { $total_text } initiativ som skulle rapportera har gjort det.
pulse-sentence-none = Planen är inte rapporterad: { $total ->
    [one] det enda initiativ som skulle rapportera har inte gjort det.
    [2] inget av de två initiativ som skulle rapportera har gjort det.
   *[other] inget av { $total_text } initiativ som skulle rapportera har gjort det.
}
pulse-sentence-track = { $ongoing ->
    [one] { $track ->
        [0] Det initiativ som pågår eller väntar går inte enligt plan.
       *[other] Det initiativ som pågår eller väntar går enligt plan.
    }
   *[other] { $track ->
        [0] Av de { $ongoing_text } som inte är avslutade går inget enligt plan.
        [one] Av de { $ongoing_text } som inte är avslutade går ett enligt plan.
       *[other] Av de { $ongoing_text } som inte är avslutade går { $track_text } enligt plan.
    }
}

# Vad som har hänt
news-title = Vad har hänt sedan sist?
news-between = Vad hände från { $from } till { $to }?
news-since = Sedan { $period }
news-count = { $n ->
    [0] ingen förändring
    [one] en förändring
   *[other] { $n_text } förändringar
}
theme-between-periods = Mellan två perioder
theme-until = Till och med
theme-other-periods = Jämför med en annan period
news-lead = Det som har blivit nytt, klart, bättre eller sämre, räknat från ledningens senaste uppföljning. Längre ner kan du jämföra avslutade perioder.
changes-lead = { $n ->
    [0] Inget i planen ändrades mellan { $from } och { $to }.
    [one] En sak ändrades mellan { $from } och { $to }.
   *[other] { $n_text } saker ändrades mellan { $from } och { $to }.
} { $reports ->
    [0] Inga rapporter kom in.
    [one] En rapport kom in.
   *[other] { $reports_text } rapporter kom in.
}
change-state = från { $from } till { $to }
change-moved = från { $from } till { $to }
change-silent-title = { $n ->
    [one] Ett initiativ har tystnat
   *[other] { $n_text } initiativ har tystnat
}
change-worse-title = { $n ->
    [one] Ett initiativ går sämre
   *[other] { $n_text } initiativ går sämre
}
change-moved-title = { $n ->
    [one] Ett slutdatum har flyttats
   *[other] { $n_text } slutdatum har flyttats
}
change-paused-title = { $n ->
    [one] Ett initiativ har pausats
   *[other] { $n_text } initiativ har pausats
}
change-better-title = { $n ->
    [one] Ett initiativ går bättre
   *[other] { $n_text } initiativ går bättre
}
change-closed-title = { $n ->
    [one] Ett initiativ har avslutats
   *[other] { $n_text } initiativ har avslutats
}
change-resumed-title = { $n ->
    [one] Ett initiativ har återupptagits
   *[other] { $n_text } initiativ har återupptagits
}
change-new-title = { $n ->
    [one] Ett nytt initiativ
   *[other] { $n_text } nya initiativ
}
change-answered-title = { $n ->
    [one] En insikt har fått svar
   *[other] { $n_text } insikter har fått svar
}
change-insights-title = { $n ->
    [one] En ny insikt
   *[other] { $n_text } nya insikter
}
change-decided-title = { $n ->
    [one] Ett nytt beslut
   *[other] { $n_text } nya beslut
}

# Det inbyggda temat
theme-pulse = Pulsen: följs planen?
theme-since = Det här har hänt sedan sist
theme-changes = Det här hände
theme-chain = Ansvarskedjan
theme-link = Länk
theme-holds = Håller
theme-initiative = Initiativ
theme-goal = Mål
theme-goals-units = Mål och enheter
theme-stood = Så stod planen den
theme-good-news = Inget att göra här just nu
theme-from-period = Från
theme-to-period = Till
theme-gaps = Det här brister

# Så räknar vi, fortsättning
rule-f8 = Insikter
    .text =
    En insikt är besvarad när någon har tagit upp den, avböjt den eller åtgärdat den, eller när ett forum arbetar med den. Att den är mottagen räknas inte som svar. Efter { $insight ->
        [one] en dag
       *[other] { $insight_text } dagar
    } utan svar är den obesvarad.

    Är det färre än fem som har hört av sig visar vi aldrig antalet.
rule-f9 = Forum, dagordningar och arbetslistor
    .text =
    Ett forum är aktivt när det har träffats inom { $rhythmfactor } gånger sitt eget intervall. Annars har det tystnat.

    Forumets nästa dagordning räknas fram ur dess områden: först beslut som är sena, sedan initiativ som har tystnat, planer som har spruckit, hinder, obesvarade insikter, sena rapporter och till sist beslut som ännu hinner fattas.

    Ledningens arbetslistor ser på den senaste rapporten för varje pågående initiativ. En fråga väntar på beslut tills en uppföljning eller ett senare beslut svarar på den.

    Det en roll har att göra är rapporter som saknas om det den ansvarar för, frågor som väntar på dess beslut, insikter som ingen har svarat på och nyckeltal vars värden har blivit för gamla.
rule-f10 = Ansvarskedjan
    .text =
    Varje pågående initiativ har sju länkar. Beslut: ett beslut ligger bakom det. Ansvarig: en enda roll svarar för det. Mandat: den ansvariga, eller en uppdragsgivare, kan besluta. Behov: det svarar på en insikt eller på ett nyckeltal som visar effekt. Forum: ett aktivt forum arbetar med det. Aktivitet: något pågår eller är klart som planerat. Uppföljning: det är rapporterat, och ledningens senaste uppföljning tar upp det och svarar på dess fråga.

    En länk håller, är svag eller är bruten, och sidan säger varför. En kedja håller när alla sju länkar gör det.
rule-f11 = Pulsen
    .text =
    Pulsen räknar hur många som har en ansvarig, kan besluta, har rapporterat, vet nästa steg och har något på gång, hur många forum som träffas, hur många insikter som är besvarade och hur många beslut som är sena.

    Nästa steg räknas bland dem som har rapporterat eller borde ha gjort det. Pausade och inte påbörjade initiativ räknas inte när vi frågar om något är på gång, och även en försenad aktivitet kan vara på gång.

    För varje avslutad period visar vi pulsen som den var den dag rapporterna skulle vara inne. Det som har kommit in senare ändrar den inte.

    Startsidans första mening säger att planen följs när alla som skulle rapportera har gjort det. Har minst { $mostly_text } procent gjort det följs planen till stor del, och har minst { $half_text } procent gjort det följs den delvis. Ett mått som gäller färre än { $half_text } procent är markerat som brutet.
rule-f12 = Vad som har hänt
    .text =
    Vi jämför läget två dagar. Bättre är ett initiativ när läget har kommit närmare ”enligt plan” och sämre när det har kommit längre ifrån. Att pausa är varken bättre eller sämre. Ett initiativ är nytt när dess start har kommit däremellan.
limit-assessment = Bedömningen av ett mål kan vara inaktuell efter
limit-insight = En insikt är obesvarad efter
limit-forum = Ett forum är aktivt inom så många gånger sitt intervall
limit-pulse-mostly = Andel rapporter som gör att planen följs till stor del
limit-pulse-partly = Andel rapporter som gör att planen följs delvis
limit-role = Pågående initiativ som är mycket för en roll, fler än
answered-on = besvarad { $date }
period-besides = { $n ->
    [one] Dessutom har ett initiativ rapporterat som inte behövde göra det.
   *[other] Dessutom har { $n_text } initiativ rapporterat som inte behövde göra det.
}
news-all = Allt som har hänt
theme-late = Kom in efter sista dagen
pulse-all = alla
pulse-at-least = { $limit ->
    [50] minst hälften, men inte alla
   *[other] minst { $limit_text } procent, men inte alla
}
pulse-less-than = { $limit ->
    [50] färre än hälften
   *[other] färre än { $limit_text } procent
}
pulse-none-late = inga är sena
pulse-some-late = det finns sena beslut

# Det som en roll har att göra
theme-duties = Att göra
duty-report = { $n ->
    [one] Lägesrapport för { $period }: { $what }
   *[other] { $n_text } lägesrapporter, från och med { $period }: { $what }
}
duty-decision = Besked till { $what }: { $text }
duty-answer = Svar på insikten: { $what }
duty-data = Nya värden för { $what }
