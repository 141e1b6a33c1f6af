//! Files that belong to one writer at a time, and to nobody else.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// How often a writer asks for the lock, and how long it waits in between: a second in all.
const ASKED_MAX: u32 = 50;
const BETWEEN: Duration = Duration::from_millis(20);

/// Takes the lock of a file for a writer. Writers who add something are waited for one after the other.
///
/// # Errors
/// That another program holds it for more than a second without writing, and which, where the system
/// tells.
pub(crate) fn for_writing(file: &File) -> io::Result<()> {
    let mut asked = 0;
    let mut length = file.metadata()?.len();
    while asked < ASKED_MAX {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::WouldBlock) => thread::sleep(BETWEEN),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let now = file.metadata()?.len();
        asked = if now == length { asked + 1 } else { 0 };
        length = now;
    }
    let who = holder(file).map_or_else(String::new, |who| format!(" ({who})"));
    let what = format!("another program holds its lock{who}; nothing was written");
    Err(io::Error::new(io::ErrorKind::WouldBlock, what))
}

/// That a journal, or what stands beside it, is a file where it is anything: a pipe or a device would
/// keep its reader waiting.
pub(crate) fn check_kind(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => Err(io::Error::other("it is not a file")),
        _ => Ok(()),
    }
}

/// Whether a file is the one that stands at a path.
#[cfg(unix)]
pub(crate) fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let same = |a: &fs::Metadata, b: &fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(there)) => same(&open, &there),
        _ => false,
    }
}

/// Elsewhere a file that is open cannot be replaced.
#[cfg(not(unix))]
pub(crate) fn is_at(_: &File, _: &Path) -> bool {
    true
}

/// A file that is made is for whoever makes it alone: what it holds is confidential.
pub(crate) fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Which program holds the lock of a file, as the kernel lists it.
#[cfg(target_os = "linux")]
fn holder(file: &File) -> Option<String> {
    use std::os::unix::fs::MetadataExt as _;
    let inode = file.metadata().ok()?.ino().to_string();
    let locks = fs::read_to_string("/proc/locks").ok()?;
    // `1: FLOCK  ADVISORY  WRITE 4711 fd:01:262147 0 EOF`
    let held = locks.lines().filter(|line| !line.contains("->"));
    let pid = held.into_iter().find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let (pid, place) = (fields.get(4)?, fields.get(5)?);
        (place.rsplit(':').next() == Some(inode.as_str())).then(|| (*pid).to_owned())
    })?;
    let name = fs::read_to_string(format!("/proc/{pid}/comm")).ok();
    let name = name.map_or_else(String::new, |name| format!(", {}", name.trim()));
    Some(format!("process {pid}{name}"))
}

#[cfg(not(target_os = "linux"))]
fn holder(_: &File) -> Option<String> {
    None
}
