"""The sitemap: an index and its parts, by the protocol of sitemaps.org. Dates are those that the content declares.

The parts stand beside the index, at the root, since a sitemap may only list what stands below its own folder.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sitegen.model import File, Moment, StorySummary
from sitegen.render.xmltext import escape, quoteattr
from sitegen.views.addresses import absolute
from sitegen.views.pages import Frame

_MOST_ADDRESSES = 50_000
_MOST_BYTES = 50 * 1024 * 1024
_LONGEST_ADDRESS = 2_047
"""Limits of the protocol: addresses and bytes of a part, characters of an address."""
_XML = '<?xml version="1.0" encoding="utf-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


def sitemap_files(
    frame: Frame, pages: Mapping[str, Sequence[StorySummary]], stories: Sequence[StorySummary], urls: Iterable[str]
) -> tuple[File, ...]:
    """`sitemap.xml` and the parts it names.

    `pages` are the pages of the whole site by their paths, each with the stories it is made of; `urls` the paths of
    the pages of `stories`. Each is listed in every language of the interface, with its address in the
    others. A page is as new as the newest that it is made of, as far as that is declared.
    """
    dates = {article.url: article.modified for story in stories for article in story.articles}
    newest = {story.url: _newest([article.modified for article in story.articles]) for story in stories}
    dates |= newest
    # Most of these pages are made of all stories.
    of_all = _newest(newest.values())
    dated: list[tuple[str, Moment | None]] = [
        (path, of_all if some is stories else _newest([newest[story.url] for story in some]))
        for path, some in pages.items()
    ]
    # A comparison stands below its story, and is as new as that.
    dated += [(url, dates[url] if url in dates else dates.get(_story_of(url))) for url in urls]
    parts = [*_parts(frame, sorted(dated, key=lambda page: page[0]))]
    entries = [_entry("sitemap", absolute(frame.home, file.path), _newest(moments)) for file, moments in parts]
    index = f'{_XML}<sitemapindex xmlns="{_NAMESPACE}">\n{"".join(entries)}</sitemapindex>\n'
    return (*(file for file, _ in parts), File("sitemap.xml", index.encode()))


def _newest(moments: Collection[Moment | None]) -> Moment | None:
    """The last of some days, as far as they are declared."""
    if len(moments) == 1:
        return next(iter(moments))
    # Many pages have one day, and one value for it.
    different = {id(moment): moment for moment in moments if moment}
    return max(different.values(), key=lambda moment: moment.order, default=None)


def _story_of(url: str) -> str:
    """`stories/ferry/` of `stories/ferry/a--b/`."""
    return "/".join(url.split("/")[:2]) + "/"


def _parts(frame: Frame, dated: Sequence[tuple[str, Moment | None]]) -> Iterator[tuple[File, list[Moment | None]]]:
    """Each part with the dates of its pages, as few parts as the limits allow."""
    around = len(_part([]))
    entries: list[str] = []
    moments: list[Moment | None] = []
    size, number = around, 1
    for path, moment in dated:
        homes = [language.home for language in frame.languages] or [frame.home]
        addresses = [absolute(home, path) for home in homes]
        alternates = _alternates(frame, addresses)
        for address in addresses:
            if len(address) > _LONGEST_ADDRESS:
                continue
            entry = _entry("url", address, moment, alternates)
            length = len(entry.encode())
            if entries and (len(entries) == _MOST_ADDRESSES or size + length > _MOST_BYTES):
                yield File(f"sitemap-{number}.xml", _part(entries)), moments
                entries, moments, size, number = [], [], around, number + 1
            entries.append(entry)
            moments.append(moment)
            size += length
    yield File(f"sitemap-{number}.xml", _part(entries)), moments


def _alternates(frame: Frame, addresses: Sequence[str]) -> str:
    """A page in all languages of the interface, as a crawler is told it with each of them."""
    tagged = [(language.tag, address) for language, address in zip(frame.languages, addresses, strict=False)]
    tagged += [("x-default", addresses[0])] if tagged else []
    return "".join(
        f'<xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(address)}/>' for tag, address in tagged
    )


def _part(entries: Sequence[str]) -> bytes:
    return f'{_XML}<urlset xmlns="{_NAMESPACE}" xmlns:xhtml="{_XHTML}">\n{"".join(entries)}</urlset>\n'.encode()


def _entry(element: str, address: str, moment: Moment | None, alternates: str = "") -> str:
    date = f"<lastmod>{moment.iso}</lastmod>" if moment else ""
    return f"<{element}><loc>{escape(address)}</loc>{date}{alternates}</{element}>\n"
