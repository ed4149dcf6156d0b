//! What `plan.yaml` says about the plan as a whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::diag::{Diagnostic, code};
use crate::files::{At, Span};
use crate::model::{
    AccessibilityLaw, AddressPart, Choice as _, Kind, Name, Period, Picture, PlanDate, Reporting, Settings, Text,
    Thresholds, fold,
};
use crate::source::{Folder, vocabulary as v};
use crate::words::{LabelProblem, Language, Words};

use super::{Checker, plain, words};

/// The least width and height of the picture for sharing: smaller ones are shown as a thumbnail, or not at all.
const LEAST_IMAGE: (u32, u32) = (600, 315);
/// How heavy it may be: the services that show it do not wait for more.
const MOST_IMAGE_KB: usize = 600;
/// The heaviest logo, in kB: every page shows it.
const MOST_LOGO_KB: usize = 40;
/// The least height of a logo that is made of pixels: twice what it is shown at, for fine screens and for paper.
const LEAST_LOGO: usize = 80;

/// The most years of a plan: each period that has passed gets a page, and a slip of a digit would give thousands.
const MOST_YEARS: u64 = 60;

/// A catalogue is asked for, but nobody has said where the site will be.
pub(crate) fn catalogue_without_address(span: Span) -> Diagnostic {
    Diagnostic::new(&code::CATALOGUE_WITHOUT_ADDRESS, span)
}

impl Checker<'_> {
    /// The settings of the plan; reports when there is no `plan.yaml`.
    pub(super) fn settings(&mut self, folder: Folder<v::Plan, v::PlanTranslation>) -> Option<Settings> {
        let Some(doc) = folder.docs.into_iter().next() else {
            let broken =
                ["content/plan.yaml", "content/plan.yml"].iter().any(|path| self.base.files.find(path).is_some());
            if !broken {
                self.report(Diagnostic::nowhere(&code::NO_PLAN));
            }
            return None;
        };
        let record = &doc.record;
        let language = record.language.as_ref().and_then(|tag| self.language(tag));
        let mut languages: Vec<Language> = language.into_iter().collect();
        for tag in &record.languages {
            if let Some(language) = self.language(tag).filter(|language| !languages.contains(language)) {
                languages.push(language);
            }
        }
        self.languages.clone_from(&languages);

        let reporting = record.reporting.as_ref().map_or_else(Reporting::default, |own| self.reporting(&own.value));
        let thresholds = record.thresholds.as_ref().map_or_else(Thresholds::default, |own| self.thresholds(&own.value));
        let labels = self.labels(record, language.unwrap_or(Language::SWEDISH));
        let period = record.period.as_ref().map(|period| &period.value);
        let start = period.and_then(|period| period.start.clone());
        let end = period.and_then(|period| period.end.clone());
        let years = |start: &PlanDate, end: &PlanDate| Some(end.last_day()?.year() - start.first_day().year() + 1);
        if let (Some(start), Some(end)) = (&start, &end)
            && let Some(years) = years(&start.value, &end.value).and_then(|years| u64::try_from(years).ok())
            && years > MOST_YEARS
        {
            let report = Diagnostic::new(&code::LONG_PERIOD, start.span).with("years", years).with("most", MOST_YEARS);
            let report = report.with("start", start.value.to_string()).with("end", end.value.to_string());
            self.report(report);
        }
        if let (Some(start), Some(end)) = (&start, &end)
            && end.value.is_before(start.value)
        {
            self.report(
                Diagnostic::new(&code::END_BEFORE_START, end.span)
                    .with("start", start.value.to_string())
                    .with("end", end.value.to_string()),
            );
        }
        let timezone = self.timezone(record.timezone.as_ref());
        self.municipality_code(record.municipality_code.as_ref());
        let colour = self.colour(record);
        let logo = self.logo(record);
        let image = self.image(record);
        let feedback = self.feedback(record.feedback.as_ref());
        let contact = self.mailbox(record.contact.as_ref());
        let base_url = self.address(record.base_url.as_ref()).map(|url| url.trim_end_matches('/').to_owned());
        let decision = self.key_of(record.decision.as_ref(), Kind::Decision);
        let owner = self.key_of(record.owner.as_ref(), Kind::Role);

        let mut title = words(record.title.as_ref()).map(Text::new);
        let mut summary = words(record.summary.as_ref()).map(Text::new);
        let mut organisation = words(record.organisation.as_ref()).map(Text::new);
        let mut notice = words(record.notice.as_ref()).map(Text::new);
        for translation in folder.translations {
            let Some(language) = self.translation_language(&translation) else { continue };
            let own = Arc::unwrap_or_clone(translation).record;
            for (text, own) in [
                (&mut title, own.title),
                (&mut summary, own.summary),
                (&mut organisation, own.organisation),
                (&mut notice, own.notice),
            ] {
                if let (Some(text), Some(own)) = (text, own) {
                    text.translations.insert(language, own.value);
                }
            }
        }
        Some(Settings {
            title: title?,
            summary,
            organisation: organisation?,
            municipality_code: words(record.municipality_code.as_ref()),
            start: start?.value,
            end: end?.value,
            language: language?,
            languages,
            base_url,
            decision,
            owner,
            contact,
            feedback,
            accessibility_law: plain(record.accessibility_law.as_ref()).unwrap_or(AccessibilityLaw::Sweden),
            reporting,
            timezone,
            licence: words(record.licence.as_ref()).unwrap_or_else(|| "CC0-1.0".to_owned()),
            catalogue: record.catalogue.clone(),
            colour,
            logo,
            image,
            notice,
            labels,
            thresholds,
            span: doc.id.span,
        })
    }

    fn language(&mut self, tag: &At<String>) -> Option<Language> {
        let language = Language::from_tag(&tag.value);
        if language.is_none() {
            let known = Language::tags().join(", ");
            self.report(
                Diagnostic::new(&code::UNKNOWN_LANGUAGE, tag.span).with("tag", tag.value.as_str()).with("known", known),
            );
        }
        language
    }

    fn reporting(&mut self, own: &v::Reporting) -> Reporting {
        let default = Reporting::default();
        let stale_after = plain(own.stale_after.as_ref()).unwrap_or(default.stale_after);
        if let Some(at) = own.stale_after.as_ref().filter(|at| at.value == 0) {
            self.report(
                Diagnostic::new(&code::OUT_OF_RANGE, at.span)
                    .with("key", Name { en: "stale_after", sv: "inaktuell_efter" })
                    .with("expected", "≥ 1"),
            );
        }
        let every = plain(own.every.as_ref()).unwrap_or(default.every);
        let first = own.first.as_ref().and_then(|first| {
            let period = Period::of(first.value, every);
            if period.is_none() {
                let text = first.value.to_string();
                self.report(
                    Diagnostic::new(&code::BAD_PERIOD, first.span).with("text", text).with("rhythm", every.name()),
                );
            }
            period
        });
        Reporting {
            every,
            first,
            grace_days: own.grace.as_ref().map_or(default.grace_days, |days| days.value.0),
            stale_after: stale_after.max(1),
        }
    }

    fn thresholds(&mut self, own: &v::Thresholds) -> Thresholds {
        let default = Thresholds::default();
        let mut share =
            |value: &Option<At<f64>>, key: (&'static str, &'static str), default: f64, low: f64, high: f64| match value
            {
                Some(at) if self.within(Name { en: key.0, sv: key.1 }, at, low, high) => at.value,
                _ => default,
            };
        Thresholds {
            overdue_days: plain(own.overdue_days.as_ref()).unwrap_or(default.overdue_days),
            long_overdue_days: plain(own.long_overdue_days.as_ref()).unwrap_or(default.long_overdue_days),
            overdue_share: share(
                &own.overdue_share,
                ("overdue_share", "försenad_andel"),
                default.overdue_share,
                0.01,
                1.0,
            ),
            no_progress_reports: plain(own.no_progress_reports.as_ref()).unwrap_or(default.no_progress_reports).max(1),
            in_phase: share(&own.in_phase, ("in_phase", "i_fas"), default.in_phase, 0.01, 1.0),
            partly: share(&own.partly, ("partly", "delvis"), default.partly, 0.0, 1.0),
            data_age_intervals: plain(own.data_age_intervals.as_ref()).unwrap_or(default.data_age_intervals),
            insight_days: plain(own.insight_days.as_ref()).unwrap_or(default.insight_days),
            assessment_days: plain(own.assessment_days.as_ref()).unwrap_or(default.assessment_days),
            role_limit: plain(own.role_limit.as_ref()).unwrap_or(default.role_limit),
            forum_rhythm: share(&own.forum_rhythm, ("forum_rhythm", "forumrytm"), default.forum_rhythm, 1.0, 10.0),
            pulse_mostly: share(
                &own.pulse_mostly,
                ("pulse_mostly", "puls_till_stor_del"),
                default.pulse_mostly,
                0.01,
                1.0,
            ),
            pulse_partly: share(&own.pulse_partly, ("pulse_partly", "puls_delvis"), default.pulse_partly, 0.01, 1.0),
        }
    }

    fn labels(&mut self, record: &v::Plan, language: Language) -> BTreeMap<String, String> {
        let Some(own) = &record.labels else { return BTreeMap::new() };
        let pairs = || own.value.0.iter().map(|(key, text)| (key.value.as_str(), text.value.as_str()));
        // What addresses are made of is no word of the interface, and links to the site must go on to lead somewhere.
        for (key, text) in own.value.0.iter().filter(|(key, _)| key.value.starts_with("route-")) {
            let fixed = Diagnostic::new(&code::BAD_LABEL, text.span).with("key", key.value.as_str()).hint("address");
            self.report(fixed);
        }
        let problems = Words::new(language).replace(pairs());
        for (key, problem) in &problems {
            let Some((written, text)) = own.value.0.iter().find(|(own, _)| own.value == *key) else { continue };
            let diagnostic = match problem {
                LabelProblem::UnknownKey { nearest } => {
                    Diagnostic::new(&code::UNKNOWN_LABEL, written.span).nearest(nearest.clone())
                }
                LabelProblem::BadPattern => Diagnostic::new(&code::BAD_LABEL, text.span).hint("placeholders"),
            }
            .with("key", key.as_str());
            self.report(diagnostic);
        }
        pairs().map(|(key, text)| (key.to_owned(), text.to_owned())).collect()
    }

    fn timezone(&mut self, own: Option<&At<String>>) -> String {
        let Some(own) = own else { return "Europe/Stockholm".to_owned() };
        if TimeZone::get(&own.value).is_err() {
            self.report(Diagnostic::new(&code::UNKNOWN_TIMEZONE, own.span).with("text", own.value.as_str()));
        }
        own.value.clone()
    }

    fn municipality_code(&mut self, own: Option<&At<String>>) {
        if let Some(own) = own
            && !(own.value.len() == 4 && own.value.bytes().all(|b| b.is_ascii_digit()))
        {
            self.report(Diagnostic::new(&code::BAD_CODE, own.span).with("text", own.value.as_str()));
        }
    }

    fn colour(&mut self, record: &v::Plan) -> Option<String> {
        let own = record.brand.as_ref()?.value.colour.as_ref()?;
        let hex = own.value.strip_prefix('#').unwrap_or_default();
        if hex.len() != 6 || !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
            self.report(Diagnostic::new(&code::BAD_COLOUR, own.span).with("text", own.value.as_str()));
            return None;
        }
        Some(own.value.to_lowercase())
    }

    fn logo(&mut self, record: &v::Plan) -> Option<String> {
        let own = record.brand.as_ref()?.value.logo.as_ref()?;
        let path = own.value.trim_start_matches('/').to_owned();
        if !self.static_file(&path, own.span) {
            return None;
        }
        let bytes = &self.base.files.get(*self.base.static_files.get(&path)?).bytes;
        let bad = Diagnostic::new(&code::BAD_LOGO, own.span).with("path", path.as_str());
        if bytes.len() > MOST_LOGO_KB * 1024 {
            self.report(bad.with("limit", MOST_LOGO_KB.to_string()).hint("heavy"));
            return None;
        }
        let raster = imagesize::blob_size(bytes).map(|size| (size.width, size.height)).ok();
        match (raster, svg_root(bytes)) {
            (Some((width, height)), _) if height < LEAST_LOGO => {
                let (width, height) = (width.to_string(), height.to_string());
                self.report(
                    bad.with("width", width).with("height", height).with("least", LEAST_LOGO.to_string()).hint("small"),
                );
                return None;
            }
            (None, None) => {
                self.report(bad.hint("form"));
                return None;
            }
            // Without its proportions a browser gives a drawing any width.
            (None, Some(root)) if !root.contains("viewBox=") => {
                self.report(bad.hint("frame"));
                return None;
            }
            _ => {}
        }
        Some(path)
    }

    /// The picture for sharing: of a kind and size that the services which show it can use.
    fn image(&mut self, record: &v::Plan) -> Option<Picture> {
        let own = record.brand.as_ref()?.value.image.as_ref()?;
        let path = own.value.trim_start_matches('/').to_owned();
        if !self.static_file(&path, own.span) {
            return None;
        }
        let bytes = &self.base.files.get(*self.base.static_files.get(&path)?).bytes;
        let bad = Diagnostic::new(&code::BAD_PICTURE, own.span).with("path", path.as_str());
        let media_type = match imagesize::image_type(bytes) {
            Ok(imagesize::ImageType::Png) => "image/png",
            Ok(imagesize::ImageType::Jpeg) => "image/jpeg",
            _ => {
                self.report(bad.hint("form"));
                return None;
            }
        };
        let size = imagesize::blob_size(bytes).map_or((0, 0), |size| (size.width, size.height));
        let (Ok(width), Ok(height)) = (u32::try_from(size.0), u32::try_from(size.1)) else { return None };
        if width < LEAST_IMAGE.0 || height < LEAST_IMAGE.1 {
            let least = format!("{} × {}", LEAST_IMAGE.0, LEAST_IMAGE.1);
            let (width, height) = (width.to_string(), height.to_string());
            self.report(bad.with("width", width).with("height", height).with("least", least).hint("small"));
            return None;
        }
        if bytes.len() > MOST_IMAGE_KB * 1024 {
            self.report(bad.with("limit", MOST_IMAGE_KB.to_string()).hint("heavy"));
            return None;
        }
        Some(Picture { path, media_type, width, height })
    }

    /// The address of a form for feedback, in parts: `{subject}` and `{address}` are gaps.
    fn feedback(&mut self, own: Option<&At<String>>) -> Vec<AddressPart> {
        let Some(own) = own else { return Vec::new() };
        let gaps = [
            (Name { en: "subject", sv: "ämne" }, AddressPart::Subject),
            (Name { en: "address", sv: "adress" }, AddressPart::Address),
        ];
        let mut parts = Vec::new();
        let mut plain = String::new();
        for (n, piece) in own.value.split('{').enumerate() {
            let (gap, text) = match piece.split_once('}') {
                Some((gap, text)) if n > 0 => (Some(gap), text),
                _ => (None, piece),
            };
            // A brace without its fellow stays, and makes the address a bad one.
            if n > 0 && gap.is_none() {
                plain.push('{');
            }
            if let Some(gap) = gap {
                let known = gaps.iter().find(|(name, _)| [fold(name.en), fold(name.sv)].contains(&fold(gap)));
                let Some((_, part)) = known else {
                    self.report(
                        Diagnostic::new(&code::BAD_PLACEHOLDER, own.span)
                            .with("text", format!("{{{gap}}}"))
                            .with("known", "{subject} = {ämne}, {address} = {adress}"),
                    );
                    return Vec::new();
                };
                parts.push(part.clone());
            }
            plain.push_str(text);
            parts.push(AddressPart::Text(text.to_owned()));
        }
        if self.address(Some(&At::new(plain, own.span))).is_none() {
            return Vec::new();
        }
        parts
    }

    /// Whether there is such a file below `content/static/`; reports when there is not.
    pub(super) fn static_file(&mut self, path: &str, span: Span) -> bool {
        if self.base.static_files.contains_key(path) {
            return true;
        }
        let near = crate::words::nearest(path, self.base.static_files.keys().map(String::as_str)).map(str::to_owned);
        self.report(Diagnostic::new(&code::TEXT_FILE, span).with("path", path).nearest(near));
        false
    }
}

/// The root element's own tag, when these bytes are an SVG drawing.
fn svg_root(bytes: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (before, root) = text.split_once("<svg")?;
    // Before the root stand at most a declaration, a document type and comments.
    let is_prologue = before.split('<').skip(1).all(|part| part.starts_with(['?', '!']));
    is_prologue.then(|| root.split('>').next()).flatten()
}
