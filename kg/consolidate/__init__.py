"""Claims of all articles -> canonical events, agreements and commitments: the graph `consolidated`.

    reading     article graphs and authority -> values (told.py)
    agreements  reports of agreements and commitments -> canonical ones
    events      reports of events -> canonical ones: blocking -> rules -> clusters -> what the groups say
    judged      what persons and linkers have judged of reports and actors, obeyed over any rule
    sources     reprints of one text, so that articles can be told from witnesses
    writing     values -> N-Quads
    update      what a change of some articles changes, by notes that are kept of each

It is made of the article graphs, the authority and the judgements alone, in no order, and can be made anew at any time.
"""

from collections.abc import Collection, Iterator, Mapping

import pyoxigraph as ox

from kg import iri
from kg.consolidate.anew import Anew
from kg.consolidate.judged import Obeyed
from kg.consolidate.notes import Notes
from kg.consolidate.reading import article_graphs
from kg.consolidate.sources import sketch
from kg.consolidate.update import Update

__all__ = ["NOTED", "consolidate", "consolidated", "keep_names", "names", "parts", "sketch", "stated", "update"]


NOTED = 300
"""Articles from which notes are kept for updates: of fewer, all is made anew as fast."""


def consolidate(store: ox.Store) -> list[ox.Quad]:
    """Return the quads of the graph `consolidated` for the articles of a store, as `consolidated`."""
    return sorted(ox.parse(consolidated(store), format=ox.RdfFormat.N_QUADS), key=str)


def consolidated(store: ox.Store, told: Mapping[str, bytes] | None = None) -> bytes:
    """Return the graph `consolidated` for the articles of a store as N-Quads, sorted bytewise, each line once.

    Article graphs that are not in the store yet are given as N-Quads, by IRI.

    Merging is careful: two reports are one event where actors, time and place (or figure and deadline) say so, and
    each merge is written down as a judgement with its rule and reason.  What differs between the reports stays in
    their claims.  Of the store the notes alone change.
    """
    return b"".join(sorted({line for part in parts(store, told) for line in part.splitlines(keepends=True)}))


def parts(store: ox.Store, told: Mapping[str, bytes] | None = None) -> Iterator[bytes]:
    """Yield the same part by part, in no order, so that it need not be in memory; lines may come more than once."""
    notes = Notes(store)
    notes.clear()
    obeyed = Obeyed(store)
    number = len(article_graphs(store)) if told is None else 0
    anew = Anew(store, obeyed, noted=number >= NOTED, told=told)
    yield from anew.parts()
    if anew.noted:
        notes.rule(obeyed.texts())
        notes.count(anew.articles)


def update(
    store: ox.Store, changed: Collection[str], learned: Collection[str] = ()
) -> tuple[list[ox.Quad], list[ox.Quad]] | None:
    """Return which quads of the graph `consolidated` go and which come when articles or judgements have changed.

    Args:
        store: its article graphs and authority are of after the change, `consolidated` and the notes of before it.
        changed: ids of the articles that were added, replaced or removed.
        learned: things of which the authority says something else than before.

    Returns:
        None where all must be made anew, for want of notes.
    """
    notes, articles = Notes(store), {iri.article(each) for each in changed}
    if not notes.articles:
        return None
    gone = [each for each in articles if notes.has(each)]
    there = [
        each
        for each in articles
        if store.contains_named_graph(ox.NamedNode(iri.article_graph(each.rpartition("/")[2])))
    ]
    number = notes.articles - len(gone) + len(there)
    if number < NOTED or number != len(article_graphs(store)):
        return None
    found = Update(store, articles, Obeyed(store), learned).run()
    notes.count(number)
    return found


def names(store: ox.Store, changed: Collection[str]) -> frozenset[str] | None:
    """Return the things that articles name after some have changed; None where all must be read for it."""
    notes = Notes(store)
    stated = notes.names()
    if not stated:
        return None
    if any(notes.has(iri.article(each)) for each in changed):
        stem = iri.article_graph("")
        stated = frozenset(name for name in stated if _named_in(store, name, stem))
    graphs = [ox.NamedNode(iri.article_graph(each)) for each in changed]
    found = {quad.object for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph)}
    new = {node.value for node in found if isinstance(node, ox.NamedNode) and node.value.startswith(iri.ENTITY)}
    return stated | new


def stated(store: ox.Store, changed: Collection[str]) -> frozenset[str] | None:
    """Return the things that articles named before some were added; None where some were not, or nothing is noted."""
    notes = Notes(store)
    if not changed or any(notes.has(iri.article(each)) for each in changed):
        return None
    there = all(store.contains_named_graph(ox.NamedNode(iri.article_graph(each))) for each in changed)
    return (notes.names() or None) if there else None


def _named_in(store: ox.Store, name: str, stem: str) -> bool:
    """Tell whether a graph whose IRI begins with a stem names a thing."""
    found = store.quads_for_pattern(None, None, ox.NamedNode(name), None)
    return any(isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value.startswith(stem) for quad in found)


def keep_names(store: ox.Store, named: Collection[str]) -> None:
    """Note the things that articles name, where notes are kept."""
    notes = Notes(store)
    if notes.articles:
        notes.name(named)
