//! A small client of the browser's own debugging protocol: enough to open pages, look, click and listen.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tungstenite::{Message, WebSocket};

/// Longest wait for one answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser that is ended when dropped.
pub struct Chromium {
    child: Child,
    socket: WebSocket<TcpStream>,
    session: String,
    calls: u64,
    events: Vec<Value>,
    _profile: tempfile::TempDir,
}

/// The browser's program: `DESKSCORE_CHROMIUM`, else the usual names on the path.
pub fn program() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("DESKSCORE_CHROMIUM") {
        return Some(named.into());
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|path| path.is_file())
}

impl Chromium {
    /// Starts the browser without a window and opens an empty page.
    pub fn start(program: &PathBuf) -> Self {
        let profile = tempfile::tempdir().expect("a folder for the profile");
        let mut child = Command::new(program)
            .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
            .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
            .args([
                "--disable-dev-shm-usage",
                "--allow-file-access-from-files=false",
                "--remote-debugging-port=0",
            ])
            .args(["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--lang=en-US"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the browser starts");
        let lines = BufReader::new(child.stderr.take().expect("its messages"));
        let mut lines = lines.lines();
        let address = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("DevTools listening on ").map(str::to_owned))
            .expect("the browser says where it listens");
        // Its further messages have to be read, or it would wait for them to be.
        std::thread::spawn(move || lines.for_each(drop));
        let host = address.trim_start_matches("ws://").split('/').next().expect("a host").to_owned();
        let stream = TcpStream::connect(host).expect("the browser can be reached");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit of patience");
        let (socket, _) = tungstenite::client(address, stream).expect("a connection");
        let mut browser =
            Self { child, socket, session: String::new(), calls: 0, events: Vec::new(), _profile: profile };
        let target = browser.call("Target.createTarget", json!({ "url": "about:blank" }));
        let attached =
            browser.call("Target.attachToTarget", json!({ "targetId": target["targetId"], "flatten": true }));
        browser.session = attached["sessionId"].as_str().expect("a session").to_owned();
        for domain in ["Page", "Runtime", "Network", "Log"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    /// Calls a method and returns its result.
    pub fn call(&mut self, method: &str, parameters: Value) -> Value {
        self.ask(method, parameters).unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Calls a method and returns its result, or the error that the browser gives.
    fn ask(&mut self, method: &str, parameters: Value) -> Result<Value, Value> {
        self.calls += 1;
        let mut message = json!({ "id": self.calls, "method": method, "params": parameters });
        if !self.session.is_empty() {
            message["sessionId"] = self.session.clone().into();
        }
        self.socket.send(Message::text(message.to_string())).expect("a message to the browser");
        loop {
            let answer = self.receive();
            if answer["id"] == self.calls {
                let error = &answer["error"];
                return if error.is_null() { Ok(answer["result"].clone()) } else { Err(error.clone()) };
            }
            self.events.push(answer);
        }
    }

    fn receive(&mut self) -> Value {
        loop {
            if let Message::Text(text) = self.socket.read().expect("a message from the browser") {
                return serde_json::from_str(&text).expect("JSON");
            }
        }
    }

    /// Width and height of the window.
    pub fn size(&mut self, width: u32, height: u32) {
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.call("Emulation.setDeviceMetricsOverride", metrics);
    }

    /// Light or dark.
    pub fn scheme(&mut self, scheme: &str) {
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.call("Emulation.setEmulatedMedia", json!({ "features": features }));
    }

    /// Whether pages may run their scripts.
    pub fn scripts(&mut self, on: bool) {
        self.call("Emulation.setScriptExecutionDisabled", json!({ "value": !on }));
    }

    /// Opens an address and waits until it is loaded and quiet. Returns what went wrong on the way: console errors, failed
    /// requests, and requests to anything but `allowed`.
    pub fn open(&mut self, address: &str, allowed: &str) -> Vec<String> {
        self.events.clear();
        self.call("Page.navigate", json!({ "url": address }));
        let begun = Instant::now();
        while self.evaluate("document.readyState") != "complete" {
            assert!(begun.elapsed() < PATIENCE, "{address} does not finish loading");
            std::thread::sleep(Duration::from_millis(20));
        }
        // Charts are drawn after loading. Waiting is done here: a page without scripts has no timers.
        std::thread::sleep(Duration::from_millis(80));
        self.try_evaluate("1");
        self.events.iter().filter_map(|event| complaint(event, allowed)).collect()
    }

    /// The value of an expression, or `None` while the page is being replaced.
    pub fn try_evaluate(&mut self, expression: &str) -> Option<Value> {
        let answer =
            self.ask("Runtime.evaluate", json!({ "expression": expression, "returnByValue": true })).ok()?;
        answer["exceptionDetails"].is_null().then(|| answer["result"]["value"].clone())
    }

    /// The value of an expression in the page.
    pub fn evaluate(&mut self, expression: &str) -> Value {
        let asked = json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let answer = self.call("Runtime.evaluate", asked);
        assert!(answer["exceptionDetails"].is_null(), "{expression}: {}", answer["exceptionDetails"]);
        answer["result"]["value"].clone()
    }
}

/// What is wrong with an event, if anything.
fn complaint(event: &Value, allowed: &str) -> Option<String> {
    let parameters = &event["params"];
    match event["method"].as_str()? {
        "Runtime.exceptionThrown" => Some(format!("exception: {}", parameters["exceptionDetails"])),
        "Runtime.consoleAPICalled" if parameters["type"] == "error" => {
            Some(format!("console: {}", parameters["args"]))
        }
        "Log.entryAdded" if parameters["entry"]["level"] == "error" => {
            Some(format!("log: {}", parameters["entry"]))
        }
        "Network.loadingFailed" => Some(format!("failed: {parameters}")),
        "Network.requestWillBeSent" => {
            let url = parameters["request"]["url"].as_str().unwrap_or_default();
            let fine = url.starts_with(allowed) || url.starts_with("data:") || url == "about:blank";
            (!fine).then(|| format!("request to {url}"))
        }
        _ => None,
    }
}

impl Drop for Chromium {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
