"""The preview from its first build to Ctrl-C: builds, shows what came of it, and builds again after each change.

Says for the terminal what happens. What building means is left to the caller, connections to `server`, answers to
`handler`.
"""

import os
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import watchfiles

from sitegen.diagnostics import Location, SitegenError, error
from sitegen.serve.board import Board, ServedSite
from sitegen.serve.building import STYLEGUIDE, Build, Styleguide, built, listed
from sitegen.serve.desk import DESK, DeskSite
from sitegen.serve.handler import Handler
from sitegen.serve.server import Server, bracketed, listening

_MILLISECONDS_TO_LOOK = 50
"""How long Ctrl-C, and the first build, may have to wait for the watcher to come round."""


def serve(
    build: Build,
    *,
    folder: Path,
    watched: tuple[Path, ...],
    say: Callable[[str], None],
    host: str = "127.0.0.1",
    port: int = 8000,
    root: str = "/",
    stop: threading.Event | None = None,
    desk: DeskSite | None = None,
    styleguide: Styleguide | None = None,
) -> None:
    """Builds, serves and builds again at each change below the folders `watched`, until Ctrl-C or `stop`.

    `build` publishes into `folder`; while it returns errors or raises SitegenError, the last good site is served and
    its pages show why. Port 0 picks a free one. `say` gets lines for the terminal. Raises SitegenError
    [port-in-use], [cannot-listen] or [cannot-watch]. `desk` answers for the pages on which an editor decides about
    imported pages, as long as no other machine can reach the preview. `styleguide` shows the theme at `/styleguide/`.
    """
    board = Board(ServedSite(root=root))
    with listening(host, port, board, Handler, desk if _is_loopback(host) else None, styleguide) as server:
        try:
            for first in _occasions(watched, folder, stop or threading.Event()):
                board.show(built(build, lambda: listed(folder, root), board.site))
                if first:
                    _welcome(server, root, say)
                say(_outcome(board.site))
        except KeyboardInterrupt:
            return


def _welcome(server: Server, root: str, say: Callable[[str], None]) -> None:
    host = str(server.server_address[0])
    say(f"serving http://{bracketed(host)}:{server.server_port}{root} until Ctrl-C")
    if server.desk is not None:
        say(f"what imported pages are made of is decided at http://{bracketed(host)}:{server.server_port}{DESK}")
    if server.styleguide is not None:
        address = f"{root}{STYLEGUIDE.removeprefix('/')}"
        say(f"the theme with all its parts is at http://{bracketed(host)}:{server.server_port}{address}")
    if not _is_loopback(host):
        say("warning: whoever can reach this address can read the preview")


def _is_loopback(host: str) -> bool:
    return bool(re.fullmatch(r"127\.[\d.]+|::1|localhost", host))


def _outcome(site: ServedSite) -> str:
    if not site.problems:
        return f"built: {len(site.files)} files"
    return f"not built, problems: {len(site.problems)}" + ("; still showing the last good site" if site.build else "")


def _occasions(watched: tuple[Path, ...], folder: Path, stop: threading.Event) -> Iterator[bool]:
    """True once the folders are being watched, then False after each change. What `folder` holds is no change."""
    usual, own = watchfiles.DefaultFilter(), str(folder.resolve())
    changes = watchfiles.watch(
        *(path for path in watched if path.exists()),
        watch_filter=lambda change, path: usual(change, path) and not path.startswith(own + os.sep),
        stop_event=stop,
        rust_timeout=_MILLISECONDS_TO_LOOK,
        yield_on_timeout=True,
    )
    first = True
    try:
        for changed in changes:
            if first or changed:
                yield first
                first = False
    except (OSError, RuntimeError) as failure:
        hint = "set WATCHFILES_FORCE_POLLING=1 where the system cannot tell of changes"
        message = f"changes cannot be watched: {failure}"
        raise SitegenError(error("cannot-watch", message, Location(path="serve"), hint=hint)) from failure
