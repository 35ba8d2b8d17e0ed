//! The `deskscore` program.

fn main() {}
