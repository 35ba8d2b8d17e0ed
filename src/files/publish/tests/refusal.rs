//! Targets and work folders that are left alone.

use super::*;

#[test]
fn the_work_folder_of_somebody_else_is_not_touched() {
    let place = Place::new();
    let work = place.parent.path().join(".site.deskscore");
    fs::create_dir(&work).unwrap();
    fs::write(work.join("new"), "theirs").unwrap();
    let error = Staging::begin(&place.site(), &Guard::default()).unwrap_err();
    assert!(matches!(error, PublishError::Occupied { .. }), "{error}");
    assert_eq!(snapshot(&work), picture(&[("new", "theirs")]));
}

#[test]
fn targets_that_must_not_be_replaced() {
    let place = Place::new();
    place.put("data/deskscore.yml", "x");
    place.put("file", "x");
    let data = place.site().join("data");
    let guard = Guard { keep: vec![("the data", data.clone())], ..Guard::default() };
    let refusal = |target: &Path| match Staging::begin(target, &guard).unwrap_err() {
        PublishError::Refused { why, .. } => why,
        other => panic!("{other}"),
    };
    let contains = Refusal::Contains { what: "the data", path: data.clone() };
    assert_eq!(refusal(&place.site()), contains);
    assert_eq!(refusal(&data), contains);
    assert_eq!(refusal(&data.join("../../site/.")), contains);
    assert_eq!(refusal(&place.site().join("file")), Refusal::NotAFolder);
    assert_eq!(refusal(Path::new("/")), Refusal::Root);
    // Beside or inside the data is allowed.
    drop(Staging::begin(&place.site().join("out"), &guard).unwrap());
    drop(Staging::begin(&data.join("out"), &guard).unwrap());
    assert_eq!(snapshot(&place.site()).len(), 3);
}

#[cfg(unix)]
#[test]
fn a_link_is_no_target_even_with_a_slash() {
    let place = Place::new();
    place.put("x", "x");
    let link = place.parent.path().join("link");
    std::os::unix::fs::symlink(place.site(), &link).unwrap();
    for target in [link.clone(), link.join("")] {
        let error = Staging::begin(&target, &Guard::default()).unwrap_err();
        assert!(matches!(error, PublishError::Refused { why: Refusal::Symlink, .. }), "{error}");
    }
    assert_eq!(place.neighbours(), ["link", "site"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_place_that_takes_no_folder_is_named() {
    let error = Staging::begin(Path::new("/proc/site"), &Guard::default()).unwrap_err();
    assert!(matches!(error, PublishError::Io { .. }), "{error}");
    assert!(error.to_string().contains("/proc/.site.deskscore"), "{error}");
    let error = Staging::begin(Path::new("/proc"), &Guard::default()).unwrap_err();
    assert!(matches!(error, PublishError::Refused { why: Refusal::MountPoint, .. }), "{error}");
}

#[cfg(unix)]
#[test]
fn a_read_only_parent_leaves_the_old_site() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    place.publish(&OLD);
    let before = snapshot(&place.site());
    let set = |mode| fs::set_permissions(place.parent.path(), fs::Permissions::from_mode(mode)).unwrap();
    set(0o500);
    let begun = Staging::begin(&place.site(), &Guard::default()).map(drop);
    let is_enforced = fs::write(place.parent.path().join("try"), "").is_err();
    set(0o700);
    // The superuser is not held back by permissions: then the build simply works.
    assert_eq!(begun.is_err(), is_enforced);
    assert_eq!(snapshot(&place.site()), before);
}

#[cfg(unix)]
#[test]
fn a_target_that_becomes_a_link_during_the_build_is_refused() {
    let (place, outside) = (Place::new(), Place::new());
    outside.put("x", "x");
    let staging = place.begin();
    write_all(&staging, &NEW);
    std::os::unix::fs::symlink(outside.site(), place.site()).unwrap();
    let error = staging.commit().unwrap_err();
    assert!(matches!(error, PublishError::Refused { why: Refusal::Symlink, .. }), "{error}");
    assert_eq!(snapshot(&outside.site()), picture(&[("x", "x")]));
    assert_eq!(place.neighbours(), ["site"]);
}
