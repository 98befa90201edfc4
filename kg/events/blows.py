"""Attacks and the verbs that say what they did: one event of both, with the people who came to harm."""

from itertools import pairwise

from kg.events.candidate import Candidate, Scene
from kg.events.lexicon import frames
from kg.events.verbs import VerbGroup

__all__ = ["absorb", "felled", "one_blow", "sent_by", "struck_when", "tolls"]

_OPENING = 4
"""How far into a sentence the attack stands that it opens with."""
_SENT = 4
"""How far before the word that says who sent it a weapon may stand."""
_SUBJECT = 14
"""How many items may stand between a verb and the noun event that it belongs to."""


def absorb(scene: Scene) -> None:
    """Make one event of a noun and the verb that says what it did: "an air strike has killed", "killed in an attack"."""
    for verb in [c for c in scene.found if c.rule.startswith("verb:")]:
        group = next((g for g in scene.groups if g.at == verb.at), None)
        if group is None or verb not in scene.found:
            continue
        war = _war_in_which(scene, group) if verb.counts else None
        if war is not None:
            for told in [c for c in scene.found if c.at == war]:
                told.counts = verb.counts
            scene.found.remove(verb)
            continue
        opening = _in_which(scene, group) if verb.counts and group.passive else None
        noun = opening or _doing(scene, group) or (_occasion(scene, group) if verb.counts else None)
        if noun is None or (noun.at != _before(scene, group) and not verb.counts):
            continue
        violent = verb.counts is not None and frames()[verb.type].family == "violence"
        if violent and (noun.type == "war" or (noun.type == "military_action" and noun.participants)):
            noun.counts = verb.counts  # "the war has killed thousands": no attack of its own
            for actor, role in verb.participants if noun.type != "war" else ():
                noun.add((actor,) if role == "target" else (), role)
            noun.places += [at for at in verb.places if at not in noun.places]
            scene.found.remove(verb)
            continue
        behind = noun.at > verb.at or noun is opening
        if frames()[noun.type].family != frames()[verb.type].family or (group.passive and not behind):
            continue
        own = [(a, r) for a, r in noun.participants]
        slots = frames()[verb.type].slots
        doer = slots.get("subject") if slots.get("subject") != slots.get("object") else None
        theirs = [(a, r) for a, r in verb.participants if a not in dict(own) and (r != doer or behind)]
        verb.participants = own + theirs
        owners = [at for at in verb.places if set(scene.row.actors(at)) & set(dict(own))]
        verb.places = noun.places + [at for at in verb.places if at not in owners]
        verb.anchors |= noun.anchors
        verb.span = (min(verb.span[0], noun.span[0]), max(verb.span[1], noun.span[1]))
        scene.found.remove(noun)


def tolls(scene: Scene) -> None:
    """Give an attack the people whom a verb says that it leaves dead ("a bomb [left] 20 people dead"); nobody leaves a place then."""
    for group in scene.groups:
        tolls = [dict(s.special) for s in group.senses if ("needs", "toll") in s.special]
        behind = scene.row.items[group.at + 1 : group.at + 3]
        counted = [item.quantity.unit for item in behind if item.quantity is not None]
        if not tolls or not counted or not ("counts" in tolls[0] or counted[0] in ("killed", "wounded")):
            continue
        scene.found[:] = [c for c in scene.found if c.at != group.at]
        noun = _doing(scene, group)
        if noun is not None and frames()[noun.type].family == "violence":
            noun.anchors |= set(range(group.left, group.at + 1))
            noun.counts = noun.counts or tolls[0].get("counts")


def felled(scene: Scene) -> None:
    """Give an attack of nobody known those whom a gerund behind it says that it killed ("a strike hit the town, [killing] six people")."""
    for before, group in pairwise(scene.groups):
        counts = [v for s in group.senses if s.kind == "event" for k, v in s.special if k == "counts"]
        if not counts or group.time != "gerund" or any(c.at == group.at and c.participants for c in scene.found):
            continue
        joint = scene.row.items[group.left - 1]
        for event in [c for c in scene.found if before.at in c.anchors and frames()[c.type].family == "violence"]:
            if joint.low == "," or ("and" in joint.word.flags and event.toll == before.at):  # "… and [wounding] nine"
                scene.found[:] = [c for c in scene.found if c.at != group.at]
                event.counts, event.toll = (
                    event.counts or counts[0],
                    max(event.toll, group.at if joint.low == "," else 0),
                )
                event.anchors.add(group.at)


def struck_when(scene: Scene) -> None:
    """Make one event of people who came to harm and the attack in which they did ("ten were killed [when a drone struck] X")."""
    when = scene.row.lexicon.language.grammar.objects.get("when", ())
    for first, second in pairwise([g for g in scene.groups if g.finite]):
        specials = [dict(s.special) for s in first.senses if s.kind == "event" and ("needs", "violence") in s.special]
        specials += [dict(s.special) for s in first.senses if s.kind == "event" and first.passive]
        counts = [special["counts"] for special in specials if "counts" in special]  # died, or was killed
        blow = next((c for c in scene.found if c.at == second.at and frames()[c.type].family == "violence"), None)
        between = [item.low for item in scene.row.items[first.at + 1 : second.left]]
        if not counts or blow is None or blow.counts or "," in between or not any(low in when for low in between):
            continue
        for harm in [c for c in scene.found if c.at == first.at]:
            if (harm.places and blow.places) or any(role != "target" for _, role in harm.participants):
                break  # "ten were killed in X when rebels attacked Y": two events
            for actor, role in harm.participants:
                blow.add((actor,), role)
            blow.places += [at for at in harm.places if at not in blow.places]
            scene.found.remove(harm)
        else:
            blow.counts = counts[0]
            blow.anchors |= set(range(first.left, first.at + 1))
            blow.span = (min(blow.span[0], first.left), blow.span[1])


def sent_by(scene: Scene, group: VerbGroup) -> int | None:
    """Return who sent the weapon that struck ("a drone launched by [the rebels] hit a convoy"), and leave the sending to the blow."""
    items, objects = scene.row.items, scene.source.lexicon.language.grammar.objects
    who = group.left - 1
    if group.passive or who < _SENT - 1 or "by" not in items[who].prep or not items[who].actors:
        return None
    who = scene.row.members(who)[0]
    by = who - 1
    while by > 1 and "det" in items[by].word.flags:
        by -= 1
    near = [part for item in items[max(0, by - _SENT) : by - 1] for part in item.low.split(" ")]
    sent = "by" in items[by].word.preps and items[by - 1].low in objects.get("sent", ())
    if not sent or frozenset(objects.get("weapons", ())).isdisjoint(near):
        return None
    scene.found[:] = [c for c in scene.found if c.at != by - 1]
    return who


def one_blow(scene: Scene) -> None:
    """Make one event of two verbs that say what an attack did ("killed ten civilians and wounded thirty")."""
    for first, second in pairwise(scene.groups):
        one, other = (next((c for c in scene.found if c.at == g.at and c.counts), None) for g in (first, second))
        between = scene.row.items[first.at + 1 : second.left]
        joined = any("and" in item.word.flags for item in between[-2:]) and not any(
            item.kind == "date" or item.word.flags & {"rel", "comp", "sub"} for item in between
        )
        if one is None or other is None or one.type != other.type or one.counts == other.counts or not joined:
            continue
        both = first.perfect and second.time == "participle" and len(between) == 1  # "ont été tués et blessés"
        if not (both or scene.subjects[second.at][1] == "shared") or (first.passive, first.negated) != (
            second.passive,
            second.negated,
        ):
            continue
        for actor, role in other.participants:
            one.add((actor,), role)
        one.places += [at for at in other.places if at not in one.places]
        one.anchors |= other.anchors
        one.span = (min(one.span[0], other.span[0]), max(one.span[1], other.span[1]))
        scene.found.remove(other)


def _before(scene: Scene, group: VerbGroup) -> int:
    """Return where the word stands that a verb follows, a relative pronoun left out."""
    opener = scene.row.items[group.left - 1].word.flags if group.left else set()
    return group.left - (2 if opener & {"rel", "comp"} else 1)


def _doing(scene: Scene, group: VerbGroup) -> Candidate | None:
    """Return the noun event that heads the subject of a verb ("the attack on a school in Bogota [that] killed …")."""
    items = scene.row.items
    first = _before(scene, group)
    first -= first < group.left - 1 and items[first].low == ","  # "the war[,] which killed"
    for at in range(first, max(-1, group.left - _SUBJECT), -1):
        noun = next((c for c in scene.found if c.rule.startswith("noun:") and c.at == at), None)
        if noun is not None:
            return noun
        item = items[at]
        finite = any(other.finite and other.left <= at <= other.at for other in scene.groups)
        listed = any(members[0] < at < members[-1] for members in scene.row.groups)
        if not listed and (item.kind == "sign" or finite or item.word.flags & {"and", "rel", "comp", "sub", "neg"}):
            return None
    return None


def _war_in_which(scene: Scene, group: VerbGroup) -> int | None:
    """Return the noun of the war of whose dead a clause tells ("a conflict in which thousands have been killed")."""
    items = scene.row.items
    opener = next(
        (i for i in range(group.left - 1, max(0, group.left - _SUBJECT), -1) if "rel" in items[i].word.flags), 0
    )
    head = opener - 2 if opener and items[opener - 1].word.preps else opener - 1
    return head if head >= 0 and any((s.kind, s.value) == ("event", "war") for s in items[head].word.nouns) else None


def _in_which(scene: Scene, group: VerbGroup) -> Candidate | None:
    """Return the attack that opens a sentence on those who came to harm in it ("[In the attack] on X, six people were killed")."""
    items = scene.row.items
    noun = next((c for c in scene.found if c.rule.startswith("noun:")), None)
    if noun is None or noun.at > _OPENING or any(g.finite and g.at < group.at for g in scene.groups):
        return None
    return noun if items[0].word.preps >= {"in"} and noun.at < group.left else None


def _occasion(scene: Scene, group: VerbGroup) -> Candidate | None:
    """Return the attack in which or by which people come to harm ("killed [on Monday] in an air strike")."""
    items, linked = scene.row.items, False
    for at in range(group.at + 1, min(len(items), group.at + _SUBJECT)):
        item = items[at]
        noun = next((c for c in scene.found if c.rule.startswith("noun:") and c.at == at), None)
        if noun is not None:
            return noun if linked else None
        if item.kind == "sign" or item.word.verbs or item.word.flags & {"and", "rel", "comp", "sub"}:
            return None
        if item.word.preps:
            linked = bool(item.word.preps & {"in", "by"}) or (linked and item.word.preps == {"of"})
        elif item.kind in ("date", "quantity") or (item.kind == "np" and item.form != "demonym"):
            linked = False
    return None
