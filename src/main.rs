//! The program: what the library's `cli` does, and nothing more.

fn main() -> std::process::ExitCode {
    framdrift::cli::main()
}
