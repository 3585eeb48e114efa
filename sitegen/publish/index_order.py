"""Makes a Pagefind index the same bytes every time: the same pages, the same files under the same names.

Pagefind 1.5.2 writes three things in the order of a hash table that it seeds anew in each run: the languages in
pagefind-entry.json, the filters in each `.pf_meta`, and the values in each `.pf_filter`. The names of the last two
hold a hash of their content, so all that name them differ too. (Words, pages and fragments are in order; later
versions of Pagefind sort the rest as well, and then this changes names only.)

What is rewritten is not compressed again: compressed bytes depend on the zlib that Python was built with. Pagefind
reads a file that begins with its signature as it is.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping

from sitegen.publish import cbor

_SIGNATURE = b"pagefind_dcd"
_ENTRY = "pagefind-entry.json"
_FILTERS = 3
"""Where the pairs of filter and hash stand in a `.pf_meta`."""


def in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same index with its languages, filters and values sorted. Raises ValueError for an unknown layout."""
    sorted_files = {path: files[path] for path in files if not path.endswith((".pf_meta", ".pf_filter"))}
    entry = json.loads(files[_ENTRY])
    for code, language in entry["languages"].items():
        meta = _unpacked(files[f"pagefind.{language['hash']}.pf_meta"])
        if not isinstance(meta, list) or not isinstance(filters := meta[_FILTERS], list):
            raise ValueError("its index has an unknown layout")
        meta[_FILTERS] = [_filter(code, pair, files, sorted_files) for pair in sorted(filters, key=str)]
        content, language["hash"] = _packed(code, meta)
        sorted_files[f"pagefind.{language['hash']}.pf_meta"] = content
    entry["languages"] = dict(sorted(entry["languages"].items()))
    sorted_files[_ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return sorted_files


def _filter(code: str, pair: cbor.Item, files: Mapping[str, bytes], sorted_files: dict[str, bytes]) -> cbor.Item:
    """Stores the filter that `pair` names, its values sorted, and returns the pair with its new hash."""
    match pair:
        case [str(name), str(hash_)]:
            index = _unpacked(files[f"filter/{hash_}.pf_filter"])
        case _:
            raise ValueError("its index has an unknown layout")
    match index:
        case [str(), list() as values]:
            content, hash_ = _packed(code, [name, sorted(values, key=_value)])
        case _:
            raise ValueError("its filter has an unknown layout")
    sorted_files[f"filter/{hash_}.pf_filter"] = content
    return [name, hash_]


def _value(item: cbor.Item) -> str:
    match item:
        case [str(value), list()]:
            return value
    raise ValueError("its filter has an unknown layout")


def _unpacked(content: bytes) -> cbor.Item:
    return cbor.decode(gzip.decompress(content).removeprefix(_SIGNATURE))


def _packed(code: str, item: cbor.Item) -> tuple[bytes, str]:
    content = cbor.encode(item)
    return _SIGNATURE + content, f"{code}_{hashlib.sha256(content).hexdigest()[:16]}"
