//! Makes the context of the window: configuration, capabilities and the built screens are compiled in.

fn main() {
    // `cargo check` and the bindings test work before the screens were ever built.
    let dist = std::path::Path::new("../ui/dist");
    if !dist.join("index.html").exists() {
        println!("cargo::warning=ui/dist is empty: run `npm run ui:build` for a window with screens");
        let page = "<!doctype html><title>BinaASN</title><p>Layar belum dibangun: jalankan npm start.</p>";
        if let Err(error) = std::fs::create_dir_all(dist).and_then(|()| std::fs::write(dist.join("index.html"), page)) {
            println!("cargo::warning=ui/dist could not be made: {error}");
        }
    }
    println!("cargo::rerun-if-changed=../ui/dist");
    tauri_build::try_build(
        // Our own commands need no list of permissions: they exist only for the one window's own page.
        tauri_build::Attributes::new(),
    )
    .unwrap_or_else(|error| panic!("the window's context cannot be made: {error:#}"));
}
