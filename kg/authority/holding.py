"""`kg authority holders`: who held an office, for which state, on a day, as the tables know it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kg.authority import Authority, Entry, Tenure, grown, in_office, key, load
from kg.authority.values import body_served
from kg.errors import InputError

__all__ = ["held", "told_apart"]

_UNTOLD = ".."


def held(
    office: str, *, state: str = "", on: date | None = None, own: Path | None = None
) -> list[dict[str, str | bool]]:
    """Return who held an office: heads and ministers first, then by how near the title is, by state, office and first day.

    Args:
        office: a kind ("foreign_minister", "foreign minister") or words of an English title.
        state: ISO code, or name of the state; any state where empty.
        on: the day of the question; any day where absent.
        own: the user's folder of tables.

    Raises:
        InputError: no such state is known.
    """
    known = load(own=own or grown.folder())
    iso = _iso(known, state)
    terms = [(entry, term) for entry, term in _terms(known, office) if _fits(term, iso, on)]
    rows = [(_RANKS.get(term.kind, 0), _further(known, term), _row(known, entry, term)) for entry, term in terms]
    rows.sort(key=lambda row: (row[0], row[1], *(str(row[2][name]) for name in _ORDER)))
    return list({tuple(row.values()): row for _, _, row in rows}.values())


def told_apart(found: list[dict[str, str | bool]]) -> str:
    """Return what there is of other states and offices under the words that were asked for; empty where there is nothing."""
    states = sorted({str(row["state"]) for row in found} - {""})
    offices = list(dict.fromkeys(str(row["office"]) for row in found))
    said = []
    if len(states) > 1:
        said.append(f"{len(states)} states: name one with --state ({', '.join(states[:_FEW])}{_more(states)})")
    if len(offices) > 1:
        said.append(
            f"{len(offices)} offices of these words, the highest first: {'; '.join(offices[:_FEW])}{_more(offices)}"
        )
    return ". ".join(said)


def _more(names: list[str]) -> str:
    return f" and {len(names) - _FEW} more" if len(names) > _FEW else ""


def _further(known: Authority, term: Tenure) -> int:
    """Return how many words a title has besides the name of its state: the fewer, the nearer it is to what was asked."""
    state = known.country(term.country)
    own = {word for name in (state.names if state else ()) for word in key(name.partition(":")[2] or name).split()}
    return len([word for word in key(term.office).split() if word not in own])


_FEW = 8
_RANKS = {"ambassador": 1, "envoy": 1, "secretary_general": 1, "party_leader": 2, "other": 2, "legislator": 3}
"""Kinds of office behind heads and ministers."""
_ORDER = ("state", "office", "from", "name")
_PLAIN = {
    "president": "head_of_state",
    "prime minister": "head_of_government",
    "minister of foreign affairs": "foreign_minister",
    "defense minister": "defence_minister",
}
"""Titles that mean a kind of office, whatever words a state's own title has."""


def _iso(known: Authority, state: str) -> str:
    """Return the ISO code of a state."""
    if not state or known.country(state.upper()):
        return state.upper()
    found = (known.entry(each) for each in known.named(state))
    code = next((entry.country for entry in found if entry.type == "country"), None)
    if code is None:
        raise InputError(f"{state}: no state of this name or code is known. Give it in English, or as ISO 3166-1 code.")
    return code


def _terms(known: Authority, office: str) -> Iterator[tuple[Entry, Tenure]]:
    words = key(office.replace("_", " "))
    kind, title = _PLAIN.get(words, words.replace(" ", "_")), set(words.split())
    of_kind = known.of_kind(kind)
    if of_kind:
        yield from of_kind
        return
    for entry in known.all():
        yield from ((entry, term) for term in entry.tenures if title <= set(key(term.office).split()))


def _fits(term: Tenure, iso: str, on: date | None) -> bool:
    return (not iso or (term.country == iso and not body_served(term.office))) and (on is None or in_office(term, on))


def _row(known: Authority, entry: Entry, term: Tenure) -> dict[str, str | bool]:
    iso = "" if body_served(term.office) or term.kind == "secretary_general" else term.country
    land = known.country(iso)
    return {
        "name": entry.label,
        "office": term.office,
        "state": land.label if land else iso,
        "from": "" if term.start == _UNTOLD else term.start,
        "to": "" if term.end == _UNTOLD else term.end,
        "wikidata": entry.wikidata,
        "office_wikidata": term.office_id,
        "certain": term.sure,
        "id": entry.id,
    }
