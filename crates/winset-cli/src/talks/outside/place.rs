//! A private folder for what a program may read: nobody else can, and it goes when it is no longer needed.

use std::fs::{self, DirBuilder, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Names that are tried for a folder before giving up.
const NAMES_MAX: u32 = 10_000;

/// A folder with one file in it.
#[derive(Debug)]
pub(super) struct ProfilePlace {
    folder: PathBuf,
    file: PathBuf,
}

impl ProfilePlace {
    /// Writes a profile into a new folder under another.
    pub(super) fn new(under: &Path, profile: &str) -> io::Result<Self> {
        let folder = new_folder(under)?;
        let file = folder.join("profile.json");
        // From here on the folder goes with the place.
        let place = Self { folder, file };
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&place.file)?.write_all(profile.as_bytes())?;
        Ok(place)
    }

    /// The address of the file.
    pub(super) fn url(&self) -> String {
        file_url(&self.file)
    }

    #[cfg(test)]
    pub(super) fn file(&self) -> &Path {
        &self.file
    }
}

impl Drop for ProfilePlace {
    fn drop(&mut self) {
        // What cannot be removed stays private.
        drop(fs::remove_dir_all(&self.folder));
    }
}

/// A folder that nobody else may open; a name that is taken, by whatever stands there, is passed over.
fn new_folder(under: &Path) -> io::Result<PathBuf> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let process = std::process::id();
    for number in 0..NAMES_MAX {
        let folder = under.join(format!("winset-talks-{process}-{number}"));
        match builder.create(&folder) {
            Ok(()) => return Ok(folder),
            Err(taken) if taken.kind() == io::ErrorKind::AlreadyExists => {}
            Err(other) => return Err(other),
        }
    }
    Err(io::Error::other("all names for it are taken"))
}

/// The address of a file: `file:///tmp/a%20b`.
fn file_url(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let mut url = String::from(if path.starts_with('/') {
        "file://"
    } else {
        "file:///"
    });
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~:".contains(&byte) {
            url.push(char::from(byte));
        } else {
            url.push_str(&format!("%{byte:02X}"));
        }
    }
    url
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_no_other_characters() {
        let check = |path: &str, expected: &str| assert_eq!(file_url(Path::new(path)), expected);
        check("/tmp/a-1/p.json", "file:///tmp/a-1/p.json");
        check("/tmp/a b%é", "file:///tmp/a%20b%25%C3%A9");
        check("C:\\a\\b", "file:///C:/a/b");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it_and_it_goes() {
        use std::os::unix::fs::PermissionsExt as _;
        let under = std::env::temp_dir();
        let place = ProfilePlace::new(&under, "{}").unwrap();
        let other = ProfilePlace::new(&under, "{}").unwrap();
        assert_ne!(place.folder, other.folder);
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&place.folder), mode(&place.file)), (0o700, 0o600));
        let folder = place.folder.clone();
        drop(place);
        assert!(!folder.exists() && other.folder.exists());
    }
}
