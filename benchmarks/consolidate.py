"""Measures consolidation as a store grows: CPU, peak memory, pairs compared, and the cost of one article more.

    python benchmarks/consolidate.py [--articles 1000 3000 10000] [--markdown]

Synthetic articles of realistic shape (synthetic.py) are put into a store on disk; each size runs in a process of its
own, so that its peak memory is its own.  `pairs` is the share of all pairs of reports that a rule looked at.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

import synthetic

from kg import authority, graph, iri, run
from kg.consolidate import sketch
from kg.consolidate.blocking import pairs
from kg.consolidate.context import stories
from kg.consolidate.events import profiles_of
from kg.consolidate.reading import read
from kg.store import Store

TOGETHER = 200
EXTRA = 3
"""Articles added one by one, of which the mean is told."""


def measure(count: int) -> dict[str, float]:
    """Return the figures of one size."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "s.kg", create=True)
        articles = synthetic.extractions(count + EXTRA)
        began = time.process_time()
        while batch := list(islice(articles, min(TOGETHER, count - len(store.articles())) or None)):
            store.replace_all({iri.article_graph(each.article.id): document(each) for each in batch})
            if len(store.articles()) >= count:
                break
        stored = time.process_time()
        run.derive(store)
        derived = time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        reports, compared = compare(store)
        costs, parts = [], []
        for each in articles:
            start = time.process_time()
            store.replace_all({iri.article_graph(each.article.id): document(each)})
            part = time.process_time()
            run.derive(store, [each.article.id])
            costs.append(time.process_time() - start)
            parts.append(time.process_time() - part)
        store.close()
    all_pairs = reports * (reports - 1) / 2
    return {
        "articles": count, "reports": reports, "stored": stored - began, "derived": derived - stored, "peak": peak,
        "pairs": compared, "share": compared / all_pairs, "one": sum(costs) / len(costs), "rebuild": derived - began,
    }  # fmt: skip


def document(each: synthetic.Extraction) -> bytes:
    """Return the graph of an article."""
    return graph.document(each) + graph.nquads(sketch(each.article))


def compare(store: Store) -> tuple[int, int]:
    """Return the number of reports, and of pairs of them that a rule looks at."""
    corpus = read(store.oxigraph)
    profiles = profiles_of(corpus.events, corpus.world, stories(corpus.docs, corpus.world))
    return len(corpus.events), len(pairs(*profiles))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 3_000, 10_000])
    parser.add_argument("--one", action="store_true", help="measure in this process and print JSON")
    options = parser.parse_args()
    if options.one:
        authority.load()
        sys.stdout.write(json.dumps(measure(options.articles[0])) + "\n")
        return
    out = [
        "| articles | reports | all made anew, CPU s | a report, ms | peak MB | pairs compared | one article more, CPU s | of a rebuild |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    sys.stdout.write("\n".join(out) + "\n")
    for count in options.articles:
        done = subprocess.run(
            [sys.executable, __file__, "--one", "--articles", str(count)], capture_output=True, text=True, check=True
        )
        it = json.loads(done.stdout)
        sys.stdout.write(
            f"| {it['articles']:,} | {it['reports']:,} | {it['derived']:.1f} | {1000 * it['derived'] / it['reports']:.2f} "
            f"| {it['peak']:,.0f} | {it['pairs']:,} ({100 * it['share']:.4f} %) | {it['one']:.2f} | {100 * it['one'] / it['rebuild']:.2f} % |\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
