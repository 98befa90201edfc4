"""The time of a verb that has no auxiliary: past, present, or a participle of the noun before it; none where it is a noun."""

from kg.events.items import Item, Row

__all__ = ["bare_time"]


def bare_time(row: Row, at: int, tenses: set[str]) -> str:
    """Return the time of a verb without auxiliary."""
    items = row.items
    if "past" in tenses and "part" in tenses:  # "signed": past after a subject, participle after the noun it belongs to
        after = items[at + 1] if at + 1 < len(items) else None
        before = items[at - 1] if at else None
        opens = "upcoming" in items[at].word.flags and (before is None or before.kind == "sign")
        if opens and after is not None and (after.word.nouns or after.word.preps):
            return "" if after.word.nouns else "participle"  # "[Planned] talks …", "talks, [planned] for Monday, …"
        if _adjective(items, at):
            return ""
        if after is not None and "of" in after.word.preps and _accuses(row, at):
            return "participle"  # "X, [accused] of attacking Y, …"
        if after is not None and ("by" in after.word.preps or (before is not None and _described(items, at))):
            return "participle"
        if (
            before is not None
            and (before.word.nouns or before.kind == "treaty")
            and not (after is not None and (after.kind in ("np", "quantity") or "det" in after.word.flags))
            and not ("pres" in tenses and after is not None and _plain(after))
        ):
            return "participle"
        return "past"
    before = next((items[i] for i in range(at - 1, -1, -1) if "adv" not in items[i].word.flags), None)
    if _heads_subject(items, at, tenses) or _of_one(items, at, tenses):
        return ""
    if (
        "pres" in tenses
        and not tenses & {"fut", "cond"}
        and before is not None
        and _nominal(before)
        and tenses <= {"pres", "inf"}
    ):
        return ""
    for tense, time in (
        ("past", "past"),
        ("fut", "future"),
        ("cond", "conditional"),
        ("pres", "present"),
        ("part", "participle"),
        ("ger", "gerund"),
    ):
        if tense in tenses:
            return time
    return "infinitive"


def _counts(item: Item) -> bool:
    """Tell whether a word is a bare number."""
    return item.low.isdigit() or (item.kind == "word" and {"det", "indef"} <= item.word.flags)


def _adjective(items: list[Item], at: int) -> bool:
    """Tell whether a participle stands right before its noun: "the integration of [disarmed] rebels", "visited [occupied] Kherson"."""
    before, after = items[at - 1] if at else None, items[at + 1] if at + 1 < len(items) else None
    if before is not None and after is not None and after.word.nouns and _opens_phrase(before, items[at]):
        return True  # "the [planned] visit was put off", "Chad's [announced] withdrawal"
    if before is None or after is None or after.kind not in ("np", "word") or after.word.flags or after.word.preps:
        return False
    acts = any(s.kind == "event" and tense == "past" for s, tense in before.word.verbs)
    if _counts(before) and (_plain(after) or after.kind == "np"):
        return True  # "17 [captured] rebels were freed"
    return acts or (bool(before.word.preps) and not before.word.flags & {"sub", "after", "to", "and"})


def _opens_phrase(before: Item, item: Item) -> bool:
    """Tell whether a word before a participle is an article or owner, no subject ("this", "several") of a verb in the past."""
    flags = before.word.flags
    return flags == {"det"} or bool(flags & {"poss", "own"}) or ("det" in flags and "upcoming" in item.word.flags)


def _accuses(row: Row, at: int) -> bool:
    """Tell whether a verb says that somebody is accused."""
    return any(s.lemma in row.lexicon.language.speech.accusing for s, _ in row.items[at].word.verbs)


def _heads_subject(items: list[Item], at: int, tenses: set[str]) -> bool:
    """Tell whether a bare form behind a nationality is the noun whose verb follows ("Israeli [fire] has killed")."""
    before, after = items[at - 1] if at else None, items[at + 1] if at + 1 < len(items) else None
    named = before is not None and before.kind == "np" and (before.form == "demonym" or before.type == "igo")
    if (
        not named
        or after is None
        or not tenses <= {"pres", "inf"}
        or any(s.kind == "speech" for s, _ in items[at].word.verbs)
    ):
        return False
    return any(s.kind == "aux" for s, _ in after.word.verbs) or any(tense == "past" for _, tense in after.word.verbs)


def _of_one(items: list[Item], at: int, tenses: set[str]) -> bool:
    """Tell whether a bare form is a noun behind the name of whose it is ("according to a UN [report]")."""
    if at < 2 or not tenses <= {"pres", "inf"} or items[at - 1].kind != "np" or items[at].low.endswith("s"):
        return False
    after = items[at + 1] if at + 1 < len(items) else None
    one = {"det", "indef"} <= items[at - 2].word.flags and not items[at - 2].word.preps
    return one and (after is None or after.kind == "sign" or bool(after.word.preps))


def _plain(item: Item) -> bool:
    """Tell whether a word is none of the language file: an adjective or noun ("attacks hit [major] towns")."""
    word = item.word
    return item.kind == "word" and not (word.flags or word.preps or word.verbs or word.nouns)


def _described(items: list[Item], at: int) -> bool:
    """Tell whether a participle between commas has its doer behind a day or place ("the treaty, signed in 1994 by X, …")."""
    if items[at - 1].low != ",":
        return False
    for item in items[at + 1 : at + 6]:
        if "by" in item.word.preps:
            return True
        if item.kind == "sign" or item.word.verbs or (item.kind == "np" and not item.place):
            return False
    return False


def _nominal(before: Item) -> bool:
    """Tell whether what stands before a bare form makes it a noun: an article, a preposition, an owner."""
    flags = before.word.flags
    return (
        bool(before.word.preps and "to" not in flags)
        or bool(flags & {"det", "poss", "own", "upcoming", "ended"})
        or before.kind == "quantity"
    )
