"""How the pages of the desk look. Everything that a page or an editor wrote is escaped where it is put in."""

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from sitegen.desk.markup import Html, joined
from sitegen.importing import BlockDecision, Desk, FieldDecision, ImportedPage, Review
from sitegen.serve import DESK

_FEWEST_WORDS = 8
"""Words of a block that is shown at once where it is not of the text; shorter ones are folded."""
_LABELS = {
    "title": "Title",
    "author": "Author",
    "credit": "Credit",
    "published": "Published",
    "updated": "Updated",
    "url": "Address",
    "language": "Language",
    "completeness": "Completeness",
}
STYLE = """
:root { color-scheme: light dark; --line: #8886; --quiet: light-dark(#595959, #b0b0b0);
  --taken: light-dark(#e9f3ea, #16301c) }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 90rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.4rem; line-height: 1.25 } h2 { font-size: 1.1rem }
ul.pages { list-style: none; padding: 0 } ul.pages li { padding: .5rem 0; border-top: 1px solid var(--line) }
.quiet, .reason { color: var(--quiet) }
.reason { display: block; font-size: .875rem }
fieldset { border: 1px solid var(--line); border-radius: .25rem; margin: 0 0 1rem; padding: .5rem .75rem }
fieldset label { display: block; padding: .125rem 0 }
input[type=text] { font: inherit; width: 100%; max-width: 40rem; padding: .25rem }
.fields { display: grid; gap: 0 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)) }
.sides { display: grid; gap: 1.5rem } .sides > * { min-width: 0 }
.block { display: grid; grid-template-columns: 1.5rem 1fr; gap: .5rem; padding: .375rem .5rem;
  border-left: 3px solid transparent }
.block.dropped > span { color: var(--quiet) }
.block:has(input:checked) { background: var(--taken); border-left-color: currentcolor }
.block:has(input:checked) > span { color: inherit }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); background: #fff }
.keys { position: sticky; bottom: 0; display: flex; flex-wrap: wrap; gap: .5rem; padding: .75rem 0; background: canvas;
  border-top: 1px solid var(--line) }
button { font: inherit; padding: .5rem 1rem }
@media (min-width: 60rem) {
  .sides { grid-template-columns: 3fr 2fr }
  .text { position: sticky; top: 0; align-self: start; max-height: calc(100vh - 5rem); overflow: auto }
}
"""


def _html(title: str, body: Html) -> str:
    return str(
        Html(
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
            '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="{desk}desk.css"></head>'
            "<body><main>{body}</main></body></html>\n"
        ).filled(title=title, desk=DESK, body=body)
    )


def message_page(message: str, hint: str) -> str:
    """Why something could not be shown or saved."""
    body = Html('<h1>Not possible</h1><p>{}.</p><p>{}</p><p><a href="{}">All imported articles</a></p>')
    return _html("Not possible", body.filled(message, f"To do: {hint}." if hint else "", DESK))


def list_page(desk: Desk) -> str:
    """All imported articles: those that are to be decided, then the others."""
    waiting = [page for page in desk.pages.values() if not page.is_decided]
    decided = [page for page in desk.pages.values() if page.is_decided]
    parts = [Html("<h1>The desk: what imported articles are made of</h1>")]
    parts += _listed("To be decided", waiting, "Nothing waits: every imported article is decided.")
    parts += _listed("Decided", decided, "Nothing is decided yet.")
    if desk.refusals:
        names = joined(Html("<li>{}: {}</li>").filled(path, why.message) for path, why in desk.refusals.items())
        parts.append(Html("<h2>Decisions that cannot be read</h2><ul>{}</ul>").filled(names))
    parts.append(Html('<p><a href="/">The site</a></p>'))
    return _html("The desk", joined(parts))


def _listed(heading: str, pages: list[ImportedPage], empty: str) -> Iterator[Html]:
    yield Html("<h2>{} ({})</h2>").filled(heading, f"{len(pages):,}")
    if not pages:
        yield Html("<p>{}</p>").filled(empty)
        return
    rows = (
        Html('<li><a href="{}" dir="auto">{}</a> <span class="reason">{}{}</span></li>').filled(
            f"{DESK}article/{quote(page.path)}",
            page.title,
            page.path,
            _remark(page),
        )
        for page in pages
    )
    yield Html('<ul class="pages">{}</ul>').filled(joined(rows))


def _remark(page: ImportedPage) -> str:
    """What the list says behind the path of an article."""
    if not page.is_article:
        return ", no article"
    partial = ", its text is partial" if page.is_partial else ""
    return partial + (", another has its text or address" if page.is_twin else "")


def article_page(review: Review, token: str) -> str:
    """One article: its fields with their candidates, its blocks, the text that is taken, and the original of a page."""
    page = review.page
    body = Html(
        '<p><a href="{desk}">All imported articles</a></p><h1 dir="auto">{title}</h1>'
        '<p class="quiet">{path}. {state}</p>{twins}{remarks}'
        '<form method="post" accept-charset="utf-8"><input type="hidden" name="token" value="{token}">'
        '<div class="fields">{fields}</div>'
        '<div class="sides"><section><h2>{heading}</h2>'
        '<p class="quiet">Move with Tab; the space bar takes a block into the text, or out of it.</p>{blocks}</section>'
        '<section class="text"><h2>The text as it was read: {words} words</h2>{text}</section></div>'
        '<div class="keys"><button name="save" value="yes">Save</button>'
        '<button name="next" value="yes">Save, and the next article</button>'
        '<button name="not-article" value="yes">This is no article</button></div></form>{original}'
    ).filled(
        desk=DESK,
        title=page.title,
        path=page.path,
        state=_state(review),
        twins=_twins(review),
        remarks=_remarks(review),
        token=token,
        fields=joined(_field(entry) for entry in review.decisions.fields),
        blocks=joined(_blocks(review)),
        words=f"{sum(len(line.split()) for line in _lines(review)):,}",
        text=joined(Html('<p dir="auto">{}</p>').filled(line) for line in _lines(review)),
        heading="The page, block by block" if review.parts.source else "The article, line by line",
        original=_original(review),
    )
    return _html(f"The desk: {page.title}", body)


def _original(review: Review) -> Html:
    """The page as it was saved; of a row or a document there is nothing to show that is not in the article."""
    if not review.parts.source:
        return Html("")
    return Html(
        "<details><summary>The page as it was saved, without its scripts and pictures</summary>"
        '<iframe sandbox title="The page as it was saved" loading="lazy" src="{}"></iframe></details>'
    ).filled(f"{DESK}original/{quote(review.page.path)}")


def _lines(review: Review) -> tuple[str, ...]:
    return review.parts.lines_with(review.decisions.taken)


def _state(review: Review) -> str:
    if not review.decisions.is_article:
        return "You decided that this is no article; saving makes it one again."
    return "You have decided this article." if review.decisions.is_decided else "Not decided yet."


def _twins(review: Review) -> Html:
    if not review.twins:
        return Html("")
    names = ", ".join(review.twins)
    return Html("<p><strong>The same text or address:</strong> {}</p>").filled(names)


def _remarks(review: Review) -> Html:
    rows = joined(Html("<li>{}</li>").filled(remark) for remark in review.draft.remarks)
    return Html("<ul>{}</ul>").filled(rows) if rows else rows


def _field(entry: FieldDecision) -> Html:
    """A field: its candidates with their places, nothing, or what the editor writes."""
    values = [value for value, _ in entry.candidates]
    rows = [
        _choice(entry.field, str(number), value == entry.value, value, place)
        for number, (value, place) in enumerate(entry.candidates)
    ]
    is_own = entry.value not in values
    words_pattern = Html(
        '<input type="text" name="own.{name}" value="{value}" aria-label="{label}, in your words" dir="auto">'
    )
    words = words_pattern.filled(name=entry.field, label=_LABELS[entry.field], value=entry.value if is_own else "")
    label = Html(
        '<label><input type="radio" name="choice.{}" value="own"{}> <span class="quiet">{}</span></label>{}'
    ).filled(
        entry.field,
        Html(" checked") if is_own else "",
        "this, or nothing:",
        words,
    )
    return Html("<fieldset><legend>{}</legend>{}{}</fieldset>").filled(_LABELS[entry.field], joined(rows), label)


def _choice(name: str, number: str, is_checked: bool, value: str, place: str) -> Html:
    checked = Html(" checked") if is_checked else ""
    row = (
        '<label><input type="radio" name="choice.{}" value="{}"{}> <bdi>{}</bdi> <span class="reason">{}</span></label>'
    )
    return Html(row).filled(name, number, checked, value, place)


def _blocks(review: Review) -> Iterator[Html]:
    """The blocks; runs of short ones that are not of the text are folded."""
    texts = [block.text for block in review.parts.blocks]
    words = [len(block.words) for block in review.parts.blocks]
    first, last = min(review.parts.text, default=0), max(review.parts.text, default=0)

    def is_folded(block: BlockDecision) -> bool:
        inside = first <= block.number <= last
        return not block.is_taken and bool(block.reason) and words[block.number] < _FEWEST_WORDS and not inside

    for folded, group in groupby(review.decisions.blocks, key=is_folded):
        rows = [_block(block, texts[block.number]) for block in group]
        shown = joined(rows)
        if folded:
            yield Html("<details><summary>{}</summary>{}</details>").filled(_count(len(rows)), shown)
        else:
            yield shown


def _count(number: int) -> str:
    return "1 short block" if number == 1 else f"{number:,} short blocks"


def _block(block: BlockDecision, text: str) -> Html:
    return Html(
        '<label class="block{}"><input type="checkbox" name="block" value="{}"{}><span><bdi>{}</bdi>{}</span></label>'
    ).filled(
        " dropped" if block.reason else "",
        block.number,
        Html(" checked") if block.is_taken else "",
        text,
        Html(' <span class="reason">{}</span>').filled(block.reason) if block.reason else "",
    )
