"""Measures which stage takes how much of a build of the French sample articles, in CPU seconds of one run, after a warm-up.

python benchmarks/stages.py [--profile fast|full]
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg import authority, graph, lang, load, run
from kg.annotate import annotate
from kg.consolidate import sketch
from kg.events import read
from kg.model import Article
from kg.resolve import resolve
from kg.store import Store

ARTICLES = Path(__file__).resolve().parent.parent / "data" / "articles" / "fr"


def main() -> None:
    """Build stage by stage, and print a table."""
    arguments = argparse.ArgumentParser(description="Measure the stages of a build.")
    arguments.add_argument("--profile", choices=["fast", "full"], default="fast")
    profile = arguments.parse_args().profile
    spent: dict[str, float] = {}

    def stage(name: str, work: Callable[[], Any]) -> Any:
        begin = time.process_time()
        made = work()
        spent[name] = time.process_time() - begin
        return made

    with tempfile.TemporaryDirectory() as folder:
        run.build([min(ARTICLES.iterdir())], Path(folder) / "warm.kg", profile=profile)
        known = authority.load()
        found = stage("load", lambda: [each for each in load.articles([ARTICLES]) if isinstance(each, Article)])
        words = [lang.load(article.language) for article in found]
        noted = stage(
            "annotate", lambda: [annotate(a, w, known, profile=profile) for a, w in zip(found, words, strict=True)]
        )
        resolved = stage("resolve", lambda: [resolve(each, w, known) for each, w in zip(noted, words, strict=True)])
        told = stage("events", lambda: [read(each, w, known) for each, w in zip(resolved, words, strict=True)])
        quads = stage("graph", lambda: [[*graph.quads(each), *sketch(each.article)] for each in told])
        store = Store.open(Path(folder) / "a.kg", create=True)
        stage("store", lambda: [store.put(a.id, each) for a, each in zip(found, quads, strict=True)])
        stage("derive", lambda: run.derive(store))
        stage("commit", store.commit)
        store.close()
    count = sum(len(article.text.split()) for article in found)
    whole = sum(spent.values())
    print(f"{len(found)} articles, {count:,} words, {sum(map(len, quads)):,} quads, profile {profile}\n")
    print("| stage | CPU seconds | share | microseconds a word |\n| --- | ---: | ---: | ---: |")
    for name, seconds in [*spent.items(), ("all", whole)]:
        print(f"| {name} | {seconds:.2f} | {seconds / whole:.0%} | {seconds / count * 1e6:,.0f} |")


if __name__ == "__main__":
    main()
