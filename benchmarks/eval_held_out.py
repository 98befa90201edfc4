"""How many things that the authority does not know `kg link` finds on a query service, from articles that name them.

    python benchmarks/eval_held_out.py [--seed 1] [--size 60] [--wrong]

Persons, bodies and places that the sample articles name and the shipped tables know by a Wikidata id are drawn and taken
out of a copy of the tables.  A copy of the package reads the articles with what is left, so that these things are actors
whose names, types and countries come from the text alone.  The untouched tables are written in Wikidata's shape: what was
taken out, everybody who shares a word of a name with it, others at random, films and family names of the same label, and
beside every second person a namesake of another state who holds no office.  `oxigraph serve` answers for it on this
machine, and `kg link --dry-run` asks it.  A link is right where the item is that of the name; recall is of the things
that the reading finds under a name that the tables know.
"""

import argparse
import csv
import gzip
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph as ox
from eval_linking import World

from kg import share
from kg.authority import Entry, key, tables

_TYPES = frozenset({"person", "igo", "organization", "armed_group", "military", "media", "place"})
_TABLES = ("actors.csv", "additions.csv", "heads.csv", "places.csv", "officials.csv.gz")
_OTHERS = 1500
"""Items that have nothing to do with what is looked for."""


def _order(text: str, seed: int) -> bytes:
    return hashlib.sha256(f"{seed} {text}".encode()).digest()


def _kg(root: Path, *arguments: str) -> str:
    """Run the command of the package in a folder, with no authority of the user's own."""
    environment = {**os.environ, "PYTHONPATH": str(root), "KG_AUTHORITY": str(root / "none")}
    done = subprocess.run(
        [sys.executable, "-m", "kg", *arguments], env=environment, capture_output=True, text=True, check=False, cwd=root
    )
    if done.returncode:
        sys.exit(done.stderr)
    return done.stdout


def _named(root: Path, articles: Sequence[Path]) -> set[str]:
    """Return the Wikidata ids of the actors and places that articles name."""
    lines = [json.loads(line) for line in _kg(root, "extract", *map(str, articles)).splitlines()]
    each = [one for line in lines for one in (*line["actors"], *line["places"])]
    return {one["wikidata"] for one in each if one.get("wikidata")}


def _without(folder: Path, held: set[str]) -> None:
    """Take items out of the tables of a folder."""
    for name in _TABLES:
        file = folder / name
        packed = file.suffix == ".gz"
        text = gzip.decompress(file.read_bytes()).decode() if packed else file.read_text(encoding="utf-8")
        rows = list(csv.reader(text.splitlines(keepends=True)))
        ids = {row[0] for row in rows if held & set(row[:2])} | held
        kept = [row for row in rows if row[0] not in ids]
        out = folder / "rows.tmp"
        with out.open("w", encoding="utf-8", newline="") as target:
            csv.writer(target, lineterminator="\n").writerows(kept)
        file.write_bytes(gzip.compress(out.read_bytes()) if packed else out.read_bytes())
        out.unlink()


def _items(entries: Sequence[Entry], held: set[str], rng: random.Random) -> list[Entry]:
    """Return what the service holds: the things looked for, their namesakes, decoys and others."""
    wanted = [one for one in entries if one.wikidata in held]
    words = {word for one in wanted for word in key(one.label).split() if len(word) > 2}
    known = [one for one in entries if one.wikidata and one.type not in {"country", "conflict"}]
    near = [one for one in known if words & set(key(one.label).split())]
    far = rng.sample(known, min(_OTHERS, len(known)))
    twins = [
        Entry(
            f"twin/{at}",
            one.label,
            "person",
            rng.choice(["BR", "IN", "SE", "NG"]),
            f"Q9005{at:05}",
            names=one.names[:1],
        )
        for at, one in enumerate(wanted)
        if one.type == "person" and at % 2
    ]
    return [*{one.wikidata: one for one in (*wanted, *near, *far)}.values(), *twins]


def _names(entry: Entry) -> set[str]:
    forms = (
        name.partition(":")[2] if name[2:3] == ":" else name for name in (entry.label, entry.label_fr, *entry.names)
    )
    return {key(form) for form in forms if form}


def measured(seed: int, size: int) -> list[tuple[str, str, str, str]]:
    """Return name, right item, status and proposed item of each thing that was taken out and that the reading found."""
    sys.path.insert(0, str(share.ROOT / "tests"))
    from serving import oxigraph

    articles = sorted(file for code in ("en", "fr") for file in share.path("data", "articles", code).iterdir())
    entries = [one for one in tables.entries(share.path("data", "authority")) if one.wikidata]
    named = _named(share.ROOT, articles)
    fitting = [one for one in entries if one.wikidata in named and one.type in _TYPES and not one.capital]
    chosen = sorted(fitting, key=lambda one: _order(one.wikidata, seed))[:size]
    held = {one.wikidata for one in chosen}
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        for part in ("kg", "data", "ontology", "queries"):
            shutil.copytree(share.ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        _without(root / "data" / "authority", held)
        _kg(root, "build", "s.kg", *map(str, articles))
        world = World(_items(entries, held, random.Random(seed)), random.Random(seed))
        served = root / "items.nt"
        served.write_bytes(
            ox.serialize(
                (ox.Triple(q.subject, q.predicate, q.object) for q in world.store), format=ox.RdfFormat.N_TRIPLES
            )
            or b""
        )
        with oxigraph(served) as endpoint:
            told = _kg(root, "link", "s.kg", "--endpoint", endpoint, "--dry-run", "--json")
        rows = {key(row["name"]): row for row in map(json.loads, told.splitlines())}
        lines = _kg(root, "query", "s.kg", "actors", "--json").splitlines()
        there = {key(str(value)) for line in lines for value in json.loads(line).values()}
    found = []
    for one in chosen:
        mine = sorted(_names(one) & (there | set(rows)))
        row = next((rows[name] for name in mine if name in rows), None)
        if mine:
            found.append((one.label, one.wikidata, row["status"] if row else "none", row["item"] if row else ""))
    right = {name for one in entries for name in _names(one)}
    found += [
        (row["name"], "", row["status"], row["item"])
        for name, row in rows.items()
        if row["status"] == "linked" and name not in right
    ]
    return found


def main() -> None:
    """Print recall and precision."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--wrong", action="store_true", help="show what is not linked right")
    chosen = parser.parse_args()
    rows = measured(chosen.seed, chosen.size)
    there = [row for row in rows if row[1]]
    linked = [row for row in rows if row[2] == "linked"]
    right = [row for row in linked if row[1] == row[3]]
    best = [row for row in there if row[1] == row[3]]
    sys.stdout.write(
        f"seed {chosen.seed}: {chosen.size} taken out, {len(there)} found in the articles by name; linked right {len(right)}"
        f" (recall {len(right) / max(len(there), 1):.2f}), linked {len(linked)} (precision {len(right) / max(len(linked), 1):.3f}),"
        f" best candidate right {len(best)}\n"
    )
    for row in rows if chosen.wrong else ():
        if row[2] != "linked" or row[1] != row[3]:
            sys.stdout.write("  " + " | ".join(row) + "\n")


if __name__ == "__main__":
    main()
