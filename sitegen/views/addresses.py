"""Addresses of pages below the site's root, and of files. The one place that knows them; see design section 8."""

from urllib.parse import quote

from sitegen.text.ids import id_of_path

SITE_FEED = "feed.xml"
ARCHIVE = "data/archive.json"
EMBEDS = "embed"
"""The folder of embed pages. One of their own, since hosts send headers by folder."""
TITLES = "titles/"
"""The page that leads to all lists of titles."""
_TAG_BYTES = 80
"""Of a tag's folder, as `limits.id_bytes` has for ids."""


def story_path(story: str) -> str:
    """`stories/ferry/`"""
    return f"stories/{story}/"


def story_of(file: str) -> str:
    """The story whose page a file is: `ferry` of `stories/ferry/index.html`; empty for any other file."""
    folder, _, rest = file.partition("/")
    name, _, page = rest.partition("/")
    return name if folder == "stories" and page == "index.html" else ""


def comparison_path(story: str, left: str, right: str, section: int = 1) -> str:
    """`stories/ferry/wire--courier/`; a further section of a long comparison is `.../wire--courier/2/`."""
    return f"stories/{story}/{left}--{right}/{f'{section}/' if section > 1 else ''}"


def copies_path(story: str, number: int) -> str:
    """`stories/ferry/copies/2/`: no comparison can have it, since the name of each holds `--`."""
    return f"stories/{story}/copies/{number}/"


def evidence_path(story: str) -> str:
    """`stories/ferry/evidence/`: why its articles belong together."""
    return f"stories/{story}/evidence/"


def synopsis_path(story: str) -> str:
    """`stories/ferry/synopsis/`: its copies in columns."""
    return f"stories/{story}/synopsis/"


def embed_path(page: str) -> str:
    """`embed/stories/ferry/`: what others show in a frame."""
    return f"{EMBEDS}/{page}"


def badge_path(page: str) -> str:
    """`stories/ferry/badge.svg`"""
    return f"{page}badge.svg"


def card_path(page: str) -> str:
    """`stories/ferry/card.png`"""
    return f"{page}card.png"


def text_path(story: str, number: int) -> str:
    """`stories/ferry/text/2/`: a further part of its text."""
    return f"stories/{story}/text/{number}/"


def article_path(article: str) -> str:
    """`articles/wire/`"""
    return f"articles/{article}/"


def source_path(source: str) -> str:
    """`sources/northern-wire/`; articles whose source nobody named have one too."""
    return f"sources/{source or UNKNOWN}/"


def page_path(page: str) -> str:
    """`pages/imprint/`: a page of the editor's; `page/2/` is a further page of the list of stories."""
    return f"pages/{page}/"


def sources_path(order: str, number: int) -> str:
    """`sources/`, `sources/page/2/`; in another order `sources/sorted/taken/`, `sources/sorted/taken/2/`.

    No source has an address of two parts.
    """
    if order:
        return f"sources/sorted/{order}/{f'{number}/' if number > 1 else ''}"
    return f"sources/page/{number}/" if number > 1 else "sources/"


def titles_path(titles: str, number: int) -> str:
    """`titles/year/2031/`, `titles/year/2031/2/`: a list of titles, and its further pages."""
    return f"{TITLES}{titles}/{f'{number}/' if number > 1 else ''}"


def story_data_path(story: str) -> str:
    """`data/stories/ferry.json`"""
    return f"data/stories/{story}.json"


def tei_path(story: str) -> str:
    """`data/stories/ferry/tei.xml`: no story can have it, since an id has no slash."""
    return f"data/stories/{story}/tei.xml"


def collatex_path(story: str) -> str:
    """`data/stories/ferry/collatex.json`"""
    return f"data/stories/{story}/collatex.json"


def spine_path(story: str, article: str, number: int = 1) -> str:
    """`stories/ferry/read/courier/`: the story read from that copy; its further part is `.../read/courier/2/`."""
    return f"stories/{story}/read/{article}/{f'{number}/' if number > 1 else ''}"


def story_feed_path(story: str) -> str:
    """`stories/ferry/feed.xml`"""
    return f"{story_path(story)}feed.xml"


def source_feed_path(source: str) -> str:
    """`sources/northern-wire/feed.xml`"""
    return f"{source_path(source)}feed.xml"


def tag_feed_path(tag: str) -> str:
    """`tags/harbour/feed.xml`; tags whose addresses some host takes for the same have one feed."""
    return f"tags/{id_of_path(tag, _TAG_BYTES)}/feed.xml"


def json_feed_path(feed: str) -> str:
    """`feed.json`, the same beside `feed.xml`."""
    return f"{feed.removesuffix('.xml')}.json"


def sheet_path(table: str, number: str) -> str:
    """`data/changes.csv`, or `data/changes-03.csv` where the rows of the table stand in several files."""
    return f"data/{table}-{number}.csv" if number else f"data/{table}.csv"


def schema_path(name: str) -> str:
    """`data/schema/story.schema.json`: a stable address, by which a schema may be referred to."""
    return f"data/schema/{name}"


def href(root: str, path: str) -> str:
    """The path as an address on its host."""
    return root + quote(path, safe="/-._~")


def absolute(home: str, path: str) -> str:
    """The path as an absolute address."""
    return home + quote(path, safe="/-._~")


UNKNOWN = "-unknown"
"""Address of the page for articles without a source. No id begins with a hyphen, so no source can have it."""
