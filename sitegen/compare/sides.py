"""One side of an edit as the rules of kinds.py see it: its atoms, what stands around them, what its capitals prove."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import regex

from sitegen.compare.atoms import Atom, read_atoms
from sitegen.compare.lists import Word, WordLists
from sitegen.model import Span, Token

AROUND = 6
"""Tokens of context read on each side of an edit: the longest expression, and who says it."""
_ENDS = regex.compile(r"(?V1)[.!?…:•|؟。！？]['\"”’»)\]]*\s*$")
_OPENS = frozenset("\"'“”„«»‘‚‹›([-–—•*")
_SHORT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of an edit; it may be empty."""

    tokens: tuple[Token, ...]
    """The edit with its surroundings."""
    span: Span
    """Which of the tokens are the edit."""
    atoms: tuple[Atom, ...]
    """Atoms that the edit touches, marks left out."""
    before: tuple[Atom, ...] = ()
    """The atoms before them, the nearest last, marks left out; empty where nothing in the edit looks at them."""
    after: tuple[Atom, ...] = ()
    keys: tuple[str, ...]
    """Keys of the edit's tokens that are no marks."""
    classes: frozenset[str]
    """All classes that an atom of the edit is in."""
    lists: WordLists
    quoted: bool = False
    """Whether most of its words, or for a side without words the place, stand inside quotation marks."""
    borders: tuple[bool, bool] = (False, False)
    """Whether what stands before the edit and what stands after it is quoted."""
    is_name: Callable[[str], bool] | None = None
    """Whether a key is a name elsewhere in the texts; None where nobody looked."""

    @property
    def edited(self) -> tuple[Token, ...]:
        """The tokens of the edit."""
        return self.tokens[slice(*self.span)]

    @property
    def words(self) -> int:
        """How many tokens of the edit are no marks."""
        return len(self.keys)

    @property
    def numbers_a_list(self) -> bool:
        """Whether the edit is the number of an item: `3.` where a sentence begins."""
        return self.edited[-1].key in (".", ")") and self._begins_sentence(self.span[0])

    def has(self, *classes: str) -> bool:
        """Whether an atom of the edit is in one of these classes."""
        return not self.classes.isdisjoint(classes)

    def beside(self, *classes: str) -> bool:
        """Whether the edit, or the atom next to it, is in one of these classes."""
        return any(atom.is_a(*classes) for atom in (*self.before[-1:], *self.atoms, *self.after[:1]))

    def only(self, *classes: str) -> bool:
        """Whether every atom of the edit is in one of these classes."""
        return all(atom.is_a(*classes) for atom in self.atoms)

    def capitals(self) -> tuple[bool, ...]:
        """For each atom of the edit whether its first letter is a capital that proves a name."""
        if self._is_headline():
            return tuple(self._known(atom) for atom in self.atoms)
        return tuple(self._is_proper(atom) for atom in self.atoms)

    def capital_inside(self, atom: Atom) -> bool:
        """Whether an atom has a capital in the middle of a sentence that is no headline."""
        text = self.tokens[atom.start].text
        return text[:1].isupper() and not self._begins_sentence(atom.start) and not self._is_headline()

    def touches_name(self) -> bool:
        """Whether the word right before or right after the edit is a name, with no mark between."""
        start, end = self.span
        near = [at for at in (start - 1, end) if 0 <= at < len(self.tokens)]
        atoms = [replace(atom, start=at, end=at + 1) for at in near for atom in self._atoms_of(at)]
        return not self._is_headline() and any(self._is_proper(atom) for atom in atoms)

    def _atoms_of(self, at: int) -> tuple[Atom, ...]:
        return read_atoms(self.tokens[at : at + 1], self.lists)

    def _is_proper(self, atom: Atom) -> bool:
        text = self.tokens[atom.start].text
        if not text[:1].isupper() or atom.is_a("month", "weekday", "date", "day"):
            return atom.is_a("place") and not self._cased(text)
        if atom.is_a("title") and not self._begins_sentence(atom.start):
            return True
        if atom.is_a("small", "reporting", "hedge", "negation", "quantity", "number", "ordinal", "speaker", "rough"):
            return is_acronym(text) and not atom.is_a("small")
        if self.lists.nouns_have_capitals:
            return self._is_proper_among_nouns(atom)
        if self._begins_sentence(atom.start):
            return is_acronym(text) or atom.is_a("place", "title") or self._known(atom)
        return True

    def _is_proper_among_nouns(self, atom: Atom) -> bool:
        """German: an abbreviation, a place, or a capital next to a title or another capital that measures nothing."""
        if is_acronym(self.tokens[atom.start].text) or atom.is_a("place", "title"):
            return True
        return any(
            self.tokens[at].text[:1].isupper()
            and not self._begins_sentence(at)
            and not any(
                name in ("number", "quantity", "unit", "period", "month", "weekday", "near", "small", "speaker", "day")
                for _, name, _ in self.lists.at((self.tokens[at].key,), 0)
            )
            for at in (atom.start - 1, atom.end)
            if 0 <= at < len(self.tokens) and self.tokens[min(at, atom.end - 1)].text[-1:].isspace()
        )

    def _known(self, atom: Atom) -> bool:
        return bool(self.is_name and self.is_name(self.tokens[atom.start].key))

    def _cased(self, text: str) -> bool:
        return text[:1].upper() != text[:1].lower()

    def _begins_sentence(self, at: int) -> bool:
        while at and self.tokens[at - 1].text.strip() in _OPENS:
            at -= 1
        return at == 0 or bool(_ENDS.search(self.tokens[at - 1].text))

    def _is_headline(self) -> bool:
        """Whether all longer words around have capitals, so that capitals prove nothing."""
        around = [
            token.text
            for at, token in enumerate(self.tokens)
            if not self.span[0] <= at < self.span[1] and len(token.key) > _SHORT and token.text[:1].isalpha()
        ]
        return len(around) >= _SHORT + 1 and all(text[:1].isupper() for text in around)


def is_acronym(text: str) -> bool:
    """Whether a word is written in capitals throughout: EU, IS."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 1 and all(map(str.isupper, letters))


def side_of(
    tokens: Sequence[Token],
    span: Span,
    lists: WordLists,
    *,
    within: Span | None = None,
    quoted: bool = False,
    borders: tuple[bool, bool] = (False, False),
    is_name: Callable[[str], bool] | None = None,
) -> Side:
    """The side of an edit that covers `span` of the tokens. Context is read `within` a range, its block."""
    within = within or (0, len(tokens))
    start, end = max(within[0], span[0] - AROUND), min(within[1], span[1] + AROUND)
    window = tuple(tokens[start:end])
    first, last = span[0] - start, span[1] - start
    words = [lists.word(token.key, token.text[:1].isupper()) for token in window]
    begin, finish = _needed(words, first, last)
    atoms = [atom for atom in read_atoms(window, lists, words=words, within=(begin, finish)) if not atom.is_mark]
    touched = tuple([atom for atom in atoms if atom.start < last and atom.end > first])
    return Side(
        tokens=window,
        span=(first, last),
        atoms=touched,
        before=tuple([atom for atom in atoms if atom.end <= first]),
        after=tuple([atom for atom in atoms if atom.start >= last]),
        keys=tuple(
            [token.key for token, word in zip(window[first:last], words[first:last], strict=True) if not word.is_mark]
        ),
        classes=frozenset().union(*[atom.classes for atom in touched]),
        lists=lists,
        quoted=quoted,
        borders=borders,
        is_name=is_name,
    )


def _needed(words: Sequence[Word], first: int, last: int) -> Span:
    """How much of the window is read as atoms: all of it only where something in the edit asks what stands around."""
    edited = words[first:last]
    if any(word.asks for word in edited):
        return 0, len(words)
    if edited and edited[0].continues and any(word.begins for word in words[max(0, first - 3) : first]):
        return 0, len(words)
    return first, len(words) if edited and edited[-1].begins else last
