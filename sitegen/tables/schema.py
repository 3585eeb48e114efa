"""The tables that the archive is published in: their columns, and what each says. The one list that CSV files, the data
package, the database, Parquet and the documentation are made from.

A column says of an outlet no more than the pages do: where nobody knows, its cell is empty.
"""

from typing import Literal

from sitegen.frozen import dataclass
from sitegen.text.catalogues import marked

ColumnType = Literal["text", "integer", "number", "boolean", "day"]
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    name: str
    meaning: str
    """In English, for whoever opens the package; a sentence without its full stop."""
    type: ColumnType = "text"
    refers: str = ""
    """The table whose `id` it holds; empty for none."""
    facet: bool = False
    """Whether it has few values, by which a reader may want to sort the table out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table."""

    name: str
    meaning: str
    """In English; the page about the data looks it up."""
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    """Names of the columns that tell a row from every other."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)

    @property
    def story(self) -> str:
        """The column that says which story a row is of; empty where rows belong to none."""
        return next((column.name for column in self.columns if column is _STORY or column is _STORY_ID), "")


def _column(name: str, meaning: str, type: ColumnType = "text", *, refers: str = "", facet: bool = False) -> Column:
    return Column(name=name, meaning=meaning, type=type, refers=refers, facet=facet)


_STORY_ID = _column("id", "Identifier")
_STORY = _column("story", "Story it belongs to", refers="stories")
_LEFT = _column("left", "Article on the left of the comparison", refers="articles")
_RIGHT = _column("right", "Article on the right of the comparison", refers="articles")
_NUMBER = _column("number", "Its place, from 1", "integer")
_PAGE = _column("page", "Address of its page below the root of the site")

TABLES: tuple[Table, ...] = (
    Table(
        name="stories",
        meaning=marked("One row for each story: articles that report one event."),
        key=("id",),
        columns=(
            _STORY_ID,
            _column("title", "Title"),
            _column("base", "Article that the others of its largest family are read against", refers="articles"),
            _column("published", "When its first copy appeared, as precisely as that is known"),
            _column("day", "The day of that", "day"),
            _column("articles", "How many articles it has", "integer"),
            _column("families", "How many texts they print: copies of one text are a family", "integer"),
            _column("changes", "Changes of substance in the comparisons with the base", "integer"),
            _column("finding", "What was found, in words"),
            _PAGE,
        ),
    ),
    Table(
        name="articles",
        meaning=marked("One row for each article: one text as one outlet published it."),
        key=("id",),
        columns=(
            _column("id", "Identifier"),
            _column("title", "Title"),
            _column("source", "Outlet that published it, as declared", refers="sources", facet=True),
            _column("outlet", "Outlet that the text names as its own, where none is declared: inferred"),
            _column("language", "Language of the text, as a BCP 47 tag; `und` where it could not be told", facet=True),
            _column("published", "When it was published, as precisely as that is known"),
            _column("day", "The day of that", "day"),
            _column("words", "Words of the text", "integer"),
            _column("rights", "What may be shown of the text: full, excerpt or figures", facet=True),
            _column(
                "completeness", "Whether the text is all that was published: whole, partial or unknown", facet=True
            ),
            _column("address", "Address at which the outlet published it"),
            _STORY,
            _column("family", "Base of the copies of one text that it belongs to", refers="articles"),
            _column("relation", "How it stands to the copy it is read against", facet=True),
            _column(
                "parent", "Copy it was likeliest taken from; empty where none is at least likely", refers="articles"
            ),
            _column("probability", "That it was taken from that parent, 0 to 1", "number"),
            _column("kept", "Share of the words of the copy it is read against that it has, 0 to 1", "number"),
            _column("taken", "Share of its words that are in the copy it is read against, 0 to 1", "number"),
            _column(
                "names_parent",
                "Whether its text or its credit names the outlet of the parent; empty where that cannot be told",
                "boolean",
                facet=True,
            ),
            _column("series_of", "First part of the series it is a part of", refers="articles"),
            _column("digest_of", "Reports that it takes from, where it is a digest, with spaces between"),
            _column("tags", "Tags that the editor gave it, with commas between"),
            _column("sha256", "Digest of the file that was read, in hexadecimal"),
            _PAGE,
            _column("comparison", "Address of the comparison with the copy it is read against"),
        ),
    ),
    Table(
        name="sources",
        meaning=marked("One row for each outlet that is declared."),
        key=("id",),
        columns=(
            _column("id", "Identifier"),
            _column("name", "Name"),
            _column("kind", "agency, newspaper, broadcaster, magazine, blog, aggregator or unknown", facet=True),
            _column("home", "Address of its front page"),
            _column("country", "ISO 3166 code of two letters", facet=True),
            _column("language", "Language it mostly publishes in, as a BCP 47 tag", facet=True),
        ),
    ),
    Table(
        name="pairs",
        meaning=marked("One row for each comparison of two articles, with what was measured."),
        key=("left", "right"),
        columns=(
            _STORY,
            _LEFT,
            _RIGHT,
            _column("left_words", "Words of the left", "integer"),
            _column("right_words", "Words of the right", "integer"),
            _column("kept", "Words of the left that are in the right, in order", "integer"),
            _column("moved", "Words of the left that are in the right at another place", "integer"),
            _column("changed", "Words of the left that were replaced", "integer"),
            _column("left_in_right", "Share of the words of the left that are in the right, 0 to 1", "number"),
            _column("right_in_left", "Share of the words of the right that are in the left, 0 to 1", "number"),
            _column("longest_run", "Words in the longest run that both print", "integer"),
            _column("changes", "Changes that were found in the texts", "integer"),
            _column("note", "Why a coarser comparison was used, or that a text is incomplete"),
            _PAGE,
        ),
    ),
    Table(
        name="changes",
        meaning=marked("One row for each difference between two articles that were compared."),
        key=("left", "right", "part", "number"),
        columns=(
            _STORY,
            _LEFT,
            _RIGHT,
            _column("part", "Where it is: text or headline", facet=True),
            _NUMBER,
            _column("id", "Identifier; the same words and surroundings have the same in every build"),
            _column("kind", "Kind of change", facet=True),
            _column("verdict", "What became of what differs", facet=True),
            _column("confidence", "How sure the sentence is, 0 to 1, and that it tells a reader something", "number"),
            _column("left_text", "Differing words as the left prints them; empty where they are withheld"),
            _column("right_text", "Differing words as the right prints them; empty where they are withheld"),
            _column("sentence", "What happened, in words"),
            _PAGE,
        ),
    ),
    Table(
        name="passages",
        meaning=marked("One row for each run of text that links two articles."),
        key=("left", "right", "number"),
        columns=(
            _STORY,
            _LEFT,
            _RIGHT,
            _NUMBER,
            _column("kind", "Kind of the link", facet=True),
            _column("strength", "Strength of the link, 0 to 1", "number"),
            _column("words", "Words of the run", "integer"),
            _column("text", "The run as the left prints it; empty where it is withheld"),
        ),
    ),
    Table(
        name="quotations",
        meaning=marked("One row for each print of public words: what somebody said, in one article."),
        key=("id", "article"),
        columns=(
            _STORY,
            _column("id", "Identifier of the public words"),
            _column("article", "Article that prints them", refers="articles"),
            _column("rendering", "How it stands to the fullest print: whole, trimmed or altered", facet=True),
            _column("words", "Words of the print", "integer"),
            _column(
                "earliest", "Whether it is the earliest print; empty where that is not known", "boolean", facet=True
            ),
            _column("text", "The words as printed; empty where they are withheld"),
            _column("speaker", "Who says it there, as printed; empty where that is not plain, or is withheld"),
            _column("verb", "With which verb, likewise"),
            _column(
                "another_speaker",
                "Whether that cannot be whom the fullest print names",
                "boolean",
                facet=True,
            ),
        ),
    ),
    Table(
        name="facts",
        meaning=marked(
            "One row for what each copy of a text gives for each figure, date, name or quantity of its base."
        ),
        key=("base", "id", "article"),
        columns=(
            _STORY,
            _column("base", "Base of the text", refers="articles"),
            _column("id", "Identifier of the fact"),
            _column("unit", "Sentence of the base that gives it"),
            _column("kind", "What it is", facet=True),
            _column("article", "Copy that gives it", refers="articles"),
            _column("verdict", "How what the copy gives stands to what the base gives", facet=True),
            _column("text", "As the copy prints it; empty where it gives nothing, or it is withheld"),
            _column("context", "Words of the base around it; empty where they are withheld"),
            _column("differs", "Whether some copy gives another value", "boolean", facet=True),
        ),
    ),
    Table(
        name="provenance",
        meaning=marked("One row for each copy that an article may have been taken from, the likeliest first."),
        key=("article", "rank"),
        columns=(
            _STORY,
            _column("article", "Article", refers="articles"),
            _column("rank", "1 for the likeliest parent, 2 and more for the others", "integer"),
            _column("parent", "Copy it may have been taken from; empty where that is none", refers="articles"),
            _column("probability", "That it was taken from that copy, 0 to 1", "number"),
            _column("reverse", "That the copy was taken from it instead, 0 to 1", "number"),
            _column("none_held", "That it was taken from no article of the archive, 0 to 1", "number"),
            _column(
                "said", "What the pages say: copied, likely, one of several, none held or cannot be told", facet=True
            ),
            _column("relation", "How the article stands to the copy it is read against", facet=True),
            _column("unheld", "Outlet that it credits and the archive does not hold"),
            _column("speaks_for", "Kinds of evidence for it, with commas between"),
            _column("speaks_against", "Kinds of evidence against it, with commas between"),
        ),
    ),
    Table(
        name="losses",
        meaning=marked("One row for what each copy lost of one kind of sentence of the text it was likely taken from."),
        key=("article", "kind"),
        columns=(
            _STORY,
            _column("article", "Copy", refers="articles"),
            _column("parent", "Article it was likely taken from", refers="articles"),
            _column("kind", "Kind of sentence; or ending, the last paragraph", facet=True),
            _column("judged", "Of how many it is known whether the copy has them", "integer"),
            _column("lost", "How many of these it lacks", "integer"),
        ),
    ),
    Table(
        name="edits",
        meaning=marked("One row for words that a copy prints in the place of others, the most frequent first."),
        key=("article", "before", "after"),
        columns=(
            _STORY,
            _column("article", "Copy", refers="articles"),
            _column("parent", "Article it was likely taken from", refers="articles"),
            _column("before", "Words of that article"),
            _column("after", "Words of the copy in their place"),
            _column("count", "How often", "integer"),
        ),
    ),
    Table(
        name="texts",
        meaning=marked("One row for each block of an article of a story of several, as far as its rights allow."),
        key=("article", "number"),
        columns=(
            _STORY,
            _column("article", "Article", refers="articles"),
            _NUMBER,
            _column("block", "Block of the article"),
            _column("role", "What it is, such as paragraph, heading or caption", facet=True),
            _column("language", "Language of the article", facet=True),
            _column("text", "Its words; empty where they are withheld"),
            _column("withheld", "How many words of it are withheld", "integer"),
        ),
    ),
)
"""In the order in which they are listed. A table refers to others by the names of these."""

BY_NAME = {table.name: table for table in TABLES}
