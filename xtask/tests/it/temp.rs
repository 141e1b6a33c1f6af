//! Folders that vanish with the test.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;

/// A folder of its own under the system's folder for such; removed when dropped.
pub(crate) struct TempFolder {
    path: PathBuf,
}

impl TempFolder {
    /// A folder for the test `name`, holding the given paths and texts.
    pub(crate) fn with(name: &str, files: &[(&str, &str)]) -> Self {
        let path = std::env::temp_dir().join(format!("winset-xtask-{}-{name}", process::id()));
        let folder = Self { path };
        for (file, text) in files {
            folder.write(file, text.as_bytes());
        }
        folder
    }

    pub(crate) fn write(&self, file: &str, bytes: &[u8]) {
        let full = self.path.join(file);
        let parent = full.parent().expect("a file lies in a folder");
        fs::create_dir_all(parent).expect("the folder can be made");
        fs::write(full, bytes).expect("the file can be written");
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for TempFolder {
    fn drop(&mut self) {
        // What cannot be removed is the system's to clear.
        drop(fs::remove_dir_all(&self.path));
    }
}
