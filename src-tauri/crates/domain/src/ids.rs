//! Typed ids. All are UUIDv7, made from the passed clock and randomness, so that files of two PCs can be merged.
//! They cross to the screen as strings.

use serde::{Deserialize, Serialize};
use specta::Type;
use uuid::Uuid;

/// Implemented by every typed id, so that one place makes, stores and reads them.
pub trait Id: Copy + Ord + From<Uuid> + Into<Uuid> {}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl Id for $name {}

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self {
                Self(id)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A file kept inside the data file: logo, photo.
    AssetId,
    /// A person of the register.
    PersonId,
    /// One line of a person's history (NIP, rank, post, education).
    HistoryId,
    /// A unit of the unit tree.
    UnitId,
    /// Somebody who signs, with dates.
    SignatoryId,
    /// One dated version of a rule table.
    RuleId,
    /// A training programme.
    ProgrammeId,
    /// A class (angkatan) of a programme.
    ClassId,
    /// A subject (mata pelatihan) of a programme or a class.
    SubjectId,
    /// A session (sesi) of a class.
    SessionId,
    /// A person's place in a class.
    EnrolmentId,
    /// A component of a scoring scheme.
    ComponentId,
    /// A certificate, issued or revoked.
    CertificateId,
    /// A mentor, of the register or from outside.
    MentorId,
    /// One line of a mentor: a field of expertise or a period.
    MentorLineId,
    /// One need of a participant.
    NeedId,
    /// A proposal of the pairing of a class.
    RunId,
    /// An approved pair of participant and mentor.
    PairId,
    /// A meeting of a pair.
    MeetingId,
    /// A line of the JP ledger.
    JpEntryId,
    /// Project work of participants.
    ProjectId,
    /// A milestone of a project.
    MilestoneId,
    /// A risk of a project.
    RiskId,
    /// A file that proves work on a project.
    EvidenceId,
    /// A part of a component: an assessor, an item, a violation.
    PartId,
    /// A score changed after the results were frozen.
    CorrectionId,
    /// A collection of participants' judgement sheets.
    RoundId,
    /// A look back at a class on a day after it.
    FollowUpId,
    /// Something that is to become better.
    ImprovementId,
    /// A service that a unit gives to the public.
    ServiceId,
    /// A survey of public satisfaction.
    SurveyId,
    /// A complaint of the public.
    ComplaintId,
    /// A step on the way of a complaint.
    StepId,
    /// A competency.
    CompetencyId,
    /// A level that positions or units need.
    RequirementId,
    /// A collection of evidence on what people need to learn.
    InquiryId,
    /// What a focus group found.
    FindingId,
    /// Coaching decided for a person.
    CoachingId,
    /// A proposal (usulan) of a unit.
    ProposalId,
    /// An institution that the office works with.
    PartnerId,
    /// An agreement with a partner.
    AgreementId,
    /// A field in which a person speaks.
    SpeakerFieldId,
    /// A version of the annual plan.
    PlanId,
    /// A ceiling (pagu) of a plan.
    CeilingId,
    /// A group of units in a plan.
    PlanGroupId,
    /// A candidate class of a plan.
    PlanItemId,
    /// A line of a budget (RAB).
    CostLineId,
    /// Money committed or spent.
    RealisationId,
    /// A room in which classes are held.
    RoomId,
    /// When a unit is busy, a person away, a room closed.
    BusyId,
    /// The largest part of a unit or a counter that may be away at once.
    LimitId,
    /// A schedule made known.
    PublicationId,
    /// One operation of the journal: what one click did.
    OperationId,
}
