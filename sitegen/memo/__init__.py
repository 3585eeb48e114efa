"""One mechanism for all that is remembered: tasks, the table of what they made, blobs, codecs. Knows no stage.

A value is remembered under the digest of what it was made of. The output of a build is the same with it and without.
"""

from sitegen.memo.blobs import Store, open_store
from sitegen.memo.codec import (
    Codec,
    LostValue,
    as_json,
    from_plain,
    json_codec,
    pack,
    parse_json,
    plain,
    unpack,
    values_from_plain,
)
from sitegen.memo.entries import Entries, entry_key
from sitegen.memo.keys import key_for, library_versions, tool_digest
from sitegen.memo.shelf import Columns, ColumnShelf, open_shelf
from sitegen.memo.table import Memo
from sitegen.memo.task import ChainStep, Item, Outcome, Task

__all__ = [
    "ChainStep",
    "Codec",
    "ColumnShelf",
    "Columns",
    "Entries",
    "Item",
    "LostValue",
    "Memo",
    "Outcome",
    "Store",
    "Task",
    "as_json",
    "entry_key",
    "from_plain",
    "json_codec",
    "key_for",
    "library_versions",
    "open_shelf",
    "open_store",
    "pack",
    "parse_json",
    "plain",
    "tool_digest",
    "unpack",
    "values_from_plain",
]
