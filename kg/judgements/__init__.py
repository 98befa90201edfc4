"""What people and linkers have judged: same, different or unsure, on two things of a store.

    values     one judgement
    rdf        judgements <-> quads of the graph `judgements`
    rulings    which of them rule, and what follows for reports and links

The graph `judgements` follows from no article: nothing that is built, replaced or removed touches it.
"""

from kg.judgements.rdf import GRAPH, quads, read
from kg.judgements.rulings import Link, Rulings
from kg.judgements.values import Agent, Judgement, Verdict

__all__ = ["GRAPH", "Agent", "Judgement", "Link", "Rulings", "Verdict", "quads", "read"]
