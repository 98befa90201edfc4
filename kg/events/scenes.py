"""A sentence as a scene: its verbs with their subjects, and the events that verbs and nouns tell."""

from dataclasses import replace
from itertools import pairwise

from kg.events.candidate import Candidate, Scene
from kg.events.clauses import subject
from kg.events.coordination import share_auxiliaries
from kg.events.force_levels import gone, levels
from kg.events.headlines import headlined
from kg.events.hindrance import hindered, hindering
from kg.events.items import Item, Row, Source
from kg.events.lexicon import frames
from kg.events.noun_events import noun_event
from kg.events.status import Reality, verb_reality
from kg.events.verb_events import pledges, verb_events
from kg.events.verbs import VerbGroup, is_noun, verb_groups

__all__ = ["read_scene"]

_BROUGHT = {"caused": Reality("occurred"), "bound": Reality("planned", factuality="PRplus")}
"""How real is what somebody is made or bound to do."""
_SUBJECT = 14
"""How many items may stand between a verb and the noun event that it belongs to."""


def read_scene(source: Source, row: Row, topic: str | None = None) -> Scene:
    """Return a sentence's scene with the events its verbs and nouns tell; `topic` is who spoke or acted last."""
    groups = share_auxiliaries(row, verb_groups(row))
    scene = Scene(source, row, groups, {}, {}, topic=(topic,) if topic else ())
    previous: VerbGroup | None = None
    weighed: VerbGroup | None = None
    for group in groups:
        scene.subjects[group.at] = subject(row, group, groups)
        if _weighed(row, group, weighed):
            scene.subjects[group.at], weighed = (None, "weighed"), group
        scene.reality[group.at] = _how_real(scene, group, previous)
        if group.finite:
            previous = group
    _fronted(scene, row, groups)
    for group in groups:
        verb_events(scene, group)
    for at, item in enumerate(row.items):
        if not item.word.nouns:
            continue
        if (
            at + 1 < len(row.items)
            and item.kind == "word"
            and any(s.kind in ("event", "treaty") for s in row.items[at + 1].word.nouns)
        ):
            continue  # the first part of a compound: "summit meeting", "ceasefire agreement"
        for sense in item.word.nouns:
            may_be = sense.kind == "event" and (not item.word.verbs or is_noun(row, at))
            if may_be and noun_event(scene, at, sense):
                break
    pledges(scene)
    headlined(scene)
    levels(scene)
    _tolls(scene)
    gone(scene)
    _absorb(scene)
    _one_blow(scene)
    _one_meeting(scene)
    _under_whom(scene)
    _soon(scene)
    return scene


def _how_real(scene: Scene, group: VerbGroup, previous: VerbGroup | None) -> Reality:
    """Return how real it is what a verb says, by its own form and by the finite verb before it."""
    row, how = scene.row, scene.subjects[group.at][1]
    hinders = hindering(row, group, previous)
    if hinders is not None:
        reality = hindered(scene.reality[hinders.at])
        if reality.status == "proposed":  # hindered some day, perhaps: nothing is told of it
            scene.subjects[group.at] = (None, "")
        return reality
    if how in _BROUGHT:
        return _BROUGHT[how]
    urged = how in ("urged", "weighed") or _spoken_of(row, group)
    if _laid_at_the_door(scene, group, urged=urged):
        return Reality("claimed", factuality="PRplus")
    if urged:
        return Reality("proposed", factuality="PSplus")
    main = scene.reality.get(previous.at) if previous is not None else None
    if main is not None and main.status == "occurred" and _next(row, group):
        return main
    return _laid_down(row, group, previous) or verb_reality(group, hearsay=scene.hearsay, main=main)


def _next(row: Row, group: VerbGroup) -> bool:
    """Tell whether an infinitive says what comes next ("a reçu X [avant de se rendre] à Y"): it is told as done too."""
    return group.time == "infinitive" and group.marker in row.lexicon.language.grammar.not_before


def _fronted(scene: Scene, row: Row, groups: list[VerbGroup]) -> None:
    """Give gerunds and participles before the main verb its subject ("After meeting X, Y flew on")."""
    for index, group in enumerate(groups):
        opens = group.time == "participle" and _opens(row, group)
        if not group.finite and scene.subjects[group.at][0] is None and (group.time in ("gerund", "past") or opens):
            later = next((g for g in groups[index + 1 :] if g.finite), None)
            if row.items[group.left - 1].low == "," and any(g.finite for g in groups[:index]):
                continue  # "a strike hit X, [killing] three, Y said": not Y
            if (
                later is not None and scene.subjects[group.at][1] != "weighed"
            ):  # "After meeting X, Y flew on", "Received by X, Y spoke": the subject follows
                if _taken_up(row, group, later, scene.subjects[later.at][0]):
                    scene.subjects[later.at] = (None, "")
                scene.subjects[group.at] = (
                    scene.subjects[later.at][0],
                    "fronted" if opens or group.passive else "shared",
                )


def _taken_up(row: Row, group: VerbGroup, later: VerbGroup, who: int | None) -> bool:
    """Tell whether the main verb's subject is a pronoun, not whom a gerund before it bears on ("after meeting X, [he] left")."""
    pronouns = row.lexicon.language.grammar.pronouns.values()
    before = row.items[later.left - 1] if later.left else None
    taken = before is not None and any(before.low in words for words in pronouns)
    return taken and who is not None and group.at < who < later.left - 1


def _opens(row: Row, group: VerbGroup) -> bool:
    """Tell whether a participle opens the sentence."""
    return not any(
        item.kind in ("np", "treaty") or item.word.nouns or item.word.verbs for item in row.items[: group.left]
    )


def _laid_at_the_door(scene: Scene, group: VerbGroup, *, urged: bool) -> bool:
    """Tell whether somebody is accused of what a verb says ("accused India of having killed …", "X is accused of shelling Y")."""
    accusing = scene.source.lexicon.language.speech.accusing
    near = scene.row.items[max(0, group.left - 2) : group.left]
    if group.time == "gerund" and len(near) > 1 and "hedge" in near[0].word.flags and "of" in near[1].word.preps:
        return True  # "three men suspected of attacking X"
    before = [g for g in scene.groups if g.at < group.left and any(s.kind == "speech" for s in g.senses)]
    if not before or not any(s.lemma in accusing for s in before[-1].senses):
        return False
    opens = before[-1].passive and group.time == "gerund" and before[-1].at + 2 == group.left
    each_other = before[-1].reflexive and bool(group.marker)  # "se sont accusés d'avoir bombardé"
    return urged or each_other or (opens and "of" in scene.row.items[group.left - 1].word.preps)


def _weighed(row: Row, group: VerbGroup, last: VerbGroup | None) -> bool:
    """Tell whether a gerund is what talks are about ("met to discuss [disarming] X and [deploying] a force"): who would do it is open."""
    before = row.items[group.left - 1] if group.left else None
    if group.time != "gerund" or before is None:
        return False
    if last is not None and "and" in before.word.flags:
        return not any(item.low in ".;:" or "sub" in item.word.flags for item in row.items[last.at + 1 : group.left])
    discuss = row.lexicon.language.grammar.discuss
    return any(s.lemma in discuss for s, _ in before.word.verbs)


def _laid_down(row: Row, group: VerbGroup, main: VerbGroup | None) -> Reality | None:
    """Return how real it is what a text lays down or somebody asks for ("prévoit que les insurgés [déposent] leurs armes")."""
    if main is None or group.negated or group.modal is not None:
        return None
    if group.time in ("past", "present") and _asked_for(row, group, main):
        return Reality("proposed", factuality="PSplus")
    if group.time in ("past", "participle") and _ordered(row, group, main):
        return Reality("planned", factuality="PRplus")
    if group.time != "present":
        return None
    opens = row.items[main.at + 1 : main.at + 3]
    if not any("comp" in item.word.flags for item in opens):
        return None
    if any(s.kind == "provides" for s in main.senses):
        return Reality("planned")
    return None


def _asked_for(row: Row, group: VerbGroup, main: VerbGroup) -> bool:
    """Tell whether a clause says what somebody asks for, with or without its opener ("demanded [Russia] withdrew")."""
    between = row.items[main.at + 1 : group.left]
    if not any(s.kind == "governor" and s.value == "proposed" for s in main.senses) or not group.finite:
        return False
    opened = any("comp" in item.word.flags for item in between[:4])
    someone = any(item.kind == "np" and item.actors and not item.prep for item in between)
    aside = any(item.kind == "sign" or item.word.nouns or item.word.flags & {"rel", "sub"} for item in between)
    return opened if group.time == "present" else someone and not aside


def _ordered(row: Row, group: VerbGroup, main: VerbGroup) -> bool:
    """Tell whether a participle says what somebody orders done to the object before it ("ordered the contingent [cut]")."""
    between = row.items[main.at + 1 : group.left]
    orders = row.lexicon.language.grammar.objects.get("orders", ())
    if not between or main.passive or group.perfect or not any(s.lemma in orders for s in main.senses):
        return False
    return not any(i.kind == "sign" or i.word.verbs or i.word.flags & {"rel", "sub", "comp", "and"} for i in between)


def _spoken_of(row: Row, group: VerbGroup) -> bool:
    """Tell whether a deed is only spoken of ("a clause on freeing prisoners", "the idea of meeting", "la possibilité de signer")."""
    before = row.items[group.left - 1] if group.left else None
    if before is not None and group.left > 1 and "of" in before.word.preps:  # "the idea [of] meeting"
        before = row.items[group.left - 2]
    if before is not None and group.time == "gerund" and _urges(before):  # "suggested meeting"
        return True
    if before is not None and before.low in row.lexicon.language.grammar.objects.get("ideas", ()):
        return group.time in ("gerund", "infinitive")
    return group.time == "gerund" and before is not None and bool(before.word.preps & {"on", "for", "against"})


def _urges(item: Item) -> bool:
    """Tell whether a verb says what somebody would like to be done."""
    return any(s.kind == "governor" and s.value == "proposed" for s, _ in item.word.verbs)


def _absorb(scene: Scene) -> None:
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
        noun = _doing(scene, group) or (_occasion(scene, group) if verb.counts else None)
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
        behind = noun.at > verb.at
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


def _tolls(scene: Scene) -> None:
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


def _one_blow(scene: Scene) -> None:
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


def _under_whom(scene: Scene) -> None:
    """Give a mediator who opens the sentence to what its first verb tells ("[Sous l'égide de X], Y et Z ont signé")."""
    main = next((g for g in scene.groups if g.finite), None)
    may = [c for c in sorted(scene.found, key=lambda c: c.at) if "mediated" in frames()[c.type].slots]
    told = [c for c in may if main is not None and main.at in c.anchors]
    if main is not None and not told and any(s.kind == "speech" for s in main.senses):
        told = [c for c in may if c.at > main.at]
    for at, item in enumerate(scene.row.items[: main.left] if main is not None and told else ()):
        if "mediated" in item.prep and not any(i.word.nouns for i in scene.row.items[:at]):
            told[0].add(scene.row.actors(at), "mediator")


def _soon(scene: Scene) -> None:
    """Make planned what a phrase behind it says will come ("at the signing of the accord in Oslo, [in the coming days]")."""
    items = scene.row.items
    for at, item in enumerate(items):
        if "upcoming" not in item.word.flags or " " not in item.low or item.word.verbs:
            continue
        for event in [c for c in scene.found if c.at < at and c.reality.status is None]:
            if not any(g.finite and event.at < g.left and g.at < at for g in scene.groups):
                event.reality = replace(event.reality, status="planned")


def _one_meeting(scene: Scene) -> None:
    """Make one event of a meeting and the talks that it is for ("met in Ohrid [for twelve hours of talks]")."""
    for noun in [c for c in scene.found if c.rule.startswith("noun:") and c.type in ("meeting", "negotiation")]:
        before = [g for g in scene.groups if g.at < noun.at]
        verb = next((c for c in scene.found if before and c.at == before[-1].at and c.type == "meeting"), None)
        if verb is None:
            continue
        between = scene.row.items[verb.at + 1 : noun.at]
        own = {a for a, r in noun.participants if r != "mediator"}
        purpose = any("for" in item.word.preps for item in between) and not any(
            i.word.flags & {"rel", "sub"} for i in between
        )
        if purpose and len(verb.participants) > 1 and own <= {a for a, _ in verb.participants}:
            for actor, role in noun.participants:
                verb.add((actor,), role)
            verb.places += [at for at in noun.places if at not in verb.places]
            verb.span = (verb.span[0], max(verb.span[1], noun.span[1]))
            scene.found.remove(noun)


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
