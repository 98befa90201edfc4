"""Writes ontology/context.jsonld from ontology/diplokg.ttl: `make vocab`."""

import json
import sys
from pathlib import Path

from write_vocab import DK, NAMESPACES, PREFIXES, ROOT, Ontology

OWL = "http://www.w3.org/2002/07/owl#"
XSD = PREFIXES["xsd"]
LANG_STRING = NAMESPACES["RDF"] + "langString"
EDTF = PREFIXES["edtf"] + "EDTF-level1"
OTHERS = {
    "label": {"@id": "rdfs:label"},
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "altLabel": {"@id": "skos:altLabel"},
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
    "closeMatch": {"@id": "skos:closeMatch", "@type": "@id"},
    "eventType": {"@id": "sem:eventType", "@type": "@id"},
    "hasActor": {"@id": "sem:hasActor", "@type": "@id"},
    "hasPlace": {"@id": "sem:hasPlace", "@type": "@id"},
    "subEventOf": {"@id": "sem:subEventOf", "@type": "@id"},
    "hasBody": {"@id": "oa:hasBody", "@type": "@id"},
    "hasTarget": {"@id": "oa:hasTarget", "@type": "@id"},
    "hasSource": {"@id": "oa:hasSource", "@type": "@id"},
    "hasSelector": {"@id": "oa:hasSelector", "@type": "@id"},
    "refinedBy": {"@id": "oa:refinedBy", "@type": "@id"},
    "start": {"@id": "oa:start", "@type": "xsd:integer"},
    "end": {"@id": "oa:end", "@type": "xsd:integer"},
    "exact": {"@id": "oa:exact"},
    "prefix": {"@id": "oa:prefix"},
    "suffix": {"@id": "oa:suffix"},
    "headline": {"@id": "schema:headline", "@container": "@language"},
    "inLanguage": {"@id": "schema:inLanguage"},
    "datePublished": {"@id": "schema:datePublished", "@type": "xsd:dateTime"},
    "wasDerivedFrom": {"@id": "prov:wasDerivedFrom", "@type": "@id"},
    "wasGeneratedBy": {"@id": "prov:wasGeneratedBy", "@type": "@id"},
}


def render(file: Path = ROOT / "ontology" / "diplokg.ttl") -> str:
    """Return the JSON-LD context."""
    onto = Ontology(file)
    context: dict[str, object] = {"@version": 1.1, **dict(sorted(PREFIXES.items())), "id": "@id", "type": "@type"}
    context.pop("graph")
    context.pop("article")
    for iri in sorted(onto.subjects):
        if not iri.startswith(DK) or onto.text(iri, DK + "tier") not in {"core", "detail", "role"}:
            continue
        name, kinds = iri.removeprefix(DK), onto.texts(iri, NAMESPACES["RDF"] + "type")
        if OWL + "Class" in kinds:
            context[name] = f"dk:{name}"
        elif OWL + "ObjectProperty" in kinds:
            context[name] = {"@id": f"dk:{name}", "@type": "@id"}
        elif OWL + "DatatypeProperty" in kinds:
            context[name] = _literal(name, onto.text(iri, NAMESPACES["RDFS"] + "range"))
    context.update(OTHERS)
    return json.dumps({"@context": context}, ensure_ascii=False, indent=1) + "\n"


def _literal(name: str, datatype: str | None) -> dict[str, str]:
    if name == "edtf":
        return {"@id": "dk:edtf", "@type": EDTF}
    if datatype == LANG_STRING:
        return {"@id": f"dk:{name}", "@container": "@language"}
    if datatype in {None, XSD + "string", XSD + "decimal"}:
        return {"@id": f"dk:{name}"}
    return {"@id": f"dk:{name}", "@type": f"xsd:{str(datatype).removeprefix(XSD)}"}


if __name__ == "__main__":
    target = ROOT / "ontology" / "context.jsonld"
    target.write_text(render(), encoding="utf-8")
    sys.stderr.write(f"wrote {target.relative_to(ROOT)}\n")
