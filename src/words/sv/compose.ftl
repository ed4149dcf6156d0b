# Det som står i nya filer: förklaringar, och texterna i en ny plan.

new-optional = Det här får också finnas. Ta bort # framför en rad för att använda den.
new-choose = Välj: { $values }.
new-ids = Finns: { $ids }.
new-no-ids = Inget finns än.
new-date = Skriv en dag (2026-03-31), en månad (2026-03) eller en period (2026-T1).
new-yes = ja

new-report-about = Lägesrapport om ”{ $initiative }” för { $period }. Den kommer i tid till och med den { $date }.
new-report-before = Förra rapporten, { $period }: { $assessment }.
new-report-next = Nästa steg var då: { $text }
new-report-asked = Då behövdes ett beslut: { $text }
new-report-first = Det här blir den första rapporten om initiativet.
new-report-open = Inte klart än: { $activities }.
new-report-text = Skriv rapporten under strecket: vad har hänt, och vad betyder det för dem som det är till för? Några meningar räcker.
new-text = Texten till sidan skrivs under strecket.

new-review-about = Ledningens uppföljning av { $period }: vad som togs upp och vad som blev svaret. Texten skrivs under den sista raden med streck.
new-review-asked = Väntar på svar, { $initiative }: { $question }

start-about-plan = Planens egen fil. Det som står efter # är förklaringar och syns inte på webbplatsen.
start-about-organisation = Enheter och roller. En roll är aldrig en person: den finns kvar när någon slutar.
start-about-accessibility = Uppgifterna i tillgänglighetsredogörelsen. Lagen kräver att de stämmer. Ändra dem när webbplatsen har prövats, och byt ut länken till formuläret.
start-about-areas = Ett område: sådant som hör ihop och som samma forum arbetar med.
start-about-goals = Ett mål. Skriv vad som ska bli bättre för någon, inte vad ni ska göra.
start-about-initiatives = Ett initiativ: ett arbete som ska nå ett eller flera mål. En ny fil görs med: framdrift new initiative "Namn".
start-about-forums = Ett forum: här blir det som invånare och medarbetare berättar till åtgärder.
start-about-decisions = Ett beslut. Byt datum och organ mot de rätta, och länka till protokollet.
start-about-indicators = Ett nyckeltal. Värdena skrivs i filen med samma namn som slutar på .csv, ett på varje rad.

start-notice = Planen är under uppbyggnad. Innehållet är exempel.
start-unit-board = Kommunstyrelsen
start-unit-office = Kommunledningsförvaltningen
start-role-director = Kommundirektör
start-role-digital = Digitaliseringschef
start-role-contact = Kontaktcenterchef
start-mandate-source = Kommunstyrelsens delegationsordning
start-shortcoming = Vi har inte prövat webbplatsen än och vet inte vilka brister den har.
start-area = Service och kontakt
start-area-summary = Hur invånare och företag får hjälp och svar.
start-areas-body = Byt ut det här mot er egen text om området.
start-goal = Den som behöver oss får hjälp utan omvägar
start-goal-summary = Det ska gå att få svar och göra klart sitt ärende vid första kontakten.
start-goals-body = Byt ut det här mot er egen text om målet.
start-initiative = Svar på de vanligaste frågorna
start-initiative-summary = De frågor som flest ställer får ett svar som är lätt att hitta och förstå.
start-initiatives-body =
    {"##"} Vad
    Skriv vad som ska göras.

    {"##"} Varför
    Skriv vad det ska leda till, och för vem.
start-activity = Ta reda på vilka frågor som är vanligast
start-forum = Forum för service och kontakt
start-forum-purpose = Se till att det invånarna berättar leder till att något ändras, och att någon svarar för det.
start-forums-body = Byt ut det här mot hur forumet arbetar.
start-decision = Digital agenda
start-decisions-body = Byt ut det här mot vad som beslutades.
start-indicator = Frågor som får svar vid första kontakten
start-indicator-summary = Andelen av frågorna till kontaktcenter som får ett färdigt svar direkt.
start-indicators-body = Byt ut det här mot hur ni mäter.
start-value = Exempel

# Recept för GitHub och GitLab: kommentarer och namn på steg
recipe-about = Kontrollerar planen vid varje förslag, och publicerar den vid varje ändring och varje natt.
recipe-github = Välj ”GitHub Actions” som källa under Settings → Pages. Använder ni inte GitHub kan filen tas bort.
recipe-gitlab = Använder ni inte GitLab kan filen tas bort.
recipe-nightly = Varje natt, så att det syns om ingen rapporterar.
recipe-nightly-gitlab = Lägg in ett schema för varje natt under Build → Pipeline schedules, så att det syns om ingen rapporterar.
recipe-install = Installera framdrift
recipe-check = Kontrollera planen
recipe-build = Bygg webbplatsen
recipe-preview = Spara en förhandsvisning

# Formulär för Sveltia CMS och Decap CMS
cms-about =
    Formulär för planen i Sveltia CMS eller Decap CMS. Gjord av framdrift schema --cms.
    Fyll i repo. En ny period behöver en ny fil: ta bort den här och kör kommandot igen.
cms-reports = Lägesrapporter { $period }
    .about = Rapporter påbörjas med ”framdrift new report”. Här fylls de i och ändras.
cms-initiatives = Initiativ
cms-goals = Mål
cms-areas = Kunskapsområden
cms-indicators = Nyckeltal
cms-forums = Forum
cms-insights = Insikter
cms-decisions = Beslut
cms-reviews = Uppföljningar
cms-pages = Sidor
cms-settings = Planen
cms-plan = Planens uppgifter
cms-organisation = Enheter och roller
cms-accessibility = Tillgänglighetsredogörelsen
cms-body = Text
cms-date = Skriv en dag (2026-03-31), en månad (2026-03), en period (2026-T1) eller ”löpande”.
cms-days = Skriv veckor eller dagar, till exempel 4v eller 28d.
# Planen som arbetsbok: bladens namn, och det som står vid kolumnerna
sheet-area = Områden
sheet-goal = Mål
sheet-initiative = Initiativ
sheet-activity = Aktiviteter
sheet-indicator = Nyckeltal
sheet-forum = Forum
sheet-insight = Insikter
sheet-decision = Beslut
sheet-role = Roller
sheet-unit = Enheter
sheet-reports = Rapporter
sheet-lists = Listor
sheet-owner = Initiativet som aktiviteten hör till.
sheet-reported = Initiativet som rapporten handlar om.
sheet-id = Ändra inte ett id här. En rad med ett nytt id blir något nytt i planen.
sheet-body = Rapportens text: vad har hänt, och vad betyder det för dem som det är till för?
sheet-required = Måste finnas.
sheet-several = Skriv semikolon mellan om det är flera.
sheet-choose = Välj ett av värdena i listan.
sheet-unknown = Det finns inte i planen, om det inte är nytt på ett annat blad.
# En karta över någon annans lista: förklaringarna i den
map-about = Karta för att läsa in { $file } med framdrift import. Gå igenom den, rätta det som inte stämmer och kör samma kommando igen. Lägg till --dry-run för att se vad som skulle skrivas.
map-sheet = En karta för ett annat blad får du med --sheet.
map-fields = Går att välja: { $fields }.
map-text = Texten på sidan.
map-near = närmast: { $near }
map-either = { $one } eller { $other }?
map-cells = { $cells } och { $n_text } till
map-ending = karta.yaml
