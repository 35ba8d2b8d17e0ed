//! Binding, building, and telling open pages of each new build.

use super::answer::{answer, version};
use super::watch::Watch;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::{Arc, RwLock};

/// What to serve and what to watch.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Port on loopback; 0 takes a free one.
    pub port: u16,
    /// Folders whose changes cause a rebuild.
    pub watch: Vec<PathBuf>,
}

/// What a build gave.
#[derive(Debug)]
pub enum Built {
    /// The site: path → bytes.
    Site(BTreeMap<String, Vec<u8>>),
    /// The data has faults: a page that shows them, in place of every page.
    Faults(Vec<u8>),
}

/// Why serving ended.
#[derive(Debug)]
pub enum ServeError {
    /// The port cannot be used.
    Port(u16, std::io::Error),
    /// A folder cannot be watched.
    Watch(String),
    /// The server could not start.
    Start(std::io::Error),
}

impl std::fmt::Display for ServeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Port(port, error) => {
                write!(f, "port {port} cannot be used: {error}; choose another with --port")
            }
            Self::Watch(error) => write!(f, "the data folder cannot be watched: {error}"),
            Self::Start(error) => write!(f, "the server cannot start: {error}"),
        }
    }
}

impl std::error::Error for ServeError {}

/// What is being served at the moment.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// The last good site.
    pub site: BTreeMap<String, Vec<u8>>,
    /// The faults page, while the data is broken.
    pub faults: Option<Vec<u8>>,
}

/// What the handlers share.
#[derive(Clone)]
pub(super) struct Shared {
    pub shown: Arc<RwLock<Shown>>,
    pub version: tokio::sync::watch::Receiver<u64>,
}

/// Builds, serves, and rebuilds at every change until the process ends. `ready` is called once with the address.
///
/// # Errors
/// If the port or the watched folders cannot be used.
pub fn serve(
    settings: &Settings,
    mut build: impl FnMut() -> Built,
    ready: impl FnOnce(SocketAddr),
) -> Result<(), ServeError> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", settings.port))
        .map_err(|error| ServeError::Port(settings.port, error))?;
    let address = listener.local_addr().map_err(ServeError::Start)?;
    listener.set_nonblocking(true).map_err(ServeError::Start)?;
    let watch = Watch::begin(&settings.watch).map_err(ServeError::Watch)?;

    let (tell, version) = tokio::sync::watch::channel(0_u64);
    let shared = Shared { shown: Arc::default(), version };
    show(&shared, build());
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(ServeError::Start)?;
    let routes = router(shared.clone());
    runtime.spawn(async move {
        let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
        drop(axum::serve(listener, routes).await);
    });
    ready(address);
    while watch.changed() {
        show(&shared, build());
        tell.send_modify(|version| *version += 1);
    }
    Ok(())
}

fn router(shared: Shared) -> axum::Router {
    axum::Router::new()
        .route("/~deskscore/version", axum::routing::get(version))
        .fallback(answer)
        .with_state(shared)
}

fn show(shared: &Shared, built: Built) {
    let Ok(mut shown) = shared.shown.write() else { return };
    match built {
        Built::Site(site) => *shown = Shown { site, faults: None },
        Built::Faults(page) => shown.faults = Some(page),
    }
}
