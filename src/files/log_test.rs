//! The history on scripted repositories: merges, renames, reverts, hostile messages, shallow clones, edits that are not committed;
//! and lines against `git blame` itself.

use super::line_origin::{FileLines, Wrote};
use super::log::{Log, LogCommit};
use super::sample_repository::SampleRepository;
use super::{GitError, Tree, TreeOptions};

const DAY: &str = "2025-03-01T10:00:00+0800";

fn subjects(log: &Log) -> Vec<&str> {
    log.commits.iter().map(|commit| commit.subject.as_str()).collect()
}

fn by<'l>(log: &'l Log, path: &str, line: u32) -> Option<&'l LogCommit> {
    match log.lines.wrote(path, line)? {
        Wrote::Commit(at) => log.commits.get(at),
        Wrote::Uncommitted => None,
    }
}

#[test]
fn commits_and_the_files_they_changed() {
    let sample = SampleRepository::new();
    assert_eq!(sample.open().log("data", None), Ok(Log::default()));
    sample.commit("data/a.yml", b"1\n2\n", DAY);
    sample.commit("other.txt", b"x", DAY);
    sample.commit("data/a.yml", b"1\n3\n", "2025-04-02T23:30:00-0800");
    let log = sample.open().log("data", None).unwrap();
    assert_eq!(log.commits.len(), 2, "{log:?}");
    assert_eq!(log.commits[0].day.to_string(), "2025-04-02");
    assert_eq!(log.commits[0].authors, ["A"]);
    let file = &log.commits[0].files[0];
    assert_eq!((file.path.as_str(), &file.from), ("data/a.yml", &None));
    assert_eq!(file.before, log.commits[1].files[0].after);
    assert_eq!(log.commits[1].files[0].before, None);
    assert_eq!(by(&log, "data/a.yml", 1), Some(&log.commits[1]));
    assert_eq!(by(&log, "data/a.yml", 2), Some(&log.commits[0]));
    assert_eq!(log.lines.file("data/a.yml").map(FileLines::born), Some(Wrote::Commit(1)));
    let older = sample.open().log("data", Some("HEAD~1")).unwrap();
    assert_eq!(older.commits, log.commits[1..]);
    assert_eq!(sample.open().log("data", Some("v9")), Err(GitError::NoSuchRevision("v9".into())));
}

#[test]
fn a_merge_is_one_commit_by_those_who_made_what_it_brought() {
    let sample = SampleRepository::new();
    sample.commit("data/a.yml", b"1\n2\n3\n4\n5\n", DAY);
    sample.git(&["checkout", "--quiet", "-b", "side"]);
    sample.write("data/a.yml", b"1\n2\n3\n4\nside\n");
    sample.git(&[
        "-c",
        "user.name=B",
        "commit",
        "--quiet",
        "--all",
        "-m",
        "side work",
        "--author=B <b@example.org>",
    ]);
    sample.git(&["checkout", "--quiet", "main"]);
    sample.commit("data/a.yml", b"main\n2\n3\n4\n5\n", DAY);
    sample.git(&["merge", "--quiet", "--no-ff", "-m", "merge side", "side"]);
    let log = sample.open().log("data", None).unwrap();
    assert_eq!(subjects(&log), ["merge side", "change", "change"]);
    assert!(log.commits[0].merge && !log.commits[1].merge);
    assert_eq!(log.commits[0].authors, ["B"]);
    assert_eq!(by(&log, "data/a.yml", 1), Some(&log.commits[1]));
    assert_eq!(by(&log, "data/a.yml", 2), Some(&log.commits[2]));
    assert_eq!(by(&log, "data/a.yml", 5), Some(&log.commits[0]));
}

#[test]
fn a_renamed_file_keeps_its_history_and_a_revert_is_a_change() {
    let sample = SampleRepository::new();
    sample.commit("data/a.yml", b"1\n2\n3\n4\n", DAY);
    sample.git(&["mv", "data/a.yml", "data/b c.yml"]);
    sample.commit("data/b c.yml", b"1\n2\nx\n4\n", DAY);
    sample.git(&["revert", "--no-edit", "HEAD"]);
    sample.git(&["mv", "data/a.yml", "data/\u{5ba2}\u{670d}.yml"]);
    sample.git(&["commit", "--quiet", "-m", "again"]);
    let log = sample.open().log("data", None).unwrap();
    assert_eq!(log.commits[2].files[0].from.as_deref(), Some("data/a.yml"));
    assert_eq!(log.commits[1].subject, "Revert \"change\"");
    let of = |line| by(&log, "data/\u{5ba2}\u{670d}.yml", line);
    assert_eq!(of(1), Some(&log.commits[3]));
    assert_eq!(of(3), Some(&log.commits[1]), "the revert wrote the line again");
    // The same data has the same object.
    let hashes: Vec<&str> = log.commits.iter().map(|commit| commit.hash.as_str()).collect();
    let folders = sample.open().folders(&hashes, "data").unwrap();
    assert_eq!(folders[1], folders[3]);
    assert_ne!(folders[2], folders[3]);
    assert_eq!(sample.open().folders(&hashes, "none").unwrap(), vec![None; 4]);
    let ids: Vec<&str> = folders.iter().flatten().map(String::as_str).collect();
    let trees = Tree::from_objects(&sample.open(), &ids, &TreeOptions::default()).unwrap();
    for (tree, hash) in trees.iter().zip(&hashes) {
        let alone = Tree::from_revision(&sample.open(), hash, "data", &TreeOptions::default()).unwrap();
        assert_eq!(tree, &alone);
    }
}

#[test]
fn messages_and_contents_that_look_like_our_form_are_passed_over() {
    let sample = SampleRepository::new();
    let lines = b"@@ -1 +1 @@\ndiff --git a/x b/x\n:100644 100644 a b M\n\x01\n";
    sample.commit("data/a.yml", lines, DAY);
    sample.write("data/a.yml", b"-- \n++ b/x\n@@ -9,9 +9,9 @@\n\x01\n\x00no end");
    let hostile = "\u{1}diff --git\u{202e} @all <script>|[x](y)\u{1b}[2J\n\nbody";
    sample.git(&["commit", "--quiet", "--all", "-m", hostile, "--author=b\u{7}evil <e@example.org>"]);
    let log = sample.open().log("data", None).unwrap();
    assert_eq!(subjects(&log), ["diff --git @all <script>|[x](y) [2J", "change"]);
    assert!(!log.commits[0].authors[0].chars().any(char::is_control));
    let of = |line| log.lines.wrote("data/a.yml", line).unwrap();
    assert_eq!([1, 2, 3, 5].map(of), [Wrote::Commit(0); 4]);
    assert_eq!(of(4), Wrote::Commit(1));
}

#[test]
fn a_shallow_clone_tells_where_it_is_cut() {
    let sample = SampleRepository::new();
    sample.commit("data/a.yml", b"1\n", DAY);
    sample.commit("data/a.yml", b"1\n2\n", DAY);
    sample.commit("data/a.yml", b"1\n2\n3\n", DAY);
    let (_folder, clone) = sample.shallow_clone(2);
    let log = clone.log("data", None).unwrap();
    assert!(log.shallow);
    assert_eq!(log.commits.iter().map(|commit| commit.cut).collect::<Vec<_>>(), [false, true]);
    assert_eq!(by(&log, "data/a.yml", 1), Some(&log.commits[1]));
    assert_eq!(by(&log, "data/a.yml", 3), Some(&log.commits[0]));
    assert!(!sample.open().log("data", None).unwrap().shallow);
}

#[test]
fn edits_that_are_not_committed_have_no_commit() {
    let sample = SampleRepository::new();
    sample.commit("data/a.yml", b"1\n2\n3\n", DAY);
    sample.write("data/a.yml", b"0\n1\n3\n");
    sample.write("data/new.yml", b"1\n");
    let log = sample.open().log("data", None).unwrap();
    assert!(log.edited);
    let of = |line| log.lines.wrote("data/a.yml", line);
    assert_eq!([1, 2, 3].map(of), [Wrote::Uncommitted, Wrote::Commit(0), Wrote::Commit(0)].map(Some));
    assert_eq!(log.lines.wrote("data/new.yml", 1), None);
    // A revision that is named is looked at as it is.
    assert!(!sample.open().log("data", Some("HEAD")).unwrap().edited);
}

/// Forty commits that insert, change and delete lines at random places of three files, every line another text, with settings of
/// a user that change the form of differences.
#[test]
fn lines_are_those_of_git_blame() {
    let sample = SampleRepository::new();
    for (key, value) in [
        ("diff.noprefix", "true"),
        ("diff.interHunkContext", "9"),
        ("diff.renames", "copies"),
        ("diff.algorithm", "patience"),
        ("color.ui", "always"),
        ("log.date", "relative"),
        ("diff.mnemonicPrefix", "true"),
    ] {
        sample.git(&["config", key, value]);
    }
    let mut random = 1_u64;
    let mut below = |n: usize| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (random >> 33) as usize % n
    };
    let mut files = vec![Vec::<String>::new(); 3];
    for step in 0..40 {
        let file = below(3);
        for part in 0..1 + below(3) {
            let lines = &mut files[file];
            let at = below(lines.len() + 1);
            let gone = at + below(3).min(lines.len() - at);
            let came = (0..1 + below(3)).map(|n| format!("{step} {part} {n}")).collect::<Vec<_>>();
            lines.splice(at..gone, came);
        }
        let text = files[file].join("\n");
        sample.commit(&format!("data/{file}.yml"), text.as_bytes(), DAY);
    }
    let repository = sample.open();
    let log = repository.log("data", None).unwrap();
    for file in 0..3 {
        let path = format!("data/{file}.yml");
        let blame = repository.bytes(&["blame", "-s", "-l", "--root", "HEAD", "--", &path]).unwrap();
        let blame = String::from_utf8(blame).unwrap();
        let theirs: Vec<&str> = blame.lines().map(|line| &line[..40]).collect();
        let count = u32::try_from(theirs.len()).unwrap();
        let ours: Vec<&str> = (1..=count).map(|line| by(&log, &path, line).unwrap().hash.as_str()).collect();
        assert_eq!(ours, theirs, "{path}");
    }
}
