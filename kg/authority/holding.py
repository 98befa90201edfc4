"""`kg authority holders`: who held an office, for which state, on a day, as the tables know it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kg.authority import Authority, Entry, Tenure, grown, in_office, key, load

__all__ = ["held"]

_UNTOLD = ".."


def held(
    office: str, *, state: str = "", on: date | None = None, own: Path | None = None
) -> list[dict[str, str | bool]]:
    """Return who held an office, by state, office and first day.

    Args:
        office: a kind ("foreign_minister", "foreign minister") or words of an English title.
        state: ISO code, or name of the state; any state where empty.
        on: the day of the question; any day where absent.
        own: the user's folder of tables.
    """
    known = load(own=own or grown.folder())
    iso = _iso(known, state)
    rows = [_row(known, entry, term) for entry, term in _terms(known, office) if _fits(term, iso, on)]
    return sorted(
        {tuple(row.values()): row for row in rows}.values(), key=lambda row: [str(row[name]) for name in _ORDER]
    )


_ORDER = ("state", "office", "from", "name")
_PLAIN = {
    "president": "head_of_state",
    "prime minister": "head_of_government",
    "minister of foreign affairs": "foreign_minister",
    "defense minister": "defence_minister",
}
"""Titles that mean a kind of office, whatever words a state's own title has."""


def _iso(known: Authority, state: str) -> str:
    """Return the ISO code of a state; what is neither code nor name comes back as it is, and fits nothing."""
    if not state or known.country(state.upper()):
        return state.upper()
    found = (known.entry(each) for each in known.named(state))
    return next((entry.country for entry in found if entry.type == "country"), state)


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
    return (not iso or term.country == iso) and (on is None or in_office(term, on))


def _row(known: Authority, entry: Entry, term: Tenure) -> dict[str, str | bool]:
    iso = "" if term.kind == "secretary_general" else term.country
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
