"""Kinds of pages of the sample archive, and sites to look at. Opens no browser."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from sitegen.pipeline.build import BuildOptions, build_site

SAMPLE = Path(__file__).resolve().parents[2] / "content"
LANGUAGES = ("en", "es", "fr", "de", "ar", "vi")
"""Those of the interface."""
COMPARISON = "stories/ferry/ferry-northern-wire--ferry-harbour-courier/"
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "home": "",
        "story": "stories/ferry/",
        "columns": "stories/ferry/synopsis/",
        "evidence": "stories/ferry/evidence/",
        "comparison": COMPARISON,
        "translation": "stories/ferry/ferry-northern-wire--ferry-marfa-alyawm/",
        "article": "articles/ferry-northern-wire/",
        "article of others' words": "articles/ferry-harbour-courier/",
        "article in Arabic": "articles/ferry-marfa-alyawm/",
        "article in Vietnamese": "articles/ferry-tin-eo-bien/",
        "article alone": "articles/cape-lamp/",
        "source": "sources/northern-wire/",
        "sources": "sources/",
        "search": "search/",
        "titles": "titles/",
        "list of titles": "titles/year/2031/",
        "page of the editor": "pages/how-this-was-collected/",
        "about": "about/",
        "data": "data/",
        "not found": "404.html",
    }
)
"""The path of one page of each kind."""


def file_of(path: str) -> str:
    """The file that a host sends for a page's address."""
    return path if path.endswith(".html") else f"{path}index.html"


def build_archive(content: Path, output: Path) -> Path:
    """The site that an archive becomes. Raises ValueError where it does not become one."""
    built = build_site(content, output, BuildOptions(workers=1, search=True))
    if built.report is None:
        raise ValueError(f"{content}: {built.diagnostics}")
    return output


def build_sample(language: str, folder: Path) -> Path:
    """The site of the sample archive with an interface in that language; `folder` must not exist."""
    content = folder / "content"
    shutil.copytree(SAMPLE, content)
    settings = content / "site.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r'(?m)^language = ".*"$', f'language = "{language}"', text), encoding="utf-8")
    return build_archive(content, folder / "site")
