"""What persons and linkers decide goes into a store, and what follows from it is made anew.

judge      two things by name, id or IRI, and a verdict -> a judgement
record     judgements -> the store
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg import authority, graph, iri, judgements
from kg.errors import InputError, KgError, QueryError
from kg.judgements import Agent, Judgement, Verdict
from kg.judgements.things import Thing, comparable, item, thing
from kg.link.linking import Proposal, replaced
from kg.link.linking import link as propose
from kg.link.sources import Sources
from kg.query import called
from kg.run import derive
from kg.store import Store
from kg.vocab import SKOS

__all__ = ["clashes", "find", "judge", "judgement", "link", "read_judgements", "record"]

_ITEM = re.compile(r"<?(?:wd:|http://www\.wikidata\.org/entity/|https://www\.wikidata\.org/wiki/)?(Q[1-9][0-9]*)>?")
_GRAPH = ox.NamedNode(judgements.GRAPH)


def judge(
    store: Store, one: str, other: str, verdict: Verdict, *, by: str, why: str = "", when: datetime | None = None
) -> Judgement:
    """Record what a person finds of two things, and make anew what follows from it.

    Args:
        store: an open store.
        one: an actor, place, office, event, agreement or claim, by name, id or IRI.
        other: the same, or a Wikidata id.
        verdict: same, different or unsure.
        by: who says so.
        why: the reason.
        when: when it was said; now by default.

    Raises:
        QueryError: nothing, or more than one thing, is called so.
        InputError: the two cannot be compared, or nobody is named.
    """
    made = judgement(store, one, other, verdict, by=by, why=why, when=when or datetime.now(UTC))
    record(store, [made])
    return made


def judgement(store: Store, one: str, other: str, verdict: Verdict, *, by: str, why: str, when: datetime) -> Judgement:
    """Return what `judge` would record; the store is left as it is."""
    name, reason = (" ".join(text.encode("utf-8", "replace").decode().split()) for text in (by, why))
    if not name:
        raise InputError("who judges is not known. Name yourself with --by.")
    made = judgements.read(store.oxigraph)
    first, second = find(store, one, made), find(store, other, made, second=True)
    if not comparable(first, second):
        raise InputError(f"{one} is {_a(first.kind)}, {other} is {_a(second.kind)}: they cannot be the same thing.")
    if first.iri == second.iri:
        raise InputError(f"{one} and {other} are one thing already: name two of its reports to part them.")
    reports = _sides(first, second, made)
    return Judgement.on(first.iri, second.iri, verdict, Agent(name), when, reason, reports=reports)


def clashes(store: Store, made: Judgement) -> list[str]:
    """Return what speaks against a judgement that a thing is a Wikidata item: who bears it, and what the thing bears."""
    if not made.item or made.verdict != "same":
        return []
    known, match = authority.load(), ox.NamedNode(SKOS.exactMatch)
    own = made.thing.removeprefix(iri.ENTITY)
    linked = store.oxigraph.quads_for_pattern(None, match, ox.NamedNode(iri.wikidata(made.item)))
    others = {q.subject.value.removeprefix(iri.ENTITY) for q in linked if isinstance(q.subject, ox.NamedNode)}
    borne = store.oxigraph.quads_for_pattern(ox.NamedNode(made.thing), match, None)
    items = {q.object.value.rpartition("/")[2] for q in borne if isinstance(q.object, ox.NamedNode)}
    if own in known and known.entry(own).wikidata:
        items.add(known.entry(own).wikidata)
    return [
        *(
            f"{made.item} is the id of {other} already"
            for other in sorted(({*others, *known.linked(made.item)}) - {own})
        ),
        *(f"{own} has the id {each} already" for each in sorted(items - {made.item})),
    ]


def _a(kind: str) -> str:
    names = {"item": "a Wikidata item", "body": "an organisation"}
    return names.get(kind, f"{'an' if kind[0] in 'aeo' else 'a'} {kind}")


def _sides(first: Thing, second: Thing, made: Iterable[Judgement]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the reports of two things; of a pair that was judged before, those that it was judged on."""
    for each in made:
        if set(each.pair) == {first.iri, second.iri}:
            mine, theirs = each.one_reports, each.other_reports
            return (mine, theirs) if each.one == first.iri else (theirs, mine)
    return first.reports, second.reports


def link(store: Store, sources: Sources, *, when: datetime | None = None, **options: Any) -> list[Proposal]:
    """Propose Wikidata items for what has none, and record what was found: links and candidates.

    Args:
        store: an open store.
        sources: what may be asked.
        when: when this is; now by default.
        options: those of `kg.link.linking.link`: types, limit, threshold, linkers, progress.

    Raises:
        InputError: an option is wrong.
        LinkError: a service cannot be asked, or its answer is not taken; the store is as before.
    """
    made = judgements.read(store.oxigraph)
    found = propose(store.oxigraph, sources, judgements.Rulings(made), **options)
    kept = replaced(made, found, when or datetime.now(UTC))
    if judgements.quads(kept) != judgements.quads(made):
        _write(store, kept)
    return found


def find(store: Store, name: str, made: Iterable[Judgement] = (), *, second: bool = False) -> Thing:
    """Return the one thing that is meant; of two, the second may be a Wikidata id.

    Raises:
        QueryError: nothing, or more than one thing, is called so.
        InputError: it cannot be judged.
    """
    qid = _ITEM.fullmatch(name.strip())
    if qid and (second or not name.strip().startswith("Q")):
        return item(qid[1])
    given = name.strip().removeprefix("<").removesuffix(">")
    judged = {each for judgement_ in made for each in judgement_.pair}
    full = next((each for each in (given, iri.entity(given), iri.BASE + given) if each in judged), "")
    found = [full] if full else _called(store, name)
    if len(found) > 1:
        which = ", ".join(each.removeprefix(iri.ENTITY).removeprefix(iri.BASE) for each in found)
        raise QueryError(f"{name}: {len(found)} things are called so: {which}. Name one by its id.")
    return thing(_described(store, found[0]), found[0], made)


def _described(store: Store, node: str) -> ox.Store:
    """Return a store that describes a thing: the one at hand, or what the authority says of one that no article names."""
    if next(store.oxigraph.quads_for_pattern(ox.NamedNode(node), None, None, None), None) is not None:
        return store.oxigraph
    held = ox.Store()
    held.extend(graph.authority_quads(authority.load(), [node.removeprefix(iri.ENTITY)]))
    return held


def _called(store: Store, name: str) -> list[str]:
    """Return what is called so in a store, or the entry of the authority that has this id."""
    try:
        return called(store.oxigraph, name)
    except QueryError:
        given = name.strip().removeprefix("<").removesuffix(">").removeprefix(iri.ENTITY)
        if given not in authority.load():
            raise
        return [iri.entity(given)]


def record(store: Store, made: Iterable[Judgement]) -> None:
    """Add judgements to a store and make anew what follows from them; all or none.

    Raises:
        StoreError: the store cannot be written; it is as before.
    """
    _write(store, [*judgements.read(store.oxigraph), *made])


def _write(store: Store, whole: Iterable[Judgement]) -> None:
    try:
        store.replace(judgements.GRAPH, judgements.quads(whole))
        derive(store, ())
    except KgError:
        store.rollback()
        raise
    store.commit()


def read_judgements(file: Path) -> list[Judgement]:
    """Return the judgements in the export of a store (N-Quads).

    Raises:
        InputError: the file is missing, no N-Quads or holds no judgement.
    """
    held = ox.Store()
    try:
        quads = ox.parse(path=str(file), format=ox.RdfFormat.N_QUADS)
        held.extend(quad for quad in quads if quad.graph_name == _GRAPH)
    except (OSError, SyntaxError) as error:
        raise InputError(
            f"{file}: not read ({error}). Name an export of a store: kg export STORE -o FILE.nq"
        ) from error
    found = judgements.read(held)
    if not found:
        raise InputError(f"{file}: holds no judgement. Name the export of a store in which something was judged.")
    return found
