"""The command line: one module a command, and the only place that prints or exits."""

import click

from sitegen import __version__
from sitegen.cli.add import add
from sitegen.cli.build import build
from sitegen.cli.check import check
from sitegen.cli.compare import compare
from sitegen.cli.group import group
from sitegen.cli.new import new
from sitegen.cli.serve import serve
from sitegen.cli.verify import verify

_EXIT_CODES = """\b
Exit codes: 0 done, 1 refused because of the content (nothing published has changed), 2 wrong usage."""


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=_EXIT_CODES)
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Builds a source-comparison archive: who took what from whom, and what did each outlet change?

    \b
    Example:
      sitegen new archive
      sitegen build archive --output public
    """


for command in (build, check, group, compare, serve, new, add, verify):
    main.add_command(command)
