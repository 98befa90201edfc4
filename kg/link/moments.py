"""Times of Wikidata as EDTF dates, no finer than Wikidata knows them."""

import re

from kg.authority.days import begins
from kg.link.answers import Row

__all__ = ["OPEN", "UNKNOWN", "edtf"]

OPEN = ".."
UNKNOWN = "?"
"""There is a value and Wikidata does not say which, or it is known to the decade at best."""

_TIME = re.compile(r"([+-]?)(\d{4,})-(\d\d)-(\d\d)")
_YEAR, _MONTH, _DAY = 9, 10, 11
"""What wikibase:timePrecision says."""


def edtf(row: Row, name: str) -> str:
    """Return a time of a row: `2020-02-29`, `2020-02`, `2020`; OPEN where there is none, UNKNOWN where it is not told.

    `?name` holds the value, `?namePrecision` how far it is known.  Where a service does not tell, the first of a month
    stands for the month and the first of January for the year, as Wikidata writes them.
    """
    term = row.get(name)
    if term is None:
        return OPEN
    found = None if term.unknown else _TIME.match(term.value)
    if not found:
        return UNKNOWN
    sign, year, month, day = found.groups()
    precision = row.get(f"{name}Precision")
    known = int(precision.value) if precision is not None else _guess(month, day)
    if known < _YEAR or sign == "-" or len(year) > 4 or year == "0000":
        return UNKNOWN
    text = {_YEAR: year, _MONTH: f"{year}-{month}"}.get(min(known, _DAY), f"{year}-{month}-{day}")
    return text if begins(text) else UNKNOWN


def _guess(month: str, day: str) -> int:
    if day in {"00", "01"}:
        return _YEAR if month in {"00", "01"} else _MONTH
    return _DAY
