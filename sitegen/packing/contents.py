"""What goes into the package of a story: its data, its rows, its texts, its originals, and how it was made.

All of it is read from the published site, which holds what rights allow, but for originals.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sitegen import __version__
from sitegen.importing import KeptOriginal
from sitegen.packing.crate import CRATE, citations_json, crate_json
from sitegen.publish import PublishedSite
from sitegen.render import to_json
from sitegen.tables import BY_NAME, TABLES, Row, SheetFile, Table, package_json, sheet_lines, sheets
from sitegen.views.addresses import article_path, story_data_path, story_path

Json = dict[str, Any]
_README = """\
{title}

This package holds what an archive publishes of one story. It is a bag (RFC 8493): manifest-sha256.txt names every file
with its digest, and `sitegen verify`, or any other program for bags, says whether one was changed. {crate} says
what each file is.

story.json        copies, links, comparisons with every change, alignment, facts, quotations, provenance
tables/           the same in rows, described by datapackage.json
texts/            the words of each article, as far as its rights allow
originals/        the files that articles were made of, where they may be given away
citations.json    the articles as references (CSL-JSON)
site.json         the version of the program, its settings and libraries, and the digests of the published pages
"""
_LEFT_OUT = "\nOriginals that are not in this package:\n{lines}\n"


def pack_story(
    site: PublishedSite,
    story: str,
    parts: Iterable[tuple[Table, Iterable[Row]]],
    title: str,
    originals: Sequence[KeptOriginal] = (),
) -> dict[str, bytes]:
    """The files of a story's package, by path. `parts` are the rows of the site's tables.

    Raises SitegenError where the site is not as it was published.
    """
    content = site.read(story_data_path(story))
    data = json.loads(content)
    rows = _own_rows(story, data, parts)
    outlets = {str(row[0]): str(row[1]) for row in rows["sources"]}
    manifest = json.loads(site.manifest.content)
    home = str(manifest["settings"].get("base_url", ""))
    files: dict[str, tuple[str, str]] = {}
    payload: dict[str, bytes] = {}

    def put(path: str, meaning: str, written: bytes, article: str = "") -> None:
        payload[path], files[path] = written, (meaning, article)

    put("story.json", "The story: copies, links, comparisons, alignment, facts, quotations, provenance", content)
    sheet_files = []
    for table in TABLES:
        table_rows = rows[table.name]
        for number, (written, length) in enumerate(sheets(table, sheet_lines(table_rows), len(table_rows))):
            name = f"tables/{table.name}{f'-{number}' if number else ''}.csv"
            put(name, table.meaning, written)
            digest = sha256(written).hexdigest()
            sheet_files.append(SheetFile(table=table.name, path=name, size=len(written), sha256=digest, rows=length))
    package = package_json(data["title"], "", "", sheet_files, linked=False)
    put("tables/datapackage.json", "What the tables hold", to_json(package))
    for article in data["articles"]:
        text = _text(article)
        if text:
            put(f"texts/{article['id']}.txt", f"The words of {article['title']}", text.encode(), article["id"])
    for original in originals:
        if not original.left_out:
            name = f"originals/{original.path.rpartition('/')[2]}"
            put(name, "A file that an article was made of, as it was added", original.content, original.article)
    put("citations.json", "The articles as references", to_json(citations_json(data, outlets)))
    put(
        "site.json",
        "How the site was made, and the digests of the published pages",
        to_json(_settings_and_pages(site, manifest, story, data)),
    )
    put("README.txt", "What this package holds", _readme(data["title"], originals).encode())
    payload[CRATE] = to_json(crate_json(title, home, data, outlets, files))
    return payload


def bag_information(title: str, payload: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """What `bag-info.txt` says."""
    story = json.loads(payload["story.json"])
    return [
        ("Source-Organization", title),
        ("External-Identifier", story["url"]),
        ("External-Description", story["title"]),
        ("Bag-Software-Agent", f"sitegen {__version__}"),
    ]


def _own_rows(story: str, data: Json, parts: Iterable[tuple[Table, Iterable[Row]]]) -> dict[str, list[Row]]:
    """The rows of each table that are of the story; of the table of outlets, those of its articles."""
    outlets = {article["source"] for article in data["articles"]}
    owners = {table.name: ({story}, _holder(table)) for table in TABLES} | {"sources": (outlets, 0)}
    rows: dict[str, list[Row]] = {name: [] for name in BY_NAME}
    for table, part in parts:
        names, column = owners[table.name]
        rows[table.name] += [row for row in part if row[column] in names]
    return rows


def _holder(table: Table) -> int:
    return table.names.index("story") if "story" in table.names else 0


def _text(article: Mapping[str, Any]) -> str:
    """The words of an article in paragraphs; empty where none may be shown, and of a copy with the text of another."""
    blocks = [block["text"] for block in article["blocks"] if not block["furniture"]]
    if not blocks and any(piece["text"] for piece in article["excerpt"]):
        blocks = [piece["text"].strip() or f"[{piece['withheld']} words withheld]" for piece in article["excerpt"]]
    return "".join(f"{block}\n\n" for block in blocks).rstrip("\n") + "\n" if blocks else ""


def _settings_and_pages(site: PublishedSite, manifest: Json, story: str, data: Json) -> Json:
    folders = (story_path(story), *(article_path(article["id"]) for article in data["articles"]))
    entries = [entry for path, entry in sorted(site.manifest.entries.items()) if path.startswith(folders)]
    return {
        "generator": manifest["generator"],
        "libraries": manifest["libraries"],
        # What was taken down elsewhere in the archive is no business of this story.
        "settings": {name: value for name, value in manifest["settings"].items() if name != "withdrawn"},
        "pages": [{"path": entry.path, "size": entry.size, "sha256": entry.sha256} for entry in entries],
    }


def _readme(title: str, originals: Sequence[KeptOriginal]) -> str:
    lines = [f"{original.path}: {original.left_out}" for original in originals if original.left_out]
    return _README.format(title=title, crate=CRATE) + (_LEFT_OUT.format(lines="\n".join(lines)) if lines else "")
