## Words about the site itself: who publishes it, how accessible it is, how to reach those who answer for it.

# Addresses
route-about = about-this-site
route-statement = accessibility-statement

# The language as services for sharing write it
language-locale = en_GB

# How to reach us
theme-react-form = Is something wrong, or do you have a question? Tell us.
react-form = Give feedback on this page
react-subject = About “{ $title }”
react-subject-initiative = About the initiative “{ $title }”
react-body = It is about the page { $address }

# How fresh the facts are
fresh-report = Latest status report
fresh-value = Latest measured value
fresh-assessment = Latest assessment
fresh-meeting = Latest meeting
fresh-decision = Latest decision
fresh-insight = Latest insight
fresh-statement = Last gone through
theme-outdated = May be out of date
outdated-silent = The latest report is from { $date }, and several have been missed since. We do not know what has happened after that. { $role } answers for the initiative.
outdated-silent-nobody = The latest report is from { $date }, and several have been missed since. We do not know what has happened after that, and nobody has been named to answer for the initiative.
outdated-never = Nobody has reported how it is going. What stands here is only what the plan says. { $role } answers for the initiative.
outdated-never-nobody = Nobody has reported how it is going, and nobody has been named to answer for the initiative. What stands here is only what the plan says.
outdated-value = The latest value is from { $date }. It is too old to tell how things are now.
outdated-assessment = The goal was last assessed { $date }. That is more than { $limit } ago, so the assessment may no longer hold.
outdated-statement = The statement was last gone through { $date }. That is more than a year ago, so shortcomings may have been mended or added.

# About this site
about-title = About this site
about-description = Who publishes { $plan }, how the facts get here and how to reach us.
about-lead = This is where { $organisation } shows how a plan is going: what was promised, how far the work has come and who answers for what. What is late or not known stands here too.
about-who = Who publishes the site
about-plan = The plan
about-plan-period = In force
about-plan-years = { $start } to { $end }
about-owner = Answers for the plan
about-address = Web address
about-facts = How the facts get here
about-reports = The role that answers for an initiative submits a status report every { $rhythm }, at most { $grace } after the end of the period.
about-computed = States are computed from the reports and the plan. Nobody can write in a better state than the facts show. { $link }
about-computed-link = Read how we calculate.
about-missing = Where a fact is missing, the page says so. It never becomes zero and is never left out of a count. { $link }
about-missing-link = See what the plan lacks.
about-published = Published
about-next-report = Next reports
about-next-report-value = by { $date }, for { $period }
about-privacy = We store nothing about you
about-no-cookies = The site has no cookies and stores nothing in your browser. That is why we do not need to ask for your consent.
about-no-third = The pages fetch nothing from other sites and send nothing to anyone. Nobody measures what you read.
about-logs = The server that hands out the pages may keep a log, as other servers do. What it stores is up to those who run it. If you follow a link to another site, what is said there applies.
about-use = Use the facts
about-use-licence = Texts and figures may be used under the licence { $link }. Please give the date, since the facts change.
about-use-data = The whole plan, and everything that is computed from it, can be downloaded: { $link }
about-accessibility = Accessibility
about-statement = { $link } tells how well the site follows the Swedish Act on Accessibility to Digital Public Services, which shortcomings we know of and how to tell us of more.
about-statement-link = The accessibility statement
about-no-statement = The site has no accessibility statement, so nobody has tested how accessible it is and told of it here. { $link }
about-contact = Reach us
about-contact-text = Is something wrong, or do you have a question? How to reach us stands at the foot of every page.
about-public-record = What you write to a public authority in Sweden becomes a public record.
about-no-contact = The plan gives no address to write to.
about-program = The program
about-program-text = The site is made with the program framdrift, version { $version }. The same content and date always give the same site.
about-more = Read more
about-removed = What has been removed
about-removed-text = This has been on the site and is no longer there:
about-removed-item = { $title }, { $date }: { $why }

# Licences and data
dataset-computed = Computed states and figures in { $plan }
dataset-computed-description = Every state and figure that the site computes from the plan and its status reports, with the rule that it follows from and the facts that it rests on, so that anyone can compute it again.
dataset-indicator-description = { $title }. Measured values that { $organisation } follows in { $plan }.

# The accessibility statement: the agency's headings in the agency's order
statement = Accessibility statement
statement-title = Accessibility of { $service }
statement-description = How well { $service } follows the Swedish Act on Accessibility to Digital Public Services, which shortcomings we know of and how to tell us of more.
statement-lead = { $organisation } is behind this website. We want as many people as possible to be able to use it. Here you can read how well it follows the Swedish Act on Accessibility to Digital Public Services, which shortcomings we know of and how to tell us if you find more.
statement-service = The statement is about
theme-statement-how = How accessible is the website?
statement-how-fully = We do not know of any shortcomings. If you find one, we want to hear of it.
statement-how-partly = { $n ->
    [one] Most of it works, but we know of one thing that does not.
   *[other] Most of it works, but we know of { $n_text } things that do not.
}
statement-how-not = { $n ->
    [one] The website has a serious shortcoming in accessibility.
   *[other] The website has { $n_text } known shortcomings in accessibility, and some of them are serious.
}
theme-statement-list = Read what it is, and what you can do instead
theme-statement-help = What can you do if you cannot use parts of the website?
theme-statement-help-text = Do you need something from here in another form, for example read aloud, in simpler text or on paper? Get in touch and we will help you.
statement-form = Form
statement-form-link = Write to us about accessibility
statement-email = E-mail
statement-phone = Telephone
statement-response = We usually answer
theme-statement-report = Report shortcomings in the website's accessibility
theme-statement-report-text = Have you found something that does not work and is not on this page? Do you think that we do not do what the law demands? Tell us, so that we can put it right.
theme-statement-supervision = Supervision
supervisor-digg = The Swedish Agency for Digital Government, Digg,
supervisor-pts = The Swedish Post and Telecom Authority, PTS,
statement-supervision = sees to it that the law is followed. If you are not content with how we have dealt with what you told us, you can { $link }.
statement-supervision-link = complain to the authority
theme-statement-technical = Technical information about the website's accessibility
statement-fully = This website is fully compliant with the Swedish Act on Accessibility to Digital Public Services.
statement-partly = This website is partially compliant with the Swedish Act on Accessibility to Digital Public Services. The reasons stand under the next heading.
statement-not = This website is not compliant with the Swedish Act on Accessibility to Digital Public Services. The reasons stand under the next heading.
statement-standard = It was assessed against { $standard }.
theme-statement-content = Content that is not accessible
theme-statement-nothing = We do not know of any content that is not accessible.
theme-statement-shortcomings = Not compliant with the law
theme-statement-burdens = Disproportionate burden
theme-statement-burdens-text = We have judged this too burdensome to adapt, under section 12 of the law. If you need it all the same, get in touch.
theme-statement-outside = Content that the law does not cover
theme-statement-outside-text = Under section 9 of the law this need not be accessible. If you need it all the same, get in touch.
theme-statement-tested = How we have tested the website
situation-without-vision = Problems when used without vision
situation-limited-vision = Problems when used with limited vision
situation-limited-colour-vision = Problems when used with limited colour vision
situation-without-hearing = Problems when used without hearing
situation-limited-hearing = Problems when used with limited hearing
situation-without-voice = Problems when used without a voice
situation-limited-dexterity-or-strength = Problems when used with limited dexterity or strength
situation-limited-mobility = Problems when used with limited mobility
situation-sensitive-to-flicker = Problems for those sensitive to flicker
situation-limited-cognition = Problems for those with limited cognition
shortcoming-place = Where
shortcoming-alternative = What to do instead
shortcoming-reason = Why
shortcoming-criteria = WCAG criterion
shortcoming-fix-by = Will be mended by
tested-internal = We have tested the website ourselves.
tested-external = Somebody outside the organisation has tested the website for us.
tested-combination = The website has been tested both by ourselves and by somebody outside the organisation.
tested-estimate = The website has not been tested. We have estimated how accessible it is.
statement-audit = The report of the test
statement-assessed = The latest assessment was made
statement-updated = The statement was gone through
statement-published = The website was published

# Pages that are not translated
untranslated-sv = What the editors have written on this page is in Swedish only.
untranslated-en = What the editors have written on this page is in English only.
read-original = Read the page in English
