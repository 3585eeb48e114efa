"""One side of an edit as the rules of kinds.py see it: its atoms, what stands around them, what its capitals prove."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import regex

from sitegen.compare.atoms import Atom, atom_of, lone_atom, read_atoms
from sitegen.compare.lists import Word, WordLists
from sitegen.compare.reading import Words
from sitegen.model import Span, Token

AROUND = 6
"""Tokens of context read on each side of an edit: the longest expression, and who says it."""
_ENDS = regex.compile(r"(?V1)[.!?…:•|؟。！？]['\"”’»)\]]*\s*$")
_OPENS = frozenset("\"'“”„«»‘‚‹›([-–—•*")
_SHORT = 3
_FOLLOWING = 3
"""Atoms after an edit that rules look at: who says it."""
_NO_CLASS: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True, eq=False)
class Side:
    """One side of an edit; it may be empty. What few rules ask for is found out when one does."""

    tokens: tuple[Token, ...]
    """The edit with its surroundings."""
    span: Span
    """Which of the tokens are the edit."""
    atoms: tuple[Atom, ...]
    """Atoms that the edit touches, marks left out."""
    before: tuple[Atom, ...] = ()
    """The atom right before them, marks left out; empty where nothing in the edit looks at it."""
    after: tuple[Atom, ...] = ()
    """The few atoms right after them, the same way."""
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

    headline: bool | None = None
    """Whether all longer words around have capitals, so that they prove nothing; None until somebody asks."""

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
        return bool(self.classes) and not self.classes.isdisjoint(classes)

    def reaches_beyond(self) -> Span:
        """How many tokens its first atom begins before the edit, and its last ends after it."""
        if not self.atoms:
            return (0, 0)
        return max(self.span[0] - self.atoms[0].start, 0), max(self.atoms[-1].end - self.span[1], 0)

    def beside(self, *classes: str) -> bool:
        """Whether the edit, or the atom next to it, is in one of these classes."""
        return any(atom.is_a(*classes) for atom in (*self.before[-1:], *self.atoms, *self.after[:1]))

    def only(self, *classes: str) -> bool:
        """Whether every atom of the edit is in one of these classes."""
        return all(atom.is_a(*classes) for atom in self.atoms)

    def may_name(self) -> bool:
        """Whether there is a capital or a place in it; without, no capital proves a name."""
        return "place" in self.classes or any(self.tokens[atom.start].text[:1].isupper() for atom in self.atoms)

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
        if self._is_headline():
            return False
        return any(self._is_proper(atom._replace(start=at, end=at + 1)) for at in near for atom in self._atoms_of(at))

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
        if at == 0:
            return True
        before = self.tokens[at - 1].text
        return not before.rstrip()[-1:].isalnum() and bool(_ENDS.search(before))

    def _is_headline(self) -> bool:
        if self.headline is None:
            self.headline = _all_have_capitals((*self.tokens[: self.span[0]], *self.tokens[self.span[1] :]))
        return self.headline


def _all_have_capitals(tokens: Iterable[Token]) -> bool:
    """Whether all longer words have capitals, and there are some."""
    longer = 0
    for token in tokens:
        if len(token.key) > _SHORT and (first := token.text[:1]).isalpha():
            if not first.isupper():
                return False
            longer += 1
    return longer > _SHORT


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
    words: Words | None = None,
) -> Side:
    """The side of an edit that covers `span` of the tokens. Context is read `within` a range, its block.

    `words` are those of the tokens, where a caller has looked them up.
    """
    within = within or (0, len(tokens))
    start, end = max(within[0], span[0] - AROUND), min(within[1], span[1] + AROUND)
    window = tuple(tokens[start:end])
    first, last = span[0] - start, span[1] - start
    words = words or Words(tokens, lists)
    edited = words.at(*span)
    needed = _needed(words, edited, span, (start, end))
    before: tuple[Atom, ...] = ()
    after: tuple[Atom, ...] = ()
    if needed is None:
        touched = [atom_of(word, at) for at, word in enumerate(edited, first) if not word.is_mark]
    elif words.are_lone(*needed):
        around = words.at(start, end)
        before = _nearest(window, around, range(first - 1, needed[0] - start - 1, -1), 1, lists)
        touched = list(_nearest(window, around, range(first, last), last - first, lists))
        after = _nearest(window, around, range(last, needed[1] - start), _FOLLOWING, lists)
    else:
        reach = (needed[0] - start, needed[1] - start)
        read = read_atoms(window, lists, words=words.at(start, end), within=reach)
        atoms = [atom for atom in read if not atom.is_mark]
        touched = [atom for atom in atoms if atom.start < last and atom.end > first]
        before = tuple([atom for atom in atoms if atom.end <= first][-1:])
        after = tuple([atom for atom in atoms if atom.start >= last][:_FOLLOWING])
    return Side(
        tokens=window,
        span=(first, last),
        atoms=tuple(touched),
        before=before,
        after=after,
        keys=tuple([tokens[at].key for at, word in enumerate(edited, span[0]) if not word.is_mark]),
        classes=_NO_CLASS.union(*[atom.classes for atom in touched]),
        lists=lists,
        quoted=quoted,
        borders=borders,
        is_name=is_name,
    )


def _nearest(
    tokens: Sequence[Token], words: Sequence[Word], places: Iterable[int], most: int, lists: WordLists
) -> tuple[Atom, ...]:
    """The first atoms at some places, marks left out, where each is a token by itself."""
    found: list[Atom] = []
    for at in places:
        if len(found) == most:
            break
        atom = lone_atom(tokens, words, at, lists)
        if not atom.is_mark:
            found.append(atom)
    return tuple(found)


def _needed(words: Words, edited: Sequence[Word], span: Span, window: Span) -> Span | None:
    """How much of a window is read as atoms; None where each word of the edit is one by itself.

    All of it is read only where something in the edit asks what stands around.
    """
    if not edited:
        return None
    if any([word.asks for word in edited]):
        return window
    if edited[0].continues and any([word.begins for word in words.at(max(window[0], span[0] - 3), span[0])]):
        return window
    if not any([word.begins for word in edited]):
        return None
    return span[0], window[1] if edited[-1].begins else span[1]
