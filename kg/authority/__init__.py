"""The authority: who and what is known by name, with Wikidata ids, offices held, demonyms and metonyms.

The tables stand in data/authority/ (its README names their sources and how far each can be trusted).  They are
compiled once per content and kept in the user's cache folder; a broken cache is rebuilt.
"""

from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from kg import share
from kg.authority import grown
from kg.authority.compiled import compiled
from kg.authority.fold import Words, fold, key, words
from kg.authority.surnames import FAMILY_FIRST, PARTICLES, surnames, weight
from kg.authority.tables import TABLES, rows
from kg.authority.values import Entry, EntryType, Tenure, leads
from kg.authority.variants import SETTLED, alike, initialled_otherwise, skeleton

__all__ = [
    "FAMILY_FIRST",
    "PARTICLES",
    "Authority",
    "Entry",
    "EntryType",
    "Hit",
    "Tenure",
    "Words",
    "alike",
    "files",
    "fold",
    "in_office",
    "initialled_otherwise",
    "key",
    "leads",
    "load",
    "skeleton",
    "surnames",
    "weight",
    "words",
]

_WITHOUT_LANGUAGE = ""
_CURRENCIES = frozenset("$€£¥")
_SHORT_CAPITALS = 4
_SILENT = frozenset("хХ")
_AGREEMENTS = "agreement/"


class Hit(NamedTuple):
    """A name found in a text: words `start` to `end` (exclusive), entries best first."""

    start: int
    end: int
    ids: tuple[str, ...]
    """Authority ids."""


class Authority:
    """Read-only view of the compiled tables."""

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        self._folder = folder
        self._tables = compiled(folder, own)
        self._entries: dict[int, Entry] = {}

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._tables.ids

    def __len__(self) -> int:
        return len(self._tables.ids)

    def entry(self, entry_id: str) -> Entry:
        """Return the entry of an id; a KeyError names an unknown one."""
        return self._entry(self._tables.ids[entry_id])

    def _entry(self, number: int) -> Entry:
        entry = self._entries.get(number)
        if entry is None:
            entry = self._entries[number] = msgspec.msgpack.decode(self._tables.entries[number], type=Entry)
        return entry

    def country(self, iso: str) -> Entry | None:
        """Return the country of an ISO 3166-1 alpha-2 code."""
        number = self._tables.ids.get(f"country/{iso}")
        return None if number is None else self._entry(number)

    def body(self, iso: str, kind: str) -> Entry | None:
        """Return the body of a state (government, military, foreign_ministry ...) where the tables have one."""
        number = self._tables.bodies.get(f"{iso}|{kind}")
        return None if number is None else self._entry(number)

    def capital(self, iso: str) -> Entry | None:
        """Return the capital of a state; None of one that has none or several (the Netherlands, South Africa)."""
        number = self._tables.capitals.get(iso)
        return None if number is None else self._entry(number)

    def find(self, text: Words, language: str) -> Iterator[Hit]:
        """Yield the names of a text, leftmost and longest first, none overlapping another."""
        names, folded, joined = self._tables.names, text.folded, text.joined
        count, behind = len(folded), 0
        for at, most in enumerate(map(self._tables.longest.get, folded)):
            if most is None or at < behind:
                continue
            longest, limit = 1, min(most, count - at)
            while longest < limit and joined[at + longest]:
                longest += 1
            for length in range(longest, 0, -1):
                postings = names.get(folded[at] if length == 1 else " ".join(folded[at : at + length]))
                found = self._readings(postings, text, at, length, language) if postings else ()
                if found:
                    yield Hit(at, at + length, found)
                    behind = at + length
                    break

    def _readings(
        self, postings: list[tuple[int, str, str]], text: Words, at: int, length: int, language: str
    ) -> tuple[str, ...]:
        kept = []
        for number, form_language, case in postings:
            if form_language not in {_WITHOUT_LANGUAGE, language}:
                continue
            if case == "A" and not text.raw(at).isupper() and text.folded[at] in self._surnames:
                continue  # "Sadr" is no SADR
            if case == "l" or _written_as_name(text, at, length, acronym=case == "A"):
                entry = self._entry(number)
                if case or length > 1 or not (entry.type == "place" and not entry.capital and _acronym(text.raw(at))):
                    kept.append(entry.id)
        return tuple(dict.fromkeys(kept))

    @cached_property
    def agreements(self) -> tuple[Entry, ...]:
        """The agreements of the tables."""
        ids = self._tables.ids
        return tuple(self._entry(ids[entry_id]) for entry_id in sorted(ids) if entry_id.startswith(_AGREEMENTS))

    @cached_property
    def buildings(self) -> dict[str, str]:
        """Folded names of buildings that stand for who sits in them -> the ids of their places."""
        return self._tables.buildings

    def named(self, name: str) -> tuple[str, ...]:
        """Return the ids found under exactly this name, best first."""
        return tuple(dict.fromkeys(self._entry(number).id for number, _, _ in self._tables.names.get(key(name), ())))

    def linked(self, qid: str) -> tuple[str, ...]:
        """Return the ids of what this Wikidata item is, best first."""
        return tuple(self._linked.get(qid, ()))

    @cached_property
    def _linked(self) -> dict[str, list[str]]:
        table: dict[str, list[str]] = {}
        for entry in self.all():
            if entry.wikidata:
                table.setdefault(entry.wikidata, []).append(entry.id)
        return table

    def variants(self, name: str) -> tuple[str, ...]:
        """Return the ids of persons of whose name this is another transliteration, best first."""
        numbers = self._variants.get(skeleton(name), ()) if name else ()
        if not numbers and _SILENT & set(
            name
        ):  # "Ильхам": the letter is kh in one spelling and h, which hardly counts, in another
            name = "".join(letter for letter in name if letter not in _SILENT)
            numbers = self._variants.get(skeleton(name), ())
        alikes = [n for n in numbers if _spells(name, self._entry(n))]
        alikes = [n for n in alikes if not any(initialled_otherwise(name, other) for other in self._entry(n).names)]
        return tuple(self._entry(number).id for number in sorted(alikes, key=lambda n: (self._entry(n).rank, n)))

    def surname(self, name: str) -> tuple[str, ...]:
        """Return the ids of curated persons, heads and ministers of whose name this word is a part, the first word apart."""
        return tuple(self._entry(number).id for number in self._surnames.get(key(name), ()))

    def is_given(self, word: str) -> bool:
        """Tell whether a folded word is a first name of several persons of the tables."""
        return word in self._given

    @cached_property
    def _given(self) -> frozenset[str]:
        return frozenset(self._tables.given)

    def holders(self, kind: str, iso: str, on: date | None) -> tuple[tuple[Entry, Tenure], ...]:
        """Return who held an office of this kind for this state on a day: certain and latest first."""
        terms = [
            (self._entry(number), self._entry(number).tenures[place])
            for number, place in self._holders.get(f"{kind}|{iso}", ())
        ]
        held = [(entry, term) for entry, term in terms if on is None or in_office(term, on)]
        return tuple(sorted(held, key=lambda pair: (pair[1].sure, -pair[0].rank, pair[1].start), reverse=True))

    def of_kind(self, kind: str) -> list[tuple[Entry, Tenure]]:
        """Return all terms in offices of a kind; nothing of legislators and of offices of no kind."""
        found = (place for name, places in self._holders.items() if name.partition("|")[0] == kind for place in places)
        return [(self._entry(number), self._entry(number).tenures[place]) for number, place in found]

    def basis(self, tenure: Tenure) -> str:
        """Return what a term rests on, in words: the kind of statement, the day of the export, where that is kept."""
        numbers = tenure.basis.split("+")
        return "; ".join(self._sources[each] for each in numbers) if tenure.basis[:1].isdigit() else tenure.basis

    @cached_property
    def _sources(self) -> dict[str, str]:
        kept = rows(self._folder / "sources.csv")
        return {row["number"]: f"{row['basis']}, {row['as_of']}, {row['source']}" for row in kept}

    def all(self) -> Iterator[Entry]:
        """Yield every entry."""
        yield from map(self._entry, range(len(self._tables.entries)))

    def demonyms(self, language: str) -> dict[str, list[str]]:
        """Return folded demonyms of a language with the ISO codes of their countries."""
        return self._tables.demonyms.get(language, {})

    @cached_property
    def _variants(self) -> dict[str, list[int]]:
        return msgspec.msgpack.decode(self._tables.variants, type=dict[str, list[int]])

    @cached_property
    def _surnames(self) -> dict[str, list[int]]:
        return msgspec.msgpack.decode(self._tables.surnames, type=dict[str, list[int]])

    @cached_property
    def _holders(self) -> dict[str, list[tuple[int, int]]]:
        return msgspec.msgpack.decode(self._tables.holders, type=dict[str, list[tuple[int, int]]])


def in_office(tenure: Tenure, on: date) -> bool:
    """Tell whether a day lies within a term, at the precision of its dates; an open end counts as still in office."""
    day = on.isoformat()
    return (tenure.start == ".." or tenure.start <= day[: len(tenure.start)]) and (
        tenure.end == ".." or day[: len(tenure.end)] <= tenure.end
    )


def _spells(name: str, entry: Entry) -> bool:
    """Tell whether a name is a spelling of one of an entry's."""
    return any(alike(name, other, settled=entry.country in SETTLED) for other in entry.names)


def _acronym(word: str) -> bool:
    """Tell whether a word looks like an acronym, not like a town in a dateline ("GAO")."""
    return len(word) <= _SHORT_CAPITALS and word.isupper()


def _written_as_name(text: Words, at: int, length: int, *, acronym: bool) -> bool:
    """Tell whether the words are capitalised as a name is; scripts without case always are."""
    raw = text.raw(at)
    if acronym:
        follows = text.text[text.ends[at] : text.ends[at] + 1]
        return follows not in _CURRENCIES and (raw.replace(".", "").isupper() or (len(raw) > 3 and raw[0].isupper()))
    if text.folded[at] == "al" and length > 1:  # "al-Bab", "el-Fasher": the article of a name may be written small
        return not text.raw(at + 1)[:1].islower()
    return not raw[:1].islower() and (
        length == 1 or not all(text.raw(i)[:1].islower() for i in range(at + 1, at + length)) or len(raw) > 1
    )


def load(folder: Path | None = None, own: Path | None = None) -> Authority:
    """Return the authority of a folder and of the user's own, by default the shipped one and the one of this user.

    Each is opened once per process.
    """
    return _opened(folder or share.path("data", "authority"), own or grown.folder())


@lru_cache(maxsize=4)
def _opened(folder: Path, own: Path) -> Authority:
    return Authority(folder, own)


def files(folder: Path | None = None, own: Path | None = None) -> dict[str, str]:
    """Return the SHA-256 of each table that `load` reads, by name; the user's own as `own/NAME`."""
    return grown.hashes(folder or share.path("data", "authority"), own or grown.folder(), TABLES)
