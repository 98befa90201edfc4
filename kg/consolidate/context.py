"""Reports that leave out what their article has told before: who, when or where is then taken from what it is about.

Two articles are of one story where they share several of the actors and places that they mention.  Of a story, a report
that lacks actors, day or place is joined to another only where nothing speaks against it and neither has another
candidate: what an article leaves out, it has mostly told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.consolidate.parties import Match
from kg.consolidate.times import Relation, precision
from kg.consolidate.told import Doc, Span, Story, World

if TYPE_CHECKING:
    from kg.consolidate.rules import Profile

__all__ = ["FRESH", "SINGULAR", "Context", "stories"]

SINGULAR = frozenset({"signing", "agreement", "regime_change", "election", "appointment", "resignation"})
"""Types of which a month holds one at most, of the same actors."""
_ALIKE, _LEAST = 0.4, 3
"""Share of names of the shorter story, and number of names, that two articles of one story have in common."""
FRESH = 3
"""Days before its publication in which what an article tells without a date has mostly happened."""
_WEEK = 7
_DAY = 3
"""Days that a time may have at most where it is to be compared with a day of publication."""


def stories(docs: Iterable[Doc], world: World) -> dict[str, Story]:
    """Return what each article is about."""
    from datetime import date

    found = {}
    for doc in docs:
        sides = {side for name in doc.names for side in world.sides(name)}
        sides |= {world.countries[name] for name in doc.names if name in world.countries}
        day = date.fromisoformat(doc.published).toordinal() if doc.published else 0
        found[doc.iri] = Story(frozenset(sides | doc.names), day)
    return found


@dataclass(frozen=True, slots=True)
class Context:
    """Two reports beside each other, with what their articles are about where it may be needed."""

    one: "Profile"
    other: "Profile"
    world: World

    def day(self, cast: Match, time: Relation) -> bool:
        """Tell whether two reports of one day, of which one leaves out actors, may be of one event."""
        return time == "exact" and cast in {"missing", "same", "part"} and self._of_one_story()

    def month(self, cast: Match, time: Relation) -> bool:
        """Tell the same of reports of one month or of a month and a day in it, of a type that comes once a month."""
        return (
            time == "within"
            and self.one.type in SINGULAR
            and cast in {"missing", "same", "part"}
            and self._of_one_story()
        )

    def news(self, cast: Match, time: Relation) -> bool:
        """Tell the same of reports of which one or both have no date: they are then of the days before publication."""
        if time != "unknown" or cast not in {"missing", "same", "part"} or self._stages_clash():
            return False
        return self._near() and self._of_one_story()

    def figures(self, cast: Match, *, odd: bool) -> bool:
        """Tell whether two movements of forces with one figure may be one: where it is round, in news of one week."""
        if cast not in {"missing", "same", "part"} or not self._of_one_story():
            return False
        mine, theirs = self._published(self.one), self._published(self.other)
        return odd or (bool(mine and theirs) and abs(mine - theirs) <= _WEEK)

    def _near(self) -> bool:
        mine, theirs = self._published(self.one), self._published(self.other)
        for dated, published in ((self.one.when, theirs), (self.other.when, mine)):
            if dated is not None:
                return bool(published) and _fresh(dated, published)
        return bool(mine and theirs) and abs(mine - theirs) <= FRESH

    def _stages_clash(self) -> bool:
        """Tell whether one is still ahead when the other has told it done, or is denied."""
        if "denied" in {self.one.stage, self.other.stage}:
            return True
        for ahead, done in ((self.one, self.other), (self.other, self.one)):
            if ahead.stage == "ahead" and done.stage == "done":
                first, then = self._published(done), self._published(ahead)
                return not first or not then or then >= first
        return False

    def _published(self, profile: "Profile") -> int:
        return self.world.stories[profile.story].published if profile.story in self.world.stories else 0

    def _of_one_story(self) -> bool:
        """Tell whether the articles are of one story; of a report told in full its actors stand for its article."""
        mine, theirs = self.world.stories.get(self.one.story), self.world.stories.get(self.other.story)
        if mine is not None and theirs is not None:
            shared = len(mine.names & theirs.names)
            return shared >= _LEAST and shared >= _ALIKE * min(len(mine.names), len(theirs.names))
        story, told = (mine, self.other) if mine is not None else (theirs, self.one)
        return story is not None and bool(told.cast.all_sides) and told.cast.all_sides <= story.names


def _fresh(when: Span, published: int) -> bool:
    if precision(when) > _DAY or when.earliest is None:
        return False
    return -1 <= published - when.earliest.toordinal() <= FRESH
