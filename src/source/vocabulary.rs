//! The vocabulary: every record and key of the content model with its English and its Swedish name, in one table.
//!
//! Reading, messages, schema and docs are made from it. The values of enumerations stand in `model::choice`.
//! Long because it is one table: whoever looks for a key looks here.

use super::record::{Field, Reader, Record, Shape, Slot, Value, entries, records};
use super::value::{Days, DoneOn, Headings, Id, Meanings, MentionText, Owner, To, VolumeText, WordMap};
use super::yaml::Node;
use crate::files::At;
use crate::model::{
    AccessibilityLaw, ActivityState, Assessment, BenefitFor, Channel, Compliance, Direction, Interval, Level, Mandate,
    Name, ObstacleKind, Phase, PlanDate, PublisherType, ResponseState, Rhythm, RoleKind, RowKind, TestMethod, Trend,
    UnitKind, UseSituation, Verdict,
};

records! {
    /// The agenda: title, organisation, period, languages, reporting rhythm, limits and branding (`plan.yaml`).
    Plan "plan" "plan" {
        /// What the plan is called.
        title "title" "titel" required Option<At<String>>,
        /// What it is about, in a sentence or two.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// Whose plan it is.
        organisation "organisation" "organisation" required Option<At<String>>,
        /// The municipality's four-digit code.
        municipality_code "municipality_code" "kommunkod" optional Option<At<String>>,
        /// When it holds.
        period "period" "period" required Option<At<PlanPeriod>>,
        /// The language it is written in.
        language "language" "språk" required Option<At<String>>,
        /// The other languages of the site.
        languages "languages" "språkversioner" optional Vec<At<String>>,
        /// The site's address.
        base_url "base_url" "webbadress" optional Option<At<String>>,
        /// The decision that adopted it.
        decision "decision" "beslut" optional Option<At<To<Decision>>>,
        /// The role that answers for it.
        owner "owner" "ägare" optional Option<At<To<Role>>>,
        /// A function mailbox for questions.
        contact "contact" "kontakt" optional Option<At<String>>,
        /// A form for feedback; `{subject}` and `{address}` in it are filled with the page's heading and address.
        feedback "feedback" "synpunkter" optional Option<At<String>>,
        /// The law on accessible digital services that the site must follow: sweden when left out.
        accessibility_law "accessibility_law" "tillgänglighetslag" optional Option<At<AccessibilityLaw>>,
        /// How often it is reported.
        reporting "reporting" "rapportering" optional Option<At<Reporting>>,
        /// The IANA time zone, such as Europe/Stockholm.
        timezone "timezone" "tidszon" optional Option<At<String>>,
        /// SPDX id of the licence of the published facts.
        licence "licence" "licens" optional Option<At<String>>,
        /// Who publishes the data, in a catalogue that dataportal.se can read; no catalogue when left out.
        catalogue "catalogue" "datakatalog" optional Option<At<PublisherType>>,
        /// Colour and logo.
        brand "brand" "profil" optional Option<At<Brand>>,
        /// Words of the interface that the plan replaces by its own.
        labels "labels" "benämningar" optional Option<At<WordMap>>,
        /// Limits of the derivation rules.
        thresholds "thresholds" "gränser" optional Option<At<Thresholds>>,
        /// A sentence shown on every page.
        notice "notice" "upplysning" optional Option<At<String>>,
    }

    /// When a plan holds.
    PlanPeriod "period" "period" {
        /// Its first day.
        start "start" "start" required Option<At<PlanDate>>,
        /// Its last day.
        end "end" "slut" required Option<At<PlanDate>>,
    }

    /// How often a plan is reported.
    Reporting "reporting" "rapportering" {
        /// The length of a period.
        every "every" "intervall" optional Option<At<Rhythm>>,
        /// The first period that is reported, such as `2025-T2`; the plan's own first when left out.
        first "first" "första" optional Option<At<PlanDate>>,
        /// How long after a period's end a report is still in time, such as `4w`.
        grace "grace" "frist" optional Option<At<Days>>,
        /// Periods without a report after which an initiative is silent.
        stale_after "stale_after" "inaktuell_efter" optional Option<At<u32>>,
    }

    /// Colour and logo of the organisation.
    Brand "brand" "profil" {
        /// The accent colour, `#rrggbb`.
        colour "colour" "färg" optional Option<At<String>>,
        /// A picture below `content/static/`.
        logo "logo" "logotyp" optional Option<At<String>>,
        /// A picture below `content/static/` for when pages are shared: PNG or JPEG, preferably 1200 × 630 pixels.
        image "image" "bild" optional Option<At<String>>,
    }

    /// Limits of the derivation rules; what is left out keeps its default.
    Thresholds "thresholds" "gränser" {
        /// Days overdue after which one activity caps the state at at-risk (30).
        overdue_days "overdue_days" "försenad_dagar" optional Option<At<u32>>,
        /// Days overdue after which one activity caps the state at off-track (90).
        long_overdue_days "long_overdue_days" "långt_försenad_dagar" optional Option<At<u32>>,
        /// Share of the open activities that, when overdue, caps the state at off-track (0.333).
        overdue_share "overdue_share" "försenad_andel" optional Option<At<f64>>,
        /// Reports without progress in a row that cap the state at at-risk (2).
        no_progress_reports "no_progress_reports" "rapporter_utan_framsteg" optional Option<At<u32>>,
        /// Ratio from which an indicator is in phase (0.95).
        in_phase "in_phase" "i_fas" optional Option<At<f64>>,
        /// Ratio from which an indicator is partly in phase (0.60).
        partly "partly" "delvis" optional Option<At<f64>>,
        /// Intervals after which data are too old to judge by (2).
        data_age_intervals "data_age_intervals" "dataålder_intervall" optional Option<At<u32>>,
        /// Days without a response after which an insight is unanswered (60).
        insight_days "insight_days" "insikt_dagar" optional Option<At<u32>>,
        /// Days after which the latest assessment of a goal may no longer hold (365).
        assessment_days "assessment_days" "bedömning_dagar" optional Option<At<u32>>,
        /// Ongoing initiatives above which a role answers for too much (5).
        role_limit "role_limit" "högst_per_roll" optional Option<At<u32>>,
        /// Multiples of its own rhythm within which a forum must meet (1.5).
        forum_rhythm "forum_rhythm" "forumrytm" optional Option<At<f64>>,
        /// Share of the reports due from which the plan is said to be followed for the most part (0.75).
        pulse_mostly "pulse_mostly" "puls_till_stor_del" optional Option<At<f64>>,
        /// Share from which it is said to be followed in part, and below which a measure of the pulse is broken (0.5).
        pulse_partly "pulse_partly" "puls_delvis" optional Option<At<f64>>,
    }

    /// Units and roles (`organisation.yaml`).
    Organisation "organisation" "organisation" {
        /// Councils, committees, departments, sections, companies and outsiders.
        units "units" "enheter" optional Vec<At<Unit>>,
        /// Roles, never persons.
        roles "roles" "roller" optional Vec<At<Role>>,
    }

    /// A council, committee, department, section, company or outsider.
    Unit "unit" "enhet" {
        /// Its id.
        id "id" "id" required Option<At<Id>>,
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What it does.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// What kind of unit.
        kind "kind" "typ" required Option<At<UnitKind>>,
        /// The unit above it.
        parent "parent" "överordnad" optional Option<At<To<Unit>>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
    }

    /// A role with its mandate; never a person.
    Role "role" "roll" {
        /// Its id.
        id "id" "id" required Option<At<Id>>,
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What it answers for.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// The unit it belongs to.
        unit "unit" "enhet" required Option<At<To<Unit>>>,
        /// What kind of role.
        kind "kind" "typ" required Option<At<RoleKind>>,
        /// What it may do about what it answers for.
        mandate "mandate" "mandat" required Option<At<Mandate>>,
        /// Where the mandate is written down; required when it decides.
        mandate_source "mandate_source" "mandatkälla" optional Option<At<String>>,
        /// A function mailbox.
        contact "contact" "kontakt" optional Option<At<String>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
    }

    /// A knowledge area (`areas/<id>.md`).
    Area "area" "område" {
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What it is about.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// The forum that works with it.
        forum "forum" "forum" optional Option<At<To<Forum>>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// A goal (`goals/<id>.md`).
    Goal "goal" "mål" {
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What it means, in a sentence or two.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// The knowledge area it belongs to.
        area "area" "område" optional Option<At<To<Area>>>,
        /// The goal above it.
        parent "parent" "överordnat" optional Option<At<To<Goal>>>,
        /// The decision behind it.
        decision "decision" "beslut" optional Option<At<To<Decision>>>,
        /// The role that answers for it.
        accountable "accountable" "ansvarig" optional Option<At<Owner>>,
        /// The indicators that tell whether it is reached.
        indicators "indicators" "nyckeltal" optional Vec<At<To<Indicator>>>,
        /// When it should be reached.
        target "target" "måldatum" optional Option<At<PlanDate>>,
        /// The goal that took its place.
        replaced_by "replaced_by" "ersatt_av" optional Option<At<To<Goal>>>,
        /// Declared judgements.
        assessments "assessments" "bedömningar" optional Vec<At<GoalAssessment>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// A declared judgement of a goal.
    GoalAssessment "assessment" "bedömning" {
        /// When.
        date "date" "datum" required Option<At<PlanDate>>,
        /// The role that judges.
        by "by" "av" required Option<At<To<Role>>>,
        /// The judgement.
        verdict "verdict" "utfall" required Option<At<Verdict>>,
        /// Why.
        motivation "motivation" "motivering" required Option<At<String>>,
    }

    /// An initiative (`initiatives/<id>.md`).
    Initiative "initiative" "initiativ" {
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What it gives, in at most 300 characters.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// The goals it serves.
        goals "goals" "mål" required Vec<At<To<Goal>>>,
        /// The one role that answers for it.
        accountable "accountable" "ansvarig" optional Option<At<Owner>>,
        /// A role that can decide, and stands behind it.
        sponsor "sponsor" "uppdragsgivare" optional Option<At<To<Role>>>,
        /// Other roles that take part.
        contributors "contributors" "medverkande" optional Vec<At<Contributor>>,
        /// How far from idea to everyday it has come.
        phase "phase" "fas" optional Option<At<Phase>>,
        /// When it starts.
        start "start" "start" optional Option<At<PlanDate>>,
        /// Its current deadline.
        end "end" "slut" optional Option<At<PlanDate>>,
        /// Whether it has no end.
        ongoing "ongoing" "löpande" optional Option<At<bool>>,
        /// How its deadline was moved.
        deadline_moves "deadline_moves" "flyttade_slutdatum" optional Vec<At<DeadlineMove>>,
        /// Its activities.
        activities "activities" "aktiviteter" optional Vec<At<Activity>>,
        /// The indicators it should move.
        indicators "indicators" "nyckeltal" optional Vec<At<To<Indicator>>>,
        /// The initiatives it waits for.
        depends_on "depends_on" "beror_på" optional Vec<At<To<Initiative>>>,
        /// The initiative it was merged into.
        merged_into "merged_into" "uppgår_i" optional Option<At<To<Initiative>>>,
        /// The decision behind it.
        decision "decision" "beslut" optional Option<At<To<Decision>>>,
        /// The insights it answers to.
        insights "insights" "insikter" optional Vec<At<To<Insight>>>,
        /// The forum that works with it.
        forum "forum" "forum" optional Option<At<To<Forum>>>,
        /// Its budget.
        budget "budget" "budget" optional Option<At<Budget>>,
        /// Its benefit.
        benefit "benefit" "nytta" optional Option<At<Benefit>>,
        /// Free labels.
        tags "tags" "etiketter" optional Vec<At<String>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// A role that takes part in an initiative.
    Contributor "contributor" "medverkande" {
        /// The role.
        role "role" "roll" required Option<At<To<Role>>>,
        /// What it does.
        does "does" "gör" optional Option<At<String>>,
    }

    /// A moved deadline.
    DeadlineMove "deadline move" "flyttat slutdatum" {
        /// When it was moved.
        date "date" "datum" required Option<At<PlanDate>>,
        /// The deadline before.
        from "from" "från" required Option<At<PlanDate>>,
        /// The deadline after.
        to "to" "till" required Option<At<PlanDate>>,
        /// Why.
        why "why" "varför" required Option<At<String>>,
        /// The decision to move it.
        decision "decision" "beslut" optional Option<At<To<Decision>>>,
    }

    /// An activity of an initiative.
    Activity "activity" "aktivitet" {
        /// Its id, unique within the initiative.
        id "id" "id" required Option<At<Id>>,
        /// What is to be done.
        title "title" "titel" required Option<At<String>>,
        /// How far it has come.
        state "state" "läge" required Option<At<ActivityState>>,
        /// When it should be done.
        due "due" "senast" optional Option<At<PlanDate>>,
        /// When it was done; required when it is done. `unknown` when the source does not tell.
        done_on "done_on" "klar_den" optional Option<At<DoneOn>>,
        /// The role that answers for it, when another than the initiative's.
        accountable "accountable" "ansvarig" optional Option<At<Owner>>,
        /// Whether it is a milestone.
        milestone "milestone" "milstolpe" optional Option<At<bool>>,
    }

    /// What an initiative may cost.
    Budget "budget" "budget" {
        /// The amount.
        amount "amount" "belopp" required Option<At<f64>>,
        /// ISO 4217 code; SEK when left out.
        currency "currency" "valuta" optional Option<At<String>>,
        /// The year it is for.
        year "year" "år" optional Option<At<PlanDate>>,
        /// What has been spent of it.
        spent "spent" "förbrukat" optional Option<At<f64>>,
    }

    /// What an initiative should give.
    Benefit "benefit" "nytta" {
        /// Whom it is for.
        group "for" "för" optional Option<At<BenefitFor>>,
        /// In words.
        text "text" "text" required Option<At<String>>,
        /// As an amount.
        value "value" "värde" optional Option<At<f64>>,
        /// The amount's unit.
        unit "unit" "enhet" optional Option<At<String>>,
        /// When it should show.
        by "by" "senast" optional Option<At<PlanDate>>,
    }

    /// An indicator (`indicators/<id>.md`, with its observations in `<id>.csv`).
    Indicator "indicator" "nyckeltal" {
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What it measures.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// The unit of its values.
        unit "unit" "enhet" required Option<At<String>>,
        /// Decimals to show.
        decimals "decimals" "decimaler" optional Option<At<u32>>,
        /// Effect, output or input.
        level "level" "nivå" optional Option<At<Level>>,
        /// Which way is better.
        direction "direction" "riktning" optional Option<At<Direction>>,
        /// The value it started from.
        baseline "baseline" "utgångsläge" optional Option<At<Baseline>>,
        /// Dated targets.
        targets "targets" "målvärden" optional Vec<At<Target>>,
        /// How often it is measured.
        interval "interval" "intervall" optional Option<At<Interval>>,
        /// Where the numbers come from.
        source "source" "källa" optional Option<At<DataSource>>,
        /// How they are made.
        method "method" "metod" optional Option<At<String>>,
        /// Breaks in the series.
        breaks "breaks" "tidsseriebrott" optional Vec<At<SeriesBreak>>,
        /// What comparison series are called.
        comparisons "comparisons" "jämförelser" optional Vec<At<Comparison>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// The value an indicator started from.
    Baseline "baseline" "utgångsläge" {
        /// When.
        date "date" "datum" required Option<At<PlanDate>>,
        /// What.
        value "value" "värde" required Option<At<f64>>,
    }

    /// Where an indicator should be at a date: a value, or a band from low to high.
    Target "target" "målvärde" {
        /// When.
        date "date" "datum" required Option<At<PlanDate>>,
        /// The value to reach.
        value "value" "värde" optional Option<At<f64>>,
        /// The lowest value inside the band.
        low "low" "lägst" optional Option<At<f64>>,
        /// The highest value inside the band.
        high "high" "högst" optional Option<At<f64>>,
    }

    /// Where numbers come from.
    DataSource "source" "källa" {
        /// Whose they are.
        name "name" "namn" required Option<At<String>>,
        /// Where they are published.
        url "url" "länk" optional Option<At<String>>,
        /// Under which licence.
        licence "licence" "licens" optional Option<At<String>>,
        /// Their id in Kolada.
        kolada_id "kolada_id" "kolada_id" optional Option<At<String>>,
        /// When they were fetched from there.
        fetched "fetched" "hämtad" optional Option<At<PlanDate>>,
    }

    /// A break in a series.
    SeriesBreak "series break" "tidsseriebrott" {
        /// From when.
        date "date" "datum" required Option<At<PlanDate>>,
        /// Why.
        why "why" "varför" required Option<At<String>>,
    }

    /// What a comparison series is called.
    Comparison "comparison" "jämförelse" {
        /// The series as the data name it.
        series "series" "serie" required Option<At<String>>,
        /// As the site names it.
        title "title" "titel" required Option<At<String>>,
    }

    /// A forum or working group (`forums/<id>.md`).
    Forum "forum" "forum" {
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What it is, in a sentence or two.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// Its knowledge areas.
        areas "areas" "områden" required Vec<At<To<Area>>>,
        /// What it is for.
        purpose "purpose" "syfte" required Option<At<String>>,
        /// The role that leads it.
        chair "chair" "ordförande" optional Option<At<To<Role>>>,
        /// The roles that take part; at least two.
        members "members" "ledamöter" optional Vec<At<To<Role>>>,
        /// How often it meets.
        every "every" "intervall" optional Option<At<Interval>>,
        /// The unit or role it reports to.
        reports_to "reports_to" "rapporterar_till" optional Option<At<To<UnitOrRole>>>,
        /// Its terms of reference.
        charter "charter" "uppdragsbeskrivning" optional Option<At<String>>,
        /// Its meetings.
        meetings "meetings" "möten" optional Vec<At<Meeting>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// A forum's meeting.
    Meeting "meeting" "möte" {
        /// When.
        date "date" "datum" required Option<At<PlanDate>>,
        /// What it took up: `insight:id`, or words.
        took_up "took_up" "tog_upp" optional Vec<At<MentionText>>,
        /// What it decided: `initiative:id`, or words.
        decided "decided" "beslutade" optional Vec<At<MentionText>>,
        /// Its minutes.
        link "link" "länk" optional Option<At<String>>,
    }

    /// What residents and staff tell (`insights/<id>.md`).
    Insight "insight" "insikt" {
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What they tell, in a sentence or two.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// The time it was told.
        period "period" "period" required Option<At<PlanDate>>,
        /// How it was told.
        channel "channel" "kanal" optional Option<At<Channel>>,
        /// What it is about.
        theme "theme" "tema" optional Option<At<String>>,
        /// How many told it: 5 or more, or `<5`.
        volume "volume" "antal" optional Option<At<VolumeText>>,
        /// Where the number is heading.
        trend "trend" "trend" optional Option<At<Trend>>,
        /// The goals it touches.
        goals "goals" "mål" optional Vec<At<To<Goal>>>,
        /// The initiatives that answer to it.
        initiatives "initiatives" "initiativ" optional Vec<At<To<Initiative>>>,
        /// The forum that works with it.
        forum "forum" "forum" optional Option<At<To<Forum>>>,
        /// The answer.
        response "response" "svar" optional Option<At<Response>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// The answer to an insight.
    Response "response" "svar" {
        /// How far it has come.
        state "state" "läge" required Option<At<ResponseState>>,
        /// In words.
        text "text" "text" optional Option<At<String>>,
        /// The role that answers.
        by "by" "av" optional Option<At<To<Role>>>,
        /// When.
        on "on" "datum" optional Option<At<PlanDate>>,
    }

    /// A decision or directive (`decisions/<id>.md`).
    Decision "decision" "beslut" {
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What was decided, in a sentence or two.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// The unit or role that decided.
        body "body" "organ" required Option<At<To<UnitOrRole>>>,
        /// When.
        date "date" "datum" required Option<At<PlanDate>>,
        /// Registration number and paragraph.
        reference "reference" "diarienummer" optional Option<At<String>>,
        /// Where the minutes are published.
        url "url" "länk" optional Option<At<String>>,
        /// What it concerns: `goal:id`, `initiative:id`, or words.
        affects "affects" "påverkar" optional Vec<At<MentionText>>,
        /// What it asks for.
        asks_for "asks_for" "uppdrag" optional Vec<At<Ask>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// What a decision asks a role for.
    Ask "directive" "uppdrag" {
        /// What.
        what "what" "vad" required Option<At<String>>,
        /// Of whom.
        role "role" "roll" required Option<At<To<Role>>>,
        /// By when.
        by "by" "senast" optional Option<At<PlanDate>>,
    }

    /// A status report (`reports/<period>/<initiative>.md`).
    Report "report" "rapport" {
        /// The role that reports.
        by "by" "av" required Option<At<To<Role>>>,
        /// The day it was written.
        date "date" "datum" required Option<At<PlanDate>>,
        /// Its judgement.
        assessment "assessment" "bedömning" required Option<At<Assessment>>,
        /// Whether nothing has come further since the last report.
        no_progress "no_progress" "inget_nytt" optional Option<At<bool>>,
        /// What comes next; required unless done or cancelled.
        next_step "next_step" "nästa_steg" optional Option<At<String>>,
        /// What is in the way; required when at risk, off track or paused.
        obstacle "obstacle" "hinder" optional Option<At<Obstacle>>,
        /// A decision that it waits for.
        decision_needed "decision_needed" "behöver_beslut" optional Option<At<DecisionNeeded>>,
        /// When it is now expected to be done.
        forecast_end "forecast_end" "prognos_slut" optional Option<At<PlanDate>>,
        /// What shows it.
        evidence "evidence" "underlag" optional Vec<At<Evidence>>,
        /// When and why the report was corrected.
        corrected "corrected" "rättad" optional Option<At<Correction>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// What is in an initiative's way.
    Obstacle "obstacle" "hinder" {
        /// What kind.
        kind "kind" "typ" required Option<At<ObstacleKind>>,
        /// In words.
        text "text" "text" required Option<At<String>>,
    }

    /// A decision that an initiative waits for.
    DecisionNeeded "decision needed" "beslut som behövs" {
        /// The question.
        question "question" "fråga" required Option<At<String>>,
        /// The role that must answer it.
        by "by" "av" required Option<At<To<Role>>>,
        /// By when.
        before "before" "senast" optional Option<At<PlanDate>>,
    }

    /// Something that shows what a report says.
    Evidence "evidence" "underlag" {
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// Where it is.
        url "url" "länk" required Option<At<String>>,
    }

    /// An open correction of a published report.
    Correction "correction" "rättelse" {
        /// When.
        date "date" "datum" required Option<At<PlanDate>>,
        /// Why.
        why "why" "varför" required Option<At<String>>,
    }

    /// What the leadership did with a period's reports (`reviews/<period>.md`).
    Review "review" "uppföljning" {
        /// When it was made.
        date "date" "datum" required Option<At<PlanDate>>,
        /// The unit or role that made it.
        body "body" "organ" required Option<At<To<UnitOrRole>>>,
        /// Registration number and paragraph.
        reference "reference" "diarienummer" optional Option<At<String>>,
        /// The initiatives it covers; all that reported when left out.
        covers "covers" "omfattar" optional Vec<At<To<Initiative>>>,
        /// Its answers to the reports' questions.
        answers "answers" "svar" optional Vec<At<Answer>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// A review's answer to a report's question.
    Answer "answer" "svar" {
        /// The initiative that asked.
        initiative "initiative" "initiativ" required Option<At<To<Initiative>>>,
        /// The answer.
        answer "answer" "svar" required Option<At<String>>,
    }

    /// A free page (`pages/<slug>.md`).
    Page "page" "sida" {
        /// What it is called.
        title "title" "titel" required Option<At<String>>,
        /// What it is about.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// Whether the foot of every page links to it.
        menu "menu" "meny" optional Option<At<bool>>,
        /// Ids that it had before.
        aliases "aliases" "alias" optional Vec<At<Id>>,
        /// Whether it is a draft: shown by `framdrift serve`, and left out of what is published.
        draft "draft" "utkast" optional Option<At<bool>>,
    }

    /// The accessibility statement (`accessibility.yaml`): what the law wants known about the site.
    Statement "accessibility statement" "tillgänglighetsredogörelse" {
        /// Whose site it is; the plan's organisation when left out.
        organisation "organisation" "aktör" optional Option<At<String>>,
        /// What the site is called; the plan's title when left out.
        service "service" "tjänst" optional Option<At<String>>,
        /// Where the site is; the plan's address when left out.
        service_url "service_url" "länk_till_tjänst" optional Option<At<String>>,
        /// How well it follows the law.
        compliance "compliance" "följsamhet" required Option<At<Compliance>>,
        /// What does not follow the law; required unless it follows it fully.
        shortcomings "shortcomings" "brister" optional Vec<At<Shortcoming>>,
        /// What the organisation, by section 12 of the law, has judged too burdensome to adapt.
        burdens "disproportionate" "oskäligt_betungande" optional Vec<At<StatementContent>>,
        /// What the law, by its section 9, does not cover.
        outside "outside_the_law" "utanför_lagen" optional Vec<At<StatementContent>>,
        /// The day on which the site was last assessed.
        assessed "assessed" "bedömningsdatum" required Option<At<PlanDate>>,
        /// The day on which the statement was last gone through.
        updated "updated" "uppdaterad" required Option<At<PlanDate>>,
        /// The day on which the site was published.
        published "published" "publicerad" optional Option<At<PlanDate>>,
        /// How it was tested.
        method "method" "metod" required Option<At<TestMethod>>,
        /// The same in words.
        method_text "method_text" "metod_text" optional Option<At<String>>,
        /// The address of the report of the test.
        audit_report "audit_report" "granskningsrapport" optional Option<At<String>>,
        /// The address of an accessible form for telling of shortcomings and asking for content in another form.
        form "form" "meddelandefunktion_url" required Option<At<String>>,
        /// A function mailbox for the same.
        email "email" "epost" required Option<At<String>>,
        /// A telephone number for the same.
        phone "phone" "telefon" optional Option<At<String>>,
        /// How soon an answer comes, such as "inom två arbetsdagar".
        response_time "response_time" "svarstid" optional Option<At<String>>,
        /// The authority that supervises the law, when it is another than framdrift knows of.
        supervision "supervision" "tillsyn" optional Option<At<Supervision>>,
        /// The standard that the site was assessed by, when it is another than the one in force.
        standard "standard" "standard" optional Option<At<String>>,
    }

    /// Something on the site that does not follow the law.
    Shortcoming "shortcoming" "brist" {
        /// Its id, for translations.
        id "id" "id" optional Option<At<Id>>,
        /// The situation in which it is met.
        situation "situation" "situation" required Option<At<UseSituation>>,
        /// What does not work.
        description "description" "beskrivning" required Option<At<String>>,
        /// Where on the site.
        place "place" "plats" optional Option<At<String>>,
        /// The success criteria of WCAG that it fails, such as 1.1.1.
        wcag "wcag" "wcag" optional Vec<At<String>>,
        /// Why it is so.
        reason "reason" "skäl" optional Option<At<String>>,
        /// What to do instead.
        alternative "alternative" "alternativ" optional Option<At<String>>,
        /// When it will be mended at the latest.
        fix_by "fix_by" "åtgärdas_senast" optional Option<At<PlanDate>>,
    }

    /// Content of the site that is not accessible, and need not be.
    StatementContent "content" "innehåll" {
        /// Its id, for translations.
        id "id" "id" optional Option<At<Id>>,
        /// What it is.
        content "content" "innehåll" required Option<At<String>>,
        /// How it was judged; required of what is too burdensome to adapt.
        assessment "assessment" "bedömning" optional Option<At<String>>,
    }

    /// The authority that supervises a law.
    Supervision "supervision" "tillsyn" {
        /// What it is called.
        authority "authority" "myndighet" required Option<At<String>>,
        /// Where to complain to it.
        url "url" "länk" required Option<At<String>>,
    }

    /// A translation of the accessibility statement (`accessibility.<language>.yaml`).
    StatementTranslation "translation" "översättning" {
        /// Whose site it is.
        organisation "organisation" "aktör" optional Option<At<String>>,
        /// What the site is called.
        service "service" "tjänst" optional Option<At<String>>,
        /// How it was tested, in words.
        method_text "method_text" "metod_text" optional Option<At<String>>,
        /// How soon an answer comes.
        response_time "response_time" "svarstid" optional Option<At<String>>,
        /// The authority that supervises the law.
        authority "authority" "myndighet" optional Option<At<String>>,
        /// Shortcomings by id.
        shortcomings "shortcomings" "brister" optional Vec<At<ShortcomingTranslation>>,
        /// What is too burdensome, by id.
        burdens "disproportionate" "oskäligt_betungande" optional Vec<At<StatementContent>>,
        /// What the law does not cover, by id.
        outside "outside_the_law" "utanför_lagen" optional Vec<At<StatementContent>>,
    }

    /// A translated shortcoming.
    ShortcomingTranslation "translation" "översättning" {
        /// Its id.
        id "id" "id" required Option<At<Id>>,
        /// What does not work.
        description "description" "beskrivning" required Option<At<String>>,
        /// Where on the site.
        place "place" "plats" optional Option<At<String>>,
        /// Why it is so.
        reason "reason" "skäl" optional Option<At<String>>,
        /// What to do instead.
        alternative "alternative" "alternativ" optional Option<At<String>>,
    }

    /// What has been removed from the plan (`removed.yaml`): its addresses go on to say what happened.
    Removals "removed items" "borttaget" {
        /// The items.
        removed "removed" "borttaget" optional Vec<At<Removal>>,
    }

    /// Something that was published and has been removed.
    Removal "removed item" "borttagen sak" {
        /// What it was: kind and id, such as `initiative:e-arkiv`, or the address of a page or a file.
        what "what" "vad" required Option<At<MentionText>>,
        /// What it was called.
        title "title" "titel" required Option<At<String>>,
        /// When it was removed.
        date "date" "datum" required Option<At<PlanDate>>,
        /// Why.
        why "why" "varför" required Option<At<String>>,
        /// What to read instead: kind and id.
        instead "instead" "i_stället" optional Option<At<MentionText>>,
    }

    /// A translation of what has been removed (`removed.<language>.yaml`).
    RemovalsTranslation "translation" "översättning" {
        /// The items.
        removed "removed" "borttaget" optional Vec<At<RemovalTranslation>>,
    }

    /// A translated removed item.
    RemovalTranslation "translation" "översättning" {
        /// What it was, as in the original.
        what "what" "vad" required Option<At<MentionText>>,
        /// What it was called.
        title "title" "titel" optional Option<At<String>>,
        /// Why it was removed.
        why "why" "varför" optional Option<At<String>>,
    }

    /// A translation of an entity (`<id>.<language>.md`): its words, never its facts.
    Translation "translation" "översättning" {
        /// The title.
        title "title" "titel" required Option<At<String>>,
        /// The summary.
        summary "summary" "sammanfattning" optional Option<At<String>>,
    }

    /// A translation of the plan (`plan.<language>.yaml`).
    PlanTranslation "translation" "översättning" {
        /// The title.
        title "title" "titel" required Option<At<String>>,
        /// The summary.
        summary "summary" "sammanfattning" optional Option<At<String>>,
        /// The organisation's name.
        organisation "organisation" "organisation" optional Option<At<String>>,
        /// The sentence shown on every page.
        notice "notice" "upplysning" optional Option<At<String>>,
        /// Words of the interface that the plan replaces by its own.
        labels "labels" "benämningar" optional Option<At<WordMap>>,
    }

    /// A translation of units and roles (`organisation.<language>.yaml`).
    OrganisationTranslation "translation" "översättning" {
        /// Units by id.
        units "units" "enheter" optional Vec<At<NameTranslation>>,
        /// Roles by id.
        roles "roles" "roller" optional Vec<At<NameTranslation>>,
    }

    /// A translated unit or role.
    NameTranslation "translation" "översättning" {
        /// Its id.
        id "id" "id" required Option<At<Id>>,
        /// The title.
        title "title" "titel" required Option<At<String>>,
        /// The summary.
        summary "summary" "sammanfattning" optional Option<At<String>>,
    }

    /// How somebody's sheet is read into the plan (the file that `framdrift import --map` names; no file of `content/`).
    SheetMap "map" "karta" {
        /// The sheet; the first one with a table when left out.
        sheet "sheet" "blad" optional Option<At<String>>,
        /// The row with the headings, from 1; the first one with most texts when left out.
        heading_row "heading_row" "rubrikrad" optional Option<At<u32>>,
        /// What the rows are.
        kind "kind" "typ" required Option<At<RowKind>>,
        /// The period that the rows report on, when they are reports.
        period "period" "period" optional Option<At<PlanDate>>,
        /// What each column is: its heading, and the key of the plan.
        columns "columns" "kolumner" required Option<At<Headings>>,
        /// What values of the sheet mean in the plan, by key.
        values "values" "värden" optional Option<At<Meanings>>,
        /// What new rows have where the sheet has nothing, by key.
        defaults "defaults" "förval" optional Option<At<Headings>>,
    }
}

/// Stands for "a unit or a role" in a reference.
#[derive(Clone, Copy, Debug)]
pub struct UnitOrRole;

/// A translation of a report or review, which has no title: only the text below its front matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextTranslation;

impl Value for TextTranslation {
    const SHAPE: Shape = Shape::Record(&Record {
        name: Name { en: "translation", sv: "översättning" },
        doc: "A translation of a report or review: only the text below its front matter.",
        fields: Vec::new,
    });

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let Shape::Record(record) = Self::SHAPE else { return None };
        entries(node, record, reader).map(|_| Self)
    }
}
