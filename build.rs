//! Embeds what the program carries: the files of `templates/`, and the ECharts script.
//!
//! ECharts is not in our tree. The package `charming`, which builds the options, carries the script that fits them; it
//! is taken from there. `DESKSCORE_ECHARTS=/path/to/echarts.min.js` overrides this for packagers.

#![allow(
    clippy::disallowed_methods,
    reason = "a build script reads what cargo tells it and writes below OUT_DIR"
)]

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Kinds of text files that are embedded; of `templates/init/` everything is, of the rest nothing else.
const KINDS: [&str; 8] = ["html", "css", "js", "ftl", "md", "svg", "txt", "yml"];

fn main() -> Result<()> {
    let home = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=Cargo.lock");
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-env-changed=DESKSCORE_ECHARTS");
    let templates = home.join("templates");
    let is_text = |path: &Path| path.extension().and_then(|e| e.to_str()).is_some_and(|e| KINDS.contains(&e));
    let of_init = |path: &Path| path.starts_with(templates.join("init"));
    embed(&templates, &out.join("embedded.rs"), "pub(super) ", |path| is_text(path) && !of_init(path))?;
    embed(&templates.join("init"), &out.join("init.rs"), "", |_| true)?;
    let script = echarts(&home)?;
    println!("cargo::rerun-if-changed={}", script.display());
    let bytes = fs::read(&script).map_err(|e| format!("{}: {e}", script.display()))?;
    if !bytes.windows(7).any(|w| w == b"echarts") {
        return Err(format!("{} is not the ECharts script", script.display()).into());
    }
    fs::write(out.join("echarts.js"), bytes)?;
    Ok(())
}

/// Writes the sorted list of the `wanted` files below `root` as Rust source: `(path below root, text)`.
fn embed(root: &Path, to: &Path, visible: &str, wanted: impl Fn(&Path) -> bool) -> Result<()> {
    let mut files = Vec::new();
    collect(root, &mut files)?;
    files.retain(|path| wanted(path));
    files.sort();
    let mut source = format!("{visible}static FILES: &[(&str, &str)] = &[\n");
    for file in files {
        let name = file.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        writeln!(source, "    ({name:?}, include_str!({:?})),", file.display().to_string())?;
    }
    source.push_str("];\n");
    fs::write(to, source)?;
    Ok(())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// The ECharts script: named by the packager, or inside the package `charming` wherever cargo keeps it.
fn echarts(home: &Path) -> Result<PathBuf> {
    if let Some(path) = env::var_os("DESKSCORE_ECHARTS") {
        return Ok(path.into());
    }
    let package = by_metadata(home, &["--offline"])
        .or_else(|| by_registry(home))
        .or_else(|| by_metadata(home, &[]))
        .ok_or("the package `charming` was not found; set DESKSCORE_ECHARTS to an echarts.min.js of version 5.5.1")?;
    let folder = package.join("src/asset");
    let mut scripts: Vec<_> = fs::read_dir(&folder)?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| {
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            name.starts_with("echarts-") && name.ends_with(".min.js")
        })
        .collect();
    scripts.sort();
    scripts.pop().ok_or_else(|| {
        format!("{} holds no echarts-*.min.js; set DESKSCORE_ECHARTS", folder.display()).into()
    })
}

/// Asks cargo where `charming` lies. Works for registries, vendored sources, patches and path dependencies; offline it
/// fails where packages of other platforms or development dependencies were never downloaded.
fn by_metadata(home: &Path, more: &[&str]) -> Option<PathBuf> {
    let output = Command::new(env::var_os("CARGO")?)
        .args(["metadata", "--format-version", "1", "--locked", "--manifest-path"])
        .arg(home.join("Cargo.toml"))
        .args(["--filter-platform", &env::var("TARGET").ok()?])
        .args(more)
        .output()
        .ok()
        .filter(|output| output.status.success())?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).ok()?;
    let package = metadata["packages"].as_array()?.iter().find(|p| p["name"] == "charming")?;
    Path::new(package["manifest_path"].as_str()?).parent().map(Path::to_path_buf)
}

/// Looks for the locked version of `charming` among the unpacked packages of cargo's home: `cargo build` has just
/// unpacked it there, since it is a dependency of this crate.
fn by_registry(home: &Path) -> Option<PathBuf> {
    let lock = fs::read_to_string(home.join("Cargo.lock")).ok()?;
    let entry = lock.split("[[package]]").find(|p| p.contains("name = \"charming\""))?;
    let version = entry.lines().find_map(|l| l.strip_prefix("version = \"")?.strip_suffix('"'))?;
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let user = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?;
        Some(PathBuf::from(user).join(".cargo"))
    })?;
    let mut homes: Vec<_> =
        fs::read_dir(cargo.join("registry/src")).ok()?.filter_map(|e| e.ok().map(|e| e.path())).collect();
    homes.sort();
    homes.into_iter().map(|h| h.join(format!("charming-{version}"))).find(|p| p.is_dir())
}
