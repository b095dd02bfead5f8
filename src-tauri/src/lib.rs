//! The shell: the window, its dialogs and paths, and the typed commands. It holds no rule and no SQL; every command
//! is one call into `app`.

pub mod bytes;
pub mod commands;
pub mod dialogs;
pub mod folder;
pub mod log;
pub mod opening;
pub mod placement;
pub mod session;

use std::process::ExitCode;
use tauri::{Manager, WebviewWindowBuilder};
use tauri_plugin_window_state::{StateFlags, WindowExt};

/// Opens the window and stays until it is closed.
#[must_use]
pub fn run() -> ExitCode {
    let arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let chosen = match folder::chosen(&arguments, std::env::var_os("BINAASN_DATA")) {
        Ok(chosen) => chosen,
        Err(sentence) => return refuse_start(&sentence),
    };
    prepare_web_view();

    let context = tauri::generate_context!();
    let commands = commands::builder();
    let built = tauri::Builder::default()
        // First of all plugins: a second start hands over to the running one before it touches anything.
        .plugin(single_instance(&context.config().identifier, chosen.as_deref()))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
                .skip_initial_state(MAIN)
                .build(),
        )
        .invoke_handler(commands.invoke_handler())
        .setup(move |app| {
            let data = match chosen {
                Some(data) => data,
                None => app.path().app_data_dir()?,
            };
            log::start(&data);
            // Opens the data while the web view starts; the first command waits for it.
            app.manage(session::Session::open(data));
            open_main_window(app.handle())?;
            Ok(())
        })
        .build(context);
    let app = match built {
        Ok(app) => app,
        Err(error) => return refuse_start(&format!("Jendela BinaASN tidak dapat dibuka: {error}")),
    };
    app.run(|app, event| {
        if let tauri::RunEvent::Exit = event {
            app.state::<session::Session>().close();
        }
    });
    ExitCode::SUCCESS
}

/// The label of the one window.
const MAIN: &str = "main";

fn single_instance<R: tauri::Runtime>(
    identifier: &str,
    chosen: Option<&std::path::Path>,
) -> tauri::plugin::TauriPlugin<R> {
    tauri_plugin_single_instance::Builder::new()
        .dbus_id(folder::bus_name(identifier, chosen))
        .callback(|app, _arguments, _folder| {
            if let Some(window) = app.get_webview_window(MAIN) {
                // Best effort: some desktops refuse to raise a window, and the start is not worse for it.
                let _ = window.unminimize();
                let _ = window.show();
                let _ = window.set_focus();
            }
        })
        .build()
}

/// Builds the window from its configuration, at its last place if that is still on a screen.
fn open_main_window(app: &tauri::AppHandle) -> tauri::Result<()> {
    let config = app.config().app.windows.iter().find(|window| window.label == MAIN).cloned().unwrap_or_default();
    let window = WebviewWindowBuilder::from_config(app, &config)?.visible(false).build()?;
    // A state that cannot be read is a first start: the configured size is right.
    let _ = window.restore_state(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED);
    placement::bring_on_screen(&window)?;
    window.show()
}

/// Sets what `WebKitGTK` reads from the environment when it starts.
fn prepare_web_view() {
    #[cfg(target_os = "linux")]
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        #[expect(
            unsafe_code,
            reason = "WebKitGTK shows a blank window with some graphics drivers unless this is set; it is set as the \
                      first thing in the program, before any thread exists that could read the environment"
        )]
        // SAFETY: called at the start of `run`, before GTK, the runtime or any other thread is started.
        unsafe {
            std::env::set_var("WEBKIT_DISABLE_DMABUF_RENDERER", "1");
        }
    }
}

/// Says why there is no window, where a person may see it, and ends with the code for wrong usage.
fn refuse_start(sentence: &str) -> ExitCode {
    use std::io::Write;
    // Nobody may be listening, and then there is nothing better to do.
    let _ = writeln!(std::io::stderr(), "{sentence}");
    ExitCode::from(2)
}
