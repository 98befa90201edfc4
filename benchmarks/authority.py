"""Measures the authority: how fast it opens, what it weighs, what it costs the reading, and whom it finds again.

    python benchmarks/authority.py [--rounds 3] [--seeds 5] [--json FILE]

`opens`: the compiled index on a warm cache, in a process of its own.  `rate`: the profile `fast` on the sample articles,
from articles in memory to extractions, with the whole authority and with the curated tables alone, turn by turn in one
process.  `sample`: officials of the tables in neutral sentences, in both languages, just a fifth of them spelled otherwise.
"""

import argparse
import json
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from kg import authority, lang, load, share
from kg.annotate import annotate
from kg.authority import Authority
from kg.authority.tables import TABLES, entries
from kg.events import read
from kg.model import Article, Reading, Segment
from kg.resolve import resolve

ROOT = Path(__file__).resolve().parent.parent
SIZE = 200
OTHERWISE = 0.2
SPELLINGS = (
    ("ou", "u"), ("u(?!u|i)", "ou"), ("y", "i"), ("(?<!i)i(?!i)", "y"), ("kh", "h"), ("sh", "ch"), ("ei", "ey"), ("ai", "ay"), ("w", "v"),
    ("ph", "f"), ("ee", "i"), ("oo", "ou"), ("ss", "s"), ("mm", "m"), ("c(?=[aoulr])", "k"), ("z", "s"), ("dj", "j"),
)  # fmt: skip
"""Changes of spelling that the rules of kg/authority/variants.py were not written from."""
SENTENCES = {
    "fr": (
        "{name}, responsable de {state}, a pris la parole.",
        "Selon {name}, qui représente {state}, la réunion est reportée.",
    ),
    "en": (
        "{name}, an official of {state}, spoke to reporters.",
        "According to {name}, who represents {state}, it is postponed.",
    ),
}


def spelled_otherwise(name: str, draw: random.Random) -> str:
    """Return a name with one sound inside a word in another transliteration."""
    rules = [(re.compile(rf"(?<=[a-z]){old}"), new) for old, new in SPELLINGS]
    fitting = [(rule, new) for rule, new in rules if rule.search(name)]
    if not fitting:
        return name
    rule, new = draw.choice(fitting)
    return rule.sub(new, name, count=1)


def sentences(seed: int) -> Iterator[tuple[str, str, str, str]]:
    """Yield text, language, day and the Wikidata id of the official meant, for a random sample of the tables."""
    known, draw = authority.load(), random.Random(seed)
    rows = [
        (entry, term)
        for entry in entries(share.path("data", "authority"))
        if entry.type == "person" and entry.wikidata and " " in entry.names[0] and "," not in entry.label
        for term in entry.tenures
        if known.country(term.country)
    ]
    drawn = draw.sample(rows, SIZE)
    others = {number: spelled_otherwise(entry.label, draw) for number, (entry, _) in enumerate(drawn)}
    can = [number for number, (entry, _) in enumerate(drawn) if others[number] != entry.label]
    respelled = set(draw.sample(can, round(OTHERWISE * SIZE)))
    for number, (entry, term) in enumerate(drawn):
        language = ("fr", "en")[number % 2]
        state = known.country(term.country)
        name = others[number] if number in respelled else entry.label
        year = next((part[:4] for part in (term.start, term.end) if part != ".."), "2015")
        day = term.start if len(term.start) == len("2015-06-15") else f"{year}-06-15"
        called = (state.label_fr if language == "fr" else state.label) if state else ""
        yield SENTENCES[language][number // 2 % 2].format(name=name, state=called), language, day, entry.wikidata


def outcome(reading: Reading, wikidata: str) -> str:
    """Tell whether the persons of a reading are the one meant: right, wrong, or open where none is linked."""
    ids = {actor.wikidata for actor in reading.actors if actor.type == "person" and actor.wikidata}
    return "right" if ids == {wikidata} else "wrong" if ids else "open"


def sample(seed: int) -> Counter[str]:
    """Return how many officials of a sample are right, wrong and open."""
    known, found = authority.load(), Counter[str]()
    for text, code, day, wikidata in sentences(seed):
        whole = (Segment("body", 0, len(text)),)
        article = Article("0" * 16, "sample", text, whole, code, published=datetime.fromisoformat(day))
        found[outcome(resolve(annotate(article, lang.load(code), known), lang.load(code), known), wikidata)] += 1
    return found


def opens() -> dict[str, float]:
    """Return seconds and megabytes of opening the compiled index in a fresh process, the least of five."""
    authority.load()  # makes the cache
    code = (
        "import json, resource, time, msgspec, kg.authority\n"
        "def size(): return int(open('/proc/self/statm').read().split()[1]) * resource.getpagesize() / 2**20\n"
        "before, wall, cpu = size(), time.perf_counter(), time.process_time()\n"
        "kg.authority.load()\n"
        "print(json.dumps([time.perf_counter() - wall, time.process_time() - cpu, size() - before]))"
    )
    runs = [
        json.loads(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(5)
    ]
    return {
        "wall_seconds": min(r[0] for r in runs),
        "cpu_seconds": min(r[1] for r in runs),
        "megabytes": min(r[2] for r in runs),
    }


def curated(folder: Path) -> Authority:
    """Return the authority of the curated tables alone, compiled into a folder."""
    for name in TABLES:
        source = share.path("data", "authority", name)
        if source.exists() and not name.startswith(("officials", "offices")):
            shutil.copy(source, folder / name)
    return authority.load(folder)


def rates(rounds: int) -> dict[str, float]:
    """Return words a CPU second with the whole authority and with the curated tables, the best of some rounds each."""
    articles = [
        a for code in ("fr", "en") for a in load.articles([ROOT / "data" / "articles" / code]) if isinstance(a, Article)
    ]
    count = sum(len(article.text.split()) for article in articles)
    with tempfile.TemporaryDirectory() as folder:
        tables = {"whole": authority.load(), "curated": curated(Path(folder))}
        spent: dict[str, list[float]] = {name: [] for name in tables}
        for number in range(rounds + 1):
            for name, known in tables.items():
                seconds = _seconds(lambda known=known: [_extract(article, known) for article in articles])  # type: ignore[misc]
                spent[name] += [seconds] if number else []  # the first round warms up
    return {name: count / min(seconds) for name, seconds in spent.items()}


def _extract(article: Article, known: Authority) -> object:
    language = lang.load(article.language)
    return read(resolve(annotate(article, language, known), language, known), language, known)


def _seconds(run: Callable[[], object]) -> float:
    begin = time.process_time()
    run()
    return time.process_time() - begin


def main() -> None:
    """Measure, print, and write JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    opened, rate = opens(), rates(options.rounds)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    found = [sample(seed) for seed in range(1, options.seeds + 1)]
    total = sum(found, Counter[str]())
    size = sum(total.values())
    sys.stdout.write(
        f"opens: {opened['wall_seconds']:.2f} s, {opened['cpu_seconds']:.2f} s of CPU, {opened['megabytes']:.0f} MB more"
        " (targets: 0.3 s, 150 MB)\n"
        f"rate of fast: {rate['whole']:.0f} words a CPU second with the whole authority, {rate['curated']:.0f} with the curated"
        f" tables: {rate['whole'] / rate['curated']:.2f} (target: 0.80); peak memory of both {peak:.0f} MB (target: 600)\n"
        f"sample: of {size} officials {total['right'] / size:.3f} right, {total['wrong'] / size:.3f} wrong,"
        f" {total['open'] / size:.3f} open (targets: .95, .01); by seed {[dict(each) for each in found]}\n"
    )
    if options.json:
        figures = {
            "opens": opened,
            "rate": rate,
            "peak_megabytes": peak,
            "sample": {k: n / size for k, n in total.items()},
        }
        options.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
