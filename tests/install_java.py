"""Finds a Java for the Nu HTML checker, and installs Debian's where there is none and this user may."""

import os
import shutil
import subprocess
import sys

_PACKAGE = "default-jre-headless"


def main() -> int:
    if not shutil.which("java") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("no Java found: installing Debian's for the HTML checker", file=sys.stderr)
        for command in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", _PACKAGE)):
            done = subprocess.run(("apt-get", *command), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
            if done.returncode:
                print(f"could not install it: apt-get ended with {done.returncode}", file=sys.stderr)
                break
    if shutil.which("java"):
        return 0
    print("no Java: pages are not checked by the HTML checker; install one", file=sys.stderr)
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
