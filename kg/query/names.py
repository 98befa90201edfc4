"""Finds what is called so in a store: by label or alias, id or IRI."""

from collections.abc import Iterator

import pyoxigraph as ox
from rapidfuzz import process

from kg import iri, lang
from kg.errors import QueryError

__all__ = ["called"]

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_LABEL = ox.NamedNode(f"{_SKOS}prefLabel")
_ALIAS = ox.NamedNode(f"{_SKOS}altLabel")


def called(store: ox.Store, name: str) -> list[str]:
    """Return the IRIs of what bears a name in the store, sorted; preferred labels win over aliases.

    Accents, hyphens and capitals do not count.  An IRI, in angle brackets or not, an id (`Q846`,
    `person/mike-pompeo`) and the end of one of our IRIs (`article/...`) stand for themselves.

    Raises:
        QueryError: nothing is called so; the message names what comes near.
    """
    given = name.removeprefix("<").removesuffix(">")
    for candidate in (given, iri.entity(given), iri.article(given), iri.BASE + given):
        if "://" in candidate and " " not in candidate and _occurs(store, candidate):
            return [candidate]
    for predicate in (_LABEL, _ALIAS):
        exact = [ox.Literal(name), *(ox.Literal(name, language=code) for code in lang.codes())]
        found = {subject for label in exact for _, subject in _labels(store, predicate, label)}
        if found:
            return sorted(found)
    wanted = iri.slug(name)
    labels: dict[str, str] = {}
    for predicate in (_LABEL, _ALIAS):
        found = set()
        for label, subject in _labels(store, predicate):
            labels.setdefault(label, subject)
            if iri.slug(label) == wanted:
                found.add(subject)
        if found:
            return sorted(found)
    near = [label for label, _, _ in process.extract(name, sorted(labels), limit=3, score_cutoff=60)]
    raise QueryError(f"nothing in the store is called {name!r}." + (f" Near it: {'; '.join(near)}." if near else ""))


def _labels(store: ox.Store, predicate: ox.NamedNode, label: ox.Literal | None = None) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, predicate, label, None):
        if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode):
            yield quad.object.value, quad.subject.value


def _occurs(store: ox.Store, candidate: str) -> bool:
    try:
        node = ox.NamedNode(candidate)
    except ValueError:
        return False
    subjects, objects = store.quads_for_pattern(node, None, None, None), store.quads_for_pattern(None, None, node, None)
    return next(subjects, None) is not None or next(objects, None) is not None
