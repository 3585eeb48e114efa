"""What the same work costs with everything left out that sitegen is for. Told as JSON.

    python -m benchmarks.floors FIRST SITE EMPTY

Two floors, in CPU seconds: a page for each of the first articles through a bare Jinja2 loop, autoescape on; and the
plain write of every file of SITE into the folder EMPTY. What is needed for them is in memory before the clock starts.
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment

from benchmarks.copies import archive
from benchmarks.unpack import Scraped

_PAGE = """\
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ article.title }}</title></head>
<body>
<h1>{{ article.title }}</h1>
<p>{{ article.outlet }}, {{ article.date }}, {{ article.byline }}</p>
{% for paragraph in paragraphs %}
<p>{{ paragraph }}</p>
{% endfor %}
</body>
</html>
"""


def main() -> None:
    """Measures both, and prints them."""
    first, site, empty = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    rendering = render_seconds(list(archive(first)))
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    writing = write_seconds(files, empty)
    print(json.dumps({"render": rendering, "write": writing, "bytes": sum(map(len, files.values()))}))


def render_seconds(articles: Sequence[Scraped]) -> float:
    """CPU seconds of a minimal page for each article, from text to bytes."""
    template = Environment(autoescape=True).from_string(_PAGE)
    start = time.process_time()
    for article in articles:
        paragraphs = [line for line in article.text.split("\n") if line.strip()]
        template.render(article=article, paragraphs=paragraphs).encode()
    return time.process_time() - start


def write_seconds(files: dict[str, bytes], folder: Path) -> float:
    """CPU seconds of writing files, by path below `folder`."""
    start = time.process_time()
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return time.process_time() - start


if __name__ == "__main__":
    main()
