"""Mistakes that no checkout can hold as files: links, pipes, names that collide, files too large to keep."""

import os
import socket
import unicodedata
from collections.abc import Callable
from pathlib import Path

TEXT = "The water bill rises again in April, the council said on Monday.\n"


def _beside(folder: Path) -> None:
    (folder / "good.md").write_text(TEXT, encoding="utf-8")


def _link_out(folder: Path) -> None:
    secret = folder.parent / "secret.md"
    secret.write_text("Never published.\n", encoding="utf-8")
    (folder / "a.md").symlink_to(secret)


def _link_to_folder(folder: Path) -> None:
    (folder / "loop").symlink_to("..")


def _link_to_nothing(folder: Path) -> None:
    (folder / "a.md").symlink_to("nothing.md")


def _settings_by_link(folder: Path) -> None:
    (folder / "site.toml").symlink_to("/etc/hostname")


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.md")


def _socket(folder: Path) -> None:
    here = os.getcwd()
    os.chdir(folder)
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind("a.txt")
    finally:
        os.chdir(here)


def _bell_in_name(folder: Path) -> None:
    (folder / "a\x07.md").write_text(TEXT, encoding="utf-8")


def _line_feed_in_name(folder: Path) -> None:
    (folder / "a\nb.md").write_text(TEXT, encoding="utf-8")


def _name_in_latin_1(folder: Path) -> None:
    (folder / os.fsdecode(b"caf\xe9.md")).write_text(TEXT, encoding="utf-8")


def _composed_twice(folder: Path) -> None:
    for form in ("NFC", "NFD"):
        (folder / f"{unicodedata.normalize(form, 'café')}.md").write_text(f"{form}: {TEXT}", encoding="utf-8")


def _look_alike_names(folder: Path) -> None:
    for name in ("ﬁsh.md", "fish.txt"):
        (folder / name).write_text(f"{name}: {TEXT}", encoding="utf-8")


def _sharp_s(folder: Path) -> None:
    for name in ("straße.md", "STRASSE.txt"):
        (folder / name).write_text(f"{name}: {TEXT}", encoding="utf-8")


def _two_megabytes(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT * 31_000, encoding="utf-8")


def _sparse_gigabytes(folder: Path) -> None:
    with (folder / "a.txt").open("wb") as file:
        file.truncate(10_000_000_000)


def _long_line(folder: Path) -> None:
    (folder / "a.txt").write_text("water " * 40_000, encoding="utf-8")


def _many_lines(folder: Path) -> None:
    (folder / "a.txt").write_text("Water\n\n" * 60_001, encoding="utf-8")


def _long_front_matter(folder: Path) -> None:
    (folder / "a.md").write_text(f"---\nnotes: {'water ' * 11_000}\n---\n{TEXT}", encoding="utf-8")


def _many_tags(folder: Path) -> None:
    (folder / "a.html").write_text("<p>" + "<i>water</i>\n" * 25_001, encoding="utf-8")


def _deep_settings(folder: Path) -> None:
    (folder / "site.toml").write_text(f"languages = {'[' * 5000}", encoding="utf-8")


def _settings_as_folder(folder: Path) -> None:
    (folder / "sources").mkdir()
    os.mkfifo(folder / "sources/wire.md")


def _model_without_table(folder: Path) -> None:
    header = b'{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}'
    (folder / "site.toml").write_text('[grouping]\nmodel = "../model"\n', encoding="utf-8")
    model = folder.parent / "model"
    model.mkdir()
    (model / "model.safetensors").write_bytes(len(header).to_bytes(8, "little") + header + bytes(4))
    (model / "tokenizer.json").write_text("{}", encoding="utf-8")


MADE: dict[str, Callable[[Path], None]] = {
    "link-that-leads-out": _link_out,
    "link-to-a-folder": _link_to_folder,
    "link-to-nothing": _link_to_nothing,
    "settings-by-link": _settings_by_link,
    "pipe": _pipe,
    "pipe-for-a-source": _settings_as_folder,
    "socket": _socket,
    "bell-in-name": _bell_in_name,
    "line-feed-in-name": _line_feed_in_name,
    "name-in-latin-1": _name_in_latin_1,
    "names-composed-twice": _composed_twice,
    "names-with-ligature": _look_alike_names,
    "names-with-sharp-s": _sharp_s,
    "two-megabytes": _two_megabytes,
    "ten-gigabytes": _sparse_gigabytes,
    "line-of-240-kilobytes": _long_line,
    "too-many-lines": _many_lines,
    "front-matter-of-66-kilobytes": _long_front_matter,
    "too-many-tags": _many_tags,
    "settings-too-deep": _deep_settings,
    "model-without-table": _model_without_table,
}
"""By the name of the folder that holds the message."""


def make(name: str, content: Path) -> None:
    """The mistake in a new folder, beside an article that is right."""
    content.mkdir()
    _beside(content)
    MADE[name](content)
