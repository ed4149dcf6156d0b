//! What things are called in published data: lower-case English words that stay the same when the program's own names
//! change, and references in the form that editors write.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::super::context::{entity, state_key};
use crate::derive::{
    AgendaNeed, Following, ForumActivity, InsightState, LinkKind, LinkReason, Outcome, Reason, Reporting, Rule, State,
    Strength, Trend, WhyNot,
};
use crate::model::{AnyKey, Choice, Plan};

/// A value of an enumeration, by its published name. The schema lists all of them.
#[derive(Clone, Copy, Debug)]
pub struct Name<T> {
    name: &'static str,
    of: PhantomData<T>,
}

/// An enumeration whose values have published names.
pub trait Named {
    /// What the enumeration is called in the schema.
    fn title() -> String;
    /// The names of all its values.
    fn names() -> Vec<&'static str>;
    /// The name of this value.
    fn published(&self) -> &'static str;
}

impl<T: Named> From<T> for Name<T> {
    fn from(value: T) -> Self {
        Self { name: value.published(), of: PhantomData }
    }
}

impl<T> Serialize for Name<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

impl<T: Named> JsonSchema for Name<T> {
    fn schema_name() -> Cow<'static, str> {
        T::title().into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": T::names() })
    }
}

// An enumeration of the content model is published by the English name that editors write.
impl<C: Choice> Named for C {
    fn title() -> String {
        C::NAME.en.replace(' ', "-")
    }

    fn names() -> Vec<&'static str> {
        C::ALL.iter().map(|(_, name)| name.en).collect()
    }

    fn published(&self) -> &'static str {
        Choice::name(*self).en
    }
}

impl Named for Rule {
    fn title() -> String {
        "rule".to_owned()
    }

    fn names() -> Vec<&'static str> {
        Self::ALL.into_iter().map(Self::id).collect()
    }

    fn published(&self) -> &'static str {
        self.id()
    }
}

impl Named for State {
    fn title() -> String {
        "state".to_owned()
    }

    fn names() -> Vec<&'static str> {
        Self::WORST_FIRST.into_iter().map(state_key).collect()
    }

    fn published(&self) -> &'static str {
        state_key(*self)
    }
}

impl Named for LinkKind {
    fn title() -> String {
        "link".to_owned()
    }

    fn names() -> Vec<&'static str> {
        Self::ALL.into_iter().map(Self::id).collect()
    }

    fn published(&self) -> &'static str {
        self.id()
    }
}

macro_rules! named {
    ($($type:ident $title:literal { $($pattern:pat => $name:literal),* $(,)? })*) => {$(
        impl Named for $type {
            fn title() -> String {
                $title.to_owned()
            }

            fn names() -> Vec<&'static str> {
                vec![$($name),*]
            }

            fn published(&self) -> &'static str {
                match self { $($pattern => $name),* }
            }
        }
    )*};
}

named! {
    Reporting "reporting" {
        Self::Exempt => "exempt",
        Self::Reported => "reported",
        Self::NotYetDue => "not-yet-due",
        Self::Late => "late",
        Self::Silent => "silent",
        Self::Never => "never",
    }

    Reason "state-reason" {
        Self::Merged { .. } => "merged",
        Self::DeclaredAssessment { .. } => "declared",
        Self::PhaseClosed => "phase-closed",
        Self::Silent { .. } => "silent",
        Self::NeverReported { .. } => "never-reported",
        Self::EndPassed { .. } => "end-passed",
        Self::NothingBegun { .. } => "nothing-begun",
        Self::OverdueActivity { .. } => "overdue-activity",
        Self::ShareOverdue { .. } => "share-overdue",
        Self::NoProgress { .. } => "no-progress",
        Self::StartAhead { .. } => "start-ahead",
        Self::Idea => "idea",
        Self::NotBegun => "not-begun",
        Self::Begun => "begun",
    }

    Strength "strength" {
        Self::Broken => "broken",
        Self::Weak => "weak",
        Self::Whole => "whole",
    }

    LinkReason "link-reason" {
        Self::Decided(_) => "decided",
        Self::GoalDecided(..) => "goal-decided",
        Self::PlanDecided(_) => "plan-decided",
        Self::NoDecision => "no-decision",
        Self::OneOwner(_) => "one-owner",
        Self::CollectiveOwner(_) => "collective-owner",
        Self::NoOwner => "no-owner",
        Self::OwnerDecides(_) => "owner-decides",
        Self::SponsorDecides(_) => "sponsor-decides",
        Self::OwnerProposes(_) => "owner-proposes",
        Self::OwnerCannotDecide(_) => "owner-cannot-decide",
        Self::NobodyDecides => "nobody-decides",
        Self::AnswersInsight(_) => "answers-insight",
        Self::MovesOutcome(_) => "moves-outcome",
        Self::MovesNoOutcome(_) => "moves-no-outcome",
        Self::GoalHasOutcome(..) => "goal-has-outcome",
        Self::NoNeed => "no-need",
        Self::ActiveForum(_) => "active-forum",
        Self::SilentForum { .. } => "silent-forum",
        Self::ForumNeverMet(_) => "forum-never-met",
        Self::ForumWithoutRhythm(_) => "forum-without-rhythm",
        Self::NoForum => "no-forum",
        Self::UnderWay(_) => "under-way",
        Self::DoneAsPlanned { .. } => "done-as-planned",
        Self::Stalled { .. } => "stalled",
        Self::LongOverdue { .. } => "long-overdue",
        Self::OnlyOverdue { .. } => "only-overdue",
        Self::NothingStarted { .. } => "nothing-started",
        Self::ActivitiesUnknown { .. } => "activities-unknown",
        Self::NoActivity => "no-activity",
        Self::FollowedUp(_) => "followed-up",
        Self::AnsweredByDecision(..) => "answered-by-decision",
        Self::QuestionUnanswered(..) => "question-unanswered",
        Self::NotCovered(_) => "not-covered",
        Self::NotReviewed(_) => "not-reviewed",
        Self::NothingToReview => "nothing-to-review",
        Self::NotYetDue => "not-yet-due",
        Self::NotReported { .. } => "not-reported",
    }

    Outcome "outcome" {
        Self::Met => "met",
        Self::InPhase => "in-phase",
        Self::Partly => "partly",
        Self::Weak => "weak",
        Self::WrongWay => "wrong-way",
        Self::CannotSay(_) => "cannot-say",
    }

    WhyNot "why-not" {
        Self::NoDirection => "no-direction",
        Self::NoTarget => "no-target",
        Self::NoObservation => "no-observation",
        Self::TooOld => "too-old",
        Self::NoBaseline => "no-baseline",
        Self::OneObservation => "one-observation",
        Self::ExpectedIsBaseline => "expected-is-baseline",
    }

    Trend "indicator-trend" {
        Self::Improving => "improving",
        Self::Unchanged => "unchanged",
        Self::Worsening => "worsening",
        Self::Unknown => "unknown",
    }

    InsightState "insight-state" {
        Self::Answered { .. } => "answered",
        Self::Open { .. } => "open",
        Self::Unanswered { .. } => "unanswered",
    }

    ForumActivity "forum-activity" {
        Self::Active => "active",
        Self::Silent { .. } => "silent",
        Self::NeverMet => "never-met",
        Self::CannotSay => "cannot-say",
    }

    Following "following" {
        Self::Early => "early",
        Self::Fully => "fully",
        Self::Mostly => "mostly",
        Self::Partly => "partly",
        Self::Poorly => "poorly",
        Self::NotAtAll => "not-at-all",
    }

    AgendaNeed "agenda-need" {
        Self::DecisionOverdue { .. } => "decision-overdue",
        Self::Silent { .. } => "silent",
        Self::NeverReported { .. } => "never-reported",
        Self::Delayed { .. } => "delayed",
        Self::Blocked { .. } => "blocked",
        Self::InsightUnanswered { .. } => "insight-unanswered",
        Self::ReportLate { .. } => "report-late",
        Self::Decision { .. } => "decision",
    }
}

/// A reference as editors write it: `decision:kf-digital-agenda`, `report:2026-T2/e-arkiv`, `review:2026-T2`.
pub(in crate::pages) fn reference(plan: &Plan, key: AnyKey) -> String {
    let kind = Choice::name(key.kind()).en;
    format!("{kind}:{}", id(plan, key))
}

/// The id of an entity; of a report its period and initiative, of a review its period.
pub(in crate::pages) fn id(plan: &Plan, key: AnyKey) -> String {
    match key {
        AnyKey::Report(key) => {
            let report = &plan.reports[key];
            format!("{}/{}", report.period, plan.initiatives[report.initiative].entity.id)
        }
        AnyKey::Review(key) => plan.reviews[key].period.to_string(),
        _ => entity(plan, key).map_or_else(String::new, |entity| entity.id.clone()),
    }
}
