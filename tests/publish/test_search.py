"""The search index: what is in it, and that it is the same every time."""

import gzip
import json
import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.diagnostics import SitegenError
from sitegen.model import File
from sitegen.publish import cbor, index_pages, search

WORDS = {
    "en": "the council voted on the water bill and police said people were moved from houses near the bridge",
    "de": "der Stadtrat stimmte über das Wassergesetz ab und die Polizei räumte Häuser nahe der Brücke",
    "ar": "صوت المجلس على قانون المياه وقالت الشرطة إن الناس نقلوا من المنازل قرب الجسر",
    "zh": "市议会 投票 通过 水务 法案 警方 表示 居民 已 从 桥 附近 的 房屋 撤离",
}


def pages(count: int) -> list[File]:
    """Pages in four languages, with filters of many values and a sort key."""
    chance = random.Random(1)
    made = []
    for number in range(count):
        language = list(WORDS)[number % 4]
        words = WORDS[language].split()
        text = " ".join(chance.choice(words) for _ in range(120))
        filters = "".join(
            f'<i data-pagefind-filter="{name}">{chance.choice("ABCÄж本")}{chance.randrange(5)}</i>'
            for name in ("source", "year", "relation", "tag", "tag")
        )
        html = (
            f'<!doctype html><html lang="{language}"><title>Page {number}</title><main data-pagefind-body>'
            f'<h1>Page {number}</h1>{filters}<p data-pagefind-sort="date">{chance.randrange(99)}</p>'
            f"<p>{text}</p></main>"
        )
        made.append(File(f"articles/a{number}/index.html", html.encode()))
    return made


def fragments(files: tuple[File, ...]) -> list[Any]:
    """What the index holds of each page."""
    found = [file.content for file in files if file.path.startswith("pagefind/fragment/")]
    return [json.loads(gzip.decompress(content).removeprefix(b"pagefind_dcd")) for content in found]


def test_same_pages_same_bytes() -> None:
    """200 pages in four languages, in any order, in two runs of the program: every byte is the same."""
    made = pages(200)
    shuffled = random.Random(2).sample(made, len(made))
    one, other = index_pages(made), index_pages(shuffled)
    assert one == other
    assert [file.path for file in one] == sorted(file.path for file in one)
    assert len(fragments(one)) == 200


def test_control_pagefind_alone_differs(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Pagefind writes it, the index is not the same twice: if this ever passes for good, drop index_order."""
    monkeypatch.setattr(search, "in_order", lambda files: files)
    made = pages(40)
    first = index_pages(made)
    assert any(index_pages(made) != first for _ in range(5))


def test_control_order_of_pages_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without sorting the pages first, their order would decide the bytes."""
    monkeypatch.setattr(search, "sorted", lambda found, key=None: list(found) if key else sorted(found), raising=False)
    made = pages(8)
    assert index_pages(made) != index_pages(reversed(made))


def test_index_names_what_it_holds() -> None:
    """The files fit together: the entry names each language's index, and that its filters."""
    files = {file.path.removeprefix("pagefind/"): file.content for file in index_pages(pages(8))}
    entry = json.loads(files["pagefind-entry.json"])
    assert list(entry["languages"]) == ["ar", "de", "en", "zh"]
    for language in entry["languages"].values():
        meta: Any = cbor.decode(files[f"pagefind.{language['hash']}.pf_meta"].removeprefix(b"pagefind_dcd"))
        assert [name for name, _ in meta[3]] == ["relation", "source", "tag", "year"]
        for name, hash_ in meta[3]:
            index: Any = cbor.decode(files[f"filter/{hash_}.pf_filter"].removeprefix(b"pagefind_dcd"))
            assert index[0] == name
            assert [value for value, _ in index[1]] == sorted(value for value, _ in index[1])
    named = sum(1 for path in files if path.endswith((".pf_filter", ".pf_meta")))
    assert named == 4 * 4 + 4


def test_only_what_a_search_needs_is_published() -> None:
    """Pagefind's own search boxes are not; what pagefind.js fetches is."""
    files = {file.path for file in index_pages(pages(4))}
    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/wasm.unknown.pagefind"} <= files
    assert not [path for path in files if "ui" in path or "highlight" in path or path.endswith(".css")]


def test_addresses_are_the_pages_own() -> None:
    """An index.html is found at its folder, anything else at its name; letters beyond ASCII are escaped."""
    html = pages(1)[0].content
    paths = ("index.html", "a/index.html", "about.html", "ü/index.html")
    found = fragments(index_pages(File(path, html) for path in paths))
    assert sorted(one["url"] for one in found) == ["/", "/%C3%BC/", "/a/", "/about.html"]


def test_no_pages_no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pages nothing is made, and nothing is run."""
    monkeypatch.setattr(subprocess, "Popen", lambda *_, **__: pytest.fail("was run"))
    assert index_pages([]) == ()


def test_settings_around_it_do_not_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pagefind.toml where the command is run, and PAGEFIND_ variables, change nothing, nor does a false program."""
    before = index_pages(pages(4))
    (tmp_path / "pagefind.toml").write_text('force_language = "de"\nkeep_index_url = true\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "fr")
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", "/bin/false")
    assert index_pages(pages(4)) == before


@pytest.mark.parametrize("program", ["#!/bin/sh\nexit 1\n", "no program", None])
def test_program_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None) -> None:
    """A program that is missing, cannot be run or dies is an error with a way round it, and never a hang."""
    path = tmp_path / "pagefind"
    if program:
        path.write_text(program)
        path.chmod(0o755)
    monkeypatch.setattr("pagefind_bin_extended.get_executable", lambda: path)
    with pytest.raises(SitegenError) as refused:
        index_pages(pages(1))
    (problem,) = refused.value.diagnostics
    assert problem.code == "search-failed"
    assert "search = false" in problem.hint


def test_no_process_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program has ended when the index is there, and when making it failed."""
    started: list[Any] = []
    real: Callable[..., Any] = subprocess.Popen

    def start(*args: Any, **kwargs: Any) -> Any:
        started.append(real(*args, **kwargs))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    index_pages(pages(1))
    with pytest.raises(SitegenError):
        index_pages([File("a.html", b"\xff")])
    for process in started:
        assert process.returncode is not None
        with pytest.raises(ProcessLookupError):
            os.kill(process.pid, 0)


@pytest.mark.parametrize("item", [0, 23, 24, 255, 256, 65_536, 2**40, -1, -500, "", "ü" * 300, [], [1, ["a", []]]])
def test_cbor_comes_back(item: Any) -> None:
    """What is encoded is decoded to the same."""
    assert cbor.decode(cbor.encode(item)) == item


@pytest.mark.parametrize(
    "content", ["", "18", "6161 00", "9f01ff", "a0", "f6", "82 01", "62 61"], ids=lambda text: text or "empty"
)
def test_cbor_refuses_the_rest(content: str) -> None:
    """Data that ends early, goes on, or is of another kind is a ValueError, not a wrong index."""
    with pytest.raises(ValueError, match=r"early|follows|kind|length"):
        cbor.decode(bytes.fromhex(content))
