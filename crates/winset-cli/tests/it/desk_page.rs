//! The browser is led to the desk by a page that nobody else can read.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::run::{command, scratch};

/// Waits for a file that another program writes.
fn waited(path: &std::path::Path) -> String {
    for _ in 0..500 {
        if let Ok(text) = fs::read_to_string(path)
            && text.ends_with('\n')
        {
            return text;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{} is not written", path.display());
}

#[test]
fn the_token_stands_in_no_argument() {
    let folder = scratch("desk-page");
    // It keeps its argument, the page as it finds it, and who may read that.
    let browser = folder.join("xdg-open");
    let script =
        "#!/bin/sh\ncp -p \"$1\" \"$WINSET_SEEN/page\"\necho \"$1\" > \"$WINSET_SEEN/argument\"\n";
    fs::write(&browser, script).unwrap();
    fs::set_permissions(&browser, fs::Permissions::from_mode(0o755)).unwrap();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = format!("{}:{}", folder.display(), path.to_string_lossy());
    let mut asked = command(&["desk", "well.yaml", "--open"]);
    asked
        .env("PATH", path)
        .env("WINSET_SEEN", &folder)
        .env("TMPDIR", &folder);
    let mut desk = asked
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let argument = waited(&folder.join("argument"));
    let argument = PathBuf::from(argument.trim());
    assert!(argument.starts_with(&folder), "{}", argument.display());
    assert!(!argument.to_string_lossy().contains("token"));
    let page = fs::read_to_string(folder.join("page")).unwrap();
    assert!(
        page.contains("url=http://127.0.0.1:") && page.contains("token="),
        "{page}"
    );
    let mode = fs::metadata(folder.join("page"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
    let interrupted = Command::new("kill")
        .args(["-INT", &desk.id().to_string()])
        .status();
    assert!(interrupted.unwrap().success());
    assert!(desk.wait().unwrap().success());
    assert!(!argument.exists(), "the page goes with the desk");
}
