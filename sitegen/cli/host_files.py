"""What a host needs in the repository of an archive, for `sitegen new --host`. The archive is in `content`."""

from collections.abc import Mapping
from types import MappingProxyType

_BUILD = "pip install -r requirements.txt && sitegen build content --output public"
_REQUIREMENTS = """\
# The package that sitegen was installed from; write the version that you use: {package}==...
{package}
"""
_IGNORED = "/public/\n.sitegen/\n.public.sitegen-*\n"
_NETLIFY = f"""\
[build]
  command = "{_BUILD}"
  publish = "public"

[build.environment]
  PYTHON_VERSION = "3.11"

# A story of one article has no page of its own; where there is a page, this rule gives way to it.
[[redirects]]
  from = "/stories/:story/"
  to = "/articles/:story/"
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
    """The files of a repository that the host builds or takes, by their paths. `package` is what pip installs."""
    return {".gitignore": _IGNORED, "requirements.txt": _REQUIREMENTS.format(package=package), **_FILES[host]}
