"""How real what a noun tells is by what is said to come of, for or after it: awaited, planned, given in return."""

from kg.events.candidate import Candidate, Scene
from kg.events.lexicon import frames
from kg.events.status import Reality
from kg.events.verbs import VerbGroup

__all__ = ["asked_for", "awaited", "in_return", "outcome", "talked_about"]

_HEAD = 3
"""How far behind its preposition a noun may stand."""
_MATTER = 24
"""How far before a noun the word may stand that says that people talk about it."""
_MATTERS = frozenset({"withdrawal", "prisoners", "exit", "relations", "disarmament"})
"""Families of what is talked about while it is not done."""
_OUTCOME = 14
"""How many items may stand between a verb and what comes of it."""


def in_return(scene: Scene, at: int) -> Reality | None:
    """Return how real is what is given for something else: as real as that ("agreed to free X [in return for the release] of Y")."""
    opens = any("exchange" in item.word.flags for item in scene.row.items[max(0, at - 2) : at])
    group = next((g for g in reversed(scene.groups) if g.at < at), None) if opens else None
    return scene.reality[group.at] if group is not None else None


def asked_for(scene: Scene, at: int) -> bool:
    """Tell whether somebody asks that a noun be ("exige que [le retrait] soit …"), or for something new ("… fasse l'objet d'une [discussion]")."""
    items = scene.row.items
    group = next((g for g in reversed(scene.groups) if g.at < at), None)
    if group is None or not any(s.kind == "governor" and s.value == "proposed" for s in group.senses):
        return False
    between = items[group.at + 1 : at]
    if not between or "comp" not in between[0].word.flags:
        return False
    new = "indef" in items[at - 1].word.flags and not any(i.kind == "sign" or "rel" in i.word.flags for i in between)
    return new or all(i.word.flags & {"det", "comp"} for i in between)


def outcome(scene: Scene, at: int) -> Reality | None:
    """Return how real what comes of something is ("will be followed by [the release] of …", "jusqu'à parvenir à [la normalisation]")."""
    verbs = scene.source.lexicon.language.grammar.objects.get("outcome", ())
    group = next((g for g in reversed(scene.groups) if g.at < at), None)
    if group is None or not any(s.lemma in verbs for s in group.senses):
        return None
    between = scene.row.items[group.at + 1 : at]
    if len(between) > _OUTCOME or any(
        (i.kind == "sign" and i.low != ",") or i.word.flags & {"rel", "comp", "sub"} for i in between
    ):
        return None
    reality = scene.reality[group.at]
    return reality if reality.status in ("planned", "proposed") else None


def _due(scene: Scene, at: int) -> bool:
    """Tell whether a noun is the subject of words that say that it is to come ("une rencontre [était prévue]")."""
    ahead = scene.source.lexicon.language.grammar.upcoming
    for item in scene.row.items[at + 1 : at + _OUTCOME]:
        if any(s.kind == "modality" and s.lemma.rpartition(" ")[2] in ahead for s, _ in item.word.verbs):
            return " " in item.low
        if item.kind == "sign" or item.word.verbs or item.word.flags & {"rel", "comp", "sub", "ne", "neg"}:
            return False
    return False


def awaited(scene: Scene, at: int, group: VerbGroup | None) -> bool:
    """Tell whether a verb says that what it bears on will be ("the signing is expected on Monday", "… is expected in the coming days")."""
    if group is None and _due(scene, at):
        return True
    words = scene.source.lexicon.language.grammar.objects.get("expecting", ())
    items = scene.row.items
    if group is None and at > 1 and "for" in items[at - 1 - ("det" in items[at - 1].word.flags)].word.preps:
        before = next((g for g in reversed(scene.groups) if g.at < at), None)  # "no date was set [for the summit]"
        if before is not None and any(s.lemma in words for s in before.senses):
            return not any(i.kind == "sign" for i in items[before.at : at])
    if group is None:
        group = next((g for g in scene.groups if g.left > at), None)
        apart = group is None or any(
            i.kind == "sign" or i.word.flags & {"rel", "comp", "sub"} for i in items[at : group.left]
        )
        if group is None or apart or scene.subjects[group.at][0] is not None:
            return False
    return any(s.lemma in words for s in group.senses)


def talked_about(scene: Scene, event: Candidate, later: VerbGroup | None) -> bool:
    """Tell whether a noun is what people talk about, alone or in a list ("discussed [the release] of X", "talks on Y and on [a truce]").

    A verb behind it (`later`) says that it is, unless that is said of the talks ("talks on [a truce] began").
    """
    family, at = frames()[event.type].family, event.at
    if family not in _MATTERS and (family != "ceasefire" or event.definite):
        return False
    if "own" in scene.row.items[at - 1].word.flags:
        return False  # "discussed Sunday's release of X"
    items, objects = scene.row.items, scene.source.lexicon.language.grammar.objects
    heads, apart = {g.at: g for g in scene.groups}, False
    for index in range(at - 1, max(-1, at - _MATTER), -1):
        item = items[index]
        if index in heads:
            return later is None and any(s.lemma in objects.get("spoken_of", ()) for s in heads[index].senses)
        if item.low in ".;:«»“”" or item.word.flags & {"rel", "comp", "sub"}:
            return False
        if item.low in objects.get("topics", ()) and items[index + 1].kind != "date" and not apart:
            return (later is None or at - index <= _HEAD) and _of_talks(scene, index)
        apart = apart or item.low == ","
    return False


def _of_talks(scene: Scene, topic: int) -> bool:
    """Tell whether talks, or people who meet, stand before the preposition of what they are about."""
    heads, topics = {g.at: g for g in scene.groups}, scene.source.lexicon.language.grammar.objects.get("topics", ())
    for index in range(topic - 1, max(-1, topic - _MATTER), -1):
        item = scene.row.items[index]
        senses = list(heads[index].senses) if index in heads else list(item.word.nouns)
        events = [s for s in senses if s.kind == "event"]
        if any(frames()[s.value].family == "talks" for s in events):
            return True
        listed = any(i.low in topics for i in scene.row.items[max(0, index - _HEAD) : index])
        if (
            (events and not listed)
            or index in heads
            or item.low in ".;:«»“”"
            or item.word.flags & {"rel", "comp", "sub"}
        ):
            return False
    return False
