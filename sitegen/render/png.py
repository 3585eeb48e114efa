"""Writes PNG pictures of at most 16 colours, byte for byte the same on any machine.

Neither Pillow's encoder nor Python's zlib promises that: what they compress to depends on the library that they were
built with. Here it is run lengths and the fixed codes of DEFLATE (RFC 1951), which are enough for text on a ground.
"""

import struct
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_UP = 2
"""The filter that subtracts the line above: what goes on from line to line is zero."""
_LONGEST_RUN, _SHORTEST_RUN = 258, 3
_END_OF_BLOCK = 256


def png_of(pixels: NDArray[np.uint8], palette: Sequence[tuple[int, int, int]]) -> bytes:
    """A picture of indexes of at most 16 colours; its width is even."""
    height, width = pixels.shape
    packed = (pixels[:, 0::2] << 4) | pixels[:, 1::2]
    above = np.vstack([np.zeros((1, packed.shape[1]), np.uint8), packed[:-1]])
    lines = np.hstack([np.full((height, 1), _UP, np.uint8), packed - above]).tobytes()
    header = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
    colours = b"".join(bytes(colour) for colour in palette)
    parts = ((b"IHDR", header), (b"PLTE", colours), (b"IDAT", _zlib_stream(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, *zip(*parts, strict=True)))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _zlib_stream(data: bytes) -> bytes:
    return b"\x78\x01" + _deflated(data) + struct.pack(">I", zlib.adler32(data))


def _deflated(data: bytes) -> bytes:
    """One block of DEFLATE: literals, and repetitions of the byte before."""
    values, lengths = [0b011], [3]

    def put(code: tuple[int, int]) -> None:
        values.append(code[0])
        lengths.append(code[1])

    signs = np.frombuffer(data, np.uint8)
    starts = np.flatnonzero(np.concatenate(([True], signs[1:] != signs[:-1])))
    counts = np.diff(np.append(starts, len(signs)))
    for sign, count in zip(signs[starts].tolist(), counts.tolist(), strict=True):
        put(_CODES[sign])
        left = count - 1
        while left >= _SHORTEST_RUN:
            run = min(left, _LONGEST_RUN)
            for code in _RUNS[run]:
                put(code)
            left -= run
        for _ in range(left):
            put(_CODES[sign])
    put(_CODES[_END_OF_BLOCK])
    sizes = np.array(lengths)
    ends = np.cumsum(sizes)
    place = np.arange(ends[-1]) - np.repeat(ends - sizes, sizes)
    bits = (np.repeat(np.array(values), sizes) >> place) & 1
    return np.packbits(bits.astype(np.uint8), bitorder="little").tobytes()


def _reversed(code: int, length: int) -> tuple[int, int]:
    """A code with its first bit last, as DEFLATE writes Huffman codes, and its length."""
    return int(f"{code:0{length}b}"[::-1], 2), length


def _code_of(symbol: int) -> tuple[int, int]:
    """The fixed code of a literal or length (RFC 1951, 3.2.6)."""
    if symbol < 144:
        return _reversed(0x30 + symbol, 8)
    if symbol < 256:
        return _reversed(0x190 + symbol - 144, 9)
    return _reversed(symbol - 256, 7) if symbol < 280 else _reversed(0xC0 + symbol - 280, 8)


def _run_of(length: int) -> tuple[tuple[int, int], ...]:
    """The codes for a repetition of so many bytes at distance 1 (RFC 1951, 3.2.5)."""
    distance = (0, 5)
    if length == _LONGEST_RUN:
        return _code_of(285), distance
    if length < 11:
        return _code_of(254 + length), distance
    bits = (length - 3).bit_length() - 3
    group, extra = divmod(length - 3 - (4 << bits), 1 << bits)
    return _code_of(261 + 4 * bits + group), (extra, bits), distance


_CODES = {symbol: _code_of(symbol) for symbol in range(288)}
_RUNS = {length: _run_of(length) for length in range(_SHORTEST_RUN, _LONGEST_RUN + 1)}
