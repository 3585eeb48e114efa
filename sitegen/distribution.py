"""What this program is installed as, and the command that installs its extras. Reads metadata, asks no index.

The command and the package are `sitegen`; the distribution is not, since that name on the package index belongs to
somebody else. A hint that was written out would go on naming a stranger's package after a rename, so each is made here.
"""

from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

_PACKAGE = "sitegen"


def install_command(extra: str) -> str:
    """What to type so that the libraries of an extra are there: `pip install '.[import]'`.

    Names the distribution that this very package was installed from. In a checkout, with an editable install or none,
    that is the checkout.
    """
    target = distribution_name() or "."
    return f"pip install '{target}[{extra}]'"


def distribution_name() -> str:
    """The name this package was installed under; empty in a checkout."""
    package = Path(__file__).resolve().parent
    for name in packages_distributions().get(_PACKAGE, ()):
        # An editable install is listed by some build backends: its metadata is there, its modules are elsewhere.
        if _folder(distribution(name)) == package:
            return str(distribution(name).metadata["Name"])
    return ""


def _folder(installed: Distribution) -> Path:
    return Path(str(installed.locate_file(_PACKAGE))).resolve()
