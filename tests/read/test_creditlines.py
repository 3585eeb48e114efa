"""Credits beside the text: the author, a tag at the end, who reported, the address of the page."""

import pytest

from sitegen.config import Config
from sitegen.model import Source
from sitegen.read import read_article

SOURCES = {
    "wire": Source(id="wire", name="Northern Wire", kind="agency", home="https://northernwire.example/"),
    "post": Source(id="post", name="Evening Post", home="https://post.example/"),
}
BODY = "The ferry to Lorne stayed in the harbour on Monday because a swan had nested on its ramp, the crew said."
END = "It will sail again when the cygnets have left, which the harbour master expects at the end of the month"


def credits(text: str, **fields: str) -> list[tuple[str, str]]:
    """The names and channels of an article of the Evening Post."""
    front = "".join(f"{name}: {value}\n" for name, value in {"source": "post", "language": "en", **fields}.items())
    article, _ = read_article("a.txt", "a.txt", f"---\n{front}---\n\n{text}\n".encode(), Config(), SOURCES)
    assert article is not None
    return [(credit.name, credit.channel) for credit in article.credits]


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        (f"{BODY}\n\n{END}.", {"author": "Northern Wire"}, ("Northern Wire", "author")),
        (f"{BODY}\n\n{END}.", {"author": "Reuters and AFP"}, ("Reuters", "author")),
        (f"{BODY}\n\n{END}. (NW)", {}, ("NW", "byline")),
        (f"{BODY}\n\n{END}. (Reuters)", {}, ("Reuters", "byline")),
        (f"{BODY}\n\n{END}. – Reuters", {}, ("Reuters", "byline")),
        (f"{BODY}\n\n{END}.\n\n(Reporting by Ida Moe, Reuters)", {}, ("Reuters", "byline")),
        (f"{BODY}\n\n{END}.\n\nSource: Northern Wire", {}, ("Northern Wire", "byline")),
        (f"{BODY}\n\n{END}.", {"url": "https://www.northernwire.example/ferry"}, ("Northern Wire", "address")),
        (f"LORNE (NW) - {BODY}\n\n{END}.", {}, ("NW", "dateline")),
        (f"{BODY} That is so according to Northern Wire.\n\n{END}.", {}, ("Northern Wire", "text")),
    ],
)
def test_every_channel_is_read(text: str, fields: dict[str, str], expected: tuple[str, str]) -> None:
    """An outlet that is named there is a credit, with the channel it was read from."""
    assert expected in credits(text, **fields)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (f"{BODY}\n\n{END}.", {"author": "Ida Moe"}),
        (f"{BODY}\n\n{END}. (EP)", {}),
        (f"{BODY}\n\n{END}. (laughs)", {}),
        (f"{BODY}\n\n{END} (Monday).", {}),
        (f"{BODY}\n\n{END}.\n\nReporting by Ida Moe", {}),
        (f"{BODY}\n\n{END}.", {"url": "https://post.example/ferry"}),
        (f"{BODY}\n\n{END}.", {"url": "https://notnorthernwire.example/ferry"}),
    ],
)
def test_a_person_an_aside_and_its_own_outlet_are_no_credits(text: str, fields: dict[str, str]) -> None:
    """What is no outlet's name, or its own, credits nobody."""
    assert credits(text, **fields) == []
