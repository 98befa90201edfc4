"""Refusals, promises and threats that stand before another verb: "refuse de négocier", "pledged to withdraw"."""

from kg.events.candidate import Scene
from kg.events.clauses import subject
from kg.events.lexicon import Sense, frames
from kg.events.saying import Saying, state
from kg.events.status import Reality
from kg.events.steering import aside_ends
from kg.events.verbs import verb_group
from kg.lang import Language

__all__ = ["by_mood"]


def _head(lemma: str) -> str:
    """Return the verb of a phrase, with its reflexive ("se dire prêt à" -> "se dire")."""
    words = lemma.split(" ")
    return " ".join(words[:2]) if words[0] in ("se", "sich") else words[0]


def by_mood(scene: Scene) -> list[Saying]:
    """Return the refusals and promises that stand before another verb ("refuse de négocier", "pledged to withdraw")."""
    out = []
    language = scene.source.lexicon.language
    for at in scene.row.verbs:
        item = scene.row.items[at]
        found = [(s, t) for s, t in item.word.verbs if s.kind == "modality" and _voiced(s, language)]
        if not found:
            continue
        group = verb_group(scene.row, at, found)
        if group is None or not group.finite or group.negated or group.modal is not None or group.passive:
            continue
        who, how = subject(scene.row, group, scene.groups)
        if who is None or how == "oblique" or scene.row.items[who].form == "demonym":
            continue
        refused = found[0][0].value == "refused"
        if refused and _keeps_silent(scene, at):
            continue
        saying = Saying(scene.row.items[who].actors[0], at, (at, at if refused else aside_ends(scene, at)), item.low)
        vowed, threatens = (found[0][0].lemma.startswith(language.verbs_of(kind)) for kind in ("promise", "threat"))
        saying.ahead = vowed
        kind = "refusal" if refused else "promise" if vowed else "statement"
        if threatens or (vowed and _harms(scene, at)):
            kind = "threat"
        state(
            scene,
            saying,
            kind,
            Reality("occurred"),
            f"speech:{found[0][0].lemma}",
            set(range(group.left, at + 1)),
            scene.row.actors(who),
        )
        if not refused:
            out.append(saying)
    return out


def _voiced(sense: Sense, language: Language) -> bool:
    """Tell whether a verb before another one is also said: one that refuses, or one of speech."""
    head = _head(sense.lemma)
    if sense.value == "refused":
        return any(_head(verb) == head for verb in language.verbs_of("refusal"))
    return head in language.speech.verbs


def _harms(scene: Scene, at: int) -> bool:
    """Tell whether what is vowed is violence or a penalty ("vowed to step up attacks"): that is a threat."""
    after = next((g for g in scene.groups if g.at > at), None)
    if after is None or after.left > at + 1 or after.negated:
        return False
    if any(s.kind == "governor" and s.value != "light" for s in after.senses):
        return False
    told = [c for c in scene.found if after.at in c.anchors and frames()[c.type].family in ("violence", "sanction")]
    return any(c.reality.polarity == "positive" and c.reality.status == "planned" for c in told)


def _keeps_silent(scene: Scene, at: int) -> bool:
    """Tell whether all that is refused is to speak ("declined to comment"): nobody's offer or demand is turned down."""
    silence = scene.source.lexicon.language.grammar.objects.get("silence", ())
    items = scene.row.items
    return at + 1 < len(items) and items[at + 1].low in silence
