"""Takes the pictures of the README from a network page: `python tools/take_screenshots.py PAGE FOLDER`.

Chromium is found by the variable CHROMIUM or on the path.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--force-color-profile=srgb",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def chromium() -> str:
    """Return the path of Chromium, or end with what to do."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        sys.exit("No Chromium. Install it with: apt-get install chromium, or name one in the variable CHROMIUM.")
    return found


def choose_most_connected(page: "Page") -> None:
    """Open the evidence of the first node in the list of those with most lines."""
    page.locator("#panel .most button").first.click()
    page.mouse.move(1, 1)


def main(file: Path, folder: Path) -> None:
    """Write network.png, the page with evidence open, as it looks on a laptop."""
    from playwright.sync_api import sync_playwright

    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), headless=True, args=list(FLAGS))
        context = browser.new_context(offline=True, viewport={"width": 1360, "height": 850}, color_scheme="light")
        page = context.new_page()
        page.goto(file.resolve().as_uri())
        page.wait_for_selector("body[data-ready='1']")
        choose_most_connected(page)
        page.screenshot(path=folder / "network.png")
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("python tools/take_screenshots.py PAGE FOLDER")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
