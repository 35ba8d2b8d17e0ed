//! Builds that are killed at each step, and the builds after them.

use super::*;

const STEPS: [Step; 6] =
    [Step::Carried, Step::Listed, Step::Ready, Step::Aside, Step::Swapped, Step::Dismantled];

/// A site with foreign files, then a build that is killed after `step`; false if it never gets to that step.
fn crash(place: &Place, step: Step, without_exchange: bool) -> bool {
    place.publish(&OLD);
    place.put("CNAME", "example.org");
    place.put("gone/mine.txt", "mine");
    let probe = Probe { crash_after: Some(step), without_exchange, ..Probe::default() };
    match place.publish_with(&NEW, probe) {
        Err(PublishError::Crash) => true,
        other => {
            assert_eq!(step, Step::Aside, "{other:?}");
            other.unwrap();
            false
        }
    }
}

/// `old`, `new`, or what else is found in the target.
fn which(place: &Place) -> String {
    let foreign = [("CNAME", "example.org"), ("gone/mine.txt", "mine")];
    let site = |own: &[(&str, &str)], folders: &[(&str, &str)]| picture(&[own, folders, &foreign].concat());
    let found = snapshot(&place.site());
    if found == site(&OLD, &[("agents", "/"), ("gone", "/")]) {
        "old".into()
    } else if found == site(&NEW, &[("agents", "/"), ("gone", "/"), ("teams", "/")]) {
        "new".into()
    } else {
        format!("{found:?}")
    }
}

#[test]
fn a_crash_at_any_step_leaves_the_old_site_or_the_new_one() {
    for without_exchange in [false, true] {
        for step in STEPS {
            let place = Place::new();
            if !crash(&place, step, without_exchange) {
                continue;
            }
            let is_swapped = matches!(step, Step::Swapped | Step::Dismantled);
            if step == Step::Aside {
                assert!(!place.site().exists(), "the one moment without a site");
            } else {
                assert_eq!(which(&place), if is_swapped { "new" } else { "old" }, "{step:?}");
            }
            // The next build mends it even if it is given up itself.
            drop(place.begin());
            let wanted = if is_swapped || step == Step::Aside { "new" } else { "old" };
            assert_eq!(which(&place), wanted, "{step:?}, mended");
            assert_eq!(place.neighbours(), ["site"], "{step:?}");
        }
    }
}

#[test]
fn the_build_after_a_crash_publishes() {
    for without_exchange in [false, true] {
        for step in STEPS {
            let place = Place::new();
            crash(&place, step, without_exchange);
            let report = place.publish(&NEW);
            assert_eq!(which(&place), "new", "{step:?}");
            assert_eq!((report.kept, report.set_aside), (2, vec![]), "{step:?}");
            assert_eq!(place.neighbours(), ["site"], "{step:?}");
        }
    }
}

#[test]
fn what_somebody_does_between_a_crash_and_the_next_build_is_kept() {
    for step in [Step::Ready, Step::Swapped] {
        let place = Place::new();
        crash(&place, step, false);
        // Replaced as editors do: a new file under the old name. The other copy differs now and is put aside.
        fs::remove_file(place.site().join("CNAME")).unwrap();
        place.put("CNAME", "example.com");
        place.put("late.txt", "late");
        let work = place.parent.path().join(".site.deskscore/ready");
        fs::write(work.join("seen-late.txt"), "seen").unwrap();
        let report = place.publish(&NEW);
        let site = snapshot(&place.site());
        assert_eq!(site["CNAME"], "example.com");
        assert_eq!((&*site["late.txt"], &*site["seen-late.txt"]), ("late", "seen"));
        let aside = place.parent.path().canonicalize().unwrap().join("site.kept-1");
        assert_eq!(report.set_aside, std::slice::from_ref(&aside));
        assert_eq!(snapshot(&aside), picture(&[("CNAME", "example.org")]));
    }
}

#[test]
fn an_equal_copy_of_a_foreign_file_is_not_put_aside() {
    let place = Place::new();
    crash(&place, Step::Swapped, false);
    // As on a file system without hard links: another file with the same bytes.
    fs::remove_file(place.site().join("CNAME")).unwrap();
    place.put("CNAME", "example.org");
    assert!(place.publish(&NEW).set_aside.is_empty());
    assert_eq!(which(&place), "new");
    assert_eq!(place.neighbours(), ["site"]);
}

#[cfg(unix)]
#[test]
fn what_is_left_of_a_crash_does_not_follow_links_out_of_the_site() {
    let (place, outside) = (Place::new(), Place::new());
    outside.put("x", "x");
    crash(&place, Step::Swapped, false);
    fs::remove_dir_all(place.site().join("gone")).unwrap();
    std::os::unix::fs::symlink(outside.site(), place.site().join("gone")).unwrap();
    let report = place.publish(&NEW);
    assert_eq!(snapshot(&outside.site()), picture(&[("x", "x")]));
    assert_eq!(report.set_aside.len(), 1);
    let aside = picture(&[("gone", "/"), ("gone/mine.txt", "mine")]);
    assert_eq!(snapshot(&report.set_aside[0]), aside);
}
