"""Names that other programs and people give to our fields, as data. Knows no file and no value.

Meaning goes before spelling: `date` is spelled like `updated` and means `published`. A name is in `READ_AS` where it
can mean one field only; where it may mean two, or none of ours, it is in `ADVICE` with what to do about it.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")

_NAMES_OF_ARTICLE_FIELDS = {
    "title": "headline heading hed titel titre titulo título überschrift",
    "source": "outlet publication newspaper publisher paper site_name quelle fuente",
    "url": "link source_url uri href address canonical canonical_url original_url web_address web_url",
    "archived": "archive archive_url archived_url archive_link wayback",
    "published": "date pubdate pub_date publish_date published_at published_on published_time publication_date "
    "date_published publishdate release_date issued datum fecha",
    "updated": "lastmod last_modified last_updated modified modified_at modified_time date_modified update_date "
    "updated_at updated_on",
    "captured": "accessed accessed_at access_date retrieved retrieved_at retrieved_on date_accessed captured_at "
    "scraped scraped_at crawled crawled_at saved saved_at fetched fetched_at",
    "author": "authors byline writer writers reporter reporters journalist autor autoren autores auteur auteurs "
    "verfasser",
    "editor": "editors edited_by",
    "language": "lang locale sprache langue idioma",
    "story": "story_id",
    "translation_of": "translated_from translates",
    "version_of": "previous_version earlier_version replaces",
    "license": "licence lizenz licencia",
    "page": "page_number pages print_page",
    "tags": "tag categories category keywords keyword topics subjects labels",
    "notes": "note remarks remark comment",
}
_NAMES_OF_SOURCE_FIELDS = {
    "name": "title outlet publication newspaper publisher site_name",
    "kind": "type category",
    "home": "url website homepage home_page link site address web_site",
    "country": "nation land pays país",
    "language": "lang locale sprache langue idioma",
}
_NAMES_OF_STORY_FIELDS = {
    "title": "name headline heading titel titre titulo título",
    "summary": "description abstract excerpt",
    "base": "base_text base_article",
}

_NAMES_OF_PAGE_FIELDS = {
    "title": "name headline heading titel titre titulo título",
    "language": "lang locale sprache langue idioma",
    "menu": "nav navigation",
    "order": "weight position sort",
}

_OF_ANOTHER_PROGRAM = "it belongs to another program: leave it out"
_ID_FROM_FILE = "leave it out: the id comes from the file's name"
_NO_DRAFTS = "there are no drafts: leave it out, and the file out of the folder until it is ready"
_SUBTITLE = "there is no field for it: put it into the first line of the text, or under `notes`; else leave it out"
_BELOW_A_HEADLINE = (
    "subtitle subheadline subhead deck dek standfirst kicker lead lede teaser description summary abstract excerpt"
)
_FOREIGN_KEYS = (
    "layout template permalink weight aliases toc comments math cover image thumbnail featured pin menu cssclass"
)

READ_AS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        what: {name: field for field, synonyms in table.items() for name in synonyms.split()}
        for what, table in (
            ("an article", _NAMES_OF_ARTICLE_FIELDS),
            ("a source", _NAMES_OF_SOURCE_FIELDS),
            ("a story", _NAMES_OF_STORY_FIELDS),
            ("a page", _NAMES_OF_PAGE_FIELDS),
        )
    }
)
"""The field that a name can only mean, by what is described and by name."""
ADVICE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "an article": {
            **dict.fromkeys(_FOREIGN_KEYS.split(), _OF_ANOTHER_PROGRAM),
            **dict.fromkeys(("slug", "id", "uid", "guid"), _ID_FROM_FILE),
            **dict.fromkeys(("draft", "status", "visibility"), _NO_DRAFTS),
            **dict.fromkeys(_BELOW_A_HEADLINE.split(), _SUBTITLE),
            **dict.fromkeys(
                ("section", "rubric", "desk", "department"),
                "there is no field for it: write it under `tags`, or under `page` where it is a section of a printed "
                "paper; else leave it out",
            ),
            **dict.fromkeys(
                ("agency", "wire", "via", "origin"),
                "write `source` where it published this text, and `credit` where the text names it as its own source",
            ),
            **dict.fromkeys(
                ("place", "location", "city"), "write `dateline` where the text begins with it; else leave it out"
            ),
            **dict.fromkeys(
                ("copyright", "copyrights"), "write `license` for its terms, and `rights` for what may be shown of it"
            ),
            **dict.fromkeys(
                ("type", "kind"), "an article has none, and its source may: write `kind` in sources/; leave it out here"
            ),
            **dict.fromkeys(
                ("text", "body", "content"), "the text stands below the front matter, not in a field; leave it out"
            ),
            **dict.fromkeys(
                ("time", "hour"), "a time belongs to its day: `published: 2017-09-14T08:30:00+02:00`; leave it out"
            ),
        },
        "a source": {
            **dict.fromkeys(("slug", "id"), _ID_FROM_FILE),
            **dict.fromkeys(("notes", "note", "description"), "write it below the front matter, and leave it out here"),
        },
        "a story": {
            **dict.fromkeys(("slug", "id"), "leave it out: the id comes from the folder's name"),
            **dict.fromkeys(("notes", "note"), "write it below the front matter, and leave it out here"),
            "draft": _NO_DRAFTS,
        },
        "a page": {
            **dict.fromkeys(("slug", "id", "url", "permalink"), _ID_FROM_FILE),
            **dict.fromkeys(("source", "published"), "an article has it, and stands outside pages/; leave it out here"),
            "draft": _NO_DRAFTS,
        },
    }
)
"""What to do about a name that may mean several fields, or none, by what is described and by name."""


def folded(name: str) -> str:
    """A field's name as the tables have it: `datePublished`, `Date-Published` and `date published` are one."""
    return _HUMP.sub("_", name.strip()).casefold().replace("-", "_").replace(" ", "_")
