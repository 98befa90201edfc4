"""Measures consolidation as a store grows: CPU, peak memory, pairs compared, and the cost of one article more.

    python benchmarks/consolidate.py [--articles 1000 3000 10000] [--extra 3]

The claims of synthetic articles of realistic shape (synthetic.py) are put into a store on disk, without the passages
that they stand in, which consolidation does not read; each size runs in a process of its own, so that its peak memory
is its own.  Made anew: all that follows from the articles, as `kg build` does for a new store.  Rebuild: the same with
the storing of the articles.  `pairs` is the share of all pairs of reports that a rule looked at.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import synthetic

from kg import authority, graph, iri, run
from kg.consolidate import blocking, grouping, sketch
from kg.consolidate.profile import Profile
from kg.consolidate.told import World
from kg.store import Store

TOGETHER = 256


class Counted:
    """Counts the pairs that are compared."""

    def __init__(self) -> None:
        self.pairs = 0

    def __call__(self, profiles: Sequence[Profile], world: World) -> Iterator[tuple[int, int]]:
        """Yield the pairs as `blocking.pairs` does."""
        for pair in blocking.pairs(profiles, world):
            self.pairs += 1
            yield pair


def measure(count: int, extra: int) -> dict[str, float]:
    """Return the figures of one size, and the mean of so many articles that are added one by one."""
    grouping.pairs = counted = Counted()  # type: ignore[assignment]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder) / "s.kg", create=True)
        articles = synthetic.extractions(count + extra)
        spent = {"made": 0.0, "stored": 0.0}
        named: set[str] = set()
        for at in range(0, count, TOGETHER):
            began = time.process_time()
            batch = [graph_of(each) for each in islice(articles, min(TOGETHER, count - at))]
            made = time.process_time()
            store.replace_all({name: found.told for name, found in batch})
            named.update(*(found.names for _, found in batch))
            spent["made"] += made - began
            spent["stored"] += time.process_time() - made
        began = time.process_time()
        tell(f"{count:,} articles stored: {len(store):,} quads", spent["stored"])
        run.derive(store, named=named)
        derived = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        tell(f"{count:,} articles consolidated: {len(store):,} quads, {peak:,.0f} MB", derived)
        compared, costs = counted.pairs, []
        for each in articles:
            name, found = graph_of(each)
            began = time.process_time()
            store.replace_all({name: found.told})
            run.derive(store, [each.article.id])
            costs.append(time.process_time() - began)
            tell("one more", costs[-1])
        store.close()
    reports = count * synthetic.EVENTS
    return {
        "articles": count, "reports": reports, "stored": spent["stored"], "derived": derived, "peak": peak,
        "pairs": compared, "share": compared / (reports * (reports - 1) / 2),
        "one": sum(costs) / len(costs) if costs else 0, "rebuild": derived + spent["stored"],
    }  # fmt: skip


def graph_of(each: synthetic.Extraction) -> tuple[str, graph.ArticleGraph]:
    """Return the graph of an article with its IRI, what it tells with the sketch of its text."""
    made = graph.article_graph(each)
    return iri.article_graph(each.article.id), made._replace(told=made.told + graph.nquads(sketch(each.article)))


def tell(what: str, seconds: float) -> None:
    """Say how far it is."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {what}, {seconds:,.2f} CPU s\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, nargs="+", default=[1_000, 3_000, 10_000])
    parser.add_argument("--extra", type=int, default=3, help="articles added one by one")
    parser.add_argument("--one", action="store_true", help="measure in this process and print JSON")
    options = parser.parse_args()
    if options.one:
        authority.load()
        sys.stdout.write(json.dumps(measure(options.articles[0], options.extra)) + "\n")
        return
    out = [
        "| articles | reports | all made anew, CPU s | a report, ms | peak MB | pairs compared | one article more, CPU s | of a rebuild |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    sys.stdout.write("\n".join(out) + "\n")
    for count in options.articles:
        call = [sys.executable, __file__, "--one", "--articles", str(count), "--extra", str(options.extra)]
        done = subprocess.run(call, stdout=subprocess.PIPE, text=True, check=True)
        it = json.loads(done.stdout)
        sys.stdout.write(
            f"| {it['articles']:,} | {it['reports']:,} | {it['derived']:.1f} | {1000 * it['derived'] / it['reports']:.2f} "
            f"| {it['peak']:,.0f} | {it['pairs']:,} ({100 * it['share']:.4f} %) | {it['one']:.2f} | {100 * it['one'] / it['rebuild']:.2f} % |\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
