"""A sentence as a scene: its verbs with their subjects, and the events that verbs and nouns tell."""

from kg.events.candidate import Scene
from kg.events.clauses import subject
from kg.events.items import Row, Source
from kg.events.lexicon import frames
from kg.events.noun_events import noun_event
from kg.events.status import Reality, verb_reality
from kg.events.verb_events import pledges, verb_events
from kg.events.verbs import VerbGroup, is_noun, verb_groups

__all__ = ["read_scene"]


def read_scene(source: Source, row: Row) -> Scene:
    """Return a sentence's scene with the events its verbs and nouns tell."""
    groups = verb_groups(row)
    scene = Scene(source, row, groups, {}, {})
    previous: VerbGroup | None = None
    for group in groups:
        scene.subjects[group.at] = subject(row, group, groups)
        main = scene.reality.get(previous.at) if previous is not None else None
        urged = scene.subjects[group.at][1] == "urged" or _spoken_of(row, group)
        if urged and _laid_at_the_door(scene, group):
            scene.reality[group.at] = Reality("claimed", factuality="PRplus")
        elif urged:
            scene.reality[group.at] = Reality("proposed", factuality="PSplus")
        else:
            scene.reality[group.at] = verb_reality(group, hearsay=scene.hearsay, main=main)
        if group.finite:
            previous = group
    for index, group in enumerate(groups):
        opens = group.time == "participle" and _opens(row, group)
        if not group.finite and scene.subjects[group.at][0] is None and (group.time in ("gerund", "past") or opens):
            later = next((g for g in groups[index + 1 :] if g.finite), None)
            if later is not None:  # "After meeting X, Y flew on", "Received by X, Y spoke": the subject follows
                scene.subjects[group.at] = (scene.subjects[later.at][0], "fronted" if opens else "shared")
    for group in groups:
        verb_events(scene, group)
    for at, item in enumerate(row.items):
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
    _absorb(scene)
    return scene


def _opens(row: Row, group: VerbGroup) -> bool:
    """Tell whether a participle opens the sentence."""
    return not any(
        item.kind in ("np", "treaty") or item.word.nouns or item.word.verbs for item in row.items[: group.left]
    )


def _laid_at_the_door(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether somebody is accused of what an infinitive says ("accused India of having killed …")."""
    accusing = scene.source.lexicon.language.speech.accusing
    before = [g for g in scene.groups if g.at < group.left and any(s.kind == "speech" for s in g.senses)]
    return bool(before) and any(s.lemma in accusing for s in before[-1].senses)


def _spoken_of(row: Row, group: VerbGroup) -> bool:
    """Tell whether a gerund is only spoken of ("a clause on freeing prisoners", "the idea of meeting")."""
    before = row.items[group.left - 1] if group.left else None
    return group.time == "gerund" and before is not None and bool(before.word.preps & {"on", "for", "against"})


def _absorb(scene: Scene) -> None:
    """Make one event of a noun and the verb it is the subject of ("an air strike has killed")."""
    for verb in [c for c in scene.found if c.rule.startswith("verb:")]:
        group = next((g for g in scene.groups if g.at == verb.at), None)
        if group is None:
            continue
        opener = scene.row.items[group.left - 1].word.flags if group.left else set()
        before = group.left - (2 if opener & {"rel", "comp"} else 1)
        noun = next((c for c in scene.found if c.rule.startswith("noun:") and c.at == before), None)
        if noun is not None and noun.type == "war" and frames()[verb.type].family == "violence":
            noun.counts = verb.counts  # "the war has killed thousands": no attack of its own
            scene.found.remove(verb)
            continue
        if before < group.left - 1:
            continue
        if noun is not None and frames()[noun.type].family == frames()[verb.type].family and not group.passive:
            own = [(a, r) for a, r in noun.participants]
            slots = frames()[verb.type].slots
            doer = slots.get("subject") if slots.get("subject") != slots.get("object") else None
            verb.participants = own + [(a, r) for a, r in verb.participants if a not in dict(own) and r != doer]
            verb.places += noun.places
            verb.anchors |= noun.anchors
            verb.span = (min(verb.span[0], noun.span[0]), verb.span[1])
            scene.found.remove(noun)
