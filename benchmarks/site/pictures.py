"""Takes the pictures of the README from the sample archive: a comparison on a telephone, a story, its copy in Arabic.

python -m benchmarks.site.pictures [FOLDER]
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from benchmarks.site.pages import COMPARISON, build_sample
from tests.browser.conftest import ARGUMENTS, need_chromium, served_files, serving

PICTURES = {
    "story.png": ("en", "stories/ferry/", 1280, 900, "light"),
    "comparison.png": ("en", COMPARISON, 390, 844, "light"),
    "arabic.png": ("ar", COMPARISON, 390, 844, "dark"),
}
"""Language of the interface, page, width, height and scheme of each."""
_COLOURS = 64
"""Of a picture: letters on paper need few, and the file is a third as large."""


def main() -> None:
    """Writes the pictures into the folder, docs/pictures if none is named."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/pictures")
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=need_chromium(), args=list(ARGUMENTS))
        sites = {language: build_sample(language, Path(folder) / language) for language in ("en", "ar")}
        for name, (language, path, width, height, scheme) in PICTURES.items():
            with serving(served_files(sites[language])) as origin:
                page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
                page.goto(origin + path)
                taken = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
                taken.quantize(_COLOURS).save(target / name, optimize=True)
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
