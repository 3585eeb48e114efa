"""`sitegen new`"""

from pathlib import Path

import click

from sitegen.cli import console
from sitegen.cli.host_files import files_for, wheel_remark
from sitegen.cli.starters import STARTERS, starter_files
from sitegen.diagnostics import Location, error
from sitegen.distribution import distribution_name

_SETTINGS = "site.toml"


@click.command(epilog="Exit codes: 0 made, 1 there is something already, 2 wrong usage.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("files", metavar="[FILE]...", nargs=-1)
@click.option("--from", "is_from_files", is_flag=True, help="Make it of each FILE instead, as `sitegen add` does.")
@click.option(
    "--host",
    type=click.Choice(["netlify", "cloudflare", "github", "s3"]),
    help="Also write what that host needs; the archive is then in DIR/content.",
)
@click.option(
    "--language",
    type=click.Choice(list(STARTERS)),
    default="en",
    show_default=True,
    help="Of the site and its starter texts.",
)
@click.pass_context
def new(
    context: click.Context,
    folder: Path,
    files: tuple[str, ...],
    is_from_files: bool,
    host: str | None,
    language: str,
) -> None:
    """Makes an archive in DIR: a starter with one story, or settings and the articles of your own files.

    The starter holds settings, two sources, one story in two copies and a page, to be replaced by your own. Asks
    nothing.

    \b
    Example:
      sitegen new archive
      sitegen new archive --host netlify --language fr
      sitegen new archive --from export.docx saved-pages/
    """
    if bool(files) != is_from_files:
        raise click.UsageError("say `--from` and the files, or neither: `sitegen new DIR --from FILE...`")
    place = Location(path=str(folder))
    content = folder / "content" if host else folder
    starter = {name: text for name, text in starter_files(language).items() if name == _SETTINGS or not files}
    written = {content / path: text for path, text in starter.items()}
    if host:
        of_host = files_for(host, distribution_name())
        written |= {folder / path: text for path, text in of_host.items()}
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            message = "there is something here already, and nothing is overwritten"
            console.refuse([error("not-empty", message, place, hint="name a folder that does not exist yet")])
        for path, text in written.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            if text.startswith("#!"):
                path.chmod(0o755)
    except OSError as failure:
        console.refuse([error("cannot-write", f"cannot write here: {failure.strerror}", place)])
    if files:
        from sitegen.cli.add import add

        # What could be added stays, and what was refused is told, as with `sitegen add`.
        context.invoke(add, files=files, content=content, sources=True)
    if host and (remark := wheel_remark(str(folder), distribution_name())):
        click.echo(remark)
    click.echo(f"made {folder}; next: sitegen build {content}")
