//! From the address of a git remote to the address of its pages.

/// Hosts that serve pages over https whatever the remote says.
const PUBLIC_HOSTS: [&str; 4] = ["github.com", "gitlab.com", "gitee.com", "bitbucket.org"];

/// The web address of a repository (`https://host/owner/name`, no slash at the end) from the address of its remote, or
/// `None` when that has none that can be known: a local path, a host without a dot (an alias of one machine).
///
/// User names, passwords and tokens never reach the result. Understood are `https://`, `http://`, `git://`, `ssh://`
/// and `user@host:path` (<https://git-scm.com/docs/git-clone#_git_urls>); a port is kept for http and https only.
#[must_use]
pub fn web_address(remote: &str) -> Option<String> {
    let (scheme, authority, path) = split(remote.trim())?;
    let host_and_port = authority.rsplit('@').next()?;
    let (host, port) = match host_and_port.split_once(':') {
        Some((host, port)) => (host, Some(port.parse::<u16>().ok()?)),
        None => (host_and_port, None),
    };
    let host = public_name(&host.to_ascii_lowercase())?;
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    if !is_path(path) {
        return None;
    }
    let plain = scheme == "http" && !PUBLIC_HOSTS.contains(&host.as_str());
    let scheme_out = if plain { "http" } else { "https" };
    let port = port.filter(|port| {
        matches!((scheme, port), ("http", p) if *p != 80) || (scheme == "https" && *port != 443)
    });
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("{scheme_out}://{host}{port}/{path}"))
}

/// Scheme, authority (with credentials and port) and path.
fn split(remote: &str) -> Option<(&str, &str, &str)> {
    if let Some((scheme, rest)) = remote.split_once("://") {
        let (authority, path) = rest.split_once('/')?;
        return matches!(scheme, "https" | "http" | "git" | "ssh").then_some((scheme, authority, path));
    }
    let (authority, path) = remote.split_once(':')?;
    (!authority.contains('/')).then_some(("ssh", authority, path))
}

/// The host as browsers know it; `None` for what is no public host name.
fn public_name(host: &str) -> Option<String> {
    let is_name = host.contains('.')
        && host
            .split('.')
            .all(|label| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'));
    is_name.then(|| match host {
        "ssh.github.com" => "github.com".to_owned(),
        "altssh.gitlab.com" => "gitlab.com".to_owned(),
        _ => host.to_owned(),
    })
}

/// At least owner and name, of characters that need no escaping in an address.
fn is_path(path: &str) -> bool {
    let is_part = |part: &str| {
        !part.is_empty()
            && !part.bytes().all(|b| b == b'.')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.~+".contains(&b))
    };
    path.contains('/') && path.split('/').all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_forms() {
        for (remote, web) in [
            ("https://github.com/o/r.git", "https://github.com/o/r"),
            ("https://github.com/o/r", "https://github.com/o/r"),
            ("http://github.com/o/r/", "https://github.com/o/r"),
            ("git@github.com:o/r.git", "https://github.com/o/r"),
            ("ssh://git@ssh.github.com:443/o/r.git", "https://github.com/o/r"),
            ("git@gitee.com:o/r.git", "https://gitee.com/o/r"),
            ("ssh://git@gitlab.example.cn:2222/group/sub/r.git", "https://gitlab.example.cn/group/sub/r"),
            ("http://gitlab.example.cn:8080/o/r.git", "http://gitlab.example.cn:8080/o/r"),
            ("https://gitlab.example.cn:8443/o/r.git", "https://gitlab.example.cn:8443/o/r"),
            ("https://GitHub.com:443/o/r.js.git", "https://github.com/o/r.js"),
        ] {
            assert_eq!(web_address(remote).as_deref(), Some(web), "{remote}");
        }
    }

    #[test]
    fn credentials_never_pass() {
        for remote in [
            "https://me:s3cret@github.com/o/r.git",
            "https://s3cret@github.com/o/r.git",
            "https://x-access-token:s3cret@github.com/o/r",
            "https://a@b:s3cret@github.com/o/r",
            "ssh://s3cret:s3cret@github.com/o/r",
        ] {
            assert_eq!(web_address(remote).as_deref(), Some("https://github.com/o/r"), "{remote}");
        }
    }

    #[test]
    fn what_has_no_web_address() {
        for remote in [
            "",
            "/srv/git/r.git",
            "../r.git",
            "C:\\repos\\r",
            "c:/repos/r",
            "file:///srv/git/r.git",
            "git@work:o/r.git",
            "https://github.com/",
            "https://github.com/o",
            "https://[::1]/o/r",
            "https://github.com/o/../r",
            "https://github.com/o/r?x=<script>",
            "https://github.com:x/o/r",
            "javascript://github.com/o/r",
            "ext::sh -c evil/x/y",
        ] {
            assert_eq!(web_address(remote), None, "{remote}");
        }
    }
}
