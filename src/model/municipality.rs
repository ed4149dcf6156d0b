//! The municipalities of Sweden, by the codes that Statistics Sweden gives them.

/// Code and short name, a municipality a line, below a line of headings.
const MUNICIPALITIES: &str = include_str!("municipalities.csv");

/// The short name of the municipality with this four-digit code.
pub fn municipality(code: &str) -> Option<&'static str> {
    municipalities().find(|(own, _)| *own == code).map(|(_, name)| name)
}

/// Code and short name of each.
pub fn municipalities() -> impl Iterator<Item = (&'static str, &'static str)> {
    MUNICIPALITIES.lines().skip(1).filter_map(|line| line.split_once(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_municipality_has_its_code_and_name() {
        assert_eq!(municipalities().count(), 290);
        assert!(municipalities().all(|(code, name)| code.len() == 4 && !name.is_empty() && !name.contains([',', '"'])));
        assert_eq!(municipality("1290"), Some("Kristianstad"));
        assert_eq!(municipality("code"), None);
    }
}
