"""Measures what reading costs: words a CPU second beside bare spaCy, start-up, memory, installed size.

    python benchmarks/speed.py [--rounds 3] [--turns 2] [--json FILE]

Each reader runs in a process of its own, is warmed up on one article, and then reads the French sample articles `rounds`
times; the readers take turns, so that a busy time of the machine meets all of them, and the least CPU time counts, for a
shared machine only adds.  Ours goes from the files to a finished store on disk that can be asked: articles, what follows
from them, indexes, snapshot for readers; beside it stands the shorter way, from the files to the quads of the articles
as one file of N-Quads on disk.  spaCy goes from texts in memory to documents in memory, with `nlp.pipe` and its own
batches.  Beside the whole stands what a store of one article costs, most of it paid once a store, and what each further
word costs.  The figures are ratios: seconds differ from machine to machine.
"""

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "data" / "articles" / "fr"
SPACY = "fr_core_news_md"
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, every start compiles our modules anew: nobody's installed package does."""
PAGE = {
    "fast": "fast: files to a finished store",
    "full": "full: files to a finished store",
    "spacy": f"spaCy {SPACY}: texts to documents",
}


# ---------------------------------------------------------------- one reader, in its own process


def texts(paths: list[Path]) -> list[str]:
    """Return the texts of the articles of files."""
    from kg import load
    from kg.model import Article

    return [article.text for article in load.articles(paths) if isinstance(article, Article)]


def words(paths: list[Path]) -> int:
    """Return how many words the articles of files hold."""
    return sum(len(text.split()) for text in texts(paths))


Cost = dict[str, float]
"""What one reader costs: CPU seconds to get ready, for all articles and for one; words of all and of one; megabytes."""


def least(rounds: int, act: Callable[[int], object]) -> float:
    """Return the least CPU seconds of some rounds."""
    spent = []
    for number in range(rounds):
        begin = time.process_time()
        act(number)
        spent.append(time.process_time() - begin)
    return min(spent)


def read_with_spacy(rounds: int) -> Cost:
    """Return what spaCy costs."""
    corpus = texts([ARTICLES])
    begin = time.process_time()
    import spacy

    nlp = spacy.load(SPACY)
    list(nlp.pipe(corpus[:1]))
    ready = time.process_time() - begin
    return {"ready": ready, "spent": least(rounds, lambda _: list(nlp.pipe(corpus)))}


def write_quads(profile: str, path: Path) -> None:
    """Write the quads of the articles to a file: no store, nothing that follows from them."""
    from kg import graph, load, pipeline
    from kg.consolidate import sketch
    from kg.model import Article

    articles = [article for article in load.articles([ARTICLES]) if isinstance(article, Article)]
    read = pipeline.extract_all(articles, profile=profile)  # type: ignore[arg-type]
    path.write_bytes(b"".join(graph.document(each) + graph.nquads(sketch(each.article)) for each in read))


def read_with_us(profile: str, rounds: int) -> Cost:
    """Return what we cost."""
    begin = time.process_time()
    from kg import run

    first = min(ARTICLES.iterdir())
    with tempfile.TemporaryDirectory() as folder:

        def build(paths: list[Path], name: str) -> None:
            report = run.build(paths, Path(folder) / name, profile=profile)  # type: ignore[arg-type]
            assert not report.left_out, report.left_out

        build([first], "first.kg")
        ready = time.process_time() - begin
        build([ARTICLES], "warm.kg")
        return {
            "ready": ready,
            "spent": least(rounds, lambda number: build([ARTICLES], f"all-{number}.kg")),
            "quads": least(rounds, lambda _: write_quads(profile, Path(folder) / "quads.nq")),
            "one": least(rounds, lambda number: build([first], f"one-{number}.kg")),
            "one_words": words([first]),
        }


def measure(reader: str, rounds: int) -> Cost:
    """Return what one reader costs; called in a process of its own."""
    cost = read_with_spacy(rounds) if reader == "spacy" else read_with_us(reader, rounds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"words": words([ARTICLES]), "peak": peak} | cost


def in_turns(rounds: int, turns: int) -> dict[str, Cost]:
    """Return what each reader costs, the least of some turns; nothing for one that is not installed."""
    told: dict[str, Cost] = {}
    for _ in range(turns):
        for reader in PAGE:
            for name, figure in in_own_process(reader, rounds).items():
                cost = told.setdefault(reader, {})
                cost[name] = min(figure, cost.get(name, figure)) if name != "peak" else max(figure, cost.get(name, 0))
    return told


def in_own_process(reader: str, rounds: int) -> Cost:
    """Return what one reader costs, or nothing where it is not installed."""
    call = [sys.executable, __file__, "--reader", reader, "--rounds", str(rounds)]
    there = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    done = subprocess.run(call, capture_output=True, text=True, check=False, env=there)
    if done.returncode:
        print(f"{reader}: not measured: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return {}
    found: Cost = json.loads(done.stdout)
    return found


# ---------------------------------------------------------------- start-up and size


def cpu(*call: str) -> float:
    """Return the least CPU seconds of seven runs of Python."""
    spent = []
    for _ in range(7):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *call], stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(spent)


def closure(name: str, extras: frozenset[str], found: dict[str, float]) -> None:
    """Add the megabytes of a distribution and of all that it needs, those of its extras too."""
    from packaging.requirements import Requirement

    try:
        there = distribution(name)
    except PackageNotFoundError:
        return
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key not in found:
        files = [Path(str(there.locate_file(file))) for file in there.files or ()]
        found[key] = sum(file.stat().st_size for file in files if file.is_file()) / 1e6
    elif not extras:
        return
    for line in there.requires or ():
        needed = Requirement(line)
        if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras or {""}):
            child = re.sub(r"[-_.]+", "-", needed.name).lower()
            if child not in found or needed.extras:
                closure(needed.name, frozenset(needed.extras), found)


def installed(*extras: str) -> float:
    """Return the megabytes that the package and its dependencies take."""
    found: dict[str, float] = {}
    closure("diplomatic-kg", frozenset(extras), found)
    found["diplomatic-kg"] = sum(file.stat().st_size for part in ("kg", "ontology", "queries", "data/lang", "data/authority") for file in (ROOT / part).rglob("*") if file.is_file()) / 1e6  # fmt: skip
    return sum(found.values())


# ---------------------------------------------------------------- all of it


def rows(rounds: int, turns: int) -> list[tuple[str, str, str]]:
    """Return what was measured: name, figure, and how it stands to its measure."""
    costs = in_turns(rounds, turns)
    spacy = costs.get("spacy")
    bare = spacy["words"] / spacy["spent"] if spacy else 0
    told = []
    for reader, cost in costs.items():
        speed = cost["words"] / cost["spent"]
        beside = f"{speed / bare:.1f} times spaCy" if bare and reader != "spacy" else "the measure"
        told.append((PAGE[reader], f"{speed:,.0f} words a CPU second", beside))
    for reader, cost in costs.items():
        if "quads" in cost:
            speed = cost["words"] / cost["quads"]
            beside = f"{speed / bare:.1f} times spaCy" if bare else ""
            told.append((f"{reader}: files to quads on disk", f"{speed:,.0f} words a CPU second", beside))
    for reader, cost in costs.items():
        if "one" in cost:
            further = (cost["words"] - cost["one_words"]) / (cost["spent"] - cost["one"])
            beside = f"{further / bare:.1f} times spaCy" if bare else ""
            told.append((f"{reader}: each further word of a store", f"{further:,.0f} words a CPU second", beside))
            told.append((f"{reader}: a store of one article", f"{cost['one']:.2f} CPU seconds", "paid once a store"))
    for reader, cost in costs.items():
        told.append(
            (
                f"{reader}: ready, first article read",
                f"{cost['ready']:.1f} CPU seconds",
                f"peak memory {cost['peak']:,.0f} MB",
            )
        )
    click, kg = (
        cpu("-c", "import click"),
        cpu("-c", "import sys; sys.argv = ['kg', '-h']; from kg.cli import main; main()"),
    )
    told.append(("kg -h", f"{kg * 1000:.0f} ms of CPU", f"{kg / click:.2f} times `import click`"))
    told.append(("installed, core", f"{installed():,.0f} MB", "compiled files included"))
    told.append(("installed, with models", f"{installed('nlp'):,.0f} MB", "what `make demo` installs"))
    return told


def main() -> None:
    """Measure, and write a table."""
    arguments = argparse.ArgumentParser(description="Measure speed, memory and size.")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--turns", type=int, default=2)
    arguments.add_argument("--json", type=Path)
    arguments.add_argument("--reader", choices=PAGE, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.reader:
        print(json.dumps(measure(given.reader, given.rounds)))
        return
    found: Any = rows(given.rounds, given.turns)
    print(f"{len(list(ARTICLES.iterdir()))} French articles, {os.cpu_count()} cores, Python {sys.version.split()[0]}\n")
    print("| what | figure | beside |\n| --- | ---: | --- |")
    for row in found:
        print(f"| {' | '.join(row)} |")
    if given.json:
        given.json.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
