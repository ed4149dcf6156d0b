## Orden för att hitta: listor efter läge, filter och sök.

# Adresser
route-states = lage
route-search = sok
slug-state-merged = sammanslaget
slug-state-cancelled = avbrutet
slug-state-done = klart
slug-state-paused = pausat
slug-state-no-information = information-saknas
slug-state-delayed = forsenat
slug-state-off-track = avviker
slug-state-at-risk = risk
slug-state-not-started = inte-paborjat
slug-state-on-track = enligt-plan

# Initiativen efter läge
states-title = Initiativens lägen
state-list-merged = Sammanslagna initiativ
state-list-cancelled = Avbrutna initiativ
state-list-done = Klara initiativ
state-list-paused = Pausade initiativ
state-list-no-information = Initiativ utan aktuell information
state-list-delayed = Försenade initiativ
state-list-off-track = Initiativ som avviker från planen
state-list-at-risk = Initiativ som riskerar att avvika
state-list-not-started = Initiativ som inte har börjat
state-list-on-track = Initiativ som går enligt plan
state-lead-merged = { $n ->
    [0] Inget initiativ har gått upp i ett annat.
    [one] Ett initiativ har gått upp i ett annat.
   *[other] { $n_text } initiativ har gått upp i andra.
}
state-lead-cancelled = { $n ->
    [0] Inget initiativ är avbrutet.
    [one] Ett initiativ är avbrutet.
   *[other] { $n_text } initiativ är avbrutna.
}
state-lead-done = { $n ->
    [0] Inget initiativ är klart.
    [one] Ett initiativ är klart.
   *[other] { $n_text } initiativ är klara.
}
state-lead-paused = { $n ->
    [0] Inget initiativ är pausat.
    [one] Ett initiativ är pausat.
   *[other] { $n_text } initiativ är pausade.
}
state-lead-no-information = { $n ->
    [0] Inget initiativ saknar aktuell information.
    [one] Ett initiativ saknar aktuell information.
   *[other] { $n_text } initiativ saknar aktuell information.
}
state-lead-delayed = { $n ->
    [0] Inget initiativ är försenat.
    [one] Ett initiativ är försenat.
   *[other] { $n_text } initiativ är försenade.
}
state-lead-off-track = { $n ->
    [0] Inget initiativ avviker från planen.
    [one] Ett initiativ avviker från planen.
   *[other] { $n_text } initiativ avviker från planen.
}
state-lead-at-risk = { $n ->
    [0] Inget initiativ riskerar att avvika från planen.
    [one] Ett initiativ riskerar att avvika från planen.
   *[other] { $n_text } initiativ riskerar att avvika från planen.
}
state-lead-not-started = { $n ->
    [0] Alla initiativ har börjat.
    [one] Ett initiativ har inte börjat.
   *[other] { $n_text } initiativ har inte börjat.
}
state-lead-on-track = { $n ->
    [0] Inget initiativ går enligt plan.
    [one] Ett initiativ går enligt plan.
   *[other] { $n_text } initiativ går enligt plan.
}
state-count = { $n ->
    [0] Inget initiativ
    [one] Ett initiativ
   *[other] { $n_text } initiativ
}
theme-every-state = Alla lägen

# Listan delad och filtrerad
facet-goal = Mål
goals-all = Alla mål
areas-all = Alla områden
roles-all = Alla roller
theme-divided = Initiativen uppdelade
theme-divided-see = Se listan uppdelad
theme-filter = Filtrera listan
theme-filter-text = Ord i listan
theme-filter-all = Alla
theme-order = Ordning
theme-order-worst = Mest angeläget först
theme-order-name = Namn, A–Ö
theme-order-deadline = Klart senast, tidigast först
theme-order-reported = Längst sedan rapport
theme-filter-clear = Visa alla
theme-filter-none = Inget i listan passar det du har valt.
filter-shown = { $total ->
    [one] Visar { $n } av ett initiativ.
   *[other] Visar { $n } av { $total_text } initiativ.
}
theme-rows-shown = Visar { "{" }n{ "}" } av { "{" }total{ "}" }.

# Sök
search-title = Sök
search-lead = { $n ->
    [one] Webbplatsen har en sida att hitta.
   *[other] Webbplatsen har { $n_text } sidor att hitta.
}
search-pages = Översikter och övriga sidor
kind-initiative = Initiativ
kind-goal = Mål
kind-indicator = Nyckeltal
kind-period = Uppföljning
kind-page = Sida
theme-search = Sök på webbplatsen
theme-search-label = Vad letar du efter?
theme-search-private = Sökningen sker i din egen webbläsare. Det du skriver skickas inte någonstans.
theme-search-hits = Antal träffar: { "{" }n{ "}" }
theme-search-none = Inget på webbplatsen svarar mot det. Pröva ett annat ord, eller leta i förteckningen nedan.
theme-search-instead = ”{ "{" }written{ "}" }” finns inte på webbplatsen. Här är träffar på ”{ "{" }found{ "}" }”.
theme-search-failed = Sökningen kunde inte hämta sitt register. Leta i förteckningen nedan.
theme-search-more = Visa fler träffar
theme-search-index = Allt på webbplatsen
