"""Finds what is called so in a store: by label or alias, or by an id in any form that is printed anywhere."""

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox
from rapidfuzz import process

from kg import iri, lang
from kg.errors import QueryError
from kg.vocab import DK, PREFIXES, RDF, RDFS, SKOS

__all__ = ["called", "counted", "described", "joined", "outlets"]

_LABEL = ox.NamedNode(SKOS.prefLabel)
_ALIAS = ox.NamedNode(SKOS.altLabel)
_SAME = ox.NamedNode(SKOS.exactMatch)
_ABOUT = (DK.aboutAgreement, DK.aboutCommitment)
"""From a report to what it reports."""
_QID = re.compile(r"Q\d+")


def called(store: ox.Store, name: str) -> list[str]:
    """Return the IRIs of what bears a name in the store, sorted; preferred labels win over aliases.

    Accents, hyphens and capitals do not count; a kind of office is the name of each office of the kind.  An id stands for itself in any form: as an IRI, in angle brackets or
    not, with a prefix (`id:person/mike-pompeo`, `wd:Q846`), without (`person/mike-pompeo`, `event/...`, `Q846`), or
    by its last part.

    Raises:
        QueryError: nothing is called so; the message names what comes near.
    """
    given = name.strip().removeprefix("<").removesuffix(">")
    kind = _by_kind(store, name)
    return (
        _by_id(store, given)
        or _reported(store, sorted({*_by_label(store, name), *kind}) or _by_end(store, given))
        or _nothing(store, name)
    )


def _by_kind(store: ox.Store, name: str) -> list[str]:
    """Return the offices of a kind that is named ("foreign minister", foreign_minister)."""
    kind = ox.Literal(re.sub(r"[\s_-]+", "_", name.strip().casefold()))
    quads = store.quads_for_pattern(None, ox.NamedNode(DK.officeKind), kind, None)
    offices = {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
    return sorted(each for each in offices if DK.Office in _values(store, ox.NamedNode(each), RDF.type))


def joined(store: ox.Store, found: Iterable[str]) -> list[str]:
    """Return things with all that judgements join to them: a question on one of two names is one on both."""
    node = ox.NamedNode(DK.joinedTo)
    whole = set(found)
    for each in sorted(whole):
        heads = {each, *_values(store, ox.NamedNode(each), DK.joinedTo)}
        for head in heads:
            members = store.quads_for_pattern(None, node, ox.NamedNode(head), None)
            whole |= {head, *(quad.subject.value for quad in members if isinstance(quad.subject, ox.NamedNode))}
    return sorted(whole)


def counted(store: ox.Store, thing: str, articles: Iterable[str]) -> tuple[int, int]:
    """Return how many articles and how many independent ones stand behind a thing.

    Args:
        store: with its graph `consolidated`.
        thing: IRI; what consolidation counts is as it counts it.
        articles: those that say something of it, counted where consolidation does not.
    """
    stated = [_values(store, ox.NamedNode(thing), predicate) for predicate in (DK.articleCount, DK.witnessCount)]
    if all(stated):
        return int(stated[0][0]), int(stated[1][0])
    found = set(articles)
    first = {(_values(store, ox.NamedNode(each), DK.reprintOf) or [each])[0] for each in found}
    return len(found), len(first)


def described(store: ox.Store, found: Iterable[str]) -> list[str]:
    """Return things as one may choose among them: `Georgia (Country, country/GE)`."""
    told = []
    for each in found:
        node = ox.NamedNode(each)
        labels = [
            *_values(store, node, SKOS.prefLabel),
            *_values(store, node, RDFS.label),
            *_values(store, node, SKOS.altLabel),
        ]
        kinds = sorted({value.rpartition("#")[2] for value in _values(store, node, RDF.type) if "#" in value})
        short = each.removeprefix(iri.ENTITY).removeprefix(iri.BASE)
        told.append(f"{next(iter(labels), short)} ({', '.join([*kinds[:1], short])})")
    return told


def outlets(store: ox.Store) -> frozenset[str]:
    """Return the outlets that the store has articles of, as written."""
    quads = store.quads_for_pattern(None, ox.NamedNode(DK.source), None, None)
    return frozenset(quad.object.value for quad in quads if isinstance(quad.object, ox.Literal))


def _by_id(store: ox.Store, given: str) -> list[str]:
    prefix, _, rest = given.partition(":")
    item = given.removeprefix("wd:").removeprefix(iri.WIKIDATA)
    if _QID.fullmatch(item):  # of whoever bears the id, not of the item itself
        quads = store.quads_for_pattern(None, _SAME, ox.NamedNode(iri.wikidata(item)), None)
        bearers = {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
        if bearers:
            return sorted(bearers)
    expanded = [PREFIXES[prefix] + rest] if prefix in PREFIXES else []
    for candidate in (given, *expanded, iri.entity(given), iri.article(given), iri.BASE + given):
        if "://" in candidate and " " not in candidate and _occurs(store, candidate):
            return [candidate]
    return []


def _by_label(store: ox.Store, name: str) -> list[str]:
    for predicate in (_LABEL, _ALIAS):
        exact = [ox.Literal(name), *(ox.Literal(name, language=code) for code in lang.codes())]
        found = {subject for label in exact for _, subject in _labels(store, predicate, label)}
        if found:
            return sorted(found)
    wanted = iri.slug(name)
    for predicate in (_LABEL, _ALIAS):
        found = {subject for label, subject in _labels(store, predicate) if iri.slug(label) == wanted}
        if found:
            return sorted(found)
    return []


def _by_end(store: ox.Store, given: str) -> list[str]:
    """Return what has an IRI of ours that ends in an id: things described before things only spoken of."""
    if not given or re.search(r"[\s<>\"{}|^`\\]", given):
        return []
    found = store.query(
        f'SELECT DISTINCT ?s {{ GRAPH ?g {{ ?s a ?class }} FILTER(STRENDS(STR(?s), "/{given}") && STRSTARTS(STR(?s), "{iri.BASE}")) }}'
    )
    assert isinstance(found, ox.QuerySolutions)
    return sorted(row[0].value for row in found if isinstance(row[0], ox.NamedNode))


def _reported(store: ox.Store, found: list[str]) -> list[str]:
    """Return things with what articles report of them taken for the things themselves: both bear the name."""
    meant: set[str] = set()
    for each in found:
        told_of = [thing for link in _ABOUT for thing in _values(store, ox.NamedNode(each), link)]
        meant.update(told_of or [each])
    return sorted(meant)


def _nothing(store: ox.Store, name: str) -> list[str]:
    labels = {label for one in (_LABEL, _ALIAS) for label, _ in _labels(store, one) if 2 * len(label) > len(name)}
    near = [label for label, _, _ in process.extract(name, sorted(labels), limit=3, score_cutoff=70)]
    hint = f"Near it: {'; '.join(near)}." if near else "Names are listed by: kg query STORE actors"
    raise QueryError(f"nothing in the store is called {name!r}. {hint}")


def _labels(store: ox.Store, predicate: ox.NamedNode, label: ox.Literal | None = None) -> Iterator[tuple[str, str]]:
    for quad in store.quads_for_pattern(None, predicate, label, None):
        if isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode):
            yield quad.object.value, quad.subject.value


def _values(store: ox.Store, node: ox.NamedNode, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(node, ox.NamedNode(predicate), None, None)
    return sorted({quad.object.value for quad in quads if isinstance(quad.object, ox.Literal | ox.NamedNode)})


def _occurs(store: ox.Store, candidate: str) -> bool:
    try:
        node = ox.NamedNode(candidate)
    except ValueError:
        return False
    subjects, objects = store.quads_for_pattern(node, None, None, None), store.quads_for_pattern(None, None, node, None)
    return next(subjects, None) is not None or next(objects, None) is not None
