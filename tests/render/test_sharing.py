"""What others show of a page: cards, badges and embed pages, all off unless set, and who may frame what."""

import io
import random
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from sitegen.pipeline import build as pipeline
from sitegen.pipeline.build import BuildOptions, build_site
from sitegen.publish import hosts
from sitegen.read import read_card_faces
from sitegen.render.cards import HEIGHT, WIDTH, face_of
from sitegen.render.hosts import frame_rules
from sitegen.render.png import png_of
from sitegen.views.sharing import _IN_FACE
from tests.browser.conftest import Files, headers_for, parse_headers, served_files, write

TEXT = """The lamp at the end of the pier was lit on Friday for the first time in nine years.

Forty people came to the pier and brought their own chairs, the harbour office said.

The office did not say what the lamp had cost, and denied that it had been paid for by the casino."""
SHARING = '[sharing]\ncards = true\nbadges = true\nembed_in = ["https://news.example", "https://*.press.example"]\n'
CLOSING = "وقال رئيس البلدية إن أحداً لن يخسر مكانه."
STORY, PAIR = "stories/lamp/", "stories/lamp/lamp-wire--lamp-courier/"


def archive(settings: str, outlet: str = "Courier") -> dict[str, str]:
    return {
        "site.toml": f'title = "Lamps"\nbase_url = "https://example.org/"\n{settings}',
        "sources/wire.md": "---\nname: Northern Wire\n---\n",
        "sources/courier.md": f"---\nname: {outlet}\n---\n",
        "stories/lamp/story.md": "---\ntitle: A lamp is lit\n---\n",
        "stories/lamp/wire.md": f"---\nsource: wire\ntitle: A lamp is lit\npublished: 2031-03-01\n---\n\n{TEXT}\n",
        "stories/lamp/courier.md": "---\nsource: courier\ntitle: Lamp lit\npublished: 2031-03-02\n---\n\n"
        + TEXT.replace("Forty", "Fourteen")
        + "\n",
    }


def built(folder: Path, settings: str = "", outlet: str = "Courier") -> Files:
    result = build_site(
        write(folder / "content", archive(settings, outlet)), folder / "site", BuildOptions(workers=1, search=False)
    )
    assert result.report, result.diagnostics
    return served_files(folder / "site")


def test_all_is_off_unless_set(tmp_path: Path) -> None:
    """No picture, no badge, no embed page; no page may be framed."""
    files = built(tmp_path)
    assert not [path for path in files if path.endswith(("card.png", "badge.svg")) or path.startswith("embed/")]
    assert b"og:image" not in files[f"{STORY}index.html"]
    assert files["_headers"].count(b"frame-ancestors") == 1


def test_a_story_and_a_comparison_have_a_card(tmp_path: Path) -> None:
    """A picture of the size that networks ask for, named by the page with its words; the same bytes each time."""
    files = built(tmp_path / "first", SHARING)
    for path in (STORY, PAIR):
        with Image.open(io.BytesIO(files[f"{path}card.png"])) as picture:
            assert (picture.size, picture.format) == ((WIDTH, HEIGHT), "PNG")
            assert len(picture.convert("RGB").getcolors()) > 10, "nothing is written on it"
        page = files[f"{path}index.html"].decode()
        assert f'<meta property="og:image" content="https://example.org/{path}card.png">' in page
        words = page.partition('og:image:alt" content="')[2].partition('"')[0]
        assert "Where Northern Wire has “Forty people”" in words or "Forty" in words, words
    assert built(tmp_path / "again", SHARING) == files


def test_a_name_that_cannot_be_written_has_no_card(tmp_path: Path) -> None:
    """An empty box where a name was would be worse: the page names no picture and has none."""
    files = built(tmp_path, SHARING, outlet="北岬晨报")
    assert f"{PAIR}card.png" not in files
    assert b"og:image" not in files[f"{PAIR}index.html"]
    assert f"{PAIR}badge.svg" in files


def test_the_face_has_every_letter_that_it_claims() -> None:
    """Each is drawn otherwise than a letter that is missing."""
    face = face_of(read_card_faces()["Bold"], 40)
    missing = bytes(face.getmask("面", mode="L"))
    letters = [chr(code) for code in range(0x20, 0x2200) if _IN_FACE.fullmatch(chr(code))]
    visible = [letter for letter in letters if unicodedata.category(letter) not in ("Cn", "Cf", "Zs", "Mn")]
    assert len(visible) > 900
    assert [letter for letter in visible if bytes(face.getmask(letter, mode="L")) == missing] == []


@pytest.mark.parametrize("seed", range(4))
def test_a_picture_is_read_as_it_was_written(seed: int) -> None:
    """Runs of every length, and noise, come out of another program's decoder as they went in."""
    rng = np.random.default_rng(seed)
    pixels = rng.integers(0, 16, (37, 64), np.uint8)
    lengths = random.Random(seed)
    flat = np.concatenate([np.full(lengths.randint(1, 700), lengths.randrange(16), np.uint8) for _ in range(400)])
    wide = flat[: len(flat) // 128 * 128].reshape(-1, 128)
    palette = [(shade * 17, 255 - shade * 17, shade) for shade in range(16)]
    for picture in (pixels, wide, np.zeros((600, 1200), np.uint8)):
        with Image.open(io.BytesIO(png_of(picture, palette))) as read:
            assert np.array_equal(np.asarray(read.convert("RGB")), np.array(palette, np.uint8)[picture])


def test_badges_are_pictures_with_words(tmp_path: Path) -> None:
    """A title for those who do not see it, the archive's name, a count that the page gives too."""
    files = built(tmp_path, SHARING)
    title = "{http://www.w3.org/2000/svg}title"
    assert ET.fromstring(files[f"{STORY}badge.svg"]).findtext(title) == "Lamps: 2 articles"
    assert ET.fromstring(files[f"{PAIR}badge.svg"]).findtext(title) == "Lamps: 3 changes"
    assert b"![Lamps: 2 articles](https://example.org/stories/lamp/badge.svg)" in files[f"{STORY}index.html"]


def test_embed_pages_say_what_the_page_says(tmp_path: Path) -> None:
    """They lead to it in the whole window, and search engines to it alone."""
    files = built(tmp_path, SHARING)
    page = files[f"embed/{STORY}index.html"].decode()
    assert '<h1><a href="/stories/lamp/" target="_top"><bdi>A lamp is lit</bdi></a></h1>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert '<link rel="canonical" href="https://example.org/stories/lamp/">' in page
    assert "<script" not in page
    assert b"embed" not in files["sitemap-1.xml"]
    assert b"&lt;iframe src=&#34;https://example.org/embed/stories/lamp/&#34;" in files[f"{STORY}index.html"]


def test_only_embed_pages_may_be_framed(tmp_path: Path) -> None:
    """By those that the setting names; every other page by no one. Rules that both hold for a page do not meet."""
    rules = parse_headers(built(tmp_path, SHARING)["_headers"].decode())
    for path in ("/", "/404.html", "/stories/lamp/", "/articles/lamp-wire/", "/about/", "/sources/wire/", "/data/"):
        assert headers_for(path, rules)["Content-Security-Policy"] == "frame-ancestors 'none'", path
    embedded = headers_for("/embed/stories/lamp/", rules)["Content-Security-Policy"]
    assert embedded == "frame-ancestors https://news.example https://*.press.example"
    assert frame_rules((), ["stories"]) == []
    for path in ("/embed/stories/lamp/", "/stories/lamp/"):
        policies = [found for pattern, found in rules if pattern in ("/*", path) or path.startswith(pattern[:-1])]
        assert sum("frame-ancestors" in found.get("Content-Security-Policy", "") for found in policies if found) >= 1


def test_embed_pages_of_every_language_may_be_framed(tmp_path: Path) -> None:
    """Those of a further language stand in its folder, of which every other page may be framed by no one."""
    files = built(tmp_path, f'interface_languages = ["ar", "vi"]\n{SHARING}')
    rules = parse_headers(files["_headers"].decode())
    assert f"ar/embed/{STORY}index.html" in files
    for root in ("/", "/ar/", "/vi/"):
        for path in ("", "404.html", "stories/lamp/", "articles/lamp-wire/", "about/", "titles/"):
            assert headers_for(f"{root}{path}", rules)["Content-Security-Policy"] == "frame-ancestors 'none'", path
        embedded = headers_for(f"{root}embed/stories/lamp/", rules)["Content-Security-Policy"]
        assert embedded == "frame-ancestors https://news.example https://*.press.example"


@pytest.mark.parametrize("wrong", ["news.example", "https://news.example/path", "'self'; script-src *", "javascript:"])
def test_who_may_frame_is_a_site(tmp_path: Path, wrong: str) -> None:
    """Nothing else reaches a header."""
    content = write(tmp_path / "content", archive(f'[sharing]\nembed_in = ["{wrong}"]\n'))
    result = build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False))
    assert result.report is None
    assert "must be addresses of sites, without a path" in result.diagnostics[0].message


def test_cards_without_their_extra_are_a_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the line that installs it; nothing is published."""
    monkeypatch.setattr(pipeline, "missing_for_cards", lambda: "Pillow is not installed")
    content = write(tmp_path / "content", archive("[sharing]\ncards = true\n"))
    result = build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False))
    assert result.report is None
    (told,) = [one for one in result.diagnostics if one.code == "cards-missing"]
    assert told.message == "share cards cannot be drawn: Pillow is not installed"
    assert "[cards]" in told.hint
    write(tmp_path / "content", archive("[sharing]\nbadges = true\n"))
    assert build_site(content, tmp_path / "site", BuildOptions(workers=1, search=False)).report


def test_hosts_that_send_no_headers_are_told_of(tmp_path: Path) -> None:
    """GitHub cannot keep to `embed_in`; Netlify can."""
    built(tmp_path, SHARING)
    told = {name: hosts.check_site(tmp_path / "site", host) for name, host in hosts.HOSTS.items()}
    codes = {name: [diagnostic.code for diagnostic in diagnostics] for name, diagnostics in told.items()}
    assert "host-embeds" in codes["github"]
    assert "host-embeds" in codes["s3"]
    assert codes["netlify"] == codes["cloudflare"] == []


def test_a_sentence_against_the_page_is_a_part_of_its_own(tmp_path: Path) -> None:
    """An Arabic sentence on an English embed page has its language and direction, and its own lines on the card."""
    words = "أعلنت بلدية المينا أنها ستغلق سوق السمك القديم لمدة ستة أشهر من أجل ترميم السقف والأرصفة."
    files = {"site.toml": f'title = "Souk"\ndated_until = "2032-01-01"\n{SHARING}'}
    for name, text in (("mina", words), ("sahil", words.replace("ستة", "ثمانية"))):
        files[f"sources/{name}.md"] = f"---\nname: {name.title()}\n---\n"
        head = f"title: سوق السمك\nsource: {name}\nlanguage: ar\npublished: 2031-06-0{1 + (name == 'sahil')}"
        files[f"stories/souk/{name}.md"] = f"---\n{head}\ncredit: Mina\n---\n\n{text}\n\n{CLOSING}\n"
    build_site(write(tmp_path / "content", files), tmp_path / "site", BuildOptions(workers=1, search=False))
    page = (tmp_path / "site/embed/stories/souk/index.html").read_text("utf-8")
    assert f'<p lang="ar" dir="rtl">”\u2068{words}\u2069“</p>' in page
    with Image.open(tmp_path / "site/stories/souk/card.png") as picture:
        rows = np.asarray(picture.convert("L"))[:, 72:1128] < 128
    # Where the lines of the card begin and end: one of them, and no other, begins at the right edge.
    lines = np.split(np.arange(rows.shape[0]), np.flatnonzero(np.diff(rows.any(axis=1))) + 1)
    ends = [np.flatnonzero(rows[line].any(axis=0)) for line in lines if rows[line].any()]
    assert sum(1 for columns in ends if columns[0] > 20 and columns[-1] > 1040) >= 1
    assert ends[0][0] < 20
