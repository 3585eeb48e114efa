"""Templates that were compiled when the package was built: the same code, and none where a template has changed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.read import read_theme, theme_folder
from sitegen.render import compiling
from sitegen.render.environment import make_environment

TEMPLATES = {
    name: content.decode("utf-8")
    for name, content in read_theme(theme_folder()).items()
    if name.endswith((".html", ".xml"))
}


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file that is made when the package is built."""
    path = tmp_path / "templates.json"
    path.write_bytes(compiling.compile_theme(TEMPLATES))
    monkeypatch.setattr(compiling, "_content", path.read_bytes)
    compiling._compiled.cache_clear()
    yield path
    compiling._compiled.cache_clear()


@pytest.mark.usefixtures("compiled")
def test_the_code_is_what_jinja_makes_of_the_template_now() -> None:
    """Of every template, to the letter: where a page is rendered it cannot be seen when that was compiled."""
    environment = make_environment(TEMPLATES)
    assert len(TEMPLATES) > 20
    for name, source in TEMPLATES.items():
        assert compiling.compiled_before(name, source) == environment.compile(source, name, name, True), name


def test_it_is_taken_and_not_compiled_again(compiled: Path) -> None:
    """Control: the code that is run is that of the file."""
    content = json.loads(compiled.read_bytes())
    digest, code = content["templates"]["404.html"]
    content["templates"]["404.html"] = [digest, code.replace("\ndef root(", "\nmarked = 'beforehand'\ndef root(")]
    compiled.write_text(json.dumps(content), "utf-8")
    template = make_environment(TEMPLATES).get_template("404.html")
    assert template.root_render_func.__globals__["marked"] == "beforehand"


def test_another_template_or_compiler_is_compiled(compiled: Path) -> None:
    """A theme that was edited since, a theme of the archive's own and another version of Jinja make nothing of it."""
    source = TEMPLATES["404.html"]
    assert compiling.compiled_before("404.html", source)
    assert compiling.compiled_before("404.html", f"{source} ") is None
    assert compiling.compiled_before("about.html", source) is None
    own = make_environment(TEMPLATES, from_archive={"404.html": "templates/404.html"})
    assert own.get_template("404.html").root_render_func.__globals__["environment"] is own
    content = json.loads(compiled.read_bytes())
    compiled.write_text(json.dumps({**content, "compiler": "another"}), "utf-8")
    compiling._compiled.cache_clear()
    assert compiling.compiled_before("404.html", source) is None
    compiled.write_bytes(b"no JSON")
    compiling._compiled.cache_clear()
    assert compiling.compiled_before("404.html", source) is None
