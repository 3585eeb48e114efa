"""Lays out the pages that the editor wrote, whose text is sanitised HTML already, and those that moved."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from sitegen.model import EditorPage, MovedAddress
from sitegen.text.languages import direction
from sitegen.views.addresses import absolute, href, page_path
from sitegen.views.common import Site, in_language, make_head
from sitegen.views.pages import EditorPageView, MovedView, Page
from sitegen.views.planned import Planned


def editor_pages(site: Site, pages: Sequence[EditorPage]) -> list[Planned]:
    """A page each. No story has any part in them."""
    return [Planned(url=page_path(page.id), stories=(), make=partial(editor_page, site, page)) for page in pages]


def editor_page(site: Site, page: EditorPage) -> Page:
    """One of them."""
    path, language = page_path(page.id), site.frame.language
    written_in = page.language or site.editor_language
    foreign = written_in != language
    view = EditorPageView(
        head=make_head(site, page.title, f"{page.title}: {site.frame.title}", path, indexed=True),
        title=in_language(page.title, written_in, language),
        lang=written_in if foreign else "",
        dir=direction(written_in) if foreign else "",
        body=page.body,
    )
    return Page(url=path, template="page.html", view=view)


def moved_page(site: Site, moved: MovedAddress) -> Page:
    """What stands at the old address of a page."""
    head = make_head(site, site.catalogue.gettext("This page has moved"), "", moved.old)
    canonical = absolute(site.frame.home, moved.new)
    view = MovedView(
        head=replace(head, canonical=canonical, robots="noindex", languages=(), alternates=()),
        target=href(site.frame.root, moved.new),
    )
    return Page(url=moved.old, template="moved.html", view=view)
