"""How sure it is that a thing and a Wikidata item are the same: signs with their weights, and hard limits on types.

The weights are log-odds; `data/linking.toml` holds them, with the classes of each type and the threshold.  The scores
of all candidates of a thing, and the chance that the thing is none of them, add up to 1: a rival costs what it is worth.
"""

import math
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import msgspec

from kg import share
from kg.authority import alike, key, skeleton
from kg.errors import DataError
from kg.link.candidate import Candidate, LinkType, Name, Office, Thing

__all__ = ["Scored", "Settings", "fits", "score", "settings"]

_NEAR = 88.0
_GROWN = 15
"""Years from which a person is in the news for what they do."""
_MOST_CONTEXT = 3
_COMMON = 4
"""Letters of a word of a description from which it is held against the names of an article."""
_UNTOLD = frozenset({"..", "?", ""})


class _Type(msgspec.Struct, frozen=True, rename={"is_": "is"}):
    is_: frozenset[str]
    never: frozenset[str] = frozenset()


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What data/linking.toml holds."""

    languages: tuple[str, ...]
    small_words: frozenset[str]
    seats: tuple[str, ...]
    threshold: float
    floor: float
    types: dict[LinkType, _Type]
    signs: dict[str, float]
    before: dict[LinkType, float]


@cache
def settings() -> Settings:
    """Return the weights, limits and classes.

    Raises:
        DataError: the file lacks something, or holds what it should not.
    """
    file = share.path("data", "linking.toml")
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Settings)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataError(f"{file}: {error}. Restore the file.") from error


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its score from 0 to 1, and the signs that made it."""

    candidate: Candidate
    score: float
    signs: tuple[str, ...]


def fits(thing: Thing, candidate: Candidate) -> bool:
    """Tell whether a candidate is of the type of the thing; one whose classes are not known is not."""
    limits = settings().types[thing.type]
    return bool(candidate.classes & limits.is_) and not candidate.classes & limits.never


def score(thing: Thing, candidates: Iterable[Candidate]) -> list[Scored]:
    """Return the candidates that may be the thing, the best first; what is refused, of another type or name is left out."""
    weights = settings().signs
    open_: list[tuple[Candidate, float, tuple[str, ...]]] = []
    for candidate in candidates:
        if candidate.id in thing.refused or not fits(thing, candidate):
            continue
        named = _name_signs(thing, candidate)
        if named:
            signs = (*named, *_signs(thing, candidate))
            open_.append(
                (candidate, settings().before[thing.type] + sum(_weight(weights, sign) for sign in signs), signs)
            )
    whole = 1.0 + sum(math.exp(odds) for _, odds, _ in open_)
    scored = [Scored(candidate, math.exp(odds) / whole, signs) for candidate, odds, signs in open_]
    return sorted(scored, key=lambda each: (-each.score, len(each.candidate.id), each.candidate.id))


def _weight(weights: dict[str, float], sign: str) -> float:
    name, _, times = sign.partition(" x")
    return weights[name] * float(times or 1)


# ---------------------------------------------------------------- names


def _name_signs(thing: Thing, candidate: Candidate) -> tuple[str, ...]:
    """Return what the names say; nothing where they are not alike."""
    mine = {key(text): len(text.split()) for text, _ in thing.names}  # "Sang-min" is one word
    labels, aliases = _keys(candidate.labels), _keys(candidate.aliases)
    hits = [name for name in mine if name in labels or name in aliases]
    if hits:
        best = max(hits, key=lambda name: (mine[name], name in labels))
        first = "name_label" if best in labels else "name_alias"
        words = mine[best]
    else:
        spelled = [text for text, _ in thing.names if _spelled(thing, text, candidate)]
        near = [text for text, _ in thing.names if _nearly(text, (*labels, *aliases))]
        if not spelled and not near:
            return ()
        first, text = ("name_spelled", spelled[0]) if spelled else ("name_near", near[0])
        words = len(text.split())
    length = "one_word" if words == 1 else "two_words" if words == 2 else "more_words"
    return (first, length, *(["name_again"] if _again(thing, candidate, hits) else []))


def _again(thing: Thing, candidate: Candidate, hits: Sequence[str]) -> bool:
    """Tell whether a second name, or the same in a second language of both, is common."""
    if len(hits) > 1:
        return True
    languages = {language for text, language in thing.names if key(text) in hits and language}
    theirs = {language for text, language in (*candidate.labels, *candidate.aliases) if key(text) in hits}
    return len(languages & theirs) > 1


def _keys(names: Iterable[Name]) -> frozenset[str]:
    return frozenset(key(text) for text, _ in names)


def _spelled(thing: Thing, text: str, candidate: Candidate) -> bool:
    """Tell whether a person's name is another transliteration of a name of the candidate."""
    if thing.type != "person":
        return False
    bones = skeleton(text)
    return bool(bones) and any(
        skeleton(other) == bones and alike(text, other) for other, _ in (*candidate.labels, *candidate.aliases)
    )


def _nearly(text: str, others: Iterable[str]) -> bool:
    from rapidfuzz import fuzz

    mine = key(text)
    return len(mine) > 5 and any(fuzz.ratio(mine, other) >= _NEAR for other in others if len(other) > 5)


# ---------------------------------------------------------------- everything else


def _signs(thing: Thing, candidate: Candidate) -> list[str]:
    found = [*_country_signs(thing, candidate), *_context_signs(thing, candidate)]
    if thing.type == "person":
        found += [*_office_signs(thing, candidate), *_life_signs(thing, candidate)]
    if thing.type == "agreement":
        found += _agreement_signs(thing, candidate)
    if not candidate.sure:
        found.append("one_file")
    if candidate.pages:
        found.append(f"known_widely x{math.log10(1 + candidate.pages):.2f}")
    return found


def _country_signs(thing: Thing, candidate: Candidate) -> list[str]:
    theirs = candidate.countries | {each.country for each in candidate.offices if each.country}
    if not thing.country or not theirs:
        return []
    return ["country"] if thing.country in theirs else ["other_country"]


def _context_signs(thing: Thing, candidate: Candidate) -> list[str]:
    own = {word for text, _ in thing.names for word in key(text).split()}
    words = {word for word in key(candidate.description).split() if len(word) >= _COMMON} - own
    known = {word for name in thing.context for word in name.split() if len(word) >= _COMMON}
    shared = min(len(words & known), _MOST_CONTEXT)
    return [f"context x{shared}"] if shared else []


def _office_signs(thing: Thing, candidate: Candidate) -> list[str]:
    found: list[str] = []
    if thing.offices and candidate.offices:
        held = [(said, term) for said in thing.offices for term in candidate.offices if _same_office(said, term)]
        covering = [term for said, term in held if _covers(term, said.day)]
        if not held:
            found.append("other_office")
        else:
            seat = "" if any(not _seat(term) for term in covering or [term for _, term in held]) else "_seat"
            found.append(("in_office" if covering else "held_office") + seat)
    gap = _gap(thing.days, candidate.offices)
    if gap is not None and gap <= 10:
        found.append("acting_then")
    elif gap is not None and gap >= 25:
        found.append("long_gone")
    return found


def _same_office(said: Office, term: Office) -> bool:
    """Tell whether an article's title is that of a term: by id, or by words that one has and the other has too."""
    if said.id and said.id == term.id:
        return True
    if said.country and term.country and said.country != term.country:
        return False
    mine, theirs = [_title(text) for text in said.titles], [_title(text) for text in term.titles]
    return any(one and other and (one <= other or other <= one) for one in mine for other in theirs)


def _seat(term: Office) -> bool:
    """Tell whether an office is one that many hold at a time: two of one name may sit in one parliament."""
    return any(key(title).startswith(settings().seats) for title in term.titles)


def _title(text: str) -> frozenset[str]:
    return frozenset(word for word in key(text).split() if word not in settings().small_words)


def _covers(term: Office, day: str) -> bool:
    """Tell whether a day lies within a term, at the precision of its dates; a term without any date does not say."""
    if not day or (term.start in _UNTOLD and term.end in _UNTOLD):
        return False
    begun = term.start in _UNTOLD or term.start <= day[: len(term.start)]
    return begun and (term.end in _UNTOLD or day[: len(term.end)] <= term.end)


def _gap(days: Sequence[str], offices: Sequence[Office]) -> int | None:
    """Return the least number of years between an article and a term; nothing where either has no date."""
    years = [int(day[:4]) for day in days]
    spans = [
        (_year(term.start) or _year(term.end), _year(term.end) or (9999 if term.end == ".." else _year(term.start)))
        for term in offices
        if _year(term.start) or _year(term.end)
    ]
    gaps = [max(first - year, year - last, 0) for year in years for first, last in spans if first and last]
    return min(gaps, default=None)


def _year(text: str) -> int:
    return 0 if text in _UNTOLD or not text[:4].isdigit() else int(text[:4])


def _life_signs(thing: Thing, candidate: Candidate) -> list[str]:
    born, died = _year(candidate.born), _year(candidate.died)
    if not thing.days or not (born or died):
        return []
    first, last = int(min(thing.days)[:4]), int(max(thing.days)[:4])
    gone = died and (last > died + 1 or (last > died and date.fromisoformat(max(thing.days)).month > 6))
    child = born and first < born + _GROWN
    return ["not_alive" if gone or child else "alive"]


def _agreement_signs(thing: Thing, candidate: Candidate) -> list[str]:
    found = []
    theirs = [text for text in candidate.when if text not in _UNTOLD]
    if thing.when and theirs:
        shared = max(len(_common(thing.when, text)) for text in theirs)
        found.append("day" if shared >= 10 else "month" if shared >= 4 else "other_day")
    if thing.parties and candidate.parties:
        both = len(thing.parties & candidate.parties)
        found.append("parties" if both > 1 else "party" if both else "other_parties")
    return found


def _common(one: str, other: str) -> str:
    """Return what two dates have in common, from the year on; nothing where the finer of them contradicts."""
    length = min(len(one), len(other))
    if one[:length] == other[:length]:
        return one[:length]
    return one[:4] if one[:4] == other[:4] else ""
