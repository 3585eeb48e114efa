"""An archive of bad input: what outlets really print, and what no one should.

Titles of one and of 400 characters, directions inside each other, an outlet of 110 characters, one called `<script>`, a
word of 300 letters, marks heaped on letters, sixty tags, no dates, a page named like a story.
"""

import json

LONG_TITLE = "A very long headline about the harbour " * 10 + "ends here."
LONG_OUTLET = (
    "The Very Old and Very Honourable Gazette of the Harbours, Islands and Lighthouses of the Whole Northern Coast X"
)
LONG_WORD = "Hafenbehördenvorsitzendenstellvertreter" * 8
HEAPED = "H" + "\u0300\u0301\u0302\u0303\u0334\u0335" * 12 + "o" + "\u0316\u0317\u0318\u0319" * 20 + "lm"
ARABIC = "عاد المصباح في المرفأ إلى العمل يوم الجمعة"
MIXED = f"Holm (הולם) and {ARABIC} in one headline, 61 of them"
FIRST = (
    "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office told reporters.",
    "A crate of oysters, two bicycles and a wedding cake did not survive the berthing of the ferry at the pier.",
    "“We had forgotten how far it reaches,” said Ada Brandt, 58, who keeps the slipway below it and its 4,000 ropes.",
)


def _text(number: int) -> str:
    """A copy with something of its own that is hard to set."""
    own = (
        f"The office of the {LONG_WORD} gave no reason.",
        f"The town is now called {HEAPED}, a sign said.",
        f"A visitor said: {ARABIC}, and left at 14:30.",
        f"{'x' * 300} stood on the wall.",
        "<script>alert(1)</script> was painted on the door, <img src=x onerror=alert(2)> on the roof.",
        "https://example.org/" + "a-very-long-address-of-a-page/" * 10,
    )[number % 6]
    changed = FIRST[0].replace("nine", str(number + 3)).replace("Friday", ("Friday", "Monday")[number % 2])
    return "\n\n".join((changed, own, *FIRST[1:]))


def _front(**fields: object) -> str:
    return "\n".join(
        ["---", *(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()), "---", ""]
    )


def archive() -> dict[str, str]:
    """The content folder."""
    titles = ("X", LONG_TITLE, MIXED, ARABIC, f"{LONG_WORD} {HEAPED}", "<script>alert(3)</script>")
    outlets = ("<script>", LONG_OUTLET, "صحيفة المرفأ الشمالي", LONG_WORD[:100], HEAPED, "Y")
    files = {
        "site.toml": f'title = {json.dumps(LONG_OUTLET)}\nbase_url = "https://example.org/"\npages = true\n',
        "pages/hard.md": _front(title=LONG_TITLE, menu=True)
        + f"{LONG_WORD}\n\n{HEAPED}\n\n| a | b |\n|---|---|\n| {'x' * 300} | {ARABIC} |\n",
        "pages/privacy.md": _front(title="P") + "No one is counted here.\n",
        "lone.txt": "x" * 300 + "\n",
        "no-title.txt": f"{FIRST[1]}\n\nIt was {LONG_WORD} who saw it, and no one else did, on a day without a date.\n",
        "stories/hard/story.md": _front(title=LONG_TITLE, summary=f"{LONG_WORD} {ARABIC}") + f"{HEAPED} {LONG_WORD}\n",
    }
    tags = [f"tag number {number} of many" for number in range(60)]
    for number, (title, outlet) in enumerate(zip(titles, outlets, strict=True)):
        files[f"sources/o{number}.md"] = _front(name=outlet, kind="newspaper") + f"{LONG_WORD} {ARABIC}\n"
        dates = {} if number % 3 == 2 else {"published": f"2031-03-0{number + 1}"}
        more = {"author": LONG_OUTLET, "tags": tags, "credit": LONG_WORD} if number == 1 else {}
        head = _front(title=title, source=f"o{number}", language="en", **dates, **more)
        files[f"stories/hard/c{number}.txt"] = head + _text(number) + "\n"
    return files
