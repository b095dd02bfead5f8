use store::kernel::place::{FolderRisk, judge};

#[test]
fn t45_risky_folders_are_named() {
    let mounts =
        "/dev/sda1 / ext4 rw 0 0\nserver:/data /srv/kantor nfs4 rw 0 0\n/dev/sdb1 /mnt/kunci\\040usb vfat rw 0 0\n";
    let cases: &[(&str, Option<FolderRisk>)] = &[
        ("/home/sri/.local/share/binaasn", None),
        ("C:\\Users\\Sri\\OneDrive - Pemkab\\BinaASN", Some(FolderRisk::Synced)),
        ("/home/sri/Dropbox/binaasn", Some(FolderRisk::Synced)),
        ("G:\\My Drive\\BinaASN", Some(FolderRisk::Synced)),
        ("\\\\server\\bersama\\BinaASN", Some(FolderRisk::Network)),
        ("\\\\?\\C:\\Users\\Sri\\BinaASN", None),
        ("/srv/kantor/binaasn", Some(FolderRisk::Network)),
        ("/srv/kantorku/binaasn", None),
        ("/mnt/kunci usb/binaasn", Some(FolderRisk::Removable)),
        ("/media/sri/KUNCI/binaasn", Some(FolderRisk::Removable)),
    ];
    for (folder, expected) in cases {
        let found: Vec<FolderRisk> = judge(folder, mounts).into_iter().map(|warning| warning.risk).collect();
        assert_eq!(found, Vec::from_iter(*expected), "{folder}");
    }
}
