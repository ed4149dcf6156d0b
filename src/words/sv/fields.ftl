# Vad varje nyckel i innehållets filer betyder: i nya filer, i redigerarens hjälp och i guiden. En nyckel utan egen rad
# får den som bara har nyckelns namn.

field-title = Namnet, så som det ska stå på webbplatsen.
field-summary = En eller två meningar om vad det är.
field-id = Kort namn som andra filer hänvisar med: små bokstäver a–z, siffror och bindestreck.
field-aliases = Tidigare id:n. Den gamla adressen leder då hit.
field-draft = Skriv ja för ett utkast: det visas med framdrift serve men publiceras inte.
field-date = Dagen, som år-månad-dag.
field-decision = Beslutet bakom.
field-accountable = Rollen som svarar för det. En enda, och aldrig en person.
field-forum = Forumet som arbetar med det.

field-plan-title = Vad planen heter.
field-plan-summary = Vad planen handlar om, i en eller två meningar.
field-plan-organisation = Vems plan det är.
field-plan-municipality-code = Kommunens kod, fyra siffror.
field-plan-period = När planen gäller.
field-plan-language = Språket som planen är skriven på.
field-plan-languages = Fler språk som webbplatsen ska finnas på.
field-plan-base-url = Webbplatsens adress.
field-plan-decision = Beslutet som antog planen.
field-plan-owner = Rollen som svarar för planen.
field-plan-contact = En funktionsbrevlåda för frågor.
field-plan-feedback = Länk till ett formulär för synpunkter. {"{"}subject{"}"} och {"{"}address{"}"} i länken fylls i med sidans rubrik och adress.
field-plan-accessibility-law = Vilken lag om tillgänglig digital service som gäller; den svenska om inget står här.
field-plan-reporting = Hur ofta det ska rapporteras.
field-plan-timezone = Tidszonen som avgör när dagen börjar.
field-plan-licence = Licensen för uppgifterna, med beteckning enligt SPDX.
field-plan-catalogue = Gör en datakatalog som dataportal.se kan hämta. Värdet säger vad ni är för slags organisation.
field-plan-brand = Färg och logotyp.
field-plan-labels = Ord på webbplatsen som planen byter ut mot egna.
field-plan-thresholds = Gränser för hur läget räknas ut.
field-plan-notice = En mening som står på varje sida.

field-period-start = Första dagen.
field-period-end = Sista dagen.

field-reporting-every = Hur lång en rapportperiod är.
field-reporting-first = Den första perioden som ska rapporteras; planens första om inget står här.
field-reporting-grace = Hur lång tid efter periodens slut som en rapport kommer i tid.
field-reporting-stale-after = Så många perioder utan rapport innan det heter att uppgift saknas.

field-brand-colour = Färgen för länkar och markeringar, som #rrggbb.
field-brand-logo = Logotypen: en bild i content/static/.
field-brand-image = Bilden som visas när någon delar en sida: en bild i content/static/, helst 1200 × 630 bildpunkter.

field-thresholds-overdue-days = Så många dagar får en aktivitet vara försenad innan initiativet är i riskzonen (30).
field-thresholds-long-overdue-days = Så många dagar får en aktivitet vara försenad innan initiativet avviker från planen (90).
field-thresholds-overdue-share = Så stor andel av de öppna aktiviteterna får vara försenade innan initiativet avviker (0,333).
field-thresholds-no-progress-reports = Så många rapporter i rad utan framsteg innan initiativet är i riskzonen (2).
field-thresholds-in-phase = Från den här kvoten är ett nyckeltal i fas (0,95).
field-thresholds-partly = Från den här kvoten är ett nyckeltal delvis i fas (0,60).
field-thresholds-data-age-intervals = Efter så många mätintervall är värdena för gamla att bedöma med (2).
field-thresholds-insight-days = Efter så många dagar utan svar räknas en insikt som obesvarad (60).
field-thresholds-assessment-days = Efter så många dagar kanske bedömningen av ett mål inte gäller längre (365).
field-thresholds-role-limit = Fler pågående initiativ än så är för många för en roll (5).
field-thresholds-forum-rhythm = Så många av sina egna intervall har ett forum på sig att träffas igen (1,5).
field-thresholds-pulse-mostly = Från den här andelen rapporter heter det att planen följs till stor del (0,75).
field-thresholds-pulse-partly = Från den här andelen heter det att planen följs delvis (0,5).

field-organisation-units = Nämnder, förvaltningar, enheter, bolag och andra.
field-organisation-roles = Roller, aldrig personer.

field-unit-title = Vad enheten heter.
field-unit-summary = Vad enheten gör.
field-unit-kind = Vilket slags enhet det är.
field-unit-parent = Enheten som den hör till.

field-role-title = Vad rollen heter.
field-role-summary = Vad rollen svarar för.
field-role-unit = Enheten som rollen finns i.
field-role-kind = Vilket slags roll det är.
field-role-mandate = Vad rollen får göra med det den svarar för.
field-role-mandate-source = Var mandatet står, till exempel i delegationsordningen. Behövs när rollen beslutar.
field-role-contact = En funktionsbrevlåda.

field-area-title = Vad området heter.
field-area-summary = Vad området handlar om.
field-area-forum = Forumet som arbetar med området.

field-goal-title = Vad som ska bli bättre, och för vem.
field-goal-summary = Vad målet betyder, i en eller två meningar.
field-goal-area = Området som målet hör till.
field-goal-parent = Målet ovanför.
field-goal-decision = Beslutet bakom målet.
field-goal-accountable = Rollen som svarar för målet. En enda, och aldrig en person.
field-goal-indicators = Nyckeltalen som visar om målet nås.
field-goal-target = När målet ska vara nått.
field-goal-replaced-by = Målet som har tagit över.
field-goal-assessments = Bedömningar av hur det går.

field-assessment-date = När bedömningen gjordes.
field-assessment-by = Rollen som bedömer.
field-assessment-verdict = Bedömningen.
field-assessment-motivation = Varför.

field-initiative-title = Vad initiativet heter.
field-initiative-summary = Vad det ger, i högst 300 tecken.
field-initiative-goals = Målen som initiativet ska bidra till.
field-initiative-accountable = Rollen som svarar för initiativet. En enda, och aldrig en person.
field-initiative-sponsor = En roll som kan besluta och som står bakom initiativet.
field-initiative-contributors = Andra roller som medverkar.
field-initiative-phase = Hur långt det har kommit från idé till vardag.
field-initiative-start = När det börjar.
field-initiative-end = När det ska vara klart.
field-initiative-ongoing = Skriv ja om det pågår utan slutdatum.
field-initiative-deadline-moves = Hur slutdatumet har flyttats.
field-initiative-activities = Det som ska göras, steg för steg.
field-initiative-indicators = Nyckeltalen som initiativet ska påverka.
field-initiative-depends-on = Initiativ som måste bli klara först.
field-initiative-merged-into = Initiativet som det har gått upp i.
field-initiative-decision = Beslutet bakom initiativet.
field-initiative-insights = Insikterna som initiativet svarar på.
field-initiative-forum = Forumet som arbetar med initiativet.
field-initiative-budget = Vad det får kosta.
field-initiative-benefit = Vad det ska ge.
field-initiative-tags = Egna etiketter.

field-contributor-role = Rollen.
field-contributor-does = Vad rollen gör.

field-deadline-move-date = När slutdatumet flyttades.
field-deadline-move-from = Slutdatumet före.
field-deadline-move-to = Slutdatumet efter.
field-deadline-move-why = Varför.
field-deadline-move-decision = Beslutet att flytta det.

field-activity-id = Kort namn, unikt inom initiativet.
field-activity-title = Vad som ska göras.
field-activity-state = Hur långt det har kommit.
field-activity-due = När det ska vara gjort.
field-activity-done-on = När det blev klart. Behövs när läget är klar.
field-activity-accountable = Rollen som svarar för det, om det är en annan än initiativets.
field-activity-milestone = Skriv ja om det är en milstolpe.

field-budget-amount = Beloppet.
field-budget-currency = Valutan; SEK om inget står här.
field-budget-year = Året som beloppet gäller.
field-budget-spent = Hur mycket som är förbrukat.

field-benefit-for = Vem nyttan är till för.
field-benefit-text = Nyttan i ord.
field-benefit-value = Nyttan som ett tal.
field-benefit-unit = Enheten för talet.
field-benefit-by = När nyttan ska märkas.

field-indicator-title = Vad nyckeltalet heter.
field-indicator-summary = Vad det mäter.
field-indicator-unit = Enheten, till exempel %, dagar eller antal.
field-indicator-decimals = Hur många decimaler som ska visas.
field-indicator-level = Om det mäter en effekt, en prestation eller en resurs.
field-indicator-direction = Åt vilket håll som är bättre.
field-indicator-baseline = Värdet när det började.
field-indicator-targets = Värden att nå, med datum.
field-indicator-interval = Hur ofta det mäts.
field-indicator-source = Var siffrorna kommer ifrån.
field-indicator-method = Hur siffrorna tas fram.
field-indicator-breaks = När sättet att mäta ändrades.
field-indicator-comparisons = Vad jämförelserna heter på webbplatsen.

field-baseline-date = När.
field-baseline-value = Värdet.

field-target-date = När värdet ska vara nått.
field-target-value = Värdet att nå.
field-target-low = Det lägsta värdet som är bra nog, om det är ett spann.
field-target-high = Det högsta värdet som är bra nog, om det är ett spann.

field-source-name = Vems siffrorna är.
field-source-url = Var de är publicerade.
field-source-licence = Licensen.
field-source-kolada-id = Nyckeltalets id i Kolada.
field-source-fetched = Dagen då värdena hämtades därifrån. Skrivs av ”framdrift fetch kolada”.

field-series-break-date = Från och med när.
field-series-break-why = Varför.

field-comparison-series = Seriens namn i filen med värden.
field-comparison-title = Seriens namn på webbplatsen.

field-forum-title = Vad forumet heter.
field-forum-summary = Vad forumet är, i en eller två meningar.
field-forum-areas = Områdena som forumet arbetar med.
field-forum-purpose = Vad forumet är till för.
field-forum-chair = Rollen som leder forumet.
field-forum-members = Rollerna som är med; minst två.
field-forum-every = Hur ofta forumet träffas.
field-forum-reports-to = Enheten eller rollen som forumet rapporterar till.
field-forum-charter = Vad forumet får göra och inte göra.
field-forum-meetings = Möten som har hållits.

field-meeting-date = När mötet var.
field-meeting-took-up = Vad som togs upp: insight:ID, initiative:ID eller ord.
field-meeting-decided = Vad mötet kom fram till: initiative:ID eller ord.
field-meeting-link = Länk till minnesanteckningarna.

field-insight-title = Frågan, så som den som hör av sig skulle ställa den.
field-insight-summary = Vad invånare eller medarbetare berättar, i en eller två meningar. Aldrig något om en enskild person.
field-insight-period = När det berättades: en dag, en månad eller en period.
field-insight-channel = Hur det berättades.
field-insight-theme = Vad det handlar om, i ett eller två ord.
field-insight-volume = Hur många som har berättat: 5 eller fler, eller "<5".
field-insight-trend = Om det ökar eller minskar.
field-insight-goals = Målen som insikten rör.
field-insight-initiatives = Initiativen som svarar på den.
field-insight-forum = Forumet som arbetar med den.
field-insight-response = Svaret.

field-response-state = Hur långt svaret har kommit.
field-response-text = Svaret i ord.
field-response-by = Rollen som svarar.
field-response-on = När svaret gavs.

field-decision-title = Vad beslutet heter.
field-decision-summary = Vad som beslutades, i en eller två meningar.
field-decision-body = Enheten eller rollen som beslutade.
field-decision-date = När beslutet fattades.
field-decision-reference = Diarienummer och paragraf.
field-decision-url = Var protokollet är publicerat.
field-decision-affects = Vad beslutet rör: goal:ID, initiative:ID eller ord.
field-decision-asks-for = Uppdrag som beslutet ger.

field-directive-what = Vad som ska göras.
field-directive-role = Rollen som får uppdraget.
field-directive-by = När det senast ska vara gjort.

field-report-by = Rollen som rapporterar.
field-report-date = Dagen då rapporten skrevs.
field-report-assessment = Hur det går.
field-report-no-progress = Skriv ja om inget har hänt sedan förra rapporten.
field-report-next-step = Vad som händer härnäst, i en mening. Behövs inte när det är klart eller avbrutet.
field-report-obstacle = Vad som är i vägen. Behövs när bedömningen är risk, avviker eller pausat.
field-report-decision-needed = Ett beslut som arbetet väntar på.
field-report-forecast-end = När det nu väntas bli klart.
field-report-evidence = Länkar till det som visar att det är så.
field-report-corrected = När och varför en publicerad rapport har rättats.

field-obstacle-kind = Vad slags hinder det är.
field-obstacle-text = Hindret i ord.

field-decision-needed-question = Frågan som ska avgöras.
field-decision-needed-by = Rollen som måste avgöra den.
field-decision-needed-before = När beslutet senast behövs.

field-evidence-title = Vad det heter.
field-evidence-url = Länken.

field-correction-date = När rapporten rättades.
field-correction-why = Vad som var fel.

field-removed-items-removed = Det som har tagits bort.
field-removed-item-what = Vad det var: slag och id, till exempel initiativ:e-arkiv, eller adressen till en sida eller fil, till exempel /rapport.pdf.
field-removed-item-title = Vad det hette.
field-removed-item-date = När det togs bort.
field-removed-item-why = Varför det togs bort.
field-removed-item-instead = Vad man kan läsa i stället: slag och id.

field-review-date = När uppföljningen gjordes.
field-review-body = Enheten eller rollen som gjorde den.
field-review-reference = Diarienummer och paragraf.
field-review-covers = Initiativen som togs upp; alla som rapporterade om inget står här.
field-review-answers = Svar på rapporternas frågor.

field-answer-initiative = Initiativet som frågade.
field-answer-answer = Svaret.

field-page-title = Vad sidan heter.
field-page-summary = Vad sidan handlar om.
field-page-menu = Skriv ja om varje sidas fot ska länka hit.

field-accessibility-statement-organisation = Vems webbplatsen är; planens organisation om inget står här.
field-accessibility-statement-service = Vad webbplatsen heter; planens namn om inget står här.
field-accessibility-statement-service-url = Webbplatsens adress; planens om inget står här.
field-accessibility-statement-compliance = Hur väl webbplatsen följer lagen.
field-accessibility-statement-shortcomings = Det som inte följer lagen. Behövs om webbplatsen inte är helt förenlig.
field-accessibility-statement-disproportionate = Det som organisationen har bedömt som oskäligt betungande att anpassa (12 §).
field-accessibility-statement-outside-the-law = Innehåll som lagen inte omfattar (9 §).
field-accessibility-statement-assessed = Dagen då webbplatsen senast bedömdes.
field-accessibility-statement-updated = Dagen då redogörelsen senast gicks igenom.
field-accessibility-statement-published = Dagen då webbplatsen publicerades.
field-accessibility-statement-method = Hur webbplatsen prövades.
field-accessibility-statement-method-text = Hur webbplatsen prövades, i ord.
field-accessibility-statement-audit-report = Länk till rapporten från granskningen.
field-accessibility-statement-form = Länk till ett tillgängligt formulär för den som hittar en brist eller vill ha innehållet på annat sätt.
field-accessibility-statement-email = En funktionsbrevlåda för samma sak.
field-accessibility-statement-phone = Ett telefonnummer för samma sak.
field-accessibility-statement-response-time = Hur snart svaret kommer, till exempel ”inom två arbetsdagar”.
field-accessibility-statement-supervision = Tillsynsmyndigheten, om det är en annan än framdrift känner till.
field-accessibility-statement-standard = Standarden som webbplatsen bedömdes mot, om det är en annan än den som gäller.

field-shortcoming-id = Kort namn, för översättningar.
field-shortcoming-situation = Situationen där bristen märks.
field-shortcoming-description = Vad som inte fungerar.
field-shortcoming-place = Var på webbplatsen.
field-shortcoming-wcag = Kriterierna i WCAG som bristen gäller, till exempel 1.1.1.
field-shortcoming-reason = Varför det är så.
field-shortcoming-alternative = Vad man kan göra i stället.
field-shortcoming-fix-by = När bristen senast ska vara åtgärdad.

field-content-id = Kort namn, för översättningar.
field-content-content = Vilket innehåll det gäller.
field-content-assessment = Hur det bedömdes. Behövs för det som är oskäligt betungande.

field-supervision-authority = Vad myndigheten heter.
field-supervision-url = Var man klagar hos den.

field-translation-organisation = Organisationens namn på det andra språket.
field-translation-service = Webbplatsens namn på det andra språket.
field-translation-method-text = Hur webbplatsen prövades, på det andra språket.
field-translation-response-time = Hur snart svaret kommer, på det andra språket.
field-translation-authority = Myndighetens namn på det andra språket.
field-translation-shortcomings = Bristerna, var och en med sitt id.
field-translation-disproportionate = Det som är oskäligt betungande, vart och ett med sitt id.
field-translation-outside-the-law = Det som lagen inte omfattar, vart och ett med sitt id.
field-translation-id = Id:t för det som översätts.
field-translation-description = Vad som inte fungerar, på det andra språket.
field-translation-place = Var på webbplatsen, på det andra språket.
field-translation-reason = Varför det är så, på det andra språket.
field-translation-alternative = Vad man kan göra i stället, på det andra språket.
field-translation-title = Namnet på det andra språket.
field-translation-summary = Sammanfattningen på det andra språket.
field-translation-removed = Det som har tagits bort, vart och ett med vad det var.
field-translation-what = Vad det var, skrivet som i originalet.
field-translation-why = Varför det togs bort, på det andra språket.
field-translation-notice = Meningen som står på varje sida, på det andra språket.
field-translation-labels = Ord på webbplatsen som planen byter ut mot egna, på det andra språket.
field-translation-units = Enheterna, var och en med sitt id.
field-translation-roles = Rollerna, var och en med sitt id.

field-observation-date = När det gäller: en dag, en månad, en period eller ett år.
field-observation-value = Värdet. Lämna tomt om uppgiften saknas.
field-observation-series = Jämförelseserien. Lämna tomt för kommunens eget värde.
field-observation-note = En anmärkning som visas vid värdet.
field-observation-preliminary = Om värdet kan komma att ändras.
field-values = Vad som har mätts, och när.

field-map-sheet = Bladet som ska läsas in.
field-map-heading-row = Raden som rubrikerna står på.
field-map-kind = Vad varje rad är.
field-map-period = Perioden som rapporterna handlar om, till exempel 2026-T2.
field-map-columns = Till vänster kolumnens rubrik, till höger vad den är i planen. En kolumn utan något till höger läses inte. Utan en kolumn som är ”id” görs id av titeln.
field-map-values = Det som står i listan men inte finns i planen: till vänster som det står, till höger vad det betyder. Skriv ”tomt” till höger om cellen ska räknas som tom. Allt måste ha ett svar.
field-map-defaults = Det som alla nya rader får när listan inte har något. Det som står här måste fyllas i.
