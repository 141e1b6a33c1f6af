//! The command line.

use std::process::{Command, Output};

fn xtask(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(args)
        .output()
        .expect("xtask starts")
}

#[test]
fn help_goes_to_stdout() {
    for flag in ["--help", "-h", "help"] {
        let output = xtask(&[flag]);
        assert_eq!(output.status.code(), Some(0), "{flag}");
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains("Examples:\n  cargo xtask tidy\n"), "{text}");
        assert!(output.stderr.is_empty(), "{flag}");
    }
}

#[test]
fn wrong_usage_exits_with_2_and_says_what() {
    for (args, what) in [
        (&["tidi"][..], "no such chore: 'tidi'"),
        (&[], "which chore?"),
        (
            &["tidy", "--fast"],
            "tidy takes no argument, found '--fast'",
        ),
    ] {
        let output = xtask(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let text = String::from_utf8(output.stderr).unwrap();
        assert!(text.starts_with(&format!("error: {what}\n")), "{text}");
        assert!(text.contains("Usage: cargo xtask"), "{text}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}
