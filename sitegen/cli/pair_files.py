"""Opens the two files of `sitegen compare`, or standard input, and reads each as an article. No archive is needed.

No setting is read: a site.toml beside the files has no say here. A file that cannot be read is told with its reason,
both files in one run.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sitegen.config import Config, Limits
from sitegen.diagnostics import Diagnostic, Location, SitegenError, error
from sitegen.model import Article

STDIN = Path("-")
_SUFFIXES = (".md", ".markdown", ".txt", ".html", ".htm")
_BINARY_WITHIN = 8000
"""Bytes at the beginning in which a NUL tells a binary file, as git has it."""
_NUL_IN_TEXT = 0.05
"""Share of NUL beyond which a file is no text, even if its bytes are UTF-8."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_MOST = 20_000_000
_LIMITS = Limits(article_bytes=_MOST, line_bytes=_MOST)
"""Ten times what an article of an archive may have: who holds two files may ask about any two."""
_NUL_IN_WIDE_TEXT = 0.3
"""Share of all bytes that are NUL in every second place where it is rather UTF-16 without its mark; the reader says
what to do about that."""


def read_pair(left: Path, right: Path) -> tuple[tuple[Article, Article], tuple[Diagnostic, ...]]:
    """Both articles, with two ids whatever their files are called, and what is worth telling about them.

    Raises SitegenError with all that is wrong with either file.
    """
    articles: list[Article] = []
    problems: list[Diagnostic] = []
    for path in (left, right):
        try:
            article, told = _article(path)
        except SitegenError as failure:
            problems += failure.diagnostics
        else:
            articles.append(article)
            problems += told
    if len(articles) < 2:
        raise SitegenError(*problems)
    return _distinct(articles), tuple(problems)


def shown_path(path: Path) -> str:
    """The path as it was given."""
    return "standard input" if path == STDIN else str(path)


def shown_name(path: Path) -> str:
    """The name of a file without its folders."""
    return "standard input" if path == STDIN else path.name


def names_of(left: Path, right: Path) -> tuple[str, str]:
    """What the two files are called on the page: their names, told apart where they are the same."""
    names = shown_name(left), shown_name(right)
    return names if names[0] != names[1] else (f"{names[0]} (left)", f"{names[1]} (right)")


def same_file(left: Path, right: Path) -> bool:
    """Whether two paths lead to one file."""
    try:
        return STDIN not in (left, right) and left.samefile(right)
    except OSError:
        return False


def _article(path: Path) -> tuple[Article, tuple[Diagnostic, ...]]:
    """The article in a file; its rights do not matter to the person who holds it."""
    from sitegen.read import read_article

    config = replace(Config(), limits=_LIMITS)
    shown = shown_path(path)
    if path == STDIN:
        relative = "standard-input.txt"
    else:
        relative = path.name if path.suffix.lower() in _SUFFIXES else f"{path.stem}.txt"
    data = _bytes(path, config.limits.article_bytes)
    if _is_binary(data):
        hint = "compare takes texts: .txt or .md, in UTF-8"
        raise SitegenError(error("binary-file", "this is a binary file, not a text", Location(path=shown), hint=hint))
    article, problems = read_article(shown, relative, data, config)
    if article is None or any(problem.severity == "error" for problem in problems):
        raise SitegenError(*problems)
    return replace(article, path=shown, source="", rights="full"), problems


def _bytes(path: Path, most: int) -> bytes:
    shown = Location(path=shown_path(path))
    try:
        if path == STDIN:
            data = sys.stdin.buffer.read(most + 1)
        elif path.is_dir() or not path.exists():
            raise SitegenError(_no_file(path, shown))
        else:
            with path.open("rb") as file:
                data = file.read(most + 1)
    except OSError as failure:
        raise SitegenError(error("cannot-read", f"cannot read it: {failure.strerror}", shown)) from failure
    if len(data) > most:
        raise SitegenError(error("too-big", f"this is longer than {most:,} bytes, the most that is compared", shown))
    return data


def _no_file(path: Path, shown: Location) -> Diagnostic:
    if path.is_dir():
        hint = "compare takes two files; `sitegen build` compares the articles of a folder"
        return error("no-file", "this is a folder", shown, hint=hint)
    return error("no-file", "there is no such file", shown)


def _is_binary(data: bytes) -> bool:
    """Whether it holds NUL, and is neither UTF-8 with a stray one nor UTF-16 with or without its mark."""
    begin = data[:_BINARY_WITHIN]
    if b"\0" not in begin or begin.startswith(_WIDE) or _may_be_wide(begin):
        return False
    if begin.count(0) > _NUL_IN_TEXT * len(begin):
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _may_be_wide(begin: bytes) -> bool:
    """Whether every second byte is mostly NUL, and of the others hardly one, as in UTF-16 without its mark."""
    odd, even = sorted((begin[::2].count(0), begin[1::2].count(0)))
    return even > _NUL_IN_WIDE_TEXT * len(begin) and odd < len(begin) / 50


def _distinct(articles: Sequence[Article]) -> tuple[Article, Article]:
    """Two files of one name still have two ids."""
    left, right = articles
    if left.id != right.id:
        return left, right
    return replace(left, id=f"{left.id}-left"), replace(right, id=f"{right.id}-right")


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file in one step: whoever reads it finds the old one or the new one. A link is followed.

    Raises SitegenError when the system refuses.
    """
    path = path.resolve()
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as failure:
        beside.unlink(missing_ok=True)
        raise SitegenError(
            error("cannot-write", f"cannot write it: {failure.strerror}", Location(path=str(path)))
        ) from failure
