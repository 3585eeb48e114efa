"""Declares in the content that an article is withdrawn: in its file, or in site.toml where the file is gone.

Not a byte besides changes, and a file is written only when the new bytes are read as meant.
"""

import hashlib
import os
import re
import tomllib
from pathlib import Path

from sitegen.diagnostics import Diagnostic, Location, SitegenError, error
from sitegen.model import Article
from sitegen.read import Archive, read_article
from sitegen.read.recording import replace_file, with_field

_LIST = re.compile(r"^(withdrawn[ \t]*=[ \t]*\[)", re.MULTILINE)
_MARK = "\ufeff"


def declare_withdrawn(content: Path, archive: Archive, article: str) -> str:
    """Declares it, if nothing does, and returns the file that says so. Raises SitegenError [not-recorded]."""
    files = {known_article.id: known_article for known_article in (*archive.articles, *archive.withdrawn_articles)}
    settings = content / "site.toml"
    if article in archive.withdrawn:
        declared = files.get(article)
        return str(content / declared.path if declared and declared.withdrawn else settings)
    if article in files:
        return _declare_in_file(content, archive, files[article])
    return _declare_in_settings(settings, article)


def _declare_in_file(content: Path, archive: Archive, article: Article) -> str:
    path = content / article.path
    real = Path(os.path.realpath(path))
    try:
        before = real.read_bytes()
        if hashlib.sha256(before).hexdigest() != article.digest:
            raise SitegenError(_not_recorded(path, "the file changed meanwhile; run the command again"))
        after = with_field(before, "withdrawn", "true", replaced="false")
        sources = {source.id: source for source in archive.sources}
        read, _ = read_article(article.path, article.path, after, archive.config, sources)
        if read is None or not read.withdrawn or _texts(read) != _texts(article):
            raise SitegenError(_not_recorded(path, "it cannot be declared without changing what is read of the file"))
        replace_file(real, after)
    except OSError as failure:
        raise SitegenError(_not_recorded(path, f"the system refuses: {failure.strerror or failure}")) from failure
    return str(path)


def _texts(article: Article) -> list[str]:
    return [block.text for block in article.blocks]


def _declare_in_settings(path: Path, article: str) -> str:
    try:
        text = path.read_bytes().decode() if path.exists() else ""
        before = tomllib.loads(text.removeprefix(_MARK))
        after = with_withdrawn(text, article)
        listed = [*before.get("withdrawn", []), article]
        read = tomllib.loads(after.removeprefix(_MARK))
        if {**read, "withdrawn": sorted(read["withdrawn"])} != {**before, "withdrawn": sorted(listed)}:
            raise ValueError
        if path.exists():
            replace_file(Path(os.path.realpath(path)), after.encode())
        else:
            path.write_bytes(after.encode())
    except (ValueError, TypeError, KeyError) as failure:
        raise SitegenError(_not_recorded(path, "it cannot be written there as it stands", article)) from failure
    except OSError as failure:
        reason = f"the system refuses: {failure.strerror or failure}"
        raise SitegenError(_not_recorded(path, reason, article)) from failure
    return str(path)


def with_withdrawn(text: str, article: str) -> str:
    """site.toml with an article in its list of those that are withdrawn; nothing else changes."""
    mark = _MARK if text.startswith(_MARK) else ""
    text = text.removeprefix(_MARK)
    name = f'"{article}"'
    end = "\r\n" if "\r\n" in text else "\n"
    if _LIST.search(text):
        return mark + _LIST.sub(lambda match: f"{match[1]}{name}, ", text, count=1).replace(f"{name}, ]", f"{name}]", 1)
    # Above the first table, where it is a setting of the archive and of no table.
    return f"{mark}withdrawn = [{name}]{end}{text}"


def _not_recorded(path: Path, reason: str, article: str = "") -> Diagnostic:
    line = f'`withdrawn = ["{article}"]` at its top' if article else "`withdrawn: true` into its front matter"
    return error("not-recorded", reason, Location(path=str(path)), hint=f"write {line} yourself, and build")
