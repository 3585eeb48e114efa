"""`sitegen sources`"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli import console
from sitegen.cli.options import content_argument
from sitegen.cli.terminal_text import safe
from sitegen.diagnostics import has_errors

if TYPE_CHECKING:
    from sitegen.importing import HostOutlet


def _accepted(_context: click.Context, _option: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    accepted = {}
    for pair in pairs:
        host, equals, name = pair.partition("=")
        if not (equals and host.strip() and name.strip()):
            raise click.BadParameter(f"`{safe(pair)}` is no host and name; write `--accept example.org='The Example'`")
        accepted[host.strip().lower().removeprefix("www.")] = name.strip()
    return accepted


@click.command(epilog="Exit codes: 0 told or written, 1 refused because of the content, 2 wrong usage.")
@content_argument
@click.option("--write", is_flag=True, help="Write a source for each host that its pages settle, and name it in them.")
@click.option(
    "--accept",
    multiple=True,
    callback=_accepted,
    metavar="HOST=NAME",
    help="Write a source of this name for a host; the name is yours.",
)
def sources(content: Path, write: bool, accept: dict[str, str]) -> None:
    """Tells which outlet each host of the imported pages in CONTENT is, and why. Writes nothing unless told to.

    \b
    Example:
      sitegen sources archive
      sitegen sources archive --write
      sitegen sources archive --accept example.org='The Example'
    """
    from sitegen.importing import Shelf, declare, host_outlets, with_accepted
    from sitegen.read.archive import read_sources

    with console.told():
        hosts, diagnostics = host_outlets(content)
        if has_errors(diagnostics):
            console.refuse(diagnostics)
        hosts = with_accepted(content, hosts, accept)
        for outlet in hosts:
            click.echo("\n".join(_told(outlet)))
        click.echo(_summary(hosts))
        chosen = [outlet for outlet in hosts if write or outlet.host in accept or outlet.same_as in accept]
        if not chosen:
            return
        config, known, _ = read_sources(content)
        written, problems = declare(Shelf(content, config, dict(known)), chosen)
    for proposal in written.sources:
        click.echo(f"{content / proposal.path}: a new source, {safe(proposal.name)}")
    for path, source in written.articles:
        click.echo(f"{safe(str(content / path))}: source: {source}")
    if has_errors(problems):
        console.refuse((*diagnostics, *problems))
    console.tell((*diagnostics, *problems))


def _told(outlet: "HostOutlet") -> Iterator[str]:
    """Lines about one host."""
    pages = console.count(outlet.pages, "page", "pages")
    if outlet.source:
        yield f"{safe(outlet.shown_host)} > {safe(outlet.source)}: {outlet.reason} ({pages})"
    elif outlet.name:
        yield f"{safe(outlet.shown_host)} > {safe(outlet.name)}, no source yet: {safe(outlet.reason)} ({pages})"
    else:
        yield f"{safe(outlet.shown_host)} > not settled: {safe(outlet.reason)} ({pages})"
    for name in outlet.names if len(outlet.names) > 1 else ():
        yield f"  {safe(name.text)}"
    foreign = [(source, number) for source, number in outlet.declared if source != outlet.source]
    for source, number in foreign:
        yield f"  {console.count(number, 'article names', 'articles name')} another source: {safe(source)}"


def _summary(hosts: tuple["HostOutlet", ...]) -> str:
    there = sum(1 for outlet in hosts if outlet.source)
    settled = sum(1 for outlet in hosts if outlet.name and not outlet.source)
    parts = [f"{there} with a source", f"{settled} that `--write` would give one"]
    if unsettled := len(hosts) - there - settled:
        parts.append(f"{unsettled} not settled, for `--accept HOST=NAME`")
    return f"{console.count(len(hosts), 'host', 'hosts')}: {', '.join(parts)}"
