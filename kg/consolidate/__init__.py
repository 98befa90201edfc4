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

from collections.abc import Collection, Iterator

import pyoxigraph as ox

from kg import iri
from kg.consolidate.anew import Anew
from kg.consolidate.notes import Notes
from kg.consolidate.reading import article_graphs
from kg.consolidate.sources import sketch
from kg.consolidate.update import Update
from kg.judgements import Rulings
from kg.judgements import read as read_judgements
from kg.vocab import DK

__all__ = ["NOTED", "consolidate", "consolidated", "keep_names", "names", "parts", "sketch", "update"]


NOTED = 300
"""Articles from which notes are kept for updates: of fewer, all is made anew as fast."""


def consolidate(store: ox.Store) -> list[ox.Quad]:
    """Return the quads of the graph `consolidated` for the articles of a store, as `consolidated`."""
    return sorted(ox.parse(consolidated(store), format=ox.RdfFormat.N_QUADS), key=str)


def consolidated(store: ox.Store) -> bytes:
    """Return the graph `consolidated` for the articles of a store as N-Quads, sorted bytewise, each line once.

    Merging is careful: two reports are one event where actors, time and place (or figure and deadline) say so, and
    each merge is written down as a judgement with its rule and reason.  What differs between the reports stays in
    their claims.  Of the store the notes alone change.
    """
    return b"".join(sorted({line for part in parts(store) for line in part.splitlines(keepends=True)}))


def parts(store: ox.Store) -> Iterator[bytes]:
    """Yield the same part by part, in no order, so that it need not be in memory; lines may come more than once."""
    notes = Notes(store)
    notes.clear()
    judgements = Rulings(read_judgements(store))
    anew = Anew(store, judgements, noted=len(article_graphs(store)) >= NOTED and not _judged(store))
    yield from anew.parts()
    if anew.noted:
        notes.count(anew.articles)


def update(store: ox.Store, changed: Collection[str]) -> tuple[list[ox.Quad], list[ox.Quad]] | None:
    """Return which quads of the graph `consolidated` go and which come when articles have changed.

    Args:
        store: its article graphs and authority are of after the change, `consolidated` and the notes of before it.
        changed: ids of the articles that were added, replaced or removed.

    Returns:
        None where all must be made anew: for want of notes, or because there are judgements.
    """
    notes, articles = Notes(store), {iri.article(each) for each in changed}
    if not notes.articles or _judged(store):
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
    found = Update(store, articles).run()
    notes.count(number)
    return found


def names(store: ox.Store, changed: Collection[str]) -> frozenset[str] | None:
    """Return the things that articles name after some were added; None where all must be read for it."""
    notes = Notes(store)
    if not notes.names() or any(notes.has(iri.article(each)) for each in changed):
        return None
    graphs = [ox.NamedNode(iri.article_graph(each)) for each in changed]
    found = {quad.object for graph in graphs for quad in store.quads_for_pattern(None, None, None, graph)}
    new = {node.value for node in found if isinstance(node, ox.NamedNode) and node.value.startswith(iri.ENTITY)}
    return notes.names() | new


def keep_names(store: ox.Store, named: Collection[str]) -> None:
    """Note the things that articles name, where notes are kept."""
    notes = Notes(store)
    if notes.articles:
        notes.name(named)


def _judged(store: ox.Store) -> bool:
    """Tell whether persons or linkers have judged anything, which an update does not follow."""
    joins = store.quads_for_pattern(None, ox.NamedNode(DK.joinedTo), None, None)
    return bool(read_judgements(store)) or next(joins, None) is not None
