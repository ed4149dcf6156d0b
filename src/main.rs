//! The program: what the library's `cli` does, and nothing more.

/// Most of the work is on small texts, made and given back on several threads. The system's own allocator takes a fifth
/// of a build for that, and that of musl, which what is given away is built with, far more.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    framdrift::cli::main()
}
