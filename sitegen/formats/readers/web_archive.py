"""Captures of pages: WARC, WET and gzipped WARC, and WACZ (Webrecorder's zip of WARCs with a list of its pages)."""

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from sitegen.formats.captures import capture_findings
from sitegen.formats.draft import Draft, FileNote, PassedPage
from sitegen.formats.format import Contents, FileStart, Format, PageChoice, ReadingContext
from sitegen.formats.inflate import CUT_HINT
from sitegen.formats.warc import read_captures
from sitegen.read.refusal import Refused

_MOST_FILES = 10_000
_MOST_LISTED = 1_000_000
"""Pages of a list that are read; crawls of one site have some thousand."""
_LONGEST_LINE = 1 << 20
_CHUNK = 1 << 20


def _read_warc(file: BinaryIO, context: ReadingContext) -> Contents:
    yield from capture_findings(read_captures(file, context.limits), context)


def _read_wacz(file: BinaryIO, context: ReadingContext) -> Contents:
    """The pages of each WARC in a WACZ: those that were asked for, else those that its own list names.

    A record is numbered by its place among all pages of the file, since each WARC in it counts its own bytes.
    """
    try:
        archive = zipfile.ZipFile(file)
        parts = [part for part in archive.infolist() if part.filename.startswith("archive/") and not part.is_dir()]
        described = _described(archive)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, KeyError) as failure:
        raise _unreadable(failure) from None
    if len(archive.infolist()) > _MOST_FILES:
        raise Refused("inflates", f"this WACZ holds more than {_MOST_FILES:,} files", "split it")
    if not parts:
        raise Refused("bad-warc", "this WACZ holds no WARC", CUT_HINT)
    listed = frozenset(_listed(archive))
    choice = context.choice or PageChoice(addresses=listed)
    if listed and not context.choice:
        yield FileNote(text=f"its list names {len(listed):,} pages; others are taken where you name them (`--page`)")
    number = 0
    for part in sorted(parts, key=lambda part: part.filename):
        try:
            for finding in _part(archive, part, described, replace(context, records=None), choice):
                if isinstance(finding, Draft):
                    number += 1
                    finding = replace(finding, record=number, record_unit="page")
                elif isinstance(finding, PassedPage):
                    number += 1
                yield finding
        except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, EOFError) as failure:
            yield _unreadable(failure)
        except Refused as refused:
            yield Refused(refused.code, f"{part.filename}: {refused.message}", refused.hint)


def _part(
    archive: zipfile.ZipFile,
    part: zipfile.ZipInfo,
    described: Mapping[str, str],
    context: ReadingContext,
    choice: PageChoice,
) -> Contents:
    if part.file_size > context.limits.warc_ratio * max(1, part.compress_size):
        raise Refused("inflates", "it unpacks to more than `limits.warc_ratio` times its size", CUT_HINT)
    stated = described.get(part.filename, "")
    if stated:
        digest = hashlib.sha256()
        with archive.open(part) as member:
            while chunk := member.read(_CHUNK):
                digest.update(chunk)
        if digest.hexdigest() != stated:
            raise Refused("bad-digest", "it is not what the WACZ says of it", "fetch or copy the file again")
    with archive.open(part) as member:
        yield from capture_findings(read_captures(member, context.limits), context, choice)  # type: ignore[arg-type]


def _described(archive: zipfile.ZipFile) -> dict[str, str]:
    """The SHA-256 of each file, as `datapackage.json` states it."""
    try:
        with archive.open("datapackage.json") as member:
            package: Any = json.loads(member.read(10 * _LONGEST_LINE))
    except (KeyError, ValueError, RecursionError):
        return {}
    resources = package.get("resources") if isinstance(package, dict) else None
    return {
        str(resource.get("path")): str(resource.get("hash")).removeprefix("sha256:")
        for resource in (resources if isinstance(resources, list) else [])
        if isinstance(resource, dict) and str(resource.get("hash")).startswith("sha256:")
    }


def _listed(archive: zipfile.ZipFile) -> Iterator[str]:
    """The addresses of the pages that its list names; the first line of a list describes it."""
    names = [name for name in archive.namelist() if name.startswith("pages/") and name.endswith(".jsonl")]
    for name in names:
        with archive.open(name) as member:
            for _ in range(_MOST_LISTED):
                line = member.readline(_LONGEST_LINE)
                if not line:
                    break
                try:
                    page = json.loads(line)
                except (ValueError, RecursionError):
                    continue
                if isinstance(page, dict) and isinstance(page.get("url"), str):
                    yield page["url"]


def _unreadable(failure: Exception) -> Refused:
    return Refused("bad-warc", f"this WACZ is damaged: {type(failure).__name__}", CUT_HINT)


def _begins_warc(start: FileStart) -> bool:
    return start.data.startswith(b"WARC/")


def _begins_wacz(start: FileStart) -> bool:
    return "datapackage.json" in start.members and any(
        name.startswith(("archive/", "pages/")) for name in start.members
    )


FORMATS = (
    Format(name="a WARC", suffixes=(".warc.gz",), read=_read_warc, is_streamed=True),
    Format(name="a WARC", suffixes=(".warc", ".wet"), read=_read_warc, begins=_begins_warc, is_streamed=True),
    Format(name="a WACZ", suffixes=(".wacz",), read=_read_wacz, begins=_begins_wacz, is_streamed=True),
)
