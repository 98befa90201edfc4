"""Scores the pipeline on hand-made gold of whole articles: the sample corpus, the seed article, real articles by half.

    python benchmarks/eval_articles.py [--profile fast|full] [--set sample|seed|dev|held|all] [--only ID] [-v]

The sample stands in data/articles/, its gold in tests/gold/sample/.  Other texts are other people's: the seed in
../shared (or the folder that KG_SHARED names), the real articles in the folder that KG_REAL_ARTICLES names; the gold of
the latter in tests/gold/real/.  One half of them, `held`, is scored and never looked at.  What is absent is said.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from gold_shape import shape
from scoring import KINDS, SHARES, Score

from kg import lang, load, pipeline
from kg.model import Article

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
SAMPLE = ROOT / "tests" / "gold" / "sample"
REAL = Path(os.environ.get("KG_REAL_GOLD", ROOT / "tests" / "gold" / "real"))
SETS = ("sample", "seed", "dev", "held")

Pair = tuple[dict[str, Any], Path, Path]
"""Facts, the file of the facts, the file of the text."""


def pairs(name: str) -> list[Pair]:
    """Return the articles of a set that are at hand."""
    if name == "sample":
        return list(_sample())
    if name == "seed":
        gold, text = SHARED / "gold" / "seed.json", SHARED / "articles" / "2c35927e3fdca363.fr.txt"
        return [(json.loads(gold.read_text("utf-8")), gold, text)] if gold.is_file() and text.is_file() else []
    folder = os.environ.get("KG_REAL_ARTICLES")
    if not folder:
        return []
    files = [(file, Path(folder) / file.name) for file in sorted(REAL.glob("*.json"))]
    found = [(json.loads(file.read_text("utf-8")), file, text) for file, text in files if text.is_file()]
    return [each for each in found if each[0]["half"] == name]


def absent(name: str) -> str:
    """Say where a set is looked for."""
    if name in ("dev", "held"):
        return f"real articles, {name}: not at hand (KG_REAL_ARTICLES names the folder of their texts)"
    return f"{name}: not at hand (KG_SHARED names the folder of shared texts)"


def _sample() -> Iterator[Pair]:
    for gold in sorted(SAMPLE.glob("*.json")):
        facts = json.loads(gold.read_text("utf-8"))
        if facts["lang"] in lang.codes():
            for text in (ROOT / "data" / "articles" / facts["lang"]).glob(f"{facts['id']}.*"):
                yield facts, gold, text


@cache
def _read(path: Path, published: str) -> Article:
    for article in load.articles([path], published=datetime.fromisoformat(published)):
        if isinstance(article, Exception):
            raise article
        return article
    raise SystemExit(f"{path}: no article")


@cache
def predict(path: Path, published: str, profile: pipeline.Profile) -> dict[str, Any]:
    """Return what the pipeline says of an article, in the shape of the gold."""
    return shape(pipeline.extract(_read(path, published), profile=profile))


def score(found: list[Pair], profile: pipeline.Profile) -> dict[str, Score]:
    """Return the scores by language, and of all."""
    out: dict[str, Score] = {}
    for facts, _, text in found:
        mine = predict(text, facts["published"], profile)
        for language in (facts["lang"], "all"):
            out.setdefault(language, Score()).add(facts, mine)
    return out


def table(title: str, scores: dict[str, Score]) -> Iterator[str]:
    """Yield lines to print: a line a kind, P, R and F1 a language."""
    yield title + "".join(f"{code} ({one.counts['articles']})".rjust(24) for code, one in scores.items())
    for kind in KINDS:
        cells = (one.kinds[kind] for one in scores.values())
        yield f"  {kind:20}" + "".join(f"   {c.precision:.3f}  {c.recall:.3f}  {c.f1:.3f}" for c in cells)
    for name in SHARES:
        parts = (one.shares[name] for one in scores.values())
        yield f"  {name:20}" + "".join(f"{f'{p.tp}/{p.tp + p.fp}':>15}  {p.precision:.3f}" + "  " for p in parts)
    for name in next(iter(scores.values())).counts:
        yield f"  {name:20}" + "".join(f"{one.counts[name]:>22}  " for one in scores.values())


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="full", choices=pipeline.PROFILES)
    parser.add_argument("--set", default="dev", choices=[*SETS, "all"])
    parser.add_argument("--only", default="", help="articles whose id contains this")
    parser.add_argument("-v", action="store_true", help="say what is missed and what is wrong (never of the held half)")
    options = parser.parse_args()
    for name in SETS if options.set == "all" else (options.set,):
        found = [each for each in pairs(name) if options.only in each[0]["id"]]
        if not found:
            sys.stdout.write(absent(name) + "\n")
            continue
        scores: dict[str, Score] = {}
        for facts, _, text in found:
            mine = predict(text, facts["published"], options.profile)
            if options.v and name != "held":
                alone = Score()
                alone.add(facts, mine)
                sys.stdout.writelines([f"== {facts['id']}\n", *(f"   {note}\n" for note in alone.notes)])
            for language in (facts["lang"], "all"):
                scores.setdefault(language, Score()).add(facts, mine)
        sys.stdout.writelines(f"{line}\n" for line in table(f"{name}, {options.profile}".ljust(22), scores))


if __name__ == "__main__":
    main()
