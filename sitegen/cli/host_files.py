"""What a host needs in the repository of an archive, for `sitegen new --host`. The archive is in `content`."""

from collections.abc import Mapping
from types import MappingProxyType

from sitegen import __version__

_BUILD = "pip install -r requirements.txt && sitegen build content --output public"
_REQUIREMENTS = """\
# The package that sitegen was installed from; write the version that you use: {package}==...
{package}
"""
_CHECKOUT_REQUIREMENTS = """\
# sitegen was run from a checkout, so no index is known to have it. Make this wheel of the checkout and keep it in the
# repository, beside this file: pip wheel --no-deps --wheel-dir . CHECKOUT
./{wheel}
"""
_WHEEL = f"sitegen_archive-{__version__}-py3-none-any.whl"
_IGNORED = "/public/\n.sitegen/\n.public.sitegen-*\n"
_NETLIFY = f"""\
[build]
  # Netlify sets URL to the address of the site, its own domain if it has one.
  command = '{_BUILD} --base-url "$URL"'
  publish = "public"

[build.environment]
  PYTHON_VERSION = "3.11"

# A story of one article has no page of its own; where there is a page, this rule gives way to it.
[[redirects]]
  from = "/stories/:story/"
  to = "/articles/:story/"
  status = 302

# Nor has a comparison that is no longer made, since its story has changed: the story answers.
[[redirects]]
  from = "/stories/:story/:comparison/"
  to = "/stories/:story/"
  status = 302
"""
_CLOUDFLARE = f"""\
# In the dashboard of Cloudflare Pages the build command is: {_BUILD}
name = "archive"
pages_build_output_dir = "public"
"""
_GITHUB = """\
name: site
on:
  push:
    branches: [main]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
concurrency:
  group: pages
jobs:
  site:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - run: pip install -r requirements.txt
      - id: pages
        uses: actions/configure-pages@v5
      - run: sitegen build content --output public --base-url "${{ steps.pages.outputs.base_url }}/"
      - run: sitegen check content --host github --site public
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
      - id: deployment
        uses: actions/deploy-pages@v4
"""
_S3 = """\
#!/bin/sh
# Uploads what has changed. Usage: ./publish.sh BUCKET
set -eu
sitegen build content --output public
sitegen check content --host s3 --site public
sitegen publish "s3://$1" --site public
"""
_FILES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "netlify": {"netlify.toml": _NETLIFY},
        "cloudflare": {"wrangler.toml": _CLOUDFLARE, ".python-version": "3.11\n"},
        "github": {".github/workflows/site.yml": _GITHUB},
        "s3": {"publish.sh": _S3},
    }
)


def files_for(host: str, package: str) -> dict[str, str]:
    """The files of a repository that the host builds or takes, by their paths.

    `package` is what pip installs; empty in a checkout, which is installed from a wheel that the repository holds: a
    name that no index has, or that a stranger may take, is no requirement.
    """
    requirements = _REQUIREMENTS.format(package=package) if package else _CHECKOUT_REQUIREMENTS.format(wheel=_WHEEL)
    return {".gitignore": _IGNORED, "requirements.txt": requirements, **_FILES[host]}


def wheel_remark(folder: str, package: str) -> str:
    """What is still to do before a host can install this program; empty where it was installed under a name."""
    if package:
        return ""
    return (
        f"{folder}/requirements.txt names a wheel that is not there yet; in the checkout of sitegen, "
        f"`pip wheel --no-deps --wheel-dir {folder} .` makes it"
    )
