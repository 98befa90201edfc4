"""Section [commitments]: how a language says what the parties of an agreement must do."""

import msgspec

from kg.lang.forms import spelled_out

__all__ = ["Commitments"]


class Commitments(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words of terms."""

    verbs: dict[str, tuple[str, ...]] = {}
    """Verbs that are no events, by commitment type ("empêcher": security_guarantee)."""
    namely: tuple[str, ...] = ()
    """What stands before a term told once more in other words ("soit", "i.e.")."""
    obliges: tuple[str, ...] = ()
    """Verbs and phrases before the verb of a term that bind whoever acts ("must", "doit"); also under grammar.modality."""
    frames: tuple[str, ...] = ()
    """What stands before an agreement whose terms follow ("under the deal", "selon l'accord")."""
    whereby: tuple[str, ...] = ()
    """What opens a clause on the terms of the text before it ("under which", "aux termes duquel")."""
    provisions: tuple[str, ...] = ()
    """What stands before the terms of a text that the sentence does not name ("parmi les treize points")."""
    to: tuple[str, ...] = ()
    """Prepositions before whoever gets what is handed over ("to", "à")."""
    answers: tuple[str, ...] = ()
    """What alone says that a term is given for what was promised before ("in return")."""
    against: tuple[str, ...] = ()
    """Prepositions that say so before the noun of a deed ("contre la libération de …")."""
    clauses: tuple[str, ...] = ()
    """Words that open a condition where a clause with a subject stands behind them ("if", "once")."""
    asides: tuple[str, ...] = ()
    """Phrases that open like a condition and are none ("if one believes")."""
    not_clauses: tuple[str, ...] = ()
    """Words right before one of `clauses` that make it none ("even")."""
    then: tuple[str, ...] = ()
    """Openings that point back at the day told last ("by then")."""
    within: tuple[str, ...] = ()
    """What stands before a stretch of time in which a term is due ("have 90 days")."""
    granted: tuple[str, ...] = ()
    """Forms of verbs by which somebody is given a stretch of time ("have", "auront"), and words for each of many ("every")."""
    met: tuple[str, ...] = ()
    """Verbs that keep a commitment."""
    missed: tuple[str, ...] = ()
    """Verbs that break one."""
    begun: tuple[str, ...] = ()
    """Forms of verbs, as they stand, by which a deed has only begun ("began", "a commencé à")."""
    last: tuple[str, ...] = ()
    """What says beside a number that it is of all who were left ("last", "derniers")."""
    left: tuple[str, ...] = ()
    """What says so a few words behind it ("restants", "still held")."""
    disputed: tuple[str, ...] = ()
    """Verbs that question whether one is kept."""
    deadlines: tuple[str, ...] = ()
    """Nouns for the day by which a term is due ("deadline", "échéance")."""
    moved: tuple[str, ...] = ()
    """Forms of verbs that give it another day ("moved", "repoussée")."""
    lists: tuple[str, ...] = ()
    """Nouns of what somebody is taken off who is no longer banned ("liste", "blacklist")."""
    relief: tuple[str, ...] = ()
    """Words before sanctions or tariffs that make them less ("lifting", "baisse"); where a language has none, all are taken as lifted."""
    duties: tuple[str, ...] = ()
    """Nouns for a commitment ("obligation", "engagement")."""

    def __post_init__(self) -> None:
        """Spell out the alternatives of each verb: "regagner (leurs|ses) bases"."""
        msgspec.structs.force_setattr(self, "verbs", {kind: spelled_out(verbs) for kind, verbs in self.verbs.items()})
