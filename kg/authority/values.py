"""The rows of the compiled authority, and the kinds of office that descriptions are resolved by."""

from typing import Literal

import msgspec

__all__ = ["Entry", "EntryType", "Tenure", "office_kind"]

EntryType = Literal[
    "person", "country", "place", "government", "organization", "igo", "armed_group", "military", "media", "population",
    "agreement", "conflict",
]  # fmt: skip


class Tenure(msgspec.Struct, frozen=True, array_like=True):
    """One person in one office over one time."""

    office: str
    kind: str
    """head_of_state, head_of_government, foreign_minister ... ambassador, legislator, other (data/authority/offices.csv)."""
    country: str = ""
    start: str = ".."
    end: str = ".."
    """EDTF dates; `..` is open or unknown."""
    sure: bool = True
    """False where the source only names a successor: a candidate, never a fact."""
    office_id: str = ""


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """One actor, place, agreement or conflict."""

    id: str
    label: str
    type: EntryType
    country: str = ""
    """ISO 3166-1 alpha-2 of citizenship or seat."""
    wikidata: str = ""
    """The Wikidata id, where two sources or an export of Wikidata give it."""
    candidate: str = ""
    """A Wikidata id that one public file alone gives."""
    rank: int = 0
    """0 curated, 1 head or minister, 2 other office, 3 legislator only: lower is preferred."""
    names: tuple[str, ...] = ()
    """Every form under which it is found."""
    tenures: tuple[Tenure, ...] = ()
    body: str = ""
    """For a body of a state, what it is: government, military, foreign_ministry ..."""
    stands_for: str = ""
    """For a place, the actor that its name stands for ("Kremlin")."""
    capital: bool = False
    label_fr: str = ""
    signed: str = ""
    """For an agreement, the day, month or year of its signing."""
    seat: str = ""
    """For an agreement, the place of its signing."""
    parties: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """For an agreement, what it is about: the kinds of the section [agreements] of a language."""


_KINDS = (
    ("other", ("deputy", "vice ", "vice-", "assistant", "adviser", "advisor", "under-secretary", "undersecretary")),
    ("ambassador", ("ambassador", "permanent representative")),
    ("foreign_minister", ("foreign affairs", "foreign minister", "united states secretary of state", "external affairs", "foreign secretary",
                          "secretary of state for foreign", "europe and foreign", "federal minister for foreign")),
    ("defence_minister", ("minister of defence", "minister of defense", "defence minister", "defense minister", "secretary of defense",
                          "secretary of state for defence", "armed forces of france", "minister of the armed forces")),
    ("interior_minister", ("minister of the interior", "minister of interior", "interior minister", "home secretary")),
    ("finance_minister", ("minister of finance", "finance minister", "secretary of the treasury", "chancellor of the exchequer")),
    ("head_of_government", ("prime minister", "chancellor of germany", "federal chancellor", "chief executive of afghanistan")),
    ("legislator", ("member of the", "senator")),
)  # fmt: skip
_HEADS = (
    "president of ",
    "king of ",
    "emir of ",
    "sultan of ",
    "monarch of ",
    "supreme leader of ",
    "amir of ",
    "queen of ",
)


def office_kind(label: str) -> str:
    """Return the kind of an English office label that no table types."""
    lowered = label.lower()
    for kind, cues in _KINDS:
        if any(cue in lowered for cue in cues):
            return kind
    return "head_of_state" if lowered.startswith(_HEADS) and " council" not in lowered else "other"
