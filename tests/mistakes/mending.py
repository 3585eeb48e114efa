"""Does what a hint says, as a person would who reads nothing but the message.

Each rule is the hint's wording and what is done then. A hint that no rule knows cannot be followed, and counts so.
"""

import re
from collections.abc import Callable
from pathlib import Path

from sitegen.diagnostics import Diagnostic

Rule = Callable[[Path, Diagnostic, "re.Match[str]"], None]
ANYTHING = "Some words of text that nobody else has printed so far, the keeper wrote.\n"


def follow(problem: Diagnostic) -> bool:
    """Whether the hint of a message could be followed; if so, its files have changed."""
    for pattern, rule in _RULES:
        if found := re.match(pattern, problem.hint):
            rule(Path(problem.location.path), problem, found)
            return True
    return False


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def _write(path: Path, lines: list[str]) -> None:
    path.write_text("\n".join(lines), encoding="utf-8")


def _change_line(path: Path, problem: Diagnostic, change: Callable[[str, int], str | None]) -> None:
    lines, at = _lines(path), problem.location.line - 1
    changed = change(lines[at], problem.location.column - 1)
    lines[at : at + 1] = [] if changed is None else [changed]
    _write(path, lines)


def _put(path: Path, problem: Diagnostic, found: "re.Match[str]") -> None:
    """Writes the word that is meant in the place of that which is marked, up to the end of its value."""

    def change(line: str, at: int) -> str:
        before, after = line[:at], line[at:]
        if problem.code in ("unknown-field", "unknown-setting", "read-as-meant"):
            return before + re.sub(r"^[\w-]+", found[1], after)
        wrong = re.match(r"[^\],]+", after) if "[" in before else re.match(r".*", after)
        return before + found[1] + after[wrong.end() if wrong else 0 :]

    _change_line(path, problem, change)


def _set(path: Path, problem: Diagnostic, found: "re.Match[str]") -> None:
    """Writes a whole line of settings."""
    _change_line(path, problem, lambda *_: found[1])


def _quote(path: Path, problem: Diagnostic, mark: str = '"') -> None:
    """Quotes the value of the line; of a group, the lines below it."""
    lines, at = _lines(path), problem.location.line - 1
    field, colon, value = lines[at].partition(":")
    end = at + 1
    while not value.strip() and end < len(lines) and lines[end].startswith(" "):
        value, end = lines[end], end + 1
    inner = value.strip().strip(mark).strip() if value.strip()[:1] == mark else value.strip()
    if not colon or not inner:
        # Nothing stands there to be quoted: the second half of the hint is meant, spaces for tabs.
        lines[at] = lines[at].replace("\t", "  ")
    else:
        lines[at:end] = [f"{field}: {mark}{inner.replace(mark, '')}{mark}"]
    _write(path, lines)


def _quote_or_outdent(path: Path, problem: Diagnostic, _: object) -> None:
    line = _lines(path)[problem.location.line - 1]
    if line.startswith(" "):
        _change_line(path, problem, lambda line, _: line.lstrip())
    else:
        _quote(path, problem)


def _delete_line(path: Path, problem: Diagnostic, _: object = None) -> None:
    _change_line(path, problem, lambda *_: None)


def _delete_field(path: Path, problem: Diagnostic, _: object = None) -> None:
    """The field with all that belongs to it."""
    lines, at = _lines(path), problem.location.line - 1
    end = at + 1
    while end < len(lines) and lines[end].startswith((" ", "-")) and not lines[end].startswith("---"):
        end += 1
    _write(path, lines[:at] + lines[end:])


def _unlist(path: Path, problem: Diagnostic, _: object) -> None:
    _change_line(path, problem, lambda line, _: line.replace("[", "").replace("]", ""))


def _raise_limit(path: Path, _problem: Diagnostic, found: "re.Match[str]") -> None:
    """Sets the limit higher than what is there, in site.toml beside the content; of a giant, keeps the first part."""
    if path.stat().st_size > 100_000_000:
        path.write_text(ANYTHING, encoding="utf-8")
        return
    settings = next(one for one in (path, *path.parents) if one.name == "content") / "site.toml"
    text = settings.read_text(encoding="utf-8") if settings.exists() else ""
    text = re.sub(rf"^{found[1]} *=.*\n?", "", text, flags=re.MULTILINE)
    line = f"{found[1]} = 100000000000\n"
    text = text.replace("[limits]\n", f"[limits]\n{line}") if "[limits]\n" in text else f"{text}\n[limits]\n{line}"
    settings.write_text(text, encoding="utf-8")


def _add_source(path: Path, problem: Diagnostic, found: "re.Match[str]") -> None:
    root = next(one for one in (path, *path.parents) if one.name == "content")
    (root / "sources").mkdir(exist_ok=True)
    (root / f"sources/{found[1]}.md").write_text("---\nkind: unknown\n---\n", encoding="utf-8")
    if found[2]:
        _change_line(path, problem, lambda line, at: line[:at] + found[2])


def _declare(path: Path, _problem: Diagnostic, found: "re.Match[str]") -> None:
    """Adds the field to the front matter."""
    lines = _lines(path)
    _write(path, [lines[0], found[1], *lines[1:]])


def _write_text(path: Path, _problem: Diagnostic, _: object) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\n" + ANYTHING, encoding="utf-8")


def _rename(path: Path, _problem: Diagnostic, _: object) -> None:
    path.rename(path.with_name(f"renamed-{path.stem.encode('ascii', 'ignore').decode()}{path.suffix}"))


def _rename_odd(path: Path, _problem: Diagnostic, _: object) -> None:
    """The name in the message is written out; what is meant is the only file with an odd one."""
    root = Path("content")
    odd = [one for one in root.iterdir() if not one.name.isprintable() or "\udce9" in one.name]
    odd[0].rename(root / f"renamed{path.suffix}")


def _rename_folder(path: Path, _problem: Diagnostic, _: object) -> None:
    path.parent.rename(path.parent.with_name(f"renamed-{path.parent.name}"))


def _remove(path: Path, _problem: Diagnostic, _: object) -> None:
    path.unlink()


def _clean(path: Path, _problem: Diagnostic, _: object) -> None:
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"\\x[01][0-9a-f]|\\e", "", text)
    path.write_text("".join(one for one in text if one in "\n\t" or ord(one) >= 32), encoding="utf-8")


def _convert(path: Path, _problem: Diagnostic, found: "re.Match[str]") -> None:
    path.write_text(path.read_bytes().decode(found[1]), encoding="utf-8")


def _three_hyphens(path: Path, _problem: Diagnostic, found: "re.Match[str]") -> None:
    lines = _lines(path)
    lines[int(found[1]) - 1] = "---"
    _write(path, lines)


def _end_front_matter(path: Path, _problem: Diagnostic, _: object) -> None:
    lines = _lines(path)
    end = next((at for at, line in enumerate(lines[1:], 1) if not re.match(r"\w+:", line)), len(lines))
    _write(path, [*lines[:end], "---", *lines[end:]])


def _yaml_of_toml(path: Path, _problem: Diagnostic, _: object) -> None:
    text = path.read_text(encoding="utf-8").replace("+++", "---")
    text = re.sub(r'^\{\n "(\w+)": "(.*)"\n\}', r"---\n\1: \2\n---", text)
    path.write_text(re.sub(r"^(\w+) = ", r"\1: ", text, flags=re.MULTILINE), encoding="utf-8")


def _title(path: Path, _problem: Diagnostic, _: object) -> None:
    """Writes a field where something else stood, whatever lines it took."""
    lines = _lines(path)
    end = lines.index("---", 1)
    _write(path, ["---", "title: The bill", *lines[end:]])


def _copy(path: Path, _problem: Diagnostic, _: object) -> None:
    target = path.resolve()
    path.unlink()
    if target.is_file():
        path.write_bytes(target.read_bytes() if path.suffix != ".toml" else b"")


def _replace_value(path: Path, problem: Diagnostic, _: object) -> None:
    """A text in the place of what is nested."""
    _change_line(path, problem, lambda line, _: (line.partition(":")[0] + ": water") if ":" in line else None)


def _choose(path: Path, problem: Diagnostic, found: "re.Match[str]") -> None:
    """The first of those that are listed; for a name that nothing is like, its line goes."""
    if problem.code in ("unknown-field", "unknown-setting"):
        _delete_field(path, problem)
    else:
        _put(path, problem, found)


def _reference(path: Path, problem: Diagnostic, _: object) -> None:
    """An article that is there, and is not this one."""
    root = next(one for one in (path, *path.parents) if one.name == "content")
    others = sorted(one.stem for one in root.glob("*.*") if one != path and one.suffix in (".md", ".txt"))
    _change_line(path, problem, lambda line, at: line[:at] + others[0])


def _move_setting(path: Path, problem: Diagnostic, found: "re.Match[str]") -> None:
    lines = _lines(path)
    moved = lines.pop(problem.location.line - 1)
    _write(path, [*lines, f"[{found[1]}]", moved, ""])


def _move_article(path: Path, _problem: Diagnostic, _: object) -> None:
    path.rename(next(one for one in path.parents if one.name == "content") / f"moved-{path.name}")


def _plain(path: Path, _problem: Diagnostic, _: object) -> None:
    path.rename(path.with_suffix(".txt"))


def _split(path: Path, _problem: Diagnostic, _: object) -> None:
    lines = _lines(path)
    path.with_name(f"second-{path.name}").write_text("\n".join(lines[len(lines) // 2 :]), encoding="utf-8")
    _write(path, lines[: len(lines) // 2])


def _fill(path: Path, _problem: Diagnostic, _: object) -> None:
    (path / "first.txt").write_text(ANYTHING, encoding="utf-8")


def _field_value(path: Path, problem: Diagnostic, _: object) -> None:
    """`field: value` out of words without a colon, on that line or the one before."""
    lines, at = _lines(path), problem.location.line - 1
    at = at if re.match(r"\w+ \w", lines[at]) else at - 1
    lines[at] = re.sub(r"^(\w+) ", r"\1: ", lines[at])
    _write(path, lines)


def _check_brackets(path: Path, problem: Diagnostic, _: object) -> None:
    """Closes what the line before opens, and quotes what holds quotation marks."""
    lines, at = _lines(path), problem.location.line - 1
    for one in (at - 1, at):
        if lines[one].count("[") > lines[one].count("]"):
            lines[one] += "]"
        elif lines[one].count('"') > 2:
            field, _, value = lines[one].partition(": ")
            lines[one] = f"{field}: {value.replace(chr(34), '')}"
        elif re.match(r" -\w", lines[one]):
            lines[one] = f"  - {lines[one][2:]}"
    _write(path, lines)


_RULES: tuple[tuple[str, Rule], ...] = (
    (r"did you mean `(.+)`\?", _put),
    (r"letters, digits.*, like `(.+)`", _put),
    (r"write it like `(\w+ = .+|\[\w+\])`$", _set),
    (r"(?:months go|years go).* write it like `([^`]+)`", _put),
    (r"(?:that month|hours go).* `([^`]+)`", _put),
    (r"write it (?:like|in full, like) `([^`]+)`", _put),
    (r"write its (?:code|ISO 3166 code of two letters), like `([^`]+)`", _put),
    (r"write `(true)` or", _put),
    (r"write `([\w-]+)`$", _put),
    (r"write one of: ([\w-]+)", _choose),
    (r"(?:the fields of .* are|known settings): (\w+)", _choose),
    (r"it belongs under `\[(\w+)\]`", _move_setting),
    (r"remove one of|remove this line|write the fields out|remove the field", _delete_field),
    (r"remove it, unless", _clean),
    (r"remove it from the folder", _remove),
    (r"put a copy of the file here", _copy),
    (r"check its permissions", _remove),
    (r"put (?:the value|it) in single", lambda path, problem, _: _quote(path, problem, "'")),
    (r"put the value in quotation marks if it holds a colon, and", _quote_or_outdent),
    (r"put (?:the value|it) in quotation marks|write the value out, or quote it", lambda p, d, _: _quote(p, d)),
    (r"put texts in quotation marks|write `=` after", lambda p, d, _: _change_line(p, d, _toml_line)),
    (r"close the quotation marks", lambda path, problem, _: _change_line(path, problem, lambda line, _: f'{line}"')),
    (r"write it in one line", _unlist),
    (r"write a text, or a list|write each text after", _replace_value),
    (r".*raise `(\w+)` under", _raise_limit),
    (r"add sources/(.+)\.md(?: with `name: .+`, and write `source: (.+)`)?", _add_source),
    (r".*leave it out", _delete_field),
    (r"write its text, or delete|write it below the front matter", _write_text),
    (r"rename one of the folders", _rename_folder),
    (r"rename the file", _rename_odd),
    (r"rename one of them", _rename),
    (r"(?:it looks like|if it reads well).* `iconv -f (\S+)", _convert),
    (r"declare `([a-z_]+: \S+)`", _declare),
    (r"save the page again where its text is shown", _write_text),
    (r"write three hyphens in line (\d+)", _three_hyphens),
    (r"end it with a line `---`", _end_front_matter),
    (r"write it as YAML", _yaml_of_toml),
    (r"write `title: \.\.\.`", _title),
    (r"name another article|write the id of an article", _reference),
    (r"describe the outlet in|write pages as", _move_article),
    (r"if it is no Markdown|save its text as \.txt", _plain),
    (r"if it is not one article, split it", _split),
    (r"put \.txt or \.md files into it", _fill),
    (r"write `field: value`", _field_value),
    (r"check the quotation marks and brackets", _check_brackets),
    (r"write `([\w-]+: .+)`$", _set),
)


def _toml_line(line: str, _: int) -> str:
    name, _sign, value = re.sub(r"^(\w+) *[:=] *", r"\1 = ", line).partition(" = ")
    return f'{name} = "{value.strip(chr(34))}"'
