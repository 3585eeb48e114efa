"""Front matter: what is read as it stands, what is refused, and where."""

import re
import time

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.config import Config
from sitegen.model import Moment
from sitegen.read import read_article, yamlfields
from sitegen.read.fields import ARTICLE, SOURCE, STORY
from sitegen.read.synonyms import ADVICE, READ_AS, folded
from sitegen.read.values import RefusedValue, language, moment
from sitegen.read.yamlfields import Field, RefusedYaml, yaml_fields
from tests.conftest import REPOSITORY
from tests.read.conftest import Problems, Read

BODY = "\nThe price of water rises, the council said on Monday, and not for the last time.\n"


def page(front: str) -> str:
    return f"---\n{front}---\n{BODY}"


@pytest.mark.parametrize(
    "value", ["NO", "012", "1:20", "1e3", "0x1F", "null", "~", "true", "2017-09-14", ".inf", "9" * 5000]
)
def test_scalars_stay_text(read: Read, value: str) -> None:
    """What YAML would make a number, date or truth of stays the text that was typed."""
    assert read(page(f"title: {value}\n"), "a.md").title == value


@pytest.mark.parametrize("front", ["title:\n", 'title: ""\n', "tags: []\n", "", "# a comment\n"])
def test_a_field_without_value_counts_as_not_written(read: Read, front: str) -> None:
    """An empty field is inferred like an absent one."""
    article = read(page(front), "a.md")
    assert "title" in article.inferred
    assert article.tags == ()


def test_every_field(read: Read) -> None:
    """Each field reaches its place, and nothing declared is called inferred."""
    article = read(
        page(
            "title: The bill\nsource: wire\nurl: https://example.org/a?b=c\narchived: http://example.org/b\n"
            "published: 2017-09-14\nupdated: 2017-09-14T10:00:00+02:00\ncaptured: 2017-09-15 08:00\nauthor: Jo Doe\n"
            "credit: The Wire\ndateline: BAY\nlanguage: pt-br\nstory: water-bill\nbase: true\ntranslation_of: x\n"
            "version_of: y\nnot_with: [p, q]\nlicense: CC0\nrights: excerpt\nformat: text\n"
            "page: A9\ntags: water, bills\n"
            "notes: |\n  Two\n  lines.\n"
        ),
        "a.md",
    )
    assert article.inferred == ()
    assert (article.published, article.captured) == (moment("2017-09-14"), moment("2017-09-15T08:00Z"))
    assert article.updated is not None
    assert article.updated.iso == "2017-09-14T10:00:00+02:00"
    assert (article.language, article.rights, article.format, article.base) == ("pt-BR", "excerpt", "text", True)
    assert (article.not_with, article.tags, article.notes) == (("p", "q"), ("water", "bills"), "Two\nlines.")
    assert article.credits[0].declared
    assert article.line == 27


def test_lines_and_columns_count_from_the_file() -> None:
    """A place is that of the value in the file, also after letters of several bytes and within a list."""
    _, found = read_article("a.md", "a.md", page("title: Nước\nauthor: 'ế'\nsorce: [é, x]\n").encode(), Config())
    assert [(one.location.line, one.location.column, one.width) for one in found] == [(4, 1, 5)]


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("title: &a x\n", "alias"),
        ("title: *a\n", "alias"),
        ("title: !!str x\n", "yaml-tag"),
        ("title: !x y\n", "yaml-tag"),
        ("? [a]\n: b\n", "not-fields"),
        ("title: {a: b}\n", "not-a-text"),
        ("just text\n", "not-fields"),
        ("title: x\n...\n%YAML 1.2\n", "not-yaml"),
        ('title: "\\ud800"\n', "not-yaml"),
        ("title: [" + "[" * 60_000 + "\n", "too-deep"),
        ("tags:\n" + "- " * 20_000 + "\n", "too-deep"),
        ("title: x\n" * 2, "duplicate-field"),
        ("a0: &a0 x\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30)), "alias"),
    ],
)
def test_hostile_yaml_is_refused_at_once(problems: Problems, front: str, code: str) -> None:
    """Aliases, tags, depth, bombs and everything that is no list of fields is refused in no time."""
    start = time.process_time()
    assert code in problems(page(front))
    assert time.process_time() - start < 0.5


def test_a_raw_text_may_begin_with_a_rule(read: Read) -> None:
    """A .txt that prints rules of `---` has no front matter, and one with fields between them has."""
    assert read("---\nA text between two rules.\n---\nAnd its end.\n").blocks[0].text == "---"
    assert read("---\nNothing closes this.\n").blocks[0].text == "---"
    assert read("---\ntitle: The bill\n---\nA text.\n").title == "The bill"


@pytest.mark.parametrize("text", ["----\ntitle: x\n----\n" + BODY, "\n---\ntitle: x\n---\n" + BODY, " ---\n" + BODY])
def test_what_is_no_front_matter(read: Read, text: str) -> None:
    """Only `---` on the very first line opens front matter."""
    assert "title" in read(text, "a.md").inferred


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2017-09-14", "2017-09-14"),
        ("2017-09-14T08:30", "2017-09-14T08:30:00Z"),
        ("2017-09-14 08:30:15", "2017-09-14T08:30:15Z"),
        ("2017-09-14T08:30:15.123Z", "2017-09-14T08:30:15Z"),
        ("2017-09-14T08:30:00-0530", "2017-09-14T08:30:00-05:30"),
        ("2017-09-14T08:30:00+02", "2017-09-14T08:30:00+02:00"),
        ("2024-02-29", "2024-02-29"),
        ("1000-01-01", "1000-01-01"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_dates(text: str, iso: str) -> None:
    """Every common form of ISO 8601 is read no more precisely than it says."""
    assert moment(text).iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "2024-02-30",
        "2023-02-29",
        "0000-01-01",
        "0999-12-31",
        "10000-01-01",
        "2024-1-1",
        "2024-13-01",
        "09/10/2017",
        "2024-02-28T12:60",
        "2024-02-28T24:01",
        "2024-02-28T23:59:60Z",
        "2024-02-28T12:00+99:00",
        "2024-02-28T12:00+02:60",
        "9999-12-31T23:59-05:00",
        "1000-01-01T00:00+05:00",
        "20240228",
        "yesterday",
        "２０２４-02-28",
        "9" * 5000,
    ],
)
def test_dates_that_do_not_exist(text: str) -> None:
    """Impossible, ambiguous and overflowing dates are refused; no ValueError escapes."""
    with pytest.raises(RefusedValue):
        moment(text)


def test_moments_sort_without_overflow() -> None:
    """What was let through can be sorted."""
    assert moment("9999-12-31T23:59+05:00").order > moment("9999-12-31").order
    assert isinstance(moment("1000-01-01T00:00Z"), Moment)


@pytest.mark.parametrize(
    ("text", "tag"), [("EN", "en"), ("zh-hant-tw", "zh-Hant-TW"), ("sr-latn", "sr-Latn"), ("es-419", "es-419")]
)
def test_languages(text: str, tag: str) -> None:
    """Tags are written in their usual case."""
    assert language(text) == tag


@pytest.mark.parametrize(
    "text", ["english", "xx", "e", "en_GB", "en-", "-en", "eng", "deutsch", 'en" onclick="x', "en\n"]
)
def test_what_is_no_language(text: str) -> None:
    """Names, unknown codes and markup are refused."""
    if text.strip() == "en":
        assert language(text) == "en"  # Space around a value is no mistake.
        return
    with pytest.raises(RefusedValue):
        language(text)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "java\\tscript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "//evil.example/",
        "\\\\evil.example",
        "blob:https://a/b",
        "file:///etc/passwd",
        "https://",
        "http://[",
        "https://a b/",
        'https://a/\\"onclick=x',
        "example.org",
        "&#106;avascript:x",
        "https://a:99999/",
        "https:///x",
    ],
)
def test_addresses_that_are_no_links(problems: Problems, url: str) -> None:
    """Only a whole http or https address may become a link."""
    assert problems(page(f'title: x\nurl: "{url}"\n')) == ["bad-address"]


LINES = st.builds(
    lambda *parts: "".join(parts),
    st.sampled_from(["", " ", "- ", "a", "title", "a_b", "A", "null", "<<", "a-b", '"a"', "?", "#", "---", "..."]),
    st.sampled_from([": ", ":", " : ", ":  ", ""]),
    st.lists(
        st.sampled_from(
            [
                "a",
                "b c",
                "2017-09-14",
                '"',
                "'",
                "\\",
                "#",
                " #",
                ": ",
                "-",
                "{",
                "*",
                "é",
                "😀",
                "\u00a0",
                "\u0085",
                "\t",
                "",
            ]
        ),
        max_size=5,
    ).map("".join),
)


def told(front: str, *, slowly: bool) -> tuple[list[Field], str]:
    """The fields that a text has, and why there are no more."""
    fields: list[Field] = []
    try:
        fields.extend(yamlfields._yaml_fields(front, 8) if slowly else yaml_fields(front, 8))
    except (RefusedYaml, yaml.YAMLError) as failure:
        return fields, str(failure)
    return fields, ""


@given(st.lists(LINES | LINES.map(lambda line: line + '"'), max_size=4))
@example(['title: "a b"', "tags: x", 'notes: ""'])
@example(['title: "😀 a: #"', "a: b c-d"])
def test_simple_lines_are_read_as_yaml_reads_them(lines: list[str]) -> None:
    """The short way gives the fields, the places and the mistakes that libyaml gives."""
    front = "".join(f"{line}\n" for line in lines)
    assert told(front, slowly=False) == told(front, slowly=True)


def test_lines_that_are_not_so_simple_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Control: a short way that takes any line is noticed."""
    monkeypatch.setattr(yamlfields, "_SIMPLE", re.compile("(.*?): (.*)"))
    with pytest.raises(AssertionError):
        test_simple_lines_are_read_as_yaml_reads_them.hypothesis.inner_test(["a: b #c"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Water: the bill", "Water: the bill"),
        ("title: Water: the bill: again", "Water: the bill: again"),
        ("title: He said: \"No\" \\ 'Never'", "He said: \"No\" \\ 'Never'"),
        ("title: Water:", "Water:"),
    ],
)
def test_a_colon_in_a_value_is_text(read: Read, line: str, title: str) -> None:
    """A headline with a colon is read as written, whatever else its front matter holds."""
    assert read(page(f"{line}\ntags: [a, b]\nnotes: |\n  x: y: z\n"), "a.md").title == title


def test_a_quotation_of_several_lines_keeps_its_colons(read: Read) -> None:
    """What looks like a field with a colon in its value, inside a quotation that is valid, is left alone."""
    assert read(page('title: "Water\n  tags: a: b"\n'), "a.md").title == "Water tags: a: b"


@pytest.mark.parametrize("name", ["date", "Date", "pubDate", "date-published", "Publication Date"])
def test_a_name_that_means_one_field_is_read_as_it(name: str) -> None:
    """With a warning at its place; the next step is the field's own name."""
    article, problems = read_article("a.md", "a.md", page(f"title: A\n{name}: 2017-09-14\n").encode(), Config())
    assert article
    assert article.published == moment("2017-09-14")
    told = [(one.severity, one.code, one.location.line, one.hint) for one in problems]
    assert told == [("warning", "read-as-meant", 3, "write `published`")]


def test_a_value_that_cannot_be_taken_is_an_error_under_its_meaning(problems: Problems) -> None:
    """`date: yesterday` is read as `published`, and refused as a date."""
    assert problems(page("date: yesterday\n")) == ["read-as-meant", "bad-date"]


@pytest.mark.parametrize("what", ["an article", "a source", "a story"])
def test_no_synonym_is_a_field_or_has_two_meanings(what: str) -> None:
    """A name is one field's synonym, or has advice, and is no field itself; each leads to a field that there is."""
    table = {"an article": ARTICLE, "a source": SOURCE, "a story": STORY}[what]
    read_as, advice = READ_AS[what], ADVICE[what]
    assert not (set(read_as) & set(table)) | (set(advice) & set(table)) | (set(read_as) & set(advice))
    assert set(read_as.values()) <= set(table)
    assert all(name == folded(name) for name in (*read_as, *advice))


def test_the_names_that_are_read_as_fields_are_documented() -> None:
    """The table in docs/content.md has each of them, and no other."""
    text = (REPOSITORY / "docs" / "content.md").read_text("utf-8")
    section = text.partition("## Names that other programs use\n")[2].partition("\n## ")[0]
    rows = [re.findall("`([^`]+)`", line) for line in section.splitlines() if line.startswith("| `")]
    assert {name: field for field, *synonyms in rows for name in synonyms} == READ_AS["an article"]
