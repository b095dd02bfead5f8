//! Whether a window's remembered place is still on a screen: screens are unplugged, and projectors taken home.

use tauri::{Runtime, WebviewWindow};

/// A rectangle in physical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// Left edge.
    pub x: i64,
    /// Top edge.
    pub y: i64,
    /// Width.
    pub width: i64,
    /// Height.
    pub height: i64,
}

/// How much of the title bar must be seen so that a person can grip it.
const GRIP_WIDTH: i64 = 160;
const GRIP_HEIGHT: i64 = 24;

impl Area {
    fn overlap(self, other: Self) -> (i64, i64) {
        let width = (self.x + self.width).min(other.x + other.width) - self.x.max(other.x);
        let height = (self.y + self.height).min(other.y + other.height) - self.y.max(other.y);
        (width, height)
    }
}

/// Whether enough of the window's title bar lies on one of the screens.
#[must_use]
pub fn reachable(window: Area, screens: &[Area]) -> bool {
    let title = Area { height: GRIP_HEIGHT, ..window };
    screens.iter().any(|screen| {
        let (width, height) = title.overlap(*screen);
        width >= GRIP_WIDTH.min(window.width) && height >= GRIP_HEIGHT
    })
}

/// Centres the window when its remembered place cannot be reached.
///
/// # Errors
/// When the window system does not answer.
pub fn bring_on_screen<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    let screens: Vec<_> = window
        .available_monitors()?
        .iter()
        .map(|monitor| {
            area((monitor.position().x, monitor.position().y), (monitor.size().width, monitor.size().height))
        })
        .collect();
    let (position, size) = (window.outer_position()?, window.outer_size()?);
    if screens.is_empty() || reachable(area((position.x, position.y), (size.width, size.height)), &screens) {
        Ok(())
    } else {
        window.center()
    }
}

fn area((x, y): (i32, i32), (width, height): (u32, u32)) -> Area {
    Area { x: x.into(), y: y.into(), width: width.into(), height: height.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: Area = Area { x: 0, y: 0, width: 1366, height: 768 };
    const PROJECTOR: Area = Area { x: 1366, y: 0, width: 1024, height: 768 };

    fn window_at(x: i64, y: i64) -> Area {
        Area { x, y, width: 1200, height: 700 }
    }

    #[test]
    fn a_place_on_an_unplugged_screen_is_not_reachable() {
        let on_projector = window_at(1400, 20);
        assert!(reachable(on_projector, &[OFFICE, PROJECTOR]), "both screens are there");
        assert!(!reachable(on_projector, &[OFFICE]), "the projector has gone");
    }

    #[test]
    fn a_title_bar_that_cannot_be_gripped_is_not_reachable() {
        assert!(reachable(window_at(-900, 0), &[OFFICE]), "300 pixels are left of it");
        assert!(!reachable(window_at(-1100, 0), &[OFFICE]), "only 100 pixels are left of it");
        assert!(!reachable(window_at(0, -40), &[OFFICE]), "the title bar is above the screen");
        assert!(!reachable(window_at(0, 760), &[OFFICE]), "the title bar is below the screen");
    }
}
