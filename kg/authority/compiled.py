"""Compiles the tables into look-up dictionaries, and keeps the result in the user's cache folder by content hash.

A dictionary of folded names with the greatest length by first word finds 100,000 names in about 0.1 s of CPU per
million words, opens faster than a pickled automaton and needs a third of its memory.
"""

import contextlib
import hashlib
import os
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec

from kg.authority import grown, tables
from kg.authority.fold import key, words
from kg.authority.surnames import FAMILY_FIRST
from kg.authority.values import Entry
from kg.authority.variants import skeleton
from kg.iri import slug

__all__ = ["Compiled", "Posting", "compiled"]

_FORMAT = "2"
"""Raised with each change of this file that changes what it writes."""

_FAMILY = re.compile(r"\s[Aa]l[ -]\w+$")
"""A dynasty behind a name, mostly left out in news ("Al Saud", "Al Thani")."""

_SHARED = 2
"""Persons with one first word that make it a first name."""

_OF_NO_STATE = frozenset({"secretary_general"})
"""Kinds of office of bodies that belong to no state: the country of such a term is its holder's."""

_OTHER = 2
"""Rank of who held an office that is no leading one."""

_LEAST_LETTERS = 2
"""Letters of a name: a row of towns gives "H" for one."""

Posting = tuple[int, str, str]
"""Number of the entry, language of the form (empty: any), case flag: "l" may be lower case, "A" acronym, "" a name."""


class Compiled(msgspec.Struct, frozen=True):
    """Sections are decoded when first asked for; `names` and `longest` always."""

    names: dict[str, list[Posting]]
    longest: dict[str, int]
    entries: list[msgspec.Raw]
    ids: dict[str, int]
    variants: msgspec.Raw
    surnames: msgspec.Raw
    holders: msgspec.Raw
    bodies: dict[str, int]
    capitals: dict[str, int]
    given: list[str]
    demonyms: dict[str, dict[str, list[str]]]
    buildings: dict[str, str]


def compiled(folder: Path, own: Path | None = None) -> Compiled:
    """Return the compiled tables of a folder and of the user's own, from the cache when it holds them whole."""
    stamp = _stamp(folder, own)
    file = _cache_folder() / f"authority-{stamp}.msgpack"
    kept = _read(file)
    if kept is not None:
        return kept
    data = msgspec.msgpack.encode(_compile(folder, own))
    _write(file, data)
    return msgspec.msgpack.decode(data, type=Compiled)


def _stamp(folder: Path, own: Path | None) -> str:
    digest = hashlib.blake2b(_FORMAT.encode(), digest_size=12)
    files = [folder / name for name in tables.TABLES] + [own / name for name in grown.TABLES if own]
    for file in files:
        digest.update(file.name.encode() + (file.read_bytes() if file.exists() else b"-"))
    for module in ("tables.py", "grown.py", "values.py", "fold.py", "variants.py", "surnames.py", "compiled.py"):
        digest.update((Path(__file__).parent / module).read_bytes())
    return digest.hexdigest()


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or str(Path.home() / ".cache")
    return Path(base) / "diplomatic-kg"


def _read(file: Path) -> Compiled | None:
    """Return what the file holds, or None when it is absent, cut or altered."""
    try:
        data = file.read_bytes()
    except OSError:
        return None
    if hashlib.blake2b(data[16:], digest_size=16).digest() != data[:16]:
        return None
    with contextlib.suppress(msgspec.DecodeError):
        return msgspec.msgpack.decode(memoryview(data)[16:], type=Compiled)
    return None


def _write(file: Path, data: bytes) -> None:
    """Write the file whole or not at all; a cache that cannot be written costs time, never the run."""
    with contextlib.suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=file.parent, delete=False) as out:
            out.write(hashlib.blake2b(data, digest_size=16).digest() + data)
        Path(out.name).replace(file)


def _compile(folder: Path, own: Path | None) -> dict[str, object]:
    found = tables.entries(folder, own)
    metonyms = tables.metonyms(folder)
    found = _with_places(found, metonyms)
    ids = {entry.id: number for number, entry in enumerate(found)}
    names: dict[str, list[Posting]] = defaultdict(list)
    for number, entry in enumerate(found):
        for posting_key, posting in _postings(number, entry):
            if posting not in names[posting_key]:
                names[posting_key].append(posting)
    for postings in names.values():
        postings.sort(key=lambda posting: (found[posting[0]].rank, posting[0]))
    longest: dict[str, int] = {}
    for name in names:
        first, _, rest = name.partition(" ")
        longest[first] = max(longest.get(first, 1), rest.count(" ") + 2 if rest else 1)
    return {
        "names": names,
        "longest": longest,
        "entries": [msgspec.Raw(msgspec.msgpack.encode(entry)) for entry in found],
        "ids": ids,
        "variants": _raw(_variants(found)),
        "surnames": _raw(_surnames(found)),
        "holders": _raw(_holders(found, folder)),
        "bodies": {f"{entry.country}|{entry.body}": number for number, entry in enumerate(found) if entry.body},
        "capitals": _capitals(found),
        "given": _given(found),
        "demonyms": {code: _demonyms(tables.demonyms(folder, code)) for code in ("en", "fr")},
        "buildings": {key(one.surface): _site(one) for one in metonyms if one.kind == "building_or_place"},
    }


def _raw(value: object) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(value))


def _postings(number: int, entry: Entry) -> Iterable[tuple[str, Posting]]:
    for name in entry.names:
        tag, colon, rest = name.partition(":")
        language, form = (tag, rest) if colon and len(tag) == 2 else ("", name)
        folded = key(form)
        if len(folded) >= _LEAST_LETTERS or not folded.isascii():
            yield folded, (number, language, _case(form))


def _case(form: str) -> str:
    """Return the case flag of a form: an acronym, one that may be written in lower case, or a name."""
    first = form[:1]
    parts = words(form)
    if len(parts.folded) == 1 and form.replace(".", "").isupper() and len(parts.folded[0]) <= 6 and form.isascii():
        return "A"
    return "l" if first.islower() else ""


def _with_places(found: list[Entry], rows: list[tables.Metonym]) -> list[Entry]:
    """Add the buildings that stand for institutions, and what each capital is called and stands for.

    What the tables know as an institution ("the White House") goes by its name there; its place has none of its own.
    """
    governments = {entry.country: entry.id for entry in found if entry.body == "government"}
    known = {key(name.partition(":")[2] if name[2:3] == ":" else name) for entry in found for name in entry.names}
    buildings: dict[str, tuple[list[str], tables.Metonym]] = {}
    for row in rows:
        if row.kind == "capital" or len(row.country) != 2:
            continue
        forms, _ = buildings.setdefault(row.place, ([], row))
        if key(row.surface) not in known:
            forms.append(f"{row.language}:{row.surface}" if row.language != "und" else row.surface)
    surfaces: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        if row.kind == "capital":
            surfaces[row.qid].append(row.surface)
    out = [_standing(entry, governments, surfaces) for entry in found]
    for place, (forms, row) in buildings.items():
        body = row.body
        target = f"body:{row.country}:{body}" if body else governments.get(row.country, f"country/{row.country}")
        out.append(
            Entry(
                id=_site(row),
                label=place,
                type="place",
                wikidata=row.qid,
                country=row.country,
                names=tuple(forms),
                stands_for=target,
            )
        )
    return out


def _site(row: tables.Metonym) -> str:
    return f"place/{slug(row.place)}"


def _standing(entry: Entry, governments: dict[str, str], surfaces: dict[str, list[str]]) -> Entry:
    """Return a place with the further names of a capital, and what it stands for; former capitals are towns."""
    if entry.type == "place" and entry.wikidata in surfaces:
        entry = msgspec.structs.replace(entry, names=tuple(dict.fromkeys((*entry.names, *surfaces[entry.wikidata]))))
    elif entry.capital and entry.wikidata:
        return msgspec.structs.replace(entry, capital=False)
    if not entry.capital or not entry.country or entry.stands_for:
        return entry
    return msgspec.structs.replace(entry, stands_for=governments.get(entry.country, f"country/{entry.country}"))


def _capitals(found: list[Entry]) -> dict[str, int]:
    """Return the capital of each state that has only one."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(found):
        if entry.type == "place" and entry.capital:
            numbers[entry.country].append(number)
    return {country: each[0] for country, each in numbers.items() if country and len(each) == 1}


def _variants(found: list[Entry]) -> dict[str, list[int]]:
    table: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(found):
        if entry.type == "person":
            for name in entry.names:
                for form in {skeleton(name), skeleton(_FAMILY.sub("", name))} - {""}:
                    if number not in table[form]:
                        table[form].append(number)
    return {form: numbers for form, numbers in table.items() if numbers}


def _surnames(found: list[Entry]) -> dict[str, list[int]]:
    table: dict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(found):
        if entry.type == "person" and entry.rank <= 1:
            first = [key(entry.label).split()[0]] if entry.country in FAMILY_FIRST and " " in entry.label else []
            parts = [part for name in entry.names for part in key(name).split()[1:] if len(part) > 2]
            for part in dict.fromkeys([*first, *parts]):
                table[part].append(number)
    return table


def _given(found: list[Entry]) -> list[str]:
    """Return the first words of persons' names that several persons share."""
    count: dict[str, int] = defaultdict(int)
    for entry in found:
        if entry.type == "person":
            for word in {key(name).partition(" ")[0] for name in entry.names if " " in name}:
                count[word] += 1
    return sorted(word for word, times in count.items() if times >= _SHARED and len(word) > 2 and word.isalpha())


def _holders(found: list[Entry], folder: Path) -> dict[str, list[tuple[int, int]]]:
    titles = {key(form): row["title"] for row in tables.rows(folder / "titles.csv") for form in row.values() if form}
    states = {entry.country: _words(entry) for entry in found if entry.type == "country"}
    table: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, entry in enumerate(found):
        for place, tenure in enumerate(entry.tenures):
            kind = tenure.kind
            if kind == "other" and entry.rank <= _OTHER:
                kind = titles.get(_without(tenure.office, states.get(tenure.country, frozenset())), kind)
            if kind not in {"legislator", "other"}:
                state = "" if kind in _OF_NO_STATE else tenure.country
                table[f"{kind}|{state}"].append((number, place))
    return table


def _words(entry: Entry) -> frozenset[str]:
    """Return the folded words of a state's names, and what joins them to a title."""
    return frozenset(word for name in entry.names for word in key(name.partition(":")[2] or name).split()) | {
        "of",
        "the",
    }


def _without(title: str, words: frozenset[str]) -> str:
    """Return a folded title without the name of its state behind it ("Vice President of the United States")."""
    folded = key(title).split()
    while folded and folded[-1] in words:
        folded.pop()
    return " ".join(folded)


def _demonyms(rows: list[tables.Demonym]) -> dict[str, list[str]]:
    table: dict[str, list[str]] = defaultdict(list)
    for form, country in rows:
        folded = key(form)
        if country not in table[folded]:
            table[folded].append(country)
    return table
