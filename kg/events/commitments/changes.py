"""What an article says of terms told before: that they were met, broken or begun, and that a deadline was moved."""

from collections.abc import Callable

from msgspec.structs import replace

from kg.events.candidate import Scene
from kg.events.commitments.phrases import judged
from kg.events.treaties.treaty import Treaty
from kg.model import When

__all__ = ["judge", "move"]

_OBJECT = 6
"""How far from a deadline the verb stands that moves it."""
_DENIED = 5
"""How many items before a verb deny it or put it off."""


def move(scene: Scene, treaty: Treaty | None) -> None:
    """Give the last dated term another day, where a sentence says that the deadline was moved."""
    words, items = scene.source.lexicon.language.commitments, scene.row.items
    if treaty is None or not treaty.commitments:
        return
    noun = next((i for i, item in enumerate(items) if item.low in words.deadlines), None)
    if noun is None:
        return
    dated = [at for at, t in enumerate(treaty.commitments) if t.deadline is not None]
    for at, item in enumerate(items):
        near = item.low in words.moved and abs(at - noun) <= _OBJECT and _done(scene, at)
        days = [i.date.when for i in items[min(at, noun) :] if i.date is not None and i.date.when.latest]
        if near and days and dated:
            day, last = days[-1], treaty.commitments[dated[-1]]
            due = When(f"../{day.edtf}", None, day.latest, "ON_OR_BEFORE") if "/" not in day.edtf else day
            treaty.commitments[dated[-1]] = replace(last, deadline=due)
            return


def judge(scene: Scene, treaty: Treaty, party_of: Callable[[str, Treaty], str | None]) -> None:
    """Move on the terms of a party of whom a sentence says that it met, broke or began to meet its commitments."""
    words = scene.source.lexicon.language.commitments
    for group in scene.groups:
        if group.modal is not None or group.time not in ("past", "present"):
            continue
        item = scene.row.items[group.at]
        lemmas = {s.lemma for s, _ in item.word.verbs} | {item.low}
        after = scene.row.items[group.at + 1 : group.at + 7]
        if not any(i.low in words.duties or "treaty" in {s.kind for s in i.word.nouns} for i in after):
            continue
        new = judged(lemmas, words.met, words.missed, words.disputed, negated=group.negated)
        who = scene.subjects.get(group.at, (None, ""))[0]
        for actor in scene.row.actors(who)[:1] if who is not None and new else ():
            party = party_of(actor, treaty)
            treaty.commitments[:] = [
                replace(t, status=new) if party and t.obligor == party else t for t in treaty.commitments
            ]


def _done(scene: Scene, at: int) -> bool:
    """Tell whether a verb tells what has happened: nothing before it denies it or makes it a wish or a plan."""
    group = next((g for g in scene.groups if g.left <= at <= g.at), None)
    if group is not None:
        return group.modal is None and not group.negated and group.time not in ("future", "conditional", "infinitive")
    before = scene.row.items[max(0, at - _DENIED) : at]
    senses = [(s.kind, s.value, t) for item in before for s, t in item.word.verbs]
    ahead = any(kind == "modality" or tense in ("future", "cond") or value == "will" for kind, value, tense in senses)
    return not ahead and not any("neg" in item.word.flags or "to" in item.word.flags for item in before)
