"""What stands on either side of a head noun and belongs to it: owners, modifiers, portfolios, complements."""

from kg.annotate.chart import HYPHENS, Chart, Unit
from kg.annotate.phrase import Phrase
from kg.annotate.targets import past_article, region
from kg.annotate.targets import target as target_at

__all__ = ["complement", "left", "right"]

_MOST_STEPS = 8
_LONGEST_FUNCTION_WORD = 4
_TASKED = frozenset({"envoy", "ambassador", "deputy", "secretary_general"})
_WITH_NAME_AFTER = frozenset({"militants", "movement", "captives", "media", "people"})
_STATES = ("country/",)
_MOVEMENTS = ("armedgroup/", "organization/")
_BODIES = (*_MOVEMENTS, "igo/")
_PLACES = ("country/", "city/", "place/")


def right(chart: Chart, phrase: Phrase, inner: dict[int, Phrase]) -> None:
    """Take in what follows the head."""
    words, lexicon = chart.words, chart.lexicon
    modifiers = lexicon.modifiers if phrase.family == "office" else lexicon.group_modifiers
    for _ in range(_MOST_STEPS):
        at = phrase.end
        if at >= chart.last or not words.joined[at]:
            return
        unit = chart.starts.get(at)
        if unit:
            if not _leans(chart, phrase, unit) and not _takes_unit(chart, phrase, unit):
                return
            continue
        status = lexicon.status.at(words, at, chart.last) if lexicon.after or chart.gap(at) == "-" else None
        if status and phrase.family == "office":
            phrase.told(status[1])
            phrase.end = status[0]
            continue
        modifier = modifiers.at(words, at, chart.last) if lexicon.after else None
        if modifier:
            phrase.title |= set(range(at, modifier[0]))
            phrase.deputy |= lexicon.deputies.has(words.folded[at])
            phrase.end = modifier[0]
            continue
        if not (_tied(chart, phrase) or complement(chart, phrase, inner) or _adjective(chart, phrase)):
            return


def _adjective(chart: Chart, phrase: Phrase) -> bool:
    """Take one unlisted adjective before a nationality ("rebelles indépendantistes kosovars"), or a movement of an office."""
    words, lexicon, at = chart.words, chart.lexicon, phrase.end
    unit = chart.starts.get(at + 1)
    if not lexicon.after or unit is None or at in chart.cover:
        return False
    if phrase.family == "office":
        if phrase.end == phrase.head[1] or not unit.best.startswith(_MOVEMENTS):
            return False  # else "chef du groupe [armé] FACT"
    elif unit.kind != "demonym":
        return False
    if not (_ordinary(chart, at) or lexicon.group_modifiers.at(words, at, at + 1)) or not words.joined[at + 1]:
        return False
    phrase.end = at + 1
    return True


def _ordinary(chart: Chart, index: int) -> bool:
    """Tell whether a word is written small and is no function word."""
    words, lexicon = chart.words, chart.lexicon
    raw, folded = words.raw(index), words.folded[index]
    if not raw[:1].islower() or len(raw) <= _LONGEST_FUNCTION_WORD:
        return False
    return not any(
        table.has(folded) for table in (lexicon.of, lexicon.and_, lexicon.articles, lexicon.heads, lexicon.groups)
    )


def _takes_unit(chart: Chart, phrase: Phrase, unit: Unit) -> bool:
    """Take a nationality or an apposed name that follows at once; tell whether it was taken."""
    if unit.kind == "demonym" or chart.words.raw(unit.start)[:1].islower():  # "houthi", "talibans"
        if not chart.lexicon.after or (
            chart.words.raw(unit.start)[:1].isupper() and chart.words.raw(phrase.head[0])[:1].islower()
        ):
            return False
    elif phrase.family == "office":
        if phrase.end == phrase.head[1] or not unit.best.startswith(_MOVEMENTS):
            return False  # else "chef du mouvement rebelle [M23]", "leader of the party [Ennahdha]"
    elif (
        phrase.kind not in _WITH_NAME_AFTER
        or not chart.lexicon.after
        or unit.best.startswith(("country/", "person/", "city/", "Q"))
    ):
        return False
    phrase.of.append(unit)
    phrase.end = unit.end
    if unit.kind == "demonym" and (phrase.family == "group" or phrase.plural):
        _joint_nationalities(chart, phrase)
    return True


def _joint_nationalities(chart: Chart, phrase: Phrase) -> None:
    """Take "et turc" after "présidents russe": each nationality is an owner."""
    words, lexicon = chart.words, chart.lexicon
    while phrase.end < chart.last and words.joined[phrase.end]:
        joint = lexicon.and_.at(words, phrase.end, chart.last)
        other = chart.starts.get(joint[0]) if joint else None
        if other is None or other.kind != "demonym" or words.raw(other.start)[:1].isupper():
            return
        phrase.of.append(other)
        phrase.joint = True
        phrase.end = other.end


def complement(chart: Chart, phrase: Phrase, inner: dict[int, Phrase]) -> bool:
    """Take a preposition with what it governs; tell whether one was taken."""
    words, lexicon, at = chart.words, chart.lexicon, phrase.end
    prepositions = [end for end in (at + 3, at + 2, at + 1) if end <= chart.last and _is_of(chart, at, end)]
    for after in prepositions:
        task = lexicon.tasks.at(words, at, chart.last)
        is_task = bool(task and task[0] >= after)
        if is_task and phrase.family == "group":
            continue
        index = past_article(chart, after)
        serves = is_task and _serves(chart, phrase, index, inner)
        if serves and phrase.of:
            continue  # "the presidents of Chad and Niger [at the White House]": it is told whose they are
        is_task = is_task and not serves
        if not region(chart, index) and _portfolio(chart, phrase, at, index):
            return True
        here = lexicon.here.at(words, index, chart.last)
        if here and phrase.family == "group" and not is_task:
            phrase.here, phrase.end = True, here[0]
            return True
        tasked = is_task and (phrase.kind in _TASKED or _closes(chart, index))
        if (tasked or not is_task) and _owner(chart, phrase, at, index, inner, is_task=is_task):
            return True
    return False


def _serves(chart: Chart, phrase: Phrase, index: int, inner: dict[int, Phrase]) -> bool:
    """Tell whether who is told to be "for", "to" or "at" something serves it, and is not sent there: its spokesman, an adviser."""
    found = target_at(chart, index, inner)
    if phrase.family == "group" or phrase.kind in _TASKED or found is None:
        return False
    if (
        found.end < chart.last
        and chart.words.joined[found.end]
        and chart.lexicon.heads.at(chart.words, found.end, chart.last)
    ):
        return False  # "spokesman for [UN Secretary-General X]"
    return isinstance(found, Phrase) or not found.best.startswith((*_PLACES, "Q"))


def _closes(chart: Chart, index: int) -> bool:
    """Tell whether a place ends the phrase: "commandant des forces américaines au Moyen-Orient, le général X"."""
    unit = chart.starts.get(index)
    return unit is not None and (unit.end >= chart.last or not chart.words.joined[unit.end])


def _is_of(chart: Chart, at: int, end: int) -> bool:
    of, words = chart.lexicon.of.at(chart.words, at, end), chart.words
    return of is not None and of[0] == end and all(words.joined[at : min(end + 1, chart.last)])


def _portfolio(chart: Chart, phrase: Phrase, at: int, index: int) -> bool:
    """Take what a minister or ministry is in charge of, or another field of an office."""
    words, lexicon = chart.words, chart.lexicon
    if phrase.family == "group" and phrase.kind != "ministry":
        return False
    match = lexicon.portfolios.at(words, index, chart.last)
    if match and phrase.kind in {"minister", "ministry", "deputy"}:
        phrase.portfolio = phrase.portfolio or match[1]
    elif phrase.family == "office":
        match = lexicon.fields.at(words, index, chart.last) or match
    else:
        match = None
    end = match[0] if match else index
    named = end < chart.last and words.joined[end] and chart.capital(end) and lexicon.bodies.has(words.folded[end])
    if match is None or named or any(i in chart.starts for i in range(index, end)):
        return False  # or a body's name begins here ("adviser at the [Peace] Centre")
    joint = lexicon.and_.at(words, end, chart.last)
    if joint and words.joined[end]:
        more = joint[0]
        preposition = lexicon.of.at(words, more, chart.last)
        more = past_article(chart, preposition[0] if preposition else more)
        second = lexicon.portfolios.at(words, more, chart.last)
        end = second[0] if second and second[0] <= chart.last and more not in chart.starts else end
    phrase.title |= set(range(at, end))
    phrase.end = end
    return True


def _owner(chart: Chart, phrase: Phrase, at: int, index: int, inner: dict[int, Phrase], *, is_task: bool) -> bool:
    """Take the name, nationality or body that an office or group belongs to, with those coordinated with it."""
    target = target_at(chart, index, inner)
    if target is None or target is phrase or _merely_there(chart, phrase, target):
        return False
    if is_task:
        phrase.title |= set(range(at, target.end))
        phrase.task = True
        phrase.end = target.end
        return True
    if isinstance(target, Phrase) or not target.best.startswith((*_STATES, "person/")):
        phrase.title |= set(range(at, target.end))
    end = _owned_field(chart, target.end) if phrase.family == "office" else target.end
    phrase.title |= set(range(at, end)) if end > target.end else set()
    phrase.of.append(target)
    phrase.parts.append((phrase.start if not phrase.parts else at, target.end))
    phrase.end = end
    if phrase.family == "group" or phrase.plural:
        _coordinated(chart, phrase, inner)
    return True


def _owned_field(chart: Chart, at: int) -> int:
    """Return where the field ends that an owner has behind its possessive ("head of Sudan['s transitional council]"), else `at`."""
    words, lexicon = chart.words, chart.lexicon
    if at + 1 >= chart.last or words.folded[at] not in lexicon.possessives or chart.gap(at)[-1:] not in {"'", "’"}:
        return at
    field = lexicon.fields.at(words, at + 1, chart.last)
    return field[0] if field and not any(i in chart.starts for i in range(at + 1, field[0])) else at


def _merely_there(chart: Chart, phrase: Phrase, target: Unit | Phrase) -> bool:
    """Tell whether a country is where troops are, and not whose they are ("retrait de soldats d'Afghanistan")."""
    where = phrase.kind == "military" and isinstance(target, Unit) and target.best.startswith(_PLACES)
    return where and chart.lexicon.stationed.has(chart.words.folded[phrase.head[0]])


def _coordinated(chart: Chart, phrase: Phrase, inner: dict[int, Phrase]) -> None:
    """Take "et du gouvernement afghan" after "négociateurs des talibans": each owner has a group of its own."""
    words, lexicon = chart.words, chart.lexicon
    at = phrase.end
    joint = lexicon.and_.at(words, at, chart.last) if at < chart.last and words.joined[at] else None
    if not joint:
        return
    preposition = lexicon.of.at(words, joint[0], chart.last)
    target = target_at(chart, past_article(chart, preposition[0] if preposition else joint[0]), inner)
    if not preposition and not (isinstance(target, Unit) and phrase.plural and target.best.startswith(_STATES)):
        return
    if target is not None:
        phrase.of.append(target)
        phrase.joint = True
        phrase.parts.append((joint[0], target.end))
        phrase.end = target.end


def left(chart: Chart, phrase: Phrase, ends: dict[int, Phrase]) -> None:
    """Take in what stands before the head."""
    words, lexicon = chart.words, chart.lexicon
    for _ in range(_MOST_STEPS):
        at = phrase.start
        if at <= chart.first or not words.joined[at]:
            break
        unit = chart.ends.get(at)
        if unit or (at in ends and lexicon.before):
            owner = unit or ends[at]
            if unit is None and phrase.kind == "minister" and _modifier_left(chart, phrase):
                continue  # "French [armed forces] minister"
            if unit and lexicon.before and _leans(chart, phrase, unit):
                continue
            if not lexicon.before or (unit and not _owns_before(unit)):
                break
            if _compound(chart, at) and not lexicon.hyphen_owner:
                _tie(phrase, unit, lexicon.ties.at(words, at, chart.last))
                phrase.start = owner.start
                continue
            _take_left(chart, phrase, owner)
            continue
        if (
            words.folded[at - 1] in lexicon.possessives
            and chart.gap(at - 1)[-1:] in {"'", "’"}
            and at - 1 > chart.first
        ):
            here = lexicon.here.before(words, at - 1, chart.first)
            if here:
                phrase.start, phrase.here = here[0], True
                break
            possessor = chart.ends.get(at - 1) or ends.get(at - 1)
            if possessor:
                phrase.start = at - 1
                _take_left(chart, phrase, possessor)
            break
        if not _modifier_left(chart, phrase) and not _adjective_left(chart, phrase):
            break
    phrase.definite = bool(lexicon.articles.before(words, phrase.start, chart.first))


def _compound(chart: Chart, at: int) -> bool:
    """Tell whether a nationality is the first half of an adjective that ends right before a word ("Saudi-backed")."""
    return at < chart.last and chart.gap(at) in HYPHENS


def _tie(phrase: Phrase, unit: Unit | None, tie: tuple[int, str] | None) -> None:
    """Keep who leads or backs a group ("US-led", "soutenues par Moscou")."""
    if phrase.family == "group" and unit is not None and tie is not None and phrase.sponsor is None:
        phrase.sponsor, phrase.tie = unit, tie[1]


def _leans(chart: Chart, phrase: Phrase, unit: Unit) -> bool:
    """Take in a nationality that the group sides with or against; tell whether it is one."""
    if unit.kind != "leaning" or phrase.family != "group" or not chart.words.joined[max(unit.start, phrase.end)]:
        return False
    if ("leaning", "for") in unit.data:
        _tie(phrase, unit, (unit.end, "backed"))
    phrase.start, phrase.end = min(phrase.start, unit.start), max(phrase.end, unit.end)
    return True


def _tied(chart: Chart, phrase: Phrase) -> bool:
    """Take a participle with the state it names ("forces soutenues par la Russie"); tell whether one was taken."""
    lexicon, at = chart.lexicon, phrase.end
    tie = lexicon.ties.at(chart.words, at, chart.last) if phrase.family == "group" and lexicon.after else None
    if tie is None or phrase.of or not all(chart.words.joined[at : min(tie[0] + 1, chart.last)]):
        return False
    unit = chart.starts.get(past_article(chart, tie[0]))
    if unit is None or unit.kind != "name":
        return False
    _tie(phrase, unit, tie)
    phrase.end = unit.end
    return True


def _adjective_left(chart: Chart, phrase: Phrase) -> bool:
    """Take one unlisted adjective that follows a nationality ("Afghan commando forces")."""
    at = phrase.start
    unit = chart.ends.get(at - 1)
    if phrase.family != "group" or not chart.lexicon.before or unit is None or unit.kind != "demonym":
        return False
    if not _ordinary(chart, at - 1) or not chart.words.joined[at - 1] or chart.gap(at - 1) != " ":
        return False
    phrase.start = at - 1
    return True


def _owns_before(unit: Unit) -> bool:
    return unit.kind != "leaning" and (unit.kind == "demonym" or not unit.best.startswith(("person/", "Q")))


def _modifier_left(chart: Chart, phrase: Phrase) -> bool:
    words, lexicon, at = chart.words, chart.lexicon, phrase.start
    if phrase.family == "office":
        status = lexicon.status.before(words, at, chart.first)
        if status:
            phrase.told(status[1])
            phrase.start = status[0]
            return True
        portfolio = lexicon.portfolios.before(words, at, chart.first) if lexicon.before else None
        if portfolio and phrase.kind in {"minister", "deputy"}:
            phrase.portfolio = phrase.portfolio or portfolio[1]
            return _take_title(phrase, portfolio[0], at)
        found = lexicon.modifiers.before(words, at, chart.first) or _field(chart, phrase)
    else:
        portfolio = (
            lexicon.portfolios.before(words, at, chart.first) if lexicon.before and phrase.kind == "ministry" else None
        )
        if portfolio:
            phrase.portfolio = phrase.portfolio or portfolio[1]
            return _take_title(phrase, portfolio[0], at)
        found = lexicon.group_modifiers.before(words, at, chart.first)
    if not found:
        return False
    phrase.deputy |= lexicon.deputies.has(words.folded[found[0]])
    return _take_title(phrase, found[0], at)


def _field(chart: Chart, phrase: Phrase) -> tuple[int, str] | None:
    """Return the part of a body that an office leads, its body before it ("Hamas [political bureau] chief")."""
    field = chart.lexicon.fields.before(chart.words, phrase.start, chart.first) if chart.lexicon.before else None
    unit = chart.ends.get(field[0]) if field else None
    return field if unit is not None and unit.kind == "name" and unit.best.startswith(_BODIES) else None


def _take_title(phrase: Phrase, start: int, end: int) -> bool:
    phrase.title |= set(range(start, end))
    phrase.start = start
    return True


def _take_left(chart: Chart, phrase: Phrase, owner: "Unit | Phrase") -> None:
    """Take an owner that stands first, and those coordinated with it ("US and South Korean officials")."""
    words, lexicon = chart.words, chart.lexicon
    if isinstance(owner, Phrase) or not owner.best.startswith((*_STATES, "person/")):
        phrase.title |= set(range(owner.start, owner.end))
    phrase.of.insert(0, owner)
    phrase.start = owner.start
    while (phrase.family == "group" or phrase.plural) and phrase.start > chart.first:
        at = phrase.start
        joint = lexicon.and_.before(words, at, chart.first)
        near = chart.gap(at).strip() == "," or chart.gap(at) in HYPHENS
        before = joint[0] if joint and words.joined[at] else at if near else None
        other = chart.ends.get(before) if before is not None else None
        if other is None or not _owns_before(other) or (before == at and other.kind != "demonym"):
            return
        phrase.of.insert(0, other)
        phrase.joint = True
        phrase.start = other.start
