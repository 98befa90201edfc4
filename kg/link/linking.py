"""From things without a Wikidata item to judgements on what they may be."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

import pyoxigraph as ox

from kg import __version__, iri, plugins
from kg.errors import InputError
from kg.judgements import Agent, Judgement, Rulings
from kg.link.candidate import Candidate, Found, LinkType, Thing, merged
from kg.link.scoring import Scored, score, settings
from kg.link.sources import Sources
from kg.link.things import unlinked

__all__ = ["LINKER", "Progress", "Proposal", "label", "link", "propose_one", "replaced"]

Progress = Callable[[int, int, str], None]

LINKER = Agent("kg link", __version__)
"""Who judges where a linker found the item."""
_TOGETHER = 50
"""Things that are asked for at a time."""
_KEPT = 5
"""Candidates of a thing that are kept to be judged."""
_CLEAR = 3.0
"""How many times as sure as the next the best must be to be linked."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was found for one thing."""

    thing: Thing
    scored: tuple[Scored, ...]
    """Candidates, the best first."""
    linked: bool
    """True where the best is sure enough."""

    @property
    def item(self) -> str:
        """The Wikidata id that the thing is linked to, or nothing."""
        return self.scored[0].candidate.id if self.linked else ""

    def judgements(self, when: datetime) -> list[Judgement]:
        """Return what is to be recorded: the link, or the best candidates to be judged."""
        kept = self.scored[:1] if self.linked else self.scored[:_KEPT]
        return [self._judgement(each, when) for each in kept]

    def _judgement(self, each: Scored, when: datetime) -> Judgement:
        found = each.candidate
        told = f"{label(each)}: {', '.join(each.signs)} (by {', '.join(found.sources)})"
        return Judgement.on(
            self.thing.iri,
            iri.wikidata(found.id),
            "same" if self.linked else "unsure",
            LINKER,
            when,
            told,
            reports=(self.thing.reports, ()),
            score=each.score,
            asked=found.asked,
            answer=found.digest,
        )


def label(each: Scored) -> str:
    """Return a name and the description of a candidate."""
    found = each.candidate
    by_language = {code: text for text, code in reversed((*found.labels, *found.aliases))}
    name = by_language.get("en") or by_language.get("mul") or next(iter(by_language.values()), found.id)
    return f"{name} ({found.description})" if found.description else name


def link(
    store: ox.Store,
    sources: Sources,
    rulings: Rulings,
    *,
    types: Collection[LinkType] = (),
    limit: int | None = None,
    threshold: float | None = None,
    linkers: Collection[str] = (),
    progress: Progress | None = None,
) -> list[Proposal]:
    """Return what linkers find for the things of a store that have no Wikidata item; the store is left as it is.

    Args:
        store: a store, derived.
        sources: what may be asked.
        rulings: the judgements of the store.
        types: kinds of things; all by default.
        limit: at most so many things, those that most articles name.
        threshold: score from which the best candidate is linked; by default as measured.
        linkers: names of the linkers to use; all by default.
        progress: called with things done, things in all, and the name of the next.

    Raises:
        InputError: an unknown linker, or a threshold out of bounds.
        EndpointError: a service cannot be asked.
        RefusedError: an answer is not taken.
    """
    least = settings().threshold if threshold is None else threshold
    if not 0 < least <= 1:
        raise InputError(f"threshold {least}: a score is above 0 and at most 1.")
    things = unlinked(store, rulings, types, limit)
    things.sort(key=lambda thing: thing.type == "agreement")  # last: an agreement is known by its parties
    found: list[Proposal] = []
    linked: dict[str, str] = {}
    for start in range(0, len(things), _TOGETHER):
        part = [_with_parties(thing, linked) for thing in things[start : start + _TOGETHER]]
        if progress is not None:
            progress(start, len(things), part[0].names[0][0] if part[0].names else "")
        candidates = _candidates(part, sources, linkers or plugins.names("kg.linkers"))
        found += [propose_one(thing, score(thing, candidates[thing.iri]), least) for thing in part]
        linked |= {each.thing.iri: each.item for each in found if each.linked}
    if progress is not None:
        progress(len(things), len(things), "")
    return _one_each(found)


def _with_parties(thing: Thing, linked: dict[str, str]) -> Thing:
    """Return an agreement with the items of parties that have just been linked."""
    new = frozenset(linked[party] for party in thing.others if party in linked)
    return replace(thing, parties=thing.parties | new) if new else thing


def _candidates(things: Sequence[Thing], sources: Sources, linkers: Iterable[str]) -> dict[str, list[Candidate]]:
    found: dict[str, list[Found]] = defaultdict(list)
    for name in linkers:
        linker = cast("Callable[[Sequence[Thing], Sources], Iterable[Found]]", plugins.load("kg.linkers", name))
        for each in linker(things, sources):
            found[each.thing].append(each)
    whole = merged(each.candidate for every in found.values() for each in every)
    return {
        thing.iri: [whole[item] for item in dict.fromkeys(each.candidate.id for each in found[thing.iri])]
        for thing in things
    }


def propose_one(thing: Thing, scored: Sequence[Scored], least: float) -> Proposal:
    """Return what scored candidates, the best first, come to at a threshold."""
    kept = tuple(each for each in scored if each.score >= settings().floor)
    clear = len(scored) < 2 or scored[0].score >= _CLEAR * scored[1].score
    sure = bool(kept) and kept[0].score >= least and kept[0].candidate.sure
    return Proposal(thing, kept, sure and clear)


def _one_each(found: Sequence[Proposal]) -> list[Proposal]:
    """Return proposals such that no item is linked to two things of one run: they would be one without being judged so."""
    by_item: dict[str, list[Proposal]] = defaultdict(list)
    for each in found:
        if each.linked:
            by_item[each.item].append(each)
    return [
        replace(each, linked=False) if each.linked and not _stands(each, by_item[each.item]) else each for each in found
    ]


def _stands(each: Proposal, rivals: Sequence[Proposal]) -> bool:
    """Tell whether a proposal is the surest of those for one item, or bears the same name as it."""
    best = max(rivals, key=lambda rival: (rival.scored[0].score, rival.thing.articles, rival.thing.iri))
    if each is best:
        return True
    mine, theirs = ({text.casefold() for text, _ in one.thing.names} for one in (each, best))
    return bool(mine & theirs)


def replaced(made: Iterable[Judgement], found: Sequence[Proposal], when: datetime) -> list[Judgement]:
    """Return judgements with what a run found; of things that it found something for, what linkers found earlier goes."""
    again = {each.thing.iri for each in found if each.scored}
    new = {judgement.iri: judgement for each in found for judgement in each.judgements(when)}
    kept = [each for each in made if each.by.is_person or each.thing not in again or each.iri in new]
    known = {each.iri for each in kept}  # who finds the same again says nothing new
    return [*kept, *(each for name, each in new.items() if name not in known)]
