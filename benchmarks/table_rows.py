"""What `sitegen add` takes for a table of many rows. Run as `python -m benchmarks.table_rows [ROWS]`.

The rows are made of words by chance, 300 in each, from 400 outlets: no two have one text. CPU seconds and memory are
those of the command, in a process of its own.
"""

import csv
import random
import resource
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_ROWS = 100_000
_WORDS_IN_A_TEXT = 300
_OUTLETS = 400
_WORDS_LISTED = """
    harbour council bridge ferry market school roof winter vote repair crowns island quay captain engineer bolt lorry
    evening morning report town hall library reader petition mayor party state county press
"""
_WORDS = _WORDS_LISTED.split()


def write_table(path: Path, rows: int) -> None:
    """A table of `rows` articles with title, outlet, day, address and text."""
    chance = random.Random(5)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["title", "outlet", "published", "url", "text"])
        for row in range(rows):
            outlet = row % _OUTLETS
            day = f"2019-{1 + row % 12:02}-{1 + row % 28:02}"
            text = " ".join(chance.choices(_WORDS, k=_WORDS_IN_A_TEXT))
            writer.writerow([f"Report {row}", f"Paper {outlet}", day, f"https://paper{outlet}.example/{row}", text])


def main() -> int:
    """Prints the line of the table."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else _ROWS
    with TemporaryDirectory() as folder:
        table, content = Path(folder) / "rows.csv", Path(folder) / "content"
        write_table(table, rows)
        content.mkdir()
        (content / "site.toml").write_text('title = "Rows"\n', encoding="utf-8")
        command = [sys.executable, "-m", "sitegen", "add", str(table), "--content", str(content)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        added = sum(1 for _ in content.glob("*.txt"))
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, mebibytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    print(f"{added:,} rows added: {seconds:.0f} CPU s, {added / seconds:,.0f} a CPU s, {mebibytes:.0f} MiB at most")
    return 0


if __name__ == "__main__":
    sys.exit(main())
