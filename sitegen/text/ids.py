"""Makes the id of an article, source or story from its path. Knows nothing of files.

An id is stable, fit for an address and for a file name on every host, and distinct from every other id even where
case or composed letters do not count.
"""

import hashlib
import re
import unicodedata

_RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE | re.DOTALL)
"""Names that Windows keeps for devices, whatever follows their first dot."""

_PLAIN = re.compile(r"[A-Za-z0-9_.-]+")
_HASH_LENGTH = 8


def id_of_path(path: str, longest: int) -> str:
    """The id for a path below the content folder, without its suffix; at most `longest` bytes of UTF-8.

    A path that lost characters gets a hash, so that `a?` and `a!` stay two articles; lost spaces are no loss.
    """
    path = unicodedata.normalize("NFC", path)
    name = path.removeprefix("stories/").replace("/", "-")
    kept = name if _PLAIN.fullmatch(name) else "".join(letter if _is_allowed(letter) else " " for letter in name)
    lost = any(before != after for before, after in zip(name, kept, strict=True) if not before.isspace())
    trimmed = _trimmed(re.sub(r"[\s-]+", "-", kept))
    if trimmed and not lost and len(trimmed.encode()) <= longest and not _RESERVED.fullmatch(trimmed):
        return trimmed
    mark = hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]
    start = trimmed.encode()[: max(0, longest - _HASH_LENGTH - 1)].decode("utf-8", "ignore")
    # What follows the first dot does not free a reserved name, so a hash alone would not.
    start = start.replace(".", "-") if _RESERVED.fullmatch(start) else start
    return "-".join(part for part in (_trimmed(start), mark) if part)


def collision_key(identifier: str) -> str:
    """Equal for two ids that some file system, host or reader takes for the same."""
    folded = unicodedata.normalize("NFKC", identifier).casefold()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFC", folded))


def _is_allowed(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd" or character in "_-."


def _trimmed(name: str) -> str:
    return name.strip("-.")
