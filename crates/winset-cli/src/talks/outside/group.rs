//! A process and the processes that it starts: begun and ended together, where the system has groups.

use std::process::{Child, Command};

/// Lets a command begin a group of its own, so that all of it can be ended.
#[cfg(unix)]
pub(super) fn apart(command: &mut Command) {
    use std::os::unix::process::CommandExt as _;
    command.process_group(0);
}

#[cfg(not(unix))]
pub(super) fn apart(_: &mut Command) {}

/// Ends a process and its group at once. It must still be waited for.
pub(super) fn kill(child: &mut Child) {
    kill_group(child.id());
    // It may have ended by itself.
    drop(child.kill());
}

#[cfg(unix)]
fn kill_group(leader: u32) {
    use nix::sys::signal::{Signal, killpg};
    use nix::unistd::Pid;
    if let Ok(leader) = i32::try_from(leader) {
        // There may be nobody left in it.
        let _ = killpg(Pid::from_raw(leader), Signal::SIGKILL);
    }
}

#[cfg(not(unix))]
fn kill_group(_: u32) {}
