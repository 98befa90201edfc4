"""What a sentence mentions and nobody says: what is not confirmed, what is only asked, what is told to be a mere report.

"X has not confirmed that Y attacked Z"        nothing is told of an attack
"The attack could not be verified"             it is claimed
"X did not deny that it had attacked Y"        so is this
"X rejected claims that it had attacked Y"     X denies it; without a word of X it is claimed
"""

from kg.events.candidate import Candidate, Scene
from kg.events.items import Item
from kg.events.lexicon import frames
from kg.events.status import Reality
from kg.events.verbs import VerbGroup

__all__ = ["denies_reports", "leave_unsaid", "unverified"]

_DENIED = 7
"""How far before a verb of confirming the word may stand that denies it."""
_OPENS = 4
"""How far behind such a verb the clause may open that it is about."""
_REPORT = 6
"""How far behind a verb that turns something down the noun may stand that says what."""
_STOPS = frozenset({"comp", "rel", "sub", "but"})
_QUOTES = frozenset('«»“”"')
_CLAIMED = Reality("claimed", factuality="Uu")


def leave_unsaid(scene: Scene) -> None:
    """Drop the events of a sentence that nobody says took place, and call claimed what is only said not to be known."""
    if not scene.found:
        return
    speech, items = scene.source.lexicon.language.speech, scene.row.items
    checks, reports = speech.checks, speech.reports
    for at in [at for at, item in enumerate(items) if item.low in checks and _denied(scene, at)]:
        opens = _opens(scene, at)
        if opens is not None:
            _drop(scene, opens, _closes(items, opens))
        elif items[at].low in speech.verified and _passive(items, at):
            _doubt(scene, at)
    for at in [
        at for at, item in enumerate(items) if item.low in reports and not any(g.at == at for g in scene.groups)
    ]:
        _hear(scene, at)
    for group in scene.groups:
        if any(s.kind == "speech" and s.value == "negative" for s in group.senses) and _neither(scene, group):
            opens = _opens(scene, group.at)
            for event in _told(scene, opens, _closes(items, opens)) if opens is not None else ():
                event.reality = _CLAIMED
    _drop_asked(scene)


def _told(scene: Scene, start: int, end: int) -> list[Candidate]:
    """Return the events, none of speech, between two items."""
    return [c for c in scene.found if start <= c.at < end and frames()[c.type].family != "speech"]


def _drop(scene: Scene, start: int, end: int) -> None:
    gone = _told(scene, start, end)
    scene.found[:] = [c for c in scene.found if not any(c is one for one in gone)]


def _denied(scene: Scene, at: int) -> bool:
    """Tell whether a word before a verb or noun of confirming denies it ("has [not] confirmed", "[unable] to verify", "[no] evidence")."""
    unable = scene.source.lexicon.language.speech.unable
    for item in reversed(scene.row.items[max(0, at - _DENIED) : at]):
        if "neg" in item.word.flags or item.low in unable or set(item.low.split()) & unable:
            return True
        if (item.kind == "sign" and item.low not in _QUOTES) or item.word.flags & (_STOPS | {"and"}):
            return False
    return False


def _neither(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb of denying is itself denied ("did [not] deny", "neither confirmed [nor] denied")."""
    before = scene.row.items[group.left - 1].low if group.left else ""
    return group.negated or before in scene.source.lexicon.language.speech.unable


def _opens(scene: Scene, at: int) -> int | None:
    """Return where the clause opens that is not confirmed ("that Y had left", "avoir attaqué Z"), or None where none does."""
    items = scene.row.items
    for index in range(at + 1, min(at + _OPENS + 1, len(items))):
        item = items[index]
        if "comp" in item.word.flags:
            return index if any(g.finite and g.left > index for g in scene.groups) else None
        if any(g.left == index and not g.finite and g.perfect for g in scene.groups):
            return index
        if item.kind in ("np", "sign", "quantity") or "rel" in item.word.flags:
            return None
    return None


def _closes(items: list[Item], start: int) -> int:
    """Return where a clause closes: at a semicolon, or at a comma before "but", "and" or "while"."""
    for index in range(start, len(items) - 1):
        opens = items[index].low == "," and items[index + 1].word.flags & {"but", "and", "sub"}
        if items[index].low == ";" or opens:
            return index
    return len(items)


def _doubt(scene: Scene, at: int) -> None:
    """Call claimed the event that is the subject of what could not be verified."""
    verbs = [g.at for g in scene.groups if g.finite and g.at != at]
    for event in scene.found:
        near = event.at < at and event.rule.startswith("noun:") and not any(event.at < v < at for v in verbs)
        if near and not any(scene.row.items[i].kind == "sign" for i in range(event.at, at)):
            event.reality = _CLAIMED
            return


def _passive(items: list[Item], at: int) -> bool:
    """Tell whether an auxiliary stands before a form, past adverbs ("could not [be] independently verified")."""
    at -= 1
    while at > 0 and "adv" in items[at].word.flags:
        at -= 1
    return at >= 0 and items[at].word.aux is not None


def _hear(scene: Scene, at: int) -> None:
    """Call claimed what is told behind a noun for what others say ("amid [reports] that X had attacked Y")."""
    items = scene.row.items
    start = at + 1 + ("according" in items[at + 1].word.flags if at + 1 < len(items) else 0)
    if start >= len(items) or not (items[start].word.flags & ({"comp"} if start == at + 1 else {"rel"})):
        return
    if any(g.left == start + 1 and g.finite for g in scene.groups):
        return  # "a report that was published"
    verb = next((g.at for g in scene.groups if g.finite and g.left > start), -1)
    for event in _told(scene, start, _closes(items, start)):
        as_done = event.reality.status in (None, "occurred", "ongoing") and event.reality.polarity == "positive"
        if verb in event.anchors and as_done:
            event.reality = _CLAIMED


def unverified(scene: Scene, at: int) -> bool:
    """Tell whether a source is one that could not confirm something ("n'a pas pu être vérifiée [de source] indépendante")."""
    before = scene.row.items[at - 1].low if at else ""
    return before in scene.source.lexicon.language.speech.checks and _denied(scene, at - 1)


def _drop_asked(scene: Scene) -> None:
    """Drop what a question within a sentence asks ("« X a-t-il attaqué Y ? », a demandé Z")."""
    items = scene.row.items
    for end in [at for at, item in enumerate(items[:-1]) if item.low == "?"]:
        start = next((at for at in range(end - 1, -1, -1) if items[at].low in '.!?:«“"'), -1)
        verb = next((g.left for g in scene.groups if g.finite and start < g.left < end), end)
        _drop(scene, verb, end)


def denies_reports(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether somebody turns down reports or accusations, so denies what they say ("rejects [claims] that its army …")."""
    speech, items = scene.source.lexicon.language.speech, scene.row.items
    turned = (*speech.disputing, *speech.negative)
    if group.negated or not any(s.lemma in turned for s in group.senses):
        return False
    reach = items[group.at + 1 : group.at + 1 + _REPORT]
    at = next((i for i, item in enumerate(reach) if item.low in speech.reports), None)
    likened = scene.source.lexicon.language.offices.as_
    between = [i for i in reach[:at] if i.low not in likened]
    return at is not None and not any(i.kind == "sign" or i.word.flags & _STOPS for i in between)
