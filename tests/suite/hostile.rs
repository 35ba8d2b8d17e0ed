//! Input that wants to do harm: refused with a fault, or neutralised on the page.

use crate::program::{copy, files, put, root, run, said, warned};
use std::path::Path;

/// A small shop in a folder of its own.
fn shop() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("examples/small-shop/data"), folder.path());
    folder
}

/// What `check` says of the folder, which must end with 1.
fn faults(folder: &Path) -> String {
    let checked = run(["check", "--format", "short", "--data", &folder.display().to_string()]);
    assert_eq!(checked.status.code(), Some(1), "{}{}", said(&checked), warned(&checked));
    said(&checked)
}

#[test]
fn script_in_names_and_texts_stays_text() {
    let folder = shop();
    let hostile =
        "\"<script>alert(1)</script><img src=x onerror=alert(2)> ${alert(3)} {{ 7*7 }} </title> ' &amp;\"";
    let old = std::fs::read_to_string(folder.path().join("deskscore.yml")).expect("the example");
    let new = old.lines().map(|line| match line.split_once(':') {
        Some(("name", _)) => format!("name: {hostile}\n"),
        _ => format!("{line}\n"),
    });
    put(folder.path(), "deskscore.yml", new.collect::<String>());
    let agents = files(&folder.path().join("agents"));
    for (path, bytes) in agents {
        let text = String::from_utf8(bytes).expect("UTF-8");
        let named = text.lines().map(|line| match line.find("name: ") {
            Some(at) if line.trim_start().starts_with("name:") => format!("{}name: {hostile}\n", &line[..at]),
            Some(at) => match line[at..].find(',') {
                Some(comma) => format!("{}name: {hostile}{}\n", &line[..at], &line[at + comma..]),
                None => format!("{line}\n"),
            },
            None => format!("{line}\n"),
        });
        put(&folder.path().join("agents"), &path, named.collect::<String>());
    }
    let site = folder.path().join("site");
    let built =
        run(["build", "--data", &folder.path().display().to_string(), "--out", &site.display().to_string()]);
    assert!(built.status.success(), "{}", warned(&built));
    let mut shown = 0;
    for (path, bytes) in files(&site) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if path.ends_with(".html") {
            assert!(
                !text.contains("<script>alert") && !text.contains("<img src=x"),
                "{path} lets a script in"
            );
            shown += usize::from(text.contains("&lt;script&gt;alert"));
        }
        if path.contains("search-") {
            assert!(!text.contains("</script>"), "{path} could end its element");
        }
    }
    assert!(shown > 0, "the hostile name is shown nowhere: nothing was tested");
}

/// Notes of talks are Markdown of many hands: what could run, load or mislead becomes text or nothing.
#[test]
fn notes_of_talks_cannot_run_anything() {
    let folder = shop();
    let hostile = [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(2)>",
        "[click](javascript:alert(3))",
        "[data](data:text/html;base64,PHNjcmlwdD4=)",
        "![pixel](https://tracker.example/pixel.png)",
        "<iframe src=\"https://example.org\"></iframe>",
        "{{ 7*7 }} {% raw %}",
        "**bold** [fine](https://example.org/fine)",
    ];
    let agent = files(&folder.path().join("agents")).into_iter().next().expect("agents");
    let text = String::from_utf8(agent.1).expect("UTF-8");
    let id = text.lines().find_map(|line| line.strip_prefix("  ")?.split_once(':')).expect("an agent").0;
    let front = format!(
        "---\nagent: {id}\nperiod: 2025-q1\ndate: 2025-04-02\ninterviewer: \"<b onclick=x>boss</b>\"\n\
         difficulty: \"<script>alert(4)</script>\"\n---\n"
    );
    let path = format!("reviews/2025-q1/{id}.md");
    put(folder.path(), &path, format!("{front}{}\n", hostile.join("\n\n")));
    let site = folder.path().join("site");
    let (data, out) = (folder.path().display().to_string(), site.display().to_string());
    let built = run(["build", "--as-of", "2025-04-08", "--data", &data, "--out", &out]);
    assert!(built.status.success(), "{}", warned(&built));
    let pages = files(&site);
    let page = String::from_utf8_lossy(&pages[&format!("zh/agents/{id}.html")]).into_owned();
    for never in [
        "<script>alert",
        "<img src=x",
        "javascript:alert",
        "data:text",
        "tracker.example",
        "<iframe",
        "<b onclick",
    ] {
        assert!(!page.contains(never), "{never} is on the page");
    }
    assert!(page.contains("<strong>bold</strong>") && page.contains("href=\"https://example.org/fine\""));
    assert!(page.contains("{{ 7*7 }}"), "templates in notes stay text");
    assert!(page.contains("&lt;script&gt;alert"), "what was written is shown as text");
    for (path, bytes) in &pages {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            path.contains("/agents/") || !text.contains("example.org/fine"),
            "{path} shows what a talk was about"
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_a_fault() {
    let folder = shop();
    put(folder.path(), "metrics/2025/2025-04.yml", b"period: 2025-04\nagents: {}\n# \xff\xfe\n");
    assert!(faults(folder.path()).contains("error[not-utf8]"), "{}", faults(folder.path()));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let folder = shop();
    for (path, bytes) in files(folder.path()) {
        let text = String::from_utf8(bytes).expect("UTF-8").replace('\n', "\r\n");
        put(folder.path(), &path, format!("\u{feff}{text}"));
    }
    let checked = run(["check", "--data", &folder.path().display().to_string()]);
    assert!(checked.status.success(), "{}", said(&checked));
}

#[test]
fn an_alias_bomb_is_a_fault_and_takes_no_time() {
    let folder = shop();
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for n in 1..12 {
        let aliases = vec![format!("*a{}", n - 1); 10].join(", ");
        bomb.push_str(&format!("a{n}: &a{n} [{aliases}]\n"));
    }
    put(folder.path(), "teams.yml", bomb);
    let begun = std::time::Instant::now();
    let told = faults(folder.path());
    assert!(told.contains("teams.yml"), "{told}");
    assert!(begun.elapsed().as_secs() < 20, "an alias bomb was unpacked");
}

#[test]
fn deep_nesting_and_noise_never_end_in_a_panic() {
    let folder = shop();
    let cases: [(&str, Vec<u8>); 6] = [
        ("deep flow", "[".repeat(100_000).into_bytes()),
        ("deep block", (0..3_000).map(|n| format!("{}a:\n", " ".repeat(n))).collect::<String>().into_bytes()),
        ("empty", Vec::new()),
        ("nul", b"teams:\n  a\0b: {}\n".to_vec()),
        ("tab", b"teams:\n\tx: {}\n".to_vec()),
        ("long line", format!("teams: {{ x: \"{}\" }}\n", "长".repeat(1_000_000)).into_bytes()),
    ];
    for (name, bytes) in cases {
        put(folder.path(), "teams.yml", bytes);
        let checked = run(["check", "--format", "short", "--data", &folder.path().display().to_string()]);
        assert_eq!(checked.status.code(), Some(1), "{name}: {}", warned(&checked));
        assert!(!warned(&checked).contains("panicked"), "{name}: {}", warned(&checked));
    }
}

#[cfg(unix)]
#[test]
fn links_out_of_the_folder_are_not_followed() {
    let folder = shop();
    std::os::unix::fs::symlink("/etc/hostname", folder.path().join("agents/more.yml")).expect("a link");
    assert!(faults(folder.path()).contains("link"), "{}", faults(folder.path()));
}

#[test]
fn ids_that_could_leave_the_folder_are_refused() {
    let folder = shop();
    put(folder.path(), "teams.yml", "teams:\n  ../../evil: { name: x }\n  CON: { name: x }\n");
    let told = faults(folder.path());
    assert!(told.matches("error[").count() >= 2, "{told}");
}
