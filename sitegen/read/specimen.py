"""The specimen: a small invented archive on which a theme shows all its parts, written into a folder.

Its texts are files of the package; what makes it look like somebody's archive is taken from that archive. What is built
of it, and what is cut from the pages, is left to pipeline/styleguide.py.
"""

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path, PurePosixPath

from sitegen.config import Config, SharedPages
from sitegen.model import File, ThemeFile
from sitegen.read.walk import TEMPLATES

_SPECIMEN = Path(__file__).resolve().parent.parent / "specimen"
_LOGO = "logo.svg"
"""Stands for that of an archive without a logo, so that the place of one is seen."""
_BOATS = 120


def write_specimen(
    folder: Path, config: Config, theme: Sequence[ThemeFile], base_url: str, starter: Mapping[str, str]
) -> None:
    """Writes the specimen into `folder` anew, with the language, look and theme of an archive.

    `starter` are further files by their paths, of which those of the specimen itself go first. Raises OSError.
    """
    package = {path.relative_to(_SPECIMEN).as_posix(): path for path in _SPECIMEN.rglob("*") if path.is_file()}
    files = {name: text.encode() for name, text in starter.items()}
    files |= {name: path.read_bytes() for name, path in package.items()}
    logos = [file for file in theme if file.path.startswith("logo.")]
    own = [file for file in theme if file not in logos]
    files |= {file.path if "/" in file.path else f"{TEMPLATES}/{file.path}": file.content for file in own}
    files |= {file.path: file.content for file in logos}
    logo = logos[0].path if logos else _LOGO
    files |= _timetables()
    files["site.toml"] = _settings(config, base_url, logo, is_themed=bool(own)).encode()
    shutil.rmtree(folder, ignore_errors=True)
    write_files(folder, (File(name, content) for name, content in files.items()))


def write_files(folder: Path, files: Iterable[File]) -> None:
    """Writes files below `folder`. Raises OSError."""
    for file in files:
        path = folder / PurePosixPath(file.path)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def _timetables() -> dict[str, bytes]:
    """Two copies of one list that are long enough for pages in parts."""
    head = "---\ntitle: Boats from {place}\nsource: {source}\npublished: 2030-04-0{day}\nlanguage: en\n---\n"
    line = "Boat {number} leaves pier {pier} at {hour}:{minute:02} and is steered by {name}."
    names = ("Arn", "Ebba", "Ivo", "Lys")
    copies = {}
    for day, (source, place) in enumerate((("millbrook-wire", "Ossling"), ("vale-herald", "the weir")), start=1):
        boats = (
            line.format(
                number=number,
                pier=number % 7 + (day if number % 2 else 1),
                hour=6 + number // 12,
                minute=number % 12 * 5,
                name=names[number % 4],
            )
            for number in range(_BOATS)
        )
        text = head.format(place=place, source=source, day=day) + "\n\n".join(boats)
        copies[f"stories/yard/{source}.md"] = text.encode()
    return copies


def _settings(config: Config, base_url: str, logo: str, *, is_themed: bool) -> str:
    """site.toml of the specimen: what the archive looks like is the archive's, what the pages hold is not."""
    language = config.main_language
    further = "en" if language != "en" else "ar"
    look = {**asdict(config.look), "logo": logo}
    tables = {
        "": {
            "title": config.title,
            "base_url": base_url,
            "language": language,
            "interface_languages": [further],
            "notice": "A specimen: every outlet, person and event in it is invented.",
            "contact": "specimen@example.org",
            "pages": True,
            "theme": is_themed,
            "dated_until": "2099-12-31",
        },
        "look": {name: value for name, value in look.items() if value},
        "comparing": {"further_spines": True},
        "sharing": asdict(SharedPages(embed_in=("*",))),
    }
    lines = []
    for table, values in tables.items():
        lines += [f"[{table}]"] if table else []
        lines += [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    return "\n".join(lines) + "\n"


def read_pages(folder: Path) -> dict[str, str]:
    """The pages of a published site by their addresses below its root, in order. Raises OSError."""
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.html")}
    return {name.removesuffix("index.html"): paths[name].read_text(encoding="utf-8") for name in sorted(paths)}
