"""Claims of all articles -> canonical events, agreements and commitments: the graph `consolidated`.

    reading     article graphs and authority -> values (told.py)
    agreements  reports of agreements and commitments -> canonical ones
    events      reports of events -> canonical ones: blocking -> rules -> clusters -> what the groups say
    judged      what persons and linkers have judged of reports and actors, obeyed over any rule
    sources     reprints of one text, so that articles can be told from witnesses
    writing     values -> quads

It is made of the article graphs, the authority and the judgements alone, in no order, and can be made anew at any time.
"""

from dataclasses import replace

import pyoxigraph as ox

from kg.consolidate.agreements import agreements
from kg.consolidate.context import stories
from kg.consolidate.events import events
from kg.consolidate.judged import items_of, joined, named_by_rulings, with_items
from kg.consolidate.reading import read
from kg.consolidate.sources import reprints, sketch
from kg.consolidate.writing import quads
from kg.judgements import Rulings
from kg.judgements import read as read_judgements

__all__ = ["consolidate", "sketch"]


def consolidate(store: ox.Store) -> list[ox.Quad]:
    """Return the quads of the graph `consolidated` for the articles of a store; the store is left as it is.

    Merging is careful: two reports are one event where actors, time and place (or figure and deadline) say so, and
    each merge is written down as a judgement with its rule and reason.  What differs between the reports stays in
    their claims.
    """
    rulings = Rulings(read_judgements(store))
    corpus = joined(store, read(store))
    corpus = corpus._replace(world=replace(corpus.world, stories=stories(corpus.docs, corpus.world)))
    on_agreements = rulings.reports("agreement")
    told = with_items(named_by_rulings(corpus.agreements, on_agreements), rulings.links())
    found = agreements(told, corpus.world, on_agreements)
    agreement_of = {report.iri: agreement.iri for agreement in found for report in agreement.reports}
    loose = {agreement.iri for agreement in found if not agreement.firm}
    canonical = events(corpus.events, agreement_of, corpus.world, rulings.reports("event"), loose)
    whole = quads(canonical, found, corpus.docs, reprints(corpus.docs), corpus.world, corpus.described)
    linked = items_of({event.iri: event.reports for event in canonical}, rulings.links())
    return sorted([*whole, *linked], key=str) if linked else whole
