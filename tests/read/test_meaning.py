"""A local model of meaning is opened, or refused with its place and what to do."""

import sys
from pathlib import Path

import numpy as np
import pytest

from sitegen.diagnostics import Location
from sitegen.distribution import install_command
from sitegen.group import explain
from sitegen.pipeline.build import group_folder, weigh_folder
from sitegen.read import read_archive
from sitegen.read.meaning import StaticModel, open_model
from tests.tiny_model import ONE, OTHER, PAIRS, STRANGER, save_model

PLACE = Location(path="site.toml", line=2, column=1)


def opened(folder: Path) -> StaticModel:
    model, problem = open_model(folder.parent, folder.name, PLACE, "")
    assert problem is None
    assert model
    return model


def refused(folder: Path) -> tuple[str, str, str]:
    model, problem = open_model(folder.parent, folder.name, PLACE, 'model = "m"')
    assert model is None
    assert problem
    assert problem.location == PLACE
    return problem.code, problem.message, problem.hint


def archive(folder: Path, settings: str) -> Path:
    folder.mkdir()
    for name, language, text in (("one", "tlh", ONE), ("other", "qya", OTHER), ("stranger", "qya", STRANGER)):
        (folder / f"{name}.md").write_text(f"---\nlanguage: {language}\n---\n{text}\n", encoding="utf-8")
    (folder / "site.toml").write_text(settings, encoding="utf-8")
    return folder


def test_words_of_two_languages_share_a_meaning(tmp_path: Path) -> None:
    """The mean of the pieces, of length 1; what the model does not know does not count, nor does a limit of length."""
    one, other, stranger, nothing = opened(save_model(tmp_path / "m")).vectors([ONE, OTHER, STRANGER, "Quux."])
    assert one @ other == pytest.approx(1.0)
    assert one @ stranger == pytest.approx(0.0)
    assert not nothing.any()
    assert one.dtype == np.float32


def test_weights_and_mappings_of_pieces_count(tmp_path: Path) -> None:
    """As model2vec saves them: a piece without weight says nothing, and pieces may share a row."""
    weights = np.ones(1 + 2 * len(PAIRS), dtype=np.float32)
    weights[1:3] = 0
    (found,) = opened(save_model(tmp_path / "m", weights=weights)).vectors(["blixo tarn vemu"])
    assert found.tolist() == [0, 1, *[0] * (len(PAIRS) - 2)]
    mapping = np.full(1 + 2 * len(PAIRS), 3, dtype=np.int64)
    (found,) = opened(save_model(tmp_path / "n", mapping=mapping)).vectors(["blixo"])
    assert found.tolist() == [0, 1, *[0] * (len(PAIRS) - 2)]


def test_its_digest_is_that_of_both_files(tmp_path: Path) -> None:
    """Another table or other pieces are another model; the same bytes elsewhere are the same one."""
    model = opened(save_model(tmp_path / "m"))
    assert opened(save_model(tmp_path / "n")).digest == model.digest
    assert opened(save_model(tmp_path / "o", PAIRS[::-1])).digest != model.digest
    assert model.name == "m"


def test_an_archive_is_grouped_by_the_model_it_names(tmp_path: Path) -> None:
    """The path is relative to the content folder; --why gives the figure."""
    save_model(tmp_path / "models" / "tiny")
    content = archive(tmp_path / "x", '[grouping]\nmodel = "../models/tiny"\n')
    _, grouped, diagnostics = group_folder(content)
    assert not diagnostics
    assert {story.articles for story in grouped.stories} == {("one", "other"), ("stranger",)}
    _, evidence, _ = weigh_folder(content)
    assert "1.000 in meaning, says the model tiny; 0.700 is asked for: enough" in "\n".join(
        explain(evidence, "one", "other")
    )
    assert "0.000 in meaning" in "\n".join(explain(evidence, "one", "stranger"))


def test_a_model_that_is_not_there(tmp_path: Path) -> None:
    """No folder, or one without its files."""
    code, message, hint = refused(tmp_path / "m")
    assert code == "no-model"
    assert "no such folder" in message
    assert "the path begins at the content folder" in hint
    (save_model(tmp_path / "m") / "tokenizer.json").unlink()
    assert "should hold tokenizer.json" in refused(tmp_path / "m")[1]


@pytest.mark.parametrize("library", ["safetensors", "tokenizers"])
def test_libraries_that_are_not_installed(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hint is the command that installs them."""
    save_model(tmp_path / "m")
    for name in [one for one in sys.modules if one.split(".")[0] == library]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    code, _, hint = refused(tmp_path / "m")
    assert code == "model-library"
    assert install_command("semantic") in hint


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("data", [b"", b"{}", b"\xff" * 40, b'{"model": {}}', b"\x00" * 9])
def test_a_broken_model(name: str, data: bytes, tmp_path: Path) -> None:
    """Whatever the libraries raise, the message names the model and says what one is."""
    (save_model(tmp_path / "m") / name).write_bytes(data)
    code, message, hint = refused(tmp_path / "m")
    assert code == "bad-model"
    assert "'m'" in message
    assert "static model" in hint


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"embeddings": np.zeros((3, 4), dtype=np.float32)}, "has vectors for 3"),
        ({"embeddings": np.zeros(40, dtype=np.float32)}, "1 dimensions"),
        ({"embeddings": np.zeros((40, 4), dtype=np.int64)}, "a table of I64"),
        ({"weights": np.zeros(2, dtype=np.float32)}, "fewer weights"),
        ({"mapping": np.zeros(2, dtype=np.int64)}, "has vectors for 2"),
    ],
)
def test_tables_that_do_not_fit(tables: dict[str, np.ndarray], told: str, tmp_path: Path) -> None:
    """Told when it is opened, not when the first text comes."""
    code, message, _ = refused(save_model(tmp_path / "m", **tables))
    assert code == "bad-model"
    assert told in message


def test_a_mistake_in_the_model_stands_with_the_others(tmp_path: Path) -> None:
    """At its line of site.toml, in the one run that tells all mistakes."""
    content = archive(tmp_path / "x", 'titel = "X"\n[grouping]\nmodel = "gone"\n')
    _, diagnostics = read_archive(content)
    assert [(one.code, one.location.line) for one in diagnostics] == [("unknown-setting", 1), ("no-model", 3)]
