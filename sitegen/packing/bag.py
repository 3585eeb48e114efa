"""Bags (BagIt 1.0, RFC 8493) in a zip: made, and checked against their own manifests.

Nothing is compressed: every version of a library packs stored bytes the same.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from typing import BinaryIO

from sitegen.publish import Verification

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_PAYLOAD, _TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"
_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?(\S.*)")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can name: a clock would make other bytes of the same files."""
_REGULAR = 0o100644 << 16
_UNIX = 3
_LARGEST = 1 << 30
"""Bytes of a file in a bag that is checked."""


def make_bag(name: str, payload: Mapping[str, bytes], information: Iterable[tuple[str, str]]) -> bytes:
    """A zip of the folder `name`, with the payload in its `data/` and what `bag-info.txt` says of it."""
    size = sum(map(len, payload.values()))
    lines = [*information, ("Payload-Oxum", f"{size}.{len(payload)}")]
    tags = {
        "bagit.txt": _DECLARATION,
        "bag-info.txt": "".join(f"{label}: {' '.join(value.split())}\n" for label, value in lines).encode(),
        _PAYLOAD: _manifest({f"data/{path}": content for path, content in payload.items()}),
    }
    tags[_TAGS] = _manifest(tags)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        files = {**tags, **{f"data/{path}": payload[path] for path in sorted(payload)}}
        for path, content in files.items():
            member = zipfile.ZipInfo(f"{name}/{path}", _FIRST_DAY)
            member.external_attr, member.create_system = _REGULAR, _UNIX
            archive.writestr(member, content)
    return packed.getvalue()


def verify_bag(file: BinaryIO) -> Verification:
    """How a bag differs from its manifests. Raises ValueError for what is no bag."""
    try:
        with zipfile.ZipFile(file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            top = members[0].filename.partition("/")[0] if members else ""
            if f"{top}/bagit.txt" not in archive.namelist() or f"{top}/{_PAYLOAD}" not in archive.namelist():
                raise ValueError("no bag: it lacks bagit.txt or its manifest")
            digests = _digests(archive, members)
            listed = _listed(archive, top, _PAYLOAD) | _listed(archive, top, _TAGS)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError) as failure:
        raise ValueError(f"no bag: {str(failure) or 'it is damaged'}") from failure
    # The manifest of the tag files is listed in nothing.
    present = {path.removeprefix(f"{top}/"): digest for path, digest in digests.items()}
    present.pop(_TAGS, None)
    return Verification(
        changed=tuple(sorted(path for path, digest in listed.items() if path in present and present[path] != digest)),
        missing=tuple(sorted(listed.keys() - present.keys())),
        untracked=tuple(sorted(present.keys() - listed.keys())),
    )


def _manifest(files: Mapping[str, bytes]) -> bytes:
    lines = (f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return "".join(lines).encode()


def _digests(archive: zipfile.ZipFile, members: Iterable[zipfile.ZipInfo]) -> dict[str, str]:
    """The digest of each file; of one that is damaged, too large or there twice, none that a manifest could name."""
    digests: dict[str, str] = {}
    for member in members:
        path = member.filename
        if path in digests or member.file_size > _LARGEST:
            digests[path] = ""
            continue
        try:
            digests[path] = hashlib.sha256(archive.read(member)).hexdigest()
        except zipfile.BadZipFile:
            digests[path] = ""
    return digests


def _listed(archive: zipfile.ZipFile, top: str, manifest: str) -> dict[str, str]:
    """The files of a manifest with their digests; none where there is no such manifest, which is optional for tags."""
    name = f"{top}/{manifest}"
    if name not in archive.namelist() or archive.getinfo(name).file_size > _LARGEST:
        return {}
    lines = archive.read(name).decode("utf-8").splitlines()
    return {line[2]: line[1].lower() for text in lines if (line := _LINE.fullmatch(text))}
