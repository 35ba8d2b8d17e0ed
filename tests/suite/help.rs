//! What `--help` says of every command, as a snapshot: a change of the command line is seen in review.

use crate::program::{run, said};

#[test]
fn help_of_every_command() {
    let commands: [&[&str]; 18] = [
        &[],
        &["build"],
        &["check"],
        &["serve"],
        &["audit"],
        &["close"],
        &["import"],
        &["explain"],
        &["explain", "score"],
        &["explain", "goal"],
        &["diff"],
        &["whatif"],
        &["review"],
        &["init"],
        &["export"],
        &["fmt"],
        &["schema"],
        &["completions"],
    ];
    let mut text = String::new();
    for command in commands {
        let arguments: Vec<&str> = command.iter().copied().chain(["--help"]).collect();
        let output = run(&arguments);
        assert!(output.status.success(), "{command:?}");
        text.push_str(&format!("$ deskscore {}\n{}\n", arguments.join(" "), said(&output)));
    }
    insta::assert_snapshot!(text);
}
