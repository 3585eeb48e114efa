"""What settings an archive could do with, seen from its files. Nothing is wrong without them."""

from pathlib import Path

from sitegen.config import Config, place_of
from sitegen.read.decode import decode
from sitegen.read.files import read_bytes
from sitegen.read.frontmatter import read_front_matter
from sitegen.read.theme import read_theme, theme_folder
from sitegen.read.walk import Listing, list_content, with_pages

_OF_AN_ARTICLE = {"source", "url", "published", "author", "credit", "dateline", "story", "captured"}
_MOST_BYTES = 1_000_000


def proposals_for(content: Path, config: Config) -> tuple[str, ...]:
    """A sentence for each setting that site.toml does not mention and that its folders ask for."""
    listing, _ = list_content(content)
    return (*_pages(content, listing, config), *_theme(content, config, listing))


def _pages(content: Path, listing: Listing, config: Config) -> tuple[str, ...]:
    """`pages = true`, where no file in `pages/` says anything that only an article says."""
    _, pages, not_pages = with_pages(listing)
    if not pages or not_pages or _is_set(content, listing, "pages"):
        return ()
    for entry in pages:
        data, _ = read_bytes(content, entry, _MOST_BYTES, "")
        file = decode(entry.shown, data, config.limits)[0] if data is not None else None
        if file is None:
            return ()
        front, _ = read_front_matter(file, ".md", config.limits)
        if {field.key.text for field in front.fields} & _OF_AN_ARTICLE:
            return ()
    return (
        "the files in pages/ are articles now; `pages = true` in site.toml makes them pages of the site, "
        "`pages = false` ends this note",
    )


def _theme(content: Path, config: Config, listing: Listing) -> tuple[str, ...]:
    """`theme = true`, where a file is called as one of the theme is."""
    if config.theme or _is_set(content, listing, "theme"):
        return ()
    names = read_theme(theme_folder())
    like_theme = [
        path
        for name in names
        for path in ((f"templates/{name}" if name.endswith(".html") else name),)
        if (content / path).is_file()
    ]
    if not like_theme:
        return ()
    return (
        f"{like_theme[0]} is called like a file of the theme; `theme = true` in site.toml puts it in its place, "
        "`theme = false` ends this note",
    )


def _is_set(content: Path, listing: Listing, setting: str) -> bool:
    for entry in listing.config:
        data, _ = read_bytes(content, entry, _MOST_BYTES, "")
        if data is not None and place_of(data.decode("utf-8", "replace"), "", setting)[1]:
            return True
    return False
