"""The graph `consolidated` made anew: all that is decided first, then written part by part.

Two reports of different families of types are never compared, so that events are decided family by family; families
that a ruling of a person brings together are decided as one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

import pyoxigraph as ox
from msgspec.structs import replace

from kg import iri
from kg.consolidate.agreements import Agreement, agreements
from kg.consolidate.corpus import Corpus
from kg.consolidate.events import Event, event, keys_of, profile_of, report_of
from kg.consolidate.grouping import Group, Report, groups
from kg.consolidate.judged import Obeyed, Rulings, items_of
from kg.consolidate.kept import Kept
from kg.consolidate.notes import Notebook, keys_of_agreement
from kg.consolidate.profile import Profile
from kg.consolidate.reading import Read
from kg.consolidate.sources import bands, reprints
from kg.consolidate.writing import document

__all__ = ["Anew"]

Value = TypeVar("Value")

_TOGETHER = 2_000
"""Events that are written in one part."""
_PARTS = ("cast", "places", "exact_place", "when", "deadline", "amounts", "agreement", "story")
"""Of a profile, what many have in common."""


class Anew:
    """All that follows from the articles of a store, decided anew."""

    def __init__(
        self, store: ox.Store, obeyed: Obeyed, *, noted: bool, told: Mapping[str, bytes] | None = None
    ) -> None:
        """Decide which reports are of one event or agreement.

        Args:
            store: the store, whose notes alone are changed.
            obeyed: what persons and linkers have judged.
            noted: whether notes are kept for updates.
            told: the article graphs as N-Quads, where they are not in the store.
        """
        self._notebook = Notebook(store) if noted else None
        self._obeyed, rulings = obeyed, obeyed.on_events
        self._corpus = Corpus(store, obeyed, self._note_article if noted else None, told)
        self._first = reprints(self._corpus.docs)
        self._agreements = self._agreed()
        self._agreement_of = {report.iri: each.iri for each in self._agreements for report in each.reports}
        self._binding = {report.iri: each.iri for each in self._agreements if each.firm for report in each.reports}
        self._canonical: dict[str, str] = {}
        self._groups = Kept(Group)
        for families in _together(sorted(self._corpus.families), rulings, self._corpus.family_of):
            self._decide(families, rulings)
        if self._notebook is not None:
            self._notebook.close()

    @property
    def noted(self) -> bool:
        """True where notes are kept."""
        return self._notebook is not None

    @property
    def articles(self) -> int:
        """Number of articles."""
        return len(self._corpus.docs)

    def parts(self) -> Iterator[bytes]:
        """Yield the graph as N-Quads, part by part; what several events name may stand in several parts."""
        corpus = self._corpus
        found = (self._event(group) for group in self._groups)
        while part := list(islice(found, _TOGETHER)):
            yield document(part, [], [], self._first, corpus.world, corpus.described, self._canonical)
            links = items_of({each.iri: each.reports for each in part}, self._obeyed.links)
            yield b"".join(f"{quad} .\n".encode() for quad in links)
        for made in _slices(self._agreements):
            yield document([], made, [], self._first, corpus.world, corpus.described, self._canonical)
        for docs in _slices(corpus.docs):
            yield document([], [], docs, self._first, corpus.world, corpus.described)

    # ---------------------------------------------------------------- decisions

    def _agreed(self) -> list[Agreement]:
        told, world = self._corpus.agreements, self._corpus.world
        if self._notebook is not None:
            for report in told:
                self._notebook.keys({report.iri: keys_of_agreement(report, world)})
        return agreements(told, world, self._obeyed.on_agreements)

    def _decide(self, families: Sequence[str], rulings: Rulings) -> None:
        """Group the reports of some families of types."""
        for group in groups(self._profiles(families), self._corpus.world, rulings, self._noting()):
            self._groups.put(group)
            meant = [report.iri for report in group.reports if report.iri in self._corpus.meant]
            if meant:
                event_iri = iri.canonical("event", (report.iri for report in group.reports))
                self._canonical.update(dict.fromkeys(meant, event_iri))

    def _profiles(self, families: Sequence[str]) -> Iterator[tuple[Report, Profile]]:
        """Yield reports with their profiles, the same value once in memory."""
        same: dict[object, Any] = {}
        for family in families:
            for at, told in self._corpus.reports.of(self._corpus.families[family]):
                profile = profile_of(told, self._binding, self._corpus.world)
                yield replace(report_of(told, at), article=_once(told.article, same)), _shared(profile, same)

    def _event(self, group: Group) -> Event:
        reports = [self._corpus.reports.get(report.at) for report in group.reports]
        return event(reports, group.judged, self._agreement_of, self._corpus.world)

    # ---------------------------------------------------------------- notes

    def _note_article(self, read: Read) -> None:
        reports = [told.iri for told in read.events] + [told.iri for told in read.agreements]
        assert self._notebook is not None
        self._notebook.article(read.doc.iri, read.facts, bands(read.doc), reports)

    def _noting(self) -> Callable[[Profile, Sequence[Report]], None] | None:
        notebook, world = self._notebook, self._corpus.world
        if notebook is None:
            return None
        return lambda profile, reports: notebook.keys(keys_of(profile, reports, world))


def _shared(profile: Profile, same: dict[object, Any]) -> Profile:
    """Return a profile of parts that are in memory once."""
    return replace(profile, **{part: _once(getattr(profile, part), same) for part in _PARTS})


def _once(value: Value, same: dict[object, Any]) -> Value:
    found: Value = same.setdefault(value, value)
    return found


def _together(families: Sequence[str], rulings: Rulings, family_of: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield the families that are decided as one: each alone, but for those that rulings bring together."""
    with_: dict[str, set[str]] = {family: {family} for family in families}
    for one, other in rulings:
        if one in family_of and other in family_of:
            joined = with_[family_of[one]] | with_[family_of[other]]
            with_.update(dict.fromkeys(joined, joined))
    yield from (sorted(with_[family]) for family in families if family == min(with_[family]))


def _slices(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    for at in range(0, len(values), _TOGETHER):
        yield values[at : at + _TOGETHER]
