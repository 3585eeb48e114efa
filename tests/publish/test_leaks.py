"""The search of bytes: what it finds, in which clothes, and what it leaves alone."""

import gzip
import html
import io
import json
import zipfile

import pytest

from sitegen.publish.leaks import in_search_of, readings_of, runs_of, units_of
from tests.conftest import make_article

TEXT = "Nine divers went down before lunch and came up again with the anchor of a ship that nobody had missed."
CHINESE = "昨天上午九名潜水员在午餐前下水，带着一艘无人想念的船的锚再次浮出水面，岛上的人都来观看。"
SHARED = "The harbour office closed the north pier of Marrowby on Tuesday after a crack was found in its third pillar."
CLOTHES = {
    "page": lambda text: f"<p>{html.escape(text)}</p>".encode(),
    "marks inside words": lambda text: f"<p>{text[:30]}<ins>{text[30:41]}</ins>{text[41:]}".encode(),
    "attribute": lambda text: f'<meta content="{html.escape(text)}">'.encode(),
    "words in elements": lambda text: "".join(f"<b>{word}</b>" for word in text.split(" ")).encode(),
    "entities": lambda text: "".join(f"&#{ord(one)};" for one in text).encode(),
    "JSON": lambda text: json.dumps({"a": [{"text": text}]}).encode(),
    "JSON in pieces": lambda text: json.dumps([{"tag": "equal", "left": one, "right": ""} for one in text]).encode(),
    "search": lambda text: gzip.compress(json.dumps({"content": text}).encode()),
    "capitals and unseen characters": lambda text: text.upper().replace("E", "E\u00ad\u200b").encode(),
}


@pytest.mark.parametrize("text", [TEXT, CHINESE], ids=["spaced", "unspaced"])
@pytest.mark.parametrize("clothes", CLOTHES)
def test_a_text_is_found(text: str, clothes: str) -> None:
    """In a page, a mark, an attribute, data, a search file; of an unspaced text too. Control: not in another text."""
    if text == CHINESE and clothes == "words in elements":
        text = text.replace("，", " ")
    search = in_search_of([make_article("secret", text, rights="figures")], [], [], 0.25)
    path = "a.json" if "JSON" in clothes else "a"
    search.look(path, CLOTHES[clothes](SHARED))
    assert search.leaks() == ()
    search.look(path, CLOTHES[clothes](text))
    (leak,) = search.leaks()
    assert (leak.article, leak.path) == ("secret", path)
    assert leak.runs >= 8


def test_seven_words_are_nobodys() -> None:
    """Runs are eight words, or sixteen characters where words are not spaced."""
    words, characters = TEXT.split(), CHINESE.replace("，", "").rstrip("。")
    for text, more, less in (
        (TEXT, " ".join(words[3:11]), " ".join(words[3:10])),
        (CHINESE, characters[3:19], characters[3:18]),
    ):
        search = in_search_of([make_article("secret", text, rights="figures")], [], [], 0.25)
        search.look("less", less.encode())
        assert search.leaks() == ()
        search.look("more", more.encode())
        assert [leak.path for leak in search.leaks()] == ["more"]


def test_what_is_public_is_no_leak() -> None:
    """What an article shown in full has too, and what is a fact, may stand anywhere; what lies across them may not."""
    secret = make_article("secret", f"{SHARED} {TEXT}", rights="figures")
    search = in_search_of([secret], [make_article("open", SHARED)], [TEXT], 0.25)
    search.look("a", f"{SHARED} | {TEXT}".encode()[:-120])
    search.look("b", TEXT.encode())
    assert search.leaks() == () or {leak.path for leak in search.leaks()} == {"a"}
    search.look("c", f"{SHARED} {TEXT}".encode())
    assert "c" in {leak.path for leak in search.leaks()}


@pytest.mark.parametrize(("rights", "withdrawn", "allowed"), [("excerpt", False, True), ("figures", False, False)])
def test_an_excerpt_is_measured_over_all_files(rights: str, withdrawn: bool, allowed: bool) -> None:
    """A quarter of its words may be public, in all files together: a second quarter, in another file, is too much."""
    sentences = [f"{number} {TEXT}" for number in ("one", "two", "three", "four", "five", "six", "seven", "eight")]
    texts = [" ".join(f"{word}{number}" for word in one.split()) for number, one in enumerate(sentences)]
    search = in_search_of([make_article("a", *texts, rights=rights, withdrawn=withdrawn)], [], [], 0.25)
    for path in ("page", "fragment"):
        search.look(path, " … ".join((texts[0], texts[4])).encode())
    assert (search.leaks() == ()) == allowed
    search.look("old fragment", texts[2].encode())
    assert {leak.path for leak in search.leaks()} == {"page", "fragment", "old fragment"}


def test_public_words_beside_an_excerpt_take_nothing_from_its_share() -> None:
    """A page prints a copy's own words after those that an article in full has too: the runs across are no excerpt."""
    words = [f"own{number}" for number in range(40)]
    common = [f"common{number}" for number in range(12)]
    excerpt = make_article("a", " ".join(common + words), rights="excerpt")
    search = in_search_of([excerpt], [make_article("open", " ".join(common))], [], 0.25)
    search.look("page", " ".join(common + words[:12]).encode())
    assert search.leaks() == ()
    search.look("other", " ".join(words[20:28]).encode())
    assert {leak.path for leak in search.leaks()} == {"page", "other"}


def test_a_withdrawn_excerpt_has_no_share() -> None:
    """What is withdrawn may not be shown in part either."""
    search = in_search_of([make_article("a", TEXT, SHARED, rights="excerpt", withdrawn=True)], [], [], 0.9)
    search.look("a", " ".join(TEXT.split()[:8]).encode())
    assert [leak.runs for leak in search.leaks()] == [1]


@pytest.mark.parametrize("content", [b"\x1f\x8b broken", b"{", b"[" * 100_000, b"\xff\xfe\x00", b"", b"<" * 1000])
def test_odd_bytes_are_no_trouble(content: bytes) -> None:
    """Whatever a file holds, it can be read in some way or other."""
    assert all(isinstance(text, str) for text in readings_of("a.json", content))


def test_runs_begin_at_every_unit() -> None:
    """One run a unit, as long as the text goes on; where in the text each begins is kept."""
    units = units_of(TEXT)
    assert len(runs_of(units)) == len(units) - 7
    assert runs_of(units)[hash(tuple(units[2:10]))] == 2


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip with these files, compressed so that no word stands in its bytes as it is."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return packed.getvalue()


def test_a_zip_is_looked_into() -> None:
    """Each file in it is read as if it stood in the folder; a damaged zip, and one in a zip, is no trouble."""
    search = in_search_of([make_article("a", TEXT, rights="figures")], [], [], 0.25)
    whole = zipped({"data/story.json": json.dumps({"text": TEXT}).encode(), "data/page.html": b"<p>nothing</p>"})
    assert TEXT.encode() not in whole
    search.look("ferry.zip", whole)
    assert {leak.path for leak in search.leaks()} == {"ferry.zip"}
    for odd in (whole[:200], whole[:-40], zipped({"inner.zip": whole}), zipped({})):
        assert all(isinstance(text, str) for text in readings_of("odd.zip", odd))
    clean = in_search_of([make_article("a", TEXT, rights="figures")], [], [], 0.25)
    clean.look("ferry.zip", zipped({"data/story.json": b"{}"}))
    assert clean.leaks() == ()
