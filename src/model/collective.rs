//! Whether a role's title names everybody, and so nobody. One list, for the check that warns and for the chain.

use super::fold;

/// Words that name everybody, folded.
const COLLECTIVES: &[&str] = &[
    "alla",
    "samtliga",
    "forvaltningarna",
    "namnderna",
    "verksamheterna",
    "bolagen",
    "cheferna",
    "medarbetarna",
    "all",
    "everyone",
    "everybody",
    "departments",
    "committees",
    "managers",
    "staff",
];

/// Whether a title of a role holds a word that names everybody: "alla nämnder", "the departments".
pub fn is_collective(title: &str) -> bool {
    fold(title).split('-').any(|word| COLLECTIVES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::is_collective;

    #[test]
    fn groups_are_told_from_roles() {
        for title in ["Alla nämnder", "Förvaltningarna", "All departments"] {
            assert!(is_collective(title), "{title}");
        }
        for title in ["Skolchef", "Chef för kontaktcenter", "Nämndens ordförande", "Head of schools"] {
            assert!(!is_collective(title), "{title}");
        }
    }
}
