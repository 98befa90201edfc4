"""First and last days of the EDTF dates of the tables: a day, a month or a year."""

from datetime import date

__all__ = ["begins", "ends"]


def begins(text: str) -> date | None:
    """Return the first day of an EDTF date; None where it is open, unknown or no date."""
    try:
        return date.fromisoformat({4: f"{text}-01-01", 7: f"{text}-01", 10: text}.get(len(text), ""))
    except ValueError:
        return None


def ends(text: str) -> date | None:
    """Return the last day of an EDTF date; None where it is open, unknown or no date."""
    first = begins(text)
    if first is None or len(text) == 10:
        return first
    if len(text) == 4:
        return first.replace(month=12, day=31)
    if first.month == 12:
        return first.replace(day=31)
    return date.fromordinal(first.replace(month=first.month + 1).toordinal() - 1)
