"""`sitegen new`"""

from pathlib import Path

import click

from sitegen.cli import console
from sitegen.diagnostics import Location, error

_SETTINGS = "site.toml"
_STARTER = {
    _SETTINGS: """\
title = "My archive"
base_url = "https://example.org/"
""",
    "sources/north-agency.md": """\
---
name: North Agency
kind: agency
language: en
---
An invented agency. Replace it with the outlets of your archive.
""",
    "sources/morning-paper.md": """\
---
name: Morning Paper
kind: newspaper
language: en
---
An invented newspaper.
""",
    "stories/lighthouse/story.md": """\
---
title: The lighthouse is lit again
---
Write here what a reader should know about this story.
""",
    "stories/lighthouse/agency.md": """\
---
title: Lighthouse lit again after nine years
source: north-agency
published: 2025-05-02T07:00:00Z
---
HOLM, May 2 (NA) – The lighthouse at Holm was lit on Friday for the first time in nine years, the harbour office said.

“We had forgotten how far it reaches,” said Ina Dahl, 58, who keeps the slipway below it.

The lamp was put out in 2016 to save 4,000 crowns a year.
""",
    "stories/lighthouse/paper.md": """\
---
title: Holm has its light back
source: morning-paper
published: 2025-05-02T11:30:00Z
---
The lighthouse at Holm was lit on Friday for the first time in almost a decade, the harbour office confirmed.

“We had forgotten how far it shines,” said Ina Dahl, who keeps the slipway below it.
""",
}


@click.command(epilog="Exit codes: 0 made, 1 there is something already, 2 wrong usage.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--from", "is_from_files", is_flag=True, help="Make it of each FILE instead, as `sitegen add` does.")
@click.pass_context
def new(context: click.Context, folder: Path, files: tuple[str, ...], is_from_files: bool) -> None:
    """Makes an archive in DIR: a starter with one story, or settings and the articles of your own files.

    The starter holds settings, two sources and one story in two copies, to be replaced by your own. Asks nothing.

    \b
    Example:
      sitegen new archive
      sitegen new archive --from export.docx saved-pages/
      sitegen build archive
    """
    if bool(files) != is_from_files:
        raise click.UsageError("say `--from` and the files, or neither: `sitegen new DIR --from FILE...`")
    place = Location(path=str(folder))
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            message = "there is something here already, and nothing is overwritten"
            console.refuse([error("not-empty", message, place, hint="name a folder that does not exist yet")])
        starter = {name: text for name, text in _STARTER.items() if name == _SETTINGS or not files}
        for path, text in starter.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    except OSError as failure:
        console.refuse([error("cannot-write", f"cannot write here: {failure.strerror}", place)])
    if files:
        from sitegen.cli.add import add

        # What could be added stays, and what was refused is told, as with `sitegen add`.
        context.invoke(add, files=files, content=folder, sources=True)
    click.echo(f"made {folder}; next: sitegen build {folder}")
