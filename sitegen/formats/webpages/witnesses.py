"""What two independent extractors say of one page, block by block, joined into one text.

trafilatura in its precision mode is the first witness: its lines are the text. readability is the second. A block that
the first does not have is taken where blocks like it are the article's: siblings of kept blocks, or blocks of the same
elements and classes. Asides, captions, comments, lists of links are nobody's words, whoever found them. Prose of the
article's own place that neither evidence reaches is left out and counted, so that completeness.py can tell of it.

Alternatives that failed: the union of both extractors (captions and teasers come in, precision falls by .03 on the
public benchmark's pages); trafilatura's recall mode alone (no more is found on pages of two columns, and comments are).
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from sitegen.formats.webpages.page_blocks import PageBlock, Run, runs_in, runs_of, words_of
from sitegen.frozen import dataclass
from sitegen.recognise.shapes import ends_sentence

COVERED = 0.6
"""Share of a block's runs that a witness must have; between .4 and .8 the same blocks are kept on 101 of 102 pages."""
_PROSE_WORDS = 8
"""Words of a block that is weighed at all: shorter ones are labels as often as text."""
_RUNNING_WORDS = 20
"""Words of a sentence, at least, that is surely no label."""
_LONG_WORDS = 40
"""Words of a block that is a text whatever it ends with."""
_TOGETHER = 3
"""Blocks of running text in one element that are a text; previews of other articles have an element each."""
_MOST_LINKED = 0.5
"""Share of links from which a block is a list of links; article paragraphs reach .3."""
_LIKE_IT = 2
"""Kept blocks of the same elements that make one more of them a part of the text."""
SHARE = 0.15
"""Share of the text that those blocks must be: a teaser that repeats the article's beginning is no evidence."""
_PATH_LENGTH = 3
"""Innermost elements that must be the same, with their classes: the paragraph, its container and that one's."""
_MOST_OF_IT = 0.9
"""Share of the text's words that the element of the article holds; a correction or credit may stand outside."""
_DISAGREE = 0.25
"""Share of the longer text that both witnesses have, below which they name different texts."""
CAPTION = re.compile(r"^(?:figure|figcaption)\.|(?:^|[.\s_-])(?:caption|gallery|credit)", re.IGNORECASE)
FOREIGN = re.compile(
    r"""^(?:nav|footer)\.
      | (?:^|[.\s_-])(?:comments?|newsletter|recirc\w*|most-?read|trending|recommend\w*|sponsor\w*|advert\w*|cookie\w*
        |consent|disclaimer|breadcrumbs?|byline|author-(?:bio|box|card)|swiper\S*|carousel\S*|social\S*|tags?)(?:$|[\s_-])
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Elements and classes whose text is never the article's."""
QUOTED = re.compile(r"^blockquote\.")
"""Elements of quotations: of posts and statements, which are read on the page as a part of its text."""
COMMENTS = re.compile(r"(?:^|[.\s_-])comments?(?:$|[\s_-])", re.IGNORECASE)
ASIDE = re.compile(r"^aside\.|(?:^|[.\s_-])(?:related|sidebar|promo\w*|teasers?|share)(?:$|[\s_-])", re.IGNORECASE)
"""Those whose text is the article's only where several paragraphs of it go on in them."""
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The text of a page, and what the witnesses leave open."""

    lines: tuple[str, ...]
    taken: int = 0
    """Words of the blocks that were taken although the first witness does not have them."""
    hidden: int = 0
    """Words of those that a style or an attribute hides."""
    missing: int = 0
    """Words of blocks that stand where the article does and were not taken."""
    elsewhere: int = 0
    """Words of running text in other places of the page, in elements like those of the text."""
    agreed: int = 0
    """Words that both witnesses keep."""
    alone: bool = False
    """Whether there was no second witness."""
    around: tuple[PageBlock, ...] = ()
    """Blocks from the first one of the text on, that are not of it."""
    after: tuple[PageBlock, ...] = ()
    """Blocks behind the last one of the text."""
    numbers: frozenset[int] = frozenset()
    """Of the blocks that are the text, among those of the page."""
    missing_numbers: frozenset[int] = frozenset()
    """Of the blocks whose words are `missing` or `elsewhere`."""
    decided: int = 0
    """Words of blocks that an editor took."""

    @property
    def supported(self) -> int:
        """Words that more than one extractor speaks for."""
        return self.agreed + self.taken + self.decided


def is_linked(block: PageBlock) -> bool:
    """Whether it is mostly links."""
    return block.linked > _MOST_LINKED


def is_within_any(block: PageBlock, kind: re.Pattern[str], around: frozenset[int]) -> bool:
    """Whether it stands in an element of a kind that is none of those `around` the article.

    Those have classes of all sorts: blogs write their tags and whether there are comments into them.
    """
    elements = zip(block.path, block.ancestors, strict=True)
    return any(number not in around and kind.search(element) for element, number in elements)


def article_of(block: PageBlock) -> int:
    """The outermost `article` it stands in, by number; 0 where it stands in none."""
    numbers = (number for element, number in zip(block.path, block.ancestors, strict=True) if element[:8] == "article.")
    return next(numbers, 0)


class Witness:
    """The blocks of a page that an extractor keeps."""

    def __init__(self, blocks: Sequence[PageBlock], texts: Iterable[str]) -> None:
        lines = Counter(words for text in texts if (words := words_of(text)))
        printed = {block.words for block in blocks}
        # A line is a block word for word, as a rule; only what is left may cover blocks in part. Else paragraphs that
        # say nearly the same would pass for kept because one of them is.
        left = Counter(run for words in lines if words not in printed for run in runs_of(words))
        self.kept = tuple(block.words in lines or _covers(left, block) for block in blocks)
        self.words = sum(len(block.words) for block, kept in zip(blocks, self.kept, strict=True) if kept)


def _covers(left: Counter[Run], block: PageBlock) -> bool:
    """Whether enough of a block's runs are left; they are used up."""
    runs = Counter(runs_of(block.words))
    shared = runs & left
    if shared.total() < COVERED * runs.total():
        return False
    left.subtract(shared)
    return True


def joined(blocks: Sequence[PageBlock], lines: Sequence[str], second: Witness | None) -> Joined:
    """The lines of the first witness with the blocks that sibling evidence adds, each at its place."""
    first = Witness(blocks, lines)
    numbers = [number for number, block in enumerate(blocks) if first.kept[number] and _is_prose(block)]
    core = [blocks[number] for number in numbers if second is None or second.kept[number]]
    if second is not None and not core:
        # Each keeps another part of it; what it looks like can be told from one part.
        core = [blocks[number] for number in numbers]
    evidence = _Evidence(core, _together(blocks), runs_in(lines))
    doubtful: list[int] = []
    taken: list[int] = []
    for number, block in enumerate(blocks):
        if first.kept[number] or not _is_prose(block) or evidence.is_in(block, CAPTION):
            continue
        seconded = second is not None and second.kept[number]
        (taken if evidence.speaks_for(block, seconded) else doubtful).append(number)
    adopted = _siblings([blocks[number] for number in taken])
    taken += [number for number in doubtful if _family(blocks[number]) in adopted]
    missing = elsewhere = 0
    missing_numbers = set[int]()
    for number in doubtful:
        block = blocks[number]
        if _family(block) in adopted:
            continue
        if evidence.could_be(block, second is not None and second.kept[number]):
            missing += len(block.words)
            missing_numbers.add(number)
        elif evidence.is_elsewhere(block):
            elsewhere += len(block.words)
            missing_numbers.add(number)
    text = {number for number, kept in enumerate(first.kept) if kept} | set(taken)
    start, last = min(text, default=0), max(text, default=-1)
    around = [block for number, block in enumerate(blocks) if number > start and number not in text]
    return Joined(
        lines=placed(blocks, lines, taken),
        taken=sum(len(blocks[number].words) for number in taken),
        hidden=sum(len(blocks[number].words) for number in taken if blocks[number].hidden),
        missing=missing,
        elsewhere=elsewhere,
        agreed=sum(
            len(block.words)
            for number, block in enumerate(blocks)
            if first.kept[number] and (second is None or second.kept[number])
        ),
        alone=second is None,
        around=tuple(around),
        after=tuple(blocks[last + 1 :]),
        numbers=frozenset(text),
        missing_numbers=frozenset(missing_numbers),
    )


def with_blocks(body: Joined, blocks: Sequence[PageBlock], chosen: frozenset[int]) -> Joined:
    """The text with these blocks and no others: what an editor decided, or a template of the host."""
    added, left = chosen - body.numbers, body.numbers - chosen
    if not added and not left:
        return body
    left_words, left_runs = {blocks[number].words for number in left}, runs_in(blocks[number].text for number in left)
    own_words, own_runs = {blocks[number].words for number in chosen}, runs_in(blocks[number].text for number in chosen)

    def is_left(line: str) -> bool:
        words = words_of(line)
        if words in left_words or words in own_words:
            return words not in own_words
        runs = list(runs_of(words))
        # A line that is no block, as a list in one line, goes where most of its words go.
        return sum(run in left_runs for run in runs) > max(COVERED * len(runs), sum(run in own_runs for run in runs))

    lines = [line for line in body.lines if not is_left(line)]
    settled = sum(len(blocks[number].words) for number in chosen & body.missing_numbers)
    return replace(
        body,
        lines=placed(blocks, lines, sorted(added)),
        decided=body.decided + sum(len(blocks[number].words) for number in added),
        missing=max(0, body.missing - settled),
        elsewhere=max(0, body.elsewhere - max(0, settled - body.missing)),
        numbers=chosen,
    )


def reasons_left_out(blocks: Sequence[PageBlock], body: Joined) -> tuple[str, ...]:
    """Why each block is not of the text, in words; empty for those that are."""
    core = [blocks[number] for number in sorted(body.numbers) if _is_prose(blocks[number])]
    evidence = _Evidence(core, frozenset(), frozenset())
    return tuple("" if number in body.numbers else _reason(block, evidence) for number, block in enumerate(blocks))


def _reason(block: PageBlock, evidence: "_Evidence") -> str:
    if is_linked(block):
        return "mostly links"
    for kind, description in (
        (CAPTION, "a caption or credit"),
        (FOREIGN, "a menu, comment, notice or advertisement"),
        (ASIDE, "an aside"),
    ):
        if evidence.is_in(block, kind):
            return f"{description}, by its element {_matching(block, kind, evidence)}"
    if evidence.is_anothers(block):
        return "stands in another article of the page"
    if block.hidden:
        return "hidden on the page"
    if not _is_prose(block):
        return "too short to be told from a label"
    if not evidence.is_within(block):
        return "stands outside the element of the article"
    return "unlike the paragraphs that both extractors find"


def _matching(block: PageBlock, kind: re.Pattern[str], evidence: "_Evidence") -> str:
    elements = zip(block.path, block.ancestors, strict=True)
    names = (element for element, number in elements if number not in evidence.around and kind.search(element))
    return next(names, "").rstrip(".")


def _family(block: PageBlock) -> tuple[tuple[int, ...], str]:
    """The element it stands in, and its own kind of element without its class."""
    return block.ancestors[:-1], block.path[-1].partition(".")[0]


def _siblings(taken: Sequence[PageBlock]) -> frozenset[tuple[tuple[int, ...], str]]:
    """Where blocks were taken: what stands beside them in elements of the same kind goes on with them."""
    return frozenset(map(_family, taken))


def _together(blocks: Sequence[PageBlock]) -> frozenset[tuple[int, ...]]:
    """The elements that print several blocks of running text."""
    running = Counter(block.ancestors[:-1] for block in blocks if _is_running(block) and not is_linked(block))
    return frozenset(parent for parent, count in running.items() if count >= _TOGETHER)


def name_different_texts(blocks: Sequence[PageBlock], lines: Sequence[str], second: Witness) -> bool:
    """Whether two witnesses share so little that one of them took something else for the article."""
    first = Witness(blocks, lines)
    shared = sum(len(block.words) for number, block in enumerate(blocks) if first.kept[number] and second.kept[number])
    return shared < _DISAGREE * max(first.words, second.words)


def lines_of(blocks: Sequence[PageBlock], lines: Sequence[str], second: Witness) -> tuple[str, ...]:
    """The text as the second witness has it, who gives no lines of its own: its prose, and what is short between it.

    With the blocks of the first one, which are `lines`, where both keep parts of one and the same `article`.
    """
    first = Witness(blocks, lines)
    kept = [block for number, block in enumerate(blocks) if second.kept[number]]
    articles = {article_of(block) for block in kept if _is_prose(block)}
    if len(articles) == 1 and articles != {0}:
        either = (first.kept[number] or second.kept[number] for number in range(len(blocks)))
        kept = [
            block for block, is_kept in zip(blocks, either, strict=True) if is_kept and article_of(block) in articles
        ]
    outer = around([block for block in kept if _is_prose(block)])
    return tuple(
        block.text
        for block in kept
        if not is_linked(block) and not any(is_within_any(block, kind, outer) for kind in (CAPTION, FOREIGN))
    )


def _is_prose(block: PageBlock) -> bool:
    return len(block.words) >= _PROSE_WORDS and not is_linked(block)


def _reads_on(block: PageBlock) -> bool:
    """Whether it is a text and no list of keywords: pages hide those too."""
    return ends_sentence(block.text) or len(block.words) >= _LONG_WORDS


def _is_running(block: PageBlock) -> bool:
    return len(block.words) >= _RUNNING_WORDS and ends_sentence(block.text) and not block.hidden


class _Evidence:
    """What the blocks that both witnesses keep say of others."""

    def __init__(
        self, core: Sequence[PageBlock], together: frozenset[tuple[int, ...]], printed: frozenset[Run]
    ) -> None:
        # A text that is printed twice, as in a ticker of the latest news, is evidence once.
        distinct = {block.words: block for block in core}.values()
        self.paths = _main(distinct, lambda block: block.path[-_PATH_LENGTH:])
        self.parents = _main(distinct, lambda block: block.ancestors[-2:-1])
        self.elements = _main(distinct, lambda block: block.path[-1:])
        self.containers = _main(distinct, lambda block: block.path[-2:])
        self.around = around(core)
        self.root = max(self.around, default=0)
        self.articles = {article_of(block) for block in core}
        self.together = together
        self.printed = printed

    def speaks_for(self, block: PageBlock, seconded: bool) -> bool:
        """Whether a block that the first witness does not keep is the article's."""
        if self.is_anothers(block):
            return False
        if self.is_in(block, QUOTED):
            # Posts and statements stand in boxes of their own, which both extractors leave out; pull quotes do too.
            is_told = self.is_in(block, COMMENTS) or all(run in self.printed for run in runs_of(block.words))
            return self.is_within(block) and not is_told
        if self.is_in(block, FOREIGN):
            return False
        if self.is_in(block, ASIDE):
            return block.ancestors[:-1] in self.together and self.is_alike(block) and self.is_within(block)
        if block.path[-_PATH_LENGTH:] in self.paths and not block.hidden:
            return True
        if block.ancestors[-2:-1] in self.parents and seconded:
            return True
        unseen = block.hidden and _reads_on(block)
        return self.is_alike(block) and self.is_within(block) and (seconded or unseen)

    def could_be(self, block: PageBlock, seconded: bool) -> bool:
        """Whether a block that is not taken may be the article's all the same."""
        if not self.is_alike(block) or self.is_in(block, FOREIGN) or self.is_anothers(block):
            return False
        if block.hidden and not _reads_on(block):
            return False
        return seconded or self.is_within(block) or self._is_in_like_container(block)

    def is_elsewhere(self, block: PageBlock) -> bool:
        """Whether it reads like the article and stands in quite another place."""
        strange = self.is_in(block, FOREIGN) or self.is_in(block, ASIDE) or self.is_anothers(block)
        return self.is_alike(block) and _is_running(block) and not strange and block.ancestors[:-1] in self.together

    def _is_in_like_container(self, block: PageBlock) -> bool:
        """Whether its container has the class of the one that holds the text; one without a class says nothing."""
        return block.path[-2:] in self.containers and not block.path[-2].endswith(".")

    def is_in(self, block: PageBlock, kind: re.Pattern[str]) -> bool:
        """Whether it stands in an element of a kind that does not hold the article too."""
        return is_within_any(block, kind, self.around)

    def is_anothers(self, block: PageBlock) -> bool:
        """Whether it stands in an `article` of its own: a page may hold several."""
        article = article_of(block)
        return bool(article and 0 not in self.articles and article not in self.articles)

    def is_within(self, block: PageBlock) -> bool:
        """Whether it stands in the element that holds the article."""
        return self.root in block.ancestors

    def is_alike(self, block: PageBlock) -> bool:
        """Whether it is printed by the element that prints the article's paragraphs."""
        return block.path[-1:] in self.elements


def _main(core: Iterable[PageBlock], key: Callable[[PageBlock], _Key]) -> frozenset[_Key]:
    """The keys under which a good part of the text is printed."""
    total = sum(len(block.words) for block in core)
    words, count = Counter[_Key](), Counter[_Key]()
    for block in core:
        words[key(block)] += len(block.words)
        count[key(block)] += 1
    return frozenset(name for name in words if count[name] >= _LIKE_IT and words[name] >= SHARE * total)


def around(core: Sequence[PageBlock]) -> frozenset[int]:
    """The elements that hold nine tenths of the words of some blocks: the last of them is the innermost."""
    total = sum(len(block.words) for block in core)
    words = Counter[int]()
    for block in core:
        for ancestor in block.ancestors:
            words[ancestor] += len(block.words)
    return frozenset(ancestor for ancestor, count in words.items() if count >= _MOST_OF_IT * total)


def placed(blocks: Sequence[PageBlock], lines: Sequence[str], taken: Sequence[int]) -> tuple[str, ...]:
    """The lines, and between them the blocks that were taken, in the order of the page."""
    if not taken:
        return tuple(lines)
    places: dict[Run, int] = {}
    for number, block in enumerate(blocks):
        for run in runs_of(block.words):
            places.setdefault(run, number)
    ordered: list[tuple[int, int, str]] = []
    latest = -1
    for line in lines:
        votes = Counter(places[run] for run in runs_of(words_of(line)) if run in places)
        latest = max(latest, votes.most_common(1)[0][0] if votes else latest)
        ordered.append((latest, len(ordered), line))
    ordered += [(number, len(ordered), blocks[number].text) for number in taken]
    return tuple(line for _, _, line in sorted(ordered))
