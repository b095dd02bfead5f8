//! Warnings about where the data folder lies. Best effort: silence is no promise.

use serde::Serialize;
use specta::Type;
use std::fs;
use std::path::Path;

/// Why a place is risky for a data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FolderRisk {
    /// A program copies the folder to a cloud while we write.
    Synced,
    /// The folder is on another machine.
    Network,
    /// The folder is on a medium that is pulled out.
    Removable,
}

/// A risk and the sentence to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct FolderWarning {
    /// For programs.
    pub risk: FolderRisk,
    /// For people.
    pub message: String,
}

const SYNCED: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("google-drive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("drive saya", "Google Drive"),
    ("icloud", "iCloud"),
    ("nextcloud", "Nextcloud"),
];
const NETWORK: &[&str] = &["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "fuse.rclone", "davfs"];
const REMOVABLE: &[&str] = &["vfat", "exfat", "msdos"];
const REMOVABLE_ROOTS: &[&str] = &["/media/", "/run/media/", "/Volumes/"];

/// What is risky about a folder.
pub(crate) fn warnings(folder: &Path) -> Vec<FolderWarning> {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    judge(&folder.to_string_lossy(), &mounts)
}

/// Judges a path by its names and by the mount table of Linux.
pub fn judge(folder: &str, mounts: &str) -> Vec<FolderWarning> {
    let mut found = Vec::new();
    let mut warn = |risk, why: String, remedy: &str| {
        let message = format!("Folder data {why}. {remedy}");
        found.push(FolderWarning { risk, message });
    };
    let parts: Vec<String> = folder.split(['/', '\\']).map(str::to_lowercase).collect();
    let synced = SYNCED.iter().find(|(mark, _)| parts.iter().any(|part| part.starts_with(mark)));
    if let Some((_, name)) = synced {
        let remedy = "Berkas data dapat rusak bila disalin selagi dipakai. Pindahkan ke folder biasa dan simpan \
                      cadangannya saja di sana.";
        warn(FolderRisk::Synced, format!("berada di dalam {name}"), remedy);
    }
    let kind = file_system(folder, mounts);
    let shared = (folder.starts_with("\\\\") && !folder.starts_with("\\\\?\\")) || folder.starts_with("\\\\?\\UNC\\");
    if shared || kind.is_some_and(|kind| NETWORK.contains(&kind)) {
        let remedy = "Berkas data dapat rusak bila jaringan putus. Pindahkan ke diska komputer ini.";
        warn(FolderRisk::Network, "berada di jaringan".to_owned(), remedy);
    }
    let rooted = REMOVABLE_ROOTS.iter().any(|root| folder.starts_with(root));
    if rooted || kind.is_some_and(|kind| REMOVABLE.contains(&kind)) {
        let remedy = "Berkas data dapat rusak bila media dicabut. Pindahkan ke diska komputer ini.";
        warn(FolderRisk::Removable, "berada di media yang dapat dicabut".to_owned(), remedy);
    }
    found
}

/// The kind of the file system with the longest mount point above `folder`.
fn file_system<'a>(folder: &str, mounts: &'a str) -> Option<&'a str> {
    mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            let (_, point, kind) = (words.next()?, words.next()?, words.next()?);
            let point = point.replace("\\040", " ");
            Path::new(folder).starts_with(&point).then_some((point.len(), kind))
        })
        .max_by_key(|(length, _)| *length)
        .map(|(_, kind)| kind)
}
