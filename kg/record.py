"""An extraction as the JSON object that `kg extract` writes; record.schema.json beside this file describes it.

Values that are absent are left out.  Offsets are code points of `text`, end exclusive.
"""

import json
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Final

from msgspec.structs import asdict

from kg.model import (
    Actor,
    Agreement,
    Claim,
    Commitment,
    Extraction,
    Mention,
    Place,
    Quantity,
    Reading,
    Term,
    Troops,
    When,
)

__all__ = ["BROADER", "TENURES", "Record", "record", "schema"]

Record = dict[str, Any]
_UNNAMED = "unnamed:"
_LOCAL = "local/"
_STAND_IN = frozenset({"office", "description"})
"""Forms that are shown where they stand for somebody: adjectives of nationality and pronouns are not."""
_ANYBODY = frozenset({"armed_group"})
"""Types of groups of which every state may have several: without a name in the article, a group is nobody known."""
_TELLING = frozenset({"name", "demonym"})
"""Forms that say within a longer phrase whose it is."""

_QUANTITY_KINDS = frozenset({"withdrawn", "remaining", "ceiling", "killed", "released"})


@cache
def schema() -> Record:
    """Return the JSON Schema of a record."""
    found: Record = json.loads(files("kg").joinpath("record.schema.json").read_text("utf-8"))
    return found


def record(extraction: Extraction) -> Record:
    """Return an extraction as a JSON object.

    A source that the article does not name ("several diplomats") is an actor of type population, so that every id has one.
    """
    article, reading = extraction.article, extraction.reading
    return _present(
        id=article.id,
        path=article.path,
        language=article.language,
        title=article.title,
        published=article.published.isoformat() if article.published else None,
        source=article.source,
        agency=article.agency,
        text=article.text,
        segments=[{"kind": one.kind, "start": one.start, "end": one.end} for one in article.segments],
        mentions=_each(_mention, _mentions(reading)),
        **_read(extraction),
        places=[_present(id=one.id, name=one.name, wikidata=one.wikidata) for one in _places(extraction)],
        agreements=_each(_agreement, extraction.agreements),
        claims=_each(_claim, extraction.claims),
    )


def _read(extraction: Extraction) -> Record:
    reading = extraction.reading
    return {
        "actors": [
            _present(
                id=one.id,
                name=one.name,
                type=one.type,
                wikidata=one.wikidata,
                aliases=list(one.aliases),
                linking=one.linking,
                candidates=_candidates(one),
            )
            for one in reading.actors
        ]
        + _sources(extraction),
        "dates": [_present(start=one.start, end=one.end, text=one.text, **_when(one.when)) for one in reading.dates],
        "quantities": _each(_quantity, reading.quantities),
        "roles": [
            _present(
                person=one.person,
                office=one.office,
                country=one.country,
                start=one.start,
                end=one.end,
                status=TENURES.get(one.status, one.status),
                tenure=one.status if one.status in TENURES else None,
            )
            for one in reading.roles
        ],
    }


def _candidates(actor: Actor) -> list[Record] | None:
    """Return the ids that an actor may have with their scores; None where there is none."""
    scores = actor.candidate_scores or (None,) * len(actor.candidates)
    return [_present(id=one, score=score) for one, score in zip(actor.candidates, scores, strict=True)] or None


def _sources(extraction: Extraction) -> list[Record]:
    """Return the sources without a name that claims have, as actors."""
    found = {who.actor for claim in extraction.claims for who in claim.participants} | {
        claim.attributed_to for claim in extraction.claims if claim.attributed_to
    }
    return [
        _present(id=one, name=one.removeprefix(_UNNAMED), type="population", aliases=[], linking="unlinked")
        for one in sorted(found)
        if one.startswith(_UNNAMED)
    ]


def _places(extraction: Extraction) -> list[Place | Actor]:
    """Return the places, and the countries that a claim or an agreement has as its place."""
    places: list[Place | Actor] = list(extraction.reading.places)
    listed = {one.id for one in places}
    used = {one.place for one in extraction.claims} | {one.place for one in extraction.agreements}
    return places + [one for one in extraction.reading.actors if one.id in used - listed]


def _each(write: Callable[[Any], Record], values: Iterable[Any]) -> list[Record]:
    return [write(value) for value in values]


def _present(**values: Any) -> Record:
    """Return the values that are there."""
    return {name: value for name, value in values.items() if value is not None}


def _number(value: float | None) -> float | None:
    """Return a whole number without its point."""
    return int(value) if value is not None and float(value).is_integer() else value


def _mentions(reading: Reading) -> list[Mention]:
    """Return every name, and the phrases that lead to an actor.

    Adjectives of nationality and pronouns name nobody, and an office beside its holder's name says who that is, not who
    acts.
    """
    names = {(edge, one.actor) for one in reading.mentions if one.form == "name" for edge in (one.start, one.end)}
    named = {actor for _, actor in names}
    return [
        one
        for one in reading.mentions
        if (one.form == "name" and one.type != "agreement")
        or (one.form == "group" and (one.actor or one.place) and not _anybody(one, reading, named))
        or (one.form in _STAND_IN and _somebody(one.actor, named) and not _beside(one, names) and not _pronoun(one))
    ]


def _anybody(one: Mention, reading: Reading, named: set[str | None]) -> bool:
    """Tell whether a group may be any of its kind: no name and no nationality is in its words ("rebels")."""
    if one.type not in _ANYBODY or _somebody(one.actor, named):
        return False
    inner = (each for each in reading.mentions if one.start <= each.start and each.end <= one.end)
    return all(each is one or each.form not in _TELLING for each in inner)


def _pronoun(one: Mention) -> bool:
    """Tell whether words point at a person named right before, as pronouns do ("the latter", "ce dernier")."""
    return one.form == "description" and one.type == "person"


def _somebody(actor: str | None, named: set[str | None]) -> bool:
    """Tell whether an actor is known, or bears a name in the article: "the assailants" may be anybody."""
    return actor is not None and (not actor.startswith(_LOCAL) or actor in named)


def _beside(one: Mention, names: set[tuple[int, str | None]]) -> bool:
    """Tell whether an office stands beside its holder's name, with a blank or a comma between them at most."""
    edges = [one.start - 2, one.start - 1, one.end + 1, one.end + 2]
    return one.form == "office" and any((edge, one.actor) in names for edge in edges)


def _mention(one: Mention) -> Record:
    return _present(
        start=one.start,
        end=one.end,
        text=one.text,
        type=_type(one),
        form=one.form,
        actor=one.actor or one.place,
        metonym=one.metonym,
        term=_term(one.term),
    )


def _term(one: Term | None) -> Record | None:
    if one is None:
        return None
    return _present(office=one.office, office_id=one.office_id or None, since=one.start, until=one.end, basis=one.basis)


def _type(one: Mention) -> str:
    """Return what the words denote, also where a state acts through the people that they name ("Russian diplomats")."""
    if one.type == "country" and one.form == "office":
        return "person"
    if one.type == "country" and one.form == "group":
        return "government" if one.metonym else "population"
    return "place" if one.place and not one.actor else one.type


def _when(one: When | None) -> Record:
    if one is None:
        return {}
    earliest, latest = (day.isoformat() if day else None for day in (one.earliest, one.latest))
    return _present(edtf=one.edtf, earliest=earliest, latest=latest, modifier=one.modifier)


def _quantity(one: Quantity) -> Record:
    return _present(
        start=one.start,
        end=one.end,
        text=one.text,
        value=_number(one.value),
        low=_number(one.low),
        high=_number(one.high),
        unit=one.unit,
        comparator=one.comparator,
    )


def _troops(one: Troops | None) -> Record | None:
    if one is None or one.value is None:
        return None
    return _present(
        value=_number(one.value),
        low=_number(one.low),
        high=_number(one.high),
        unit=one.unit,
        kind=one.kind if one.kind in _QUANTITY_KINDS else None,
        comparator=one.comparator,
    )


def _agreement(one: Agreement) -> Record:
    return _present(
        id=one.id,
        name=one.name,
        date=_when(one.date) or None,
        place=one.place,
        parties=list(one.parties),
        status=one.status,
        commitments=_each(_commitment, one.commitments),
    )


def _commitment(one: Commitment) -> Record:
    return _present(
        type=one.type,
        obligor=one.obligor,
        obligee=one.obligee,
        deadline=_when(one.deadline) or None,
        status=one.status,
        start=one.start,
        end=one.end,
    )


TENURES: Final[dict[str, str]] = {"acting": "held", "designate": "future", "successor": "future"}
"""Role statuses that a record prints as one of three, with `tenure` to tell them apart."""
BROADER: Final[dict[str, str]] = {"exit": "withdrawal"}
"""Event types that a record prints as the one above them (skos:broader), since its list of types does not grow."""


def _claim(one: Claim) -> Record:
    return _present(
        id=one.id,
        event=one.event,
        type=BROADER.get(one.type, one.type),
        status=one.status,
        polarity=one.polarity,
        factuality=one.factuality,
        hedge=one.hedge,
        participants=[{"actor": who.actor, "role": who.role} for who in one.participants],
        place=one.place,
        when=_when(one.when) or None,
        deadline=_when(one.deadline) or None,
        quantity=_troops(one.quantity),
        agreement=one.agreement,
        attributed_to=one.attributed_to,
        via=one.via,
        start=one.start,
        end=one.end,
        rule=one.rule,
        confidence=round(one.confidence, 4),
        disputes=one.disputes,
        format=_present(**asdict(one.format)) if one.format else None,
    )
