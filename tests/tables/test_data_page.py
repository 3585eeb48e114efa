"""The page about the data: it leads to every file of it, and each data file is what its published schema says."""

import json
import re
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from sitegen.tables import TABLES
from tests.conftest import REPOSITORY


def test_the_page_leads_to_every_file(published: Path) -> None:
    """Each table, the database and each schema has its link, and every link leads to a file."""
    page = (published / "data/index.html").read_text("utf-8")
    linked = {address.removeprefix("/") for address in re.findall(r'href="(/(?:data/|manifest)[^"]*)"', page)}
    files = {
        path.relative_to(published).as_posix()
        for path in (published / "data").rglob("*.*")
        if path.name != "index.html" and "stories" not in path.relative_to(published).parts
    }
    assert linked == {*files, "manifest.json"}
    assert all(f'<code lang="zxx" dir="ltr">{table.name}</code>' in page for table in TABLES)
    assert "data/" in (published / "about/index.html").read_text("utf-8")
    assert "/data/" in (published / "sitemap-1.xml").read_text("utf-8")


def test_data_is_as_the_published_schemas_say(published: Path) -> None:
    """With nothing but what the site serves: schemas refer to each other by the addresses that they stand at."""
    schemas = {path.name: json.loads(path.read_bytes()) for path in (published / "data/schema").iterdir()}
    registry = Registry().with_resources([(name, Resource.from_contents(schema)) for name, schema in schemas.items()])
    documents = {"archive": published / "data/archive.json", "manifest": published / "manifest.json"}
    documents |= {"story": published / "data/stories/ferry.json"}
    for name, path in documents.items():
        validator = Draft202012Validator(schemas[f"{name}.schema.json"], registry=registry)
        assert list(validator.iter_errors(json.loads(path.read_bytes()))) == []
        assert list(validator.iter_errors({})), "control"


def test_the_schemas_are_those_of_the_documentation(published: Path) -> None:
    """To the byte."""
    for path in (published / "data/schema").iterdir():
        assert path.read_bytes() == (REPOSITORY / "docs/schema" / path.name).read_bytes()
