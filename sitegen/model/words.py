"""Words as they are compared: tokens, and the values that some of them stand for."""

from dataclasses import field
from fractions import Fraction
from typing import Literal

from sitegen.frozen import dataclass

ValueKind = Literal["number", "ordinal", "share", "amount", "quantity", "duration", "date", "time", "age"]
Unit = Literal["words", "sentences", "blocks", "texts"]
Span = tuple[int, int]
"""Half-open range of token indexes of one article, counted from the first token of its first block."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatePoint:
    """A date as the text says it, not resolved against the day of the article. None where it is not said."""

    year: int | None = None
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """Day of the month."""
    weekday: int | None = None
    """0 is Monday."""
    relative: str | None = None
    """`today`, `yesterday`, `last:weekday`, `this:month`, `ago:3:day`."""
    part: str | None = None
    """A part of the day or of the span: `morning`, `early`, `mid`, `late`, `spring`, `decade`."""

    @property
    def key(self) -> str:
        """Equal for equal dates."""
        year = f"{self.year:04}" if self.year is not None else ""
        month = f"{self.month:02}" if self.month is not None else ""
        day = f"{self.day:02}" if self.day is not None else ""
        weekday = f"w{self.weekday}" if self.weekday is not None else ""
        return "d:" + ",".join([f"{year}-{month}-{day}", weekday, self.relative or "", self.part or ""])


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a span of tokens stands for."""

    kind: ValueKind
    number: Fraction | None = None
    """The figure; of a quantity in its base unit, of a share in per cent. None for dates and times, for a crowd
    (`dozens`), and for what is a code (`3.11.7`)."""
    unit: str = ""
    """Currency (`usd`; `$` where nothing says which dollar), base unit of a quantity (`km`, `mi`, `ha`, `acre`),
    `day` or `month` of a duration, `year` of an age, `%` of a share; empty for none."""
    date: DatePoint | None = None
    time: tuple[int, int] | None = None
    """Hour and minute on a clock of 24 hours."""
    rough: str = ""
    """`about`, `almost`, `over`, `under`, `at-least`, `up-to`, `decade` (in his 30s); or a crowd: `dozens`, `several`.
    """
    digits: int = 0
    """Significant digits printed: 2 of 1,200; for rounding."""
    weak: bool = False
    """Whether it may well be no value: one, a second, half, a week, a code."""
    key: str = ""
    """Equal for equal values, whatever their words."""
    alternatives: tuple["Value", ...] = field(default=(), repr=False)
    """Further readings of the same words, where the language does not say which: 05/03/2024, 1.234. The first
    reading is the value itself; they come in a fixed order, so that two values written one way are read one way."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: printed as `text`, compared as `key`."""

    text: str
    """With its trailing space; joined they are the block again."""
    key: str
    """Folded for comparison; empty only for a token that is nothing but space."""
    value: Value | None = None
    """What it stands for, where it is a figure, a date or a quantity: then it may be several words, aligned as one."""
