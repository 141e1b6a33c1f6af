//! The cases that were opened on a desk, in a private file of the user's own.

use std::fs::{self, DirBuilder, File};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use winset_server::lobby::RecentCase;

use crate::clock;
use crate::page::plain;
use crate::whole_file;

/// Most cases that are kept.
const KEPT_MAX: usize = 10;
/// Most bytes of the file; a longer one is not ours.
const BYTES_MAX: usize = 64 * 1024;
/// Keeps no list, as the flag does.
const SWITCH: &str = "WINSET_NO_RECENT";
const FILE: &str = "recent.json";

/// The list of cases; one that cannot be kept is empty.
#[derive(Debug, Clone, Default)]
pub(crate) struct RecentCases {
    file: Option<PathBuf>,
}

impl RecentCases {
    /// The list of this user; none where it is not wanted, or the system names no place for it.
    pub(crate) fn of_user(wanted: bool) -> Self {
        let is_off = !wanted || std::env::var_os(SWITCH).is_some_and(|value| !value.is_empty());
        let file = if is_off {
            None
        } else {
            state_folder().map(|folder| folder.join("winset").join(FILE))
        };
        Self { file }
    }

    /// The cases, the last one first. A file that is missing or broken lists none.
    pub(crate) fn read(&self) -> Vec<RecentCase> {
        let Some(file) = &self.file else {
            return Vec::new();
        };
        read(file).unwrap_or_default()
    }

    /// Puts a case first that is opened now. Where the list cannot be kept, the desk opens all the same.
    pub(crate) fn add(&self, case: &Path, title: &str) {
        let place = fs::canonicalize(case).ok();
        let path = place.as_deref().and_then(Path::to_str);
        let (Some(file), Some(path)) = (&self.file, path) else {
            return;
        };
        let day = clock::now().chars().take_while(|c| *c != 'T').collect();
        let mut cases = self.read();
        cases.retain(|known| known.path != path);
        cases.insert(
            0,
            RecentCase {
                path: path.to_owned(),
                title: title.to_owned(),
                day,
                is_there: true,
            },
        );
        cases.truncate(KEPT_MAX);
        let entries = cases
            .iter()
            .map(|case| json!({"path": case.path, "title": case.title, "day": case.day}));
        let list = json!({ "cases": entries.collect::<Vec<Value>>() });
        let is_kept = private_folder(file.parent().unwrap_or(file)).is_ok();
        if is_kept {
            // As above.
            drop(whole_file::write(
                file,
                format!("{list:#}\n").as_bytes(),
                "the list",
            ));
        }
    }
}

/// Where programs of this system keep what they remember of a user.
fn state_folder() -> Option<PathBuf> {
    let named = |name: &str| {
        let path = PathBuf::from(std::env::var_os(name)?);
        path.is_absolute().then_some(path)
    };
    if cfg!(windows) {
        return named("LOCALAPPDATA");
    }
    named("XDG_STATE_HOME").or_else(|| {
        let home = named("HOME")?;
        Some(if cfg!(target_os = "macos") {
            home.join("Library/Application Support")
        } else {
            home.join(".local/state")
        })
    })
}

/// Makes a folder that nobody else looks into, where there is none.
fn private_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)
}

fn read(file: &Path) -> Option<Vec<RecentCase>> {
    if !fs::metadata(file).ok()?.is_file() {
        return None;
    }
    let bytes = winset::read_limited(File::open(file).ok()?, BYTES_MAX).ok()?;
    if bytes.len() > BYTES_MAX {
        return None;
    }
    let list: Value = serde_json::from_slice(&bytes).ok()?;
    let entries = list.get("cases")?.as_array()?;
    let cases = entries.iter().filter_map(|entry| {
        let text = |name: &str| Some(entry.get(name)?.as_str()?.to_owned());
        let path = text("path")?;
        Some(RecentCase {
            title: plain(&text("title")?),
            day: plain(&text("day")?),
            is_there: Path::new(&path).is_file(),
            path,
        })
    });
    Some(cases.take(KEPT_MAX).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scratch(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("winset-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn the_last_ten_are_kept_newest_first_and_each_once() {
        let folder = scratch("recent");
        let list = RecentCases {
            file: Some(folder.join("state/winset/recent.json")),
        };
        for number in (0..12).chain([5]) {
            let case = folder.join(format!("{number}.yaml"));
            fs::write(&case, "").unwrap();
            list.add(&case, &format!("Talks {number}"));
        }
        let titles: Vec<String> = list.read().into_iter().map(|case| case.title).collect();
        let expected = [5, 11, 10, 9, 8, 7, 6, 4, 3, 2].map(|number| format!("Talks {number}"));
        assert_eq!(titles, expected);
        fs::remove_file(folder.join("5.yaml")).unwrap();
        assert!(!list.read()[0].is_there && list.read()[1].is_there);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |path: &str| {
                fs::metadata(folder.join(path))
                    .unwrap()
                    .permissions()
                    .mode()
            };
            assert_eq!(mode("state/winset/recent.json") & 0o777, 0o600);
            assert_eq!(mode("state/winset") & 0o777, 0o700);
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_missing_or_broken_list_is_empty_and_is_written_anew() {
        let folder = scratch("recent-broken");
        let file = folder.join(FILE);
        let list = RecentCases {
            file: Some(file.clone()),
        };
        let case = folder.join("case.yaml");
        fs::write(&case, "").unwrap();
        assert_eq!(list.read(), []);
        for broken in [
            "",
            "{",
            "[]",
            r#"{"cases": 1}"#,
            r#"{"cases": [1, {"path": "/x"}]}"#,
        ] {
            fs::write(&file, broken).unwrap();
            assert_eq!(list.read(), [], "{broken}");
        }
        fs::write(&file, " ".repeat(BYTES_MAX + 1)).unwrap();
        list.add(&case, "Talks");
        assert_eq!(list.read().len(), 1);
        assert_eq!(RecentCases::default().read(), []);
        fs::remove_dir_all(&folder).unwrap();
    }
}
