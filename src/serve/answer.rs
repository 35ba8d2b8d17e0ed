//! Answering requests: pages with the reload script, everything else as it is.

use super::server::Shared;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use std::time::Duration;

/// How long a waiting page is kept waiting before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);

/// Asks for the version over and over and reloads when it changes; also after the server was started again.
const RELOAD: &str = r#"(function () {
  var seen = null;
  function ask() {
    fetch("/~deskscore/version" + (seen === null ? "" : "?seen=" + seen))
      .then(function (answer) { return answer.text(); })
      .then(function (version) {
        if (seen !== null && version !== seen) { location.reload(); return; }
        seen = version;
        ask();
      })
      .catch(function () { setTimeout(ask, 1000); });
  }
  ask();
})();
"#;

/// The version of the site; waits for another one when `?seen=` names the present one.
pub(super) async fn version(
    State(shared): State<Shared>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Response {
    if !from_here(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut version = shared.version.clone();
    let now = version.borrow_and_update().to_string();
    let seen = query.as_deref().and_then(|query| query.strip_prefix("seen="));
    if seen == Some(now.as_str()) {
        // Both outcomes are fine: a new version, or the page asks again.
        let _ = tokio::time::timeout(PATIENCE, version.changed()).await;
    }
    let now = version.borrow().to_string();
    ([(header::CACHE_CONTROL, "no-store")], now).into_response()
}

/// A file of the site.
pub(super) async fn answer(State(shared): State<Shared>, headers: HeaderMap, uri: Uri) -> Response {
    if !from_here(&headers) {
        return StatusCode::FORBIDDEN.into_response();
    }
    let path = uri.path().trim_start_matches('/');
    if path == "~deskscore/reload.js" {
        return file("reload.js", RELOAD.as_bytes().to_vec(), StatusCode::OK);
    }
    let path =
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let Ok(shown) = shared.shown.read() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    if let Some(faults) = shown.faults.as_ref().filter(|_| is_page(&path)) {
        return file(&path, with_reload(faults), StatusCode::OK);
    }
    match shown.site.get(&path) {
        Some(bytes) if is_page(&path) => file(&path, with_reload(bytes), StatusCode::OK),
        Some(bytes) => file(&path, bytes.clone(), StatusCode::OK),
        None => {
            let missing = shown.site.get("404.html").map(|page| with_reload(page)).unwrap_or_default();
            file("404.html", missing, StatusCode::NOT_FOUND)
        }
    }
}

/// Whether the request names this machine as its host. A foreign page whose name was made to point here names its own.
fn from_here(headers: &HeaderMap) -> bool {
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

fn is_page(path: &str) -> bool {
    path.ends_with(".html")
}

/// The page with the reload script. The published page forbids connections; while serving it may ask this server.
fn with_reload(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(page).replacen("connect-src 'none'", "connect-src 'self'", 1);
    let script = "<script src=\"/~deskscore/reload.js\" defer></script></head>";
    text.replacen("</head>", script, 1).into_bytes()
}

fn file(path: &str, bytes: Vec<u8>, status: StatusCode) -> Response {
    let kind = match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" | "ftl" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };
    (status, [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")], bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_answered() {
        let with = |host: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, host.parse().unwrap());
            from_here(&headers)
        };
        assert!(with("127.0.0.1:4400") && with("localhost:4400") && with("[::1]:4400") && with("localhost"));
        assert!(!with("evil.example:4400") && !with("127.0.0.1.evil.example") && !with(""));
    }

    #[test]
    fn pages_reload_and_may_ask_this_server() {
        let page = b"<html><head><meta content=\"default-src 'none'; connect-src 'none'\"></head><body></body></html>";
        let text = String::from_utf8(with_reload(page)).unwrap();
        assert!(text.contains("connect-src 'self'") && text.contains("reload.js\" defer></script></head>"));
    }
}
