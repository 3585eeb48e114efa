"""Says why a comparison is coarser than words, or why nothing of it is aligned."""

from collections.abc import Sequence

from sitegen.model import Row, Unit
from sitegen.text.catalogues import Catalogue
from sitegen.text.tokenized import Tokenized


def note_of(
    unit: Unit, left: Tokenized, right: Tokenized, rows: Sequence[Row], catalogue: Catalogue, *, spent: bool = False
) -> str:
    """Why the comparison is coarser than words, or why nothing of it is aligned; mostly empty.

    `spent`: not because of the size of the two, but because the budget of their story is spent.
    """
    if spent:
        return _spent(unit, catalogue)
    counts = {"left": catalogue.number(left.counts[-1]), "right": catalogue.number(right.counts[-1])}
    if unit == "texts":
        return catalogue.gettext(
            "These texts have too many paragraphs to be aligned ({left} and {right} words): each is shown whole.",
            **counts,
        )
    if unit == "sentences":
        return catalogue.gettext(
            "These texts are too long to be compared word by word ({left} and {right} words). Whole sentences were "
            "compared; a sentence with any change in it counts as replaced.",
            **counts,
        )
    if unit == "blocks":
        return catalogue.gettext(
            "These texts are too long to be compared word by word ({left} and {right} words). Whole paragraphs were "
            "compared; a paragraph with any change in it counts as replaced.",
            **counts,
        )
    if rows and not any(row.left and row.right for row in rows) and left.counts[-1] and right.counts[-1]:
        return catalogue.gettext("These texts are too different to be aligned: they share no passage.")
    return ""


def with_partial(note: str, partial: tuple[bool, bool], catalogue: Catalogue) -> str:
    """The note, and that nothing is said of what a partial text lacks. `partial` is by side, left and right."""
    if not any(partial):
        return note
    if all(partial):
        remark = catalogue.gettext("Both texts are incomplete as they were saved: nothing is said of what they lack.")
    elif partial[0]:
        remark = catalogue.gettext("The left text is incomplete as it was saved: nothing is said of what it lacks.")
    else:
        remark = catalogue.gettext("The right text is incomplete as it was saved: nothing is said of what it lacks.")
    return f"{note} {remark}".strip()


def _spent(unit: Unit, catalogue: Catalogue) -> str:
    if unit == "sentences":
        return catalogue.gettext(
            "This story has too many copies for each to be compared word by word. Whole sentences were compared here; "
            "a sentence with any change in it counts as replaced."
        )
    return catalogue.gettext(
        "This story has too many copies for each to be compared word by word. Whole paragraphs were compared here; "
        "a paragraph with any change in it counts as replaced."
    )
