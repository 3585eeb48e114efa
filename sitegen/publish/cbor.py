"""The part of CBOR (RFC 8949) that Pagefind's index files are made of: whole numbers, texts, arrays."""

Item = int | str | list["Item"]

_NUMBER, _NEGATIVE, _TEXT, _ARRAY = 0, 1, 3, 4


def decode(content: bytes) -> Item:
    """Raises ValueError for anything else than one item of those kinds."""
    try:
        item, end = _item(content, 0)
    except IndexError as failure:
        raise ValueError("the data ends too early") from failure
    if end != len(content):
        raise ValueError("data follows the item")
    return item


def encode(item: Item) -> bytes:
    """In the shortest form."""
    if isinstance(item, int):
        return _head(_NUMBER, item) if item >= 0 else _head(_NEGATIVE, -1 - item)
    if isinstance(item, str):
        content = item.encode()
        return _head(_TEXT, len(content)) + content
    return _head(_ARRAY, len(item)) + b"".join(map(encode, item))


def _item(content: bytes, at: int) -> tuple[Item, int]:
    kind, short = divmod(content[at], 32)
    number, at = _argument(content, at + 1, short)
    if kind == _NUMBER:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if kind == _TEXT:
        return content[at : at + number].decode(), at + number
    if kind != _ARRAY:
        raise ValueError(f"unexpected kind {kind}")
    items: list[Item] = []
    for _ in range(number):
        item, at = _item(content, at)
        items.append(item)
    return items, at


def _argument(content: bytes, at: int, short: int) -> tuple[int, int]:
    if short < 24:
        return short, at
    if short > 27:
        raise ValueError("an item of no stated length")
    end = at + (1 << (short - 24))
    return int.from_bytes(content[at:end]), end


def _head(kind: int, number: int) -> bytes:
    if number < 24:
        return bytes([kind << 5 | number])
    width = next(width for width in (1, 2, 4, 8) if number < 1 << 8 * width)
    return bytes([kind << 5 | 23 + width.bit_length()]) + number.to_bytes(width)
