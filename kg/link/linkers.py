"""The linkers of the package, registered under `kg.linkers` as those of others are.

A linker is a function of things and of what may be asked, `Sources`; it yields candidates, and leaves the judgement to
`kg.link.linking`: types, scores and the threshold are the same for all of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg import authority
from kg.authority import Entry
from kg.link import service
from kg.link.candidate import Candidate, Found, LinkType, Office, Thing
from kg.link.sources import Sources

__all__ = ["search", "tables", "wikidata"]

_CLASSES = {
    "person": "human",
    "country": "country",
    "place": "geographic location",
    "agreement": "agreement",
    "population": "population",
    "igo": "intergovernmental organization",
}
"""What the authority calls a thing -> the class that Wikidata has for it; all else are organisations."""
_SEARCHED = 3
"""Names of a thing that are searched for."""


def tables(things: Sequence[Thing], sources: Sources) -> Iterator[Found]:
    """Yield what the local authority knows by the name of a thing; it asks nobody."""
    del sources
    known = authority.load()
    for thing in things:
        named = (entry for text, _ in thing.names for entry in known.named(text))
        spelled = (entry for text, _ in thing.names if thing.type == "person" for entry in known.variants(text))
        given = (each for each in thing.candidates if each in known)
        for entry_id in dict.fromkeys((*given, *named, *spelled)):
            entry = known.entry(entry_id)
            if entry.wikidata or entry.candidate:
                yield Found(thing.iri, _candidate(entry))
        for item in thing.candidates:  # what one public file alone gives
            if item[:1] == "Q" and item not in known:
                yield Found(thing.iri, _unsure(thing, item))


def _candidate(entry: Entry) -> Candidate:
    names = tuple((text[3:], text[:2]) if text[2:3] == ":" else (text, "") for text in entry.names)
    labels = tuple((text, code) for text, code in ((entry.label, "en"), (entry.label_fr, "fr")) if text)
    offices = tuple(
        Office((term.office,), term.office_id, term.country, term.start, term.end)
        for term in entry.tenures
        if term.sure
    )
    return Candidate(
        entry.wikidata or entry.candidate,
        labels,
        names,
        classes=frozenset({_CLASSES.get(entry.type, "organization")}),
        countries=frozenset({entry.country} - {""}),
        offices=offices,
        sure=bool(entry.wikidata),
        sources=("authority",),
    )


_OF_TYPE: dict[LinkType, str] = {
    "person": "human",
    "country": "country",
    "place": "geographic location",
    "organization": "organization",
    "population": "population",
    "office": "position",
    "agreement": "agreement",
}


def _unsure(thing: Thing, item: str) -> Candidate:
    """Return a candidate of which nothing is known but that a file gives it for this thing."""
    classes = frozenset({_OF_TYPE[thing.type]})
    return Candidate(item, thing.names[:1], classes=classes, sure=False, sources=("authority",))


def wikidata(things: Sequence[Thing], sources: Sources) -> Iterator[Found]:
    """Yield the items of the query service that bear a name of a thing."""
    yield from service.candidates(things, sources)


def search(things: Sequence[Thing], sources: Sources) -> Iterator[Found]:
    """Yield the items that the search of Wikidata finds for the names of a thing."""
    if sources.search is None or sources.wikidata is None:
        return
    wanted: dict[str, list[str]] = defaultdict(list)
    asked = {}
    for thing in things:
        for text, language in thing.names[:_SEARCHED]:
            hits = sources.search.find(text, language or "en")
            for item in hits.items:
                wanted[thing.iri].append(item)
                asked[item] = hits.asked
    described = service.describe(sorted(asked), sources, "search")
    for thing_iri, items in wanted.items():
        for item in dict.fromkeys(items):
            candidate = described[item]
            yield Found(thing_iri, replace(candidate, asked=max(asked[item], candidate.asked or asked[item])))
