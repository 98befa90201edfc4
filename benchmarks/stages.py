"""Measures which stage takes how much of a build of the French sample articles, in CPU seconds, the least of some rounds.

    python benchmarks/stages.py [--profile fast|full] [--rounds 3]

The stages are those of `kg build` of a new store: all articles are read, what follows from them is worked out, and all
of it is written in one step.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from kg import authority, graph, iri, lang, load, run
from kg.annotate import annotate_all
from kg.consolidate import sketch
from kg.events import read
from kg.model import Article
from kg.resolve import resolve
from kg.store import Store

ARTICLES = Path(__file__).resolve().parent.parent / "data" / "articles" / "fr"


Spent = dict[str, float]
Stage = Callable[[str, Callable[[], Any]], Any]


def build(path: Path, profile: Literal["fast", "full"], stage: Stage) -> tuple[int, int]:
    """Build a store stage by stage; return how many words were read and how many quads written."""
    known = authority.load()
    found = stage("load", lambda: [each for each in load.articles([ARTICLES]) if isinstance(each, Article)])
    pairs = [(article, lang.load(article.language)) for article in found]
    words = [language for _, language in pairs]
    noted = stage("annotate", lambda: annotate_all(pairs, known, profile=profile))
    resolved = stage("resolve", lambda: [resolve(each, w, known) for each, w in zip(noted, words, strict=True)])
    told = stage("events", lambda: [read(each, w, known) for each, w in zip(resolved, words, strict=True)])
    graphs = stage("graph", lambda: {each.article.id: graph.article_graph(each) for each in told})
    stage("sketch", lambda: [sketch(each.article) for each in told])
    derived = stage("derive", lambda: run.derived(graphs))
    quads = {iri.article_graph(name): each.quads for name, each in graphs.items()} | derived
    store = stage("open", lambda: Store.open(path, create=True))
    stage("store", lambda: store.replace_all(quads))
    stage("commit", store.commit)
    store.close()
    return sum(len(article.text.split()) for article in found), sum(each.count(b"\n") for each in quads.values())


def main() -> None:
    """Build, and print a table."""
    parser = argparse.ArgumentParser(description="Measure the stages of a build.")
    parser.add_argument("--profile", choices=["fast", "full"], default="fast")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    spent: Spent = {}

    def stage(name: str, work: Callable[[], Any]) -> Any:
        begin = time.process_time()
        made = work()
        spent[name] = min(spent.get(name, 1e9), time.process_time() - begin)
        return made

    with tempfile.TemporaryDirectory() as folder:
        run.build([ARTICLES], Path(folder) / "warm.kg", profile=given.profile)
        for number in range(given.rounds):
            words, quads = build(Path(folder) / f"{number}.kg", given.profile, stage)
    print(f"{words:,} words, {quads:,} quads, profile {given.profile}\n")
    print("| stage | CPU seconds | share | microseconds a word |\n| --- | ---: | ---: | ---: |")
    whole = sum(spent.values())
    for name, seconds in [*spent.items(), ("all", whole)]:
        print(f"| {name} | {seconds:.2f} | {seconds / whole:.0%} | {seconds / words * 1e6:,.0f} |")


if __name__ == "__main__":
    main()
