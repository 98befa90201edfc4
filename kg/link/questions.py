"""The questions that an update puts to Wikidata, and what the values of their answers must be.

They use no label service and nothing else of one service alone: any SPARQL 1.1 engine over Wikidata's data answers them.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.link.wikidata import PREFIXES, Kind, literal

__all__ = ["Question", "classes", "names", "offices", "organisations", "people", "terms", "treaties"]


class Question(NamedTuple):
    """A query, and what the value of each variable must be."""

    query: str
    kinds: dict[str, Kind]


def classes(labels: Sequence[str]) -> Question:
    """Ask for the classes of positions or organisations that bear one of these English labels."""
    return Question(
        PREFIXES
        + f"""SELECT DISTINCT ?class {{
  VALUES ?label {{ {" ".join(literal(label, "en") for label in labels)} }}
  {{ ?class rdfs:label ?label }} UNION {{ ?class skos:altLabel ?label }}
  FILTER EXISTS {{ ?class wdt:P279 ?above }}
}}""",
        {"class": "item"},
    )


def offices(class_: str, states: Sequence[str]) -> Question:
    """Ask for the offices of a class, of some states or of all, with the state that each is of and how that is said."""
    return Question(
        PREFIXES
        + f"""SELECT DISTINCT ?office ?state ?country ?applies {{
  ?office wdt:P31?/wdt:P279* wd:{class_} .
  {_states(states)}
  OPTIONAL {{ ?office wdt:P17 ?country }}
  OPTIONAL {{ ?office wdt:P1001 ?applies }}
}}""",
        {"office": "item", "state": "item", "country": "item", "applies": "item"},
    )


def _states(states: Sequence[str]) -> str:
    if not states:
        return "OPTIONAL { { ?office wdt:P1001 ?state } UNION { ?office wdt:P17 ?state } }"
    return f"VALUES ?state {{ {_items(states)} }} {{ ?office wdt:P1001 ?state }} UNION {{ ?office wdt:P17 ?state }}"


def terms(held: Sequence[str], since: int, until: int) -> Question:
    """Ask who held these offices in these years; a term whose dates are not known counts as held then."""
    return Question(
        PREFIXES
        + f"""SELECT ?office ?person ?statement ?start ?startPrecision ?end ?endPrecision {{
  VALUES ?office {{ {_items(held)} }}
  ?statement ps:P39 ?office .
  ?person p:P39 ?statement .
  FILTER NOT EXISTS {{ ?statement wikibase:rank wikibase:DeprecatedRank }}
  {_qualifier("start", "P580")}
  {_qualifier("end", "P582")}
  FILTER(!BOUND(?end) || isBlank(?end) || isIRI(?end) || ?end >= "{since:04}-01-01T00:00:00Z"^^xsd:dateTime)
  FILTER(!BOUND(?start) || isBlank(?start) || isIRI(?start) || ?start < "{until + 1:04}-01-01T00:00:00Z"^^xsd:dateTime)
}}""",
        {
            "office": "item",
            "person": "item",
            "start": "time",
            "startPrecision": "number",
            "end": "time",
            "endPrecision": "number",
        },
    )


def _qualifier(name: str, property_: str) -> str:
    return (
        f"OPTIONAL {{ ?statement pq:{property_} ?{name} OPTIONAL {{ ?statement pqv:{property_} "
        f"[ wikibase:timeValue ?{name} ; wikibase:timePrecision ?{name}Precision ] }} }}"
    )


def _moment(item: str, name: str, property_: str) -> str:
    return (
        f"OPTIONAL {{ ?{item} wdt:{property_} ?{name} OPTIONAL {{ ?{item} p:{property_}/psv:{property_} "
        f"[ wikibase:timeValue ?{name} ; wikibase:timePrecision ?{name}Precision ] }} }}"
    )


def people(items: Sequence[str]) -> Question:
    """Ask whether these are people, and when they were born and died."""
    return Question(
        PREFIXES
        + f"""SELECT ?person ?human ?born ?bornPrecision ?died ?diedPrecision {{
  VALUES ?person {{ {_items(items)} }}
  OPTIONAL {{ ?person wdt:P31 wd:Q5 BIND(true AS ?human) }}
  {_moment("person", "born", "P569")}
  {_moment("person", "died", "P570")}
}}""",
        {
            "person": "item",
            "human": "boolean",
            "born": "time",
            "bornPrecision": "number",
            "died": "time",
            "diedPrecision": "number",
        },
    )


def names(items: Sequence[str], languages: Iterable[str]) -> Question:
    """Ask for the labels and aliases of items in some languages."""
    wanted = ", ".join(literal(code) for code in sorted(languages))
    return Question(
        PREFIXES
        + f"""SELECT ?item ?name ?label {{
  VALUES ?item {{ {_items(items)} }}
  {{ ?item rdfs:label ?name BIND(true AS ?label) }} UNION {{ ?item skos:altLabel ?name BIND(false AS ?label) }}
  FILTER(LANG(?name) IN ({wanted}))
}}""",
        {"item": "item", "name": "label", "label": "boolean"},
    )


def organisations(class_: str, states: Sequence[str]) -> Question:
    """Ask for the organisations of a class, of some states or of all."""
    of = (
        f"VALUES ?state {{ {_items(states)} }} ?item wdt:P17 ?state ."
        if states
        else "OPTIONAL { ?item wdt:P17 ?state }"
    )
    return Question(
        PREFIXES
        + f"""SELECT DISTINCT ?item ?state ?human {{
  ?item wdt:P31/wdt:P279* wd:{class_} .
  {of}
  OPTIONAL {{ ?item wdt:P31 wd:Q5 BIND(true AS ?human) }}
}}""",
        {"item": "item", "state": "item", "human": "boolean"},
    )


def treaties(class_: str, states: Sequence[str], year: int) -> Question:
    """Ask for the agreements of one year, of all parties or of those among which one of these states is."""
    of = f"VALUES ?state {{ {_items(states)} }} ?item wdt:P1891|wdt:P710 ?state ." if states else ""
    return Question(
        PREFIXES
        + f"""SELECT DISTINCT ?item ?signed ?signedPrecision ?human {{
  {of}
  ?item wdt:P31/wdt:P279* wd:{class_} .
  ?item wdt:P585|wdt:P571 ?signed .
  FILTER(?signed >= "{year:04}-01-01T00:00:00Z"^^xsd:dateTime && ?signed < "{year + 1:04}-01-01T00:00:00Z"^^xsd:dateTime)
  OPTIONAL {{ ?item (p:P585/psv:P585)|(p:P571/psv:P571) [ wikibase:timeValue ?signed ; wikibase:timePrecision ?signedPrecision ] }}
  OPTIONAL {{ ?item wdt:P31 wd:Q5 BIND(true AS ?human) }}
}}""",
        {"item": "item", "signed": "time", "signedPrecision": "number", "human": "boolean"},
    )


def _items(ids: Sequence[str]) -> str:
    return " ".join(f"wd:{each}" for each in ids)
