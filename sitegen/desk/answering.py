"""Answers the requests for the pages of the desk. One that saves is a form which `serve` has already let in."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

from sitegen.desk.layout import STYLE, article_page, list_page, message_page
from sitegen.diagnostics import SitegenError
from sitegen.importing import Decisions, Desk, Review, decide
from sitegen.read.refusal import Refused
from sitegen.serve import DESK, DeskAnswer

_ARTICLE, _ORIGINAL = f"{DESK}article/", f"{DESK}original/"
_PAGES = "default-src 'none'; style-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'"
_FRAMED = (
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)
"""Of the original: nothing in it runs, is sent or fetched, whatever a page says."""
OWN = "own"
"""What a form says of a field whose value the editor wrote."""

Form = Mapping[str, Sequence[str]]


class DeskPages:
    """The pages of the desk of one content folder."""

    def __init__(self, content: Path) -> None:
        self._content = content

    def answer(self, address: str, form: Form | None, token: str) -> DeskAnswer:
        """The answer to a request; `form` is None where nothing is sent. `token` goes into forms."""
        try:
            if address == f"{DESK}desk.css":
                return DeskAnswer(status=200, body=STYLE.encode(), kind="text/css; charset=utf-8", policy=_PAGES)
            desk = Desk(self._content)
            if address == DESK and form is None:
                return _page(200, list_page(desk))
            if address.startswith(_ORIGINAL) and form is None:
                source = desk.review(address.removeprefix(_ORIGINAL)).parts.source
                body = source.encode("utf-8", "replace")
                return DeskAnswer(status=200, body=body, kind="text/html; charset=utf-8", policy=_FRAMED)
            if address.startswith(_ARTICLE):
                return self._article(desk, desk.review(address.removeprefix(_ARTICLE)), form, token)
        except Refused as refused:
            return _page(404 if refused.code == "not-imported" else 409, message_page(refused.message, refused.hint))
        except SitegenError as failure:
            return _page(409, message_page(failure.diagnostics[0].message, failure.diagnostics[0].hint))
        return _page(404, message_page("there is no such page of the desk", "go back to the list"))

    def _article(self, desk: Desk, review: Review, form: Form | None, token: str) -> DeskAnswer:
        if form is None:
            return _page(200, article_page(review, token))
        decide(desk, review, decided(review.decisions, form))
        waiting = next((path for path, page in Desk(self._content).pages.items() if not page.is_decided), "")
        address = f"{_ARTICLE}{waiting}" if waiting and "next" in form else DESK
        return DeskAnswer(status=303, location=quote(address), policy=_PAGES)


def decided(decisions: Decisions, form: Form) -> Decisions:
    """What a form says, over what was known: fields and blocks that are not in it are left as the form shows them."""
    if "not-article" in form:
        return replace(decisions, is_article=False)
    taken = set(form.get("block", ()))
    fields = []
    for entry in decisions.fields:
        choice = _first(form, f"choice.{entry.field}")
        if choice == OWN:
            entry = replace(entry, value=" ".join(_first(form, f"own.{entry.field}").split()))
        elif choice.isdecimal() and int(choice) < len(entry.candidates):
            entry = replace(entry, value=entry.candidates[int(choice)][0])
        fields.append(entry)
    return replace(
        decisions,
        is_article=True,
        fields=tuple(fields),
        blocks=tuple(replace(block, is_taken=str(block.number) in taken) for block in decisions.blocks),
    )


def _first(form: Form, name: str) -> str:
    return next(iter(form.get(name, ())), "")


def _page(status: int, text: str) -> DeskAnswer:
    return DeskAnswer(status=status, body=text.encode("utf-8"), kind="text/html; charset=utf-8", policy=_PAGES)
