fn main() {
    let files = framdrift::files::read(std::path::Path::new(".")).unwrap();
    let mut d = framdrift::diag::Diagnostics::new();
    let s = framdrift::source::read(&files, &mut d);
    let p = framdrift::check::check(s, &files, &mut d);
    for x in d.sorted(&files) {
        println!(
            "{} {:?} {:?} {:?}",
            x.rule.code,
            x.span.map(|s| (files.get(s.file).path.clone(), files.position(s))),
            x.fills,
            x.hints
        );
    }
    println!("{}", p.is_ok());
}
