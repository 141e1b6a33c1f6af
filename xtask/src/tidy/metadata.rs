//! What `cargo metadata` knows of our crates and their dependencies.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::TidyError;

/// The packages that the workspace builds from, in the order of cargo.
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    /// Our crates and all of their dependencies, for every platform.
    pub packages: Vec<CargoPackage>,
}

/// One package.
#[derive(Debug, Clone)]
pub struct CargoPackage {
    /// Name, as in its manifest.
    pub name: String,
    /// Version.
    pub version: String,
    /// Licence expression of the manifest.
    pub licence: Option<String>,
    /// Manifest of a workspace member, as a path from the root; `None` for anything else.
    pub manifest: Option<String>,
    /// Direct dependencies.
    pub dependencies: Vec<Dependency>,
}

/// One direct dependency.
#[derive(Debug, Clone)]
pub struct Dependency {
    /// Name of the package depended on.
    pub name: String,
    /// When it is needed.
    pub kind: Kind,
}

/// When a dependency is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// By the crate or its build script.
    Normal,
    /// By tests, examples and benches only.
    Dev,
}

impl Metadata {
    /// Asks cargo about the workspace at `root`: first without the network, then with it.
    pub fn ask(root: &Path) -> Result<Self, TidyError> {
        let json = cargo_metadata(root, &["--locked", "--offline"])
            .or_else(|_| cargo_metadata(root, &["--locked"]))?;
        Self::parse(&serde_json::from_slice(&json)?)
    }

    /// Reads the answer of `cargo metadata --format-version 1`.
    pub fn parse(json: &Value) -> Result<Self, TidyError> {
        let root = string(json, "workspace_root")?;
        let members: Vec<&str> = array(json, "workspace_members")?
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let packages = array(json, "packages")?
            .iter()
            .map(|package| parse_package(package, &root, &members))
            .collect::<Result<_, _>>()?;
        Ok(Self { packages })
    }

    /// Our crates with their manifests' paths.
    pub fn members(&self) -> impl Iterator<Item = (&CargoPackage, &str)> {
        self.packages
            .iter()
            .filter_map(|p| p.manifest.as_deref().map(|manifest| (p, manifest)))
    }
}

fn cargo_metadata(root: &Path, flags: &[&str]) -> Result<Vec<u8>, TidyError> {
    let output = Command::new("cargo")
        .args(["metadata", "--format-version", "1"])
        .args(flags)
        .current_dir(root)
        .output()
        .map_err(|source| TidyError::Start {
            program: "cargo",
            source,
        })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(TidyError::Failed {
        command: format!("cargo metadata {}", flags.join(" ")),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    })
}

fn parse_package(json: &Value, root: &str, members: &[&str]) -> Result<CargoPackage, TidyError> {
    let is_member = members.contains(&string(json, "id")?.as_str());
    let manifest = string(json, "manifest_path")?.replace('\\', "/");
    let root = root.replace('\\', "/");
    let manifest = manifest
        .strip_prefix(&root)
        .filter(|_| is_member)
        .map(|path| path.trim_start_matches('/').to_owned());
    let dependencies = array(json, "dependencies")?
        .iter()
        .map(|dependency| {
            let dev = dependency["kind"].as_str() == Some("dev");
            let kind = if dev { Kind::Dev } else { Kind::Normal };
            Ok(Dependency {
                name: string(dependency, "name")?,
                kind,
            })
        })
        .collect::<Result<_, TidyError>>()?;
    Ok(CargoPackage {
        name: string(json, "name")?,
        version: string(json, "version")?,
        licence: json["license"].as_str().map(str::to_owned),
        manifest,
        dependencies,
    })
}

fn string(json: &Value, key: &'static str) -> Result<String, TidyError> {
    json[key]
        .as_str()
        .map(str::to_owned)
        .ok_or(TidyError::Lacks(key))
}

fn array<'a>(json: &'a Value, key: &'static str) -> Result<&'a [Value], TidyError> {
    json[key]
        .as_array()
        .map(Vec::as_slice)
        .ok_or(TidyError::Lacks(key))
}
