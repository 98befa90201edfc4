"""Whether a mention of an agreement takes up one that the article has told of before."""

from collections.abc import Iterable, Sequence

from kg import iri
from kg.events.times import compatible
from kg.events.treaties.known import Known
from kg.events.treaties.treaty import Naming, Treaty, alike, states_of
from kg.model import When

__all__ = ["Matcher"]

_PAIR = 2
_RECENT = 90
_NEWS = 30
"""How many days before the article a text may have been signed that it tells of as new, without a day."""
_YEAR = 366
_SIDES = frozenset({"country", "government", "armed_group"})
_NAMELESS = "local/"
_STATE, _TOWN = "country/", "city/"
_ANNEX = "annex"
"""The form of a text that is never the one that it belongs to."""
_PAPER = 1.0
"""What it costs a truce to be called a document, where another text is told."""
_PASSING = 0.75
"""What it costs to be named in passing only, where another text is told as concluded."""


class Matcher:
    """Tells which agreement of an article a mention means."""

    def __init__(
        self,
        treaties: Sequence[Treaty],
        states: dict[str, str],
        types: dict[str, str],
        known: Known,
    ) -> None:
        """Start an article with the list of its agreements, which grows; `states` are the states of persons and bodies."""
        self.treaties = treaties
        self.states = states
        self.types = types
        self.known = known

    def same(self, naming: Naming, here: dict[int, Treaty]) -> Treaty | None:
        """Return the agreement told before that a mention takes up: the one that fits best, the last of equals."""
        best: tuple[float, Treaty] | None = None
        for far, treaty in enumerate(reversed(self.treaties)):
            points = self._fit(naming, treaty)
            again = naming.definite and naming.label.lower() in treaty.name.lower()  # "…, and X also signed the accord"
            if points is not None and treaty in here.values() and not (naming.title or again) and points < 3:
                points -= 1.5  # two texts in one sentence are two, unless much speaks against it
            if points is not None and points >= 0 and (best is None or points - far * 0.5 > best[0]):
                best = (points - far * 0.5, treaty)
        return best[1] if best is not None else None

    def _fit(self, naming: Naming, treaty: Treaty) -> float | None:
        """Return how well a mention fits an agreement; None where they are two."""
        if naming.key is not None and treaty.key == naming.key:
            return 99
        if naming.title and self._other_pair(set(naming.parties), set(treaty.parties), _SIDES | {"igo"}):
            return None  # "The deal will replace the EU-Vietnam agreement"
        if naming.title and iri.slug(treaty.name) == iri.slug(naming.title):
            return 99
        if treaty.many != naming.many or (naming.key is not None and treaty.known):
            return None
        if not alike(naming.kinds, treaty.kinds) or self._apart(naming, treaty) or self._elsewhere(naming, treaty):
            return None
        if self._another(naming, treaty):
            return None
        mine, theirs = set(naming.parties), set(treaty.parties)
        common = len(mine & theirs)
        exact = naming.when is not None and (treaty.when is not None or self._known_for(naming.when, treaty))
        points = min(common, 2) + 2.0 * exact + 2.0 * (naming.place is not None and naming.place == treaty.place)
        points += 1.0 * bool(naming.kinds & treaty.kinds) + 1.5 * (naming.prior == treaty.prior) - 0.5
        points -= _PAPER * (treaty.truce and naming.generic and not naming.truce)
        points -= _PASSING * (treaty.named and not treaty.real and not common)
        if naming.key is not None or naming.title:
            return points if self._titled_fit(naming, treaty, common) and not (naming.other and treaty.real) else None
        if naming.truce and treaty.generic and not common:
            return None
        called = treaty.named or " " in treaty.name  # "a maritime agreement … a fragile truce"
        if naming.truce and not naming.definite and "ceasefire" not in treaty.kinds and called:
            return None
        if naming.other and not exact and not (naming.definite and treaty.told > 1):
            return None
        if naming.hypothetical and not naming.definite and treaty.real:
            return None
        if naming.prior != treaty.prior and not (exact or common >= _PAIR):
            return None
        if self._other_pair(mine, theirs):
            return None
        if naming.definite and treaty.known and (exact or len(mine) >= _PAIR) and self._may_sign(mine, treaty):
            return points
        told = treaty.real and len(theirs) >= _PAIR
        if naming.indefinite and told and self._sides(mine) and self.apart(mine, theirs):
            return None
        if mine and theirs:
            theirs_all = naming.definite and states_of(mine, self.states) <= states_of(theirs, self.states)
            return points if common or theirs_all or not (treaty.named or self._rivals(mine, theirs)) else None
        if not mine and naming.definite:
            return points + 1
        return points if not treaty.named or (mine <= theirs and bool(mine)) else None

    def _another(self, naming: Naming, treaty: Treaty) -> bool:
        """Tell whether a mention brings in a text of its own: of another sort, or told as new beside an old one."""
        if naming.forms and treaty.forms and not naming.forms & treaty.forms:
            return True
        if (_ANNEX in naming.forms) != (_ANNEX in treaty.forms):
            return True
        unlike = bool(naming.kinds and treaty.kinds) and not naming.kinds & treaty.kinds
        if unlike and treaty.when is None and self._old(naming.when):
            return True
        named_by_day = naming.dated and not naming.indefinite
        news = treaty.when is None and not treaty.prior and named_by_day
        if news and ((treaty.fresh and self._day(naming.when)) or (treaty.real and "ceasefire" in naming.kinds)):
            return self._old(naming.when)  # "a truce … the agreement of 10 March", "signed … September's truce"
        if not naming.indefinite or not treaty.real:
            return False
        if treaty.fresh and treaty.when is None and self._old(naming.when, _NEWS):
            return True  # "signed a declaration … A truce was reached in July"
        if naming.when is not None and treaty.when is None and self._old(naming.when):
            return True
        return naming.when is None and naming.concluded and not naming.prior and self._old(treaty.when)

    def _other_pair(self, mine: set[str], theirs: set[str], sorts: frozenset[str] = _SIDES) -> bool:
        """Tell whether two lists of powers with names have one in common, and each another one: two texts of one of them."""
        if not self._sides(mine ^ theirs, sorts):
            return False
        return len(mine & theirs) == 1 and len(mine) == len(theirs) == _PAIR

    def _sides(self, parties: Iterable[str], sorts: frozenset[str] = _SIDES) -> bool:
        """Tell whether all are powers with a name."""
        return all(self.types.get(p) in sorts and not p.startswith(_NAMELESS) for p in parties)

    def _known_for(self, when: When, treaty: Treaty) -> bool:
        """Tell whether an agreement that the authority knows was signed at a time ("the text of 2015")."""
        signed = self.known.entry(treaty.key).signed if treaty.known else ""
        return bool(signed) and signed.startswith(when.edtf)

    def _may_sign(self, sides: set[str], treaty: Treaty) -> bool:
        """Tell whether those named as parties may be parties of a known agreement."""
        parties = set(self.known.entry(treaty.key).parties)
        return not parties or states_of(sides, self.states) <= parties

    def _titled_fit(self, naming: Naming, treaty: Treaty, common: int) -> bool:
        """Tell whether a name is that of an agreement only described so far."""
        if treaty.named:
            return naming.seat is not None and naming.seat == treaty.seat
        if naming.key is not None:
            entry = self.known.entry(naming.key)
            sides = {self.states.get(a, a) for a in treaty.parties} | set(treaty.parties)
            shared = len(sides & set(entry.parties))
            if shared < _PAIR <= len(states_of(treaty.parties, self.states)) and len(entry.parties) >= _PAIR:
                return False  # Chad and Niger agreed on a text; the pact is of Chad and Cameroon
            if treaty.when is not None and entry.signed and treaty.when.edtf[:4] != entry.signed[:4]:
                return False
            placed = treaty.place is not None and treaty.place == entry.seat
            brokered = bool(states_of(treaty.mediators, self.states) & set(entry.mediators))
            called = naming.definite and naming.label.lower().startswith(f"{treaty.name.lower()} ")
            linked = placed or brokered or called or shared >= _PAIR or treaty.when is not None
            return linked and alike(treaty.kinds, frozenset(entry.about)) and (shared > 0 or not sides)
        if naming.seat is not None and treaty.place is not None:
            return naming.seat == treaty.place
        return common > 0 or (naming.seat is not None and not treaty.many and treaty is self.treaties[-1])

    def _apart(self, naming: Naming, treaty: Treaty) -> bool:
        """Tell whether day or place of a mention are not those of an agreement."""
        planned = treaty.real and self._ahead(naming.when) and (naming.definite or bool(naming.title))
        if not (planned or compatible(naming.when, treaty.when)) or self._far(naming.when, treaty.hint):
            return True  # what was reached last week may still be signed on Monday
        return bool(naming.place and treaty.place and naming.place != treaty.place and not self._within(naming, treaty))

    def _ahead(self, when: When | None) -> bool:
        """Tell whether a day lies ahead of the article."""
        first, published = when.earliest if when is not None else None, self.known.published
        return first is not None and published is not None and first > published

    def _far(self, when: When | None, announced: When | None) -> bool:
        """Tell whether a text was signed more than a year from the day on which one was announced."""
        if when is None or announced is None or when.latest is None or announced.latest is None:
            return False
        return abs((when.latest - announced.latest).days) > _YEAR

    def _old(self, when: When | None, days: int = _RECENT) -> bool:
        """Tell whether a day lies well before the article."""
        latest, published = when.latest if when is not None else None, self.known.published
        return latest is not None and published is not None and (published - latest).days > days

    def _day(self, when: When | None) -> bool:
        """Tell whether a time is one day."""
        return when is not None and when.earliest is not None and when.earliest == when.latest

    def _elsewhere(self, naming: Naming, treaty: Treaty) -> bool:
        """Tell whether a text is about another state than the parties of an agreement belong to."""
        if naming.land is None:
            return False
        lands = {treaty.land} if treaty.land else states_of(treaty.parties, self.states)
        return bool(lands) and naming.land not in lands

    def _within(self, naming: Naming, treaty: Treaty) -> bool:
        """Tell whether two places do not exclude each other: one is a state that holds the other, or that of a party."""
        places = [p for p in (naming.place, treaty.place) if p is not None]
        lands = {p for p in places if p.startswith(_STATE)}
        if not lands or not treaty.parties or lands & states_of(treaty.parties, self.states):
            return bool(lands)
        towns = {self.known.authority.entry(p).country for p in places if p.startswith(_TOWN)}
        return len(lands) < _PAIR and (not towns or not all(towns) or towns == {p.removeprefix(_STATE) for p in lands})

    def apart(self, mine: Iterable[str], theirs: Iterable[str]) -> bool:
        """Tell whether two lists of parties, both told, have nobody in common."""
        one, other = states_of(mine, self.states), states_of(theirs, self.states)
        return bool(one and other) and not one & other

    def _rivals(self, mine: set[str], theirs: set[str]) -> bool:
        """Tell whether two lists of parties name two texts: both complete, of the same sort, and without a common party."""
        types = self.types
        sorts = [{types.get(p) == "person" for p in parties} for parties in (mine, theirs)]
        return len(mine) >= _PAIR and len(theirs) >= _PAIR and not mine & theirs and sorts[0] == sorts[1]
