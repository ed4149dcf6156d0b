# Det som programmet säger i terminalen, utöver meddelandena i diagnostics.ftl.

cli-error = fel
cli-warning = varning
cli-note = se även
cli-help = hjälp

cli-errors =
    { $n ->
        [one] { $n_text } fel
        *[other] { $n_text } fel
    }
cli-warnings =
    { $n ->
        [one] { $n_text } varning
        *[other] { $n_text } varningar
    }
cli-files =
    { $n ->
        [one] { $n_text } fil
        *[other] { $n_text } filer
    }
cli-pages =
    { $n ->
        [one] { $n_text } sida
        *[other] { $n_text } sidor
    }
cli-both = { $errors } och { $warnings }
cli-found = { $what } i { $files }.
cli-found-nowhere = { $what }.
cli-not-built = Webbplatsen byggdes inte; { $folder } är orörd.
cli-denied = Webbplatsen byggdes inte, för --deny-warnings godtar inga varningar; { $folder } är orörd.
cli-built = Webbplatsen är byggd: { $pages } i { $folder }, läget den { $date }.
cli-not-archived = Inget arkiv skrevs, för webbplatsen gick inte att bygga.
cli-archive-denied = Inget arkiv skrevs, för --deny-warnings godtar inga varningar.
cli-archived = Arkivet är skrivet: { $pages } med källor i { $file }, läget den { $date }.
cli-checked = Innehållet håller: det blir { $pages }, läget den { $date }.
cli-checked-denied = Innehållet går att bygga, men --deny-warnings godtar inga varningar.
cli-checked-broken = Innehållet går inte att bygga än.
cli-explain-hint = Läs mer om en regel med ”framdrift explain { $code }”.
cli-changes = Skrivna filer: { $written_text }, oförändrade: { $unchanged_text }, borttagna: { $removed_text }.
cli-time = { $what }: { $milliseconds } ms
cli-time-part = – { $what }: { $share } % av arbetet
cli-slowest = Långsammast, alla steg tillsammans:
cli-doing-source = Läser innehållet
cli-doing-check = Kontrollerar innehållet
cli-doing-derive = Räknar ut läget
cli-doing-pages = Skriver sidorna
cli-doing-audit = Granskar webbplatsen
cli-doing-publish = Publicerar

cli-failed = Det gick inte:
cli-cause = orsak: { $cause }

cli-no-content = I { $folder } finns ingen mapp som heter content.
    .help =
        Gå till mappen som har planen, eller skriv dess namn efter kommandot. En ny plan börjar du med framdrift new MAPP. Den
        minsta planen är två filer:

          content/plan.yaml
              titel: Digital agenda
              organisation: Exempelby kommun
              period:
                start: 2024
                slut: 2027
              språk: sv

          content/organisation.yaml
              enheter:
                - id: kommunstyrelsen
                  titel: Kommunstyrelsen
                  typ: nämnd
              roller:
                - id: kommundirektor
                  titel: Kommundirektör
                  enhet: kommunstyrelsen
                  typ: ledning
                  mandat: föreslår

cli-unknown-rule = Det finns ingen regel som heter { $code }.
    .nearest = Menade du { $nearest }?
    .help = Skriv ”framdrift explain” så får du se alla regler.
cli-level-error = { $code } är ett fel: webbplatsen byggs inte förrän det är rättat.
cli-level-warning = { $code } är en varning: webbplatsen byggs ändå.

# framdrift verify

cli-verify-right = Webbplatsen är som den publicerades: { $files }, läget den { $date }, gjord av { $program }.
cli-verify-commit = Innehållet kommer från version { $commit } i versionshanteringen.
cli-verify-wrong = { $files } är inte som när webbplatsen publicerades.
cli-verify-changed = Ändrad: { $path }
cli-verify-missing = Saknas: { $path }
cli-verify-unlisted = Står inte i manifest.json: { $path }

# framdrift links

cli-links =
    { $n ->
        [one] { $n_text } länk
        *[other] { $n_text } länkar
    }
cli-links-there = Av { $links } till andra webbplatser leder ingen fel, men { $unsure_text } gick inte att kontrollera.
cli-links-gone = Av { $links } till andra webbplatser leder { $gone_text } ingenstans, och { $unsure_text } gick inte att kontrollera.
cli-links-of-theme =
    { $n ->
        [one] programmet eller temat, på sidan { $page }
        *[other] programmet eller temat, på { $n_text } sidor, till exempel { $page }
    }

# framdrift archive: README.txt

archive-about =
    { $title }
    { $organisation }

    Det här är en kopia av webbplatsen som den var den { $date }, och av
    allt som den är gjord av.
archive-address = Webbplatsens adress var { $url }
archive-site =
    site/
    Webbplatsen. Öppna site/index.html i en webbläsare; det behövs varken
    nätverk eller webbserver. Sökningen är det enda som inte fungerar utan
    webbserver: söksidan är i stället ett register över allt.
    I site/data/ finns hela planen som tabeller (CSV, JSON och XLSX).
archive-source =
    source/
    Källorna: textfiler i formaten Markdown, YAML och CSV, bilder och andra
    filer, och utseendet om planen har ett eget. Alla texter är i UTF-8.
archive-manifest =
    manifest.json
    En förteckning över alla filer i arkivet med storlek i byte och
    kontrollsumma (SHA-256). Med den går det att kontrollera att inget har
    ändrats. Programmet framdrift gör det med kommandot
    framdrift verify ARKIV.zip
archive-licence =
    Licens för innehållet: { $licence }
    Gjort av: { $program }

# framdrift serve

cli-serving = Webbplatsen visas på { $url } och följer det du sparar. Avsluta med Ctrl-C.
cli-serving-forms = Skriv i planen på { $url } – adressen gäller bara på den här datorn och tills du avslutar.
cli-form = Ändra
cli-serving-edit-host = Formulären kan bara visas på den här datorn, inte på { $address }. Ta bort --host eller --edit.
cli-serving-reachable = Den som når { $address } över nätet kan läsa webbplatsen, också det som inte är publicerat än.
cli-serving-taken = Port { $port } är upptagen; försöker med { $next }.
cli-serving-polling = Letar efter ändringar varje sekund.
    .remote = Innehållet ligger på en annan dator, som inte säger till när en fil ändras.
    .refused = Systemet kan inte säga till när en fil ändras: { $why }
cli-serving-no-browser = Det gick inte att öppna webbläsaren: { $why }
cli-serving-built = Webbplatsen är byggd: { $pages }, läget den { $date } ({ $seconds } s).
cli-serving-old = Webbplatsen gick inte att bygga; den senaste som gick visas.
cli-serving-none = Webbplatsen gick inte att bygga, så det finns ingen att visa än.
cli-serving-back = Innehållet går att läsa igen.
cli-serving-stopped = Avslutat.

# The sign on a page that is served

cli-sign-begins = Webbplatsen byggs
    .note = Sidan visas så snart den är klar.
cli-sign-lost = Innehållet går inte att läsa
cli-sign-old = Sidan visar det senaste som gick att bygga.
cli-sign-none = Webbplatsen visas när det är rättat.
cli-sign-hide = Dölj
cli-draft = Utkast
cli-draft-here = Utkast: syns bara här och publiceras inte
cli-sign-more =
    { $n ->
        [one] { $n_text } till står i terminalen.
        *[other] { $n_text } till står i terminalen.
    }

# Under the explanation of FD406
cli-safe-list = Tillåtna element, med sina attribut, och till sist attribut som alla får ha:

cli-new-written = Ny fil: { $path }
cli-new-file-report = Fyll i bedömningen och nästa steg. framdrift check säger vad som fattas.
cli-new-file-other = Fyll i det som fattas. framdrift check säger vad det är.
cli-new-plan = Planen finns i { $folder }. Så här ser den ut: framdrift serve { $folder } --open
cli-new-plan-exists = I { $folder } finns redan en plan. Den är orörd.
cli-new-exists = Filen { $path } finns redan. Den är orörd.
cli-new-nothing = Ingen fil skrevs.
cli-new-nobody = Här finns ingen som kan svara på frågor. Säg det som planen behöver veta med flaggor och lägg till --yes: framdrift new --help
cli-new-no-period = Planen har ingen period att rapportera för än. Skriv vilken med --period.
cli-new-no-review = Ingen period är slut än. Skriv vilken uppföljningen gäller: framdrift new review 2026-T3.
cli-new-period = ”{ $text }” är ingen period i den här planen. Skriv till exempel { $example }.
cli-new-id = ”{ $id }” går inte att ha som id. Skriv ett med --id: små bokstäver a–z, siffror och bindestreck.
cli-new-unknown-initiative = Det finns inget initiativ med id ”{ $id }”.
cli-new-unknown-role = Det finns ingen roll med id ”{ $id }”.
cli-new-near = Menade du ”{ $near }”?
cli-new-broken = Initiativet ”{ $id }” har fel som måste rättas först. De står ovan.
cli-new-none-initiative = Id är filens namn utan .md.
cli-new-none-role = Rollernas id står i content/organisation.yaml.

cli-ask-organisation = Vems plan är det?
    .default = Exempelby kommun
    .help = Skriv organisationens namn.
cli-ask-title = Vad heter planen?
    .default = Digital agenda
    .help = Skriv planens namn.
cli-ask-code = Kommunkod, fyra siffror (lämna tomt om det inte är en kommun)
    .help = Skriv fyra siffror, till exempel 1290.
cli-ask-start = Planens första år
    .help = Skriv ett år, till exempel 2026.
cli-ask-end = Planens sista år
    .help = Skriv ett år som inte är före det första.
cli-ask-rhythm = Hur ofta ska det rapporteras (månad, kvartal, tertial, halvår, år)?
    .help = Skriv månad, kvartal, tertial, halvår eller år.
cli-ask-language = Språket som planen skrivs på (sv, en)
    .help = Skriv sv eller en.
cli-ask-languages = Fler språk på webbplatsen (lämna tomt om inga)
    .help = Skriv sv eller en, eller lämna tomt.
cli-ask-colour = Färg, som #1f4e4a (lämna tomt för framdrifts egen)
    .help = Skriv # och sex tecken 0–9 och a–f.
cli-ask-contact = Funktionsbrevlåda för frågor
    .default = digitalagenda@example.org
    .help = Skriv en hel adress, till exempel digitalagenda@example.org.

cli-todo-nothing = Inget väntar.
cli-todo-left-out = { $n ->
    [one] En fil har fel och är inte medräknad: framdrift check säger vad som är fel.
   *[other] { $n_text } filer har fel, eller hänvisar till en som har det, och är inte medräknade: framdrift check säger vad som är fel.
}
cli-letter-to = Till: { $contact }
cli-letter-subject = Ämne: Att göra i { $plan }
cli-letter-lead =
    Hej!

    Det här väntar på dig i rollen { $role }, läget den { $date }:
cli-letter-nobody = Det här svarar ingen för, läget den { $date }:
cli-letter-more = Allt som rollen svarar för:

cli-schema = { $n ->
    [0] Beskrivningarna i { $folder } stämmer redan.
   *[other] Beskrivningarna finns i { $folder }. Kör det här igen när planen har fått nya roller, mål och så vidare.
}
cli-schema-settings = .vscode/settings.json finns redan och är orörd. Så här hittar VS Code beskrivningarna:
    { $text }

# Kolada
cli-kolada-none = Inget nyckeltal i planen har ett id i Kolada. Skriv kolada_id under källa i nyckeltalets fil.
cli-kolada-only = Inget nyckeltal med id { $id } har ett id i Kolada.
cli-kolada-code = Planen säger inte vilken kommun den gäller. Skriv kommunkod i plan.yaml, eller ange den med --municipality.
cli-kolada-municipality = Det finns ingen kommun med koden { $code }.
cli-kolada-unreached = Kolada gick inte att nå. { $reason }
cli-kolada-status = Kolada svarar { $status } på { $address }.
cli-kolada-unread = Kolada svarar något som inte går att läsa på { $address }: { $reason }
cli-kolada-renewed =
    { $id }: { $added ->
        [0] inga nya värden
        [one] ett nytt värde
       *[other] { $added_text } nya värden
    }, { $changed ->
        [0] inga ändrade
        [one] ett ändrat
       *[other] { $changed_text } ändrade
    }, { $same_text } som förut
cli-kolada-changed = { $year }: { $before } → { $now }
cli-kolada-changed-of = { $year }, { $series }: { $before } → { $now }
cli-kolada-written =
    { $n ->
        [0] Inga filer behövde ändras.
        [one] En fil ändrades. Titta på den, och spara den i planens historik.
       *[other] { $n_text } filer ändrades. Titta på dem, och spara dem i planens historik.
    }
cli-kolada-dry =
    { $n ->
        [0] Inga filer skulle ändras.
        [one] En fil skulle ändras. Inget skrevs.
       *[other] { $n_text } filer skulle ändras. Inget skrevs.
    }

# Nytt id
cli-rename-form = ”{ $text }” är inte ett slag och ett id. Skriv till exempel ”mål:skola” och sedan ”mål:skolan”.
cli-rename-kind = Det som är av slaget ”{ $kind }” har inget eget id att byta.
cli-rename-no-id = ”{ $id }” är inget id. Ett id har små bokstäver a–z, siffror och bindestreck mellan orden.
cli-rename-taken = ”{ $what }” finns redan.
cli-rename-unknown = ”{ $what }” finns inte i planen.
cli-rename-near = ”{ $what }” finns inte i planen. Menade du ”{ $near }”?
cli-rename-worse = Inget ändrades, för planen skulle få felen ovan.
cli-rename-changed = { $path }: { $n ->
    [one] rad { $lines }
   *[other] raderna { $lines }
}
cli-rename-done = ”{ $old }” heter nu ”{ $new }”. Det gamla id:t finns kvar som alias, så gamla länkar leder rätt.
cli-rename-dry = ”{ $old }” skulle heta ”{ $new }”. Inget skrevs.

# Ordning i filerna
cli-fmt-done =
    { $n ->
        [0] Alla filer är redan i ordning.
        [one] En fil har fått ordning på nycklar och datum.
       *[other] { $n_text } filer har fått ordning på nycklar och datum.
    }
cli-fmt-check =
    { $n ->
        [0] Alla filer är i ordning.
        [one] En fil är inte i ordning. Kör ”framdrift fmt”.
       *[other] { $n_text } filer är inte i ordning. Kör ”framdrift fmt”.
    }

# Arbetsbok
cli-export-done = Planen finns som arbetsbok i { $file }.
cli-export-reports = Rapporterna är de för { $period }.
cli-export-exists = { $file } finns redan och är orörd. Läs först in det som har ändrats i den: framdrift import. Ersätt den sedan med --force, eller välj en annan fil med --xlsx.
cli-export-left-out = { $path } går inte att läsa och är inte med. framdrift check säger vad som är fel.
cli-import-unread = { $file } går inte att läsa som en arbetsbok: { $reason }
cli-import-foreign = { $file } har inget blad från planen och ingen annan tabell heller. Gör en arbetsbok med framdrift export.
cli-import-old = { $file } är sparad i ett äldre format eller har ett lösenord. Spara den som Excel-arbetsbok (.xlsx) utan lösenord.
cli-import-no-text = { $file } är varken en arbetsbok (.xlsx) eller en textfil med kommatecken, semikolon eller tabbar mellan kolumnerna.
cli-import-open-quote = { $file } har ett citattecken på rad { $row } som aldrig stängs.
cli-import-too-large = { $file } har för många celler.
cli-import-no-id = Raden saknar id.
cli-import-near-id = Raden saknar id. Skriv till exempel ”{ $near }”.
cli-import-no-column = Bladet saknar kolumnen ”{ $column }”.
cli-import-twice = Samma id står redan i { $cell }.
cli-import-broken = Kalkylprogrammet har inte fått fram något värde här.
cli-import-moved = Planen har fått ett annat värde sedan arbetsboken gjordes: ”{ $now }”. Gör en ny arbetsbok och ändra i den.
cli-import-moved-empty = Planen har inte kvar något värde här sedan arbetsboken gjordes. Gör en ny arbetsbok och ändra i den.
cli-import-gone = ”{ $id }” finns inte längre i planen. Ta bort raden.
cli-import-too-long = Texten är längre än en cell rymmer. Ändra den i planens fil.
cli-import-unread-file = { $path } finns men går inte att läsa. framdrift check säger vad som är fel.
cli-import-unwritable = Det går inte att ändra i { $path } utan att något annat där ändras. Ändra för hand.
cli-import-unclear = Datumet kan vara { $one } eller { $other }. Skriv det med året först.
cli-import-no-field = Ingen kolumn är ”{ $field }”, som { a-record } måste ha. Ange kolumnen i kartan, eller ett värde för alla nya rader under ”förval”.
cli-import-bad =
    { $n ->
        [one] Inget skrevs. Rätta cellen och försök igen.
       *[other] Inget skrevs. Rätta de { $n_text } cellerna och försök igen.
    }
cli-import-bad-map =
    { $n ->
        [one] Inget skrevs. Rätta cellen, eller skriv i kartan vad den betyder, och försök igen.
       *[other] Inget skrevs. Rätta de { $n_text } cellerna, eller skriv i kartan vad de betyder, och försök igen.
    }
cli-import-worse-row = { $path } kommer från raden vid { $cell }.
cli-import-worse = Inget skrevs, för planen skulle få felen ovan.
cli-import-left-sheet = Bladet ”{ $sheet }” hör inte till planen och lästes inte.
cli-import-left-column = { $cell }: Kolumnen ”{ $column }” hör inte till planen och lästes inte.
cli-import-left-older = { $sheet }: Planen har fått andra värden sedan arbetsboken gjordes, och de står kvar. Det gäller { $cells }.
cli-import-left-gone = { $cell }: ”{ $id }” finns inte längre i planen, så raden lästes inte.
cli-import-left-row = { $cell }: Raden har bara texten ”{ $text }” och lästes inte.
cli-import-new = { $path } (ny)
cli-import-done =
    { $n ->
        [0] Planen säger redan samma sak. Inget skrevs.
        [one] En fil skrevs. Titta på den, och spara den i planens historik.
       *[other] { $n_text } filer skrevs. Titta på dem, och spara dem i planens historik.
    }
cli-import-dry =
    { $n ->
        [0] Planen säger redan samma sak.
        [one] En fil skulle skrivas. Inget skrevs.
       *[other] { $n_text } filer skulle skrivas. Inget skrevs.
    }

# En lista som läses in med en karta
cli-map-nobody = { $file } kommer inte från framdrift export, och här finns ingen som kan svara på frågor om den. Raderna är nog av typen { $kind }, och kolumnerna är nog det här:
cli-map-unread = (läses inte)
cli-map-how = Kommandot nedan skriver det som en karta. Gå igenom den, och kör sedan samma kommando igen:
cli-map-written = Kartan finns i { $map }. Gå igenom den och kör samma kommando igen. Inget annat skrevs.
cli-map-kept = Svaren finns i { $map }. Läs in en ny version av listan med --map { $map }.
cli-map-answers = svaren
cli-map-wrong = Inget skrevs. Rätta kartan och försök igen.
cli-map-begin = { $file } kommer inte från framdrift export. Svara på några frågor, så går den att läsa in. Retur godtar förslaget inom hakparentes.
cli-map-sheet = Vilket blad ska läsas in ({ $sheets })?
cli-map-kind = Vad är varje rad ({ $kinds })?
cli-map-period = Vilken period handlar rapporterna om?
    .help = Skriv en period, till exempel 2026-T2.
cli-map-columns = Vad är varje kolumn i planen? Skriv ? för att se vad som går att välja, och - för en kolumn som inte ska läsas.
cli-map-column = { $letters } ”{ $name }” ({ $examples })
cli-map-empty-column = { $letters } ”{ $name }” (tom)
cli-map-taken = ”{ $field }” är redan kolumn { $letters }.
cli-map-near = ”{ $written }” finns inte. Menade du ”{ $near }”?
cli-map-choose = ”{ $written }” finns inte. Välj ett av de här: { $known }
cli-map-id = Ingen kolumn är id, så ett id görs av titeln.
cli-map-default = Listan saknar ”{ $field }”, som { a-record } måste ha. Vad ska alla nya rader få?
cli-map-values = Det här står i listan men finns inte i planen. Vad betyder det? Skriv ? för att se vad som går att välja, och - för att lämna cellen tom.
cli-map-value = ”{ $written }” som { $field } ({ $cells })
cli-map-answer = Skriv ett svar, eller avbryt med Ctrl-C.
cli-map-save = Spara svaren som en karta, så slipper du frågorna nästa gång. Filens namn, eller - för att inte spara
cli-map-has-sheet = Vilket blad som ska läsas in står redan i kartan. Utelämna --sheet, eller ge kartan ett annat namn.
cli-map-exists = { $file } finns redan. Välj ett annat namn.
cli-map-stopped = Svaren tog slut. Inget skrevs.
