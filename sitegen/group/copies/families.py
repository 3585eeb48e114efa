"""Gathers articles that share narration into families. Knows nothing of stories but that declared ones stay apart.

A family is a star: one exemplar, and the copies that share narration with it. Two copies of which neither was taken
from the other are in it because each is a copy of the exemplar, never because a third links them. So a digest of
three reports chains nothing, and a text that drifts from copy to copy ends in a family of its own.

Texts that are one text (twins: most of either stands in the other) count as one: first they are gathered, as stars
too, and then those stars. The exemplar is the article with most copies, of equals the one that holds most.

Tried and given up: single links, which chained unrelated reports and took precision from .96 to .45; a share of the
pairs of two groups that must be linked (34 %), which still made families whose members share nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sitegen.frozen import dataclass
from sitegen.model import Article, Link

_CERTAIN = ("translation", "version")
"""Links that were declared."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """Every article in exactly one family."""

    groups: tuple[frozenset[str], ...]
    """Sorted by their first id."""
    digests: Mapping[str, tuple[str, ...]]
    """Articles that take from several reports which have nothing to do with each other, with those reports."""


def gather_families(
    links: Sequence[Link],
    copies: Mapping[Pair, float],
    twins: frozenset[Pair],
    crowds: Iterable[Pair],
    digests: Mapping[str, tuple[str, ...]],
    articles: Mapping[str, Article],
    sizes: Mapping[str, int],
    keeper: "Keeper",
) -> Families:
    """The families of an archive; no two declared stories and no barred pair are in one of them.

    `copies` are pairs that share narration, with the share of the shorter one's; `twins` those of them that are one
    text; `crowds` are pairs of a text that very many articles print, most of which were counted and not aligned.
    `digests` join none. `sizes` are how many runs of words each article has.
    """
    gathered = _gathered(links, copies, twins, crowds, frozenset(digests), articles, sizes, keeper)
    root = gathered.groups.root
    # What takes from several copies of one text is another copy of it.
    kept = {digest: sources for digest, sources in digests.items() if len({root(source) for source in sources}) > 1}
    if len(kept) < len(digests):
        gathered = _gathered(links, copies, twins, crowds, frozenset(kept), articles, sizes, keeper)
    return Families(groups=gathered.groups.all(), digests=kept)


def _gathered(
    links: Sequence[Link],
    copies: Mapping[Pair, float],
    twins: frozenset[Pair],
    crowds: Iterable[Pair],
    apart: frozenset[str],
    articles: Mapping[str, Article],
    sizes: Mapping[str, int],
    keeper: "Keeper",
) -> "_Gathered":
    """The groups of articles, those of `apart` in none but what they declare."""
    gathered = _Gathered(articles, sizes, keeper)
    for left, right in sorted(crowds):
        gathered.join(left, right)
    between = {pair: share for pair, share in copies.items() if apart.isdisjoint(pair)}
    gathered.join_stars({pair: share for pair, share in between.items() if pair in twins})
    gathered.join_stars(between)
    for link in links:
        if link.kind in _CERTAIN:
            gathered.join(link.left, link.right)
    return gathered


class _Gathered:
    """Groups of articles that become families."""

    def __init__(self, articles: Mapping[str, Article], sizes: Mapping[str, int], keeper: "Keeper") -> None:
        self.groups = Groups(articles)
        self._keeper = keeper
        # What a group declares is kept for the whole of it: to ask all its members grew with the square.
        self._story = {article.id: article.story for article in articles.values() if article.story}
        self._sizes = sizes

    def join(self, left: str, right: str) -> None:
        """Makes the groups of two articles one, unless an editor keeps them apart."""
        roots = self.groups.root(left), self.groups.root(right)
        stories = {self._story[root] for root in roots if root in self._story}
        if roots[0] == roots[1]:
            return
        if len(stories) > 1 or self._keeper.bars_groups(self.groups.of(left), self.groups.of(right)):
            return
        self.groups.join(left, right)
        if stories:
            self._story[self.groups.root(left)] = stories.pop()

    def join_stars(self, pairs: Mapping[Pair, float]) -> None:
        """Joins each group with the strongest of the exemplars that it is linked with. Linear in the pairs."""
        beside = self._beside(pairs)
        ranks = {root: (-len(linked), -self._largest(root), root) for root, linked in beside.items()}
        exemplars: set[str] = set()
        for root in sorted(beside, key=ranks.__getitem__):
            if exemplars.isdisjoint(beside[root]):
                exemplars.add(root)
        waiting = []
        for root in sorted(beside):
            if root not in exemplars:
                exemplar = min(exemplars & beside[root].keys(), key=lambda copy: (-beside[root][copy], ranks[copy]))
                waiting.append((-beside[root][exemplar], exemplar, root))
        for _, exemplar, root in sorted(waiting):
            self.join(exemplar, root)

    def _beside(self, pairs: Mapping[Pair, float]) -> dict[str, dict[str, float]]:
        """For each group, by its root, those that it is linked with, and how strongly at the most."""
        beside: dict[str, dict[str, float]] = defaultdict(dict)
        for (left, right), share in pairs.items():
            roots = self.groups.root(left), self.groups.root(right)
            stories = {self._story[root] for root in roots if root in self._story}
            if roots[0] != roots[1] and len(stories) < 2:
                for root, linked in (roots, roots[::-1]):
                    beside[root][linked] = max(share, beside[root].get(linked, 0.0))
        return beside

    def _largest(self, root: str) -> int:
        return max(self._sizes[member] for member in self.groups.of(root))


class Groups:
    """Sets of articles that grow; the smaller is added to the larger."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._root = {member: member for member in sorted(ids)}
        self._members = {member: [member] for member in self._root}

    def root(self, member: str) -> str:
        """The article that stands for a member's group."""
        return self._root[member]

    def of(self, member: str) -> list[str]:
        """The group that a member is in."""
        return self._members[self._root[member]]

    def join(self, left: str, right: str) -> None:
        """Makes the groups of two members one."""
        left_root, right_root = self._root[left], self._root[right]
        if left_root == right_root:
            return
        if (len(self._members[left_root]), right_root) < (len(self._members[right_root]), left_root):
            left_root, right_root = right_root, left_root
        for member in self._members.pop(right_root):
            self._root[member] = left_root
            self._members[left_root].append(member)

    def all(self) -> tuple[frozenset[str], ...]:
        """The groups, sorted by their first member."""
        return tuple(sorted((frozenset(members) for members in self._members.values()), key=min))


class Keeper:
    """What a keeper has declared against joining."""

    def __init__(self, articles: Mapping[str, Article], barred: frozenset[frozenset[str]]) -> None:
        self._story = {article.id: article.story for article in articles.values() if article.story}
        self._barred: dict[str, set[str]] = {}
        for pair in barred:
            for article in pair:
                self._barred.setdefault(article, set()).update(pair - {article})

    def bars(self, left: str, right: str) -> bool:
        """Whether a keeper said that these two do not belong together."""
        return right in self._barred.get(left, ())

    def may_join(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Whether two groups may become one."""
        if not self._story and not self._barred:
            return True
        if self._story:
            stories = {self._story[member] for group in (left, right) for member in group if member in self._story}
            if len(stories) > 1:
                return False
        return not self.bars_groups(left, right)

    def bars_groups(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Whether a keeper said of two members of two groups that they do not belong together."""
        if not self._barred:
            return False
        few, many = sorted((left, right), key=len)
        against = set().union(*(self._barred.get(member, set()) for member in few))
        return bool(against) and not against.isdisjoint(many)
