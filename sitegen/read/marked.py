"""Cuts Markdown into blocks and converts each on its own. Which markup may stay is settled by sanitise.py.

The blocks are cut here, in one pass over the lines, because a block must know its line and because Python-Markdown
takes quadratic time, or recurses, on hostile nesting; it only ever sees a paragraph, a heading or a table, never more
than `_LARGEST` characters. Most paragraphs hold no markup and never reach it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.config import Limits
from sitegen.diagnostics import Diagnostic
from sitegen.model import Block, BlockKind
from sitegen.read.inline import Converter
from sitegen.read.lines import TextFile
from sitegen.read.sanitise import escaped

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}(?:(=)=*|-+)[ \t]*$")
_RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_QUOTE = re.compile(r" {0,3}>")
_QUOTES = re.compile(r"(?: {0,3}>)+ ?")
_ITEM = re.compile(r"[ \t]*(?:([-*+])|(\d{1,9})[.)])(?:[ \t]+|$)")
_TABLE = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?|\|[ \t]*:?-+:?[ \t]*\|")
_REFERENCE = re.compile(r""" {0,3}\[([^\]\[^][^\]\[]{0,999})\]:[ \t]*<?([^\s<>]+)>?(?:[ \t]+["'(].*["')])?[ \t]*$""")
_NOTE = re.compile(r" {0,3}\[\^([^\]\[\s]{1,80})\]:[ \t]*")


@dataclass(slots=True)
class _Part:
    """A block as it is being cut; the only thing here that changes."""

    kind: BlockKind
    line: int
    lines: list[str]
    tag: str
    """Element it will be: `p`, `h1` to `h6`, `li`, `pre`, `table`, `note`."""
    number: str = ""
    """Of a list item or a note."""
    depth: int = 0
    """How deep its quotations or list marks are nested."""


def markdown_blocks(file: TextFile, first: int, limits: Limits) -> tuple[list[Block], tuple[Diagnostic, ...]]:
    """The blocks of the Markdown from line `first` on."""
    parts, references = _cut(file.lines[first - 1 :], first)
    notes = {part.number: str(index) for index, part in enumerate((p for p in parts if p.tag == "note"), start=1)}
    converter = Converter(references, notes, limits.nesting)
    blocks: list[Block] = []
    kept_plain: list[int] = []
    for part in parts:
        text, html = _converted(part, converter, notes, limits, kept_plain)
        if text:
            blocks.append(Block(id=f"b{len(blocks) + 1}", kind=part.kind, text=text, line=part.line, html=html))
    return blocks, tuple(_too_deep(file, kept_plain, limits) if kept_plain else ())


def markup_of(blocks: Sequence[Block]) -> str:
    """All blocks as sanitised HTML, for a keeper's notes."""
    tags: dict[str, str] = {"heading": "h3"}
    return "\n".join(
        block.html or f"<{(tag := tags.get(block.kind, 'p'))}>{escaped(block.text)}</{tag}>" for block in blocks
    )


def _cut(lines: Sequence[str], first: int) -> tuple[list[_Part], dict[str, str]]:
    parts: list[_Part] = []
    references: dict[str, str] = {}
    open_part: _Part | None = None
    fence = ""
    for number, raw in enumerate(lines, start=first):
        if fence and open_part:
            if raw.strip().startswith(fence) and not raw.strip().strip(fence[0]):
                fence, open_part = "", None
            else:
                open_part.lines.append(raw)
            continue
        line, depth = _unquoted(raw)
        if not line.strip():
            open_part = None
            continue
        if found := _FENCE.match(line):
            fence = found[1]
            open_part = _Part(kind="paragraph", line=number, lines=[], tag="pre", depth=depth)
            parts.append(open_part)
            continue
        if (open_part is None or open_part.tag == "note") and (reference := _REFERENCE.match(line)):
            references.setdefault(reference[1].strip().lower(), reference[2])
            continue
        open_part = _next(parts, open_part, number, line, depth)
    return parts, references


def _unquoted(line: str) -> tuple[str, int]:
    """A line without its quotation marks, and how many it had."""
    if not _QUOTE.match(line):
        return line, 0
    marks = _QUOTES.match(line)
    return (line[marks.end() :], marks[0].count(">")) if marks else (line, 0)


def _next(parts: list[_Part], current: _Part | None, number: int, line: str, depth: int) -> _Part | None:
    """Adds a line to the block it goes on, or opens the block it begins."""
    if current and depth and depth != current.depth:
        current = None
    if current and current.tag == "p" and (found := _underline(line)):
        current.kind, current.tag = "heading", found
        return None
    if (
        current
        and current.tag == "p"
        and len(current.lines) == 1
        and "|" in current.lines[0]
        and _TABLE.fullmatch(line.strip())
    ):
        current.tag = "table"
    if _RULE.match(line):
        return None
    opened = _opened(number, line, depth, current)
    if opened:
        parts.append(opened)
        return None if opened.kind == "heading" else opened
    if current:
        current.lines.append(line)
        return current
    kind: BlockKind = "quotation" if depth else "paragraph"
    parts.append(_Part(kind=kind, line=number, lines=[line], tag="p", depth=depth))
    return parts[-1]


def _underline(line: str) -> str:
    """The heading that a line makes of the one above; a lone `-` is more likely an empty item."""
    found = _UNDERLINE.match(line)
    if not found or line.strip() == "-":
        return ""
    return "h1" if found[1] else "h2"


def _opened(number: int, line: str, depth: int, current: _Part | None) -> _Part | None:
    """The heading, note or list item that a line begins."""
    if found := _HEADING.match(line):
        return _Part(
            kind="heading", line=number, lines=[_unclosed(line[found.end() :])], tag=f"h{len(found[1])}", depth=depth
        )
    if found := _NOTE.match(line):
        return _Part(kind="paragraph", line=number, lines=[line[found.end() :]], tag="note", number=found[1])
    if current and current.tag == "table":
        return None
    if not (found := _ITEM.match(line)):
        return None
    # Only a list that begins with 1 may interrupt a paragraph: a sentence may be wrapped before "2017."
    if current and current.tag == "p" and found[2] and found[2] != "1":
        return None
    marks, rest = 0, line
    while inner := _ITEM.match(rest):
        found, marks, rest = inner, marks + 1, rest[inner.end() :]
        if found[2]:
            break
    kind: BlockKind = "quotation" if depth else "list"
    return _Part(kind=kind, line=number, lines=[rest], tag="li", number=found[2] or "", depth=depth + marks)


def _unclosed(heading: str) -> str:
    """A heading without the `#` it may end with."""
    text = heading.rstrip()
    shorter = text.rstrip("#")
    return shorter.rstrip() if not shorter or shorter[-1] in " \t" else text


def _converted(
    part: _Part, converter: Converter, notes: dict[str, str], limits: Limits, kept_plain: list[int]
) -> tuple[str, str]:
    """Text and markup of a block; no markup where the text says it all."""
    if part.tag == "pre":
        return " ".join("\n".join(part.lines).split()), f"<pre><code>{escaped(chr(10).join(part.lines))}</code></pre>"
    source = "\n".join(line.strip() if part.tag == "table" else line.lstrip() for line in part.lines)
    deep = part.depth > limits.nesting
    text, inner = (converter.plain(source), "") if deep else converter.convert(source, part.tag == "table")
    if deep or inner is None:
        kept_plain.append(part.line)
        return converter.plain(source), ""
    return _wrapped(part, text, inner, notes)


def _wrapped(part: _Part, text: str, inner: str, notes: dict[str, str]) -> tuple[str, str]:
    if not text:
        return "", ""
    shown = inner or escaped(text)
    if part.tag == "li" and part.number:
        return f"{part.number}. {text}", f'<ol start="{int(part.number)}"><li>{shown}</li></ol>'
    if part.tag == "li":
        return text, f"<ul><li>{shown}</li></ul>"
    if part.tag == "note":
        mark = f"[{notes[part.number]}]"
        return f"{mark} {text}", f"<p>{mark} {shown}</p>"
    if part.tag == "table" or not inner:
        return text, inner
    html = f"<{part.tag}>{inner}</{part.tag}>"
    return text, f"<blockquote>{html}</blockquote>" if part.kind == "quotation" else html


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
