"""One side of an edit as the rules of kinds.py see it: its atoms, what stands around them, what its capitals prove."""

from collections.abc import Callable, Iterable, Sequence

import regex

from sitegen.compare.atoms import Atom, atom_of, read_atoms
from sitegen.compare.lists import Word, WordLists
from sitegen.compare.reading import Words
from sitegen.model import Span, Token

AROUND = 6
"""Tokens of context read on each side of an edit: the longest expression, and who says it."""
_ENDS = regex.compile(r"(?V1)[.!?…:•|؟。！？]['\"”’»)\]]*\s*$")
_OPENS = frozenset("\"'“”„«»‘‚‹›([-–—•*")
_CLOSES = frozenset("\"'“”’»›)]」")
STOPS = frozenset({".", "!", "?", "...", "。", "！", "？", "؟", "।"})
"""Keys of marks that end a sentence."""
_SHORT = 3
_FOLLOWING = 3
"""Atoms after an edit that rules look at: who says it."""
_NO_CLASS: frozenset[str] = frozenset()


class Side:
    """One side of an edit; it may be empty. What few rules ask for is found out when one does."""

    __slots__ = (
        "_after", "_atoms", "_before", "_by_itself", "_classes", "_edited", "_headline", "_lone", "_needed",
        "_tokens", "_window", "_words",
        "borders", "is_name", "keys", "lists", "quoted", "span", "words",
    )  # fmt: skip

    def __init__(
        self,
        words: Words,
        span: Span,
        within: Span,
        *,
        quoted: bool = False,
        borders: tuple[bool, bool] = (False, False),
        is_name: Callable[[str], bool] | None = None,
    ) -> None:
        """The side of an edit that covers `span` of a text. Context is read `within` a range, its block."""
        self._words = words
        self._window = _around(span, within)
        self._edited = edited = words.at(*span)
        self._needed = _needed(words, edited, span, self._window)
        self._lone = self._needed is None or words.are_lone(*self._needed)
        self._by_itself = self._needed is None or (self._lone and not _begin(edited))
        self._tokens: Sequence[Token] | None = None
        self._atoms: tuple[Atom, ...] | None = None
        self._before: tuple[Atom, ...] = ()
        self._after: tuple[Atom, ...] = ()
        self._classes: frozenset[str] | None = None
        self._headline: bool | None = None
        self.span = (span[0] - self._window[0], span[1] - self._window[0])
        """Which of `tokens` are the edit."""
        tokens = words.tokens[span[0] : span[1]]
        self.keys = tuple([token.key for token, word in zip(tokens, edited, strict=True) if not word.is_mark])
        """Keys of the edit's tokens that are no marks."""
        self.words = len(self.keys)
        """How many tokens of the edit are no marks."""
        self.lists = words.lists
        self.quoted = quoted
        """Whether most of its words, or for a side without words the place, stand inside quotation marks."""
        self.borders = borders
        """Whether what stands before the edit and what stands after it is quoted."""
        self.is_name = is_name
        """Whether a key is a name elsewhere in the texts; None where nobody looked."""

    @property
    def tokens(self) -> Sequence[Token]:
        """The edit with its surroundings."""
        # Asked for once for each atom: an edit may be as long as its text, and a copy each time would be a square.
        if self._tokens is None:
            self._tokens = self._words.tokens[self._window[0] : self._window[1]]
        return self._tokens

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Atoms that the edit touches, marks left out."""
        return self._read() if self._atoms is None else self._atoms

    @property
    def before(self) -> tuple[Atom, ...]:
        """The atom right before them, marks left out; empty where nothing in the edit looks at it."""
        self._read()
        return self._before

    @property
    def after(self) -> tuple[Atom, ...]:
        """The few atoms right after them, the same way."""
        self._read()
        return self._after

    @property
    def classes(self) -> frozenset[str]:
        """All classes that an atom of the edit is in."""
        if self._classes is None:
            parts = self._edited if self._by_itself else self.atoms
            self._classes = _NO_CLASS.union(*[part.classes for part in parts if part.classes])
        return self._classes

    def _read(self) -> tuple[Atom, ...]:
        """Reads the edit, and as much around it as matters, as atoms."""
        if self._atoms is not None:
            return self._atoms
        first, last = self.span
        if self._needed is None:
            atoms = [atom_of(word, at) for at, word in enumerate(self._edited, first) if not word.is_mark]
            self._atoms = tuple(atoms)
            return self._atoms
        shift = self._window[0]
        begin, end = self._needed[0] - shift, self._needed[1] - shift
        tokens, words = self.tokens, self._words.at(*self._window)
        if self._lone:
            self._atoms = _nearest(tokens, words, range(first, last), last - first, self.lists)
            self._before = _nearest(tokens, words, range(first - 1, begin - 1, -1), 1, self.lists)
            self._after = _nearest(tokens, words, range(last, end), _FOLLOWING, self.lists)
            return self._atoms
        read = read_atoms(tokens, self.lists, words=words, within=(begin, end))
        atoms = [atom for atom in read if not atom.is_mark]
        self._atoms = tuple([atom for atom in atoms if atom.start < last and atom.end > first])
        self._before = tuple([atom for atom in atoms if atom.end <= first][-1:])
        self._after = tuple([atom for atom in atoms if atom.start >= last][:_FOLLOWING])
        return self._atoms

    @property
    def edited(self) -> tuple[Token, ...]:
        """The tokens of the edit."""
        return tuple(self.tokens[slice(*self.span)])

    @property
    def numbers_a_list(self) -> bool:
        """Whether the edit is the number of an item: `3.` where a sentence begins."""
        return self.edited[-1].key in (".", ")") and self._begins_sentence(self.span[0])

    @property
    def is_whole(self) -> bool:
        """Whether the edit is whole sentences: from the beginning of one to the end of one."""
        first, last = self.span
        if first == last:
            return False
        if self.tokens[first].key in STOPS:
            return last < len(self.tokens) and self.tokens[last].key in STOPS
        while last > first and self.tokens[last - 1].text.strip() in _CLOSES:
            last -= 1
        return self.tokens[last - 1].key in STOPS and self._begins_sentence(first)

    def has(self, *classes: str) -> bool:
        """Whether an atom of the edit is in one of these classes."""
        return bool(self.classes) and not self.classes.isdisjoint(classes)

    def reaches_beyond(self) -> Span:
        """How many tokens its first atom begins before the edit, and its last ends after it."""
        if self._lone or not self.atoms:
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
        if "place" in self.classes or any(word.capital for word in self._edited):
            return True
        return not self._lone and any(self.tokens[atom.start].text[:1].isupper() for atom in self.atoms)

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
        if self._headline is None:
            tokens = self.tokens
            self._headline = _all_have_capitals((*tokens[: self.span[0]], *tokens[self.span[1] :]))
        return self._headline


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


def _nearest(
    tokens: Sequence[Token], words: Sequence[Word], places: Iterable[int], most: int, lists: WordLists
) -> tuple[Atom, ...]:
    """The first atoms at some places, marks left out, where each is a token by itself."""
    found: list[Atom] = []
    for at in places:
        if len(found) == most:
            break
        word = words[at]
        atom = read_atoms(tokens, lists, words=words, within=(at, at + 1))[0] if word.begins else atom_of(word, at)
        if not atom.is_mark:
            found.append(atom)
    return tuple(found)


def _needed(words: Words, edited: Sequence[Word], span: Span, window: Span) -> Span | None:
    """How much of a window is read as atoms; None where each word of the edit is one by itself.

    All of it is read only where something in the edit asks what stands around.
    """
    if not edited:
        return None
    for word in edited:
        if word.asks:
            return window
    if edited[0].continues and _begin(words.at(max(window[0], span[0] - 3), span[0])):
        return window
    if not _begin(edited):
        return None
    return span[0], window[1] if edited[-1].begins else span[1]


def _around(span: Span, within: Span) -> Span:
    return (max(within[0], span[0] - AROUND), min(within[1], span[1] + AROUND))


def stand_alone(words: Words, edited: Sequence[Word], span: Span, within: Span) -> bool:
    """Whether the words of an edit stand in no expression, number or date of several tokens, as a side reads them."""
    needed = _needed(words, edited, span, _around(span, within))
    return needed is None or words.are_lone(*needed)


def _begin(words: Sequence[Word]) -> bool:
    """Whether one of the words may begin an expression."""
    return any(word.begins for word in words)
