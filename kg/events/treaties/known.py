"""Which agreement of the authority a text is: by the place and day of its signing, its parties and its subject."""

from datetime import date
from functools import cached_property

from msgspec.structs import replace

from kg.authority import Authority, Entry
from kg.events.treaties.treaty import Treaty, alike
from kg.model import Reading, When

__all__ = ["Known"]

_BEFORE = 200
"""An article may speak of an agreement so many days before it was signed."""
_PAIR = 2
_GROUP = "armedgroup/"
_APART = 550
"""How many days the day that a text tells may lie from that of the agreement it names by its town."""
_YEAR = 4
"""Characters of a date to the year."""
_NEWS = 3
"""How many days an agreement is news."""
_NEAR = 2
"""How well a day agrees with the one before or after it."""
_DAY = 10
"""Characters of a date to the day."""
_SURE = 5
"""What a text must have in common with a known agreement to be it."""
_UNQUOTED = str.maketrans("", "", '"«»“”')
_SUBJECTS = frozenset({"disarmament", "climate", "water"})
"""Kinds that one agreement between the same parties is known for ("the nuclear deal")."""


class Known:
    """The agreements of the authority, as the actors of one article let them be meant."""

    def __init__(self, authority: Authority, reading: Reading, names: dict[str, str]) -> None:
        """Start an article; `names` are the names of its places by id."""
        self.authority = authority
        self.names = names
        self.language = reading.article.language
        self.published = reading.article.published.date() if reading.article.published else None
        self.states = {a.id: f"country/{a.country}" for a in reading.actors if a.country}
        self.named = {a.id for a in reading.actors}
        self.persons = {a.id for a in reading.actors if a.type == "person"}
        self.actors = {a.id for a in reading.actors} | set(self.states.values())
        self.actors |= {p.id for p in reading.places if p.id.startswith("country/")}

    def entry(self, key: str) -> Entry:
        """Return a known agreement, with the parties that it had on the day of the article."""
        return self._as_then(self.authority.entry(key))

    def _as_then(self, entry: Entry) -> Entry:
        if not entry.joined or self.published is None:
            return entry
        return replace(entry, parties=entry.parties_on(self.published))

    def may_mean(self, key: str) -> bool:
        """Tell whether an article can mean a known agreement by its name: a party is named, and it is not yet to come."""
        entry = self.entry(key)
        if self._ahead(entry):
            return False
        return len(entry.parties) < _PAIR or bool(self.actors & set(entry.parties))

    def may_be_called(self, key: str, when: When | None) -> bool:
        """Tell whether a name means a known agreement: where a town alone names it, its sides and the told day must fit."""
        entry = self.entry(key)
        if not self.may_mean(key):
            return False
        if not entry.seat or not entry.signed or len(self.actors & set(entry.parties)) >= _PAIR:
            return True
        told = when.earliest if when is not None else None
        if told is not None and abs((told - _first(entry.signed)).days) > _APART:
            return False
        missing = [p for p in entry.parties if p.startswith(_GROUP) and p not in self.actors]
        lands = {self.states.get(a) for a in self.named if a.startswith(_GROUP)}
        return not (missing and lands and not lands & set(entry.parties))

    def by_label(self, label: str) -> str | None:
        """Return the known agreement that bears a name, quoted or not ("accord « pour la paix et la réconciliation »")."""
        for found in self.authority.named(label.translate(_UNQUOTED)):
            if self.authority.entry(found).type == "agreement" and self.may_mean(found):
                return found
        return None

    def label(self, entry: Entry) -> str:
        """Return the name of a known agreement in the language of the article, without what tells it from namesakes."""
        return (getattr(entry, f"label_{self.language}", "") or entry.label).partition(" (")[0]

    def sides(self, key: str, actors: list[str]) -> list[str]:
        """Return those of some actors that are parties of a known agreement, or bodies of one; for persons their states."""
        parties = self.entry(key).parties
        found = []
        for actor in actors:
            state = "" if actor.startswith(_GROUP) else self.states.get(actor, "")  # rebels are no body of their state
            if actor in parties or (state in parties and actor not in self.persons):
                found.append(actor)
            elif state in parties:
                found.append(state if state in self.named else actor)
        return list(dict.fromkeys(found))

    def signed(self, key: str) -> date | None:
        """Return the day of the signing of a known agreement, where it is known to the day."""
        signed = self.authority.entry(key).signed
        return _first(signed) if len(signed) == _DAY else None

    def news(self, treaty: Treaty) -> When | None:
        """Return the day of the signing of a known text that the article tells of as new, without saying when."""
        day = self.signed(treaty.key)
        new = treaty.real and not treaty.prior and self._today(self.entry(treaty.key))
        return When(day.isoformat(), day, day) if day is not None and new else None

    def named_parties(self, key: str) -> list[str]:
        """Return the parties of a known agreement that the article names."""
        return [p for p in self.entry(key).parties if p in self.named]

    def find(self, treaty: Treaty) -> Entry | None:
        """Return the known agreement that a text is, if one alone fits best."""
        ranked = sorted(((self._fit(treaty, entry), entry) for entry in self._meant), key=lambda pair: -pair[0])
        best = ranked[0][0] if ranked else 0
        if best < _SURE or (len(ranked) > 1 and ranked[1][0] == best):
            return None
        return ranked[0][1]

    def pair(self, treaty: Treaty) -> list[str]:
        """Return the two sides of whatever known text of its time one without a name may be, where all have the same two."""
        if treaty.when is None or treaty.parties or treaty.kinds & _SUBJECTS:
            return []
        fits = [
            e for e in self._meant
            if self._focal(e) and _agree(treaty.when, e.signed) and alike(treaty.kinds, frozenset(e.about))
        ]  # fmt: skip
        pairs = {frozenset(e.parties[:_PAIR]) for e in fits}
        return [p for p in fits[0].parties[:_PAIR] if p in self.named] if len(pairs) == 1 else []

    @cached_property
    def _meant(self) -> list[Entry]:
        """The known agreements that the article can mean: a party is named, and they are not yet to come."""
        dated = [self._as_then(entry) for entry in self.authority.agreements if entry.signed]
        return [e for e in dated if not self.actors.isdisjoint(e.parties) and not self._ahead(e)]

    def _fit(self, treaty: Treaty, entry: Entry) -> int:
        """Return how much a text has in common with an agreement that may be meant; nothing where they differ."""
        if not alike(treaty.kinds, frozenset(entry.about)):
            return 0
        sides = {a if a in entry.parties else self.states.get(a, a) for a in treaty.parties}
        common = (sides | set(treaty.mediators)) & set(entry.parties)
        if treaty.parties and not common:
            return 0
        if len(sides) >= _PAIR and len(common) < _PAIR:
            return 0
        points = (0, _PAIR, _PAIR + 1)[min(len(common), _PAIR)]
        points += self._focal(entry)
        if treaty.when is not None:
            exact = _agree(treaty.when, entry.signed)
            beside = exact == _NEAR and treaty.when.earliest == treaty.when.latest  # a day before or after
            if exact == 0 or (beside and not common):
                return 0
            points += exact
            points += _PAIR * (not treaty.parties and self._focal(entry) and self._alone(entry))
        fresh = treaty.when is None and treaty.real and not treaty.prior and bool(common) and self._today(entry)
        points += 3 * fresh
        place = treaty.place or treaty.seat
        if place is not None and entry.seat and not place.startswith("country/"):
            if place != entry.seat and not self._houses(entry.seat, place):
                return 0
            points += 2 * (place == entry.seat) + 2 * (treaty.seat == entry.seat)
        if treaty.kinds & frozenset(entry.about):
            points += 1 + 2 * bool(treaty.kinds & _SUBJECTS)
        by_town = bool(treaty.seat) and self._focal(entry)  # of one side alone "the Istanbul Convention" may be any
        told = treaty.when is not None or fresh or by_town or bool(treaty.kinds & _SUBJECTS)
        return points if told else 0

    def _houses(self, town: str, place: str) -> bool:
        """Tell whether a place is a building of the country of a town: the White House, of Washington."""
        if place not in self.authority.buildings.values():
            return False
        return self.authority.entry(place).country == self.authority.entry(town).country

    def _focal(self, entry: Entry) -> bool:
        """Tell whether the article names the first two parties of an agreement."""
        return len(entry.parties) >= _PAIR and set(entry.parties[:_PAIR]) <= self.actors

    def _alone(self, entry: Entry) -> bool:
        """Tell whether an agreement is the only one known of its first two parties in the year of its signing."""
        year, pair = entry.signed[:_YEAR], set(entry.parties[:_PAIR])
        return [e for e in self._meant if e.signed[:_YEAR] == year and pair <= set(e.parties)] == [entry]

    def _today(self, entry: Entry) -> bool:
        """Tell whether an agreement was signed in the days before the article, which then tells it as news."""
        if self.published is None or len(entry.signed) != _DAY:
            return False
        return -1 <= (self.published - _first(entry.signed)).days <= _NEWS

    def _ahead(self, entry: Entry) -> bool:
        """Tell whether an agreement lies after the article."""
        if self.published is None or not entry.signed:
            return False
        first = _first(entry.signed)
        return (first - self.published).days > _BEFORE


def _first(signed: str) -> date:
    parts = [int(part) for part in signed.split("-")] + [1, 1]
    return date(parts[0], parts[1], parts[2])


def _agree(when: When, signed: str) -> int:
    """Return how well a told time and a known day agree: 4 a day, 2 a month, 1 a year, 0 not at all."""
    told = when.edtf[: len(signed)].rstrip("~?%")
    if when.earliest is not None and when.latest is not None and when.earliest != when.latest:
        first = _first(signed)
        inside = when.earliest <= first <= when.latest
        return (2 if (when.latest - when.earliest).days <= 31 else 1) if inside else 0
    if told == signed or signed.startswith(told):
        return {10: 4, 7: 2, 4: 1}.get(len(told), 0)
    if when.earliest is not None and len(signed) == 10 and abs((when.earliest - _first(signed)).days) <= 1:
        return _NEAR
    return 0
