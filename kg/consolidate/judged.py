"""What persons and linkers have judged, as consolidation obeys it: over any rule."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import pyoxigraph as ox
from msgspec.structs import replace

from kg import iri
from kg.consolidate.clusters import Ruled
from kg.consolidate.rules import Verdict
from kg.consolidate.told import Told, ToldAgreement, ToldCommitment, World
from kg.judgements import Judgement, Link, read
from kg.judgements import Rulings as Judgements
from kg.vocab import DK, SKOS

__all__ = [
    "Obeyed",
    "Rulings",
    "agreement_under",
    "event_under",
    "items_of",
    "joined",
    "kept_apart",
    "named_by_rulings",
    "ruled",
    "ruled_by_items",
    "with_items",
    "world_under",
]

Rulings = Mapping[tuple[str, str], Judgement]
"""Two reports, in order -> the judgement that rules on them: same or different."""

_STRENGTH = 10
_SEPARATOR, _JOINED = "\x1f", "joined"


class Obeyed:
    """All judgements of a store, as consolidation obeys them."""

    def __init__(self, store: ox.Store) -> None:
        """Read the judgements and which things are joined."""
        made = Judgements(read(store))
        self.on_events: Rulings = made.reports("event")
        self.on_agreements: Rulings = made.reports("agreement")
        self.links: Mapping[str, Link] = made.links()
        self.name_of = joined(store)

    def event(self, told: Told) -> Told:
        """Return a report of an event with each actor and place under the name of the one that it is joined to."""
        return event_under(told, self.name_of)

    def agreements(self, told: Sequence[ToldAgreement]) -> list[ToldAgreement]:
        """Return reports of agreements under the names and with the items that are judged."""
        under = [agreement_under(report, self.name_of) for report in told]
        return with_items(named_by_rulings(under, self.on_agreements), self.links)

    def texts(self) -> frozenset[str]:
        """Return each judgement as far as it is obeyed: what it is on, then what it says."""
        on_reports = (*self.on_events.items(), *self.on_agreements.items())
        found = {_SEPARATOR.join((one, other, each.verdict, _reason(each))) for (one, other), each in on_reports}
        for thing, link in self.links.items():
            found.add(_SEPARATOR.join((thing, "", link.item, *sorted(link.refused), "", *link.candidates)))
        return frozenset(found | {_SEPARATOR.join((each, name, _JOINED)) for each, name in self.name_of.items()})

    def changed(self, before: frozenset[str]) -> tuple[set[str], set[str]]:
        """Return the reports and agreements, and the actors and places, on which something else was obeyed before."""
        reports, names = set[str](), set[str]()
        for text in before ^ self.texts():
            one, other, *rest = text.split(_SEPARATOR)
            (names if rest == [_JOINED] else reports).update({one, other} - {""})
        return reports, names


class _Report(Protocol):
    """What is told by one article."""

    @property
    def iri(self) -> str:
        """Its IRI."""


def kept_apart(rulings: Rulings | None) -> frozenset[str]:
    """Return the reports that some ruling keeps apart from another."""
    different = ((one, other) for (one, other), each in (rulings or {}).items() if each.verdict == "different")
    return frozenset(report for pair in different for report in pair)


def ruled(rulings: Rulings | None, members: Sequence[Sequence[_Report]]) -> Ruled:
    """Return the rulings on items, each given by its reports."""
    if not rulings:
        return Ruled()
    number_of = {report.iri: number for number, reports in enumerate(members) for report in reports}
    together: dict[tuple[int, int], Verdict] = {}
    apart: set[tuple[int, int]] = set()
    for (one, other), each in rulings.items():
        if one not in number_of or other not in number_of or number_of[one] == number_of[other]:
            continue
        first, second = sorted((number_of[one], number_of[other]))
        if each.verdict == "different":
            apart.add((first, second))
        else:
            together[first, second] = Verdict("same", "judged", _reason(each), _STRENGTH)
    return Ruled(together, frozenset(apart))


def _reason(each: Judgement) -> str:
    return f"{each.by.name}: {each.why}" if each.why else f"judged by {each.by.name}"


def items_of(reports_of: Mapping[str, Sequence[_Report]], links: Mapping[str, Link]) -> list[ox.Quad]:
    """Return the link to Wikidata of each event that has been judged to be an item, by its reports."""
    graph, match = ox.NamedNode(iri.graph("consolidated")), ox.NamedNode(SKOS.exactMatch)
    found = {
        (event, links[report.iri].item)
        for event, reports in reports_of.items()
        for report in reports
        if report.iri in links
    }
    chosen = {event: item for event, item in sorted(found) if item}
    return [
        ox.Quad(ox.NamedNode(event), match, ox.NamedNode(iri.wikidata(item)), graph) for event, item in chosen.items()
    ]


# ---------------------------------------------------------------- agreements


def named_by_rulings(told: Sequence[ToldAgreement], rulings: Rulings) -> list[ToldAgreement]:
    """Return reports of agreements under the name that rulings give them or take from them.

    A ruling on a report and an agreement that the authority knows says whether the report is of that agreement; one on
    two such agreements that they are one, under the IRI that comes first.
    """
    known: dict[str, str] = {}
    other_name: dict[str, str] = {}
    refused: set[tuple[str, str]] = set()
    for (one, other), each in rulings.items():
        names = [name for name in (one, other) if name.startswith(iri.ENTITY)]
        if len(names) == 2 and each.verdict == "same":
            other_name[other] = one
        elif len(names) == 1:
            named = other if names[0] == one else one
            if each.verdict == "same":
                known[named] = names[0]
            else:
                refused.add((named, names[0]))
    if not known and not other_name and not refused:
        return list(told)
    found = []
    for report in told:
        name = known.get(report.iri, report.known)
        name = "" if (report.iri, name) in refused else other_name.get(name, name)
        wikidata = report.wikidata if name == report.known else ()
        found.append(replace(report, known=name, wikidata=wikidata))
    return found


def with_items(told: Sequence[ToldAgreement], links: Mapping[str, Link]) -> list[ToldAgreement]:
    """Return reports of agreements with the Wikidata items that they are linked to, and without those refused."""
    found = []
    for report in told:
        ruling = links.get(report.iri) or links.get(report.known)
        if ruling is not None:
            refused = {iri.wikidata(item) for item in ruling.refused}
            items = (iri.wikidata(ruling.item),) if ruling.item else report.wikidata
            candidates = tuple(iri.wikidata(item) for item in ruling.candidates) if not report.known else ()
            report = replace(  # noqa: PLW2901 - the same report, linked
                report, wikidata=tuple(item for item in items if item not in refused), candidates=candidates
            )
        found.append(report)
    return found


def ruled_by_items(rulings: Ruled, members: Sequence[Sequence[ToldAgreement]]) -> Ruled:
    """Return rulings with what Wikidata items add: one item is one agreement, two items are two."""
    items = [frozenset(item for report in reports for item in report.wikidata) for reports in members]
    linked = [number for number, mine in enumerate(items) if mine]
    together, apart = dict(rulings.together), set(rulings.apart)
    for at, one in enumerate(linked):
        for other in linked[at + 1 :]:
            if (one, other) not in together and (one, other) not in apart:
                if items[one] & items[other]:
                    together[one, other] = Verdict("same", "wikidata", "linked to one Wikidata item", _STRENGTH)
                elif not (members[one][0].known and members[other][0].known):
                    apart.add((one, other))
    return Ruled(together, frozenset(apart))


# ---------------------------------------------------------------- actors, places, offices


def joined(store: ox.Store) -> dict[str, str]:
    """Return each actor and place that is joined to another, with that one."""
    return {
        quad.subject.value: quad.object.value
        for quad in store.quads_for_pattern(None, ox.NamedNode(DK.joinedTo), None, ox.NamedNode(iri.graph("links")))
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode)
    }


def event_under(told: Told, name_of: Mapping[str, str]) -> Told:
    """Return a report of an event with each actor and place under the name of the one that it is joined to."""
    if not name_of:
        return told
    roles = {(role, name_of.get(actor, actor)) for role, actor in told.roles}
    places = dict.fromkeys(name_of.get(place, place) for place in told.places)
    return replace(told, roles=tuple(sorted(roles)), places=tuple(sorted(places)))


def agreement_under(told: ToldAgreement, name_of: Mapping[str, str]) -> ToldAgreement:
    """Return a report of an agreement, as `event_under`."""
    if not name_of:
        return told
    return replace(
        told,
        parties=_names(told.parties, name_of),
        mediators=_names(told.mediators, name_of),
        places=_names(told.places, name_of),
        commitments=tuple(_commitment(term, name_of) for term in told.commitments),
    )


def _commitment(term: ToldCommitment, name_of: Mapping[str, str]) -> ToldCommitment:
    return replace(
        term,
        obligor=name_of.get(term.obligor, term.obligor),
        obligee=name_of.get(term.obligee, term.obligee),
    )


def _names(names: Sequence[str], name_of: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted({name_of.get(name, name) for name in names}))


def world_under(world: World, name_of: Mapping[str, str]) -> World:
    """Return the world with what is known of a joined thing known of the one that stands for it."""
    if not name_of:
        return world
    serves = dict(world.serves)
    for joined_one, name in name_of.items():
        if joined_one in world.serves:
            serves[name] = serves.get(name, frozenset()) | world.serves[joined_one]
    sides = {person: frozenset(name_of.get(side, side) for side in mine) for person, mine in serves.items()}
    return replace(
        world,
        states=_inherited(world.states, name_of),
        persons=world.persons | {name_of[each] for each in world.persons & name_of.keys()},
        serves=sides,
        countries=_inherited(world.countries, name_of),
        is_country=world.is_country | {name_of[each] for each in world.is_country & name_of.keys()},
    )


def _inherited(facts: Mapping[str, str], name_of: Mapping[str, str]) -> dict[str, str]:
    found = dict(facts)
    for joined_one, name in sorted(name_of.items()):
        if joined_one in facts:
            found.setdefault(name, facts[joined_one])
    return found
