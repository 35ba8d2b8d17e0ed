//! The program as people run it, and the sample site, built once for all tests that look at it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

/// The root of the repository.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The program with arguments, not yet started; the environment of the machine says nothing about colour or language.
pub fn deskscore<I: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = I>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_deskscore"));
    command.args(arguments).env("NO_COLOR", "1").env_remove("COLUMNS").current_dir(root());
    command
}

/// Runs the program to its end.
pub fn run<I: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = I>) -> Output {
    deskscore(arguments).output().expect("the program starts")
}

/// Standard output as text.
pub fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// Standard error as text.
pub fn warned(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

/// All files below a folder: path with `/` → bytes.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn collect(root: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                collect(root, &path, found);
            } else {
                let name = path.strip_prefix(root).expect("below").to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    let mut found = BTreeMap::new();
    collect(folder, folder, &mut found);
    found
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let path = to.join(path);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
}

/// Writes one file and the folders above it.
pub fn put(folder: &Path, path: &str, text: impl AsRef<[u8]>) {
    let path = folder.join(path);
    std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

/// The folder of the sample site, built from `data/` once.
pub fn sample_site() -> &'static Path {
    static SITE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, site) = SITE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path().join("site");
        let built = run(["build", "--out", &site.display().to_string()]);
        assert!(built.status.success(), "{}", warned(&built));
        (folder, site)
    });
    site
}

/// The folders of `examples/`, sorted.
pub fn examples() -> Vec<String> {
    let entries = std::fs::read_dir(root().join("examples")).expect("the examples");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

/// The folder of the site of an example, each built once; `sample` is the sample site.
pub fn site_of(example: &str) -> PathBuf {
    static SITES: OnceLock<(tempfile::TempDir, BTreeMap<String, PathBuf>)> = OnceLock::new();
    if example == "sample" {
        return sample_site().to_owned();
    }
    let (_, sites) = SITES.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let built = |example: String| {
            let site = folder.path().join(&example);
            let data = root().join("examples").join(&example).join("data").display().to_string();
            let built = run(["build", "--data", &data, "--out", &site.display().to_string()]);
            assert!(built.status.success(), "{example}: {}", warned(&built));
            (example, site)
        };
        let sites = examples().into_iter().map(built).collect();
        (folder, sites)
    });
    sites.get(example).unwrap_or_else(|| panic!("there is no example {example}")).clone()
}
