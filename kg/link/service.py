"""Candidates from a query service over Wikidata's data, with all that is known of them there.

Only whole labels and aliases are matched, in several languages and forms: no label service and no search inside of
SPARQL is assumed, so that any engine will do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kg.link.answers import Row
from kg.link.candidate import Candidate, Found, Name, Office, Thing
from kg.link.forms import forms
from kg.link.labels import Named, grouped
from kg.link.moments import edtf
from kg.link.questions import Question, names
from kg.link.scoring import settings
from kg.link.sources import Sources
from kg.link.wikidata import PREFIXES, Answer, literal

__all__ = ["candidates", "describe"]

_NAMES = 300
"""Names looked up in one question."""
_ITEMS = 50
"""Items described in one question."""
_MOST = 60
"""Candidates of one thing that are looked at: those of the lowest numbers, which Wikidata has had longest."""
_CODE = re.compile(r"[A-Z]{2}")
_QID = re.compile(r"Q[1-9][0-9]*")


def candidates(things: Sequence[Thing], sources: Sources) -> Iterator[Found]:
    """Yield the items that bear a name of a thing as label or alias.

    Raises:
        EndpointError: the service cannot be asked.
        RefusedError: an answer is not taken.
    """
    if sources.wikidata is None:
        return
    looked_up = _names(things)
    found: dict[str, set[str]] = defaultdict(set)
    for answer in _answers(sources, [_lookup(part) for part in _parts(sorted(looked_up), _NAMES)]):
        for row in answer.rows:
            name = (row["name"].value, (row["name"].language or "").lower())
            for thing in looked_up.get(name, ()):
                if row["item"].id.startswith("Q"):
                    found[thing].add(row["item"].id)
    chosen = {thing: sorted(items, key=_number)[:_MOST] for thing, items in found.items()}
    described = describe(sorted({item for items in chosen.values() for item in items}, key=_number), sources)
    for thing, items in chosen.items():
        for item in items:
            yield Found(thing, described[item])


def _number(item: str) -> int:
    return int(item[1:])


def _names(things: Iterable[Thing]) -> dict[Name, list[str]]:
    """Return the names to look up, each with the things that bear it; people are not looked up by one word."""
    found: dict[Name, list[str]] = defaultdict(list)
    languages = settings().languages
    for thing in things:
        for text, language in thing.names:
            where = dict.fromkeys((language, "en", "mul") if language else languages)
            for form in forms([(text, language)]):
                if thing.type != "person" or " " in form or not form.isascii():
                    for code in where:
                        if thing.iri not in found[form, code]:
                            found[form, code].append(thing.iri)
    return found


def _parts(items: Sequence[Name], size: int) -> Iterator[Sequence[Name]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _lookup(wanted: Iterable[Name]) -> Question:
    values = " ".join(literal(text, language) for text, language in wanted)
    return Question(
        PREFIXES
        + f"""SELECT DISTINCT ?item ?name {{
  VALUES ?name {{ {values} }}
  {{ ?item rdfs:label ?name }} UNION {{ ?item skos:altLabel ?name }}
}}""",
        {"item": "item", "name": "label"},
    )


def _answers(sources: Sources, questions: Sequence[Question]) -> Iterator[Answer]:
    """Yield the answers to questions of one kind; the first error ends it."""
    service = sources.wikidata
    if service is None or not questions:
        return
    for answer in service.answers([each.query for each in questions], questions[0].kinds):
        if isinstance(answer, Answer):
            yield answer
        else:
            raise answer


# ---------------------------------------------------------------- what is known of items


@dataclass(slots=True)
class _Facts:
    """What the answers say of one item."""

    named: Named = field(default_factory=Named)
    classes: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    description: str = ""
    pages: int = 0
    times: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    terms: dict[str, Office] = field(default_factory=dict)


def describe(items: Sequence[str], sources: Sources, linker: str = "wikidata") -> dict[str, Candidate]:
    """Return what a service knows of items, by id; errors as `candidates`."""
    parts = [items[start : start + _ITEMS] for start in range(0, len(items), _ITEMS)]
    facts = {item: _Facts() for item in items}
    asked: list[datetime] = []
    languages = settings().languages
    office_names: dict[str, Named] = {}
    for ask, read in ((_classes, _read_class), (_simple, _read_simple), (_times, _read_time), (_terms, _read_term)):
        for answer in _answers(sources, [ask(part) for part in parts]):
            asked.append(answer.asked)
            for row in answer.rows:
                if row["item"].id in facts:
                    read(facts[row["item"].id], row)
    for answer in _answers(sources, [names(part, languages) for part in parts]):
        asked.append(answer.asked)
        for item, named in grouped(answer.rows).items():
            if item in facts:
                facts[item].named = named
    held = sorted({term.id for each in facts.values() for term in each.terms.values()})
    office_parts = [held[start : start + _ITEMS] for start in range(0, len(held), _ITEMS)]
    for answer in _answers(sources, [names(part, languages) for part in office_parts]):
        office_names |= grouped(answer.rows)
    last = max(asked, default=None)
    return {item: _candidate(item, each, office_names, linker, last) for item, each in facts.items()}


def _candidate(
    item: str, facts: _Facts, offices: Mapping[str, Named], linker: str, asked: datetime | None
) -> Candidate:
    def titled(term: Office) -> Office:
        named = offices.get(term.id, Named())
        titles = dict.fromkeys(text for _, text in (*named.labels, *named.aliases))
        return Office(tuple(titles), term.id, term.country, term.start, term.end)

    return Candidate(
        item,
        tuple((text, code) for code, text in facts.named.labels),
        tuple((text, code) for code, text in facts.named.aliases),
        facts.description,
        frozenset(facts.classes),
        frozenset(facts.countries),
        next(iter(facts.times["born"]), ".."),
        next(iter(facts.times["died"]), ".."),
        tuple(sorted(titled(term) for term in facts.terms.values())),
        tuple(sorted(set(facts.times["signed"]))),
        frozenset(facts.parties),
        facts.pages,
        sources=(linker,),
        asked=asked,
    )


def _items(ids: Iterable[str]) -> str:
    return " ".join(f"wd:{each}" for each in ids)


def _classes(ids: Sequence[str]) -> Question:
    """Ask which of the classes that matter each item is of, by English label or by id."""
    types = settings().types.values()
    wanted = sorted({label for limits in types for label in limits.is_ | limits.never})
    ids_known = [each for each in wanted if _QID.fullmatch(each)]
    labels = [literal(each) for each in wanted if not _QID.fullmatch(each)]
    return Question(
        PREFIXES
        + f"""SELECT DISTINCT ?item ?kind ?class {{
  VALUES ?item {{ {_items(ids)} }}
  ?item wdt:P31/wdt:P279* ?kind
  OPTIONAL {{ ?kind rdfs:label ?class FILTER(LANG(?class) = "en") }}
  FILTER(LCASE(STR(?class)) IN ({", ".join(labels)}) || ?kind IN ({", ".join(f"wd:{each}" for each in ids_known)}))
}}""",
        {"item": "item", "kind": "item", "class": "label"},
    )


def _read_class(facts: _Facts, row: Row) -> None:
    facts.classes.add(row["kind"].id)
    if "class" in row:
        facts.classes.add(row["class"].value.lower())


def _simple(ids: Sequence[str]) -> Question:
    """Ask for what one value says: description, country, parties, how many pages there are about it."""
    return Question(
        PREFIXES
        + f"""SELECT DISTINCT ?item ?what ?value {{
  VALUES ?item {{ {_items(ids)} }}
  {{ ?item schema:description ?value FILTER(LANG(?value) = "en") BIND("description" AS ?what) }}
  UNION {{ ?item wdt:P297 ?value BIND("country" AS ?what) }}
  UNION {{ ?item (wdt:P27|wdt:P17|wdt:P1001)/wdt:P297 ?value BIND("country" AS ?what) }}
  UNION {{ ?item wdt:P1891|wdt:P710 ?value BIND("party" AS ?what) }}
  UNION {{ ?item wikibase:sitelinks ?value BIND("pages" AS ?what) }}
}}""",
        {"item": "item", "what": "text"},
    )


def _read_simple(facts: _Facts, row: Row) -> None:
    what, value = row["what"].value, row["value"]
    if what == "description" and value.kind == "literal":
        facts.description = facts.description or value.value
    elif what == "country" and _CODE.fullmatch(value.value):
        facts.countries.add(value.value)
    elif what == "party" and value.id.startswith("Q"):
        facts.parties.add(value.id)
    elif what == "pages" and value.value.isdecimal():
        facts.pages = max(facts.pages, int(value.value[:6]))


def _times(ids: Sequence[str]) -> Question:
    """Ask for births, deaths, and the dates of agreements."""
    kinds = (("born", "P569"), ("died", "P570"), ("signed", "P585"), ("signed", "P571"))
    parts = (
        f"""{{ ?item wdt:{property_} ?time BIND("{what}" AS ?what)
    OPTIONAL {{ ?item p:{property_}/psv:{property_} [ wikibase:timeValue ?time ; wikibase:timePrecision ?timePrecision ] }} }}"""
        for what, property_ in kinds
    )
    return Question(
        PREFIXES
        + f"SELECT DISTINCT ?item ?what ?time ?timePrecision {{\n  VALUES ?item {{ {_items(ids)} }}\n  "
        + "\n  UNION ".join(parts)
        + "\n}",
        {"item": "item", "what": "text", "time": "time", "timePrecision": "number"},
    )


def _read_time(facts: _Facts, row: Row) -> None:
    facts.times[row["what"].value].append(edtf(row, "time"))
    facts.times[row["what"].value].sort(key=lambda text: (-len(text), text))


def _terms(ids: Sequence[str]) -> Question:
    """Ask for the offices that people held, with the states that they are of."""
    qualifiers = "\n  ".join(
        f"OPTIONAL {{ ?statement pq:{property_} ?{name} OPTIONAL {{ ?statement pqv:{property_} "
        f"[ wikibase:timeValue ?{name} ; wikibase:timePrecision ?{name}Precision ] }} }}"
        for name, property_ in (("start", "P580"), ("end", "P582"))
    )
    return Question(
        PREFIXES
        + f"""SELECT DISTINCT ?item ?statement ?office ?state ?start ?startPrecision ?end ?endPrecision {{
  VALUES ?item {{ {_items(ids)} }}
  ?item p:P39 ?statement . ?statement ps:P39 ?office
  FILTER NOT EXISTS {{ ?statement wikibase:rank wikibase:DeprecatedRank }}
  OPTIONAL {{ ?office (wdt:P1001|wdt:P17)/wdt:P297 ?state }}
  {qualifiers}
}}""",
        {
            "item": "item",
            "office": "item",
            "state": "text",
            "start": "time",
            "startPrecision": "number",
            "end": "time",
            "endPrecision": "number",
        },
    )


def _read_term(facts: _Facts, row: Row) -> None:
    state = row["state"].value if "state" in row and _CODE.fullmatch(row["state"].value) else ""
    if row["office"].id.startswith("Q"):
        term = Office((), row["office"].id, state, edtf(row, "start"), edtf(row, "end"))
        old = facts.terms.get(row["statement"].value)
        facts.terms[row["statement"].value] = min(term, old) if old else term
