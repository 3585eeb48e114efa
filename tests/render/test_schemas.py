"""What is published as data keeps to docs/schema/, and both texts can be rebuilt from it."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from sitegen.cli import main
from sitegen.pipeline.build import BuildOptions, build_site

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
FERRY = CONTENT / "stories" / "ferry"
SCHEMAS = {path.name: json.loads(path.read_text("utf-8")) for path in (ROOT / "docs" / "schema").glob("*.schema.json")}
_REGISTRY: Registry = Registry().with_resources([(name, Resource.from_contents(one)) for name, one in SCHEMAS.items()])

Json = dict[str, Any]


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(SCHEMAS[f"{name}.schema.json"], registry=_REGISTRY)


def mistakes(name: str, data: object) -> list[str]:
    """Where `data` breaks the schema, the innermost causes last; empty when it keeps to it."""
    return [f"{one.json_path}: {one.message[:200]}" for one in validator(name).iter_errors(data)]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("published") / "site"
    result = build_site(CONTENT, output, BuildOptions(workers=1, search=False))
    assert result.report is not None, result.diagnostics
    return output


@pytest.fixture(scope="module")
def archive(site: Path) -> Json:
    return json.loads((site / "data" / "archive.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def stories(site: Path) -> dict[str, Json]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in (site / "data" / "stories").glob("*.json")}


def printed(*arguments: str) -> Json:
    """What a command prints as JSON."""
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert result.exit_code == (1 if arguments[0] == "compare" else 0), result.stderr
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def compared() -> Json:
    return printed("compare", str(FERRY / "northern-wire.md"), str(FERRY / "harbour-courier.md"), "--json")


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_is_valid_and_names_no_host(name: str) -> None:
    """Each schema is valid JSON Schema 2020-12; its own name is relative, so that it works wherever it is put."""
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name].get("$id", name) == name


def objects(schema: object) -> Iterator[Json]:
    """Every part of a schema that describes an object with named keys."""
    if isinstance(schema, dict):
        if "properties" in schema:
            yield schema
        for part in schema.values():
            yield from objects(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@pytest.mark.parametrize("name", ["archive", "story", "comparison", "group", "check"])
def test_a_schema_is_strict_and_says_what_each_key_means(name: str) -> None:
    """Every key is required, described, and the only ones there are."""
    parts = list(objects(SCHEMAS[f"{name}.schema.json"]))
    assert parts
    for part in parts:
        assert part["additionalProperties"] is False
        assert part["required"] == list(part["properties"])
        assert all(one.get("description") for one in part["properties"].values())


def test_the_archive_keeps_to_its_schema(archive: Json) -> None:
    """data/archive.json of the sample archive is as docs/schema/archive.schema.json says."""
    assert mistakes("archive", archive) == []
    assert len(archive["articles"]) > 50


def test_every_story_keeps_to_its_schema(stories: dict[str, Json]) -> None:
    """Every data/stories/<story>.json is as docs/schema/story.schema.json says."""
    assert {name: mistakes("story", story) for name, story in stories.items()} == {name: [] for name in stories}
    assert {one["rights"] for story in stories.values() for one in story["articles"]} == {"full", "excerpt", "figures"}


def test_the_archive_and_the_stories_tell_the_same(archive: Json, stories: dict[str, Json]) -> None:
    """Every story of several articles that archive.json lists has its file, and each article its entry there."""
    assert {one["id"]: one["articles"] for one in archive["stories"] if one["url"].startswith("stories/")} == {
        story["id"]: [one["id"] for one in story["articles"]] for story in stories.values()
    }
    standing = {one["id"]: (one["relation"], one["parent"]) for one in archive["articles"]}
    for story in stories.values():
        assert {one["id"]: (one["relation"], one["parent"]) for one in story["articles"]}.items() <= standing.items()
        assert [one["article"] for one in story["descent"]] == [one["id"] for one in story["articles"]]


def test_what_compare_prints_keeps_to_its_schema(compared: Json) -> None:
    """`sitegen compare --json` is as docs/schema/comparison.schema.json says."""
    assert mistakes("comparison", compared) == []
    assert len({one["kind"] for one in compared["changes"]}) > 3


def test_two_languages_keep_to_the_same_schema(tmp_path: Path) -> None:
    """With the sentences of both beside each other."""
    (tmp_path / "left.md").write_text(
        "---\nlanguage: en\n---\nThe captain took 61 people to the island of Holm in 2019.\n", "utf-8"
    )
    (tmp_path / "right.md").write_text(
        "---\nlanguage: de\n---\nDie Kapitänin fuhr 2019 mit 61 Leuten auf die Insel Holm hinaus.\n", "utf-8"
    )
    data = printed("compare", str(tmp_path / "left.md"), str(tmp_path / "right.md"), "--json")
    assert mistakes("comparison", data) == []
    assert data["alignment"]["left"] == data["left"]


def test_what_group_prints_keeps_to_its_schema() -> None:
    """`sitegen group --json` is as docs/schema/group.schema.json says; each article is in one story and one family."""
    grouped = printed("group", str(CONTENT), "--json")
    assert mistakes("group", grouped) == []
    for name in ("stories", "families"):
        ids = [one for members in grouped[name] for one in members]
        assert len(ids) == len(set(ids)) > 50


def changed(data: Json, *path: str | int, value: object) -> Json:
    """A copy in which one value is another one, or missing."""
    made = copy.deepcopy(data)
    part: Any = made
    for step in path[:-1]:
        part = part[step]
    if value is None:
        del part[path[-1]]
    else:
        part[path[-1]] = value
    return made


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("changes", 0, "kind"), "sensation"),
        (("changes", 0, "sentence"), None),
        (("changes", 0, "id"), "c-1"),
        (("rows", 0, "relation"), "similar"),
        (("rows", 0, "ops", 0, "tag"), "swap"),
        (("rows", 0, "left"), "b1"),
        (("measures", "left_in_right"), 1.5),
        (("measures", "kept"), None),
        (("articles", 0, "blocks", 0, "line"), 0),
        (("note",), None),
        (("extra",), "key"),
    ],
)
def test_a_wrong_comparison_is_told(compared: Json, path: tuple[str | int, ...], value: object) -> None:
    """Control: an unknown kind, a missing key, a key too many, a value out of range do not pass."""
    assert mistakes("comparison", changed(compared, *path, value=value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("articles", 0, "relation"), "stolen"),
        (("articles", 0, "digest"), None),
        (("articles", 0, "published"), "3 March 2031"),
        (("comparisons", 0, "changes", 0, "kind"), "sensation"),
        (("comparisons", 0, "rows", 0, "ops", 0, "left"), None),
        (("links", 0, "kind"), "guessed"),
        (("families", 0, "base_reason"), ""),
        (("headlines",), None),
        (("extra",), "key"),
    ],
)
def test_a_wrong_story_is_told(stories: dict[str, Json], path: tuple[str | int, ...], value: object) -> None:
    """Control: the story's schema reaches into the parts that it borrows from the other schemas."""
    assert mistakes("story", changed(stories["snail"], *path, value=value))


def rebuilt(comparison: Json, side: str, blocks: list[Json]) -> list[str]:
    """What is wrong with the texts that the ops of each row make, against the blocks of its side."""
    place = {block["id"]: at for at, block in enumerate(blocks)}
    wrong = []
    for number, row in enumerate(comparison["rows"]):
        ids = row[side]
        whole = blocks[place[ids[0]] : place[ids[-1]] + 1] if ids else []
        if "".join(op[side] for op in row["ops"]) != "\n".join(block["text"] for block in whole):
            wrong.append(f"{comparison['left']}--{comparison['right']}: row {number}, {side}")
    used = [one for row in comparison["rows"] for one in row[side]]
    if sorted(used) != sorted(block["id"] for block in blocks if not block["furniture"]):
        wrong.append(f"{comparison['left']}--{comparison['right']}: not every block of the {side} stands in one row")
    return wrong


def test_both_sides_can_be_rebuilt_from_what_compare_prints(compared: Json) -> None:
    """The ops of each row, joined, are its blocks on both sides; every block of text stands in exactly one row."""
    for side, article in zip(("left", "right"), compared["articles"], strict=True):
        assert rebuilt(compared, side, article["blocks"]) == []


def test_both_sides_can_be_rebuilt_from_every_story(stories: dict[str, Json]) -> None:
    """The same for every published comparison of two texts that may be shown in full."""
    checked = 0
    for story in stories.values():
        blocks = {one["id"]: one["blocks"] for one in story["articles"] if one["rights"] == "full"}
        for comparison in story["comparisons"]:
            if comparison["left"] in blocks and comparison["right"] in blocks:
                checked += 1
                assert rebuilt(comparison, "left", blocks[comparison["left"]]) == []
                assert rebuilt(comparison, "right", blocks[comparison["right"]]) == []
    assert checked > 30


def test_a_lost_word_is_noticed(compared: Json) -> None:
    """Control: one character less in an op, or a row left out, and the texts are no longer the same."""
    blocks = compared["articles"][0]["blocks"]
    row = next(at for at, one in enumerate(compared["rows"]) if one["left"])
    op = next(at for at, one in enumerate(compared["rows"][row]["ops"]) if one["left"])
    text = compared["rows"][row]["ops"][op]["left"]
    assert rebuilt(changed(compared, "rows", row, "ops", op, "left", value=text[:-1]), "left", blocks)
    assert rebuilt(changed(compared, "rows", row, value=None), "left", blocks)


def test_withheld_words_are_in_no_story_file(stories: dict[str, Json]) -> None:
    """Where rights allow figures only, neither blocks nor ops, changes nor evidence hold a word of either text."""
    for story in stories.values():
        quiet = {one["id"] for one in story["articles"] if one["rights"] == "figures"}
        for article in story["articles"]:
            assert article["id"] not in quiet or article["blocks"] == []
        for one in (*story["comparisons"], *story["links"]):
            if {one["left"], one["right"]} & quiet:
                assert all(row["ops"] == [] for row in one.get("rows", []))
                assert all(change["left"] == change["right"] == "" for change in one.get("changes", []))
                assert all(passage["text"] == "" for passage in one.get("evidence", []))
    assert any(one["rights"] == "figures" for story in stories.values() for one in story["articles"])
