"""The graph `links`: what each thing is linked to, and which things are one, as the judgements rule.

It follows from the article graphs, the authority and the judgements, and is made anew with each of them.  A thing that
the authority lacks has its linking status here; one that the authority knows has it here where somebody has judged
its link, else in the graph `authority`.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import msgspec
import pyoxigraph as ox

from kg import iri
from kg.judgements import Link, Rulings
from kg.vocab import DK, LINKING_STATUSES, RDF, RDFS, SKOS

__all__ = ["GRAPH", "linking", "links", "local"]

GRAPH = iri.graph("links")

_LOCAL = iri.ENTITY + "local/"
_ARTICLE = iri.article_graph("")
_LINKING = (DK.linkingStatus, SKOS.exactMatch, SKOS.closeMatch)
_NO_LINK = Link()


class _Thing(msgspec.Struct):
    """What the article graphs or the authority say of an actor, place, office or agreement."""

    known: bool
    classes: set[str] = set()
    items: set[str] = set()
    candidates: set[str] = set()


def links(store: ox.Store, known: Iterable[ox.Quad], rulings: Rulings) -> tuple[list[ox.Quad], list[ox.Quad]]:
    """Return the quads of the graph `authority` without the links that are judged, and those of the graph `links`.

    Args:
        store: the articles.
        known: what the authority says of the things that articles and judgements name, as far as `linking`.
        rulings: the judgements.
    """
    authority = list(known)
    ruled = {thing: link for thing, link in rulings.links().items() if thing.startswith(iri.ENTITY)}
    things = {**_local(store), **_known(authority)}
    item_of = {name: _item(thing, ruled.get(name, _NO_LINK)) for name, thing in things.items()}
    joined = _joined(things, item_of, ruled, rulings)
    statements: list[tuple[str, str, str | ox.Literal]] = []
    told = {name for name, thing in things.items() if not thing.known or name in ruled or name in joined}
    for name in told:
        link, heir = ruled.get(name, _NO_LINK), item_of.get(joined.get(name, ""), "")
        inherited = heir if heir not in link.refused else ""
        statements += _statements(name, things[name], item_of[name] or inherited, link)
    statements += [(name, DK.joinedTo, heir) for name, heir in joined.items()]
    moved = [quad for quad in authority if not (_name(quad.subject) in told and quad.predicate.value in _LINKING)]
    return moved, sorted(_quads(statements), key=str)


def linking(quads: bytes) -> bytes:
    """Return those of some N-Quads that links follow from."""
    predicates = tuple(f"<{name}>".encode() for name in (*_LINKING, RDF.type))
    return b"".join(line for line in quads.splitlines(keepends=True) if line.split(b" ", 2)[1] in predicates)


def local(quads: bytes) -> bytes:
    """Return those of the N-Quads of an article that are about things which the authority lacks."""
    stem = f"<{_LOCAL}".encode()
    return b"".join(line for line in quads.splitlines(keepends=True) if line.startswith(stem))


def _quads(statements: Iterable[tuple[str, str, str | ox.Literal]]) -> Iterator[ox.Quad]:
    graph = ox.NamedNode(GRAPH)
    for subject, predicate, value in dict.fromkeys(statements):
        node = ox.NamedNode(value) if isinstance(value, str) else value
        yield ox.Quad(ox.NamedNode(subject), ox.NamedNode(predicate), node, graph)


def _name(node: object) -> str:
    return node.value if isinstance(node, ox.NamedNode) else ""


def _local(store: ox.Store) -> dict[str, _Thing]:
    """Return the things that articles name and the authority lacks."""
    found: dict[str, _Thing] = {}
    for quad in store.quads_for_pattern(None, ox.NamedNode(RDFS.label), None, None):
        name = _name(quad.subject)
        if name.startswith(_LOCAL) and _name(quad.graph_name).startswith(_ARTICLE):
            found.setdefault(name, _Thing(known=False))
    for predicate in (SKOS.exactMatch, SKOS.closeMatch, RDF.type):
        for name, thing in found.items():
            for quad in store.quads_for_pattern(ox.NamedNode(name), ox.NamedNode(predicate), None, None):
                if _name(quad.graph_name).startswith(_ARTICLE):
                    _add(thing, predicate, _name(quad.object))
    return found


def _known(authority: Iterable[ox.Quad]) -> dict[str, _Thing]:
    """Return the things that the authority describes and that may be linked."""
    found: dict[str, _Thing] = defaultdict(lambda: _Thing(known=True))
    linkable: set[str] = set()
    for quad in authority:
        name, predicate = _name(quad.subject), quad.predicate.value
        _add(found[name], predicate, _name(quad.object))
        if predicate == DK.linkingStatus:
            linkable.add(name)
    return {name: found[name] for name in linkable}


def _add(thing: _Thing, predicate: str, value: str) -> None:
    if predicate == SKOS.exactMatch:
        thing.items.add(value.removeprefix(iri.WIKIDATA))
    elif predicate == SKOS.closeMatch:
        thing.candidates.add(value.removeprefix(iri.WIKIDATA))
    elif predicate == RDF.type:
        thing.classes.add(value)


def _item(thing: _Thing, link: Link) -> str:
    """Return the Wikidata id of a thing: the one that is ruled, else the one that it came with, unless that is refused."""
    return link.item or min(thing.items - link.refused, default="")


def _statements(name: str, thing: _Thing, item: str, link: Link) -> Iterator[tuple[str, str, str | ox.Literal]]:
    others = dict.fromkeys((*link.candidates, *sorted((thing.candidates | thing.items) - link.refused)))
    candidates = [each for each in others if each != item]
    status = "linked" if item else "candidate" if candidates else "unlinked"
    yield name, DK.linkingStatus, LINKING_STATUSES[status]
    if item:
        yield name, SKOS.exactMatch, iri.wikidata(item)
    for each in candidates:
        yield name, SKOS.closeMatch, each if "://" in each else iri.wikidata(each)


# ---------------------------------------------------------------- which things are one


class _Groups:
    """Things that are one, kept apart where a ruling says so."""

    def __init__(self, apart: Iterable[tuple[str, str]]) -> None:
        self._group: dict[str, frozenset[str]] = {}
        self._apart = frozenset(apart)

    def of(self, name: str) -> frozenset[str]:
        return self._group.get(name, frozenset({name}))

    def join(self, one: str, other: str) -> None:
        mine, theirs = self.of(one), self.of(other)
        if mine != theirs and not any((min(a, b), max(a, b)) in self._apart for a in mine for b in theirs):
            whole = mine | theirs
            self._group.update(dict.fromkeys(whole, whole))

    def heirs(self) -> dict[str, str]:
        """Return each thing of a group with the one that stands for it, which is left out itself."""
        heads = {group: min(group, key=_standing) for group in set(self._group.values())}
        return {name: heads[group] for name, group in self._group.items() if heads[group] != name}


def _standing(name: str) -> tuple[bool, bool, str]:
    """Order things by how well they stand for others: curated ones first, then officials, then those of articles."""
    end = name.removeprefix(iri.ENTITY)
    return name.startswith(_LOCAL), end[:1] == "Q" and end[1:].isdigit(), name


def _joined(
    things: Mapping[str, _Thing], item_of: Mapping[str, str], ruled: Mapping[str, Link], rulings: Rulings
) -> dict[str, str]:
    """Return each thing that is joined to another, with that one.

    A judgement joins two; so does one Wikidata item, but not two things that the authority tells apart under one item,
    as a city and its state.
    """
    decisions = [each for each in rulings.joins() if each.verdict != "unsure"]
    groups = _Groups(each.pair for each in decisions if each.verdict == "different")
    for each in decisions:
        if each.verdict == "same" and each.one in things and each.other in things:
            groups.join(each.one, each.other)
    by_item: dict[str, list[str]] = defaultdict(list)
    for name in sorted(things):
        if item_of[name]:
            by_item[item_of[name]].append(name)
    for names in by_item.values():
        settled = [name for name in names if things[name].known and name not in ruled]
        for name in names:
            if name not in settled:
                alike = [each for each in settled or names if things[each].classes & things[name].classes]
                groups.join(name, min(alike or settled or names))
    return groups.heirs()
