"""Asks axe what keeps people from using a page, in a browser that is already open."""

from pathlib import Path
from typing import Protocol

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_RUN = """async (tags) => (await axe.run(document, {runOnly: tags, resultTypes: ["violations"]}))
  .violations.map((rule) => `${rule.id}: ${rule.nodes[0].html.slice(0, 200)}: ${rule.nodes[0].failureSummary}`)"""


class Evaluates(Protocol):
    """A page of Playwright, as far as it is needed here."""

    def evaluate(self, expression: str, arg: object = None, /) -> object:
        """The value of an expression in the page."""


def axe_script() -> str:
    """The rules, as npm brought them. Raises FileNotFoundError with the command that brings them."""
    if not AXE.is_file():
        raise FileNotFoundError("no axe-core: run `npm ci --ignore-scripts`, as `make test` does")
    return AXE.read_text(encoding="utf-8")


def barriers(page: Evaluates) -> list[str]:
    """Each rule of WCAG 2.2 A, AA or good practice that the page breaks, with the first place; none when all is well.

    The page's policy must allow a script to be added (`bypass_csp`).
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(axe_script())
    found = page.evaluate(_RUN, list(RULES))
    assert isinstance(found, list)
    return [str(barrier) for barrier in found]
