"""Makes one word of a verb phrase that a day, an adverb or a place cuts in two: "a rompu [mardi] ses relations".

Joins a verb with the particle behind its object ("called the talks [off]"), and those who act with who leads them.

Makes one stretch of two days that follow each other ("les 5 et 6 mai"); takes away the quotation marks around a few words within a sentence: "une « opération spéciale » contre".
"""

from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from kg.events.items import Item
from kg.events.lexicon import Lexicon, Word
from kg.events.verbs import auxiliary
from kg.model import Date

__all__ = ["adjoin", "led", "rejoin", "settled", "unadorned", "unquoted"]

_GAP = 4
"""How many items may stand within a phrase."""
_QUOTED = 5
"""How many words in quotation marks are no quotation."""
_PAIR = 2
_SPLIT = 7
"""How many items the object may take between a verb and its particle."""
_QUOTES = {"«": "»", "“": "”", '"': '"'}
_HYPHENS = frozenset("-–‑")
_CHOSEN = 8
"""How many words in quotation marks may be a noun that goes on behind them ("suggested «a summit at the highest level» between …")."""


def adjoin(items: list[Item]) -> list[Item]:
    """Return the items of a sentence with one for two days in a row that "and" joins ("mercredi et jeudi")."""
    if len([item for item in items if item.date is not None]) < _PAIR:
        return items
    at = 0
    while at + 2 < len(items):
        first, second = items[at].date, items[at + 2].date
        if first is not None and second is not None and "and" in items[at + 1].word.flags and _follows(first, second):
            when = replace(first.when, edtf=f"{first.when.edtf}/{second.when.edtf}", latest=second.when.latest)
            items[at].date, items[at].end = replace(first, when=when), items[at + 2].end
            del items[at + 1 : at + 3]
        at += 1
    return items


def _follows(first: Date, second: Date) -> bool:
    """Tell whether one date is the day after another."""
    if first.granularity != "day" or second.granularity != "day" or first.when.modifier or second.when.modifier:
        return False
    end, start = first.when.latest, second.when.earliest
    return end is not None and start is not None and (start - end).days == 1


def unadorned(items: list[Item]) -> list[Item]:
    """Return the items of a sentence without the nationalities in a list of holders ("les présidents …, [iranien] X et [turc] Y")."""
    if "demonym" not in [item.form for item in items]:
        return items
    return [
        item
        for at, item in enumerate(items)
        if not (
            item.form == "demonym"
            and 0 < at < len(items) - 1
            and items[at + 1].type == "person"
            and items[at + 1].form != "demonym"
            and (items[at - 1].low == "," or "and" in items[at - 1].word.flags)
        )
    ]


def settled(items: list[Item]) -> list[Item]:
    """Return the items of a sentence, a people who live in another land as a mere word ("[Serbs] in Kosovo quit"): no state acts."""
    for at, item in [pair for pair in enumerate(items[:-2]) if pair[1].kind == "np"]:
        if items[at + 1].low == "$" and items[at + 1].start == item.end:  # "US$17bn": money, no state
            items[at] = Item("word", item.start, item.end, item.low)
        if item.form != "demonym" or item.type != "country" or "in" not in items[at + 1].word.preps:
            continue
        joined = at and items[at - 1].low in _HYPHENS  # "russo-[ukrainian] talks in Turkey"
        opens = not at or (items[at - 1].kind == "sign" and not joined) or "and" in items[at - 1].word.flags
        land = next((i for i in items[at + 2 : at + 4] if i.kind == "np"), None)
        if opens and land is not None and land.type == "country" and land.actors != item.actors:
            items[at] = Item("word", item.start, item.end, item.low)
    return items


def unquoted(items: list[Item]) -> list[Item]:
    """Return the items of a sentence without the marks around a noun or adjective that somebody else chose."""
    if _QUOTES.keys().isdisjoint([item.low for item in items]):
        return items
    out: list[Item] = []
    at = 0
    while at < len(items):
        closing = _QUOTES.get(items[at].low)
        if closing is not None and out:
            reach = range(at + 1, min(at + _CHOSEN + 2, len(items)))
            end = next((i for i in reach if items[i].low == closing), None)
            inside = items[at + 1 : end] if end is not None else []
            told = any(i.kind == "sign" or (i.word.verbs and not i.word.nouns) for i in inside)
            if end is not None and inside and not told and _one_phrase(out[-1], inside, items[end + 1 :][:1]):
                out += inside
                at = end + 1
                continue
        out.append(items[at])
        at += 1
    return out


def _one_phrase(before: Item, inside: list[Item], after: list[Item]) -> bool:
    """Tell whether what stands in quotation marks is a part of the sentence: a noun that an article or "between" outside belongs to."""
    if len(inside) <= _QUOTED and (_continues(before) or (auxiliary(before) is not None and inside[-1].word.nouns)):
        return True  # "had “frank talks”"
    if "det" in before.word.flags and inside[0].word.nouns:
        return True  # "une « visite d'amitié et de travail »"
    sides = bool(after) and bool(after[0].word.preps & {"between", "with"})
    return sides and "det" in inside[0].word.flags and any(item.word.nouns for item in inside)


def _continues(before: Item) -> bool:
    """Tell whether a noun phrase is still open behind an item: an article, a preposition, a noun or its adjective."""
    return before.kind == "word" and not before.word.verbs and not before.word.flags & {"comp", "sub", "according"}


def rejoin(items: list[Item], lexicon: Lexicon) -> list[Item]:
    """Return the items of a sentence, each cut phrase as one word where its verb stands, before what cut it."""
    particles = lexicon.language.grammar.objects.get("particles", ())
    for index in [i for i, item in enumerate(items) if item.kind == "word" and item.low.startswith(particles)][::-1]:
        _close_up(items, index, lexicon)
    at, last = 0, len(items) - 2
    while at < last:
        item, after = items[at], items[at + 1]
        if item.kind == "word" and lexicon.words[item.low][1]:  # it begins some phrase
            close = after.kind == "date" or after.word.flags & {"adv", "sep"} or after.word.preps
            cut = at + 1 if close else _cut_further(items, at, lexicon)
            if cut:
                _rejoin_at(items, at, cut, lexicon)
                last = len(items) - 2
        at += 1
    return items


def _close_up(items: list[Item], index: int, lexicon: Lexicon) -> None:
    """Make one phrase of a verb and the particle behind its object, if the language knows it ("called the summit [off]")."""
    part = items[index].low.partition(" ")[0]
    for at in range(index - 1, max(-1, index - 2 - _SPLIT), -1):
        item = items[at]
        phrases = lexicon.words[item.low][1] if item.kind == "word" else {}
        word = next((w for phrase, w in phrases.get(part, ()) if len(phrase) == _PAIR and w.verbs), None)
        if word is not None and at < index - 1 and _closes(items, index):
            item.word, item.low = word, f"{item.low} {part}"
            if items[index].low == part:
                del items[index]
            return
        acts = item.word.verbs and not (item.word.nouns or (at and items[at - 1].word.flags & {"det", "poss"}))
        if item.kind == "sign" or item.word.flags & {"comp", "sub", "rel", "to"} or acts:
            return


def _closes(items: list[Item], at: int) -> bool:
    """Tell whether a particle closes a phrase: nothing that it could govern stands behind it ("off [Cuba]", "down the pact")."""
    after = items[at + 1] if at + 1 < len(items) else None
    governs = items[at].low.count(" ") > 0  # "out of Iraq": the place it leaves
    return (
        governs
        or after is None
        or after.kind in ("sign", "date")
        or bool(after.word.preps or after.word.flags - {"det"})
    )


def led(items: list[Item], lexicon: Lexicon) -> list[Item]:
    """Return the items of a sentence with who leads a delegation beside it, and whom forces are loyal to in their place.

    "A Russian delegation [led by Lavrov] arrived" is read as "a Russian delegation [and Lavrov]", "forces [loyal to] Haftar"
    as "Haftar".
    """
    objects = lexicon.language.grammar.objects
    heads, loyal = objects.get("heads", ()), objects.get("loyal", ())
    at = 0
    while heads and at + 2 < len(items):
        opens, linked = items[at].low.rpartition(" ")[2], items[at + 1].low
        if opens in loyal and linked == "to" and (who := _name(items, at + 2)) is not None:
            first = max(0, at - (opens == items[at].low))
            if items[first].kind == "np" or items[first].low in lexicon.armed:
                del items[first:who]
        elif at and opens in heads and linked == "by" and (who := _name(items, at + 2)) is not None:
            _lead(items, at, who, lexicon)
        at += 1
    return items


def _lead(items: list[Item], at: int, who: int, lexicon: Lexicon) -> None:
    """Put who leads a delegation in its place, or beside it where it is named itself."""
    aside = items[at - 1].low == "," and at > 1
    head = at - 1 - aside
    if items[head].low.rpartition(" ")[2] not in lexicon.people:
        return
    if aside and who + 1 < len(items) and items[who + 1].low == ",":
        del items[who + 1]
    if items[head].kind == "np" and items[head].actors:
        joint = lexicon.language.grammar.and_[0]
        alone = lexicon.words[joint][0]
        items[head + 1 : who] = [msgspec.structs.replace(items[at], low=joint, word=alone)] if alone is not None else []
    else:
        del items[head:who]


def _name(items: list[Item], at: int) -> int | None:
    """Return the index of the name that a short phrase ends in ("its foreign minister, [X]")."""
    for index in range(at, min(at + 4, len(items))):
        if items[index].kind == "np":
            return index if items[index].actors else None
        if items[index].kind != "word" or items[index].word.verbs or items[index].word.preps:
            return None
    return None


def _cut_further(items: list[Item], at: int, lexicon: Lexicon) -> int:
    """Return where a day stands behind two or three words of a verb phrase ("mis fin [lundi] à", "mis un terme [lundi] à"), or 0."""
    if not items[at].word.verbs or items[at + 1].low not in lexicon.words[items[at].low][1]:
        return 0
    return next((i for i in range(at + 2, min(at + 4, len(items))) if items[i].kind == "date"), 0)


def _rejoin_at(items: list[Item], at: int, cut: int, lexicon: Lexicon) -> None:
    """Make one word of a verb phrase that begins at `at` and is cut at `cut`."""
    phrases = lexicon.words[items[at].low][1]
    if not phrases or items[at].word.nouns:  # "held [talks] in Geneva to …"
        return
    lead = [item.low for item in items[at + 1 : cut]]
    for start in _behind(items, cut):
        found = _longest(items, start, phrases, lead) if start < len(items) and items[start].kind == "word" else None
        if (
            found is not None
            and not _where(items, found[0], found[1])
            and not _asked(items[cut:start], found[1], lexicon)
        ):
            end, word, low = found
            items[at].word, items[at].low = word, f"{items[at].low} {low}"
            del items[start:end], items[at + 1 : cut]
            return


def _where(items: list[Item], at: int, phrase: Word) -> bool:
    """Tell whether a phrase that would end before a place says where something is: nobody goes there ("a tenu mardi [à] Paris")."""
    if at >= len(items) or items[at].type != "place" or "in" not in items[at - 1].word.preps:
        return False
    return not phrase.moves


def _asked(between: list[Item], phrase: Word, lexicon: Lexicon) -> bool:
    """Tell whether a capital within a phrase is who is asked to act ("a demandé [à Moscou] de partir")."""
    commands = lexicon.language.grammar.objects.get("commands", ())
    asks = (
        s.value == "proposed" or s.lemma.rpartition(" ")[0] in commands for s, _ in phrase.verbs if s.kind == "modality"
    )
    return any(i.kind == "np" for i in between) and any(asks)


def _behind(items: list[Item], at: int) -> Iterator[int]:
    """Yield the index behind each of the days, adverbs and places that stand at `at`."""
    start = at
    while at < len(items) and at - start < _GAP:
        item = items[at]
        if item.kind == "date" or (item.word.flags & {"adv", "sep"} and not item.word.verbs and not item.word.nouns):
            at += 1
        elif (item.word.preps and at + 1 < len(items) and items[at + 1].kind == "date") or (
            "in" in item.word.preps and at + 1 < len(items) and items[at + 1].kind == "np" and items[at + 1].place
        ):
            at += 2
        else:
            break
        yield at


def _longest(
    items: list[Item], start: int, phrases: dict[str, list[tuple[tuple[str, ...], Word]]], lead: list[str]
) -> tuple[int, Word, str] | None:
    """Return the end, word and text of the longest rest of a verb phrase that stands at `start`, behind the words of `lead`."""
    tokens = [*lead]
    ends: dict[int, int] = {}
    for index in range(start, min(start + 5, len(items))):
        if items[index].kind != "word":
            break
        tokens += items[index].low.split(" ")
        ends[len(tokens)] = index + 1
    for phrase, word in phrases.get(tokens[0], ()):
        size = len(phrase) - 1
        if word.verbs and size in ends and tuple(tokens[:size]) == phrase[1:]:
            return ends[size], word, " ".join(phrase[1:])
    return None
