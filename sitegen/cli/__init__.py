"""The command line: one module a command, and the only place that prints or exits."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module

import click

from sitegen import __version__

_EXIT_CODES = """\b
Exit codes: 0 done, 1 refused because of the content (nothing published has changed), 2 wrong usage."""


class _Commands(MutableMapping[str, click.Command]):
    """The commands by name. The module of one is imported when it is asked for: most builds have nothing to do."""

    _names = (
        "build",
        "check",
        "group",
        "compare",
        "serve",
        "new",
        "add",
        "sources",
        "rollback",
        "verify",
        "publish",
        "withdraw",
        "edition",
        "export",
    )

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._names:
            raise KeyError(name)
        command: click.Command = getattr(import_module(f"sitegen.cli.{name}"), name)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __setitem__(self, name: str, command: click.Command) -> None:
        raise TypeError("commands are modules of sitegen.cli")

    def __delitem__(self, name: str) -> None:
        raise TypeError("commands are modules of sitegen.cli")


@click.group(
    commands=_Commands(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EXIT_CODES,
)
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Builds a source-comparison archive: who took what from whom, and what did each outlet change?

    \b
    Example:
      sitegen new archive
      sitegen build archive --output public
    """
    from sitegen.cli import console

    click.get_current_context().with_resource(console.ended_cleanly())
