"""A local model of meaning: a table of vectors for pieces of words. Nothing is ever fetched.

A folder holds `model.safetensors`, with a table `embeddings` or `embedding.weight`, and `tokenizer.json`, as model2vec
and sentence-transformers save their static models. The meaning of a text is the mean of its pieces.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sitegen.diagnostics import Diagnostic, Location, error
from sitegen.distribution import install_command

_TABLE, _PIECES = "model.safetensors", "tokenizer.json"
_NAMES = ("embeddings", "embedding.weight")


@dataclass(frozen=True)
class StaticModel:
    """A model that was opened. Its table is read when the first text comes."""

    name: str
    """Of its folder, as readers are told it."""
    digest: str
    """SHA-256 of both files, in hexadecimal."""
    table: Path
    pieces: Any
    """The tokenizer."""
    unknown: int | None
    """The piece that stands for what the model does not know."""

    def vectors(self, texts: Iterable[str]) -> Iterator[NDArray[np.float32]]:
        """The meaning of each text: of length 1, or 0 where it knows no piece of it."""
        for text in texts:
            ids = np.array(self.pieces.encode(text, add_special_tokens=False).ids, dtype=np.int64)
            yield self._mean(ids[ids != self.unknown] if self.unknown is not None else ids)

    def _mean(self, ids: NDArray[np.int64]) -> NDArray[np.float32]:
        rows, weights, mapping = self._loaded
        if not len(ids):
            return np.zeros(rows.shape[1], dtype=np.float32)
        # In double precision, so that the order of additions cannot show.
        vectors = rows[ids if mapping is None else mapping[ids]].astype(np.float64)
        total = (vectors if weights is None else vectors * weights[ids].astype(np.float64)[:, None]).sum(axis=0)
        length = float(np.sqrt(total @ total))
        mean: NDArray[np.float32] = (total / length if length else total).astype(np.float32)
        return mean

    @cached_property
    def _loaded(self) -> tuple[NDArray[Any], NDArray[Any] | None, NDArray[Any] | None]:
        """The table, the weight of each piece, and the row of each, where it has them."""
        from safetensors.numpy import load_file

        tensors = load_file(self.table)
        return next(tensors[name] for name in _NAMES if name in tensors), tensors.get("weights"), tensors.get("mapping")


def open_model(content: Path, given: str, place: Location, line: str) -> tuple[StaticModel | None, Diagnostic | None]:
    """The model in the folder that site.toml names, relative to the content folder; or why there is none."""
    folder, width = content / given, len("model")
    for name in (_TABLE, _PIECES):
        if not (folder / name).is_file():
            where = "the folder of the model" if folder.is_dir() else "there is no such folder, and it"
            message = f"`grouping.model` is {given!r}: {where} should hold {name}"
            hint = "remove this line, or put a static model there; the path begins at the content folder"
            return None, error("no-model", message, place, line=line, width=width, hint=hint)
    try:
        import safetensors.numpy  # noqa: F401
        import tokenizers  # noqa: F401
    except ImportError:
        message = "`grouping.model` needs libraries that are not installed"
        hint = f"remove this line, or install them: `{install_command('semantic')}`"
        return None, error("model-library", message, place, line=line, width=width, hint=hint)
    try:
        return _opened(folder), None
    # Both libraries raise what they like, and mean that the file is not what it should be.
    except Exception as failure:
        reason = " ".join(str(failure).split())[:160]
        message = f"`grouping.model` is {given!r}, which is no static model: {reason}"
        hint = (
            "remove this line, or name a static model as model2vec saves it: a table of vectors and a tokenizer for it"
        )
        return None, error("bad-model", message, place, line=line, width=width, hint=hint)


def _opened(folder: Path) -> StaticModel:
    from safetensors import safe_open
    from tokenizers import Tokenizer

    table = folder / _TABLE
    with safe_open(table, framework="numpy") as tensors:
        names = set(tensors.keys())
        chosen = next((name for name in _NAMES if name in names), "")
        if not chosen:
            raise ValueError(f"{_TABLE} has no table called {' or '.join(_NAMES)}")
        part = tensors.get_slice(chosen)
        rows, kind = part.get_shape(), part.get_dtype()
        counted = tensors.get_slice("mapping").get_shape()[0] if "mapping" in names else rows[0]
        if "weights" in names and tensors.get_slice("weights").get_shape()[0] < counted:
            raise ValueError(f"{_TABLE} has fewer weights than vectors")
    if len(rows) != 2 or kind not in ("F32", "F16", "F64", "I8"):
        raise ValueError(f"{_TABLE} has a table of {kind} with {len(rows)} dimensions")
    pieces = Tokenizer.from_file(str(folder / _PIECES))
    if pieces.get_vocab_size() > counted:
        raise ValueError(f"{_PIECES} knows {pieces.get_vocab_size():,} pieces, {_TABLE} has vectors for {counted:,}")
    pieces.no_truncation()
    pieces.no_padding()
    described = json.loads((folder / _PIECES).read_text("utf-8"))["model"]
    unknown = described.get("unk_id")
    if unknown is None and described.get("unk_token"):
        unknown = pieces.token_to_id(described["unk_token"])
    return StaticModel(name=folder.resolve().name, digest=_digest(folder), table=table, pieces=pieces, unknown=unknown)


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in (_TABLE, _PIECES):
        with (folder / name).open("rb") as file:
            part = hashlib.file_digest(file, "sha256")
        digest.update(part.digest())
    return digest.hexdigest()
