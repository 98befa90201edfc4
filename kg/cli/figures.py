"""What a store holds, in figures: told by `kg build` when it ends and by `kg stats`."""

from typing import TYPE_CHECKING

from kg.vocab import ACTOR_CLASSES, DK, OA, RDF, SCHEMA, SKOS

if TYPE_CHECKING:
    from kg.query import Value
    from kg.store import Store

__all__ = ["figures"]

_COUNTS = {
    "articles": f"?x <{RDF.type}> <{DK.Article}>",
    "undated": f"?x <{RDF.type}> <{DK.Article}> FILTER NOT EXISTS {{{{ ?x <{SCHEMA.datePublished}> ?day }}}}",
    "outlets": f"?article <{DK.source}> ?x",
    "languages": f"?article <{SCHEMA.inLanguage}> ?x",
    "actors": "{actors}",
    "actors_with_wikidata_id": "{actors} FILTER EXISTS {{ ?x <" + SKOS.exactMatch + "> ?item }}",
    "places": f"?mention <{OA.hasBody}> ?x . ?x <{RDF.type}> <{DK.Place}>",
    "events": f"?claim <{DK.aboutEvent}> ?x",
    "agreements": f"?x <{RDF.type}> <{DK.Agreement}> . ?article_s <{DK.aboutAgreement}> ?x",
    "claims": f"?x <{RDF.type}> <{DK.Claim}>",
    "mentions": f"?x <{RDF.type}> <{DK.Mention}>",
}


def figures(store: "Store") -> dict[str, int]:
    """Return what the store holds: names of things with how many there are."""
    from kg.query import answer

    classes = " ".join(f"<{each}>" for each in sorted(set(ACTOR_CLASSES.values())))
    actors = f"?mention <{OA.hasBody}> ?x . ?x <{RDF.type}> ?class VALUES ?class {{ {classes} }}"
    found: dict[str, int] = {}
    for name, pattern in _COUNTS.items():
        rows = answer(store.oxigraph, f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern.format(actors=actors)} }}")
        found[name] = _number(rows[0][0])
    found["quads"] = len(store)
    found["left_out"] = len(store.left_out())
    return found


def _number(value: "Value") -> int:
    return value if isinstance(value, int) else 0
