"""`kg authority add`: a row of the user's own, checked before it is written; what is there already is refused."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from kg import share
from kg.authority import Authority, grown, writing
from kg.authority.days import begins, ends
from kg.authority.fold import key
from kg.authority.tables import CANDIDATE, TYPES
from kg.errors import InputError
from kg.iri import slug

__all__ = ["QID", "add", "countries", "term_fault"]

QID = re.compile(r"Q[1-9][0-9]{0,11}")
_TERM = re.compile(r"([^=;]+)=([^/;]+)/([^/;]+)")
_LONGEST = 200


def add(
    name: str,
    *,
    kind: str,
    country: str = "",
    french: str = "",
    aliases: Sequence[str] = (),
    offices: Sequence[str] = (),
    wikidata: str = "",
    source: str = "",
    namesake: bool = False,
    own: Path | None = None,
) -> tuple[dict[str, str], Path]:
    """Write a row into the user's folder and return it with the file that holds it.

    Raises:
        InputError: a value cannot be as it is, or the actor is known already.
        DataError: the folder cannot be read or written.
    """
    folder = own or grown.folder()
    _check(name, kind, country, (french, *aliases, source), offices, wikidata)
    row = dict.fromkeys(writing.OWN, "") | {
        "id": f"{kind.lower()}/{slug(name)}",
        "qid": wikidata,
        "label_en": name,
        "label_fr": french,
        "aliases": ";".join(aliases),
        "type": kind,
        "country": country,
        "offices": ";".join(offices),
        "offices_basis": "curated by the user" if offices else "",
        "verified": "yes",
        "basis": source or "added by hand",
        "added": datetime.now(UTC).date().isoformat(),
    }
    with writing.alone(folder):
        before = writing.read(folder / "own.csv", writing.OWN)
        known = Authority(share.path("data", "authority"), folder)
        _refuse_known(row, (name, french, *aliases), known, namesake=namesake)
        if namesake:
            row["id"] = next(each for each in _ids(row["id"]) if each not in known)
        writing.write(folder / "own.csv", writing.OWN, [*before, row])
    return row, folder / "own.csv"


def _ids(first: str) -> Iterator[str]:
    yield first
    yield from (f"{first}-{number}" for number in count(2))


def _check(name: str, kind: str, country: str, texts: Sequence[str], offices: Sequence[str], wikidata: str) -> None:
    if kind not in TYPES:
        raise InputError(f"{kind}: no type. Types: {', '.join(sorted(TYPES))}.")
    if not key(name):
        raise InputError(f"{name!r}: no name. Give one with letters.")
    for text in (name, *texts):
        if not text.isprintable() or len(text) > _LONGEST or ";" in text:
            raise InputError(
                f"{text[:40]!r}: not a name that a table can hold. Use up to {_LONGEST} characters, no line end, no semicolon."
            )
    if country and country not in countries():
        raise InputError(f"{country}: no state. Use an ISO 3166-1 code such as QA or FR.")
    if wikidata and not QID.fullmatch(wikidata):
        raise InputError(f"{wikidata}: no Wikidata id. One looks like Q846.")
    if offices and kind != "Person":
        raise InputError(f"{name}: a {kind} holds no office. Use --office with --type Person.")
    for office in offices:
        fault = term_fault(office)
        if fault:
            raise InputError(
                f"{office}: {fault}. Write it as TITLE=START/END, for example Ambassador to France=2021-03/.."
            )


def term_fault(term: str) -> str:
    """Return what is wrong with a term `office=start/end`, or `office` where no date is known; empty where nothing is."""
    if term.strip() and not set(term) & {"=", ";", "/"}:
        return ""
    found = _TERM.fullmatch(term)
    if not found:
        return "not of the form office=start/end"
    start, end = found[2], found[3].rstrip(CANDIDATE)
    for each in (start, end):
        if each != ".." and begins(each) is None:
            return f"{each} is no date"
    first, last = begins(start), ends(end)
    return "it ends before it begins" if first and last and last < first else ""


def countries() -> frozenset[str]:
    """Return the codes of states and territories, and of the bodies that act like one."""
    from babel import Locale

    codes = (str(code) for code in Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - {"ZZ"}


def _refuse_known(row: dict[str, str], names: Sequence[str], known: Authority, *, namesake: bool) -> None:
    """Raise an InputError where the actor is known: by Wikidata id always, by id and name unless it is a namesake."""
    if row["qid"]:
        for twin in known.linked(row["qid"]):
            raise InputError(f"{row['qid']}: is the id of {twin} already. See: kg authority show {row['qid']}")
    if namesake:
        return
    if row["id"] in known:
        raise InputError(f"{row['id']}: is there already. See: kg authority show {row['id']}")
    for name in names:
        for twin in known.named(name) if name else ():
            entry = known.entry(twin)
            if entry.type == TYPES[row["type"]]:
                raise InputError(
                    f"{name}: is a name of {twin} ({entry.label}) already. Use --namesake to add another one of that name."
                )
