"""Digests: of values, and of the program that makes values of them."""

import hashlib
import json
import sys
import unicodedata
from functools import cache
from importlib.metadata import version
from pathlib import Path

from sitegen.memo.codec import as_json

_DEPENDENCIES = (
    "babel",
    "charset-normalizer",
    "diff-match-patch",
    "icu4py",
    "jinja2",
    "markdown",
    "markupsafe",
    "nh3",
    "numpy",
    "opencc",
    "py3langid",
    "pyyaml",
    "regex",
    "syntok",
)
"""Packages whose version can change a page."""


def key_for(*parts: object) -> str:
    """The hash of values: dataclasses, tuples, mappings, texts, numbers, dates, bytes and None."""
    return hashlib.sha256(as_json(parts)).hexdigest()


def library_versions() -> dict[str, str]:
    """Of every package whose version can change a page."""
    return {name: version(name) for name in _DEPENDENCIES}


@cache
def tool_digest() -> str:
    """The hash of what is no input and yet decides what is made: code, catalogues, and what they run on."""
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for path in sorted([*package.rglob("*.py"), *package.rglob("*.po")]):
        digest.update(str(path.relative_to(package)).encode() + b"\0" + path.read_bytes() + b"\0")
    digest.update(json.dumps([library_versions(), sys.version_info[:2], unicodedata.unidata_version]).encode())
    return digest.hexdigest()
