"""Whose text it is, where its sentences do not say: who talks, signs, fights or is told of as two sides elsewhere in the article."""

from collections.abc import Iterator, Sequence

import msgspec

from kg.events.items import Row, Source
from kg.events.lexicon import CONCERTED, frames
from kg.events.story import Event, Story
from kg.events.times import compatible
from kg.events.treaties.known import Known
from kg.events.treaties.treaty import Treaty, states_of

__all__ = ["Lending", "pairs_of"]

_JOINING = CONCERTED | {"relations"}
"""Families of events whose parties may be those of a text."""
_FIGHTS = frozenset({"military_action", "war", "ceasefire"})
"""Types whose two sides may be those of a truce or peace."""
_PEACE = frozenset({"ceasefire", "peace"})
_FIGHTING = frozenset({"party", "actor"})
_TOGETHER = {"promise": "speaker", "visit": "visitor"}
"""What two may do together beside a text of theirs, and in which role."""
_BESIDE = 250
"""How many characters from a text they do it."""
_NEAR = 600
"""How many characters from a text its parties are looked for."""
_POWERS = frozenset({"country", "government", "armed_group", "igo", "organization"})
_SIDES = frozenset({"country", "government", "armed_group"})
_BODIES = frozenset({"igo", "organization"})
_AGREED = frozenset({"agreement", "signing"})
_NAMELESS = "local/"
_BETWEEN = frozenset({"between", "part"})
"""The second where it is what lies between them ("the border between X and Y")."""
_PAIR = 2
_FEW = 4
"""More than these come to a summit, not to sign."""
_RECENT = 90
"""How many days an agreement is not yet of the past."""
_LEADERS, _PERSONS, _FOUGHT, _OTHER = 2, 4, 5, 6
"""How much worse than talks of powers it is that leaders stand for them, that these have no state here, that they fight, that it is another text's."""


def pairs_of(row: Row, types: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Yield each two powers that a sentence sets side by side ("the border between X and Y")."""
    for at in row.names:
        item = row.items[at]
        if item.prep & _BETWEEN and (item.group < 0 or row.groups[item.group][0] == at):
            actors = tuple(dict.fromkeys(row.actors(at)))
            if len(actors) == _PAIR and all(types.get(a) in _SIDES for a in actors):
                yield actors


class _Sides(msgspec.Struct, frozen=True):
    """Who are told of together, and how good a guess they are."""

    rank: int
    far: int
    parties: list[str]


class Lending:
    """Gives the texts of one article parties that are told around them."""

    def __init__(self, source: Source, states: dict[str, str], known: Known, pairs: Sequence[tuple[str, ...]]) -> None:
        """Take what was read; `states` are the states of persons and bodies, `pairs` the sides told of "between"."""
        self.source = source
        self.states = states
        self.known = known
        self.pairs = {frozenset(states_of(pair, states)): pair for pair in pairs}
        actors = source.reading.actors
        self.powers = {a.id for a in actors if a.type in _POWERS}
        self.sides = {a.id for a in actors if a.type in _SIDES and not a.id.startswith(_NAMELESS)}
        self.leaders = {a.id: states[a.id] for a in actors if a.type == "person" and a.id in states}
        self.persons = {a.id: a.country for a in actors if a.type == "person"}

    def lend(self, treaties: Sequence[Treaty], story: Story) -> None:
        """Give each text without two parties those of the nearest talks, texts or truces between powers, or their leaders."""
        for treaty in treaties:
            if not self._lacks(treaty):
                continue
            treaty.parties += self.known.pair(treaty) if not treaty.weak and self._past_text(treaty) else []
            if len(treaty.parties) < _PAIR:
                sides = min(self._around(treaty, story), key=lambda s: (s.rank, s.far), default=None)
                lent = sides.parties if sides is not None else treaty.heralds or self._only_pair(treaty)
                treaty.parties += [p for p in lent if p not in treaty.parties]
            treaty.bare = treaty.bare and len(treaty.parties) < _PAIR

    def _lacks(self, treaty: Treaty) -> bool:
        """Tell whether a text may take parties from around it."""
        if (treaty.bare and not treaty.real) or treaty.act or treaty.many or treaty.paired:
            return False
        return len(treaty.parties) < _PAIR and not (treaty.named and (treaty.parties or treaty.known))

    def _around(self, treaty: Treaty, story: Story) -> Iterator[_Sides]:
        """Yield the sides of the events near a text that may be its own."""
        for event in story.events:
            sides = self._of_event(treaty, event)
            if (
                sides is not None
                and event.reality.polarity == "positive"
                and sides.far <= _NEAR
                and self._may_be(treaty, sides.parties)
            ):
                yield sides

    def _of_event(self, treaty: Treaty, event: Event) -> _Sides | None:
        """Return the sides of an event, nothing where it is none that a text comes of."""
        far = min(abs(telling.sentence[0] - treaty.span[0]) for telling, _ in event.tellings)
        if event.type in _FIGHTS and (treaty.bare or event.type != "ceasefire"):
            fought = [a for a, r in event.participants.items() if r in _FIGHTING and a in self.sides]
            mine = bool(treaty.kinds & _PEACE) and len(fought) == _PAIR and event.reality.polarity == "positive"
            return _Sides(_FOUGHT, far, fought) if mine else None
        if event.type in _TOGETHER and treaty.real and not treaty.bare:
            there = [a for a, r in event.participants.items() if r == _TOGETHER[event.type] and a in self.sides]
            near = len(there) == _PAIR and far <= _BESIDE and event.reality.status == "occurred"
            return _Sides(_FOUGHT, far, there) if near else None
        if frames()[event.type].family not in _JOINING or treaty.bare:
            return None
        people = [a for a, r in event.participants.items() if r in ("party", "participant")]
        direct = [a for a in people if a in self.powers or (treaty.theirs and a in self.persons)]
        direct = [a for a in direct if a != treaty.place]
        parties = (
            direct
            if len(direct) >= _PAIR
            else list(dict.fromkeys(self.leaders[a] for a in people if a in self.leaders))
        )
        rank = _LEADERS * (len(direct) < _PAIR)
        if len(parties) < _PAIR and treaty.real:  # of no state that the article names
            parties, rank = [a for a in people if self.persons.get(a)], _PERSONS
            parties = parties if len({self.persons[a] for a in parties}) == len(parties) == _PAIR else []
        if len(parties) < _PAIR or (event.type not in _AGREED and len(parties) > _FEW):
            return None  # whoever comes to a summit need not be a party
        if not treaty.parties:
            if not compatible(treaty.when, event.when) or self._past(treaty, event):
                return None
            own = event.agreement == treaty.key or event.type == "negotiation"
            if not own and all(self.source.types.get(p) in _BODIES for p in parties):
                return None  # organisations host and help
        other = event.agreement is not None and event.agreement != treaty.key
        if other and (treaty.weak or treaty.thin or treaty.passing):
            return None
        return _Sides(rank + _OTHER * other + (event.type not in _AGREED), far, parties)

    def _may_be(self, treaty: Treaty, parties: Sequence[str]) -> bool:
        """Tell whether some may be the sides of a text: they hold its one party, or the state that it is about."""
        states = states_of(parties, self.states)
        if treaty.parties and not states_of(treaty.parties, self.states) & states:
            return False
        return treaty.land is None or treaty.land in states

    def _only_pair(self, treaty: Treaty) -> Sequence[str]:
        """Return the two sides that the article tells of between whom something is, where there are no other two."""
        if (
            len(self.pairs) != 1
            or treaty.weak
            or treaty.thin
            or treaty.passing
            or treaty.bare
            or self._past_text(treaty)
        ):
            return ()
        pair = next(iter(self.pairs.values()))
        return pair if self._may_be(treaty, pair) else ()

    def _past_text(self, treaty: Treaty) -> bool:
        """Tell whether a text was signed long before the article."""
        latest, published = treaty.when.latest if treaty.when is not None else None, self.known.published
        return latest is not None and published is not None and (published - latest).days > _RECENT

    def _past(self, treaty: Treaty, event: Event) -> bool:
        """Tell whether a text was signed long before the article, which tells the event as news."""
        return self._past_text(treaty) and event.when is None and event.type not in _AGREED
