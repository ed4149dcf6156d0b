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
cli-checked = Innehållet håller: det blir { $pages }, läget den { $date }.
cli-checked-denied = Innehållet går att bygga, men --deny-warnings godtar inga varningar.
cli-checked-broken = Innehållet går inte att bygga än.
cli-explain-hint = Läs mer om en regel med ”framdrift explain { $code }”.
cli-changes = Skrivna filer: { $written_text }, oförändrade: { $unchanged_text }, borttagna: { $removed_text }.
cli-time = { $what }: { $milliseconds } ms
cli-slowest = Långsammast, alla steg tillsammans:
cli-doing-source = Läser innehållet
cli-doing-check = Kontrollerar innehållet
cli-doing-derive = Räknar ut läget
cli-doing-pages = Skriver sidorna
cli-doing-render = Fyller mallarna
cli-doing-audit = Granskar webbplatsen
cli-doing-publish = Publicerar

cli-failed = Det gick inte:
cli-cause = orsak: { $cause }

cli-no-content = I { $folder } finns ingen mapp som heter content.
    .help =
        Gå till mappen som har planen, eller skriv dess namn efter kommandot. En plan börjar med två filer:

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

# framdrift serve

cli-serving = Webbplatsen visas på { $url } och följer det du sparar. Avsluta med Ctrl-C.
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
