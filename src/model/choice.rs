//! The enumerations of the content model, each value with its English and its Swedish name.
//!
//! This is the one place where the names stand: reading, messages, schema and docs take them from here.

/// A name in both languages that editors write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Name {
    /// English: the name in code and data.
    pub en: &'static str,
    /// Swedish.
    pub sv: &'static str,
}

impl Name {
    /// The name in the language with this tag: Swedish in Swedish, else English.
    pub fn in_language(self, tag: &str) -> &'static str {
        if tag == "sv" { self.sv } else { self.en }
    }
}

/// An enumeration of the content model.
pub trait Choice: Copy + Sized + 'static {
    /// All values with their names, in order.
    const ALL: &'static [(Self, Name)];
    /// What the enumeration is called.
    const NAME: Name;

    /// The value's names.
    fn name(self) -> Name;

    /// The value with this name in either language. Upper case, `_` or space for `-`, and å, ä, ö without their marks
    /// are forgiven.
    fn parse(text: &str) -> Option<Self> {
        let text = fold(text);
        Self::ALL.iter().find(|(_, name)| fold(name.en) == text || fold(name.sv) == text).map(|(value, _)| *value)
    }
}

/// A key or value as it is compared: lower case, no marks on å ä ö é, `-` between words.
pub fn fold(text: &str) -> String {
    text.trim()
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'å' | 'ä' => 'a',
            'ö' => 'o',
            'é' => 'e',
            '_' | ' ' => '-',
            other => other,
        })
        .collect()
}

macro_rules! choices {
    ($($(#[$doc:meta])* $choice:ident $en_name:literal $sv_name:literal {
        $($(#[$value_doc:meta])* $value:ident $en:literal $sv:literal),* $(,)?
    })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $choice { $($(#[$value_doc])* $value),* }

        impl Choice for $choice {
            const ALL: &'static [(Self, Name)] = &[$((Self::$value, Name { en: $en, sv: $sv })),*];
            const NAME: Name = Name { en: $en_name, sv: $sv_name };

            fn name(self) -> Name {
                match self { $(Self::$value => Name { en: $en, sv: $sv }),* }
            }
        }
    )*

        /// Every enumeration: its name and the names of its values, in order.
        pub fn all_choices() -> Vec<(Name, Vec<Name>)> {
            vec![$(($choice::NAME, $choice::ALL.iter().map(|(_, name)| *name).collect())),*]
        }
    };
}

choices! {
    /// A chart of the whole plan that a text can show.
    PlanChart "chart" "diagram" {
        /// How many initiatives are in each state.
        States "states" "läge",
        /// How many reported in time for each closed period.
        Reporting "reporting" "rapportering",
        /// What is in the way.
        Obstacles "obstacles" "hinder",
        /// Who has decisions to take.
        Decisions "decisions" "beslut",
        /// Who has reports to write.
        MissingReports "missing-reports" "saknade-rapporter",
        /// What insights are about.
        Insights "insights" "insikter",
    }

    /// How often the plan is reported.
    Rhythm "rhythm" "intervall" {
        /// Every month.
        Month "month" "månad",
        /// Every quarter.
        Quarter "quarter" "kvartal",
        /// Every tertial (four months).
        Tertial "tertial" "tertial",
        /// Every half-year.
        HalfYear "half-year" "halvår",
        /// Every year.
        Year "year" "år",
    }

    /// How often a forum meets or an indicator is measured.
    Interval "interval" "intervall" {
        /// Every week.
        Week "week" "vecka",
        /// Every second week.
        TwoWeeks "two-weeks" "varannan-vecka",
        /// Every month.
        Month "month" "månad",
        /// Every second month.
        TwoMonths "two-months" "varannan-månad",
        /// Every quarter.
        Quarter "quarter" "kvartal",
        /// Every tertial (four months).
        Tertial "tertial" "tertial",
        /// Every half-year.
        HalfYear "half-year" "halvår",
        /// Every year.
        Year "year" "år",
        /// Every second year.
        TwoYears "two-years" "vartannat-år",
    }

    /// What kind of unit.
    UnitKind "unit kind" "typ av enhet" {
        /// The elected assembly that decides for the whole.
        Council "council" "fullmäktige",
        /// A political committee or board.
        Committee "committee" "nämnd",
        /// A department of the administration.
        Department "department" "förvaltning",
        /// A part of a department.
        Section "section" "enhet",
        /// A company that the municipality owns.
        Company "company" "bolag",
        /// Outside the municipality.
        External "external" "extern",
    }

    /// What kind of role.
    RoleKind "role kind" "typ av roll" {
        /// Elected, or an elected body.
        Political "political" "politisk",
        /// Management.
        Management "management" "ledning",
        /// Runs a part of the daily work.
        Operations "operations" "verksamhet",
        /// The contact centre.
        ContactCentre "contact-centre" "kontaktcenter",
        /// Leads the digitalisation.
        DigitalLead "digital-lead" "digitaliseringsledning",
        /// IT.
        It "it" "it",
        /// Supports others.
        Support "support" "stöd",
    }

    /// What a role may do about what it answers for.
    Mandate "mandate" "mandat" {
        /// May decide.
        Decides "decides" "beslutar",
        /// May propose.
        Proposes "proposes" "föreslår",
        /// Carries out what others decide.
        CarriesOut "carries-out" "genomför",
        /// None.
        None "none" "inget",
    }

    /// The declared judgement of a goal.
    Verdict "verdict" "utfall" {
        /// The goal is met.
        Met "met" "uppfyllt",
        /// Partly met.
        Partly "partly" "delvis",
        /// Not met.
        NotMet "not-met" "ej-uppfyllt",
        /// Expected to be met.
        Expected "expected" "väntas-uppfyllas",
        /// Expected to be partly met.
        ExpectedPartly "expected-partly" "väntas-delvis",
        /// Not expected to be met.
        NotExpected "not-expected" "väntas-ej",
    }

    /// How far from idea to everyday an initiative has come.
    Phase "phase" "fas" {
        /// An idea.
        Idea "idea" "idé",
        /// Planned.
        Planned "planned" "planerat",
        /// Tried out.
        Pilot "pilot" "pilot",
        /// Being introduced.
        Rollout "rollout" "införande",
        /// In daily use.
        Operation "operation" "drift",
        /// Closed.
        Closed "closed" "avslutat",
    }

    /// How far an activity has come.
    ActivityState "activity state" "läge för aktivitet" {
        /// Not started.
        NotStarted "not-started" "ej-påbörjad",
        /// Under way.
        InProgress "in-progress" "pågår",
        /// Done.
        Done "done" "klar",
        /// Cancelled.
        Cancelled "cancelled" "avbruten",
        /// The source does not tell: shown as missing, never guessed.
        Unknown "unknown" "okänt",
    }

    /// What an indicator measures.
    Level "level" "nivå" {
        /// What became better for people.
        Outcome "outcome" "effekt",
        /// What was made.
        Output "output" "prestation",
        /// What was put in.
        Input "input" "resurs",
    }

    /// Which way an indicator should go.
    Direction "direction" "riktning" {
        /// Higher is better.
        Up "up" "upp",
        /// Lower is better.
        Down "down" "ner",
        /// It should stay within a band.
        Within "within" "inom",
        /// Neither way is better.
        None "none" "ingen",
    }

    /// How an insight reached the municipality.
    Channel "channel" "kanal" {
        /// By telephone.
        Phone "phone" "telefon",
        /// By e-mail.
        Email "e-mail" "e-post",
        /// By chat.
        Chat "chat" "chatt",
        /// By a visit.
        Visit "visit" "besök",
        /// Through an e-service.
        EService "e-service" "e-tjänst",
        /// As a comment or complaint.
        Comment "comment" "synpunkt",
        /// From staff.
        Staff "staff" "personal",
    }

    /// Where the volume of an insight is heading.
    Trend "trend" "trend" {
        /// More and more.
        Rising "rising" "ökar",
        /// As before.
        Steady "steady" "oförändrat",
        /// Less and less.
        Falling "falling" "minskar",
        /// Not known.
        Unknown "unknown" "okänt",
    }

    /// How far the answer to an insight has come.
    ResponseState "response state" "läge för svar" {
        /// Received.
        Received "received" "mottagen",
        /// A forum works with it.
        InForum "in-forum" "i-forum",
        /// Taken up by an initiative.
        TakenUp "taken-up" "tas-om-hand",
        /// Declined.
        Declined "declined" "avböjd",
        /// Done.
        Done "done" "åtgärdad",
    }

    /// A report's own judgement of its initiative.
    Assessment "assessment" "bedömning" {
        /// As planned.
        OnTrack "on-track" "enligt-plan",
        /// At risk.
        AtRisk "at-risk" "risk",
        /// Deviates from the plan.
        OffTrack "off-track" "avviker",
        /// Paused.
        Paused "paused" "pausat",
        /// Done.
        Done "done" "klart",
        /// Cancelled.
        Cancelled "cancelled" "avbrutet",
    }

    /// What is in the way.
    ObstacleKind "obstacle kind" "typ av hinder" {
        /// Nobody involved may decide.
        Mandate "mandate" "mandat",
        /// Money or people.
        Resources "resources" "resurser",
        /// Skills.
        Skills "skills" "kompetens",
        /// Technology.
        Technology "technology" "teknik",
        /// Procurement.
        Procurement "procurement" "upphandling",
        /// The law, or how it is read.
        Law "law" "juridik",
        /// Waits for something else.
        Dependency "dependency" "beroende",
        /// The will of those concerned.
        BuyIn "buy-in" "förankring",
        /// Other things come first.
        Priority "priority" "prioritering",
    }

    /// Whom a benefit is for.
    BenefitFor "benefit for" "nytta för" {
        /// Residents.
        Residents "residents" "invånare",
        /// Staff.
        Staff "staff" "medarbetare",
        /// Costs.
        Cost "cost" "ekonomi",
    }

    /// The law on accessible digital services that the site must follow.
    AccessibilityLaw "accessibility law" "tillgänglighetslag" {
        /// The Swedish one (2018:1937).
        Sweden "sweden" "sverige",
        /// None that asks for a statement on the site.
        None "none" "ingen",
    }

    /// What kind of organisation publishes open data, as catalogues of it tell.
    PublisherType "publisher type" "utgivartyp" {
        /// A municipality.
        Municipality "municipality" "kommun",
        /// A region.
        Region "region" "region",
        /// An authority of the state.
        Authority "authority" "myndighet",
        /// A company.
        Company "company" "bolag",
        /// An association.
        Association "association" "förening",
    }

    /// How well the site follows the law on accessible digital services.
    Compliance "compliance" "följsamhet" {
        /// Fully, without exceptions.
        Fully "fully" "helt",
        /// Partly.
        Partly "partly" "delvis",
        /// Not.
        Not "not" "inte",
    }

    /// How the accessibility of the site was tested.
    TestMethod "test method" "metod" {
        /// By the organisation itself.
        Internal "internal" "intern",
        /// By somebody outside it.
        External "external" "extern",
        /// By both.
        Combination "combination" "kombination",
        /// It was not tested but estimated.
        Estimate "estimate" "uppskattning",
    }

    /// The situation in which somebody meets a shortcoming, as EN 301 549 groups what users can do.
    UseSituation "situation" "situation" {
        /// Without vision.
        WithoutVision "without-vision" "utan-synförmåga",
        /// With limited vision.
        LimitedVision "limited-vision" "med-nedsatt-syn",
        /// Without perception of colour.
        WithoutColour "limited-colour-vision" "med-nedsatt-färgseende",
        /// Without hearing.
        WithoutHearing "without-hearing" "utan-hörsel",
        /// With limited hearing.
        LimitedHearing "limited-hearing" "med-nedsatt-hörsel",
        /// Without vocal capability.
        WithoutVoice "without-voice" "utan-röstförmåga",
        /// With limited manipulation or strength.
        LimitedStrength "limited-dexterity-or-strength" "med-nedsatt-finmotorik-eller-styrka",
        /// With limited reach.
        LimitedReach "limited-mobility" "med-nedsatt-rörlighet",
        /// Sensitive to flicker.
        Flicker "sensitive-to-flicker" "vid-känslighet-för-flimmer",
        /// With limited cognition, language or learning.
        Cognition "limited-cognition" "vid-kognitiv-nedsättning",
    }

    /// What the rows of somebody's sheet are, when it is read into the plan.
    RowKind "row kind" "typ av rad" {
        /// Knowledge areas.
        Area "area" "område",
        /// Goals.
        Goal "goal" "mål",
        /// Initiatives.
        Initiative "initiative" "initiativ",
        /// Activities of initiatives.
        Activity "activity" "aktivitet",
        /// Indicators.
        Indicator "indicator" "nyckeltal",
        /// Forums.
        Forum "forum" "forum",
        /// Insights.
        Insight "insight" "insikt",
        /// Decisions.
        Decision "decision" "beslut",
        /// Roles.
        Role "role" "roll",
        /// Units.
        Unit "unit" "enhet",
        /// Status reports of one period.
        Report "report" "rapport",
    }

    /// The kinds of things that content links to by id.
    Kind "kind" "slag" {
        /// A knowledge area.
        Area "area" "område",
        /// A goal.
        Goal "goal" "mål",
        /// An initiative.
        Initiative "initiative" "initiativ",
        /// An indicator.
        Indicator "indicator" "nyckeltal",
        /// A forum.
        Forum "forum" "forum",
        /// An insight.
        Insight "insight" "insikt",
        /// A decision.
        Decision "decision" "beslut",
        /// A status report: `report:2026-T2/initiative-id`.
        Report "report" "rapport",
        /// A review: `review:2026-T2`.
        Review "review" "uppföljning",
        /// A role.
        Role "role" "roll",
        /// A unit.
        Unit "unit" "enhet",
        /// A free page.
        Page "page" "sida",
    }
}

impl Interval {
    /// The same day one interval later: a month after 31 January is the last of February.
    pub fn after(self, day: jiff::civil::Date) -> jiff::civil::Date {
        use jiff::ToSpan as _;
        let span = match self {
            Self::Week => 1.week(),
            Self::TwoWeeks => 2.weeks(),
            Self::Month => 1.month(),
            Self::TwoMonths => 2.months(),
            Self::Quarter => 3.months(),
            Self::Tertial => 4.months(),
            Self::HalfYear => 6.months(),
            Self::Year => 1.year(),
            Self::TwoYears => 2.years(),
        };
        day.saturating_add(span)
    }

    /// Its length in days, as near as a calendar allows; for telling whether something has become too old.
    pub fn days(self) -> u32 {
        match self {
            Self::Week => 7,
            Self::TwoWeeks => 14,
            Self::Month => 31,
            Self::TwoMonths => 62,
            Self::Quarter => 92,
            Self::Tertial => 123,
            Self::HalfYear => 184,
            Self::Year => 366,
            Self::TwoYears => 731,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_either_language_and_spelling_are_one_value() {
        for text in ["on-track", "enligt-plan", "Enligt plan", "ENLIGT_PLAN"] {
            assert_eq!(Assessment::parse(text), Some(Assessment::OnTrack), "{text}");
        }
        assert_eq!(ActivityState::parse("ej påbörjad"), ActivityState::parse("ej-paborjad"));
        assert_eq!(Assessment::parse("grön"), None);
    }

    #[test]
    fn no_name_means_two_values() {
        for (choice, names) in all_choices() {
            let mut folded: Vec<String> = names
                .iter()
                .flat_map(|name| [fold(name.en), fold(name.sv)].into_iter().collect::<std::collections::BTreeSet<_>>())
                .collect();
            let count = folded.len();
            folded.sort();
            folded.dedup();
            assert_eq!(folded.len(), count, "{}", choice.en);
        }
    }
}
