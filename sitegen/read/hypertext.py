"""Cuts an HTML article into blocks: paragraphs, headings, list items, quotations, captions, cells of tables.

Markup inside a block passes the sanitiser, block by block. Size, tags, attributes and depth are counted before
anything is converted. What the page says of itself in its head is read in pagehead.py.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sitegen.config import Limits
from sitegen.diagnostics import Diagnostic
from sitegen.model import Block, Role
from sitegen.read.lines import TextFile
from sitegen.read.sanitise import escaped, plain_text, sanitise
from sitegen.read.tags import RAW, Piece, attribute_count, attributes_of, pieces_of
from sitegen.recognise.tables import TableCell, name_cells

_MOST_TAGS = 50_000
"""Of an article; a whole newspaper page has 2,000 to 10,000."""
_INLINE_NAMES = "em strong b i u s sub sup small a code cite q abbr"
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_OPEN_NAMES = "p li dt dd tr td th thead tbody option optgroup html body head"
_BLOCK_NAMES = """
    p div section article main header footer aside nav figure figcaption caption blockquote ul ol li dl dt dd table
    thead tbody tfoot tr td th pre address form fieldset details summary hr body html center hgroup title
"""
_INLINE = frozenset(_INLINE_NAMES.split())
_VOID = frozenset(_VOID_NAMES.split())
_LEFT_OPEN = frozenset(_OPEN_NAMES.split())
"""Elements that need no end tag, and so say nothing about depth."""
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_BLOCKS = _HEADINGS | set(_BLOCK_NAMES.split())
_OF_TABLES = frozenset({"table", "tr", "td", "th"})
_UNSEEN = frozenset({"select", "button", "object", "audio", "video", "canvas", "datalist"})
"""Elements whose inside is not printed as text."""
_LEADS = re.compile(r"https?://|mailto:", re.IGNORECASE)
_MANY_ATTRIBUTES = 200
"""Characters of a tag that is too short for too many attributes."""


_MOST_SPANS = 1_000
"""Rows or columns over which a cell may reach; and columns that one reaching down is remembered in."""


@dataclass(slots=True)
class _Table:
    """A table that is being read."""

    row: int = -1
    column: int = -1
    heads: bool = False
    inside: bool = False
    """Whether a cell is open."""
    next_column: int = 0
    reaching: dict[int, int] = field(default_factory=dict)
    """The last row of each cell that reaches down, by column."""
    cells: list[TableCell] = field(default_factory=list)
    holds_table: bool = False


@dataclass(slots=True)
class _Open:
    """The block that is being read, and what it stands in; the only thing here that changes."""

    line: int = 0
    source: list[str] = field(default_factory=list)
    """Text and inline tags."""
    inline: list[str] = field(default_factory=list)
    tag: str = "p"
    depth: dict[str, int] = field(default_factory=dict)
    around: list["_OpenElement"] = field(default_factory=list)
    """The lists and quotations around it, the outermost first."""
    number: int = 0
    tables: list[_Table] = field(default_factory=list)
    """Those around it, the innermost last."""
    hidden: str = ""
    """The element whose inside is passed over; empty for none."""
    breaks: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    """End tags of unseen elements that are still to come: what is never closed hides nothing."""


@dataclass(slots=True)
class _OpenElement:
    """A list or a quotation that is open."""

    name: str
    """`ul`, `ol` or `blockquote`."""
    next_number: int = 0
    """Of a numbered list: that of the next item."""
    number: int = 0
    """That of the item that is open."""
    has_item: bool = False
    """Whether an item of it is open."""
    printed: bool = False
    """Whether a block of it came before."""
    begun: bool = False
    """Whether a block stands in it, or in its open item, already."""

    def begin_item(self) -> int:
        """Opens the next item; its number, 0 in a list without numbers."""
        self.has_item, self.begun = True, False
        self.number = self.next_number
        self.next_number += self.next_number > 0
        return self.number

    @property
    def word(self) -> str:
        """As text/nesting.py has it; empty for a list with no item open."""
        if self.name == "blockquote":
            return ">=" if self.begun else ">"
        if not self.has_item:
            return ""
        return (f"{self.number}." if self.number else "-") + ("=" if self.begun else "+" if self.printed else "")


def html_blocks(file: TextFile, first: int, limits: Limits) -> tuple[list[Block], tuple[Diagnostic, ...]]:
    """The blocks of the HTML from line `first` on; none of them where a limit is passed, and the error."""
    pieces = tuple(pieces_of("\n".join(file.lines[first - 1 :]), first))
    if problem := _past_limits(file, pieces, limits):
        return [], (problem,)
    blocks: list[Block] = []
    state = _Open(ends=Counter(piece.name for piece in pieces if piece.name.lstrip("/") in _UNSEEN))
    for piece in pieces:
        _read(piece, state, blocks)
    _flush(state, blocks)
    while state.tables:
        _close_table(state, blocks)
    return blocks, ()


def _past_limits(file: TextFile, pieces: Sequence[Piece], limits: Limits) -> Diagnostic | None:
    tags = [piece for piece in pieces if piece.name]
    if len(tags) > _MOST_TAGS:
        message = f"this page has {len(tags):,} tags, and may have {_MOST_TAGS:,}"
        return file.error("too-many-tags", message, hint="save its text as .txt, or let `sitegen add` take it out")
    open_tags: list[str] = []
    for piece in tags:
        name = piece.name
        if len(piece.source) > _MANY_ATTRIBUTES and name not in RAW | {"title"}:
            count = attribute_count(piece.source)
            if count > limits.attributes:
                message = f"this tag has {count:,} attributes, and `limits.attributes` is {limits.attributes}"
                hint = "remove them, or raise `attributes` under `[limits]` in site.toml"
                return file.error("too-many-attributes", message, line=piece.line, hint=hint)
        if name[0] == "/":
            if name[1:] in open_tags:
                while open_tags.pop() != name[1:]:
                    pass
        elif name not in _VOID | _LEFT_OPEN | RAW | {"title"} and not piece.source.endswith("/"):
            open_tags.append(name)
            if len(open_tags) > limits.nesting:
                message = f"elements are nested deeper than `limits.nesting`, {limits.nesting}"
                hint = "save its text as .txt, or raise `nesting` under `[limits]` in site.toml"
                return file.error("nested-too-deep", message, line=piece.line, hint=hint)
    return None


def _read(piece: Piece, state: _Open, blocks: list[Block]) -> None:
    name = piece.name
    state.ends[name] -= name in state.ends
    if state.hidden:
        if name == f"/{state.hidden}":
            state.hidden = ""
        return
    if not name:
        _add_text(piece, state)
    elif name.lstrip("/") in _BLOCKS:
        _flush(state, blocks)
        if name.lstrip("/") in _OF_TABLES:
            _enter_table(piece, state, blocks)
        _enter(piece, state)
    elif name == "br":
        _break(piece, state, blocks)
    elif name == "wbr" or name in RAW:
        return
    elif name in _UNSEEN:
        state.hidden = name if state.ends[f"/{name}"] > 0 else ""
    elif name in _INLINE:
        href = attributes_of(piece.source).get("href", "") if name == "a" else ""
        if name != "a" or _LEADS.match(href):
            state.inline.append(name)
            state.source.append(f'<a href="{escaped(href).replace(chr(34), "&quot;")}">' if href else f"<{name}>")
    elif name[1:] in state.inline:
        while (last := state.inline.pop()) != name[1:]:
            state.source.append(f"</{last}>")
        state.source.append(f"</{last}>")


def _add_text(piece: Piece, state: _Open) -> None:
    if piece.source.strip():
        above = len(piece.source) - len(piece.source.lstrip())
        state.line = state.line or piece.line + piece.source.count("\n", 0, above)
        state.breaks = 0
    # A `<` that begins no tag, and a `>` anywhere, are text; references are left for the sanitiser to resolve.
    state.source.append(piece.source.replace("<", "&lt;").replace(">", "&gt;"))


def _enter(piece: Piece, state: _Open) -> None:
    """Remembers what the next block stands in."""
    closing, name = piece.name[0] == "/", piece.name.lstrip("/")
    if name in ("ul", "ol", "blockquote"):
        if not closing:
            state.around.append(_OpenElement(name=name, next_number=_first_number(piece.source) if name == "ol" else 0))
        elif any(container.name == name for container in state.around):
            while state.around.pop().name != name:
                pass
    elif name in ("nav", "figcaption", "caption"):
        state.depth[name] = max(0, state.depth.get(name, 0) + (-1 if closing else 1))
    elif name == "li" and not closing:
        state.tag = "li"
        if not state.around or state.around[-1].name == "blockquote":
            state.around.append(_OpenElement(name="ul"))
        state.number = state.around[-1].begin_item()
    if name in _HEADINGS | {"p", "dt", "dd", "td", "th"}:
        state.tag = name if name in _HEADINGS and not closing else "p"
    elif name == "li" and closing:
        state.tag = "p"
        if state.around:
            state.around[-1].has_item = False


def _enter_table(piece: Piece, state: _Open, blocks: list[Block]) -> None:
    """Remembers in which row and column of which table the next block stands."""
    name = piece.name
    if name == "table":
        if state.tables:
            state.tables[-1].holds_table = True
        state.tables.append(_Table())
    elif name == "/table" and state.tables:
        _close_table(state, blocks)
    elif state.tables:
        table = state.tables[-1]
        table.inside = False
        if name == "tr":
            table.row, table.next_column = table.row + 1, 0
        elif name in ("td", "th"):
            _enter_cell(piece, table)


def _enter_cell(piece: Piece, table: _Table) -> None:
    table.row = max(0, table.row)
    column = table.next_column
    while table.reaching.get(column, -1) >= table.row:
        column += 1
    attributes = attributes_of(piece.source) if "span" in piece.source.lower() else {}
    last_row = table.row + _span(attributes.get("rowspan", "")) - 1
    table.column, table.heads, table.inside = column, piece.name == "th", True
    table.next_column = column + _span(attributes.get("colspan", ""))
    for spanned in range(column, table.next_column) if last_row > table.row else ():
        if len(table.reaching) < _MOST_SPANS:
            table.reaching[spanned] = last_row


def _span(value: str) -> int:
    return min(int(value), _MOST_SPANS) or 1 if value.isascii() and value.isdigit() and len(value) < 7 else 1


def _close_table(state: _Open, blocks: list[Block]) -> None:
    """Names the cells of the innermost table; one that holds another lays out a page."""
    table = state.tables.pop()
    if table.cells and not table.holds_table:
        name_cells(blocks, table.cells)


def _first_number(source: str) -> int:
    start = attributes_of(source).get("start", "1")
    return int(start) if start.isascii() and start.isdigit() and len(start) < 7 and int(start) else 1


def _break(piece: Piece, state: _Open, blocks: list[Block]) -> None:
    """Two line breaks in a row end a paragraph, as old pages have it; one stays."""
    state.breaks += 1
    if state.breaks > 1 and not state.inline:
        _flush(state, blocks)
        return
    state.line = state.line or piece.line
    state.source.append("<br>")


def _flush(state: _Open, blocks: list[Block]) -> None:
    """Ends the block that is being read, if it has any words."""
    source, line = "".join([*state.source, *(f"</{name}>" for name in reversed(state.inline))]), state.line
    tag, number = state.tag, state.number
    state.source, state.inline, state.line, state.breaks = [], [], 0, 0
    if tag in _HEADINGS:
        state.tag = "p"
    clean = sanitise(source) if source.strip() else ""
    while clean.startswith("<br>") or clean.endswith("<br>"):
        clean = clean.removeprefix("<br>").removesuffix("<br>").strip()
    text = plain_text(clean)
    if not text:
        return
    role = _role(tag, state)
    table = state.tables[-1] if state.tables and state.tables[-1].inside else None
    if table:
        table.cells.append(TableCell(index=len(blocks), row=table.row, column=table.column, heads=table.heads))
    if tag == "li":
        state.number, state.tag = 0, "p"
    within = " ".join(filter(None, (container.word for container in state.around)))
    for container in state.around:
        container.printed = container.begun = True
    blocks.append(
        Block(
            id=f"b{len(blocks) + 1}",
            role=role,
            text=f"{number}. {text}" if tag == "li" and number else text,
            line=max(1, line),
            html=_wrapped(clean, text, tag, number, role),
            furniture="menu" if state.depth.get("nav") else "",
            within=within,
        )
    )


def _role(tag: str, state: _Open) -> Role:
    if state.depth.get("figcaption") or state.depth.get("caption"):
        return "caption"
    if tag in _HEADINGS:
        return "heading"
    if any(container.name == "blockquote" for container in state.around):
        return "quotation"
    return "entry" if tag == "li" else "paragraph"


def _wrapped(clean: str, text: str, tag: str, number: int, role: Role) -> str:
    """The markup of a block; none where its text says it all."""
    inner = " ".join(clean.split())
    if tag == "li":
        # Its number is a word of the text, and on a page the item has it already.
        return inner if number or "<" in clean else ""
    if "<" not in clean and (tag not in _HEADINGS or tag == "h2"):
        return ""
    if role == "caption":
        return ""
    return f"<{tag}>{inner or escaped(text)}</{tag}>"


def words_of_lines(lines: Iterable[str]) -> str:
    """The words of lines of HTML, without their tags."""
    return plain_text(sanitise("\n".join(lines)))
