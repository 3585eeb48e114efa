"""A small archive in which everything that a page can depend on is there to be changed."""

from pathlib import Path

from sitegen.pipeline.build import BuildOptions, BuildResult, build_site
from sitegen.publish.manifest import parse_manifest, with_withheld
from sitegen.publish.withheld import Withheld
from tests.build.test_build import archive

OPENING = (
    "The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office told reporters."
)
FIRST_LINE, LAST_LINE = "The paper of this island", "Write to us by the harbour"
"""Lines that recur in one source, and so are furniture there."""
GAZETTE = (
    "The ferry was late on Monday, since at nine o'clock nobody had come to cast off its lines from the pier.",
    "A new roof for the school will cost more than was thought, the council heard from its own engineer on Tuesday.",
    "Two boats came back from the banks without a fish, and their crews blamed the warm water of this long summer.",
    "The choir looks for tenors, and asks whoever can sing to come to the chapel before the end of the month.",
)
FILES = {
    "stories__lamp__story": "---\ntitle: The lamp\n---\nA note.\n",
    "stories__lamp__wire": f"""---
source: wire
published: 2031-04-01
---
{OPENING}

Forty people came.
""",
    "stories__lamp__courier": f"""---
source: courier
published: 2031-04-01T09:00Z
---
{OPENING}

Sixty people came, said the Bay Herald.
""",
    "found__one": f"""---
published: 2031-04-02
---
{OPENING}

Nobody came to see it, and the harbour office gave no reason for that at all.
""",
    "lone": """---
source: courier
title: Pell
---
Nothing of that kind happened in Pell, where the lamp has burned ever since.
""",
    "short": "---\nsource: wire\n---\nHoy vemos luz.\n",
    "controls": "---\nsource: wire\n---\nA text with a con\x01trol in it, which is warned of, and no more.\n",
    "sources__wire": "---\nname: Coast Wire\nlanguage: es\n---\n",
    "sources__courier": "---\nname: Courier\nkind: newspaper\n---\n",
    "sources__gazette": "---\nname: Holm Gazette\n---\n",
    **{
        f"edge{number}": f"---\nsource: gazette\ntitle: Paper {number}\n---\n{FIRST_LINE}\n\n{text}\n\n{LAST_LINE}\n"
        for number, text in enumerate(GAZETTE, start=1)
    },
}
SETTINGS = 'title = "Holm"\n'


def small_archive(folder: Path) -> Path:
    """Written into `folder`."""
    archive(folder, **FILES)
    (folder / "site.toml").write_text(SETTINGS, encoding="utf-8")
    return folder


def build(content: Path, output: Path, cache: Path | None = None, **options: object) -> BuildResult:
    """In this process, without search unless it is asked for."""
    given = {"workers": 1, "search": False, "cache": cache, **options}
    return build_site(content, output, BuildOptions(**given))  # type: ignore[arg-type]


def without_history(files: dict[str, bytes]) -> dict[str, bytes]:
    """A site without what its manifest says of earlier sites: that a text was taken down is no part of the content."""
    manifest = parse_manifest(files["manifest.json"])
    return {**files, "manifest.json": with_withheld(manifest, Withheld()).content}
