"""How real an event is said to be: status, polarity and factuality from tense, mood, negation and governing verbs."""

from datetime import date, timedelta

import msgspec
from msgspec.structs import replace

from kg.events.lexicon import Frame
from kg.events.verbs import VerbGroup
from kg.model import Factuality, Status, When

__all__ = ["Reality", "dated", "noun_reality", "verb_reality"]

_LIFTED = frozenset({"sanction", "ceasefire"})
"""Families of what is in force until somebody lifts it."""
_DONE_ON_ANNOUNCEMENT = frozenset({
    "signing", "agreement", "attack", "appointment", "resignation", "military_action", "prisoner_release", "sanction",
    "normalization",
})  # fmt: skip
"""Announcing one of these says that it is done; announcing any other says that it will be."""
_DUE = frozenset({"meeting", "negotiation", "mediation", "visit", "call", "signing", "election"})
"""What is fixed beforehand: who says that it will not take place calls it off."""


_SURE = timedelta(days=7)
"""How far ahead a day must lie to be none gone by, whatever the tense that it was read with."""


class Reality(msgspec.Struct, frozen=True):
    """What is said of an event's being: `status` None means that only the date can tell."""

    status: Status | None
    polarity: str = "positive"
    factuality: Factuality = "CTplus"
    hedge: str | None = None
    due: bool = False
    """True where only a word before the noun says that it lies ahead ("before the signing"): on a day gone by it is done."""


def verb_reality(group: VerbGroup, *, hearsay: bool, main: Reality | None = None) -> Reality:
    """Return the reality of an event that a verb tells.

    Args:
        group: the verb.
        hearsay: whether the language's conditional perfect reports hearsay.
        main: the reality of the verb that governs an infinitive or gerund.
    """
    if (told := _by_modality(group)) is not None:
        return told
    if group.time == "future":
        return _negated(group, Reality("planned", hedge=group.hedge))
    if group.time == "conditional":
        status: Status = "claimed" if hearsay and (group.perfect or group.passive) else "planned"
        return _negated(group, Reality(status, factuality="PRplus"))
    if group.time == "infinitive" and group.negated:  # "undertakes not to attack"
        return Reality("denied", "negative", "CTminus")
    if group.time == "infinitive":  # what one goes somewhere for is not yet done
        return (
            main
            if main is not None and main.status not in (None, "occurred")
            else Reality("planned", factuality="PRplus")
        )
    if group.time == "gerund" and main is not None:
        return _negated(group, main)  # "left [without meeting] X"
    if group.time in ("past", "participle"):
        return _negated(group, Reality("occurred", factuality="PRplus" if group.hedge else "CTplus", hedge=group.hedge))
    return _negated(group, Reality(None, factuality="PRplus" if group.hedge else "CTplus", hedge=group.hedge))


def _by_modality(group: VerbGroup) -> Reality | None:
    """Return the reality that a verb before the verb gives it ("plans to", "refused to"), None where none stands there."""
    if group.negated and group.modal in ("wavering", "failed"):  # "did not hesitate to strike": struck
        ahead = group.modal_time in ("pres", "fut", "cond") or group.time in ("future", "conditional")
        return Reality("planned" if ahead else "occurred", factuality="PRplus")
    if group.negated and group.modal == "refused":  # "does not rule out meeting X"
        return Reality("proposed", factuality="PSplus")
    if group.modal == "planned":
        certainty: Factuality = "PRplus" if group.modal_time == "cond" else "CTplus"
        return _negated(group, Reality("planned", factuality=certainty, hedge=group.hedge))
    if group.modal == "done":
        told: Status = "planned" if group.modal_time in ("fut", "cond", "inf") else "occurred"
        return _negated(group, Reality(told, factuality="PRplus" if group.hedge else "CTplus", hedge=group.hedge))
    if group.modal == "proposed":
        return _negated(group, Reality("proposed", factuality="PSplus"))
    if group.modal in ("possible", "wavering"):
        return _negated(group, Reality("planned", factuality="PSplus"))
    if group.modal == "denied" and group.negated:
        return Reality("claimed", factuality="Uu")
    if group.modal in ("refused", "failed", "denied"):
        return Reality("denied", "negative", "CTminus")
    return None


def _negated(group: VerbGroup, reality: Reality) -> Reality:
    if not group.negated:
        return reality
    return replace(
        reality,
        status="denied",
        polarity="negative",
        factuality="CTminus",
    )


def noun_reality(
    kind: str,
    frame: Frame,
    governor: tuple[str, VerbGroup] | None,
    flags: frozenset[str] | set[str],
    *,
    hearsay: bool,
    main: Reality | None = None,
) -> Reality:
    """Return the reality of an event that a noun tells.

    Args:
        kind: the event type.
        frame: its grammar.
        governor: class of the governing verb (see kg.lang.grammar) and its verb group.
        flags: flags of the words around the noun: upcoming, off, put, after, before, ended.
        hearsay: as in `verb_reality`.
        main: the reality of the verb of the clause.
    """
    if "neg" in flags and (governor is None or not governor[1].negated):
        return Reality("denied", "negative", "CTminus")
    if flags & {"off", "put"}:
        return _called_off(frame, governor, flags, hearsay=hearsay)
    if governor is not None:
        governed = _governed(kind, frame, governor, flags, hearsay=hearsay)
        if governed is not None:
            return governed
    if "during" in flags and main is not None and main.status in ("planned", "proposed"):
        return main
    if "after" in flags and kind in _DUE and governor is None and main is not None and main.status == "planned":
        return Reality("planned", factuality="PRplus", due=True)  # "will be published after its signing"
    if "upcoming" in flags or "before" in flags:
        return Reality("planned", factuality="PRplus", due="before" in flags)
    if "after" in flags or "ended" in flags:
        return Reality("occurred")
    return Reality(None)


def _called_off(
    frame: Frame, governor: tuple[str, VerbGroup] | None, flags: frozenset[str] | set[str], *, hearsay: bool
) -> Reality:
    """Return how real an event is that is called or put off, unless somebody only wants it to be ("demande [la levée] du blocus")."""
    verb = verb_reality(governor[1], hearsay=hearsay) if governor is not None else Reality("occurred")
    if governor is not None and (
        governor[0] in ("proposed", "refused") or verb.status in ("planned", "proposed", "denied")
    ):
        return Reality("ongoing" if frame.family in _LIFTED else "planned", factuality="PSplus")
    return Reality("cancelled" if "off" in flags else "postponed")


def _governed(
    kind: str, frame: Frame, governor: tuple[str, VerbGroup], flags: frozenset[str] | set[str], *, hearsay: bool
) -> Reality | None:
    """Return the reality that the governing verb gives an event, or None where it says nothing of it."""
    name, group = governor
    verb = verb_reality(group, hearsay=hearsay)
    if name == "fallen":
        return Reality("cancelled") if verb.status == "occurred" and not group.negated else verb
    if name in ("cancelled", "postponed") and group.modal in ("possible", "proposed", "refused", "failed"):
        return Reality("planned", factuality="PSplus")  # "could cancel the talks"
    if name in ("cancelled", "postponed"):
        return Reality("cancelled" if name == "cancelled" else "postponed") if not group.negated else Reality("planned")
    if name == "proposed" and group.negated:
        return Reality("denied", "negative", "CTminus")  # "does not call for a truce": nobody proposes it
    if name == "proposed" or group.modal == "proposed":
        return Reality("proposed", verb.polarity, "PSplus")
    if frame.family in _LIFTED and name != "occurred" and any(s.value == "lifted" for s in group.senses):
        lifted = verb.status == "occurred" and not group.negated
        return Reality("cancelled" if lifted else "ongoing")  # "will lift its sanctions": they are in force
    if name == "ended":
        return replace(
            verb,
            status="occurred" if verb.status == "occurred" else "ongoing",
            polarity="positive",
            factuality="CTplus",
        )
    if name == "refused" and group.negated:
        return Reality("proposed", factuality="PSplus")  # "does not rule out a meeting"
    if name == "denied" and group.negated:
        return Reality("claimed", factuality="Uu")  # what one does not deny one has not affirmed either
    if name in ("refused", "denied"):
        return Reality("denied" if name == "denied" else "proposed", "negative", "CTminus")
    if name == "planned":
        return _announced(kind, group, flags, verb)
    if frame.family == "sanction" and name == "ongoing" and verb.status in (None, "planned"):
        return Reality("ongoing")  # "decided to extend its sanctions": they are in force
    expected = kind in _DUE and flags & {"det", "upcoming"} and "neg" not in flags
    if name == "occurred" and group.negated and group.time == "future" and expected:
        return Reality("cancelled")  # "the summit will not take place": it was to
    if name == "ongoing" and verb.status is None:
        return replace(verb, status="ongoing")
    if kind == "ceasefire" and verb.status is None and any(s.value == "signing" for s in group.senses):
        return Reality("occurred")  # "sign a truce", in a headline
    if name in ("light", "host") and verb.status is None and "upcoming" not in flags:
        return replace(verb, status="ongoing") if frame.lasting else verb
    if name in ("light", "host", "occurred", "ongoing"):
        return replace(verb, status="planned") if "upcoming" in flags and verb.status is None else verb
    if name == "gather" and verb.status == "planned":
        return verb  # "the meeting will bring together X and Y"
    return None


def _announced(kind: str, group: VerbGroup, flags: frozenset[str] | set[str], verb: Reality) -> Reality | None:
    """Return how real what is announced, agreed on or planned is; `verb` says how real that is."""
    if kind == "war":
        return None  # "agreed to pause the war": it is on
    if kind == "ceasefire" and group.passive and any(s.kind == "negotiated" for s in group.senses):
        return verb  # "a truce was negotiated", by those who then keep it
    if group.negated and group.passive and any(s.kind == "speech" for s in group.senses):
        # "the meeting had not been announced": it was held all the same, other than "no meeting"
        return Reality("planned", factuality="PSplus") if "neg" in flags else None
    if group.negated and group.passive and kind in _DUE:
        return verb  # "no meeting is planned"
    laid_down = group.finite and any(
        s.kind == "provides" for s in group.senses
    )  # "the accord provides for the lifting of sanctions"
    done = kind in _DONE_ON_ANNOUNCEMENT and "upcoming" not in flags and not laid_down
    return Reality("occurred" if done else "planned", verb.polarity, hedge=verb.hedge)


def dated(reality: Reality, frame: Frame, when: When | None, published: date | None) -> Reality:
    """Settle a reality that was left open, or that the date contradicts, by the date of the event."""
    status = reality.status
    if published is not None and when is not None:
        due = (
            when.modifier in ("BEFORE", "ON_OR_BEFORE", "UNTIL") and when.latest is not None and when.latest > published
        )
        if (due or (when.earliest is not None and when.earliest > published)) and status in (None, "ongoing"):
            return replace(reality, status="planned")
        if frame.family == "ceasefire" and status == "occurred" and when.earliest and when.earliest > published:
            return replace(reality, status="planned")  # agreed on, and not yet in force
        if status == "ongoing" and _over(when, published):
            return replace(reality, status="occurred")  # "formally ended the war of 1950-53"
        if status == "planned" and frame.family == "ceasefire" and when.modifier == "SINCE":
            return replace(reality, status="ongoing")  # "the truce in force since April provides for …"
        if status == "occurred" and frame.lasting and frame.family != "ceasefire" and when.modifier == "SINCE":
            return replace(reality, status="ongoing")
        if status == "occurred" and when.earliest is not None and when.earliest > published + _SURE:
            return replace(reality, status="planned")
        if status == "planned" and reality.due and when.latest is not None and when.latest < published:
            return replace(reality, status="occurred", factuality="CTplus")  # "ahead of the signing", on a day gone by
        if status is None and when.latest is not None and when.latest < published:
            return replace(reality, status="occurred")
    return reality if status is not None else replace(reality, status=frame.default_status)


def _over(when: When, published: date) -> bool:
    """Tell whether a time is a stretch of years that has ended."""
    first, last = when.earliest, when.latest
    spans = "/" in when.edtf and ".." not in when.edtf and first is not None and last is not None
    return spans and first is not None and last is not None and first.year < last.year and last < published
