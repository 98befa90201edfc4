"""How types, roles and statuses are called, read from the labels of the ontology."""

from collections.abc import Mapping
from functools import cache

import pyoxigraph as ox

from kg import share
from kg.vocab import (
    ACTOR_CLASSES,
    AGREEMENT_STATUSES,
    COMMITMENT_STATUSES,
    COMMITMENT_TYPES,
    DK,
    EVENT_STATUSES,
    EVENT_TYPES,
    RDFS,
    ROLES,
    SEM,
    SKOS,
)

__all__ = ["Terms", "terms"]

_EXTRA_ROLES = {
    "obligor": DK.obligor, "obligee": DK.obligee, "place": SEM.hasPlace, "agreement": DK.Agreement,
}  # fmt: skip
_NODES = {**ACTOR_CLASSES, "place": DK.Place, "agreement": DK.Agreement, "event": DK.Event, "actor": DK.Actor}


class Terms:
    """The words of the ontology in one language; a word that has no label there stands for itself."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        """Take IRI -> label."""
        self._labels = labels

    def _of(self, node: str | None, word: str) -> str:
        return self._labels.get(node or "") or word.replace("_", " ")

    def event(self, word: str) -> str:
        """Return the name of an event type."""
        kind = EVENT_TYPES.get(word)
        return self._of(kind.iri if kind else None, word)

    def role(self, word: str) -> str:
        """Return the name of a role."""
        if word == "place":
            return self._of(DK.Place, word)
        return self._of(ROLES.get(word) or _EXTRA_ROLES.get(word), word)

    def status(self, word: str) -> str:
        """Return the name of the status of an event, an agreement or a commitment."""
        tables = (EVENT_STATUSES, AGREEMENT_STATUSES, COMMITMENT_STATUSES)
        return self._of(next((table[word] for table in tables if word in table), None), word)

    def commitment(self, word: str) -> str:
        """Return the name of a type of commitment."""
        return self._of(COMMITMENT_TYPES.get(word), word)

    def node(self, word: str) -> str:
        """Return the name of a type of node."""
        return self._of(_NODES.get(word), word)


@cache
def terms(language: str) -> Terms:
    """Return the words of the ontology in a language, in English where it has none."""
    labels: dict[str, dict[str, str]] = {}
    for triple in ox.parse(path=str(share.path("ontology", "diplokg.ttl")), format=ox.RdfFormat.TURTLE):
        if triple.predicate.value in {RDFS.label, SKOS.prefLabel} and isinstance(triple.object, ox.Literal):
            labels.setdefault(triple.subject.value, {})[triple.object.language or ""] = triple.object.value
    return Terms({node: names.get(language) or names.get("en", "") for node, names in labels.items()})
