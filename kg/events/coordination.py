"""What a verb shares with the one before: its auxiliary, what makes it an infinitive, or that it only may be.

"a reçu X et [signé] un accord", "will visit X and [meet] Y", "could react by [leaving]"
"""

from itertools import pairwise

from kg.events.items import Item, Row
from kg.events.verbs import VerbGroup, auxiliary

__all__ = ["share_auxiliaries"]

_AHEAD = frozenset({"infinitive", "future", "conditional"})
_MEANS = 6
"""How far before the means the word may stand that says how sure the deed is."""


def share_auxiliaries(row: Row, groups: list[VerbGroup]) -> list[VerbGroup]:
    """Give each participle that "and" joins to a verb with an auxiliary the time and voice of that verb."""
    for before, group in pairwise(groups):
        if group.time == "participle" and group.left == group.at and _joined(row, before, group):
            group.time, group.finite, group.passive, group.twin = before.time, True, before.passive, True
            group.perfect, group.hedge, group.negated = before.perfect, before.hedge, before.negated
    for index, group in enumerate(groups):
        if group.time == "present" and group.left == group.at and index:
            _second_infinitive(row, groups, index)
    for group in groups:
        if group.time == "gerund" and group.modal is None:
            _by_means(row, group)
    return groups


def _second_infinitive(row: Row, groups: list[VerbGroup], index: int) -> None:
    """Make a base form what "and" or a list joins to an infinitive ("agreed to free hostages, [open] talks and [sign] a truce")."""
    items, group = row.items, groups[index]
    opener = items[group.at - 1]
    bare = {tense for s, tense in items[group.at].word.verbs if s.kind not in ("aux", "modality")} == {"inf", "pres"}
    if not bare or not ("and" in opener.word.flags or (opener.low == "," and _goes_on(row, groups, index))):
        return
    before = next((g for g in reversed(groups[:index]) if g.finite or g.time not in ("participle", "gerund")), None)
    if before is None or _parted(items[before.at + 1 : group.at - 1]):
        return
    if before.modal is not None or before.time in _AHEAD:
        group.time, group.finite, group.marker = before.time, before.finite, before.marker
        group.modal, group.modal_time, group.hedge = before.modal, before.modal_time, before.hedge
        group.negated = before.negated
        return
    pledge = next(((s.value, t) for s, t in items[before.at].word.verbs if s.kind == "modality"), None)
    marker = items[before.at].low.rpartition(" ")[2]
    if before.time in ("past", "present") and pledge and marker in row.lexicon.language.grammar.infinitive_markers:
        group.time, group.marker, (group.modal, group.modal_time) = "infinitive", marker, pledge


def _goes_on(row: Row, groups: list[VerbGroup], index: int) -> bool:
    """Tell whether "and" joins the next verb to one of a list ("to visit X, [meet] Y and sign …")."""
    after = groups[index + 1] if index + 1 < len(groups) else None
    return after is not None and after.time == "present" and "and" in row.items[after.left - 1].word.flags


def _parted(between: list[Item]) -> bool:
    """Tell whether a clause or sentence ends between two verbs, or another begins."""
    return any(item.low in ".;:" or item.word.flags & {"rel", "comp", "sub"} for item in between)


def _by_means(row: Row, group: VerbGroup) -> None:
    """Give a gerund the mood of an unknown verb that it says the means of ("threatened to retaliate by [attacking] X")."""
    items = row.items
    at = group.left - 1
    if at < 2 or items[at].low not in row.lexicon.language.grammar.objects.get("means", ()):
        return
    for item in reversed(items[max(0, at - _MEANS) : at]):
        modal = next(((s.value, tense) for s, tense in item.word.verbs if s.kind == "modality"), None)
        helps = auxiliary(item)
        if modal is not None or (helps is not None and helps[1] in ("fut", "cond")):
            group.modal, group.modal_time = "possible" if modal else "planned", modal[1] if modal else ""
            return
        if (
            item.kind != "word"
            or item.word.preps - {"to"}
            or item.word.nouns
            or item.word.flags & {"rel", "comp", "sub", "and"}
        ):
            return


def _joined(row: Row, before: VerbGroup, group: VerbGroup) -> bool:
    """Tell whether a participle is the second of two verbs, not what is said of a noun ("les troupes déployées et [soutenues] par")."""
    items, endings = row.items, row.lexicon.language.grammar.agreeing
    after = items[group.at + 1] if group.at + 1 < len(items) else None
    helped = [aux for item in items[before.left : before.at] if (aux := auxiliary(item)) is not None]
    if not (before.finite and helped and "and" in items[group.left - 1].word.flags):
        return False
    between = items[before.at + 1 : group.left - 1]
    if _parted(between):
        return False
    if before.passive or any(kind == "be" for kind, _ in helped):
        return not any(item.low == "," for item in between)
    by = after is not None and "by" in after.word.preps
    return not by and not items[group.at].low.endswith(endings)
