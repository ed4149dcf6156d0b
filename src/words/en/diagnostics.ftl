# Messages for those who write the content.
#
# Each rule has its code as its key: the message itself, .help (what to write instead), further hints, .summary (the
# rule in a line) and .explain (the long text of “framdrift explain”).

## parts of messages

for-record =
    { $record_key ->
        [plan] for the plan
        [organisation] for the organisation
        [area] for an area
        [assessment] for an assessment
        [initiative] for an initiative
        [activity] for an activity
        [indicator] for an indicator
        [insight] for an insight
        [obstacle] for an obstacle
        [answer] for an answer
        [reporting] for reporting
        [thresholds] for thresholds
        [evidence] for evidence
        [accessibility-statement] for the accessibility statement
        [content] for content
        [supervision] for supervision
        *[other] for a { $record }
    }
every-interval =
    { $every_key ->
        [two-weeks] every second week
        [two-months] every second month
        [two-years] every second year
        *[other] every { $every }
    }
a-record =
    { $record_key ->
        [area] an area
        [assessment] an assessment
        [organisation] an organisation
        [initiative] an initiative
        [activity] an activity
        [indicator] an indicator
        [insight] an insight
        [obstacle] an obstacle
        [answer] an answer
        [evidence] evidence
        [accessibility-statement] an accessibility statement
        [content] content
        [supervision] supervision
        *[other] a { $record }
    }
no-kind =
    { $kind_key ->
        [unit-or-role] no unit and no role
        *[other] no { $kind }
    }
another-kind =
    { $kind_key ->
        [unit-or-role] another unit or role
        *[other] another { $kind }
    }

names-none = none at all

type-text = a text
type-date = a date
type-bool = yes or no
type-number = a number
type-count = a whole number, 0 or more
type-list = a list
type-map = a group of keys
type-nothing = nothing
type-id = an id
type-days = a time in weeks or days, such as 4w or 28d
type-volume = a whole number from 5, or "<5"
type-mention = a reference such as goal:school, or some words

## files

FD001 = The file cannot be read: { $problem }
    .help = See that the file is still there and that you are allowed to open it.
    .summary = A file cannot be read.
    .explain =
        The computer says no when framdrift tries to open the file. Most often it has been moved, or you lack the right
        to read it. Try to open it in an ordinary program. If that fails too, ask whoever looks after the folder.
FD002 = The file is too big. A file may have at most { $limit_text } MB.
    .help = Make the picture smaller, or keep the file elsewhere and link to it.
    .summary = A file is too big.
    .explain =
        Big files make the site slow for those who read it on a phone. A picture seldom needs more than 0.5 MB. Films
        and long documents are better left where they are already published:

            {"["}Watch the film](https://example.org/film)
FD003 = This is a link to another place on the disk, and framdrift does not follow such links.
    .help = Put the file itself here instead of the link.
    .summary = A file is a symbolic link.
    .explain =
        A symbolic link points out of the folder, perhaps to something that was never meant to be published. So
        framdrift reads real files only. Copy the file that the link leads to and put the copy in the folder.
FD004 = The file's name has characters that cannot be used.
    .help = Rename the file. Letters, digits, hyphens and full stops are always fine.
    .summary = A file name has forbidden characters.
    .explain =
        The name has a backslash, an invisible control character or characters that are not valid text. Such a name
        cannot become an address on the web. Choose something simple:

            pictures/school-yard-2026.jpg
FD005 = The file is not saved as UTF-8.
    .help = Save the file again and choose the character encoding “UTF-8”.
    .summary = A file is not saved as UTF-8.
    .explain =
        UTF-8 is the way of saving text that keeps every letter right everywhere. This file is saved in an older way, or
        it is no text file. Open it in your editor and choose “Save as” with the encoding UTF-8. In Excel the choice is
        called “CSV UTF-8 (comma delimited)”.
FD006 = The file is empty.
    .help = Fill the file, or remove it.
    .summary = A file is empty.
    .explain =
        An empty file says nothing about the plan, but it can look like an initiative or a report that someone forgot to
        write. Give it at least a head, or remove it:

            ---
            title: Calmer school yards
            ---
FD007 = framdrift does not know what the file “{ $path }” is.
    .nearest = Did you mean “{ $nearest }”?
    .twice = The file exists already, with the ending .yaml. Keep one of them.
    .help = Move the file to its folder, for example content/initiatives/. Pictures and documents belong in content/static/.
    .summary = A file stands where nothing is expected.
    .explain =
        In the folder content/ everything has its place: goals in goals/, initiatives in initiatives/, status reports in
        reports/2026-T2/ and so on. A file anywhere else would never be seen on the site, and the reason is usually a
        slip in the name of its folder or in its ending. Files to be published just as they are go in static/:

            content/static/pictures/school-yard.jpg
FD008 = The file content/plan.yaml is missing.
    .help = Make content/plan.yaml with at least title, organisation, period and language.
    .summary = The plan lacks its main file, plan.yaml.
    .explain =
        The file plan.yaml says what the plan is called, whose it is and when it holds. Without it framdrift does not
        know what to build. This much is enough:

            title: Digital agenda
            organisation: Exampleby municipality
            period:
              start: 2024
              end: 2027
            language: en
FD009 = The file's name “{ $id }” cannot be an id.
    .nearest = Rename it to “{ $nearest }”, with the same ending as before.
    .help = An id is written in lower-case letters a–z, digits and single hyphens.
    .summary = A file name cannot be used as an id.
    .explain =
        A file's name is also the id of what it describes: what other files refer to, and what becomes its address on
        the web. So it is written in lower-case letters without accents, digits and hyphens. The title inside the file
        may of course say anything.

            content/goals/calmer-school-yards.md

## YAML

FD011 = The file cannot be understood from this place on.
    .help = Check the indents (spaces, never tabs) and the quotes. A text with a colon or a number sign must stand within "…". The YAML reader says: { $problem }
    .summary = The file is not valid YAML.
    .explain =
        Facts are written in YAML: a key, a colon, a space and a value on each line. What belongs together has the same
        indent, always of spaces and never of tabs. The most common slip is a colon inside a text. Then the text needs
        quotes:

            title: "Schools 2030: a calm place"
            goals:
              - safe-schools
              - good-health
FD012 = The shortcuts “&” and “*” cannot be used here.
    .help = Write the whole value, or put it within "…" if the character belongs to the text.
    .summary = A YAML anchor (&) or alias (*) is used.
    .explain =
        In YAML, & first in a value means “remember this” and * means “the same as before”. That makes a file hard to
        read for the next person, so framdrift does not take it. If the character belongs to the text, use quotes:

            title: "*New* ways to meet parents"
FD013 = Marks that begin with “!” cannot be used here.
    .help = Remove the mark, or put the value within "…" if the exclamation mark belongs to the text.
    .summary = A YAML tag (!) is used.
    .explain =
        In YAML, an exclamation mark first in a value changes what the value is. A plan never needs that. If the
        character belongs to the text, use quotes:

            title: "!Important: a new reception"
FD014 = The file holds several YAML documents.
    .help = Remove the extra line “---”, or divide the content into several files.
    .summary = A file holds more than one YAML document.
    .explain =
        A line of --- alone begins a new document in YAML, and each file must hold only one. The files plan.yaml and
        organisation.yaml need no such line at all. If the file describes two things, give each its own file.
FD015 = The values stand too deep inside each other. The limit is { $limit_text } levels.
    .help = Check the indents. A plan never needs more than a few levels.
    .summary = The YAML is nested too deeply.
    .explain =
        Each step in from the margin is a level. A plan seldom needs more than four, so an indent or a bracket has
        probably gone wrong here. Compare with a file that works.
FD016 = The file has too many values. The limit is { $limit_text }.
    .help = Divide the content into several files. Observations belong in a CSV file beside their indicator.
    .summary = The YAML has too many values.
    .explain =
        So many values usually mean that a table was pasted into the wrong file. The observations of an indicator go in
        a file of the same name with the ending .csv:

            date,value
            2025,71.5
            2026,74
FD017 = The YAML text is too big. The limit is { $limit_text } MB.
    .help = Divide the content into several files.
    .summary = The YAML text is too big.
    .explain =
        The facts of an initiative fit in a few lines, so something else has probably been pasted into a file this big.
        Long text is written below the head, after the second line of ---.
FD018 = The key “{ $key }” stands here twice.
    .first = Here it stands the first time.
    .help = Keep one of them. If both values belong here, write them as a list under one key.
    .summary = The same key stands twice.
    .explain =
        When a key stands twice nobody can know which value holds, and framdrift never guesses. Remove the wrong one. If
        both are right, they become a list:

            goals:
              - safe-schools
              - good-health
FD019 = The key “<<” cannot be used here.
    .help = Write the keys where they should hold.
    .summary = A YAML merge key (<<) is used.
    .explain =
        In YAML, << can fetch keys from another place in the file. Then nobody can see any more what really holds on the
        line. Write the keys where they belong, even if the same words then stand twice.
FD020 = The key before the colon must be a single word.
    .help = Put the value within "…" if it begins with a bracket or a brace.
    .summary = A key is not a text.
    .explain =
        Before the colon stands a key, such as title or accountable. Here stands a list or a group instead, often because
        a text begins with [ or with a brace. Quotes make it an ordinary text:

            title: "[Pilot] Digital applications"
FD021 = The file does not begin with a head between two lines “---”.
    .help = Write --- at the top, then the keys on a line each, then --- again. The text comes below.
    .summary = A Markdown file lacks a head.
    .explain =
        Each file begins with a head that gives facts, and the text comes below. The head stands between two lines of
        three hyphens, and the first of them is the very first line of the file:

            ---
            title: Calmer school yards
            ---
            Here the text begins.
FD022 = The file's head never ends.
    .help = Put a line of --- alone between the keys and the text.
    .summary = The file's head is not ended by “---”.
    .explain =
        The head begins with a line of --- but there is no second line of --- to tell where the text begins. The line
        must stand by itself, at the left margin:

            ---
            title: Calmer school yards
            ---
            Here the text begins.
FD023 = There is a character here that nobody sees: { $code }.
    .turns = It turns the order of the text, so that the reader sees something else than what is written.
    .empty = It has no width. Two texts that look the same become different.
    .help = Remove the character. It has often come along from another web page: write the word anew by hand.
    .summary = A text holds characters that cannot be seen.
    .explain =
        Characters without width and characters that turn the direction of reading are not seen by whoever writes. So
        they can make one title look like another, or hide what a link is called. They often come along when text is
        pasted from a web page.

        Where Arabic, Persian and other scripts need them they may stand, and in emoji too.

## uploads

FD051 = The file “{ $path }” may not be published as it is.
    .help =
        This may lie in content/static/: { $known }. A file that the site must have exactly as it is, for example to
        show who owns it, belongs in the theme instead, themes/NAME/.
    .summary = A kind of file that may not be uploaded lies in content/static/.
    .explain =
        What lies in content/static/ is published at the site's own address. A web page or a script there could do all
        that the site's own pages may, and anyone's account can be stolen. So framdrift only takes pictures, documents,
        data, sound and film: what a browser shows or saves but never runs.

        The theme is the site's code. What the site must have exactly as it is is put there, by whoever looks after it:

            themes/default/google1234.html
FD052 = The file “{ $path }” is not what its name says: it does not begin as a { $ending } file does.
    .help = Open the file and save it again in the format that its name says. To rename it is not enough.
    .summary = A file in content/static/ has an ending that does not fit what it holds.
    .explain =
        The browser goes by the file's ending. If it holds something else the picture is not shown, and the document
        cannot be opened. Most often a picture from a phone, .heic, was renamed instead of saved anew.
FD053 = The picture does more than show something: { $what }
    .help =
        Save the picture as “plain SVG” or “optimized SVG” in the drawing program, or as PNG. Then no scripts, no
        references to other sites and no other markup come along.
    .summary = An SVG picture holds a script or fetches something from elsewhere.
    .explain =
        An SVG file is text, and scripts can stand in it. Whoever opens the picture at the site's address then runs the
        script as if it were the site's own. A picture can also fetch something from somebody else, who thereby learns
        who is reading. So an SVG file may only draw: no scripts, no events such as onload, no HTML, no declarations of
        the document type and no addresses but to parts of the picture itself. Ordinary links may be there.
FD054 = The picture cannot be read as SVG: { $why }
    .help = Open the picture in a drawing program and save it again as SVG, in UTF-8.
    .summary = A file named .svg is no SVG picture.
    .explain =
        An SVG picture is an XML file in UTF-8 whose outermost element is svg, in SVG's name space. What cannot be read
        cannot be looked through either, and the browser does not show it:

            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
FD055 = The picture “{ $path }” is { $width } × { $height } pixels, which is too much for a browser.
    .help = Save the picture with at most { $most } million pixels. On a page, a width of 1,600 is plenty.
    .summary = A picture has so many pixels that the browser may give up.
    .explain =
        A browser unpacks the picture into four bytes for each pixel, however small the file is. A picture of 40,000 ×
        40,000 then takes six gigabytes of the reader's phone.
FD056 = The picture “{ $path }” weighs { $size } kB.
    .help = Save it smaller: 1,600 pixels wide at quality 80 seldom weighs more than 300 kB.
    .summary = A picture is so heavy that readers with a phone must wait.
    .explain =
        From 1,000 kB on, whoever reads on a phone must wait for the picture, and pay for it. Photographs become smallest
        as JPEG or WebP, drawings and maps as SVG or PNG.

## keys and values

FD101 = There is no key “{ $key }” { for-record }.
    .nearest = Did you mean “{ $nearest }”?
    .help = These keys exist: { $known }
    .summary = A key is unknown.
    .explain =
        framdrift knows a fixed set of keys, in English and in Swedish, and tells you about any other. Otherwise a
        misspelling could make a fact vanish from the site without a word. Mend the spelling, or remove the line if the
        fact is not needed.

            accountable: head-of-schools
FD102 = “{ $key }” is missing here, and { a-record } must have it.
    .help = Add a line that begins with “{ $key }:”.
    .summary = A required key is missing.
    .explain =
        A few facts are needed to show something at all, such as its title. Others may well be missing: then the site
        says “no information”. A key with no value after its colon counts as missing.

            title: Calmer school yards
FD103 = Here should stand { $expected }, but there is { $found }.
    .help = Replace the value by { $expected }.
    .summary = A value is of the wrong sort.
    .explain =
        Each key takes a certain sort of value: text, number, date, yes or no, a list or a group of keys. Numbers are
        written in digits with a decimal point, without a unit. Lists are written with a hyphen on each line.

            budget:
              amount: 1250000
            tags:
              - school
FD104 = “{ $value }” is none of the values to choose from here.
    .nearest = Did you mean “{ $nearest }”?
    .help = Choose one of these: { $known }
    .summary = A value is not among those to choose from.
    .explain =
        Some keys have fixed values, so that the same thing has the same name everywhere and can be counted. You can
        write them in English or in Swedish. If you need to say more, say it in the text.

            assessment: on-track
FD105 = “{ $text }” is not written as a date.
    .help = Write for example 2026-03-31, 2026-03, 2026-Q3, 2026-T2, 2026-H1, 2026 or ongoing.
    .summary = A date is written in the wrong way.
    .explain =
        A date is written with the year first and hyphens between its parts. If you do not know the day, write what you
        know, and the site shows just that: a month (2026-03), a quarter (2026-Q3), a tertial of four months (2026-T2),
        a half-year (2026-H1), a week (2026-W12) or a year. The word “ongoing” means that something has no end.

            due: 2026-T2
FD106 = There is no date “{ $text }” in the calendar.
    .help = Check the day and the month. A year has three tertials, four quarters and 52 or 53 weeks.
    .summary = A date does not exist.
    .explain =
        The date is written in the right way, but there is no such day: November has 30 days, and a year has three
        tertials. Most often a digit has gone wrong.

            due: 2026-11-30
FD107 = “{ $id }” cannot be an id.
    .nearest = Write “{ $nearest }”.
    .help = An id is written in lower-case letters a–z, digits and single hyphens.
    .summary = An id is written in the wrong way.
    .explain =
        An id is a short name that other files refer to and that becomes a part of an address on the web. It is written
        in lower-case letters without accents, digits and hyphens. The title may of course say anything.

            id: head-of-schools
            title: Head of children and education
FD108 = The key “{ $key }” already stands here, in the other language.
    .first = Here it stands the first time.
    .help = Keep one of them.
    .summary = The same key stands in both English and Swedish.
    .explain =
        Keys can be written in English or in Swedish, and “accountable” and “ansvarig” are the same key. When both are
        there nobody can know which value holds. Remove one of them.
FD110 = “{ $key }” has { $length_text } characters. It may have at most { $limit_text }.
    .help = Shorten the text. What does not fit can stand in the text below the head.
    .summary = A text is too long.
    .explain =
        A summary is shown in lists and on phones, where only a sentence or two fit. Say the most important first: what
        becomes better, and for whom. The rest fits in the text below the head.
FD111 = The value of “{ $key }” is not possible. It should be { $expected }.
    .share = Shares are written as decimals (0.33) and not in per cent.
    .help = Mend the number. If you remove the line, the usual value holds.
    .summary = A number is too big or too small.
    .explain =
        The number cannot be right where it stands. Shares are written as decimals from 0 to 1 and not in per cent, and
        counts are never negative.

            thresholds:
              overdue_share: 0.33
FD112 = “{ $text }” is no address that can be linked to.
    .help = Write the whole address, with https:// first.
    .summary = A web address is written in the wrong way.
    .explain =
        A link to another site needs its whole address, as it stands in the address field of the browser. Copy it from
        there.

            url: https://www.example.org/minutes
FD113 = “{ $text }” is no colour.
    .help = Write a number sign and six characters 0–9 or a–f, within quotes: "#005a9c".
    .summary = A colour is written in the wrong way.
    .explain =
        The accent colour is written as it usually stands in the graphic manual: a number sign and six characters. It
        must stand within quotes, or YAML reads the rest of the line as a note.

            brand:
              colour: "#005a9c"
FD114 = framdrift does not have the language “{ $tag }”.
    .help = These languages exist: { $known }
    .summary = A language does not exist.
    .explain =
        framdrift has its own words, dates and numbers for each language that it can show. A language is written by its
        short code, such as sv for Swedish and en for English.

            language: sv
            languages: [en]
FD115 = There is no time zone “{ $text }”.
    .help = In Sweden it is Europe/Stockholm. You can also remove the line.
    .summary = A time zone does not exist.
    .explain =
        The time zone tells which day it is today when the site is built. It is written as a continent and a city. When
        it is left out, Swedish time holds.

            timezone: Europe/Stockholm
FD116 = The site has no word named “{ $key }”.
    .nearest = Did you mean “{ $nearest }”?
    .help = Under “labels” the word's name stands before the colon and your own word after it.
    .summary = A label replaces a word that does not exist.
    .explain =
        Under “labels” you can replace the site's words by those that you use. Before the colon stands the word's name
        in framdrift, after it your own word.

            labels:
              activities: Measures
FD117 = The label for “{ $key }” cannot be used.
    .address = The words of addresses cannot be replaced: links to the site would stop to work.
    .placeholders = Braces may only stand around placeholders that the original has too, such as { "{" } $n_text { "}" }.
    .help = Write plain text, or remove the line.
    .summary = A label is written in the wrong way.
    .explain =
        Some of the site's words have placeholders that are filled in when a page is built. A replacement may use the
        same placeholders but no new ones, and braces belong only around them. Most often plain text is all it takes.

            labels:
              activities: Measures
FD118 = “{ $text }” is not a reporting period of this plan, whose rhythm is { $rhythm }.
    .help = Write the year and the number of the period: 2026-03 (month), 2026-Q3 (quarter), 2026-T2 (tertial), 2026-H1 (half-year) or 2026 (year).
    .summary = A period does not fit the plan's reporting.
    .explain =
        Status reports and reviews stand under the period they are for, and the periods are as long as the plan says
        under “reporting”. If you report every tertial, the periods are 2026-T1, 2026-T2 and 2026-T3.

            content/reports/2026-T2/calmer-school-yards.md
FD119 = “{ $text }” is not an exact day.
    .help = Write year, month and day, such as 2026-05-12.
    .summary = A date must be an exact day.
    .explain =
        Most dates may be as rough as reality is. But the day when a report was written or a meeting was held is known,
        and from it framdrift works out what is fresh and what is late.

            date: 2026-05-12
FD120 = Counts below 5 are not published.
    .help = Write "<5", with the quotes.
    .summary = A count below 5 gives people away.
    .explain =
        When only a few have been in touch, an exact number can make someone recognisable. So the site never shows
        counts below five. Write “fewer than five” like this:

            volume: "<5"
FD121 = “{ $text }” is no municipality code.
    .help = A municipality code has four digits. Write it within quotes, so that a leading zero stays: "0330".
    .summary = A municipality code is written in the wrong way.
    .explain =
        Statistics Sweden gives each municipality a code of four digits. The first two are the county's. The quotes make
        it a text, so that a zero at its beginning does not vanish.

            municipality_code: "0330"
FD122 = “{ $text }” is not an e-mail address.
    .help = Write a single address of a function mailbox, for example contact@municipality.example.
    .summary = An e-mail address is not written right.
    .explain =
        The address becomes a link that opens the reader's e-mail, so it must work just as it stands. Give only the
        address, without a name, spaces or “mailto:”. Use a mailbox that belongs to a function: it is still there when
        somebody leaves.

            contact: contact@municipality.example
FD123 = There is nothing called { $text } to fill the address with.
    .help = These can be used: { $known }
    .summary = An address for feedback has an unknown gap.
    .explain =
        The address of a form for feedback may have gaps in braces. When a page is built they are filled with its heading
        and its address, so that whoever reads the answers knows what they are about.

            feedback: "https://www.municipality.example/feedback?title={"{"}subject{"}"}&page={"{"}address{"}"}"
FD124 = The picture “{ $path }” can't be shown when pages are shared.
    .form = It is neither PNG nor JPEG.
    .small = It is { $width } × { $height } pixels. It should be at least { $least }.
    .heavy = It is larger than { $limit } kB.
    .help = Save the picture as PNG or JPEG, preferably 1200 × 630 pixels.
    .summary = The picture for sharing is of a wrong kind or size.
    .explain =
        When somebody shares a page in a message or a channel, a picture is shown beside its title. The services that
        show it read PNG and JPEG, leave out small pictures and do not wait for large ones. The picture is cut to about
        twice as wide as high, so put what matters in the middle.

            brand:
              image: pictures/share.png
FD126 = The logo “{ $path }” can't be shown on the pages.
    .form = It is neither SVG, PNG, JPEG, GIF nor WebP.
    .frame = The drawing has no viewBox, so nobody knows how wide it is compared to its height.
    .small = It is { $width } × { $height } pixels. It should be at least { $least } high.
    .heavy = It is larger than { $limit } kB.
    .help = Save the logo as SVG with a viewBox, or as PNG at least 80 pixels high.
    .summary = The logo is of a wrong kind or size.
    .explain =
        The logo stands at the top of every page, 40 pixels high. So it must not weigh much, and when it is made of
        pixels it needs twice as many to be sharp on good screens and on paper. SVG is best: it is small and always
        sharp. In dark mode the logo stands on a light plate, so it needs no light colours.

            brand:
              logo: pictures/logo.svg

FD127 = “{ $text }” does not say what was removed.
    .help = Write kind and id, such as “initiative:e-arkiv”, or the address from its first slash, such as “/report.pdf”. A review stands on its period's page and can't be named here.
    .summary = It is not clear what was removed.
    .explain =
        The address of what was removed should say what happened. For that framdrift must know which address it was: from
        the kind and the id, or from the address itself. The address of a page ends with a slash, that of a file doesn't.

            removed:
              - what: initiative:chatbot
                title: Chatbot for building permits
                date: 2026-03-01
                why: The work became a part of “Apply and follow your case”.
                instead: initiative:digitala-arenden
FD128 = The catalogue can't be made, since the site's address is not known.
    .help = Write the address in plan.yaml, for example “base_url: https://agenda.municipality.example”, or take the line “catalogue” away.
    .summary = A catalogue is asked for, but the site has no address.
    .explain =
        A catalogue is read by other sites, for example dataportal.se. They fetch it from yours and link back to the
        files, so that each address in it must be a full one. Therefore framdrift has to know where the site will be:

            base_url: https://agenda.municipality.example
            catalogue: municipality

        If you build for several addresses, name it when the site is built instead, with --base-url.
FD130 = The plan runs for { $years_text } years, from { $start } to { $end }.
    .help = Mend the years. A plan may run for { $most_text } years at most.
    .summary = The plan runs for too long.
    .explain =
        Each period that has passed gets a page that says how the plan stood then. A slip of one digit, 1024 for 2024, would
        give tens of thousands of such pages. So a plan may run for 60 years at most. If the agenda holds until
        further notice, write when it is to be reviewed.
## references

FD201 = There is { no-kind } with the id “{ $id }”.
    .nearest = Did you mean “{ $nearest }”?
    .help = An id is the file's name without its ending. Units and roles have theirs in organisation.yaml.
    .summary = A reference leads nowhere.
    .explain =
        Files refer to each other by id, and this id does not exist. Perhaps it is misspelled, perhaps the file has a new
        name. When something gets a new id, the old one can live on as an alias:

            aliases:
              - better-school-yards
FD202 = The id “{ $id }” is already used by { another-kind }.
    .first = Here it is used first.
    .help = Give one of them another id, or remove one.
    .summary = Two things have the same id.
    .explain =
        An id must point at one thing only, or nobody knows what a reference means. Give one of them a new id and change
        the references to it. An id need not be long, only its own.

            id: head-of-schools-north
FD203 = Several are accountable here. It should be one.
    .help = Choose the role that answers for this in the end. The others can stand under “contributors”.
    .summary = More than one role is accountable.
    .explain =
        When several are accountable it is easy for nobody to be. So each goal, initiative and activity has exactly one
        accountable role. The others that take part are named as contributors, with what they do:

            accountable: head-of-schools
            contributors:
              - role: head-of-it
                does: Introduces the system in the schools
FD204 = The alias “{ $id }” is taken.
    .first = Here it is already used.
    .help = Remove the alias, or rename the other.
    .summary = An alias is already used.
    .explain =
        An alias keeps links to an old id alive. That only works if nothing else has the same id or alias, since an
        address cannot lead to two places.
FD205 = The address “{ $address }” is taken.
    .help = Rename the file, or change the alias. The site already has something at that address.
    .summary = A page or a file gets an address that is taken.
    .explain =
        The addresses of pages are made from their ids, and your own pages and files lie beside the site's own folders,
        such as /goals/ and /initiatives/. When two addresses are alike, only one of them can be read. Rename the file,
        and let the old name live on as an alias if the page is already published.
FD206 = The references go round in a ring ({ $kind }): { $path }
    .help = Remove one of the references in the ring.
    .summary = References go round in a ring.
    .explain =
        A goal cannot stand below itself, and two initiatives cannot wait for each other. Then nobody could begin. Think
        about what comes first and remove the reference in the other direction.
FD207 = There is { no-kind } with the id “{ $id }” to translate.
    .nearest = Did you mean “{ $nearest }”?
    .help = A translation stands beside its original and has the same name, with the language's code before the ending.
    .summary = A translation lacks its original.
    .explain =
        A translation belongs to its original by its name. Without the original it has no facts to show. Most often the
        original has a new name, or there is a misspelling.

            content/goals/safe-schools.md
            content/goals/safe-schools.en.md
FD208 = The translation into the language “{ $tag }” is not shown.
    .unlisted = The plan does not have that language: add it under “languages” in plan.yaml, or mend the file's name.
    .own = It is the plan's own language: the text belongs in the file without the language's code.
    .help = A translation stands beside its original and has the same name, with the language's code before the ending.
    .summary = A translation is in a language that the plan does not have.
    .explain =
        What stands between the full stops in the file's name is the code of the language. The site is built only in the
        languages that the plan names.

            language: sv
            languages: [en]
FD209 = “{ $id }” is a draft, so what is published cannot refer to it.
    .draft = the draft
    .help = Write “draft: true” in this file, too, or take that line out of the draft.
    .summary = What is published refers to a draft.
    .explain =
        What is marked as a draft is shown by “framdrift serve” but left out when the site is built. A reference to it
        would then lead nowhere. Mark both as drafts for as long as one of them is:

            title: Calmer school yards
            goals: safe-school
            draft: true

FD210 = “{ $what }” is listed as removed but is still there.
    .twice = It is listed twice.
    .help = Remove the line from removed.yaml, or remove the file itself. Has the page got another id? Then write the old id under “aliases” in its file instead.
    .summary = Something is listed as removed but is still there.
    .explain =
        content/removed.yaml lists what was published and then removed, so that the old address can say what happened.
        What is still in the plan does not belong there. What has got another id has not been removed: it gets the old id
        as an alias, and the old address leads to the new one.

            title: Apply and follow your case
            aliases: [e-services]

## facts

FD301 = The activity “{ $activity }” is done, but it does not say when.
    .help = Add “done_on:” with a date, or “done_on: unknown” if nobody knows.
    .summary = A done activity lacks a date.
    .explain =
        Those who read want to know when something was done, and framdrift needs it to show what has happened since last
        time. The date may be rough. If nobody knows, say so:

            state: done
            done_on: 2026-T1
FD302 = The end ({ $end }) comes before the start ({ $start }).
    .help = Mend one of the dates.
    .summary = Something ends before it begins.
    .explain =
        Nothing can end before it has begun. Most often a year has gone wrong, or the two dates have changed places.
        Rough dates are fine as long as they can agree.

            start: 2025-H2
            end: 2026-T3
FD303 = The moved deadlines do not hang together: here stands { $found }, but it should be { $expected }.
    .help = Each move begins where the one before ended, and “end” is the date that the latest leads to.
    .summary = Moved deadlines do not lead to the deadline.
    .explain =
        Each move of the deadline is written down, from one date to another, so that anyone can follow how the plan has
        changed. The moves form a chain, and it must end at the deadline that holds now.

            end: 2026-T3
            deadline_moves:
              - date: 2026-02-10
                from: 2026-T1
                to: 2026-T3
                why: The procurement was appealed
FD304 = The role “{ $role }” may decide, but it does not say where that is laid down.
    .help = Add “mandate_source:” with the delegation rules, the regulations or the decision.
    .summary = A mandate to decide lacks its source.
    .explain =
        The right to decide comes from somewhere: rules of delegation, regulations or a decision. Those who read must be
        able to see from where. If the role may not decide by itself, choose another mandate.

            mandate: decides
            mandate_source: Delegation rules of the education committee, point 4.2
FD305 = The assessment is “{ $assessment }”, but the report does not say what is in the way.
    .help = Add “obstacle:” with “kind:” and “text:”.
    .summary = A report of trouble does not say what is in the way.
    .explain =
        A report that says that something is at risk, off track or paused must also say why. That is when someone can
        help. Give the kind of obstacle and describe it in a sentence.

            obstacle:
              kind: procurement
              text: The contract was appealed and is before the court.
FD306 = The assessment is “{ $assessment }”, but the report does not say what comes next.
    .help = Add “next_step:” with a sentence.
    .summary = A report lacks its next step.
    .explain =
        As long as the work is not done or cancelled there is a next step, if only to wait for an answer. Write what is
        to happen, and if you can by whom and when.

            next_step: The headteachers try the timetable in two schools in March.
FD307 = The report has no text.
    .help = Write some sentences below the head. If nothing has happened, write “no_progress: yes” in the head.
    .summary = A report has no text.
    .explain =
        The text of a report tells what has happened since last time, in words that anyone understands. Two sentences are
        enough. If nothing has happened, just say so:

            no_progress: yes
FD308 = The activity “{ $activity }” has a date when it was done, but its state is “{ $state }”.
    .help = Change the state to “done”, or remove “done_on”.
    .summary = An activity has a done date but is not done.
    .explain =
        The state and the date contradict each other, and framdrift never guesses which is right. If the activity is
        done, change the state. If it is not, remove the date.

            state: done
            done_on: 2026-03-31
FD309 = The sponsor “{ $role }” has no mandate to decide.
    .help = Choose a role with the mandate “decides”, or remove the line.
    .summary = A sponsor may not decide.
    .explain =
        The sponsor is there so that someone can say yes, no and “go on”. So the role needs a mandate to decide. The
        mandates of roles stand in organisation.yaml.

            sponsor: head-of-department
FD310 = A forum needs at least two members.
    .help = Add more roles under “members”.
    .summary = A forum has too few members.
    .explain =
        A forum is a place where several roles meet and agree. With a single member it is no forum. List the roles, never
        the names of persons.

            members:
              - head-of-schools
              - head-of-contact-centre
FD311 = A target must have either a value, or both a lowest and a highest.
    .help = Write “value:”, or write both “low:” and “high:”.
    .summary = A target is incomplete.
    .explain =
        An indicator should either reach a value or stay between two. Give one or the other, not both, and see that the
        lowest is not above the highest.

            targets:
              - date: 2027
                low: 20
                high: 25
FD312 = The initiative is ongoing but has a deadline.
    .help = Remove “end”, or remove “ongoing”.
    .summary = An ongoing initiative has a deadline.
    .explain =
        An ongoing initiative has no end. Then it cannot be late either. If the work has a deadline it is not ongoing,
        even if what it built lives on.
FD313 = The report is written before the period { $period } began.
    .help = Mend the report's date, or move it to the folder of the right period.
    .summary = A report is older than its period.
    .explain =
        A report tells how a period went, so it cannot be written before the period began. Perhaps the year is last
        year's, or the file is in the wrong folder.

            content/reports/2026-T2/calmer-school-yards.md
            date: 2026-09-04
FD314 = The statement says “fully compliant with the law” but lists { $n ->
        [one] a shortcoming or an exception
       *[other] { $n_text } shortcomings and exceptions
    }.
    .first = This is the first.
    .help = Write “compliance: partly”, or take out what has been mended.
    .summary = A site with shortcomings is said to be fully compliant.
    .explain =
        A site is fully compliant only when it meets every requirement, without exceptions. As long as there is a known
        shortcoming, or content that you have judged too burdensome to adapt, it is partly compliant. Most are, and an
        honest list is of more use than a promise.

            compliance: partly
FD315 = The statement says that the site is { $compliance ->
        [not] not compliant
       *[other] { $compliance } compliant
    } with the law, but names no shortcoming.
    .help = List what does not work under “shortcomings:”.
    .summary = A statement does not say what is wrong.
    .explain =
        Whoever meets an obstacle needs to know that it is known, what to do instead and when it will be better. Describe
        each shortcoming and the situation in which it is met.

            shortcomings:
              - situation: without vision
                description: Two maps have no description in text.
                wcag: [1.1.1]
                fix_by: 2027-03-31
FD316 = The assessment ({ $assessed }) was made after the statement was updated ({ $updated }).
    .help = Change “updated:” to the day on which the statement was last gone through.
    .summary = A statement is older than its assessment.
    .explain =
        The statement tells what the assessment found, so it can't have been finished before it. Most often somebody has
        put in the new assessment's date and forgotten the other.

            assessed: 2026-10-14
            updated: 2026-10-20
FD317 = WCAG has no criterion “{ $text }”.
    .help = Write the criterion's number with two full stops, for example 1.1.1 or 2.4.11.
    .summary = A criterion of WCAG does not exist.
    .explain =
        Every requirement of WCAG has a number in three parts. With the number, whoever is to mend the shortcoming can
        look the requirement up. Several numbers are written as a list. If you do not know which it is, take the line
        out.

            wcag: [1.1.1, 1.4.5]
FD318 = The plan says that no law asks for an accessibility statement, but here is one.
    .help = Take “accessibility_law: none” out of plan.yaml, or take this file away.
    .summary = There is a statement though the plan says that the law does not apply.
    .explain =
        The page that is made of the file refers to the Swedish law on accessible digital public services and to the
        authority that supervises it. Of a site that the law does not cover, that would be untrue. If the law does apply,
        the plan should not say otherwise.

            accessibility_law: sweden
## quality

FD601 = The goal “{ $goal }” has no indicator.
    .help = Add an indicator that shows whether the goal is reached.
    .summary = A goal lacks an indicator.
    .explain =
        Without an indicator nobody can see whether the goal is reached, only that people work. A simple measure is
        enough, best one that already exists in open statistics or in a survey.

            indicators:
              - pupils-who-thrive
FD602 = No initiative works for the goal “{ $goal }”.
    .help = Name the goal under “goals” in the initiative that belongs to it.
    .summary = A goal lacks initiatives.
    .explain =
        A goal that nobody works for seldom comes true. Perhaps the work exists but has not been tied to the goal. That
        is done in the initiative's file:

            goals:
              - safe-schools
FD603 = No decision stands behind the goal “{ $goal }”.
    .help = Add “decision:” with the id of the decision that adopted the goal.
    .summary = A goal lacks a decision.
    .explain =
        Those who read must be able to see who decided that the goal holds, and when. The decision has a file of its own
        in decisions/, and the goal refers to it.

            decision: council-2024-plan
FD604 = Nobody in the initiative “{ $initiative }” can decide: “{ $role }” lacks the mandate, and no sponsor is named.
    .help = Add “sponsor:” with a role that may decide.
    .summary = The accountable role lacks a mandate.
    .explain =
        The accountable role may not itself decide what the work needs. Then it easily gets stuck. Name a sponsor with a
        mandate, and it shows who can say yes.

            sponsor: head-of-department
FD605 = The role “{ $role }” is a group. When all are accountable it is easy for nobody to be.
    .help = Give a single role, such as a head or a chair.
    .summary = A group is accountable.
    .explain =
        “All committees” and “the departments” cannot answer the phone. Those who read need to know who answers for the
        work. Choose the role that leads it, and name the others as contributors.

            accountable: head-of-schools
FD606 = The insight “{ $insight }” has no forum and no initiative that takes care of it.
    .help = Add “forum:” or “initiatives:” to the insight.
    .summary = An insight has reached nobody.
    .explain =
        Someone took the time to tell something. Here it does not say where it went. Tie the insight to the forum that
        works with it or to the initiative that answers to it.

            forum: school-collaboration
FD607 = The knowledge area “{ $area }” has no forum.
    .help = Add “forum:” to the area, or name the area in the file of a forum.
    .summary = A knowledge area lacks a forum.
    .explain =
        In a forum, the roles that together can bring an area forward meet. Without one the area's questions have nowhere
        to be taken up.

            areas:
              - school
FD608 = No role is accountable for the initiative “{ $initiative }”.
    .help = Add “accountable:” with the id of a role.
    .summary = An initiative lacks an accountable role.
    .explain =
        No role answers for the initiative. It may be published so, since many plans are like that, but the site says it
        openly. Name a role as soon as you can.

            accountable: head-of-schools
FD609 = The role “{ $role }” sponsors “{ $initiative }”, but { $n ->
        [one] a report
       *[other] { $n_text } reports in a row
    } about it did not come in time.
    .help = Let the sponsor ask for a report, or close the initiative openly.
    .summary = A sponsor lets its initiative fall silent.
    .explain =
        A sponsor stands behind an initiative and can decide about it. When nobody tells how it goes any more, the
        sponsor is the one who can change that. The plan itself says after how many periods an initiative counts as
        silent (stale_after).

            content/reports/2026-T2/calmer-school-yards.md
            by: head-of-schools
            assessment: at-risk
FD610 = The forum “{ $forum }” works with { $n ->
        [one] an insight
       *[other] { $n_text } insights
    }, but the contact centre does not take part.
    .help = Add a role of the contact centre to the members, with “kind: contact-centre”.
    .summary = A forum has insights but lacks the contact centre.
    .explain =
        Insights come from those who call, write and visit. Whoever received them knows what they were about, and needs
        to bring the answer back. One of the roles in the forum must therefore be of the kind contact-centre.

            members:
              - head-of-schools
              - head-of-contact-centre
FD611 = The forum “{ $forum }” should meet { every-interval } but has not met for { $n ->
        [one] a day
       *[other] { $n_text } days
    }.
    .help = Add the meeting to the forum's file if it was held. Otherwise change “every:” or call a meeting.
    .summary = A forum has stopped meeting.
    .explain =
        A forum counts as silent when more time has gone since its last meeting than one and a half times its own
        interval (forum_rhythm). A forum that does not meet cannot bring anything forward, even if the plan names it.

            meetings:
              - date: 2026-11-03
                took_up:
                  - initiative:calmer-school-yards
FD612 = The forum “{ $forum }” should meet { every-interval }, but no meeting is told of.
    .help = Add “meetings:” with the dates of those that were held.
    .summary = A forum has had no meeting.
    .explain =
        A forum exists once it meets. List the meetings with their dates and what they took up, and it shows that the
        forum works. If it has not begun yet, the site says so openly.

            meetings:
              - date: 2026-11-03
                decided:
                  - "The yard of the meadow school is rebuilt first."
FD613 = “{ $initiative }” waits for a decision by “{ $role }”. It should have come { $n ->
        [one] a day
       *[other] { $n_text } days
    } ago.
    .help = Write the answer in the period's review, or add the decision to decisions/ with the initiative under “affects”.
    .summary = A decision has not come in time.
    .explain =
        The latest report says that the initiative needs a decision before a certain date. The date has passed, and
        neither a review nor a later decision answers the question. Until then the work stands still.

            content/reviews/2026-T2.md
            answers:
              - initiative: calmer-school-yards
                answer: "Yes, within this year's budget."
FD614 = The insight “{ $insight }” has waited { $n ->
        [one] a day
       *[other] { $n_text } days
    } for an answer.
    .help = Add “response:” with a state. That it is received does not count as an answer.
    .summary = An insight has had no answer.
    .explain =
        Those who told something want to know what happened next. An insight counts as unanswered when more than 60 days
        have gone since the last day of its period, unless the plan has a limit of its own (insight_days). The answer may
        well be no, as long as there is one.

            response:
              state: declined
              text: "We cannot afford it this year but try again in the budget for 2027."
              on: 2026-10-12
FD615 = The site has no accessibility statement.
    .help = Write content/accessibility.yaml. If the law does not apply to you, write “accessibility_law: none” in plan.yaml.
    .summary = The site has no accessibility statement.
    .explain =
        Swedish municipalities, regions and agencies must tell how accessible their sites are, which shortcomings there
        are and how to tell of more (Act 2018:1937 on accessible digital public services). framdrift makes the page of
        your facts but never makes one up: first somebody must have tested the site.

            compliance: partly
            assessed: 2026-10-14
            updated: 2026-10-20
            method: internal
            form: https://www.municipality.example/accessibility
            email: contact@municipality.example
            shortcomings:
              - situation: without vision
                description: Two maps have no description in text.
FD616 = The accessibility statement is { $n_text } months old. It should be gone through at least once a year.
    .help = Test the site again, correct the list of shortcomings and change “assessed:” and “updated:”.
    .summary = The accessibility statement is too old.
    .explain =
        Sites change, and shortcomings are mended or added. The supervising authority recommends that the statement be
        gone through at least once a year. Until that is done, the page itself says that it is old.

            assessed: 2026-10-14
            updated: 2026-10-20
FD617 = The accessibility statement is dated { $date }, and that day has not come yet.
    .help = Correct “updated:”, or wait.
    .summary = The accessibility statement is dated in the future.
    .explain =
        Nobody can have gone through a site tomorrow. The page is not shown before the day has come. Most often it is the
        year that is wrong.

            updated: 2026-10-20
FD618 = A shortcoming in accessibility should have been mended by { $date }: { $what }
    .help = Take the shortcoming out if it has been mended. Otherwise give it a new date in “fix_by:”.
    .summary = A shortcoming in accessibility was not mended in time.
    .explain =
        The statement promises when each shortcoming will be mended, and that date has passed. The page shows it to
        everyone. A new date is better than an old promise.

            fix_by: 2027-03-31

## privacy

FD701 = This looks like a Swedish personal identity number.
    .help = Remove the number. If it is something else, such as a registration number, write it in another way.
    .summary = The text seems to hold a personal identity number.
    .explain =
        Personal identity numbers do not belong on a public site. The number here has the form of one, and its check
        digit is right, so framdrift would rather stop once too often. If the file is already kept where others can read
        it, remove it there too.
FD702 = “{ $text }” looks like a personal e-mail address.
    .help = Write a function mailbox instead, such as contact-centre@example.org.
    .summary = A personal e-mail address is published.
    .explain =
        People leave and change their posts, but the function stays. A function mailbox always reaches someone, and
        nobody has to have their name on the web.

            contact: contact-centre@example.org
FD703 = “{ $text }” looks like the name of a person.
    .help = Write the role instead of the name.
    .summary = The name of a person is published.
    .explain =
        The plan tells which roles are accountable, not which persons hold them just now. So the text stays true when
        someone changes post, and nobody is singled out. If it is not the name of a person, leave it: this is only a
        warning.
FD704 = “{ $text }” looks like somebody's own telephone number.
    .help =
        Write the number of the switchboard or the contact centre instead. If it is the organisation's own, write it as
        phone in accessibility.yaml.
    .summary = A personal telephone number is published.
    .explain =
        A mobile number nearly always leads to a single person, and a direct number to whoever has the post just now. The
        number that stays is that of the switchboard or the contact centre.

        framdrift warns of mobile numbers and of those of fixed lines. Numbers of switchboards, which end in 00, and
        those that begin with 010, 020 or 077 are functions, and so are numbers that stand in the files at the top of
        content/:

            phone: 0123-456 00

## theme

FD801 = The template { $place } cannot be read. The template language says: { $message }
    .help = Check that each block that is opened is also closed.
    .summary = A template of the theme is written in the wrong way.
    .explain =
        The theme's templates decide how the pages look, and this one has a slip in it. Most often a closing block or a
        quote is missing. Compare with the template of the built-in theme.
FD802 =
    { $pages ->
        [one] The page { $page } could not be made
       *[other] { $pages_text } pages could not be made, for example { $page },
    } with the template { $place }. The template language says: { $message }
    .help = Check that the template only uses what the page has.
    .summary = A template of the theme does not work for a page.
    .explain =
        The template is written in the right way but asks for something that the page does not have, such as a
        misspelled name. What may be missing must be checked for in the template first.
FD803 = There is no theme “{ $name }”.
    .nearest = Did you mean “{ $nearest }”?
    .help = These themes exist: { $names }. A theme is a folder in themes/.
    .summary = The theme does not exist.
    .explain =
        With the option --theme you choose a look of your own, which stands in a folder of that name. A theme only needs
        to hold what differs from the built-in one.

            themes/winter/assets/style.css
FD804 = The file “{ $file }” of the theme is not used.
    .nearest = Did you mean “{ $nearest }”?
    .help = A theme's template must have the same name as the template of the built-in theme that it replaces. Pictures, styles and the like belong in assets/.
    .summary = A file of the theme is not used.
    .explain =
        A theme replaces files of the built-in theme by having files with the same names in the same places. This file
        has no counterpart, so it is never used. Most often its name is misspelled.

## finished site

FD901 = The page “{ $page }” links to “{ $link }”, which does not exist.
    .help = Mend the link, most often in a template of the theme. In the plan's texts, link by id, such as initiative:calmer-school-yards.
    .summary = A link leads to a page that does not exist.
    .explain =
        When the site is finished framdrift follows every link within it. This one leads nowhere. Link by id instead of
        by address, and the slip is found in the text at once:

            {"["}the initiative](initiative:calmer-school-yards)
FD902 = The page “{ $page }” links to “{ $link }”, but there is no such heading.
    .help = Mend what stands after the number sign so that it fits a heading of that page, or remove it.
    .summary = A link leads to a heading that does not exist.
    .explain =
        What stands after the number sign of a link points at a heading on the page. If the heading has new words the
        link must change too. If the link is for the whole page, remove the number sign and what follows it.
FD903 = The page “{ $page }” has two places marked “{ $id }”.
    .help = Give one of the headings other words, or mend the theme's template.
    .summary = Two places on a page have the same mark (id).
    .explain =
        Each heading has a mark that links can point at, and it must be alone on its page. Two marks alike lead links and
        screen readers astray. Most often the slip is in a theme of your own.
FD904 = The page “{ $page }” has an image without a text alternative.
    .help = Give the picture an alt attribute in the theme's template. A mere decoration gets an empty one: alt="".
    .summary = An image lacks a text alternative.
    .explain =
        Those who do not see the image have it read to them. Write what it shows, as you would tell it over the phone. In
        a theme of your own, mere decoration gets an empty text alternative.

            ![Pupils plant trees in the school yard](/pictures/school-yard.jpg)

FD905 = The address /{ $address } has been published but would disappear.
    .renamed = Has it got another id? Write the old id in its file: “aliases: [{ $id }]”.
    .help =
        Was it removed? Write in content/removed.yaml:
            removed:
              - what: { $what }
                title: what it was called
                date: { $date }
                why: why it was removed
    .summary = A published address would disappear.
    .explain =
        What a public authority has published should be found again. Somebody has linked to the page, kept it or printed
        its address. So an address that has been published always leads somewhere: to the page, to the new address when
        something has got another id, or to a page that says when and why it was removed. The comparison is made by
        “framdrift build --since” with manifest.json from the site as it is now.

            removed:
              - what: initiative:chatbot
                title: Chatbot for building permits
                date: 2026-03-01
                why: The work became a part of “Apply and follow your case”.

FD906 = The report on “{ $initiative }” for { $period } has changed since it was published, but it does not say that it was corrected.
    .help =
        Write when and why it was changed:
            corrected:
              date: { $date }
              why: what was wrong
        Should it not change, take the change back.
    .summary = A published report has changed without saying so.
    .explain =
        A report that has been published is a public record. Whoever read it in spring should be able to see whether it
        says something else now, and why. So a report is corrected openly. If things have changed since then, that
        belongs in the next report.

            corrected:
              date: 2026-03-01
              why: The number of connected schools was wrong.

FD907 = The report on “{ $initiative }” for { $period } has been published but is no longer there.
    .help =
        Put the file back. If it was wrong from the start, write in content/removed.yaml:
            removed:
              - what: report:{ $period }/{ $initiative }
                title: which report it was
                date: { $date }
                why: why it was removed
    .summary = A published report has disappeared.
    .explain =
        A report that has been published is a public record and is not removed in silence. If it was wrong, it is
        corrected openly, with the key “corrected”. If it did not belong there at all, it is listed in
        content/removed.yaml, with when and why.

            removed:
              - what: report:2026-T1/chatbot
                title: The report on Chatbot for building permits, first tertial of 2026
                date: 2026-06-01
                why: It was about another initiative.
FD908 = The page “{ $page }” has a link to “{ $link }” with nothing to read.
    .help = Write in the theme's template where the link leads. If it is a picture, give that a text alternative.
    .summary = A link has nothing to read.
    .explain =
        Those who listen to the page or walk it with the keyboard hear only “link”. A link must say where it leads, in
        words or by the text alternative of its picture. In the plan's texts it is found where they stand; here it comes
        from a theme of your own.
FD909 = The page “{ $page }” goes from { $above ->
        [0] its beginning
       *[other] a heading of level { $above }
    } to one of level { $level }.
    .help = Give the heading level { $next } in the theme's template.
    .summary = A heading skips a level.
    .explain =
        Those who listen go from heading to heading to find their way, and a level that is missing sounds as if
        something had been lost. The page's heading has level 1, and each below it at most one more than the one before.
        In the plan's texts it is found where they stand; here it comes from a theme of your own.
FD910 = The link to “{ $link }” leads nowhere: { $why ->
        [server] there is no server of that name
       *[status] the server answers { $status }
    }.
    .page = It is on the page “{ $page }” and comes from the program or the theme.
    .help = Find the page again and change the address, or remove the link. If a web archive has the page, link to it there.
    .summary = A link to another site leads nowhere.
    .explain =
        Pages of other sites move and disappear. The command “framdrift links --check-external” asks each server that the
        plan links to whether the page is still there. This one is not. It is the one command that asks anybody else:
        building the site never does.
FD911 = “{ $link }” has moved for good to “{ $to }”.
    .page = The link is on the page “{ $page }” and comes from the program or the theme.
    .help = Write the new address instead.
    .summary = A page of another site has moved.
    .explain =
        The server leads on to a new address and says that this is for good. The link still works, but the day the old
        address goes out of use it leads nowhere.
FD912 = Nobody knows whether “{ $link }” is there: { $why ->
        [late] no answer came in { $seconds ->
            [one] { $seconds_text } second
           *[other] { $seconds_text } seconds
        }
        [private] the address is one of the own network
        [failed] { $reason }
       *[status] the server answers { $status }
    }.
    .page = The link is on the page “{ $page }” and comes from the program or the theme.
    .help = Open the link in a browser. The server may be down for the moment, or not answer programs.
    .summary = Nobody knows whether a page of another site is there.
    .explain =
        A server may be down for the moment, ask who you are, or not answer programs; so this is no verdict on the link.
        Addresses of the own network are asked only with --private: who can write a link should not be able to have the
        machine that builds the site call its neighbours.
FD913 = Kolada has no key figure with the id “{ $id }”.
    .near = These are like it:{ $near }
    .help = Find the key figure at www.kolada.se and change the id. If it is no longer kept, take the line away: the values in the CSV file stay.
    .summary = A key figure of Kolada does not exist.
    .explain =
        Kolada ends key figures and replaces them with new ones, which are often measured in another way. So do not change
        the id just because the name is alike: read the description in Kolada, and write a break in the series if it
        measures something else.

            source:
              name: Kolada (RKA)
              kolada_id: N07918
            breaks:
              - date: 2025
                why: Kolada changed the key figure.
FD914 = Kolada has no values for municipality { $municipality } in the key figure “{ $id }”.
    .help = Check the municipality's code, and in Kolada which municipalities report the key figure. The file is untouched.
    .summary = Kolada lacks values for the municipality.
    .explain =
        Not every municipality has values for every key figure: a survey is made only by those who signed up for it. A
        value that is missing is never zero, so framdrift writes nothing. If the municipality has figures of its own, they
        can stand in the indicator's CSV file as usual.
## text

FD401 = The link leads to “{ $kind }:{ $id }”, which is not in the plan.
    .nearest = Did you mean “{ $kind }:{ $nearest }”?
    .elsewhere = Did you mean “{ $other }:{ $id }”?
    .help = Write the id as the file is called, without “.md”: “goal:schools” leads to content/goals/schools.md.
    .summary = A link into the plan leads to something that is not there.
    .explain =
        In a text you link to the plan's goals, initiatives and so on by kind and id instead of a web address. Then the
        link stays right when the page moves, and framdrift can check that it leads somewhere. The id is the file's name
        without “.md”.

        Example: [the goal for schools](goal:schools)
FD402 = The link leads to the heading “#{ $fragment }”, but the text has no such heading.
    .nearest = Did you mean “#{ $nearest }”?
    .help = Write the heading in lower case, without accents and with hyphens between the words: “How we work” becomes “#how-we-work”.
    .summary = A link leads to a heading that the text does not have.
    .explain =
        A link that begins with # jumps to a heading of the same text, much like a cross-reference in Word. The
        heading's address is its words in lower case, without accents and with hyphens between them. When you change the
        heading, change the link too.

        Example: [read more below](#how-we-work)
FD403 = There is no file “{ $path }” in content/static/.
    .nearest = Did you mean “{ $nearest }”?
    .help = Put the file in content/static/ and write its path from there, for example “/images/map.png”.
    .summary = A picture or a linked file is missing from content/static/.
    .explain =
        Pictures and documents that texts show or link to must be in the folder content/static/, so that they come along
        to the site. The path is counted from that folder. Capital and small letters are different.

        Example: the file content/static/documents/decision.pdf is written [the decision](/documents/decision.pdf)
FD404 = The picture “{ $address }” has no alternative text.
    .help = Write what the picture shows between the square brackets: ![Map of the schools in the centre](images/map.png)
    .summary = A picture has no alternative text.
    .explain =
        Those who do not see the picture hear the text instead, so write what the picture tells. A picture that is only
        decoration has no place in a progress report: leave it out. Word calls the same thing alt text.

        Example: ![Bar chart: the number of cases fell from 120 to 80](images/cases.png)
FD405 = The address “{ $address }” may not be used in a link.
    .nearest = Did you mean “{ $nearest }”?
    .protocol = Write “https:” before “//”.
    .hidden = The address has characters in it that can't be seen, such as a tab or a line break. Type it anew.
    .help = A link to something outside the plan begins with https://, http://, mailto: or tel:.
    .summary = A link has an address that may not be used.
    .explain =
        Links can be used to run code on the computer of whoever follows them. So framdrift takes only addresses that
        begin with https://, http://, mailto: or tel:. A link copied from an e-mail or from Word may have brought
        invisible characters with it; then it helps to type it anew.

        Example: [the municipality's site](https://www.example.org) or [write to us](mailto:contact@example.org)
FD406 = “{ $what }” is not shown on the page: that HTML is not allowed.
    .heading = Write the heading in Markdown, with # at the beginning of the line.
    .image = Write the picture in Markdown: ![what it shows](images/map.png)
    .link = Write the link in Markdown: [what it leads to](https://www.example.org)
    .unfinished = The tag never ends: there is a > missing.
    .help = Take the code away, or say the same in Markdown.
    .summary = HTML is not shown on the page.
    .explain =
        A text may hold simple HTML, such as <abbr> for an abbreviation or <details> for something that can be unfolded.
        Scripts, styles, forms, embedded pages and headings of its own are taken away, because they may harm the reader
        or make the page hard to use. Text pasted from Word or from a web page may have brought code with it: take it
        away.

        Example: <abbr title="chief executive officer">CEO</abbr>
FD407 = The heading skips a level.
    .before = This is the heading before it.
    .help = Write { $expected } instead of { $written }.
    .summary = A heading level is skipped.
    .explain =
        Those who listen to the page jump from heading to heading, and a skipped level sounds as if something were
        missing. So below a heading with ## come headings with ###, not with ####. Choose the level by what is said, not
        by how large it looks: it is the same thing as Heading 1, Heading 2 and Heading 3 in Word.
FD408 = Lists, quotations and other parts stand inside one another in more than { $limit_text } levels.
    .help = Divide the text so that fewer parts stand inside one another.
    .summary = A text has too many levels inside one another.
    .explain =
        No reader can follow that many levels, so most often it is a slip: a long row of >, - or * at the beginning of a
        line, or HTML tags that are never closed. Look at the line and take away what is too much.

        Example: > A quotation needs only one greater-than sign.
FD409 = There is no footnote called “{ $label }”.
    .nearest = Did you mean “{ $nearest }”?
    .help = Write the footnote on a line of its own further down: [^{ $label }]: Here it is.
    .summary = A footnote that the text refers to does not exist.
    .explain =
        A footnote is written in two places: the reference where it is needed in the text, and the footnote itself on a
        line of its own. The name after ^ holds them together. Readers do not see the name; footnotes are numbered in the
        order in which they are mentioned.

        Example: The number has grown.[^number]

        {"["}^number]: According to the statistics for 2026.
FD410 = The link to “{ $address }” has no text.
    .help = Write between the square brackets what the link leads to.
    .summary = A link has no text.
    .explain =
        Without a text there is no link to be seen, and those who listen to the page hear only an address. Write what
        the reader finds by following the link. “Click here” says too little.

        Example: [the council's decision](decision:council-2026-03)
FD411 = It is not clear where the link “{ $address }” leads.
    .empty = The address is empty.
    .incomplete = The address is not whole. After “https:” come // and the name of a site, after “mailto:” an e-mail address and after “tel:” a telephone number.
    .backslash = Write a slash (/) instead of a backslash (\).
    .mail = Write “mailto:” before an e-mail address.
    .web = Write “https://” before a web address.
    .page = Link to what is in the plan by kind and id, for example “goal:schools” or “initiative:e-service”.
    .tail = Link to the file without what follows after ? or #.
    .help = Write “goal:id” (something in the plan), “#heading” (in the same text), “https://…” (the web) or “/folder/file.pdf” (a file in content/static/).
    .summary = It is not clear where a link leads.
    .explain =
        A link can lead to something in the plan (goal:schools), to a heading of the same text (#how-we-work), out on
        the web (https://www.example.org) or to a file in the folder content/static/ (/documents/decision.pdf). The
        pages' own addresses are never written in texts, because they differ between languages and may change.

        Example: [the goal for schools](goal:schools)
FD412 = The picture is taken from “{ $address }”, but pictures must be in the plan's own folder.
    .help = Save the picture in content/static/ and write its path from there, for example “images/map.png”.
    .summary = A picture is taken from another site.
    .explain =
        The site fetches nothing from other sites: so nobody else can see who reads it, and the picture can't disappear
        or be exchanged. Make sure that you may use the picture, save it in the folder content/static/ and write its
        path from there.

        Example: ![Map of the schools in the centre](images/map.png)
FD413 = The footnote “{ $label }” is not shown, because the text never refers to it.
    .help = Write [^{ $label }] where it belongs in the text, or take the footnote away.
    .summary = A footnote is not used.
    .explain =
        A footnote is shown only when the text refers to it. Perhaps the sentence that it belonged to was taken away, or
        the reference has another name.

        Example: The number has grown.[^number]

        {"["}^number]: According to the statistics for 2026.
FD414 = There are two footnotes called “{ $label }”.
    .first = Here is the first, which is the one that is shown.
    .help = Give one of them another name, or take it away.
    .summary = Two footnotes have the same name.
    .explain =
        The name after ^ decides which footnote a reference leads to, so each name may stand only once in a text.
        Capital and small letters count as the same. To use a footnote in several places, refer to it several times.

        Example: The number has grown,[^number] but not everywhere.[^number]
FD415 = The heading is empty and is not shown.
    .help = Write a heading after #, or take the line away.
    .summary = A heading is empty.
    .explain =
        A line with only # at its beginning becomes a heading without words. It can't be seen, but those who listen to
        the page stop at it and hear nothing.

        Example: ## How we work
FD416 = The HTML tag <{ $name }> is never closed, so it holds for the rest of the text.
    .help = Write </{ $name }> where it should cease to hold.
    .summary = An HTML tag is never closed.
    .explain =
        A tag such as <b> holds until </b> comes. When the closing tag is forgotten, the rest of the text becomes bold,
        or hides in something that can be unfolded. Most things can be written in Markdown instead.

        Example: <mark>this is new</mark>
FD417 = There is no chart of “{ $address }”.
    .nearest = Did you mean “{ $nearest }”?
    .link = A chart is shown where it stands. Write an exclamation mark before it: ![]({ $address })
    .help = Write ![](indicator:id) for an indicator, or for example ![](chart:states) for the whole plan.
    .summary = There is no such chart.
    .explain =
        A chart is written as a picture, on a line of its own. The address is what it should show.

        Something in the plan: indicator:id (the values over time), initiative:id (the activities), forum:id (the
        meetings), or goal:id, area:id, role:id and unit:id (the states of the initiatives).
        The whole plan: chart:states, chart:reporting, chart:obstacles, chart:decisions, chart:missing-reports and
        chart:insights.

        framdrift computes the caption, so that it is always true. What you write between the brackets becomes a heading
        above the chart. It may be empty.

        Example: ![Homes with fibre](indicator:broadband)
FD418 = The chart stands inside a text, but it needs a line of its own.
    .help = Leave an empty line before and after the chart. It can’t stand in a list, a quotation or a table.
    .summary = A chart stands inside a text.
    .explain =
        A chart is as wide as the text, so it stands by itself: with an empty line before it and one after it.

        Example: ![](indicator:broadband)

## observations

FD501 = The column “{ $column }” is unknown.
    .nearest = Did you mean “{ $nearest }”?
    .help = Columns may be called: { $known }.
    .summary = A file of values has an unknown column.
    .explain =
        The first line of the file says what each column holds. There must be a date and a value. Series is for
        comparisons, such as the country as a whole; note for a comment; preliminary for values that may change. Their
        order is free.

        Example: date,value,series,note,preliminary
FD502 = The file lacks a column that it must have: { $columns }.
    .semicolon = The file has semicolons between the columns. Use commas between columns, and a full stop as decimal sign.
    .tab = The file has tabs between the columns. Use commas between columns, and a full stop as decimal sign.
    .help = The first line must be the names of the columns, for example: date,value
    .summary = A file of values lacks a column.
    .explain =
        Each line of the file is a value at a time, so both columns must be there. Excel set up for some countries saves
        with semicolons between the columns. In a plain text editor, replace decimal commas with full stops first, and
        then semicolons with commas.

        Example:
        date,value
        2025,12.5
        2026,14
FD503 = “{ $text }” is not a number.
    .missing = Leave the field empty when the value is not known.
    .bare = Write only the number itself, without spaces and per cent signs.
    .decimal = Write a full stop as decimal sign.
    .help = Write the number in digits, for example 12.5 or -3.
    .summary = A value is not a number.
    .explain =
        The file is read by programs, so numbers are written the same way in every country: a full stop before the
        decimals, and no spaces. The site shows them as its readers are used to, with their unit. An empty field means
        that the value is not known; that is not the same as 0.

        Example: 2026-T1,1234.5
FD504 = The series already has a value for { $date }.
    .first = Here is the first.
    .help = Take one of the values away. If they belong to different series, write the series' name in the column “series”.
    .summary = A series has two values for the same time.
    .explain =
        Two values for the same time can't be shown in a chart, and framdrift does not guess which one holds. When a
        value was corrected, write over the old one and tell about it in the note. Lines without a series belong to the
        indicator itself.

        Example: 2026,14.2,country
FD505 = The line and the header have different numbers of fields: { $found_text } and { $expected_text }.
    .comma = Write a full stop, not a comma, before decimals. Put quotation marks around a note that has a comma in it: "higher, but preliminary"
    .help = Give the line as many fields as the header has. An empty field is nothing between two commas.
    .summary = A line has more or fewer fields than the header.
    .explain =
        The comma separates the fields. One comma too many, as in a number with a decimal comma or in a note, moves the
        rest of the line a step to the right. Write full stops in numbers, and put quotation marks around text that has
        commas in it.

        Example: 2026,12.5,,"higher, but preliminary",yes
FD506 = The file has more than { $limit_text } lines.
    .help = Give values at longer intervals, for example for every month instead of every day.
    .summary = A file of values has too many lines.
    .explain =
        An indicator of a progress report is followed from year to year or from month to month, and a chart shows a few
        hundred points at most. Sum the values up over longer times before you put them in, or divide them between
        several indicators.

        Example: a mean for 2026-03 instead of a value for every day
FD507 = The file of values belongs to the indicator “{ $id }”, which does not exist.
    .nearest = Did you mean “{ $nearest }”?
    .help = Give the file the same name as the indicator: content/indicators/schools.csv belongs to content/indicators/schools.md.
    .summary = A file of values belongs to no indicator.
    .explain =
        An indicator is two files with the same name: one that ends in .md and tells what is measured, and one that ends
        in .csv and holds the values. When you rename one of them, rename the other too.

        Example: content/indicators/schools.md and content/indicators/schools.csv
FD508 = The indicator “{ $id }” has no values.
    .help = Put its values in content/indicators/{ $id }.csv, with the columns date and value.
    .summary = An indicator has no values.
    .explain =
        Without values nobody can see where it is heading, and the site says that the value is not known. If measuring
        has not begun, that is as it should be for now. Otherwise, put a file beside the indicator's own, with the same
        name but ending in .csv.

        Example:
        date,value
        2026,14.2
FD509 = “{ $text }” can't be read as yes or no.
    .help = Write yes if the value is preliminary. Otherwise write no, or leave the field empty.
    .summary = The column preliminary holds something other than yes or no.
    .explain =
        A preliminary value may still change, and is shown in a way of its own in charts. Write yes, ja, x, true or 1
        for it. Comments belong in the column note.

        Example: 2026,14.2,,settled in June,yes
FD510 = The column “{ $column }” is there twice.
    .first = Here is the first.
    .help = Take one of them away, or correct its name.
    .summary = A file of values has the same column twice.
    .explain =
        There is no telling which of two columns of the same name holds. Swedish and English names mean the same: datum
        and date are one column. When the file has values for several series, they stand on lines of their own, not in
        columns of their own.

        Example: date,value,series
FD511 = This quotation mark is never followed by one that closes it.
    .help = Put a quotation mark where the text ends. One that should be seen in the text is written twice: "so-called ""AI"""
    .summary = A quotation mark is never closed.
    .explain =
        A field with a comma in it stands between quotation marks. When the closing one is forgotten, the rest of the
        file is read as a part of the same field. So nothing after this place is read.

        Example: 2026,12.5,,"higher, but preliminary"
