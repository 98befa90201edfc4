"""Scores the pipeline on hand-made gold of whole articles, by half and language.

    python benchmarks/eval_articles.py [--profile fast|full] [--half dev|held|all] [--only ID] [-v]

The texts are other people's: they stand in the folder that KG_REAL_ARTICLES names, their gold in tests/gold/real/
(or the folder that KG_REAL_GOLD names); the scorer is shared/gold/score.py.  What is absent is said and skipped.
"""

import argparse
import importlib.util
import json
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from gold_shape import shape

from kg import load, pipeline
from kg.model import Article

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))
LINES = ("actors", "places", "roles", "agreements", "agreement_parties", "events", "events_core", "events_strict", "event_participants", "timexes")


def scorer() -> Any:
    """Return the scorer's module, or None where it is absent."""
    file = SHARED / "gold" / "score.py"
    if not file.is_file():
        return None
    spec = importlib.util.spec_from_file_location("score", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _article(path: Path, published: str | None) -> Article:
    for article in load.articles([path], published=datetime.fromisoformat(published) if published else None):
        if isinstance(article, Exception):
            raise article
        return article
    raise SystemExit(f"{path}: no article")


def pairs(half: str) -> list[tuple[dict[str, Any], Path]]:
    """Return (gold, text file) of the articles at hand."""
    out = []
    seed = SHARED / "gold" / "seed.json"
    if half == "seed":
        return [(json.loads(seed.read_text("utf8")), SHARED / "articles" / "2c35927e3fdca363.fr.txt")]
    texts = Path(os.environ.get("KG_REAL_ARTICLES", ""))
    gold = Path(os.environ.get("KG_REAL_GOLD", ROOT / "tests" / "gold" / "real"))
    if not os.environ.get("KG_REAL_ARTICLES") or not texts.is_dir():
        sys.stdout.write("real articles: not at hand (set KG_REAL_ARTICLES to the folder of their texts); skipped\n")
        return []
    for file in sorted(gold.glob("*.json")):
        facts = json.loads(file.read_text("utf8"))
        text = texts / file.name
        if text.is_file() and half in ("all", facts["half"]):
            out.append((facts, text))
    return out


def main() -> None:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="full")
    parser.add_argument("--half", default="dev", choices=["dev", "held", "all", "seed"])
    parser.add_argument("--only", default="")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--json")
    options = parser.parse_args()
    score = scorer()
    if score is None:
        sys.stdout.write(f"no scorer at {SHARED}/gold/score.py; skipped\n")
        return
    totals: dict[str, Any] = {}
    for facts, text in pairs(options.half):
        if options.only and options.only not in facts["id"]:
            continue
        prediction = shape(pipeline.extract(_article(text, facts["published"]), profile=options.profile))
        for language in (facts["lang"], "all"):
            counts = totals.setdefault(language, score.Scorer(options.v and language == "all" and options.half != "held"))
            counts.score(facts, prediction)
    for language, counts in sorted(totals.items()):
        sys.stdout.write(f"\n{options.half}, {options.profile}, {language}: {counts.c['articles']} articles\n")
        for name in LINES:
            sys.stdout.write(f"  {name:20s} {counts.k[name]}\n")
        for name, accuracy in counts.a.items():
            sys.stdout.write(f"  {name:28s} {accuracy}\n")
        sys.stdout.write(f"  {dict(counts.c)}\n")
    if options.json:
        Path(options.json).write_text(json.dumps({lang: {n: c.k[n].row() for n in LINES} for lang, c in totals.items()}, indent=1))


if __name__ == "__main__":
    main()
