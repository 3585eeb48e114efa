"""What others show of a story or a comparison: a picture beside a link, a badge, a page for a frame. Draws nothing.

All of it says what the page says, in the same sentences: nothing is told anew.
"""

from dataclasses import replace
from typing import TypeVar

import regex

from sitegen.frozen import dataclass
from sitegen.views.addresses import absolute, badge_path, card_path, embed_path, href
from sitegen.views.common import Site, shortened
from sitegen.views.pages import CitedAs, ComparisonView, EmbedView, Page, StoryView, Text

_BADGE_CHARACTERS = 32
"""Of the archive's title in a badge."""
_EMBED_SIZE = (640, 320)
"""Pixels of the frame that is proposed: a headline and two sentences."""

_IN_FACE = regex.compile(
    "[ -~\u00a0-\u024f\u02b9-\u02bc\u0300-\u0304\u0306-\u030c\u0323\u0331\u0370-\u03e1\u03f0-\u03ff\u0400-\u045f"
    "\u0490\u0491\u05d0-\u05ea\u0609-\u060d\u061b\u061e-\u06ff\u1e00-\u1eff\u2007\u2009\u2010-\u2015\u2018-\u201f"
    "\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u20ac\u20ab\u2116\u2122\u200e\u200f\u2066-\u2069]*"
)
"""Letters of the face that cards are drawn with (render/fonts), and signs of direction, which it need not have."""

_View = TypeVar("_View", StoryView, ComparisonView)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A page that others may show, in few words."""

    page: str
    """Its path below the root."""
    kicker: str
    title: Text
    sentences: tuple[str, ...]
    """The leading finding: what is so, and what proves or limits it."""
    count: str
    """How many articles or changes there are; empty where the page does not say it of the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What a badge says."""

    path: str
    label: str
    text: str
    dir: str

    @property
    def spoken(self) -> str:
        """For those who do not see it."""
        return f"{self.label}: {self.text}"


def shared_of(site: Site, page: Page, articles: int) -> Shared | None:
    """A story's own page or the first page of a comparison; None for any other. `articles` are those of the story."""
    catalogue, view = site.catalogue, page.view
    if view.head.canonical != absolute(site.frame.home, page.url):
        # A view of another page: others show that one.
        return None
    if isinstance(view, StoryView):
        lead = view.leads[0] if view.leads else None
        count = catalogue.ngettext("{count} article", "{count} articles", articles)
        return Shared(
            page=page.url,
            kicker=view.kicker,
            title=view.title,
            sentences=lead.plain if lead else (view.lede,),
            count=count,
        )
    if isinstance(view, ComparisonView) and (view.sections is None or not view.sections.before):
        # A section counts its own changes alone, and none of substance is not none.
        whole = view.sections is None and view.changes
        pieces = (catalogue.isolated(piece.text) if piece.lang else piece.text for piece in view.heading)
        return Shared(
            page=page.url,
            kicker=view.story.label.text,
            title=Text(text="".join(pieces)),
            sentences=(" ".join(sentence.text for sentence in view.lede),),
            count=catalogue.ngettext("{count} change", "{count} changes", len(view.changes)) if whole else "",
        )
    return None


def with_sharing(site: Site, page: Page, shared: Shared) -> Page:
    """The page, which names its card, and says beside its references how others show it."""
    view = page.view
    if isinstance(view, StoryView):
        return replace(page, view=_told(site, view, shared))
    assert isinstance(view, ComparisonView)
    return replace(page, view=_told(site, view, shared))


def _told(site: Site, view: _View, shared: Shared) -> _View:
    sharing, head = site.config.sharing, view.head
    if sharing.cards and has_card(shared):
        head = replace(head, card=absolute(site.frame.home, card_path(shared.page)), card_words=card_words(shared))
    return replace(view, head=head, cite=_with_markup(site, view.cite, shared))


def _with_markup(site: Site, cite: CitedAs, shared: Shared) -> CitedAs:
    """The references of a page, with what is to be written into another page to show it there."""
    home, more = site.frame.home, []
    if site.config.sharing.embed_in:
        width, height = _EMBED_SIZE
        address = absolute(home, embed_path(shared.page))
        frame = f'<iframe src="{address}" width="{width}" height="{height}" loading="lazy"></iframe>'
        more.append(("HTML, iframe", frame))
    if site.config.sharing.badges:
        image, page = absolute(home, badge_path(shared.page)), absolute(home, shared.page)
        more.append(("Markdown", f"[![{badge_of(site, shared).spoken}]({image})]({page})"))
    return replace(cite, formats=(*cite.formats, *more))


def card_words(shared: Shared) -> str:
    """What is to be read in a card."""
    return " ".join((shared.title.text, *shared.sentences))


def has_card(shared: Shared) -> bool:
    """Whether the face has every letter of it: an empty box where a name was is worse than no card."""
    return _IN_FACE.fullmatch(card_words(shared)) is not None


def badge_of(site: Site, shared: Shared) -> Badge:
    """The badge of a page."""
    return Badge(
        path=badge_path(shared.page),
        label=shortened(site.frame.title, _BADGE_CHARACTERS),
        text=shared.count or site.catalogue.gettext("compared word by word"),
        dir=site.frame.dir,
    )


def embed_page(site: Site, page: Page, shared: Shared) -> Page:
    """The page for a frame. Search engines are to find the page itself."""
    head = replace(page.view.head, robots="noindex", indexed=False, linked_data="", meta=(), card="", card_words="")
    view = EmbedView(
        head=head,
        kicker=shared.kicker,
        title=shared.title,
        sentences=shared.sentences,
        href=href(site.frame.root, shared.page),
    )
    return Page(url=embed_path(shared.page), template="embed.html", view=view)
