"""Finds a system Chromium for the browser tests, and installs Debian's where there is none and this user may.

Never downloads a browser build. Says what it did; fails under CI=true when there is no browser in the end.
"""

import os
import shutil
import subprocess
import sys

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_PACKAGES = ("chromium", "fonts-noto-core", "fonts-noto-cjk")


def find_chromium() -> str | None:
    """The path of the system's Chromium; SITEGEN_CHROMIUM names another."""
    named = os.environ.get("SITEGEN_CHROMIUM")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


def install() -> None:
    """Installs Debian's packages, as root and where there is apt."""
    for command in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", *_PACKAGES)):
        subprocess.run(("apt-get", *command), check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def main() -> int:
    if find_chromium():
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("no Chromium found: installing Debian's chromium for the browser tests", file=sys.stderr)
        try:
            install()
        except subprocess.CalledProcessError as failure:
            print(f"could not install it: {failure}", file=sys.stderr)
    if find_chromium():
        return 0
    print("no Chromium: the browser tests cannot run; install it, or set SITEGEN_CHROMIUM", file=sys.stderr)
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
