"""Offices that serve another office: "le porte-parole du président turc, X", "the president's envoy", "X, aide to the minister"."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from kg.model import Span
from kg.resolve.beside import behind
from kg.resolve.case import Case, data, every
from kg.resolve.gaps import gaps
from kg.resolve.meant import describe

__all__ = ["chained"]

_OWNERS = frozenset({"of", "within"})
_SUFFIX = 4
"""Characters that an owner's suffix takes."""


def chained(case: Case, offices: Sequence[Span]) -> tuple[list[Span], dict[Span, Span]]:
    """Return the offices with those that serve another one taken together with it, and whom each of the served ones is in.

    A served office that has its own holder stands for itself ("le porte-parole du président Macron"); what serves it is of
    the same state either way.
    """
    offices = [_of_person(case, span) for span in offices]
    read: list[Span] = []
    inner: dict[Span, Span] = {}
    skip = -1
    for number, (first, second) in enumerate([*pairwise(offices), (offices[-1], offices[-1])] if offices else ()):
        if number == skip:
            continue
        serves = _serves(case, first, second)
        owns = serves is None and first is not second and _owned(case, first, second)
        if serves is not None and (until := _holder_end(case, second)):
            read.append(replace(_of(first, second), data=(*_of(first, second).data, ("until", str(until)))))
        elif serves is not None:
            whole = _together(case, first, second)
            read.append(whole)
            inner[second], skip = whole, number + 1
        elif owns:
            whole = _together(case, second, first)
            read.append(whole)
            inner[first], skip = whole, number + 1
        else:
            read.append(first)
    return read, inner


def _serves(case: Case, first: Span, second: Span) -> str | None:
    """Return what stands between an office and the one that it serves; None where it serves none."""
    gap = case.text[first.end : second.start] if first.end < second.start else ""
    plain = not every(first, "of") and not every(first, "within") and not data(second, "plural")
    return gap if plain and gaps(case.language).under.fullmatch(gap) else None


def _owned(case: Case, first: Span, second: Span) -> bool:
    """Tell whether the second office is one that serves the first ("the Turkish president's [spokesman]")."""
    gap = case.text[first.end : second.start] if first.end < second.start else ""
    return not every(second, "of") and gaps(case.language).owned.fullmatch(gap) is not None


def _of_person(case: Case, span: Span) -> Span:
    """Return an office with the surname of the person whose it is before it ("Trump's envoy")."""
    window = case.text[max(0, span.start - _SUFFIX) : span.start]
    owners = [entry for value in every(span, "of") if (entry := case.entry(value.split("|")[0]))]
    nobody = all(entry.type == "place" for entry in owners)  # "Trump's Middle East envoy"
    found = gaps(case.language).owned.search(window) if nobody else None
    end = span.start - len(window) + found.start() if found and found.end() == len(window) else -1
    if end not in case.persons_to:
        return span
    start = next(m.start for m in case.entered(end, end + 1) if m.actor == case.persons_to[end])
    rest = tuple(pair for pair in span.data if pair[0] != "of")
    return replace(span, start=start, text=case.text[start : span.end], data=(*rest, ("of", case.persons_to[end])))


def _of(first: Span, second: Span) -> Span:
    """Return an office with the state or body of the one that it serves."""
    return replace(first, data=(*first.data, *(pair for pair in second.data if pair[0] in _OWNERS)))


def _together(case: Case, outer: Span, served: Span) -> Span:
    """Return an office with the one that it serves as one, titled by both."""
    start, end = min(outer.start, served.start), max(outer.end, served.end)
    first, second = sorted((outer, served), key=lambda span: span.start)
    title = f"{data(first, 'title')}{case.text[first.end : second.start]}{data(second, 'title')}"
    definite = tuple(pair for pair in (served if served.start == start else outer).data if pair[0] == "definite")
    own = tuple(pair for pair in outer.data if pair[0] not in {"title", "definite"})
    whole = replace(outer, start=start, end=end, text=case.text[start:end], data=(*own, ("title", title), *definite))
    return _of(whole, served)


def _holder_end(case: Case, served: Span) -> int:
    """Return where the name of the one who holds a served office ends; 0 where who is named behind it is the one that serves.

    The authority decides where it knows the holder ("la représentante du secrétaire général de l'ONU, X"); else only a
    name without a comma before it is the holder's.
    """
    found = behind(case, served)
    if found is None:
        return 0
    end, person, gap = found
    owners = [value.split("|")[0] for value in every(served, "of")]
    known = describe(case, replace(served, data=(*served.data, ("definite", "1"))), owners[0]) if owners else None
    if known is not None:
        return end if person == (known.person if isinstance(known.person, str) else known.person.id) else 0
    return 0 if "," in gap else end
