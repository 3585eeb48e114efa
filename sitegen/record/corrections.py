"""corrections.toml: what the editor corrected, each at the claim that it is about.

    [[correction]]
    story = "ferry"
    claim = "c-1a2b3c4d5e"
    date = "2031-05-02"
    text = "The figure was read from the caption of another picture."

`claim` is the id that the link to report a claim carries: of a change, or of a sentence. Without it the correction
belongs to the story.
"""

import tomllib
from collections.abc import Mapping
from datetime import date

from sitegen.diagnostics import Diagnostic, Location, error
from sitegen.model import Correction, Moment

CORRECTIONS = "corrections.toml"
_EXAMPLE = 'write it like `[[correction]]`, then `story = "ferry"`, `date = "2031-05-02"` and `text = "..."`'
_FIELDS = ("story", "claim", "date", "text")
_NEEDED = ("story", "date", "text")


def parse_corrections(text: str, path: str) -> tuple[dict[str, tuple[Correction, ...]], tuple[Diagnostic, ...]]:
    """The corrections of each story, newest first; those that are wrong are left out, with what is wrong."""
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as failure:
        reason = " ".join(str(failure).split()).lower() or "it is nested too deep"
        return {}, (_wrong(path, f"this is not valid TOML: {reason}"),)
    entries = table.get("correction", [])
    problems = [_wrong(path, f"`{name}` is not a field of this file") for name in table if name != "correction"]
    corrections: dict[str, list[Correction]] = {}
    for number, entry in enumerate(entries if isinstance(entries, list) else [entries], start=1):
        reason = _reason(entry)
        if reason:
            problems.append(_wrong(path, f"correction {number}: {reason}"))
            continue
        correction = Correction(
            claim=entry.get("claim", ""),
            moment=Moment(day=date.fromisoformat(entry["date"])),
            text=entry["text"].strip(),
        )
        corrections.setdefault(entry["story"], []).append(correction)
    ordered = {
        story: tuple(sorted(members, key=lambda correction: correction.moment.order, reverse=True))
        for story, members in corrections.items()
    }
    return ordered, tuple(problems)


def _reason(entry: object) -> str:
    """What is wrong with an entry; empty for nothing."""
    if not isinstance(entry, Mapping):
        return "it is no table"
    unknown = [name for name in entry if name not in _FIELDS]
    if unknown:
        return f"`{unknown[0]}` is not a field of a correction"
    for name in _NEEDED:
        if not (isinstance(entry.get(name), str) and entry[name].strip()):
            return f"`{name}` must be text in quotation marks"
    if not isinstance(entry.get("claim", ""), str):
        return "`claim` must be text in quotation marks"
    try:
        return (
            ""
            if date.fromisoformat(entry["date"]).isoformat() == entry["date"]
            else '`date` must be a day like "2031-05-02"'
        )
    except ValueError:
        return '`date` must be a day like "2031-05-02"'


def _wrong(path: str, message: str) -> Diagnostic:
    return error("bad-correction", message, Location(path=path), hint=_EXAMPLE)
