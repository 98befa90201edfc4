"""Store: loading a graph of our shape and asking it the seven questions, beside rdflib's memory store.

    python benchmarks/store.py [--quads 100000]

Loaded is one N-Quads file, into memory on both sides; beside it stand the same file into our store on disk, and the
same articles one by one, each in a transaction, as `kg build` writes them (rdflib has nothing of the kind).

CPU seconds of this process (all threads), one run, side by side.  Queries are asked of the store on disk; one of ours
counts the median of five calls, one of rdflib's a single call, stopped after a minute (`>`).  Both engines must give
the same number of rows.
"""

import argparse
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rdflib import Dataset
from synthetic import extractions

from kg import authority, graph, iri, query
from kg.consolidate import consolidate, sketch
from kg.store import Store

LIMIT = 60
"""CPU seconds after which a query is stopped and counts as so long."""
QUESTIONS = {
    "meetings": {"person": "India"},
    "agreement": {},
    "withdrawals": {"by": "2019-12-31"},
    "attribution": {"speaker": "India"},
    "offices": {},
    "contradictions": {"actor": "India"},
    "metonyms": {},
}


def cpu(what: Callable[[], object]) -> float:
    """Return the CPU seconds of a call."""
    before = time.process_time()
    what()
    return time.process_time() - before


def articles(wanted: int) -> list[tuple[str, bytes]]:
    """Return graphs of articles as N-Quads, with all that follows from them, of so many quads in all."""
    made: list[tuple[str, bytes]] = []
    store = Store.memory()
    ids: set[str] = set()
    for each in extractions(wanted // 650):
        quads = [*graph.quads(each), *sketch(each.article)]
        ids |= graph.authority_ids(quads)
        store.put(each.article.id, quads)
        made.append((iri.article_graph(each.article.id), graph.nquads(quads)))
    known = list(graph.authority_quads(authority.load(), ids))
    store.replace(iri.graph("authority"), known)
    made.append((iri.graph("authority"), graph.nquads(known)))
    made.append((iri.graph("consolidated"), graph.nquads(consolidate(store.oxigraph))))
    return made


def put(made: list[tuple[str, bytes]], store: Store) -> None:
    """Store the graphs one by one, as `kg build` does."""
    for name, quads in made:
        store.replace(name, quads)
    store.commit()


def measure(run: Callable[[], int], times: int) -> tuple[float, int | None]:
    """Return the median CPU seconds of some calls and how many rows they gave; none where one takes too long."""
    spent, rows = [], 0
    for _ in range(times):
        before = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, LIMIT)
        try:
            rows = run()
        except TimeoutError:
            return float(LIMIT), None
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        spent.append(time.process_time() - before)
    return statistics.median(spent), rows


def _stop(*_: object) -> None:
    raise TimeoutError


def main() -> int:
    """Print the table; exit with 1 where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quads", type=int, default=100_000)
    signal.signal(signal.SIGPROF, _stop)
    made = articles(parser.parse_args().quads)
    count = sum(quads.count(b"\n") for _, quads in made)
    print(f"{count:,} quads in {len(made):,} graphs; CPU seconds\n")
    print(f"{'':16}{'kg':>10}{'rdflib':>10}{'ratio':>8}{'rows':>8}")
    with tempfile.TemporaryDirectory() as folder:
        path, file, dataset = Path(folder) / "bench.kg", Path(folder) / "all.nq", Dataset(default_union=True)
        file.write_bytes(b"".join(quads for _, quads in made))
        theirs = cpu(lambda: dataset.parse(file, format="nquads"))
        load = 0.0
        with Store.open(path, create=True) as disk, Store.open(f"{path}-whole", create=True) as whole:
            ways = {
                "load, memory": lambda: Store.memory().load(file),
                "load, disk": lambda: whole.load(file),
                "put, disk": lambda: put(made, disk),
            }
            for name, way in ways.items():
                ours = cpu(way)
                load = load or theirs / ours
                print(f"{name:16}{ours:10.3f}{theirs:10.3f}{theirs / ours:8.1f}")
        ratios = []
        with Store.read(path) as store:
            for name, values in QUESTIONS.items():
                asked = query.named()[name]
                text = query.sparql(store.oxigraph, asked, values)
                ours, rows = measure(
                    lambda asked=asked, values=values: len(query.answer(store.oxigraph, asked, values)), 5
                )
                theirs, their_rows = measure(lambda text=text: sum(1 for _ in dataset.query(text)), 1)
                ratios.append(theirs / ours)
                over = ">" if their_rows is None else " "
                print(f"{name:16}{ours:10.4f}{over}{theirs:9.4f}{ratios[-1]:8.1f}{rows:8}", flush=True)
                if their_rows not in {rows, None}:
                    print(f"{name}: rdflib gives {their_rows} rows", file=sys.stderr)
                    return 1
    median = statistics.median(ratios)
    print(f"\nload {load:.1f} times less CPU (target 8); median query {median:.0f} times less (target 20)")
    return int(load < 8 or median < 20)


if __name__ == "__main__":
    sys.exit(main())
