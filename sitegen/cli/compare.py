"""`sitegen compare`: two files, no archive needed."""

import os
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

import click

from sitegen import __version__
from sitegen.cli import console
from sitegen.cli.pair_files import STDIN, names_of, read_pair, same_file, shown_path
from sitegen.cli.pair_head import Screen
from sitegen.cli.pair_view import pair_lines
from sitegen.cli.terminal_text import safe, safe_json
from sitegen.collation import LanguageAlignment
from sitegen.diagnostics import Location, error
from sitegen.edition import StoryEdition, TranslationCheck
from sitegen.model import Article, ChangeKind, Comparison
from sitegen.text.tokenized import Tokenized
from sitegen.views.rights import all_shown

_SCRIPTS = ("-words.js", "-changes.js")
"""Scripts of the theme that a page of two files needs: the others fetch something."""
_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
_TROUBLE = 2


class _Kinds(click.ParamType):  # type: ignore[type-arg]
    """Kinds of change, a comma between two."""

    name = "kind"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        kinds = tuple(part.strip().lower() for part in value.split(",") if part.strip())
        for kind in kinds or ("",):
            if kind not in _KINDS:
                near = get_close_matches(kind, _KINDS, n=1)
                hint = f"did you mean `{near[0]}`?" if near else f"the kinds are {', '.join(_KINDS)}"
                self.fail(f"`{kind}` is not a kind of change; {hint}", param, ctx)
        return kinds


@click.command(
    epilog="Exit codes: 0 nothing of substance differs, 1 something does, 2 wrong usage or a file that is no article."
)
@click.argument("left", type=click.Path(path_type=Path, allow_dash=True))
@click.argument("right", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
@click.option(
    "--html", type=click.Path(path_type=Path, allow_dash=True), help="Write one page that needs nothing else."
)
@click.option("--ignore", type=_Kinds(), multiple=True, help="Leave changes of this kind out; may be repeated.")
@click.option("--all", "shows_all", is_flag=True, help="Show paragraphs that are the same, too.")
@click.option("--inline", is_flag=True, help="One column, whatever the width.")
@click.option("--width", type=click.IntRange(min=20), help="Columns to use.  [default: the terminal's]")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Whether to colour.")
def compare(
    left: Path,
    right: Path,
    as_json: bool,
    html: Path | None,
    ignore: tuple[tuple[ChangeKind, ...], ...],
    shows_all: bool,
    inline: bool,
    width: int | None,
    color: str,
) -> None:
    """Compares two article files word by word. `-` reads one of them from standard input.

    \b
    Example:
      sitegen compare agency.txt copy.txt
      sitegen compare agency.txt copy.txt --ignore typography,case
      sitegen compare agency.txt copy.txt --html comparison.html
    """
    from sitegen.cli.pair_languages import check_pair, in_two_languages, language_lines, sentences_of
    from sitegen.comparing import compare_articles, tokenize_pair
    from sitegen.config import Config

    _check_usage(left, right, html, as_json=as_json, drawn=shows_all or inline or width is not None)
    with console.told(code=_TROUBLE):
        articles, problems = read_pair(left, right)
    console.tell(problems)
    if same_file(left, right):
        click.echo(safe(f"{left} and {right} are one file"), err=True)
    texts = tokenize_pair(*articles)
    comparison = compare_articles(articles[0], articles[1], Config().comparing, tokenized=texts)
    comparison, ignored = _without(comparison, {kind for kinds in ignore for kind in kinds})
    # Words of two languages say nothing of each other: sentences are laid side by side.
    check, read_alone = None, texts
    if in_two_languages(comparison, articles):
        check, read_alone = check_pair(articles)
    names = names_of(left, right)
    words = comparison.measures.left_words, comparison.measures.right_words
    if check:
        comparison = _without_words(comparison, " ".join(sentences_of(check, articles, words, names)))
    with _written():
        if as_json:
            _print_json(comparison, articles, texts, ignored, (check.alignment, read_alone) if check else None)
        elif html is not None:
            _write_page(html, comparison, articles, read_alone, names, ignored, check)
        else:
            screen = Screen(
                columns=width or shutil.get_terminal_size((100, 24)).columns,
                colour=color == "always" or (color == "auto" and console.wants_colour(sys.stdout)),
                inline=inline,
                shows_all=shows_all,
            )
            paths = shown_path(left), shown_path(right)
            lines = (
                language_lines(check, articles, read_alone, words, paths, screen)
                if check
                else pair_lines(comparison, articles, texts, paths, ignored, screen)
            )
            for line in lines:
                click.echo(line, color=True)
    headline = comparison.headline is not None and comparison.headline.differs
    sys.exit(int(bool(check) or headline or any(change.is_substance for change in comparison.changes)))


@contextmanager
def _written() -> Iterator[None]:
    """A result that cannot be written out is trouble, and no difference. A reader who has seen enough is none."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as failure:
        _give_up_output()
        where = Location(path="standard output")
        console.refuse([error("cannot-write", f"cannot write it: {failure.strerror}", where)], code=_TROUBLE)


def _give_up_output() -> None:
    """What could not be written is not tried again when Python ends, which would end it with a code of its own."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _check_usage(left: Path, right: Path, html: Path | None, *, as_json: bool, drawn: bool) -> None:
    """Raises UsageError for what does not go together."""
    if left == right == STDIN:
        raise click.UsageError("only one of the two can be read from standard input")
    if as_json and html is not None:
        raise click.UsageError("--json and --html cannot be used together")
    if drawn and (as_json or html is not None):
        option = "--json" if as_json else "--html"
        raise click.UsageError(f"--all, --inline and --width draw in the terminal and cannot be used with {option}")
    if html is None or html == STDIN:
        return
    shown = safe(str(html))
    if any(same_file(html, path) for path in (left, right)):
        raise click.UsageError(f"--html would overwrite {shown}, which is one of the two files")
    if html.exists() and not html.is_file():
        raise click.UsageError(f"--html cannot write to {shown}: it is not a file; `-` writes to standard output")
    if not html.resolve().parent.is_dir():
        raise click.UsageError(f"--html cannot write to {shown}: there is no folder {safe(str(html.parent))}")


def _without(comparison: Comparison, kinds: set[ChangeKind]) -> tuple[Comparison, Mapping[ChangeKind, int]]:
    """The comparison without changes of some kinds, and how many there were of each. Its ops stay what they are."""
    headline = comparison.headline
    all_changes = (*comparison.changes, *(headline.changes if headline else ()))
    counts = Counter(change.kind for change in all_changes if change.kind in kinds)
    kept = tuple(change for change in comparison.changes if change.kind not in kinds)
    if headline:
        headline = replace(headline, changes=tuple(change for change in headline.changes if change.kind not in kinds))
    comparison = replace(comparison, changes=kept, headline=headline)
    return comparison, {kind: counts[kind] for kind in _KINDS if kind in kinds}


def _without_words(comparison: Comparison, note: str) -> Comparison:
    """The comparison of two texts in two languages: nothing is said of words, and the note says why."""
    headline = comparison.headline
    return replace(comparison, changes=(), headline=headline and replace(headline, changes=()), note=note)


def _print_json(
    comparison: Comparison,
    articles: tuple[Article, Article],
    texts: tuple[Tokenized, Tokenized],
    ignored: Mapping[ChangeKind, int],
    sentences: tuple[LanguageAlignment, tuple[Tokenized, Tokenized]] | None,
) -> None:
    from sitegen.render import comparison_json
    from sitegen.render.data import blocks_json, to_json

    document = comparison_json(comparison, articles[0], articles[1], texts[0], texts[1])
    document["ignored"] = dict(ignored)
    document["articles"] = [
        {"id": article.id, "path": article.path, "blocks": blocks_json(article)} for article in articles
    ]
    document["alignment"] = None
    if sentences:
        from sitegen.render.edition import edition_json

        alignment, read_alone = sentences
        by_id = {article.id: article for article in articles}
        edition, alone = StoryEdition(alignments=(alignment,)), dict(zip(by_id, read_alone, strict=True))
        document["alignment"] = edition_json(edition, by_id, alone, all_shown(*articles))["alignments"][0]
    click.echo(safe_json(to_json(document).decode().rstrip("\n")))


def _write_page(
    path: Path,
    comparison: Comparison,
    articles: tuple[Article, Article],
    texts: tuple[Tokenized, Tokenized],
    names: tuple[str, str],
    ignored: Mapping[ChangeKind, int],
    check: TranslationCheck | None,
) -> None:
    """Writes the page whole or not at all, or prints it."""
    from sitegen.cli.pair_files import write_whole
    from sitegen.read import read_theme, theme_folder
    from sitegen.render import make_theme, render_alone
    from sitegen.views.pair_page import aligned_alone_view, alone_view

    files = read_theme(theme_folder())
    # Of the scripts only the walk from change to change is of use here; the search would load more.
    theme = make_theme(
        {name: data for name, data in files.items() if not name.endswith(".js") or name.endswith(_SCRIPTS)}
    )
    frame, view = (
        aligned_alone_view(check, articles, texts, names, comparison.note, __version__)
        if check
        else alone_view(comparison, articles, texts, names, ignored, __version__)
    )
    page = render_alone(theme, frame, view)
    if path == STDIN:
        click.echo(page, nl=False)
        return
    with console.told(code=_TROUBLE):
        write_whole(path, page)
    click.echo(safe(f"wrote {path} ({len(page)} bytes)"), err=True)
