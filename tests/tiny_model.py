"""A static model made on the spot: a few words of two invented languages, each pair with one vector."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file

PAIRS = (
    "blixo tarn",
    "vemu sholk",
    "dranta ipel",
    "oskim mufra",
    "pelu gantri",
    "rosk eltima",
    "fenno wadul",
    "zuri kob",
)
"""A word and what it is in the other language."""
ONE = "Dranta vemu blixo. Oskim pelu vemu rosk."
OTHER = "Ipel sholk tarn: mufra gantri sholk eltima!"
"""The same in the other language; no letter of it is an anchor."""
STRANGER = "Kob wadul kob, wadul."


def save_model(folder: Path, pairs: Sequence[str] = PAIRS, **more: np.ndarray) -> Path:
    """A model in which both words of a pair mean the same, and nothing else does. `more` are tables besides."""
    folder.mkdir(parents=True, exist_ok=True)
    words = ["[UNK]", *(word for pair in pairs for word in pair.split())]
    table = np.zeros((len(words), len(pairs)), dtype=np.float32)
    for at in range(len(pairs)):
        table[1 + 2 * at : 3 + 2 * at, at] = 1
    # What is unknown would be near to everything, if it counted.
    table[0] = 9
    save_file({"embeddings": table, **more}, folder / "model.safetensors")
    (folder / "tokenizer.json").write_text(json.dumps(_pieces(words)), encoding="utf-8")
    return folder


def _pieces(words: Sequence[str]) -> Mapping[str, object]:
    return {
        "version": "1.0",
        "truncation": {"direction": "Right", "max_length": 2, "strategy": "LongestFirst", "stride": 0},
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": {word: at for at, word in enumerate(words)}, "unk_token": "[UNK]"},
    }
