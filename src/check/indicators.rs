//! Indicators and their observations.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Diagnostic, code};
use crate::files::At;
use crate::model::{
    Aim, Baseline, DataSource, Direction, Entity, Indicator, Kind, Name, Observation, SeriesBreak, Target,
};
use crate::source::observations::Row;
use crate::source::{Doc, vocabulary as v};

use super::{Checker, plain, words};

impl Checker<'_> {
    /// The rows of each indicator's CSV by its id; reports those that no indicator goes with.
    pub(super) fn observations(&mut self, files: Vec<(At<String>, Arc<[Row]>)>) -> BTreeMap<String, Arc<[Row]>> {
        let mut found = BTreeMap::new();
        for (id, rows) in files {
            if !self.base.ids.is_current(Kind::Indicator, &id.value) {
                let near = self.base.ids.nearest(Kind::Indicator, &id.value);
                self.report(Diagnostic::new(&code::CSV_ORPHAN, id.span).with("id", id.value.as_str()).nearest(near));
                continue;
            }
            found.insert(id.value, rows);
        }
        found
    }

    pub(super) fn indicator(&mut self, doc: &Doc<v::Indicator>, entity: Entity, rows: &[Row]) -> Option<Indicator> {
        let record = &doc.record;
        let decimals = record.decimals.as_ref().map_or(0, |own| {
            if own.value > 6 {
                self.report(
                    Diagnostic::new(&code::OUT_OF_RANGE, own.span)
                        .with("key", Name { en: "decimals", sv: "decimaler" })
                        .with("expected", "0–6"),
                );
            }
            u8::try_from(own.value).unwrap_or(6).min(6)
        });
        let mut targets: Vec<Target> = record.targets.iter().filter_map(|own| self.target(own)).collect();
        targets.sort_by_key(|target| target.date);
        let mut breaks: Vec<SeriesBreak> = record
            .breaks
            .iter()
            .filter_map(|own| {
                let why = words(own.value.why.as_ref())?;
                Some(SeriesBreak { date: plain(own.value.date.as_ref())?, why })
            })
            .collect();
        breaks.sort_by_key(|own| own.date);
        let mut observations = Vec::new();
        let mut compared: BTreeMap<String, Vec<Observation>> = BTreeMap::new();
        for row in rows {
            let observation = Observation {
                date: row.date.value,
                value: row.value,
                note: row.note.clone(),
                preliminary: row.preliminary,
                span: row.span,
            };
            match &row.series {
                None => observations.push(observation),
                Some(series) => compared.entry(series.value.clone()).or_default().push(observation),
            }
        }
        let csv = self.base.files.find(&format!("content/indicators/{}.csv", entity.id));
        if observations.is_empty() && !csv.is_some_and(|csv| self.diagnostics.has_error_in(csv)) {
            self.report(Diagnostic::new(&code::CSV_MISSING, entity.span).with("id", entity.id.as_str()));
        }
        observations.sort_by_key(|own| own.date);
        for series in compared.values_mut() {
            series.sort_by_key(|own| own.date);
        }
        let comparisons: Vec<(String, String)> = record
            .comparisons
            .iter()
            .filter_map(|own| Some((words(own.value.series.as_ref())?, words(own.value.title.as_ref())?)))
            .collect();
        let source = match &record.source {
            None => None,
            Some(own) => {
                let url = self.address(own.value.url.as_ref());
                words(own.value.name.as_ref()).map(|name| DataSource {
                    name,
                    url,
                    licence: words(own.value.licence.as_ref()),
                    kolada_id: words(own.value.kolada_id.as_ref()),
                    fetched: plain(own.value.fetched.as_ref()),
                })
            }
        };
        Some(Indicator {
            entity,
            unit: words(record.unit.as_ref())?,
            decimals,
            level: plain(record.level.as_ref()),
            direction: plain(record.direction.as_ref()).unwrap_or(Direction::None),
            baseline: record.baseline.as_ref().and_then(|own| {
                Some(Baseline { date: plain(own.value.date.as_ref())?, value: plain(own.value.value.as_ref())? })
            }),
            targets,
            interval: plain(record.interval.as_ref()),
            source,
            method: words(record.method.as_ref()),
            breaks,
            comparisons,
            observations,
            compared,
        })
    }

    /// A target has either a value or both ends of a band.
    fn target(&mut self, own: &At<v::Target>) -> Option<Target> {
        let record = &own.value;
        let value = plain(record.value.as_ref());
        let band = (plain(record.low.as_ref()), plain(record.high.as_ref()));
        let aim = match (value, band) {
            (Some(value), (None, None)) => Some(Aim::Value(value)),
            (None, (Some(low), Some(high))) if low <= high => Some(Aim::Band { low, high }),
            _ => {
                self.report(Diagnostic::new(&code::TARGET_SHAPE, own.span));
                None
            }
        };
        Some(Target { date: plain(record.date.as_ref())?, aim: aim? })
    }
}
