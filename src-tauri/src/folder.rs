//! Which data folder this start is about.

use std::{
    ffi::OsString,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

/// The folder named on the command line (`--data DIR` or `--data=DIR`), else by the environment, else none.
///
/// # Errors
/// The sentence to show when `--data` stands without a folder.
pub fn chosen(arguments: &[OsString], environment: Option<OsString>) -> Result<Option<PathBuf>, String> {
    let missing = || "Tulis folder data setelah --data, misalnya: binaasn --data D:\\BinaASN".to_owned();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let folder = if argument == "--data" {
            arguments.next().cloned()
        } else {
            match argument.to_str().and_then(|text| text.strip_prefix("--data=")) {
                Some(folder) => Some(OsString::from(folder)),
                None => continue,
            }
        };
        return match folder {
            Some(folder) if !folder.is_empty() => Ok(Some(PathBuf::from(folder))),
            Some(_) | None => Err(missing()),
        };
    }
    Ok(environment.filter(|folder| !folder.is_empty()).map(PathBuf::from))
}

/// The name under which a running program is found again. Each chosen data folder has its own, so that two folders
/// can be open side by side; the lock inside the folder is the real guard.
#[must_use]
pub fn bus_name(identifier: &str, chosen: Option<&Path>) -> String {
    match chosen {
        None => identifier.to_owned(),
        Some(folder) => {
            let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
            let mut hasher = DefaultHasher::new();
            whole.hash(&mut hasher);
            format!("{identifier}.data{:x}", hasher.finish())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(list: &[&str]) -> Vec<OsString> {
        list.iter().map(OsString::from).collect()
    }

    #[test]
    fn the_command_line_wins_over_the_environment() {
        let environment = Some(OsString::from("/env"));
        assert_eq!(chosen(&arguments(&["--data", "/a"]), environment.clone()), Ok(Some("/a".into())));
        assert_eq!(chosen(&arguments(&["--data=/b"]), environment.clone()), Ok(Some("/b".into())));
        assert_eq!(chosen(&arguments(&["--other"]), environment), Ok(Some("/env".into())));
        assert_eq!(chosen(&[], None), Ok(None), "without a choice the system's folder is taken");
    }

    #[test]
    fn a_missing_folder_is_refused_with_an_example() {
        for wrong in [&["--data"][..], &["--data="], &["--data", ""]] {
            assert!(chosen(&arguments(wrong), None).is_err_and(|sentence| sentence.contains("--data D:")), "{wrong:?}");
        }
    }

    #[test]
    fn two_folders_can_be_open_side_by_side() {
        let [first, second] = ["/a", "/b"].map(|folder| bus_name("id.binaasn.desktop", Some(Path::new(folder))));
        assert_ne!(first, second);
        assert_eq!(bus_name("id.binaasn.desktop", None), "id.binaasn.desktop");
    }
}
