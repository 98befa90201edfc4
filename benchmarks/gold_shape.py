"""An Extraction in the shape of the hand-made gold (actors, places, roles, agreements, events, timexes).

The gold's event types are fewer than ours; a type without a counterpart is left out.
"""

import re
from datetime import date
from typing import Any

from kg.model import Claim, Extraction, When

TYPES = {
    "call": "meeting", "mediation": "negotiation", "agreement": "agreement_reached", "deployment": "military_action", "exit": "withdrawal",
    "promise": "statement", "threat": "statement", "recognition": "normalization", "resignation": "appointment",
    "prisoner_release": None, "aid": None,
}  # fmt: skip
STATUS = {"occurred": "happened", "postponed": "cancelled", "claimed": "reported", "denied": "cancelled"}
_MARKS = str.maketrans("", "", "~?%")
ACTORS = {"organization": "organisation", "media": "organisation"}


def value(when: When | None) -> str | None:
    """Return a time as the gold writes it: YYYY, YYYY-MM, YYYY-MM-DD, YYYY-Wnn or a/b; an open end is left out."""
    if when is None:
        return None
    text = re.sub(r"T[^/]*", "", when.edtf.translate(_MARKS)).removeprefix("../").removesuffix("/..")
    if text in ("..", ""):
        return None
    first, _, last = text.partition("/")
    if len(first) == len(last) == 10:
        monday, sunday = date.fromisoformat(first), date.fromisoformat(last)
        if monday.isoweekday() == 1 and (sunday - monday).days == 6:
            year, week, _ = monday.isocalendar()
            return f"{year}-W{week:02}"
    if when.modifier == "MID" and last and first[:4] == last[:4] and len(first) == len(last) == 7:
        return f"{text[:4]}-06"
    return text


def shape(extraction: Extraction) -> dict[str, Any]:
    """Return one prediction for the scorer of the gold."""
    reading = extraction.reading
    names = {a.id: a.name for a in reading.actors} | {p.id: p.name for p in reading.places}
    text = reading.article.text
    return {
        "id": reading.article.id,
        "actors": [
            {"name": a.name, "type": ACTORS.get(a.type, a.type), "wikidata": a.wikidata, "aliases": list(a.aliases)}
            for a in reading.actors
        ]
        + [
            {"name": a.removeprefix("unnamed:"), "type": "population"}
            for a in sorted(
                {p.actor for c in extraction.claims for p in c.participants if p.actor.startswith("unnamed:")}
            )
        ],
        "places": [
            {"name": p.name, "wikidata": p.wikidata, "aliases": _place_forms(extraction, p.id)} for p in reading.places
        ],
        "roles": [
            {
                "person": names.get(r.person, r.person),
                "office": r.office,
                "country": names.get(r.country or "", r.country),
            }
            for r in reading.roles
        ],
        "agreements": [
            {
                "name": a.name,
                "date": value(a.date),
                "place": names.get(a.place or "", None),
                "parties": [names.get(p, p) for p in a.parties],
            }
            for a in extraction.agreements
        ],
        "events": _events(extraction, names, text),
        "timexes": [{"text": d.text, "value": value(d.when)} for d in reading.dates],
    }


def _place_forms(extraction: Extraction, place: str) -> list[str]:
    return sorted({m.text for m in extraction.reading.mentions if place in (m.place, m.literal)})


def _events(extraction: Extraction, names: dict[str, str], text: str) -> list[dict[str, Any]]:
    grouped: dict[str, list[Claim]] = {}
    for claim in extraction.claims:
        grouped.setdefault(claim.event, []).append(claim)
    out = []
    for claims in grouped.values():
        first = claims[0]
        kind = TYPES.get(first.type, first.type)
        if kind is None:
            continue
        people = {p.actor: p.role for c in claims for p in c.participants}
        whens = [c.when for c in claims if c.when] or [c.deadline for c in claims if c.deadline]
        best = min(whens, key=lambda w: len(w.edtf) < 10, default=None)
        quantity = next((c.quantity for c in claims if c.quantity), None)
        out.append({
            "type": kind,
            "participants": [{"name": names.get(a, a.removeprefix("unnamed:")), "role": r} for a, r in people.items()],
            "date": value(best),
            "place": next((names.get(c.place) for c in claims if c.place), None),
            "status": STATUS.get(first.status, first.status),
            "quantity": {"value": quantity.value, "unit": quantity.unit} if quantity else None,
            "anchor": text[first.start : first.end],
        })  # fmt: skip
    return out
