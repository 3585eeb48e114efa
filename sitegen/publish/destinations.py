"""Which destinations a site was uploaded to, and what each of them shows: a file beside the output, never published.

A take-down ends only when the last of them is cleaned, and a build, which asks no network, has to say so until then.
The file holds article ids and no text, and addresses without the name and password that may stand in them.
"""

import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sitegen.publish.manifest import Manifest, manifest_or_none
from sitegen.publish.switch import previous_of
from sitegen.publish.withheld import Showings, showings_from, tightened, would_show_again

_USER = re.compile(r"(?<=//)[^/@]*@")


def destinations_file(output: Path) -> Path:
    """Where it is kept for a site."""
    target = output.resolve()
    return target.with_name(f".{target.name}.sitegen-destinations")


def note_destination(output: Path, address: str, shown: Showings) -> None:
    """Records what a destination shows from now on. Never fails: an upload is not lost for a note."""
    known = {**_listed(output), _name(address): shown}
    table = {
        name: [
            {"id": article, "share": showing.share, "sha256": showing.sha256}
            for article, showing in sorted(articles.items())
            if showing.share > 0
        ]
        for name, articles in sorted(known.items())
    }
    path = destinations_file(output)
    aside = path.with_name(f"{path.name}-{os.getpid()}")
    with suppress(OSError):
        aside.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8", "surrogatepass")
        os.replace(aside, path)


def still_public(output: Path) -> dict[str, tuple[str, ...]]:
    """The articles that each destination shows more of than the site at `output` does, by address; often none."""
    known = _listed(output)
    manifest = manifest_or_none(output.resolve()) if known else None
    if manifest is None:
        return {}
    held = {address: tightened(articles, manifest.shown) for address, articles in known.items()}
    return {address: articles for address, articles in held.items() if articles}


def kept_beside(output: Path) -> tuple[str, ...]:
    """The withheld articles that the generation before still shows: a killed build, or a disk that refused."""
    manifest = manifest_or_none(output.resolve()) or Manifest()
    if not manifest.withheld.articles:
        return ()
    previous = manifest_or_none(previous_of(output.resolve()))
    return would_show_again(manifest.withheld, manifest.shown, previous.shown) if previous else ()


def _listed(output: Path) -> Mapping[str, Showings]:
    try:
        table = json.loads(destinations_file(output).read_bytes())
        return {str(address): showings_from(articles) for address, articles in table.items()}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _name(address: str) -> str:
    """An address as it is named later, from any folder."""
    return _USER.sub("", address) if "://" in address else str(Path(address).resolve())
