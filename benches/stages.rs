//! Each stage, a whole build, and the step from a save to the page that shows it, on plans of two sizes.
//!
//! `cargo bench --bench stages`. The plans are those of `examples/plan.rs`. Compare rows of one run with each other: what
//! takes ten times as long for ten times as many initiatives grows with the plan and no faster.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use divan::{Bencher, black_box};
use framdrift::diag::Diagnostics;
use framdrift::files::{self, Files, Folder};
use framdrift::observe::Unobserved;
use framdrift::publish::{Way, publish};
use framdrift::queue::Queue;
use framdrift::{Accepted, Audience, Clock, Making, Memo, Options, accept, check, derive, run, source};
use jiff::civil::date;

/// The program's own.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[expect(dead_code, reason = "what reads the command line is not called here")]
#[path = "../examples/plan.rs"]
mod plan;

const SIZES: [usize; 2] = [100, 1000];
/// The day that the plans are made for.
const TODAY: jiff::civil::Date = date(2026, 11, 23);

fn main() {
    divan::main();
}

/// A plan's folder and what it holds, for each of [`SIZES`].
static PLANS: LazyLock<[(tempfile::TempDir, Files); 2]> = LazyLock::new(|| {
    SIZES.map(|initiatives| {
        let folder = tempfile::tempdir().expect("there is room for a plan");
        let folder_of = folder.path().to_owned();
        plan::write(&plan::Wanted { initiatives, periods: 4, charts: true, long_titles: false, folder: folder_of })
            .expect("a plan can be written");
        let files = files::read(folder.path()).expect("a plan can be read");
        (folder, files)
    })
});

fn of(size: usize) -> (&'static Path, &'static Files) {
    let (folder, files) = &PLANS[usize::from(size != SIZES[0])];
    (folder.path(), files)
}

fn options() -> Options {
    Options::at(Clock::Date(TODAY))
}

fn accepted(files: &Files, memo: Option<&mut Memo>) -> Accepted {
    accept(files, &options(), Audience::Public, memo, &mut Diagnostics::new(), &Unobserved).expect("it is sound")
}

#[divan::bench(args = SIZES)]
fn a_files(bencher: Bencher<'_, '_>, size: usize) {
    let (folder, _) = of(size);
    bencher.bench(|| files::read(folder).expect("a plan can be read"));
}

#[divan::bench(args = SIZES)]
fn b_source(bencher: Bencher<'_, '_>, size: usize) {
    let (_, files) = of(size);
    bencher.bench(|| source::read(files, None, &mut Diagnostics::new(), &Unobserved));
}

#[divan::bench(args = SIZES)]
fn c_check(bencher: Bencher<'_, '_>, size: usize) {
    let (_, files) = of(size);
    let source = source::read(files, None, &mut Diagnostics::new(), &Unobserved);
    bencher
        .with_inputs(|| source.clone())
        .bench_values(|source| check::check(source, files, None, &mut Diagnostics::new()).expect("it is sound"));
}

#[divan::bench(args = SIZES)]
fn d_derive(bencher: Bencher<'_, '_>, size: usize) {
    let (_, files) = of(size);
    let source = source::read(files, None, &mut Diagnostics::new(), &Unobserved);
    let plan = check::check(source, files, None, &mut Diagnostics::new()).expect("it is sound");
    bencher.bench(|| {
        let (facts, past) = derive::derive_with_past(&plan, TODAY);
        derive::quality(&plan, &facts, &mut Diagnostics::new());
        (facts, past)
    });
}

/// Every page: as data, as text, and looked through.
#[divan::bench(args = SIZES, sample_count = 5)]
fn e_pages(bencher: Bencher<'_, '_>, size: usize) {
    let (_, files) = of(size);
    let accepted = accepted(files, None);
    let making = Making::new(&accepted, files, None, &mut Diagnostics::new()).expect("the theme is sound");
    bencher.bench(|| {
        let queue = Queue::new(making.addresses().len());
        queue.work(|n| making.page(n, None, &Unobserved), |_| {}, || false);
        queue
    });
}

/// What is made of the plan as a whole: tables, the search index.
#[divan::bench(args = SIZES, sample_count = 10)]
fn f_data(bencher: Bencher<'_, '_>, size: usize) {
    let (_, files) = of(size);
    let accepted = accepted(files, None);
    let making = Making::new(&accepted, files, None, &mut Diagnostics::new()).expect("the theme is sound");
    bencher.bench(|| making.data());
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn g_build(bencher: Bencher<'_, '_>, size: usize) {
    let (_, files) = of(size);
    bencher.bench(|| run(files, &options(), &mut Diagnostics::new(), &Unobserved).expect("it is sound"));
}

/// What was published before is as it was.
#[divan::bench(args = SIZES, sample_count = 5)]
fn h_publish_again(bencher: Bencher<'_, '_>, size: usize) {
    let (folder, files) = of(size);
    let made = run(files, &options(), &mut Diagnostics::new(), &Unobserved).expect("it is sound").site;
    let out = folder.join("output");
    publish(&made, &out, Way::Whole).expect("there is room for a site");
    bencher.bench(|| publish(&made, &out, Way::Whole).expect("there is room for a site"));
}

/// From a changed file to the text of one page, with all that the page depends on computed anew: what stands between a
/// save and the browser in `framdrift serve`, besides the wait for the editor to finish writing.
#[divan::bench(args = SIZES, sample_count = 20)]
#[expect(clippy::disallowed_methods, reason = "the benchmark saves a file as an editor does")]
fn i_save_to_page(bencher: Bencher<'_, '_>, size: usize) {
    let (root, files) = of(size);
    let (_, file) = files.under("content/initiatives/").last().expect("there are some");
    let (path, text) = (root.join(&file.path), String::from_utf8_lossy(&file.bytes).into_owned());
    let mut folder = Folder::new(root);
    folder.refresh().expect("a plan can be read");
    let mut memo = Memo::default();
    let first = accepted(folder.files(), Some(&mut memo));
    assert!(Making::new(&first, folder.files(), Some(&mut memo), &mut Diagnostics::new()).is_ok());
    // The system says where to look.
    let changed = BTreeSet::from([file.path.clone()]);
    let mut n = 0;
    bencher.bench_local(|| {
        n += 1;
        std::fs::write(&path, format!("{text}\nRad {n}.\n")).expect("there is room for a line");
        assert!(folder.refresh_at(&changed).expect("a plan can be read"));
        let accepted = accepted(folder.files(), Some(&mut memo));
        let making = Making::new(&accepted, folder.files(), Some(&mut memo), &mut Diagnostics::new());
        let making = making.expect("the theme is sound");
        let page = making.addresses().position(|address| address.starts_with("initiativ/") && address.len() > 10);
        black_box(making.page(page.expect("there are some"), None, &Unobserved))
    });
    std::fs::write(&path, text).expect("there is room for a text");
}
