"""What static hosts take: files, sizes, headers, redirects. Asks no host; says before an upload what will not fit.

The figures are those that the hosts state for their free plans. A limit that a host does not state is not checked.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from sitegen.diagnostics import Diagnostic, Location, error, warning
from sitegen.frozen import dataclass
from sitegen.publish.manifest import Manifest, read_manifest

_MIB = 1024 * 1024
EMBEDS = "embed/"
"""The folder of the pages that other sites show in a frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A host, and what it takes at most; 0 for what it does not limit."""

    name: str
    files: int = 0
    files_in_folder: int = 0
    file_bytes: int = 0
    site_bytes: int = 0
    path_bytes: int = 0
    reads_headers: bool = True
    """Whether it obeys `_headers`."""
    reads_redirects: bool = True
    """Whether it obeys `_redirects`."""
    redirects: int = 0
    redirect_bytes: int = 0


HOSTS: Mapping[str, Host] = MappingProxyType(
    {
        "netlify": Host(name="Netlify", files_in_folder=54_000, redirects=10_000),
        "cloudflare": Host(
            name="Cloudflare Pages", files=20_000, file_bytes=25 * _MIB, redirects=2_000, redirect_bytes=100_000
        ),
        "github": Host(
            name="GitHub Pages",
            file_bytes=100 * _MIB,
            site_bytes=1_000_000_000,
            reads_headers=False,
            reads_redirects=False,
        ),
        "s3": Host(
            name="Amazon S3", file_bytes=5_000_000_000, path_bytes=1_024, reads_headers=False, reads_redirects=False
        ),
    }
)


def check_site(folder: Path, host: Host) -> tuple[Diagnostic, ...]:
    """What of the site in `folder` a host will not take, or not obey. Raises OSError or ValueError for no site."""
    return tuple(_problems(folder, read_manifest(folder.resolve()), host))


def _problems(folder: Path, manifest: Manifest, host: Host) -> Iterator[Diagnostic]:
    sizes = {path: entry.size for path, entry in manifest.entries.items()}
    count = len(sizes) + 1
    if host.files and count > host.files:
        message = f"the site has {count:,} files, and {host.name} takes {host.files:,}"
        yield _refused("host-files", folder, message, "publish the archive in two parts, or take another host")
    folders = Counter(path.rpartition("/")[0] for path in sizes)
    for name, inside in sorted(folders.items()):
        if host.files_in_folder and inside > host.files_in_folder:
            message = f"this folder has {inside:,} files, and {host.name} takes {host.files_in_folder:,} in one"
            yield _refused("host-files", folder / name, message, "publish the archive in two parts")
    for path, size in sorted(sizes.items()):
        if host.file_bytes and size > host.file_bytes:
            message = f"this file has {size:,} bytes, and {host.name} takes {host.file_bytes:,}"
            yield _refused(
                "host-file-size",
                folder / path,
                message,
                "lower `story_tokens` under `[comparing]`, or cut what it is made of",
            )
        if host.path_bytes and len(path.encode()) > host.path_bytes:
            message = f"this path has {len(path.encode()):,} bytes, and {host.name} takes {host.path_bytes:,}"
            yield _refused("host-path", folder / path, message, "lower `id_bytes` under `[limits]`")
    whole = sum(sizes.values())
    if host.site_bytes and whole > host.site_bytes:
        message = f"the site has {whole:,} bytes, and {host.name} takes {host.site_bytes:,}"
        yield _refused("host-site-size", folder, message, "publish the archive in two parts, or take another host")
    yield from _unheard(folder, sizes, host)


def _unheard(folder: Path, sizes: Mapping[str, int], host: Host) -> Iterator[Diagnostic]:
    """What a host takes and does not obey."""
    embeds = any(path.startswith(EMBEDS) for path in sizes)
    if embeds and not host.reads_headers:
        message = f"{host.name} does not read `_headers`, where `embed_in` is written: any site can frame any page"
        hint = "take another host, put a proxy in front that sends them, or leave it so: no page asks for a secret"
        yield warning("host-embeds", message, Location(path=str(folder / "embed")), hint=hint)
    if "_headers" in sizes and not host.reads_headers:
        message = (
            f"{host.name} does not read `_headers`: each page carries its policy itself, but it can be framed by "
            "others, and assets are not kept as long as they may be"
        )
        hint = "put a host or a proxy in front that sends them, or leave it so"
        yield warning("host-headers", message, Location(path=str(folder / "_headers")), hint=hint)
    redirects = folder / "_redirects"
    if "_redirects" not in sizes:
        return
    rules = [line for line in redirects.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    if not host.reads_redirects:
        message = f"{host.name} does not read `_redirects`: a page at each old address leads to the new one instead"
        hint = "leave it so, or set the redirects where the host has a place for them"
        yield warning("host-redirects", message, Location(path=str(redirects)), hint=hint)
    elif (host.redirects and len(rules) > host.redirects) or (
        host.redirect_bytes and sizes["_redirects"] > host.redirect_bytes
    ):
        most = f"{host.redirects:,} rules" + (f" in {host.redirect_bytes:,} bytes" if host.redirect_bytes else "")
        message = f"there are {len(rules):,} redirects in {sizes['_redirects']:,} bytes, and {host.name} obeys {most}"
        hint = "take out those of the oldest addresses: what is too much is left out by the host without a word"
        yield _refused("host-redirects-many", redirects, message, hint)


def _refused(code: str, place: Path, message: str, hint: str) -> Diagnostic:
    return error(code, message, Location(path=str(place)), hint=hint)
