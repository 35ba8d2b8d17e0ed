//! The `deskscore` program.

/// A build makes and drops millions of small texts on several threads at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    deskscore::cli::run()
}
