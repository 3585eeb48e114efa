"""Takes out of style sheets and scripts what only their authors read: comments, and white space that means nothing.

No more than that: a program that shortens names would be another dependency, and saves little of what is compressed on
its way. Strings and addresses stay as they are.
"""

import re

_CSS_KEPT = re.compile(
    r"""("[^"\\\n]*(?:\\.[^"\\\n]*)*["\n]?|'[^'\\\n]*(?:\\.[^'\\\n]*)*['\n]?|url\([^()"']*\))"""
    r"""|/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z)"""
)
"""A string that nobody closed ends with its line, as it does in a style sheet, and keeps that end."""
_AROUND = re.compile(r"(?<!\s)\s*+([{};,>])\s*+")
_SPACES = re.compile(r"\s+")
_JS_COMMENT = re.compile(r"\s*//")


def shrunk_css(css: str) -> str:
    """A style sheet that means the same."""
    parts: list[str] = []
    code: list[str] = []
    place = 0

    def flush() -> None:
        plain = _AROUND.sub(r"\1", _SPACES.sub(" ", "".join(code)))
        # White space before a colon joins selectors (`a :is(b)`), after it never.
        parts.append(plain.replace(": ", ":").replace(";}", "}"))
        code.clear()

    for kept in _CSS_KEPT.finditer(css):
        code.append(css[place : kept.start()])
        place = kept.end()
        if kept[1] is None:
            # A comment may part two words.
            code.append(" ")
        else:
            flush()
            parts.append(kept[1])
    code.append(css[place:])
    flush()
    return "".join(parts).strip()


def shrunk_js(script: str) -> str:
    """A script without indentation and without lines that are comments.

    As it is where a template literal spans lines: what looks like a comment or like indentation may be its text. Spaces
    between signs stay: gzip made of the script without them 7 bytes more.
    """
    lines = script.splitlines()
    if any(line.count("`") % 2 for line in lines) or "/*" in script:
        return script.rstrip()
    return "\n".join(line.strip() for line in lines if line.strip() and not _JS_COMMENT.match(line))
