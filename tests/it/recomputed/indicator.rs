//! F7 computed again: how each indicator stands to what was expected of it.

use jiff::civil::Date;
use serde_json::Value;

use super::Values;
use super::values::{assert_near, days, first_day, last_day, list, point, text_of};

impl Values {
    pub(super) fn indicator(&self, own: &Value) {
        let id = &own["id"];
        let direction = text_of(own, "direction");
        let observed: Vec<(Date, f64)> = list(own, "observations").iter().filter_map(point).collect();
        let latest = observed.last().copied();
        assert_eq!(own["latest"].as_f64(), latest.map(|(_, value)| value), "{id}");
        let broken = list(own, "breaks").iter().filter_map(Value::as_str).map(first_day);
        let broken = broken.filter(|day| latest.is_some_and(|(last, _)| *day <= last)).max();
        let start = point(&own["baseline"]).and_then(|baseline| match broken {
            Some(broken) if baseline.0 < broken => observed.iter().copied().find(|(day, _)| *day >= broken),
            _ => Some(baseline),
        });
        assert_eq!(own["start"].as_f64(), start.map(|(_, value)| value), "{id}");
        // Of a band, the end that is nearest to where one comes from is good enough.
        let targets: Vec<(Date, f64, f64)> = list(own, "targets")
            .iter()
            .filter_map(|target| {
                let value = |key: &str| target["value"].as_f64().or(target[key].as_f64()).unwrap();
                let (low, high) = match direction {
                    "up" => (value("low"), value("low")),
                    "down" => (value("high"), value("high")),
                    _ => (value("low"), value("high")),
                };
                Some((last_day(text_of(target, "date"))?, low, high))
            })
            .collect();
        let (result, why) = self.outcome(own, direction, latest, start, &targets);
        assert_eq!((own["result"].as_str(), own["why"].as_str()), (Some(result), why), "{id}");
    }

    fn outcome(
        &self,
        own: &Value,
        direction: &str,
        latest: Option<(Date, f64)>,
        start: Option<(Date, f64)>,
        targets: &[(Date, f64, f64)],
    ) -> (&'static str, Option<&'static str>) {
        let cannot_say = |why| ("cannot-say", Some(why));
        if direction == "none" {
            return cannot_say("no-direction");
        }
        let Some(&(final_day, final_low, final_high)) = targets.last() else { return cannot_say("no-target") };
        let Some((at, value)) = latest else { return cannot_say("no-observation") };
        if let Some(interval) = own["interval"].as_str() {
            let limit = self.limit("data_age_intervals") * self.all["intervals"][interval].as_f64().unwrap();
            if f64::from(days(at, self.today)) > limit {
                return cannot_say("too-old");
            }
        }
        let met = match direction {
            "up" => value >= final_low,
            "down" => value <= final_high,
            _ => at >= final_day && (final_low..=final_high).contains(&value),
        };
        if met {
            return ("met", None);
        }
        let band = targets.iter().rfind(|(from, ..)| *from <= at).unwrap_or(&targets[0]);
        if direction == "within" && (band.1..=band.2).contains(&value) {
            return ("in-phase", None);
        }
        let Some((from, begun_at)) = start else { return cannot_say("no-baseline") };
        if from >= at {
            return cannot_say("one-observation");
        }
        if direction == "within" {
            let distance = |value: f64| (band.1 - value).max(value - band.2).max(0.0);
            let before = distance(begun_at);
            if before == 0.0 {
                return ("wrong-way", None);
            }
            let ratio = (before - distance(value)) / before;
            assert_near(&own["ratio"], ratio);
            return (
                if ratio < 0.0 { "wrong-way" } else { self.word_of(ratio.min(self.limit("in_phase") - 1e-9)) },
                None,
            );
        }
        // A straight line from the start through the targets after it, level after the last one.
        let mut path = vec![(from, begun_at)];
        path.extend(targets.iter().filter(|(day, ..)| *day > from).map(|&(day, value, _)| (day, value)));
        let expected = match path.iter().position(|(day, _)| *day >= at) {
            Some(next) => {
                let ((one, low), (other, high)) = (path[next - 1], path[next]);
                low + (high - low) * f64::from(days(one, at)) / f64::from(days(one, other))
            }
            None => final_low,
        };
        assert_near(&own["expected"], expected);
        let change = expected - begun_at;
        if change == 0.0 {
            return cannot_say("expected-is-baseline");
        }
        assert_near(&own["ratio"], (value - begun_at) / change);
        if (direction == "up") != (change > 0.0) {
            let good = if direction == "up" { value >= expected } else { value <= expected };
            return (if good { "in-phase" } else { "wrong-way" }, None);
        }
        (self.word_of((value - begun_at) / change), None)
    }

    fn word_of(&self, ratio: f64) -> &'static str {
        match ratio {
            _ if ratio >= self.limit("in_phase") => "in-phase",
            _ if ratio >= self.limit("partly") => "partly",
            _ if ratio >= 0.0 => "weak",
            _ => "wrong-way",
        }
    }
}
