//! Why a site could not be published, in words that say what to do.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::name::NameFault;

/// Why a folder must not be replaced by a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is a symbolic link.
    Symlink,
    /// It is a file or a device.
    NotAFolder,
    /// It is the root of a file system.
    Root,
    /// It is, or contains, a folder that must stay where it is: what that is, and where.
    Contains {
        /// Such as `the data`.
        what: &'static str,
        /// The folder that would be replaced with it.
        path: PathBuf,
    },
    /// Another file system is mounted there, so no folder beside it can take its place.
    MountPoint,
}

/// Why a site could not be published. The old site is as it was.
#[derive(Debug)]
pub enum PublishError {
    /// The target must not be replaced.
    Refused {
        /// The target.
        target: PathBuf,
        /// Why not.
        why: Refusal,
    },
    /// Another build is writing this site.
    Busy {
        /// The target.
        target: PathBuf,
    },
    /// The name of the work folder is taken by something that we did not make.
    Occupied {
        /// What is there.
        path: PathBuf,
    },
    /// The list of own files in the target cannot be read, so own and foreign files cannot be told apart.
    Manifest {
        /// The list.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
    /// A path of the site is not safe or not portable.
    Name {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        fault: NameFault,
    },
    /// Two files of the site have one path (ignoring ASCII case), or one's path is a folder of the other.
    Twice {
        /// The path written second.
        path: String,
        /// The path written first.
        earlier: String,
    },
    /// The target has a file that we did not write where the new site has one.
    Foreign {
        /// The foreign file.
        foreign: PathBuf,
        /// The path in the site that it is in the way of.
        own: String,
    },
    /// The system cannot move the finished site into its place.
    CannotSwap {
        /// The target.
        target: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
    /// The disk refused something else.
    Io {
        /// A verb phrase that fits after "cannot".
        doing: &'static str,
        /// The path it was tried on.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
    /// The test hook's simulated crash.
    #[cfg(test)]
    Crash,
}

impl PublishError {
    /// For `map_err`: puts the attempt and the path around the system's answer.
    pub(super) fn at<'a>(doing: &'static str, path: &'a Path) -> impl FnOnce(io::Error) -> PublishError + 'a {
        move |source| PublishError::Io { doing, path: path.to_path_buf(), source }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Symlink => write!(out, "it is a symbolic link; name the folder that it points to"),
            Refusal::NotAFolder => write!(out, "it is not a folder; name a folder, existing or new"),
            Refusal::Root => write!(out, "it is the root of a file system; name a folder in it"),
            Refusal::Contains { what, path } => {
                write!(out, "it contains {what} ({}); name a folder of its own for the site", path.display())
            }
            Refusal::MountPoint => {
                write!(
                    out,
                    "another file system is mounted there; name a folder inside it, or mount its parent"
                )
            }
        }
    }
}

impl fmt::Display for PublishError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PublishError::Refused { target, why } => {
                write!(out, "cannot write the site to {}: {why}", target.display())
            }
            PublishError::Busy { target } => {
                write!(out, "another build is writing {}; wait until it has ended", target.display())
            }
            PublishError::Occupied { path } => {
                write!(out, "{} is in the way and was not made by this program; move it away", path.display())
            }
            PublishError::Manifest { path, message } => write!(
                out,
                "cannot tell own files from others, as {} is damaged: {message}; \
                 delete the folder if it holds nothing but a built site",
                path.display()
            ),
            PublishError::Name { path, fault } => {
                write!(out, "`{}` cannot be a file of the site: {fault}", path.escape_debug())
            }
            PublishError::Twice { path, earlier } => {
                write!(out, "the site has `{path}` twice: it was written before as `{earlier}`")
            }
            PublishError::Foreign { foreign, own } => write!(
                out,
                "{} was not written by this program and is where the site has `{own}`; \
                 move it away, or delete it if it is of an older build",
                foreign.display()
            ),
            PublishError::CannotSwap { target, source } => write!(
                out,
                "cannot move the finished site to {}: {source}; the folder may be a mount point or of a lower layer \
                 of a container image: delete it first, or choose another folder",
                target.display()
            ),
            PublishError::Io { doing, path, source } => {
                write!(out, "cannot {doing} {}: {source}", path.display())
            }
            #[cfg(test)]
            PublishError::Crash => write!(out, "simulated crash"),
        }
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            PublishError::CannotSwap { source, .. } | PublishError::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
