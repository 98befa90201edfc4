"""What the words around an event noun say of its being: flags of its determiner, what it is for, what only may be."""

from kg.events.candidate import Scene
from kg.events.items import Item
from kg.events.lexicon import Sense
from kg.events.other_senses import conditional
from kg.events.status import Reality
from kg.events.verbs import VerbGroup, auxiliary, is_noun

__all__ = [
    "aim",
    "around",
    "closes",
    "described",
    "dreaded",
    "ended",
    "feared",
    "followed",
    "fruitless",
    "heralded",
    "hollow",
    "in_title",
    "mediated",
    "met_for",
    "names_other",
    "of_text",
    "one_of_texts",
    "provided",
    "supposed",
    "thought_of",
    "threatened",
    "untold",
    "weighed",
]

_AHEAD = 10
"""How many items behind a noun the verb may stand that says that it only may be."""
_JOINED = 3
"""How many items "and", what it joins and the noun behind are."""
_FEARED = 6
"""How far before a noun the word may stand that says that it is only feared."""
_UNTRUE = {False: frozenset({"feared"}), True: frozenset({"feared", "averted"})}
"""Classes of verbs of which what they bear on only may come, for other things and for violence."""
_UNTOLD = 5
"""How far behind a verb of speech stands what it speaks of."""
_ABOUT = 9
"""How far behind a text stands what it is about ("a deal on a final ceasefire and the disarmament …")."""


def supposed(scene: Scene, at: int, *, certain: bool = False) -> bool:
    """Tell whether a noun is the subject of what only may be ("talks could be on the table", "a truce would be a mistake").

    Where a conditional may also report hearsay ("les combats seraient intenses"), it says so only of what is aimed at
    (`certain`) and is valued behind it ("serait [une] faute").
    """
    items = scene.row.items
    before = next((i for i in reversed(items[:at]) if i.kind == "word" and not i.word.flags & {"det", "adv"}), None)
    if before is not None and before.word.preps:
        return False
    for index, item in enumerate(items[at + 1 : at + _AHEAD], at + 1):
        found = {s.value for s, _ in item.word.verbs if s.kind == "modality"}
        if found or (item.word.verbs and not is_noun(scene.row, index)):
            return found == {"possible"} or (not found and _would(scene, index, certain))
        text = any(s.kind == "treaty" for s in item.word.nouns)
        if item.kind == "sign" or item.word.flags & {"rel", "comp", "sub"} or (item.word.nouns and not text):
            return False
    return False


def _would(scene: Scene, at: int, certain: bool) -> bool:
    """Tell whether an auxiliary in the conditional says what an event would be or do ("[would] be a mistake")."""
    items = scene.row.items
    if auxiliary(items[at]) is None or ("cond" not in {tense for _, tense in items[at].word.verbs}):
        return False
    behind = next((i for i in items[at + 1 : at + 4] if auxiliary(i) is None and "adv" not in i.word.flags), None)
    if scene.hearsay:
        return certain and behind is not None and bool(behind.word.flags & {"det", "indef"})
    return behind is not None


def fruitless(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether an event is only said to have had no result ("talks failed to yield a deal"): it took place."""
    results = scene.source.lexicon.language.agreements.results
    denied = group.negated or group.modal in ("refused", "failed")
    return denied and group.time != "future" and any(s.lemma in results for s in group.senses)


def hollow(items: list[Item], group: VerbGroup) -> bool:
    """Tell whether a verb denies only what an event brought ("the talks produced [nothing]", "included [neither] a date …")."""
    after = items[group.at + 1] if group.at + 1 < len(items) else None
    return group.time == "past" and not group.passive and after is not None and "nobody" in after.word.flags


def ended(items: list[Item], at: int) -> bool:
    """Tell whether a noun says the end of what the next one tells ("la fin des combats", "an end to attacks")."""
    for index in range(at - 1, max(-1, at - 5), -1):
        flags = items[index].word.flags
        if "end" in flags:
            return True
        if not (items[index].word.preps or flags & {"det", "and", "all"}) and items[index].kind != "word":
            return False
    return False


def provided(items: list[Item], at: int, family: str) -> bool:
    """Tell whether a noun is what a text is about ("un accord sur le retrait", "a deal for the release"): it lies ahead.

    Talks are not what it is about where it is reached in them ("sealed the deal in a call").
    """
    linked = False
    for index in range(at - 1, max(-1, at - _ABOUT), -1):
        item = items[index]
        if any(s.kind == "treaty" for s in item.word.nouns):
            return linked
        if item.kind not in ("word", "quantity") or (item.word.verbs and not item.word.nouns):
            return False
        linked = linked or bool(
            item.word.preps & {"of", "on", "for"} or (item.word.preps == {"in"} and family != "talks")
        )
    return False


def aim(scene: Scene, at: int) -> bool:
    """Tell whether a noun is what something is for ("principles for [the signing] of a treaty"), and nobody is thanked for it."""
    for index in range(at - 1, max(-1, at - 3), -1):
        item = scene.row.items[index]
        if "for" in item.word.preps:
            before = [g for g in scene.groups if g.at < index]
            return not (before and any(s.kind == "speech" and s.value == "addressing" for s in before[-1].senses))
        if "det" not in item.word.flags:
            return False
    return False


def around(items: list[Item], at: int) -> frozenset[str]:
    """Return the flags of the determiner, adjectives and preposition of a noun, and of the adjective after it."""
    flags: set[str] = set()
    for index in range(at - 1, max(-1, at - 5), -1):
        item = items[index]
        if item.kind in ("np", "quantity"):
            continue
        if item.kind != "word" or item.word.nouns:
            break
        if "rel" in flags or ("det" in flags and not _before_article(item)):
            break  # "for worsening [the conflict]": "for" is not of the noun
        flags |= item.word.flags & {
            "det",
            "indef",
            "demo",
            "poss",
            "upcoming",
            "ended",
            "off",
            "put",
            "after",
            "during",
            "before",
            "all",
            "part",
            "neg",
            "rel",
        }
        if "neg" in item.word.flags and index and _highest(item, items[index - 1]):
            flags.discard("neg")
        if item.word.preps or item.word.verbs:
            if "of" in item.word.preps and index:  # "l'annulation [de] discussions"
                flags |= items[index - 1].word.flags & {"off", "put"}
                flags |= {"neg"} if _none(items, index) else set()
            break
    for item in items[at + 1 : at + 3]:
        if item.kind == "word" and not item.word.preps:
            flags |= item.word.flags & {"upcoming", "off", "put", "all", "part"}
        else:
            break
    return frozenset(flags)


def _none(items: list[Item], at: int) -> bool:
    """Tell whether a partitive stands behind a negation that denies that there is any ("[pas de] trêve", "n'y aura [pas de] pourparlers")."""
    if "partitive" not in items[at].word.flags or "neg" not in items[at - 1].word.flags:
        return False
    before = items[at - 2] if at > 1 else None
    return before is None or before.kind == "sign" or auxiliary(before) is not None or "adv" in before.word.flags


def _before_article(item: Item) -> bool:
    """Tell whether a word may stand before the article of a noun: a preposition, "all", another article, no unknown verb."""
    return bool(item.word.flags or item.word.preps or item.word.verbs or not item.low.isalpha())


def _highest(item: Item, before: Item) -> bool:
    """Tell whether a word that may deny makes a superlative ("la plus importante", "leur plus long")."""
    return "det" not in item.word.flags and bool(before.word.flags & {"det", "poss"})


def feared(scene: Scene, at: int) -> bool:
    """Tell whether a noun is what only may come, or is lacking ("fears of [war]", "on the brink of [war]", "no risk of an attack")."""
    return _hangs_on(scene, at, "feared")


def dreaded(scene: Scene, at: int, *, violent: bool) -> bool:
    """Tell whether a noun is what somebody fears or warns of ("craint [une attaque]"), or violence that is averted ("prévenir [une guerre]")."""
    group = next((g for g in reversed(scene.groups) if g.at < at), None)
    if group is None or not any(s.kind == "governor" and s.value in _UNTRUE[violent] for s in group.senses):
        return False
    between = scene.row.items[group.at + 1 : at]
    return len(between) <= _FEARED and not any(
        i.kind == "sign" or i.word.preps - {"of"} or i.word.flags & {"rel", "comp", "sub"} for i in between
    )


def thought_of(scene: Scene, at: int) -> bool:
    """Tell whether a noun is what somebody needs, has in mind or moves to ("the need for [a truce]", "un pas vers [un retrait]")."""
    if _hangs_on(scene, at, "appeals", "in", "for"):  # "un appel [au] retrait"
        return True
    return _hangs_on(scene, at, "thoughts") or _hangs_on(scene, at, "steps", "to")


def _hangs_on(scene: Scene, at: int, kind: str, *links: str) -> bool:
    """Tell whether a noun hangs on one of some words by "of" or "for", or by one of `links`."""
    words = scene.source.lexicon.language.grammar.objects.get(kind, ())
    linked, first, items = False, max(0, at - _FEARED), scene.row.items
    for index in range(at - 1, first - 1, -1) if words else ():
        item = items[index]
        several = " " in item.low
        if several and any(s.kind == "governor" for s, _ in item.word.verbs) and not _owned(items, index):
            return False  # "Turkey [hopes for] talks": wanted
        if item.low in words or (several and any(part in words for part in item.low.split(" "))):
            subject = index > first and items[index - 1].kind == "np" and not _owned(items, index)
            asks = subject and any(tense == "pres" for _, tense in item.word.verbs)
            return not asks and (linked or several)  # not "Moscou [demande] le report du sommet"
        if item.word.preps:
            if linked and "of" in item.word.preps and items[index + 1].kind == "np":
                continue  # "les appels [du Tchad] à une trêve"
            if linked or item.word.preps.isdisjoint(links or ("of", "for")):
                return False
            linked = True
        elif item.kind not in ("word", "np") or (linked and item.word.verbs):
            return False
    return False


def _owned(items: list[Item], at: int) -> bool:
    """Tell whether a word that may be a verb is somebody's, or a noun behind its article ("Chad's [calls for] a truce", "its [call for] talks")."""
    flags = items[at - 1].word.flags if at else frozenset()
    return bool(flags & {"own", "poss"}) or flags == {"det"} or {"det", "indef"} <= flags


def threatened(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether somebody only threatens to do what a verb says ("[threatened to] call off the talks")."""
    threats = scene.source.lexicon.language.verbs_of("threat")
    inside = (s for item in scene.row.items[group.left : group.at] for s, _ in item.word.verbs)
    return any(s.kind == "modality" and s.lemma.startswith(threats) for s in inside)


def untold(scene: Scene, at: int, flags: set[str]) -> bool:
    """Tell whether a noun is only what somebody does not speak of ("said nothing of [a truce]"); "the truce" there still is one."""
    before = next((g for g in reversed(scene.groups) if g.at < at), None)
    if (flags & {"det", "poss", "demo"} and "indef" not in flags) or before is None or at - before.at > _UNTOLD:
        return False
    between = scene.row.items[before.at + 1 : at]
    if any(item.kind != "word" for item in between) or not any(s.kind == "speech" for s in before.senses):
        return False
    words = scene.source.lexicon.language.grammar.objects.get("untold", ())
    mentions = before.negated and not any(
        s.kind == "governor" for s in before.senses
    )  # "did not announce a truce": none
    return mentions or any(item.low in words for item in scene.row.items[before.left - 1 : at])


def closes(scene: Scene, group: VerbGroup) -> bool:
    """Tell whether a verb says that forces are there no longer ("their military presence [ends]")."""
    words = scene.source.lexicon.language.grammar.objects.get("closing", ())
    return any(s.lemma in words for s in group.senses)


def described(scene: Scene, at: int, name: str) -> bool:
    """Tell whether an adjective of a list stands before a noun, another one between at the most ("a [diplomatic] offensive")."""
    words = scene.source.lexicon.language.grammar.objects.get(name, ())
    after = scene.source.lexicon.language.names.demonym_after  # where adjectives stand behind their noun
    beside = scene.row.items[at + 1 : at + 2] if after else scene.row.items[max(0, at - 2) : at]
    return any(item.low in words for item in beside)


def heralded(scene: Scene, at: int) -> bool:
    """Tell whether a signing is only what an announcement is of ("[l'annonce de] la signature"): it may be still to come."""
    return _hangs_on(scene, at, "heralds")


def names_other(scene: Scene, at: int) -> bool:
    """Tell whether a noun only says what kind of thing the next one is ("[negotiation] experience", "[ceasefire] and hostage talks")."""
    words = scene.source.lexicon.language.grammar.objects.get("compounds", ())
    behind = scene.row.items[at + 1 : at + 4]
    return bool(behind) and (behind[0].low in words or _joined_before(behind))


def _joined_before(behind: list[Item]) -> bool:
    """Tell whether "and" joins a noun to what stands before another ("[and] hostage talks", "[and] hostage deal"), no article between."""
    if "and" not in behind[0].word.flags or len(behind) < _JOINED or behind[0].word.flags & {"det", "but"}:
        return False
    kind, head = behind[1:]
    if any(s.kind == "treaty" for s in kind.word.nouns):
        return " " in kind.low
    plain = kind.kind == "word" and kind.low.isalpha() and not (kind.word.flags or kind.word.preps or kind.word.verbs)
    return plain and not kind.word.nouns and any(_talks_or_text(s) for s in head.word.nouns)


def _talks_or_text(sense: Sense) -> bool:
    return sense.kind == "treaty" or (sense.kind == "event" and sense.value in ("negotiation", "meeting"))


def one_of_texts(scene: Scene, at: int) -> bool:
    """Tell whether a truce is one of several texts that are named before ("signed several agreements, including a [truce]")."""
    items, words = scene.row.items, scene.source.lexicon.language.agreements.among
    opener = at - 1
    while (
        opener > 0 and items[opener].kind == "word" and items[opener].low not in words and not items[opener].word.preps
    ):
        opener -= 1
    if opener < 1 or items[opener].low not in words:
        return False
    before = opener - 1 - (items[opener - 1].low == ",")
    return before >= 0 and any(s.kind == "treaty" for s in items[before].word.nouns)


def weighed(scene: Scene, at: int) -> bool:
    """Tell whether a noun is the object of a verb that says on what condition something would be ("whether it leads to a [withdrawal]")."""
    group = next((g for g in reversed(scene.groups) if g.at < at and g.finite), None)
    if group is None or not conditional(scene, group):
        return False
    return not any(i.kind == "sign" or i.word.flags & {"rel", "comp", "sub"} for i in scene.row.items[group.at : at])


def met_for(scene: Scene, at: int) -> bool:
    """Tell whether people have met for the talks that a noun tells ("gathered in Doha [for peace talks]"): these were held."""
    before = next((g for g in reversed(scene.groups) if g.at < at), None)
    if before is None or not before.finite or scene.reality[before.at].status != "occurred":
        return False
    meets = any(s.kind == "event" and s.value == "meeting" for s in before.senses)
    between = scene.row.items[before.at + 1 : at]
    return meets and not any(i.kind == "sign" or i.word.flags & {"rel", "comp", "sub"} for i in between)


def followed(scene: Scene, at: int, main: Reality | None) -> Reality | None:
    """Return how real a noun is whose clause says what came next, or is to ("fought before [a truce] ended it", "avant qu'[un accord] ne soit signé")."""
    items, words = scene.row.items, scene.source.lexicon.language.grammar.not_before
    opener = next((i for i in range(at - 1, max(-1, at - _FEARED), -1) if "sub" in items[i].word.flags), None)
    if opener is None or items[opener].low not in words or any(i.word.verbs for i in items[opener + 1 : at]):
        return None
    group = next((g for g in scene.groups if g.left > at and g.time != "participle"), None)
    if group is None or not group.finite or group.modal is not None:
        return None
    if any(i.kind == "sign" or i.word.flags & {"rel", "comp", "sub"} for i in items[at : group.left]):
        return None
    told = group.time == "past" or "before" not in items[opener].word.flags  # "before talks begin" are still to come
    if told and main is not None and main.status == "occurred" and not group.negated:
        return Reality("occurred")
    return Reality("planned", factuality="PRplus")


def in_title(scene: Scene, at: int) -> bool:
    """Tell whether a noun is a part of the title of a text ("the Declaration for [Dialogue] and Peace")."""
    items, text = scene.row.items, scene.source.reading.article.text
    capital = text[items[at].start].isupper() and scene.source.lexicon.language.grammar.word_order is None
    if not capital or scene.row.sentence.segment == "title":
        return False
    for item in reversed(items[max(0, at - _FEARED) : at]):
        if item.kind == "treaty" or any(s.kind == "treaty" for s in item.word.nouns):
            return text[item.start].isupper() and items[at - 1] is not item
        if not (item.word.preps or "and" in item.word.flags or (item.kind == "word" and text[item.start].isupper())):
            return False
    return False


def mediated(scene: Scene, at: int) -> Reality | None:
    """Return how real talks are that somebody mediates: as real as that ("has offered to mediate [talks] between X and Y")."""
    group = next((g for g in reversed(scene.groups) if g.at < at), None)
    told = group is not None and any(s.kind == "event" and s.value == "mediation" for s in group.senses)
    if group is None or not told or group.passive:
        return None
    plain = all(i.kind == "word" and not i.word.verbs and not i.word.preps for i in scene.row.items[group.at + 1 : at])
    reality = scene.reality[group.at]
    return reality if plain and reality.status in ("planned", "proposed", "denied") else None


def of_text(scene: Scene, at: int) -> bool:
    """Tell whether a noun is the second thing that a text is of ("l'accord politique de paix et de [réconciliation]"): nobody did it."""
    items, joint = scene.row.items, False
    for item in reversed(items[max(0, at - _FEARED) : at]):
        if item.kind == "treaty" or any(s.kind == "treaty" for s in item.word.nouns):
            return joint
        joint = joint or "and" in item.word.flags
        if item.kind != "word" or item.word.verbs or not (item.word.preps <= {"of"}) or "det" in item.word.flags:
            return False
    return False
