"""Feeds as files: Atom (RFC 4287), which a browser shows by a style sheet, and JSON Feed 1.1.

An Atom file is XML that a browser lays out by CSS alone: the links that people follow are XHTML inside it. XSLT was
tried first; browsers have given it up.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, time

from sitegen.model import File, Moment
from sitegen.render.xmltext import escape, quoteattr, xml_attribute, xml_text
from sitegen.views.addresses import absolute, json_feed_path
from sitegen.views.pages import FeedEntry, FeedView, Frame, TextLink

_EPOCH = "1970-01-01T00:00:00Z"
"""Atom demands a date; an undated archive has none to give."""
_XHTML = "http://www.w3.org/1999/xhtml"


def atom_file(frame: Frame, feed: FeedView) -> File:
    """A feed as Atom."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<?xml-stylesheet type="text/css" href={quoteattr(frame.feed_css)}?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(frame.language)}>',
        f"<title>{xml_text(feed.title)}</title>",
        f"<subtitle>{xml_text(feed.subtitle)}</subtitle>",
        # The address of the page, and not of this file: what it was before there were several feeds.
        f"<id>{escape(_id_of(frame, feed))}</id>",
        f"<link href={quoteattr(feed.page.href)}/>",
        f'<link rel="self" href={quoteattr(absolute(frame.home, feed.path))}/>',
        f"<updated>{_rfc3339(feed.updated) if feed.updated else _EPOCH}</updated>",
        f"<author><name>{xml_text(frame.title)}</name></author>",
        f"<generator>{escape(frame.generator)}</generator>",
        f'<div xmlns="{_XHTML}" dir="{frame.dir}"><p>{xml_text(feed.about)} {_anchor(feed.page)}</p></div>',
        *(_atom_entry(frame, entry) for entry in feed.entries),
        "</feed>",
    ]
    return File(f"{frame.folder}{feed.path}", ("\n".join(lines) + "\n").encode())


def json_feed_file(frame: Frame, feed: FeedView) -> File:
    """The same feed as JSON."""
    path = json_feed_path(feed.path)
    content = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.page.href,
        "feed_url": absolute(frame.home, path),
        "description": feed.subtitle,
        "language": frame.language,
        "authors": [{"name": frame.title}],
        "items": [dict(_json_item(entry)) for entry in feed.entries],
    }
    return File(
        f"{frame.folder}{path}", (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")
    )


def _id_of(frame: Frame, feed: FeedView) -> str:
    return frame.home if feed.path == "feed.xml" else absolute(frame.home, feed.path)


def _atom_entry(frame: Frame, entry: FeedEntry) -> str:
    language = f" xml:lang={quoteattr(entry.language)}" if entry.language not in ("", "und") else ""
    links = " · ".join(_anchor(link) for link in entry.links)
    return (
        f"<entry><title{language}>{xml_text(entry.title)}</title>"
        f"<id>{escape(entry.address)}</id><link href={quoteattr(entry.address)}/>"
        f"<published>{_rfc3339(entry.published)}</published><updated>{_rfc3339(entry.updated)}</updated>"
        + "".join(f"<category term={xml_attribute(tag)}/>" for tag in entry.tags)
        + f"<summary>{xml_text(entry.finding)}</summary>"
        f'<content type="xhtml"><div xmlns="{_XHTML}" dir="{frame.dir}"><p>{xml_text(entry.when)}</p>'
        f"<p>{xml_text(entry.finding)}</p><p>{links}</p></div></content></entry>"
    )


def _json_item(entry: FeedEntry) -> Iterator[tuple[str, str | list[str]]]:
    yield from (
        ("id", entry.address),
        ("url", entry.address),
        ("title", entry.title),
        ("content_text", entry.finding),
        ("date_published", _rfc3339(entry.published)),
        ("date_modified", _rfc3339(entry.updated)),
    )
    if entry.language not in ("", "und"):
        yield "language", entry.language
    if entry.tags:
        yield "tags", list(entry.tags)


def _anchor(link: TextLink) -> str:
    return f"<a href={quoteattr(link.href)}>{xml_text(link.label.plain)}</a>"


def _rfc3339(moment: Moment) -> str:
    instant = moment.time or datetime.combine(moment.day, time(), UTC)
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
