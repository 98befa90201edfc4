"""The word lists of `[names]` and `[offices]`, compiled for look-up in a text cut into words."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import lru_cache

from kg.authority import Words, key
from kg.lang import Language
from kg.lang.names import Names
from kg.lang.offices import Offices

__all__ = ["Lexicon", "Table", "lexicon"]

_OPTIONAL = re.compile(r"\(([^)]*)\)")


class Table:
    """Phrases with a value each, found longest first at a word of a text."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        rows: dict[tuple[str, ...], str] = {}
        for phrase, value in phrases:
            for form in _forms(phrase):
                rows.setdefault(tuple(key(form).split()), value)
        rows.pop((), None)
        self._alone = {parts[0]: value for parts, value in rows.items() if len(parts) == 1}
        longer = sorted((row for row in rows.items() if len(row[0]) > 1), key=lambda row: -len(row[0]))
        self._openings: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
        """The phrases that begin with two words, longest first."""
        self._closings: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
        """The phrases that end in two words, longest first."""
        for parts, value in longer:
            self._openings.setdefault(parts[:2], []).append((parts, value))  # type: ignore[arg-type]
            self._closings.setdefault(parts[-2:], []).append((parts, value))  # type: ignore[arg-type]
        self.firsts = frozenset(parts[0] for parts in rows)
        """The words that a phrase begins with."""

    def at(self, text: Words, index: int, stop: int) -> tuple[int, str] | None:
        """Return the end and value of the longest phrase that begins at word `index`."""
        if index >= stop:
            return None
        folded = text.folded
        first = folded[index]
        if first not in self.firsts:
            return None
        for parts, value in self._openings.get((first, folded[index + 1]), ()) if index + 1 < stop else ():
            end = index + len(parts)
            if end <= stop and _same(text, index, parts):
                return end, value
        alone = self._alone.get(first)
        return None if alone is None else (index + 1, alone)

    def free(self, text: Words, index: int, stop: int, taken: Container[int]) -> tuple[int, str] | None:
        """Return the longest phrase that begins at word `index` and holds no word that a name has taken."""
        folded = text.folded
        for parts, value in self._openings.get((folded[index], folded[index + 1]), ()) if index + 1 < stop else ():
            end = index + len(parts)
            if end <= stop and _same(text, index, parts) and not any(map(taken.__contains__, range(index, end))):
                return end, value
        alone = self._alone.get(folded[index]) if index < stop and index not in taken else None
        return None if alone is None else (index + 1, alone)

    def before(self, text: Words, index: int, start: int) -> tuple[int, str] | None:
        """Return the start and value of the longest phrase that ends right before word `index`."""
        if index <= start:
            return None
        folded = text.folded
        last = folded[index - 1]
        for parts, value in self._closings.get((folded[index - 2], last), ()) if index - 1 > start else ():
            begin = index - len(parts)
            if begin >= start and _same(text, begin, parts):
                return begin, value
        alone = self._alone.get(last)
        return None if alone is None else (index - 1, alone)

    def has(self, word: str) -> bool:
        """Tell whether a folded word is a phrase of its own."""
        return word in self._alone


def _same(text: Words, index: int, parts: tuple[str, ...]) -> bool:
    end = index + len(parts)
    folded = text.folded  # most phrases differ in their last word
    if folded[end - 1] != parts[-1] or folded[index] != parts[0]:
        return False
    return tuple(folded[index:end]) == parts and all(text.joined[index + 1 : end])


def _with_prefix(forms: tuple[str, ...], prefixes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{prefix}{form.lower()}" for prefix in prefixes for form in forms)


def _forms(phrase: str) -> Iterator[str]:
    """Yield a phrase with and without its optional endings: "soldat(s)", "vice-président(e)"."""
    if _OPTIONAL.search(phrase):
        yield _OPTIONAL.sub("", phrase)
        yield _OPTIONAL.sub(r"\1", phrase)
    else:
        yield phrase


def _plain(words: Iterable[str]) -> Table:
    return Table((word, "") for word in words)


def _keyed(lists: Mapping[str, Iterable[str]]) -> Table:
    return Table((word, name) for name, words in lists.items() for word in words)


class Lexicon:
    """All tables of one language."""

    def __init__(self, code: str, names: Names, offices: Offices, be: str = "", own: tuple[str, ...] = ()) -> None:
        self.code = code
        self.be = frozenset(key(be).split())
        """Forms of "to be"."""
        self.owning = frozenset(key(word) for word in own)
        """Possessives ("its", "leur")."""
        self.articles = _plain(names.articles)
        self.of = _plain(names.of)
        self.and_ = _plain(names.and_)
        self.possessives = frozenset(names.possessives)
        self.before = names.demonym_before
        self.after = names.demonym_after
        self.lower = names.demonym_lower
        self.hyphen_owner = names.hyphen_owner
        self.prefixes = {key(prefix): value for prefix, value in names.demonym_prefixes.items()}
        self.leanings: dict[str, tuple[str, str]] = {}
        """Nationalities written as one word with "pro" or "anti" -> the nationality, for or against."""
        self.extra_demonyms = {
            key(form): owner if "/" in owner else f"country/{owner}" for form, owner in names.nationalities()
        }
        self.demonym_firsts: frozenset[str] = frozenset()
        self.titles = _keyed({"he": names.titles_he, "she": names.titles_she, "": names.titles})
        self.particles = frozenset(key(word) for word in names.particles)
        self.not_names = frozenset(key(word) for word in names.not_names)
        self.ordinary = frozenset(key(word) for word in names.ordinary)
        self.said_before = _plain(names.said_before)
        self.said_after = _plain(names.said_after)
        self.groups = _keyed(names.groups)
        self.group_modifiers = _plain(names.group_modifiers)
        self.ties = _keyed({"led": names.led, "backed": names.backed})
        self.descriptions = _keyed(names.descriptions)
        self.pronouns = _keyed({"he": names.pronouns_he, "she": names.pronouns_she, "they": names.pronouns_they})
        self.things = _plain((*names.bodies, *names.events, *names.place_tails))
        self.adjectives = _plain(names.place_adjectives)
        self.locative = _plain(names.locative)
        self.within = _plain(names.within)
        self.sited = _plain(names.sited)
        self.site_tails = _plain(names.site_tails)
        self.here = _plain(names.here)
        self.stationed = _plain(names.stationed)
        self.bodies = _plain(names.bodies)
        self.events = _plain(names.events)
        self.plurals_before = _plain(names.plurals_before)
        pronouns = (*names.pronouns_he, *names.pronouns_she, *names.pronouns_they)
        self.pronoun_forms = frozenset(form.casefold() for form in pronouns)
        """As written: "él" is a pronoun, "el" is none."""
        self._take_offices(offices)
        self._take_looks(names)

    def _take_offices(self, offices: Offices) -> None:
        gone = {kind: _with_prefix(forms, offices.gone) for kind, forms in offices.heads.items()}
        self.heads = _keyed({kind: (*forms, *gone[kind]) for kind, forms in offices.heads.items()})
        self.gone = frozenset(key(form) for forms in gone.values() for one in forms for form in _forms(one))
        """Heads that say by themselves that the office is held no more."""
        self.portfolios = _keyed(offices.portfolios)
        self.fields = _plain(offices.fields)
        self.modifiers = _plain(offices.modifiers)
        self.deputies = _plain(offices.deputies)
        self.status = _keyed(
            {
                "former": offices.former,
                "future": offices.future,
                "designate": offices.designate,
                "acting": offices.acting,
                "held": offices.serving,
            }
        )
        self.tasks = _plain(offices.for_)
        self.plurals = {key(plural): singular for plural, singular in offices.plurals.items()}

    def _take_looks(self, names: Names) -> None:
        self.capitals = names.capitals
        self.callings = _plain(names.callings)
        self.people_before = _plain(names.people_before)
        self.places_before = _plain(names.places_before)
        self.regions = _plain(names.regions)
        self.within_forms = frozenset(phrase.split()[-1].casefold() for phrase in names.within)
        """Last words of `within`, with their accents."""
        self.companies = _plain(names.companies)
        self.spots = _plain(names.spots)
        self.body_endings = tuple(key(ending) for ending in names.body_endings)


_lexicon = lru_cache(maxsize=16)(Lexicon)


def lexicon(language: Language) -> Lexicon:
    """Return the compiled word lists of a language."""
    auxiliary = language.grammar.auxiliaries.get("be")
    be = f"{auxiliary.pres} {auxiliary.past}" if auxiliary else ""
    return _lexicon(language.code, language.names, language.offices, be, tuple(language.grammar.possessives))
