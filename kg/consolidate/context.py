"""Reports that leave out what their article has told before: who, when or where is then taken from what it is about.

Two articles are of one story where they share several of the actors and places that they mention.  Of a story, a report
that lacks actors, day or place is joined to another only where nothing speaks against it and neither has another
candidate: what an article leaves out, it has mostly told.
"""

from collections.abc import Iterable
from datetime import date
from types import MappingProxyType

import msgspec

from kg.consolidate.parties import Match, named_locally
from kg.consolidate.profile import Profile
from kg.consolidate.times import Relation, precision
from kg.consolidate.told import Doc, Span, Story, World

__all__ = ["CAREERS", "FRESH", "MEETINGS", "SINGULAR", "WEEK", "Context", "stories"]

SINGULAR = frozenset({"signing", "agreement", "regime_change", "election", "appointment", "resignation"})
"""Types of which a month holds one at most, of the same actors."""
_ALIKE, _LEAST = 0.5, 4
"""Share of names of the shorter story, and number of names, that two articles of one story have in common."""
_ALIKE_AT, _LEAST_AT = 0.35, 3
"""The same where both reports name one place."""
FRESH = 3
"""Days before its publication in which what an article tells without a date has mostly happened."""
WEEK = 7
"""Days between articles that may tell of one meeting without a date, of the same sides in one town."""
MEETINGS = frozenset({"meeting", "visit"})
CAREERS = MappingProxyType({"appointment": "appointee", "resignation": "resigning"})
"""Types of which a person has one in two months, by the role that it has there."""
_CAREER = 62
_STRETCH = 15
"""Days of a stretch that hardly holds two meetings of one side."""
_DAY = 3
"""Days that a time may have at most where it is to be compared with a day of publication."""


def stories(docs: Iterable[Doc], world: World) -> dict[str, Story]:
    """Return what each article is about."""
    found = {}
    for doc in docs:
        sides = {side for name in doc.names for side in world.sides(name)}
        sides |= {world.countries[name] for name in doc.names if name in world.countries}
        day = date.fromisoformat(doc.published).toordinal() if doc.published else 0
        found[doc.iri] = Story(frozenset(sides | doc.names), day)
    return found


class Context(msgspec.Struct, frozen=True):
    """Two reports beside each other, with what their articles are about where it may be needed."""

    one: Profile
    other: Profile
    world: World
    placed: bool
    """Whether both name one place."""
    within: bool = False
    """Whether the place of one lies in that of the other."""

    def day(self, cast: Match, time: Relation) -> bool:
        """Tell whether two reports of one day, of which one leaves out actors, may be of one event."""
        return time == "exact" and self._fits(cast) and self._of_one_story()

    def month(self, cast: Match, time: Relation) -> bool:
        """Tell the same of reports of one month or of a month and a day in it, where one comes a month."""
        return (
            time == "within"
            and (self.placed or self.one.type in SINGULAR or self._few_days())
            and self._fits(cast)
            and self._of_one_story()
        )

    def _few_days(self) -> bool:
        """Tell whether both are told of the same stretch of a few days ("at the end of July")."""
        mine, theirs = self.one.when, self.other.when
        return mine is not None and mine == theirs and precision(mine) <= _STRETCH

    def news(self, cast: Match, time: Relation, *, within: int) -> bool:
        """Tell the same of reports of which one or both have no date: they are then of the days before publication.

        Where neither names an actor, they must name one place.  Of two reports without a date the articles were
        published `within` so many days.
        """
        if time != "unknown" or not self._fits(cast) or self._stages_clash(cast):
            return False
        named = self.one.cast.roles or self.other.cast.roles
        if within and self.one.type in MEETINGS and self._at_one_spot(cast):
            within = WEEK
        return bool(named or self.placed) and self._near(within) and self._of_one_story()

    def _fits(self, cast: Match) -> bool:
        """Tell whether casts leave it open; who is named by an article alone may be another where one comes a month."""
        return cast in {"missing", "same", "part"} or (
            cast == "unsure" and (self.placed or self.within) and self.one.type in SINGULAR
        )

    def _at_one_spot(self, cast: Match) -> bool:
        """Tell whether both name one town, and two sides in common."""
        town = self.one.exact_place & self.other.exact_place
        return bool(town) and cast in {"same", "part"} and self._faced()

    def _faced(self) -> bool:
        """Tell whether both name two sides in common that face each other."""
        mine, theirs = self.one.cast, self.other.cast
        return len(mine.meant("mutual", theirs.sides("mutual")) & theirs.meant("mutual", mine.sides("mutual"))) > 1

    def career(self, time: Relation) -> bool:
        """Tell whether both are of one person's office, taken or left once in two months, where one gives no day."""
        shared = any(self.one.cast.persons(role) & self.other.cast.persons(role) for role in CAREERS.values())
        if not shared or time != "unknown":
            return False
        for dated, undated in ((self.one, self.other), (self.other, self.one)):
            since = (
                self._published(undated) - dated.when.earliest.toordinal() if dated.when and dated.when.earliest else -1
            )
            if precision(dated.when) <= _DAY and self._published(undated) and 0 <= since <= _CAREER:
                return True
        return False

    def looks_back(self, cast: Match, time: Relation) -> bool:
        """Tell whether both articles look back on one day some days before them, on which each tells one thing alone."""
        days = [
            self._published(profile) - profile.when.latest.toordinal()
            for profile in (self.one, self.other)
            if profile.when is not None and profile.when.latest is not None
        ]
        return self.day(cast, time) and len(days) == 2 and min(days) >= FRESH

    def figures(self, cast: Match, *, odd: bool) -> bool:
        """Tell whether two movements of forces with one figure may be one: where it is round, in news of one week."""
        if cast not in {"missing", "same", "part"} or not self._of_one_story():
            return False
        mine, theirs = self._published(self.one), self._published(self.other)
        return odd or (bool(mine and theirs) and abs(mine - theirs) <= WEEK)

    def _near(self, within: int) -> bool:
        mine, theirs = self._published(self.one), self._published(self.other)
        for dated, published in ((self.one.when, theirs), (self.other.when, mine)):
            if dated is not None:
                return bool(published) and _fresh(dated, published, said=not within)
        return bool(mine and theirs) and abs(mine - theirs) <= within

    def _stages_clash(self, cast: Match) -> bool:
        """Tell whether one is still ahead when the other has told it done, or is denied and may be of something else."""
        if "denied" in {self.one.stage, self.other.stage}:
            return not (cast == "same" and self._faced() and self.one.stage != self.other.stage)
        for ahead, done in ((self.one, self.other), (self.other, self.one)):
            if ahead.stage == "ahead" and done.stage == "done":
                over = done.when.latest.toordinal() if done.when and done.when.latest else self._published(done)
                then = self._published(ahead)
                return not over or not then or then > over
        return False

    def _published(self, profile: Profile) -> int:
        return self.world.stories[profile.story].published if profile.story in self.world.stories else 0

    def _of_one_story(self) -> bool:
        """Tell whether the articles are of one story; of a report told in full its actors stand for its article."""
        mine, theirs = self.world.stories.get(self.one.story), self.world.stories.get(self.other.story)
        if mine is not None and theirs is not None:
            shared = len(mine.names & theirs.names)
            least, alike = (_LEAST_AT, _ALIKE_AT) if self.placed else (_LEAST, _ALIKE)
            return shared >= least and shared >= alike * min(len(mine.names), len(theirs.names))
        story, told = (mine, self.other) if mine is not None else (theirs, self.one)
        if story is None:
            return False
        known = {side for side in told.cast.all_sides if not named_locally(side)}
        at = {self.world.countries.get(place, place) for place in told.places}
        return bool(known) and known <= story.names and (known == told.cast.all_sides or bool(at and at <= story.names))


def _fresh(when: Span, published: int, *, said: bool = False) -> bool:
    """Tell whether what an article tells without a date may be of a day; words are told on their day or the next."""
    if precision(when) > _DAY or when.earliest is None:
        return False
    since = published - when.earliest.toordinal()
    return 0 <= since <= 1 if said else -1 <= since <= FRESH
