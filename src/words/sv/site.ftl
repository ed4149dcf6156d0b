## Sidornas ord. Varje nyckel finns i alla språk. `$n` väljer form, `$n_text` är talet utskrivet.

language-name = Svenska

# Adresser. Den som ändrar dem flyttar sidor.
route-goals = mal
route-areas = omrade
route-initiatives = initiativ
route-indicators = nyckeltal
route-periods = uppfoljning
route-roles = ansvar
route-units = enhet
route-forums = forum
route-insights = insikter
route-decisions = beslut
route-calculation = sa-raknar-vi
route-quality = kvalitet

# Rubriker och etiketter
nav-start = Läget
goals = Mål

## Words of the default theme
theme-skip = Hoppa till innehållet
theme-navigation = Huvudmeny
theme-breadcrumbs = Du är här
theme-languages = Språk
theme-about-site = Om webbplatsen
theme-react-heading = Hör av dig om den här sidan
theme-react = Stämmer något inte, eller undrar du över något? Skriv till oss.
theme-publisher = Publiceras av
theme-date = Publicerad, med läget den
theme-licence = Licens för uppgifterna
theme-made-with = Gjord med
theme-missing = Uppgift saknas
theme-facts = Fakta
theme-state = Läge
theme-states = Läget för initiativen
theme-count = Antal
theme-reporting = Rapportering
theme-attention = Det här behöver uppmärksamhet
theme-latest-reports = Senaste lägesrapporter
theme-initiatives = Initiativ
theme-all-initiatives = Alla initiativ
theme-no-initiatives = Initiativ saknas
theme-no-goals = Mål saknas
theme-goals-without-area = Mål utan område
theme-subgoals = Delmål
theme-delivery = Leverans
theme-delivery-question = Gör vi det vi har sagt?
theme-outcome = Resultat
theme-outcome-question = Blir det bättre?
theme-assessment = Bedömning
theme-assessment-question = Når vi målet?
theme-not-assessed = Ännu inte bedömt
theme-accountable = Ansvarig
theme-deadline = Klart senast
theme-reported = Senast rapporterat
theme-serves = Bidrar till
theme-indicators = Nyckeltal
theme-no-indicators = Nyckeltal saknas
theme-latest = Senaste värde
theme-target = Målvärde
theme-trend = Utveckling
theme-observations = Mätvärden
theme-no-observations = Mätvärden saknas
theme-method = Så mäter vi
theme-tells-about = Mål som nyckeltalet mäter
theme-moved-by = Initiativ som ska påverka nyckeltalet
theme-next-step = Nästa steg
theme-obstacle = Hinder
theme-decision-needed = Behöver beslut
theme-answered-by = Avgörs av
theme-answered-before = senast
theme-no-progress = Inget nytt har hänt sedan förra rapporten.
theme-forecast = Väntas bli klart
theme-evidence = Underlag
theme-moves = Flyttade slutdatum
theme-reports = Lägesrapporter
theme-no-reports = Ingen lägesrapport finns än
theme-answers-to = Insikter som initiativet svarar på
theme-periods = Rapportperioder
theme-previous = Föregående period:
theme-next = Nästa period:
theme-due = Rapporterna lämnas senast
theme-assessments = Så bedöms initiativen
theme-lacking = Rapport saknas
theme-review = Uppföljning
theme-answer = Svar
theme-roles = Roller
theme-units = Nämnder, förvaltningar och andra enheter
theme-answers-for = Ansvarig för
theme-sponsors = Uppdragsgivare för
theme-waits-for-role = Frågor som väntar på beslut
theme-asked-by-decisions = Uppdrag i beslut
theme-forums = Forum
theme-purpose = Syfte
theme-meetings = Möten
theme-no-meetings = Inga möten är redovisade
theme-took-up = Tog upp
theme-decided = Kom fram till
theme-minutes = Anteckningar
theme-minutes-from = Anteckningar från mötet den
theme-insights = Insikter
theme-response = Vårt svar
theme-no-response = Inget svar än
theme-answered-by-initiatives = Initiativ som svarar på insikten
theme-decisions = Beslut
theme-asks-for = Uppdrag i beslutet
theme-affects = Beslutet berör
theme-about-goal = Om målet
theme-about-area = Om området
theme-about-initiative = Om initiativet
theme-about-indicator = Om nyckeltalet
theme-about-forum = Om forumet
theme-about-insight = Om insikten
theme-about-decision = Om beslutet
theme-meanings = Vad lägena betyder
theme-rules = Reglerna
theme-limits = Gränserna
theme-recompute = Räkna själv
theme-recompute-text = Allt som reglerna ser på och allt de kommer fram till finns som data. Med hjälp av reglerna ovan kan vem som helst räkna om varje siffra på webbplatsen.
calculation-data = Alla värden och deras underlag (JSON)
calculation-schema = Beskrivning av datan (JSON Schema)
open-plan = Hela planen (JSON)
open-schema = Beskrivning av hela planens data (JSON Schema)
open-workbook = Hela planen som arbetsbok (XLSX)
open-csvw = Beskrivning av tabellerna i CSV (CSV on the Web)
open-package = Beskrivning av tabellerna i CSV (Data Package)
open-series = Värdena som data
theme-no-page = Den kan ha flyttats, eller så blev adressen fel.
theme-instead = Leta vidare här
initiatives = Initiativ
initiatives-all = Alla initiativ
indicators = Nyckeltal
periods-title = Uppföljning
roles-title = Ansvar
forums = Forum
insights = Insikter
decisions = Beslut
calculation-title = Så räknar vi
quality-title = Planens kvalitet
not-found-title = Sidan finns inte

not-yet = –
moved-title = ”{ $title }” har flyttat
moved-description = Sidan har flyttat till ”{ $title }”.
moved-lead = Sidan finns nu här:
removed-title = ”{ $title }” har tagits bort
removed-description = ”{ $title }” finns inte längre i planen. Här står när och varför.
removed-lead = Sidan togs bort
removed-instead = Läs i stället:
missing = Uppgift saknas
never-reported = Har aldrig rapporterats
accountable = Ansvarig
sponsor = Uppdragsgivare
contributors = Medverkar
area = Område
areas = Områden
forum = Forum
goal-target = Ska vara nått
goal-parent = Överordnat mål
goal-replaced-by = Ersatt av
assessment-missing = Ingen bedömning är gjord
decision = Beslut
phase = Fas
start = Start
deadline = Slut
deadline-moved = { $n ->
    [one] flyttat en gång
   *[other] flyttat { $n_text } gånger
}
forecast = Prognos för slut
budget = Budget
budget-year = { $amount } ({ $year })
budget-spent = { $amount } förbrukat
benefit = Nytta
by-date = senast { $date }
depends-on = Väntar på
waited-for-by = Andra som väntar på det här
merged-into = Har gått upp i
merged-here = Har tagit över
tags = Etiketter
currency-sek = kr
milestone = milstolpe
activities = Aktiviteter
activity = Aktivitet
activity-state = Läge
activity-due = Klart senast
activity-done-on = Blev klart
activity-overdue = Försenad
moves = Flyttade slutdatum
moves-date = Flyttat
moves-from = Från
moves-to = Till
moves-why = Varför
role = Roll
roles = Roller
role-kind = Typ av roll
unit = Enhet
units = Enheter
unit-kind = Typ av enhet
unit-parent = Del av
unit-below = Har under sig
mandate = Mandat
mandate-source = Mandatet står i
contact = Kontakt
troubled = Behöver uppmärksamhet
latest-value = Senaste värde
baseline = Utgångsläge
targets = Målvärden
direction = Bra riktning
interval = Mäts
data-age = Uppgifternas ålder
source-fetched = hämtat { $date }
data-too-old = för gamla för att bedöma
source = Källa
preliminary = preliminärt
observations = Observationer
observation-date = Tid
observation-value = Värde ({ $unit })
observation-note = Anmärkning
series-break = Från { $date } går värdena inte att jämföra med tidigare: { $why }
chair = Ordförande
members = Ledamöter
forum-every = Möts
forum-latest = Senaste möte
reports-to = Rapporterar till
insight = Insikt
insight-period = När
theme = Tema
volume = Antal
volume-few = färre än 5
volume-trend = Utveckling
channel = Kanal
response = Svar
response-none = Inget svar än
decision-date = Datum
decision-body = Beslutat av
reference = Diarienummer
minutes = Protokollet
minutes-label = Protokoll
stands-behind = Ligger bakom
asks = Uppdrag i beslutet
ask-what = Uppdrag
ask-by = Senast
review-by = Gjord av
review-date = Datum
review-scope = Omfattar
review-covers = { $total ->
    [one] { $n ->
        [0] inte det initiativ som rapporterade
       *[other] det enda initiativ som rapporterade
    }
   *[other] { $n_text } av { $total_text } initiativ som rapporterade
}
review-answered = Besvarade frågor
review-missing = Ingen uppföljning är gjord än
reviewed-on = Uppföljd { $date }
review-link = Uppföljningen av { $period }
report-link = Rapport om { $initiative }, { $period }
period-title = Lägesrapporter för { $period }
corrected = Rättad { $date }: { $why }

# Datum
date-week = vecka { $n } { $year }
date-quarter = kvartal { $n } { $year }
date-tertial = { $n ->
    [1] januari–april { $year }
    [2] maj–augusti { $year }
   *[other] september–december { $year }
}
period-tertial = tertial { $n_text } { $year }
date-first-half = första halvåret { $year }
date-second-half = andra halvåret { $year }
date-ongoing = löpande
days = { $n ->
    [one] 1 dag
   *[other] { $n_text } dagar
}
weeks = { $n ->
    [one] en vecka
   *[other] { $n_text } veckor
}
passed-days-ago = { $days ->
    [one] passerade i går
   *[other] passerade för { $days_text } dagar sedan
}

# Räkneord och uppräkningar
n-of-n = { $n_text } av { $total_text }
list-and = { $first } och { $last }

# Initiativens lägen
state-merged = Sammanslaget
state-cancelled = Avbrutet
state-done = Klart
state-paused = Pausat
state-no-information = Aktuell information saknas
state-delayed = Försenat
state-off-track = Avviker från planen
state-at-risk = Risk
state-not-started = Inte påbörjat
state-on-track = Enligt plan

state-meaning-merged = Initiativet har gått upp i ett annat och följs upp där.
state-meaning-cancelled = Arbetet är avbrutet och tas inte upp igen.
state-meaning-done = Arbetet är klart.
state-meaning-paused = Arbetet ligger nere, och rapporten säger varför.
state-meaning-no-information = Ingen rapport har kommit in på så länge att vi inte vet hur det går.
state-meaning-delayed = Slutdatumet har passerat, eller så skulle arbetet ha börjat men har inte gjort det.
state-meaning-off-track = Arbetet går inte som planerat, och planen håller inte utan att något ändras.
state-meaning-at-risk = Något hotar planen.
state-meaning-not-started = Arbetet ska börja senare.
state-meaning-on-track = Det senaste som har rapporterats är att arbetet går enligt planen, och inget i uppgifterna säger emot.

states-none = Här finns inga initiativ.
states-one = Här finns ett initiativ, och dess läge är: { $state }.
states-first = { $n ->
    [0] Av { $total_text } initiativ går inget enligt plan
    [one] Av { $total_text } initiativ går ett enligt plan
   *[other] Av { $total_text } initiativ går { $n_text } enligt plan
}
states-part-merged = { $n ->
    [one] ett har gått upp i ett annat
   *[other] { $n_text } har gått upp i andra
}
states-part-cancelled = { $n ->
    [one] ett är avbrutet
   *[other] { $n_text } är avbrutna
}
states-part-done = { $n ->
    [one] ett är klart
   *[other] { $n_text } är klara
}
states-part-paused = { $n ->
    [one] ett är pausat
   *[other] { $n_text } är pausade
}
states-part-no-information = { $n ->
    [one] ett saknar aktuell information
   *[other] { $n_text } saknar aktuell information
}
states-part-delayed = { $n ->
    [one] ett är försenat
   *[other] { $n_text } är försenade
}
states-part-off-track = { $n ->
    [one] ett avviker från planen
   *[other] { $n_text } avviker från planen
}
states-part-at-risk = { $n ->
    [one] ett riskerar att avvika
   *[other] { $n_text } riskerar att avvika
}
states-part-not-started = { $n ->
    [one] ett har inte börjat
   *[other] { $n_text } har inte börjat
}
states-all-merged = { $total ->
    [2] Båda initiativen
   *[other] Alla { $total_text } initiativ
} har gått upp i andra.
states-all-cancelled = { $total ->
    [2] Båda initiativen
   *[other] Alla { $total_text } initiativ
} är avbrutna.
states-all-done = { $total ->
    [2] Båda initiativen
   *[other] Alla { $total_text } initiativ
} är klara.
states-all-paused = { $total ->
    [2] Båda initiativen
   *[other] Alla { $total_text } initiativ
} är pausade.
states-all-no-information = { $total ->
    [2] Inget av de två initiativen
   *[other] Inget av { $total_text } initiativ
} har aktuell information.
states-all-delayed = { $total ->
    [2] Båda initiativen
   *[other] Alla { $total_text } initiativ
} är försenade.
states-all-off-track = { $total ->
    [2] Båda initiativen
   *[other] Alla { $total_text } initiativ
} avviker från planen.
states-all-at-risk = { $total ->
    [2] Båda initiativen
   *[other] Alla { $total_text } initiativ
} riskerar att avvika från planen.
states-all-not-started = { $total ->
    [2] Inget av de två initiativen
   *[other] Inget av { $total_text } initiativ
} har börjat.
states-all-on-track = { $total ->
    [2] Båda initiativen
   *[other] Alla { $total_text } initiativ
} går enligt plan.

# Varför ett initiativ har sitt läge
reason-merged = Det har gått upp i ”{ $other }”.
reason-declared = Rapporten från { $date } säger: { $state }.
reason-phase-closed = Initiativet är avslutat.
reason-silent = { $n ->
    [one] Den senaste rapporten har inte kommit in.
   *[other] De { $n_text } senaste rapporterna har inte kommit in.
}
reason-never = { $n ->
    [one] Ingen rapport har kommit in, fast en borde ha gjort det.
   *[other] Ingen rapport har kommit in, fast { $n_text } borde ha gjort det.
}
reason-end-passed = { $days ->
    [one] Slutdatumet, { $deadline }, passerade i går.
   *[other] Slutdatumet, { $deadline }, passerade för { $days_text } dagar sedan.
}
reason-end-moved = { $days ->
    [one] Slutdatumet flyttades utan att någon rapport lämnades. Det gamla, { $deadline }, passerade i går.
   *[other] Slutdatumet flyttades utan att någon rapport lämnades. Det gamla, { $deadline }, passerade för { $days_text } dagar sedan.
}
reason-nothing-begun = { $days ->
    [one] Arbetet skulle ha börjat i går, men inget är påbörjat.
   *[other] Arbetet skulle ha börjat för { $days_text } dagar sedan, men inget är påbörjat.
}
reason-overdue-activity = { $days ->
    [one] Aktiviteten ”{ $activity }” är en dag försenad; gränsen är { $limit_text } dagar.
   *[other] Aktiviteten ”{ $activity }” är { $days_text } dagar försenad; gränsen är { $limit_text } dagar.
}
reason-share-overdue = { $open ->
    [one] Den enda aktivitet som återstår är försenad.
   *[other] { $overdue ->
        [one] En av de { $open_text } aktiviteter som återstår är försenad.
       *[other] { $overdue_text } av de { $open_text } aktiviteter som återstår är försenade.
    }
}
reason-no-progress = { $n ->
    [one] Den senaste rapporten säger att inget nytt har hänt.
   *[other] De { $n_text } senaste rapporterna säger att inget nytt har hänt.
}
reason-start-ahead = Arbetet ska börja { $start }.
reason-idea = Det är en idé, ännu utan datum.
reason-not-begun = Inget är påbörjat, och ingen rapport har behövts än.
reason-begun = Arbetet är i gång, och ingen rapport har behövts än.
declared-differs = Rapporten från { $date } säger: { $state }. Uppgifterna på sidan säger något annat.

# Rapportering
reporting-exempt = Rapporterar inte längre
reporting-reported = Rapporterat
reporting-late = Rapporten är sen
reporting-silent = Har tystnat
reporting-never = Har aldrig rapporterats
reporting-not-due = Inget att rapportera än
reporting-exempt-sentence = Initiativet är avslutat och rapporteras inte längre.
reporting-reported-sentence = Senast rapporterat { $date }, för { $period }.
reporting-late-sentence = Senast rapporterat { $date }, för { $period }. { $n ->
    [one] Rapporten för perioden efter har inte kommit in i tid.
   *[other] De { $n_text } rapporterna därefter har inte kommit in i tid.
}
reporting-silent-sentence = Senast rapporterat { $date }, för { $period }. { $n ->
    [one] Rapporten för perioden efter har inte kommit in.
   *[other] Sedan dess har { $n_text } rapporter uteblivit.
}
reporting-never-sentence = Rapporter saknas sedan starten.
reporting-not-due-sentence = Ingen rapport har behövts än.
reports-in = { $total ->
    [one] { $n ->
        [0] Den enda lägesrapporten för { $period } har inte kommit in.
       *[other] Den enda lägesrapporten för { $period } har kommit in.
    }
   *[other] { $n ->
        [0] Ingen av de { $total_text } lägesrapporterna för { $period } har kommit in.
        [one] En av de { $total_text } lägesrapporterna för { $period } har kommit in.
       *[other] { $n_text } av de { $total_text } lägesrapporterna för { $period } har kommit in.
    }
}
next-due = Nästa rapporter ska vara inne { $date } och gäller { $period }.
assessments-none = Ingen lägesrapport har kommit in, så ingen har bedömt läget.
assessments-one = Den enda rapporten säger: { $state }.
assessments-sentence = { $n ->
    [0] Av { $total_text } rapporter säger ingen att arbetet går enligt plan.
    [one] Av { $total_text } rapporter säger en att arbetet går enligt plan.
   *[other] Av { $total_text } rapporter säger { $n_text } att arbetet går enligt plan.
}
period-none = Ingen lägesrapport behövdes för perioden, och ingen har kommit in.
period-sentence = { $total ->
    [one] { $n ->
        [0] Den enda rapporten har inte kommit in.
       *[other] Den enda rapporten har kommit in.
    }
   *[other] { $n ->
        [0] Ingen av { $total_text } rapporter har kommit in.
        [one] En av { $total_text } rapporter har kommit in.
       *[other] { $n_text } av { $total_text } rapporter har kommit in.
    }
}
period-early = { $n ->
    [one] Perioden pågår. En rapport har kommit in i förtid.
   *[other] Perioden pågår. { $n_text } rapporter har kommit in i förtid.
}
periods-lead = Den som ansvarar för ett initiativ rapporterar varje { $rhythm }, senast { $grace } efter periodens slut. Ledningen följer upp vad rapporterna säger.
rhythm-month = månad
rhythm-quarter = kvartal
rhythm-tertial = tertial
rhythm-half-year = halvår
rhythm-year = år

# Aktiviteter
activity-not-started = Inte påbörjad
activity-in-progress = Pågår
activity-done = Klar
activity-cancelled = Avbruten
activities-none = Inga aktiviteter är inlagda.
activities-none-short = Inga aktiviteter
activities-done-short = { $n_text } av { $total_text } aktiviteter klara
activities-done = { $total ->
    [0] Inga aktiviteter gäller längre.
    [one] { $n ->
        [0] Den enda aktiviteten är inte klar.
       *[other] Den enda aktiviteten är klar.
    }
   *[other] { $n ->
        [0] Ingen av { $total_text } aktiviteter är klar.
        [one] En av { $total_text } aktiviteter är klar.
       *[other] { $n_text } av { $total_text } aktiviteter är klara.
    }
}
activities-overdue = { $n ->
    [one] En är försenad.
   *[other] { $n_text } är försenade.
}
activities-unknown = { $n ->
    [one] För en saknas uppgift om läget.
   *[other] För { $n_text } saknas uppgift om läget.
}
activities-cancelled = { $n ->
    [one] En är avbruten och räknas inte med.
   *[other] { $n_text } är avbrutna och räknas inte med.
}
moves-later = { $n ->
    [one] Slutdatumet har flyttats en gång och ligger nu { $months ->
        [one] en månad
       *[other] { $months_text } månader
    } senare än det första.
   *[other] Slutdatumet har flyttats { $n_text } gånger och ligger nu { $months ->
        [one] en månad
       *[other] { $months_text } månader
    } senare än det första.
}
moves-earlier = { $n ->
    [one] Slutdatumet har flyttats en gång och ligger nu { $months ->
        [one] en månad
       *[other] { $months_text } månader
    } tidigare än det första.
   *[other] Slutdatumet har flyttats { $n_text } gånger och ligger nu { $months ->
        [one] en månad
       *[other] { $months_text } månader
    } tidigare än det första.
}
moves-same = { $n ->
    [one] Slutdatumet har flyttats en gång, mindre än en månad.
   *[other] Slutdatumet har flyttats { $n_text } gånger och ligger nära det första.
}

# Faser
phase-idea = Idé
phase-planned = Planerat
phase-pilot = Provas
phase-rollout = Införs
phase-operation = I drift
phase-closed = Avslutat

# Bedömningar av mål
verdict-met = Uppfyllt
verdict-partly = Delvis uppfyllt
verdict-not-met = Inte uppfyllt
verdict-expected = Väntas bli uppfyllt
verdict-expected-partly = Väntas bli delvis uppfyllt
verdict-not-expected = Väntas inte bli uppfyllt

# Nyckeltal
outcome-met = Målet är nått
outcome-in-phase = I fas
outcome-partly = En bit efter
outcome-weak = Långt efter
outcome-wrong-way = Åt fel håll
outcome-cannot-say = Går inte att bedöma
outcome-sentence-path = Värdet { $date } är { $value }. För att vara i fas med målet borde det ha varit { $expected }.
outcome-sentence-met = Värdet { $date } är { $value }, och målet är nått.
outcome-sentence-inside = Värdet { $date } är { $value } och ligger inom { $expected }, som är målet.
outcome-sentence-outside = Värdet { $date } är { $value } och ligger utanför { $expected }, som är målet.
why-no-direction = Går inte att bedöma: det är inte sagt åt vilket håll värdet bör gå.
why-no-target = Går inte att bedöma: målvärde saknas.
why-no-observation = Går inte att bedöma: det finns inget värde än.
why-too-old = Går inte att bedöma: det senaste värdet är för gammalt.
why-no-baseline = Går inte att bedöma: utgångsläge saknas.
why-one-observation = Går inte att bedöma: inget är mätt efter utgångsläget.
why-expected-is-baseline = Går inte att bedöma: ingen förändring var väntad än.
trend-improving = Blir bättre
trend-unchanged = Oförändrat
trend-worsening = Blir sämre
trend-unknown = Okänd
arrow-up = Ökar
arrow-down = Minskar
arrow-level = Oförändrat
arrow-none = Okänd
level-outcome = Effekter: vad som blir bättre för människor
level-output = Prestationer: vad vi gör
level-input = Resurser: vad vi sätter in
level-unknown = Övriga nyckeltal
direction-up = Högre är bättre
direction-down = Lägre är bättre
direction-within = Ska ligga inom ett spann
direction-none = Inget håll är bättre
interval-week = Varje vecka
interval-two-weeks = Varannan vecka
interval-month = Varje månad
interval-two-months = Varannan månad
interval-quarter = Varje kvartal
interval-tertial = Varje tertial
interval-half-year = Varje halvår
interval-year = Varje år
interval-two-years = Vartannat år

# Roller och enheter
mandate-decides = Beslutar
mandate-proposes = Föreslår
mandate-carries-out = Genomför
mandate-none = Har inget mandat
role-political = Politisk
role-management = Ledning
role-operations = Verksamhet
role-contact-centre = Kontaktcenter
role-digital-lead = Leder digitaliseringen
role-it = It
role-support = Stöd
unit-council = Fullmäktige
unit-committee = Nämnd eller styrelse
unit-department = Förvaltning
unit-section = Enhet inom en förvaltning
unit-company = Bolag
unit-external = Utanför kommunen
roles-none = Här finns inga initiativ att ansvara för än.
roles-lead = { $total ->
    [one] { $owned ->
        [0] Planens enda initiativ har ingen utpekad ansvarig.
       *[other] Planens enda initiativ har en utpekad ansvarig.
    } { $mandated ->
        [0] Varken den ansvariga eller någon uppdragsgivare kan fatta beslut om det.
       *[other] Den ansvariga, eller en uppdragsgivare, kan fatta beslut om det.
    }
   *[other] { $owned ->
        [0] Inget av { $total_text } initiativ har en utpekad ansvarig.
        [one] Ett av { $total_text } initiativ har en utpekad ansvarig.
       *[other] { $owned_text } av { $total_text } initiativ har en utpekad ansvarig.
    } { $mandated ->
        [0] För inget av dem kan den ansvariga, eller en uppdragsgivare, fatta beslut.
        [one] För ett av dem kan den ansvariga, eller en uppdragsgivare, fatta beslut.
       *[other] För { $mandated_text } av dem kan den ansvariga, eller en uppdragsgivare, fatta beslut.
    }
}

# Hinder, nytta, insikter
obstacle-mandate = Mandat
obstacle-resources = Resurser
obstacle-skills = Kompetens
obstacle-technology = Teknik
obstacle-procurement = Upphandling
obstacle-law = Juridik
obstacle-dependency = Beroende av annat
obstacle-buy-in = Förankring
obstacle-priority = Prioritering
benefit-residents = för invånarna
benefit-staff = för medarbetarna
benefit-cost = för ekonomin
channel-phone = Telefon
channel-e-mail = E-post
channel-chat = Chatt
channel-visit = Besök
channel-e-service = E-tjänst
channel-comment = Synpunkt
channel-staff = Medarbetare
volume-trend-rising = Ökar
volume-trend-steady = Oförändrat
volume-trend-falling = Minskar
volume-trend-unknown = Okänt
response-received = Mottagen
response-in-forum = Behandlas i ett forum
response-taken-up = Tas om hand
response-declined = Avböjd
response-done = Åtgärdad

# Ingresser
goals-lead = { $n ->
    [0] Planen har inga mål än.
    [one] Planen har ett mål. { $assessed ->
        [0] Det är inte bedömt än.
       *[other] Det är bedömt.
    }
   *[other] Planen har { $n_text } mål. { $assessed ->
        [0] Inget av dem är bedömt än.
        [one] Ett av dem är bedömt.
       *[other] { $assessed_text } av dem är bedömda.
    }
}
indicators-lead = { $total ->
    [0] Planen har inga nyckeltal än.
    [one] Planen har ett nyckeltal.
   *[other] Av { $total_text } nyckeltal är { $n_text } i fas eller framme vid målet. { $unknown ->
        [0] Alla går att bedöma.
        [one] Ett går inte att bedöma.
       *[other] { $unknown_text } går inte att bedöma.
    }
}
forums-lead = { $n ->
    [0] Planen har inga forum än.
    [one] Ett forum gör behov till handling.
   *[other] { $n_text } forum gör behov till handling.
}
insights-lead = { $total ->
    [0] Inga insikter är inlagda än.
    [one] En insikt har kommit in från invånare och medarbetare.
   *[other] { $total_text } insikter har kommit in från invånare och medarbetare. { $n_text } av dem har fått ett svar. { $unanswered ->
        [0] Ingen har väntat för länge.
        [one] En har väntat för länge.
       *[other] { $unanswered_text } har väntat för länge.
    }
}
decisions-lead = { $n ->
    [0] Inga beslut är inlagda än.
    [one] Ett beslut ligger bakom planen.
   *[other] { $n_text } beslut ligger bakom planen.
}
quality-lead = { $n ->
    [0] Planen har inga brister som framdrift kan se.
    [one] En sak skulle göra planen starkare. Den står här för att alla ska se den.
   *[other] { $n_text } saker skulle göra planen starkare. De står här för att alla ska se dem.
}
quality-place = { $path }, rad { $line }
calculation-lead = Lägena på webbplatsen räknas fram ur det som är rapporterat, och ingen rapport kan göra läget bättre än uppgifterna visar. Så här gick det till den { $date }.
initiative-description = { $title }. Läge: { $state }.
page-description = { $title } i { $plan }.

# Löptext
text-footnotes = Fotnoter
text-back = Tillbaka till texten
text-table = Tabell
text-task-done = Klart
text-task-open = Inte klart

# Så räknar vi
rule-f1 = Rapportering
    .text =
    Varje initiativ rapporteras en gång per { $rhythm }. Rapporten ska vara inne senast { $grace ->
        [one] en dag
       *[other] { $grace_text } dagar
    } efter periodens slut. Bara rapporter räknas: att någon har sparat en fil eller ändrat en text gör inte uppgifterna färskare.

    Ett initiativ är ”rapporterat” när ingen rapport är sen. Saknas en rapport efter fristen är det ”sent”. Saknas { $stale ->
        [one] en rapport
       *[other] { $stale_text } rapporter i rad
    } har det ”tystnat”. Initiativ som är klara, avbrutna eller sammanslagna rapporteras inte längre. Pausade gör det.
rule-f2 = Läge
    .text =
    Varje initiativ har ett läge. Det första i den här ordningen som stämmer gäller: sammanslaget, avbrutet, klart, pausat, aktuell information saknas, försenat, avviker från planen, risk, inte påbörjat, enligt plan.

    Aktuell information saknas när initiativet har tystnat, eller aldrig har rapporterats fast det borde ha gjorts. Försenat är det när slutdatumet har passerat, eller när arbetet skulle ha börjat men inget är påbörjat.
rule-f3 = ”Enligt plan” ska förtjänas
    .text =
    En rapport kan inte ensam göra ett läge bättre än vad aktiviteterna visar. Är en aktivitet mer än { $overdue_text } dagar försenad blir läget som bäst ”risk”. Är en mer än { $long_text } dagar försenad, eller minst { $share } procent av de aktiviteter som återstår försenade, blir det som bäst ”avviker från planen”.

    Säger { $noprogress ->
        [one] en rapport
       *[other] { $noprogress_text } rapporter i rad
    } att inget nytt har hänt blir läget som bäst ”risk”. Sidan säger alltid vilken regel som avgjorde.
rule-f4 = Aktiviteter
    .text = Vi skriver ”7 av 12 aktiviteter klara”, aldrig en procentsats. Avbrutna aktiviteter nämns för sig och räknas inte med.
rule-f5 = Slutdatum
    .text =
    Vi visar det första slutdatumet, det som gäller nu, hur många gånger det har flyttats och hur många månader det har blivit.

    Ett flyttat slutdatum gör inte läget bättre om det inte också har kommit en rapport för samma period.
rule-f6 = Mål
    .text =
    Ett mål bedöms på tre sätt som hålls isär. Leveransen är hur många av målets initiativ som har vilket läge. Resultatet är målets nyckeltal. Bedömningen är vad den som ansvarar för målet själv säger.

    Inget av dem räknas fram ur de andra, och vi räknar aldrig ut något medelvärde. Är den senaste bedömningen äldre än { $assessment } kan den ha blivit inaktuell, och då säger målets sida det.
rule-f7 = Nyckeltal
    .text =
    Från utgångsläget drar vi en rak linje till målvärdena. Det senaste värdet jämförs med var det borde ha varit samma dag. Har det gått minst { $inphase } av vägen är nyckeltalet ”i fas”, minst { $partly } ”en bit efter”, annars ”långt efter”. Har det gått bakåt går det ”åt fel håll”.

    Det går inte att bedöma utan utgångsläge, målvärde eller minst två värden, eller när det senaste värdet är äldre än { $age ->
        [one] ett mätintervall
       *[other] { $age_text } mätintervall
    }.
limits = Gränser som gäller i den här planen
limit-name = Gräns
limit-value = Värde
limit-rhythm = Rapporteras varje
limit-grace = Frist för en rapport
limit-stale = Uteblivna rapporter innan ett initiativ har tystnat
limit-overdue = Försenad aktivitet ger risk efter
limit-long = Försenad aktivitet ger avvikelse efter
limit-share = Andel försenade aktiviteter som ger avvikelse
limit-no-progress = Rapporter i rad utan framsteg som ger risk
limit-in-phase = Nyckeltal i fas från
limit-partly = Nyckeltal en bit efter från
limit-age = Mätintervall innan ett värde är för gammalt
