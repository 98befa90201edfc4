"""Writes kg/vocab.py from ontology/diplokg.ttl: `make vocab`, or `python tools/write_vocab.py`.

The module holds plain strings, so that reading an article need not import rdflib (a quarter of a second).
"""

import sys
import textwrap
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox

ROOT = Path(__file__).resolve().parent.parent
DK = "https://w3id.org/diplokg/ontology#"
ET = "https://w3id.org/diplokg/event-type/"
UNNAMED = ("concept", "role")
_WIDE = 120
"""Letters of a line: a table that fits stands on one."""
NAMESPACES = {
    "RDF": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "RDFS": "http://www.w3.org/2000/01/rdf-schema#",
    "SKOS": "http://www.w3.org/2004/02/skos/core#",
    "SEM": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "OA": "http://www.w3.org/ns/oa#",
    "PROV": "http://www.w3.org/ns/prov#",
    "SCHEMA": "https://schema.org/",
}
PREFIXES = {
    "dk": DK,
    "et": ET,
    "id": "https://w3id.org/diplokg/id/",
    "graph": "https://w3id.org/diplokg/graph/",
    "article": "https://w3id.org/diplokg/article/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": NAMESPACES["OA"],
    "prov": NAMESPACES["PROV"],
    "rdf": NAMESPACES["RDF"],
    "rdfs": NAMESPACES["RDFS"],
    "schema": NAMESPACES["SCHEMA"],
    "sem": NAMESPACES["SEM"],
    "skos": NAMESPACES["SKOS"],
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
HEAD = '''"""The terms of the ontology as plain strings; written by tools/write_vocab.py from ontology/diplokg.ttl.

Change the Turtle and run `make vocab`; a test holds the two equal.  `DK.Claim` is the IRI of a term,
`EVENT_STATUSES["planned"]` that of the value which kg/model.py calls "planned", `EVENT_TYPES["meeting"]` says
which class, roles and notations an event type has.
"""
# fmt: off
# ruff: noqa: N815 (the names are those of the ontology)

from typing import Final, NamedTuple

__all__ = [
@ALL@
]


class EventKind(NamedTuple):
    """One event type: its IRI, the class of its events, the roles (the lead role first) and what else hangs on it."""

    iri: str
    event_class: str
    roles: tuple[str, ...]
    label_en: str
    label_fr: str
    plover: str | None
    plover_mode: str | None
    cameo: str | None
    place_property: str | None
    quantity_property: str | None
    owner_property: str | None


_DK: Final = "https://w3id.org/diplokg/ontology#"
'''


class Ontology:
    """The triples of the Turtle file, by subject and predicate, in file order."""

    def __init__(self, file: Path) -> None:
        self.subjects: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
        for triple in ox.parse(path=str(file)):
            subject = self.subjects.setdefault(triple.subject.value, defaultdict(list))
            subject[triple.predicate.value].append(triple.object)

    def text(self, subject: str, predicate: str, language: str | None = None) -> str | None:
        """Return the first value of a property in a language."""
        for value in self.subjects[subject].get(predicate, []):
            if language is None or getattr(value, "language", None) == language:
                return value.value
        return None

    def texts(self, subject: str, predicate: str) -> list[str]:
        """Return all values of a property."""
        return [value.value for value in self.subjects[subject].get(predicate, [])]

    def notated(self, predicate: str, value: str) -> dict[str, str]:
        """Return notation -> IRI of the subjects with a value, in file order."""
        return {
            str(self.text(subject, NAMESPACES["SKOS"] + "notation")): subject
            for subject, properties in self.subjects.items()
            if value in [item.value for item in properties.get(predicate, [])]
            and NAMESPACES["SKOS"] + "notation" in properties
        }


def _name(iri: str | None) -> str:
    return "None" if iri is None else f"DK.{iri.removeprefix(DK)}"


def _wrapped(items: list[str]) -> str:
    """Return the items as indented lines; an item is never broken."""
    lines = textwrap.wrap(", ".join(item.replace(" ", "\0") for item in items), 112, break_on_hyphens=False)
    return "\n".join(f"    {line}" for line in lines).replace("\0", " ")


def _table(name: str, entries: dict[str, str], comment: str) -> str:
    inner = _wrapped([f'"{key}": {value}' for key, value in entries.items()])
    head = f"{name}: Final[dict[str, str]] = {{"
    body = f"\n{inner},\n" if "\n" in inner or len(head) + len(inner) > _WIDE else inner.strip()
    return f'{head}{body}}}\n"""{comment}"""\n'


def _value(iri: str, tier: str | None) -> str:
    """Return the Python expression of a term; values and roles have no name of their own in DK."""
    return f'_DK + "{iri.removeprefix(DK)}"' if tier in UNNAMED else _name(iri)


def _namespace(name: str, base: str, terms: list[str], comment: str) -> str:
    stem = "_DK + " if base == DK else ""
    lines = [f'    {term}: Final = {stem}"{term if stem else base + term}"' for term in terms]
    return "\n".join([f"class {name}:", f'    """{comment}"""', "", *lines]) + "\n"


def _event_kind(onto: Ontology, key: str, iri: str) -> str:
    lead = onto.texts(iri, DK + "leadRole")
    roles = [role.removeprefix(DK) for role in lead + sorted(onto.texts(iri, DK + "hasRole"))]

    def quoted(value: str | None) -> str:
        return "None" if value is None else f'"{value}"'

    label = NAMESPACES["SKOS"] + "prefLabel"
    fields = [
        quoted(iri),
        _name(onto.text(iri, DK + "eventClass")),
        "(" + ", ".join(f'"{role}"' for role in roles) + ")",
        quoted(onto.text(iri, label, "en")),
        quoted(onto.text(iri, label, "fr")),
        *(quoted(onto.text(iri, DK + name)) for name in ("plover", "ploverMode", "cameo")),
        *(_name(onto.text(iri, DK + name)) for name in ("placeProperty", "quantityProperty", "ownerProperty")),
    ]
    return f'    "{key}": EventKind({", ".join(fields)}),'


def render(file: Path = ROOT / "ontology" / "diplokg.ttl") -> str:
    """Return the text of kg/vocab.py."""
    onto = Ontology(file)
    skos, sub = NAMESPACES["SKOS"], NAMESPACES["RDFS"] + "subPropertyOf"
    hidden = {"http://www.w3.org/2002/07/owl#AnnotationProperty"}
    own = sorted(
        iri.removeprefix(DK)
        for iri in onto.subjects
        if iri.startswith(DK)
        and onto.text(iri, DK + "tier") not in UNNAMED
        and not hidden.intersection(onto.texts(iri, NAMESPACES["RDF"] + "type"))
    )
    parts = [
        _namespace(
            "DK", DK, own, "Classes and properties of the ontology; its values and roles stand in the tables below."
        )
    ]
    for name, base in NAMESPACES.items():
        terms = sorted(iri.removeprefix(base) for iri in onto.subjects if iri.startswith(base))
        parts.append(_namespace(name, base, terms, f"Terms of {base} that the graph uses."))
    classes = onto.notated(NAMESPACES["RDF"] + "type", "http://www.w3.org/2002/07/owl#Class")
    tables = {"ACTOR_CLASSES": (classes, "Actor type -> class.")}
    for subject in onto.subjects:
        if skos + "ConceptScheme" in onto.texts(subject, NAMESPACES["RDF"] + "type") and subject.startswith(DK):
            local = subject.removeprefix(DK)
            constant = "".join(f"_{letter}" if letter.isupper() else letter for letter in local).upper()
            comment = f"{onto.text(subject, NAMESPACES['RDFS'] + 'comment', 'en')}"
            tables[constant] = (onto.notated(skos + "inScheme", subject), comment)
    roles = {
        str(onto.text(subject, skos + "notation")): subject
        for subject in onto.subjects
        if onto.text(subject, skos + "notation") and onto.texts(subject, sub)
    }
    acting = sorted(key for key, iri in roles.items() if NAMESPACES["SEM"] + "hasActor" in onto.texts(iri, sub))
    tables["ROLES"] = (roles, "Role -> property from an event to an actor.")
    for constant, (entries, comment) in tables.items():
        parts.append(
            _table(constant, {key: _value(iri, onto.text(iri, DK + "tier")) for key, iri in entries.items()}, comment)
        )
    inner = _wrapped([f'"{role}"' for role in acting])
    parts.append(
        f"ACTING_ROLES: Final[frozenset[str]] = frozenset({{\n{inner},\n}})\n"
        '"""Roles whose holders take part in the event (sem:hasActor); the others are spoken of."""\n'
    )
    kinds = [_event_kind(onto, key, iri) for key, iri in onto.notated(skos + "inScheme", ET + "scheme").items()]
    parts.append(
        "EVENT_TYPES: Final[dict[str, EventKind]] = {\n" + "\n".join(kinds) + '\n}\n"""Event type -> what it is."""\n'
    )
    parts.append(_table("PREFIXES", {key: f'"{iri}"' for key, iri in PREFIXES.items()}, "Prefix -> namespace."))
    names = [*sorted(["ACTING_ROLES", "DK", "EVENT_TYPES", "PREFIXES", *NAMESPACES, *tables]), "EventKind"]
    head = HEAD.replace("@ALL@", _wrapped([f'"{name}"' for name in names]) + ",")
    spaces = "\n\n".join(part for part in parts if part.startswith("class "))
    return head + "\n\n" + spaces + "\n\n" + "\n".join(part for part in parts if not part.startswith("class "))


if __name__ == "__main__":
    target = ROOT / "kg" / "vocab.py"
    target.write_text(render(), encoding="utf-8")
    sys.stderr.write(f"wrote {target.relative_to(ROOT)}\n")
