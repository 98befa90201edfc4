"""Writes the diagram and the tables of ontology/README.md from ontology/diplokg.ttl: `make diagram`.

The text between `<!-- NAME -->` and `<!-- /NAME -->` is replaced; the rest of the page is written by hand.
"""

import re
import sys
from pathlib import Path

from write_vocab import DK, ET, NAMESPACES, ROOT, Ontology

RDF_TYPE, LABEL = NAMESPACES["RDF"] + "type", NAMESPACES["RDFS"] + "label"
SUBCLASS, COMMENT = NAMESPACES["RDFS"] + "subClassOf", NAMESPACES["RDFS"] + "comment"
DOMAINS = (NAMESPACES["RDFS"] + "domain", NAMESPACES["SCHEMA"] + "domainIncludes")
RANGES = (NAMESPACES["RDFS"] + "range", NAMESPACES["SCHEMA"] + "rangeIncludes")
PASSAGE = NAMESPACES["OA"] + "SpecificResource"
OWL = "http://www.w3.org/2002/07/owl#"
LAYERS = {
    "what an article says": ("Article", "Passage", "Mention", "Claim", "ReportedEvent"),
    "what happens": ("Event", "Agreement", "Commitment", "TimeExpression", "Quantity"),
    "who and where": ("Actor", "Person", "Organization", "Country", "Place", "Office", "OfficeTenure"),
}
PREFIXES = {
    "http://xmlns.com/foaf/0.1/": "foaf:",
    "http://www.w3.org/ns/org#": "org:",
    "http://www.w3.org/2006/time#": "time:",
    "http://www.opengis.net/ont/geosparql#": "geo:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://www.wikidata.org/entity/": "wd:",
    **{base: f"{name.lower()}:" for name, base in NAMESPACES.items()},
    DK: "dk:",
}


def _core(onto: Ontology, kind: str) -> list[str]:
    return [
        iri
        for iri in onto.subjects
        if onto.text(iri, DK + "tier") == "core" and OWL + kind in onto.texts(iri, RDF_TYPE)
    ]


def _ends(onto: Ontology, iri: str, predicates: tuple[str, ...], classes: set[str]) -> list[str]:
    found = [value for predicate in predicates for value in onto.texts(iri, predicate)]
    return [value for value in found if value in classes]


def _drawn(iri: str) -> str:
    """Return the name of a class in the diagram."""
    return "Passage" if iri == PASSAGE else iri.removeprefix(DK)


def diagram(onto: Ontology) -> str:
    """Return the core classes and properties as a Mermaid class diagram."""
    classes = {*_core(onto, "Class"), PASSAGE}
    unplaced = classes - {DK + name for names in LAYERS.values() for name in names} - {PASSAGE}
    layers = {**LAYERS, "elsewhere": tuple(sorted(_drawn(iri) for iri in unplaced))}
    lines = ["```mermaid", "classDiagram", "    direction LR"]
    for layer, names in layers.items():
        if names:
            lines += [
                f"    namespace {layer.replace(' ', '_')} {{",
                *(f"        class {name}" for name in names),
                "    }",
            ]
    for iri in _core(onto, "Class"):
        lines += [
            f"    {_drawn(parent)} <|-- {_drawn(iri)}" for parent in onto.texts(iri, SUBCLASS) if parent in classes
        ]
    reused = [iri for iri in onto.subjects if onto.text(iri, DK + "tier") == "reused" and onto.texts(iri, DOMAINS[1])]
    arrows: dict[tuple[str, str], list[str]] = {}
    for iri in [*_core(onto, "ObjectProperty"), *reused]:
        for start in _ends(onto, iri, DOMAINS, classes):
            for end in _ends(onto, iri, RANGES, classes):
                arrows.setdefault((_drawn(start), _drawn(end)), []).append(_curie(iri).partition(":")[2])
    lines += [f"    {start} --> {end} : {', '.join(names)}" for (start, end), names in arrows.items()]
    for iri in _core(onto, "DatatypeProperty"):
        datatype = (onto.text(iri, RANGES[0]) or "").rpartition("#")[2]
        lines += [f"    {_drawn(start)} : {datatype} {_drawn(iri)}" for start in _ends(onto, iri, DOMAINS, classes)]
    return "\n".join([*lines, "```"])


def event_types(onto: Ontology) -> str:
    """Return the table of event types."""
    lines = [
        "| event type | label (en, fr) | class | roles (the lead role in bold) | PLOVER | CAMEO |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    label = NAMESPACES["SKOS"] + "prefLabel"
    for iri in onto.notated(NAMESPACES["SKOS"] + "inScheme", ET + "scheme").values():
        lead = [f"**{role.removeprefix(DK)}**" for role in onto.texts(iri, DK + "leadRole")]
        roles = ", ".join(lead + sorted(role.removeprefix(DK) for role in onto.texts(iri, DK + "hasRole")))
        plover = " ".join(filter(None, (onto.text(iri, DK + "plover"), onto.text(iri, DK + "ploverMode")))) or "–"
        lines.append(
            f"| `{iri.removeprefix(ET)}` | {onto.text(iri, label, 'en')}, {onto.text(iri, label, 'fr')} "
            f"| {(onto.text(iri, DK + 'eventClass') or '').removeprefix(DK)} | {roles} | {plover} "
            f"| {onto.text(iri, DK + 'cameo') or '–'} |"
        )
    return "\n".join(lines)


def roles(onto: Ontology) -> str:
    """Return the table of roles."""
    lines = ["| role | property | who | takes part |", "| --- | --- | --- | --- |"]
    super_property = NAMESPACES["RDFS"] + "subPropertyOf"
    for iri in onto.subjects:
        notation = onto.text(iri, NAMESPACES["SKOS"] + "notation")
        if notation and onto.texts(iri, super_property):
            acts = "yes" if NAMESPACES["SEM"] + "hasActor" in onto.texts(iri, super_property) else "spoken of"
            lines.append(f"| `{notation}` | `dk:{iri.removeprefix(DK)}` | {onto.text(iri, COMMENT, 'en')} | {acts} |")
    return "\n".join(lines)


def values(onto: Ontology) -> str:
    """Return the table of the values of each scheme."""
    lines = ["| scheme | values |", "| --- | --- |"]
    for iri in onto.subjects:
        if NAMESPACES["SKOS"] + "ConceptScheme" in onto.texts(iri, RDF_TYPE) and iri.startswith(DK):
            found = onto.notated(NAMESPACES["SKOS"] + "inScheme", iri)
            listed = ", ".join(f"`{word}`" for word in found)
            lines.append(f"| {onto.text(iri, LABEL, 'en')} | {listed} |")
    return "\n".join(lines)


def _curie(iri: str) -> str:
    for base, prefix in PREFIXES.items():
        if iri.startswith(base):
            return prefix + iri.removeprefix(base)
    return f"<{iri}>"


def terms(onto: Ontology) -> str:
    """Return the table of classes and properties with what they are aligned to."""
    lines = ["| term | label (en, fr) | aligned to | meaning |", "| --- | --- | --- | --- |"]
    links = (
        SUBCLASS,
        NAMESPACES["RDFS"] + "subPropertyOf",
        *(NAMESPACES["SKOS"] + f"{name}Match" for name in ("exact", "close")),
    )
    kinds = {OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty")}
    for iri in onto.subjects:
        if kinds.intersection(onto.texts(iri, RDF_TYPE)) and onto.text(iri, DK + "tier") in {"core", "detail"}:
            aligned = ", ".join(_curie(value) for predicate in links for value in onto.texts(iri, predicate))
            name = iri.removeprefix(DK)
            shown = f"**{name}**" if onto.text(iri, DK + "tier") == "core" else name
            lines.append(
                f"| {shown} | {onto.text(iri, LABEL, 'en')}, {onto.text(iri, LABEL, 'fr')} | {aligned} "
                f"| {onto.text(iri, COMMENT, 'en')} |"
            )
    return "\n".join(lines)


SECTIONS = {"diagram": diagram, "event types": event_types, "roles": roles, "values": values, "terms": terms}


def render(page: str, file: Path = ROOT / "ontology" / "diplokg.ttl") -> str:
    """Return the page with its generated sections written anew."""
    onto = Ontology(file)
    for name, section in SECTIONS.items():
        pattern = rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        body = section(onto)
        page, count = re.subn(pattern, lambda found, body=body: f"{found[1]}{body}\n{found[2]}", page, flags=re.DOTALL)  # type: ignore[misc]
        if count != 1:
            sys.exit(f"ontology/README.md: the markers of {name!r} must stand there once")
    return page


if __name__ == "__main__":
    target = ROOT / "ontology" / "README.md"
    target.write_text(render(target.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stderr.write(f"wrote {target.relative_to(ROOT)}\n")
