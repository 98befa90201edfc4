"""Writes what the commands of README.md print, from a real run: `make readme`, or `python tools/write_readme.py demo bench`.

The text between `<!-- NAME -->` and `<!-- /NAME -->` is replaced; the rest of the page is written by hand.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "README.md"


def said(*call: str) -> list[str]:
    """Return the lines that a command prints on stdout."""
    environment = {**os.environ, "COLUMNS": "120", "MAKEFLAGS": ""}
    done = subprocess.run(  # noqa: S603 - our own commands
        call, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"{' '.join(call)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return [line.rstrip() for line in done.stdout.splitlines()]


def demo() -> str:
    """Return what `make demo` prints, but for the installation; from the built store on, that is."""
    (ROOT / "out" / "demo.stamp").unlink(missing_ok=True)
    lines = said("make", "demo")
    first = next(number for number, line in enumerate(lines) if " articles built" in line)
    shown = [line for line in lines[first:] if not line.startswith(".venv/")]
    return "\n".join(["```console", "$ make demo", "...", *shown, "```"])


def test() -> str:
    """Return the last line of `make test`."""
    block = "```console\n$ make test\n...\n{}\n```"
    replaced("test", block.format("1 passed in 1.00s"))  # a test looks at this line, too
    return block.format(next(line for line in reversed(said("make", "test")) if " passed" in line))


def bench() -> str:
    """Return the table of `make bench`."""
    return "\n".join(said(sys.executable, "benchmarks/speed.py"))


def replaced(name: str, part: str) -> None:
    """Write a part of the page."""
    marks = re.compile(rf"(<!-- {name} -->\n).*?(\n<!-- /{name} -->)", re.DOTALL)
    text, count = marks.subn(lambda found: found[1] + part + found[2], PAGE.read_text(encoding="utf-8"))
    if not count:
        sys.exit(f"README.md has no part {name}")
    PAGE.write_text(text, encoding="utf-8")


def main() -> None:
    """Write the parts named in the command."""
    for name in sys.argv[1:] or ["demo", "bench", "test"]:
        replaced(name, {"demo": demo, "test": test, "bench": bench}[name]())
        sys.stderr.write(f"wrote {name}\n")


if __name__ == "__main__":
    main()
