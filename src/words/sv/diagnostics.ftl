# Meddelanden till den som skriver innehållet.
#
# Varje regel har sin kod som nyckel: själva meddelandet, .help (vad du ska skriva i stället), övriga ledtrådar,
# .summary (regeln på en rad) och .explain (den långa texten i ”framdrift explain”).

## delar av meddelanden

for-record =
    { $record_key ->
        [plan] för planen
        [organisation] för organisationen
        [accessibility-statement] för tillgänglighetsredogörelsen
        [removed-items] för det som har tagits bort
        [removed-item] för något som har tagits bort
        [map] för kartan
        *[other] för { $record }
    }
every-interval =
    { $every_key ->
        [week] varje vecka
        [two-weeks] varannan vecka
        [month] varje månad
        [two-months] varannan månad
        [quarter] varje kvartal
        [tertial] varje tertial
        [half-year] varje halvår
        [year] varje år
        [two-years] vartannat år
        *[other] { $every }
    }
a-record =
    { $record_key ->
        [plan] en plan
        [period] en period
        [organisation] en organisation
        [unit] en enhet
        [role] en roll
        [assessment] en bedömning
        [contributor] en medverkande
        [activity] en aktivitet
        [budget] en budget
        [benefit] en nytta
        [source] en källa
        [comparison] en jämförelse
        [insight] en insikt
        [report] en rapport
        [correction] en rättelse
        [review] en uppföljning
        [page] en sida
        [map] en karta
        [translation] en översättning
        [brand] en profil
        [accessibility-statement] en tillgänglighetsredogörelse
        [removed-items] en lista över det som har tagits bort
        [removed-item] en borttagen sak
        [shortcoming] en brist
        [supervision] en tillsyn
        *[other] ett { $record }
    }
no-kind =
    { $kind_key ->
        [accessibility-statement] ingen tillgänglighetsredogörelse
        [removed-item] ingen borttagen sak
        [shortcoming] ingen brist
        [activity] ingen aktivitet
        [insight] ingen insikt
        [report] ingen rapport
        [review] ingen uppföljning
        [role] ingen roll
        [unit] ingen enhet
        [page] ingen sida
        [unit-or-role] varken någon enhet eller någon roll
        *[other] inget { $kind }
    }
another-kind =
    { $kind_key ->
        [activity] en annan aktivitet
        [insight] en annan insikt
        [report] en annan rapport
        [review] en annan uppföljning
        [role] en annan roll
        [unit] en annan enhet
        [page] en annan sida
        [unit-or-role] en annan enhet eller roll
        *[other] ett annat { $kind }
    }

names-none = inga alls

type-text = en text
type-date = ett datum
type-bool = ja eller nej
type-number = ett tal
type-count = ett heltal, 0 eller mer
type-list = en lista
type-map = en grupp nycklar
type-nothing = ingenting
type-id = ett id
type-days = en tid i veckor eller dagar, som 4v eller 28d
type-volume = ett heltal från 5 och uppåt, eller "<5"
type-mention = en hänvisning som mål:skola, eller några ord

## files

FD001 = Filen går inte att läsa: { $problem }
    .help = Se efter att filen finns kvar och att du har rätt att öppna den.
    .summary = En fil går inte att läsa.
    .explain =
        Datorn säger nej när framdrift försöker öppna filen. Oftast har den flyttats, eller så saknar du rättighet att
        läsa den. Pröva att öppna den i ett vanligt program. Går inte det heller behöver den som sköter mappen hjälpa
        till.
FD002 = Filen är för stor. En fil får vara högst { $limit_text } MB.
    .help = Förminska bilden, eller lägg filen någon annanstans och länka till den.
    .summary = En fil är för stor.
    .explain =
        Stora filer gör webbplatsen långsam för den som läser den i telefonen. En bild behöver sällan vara större än
        0,5 MB. Film och långa dokument passar bättre där de redan finns publicerade:

            {"["}Se filmen på kommunens kanal](https://example.org/film)
FD003 = Det här är en genväg till en annan plats, och sådana följer framdrift inte.
    .help = Lägg själva filen här i stället för genvägen.
    .summary = En fil är en genväg (symbolisk länk).
    .explain =
        En symbolisk länk pekar ut ur mappen, kanske till något som aldrig var tänkt att publiceras. Därför läser
        framdrift bara riktiga filer. Kopiera filen som genvägen leder till och lägg kopian i mappen.
FD004 = Filens namn innehåller tecken som inte går att använda.
    .help = Döp om filen. Bokstäver, siffror, bindestreck och punkt går alltid bra.
    .summary = Ett filnamn har otillåtna tecken.
    .explain =
        Filnamnet innehåller ett omvänt snedstreck, ett osynligt styrtecken eller tecken som inte är giltig text. Ett
        sådant namn kan inte bli en adress på webben. Döp om filen till något enkelt:

            bilder/skolgard-2026.jpg
FD005 = Filen är inte sparad som UTF-8.
    .help = Spara om filen och välj teckenkodningen ”UTF-8”.
    .summary = En fil är inte sparad som UTF-8.
    .explain =
        UTF-8 är det sätt att spara text som gör att å, ä och ö blir rätt överallt. Den här filen är sparad på ett äldre
        sätt, eller så är den ingen textfil. Öppna den i din redigerare, välj ”Spara som” och teckenkodningen UTF-8. I
        Excel heter valet ”CSV UTF-8 (kommaavgränsad)”.
FD006 = Filen är tom.
    .help = Fyll filen med innehåll, eller ta bort den.
    .summary = En fil är tom.
    .explain =
        En tom fil säger inget om planen, men den kan se ut som ett initiativ eller en rapport som någon glömde att
        skriva. Fyll i åtminstone huvudet, eller ta bort filen:

            ---
            titel: Lugnare skolgårdar
            ---
FD007 = framdrift vet inte vad filen ”{ $path }” är.
    .nearest = Menade du ”{ $nearest }”?
    .twice = Filen finns redan, med ändelsen .yaml. Behåll en av dem.
    .help = Flytta filen till sin mapp, till exempel content/initiatives/. Bilder och dokument hör hemma i content/static/.
    .summary = En fil ligger på en plats där inget väntas.
    .explain =
        I mappen content/ har allt sin plats: mål i goals/, initiativ i initiatives/, lägesrapporter i
        reports/2026-T2/ och så vidare. En fil någon annanstans skulle aldrig synas på webbplatsen, och det brukar bero
        på ett stavfel i mappens namn eller i filens ändelse. Filer som ska publiceras precis som de är läggs i
        static/:

            content/static/bilder/skolgard.jpg
FD008 = Filen content/plan.yaml saknas.
    .help = Skapa content/plan.yaml med minst titel, organisation, period och språk.
    .summary = Planen saknar sin huvudfil, plan.yaml.
    .explain =
        I plan.yaml står vad planen heter, vems den är och när den gäller. Utan den vet framdrift inte vad som ska
        byggas. Så här lite räcker:

            titel: Digital agenda
            organisation: Exempelby kommun
            period:
              start: 2024
              slut: 2027
            språk: sv
FD009 = Filens namn ”{ $id }” duger inte som id.
    .nearest = Döp om den till ”{ $nearest }”, med samma ändelse som förut.
    .help = Ett id skrivs med små bokstäver a–z, siffror och enkla bindestreck.
    .summary = Ett filnamn kan inte användas som id.
    .explain =
        Filens namn är också sakens id: det som andra filer hänvisar till och det som blir adressen på webben. Därför
        skrivs det med små bokstäver utan prickar och ringar, siffror och bindestreck. Titeln inne i filen får förstås
        heta vad den vill.

            content/goals/lugnare-skolgardar.md

## YAML

FD011 = Det går inte att tolka filen från och med det här stället.
    .help = Kontrollera indragen (mellanslag, aldrig tabb) och citattecknen. En text med kolon eller nummertecken behöver stå inom "…". YAML-läsaren säger: { $problem }
    .summary = Filen är inte giltig YAML.
    .explain =
        Fakta skrivs i YAML: en nyckel, ett kolon, ett mellanslag och ett värde på varje rad. Det som hör ihop står lika
        långt in från kanten, alltid med mellanslag och aldrig med tabb. Det vanligaste felet är ett kolon mitt i en
        text. Då behövs citattecken:

            titel: "Skolan 2030: en lugn plats"
            mål:
              - trygg-skola
              - god-halsa
FD012 = Genvägarna ”&” och ”*” går inte att använda här.
    .help = Skriv ut värdet i sin helhet, eller sätt det inom "…" om tecknet hör till texten.
    .summary = YAML:s ankare (&) och alias (*) används.
    .explain =
        I YAML betyder & först i ett värde ”kom ihåg det här” och * ”samma som förut”. Det gör filen svår att läsa för
        nästa person, så framdrift tar inte emot det. Hör tecknet till texten sätter du citattecken om den:

            titel: "*Nytt* sätt att möta föräldrar"
FD013 = Taggar som börjar med ”!” går inte att använda här.
    .help = Ta bort taggen, eller sätt värdet inom "…" om utropstecknet hör till texten.
    .summary = En YAML-tagg (!) används.
    .explain =
        Ett utropstecken först i ett värde ändrar i YAML vad värdet är för något. En plan behöver aldrig det. Hör
        tecknet till texten sätter du citattecken om den:

            titel: "!Viktigt: ny mottagning"
FD014 = Filen innehåller flera YAML-dokument.
    .help = Ta bort den extra raden ”---”, eller dela upp innehållet på flera filer.
    .summary = En fil innehåller mer än ett YAML-dokument.
    .explain =
        En rad med bara --- börjar ett nytt dokument i YAML, och varje fil ska innehålla ett enda. I plan.yaml och
        organisation.yaml behövs ingen sådan rad alls. Ska filen beskriva två saker får de var sin fil.
FD015 = Värdena ligger för djupt i varandra. Gränsen går vid { $limit_text } nivåer.
    .help = Kontrollera indragen. En plan behöver aldrig mer än några nivåer.
    .summary = YAML-filen är för djupt nästlad.
    .explain =
        Varje steg in från kanten är en nivå. En plan behöver sällan fler än fyra, så här har nog ett indrag eller en
        parentes kommit fel. Jämför med en fil som fungerar.
FD016 = Filen har för många värden. Gränsen går vid { $limit_text }.
    .help = Dela upp innehållet på flera filer. Mätvärden hör hemma i en CSV-fil bredvid nyckeltalet.
    .summary = YAML-filen har för många värden.
    .explain =
        Så många värden brukar betyda att en tabell har klistrats in i fel fil. Ett nyckeltals mätvärden läggs i en egen
        fil med samma namn och ändelsen .csv:

            datum,värde
            2025,71.5
            2026,74
FD017 = YAML-texten är för stor. Gränsen går vid { $limit_text } MB.
    .help = Dela upp innehållet på flera filer.
    .summary = YAML-texten är för stor.
    .explain =
        Fakta om ett initiativ ryms på några rader, så en så stor fil har nog fått något annat inklistrat. Lång text
        skrivs under huvudet, efter den andra raden med ---.
FD018 = Nyckeln ”{ $key }” står två gånger.
    .first = Här står den första gången.
    .help = Behåll en av dem. Hör båda värdena hit skriver du dem som en lista under samma nyckel.
    .summary = Samma nyckel står två gånger.
    .explain =
        Står samma nyckel två gånger går det inte att veta vilket värde som gäller, och framdrift gissar aldrig. Ta bort
        den som är fel. Är båda rätt blir de en lista:

            mål:
              - trygg-skola
              - god-halsa
FD019 = Nyckeln ”<<” går inte att använda här.
    .help = Skriv ut nycklarna där de ska gälla.
    .summary = YAML:s sammanfogning (<<) används.
    .explain =
        I YAML kan << hämta nycklar från ett annat ställe i filen. Det gör att ingen längre ser vad som faktiskt gäller
        på raden. Skriv nycklarna där de hör hemma, även om samma ord då står två gånger.
FD020 = Nyckeln framför kolonet ska vara ett enda ord.
    .help = Sätt värdet inom "…" om det börjar med hakparentes eller klammer.
    .summary = En nyckel är inte en text.
    .explain =
        Före kolonet står en nyckel, till exempel titel eller ansvarig. Här står i stället en lista eller en grupp,
        ofta för att en text börjar med [ eller med en klammer. Citattecken gör den till vanlig text:

            titel: "[Pilot] Digital anmälan"
FD021 = Filen börjar inte med ett huvud mellan två rader ”---”.
    .help = Skriv --- överst, sedan nycklarna på var sin rad, sedan --- igen. Texten kommer därunder.
    .summary = En Markdown-fil saknar huvud.
    .explain =
        Varje fil börjar med ett huvud som anger fakta, och därunder kommer texten. Huvudet ligger mellan två rader med
        tre bindestreck, och den första av dem är filens allra första rad:

            ---
            titel: Lugnare skolgårdar
            ---
            Här börjar texten.
FD022 = Filens huvud tar aldrig slut.
    .help = Sätt en rad med bara --- mellan nycklarna och texten.
    .summary = Filens huvud avslutas inte med ”---”.
    .explain =
        Huvudet börjar med en rad --- men det finns ingen andra rad --- som talar om var texten tar vid. Raden ska stå
        för sig själv, längst till vänster:

            ---
            titel: Lugnare skolgårdar
            ---
            Här börjar texten.
FD023 = Här står ett tecken som ingen ser: { $code }.
    .turns = Tecknet vänder på ordningen, så att läsaren ser något annat än det som står.
    .empty = Tecknet har ingen bredd. Två texter som ser likadana ut blir olika.
    .help = Ta bort tecknet. Ofta har det följt med från en annan webbsida: skriv om ordet för hand.
    .summary = En text innehåller tecken som inte syns.
    .explain =
        Tecken utan bredd och tecken som vänder på läsriktningen syns inte för den som skriver. Därför kan de få en titel
        att se ut som en annan, eller gömma vad en länk heter. De följer ofta med när text klistras in från en webbsida.

        I arabiska, persiska och andra skriftspråk som behöver dem får tecknen stå, och likaså i emojier.

## uploads

FD051 = Filen ”{ $path }” får inte publiceras som den är.
    .help =
        Det här kan ligga i content/static/: { $known }. En fil som måste finnas på webbplatsen precis som den är,
        till exempel för att visa vem som äger den, läggs i stället i temat, themes/NAMN/.
    .summary = Ett slags fil som inte får laddas upp ligger i content/static/.
    .explain =
        Det som ligger i content/static/ publiceras på webbplatsens egen adress. En webbsida eller ett skript där skulle
        få göra allt som webbplatsens egna sidor får, och vems inloggning som helst kan bli stulen. Därför tar framdrift
        bara emot bilder, dokument, data, ljud och film: sådant som en webbläsare visar eller sparar men aldrig kör.

        Temat är webbplatsens kod. Det som ska finnas på webbplatsen precis som det är läggs där, av den som sköter den:

            themes/default/google1234.html
FD052 = Filen ”{ $path }” är inte det som namnet säger: den börjar inte som en { $ending }-fil.
    .help = Öppna filen och spara den på nytt i det format som namnet anger. Det räcker inte att byta namn på den.
    .summary = En fil i content/static/ har en ändelse som inte stämmer med innehållet.
    .explain =
        Webbläsaren går efter filens ändelse. Är innehållet något annat syns bilden inte, och dokumentet går inte att
        öppna. Vanligast är att en bild från en telefon, .heic, har fått ett nytt namn i stället för att sparas om.
FD053 = Bilden gör mer än att visa något: { $what }
    .help =
        Spara bilden som ”vanlig SVG” eller ”optimerad SVG” i ritprogrammet, eller som PNG. Då följer varken skript,
        hänvisningar till andra webbplatser eller andras märkspråk med.
    .summary = En SVG-bild innehåller skript eller hämtar något utifrån.
    .explain =
        En SVG-fil är text, och i den kan det stå skript. Den som öppnar bilden på webbplatsens adress kör då skriptet
        som om det vore webbplatsens eget. En bild kan också hämta något från någon annan, som därmed får veta vem som
        läser. Därför får en SVG-fil bara rita: inga skript, inga händelser som onload, ingen HTML, inga
        dokumenttypsdeklarationer och inga adresser utom till delar av bilden själv. Vanliga länkar får finnas.
FD054 = Bilden går inte att läsa som SVG: { $why }
    .help = Öppna bilden i ett ritprogram och spara den på nytt som SVG, i UTF-8.
    .summary = En fil som heter .svg är ingen SVG-bild.
    .explain =
        En SVG-bild är en XML-fil i UTF-8 vars yttersta element är svg, i SVG:s namnrymd. Det som inte går att läsa går
        inte heller att granska, och webbläsaren visar det inte:

            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
FD055 = Bilden ”{ $path }” är { $width } × { $height } bildpunkter, och det är för mycket för en webbläsare.
    .help = Spara bilden med högst { $most } miljoner bildpunkter. På en sida räcker 1 600 på bredden gott.
    .summary = En bild har så många bildpunkter att webbläsaren kan ge upp.
    .explain =
        En webbläsare packar upp bilden till fyra byte för varje bildpunkt, hur liten filen än är. En bild på 40 000 ×
        40 000 tar då sex gigabyte i läsarens telefon.
FD056 = Bilden ”{ $path }” väger { $size } kB.
    .help = Spara den mindre: 1 600 bildpunkter på bredden och kvalitet 80 väger sällan mer än 300 kB.
    .summary = En bild är så tung att den som läser på en telefon får vänta.
    .explain =
        Från 1 000 kB och uppåt får den som läser på en telefon vänta på bilden och betala för den. Fotografier blir
        minst som JPEG eller WebP, ritningar och kartor som SVG eller PNG.

## keys and values

FD101 = Nyckeln ”{ $key }” finns inte { for-record }.
    .nearest = Menade du ”{ $nearest }”?
    .help = De här nycklarna finns: { $known }
    .summary = En nyckel är okänd.
    .explain =
        framdrift känner igen ett bestämt antal nycklar, på svenska och på engelska, och säger till om alla andra.
        Annars kunde ett stavfel göra att en uppgift tyst försvann från webbplatsen. Rätta stavningen, eller ta bort
        raden om uppgiften inte behövs.

            ansvarig: skolchef
FD102 = Här saknas ”{ $key }”, som { a-record } måste ha.
    .help = Lägg till en rad som börjar med ”{ $key }:”.
    .summary = En obligatorisk nyckel saknas.
    .explain =
        Några få uppgifter måste finnas för att saken ska gå att visa, till exempel en titel. Andra får gärna saknas.
        Då skriver webbplatsen ”uppgift saknas”. En nyckel utan värde efter kolonet räknas som att den saknas.

            titel: Lugnare skolgårdar
FD103 = Här ska det stå { $expected }, men det står { $found }.
    .help = Byt ut värdet mot { $expected }.
    .summary = Ett värde är av fel sort.
    .explain =
        Varje nyckel tar emot en viss sorts värde: text, tal, datum, ja eller nej, en lista eller en grupp nycklar. Tal
        skrivs med siffror och decimalpunkt, utan enhet. Listor skrivs med ett streck på varje rad.

            budget:
              belopp: 1250000
            etiketter:
              - skola
FD104 = ”{ $value }” är inget av de värden som går att välja här.
    .nearest = Menade du ”{ $nearest }”?
    .help = Välj ett av de här: { $known }
    .summary = Ett värde finns inte bland dem som går att välja.
    .explain =
        En del nycklar har bestämda värden, för att samma sak ska heta likadant överallt och kunna räknas. Du kan skriva
        dem på svenska eller engelska. Behöver du säga mer gör du det i texten.

            bedömning: enligt-plan
FD105 = ”{ $text }” är inte skrivet som ett datum.
    .help = Skriv till exempel 2026-03-31, 2026-03, 2026-Q3, 2026-T2, 2026-H1, 2026 eller löpande.
    .summary = Ett datum är skrivet på fel sätt.
    .explain =
        Ett datum skrivs med året först och med bindestreck mellan delarna. Vet du inte dagen skriver du det du vet, och
        webbplatsen visar det just så: en månad (2026-03), ett kvartal (2026-Q3), ett tertial (2026-T2), ett halvår
        (2026-H1), en vecka (2026-W12) eller ett år. Ordet ”löpande” betyder att något saknar slut.

            senast: 2026-T2
FD106 = Datumet ”{ $text }” finns inte i kalendern.
    .help = Kontrollera dagen och månaden. Ett år har tre tertial, fyra kvartal och 52 eller 53 veckor.
    .summary = Ett datum finns inte i kalendern.
    .explain =
        Datumet är rätt skrivet, men dagen finns inte: november har 30 dagar, och ett år har tre tertial. Oftast har en
        siffra blivit fel.

            senast: 2026-11-30
FD107 = ”{ $id }” duger inte som id.
    .nearest = Skriv ”{ $nearest }”.
    .help = Ett id skrivs med små bokstäver a–z, siffror och enkla bindestreck.
    .summary = Ett id är skrivet på fel sätt.
    .explain =
        Ett id är ett kort namn som andra filer hänvisar till och som blir en del av adressen på webben. Det skrivs med
        små bokstäver utan prickar och ringar, siffror och bindestreck. Titeln får förstås heta vad den vill.

            id: skolchef
            titel: Chef för barn och utbildning
FD108 = Nyckeln ”{ $key }” står redan här, men på det andra språket.
    .first = Här står den första gången.
    .help = Behåll en av dem.
    .summary = Samma nyckel står på både svenska och engelska.
    .explain =
        Nycklar kan skrivas på svenska eller engelska, och ”ansvarig” och ”accountable” är samma nyckel. Står båda går
        det inte att veta vilket värde som gäller. Ta bort den ena.
FD110 = ”{ $key }” är { $length_text } tecken lång. Den får vara högst { $limit_text }.
    .help = Korta texten. Det som inte får plats kan stå i texten under huvudet.
    .summary = En text är för lång.
    .explain =
        En sammanfattning visas i listor och på telefoner, där bara ett par meningar får plats. Säg det viktigaste
        först: vad som blir bättre, och för vem. Resten får plats i texten under huvudet.
FD111 = Värdet för ”{ $key }” är inte möjligt. Det ska vara { $expected }.
    .share = Andelar skrivs som decimaltal (0.33) och inte i procent.
    .help = Rätta talet. Tar du bort raden gäller det vanliga värdet.
    .summary = Ett tal är för stort eller för litet.
    .explain =
        Talet kan inte stämma där det står. Andelar skrivs som decimaltal från 0 till 1 och inte i procent, och antal är
        aldrig negativa.

            gränser:
              försenad_andel: 0.33
FD112 = ”{ $text }” är ingen adress som går att länka till.
    .help = Skriv hela adressen, med https:// först.
    .summary = En webbadress är fel skriven.
    .explain =
        En länk till en annan webbplats behöver hela sin adress, så som den står i webbläsarens adressfält. Kopiera den
        därifrån.

            länk: https://www.example.org/protokoll
FD113 = ”{ $text }” är ingen färg.
    .help = Skriv nummertecken och sex tecken 0–9 eller a–f, inom citattecken: "#005a9c".
    .summary = En färg är fel skriven.
    .explain =
        Profilens färg skrivs så som den brukar stå i den grafiska manualen: ett nummertecken och sex tecken. Den måste
        stå inom citattecken, för annars läser YAML resten av raden som en anteckning.

            profil:
              färg: "#005a9c"
FD114 = Språket ”{ $tag }” finns inte i framdrift.
    .help = De här språken finns: { $known }
    .summary = Ett språk finns inte.
    .explain =
        framdrift har egna ord, datum och tal för varje språk som det kan visa. Ett språk skrivs med sin korta kod, till
        exempel sv för svenska och en för engelska.

            språk: sv
            språkversioner: [en]
FD115 = Tidszonen ”{ $text }” finns inte.
    .help = I Sverige är den Europe/Stockholm. Du kan också ta bort raden.
    .summary = En tidszon finns inte.
    .explain =
        Tidszonen avgör vilken dag som är i dag när webbplatsen byggs. Den skrivs med världsdel och stad på engelska.
        Saknas den gäller svensk tid.

            tidszon: Europe/Stockholm
FD116 = Webbplatsen har inget ord med namnet ”{ $key }”.
    .nearest = Menade du ”{ $nearest }”?
    .help = Under ”benämningar” står ordets namn före kolonet och ditt eget ord efter.
    .summary = En benämning ersätter ett ord som inte finns.
    .explain =
        Under ”benämningar” kan du byta ut webbplatsens ord mot dem som ni använder hos er. Före kolonet står ordets
        namn i framdrift, efter kolonet ert eget ord.

            benämningar:
              activities: Åtgärder
FD117 = Benämningen för ”{ $key }” går inte att använda.
    .address = Adressernas ord går inte att byta ut, för då skulle gamla länkar till webbplatsen sluta fungera.
    .placeholders = Klammer får bara finnas kring platshållare som originalet också har, som { "{" } $n_text { "}" }.
    .help = Skriv vanlig text, eller ta bort raden.
    .summary = En benämning är fel skriven.
    .explain =
        Några av webbplatsens ord har platshållare som fylls i när sidan byggs. En ersättning får använda samma
        platshållare men inga nya, och klamrar hör bara hemma kring dem. Oftast är vanlig text allt som behövs.

            benämningar:
              activities: Åtgärder
FD118 = ”{ $text }” är ingen rapportperiod i den här planen, som har intervallet { $rhythm }.
    .help = Skriv året och periodens nummer: 2026-03 (månad), 2026-Q3 (kvartal), 2026-T2 (tertial), 2026-H1 (halvår) eller 2026 (år).
    .summary = En period passar inte planens rapportering.
    .explain =
        Lägesrapporter och uppföljningar ligger under den period de gäller, och perioderna är så långa som planen säger
        under ”rapportering”. Rapporterar ni varje tertial heter perioderna 2026-T1, 2026-T2 och 2026-T3.

            content/reports/2026-T2/lugnare-skolgardar.md
FD119 = ”{ $text }” är ingen bestämd dag.
    .help = Skriv år, månad och dag, till exempel 2026-05-12.
    .summary = Ett datum måste vara en bestämd dag.
    .explain =
        De flesta datum får vara så ungefärliga som verkligheten är. Men dagen då en rapport skrevs eller ett möte hölls
        är känd, och av den räknar framdrift ut vad som är färskt och vad som är sent.

            datum: 2026-05-12
FD120 = Antal under 5 skrivs inte ut.
    .help = Skriv "<5", med citattecken.
    .summary = Ett antal under 5 röjer enskilda personer.
    .explain =
        När bara några få har hört av sig kan ett exakt antal göra att någon känns igen. Därför visar webbplatsen aldrig
        antal under fem. Skriv i stället ”färre än fem” så här:

            antal: "<5"
FD121 = ”{ $text }” är ingen kommunkod.
    .help = En kommunkod har fyra siffror. Skriv den inom citattecken, så att nollan först finns kvar: "0330".
    .summary = En kommunkod är fel skriven.
    .explain =
        Varje kommun har en kod med fyra siffror hos SCB. De två första är länets. Citattecknen gör att koden läses som
        text, så att en nolla i början inte försvinner.

            kommunkod: "0330"
FD122 = ”{ $text }” är ingen e-postadress.
    .help = Skriv en enda adress till en funktionsbrevlåda, till exempel kontaktcenter@kommunen.se.
    .summary = En e-postadress är fel skriven.
    .explain =
        Adressen blir en länk som öppnar läsarens e-post, så den måste gå att skriva till precis som den står. Ange bara
        adressen, utan namn, mellanslag eller ”mailto:”. Använd en brevlåda som hör till en funktion: den finns kvar när
        någon slutar.

            kontakt: kontaktcenter@kommunen.se
FD123 = Det finns inget som heter { $text } att fylla i adressen med.
    .help = De här går att använda: { $known }
    .summary = En adress för synpunkter har en okänd lucka.
    .explain =
        Adressen till ett formulär för synpunkter får ha luckor inom klammer. När sidan byggs fylls de med sidans rubrik
        och sidans adress, så att den som läser svaren vet vad de gäller.

            synpunkter: "https://www.kommunen.se/synpunkt?rubrik={"{"}ämne{"}"}&sida={"{"}adress{"}"}"
FD124 = Bilden ”{ $path }” går inte att visa när sidor delas.
    .form = Den är varken PNG eller JPEG.
    .small = Den är { $width } × { $height } bildpunkter. Den behöver vara minst { $least } stor.
    .heavy = Den är större än { $limit } kB.
    .help = Spara bilden som PNG eller JPEG, helst 1200 × 630 bildpunkter.
    .summary = Bilden för delning är av fel slag eller storlek.
    .explain =
        När någon delar en sida i ett meddelande eller en kanal visas en bild bredvid rubriken. De tjänster som visar den
        läser PNG och JPEG, väljer bort små bilder och orkar inte vänta på stora. Bilden skärs till ungefär dubbelt så
        bred som hög, så lägg det viktiga i mitten.

            profil:
              bild: bilder/dela.png
FD126 = Logotypen ”{ $path }” går inte att visa på sidorna.
    .form = Den är varken SVG, PNG, JPEG, GIF eller WebP.
    .frame = Ritningen saknar viewBox, så ingen vet hur bred den är i förhållande till sin höjd.
    .small = Den är { $width } × { $height } bildpunkter. Den behöver vara minst { $least } hög.
    .heavy = Den är större än { $limit } kB.
    .help = Spara logotypen som SVG med viewBox, eller som PNG minst 80 bildpunkter hög.
    .summary = Logotypen är av fel slag eller storlek.
    .explain =
        Logotypen står överst på varje sida, 40 bildpunkter hög. Den får därför inte väga mycket, och är den gjord av
        bildpunkter behöver den ha dubbelt så många för att bli skarp på bra skärmar och på papper. En SVG är bäst: den
        är liten och alltid skarp. I mörkt läge står den på en ljus platta, så den behöver inga ljusa färger.

            profil:
              logotyp: bilder/logotyp.svg

FD127 = ”{ $text }” säger inte vad som har tagits bort.
    .help = Skriv slag och id, till exempel ”initiativ:e-arkiv”, eller adressen från första snedstrecket, till exempel ”/rapport.pdf”. En uppföljning står på sin periods sida och kan inte anges här.
    .summary = Det framgår inte vad som har tagits bort.
    .explain =
        Adressen till det som har tagits bort ska säga vad som hände. Då behöver framdrift veta vilken adress det var: av
        slaget och id:t, eller av adressen själv. En sidas adress slutar med ett snedstreck, en fils gör det inte.

            borttaget:
              - vad: initiativ:chatbot
                titel: Chatbot för bygglov
                datum: 2026-03-01
                varför: Arbetet uppgick i ”Ansök och följ ditt ärende”.
                i_stället: initiativ:digitala-arenden
FD128 = Datakatalogen kan inte göras, för webbplatsens adress är okänd.
    .help = Skriv adressen i plan.yaml, till exempel ”webbadress: https://agenda.kommunen.example”, eller ta bort raden ”datakatalog”.
    .summary = En datakatalog är påslagen men webbplatsen har ingen adress.
    .explain =
        En datakatalog läses av andra webbplatser, till exempel dataportal.se. De hämtar den från er webbplats och länkar
        tillbaka till filerna, så varje adress i den måste vara fullständig. Därför behöver framdrift veta var
        webbplatsen ska ligga:

            webbadress: https://agenda.kommunen.example
            datakatalog: kommun

        Bygger ni till flera adresser kan den i stället anges när webbplatsen byggs, med --base-url.
FD130 = Planen gäller i { $years_text } år, från { $start } till { $end }.
    .help = Rätta årtalen. En plan får gälla i högst { $most_text } år.
    .summary = Planen gäller för länge.
    .explain =
        Varje period som har gått får en sida som säger hur planen låg till då. Ett årtal med en felslagen siffra, 1024 i
        stället för 2024, skulle ge tiotusentals sådana sidor. En plan får därför gälla i högst 60 år. Gäller agendan
        tills vidare, skriv när den ska ses över.
## references

FD201 = Det finns { no-kind } med id ”{ $id }”.
    .nearest = Menade du ”{ $nearest }”?
    .help = Ett id är filens namn utan ändelse. Enheter och roller har sina id i organisation.yaml.
    .summary = En hänvisning leder ingenstans.
    .explain =
        Filer hänvisar till varandra med id, och det här id:t finns inte. Kanske är det felstavat, kanske har filen bytt
        namn. Har något bytt id kan det gamla leva kvar som alias:

            alias:
              - battre-skolgard
FD202 = Id:t ”{ $id }” används redan av { another-kind }.
    .first = Här används det först.
    .help = Ge en av dem ett annat id, eller ta bort den ena.
    .summary = Två saker har samma id.
    .explain =
        Ett id ska peka ut en enda sak, annars vet ingen vad en hänvisning menar. Ge den ena ett nytt id och ändra
        hänvisningarna till den. Ett id behöver inte vara långt, bara eget.

            id: skolchef-norra
FD203 = Här står flera ansvariga. Det ska vara en.
    .help = Välj den roll som ytterst svarar för detta. Övriga kan stå under ”medverkande”.
    .summary = Fler än en roll är ansvarig.
    .explain =
        När flera är ansvariga är det lätt att ingen är det. Därför har varje mål, initiativ och aktivitet exakt en
        ansvarig roll. De andra som gör en insats nämns som medverkande, med vad de gör:

            ansvarig: skolchef
            medverkande:
              - roll: it-chef
                gör: Inför systemet i skolorna
FD204 = Aliaset ”{ $id }” är upptaget.
    .first = Här används det redan.
    .help = Ta bort aliaset, eller byt namn på det andra.
    .summary = Ett alias används redan.
    .explain =
        Ett alias gör att länkar till ett gammalt id fortfarande leder rätt. Det går bara om inget annat har samma id
        eller alias, för en adress kan inte leda till två ställen.
FD205 = Adressen ”{ $address }” är upptagen.
    .help = Döp om filen, eller byt alias. Webbplatsen har redan något på den adressen.
    .summary = En sida eller en fil får en adress som är upptagen.
    .explain =
        Sidornas adresser görs av deras id, och de egna sidorna och filerna ligger bredvid webbplatsens egna mappar, som
        /mal/ och /initiativ/. Blir två adresser lika går bara det ena att läsa. Byt namn på filen, och låt gärna det
        gamla namnet leva kvar som alias om sidan redan är publicerad.
FD206 = Hänvisningarna går i ring ({ $kind }): { $path }
    .help = Ta bort en av hänvisningarna i ringen.
    .summary = Hänvisningar går i ring.
    .explain =
        Ett mål kan inte ligga under sig självt, och två initiativ kan inte vänta på varandra. Då skulle ingen kunna
        börja. Fundera på vad som kommer först och ta bort hänvisningen åt andra hållet.
FD207 = Det finns { no-kind } med id ”{ $id }” att översätta.
    .nearest = Menade du ”{ $nearest }”?
    .help = En översättning ligger bredvid sitt original och har samma namn, med språkets kod före ändelsen.
    .summary = En översättning saknar original.
    .explain =
        En översättning hör ihop med originalet genom sitt namn. Utan original har den inga fakta att visa. Oftast har
        originalet bytt namn, eller så är det ett stavfel.

            content/goals/trygg-skola.md
            content/goals/trygg-skola.en.md
FD208 = Översättningen till språket ”{ $tag }” visas inte.
    .unlisted = Planen har inte det språket: lägg till det under ”språkversioner” i plan.yaml, eller rätta filens namn.
    .own = Det är planens eget språk: texten hör hemma i filen utan språkets kod.
    .help = En översättning ligger bredvid sitt original och har samma namn, med språkets kod före ändelsen.
    .summary = En översättning är på ett språk som planen inte har.
    .explain =
        Det som står mellan punkterna i filens namn är språkets kod. Webbplatsen byggs bara på de språk som planen
        räknar upp.

            språk: sv
            språkversioner: [en]
FD209 = ”{ $id }” är ett utkast, så det som publiceras kan inte hänvisa dit.
    .draft = utkastet
    .help = Skriv ”utkast: true” också i den här filen, eller ta bort den raden ur utkastet.
    .summary = Det som publiceras hänvisar till ett utkast.
    .explain =
        Det som är märkt som utkast visas av ”framdrift serve” men kommer inte med när webbplatsen byggs. En hänvisning
        dit skulle då leda ingenstans. Märk båda som utkast, så länge det ena är det:

            titel: Lugnare skolgårdar
            mål: trygg-skola
            utkast: true

FD210 = ”{ $what }” står som borttaget men finns kvar.
    .twice = Det står två gånger här.
    .help = Ta bort raden ur removed.yaml, eller ta bort själva filen. Har sidan bytt id? Skriv då det gamla id:t under ”alias” i dess fil i stället.
    .summary = Något står som borttaget men finns kvar.
    .explain =
        I content/removed.yaml står det som har publicerats och sedan tagits bort, så att den gamla adressen kan säga vad
        som hände. Det som finns kvar i planen hör inte hemma där. Något som har bytt id har inte tagits bort: det får
        det gamla id:t som alias, och den gamla adressen leder till den nya.

            titel: Ansök och följ ditt ärende
            alias: [e-tjanster]

## facts

FD301 = Aktiviteten ”{ $activity }” är klar, men här står inte när den blev klar.
    .help = Lägg till ”klar_den:” med ett datum, eller ”klar_den: okänt” om ingen vet.
    .summary = En klar aktivitet saknar datum.
    .explain =
        Den som läser vill veta när något blev klart, och framdrift behöver det för att visa vad som har hänt sedan
        sist. Datumet får vara ungefärligt. Vet ingen säger du det öppet:

            läge: klar
            klar_den: 2026-T1
FD302 = Slutet ({ $end }) kommer före starten ({ $start }).
    .help = Rätta något av datumen.
    .summary = Något slutar innan det börjar.
    .explain =
        Något kan inte sluta innan det har börjat. Oftast har ett årtal blivit fel, eller så har de två datumen bytt
        plats. Ungefärliga datum går bra så länge de inte motsäger varandra.

            start: 2025-H2
            slut: 2026-T3
FD303 = De flyttade slutdatumen hänger inte ihop: här står { $found }, men det borde stå { $expected }.
    .help = Varje flytt börjar där den förra slutade, och ”slut” är det datum som den senaste leder till.
    .summary = Flyttade slutdatum leder inte fram till slutdatumet.
    .explain =
        Varje flytt av slutdatumet skrivs upp, från ett datum till ett annat, så att vem som helst kan följa hur planen
        har ändrats. Flyttarna ska bilda en kedja, och den ska sluta i det slutdatum som gäller nu.

            slut: 2026-T3
            flyttade_slutdatum:
              - datum: 2026-02-10
                från: 2026-T1
                till: 2026-T3
                varför: Upphandlingen överklagades
FD304 = Rollen ”{ $role }” får besluta, men här står inte var det är bestämt.
    .help = Lägg till ”mandatkälla:” med delegationsordningen, reglementet eller beslutet.
    .summary = Ett beslutsmandat saknar källa.
    .explain =
        Rätten att besluta kommer någonstans ifrån: en delegationsordning, ett reglemente eller ett beslut. Den som läser
        ska kunna se varifrån. Får rollen inte besluta själv väljer du ett annat mandat.

            mandat: beslutar
            mandatkälla: Delegationsordning för barnnämnden, punkt 4.2
FD305 = Bedömningen är ”{ $assessment }”, men rapporten säger inte vad som är i vägen.
    .help = Lägg till ”hinder:” med ”typ:” och ”text:”.
    .summary = En rapport om problem säger inte vad som är i vägen.
    .explain =
        En rapport som säger att något är en risk, avviker eller är pausat ska också säga varför. Det är då någon kan
        hjälpa till. Ange vad det är för sorts hinder och beskriv det i en mening.

            hinder:
              typ: upphandling
              text: Avtalet överklagades och prövas i förvaltningsrätten.
FD306 = Bedömningen är ”{ $assessment }”, men rapporten säger inte vad som händer härnäst.
    .help = Lägg till ”nästa_steg:” med en mening.
    .summary = En rapport saknar nästa steg.
    .explain =
        Så länge arbetet inte är klart eller avbrutet finns det ett nästa steg, om så bara att vänta på ett besked. Skriv
        vad som ska hända, gärna vem som gör det och när.

            nästa_steg: Rektorerna prövar schemat i två skolor i mars.
FD307 = Rapporten har ingen text.
    .help = Skriv några meningar under huvudet. Har inget hänt skriver du ”inget_nytt: ja” i huvudet.
    .summary = En rapport saknar text.
    .explain =
        Rapportens text berättar vad som har hänt sedan sist, med ord som vem som helst förstår. Två meningar räcker. Har
        inget hänt går det bra att säga just det:

            inget_nytt: ja
FD308 = Aktiviteten ”{ $activity }” har ett datum då den blev klar, men dess läge är ”{ $state }”.
    .help = Ändra läget till ”klar”, eller ta bort ”klar_den”.
    .summary = En aktivitet har ett klardatum men är inte klar.
    .explain =
        Läget och datumet säger emot varandra, och framdrift gissar aldrig vilket som stämmer. Är aktiviteten klar ändrar
        du läget. Är den det inte tar du bort datumet.

            läge: klar
            klar_den: 2026-03-31
FD309 = Uppdragsgivaren ”{ $role }” har inte mandat att besluta.
    .help = Välj en roll med mandatet ”beslutar”, eller ta bort raden.
    .summary = En uppdragsgivare får inte besluta.
    .explain =
        Uppdragsgivaren finns för att någon ska kunna säga ja, nej och ”gå vidare”. Därför behöver rollen mandat att
        besluta. Rollernas mandat står i organisation.yaml.

            uppdragsgivare: forvaltningschef
FD310 = Ett forum behöver minst två ledamöter.
    .help = Lägg till fler roller under ”ledamöter”.
    .summary = Ett forum har för få ledamöter.
    .explain =
        Ett forum är en plats där flera roller möts och kommer överens. Med en enda ledamot är det inget forum. Räkna upp
        rollerna, aldrig namn på personer.

            ledamöter:
              - skolchef
              - chef-kontaktcenter
FD311 = Ett målvärde ska ha antingen ett värde eller både ett lägsta och ett högsta.
    .help = Skriv ”värde:”, eller skriv både ”lägst:” och ”högst:”.
    .summary = Ett målvärde är ofullständigt.
    .explain =
        Ett nyckeltal ska antingen nå ett värde eller hålla sig mellan två. Ange det ena eller det andra, inte båda, och
        se till att det lägsta inte är högre än det högsta.

            målvärden:
              - datum: 2027
                lägst: 20
                högst: 25
FD312 = Initiativet är löpande men har ett slutdatum.
    .help = Ta bort ”slut”, eller ta bort ”löpande”.
    .summary = Ett löpande initiativ har ett slutdatum.
    .explain =
        Ett löpande initiativ har inget slut. Då kan det inte heller bli försenat. Har arbetet ett slutdatum är det inte
        löpande, även om det som byggts upp lever vidare efteråt.
FD313 = Rapporten är skriven innan perioden { $period } började.
    .help = Rätta rapportens datum, eller flytta den till rätt periods mapp.
    .summary = En rapport är äldre än sin period.
    .explain =
        En rapport berättar hur det gick under en period, så den kan inte vara skriven innan perioden började. Kanske är
        årtalet kvar från förra året, eller så ligger filen i fel mapp.

            content/reports/2026-T2/lugnare-skolgardar.md
            datum: 2026-09-04
FD314 = Redogörelsen säger ”helt förenlig med lagen” men räknar upp { $n ->
        [one] en brist eller ett undantag
       *[other] { $n_text } brister och undantag
    }.
    .first = Det här är den första.
    .help = Skriv ”följsamhet: delvis”, eller ta bort det som är åtgärdat.
    .summary = En webbplats med brister sägs vara helt förenlig med lagen.
    .explain =
        Helt förenlig med lagen är en webbplats bara när den uppfyller alla krav, utan undantag. Så länge det finns en
        känd brist, eller innehåll som ni har bedömt som oskäligt betungande att anpassa, är den delvis förenlig. Det är
        det vanliga, och en ärlig lista är till större nytta än ett löfte.

            följsamhet: delvis
FD315 = Redogörelsen säger att webbplatsen { $compliance ->
        [inte] inte är förenlig
       *[other] är { $compliance } förenlig
    } med lagen, men nämner ingen brist.
    .help = Räkna upp det som inte fungerar under ”brister:”.
    .summary = En redogörelse säger inte vad som brister.
    .explain =
        Den som möter ett hinder behöver veta att det är känt, vad som går att göra i stället och när det blir bättre.
        Beskriv varje brist och i vilken situation den märks.

            brister:
              - situation: utan synförmåga
                beskrivning: Två kartor saknar beskrivning i text.
                wcag: [1.1.1]
                åtgärdas_senast: 2027-03-31
FD316 = Bedömningen ({ $assessed }) är gjord efter att redogörelsen uppdaterades ({ $updated }).
    .help = Ändra ”uppdaterad:” till den dag då redogörelsen senast gicks igenom.
    .summary = En redogörelse är äldre än sin bedömning.
    .explain =
        Redogörelsen berättar vad bedömningen kom fram till, så den kan inte vara färdig före den. Oftast har någon
        skrivit in den nya bedömningens datum men glömt det andra.

            bedömningsdatum: 2026-10-14
            uppdaterad: 2026-10-20
FD317 = WCAG har inget kriterium ”{ $text }”.
    .help = Skriv kriteriets nummer med två punkter, till exempel 1.1.1 eller 2.4.11.
    .summary = Ett kriterium i WCAG finns inte.
    .explain =
        Varje krav i WCAG har ett nummer i tre delar. Med numret kan den som ska åtgärda bristen slå upp kravet. Flera
        nummer skrivs i en lista. Vet du inte vilket det är kan du ta bort raden.

            wcag: [1.1.1, 1.4.5]
FD318 = Planen säger att ingen lag kräver en tillgänglighetsredogörelse, men här finns en.
    .help = Ta bort ”tillgänglighetslag: ingen” ur plan.yaml, eller ta bort den här filen.
    .summary = En redogörelse finns fast planen säger att lagen inte gäller.
    .explain =
        Sidan som görs av filen hänvisar till den svenska lagen om tillgänglighet till digital offentlig service och till
        den myndighet som har tillsyn över den. För en webbplats som lagen inte gäller blir det osant. Gäller lagen, så
        ska planen inte säga något annat.

            tillgänglighetslag: sverige
## quality

FD601 = Målet ”{ $goal }” har inget nyckeltal.
    .help = Lägg till ett nyckeltal som visar om målet nås.
    .summary = Ett mål saknar nyckeltal.
    .explain =
        Utan nyckeltal går det inte att se om målet nås, bara att folk arbetar. Ett enkelt mått räcker, gärna ett som
        redan finns i Kolada eller i en enkät.

            nyckeltal:
              - elever-som-trivs
FD602 = Inget initiativ arbetar för målet ”{ $goal }”.
    .help = Nämn målet under ”mål” i det initiativ som hör dit.
    .summary = Ett mål saknar initiativ.
    .explain =
        Ett mål som ingen arbetar för blir sällan sant. Kanske finns arbetet redan men har inte kopplats till målet. Det
        gör du i initiativets fil:

            mål:
              - trygg-skola
FD603 = Inget beslut står bakom målet ”{ $goal }”.
    .help = Lägg till ”beslut:” med id för det beslut som antog målet.
    .summary = Ett mål saknar beslut.
    .explain =
        Den som läser ska kunna se vem som har bestämt att målet gäller, och när. Beslutet beskrivs i en egen fil i
        decisions/, och målet hänvisar till den.

            beslut: kf-2024-plan
FD604 = Ingen i initiativet ”{ $initiative }” kan besluta: ”{ $role }” saknar mandat, och ingen uppdragsgivare är utsedd.
    .help = Lägg till ”uppdragsgivare:” med en roll som får besluta.
    .summary = Den ansvariga saknar mandat.
    .explain =
        Den som är ansvarig får inte själv besluta om det som arbetet kräver. Då fastnar det lätt. Utse en
        uppdragsgivare med mandat, så syns det vem som kan säga ja.

            uppdragsgivare: forvaltningschef
FD605 = Rollen ”{ $role }” är en grupp. När alla ansvarar är det lätt att ingen gör det.
    .help = Ange en enda roll, till exempel en chef eller en ordförande.
    .summary = En grupp står som ansvarig.
    .explain =
        ”Alla nämnder” och ”förvaltningarna” kan inte svara i telefon. Den som läser behöver veta vem som svarar för
        arbetet. Välj den roll som leder det, och nämn de andra som medverkande.

            ansvarig: skolchef
FD606 = Insikten ”{ $insight }” har inget forum och inget initiativ som tar hand om den.
    .help = Lägg till ”forum:” eller ”initiativ:” i insikten.
    .summary = En insikt har inte nått någon.
    .explain =
        Någon har tagit sig tid att berätta något. Här står inte vart det tog vägen. Koppla insikten till forumet som
        behandlar den eller till initiativet som svarar på den.

            forum: samverkan-skola
FD607 = Kunskapsområdet ”{ $area }” har inget forum.
    .help = Lägg till ”forum:” i området, eller nämn området i ett forums fil.
    .summary = Ett kunskapsområde saknar forum.
    .explain =
        I ett forum möts de roller som tillsammans kan föra ett område framåt. Utan forum har områdets frågor ingenstans
        att tas upp.

            områden:
              - skola
FD608 = Initiativet ”{ $initiative }” har ingen ansvarig.
    .help = Lägg till ”ansvarig:” med id för en roll.
    .summary = Ett initiativ saknar ansvarig.
    .explain =
        Ingen roll svarar för initiativet. Det får publiceras så, för många planer ser ut så, men webbplatsen säger det
        öppet. Utse en roll så snart det går.

            ansvarig: skolchef
FD609 = Rollen ”{ $role }” är uppdragsgivare för ”{ $initiative }”, men { $n ->
        [one] en rapport
       *[other] { $n_text } rapporter i rad
    } om initiativet har inte kommit i tid.
    .help = Låt uppdragsgivaren begära in en rapport, eller avsluta initiativet öppet.
    .summary = En uppdragsgivare låter sitt initiativ tystna.
    .explain =
        En uppdragsgivare står bakom ett initiativ och kan besluta om det. Om ingen längre berättar hur det går är det
        uppdragsgivaren som kan ändra på det. Planen säger själv efter hur många perioder ett initiativ räknas som tyst
        (inaktuell_efter).

            content/reports/2026-T2/lugnare-skolgardar.md
            av: skolchef
            bedömning: risk
FD610 = Forumet ”{ $forum }” behandlar { $n ->
        [one] en insikt
       *[other] { $n_text } insikter
    }, men kontaktcenter är inte med.
    .help = Lägg till en roll i kontaktcenter bland ledamöterna, med ”typ: kontaktcenter”.
    .summary = Ett forum har insikter men saknar kontaktcenter.
    .explain =
        Insikter kommer från dem som ringer, skriver och besöker kommunen. Den som tog emot dem vet vad de handlade om
        och behöver få med sig svaret tillbaka. En av rollerna i forumet ska därför ha typen kontaktcenter.

            ledamöter:
              - skolchef
              - chef-kontaktcenter
FD611 = Forumet ”{ $forum }” ska mötas { every-interval } men har inte mötts på { $n ->
        [one] en dag
       *[other] { $n_text } dagar
    }.
    .help = Lägg till mötet i forumets fil om det har hållits. Ändra annars ”intervall:” eller kalla till möte.
    .summary = Ett forum har slutat mötas.
    .explain =
        Ett forum räknas som tyst när det har gått längre tid sedan det senaste mötet än en och en halv gång dess eget
        intervall (forumrytm). Ett forum som inte möts kan inte föra något framåt, även om det står i planen.

            möten:
              - datum: 2026-11-03
                tog_upp:
                  - initiative:lugnare-skolgardar
FD612 = Forumet ”{ $forum }” ska mötas { every-interval }, men inget möte finns beskrivet.
    .help = Lägg till ”möten:” med datum för de möten som har hållits.
    .summary = Ett forum har inte haft något möte.
    .explain =
        Ett forum finns först när det möts. Räkna upp mötena med datum och det som togs upp, så syns det att forumet
        arbetar. Har det inte börjat än säger sidan det öppet.

            möten:
              - datum: 2026-11-03
                beslutade:
                  - "Skolgården vid Ängsskolan byggs om först."
FD613 = ”{ $initiative }” väntar på ett beslut av ”{ $role }”. Det skulle ha kommit för { $n ->
        [one] en dag
       *[other] { $n_text } dagar
    } sedan.
    .help = Skriv svaret i periodens uppföljning, eller lägg till beslutet i decisions/ med initiativet under ”påverkar”.
    .summary = Ett beslut har inte kommit i tid.
    .explain =
        I den senaste rapporten står att initiativet behöver ett beslut före ett visst datum. Datumet har passerat, och
        varken någon uppföljning eller något senare beslut svarar på frågan. Så länge står arbetet still.

            content/reviews/2026-T2.md
            svar:
              - initiativ: lugnare-skolgardar
                svar: "Ja, inom årets budget."
FD614 = Insikten ”{ $insight }” har väntat på svar i { $n ->
        [one] en dag
       *[other] { $n_text } dagar
    }.
    .help = Lägg till ”svar:” med ett läge. Att den är mottagen räknas inte som svar.
    .summary = En insikt har inte fått svar.
    .explain =
        Den som har berättat något vill veta vad som hände sedan. En insikt räknas som obesvarad när det har gått mer än
        60 dagar sedan periodens sista dag, om planen inte har en egen gräns (insikt_dagar). Svaret får gärna vara
        nej, bara det finns ett.

            svar:
              läge: avböjd
              text: "Vi har inte råd i år men prövar frågan igen i budgeten för 2027."
              datum: 2026-10-12
FD615 = Webbplatsen saknar tillgänglighetsredogörelse.
    .help = Skriv content/accessibility.yaml. Gäller inte lagen för er skriver du ”tillgänglighetslag: ingen” i plan.yaml.
    .summary = Webbplatsen saknar tillgänglighetsredogörelse.
    .explain =
        Kommuner, regioner och myndigheter ska berätta hur tillgängliga deras webbplatser är, vilka brister som finns och
        hur man säger till om fler (lagen 2018:1937 om tillgänglighet till digital offentlig service). framdrift gör
        sidan av era uppgifter men hittar aldrig på någon: först måste någon ha prövat webbplatsen.

            följsamhet: delvis
            bedömningsdatum: 2026-10-14
            uppdaterad: 2026-10-20
            metod: intern
            meddelandefunktion_url: https://www.kommunen.se/tillganglighet
            epost: kontaktcenter@kommunen.se
            brister:
              - situation: utan synförmåga
                beskrivning: Två kartor saknar beskrivning i text.
FD616 = Tillgänglighetsredogörelsen är { $n_text } månader gammal. Den ska gås igenom minst en gång om året.
    .help = Pröva webbplatsen igen, rätta listan över brister och ändra ”bedömningsdatum:” och ”uppdaterad:”.
    .summary = Tillgänglighetsredogörelsen är för gammal.
    .explain =
        Webbplatser förändras, och brister rättas eller tillkommer. Tillsynsmyndigheten rekommenderar att redogörelsen gås
        igenom minst en gång om året. Tills det är gjort säger sidan själv att den är gammal.

            bedömningsdatum: 2026-10-14
            uppdaterad: 2026-10-20
FD617 = Tillgänglighetsredogörelsen är daterad { $date }, och det har inte blivit den dagen än.
    .help = Rätta ”uppdaterad:”, eller vänta.
    .summary = Tillgänglighetsredogörelsen är daterad framåt i tiden.
    .explain =
        Ingen kan ha gått igenom en webbplats i morgon. Sidan visas inte förrän dagen har kommit. Oftast är det årtalet
        som är fel.

            uppdaterad: 2026-10-20
FD618 = En brist i tillgängligheten skulle ha varit åtgärdad senast { $date }: { $what }
    .help = Ta bort bristen om den är åtgärdad. Ge den annars ett nytt datum i ”åtgärdas_senast:”.
    .summary = En brist i tillgängligheten är inte åtgärdad i tid.
    .explain =
        Redogörelsen lovar när varje brist ska vara åtgärdad, och det datumet har passerat. Sidan visar det för alla. Ett
        nytt datum är bättre än ett gammalt löfte.

            åtgärdas_senast: 2027-03-31

## privacy

FD701 = Det här ser ut som ett personnummer.
    .help = Ta bort numret. Är det något annat, till exempel ett diarienummer, skriver du det på ett annat sätt.
    .summary = Texten ser ut att innehålla ett personnummer.
    .explain =
        Personnummer hör inte hemma på en öppen webbplats. Talet här har formen av ett personnummer, och
        kontrollsiffran stämmer, så framdrift stannar hellre en gång för mycket. Ligger filen redan i ett arkiv där
        andra kan läsa den behöver du ta bort den även där.
FD702 = ”{ $text }” ser ut som en personlig e-postadress.
    .help = Skriv en funktionsbrevlåda i stället, till exempel kontaktcenter@example.org.
    .summary = En personlig e-postadress publiceras.
    .explain =
        Personer slutar och byter uppdrag, men funktionen finns kvar. En funktionsbrevlåda når alltid någon, och ingen
        enskild behöver stå med sitt namn på webben.

            kontakt: kontaktcenter@example.org
FD703 = ”{ $text }” ser ut som namnet på en person.
    .help = Skriv rollen i stället för namnet.
    .summary = Ett personnamn publiceras.
    .explain =
        Planen berättar vilka roller som ansvarar, inte vilka personer som har dem just nu. Då håller texten när någon
        byter tjänst, och ingen behöver hängas ut. Är det inget personnamn kan du låta det stå, för det här är bara en
        varning.
FD704 = ”{ $text }” ser ut som någons eget telefonnummer.
    .help =
        Skriv numret till växeln eller kontaktcentret i stället. Är det verksamhetens eget, skriv det som telefon i
        accessibility.yaml.
    .summary = Ett personligt telefonnummer publiceras.
    .explain =
        Ett mobilnummer leder nästan alltid till en enskild person, och ett direktnummer till den som råkar ha tjänsten
        just nu. Det nummer som finns kvar är växelns eller kontaktcentrets.

        framdrift varnar för mobilnummer och för nummer till fasta telefoner. Växelnummer, som slutar på 00, och nummer
        som börjar på 010, 020 eller 077 är funktioner, och det är också nummer som står i filerna överst i content/:

            telefon: 0123-456 00

## theme

FD801 = Mallen { $place } går inte att läsa. Mallspråket säger: { $message }
    .help = Kontrollera att varje block som öppnas också stängs.
    .summary = En mall i temat är fel skriven.
    .explain =
        Temats mallar bestämmer hur sidorna ser ut, och i den här finns ett skrivfel. Oftast saknas ett avslutande
        block eller ett citattecken. Jämför med mallen i det inbyggda temat.
FD802 =
    { $pages ->
        [one] Sidan { $page } gick inte att skapa
       *[other] { $pages_text } sidor gick inte att skapa, till exempel { $page },
    } med mallen { $place }. Mallspråket säger: { $message }
    .help = Kontrollera att mallen bara använder uppgifter som sidan har.
    .summary = En mall i temat fungerar inte för en sida.
    .explain =
        Mallen är rätt skriven men ber om något som sidan inte har, till exempel ett ord som är felstavat. Uppgifter som
        kan saknas behöver en kontroll i mallen först.
FD803 = Det finns inget tema som heter ”{ $name }”.
    .nearest = Menade du ”{ $nearest }”?
    .help = De här temana finns: { $names }. Ett tema är en mapp i themes/.
    .summary = Temat finns inte.
    .explain =
        Med valet --theme pekar du ut ett eget utseende, som ligger i en mapp med samma namn. Ett tema behöver bara
        innehålla det som ska skilja sig från det inbyggda.

            themes/vinter/assets/style.css
FD804 = Filen ”{ $file }” i temat används inte.
    .nearest = Menade du ”{ $nearest }”?
    .help = En mall i temat ska heta likadant som den mall i det inbyggda temat som den ersätter. Bilder, stilar och annat hör hemma i assets/.
    .summary = En fil i temat används inte.
    .explain =
        Ett tema ersätter filer i det inbyggda temat genom att ha filer med samma namn på samma plats. Den här filen har
        ingen motsvarighet, så den används aldrig. Oftast är namnet felstavat.

## finished site

FD901 = Sidan ”{ $page }” länkar till ”{ $link }”, som inte finns.
    .help = Rätta länken, oftast i temats mall. I planens texter länkar du med id, som initiativ:lugnare-skolgardar.
    .summary = En länk leder till en sida som inte finns.
    .explain =
        När webbplatsen är färdig följer framdrift alla länkar inom den. Den här leder ingenstans. Länka med id i stället
        för med adress, så upptäcks felet direkt i texten:

            {"["}initiativet](initiative:lugnare-skolgardar)
FD902 = Sidan ”{ $page }” länkar till ”{ $link }”, men den rubriken finns inte.
    .help = Rätta det som står efter nummertecknet så att det stämmer med en rubrik på den sidan, eller ta bort det.
    .summary = En länk leder till en rubrik som inte finns.
    .explain =
        Det som står efter nummertecknet i en länk pekar ut en rubrik på sidan. Har rubriken fått en ny lydelse
        behöver länken ändras. Leder den till hela sidan kan du ta bort nummertecknet och det som följer.
FD903 = Sidan ”{ $page }” har två ställen med id:t ”{ $id }”.
    .help = Ge den ena rubriken en annan lydelse, eller ändra temats mall.
    .summary = Två ställen på en sida har samma id.
    .explain =
        Varje rubrik får ett id som länkar kan peka på, och det måste vara ensamt på sin sida. Två lika id gör
        att länkar och skärmläsare hamnar fel. Oftast ligger felet i ett eget tema.
FD904 = Sidan ”{ $page }” har en bild utan textalternativ.
    .help = Ge bilden ett alt-attribut i temats mall. En ren utsmyckning får ett tomt: alt="".
    .summary = En bild saknar textalternativ.
    .explain =
        Den som inte ser bilden får den uppläst. Skriv vad bilden visar, så som du skulle berätta det i telefon. I ett
        eget tema får en ren utsmyckning ett tomt textalternativ.

            ![Elever planterar träd på skolgården](/bilder/skolgard.jpg)

FD905 = Adressen /{ $address } har varit publicerad men skulle försvinna.
    .renamed = Har det bytt id? Skriv det gamla id:t i dess fil: ”alias: [{ $id }]”.
    .help =
        Är det borttaget? Skriv i content/removed.yaml:
            borttaget:
              - vad: { $what }
                titel: vad det hette
                datum: { $date }
                varför: varför det togs bort
    .summary = En publicerad adress skulle försvinna.
    .explain =
        Det som en myndighet har publicerat ska gå att hitta igen. Någon har länkat till sidan, sparat den eller skrivit
        ut adressen. Därför leder en adress som har varit publicerad alltid någonstans: till sidan, till den nya adressen
        när något har bytt id, eller till en sida som säger när och varför det togs bort. Jämförelsen görs med ”framdrift
        build --since” och manifest.json från webbplatsen som den är nu.

            borttaget:
              - vad: initiativ:chatbot
                titel: Chatbot för bygglov
                datum: 2026-03-01
                varför: Arbetet uppgick i ”Ansök och följ ditt ärende”.

FD906 = Rapporten om ”{ $initiative }” för { $period } har ändrats sedan den publicerades, men det står inte att den är rättad.
    .help =
        Skriv när och varför den ändrades:
            rättad:
              datum: { $date }
              varför: vad som var fel
        Ska den inte ändras, ta tillbaka ändringen.
    .summary = En publicerad rapport har ändrats utan att det står.
    .explain =
        En rapport som har publicerats är en allmän handling. Den som läste den i våras ska kunna se om något annat står
        där nu, och varför. Rapporten rättas därför öppet. Har läget ändrats sedan dess hör det hemma i nästa rapport.

            rättad:
              datum: 2026-03-01
              varför: Antalet anslutna skolor var fel.

FD907 = Rapporten om ”{ $initiative }” för { $period } har varit publicerad men finns inte längre.
    .help =
        Lägg tillbaka filen. Var den fel från början, skriv i content/removed.yaml:
            borttaget:
              - vad: rapport:{ $period }/{ $initiative }
                titel: vilken rapport det var
                datum: { $date }
                varför: varför den togs bort
    .summary = En publicerad rapport har försvunnit.
    .explain =
        En rapport som har publicerats är en allmän handling och tas inte bort i tysthet. Blev den fel rättas den öppet,
        med nyckeln ”rättad”. Hörde den inte hemma där alls står den i content/removed.yaml, med när och varför.

            borttaget:
              - vad: rapport:2026-T1/chatbot
                titel: Rapporten om Chatbot för bygglov, första tertialet 2026
                datum: 2026-06-01
                varför: Den gällde ett annat initiativ.
FD908 = Sidan ”{ $page }” har en länk till ”{ $link }” utan något att läsa.
    .help = Skriv i temats mall vart länken leder. Är den en bild, ge bilden ett textalternativ.
    .summary = En länk har inget att läsa.
    .explain =
        Den som lyssnar på sidan eller går fram med tangentbordet hör bara ”länk”. En länk måste säga vart den leder,
        med text eller med textalternativet för sin bild. I planens texter upptäcks felet redan där de står; här ligger
        det i ett eget tema.
FD909 = Sidan ”{ $page }” går från { $above ->
        [0] sidans början
       *[other] en rubrik på nivå { $above }
    } till en på nivå { $level }.
    .help = Ge rubriken nivå { $next } i temats mall.
    .summary = En rubrik hoppar över en nivå.
    .explain =
        Den som lyssnar går från rubrik till rubrik för att hitta på sidan, och en nivå som saknas låter som att något
        har fallit bort. Sidans rubrik har nivå 1, och varje rubrik under den högst en nivå mer än den före. I planens
        texter upptäcks felet redan där de står; här ligger det i ett eget tema.
FD910 = Länken till ”{ $link }” leder ingenstans: { $why ->
        [server] det finns ingen server med det namnet
       *[status] servern svarar { $status }
    }.
    .page = Den står på sidan ”{ $page }” och kommer från programmet eller temat.
    .help = Leta upp sidan på nytt och byt adressen, eller ta bort länken. Finns sidan kvar i ett webbarkiv kan länken gå dit.
    .summary = En länk till en annan webbplats leder ingenstans.
    .explain =
        Sidor på andra webbplatser flyttar och försvinner. Kommandot ”framdrift links --check-external” frågar varje server
        som planen länkar till om sidan finns kvar. Den här finns inte. Det är det enda kommandot som frågar någon annan:
        när webbplatsen byggs görs det aldrig.
FD911 = ”{ $link }” har flyttat för gott till ”{ $to }”.
    .page = Länken står på sidan ”{ $page }” och kommer från programmet eller temat.
    .help = Skriv den nya adressen i stället.
    .summary = En sida på en annan webbplats har flyttat.
    .explain =
        Servern leder vidare till en ny adress och säger att det är för gott. Länken fungerar än, men den dag den gamla
        adressen slutar gälla leder den ingenstans.
FD912 = Det gick inte att ta reda på om ”{ $link }” finns: { $why ->
        [late] inget svar kom på { $seconds ->
            [one] { $seconds_text } sekund
           *[other] { $seconds_text } sekunder
        }
        [private] adressen hör till det egna nätet
        [failed] { $reason }
       *[status] servern svarar { $status }
    }.
    .page = Länken står på sidan ”{ $page }” och kommer från programmet eller temat.
    .help = Öppna länken i en webbläsare. Servern kan vara nere för stunden, eller så svarar den inte program.
    .summary = Det gick inte att ta reda på om en sida på en annan webbplats finns.
    .explain =
        En server kan vara nere för stunden, kräva inloggning eller låta bli att svara program. Därför är det ingen dom
        över länken. Adresser i det egna nätet frågas bara med --private: den som kan skriva en länk ska inte kunna få
        datorn som bygger webbplatsen att anropa sina grannar.
FD913 = Kolada har inget nyckeltal med id ”{ $id }”.
    .near = De här liknar det:{ $near }
    .help = Leta upp nyckeltalet på www.kolada.se och byt id:t. Har det lagts ner, ta bort raden: värdena i CSV-filen finns kvar.
    .summary = Ett nyckeltal i Kolada finns inte.
    .explain =
        Kolada lägger ner nyckeltal och ersätter dem med nya, som ofta mäts på ett annat sätt. Byt därför inte id bara
        för att namnet liknar: läs beskrivningen i Kolada, och skriv ett tidsseriebrott om måttet är ett annat.

            källa:
              namn: Kolada (RKA)
              kolada_id: N07918
            tidsseriebrott:
              - datum: 2025
                varför: Kolada bytte nyckeltal.
FD914 = Kolada har inga värden för kommun { $municipality } i nyckeltalet ”{ $id }”.
    .help = Kontrollera kommunkoden, och i Kolada vilka kommuner som redovisar nyckeltalet. Filen är orörd.
    .summary = Kolada saknar värden för kommunen.
    .explain =
        Alla kommuner har inte värden för alla nyckeltal: en enkät görs bara av dem som har anmält sig. Ett värde som
        saknas är aldrig noll, så framdrift skriver ingenting. Har kommunen egna siffror kan de stå i nyckeltalets
        CSV-fil som vanligt.
## text

FD401 = Länken leder till ”{ $kind }:{ $id }”, som inte finns i planen.
    .nearest = Menade du ”{ $kind }:{ $nearest }”?
    .elsewhere = Menade du ”{ $other }:{ $id }”?
    .help = Skriv id:t som filen heter, utan ”.md”: ”mål:skola” leder till content/goals/skola.md.
    .summary = En länk till planen leder till något som inte finns.
    .explain =
        I en text länkar du till planens mål, initiativ och annat med slag och id i stället för en webbadress. Då stämmer
        länken även om sidan flyttas, och framdrift kan kontrollera att den leder någonstans. Id:t är filens namn utan
        ”.md”.

        Exempel: [målet för skolan](mål:skola)
FD402 = Länken leder till rubriken ”#{ $fragment }”, men texten har ingen sådan rubrik.
    .nearest = Menade du ”#{ $nearest }”?
    .help = Skriv rubriken med små bokstäver, med a och o i stället för å, ä och ö, och med bindestreck mellan orden: ”Så gör vi” blir ”#sa-gor-vi”.
    .summary = En länk leder till en rubrik som texten inte har.
    .explain =
        En länk som börjar med # hoppar till en rubrik i samma text, ungefär som en korsreferens i Word. Rubrikens
        adress är dess ord med små bokstäver, med a och o i stället för å, ä och ö, och med bindestreck mellan orden.
        Ändrar du rubriken måste du ändra länken också.

        Exempel: [läs mer längre ner](#sa-gor-vi)
FD403 = Filen ”{ $path }” finns inte i content/static/.
    .nearest = Menade du ”{ $nearest }”?
    .help = Lägg filen i content/static/ och skriv sökvägen därifrån, till exempel ”/bilder/karta.png”.
    .summary = En bild eller en länkad fil saknas i content/static/.
    .explain =
        Bilder och dokument som texterna visar eller länkar till ska ligga i mappen content/static/, så att de följer
        med till webbplatsen. Sökvägen räknas från den mappen. Stora och små bokstäver räknas som olika.

        Exempel: filen content/static/dokument/beslut.pdf skrivs [beslutet](/dokument/beslut.pdf)
FD404 = Bilden ”{ $address }” saknar alternativtext.
    .help = Skriv vad bilden visar mellan hakparenteserna: ![Karta över skolorna i centrum](bilder/karta.png)
    .summary = En bild saknar alternativtext.
    .explain =
        Den som inte ser bilden får texten uppläst i stället, så skriv det som bilden berättar. En bild som bara är
        pynt har ingen plats i en uppföljning: ta bort den. I Word heter samma sak alternativtext.

        Exempel: ![Stapeldiagram: antalet ärenden minskade från 120 till 80](bilder/arenden.png)
FD405 = Adressen ”{ $address }” får inte användas i en länk.
    .nearest = Menade du ”{ $nearest }”?
    .protocol = Skriv ”https:” före ”//”.
    .hidden = Adressen innehåller tecken som inte syns, till exempel en tabb eller en radbrytning. Skriv om den för hand.
    .help = En länk till något utanför planen börjar med https://, http://, mailto: eller tel:.
    .summary = En länk har en adress som inte får användas.
    .explain =
        Länkar kan användas för att köra kod hos den som klickar. Därför godtar framdrift bara adresser som börjar med
        https://, http://, mailto: eller tel:. Har du kopierat en länk från e-post eller Word kan den ha fått osynliga
        tecken med sig; då hjälper det att skriva om den.

        Exempel: [kommunens webbplats](https://www.example.se) eller [mejla oss](mailto:kontakt@example.se)
FD406 = ”{ $what }” visas inte på sidan: den HTML-koden är inte tillåten.
    .heading = Skriv rubriken i Markdown, med # i början av raden.
    .image = Skriv bilden i Markdown: ![vad bilden visar](bilder/karta.png)
    .link = Skriv länken i Markdown: [vad den leder till](https://www.example.se)
    .unfinished = Taggen tar aldrig slut: det saknas ett >.
    .help = Ta bort koden, eller skriv samma sak i Markdown.
    .summary = HTML-kod visas inte på sidan.
    .explain =
        En text kan innehålla enkel HTML, till exempel <abbr> för en förkortning eller <details> för något som går att
        fälla ut. Skript, stilar, formulär, inbäddade sidor och egna rubriker tas bort, eftersom de kan skada läsaren
        eller göra sidan svår att använda. Har texten klistrats in från Word eller en webbsida kan koden ha följt med:
        ta bort den.

        Exempel: <abbr title="kommunstyrelsen">KS</abbr>
FD407 = Rubriken hoppar över en nivå.
    .before = Det här är rubriken före.
    .help = Skriv { $expected } i stället för { $written }.
    .summary = En rubriknivå hoppas över.
    .explain =
        Den som lyssnar på sidan hoppar mellan rubrikerna, och en överhoppad nivå låter som om något saknas. Under en
        rubrik med ## kommer därför rubriker med ###, inte med ####. Välj nivå efter innehållet, inte efter hur stor
        texten ser ut: det är samma sak som Rubrik 1, Rubrik 2 och Rubrik 3 i Word.
FD408 = Listor, citat och annat ligger inuti varandra i fler än { $limit_text } nivåer.
    .help = Dela upp texten så att färre delar ligger inuti varandra.
    .summary = En text har för många nivåer inuti varandra.
    .explain =
        Ingen läsare hänger med i så många nivåer, så det är oftast tecken som hamnat fel: en lång rad av >, - eller *
        i början av en rad, eller HTML-taggar som aldrig avslutas. Titta på raden och ta bort det som är för mycket.

        Exempel: > Ett citat behöver bara ett enda större än-tecken.
FD409 = Det finns ingen fotnot som heter ”{ $label }”.
    .nearest = Menade du ”{ $nearest }”?
    .help = Skriv fotnoten på en egen rad längre ner: [^{ $label }]: Här står den.
    .summary = En fotnot som texten hänvisar till finns inte.
    .explain =
        En fotnot skrivs på två ställen: hänvisningen där den behövs i texten, och själva fotnoten på en egen rad. De
        hör ihop genom namnet efter ^. Namnet syns inte för läsaren; fotnoterna numreras i den ordning de nämns.

        Exempel: Antalet har ökat.[^antal]

        {"["}^antal]: Enligt statistiken för 2026.
FD410 = Länken till ”{ $address }” har ingen text.
    .help = Skriv mellan hakparenteserna vad länken leder till.
    .summary = En länk saknar text.
    .explain =
        Utan text syns ingen länk, och den som lyssnar på sidan hör bara en adress. Skriv vad läsaren får se genom att
        följa länken. ”Klicka här” säger för lite.

        Exempel: [beslutet i kommunfullmäktige](beslut:kf-2026-03)
FD411 = Det går inte att förstå vart länken ”{ $address }” leder.
    .empty = Adressen är tom.
    .incomplete = Adressen är inte hel. Efter ”https:” följer // och webbplatsens namn, efter ”mailto:” en e-postadress och efter ”tel:” ett telefonnummer.
    .backslash = Skriv snedstreck (/) i stället för omvänt snedstreck (\).
    .mail = Skriv ”mailto:” före en e-postadress.
    .web = Skriv ”https://” före en webbadress.
    .page = Länka till det som finns i planen med slag och id, till exempel ”mål:skola” eller ”initiativ:e-tjanst”.
    .tail = Länka till filen utan det som står efter ? eller #.
    .help = Skriv ”mål:id” (något i planen), ”#rubrik” (i samma text), ”https://…” (webben) eller ”/mapp/fil.pdf” (en fil i content/static/).
    .summary = Det går inte att förstå vart en länk leder.
    .explain =
        En länk kan leda till något i planen (mål:skola), till en rubrik i samma text (#sa-gor-vi), till webben
        (https://www.example.se) eller till en fil i mappen content/static/ (/dokument/beslut.pdf). Sidornas egna
        adresser skrivs aldrig i texterna, eftersom de ser olika ut på olika språk och kan ändras.

        Exempel: [målet för skolan](mål:skola)
FD412 = Bilden hämtas från ”{ $address }”, men bilder ska ligga i planens egen mapp.
    .help = Spara bilden i content/static/ och skriv sökvägen därifrån, till exempel ”bilder/karta.png”.
    .summary = En bild hämtas från en annan webbplats.
    .explain =
        Webbplatsen hämtar ingenting från andra webbplatser: då kan ingen annan se vem som läser, och bilden kan inte
        försvinna eller bytas ut. Kontrollera att ni får använda bilden, spara den i mappen content/static/ och skriv
        sökvägen därifrån.

        Exempel: ![Karta över skolorna i centrum](bilder/karta.png)
FD413 = Fotnoten ”{ $label }” visas inte, eftersom texten aldrig hänvisar till den.
    .help = Skriv [^{ $label }] där den hör hemma i texten, eller ta bort fotnoten.
    .summary = En fotnot används inte.
    .explain =
        En fotnot visas bara när texten hänvisar till den. Kanske har meningen som den hörde till tagits bort, eller så
        har hänvisningen fått ett annat namn.

        Exempel: Antalet har ökat.[^antal]

        {"["}^antal]: Enligt statistiken för 2026.
FD414 = Fotnoten ”{ $label }” finns två gånger.
    .first = Här är den första, som är den som visas.
    .help = Ge den ena ett annat namn, eller ta bort den.
    .summary = Två fotnoter har samma namn.
    .explain =
        Namnet efter ^ bestämmer vilken fotnot en hänvisning leder till, så varje namn får bara finnas en gång i en
        text. Stora och små bokstäver räknas som lika. Hänvisa i stället flera gånger till samma fotnot om den ska
        användas på flera ställen.

        Exempel: Antalet har ökat,[^antal] men inte överallt.[^antal]
FD415 = Rubriken är tom och visas inte.
    .help = Skriv en rubrik efter #, eller ta bort raden.
    .summary = En rubrik är tom.
    .explain =
        En rad med bara # i början blir en rubrik utan ord. Den syns inte, men den som lyssnar på sidan stannar vid den
        och hör ingenting.

        Exempel: ## Så gör vi
FD416 = HTML-taggen <{ $name }> avslutas aldrig, så den gäller resten av texten.
    .help = Skriv </{ $name }> där den ska sluta gälla.
    .summary = En HTML-tagg avslutas aldrig.
    .explain =
        En tagg som <b> gäller ända tills </b> kommer. Glöms den avslutande taggen bort blir resten av texten till
        exempel fetstilt eller göms i något som går att fälla ut. Det mesta går att skriva i Markdown i stället.

        Exempel: <mark>det här är nytt</mark>
FD417 = Det finns inget diagram av ”{ $address }”.
    .nearest = Menade du ”{ $nearest }”?
    .link = Ett diagram visas där det står. Skriv ett utropstecken före: ![]({ $address })
    .help = Skriv ![](nyckeltal:id) för ett nyckeltal, eller till exempel ![](diagram:läge) för hela planen.
    .summary = Det finns inget sådant diagram.
    .explain =
        Ett diagram skrivs som en bild, på en rad för sig. Adressen är det som diagrammet ska visa.

        Något i planen: nyckeltal:id (värdena över tid), initiativ:id (aktiviteterna), forum:id (mötena), eller mål:id,
        område:id, roll:id och enhet:id (läget för initiativen).
        Hela planen: diagram:läge, diagram:rapportering, diagram:hinder, diagram:beslut, diagram:saknade-rapporter och
        diagram:insikter.

        framdrift räknar ut bildtexten, så att den alltid stämmer. Det du skriver mellan hakparenteserna blir en rubrik
        över diagrammet. Den kan vara tom.

        Exempel: ![Så många har fått fiber](nyckeltal:bredband)
FD418 = Diagrammet står inne i en text, men det behöver en egen rad.
    .help = Lämna en tom rad före och efter diagrammet. Det kan inte stå i en lista, ett citat eller en tabell.
    .summary = Ett diagram står inne i en text.
    .explain =
        Ett diagram är lika brett som texten, så det står för sig självt: med en tom rad före och en tom rad efter.

        Exempel: ![](nyckeltal:bredband)

## observations

FD501 = Kolumnen ”{ $column }” är okänd.
    .nearest = Menade du ”{ $nearest }”?
    .help = Kolumnerna kan heta: { $known }.
    .summary = En fil med värden har en okänd kolumn.
    .explain =
        Den första raden i filen säger vad varje kolumn innehåller. Datum och värde måste finnas. Serie används för
        jämförelser, till exempel riket; anmärkning för en kommentar; preliminär för värden som kan ändras. Ordningen
        är fri.

        Exempel: datum,värde,serie,anmärkning,preliminär
FD502 = Filen saknar en kolumn som måste finnas: { $columns }.
    .semicolon = Filen har semikolon mellan kolumnerna. Sätt komma mellan kolumnerna, och punkt som decimaltecken i talen.
    .tab = Filen har tabbar mellan kolumnerna. Sätt komma mellan kolumnerna, och punkt som decimaltecken i talen.
    .help = Den första raden ska vara kolumnernas namn, till exempel: datum,värde
    .summary = En fil med värden saknar en kolumn.
    .explain =
        Varje rad i filen är ett värde vid en tid, så de två kolumnerna måste finnas. Sparar du från Excel med svenska
        inställningar blir det ofta semikolon mellan kolumnerna. Ersätt då decimalkomman med punkter först, och sedan
        semikolon med komman, i ett vanligt textprogram.

        Exempel:
        datum,värde
        2025,12.5
        2026,14
FD503 = ”{ $text }” är inget tal.
    .missing = Lämna fältet tomt när uppgiften saknas.
    .bare = Skriv bara själva talet, utan mellanslag och procenttecken.
    .decimal = Använd punkt som decimaltecken.
    .help = Skriv talet med siffror, till exempel 12.5 eller -3.
    .summary = Ett värde är inget tal.
    .explain =
        Filen läses av program, så talen skrivs på samma sätt i alla länder: punkt före decimalerna och inga mellanslag.
        På webbplatsen visas de som vanligt, med decimalkomma och enhet. Ett tomt fält betyder att uppgiften saknas; det
        är inte samma sak som 0.

        Exempel: 2026-T1,1234.5
FD504 = Serien har redan ett värde för { $date }.
    .first = Här är det första.
    .help = Ta bort det ena värdet. Hör de till olika serier skriver du seriens namn i kolumnen ”serie”.
    .summary = En serie har två värden för samma tid.
    .explain =
        Två värden för samma tid går inte att visa i ett diagram, och framdrift gissar inte vilket som gäller. Har
        värdet rättats skriver du över det gamla och berättar om det i anmärkningen. Rader utan serie hör till
        nyckeltalet självt.

        Exempel: 2026,14.2,riket
FD505 = Raden och rubrikraden har olika många fält: { $found_text } och { $expected_text }.
    .comma = Skriv punkt, inte komma, före decimaler. Sätt citattecken runt en anmärkning som innehåller ett komma: "högre, men preliminärt"
    .help = Ge raden lika många fält som rubrikraden. Ett tomt fält är ingenting mellan två komman.
    .summary = En rad har fler eller färre fält än rubrikraden.
    .explain =
        Kommat skiljer fälten åt. Ett komma för mycket, till exempel i ett tal med decimalkomma eller i en anmärkning,
        flyttar resten av raden ett steg åt höger. Skriv punkt i talen och sätt citattecken runt text som innehåller
        komman.

        Exempel: 2026,12.5,,"högre, men preliminärt",ja
FD506 = Filen har fler än { $limit_text } rader.
    .help = Ta med glesare värden, till exempel för varje månad i stället för varje dag.
    .summary = En fil med värden har för många rader.
    .explain =
        Ett nyckeltal i en uppföljning följs från år till år eller månad till månad, och ett diagram visar högst några
        hundra punkter. Räkna samman värdena till glesare tider innan du lägger in dem, eller dela upp dem på flera
        nyckeltal.

        Exempel: ett medelvärde för 2026-03 i stället för ett värde för varje dag
FD507 = Filen med värden hör till nyckeltalet ”{ $id }”, som inte finns.
    .nearest = Menade du ”{ $nearest }”?
    .help = Ge filen samma namn som nyckeltalet: content/indicators/skola.csv hör till content/indicators/skola.md.
    .summary = En fil med värden hör inte till något nyckeltal.
    .explain =
        Ett nyckeltal består av två filer med samma namn: en som slutar på .md och berättar vad som mäts, och en som
        slutar på .csv med värdena. Byter du namn på den ena måste du byta namn på den andra också.

        Exempel: content/indicators/skola.md och content/indicators/skola.csv
FD508 = Nyckeltalet ”{ $id }” har inga värden.
    .help = Lägg värdena i content/indicators/{ $id }.csv, med kolumnerna datum och värde.
    .summary = Ett nyckeltal saknar värden.
    .explain =
        Utan värden kan ingen se vart det är på väg, och webbplatsen skriver att uppgift saknas. Har mätningen inte
        börjat är det i sin ordning för tillfället. Annars lägger du en fil med samma namn som nyckeltalets bredvid
        den, med ändelsen .csv.

        Exempel:
        datum,värde
        2026,14.2
FD509 = ”{ $text }” går inte att läsa som ja eller nej.
    .help = Skriv ja om värdet är preliminärt. Annars skriver du nej eller lämnar fältet tomt.
    .summary = Kolumnen preliminär innehåller något annat än ja eller nej.
    .explain =
        Ett preliminärt värde kan komma att ändras, och visas på ett särskilt sätt i diagrammen. Skriv ja, yes, x, true
        eller 1 för det. Kommentarer hör hemma i kolumnen anmärkning.

        Exempel: 2026,14.2,,siffran fastställs i juni,ja
FD510 = Kolumnen ”{ $column }” finns två gånger.
    .first = Här är den första.
    .help = Ta bort den ena kolumnen, eller rätta dess namn.
    .summary = En fil med värden har samma kolumn två gånger.
    .explain =
        Det går inte att veta vilken av två likadana kolumner som gäller. Svenska och engelska namn betyder samma sak:
        datum och date är samma kolumn. Ska filen ha värden för flera serier ligger de på var sin rad, inte i var sin
        kolumn.

        Exempel: datum,värde,serie
FD511 = Det här citattecknet följs aldrig av ett som avslutar.
    .help = Sätt ett citattecken där texten tar slut. Ett citattecken som ska synas i texten skrivs dubbelt: "så kallad ""AI"""
    .summary = Ett citattecken avslutas aldrig.
    .explain =
        Ett fält som innehåller ett komma skrivs mellan citattecken. Glöms det avslutande bort läses resten av filen som
        en del av samma fält. Därför läses inga rader efter det här stället.

        Exempel: 2026,12.5,,"högre, men preliminärt"
