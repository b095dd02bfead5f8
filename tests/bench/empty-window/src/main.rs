//! An empty window.

fn main() {
    // SAFETY: the first thing in the program; no other thread is there yet. The window under test sets the same.
    unsafe { std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1") };
    tauri::Builder::default().run(tauri::generate_context!()).expect("the empty window opens");
}
