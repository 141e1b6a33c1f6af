//! Licences of everything the workspace builds from.

use super::{CargoPackage, Finding, Metadata, Tree, spdx};

const RULE: &str = "licences";
const LOCK: &str = "Cargo.lock";

/// Licences that a dependency may come under, sorted; `deny.toml` lists the same.
pub const ALLOWED_LICENCES: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// A finding for each package without a licence or under none that is allowed.
pub fn licences(tree: &Tree, metadata: &Metadata) -> Vec<Finding> {
    let at = |package: &CargoPackage, message: String| {
        let message = format!("{} {} {message}", package.name, package.version);
        match &package.manifest {
            Some(manifest) => Finding::new(RULE, manifest, 1, message),
            None => Finding::new(RULE, LOCK, line_of(tree, package), message),
        }
    };
    let judge = |package: &CargoPackage| {
        let Some(licence) = package.licence.as_deref() else {
            return Some(at(package, "states no licence".to_owned()));
        };
        match spdx::satisfiable(licence, ALLOWED_LICENCES) {
            Ok(true) => None,
            Ok(false) => Some(at(
                package,
                format!("is under '{licence}', which is not allowed"),
            )),
            Err(why) => Some(at(package, format!("is under '{licence}', which {why}"))),
        }
    };
    metadata.packages.iter().filter_map(judge).collect()
}

/// The line of the lock file that names the package in its version, or 1.
fn line_of(tree: &Tree, package: &CargoPackage) -> usize {
    let lines: Vec<&str> = tree.text(LOCK).unwrap_or_default().lines().collect();
    let name = format!("name = \"{}\"", package.name);
    let version = format!("version = \"{}\"", package.version);
    lines
        .windows(2)
        .position(|pair| *pair == [&name, &version])
        .map_or(1, |index| index + 1)
}
