"""Cuts Markdown into blocks and converts each on its own. Which markup may stay is settled by sanitise.py.

The blocks are cut here, in one pass over the lines, because a block must know its line and because Python-Markdown
takes quadratic time, or recurses, on hostile nesting; it only ever sees a paragraph, a heading or a cell, never more
than `_LARGEST` characters. Most paragraphs hold no markup and never reach it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sitegen.config import Limits
from sitegen.diagnostics import Diagnostic
from sitegen.model import Block, Role
from sitegen.read.inline import Converter
from sitegen.read.lines import TextFile
from sitegen.read.sanitise import escaped
from sitegen.read.tables import cells_of_line, table_markup
from sitegen.recognise.tables import TableCell, is_in_table, name_cells, parts_of
from sitegen.text.nesting import going_on, markup_before, steps_of
from sitegen.text.patterns import late_re

_FENCE = late_re(r" {0,3}(`{3,}|~{3,})")
_HEADING = late_re(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = late_re(r" {0,3}(?:(=)=*|-+)[ \t]*$")
_RULE = late_re(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTE = late_re(r" {0,3}> ?")
_ITEM = late_re(r"(?<![ \t])([ \t]*)(?:([-*+])|(\d{1,9})([.)]))(?:[ \t]+|$)")
_TABLE = late_re(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?|\|[ \t]*:?-+:?[ \t]*\|")
_REFERENCE = late_re(r""" {0,3}\[([^\]\[^][^\]\[]{0,999})\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+["'(].*["')])?[ \t]*$""")
_NOTE = late_re(r" {0,3}\[\^([^\]\[\s]{1,80})\]:[ \t]*")


@dataclass(slots=True)
class _Part:
    """A block as it is being cut; the only thing here that changes."""

    role: Role
    line: int
    lines: list[str]
    tag: str
    """Element it will be: `p`, `h1` to `h6`, `li`, `pre`, `table`, `note`."""
    number: str = ""
    """Of a list item or a note."""
    within: str = ""
    """The quotations and list items it stands in, as `Block.within` has them."""
    deep: bool = False
    """Whether it is nested deeper than may be."""


@dataclass(slots=True)
class _Container:
    """A quotation or a list item that is open."""

    kind: str
    """`>`, or what the mark of an item ends with: `-`, `*`, `+`, `.`, `)`."""
    number: str = ""
    indent: int = 0
    """Columns before the mark of an item, from where the container around it begins."""
    width: int = 0
    """The same to the text behind the mark."""
    is_next: bool = False
    """Whether it is the next item of a list that had one before."""
    begun: bool = False
    """Whether a block stands in it already."""

    @property
    def word(self) -> str:
        """As text/nesting.py has it."""
        name = ">" if self.kind == ">" else f"{int(self.number)}." if self.number else "-"
        return name + ("=" if self.begun else "+" if self.is_next else "")


def markdown_blocks(
    file: TextFile, first: int, limits: Limits, *, is_page: bool = False
) -> tuple[list[Block], tuple[Diagnostic, ...]]:
    """The blocks of the Markdown from line `first` on.

    Of a page that the editor wrote, headings have their level in their markup, and links may lead into the site.
    """
    parts, references = _cut(file.lines[first - 1 :], first, limits.nesting)
    notes = {part.number: str(index) for index, part in enumerate((p for p in parts if p.tag == "note"), start=1)}
    converter = Converter(references, notes, limits.nesting, is_editors=is_page)
    blocks: list[Block] = []
    kept_plain: list[int] = []
    for part in parts:
        if part.tag == "table":
            _add_table(part, converter, blocks, kept_plain)
            continue
        text, html = _converted(part, converter, notes, kept_plain)
        if is_page and part.role == "heading" and text and not html:
            html = f"<{part.tag}>{escaped(text)}</{part.tag}>"
        if text:
            identity = f"b{len(blocks) + 1}"
            blocks.append(Block(id=identity, role=part.role, text=text, line=part.line, html=html, within=part.within))
    return blocks, tuple(_too_deep(file, kept_plain, limits) if kept_plain else ())


def markup_of(blocks: Sequence[Block]) -> str:
    """All blocks as sanitised HTML, for a keeper's notes."""
    parts = tuple(parts_of(blocks))
    markup: list[str] = []
    # A step more than parts: what ends behind the last.
    for rows, step in zip_longest(parts, steps_of(rows[0][0].within for rows in parts)):
        markup += [markup_before(step), _shown(rows) if rows else ""]
    return "\n".join(filter(None, markup))


def _shown(rows: Sequence[Sequence[Block]]) -> str:
    block = rows[0][0]
    if is_in_table(block):
        return table_markup(rows)
    tag = "h3" if block.role == "heading" else "p"
    return block.html or f"<{tag}>{escaped(block.text)}</{tag}>"


def _add_table(part: _Part, converter: Converter, blocks: list[Block], kept_plain: list[int]) -> None:
    """A block for each cell; the line under the first one says that it is a table, and is no text."""
    cells: list[TableCell] = []
    within = part.within
    for row, line in enumerate(part.lines):
        for column, source in enumerate(cells_of_line(line) if row != 1 else ()):
            text, inner = (converter.plain(source), None) if part.deep else converter.convert(source)
            if inner is None:
                kept_plain.append(part.line + row)
            if not text:
                continue
            cells.append(TableCell(index=len(blocks), row=max(0, row - 1), column=column, heads=row == 0))
            identity, html = f"b{len(blocks) + 1}", f"<p>{inner}</p>" if inner else ""
            blocks.append(
                Block(id=identity, role="paragraph", text=text, line=part.line + row, html=html, within=within)
            )
            within = going_on(part.within)
    if cells:
        name_cells(blocks, cells)


class _Nest:
    """The quotations and list items that are open from line to line.

    What a line goes on in is read from its marks and its indentation, from the outside in, as CommonMark has it; two
    columns of indentation nest a list, whatever the width of the mark above, as most people write it. A line costs as
    many steps as containers are open, which are never more than `deepest` and one.
    """

    def __init__(self, deepest: int) -> None:
        self._deepest = deepest
        self._open: list[_Container] = []

    @property
    def is_deep(self) -> bool:
        """Whether more is open than may be."""
        return len(self._open) > self._deepest

    @property
    def is_quoted(self) -> bool:
        """Whether a quotation is open."""
        return any(container.kind == ">" for container in self._open)

    @property
    def item(self) -> _Container | None:
        """The list item that is innermost."""
        return self._open[-1] if self._open and self._open[-1].kind != ">" else None

    def follow(self, line: str) -> tuple[str, int]:
        """Goes into what is open as far as a line goes on in it: the rest of the line, and how far."""
        rest = _expanded(line)
        for depth, container in enumerate(self._open):
            if container.kind == ">":
                if not (mark := _QUOTE.match(rest)):
                    return rest, depth
                rest = _expanded(rest[mark.end() :])
            else:
                indent = len(rest) - len(rest.lstrip(" "))
                if rest.strip() and indent < container.indent + 2:
                    return rest, depth
                rest = rest[min(indent, container.width) :]
        return rest, len(self._open)

    def leave(self, kept: int) -> None:
        """Closes all but the outermost `kept`."""
        del self._open[kept:]

    def leave_quotations(self, kept: int) -> None:
        """An empty line ends the quotations whose marks it does not have; a list goes on over it."""
        later = range(kept, len(self._open))
        self.leave(next((depth for depth in later if self._open[depth].kind == ">"), len(self._open)))

    def is_outside_quotation(self, kept: int) -> bool:
        """Whether a line that has marks of quotations has fewer of them than are open."""
        inside = any(container.kind == ">" for container in self._open[:kept])
        return inside and kept < len(self._open) and self._open[kept].kind == ">"

    def enter(self, rest: str, kept: int, *, after_text: bool) -> tuple[str, bool]:
        """Opens what a line begins: the rest of it, and whether anything was opened.

        `after_text` says whether the line may as well go on a paragraph.
        """
        before = self._open[kept] if kept < len(self._open) else None
        begun: list[_Container] = []
        while kept + len(begun) <= self._deepest and not _RULE.match(rest):
            if mark := _QUOTE.match(rest):
                begun.append(_Container(kind=">"))
            elif mark := _ITEM.match(rest):
                # Only a list that begins with 1 may interrupt a paragraph: a sentence may be wrapped before "2017."
                if after_text and mark[3] and mark[3] != "1":
                    break
                kind = mark[2] or mark[4]
                is_next = before is not None and before.kind == kind
                begun.append(
                    _Container(kind=kind, number=mark[3] or "", indent=len(mark[1]), width=mark.end(), is_next=is_next)
                )
            else:
                break
            rest, before, after_text = _expanded(rest[mark.end() :]), None, False
        if begun:
            self._open[kept:] = begun
        return rest, bool(begun)

    def __len__(self) -> int:
        return len(self._open)

    def words(self) -> str:
        """What a block stands in that begins now. Where that is too deep, all of it is closed and there are none."""
        if self.is_deep:
            self._open.clear()
            return ""
        words = " ".join(container.word for container in self._open)
        for container in self._open:
            container.begun = True
        return words


def _expanded(line: str) -> str:
    """A line whose indentation has no tabs."""
    if not line.startswith((" ", "\t")):
        return line
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)].expandtabs(4) + text


def _cut(lines: Sequence[str], first: int, deepest: int) -> tuple[list[_Part], dict[str, str]]:
    parts: list[_Part] = []
    references: dict[str, str] = {}
    nest = _Nest(deepest)
    open_part: _Part | None = None
    fence = ""
    for number, raw in enumerate(lines, start=first):
        if fence and open_part:
            if raw.strip().startswith(fence) and not raw.strip().strip(fence[0]):
                fence, open_part = "", None
            else:
                open_part.lines.append(raw)
            continue
        line, kept = nest.follow(raw)
        if not line.strip():
            nest.leave_quotations(kept)
            open_part = None
            continue
        if nest.is_outside_quotation(kept):
            nest.leave(kept)
            open_part = None
        if not _goes_on_as_table(open_part, line):
            after_text = open_part is not None and open_part.tag == "p"
            line, opened = nest.enter(line, kept, after_text=after_text)
            if opened:
                kept, open_part = len(nest), None
                if item := nest.item:
                    open_part = _part("li", number, line, nest)
                    open_part.number = item.number
                    parts.append(open_part)
                    continue
        if mark := _FENCE.match(line):
            nest.leave(kept)
            fence = mark[1]
            open_part = _part("pre", number, "", nest)
            open_part.lines.clear()
            parts.append(open_part)
        elif (open_part is None or open_part.tag == "note") and (reference := _REFERENCE.match(line)):
            references.setdefault(reference[1].strip().lower(), reference[2])
        else:
            open_part = _next(parts, open_part, nest, number, line, kept)
    return parts, references


def _goes_on_as_table(current: _Part | None, line: str) -> bool:
    """Whether a line is a row of a table, or the rule below its first row, which may look like an item of a list."""
    if current is None:
        return False
    begins = current.tag == "p" and len(current.lines) == 1 and "|" in current.lines[0]
    return current.tag == "table" or (begins and _TABLE.fullmatch(line.strip()) is not None)


def _part(tag: str, number: int, line: str, nest: _Nest) -> _Part:
    """A block that begins, where it stands."""
    role: Role = "heading" if tag[0] == "h" else "entry" if tag == "li" else "paragraph"
    if nest.is_quoted and tag in ("li", "p"):
        role = "quotation"
    return _Part(role=role, line=number, lines=[line], tag=tag, deep=nest.is_deep, within=nest.words())


def _next(parts: list[_Part], current: _Part | None, nest: _Nest, number: int, line: str, kept: int) -> _Part | None:
    """Adds a line to the block it goes on, or opens the block it begins."""
    if current and current.tag == "p" and (heading := _underline(line)):
        current.role, current.tag = "heading", heading
        return None
    if current and _goes_on_as_table(current, line):
        current.tag = "table"
    if _RULE.match(line):
        nest.leave(kept)
        return None
    if mark := _HEADING.match(line):
        nest.leave(kept)
        parts.append(_part(f"h{len(mark[1])}", number, _unclosed(line[mark.end() :]), nest))
        return None
    if mark := _NOTE.match(line):
        nest.leave(0)
        note = _part("note", number, line[mark.end() :], nest)
        note.number = mark[1]
        parts.append(note)
        return note
    if current:
        # A paragraph goes on without the marks of what it stands in, too.
        current.lines.append(line)
        return current
    nest.leave(kept)
    parts.append(_part("p", number, line, nest))
    return parts[-1]


def _underline(line: str) -> str:
    """The heading that a line makes of the one above; a lone `-` is more likely an empty item."""
    match = _UNDERLINE.match(line)
    if not match or line.strip() == "-":
        return ""
    return "h1" if match[1] else "h2"


def _unclosed(heading: str) -> str:
    """A heading without the `#` it may end with."""
    text = heading.rstrip()
    shorter = text.rstrip("#")
    return shorter.rstrip() if not shorter or shorter[-1] in " \t" else text


def _converted(part: _Part, converter: Converter, notes: dict[str, str], kept_plain: list[int]) -> tuple[str, str]:
    """Text and markup of a block; no markup where the text says it all."""
    if part.tag == "pre":
        return " ".join("\n".join(part.lines).split()), f"<pre><code>{escaped(chr(10).join(part.lines))}</code></pre>"
    source = "\n".join(line.lstrip() for line in part.lines)
    text, inner = (converter.plain(source), "") if part.deep else converter.convert(source)
    if part.deep or inner is None:
        kept_plain.append(part.line)
        return converter.plain(source), ""
    return _wrapped(part, text, inner, notes)


def _wrapped(part: _Part, text: str, inner: str, notes: dict[str, str]) -> tuple[str, str]:
    if not text:
        return "", ""
    if part.tag == "li":
        # Its number is a word of the text, and on a page the item has it already.
        return (f"{part.number}. {text}", inner or escaped(text)) if part.number else (text, inner)
    if part.tag == "note":
        mark = f"[{notes[part.number]}]"
        return f"{mark} {text}", f"<p>{mark} {inner or escaped(text)}</p>"
    if not inner:
        return text, inner
    return text, f"<{part.tag}>{inner}</{part.tag}>"


def _too_deep(file: TextFile, lines: list[int], limits: Limits) -> tuple[Diagnostic, ...]:
    many = f"{len(lines)} blocks, this one first, are" if len(lines) > 1 else "this block is"
    return (
        file.warning(
            "kept-plain",
            f"{many} too long or nested deeper than `limits.nesting`, {limits.nesting}, and shown as plain text",
            line=lines[0],
            hint="if it is no Markdown, save it as .txt or write `format: text`",
        ),
    )
