//! A build that is killed at any moment leaves the old site or the new one, and nothing between.

use crate::program::{copy, deskscore, files, put, root, run, warned};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

/// How often a build is killed.
const KILLS: u32 = 50;

fn set_name(data: &Path, name: &str) {
    let text =
        std::fs::read_to_string(root().join("examples/small-shop/data/deskscore.yml")).expect("the example");
    let renamed = text.lines().map(|line| match line.split_once(':') {
        Some(("name", _)) => format!("name: {name}\n"),
        _ => format!("{line}\n"),
    });
    put(data, "deskscore.yml", renamed.collect::<String>());
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let (data, site) = (folder.path().join("data"), folder.path().join("site"));
    copy(&root().join("examples/small-shop/data"), &data);
    let arguments = [
        "build".to_owned(),
        "--data".to_owned(),
        data.display().to_string(),
        "--out".to_owned(),
        site.display().to_string(),
    ];
    let build = |name: &str| {
        set_name(&data, name);
        let built = run(&arguments);
        assert!(built.status.success(), "{}", warned(&built));
        files(&site)
    };
    let new = build("new");
    let begun = Instant::now();
    let old = build("old");
    let length = begun.elapsed();
    assert_ne!(old, new);
    put(&site, "CNAME", "scores.example.org\n");
    let mut outcomes = [0_u32; 2];
    for kill in 0..KILLS {
        set_name(&data, "new");
        let mut child = deskscore(&arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        // Moments spread over the whole build, denser towards its end, where the site is swapped.
        let share = 1.0 - (f64::from(kill) / f64::from(KILLS)).powi(2);
        std::thread::sleep(Duration::from_secs_f64(length.as_secs_f64() * share));
        let _ = child.kill();
        child.wait().expect("it ends");
        let mut found = files(&site);
        assert_eq!(
            found.remove("CNAME").as_deref(),
            Some(&b"scores.example.org\n"[..]),
            "kill {kill}: foreign file"
        );
        let is_new = found == new;
        assert!(is_new || found == old, "kill {kill} left a site that is neither the old nor the new one");
        outcomes[usize::from(is_new)] += 1;
        if is_new {
            build("old");
        }
    }
    assert!(outcomes[0] > 0, "every build ended before it was killed: nothing was tested");
    let mut last = build("new");
    last.remove("CNAME");
    assert_eq!(last, new, "the next build mends what the killed ones left");
    let left = std::fs::read_dir(folder.path()).expect("the folder").count();
    assert_eq!(left, 2, "nothing is left beside the data and the site");
}
