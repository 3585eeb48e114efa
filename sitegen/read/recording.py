"""Writes one field into the front matter of a file that is there; not a byte besides it changes.

A file is written beside itself and put in its place in one step.
"""

import codecs
import os
import re
import tempfile
from pathlib import Path

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_FENCE = re.compile(r"---[ \t]*")
_LINE = re.compile("[^\n\r]*(?:\r\n|\r|\n)?")


def with_field(data: bytes, field: str, value: str, replaced: str = "") -> bytes:
    """The bytes of an article file with a field declared that is not there, or stands there empty or with `replaced`.

    Every other byte stays and keeps its place in the order.
    """
    empty_field = re.compile(rf"{field}[ \t]*:[ \t]*({replaced})?[ \t]*(?P<remark>#.*)?")
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    errors = "strict" if encoding == "utf-8" else "surrogatepass"
    text = data[len(mark) :].decode(encoding, errors)
    lines = [line for line in _LINE.findall(text) if line]
    end = _line_end(lines)
    closing = _closing(lines)
    if closing is None:
        lines[:0] = [f"---{end}", f"{field}: {value}{end}", f"---{end}"]
    else:
        empty = next(
            (number for number in range(1, closing) if empty_field.fullmatch(lines[number].rstrip("\r\n"))), None
        )
        if empty is None:
            lines.insert(closing, f"{field}: {value}{end}")
        else:
            ending = lines[empty][len(lines[empty].rstrip("\r\n")) :]
            match = empty_field.fullmatch(lines[empty].rstrip("\r\n"))
            remark = f" {match['remark']}" if match and match["remark"] else ""
            lines[empty] = f"{field}: {value}{remark}{ending}"
    return mark + "".join(lines).encode(encoding, errors)


def _line_end(lines: list[str]) -> str:
    """How the file ends its lines: as its first does."""
    first = lines[0] if lines else ""
    return first[len(first.rstrip("\r\n")) :] or "\n"


def _closing(lines: list[str]) -> int | None:
    """The line that ends the front matter; None where there is none that is meant as one."""
    if not lines or not _FENCE.fullmatch(lines[0].rstrip("\r\n")):
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if _FENCE.fullmatch(line.rstrip("\r\n"))), None)
    if end is None:
        return None
    inside = [line for line in lines[1:end] if line.strip() and not line.startswith("#")]
    return end if not inside or re.match(r"[^\W\d]\w*[ \t]*:(\s|$)", inside[0]) else None


def replace_file(path: Path, data: bytes) -> None:
    """Puts the bytes in the place of the file in one step, with the permissions it had."""
    mode = path.stat().st_mode
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode & 0o7777)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
