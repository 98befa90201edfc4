"""Events in the columns of POLECAT, the data set coded in PLOVER: one row for each passage and pair of actors.

Who acts is `Actor`, who is acted on `Recipient`; what is mutual (a meeting, a signing) gives one row for each pair,
the two in the order of their names; what several do side by side (each cuts its ties) gives one for each of them.  A
row names nobody whom its passage does not name; whom the other passages on the same event name stands in `Event Actors`
and `Event Recipients`.  An event of no PLOVER category (a plain statement) is left out.  Where
no day is told the day of publication stands, and `Date Precision` says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

import msgspec

from kg import share
from kg.errors import DataError
from kg.view.studies.passages import PASSAGE, day, names, passage
from kg.view.values import Corpus, Doc, Evidence, Occurrence, Thing
from kg.vocab import EVENT_TYPES

__all__ = ["COLUMNS", "Coding", "category", "coding", "rows"]

COLUMNS = (
    "Event ID", "Event Date", "Date Earliest", "Date Latest", "Date Precision", "Event Type", "Event Mode", "Quad Code",
    "CAMEO", "Our Type", "Status", "Negated", "Factuality",
    "Actor Name", "Actor Country", "Actor Type", "Actor Wikidata",
    "Recipient Name", "Recipient Country", "Recipient Type", "Recipient Wikidata",
    "Event Actors", "Event Recipients", "Placename", "Country", "Deadline", "Quantity", *PASSAGE,
)  # fmt: skip

_SPOKEN = frozenset({"statement", "threat", "refusal", "promise"})
"""Types whose category is that of the verb they are told with."""

Pair = tuple[str, str]


class _Roles(msgspec.Struct, forbid_unknown_fields=True):
    source: tuple[str, ...]
    target: tuple[str, ...]
    together: frozenset[str]
    """Event types whose participants do it with each other."""


class _Codes(msgspec.Struct, forbid_unknown_fields=True):
    codes: str


class Coding(msgspec.Struct, forbid_unknown_fields=True):
    """What data/plover.toml says."""

    status: dict[str, dict[str, str]]
    """Status -> event type -> category: what is only announced is no deed yet."""
    type: dict[str, str]
    """Event type -> category, where the ontology names none or another."""
    cue: dict[str, tuple[str, ...]]
    """Category -> verbs of saying."""
    roles: _Roles
    iso: _Codes
    quad: dict[str, str]

    def alpha3(self, country: str) -> str:
        """Return the alpha-3 code of an alpha-2 code, or nothing."""
        return dict(pair.split(":") for pair in self.iso.codes.split()).get(country, "")


@cache
def coding() -> Coding:
    """Return what data/plover.toml says.

    Raises:
        DataError: the file is not as described.
    """
    try:
        return msgspec.toml.decode(share.path("data", "plover.toml").read_bytes(), type=Coding)
    except msgspec.MsgspecError as error:
        raise DataError(f"data/plover.toml: {error}. The file's comments describe its keys.") from error


def category(type_: str, status: str, rule: str) -> str:
    """Return the PLOVER category of a claim by type, status and the rule that read it; empty where it has none."""
    table, kind = coding(), EVENT_TYPES.get(type_)
    own = (kind.plover if kind else None) or ""
    if type_ in _SPOKEN:
        verb = rule.partition(":")[2]
        return next((name for name, verbs in table.cue.items() if verb in verbs), own)
    by_status = table.status.get("planned" if status in {"planned", "proposed"} else status, {})
    exact = table.status.get(status, {})
    return exact.get(type_) or by_status.get(type_) or table.type.get(type_) or own


def rows(corpus: Corpus) -> Iterator[Mapping[str, object]]:
    """Yield the rows of all events, in the order of events, passages and actors."""
    for it in corpus.occurrences:
        if it.kind != "event":
            continue
        for proof in it.evidence:
            if name := category(proof.type or it.type, proof.status or it.status, proof.rule):
                yield from _told(corpus, it, proof, name)


def _told(corpus: Corpus, it: Occurrence, proof: Evidence, name: str) -> Iterator[Mapping[str, object]]:
    kind = EVENT_TYPES.get(proof.type or it.type)
    span, precision = day(it, corpus.docs.get(proof.article, Doc(proof.article)))
    told = {
        "Event ID": it.iri,
        "Event Date": span.earliest or span.latest,
        "Date Earliest": span.earliest,
        "Date Latest": span.latest,
        "Date Precision": precision,
        "Event Type": name,
        "Event Mode": (kind.plover_mode if kind and kind.plover == name else None) or "",
        "Quad Code": coding().quad.get(name, ""),
        "CAMEO": (kind.cameo if kind and kind.plover == name else None) or "",
        "Our Type": proof.type or it.type,
        "Status": proof.status or it.status,
        "Negated": "true" if proof.negative else "false",
        "Factuality": proof.factuality,
        "Event Actors": names(corpus, _held(corpus, it.roles, coding().roles.source)),
        "Event Recipients": names(corpus, _held(corpus, it.roles, coding().roles.target)),
        "Placename": names(corpus, it.places),
        "Country": "; ".join(_alpha3(corpus.things.get(place)) for place in it.places),
        "Deadline": "; ".join(span.edtf for span in it.deadlines),
        "Quantity": "; ".join(it.quantities),
    }
    end = passage(corpus, proof)
    for source, target in _pairs(corpus, it, proof):
        yield {**told, **_side(corpus, "Actor", source), **_side(corpus, "Recipient", target), **end}


def _pairs(corpus: Corpus, it: Occurrence, proof: Evidence) -> Iterator[Pair]:
    """Yield who does it and to whom, as the passage names them; an empty end is one whom nobody names."""
    named = [(role, actor) for role, actor in it.roles if actor in proof.actors]
    acting = _held(corpus, named, coding().roles.source)
    acted = [actor for actor in _held(corpus, named, coding().roles.target) if actor not in acting]
    if acted:
        yield from ((one, other) for one in acting or [""] for other in acted)
    elif len(acting) > 1 and (proof.type or it.type) in coding().roles.together:
        yield from combinations(acting, 2)
    else:
        yield from ((one, "") for one in acting or [""])


def _held(corpus: Corpus, named: Sequence[Pair], roles: Sequence[str]) -> list[str]:
    """Return who holds one of these roles, in the order of their names."""
    return sorted({actor for role, actor in named if role in roles}, key=lambda actor: (names(corpus, [actor]), actor))


def _side(corpus: Corpus, side: str, node: str) -> dict[str, object]:
    thing = corpus.things.get(node)
    return {
        f"{side} Name": names(corpus, [node]),
        f"{side} Country": _alpha3(thing),
        f"{side} Type": thing.type if thing else "",
        f"{side} Wikidata": thing.wikidata.rpartition("/")[2] if thing else "",
    }


def _alpha3(thing: Thing | None) -> str:
    return coding().alpha3(thing.country) if thing and thing.country else ""
