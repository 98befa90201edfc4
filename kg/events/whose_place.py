"""Which place is an event's: the nearest that is not what it is about, whose it is, where it leads or where something else happens."""

from collections.abc import Callable

from kg.events.borders import undergoes
from kg.events.candidate import Candidate, Details, Scene
from kg.events.items import Item
from kg.events.lexicon import CONCERTED, Sense, frames

__all__ = ["places"]

_HYPHENS = frozenset("-–‑")
_ASIDE = frozenset({"about", "against", "between", "by", "for", "with"})
"""Slots in which a place is what something is about, or who is meant by it."""

_MET = frozenset({"talks", "visit", "agreement", "speech"})
"""Families of what people come together for, which is not where the thing is that they speak of."""
_BORDERING = frozenset({"of", "with", "between"})
_FROM = 4
"""How far before a place the "from" may stand that says who comes from there."""
_MATTER = 5
"""How far before a place the thing may stand that it is of."""


def places(scene: Scene, out: dict[int, Details], nearest: Callable[[int], tuple[int, int] | None]) -> None:
    """Give each event its place: one that it has beside it, else one of which it is the `nearest` (cost and index, by item)."""
    items = scene.row.items
    taken: set[int] = set()
    for index, event in enumerate(scene.found):
        for at in event.places:
            place = _place(scene, at)
            known = place is not None and not (_posted(scene, at) or _sides_of(scene, at))
            known = known and not ((_discussed(scene, at) and not items[at].prep) or _bordered(scene, at))
            known = known and not _called_by(scene, at)
            known = known and (event.at == at + 1 or not _of_noun(items, at)) and not _of_text(items, event, at)
            if known and not _others(scene, event, at):
                taken.add(at)
                if out[index].place is None:
                    out[index].place = place
    for at in scene.row.names:
        item = items[at]
        if (
            at not in taken
            and item.place
            and (item.prep & {"in", "to", "from"} or not (item.actors or item.prep & _ASIDE or _attribute(items, at)))
            and not (_posted(scene, at) or _sides_of(scene, at) or _discussed(scene, at) or _bordered(scene, at))
            and not (undergoes(items, at) or _called_by(scene, at))
        ):
            best = _beside(scene, at) or (None if _of_noun(items, at) else nearest(at))
            if best is None or out[best[1]].place is not None:
                continue
            event = scene.found[best[1]]
            frame = frames()[event.type]
            away = item.prep == {"from"} and (item.type == "place" or frame.family in _MET)
            if frame.placeless or ("from" in frame.places and item.type == "place") or away:
                continue  # "flew [from Kigali] for talks with X"
            if not (
                _others(scene, event, at)
                or _of_text(items, event, at)
                or _of_another(scene, event, at)
                or _come_from(items, event, at)
            ):
                out[best[1]].place = item.place


def _of_noun(items: list[Item], at: int) -> bool:
    """Tell whether a bare place stands right before a noun of violence that tells no event here ("agreed to pause the [Gaza] war")."""
    behind = items[at + 1] if at + 1 < len(items) and not items[at].prep else None
    return behind is not None and any(
        s.kind == "event" and frames()[s.value].family == "violence" for s in behind.word.nouns if not behind.word.verbs
    )


def _of_text(items: list[Item], event: Candidate, at: int) -> bool:
    """Tell whether a bare place only names a text, which is no place of a deed ("freed 200 prisoners under the [Abidjan] agreement")."""
    nouns = items[at + 1].word.nouns if event.at < at < len(items) - 1 else ()
    if not nouns or frames()[event.type].family in ("agreement", "talks", "speech"):
        return False
    return any(sense.kind == "treaty" for sense in nouns)


def _others(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a place is what an event is about, of another clause, or where something leads ("an offensive along a road [to China]")."""
    prep = scene.row.items[at].prep
    leads = at > event.at and "to" in prep and "in" not in prep and "to" not in frames()[event.type].places
    apart = _topic(scene, event, at) or _elsewhere(scene, event, at) or _about(scene, event, at)
    return leads or apart or _of_matter(scene, event, at)


def _of_another(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a place is of what somebody does or says at an event, or wants of it ("ended with X inviting Y [to India]")."""
    last = max((i for i in event.anchors if i < at), default=at)
    inner = (g for g in scene.groups if last < g.at < at)
    return any(g.time in ("infinitive", "gerund") and not g.finite for g in inner)


def _about(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a place stands with the thing that is discussed ("discussed the situation [in Syria]")."""
    if event.rule.removeprefix("verb:") not in scene.source.lexicon.language.grammar.discuss or at - 2 <= event.at:
        return False
    items = scene.row.items
    thing, link = items[at - 2], items[at - 1]
    return thing.kind == "word" and bool(link.word.preps) and not (thing.word.flags or thing.word.preps)


def _of_matter(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a place is of the thing that people meet about ("a meeting on the situation [in Gaza]", "amid a war [in Syria]")."""
    if frames()[event.type].family not in _MET:
        return False
    items, matters = scene.row.items, scene.source.lexicon.language.grammar.objects.get("matters", ())
    for item in reversed(items[max(0, at - _MATTER) : at]):
        own = item is items[event.at]
        if item.low in matters or (not own and any(_happens(s) for s in item.word.nouns)):
            return True
        if item.kind != "word" or item.word.verbs or item.word.nouns or item.word.flags & {"and", "rel", "comp", "sub"}:
            return False
    return False


def _happens(sense: Sense) -> bool:
    """Tell whether a noun is of an event that is no meeting of people."""
    return sense.kind == "event" and frames()[sense.value].family not in _MET


def _bordered(scene: Scene, at: int) -> bool:
    """Tell whether a state is one that a border is of ("left the border of [X] and [Y]"): what happens there is in neither."""
    items, borders = scene.row.items, scene.source.lexicon.language.grammar.objects.get("borders", ())
    first = scene.row.members(at)[0] - 1
    while first > 1 and "det" in items[first].word.flags and not items[first].word.preps:
        first -= 1
    return first > 0 and bool(items[first].word.preps & _BORDERING) and items[first - 1].low in borders


def _called_by(scene: Scene, at: int) -> bool:
    """Tell whether a region only says what land is meant ("in the [Caribbean] nation"): which one, it does not say."""
    lands = scene.source.lexicon.language.grammar.objects.get("lands", ())
    behind = scene.row.items[at + 1 : at + 2]
    return not scene.row.items[at].actors and bool(behind) and behind[0].low in lands


def _come_from(items: list[Item], event: Candidate, at: int) -> bool:
    """Tell whether a place is where those come from who do something ("[officials] from X urged talks"): not where they do it."""
    opener = next(
        (i for i in range(at - 1, max(-1, at - _FROM), -1) if items[i].word.preps or items[i].kind != "word"), 0
    )
    if at > event.at or not opener or items[opener].word.preps.isdisjoint({"from"}):
        return False
    before = items[opener - 1]
    return before.low.isalpha() and not (before.word.verbs or before.kind == "date")


def _beside(scene: Scene, at: int) -> tuple[int, int] | None:
    """Return the event of the noun right behind a bare place ("since the [Mumbai] attacks"): nothing else was there."""
    if scene.row.items[at].prep:
        return None
    return next(((0, i) for i, e in enumerate(scene.found) if e.at == at + 1 and e.rule.startswith("noun:")), None)


def _elsewhere(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a place stands in another clause behind an event ("met for the first time since a row over [Kashmir] began")."""
    items, last = scene.row.items, max(event.anchors)
    amid = scene.source.lexicon.language.grammar.objects.get("amid", ())
    between = range(last + 1, at)
    apart = any("sub" in items[i].word.flags or _occasion(items, i, at, amid) for i in between)
    return frames()[event.type].family != "speech" and apart


def _occasion(items: list[Item], at: int, stop: int, amid: tuple[str, ...]) -> bool:
    """Tell whether a word says after or amid what else something happens, a place being that of the latter ("spoke following clashes in [Gaza]")."""
    first = items[at + 1] if at + 1 < stop else None
    noun = first is not None and first.kind == "word" and not (first.word.preps or first.word.flags & {"det", "adv"})
    return noun and (items[at].low in amid or ("after" in items[at].word.flags and not items[at].word.nouns))


def _posted(scene: Scene, at: int) -> bool:
    """Tell whether a place is where somebody is posted ("the envoy to Delhi"): nothing else is there."""
    items = scene.row.items
    envoys = scene.source.lexicon.language.grammar.objects.get("envoys", ())
    before = next((i for i in range(at - 1, max(-1, at - 4), -1) if "to" in items[i].word.preps), 0)
    return before > 0 and items[before - 1].low in envoys


def _discussed(scene: Scene, at: int) -> bool:
    """Tell whether a place is what is talked about ("met to discuss [Gaza]")."""
    before = scene.row.items[at - 1].word.verbs if at else ()
    discuss = scene.source.lexicon.language.grammar.discuss
    return any(s.lemma in discuss for s, _ in before)


def _sides_of(scene: Scene, at: int) -> bool:
    """Tell whether names joined before an event noun say whose it is ("the [Kosovo and Serbia] dialogue", "[Belgrade]-Pristina talks")."""
    items, last = scene.row.items, scene.row.members(at)[-1] + 1
    joined = len(scene.row.members(at)) > 1 and last < len(items)
    if joined and any(s.kind == "event" for s in items[last].word.nouns):
        return True
    behind = items[at + 1 : at + 3]
    return len(behind) > 1 and behind[0].low in _HYPHENS and behind[1].kind == "np" and behind[0].start == items[at].end


def _attribute(items: list[Item], at: int) -> bool:
    """Tell whether a place only says which states or people are meant ("two [Gulf] monarchies")."""
    behind = items[at + 1 : at + 3]
    if behind and "own" in behind[0].word.flags:  # "one of [Asia]'s oldest insurgencies"
        return True
    if not behind or behind[0].kind != "word" or behind[0].start != items[at].end + 1:
        return False
    word = behind[0].word
    noun = not word.verbs or (len(behind) > 1 and bool(behind[1].word.verbs))  # "Gulf states signed"
    noun = noun or (at > 0 and {"det"} == items[at - 1].word.flags & {"det", "adv"})  # "the [Kashmir] dispute"
    return noun and not (word.flags or word.preps or word.nouns)


def _topic(scene: Scene, event: Candidate, at: int) -> bool:
    """Tell whether a place is what talks or a text are about ("leur différend sur le Karabakh"), not where they are."""
    item, language = scene.row.items[at], scene.source.lexicon.language
    if frames()[event.type].family == "agreement" and (item.prep == {"to"} or _given(scene, at)):
        return True  # "signed a treaty handing the islands [to Mauritius]"
    return frames()[event.type].family in CONCERTED and item.raw in language.agreements.about


def _given(scene: Scene, at: int) -> bool:
    """Tell whether a state is whom something is given, not where ("donne à [l'Éthiopie] un accès", not "en Éthiopie")."""
    item, grammar = scene.row.items[at], scene.source.lexicon.language.grammar
    dative = (
        item.type == "country" and item.raw in grammar.datives and item.low not in grammar.objects.get("islands", ())
    )
    return dative and "det" in scene.row.items[at - 1].word.flags


def _place(scene: Scene, at: int) -> str | None:
    item = scene.row.items[at]
    if item.place or item.literal:
        return item.place or item.literal
    return item.actors[0] if item.type == "country" and item.actors else None
