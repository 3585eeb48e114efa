"""How a page is cited: in words, as BibTeX, RIS and CSL-JSON, and in the tags of a page that reference managers read.

Only what is declared goes in: a reference is copied to where nobody sees that something in it was inferred.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from sitegen.frozen import dataclass, replace
from sitegen.model import Article, Moment
from sitegen.text.languages import short_date
from sitegen.views.addresses import absolute, article_path
from sitegen.views.common import Site
from sitegen.views.pages import CitedAs, Head, MetaTag

_KEY = re.compile(r"[^A-Za-z0-9]+")
_TEX = {
    "\\": r"\textbackslash{}",
    # A brace counts for BibTeX even where it is escaped.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "$&#%_"},
}
_OF_ADDRESSES = "!#$%&'()*+,-./:;=?@[]_~"
"""What stays as it is in an address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedWork:
    """What is cited: an outlet's article, as it is kept in the archive, or a page of the archive."""

    key: str
    """Of letters, digits and hyphens: how the reference is called in a bibliography."""
    title: str
    authors: tuple[str, ...]
    """As declared; of a page of the archive, those of the archive."""
    outlet: str
    """Who published the article; empty for a page of the archive, and where nobody declared it."""
    published: Moment | None
    """As declared: of the article, or of the archive."""
    language: str
    """BCP 47; empty where it is not known."""
    original: str
    """Where the outlet published it; empty where that is not known."""
    address: str
    """Of its page in the archive."""
    license: str = ""
    of_archive: bool
    """Whether it is a page of the archive, and no outlet's article."""


def article_reference(site: Site, article: Article) -> CitedWork:
    """An outlet's article."""
    declared = {field for field in ("author", "published", "url") if field not in article.inferred}
    return CitedWork(
        key=article_key(article.id),
        title=article.title,
        authors=(article.author,) if article.author and "author" in declared else (),
        outlet=site.sources[article.source].name if article.source in site.sources else "",
        published=article.published if "published" in declared else None,
        language="" if article.language == "und" or "language" in article.inferred else article.language,
        original=article.url if "url" in declared else "",
        address=absolute(site.frame.home, article_path(article.id)),
        license=article.license,
        of_archive=False,
    )


def page_reference(site: Site, kind: str, name: str, title: str, path: str) -> CitedWork:
    """A page of the archive; `kind` and `name` make its key."""
    return CitedWork(
        key=_key(kind, name),
        title=title,
        authors=site.config.citation.authors,
        outlet="",
        published=site.config.citation.day,
        language=site.frame.language,
        original="",
        address=absolute(site.frame.home, path),
        of_archive=True,
    )


def cited(site: Site, reference: CitedWork) -> CitedAs:
    """The reference in words and in the formats of programs."""
    return CitedAs(
        plain=in_words(site, reference),
        formats=(
            ("BibTeX", _bibtex(site, reference)),
            ("RIS", _ris(site, reference)),
            ("CSL-JSON", _csl(site, reference)),
        ),
    )


def with_reference(head: Head, site: Site, reference: CitedWork, linked_data: str = "") -> Head:
    """The head of a page with the tags that reference managers read, and with its linked data."""
    return replace(head, meta=tuple(_meta(site, reference)), linked_data=linked_data)


def in_words(site: Site, reference: CitedWork) -> str:
    """Parts of a reference, as bibliographies set them: each ends with a full stop, which is the same everywhere."""
    catalogue = site.catalogue
    title = catalogue.isolated(_line(reference.title))
    authors = [catalogue.isolated(_line(author)) for author in reference.authors]
    parts = [
        catalogue.listed(authors) if authors else "",
        title if reference.of_archive else catalogue.quoted(_line(reference.title), len(reference.title)),
        catalogue.isolated(_line(reference.outlet)),
        short_date(reference.published, site.frame.language) if reference.published else "",
        _archive_name(site),
        _doi_address(site),
        reference.original,
        reference.address,
    ]
    return ". ".join(part.rstrip(".") for part in parts if part)


def _archive_name(site: Site) -> str:
    """The archive, with the version that its editor declares."""
    catalogue, name = site.catalogue, _line(site.frame.title)
    if not site.config.citation.version:
        return catalogue.isolated(name)
    # Translators: the name of an archive and the version of it that is cited: "The Archive, version 3".
    return catalogue.gettext(
        "{archive}, version {version}",
        archive=catalogue.isolated(name),
        version=catalogue.isolated(site.config.citation.version),
    )


def _doi_address(site: Site) -> str:
    return f"https://doi.org/{site.config.citation.doi}" if site.config.citation.doi else ""


def _note(site: Site, reference: CitedWork) -> str:
    """Where the copy of an outlet's article is kept; empty for a page of the archive."""
    if reference.of_archive:
        return ""
    # Translators: of an article: where a copy of it is kept; {archive} is the name of an archive.
    return site.catalogue.gettext(
        "Copy kept in {archive}: {address}", archive=_archive_name(site), address=reference.address
    )


def _bibtex(site: Site, reference: CitedWork) -> str:
    citation = site.config.citation
    fields = [
        ("title", f"{{{_tex(reference.title)}}}"),
        # Braces keep a name whole: which part of it is the family name is not known.
        ("author", " and ".join(f"{{{_tex(author)}}}" for author in reference.authors)),
        ("organization", _tex(reference.outlet or site.frame.title)),
        ("date", reference.published.day.isoformat() if reference.published else ""),
        ("language", reference.language),
        ("url", quote(reference.original or reference.address, safe=_OF_ADDRESSES)),
        ("doi", citation.doi if reference.of_archive else ""),
        ("version", _tex(citation.version) if reference.of_archive else ""),
        ("note", _tex(_note(site, reference))),
    ]
    lines = [f"  {name} = {{{value}}}," for name, value in fields if value and value != "{}"]
    return "\n".join([f"@online{{{reference.key},", *lines, "}"])


def _ris(site: Site, reference: CitedWork) -> str:
    citation, day = site.config.citation, reference.published.day if reference.published else None
    fields = [
        ("TY", "ELEC" if reference.of_archive else "NEWS"),
        ("TI", reference.title),
        *(("AU", author) for author in reference.authors),
        ("T2", reference.outlet or (site.frame.title if reference.of_archive else "")),
        ("PY", f"{day.year:04}" if day else ""),
        ("DA", f"{day.year:04}/{day.month:02}/{day.day:02}/" if day else ""),
        ("LA", reference.language),
        ("UR", reference.original or reference.address),
        ("DO", citation.doi if reference.of_archive else ""),
        ("ET", citation.version if reference.of_archive else ""),
        ("DB", site.frame.title),
        ("N1", _note(site, reference)),
    ]
    return "\n".join([*(f"{tag}  - {_line(value)}" for tag, value in fields if value), "ER  - "])


def _csl(site: Site, reference: CitedWork) -> str:
    citation = site.config.citation
    entry = csl_entry(
        key=reference.key,
        title=reference.title,
        authors=reference.authors,
        container=reference.outlet or (site.frame.title if reference.of_archive else ""),
        day=reference.published.day if reference.published else None,
        language=reference.language,
        address=reference.original or reference.address,
        kind="webpage" if reference.of_archive else "article-newspaper",
    )
    entry |= {
        "DOI": citation.doi if reference.of_archive else "",
        "version": citation.version if reference.of_archive else "",
        "archive": _line(site.frame.title),
        "archive_location": reference.address if reference.original else "",
    }
    fields = (f'"{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in entry.items() if value)
    return "[{\n  " + ",\n  ".join(fields) + "\n}]"


def csl_entry(
    *,
    key: str,
    title: str,
    authors: Sequence[str],
    container: str,
    day: date | None,
    language: str,
    address: str,
    kind: str = "article-newspaper",
) -> dict[str, Any]:
    """A reference as CSL-JSON has it; what is not known is left out. `container` is the outlet or the archive."""
    entry: dict[str, Any] = {
        "id": key,
        "type": kind,
        "title": _line(title),
        "author": [{"literal": _line(author)} for author in authors],
        "container-title": _line(container),
        "issued": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "language": language,
        "URL": address,
    }
    return {name: value for name, value in entry.items() if value}


def _meta(site: Site, reference: CitedWork) -> Iterator[MetaTag]:
    """Highwire's tags and those of Dublin Core."""
    day = reference.published.day if reference.published else None
    publisher = reference.outlet or (site.frame.title if reference.of_archive else "")
    own = not reference.of_archive
    # A story's page has no element to spare: of a page of the archive, what both sets of tags would say is said once.
    tags: Sequence[tuple[str, str]] = (
        ("citation_title", reference.title),
        *(("citation_author", author) for author in reference.authors),
        ("citation_publication_date", day.strftime("%Y/%m/%d") if day else ""),
        ("citation_publisher", publisher if own else ""),
        ("citation_language", reference.language if own else ""),
        ("citation_public_url", reference.address if own else ""),
        ("citation_doi", site.config.citation.doi if reference.of_archive else ""),
        ("DC.title", reference.title if own else ""),
        *(("DC.creator", author) for author in reference.authors if own),
        ("DC.date", day.isoformat() if day and own else ""),
        ("DC.publisher", publisher if own else ""),
        ("DC.language", reference.language if own else ""),
        ("DC.identifier", reference.address),
        ("DC.source", reference.original),
        ("DC.rights", reference.license),
        ("DC.relation.isPartOf", site.frame.home if own else ""),
    )
    return (MetaTag(name=name, content=_line(content)) for name, content in tags if content)


def article_key(article_id: str) -> str:
    """How the reference to an article is called in a bibliography, on its page and in a package."""
    return _key("article", article_id)


def _key(kind: str, name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "-".join(filter(None, (kind, _KEY.sub("-", plain).strip("-"))))


def _line(text: str) -> str:
    """A text as one line without what no format may hold."""
    if text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(char for char in text if char.isspace() or unicodedata.category(char)[0] != "C").split())


def _tex(text: str) -> str:
    return "".join(_TEX.get(char, char) for char in _line(text))
