//! Publications on a real disk: own and foreign files, two builds at once.

mod crash;
mod refusal;

use std::collections::BTreeMap;

use super::*;

/// A parent folder with a target `site` in it.
struct Place {
    parent: tempfile::TempDir,
}

impl Place {
    fn new() -> Place {
        Place { parent: tempfile::tempdir().unwrap() }
    }

    fn site(&self) -> PathBuf {
        self.parent.path().join("site")
    }

    fn put(&self, path: &str, text: &str) {
        let place = self.site().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    fn begin(&self) -> Staging {
        Staging::begin(&self.site(), &Guard::default()).unwrap()
    }

    fn publish(&self, files: &[(&str, &str)]) -> Report {
        let staging = self.begin();
        write_all(&staging, files);
        staging.commit().unwrap()
    }

    fn publish_with(&self, files: &[(&str, &str)], probe: Probe) -> Result<Report, PublishError> {
        let staging = Staging::begin_with(&self.site(), &Guard::default(), probe).unwrap();
        write_all(&staging, files);
        staging.commit()
    }

    fn neighbours(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.parent.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

fn write_all(staging: &Staging, files: &[(&str, &str)]) {
    for (path, text) in files {
        staging.write(path, text.as_bytes()).unwrap();
    }
}

/// Everything in a folder: files with their text, links with `->`, folders with `/`; not the manifest.
fn snapshot(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| entry.file_name() != manifest::NAME)
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            let kind = entry.file_type();
            if kind.is_dir() {
                (path, "/".to_owned())
            } else if kind.is_symlink() {
                (path, format!("-> {}", fs::read_link(entry.path()).unwrap().display()))
            } else {
                (path, fs::read_to_string(entry.path()).unwrap())
            }
        })
        .collect()
}

fn picture(files: &[(&str, &str)]) -> BTreeMap<String, String> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

const OLD: [(&str, &str); 3] = [("index.html", "old"), ("agents/a.html", "old"), ("gone/x.html", "old")];
const NEW: [(&str, &str); 3] = [("index.html", "new"), ("agents/a.html", "new"), ("teams/t.html", "new")];

#[test]
fn the_first_site_is_what_was_written() {
    let place = Place::new();
    let report = place.publish(&OLD);
    assert_eq!((report.files, report.bytes, report.folders, report.kept), (3, 9, 2, 0));
    assert_eq!(report.swap, Swap::First);
    let wanted = [("agents", "/"), ("gone", "/")];
    assert_eq!(snapshot(&place.site()), picture(&[&OLD[..], &wanted[..]].concat()));
    assert_eq!(place.neighbours(), ["site"]);
}

#[cfg(unix)]
#[test]
fn foreign_files_stay_and_stale_own_files_go() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    let place = Place::new();
    place.put(".gitignore", "*");
    place.put("CNAME", "example.org");
    place.publish(&OLD);
    place.put("gone/mine.txt", "mine");
    place.put("notes/deep/n.txt", "n");
    fs::create_dir(place.site().join("empty")).unwrap();
    symlink("nowhere", place.site().join("agents/link")).unwrap();
    fs::set_permissions(place.site().join("notes/deep"), fs::Permissions::from_mode(0o500)).unwrap();
    let inode = fs::metadata(place.site().join("CNAME")).unwrap().ino();
    let report = place.publish(&NEW);
    let foreign = [
        (".gitignore", "*"),
        ("CNAME", "example.org"),
        ("gone/mine.txt", "mine"),
        ("notes/deep/n.txt", "n"),
        ("agents/link", "-> nowhere"),
    ];
    let folders = ["agents", "gone", "notes", "notes/deep", "teams", "empty"].map(|folder| (folder, "/"));
    assert_eq!(snapshot(&place.site()), picture(&[&NEW[..], &foreign[..], &folders[..]].concat()));
    assert_eq!(report.removed, ["gone/x.html"]);
    assert_eq!((report.kept, report.set_aside), (5, vec![]));
    assert_eq!(fs::metadata(place.site().join("CNAME")).unwrap().ino(), inode);
    let mode = fs::metadata(place.site().join("notes/deep")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o500);
    assert_eq!(place.neighbours(), ["site"]);
}

#[cfg(target_os = "linux")]
#[test]
fn this_system_exchanges_in_one_step() {
    let place = Place::new();
    place.publish(&OLD);
    assert_eq!(place.publish(&NEW).swap, Swap::Exchanged);
    let probe = Probe { without_exchange: true, ..Probe::default() };
    assert_eq!(place.publish_with(&OLD, probe).unwrap().swap, Swap::InTwoSteps);
    assert_eq!(snapshot(&place.site()).get("index.html").map(String::as_str), Some("old"));
    assert_eq!(place.neighbours(), ["site"]);
}

#[test]
fn the_same_site_has_the_same_manifest() {
    let (one, other) = (Place::new(), Place::new());
    one.publish(&OLD);
    let mut reversed = OLD;
    reversed.reverse();
    other.publish(&NEW);
    other.publish(&reversed);
    let text = |place: &Place| fs::read_to_string(place.site().join(manifest::NAME)).unwrap();
    assert_eq!(text(&one), text(&other));
}

#[test]
fn a_build_that_is_given_up_leaves_the_old_site() {
    let place = Place::new();
    place.publish(&OLD);
    place.put("CNAME", "example.org");
    let before = snapshot(&place.site());
    let staging = place.begin();
    write_all(&staging, &NEW);
    drop(staging);
    assert_eq!(snapshot(&place.site()), before);
    assert_eq!(place.neighbours(), ["site"]);
}

#[test]
fn parents_that_were_made_go_with_a_build_that_is_given_up() {
    let place = Place::new();
    let deep = place.parent.path().join("a/b/site");
    drop(Staging::begin(&deep, &Guard::default()).unwrap());
    assert!(place.neighbours().is_empty());
    let staging = Staging::begin(&deep, &Guard::default()).unwrap();
    write_all(&staging, &OLD);
    staging.commit().unwrap();
    assert_eq!(fs::read_to_string(deep.join("index.html")).unwrap(), "old");
}

#[test]
fn a_foreign_file_in_the_way_is_named_and_nothing_changes() {
    for foreign in ["index.html", "teams", "index.html/inside.txt"] {
        let place = Place::new();
        place.put(foreign, "mine");
        let before = snapshot(&place.site());
        let staging = place.begin();
        write_all(&staging, &NEW);
        let error = staging.commit().unwrap_err();
        assert!(matches!(&error, PublishError::Foreign { .. }), "{foreign}: {error}");
        assert!(error.to_string().contains(foreign.split('/').next().unwrap()), "{error}");
        assert_eq!(snapshot(&place.site()), before);
        assert_eq!(place.neighbours(), ["site"]);
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_an_own_folder_is_not_followed() {
    let place = Place::new();
    place.publish(&OLD);
    let outside = Place::new();
    outside.put("x.html", "outside");
    fs::remove_dir_all(place.site().join("gone")).unwrap();
    std::os::unix::fs::symlink(outside.site(), place.site().join("gone")).unwrap();
    let report = place.publish(&NEW);
    assert_eq!(report.kept, 1);
    assert_eq!(snapshot(&outside.site()), picture(&[("x.html", "outside")]));
}

#[test]
fn a_damaged_list_of_own_files_stops_the_build_at_once() {
    let place = Place::new();
    place.publish(&OLD);
    place.put(manifest::NAME, "{\"version\": 1, \"files\": [\"../x\"]}");
    let before = snapshot(&place.site());
    let error = Staging::begin(&place.site(), &Guard::default()).unwrap_err();
    assert!(matches!(error, PublishError::Manifest { .. }), "{error}");
    assert_eq!(snapshot(&place.site()), before);
    assert_eq!(place.neighbours(), ["site"]);
}

#[test]
fn one_path_is_written_once_whatever_its_case() {
    let place = Place::new();
    let staging = place.begin();
    staging.write("agents/lin.html", b"1").unwrap();
    for (path, named) in [
        ("agents/lin.html", "agents/lin.html"),
        ("agents/Lin.html", "agents/lin.html"),
        ("Agents/zhao.html", "agents"),
        ("agents/lin.html/x", "agents/lin.html"),
        ("agents", "agents"),
    ] {
        let error = staging.write(path, b"2").unwrap_err();
        assert!(matches!(&error, PublishError::Twice { .. }), "{path}: {error}");
        assert!(error.to_string().contains(named), "{error}");
    }
    let staging = {
        drop(staging);
        place.begin()
    };
    staging.write("agents/lin.html", b"1").unwrap();
    staging.write("Agents", b"2").unwrap();
    assert!(matches!(staging.commit().unwrap_err(), PublishError::Twice { .. }));
    assert!(place.neighbours().is_empty());
}

#[test]
fn a_hostile_path_writes_nothing() {
    let place = Place::new();
    let staging = place.begin();
    for path in ["../evil", "/tmp/evil", "a/../../evil", "a\\evil", "nul", "a\0b", ""] {
        let error = staging.write(path, b"x").unwrap_err();
        assert!(matches!(error, PublishError::Name { .. }), "{path:?}");
    }
    let report = staging.commit().unwrap();
    assert_eq!(report.files, 0);
    assert!(snapshot(&place.site()).is_empty());
    assert_eq!(place.neighbours(), ["site"]);
}

#[test]
fn many_threads_write_at_once() {
    use rayon::prelude::*;
    let place = Place::new();
    let staging = place.begin();
    (0..500).into_par_iter().for_each(|number| {
        let path = format!("d{}/e{}/{number}.html", number % 7, number % 3);
        staging.write(&path, number.to_string().as_bytes()).unwrap();
    });
    let report = staging.commit().unwrap();
    // 7 outer folders and, as 7 and 3 share no divisor, 21 inner ones.
    assert_eq!((report.files, report.folders), (500, 28));
    assert_eq!(fs::read_to_string(place.site().join("d3/e1/10.html")).unwrap(), "10");
}

#[test]
fn the_second_build_of_one_site_is_told_or_waits() {
    let place = Place::new();
    let first = place.begin();
    let error = Staging::begin(&place.site(), &Guard::default()).unwrap_err();
    assert!(matches!(error, PublishError::Busy { .. }), "{error}");
    let guard = Guard { when_busy: WhenBusy::Wait, ..Guard::default() };
    std::thread::scope(|scope| {
        let second = scope.spawn(|| {
            let staging = Staging::begin(&place.site(), &guard).unwrap();
            write_all(&staging, &NEW);
            staging.commit().unwrap()
        });
        write_all(&first, &OLD);
        first.commit().unwrap();
        assert_eq!(second.join().unwrap().removed, ["gone/x.html"]);
    });
    assert_eq!(snapshot(&place.site()).get("index.html").map(String::as_str), Some("new"));
    assert_eq!(place.neighbours(), ["site"]);
}

#[test]
fn many_builds_of_one_site_never_mix() {
    let place = Place::new();
    let guard = Guard { when_busy: WhenBusy::Wait, ..Guard::default() };
    std::thread::scope(|scope| {
        for build in 0..8 {
            let (place, guard) = (&place, &guard);
            scope.spawn(move || {
                for _ in 0..5 {
                    let staging = Staging::begin(&place.site(), guard).unwrap();
                    let text = build.to_string();
                    write_all(&staging, &[("a.html", &text), ("b/c.html", &text)]);
                    staging.commit().unwrap();
                }
            });
        }
    });
    let site = snapshot(&place.site());
    assert_eq!(site["a.html"], site["b/c.html"]);
    assert_eq!(place.neighbours(), ["site"]);
}
