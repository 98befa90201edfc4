"""Verb groups: a verb with its auxiliaries, its tense, voice and mood, and whether a form is a verb at all."""

import msgspec

from kg.events.bare_forms import bare_time
from kg.events.items import ADVERB, Item, Row
from kg.events.lexicon import Sense

__all__ = ["VerbGroup", "auxiliary", "behind_article", "is_noun", "verb_group", "verb_groups"]

_QUOTES = frozenset('«»“”"')
_WITH_GERUND = frozenset({"planned", "refused", "failed"})
"""Modalities that a gerund may follow ("ruled out [meeting] X", "stopped short of [recognising] Y", "close to [signing]")."""
_NOBODY = 6
"""How far before a verb "nobody" may stand."""
_OBJECT = 6
"""How far behind an auxiliary the noun may stand that it has as its object."""
_ASIDE = 6
"""How many items a parenthesis within a verb may have."""


class VerbGroup(msgspec.Struct):
    """A verb with its auxiliaries, from `left` to `at`."""

    at: int
    left: int
    senses: list[Sense]
    time: str
    """past present future conditional infinitive gerund participle."""
    passive: bool = False
    negated: bool = False
    reflexive: bool = False
    perfect: bool = False
    modal: str | None = None
    """planned proposed possible refused failed denied done."""
    modal_time: str = ""
    weak: bool = False
    """Half of a negation stands before it ("ne"); the other half must follow."""
    modal_at: int = -1
    hedge: str | None = None
    finite: bool = True
    marker: str = ""
    progressive: bool = False
    """Whether its form says that it is going on ("is withdrawing")."""
    twin: bool = False
    """True where it shares auxiliary and voice with the verb before ("ont été arrêtés et [expulsés]")."""


def auxiliary(item: Item) -> tuple[str, str] | None:
    """Return (auxiliary, tense) of an item that is one; a form of two tenses is the finite one."""
    return item.word.aux


def is_noun(row: Row, at: int) -> bool:
    """Tell whether a form that may be a noun or a verb is a noun here."""
    items = row.items
    item = items[at]
    if not item.word.nouns:
        phrases = row.lexicon.language.names.demonym_after
        if at > 0 and (behind_article(items[at - 1], item, phrases=phrases) or _behind_compound(items, at)):
            return True
        if at > 0 and "according" in items[at - 1].word.flags and not items[at - 1].word.verbs:
            return True  # "quoted by [state] media"
        return item.low in row.lexicon.language.speech.reports and _reported(items, at)
    if all(sense.kind in ("modality", "aux") for sense, _ in item.word.verbs):
        return True
    before = items[at - 1] if at else None
    after = items[at + 1] if at + 1 < len(items) else None
    if after is not None and after.form == "demonym" and row.lexicon.language.names.demonym_after:
        return not (before is not None and (before.word.aux or before.word.flags & {"refl", "rel", "he", "they"}))
    if before is None:
        return after is None or not (after.kind == "np" or "det" in after.word.flags)
    flags = before.word.flags
    if before.kind == "quantity" or flags & {"det", "poss", "demo", "own", "upcoming", "ended", "all", "part"}:
        return "refl" not in flags
    if before.word.aux or "refl" in flags or "rel" in flags or before.word.modality:
        return False
    if "adv" in flags and at > 1 and items[at - 2].word.aux and any(tense == "part" for _, tense in item.word.verbs):
        return False  # "étaient également [arrivées] à Astana"
    if "to" in flags:
        if before.word.preps and not any(tense == "inf" for _, tense in item.word.verbs):
            return True  # "an end to attacks"
        return not (
            (after is not None and (after.kind == "np" or "det" in after.word.flags)) or before.low in {"to", "zu"}
        ) and bool(before.word.preps)
    if before.word.preps:  # "after meeting X" is a verb, "after meeting" a noun
        gerund = after is not None and any(tense == "ger" for _, tense in item.word.verbs)
        named = after is not None and after.kind == "np" and bool(after.actors or after.place)
        return not (gerund and after is not None and (named or after.word.flags >= {"det"}))
    if before.kind == "np":
        if after is not None and after.word.aux and all(tense == "ger" for _, tense in item.word.verbs):
            return True  # "a Putin-Xi [meeting] is planned"
        if before.form == "demonym" or before.prep:
            return not (after is not None and after.kind == "np")
        return after is not None and (bool(after.word.preps) or after.kind == "sign") and not _finite_only(item)
    if before.low == "," and after is not None and after.kind == "quantity":
        return False  # "stormed a hotel, killing 20 people"
    if after is not None and after.word.flags & {"comp", "rel"} and all(t == "ger" for _, t in item.word.verbs):
        return True  # "to end [fighting] that has killed thousands"
    return not (after is not None and (after.kind == "np" or "det" in after.word.flags))


def _reported(items: list[Item], at: int) -> bool:
    """Tell whether a form stands behind a verb and opens a clause: it names what others say ("rejected [claims] that …")."""
    opens = at + 1 < len(items) and "comp" in items[at + 1].word.flags
    return (
        opens
        and at > 0
        and (bool(items[at - 1].word.verbs) or items[at - 1].kind == "word")
        and items[at - 1].kind != "np"
        and not items[at - 1].word.aux
    )


def behind_article(before: Item, item: Item, *, phrases: bool = True) -> bool:
    """Tell whether a participle is a noun behind its article ("l'[armée]", "the [accused]", "la [mise en œuvre]").

    Where adjectives stand before their noun, a phrase of several words may be one ("the [called off] talks").
    """
    bare = (phrases or " " not in item.low) and all(tense == "part" for _, tense in item.word.verbs)
    return bare and bool(item.word.verbs) and "det" in before.word.flags


def _behind_compound(items: list[Item], at: int) -> bool:
    """Tell whether a form without an ending stands behind an article and an adjective in two parts ("a five-point [plan]")."""
    before = items[at - 1]
    base = " " not in items[at].low and any(tense == "inf" for _, tense in items[at].word.verbs) and "-" in before.low
    return base and at > 1 and before.kind == "word" and "det" in items[at - 2].word.flags


def _finite_only(item: Item) -> bool:
    return all(tense in ("past", "fut", "cond", "part") for _, tense in item.word.verbs)


def verb_groups(row: Row) -> list[VerbGroup]:
    """Return the verb groups of a sentence, in text order."""
    out: list[VerbGroup] = []
    for at in row.verbs:
        item = row.items[at]
        senses = [(s, t) for s, t in item.word.verbs if s.kind not in ("aux", "modality")]
        if not senses or is_noun(row, at):
            continue
        if item.word.aux and not _light(row, at):
            senses = [(s, t) for s, t in senses if not (s.kind == "governor" and s.value == "light")]
            if not senses:
                continue
        group = verb_group(row, at, senses)
        if group is not None:
            while out and out[-1].at >= group.left:  # an auxiliary read as a verb of its own
                out.pop()
            out.append(group)
    return out


def _light(row: Row, at: int) -> bool:
    """Tell whether an auxiliary is a verb of its own here: it has an object, with adjectives before it or none."""
    described = False
    for index, item in enumerate(row.items[at + 1 : at + _OBJECT], at + 1):
        flags = item.word.flags
        if "adv" in flags or item.kind == "date" or "in" in item.word.preps:
            continue
        plain = item.kind == "word" and not (flags or item.word.preps or item.word.verbs or item.word.nouns)
        if plain or (described and "and" in flags):
            described = True  # "had [frank and useful] talks"
            continue
        if described:
            return bool(item.word.nouns) and is_noun(row, index)
        return item.kind == "quantity" or "det" in flags or bool(item.word.nouns)
    return False


def verb_group(row: Row, at: int, senses: list[tuple[Sense, str]]) -> VerbGroup | None:
    """Return the verb group whose main verb stands at `at`, or None where the form is no verb there."""
    items = row.items
    group = VerbGroup(at, at, [], "")
    auxes: list[tuple[str, str]] = []
    left = at - 1
    while left >= 0:
        item = items[left]
        flags = item.word.flags
        modal = item.word.modality
        if (aux := item.word.aux) is not None and group.marker and not auxes and group.modal is None:
            break  # "the aim [is] to sign": a verb of its own
        if aux is not None:
            auxes.append(aux)
            group.negated = group.negated or "neg" in flags  # "won't"
        elif modal is not None and (group.modal is None or modal[0] == "possible"):
            group.modal, group.modal_time, group.modal_at = *modal, left
            group.negated = group.negated or "neg" in flags  # "ont pas réussi à" is one word
            group.hedge = item.low if "hedge" in flags else group.hedge  # "semblent avoir signé"
        elif "refl" in flags:
            group.reflexive |= group.modal is None  # "s'apprête à signer": not part of the verb itself
        elif "neg" in flags and not _step(items, left):
            group.negated = True
        elif "ne" in flags:
            group.weak = True
        elif "hedge" in flags:
            group.hedge = item.low
        elif item.word is ADVERB and left and "det" in items[left - 1].word.flags:
            break  # "le [gouvernement] a dit": a noun that ends as adverbs do
        elif flags & {"adv", "clitic"} or (flags & {"all", "part"} and item.low.endswith(row.lexicon.adverbs)):
            pass
        elif "to" in flags and not group.marker and (not auxes or auxes[-1][1] == "inf"):
            group.marker = item.low
        elif item.low == "," and (aside := _aside(items, left)) is not None:
            left = aside  # "a[, lui,] appelé"
        elif _inserted(items, left) or (left == at - 1 and _second(items, left)):
            pass
        else:
            _opened(row, group, left, auxes)
            break
        group.left = left
        left -= 1
    if group.modal_time == "inf" and not (auxes or group.marker) and _present(items[group.modal_at]):
        group.modal_time = "pres"  # "X and Y [continue to] fight"
    return _resolve(row, group, senses, auxes)


def _opened(row: Row, group: VerbGroup, left: int, auxes: list[tuple[str, str]]) -> None:
    """Take in what opens a verb group: the end of a phrase before it, an article that is an object, a day within a promise."""
    items, item = row.items, row.items[left]
    if item.word.verbs and " " in item.low and _forswears(row, item):  # "undertakes not to" is one word
        group.negated, group.marker = True, item.low.rpartition(" ")[2]
    elif " " in item.low and left == group.at - 1 and item.word.verbs and is_noun(row, left):
        last = item.low.rpartition(" ")[2]  # "appelle les [parties à] négocier"
        group.marker = last if last in row.lexicon.language.grammar.infinitive_markers else ""
    if auxes and auxes[-1][1] == "inf" and _bears(row, item):
        group.marker, group.left = item.low.split(" ")[0], left
    if group.left == group.at and (opener := _opener(items, left)) is not None:
        group.marker = item.low
        if opener[0] in ("done", "refused", "failed"):  # what is promised is told by the promise
            group.modal, group.modal_time = opener


def _present(item: Item) -> bool:
    """Tell whether a verb before another has one form for the infinitive and the present."""
    return any(s.kind == "modality" and tense == "pres" for s, tense in item.word.verbs)


def _step(items: list[Item], at: int) -> bool:
    """Tell whether a word that may deny is a noun or a comparison behind its article ("emboîter [le pas]", "la plus")."""
    before = at - 1
    word = items[before].word
    if at > 1 and not word.verbs and items[before].kind == "word" and "ne" not in word.flags:
        before -= "det" not in items[before].word.flags  # "le premier pas"
    return at > 0 and "det" in items[before].word.flags and "det" not in items[at].word.flags


def _bears(row: Row, item: Item) -> bool:
    """Tell whether an item is what opens an infinitive with its object, read as an article ("accuse X [de l']avoir attaqué")."""
    grammar, words = row.lexicon.language.grammar, item.low.split(" ")
    return len(words) > 1 and words[0] in grammar.infinitive_markers and words[-1] in grammar.object_pronouns


def _forswears(row: Row, item: Item) -> bool:
    """Tell whether a verb phrase denies the infinitive that it opens ("[undertakes not to] attack")."""
    grammar, words = row.lexicon.language.grammar, item.low.split(" ")
    return words[-1] in grammar.infinitive_markers and not set(grammar.negations).isdisjoint(words)


def _aside(items: list[Item], comma: int) -> int | None:
    """Return where a parenthesis opens that cuts a verb from its auxiliary, or None where the comma closes none."""
    for at in range(comma - 1, max(0, comma - _ASIDE), -1):
        if items[at].low == ",":
            return at if items[at - 1].word.aux is not None else None
        if items[at].kind == "sign" or items[at].word.verbs:
            return None
    return None


def _inserted(items: list[Item], at: int) -> bool:
    """Tell whether an item stands between an auxiliary and its verb: an unknown word, a day, a quotation mark."""
    item, before = items[at], items[at - 1] if at else None
    if before is None:
        return False
    if item.low in _QUOTES:
        return bool(before.word.flags & {"adv", "to"}) or before.word.aux is not None
    adverb = "adv" in before.word.flags and at > 1  # "voted unanimously [on Wednesday] to send"
    if item.kind == "date" and before.word.preps and at > 1:
        return items[at - 2].word.aux is not None or "adv" in items[at - 2].word.flags
    opener = items[at - 2] if adverb else before
    if item.kind == "date":
        return opener.word.aux is not None or opener.word.modality is not None
    if item.word.preps and not item.word.verbs and at + 1 < len(items) and items[at + 1].kind == "date":
        return (
            adverb and opener.word.modality is not None
        ) or before.word.aux is not None  # "will [on Tuesday] resume"
    known = item.word.flags or item.word.preps or item.word.verbs or item.word.nouns
    return item.kind == "word" and not known and before.word.aux is not None


def _second(items: list[Item], at: int) -> bool:
    """Tell whether "and" joins a participle to one that means nothing here, behind their auxiliary ("l'a insulté [et] rejeté …")."""
    if "and" not in items[at].word.flags or at < 2 or any(tense != "part" for _, tense in items[at + 1].word.verbs):  # fmt: skip
        return False
    helps = items[at - 2].word.aux
    return helps is not None and helps[0] == "have" and helps[1] in ("pres", "past") and _inserted(items, at - 1)


def _opener(items: list[Item], at: int) -> tuple[str, str] | None:
    """Return the modality that is read with the "to" behind a day ("[promised] in May [to] free")."""
    if items[at].kind != "date" or not at:
        return None
    opener = items[max(0, at - 1 - (bool(items[at - 1].word.preps) and not items[at - 1].word.verbs))]
    return opener.word.modality if " " in opener.low else None


def _resolve(
    row: Row, group: VerbGroup, senses: list[tuple[Sense, str]], auxes: list[tuple[str, str]]
) -> VerbGroup | None:
    """Settle tense and voice, and keep the senses that fit."""
    item = row.items[group.at]
    tenses = {tense for _, tense in senses}
    names = {name for name, _ in auxes}
    first = auxes[-1] if auxes else None  # the leftmost auxiliary carries the tense
    if first is not None and tenses & {"part", "ger", "inf", "past"}:
        been = any(name == "be" and tense == "part" for name, tense in auxes)
        moves = _moves(row, senses)
        group.perfect = "have" in names or ("be" in names and (group.reflexive or moves))
        if "part" in tenses:
            group.passive = (been or ("be" in names and "have" not in names)) and not moves
        group.time = {"pres": "past" if group.perfect or group.passive else "present", "past": "past", "fut": "future",
                      "cond": "conditional", "ger": "gerund", "inf": "past" if group.perfect and not group.modal else "infinitive",
                      "part": "past"}[first[1]]  # fmt: skip
        if first == ("be", "pres") and "part" in tenses:
            group.time = "past"
        if "ger" in tenses and "part" not in tenses:
            group.passive = False
            group.time = {"pres": "present", "past": "past"}.get(first[1], group.time)
            group.progressive = first == ("be", "pres")
        if first[1] == "inf":  # "must be signed": finite by what stands before it
            bare = group.modal_time == "inf" and not group.marker  # a present that looks like the infinitive: "must"
            group.finite = group.modal is not None and (bare or group.modal_time in ("pres", "past", "fut", "cond"))
        group.finite = group.finite and first[1] != "ger"  # "after being attacked", "having met X"
    elif group.marker or group.modal:
        group.time = "infinitive"
        group.finite = bool(group.modal)
        ing = "ger" in tenses and not group.marker and _before_gerund(row, group)
        if not tenses & {"inf", "pres"} and not (tenses & {"part"} and group.modal) and not ing:
            group.marker = ""
            group.modal = None
            group.time = ""
    if not group.time:
        group.time = bare_time(row, group.at, tenses)
        if not group.time:
            return None
        group.finite = group.time in ("past", "present", "future", "conditional")
        group.passive = group.time == "participle" and not _moves(row, senses)  # "arrivé au pouvoir en mai"
    group.senses = [s for s, _ in dict.fromkeys(senses) if not s.reflexive or group.reflexive]
    reflexive = [s for s in group.senses if s.reflexive and group.reflexive]
    if group.reflexive and item.word.verbs:
        group.senses = reflexive or [s for s in group.senses if not s.reflexive and s.kind != "event"]
        group.passive = False
    group.negated = group.negated or _denied(row, group)
    return group if group.senses else None


def _moves(row: Row, senses: list[tuple[Sense, str]]) -> bool:
    """Tell whether the perfect of a verb takes "be": its participle is no passive ("est [arrivé]")."""
    known = row.lexicon.be_perfect
    return any(s.lemma in known or s.lemma.split(" ")[0] in known for s, _ in senses)


def _before_gerund(row: Row, group: VerbGroup) -> bool:
    """Tell whether a modality governs the gerund behind it; of what is asked for or denied, only right behind."""
    right_behind = row.items[group.at - 1].word.modality is not None  # "is considering [sending]", "denied [attacking]"
    return group.modal in _WITH_GERUND or (right_behind and group.modal in ("proposed", "denied"))


def _denied(row: Row, group: VerbGroup) -> bool:
    """Tell whether what stands around a verb denies it ("no document had been signed", "n'a signé aucun accord")."""
    near = row.items[max(0, group.left - 5) : group.left]
    if any("neg" in item.word.flags and "det" in item.word.flags for item in near) or _nobody(row, group):
        return True
    return group.weak and any("neg" in item.word.flags for item in row.items[group.at : group.at + 4])


def _nobody(row: Row, group: VerbGroup) -> bool:
    """Tell whether a verb is denied by who does it, whom it bears on or what opens its clause ("[nobody] in X knew", "[sans que] X ait signé")."""
    items = row.items
    whole = group.weak or not row.lexicon.language.grammar.weak_negations
    if whole and any("nobody" in item.word.flags for item in items[group.left : group.at + 2]):
        return True
    for item in reversed(items[max(0, group.left - _NOBODY) : group.left]):
        if "nobody" in item.word.flags and (whole or "sub" in item.word.flags):
            return True
        if item.kind == "sign" or item.word.verbs or item.word.flags & {"rel", "comp", "sub"}:
            return False
    return False
