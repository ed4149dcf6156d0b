//! The register of rules: every code that framdrift can report, with its name in the code and its level.
//!
//! A rule's words stand in the catalogues under its code: the message, `.help` (what to write instead), further hints,
//! `.summary` (the rule in a line) and `.explain` (the long text of `framdrift explain`). A test checks that they do,
//! and that every rule has a case.

use super::Level;

/// Something that content must or should hold to.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable code.
    pub code: &'static str,
    /// How bad a breach is.
    pub level: Level,
}

macro_rules! rules {
    ($($group:literal: $($code:ident $name:ident $level:ident;)*)*) => {
        pub(super) mod code {
            //! The rules by name.
            use super::{Level, Rule};
            $($(
                #[doc = concat!("`", stringify!($code), "`, of the group ", $group, ".")]
                pub static $name: Rule = Rule { code: stringify!($code), level: Level::$level };
            )*)*
        }

        /// Every rule, in order of code.
        pub static RULES: &[&Rule] = &[$($(&code::$name),*),*];
    };
}

/// The rule with this code, in upper or lower case.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code.eq_ignore_ascii_case(code.trim())).copied()
}

rules! {
    "files":
    FD001 UNREADABLE Error;
    FD002 FILE_TOO_BIG Error;
    FD003 SYMLINK Error;
    FD004 FILE_NAME Error;
    FD005 NOT_UTF8 Error;
    FD006 EMPTY_FILE Error;
    FD007 UNKNOWN_FILE Error;
    FD008 NO_PLAN Error;
    FD009 BAD_FILE_ID Error;

    "YAML":
    FD011 YAML_SYNTAX Error;
    FD012 YAML_ALIAS Error;
    FD013 YAML_TAG Error;
    FD014 YAML_SEVERAL Error;
    FD015 YAML_TOO_DEEP Error;
    FD016 YAML_TOO_MANY Error;
    FD017 YAML_TOO_BIG Error;
    FD018 YAML_DUPLICATE Error;
    FD019 YAML_MERGE Error;
    FD020 YAML_KEY Error;
    FD021 NO_FRONT_MATTER Error;
    FD022 OPEN_FRONT_MATTER Error;
    FD023 HIDDEN_CHARACTER Warning;

    "uploads":
    FD051 UPLOAD_KIND Error;
    FD052 UPLOAD_CONTENT Error;
    FD053 ACTIVE_DRAWING Error;
    FD054 NO_DRAWING Error;
    FD055 PICTURE_TOO_LARGE Error;
    FD056 PICTURE_HEAVY Warning;

    "keys and values":
    FD101 UNKNOWN_KEY Error;
    FD102 MISSING_KEY Error;
    FD103 WRONG_TYPE Error;
    FD104 UNKNOWN_VALUE Error;
    FD105 DATE_FORM Error;
    FD106 NO_SUCH_DATE Error;
    FD107 BAD_ID Error;
    FD108 KEY_TWICE Error;
    FD110 TOO_LONG Error;
    FD111 OUT_OF_RANGE Error;
    FD112 BAD_ADDRESS Error;
    FD113 BAD_COLOUR Error;
    FD114 UNKNOWN_LANGUAGE Error;
    FD115 UNKNOWN_TIMEZONE Error;
    FD116 UNKNOWN_LABEL Error;
    FD117 BAD_LABEL Error;
    FD118 BAD_PERIOD Error;
    FD119 NOT_A_DAY Error;
    FD120 SMALL_NUMBER Error;
    FD121 BAD_CODE Error;
    FD122 BAD_MAILBOX Error;
    FD123 BAD_PLACEHOLDER Error;
    FD124 BAD_PICTURE Error;
    FD126 BAD_LOGO Error;
    FD127 BAD_REMOVAL Error;
    FD128 CATALOGUE_WITHOUT_ADDRESS Error;
    FD130 LONG_PERIOD Error;

    "references":
    FD201 UNKNOWN_REFERENCE Error;
    FD202 DUPLICATE_ID Error;
    FD203 SEVERAL_OWNERS Error;
    FD204 ALIAS_TAKEN Error;
    FD205 ADDRESS_TAKEN Error;
    FD206 CYCLE Error;
    FD207 TRANSLATION_WITHOUT_ORIGINAL Error;
    FD208 TRANSLATION_LANGUAGE Warning;
    FD209 DRAFT_REFERENCE Error;
    FD210 STILL_THERE Error;

    "facts":
    FD301 DONE_WITHOUT_DATE Error;
    FD302 END_BEFORE_START Error;
    FD303 DEADLINE_MOVES Error;
    FD304 MANDATE_SOURCE Error;
    FD305 NO_OBSTACLE Error;
    FD306 NO_NEXT_STEP Error;
    FD307 NO_TEXT Error;
    FD308 DONE_ON_BUT_NOT_DONE Error;
    FD309 SPONSOR_CANNOT_DECIDE Error;
    FD310 TOO_FEW_MEMBERS Error;
    FD311 TARGET_SHAPE Error;
    FD312 ONGOING_WITH_END Error;
    FD313 REPORT_BEFORE_PERIOD Error;
    FD314 FULL_WITH_SHORTCOMINGS Error;
    FD315 NO_SHORTCOMINGS Error;
    FD316 ASSESSED_AFTER_UPDATE Error;
    FD317 UNKNOWN_CRITERION Error;
    FD318 STATEMENT_WITHOUT_LAW Error;

    "text":
    FD401 TEXT_LINK Error;
    FD402 TEXT_FRAGMENT Error;
    FD403 TEXT_FILE Error;
    FD404 NO_ALT Error;
    FD405 BAD_SCHEME Error;
    FD406 HTML_DROPPED Warning;
    FD407 HEADING_JUMP Warning;
    FD408 TEXT_TOO_DEEP Error;
    FD409 UNKNOWN_FOOTNOTE Error;
    FD410 EMPTY_LINK Error;
    FD411 LINK_FORM Error;
    FD412 IMAGE_ADDRESS Error;
    FD413 UNUSED_FOOTNOTE Warning;
    FD414 FOOTNOTE_TWICE Error;
    FD415 EMPTY_HEADING Warning;
    FD416 HTML_UNCLOSED Warning;
    FD417 NO_CHART Error;
    FD418 CHART_IN_TEXT Error;

    "observations":
    FD501 CSV_COLUMN Error;
    FD502 CSV_NO_COLUMN Error;
    FD503 CSV_NUMBER Error;
    FD504 CSV_TWICE Error;
    FD505 CSV_FIELDS Error;
    FD506 CSV_TOO_MANY Error;
    FD507 CSV_ORPHAN Error;
    FD508 CSV_MISSING Warning;
    FD509 CSV_BOOL Error;
    FD510 CSV_COLUMN_TWICE Error;
    FD511 CSV_OPEN_QUOTE Error;

    "quality":
    FD601 GOAL_WITHOUT_INDICATOR Warning;
    FD602 GOAL_WITHOUT_INITIATIVE Warning;
    FD603 GOAL_WITHOUT_DECISION Warning;
    FD604 MANDATE_GAP Warning;
    FD605 COLLECTIVE_OWNER Warning;
    FD606 UNROUTED_INSIGHT Warning;
    FD607 AREA_WITHOUT_FORUM Warning;
    FD608 NO_OWNER Warning;
    FD609 SILENT_SPONSOR Warning;
    FD610 FORUM_WITHOUT_CONTACT_CENTRE Warning;
    FD611 SILENT_FORUM Warning;
    FD612 FORUM_NEVER_MET Warning;
    FD613 DECISION_OVERDUE Warning;
    FD614 UNANSWERED_INSIGHT Warning;
    FD615 NO_STATEMENT Warning;
    FD616 OLD_STATEMENT Warning;
    FD617 STATEMENT_AHEAD Warning;
    FD618 SHORTCOMING_OVERDUE Warning;

    "privacy":
    FD701 PERSONAL_NUMBER Error;
    FD702 PRIVATE_EMAIL Warning;
    FD703 PERSONAL_NAME Warning;
    FD704 PRIVATE_PHONE Warning;

    "theme":
    FD801 TEMPLATE_SYNTAX Error;
    FD802 TEMPLATE_FAILS Error;
    FD803 UNKNOWN_THEME Error;
    FD804 UNKNOWN_THEME_FILE Warning;

    "finished site":
    FD901 DEAD_LINK Error;
    FD902 DEAD_FRAGMENT Error;
    FD903 DOUBLE_ID Error;
    FD904 IMAGE_WITHOUT_ALT Error;
    FD905 LOST_ADDRESS Error;
    FD906 REPORT_CHANGED Error;
    FD907 REPORT_GONE Error;
    FD908 LINK_WITHOUT_WORDS Error;
    FD909 PAGE_HEADING_JUMP Warning;
    FD910 EXTERNAL_GONE Error;
    FD911 EXTERNAL_MOVED Warning;
    FD912 EXTERNAL_UNKNOWN Warning;
    FD913 KOLADA_UNKNOWN Error;
    FD914 KOLADA_NOTHING Warning;
}
