//! Arguments, console, one small file per command. Here and nowhere else are the terminal, the environment and the clock.
//!
//! Exit codes: 0 clean, 1 faults in the data, 2 the tool failed.
//!
//! Imports: audience, audit, canon, check, comment, compare, diag, evaluate, export, files, findings, goals, history, import, init, model, past, raw, render, report, sample, score, serve, site, start, table, view.
#![allow(clippy::disallowed_methods, reason = "terminal, environment and clock have their door here")]

mod arguments;
mod arguments_audit;
mod arguments_files;
mod arguments_import;
mod arguments_review;
mod asked;
mod command;
mod console;
mod failure;
mod load;
mod past;
mod progress;
mod readers;
mod told;
mod voice;

use arguments::{Arguments, Command};
use clap::{CommandFactory, Parser};
use console::Console;
use failure::Failure;
use std::process::ExitCode;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version end with 0, wrong arguments with 2.
            let code = u8::try_from(error.exit_code()).unwrap_or(2);
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let console = Console::new(arguments.quiet, arguments.color);
    match dispatch(&arguments.command, console) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Failure::Tool(reason) = &failure {
                console.warn(&format!("deskscore: {reason}"));
            }
            failure.code()
        }
    }
}

fn dispatch(command: &Command, console: Console) -> Result<(), Failure> {
    match command {
        Command::Build(asked) => command::build(asked, console),
        Command::Check(asked) => command::check(asked, console),
        Command::Audit(asked) => command::audit(asked, console),
        Command::Close(asked) => command::close(asked, console),
        Command::Import(asked) => command::import(asked, console),
        Command::Serve(asked) => command::serve(asked, console),
        Command::Explain(asked) => command::explain(asked, console),
        Command::Diff(asked) => command::diff(asked, console),
        Command::Whatif(asked) => command::whatif(asked, console),
        Command::Review(asked) => command::review(asked, console),
        Command::Init(asked) => command::init(asked, console),
        Command::Export(asked) => command::export(asked, console),
        Command::Fmt(asked) => command::fmt(asked, console),
        Command::Schema(asked) => command::schema(asked, console),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "deskscore", &mut script);
            console.result(&String::from_utf8_lossy(&script));
            Ok(())
        }
        Command::Generate(asked) => command::generate(asked, console),
    }
}
