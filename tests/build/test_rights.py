"""What rights withhold is in no byte of the site; what they allow is there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import sitegen.story
from sitegen.build import BuildOptions, build_site
from sitegen.cli import main
from sitegen.views.rights import Shown, shown_of
from tests.build.withheld import FILES, body_of, leaks, readings_of, runs_of, words_of, write

WITHHELD = {
    name: FILES[name]
    for name in ("stories/pier/gazette.md", "stories/pier/post.md", "stories/pier/bare.txt", "lone.md")
}
BUILD = BuildOptions(workers=1, base_url="https://elsewhere.example/below/")


def build(folder: Path, files: dict[str, str] = FILES) -> Path:
    result = build_site(write(folder / "content", files), folder / "site", BUILD)
    assert [str(one) for one in result.diagnostics if one.severity == "error"] == []
    return folder / "site"


def story(site: Path) -> dict[str, Any]:
    return dict(json.loads((site / "data/stories/pier.json").read_text(encoding="utf-8")))


def excerpt(site: Path) -> list[dict[str, Any]]:
    return next(list(one["excerpt"]) for one in story(site)["articles"] if one["id"] == "pier-gazette")


def printed(site: Path) -> str:
    """What the data say is shown of the excerpt, and the titles, which rights never withhold."""
    return "\n".join([piece["text"] for piece in excerpt(site)] + ["The pier at Marrowby"])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("rights"))


def test_no_withheld_run_of_words_is_in_any_byte(site: Path) -> None:
    """No six words in a row, and no shorter sentence, of a withheld text stand in any file: page, data, index, feed."""
    kinds = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert {".html", ".json", ".csv", ".xml"} <= kinds
    assert [*(site / "search/index").iterdir()], "a search index is looked through as well"
    assert leaks(site, FILES, WITHHELD, printed(site)) == []


def test_no_withheld_word_is_indexed(site: Path) -> None:
    """A word that only a withheld text has is in no file, the word lists of the search index included."""
    for path in site.rglob("*"):
        if path.is_file():
            assert all("zorvex" not in one.casefold() for one in readings_of(path.name, path.read_bytes())), path


def test_one_sentence_that_leaks_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: with a single sentence of a withheld text let through, the search of all bytes finds it."""

    def leaky(articles: Any, texts: Any, comparisons: Any, share: float) -> Shown:
        shown = shown_of(articles, texts, comparisons, share)
        if "lone" not in articles:
            return shown
        return Shown(rights=shown.rights, spans={**shown.spans, "lone": (texts["lone"].span(0),)})

    monkeypatch.setattr(sitegen.story, "shown_of", leaky)
    site = build(tmp_path)
    found = leaks(site, FILES, WITHHELD, printed(site))
    assert {name for name, _ in found} >= {"articles/lone/index.html"}


def test_with_full_rights_everything_is_published(tmp_path: Path) -> None:
    """Control: the same texts are found in pages, data and search once nothing is withheld."""
    free = {
        name: text.replace("rights: figures\n", "").replace("rights: excerpt\n", "") for name, text in FILES.items()
    }
    found = leaks(build(tmp_path, free), FILES, WITHHELD, "")
    assert {path.rpartition(".")[2] for path, _ in found} >= {"html", "json"}
    for text in WITHHELD.values():
        own = {" ".join(run) for run in runs_of(body_of(text))}
        assert own & {run for _, run in found}, text


def test_an_excerpt_keeps_to_its_share(site: Path) -> None:
    """Of all pages and data together, no more words of it are shown than `excerpt_share` allows."""
    pieces = excerpt(site)
    words = len(words_of(body_of(FILES["stories/pier/gazette.md"])))
    shown = sum(len(words_of(piece["text"])) for piece in pieces)
    assert 0.1 * words < shown <= 0.3 * words
    assert shown + sum(piece["withheld"] for piece in pieces) == words
    assert all(bool(piece["text"]) != bool(piece["withheld"]) for piece in pieces)


def test_an_excerpt_shows_what_differs_first(site: Path) -> None:
    """The sentence with the changed figure is shown, whole; what is the same in both copies is not."""
    text = " ".join(piece["text"] for piece in excerpt(site))
    assert "The repair will cost 3 million crowns, the office said in a statement." in text
    assert "40 boats were moved" in text
    assert "mended nets" not in text


def test_withheld_words_are_marked_with_their_number(site: Path) -> None:
    """On the article's page and beside the other copy."""
    article = (site / "articles/pier-gazette/index.html").read_text(encoding="utf-8")
    assert "An excerpt of the text is shown" in article
    told = sum(int(count) for count in re.findall(r"\[(\d+) words? withheld\]", article))
    assert told == sum(piece["withheld"] for piece in excerpt(site)) > 0
    pair = (site / "stories/pier/pier-wire--pier-gazette/index.html").read_text(encoding="utf-8")
    assert "words withheld]" in pair
    assert re.search(r"<ins[^>]*>3 million crowns</ins>, the office said", pair)
    assert "mended nets beside the pier" in pair, "the full text beside it is shown in full"


def test_figures_tell_numbers_lengths_and_kinds(site: Path) -> None:
    """Beside a text of figures only, no words of either side; what happened is told by kinds and counts."""
    pair = (site / "stories/pier/pier-wire--pier-post/index.html").read_text(encoding="utf-8")
    assert "words withheld]" in pair
    assert "on the left" in pair
    assert "mended nets" not in pair
    comparison = next(one for one in story(site)["comparisons"] if one["right"] == "pier-post")
    assert comparison["measures"]["right_words"] > 100
    assert {one["kind"] for one in comparison["changes"]} - {"cut", "addition"}
    assert all(one["left"] == one["right"] == "" for one in comparison["changes"])
    article = next(one for one in story(site)["articles"] if one["id"] == "pier-post")
    assert [one for one in article["excerpt"] if one["text"]] == []
    assert article["title"] == "Pier shut"


def test_a_title_is_not_made_of_withheld_words(site: Path) -> None:
    """A text without a headline is called by its first words; where those may not be shown, by its file."""
    assert next(one["title"] for one in story(site)["articles"] if one["id"] == "pier-bare") == "bare"


def test_a_source_says_what_may_be_shown_of_its_articles(site: Path) -> None:
    """The rights of an article are those it declares, else those of its source, else those of the archive."""
    rights = {one["id"]: one["rights"] for one in story(site)["articles"]}
    assert rights == {"pier-wire": "full", "pier-gazette": "excerpt", "pier-post": "figures", "pier-bare": "figures"}


def test_an_article_may_be_freer_than_its_source(tmp_path: Path) -> None:
    """What the article declares wins over its source."""
    free = FILES | {"stories/pier/post.md": FILES["stories/pier/post.md"].replace("title:", "rights: full\ntitle:")}
    rights = {one["id"]: one["rights"] for one in story(build(tmp_path, free))["articles"]}
    assert (rights["pier-post"], rights["pier-bare"]) == ("full", "figures")


def test_the_links_of_group_keep_to_rights(tmp_path: Path) -> None:
    """What `group --json` prints holds evidence where both texts may be shown, and nothing else of withheld ones."""
    folder = write(tmp_path, FILES | {"copy.md": FILES["stories/pier/wire.md"]})
    links = json.loads(CliRunner().invoke(main, ["group", str(folder), "--json"]).stdout)["links"]
    told = {(one["left"], one["right"]): [piece["text"] for piece in one["evidence"]] for one in links}
    assert any(told["copy", "pier-wire"])
    assert [pair for pair, texts in told.items() if any(texts)] == [("copy", "pier-wire")]


def test_whose_rights_withhold_is_named_beside_another_text(tmp_path: Path) -> None:
    """A comparison names whose text it is, the story counts it and tells no words of it."""
    text = "The pier at Marrowby was mended by {} men for {} crowns, and the gulls came back to it, Ada Brandt said."
    files = {
        "sources/wire.md": "---\nname: Wire\n---\n",
        "sources/post.md": "---\nname: Post\n---\n",
        "stories/pier/a.md": f"---\nsource: wire\npublished: 2021-01-01\n---\n{text.format(14, 900)}\n",
        "stories/pier/b.md": f"---\nsource: post\nrights: figures\npublished: 2021-02-02\n---\n{text.format(9, 80)}\n",
    }
    site = build(tmp_path, files)
    compared = (site / "stories/pier/pier-a--pier-b/index.html").read_text(encoding="utf-8")
    told = (site / "stories/pier/index.html").read_text(encoding="utf-8")
    assert "The rights to the text of Post allow figures only" in compared
    assert "words withheld]</span>: compared and counted" in compared
    assert "reworded 1" in told, "counted"
    assert '<summary class="tally' not in told, "and not said in which words"
    shown = {path: body.replace("rights: figures\n", "") for path, body in files.items()}
    free = build(tmp_path / "free", shown)
    for page in ("stories/pier/pier-a--pier-b/index.html", "stories/pier/index.html"):
        assert not re.search("rights|withheld|may not be shown", (free / page).read_text(encoding="utf-8"))
