"""What each file of a package is, for programs: RO-Crate 1.1, which is JSON-LD.

Of an article only what its outlet or its editor declared is stated as its author, its day or its address.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sitegen.views.citing import article_key, csl_entry

Json = dict[str, Any]
_TYPES = {
    ".csv": "text/csv",
    ".json": "application/json",
    ".txt": "text/plain",
    ".html": "text/html",
    ".pdf": "application/pdf",
}
CRATE = "ro-crate-metadata.json"


def crate_json(
    title: str, home: str, story: Mapping[str, Any], outlets: Mapping[str, str], files: Mapping[str, tuple[str, str]]
) -> Json:
    """The metadata of a package. `files` are its paths with what each is, and the article it is of or nothing."""
    articles = {article["id"]: article for article in story["articles"]}
    days = sorted(
        str(declared(article, "published"))[:10] for article in articles.values() if declared(article, "published")
    )
    root: Json = {
        "@id": "./",
        "@type": "Dataset",
        "name": f"{story['title']} – {title}",
        "description": "A story as an archive publishes it: its articles as far as their rights allow, how they were "
        "compared and what was found, with the digest of every file.",
        # The newest article, since a clock would make other bytes of the same story.
        **({"datePublished": days[-1]} if days else {}),
        "license": "The rights of each article are those of its outlet; what they withhold is left out.",
        "hasPart": [{"@id": path} for path in files],
        "mentions": [{"@id": f"#{name}"} for name in articles],
        **({"isPartOf": {"@id": home}} if home.startswith("http") else {}),
    }
    return {
        "@context": "https://w3id.org/ro/crate/1.1/context",
        "@graph": [
            {
                "@id": CRATE,
                "@type": "CreativeWork",
                "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
                "about": {"@id": "./"},
            },
            root,
            *([{"@id": home, "@type": "WebSite", "name": title, "url": home}] if home.startswith("http") else []),
            *(_file(path, meaning, article) for path, (meaning, article) in files.items()),
            *(_article(article, outlets) for article in articles.values()),
            *_publishers(articles.values(), outlets),
        ],
    }


def citations_json(story: Mapping[str, Any], outlets: Mapping[str, str]) -> list[Json]:
    """The articles of the story as references: CSL-JSON."""
    return [_reference(article, outlets) for article in story["articles"]]


def declared(article: Mapping[str, Any], field: str) -> Any:
    """The value of a field, where somebody declared it."""
    return None if field in article["inferred"] else article[field] or None


def _file(path: str, meaning: str, article: str) -> Json:
    suffix = f".{path.rpartition('.')[2]}"
    return {
        "@id": path,
        "@type": "File",
        "name": meaning,
        "encodingFormat": _TYPES.get(suffix, "application/octet-stream"),
        **({"about": {"@id": f"#{article}"}} if article else {}),
    }


def _article(article: Mapping[str, Any], outlets: Mapping[str, str]) -> Json:
    fields = {
        "headline": article["title"],
        "inLanguage": None if article["language"] == "und" else article["language"],
        "datePublished": declared(article, "published"),
        "url": declared(article, "url"),
        "author": declared(article, "author"),
        "publisher": {"@id": f"#outlet-{article['source']}"} if article["source"] in outlets else None,
    }
    stated = {name: value for name, value in fields.items() if value}
    return {"@id": f"#{article['id']}", "@type": "NewsArticle", "name": article["title"], **stated}


def _publishers(articles: Iterable[Mapping[str, Any]], outlets: Mapping[str, str]) -> Sequence[Json]:
    names = sorted({article["source"] for article in articles if article["source"] in outlets})
    return [{"@id": f"#outlet-{name}", "@type": "NewsMediaOrganization", "name": outlets[name]} for name in names]


def _reference(article: Mapping[str, Any], outlets: Mapping[str, str]) -> Json:
    day, author = declared(article, "published"), declared(article, "author")
    return csl_entry(
        key=article_key(article["id"]),
        title=article["title"],
        authors=[author] if author else [],
        container=outlets.get(article["source"], ""),
        day=date.fromisoformat(str(day)[:10]) if day else None,
        language="" if article["language"] == "und" else declared(article, "language") or "",
        address=declared(article, "url") or "",
    )
