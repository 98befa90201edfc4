"""What describes an agreement behind its noun: parties, mediators, place, day, whether it was concluded.

"the [UN-brokered] [2018] [ceasefire] deal | between X and Y | signed in Z by … in December"
 `before.py`: mediators, year, marks           `after`
"""

import msgspec

from kg.events.candidate import Scene
from kg.events.treaties.days import begun
from kg.events.treaties.signers import joined, listed
from kg.events.treaties.verbs import (
    arises,
    brokers,
    concludes,
    only_bargains,
    only_ratifies,
    reported,
    signs,
    takes_effect,
    treaty_noun,
)
from kg.events.verbs import VerbGroup, auxiliary
from kg.model import When

__all__ = ["After", "after"]

_ENDS = frozenset(".;:!?—–[]|")
_RIGHT = 40
"""How many items behind it may describe it."""
_SHORT = 4
"""How far behind its noun a bare date still is the text's own ("the accord of 2015")."""
_CLAUSE = 10
"""How many items may stand between a relative pronoun and its verb."""
_BESIDE = 3
"""How far behind its noun a town still is where it was signed ("the deal in Geneva")."""
_BLURRED = frozenset({"BEFORE", "ON_OR_BEFORE", "AFTER", "ON_OR_AFTER", "SINCE", "UNTIL"})
_POWERS = frozenset({"country", "government", "armed_group", "igo"})
_CITY = "city/"
_BODIES = frozenset({"igo", "organization"})
_TIMES = frozenset({"after", "before", "during"})
_FINITE = frozenset({("be", "pres"), ("be", "past"), ("have", "pres"), ("have", "past")})


class After(msgspec.Struct):
    """What stands behind a noun: its description, and whether a verb there says that it was concluded."""

    parties: list[str] = []
    mediators: list[str] = []
    when: When | None = None
    hint: When | None = None
    """The day on which it was announced."""
    place: str | None = None
    area: str | None = None
    """Where a truce holds."""
    group: VerbGroup | None = None
    """The verb that concludes it."""
    heralds: list[str] = []
    """Several who made it known: its parties where nobody else is."""
    beside: list[str] = []
    """Parties given after "with"."""
    brokered: bool = False
    clause: bool = False
    """True where a clause says who else signed it and when ("that his rival had initialled in May")."""
    theirs: bool = False
    """True where a pronoun says that those told of before sign it."""
    bound: bool = False
    """True where it is said whom it binds."""
    dated: bool = False
    denied: bool = False  # a verb behind it says that it was not concluded


def after(scene: Scene, at: int) -> After:
    """Read what describes a text behind its noun, up to the end of its clause."""
    reader = _Reader(scene, at)
    reader.read()
    return reader.out


class _Reader:
    """Goes through the items behind the noun of an agreement."""

    def __init__(self, scene: Scene, at: int) -> None:
        self.scene, self.at = scene, at
        self.items = scene.row.items
        self.truce = not treaty_noun(self.items[at])
        self.out = After()
        self.binds = scene.source.lexicon.language.agreements.binds
        self.others = scene.source.lexicon.language.agreements.instead
        self.heads = {g.left: g for g in scene.groups}
        self.inside = {i for g in scene.groups for i in range(g.left, g.at + 1)}
        self.relative = False
        self.other_noun = False
        self.owner: tuple[str, ...] = ()
        """Whose text it is, where "of" says so."""

    def read(self) -> None:
        """Go on until the description ends, then once more behind the verb that says that it was concluded."""
        main = self._main(self._run(self.at + 1))
        if main is not None and (self.out.group is None or takes_effect(main)):
            self.relative = False
            self._run(main.left)

    def _run(self, index: int) -> int:
        while index < min(len(self.items), self.at + _RIGHT):
            step = self._step(index)
            if step == 0:
                return index
            index += step
        return index

    def _main(self, index: int) -> VerbGroup | None:
        """Return the passive that has the text as its subject, behind an aside ("the deal, he said, was signed")."""
        if self.scene.row.lexicon.language.grammar.word_order is not None:
            return None
        seen = 0
        for group in self.scene.groups:
            if group.left < index or not group.finite:
                continue
            if any(i.low in ".;:" or treaty_noun(i) for i in self.items[self.at + 1 : group.left]):
                return None
            if (group.passive and concludes(group)) or (self.truce and takes_effect(group)):
                return group
            seen += 1
            if seen > 1:
                return None
        return None

    def _step(self, index: int) -> int:
        """Read one item; returns how many to go on, none at the end."""
        item = self.items[index]
        flags = item.word.flags
        if self.relative and item.low in self.binds:
            return self._binds(index)
        if index in self.heads:
            return self._verb(index, self.heads[index])
        if flags & _TIMES and self._announced():
            return 0  # "was unveiled two decades [after] a war between X and Y"
        if item.low == ":" and self.out.group is not None and self._signed() and not self.out.parties:
            self.out.parties += listed(self.scene, self.at, self.out.group, index)
        if item.low in _ENDS or ("sub" in flags and not item.word.preps) or item.low in self.others:
            return 0
        if treaty_noun(item) and index > self.at + 1 and not self.out.group:
            return 0  # "the deal filled in a pact reached in June"
        if not self.relative and auxiliary(item) in _FINITE and not self._brokered(index):
            return 0  # "a ceasefire with Morocco was over after …"
        if item.low in "()":
            return 1
        if item.low == ",":
            return 1 if self._goes_on(index + 1) else 0
        if flags & {"rel", "comp"}:
            self.relative = True
            return 1
        if item.kind == "date":
            self._date(index)
        elif item.kind == "np":
            return self._np(index)
        elif "to" in flags and not item.word.preps:
            return 0
        elif item.word.nouns and index not in self.inside:
            self.other_noun = True
        return 1

    def _goes_on(self, index: int) -> bool:
        """Tell whether what follows a comma still describes the text."""
        if index >= len(self.items):
            return False
        item = self.items[index]
        if self.out.group is not None and joined(self.items, index):
            return True
        head = self.heads.get(index)
        if "comp" in item.word.flags and "rel" not in item.word.flags:
            return self._told_of(index)
        if head is not None:
            made = concludes(head) or reported(self.scene, head) or (self.truce and takes_effect(head))
            return made and self._described(head)
        if item.kind == "np" and item.group >= 0 and self.scene.row.groups[item.group][0] < index:
            return True
        if "det" in item.word.flags and index + 1 < len(self.items):
            nxt = self.items[index + 1]
            return nxt.kind == "np" and nxt.group >= 0 and self.scene.row.groups[nxt.group][0] < index
        return (
            item.kind == "date"
            or "rel" in item.word.flags
            or bool(item.word.preps & {"mediated", "between", "with", "in", "by"})
        )

    def _told_of(self, index: int) -> bool:
        """Tell whether a clause behind a comma says who signed or brokered the text (", que X et Y avaient signé en 1987")."""
        head = next((g for g in self.scene.groups if g.left > index), None)
        if head is None or head.left - index > _CLAUSE or not (concludes(head) or brokers(head)):
            return False
        return not any(i.low in _ENDS or treaty_noun(i) for i in self.items[index : head.left])

    def _described(self, group: VerbGroup) -> bool:
        """Tell whether a verb is a participle that describes the text (", signed in Geneva in 2015,")."""
        if group.time == "participle":
            return True
        after = self.items[group.at + 1] if group.at + 1 < len(self.items) else None
        bare = group.left == group.at and group.time == "past" and group.modal is None
        return bare and after is not None and (after.kind == "date" or bool(after.word.preps))

    def _verb(self, index: int, group: VerbGroup) -> int:
        """Read a verb: one that concludes the text opens its signatories, day and place; any other ends the reading."""
        ahead = group.modal is not None or group.time in ("future", "conditional", "infinitive") or group.negated
        if takes_effect(group):
            self._begun(group)
            if not (self.relative or ahead):
                return group.at - index + 1
        if ahead:
            undone = group.negated and group.passive and concludes(group)
            self.out.denied = undone and not self.relative and self.out.group is None
            return 0
        if self.relative and brokers(group):
            return self._brokers(index, group)
        comma = self.items[index - 1].low == ","
        active = not group.passive and group.time != "participle" and not (comma and self._described(group))
        known = not active and reported(self.scene, group)
        arisen = self._arisen(group)
        if not (concludes(group) or known or arisen) or (self.out.group is not None and not self.relative):
            return 0
        if active and not arisen:
            who = self.scene.subjects.get(group.at, (None, ""))[0]
            if who is not None and self.at < who < index:  # "the deal Iran signed", not "the deal allows …"
                self.out.parties += self.scene.row.actors(who)
                self.out.clause = self.relative
            elif not (self._pronoun(index) or self._unnamed(index)):
                return 0
        self.out.group = group
        self.relative = False
        self.other_noun = False
        return group.at - index + 1

    def _arisen(self, group: VerbGroup) -> bool:
        """Tell whether a verb says that the text came about: no name stands between, and it is no part of another thing."""
        if not arises(self.scene, group) or any(i.kind == "np" for i in self.items[self.at + 1 : group.left]):
            return False
        before = self.items[max(0, self.at - _BESIDE) : self.at]
        return not any(
            i.word.preps or "demo" in i.word.flags for i in before
        )  # "details of the deal", "this statement"

    def _brokers(self, index: int, group: VerbGroup) -> int:
        """Read who brokered a text ("the pact, which the UN and Turkey brokered in July")."""
        who = self.scene.subjects.get(group.at, (None, ""))[0]
        if group.passive or who is None or not self.at < who < index:
            return 0
        self.out.mediators += self.scene.row.actors(who)
        self.out.brokered = True
        self.relative = False
        return group.at - index + 1

    def _binds(self, index: int) -> int:
        """Read whom a text binds ("qui lie Paris à Berlin", "qui le liait à la France")."""
        behind = self.items[index + 1 : index + 1 + _CLAUSE]
        for item in behind:
            if item.kind == "np" and item.type in _POWERS:
                self.out.parties += item.actors
            elif item.low in _ENDS or item.low == "," or item.word.verbs:
                break
        self.out.beside = list(self.out.parties) if len(self.out.parties) == 1 else []
        self.out.bound = bool(self.out.parties)
        return 0

    def _brokered(self, index: int) -> bool:
        """Tell whether an auxiliary says by whom a text was brokered ("the deal was brokered by Turkey last year")."""
        return any("mediated" in i.word.preps for i in self.items[index + 1 : index + _BESIDE + 1])

    def _begun(self, group: VerbGroup) -> None:
        """Take the day on which a truce took effect as its own, where it stands right behind the verb."""
        behind = [i for i in self.items[group.at + 1 : group.at + _BESIDE] if "det" not in i.word.flags]
        day = next((i.date for i in behind if not i.word.preps), None)
        told = not (group.negated or group.modal) and group.time in ("past", "present", "participle", "pluperfect")
        exact = day is not None and day.when.earliest is not None and day.when.earliest == day.when.latest
        if self.truce and told and day is not None and (exact or not day.when.modifier):
            when = msgspec.structs.replace(day.when, modifier=None)
            self.out.when = self.out.when or (when if exact else None)
            self.out.hint = self.out.hint or when

    def _pronoun(self, index: int) -> bool:
        """Tell whether a pronoun alone stands between a text and its verb ("the deal they signed", "que nous avons signé")."""
        aside = {"rel", "comp", "clitic"}
        between = [i for i in self.items[self.at + 1 : index] if not i.word.flags & aside and i.low != ","]
        if len(between) != 1 or between[0].kind != "word" or between[0].word.nouns or between[0].word.preps:
            return False
        self.out.theirs = "they" in between[0].word.flags
        return True

    def _unnamed(self, index: int) -> bool:
        """Tell whether those who signed are told without a name ("which 195 nations adopted in 2015")."""
        opened = [i for i in range(self.at + 1, index) if self.items[i].word.flags & {"rel", "comp"}]
        between = self.items[opened[-1] + 1 : index] if opened and self.relative else []
        plain = all(i.kind in ("word", "quantity") and not (i.word.verbs or treaty_noun(i)) for i in between)
        return (
            0 < len(between) <= _CLAUSE and plain and any(i.kind == "quantity" or i.low[:1].isdigit() for i in between)
        )

    def _np(self, index: int) -> int:
        item, row = self.items[index], self.scene.row
        words = self.scene.source.lexicon.language.agreements
        if self.relative or (item.group >= 0 and row.groups[item.group][0] < index):
            return 1  # of another clause, or taken with the first of its list
        if item.raw in words.witnesses:
            return 0
        if item.raw in words.initiators:
            self.out.mediators += row.actors(index)
            return 1
        slots = item.prep
        if "between" in slots or ("with" in slots and not self.other_noun):
            self.out.parties += row.actors(index)
            if "with" in slots:
                self.out.parties += self.owner  # "l'accord de l'Inde avec le Pakistan"
                self.out.beside += row.actors(index)
        elif "mediated" in slots:
            self.out.mediators += row.actors(index)
            self.out.brokered = True
        elif "of" in slots and index - self.at <= _BESIDE and not (item.place or "").startswith(_CITY):
            self.owner = row.actors(index)
        elif "by" in slots:
            self._by(index)
        elif slots & {"in", "to"} and (item.place or item.literal):
            place = item.place or item.literal or ""
            near = index - self.at <= _BESIDE and place.startswith(_CITY) and not self.truce
            if self.truce and self.out.group is None and index - self.at <= _BESIDE:
                self.out.area = self.out.area or place
            elif (self._signed() or near) and (place.startswith(_CITY) or not self._announced()):
                self.out.place = self.out.place or place
        elif not slots:
            return self._bare(index)
        return 1

    def _by(self, index: int) -> None:
        """Read who made a text, or made it known: alone ("announced by the president") no party."""
        group, actors = self.out.group, self.scene.row.actors(index)
        if group is None or self._lone(index):
            return
        if only_bargains(self.scene, group) and len(actors) == 1:
            self.out.mediators += actors  # "negotiated on July 28 by the Malaysian premier"
        elif self._announced() and any(s.kind == "speech" for s in group.senses):
            self.out.heralds += actors
        elif not (self.items[index].type in _BODIES and self._announced()):
            self.out.parties += actors  # not "endorsed by the Security Council"

    def _bare(self, index: int) -> int:
        """Read a name without preposition: a compound ("accord Israël-Liban"), or whoever signs ("the deal Iran signed")."""
        item, row = self.items[index], self.scene.row
        if index == self.at + 1 and len(row.actors(index)) > 1:
            self.out.parties += row.actors(index)
            return 1
        head = next((g for g in self.scene.groups if index < g.left <= index + 2 + len(row.members(index)) * 2), None)
        signs = head is not None and concludes(head) and self.scene.subjects.get(head.at, (None, ""))[0] == index
        return 1 if signs or (item.place and not item.actors) or item.form == "demonym" else 0

    def _date(self, index: int) -> None:
        date = self.items[index].date
        if date is not None and self.truce and date.when.modifier == "SINCE" and self.out.when is None:
            self.out.when = begun(date.when)
            return
        if date is None or date.when.modifier in _BLURRED or not date.when.edtf.strip("./"):
            return
        link = self.items[index - 1]
        near = index - self.at <= _SHORT and ("of" in link.word.preps or link.low == "(" or index == self.at + 1)
        if self.out.when is None and (near or (self._signed() and not self.relative)):
            if self._announced() and not near:
                self.out.hint = self.out.hint or date.when
                return
            self.out.when = date.when
            self.out.dated = near and any(c.isdigit() for c in self.items[index].low)  # not "an agreement today"

    def _lone(self, index: int) -> bool:
        """Tell whether one alone made the text known, or ratified it without being a state: no party."""
        group = self.out.group
        if group is None:
            return False
        if only_ratifies(group):
            return self.items[index].type not in ("country", "government")
        said = any(s.kind == "speech" for s in group.senses)
        return said and self._announced() and len(self.scene.row.actors(index)) == 1

    def _announced(self) -> bool:
        """Tell whether the verb read last only makes the text known: it may have been signed on another day."""
        return self.out.group is not None and reported(self.scene, self.out.group)

    def _signed(self) -> bool:
        """Tell whether the verb read last concludes the text, not only negotiates it."""
        group = self.out.group
        if self.out.brokered:
            return True
        if group is None or only_ratifies(group):
            return False
        return signs(group) or not only_bargains(self.scene, group)
