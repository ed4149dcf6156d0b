## Orden om webbplatsen själv: vem som ger ut den, hur tillgänglig den är, hur man når den som svarar.

# Adresser
route-about = om-webbplatsen
route-statement = tillganglighetsredogorelse

# Språket som delningstjänster skriver det
language-locale = sv_SE

# Så når du oss
theme-react-form = Stämmer något inte, eller undrar du över något? Berätta det för oss.
react-form = Lämna en synpunkt om sidan
react-subject = Om ”{ $title }”
react-subject-initiative = Om initiativet ”{ $title }”
react-body = Det gäller sidan { $address }

# Hur färska uppgifterna är
fresh-report = Senaste lägesrapport
fresh-value = Senaste mätvärde
fresh-assessment = Senaste bedömning
fresh-meeting = Senaste möte
fresh-decision = Senaste beslut
fresh-insight = Senaste insikt
fresh-statement = Senast genomgången
theme-outdated = Kan vara inaktuellt
outdated-silent = Den senaste rapporten är från { $date }, och flera har uteblivit sedan dess. Vad som har hänt efter det vet vi inte. { $role } svarar för initiativet.
outdated-silent-nobody = Den senaste rapporten är från { $date }, och flera har uteblivit sedan dess. Vad som har hänt efter det vet vi inte, och ingen är utsedd att svara för initiativet.
outdated-never = Ingen har rapporterat hur det går. Det som står här är bara vad planen säger. { $role } svarar för initiativet.
outdated-never-nobody = Ingen har rapporterat hur det går, och ingen är utsedd att svara för initiativet. Det som står här är bara vad planen säger.
outdated-value = Det senaste värdet är från { $date }. Det är för gammalt för att säga hur det är nu.
outdated-assessment = Målet bedömdes senast { $date }. Det är mer än { $limit } sedan, så bedömningen kan ha blivit inaktuell.
outdated-statement = Redogörelsen gicks igenom senast { $date }. Det är mer än ett år sedan, så brister kan ha rättats eller kommit till.

# Om webbplatsen
about-title = Om webbplatsen
about-description = Vem som ger ut { $plan }, hur uppgifterna kommer hit och hur du hör av dig.
about-lead = Här visar { $organisation } hur det går med en plan: vad som är lovat, hur långt arbetet har kommit och vem som svarar för vad. Det som är försenat eller okänt står också här.
about-who = Vem som ger ut webbplatsen
about-plan = Planen
about-plan-period = Gäller
about-plan-years = { $start } till { $end }
about-owner = Svarar för planen
about-address = Webbadress
about-facts = Så kommer uppgifterna hit
about-reports = Den som svarar för ett initiativ lämnar en lägesrapport varje { $rhythm }. Den ska vara inne senast { $grace } efter periodens slut.
about-computed = Lägena räknas fram ur rapporterna och planen. Ingen kan skriva in ett bättre läge än uppgifterna visar. { $link }
about-computed-link = Läs hur vi räknar.
about-missing = Saknas en uppgift står det så. Den blir aldrig noll och lämnas aldrig utanför en räkning. { $link }
about-missing-link = Se vad som saknas i planen.
about-published = Publicerad
about-next-report = Nästa rapporter
about-next-report-value = senast { $date }, för { $period }
about-privacy = Vi sparar inget om dig
about-no-cookies = Webbplatsen har inga kakor och sparar ingenting i din webbläsare. Därför behöver vi inte be om ditt samtycke.
about-no-third = Sidorna hämtar inget från andra webbplatser och skickar inget till någon. Ingen mäter vad du läser.
about-logs = Servern som lämnar ut sidorna kan ha en logg, som andra servrar. Vad den sparar bestämmer den som driver servern. Följer du en länk till en annan webbplats gäller det som sägs där.
about-use = Använd uppgifterna
about-use-licence = Texter och tal får användas enligt licensen { $link }. Ange gärna datumet, för uppgifterna ändras.
about-use-data = Hela planen och allt som är framräknat ur den går att ladda ner: { $link }
about-accessibility = Tillgänglighet
about-statement = { $link } säger hur väl webbplatsen följer lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du säger till om fler.
about-statement-link = Tillgänglighetsredogörelsen
about-no-statement = Webbplatsen har ingen tillgänglighetsredogörelse, så hur tillgänglig den är har ingen prövat och redovisat här. { $link }
about-contact = Hör av dig
about-contact-text = Stämmer något inte, eller undrar du över något? Längst ner på varje sida står hur du når oss.
about-public-record = Det du skriver till en myndighet blir en allmän handling.
about-no-contact = Planen anger ingen adress att skriva till.
about-program = Programmet
about-program-text = Webbplatsen är gjord med programmet framdrift, version { $version }. Samma innehåll och datum ger alltid samma webbplats.
about-more = Läs mer
about-removed = Det som har tagits bort
about-removed-text = Det här har funnits på webbplatsen och finns inte kvar:
about-removed-item = { $title }, { $date }: { $why }

# Licenser och data
dataset-computed = Framräknade lägen och tal i { $plan }
dataset-computed-description = Varje läge och tal som webbplatsen räknar fram ur planen och dess lägesrapporter, med den regel som det följer av och de uppgifter som det bygger på, så att vem som helst kan räkna om det.
dataset-indicator-description = { $title }. Mätvärden som { $organisation } följer i { $plan }.

# Tillgänglighetsredogörelsen: myndighetens rubriker i myndighetens ordning
statement = Tillgänglighetsredogörelse
statement-title = Tillgänglighet för { $service }
statement-description = Hur väl { $service } följer lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du säger till om fler.
statement-lead = { $organisation } står bakom den här webbplatsen. Vi vill att så många som möjligt ska kunna använda den. Här står hur väl den följer lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du säger till om du hittar fler.
statement-service = Redogörelsen gäller
theme-statement-how = Hur tillgänglig är webbplatsen?
statement-how-fully = Vi känner inte till några brister. Hittar du någon vill vi veta det.
statement-how-partly = { $n ->
    [one] Det mesta fungerar, men vi känner till en sak som inte gör det.
   *[other] Det mesta fungerar, men vi känner till { $n_text } saker som inte gör det.
}
statement-how-not = { $n ->
    [one] Webbplatsen har en allvarlig brist i tillgängligheten.
   *[other] Webbplatsen har { $n_text } kända brister i tillgängligheten, och några av dem är allvarliga.
}
theme-statement-list = Läs vad det är, och vad du kan göra i stället
theme-statement-help = Vad kan du göra om du inte kan använda delar av webbplatsen?
theme-statement-help-text = Behöver du något härifrån i en annan form, till exempel uppläst, i enklare text eller på papper? Hör av dig, så hjälper vi dig.
statement-form = Formulär
statement-form-link = Skriv till oss om tillgänglighet
statement-email = E-post
statement-phone = Telefon
statement-response = Vi svarar oftast
theme-statement-report = Rapportera brister i webbplatsens tillgänglighet
theme-statement-report-text = Har du hittat något som inte fungerar och som inte står på den här sidan? Tycker du att vi inte gör det som lagen kräver? Berätta det för oss, så att vi kan rätta till det.
theme-statement-supervision = Tillsyn
supervisor-digg = Myndigheten för digital förvaltning, Digg,
supervisor-pts = Post- och telestyrelsen, PTS,
statement-supervision = ser till att lagen följs. Är du inte nöjd med hur vi har tagit hand om din synpunkt kan du { $link }.
statement-supervision-link = anmäla det till myndigheten
theme-statement-technical = Teknisk information om webbplatsens tillgänglighet
statement-fully = Den här webbplatsen är helt förenlig med lagen om tillgänglighet till digital offentlig service.
statement-partly = Den här webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service. Skälen står under nästa rubrik.
statement-not = Den här webbplatsen är inte förenlig med lagen om tillgänglighet till digital offentlig service. Skälen står under nästa rubrik.
statement-standard = Den är bedömd mot { $standard }.
theme-statement-content = Innehåll som inte är tillgängligt
theme-statement-nothing = Vi känner inte till något innehåll som inte är tillgängligt.
theme-statement-shortcomings = Bristande förenlighet med lagkraven
theme-statement-burdens = Oskäligt betungande anpassning
theme-statement-burdens-text = Det här har vi bedömt som oskäligt betungande att anpassa, enligt 12 § i lagen. Behöver du det ändå, så hör av dig.
theme-statement-outside = Innehåll som inte omfattas av lagen
theme-statement-outside-text = Det här behöver enligt 9 § i lagen inte vara tillgängligt. Behöver du det ändå, så hör av dig.
theme-statement-tested = Hur vi testat webbplatsen
situation-without-vision = Problem vid användning utan synförmåga
situation-limited-vision = Problem vid användning med nedsatt syn
situation-limited-colour-vision = Problem vid användning med nedsatt färgseende
situation-without-hearing = Problem vid användning utan hörsel
situation-limited-hearing = Problem vid användning med nedsatt hörsel
situation-without-voice = Problem vid användning utan röstförmåga
situation-limited-dexterity-or-strength = Problem vid användning med nedsatt finmotorik eller styrka
situation-limited-mobility = Problem vid användning med nedsatt rörlighet
situation-sensitive-to-flicker = Problem vid känslighet för flimmer
situation-limited-cognition = Problem vid kognitiv nedsättning
shortcoming-place = Var
shortcoming-alternative = Gör så här i stället
shortcoming-reason = Varför
shortcoming-criteria = Kriterium i WCAG
shortcoming-fix-by = Åtgärdas senast
tested-internal = Vi har testat webbplatsen själva.
tested-external = Någon utanför organisationen har testat webbplatsen åt oss.
tested-combination = Webbplatsen är testad både av oss själva och av någon utanför organisationen.
tested-estimate = Webbplatsen är inte testad. Vi har uppskattat hur tillgänglig den är.
statement-audit = Rapporten från testet
statement-assessed = Senaste bedömningen gjordes
statement-updated = Redogörelsen gicks igenom
statement-published = Webbplatsen publicerades

# Sidor som inte är översatta
untranslated-sv = Det som redaktionen har skrivit på den här sidan finns bara på svenska.
untranslated-en = Det som redaktionen har skrivit på den här sidan finns bara på engelska.
read-original = Läs sidan på svenska
