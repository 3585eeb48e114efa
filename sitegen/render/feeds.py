"""The feed, from story summaries. Dates come from the content; nothing here knows today's."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from xml.sax.saxutils import escape, quoteattr

from sitegen.model import File, Moment, StorySummary
from sitegen.views.addresses import absolute
from sitegen.views.order import stories_in_order
from sitegen.views.pages import Frame

_ENTRIES = 50
_EPOCH = "1970-01-01T00:00:00Z"
"""Atom demands a date; an undated archive has none to give."""


def feed_file(frame: Frame, stories: Sequence[StorySummary]) -> File:
    """An Atom feed (RFC 4287) of the newest stories with their findings, those in which text was shared first."""
    entries = stories_in_order(story for story in stories if story.published)[:_ENTRIES]
    latest = max((_rfc3339(one.published) for one in entries if one.published), default=_EPOCH)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(frame.language)}>',
        f"<title>{_safe(frame.title)}</title>",
        f"<subtitle>{_safe(frame.description)}</subtitle>",
        f"<id>{escape(frame.home)}</id>",
        f"<link href={quoteattr(frame.home)}/>",
        f'<link rel="self" href={quoteattr(absolute(frame.home, "feed.xml"))}/>',
        f"<updated>{latest}</updated>",
        f"<author><name>{_safe(frame.title)}</name></author>",
        f"<generator>{escape(frame.generator)}</generator>",
        *(_entry(frame, story) for story in entries),
        "</feed>",
    ]
    return File("feed.xml", ("\n".join(lines) + "\n").encode())


def _entry(frame: Frame, story: StorySummary) -> str:
    address = absolute(frame.home, story.url)
    date = _rfc3339(story.published) if story.published else _EPOCH
    parts = [f"<p>{escape(story.finding)}</p>"] + [f"<li>{escape(one)}</li>" for one in story.differences]
    content = parts[0] + (f"<ul>{''.join(parts[1:])}</ul>" if story.differences else "")
    return (
        f"<entry><title>{_safe(story.title)}</title><id>{escape(address)}</id><link href={quoteattr(address)}/>"
        f"<updated>{date}</updated><published>{date}</published><summary>{_safe(story.finding)}</summary>"
        + (f'<content type="html">{_safe(content)}</content></entry>' if story.differences else "</entry>")
    )


def _rfc3339(moment: Moment) -> str:
    instant = moment.time or datetime.combine(moment.day, time(), UTC)
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _safe(text: str) -> str:
    """Escaped, without the characters XML 1.0 forbids."""
    return escape(
        "".join(
            char if char in "\t\n\r" or (ord(char) >= 0x20 and char not in "\ufffe\uffff") else "\ufffd"
            for char in text
        )
    )
