"""Whether the text that was taken out of a page is all of it: whole, partial or unknown, with the reason in words.

`partial` needs a witness: words of the article's own place that were not taken, a length or a body that the page
states of itself, a part that it calls not free and does not hold, a prompt where the text ends, a file that breaks
off. `whole` needs two: that both extractors agree, and that nothing of these speaks against it. All else is unknown.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from typing import Any

from sitegen.formats.webpages.jsonld import Node, addresses
from sitegen.formats.webpages.page_blocks import Run, runs_in, runs_of, words_of
from sitegen.formats.webpages.walls import is_wall
from sitegen.formats.webpages.witnesses import Joined
from sitegen.frozen import dataclass
from sitegen.model import Block, Completeness
from sitegen.recognise.breaks import break_off
from sitegen.recognise.shapes import ends_sentence

MOST_MISSING = 0.12
"""Share of the words where the article stands that may be left out: a loss from 15 % on is to be told, and prompts and
notes of up to 8 % stand among the paragraphs of whole pages."""
LEAST_STATED = 0.85
"""Share of the stated length or body that a whole text has; on pages that state theirs, whole ones have from .93 on."""
_AGREED = 0.9
"""Share of its words that a whole text has from both witnesses."""
_DISPUTED = 0.5
"""Share of its words below which they found two texts: none of 102 whole pages has between .1 and .6."""
_AFTER = 8
"""Blocks below a text in which a prompt to read on speaks of that text; further down stand previews of others."""
_LAST_LINES = 4
"""Sentences at the end of a text of which one may break off; an address or a note about the author follows some."""
_FEWEST_SENTENCE = 6
MOST_ELSEWHERE = 0.2
_SHARED_WITH_BODY = 0.5
"""Share of the text's runs that stand in the body of which it is a part."""
_FEWEST_WORDS = 4
"""Words of a last line that may break off; the notes on sources that end whole pages have up to three."""
_TAIL = 25
"""Words below a text, at most, where the file broke off within it; menus and footers of whole pages have more."""
_LOCKED_WORDS = 20
"""Words from which a locked part is held; a prompt in its place has fewer."""
_LONGEST_PROMPT = 400
_LONGEST_EMBEDDED = 2_000_000
_SHORTEST_EMBEDDED = 400
"""Characters of a text in a script that may be the article's; labels and teasers are shorter."""
_MOST_VALUES = 20_000
_TAG = re.compile(r"<[^<>]{0,2000}>")
_CLOSED = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_CLASS_SELECTOR = re.compile(r"[.#]([\w-]+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class CompletenessVerdict:
    """How much of a text was imported."""

    value: Completeness
    reason: str
    """In words, for people; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStatements:
    """What a page states of the length of its article."""

    words: int = 0
    """How many words it says the article has; 0 where it does not."""
    body: str = ""
    """The whole text as it gives it in its data; empty where it does not."""
    is_free: bool = True
    """False where it says that a part is only for those who pay."""
    locked: str = ""
    """The selector of that part; empty where it names none."""
    embedded: tuple[str, ...] = ()
    """Long texts in its scripts."""


def statements_of(node: Node, nodes: Iterable[Node], scripts: Iterable[str]) -> PageStatements:
    """What a page states of its length in JSON-LD and in its scripts.

    `node` is its own article, `nodes` are all it describes, of which those that name no page are about this one too;
    `scripts` are the contents of its JSON scripts.
    """
    about = [node, *(article for article in nodes if article is not node and not addresses(article))]
    locked = [part for article in about for part in _parts(article) if _is_false(part.get("isAccessibleForFree"))]
    selectors = [selector for part in locked if isinstance(selector := part.get("cssSelector"), str)]
    bodies = [body for article in about if isinstance(body := article.get("articleBody"), str)]
    return PageStatements(
        words=next((words for article in about if (words := _count(article.get("wordCount")))), 0),
        body=_plain(bodies[0]) if bodies else "",
        is_free=not (locked or any(_is_false(article.get("isAccessibleForFree")) for article in about)),
        locked=selectors[0].strip() if selectors else "",
        embedded=tuple(_embedded(scripts)),
    )


def judged_lines(lines: Sequence[str]) -> CompletenessVerdict:
    """The verdict on a text that nothing else speaks of: partial where its own end says so."""
    # Its end alone: what a page prints below a text stands in no document and no table.
    text = Joined(lines=tuple([line for line in lines if line.strip()][-_LAST_LINES:]))
    if prompt := _prompt(text):
        return CompletenessVerdict(value="partial", reason=f"where the text ends it says: {prompt}")
    return CompletenessVerdict(value="unknown", reason="its file does not say how long the article is")


def judged_export(lines: Sequence[str], stated: int) -> CompletenessVerdict:
    """The verdict on a text of a database that states how many words it has; 0 where it does not.

    Databases count headline and byline or leave numbers out: what is longer than stated is no sign of anything.
    """
    words = sum(len(words_of(line)) for line in lines)
    if stated and words < LEAST_STATED * stated:
        reason = f"the export says that its text has {stated:,} words, and {words:,} were found"
        return CompletenessVerdict(value="partial", reason=reason)
    verdict = judged_lines(lines)
    if verdict.value == "partial" or not stated:
        return verdict
    return CompletenessVerdict(value="whole", reason="it is as long as the export says")


def _parts(article: Node) -> list[Node]:
    parts = article.get("hasPart")
    return [part for part in (parts if isinstance(parts, list) else [parts]) if isinstance(part, dict)]


def judged(text: Joined, stated: PageStatements, tree: Any, source: str) -> CompletenessVerdict:
    """The verdict on the text of a page. `tree` is its lxml tree, `source` the page as it was decoded."""
    reason = next(_lacks(text, stated, tree, source), "")
    if reason:
        return CompletenessVerdict(value="partial", reason=reason)
    words = _words(text)
    if text.alone:
        return CompletenessVerdict(value="unknown", reason="one extractor alone could read this page")
    if not stated.is_free and not (stated.words or stated.body or text.hidden >= _LOCKED_WORDS):
        return CompletenessVerdict(value="unknown", reason="the page says that a part of it is not free")
    if text.supported < _AGREED * words:
        return CompletenessVerdict(value="unknown", reason="two extractors find somewhat different texts on this page")
    if stated.words or stated.body:
        return CompletenessVerdict(
            value="whole", reason="it is as long as the page says, and two extractors find the same text"
        )
    return CompletenessVerdict(
        value="whole", reason="two extractors find the same text, and nothing says that more was published"
    )


def _lacks(text: Joined, stated: PageStatements, tree: Any, source: str) -> Iterator[str]:
    """Reasons to call a text partial, the surest first."""
    words = _words(text)
    last = text.lines[-1] if text.lines else ""
    if not _CLOSED.search(source[-4_000:]) and sum(len(block.words) for block in text.after) < _TAIL:
        yield "the file breaks off within the text"
    if not text.after and len(words_of(last)) >= _FEWEST_WORDS and not ends_sentence(last):
        yield f"the page ends within a sentence: {_shown(last)}"
    is_as_long = stated.words and words >= LEAST_STATED * stated.words
    if stated.words and not is_as_long:
        yield f"the page says that its text has {stated.words:,} words, and {words:,} were found"
    runs = runs_in(text.lines)
    for place, body in (("its data", stated.body), *(("a script", embedded) for embedded in stated.embedded)):
        if length := _longer(body, runs, words):
            yield f"the page has more of its text in {place}: {length:,} words, of which {words:,} are printed"
    if stated.locked and not is_as_long and not _holds(tree, stated.locked):
        yield f"the page says that its part `{stated.locked}` is not free, and does not hold that part"
    # A prompt beside text that it hides, and that the file holds, is no sign of more.
    if text.hidden < _LOCKED_WORDS and (prompt := _prompt(text)):
        yield f"where the text ends the page says: {prompt}"
    if text.missing > MOST_MISSING * (text.missing + words):
        yield f"{text.missing:,} words stand where the text does and were not taken"
    if not text.alone and text.supported < _DISPUTED * words:
        yield "two extractors find different texts on this page"
    if text.elsewhere > MOST_ELSEWHERE * (text.elsewhere + words):
        yield f"{text.elsewhere:,} words in other places of the page look like the text and were not taken"


def _words(text: Joined) -> int:
    return sum(len(words_of(line)) for line in text.lines)


def _longer(body: str, runs: frozenset[Run], words: int) -> int:
    """How many words the body that a page gives in its data has, where the text is a part of it; else 0."""
    body_words = words_of(body)
    if words >= LEAST_STATED * len(body_words):
        return 0
    # A body that shares little with the text is another story's, and no witness.
    shared = sum(run in runs for run in set(runs_of(body_words)))
    return len(body_words) if shared >= _SHARED_WITH_BODY * len(runs) else 0


def _prompt(text: Joined) -> str:
    """The words by which the text, or the page around it, invites to read on; empty where none do."""
    sentences = [line for line in text.lines if len(words_of(line)) >= _FEWEST_SENTENCE and not line.startswith("- ")]
    for line in reversed(sentences[-_LAST_LINES:]):
        if broken := break_off((Block(id="b1", role="paragraph", text=line, line=1),)):
            return _shown(broken)
    near = text.around[: len(text.around) - len(text.after) + _AFTER]
    lines = (line for line in (*text.lines, *(block.text for block in near)) if len(line) <= _LONGEST_PROMPT)
    for line in lines:
        prompt = break_off((Block(id="b1", role="prompt", text=line, line=1),))
        if prompt or is_wall(line):
            return _shown(prompt or line)
    return ""


def _shown(line: str) -> str:
    return f"“{line if len(line) <= 80 else f'… {line[-78:]}'}”" if line else ""


def _holds(tree: Any, selector: str) -> bool:
    """Whether the page has text in an element of a class or id; selectors of other kinds are believed to hold some."""
    named = _CLASS_SELECTOR.fullmatch(selector)
    if named is None:
        return True
    attribute = "class" if selector.startswith(".") else "id"
    elements = (
        element
        for element in tree.iter()
        if named[1] in (element.get(attribute) or "").split()
        if element.tag != "html"
    )
    return any(len(words_of("".join(element.itertext()))) >= 20 for element in elements)


def _is_false(value: Any) -> bool:
    return value is False or (isinstance(value, str) and value.rpartition("/")[2].strip().lower() in ("false", "no"))


def _count(value: Any) -> int:
    text = str(value).replace(",", "") if isinstance(value, int | str) and not isinstance(value, bool) else ""
    return int(text) if text.isdecimal() and len(text) < 7 else 0


def _plain(text: str) -> str:
    """A text of a page's data without the markup and the data of widgets that it may hold."""
    lines = unescape(_TAG.sub("\n", text[:_LONGEST_EMBEDDED])).splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("{"))


def _embedded(scripts: Iterable[str]) -> Iterator[str]:
    """Long texts in scripts of JSON: those that programs fill a page from."""
    left = _MOST_VALUES
    for script in scripts:
        if len(script) > _LONGEST_EMBEDDED:
            continue
        try:
            waiting: list[Any] = [json.loads(script, strict=False)]
        except (ValueError, RecursionError):
            continue
        while waiting and left:
            left -= 1
            value = waiting.pop()
            if isinstance(value, str) and len(value) >= _SHORTEST_EMBEDDED:
                yield _plain(value)
            elif isinstance(value, dict):
                waiting += value.values()
            elif isinstance(value, list):
                waiting += value[:_MOST_VALUES]
