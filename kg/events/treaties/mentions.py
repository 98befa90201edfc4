"""The agreements that a sentence speaks of, with all that it says of each."""

from collections.abc import Iterator

from kg.events.candidate import Candidate, Details, Scene
from kg.events.clauses import arguments
from kg.events.go_betweens import go_between
from kg.events.items import Item
from kg.events.lexicon import frames
from kg.events.noun_status import feared
from kg.events.treaties.before import before
from kg.events.treaties.days import leading, of_clause, of_main_verb, one_day, told_on
from kg.events.treaties.holding import holding
from kg.events.treaties.names import name
from kg.events.treaties.nouns import (
    acts,
    annexed,
    consent,
    day_in_name,
    hall,
    of_statehood,
    results,
    several,
)
from kg.events.treaties.parts import first_part, last_part, of_another, onesided, term
from kg.events.treaties.phrases import after
from kg.events.treaties.sides import adjective, among, keeping, leaving, opposite, promising, sift, under
from kg.events.treaties.status import status
from kg.events.treaties.treaty import Naming
from kg.events.treaties.unreal import undo, wished
from kg.events.treaties.verbs import (
    announces,
    bargaining,
    concludes,
    only_bargains,
    only_ratifies,
    only_reports,
    reported,
    signs,
    treaty_noun,
)
from kg.events.treaties.years import anniversary
from kg.events.verbs import VerbGroup, auxiliary

__all__ = ["namings"]

_BEFORE = 4
"""How many items before its noun a text's preposition stands."""
_OBJECT = 14
"""How many items may stand between a verb and the text that it bears on."""
_EXTENDS = 8
"""How many items may stand between what is agreed on and the truce that it bears on."""
_BREAKS = frozenset(".;:")
_STATES = frozenset({"country", "government"})
_MANY = 2


def namings(
    scene: Scene, details: dict[int, Details], names: dict[str, str], states: dict[str, str]
) -> Iterator[Naming]:
    """Yield what a sentence says of each agreement, in text order."""
    items = scene.row.items
    if items[-1].low == "?":
        return  # "Will they sign a deal?": nobody says that there is one
    words = scene.source.lexicon.language.agreements
    texts, bargains = frozenset(words.texts), frozenset(words.agreed)
    named = texts | bargains
    for at, item in [
        pair for pair in enumerate(items) if pair[1].word.nouns or pair[1].agreement is not None or pair[1].low in named
    ]:
        noun = next((s for s in item.word.nouns if s.kind == "treaty"), None)
        truce = noun is None and any(s.kind == "event" and s.value == "ceasefire" for s in item.word.nouns)
        text = item.kind == "word" and item.low in texts
        bargain = item.low in bargains
        if item.agreement is None and noun is None and not (truce or text or bargain):
            continue
        if noun is not None and hall(scene, at):
            continue
        if first_part(items, at, truce=truce) or last_part(items, at, texts) or (noun is not None and acts(items, at)):
            continue
        if feared(scene, at) or of_statehood(scene, at) or (truce and onesided(items, at, words.onesided)):
            continue
        if (truce and (of_another(scene, at) or term(scene, at))) or (noun is not None and consent(scene, at)):
            continue
        sentence = (scene.row.sentence.start, scene.row.sentence.end)
        naming = Naming(at, sentence, "", item.agreement, truce=truce or bargain)
        naming.commercial = item.low in words.commercial
        naming.generic = naming.truce or text or (noun is not None and noun.value == "generic")
        naming.many = noun is not None and several(scene, item, noun.lemma)
        naming.when = day_in_name(scene, item) if item.agreement is not None else None
        before(scene, naming)
        name(scene, naming, names)
        _said(scene, naming, details, states)
        naming.act = item.low in words.acts
        if naming.act and len(naming.parties) == 1:
            continue  # "signed a memorandum": what one alone signs is no agreement
        if not bargain or (naming.firm and naming.concluded):  # an exchange that was agreed on
            yield naming


def _said(scene: Scene, naming: Naming, details: dict[int, Details], states: dict[str, str]) -> None:
    """Read parties, mediators, day, place and status from the phrase, its verb and the events told with it."""
    told = after(scene, naming.at)
    adjective(scene, naming)
    naming.party(*told.parties)
    naming.mediator(*told.mediators)
    naming.heralds, naming.denied = told.heralds, naming.denied or told.denied
    governor = _governor(scene, naming.at)
    ratified = governor is not None and only_ratifies(governor) and not told.dated
    twice = governor is not None and signs(governor) and told.clause  # "signed the accord that X had initialled in May"
    naming.when = naming.when or (None if ratified or twice else told.when)
    naming.hint = told.hint
    naming.dated = naming.dated or told.dated
    naming.place, naming.area = None if twice else told.place, told.area
    naming.hypothetical = naming.hypothetical or wished(naming, governor, told.group)
    groups = [told.group] if told.group is not None else []
    if governor is not None:
        groups.append(governor)
        _by_governor(scene, naming, governor, [] if told.group is None else told.parties)
    for index, event in enumerate(scene.found):
        if _bears_on(scene, event, naming.at, governor):
            _by_event(scene, naming, event, details[index])
        elif _truce_signed(naming, event, governor):
            naming.when, naming.place = naming.when or details[index].when, naming.place or details[index].place
        elif event.type == "exit" and event.treaty == naming.at:
            naming.party(*(a for a, role in event.participants if role == "withdrawing"))
    leading(scene, naming)
    anniversary(scene, naming)
    if told.group is not None and not naming.hypothetical:
        naming.concluded, naming.denied = True, False  # "n'a pas appliqué l'accord conclu lundi"
        naming.firm = naming.firm or not reported(scene, told.group)
    naming.beside = naming.beside or told.beside
    naming.concluded, naming.theirs = naming.concluded or told.bound, told.theirs
    opposite(scene, naming)
    promising(scene, naming)
    under(scene, naming)
    leaving(scene, naming, governor)
    keeping(scene, naming, governor)
    holding(scene, naming)
    naming.status = status(scene, naming, groups)
    naming.left = naming.status == "terminated" and any(
        event.type == "exit" and event.treaty == naming.at for event in scene.found
    )
    naming.status = None if naming.left else naming.status
    undo(scene, naming, governor)
    sift(scene, naming, states)


def _truce_signed(naming: Naming, event: Candidate, governor: VerbGroup | None) -> bool:
    """Tell whether an event is the truce itself, and it was signed: its day and place are those of the signing."""
    signed = governor is not None and governor.time == "past" and signs(governor)
    return (
        naming.truce and (event.type, event.at, event.reality.status) == ("ceasefire", naming.at, "occurred") and signed
    )


def _bears_on(scene: Scene, event: Candidate, at: int, governor: VerbGroup | None) -> bool:
    """Tell whether an event is the signing or conclusion of the text at an index."""
    if frames()[event.type].family != "agreement":
        return False
    if event.treaty is None and event.type == "signing" and event.rule.startswith("noun:") and event.at < at:
        between = scene.row.items[event.at + 1 : at]  # "la signature, lundi à Doha, d'un accord"
        return len(between) <= _OBJECT and not any(treaty_noun(i) for i in between) and _of(scene, at, event.at)
    if event.treaty is None and event.rule.startswith("verb:") and 0 < at - event.at <= _EXTENDS:
        between = scene.row.items[event.at + 1 : at]  # "agreed on Thursday to extend a truce"
        plain = not any(i.low in _BREAKS or i.low == "," or i.kind == "np" or treaty_noun(i) for i in between)
        if plain and any("to" in i.word.flags or "to" in i.low.split() for i in (scene.row.items[event.at], *between)):
            return True
    if event.at < at and (annexed(scene.row.items[event.at + 1 : at]) or _closed(scene, event.at, at)):
        return False
    return event.treaty == at or (event.treaty is None and governor is not None and event.at == governor.at)


def _closed(scene: Scene, low: int, high: int) -> bool:
    """Tell whether the clause of a verb ends before a text ("a deal that X was glad to have reached, draws on a declaration")."""
    commas = [i for i in range(low + 1, high) if scene.row.items[i].low == ","]
    return any(g.finite and commas and commas[0] < g.left and g.at < high for g in scene.groups)


def _of(scene: Scene, at: int, noun: int) -> bool:
    """Tell whether a text hangs on a noun by "of", past nothing but a day, a place and what describes the text itself."""
    linked = False
    for index in range(at - 1, noun, -1):
        item = scene.row.items[index]
        linked = linked or ("of" in item.word.preps and index >= at - _BEFORE)
        if item.word.verbs and not item.word.nouns and not item.word.flags:
            return False
        if linked and item.kind == "word" and not (item.word.preps or item.word.flags):
            return False
    return linked


def _by_event(scene: Scene, naming: Naming, event: Candidate, details: Details) -> None:
    group = next((g for g in scene.groups if g.at == event.at), None)
    negative = event.reality.polarity == "negative"
    real = not negative and not naming.hypothetical
    naming.concluded = naming.concluded or (real and event.reality.status in ("occurred", None))
    naming.denied = naming.denied or negative
    silent = negative or _reported(scene, event.at) or _attended(scene, event)
    if not silent and (group is None or group.time != "gerund"):
        ratifies = group is not None and only_ratifies(group)
        states = {a for a, _ in event.participants if scene.source.types.get(a) in _STATES} if ratifies else None
        naming.party(*(a for a, r in event.participants if r == "party" and (states is None or a in states)))
        naming.firm = naming.firm or naming.concluded
    naming.mediator(*(a for a, r in event.participants if r == "mediator"))
    told_here = group is None or (
        group.time != "participle" and not only_reports(scene, group) and not only_ratifies(group)
    )  # what stands behind a participle is read with its noun
    told_here = told_here and not _elsewhen(scene, naming.at, event, details)
    if told_here and naming.when is None and event.reality.status in ("occurred", "planned", None):
        naming.when = details.when
        naming.place = naming.place or (details.place if details.place != naming.area else None)
    own = {s.value for s in group.senses if s.kind == "treaty_status"} if group is not None else set()
    if event.type == "signing" and real and event.reality.status == "occurred" and own <= {"signed"}:
        naming.status = "signed"


def _attended(scene: Scene, event: Candidate) -> bool:
    """Tell whether a verb before the noun of a signing says that somebody is present at it, or speaks of it."""
    if not event.rule.startswith("noun:"):
        return False
    attends = scene.source.lexicon.language.agreements.attends
    before = [g for g in scene.groups if g.at < event.at]
    lemmas = {s.lemma for s in before[-1].senses} | {scene.row.items[before[-1].at].low} if before else set()
    return bool(before) and any(lemma in attends or lemma.split(" ")[0] in attends for lemma in lemmas)


def _elsewhen(scene: Scene, at: int, event: Candidate, details: Details) -> bool:
    """Tell whether the day of an event told behind a text is that of a verb before it ("pointed on Friday to a treaty that …")."""
    if event.at < at or details.when is None:
        return False
    days = [i for i, item in enumerate(scene.row.items) if item.date is not None and item.date.when == details.when]
    return any(
        i < at and not any(j > at for j in days) and any(g.finite and g.at < i for g in scene.groups) for i in days
    )


def _reported(scene: Scene, at: int) -> bool:
    """Tell whether a verb only announces a text and one alone does it: its subject need not be a party."""
    group = next((g for g in scene.groups if g.at == at), None)
    if group is None or not (only_reports(scene, group) or (announces(scene, group) and not concludes(group))):
        return False
    who = scene.subjects.get(group.at, (None, ""))[0]
    if who is not None and arguments(scene.row, group.at, scene.groups, verb=True).slots.get("with"):
        return False  # "has announced a truce with the rebels"
    return who is None or len(scene.row.actors(who)) < _MANY


def _governor(scene: Scene, at: int) -> VerbGroup | None:
    """Return the verb that a text is the object of, or the subject of in the passive."""
    items = scene.row.items
    for group in reversed([g for g in scene.groups if g.at < at]):
        if group.passive and group.time != "participle":
            return None
        between = items[group.at + 1 : at]
        if len(between) > _OBJECT or any(
            i.low in _BREAKS or i.word.flags & {"comp", "rel", "sub"} or treaty_noun(i) for i in between
        ):
            return None
        if annexed(between):
            return None
        return None if between and between[0].low == "," and _relative(items, group.left) else group
    return None


def _relative(items: list[Item], at: int) -> bool:
    """Tell whether a verb stands in a relative clause that a comma opens ("the deal, which X was glad to have reached, …")."""
    for index in range(at - 1, max(-1, at - _OBJECT), -1):
        if items[index].low in _BREAKS or items[index].low == ",":
            return bool(items[index + 1].word.flags & {"rel", "comp"})
    return False


def _by_governor(scene: Scene, naming: Naming, group: VerbGroup, signed_by: list[str]) -> None:
    """Take the subject of a verb that signs or reaches a text as a party."""
    if results(scene, group) and group.finite and not group.negated and group.modal is None:
        naming.concluded = naming.concluded or (group.time in ("past", "present") and not naming.hypothetical)
        naming.hint = naming.hint or one_day(scene, naming.at, group)
    if signed_by or not (concludes(group) or announces(scene, group)):
        return
    if group.perfect and not (group.finite or naming.hypothetical):
        naming.hint = naming.hint or one_day(scene, naming.at, group)  # "a annoncé dimanche avoir signé un accord"
    if not (group.finite or group.perfect):
        naming.hypothetical = naming.hypothetical or group.time == "infinitive" or _prospect(scene, group)
        done = group.time == "gerund" and not (group.negated or naming.hypothetical)
        naming.signed = naming.signed or (done and signs(group))
        naming.when = naming.when or (of_main_verb(scene, group) if naming.signed else None)
        return
    real = group.modal is None and group.time in ("past", "present", "participle", "gerund") and not group.negated
    naming.denied = naming.denied or group.negated or _without(scene, group)
    real = real and not naming.denied
    ahead = group.time in ("future", "conditional", "infinitive") and not group.perfect
    if group.modal is not None or ahead or _unsure(scene, group) or bargaining(scene, group):
        naming.hypothetical = True
    if announces(scene, group) and real:
        naming.hint = naming.hint or one_day(scene, naming.at, group)
    naming.other = naming.other or ((naming.indefinite or bool(naming.title)) and _once_more(scene, group))
    if _reported(scene, group.at):
        naming.concluded = naming.concluded or (real and not naming.hypothetical)
        return
    who = scene.subjects.get(group.at, (None, ""))[0]
    if only_bargains(scene, group) and not group.finite:
        return  # "helped to negotiate a deal"
    naming.signed = signs(group) and real and not only_ratifies(group)
    _makers(scene, naming, group, who)
    naming.concluded = naming.concluded or (real and not naming.hypothetical)
    naming.firm = naming.firm or naming.concluded
    naming.when = naming.when or (of_clause(scene, group) if naming.concluded else None)
    if naming.truce and naming.concluded and naming.when is None:
        naming.when = one_day(scene, naming.at, group, behind=_BEFORE)
    if naming.concluded and naming.when is None and group.finite:
        naming.hint = naming.hint or told_on(scene, group)


def _prospect(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a gerund is only what something is of or for ("hopes of [reaching] a deal"), and nobody is accused or thanked."""
    opener = scene.row.items[group.left - 1].word if group.left > 1 else None
    if group.time != "gerund" or opener is None or not opener.preps & {"of", "for"}:
        return False
    before = next((g for g in reversed(scene.groups) if g.at < group.left), None)
    return before is None or not any(s.kind == "speech" for s in before.senses)


def _makers(scene: Scene, naming: Naming, group: VerbGroup, who: int | None) -> None:
    """Take who concludes a text, and with whom, as its parties; whoever only brings it about as its mediator."""
    if broker := go_between(scene, group, naming.at):
        naming.mediator(*broker)
    elif (
        who is not None
        and not group.passive
        and scene.row.items[who].type != "place"
        and not _alone_without(scene, group, who)
    ):
        naming.party(*scene.row.actors(who))
    elif who is None and not group.passive:
        naming.party(*among(scene, group))
    found = arguments(scene.row, group.at, scene.groups, verb=True)
    for slot in ("with", "between"):
        for index in found.slots.get(slot, ())[:1]:
            if scene.row.items[index].raw not in scene.source.lexicon.language.agreements.witnesses:
                naming.party(*scene.row.actors(index))
                naming.beside = list(scene.row.actors(index)) if slot == "with" else naming.beside


def _alone_without(scene: Scene, group: VerbGroup, who: int) -> bool:
    """Tell whether one alone has not signed a text: it is others' ("le FACT n'a pas paraphé l'accord")."""
    return group.negated and len(scene.row.actors(who)) < _MANY


def _unsure(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether the clause of a verb need not come true ("if the talks lead to an accord")."""
    words = scene.source.lexicon.language.agreements.unsure
    for index in range(group.left - 1, max(-1, group.left - _OBJECT), -1):
        item = scene.row.items[index]
        if item.low in words and group.perfect is False:
            return True
        if item.low in _BREAKS or item.low == "," or item.word.flags & {"rel", "comp"} or auxiliary(item) is not None:
            return False
    return False


def _once_more(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb says that one text more is signed ("they also signed")."""
    words = scene.source.lexicon.language.agreements.also
    items = scene.row.items
    opening = items[0].low in words or " ".join(i.low for i in items[:2]) in words
    return opening or any(i.low in words for i in items[max(0, group.left - 2) : group.at + 2])


def _without(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb is what has not been done ("sans avoir signé")."""
    words = scene.source.lexicon.language.agreements.hypothetical
    return any(i.low in words or "neg" in i.word.flags for i in scene.row.items[max(0, group.left - 2) : group.left])
